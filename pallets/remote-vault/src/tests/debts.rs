// SPDX-License-Identifier: GPL-3.0-or-later

//! Stablecoin that is pulled for who owes cash.

use super::{
	doors::{set_wire, wire},
	kit::*,
};
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{
	assert_ok,
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use straddle_primitives::*;
use straddle_traits::{
	OnDebt,
	OrderOutcome::{Done, Refused},
	OrderPurpose::{Release, Seizure},
};

const OTHER: CollateralId = CollateralId(9);
/// What an order costs, and the least one.
const CHARGE: Cash = 3;
const LEAST: u128 = 20;

/// The kind is stablecoin, and 990 of it are an account's lot.
fn world() -> MarginAccountId {
	name_source();
	let minimum = BoundedVec::truncate_from(vec![(KIND, LEAST)]);
	let terms = OrderTerms { charge: CHARGE, minimum, ..Terms::<Test>::get(HUB).unwrap() };
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
	let account = Books::open(1);
	Books::edit(|books| books.stable.insert(KIND));
	assert_ok!(prove(&account, 1_000, 5));
	account
}

/// An account's debt changed to so much.
fn owe(account: &MarginAccountId, amount: u128) {
	Books::edit(|books| books.owed.insert(account.clone(), amount));
	if amount > 0 {
		RemoteVault::on_debt(account, &[(KIND, lot(account)), (OTHER, 5)]);
	}
}

fn idle() {
	RemoteVault::pull_for_debtors(&mut WeightMeter::new());
}

fn is_noted(account: &MarginAccountId) -> bool {
	Debts::<Test>::contains_key(account, KIND)
}

/// What is on its way out of a vault.
fn out(account: &MarginAccountId) -> u128 {
	vault(account).release.map_or(0, |order| order.amount)
}

#[test]
fn what_a_debt_needs_is_pulled_once_and_the_debtor_pays_for_it() {
	build_and_execute(|| {
		let a = world();
		owe(&a, 100);
		assert!(is_noted(&a));
		assert_eq!(Debts::<Test>::iter().count(), 1, "of that kind alone");
		idle();
		let amount = 100 + 3 + LEAST;
		assert_eq!((out(&a), lot(&a), is_noted(&a)), (amount, 990 - amount, false));
		assert_eq!((wire().charged, wire().sent.len()), (CHARGE, 1));
		let event = Event::DebtPulled { account: a.clone(), kind: KIND, amount, owed: 100 };
		System::assert_last_event(event.into());
		let to = Event::Ordered {
			slot: (a.clone(), KIND, Release),
			id: 0,
			amount,
			to: Destination::Here,
			message: [0; 32],
		};
		System::assert_has_event(to.into());
		// It owes more while that is on its way: one at a time.
		owe(&a, 150);
		idle();
		idle();
		assert_eq!((out(&a), wire().sent.len(), is_noted(&a)), (amount, 1, true));
		// It came, and the rest is pulled.
		assert_ok!(reply(&a, Release, 0, Done, 12));
		Books::edit(|books| books.owed.insert(a.clone(), 27));
		idle();
		assert_eq!((out(&a), wire().charged), (27 + 3 + LEAST, 2 * CHARGE));
		assert_ok!(reply(&a, Release, 1, Done, 13));
		// Nothing is owed any more.
		owe(&a, 40);
		owe(&a, 0);
		idle();
		assert_eq!((out(&a), is_noted(&a)), (0, false));
	});
}

#[test]
fn no_more_is_pulled_than_there_is_and_less_than_the_least_order_not_at_all() {
	build_and_execute(|| {
		let a = world();
		owe(&a, 100_000);
		idle();
		assert_eq!((out(&a), lot(&a)), (990, 0));
		assert_ok!(reply(&a, Release, 0, Done, 12));
		owe(&a, 99_000);
		idle();
		assert_eq!((out(&a), is_noted(&a)), (0, false), "the deposit stays there");
		assert_ok!(prove(&a, 10 + LEAST - 1, 20));
		idle();
		assert_eq!((out(&a), is_noted(&a)), (0, false));
		assert_ok!(prove(&a, 10 + LEAST, 21));
		idle();
		assert_eq!((out(&a), lot(&a)), (LEAST, 0));
	});
}

#[test]
fn as_much_is_pulled_as_the_account_can_spare() {
	build_and_execute(|| {
		let a = world();
		owe(&a, 377);
		Books::edit(|books| books.spare = 99);
		idle();
		assert_eq!((out(&a), is_noted(&a)), (99, false));
		assert_ok!(reply(&a, Release, 0, Done, 12));
		// Less than an order may be: its turn comes again.
		owe(&a, 377);
		Books::edit(|books| books.spare = LEAST - 1);
		idle();
		assert_eq!((out(&a), is_noted(&a), lot(&a), wire().charged), (0, true, 891, CHARGE));
		Books::edit(|books| books.spare = 400);
		idle();
		idle();
		assert_eq!((out(&a), is_noted(&a)), (400, false));
	});
}

#[test]
fn what_cannot_be_sent_now_is_sent_later() {
	build_and_execute(|| {
		let a = world();
		let float = wire().float;
		owe(&a, 100);
		set_wire(|wire| wire.open = false);
		idle();
		assert_eq!((out(&a), lot(&a), wire().charged, is_noted(&a)), (0, 990, 0, true));
		set_wire(|wire| (wire.open, wire.float) = (true, 0));
		idle();
		idle();
		assert!(is_noted(&a));
		set_wire(|wire| wire.float = float);
		// No room in the block: not even to look, or to order.
		let look = <() as WeightInfo>::debt_step();
		for limit in [Weight::zero(), look] {
			RemoteVault::pull_for_debtors(&mut WeightMeter::with_limit(limit));
			assert_eq!(out(&a), 0);
		}
		idle();
		idle();
		assert_eq!(out(&a), 123);
	});
}

#[test]
fn what_the_source_chain_refuses_is_not_asked_again_for_nothing() {
	build_and_execute(|| {
		let a = world();
		owe(&a, 100);
		idle();
		assert_ok!(reply(&a, Release, 0, Refused, 12));
		idle();
		assert_eq!((out(&a), lot(&a), wire().charged), (0, 990, CHARGE));
		// Its cash changes.
		owe(&a, 101);
		idle();
		assert_eq!(out(&a), 124);
	});
}

#[test]
fn what_comes_into_a_debtors_vault_is_pulled_too() {
	build_and_execute(|| {
		let (a, b, c) = (world(), Books::open(2), Books::open(3));
		for who in [&b, &c] {
			owe(who, 50);
			idle();
			assert!(!is_noted(who), "nothing is there");
		}
		assert_ok!(prove(&b, 500, 6));
		assert!(is_noted(&b));
		idle();
		assert_eq!((out(&b), out(&a)), (73, 0));
		// By a delivery.
		assert_ok!(seize(&a, &c, 300));
		assert_ok!(deliver(&a, &c));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Done, 12));
		assert!(is_noted(&c));
		idle();
		idle();
		assert_eq!(out(&c), 73);
		// Whose kind is no cash, or who owes nothing, is not noted.
		owe(&b, 0);
		assert_ok!(prove(&b, 600, 13));
		Books::edit(|books| books.stable.clear());
		assert_ok!(prove(&c, 600, 14));
		owe(&a, 5);
		assert_eq!(Debts::<Test>::iter().count(), 0);
	});
}

/// He owes cash and has moved stablecoin in another's vault to himself; his own cannot take it.
#[test]
fn what_was_refused_is_not_asked_again_at_a_debtors_cost() {
	build_and_execute(|| {
		let (a, b) = (world(), Books::open(2));
		assert_ok!(Books::transfer(KIND, &a, &b, 300, false));
		owe(&b, 50);
		let deliver = || RemoteVault::deliver_some(&mut WeightMeter::new());
		let flying = || vault(&a).seizure.is_some();
		deliver();
		assert_eq!((flying(), wire().charged), (true, CHARGE));
		assert_ok!(reply(&a, Seizure, 0, Refused, 12));
		// Whoever proves the vault anew causes no other.
		for block in [20, 21] {
			assert_ok!(prove(&a, 1_000, block));
			deliver();
			assert_eq!((flying(), wire().charged), (false, CHARGE));
		}
		// A part that he moves himself changes nothing of that; he may ask, and pays.
		assert_ok!(Books::transfer(KIND, &a, &b, 10, false));
		deliver();
		assert!(!flying());
		assert_ok!(super::kit::deliver(&a, &b));
		assert_eq!((flying(), wire().charged), (true, 2 * CHARGE));
		assert_ok!(reply(&a, Seizure, 1, Refused, 22));
		assert_ok!(prove(&a, 1_000, 30));
		// What grew by force is delivered unasked again.
		assert_ok!(seize(&a, &b, 10));
		deliver();
		assert!(flying());
	});
}

#[test]
fn closed_books_take_what_is_owed_and_no_more() {
	build_and_execute(|| {
		let a = world();
		Books::edit(|books| books.closed = true);
		owe(&a, 100);
		idle();
		assert_eq!(out(&a), 100);
	});
}

#[test]
fn all_debtors_have_their_turns() {
	build_and_execute(|| {
		world();
		let debtors = [11, 12, 13, 14, 15].map(Books::open);
		for (n, who) in debtors.iter().enumerate() {
			assert_ok!(prove(who, 500, 30 + n as u32));
			owe(who, 50);
		}
		let pulled = || debtors.iter().filter(|who| out(who) > 0).count();
		for wanted in [2, 4, 5] {
			idle();
			assert_eq!(pulled(), wanted);
		}
		idle();
		assert_eq!((DebtCursor::<Test>::get(), Debts::<Test>::iter().count()), (None, 0));
	});
}
