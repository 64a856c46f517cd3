// SPDX-License-Identifier: Apache-2.0

//! Risk arrays against the independent model of `vectors/`, against the exact kernel, and their
//! properties. The largest error counts, not the mean.

#![allow(clippy::arithmetic_side_effects)]

mod common;

use common::*;
use proptest::prelude::*;
use straddle_math::{
	binary::Q56,
	black76::{self, YEAR_MS},
	functions,
	risk_array::{Expiry, Window},
	scenario::{Grid, BASE, FIRST, SKEW},
	Kind, MathError, Rounding, Wad, WAD,
};

fn number(text: &str) -> Wad {
	text.parse().expect("the vectors hold whole numbers")
}

/// Ten minus twelve digits.
const GATE: Wad = 1_000_000_000_000;

#[test]
fn base_values_are_those_of_the_vectors() {
	let grid = Grid::default();
	let columns = grid.columns().unwrap();
	let (mut worst, mut count) = (0.0_f64, 0);
	for line in include_str!("../vectors/black76.csv").lines().skip(1) {
		let row: Vec<&str> = line.split(',').collect();
		let [f, k, volatility, time, call, put] = row[..] else { panic!("six columns") };
		let (f, k, time) = (number(f), number(k), time.parse().unwrap());
		let root = functions::sqrt(Wad::from(time) * WAD / Wad::from(YEAR_MS)).unwrap();
		// σ√T from more places than a Wad has: a minute's root is good to 2^-60 only.
		let deviation = Q56::from_bits(
			(number(volatility) as f64 / 1e18
				* (time as f64 / YEAR_MS as f64).sqrt()
				* (1_u64 << 56) as f64) as i64,
		);
		assert!((usd(root) - (time as f64 / YEAR_MS as f64).sqrt()).abs() < 1e-8);
		let expiry = Expiry::new(&columns, f, time, &Window::default()).unwrap();
		for (kind, expected) in [(Kind::Call, call), (Kind::Put, put)] {
			let value = expiry.array(kind, k, deviation).unwrap().mark(&expiry).unwrap();
			let error = (value - number(expected)).abs();
			assert!(error <= f.max(k) / GATE + 2, "{kind:?} {row:?}: off by {error}");
			worst = worst.max(error as f64 / f.max(k) as f64);
			count += 1;
		}
	}
	println!("largest error of a base value: {worst:e} of max(F, K)");
	assert_eq!(count, 2 * 1_198);
}

#[test]
fn all_columns_are_those_of_the_independent_model() {
	let grid = Grid::default();
	let (mut worst, mut inside, mut far, mut count) = (0.0_f64, 0, 0, 0);
	for line in include_str!("../vectors/arrays.csv").lines().skip(1) {
		let row: Vec<&str> = line.split(',').collect();
		let kind = match row[0] {
			"call" => Kind::Call,
			"put" => Kind::Put,
			"future" => Kind::Future,
			other => panic!("{other}"),
		};
		let figures: Vec<Wad> = row[1..].iter().map(|figure| number(figure)).collect();
		let [f, k, deviation, time, length, average, slow] = figures[..7] else { panic!("seven") };
		let slow = Q56::from_wad(slow, Rounding::Nearest).unwrap();
		let columns = grid.columns().unwrap().with_slow_price(slow);
		let window = Window { length_ms: length as u64, average };
		let expiry = Expiry::new(&columns, f, time as u64, &window).unwrap();
		let deviation = Q56::from_wad(deviation, Rounding::Nearest).unwrap();
		let array = expiry.array(kind, k, deviation).unwrap();
		inside += i32::from(time < length);
		far += i32::from(array.exponent() > 0);
		let most = f.max(k).max(average);
		let stated = usd(f) * array.error() as f64 / 2.0_f64.powi(56 - array.exponent() as i32);
		for (column, expected) in figures[7..].iter().enumerate() {
			let error = (array.value(column, &expiry).unwrap() - expected).abs();
			assert!(
				error <= most / GATE + 4,
				"{kind:?} column {column} of {:?}: off by {error}",
				&row[1..8]
			);
			assert!(
				usd(error) <= stated * 1.001 + 6e-18 * (1.0 + usd(most)),
				"{column}: {error} {stated}"
			);
			worst = worst.max(error as f64 / most as f64);
			count += 1;
		}
	}
	println!("largest error of a column: {worst:e} of max(F, K)");
	assert_eq!(count, 240 * 39);
	assert!(inside > 20 && far > 10, "{inside} {far}");
}

proptest! {
	/// The two ways to a mark agree: what standard margin takes and what portfolio margin takes.
	#[test]
	fn the_base_value_is_the_price_of_the_average(
		f in 1..200_000_i64, k in 0.2_f64..5.0, vol in 0.05_f64..4.0,
		time in 60_000_u64..90_000_000, length in prop_oneof![Just(0_u64), 60_000..7_200_000_u64],
		ratio in 0.5_f64..2.0, kind in prop_oneof![Just(Kind::Call), Just(Kind::Put), Just(Kind::Future)],
	) {
		let grid = Grid::default();
		let columns = grid.columns().unwrap();
		let forward = Wad::from(f) * WAD;
		let times = |x: f64| (x * f as f64 * 1e6) as Wad * (WAD / 1_000_000);
		let (strike, window) = (times(k), Window { length_ms: length, average: times(ratio) });
		let volatility = (vol * 1e6) as Wad * (WAD / 1_000_000);
		let expiry = Expiry::new(&columns, forward, time, &window).unwrap();
		let array = expiry.array(kind, strike, expiry.deviation(volatility).unwrap()).unwrap();
		let exact = black76::price_of_average(kind, forward, strike, volatility, time, &window);
		let error = (array.mark(&expiry).unwrap() - exact.unwrap()).abs();
		let most = forward.max(strike).max(window.average);
		prop_assert!(error <= most / GATE + 4, "off by {error}");
	}
}

#[test]
fn what_is_refused() {
	let grid = Grid::default();
	let columns = grid.columns().unwrap();
	let new = |forward, time, window: Window| Expiry::new(&columns, forward, time, &window);
	let window = |length_ms, average| Window { length_ms, average };
	assert_eq!(new(0, 1, window(0, 0)).err(), Some(MathError::NonPositivePrice));
	assert_eq!(new(WAD, 1, window(9, -1)).err(), Some(MathError::NegativePrice));
	assert_eq!(new(WAD, 10 * YEAR_MS + 1, window(0, 0)).err(), Some(MathError::TimeOutOfRange));
	assert_eq!(new(WAD, 1, window(10 * YEAR_MS + 1, 0)).err(), Some(MathError::TimeOutOfRange));
	assert_eq!(new(1, 1, window(9, Wad::MAX)).err(), Some(MathError::Overflow));
	let expiry = new(WAD, YEAR_MS, window(0, 0)).unwrap();
	assert_eq!(expiry.deviation(-1), Err(MathError::NegativeVolatility));
	assert_eq!(expiry.deviation(WAD), Ok(Q56::ONE));
	assert_eq!(expiry.deviation(Wad::MAX), Ok(Q56::from_bits(i64::MAX)));
	let array = |strike, s| expiry.array(Kind::Call, strike, Q56::from_bits(s)).map(|_| ());
	assert_eq!(array(0, 1), Err(MathError::NonPositivePrice));
	assert_eq!(array(WAD, -1), Err(MathError::NegativeVolatility));
	assert_eq!(
		new(1, 1, window(0, 0)).unwrap().array(Kind::Put, Wad::MAX, Q56::ONE),
		Err(MathError::Overflow)
	);
	assert_eq!(array(WAD, i64::MAX), Ok(()));
}

#[test]
fn the_window_is_continuous_and_ends_in_the_average() {
	let grid = Grid::default();
	let columns = grid.columns().unwrap();
	let half_hour = 1_800_000;
	let window = Window { length_ms: half_hour, average: 104 * WAD };
	let value = |time: u64, kind, column| {
		let expiry = Expiry::new(&columns, 100 * WAD, time, &window).unwrap();
		let s = q56(0.8 * (time as f64 / YEAR_MS as f64).sqrt());
		usd(expiry.array(kind, 101 * WAD, s).unwrap().value(column, &expiry).unwrap())
	};
	for column in [BASE, FIRST + 3, FIRST + 6] {
		let (before, after) =
			(value(half_hour + 1, Kind::Call, column), value(half_hour - 1, Kind::Call, column));
		assert!((before - after).abs() < 1e-4, "column {column}: {before} {after}");
	}
	// Nothing moves any more: settled at 104 whatever the scenario.
	for column in 0..39 {
		assert!((value(0, Kind::Call, column) - 3.0).abs() < 1e-12);
		assert_eq!(value(0, Kind::Put, column), 0.0);
		assert!((value(0, Kind::Future, column) - 3.0).abs() < 1e-12);
	}
	// Only what moves is shocked: half of it half-way, on an average of 104.
	let settled = 0.5 * 104.0 + 0.5 * 100.0 * 0.34;
	let tail = value(half_hour / 2, Kind::Put, FIRST + 23);
	assert!((tail - (101.0 - settled)).abs() < 1e-9, "{tail}");
	let expiry = Expiry::new(&columns, 100 * WAD, half_hour / 2, &window).unwrap();
	assert!((usd(expiry.settlement(FIRST + 23).unwrap()) - settled).abs() < 1e-9);
}

#[test]
fn volatility_moves_by_the_rule() {
	let grid = Grid::default();
	let columns = grid.columns().unwrap();
	let figure = |q: Q56| q.bits() as f64 / (1_u64 << 56) as f64;
	for (days, power) in [
		(0.1, 0.30),
		(1.0, 0.30),
		(7.0, 0.30),
		(30.0, 0.30),
		(30.1, 0.13),
		(365.0, 0.13),
		(1_000.0, 0.13),
	] {
		let time = (days * DAY_MS as f64) as u64;
		let expiry = Expiry::new(&columns, WAD, time, &Window::default()).unwrap();
		let factor = (30.0 / f64::max(time as f64 / DAY_MS as f64, 1.0)).powf(power);
		let [up, down] = expiry.vol_factors().map(figure);
		assert!((up - (1.0 + 0.5 * factor)).abs() < 1e-14, "{days}: {up}");
		assert!((down - (1.0 - 0.3 * factor).max(0.0)).abs() < 1e-14);
		let years = time as f64 / YEAR_MS as f64;
		let [long, short] = expiry.discounts().map(figure);
		assert!((long - 0.98 * (-0.1 * years).exp()).abs() < 1e-14);
		assert!((short - 1.02 * (0.1 * years).exp()).abs() < 1e-14);
	}
}

proptest! {
	#![proptest_config(cases(300))]

	/// The short way to σ√T is σ times √T, rounded once.
	#[test]
	fn deviations_are_rounded_to_nearest(
		time in 0..=10 * YEAR_MS, volatility in 0..8 * WAD, cut in 0..62_u32, far in 8 * WAD..100 * WAD,
	) {
		let grid = Grid::default();
		let expiry = Expiry::new(&grid.columns()?, WAD, time, &Window::default())?;
		// √T itself, by the other way: 16 of it.
		let root = expiry.deviation(16 * WAD)?.bits();
		prop_assert_eq!(root % 16, 0);
		for volatility in [volatility, volatility >> cut, 8 * WAD - 1 - (volatility >> cut), far] {
			let exact = straddle_math::mul_div(volatility, (root / 16).into(), WAD, Rounding::Nearest)?;
			let exact = exact.min(i64::MAX.into());
			prop_assert_eq!(i128::from(expiry.deviation(volatility)?.bits()), exact);
		}
	}

	#[test]
	fn boxes_are_the_same_in_every_column(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let market = Market::random(random, &grid.columns()?, 1, 2);
		let [_, low_call, low_put, high_call, high_put] = &market.series[..] else { panic!("five") };
		let values = |s: &Series| *s.array.values();
		for column in 0..39 {
			let parity = |call: &Series, put: &Series| values(call)[column] - values(put)[column];
			let future = values(&market.series[0])[column];
			let width = parity(low_call, low_put) - parity(high_call, high_put);
			prop_assert_eq!(width, parity(low_call, low_put) - future + (future - parity(high_call, high_put)));
			let base = values(low_call)[BASE] - values(low_put)[BASE] - values(high_call)[BASE] + values(high_put)[BASE];
			prop_assert_eq!(width, base);
		}
	}

	#[test]
	fn options_are_never_worth_less_than_nothing_nor_more_than_forward_or_strike(
		seed in any::<u64>(), far in 1..1_000_000_i128, inside in any::<bool>(),
	) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let columns = grid.columns()?;
		let forward = wad(random.log_within(0.01, 1e7));
		let strike = if random.chance(30) { forward * far } else { wad(usd(forward) * random.log_within(0.05, 20.0)) };
		let time = if inside { random.below(1_800_000) } else { random.below(3 * YEAR_MS) };
		let window = Window { length_ms: 1_800_000, average: if inside { wad(usd(forward) * random.log_within(0.3, 3.0)) } else { 0 } };
		let expiry = Expiry::new(&columns, forward, time, &window)?;
		let deviation = q56(random.log_within(1e-9, 40.0));
		for kind in [Kind::Call, Kind::Put] {
			let array = expiry.array(kind, strike, deviation)?;
			for column in 0..39 {
				let settlement = expiry.settlement(column)?;
				let value = array.value(column, &expiry)?;
				let room = usd(forward.max(strike).max(settlement)) * 1e-15 + 4e-18;
				let limit = if kind == Kind::Call { settlement } else { strike };
				prop_assert!(value >= 0 && usd(value) <= usd(limit) + room, "{:?} {}: {} {}", kind, column, value, limit);
				let payoff = black76::payoff(kind, settlement, strike)?;
				prop_assert!(usd(value) >= usd(payoff) - room);
			}
		}
	}

	#[test]
	fn scenarios_are_prices_of_the_exact_kernel(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let columns = grid.columns()?;
		let forward = wad(random.log_within(0.01, 1e7));
		let strike = wad(usd(forward) * random.log_within(0.05, 20.0));
		let deviation = q56(random.log_within(1e-5, 15.0));
		let expiry = Expiry::new(&columns, forward, YEAR_MS, &Window::default())?;
		let [up, down] = expiry.vol_factors();
		let scaled = |factor: Q56| {
			let bits = (i128::from(deviation.bits()) * i128::from(factor.bits())) >> 56;
			Q56::from_bits(bits as i64)
		};
		let ups = scaled(up).max(q56(0.4));
		for kind in [Kind::Call, Kind::Put] {
			let array = expiry.array(kind, strike, deviation)?;
			for (column, scenario) in (FIRST..).zip(&grid.scenarios) {
				let deviation = match scenario.vol {
					straddle_math::scenario::Vol::None => deviation,
					straddle_math::scenario::Vol::Up => ups,
					straddle_math::scenario::Vol::Down => scaled(down),
				};
				let shocked = straddle_math::mul_div(forward, scenario.spot.into(), 1_000_000, Rounding::Nearest)?;
				let exact = black76::price(kind, shocked, strike, deviation.to_wad(Rounding::Nearest)?, YEAR_MS)?;
				let error = (array.value(column, &expiry)? - exact).abs();
				prop_assert!(error <= shocked.max(strike) / GATE + 4, "{} off by {}", column, error);
			}
			// At the forward the smile does not tilt.
			let at = expiry.array(kind, forward, deviation)?;
			for column in SKEW {
				prop_assert!(at.values()[column].abs_diff(at.values()[BASE]) < 1 << 14);
			}
		}
	}

	#[test]
	fn nothing_panics(
		forward in any::<i128>(), strike in any::<i128>(), average in any::<i128>(), s in any::<i64>(),
		time in any::<u64>(), length in any::<u64>(), slow in any::<i64>(), cut in prop::array::uniform4(0..127_u32),
	) {
		let grid = Grid::default();
		let columns = grid.columns()?.with_slow_price(Q56::from_bits(slow));
		let window = Window { length_ms: length >> (cut[3] / 2), average: (average >> cut[2]).saturating_abs() };
		let time = time >> (cut[0] / 2);
		if let Ok(expiry) = Expiry::new(&columns, forward >> cut[0], time, &window) {
			for kind in [Kind::Future, Kind::Call, Kind::Put] {
				if let Ok(array) = expiry.array(kind, strike >> cut[1], Q56::from_bits(s)) {
					for column in 0..40 {
						let _ = array.value(column, &expiry);
					}
				}
			}
			let _ = expiry.settlement(FIRST);
		}
	}
}
