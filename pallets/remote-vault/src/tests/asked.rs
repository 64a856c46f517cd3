// SPDX-License-Identifier: GPL-3.0-or-later

//! Who pays for a delivery: of what came by force whoever lost it, of all else whoever asks (ADR 50).

use super::{
	doors::{set_wire, wire},
	kit::*,
};
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome::{Done, Refused},
	OrderPurpose::Seizure,
};

type E = Error<Test>;
const CHARGE: Cash = 3;
const FLOAT: u128 = 1_000_000;

/// 990 are account 1's own. Orders are paid from cash, of which nobody has any.
fn world() -> [MarginAccountId; 3] {
	name_source();
	set_terms(|terms| terms.charge = CHARGE);
	Books::edit(|books| books.cash_counts = true);
	let accounts = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&accounts[0], 1_000, 5));
	accounts
}

fn set_terms(change: impl FnOnce(&mut OrderTerms)) {
	let mut terms = Terms::<Test>::get(HUB).unwrap();
	change(&mut terms);
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
}

fn set_cash(who: &MarginAccountId, cash: Cash) {
	Books::edit(|books| books.cash.insert(who.clone(), cash));
}

fn cash(who: &MarginAccountId) -> Cash {
	Books::get().cash.get(who).copied().unwrap_or_default()
}

/// An owner moves a lot to another account of his.
fn give(from: &MarginAccountId, to: &MarginAccountId, amount: u128) {
	assert_ok!(Books::transfer(KIND, from, to, amount, false));
}

fn idle() {
	(0..3).for_each(|_| RemoteVault::deliver_some(&mut WeightMeter::new()));
}

fn arrive(from: &MarginAccountId) {
	let id = vault(from).seizure.unwrap().id;
	assert_ok!(reply(from, Seizure, id, Done, 9));
}

#[test]
fn what_its_owner_moves_to_and_fro_costs_the_float_nothing_that_he_does_not_pay() {
	build_and_execute(|| {
		let [a, b, c] = world();
		give(&a, &b, 980);
		idle();
		assert_eq!((vault(&a).seizure, wire().float), (None, FLOAT));
		let stranger = RuntimeOrigin::signed(c.0.clone());
		let call = RemoteVault::deliver(stranger, a.clone(), KIND, b.clone());
		assert_noop!(call, E::HolderMustAsk);
		// He pays all of it or nothing is sent; whoever gave it pays nothing.
		set_cash(&a, 50);
		set_cash(&b, CHARGE - 1);
		assert_noop!(deliver(&a, &b), DispatchError::Other("cash"));
		set_cash(&b, CHARGE + 4);
		assert_ok!(deliver(&a, &b));
		assert_eq!((cash(&a), cash(&b), wire().charged), (50, 4, CHARGE));
		assert_eq!(wire().float, FLOAT - 1);
		arrive(&a);
		give(&b, &a, 500);
		idle();
		assert_eq!((vault(&b).seizure, wire().float), (None, FLOAT - 1));
	});
}

#[test]
fn what_came_by_force_is_delivered_unasked_and_whoever_lost_it_pays_what_he_can() {
	build_and_execute(|| {
		let [a, b, _] = world();
		set_cash(&a, 1);
		assert_ok!(seize(&a, &b, 500));
		idle();
		assert_eq!((vault(&a).outstanding(), cash(&a), wire().charged), (500, 0, 1));
		arrive(&a);
		assert_ok!(seize(&a, &b, 100));
		idle();
		assert_eq!((vault(&a).outstanding(), wire().charged), (100, 1));
	});
}

#[test]
fn a_right_that_its_holder_adds_to_has_to_be_asked_for() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 500));
		give(&a, &b, 1);
		idle();
		assert_eq!(vault(&a).seizure, None);
		assert_ok!(seize(&a, &b, 1));
		idle();
		assert_eq!(vault(&a).outstanding(), 502);
	});
}

#[test]
fn what_changes_hands_on_its_way_is_asked_for_where_it_came_as_it_was() {
	build_and_execute(|| {
		let [a, b, c] = world();
		let d = Books::open(4);
		assert_ok!(prove(&c, 100, 5));
		assert_ok!(prove(&d, 100, 5));
		assert_ok!(seize(&a, &b, 900));
		idle();
		give(&b, &c, 200);
		assert_ok!(seize(&b, &d, 100));
		arrive(&a);
		idle();
		let unasked = |who| Rights::<Test>::get((who, KIND, &b)).unwrap().unasked;
		assert_eq!((unasked(&c), unasked(&d)), (false, true));
		assert_eq!((vault(&b).outstanding(), cover(&d).inbound), (100, 100));
	});
}

#[test]
fn what_the_source_chain_refused_has_to_be_asked_for() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 500));
		idle();
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Refused, 9));
		assert_ok!(prove(&a, 1_000, 10));
		idle();
		assert_eq!((vault(&a).seizure, wire().float), (None, FLOAT - 1));
		set_cash(&b, CHARGE);
		assert_ok!(deliver(&a, &b));
		// If it did not run for another reason it is sent again.
		assert_ok!(seize(&a, &b, 1));
		let id = vault(&a).seizure.unwrap().id;
		fence(&a, Seizure, id, 20);
		assert_ok!(prove(&a, 1_000, 21));
		idle();
		assert_eq!(vault(&a).outstanding(), 501);
	});
}

#[test]
fn what_is_asked_for_leaves_the_reserve_and_half_of_the_places() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 1_000, 5));
		set_terms(|terms| (terms.reserve, terms.seizures) = (10, 3));
		for who in [&b, &c] {
			set_cash(who, 100);
		}
		give(&a, &c, 300);
		give(&b, &c, 300);
		set_wire(|wire| wire.float = 10);
		assert_noop!(deliver(&a, &c), E::FloatReserved);
		set_wire(|wire| wire.float = 12);
		assert_ok!(deliver(&a, &c));
		assert_ok!(deliver(&b, &c));
		let d = Books::open(4);
		assert_ok!(prove(&d, 1_000, 5));
		give(&d, &c, 300);
		set_wire(|wire| wire.float = 12);
		assert_noop!(deliver(&d, &c), E::TooManyOrders);
		// What was seized has the other places, and the reserve.
		set_wire(|wire| wire.float = 1);
		assert_ok!(seize(&d, &c, 100));
		idle();
		assert_eq!((vault(&d).outstanding(), wire().float), (400, 0));
	});
}

#[test]
fn stablecoin_comes_to_who_owes_it_and_he_pays() {
	build_and_execute(|| {
		let [a, b, _] = world();
		Books::edit(|books| books.stable.insert(KIND));
		give(&a, &b, 300);
		set_cash(&b, 5);
		idle();
		assert_eq!(vault(&a).seizure, None);
		Books::edit(|books| books.owed.insert(b.clone(), 50));
		idle();
		assert_eq!((vault(&a).outstanding(), cash(&b)), (300, 5 - CHARGE));
		arrive(&a);
		assert!(Debts::<Test>::contains_key(&b, KIND), "and is pulled");
	});
}
