// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of calls and steps.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{traits::EnsureOrigin, BoundedVec};
use frame_system::RawOrigin;
use sp_core::H256;
use straddle_primitives::*;
use straddle_traits::{ChainPools, RemoteLots, Rule};

/// What lies in a vault.
const HELD: u128 = 1_000_000_000_000;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_source(c: Linear<0, MAX_CODES>, d: Linear<0, MAX_REMOTE_KINDS>) {
		let codes: Vec<_> = (0..c).map(|n| H256::repeat_byte(n as u8)).collect();
		let location = BoundedVec::truncate_from(alloc::vec![0; MAX_LOCATION as usize]);
		let remote = RemoteKind { holding: Holding::Foreign(location), deposit: u128::MAX };
		let kinds: Vec<_> = (0..d).map(|n| (CollateralId(n as u16), remote.clone())).collect();
		let (codes, kinds) = (BoundedVec::truncate_from(codes), BoundedVec::truncate_from(kinds));
		let info = SourceInfo { para_id: 1_000, codes, kinds };
		let source = SourceId(60_000);
		Sources::<T>::insert(source, &info);
		let origin = T::RiskOrigin::try_successful_origin().expect("someone may name sources");
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, source, info.clone());
		assert_eq!(Sources::<T>::get(source), Some(info));
	}

	/// Accounts 0 and 1 with an account's vault of its own, and `held` in the first one's, all of it booked.
	fn vaults<T: Config>(held: u128) -> (CollateralId, [MarginAccountId; 2]) {
		let source = SourceId(60_000);
		let kind = T::Lots::kind_for_benchmark(source);
		let remote = RemoteKind { holding: Holding::Native, deposit: 10 };
		let kinds = BoundedVec::truncate_from(alloc::vec![(kind, remote)]);
		let info = SourceInfo { para_id: 1_000, codes: BoundedVec::new(), kinds };
		Pallet::<T>::do_set_source(source, info).expect("it is valid");
		let accounts = [0, 1].map(T::Lots::account_for_benchmark);
		prove::<T>(&accounts[0], kind, held);
		(kind, accounts)
	}

	fn prove<T: Config>(account: &MarginAccountId, kind: CollateralId, held: u128) {
		let vault = Vault { proven: held, ..Default::default() };
		Vaults::<T>::insert(account, kind, vault);
		Pallet::<T>::recredit(account, kind, u128::MAX).expect("there is room");
		assert_eq!(Covers::<T>::get(account, kind).expect("something").own, held - 10);
	}

	/// The giver has so many rights in as many vaults, and the taker none.
	#[benchmark]
	fn move_cover(r: Linear<1, MAX_RIGHTS>) {
		let (kind, [from, to]) = vaults::<T>(HELD);
		for n in 0..r {
			let vault = T::Lots::account_for_benchmark(10 + n);
			prove::<T>(&vault, kind, HELD);
			Pallet::<T>::do_move_cover(kind, &vault, &from, 100, true).expect("it has as much");
		}
		let amount = HELD - 10 + 100 * u128::from(r);
		#[block]
		{
			Pallet::<T>::do_move_cover(kind, &from, &to, amount, true).expect("it has as much");
		}
		assert_eq!(RightCounts::<T>::get(to), r + 1);
	}

	#[benchmark]
	fn deliver() {
		let (kind, [account, holder]) = vaults::<T>(HELD);
		Pallet::<T>::do_move_cover(kind, &account, &holder, 1_000, true).expect("it has as much");
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, account.clone(), kind, holder);
		assert!(Vaults::<T>::get(account, kind).expect("it is there").seizure.is_some());
	}

	#[benchmark]
	fn make_good() {
		let (kind, [account, holder]) = vaults::<T>(HELD);
		// Both lots as the ledger would have moved them.
		T::Lots::debit(&account, kind, HELD - 10, Rule::Forced).expect("it is there");
		T::Lots::credit(&holder, kind, HELD - 10, false).expect("there is room");
		Pallet::<T>::do_move_cover(kind, &account, &holder, HELD - 10, true).expect("all of it");
		Vaults::<T>::mutate(&account, kind, |vault| {
			let vault = vault.as_mut().expect("it is there");
			vault.observe(HELD / 2, 1, 1).expect("it is new");
		});
		Covers::<T>::mutate(&account, kind, |cover| {
			cover.as_mut().expect("it is there").breaches = 1;
		});
		T::Pools::fund_for_benchmark(SourceId(60_000), 1_000_000_000_000);
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, account.clone(), kind, holder);
		assert!(Covers::<T>::get(account, kind).expect("it is there").firm > 0);
	}

	/// Half of what was there is gone.
	#[benchmark]
	fn recount() {
		let (kind, [account, _]) = vaults::<T>(HELD);
		Vaults::<T>::mutate(&account, kind, |vault| {
			vault.as_mut().expect("it is there").proven = HELD / 2;
		});
		let who = RawOrigin::Signed(frame_benchmarking::whitelisted_caller());
		#[extrinsic_call]
		_(who, account.clone(), kind);
		let own = Covers::<T>::get(account, kind).expect("it is there").own;
		assert_eq!(own, HELD / 2 - 10);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
