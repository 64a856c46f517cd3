// SPDX-License-Identifier: Apache-2.0

//! The fuzz target: bytes become arguments of every public function over its whole range, and none
//! may panic or wrap (tests are built with overflow checks). A fuzzer can drive [`one_input`] as it is;
//! here random bytes do, and bytes that favour the ends of each type.

#![allow(clippy::arithmetic_side_effects)]

mod common;

use common::Random;
use straddle_math::{
	auction,
	binary::{Q56, Q62},
	black76,
	curve::{self, Curve},
	functions, haircut,
	implied_vol::implied_vol,
	ladder::{self, Driver},
	mul_div,
	open_interest::Caps,
	portfolio::{self, Collateral, Holding, Order, Position, Rules, Underlying},
	risk_array::{Expiry, Window},
	scenario::{Grid, Scenario, Vol, COLUMNS},
	standard::{self, Leg, Level, Params},
	stats,
	svi::{
		lines::{self, Lines, PLACES},
		Slice,
	},
	Kind, Rounding,
};

/// Arguments out of bytes; zeros when there are no more.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
	fn byte(&mut self) -> u8 {
		let (first, rest) =
			self.0.split_first().map_or((0, &[][..]), |(first, rest)| (*first, rest));
		self.0 = rest;
		first
	}

	/// Of any size: the first byte says how many bits are cut, or that it is an end of the range.
	fn i128(&mut self) -> i128 {
		let size = self.byte();
		match size {
			255 => return i128::MAX,
			254 => return i128::MIN,
			253 => return 0,
			_ => (),
		}
		let bytes = [0; 16].map(|_: u8| self.byte());
		i128::from_le_bytes(bytes) >> (size % 128)
	}

	fn i64(&mut self) -> i64 {
		match self.byte() {
			255 => i64::MAX,
			254 => i64::MIN,
			size => i64::from_le_bytes([0; 8].map(|_: u8| self.byte())) >> (size % 64),
		}
	}

	fn u64(&mut self) -> u64 {
		self.i64() as u64
	}

	fn q56(&mut self) -> Q56 {
		Q56::from_bits(self.i64())
	}

	/// A price that is mostly one: above zero and below 2^100.
	fn price(&mut self) -> i128 {
		match self.byte() {
			0..=9 => self.i128(),
			_ => (self.i128() >> 27).saturating_abs().max(1),
		}
	}

	/// A time that is mostly below ten years.
	fn time(&mut self) -> u64 {
		match self.byte() {
			0..=9 => self.u64(),
			_ => self.u64() % (10 * black76::YEAR_MS),
		}
	}

	fn quantity(&mut self) -> i64 {
		match self.byte() {
			0..=4 => self.i64(),
			_ => self.i64() % portfolio::MAX_QUANTITY,
		}
	}

	fn kind(&mut self) -> Kind {
		[Kind::Future, Kind::Call, Kind::Put][usize::from(self.byte() % 3)]
	}
}

/// Whether it came as far as a margin.
fn one_input(data: &[u8]) -> bool {
	let b = &mut Bytes(data);
	for rounding in [Rounding::Down, Rounding::Up, Rounding::Nearest] {
		let _ = mul_div(b.i128(), b.i128(), b.i128(), rounding);
		let _ = Q56::from_wad(b.i128(), rounding);
		let _ = Q62::ratio(b.i128(), b.i128(), rounding);
		let _ = b.q56().to_wad(rounding);
	}
	for function in [
		functions::ln,
		functions::exp,
		functions::sqrt,
		functions::normal_cdf,
		functions::normal_pdf,
	] {
		let _ = function(b.i128());
	}
	let (kind, f, k, volatility, time) = (b.kind(), b.i128(), b.i128(), b.i128(), b.u64());
	let _ = black76::price(kind, f, k, volatility, time);
	let _ = black76::greeks(kind, f, k, volatility, time);
	let _ = implied_vol(kind, f, k, b.i128(), time);
	let slice = Slice { a: b.q56(), b: b.q56(), rho: b.q56(), m: b.q56(), sigma: b.q56() };
	let _ = slice.variance(b.q56());
	let vols = [0; PLACES].map(|_| b.u64() as u32);
	let lines = Lines { width: b.u64() as u32, time_ms: b.u64(), vols: &vols };
	let (near, far) = (lines.yearly(b.q56()), lines.yearly(b.q56()));
	let _ = lines::volatility(lines::between_expiries((near, b.u64()), (far, b.u64()), b.u64()));
	let _ = stats::median(&mut [b.i128(), b.i128()]);
	let _ = haircut::concentration(b.i128(), b.i128());
	let caps = Caps { lower: b.i128(), upper: b.i128(), growth: b.i128() };
	let _ = (caps.validate(), caps.share(b.i128() as u128, b.i128()));
	let _ = haircut::credit(b.i128() as u128, b.byte(), b.i128(), b.i128(), b.i128(), b.i128());
	let _ = curve::growth(b.i128(), b.u64());
	let _ = Curve::default().rate(b.i128());
	let account = auction::Account { equity: b.i128(), requirement: b.i128(), cash: b.i128() };
	let _ = auction::offer(&account, b.i128(), b.i128(), b.i128());
	let legs: Vec<_> = (0..b.byte() % 5)
		.map(|_| Leg { kind: b.kind(), strike: b.i128(), quantity: b.i64(), mark: b.i128() })
		.collect();
	for level in [Level::Initial, Level::Maintenance] {
		let _ = standard::expiry_requirement(&legs, b.i128(), b.i128(), &Params::default(), level);
	}
	portfolio_of(b)
}

/// A grid of any figures that it accepts, and an account in one underlying.
fn portfolio_of(b: &mut Bytes) -> bool {
	let mut grid = Grid::default();
	if b.byte() > 127 {
		let u32 = |b: &mut Bytes, most: u32| (b.u64() as u32) % (most + 1);
		grid.scenarios = (0..b.byte() % 33)
			.map(|_| Scenario {
				spot: u32(b, 8_000_000),
				vol: [Vol::None, Vol::Up, Vol::Down][usize::from(b.byte() % 3)],
				dampener: u32(b, 1_000_000),
			})
			.collect();
		grid.vol_up = u32(b, 3_000_000);
		grid.vol_down = u32(b, 1_000_000);
		grid.vol_power_short = u32(b, 1_000_000);
		grid.vol_least_ms = 60_000 + b.u64() % 86_400_000;
		grid.vol_reference_ms = grid.vol_least_ms.saturating_mul(1 + b.u64() % 400);
		grid.skew_cap = u32(b, 500_000);
		grid.skew_width_least = 1_000 + u32(b, 900_000);
		grid.basis_rise = u32(b, 10_000_000);
		grid.discount_rate = u32(b, 200_000);
		grid.slow_shock = u32(b, 500_000);
	}
	let Ok(columns) = grid.columns() else { return false };
	let columns = columns.with_slow_price(b.q56());
	let window = Window { length_ms: b.time() >> (b.byte() % 40), average: b.price() };
	let Ok(expiry) = Expiry::new(&columns, b.price(), b.time(), &window) else { return false };
	let arrays: Vec<_> = (0..1 + b.byte() % 4)
		.filter_map(|_| {
			expiry.array(b.kind(), b.price(), Q56::from_bits(b.i64().saturating_abs())).ok()
		})
		.collect();
	for array in &arrays {
		for column in 0..=COLUMNS {
			let _ = array.value(column, &expiry);
		}
	}
	let positions: Vec<_> =
		arrays.iter().map(|array| Position { array, quantity: b.quantity() }).collect();
	let orders: Vec<_> = arrays
		.iter()
		.map(|array| Order { array, quantity: b.quantity(), price: b.price() })
		.collect();
	let holding = Holding { expiry: &expiry, positions: &positions, orders: &orders };
	let rules = if b.byte() > 127 {
		Rules { maintenance: b.i128(), naked: b.i128(), peg_slope: b.i128(), ..Rules::default() }
	} else {
		Rules::default()
	};
	let underlying = Underlying {
		group: usize::from(b.byte() % 2),
		spot: b.price(),
		columns: &columns,
		holdings: &[holding, holding],
		collateral: Collateral { units: [b.i128(), b.i128()], weights: [b.i128(), b.i128()] },
		confidence: b.i128(),
		concentration: b.i128(),
	};
	let (groups, peg) = ([b.i128(), straddle_math::WAD], b.i128());
	let whole = [straddle_math::WAD; 2];
	let tame = Underlying {
		group: 0,
		collateral: Collateral::default(),
		confidence: whole[0],
		concentration: 0,
		..underlying
	};
	let mut reached = false;
	for (underlying, groups) in [(underlying, &groups), (tame, &whole)] {
		let account = portfolio::Account { underlyings: &[underlying; 2], groups, peg };
		if let Ok(report) = portfolio::margin(&account, &rules) {
			reached = true;
			assert!(report.tail_excess >= 0);
			let _ = portfolio::uncovered_tail(report.tail_excess, b.i128(), b.i128());
		}
		let _ = ladder::sensitivity(&underlying, &rules, ladder::horizon_ms(underlying.holdings));
		let _ = ladder::collateral_slope(&underlying, &rules);
	}
	for driver in [Driver::Forward, Driver::Deviation, Driver::Chain] {
		let _ = ladder::radius(b.i128(), &[(driver, b.i128())]);
		let _ = ladder::due(driver, b.i128(), b.i128());
		let _ = ladder::advance(driver, &mut [b.i128()], &[b.i128()]);
	}
	reached
}

#[test]
fn no_bytes_make_anything_panic() {
	let inputs = common::cases(30_000).cases;
	let mut reached = 0;
	for seed in 0..u64::from(inputs) {
		let random = &mut Random::new(seed);
		let bytes: Vec<u8> = (0..1_600)
			.map(|_| match random.below(12) {
				// The ends of a type, or a number of a middling size.
				0 => 253 + random.below(3) as u8,
				1 => 40 + random.below(40) as u8,
				_ => random.bits() as u8,
			})
			.collect();
		reached += u32::from(one_input(&bytes));
	}
	assert!(!one_input(&[]));
	// Random bytes are not refused before they get anywhere.
	assert!(reached > inputs / 20, "{reached} of {inputs}");
}
