// SPDX-License-Identifier: GPL-3.0-or-later

//! What a price is good for, through both lenses.

use crate::{mock::*, *};
use straddle_traits::Prices;
use PriceState::*;

fn state(feed: FeedId) -> PriceState {
	Oracle::feed_state(feed)
}

#[test]
fn a_feed_without_rounds_is_not_positive() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Oracle::price(BTC), Reading::default());
		assert_eq!(Oracle::price(FeedId(500)), Reading::default());
		assert_eq!(state(BTC), NonPositive);
	});
}

#[test]
fn age_makes_stale_and_then_no_quorum() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&[(BTC, usd(60_000))]);
		let at = now();
		for (age, expected) in [
			(0, Valid),
			(18_000, Valid),
			(18_001, Stale),
			(300_000, Stale),
			(300_001, NoQuorum),
			(86_400_000, NoQuorum),
		] {
			Clock::set(at + age);
			assert_eq!(state(BTC), expected, "{age}");
			// The number stays, with its state and its time.
			assert_eq!(Oracle::price(BTC).price, usd(60_000));
			assert_eq!(Oracle::price(BTC).at, at);
		}
	});
}

#[test]
fn a_clock_that_goes_back_does_not_make_a_price_old() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&[(BTC, usd(60_000))]);
		let at = now();
		Clock::set(at - ROUND);
		assert_eq!(state(BTC), Valid);
		Clock::set(at);
	});
}

#[test]
fn fewer_than_four_feeders_are_uncertain_but_in_a_small_network() {
	for feeders in 1..=5u8 {
		ExtBuilder::default().feeders(feeders).build_and_execute(|| {
			quote(&[(BTC, usd(60_000))]);
			let expected = match feeders {
				1 | 2 => NonPositive,
				3 => Uncertain,
				_ => Valid,
			};
			assert_eq!(state(BTC), expected, "{feeders}");
		});
		ExtBuilder::default().feeders(feeders).small_network().build_and_execute(|| {
			quote(&[(BTC, usd(60_000))]);
			assert_eq!(state(BTC), Valid, "{feeders}");
		});
	}
}

#[test]
fn feeders_that_disagree_are_uncertain() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |milli_dollars| vec![(BTC, milli(milli_dollars))];
		// Half the width is exactly one per cent of the median.
		quote_each(&[say(1_000_000), say(99_000_000), say(101_000_000), say(900_000_000)]);
		assert_eq!(Oracle::price(BTC).confidence, milli(10));
		assert_eq!(state(BTC), Valid);
		quote_each(&[say(1_000_000), say(99_000_000), say(101_000_001), say(900_000_000)]);
		assert_eq!(state(BTC), Uncertain);
	});
}

#[test]
fn a_price_far_from_its_average_neither_opens_nor_liquidates() {
	// A first minute at 100,000, then one price.
	for (dollars, expected) in [
		(100_000, Valid),
		(120_000, Valid),
		(120_001, Uncertain),
		(80_000, Valid),
		(79_999, Uncertain),
		(500_000, Uncertain),
		(500_001, TooVolatile),
		(20_000, Uncertain),
		(19_999, TooVolatile),
	] {
		ExtBuilder::default().build_and_execute(|| {
			quote_for(10, BTC, usd(100_000));
			quote(&[(BTC, usd(dollars))]);
			assert_eq!(state(BTC), expected, "{dollars}");
		});
	}
}

#[test]
fn a_volatility_that_jumps_is_uncertain_for_a_round() {
	for (next, expected) in
		[(600, Valid), (660, Valid), (661, Uncertain), (540, Valid), (539, Uncertain)]
	{
		ExtBuilder::default().build_and_execute(|| {
			quote_for(3, BTC_VOL, milli(600));
			quote(&[(BTC_VOL, milli(next))]);
			assert_eq!(state(BTC_VOL), expected, "{next}");
			quote(&[(BTC_VOL, milli(next))]);
			assert_eq!(state(BTC_VOL), Valid, "{next}");
		});
	}
	// Slowly it may go wherever it likes: the band of prices is not for it.
	ExtBuilder::default().build_and_execute(|| {
		for step in 0..10 {
			quote(&[(BTC_VOL, milli(500 + 45 * step))]);
			assert_eq!(state(BTC_VOL), Valid);
		}
	});
}

#[test]
fn the_worst_of_age_and_quality_is_the_state() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for(10, BTC, usd(100_000));
		quote(&[(BTC, usd(600_000))]);
		assert_eq!(state(BTC), TooVolatile);
		Clock::set(now() + 18_001);
		assert_eq!(state(BTC), Stale);
	});
}

#[test]
fn the_median_of_three_rounds_does_not_see_a_wick() {
	ExtBuilder::default().build_and_execute(|| {
		quote(&[(BTC, usd(60_000))]);
		// One and two rounds are not three.
		assert_eq!(
			(Oracle::median(BTC).price, Oracle::median(BTC).state),
			(usd(60_000), Uncertain)
		);
		assert_eq!(state(BTC), Valid);
		quote(&[(BTC, usd(61_000))]);
		assert_eq!(
			(Oracle::median(BTC).price, Oracle::median(BTC).state),
			(usd(60_500), Uncertain)
		);
		quote(&[(BTC, usd(50_000))]);
		assert_eq!((Oracle::median(BTC).price, Oracle::median(BTC).state), (usd(60_000), Valid));
		assert_eq!(Oracle::price(BTC).price, usd(50_000));
		// A second one at the low is no wick any more.
		quote(&[(BTC, usd(50_000))]);
		assert_eq!(Oracle::median(BTC).price, usd(50_000));
		// It ages like the latest.
		Clock::set(now() + 18_001);
		assert_eq!(Oracle::median(BTC).state, Stale);
		assert_eq!(Oracle::median(BTC).at, Oracle::price(BTC).at);
	});
}

#[test]
fn the_medians_confidence_is_the_worst_of_the_three() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |dollars| vec![(BTC, usd(dollars))];
		quote_each(&[say(99_500), say(99_500), say(100_500), say(100_500)]);
		quote(&say(100_000));
		quote(&say(100_000));
		assert_eq!(Oracle::price(BTC).confidence, milli(0));
		assert_eq!(Oracle::median(BTC).confidence, milli(5));
		quote(&say(100_000));
		assert_eq!(Oracle::median(BTC).confidence, milli(0));
	});
}

#[test]
fn underlyings_read_what_they_name() {
	ExtBuilder::default().build_and_execute(|| {
		let series = |underlying, kind| Series {
			underlying,
			expiry: now() + 1,
			strike: Strike::usd(1),
			kind,
		};
		let volatility = |underlying| {
			<Oracle as Prices>::volatility(&series(underlying, Kind::Call), Lens::Latest)
		};
		quote(&[(BTC, usd(60_000)), (ETH, usd(3_000)), (USDT, usd(1)), (BTC_VOL, milli(600))]);
		assert_eq!(<Oracle as Prices>::spot(BITCOIN, Lens::Latest), Oracle::price(BTC));
		assert_eq!(<Oracle as Prices>::forward(ETHER, 5, Lens::MedianOfThree), Oracle::median(ETH));
		assert_eq!(<Oracle as Prices>::spot(UnderlyingId(9), Lens::Latest), Reading::default());
		// External, proxy, none, unknown.
		assert_eq!(volatility(BITCOIN), Oracle::price(BTC_VOL));
		assert_eq!(volatility(ETHER), Reading { price: milli(720), ..Oracle::price(BTC_VOL) });
		assert_eq!(volatility(TETHER), Reading::default());
		assert_eq!(volatility(UnderlyingId(9)), Reading::default());
		// A future needs none, whatever the policy.
		for underlying in [BITCOIN, TETHER, UnderlyingId(9)] {
			let reading =
				<Oracle as Prices>::volatility(&series(underlying, Kind::Future), Lens::Latest);
			assert_eq!((reading.price, reading.state), (usd(0), Valid));
		}
		// A proxy has the state of what it is made from.
		Clock::set(now() + 18_001);
		assert_eq!(volatility(ETHER).state, Stale);
	});
}

#[test]
fn a_session_answers_the_same_and_reads_nothing_twice() {
	ExtBuilder::default().build_and_execute(|| {
		for dollars in [60_000, 61_000, 62_000] {
			quote(&[(BTC, usd(dollars)), (ETH, usd(dollars / 20)), (BTC_VOL, milli(600))]);
		}
		let mut known = Default::default();
		// The second time everything is known.
		for _ in 0..2 {
			for underlying in [BITCOIN, ETHER, TETHER, UnderlyingId(9)] {
				for lens in [Lens::Latest, Lens::MedianOfThree] {
					let spot = <Oracle as Prices>::spot_in(&mut known, underlying, lens);
					assert_eq!(spot, <Oracle as Prices>::spot(underlying, lens));
					let forward = <Oracle as Prices>::forward_in(&mut known, underlying, 5, lens);
					assert_eq!(forward, <Oracle as Prices>::forward(underlying, 5, lens));
					for kind in [Kind::Call, Kind::Future] {
						let series = Series { underlying, expiry: 5, strike: Strike(1), kind };
						let there = <Oracle as Prices>::volatility_in(&mut known, &series, lens);
						assert_eq!(there, <Oracle as Prices>::volatility(&series, lens));
					}
				}
			}
		}
		let before = Oracle::price(BTC);
		quote(&[(BTC, usd(63_000))]);
		assert_eq!(<Oracle as Prices>::reading_in(&mut known, BTC, Lens::Latest), before);
	});
}

#[test]
fn a_halted_feed_has_no_quorum_and_comes_back_from_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		quote_for(10, BTC, usd(60_000));
		Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), BTC).unwrap();
		assert_eq!(state(BTC), NoQuorum);
		assert_eq!(Oracle::median(BTC).state, NoQuorum);
		// What feeders say meanwhile is not kept.
		quote(&[(BTC, usd(10_000)), (ETH, usd(3_000))]);
		assert_eq!(Oracle::price(BTC).price, usd(60_000));
		assert_eq!((state(BTC), state(ETH)), (NoQuorum, Valid));
		Oracle::resume_feed(RuntimeOrigin::root(), BTC).unwrap();
		assert_eq!(Oracle::price(BTC), Reading::default());
		assert_eq!(Oracle::average(BTC), None);
		quote(&[(BTC, usd(30_000))]);
		assert_eq!((Oracle::price(BTC).price, state(BTC)), (usd(30_000), Valid));
	});
	// Also one that never had a price.
	ExtBuilder::default().build_and_execute(|| {
		Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), BTC).unwrap();
		assert_eq!(state(BTC), NoQuorum);
	});
}

#[test]
#[cfg(feature = "runtime-benchmarks")]
fn benchmarks_of_others_can_set_prices() {
	for underlying in [BITCOIN, ETHER, TETHER, UnderlyingId(40)] {
		ExtBuilder::default().build_and_execute(|| {
			<Oracle as Prices>::set_for_benchmark(underlying, usd(777), milli(333));
			for lens in [Lens::Latest, Lens::MedianOfThree] {
				let spot = <Oracle as Prices>::spot(underlying, lens);
				assert_eq!((spot.price, spot.state), (usd(777), Valid));
				let series = Series { underlying, expiry: 0, strike: Strike(1), kind: Kind::Put };
				let volatility = <Oracle as Prices>::volatility(&series, lens);
				assert_eq!((volatility.price, volatility.state), (milli(333), Valid));
			}
		});
	}
}
