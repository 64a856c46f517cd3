// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::assert_ok;
use straddle_math::black76;
use straddle_test_kit::MockPrices;
use straddle_traits::Risk;

/// The ledger without any rule: put a position into an account, the other side into Charlie's.
fn hold(account: &MarginAccountId, series: Series, quantity: Quantity) {
	let other = id(CHARLIE, 9);
	if !Accounts::<Test>::contains_key(&other) {
		open(CHARLIE, 9, 0);
	}
	assert_ok!(trade((account, Rule::Forced), (&other, Rule::Forced), series, quantity, 0));
}

fn assess(account: &MarginAccountId) -> Assessment {
	Margin::assess(account, Lens::Latest).expect("the account can be valued")
}

fn mark(series: &Series) -> Money {
	Margin::mark(series, Lens::Latest).expect("a mark").0
}

/// What Black-76 says at the mock's prices: spot 100,000, 60 %, thirty days.
fn at_the_money() -> Money {
	let wad = straddle_math::WAD;
	let price = black76::price(
		black76::Kind::Call,
		100_000 * wad,
		100_000 * wad,
		wad * 6 / 10,
		30 * DAY_MS,
	);
	Money::from_inner(price.expect("a price"))
}

#[test]
fn cash_alone_needs_no_price() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 7);
		MockPrices::reset();
		Haircuts::set_peg(FixedU128::from_u32(0), PriceState::NonPositive);
		let expected = Assessment {
			cash: money(7),
			lots: LotCredit { state: PriceState::Valid, ..Default::default() },
			state: PriceState::Valid,
			orders: PriceState::Valid,
			..Default::default()
		};
		assert_eq!(assess(&account), expected);
		let nobody = Margin::assess(&id(BOB, 0), Lens::Latest);
		assert_eq!(nobody, Err(Error::<Test>::NoAccount.into()));
	});
}

#[test]
fn a_naked_short_call_needs_its_formula() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 20_000);
		hold(&account, call(100_000), -CONTRACT);
		let is = assess(&account);
		// About 6,854: 100,000 · (2 N(.6 √(30/365) / 2) − 1).
		let premium = at_the_money();
		assert!(money(6_853) < premium && premium < money(6_855), "{premium:?}");
		assert_eq!(mark(&call(100_000)), premium);
		assert_eq!(is.options, Money::from_inner(-premium.into_inner()));
		// 15 % of spot and .5 % for being naked; 9 % and .3 %.
		assert_eq!((is.initial, is.maintenance), (money(15_500), money(9_300)));
		assert_eq!(is.equity_initial(), Money::from_inner((money(20_000) - premium).into_inner()));
		assert_eq!(is.state, PriceState::Valid);
	});
}

#[test]
fn a_long_option_counts_nothing_and_limits_a_short() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		hold(&account, call(110_000), CONTRACT);
		let is = assess(&account);
		assert_eq!(is.options, mark(&call(110_000)));
		assert_eq!((is.initial, is.maintenance), (is.options, is.options));
		// With a short at 100,000 against it at most 10,000 can be lost; one naked short.
		hold(&account, call(100_000), -CONTRACT);
		let is = assess(&account);
		assert_eq!(is.initial_excess(), money(-10_500));
		assert_eq!(is.maintenance_excess(), money(-10_300));
	});
}

#[test]
fn expiries_and_underlyings_are_margined_apart() {
	ExtBuilder.build_and_execute(|| {
		let (account, near) = (open(ALICE, 0, 0), call(100_000));
		let later = Series { expiry: EXPIRY + DAY_MS, ..near };
		let other = Series { underlying: ETH, strike: Strike::usd(4_000), ..near };
		hold(&account, near, -CONTRACT);
		hold(&account, later, CONTRACT);
		hold(&account, other, -CONTRACT);
		let is = assess(&account);
		let value = mark(&later) - mark(&near) - mark(&other);
		assert_eq!(is.options, value);
		// The later call neither counts nor helps.
		let rest = money(15_500) + mark(&later) + money(620);
		assert_eq!(is.initial, rest);
		assert_eq!(is.maintenance, money(9_300) + mark(&later) + money(372));
	});
}

#[test]
fn lots_count_by_their_credit() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1);
		deposit_lot(&account, DOT, 100);
		let is = assess(&account);
		assert_eq!(is.lots.full, money(1_000));
		assert_eq!((is.lots.initial, is.lots.maintenance), (money(800), money(900)));
		assert_eq!((is.equity(), is.initial_excess()), (money(1_001), money(801)));
		assert_eq!(is.maintenance_excess(), money(901));
		// A kind that the registry does not know is an error, not a zero.
		deposit_lot(&account, CollateralId(2), 1);
		assert!(Margin::assess(&account, Lens::Latest).is_err());
		Haircuts::list(CollateralId(2), 1);
		assert_eq!(assess(&account).lots.full, money(1_001));
	});
}

#[test]
fn a_lot_that_counts_nothing_does_not_stop_the_rest() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1);
		deposit_lot(&account, DOT, 1);
		let zero = money(0);
		Haircuts::set(DOT, (money(10), zero, money(5), PriceState::Stale));
		let is = assess(&account);
		assert_eq!((is.state, is.lots.state), (PriceState::Valid, PriceState::Stale));
		Haircuts::set(DOT, (money(10), money(8), money(9), PriceState::Uncertain));
		assert_eq!(assess(&account).state, PriceState::Uncertain);
	});
}

#[test]
fn the_worst_state_of_what_is_needed_counts() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1);
		hold(&account, call(100_000), 1);
		MockPrices::set_state(ETH, PriceState::NoQuorum);
		assert_eq!(assess(&account).state, PriceState::Valid);
		MockPrices::set_state(BTC, PriceState::Stale);
		assert_eq!(assess(&account).state, PriceState::Stale);
		MockPrices::set_state(BTC, PriceState::Valid);
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::TooVolatile);
		assert_eq!(assess(&account).state, PriceState::TooVolatile);
		assert_eq!(Margin::mark(&call(1), Lens::Latest).map(|m| m.1), Ok(PriceState::TooVolatile));
	});
}

#[test]
fn a_price_of_zero_is_an_error() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1);
		hold(&account, call(100_000), 1);
		let missing = Err(Error::<Test>::NoPrice.into());
		Haircuts::set_peg(FixedU128::from_u32(0), PriceState::NonPositive);
		assert_eq!(Margin::assess(&account, Lens::Latest), missing);
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::Valid);
		MockPrices::reset();
		assert_eq!(Margin::assess(&account, Lens::Latest), missing);
		assert_eq!(Margin::mark(&call(1), Lens::Latest).map(|_| ()), missing.map(|_| ()));
	});
}

#[test]
fn usd_become_cash_units_by_the_peg() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 20_000);
		hold(&account, call(100_000), -CONTRACT);
		Haircuts::set_peg(FixedU128::from_rational(8, 10), PriceState::Valid);
		let is = assess(&account);
		assert_eq!(is.cash, money(20_000));
		assert_eq!((is.initial, is.maintenance), (money(19_375), money(11_625)));
		// A liability rounds down, against the account; a mark rounds down too.
		let premium = at_the_money().into_inner();
		assert_eq!(is.options.into_inner(), -((premium * 10 + 7) / 8));
		assert_eq!(mark(&call(100_000)).into_inner(), premium * 10 / 8);
	});
}

#[test]
fn the_median_lens_looks_at_the_median() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		hold(&account, put(100_000), -CONTRACT);
		MockPrices::set_median(BTC, price(200_000));
		let median = Margin::assess(&account, Lens::MedianOfThree).expect("a value");
		// 13 % of 200,000 and .5 %, against 15 % of 100,000 and .5 %.
		assert_eq!(median.initial, money(27_000));
		assert_eq!(assess(&account).initial, money(15_500));
	});
}

#[test]
fn a_settled_position_is_worth_its_payoff_and_needs_no_margin() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 10_000);
		hold(&account, call(99_000), CONTRACT / 2);
		hold(&account, put(101_000), -2 * CONTRACT);
		let change = OrderChange { sell: 5 * CONTRACT, sell_proceeds: 5, ..Default::default() };
		let resting = Entry::new(account.clone(), Rule::Forced).order(call(99_000), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		Clock::set(EXPIRY);
		// Before the price is fixed: the payoff on the forward, with margin.
		MockPrices::set_volatility(BTC, FixedU128::from_u32(0));
		assert_eq!(assess(&account).options, money(500 - 2_000));
		assert!(assess(&account).maintenance > money(9_000));
		MockPrices::settle(BTC, EXPIRY, price(100_000));
		MockPrices::set_spot_reading(BTC, Reading::default());
		let is = assess(&account);
		assert_eq!(is.options, money(-1_500));
		assert_eq!((is.initial, is.maintenance), (money(0), money(0)));
		assert_eq!(is.state, PriceState::Valid);
		assert_eq!(
			Margin::mark(&call(99_000), Lens::Latest),
			Ok((money(1_000), PriceState::Valid))
		);
	});
}

#[test]
fn without_time_left_the_volatility_does_not_matter() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		hold(&account, call(99_000), CONTRACT);
		Clock::set(EXPIRY);
		MockPrices::reset();
		MockPrices::set_spot(BTC, price(100_000));
		let is = assess(&account);
		assert_eq!((is.options, is.state), (money(1_000), PriceState::Valid));
	});
}

#[test]
fn a_future_is_worth_the_way_from_its_reference() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		hold(&account, series(90_000, Kind::Future), -CONTRACT);
		let is = assess(&account);
		assert_eq!(is.options, money(-10_000));
		assert_eq!((is.initial, is.maintenance), (money(10_000), money(6_500)));
	});
}

#[test]
fn resting_orders_need_initial_margin_only() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 100_000);
		let rest = |series, change| {
			let entry = Entry::new(account.clone(), Rule::Forced).order(series, change);
			assert_ok!(Margin::book(Journal::of(vec![entry])));
		};
		// Two sold at 1,000 above the mark in sum: 2 · 15,500 as naked shorts.
		let proceeds = at_the_money().into_inner() * 2 / 1_000_000_000_000 + 1_000 * USD;
		let sell =
			OrderChange { sell: 2 * CONTRACT, sell_proceeds: proceeds, ..Default::default() };
		rest(call(100_000), sell);
		assert_eq!(assess(&account).initial, money(31_000));
		// Bought for 500 in all: the whole cost.
		let buy = OrderChange { buy: CONTRACT, buy_cost: 500 * USD, ..Default::default() };
		rest(put(90_000), buy);
		let is = assess(&account);
		assert_eq!((is.initial, is.maintenance), (money(31_500), money(0)));
		assert_eq!(is.initial_excess(), money(68_500));
		assert_eq!(is.maintenance_excess(), money(100_000));
	});
}

#[test]
fn many_positions_are_valued() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		for strike in 0..500 {
			hold(&account, call(50_000 + 100 * strike), if strike % 2 == 0 { 1 } else { -1 });
		}
		let is = assess(&account);
		assert!(is.initial >= is.maintenance && is.maintenance > money(0));
	});
}

#[test]
fn an_order_without_a_price_stops_openings_and_hides_nothing() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 20_000);
		hold(&account, call(100_000), -CONTRACT);
		let alone = assess(&account);
		let eth = Series { underlying: ETH, ..call(5_000) };
		let change = OrderChange { buy: CONTRACT, buy_cost: USD, ..Default::default() };
		let order = Entry::new(account.clone(), Rule::Forced).order(eth, change);
		assert_ok!(Margin::book(Journal::of(vec![order])));
		for state in [PriceState::Stale, PriceState::NoQuorum] {
			MockPrices::set_state(ETH, state);
			let is = assess(&account);
			assert_eq!((is.state, is.orders), (PriceState::Valid, state));
			assert_eq!(is.maintenance_excess(), alone.maintenance_excess());
		}
		// Not even a price of zero, with which nothing can be computed, stops the valuation.
		MockPrices::set_spot_reading(ETH, Reading::default());
		let is = assess(&account);
		assert_eq!((is.state, is.orders), (PriceState::Valid, PriceState::NonPositive));
		assert_eq!(is.maintenance_excess(), alone.maintenance_excess());
		let more = Entry::new(account.clone(), TRADE).order(
			call(100_000),
			OrderChange { buy: CONTRACT, buy_cost: USD, ..Default::default() },
		);
		let refused = Margin::book(Journal::of(vec![more]));
		assert_eq!(refused, Err(Error::<Test>::SomethingLeaves.into()), "it may only reduce");
	});
}

#[test]
fn a_borrower_is_not_flaggable_while_there_are_no_prices_at_all() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 10);
		let mut lots = Journal::of(vec![Entry::new(account.clone(), Rule::Credit).lot(DOT, 1_000)]);
		lots.lots_in = vec![(DOT, 1_000)];
		assert_ok!(Margin::book(lots));
		assert_eq!(assess(&account).state, PriceState::Valid);
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::NoQuorum);
		assert_eq!(assess(&account).state, PriceState::NoQuorum);
	});
}
