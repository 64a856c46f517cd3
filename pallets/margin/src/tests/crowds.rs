// SPDX-License-Identifier: GPL-3.0-or-later

//! What a crowded market adds to initial margin, and to nothing else (ADR 42).

use super::portfolio::{assess, fill_pool, hold, portfolio};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use proptest::prelude::*;
use sp_runtime::{
	traits::{BadOrigin, Zero},
	BuildStorage,
};
use straddle_math::{mul, Rounding};
use straddle_test_kit::MockPrices;
use straddle_traits::{Risk, Watch};

type Problem = Error<Test>;

fn usd(figure: u32) -> FixedU128 {
	FixedU128::from_u32(figure)
}

/// Ten to thirty contracts of 100,000, up to five times.
fn caps() -> OpenCaps {
	OpenCaps { lower: usd(1_000_000), upper: usd(3_000_000), growth: usd(4) }
}

fn set(caps: Option<OpenCaps>) {
	assert_ok!(Margin::set_open_caps(RuntimeOrigin::root(), BTC, caps));
}

fn open_contracts() -> u128 {
	OpenMarkets::<Test>::get(BTC).contracts
}

/// Two others open so many millionths more of a far call.
fn crowd(contracts: Quantity) {
	if contracts == 0 {
		return;
	}
	let other = id(BOB, 7);
	if !Accounts::<Test>::contains_key(&other) {
		open(BOB, 7, 0);
	}
	hold(&other, call(150_000), contracts);
}

/// Take cash from an account.
fn take(account: &MarginAccountId, cash: Cash) {
	let entry = Entry::new(account.clone(), Rule::Forced).cash(-cash);
	assert_ok!(Margin::book(Journal::of(vec![entry]).pot(Pot::Treasury, cash)));
}

#[test]
fn a_short_needs_more_between_the_caps_and_its_maintenance_does_not() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1_000_000);
		hold(&account, call(100_000), -CONTRACT);
		set(Some(caps()));
		let before = assess(&account);
		let mut open = CONTRACT;
		// Contracts that are open, and what the short needs: 15,500 of itself; at fifteen a quarter of the way to
		// five times, and so on.
		for (contracts, initial) in [
			(1, 15_500),
			(9, 15_500),
			(10, 15_500),
			(15, 31_000),
			(20, 46_500),
			(30, 77_500),
			(99, 77_500),
		] {
			crowd(contracts * CONTRACT - open);
			open = contracts * CONTRACT;
			assert_eq!(open_contracts(), open.unsigned_abs().into());
			let is = assess(&account);
			assert_eq!((is.initial, is.maintenance), (money(initial), money(9_300)));
			assert_eq!(Assessment { initial: before.initial, ..is }, before);
			assert_eq!(is.requirement(), before.requirement());
			let crowds = Margin::health(account.clone()).expect("a health").crowds;
			let share = Margin::open_market(BTC).share;
			if initial == 15_500 {
				assert!(crowds.is_empty() && share.is_zero());
			} else {
				let added = money(initial - 15_500);
				assert_eq!(crowds, vec![CrowdHealth { underlying: BTC, share, initial: added }]);
				assert_eq!(share, FixedU128::from_rational(initial as u128 - 15_500, 15_500));
			}
		}
		// The caps are USD: at half the price twice as many fit.
		MockPrices::set_spot(BTC, price(50_000));
		crowd(20 * CONTRACT - open);
		assert!(Margin::open_market(BTC).share.is_zero());
		set(None);
		MockPrices::set_spot(BTC, price(100_000));
		crowd(100 * CONTRACT);
		assert_eq!(assess(&account), before);
	});
}

#[test]
fn under_the_portfolio_rule_the_worst_loss_counts_more() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 1_000_000);
		fill_pool();
		hold(&account, call(100_000), -CONTRACT);
		set(Some(caps()));
		let before = assess(&account);
		let exposure = || Margin::exposure_in(&mut Margin::session(), &account);
		let bears = exposure();
		// A fifth and a half of the way.
		for (contracts, share) in [(14, (8, 10)), (20, (2, 1))] {
			crowd(contracts * CONTRACT - open_contracts() as Quantity);
			let share = FixedU128::from_rational(share.0, share.1);
			let health = Margin::health(account.clone()).expect("a health");
			let reasons = health.portfolio.expect("its reasons");
			let worst = reasons.underlyings[0].initial.0;
			let added = mul(worst.into_inner(), share.into_inner() as i128, Rounding::Up);
			let added = Money::from_inner(added.expect("it fits"));
			let add_on = AddOnHealth {
				reason: AddOnReason::Concentration,
				underlying: Some(BTC),
				initial: added,
				maintenance: money(0),
			};
			assert!(worst > money(10_000) && reasons.add_ons.contains(&add_on), "{reasons:?}");
			assert_eq!(health.crowds, vec![CrowdHealth { underlying: BTC, share, initial: added }]);
			let is = health.assessment;
			assert_eq!(is.initial, before.initial + added);
			assert_eq!(Assessment { initial: before.initial, ..is }, before);
			assert_eq!(exposure(), bears);
			let parts: i128 = reasons.add_ons.iter().map(|part| part.initial.into_inner()).sum();
			assert_eq!(reasons.losses.into_inner() + parts, is.initial.into_inner());
		}
	});
}

#[test]
fn a_market_alone_is_crowded_and_not_its_neighbour() {
	ExtBuilder.build_and_execute(|| {
		let eth = |strike| Series { underlying: ETH, strike: Strike::usd(strike), ..call(1) };
		for mode in [MarginMode::Standard, MarginMode::Portfolio] {
			let account = portfolio(ALICE, mode as u32, 1_000_000);
			assert_ok!(Margin::set_mode(origin(ALICE), account.clone(), mode));
			hold(&account, eth(4_000), -CONTRACT);
			set(None);
			let before = assess(&account);
			set(Some(caps()));
			crowd(50 * CONTRACT);
			assert_eq!(assess(&account), before);
		}
		assert_eq!(OpenMarkets::<Test>::get(ETH).contracts, 2 * CONTRACT as u128);
	});
}

#[test]
fn resting_orders_need_what_their_fills_would() {
	ExtBuilder.build_and_execute(|| {
		set(Some(caps()));
		crowd(20 * CONTRACT);
		for (index, mode) in [MarginMode::Standard, MarginMode::Portfolio].into_iter().enumerate() {
			let account = open(ALICE, index as u32, 100_000);
			assert_ok!(Margin::set_mode(origin(ALICE), account.clone(), mode));
			let change = OrderChange { buy: CONTRACT, buy_cost: 500 * USD, ..Default::default() };
			let order = Entry::new(account.clone(), TRADE).order(call(100_000), change);
			assert_ok!(Margin::book(Journal::of(vec![order])));
			let health = || Margin::health(account.clone()).expect("a health");
			let is = health();
			set(None);
			let alone = health().orders.into_inner();
			set(Some(caps()));
			// The standard rule asks for all that is paid; by arrays no scenario takes all of it.
			match mode {
				MarginMode::Standard => assert_eq!(alone, money(500).into_inner()),
				MarginMode::Portfolio => assert!(0 < alone && alone < money(500).into_inner()),
			}
			assert_eq!(is.orders.into_inner(), 3 * alone);
			assert_eq!(is.assessment.initial, is.orders);
			assert_eq!(is.assessment.maintenance, money(0));
		}
	});
}

/// An account of this cash, the maker on the other side, and ten contracts open: nothing is added yet.
fn at_the_lower_cap(cash: Cash) -> (MarginAccountId, MarginAccountId) {
	let (account, maker) = (open(ALICE, 0, cash), open(BOB, 0, 1_000_000));
	set(Some(caps()));
	crowd(10 * CONTRACT);
	(account, maker)
}

/// What a short needs of cash for a contract sold at its mark: the mark is rounded down to a unit of cash.
fn sell(account: &MarginAccountId, maker: &MarginAccountId, rule: Rule) -> DispatchResult {
	let premium = mark(&call(100_000)) + 1;
	trade((maker, TRADE), (account, rule), call(100_000), CONTRACT, premium)
}

#[test]
fn a_trade_is_judged_by_what_it_makes_the_market_need() {
	ExtBuilder.build_and_execute(|| {
		// At eleven contracts a twentieth of the way: 15,500 · 1.2.
		let (account, maker) = at_the_lower_cap(18_599);
		assert_noop!(sell(&account, &maker, TRADE), Problem::BelowInitialMargin);
		deposit(&account, USD);
		assert_ok!(sell(&account, &maker, TRADE));
		assert_eq!(open_contracts(), 11 * CONTRACT as u128);
		assert_eq!(assess(&account).initial, money(18_600));
		// Without the rule it was sound with 15,500.
		set(None);
		assert_eq!(assess(&account).initial, money(15_500));
	});
}

#[test]
fn a_position_that_changes_hands_opens_nothing() {
	ExtBuilder.build_and_execute(|| {
		let (account, maker) = at_the_lower_cap(15_500);
		crowd(-CONTRACT);
		hold(&maker, call(100_000), -CONTRACT);
		assert_eq!(open_contracts(), 10 * CONTRACT as u128);
		// The maker buys back what he had sold, and is the first to be judged.
		assert_ok!(sell(&account, &maker, TRADE));
		assert_eq!(open_contracts(), 10 * CONTRACT as u128);
		assert_eq!(assess(&account).initial, money(15_500));
	});
}

#[test]
fn between_both_margins_an_account_may_reduce_and_no_more() {
	ExtBuilder.build_and_execute(|| {
		fill_pool();
		for (index, mode) in [MarginMode::Standard, MarginMode::Portfolio].into_iter().enumerate() {
			set(None);
			let (account, maker) =
				(open(ALICE, index as u32, 1_000_000), open(BOB, index as u32, 1_000_000));
			assert_ok!(Margin::set_mode(origin(ALICE), account.clone(), mode));
			hold(&account, call(100_000), -2 * CONTRACT);
			let is = assess(&account);
			// As much as it needs in a market that is not crowded.
			let spare = is.initial_excess().into_inner() / 1_000_000_000_000;
			take(&account, spare - USD);
			set(Some(caps()));
			crowd(40 * CONTRACT - open_contracts() as Quantity);
			let is = assess(&account);
			assert!(is.initial_excess() < money(0) && is.maintenance_excess() > money(0));
			assert_noop!(sell(&account, &maker, TRADE), Problem::NotReducing);
			assert_noop!(withdraw(&account, 1), Problem::WithdrawalTooLarge);
			let premium = mark(&call(100_000)) + 1;
			let back = trade((&account, TRADE), (&maker, TRADE), call(100_000), CONTRACT, premium);
			assert_ok!(back);
		}
	});
}

#[test]
fn who_reduces_is_not_refused_for_what_others_open_beside_him() {
	ExtBuilder.build_and_execute(|| {
		let (account, maker) = at_the_lower_cap(45_000);
		crowd(-2 * CONTRACT);
		hold(&account, call(100_000), -2 * CONTRACT);
		let far = open(CHARLIE, 0, 5_000_000);
		deposit(&maker, 5_000_000 * USD);
		assert!(assess(&account).initial_excess() > money(0));
		let premium = mark(&call(100_000)) + 1;
		let journal = |own: Quantity| {
			let entry = |id: &MarginAccountId| Entry::new(id.clone(), TRADE);
			let paid = premium * i128::from(own) / i128::from(CONTRACT);
			Margin::book(Journal::of(vec![
				entry(&account).cash(-paid).position(call(100_000), own),
				entry(&maker)
					.cash(paid)
					.position(call(100_000), -own)
					.position(call(150_000), 30 * CONTRACT),
				entry(&far).position(call(150_000), -30 * CONTRACT),
			]))
		};
		// With a contract more it would have to be sound in the market that this makes.
		assert_noop!(journal(-CONTRACT), Problem::NotReducing);
		assert_ok!(journal(CONTRACT));
		let is = assess(&account);
		assert!(is.initial_excess() < money(0) && is.maintenance_excess() > money(0));
		assert_eq!(is.initial, money(77_500));
	});
}

#[test]
fn a_bidder_needs_no_more_than_in_a_calm_market() {
	ExtBuilder.build_and_execute(|| {
		let (account, maker) = at_the_lower_cap(15_500);
		crowd(90 * CONTRACT);
		deposit(&maker, 1_000_000 * USD);
		assert_noop!(sell(&account, &maker, TRADE), Problem::BelowInitialMargin);
		let premium = mark(&call(100_000)) + 1;
		let bid =
			|| trade((&maker, TRADE), (&account, Rule::Bid), call(100_000), CONTRACT, premium);
		take(&account, USD);
		assert_noop!(bid(), Problem::BelowInitialMargin);
		deposit(&account, USD);
		assert_ok!(bid());
		// From then on he is below IM, and may reduce alone.
		assert_eq!(assess(&account).initial, money(77_500));
	});
}

#[test]
fn what_leaves_is_measured_by_it_too() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 100_000);
		open(CHARLIE, 8, 1_000_000);
		hold(&account, call(100_000), -CONTRACT);
		let free = Margin::max_withdrawal(account.clone());
		set(Some(caps()));
		crowd(19 * CONTRACT);
		let crowded = Margin::max_withdrawal(account.clone());
		assert_eq!(free - crowded, 31_000 * USD);
		assert_noop!(withdraw(&account, crowded + 1), Problem::WithdrawalTooLarge);
		assert_ok!(withdraw(&account, crowded));
	});
}

#[test]
fn what_if_knows_what_the_trade_would_open() {
	ExtBuilder.build_and_execute(|| {
		let (account, _) = at_the_lower_cap(18_599);
		let mark = Margin::mark(&call(100_000), Lens::Latest).expect("a mark").0;
		let what_if = |quantity| {
			let answer = || Margin::what_if(account.clone(), call(100_000), quantity, mark);
			assert_storage_noop!(assert!(answer().is_some()));
			answer().expect("an answer")
		};
		let sold = what_if(-CONTRACT);
		assert_eq!((sold.before.initial, sold.after.initial), (money(0), money(18_600)));
		assert_eq!(sold.verdict, Err(Problem::BelowInitialMargin.into()));
		hold(&account, call(100_000), -2 * CONTRACT);
		crowd(-2 * CONTRACT);
		// Ten are open. Who buys three of two that he was short opens one.
		let bought = what_if(3 * CONTRACT);
		assert_eq!(bought.before.initial, money(31_000));
		let value = bought.after.options.into_inner();
		assert_eq!(bought.after.initial.into_inner(), value + (value + 4) / 5);
		// Who closes opens nothing.
		assert_eq!(what_if(CONTRACT).after.initial, money(15_500));
	});
}

#[test]
fn both_sides_are_counted_once_and_settlement_takes_them_off() {
	ExtBuilder.build_and_execute(|| {
		let (long, short) = (open(ALICE, 0, 10_000), open(BOB, 0, 10_000));
		let forced = |a, b, q| trade((a, Rule::Forced), (b, Rule::Forced), call(99_000), q, 0);
		assert_ok!(forced(&long, &short, 3 * CONTRACT));
		assert_eq!(open_contracts(), 3 * CONTRACT as u128);
		// Two of the three are closed, then both sides turn round and back.
		assert_ok!(forced(&short, &long, 2 * CONTRACT));
		assert_eq!(open_contracts(), CONTRACT as u128);
		assert_ok!(forced(&short, &long, 2 * CONTRACT));
		assert_eq!(open_contracts(), CONTRACT as u128);
		assert_ok!(forced(&long, &short, 2 * CONTRACT));
		assert_eq!(open_contracts(), CONTRACT as u128);
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(100_000));
		let settle = |account: &MarginAccountId, by: Quantity, cash: Cash| {
			let entry = Entry::new(account.clone(), Rule::Forced).position(call(99_000), by);
			let journal = Journal::of(vec![entry.cash(cash)]);
			let journal = Journal { settled: vec![(call(99_000), by)], ..journal };
			Margin::book(journal.pot(Pot::Suspense(BTC, EXPIRY), -cash))
		};
		assert_ok!(settle(&short, CONTRACT, -1_000 * USD));
		// Debtors first: the contracts are open until they are paid.
		assert_eq!(open_contracts(), CONTRACT as u128);
		assert_ok!(settle(&long, -CONTRACT, 1_000 * USD));
		assert!(!OpenMarkets::<Test>::contains_key(BTC));
	});
}

#[test]
fn what_is_settled_needs_nothing_more() {
	ExtBuilder.build_and_execute(|| {
		for (index, mode) in [MarginMode::Standard, MarginMode::Portfolio].into_iter().enumerate() {
			let account = open(ALICE, index as u32, 100_000);
			assert_ok!(Margin::set_mode(origin(ALICE), account.clone(), mode));
			hold(&account, call(99_000), -CONTRACT);
		}
		set(Some(caps()));
		crowd(50 * CONTRACT);
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(100_000));
		for index in [0, 1] {
			assert_eq!(assess(&id(ALICE, index)).initial, money(0));
		}
	});
}

#[test]
fn caps_are_set_by_the_risk_origin_inside_their_bounds() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Margin::set_open_caps(origin(ALICE), BTC, Some(caps())), BadOrigin);
		let huge = FixedU128::from_inner(u128::MAX);
		for wrong in [
			OpenCaps { upper: caps().lower, ..caps() },
			OpenCaps { lower: huge, ..caps() },
			OpenCaps { upper: huge, ..caps() },
			OpenCaps { growth: usd(0), ..caps() },
			OpenCaps { growth: FixedU128::from_rational(901, 100), ..caps() },
		] {
			let wrong = Margin::set_open_caps(RuntimeOrigin::root(), BTC, Some(wrong));
			assert_eq!(wrong, Err(Problem::InvalidParams.into()));
		}
		set(Some(caps()));
		let set_event = |caps| Event::OpenCapsSet { underlying: BTC, caps }.into();
		System::assert_last_event(set_event(Some(caps())));
		crowd(20 * CONTRACT);
		let market = MarketCrowd {
			contracts: 20 * CONTRACT as u128,
			notional: Some(usd(2_000_000)),
			caps: Some(caps()),
			share: usd(2),
		};
		assert_eq!(Margin::open_market(BTC), market);
		MockPrices::set_spot(BTC, price(0));
		let silent = MarketCrowd { notional: None, share: usd(0), ..market };
		assert_eq!(Margin::open_market(BTC), silent);
		MockPrices::set_spot(BTC, price(100_000));
		set(None);
		System::assert_last_event(set_event(None));
		assert_eq!(Margin::open_market(BTC), MarketCrowd { caps: None, share: usd(0), ..market });
		crowd(-20 * CONTRACT);
		assert!(!OpenMarkets::<Test>::contains_key(BTC));
	});
}

#[test]
fn a_genesis_has_caps() {
	let genesis = GenesisConfig::<Test> { open_caps: vec![(ETH, caps())], ..Default::default() };
	let mut ext = sp_io::TestExternalities::from(genesis.build_storage().expect("a genesis"));
	ext.execute_with(|| {
		let market = OpenMarket { contracts: 0, caps: Some(caps()) };
		assert_eq!(OpenMarkets::<Test>::iter().collect::<Vec<_>>(), vec![(ETH, market)]);
	});
}

#[test]
#[should_panic(expected = "caps of open interest")]
fn a_genesis_has_no_wrong_caps() {
	let wrong = OpenCaps { upper: usd(0), ..caps() };
	let _ = GenesisConfig::<Test> { open_caps: vec![(ETH, wrong)], ..Default::default() }
		.build_storage();
}

fn series_of(n: usize) -> Series {
	match n {
		0 => call(100_000),
		1 => put(95_000),
		2 => call(120_000),
		3 => series(100_000, Kind::Future),
		_ => Series { expiry: EXPIRY + DAY_MS, ..put(105_000) },
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

	/// IM rises with open interest, by no more than growth times itself; nothing else moves.
	#[test]
	fn initial_margin_rises_with_open_interest_and_nothing_else_moves(
		positions in prop::collection::vec((0..5_usize, -3_000_000..3_000_000_i64), 1..6),
		portfolio in any::<bool>(), pool in any::<bool>(),
		more in prop::collection::vec(0..20_000_000_i64, 1..6),
		lower in 0..3_000_000_u32, width in 1..3_000_000_u32, growth in 1..=9_u32,
	) {
		ExtBuilder.build_and_execute(|| {
			let account = open(ALICE, 0, 1_000_000);
			if portfolio {
				assert_ok!(Margin::set_mode(origin(ALICE), account.clone(), MarginMode::Portfolio));
			}
			if pool {
				fill_pool();
			}
			for (n, quantity) in positions {
				hold(&account, series_of(n), quantity);
			}
			let exposure = || Margin::exposure_in(&mut Margin::session(), &account);
			let (calm, bears) = (assess(&account), exposure());
			let caps = OpenCaps { lower: usd(lower), upper: usd(lower + width), growth: usd(growth) };
			set(Some(caps));
			let mut last = calm.initial;
			for by in more {
				crowd(by);
				let is = assess(&account);
				assert!(is.initial >= last, "{:?} after {last:?}", is.initial);
				assert_eq!(Assessment { initial: calm.initial, ..is }, calm);
				assert_eq!(exposure(), bears);
				let most = calm.initial.into_inner() * i128::from(growth + 1) + 10;
				assert!(is.initial.into_inner() <= most);
				last = is.initial;
			}
		});
	}
}
