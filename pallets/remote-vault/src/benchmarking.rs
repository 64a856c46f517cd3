// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of the calls.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::TransactionSource,
	traits::{Authorize, EnsureOrigin},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use sp_core::H256;
use sp_runtime::traits::Zero;
use straddle_primitives::*;
use straddle_traits::{Anchor, FeederKeys};

/// A source with as many kinds as there may be, a full ring of heads, and a proof of what lies in an account's
/// vault by the newest.
fn proven<T: Config>(nodes: u32) -> (MarginAccountId, CollateralId, Anchor, ProofNodes) {
	let remote = RemoteKind { holding: Holding::Native, deposit: 100 };
	let kinds: Vec<_> =
		(0..MAX_REMOTE_KINDS).map(|n| (CollateralId(n as u16), remote.clone())).collect();
	let codes: Vec<_> = (0..MAX_CODES).map(|n| H256::repeat_byte(n as u8)).collect();
	let code_hash = H256::zero();
	let (codes, kinds) = (BoundedVec::truncate_from(codes), BoundedVec::truncate_from(kinds));
	let source = SourceId(60_000);
	let kind = CollateralId(0);
	SourceOf::<T>::insert(kind, source);
	Sources::<T>::insert(source, SourceInfo { para_id: 1_000, codes, kinds });
	let account = MarginAccountId([7; 32].into());
	let vault = Pallet::<T>::vault_address(account.clone(), VaultPurpose::Collateral);
	let key = proof::storage_key(&remote.holding, &vault);
	let value = ([0u32, 1, 1, 0], 5_000u128, 0u128, 0u128, 1u128 << 127).encode();
	let (state_root, nodes) = proof::sample::path(&key, value, nodes);
	let mut head = Anchor { relay_block: 0, number: 0, state_root, code_hash };
	for _ in 0..MAX_HEADS {
		head = Anchor { relay_block: head.relay_block + 1, number: head.number + 1, ..head };
		assert!(Pallet::<T>::note_head(source, head.clone()));
	}
	let nodes = nodes.into_iter().map(BoundedVec::truncate_from).collect();
	(account, kind, head, BoundedVec::truncate_from(nodes))
}

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

	/// A proof of so many nodes, all but the last two of full width: 30 have as many bytes as a proof may.
	#[benchmark]
	fn prove(n: Linear<2, 30>) {
		let (account, kind, head, nodes) = proven::<T>(n);
		let who = frame_benchmarking::whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(who), account.clone(), kind, head.relay_block, nodes);
		assert_eq!(Vaults::<T>::get(account, kind).map(|vault| vault.proven), Some(5_000));
	}

	#[benchmark]
	fn authorize_prove_as_feeder(n: Linear<2, 30>) -> Result<(), BenchmarkError> {
		let (account, kind, head, nodes) = proven::<T>(n);
		let feeder = T::Feeders::seat_for_benchmark();
		let block = BlockNumberFor::<T>::zero();
		let genesis = frame_system::Pallet::<T>::block_hash(block);
		let (at_block, relay_block) = (block, head.relay_block);
		let notice =
			Notice { feeder, slot: 0, genesis, at_block, account, kind, relay_block, nodes };
		let signature = T::Feeders::sign(feeder, &notice.payload()).ok_or("it holds the key")?;
		let call = Call::<T>::prove_as_feeder { notice, signature };
		#[block]
		{
			call.authorize(TransactionSource::InBlock).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::build(), crate::mock::Test);
}
