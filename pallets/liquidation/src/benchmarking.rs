// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks. `p` is the number of positions of the account in auction, each in an expiry of its
//! own, `l` that of its lots, `o` that of its orders. What the accounts of a block share of prices is
//! measured in `prices`, and known in what is measured of single accounts.

#![allow(clippy::arithmetic_side_effects)]

mod setup;

use crate::{bids::Session, types::*, *};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	pallet_prelude::{InvalidTransaction, TransactionSource},
	traits::{Authorize, EnsureOrigin, Get, Hooks, Time},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use setup::*;
use sp_runtime::{AccountId32, Perbill};
use straddle_math::fixed::Rounding;
use straddle_primitives::*;
use straddle_traits::{
	CashMeans, Charge, CollateralCredit, DriverId, Entry, FeederKeys, Journal, Ledger, Level,
	OnAuction, OverdueCash, Prices, Restrictions, Risk, Rule, Scope, Watch, MAX_DRIVERS,
};

#[benchmarks]
mod benches {
	use super::*;

	/// What is read of `u` underlyings, `s` series and `k` kinds, through both lenses, where nothing was read yet.
	#[benchmark]
	fn prices(
		u: Linear<0, { costs::MAX_UNDERLYINGS / 2 }>,
		s: Linear<0, { 2 * MAX_POSITIONS }>,
		k: Linear<0, MAX_LOTS>,
	) -> Result<(), BenchmarkError> {
		for n in 0..u.max(1) {
			let one = FixedU128::from_u32(1);
			T::Prices::set_for_benchmark(UnderlyingId(n as u16), Price::from_u32(1_000), one);
		}
		let now = T::Time::now();
		let series = |n: u32| Series {
			underlying: UnderlyingId((n % u.max(1)) as u16),
			expiry: now + u64::from(1 + n / u.max(1) % 16) * 30 * DAY_MS,
			strike: Strike::usd(500 + u64::from(n)),
			kind: if n.is_multiple_of(2) { Kind::Call } else { Kind::Put },
		};
		let all: Vec<_> = (0..s).map(series).collect();
		let kinds = T::Collateral::kinds_for_benchmark();
		let mut session = T::Ledger::session();
		let mut priced = 0;
		#[block]
		{
			for lens in [Lens::Latest, Lens::MedianOfThree] {
				let mut known = Default::default();
				for n in 0..u {
					let expiry = now + 30 * DAY_MS;
					T::Prices::forward_in(&mut known, UnderlyingId(n as u16), expiry, lens);
				}
				for one in &all {
					priced += u32::from(T::Ledger::mark_in(&mut session, one, lens).is_ok());
				}
				let mut known = Default::default();
				for kind in kinds.iter().take(k as usize) {
					let credit = T::Collateral::credit_in(&mut known, *kind, 1, lens);
					priced += u32::from(credit.is_ok());
				}
			}
		}
		assert!(priced >= 2 * s);
		Ok(())
	}

	/// Two valuations, the record, and its orders. The prices are known.
	#[benchmark]
	fn flag(
		p: Linear<1, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
		o: Linear<0, MAX_ORDERS>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = failing::<T>(1, [p, l, o])?;
		let reward_to = rich::<T>(2);
		let (held, bids) = (T::Ledger::holdings(&account), Default::default());
		let mut session = warm::<T>(&[&account])?;
		let started;
		#[block]
		{
			let (who, account, reward_to) = (key(3), account.clone(), Some(reward_to));
			started =
				Pallet::<T>::do_flag(&mut session, who, account, reward_to, held.as_ref(), &bids);
		}
		started?;
		assert!(Auctions::<T>::contains_key(account));
		Ok(())
	}

	/// `t` positions change hands; the bidder has `p` series, of every expiry of them one already, and `l` lots as
	/// the seller has. The prices are known.
	#[benchmark]
	fn bid(
		p: Linear<256, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
		t: Linear<1, 256>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let account = auctioned::<T>(1, t, l)?;
		let bidder = bidder::<T>(&account, p, l)?;
		let mut session = warm::<T>(&[&account, &bidder])?;
		let sold;
		#[block]
		{
			let (who, all) = (key(2), Perbill::from_percent(100));
			let (account, bidder) = (account.clone(), bidder.clone());
			sold = Pallet::<T>::do_bid(&mut session, who, account, bidder, 0, all, Cash::MAX);
		}
		sold?;
		assert!(T::Ledger::positions(&bidder).len() >= p.max(t) as usize);
		assert!(!T::Ledger::positions(&account).is_empty(), "sold in part");
		Ok(())
	}

	/// Worst: the auction ends and its bounty is paid. What heals the account is cash. The prices are known.
	#[benchmark]
	fn touch(p: Linear<1, MAX_POSITIONS>, l: Linear<0, MAX_LOTS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, p, l)?;
		let amount = unit::<T>() * 10_000_000;
		let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-amount);
		let mut taker = Entry::new(account.clone(), Rule::Credit).cash(amount);
		taker.cash -= unit::<T>();
		T::Ledger::book(Journal::of(vec![giver, taker]).pot(Pot::Bounties, unit::<T>()))
			.map_err(|_| "the ledger refuses the addition")?;
		Auctions::<T>::mutate_extant(&account, |auction| auction.bounty = unit::<T>());
		let mut session = warm::<T>(&[&account])?;
		#[block]
		{
			Pallet::<T>::do_touch(&mut session, account.clone())?;
		}
		assert!(!Auctions::<T>::contains_key(account));
		Ok(())
	}

	/// Worst: the pool's account is opened. The prices are known.
	#[benchmark]
	fn take_over(
		p: Linear<1, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let account = auctioned::<T>(1, p, l)?;
		let due = Params::<T>::get().take_over_at();
		Auctions::<T>::mutate_extant(&account, |auction| {
			auction.clock.banked_ms = due;
			auction.resumed_ms = due;
		});
		let mut session = warm::<T>(&[&account])?;
		#[block]
		{
			Pallet::<T>::do_take_over(&mut session, account.clone())?;
		}
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

	/// Worst: the list is full, the last of it makes room, and all of the account is valued.
	#[benchmark]
	fn place_backstop() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let bidder = rich::<T>(1);
		T::Ledger::fill_for_benchmark(&bidder, 1, MAX_POSITIONS, true);
		stand::<T>(MAX_BACKSTOPS)?;
		let watched: Vec<_> = (0..MAX_WATCHED).map(|n| UnderlyingId(n as u16)).collect();
		let watched: Watched = watched.try_into().map_err(|_| "too many underlyings")?;
		let (kappa, most) = (Perbill::from_percent(1), Money::from_u32(1_000_000));
		#[extrinsic_call]
		_(RawOrigin::Signed(key(1)), bidder.clone(), kappa, most, watched);
		assert_eq!(Backstops::<T>::get().first().map(|one| one.bidder.clone()), Some(bidder));
		Ok(())
	}

	#[benchmark]
	fn cancel_backstop() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let bidder = stand::<T>(MAX_BACKSTOPS)?;
		#[extrinsic_call]
		_(RawOrigin::Signed(key(100)), bidder);
		assert_eq!(Backstops::<T>::get().len(), MAX_BACKSTOPS as usize - 1);
		Ok(())
	}

	/// As `bid`. Worst: one whose account is gone, one of the same owner, then one that takes a part. The prices are
	/// known.
	#[benchmark]
	fn backstop(
		p: Linear<256, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
		t: Linear<1, 256>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		fill_pool::<T>()?;
		let account = auctioned::<T>(1, t, l)?;
		stand::<T>(MAX_BACKSTOPS)?;
		let bidder = bidder::<T>(&account, p, l)?;
		let held = T::Ledger::positions(&account);
		let mut underlyings: Vec<_> = held.iter().map(|(series, _)| series.underlying).collect();
		underlyings.dedup();
		let (gone, own) = (MarginAccountId(key(4)), T::Ledger::open_for_benchmark(&key(1), 1, 0));
		Backstops::<T>::mutate(|list| {
			for (place, one) in [gone, own, bidder.clone()].into_iter().enumerate() {
				if let Some(standing) = list.get_mut(place) {
					standing.bidder = one;
					standing.kappa_min = Perbill::zero();
					standing.underlyings = Watched::truncate_from(underlyings.clone());
				}
			}
		});
		let mut session = warm::<T>(&[&account, &bidder])?;
		let look = Pallet::<T>::look_up(&mut session, &account).map_err(|_| "no auction")?;
		let turn;
		#[block]
		{
			let bids = Pallet::<T>::standing_for(&account, &held);
			turn = Pallet::<T>::try_backstops(&mut session, &account, &look, &bids.turns);
		}
		assert!(turn.is_some_and(|asked| asked.bidder == bidder && !asked.whole));
		assert!(T::Ledger::positions(&bidder).len() >= p.max(t) as usize);
		Ok(())
	}

	/// As the ladder starts it: valued at the latest prices before.
	#[benchmark]
	fn start(
		p: Linear<1, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
		o: Linear<0, MAX_ORDERS>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = failing::<T>(1, [p, l, o])?;
		let mut session = warm::<T>(&[&account])?;
		let held = T::Ledger::holdings(&account).ok_or("it is there")?;
		let latest = T::Ledger::assess_in(&mut session, &account, Lens::Latest).ok();
		let started;
		#[block]
		{
			let (of, bids) = (account.clone(), Default::default());
			started = Pallet::<T>::start(&mut session, None, of, None, held, latest, &bids);
		}
		assert!(started.is_ok() && Auctions::<T>::contains_key(&account));
		Ok(())
	}

	/// Something is left of it, and it had no bounty.
	#[benchmark]
	fn end() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, 1, 0)?;
		let auction = Auctions::<T>::get(&account).ok_or("it is in auction")?;
		let held = T::Ledger::holdings(&account).ok_or("it is there")?;
		#[block]
		{
			let reason = EndReason::Healed;
			Pallet::<T>::end(account.clone(), &held, &auction, 0, reason)?;
		}
		assert!(!Auctions::<T>::contains_key(&account) && Hot::<T>::contains_key(&account));
		Ok(())
	}

	#[benchmark]
	fn open_lots() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, _) = debtor::<T>()?;
		#[block]
		{
			<Pallet<T> as CashMeans>::collect(&account, 1)
				.map_err(|_| "the lots cannot be sold")?;
		}
		assert!(LotAuctions::<T>::contains_key(account));
		Ok(())
	}

	/// Worst: both accounts are full, and with what is bought all is repaid.
	#[benchmark]
	fn bid_lots() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, kind) = debtor::<T>()?;
		<Pallet<T> as CashMeans>::collect(&account, 1).map_err(|_| "the lots cannot be sold")?;
		let bidder = rich::<T>(2);
		T::Ledger::fill_for_benchmark(&bidder, 2, MAX_POSITIONS, true);
		let state_id = LotAuctions::<T>::get(&account).ok_or("no sale")?.state_id;
		#[extrinsic_call]
		_(
			RawOrigin::Signed(key(2)),
			account.clone(),
			bidder,
			state_id,
			kind,
			1_000_000_000_000,
			Cash::from(u64::MAX),
		);
		assert!(!LotAuctions::<T>::contains_key(account));
		Ok(())
	}

	/// Worst: it is over.
	#[benchmark]
	fn look_at_lots() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, _) = debtor::<T>()?;
		<Pallet<T> as CashMeans>::collect(&account, 1).map_err(|_| "the lots cannot be sold")?;
		let giver = Entry::new(rich::<T>(99), Rule::Forced).cash(-unit::<T>() * 1_000_000);
		let taker = Entry::new(account.clone(), Rule::Credit).cash(unit::<T>() * 1_000_000);
		T::Ledger::book(Journal::of(vec![giver, taker])).map_err(|_| "nothing is repaid")?;
		#[block]
		{
			Pallet::<T>::look_at_lots(&mut WeightMeter::new());
		}
		assert!(!LotAuctions::<T>::contains_key(account));
		Ok(())
	}

	/// One underlying of which auctions hold `m` markets.
	#[benchmark]
	fn run_scope(m: Linear<1, MAX_MARKETS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, 1, 0)?;
		let (held, _) = *T::Ledger::positions(&account).first().ok_or("no position")?;
		let market = |n: u32| Series { expiry: held.expiry + u64::from(n) * DAY_MS, ..held };
		let markets = (0..m).map(market).collect::<Vec<_>>();
		Markets::<T>::insert(held.underlying, MarketList::truncate_from(markets));
		Auctions::<T>::mutate_extant(&account, |auction| {
			Pallet::<T>::unwind(&auction.clock);
			auction.clock = Pallet::<T>::wind(&[held], 0);
		});
		let params = Params::<T>::get();
		#[block]
		{
			let meter = &mut WeightMeter::new();
			Pallet::<T>::run_clocks(&mut T::Ledger::session(), 1, &params, meter);
		}
		assert_eq!(Clocks::<T>::get().groups.first().map(|group| group.auctions), Some(1));
		Ok(())
	}

	/// What the accounts of one block share besides prices, and one account.
	#[benchmark]
	fn visit_base() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, 1, 0)?;
		let looked;
		#[block]
		{
			looked = Pallet::<T>::look_up(&mut T::Ledger::session(), &account).is_ok();
		}
		assert!(looked);
		Ok(())
	}

	/// An auction that goes on. The prices are known.
	#[benchmark]
	fn visit(p: Linear<1, MAX_POSITIONS>, l: Linear<0, MAX_LOTS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = auctioned::<T>(1, p, l)?;
		let (mut session, meter) = (warm::<T>(&[&account])?, &mut WeightMeter::new());
		let mut charged = Default::default();
		let seen;
		#[block]
		{
			seen = Pallet::<T>::visit(&mut session, &mut charged, &account, meter);
		}
		assert!(seen && Auctions::<T>::contains_key(account));
		Ok(())
	}

	/// One ended auction that is too old.
	#[benchmark]
	fn prune_step() -> Result<(), BenchmarkError> {
		prepare::<T>();
		Params::<T>::mutate(|params| params.resume_ms = 0);
		let account = rich::<T>(2);
		let ended = EndedAuction { ended_at: 0, biddable_ms: 0, state_id: 0, sale: Sale::Whole };
		Ended::<T>::insert(&account, ended);
		let limit = T::WeightInfo::prune_step().saturating_mul(2);
		#[block]
		{
			Pallet::<T>::prune(&mut WeightMeter::with_limit(limit));
		}
		let old = T::Time::now() > 0;
		assert_eq!(Ended::<T>::contains_key(account), !old);
		Ok(())
	}

	#[benchmark]
	fn look_at_losses() {
		prepare::<T>();
		#[block]
		{
			Pallet::<T>::share_losses(&mut WeightMeter::new());
		}
		assert!(!Sharing::<T>::exists());
	}

	/// A debt that no market made.
	#[benchmark]
	fn write_off() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = indebted::<T>(1)?;
		#[block]
		{
			Pallet::<T>::write_off(&account)?;
		}
		assert_eq!(T::Ledger::pot(Pot::Insolvency), -unit::<T>());
		Ok(())
	}

	/// As many underlyings wait as there are, and the pool pays.
	#[benchmark]
	fn share_next() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = indebted::<T>(1)?;
		Pallet::<T>::write_off(&account)?;
		fill_pool::<T>()?;
		for n in 0..MAX_WATCHED {
			Unborne::<T>::insert(Bearer::Gains(UnderlyingId(1_000 + n as u16)), 1);
		}
		#[block]
		{
			Pallet::<T>::share_next(&mut WeightMeter::new());
		}
		assert_eq!((T::Ledger::pot(Pot::Insolvency), Sharing::<T>::exists()), (0, false));
		Ok(())
	}

	/// One account that gained, and all that is read of prices.
	#[benchmark]
	fn charge_gain(p: Linear<1, MAX_POSITIONS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = rich::<T>(1);
		T::Ledger::fill_for_benchmark(&account, 1, p, false);
		let charge = Charge { account, gain: 2, amount: 1 };
		let debtor = indebted::<T>(2)?;
		Pallet::<T>::write_off(&debtor)?;
		let mut loss = OpenLoss { number: 1, amount: unit::<T>(), ..Default::default() };
		Sharing::<T>::put(&loss);
		#[block]
		{
			Pallet::<T>::collect_charge(&mut T::Ledger::session(), &mut loss, charge)?;
		}
		assert_eq!(loss.collected, 1);
		Ok(())
	}

	/// The list is full, and the scope is the house, whose freeze moves the grace time too.
	#[benchmark]
	fn restrict() -> Result<(), BenchmarkError> {
		Pallet::<T>::fill_levels();
		Levels::<T>::mutate(|levels| levels.truncate(MAX_LEVELS as usize - 1));
		let origin =
			T::RestrictOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Scope::House, Level::Frozen);
		assert!(<Pallet<T> as Restrictions>::is_house_frozen());
		Ok(())
	}

	#[benchmark]
	fn set_level() -> Result<(), BenchmarkError> {
		Pallet::<T>::fill_levels();
		Levels::<T>::mutate(|levels| levels.truncate(MAX_LEVELS as usize - 1));
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Scope::House, Level::Frozen);
		assert!(<Pallet<T> as Restrictions>::is_house_frozen());
		Ok(())
	}

	#[benchmark]
	fn set_level_params() -> Result<(), BenchmarkError> {
		let params = LevelParams { grace_blocks: 7, ..Default::default() };
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(LevelRules::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn wind_down() -> Result<(), BenchmarkError> {
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(WindDown::<T>::exists());
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

	/// An account valued whose entry is due. The prices are known.
	#[benchmark(pov_mode = Measured)]
	fn ladder_look(
		p: Linear<0, MAX_POSITIONS>,
		l: Linear<0, MAX_LOTS>,
	) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = failing::<T>(1, [p, l, 0])?;
		let mut session = warm::<T>(&[&account])?;
		Rungs::<T>::insert(Rail::Time, (1u32.to_be_bytes(), account.clone()), ());
		let looked;
		#[block]
		{
			let _ = Rungs::<T>::iter_key_prefix(Rail::Time).next();
			Rungs::<T>::remove(Rail::Time, (1u32.to_be_bytes(), account.clone()));
			let _ = (T::Ledger::filed(&account), T::Ledger::holdings(&account));
			let free = !Auctions::<T>::contains_key(&account);
			looked = free && T::Ledger::exposure_in(&mut session, &account).is_ok();
		}
		assert!(looked);
		Ok(())
	}

	/// An account that is filed by `d` drivers and time, elsewhere than it was.
	#[benchmark(pov_mode = Measured)]
	fn ladder_file(d: Linear<1, { MAX_DRIVERS + 1 }>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = rich::<T>(1);
		let mut filed = T::Ledger::filed(&account);
		Pallet::<T>::file_at(&account, &mut filed, &Dues::for_benchmark(d - 1, 1), true);
		T::Ledger::set_filed(&account, filed.clone());
		let dues = Dues::for_benchmark(d - 1, 2);
		#[block]
		{
			Pallet::<T>::file_at(&account, &mut filed, &dues, true);
			T::Ledger::set_filed(&account, filed);
		}
		let filed = T::Ledger::filed(&account);
		assert_eq!((filed.dues.len() as u32, filed.time), (d - 1, 2));
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

	/// What a feeder's flag needs besides the flag: who the feeder is.
	#[benchmark]
	fn flag_as_feeder() -> Result<(), BenchmarkError> {
		let (notice, _) = noticed::<T>()?;
		let feeder;
		#[block]
		{
			feeder = T::Feeders::account(notice.feeder);
		}
		assert!(feeder.is_some());
		Ok(())
	}

	/// Of the smallest account.
	#[benchmark]
	fn authorize_flag_as_feeder() -> Result<(), BenchmarkError> {
		let (notice, signature) = noticed::<T>()?;
		let call = Call::<T>::flag_as_feeder { notice, signature };
		#[block]
		{
			call.authorize(TransactionSource::InBlock).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	/// Not a weight, but a figure to compare: all is right but the signature.
	#[benchmark(extra)]
	fn refuse_forged_notice() -> Result<(), BenchmarkError> {
		let (mut notice, signature) = noticed::<T>()?;
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

	/// What the moves of lots weigh is charged as they move.
	#[benchmark]
	fn lend(l: Linear<1, MAX_LOTS>) -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, lots) = stranded::<T>(l)?;
		let mut session = T::Ledger::session();
		let left;
		#[block]
		{
			left = Pallet::<T>::lend_against(&mut session, &account, LENDER, lots);
		}
		assert_eq!(left, Ok(0));
		Ok(())
	}

	#[benchmark]
	fn redeem() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, _) = lent::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(key(1)), account.clone(), LENDER);
		assert!(!Loans::<T>::contains_key(account, LENDER));
		Ok(())
	}

	/// Worst: something paid all of it, and the rest goes back.
	#[benchmark]
	fn tend_loan() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let (account, pledge) = lent::<T>()?;
		Pallet::<T>::open_lots(&pledge, 1)?;
		let giver = Entry::new(rich::<T>(96), Rule::Forced).cash(-unit::<T>() * 100);
		let taker = Entry::new(pledge, Rule::Credit).cash(unit::<T>() * 100);
		T::Ledger::book(Journal::of(vec![giver, taker])).map_err(|_| "nothing is paid")?;
		#[extrinsic_call]
		update_loan(RawOrigin::Signed(key(9)), account.clone(), LENDER);
		assert!(!Loans::<T>::contains_key(account, LENDER));
		Ok(())
	}

	#[benchmark]
	fn set_loan_params() -> Result<(), BenchmarkError> {
		let params = LoanParams { redeem_ms: 2 * DAY_MS, ..Default::default() };
		let origin =
			T::RiskOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(LoanRules::<T>::get(), params);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
