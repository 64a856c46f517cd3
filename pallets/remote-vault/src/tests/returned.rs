// SPDX-License-Identifier: GPL-3.0-or-later

//! What comes back after the chain's pool paid for it is the pool's, and it pays for no more than is missing (ADR 50).

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{OrderOutcome::Done, OrderPurpose::Seizure};

type E = Error<Test>;

/// All 100 of a's own part are b's by an auction, and his vault shows nothing.
fn frozen() -> [MarginAccountId; 3] {
	name_source();
	let accounts = [1, 2, 99].map(Books::open);
	let [a, b, _] = &accounts;
	assert_ok!(prove(a, 100 + DEPOSIT, 5));
	assert_ok!(seize(a, b, 100));
	assert_ok!(prove(a, 0, 6));
	assert!(RemoteVault::note_head(HUB, head(100)));
	accounts
}

fn set_pool(pool: Cash) {
	Books::edit(|books| books.pool = pool);
}

fn recount(account: &MarginAccountId) {
	assert_ok!(RemoteVault::recount(
		RuntimeOrigin::signed(PoolOwner::get()),
		account.clone(),
		KIND
	));
}

fn paid_for(account: &MarginAccountId) -> u128 {
	cover(account).paid_for
}

#[test]
fn what_comes_back_after_the_pool_paid_is_the_pools() {
	build_and_execute(|| {
		let [a, b, pool] = frozen();
		set_pool(1_000);
		assert_ok!(make_good(&a, &b));
		assert_eq!((Books::get().pool, right(&b, &a), paid_for(&a)), (800, 0, 100));
		// The freeze ends in two steps; its owner has no part of it, whatever he asks.
		assert_ok!(prove(&a, 40 + DEPOSIT, 7));
		let event = Event::CameBack { account: a.clone(), kind: KIND, amount: 40 };
		System::assert_has_event(event.into());
		assert_eq!((right(&pool, &a), lot(&pool), paid_for(&a)), (40, 40, 60));
		assert_noop!(release(&a, 1), E::NotOwnPart);
		assert_noop!(RemoteVault::do_clear_breach(a.clone(), KIND), E::NotReturned);
		assert_ok!(prove(&a, 105 + DEPOSIT, 8));
		assert_eq!((right(&pool, &a), lot(&pool), paid_for(&a)), (100, 100, 0));
		// Blocks bring it to the pool's vault. What is left is the owner's.
		RemoteVault::deliver_some(&mut WeightMeter::new());
		let order = vault(&a).seizure.unwrap();
		assert_eq!(order.amount, 100);
		assert_ok!(reply(&a, Seizure, order.id, Done, 9));
		assert_eq!((vault(&pool).proven, lot(&pool), right(&pool, &a)), (100, 90, 0));
		assert_noop!(release(&a, 6), E::NotOwnPart);
		assert_ok!(RemoteVault::do_clear_breach(a.clone(), KIND));
		assert_eq!(lot(&a), 5);
	});
}

#[test]
fn what_caps_leave_no_room_for_waits_and_is_not_the_owners() {
	build_and_execute(|| {
		let [a, b, pool] = frozen();
		set_pool(1_000);
		assert_ok!(make_good(&a, &b));
		Books::edit(|books| books.cap = 30);
		assert_ok!(prove(&a, 150 + DEPOSIT, 7));
		assert_eq!((lot(&pool), paid_for(&a)), (30, 70));
		assert_noop!(release(&a, 51), E::NotOwnPart);
		Books::edit(|books| books.stuck.insert(pool.clone()));
		Books::edit(|books| books.cap = u128::MAX);
		// The books refuse the pool's account; the proof counts.
		assert_ok!(prove(&a, 150 + DEPOSIT, 8));
		assert_eq!((lot(&pool), paid_for(&a)), (30, 70));
		Books::edit(|books| books.stuck.clear());
		recount(&a);
		assert_eq!((lot(&pool), right(&pool, &a), paid_for(&a)), (100, 100, 0));
		assert_ok!(release(&a, 50));
	});
}

#[test]
fn governance_gives_up_what_does_not_come_back() {
	build_and_execute(|| {
		let [a, b, pool] = frozen();
		set_pool(1_000);
		assert_ok!(make_good(&a, &b));
		assert_ok!(prove(&a, 20 + DEPOSIT, 7));
		let write_off = |who| RemoteVault::write_off(who, a.clone(), KIND);
		let anyone = RuntimeOrigin::signed(PoolOwner::get());
		assert_noop!(write_off(anyone), DispatchError::BadOrigin);
		assert_ok!(write_off(RuntimeOrigin::root()));
		let event = Event::WrittenOff { account: a.clone(), kind: KIND, amount: 80 };
		System::assert_last_event(event.into());
		assert_noop!(write_off(RuntimeOrigin::root()), E::NothingPaidFor);
		assert_ok!(RemoteVault::do_clear_breach(a.clone(), KIND));
		assert_ok!(prove(&a, 60 + DEPOSIT, 8));
		assert_eq!((lot(&a), lot(&pool)), (40, 20));
	});
}

#[test]
fn what_is_back_is_not_given_up_to_the_owner() {
	build_and_execute(|| {
		let [a, b, pool] = frozen();
		set_pool(1_000);
		assert_ok!(make_good(&a, &b));
		// The kind is paused as 60 are back: nothing is booked.
		Books::edit(|books| books.cap = 0);
		assert_ok!(prove(&a, 60 + DEPOSIT, 7));
		assert_eq!((lot(&pool), paid_for(&a)), (0, 100));
		let write_off = || RemoteVault::write_off(RuntimeOrigin::root(), a.clone(), KIND);
		assert_noop!(write_off(), E::NotBookedYet);
		Books::edit(|books| books.cap = 50);
		assert_noop!(write_off(), E::NotBookedYet);
		Books::edit(|books| books.cap = u128::MAX);
		assert_ok!(write_off());
		let event = Event::WrittenOff { account: a.clone(), kind: KIND, amount: 40 };
		System::assert_last_event(event.into());
		assert_ok!(RemoteVault::do_clear_breach(a.clone(), KIND));
		assert_eq!((lot(&a), lot(&pool), right(&pool, &a), paid_for(&a)), (0, 60, 60, 0));
	});
}

#[test]
fn nothing_is_given_up_where_all_is_back() {
	build_and_execute(|| {
		let [a, b, pool] = frozen();
		set_pool(1_000);
		assert_ok!(make_good(&a, &b));
		Books::edit(|books| books.cap = 0);
		assert_ok!(prove(&a, 100 + DEPOSIT, 7));
		Books::edit(|books| books.cap = u128::MAX);
		assert_ok!(RemoteVault::write_off(RuntimeOrigin::root(), a.clone(), KIND));
		assert_eq!((lot(&pool), right(&pool, &a), paid_for(&a)), (100, 100, 0));
		let given_up = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			matches!(record.event, RuntimeEvent::RemoteVault(Event::WrittenOff { .. }))
		};
		assert!(!System::events().iter().any(given_up));
	});
}

/// 60 of 100 have left the ledger when 90 are there again.
fn faded() -> [MarginAccountId; 3] {
	let [a, b, pool] = frozen();
	assert_ok!(make_good(&a, &b));
	assert!(RemoteVault::note_head(HUB, head(100 + BREACH_RAMP / 10 * 6)));
	assert_ok!(make_good(&a, &b));
	assert_eq!((lot(&b), right(&b, &a)), (40, 100));
	assert_ok!(prove(&a, 90, 50_000));
	set_pool(1_000);
	[a, b, pool]
}

#[test]
fn the_pool_pays_for_what_is_missing_when_it_pays() {
	build_and_execute(|| {
		let [a, b, pool] = faded();
		RemoteVault::tend_owed(&mut WeightMeter::new());
		// 10 at two each; 50 count again.
		assert_eq!((Books::get().pool, Books::get().cash[&b]), (980, 20));
		assert_eq!((lot(&b), right(&b, &a), paid_for(&a), lot(&pool)), (90, 90, 10, 0));
		assert_noop!(release(&a, 1), E::NotOwnPart);
		assert!(!Books::get().impaired.contains(&(b, KIND)));
	});
}

#[test]
fn what_caps_keep_from_counting_again_is_paid_for_and_the_pools() {
	build_and_execute(|| {
		let [a, b, pool] = faded();
		Books::edit(|books| books.cap = 60);
		RemoteVault::tend_owed(&mut WeightMeter::new());
		assert_eq!((Books::get().pool, lot(&b), right(&b, &a)), (920, 60, 60));
		assert_eq!((paid_for(&a), lot(&pool)), (40, 0));
		// 30 are there besides, of which the deposit stays.
		assert_noop!(release(&a, 1), E::NotOwnPart);
		Books::edit(|books| books.cap = u128::MAX);
		recount(&a);
		assert_eq!((lot(&pool), right(&pool, &a), paid_for(&a)), (20, 20, 20));
	});
}
