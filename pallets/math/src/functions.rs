// SPDX-License-Identifier: Apache-2.0

//! Elementary functions of Wads. The measured errors are in the README; tests hold them.

use crate::{
	fixed::{mul_div, signed, Rounding, Wad, UNIT, WAD},
	normal, q96,
	wide::{div_wide, mul_wide, shr_nearest, sqrt_wide},
	MathError, Result,
};

/// Natural logarithm, to nearest: within one unit.
///
/// # Errors
/// `Domain` if `x ≤ 0`.
pub fn ln(x: Wad) -> Result<Wad> {
	if x <= 0 {
		return Err(MathError::Domain);
	}
	mul_div(q96::ln_ratio(x.unsigned_abs(), UNIT), WAD, q96::ONE as i128, Rounding::Nearest)
}

/// e^x, to nearest: within one unit plus 10^-26 of the value. Zero from −43 down.
///
/// # Errors
/// `Overflow` from about 46.58 up, where the result no longer fits.
pub fn exp(x: Wad) -> Result<Wad> {
	const LOWEST: Wad = -43 * WAD;
	const HIGHEST: Wad = 47 * WAD;
	if x <= LOWEST {
		return Ok(0);
	}
	if x >= HIGHEST {
		return Err(MathError::Overflow);
	}
	let (mantissa, exponent) = q96::exp(mul_div(x, q96::ONE as i128, WAD, Rounding::Nearest)?);
	let (high, low) = mul_wide(mantissa, UNIT);
	// The exponent lies between −63 and 68.
	let bits = 96_i32.saturating_sub(exponent).unsigned_abs();
	signed(false, shr_nearest(high, low, bits).ok_or(MathError::Overflow)?)
}

/// Square root, rounded down: exact but for that.
///
/// # Errors
/// `Domain` if `x < 0`.
pub fn sqrt(x: Wad) -> Result<Wad> {
	if x < 0 {
		return Err(MathError::Domain);
	}
	let (high, low) = mul_wide(x.unsigned_abs(), UNIT);
	signed(false, sqrt_wide(high, low))
}

/// Φ(x), the standard normal distribution, to nearest: within one unit, between 0 and 1, and
/// Φ(x) + Φ(−x) = 1 exactly.
///
/// # Errors
/// None; a result for the sake of uniformity.
pub fn normal_cdf(x: Wad) -> Result<Wad> {
	let tail = to_wad(normal::tail(magnitude(x)));
	Ok(if x < 0 { tail } else { WAD.saturating_sub(tail) })
}

/// φ(x), the density of the standard normal distribution, to nearest: within one unit.
///
/// # Errors
/// None; a result for the sake of uniformity.
pub fn normal_pdf(x: Wad) -> Result<Wad> {
	Ok(to_wad(normal::density(magnitude(x))))
}

/// The magnitude of a Wad with 96 binary places; anything from 10 up is as good as 10.
fn magnitude(x: Wad) -> u128 {
	let (high, low) = mul_wide(x.unsigned_abs(), q96::ONE);
	div_wide(high, low, UNIT).map_or(u128::MAX, |(quotient, _)| quotient)
}

/// A number of up to 1 with 96 binary places as a Wad, to nearest.
fn to_wad(x: u128) -> Wad {
	q96::mul(x, UNIT) as Wad
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn known_values() {
		assert_eq!(ln(WAD), Ok(0));
		assert_eq!(ln(2 * WAD), Ok(693_147_180_559_945_309));
		assert_eq!(ln(10 * WAD), Ok(2_302_585_092_994_045_684));
		assert_eq!(ln(1), Ok(-41_446_531_673_892_822_312));
		assert_eq!(exp(0), Ok(WAD));
		assert_eq!(exp(WAD), Ok(2_718_281_828_459_045_235));
		assert_eq!(exp(-WAD), Ok(367_879_441_171_442_322));
		assert_eq!(sqrt(2 * WAD), Ok(1_414_213_562_373_095_048));
		assert_eq!(sqrt(4 * WAD), Ok(2 * WAD));
		assert_eq!(sqrt(0), Ok(0));
		assert_eq!(normal_cdf(0), Ok(WAD / 2));
		assert_eq!(normal_cdf(WAD), Ok(841_344_746_068_542_949));
		assert_eq!(normal_cdf(-WAD), Ok(158_655_253_931_457_051));
		assert_eq!(normal_pdf(0), Ok(398_942_280_401_432_678));
		assert_eq!(normal_pdf(WAD), Ok(241_970_724_519_143_350));
	}

	#[test]
	fn the_ends_of_the_range() {
		assert_eq!(ln(0), Err(MathError::Domain));
		assert_eq!(ln(i128::MIN), Err(MathError::Domain));
		assert_eq!(sqrt(-1), Err(MathError::Domain));
		assert_eq!(exp(i128::MIN), Ok(0));
		assert_eq!(exp(-43 * WAD), Ok(0));
		// e^-42 is nearest to one unit, e^-42.5 to none.
		assert_eq!(exp(-42 * WAD), Ok(1));
		assert_eq!(exp(-42 * WAD - WAD / 2), Ok(0));
		assert!(exp(46_570_000_000_000_000_000).is_ok_and(|high| high > i128::MAX / 100 * 98));
		assert_eq!(exp(46_600_000_000_000_000_000), Err(MathError::Overflow));
		assert_eq!(exp(47 * WAD), Err(MathError::Overflow));
		assert_eq!(exp(i128::MAX), Err(MathError::Overflow));
		assert_eq!(normal_cdf(i128::MIN), Ok(0));
		assert_eq!(normal_cdf(i128::MAX), Ok(WAD));
		assert_eq!(normal_pdf(i128::MIN), Ok(0));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(1_000))]

		#[test]
		fn nothing_panics(x in any::<i128>(), shift in 0..127_u32) {
			let x = x >> shift;
			let _ = (ln(x), exp(x), sqrt(x), normal_cdf(x), normal_pdf(x));
		}

		#[test]
		fn roots_are_floors(x in 0..i128::MAX, shift in 0..127_u32) {
			let x = x >> shift;
			let root = sqrt(x)?.unsigned_abs();
			prop_assert!(mul_wide(root, root) <= mul_wide(x as u128, UNIT));
			prop_assert!(mul_wide(root + 1, root + 1) > mul_wide(x as u128, UNIT));
		}

		#[test]
		fn the_distribution_is_symmetric_and_bounded(x in -12 * WAD..12 * WAD) {
			prop_assert_eq!(normal_cdf(x)? + normal_cdf(-x)?, WAD);
			prop_assert!((0..=WAD).contains(&normal_cdf(x)?));
			prop_assert_eq!(normal_pdf(x)?, normal_pdf(-x)?);
		}

		#[test]
		fn they_are_monotone_to_a_unit(a in -40 * WAD..40 * WAD, b in -40 * WAD..40 * WAD) {
			let (low, high) = (a.min(b), a.max(b));
			prop_assert!(exp(low)? <= exp(high)?);
			prop_assert!(normal_cdf(low)? <= normal_cdf(high)? + 1);
			if low > 0 {
				prop_assert!(ln(low)? <= ln(high)?);
			}
		}

		#[test]
		fn ln_undoes_exp(x in -20 * WAD..40 * WAD) {
			// One unit of e^x is e^-x of its logarithm.
			let room = mul_div(WAD, WAD, exp(x)?, Rounding::Up)? + 2;
			prop_assert!((ln(exp(x)?)? - x).abs() <= room);
		}
	}
}
