// SPDX-License-Identifier: Apache-2.0

//! Prints how long the kernels take, as `docs/performance.md` quotes it: `make bench`.
//!
//! Each figure is the fastest of several rounds (what the machine can do when nothing else runs), with
//! the ratio to the first line.

#![allow(clippy::arithmetic_side_effects)]

use std::{hint::black_box, time::Instant};
use straddle_math::{
	auction::{self, Account},
	black76::{self, YEAR_MS},
	standard::{expiry_requirement, Leg, Level, Params},
	Kind, Wad, WAD,
};

const ROUNDS: usize = 7;

/// Nanoseconds of one call of `body`, the fastest of several rounds of `calls`.
fn fastest(calls: u32, mut body: impl FnMut(u32)) -> f64 {
	(0..ROUNDS)
		.map(|_| {
			let start = Instant::now();
			(0..calls).for_each(&mut body);
			start.elapsed().as_nanos() as f64 / f64::from(calls)
		})
		.fold(f64::INFINITY, f64::min)
}

/// A book of calls and puts around the forward, long and short in turn.
fn book(size: usize) -> Vec<Leg> {
	(0..size)
		.map(|n| {
			let strike = (50_000 + 20_000 * n as Wad / size as Wad) * WAD;
			let kind = if n % 2 == 0 { Kind::Call } else { Kind::Put };
			let quantity = if n % 3 == 0 { 1_000_000 } else { -700_000 };
			let mark = black76::price(kind, 60_000 * WAD, strike, WAD / 2, YEAR_MS / 12);
			Leg { kind, strike, quantity, mark: mark.expect("in the domain") }
		})
		.collect()
}

fn main() {
	let mut lines = Vec::new();
	let mut line = |what: String, nanoseconds: f64| lines.push((what, nanoseconds));

	line(
		"one Black-76 price".into(),
		fastest(20_000, |n| {
			let strike = (50_000 + Wad::from(n % 20_000)) * WAD;
			let price =
				black76::price(Kind::Call, 60_000 * WAD, strike, WAD * 6 / 10, YEAR_MS / 12);
			black_box(price.expect("in the domain"));
		}),
	);
	let params = Params::default();
	for size in [16, 64, 512] {
		let legs = book(size);
		line(
			format!("standard margin of {size} legs from marks"),
			fastest(2_000, |_| {
				let (spot, level) = (black_box(60_000 * WAD), Level::Initial);
				black_box(expiry_requirement(&legs, spot, spot, &params, level).expect("fits"));
			}),
		);
	}
	let account = Account { equity: 900 * WAD, requirement: 1_000 * WAD, cash: 200 * WAD };
	line(
		"the offer of an auction".into(),
		fastest(200_000, |_| {
			let target = WAD * 115 / 100;
			black_box(auction::offer(black_box(&account), WAD / 10, target, WAD).expect("fits"));
		}),
	);

	let unit = lines.first().map_or(1.0, |(_, nanoseconds)| *nanoseconds);
	println!("{:<42} {:>12} {:>9}", "what", "ns", "ratio");
	for (what, nanoseconds) in lines {
		println!("{what:<42} {nanoseconds:>12.0} {:>9.2}", nanoseconds / unit);
	}
}
