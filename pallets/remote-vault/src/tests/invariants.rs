// SPDX-License-Identifier: GPL-3.0-or-later

//! Each check of invariant 4 fails when it should.

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use straddle_primitives::*;
use straddle_traits::{OrderOutcome, OrderPurpose};

/// Account 1 has 1,000 in its vault; 2 has a right to 300 of it, of which 300 are being delivered, and 3 one
/// to 100.
fn broken(edit: impl FnOnce([MarginAccountId; 3]), wanted: &'static str) {
	build().execute_with(|| {
		name_source();
		let accounts = [1, 2, 3].map(Books::open);
		let [a, b, c] = &accounts;
		assert_ok!(prove(a, 1_000, 5));
		assert_ok!(seize(a, b, 300));
		assert_ok!(seize(a, c, 100));
		assert_ok!(deliver(a, b));
		assert_ok!(RemoteVault::do_try_state());
		edit(accounts);
		assert_eq!(RemoteVault::do_try_state(), Err(TryRuntimeError::Other(wanted)));
	});
}

fn edit(account: &MarginAccountId, edit: impl FnOnce(&mut Cover)) {
	Covers::<Test>::mutate(account, KIND, |cover| edit(cover.get_or_insert_default()));
}

fn edit_right(holder: &MarginAccountId, account: &MarginAccountId, edit: impl FnOnce(&mut Right)) {
	Rights::<Test>::mutate((holder, KIND, account), |right| edit(right.get_or_insert_default()));
}

#[test]
fn four_more_is_claimed_than_certain() {
	broken(
		|[a, ..]| Vaults::<Test>::mutate(&a, KIND, |vault| vault.as_mut().unwrap().proven = 989),
		"invariant 4: more claimed than certain",
	);
}

#[test]
fn four_a_lot_is_not_what_covers_it() {
	let wanted = "invariant 4: a lot is not what covers it";
	let lot = |who: MarginAccountId, by: i128| {
		Books::edit(|books| {
			let lot = books.lots.get_mut(&(who, KIND)).unwrap();
			*lot = lot.checked_add_signed(by).unwrap();
		})
	};
	broken(|[a, ..]| lot(a, -1), wanted);
	broken(|[_, b, _]| lot(b, 1), wanted);
	broken(|[a, ..]| edit(&a, |cover| cover.own -= 1), wanted);
}

#[test]
fn four_credited_is_not_the_lots() {
	broken(
		|_| {
			let stranger = Books::open(8);
			Books::edit(|books| books.lots.insert((stranger, KIND), 5));
		},
		"invariant 4: credited is not the lots",
	);
	broken(
		|_| {
			let other = CollateralId(9);
			let stranger = Books::open(8);
			Books::edit(|books| books.lots.insert((stranger.clone(), other), 5));
			let cover = Cover { own: 5, ..Default::default() };
			Covers::<Test>::insert(&stranger, other, cover);
			Vaults::<Test>::insert(&stranger, other, Vault { proven: 5, ..Default::default() });
		},
		"invariant 4: a lot of a kind of no source",
	);
}

#[test]
fn four_sums_that_are_not_the_rights() {
	let wanted = "invariant 4: not the sum of the rights";
	broken(|[a, ..]| edit(&a, |cover| cover.entitled -= 1), wanted);
	broken(|[_, b, _]| edit(&b, |cover| cover.held -= 1), wanted);
	broken(|[a, ..]| edit(&a, |cover| cover.firm = 1), wanted);
	broken(|[_, b, _]| edit(&b, |cover| cover.rights = 2), wanted);
	broken(|[a, _, c]| edit_right(&c, &a, |right| right.amount += 1), wanted);
	broken(|[_, _, c]| Covers::<Test>::remove(&c, KIND), "invariant 4: rights without a cover");
}

#[test]
fn rights_that_are_miscounted() {
	broken(|[_, b, _]| RightCounts::<Test>::insert(&b, 2), "rights: miscounted");
	broken(|[_, b, _]| RightCounts::<Test>::remove(&b), "rights: not counted");
	broken(|[a, _, c]| edit_right(&c, &a, |right| right.amount = 0), "rights: one to nothing");
}

#[test]
fn deliveries_that_do_not_fit() {
	let delivery = |a: &MarginAccountId, change: fn(&mut Delivery)| {
		edit(a, |cover| change(cover.delivery.as_mut().unwrap()))
	};
	let wanted = "deliveries: not as ordered";
	broken(|[a, ..]| delivery(&a, |delivery| delivery.order += 1), wanted);
	broken(|[a, ..]| delivery(&a, |delivery| delivery.claims[0].1 -= 1), wanted);
	broken(
		|[a, _, c]| edit(&a, |cover| cover.delivery.as_mut().unwrap().claims[0].0 = c),
		"deliveries: claimed without a right",
	);
	broken(|[a, ..]| edit(&a, |cover| cover.inbound = 1), "deliveries: a vault sends and receives");
	broken(|[_, b, _]| edit(&b, |cover| cover.inbound -= 1), "deliveries: not what is on its way");
	broken(
		|[a, ..]| {
			let nobody = Books::open(8);
			edit(&a, |cover| cover.delivery.as_mut().unwrap().to = nobody);
		},
		"deliveries: not what is on its way",
	);
}

#[test]
fn an_order_of_a_delivery_that_nobody_knows_of() {
	broken(
		|[a, b, _]| {
			edit(&a, |cover| (cover.delivery, cover.own) = (None, cover.own - 300));
			edit(&b, |cover| cover.inbound = 0);
			Books::edit(|books| *books.lots.get_mut(&(a, KIND)).unwrap() -= 300);
		},
		"deliveries: an order of none",
	);
}

#[test]
fn four_a_breached_part_that_counts_for_opening() {
	broken(
		|[a, ..]| {
			assert_ok!(prove(&a, 650, 6));
			assert_ok!(RemoteVault::do_try_state());
			Books::edit(|books| books.impaired.remove(&(a, KIND)));
		},
		"invariant 4: a breached part counts for opening",
	);
}

/// Where a lost delivery was sent twice.
#[test]
fn four_rights_that_were_cut_to_more_than_is_there() {
	broken(
		|[a, b, c]| {
			let order = vault(&a).seizure.unwrap().id;
			assert_ok!(reply(&a, OrderPurpose::Seizure, order, OrderOutcome::Refused, 9));
			assert_ok!(prove(&a, 200, 10));
			Books::edit(|books| books.pool = 1_000);
			assert_ok!(make_good(&a, &b));
			assert_ok!(make_good(&a, &c));
			assert_eq!(cover(&a).firm, 200);
			assert_ok!(RemoteVault::do_try_state());
			Vaults::<Test>::mutate(&a, KIND, |vault| vault.as_mut().unwrap().proven = 199);
		},
		"invariant 4: less is there than rights were cut to",
	);
}

#[test]
fn a_breached_part_that_nobody_lets_fall() {
	broken(
		|[a, ..]| {
			assert_ok!(prove(&a, 650, 6));
			assert_ok!(RemoteVault::do_try_state());
			BreachedVaults::<Test>::remove(&a, KIND);
		},
		"breached: a part that does not fall",
	);
}
