// SPDX-License-Identifier: GPL-3.0-or-later

//! What the review of vaults found of ways out and of answers (`docs/reviews/vaults.md`: 5, 8, 11), and the queue
//! of answers.

use super::{
	doors::{owner, set_wire, wire},
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
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{
	LotCovers,
	OrderOutcome::{Done, Refused},
	OrderPurpose::{Release, Seizure},
};
use xcm::latest::{Error as XcmError, Response};

const DONE: Response = Response::ExecutionResult(None);

fn world() -> [MarginAccountId; 3] {
	name_source();
	let accounts = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&accounts[0], 1_000, 5));
	accounts
}

fn is_empty(account: &MarginAccountId) -> bool {
	RemoteVault::has_empty_vaults(account)
}

/// The chain answers, and no block has booked it yet.
fn answer(query: u64, response: Response) {
	assert_ok!(RemoteVault::take_reply(RuntimeOrigin::root(), query, response));
}

fn query_of(account: &MarginAccountId, purpose: straddle_traits::OrderPurpose) -> u64 {
	InFlights::<Test>::get((account.clone(), KIND, purpose)).unwrap().queries[0]
}

fn book(limit: Weight) {
	RemoteVault::book_answers(&mut WeightMeter::with_limit(limit));
}

#[test]
fn finding_5_an_account_that_is_closed_leaves_nothing_to_its_founder() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert!(is_empty(&b) && !is_empty(&a));
		let id = release(&a, 990).unwrap();
		assert!(lot(&a) == 0 && !is_empty(&a), "it may be refused");
		assert_ok!(reply(&a, Release, id, Refused, 6));
		assert!(!is_empty(&a));
		let id = release(&a, 990).unwrap();
		assert_ok!(reply(&a, Release, id, Done, 7));
		assert!(is_empty(&a), "the deposit stays");
		// What nobody could order out, and what whoever sends it here loses.
		let minimum = BoundedVec::truncate_from(vec![(KIND, 50)]);
		let terms = OrderTerms { minimum, ..Terms::<Test>::get(HUB).unwrap() };
		assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
		assert_ok!(prove(&a, 59, 8));
		assert!(is_empty(&a));
		assert_ok!(prove(&a, 60, 9));
		assert!(!is_empty(&a));
		// What others have rights to is no part of it, but for while it is on its way out.
		assert_ok!(prove(&b, 500, 10));
		assert_ok!(seize(&b, &c, 490));
		assert!(is_empty(&b));
		assert_ok!(deliver(&b, &c));
		assert!(!is_empty(&b));
		let id = vault(&b).seizure.unwrap().id;
		assert_ok!(reply(&b, Seizure, id, Done, 12));
		assert!(is_empty(&b) && !is_empty(&c));
	});
}

#[test]
fn finding_8_what_was_never_credited_leaves_after_its_kind_was_delisted() {
	build_and_execute(|| {
		name_source();
		let a = Books::open(1);
		Books::edit(|books| books.cap = 0);
		assert_ok!(prove(&a, 1_000, 5));
		Books::edit(|books| {
			books.cap = u128::MAX;
			books.delisted.insert(KIND);
		});
		let out = || {
			let to = AccountId32::new([2; 32]);
			RemoteVault::release(RuntimeOrigin::signed(owner()), a.clone(), KIND, 990, to)
		};
		assert_ok!(out());
		answer(query_of(&a, Release), Response::ExecutionResult(Some((5, XcmError::Overflow))));
		book(Weight::MAX);
		assert_eq!((vault(&a).release, lot(&a)), (None, 0));
		assert_ok!(out());
	});
}

/// A delivery of a's lot to b, of which 14 others and b have a part each.
fn much_claimed() -> (MarginAccountId, MarginAccountId) {
	let [a, b, _] = world();
	assert_ok!(seize(&a, &b, 900));
	assert_ok!(deliver(&a, &b));
	for n in 0..14 {
		assert_ok!(seize(&b, &Books::open(30 + n), 10));
	}
	assert_eq!(cover(&a).delivery.unwrap().claims.len() as u32, MAX_CLAIMS - 1);
	(a, b)
}

#[test]
fn finding_11_an_answer_is_noted_as_it_comes_and_booked_when_a_block_has_room() {
	build_and_execute(|| {
		let (a, b) = much_claimed();
		let query = query_of(&a, Seizure);
		set_wire(|wire| wire.now = 20);
		answer(query, DONE);
		set_wire(|wire| wire.now = 25);
		assert_ok!(RemoteVault::do_try_state());
		let before = (vault(&a), vault(&b), cover(&a));
		let needs = {
			let base = <() as WeightInfo>::answer_base() * 2;
			let lots = <() as WeightInfo>::recount() + <() as WeightInfo>::note_debt();
			base + lots + <() as WeightInfo>::book_answer(MAX_CLAIMS - 1)
		};
		for less in [Weight::from_parts(1, 0), Weight::from_parts(0, 1), needs] {
			book(needs - less);
			assert_eq!((vault(&a), vault(&b), cover(&a)), before);
		}
		book(needs);
		assert_eq!((vault(&a).seizure, right(&b, &a)), (None, 0));
		assert_eq!((vault(&a).floor, vault(&b).floor), (20, 20), "as of when it came");
		assert_eq!(vault(&b).proven, 900);
		assert_eq!(AnswerQueue::<Test>::get(), AnswerPlaces { first: 1, next: 1 });
		for n in 0..14 {
			assert_eq!(right(&MarginAccountId(AccountId32::new([30 + n; 32])), &b), 10);
		}
	});
}

#[test]
fn a_delivery_that_is_booked_later_counts_once_whatever_is_proven_meanwhile() {
	build_and_execute(|| {
		let (a, b) = much_claimed();
		set_wire(|wire| wire.now = 20);
		answer(query_of(&a, Seizure), DONE);
		set_wire(|wire| wire.now = 25);
		// Both show that it ran.
		assert_ok!(prove(&a, 100, 22));
		assert_ok!(prove(&b, 900, 22));
		assert_eq!((vault(&b).proven, vault(&a).breach), (0, None));
		book(Weight::MAX);
		assert_eq!((vault(&a).certain(), vault(&b).proven), (100, 900));
		assert_ok!(prove(&a, 100, 26));
		assert_ok!(prove(&b, 900, 26));
		assert_eq!((vault(&a).breach, vault(&b).breach), (None, None));
	});
}

#[test]
fn answers_are_booked_in_the_order_in_which_they_came() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(prove(&b, 1_000, 6));
		release(&a, 100).unwrap();
		release(&b, 100).unwrap();
		let (first, second) = (query_of(&b, Release), query_of(&a, Release));
		answer(first, DONE);
		// No answer to what was asked takes no place, and a question that is not known neither.
		answer(second, Response::Null);
		answer(99, DONE);
		answer(second, DONE);
		assert_eq!(AnswerQueue::<Test>::get(), AnswerPlaces { first: 0, next: 2 });
		let one = <() as WeightInfo>::answer_base() * 2 + <() as WeightInfo>::book_answer(0);
		book(one);
		assert_eq!((vault(&b).release, vault(&a).release.is_some()), (None, true));
		RemoteVault::work(&mut WeightMeter::new());
		assert_eq!(vault(&a).release, None);
		assert_eq!(Answers::<Test>::iter().count(), 0);
		assert_eq!(wire().sent.len(), 2, "nothing was asked again");
	});
}

#[test]
fn an_answer_that_comes_twice_is_booked_once() {
	build_and_execute(|| {
		let [a, ..] = world();
		release(&a, 100).unwrap();
		let query = query_of(&a, Release);
		answer(query, DONE);
		answer(query, DONE);
		book(Weight::MAX);
		System::assert_last_event(Event::ReplyIgnored { query_id: query }.into());
		assert_eq!(vault(&a).proven, 900);
	});
}

#[test]
fn the_queue_of_answers_is_checked() {
	let broken = |edit: fn(), wanted: &'static str| {
		build().execute_with(|| {
			let [a, ..] = world();
			release(&a, 100).unwrap();
			answer(query_of(&a, Release), DONE);
			assert_ok!(RemoteVault::do_try_state());
			edit();
			let found = RemoteVault::do_try_state();
			assert_eq!(found, Err(sp_runtime::TryRuntimeError::Other(wanted)));
		});
	};
	broken(|| Answers::<Test>::remove(0), "answers: one is missing");
	broken(
		|| {
			let answer = Answers::<Test>::take(0).unwrap();
			Answers::<Test>::insert(7, answer);
		},
		"answers: one is not in its place",
	);
	broken(
		|| AnswerQueue::<Test>::put(AnswerPlaces { first: 2, next: 1 }),
		"answers: booked before they came",
	);
}
