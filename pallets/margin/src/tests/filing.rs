// SPDX-License-Identifier: GPL-3.0-or-later

//! Who is filed with the risk ladder, and when.

use super::portfolio::{assess, hold, portfolio, sell};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::Dispatchable;
use straddle_test_kit::{MockAuctions, MockLadder, MockPrices};
use straddle_traits::{DriverId, Exposure, Risk, Watch};

/// Of whom the ladder was told since it was asked last, and whether they have to be watched.
fn told() -> Vec<(MarginAccountId, bool)> {
	let told = MockLadder::told();
	MockLadder::forget();
	told.into_iter().map(|(account, headroom)| (account, headroom.is_some())).collect()
}

fn exposure(account: &MarginAccountId) -> Option<Exposure> {
	Margin::exposure_in(&mut Margin::session(), account).expect("the account can be valued")
}

/// Two accounts with much cash, and nothing told of them.
fn two() -> [MarginAccountId; 2] {
	let accounts = [portfolio(ALICE, 0, 100_000), open(BOB, 9, 100_000)];
	MockLadder::forget();
	accounts
}

#[test]
fn a_trade_files_both_sides_by_the_valuation_that_judged_it() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob] = two();
		MockPrices::set_volatility(BTC, FixedU128::from_rational(60, 100));
		let asked = MockPrices::asked();
		assert_ok!(sell(&alice, call(100_000), CONTRACT / 10));
		// One for the mark that the test asks for, and one for both accounts under each rule.
		assert_eq!(MockPrices::asked() - asked, 3);
		let headroom = exposure(&alice).map(|is| is.headroom);
		assert_eq!(MockLadder::told(), [(bob.clone(), None), (alice.clone(), headroom)]);
		assert!(headroom.is_some());
		assert_eq!(told().len(), 2);
		assert!(account(&alice).filed.is_filed() && !account(&bob).filed.is_filed());
		// A resting order is judged as a trade.
		let order = OrderChange { sell: 1, sell_proceeds: 1, ..Default::default() };
		let entry = Entry::new(bob.clone(), TRADE).order(call(100_000), order);
		assert_ok!(Margin::book(Journal::of(vec![entry])));
		assert_eq!(told(), [(bob, true)]);
	});
}

#[test]
fn what_takes_something_out_files_and_what_brings_something_in_does_not() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob] = two();
		assert_ok!(sell(&alice, call(100_000), CONTRACT / 10));
		let second = open(ALICE, 1, 0);
		MockLadder::forget();
		deposit(&alice, USD);
		deposit_lot(&alice, DOT, 1);
		assert_eq!(told(), []);
		assert_ok!(withdraw(&alice, USD));
		assert_eq!(told(), [(alice.clone(), true)]);
		let (from, to) = (alice.clone(), second.clone());
		assert_ok!(Margin::transfer_cash(origin(ALICE), from, to, 5));
		assert_eq!(told(), [(alice.clone(), true)]);
		let bid = Entry::new(alice.clone(), Rule::Bid).cash(-USD);
		let gets = Entry::new(bob.clone(), Rule::Credit).cash(USD);
		assert_ok!(Margin::book(Journal::of(vec![bid, gets])));
		assert_eq!(told(), [(alice.clone(), true)]);
		// An order that was cancelled took nothing from MM.
		let order = OrderChange { buy: 1, buy_cost: 1, ..Default::default() };
		let fewer = OrderChange { buy: -1, buy_cost: -1, ..Default::default() };
		for (rule, change, expected) in [(TRADE, order, 1), (Rule::Credit, fewer, 0)] {
			let entry = Entry::new(alice.clone(), rule).order(call(100_000), change);
			assert_ok!(Margin::book(Journal::of(vec![entry])));
			assert_eq!(told().len(), expected);
		}
	});
}

#[test]
fn another_rule_another_owner_and_a_poke_file() {
	ExtBuilder.build_and_execute(|| {
		let [alice, _] = two();
		assert_ok!(sell(&alice, call(100_000), CONTRACT / 10));
		told();
		let poke = || Margin::poke(origin(BOB), alice.clone()).map(|_| ());
		for step in 0..4 {
			let done = match step {
				0 => call_by(
					ALICE,
					Call::set_mode { account: alice.clone(), mode: MarginMode::Standard },
				),
				1 => poke().map_err(|failed| failed.error),
				2 => call_by(ALICE, Call::offer_ownership { account: alice.clone(), to: CHARLIE }),
				_ => call_by(CHARLIE, Call::accept_ownership { account: alice.clone() }),
			};
			assert_ok!(done);
			let expected = if step == 2 { vec![] } else { vec![(alice.clone(), true)] };
			assert_eq!(told(), expected, "step {step}");
		}
		// Interest that is not booked counts, whether a poke or anybody else asks.
		let debt = |account: &MarginAccountId, cash: Cash| {
			Entry::new(account.clone(), Rule::Forced).cash(cash)
		};
		let lender = id(BOB, 9);
		let journal = Journal::of(vec![debt(&alice, -190_000 * USD), debt(&lender, 190_000 * USD)]);
		assert_ok!(Margin::book(journal));
		Haircuts::list(DOT, 10);
		deposit_lot(&alice, DOT, 50_000);
		(0..100).for_each(|_| block_after(HOUR_MS));
		MockLadder::forget();
		assert_ok!(poke());
		let headroom = exposure(&alice).map(|is| is.headroom);
		assert_eq!(MockLadder::told(), [(alice.clone(), headroom)]);
		told();
		// In auction a poke values, and files nothing.
		MockAuctions::set(&alice, true);
		assert_ok!(poke());
		assert_eq!(told(), []);
		MockAuctions::set(&alice, false);
	});
}

#[test]
fn what_nobody_valued_is_looked_at_in_the_next_round() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1_000);
		told();
		// Longs need no watching.
		hold(&account, call(90_000), CONTRACT);
		let other = id(CHARLIE, 9);
		assert_eq!(MockLadder::told(), [(other.clone(), Some(0))]);
		assert_eq!((told().len(), Margin::filed(&account).is_filed()), (1, false));
		assert!(Margin::filed(&other).hot);
		// Who is looked at anyway is not told of again.
		hold(&account, call(90_000), CONTRACT);
		assert_eq!(told(), []);
		let mut filed = Margin::filed(&other);
		filed.hot = false;
		Margin::set_filed(&other, filed);
		hold(&account, call(90_000), -3 * CONTRACT);
		assert_eq!(told(), [(account.clone(), true)]);
		// Who is in auction is watched by it.
		Margin::set_filed(&account, Default::default());
		MockAuctions::set(&account, true);
		hold(&account, call(90_000), -CONTRACT);
		assert_eq!(told(), []);
		MockAuctions::set(&account, false);
		assert!(exposure(&account).is_some());
	});
}

#[test]
fn a_settlement_of_who_was_watched_through_the_window_files_nothing() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob] = two();
		assert_ok!(sell(&alice, call(100_000), CONTRACT / 10));
		// Its window has begun: a look at it leaves no horizon.
		let average = price(100_000);
		let window = SettlementWindow { left_ms: 1, length_ms: HOUR_MS, average };
		MockPrices::set_window(BTC, EXPIRY, window);
		assert_ok!(Margin::poke(origin(BOB), alice.clone()).map(|_| ()));
		assert!(Margin::filed(&alice).hot);
		told();
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(200_000));
		let quantity = CONTRACT / 10;
		let settle = |account: &MarginAccountId, quantity: Quantity, cash: Cash| {
			let entry = Entry::new(account.clone(), Rule::Forced).cash(cash);
			entry.position(call(100_000), quantity)
		};
		let settled =
			vec![settle(&alice, quantity, -10_000 * USD), settle(&bob, -quantity, 10_000 * USD)];
		assert_ok!(Margin::book(Journal::of(settled)));
		assert_eq!(told(), []);
		// What it was worth is cash now; it is looked at once more, and then no longer.
		assert_eq!(exposure(&alice), None);
		assert!(assess(&alice).maintenance_excess() > money(90_000));
	});
}

#[test]
fn a_refused_journal_files_nothing() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob] = two();
		// Alice's side goes through, and Bob's is refused.
		let journal = Journal::of(vec![
			Entry::new(alice.clone(), TRADE).position(call(100_000), -CONTRACT / 10).cash(USD),
			Entry::new(bob, Rule::Credit).position(call(100_000), CONTRACT / 10).cash(-USD),
		]);
		assert_noop!(Margin::book(journal), Error::<Test>::NotACredit);
		assert_eq!(told(), []);
		assert!(!Margin::filed(&alice).is_filed());
		let too_many = 40 * CONTRACT;
		assert_noop!(sell(&alice, call(100_000), too_many), Error::<Test>::BelowInitialMargin);
		assert_eq!(told(), []);
	});
}

#[test]
fn parameters_have_everybody_looked_at_again() {
	ExtBuilder.build_and_execute(|| {
		let set = |call: Call<Test>| RuntimeCall::from(call).dispatch(RuntimeOrigin::root());
		assert_eq!(MockLadder::refiled(), 0);
		assert_ok!(set(Call::set_params { params: Params::<Test>::get() }));
		assert_eq!(MockLadder::refiled(), 1);
		let params = PortfolioRule::<Test>::get();
		assert_ok!(set(Call::set_portfolio_params { params: params.into() }));
		assert_eq!(MockLadder::refiled(), 2);
		let bad = RiskParams { reserve: FixedU128::from_u32(2), ..Default::default() };
		assert!(set(Call::set_params { params: bad }).is_err());
		assert_eq!(MockLadder::refiled(), 2);
	});
}

#[test]
fn where_accounts_are_filed_is_kept_with_them() {
	ExtBuilder.build_and_execute(|| {
		let nobody = id(ALICE, 7);
		let filed = Filed { time: 7, ..Default::default() };
		Margin::set_filed(&nobody, filed.clone());
		assert!(!Margin::filed(&nobody).is_filed() && !Accounts::<Test>::contains_key(&nobody));
		let mut ids: Vec<_> = (0..5).map(|index| open(ALICE, index, 0)).collect();
		ids.sort_unstable();
		Margin::set_filed(&ids[0], filed.clone());
		assert_eq!(Margin::filed(&ids[0]), filed);
		// It goes with the account and is no part of it when it is made again.
		let closed = account(&ids[0]).index;
		assert_ok!(Margin::close_account(origin(ALICE), ids[0].clone()));
		assert!(!Margin::filed(&ids[0]).is_filed());
		open(ALICE, closed, 0);
		assert!(!Margin::filed(&ids[0]).is_filed());
		assert_eq!(Margin::accounts_after(None, 3), ids[..3]);
		assert_eq!(Margin::accounts_after(Some(&ids[2]), 9), ids[3..]);
		assert_eq!(Margin::accounts_after(Some(&ids[4]), 9), []);
	});
}

#[test]
fn a_filing_out_of_order_is_found() {
	let filing = |dues: Vec<(DriverId, u32)>| {
		ExtBuilder.build().execute_with(|| {
			let account = open(ALICE, 0, 0);
			let dues = BoundedVec::truncate_from(dues);
			Margin::set_filed(&account, Filed { dues, ..Default::default() });
			Margin::do_try_state()
		})
	};
	let (first, second) = (DriverId::Forward(BTC), DriverId::Price(FeedId(1)));
	assert_ok!(filing(vec![(first, 9), (second, 1)]));
	assert_eq!(filing(vec![(second, 1), (first, 9)]), Err(UNSORTED.into()));
	assert_eq!(filing(vec![(first, 1), (first, 9)]), Err(UNSORTED.into()));
}

const UNSORTED: &str = "10: where an account is filed is not sorted";
