// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks. `p` is the number of positions of the account in auction, each in an expiry of its
//! own; it has every kind of lot besides, and as many orders as there may be.

#![allow(clippy::arithmetic_side_effects)]

use crate::{types::*, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	pallet_prelude::{InvalidTransaction, TransactionSource},
	traits::{Authorize, EnsureOrigin, Get, Hooks, Time},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::{AccountId32, Perbill};
use straddle_math::fixed::Rounding;
use straddle_primitives::*;
use straddle_traits::{Entry, FeederKeys, Journal, Ledger, OnAuction, Prices, Risk, Rule};

fn key(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

fn unit<T: Config>() -> Cash {
	T::Ledger::cash_unit() as Cash
}

/// An account with `p` positions and nine tenths of the equity that it needs, so that it is sold in
/// part and each mark is asked for.
fn failing<T: Config>(owner: u8, p: u32) -> Result<MarginAccountId, BenchmarkError> {
	let account = T::Ledger::open_for_benchmark(&key(owner), 0, 0);
	T::Ledger::fill_for_benchmark(&account, owner.into(), p, false);
	T::OnAuction::fill_for_benchmark(&account);
	let is = T::Ledger::assess(&account, Lens::Latest).map_err(|_| "the account has no value")?;
	let missing = is.requirement().into_inner() / 10 * 9 - is.equity().into_inner();
	let cash = Pallet::<T>::to_cash(missing, Rounding::Down)?;
	let pay = |account, by| Entry::new(account, Rule::Forced).cash(by);
	T::Ledger::book(Journal::of(vec![pay(account.clone(), cash), pay(rich::<T>(96), -cash)]))?;
	Ok(account)
}

fn rich<T: Config>(owner: u8) -> MarginAccountId {
	T::Ledger::open_for_benchmark(&key(owner), 0, unit::<T>() * 1_000_000_000)
}

/// Money for the pool, from a rich account.
fn fill_pool<T: Config>() -> Result<(), BenchmarkError> {
	let amount = unit::<T>() * 100_000_000;
	let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-amount);
	T::Ledger::book(Journal::of(vec![giver]).pot(Pot::GlobalPool, amount))
		.map_err(|_| "the ledger refuses to fill the pool")?;
	Ok(())
}

/// Parameters under which every auction may start and one may be sold in part.
fn prepare<T: Config>() {
	let params = AuctionParams {
		cutoff: Money::from_u32(0),
		watched: Default::default(),
		..Default::default()
	};
	Params::<T>::put(params);
	Halt::<T>::kill();
	Quorums::<T>::kill();
}

fn auctioned<T: Config>(owner: u8, p: u32) -> Result<MarginAccountId, BenchmarkError> {
	let account = failing::<T>(owner, p)?;
	let reward_to = rich::<T>(97);
	Pallet::<T>::flag(RawOrigin::Signed(key(3)).into(), account.clone(), reward_to)
		.map_err(|_| "the account cannot be flagged")?;
	Ok(account)
}

/// A feeder's word that an account with `p` positions fails, and who gets the bounty.
fn noticed<T: Config>(p: u32) -> Result<(NoticeOf<T>, NoticeSignatureOf<T>), BenchmarkError> {
	prepare::<T>();
	let feeder = T::Feeders::seat_for_benchmark();
	let notice = Notice {
		feeder,
		slot: 0,
		genesis: Pallet::<T>::genesis_hash(),
		at_block: frame_system::Pallet::<T>::block_number(),
		account: failing::<T>(1, p)?,
		reward_to: Some(rich::<T>(2)),
	};
	let signature = T::Feeders::sign(feeder, &notice.payload()).ok_or("the key is not held")?;
	Ok((notice, signature))
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn flag(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = failing::<T>(1, p)?;
		let reward_to = rich::<T>(2);
		#[extrinsic_call]
		_(RawOrigin::Signed(key(3)), account.clone(), reward_to);
		assert!(Auctions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn bid(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let account = auctioned::<T>(1, p)?;
		// With as many series of his own as leave room.
		let bidder = rich::<T>(2);
		T::Ledger::fill_for_benchmark(&bidder, 2, MAX_POSITIONS - p, true);
		#[extrinsic_call]
		_(
			RawOrigin::Signed(key(2)),
			account.clone(),
			bidder.clone(),
			0,
			Perbill::from_percent(100),
			Cash::MAX,
		);
		assert_eq!(T::Ledger::positions(&bidder).len(), MAX_POSITIONS as usize);
		assert!(!T::Ledger::positions(&account).is_empty(), "sold in part");
		Ok(())
	}

	/// Worst: the auction ends and its bounty is paid. What heals the account is cash.
	#[benchmark]
	fn touch(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, p)?;
		let amount = unit::<T>() * 10_000_000;
		let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-amount);
		let mut taker = Entry::new(account.clone(), Rule::Credit).cash(amount);
		taker.cash -= unit::<T>();
		T::Ledger::book(Journal::of(vec![giver, taker]).pot(Pot::Bounties, unit::<T>()))
			.map_err(|_| "the ledger refuses the addition")?;
		Auctions::<T>::mutate_extant(&account, |auction| auction.bounty = unit::<T>());
		#[extrinsic_call]
		_(RawOrigin::Signed(key(3)), account.clone());
		assert!(!Auctions::<T>::contains_key(account));
		Ok(())
	}

	/// Worst: the pool's account is opened.
	#[benchmark]
	fn take_over(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let account = auctioned::<T>(1, p)?;
		let due = Params::<T>::get().take_over_at();
		Auctions::<T>::mutate_extant(&account, |auction| {
			auction.biddable_ms = due;
			auction.resumed_ms = due;
		});
		#[extrinsic_call]
		_(RawOrigin::Signed(key(3)), account.clone());
		assert!(!Auctions::<T>::contains_key(account));
		let pool = T::Ledger::get_or_open(&T::PoolOwner::get(), 0)?;
		assert_eq!(T::Ledger::positions(&pool).len(), p as usize);
		Ok(())
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin =
			T::RestrictOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Halt::<T>::get().paused);
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		Halt::<T>::put(HaltState { paused: true, until: 0 });
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Halt::<T>::get().paused);
		Ok(())
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		prepare::<T>();
		let watched: Vec<_> = (0..MAX_WATCHED).map(|n| UnderlyingId(n as u16)).collect();
		let params = AuctionParams {
			watched: watched.try_into().map_err(|_| "too many to watch")?,
			..Params::<T>::get()
		};
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params.clone());
		assert_eq!(Params::<T>::get(), params);
		Ok(())
	}

	/// The hook with nothing in auction, after a halt.
	#[benchmark]
	fn poll(w: Linear<0, MAX_WATCHED>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let watched: Vec<_> = (0..w).map(|n| UnderlyingId(n as u16)).collect();
		for underlying in &watched {
			T::Prices::set_for_benchmark(
				*underlying,
				Price::from_u32(1_000),
				FixedU128::from_u32(1),
			);
		}
		let watched = watched.try_into().map_err(|_| "too many to watch")?;
		Params::<T>::mutate(|params| params.watched = watched);
		Clock::<T>::put(1);
		#[block]
		{
			Pallet::<T>::on_poll(Default::default(), &mut WeightMeter::new());
		}
		assert_eq!(Quorums::<T>::get().len(), w as usize);
		Ok(())
	}

	/// One clock.
	#[benchmark]
	fn tick_step(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, p)?;
		Auctions::<T>::mutate_extant(&account, |auction| {
			auction.started = 0;
			auction.last_tick = 0;
		});
		let (halt, params) = (Halt::<T>::get(), Params::<T>::get());
		let seen;
		#[block]
		{
			seen = Pallet::<T>::tick_one(&mut T::Ledger::session(), &account, &halt, &params);
		}
		assert_eq!(seen, p);
		let auction = Auctions::<T>::get(account).ok_or("the auction is gone")?;
		assert_eq!(auction.biddable_ms, T::Time::now().min(params.max_step_ms));
		Ok(())
	}

	/// One ended auction that is too old.
	#[benchmark]
	fn prune_step() -> Result<(), BenchmarkError> {
		prepare::<T>();
		Params::<T>::mutate(|params| params.resume_ms = 0);
		let account = rich::<T>(2);
		let ended = EndedAuction { ended_at: 0, biddable_ms: 0, state_id: 0 };
		Ended::<T>::insert(&account, ended);
		let limit = T::WeightInfo::prune_step().saturating_mul(2);
		#[block]
		{
			Pallet::<T>::prune(limit);
		}
		let old = T::Time::now() > 0;
		assert_eq!(Ended::<T>::contains_key(account), !old);
		Ok(())
	}

	#[benchmark]
	fn flag_as_feeder(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		let (notice, signature) = noticed::<T>(p)?;
		let account = notice.account.clone();
		#[extrinsic_call]
		_(RawOrigin::Authorized, notice, signature);
		assert!(Auctions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn authorize_flag_as_feeder(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		let (notice, signature) = noticed::<T>(p)?;
		let call = Call::<T>::flag_as_feeder { notice, signature };
		#[block]
		{
			call.authorize(TransactionSource::InBlock).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	/// Not a weight, but a figure to compare: all is right but the signature.
	#[benchmark(extra)]
	fn refuse_forged_notice(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		let (mut notice, signature) = noticed::<T>(p)?;
		notice.reward_to = None;
		let call = Call::<T>::flag_as_feeder { notice, signature };
		let refused;
		#[block]
		{
			refused = call.authorize(TransactionSource::InBlock).ok_or("it can be authorized")?;
		}
		assert_eq!(refused.err(), Some(InvalidTransaction::BadProof.into()));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
