// SPDX-License-Identifier: Apache-2.0

//! How the sums of an expiry become USD, in 64-bit products.
//!
//! An expiry's sums have 57 bits in a unit that follows from their bound, and times a factor (the
//! forward, and a discount of up to 12) 57 bits in a unit of 2^n·10^-18 USD that follows from both. Sums
//! of several expiries are brought to the largest of their units. Each step is off by a few units, and a
//! unit is 2^-8 of the error bound that the expiry with this unit charges, so that the one error that is charged
//! for conversions has room: the bound of the sums is 2^44 times the error of its values
//! ([`crate::risk_array::RiskArray::error`]), so a unit of 57 bits is 2^-12 of the error or less, and
//! loses up to four bits to the factor.

use crate::{binary::mul62, fixed::Wad, risk_array::Expiry, MathError, Result};

/// 2^81 through a million, rounded down: 62 bits.
const PER_CONTRACT: i64 = ((1_u128 << 81) / 1_000_000) as i64;
/// No amount in USD reaches 2^121 units: it can be multiplied by 2^6 and fits.
const MOST_BITS: i32 = 121;

pub(super) struct Scale {
	/// Sums are in 2^cut of the unit of quantity times value.
	pub(super) cut: u32,
	/// What a factor's products are in: 2^unit of 10^-18 USD.
	pub(super) unit: i32,
	/// For V ≥ 0, for V < 0 and for V itself, below 2^62.
	positive: i64,
	negative: i64,
	plain: i64,
	/// 127 less the bits of the forward.
	zeros: u32,
}

impl Scale {
	/// For sums of at most `size`·2^56.
	pub(super) fn of(size: i128, expiry: &Expiry) -> Self {
		// With 2^cut > size/2 sums are at most 2^57.
		let cut = 127_u32.saturating_sub(size.leading_zeros());
		let forward = expiry.forward().unsigned_abs();
		let zeros = forward.leading_zeros();
		// The forward in 63 bits, then through a million in 58 to 59, two units too low at most.
		let top = (forward.wrapping_shl(zeros) >> 65) as i64;
		let plain = mul62(top, PER_CONTRACT) >> 4;
		// d⁻ is at most 1.5·e² (`Grid::validate`), so this is below 2^62.
		let [positive, negative] = expiry
			.discount_bits()
			.map(|discount| mul62(plain.wrapping_shl(4), discount.wrapping_shl(2)));
		// Value = sum·2^cut/(2^56·10^6)·forward, and plain = forward/10^6·2^(zeros − 50), of a
		// product with which 62 places go.
		let unit = (cut as i32).wrapping_add(56).wrapping_sub(zeros as i32);
		Self { cut, unit, positive, negative, plain, zeros }
	}

	/// V.
	pub(super) fn value(&self, sum: i64) -> i64 {
		mul62(sum, self.plain)
	}

	/// d⁺·V.
	pub(super) fn long(&self, sum: i64) -> i64 {
		mul62(sum, self.positive)
	}

	/// f(V).
	pub(super) fn discounted(&self, sum: i64) -> i64 {
		mul62(sum, if sum < 0 { self.negative } else { self.positive })
	}

	/// An error in 2^12 times the unit of quantity times value, in USD, rounded up.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub(super) fn error(&self, error: i128) -> Result<Wad> {
		let bits = 128_u32.saturating_sub(error.leading_zeros());
		// In 57 bits, rounded up.
		let short = match bits.checked_sub(57) {
			Some(cut) => (error.wrapping_shr(cut) as i64).wrapping_add(1),
			None => (error as i64).wrapping_shl(57_u32.saturating_sub(bits)),
		};
		let product = mul62(short, self.plain.wrapping_add(2)).wrapping_add(7);
		// As above, with a cut of bits − 57 + 12.
		let unit = (bits as i32).wrapping_add(11).wrapping_sub(self.zeros as i32);
		Ok(from_unit(product, unit)?.wrapping_add(1))
	}
}

/// `x·2^unit`, rounded down.
///
/// # Errors
/// `Overflow` if it is not below 2^121.
pub(super) fn from_unit(x: i64, unit: i32) -> Result<Wad> {
	if unit <= 0 {
		return Ok(x.wrapping_shr(unit.unsigned_abs().min(63)).into());
	}
	check_unit(x.unsigned_abs(), unit)?;
	Ok(i128::from(x).wrapping_shl(unit.unsigned_abs()))
}

/// That `most·2^unit` is below 2^121.
///
/// # Errors
/// `Overflow` if it is not.
pub(super) fn check_unit(most: u64, unit: i32) -> Result<()> {
	let bits = 64_u32.saturating_sub(most.leading_zeros()) as i32;
	// For zero any unit does.
	if most == 0 || bits.saturating_add(unit) <= MOST_BITS {
		Ok(())
	} else {
		Err(MathError::Overflow)
	}
}
