// SPDX-License-Identifier: GPL-3.0-or-later

//! What a session of the ledger did, by which a call is charged (ADR 40).

use frame_support::weights::Weight;

/// What one more costs, by a weight with one component: its slope. Where there are few, a measured weight may stand
/// at the least time that was seen, so it is taken far out.
pub fn each(of: impl Fn(u32) -> Weight) -> Weight {
	const MANY: u32 = 10_000;
	of(MANY.saturating_add(1)).saturating_sub(of(MANY))
}

/// What is once, whatever the count, by the same weight: what one takes without its slope. `of(0)` may stand at the
/// least time that was seen, which is that of one, and so have one too much in it.
pub fn fixed(of: impl Fn(u32) -> Weight) -> Weight {
	of(1).saturating_sub(each(of))
}

/// What one session did: what it valued, each account as often as it did and as large as it was, and what it
/// learnt of prices, each once, whichever accounts needed it. What it did for a journal that was refused counts
/// too.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Work {
	/// Valuations of accounts.
	pub valuations: u32,
	/// Underlyings that they had positions in.
	pub underlyings: u32,
	/// Expiries of an underlying that they had positions in.
	pub expiries: u32,
	/// Their positions.
	pub positions: u32,
	/// Their resting orders. They are in no more series than there are of them.
	pub orders: u32,
	/// Their kinds of collateral.
	pub lots: u32,
	/// Underlyings of which prices were read.
	pub new_underlyings: u32,
	/// Expiries of which they were.
	pub new_expiries: u32,
	/// Marks and risk arrays that were computed.
	pub new_series: u32,
	/// Kinds of collateral that were read.
	pub new_kinds: u32,
	/// Rungs of the ladder on which accounts were filed anew.
	pub moved: u32,
}

impl Work {
	/// Both together.
	pub fn plus(&self, other: &Self) -> Self {
		self.by_part(other, u32::saturating_add)
	}

	/// What is beyond the other, part by part.
	pub fn beyond(&self, other: &Self) -> Self {
		self.by_part(other, u32::saturating_sub)
	}

	/// What is in both, part by part.
	pub fn at_most(&self, other: &Self) -> Self {
		self.by_part(other, core::cmp::Ord::min)
	}

	fn by_part(&self, other: &Self, of: impl Fn(u32, u32) -> u32) -> Self {
		Self {
			valuations: of(self.valuations, other.valuations),
			underlyings: of(self.underlyings, other.underlyings),
			expiries: of(self.expiries, other.expiries),
			positions: of(self.positions, other.positions),
			orders: of(self.orders, other.orders),
			lots: of(self.lots, other.lots),
			new_underlyings: of(self.new_underlyings, other.new_underlyings),
			new_expiries: of(self.new_expiries, other.new_expiries),
			new_series: of(self.new_series, other.new_series),
			new_kinds: of(self.new_kinds, other.new_kinds),
			moved: of(self.moved, other.moved),
		}
	}
}
