// SPDX-License-Identifier: GPL-3.0-or-later

//! Cutting a share out of an account.

use alloc::vec::Vec;
use straddle_math::{
	fixed::{mul_div, Rounding, Wad, WAD},
	MathError, Result,
};
use straddle_primitives::*;
use straddle_traits::Entry;

/// What changes hands.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Parts {
	/// Tokens of each kind, never negative.
	pub lots: Vec<(CollateralId, i128)>,
	/// Contracts of each series, with the sign of the position.
	pub positions: Vec<(Series, Quantity)>,
}

impl Parts {
	/// `share` of everything.
	///
	/// Positions round away from zero, at most the position. Lots round to zero: their value is known
	/// as a sum only, and a lot of one smallest unit must not make a small share dear.
	///
	/// # Errors
	/// An amount does not fit.
	pub fn of(
		lots: &[(CollateralId, u128)],
		positions: &[(Series, Quantity)],
		share: Wad,
	) -> Result<Self> {
		let mut parts = Self::default();
		for (kind, amount) in lots {
			let amount = i128::try_from(*amount).map_err(|_| MathError::Overflow)?;
			let taken = mul_div(amount, share, WAD, Rounding::Down)?.min(amount);
			if taken > 0 {
				parts.lots.push((*kind, taken));
			}
		}
		for (series, quantity) in positions {
			let taken = quantity_part(*quantity, share)?;
			if taken != 0 {
				parts.positions.push((*series, taken));
			}
		}
		Ok(parts)
	}

	/// Nothing changes hands.
	pub fn is_empty(&self) -> bool {
		self.lots.is_empty() && self.positions.is_empty()
	}

	/// `entry` with these parts leaving.
	///
	/// # Errors
	/// A quantity has no opposite.
	pub fn leave(&self, mut entry: Entry) -> Result<Entry> {
		for (kind, amount) in &self.lots {
			entry.lots.push((*kind, amount.checked_neg().ok_or(MathError::Overflow)?));
		}
		for (series, quantity) in &self.positions {
			entry.positions.push((*series, quantity.checked_neg().ok_or(MathError::Overflow)?));
		}
		Ok(entry)
	}

	/// `entry` with these parts coming in.
	pub fn enter(&self, mut entry: Entry) -> Entry {
		entry.lots.extend(self.lots.iter().copied());
		entry.positions.extend(self.positions.iter().copied());
		entry
	}
}

/// `share` of a position, rounded away from zero, at most the position.
///
/// # Errors
/// The arithmetic does not fit.
pub fn quantity_part(quantity: Quantity, share: Wad) -> Result<Quantity> {
	let size = i128::from(quantity).saturating_abs();
	let taken = mul_div(size, share, WAD, Rounding::Up)?.min(size);
	let signed = if quantity < 0 { taken.saturating_neg() } else { taken };
	Quantity::try_from(signed).map_err(|_| MathError::Overflow)
}

/// Value of what rounding added to `share` of a position, in cash units, rounded up.
///
/// # Errors
/// The arithmetic does not fit.
pub fn rounding_value(
	quantity: Quantity,
	taken: Quantity,
	share: Wad,
	value_per_contract: Wad,
) -> Result<Wad> {
	let whole = i128::from(taken).checked_mul(WAD).ok_or(MathError::Overflow)?;
	let exact = i128::from(quantity).checked_mul(share).ok_or(MathError::Overflow)?;
	let added = whole.checked_sub(exact).ok_or(MathError::Overflow)?;
	let contract = i128::from(CONTRACT).saturating_mul(WAD);
	mul_div(value_per_contract, added, contract, Rounding::Up)
}
