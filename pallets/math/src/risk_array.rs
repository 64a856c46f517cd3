// SPDX-License-Identifier: Apache-2.0

//! One series' value per contract in every column: level 0 of the portfolio margin (RISK.md 1).
//!
//! A value does not depend on who holds the series and is linear in quantity. It is neither dampened
//! nor discounted: the discount factor is 1, carry is in the forward.
//!
//! **Settlement window.** An expiry settles at the average of the last Δ. Let T be the time to the
//! end of the window and s² the total variance to there.
//! * Before (T ≥ Δ) the average's variance is s²·(T − ⅔Δ)/T.
//! * Inside (T < Δ) the part 1 − T/Δ of the average is fixed and the part b = T/Δ moves with the
//!   forward, its variance being s²/3. An option of strike K on the average is b options on the
//!   moving part of strike (K − fixed part)/b; only the moving part is shocked.
//!
//! **Volatility.** Up: times the grid's factor, at least its floor; down: times its factor; skew:
//! times 1 + clamp(k·cap/k*, ± cap) with k = ln(K/F), linear and of k's magnitude.
//!
//! **Units.** Values are in units of the expiry's forward with 56 binary places; of a strike beyond
//! 64 forwards (after a crash) with fewer places, by [`RiskArray`]'s exponent. There, for s below
//! 2^-24 (a thousandth of a second) and from 32 on, the exact kernel of [`crate::black76`] answers.

use crate::{
	binary::{mul62, times, Q56},
	black76::{Kind, YEAR_MS},
	fast,
	fixed::{add, mul_div, mul_div_unsigned, sub, Rounding, Wad, WAD},
	kernel::{exact_call, Deviation, ERROR_BITS, ONE, STRIKE_LIMIT},
	scenario::{millionths, Columns, Grid, Shape, BASE, BASIS, COLUMNS, MAX_TIME_MS, SHAPES},
	MathError, Result,
};

/// Binary places on the exact way.
const WIDE: u32 = 80;
/// From 56 places to [`WIDE`].
const WIDER: u32 = WIDE - 56;

/// How the settlement price of an expiry is averaged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
	/// Δ; 0 if nothing is averaged.
	pub length_ms: u64,
	/// The average of what has been sampled so far; it only counts inside the window.
	pub average: Wad,
}

/// What all series of an expiry share: once an expiry and dispatch.
#[derive(Clone, Debug)]
pub struct Expiry {
	/// The unit of its arrays.
	forward: Wad,
	time_ms: u64,
	window_ms: u64,
	/// 2^124 through the forward, this being cut (or filled) to 63 bits.
	inverse: u128,
	/// How many bits the forward has.
	bits: u32,
	/// What is fixed of the settlement price, in units of the forward with [`WIDE`] places.
	fixed: i128,
	/// The logarithm by `fast::ln64` of the moving share, b, with 56 places.
	log_unit: i64,
	/// The moving share times the columns' multiples of spot, and their logarithms.
	forwards: [i64; COLUMNS],
	logs: [i64; COLUMNS],
	columns: usize,
	/// Which deviation a column takes.
	shapes: [Shape; COLUMNS],
	/// √(time that varies / T).
	averaging: i64,
	shocks: Shocks,
	/// d⁺ and d⁻.
	discounts: [i64; 2],
}

/// What the grid does to an expiry's volatility and forward; it changes with the time that is left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shocks {
	/// √T, in years.
	root: i64,
	/// The factors of s with volatility up and down.
	pub(crate) up: i64,
	pub(crate) down: i64,
	/// The floor of s in the columns with volatility up.
	pub(crate) floor: i64,
	/// cap/k* and k* of the skew.
	pub(crate) skew_slope: i64,
	pub(crate) skew_width: i64,
	/// How far the basis goes.
	pub(crate) basis: i64,
}

impl Shocks {
	/// With so much time left. The window counts as inside [`Expiry::new`].
	///
	/// # Errors
	/// `Overflow` if a factor does not fit: of no valid grid.
	pub(crate) fn at(grid: &Grid, time_ms: u64, window_ms: u64) -> Result<Self> {
		let years = part(time_ms, YEAR_MS);
		let root = fast::sqrt_ratio(time_ms, YEAR_MS);
		let reach = times(millionths(grid.basis_rise), years)
			.saturating_add(millionths(grid.basis_start))
			.min(millionths(grid.basis_most));
		let cap = millionths(grid.skew_cap)
			.saturating_sub(times(millionths(grid.skew_cap_fall), root))
			.max(0);
		let skew_width =
			times(millionths(grid.skew_width), root).max(millionths(grid.skew_width_least));
		let power = if time_ms <= grid.vol_reference_ms {
			grid.vol_power_short
		} else {
			grid.vol_power_long
		};
		let shorter = part(grid.vol_reference_ms, time_ms.max(grid.vol_least_ms));
		let factor = fast::pow(shorter.max(1), millionths(power))?;
		let varies = varies(time_ms, window_ms);
		Ok(Self {
			root,
			up: ONE.saturating_add(times(millionths(grid.vol_up), factor)),
			down: ONE.saturating_sub(times(millionths(grid.vol_down), factor)).max(0),
			floor: times(
				millionths(grid.vol_floor),
				fast::sqrt_ratio(varies, YEAR_MS.saturating_mul(3)),
			),
			skew_slope: mul_div(cap.into(), ONE.into(), skew_width.into(), Rounding::Nearest)?
				.clamp(0, i64::MAX.into()) as i64,
			skew_width,
			basis: times(millionths(grid.basis_shock), reach),
		})
	}
}

/// Thirds of the time that the variance of the settlement price counts, both at most [`MAX_TIME_MS`].
fn varies(time_ms: u64, window_ms: u64) -> u64 {
	if time_ms < window_ms {
		return time_ms;
	}
	time_ms.saturating_mul(3).saturating_sub(window_ms.saturating_mul(2))
}

impl Expiry {
	/// `forward` in USD; inside the window that of the price which still moves. `time_ms` to the
	/// expiry; inside the window what is left of it, in the time that the window counts.
	///
	/// # Errors
	/// `NonPositivePrice` if the forward is not above zero; `NegativePrice` if the average is below
	/// zero; `TimeOutOfRange` beyond [`MAX_TIME_MS`]; `Overflow` if the average is 2^47 times the
	/// forward or more.
	pub fn new(columns: &Columns, forward: Wad, time_ms: u64, window: &Window) -> Result<Self> {
		if forward <= 0 {
			return Err(MathError::NonPositivePrice);
		}
		if window.average < 0 {
			return Err(MathError::NegativePrice);
		}
		if time_ms > MAX_TIME_MS || window.length_ms > MAX_TIME_MS {
			return Err(MathError::TimeOutOfRange);
		}
		let grid = columns.grid;
		let inside = time_ms < window.length_ms;
		let years = part(time_ms, YEAR_MS);
		let (share, fixed) = if inside {
			let share = part(time_ms, window.length_ms);
			let rest = i128::from(ONE).saturating_sub(share.into());
			let average = mul_div(window.average, 1 << WIDE, forward, Rounding::Nearest)?;
			(share, mul_div(average, rest, ONE.into(), Rounding::Nearest)?)
		} else {
			(ONE, 0)
		};
		let mut columns = columns.clone();
		let shocks = Shocks::at(grid, time_ms, window.length_ms)?;
		let shock = shocks.basis;
		for (column, to) in BASIS.zip([ONE.saturating_sub(shock), ONE.saturating_add(shock)]) {
			columns.set(column, to);
		}
		let log_share = fast::ln64(share).saturating_sub(fast::ln64(ONE));
		let growth = fast::exp(times(millionths(grid.discount_rate), years))?;
		let decay = fast::exp(times(millionths(grid.discount_rate), years).saturating_neg())?;
		let bits = 128_u32.saturating_sub(forward.leading_zeros());
		let inverse = (1_u128 << 124).checked_div(to_bits(forward.unsigned_abs(), bits, 63));
		Ok(Self {
			forward,
			time_ms,
			window_ms: window.length_ms,
			inverse: inverse.unwrap_or(0),
			bits,
			fixed,
			log_unit: log_share.saturating_add(fast::ln64(ONE)),
			forwards: columns.spots.map(|spot| times(spot, share)),
			logs: columns.logs.map(|log| log.saturating_add(log_share)),
			columns: columns.count,
			shapes: columns.shapes,
			averaging: fast::sqrt_ratio(
				varies(time_ms, window.length_ms),
				time_ms.saturating_mul(3).max(1),
			),
			shocks,
			discounts: [
				times(millionths(grid.long_discount), decay).min(ONE),
				times(millionths(grid.short_discount), growth).max(ONE),
			],
		})
	}

	/// The unit of its arrays, in USD.
	pub fn forward(&self) -> Wad {
		self.forward
	}

	/// How long it runs, and how long its window is.
	pub fn times_ms(&self) -> [u64; 2] {
		[self.time_ms, self.window_ms]
	}

	/// σ√T of the price at the expiry, from the volatility a year: what [`Self::array`] takes. One that
	/// does not fit is held at the largest, from where an option is worth its limit.
	///
	/// # Errors
	/// `NegativeVolatility`.
	pub fn deviation(&self, volatility: Wad) -> Result<Q56> {
		if volatility < 0 {
			return Err(MathError::NegativeVolatility);
		}
		if volatility < 8 * WAD {
			return Ok(Q56::from_bits(self.usual_deviation(volatility as i64)));
		}
		let deviation = mul_div(volatility, self.shocks.root.into(), WAD, Rounding::Nearest);
		let bits = deviation.ok().and_then(|bits| i64::try_from(bits).ok());
		Ok(Q56::from_bits(bits.unwrap_or(i64::MAX)))
	}

	/// The same for a volatility below 8, without a division of 128 bits.
	fn usual_deviation(&self, volatility: i64) -> i64 {
		/// 2^121 through 10^18, rounded down: 62 bits.
		const PER_WAD: i64 = ((1_u128 << 121) / WAD.unsigned_abs()) as i64;
		const ONE: u64 = WAD.unsigned_abs() as u64;
		// 59 places, seven units too low at most; √T is below 3.2, so their product is at most 10 too low.
		let places = mul62(volatility, PER_WAD);
		let low = mul62(places, self.shocks.root.wrapping_shl(3));
		// So what is missing is below 11·10^18 and a 64-bit number, whatever the products' high parts.
		let exact = (volatility as u64).wrapping_mul(self.shocks.root as u64);
		let missing = exact.wrapping_sub((low as u64).wrapping_mul(ONE));
		let units = missing.wrapping_add(ONE / 2).checked_div(ONE).unwrap_or(0);
		low.wrapping_add(units as i64)
	}

	/// σ√T of the settlement price, from that of the price at the expiry: what the average leaves of
	/// it. The ladder's driver s is measured in these.
	pub fn averaged(&self, deviation: Q56) -> Q56 {
		Q56::from_bits(mul62(deviation.bits().max(0), self.averaging << 6))
	}

	/// What the grid does to it now.
	pub(crate) fn shocks(&self) -> &Shocks {
		&self.shocks
	}

	/// The settlement price in a column, in USD, rounded down: what is fixed and what moves.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub fn settlement(&self, column: usize) -> Result<Wad> {
		let moving = self.forwards.get(column).copied().unwrap_or(0);
		let moving = mul_div(moving.into(), self.forward, ONE.into(), Rounding::Down)?;
		add(moving, mul_div(self.fixed, self.forward, 1 << WIDE, Rounding::Down)?)
	}

	/// d⁺ and d⁻: what a positive and a negative value of the expiry count for.
	pub fn discounts(&self) -> [Q56; 2] {
		self.discounts.map(Q56::from_bits)
	}

	/// The factors of s in the columns with volatility up (before the floor) and down.
	pub fn vol_factors(&self) -> [Q56; 2] {
		[self.shocks.up, self.shocks.down].map(Q56::from_bits)
	}

	pub(crate) fn discount_bits(&self) -> [i64; 2] {
		self.discounts
	}

	pub(crate) fn columns(&self) -> usize {
		self.columns
	}

	/// K less what is fixed, in units of the forward with 56 places if it lies between ±64.
	fn near_strike(&self, strike: u128) -> Option<i64> {
		if self.fixed.unsigned_abs() >> (WIDE + 6) != 0 {
			return None;
		}
		Some(self.ratio(strike)?.wrapping_sub((self.fixed >> WIDER) as i64))
	}

	/// A price in units of the forward, 56 places, to nearest; held within 64.
	pub(crate) fn multiple(&self, price: Wad) -> i64 {
		self.ratio(price.max(0).unsigned_abs()).unwrap_or(STRIKE_LIMIT)
	}

	/// The same, if it lies below 64.
	fn ratio(&self, price: u128) -> Option<i64> {
		let bits = 128_u32.saturating_sub(price.leading_zeros());
		if bits > self.bits.saturating_add(6) {
			return None;
		}
		// Cut as the forward was, and six bits more: 63 at most, times 62.
		let short = to_bits(price, self.bits, 57);
		let ratio = short.wrapping_mul(self.inverse).wrapping_add(1 << 61) >> 62;
		i64::try_from(ratio).ok().filter(|ratio| *ratio < STRIKE_LIMIT)
	}

	/// The same with [`WIDE`] places.
	fn wide_strike(&self, strike: u128) -> Result<i128> {
		let one = 1_u128 << WIDE;
		let ratio = mul_div_unsigned(strike, one, self.forward.unsigned_abs(), Rounding::Nearest)?;
		sub(i128::try_from(ratio).map_err(|_| MathError::Overflow)?, self.fixed)
	}

	/// s in each [`Shape`], from s of the settlement price and k.
	fn deviations(&self, base: i64, moneyness: i64) -> [i64; SHAPES] {
		let Shocks { up, down, floor, skew_slope, skew_width, .. } = self.shocks;
		let held = moneyness.clamp(skew_width.saturating_neg(), skew_width);
		let tilt = times(held, skew_slope);
		// At most half of it.
		let tilted = mul62(base, tilt.saturating_abs() << 6);
		let linear = if tilt < 0 { tilted.wrapping_neg() } else { tilted };
		[
			base,
			times(base, up).max(floor),
			mul62(base, down << 6),
			base.saturating_add(linear),
			base.saturating_add(tilted),
		]
	}

	/// The array of a series. `deviation` is σ√T, the root of the total variance to the expiry.
	///
	/// Each value is off by at most [`RiskArray::error`]; of a future only by rounding.
	///
	/// # Errors
	/// `NonPositivePrice` if the strike is not above zero; `NegativeVolatility` if the deviation is
	/// below zero; `Overflow` if the strike is 2^47 times the forward or more.
	pub fn array(&self, kind: Kind, strike: Wad, deviation: Q56) -> Result<RiskArray> {
		if strike <= 0 {
			return Err(MathError::NonPositivePrice);
		}
		if deviation.bits() < 0 {
			return Err(MathError::NegativeVolatility);
		}
		let deviation = self.averaged(deviation);
		let mut array =
			RiskArray { kind, strike, deviation, values: [0; COLUMNS], exponent: 0, error: 0 };
		match self.near_strike(strike.unsigned_abs()) {
			Some(strike) => self.fill(&mut array, strike, deviation.bits()),
			None => self.fill_wide(&mut array, deviation.bits())?,
		}
		Ok(array)
	}

	/// The values of a strike within the kernel's domain. Not inlined, so that they are written where the
	/// array will stand: a copy is what costs in WebAssembly.
	#[inline(never)]
	fn fill(&self, array: &mut RiskArray, strike: i64, deviation: i64) {
		array.error = strike.saturating_abs().max(8 << 56) >> ERROR_BITS;
		let columns = array.values.iter_mut().zip(&self.forwards).take(self.columns);
		if array.kind == Kind::Future || strike <= 0 {
			let pays = array.kind != Kind::Put;
			for (value, forward) in columns {
				*value = if pays { forward.wrapping_sub(strike) } else { 0 };
			}
			return;
		}
		let log_strike = fast::ln64(strike);
		let moneyness = log_strike.wrapping_sub(self.log_unit);
		let deviations = self.deviations(deviation, moneyness);
		let kernels = deviations.map(Deviation::new);
		let columns = columns.zip(&self.logs).zip(&self.shapes);
		for (((value, forward), log), shape) in columns {
			*value = match kernels.get(*shape as usize) {
				Some(Some(kernel)) => kernel.call(*forward, strike, log.wrapping_sub(log_strike)),
				_ => {
					let deviation = deviations.get(*shape as usize).copied().unwrap_or(0);
					exact_near(*forward, strike, deviation)
				},
			};
		}
		if array.kind == Kind::Put {
			// By parity, call − put = X − K.
			for (value, forward) in array.values.iter_mut().zip(&self.forwards).take(self.columns) {
				*value = value.wrapping_sub(*forward).wrapping_add(strike);
			}
		}
	}

	/// The values of a strike far away: slow, exact, with fewer places.
	fn fill_wide(&self, array: &mut RiskArray, deviation: i64) -> Result<()> {
		let strike = self.wide_strike(array.strike.unsigned_abs())?;
		let size = strike.unsigned_abs().max(8 << WIDE);
		// Values stay below 2^62, as max(X, K) is below size and X below 8.
		array.exponent = (128_u32.saturating_sub(size.leading_zeros())).saturating_sub(WIDE + 6);
		let cut = WIDER.saturating_add(array.exponent);
		array.error = ((size >> ERROR_BITS).wrapping_shr(cut) as i64).saturating_add(1);
		// ln of the strike in units of the moving part, with 56 places.
		let wider = fast::ln(1 << WIDE).saturating_sub(fast::ln64(ONE));
		let moneyness = fast::ln(strike.max(1).unsigned_abs())
			.saturating_sub(wider)
			.saturating_sub(self.log_unit);
		let deviations = self.deviations(deviation, moneyness);
		let columns = array.values.iter_mut().zip(&self.forwards).zip(&self.shapes);
		for ((value, forward), shape) in columns.take(self.columns) {
			let forward = i128::from(*forward) << WIDER;
			let linear = sub(forward, strike)?;
			let call = if array.kind == Kind::Future || strike <= 0 {
				linear
			} else {
				let deviation = deviations.get(*shape as usize).copied().unwrap_or(0);
				let call = exact_call(forward.unsigned_abs(), strike.unsigned_abs(), deviation);
				i128::try_from(call).map_err(|_| MathError::Overflow)?
			};
			let exact = if array.kind == Kind::Put { sub(call, linear)? } else { call };
			*value = exact.wrapping_shr(cut) as i64;
		}
		Ok(())
	}
}

/// The exact price of numbers with 56 places, rounded to nearest.
fn exact_near(forward: i64, strike: i64, deviation: i64) -> i64 {
	let wide = |x: i64| u128::from(x.max(0).unsigned_abs()) << WIDER;
	let value = exact_call(wide(forward), wide(strike), deviation);
	(value.wrapping_add(1 << (WIDER - 1)) >> WIDER) as i64
}

/// `n`, of which something of `bits` bits would have `wanted`: shifted by as much.
fn to_bits(n: u128, bits: u32, wanted: u32) -> u128 {
	match bits.checked_sub(wanted) {
		Some(cut) => n.wrapping_shr(cut),
		None => n.wrapping_shl(wanted.saturating_sub(bits)),
	}
}

/// `n/d` with 56 places, rounded down, at most the largest number; 0 if `d` is.
fn part(n: u64, d: u64) -> i64 {
	let bits = (u128::from(n) << 56).checked_div(d.into()).unwrap_or(0);
	i64::try_from(bits).unwrap_or(i64::MAX)
}

/// What one contract of a series is worth in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskArray {
	kind: Kind,
	strike: Wad,
	deviation: Q56,
	/// In 2^(exponent − 56) of the expiry's forward.
	values: [i64; COLUMNS],
	exponent: u32,
	/// In the same unit.
	error: i64,
}

impl RiskArray {
	/// What it pays.
	pub fn kind(&self) -> Kind {
		self.kind
	}

	/// Its strike, in USD.
	pub fn strike(&self) -> Wad {
		self.strike
	}

	/// σ√T of the settlement price; as given, also of a future.
	pub fn deviation(&self) -> Q56 {
		self.deviation
	}

	/// Values times 2^(56 − exponent), in units of the expiry's forward.
	pub fn values(&self) -> &[i64; COLUMNS] {
		&self.values
	}

	/// See [`Self::values`]; 0 unless the strike lies beyond 64 forwards.
	pub fn exponent(&self) -> u32 {
		self.exponent
	}

	/// By how much each value can be off, in its unit: 2^-40 of the larger of 8 and the strike.
	pub fn error(&self) -> i64 {
		self.error
	}

	/// The value in one column in USD, rounded down; 0 in a column that the grid does not use.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub fn value(&self, column: usize, expiry: &Expiry) -> Result<Wad> {
		let bits = self.values.get(column).copied().unwrap_or(0);
		let scaled = mul_div(bits.into(), expiry.forward, ONE.into(), Rounding::Down)?;
		mul_div(scaled, 1_i128.wrapping_shl(self.exponent.min(100)), 1, Rounding::Down)
	}

	/// V₀ in USD, rounded down.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub fn mark(&self, expiry: &Expiry) -> Result<Wad> {
		self.value(BASE, expiry)
	}
}
