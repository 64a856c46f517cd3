// SPDX-License-Identifier: Apache-2.0

//! What short calls do for the collateral that covers them (docs/adr/0011).

#![allow(clippy::arithmetic_side_effects)]

mod common;

use common::*;
use proptest::prelude::*;
use straddle_math::{
	portfolio::{Collateral, Report},
	risk_array::{Expiry, Window},
	scenario::Grid,
	Kind, Wad, WAD,
};

/// Two calls of strike 105 at a spot, sold against two units of weights .7 and .75.
fn covered_call(spot: i64) -> (Report, f64) {
	let columns = grid().columns().unwrap();
	let mut market = plain(&columns, &[]);
	market.spot = Wad::from(spot) * WAD;
	let expiry = Expiry::new(&columns, market.spot, 30 * DAY_MS, &Window::default()).unwrap();
	let array = expiry.array(Kind::Call, 105 * WAD, q56(0.172)).unwrap();
	let long = expiry.discounts()[0].bits() as f64 / (1_u64 << 56) as f64;
	let worth = long * usd(array.mark(&expiry).unwrap());
	market.series[0] =
		Series { expiry: 0, kind: Kind::Call, strike: 105 * WAD, deviation: 0.172, array };
	market.expiries[0] = expiry;
	let mut covered = book(&[-2]);
	covered.collateral[0] =
		Collateral { units: [2 * WAD; 2], weights: [WAD / 100 * 70, WAD / 100 * 75] };
	(report(&[market], &covered), worth)
}

#[test]
fn a_covered_call_needs_no_cash_at_entry_nor_after_a_rise() {
	for spot in [60, 100, 105, 110, 130, 200, 600, 900, 1_100] {
		let (report, worth) = covered_call(spot);
		assert_eq!(report.underlyings[0].paired, [2 * WAD; 2]);
		for (credit, weight) in report.credit.into_iter().zip([0.70, 0.75]) {
			// What the call is worth on top, up to full weight less 5 %.
			let lift = worth.min((0.95 - weight) * spot as f64);
			assert!((usd(credit) - 2.0 * (weight * spot as f64 + lift)).abs() < 1e-9);
		}
		if spot >= 200 {
			// Full weight less 5 %.
			assert!((usd(report.credit[0]) - 1.9 * spot as f64).abs() < 1e-9);
		}
		let [initial, maintenance] = excess(&report);
		assert!(initial >= 0.0 && maintenance >= initial, "at {spot}: {initial} {maintenance}");
	}
	// Where it ends: .95·1.18·S = d⁻·(1.18·S − 105) + .005·S at 1,107, for d⁻ = 1.02·e^(.1·30/365).
	assert!(excess(&covered_call(1_115).0)[0] < 0.0);
}

#[test]
fn pairs_are_of_short_calls_and_only_where_they_serve() {
	let columns = grid().columns().unwrap();
	let market = [plain(&columns, &[90, 110])];
	let with = |contracts: &[i64], weights: [Wad; 2], units: [Wad; 2]| {
		let mut book = book(contracts);
		book.collateral[0] = Collateral { units, weights };
		report(&market, &book).underlyings[0]
	};
	let weights = [WAD / 100 * 80, WAD / 100 * 90];
	let paired = |contracts: &[i64], weights| with(contracts, weights, [3 * WAD, 4 * WAD]).paired;
	assert_eq!(paired(&[0, -2, 0, 0, 0], weights), [2 * WAD; 2]);
	// Long calls of other strikes do not unpair; short puts and futures do not pair.
	assert_eq!(paired(&[0, -2, 0, 5, 0], weights), [2 * WAD; 2]);
	assert_eq!(paired(&[-9, 0, -2, 0, -1], weights), [0; 2]);
	assert_eq!(paired(&[0, -9, 0, 0, 0], weights), [3 * WAD, 4 * WAD]);
	// Each requirement by its own weight.
	assert_eq!(paired(&[0, -2, 0, 0, 0], [weights[0], WAD / 100 * 95]), [2 * WAD, 0]);
	assert_eq!(paired(&[0, -2, 0, 0, 0], [WAD / 100 * 95; 2]), [0; 2]);
	// Unpaired: its weight.
	assert_eq!(with(&[1, 0, 0, 0, 0], weights, [3 * WAD, 4 * WAD]).credit, [240 * WAD, 360 * WAD]);
	assert_eq!(with(&[0, -2, 0, 0, 0], [WAD; 2], [3 * WAD; 2]).credit, [300 * WAD; 2]);
}

/// What opened this rule (ADR 11): collateral was lifted by the number of calls, whatever they were worth.
#[test]
fn a_worthless_call_lifts_no_collateral() {
	let columns = grid().columns().unwrap();
	// Future; calls and puts. The first call is worth most of spot, the last nothing.
	let market = [plain(&columns, &[20, 100, 400])];
	let with = |contracts: &[i64]| {
		let mut book = book(contracts);
		book.collateral[0] =
			Collateral { units: [8 * WAD, 10 * WAD], weights: [WAD / 100 * 70, WAD / 100 * 75] };
		report(&market, &book).credit.map(usd)
	};
	let near = |a: [f64; 2], b: [f64; 2]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6);
	assert!(near(with(&[0; 7]), [560.0, 750.0]));
	assert!(near(with(&[0, 0, 0, 0, 0, -9, 0]), [560.0, 750.0]));
	// One call that is worth 80 lifts one unit, and worthless ones beside it no other.
	assert!(near(with(&[0, -1, 0, 0, 0, 0, 0]), [585.0, 770.0]));
	assert!(near(with(&[0, -1, 0, 0, 0, -9, 0]), [585.0, 770.0]));
	assert!(near(with(&[0, -2, 0, 0, 0, -9, 0]), [610.0, 790.0]));
	// Never more than all of it less 5 %.
	assert!(near(with(&[0, -9, 0, 0, 0, 0, 0]), [760.0, 930.0]));
	assert!(near(with(&[0, -99, 0, 0, 0, 0, 0]), [760.0, 950.0]));
}

proptest! {
	#![proptest_config(cases(200))]

	/// ADR 11: a short call lifts collateral by at most what it is worth, whatever stands beside it; so when
	/// it is settled or bought back the credit falls by no more.
	#[test]
	fn a_call_lifts_collateral_by_its_value_at_most(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let mut book = Book::random(random, &markets).with_collateral(random);
		let market = random.below(markets.len() as u64) as usize;
		let calls: Vec<_> = markets[market].series.iter().enumerate().filter(|(_, s)| s.kind == Kind::Call).collect();
		let (index, series) = calls[random.below(calls.len() as u64) as usize];
		book.quantities[market][index] = -(random.log_within(1.0, 1e8) as i64);
		let mut settled = book.clone();
		settled.quantities[market][index] = if random.chance(50) { 0 } else { book.quantities[market][index] / 2 };
		let contracts = (settled.quantities[market][index] - book.quantities[market][index]) as f64 / 1e6;
		let worth = contracts * usd(series.array.mark(&markets[market].expiries[series.expiry])?);
		let room = room(book.gross_value(&markets));
		let (before, after) = (report(&markets, &book), report(&markets, &settled));
		for level in 0..2 {
			let lifted = usd(before.credit[level] - after.credit[level]);
			prop_assert!(-room <= lifted && lifted <= worth + room, "{} {}", lifted, worth);
		}
	}
}
