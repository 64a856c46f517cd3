// SPDX-License-Identifier: GPL-3.0-or-later

//! When an account tells how it stands.

use super::portfolio::{assess, hold, portfolio};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};

type Problem = Error<Test>;

fn poke(account: &MarginAccountId) -> DispatchResult {
	call_by(CHARLIE, Call::poke { account: account.clone() })
}

/// What was told of an account so far.
fn told(of: &MarginAccountId) -> Vec<Standing> {
	let events = System::events().into_iter();
	let told = events.filter_map(|record| match record.event {
		RuntimeEvent::Margin(Event::StandingChanged { account, standing, .. }) => {
			(account == *of).then_some(standing)
		},
		_ => None,
	});
	told.collect()
}

use Standing::*;

/// An account with a short call, sound at a spot of 100,000.
fn short() -> MarginAccountId {
	let account = open(ALICE, 0, 25_000);
	hold(&account, call(100_000), -CONTRACT);
	account
}

#[test]
fn a_poke_tells_each_change_once() {
	ExtBuilder.build_and_execute(|| {
		let account = short();
		assert_ok!(poke(&account));
		assert_eq!(told(&account), vec![]);
		MockPrices::set_spot(BTC, price(110_000));
		assert_eq!(told(&account), vec![], "a price alone tells nothing");
		assert_ok!(poke(&account));
		let is = assess(&account);
		System::assert_last_event(
			Event::StandingChanged {
				account: account.clone(),
				standing: BelowInitial,
				initial_excess: is.initial_excess(),
				maintenance_excess: is.maintenance_excess(),
			}
			.into(),
		);
		MockPrices::set_spot(BTC, price(111_000));
		assert_ok!(poke(&account));
		assert_eq!(told(&account), vec![BelowInitial]);
		MockPrices::set_spot(BTC, price(125_000));
		assert_ok!(poke(&account));
		assert_eq!(told(&account), vec![BelowInitial, BelowMaintenance]);
		// A deposit asks for no price, so it is the next valuation that tells.
		deposit(&account, 50_000 * USD);
		assert_eq!(told(&account).len(), 2);
		assert_eq!(Margin::accounts_of(ALICE)[0].standing, BelowMaintenance);
		assert_ok!(poke(&account));
		assert_eq!(told(&account), vec![BelowInitial, BelowMaintenance, Sound]);
		assert_eq!(Margin::accounts_of(ALICE)[0].standing, Sound);
	});
}

#[test]
fn whoever_is_judged_is_told_of() {
	ExtBuilder.build_and_execute(|| {
		let account = short();
		let other = open(BOB, 0, 200_000);
		let buy = |quantity| {
			let cost = mark(&call(100_000)) * Cash::from(quantity) / Cash::from(CONTRACT);
			trade((&account, TRADE), (&other, TRADE), call(100_000), quantity, cost)
		};
		MockPrices::set_spot(BTC, price(110_000));
		// A trade that is refused tells nothing: all of it is undone.
		assert_noop!(buy(-CONTRACT), Problem::NotReducing);
		assert_eq!(told(&account), vec![]);
		assert_ok!(buy(1));
		assert_eq!(told(&account), vec![BelowInitial]);
		assert_ok!(buy(1));
		assert_eq!(told(&account), vec![BelowInitial]);
		assert_ok!(buy(CONTRACT - 2));
		assert_eq!(told(&account), vec![BelowInitial, Sound]);
		assert_eq!(told(&other), vec![]);
	});
}

#[test]
fn prices_by_which_nobody_is_flagged_say_nothing() {
	ExtBuilder.build_and_execute(|| {
		let account = short();
		MockPrices::set_spot(BTC, price(110_000));
		for state in [PriceState::TooVolatile, PriceState::Stale, PriceState::NoQuorum] {
			MockPrices::set_state(BTC, state);
			assert_noop!(poke(&account), Problem::PriceUnusable);
		}
		// A bid on stale prices is booked and changes no standing.
		MockPrices::set_state(BTC, PriceState::Stale);
		let rich = open(BOB, 0, 500_000);
		assert_ok!(trade((&rich, Rule::Bid), (&account, Rule::Forced), put(90_000), 1, 0));
		assert_eq!(told(&account), vec![]);
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_ok!(poke(&account));
		assert_eq!(told(&account), vec![BelowInitial]);
		assert_noop!(poke(&id(BOB, 7)), Problem::NoAccount);
		// In auction, too: it takes nothing and gives nothing.
		MockPrices::set_spot(BTC, price(100_000));
		MockAuctions::set(&account, true);
		assert_ok!(poke(&account));
		MockAuctions::set(&account, false);
		assert_eq!(told(&account), vec![BelowInitial, Sound]);
	});
}

#[test]
fn interest_alone_can_call_for_margin() {
	ExtBuilder.build_and_execute(|| {
		let (debtor, _creditor) = (open(ALICE, 0, 0), open(BOB, 0, 1_000));
		deposit_lot(&debtor, DOT, 100);
		let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-800 * USD);
		assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 800 * USD)));
		assert_ok!(poke(&debtor));
		assert_eq!(told(&debtor), vec![]);
		block_after(HOUR_MS);
		block_after(HOUR_MS);
		assert_ok!(poke(&debtor));
		assert_eq!(told(&debtor), vec![BelowInitial]);
		assert!(Margin::cash(&debtor) < -800 * USD);
		assert_eq!(account(&debtor).cash, -800 * USD, "who pokes does not make interest compound");
	});
}

#[test]
fn a_poke_makes_unknown_tails_known() {
	ExtBuilder.build_and_execute(|| {
		let account = portfolio(ALICE, 0, 2_000_000);
		hold(&account, call(160_000), -CONTRACT);
		assert_eq!(tail(&account), u128::MAX);
		assert_ok!(poke(&account));
		assert!((1..u128::MAX).contains(&tail(&account)));
	});
}

#[test]
fn a_poke_refunds_the_weight_of_what_is_not_there() {
	ExtBuilder.build_and_execute(|| {
		let info = Margin::poke(origin(BOB), short()).expect("it can be valued");
		let actual = info.actual_weight.expect("the actual weight is known");
		assert_eq!(actual, <() as WeightInfo>::poke(1));
		let most = <() as WeightInfo>::poke(MAX_SERIES);
		assert!(actual.all_lte(most) && actual.ref_time() < most.ref_time());
	});
}
