// SPDX-License-Identifier: GPL-3.0-or-later

//! `deposit` and `sweep`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_test_kit::MockAuctions;

fn clearing() -> AccountId32 {
	Collateral::clearing_account()
}

#[test]
fn a_token_becomes_a_lot_and_lies_at_the_clearing_account() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		assert_eq!(MockLedger::lot(&account, DOTS), 7 * ONE_DOT);
		assert_eq!(MockLedger::books()[&account].cash, 0);
		assert_eq!(balance(DOT, &clearing()), 7 * ONE_DOT);
		assert_eq!(balance(DOT, &alice()), (PURSE - 7) * ONE_DOT);
		assert_eq!(Credited::<Test>::get(DOTS), 7 * ONE_DOT);
		let amount = 7 * ONE_DOT;
		let event = Event::Deposited { account, kind: DOTS, amount, by: alice() };
		System::assert_last_event(event.into());
	});
}

#[test]
fn the_stablecoin_becomes_cash_unit_by_unit_and_never_a_lot() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 12_345_678));
		assert_eq!(MockLedger::books()[&account].cash, 12_345_678);
		assert!(MockLedger::books()[&account].lots.is_empty());
		assert_eq!(balance(STABLE, &clearing()), 12_345_678);
		assert_eq!(Credited::<Test>::get(CASH), 12_345_678);
	});
}

#[test]
fn anybody_may_deposit_to_any_account_also_in_auction() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		MockAuctions::set(&account, true);
		assert_ok!(deposit(bob(), &account, DOTS, ONE_DOT));
		send(DOT, &bob(), account.address(), ONE_DOT);
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(MockLedger::lot(&account, DOTS), 2 * ONE_DOT);
		MockAuctions::set(&account, false);
	});
}

#[test]
fn a_deposit_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let nobody = MarginAccountId(carol());
		let failed = |kind, amount| deposit(alice(), &account, kind, amount);
		assert_noop!(failed(CollateralId(77), ONE_DOT), Error::<Test>::NotListed);
		assert_noop!(failed(REMOTE, ONE_DOT), Error::<Test>::NotLocal);
		assert_noop!(deposit(alice(), &nobody, DOTS, ONE_DOT), Error::<Test>::NoSuchAccount);
		assert_noop!(failed(DOTS, ONE_DOT / 10 - 1), Error::<Test>::BelowMinimum);
		assert_ok!(failed(DOTS, ONE_DOT / 10));
		let more_than_all = PURSE * ONE_ETH + 1;
		assert_ok!(as_root(Call::set_cap { kind: ETHER, cap: MAX_CAP }));
		assert!(failed(ETHER, more_than_all).is_err());
		assert_eq!(Credited::<Test>::get(ETHER), 0);
		let unsigned = Call::deposit { account: account.clone(), kind: DOTS, amount: ONE_DOT };
		assert_noop!(dispatch(RuntimeOrigin::none(), unsigned), DispatchError::BadOrigin);
	});
}

#[test]
fn the_cap_is_reached_but_not_passed() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(deposit(alice(), &a, DOTS, 4_999 * ONE_DOT));
		let over = ONE_DOT + 1;
		assert_noop!(deposit(bob(), &b, DOTS, over), Error::<Test>::CapExceeded);
		assert_ok!(deposit(bob(), &b, DOTS, ONE_DOT));
		assert_eq!(Credited::<Test>::get(DOTS), 5_000 * ONE_DOT);
		assert_noop!(deposit(bob(), &b, DOTS, ONE_DOT), Error::<Test>::CapExceeded);
		assert_ok!(withdraw(alice(), &a, DOTS, ONE_DOT, alice()));
		assert_ok!(deposit(bob(), &b, DOTS, ONE_DOT));
	});
}

#[test]
fn a_paused_kind_takes_no_deposits() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(pause(DOTS));
		let failed = deposit(alice(), &account, DOTS, ONE_DOT);
		assert_noop!(failed, Error::<Test>::KindPaused);
		send(DOT, &bob(), account.address(), ONE_DOT);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::KindPaused);
	});
}

#[test]
fn a_debt_can_always_be_paid_and_no_more_than_the_debt() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(deposit(alice(), &a, CASH, 10 * USD));
		// Bob lost 3.05 to Alice.
		MockLedger::edit(&a, |account| account.cash += 3_050_000);
		MockLedger::edit(&b, |account| account.cash -= 3_050_000);
		assert_ok!(pause(CASH));
		assert_ok!(as_root(Call::set_cap { kind: CASH, cap: 1 }));
		let failed = deposit(bob(), &b, CASH, 3_050_001);
		assert_noop!(failed, Error::<Test>::KindPaused);
		assert_ok!(deposit(bob(), &b, CASH, 3 * USD));
		// What is left is below the minimum deposit of 0.1.
		assert_noop!(deposit(bob(), &b, CASH, 49_999), Error::<Test>::BelowMinimum);
		assert_ok!(deposit(bob(), &b, CASH, 50_000));
		assert_eq!(MockLedger::books()[&b].cash, 0);
		assert_noop!(deposit(bob(), &b, CASH, USD), Error::<Test>::KindPaused);
		assert_eq!(Credited::<Test>::get(CASH), 13_050_000);
	});
}

#[test]
fn a_debt_does_not_open_the_door_for_lots() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		MockLedger::edit(&account, |account| account.cash = -i128::MAX);
		assert_ok!(pause(DOTS));
		let failed = deposit(alice(), &account, DOTS, ONE_DOT);
		assert_noop!(failed, Error::<Test>::KindPaused);
	});
}

#[test]
fn a_deposit_that_would_burn_the_senders_rest_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: MAX_CAP }));
		let all = PURSE * ONE_DOT;
		let failed = deposit(alice(), &account, DOTS, all - DOT_MINIMUM + 1);
		assert_noop!(failed, Error::<Test>::InexactTransfer);
		assert_ok!(deposit(alice(), &account, DOTS, all));
		assert_eq!(balance(DOT, &alice()), 0);
		assert_eq!(Assets::total_supply(DOT), 3 * all + DOT_MINIMUM);
	});
}

#[test]
fn a_sweep_credits_everything_at_the_address() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), 3 * ONE_DOT);
		send(STABLE, &bob(), account.address(), 4 * USD);
		assert_ok!(sweep(&account, DOTS));
		let amount = 3 * ONE_DOT;
		let event = Event::Swept { account: account.clone(), kind: DOTS, amount };
		System::assert_last_event(event.into());
		assert_ok!(sweep(&account, CASH));
		assert_eq!(MockLedger::lot(&account, DOTS), 3 * ONE_DOT);
		assert_eq!(MockLedger::books()[&account].cash, 4 * USD as i128);
		assert_eq!(balance(DOT, account.address()), 0);
		assert_eq!(balance(STABLE, &clearing()), 4 * USD);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::NothingToSweep);
	});
}

#[test]
fn a_sweep_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_noop!(sweep(&account, CollateralId(77)), Error::<Test>::NotListed);
		assert_noop!(sweep(&account, REMOTE), Error::<Test>::NotLocal);
		assert_noop!(sweep(&account, ETHER), Error::<Test>::NothingToSweep);
		assert_noop!(sweep(&MarginAccountId(bob()), DOTS), Error::<Test>::NoSuchAccount);
		send(DOT, &bob(), account.address(), ONE_DOT / 10 - 1);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::BelowMinimum);
		let call = Call::sweep { account, kind: DOTS };
		assert_noop!(dispatch(RuntimeOrigin::root(), call), DispatchError::BadOrigin);
	});
}

#[test]
fn a_sweep_stops_at_the_cap_and_the_rest_stays_at_the_address() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), 6_000 * ONE_DOT);
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(MockLedger::lot(&account, DOTS), 5_000 * ONE_DOT);
		assert_eq!(balance(DOT, account.address()), 1_000 * ONE_DOT);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::CapExceeded);
		assert_ok!(withdraw(alice(), &account, DOTS, 10 * ONE_DOT, alice()));
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(balance(DOT, account.address()), 990 * ONE_DOT);
	});
}

#[test]
fn the_rest_that_a_sweep_leaves_can_stand_alone() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		// One unit above the cap: the token would burn it with the transfer.
		send(DOT, &bob(), account.address(), 5_000 * ONE_DOT + 1);
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(balance(DOT, account.address()), DOT_MINIMUM);
		assert_eq!(MockLedger::lot(&account, DOTS), 5_000 * ONE_DOT + 1 - DOT_MINIMUM);
		assert_eq!(Assets::total_supply(DOT), 3 * PURSE * ONE_DOT + DOT_MINIMUM);
	});
}

#[test]
fn the_room_for_a_deposit_can_be_asked() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let room = |kind| Collateral::deposit_room(account.clone(), kind);
		assert_ok!(deposit(alice(), &account, DOTS, 10 * ONE_DOT));
		assert_eq!(room(DOTS), Some((4_990 * ONE_DOT, ONE_DOT / 10)));
		assert_eq!(room(REMOTE), None);
		assert_eq!(room(CollateralId(77)), None);
		MockLedger::edit(&account, |account| account.cash = -7);
		assert_ok!(pause(CASH));
		assert_eq!(room(CASH), Some((7, 7)));
		MockLedger::edit(&account, |account| account.cash = 0);
		assert_eq!(Collateral::deposit_address(account.clone()), account.0);
	});
}
