// SPDX-License-Identifier: Apache-2.0

//! Payoffs, and the price of an option on a forward after Black (The pricing of commodity
//! contracts, Journal of Financial Economics 3, 1976) with discount factor 1.

use crate::{
	fixed::{mul_div, mul_div_unsigned, signed, sub, Rounding, Wad, UNIT},
	normal,
	q96::{self, ONE},
	risk_array::Window,
	MathError, Result,
};

/// Milliseconds in a year of 365 days.
pub const YEAR_MS: u64 = 31_536_000_000;

/// Thirds of a millisecond in a year.
const YEAR_THIRDS: u64 = 3_u64.wrapping_mul(YEAR_MS);

/// From this σ√T on an option is worth its limit to all places: both d lie beyond ±30.
const ENDLESS: u128 = 64 << q96::BITS;

/// What a contract pays at expiry, for a settlement price `S` and a strike `K`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
	/// `S − K`.
	Future,
	/// `max(S − K, 0)`.
	Call,
	/// `max(K − S, 0)`.
	Put,
}

/// How a price moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Greeks {
	/// By the forward.
	pub delta: Wad,
	/// Delta by the forward.
	pub gamma: Wad,
	/// By the volatility, per 1.0 (100 %).
	pub vega: Wad,
	/// By the passing of time, per year: below zero or zero.
	pub theta: Wad,
}

/// What one contract pays; exact. Of a future it is signed.
///
/// # Errors
/// `NegativePrice` if settlement or strike is below zero.
pub fn payoff(kind: Kind, settlement: Wad, strike: Wad) -> Result<Wad> {
	if settlement < 0 || strike < 0 {
		return Err(MathError::NegativePrice);
	}
	let difference = sub(settlement, strike)?;
	Ok(match kind {
		Kind::Future => difference,
		Kind::Call => difference.max(0),
		Kind::Put => difference.saturating_neg().max(0),
	})
}

/// The price of one contract. `volatility` is annualised, 1.0 is 100 %. Without time or volatility
/// it is the payoff on the forward.
///
/// Rounded to nearest within two units plus 10^-18 of max(forward, strike). Exact in two things:
/// call − put = forward − strike; and payoff on the forward ≤ price ≤ forward (call), strike (put).
///
/// # Errors
/// `NegativePrice`, `NegativeVolatility` if an argument is below zero.
pub fn price(kind: Kind, forward: Wad, strike: Wad, volatility: Wad, time_ms: u64) -> Result<Wad> {
	price_in_parts(kind, forward, strike, volatility, time_ms, YEAR_MS)
}

/// [`price`] with the time in any `parts` of a year.
fn price_in_parts(
	kind: Kind,
	forward: Wad,
	strike: Wad,
	volatility: Wad,
	time: u64,
	parts: u64,
) -> Result<Wad> {
	let intrinsic = payoff(kind, forward, strike)?;
	if kind == Kind::Future {
		return Ok(intrinsic);
	}
	// The one out of the money is computed, the other follows by parity.
	let deviation = Deviation::of(volatility, time, parts)?.total;
	let value = time_value(forward.unsigned_abs(), strike.unsigned_abs(), deviation);
	intrinsic.checked_add(signed(false, value)?).ok_or(MathError::Overflow)
}

/// The price of one contract that settles at an average over `window`, of which `time_ms` is left
/// (before it: until its end). The moving part of the average has a total variance of
/// σ²·(T − ⅔Δ) before the window and σ²·r/3 inside it; what is sampled already counts as fixed
/// (RISK.md 1, level 0). A price of the forward that moves is taken for lognormal.
///
/// Rounded as [`price`], and by three units more inside the window.
///
/// # Errors
/// As [`price`]; `Overflow` if the time is beyond 2^62 ms.
pub fn price_of_average(
	kind: Kind,
	forward: Wad,
	strike: Wad,
	volatility: Wad,
	time_ms: u64,
	window: &Window,
) -> Result<Wad> {
	if time_ms >= window.length_ms {
		let thirds = time_ms.checked_mul(3).ok_or(MathError::Overflow)?;
		let varies = thirds.saturating_sub(window.length_ms.saturating_mul(2));
		return price_in_parts(kind, forward, strike, volatility, varies, YEAR_THIRDS);
	}
	if forward < 0 || strike < 0 || window.average < 0 {
		return Err(MathError::NegativePrice);
	}
	let part = |x: Wad, ms: u64| mul_div(x, ms.into(), window.length_ms.into(), Rounding::Nearest);
	let moving = part(forward, time_ms)?;
	let rest = sub(strike, part(window.average, window.length_ms.saturating_sub(time_ms))?)?;
	match kind {
		Kind::Future => sub(moving, rest),
		// Whatever still moves, it ends above the strike.
		Kind::Call if rest < 0 => sub(moving, rest),
		Kind::Put if rest < 0 => Ok(0),
		_ => price_in_parts(kind, moving, rest, volatility, time_ms, YEAR_THIRDS),
	}
}

/// The price of whichever of call and put is out of the money: what both cost beyond their payoff,
/// in the units of forward and strike. `deviation` is σ√T with 96 binary places. At most the
/// smaller of forward and strike.
pub(crate) fn time_value(f: u128, k: u128, deviation: u128) -> u128 {
	let limit = f.min(k);
	if limit == 0 || deviation == 0 {
		return 0;
	}
	if deviation >= ENDLESS {
		return limit;
	}
	let d = Arguments::of(f, k, deviation);
	// Call: F·Φ(d1) − K·Φ(d2); put: K·Φ(−d2) − F·Φ(−d1). No product passes its first factor, so
	// that neither passes the limit.
	if k >= f {
		q96::mul(f, d.d1.cdf()).saturating_sub(q96::mul(k, d.d2.cdf()))
	} else {
		q96::mul(k, d.d2.opposite().cdf()).saturating_sub(q96::mul(f, d.d1.opposite().cdf()))
	}
}

/// The Greeks of one contract, each to nearest within two units plus 10^-15 of its size (gamma:
/// within 1 + 1/forward units); delta of a put is that of the call less 1.
///
/// Without time, volatility, forward or strike all but delta are zero, and delta is the payoff's
/// slope, one half of it where the forward is at the strike.
///
/// # Errors
/// `NegativePrice`, `NegativeVolatility` if an argument is below zero; `Overflow` if one of them
/// does not fit (a very small forward or time).
pub fn greeks(
	kind: Kind,
	forward: Wad,
	strike: Wad,
	volatility: Wad,
	time_ms: u64,
) -> Result<Greeks> {
	payoff(kind, forward, strike)?;
	let deviation = Deviation::of(volatility, time_ms, YEAR_MS)?;
	if kind == Kind::Future {
		return Ok(Greeks { delta: UNIT as Wad, ..Greeks::default() });
	}
	let (f, k) = (forward.unsigned_abs(), strike.unsigned_abs());
	let (call_delta, density) = if f == 0 || k == 0 || deviation.total == 0 {
		let delta = match f.cmp(&k) {
			core::cmp::Ordering::Less => 0,
			core::cmp::Ordering::Equal => ONE >> 1,
			core::cmp::Ordering::Greater => ONE,
		};
		(delta, 0)
	} else if deviation.total >= ENDLESS {
		(ONE, 0)
	} else {
		let d1 = Arguments::of(f, k, deviation.total).d1;
		(d1.cdf(), normal::density(d1.magnitude))
	};
	let delta = match kind {
		Kind::Put => signed(true, q96::mul(ONE.saturating_sub(call_delta), UNIT))?,
		_ => signed(false, q96::mul(call_delta, UNIT))?,
	};
	if density == 0 {
		return Ok(Greeks { delta, ..Greeks::default() });
	}
	let near = Rounding::Nearest;
	// φ/(F·σ√T), F·φ·√T, F·φ·σ/(2√T): all but the forward first, with 96 binary places.
	let steepness = mul_div_unsigned(density, UNIT, deviation.total, near)?;
	let gamma = mul_div_unsigned(steepness, UNIT, f, near)?;
	let vega = mul_div_unsigned(f, q96::mul(density, deviation.root_time), ONE, near)?;
	let volatility = mul_div_unsigned(volatility.unsigned_abs(), ONE, UNIT, near)?;
	let twice = deviation.root_time.checked_mul(2).ok_or(MathError::Overflow)?;
	let decay = mul_div_unsigned(density, volatility, twice, near)?;
	let theta = mul_div_unsigned(f, decay, ONE, near)?;
	Ok(Greeks {
		delta,
		gamma: signed(false, gamma)?,
		vega: signed(false, vega)?,
		theta: signed(true, theta)?,
	})
}

/// σ√T and √T, with 96 binary places.
struct Deviation {
	total: u128,
	root_time: u128,
}

impl Deviation {
	/// Of a time of so many `parts` of a year.
	fn of(volatility: Wad, time: u64, parts: u64) -> Result<Self> {
		if volatility < 0 {
			return Err(MathError::NegativeVolatility);
		}
		let root_time = q96::sqrt_ratio(time, parts);
		// What does not fit is endless all the more.
		let total = mul_div_unsigned(volatility.unsigned_abs(), root_time, UNIT, Rounding::Nearest)
			.unwrap_or(u128::MAX);
		Ok(Self { total, root_time })
	}
}

/// A number with sign and magnitude.
#[derive(Clone, Copy)]
struct Argument {
	negative: bool,
	magnitude: u128,
}

impl Argument {
	fn of(number: i128) -> Self {
		Self { negative: number < 0, magnitude: number.unsigned_abs() }
	}

	fn opposite(self) -> Self {
		Self { negative: !self.negative, ..self }
	}

	fn cdf(self) -> u128 {
		normal::cdf(self.negative, self.magnitude)
	}
}

/// d1 and d2 of Black's formula.
///
/// An error that both share hardly matters, as F·φ(d1) = K·φ(d2): only their difference σ√T has to
/// be exact.
struct Arguments {
	d1: Argument,
	d2: Argument,
}

impl Arguments {
	/// For `f, k ≥ 1` and `0 < deviation < 64`.
	fn of(f: u128, k: u128, deviation: u128) -> Self {
		let moneyness = q96::ln_ratio(f, k);
		// Beyond ±128 both d are far outside the table whatever the deviation.
		let quotient = q96::div(moneyness.unsigned_abs(), deviation).min(ONE << 7) as i128;
		let quotient = if moneyness < 0 { quotient.wrapping_neg() } else { quotient };
		let half = (deviation >> 1) as i128;
		// All below 2^104.
		let d1 = quotient.wrapping_add(half);
		Self { d1: Argument::of(d1), d2: Argument::of(d1.wrapping_sub(deviation as i128)) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::WAD;
	use proptest::prelude::*;
	use Kind::*;

	const DAY_MS: u64 = 86_400_000;

	/// Twice the stated error of one price.
	fn room(f: Wad, k: Wad) -> Wad {
		4 + f.max(k) / (WAD / 2)
	}

	fn strike_near(f: Wad, per_mille: Wad) -> Wad {
		mul_div_unsigned(f as u128, per_mille as u128, 1_000, Rounding::Nearest).unwrap() as Wad
	}

	#[test]
	fn payoffs() {
		assert_eq!(payoff(Future, 90, 100), Ok(-10));
		assert_eq!(payoff(Call, 90, 100), Ok(0));
		assert_eq!(payoff(Put, 90, 100), Ok(10));
		assert_eq!(payoff(Future, 110, 100), Ok(10));
		assert_eq!(payoff(Call, 110, 100), Ok(10));
		assert_eq!(payoff(Put, 110, 100), Ok(0));
		assert_eq!(payoff(Put, 0, i128::MAX), Ok(i128::MAX));
		assert_eq!(payoff(Call, -1, 0), Err(MathError::NegativePrice));
		assert_eq!(payoff(Call, 0, -1), Err(MathError::NegativePrice));
	}

	#[test]
	fn a_price_at_the_money() {
		// 100·(2Φ(0.1) − 1) with σ√T = 0.2: 50 % over 0.16 of a year.
		let quarter = YEAR_MS / 100 * 16;
		let call = price(Call, 100 * WAD, 100 * WAD, WAD / 2, quarter).unwrap();
		assert!((call - 7_965_567_455_405_796_293).abs() <= 4, "{call}");
		assert_eq!(price(Put, 100 * WAD, 100 * WAD, WAD / 2, quarter), Ok(call));
	}

	#[test]
	fn without_time_or_volatility_it_is_the_payoff() {
		for kind in [Future, Call, Put] {
			for k in [90, 100, 110] {
				let (f, k) = (100 * WAD, k * WAD);
				assert_eq!(price(kind, f, k, WAD, 0), payoff(kind, f, k));
				assert_eq!(price(kind, f, k, 0, YEAR_MS), payoff(kind, f, k));
			}
		}
	}

	#[test]
	fn an_average_moves_less_and_less() {
		let window = |average| Window { length_ms: 1_800_000, average };
		let at = |kind, k: Wad, time_ms, average: Wad| {
			price_of_average(kind, 100 * WAD, k * WAD, WAD, time_ms, &window(average * WAD))
				.unwrap()
		};
		// Before it as if the expiry were two thirds of it earlier, inside a third of what is left.
		let before = price(Call, 100 * WAD, 100 * WAD, WAD, 2_400_000);
		assert_eq!(Ok(at(Call, 100, 3_600_000, 0)), before);
		assert_eq!(
			Ok(at(Call, 100, 1_800_000, 0)),
			price(Call, 100 * WAD, 100 * WAD, WAD, 600_000)
		);
		// A third is left, two thirds are fixed at 120: 33⅓ against 20.
		let third = price(Put, 100 * WAD / 3, 20 * WAD, WAD, 200_000).unwrap();
		assert!((at(Put, 100, 600_000, 120) - third).abs() <= 4);
		// All that moves lies above the strike already.
		assert_eq!(at(Put, 70, 600_000, 120), 0);
		assert!((at(Call, 70, 600_000, 120) - (100 * WAD / 3 + 10 * WAD)).abs() <= 2);
		assert!((at(Future, 130, 600_000, 120) - (100 * WAD / 3 - 50 * WAD)).abs() <= 2);
		// At its end the average is the settlement price.
		for (kind, k) in [(Call, 110), (Put, 130), (Future, 110)] {
			let pays = payoff(kind, 120 * WAD, k * WAD);
			assert_eq!(Ok(at(kind, k, 0, 120)), pays);
		}
		let refused =
			|f, k, average| price_of_average(Call, f, k, WAD, 1, &Window { length_ms: 2, average });
		assert_eq!(refused(-1, 1, 1), Err(MathError::NegativePrice));
		assert_eq!(refused(1, -1, 1), Err(MathError::NegativePrice));
		assert_eq!(refused(1, 1, -1), Err(MathError::NegativePrice));
		let endless = price_of_average(Call, 1, 1, 1, u64::MAX, &Window::default());
		assert_eq!(endless, Err(MathError::Overflow));
	}

	#[test]
	fn limits_and_refusals() {
		let (f, k) = (100 * WAD, 80 * WAD);
		assert_eq!(price(Call, f, k, i128::MAX, u64::MAX), Ok(f));
		assert_eq!(price(Put, f, k, i128::MAX, u64::MAX), Ok(k));
		assert_eq!(price(Call, 0, k, WAD, YEAR_MS), Ok(0));
		assert_eq!(price(Put, 0, k, WAD, YEAR_MS), Ok(k));
		assert_eq!(price(Call, f, 0, WAD, YEAR_MS), Ok(f));
		assert_eq!(price(Put, f, 0, WAD, YEAR_MS), Ok(0));
		assert_eq!(price(Call, i128::MAX, i128::MAX, i128::MAX, u64::MAX), Ok(i128::MAX));
		assert_eq!(price(Call, -1, k, WAD, 1), Err(MathError::NegativePrice));
		assert_eq!(price(Call, f, -1, WAD, 1), Err(MathError::NegativePrice));
		assert_eq!(price(Call, f, k, -1, 1), Err(MathError::NegativeVolatility));
		assert_eq!(greeks(Call, f, k, -1, 1), Err(MathError::NegativeVolatility));
		assert_eq!(greeks(Put, f, -1, 1, 1), Err(MathError::NegativePrice));
	}

	#[test]
	fn greeks_at_the_limits() {
		let f = 100 * WAD;
		let only = |delta| Ok(Greeks { delta, ..Greeks::default() });
		assert_eq!(greeks(Future, f, f, WAD, YEAR_MS), only(WAD));
		assert_eq!(greeks(Call, f, f, WAD, 0), only(WAD / 2));
		assert_eq!(greeks(Put, f, f, 0, YEAR_MS), only(-WAD / 2));
		assert_eq!(greeks(Call, f, 99 * WAD, WAD, 0), only(WAD));
		assert_eq!(greeks(Put, f, 99 * WAD, WAD, 0), only(0));
		assert_eq!(greeks(Put, f, 101 * WAD, WAD, 0), only(-WAD));
		assert_eq!(greeks(Call, f, 0, WAD, YEAR_MS), only(WAD));
		assert_eq!(greeks(Put, 0, f, WAD, YEAR_MS), only(-WAD));
		assert_eq!(greeks(Call, f, f, i128::MAX, u64::MAX), only(WAD));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(1_000))]

		#[test]
		fn nothing_panics(
			f in any::<i128>(), k in any::<i128>(), vol in any::<i128>(), t in any::<u64>(),
			cut in proptest::array::uniform4(0..127_u32),
		) {
			let (f, k, vol, t) = (f >> cut[0], k >> cut[1], vol >> cut[2], t >> (cut[3] / 2));
			for kind in [Future, Call, Put] {
				let _ = payoff(kind, f, k);
				let _ = greeks(kind, f, k, vol, t);
				let value = price(kind, f, k, vol, t);
				if f >= 0 && k >= 0 && vol >= 0 {
					// No input in the domain is without a price, and it keeps its bounds.
					let highest = match kind { Future => f - k, Call => f, Put => k };
					let value = value?;
					prop_assert!(payoff(kind, f, k)? <= value && value <= highest);
				}
			}
		}

		#[test]
		fn parity_is_exact(
			f in 1..10_000_000 * WAD, k in 1..10_000_000 * WAD, vol in 0..10 * WAD,
			t in 0..4 * YEAR_MS,
		) {
			let difference = price(Call, f, k, vol, t)? - price(Put, f, k, vol, t)?;
			prop_assert_eq!(difference, f - k);
			let (call, put) = (greeks(Call, f, k, vol, t)?, greeks(Put, f, k, vol, t)?);
			prop_assert!((call.delta - put.delta - WAD).abs() <= 1);
			prop_assert_eq!((call.gamma, call.vega, call.theta), (put.gamma, put.vega, put.theta));
		}

		#[test]
		fn more_volatility_or_time_never_costs_less(
			f in WAD..1_000_000 * WAD, moneyness in 50..20_000_i128,
			vol in 0..5 * WAD, more in 0..5 * WAD, t in 0..3 * YEAR_MS, longer in 0..YEAR_MS,
		) {
			let k = strike_near(f, moneyness);
			for kind in [Call, Put] {
				let base = price(kind, f, k, vol, t)?;
				prop_assert!(price(kind, f, k, vol + more, t)? >= base - room(f, k));
				prop_assert!(price(kind, f, k, vol, t + longer)? >= base - room(f, k));
			}
		}

		#[test]
		fn prices_are_convex_and_monotone_in_the_strike(
			f in WAD..1_000_000 * WAD, moneyness in 200..5_000_i128, vol in WAD / 100..5 * WAD,
			t in 0..3 * YEAR_MS, step in 1..200_i128,
		) {
			let (low, high) = (strike_near(f, moneyness - step), strike_near(f, moneyness + step));
			let middle = (low + high) / 2;
			let at = |k| price(Call, f, k, vol, t);
			prop_assert!(at(low)? + room(f, high) >= at(high)?);
			prop_assert!(at(low)? + at(high)? + 2 * room(f, high) >= 2 * at(middle)?);
		}

		#[test]
		fn greeks_are_the_slopes_of_prices(
			f in 10 * WAD..100_000 * WAD, moneyness in 700..1_400_i128,
			vol in WAD / 5..2 * WAD, t in 7 * DAY_MS..YEAR_MS, put in any::<bool>(),
		) {
			let kind = if put { Put } else { Call };
			let k = strike_near(f, moneyness);
			let greeks = greeks(kind, f, k, vol, t)?;
			// Central differences; their error is of third order in the step.
			let step = f / 100_000;
			let (up, down) = (price(kind, f + step, k, vol, t)?, price(kind, f - step, k, vol, t)?);
			let delta = mul_div_unsigned((up - down).unsigned_abs(), UNIT, 2 * step as u128, Rounding::Nearest)?;
			prop_assert!((delta as Wad - greeks.delta.abs()).abs() < WAD / 1_000_000);
			let bend = up + down - 2 * price(kind, f, k, vol, t)?;
			let gamma = bend * WAD / step * WAD / step;
			// Four prices, each off by a part of 10^-16 or a unit, over the square of the step.
			let room = 4 * (f.max(k) / 10_000_000_000_000_000 + 1) * (WAD / step) * (WAD / step);
			prop_assert!((gamma - greeks.gamma).abs() <= greeks.gamma / 1_000 + room);
			let step = WAD / 100_000;
			let vega = price(kind, f, k, vol + step, t)? - price(kind, f, k, vol - step, t)?;
			prop_assert!((vega * 50_000 - greeks.vega).abs() < greeks.vega / 100_000 + f / 10_000_000);
			let step = 60_000;
			let decay = price(kind, f, k, vol, t - step)? - price(kind, f, k, vol, t + step)?;
			let theta = decay * i128::from(YEAR_MS) / i128::from(2 * step);
			prop_assert!((theta - greeks.theta).abs() < greeks.theta.abs() / 1_000 + f / 1_000_000);
		}
	}
}
