// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account holds.

use alloc::vec::Vec;
use straddle_primitives::*;

/// All that valuing an account looks at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Holdings<AccountId> {
	/// Who owns it.
	pub owner: AccountId,
	/// In smallest units, with interest up to now.
	pub cash: Cash,
	/// Sorted by kind, none empty.
	pub lots: Vec<(CollateralId, u128)>,
	/// Sorted by series, none empty.
	pub positions: Vec<(Series, Quantity)>,
	/// Series with resting orders, sorted, each once.
	pub ordered: Vec<Series>,
	/// How many orders rest.
	pub orders: u32,
}

impl<AccountId> Holdings<AccountId> {
	/// Whether nothing could be sold.
	pub fn is_bare(&self) -> bool {
		self.lots.is_empty() && self.positions.is_empty()
	}
}
