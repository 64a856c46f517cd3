// SPDX-License-Identifier: GPL-3.0-or-later

//! What the benchmarks of the maths measure: the same code natively and as WebAssembly.
//!
//! A case prepares itself and then does its work so many times; who times it subtracts a run of no
//! times. It returns a digest of all that it computed, so nothing is left out and the two builds can
//! be compared bit for bit. Budgets are those of DESIGN.md 13 and hold for wasm.

#![cfg_attr(not(feature = "std"), no_std)]
// A tool of engineers, with numbers of its own choice.
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

extern crate alloc;

mod float;
mod portfolio;
mod surface;
#[cfg(feature = "std")]
pub mod timing;

use straddle_math::{
	auction::{self, Account},
	black76::{self, YEAR_MS},
	implied_vol::implied_vol,
	standard::{expiry_requirement, Leg, Level, Params},
	Kind, Wad, WAD,
};

/// One row of the table.
pub struct Case {
	/// What is measured.
	pub name: &'static str,
	/// By how much the time of one run is divided.
	pub parts: u32,
	/// What it may take as WebAssembly, in nanoseconds.
	pub budget: Option<u32>,
	/// Prepare, do it so many times, return the digest.
	run: fn(u32) -> u64,
}

const fn case(name: &'static str, run: fn(u32) -> u64) -> Case {
	Case { name, parts: 1, budget: None, run }
}

const fn budgeted(name: &'static str, parts: u32, budget: u32, run: fn(u32) -> u64) -> Case {
	Case { name, parts, budget: Some(budget), run }
}

/// All rows.
pub static CASES: &[Case] = &[
	case("one Black-76 price, exact kernel (128 bits, 1e18)", exact_prices),
	case("one Black-76 price, f64 and libm", float::prices),
	case("one implied volatility", implied_vols),
	budgeted("one scenario price, its share of an array", 128 * 39, 20, portfolio::arrays),
	budgeted("arrays of 128 series, 39 columns", 1, 150_000, portfolio::arrays),
	case("arrays of 128 series beyond 64 forwards", portfolio::far_arrays),
	case("what the series of an expiry share", portfolio::expiries),
	case("portfolio margin of 16 positions, from arrays", |n| portfolio::margins(n, 16)),
	case("portfolio margin of 64 positions, from arrays", |n| portfolio::margins(n, 64)),
	budgeted("portfolio margin of 500 positions, 14 expiries, both signs", 1, 60_000, |n| {
		portfolio::margins(n, 500)
	}),
	case("the same, every other strike far away", portfolio::adverse_margins),
	case("volatility of a series between two rows of a surface", surface::volatilities),
	case("standard margin of 16 legs, from marks", |n| standard_margins(n, 16)),
	case("standard margin of 64 legs, from marks", |n| standard_margins(n, 64)),
	case("standard margin of 512 legs, from marks", |n| standard_margins(n, 512)),
	case("the offer of an auction", offers),
];

/// Run a case; one that is not there gives zero.
pub fn run(case: usize, times: u32) -> u64 {
	CASES.get(case).map_or(0, |case| (case.run)(times))
}

/// A digest of numbers in their order.
#[derive(Default)]
struct Digest(u64);

impl Digest {
	fn push(&mut self, value: i128) {
		for half in [value as u64, (value >> 64) as u64] {
			self.0 = (self.0.rotate_left(7) ^ half).wrapping_mul(0x9e37_79b9_7f4a_7c15);
		}
	}
}

/// Strikes around a forward of 60,000.
fn strike(n: u32) -> Wad {
	(50_000 + Wad::from(n % 20_000)) * WAD
}

fn exact_prices(times: u32) -> u64 {
	let mut digest = Digest::default();
	for n in 0..times {
		let price = black76::price(Kind::Call, 60_000 * WAD, strike(n), WAD * 6 / 10, YEAR_MS / 12);
		digest.push(price.unwrap_or(-1));
	}
	digest.0
}

fn implied_vols(times: u32) -> u64 {
	let mut digest = Digest::default();
	let forward = 60_000 * WAD;
	for n in 0..times {
		let (kind, strike) = (Kind::Call, strike(n));
		let target = black76::payoff(kind, forward, strike).unwrap_or(0) + 900 * WAD;
		digest.push(implied_vol(kind, forward, strike, target, YEAR_MS / 12).unwrap_or(-1));
	}
	digest.0
}

/// Calls and puts around the forward, long and short in turn.
fn standard_margins(times: u32, size: u32) -> u64 {
	let leg = |n: u32| {
		let strike = (50_000 + 20_000 * Wad::from(n) / Wad::from(size)) * WAD;
		let kind = if n.is_multiple_of(2) { Kind::Call } else { Kind::Put };
		let quantity = if n.is_multiple_of(3) { 1_000_000 } else { -700_000 };
		let mark = black76::price(kind, 60_000 * WAD, strike, WAD / 2, YEAR_MS / 12).unwrap_or(0);
		Leg { kind, strike, quantity, mark }
	};
	let legs: alloc::vec::Vec<_> = (0..size).map(leg).collect();
	let params = Params::default();
	let mut digest = Digest::default();
	for n in 0..times {
		let spot = (60_000 + Wad::from(n % 100)) * WAD;
		if let Ok(is) = expiry_requirement(&legs, spot, spot, &params, Level::Initial) {
			digest.push(is.margin);
			digest.push(is.value);
		}
	}
	digest.0
}

fn offers(times: u32) -> u64 {
	let mut digest = Digest::default();
	for n in 0..times {
		let equity = (900 - Wad::from(n % 50)) * WAD;
		let account = Account { equity, requirement: 1_000 * WAD, cash: 200 * WAD };
		if let Ok(offer) = auction::offer(&account, WAD / 10, WAD * 115 / 100, WAD) {
			digest.push(offer.share);
			digest.push(offer.payment);
		}
	}
	digest.0
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_case_computes_something_and_the_same_twice() {
		for (n, case) in CASES.iter().enumerate() {
			let digest = run(n, 3);
			assert_eq!(digest, run(n, 3), "{}", case.name);
			assert_ne!(digest, run(n, 2), "{}", case.name);
		}
		assert_eq!(run(CASES.len(), 1), 0);
	}
}
