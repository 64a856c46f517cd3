// SPDX-License-Identifier: GPL-3.0-or-later

//! `withdraw` and `recover`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_test_kit::MockAuctions;

#[test]
fn a_lot_leaves_to_whom_its_owner_says() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		assert_ok!(withdraw(alice(), &account, DOTS, 2 * ONE_DOT, bob()));
		assert_eq!(MockLedger::lot(&account, DOTS), 5 * ONE_DOT);
		assert_eq!(balance(DOT, &bob()), (PURSE + 2) * ONE_DOT);
		assert_eq!(balance(DOT, &Collateral::clearing_account()), 5 * ONE_DOT);
		assert_eq!(Credited::<Test>::get(DOTS), 5 * ONE_DOT);
		let amount = 2 * ONE_DOT;
		let event = Event::Withdrawn { account, kind: DOTS, amount, to: bob() };
		System::assert_last_event(event.into());
	});
}

#[test]
fn cash_leaves_as_the_stablecoin() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 7 * USD));
		assert_ok!(withdraw(alice(), &account, CASH, 7 * USD, alice()));
		assert_eq!(balance(STABLE, &alice()), PURSE * USD);
		assert_eq!(MockLedger::books()[&account].cash, 0);
		assert_eq!(Credited::<Test>::get(CASH), 0);
	});
}

#[test]
fn a_withdrawal_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		let failed = |kind, amount| withdraw(alice(), &account, kind, amount, alice());
		assert_noop!(failed(CollateralId(77), ONE_DOT), Error::<Test>::NotListed);
		assert_noop!(failed(REMOTE, ONE_DOT), Error::<Test>::NotLocal);
		assert_noop!(failed(DOTS, 0), Error::<Test>::BelowMinimum);
		let stolen = withdraw(bob(), &account, DOTS, ONE_DOT, bob());
		assert_noop!(stolen, DispatchError::BadOrigin);
		MockAuctions::set(&account, true);
		assert_noop!(failed(DOTS, ONE_DOT), Error::<Test>::InAuction);
		MockAuctions::set(&account, false);
		assert_ok!(failed(DOTS, ONE_DOT));
	});
}

#[test]
fn nobody_takes_more_than_is_his() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(deposit(alice(), &a, DOTS, 7 * ONE_DOT));
		assert_ok!(deposit(bob(), &b, DOTS, 7 * ONE_DOT));
		let more = withdraw(alice(), &a, DOTS, 7 * ONE_DOT + 1, alice());
		assert_noop!(more, DispatchError::Other("lot"));
		let beyond = withdraw(alice(), &a, DOTS, u128::MAX, alice());
		assert_noop!(beyond, sp_runtime::ArithmeticError::Overflow);
		let total = withdraw(alice(), &a, DOTS, 14 * ONE_DOT + 1, alice());
		assert_noop!(total, Error::<Test>::NotHeld);
	});
}

#[test]
fn cash_that_others_owe_is_not_paid_out() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(deposit(alice(), &a, CASH, 10 * USD));
		// Alice won 3 from Bob, who has paid nothing yet.
		MockLedger::edit(&a, |account| account.cash += 3 * USD as i128);
		MockLedger::edit(&b, |account| account.cash -= 3 * USD as i128);
		let failed = withdraw(alice(), &a, CASH, 13 * USD, alice());
		assert_noop!(failed, Error::<Test>::NotHeld);
		assert_ok!(withdraw(alice(), &a, CASH, 10 * USD, alice()));
		assert_ok!(deposit(bob(), &b, CASH, 3 * USD));
		assert_ok!(withdraw(alice(), &a, CASH, 3 * USD, alice()));
	});
}

#[test]
fn what_backs_a_debt_stays() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 100 * ONE_DOT));
		// 100 DOT × 5 × 0.8 = 400; owes 300: 25 DOT are free.
		MockLedger::edit(&account, |account| account.cash = -300 * USD as i128);
		let failed = withdraw(alice(), &account, DOTS, 25 * ONE_DOT + 1, alice());
		assert_noop!(failed, DispatchError::Other("margin"));
		assert_ok!(withdraw(alice(), &account, DOTS, 25 * ONE_DOT, alice()));
		MockLedger::edit(&account, |account| account.cash = 0);
	});
}

#[test]
fn nothing_leaves_on_a_doubtful_price() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		set_price(DOT_FEED, usd(500), PriceState::Uncertain, START);
		let failed = withdraw(alice(), &account, DOTS, ONE_DOT, alice());
		assert_noop!(failed, DispatchError::Other("price"));
		set_price(DOT_FEED, usd(500), PriceState::Valid, START);
		set_price(STABLE_FEED, usd(98), PriceState::Valid, START);
		let failed = withdraw(alice(), &account, DOTS, ONE_DOT, alice());
		assert_noop!(failed, DispatchError::Other("price"));
	});
}

#[test]
fn a_dead_feed_keeps_its_own_lot_only() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		assert_ok!(deposit(alice(), &account, ETHER, ONE_ETH));
		set_price(DOT_FEED, usd(500), PriceState::NoQuorum, START);
		// Ether backs the debt, DOT counts nothing; both may leave as far as ether goes.
		MockLedger::edit(&account, |account| account.cash = -900 * USD as i128);
		assert_ok!(withdraw(alice(), &account, DOTS, 7 * ONE_DOT, alice()));
		assert_ok!(withdraw(alice(), &account, ETHER, ONE_ETH / 2, alice()));
		let failed = withdraw(alice(), &account, ETHER, ONE_ETH / 10, alice());
		assert_noop!(failed, DispatchError::Other("margin"));
		MockLedger::edit(&account, |account| account.cash = 0);
	});
}

#[test]
fn a_withdrawal_that_would_burn_other_peoples_tokens_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(deposit(alice(), &a, DOTS, ONE_DOT));
		let failed = withdraw(alice(), &a, DOTS, ONE_DOT - DOT_MINIMUM + 1, alice());
		assert_noop!(failed, Error::<Test>::InexactTransfer);
		assert_ok!(deposit(bob(), &b, DOTS, ONE_DOT));
		assert_ok!(withdraw(alice(), &a, DOTS, ONE_DOT, alice()));
		assert_ok!(withdraw(bob(), &b, DOTS, ONE_DOT, bob()));
		assert_eq!(Assets::total_supply(DOT), 3 * PURSE * ONE_DOT + DOT_MINIMUM);
	});
}

#[test]
fn nothing_is_lost_in_the_clearing_account() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 5 * ONE_DOT));
		let to = Collateral::clearing_account();
		let failed = withdraw(alice(), &account, DOTS, ONE_DOT, to);
		assert_noop!(failed, Error::<Test>::InexactTransfer);
	});
}

#[test]
fn a_pause_does_not_lock_anybody_in() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 5 * ONE_DOT));
		assert_ok!(pause(DOTS));
		assert_ok!(withdraw(alice(), &account, DOTS, 5 * ONE_DOT, alice()));
	});
}

#[test]
fn an_unlisted_token_goes_back_to_the_owner() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(JUNK, &bob(), account.address(), 55);
		assert_ok!(recover(alice(), &account, JUNK, carol()));
		assert_eq!(balance(JUNK, &carol()), PURSE + 55);
		let event = Event::Recovered { account, asset: JUNK, amount: 55, to: carol() };
		System::assert_last_event(event.into());
	});
}

#[test]
fn a_recovery_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let failed = recover(alice(), &account, JUNK, alice());
		assert_noop!(failed, Error::<Test>::NothingToRecover);
		send(JUNK, &bob(), account.address(), 55);
		send(DOT, &bob(), account.address(), ONE_DOT);
		let stolen = recover(bob(), &account, JUNK, bob());
		assert_noop!(stolen, DispatchError::BadOrigin);
		let failed = recover(alice(), &account, DOT, alice());
		assert_noop!(failed, Error::<Test>::AssetListed);
		MockAuctions::set(&account, true);
		let failed = recover(alice(), &account, JUNK, alice());
		assert_noop!(failed, Error::<Test>::InAuction);
		MockAuctions::set(&account, false);
	});
}
