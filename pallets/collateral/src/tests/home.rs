// SPDX-License-Identifier: GPL-3.0-or-later

//! `withdraw_home` and `recover_home`.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_test_kit::MockAuctions;
use straddle_traits::{HomeError, Parcel};

fn home(account: &MarginAccountId, kind: CollateralId, amount: u128) -> DispatchResult {
	withdraw_home(alice(), account, kind, amount, HOME_FEES.delivery)
}

#[test]
fn a_lot_goes_home_and_pays_for_its_way() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		let supply = Assets::total_supply(DOT);
		assert_eq!(Collateral::home_fees(DOTS, 2 * ONE_DOT), Some(HOME_FEES));
		assert_ok!(home(&account, DOTS, 2 * ONE_DOT));
		assert_eq!(MockLedger::lot(&account, DOTS), 5 * ONE_DOT);
		assert_eq!(Credited::<Test>::get(DOTS), 5 * ONE_DOT);
		assert_eq!(balance(DOT, &Collateral::clearing_account()), 5 * ONE_DOT);
		let sent = 2 * ONE_DOT - HOME_FEES.delivery;
		assert_eq!(MockHome::sent(), [(Parcel { pays: (DOT, sent), more: None }, carol())]);
		// Here is what was not sent: the fee.
		assert_eq!(balance(DOT, &treasury()), DOT_MINIMUM + HOME_FEES.delivery);
		assert_eq!(Assets::total_supply(DOT), supply - sent);
		let (amount, delivery) = (2 * ONE_DOT, HOME_FEES.delivery);
		let event = Event::WithdrawnHome {
			account,
			kind: DOTS,
			amount,
			delivery,
			to: carol(),
			message: [9; 32],
		};
		System::assert_last_event(event.into());
	});
}

#[test]
fn cash_goes_home_too() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 7 * USD));
		assert_ok!(home(&account, CASH, 7 * USD));
		assert_eq!(MockLedger::books()[&account].cash, 0);
		assert_eq!(MockHome::arrived(STABLE), 7 * USD - HOME_FEES.delivery);
	});
}

#[test]
fn a_parcel_that_does_not_go_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		for (reason, error) in [
			(HomeError::NoReserve, Error::<Test>::NoReserve),
			(HomeError::NoChannel, Error::<Test>::NoChannel),
			(HomeError::NoPrice, Error::<Test>::NoFeePrice),
			(HomeError::NotSent, Error::<Test>::NotSent),
		] {
			NoWay::set(Some(reason));
			assert_noop!(home(&account, DOTS, ONE_DOT), error);
			assert_eq!(Collateral::home_fees(DOTS, ONE_DOT), None);
		}
		NoWay::set(None);
		let fees = HOME_FEES.delivery + HOME_FEES.execution;
		assert_noop!(home(&account, DOTS, fees), Error::<Test>::FeesNotCovered);
		assert_ok!(home(&account, DOTS, fees + 1));
		let dear = withdraw_home(alice(), &account, DOTS, ONE_DOT, HOME_FEES.delivery - 1);
		assert_noop!(dear, Error::<Test>::DeliveryTooDear);
	});
}

#[test]
fn the_way_home_is_as_narrow_as_the_way_out() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 7 * ONE_DOT));
		let failed = withdraw_home(bob(), &account, DOTS, ONE_DOT, ONE_DOT);
		assert_noop!(failed, DispatchError::BadOrigin);
		assert_noop!(home(&account, CollateralId(77), ONE_DOT), Error::<Test>::NotListed);
		assert_noop!(home(&account, REMOTE, ONE_DOT), Error::<Test>::NotLocal);
		assert_noop!(home(&account, DOTS, 0), Error::<Test>::BelowMinimum);
		assert!(home(&account, DOTS, 8 * ONE_DOT).is_err());
		MockAuctions::set(&account, true);
		assert_noop!(home(&account, DOTS, ONE_DOT), Error::<Test>::InAuction);
		MockAuctions::set(&account, false);
		// The last units would take others' dust with them.
		let left = 7 * ONE_DOT - DOT_MINIMUM / 2;
		assert_noop!(home(&account, DOTS, left), Error::<Test>::InexactTransfer);
		// A pause locks nobody in.
		assert_ok!(pause(DOTS));
		assert_ok!(home(&account, DOTS, 7 * ONE_DOT));
		assert_eq!(Collateral::home_fees(REMOTE, ONE_DOT), None);
	});
}

#[test]
fn what_cannot_be_credited_goes_home_for_cash() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 5 * USD));
		let recover = |asset, cash| recover_home(alice(), &account, asset, cash);
		assert_noop!(recover(JUNK, USD), Error::<Test>::NothingToRecover);
		// It lies at the address; it does not exist here; it is too little.
		send(JUNK, &bob(), account.address(), 55);
		assert_ok!(Collateral::park(account.clone(), 777, 66));
		assert_ok!(Collateral::park(account.clone(), DOT, 77));
		for (asset, amount) in [(JUNK, 55), (777, 66), (DOT, 77)] {
			assert_ok!(recover(asset, USD));
			assert_eq!(MockHome::arrived(asset), amount);
		}
		assert_eq!(Parked::<Test>::iter().count(), 0);
		assert_eq!(MockLedger::books()[&account].cash, 2 * USD as i128);
		assert_eq!(MockHome::arrived(STABLE), 3 * (USD - HOME_FEES.delivery));
		assert_eq!(Assets::total_supply(JUNK), 3 * PURSE + 1 - 55);
		let event = Event::RecoveredHome {
			account: account.clone(),
			asset: DOT,
			amount: 77,
			cash: USD,
			delivery: HOME_FEES.delivery,
			to: carol(),
			message: [9; 32],
		};
		System::assert_last_event(event.into());
		// What can be credited is, and others and the auctioned may not.
		send(ETH, &bob(), account.address(), ONE_ETH);
		assert_noop!(recover(ETH, USD), Error::<Test>::AssetListed);
		send(JUNK, &bob(), account.address(), 55);
		let stolen = recover_home(bob(), &account, JUNK, USD);
		assert_noop!(stolen, DispatchError::BadOrigin);
		assert_noop!(recover(JUNK, HOME_FEES.delivery), Error::<Test>::FeesNotCovered);
		assert!(recover(JUNK, 3 * USD).is_err(), "more cash than there is");
		MockAuctions::set(&account, true);
		assert_noop!(recover(JUNK, USD), Error::<Test>::InAuction);
	});
}
