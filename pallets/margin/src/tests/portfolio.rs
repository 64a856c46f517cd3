// SPDX-License-Identifier: GPL-3.0-or-later

//! The portfolio rule as the ledger uses it. What it computes is tested in `straddle-math`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;
use straddle_math::{
	black76,
	portfolio::{self, Collateral, Holding, Order, Position, Report, Rules, Underlying},
	risk_array::{self, Window},
	scenario::Grid,
	WAD,
};
use straddle_test_kit::{MockAuctions, MockPrices};
use straddle_traits::Risk;

type Problem = Error<Test>;
use MarginMode::Portfolio;

/// An account under the portfolio rule with so many cash units.
pub(super) fn portfolio(owner: AccountId32, index: u32, usd: Cash) -> MarginAccountId {
	let account = open(owner.clone(), index, usd);
	assert_ok!(Margin::set_mode(origin(owner), account.clone(), Portfolio));
	account
}

/// Without any rule: put a position into an account, the other side into Charlie's.
pub(super) fn hold(account: &MarginAccountId, series: Series, quantity: Quantity) {
	let other = id(CHARLIE, 9);
	if !Accounts::<Test>::contains_key(&other) {
		open(CHARLIE, 9, 0);
	}
	assert_ok!(trade((account, Rule::Forced), (&other, Rule::Forced), series, quantity, 0));
}

/// Sell to Bob, whose account nine is open and has enough, under the rule for trades.
pub(super) fn sell(
	account: &MarginAccountId,
	series: Series,
	quantity: Quantity,
) -> DispatchResult {
	let bob = id(BOB, 9);
	let premium = Margin::mark(&series, Lens::Latest)?.0.into_inner() / 1_000_000_000_000;
	let premium = premium * i128::from(quantity) / i128::from(CONTRACT);
	trade((&bob, TRADE), (account, TRADE), series, quantity, premium)
}

pub(super) fn assess(account: &MarginAccountId) -> Assessment {
	Margin::assess(account, Lens::Latest).expect("the account can be valued")
}

/// The formulas' own report of positions in one expiry of BTC, at the mock's prices.
fn report(positions: &[(Series, Quantity)], collateral: Collateral) -> Report {
	report_with(positions, &[], collateral)
}

/// The same with orders: series, signed quantity, price in USD.
fn report_with(
	positions: &[(Series, Quantity)],
	orders: &[(Series, Quantity, i128)],
	collateral: Collateral,
) -> Report {
	let grid = Grid::default();
	let columns = grid.columns().unwrap().with_slow_price(straddle_math::binary::Q56::ONE);
	let (spot, window) = (100_000 * WAD, Window::default());
	let expiry = risk_array::Expiry::new(&columns, spot, 30 * DAY_MS, &window).unwrap();
	let deviation = expiry.deviation(WAD * 6 / 10).unwrap();
	let array = |series: &Series| {
		let kind = match series.kind {
			Kind::Future => black76::Kind::Future,
			Kind::Call => black76::Kind::Call,
			Kind::Put => black76::Kind::Put,
		};
		let strike = series.strike.price().into_inner() as i128;
		expiry.array(kind, strike, deviation).unwrap()
	};
	let arrays: Vec<_> = positions.iter().map(|(series, _)| array(series)).collect();
	let held = arrays.iter().zip(positions);
	let positions: Vec<_> =
		held.map(|(array, (_, quantity))| Position { array, quantity: *quantity }).collect();
	let of_orders: Vec<_> = orders.iter().map(|(series, ..)| array(series)).collect();
	let resting = of_orders.iter().zip(orders);
	let resting = resting.map(|(array, (_, quantity, usd))| Order {
		array,
		quantity: *quantity,
		price: usd * WAD,
	});
	let resting: Vec<_> = resting.collect();
	let holdings = [Holding { expiry: &expiry, positions: &positions, orders: &resting }];
	let underlyings = [Underlying {
		group: 0,
		spot,
		columns: &columns,
		holdings: &holdings,
		collateral,
		confidence: WAD,
		concentration: 0,
	}];
	let account = portfolio::Account { underlyings: &underlyings, groups: &[WAD], peg: WAD };
	portfolio::margin(&account, &Rules::default()).unwrap()
}

fn wad(money: Money) -> i128 {
	money.into_inner()
}

/// Put so much into the pool that no tail is left uncovered.
pub(super) fn fill_pool() {
	let rich = open(CHARLIE, 8, 100_000_000);
	let paid = Entry::new(rich, Rule::Forced).cash(-90_000_000 * USD);
	assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::GlobalPool, 90_000_000 * USD)));
}

#[test]
fn the_mode_is_the_owners_choice_if_he_is_sound_by_it() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 20_000);
		let set = |who, mode| Margin::set_mode(origin(who), account.clone(), mode);
		assert_noop!(set(BOB, Portfolio), Problem::NotOwner);
		MockAuctions::set(&account, true);
		assert_noop!(set(ALICE, Portfolio), Problem::InAuction);
		MockAuctions::set(&account, false);
		hold(&account, call(100_000), -CONTRACT);
		// Standard needs 15,500 with equity of 13,146. The tails of a short straddle need more than that.
		assert_noop!(set(ALICE, MarginMode::Standard), Problem::BelowInitialMargin);
		deposit(&account, 20_000 * USD);
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_noop!(set(ALICE, Portfolio), Problem::PriceUnusable);
		MockPrices::set_state(BTC, PriceState::Valid);
		fill_pool();
		System::reset_events();
		let info = set(ALICE, Portfolio).expect("it is sound");
		let expected = <() as WeightInfo>::set_mode(1);
		assert_eq!(info.actual_weight, Some(expected));
		System::assert_last_event(
			Event::ModeSet { account: account.clone(), mode: Portfolio }.into(),
		);
		assert_eq!(crate::mock::account(&account).mode, Portfolio);
		assert!(tail(&account) > 0);
		assert_ok!(set(ALICE, MarginMode::Standard));
		assert_eq!(tail(&account), 0);
		// With cash alone nothing is asked of prices.
		let empty = open(ALICE, 1, 5);
		MockPrices::reset();
		Haircuts::set_peg(FixedU128::from_u32(0), PriceState::NonPositive);
		assert_ok!(Margin::set_mode(origin(ALICE), empty, Portfolio));
	});
}

#[test]
fn the_margin_is_that_of_the_formulas() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 100_000);
		let positions = [
			(call(100_000), -CONTRACT),
			(put(95_000), -2 * CONTRACT),
			(put(90_000), 2 * CONTRACT),
			(series(100_000, Kind::Future), CONTRACT / 2),
		];
		for (series, quantity) in positions {
			hold(&account, series, quantity);
		}
		// The ledger's order.
		let mut sorted = positions;
		sorted.sort_by_key(|(series, _)| *series);
		let report = report(&sorted, Collateral::default());
		let is = assess(&account);
		assert!(report.tail_excess > 0);
		assert_eq!(wad(is.options), report.value);
		assert_eq!(wad(is.maintenance), report.maintenance);
		// The pool is empty: all of the tails are the owner's.
		assert_eq!(wad(is.initial), report.initial + report.tail_excess);
		fill_pool();
		assert_eq!(wad(assess(&account).initial), report.initial);
		// In cash units by the peg, which is too low to add nothing.
		Haircuts::set_peg(FixedU128::from_rational(8, 10), PriceState::Valid);
		let is = assess(&account);
		assert_eq!(wad(is.maintenance), (report.maintenance * 10 + 7) / 8);
		assert!(wad(is.initial) > (report.initial * 10 + 7) / 8);
	});
}

#[test]
fn a_hedged_portfolio_needs_less_than_its_parts() {
	ExtBuilder.build_and_execute(|| {
		let (account, standard) = (portfolio(ALICE, 0, 100_000), open(BOB, 0, 100_000));
		let later = Series { expiry: EXPIRY + 7 * DAY_MS, ..call(100_000) };
		for account in [&account, &standard] {
			hold(account, call(100_000), -CONTRACT);
			hold(account, later, CONTRACT);
		}
		fill_pool();
		let (portfolio, standard) = (assess(&account), assess(&standard));
		assert!(wad(portfolio.initial) * 3 < wad(standard.initial), "{portfolio:?} {standard:?}");
		// The same marks but for the arrays' error.
		assert!((wad(portfolio.options) - wad(standard.options)).abs() < WAD / 1_000_000);
	});
}

#[test]
fn collateral_in_the_asset_moves_with_the_positions() {
	ExtBuilder.build_and_execute(|| {
		let (account, coin) = (portfolio(ALICE, 0, 0), CollateralId(2));
		open(BOB, 9, 1_000_000);
		Haircuts::list(coin, 100_000);
		Haircuts::follow(coin, BTC);
		deposit_lot(&account, coin, 1);
		deposit_lot(&account, DOT, 10);
		// By itself it counts as anywhere.
		let is = assess(&account);
		assert_eq!((is.lots.initial, is.lots.maintenance), (money(80_080), money(90_090)));
		fill_pool();
		// A covered call needs no cash, now and after a rise.
		assert_ok!(sell(&account, call(100_000), CONTRACT));
		let is = assess(&account);
		let collateral = Collateral { units: [WAD; 2], weights: [WAD * 8 / 10, WAD * 9 / 10] };
		let report = report(&[(call(100_000), -CONTRACT)], collateral);
		assert_eq!((wad(is.initial), wad(is.maintenance)), (report.initial, report.maintenance));
		// Lifted by what the call is worth, and by 5,000 at most where the weight is .9.
		let [initial, maintenance] = report.credit;
		let lots = (wad(is.lots.initial), wad(is.lots.maintenance));
		assert_eq!(lots, (initial + 80 * WAD, maintenance + 90 * WAD));
		assert!((86_000 * WAD..87_000 * WAD).contains(&initial));
		assert!((95_000 * WAD - maintenance).abs() < WAD / 1_000_000);
		MockPrices::set_spot(BTC, price(300_000));
		Haircuts::list(coin, 300_000);
		assert!(assess(&account).maintenance_excess() > money(0));
		// What does not count, by a cap or a pause, is not paired either.
		Haircuts::cap(coin, FixedU128::from_u32(0));
		assert_eq!(assess(&account).lots.initial, money(80));
		assert!((285_090 * WAD - wad(assess(&account).lots.maintenance)).abs() < WAD / 1_000_000);
		// What follows an underlying that is not held counts as anywhere.
		Haircuts::follow(coin, ETH);
		assert_eq!(assess(&account).lots.initial, money(240_080));
	});
}

#[test]
fn tails_count_for_the_owner_and_not_for_the_account() {
	ExtBuilder.build_and_execute(|| {
		let (one, two) = (portfolio(ALICE, 0, 2_000_000), portfolio(ALICE, 1, 2_000_000));
		let whole = portfolio(BOB, 0, 4_000_000);
		open(BOB, 9, 1_000_000);
		let wing = call(160_000);
		for (account, contracts) in [(&one, 1), (&two, 2), (&whole, 3)] {
			assert_ok!(sell(account, wing, contracts * CONTRACT));
		}
		let tails = |owner| {
			let tails = Tails::<Test>::get(owner);
			tails.iter().map(|((_, index), tail)| (*index, *tail as i128)).collect::<Vec<_>>()
		};
		let (alices, bobs) = (tails(ALICE), tails(BOB));
		assert_eq!(alices.iter().map(|(index, _)| *index).collect::<Vec<_>>(), vec![0, 1]);
		// The sums are cut to a unit that grows with the account; the error bound pays for it.
		let room = WAD / 10_000_000;
		let (unit, off) =
			(alices[0].1, |tail: i128, times: i128| (tail - alices[0].1 * times).abs());
		assert!(
			unit > WAD && off(alices[1].1, 2) < room && off(bobs[0].1, 3) < room,
			"{alices:?} {bobs:?}"
		);
		// A pool of which a tenth covers half of it.
		let pool = bobs[0].1 / 2 * 10 / 1_000_000_000_000;
		let rich = open(CHARLIE, 8, 100_000_000);
		let paid = Entry::new(rich, Rule::Forced).cash(-pool);
		assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::GlobalPool, pool)));
		let plain = report(&[(wing, -3 * CONTRACT)], Collateral::default());
		// Each account is asked for what is not covered, up to its own: splitting lowers nothing.
		let (a, b, c) = (assess(&one), assess(&two), assess(&whole));
		let tail = |is: &Assessment, n: i128| wad(is.initial) - plain.initial / 3 * n;
		let near = |a: i128, b: i128| (a - b).abs() < WAD / 1_000;
		assert!(near(tail(&c, 3), bobs[0].1 / 2), "{}", tail(&c, 3));
		assert!(near(tail(&a, 1), alices[0].1), "{}", tail(&a, 1));
		assert!(near(tail(&b, 2), bobs[0].1 / 2), "{}", tail(&b, 2));
		assert_eq!(wad(c.maintenance), plain.maintenance);
		// While one account's are not known, nothing of the others' is covered.
		hold(&one, call(170_000), -1);
		assert_eq!(Tails::<Test>::get(ALICE)[0], ((None, 0), crate::tails::UNKNOWN));
		assert!(near(tail(&assess(&two), 2), alices[1].1));
		assert_ok!(sell(&one, wing, 1));
		assert!((tail(&assess(&two), 2) - bobs[0].1 / 2).abs() < 2 * WAD);
		hold(&one, call(170_000), 1);
		hold(&one, wing, 1);
		// Whoever loses his positions loses his tails, whoever moves them.
		hold(&one, wing, CONTRACT);
		assert_eq!(tails(ALICE).len(), 1);
		hold(&two, wing, 2 * CONTRACT);
		assert!(!Tails::<Test>::contains_key(ALICE));
	});
}

#[test]
fn the_slow_price_counts_for_opening_alone() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 100_000);
		fill_pool();
		hold(&account, call(100_000), CONTRACT);
		let before = assess(&account);
		MockPrices::set_slow(BTC, price(60_000));
		let after = assess(&account);
		assert_eq!(after.maintenance, before.maintenance);
		assert!(after.initial > before.initial);
		assert_eq!(after.options, before.options);
		let health = Margin::health(account).expect("a health").portfolio.expect("its reasons");
		assert!(matches!(health.underlyings[0].initial.1, WorstLoss::SlowPrice(_)));
	});
}

#[test]
fn prices_that_disagree_cost_margin() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 100_000);
		fill_pool();
		hold(&account, call(100_000), -CONTRACT);
		let before = assess(&account);
		let spread = FixedU128::from_rational(46, 100);
		let state = PriceState::Uncertain;
		let reading = Reading { price: price(100_000), confidence: spread, state, at: START };
		MockPrices::set_spot_reading(BTC, reading);
		let after = assess(&account);
		assert_eq!(after.initial, before.initial + money(46_000));
		assert_eq!(after.maintenance, before.maintenance);
		let health = Margin::health(account).expect("a health").portfolio.expect("its reasons");
		let first = health.add_ons[0];
		assert_eq!((first.reason, first.underlying), (AddOnReason::Confidence, Some(BTC)));
		assert_eq!((first.initial, first.maintenance), (money(46_000), money(0)));
	});
}

#[test]
fn correlated_underlyings_are_taken_together() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 1_000_000);
		fill_pool();
		let eth = Series { underlying: ETH, strike: Strike::usd(4_000), ..call(1) };
		hold(&account, series(100_000, Kind::Future), CONTRACT);
		hold(&account, Series { kind: Kind::Future, ..eth }, -20 * CONTRACT);
		let apart = assess(&account);
		let mut params = PortfolioParams::default();
		let group = |weight: (u32, u32), who: &[UnderlyingId]| CorrelatedGroup {
			underlyings: who.to_vec().try_into().expect("few"),
			weight: FixedU128::from_rational(weight.0.into(), weight.1.into()),
		};
		params.groups = vec![group((7, 10), &[ETH, BTC])].try_into().expect("few");
		let set = |params| Margin::set_portfolio_params(RuntimeOrigin::root(), Box::new(params));
		assert_ok!(set(params.clone()));
		assert!(assess(&account).initial < apart.initial);
		// And what is refused.
		for groups in [
			vec![group((69, 100), &[BTC])],
			vec![group((101, 100), &[BTC])],
			vec![group((7, 10), &[BTC]), group((8, 10), &[ETH, BTC])],
		] {
			let groups = groups.try_into().expect("few");
			assert_noop!(set(PortfolioParams { groups, ..params.clone() }), Problem::InvalidParams);
		}
	});
}

#[test]
fn parameters_are_set_by_the_risk_origin_inside_their_bounds() {
	ExtBuilder.build_and_execute(|| {
		let good = PortfolioParams::default();
		let boxed = Box::new(good.clone());
		assert_noop!(Margin::set_portfolio_params(origin(ALICE), boxed), BadOrigin);
		let set = |change: &dyn Fn(&mut PortfolioParams)| {
			let mut params = PortfolioParams::default();
			change(&mut params);
			Margin::set_portfolio_params(RuntimeOrigin::root(), Box::new(params))
		};
		let bad: [&dyn Fn(&mut PortfolioParams); 4] = [
			&|p| p.grid.scenarios.truncate(1),
			&|p| p.grid.long_discount = 1_000_001,
			&|p| p.rules.maintenance = FixedU128::from_rational(101, 100),
			&|p| p.tails_covered = FixedU128::from_rational(101, 100),
		];
		for change in bad {
			assert_noop!(set(change), Problem::InvalidParams);
		}
		// The default is the formulas' own, there and back.
		assert_eq!(Grid::from(&good.grid), Grid::default());
		assert_eq!(Rules::from(&good.rules), Rules::default());
		let account = portfolio(ALICE, 0, 100_000);
		fill_pool();
		hold(&account, call(100_000), -CONTRACT);
		let before = assess(&account);
		assert_ok!(set(&|p| p.rules.maintenance = FixedU128::from_u32(1)));
		let params = PortfolioRule::<Test>::get();
		System::assert_last_event(Event::PortfolioParamsSet { params }.into());
		let after = assess(&account);
		assert_eq!(after.initial, before.initial);
		assert!(after.maintenance > before.maintenance);
	});
}

#[test]
fn inside_the_settlement_window_less_can_move() {
	ExtBuilder.build_and_execute(|| {
		let (account, standard) = (portfolio(ALICE, 0, 100_000), open(BOB, 0, 100_000));
		for account in [&account, &standard] {
			hold(account, call(100_000), -CONTRACT);
		}
		let (left_ms, length_ms) = (600_000, 1_800_000);
		let average = price(90_000);
		MockPrices::set_window(BTC, EXPIRY, SettlementWindow { left_ms, length_ms, average });
		let window = Window { length_ms, average: 90_000 * WAD };
		let (spot, call) = (100_000 * WAD, black76::Kind::Call);
		let exact =
			black76::price_of_average(call, spot, spot, WAD * 6 / 10, left_ms, &window).unwrap();
		assert_eq!(wad(assess(&standard).options), -exact);
		assert!((wad(assess(&account).options) + exact).abs() < WAD / 1_000_000);
		// Nothing is left: both are worth what the average pays, whatever the spot does.
		let window = SettlementWindow { left_ms: 0, length_ms, average: price(130_000) };
		MockPrices::set_window(BTC, EXPIRY, window);
		for account in [&account, &standard] {
			let off = wad(assess(account).options) + 30_000 * WAD;
			assert!(off.abs() < WAD / 1_000_000, "{off}");
		}
	});
}

#[test]
fn a_settled_expiry_counts_its_payoff_and_needs_nothing() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 100_000);
		let later = Series { expiry: EXPIRY + DAY_MS, ..call(110_000) };
		hold(&account, call(100_000), CONTRACT);
		hold(&account, later, -CONTRACT);
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(120_000));
		let is = assess(&account);
		let short = Margin::mark(&later, Lens::Latest).expect("a mark").0;
		assert!((wad(is.options) - wad(money(20_000)) + wad(short)).abs() < WAD / 1_000_000);
		let health = Margin::health(account).expect("a health");
		assert_eq!(health.expiries.iter().filter(|part| part.settled).count(), 1);
		assert_eq!(health.portfolio.expect("its reasons").underlyings.len(), 1);
	});
}

#[test]
fn the_reasons_add_up() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 300_000);
		let eth = Series { underlying: ETH, strike: Strike::usd(4_000), ..call(1) };
		for (series, quantity) in [(call(100_000), -CONTRACT), (put(90_000), -CONTRACT), (eth, -9)]
		{
			hold(&account, series, quantity);
		}
		let change = OrderChange { buy: 5, buy_cost: 7 * USD, ..Default::default() };
		let resting = Entry::new(account.clone(), Rule::Forced).order(put(90_000), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		let health = Margin::health(account).expect("a health");
		// Bought for 7, all of which can be lost, times d⁻.
		assert_eq!(health.mode, Portfolio);
		let orders = wad(health.orders);
		assert!(7 * WAD < orders && orders < 7 * WAD * 104 / 100, "{orders}");
		let reasons = health.portfolio.expect("its reasons");
		let added: i128 = reasons.add_ons.iter().map(|add_on| wad(add_on.initial)).sum();
		let sum = wad(reasons.losses) + added + wad(health.orders);
		assert_eq!(sum, wad(health.assessment.initial));
		let worst: i128 = reasons.underlyings.iter().map(|part| wad(part.initial.0)).sum();
		assert_eq!(worst, wad(reasons.losses));
		let named: Vec<_> = reasons.underlyings.iter().map(|part| part.underlying).collect();
		assert_eq!(named, vec![BTC, ETH]);
		assert!(matches!(reasons.underlyings[0].initial.1, WorstLoss::Scenario(_)));
		for reason in [AddOnReason::NakedShorts, AddOnReason::Tails, AddOnReason::ErrorBound] {
			assert!(reasons.add_ons.iter().any(|add_on| add_on.reason == reason), "{reason:?}");
		}
		// Each expiry with what it is worth, and no margin of its own.
		assert_eq!(health.expiries.len(), 2);
		let value: i128 = health.expiries.iter().map(|part| wad(part.value)).sum();
		assert!((value - wad(health.assessment.options)).abs() < WAD / 1_000_000);
		assert!(health.expiries.iter().all(|part| part.initial == money(0)));
	});
}

#[test]
fn a_trade_is_judged_by_the_accounts_own_rule() {
	ExtBuilder.build_and_execute(|| {
		fill_pool();
		open(BOB, 9, 1_000_000);
		let (account, standard) = (portfolio(ALICE, 0, 4_000), open(ALICE, 1, 4_000));
		let later = Series { expiry: EXPIRY + 7 * DAY_MS, ..call(100_000) };
		for account in [&account, &standard] {
			hold(account, later, CONTRACT);
		}
		assert_noop!(sell(&standard, call(100_000), CONTRACT), Problem::BelowInitialMargin);
		assert_ok!(sell(&account, call(100_000), CONTRACT));
		// And by the portfolio rule, too, there is an end.
		assert_noop!(sell(&account, call(100_000), CONTRACT), Problem::BelowInitialMargin);
	});
}

/// Let orders rest, each with a place of its own: series, signed quantity, price in USD.
fn rest(account: &MarginAccountId, orders: &[(Series, Quantity, i128)]) {
	for (series, quantity, usd) in orders {
		let (size, price) = (quantity.abs(), usd * USD);
		let money = price * i128::from(size) / i128::from(CONTRACT);
		let (side, change) = match *quantity > 0 {
			true => (Side::Buy, OrderChange { buy: size, buy_cost: money, ..Default::default() }),
			false => {
				let sold = OrderChange { sell: size, sell_proceeds: money, ..Default::default() };
				(Side::Sell, sold)
			},
		};
		let id = Accounts::<Test>::get(account).expect("it exists").resting().count();
		let place = Place { series: *series, side, price };
		let entry = Entry::new(account.clone(), Rule::Forced);
		let entry = entry.order(*series, change).rests(id as OrderId, place);
		assert_ok!(Margin::book(Journal::of(vec![entry])));
	}
}

/// RISK.md 9: what fills could lose in each scenario, from each order's own price.
#[test]
fn resting_orders_are_margined_by_their_own_prices() {
	ExtBuilder.build_and_execute(|| {
		fill_pool();
		let future = Series { kind: Kind::Future, ..call(100_000) };
		let (c, p) = (call(100_000), put(90_000));
		let half = CONTRACT / 2;
		for orders in [
			vec![(future, CONTRACT, 0)],
			vec![(future, -CONTRACT, 0), (future, -half, 2_000)],
			vec![(c, CONTRACT, 9_000)],
			vec![(c, CONTRACT, 100), (c, CONTRACT, 12_000)],
			vec![(c, -CONTRACT, 6_000), (c, -2 * CONTRACT, 9_000)],
			vec![(p, -CONTRACT, 1_000), (p, 3 * CONTRACT, 4_000)],
		] {
			let account = portfolio(BOB, 3, 1_000_000);
			rest(&account, &orders);
			let is = assess(&account);
			let exact = report_with(&[], &orders, Collateral::default());
			assert_eq!(wad(is.initial), exact.initial, "{orders:?}");
			assert_eq!((is.maintenance, is.options), (money(0), money(0)));
			Accounts::<Test>::mutate(&account, |stored| {
				stored.as_mut().expect("it exists").orders = Default::default();
			});
			let all = Margin::cash(&account);
			assert_ok!(withdraw(&account, all));
			assert_ok!(Margin::close_account(origin(BOB), account));
		}
		// The standard rule asks for a tenth of a future, which a fall of 18 % passes.
		let bought = portfolio(BOB, 3, 1_000_000);
		rest(&bought, &[(future, CONTRACT, 0)]);
		assert!(wad(assess(&bought).initial) > 18_000 * WAD);
	});
}

/// Of three prices or more the sums are known and not each quantity: then they need no less.
#[test]
fn orders_at_many_prices_need_no_less_than_each_by_itself() {
	ExtBuilder.build_and_execute(|| {
		fill_pool();
		let (c, p) = (call(100_000), put(90_000));
		let orders = [
			(c, CONTRACT, 100),
			(c, 2 * CONTRACT, 5_000),
			(c, CONTRACT, 12_000),
			(p, -CONTRACT, 1_000),
			(p, -CONTRACT, 2_000),
			(p, -CONTRACT, 4_000),
		];
		let account = portfolio(BOB, 3, 1_000_000);
		hold(&account, c, -CONTRACT);
		let alone = wad(assess(&account).initial);
		rest(&account, &orders);
		let is = wad(assess(&account).initial);
		let exact = |orders| report_with(&[(c, -CONTRACT)], orders, Collateral::default()).initial;
		assert!(is - alone >= exact(&orders) - exact(&[]), "{is} {alone}");
		// Nor far more than what each asks for alone.
		let each = |one| report_with(&[], &[one], Collateral::default()).initial;
		let apart: i128 = orders.into_iter().map(each).sum();
		assert!(is - alone <= apart * 11 / 10, "{is} {alone} {apart}");
	});
}
