// SPDX-License-Identifier: Apache-2.0

//! The volatility at which an option has a given price.

use crate::{
	black76::{greeks, payoff, price, Kind},
	fixed::{add, mul_div, sub, Rounding, Wad, WAD},
	MathError, Result,
};

/// Newton needs five to ten steps, halving at most one for each bit of the bracket.
const MAX_STEPS: u32 = 200;

/// The annualised volatility (1.0 is 100 %) whose [`price`] is `target`, as near as that price's own
/// rounding lets tell: |price(result) − target| is at most vega times one unit, plus the error that
/// `price` states. Zero for the payoff on the forward itself.
///
/// Newton's method inside a bracket that is halved where it would leave it.
///
/// # Errors
/// `NoVolatility` if no volatility has that price: below the payoff on the forward, not below the
/// forward (call) or strike (put), without time, or of a future; `NegativePrice` if forward or
/// strike is below zero.
pub fn implied_vol(
	kind: Kind,
	forward: Wad,
	strike: Wad,
	target: Wad,
	time_ms: u64,
) -> Result<Wad> {
	let least = payoff(kind, forward, strike)?;
	let limit = match kind {
		Kind::Future => return Err(MathError::NoVolatility),
		Kind::Call => forward,
		Kind::Put => strike,
	};
	if target < least || target >= limit || time_ms == 0 {
		return Err(MathError::NoVolatility);
	}
	if target == least {
		return Ok(0);
	}
	let at = |volatility| price(kind, forward, strike, volatility, time_ms);
	let (mut low, mut high) = (0, WAD);
	while at(high)? < target {
		low = high;
		high = high.checked_mul(2).ok_or(MathError::NoVolatility)?;
	}
	let mut guess = midpoint(low, high)?;
	for _ in 0..MAX_STEPS {
		let miss = sub(at(guess)?, target)?;
		if miss == 0 {
			break;
		}
		if miss < 0 {
			low = guess;
		} else {
			high = guess;
		}
		if sub(high, low)? <= 1 {
			return Ok(high);
		}
		let newton = greeks(kind, forward, strike, guess, time_ms)
			.and_then(|greeks| mul_div(miss, WAD, greeks.vega, Rounding::Nearest))
			.and_then(|step| sub(guess, step));
		guess = match newton {
			// A step below a unit: nothing nearer can be told.
			Ok(next) if next == guess => break,
			Ok(next) if low < next && next < high => next,
			_ => midpoint(low, high)?,
		};
	}
	Ok(guess)
}

fn midpoint(low: Wad, high: Wad) -> Result<Wad> {
	add(low, sub(high, low)? >> 1)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::black76::YEAR_MS;
	use proptest::prelude::*;
	use Kind::*;

	const F: Wad = 100 * WAD;

	#[test]
	fn prices_that_no_volatility_has() {
		let of = |kind, k: Wad, target| implied_vol(kind, F, k * WAD, target, YEAR_MS);
		let none = Err(MathError::NoVolatility);
		assert_eq!(of(Call, 90, 10 * WAD - 1), none);
		assert_eq!(of(Call, 90, 10 * WAD), Ok(0));
		assert_eq!(of(Call, 90, F), none);
		assert_eq!(of(Put, 90, 90 * WAD), none);
		assert_eq!(of(Put, 90, -1), none);
		assert_eq!(of(Put, 90, 0), Ok(0));
		assert_eq!(of(Future, 90, 10 * WAD), none);
		assert_eq!(implied_vol(Call, F, F, WAD, 0), none);
		assert_eq!(implied_vol(Call, -1, F, WAD, 1), Err(MathError::NegativePrice));
		assert_eq!(of(Put, 0, 0), none);
	}

	#[test]
	fn the_last_unit_below_the_limit_has_a_volatility() {
		let volatility = implied_vol(Call, F, F, F - 1, YEAR_MS).unwrap();
		assert!((15 * WAD..20 * WAD).contains(&volatility), "{volatility}");
	}

	proptest! {
		#[test]
		fn a_price_gives_back_its_volatility(
			moneyness in -1_000..1_000_i128, volatility in WAD / 20..5 * WAD,
			time in 3_600_000..3 * YEAR_MS, put in any::<bool>(),
		) {
			let kind = if put { Put } else { Call };
			let strike = crate::mul(F, crate::functions::exp(moneyness * WAD / 1_000)?, Rounding::Down)?;
			let target = price(kind, F, strike, volatility, time)?;
			let Ok(found) = implied_vol(kind, F, strike, target, time) else {
				// So far away that it is worth nothing but its payoff.
				let limit = if put { strike } else { F };
				prop_assert!(target >= limit);
				return Ok(());
			};
			let vega = greeks(kind, F, strike, volatility, time)?.vega;
			let off = (price(kind, F, strike, found, time)? - target).abs();
			prop_assert!(off <= 4 + vega / WAD + F.max(strike) / WAD, "off by {}", off);
			// The error of the price, over vega.
			if vega > WAD / 1_000 {
				prop_assert!((found - volatility).abs() <= 500_000 * WAD / vega + 2, "{} {}", found, volatility);
			}
		}

		#[test]
		fn nothing_panics(
			f in any::<i128>(), k in any::<i128>(), target in any::<i128>(), time in any::<u64>(),
			cut in proptest::array::uniform3(0..127_u32),
		) {
			for kind in [Future, Call, Put] {
				let _ = implied_vol(kind, f >> cut[0], k >> cut[1], target >> cut[2], time);
			}
		}
	}
}
