// SPDX-License-Identifier: Apache-2.0

//! The crate against an independent model with 80 digits (`vectors/README.md`): the largest error
//! counts, not the mean.

#![allow(clippy::arithmetic_side_effects)]

use straddle_math::{
	black76::{greeks, price, Kind},
	functions::{exp, ln, normal_cdf, normal_pdf, sqrt},
	Wad, WAD,
};

/// The rows of a vector file, without its head.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
	text.lines().skip(1).map(|line| line.split(',').collect())
}

fn number(text: &str) -> Wad {
	text.parse().expect("the vectors hold whole numbers")
}

/// Error in parts of 10^18 of `scale`, which is a Wad as well.
fn relative(error: Wad, scale: Wad) -> Wad {
	error * WAD / scale
}

#[test]
fn elementary_functions_are_within_a_unit() {
	let mut worst = std::collections::BTreeMap::<&str, Wad>::new();
	let mut count = 0;
	for row in rows(include_str!("../vectors/functions.csv")) {
		let (name, x, expected) = (row[0], number(row[1]), number(row[2]));
		let value = match name {
			"ln" => ln(x),
			"exp" => exp(x),
			"sqrt" => sqrt(x),
			"cdf" => normal_cdf(x),
			"pdf" => normal_pdf(x),
			_ => panic!("unknown function {name}"),
		};
		let error = (value.expect("in the domain") - expected).abs();
		// A large exponential is right to 26 digits.
		let room = match name {
			"sqrt" => 0,
			"exp" => 1 + expected / 100_000_000 / WAD,
			_ => 1,
		};
		assert!(error <= room, "{name}({x}): off by {error}");
		let most = worst.entry(name).or_default();
		*most = error.max(*most);
		count += 1;
	}
	println!("largest errors in units of 10^-18: {worst:?}");
	assert_eq!((count, worst.len()), (613, 5));
}

#[test]
fn prices_are_within_a_millionth_of_a_millionth() {
	let (mut worst, mut count) = (0, 0);
	for row in rows(include_str!("../vectors/black76.csv")) {
		let [f, k, volatility, time, call, put] = row[..] else { panic!("six columns") };
		let (f, k, volatility) = (number(f), number(k), number(volatility));
		let time = time.parse().expect("milliseconds");
		for (kind, expected) in [(Kind::Call, call), (Kind::Put, put)] {
			let value = price(kind, f, k, volatility, time).expect("in the domain");
			let error = (value - number(expected)).abs();
			// What the documentation states, much below the gate of 10^-12.
			assert!(error <= 2 + f.max(k) / WAD, "{kind:?} {row:?}: off by {error}");
			worst = worst.max(relative(error, f.max(k)));
			count += 1;
		}
	}
	println!("largest error: {worst} · 10^-18 of max(F, K)");
	assert_eq!(count, 2 * 1_198);
	assert!(worst <= 1_000_000, "10^-12 of max(F, K)");
}

#[test]
fn greeks_are_right_to_fifteen_digits() {
	let mut count = 0;
	for row in rows(include_str!("../vectors/greeks.csv")) {
		let figures: Vec<Wad> = row.iter().map(|figure| number(figure)).collect();
		let [f, k, volatility, time, delta, gamma, vega, theta] = figures[..] else {
			panic!("eight columns")
		};
		let value = greeks(Kind::Call, f, k, volatility, time as u64).expect("in the domain");
		let pairs = [
			("delta", value.delta, delta),
			("gamma", value.gamma, gamma),
			("vega", value.vega, vega),
			("theta", value.theta, theta),
		];
		for (name, value, expected) in pairs {
			let error = (value - expected).abs();
			let rough = if name == "gamma" { WAD / f } else { 0 };
			let room = 2 + rough + expected.abs() / 1_000_000_000_000_000;
			assert!(error <= room, "{name} {row:?}: {value}, off by {error}");
		}
		count += 1;
	}
	assert_eq!(count, 200);
}
