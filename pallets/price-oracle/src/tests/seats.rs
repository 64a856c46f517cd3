// SPDX-License-Identifier: GPL-3.0-or-later

//! Who sits, and how sessions change it.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use pallet_session::SessionManager;
use sp_runtime::Permill;
use std::cell::RefCell;

thread_local! {
	static PROPOSED: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
	static CALLS: RefCell<Vec<(&'static str, u32)>> = const { RefCell::new(Vec::new()) };
}

/// Proposes what a test says.
struct Proposer;

impl SessionManager<AccountId32> for Proposer {
	fn new_session(index: u32) -> Option<Vec<AccountId32>> {
		CALLS.with_borrow_mut(|calls| calls.push(("new", index)));
		PROPOSED.with_borrow(|set| Some(set.as_ref()?.iter().map(|n| account(*n)).collect()))
	}

	fn start_session(index: u32) {
		CALLS.with_borrow_mut(|calls| calls.push(("start", index)));
	}

	fn end_session(index: u32) {
		CALLS.with_borrow_mut(|calls| calls.push(("end", index)));
	}
}

type Manager = Seats<Test, Proposer>;

fn propose(set: Option<&[u8]>) -> Option<Vec<AccountId32>> {
	PROPOSED.with_borrow_mut(|proposed| *proposed = set.map(<[u8]>::to_vec));
	Manager::new_session(1)
}

fn accounts(set: &[u8]) -> Option<Vec<AccountId32>> {
	Some(set.iter().map(|n| account(*n)).collect())
}

fn exclude(n: u8, faults: u32) {
	Records::<Test>::mutate(|records| {
		if !records.contains_key(&account(n)) {
			records.try_insert(account(n), Record::default()).unwrap();
		}
		let record = records.get_mut(&account(n)).unwrap();
		record.excluded = Some(now() + DAY_MS);
		record.lifetime = Score { rounds: 100, silent: faults, ..Default::default() };
	});
}

#[test]
fn an_excluded_collator_stays_out_and_returns() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(propose(Some(&[0, 1, 2, 3])), accounts(&[0, 1, 2, 3]));
		exclude(1, 50);
		assert_eq!(propose(Some(&[0, 1, 2, 3])), accounts(&[0, 2, 3]));
		advance(DAY_MS - 1);
		assert_eq!(propose(Some(&[3, 1, 0])), accounts(&[3, 0]));
		advance(1);
		assert_eq!(propose(Some(&[0, 1, 2, 3])), accounts(&[0, 1, 2, 3]));
	});
}

#[test]
fn at_least_min_seats_stay_and_of_the_excluded_the_least_bad() {
	ExtBuilder::default().build_and_execute(|| {
		for (n, faults) in [(0, 80), (1, 30), (2, 40), (3, 90)] {
			exclude(n, faults);
		}
		assert_eq!(propose(Some(&[0, 1, 2, 3])), accounts(&[1, 2]));
		assert_eq!(propose(Some(&[3, 9, 0, 2])), accounts(&[9, 2]));
		assert_eq!(propose(Some(&[8, 3, 9])), accounts(&[8, 9]));
		// Never none, and never more than there are.
		assert_eq!(propose(Some(&[3])), accounts(&[3]));
		assert_eq!(propose(Some(&[])), accounts(&[]));
		assert_eq!(propose(None), None);
		// The same as feeders.
		session([0, 1, 2, 3]);
		assert_eq!(Oracle::feeder_keys().len(), 2);
	});
}

#[test]
fn the_inner_manager_is_asked_and_told() {
	ExtBuilder::default().build_and_execute(|| {
		CALLS.with_borrow_mut(Vec::clear);
		exclude(1, 50);
		PROPOSED.with_borrow_mut(|proposed| *proposed = Some(vec![0, 1, 2]));
		assert_eq!(Manager::new_session_genesis(0), accounts(&[0, 2]));
		Manager::start_session(3);
		Manager::end_session(2);
		CALLS.with_borrow(|calls| assert_eq!(*calls, [("new", 0), ("start", 3), ("end", 2)]));
	});
}

#[test]
fn a_session_in_mid_round_takes_votes_and_judges_nobody_who_just_came() {
	ExtBuilder::default().build_and_execute(|| {
		let price = [(BTC, usd(60_000))];
		let round = current_round();
		(0..4).for_each(|n| report(n, &price));
		session([2, 3, 4, 5]);
		tick();
		// Two of the four reports are left, too few; the newcomers could not have known.
		assert!(Pending::<Test>::get().contains_key(&round));
		tick();
		tick();
		assert_eq!(oracle_events().last(), Some(&Event::RoundDropped { round, reports: 2 }));
		assert_eq!([4, 5].map(|n| score(n).rounds), [0; 2]);
		assert_eq!([2, 3].map(|n| (score(n).rounds, score(n).accepted)), [(1, 1); 2]);
		// Those who left are not judged either.
		assert_eq!(score(0).rounds, 0);
		// A newcomer's first round is the one after he came.
		session([2, 3, 4, 6]);
		let before = current_round();
		(0..3).for_each(|place| report(place, &price));
		tick();
		(0..4).for_each(|place| report(place, &price));
		tick();
		assert_eq!(Oracle::record(account(6)).unwrap().since, before + 1);
		tick();
		assert_eq!(score(6), Score { rounds: 1, accepted: 1, points: 1, ..Default::default() });
	});
}

#[test]
fn a_late_joiner_may_report_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let price = [(BTC, usd(60_000))];
		(0..2).for_each(|n| report(n, &price));
		session([0, 1, 2, 9]);
		// His report makes the quorum; it is neither praised nor blamed.
		report(3, &price);
		report(2, &price);
		tick();
		assert_eq!(Oracle::price(BTC).price, usd(60_000));
		assert_eq!(score(9), Score::default());
	});
}

#[test]
fn a_new_key_begins_anew_and_an_old_record_stays() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&[(BTC, usd(60_000))]);
		let collators = (0..4).map(|n| (account(n), if n == 3 { 13 } else { n }));
		let collators = collators.map(|(who, key)| (who, sp_core::Pair::public(&pair(key))));
		Oracle::take_seats(collators.collect());
		let record = Oracle::record(account(3)).unwrap();
		assert_eq!((record.since, record.score.rounds), (current_round() + 1, 1));
		assert_eq!(Oracle::owner_of(&sp_core::Pair::public(&pair(3))), Some(account(3)));
		assert_eq!(Oracle::owner_of(&sp_core::Pair::public(&pair(13))), Some(account(3)));
	});
}

#[test]
fn a_report_twice_counts_once() {
	ExtBuilder::default().build_and_execute(|| {
		let price = [(BTC, usd(60_000))];
		let twice = batch(0, &price);
		(0..4).for_each(|n| report(n, &price));
		let reported = Error::<Test>::Batch(BatchFault::Reported);
		assert_noop!(dispatch(twice.clone()), reported);
		tick();
		let closed = Error::<Test>::Batch(BatchFault::RoundClosed);
		assert_noop!(dispatch(twice), closed);
		assert_eq!(score(0), Score { rounds: 1, accepted: 1, points: 1, ..Default::default() });
	});
}

#[test]
fn a_feed_that_comes_or_goes_while_rounds_run_is_nobodys_fault() {
	ExtBuilder::default().build_and_execute(|| {
		let new = FeedId(50);
		let said = [(BTC, usd(60_000)), (new, usd(7))];
		(0..4).for_each(|n| report(n, if n < 3 { &said } else { &said[..1] }));
		// Listed after it was reported: what was said of it counts.
		assert_ok!(Oracle::set_feed(RuntimeOrigin::root(), new, feed_info()));
		tick();
		assert_eq!([0, 3].map(|n| (score(n).points, score(n).faults())), [(2, 0), (1, 0)]);
		// Retired after it was reported, wrongly even.
		(0..4).for_each(|n| report(n, &[(BTC, usd(60_000)), (new, usd(7 + 3 * u32::from(n)))]));
		assert_ok!(Oracle::remove_feed(RuntimeOrigin::root(), new));
		tick();
		assert_eq!([0, 3].map(|n| (score(n).points, score(n).faults())), [(3, 0), (2, 0)]);
	});
}

#[test]
fn records_make_room_for_feeders_and_not_for_who_is_excluded() {
	ExtBuilder::default().build_and_execute(|| {
		exclude(9, 50);
		let mut more = 1u32;
		Records::<Test>::mutate(|records| {
			while records.len() < MAX_RECORDS as usize {
				let mut who = [200; 32];
				who[..4].copy_from_slice(&more.to_le_bytes());
				let lifetime = Score { rounds: more, ..Default::default() };
				let record = Record { lifetime, ..Default::default() };
				records.try_insert(AccountId32::new(who), record).unwrap();
				more += 1;
			}
		});
		session([0, 1, 2, 3, 4, 5]);
		let records = Records::<Test>::get();
		assert_eq!(records.len(), MAX_RECORDS as usize);
		assert!((0..6).all(|n| records.contains_key(&account(n))));
		assert!(records.contains_key(&account(9)));
		// The two with the least behind them are gone.
		let least = records.values().map(|record| record.lifetime.rounds).filter(|r| *r > 0).min();
		assert_eq!(least, Some(3));
	});
}

#[test]
fn former_keys_are_bounded_and_forgotten_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		for first in 0..70 {
			session(first..first + 4);
			assert!(FormerKeys::<Test>::get().len() <= MAX_FORMER_KEYS as usize);
		}
		assert_eq!(FormerKeys::<Test>::get().len(), 69);
		advance(7 * DAY_MS);
		session(0..4);
		assert_eq!(FormerKeys::<Test>::get().len(), 4);
	});
}

#[test]
fn badness_is_a_share_of_all_rounds() {
	let score = |rounds, silent| Score { rounds, silent, ..Default::default() };
	let record = Record { lifetime: score(10, 4), score: score(10, 2), ..Default::default() };
	assert_eq!(record.badness(), Permill::from_percent(30));
	assert_eq!(Record::default().badness(), Permill::zero());
}
