// SPDX-License-Identifier: Apache-2.0

//! Logarithm, exponential and root with 96 binary places: what a Wad's 18 decimals are rounded
//! from. Numbers stay far below 2^31, so that an `i128` holds them.

use crate::wide::{div_by_digit, div_wide, mul_wide, shr_nearest, sqrt_wide};

/// Binary places.
pub(crate) const BITS: u32 = 96;
/// One.
pub(crate) const ONE: u128 = 1 << BITS;
/// ln 2, rounded to nearest.
pub(crate) const LN_2: i128 = 54_916_777_467_707_473_351_141_471_128;
/// 1/√(2π), rounded to nearest.
pub(crate) const INV_SQRT_TWO_PI: u128 = 31_607_463_825_455_920_808_620_519_744;

/// `a·b`, rounded to nearest, saturating.
pub(crate) fn mul(a: u128, b: u128) -> u128 {
	let (high, low) = mul_wide(a, b);
	shr_nearest(high, low, BITS).unwrap_or(u128::MAX)
}

/// `a/b`, rounded down, saturating; `u128::MAX` if `b` is zero.
pub(crate) fn div(a: u128, b: u128) -> u128 {
	let (high, low) = mul_wide(a, ONE);
	div_wide(high, low, b).map_or(u128::MAX, |(quotient, _)| quotient)
}

/// Odd reciprocals 1/1, 1/3, 1/5, …
const ODD_RECIPROCALS: [u128; 21] = {
	let mut table = [ONE; 21];
	let mut k = 0;
	let mut odd = 1_u128;
	while k < table.len() {
		table[k] = match ONE.checked_div(odd) {
			Some(reciprocal) => reciprocal,
			None => 0,
		};
		k = k.wrapping_add(1);
		odd = odd.wrapping_add(2);
	}
	table
};

/// `n` as `m·2^e` with `m` in [2^125, 2^126); of a number of more than 126 bits the last go.
fn normalised(n: u128) -> (u128, i32) {
	let zeros = n.leading_zeros().min(127);
	let mantissa = n.wrapping_shl(zeros) >> 2;
	(mantissa, 2_i32.wrapping_sub_unsigned(zeros))
}

/// ln(a/b) for `a, b ≥ 1`, within 2^-93.
///
/// The ratio is brought into [2/3, 3/2] by a power of two; there
/// ln r = 2·artanh z = 2z(1 + z²/3 + z⁴/5 + …) with z = (r − 1)/(r + 1), |z| ≤ 1/5
/// (Abramowitz and Stegun, 4.1.27). What 21 terms leave out is below 2^-103.
pub(crate) fn ln_ratio(a: u128, b: u128) -> i128 {
	let (mut a, exponent_a) = normalised(a.max(1));
	let (mut b, exponent_b) = normalised(b.max(1));
	let mut exponent = exponent_a.wrapping_sub(exponent_b);
	// Mantissas are below 2^126: doubled, and added, they stay below 2^128.
	if a > b.wrapping_add(b >> 1) {
		b <<= 1;
		exponent = exponent.wrapping_add(1);
	} else if b > a.wrapping_add(a >> 1) {
		a <<= 1;
		exponent = exponent.wrapping_sub(1);
	}
	let z = div(a.abs_diff(b), a.wrapping_add(b));
	let square = mul(z, z);
	let mut series = 0;
	for reciprocal in ODD_RECIPROCALS.iter().rev() {
		series = mul(series, square).wrapping_add(*reciprocal);
	}
	// Below 2^96, as |z| ≤ 1/5 and the series is below 1.02.
	let logarithm = (mul(z, series) << 1) as i128;
	let logarithm = if a < b { logarithm.wrapping_neg() } else { logarithm };
	// |exponent| ≤ 128 and LN_2 < 2^96.
	i128::from(exponent).wrapping_mul(LN_2).wrapping_add(logarithm)
}

/// e^x for `|x| < 2^27` as `(m, k)`: m·2^k with `m` in [0.7, 1.42], relative error below
/// (1 + |x|)·2^-95.
///
/// k is the multiple of ln 2 next to x; the rest r, |r| ≤ ln 2/2, goes into Taylor's series, of
/// which 22 terms leave out less than 2^-107.
pub(crate) fn exp(x: i128) -> (u128, i32) {
	// |x| < 2^123: neither the sum nor the product below passes an i128.
	let exponent = x.wrapping_add(LN_2 >> 1).div_euclid(LN_2);
	let rest = x.wrapping_sub(exponent.wrapping_mul(LN_2));
	let magnitude = rest.unsigned_abs();
	let mut series = ONE;
	for n in (1..=21_u64).rev() {
		// term / n, n ≥ 1.
		let (term, _) = div_by_digit(0, mul(series, magnitude), n);
		// The series of e^r and of its tails stay between 1/2 and 3/2.
		series = if rest < 0 { ONE.wrapping_sub(term) } else { ONE.wrapping_add(term) };
	}
	(series, exponent as i32)
}

/// √(n/d) for whole numbers, rounded down. `d` is not zero.
pub(crate) fn sqrt_ratio(n: u64, d: u64) -> u128 {
	// n·2^192/d, digit by digit.
	let d = u128::from(d.max(1));
	let (high, rest) = div_wide(0, u128::from(n) << 64, d).unwrap_or((0, 0));
	let (low, _) = div_wide(rest, 0, d).unwrap_or((0, 0));
	sqrt_wide(high, low)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// 2^-90.
	const TINY: i128 = 1 << 6;

	#[test]
	fn powers_of_two_are_exact() {
		assert_eq!(ln_ratio(1, 1), 0);
		assert_eq!(ln_ratio(2, 1), LN_2);
		assert_eq!(ln_ratio(1, 2), -LN_2);
		assert_eq!(ln_ratio(1 << 127, 1), 127 * LN_2);
		assert_eq!(exp(0), (ONE, 0));
		assert_eq!(exp(LN_2), (ONE, 1));
		assert_eq!(exp(-50 * LN_2), (ONE, -50));
		assert_eq!(sqrt_ratio(4, 1), 2 * ONE);
		assert_eq!(sqrt_ratio(1, 4), ONE / 2);
		assert_eq!(sqrt_ratio(u64::MAX, 1) >> 96, (1 << 32) - 1);
	}

	proptest! {
		#[test]
		fn logarithms_add(a in 1..u64::MAX, b in 1..u64::MAX, c in 1..u64::MAX) {
			let (a, b, c) = (u128::from(a), u128::from(b), u128::from(c));
			let sum = ln_ratio(a, c) + ln_ratio(b, a);
			prop_assert!((sum - ln_ratio(b, c)).abs() < TINY);
			prop_assert_eq!(ln_ratio(a, b), -ln_ratio(b, a));
			prop_assert!((ln_ratio(a * c, b * c) - ln_ratio(a, b)).abs() < TINY);
		}

		#[test]
		fn the_exponential_undoes_the_logarithm(a in 1..u64::MAX, b in 1..u64::MAX) {
			let x = ln_ratio(a.into(), b.into());
			let (mantissa, exponent) = exp(x);
			// e^x·b = a to 2^-80 of a.
			let (high, low) = mul_wide(mantissa, u128::from(b) << 30);
			let back = shr_nearest(high, low, (66 - exponent).clamp(0, 300) as u32);
			let a = u128::from(a) << 60;
			prop_assert!(back.is_some_and(|back| back.abs_diff(a) <= (a >> 80) + 1), "{:?} {}", back, a);
		}
	}
}
