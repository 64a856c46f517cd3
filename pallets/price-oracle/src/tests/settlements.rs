// SPDX-License-Identifier: GPL-3.0-or-later

//! One price for an expiry: what it is made from, when it is fixed, and that it stays.

use crate::{mock::*, weights::WeightInfo, *};
use frame_support::{
	assert_noop, assert_ok, assert_storage_noop,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use straddle_traits::Prices;

const SECOND: Moment = 1_000;

/// Three minutes in three parts, samples of at most 12 s, ten minutes of patience.
fn quick() -> ExtBuilder {
	ExtBuilder::default().params(|params| {
		params.settlement_window_ms = 180 * SECOND;
		params.sample_max_ms = 12 * SECOND;
		params.settlement_cap_ms = 600 * SECOND;
	})
}

fn watch(expiry: Moment) {
	assert_ok!(<Oracle as Prices>::watch_settlement(ETHER, expiry));
}

fn settled(expiry: Moment) -> Option<Price> {
	<Oracle as Prices>::settlement(ETHER, expiry)
}

/// Blocks until `until`; a price finished at `t` is `price(t − START in seconds)`, or none.
fn run(until: Moment, price: impl Fn(u64) -> Option<u32>) {
	while now() < until {
		match price((now() + ROUND - START) / SECOND) {
			Some(dollars) => quote(&[(ETH, usd(dollars))]),
			None => tick(),
		}
	}
}

fn fixed_events() -> Vec<Event<Test>> {
	let events = oracle_events().into_iter();
	events.filter(|event| matches!(event, Event::SettlementFixed { .. })).collect()
}

#[test]
fn it_is_the_average_over_the_window() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		assert_eq!(oracle_events(), [Event::SettlementWatched { underlying: ETHER, expiry }]);
		// Numbers 10 to 39 stand in the window, for six seconds each.
		run(expiry - ROUND, |second| Some(1_000 + second as u32 / 6));
		assert_eq!(settled(expiry), None);
		assert!(matches!(Oracle::settlement_status(ETHER, expiry), Some(Settlement::Watching(_))));
		run(expiry, |_| Some(5_000));
		assert_eq!(settled(expiry), Some(milli(1_024_500)));
		let event = Event::SettlementFixed {
			underlying: ETHER,
			expiry,
			price: milli(1_024_500),
			complete: true,
		};
		assert_eq!(fixed_events(), [event]);
		assert!(Watched::<Test>::get().is_empty());
	});
}

/// How far the price is sampled now.
fn window(expiry: Moment) -> SettlementWindow {
	<Oracle as Prices>::window(ETHER, expiry, now())
}

#[test]
fn the_window_says_what_is_sampled_and_what_is_left() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		let length_ms = 180 * SECOND;
		let before = SettlementWindow { left_ms: expiry - now(), length_ms, average: usd(0) };
		assert_eq!(window(expiry), before);
		run(expiry - 120 * SECOND, |second| Some(1_000 + second as u32 / 6));
		// Sixty seconds are sampled, in numbers 10 to 19.
		let inside =
			SettlementWindow { left_ms: 120 * SECOND, length_ms, average: milli(1_014_500) };
		assert_eq!(window(expiry), inside);
		// A short silence is not sampled: what is left weighs more.
		run(expiry - 90 * SECOND, |_| None);
		let short = window(expiry);
		assert_eq!(short.left_ms, 90 * SECOND);
		assert!(short.length_ms < 170 * SECOND, "{}", short.length_ms);
		// A third that is over and was hardly covered makes the window go on.
		run(expiry - 60 * SECOND, |_| None);
		let missed = window(expiry);
		assert_eq!(missed.length_ms, 180 * SECOND);
		assert!(missed.left_ms > 100 * SECOND, "{}", missed.left_ms);
		// After the expiry: what is still wanted of the whole window.
		run(expiry + 12 * SECOND, |_| None);
		let late = window(expiry);
		assert_eq!(late.length_ms, 180 * SECOND);
		assert!(late.left_ms > 100 * SECOND, "{}", late.left_ms);
		// An expiry that nobody watches has no samples: the price at its end counts, as it were.
		let other =
			SettlementWindow { left_ms: 5 * SECOND, length_ms: 5 * SECOND, average: usd(0) };
		assert_eq!(window(now() + 5 * SECOND), other);
	});
}

#[test]
fn parts_of_samples_count_in_their_part() {
	quick().build_and_execute(|| {
		let expiry = START + 243 * SECOND;
		watch(expiry);
		run(START + 246 * SECOND, |second| Some(1_000 + second as u32 / 6));
		let middle = (11..=39).map(|n| 6 * (1_000 + n)).sum::<u128>();
		let sum = 3 * 1_010 + middle + 3 * 1_040;
		assert_eq!(settled(expiry), Some(Price::from_inner(sum * 10u128.pow(18) / 180)));
	});
}

#[test]
fn the_real_window_is_half_an_hour() {
	ExtBuilder::default().build_and_execute(|| {
		let expiry = START + 40 * MINUTE_MS;
		watch(expiry);
		// What stands before the window does not count, nor what begins with the expiry.
		run(expiry - 30 * MINUTE_MS - ROUND, |_| Some(900));
		run(expiry - 20 * MINUTE_MS - ROUND, |_| Some(1_000));
		run(expiry - 10 * MINUTE_MS - ROUND, |_| Some(1_100));
		run(expiry - ROUND, |_| Some(1_230));
		assert_eq!(settled(expiry), None);
		run(expiry, |_| Some(9_000));
		assert_eq!(settled(expiry), Some(usd(1_110)));
	});
}

/// With this many blocks in silence in the middle third, and twice the price after the expiry.
fn with_silence(blocks: u64) -> (Option<Price>, Moment) {
	let mut outcome = (None, 0);
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		let silent = 132..132 + 6 * blocks;
		run(expiry + 120 * SECOND, |second| {
			let dollars = if second < 240 { 1_000 } else { 2_000 };
			(!silent.contains(&second)).then_some(dollars)
		});
		outcome.0 = settled(expiry);
		if let Some(Settlement::Fixed { at, complete, .. }) =
			Oracle::settlement_status(ETHER, expiry)
		{
			assert!(complete);
			outcome.1 = (at - expiry) / SECOND;
		}
	});
	outcome
}

#[test]
fn each_third_must_be_covered_by_four_fifths() {
	// A sample counts for two blocks: one silent block is not even seen.
	assert_eq!(with_silence(0), (Some(usd(1_000)), 0));
	assert_eq!(with_silence(1), (Some(usd(1_000)), 0));
	// 12 s of 60 are missing: just enough is there.
	assert_eq!(with_silence(3), (Some(usd(1_000)), 0));
	// 18 s are missing: they are made up for after the expiry, at the prices of that time.
	assert_eq!(with_silence(4), (Some(usd(1_100)), 18));
	// 24 s.
	let expected = Price::from_inner((156 * 1_000 + 24 * 2_000) * 10u128.pow(18) / 180);
	assert_eq!(with_silence(5), (Some(expected), 24));
}

#[test]
fn coverage_is_asked_of_each_third_and_not_of_the_whole() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		// 90 % of the window, but the first third has only 42 s of 60.
		run(expiry, |second| (!(72..96).contains(&second)).then_some(1_000));
		assert_eq!(settled(expiry), None);
	});
}

#[test]
fn at_the_cap_it_is_the_average_of_what_there_is() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		// Six samples of 12 s each, three in the window and three after it: more than a third.
		run(expiry + 594 * SECOND, |second| match second {
			120 | 132 | 144 => Some(1_000),
			300 | 312 | 324 => Some(1_100),
			_ => None,
		});
		assert_eq!(settled(expiry), None);
		tick();
		assert_eq!(settled(expiry), Some(usd(1_050)));
		let event = Event::SettlementFixed {
			underlying: ETHER,
			expiry,
			price: usd(1_050),
			complete: false,
		};
		assert_eq!(fixed_events(), [event]);
	});
}

#[test]
fn without_any_sample_there_is_no_price_even_at_the_cap() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(expiry + 3_000 * SECOND, |_| None);
		assert_eq!(settled(expiry), None);
		// Nor one sample alone: whoever halts a feed would choose the price by ending the halt.
		quote(&[(ETH, usd(9_999))]);
		tick();
		assert_eq!(settled(expiry), None);
		let back = now();
		run(back + 48 * SECOND, |_| Some(1_234));
		assert_eq!(settled(expiry), None);
		run(back + 72 * SECOND, |_| Some(1_234));
		assert!(settled(expiry).is_some_and(|price| price < usd(3_500)));
		assert!(matches!(
			Oracle::settlement_status(ETHER, expiry),
			Some(Settlement::Fixed { complete: false, .. })
		));
	});
}

#[test]
fn wild_prices_and_halted_feeds_do_not_count() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		// One round at ten times the price: its six seconds are missing, nothing more.
		run(expiry, |second| Some(if second == 150 { 10_000 } else { 1_000 }));
		assert_eq!(settled(expiry), Some(usd(1_000)));
	});
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(START + 120 * SECOND, |_| Some(1_000));
		Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), ETH).unwrap();
		run(START + 180 * SECOND, |_| Some(9_000));
		Oracle::resume_feed(RuntimeOrigin::root(), ETH).unwrap();
		run(expiry, |_| Some(1_000));
		assert_eq!(settled(expiry), None);
		run(expiry + 120 * SECOND, |_| Some(1_000));
		assert_eq!(settled(expiry), Some(usd(1_000)));
	});
}

#[test]
fn a_small_disagreement_still_counts() {
	quick().feeders(3).build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(expiry, |_| Some(1_000));
		assert_eq!(Oracle::feed_state(ETH), PriceState::Uncertain);
		assert_eq!(settled(expiry), Some(usd(1_000)));
	});
}

#[test]
fn blocks_that_are_far_apart_count_each_sample_once() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(START + 120 * SECOND, |_| Some(1_000));
		// No block for five minutes: the last sample has its 12 s and no more.
		advance(300 * SECOND);
		assert_eq!(settled(expiry), None);
		let Some(Settlement::Watching(watch)) = Oracle::settlement_status(ETHER, expiry) else {
			panic!("it is not fixed")
		};
		let weights = watch.thirds.map(|third| third.weight_ms / SECOND);
		assert_eq!((weights, watch.extension.weight_ms), ([60, 12, 0], 0));
	});
}

#[test]
fn a_fixed_price_stays() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(expiry, |_| Some(1_000));
		let before = Oracle::settlement_status(ETHER, expiry);
		assert_storage_noop!(watch(expiry));
		run(expiry + 900 * SECOND, |_| Some(2_000));
		Oracle::step_settlement(ETHER, expiry, now(), &Parameters::<Test>::get());
		assert_eq!(Oracle::settlement_status(ETHER, expiry), before);
		assert_eq!(settled(expiry), Some(usd(1_000)));
		assert_eq!(fixed_events().len(), 1);
	});
}

#[test]
fn asking_twice_is_harmless() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(START + 120 * SECOND, |_| Some(1_000));
		assert_storage_noop!(watch(expiry));
		// Also after the expiry, while it is not fixed.
		Clock::set(expiry + SECOND);
		assert_storage_noop!(watch(expiry));
	});
}

#[test]
fn what_cannot_be_watched() {
	quick().build_and_execute(|| {
		let ask = |underlying, expiry| <Oracle as Prices>::watch_settlement(underlying, expiry);
		assert_noop!(ask(UnderlyingId(9), START + 1), Error::<Test>::UnknownUnderlying);
		assert_noop!(ask(ETHER, START), Error::<Test>::ExpiryPassed);
		assert_ok!(ask(ETHER, START + 1));
		for n in 2..=u64::from(MAX_WATCHED) {
			assert_ok!(ask(ETHER, START + n));
		}
		assert_noop!(ask(BITCOIN, START + 1), Error::<Test>::TooManySettlements);
	});
}

#[test]
fn expiries_are_measured_side_by_side() {
	quick().build_and_execute(|| {
		let (first, second) = (START + 240 * SECOND, START + 300 * SECOND);
		watch(second);
		watch(first);
		assert_ok!(<Oracle as Prices>::watch_settlement(BITCOIN, first));
		assert_eq!(
			Watched::<Test>::get().into_inner(),
			[(first, BITCOIN), (first, ETHER), (second, ETHER)]
		);
		run(second, |second| Some(1_000 + second as u32));
		// Samples every 6 s: from 60 to 234, and from 120 to 294.
		assert_eq!(settled(first), Some(usd(1_147)));
		assert_eq!(settled(second), Some(usd(1_207)));
		assert_eq!(<Oracle as Prices>::settlement(BITCOIN, first), None);
		assert_eq!(Watched::<Test>::get().into_inner(), [(first, BITCOIN)]);
	});
}

#[test]
fn without_weight_it_waits() {
	quick().build_and_execute(|| {
		let expiry = START + 240 * SECOND;
		watch(expiry);
		run(expiry - ROUND, |_| Some(1_000));
		Clock::set(expiry);
		let (base, step) = (<() as WeightInfo>::poll_base(), <() as WeightInfo>::settlement_step());
		let mut meter = WeightMeter::with_limit(base + step - Weight::from_parts(1, 0));
		Oracle::on_poll(1, &mut meter);
		assert_eq!(settled(expiry), None);
		let mut meter = WeightMeter::with_limit(base + step);
		Oracle::on_poll(1, &mut meter);
		assert_eq!(settled(expiry), Some(usd(1_000)));
	});
}

/// The rule again, second by second: `samples[s]` is the price of the round finished in second `s`.
/// Returns the sum, the seconds, when and whether by the rule.
fn model(
	samples: &[Option<u32>],
	polls: &[usize],
	expiry: usize,
) -> Option<(u128, u128, usize, bool)> {
	let at = |second: usize| (second.saturating_sub(11)..=second).rev().find_map(|s| samples[s]);
	for &poll in polls.iter().filter(|poll| **poll >= expiry) {
		let covered = |from: usize| (from..from + 60).filter(|s| at(*s).is_some()).count();
		let thirds = [expiry - 180, expiry - 120, expiry - 60];
		let add = |range: core::ops::Range<usize>| {
			range
				.filter_map(at)
				.fold((0u128, 0u128), |(sum, n), price| (sum + u128::from(price), n + 1))
		};
		let (sum, n) = add(expiry - 180..expiry);
		if thirds.iter().all(|from| covered(*from) >= 48) {
			return Some((sum, n, poll, true));
		}
		let (mut sum, mut n) = (sum, n);
		for second in expiry..poll {
			if n < 180 {
				let (more, count) = add(second..second + 1);
				(sum, n) = (sum + more, n + count);
			}
		}
		if n == 180 || (poll >= expiry + 600 && n > 0) {
			return Some((sum, n, poll, n == 180));
		}
	}
	None
}

fn agrees(blocks: Vec<(u64, Option<u32>)>, offset: u64) -> Result<(), TestCaseError> {
	let expiry = START + (240 + offset) * SECOND;
	watch(expiry);
	let mut samples = vec![None; 4_000];
	let mut polls = vec![];
	for (seconds, price) in blocks {
		if let Some(dollars) = price {
			for n in 0..4 {
				report(n, &[(ETH, usd(dollars))]);
			}
		}
		advance(seconds * SECOND);
		let second = ((now() - START) / SECOND) as usize;
		samples[second] = price;
		polls.push(second);
	}
	let expected = model(&samples, &polls, 240 + offset as usize).map(|(sum, n, at, complete)| {
		let price = Price::from_inner(sum * 10u128.pow(18) / n);
		Settlement::Fixed { price, at: START + at as u64 * SECOND, complete }
	});
	let status = Oracle::settlement_status(ETHER, expiry);
	prop_assert_eq!(status.filter(|s| matches!(s, Settlement::Fixed { .. })), expected);
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	#[test]
	fn it_agrees_with_the_rule_second_by_second(
		blocks in prop::collection::vec((6u64..14, prop::option::weighted(0.8, 900u32..1_100)), 90..150),
		offset in 0u64..60,
	) {
		let mut result = Ok(());
		quick().build_and_execute(|| result = agrees(blocks, offset));
		result?;
	}
}
