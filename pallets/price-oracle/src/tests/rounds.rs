// SPDX-License-Identifier: GPL-3.0-or-later

//! From reports to finished rounds.

use crate::{mock::*, weights::WeightInfo, *};
use frame_support::{
	traits::{Hooks, OneSessionHandler},
	weights::{Weight, WeightMeter},
};
use sp_core::Pair;
use sp_runtime::Permill;

fn finished(feeds: &[(FeedId, Price, PriceState)], reports: u32) -> Event<Test> {
	let feeds = feeds.to_vec().try_into().unwrap();
	Event::RoundFinished { round: current_round() - 1, reports, feeds }
}

#[test]
fn quorum_is_more_than_two_thirds_and_at_least_three() {
	let params = Params::default();
	let small = Params { small_network: true, ..params };
	for (feeders, quorum, in_small) in [
		(1, 3, 1),
		(2, 3, 2),
		(3, 3, 3),
		(4, 3, 3),
		(5, 4, 4),
		(6, 5, 5),
		(7, 5, 5),
		(10, 7, 7),
		(64, 43, 43),
	] {
		assert_eq!(params.quorum(feeders), quorum, "{feeders}");
		assert_eq!(small.quorum(feeders), in_small, "{feeders}");
	}
}

#[test]
fn a_round_is_the_median_of_its_feeders() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |dollars| vec![(BTC, usd(dollars))];
		quote_each(&[say(60_010), say(59_990), say(60_000), say(60_006)]);
		assert_eq!(oracle_events(), [finished(&[(BTC, usd(60_003), PriceState::Valid)], 4)]);
		let reading = Oracle::price(BTC);
		assert_eq!(reading.price, usd(60_003));
		assert_eq!(reading.at, now());
		// Half of the 6 dollars between the two in the middle, rounded up.
		assert_eq!(reading.confidence.into_inner(), 3 * 10u128.pow(18) / 60_003 + 1);
		assert_eq!(reading.state, PriceState::Valid);
		// They stay readable.
		assert_eq!(Oracle::reports(current_round() - 1).len(), 4);
		assert!(Pending::<Test>::get().is_empty());
	});
}

#[test]
fn a_report_of_this_block_waits_for_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..4 {
			report(n, &[(BTC, usd(60_000))]);
		}
		// The round is not over: a poll in it does nothing.
		Oracle::on_poll(1, &mut WeightMeter::new());
		assert_eq!(Oracle::price(BTC).price, usd(0));
		tick();
		assert_eq!(Oracle::price(BTC).price, usd(60_000));
	});
}

#[test]
fn a_liar_moves_nothing_beyond_the_honest() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |dollars| vec![(BTC, usd(dollars))];
		quote_each(&[say(60_000), say(60_010), say(60_020), say(9_000_000)]);
		assert_eq!(Oracle::price(BTC).price, usd(60_015));
		assert_eq!(Oracle::price(BTC).state, PriceState::Valid);
		// A second one shows.
		quote_each(&[say(60_000), say(60_010), say(9_000_000), say(9_000_000)]);
		assert_eq!(Oracle::price(BTC).state, PriceState::TooVolatile);
	});
	ExtBuilder::default().feeders(5).build_and_execute(|| {
		let say = |dollars| vec![(BTC, usd(dollars))];
		quote_each(&[say(60_000), say(60_010), say(60_020), say(60_030), say(9_000_000)]);
		assert_eq!(Oracle::price(BTC).price, usd(60_020));
		assert_eq!(Oracle::price(BTC).state, PriceState::Valid);
	});
}

#[test]
fn values_out_of_bounds_do_not_count() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |price| vec![(BTC, price)];
		let (low, high) =
			(milli(1_000_000) - Price::from_inner(1), usd(10_000_000) + Price::from_inner(1));
		// One out of four: three are left, which is the quorum.
		quote_each(&[say(usd(60_000)), say(usd(60_000)), say(usd(60_000)), say(high)]);
		assert_eq!(Quotes::<Test>::get(BTC).unwrap().rounds[0].count, 3);
		// Two out of four: no price.
		let round = current_round();
		quote_each(&[say(usd(60_000)), say(usd(60_000)), say(usd(0)), say(low)]);
		tick();
		tick();
		assert_eq!(oracle_events().last(), Some(&Event::RoundDropped { round, reports: 4 }));
		assert_eq!(Quotes::<Test>::get(BTC).unwrap().rounds.len(), 1);
		// The bounds themselves count.
		quote(&say(milli(1_000_000)));
		assert_eq!(Oracle::price(BTC).price, usd(1_000));
	});
}

#[test]
fn each_feed_needs_its_own_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		let (btc, eth) = ((BTC, usd(60_000)), (ETH, usd(3_000)));
		let unknown = (FeedId(99), usd(1));
		quote_each(&[
			vec![btc, eth, unknown],
			vec![btc, eth, unknown],
			vec![btc, unknown],
			vec![unknown],
		]);
		assert_eq!(oracle_events(), [finished(&[(BTC, usd(60_000), PriceState::Valid)], 4)]);
		assert_eq!(Oracle::feed_state(ETH), PriceState::NonPositive);
		assert_eq!(Oracle::price(FeedId(99)), Reading::default());
	});
}

#[test]
fn below_the_quorum_a_round_waits_and_then_is_dropped() {
	ExtBuilder::default().build_and_execute(|| {
		let round = current_round();
		report(0, &[(BTC, usd(60_000))]);
		report(1, &[(BTC, usd(60_000))]);
		tick();
		tick();
		assert_eq!(oracle_events(), []);
		let waiting = Waiting { reports: 2, looked: 0 };
		assert_eq!(Pending::<Test>::get().into_iter().collect::<Vec<_>>(), [(round, waiting)]);
		tick();
		assert_eq!(oracle_events(), [Event::RoundDropped { round, reports: 2 }]);
		assert!(Pending::<Test>::get().is_empty());
		assert_eq!(Oracle::last_rounds(), [Decided { round, reports: 2, finished: false }]);
		assert_eq!(Oracle::feed_state(BTC), PriceState::NonPositive);
	});
}

#[test]
fn a_late_report_completes_a_round() {
	ExtBuilder::default().build_and_execute(|| {
		let late = batch(2, &[(BTC, usd(60_000))]);
		report(0, &[(BTC, usd(60_000))]);
		report(1, &[(BTC, usd(60_000))]);
		// A slot is missed: the next block comes two rounds later.
		advance(2 * ROUND);
		dispatch(late).unwrap();
		tick();
		assert_eq!(Oracle::price(BTC).price, usd(60_000));
		let finished = Finished { round: current_round() - 3, at: now() };
		assert_eq!(LastFinished::<Test>::get(), Some(finished));
	});
}

#[test]
fn two_rounds_are_finished_oldest_first() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..4 {
			report(n, &[(BTC, usd(60_000))]);
		}
		Clock::set(now() + ROUND);
		for n in 0..4 {
			report(n, &[(BTC, usd(60_600))]);
		}
		tick();
		let rounds = Quotes::<Test>::get(BTC).unwrap().rounds;
		let prices = rounds.iter().map(|round| round.price).collect::<Vec<_>>();
		assert_eq!(prices, [usd(60_600), usd(60_000)]);
		assert!(rounds[0].round == rounds[1].round + 1 && rounds[0].at == rounds[1].at);
	});
}

#[test]
fn the_meter_is_never_overdrawn_and_what_waits_is_done_later() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..4 {
			report(n, &[(BTC, usd(60_000))]);
		}
		Clock::set(now() + ROUND);
		let base = <() as WeightInfo>::poll_base();
		let round =
			<() as WeightInfo>::look_at_round(4, 4) + <() as WeightInfo>::finish_round(4, 4);
		let poll = |limit: Weight| {
			let mut meter = WeightMeter::with_limit(limit);
			Oracle::on_poll(1, &mut meter);
			assert!(meter.consumed().all_lte(limit));
			Oracle::price(BTC).price
		};
		assert_eq!(poll(Weight::zero()), usd(0));
		assert_eq!(poll(base), usd(0));
		assert_eq!(poll(base + round - Weight::from_parts(1, 0)), usd(0));
		assert_eq!(poll(base + round - Weight::from_parts(0, 1)), usd(0));
		assert_eq!(poll(base + round), usd(60_000));
	});
}

#[test]
fn no_more_than_the_last_three_rounds_are_kept() {
	ExtBuilder::default().build_and_execute(|| {
		for dollars in [60_000, 60_100, 60_200, 60_300] {
			quote(&[(BTC, usd(dollars))]);
		}
		let rounds = Quotes::<Test>::get(BTC).unwrap().rounds;
		let prices = rounds.iter().map(|round| round.price).collect::<Vec<_>>();
		assert_eq!(prices, [usd(60_300), usd(60_200), usd(60_100)]);
	});
}

#[test]
fn the_average_is_over_time_and_ten_minutes_long() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Oracle::average(BTC), None);
		// Nothing came before the first.
		quote(&[(BTC, usd(60_000))]);
		assert_eq!(Oracle::average(BTC), Some(usd(60_000)));
		// 6 s at 60,000.
		quote(&[(BTC, usd(61_000))]);
		assert_eq!(Oracle::average(BTC), Some(usd(60_000)));
		// 6 s at 60,000 and 6 s at 61,000.
		quote(&[(BTC, usd(62_000))]);
		assert_eq!(Oracle::average(BTC), Some(usd(60_500)));
		// Nothing for five minutes: 62,000 counts for one.
		advance(300_000 - ROUND);
		quote(&[(BTC, usd(62_000))]);
		assert_eq!(
			Oracle::average(BTC),
			Some(milli((6 * 60_000_000 + 6 * 61_000_000 + 60 * 62_000_000) / 72))
		);
		// After eleven minutes nothing of it is left.
		quote_for(110, BTC, usd(70_000));
		assert_eq!(Oracle::average(BTC), Some(usd(70_000)));
		assert_eq!(Averages::<Test>::get(BTC).minutes.len(), 11);
		// And after a silence, a price stands by itself.
		advance(3_600_000);
		quote(&[(BTC, usd(20_000))]);
		assert_eq!(Oracle::average(BTC), Some(usd(20_000)));
		assert_eq!(Oracle::feed_state(BTC), PriceState::Valid);
	});
}

#[test]
fn sessions_bring_feeders() {
	ExtBuilder::default().feeders(0).build_and_execute(|| {
		let keys =
			|range: core::ops::Range<u8>| range.map(|n| pair(n).public()).collect::<Vec<_>>();
		let begin = |keys: Vec<_>| {
			let set = keys.into_iter().map(|key| (owner(&key), key)).collect::<Vec<_>>();
			let validators = set.iter().map(|(who, key)| (who, key.clone()));
			Oracle::on_new_session(false, validators.clone(), validators);
		};
		let key = pair(7).public();
		Oracle::on_genesis_session([(&owner(&key), key)].into_iter());
		assert_eq!(Oracle::feeder_keys(), keys(7..8));
		begin(keys(2..6));
		assert_eq!(Oracle::feeder_keys(), keys(2..6));
		assert_eq!(oracle_events().last(), Some(&Event::FeedersChanged { count: 4 }));
		begin([keys(0..2), keys(1..3)].concat());
		assert_eq!(Oracle::feeder_keys(), keys(0..3));
		begin(keys(0..70));
		assert_eq!(Oracle::feeder_keys(), keys(0..64));
		Oracle::on_disabled(0);
		assert_eq!(Feeders::<Test>::get().len(), 64);
		// Two accounts with one key are one feeder.
		let (who, other, key) = (account(0), account(1), pair(0).public());
		Oracle::on_genesis_session([(&who, key.clone()), (&other, key)].into_iter());
		assert_eq!(Oracle::feeder_keys(), keys(0..1));
	});
}

#[test]
fn parts_of_the_statistics() {
	let sorted = |values: &[u32]| values.iter().map(|v| usd(*v)).collect::<Vec<_>>();
	assert_eq!(stats::median(&[]), None);
	assert_eq!(stats::median(&sorted(&[7])), Some(usd(7)));
	assert_eq!(stats::median(&sorted(&[1, 2])), Some(milli(1_500)));
	assert_eq!(
		stats::median(&[Price::from_inner(1), Price::from_inner(2)]),
		Some(Price::from_inner(1))
	);
	assert_eq!(stats::median(&sorted(&[1, 5, 900])), Some(usd(5)));
	let most = Price::from_inner(i128::MAX as u128);
	assert_eq!(stats::median(&[most; 2]), Some(most));
	assert_eq!(stats::median(&[Price::from_inner(u128::MAX)]), None);
	assert_eq!(stats::half_spread(&[]), None);
	assert_eq!(stats::half_spread(&sorted(&[7])), Some(usd(0)));
	assert_eq!(stats::half_spread(&sorted(&[90, 100, 120])), Some(milli(150)));
	assert_eq!(stats::half_spread(&sorted(&[1, 90, 100, 110, 999])), Some(milli(100)));
	let two = Permill::from_percent(2);
	assert!(stats::within(usd(102), usd(100), two) && stats::within(usd(98), usd(100), two));
	assert!(!stats::within(usd(102) + Price::from_inner(1), usd(100), two));
	assert!(!stats::within(usd(98) - Price::from_inner(1), usd(100), two));
}

#[test]
fn a_thin_feed_has_a_stable_price() {
	ExtBuilder::default().build_and_execute(|| {
		let info = Feeds::<Test>::get(ETH).unwrap();
		let thin = FeedInfo { slow: SlowPrice::Stable, ..info.clone() };
		Oracle::do_set_feed(ETH, thin.clone()).unwrap();
		quote_for(20, ETH, usd(1_000));
		assert_eq!(Oracle::slow(ETH), Some(usd(1_000)));
		// Twice the price for ten minutes: the average believes it, the stable price a little.
		quote_for(105, ETH, usd(2_000));
		assert!(Oracle::average(ETH) > Some(usd(1_980)));
		let slow = Oracle::slow(ETH).unwrap();
		assert!(slow > usd(1_100) && slow < usd(1_200), "{slow:?}");
		let in_session = |underlying| {
			let mut session = Default::default();
			<Oracle as straddle_traits::Prices>::slow_in(&mut session, underlying)
		};
		assert_eq!(in_session(ETHER), slow);
		// Its history goes with a halt, and with the choice of another slow price.
		Oracle::do_halt_feed(ETH).unwrap();
		Oracle::do_resume_feed(ETH).unwrap();
		quote(&[(ETH, usd(2_000))]);
		assert_eq!(Oracle::slow(ETH), Some(usd(2_000)));
		Oracle::do_set_feed(ETH, info).unwrap();
		assert!(Stables::<Test>::iter().next().is_none());
		assert_eq!(Oracle::slow(ETH), Oracle::average(ETH));
	});
}
