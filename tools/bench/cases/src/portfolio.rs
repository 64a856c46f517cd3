// SPDX-License-Identifier: GPL-3.0-or-later

//! Risk arrays and portfolio margin. Nothing is cut off early: 14 expiries, both signs, strikes where
//! every value counts; and a portfolio whose strikes change the array's unit from one to the next.

use crate::Digest;
use alloc::vec::Vec;
use straddle_math::{
	binary::Q56,
	black76::YEAR_MS,
	portfolio::{self, Collateral, Holding, Position, Rules, Underlying},
	risk_array::{Expiry, RiskArray, Window},
	scenario::{Columns, Grid},
	Kind, Wad, WAD,
};

const EXPIRIES: u32 = 14;
const SPOT: Wad = 60_000 * WAD;
const VOLATILITY: Wad = WAD * 7 / 10;

fn columns(grid: &Grid) -> Columns<'_> {
	let slow = Q56::from_bits(Q56::ONE.bits() / 100 * 98);
	grid.columns().expect("the default grid is valid").with_slow_price(slow)
}

fn expiry(columns: &Columns, n: u32) -> Expiry {
	let time = u64::from(n % EXPIRIES + 1) * YEAR_MS / 15;
	Expiry::new(columns, SPOT, time, &Window::default()).expect("in the domain")
}

/// Kind and strike of the `n`th series of an expiry of so many.
fn series(n: u32, size: u32, far: bool) -> (Kind, Wad) {
	let kind = if n.is_multiple_of(2) { Kind::Call } else { Kind::Put };
	let near = SPOT / 2 + SPOT / Wad::from(size) * Wad::from(n / 2 * 2);
	(kind, if far { near * (70 << (n % 5)) } else { near })
}

/// Its array, from its volatility.
fn array(expiry: &Expiry, (kind, strike): (Kind, Wad)) -> RiskArray {
	let deviation = expiry.deviation(VOLATILITY).expect("above zero");
	expiry.array(kind, strike, deviation).expect("in the domain")
}

fn push(digest: &mut Digest, array: &RiskArray) {
	array.values().iter().for_each(|value| digest.push((*value).into()));
}

fn arrays_of(times: u32, far: bool) -> u64 {
	let grid = Grid::default();
	let columns = columns(&grid);
	let expiries: Vec<_> = (0..EXPIRIES).map(|n| expiry(&columns, n)).collect();
	let listed: Vec<_> = (0..128).map(|n| series(n % 10, 10, far)).collect();
	let mut digest = Digest::default();
	for _ in 0..times {
		for (n, series) in listed.iter().enumerate() {
			let array = array(&expiries[n / 10], *series);
			// The digest's own time is not the array's.
			digest.push(array.values()[n % 39].into());
		}
	}
	digest.0
}

pub(crate) fn arrays(times: u32) -> u64 {
	arrays_of(times, false)
}

pub(crate) fn far_arrays(times: u32) -> u64 {
	arrays_of(times, true)
}

pub(crate) fn expiries(times: u32) -> u64 {
	let grid = Grid::default();
	let columns = columns(&grid);
	let mut digest = Digest::default();
	for n in 0..times {
		digest.push(expiry(&columns, n).discounts()[0].bits().into());
	}
	digest.0
}

pub(crate) fn margins(times: u32, size: u32) -> u64 {
	margins_of(times, size, |_| false)
}

pub(crate) fn adverse_margins(times: u32) -> u64 {
	margins_of(times, 500, |n| n % 2 == 1)
}

/// From arrays, with everything that a pallet would put together from its records.
fn margins_of(times: u32, size: u32, far: fn(u32) -> bool) -> u64 {
	let grid = Grid::default();
	let columns = columns(&grid);
	let expiries: Vec<_> = (0..EXPIRIES).map(|n| expiry(&columns, n)).collect();
	let per_expiry = size.div_ceil(EXPIRIES);
	let place = |n: u32| (n / per_expiry) as usize;
	let arrays: Vec<_> = (0..size)
		.map(|n| array(&expiries[place(n)], series(n % per_expiry, per_expiry, far(n))))
		.collect();
	let mut digest = Digest::default();
	arrays.iter().for_each(|array| push(&mut digest, array));
	let quantity = |n: u32| if n.is_multiple_of(3) { -700_001 } else { 1_000_003 };
	for turn in 0..times {
		let positions: Vec<_> = arrays
			.iter()
			.zip(turn..)
			.map(|(array, n)| Position { array, quantity: quantity(n) })
			.collect();
		let holdings: Vec<_> = positions
			.chunks(per_expiry as usize)
			.zip(&expiries)
			.map(|(positions, expiry)| Holding { expiry, positions, orders: &[] })
			.collect();
		let underlying = Underlying {
			group: 0,
			spot: SPOT,
			columns: &columns,
			holdings: &holdings,
			collateral: Collateral { units: [WAD, 2 * WAD], weights: [WAD / 10 * 7, WAD / 10 * 8] },
			confidence: WAD,
			concentration: 0,
		};
		let account = portfolio::Account { underlyings: &[underlying], groups: &[WAD], peg: WAD };
		let report = portfolio::margin(&account, &Rules::default()).expect("fits");
		for figure in [report.value, report.initial, report.maintenance, report.tail_excess] {
			digest.push(figure);
		}
	}
	digest.0
}
