// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks. Each has one component at most, and all else is as small as can be (ADR 46): accounts have a position,
//! their sessions know all prices, their markets are crowded. Where the component is a number of accounts, they have
//! their turn in one block, so that what is fixed is what they share. What a weight takes for valued is asserted.

#![allow(clippy::arithmetic_side_effects)]

mod setup;

use crate::{
	costs::{Charged, Size},
	ladder::Due,
	types::*,
	*,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::{
	pallet_prelude::{InvalidTransaction, TransactionSource},
	traits::{Authorize, Get, Hooks, Time},
	weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use setup::*;
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_traits::{
	CashMeans, Charge, FeederKeys, Ledger, Level, OnAuction, Restrictions, Risk, Scope, Watch,
	Work, MAX_DRIVERS,
};

#[benchmarks]
mod benches {
	use super::*;

	/// Each started by the ladder, in one block: valued at the latest prices before, at the median of three now.
	#[benchmark]
	fn start(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_failing::<T>(n)?)?;
		let found = all.found()?;
		#[block]
		{
			for one in found {
				all.done += u32::from(setup::start::<T>(&mut all.session, one));
			}
		}
		all.assert_done(n, 1);
		Ok(())
	}

	/// Each in an expiry of its own.
	#[benchmark]
	fn start_positions(p: Linear<1, MAX_MARKETS>) -> Result<(), BenchmarkError> {
		let mut one = Start::<T>::of(&Shape::expiries(p))?;
		#[block]
		{
			one.go();
		}
		one.assert_done(Work { positions: p, ..Size::ONE.valued(1) });
		Ok(())
	}

	/// Each with a position.
	#[benchmark]
	fn start_underlyings(u: Linear<1, 32>) -> Result<(), BenchmarkError> {
		let mut one = Start::<T>::of(&Shape::underlyings(u))?;
		#[block]
		{
			one.go();
		}
		one.assert_done(Work { underlyings: u, ..Size::ONE.valued(1) });
		Ok(())
	}

	#[benchmark]
	fn start_lots(l: Linear<1, MAX_LOTS>) -> Result<(), BenchmarkError> {
		let mut one = Start::<T>::of(&Shape { lots: l, ..Shape::one() })?;
		#[block]
		{
			one.go();
		}
		one.assert_done(Size::ONE.valued(1));
		Ok(())
	}

	/// Each in another full queue of another full book; without them the account is valued once more.
	#[benchmark]
	fn start_orders(o: Linear<1, MAX_ORDERS>) -> Result<(), BenchmarkError> {
		let mut one = Start::<T>::of(&Shape { orders: o, ..Shape::one() })?;
		#[block]
		{
			one.go();
		}
		one.assert_done(Size::ONE.valued(1));
		Ok(())
	}

	/// Valued through both lenses, which know all prices.
	#[benchmark]
	fn flag() -> Result<(), BenchmarkError> {
		prepare::<T>();
		let account = failing::<T>(1, &Shape::one())?;
		let reward_to = rich::<T>(2);
		let held = T::Ledger::holdings(&account);
		let mut all = Many::<T>::of(vec![account.clone()])?;
		#[block]
		{
			let (known, who, of, to) = (&mut all.session, key(3), account.clone(), reward_to);
			Pallet::<T>::do_flag(known, who, of, Some(to), held.as_ref(), Weight::zero())?;
		}
		assert!(Auctions::<T>::contains_key(account));
		assert_worked::<T>(&all.session, &all.before, Size::ONE.valued(2));
		Ok(())
	}

	/// On a part of the smallest account, to one with cash alone.
	#[benchmark]
	fn bid() -> Result<(), BenchmarkError> {
		let mut deal = Deal::<T>::over(&Shape::one())?;
		#[block]
		{
			deal.bid()?;
		}
		deal.assert_done();
		Ok(())
	}

	/// All in one expiry.
	#[benchmark]
	fn sold_positions(p: Linear<1, MAX_MARKETS>) -> Result<(), BenchmarkError> {
		let mut deal = Deal::<T>::over(&Shape::strikes(p))?;
		#[block]
		{
			deal.bid()?;
		}
		deal.assert_done();
		Ok(())
	}

	/// The same twice, of two sellers to two bidders: the day turns between both, so that the second marks the series
	/// that the first has moved.
	#[benchmark]
	fn sold_positions_again(p: Linear<1, MAX_MARKETS>) -> Result<(), BenchmarkError> {
		let mut both = Deal::<T>::both(&Shape::strikes(p))?;
		let (mut charged, mut again) = (Charged::default(), 0);
		#[block]
		{
			for deal in &mut both {
				deal.bid()?;
				again = deal.note(&mut charged);
				T::Ledger::turn_day_for_benchmark();
			}
		}
		both.iter().for_each(Deal::assert_done);
		assert_eq!(again, p);
		Ok(())
	}

	/// Each with a position, and the bidder has none there yet.
	#[benchmark]
	fn sold_expiries(e: Linear<1, MAX_MARKETS>) -> Result<(), BenchmarkError> {
		let mut deal = Deal::<T>::over(&Shape::expiries(e))?;
		#[block]
		{
			deal.bid()?;
		}
		deal.assert_done();
		Ok(())
	}

	/// Each with a position.
	#[benchmark]
	fn sold_underlyings(u: Linear<1, 32>) -> Result<(), BenchmarkError> {
		let mut deal = Deal::<T>::over(&Shape::underlyings(u))?;
		#[block]
		{
			deal.bid()?;
		}
		deal.assert_done();
		Ok(())
	}

	#[benchmark]
	fn sold_lots(l: Linear<1, MAX_LOTS>) -> Result<(), BenchmarkError> {
		let mut deal = Deal::<T>::over(&Shape { lots: l, ..Shape::one() })?;
		#[block]
		{
			deal.bid()?;
		}
		deal.assert_done();
		Ok(())
	}

	/// Worst: the auction ends and its bounty is paid. What heals the account is cash.
	#[benchmark]
	fn touch() -> Result<(), BenchmarkError> {
		let account = healed::<T>()?;
		let mut all = Many::<T>::of(vec![account.clone()])?;
		#[block]
		{
			Pallet::<T>::do_touch(&mut all.session, account.clone())?;
		}
		assert!(!Auctions::<T>::contains_key(account));
		assert_eq!(T::Ledger::pot(Pot::Bounties), 0);
		assert_worked::<T>(&all.session, &all.before, Size::ONE.valued(1));
		Ok(())
	}

	/// Worst: the pool's account is opened, and a day has begun.
	#[benchmark]
	fn take_over() -> Result<(), BenchmarkError> {
		let account = unwanted::<T>()?;
		let mut all = Many::<T>::of(vec![account.clone()])?;
		T::Ledger::turn_day_for_benchmark();
		#[block]
		{
			Pallet::<T>::do_take_over(&mut all.session, account.clone())?;
		}
		assert!(!Auctions::<T>::contains_key(account));
		let pool = T::Ledger::get_or_open(&T::PoolOwner::get(), 0)?;
		assert_eq!(T::Ledger::positions(&pool).len(), 1);
		assert_worked::<T>(&all.session, &all.before, Size::ONE.valued(1));
		Ok(())
	}

	#[benchmark]
	fn pause() -> Result<(), BenchmarkError> {
		let origin = origin::<T::RestrictOrigin, _>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(Halt::<T>::get().paused);
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let origin = origin::<T::RiskOrigin, _>()?;
		Halt::<T>::put(HaltState { paused: true, until: 0 });
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(!Halt::<T>::get().paused);
		Ok(())
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin = origin::<T::RiskOrigin, _>()?;
		prepare::<T>();
		let params = AuctionParams { fresh_rounds: 5, ..Params::<T>::get() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params.clone());
		assert_eq!(Params::<T>::get(), params);
		Ok(())
	}

	/// The hook with nothing in auction, after a halt.
	#[benchmark]
	fn poll(w: Linear<0, MAX_WATCHED>) -> Result<(), BenchmarkError> {
		watch::<T>(w)?;
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
		let covered = all_covered();
		let (kappa, most) = (Perbill::from_percent(1), Money::from_u32(1_000_000));
		#[extrinsic_call]
		_(RawOrigin::Signed(key(1)), bidder.clone(), kappa, most, covered);
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

	/// Each in one block: a part is sold to the first of as many as may stand. All have the same series, of which a day
	/// has begun.
	#[benchmark]
	fn backstop(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_auctioned::<T>(n)?)?;
		fill_pool::<T>()?;
		let bidder = stand::<T>(MAX_BACKSTOPS)?;
		T::Ledger::turn_for_benchmark(&bidder);
		let looks = all.looks()?;
		T::Ledger::turn_day_for_benchmark();
		#[block]
		{
			for (account, look, bids) in &looks {
				let turned =
					Pallet::<T>::try_backstops(&mut all.session, account, look, &bids.turns);
				let sold = turned.asked.is_some_and(|one| one.bidder == bidder && !one.whole);
				all.done += u32::from(sold);
			}
		}
		assert!(!T::Ledger::positions(&bidder).is_empty());
		all.assert_done(n, 2);
		Ok(())
	}

	/// What stands for each in one block: most of it is for too little.
	#[benchmark]
	fn standing(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_auctioned::<T>(n)?)?;
		stand::<T>(MAX_BACKSTOPS)?;
		let looks = all.looks()?;
		#[block]
		{
			for (account, look, _) in &looks {
				let bids = Pallet::<T>::turns_of(Pallet::<T>::standing(), account, look);
				all.done += u32::from(bids.turns.iter().any(|one| one.held.is_some()));
			}
		}
		assert_eq!(all.done, n);
		Ok(())
	}

	/// Each in one block: something is left of it, and it had no bounty.
	#[benchmark]
	fn end(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let all = ending::<T>(n, 0)?;
		#[block]
		{
			end_all::<T>(&all)?;
		}
		assert!(all.iter().all(|(account, ..)| Hot::<T>::contains_key(account)));
		assert_eq!(AuctionCount::<T>::get(), 0);
		Ok(())
	}

	/// The same, with a bounty each.
	#[benchmark]
	fn end_paid(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let all = ending::<T>(n, unit::<T>())?;
		#[block]
		{
			end_all::<T>(&all)?;
		}
		assert_eq!((AuctionCount::<T>::get(), T::Ledger::pot(Pot::Bounties)), (0, 0));
		Ok(())
	}

	#[benchmark]
	fn open_lots() -> Result<(), BenchmarkError> {
		let (account, _) = debtor::<T>()?;
		#[block]
		{
			<Pallet<T> as CashMeans>::collect(&account, 1)
				.map_err(|_| "the lots cannot be sold")?;
		}
		assert!(LotAuctions::<T>::contains_key(account));
		Ok(())
	}

	/// Of an account with a lot alone, to one with cash alone. Worst: with what is bought all is repaid.
	#[benchmark]
	fn bid_lots() -> Result<(), BenchmarkError> {
		let known = lot_bid::<T>()?;
		let mut all = Many::<T>::of(vec![known.account.clone(), known.bidder.clone()])?;
		#[block]
		{
			Pallet::<T>::do_bid_lots(&mut all.session, key(2), known)?;
		}
		assert!(!LotAuctions::<T>::contains_key(&all.accounts[0]));
		let valued = Work { valuations: 3, ..Work::default() };
		assert_worked::<T>(&all.session, &all.before, valued);
		Ok(())
	}

	/// Worst: it is over.
	#[benchmark]
	fn look_at_lots() -> Result<(), BenchmarkError> {
		let (account, _) = debtor::<T>()?;
		<Pallet<T> as CashMeans>::collect(&account, 1).map_err(|_| "the lots cannot be sold")?;
		fill_offer::<T>(&account);
		add_cash::<T>(&account, 1_000_000)?;
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
		run_markets::<T>(m)?;
		let params = Params::<T>::get();
		#[block]
		{
			let meter = &mut WeightMeter::new();
			Pallet::<T>::run_clocks(&mut T::Ledger::session(), 1, &params, meter);
		}
		assert_eq!(Clocks::<T>::get().groups.first().map(|group| group.auctions), Some(1));
		Ok(())
	}

	/// Each in one block: it goes on.
	#[benchmark]
	fn visit(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_auctioned::<T>(n)?)?;
		let (mut charged, meter) = (Default::default(), &mut WeightMeter::new());
		#[block]
		{
			for account in &all.accounts {
				let seen = Pallet::<T>::visit(&mut all.session, &mut charged, account, meter);
				all.done += u32::from(seen);
			}
		}
		assert_eq!(AuctionCount::<T>::get(), n);
		all.assert_done(n, 1);
		Ok(())
	}

	/// One ended auction that is too old.
	#[benchmark]
	fn prune_step() -> Result<(), BenchmarkError> {
		let account = ended::<T>();
		let limit = T::WeightInfo::prune_step().saturating_mul(2);
		#[block]
		{
			Pallet::<T>::prune(&mut WeightMeter::with_limit(limit));
		}
		assert_eq!(Ended::<T>::contains_key(account), T::Time::now() == 0);
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
		let account = indebted::<T>(1)?;
		bear::<T>(&account)?;
		#[block]
		{
			Pallet::<T>::share_next(&mut WeightMeter::new());
		}
		assert_eq!((T::Ledger::pot(Pot::Insolvency), Sharing::<T>::exists()), (0, false));
		Ok(())
	}

	/// Each in one block: it gained.
	#[benchmark]
	fn charge_gain(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let (accounts, mut loss) = gainers::<T>(n)?;
		let mut all = Many::<T>::of(accounts)?;
		#[block]
		{
			for account in all.accounts.clone() {
				let charge = Charge { account, gain: 2, amount: 1 };
				Pallet::<T>::collect_charge(&mut all.session, &mut loss, charge)?;
				all.done += 1;
			}
		}
		assert_eq!(loss.collected, Cash::from(n));
		all.assert_done(n, 1);
		Ok(())
	}

	/// The list is full, and the scope is the house, whose freeze moves the grace time too.
	#[benchmark]
	fn restrict() -> Result<(), BenchmarkError> {
		fill_levels::<T>();
		let origin = origin::<T::RestrictOrigin, _>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Scope::House, Level::Frozen);
		assert!(<Pallet<T> as Restrictions>::is_house_frozen());
		Ok(())
	}

	#[benchmark]
	fn set_level() -> Result<(), BenchmarkError> {
		fill_levels::<T>();
		let origin = origin::<T::RiskOrigin, _>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Scope::House, Level::Frozen);
		assert!(<Pallet<T> as Restrictions>::is_house_frozen());
		Ok(())
	}

	#[benchmark]
	fn set_level_params() -> Result<(), BenchmarkError> {
		let params = LevelParams { grace_blocks: 7, ..Default::default() };
		let origin = origin::<T::RiskOrigin, _>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		assert_eq!(LevelRules::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn wind_down() -> Result<(), BenchmarkError> {
		let origin = origin::<T::RiskOrigin, _>()?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);
		assert!(WindDown::<T>::exists());
		Ok(())
	}

	/// The odometers alone: `d` of them, each with a price of its own.
	#[benchmark(pov_mode = Measured)]
	fn ladder_odometers(d: Linear<1, MAX_ODOMETERS>) -> Result<(), BenchmarkError> {
		watch_drivers::<T>(d);
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
		let (underlying, expiry) = watch_smile::<T>(s)?;
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

	/// Entries that are due, in one block, of accounts that are on the hot list: nothing is valued.
	#[benchmark]
	fn ladder_drop(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_failing::<T>(n)?)?;
		due_and_hot::<T>(&all.accounts);
		let mut charged = Default::default();
		#[block]
		{
			let mut due = Due::of::<T>(Rail::Time, 1);
			for _ in 0..n {
				let most = Weight::MAX;
				let step = Pallet::<T>::pop(&mut all.session, &mut charged, &mut due, most);
				all.done += u32::from(step.is_some());
			}
		}
		assert!(all.accounts.iter().all(|account| T::Ledger::filed(account).time == 0));
		all.assert_done(n, 0);
		Ok(())
	}

	/// Accounts valued whose entries are due, in one block.
	#[benchmark]
	fn ladder_look(n: Linear<1, 16>) -> Result<(), BenchmarkError> {
		let mut all = Many::<T>::of(all_failing::<T>(n)?)?;
		due_and_hot::<T>(&all.accounts);
		#[block]
		{
			let due = Rungs::<T>::iter_key_prefix(Rail::Time).take(n as usize);
			for (rung, account) in due.collect::<Vec<_>>() {
				Rungs::<T>::remove(Rail::Time, (rung, account.clone()));
				let _ = (T::Ledger::filed(&account), T::Ledger::holdings(&account));
				let free = !Auctions::<T>::contains_key(&account);
				let watched = T::Ledger::watch_in(&mut all.session, &account);
				all.done += u32::from(free && watched.is_ok());
			}
		}
		all.assert_done(n, 1);
		Ok(())
	}

	/// An account that is filed by `d` drivers and time, elsewhere than it was.
	#[benchmark(pov_mode = Measured)]
	fn ladder_file(d: Linear<1, { MAX_DRIVERS + 1 }>) -> Result<(), BenchmarkError> {
		let account = rich::<T>(1);
		let mut filed = file::<T>(&account, &Dues::for_benchmark(d - 1, 1), false);
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
		let origin = origin::<T::RiskOrigin, _>()?;
		watch_drivers::<T>(MAX_ODOMETERS);
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
		let (account, _) = lent::<T>()?;
		#[extrinsic_call]
		_(RawOrigin::Signed(key(1)), account.clone(), LENDER);
		assert!(!Loans::<T>::contains_key(account, LENDER));
		Ok(())
	}

	/// Worst: something paid all of it, and the rest goes back.
	#[benchmark]
	fn tend_loan() -> Result<(), BenchmarkError> {
		let (account, pledge) = lent::<T>()?;
		Pallet::<T>::open_lots(&pledge, 1)?;
		add_cash::<T>(&pledge, 100)?;
		#[extrinsic_call]
		update_loan(RawOrigin::Signed(key(9)), account.clone(), LENDER);
		assert!(!Loans::<T>::contains_key(account, LENDER));
		Ok(())
	}

	#[benchmark]
	fn set_loan_params() -> Result<(), BenchmarkError> {
		let params = LoanParams { redeem_ms: 2 * DAY_MS, ..Default::default() };
		let origin = origin::<T::RiskOrigin, _>()?;
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
