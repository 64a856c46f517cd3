// SPDX-License-Identifier: GPL-3.0-or-later

//! What emergency levels leave of trades, orders and withdrawals.

use crate::{cash_call::*, mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockPrices, MockRestrictions};
use straddle_traits::{Level, Scope};

type Problem = Error<Test>;

const MARKET: Scope = Scope::Market(BTC);

fn set(scope: Scope, level: Level) {
	MockRestrictions::set(scope, level);
}

/// Alice, with so much cash, trades with one who is not asked.
fn swap(series: Series, quantity: Quantity) -> DispatchResult {
	let premium = i128::from(quantity) * mark(&series) / i128::from(CONTRACT);
	let (alice, maker) = (id(ALICE, 0), id(CHARLIE, 0));
	trade((&alice, TRADE), (&maker, Rule::Forced), series, quantity, premium)
}

fn held(series: Series) -> Quantity {
	let held = account(&id(ALICE, 0)).positions.into_iter().find(|(known, _)| *known == series);
	held.map_or(0, |(_, quantity)| quantity)
}

fn order(series: Series, buy: Quantity, sell: Quantity) -> DispatchResult {
	let (buy_cost, sell_proceeds) = (i128::from(buy), i128::from(sell));
	let change = OrderChange { buy, sell, buy_cost, sell_proceeds };
	// Only what is cancelled is a credit.
	let rule = if buy < 0 || sell < 0 { Rule::Credit } else { TRADE };
	Margin::book(Journal::of(vec![Entry::new(id(ALICE, 0), rule).order(series, change)]))
}

/// Alice is short a call at 100,000; Charlie has the money to be anybody's other side.
fn short() {
	open(ALICE, 0, 100_000);
	open(CHARLIE, 0, 10_000_000);
	assert_ok!(swap(call(100_000), -CONTRACT));
}

#[test]
fn row_36_a_market_is_halted_in_tiers() {
	ExtBuilder.build_and_execute(|| {
		short();
		let (naked, hedge, other) = (call(100_000), call(101_000), put(90_000));
		set(MARKET, Level::NoNew);
		// What adds risk is refused, of what is sound as well; what takes risk away goes on, hedges too.
		assert_noop!(swap(naked, -CONTRACT), Problem::Restricted);
		assert_noop!(swap(other, -CONTRACT), Problem::Restricted);
		assert_noop!(swap(other, CONTRACT), Problem::Restricted);
		assert_ok!(swap(naked, CONTRACT / 4));
		assert_ok!(swap(hedge, 3 * CONTRACT / 4));
		set(MARKET, Level::ReduceOnly);
		assert_noop!(swap(hedge, CONTRACT / 4), Problem::Restricted);
		assert_ok!(swap(naked, CONTRACT / 4));
		// Not through zero to the other side.
		assert_noop!(swap(naked, CONTRACT), Problem::Restricted);
		assert_ok!(swap(hedge, -CONTRACT / 8));
		set(MARKET, Level::Frozen);
		assert_noop!(swap(naked, CONTRACT / 4), Problem::Frozen);
		assert_eq!((held(naked), held(hedge)), (-CONTRACT / 2, 5 * CONTRACT / 8));
		// All else goes on: other markets, ways in and out.
		let ether = Series { underlying: ETH, strike: Strike::usd(4_000), ..naked };
		assert_ok!(swap(ether, -CONTRACT));
		deposit(&id(ALICE, 0), USD);
		assert_ok!(withdraw(&id(ALICE, 0), USD));
		set(MARKET, Level::Open);
		assert_ok!(swap(naked, -CONTRACT / 2));
		assert_eq!(held(naked), -CONTRACT);
	});
}

#[test]
fn orders_rest_that_can_close_at_most() {
	ExtBuilder.build_and_execute(|| {
		short();
		let naked = call(100_000);
		assert_ok!(order(naked, 0, CONTRACT));
		for level in [Level::NoNew, Level::ReduceOnly] {
			set(MARKET, level);
			// What rests to sell stays, but nothing comes to it.
			assert_noop!(order(naked, 0, 1), Problem::Restricted);
			assert_ok!(order(naked, 0, -1));
			assert_noop!(order(call(90_000), CONTRACT, 0), Problem::Restricted);
		}
		assert_ok!(order(naked, 0, 2 - CONTRACT));
		assert_noop!(order(naked, CONTRACT + 1, 0), Problem::Restricted);
		assert_ok!(order(naked, CONTRACT, 0));
		assert_noop!(order(naked, 1, 0), Problem::Restricted);
		set(MARKET, Level::Frozen);
		assert_ok!(order(naked, -1, 0));
		assert_noop!(order(naked, 1, 0), Problem::Frozen);
		assert_ok!(order(naked, 1 - CONTRACT, 0));
	});
}

#[test]
fn a_frozen_house_takes_collateral_and_gives_none() {
	ExtBuilder.build_and_execute(|| {
		short();
		let (alice, second) = (id(ALICE, 0), open(ALICE, 1, 100));
		deposit_lot(&alice, DOT, 10);
		set(Scope::House, Level::Frozen);
		let before = account(&alice);
		assert_noop!(withdraw(&alice, 1), Problem::Frozen);
		assert_noop!(swap(call(100_000), CONTRACT), Problem::Frozen);
		assert_noop!(
			Margin::transfer_cash(origin(ALICE), second.clone(), alice.clone(), 1),
			Problem::Frozen
		);
		let bid = Entry::new(alice.clone(), Rule::Bid).cash(-USD);
		let bid = Margin::book(Journal::of(vec![bid]).pot(Pot::GlobalPool, USD));
		assert_eq!(bid, Err(Problem::Frozen.into()));
		assert_eq!(account(&alice), before);
		deposit(&alice, USD);
		deposit_lot(&alice, DOT, 1);
		set(Scope::House, Level::ReduceOnly);
		assert_ok!(withdraw(&alice, USD));
		assert_ok!(swap(call(100_000), CONTRACT));
	});
}

#[test]
fn an_auction_can_end_where_positions_only_get_smaller() {
	ExtBuilder.build_and_execute(|| {
		short();
		set(MARKET, Level::ReduceOnly);
		let bidder = open(BOB, 0, 100_000);
		let call = call(100_000);
		let (premium, failing) = (mark(&call), id(ALICE, 0));
		assert_ok!(trade((&failing, Rule::Forced), (&bidder, Rule::Bid), call, CONTRACT, premium));
		assert_eq!((held(call), account(&bidder).positions[0].1), (0, -CONTRACT));
	});
}

#[test]
fn a_sound_account_gets_safer_by_a_hedge_and_not_by_any_trade() {
	ExtBuilder.build_and_execute(|| {
		short();
		set(Scope::House, Level::NoNew);
		let before = Margin::assess(&id(ALICE, 0), Lens::Latest).expect("a value");
		assert_ok!(swap(call(101_000), CONTRACT));
		let after = Margin::assess(&id(ALICE, 0), Lens::Latest).expect("a value");
		assert!(after.maintenance < before.maintenance);
		// At prices by which nothing could be opened either.
		MockPrices::set_state(BTC, PriceState::Stale);
		assert_noop!(swap(call(100_000), CONTRACT), Problem::PriceUnusable);
	});
}

#[test]
fn row_33_the_clocks_of_a_cash_call_stand_in_a_frozen_house() {
	ExtBuilder.build_and_execute(|| {
		let (lender, debtor) = (open(ALICE, 0, 100), open(BOB, 0, 0));
		let lend = vec![
			Entry::new(debtor, Rule::Forced).cash(-950 * USD),
			Entry::new(lender, Rule::Forced).cash(950 * USD),
		];
		assert_ok!(Margin::book(Journal::of(lend)));
		block_after(0);
		for _ in 0..70 {
			block_after(MINUTE_MS);
		}
		let age = |call: CallWatch| call.open.map(|open| open.age_ms);
		assert_eq!(age(CashCalls::<Test>::get()), Some(10 * MINUTE_MS));
		set(Scope::House, Level::Frozen);
		for _ in 0..600 {
			block_after(MINUTE_MS);
		}
		assert_eq!(age(CashCalls::<Test>::get()), Some(10 * MINUTE_MS));
		let due = Margin::enforce_cash_call(origin(CHARLIE), id(BOB, 0)).map_err(|e| e.error);
		assert_eq!(due.err(), Some(Problem::CashCallNotDue.into()));
		set(Scope::House, Level::Open);
		block_after(MINUTE_MS);
		assert_eq!(age(CashCalls::<Test>::get()), Some(11 * MINUTE_MS));
	});
}
