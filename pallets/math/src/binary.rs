// SPDX-License-Identifier: Apache-2.0

//! Signed fixed point in 64 bits with binary places, for the scenario kernels: in wasm a 128-bit
//! product costs six times what it costs natively, a 64-bit one the same.

use crate::{
	fast,
	fixed::{mul_div, Rounding, Wad, WAD},
	MathError, Result,
};

/// A number times 2^`PLACES`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Binary<const PLACES: u32>(i64);

/// Ratios to a forward, logarithms, deviations σ√T: up to ±128 in steps of 1.4·10^-17.
pub type Q56 = Binary<56>;

/// Probabilities and factors of up to one: below 2 in steps of 2.2·10^-19.
pub type Q62 = Binary<62>;

impl<const PLACES: u32> Binary<PLACES> {
	/// Zero.
	pub const ZERO: Self = Self(0);
	/// One.
	pub const ONE: Self = Self(1_i64.wrapping_shl(PLACES));

	/// From the number times 2^`PLACES`.
	pub const fn from_bits(bits: i64) -> Self {
		Self(bits)
	}

	/// The number times 2^`PLACES`.
	pub const fn bits(self) -> i64 {
		self.0
	}

	/// `n/d`, rounded once.
	///
	/// # Errors
	/// `DivisionByZero` if `d` is zero; `Overflow` if it does not fit.
	pub fn ratio(n: i128, d: i128, r: Rounding) -> Result<Self> {
		let bits = mul_div(n, Self::ONE.0.into(), d, r)?;
		bits.try_into().map(Self).map_err(|_| MathError::Overflow)
	}

	/// The number times n/d in 64-bit arithmetic: within 2^-57 of it and seven units, held within what fits;
	/// zero if `d` is.
	pub fn scaled(self, n: u64, d: u64) -> Self {
		Self(fast::scale(self.0, n, d))
	}

	/// The same number, rounded once.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub fn from_wad(x: Wad, r: Rounding) -> Result<Self> {
		Self::ratio(x, WAD, r)
	}

	/// The same number, rounded once. It always fits.
	///
	/// # Errors
	/// None; a result for the sake of uniformity.
	pub fn to_wad(self, r: Rounding) -> Result<Wad> {
		mul_div(self.0.into(), WAD, Self::ONE.0.into(), r)
	}
}

/// `a·b/2^62` for `−2^62 ≤ a < 2^63`, `0 ≤ b ≤ 2^62`: at most six units too low, never too high. In
/// three products of 32-bit halves; that of the low ones is left out.
pub(crate) const fn mul62(a: i64, b: i64) -> i64 {
	const LOW: i64 = u32::MAX as i64;
	let (a1, a0, b1, b0) = (a >> 32, a & LOW, b >> 32, b & LOW);
	// −2^30 ≤ a1 < 2^31 and b1 ≤ 2^30: no product reaches 2^63, and the sum is between a − 6 and a. The
	// low halves are not below zero whatever the sign of a, so all that is cut or left out is too low.
	(a1.wrapping_mul(b1) << 2)
		.wrapping_add(a1.wrapping_mul(b0) >> 30)
		.wrapping_add(a0.wrapping_mul(b1) >> 30)
}

/// `a·b/2^56`, rounded down, held within what an `i64` holds: outside the hot loop.
pub(crate) fn times(a: i64, b: i64) -> i64 {
	// An i128 holds every product of two i64.
	let product = i128::from(a).wrapping_mul(b.into()) >> 56;
	product.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use Rounding::*;

	#[test]
	fn conversions_round_as_asked() {
		assert_eq!(Q56::ONE.to_wad(Down), Ok(WAD));
		assert_eq!(Q62::from_wad(WAD, Up), Ok(Q62::ONE));
		assert_eq!(Q56::ratio(1, 3, Down).unwrap().bits(), (1 << 56) / 3);
		assert_eq!(Q56::ratio(1, 3, Up).unwrap().bits(), (1 << 56) / 3 + 1);
		assert_eq!(Q56::ratio(-1, 3, Down).unwrap().bits(), -(1 << 56) / 3 - 1);
		assert_eq!(Q56::from_bits(1).to_wad(Down), Ok(13));
		assert_eq!(Q56::from_bits(1).to_wad(Up), Ok(14));
		assert_eq!(Q56::from_bits(-1).to_wad(Up), Ok(-13));
		assert_eq!(Q56::from_wad(128 * WAD, Down), Err(MathError::Overflow));
		assert_eq!(Q62::from_wad(2 * WAD, Down), Err(MathError::Overflow));
		assert_eq!(Q62::from_wad(-2 * WAD, Down), Ok(Q62::from_bits(i64::MIN)));
		assert_eq!(Q56::ratio(1, 0, Down), Err(MathError::DivisionByZero));
		assert_eq!(times(i64::MIN, i64::MIN), i64::MAX);
		assert_eq!((times(-1, 1), times(3 << 56, -5), times(1 << 56, 7)), (-1, -15, 7));
	}

	proptest! {
		#[test]
		fn a_wad_comes_back(x in -127 * WAD..127 * WAD) {
			let back = Q56::from_wad(x, Nearest)?.to_wad(Nearest)?;
			// Half a unit of 2^-56 is seven of 10^-18.
			prop_assert!((back - x).abs() <= 7);
			prop_assert!(Q56::from_wad(x, Down)?.to_wad(Down)? <= x);
			prop_assert!(Q56::from_wad(x, Up)?.to_wad(Up)? >= x);
		}

		#[test]
		fn short_products_are_at_most_six_units_low(
			a in 0..=i64::MAX, b in 0..=1_i64 << 62, cut in 0..63_u32, other in 0..63_u32,
		) {
			let signed = [(-(a >> 1), b), (-(a >> cut >> 1), b), (-1 << 62, 1 << 62)];
			for (a, b) in [(a, b), (a >> cut, b), (a, b >> other), (i64::MAX - (a >> cut), 1 << 62)]
				.into_iter()
				.chain(signed)
			{
				let exact = (i128::from(a) * i128::from(b)) >> 62;
				let low = exact - i128::from(mul62(a, b));
				prop_assert!((0..=6).contains(&low), "{} {}: {}", a, b, low);
			}
		}
	}
}
