// SPDX-License-Identifier: GPL-3.0-or-later

//! What was said stays readable for a while; and what must hold of feeders, broken by hand, is seen.

use crate::{mock::*, *};
use frame_support::{assert_noop, traits::fungible::MutateHold};
use sp_core::Pair;
use sp_runtime::TryRuntimeError;

#[test]
fn the_reports_of_the_last_eight_rounds_are_kept() {
	ExtBuilder::default().build_and_execute(|| {
		let first = current_round();
		for dollars in 0..10 {
			quote(&[(BTC, usd(60_000 + dollars))]);
		}
		let rounds = Oracle::last_rounds();
		let kept = |round| Decided { round, reports: 4, finished: true };
		assert_eq!(rounds, (first + 2..first + 10).map(kept).collect::<Vec<_>>());
		assert!(Oracle::reports(first + 1).is_empty());
		let mut said = Oracle::reports(first + 2);
		said.sort();
		let mut keys = (0..4).map(|n| pair(n).public()).collect::<Vec<_>>();
		keys.sort();
		let prices = vec![(BTC, usd(60_002))];
		assert_eq!(
			said,
			keys.into_iter()
				.map(|key| (key, prices.clone().try_into().unwrap()))
				.collect::<Vec<_>>()
		);
		assert_eq!(Oracle::to_clear(), 4);
	});
}

#[test]
fn a_status_says_who_reported_a_feed_last() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Oracle::feed_status(FeedId(99)), None);
		let none = Oracle::feed_status(BTC).unwrap();
		assert_eq!((none.state, none.age_ms, none.price), (PriceState::NonPositive, None, usd(0)));
		let both = [(BTC, usd(60_000)), (ETH, usd(3_000))];
		(0..4).for_each(|n| report(n, if n == 0 { &both[1..] } else { &both }));
		tick();
		advance(1_000);
		let status = Oracle::feed_status(BTC).unwrap();
		assert_eq!((status.state, status.age_ms), (PriceState::Valid, Some(1_000)));
		assert_eq!((status.price, status.feeders.len()), (usd(60_000), 3));
		assert!(!status.feeders.contains(&pair(0).public()));
		assert_eq!(Oracle::feed_status(ETH).unwrap().feeders.len(), 4);
	});
}

#[test]
fn a_dropped_round_is_kept_and_not_opened_again_by_more_time() {
	ExtBuilder::default().build_and_execute(|| {
		let old = batch(2, &[(BTC, usd(60_000))]);
		report(0, &[(BTC, usd(60_000))]);
		(0..3).for_each(|_| tick());
		let decided = Decided { round: old.round, reports: 1, finished: false };
		assert_eq!(Oracle::last_rounds(), [decided]);
		let params = Params { late_rounds: 8, stale_rounds: 9, ..Default::default() };
		Oracle::set_params(RuntimeOrigin::root(), params).unwrap();
		assert_noop!(dispatch(old), Error::<Test>::Batch(BatchFault::RoundClosed));
	});
}

fn sees(damage: impl FnOnce(), message: &'static str) {
	ExtBuilder::default().build().execute_with(|| {
		(0..4).for_each(bond);
		frame_support::assert_ok!(
			<Balances as frame_support::traits::fungible::Mutate<_>>::mint_into(
				&Oracle::pot(),
				1_000
			)
		);
		Oracle::admit_reporter(RuntimeOrigin::root(), account(10)).unwrap();
		bond(10);
		session(0..4);
		Oracle::owe(&account(0), 100);
		(0..5).for_each(|_| quote(&[(BTC, usd(60_000))]));
		report(0, &[(BTC, usd(60_000))]);
		Oracle::do_try_state().unwrap();
		damage();
		assert_eq!(Oracle::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn change_record(n: u8, change: impl FnOnce(&mut Record)) {
	Records::<Test>::mutate(|records| change(records.get_mut(&account(n)).unwrap()));
}

#[test]
fn feeders_that_do_not_fit_are_seen() {
	let twice = "price-oracle: a feeder is listed twice";
	sees(|| Feeders::<Test>::mutate(|list| list[0].account = list[1].account.clone()), twice);
	sees(|| Feeders::<Test>::mutate(|list| list[0].key = list[1].key.clone()), twice);
	sees(
		|| Feeders::<Test>::mutate(|list| list.as_mut().swap(0, 4)),
		"price-oracle: a collator sits behind a reporter",
	);
	sees(
		|| Feeders::<Test>::mutate(|list| list[3].seat = Seat::Reporter),
		"price-oracle: collators have no quorum without reporters",
	);
	sees(
		|| Records::<Test>::mutate(|records| assert!(records.remove(&account(1)).is_some())),
		"price-oracle: a feeder has no record",
	);
	sees(
		|| Reporters::<Test>::mutate(|list| list.try_push(account(10)).unwrap()),
		"price-oracle: a reporter is admitted twice",
	);
	sees(|| Bonds::<Test>::remove(account(10)), "price-oracle: something is held without a bond");
	sees(
		|| {
			let reason = HoldReason::FeederBond.into();
			Balances::release(
				&reason,
				&account(10),
				BOND,
				frame_support::traits::tokens::Precision::Exact,
			)
			.unwrap();
			Bonds::<Test>::remove(account(10));
		},
		"price-oracle: a reporter has no bond",
	);
}

#[test]
fn records_and_numbers_that_do_not_add_up_are_seen() {
	let message = "price-oracle: a record does not add up";
	sees(|| change_record(0, |record| record.score.silent = 1), message);
	sees(|| change_record(0, |record| record.surfaces.accepted = 1), message);
	sees(|| change_record(0, |record| record.lifetime.deviated = 1), message);
	sees(
		|| Incentives::<Test>::mutate(|incentives| incentives.bond = 0),
		"price-oracle: the incentives are not valid",
	);
}

#[test]
fn rewards_that_are_not_there_are_seen() {
	let owe =
		|amount| Bonds::<Test>::mutate(account(0), |bond| bond.as_mut().unwrap().owed = amount);
	sees(|| owe(101), "price-oracle: rewards and their sum differ");
	sees(|| TotalOwed::<Test>::put(99), "price-oracle: rewards and their sum differ");
	sees(
		|| {
			owe(991);
			TotalOwed::<Test>::put(991);
		},
		"price-oracle: more is owed than there is",
	);
	let count = |count: u32| {
		let key = Bonds::<Test>::counter_storage_final_key();
		frame_support::storage::unhashed::put(&key, &count);
	};
	sees(|| count(3), "price-oracle: bonds are miscounted");
}

#[test]
fn a_history_that_is_not_one_is_seen() {
	let change = |change: &dyn Fn(&mut [Decided])| {
		History::<Test>::mutate(|history| change(history.as_mut()));
	};
	sees(|| change(&|all| all.swap(0, 1)), "price-oracle: kept rounds are not in order");
	sees(|| change(&|all| all[0].reports = 3), "price-oracle: reports and their counts differ");
	sees(
		|| change(&|all| all[4].finished = false),
		"price-oracle: the last kept round is not the last finished one",
	);
	sees(
		|| {
			// The last kept one as if it still waited.
			let last = Oracle::last_rounds().pop().unwrap();
			let waiting = Waiting { reports: last.reports, looked: 0 };
			Pending::<Test>::mutate(|pending| pending.try_insert(last.round, waiting).unwrap());
			LastFinished::<Test>::mutate(|finished| finished.as_mut().unwrap().round -= 1);
		},
		"price-oracle: reports wait for a round that was decided",
	);
}
