// SPDX-License-Identifier: GPL-3.0-or-later

//! When a round is decided: nothing that honest feeders say in time is lost by what others say.
//! Mostly four feeders, of whom three are a quorum; the third one lies.

use crate::{mock::*, weights::WeightInfo, *};
use frame_support::{
	assert_noop,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use sp_core::Pair;
use std::collections::BTreeMap;

fn honest() -> Vec<(FeedId, Price)> {
	vec![(BTC, usd(60_000)), (ETH, usd(3_000))]
}

fn btc() -> Vec<(FeedId, Price)> {
	vec![(BTC, usd(60_000))]
}

fn last_round() -> Option<u64> {
	LastFinished::<Test>::get().map(|last| last.round)
}

/// How many feeders stand behind the newest round of a feed, if it is this round.
fn count_of(feed: FeedId, round: u64) -> Option<u16> {
	let quote = Quotes::<Test>::get(feed).unwrap();
	quote.rounds.first().filter(|last| last.round == round).map(|last| last.count)
}

/// Two honest reports and a lie come first, the third honest report a block later: it counts, in
/// each of many rounds.
fn waits_for_the_honest(lie: &[(FeedId, Price)], btc: u16) {
	for _ in 0..4 {
		let (round, late) = (current_round(), batch(3, &honest()));
		report(0, &honest());
		report(1, &honest());
		report(2, lie);
		tick();
		assert_ne!(last_round(), Some(round), "{lie:?}");
		dispatch(late).unwrap();
		tick();
		assert_eq!(last_round(), Some(round), "{lie:?}");
		assert_eq!((count_of(BTC, round), count_of(ETH, round)), (Some(btc), Some(3)), "{lie:?}");
		assert_eq!(Oracle::price(ETH).at, now());
	}
}

#[test]
fn a_liar_who_leaves_a_feed_out_starves_nothing() {
	ExtBuilder::default().build_and_execute(|| waits_for_the_honest(&btc(), 4));
}

#[test]
fn a_liar_who_sends_garbage_for_all_starves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for lie in [usd(0), Price::from_inner(1), Price::from_inner(u128::MAX)] {
			waits_for_the_honest(&[(BTC, lie), (ETH, lie)], 3);
		}
		waits_for_the_honest(&[(FeedId(99), usd(1))], 3);
	});
}

#[test]
fn a_liar_who_sends_1e30_starves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let lie = Price::from_inner(10u128.pow(30));
		waits_for_the_honest(&[(BTC, lie), (ETH, lie)], 3);
		assert_eq!(Oracle::price(BTC).price, usd(60_000));
	});
}

#[test]
fn a_dead_feed_delays_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&honest());
		let feeders: [&dyn Fn(); 2] = [
			// The fourth is silent.
			&|| (0..3).for_each(|n| report(n, &btc())),
			// And the third pretends that there is a price.
			&|| {
				(0..2).for_each(|n| report(n, &btc()));
				report(2, &honest());
			},
		];
		for report in feeders {
			let round = current_round();
			report();
			tick();
			assert_eq!((count_of(BTC, round), count_of(ETH, round)), (Some(3), None));
		}
	});
}

#[test]
fn a_feed_returns_with_its_first_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&honest());
		for _ in 0..60 {
			quote(&btc());
		}
		assert_eq!(Oracle::feed_state(ETH), PriceState::NoQuorum);
		waits_for_the_honest(&btc(), 4);
		assert_eq!(Oracle::feed_state(ETH), PriceState::Valid);
	});
}

#[test]
fn all_reports_close_a_round_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let round = current_round();
		quote_each(&[honest(), honest(), btc(), btc()]);
		assert_eq!((count_of(BTC, round), count_of(ETH, round)), (Some(4), None));
	});
	// The development chain: one feeder is everybody.
	ExtBuilder::default().feeders(1).small_network().build_and_execute(|| {
		for _ in 0..10 {
			let round = current_round();
			quote(&btc());
			assert_eq!(last_round(), Some(round));
		}
	});
}

#[test]
fn one_silent_and_one_lying_delay_the_others_by_no_more_than_late_rounds() {
	ExtBuilder::default().build_and_execute(|| {
		let first = current_round();
		for _ in 0..20 {
			report(0, &honest());
			report(1, &honest());
			report(2, &btc());
			tick();
			let over = current_round() - 3;
			assert_eq!(last_round(), (over >= first).then_some(over));
			assert!(over < first || Oracle::feed_state(BTC) == PriceState::Valid);
			assert_eq!(Oracle::feed_state(ETH), PriceState::NonPositive);
		}
	});
}

#[test]
fn a_newer_round_waits_for_an_older_one_that_is_completed_late() {
	ExtBuilder::default().build_and_execute(|| {
		let first = current_round();
		let late = batch(3, &[(BTC, usd(50_000))]);
		report(0, &[(BTC, usd(50_000))]);
		report(1, &[(BTC, usd(50_000))]);
		report(2, &[(BTC, usd(0))]);
		tick();
		quote(&[(BTC, usd(60_000))]);
		assert_eq!(last_round(), None);
		dispatch(late).unwrap();
		tick();
		let rounds = Quotes::<Test>::get(BTC).unwrap().rounds;
		let rounds = rounds.iter().map(|round| (round.round, round.price)).collect::<Vec<_>>();
		assert_eq!(rounds, [(first + 1, usd(60_000)), (first, usd(50_000))]);
	});
}

#[test]
fn a_newer_round_waits_for_an_older_one_until_that_is_dropped() {
	ExtBuilder::default().build_and_execute(|| {
		let first = current_round();
		report(2, &btc());
		tick();
		quote(&btc());
		assert_eq!(oracle_events(), []);
		tick();
		let feeds = vec![(BTC, usd(60_000), PriceState::Valid)].try_into().unwrap();
		assert_eq!(
			oracle_events(),
			[
				Event::RoundDropped { round: first, reports: 1 },
				Event::RoundFinished { round: first + 1, reports: 4, feeds },
			]
		);
	});
}

#[test]
fn a_round_without_any_quorum_is_dropped_at_its_end_and_closes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&honest());
		let (round, before) = (current_round(), LastFinished::<Test>::get());
		let replay = batch(0, &[(BTC, usd(0))]);
		(0..4).for_each(|n| report(n, &[(BTC, usd(0))]));
		for _ in 0..2 {
			tick();
			assert_eq!(oracle_events().len(), 1);
			// Dropped now, it would take the same reports again.
			assert_noop!(dispatch(replay.clone()), Error::<Test>::Batch(BatchFault::Reported));
		}
		tick();
		assert_eq!(oracle_events()[1..], [Event::RoundDropped { round, reports: 4 }]);
		assert_eq!(LastFinished::<Test>::get(), before);
		assert_noop!(dispatch(replay), Error::<Test>::Batch(BatchFault::RoundClosed));
		assert!(Pending::<Test>::get().is_empty());
		// They are kept to be read, and not for another round.
		assert_eq!(Oracle::reports(round).len(), 4);
	});
}

#[test]
fn a_halted_feed_is_neither_waited_for_nor_a_reason_to_finish() {
	ExtBuilder::default().build_and_execute(|| {
		Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), ETH).unwrap();
		let round = current_round();
		(0..2).for_each(|n| report(n, &honest()));
		report(2, &btc());
		tick();
		assert_eq!((count_of(BTC, round), count_of(ETH, round)), (Some(3), None));
		let halted = current_round();
		quote(&[(ETH, usd(3_000))]);
		tick();
		tick();
		assert_eq!(last_round(), Some(round));
		let dropped = Event::RoundDropped { round: halted, reports: 4 };
		assert_eq!(oracle_events().last(), Some(&dropped));
	});
}

#[test]
fn a_round_between_two_sets_of_feeders_is_finished_by_the_new_one() {
	ExtBuilder::default().build_and_execute(|| {
		let round = current_round();
		(0..3).for_each(|n| report(n, &honest()));
		Oracle::set_feeders([0, 1, 10, 11].into_iter().map(|n| pair(n).public()));
		let late = batch(2, &honest());
		tick();
		assert_eq!(last_round(), None);
		dispatch(late).unwrap();
		tick();
		assert_eq!((count_of(BTC, round), count_of(ETH, round)), (Some(3), Some(3)));
	});
}

#[test]
fn a_look_is_paid_for_and_taken_once_for_each_report() {
	ExtBuilder::default().build_and_execute(|| {
		let (round, late) = (current_round(), batch(3, &honest()));
		(0..2).for_each(|n| report(n, &honest()));
		report(2, &btc());
		Clock::set(now() + ROUND);
		let poll = |limit: Weight| {
			let mut meter = WeightMeter::with_limit(limit);
			Oracle::on_poll(1, &mut meter);
			meter.consumed()
		};
		let looked = || Pending::<Test>::get().get(&round).map(|waiting| waiting.looked);
		let base = <() as WeightInfo>::poll_base();
		let look = <() as WeightInfo>::look_at_round;
		let finish = <() as WeightInfo>::finish_round;
		// It does not begin what it could not end.
		let enough = base + look(3, 4) + finish(3, 4);
		assert_eq!(poll(enough - Weight::from_parts(1, 0)), base);
		assert_eq!(poll(enough - Weight::from_parts(0, 1)), base);
		assert_eq!(looked(), Some(0));
		assert_eq!(poll(enough), base + look(3, 4));
		assert_eq!(looked(), Some(3));
		assert_eq!(poll(Weight::MAX), base);
		dispatch(late).unwrap();
		assert_eq!(poll(Weight::MAX), base + look(4, 4) + finish(4, 4));
		assert_eq!(last_round(), Some(round));
	});
}

#[test]
fn what_lay_while_polls_did_not_run_is_not_new() {
	ExtBuilder::default().build_and_execute(|| {
		let round = current_round();
		(0..4).for_each(|n| report(n, &btc()));
		advance(HOUR_MS);
		let at = START + 3 * ROUND;
		assert_eq!(LastFinished::<Test>::get(), Some(Finished { round, at }));
		let reading = Oracle::price(BTC);
		assert_eq!((reading.at, reading.state), (at, PriceState::NoQuorum));
		let feeds = vec![(BTC, usd(60_000), PriceState::NoQuorum)].try_into().unwrap();
		// A period ends as well.
		assert_eq!(oracle_events()[..1], [Event::RoundFinished { round, reports: 4, feeds }]);
	});
}

#[test]
fn times_do_not_go_back_when_rounds_get_less_time() {
	ExtBuilder::default().params(|params| params.late_rounds = 8).build_and_execute(|| {
		for _ in 0..2 {
			(0..4).for_each(|n| report(n, &btc()));
			Clock::set(now() + ROUND);
		}
		Clock::set(now() + HOUR_MS);
		let one = <() as WeightInfo>::poll_base()
			+ <() as WeightInfo>::look_at_round(4, 4)
			+ <() as WeightInfo>::finish_round(4, 4);
		Oracle::on_poll(1, &mut WeightMeter::with_limit(one));
		let first = LastFinished::<Test>::get().unwrap();
		assert_eq!(first.at, START + 9 * ROUND);
		Parameters::<Test>::mutate(|params| params.late_rounds = 1);
		Oracle::on_poll(1, &mut WeightMeter::with_limit(one));
		let second = Finished { round: first.round + 1, at: first.at };
		assert_eq!(LastFinished::<Test>::get(), Some(second));
	});
}

#[test]
fn a_round_of_which_nothing_is_heard_is_closed_by_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		let silent = current_round();
		let late: Vec<_> = (0..3).map(|n| batch(n, &honest())).collect();
		tick();
		(0..3).for_each(|n| report(n, &honest()));
		tick();
		assert_eq!(last_round(), Some(silent + 1));
		for batch in late {
			assert_noop!(dispatch(batch), Error::<Test>::Batch(BatchFault::RoundClosed));
		}
		assert_eq!(count_of(BTC, silent + 1), Some(3));
	});
}

/// What a liar says, if anything.
fn lie() -> impl Strategy<Value = Option<Vec<(FeedId, Price)>>> {
	let value = prop_oneof![
		Just(Price::from_inner(0)),
		Just(Price::from_inner(10u128.pow(30))),
		Just(Price::from_inner(u128::MAX)),
		Just(usd(9_000_000)),
		Just(usd(1)),
		Just(milli(500)),
	];
	let values = prop::collection::btree_map((1u16..6).prop_map(FeedId), value, 1..5);
	prop::option::of(values.prop_map(|values| values.into_iter().collect()))
}

/// One round: what each feeder would say, as a liar, and how many blocks late it speaks.
type Script = Vec<(Option<Vec<(FeedId, Price)>>, u64)>;

fn scripts() -> impl Strategy<Value = (u8, Vec<Script>)> {
	(4u8..10).prop_flat_map(|feeders| {
		let script = prop::collection::vec((lie(), 0u64..3), usize::from(feeders));
		(Just(feeders), prop::collection::vec(script, 1..12))
	})
}

/// As many lie as are not needed for a quorum. Nobody honest has a volatility. One of the honest is
/// never late: a round of which nothing is heard is closed by the next one.
fn nothing_honest_is_lost(feeders: u8, rounds: Vec<Script>) -> Result<(), TestCaseError> {
	let first = current_round();
	let liars = feeders - Params::default().quorum(feeders.into()) as u8;
	let mut waiting = BTreeMap::<u64, Vec<BatchOf<Test>>>::new();
	for script in rounds.iter().cloned().chain(vec![vec![]; 3]) {
		for (n, (lie, late)) in script.into_iter().enumerate() {
			let (n, up) = (n as u8, n as u32);
			let truth = vec![(BTC, usd(60_000 + up)), (ETH, usd(3_000 + up))];
			let said = if n < liars { lie } else { Some(truth) };
			let late = if n == liars { 0 } else { late };
			let block = waiting.entry(current_round() + late).or_default();
			block.extend(said.map(|said| batch(n, &said)));
		}
		for batch in waiting.remove(&current_round()).unwrap_or_default() {
			// Too late is only who was not needed.
			let closed = last_round().is_some_and(|last| batch.round <= last);
			prop_assert_eq!(dispatch(batch).is_err(), closed);
		}
		tick();
		prop_assert_eq!(Oracle::do_try_state(), Ok(()));
		let over = current_round() - 3;
		prop_assert!(
			over < first || last_round() >= Some(over.min(first + rounds.len() as u64 - 1))
		);
	}
	let events = oracle_events();
	prop_assert_eq!(events.len(), rounds.len());
	for (event, expected) in events.into_iter().zip(first..) {
		let Event::RoundFinished { round, feeds, .. } = event else {
			return Err(TestCaseError::fail(format!("{event:?}")));
		};
		prop_assert_eq!(round, expected);
		prop_assert_eq!(feeds.iter().map(|feed| feed.0).collect::<Vec<_>>(), [BTC, ETH]);
		for ((_, price, _), least) in feeds.into_iter().zip([60_000, 3_000]) {
			prop_assert!(usd(least) <= price && price <= usd(least + u32::from(feeders)));
		}
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn no_lie_costs_a_feed_its_round((feeders, rounds) in scripts()) {
		let mut result = Ok(());
		ExtBuilder::default()
			.feeders(feeders)
			.build_and_execute(|| result = nothing_honest_is_lost(feeders, rounds));
		result?;
	}
}
