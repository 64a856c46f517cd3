// SPDX-License-Identifier: GPL-3.0-or-later

//! Rules, and who may change them.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;
use straddle_test_kit::MockAuctions;
use MarketState::*;
use Side::{Buy, Sell};
use TimeInForce::GoodTilCancelled;

fn guardian() -> RuntimeOrigin {
	RuntimeOrigin::signed(Guardian::get())
}

#[test]
fn every_fault_of_a_market_has_its_name() {
	ExtBuilder::default().build_and_execute(|| {
		let faulty = |change: fn(&mut Market), fault| {
			let mut market = market();
			change(&mut market);
			assert_noop!(
				Options::set_market(RuntimeOrigin::root(), U, market),
				Error::<Test>::InvalidMarket(fault)
			);
		};
		faulty(|m| m.calendar.period_ms = MINUTE_MS - 1, MarketFault::Period);
		faulty(|m| m.calendar.offset_ms = DAY_MS, MarketFault::Offset);
		faulty(|m| m.calendar.count = 0, MarketFault::Count);
		faulty(|m| m.calendar.count = 17, MarketFault::Count);
		faulty(|m| m.strike_step = StrikeStep::Fixed(Strike(0)), MarketFault::StrikeStep);
		faulty(
			|m| m.strike_step = StrikeStep::Share(Permill::from_parts(999)),
			MarketFault::StrikeStep,
		);
		faulty(
			|m| m.strike_step = StrikeStep::Share(Permill::from_percent(51)),
			MarketFault::StrikeStep,
		);
		faulty(|m| m.strikes_each_side = 0, MarketFault::Strikes);
		faulty(|m| m.strikes_each_side = 21, MarketFault::Strikes);
		faulty(|m| m.tick = 0, MarketFault::Tick);
		faulty(|m| m.lot = 0, MarketFault::Lot);
		faulty(|m| m.minimum = m.lot - 1, MarketFault::Minimum);
		faulty(|m| m.minimum = m.lot + 1, MarketFault::Minimum);
		faulty(|m| m.minimum = 0, MarketFault::Minimum);
		faulty(|m| m.fees.taker = Permill::from_parts(10_001), MarketFault::Fees);
		faulty(|m| m.fees.maker = Permill::from_parts(10_001), MarketFault::Fees);
		faulty(|m| m.fees.cap = Permill::from_parts(125_001), MarketFault::Fees);
		faulty(|m| m.open_interest_cap = 0, MarketFault::OpenInterest);
	});
}

#[test]
fn markets_are_made_by_risk_and_restricted_by_the_guardian() {
	ExtBuilder::default().build_and_execute(|| {
		let user = || RuntimeOrigin::signed(owner(1));
		assert_noop!(Options::set_market(user(), U, market()), BadOrigin);
		assert_noop!(Options::set_market(guardian(), U, market()), BadOrigin);
		assert_noop!(Options::set_params(guardian(), Params::default()), BadOrigin);
		assert_noop!(Options::restrict_market(user(), U, Halted), BadOrigin);
		assert_noop!(Options::relax_market(guardian(), U, Open), BadOrigin);
		let unknown = UnderlyingId(5);
		assert_noop!(
			Options::restrict_market(guardian(), unknown, Halted),
			Error::<Test>::UnknownMarket
		);
		assert_noop!(
			Options::restrict_market(guardian(), U, Open),
			Error::<Test>::NotMoreRestrictive
		);
		assert_ok!(Options::restrict_market(guardian(), U, Halted));
		let set = Event::MarketStateSet { underlying: U, from: Open, to: Halted };
		assert_eq!(events().last(), Some(&set));
		assert_noop!(
			Options::restrict_market(guardian(), U, ReduceOnly),
			Error::<Test>::NotMoreRestrictive
		);
		// New rules do not open it again; only relaxing does.
		assert_ok!(Options::set_market(RuntimeOrigin::root(), U, market()));
		assert_eq!(Markets::<Test>::get(U).unwrap().state, Halted);
		assert_noop!(
			Options::relax_market(RuntimeOrigin::root(), U, Halted),
			Error::<Test>::NotLessRestrictive
		);
		assert_ok!(Options::relax_market(RuntimeOrigin::root(), U, Open));
		// By a call, without which nothing is open.
		assert_eq!(Markets::<Test>::get(U).unwrap().state, Halted);
		run_block(START + Params::default().call_ms);
		run_block(START + Params::default().call_ms);
		assert_eq!(Markets::<Test>::get(U), Some(market()));
	});
}

#[test]
fn a_halted_market_only_cancels() {
	ExtBuilder::default().build_and_execute(|| {
		let id = place(1, call(1_000), Buy, 10, 500);
		assert_ok!(Options::restrict_market(guardian(), U, Halted));
		let order = place_as(2, call(1_000), Sell, 10, 500, GoodTilCancelled, true);
		assert_eq!(order, Err(Error::<Test>::MarketHalted.into()));
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), id));
	});
}

#[test]
fn in_a_reduce_only_market_neither_side_opens() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 30, 800);
		place(2, call(1_000), Buy, 30, 800);
		// Rested when the market was open, by who has nothing to reduce; and by who has.
		let opens = place(3, call(1_000), Buy, 10, 790);
		let closes = place(1, call(1_000), Buy, 20, 780);
		assert_ok!(Options::restrict_market(guardian(), U, ReduceOnly));
		let order = place_as(2, call(1_000), Sell, 30, 700, GoodTilCancelled, false);
		assert_eq!(order, Err(Error::<Test>::MarketReduceOnly.into()));
		assert_ok!(place_as(2, call(1_000), Sell, 30, 700, GoodTilCancelled, true));
		assert_eq!(cancelled(), [(opens, CancelReason::NothingToReduce)]);
		assert_eq!(trades().last(), Some(&(closes, 780, 20)));
		assert_eq!(Bank::position(&account(1), &call(1_000)), -100_000);
		assert_eq!(Bank::position(&account(3), &call(1_000)), 0);
	});
}

#[test]
fn parameters_are_checked() {
	ExtBuilder::default().build_and_execute(|| {
		let root = RuntimeOrigin::root;
		let wrong = Params { near_mark: Permill::one(), ..Default::default() };
		assert_noop!(Options::set_params(root(), wrong), Error::<Test>::InvalidParams);
		let params = Params { feeders: Permill::zero(), ..Default::default() };
		assert_ok!(Options::set_params(root(), params));
		assert_eq!(Parameters::<Test>::get(), params);
		assert_eq!(events().last(), Some(&Event::ParamsSet { params }));
	});
}

#[test]
fn there_are_so_many_markets_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |n| Options::set_market(RuntimeOrigin::root(), UnderlyingId(n), market());
		for n in 1..MAX_MARKETS as u16 {
			assert_ok!(set(n));
		}
		assert_noop!(set(99), Error::<Test>::TooManyMarkets);
		// One that exists can be changed.
		assert_ok!(set(1));
		assert_eq!(Underlyings::<Test>::get().len(), MAX_MARKETS as usize);
		// Liquidation was told of each, of those at genesis too.
		assert_eq!(MockAuctions::watched(), Underlyings::<Test>::get().to_vec());
	});
}

/// One that was made before liquidation was told of markets.
#[test]
fn a_market_that_is_changed_is_told_of_too() {
	ExtBuilder::default().build_and_execute(|| {
		Markets::<Test>::insert(UnderlyingId(9), market());
		assert_ok!(Underlyings::<Test>::try_append(UnderlyingId(9)));
		assert!(!MockAuctions::watched().contains(&UnderlyingId(9)));
		assert_ok!(Options::set_market(RuntimeOrigin::root(), UnderlyingId(9), market()));
		assert!(MockAuctions::watched().contains(&UnderlyingId(9)));
	});
}

#[test]
fn genesis_reads_json() {
	let json = serde_json::json!({
		"params": {
			"near_mark": 50_000,
			"near_forward": 5_000,
			"feeders": 300_000,
			"global_pool": 400_000,
			"listing_lead_ms": 3_600_000,
		},
		"markets": [[0, {
			"calendar": { "period_ms": 86_400_000, "offset_ms": 28_800_000, "count": 2 },
			"strike_step": { "Share": 50_000 },
			"strikes_each_side": 5,
			"tick": 10_000,
			"lot": 10_000,
			"minimum": 10_000,
			"fees": { "taker": 300, "maker": 100, "cap": 125_000 },
			"open_interest_cap": 1_000_000_000,
			"state": "Open",
		}]],
	});
	let genesis: GenesisConfig<Test> = serde_json::from_value(json).unwrap();
	assert_eq!(genesis.params, Params::default());
	let (underlying, market) = genesis.markets[0];
	assert_eq!((underlying, market.validate()), (U, Ok(())));
	assert_eq!(market.strike_step, StrikeStep::Share(Permill::from_percent(5)));
}

#[test]
#[should_panic(expected = "options: market UnderlyingId(0)")]
fn genesis_refuses_a_faulty_market() {
	ExtBuilder::default().market(|market| market.tick = 0).build();
}

#[test]
#[should_panic(expected = "options: parameters make no sense")]
fn genesis_refuses_faulty_parameters() {
	ExtBuilder::default().params(|params| params.feeders = Permill::one()).build();
}
