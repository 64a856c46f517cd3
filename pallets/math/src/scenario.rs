// SPDX-License-Identifier: Apache-2.0

//! What a portfolio is tried against: the grid of DESIGN.md 6, bounded and checked, and the columns
//! that it becomes.
//!
//! A **column** is one state of the market: a spot as a multiple of today's, and one of five
//! volatilities. Each series has one value for each column ([`crate::risk_array`]).
//!
//! | columns | spot | volatility |
//! |---|---|---|
//! | [`BASE`] | today's | today's |
//! | [`SLOW`], three | the slow price; moved down and up by `slow_shock` | today's; up; up |
//! | [`BASIS`], two | the forward moved by ± `basis_shock` × min(.5 + 2T, 2.5) | today's |
//! | [`SKEW`], two | today's | tilted: more above the forward; more at both wings |
//! | from [`FIRST`] on | the scenarios of the grid | none, up or down |

use crate::{
	binary::{times, Q56},
	fast,
	kernel::FORWARD_LIMIT,
	MathError, Result,
};
use alloc::vec::Vec;
use core::ops::Range;

/// Columns of a risk array.
pub const COLUMNS: usize = 40;
/// Value at today's market.
pub const BASE: usize = 0;
/// Values around the slow price.
pub const SLOW: Range<usize> = 1..4;
/// Values with the forward moved against spot.
pub const BASIS: Range<usize> = 4..6;
/// Values with a tilted smile.
pub const SKEW: Range<usize> = 6..8;
/// The first scenario of the grid.
pub const FIRST: usize = 8;
/// How many scenarios a grid can have besides the two of the skew.
pub const MAX_SCENARIOS: usize = COLUMNS.wrapping_sub(FIRST);

/// Parts in a million, what the grid counts in.
pub const MILLION: u32 = 1_000_000;
/// An option may run so long.
pub const MAX_TIME_MS: u64 = 10 * crate::black76::YEAR_MS;

const DAY_MS: u64 = 86_400_000;

/// What happens to volatility in a scenario of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vol {
	/// Stays.
	None,
	/// Rises by the grid's rule, and is at least its floor.
	Up,
	/// Falls by the grid's rule.
	Down,
}

/// Which of a series' five deviations a column takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shape {
	#[default]
	Base,
	Up,
	Down,
	SkewLinear,
	SkewAbsolute,
}

/// How many [`Shape`]s there are.
pub(crate) const SHAPES: usize = 5;

/// One scenario of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
	/// Spot as a multiple of today's, in millionths.
	pub spot: u32,
	/// Volatility.
	pub vol: Vol,
	/// Which part of the loss counts, in millionths.
	pub dampener: u32,
}

/// The grid and the shocks inside it. Shares in millionths, times in milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
	/// At most [`MAX_SCENARIOS`]; the two of the skew come on top.
	pub scenarios: Vec<Scenario>,
	/// Volatility up: times 1 + `vol_up`·(reference/max(T, least))^p.
	pub vol_up: u32,
	/// Volatility down: times max(0, 1 − `vol_down`·(reference/max(T, least))^p).
	pub vol_down: u32,
	/// The reference time.
	pub vol_reference_ms: u64,
	/// No time counts as shorter.
	pub vol_least_ms: u64,
	/// p up to the reference time.
	pub vol_power_short: u32,
	/// p beyond it.
	pub vol_power_long: u32,
	/// Volatility up is at least this a year.
	pub vol_floor: u32,
	/// Skew: volatility times 1 + clamp(k·cap/k*, ± cap), k = ln(K/F) or its magnitude, and
	/// cap = max(0, `skew_cap` − `skew_cap_fall`·√T).
	pub skew_cap: u32,
	/// See `skew_cap`.
	pub skew_cap_fall: u32,
	/// k* = max(`skew_width_least`, `skew_width`·√T).
	pub skew_width: u32,
	/// See `skew_width`.
	pub skew_width_least: u32,
	/// The slow price moves down and up by this.
	pub slow_shock: u32,
	/// The forward moves against spot by this times min(`basis_start` + `basis_rise`·T, `basis_most`).
	pub basis_shock: u32,
	/// See `basis_shock`.
	pub basis_start: u32,
	/// See `basis_shock`; per year.
	pub basis_rise: u32,
	/// See `basis_shock`.
	pub basis_most: u32,
	/// d⁺ = `long_discount`·e^(−`discount_rate`·T), at most 1.
	pub long_discount: u32,
	/// d⁻ = `short_discount`·e^(`discount_rate`·T), at least 1.
	pub short_discount: u32,
	/// See the two before; per year.
	pub discount_rate: u32,
}

impl Default for Grid {
	/// The grid of DESIGN.md 6.
	fn default() -> Self {
		let mut scenarios = Vec::with_capacity(MAX_SCENARIOS);
		let whole = MILLION;
		for spot in [1_000_000, 955_000, 1_045_000, 910_000, 1_090_000, 865_000, 1_135_000] {
			for vol in [Vol::None, Vol::Up, Vol::Down] {
				scenarios.push(Scenario { spot, vol, dampener: whole });
			}
		}
		// A position of delta one loses 13.86 % in every tail.
		for (spot, dampener) in [
			(820_000, whole),
			(1_180_000, whole),
			(340_000, 210_000),
			(670_000, 420_000),
			(1_500_000, 277_200),
			(2_000_000, 138_600),
			(3_000_000, 69_300),
			(4_000_000, 46_200),
			(5_000_000, 34_650),
			(6_000_000, 27_720),
		] {
			scenarios.push(Scenario { spot, vol: Vol::Up, dampener });
		}
		Self {
			scenarios,
			vol_up: 500_000,
			vol_down: 300_000,
			vol_reference_ms: 30 * DAY_MS,
			vol_least_ms: DAY_MS,
			vol_power_short: 300_000,
			vol_power_long: 130_000,
			vol_floor: 400_000,
			skew_cap: 250_000,
			skew_cap_fall: 100_000,
			skew_width: 2_400_000,
			skew_width_least: 10_000,
			slow_shock: 135_000,
			basis_shock: 45_000,
			basis_start: 500_000,
			basis_rise: 2_000_000,
			basis_most: 2_500_000,
			long_discount: 980_000,
			short_discount: 1_020_000,
			discount_rate: 100_000,
		}
	}
}

impl Grid {
	/// That every figure is of a sane size, and that the margin's properties hold with it.
	///
	/// # Errors
	/// `InvalidGrid` unless: 1 to [`MAX_SCENARIOS`] scenarios, each with spot within .05 to 7.9 and a
	/// dampener within 0 (exclusive) and 1, one below today's spot and one above it; `vol_up` ≤ 3,
	/// `vol_down` ≤ 1, both powers ≤ 1, times within a minute and a year and the least ≤ the
	/// reference, at most 400 times smaller; `vol_floor` ≤ 2; `skew_cap` ≤ .5; `skew_width` ≤ 10 and
	/// its least within .001 and 1; `slow_shock` ≤ .5; the basis moves by at most .5; d⁺ ≤ 1 ≤ d⁻ at
	/// every time: `long_discount` within .5 and 1, `short_discount` within 1 and 1.5,
	/// `discount_rate` ≤ .2. (Were it the other way round, boxes without risk would lower margin.)
	pub fn validate(&self) -> Result<()> {
		let whole = MILLION;
		let count = self.scenarios.len();
		let scenarios = (1..=MAX_SCENARIOS).contains(&count)
			&& self.scenarios.iter().all(|s| {
				(50_000..=7_900_000).contains(&s.spot) && (1..=whole).contains(&s.dampener)
			}) && self.scenarios.iter().any(|s| s.spot < whole)
			&& self.scenarios.iter().any(|s| s.spot > whole);
		let times = 60_000 <= self.vol_least_ms
			&& self.vol_least_ms <= self.vol_reference_ms
			&& self.vol_reference_ms <= crate::black76::YEAR_MS
			&& self.vol_reference_ms <= self.vol_least_ms.saturating_mul(400);
		let vol = self.vol_up <= 3_000_000
			&& self.vol_down <= whole
			&& self.vol_power_short <= whole
			&& self.vol_power_long <= whole
			&& self.vol_floor <= 2_000_000;
		let skew = self.skew_cap <= 500_000
			&& self.skew_width <= 10_000_000
			&& (1_000..=whole).contains(&self.skew_width_least);
		let basis = u64::from(self.basis_shock)
			.checked_mul(self.basis_most.into())
			.is_some_and(|most| most <= 500_000 * u64::from(whole))
			&& self.basis_start <= self.basis_most
			&& self.basis_rise <= 10_000_000;
		let discount = (500_000..=whole).contains(&self.long_discount)
			&& (whole..=1_500_000).contains(&self.short_discount)
			&& self.discount_rate <= 200_000;
		if scenarios && times && vol && skew && self.slow_shock <= 500_000 && basis && discount {
			Ok(())
		} else {
			Err(MathError::InvalidGrid)
		}
	}

	/// All that the grid says of columns: once a dispatch.
	///
	/// # Errors
	/// `InvalidGrid` as [`Self::validate`].
	pub fn columns(&self) -> Result<Columns<'_>> {
		self.validate()?;
		let mut columns = Columns {
			grid: self,
			count: FIRST.saturating_add(self.scenarios.len()),
			spots: [Q56::ONE.bits(); COLUMNS],
			logs: [fast::ln64(Q56::ONE.bits()); COLUMNS],
			shapes: [Shape::Base; COLUMNS],
		};
		let mut set = |column: usize, spot: Option<i64>, shape| {
			if let Some(cell) = columns.shapes.get_mut(column) {
				*cell = shape;
			}
			let (Some(spot), Some(to), Some(log)) =
				(spot, columns.spots.get_mut(column), columns.logs.get_mut(column))
			else {
				return;
			};
			*to = spot;
			*log = fast::ln64(spot);
		};
		for (column, shape) in SKEW.zip([Shape::SkewLinear, Shape::SkewAbsolute]) {
			set(column, None, shape);
		}
		for (column, shape) in SLOW.zip([Shape::Base, Shape::Up, Shape::Up]) {
			set(column, None, shape);
		}
		for (column, scenario) in (FIRST..).zip(&self.scenarios) {
			let shape = match scenario.vol {
				Vol::None => Shape::Base,
				Vol::Up => Shape::Up,
				Vol::Down => Shape::Down,
			};
			set(column, Some(millionths(scenario.spot)), shape);
		}
		Ok(columns)
	}
}

/// The columns of a valid grid.
#[derive(Clone, Debug)]
pub struct Columns<'a> {
	/// What it was made of.
	pub grid: &'a Grid,
	/// How many of the [`COLUMNS`] are used.
	pub(crate) count: usize,
	/// Multiples of spot, 56 places; of the slow price and the basis they depend on the series.
	pub(crate) spots: [i64; COLUMNS],
	/// Logarithms of `spots` as whole numbers.
	pub(crate) logs: [i64; COLUMNS],
	pub(crate) shapes: [Shape; COLUMNS],
}

impl Columns<'_> {
	/// The same with the slow price of an underlying, as a multiple of its spot: once an underlying.
	/// The multiple is held within 1/8 and 4.
	pub fn with_slow_price(&self, slow: Q56) -> Self {
		let one = Q56::ONE.bits();
		let slow = slow.bits().clamp(one >> 3, one << 2);
		let shock = millionths(self.grid.slow_shock);
		let moves = [one, one.saturating_sub(shock), one.saturating_add(shock)];
		let mut columns = self.clone();
		for (column, by) in SLOW.zip(moves) {
			columns.set(column, times(slow, by));
		}
		columns
	}

	/// Set a column's multiple of spot.
	pub(crate) fn set(&mut self, column: usize, spot: i64) {
		if let (Some(to), Some(log)) = (self.spots.get_mut(column), self.logs.get_mut(column)) {
			*to = spot.clamp(1, FORWARD_LIMIT.wrapping_sub(1));
			*log = fast::ln64(*to);
		}
	}
}

/// Millionths as a number with 56 places, to nearest.
pub(crate) fn millionths(share: u32) -> i64 {
	// 2^56/10^6 times a u32, below 2^69 on the way.
	let wide = (u128::from(share) << 56).wrapping_add(u128::from(MILLION / 2));
	wide.checked_div(MILLION.into()).unwrap_or(0) as i64
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_default_is_the_grid_of_the_design() {
		let grid = Grid::default();
		assert_eq!(grid.validate(), Ok(()));
		// 33 with the two of the skew.
		assert_eq!(grid.scenarios.len() + SKEW.len(), 33);
		let count = |vol| grid.scenarios.iter().filter(|s| s.vol == vol).count();
		assert_eq!([Vol::None, Vol::Up, Vol::Down].map(count), [7, 17, 7]);
		// Spot {0, ±4.5, ±9, ±13.5 %}, undampened, with every volatility.
		for spot in [1_000_000, 955_000, 1_045_000, 910_000, 1_090_000, 865_000, 1_135_000] {
			for vol in [Vol::None, Vol::Up, Vol::Down] {
				assert!(grid.scenarios.contains(&Scenario { spot, vol, dampener: MILLION }));
			}
		}
		for spot in [820_000, 1_180_000] {
			assert!(grid.scenarios.contains(&Scenario { spot, vol: Vol::Up, dampener: MILLION }));
		}
		// A position of delta one loses 13.86 % in every tail.
		let tails: Vec<_> = grid.scenarios.iter().filter(|s| s.dampener < MILLION).collect();
		assert_eq!(
			tails.iter().map(|s| s.spot / 10_000).collect::<Vec<_>>(),
			[34, 67, 150, 200, 300, 400, 500, 600]
		);
		for tail in tails {
			let change = u64::from(tail.spot.abs_diff(MILLION)) * u64::from(tail.dampener);
			assert_eq!(change, 138_600_000_000, "{tail:?}");
			assert_eq!(tail.vol, Vol::Up);
		}
	}

	#[test]
	fn the_default_figures() {
		let g = Grid::default();
		assert_eq!((g.vol_up, g.vol_down, g.vol_floor), (500_000, 300_000, 400_000));
		assert_eq!((g.vol_power_short, g.vol_power_long), (300_000, 130_000));
		assert_eq!((g.vol_reference_ms, g.vol_least_ms), (30 * DAY_MS, DAY_MS));
		assert_eq!((g.skew_cap, g.skew_cap_fall), (250_000, 100_000));
		assert_eq!((g.skew_width, g.skew_width_least), (4 * 600_000, 10_000));
		assert_eq!((g.basis_shock, g.basis_start), (45_000, 500_000));
		assert_eq!((g.basis_rise, g.basis_most), (2_000_000, 2_500_000));
		assert_eq!((g.long_discount, g.short_discount), (980_000, 1_020_000));
		assert_eq!((g.discount_rate, g.slow_shock), (100_000, 135_000));
	}

	#[test]
	fn a_grid_that_breaks_the_margin_is_refused() {
		let good = Grid::default();
		let with = |change: &dyn Fn(&mut Grid)| {
			let mut grid = good.clone();
			change(&mut grid);
			grid.validate()
		};
		let refused: [&dyn Fn(&mut Grid); 26] = [
			&|g| g.scenarios.clear(),
			&|g| g.scenarios.resize(MAX_SCENARIOS + 1, g.scenarios[0]),
			&|g| g.scenarios[0].spot = 49_999,
			&|g| g.scenarios[0].spot = 7_900_001,
			&|g| g.scenarios[0].dampener = 0,
			&|g| g.scenarios[0].dampener = MILLION + 1,
			&|g| g.scenarios.retain(|s| s.spot >= MILLION),
			&|g| g.scenarios.retain(|s| s.spot <= MILLION),
			&|g| g.vol_up = 3_000_001,
			&|g| g.vol_down = MILLION + 1,
			&|g| g.vol_power_short = MILLION + 1,
			&|g| g.vol_power_long = MILLION + 1,
			&|g| g.vol_least_ms = 59_999,
			&|g| g.vol_reference_ms = g.vol_least_ms - 1,
			&|g| g.vol_least_ms = g.vol_reference_ms / 401,
			&|g| g.vol_floor = 2_000_001,
			&|g| g.skew_cap = 500_001,
			&|g| g.skew_width = 10_000_001,
			&|g| g.skew_width_least = 999,
			&|g| g.slow_shock = 500_001,
			&|g| g.basis_shock = 200_001,
			&|g| g.basis_start = g.basis_most + 1,
			&|g| g.basis_rise = 10_000_001,
			&|g| g.long_discount = MILLION + 1,
			&|g| g.short_discount = MILLION - 1,
			&|g| g.discount_rate = 200_001,
		];
		for (number, change) in refused.iter().enumerate() {
			assert_eq!(with(change), Err(MathError::InvalidGrid), "change {number}");
		}
	}

	#[test]
	fn columns_follow_the_grid() {
		let grid = Grid::default();
		let columns = grid.columns().unwrap();
		assert_eq!(columns.count, FIRST + 31);
		let one = Q56::ONE.bits();
		assert_eq!(columns.spots[BASE], one);
		// The tail 6 S.
		assert_eq!((columns.spots[38], columns.shapes[38]), (6 * one, Shape::Up));
		let ln_six = columns.logs[38] - columns.logs[BASE];
		let wad = Q56::from_bits(ln_six).to_wad(crate::Rounding::Down).unwrap();
		assert!((wad - 1_791_759_469_228_055_001).abs() < 100, "{wad}");
		let slow = columns.with_slow_price(Q56::from_bits(one / 2));
		assert_eq!(slow.spots[1], one / 2);
		assert!((slow.spots[2] - one / 2000 * 865).abs() < 10_000);
		assert!((slow.spots[3] - one / 2000 * 1135).abs() < 10_000);
		assert_eq!([1, 2, 3].map(|n| slow.shapes[n]), [Shape::Base, Shape::Up, Shape::Up]);
		let extreme = columns.with_slow_price(Q56::from_bits(i64::MIN));
		assert_eq!(extreme.spots[1], one / 8);
		assert_eq!(columns.with_slow_price(Q56::from_bits(i64::MAX)).spots[1], 4 * one);
	}
}
