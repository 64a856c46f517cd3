// SPDX-License-Identifier: GPL-3.0-or-later

//! What a surface says of a series.

use super::market::*;
use crate::{
	mock::*,
	surface::{Around, Said},
	*,
};
use frame_support::assert_ok;
use proptest::prelude::*;

#[test]
fn a_volatility_stays_where_it_is_while_time_passes() {
	test(|| {
		let (first, second) = (now() + WEEK, now() + 3 * WEEK);
		say(&[skewed(first, 1.0), skewed(second, 1.0)]);
		let row = row(first);
		// The forward is 100·(1 + .05·T): at a point, the slice itself.
		let forward = Oracle::forward(BITCOIN, first, Lens::Latest).price;
		near(
			Reading { price: forward, ..Default::default() },
			100.0 * (1.0 + 0.05 * years(WEEK)),
			1e-9,
		);
		let t = years(WEEK);
		let at = |k: f64| {
			let (m, s) = (0.02 * t.sqrt(), 0.4 * t.sqrt());
			let w =
				0.25 * t + 0.12 * t.sqrt() * (-0.3 * (k - m) + ((k - m) * (k - m) + s * s).sqrt());
			(w / t).sqrt()
		};
		let width = f64::from(row.width) / 1e6;
		assert!((width - 0.6 * t.sqrt()).abs() < 1e-6);
		for (vol, z) in row.vols.iter().zip([-6.0, -3.5, -2.4, -1.7, -1.2, -0.8, -0.5, -0.25, 0.0])
		{
			assert!((f64::from(*vol) / 1e6 - at(z * width)).abs() < 2e-6, "at {z}");
		}
		// Between points it is within what lines leave of a smile, a quarter of a percent point near the
		// money.
		let k = (105.0_f64 / (100.0 * (1.0 + 0.05 * t))).ln();
		near(volatility(first, 105), at(k), 2.5e-3);
		let before = volatility(first, 105);
		Clock::set(now() + DAY_MS);
		assert!(
			volatility(first, 105).price.into_inner().abs_diff(before.price.into_inner()) < 1 << 50
		);
		assert_eq!(volatility(first, 105).state, PriceState::NoQuorum);
	});
}

#[test]
fn between_expiries_total_variance_is_a_line_in_time() {
	test(|| {
		let (first, second) = (now() + 2 * WEEK, now() + 4 * WEEK);
		say(&[flat(first, 0.8), flat(second, 0.6)]);
		let left = |expiry: Moment| years(expiry - now());
		let total = |vol: f64, expiry| vol * vol * left(expiry);
		let mid = now() + 3 * WEEK;
		let part = (left(mid) - left(first)) / (left(second) - left(first));
		let variance = total(0.8, first) + part * (total(0.6, second) - total(0.8, first));
		near(volatility(mid, 100), (variance / left(mid)).sqrt(), 2e-6);
		// Before the first and after the last it is theirs.
		near(volatility(now() + DAY_MS, 100), 0.8, 2e-6);
		near(volatility(now() + 40 * WEEK, 100), 0.6, 2e-6);
		near(volatility(first, 100), 0.8, 2e-6);
	});
}

#[test]
fn carry_is_a_line_in_time() {
	test(|| {
		let (first, second) = (now() + 10 * DAY_MS, now() + 20 * DAY_MS);
		let with = |expiry, carry| SliceReport { carry: price(carry), ..flat(expiry, 0.6) };
		say(&[with(first, 1.01), with(second, 1.03)]);
		let forward = |expiry| Oracle::forward(BITCOIN, expiry, Lens::Latest);
		near(forward(first), 101.0, 1e-9);
		near(forward(second), 103.0, 1e-9);
		let left = |days: f64| days - ROUND as f64 / DAY_MS as f64;
		let (a, b) = (1.01_f64.ln(), 1.03_f64.ln());
		near(forward(now() + 5 * DAY_MS), 100.0 * (a * 5.0 / left(10.0)).exp(), 1e-9);
		let mid = first + 5 * DAY_MS;
		near(forward(mid), 100.0 * ((a + b) / 2.0).exp(), 1e-9);
		// A year on, b·365/20; held at e at most.
		near(forward(now() + 365 * DAY_MS), 100.0 * (b * 365.0 / left(20.0)).exp(), 1e-6);
		assert_eq!(forward(first).state, PriceState::Valid);
		// Another underlying's forward is its spot.
		assert_eq!(Oracle::forward(ETHER, first, Lens::Latest).price, usd(100));
	});
}

#[test]
fn states_of_a_row() {
	test(|| {
		let expiry = now() + 10 * WEEK;
		say(&[flat(expiry, 0.6)]);
		let state = || volatility(expiry, 100).state;
		assert_eq!(state(), PriceState::Valid);
		let (at, surface_ms) = (row(expiry).at, params().surface_ms());
		let quoted = |to: Moment| {
			Clock::set(to - ROUND);
			quote(&[(BTC, usd(100))]);
			assert_eq!(now(), to);
		};
		quoted(at + 3 * surface_ms);
		assert_eq!(state(), PriceState::Valid);
		quoted(at + 3 * surface_ms + ROUND);
		assert_eq!(state(), PriceState::Stale);
		// The forward is no better than its carry.
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).state, PriceState::Stale);
		assert_eq!(Oracle::price(BTC).state, PriceState::Valid);
		quoted(at + params().surface_dead_ms() + ROUND);
		assert_eq!(state(), PriceState::NoQuorum);
		// What is dead goes when something else comes.
		next_round();
		say(&[flat(expiry + WEEK, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 1);
		assert_eq!(volatility(expiry, 100).state, PriceState::Valid);
		// Halted.
		assert_ok!(Oracle::do_halt_feed(SMILE));
		assert_eq!(volatility(expiry, 100).state, PriceState::NoQuorum);
		assert_ok!(Oracle::do_resume_feed(SMILE));
		assert_eq!(volatility(expiry, 100), Reading::default());
	});
}

#[test]
fn a_row_goes_with_its_expiry() {
	test(|| {
		let (soon, later) = (began() + 3 * MINUTE_MS, began() + WEEK);
		say(&[flat(soon, 0.6), flat(later, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 2);
		// Passed, but not dead of age: nothing is read from it, and the next round drops it.
		Clock::set(soon);
		next_round();
		assert!(now() - soon < params().surface_dead_ms());
		near(volatility(now() + DAY_MS, 100), 0.6, 2e-6);
		say(&[flat(later, 0.6)]);
		let rows = Surfaces::<Test>::get(SMILE).rows;
		assert_eq!(rows.into_iter().map(|row| row.expiry).collect::<Vec<_>>(), [later]);
	});
}

#[test]
fn a_wick_does_not_move_the_median_of_three() {
	test(|| {
		let expiry = now() + 10 * WEEK;
		let steady = || Oracle::volatility(series(expiry, 100, Kind::Put), Lens::MedianOfThree);
		say(&[flat(expiry, 0.6)]);
		near(steady(), 0.6, 2e-6);
		assert_eq!(steady().state, PriceState::Uncertain);
		for _ in 0..2 {
			next_round();
			say(&[flat(expiry, 0.6)]);
		}
		assert_eq!(steady().state, PriceState::Valid);
		next_round();
		say(&[flat(expiry, 1.8)]);
		near(volatility(expiry, 100), 1.8, 2e-6);
		near(steady(), 0.6, 2e-5);
		next_round();
		say(&[flat(expiry, 1.8)]);
		near(steady(), 1.8, 2e-6);
	});
}

#[test]
fn a_proxy_is_as_wild_at_as_many_deviations_and_no_calmer_than_its_price() {
	test(|| {
		let volatility_policy = VolatilityPolicy::Proxy { feed: SMILE, beta: milli(1_500) };
		let info = UnderlyingInfo { spot: ETH, volatility: volatility_policy };
		assert_ok!(Oracle::do_set_underlying(ETHER, info));
		let expiry = now() + 4 * WEEK;
		say(&[skewed(expiry, 1.0)]);
		let ether = |strike| {
			let series = Series { underlying: ETHER, ..series(expiry, strike, Kind::Call) };
			Oracle::volatility(series, Lens::Latest)
		};
		// ln(K/100) = 1.5·ln(K'/F'): the same number of deviations.
		let forward = 100.0 * (1.0 + 0.05 * years(4 * WEEK));
		let twin = |strike: f64| {
			let k = (strike / 100.0).ln() / 1.5;
			(forward * k.exp() * 1e8).round() as u64
		};
		for strike in [80, 100, 130] {
			let market =
				Series { strike: Strike(twin(strike as f64)), ..series(expiry, 1, Kind::Call) };
			let of_market =
				Oracle::volatility(market, Lens::Latest).price.into_inner() as f64 / 1e18;
			near(ether(strike), 1.5 * of_market, 1e-8);
		}
		// It realised 200 %: 1.25 times that counts.
		Averages::<Test>::mutate(ETH, |history| {
			history.realised.variance = usd(4);
			history.realised.seen_ms = HOUR_MS;
		});
		near(ether(100), 2.5, 1e-9);
		// Less than an hour of it is nothing.
		Averages::<Test>::mutate(ETH, |history| history.realised.seen_ms = HOUR_MS - 1);
		assert!(ether(100).price < usd(2));
	});
}

#[test]
fn realised_variance_is_that_of_the_moves() {
	let mut realised = Realised::default();
	let (mut at, mut price) = (START, 100.0_f64);
	// 1 % up and down every five minutes: .01²·365·288 a year.
	let mut up = true;
	for _ in 0..500 {
		realised.push(Price::from_inner((price * 1e18) as u128), at);
		at += REALISED_STEP_MS;
		price *= if up { 0.01_f64.exp() } else { (-0.01_f64).exp() };
		up = !up;
	}
	let wanted = (0.0001_f64 * 365.0 * 288.0).sqrt();
	let is = realised.volatility().unwrap().into_inner() as f64 / 1e18;
	assert!((is - wanted).abs() < 1e-6, "{is} {wanted}");
	assert_eq!(realised.seen_ms, REALISED_MEMORY_MS);
	// What comes within five minutes waits; then the whole move counts once.
	let before = realised;
	realised.push(usd(7), at - 1);
	assert_eq!(realised, before);
	// A day without a move halves it, about.
	let still = realised.price;
	for _ in 0..288 {
		at += REALISED_STEP_MS;
		realised.push(still, at);
	}
	let now = realised.volatility().unwrap().into_inner() as f64 / 1e18;
	assert!((now / wanted - (-1.0_f64).exp().sqrt()).abs() < 0.01, "{now}");
}

#[test]
fn futures_and_policies_without_a_surface_are_as_before() {
	test(|| {
		let expiry = now() + WEEK;
		// Nothing is known yet: no number.
		assert_eq!(volatility(expiry, 100), Reading::default());
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).state, PriceState::NonPositive);
		let future = Oracle::volatility(series(expiry, 100, Kind::Future), Lens::Latest);
		assert_eq!((future.state, future.price), (PriceState::Valid, usd(0)));
		// A number a year for all strikes.
		let volatility_policy = VolatilityPolicy::External(BTC_VOL);
		let info = UnderlyingInfo { spot: BTC, volatility: volatility_policy };
		assert_ok!(Oracle::do_set_underlying(BITCOIN, info));
		quote(&[(BTC, usd(100)), (BTC_VOL, milli(700))]);
		assert_eq!(volatility(expiry, 30).price, milli(700));
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).price, usd(100));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(60))]

	/// One liar in four, whatever it says, leaves every volatility within what the honest say at the places,
	/// and between the lines from place to place through their extremes.
	#[test]
	fn a_bent_slice_moves_nothing_beyond_the_honest(
		honest in proptest::array::uniform3(any_slice()),
		liar in any_slice(),
		carry in 0.5..2.0,
		z in -6.0..6.0,
	) {
		let (began, at) = (START, START + ROUND);
		let expiry = began + 30 * DAY_MS;
		let bounds = (1_000, 4_000_000_000);
		let of = |parts, carry| report_of(expiry, carry, parts);
		let all: Vec<_> = honest
			.iter()
			.map(|parts| of(*parts, 1.0))
			.chain([of(liar, carry)])
			.collect();
		let row = |reports: &[SliceReport]| {
			let said = reports.iter().filter_map(|one| Said::new(0, one, began, bounds));
			Row::from_said(&said.collect::<Vec<_>>(), expiry, began, at, 1, 4, None)
		};
		let alone: Option<Vec<_>> = all[..3].iter().map(|one| row(std::slice::from_ref(one))).collect();
		let Some(alone) = alone else { return Ok(()) };
		let joint = row(&all).unwrap();
		let k = q(z * f64::from(joint.width) / 1e6);
		let volatility = |row: &Row| {
			let known = [row.clone()];
			let around = Around::new(&known, expiry, at);
			let reading = around.volatility(k, expiry, &Params::default(), at, Lens::Latest);
			reading.price.into_inner()
		};
		// The least and the most that an honest one says at each place.
		let bound = |of: fn(u32, u32) -> u32| {
			let mut row = alone[0].clone();
			for other in &alone[1..] {
				row.vols.iter_mut().zip(other.vols).for_each(|(vol, next)| *vol = of(*vol, next));
			}
			volatility(&row)
		};
		let (low, high) = (bound(u32::min), bound(u32::max));
		let is = volatility(&joint);
		// A millionth for the rounding of points.
		let room = 3 * 10u128.pow(12);
		prop_assert!(low <= is + room && is <= high + room, "{} {} {}", low, is, high);
		prop_assert_eq!(joint.carry, usd(1));
	}

	/// Of any two expiries the later one never has less total variance at the same strike, at and between
	/// rows, as long as they live.
	#[test]
	fn no_calendar_spread_is_worth_less_than_nothing(
		first in any_slice(), second in any_slice(), days in 1..30_u64, later in 0..5_u64,
		z in -8.0..8.0, part in 0.0..1.0,
	) {
		ExtBuilder::default().build_and_execute(|| {
			list();
			next_round();
			let (near, far) = (began() + 10 * DAY_MS, began() + (10 + days) * DAY_MS);
			say(&[report_of(near, 1.0, first), report_of(far, 1.0, second)]);
			let rows = Surfaces::<Test>::get(SMILE).rows;
			if rows.len() < 2 {
				return;
			}
			let at = now() + later * DAY_MS;
			let known = rows.into_inner();
			// At the points of the later row it is exact; between them two lines can cross a little.
			let places: Vec<f64> = vec![-6.0, -3.5, -2.4, -1.7, -1.2, -0.8, -0.5, -0.25, 0.0, 0.25, 0.5];
			let index = ((z + 8.0) / 16.0 * 10.0) as usize;
			let k = q(places[index] * f64::from(known[1].width) / 1e6);
			let total = |expiry: Moment| {
				let around = Around::new(&known, expiry, at);
				let vol = around.volatility(k, expiry, &Params::default(), at, Lens::Latest).price;
				let vol = vol.into_inner() as f64 / 1e18;
				vol * vol * years(expiry - at)
			};
			let span = (far - near) as f64;
			let (one, other) = (near + (span * part) as Moment, far);
			assert!(total(near) <= total(one) * (1.0 + 1e-5) + 1e-12);
			assert!(total(one) <= total(other) * (1.0 + 1e-5) + 1e-12);
			assert!(total(near - DAY_MS) <= total(near) * (1.0 + 1e-5));
			assert!(total(far) <= total(far + DAY_MS) * (1.0 + 1e-5));
		});
	}
}
