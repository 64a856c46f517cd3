// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks. `p` is the number of positions of the account in auction, each in an expiry of its
//! own; it has every kind of lot besides, and as many orders as there may be.

#![allow(clippy::arithmetic_side_effects)]

use crate::{types::*, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	traits::{EnsureOrigin, Get, Hooks, Time},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use sp_runtime::{AccountId32, Perbill};
use straddle_math::fixed::Rounding;
use straddle_primitives::*;
use straddle_traits::{DriverId, Entry, Journal, Ledger, OnAuction, Prices, Risk, Rule, Watch};

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

/// An account below its margin with so many positions and lots.
fn sized<T: Config>(owner: u8, p: u32, l: u32) -> Result<MarginAccountId, BenchmarkError> {
	let account = failing::<T>(owner, p)?;
	let drop = |(kind, amount): &(CollateralId, u128)| (*kind, -(*amount as i128));
	let gone: Vec<_> = T::Ledger::lots(&account).iter().skip(l as usize).map(drop).collect();
	let mut entry = Entry::new(account.clone(), Rule::Forced);
	entry.lots.clone_from(&gone);
	T::Ledger::book(Journal { lots_in: gone, ..Journal::of(vec![entry]) })?;
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

	/// The odometers alone: `d` of them, each with a price of its own.
	#[benchmark(pov_mode = Measured)]
	fn ladder_odometers(d: Linear<1, MAX_ODOMETERS>) -> Result<(), BenchmarkError> {
		let mut odometers = Odometers::default();
		for n in 0..d {
			let driver = match n {
				0..32 => DriverId::Forward(UnderlyingId(n as u16)),
				_ => DriverId::Price(FeedId(n as u16)),
			};
			if let DriverId::Forward(underlying) = driver {
				let one = FixedU128::from_u32(1);
				T::Prices::set_for_benchmark(underlying, Price::from_u32(1_000), one);
			}
			let odometer = Odometer { lowest: 1, ..Odometer::new(driver, [0; 2]) };
			assert!(odometers.insert(odometer));
		}
		OdometerList::<T>::put(odometers);
		let advanced;
		#[block]
		{
			advanced = Pallet::<T>::advance_odometers(&mut WeightMeter::new());
		}
		assert!(advanced);
		assert!(OdometerList::<T>::get().list.iter().any(|odometer| odometer.reading > 0));
		Ok(())
	}

	/// The odometers with one expiry of `s` strikes, all of which have moved.
	#[benchmark(pov_mode = Measured)]
	fn ladder_smile(s: Linear<1, MAX_SMILE_STRIKES>) -> Result<(), BenchmarkError> {
		let underlying = UnderlyingId(0);
		T::Prices::set_for_benchmark(underlying, Price::from_u32(1_000), FixedU128::from_u32(1));
		let expiry = T::Time::now() + 30 * DAY_MS;
		let strikes: Vec<_> = (1..=s).map(|n| (Strike::usd(500 + u64::from(n)), 0)).collect();
		let strikes = strikes.try_into().map_err(|_| "too many strikes")?;
		Smiles::<T>::insert(underlying, expiry, Smile { forward: 0, strikes });
		Expiries::<T>::put(SmileList::truncate_from(vec![(underlying, expiry)]));
		let advanced;
		#[block]
		{
			advanced = Pallet::<T>::advance_odometers(&mut WeightMeter::new());
		}
		assert!(advanced);
		let smile = Smiles::<T>::get(underlying, expiry).ok_or("the expiry is gone")?;
		assert!(smile.strikes.iter().all(|(_, anchor)| *anchor > 0));
		Ok(())
	}

	/// Worst: it looks as if the account could be put into auction, and it cannot. The figure for lots is that
	/// of one with every kind.
	#[benchmark(pov_mode = Measured)]
	fn ladder_look(
		p: Linear<0, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = sized::<T>(1, p, l)?;
		Params::<T>::mutate(|params| params.max_auctions = 0);
		let filed = T::Ledger::filed(&account);
		let weight;
		#[block]
		{
			weight = Pallet::<T>::look(&mut T::Ledger::session(), &account, filed);
		}
		assert!(weight.any_gt(frame_support::weights::Weight::zero()));
		assert!(!Auctions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn refile_all() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let mut odometers = Odometers::default();
		for n in 0..MAX_ODOMETERS {
			odometers.insert(Odometer::new(DriverId::Price(FeedId(n as u16)), [0; 2]));
		}
		OdometerList::<T>::put(odometers);
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(OdometerList::<T>::get().list.iter().all(|odometer| odometer.reading > 0));
		assert!(!AllAccounts::<T>::get().done);
		Ok(())
	}

	/// An account that cannot be filed by drivers, since nothing has measured them: what it is filed by is
	/// measured in `ladder_look`.
	#[benchmark(pov_mode = Measured)]
	fn file(p: Linear<0, MAX_POSITIONS>, l: Linear<0, MAX_LOTS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = sized::<T>(1, p, l)?;
		let mut filed = T::Ledger::filed(&account);
		Pallet::<T>::unfile(&account, &mut filed);
		T::Ledger::set_filed(&account, filed);
		#[block]
		{
			// One without positions and debt needs no watching, and then nothing is filed.
			let _ = Pallet::<T>::file(RawOrigin::Signed(key(3)).into(), account.clone());
		}
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
