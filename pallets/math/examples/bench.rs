// SPDX-License-Identifier: Apache-2.0

//! Prints how long the kernels take, as `docs/performance.md` quotes it: `make bench`.
//!
//! Each figure is the fastest of several rounds (what the machine can do when nothing else runs). The
//! budgets are those of DESIGN.md 13, which hold for wasm: natively there has to be room.

#![allow(clippy::arithmetic_side_effects)]

use std::{hint::black_box, time::Instant};
use straddle_math::{
	auction::{self, Account},
	binary::Q56,
	black76::{self, YEAR_MS},
	functions,
	portfolio::{self, Collateral, Holding, Position, Report, Rules, Underlying},
	risk_array::{Expiry, RiskArray, Window},
	scenario::{Columns, Grid, SKEW},
	standard::{expiry_requirement, Leg, Level, Params},
	Kind, Rounding, Wad, WAD,
};

const ROUNDS: usize = 400;

/// Nanoseconds of one call of `body`, the fastest of many rounds of `calls`: so short (a fraction of a
/// millisecond) that on a busy machine some of them are not interrupted.
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

/// A row of the table: what was measured, and what it may take at most.
struct Row {
	name: String,
	nanoseconds: f64,
	budget: Option<f64>,
}

impl Row {
	fn verdict(&self) -> &'static str {
		match self.budget {
			Some(budget) if self.nanoseconds > budget => "over",
			_ => "ok",
		}
	}
}

/// The margin's worst case: 14 expiries, strikes where no value is cut off early, both signs.
struct Portfolio<'a> {
	columns: Columns<'a>,
	expiries: Vec<Expiry>,
	series: Vec<(usize, Kind, Wad, Q56)>,
}

impl<'a> Portfolio<'a> {
	const EXPIRIES: usize = 14;
	const SPOT: Wad = 60_000 * WAD;

	fn new(grid: &'a Grid, size: usize) -> Self {
		let slow = Q56::from_wad(WAD * 98 / 100, Rounding::Nearest).expect("fits");
		let columns = grid.columns().expect("valid").with_slow_price(slow);
		let time = |n: usize| (n as u64 + 1) * YEAR_MS / 15;
		let expiries = (0..Self::EXPIRIES).map(|n| Self::expiry(&columns, time(n))).collect();
		let per_expiry = size.div_ceil(Self::EXPIRIES);
		let series = (0..size)
			.map(|n| {
				let (expiry, index) = (n / per_expiry, n % per_expiry);
				let strike =
					Self::SPOT / 2 + Self::SPOT / per_expiry as Wad * (index / 2) as Wad * 2;
				let kind = if n % 2 == 0 { Kind::Call } else { Kind::Put };
				let root = functions::sqrt(WAD * (expiry + 1) as Wad / 15).expect("above zero");
				let deviation = Q56::from_wad(root * 7 / 10, Rounding::Nearest).expect("fits");
				(expiry, kind, strike, deviation)
			})
			.collect();
		Self { columns, expiries, series }
	}

	fn expiry(columns: &Columns, time_ms: u64) -> Expiry {
		Expiry::new(columns, Self::SPOT, time_ms, &Window::default()).expect("in the domain")
	}

	fn arrays(&self) -> Vec<RiskArray> {
		let array = |(expiry, kind, strike, deviation): &(usize, Kind, Wad, Q56)| {
			self.expiries[*expiry].array(*kind, *strike, *deviation).expect("in the domain")
		};
		self.series.iter().map(array).collect()
	}

	/// The margin from arrays, with everything that a pallet would put together from its records.
	fn margin(&self, arrays: &[RiskArray]) -> Report {
		let quantity = |n: usize| if n.is_multiple_of(3) { -700_001 } else { 1_000_003 };
		let positions: Vec<_> = arrays
			.iter()
			.enumerate()
			.map(|(n, array)| Position { array, quantity: quantity(n) })
			.collect();
		let mut holdings = Vec::with_capacity(self.expiries.len());
		let mut rest = &positions[..];
		for (n, expiry) in self.expiries.iter().enumerate() {
			let count = self.series.iter().filter(|series| series.0 == n).count();
			let (positions, after) = rest.split_at(count);
			holdings.push(Holding { expiry, positions, orders: &[] });
			rest = after;
		}
		let collateral =
			Collateral { units: [WAD, 2 * WAD], weights: [WAD / 10 * 7, WAD / 10 * 8] };
		let underlying = Underlying {
			group: 0,
			spot: Self::SPOT,
			columns: &self.columns,
			holdings: &holdings,
			collateral,
			confidence: WAD,
			concentration: 0,
		};
		let account = portfolio::Account { underlyings: &[underlying], groups: &[WAD], peg: WAD };
		portfolio::margin(&account, &Rules::default()).expect("fits")
	}
}

/// Into the target directory, for whoever gathers the figures of the project.
fn write_figures(rows: &[Row]) -> std::io::Result<()> {
	let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
	let folder = std::path::Path::new(&target).join("bench");
	std::fs::create_dir_all(&folder)?;
	let mut text = String::new();
	for row in rows {
		let budget = row.budget.map_or_else(|| "-".into(), |budget| format!("{budget:.0}"));
		let Row { name, nanoseconds, .. } = row;
		text += &format!("{name}\t{nanoseconds:.1}\tns\t{budget}\t{}\n", row.verdict());
	}
	// Rows of other benchmarks stay.
	let path = folder.join("figures.tsv");
	let old = std::fs::read_to_string(&path).unwrap_or_default();
	let ours = |line: &&str| rows.iter().any(|row| line.starts_with(&format!("{}\t", row.name)));
	let kept: String =
		old.lines().filter(|line| !ours(line)).map(|line| format!("{line}\n")).collect();
	std::fs::write(path, kept + &text)
}

fn main() {
	let mut rows = Vec::new();
	let mut row = |name: String, budget: Option<f64>, nanoseconds: f64| {
		rows.push(Row { name: format!("native: {name}"), nanoseconds, budget });
	};

	row(
		"one Black-76 price of the exact kernel".into(),
		None,
		fastest(500, |n| {
			let strike = (50_000 + Wad::from(n % 20_000)) * WAD;
			let price =
				black76::price(Kind::Call, 60_000 * WAD, strike, WAD * 6 / 10, YEAR_MS / 12);
			black_box(price.expect("in the domain"));
		}),
	);
	let grid = Grid::default();
	let of = |size| Portfolio::new(&grid, size);
	let book_of = of(128);
	let columns = 6 + grid.scenarios.len() + SKEW.len();
	let arrays = fastest(2, |_| drop(black_box(black_box(&book_of).arrays())));
	row(
		"one scenario price, its share of an array".into(),
		Some(20.0),
		arrays / (128 * columns) as f64,
	);
	row("arrays of 128 series, 39 columns".into(), Some(150_000.0), arrays);
	row(
		"what the series of an expiry share".into(),
		None,
		fastest(200, |n| {
			black_box(Portfolio::expiry(&book_of.columns, YEAR_MS / 9 + u64::from(n)));
		}),
	);
	for (size, budget) in [(16, None), (64, None), (500, Some(60_000.0))] {
		let portfolio = of(size);
		let arrays = portfolio.arrays();
		row(
			format!("portfolio margin of {size} positions in 14 expiries, from arrays"),
			budget,
			fastest(5, |_| drop(black_box(black_box(&portfolio).margin(&arrays)))),
		);
	}
	let params = Params::default();
	for size in [16, 64, 512] {
		let legs = book(size);
		row(
			format!("standard margin of {size} legs from marks"),
			None,
			fastest(20, |_| {
				let (spot, level) = (black_box(60_000 * WAD), Level::Initial);
				black_box(expiry_requirement(&legs, spot, spot, &params, level).expect("fits"));
			}),
		);
	}
	let account = Account { equity: 900 * WAD, requirement: 1_000 * WAD, cash: 200 * WAD };
	row(
		"the offer of an auction".into(),
		None,
		fastest(1_000, |_| {
			let target = WAD * 115 / 100;
			black_box(auction::offer(black_box(&account), WAD / 10, target, WAD).expect("fits"));
		}),
	);

	println!("{:<66} {:>11} {:>9}", "what", "ns", "budget");
	for row in &rows {
		let budget = row.budget.map_or_else(String::new, |b| format!("{b:.0} {}", row.verdict()));
		println!("{:<66} {:>11.1} {budget:>12}", row.name, row.nanoseconds);
	}
	write_figures(&rows).expect("the target directory can be written");
}
