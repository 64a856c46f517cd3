// SPDX-License-Identifier: Apache-2.0

//! Signed fixed point with 18 decimals, and the one exact operation that everything else is made of.

use crate::{
	wide::{div_wide, mul_wide},
	MathError, Result,
};

/// A value times 10^18.
pub type Wad = i128;

/// One.
pub const WAD: Wad = 1_000_000_000_000_000_000;

/// [`WAD`] without its sign.
pub(crate) const UNIT: u128 = WAD.unsigned_abs();

/// Where a result goes that is not a whole number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
	/// To −∞.
	Down,
	/// To +∞.
	Up,
	/// To the nearest; a half goes away from zero.
	Nearest,
}

/// `a·b/d`, exact through 256 bits, then rounded once.
///
/// # Errors
/// `DivisionByZero` if `d` is zero; `Overflow` if the result does not fit.
pub fn mul_div(a: i128, b: i128, d: i128, r: Rounding) -> Result<i128> {
	let negative = (a < 0) ^ (b < 0) ^ (d < 0);
	// The magnitude grows when rounding away from zero.
	let rounding = match (r, negative) {
		(Rounding::Nearest, _) => Rounding::Nearest,
		(Rounding::Up, false) | (Rounding::Down, true) => Rounding::Up,
		(Rounding::Up, true) | (Rounding::Down, false) => Rounding::Down,
	};
	let magnitude =
		mul_div_unsigned(a.unsigned_abs(), b.unsigned_abs(), d.unsigned_abs(), rounding)?;
	signed(negative, magnitude)
}

/// `a·b/d` of unsigned numbers.
pub(crate) fn mul_div_unsigned(a: u128, b: u128, d: u128, r: Rounding) -> Result<u128> {
	if d == 0 {
		return Err(MathError::DivisionByZero);
	}
	let (high, low) = mul_wide(a, b);
	let (quotient, rest) = div_wide(high, low, d).ok_or(MathError::Overflow)?;
	let away = match r {
		Rounding::Down => false,
		Rounding::Up => rest != 0,
		// rest ≥ d − rest, which is 2·rest ≥ d without the carry.
		Rounding::Nearest => rest >= d.wrapping_sub(rest),
	};
	quotient.checked_add(u128::from(away)).ok_or(MathError::Overflow)
}

/// A number from its sign and magnitude.
pub(crate) fn signed(negative: bool, magnitude: u128) -> Result<i128> {
	let number = if negative {
		0_i128.checked_sub_unsigned(magnitude)
	} else {
		0_i128.checked_add_unsigned(magnitude)
	};
	number.ok_or(MathError::Overflow)
}

/// `a·b` of Wads.
///
/// # Errors
/// `Overflow` if the result does not fit.
pub fn mul(a: Wad, b: Wad, r: Rounding) -> Result<Wad> {
	mul_div(a, b, WAD, r)
}

/// `a/b` of Wads.
///
/// # Errors
/// `DivisionByZero` if `b` is zero; `Overflow` if the result does not fit.
pub fn div(a: Wad, b: Wad, r: Rounding) -> Result<Wad> {
	mul_div(a, WAD, b, r)
}

/// `a + b`, or `Overflow`.
pub(crate) fn add(a: i128, b: i128) -> Result<i128> {
	a.checked_add(b).ok_or(MathError::Overflow)
}

/// `a − b`, or `Overflow`.
pub(crate) fn sub(a: i128, b: i128) -> Result<i128> {
	a.checked_sub(b).ok_or(MathError::Overflow)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use Rounding::*;

	#[test]
	fn rounding_by_sign() {
		let of = |a, d| [Down, Up, Nearest].map(|r| mul_div(a, 1, d, r).unwrap());
		assert_eq!(of(7, 2), [3, 4, 4]);
		assert_eq!(of(-7, 2), [-4, -3, -4]);
		assert_eq!(of(7, -2), [-4, -3, -4]);
		assert_eq!(of(-7, -2), [3, 4, 4]);
		assert_eq!(of(4, 3), [1, 2, 1]);
		assert_eq!(of(-5, 3), [-2, -1, -2]);
		assert_eq!(of(6, 3), [2, 2, 2]);
		assert_eq!(of(0, -3), [0, 0, 0]);
	}

	#[test]
	fn the_ends_of_the_range() {
		let (low, high) = (i128::MIN, i128::MAX);
		assert_eq!(mul_div(low, low, low, Nearest), Ok(low));
		assert_eq!(mul_div(high, high, high, Down), Ok(high));
		assert_eq!(mul_div(low, 1, -1, Down), Err(MathError::Overflow));
		assert_eq!(mul_div(low, -1, 1, Down), Err(MathError::Overflow));
		assert_eq!(mul_div(high, 2, 1, Down), Err(MathError::Overflow));
		assert_eq!(mul_div(high, high, 0, Down), Err(MathError::DivisionByZero));
		assert_eq!(mul(WAD, WAD, Down), Ok(WAD));
		assert_eq!(mul(high, WAD, Down), Ok(high));
		assert_eq!(mul(high, WAD + 1, Down), Err(MathError::Overflow));
		assert_eq!(mul(1, 1, Down), Ok(0));
		assert_eq!(mul(1, 1, Up), Ok(1));
		assert_eq!(mul(-1, 1, Up), Ok(0));
		assert_eq!(mul(-1, 1, Down), Ok(-1));
		assert_eq!(div(WAD, 3 * WAD, Up), Ok(333_333_333_333_333_334));
		assert_eq!(div(1, 0, Up), Err(MathError::DivisionByZero));
		assert_eq!(div(high, 1, Up), Err(MathError::Overflow));
		assert_eq!(mul_div_unsigned(u128::MAX, 3, 3, Down), Ok(u128::MAX));
		assert_eq!(mul_div_unsigned(u128::MAX, 3, 2, Down), Err(MathError::Overflow));
		// (2^256 − 2^129 + 1) / (2^128 − 1) fits, and (2^128 − 1)·(2^127 + 1)/2^127 rounded up not.
		assert_eq!(mul_div_unsigned(u128::MAX, u128::MAX, u128::MAX, Up), Ok(u128::MAX));
		assert_eq!(
			mul_div_unsigned(u128::MAX, (1 << 127) + 1, 1 << 127, Up),
			Err(MathError::Overflow)
		);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn small_numbers_agree_with_plain_arithmetic(a in any::<i64>(), b in any::<i64>(), d in any::<i64>()) {
			prop_assume!(d != 0);
			let (a, b, d) = (i128::from(a), i128::from(b), i128::from(d));
			// Euclid's rest is not negative, so that with a positive divisor it is the floor's.
			let n = a * b * d.signum();
			let size = d.abs();
			let (floor, rest) = (n.div_euclid(size), n.rem_euclid(size));
			prop_assert_eq!(mul_div(a, b, d, Down), Ok(floor));
			prop_assert_eq!(mul_div(a, b, d, Up), Ok(floor + i128::from(rest != 0)));
			let up = 2 * rest > size || (2 * rest == size && n > 0);
			prop_assert_eq!(mul_div(a, b, d, Nearest), Ok(floor + i128::from(up)));
		}

		#[test]
		fn the_three_ways_lie_side_by_side(
			a in any::<i128>(), b in any::<i128>(), d in any::<i128>(), cut in prop::array::uniform3(0..127_u32),
		) {
			let (a, b, d) = (a >> cut[0], b >> cut[1], d >> cut[2]);
			let [down, up, nearest] = [Down, Up, Nearest].map(|r| mul_div(a, b, d, r));
			if let (Ok(down), Ok(up)) = (down, up) {
				prop_assert!(up == down || up == down + 1);
				prop_assert!(nearest == Ok(down) || nearest == Ok(up));
			}
			prop_assert_eq!(down == Err(MathError::DivisionByZero), d == 0);
			// The mirror image.
			if let (Some(opposite), Ok(down)) = (a.checked_neg(), down) {
				if down > i128::MIN {
					prop_assert_eq!(mul_div(opposite, b, d, Up), Ok(-down));
				}
			}
		}

		#[test]
		fn a_product_divides_back(a in any::<i128>(), b in any::<i128>()) {
			prop_assume!(b != 0);
			for rounding in [Down, Up, Nearest] {
				prop_assert_eq!(mul_div(a, b, b, rounding), Ok(a));
			}
		}
	}
}
