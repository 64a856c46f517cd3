// SPDX-License-Identifier: GPL-3.0-or-later

//! What an auction's sales were: which of its states a bid may still name, and what bids gained since the start (RISK.md
//! 8, ADR 49).
//!
//! A sale takes the same part of all that is for sale, and leaves what it costs to a unit as it was. So a bid
//! on a state before it is one on the state after it, for so much more of what is left.

use crate::{bids::Plan, *};
use frame_support::{pallet_prelude::ConstU32, BoundedVec};
use sp_runtime::{traits::SaturatedConversion, Perbill};
use straddle_math::{
	fixed::{mul, mul_div, Rounding, Wad, WAD},
	MathError,
};
use straddle_primitives::Cash;

/// After so many sales a bid on the state before them is refused.
pub const MAX_PAST: u32 = 16;

/// What was left of an auction before each of its last sales, in parts of 10^18.
pub type Past = BoundedVec<u64, ConstU32<MAX_PAST>>;

/// What a bidder signed, of what is left now.
pub(crate) struct Signed {
	/// The largest share that he named.
	named: Wad,
	/// What was left of the auction in the state that he named, and what is now.
	then: Wad,
	now: Wad,
}

impl Auction {
	/// What was left in this state, if only a few sales came since.
	pub fn left_at(&self, state_id: u32) -> Option<u64> {
		match self.state_id.checked_sub(state_id)? {
			0 => Some(self.left),
			sales => {
				let at = self.past.len().checked_sub(sales.saturated_into())?;
				self.past.get(at).copied()
			},
		}
	}

	/// What a bid on this state is now.
	pub(crate) fn signed(&self, state_id: u32, max_share: Perbill) -> Option<Signed> {
		let (then, now) = (self.left_at(state_id)?.into(), self.left.into());
		Some(Signed { named: share_to_wad(max_share), then, now })
	}

	/// What a gain of so much of the requirement is of that at the start, rounded up.
	pub(crate) fn since_start(&self, gain: Wad) -> Result<Wad, MathError> {
		mul(gain, self.left.into(), Rounding::Up)
	}

	/// Note a sale.
	pub(crate) fn note_sale(&mut self, plan: &Plan, requirement: Wad) -> Result<(), MathError> {
		if requirement > 0 {
			let gain = self.since_start(mul(plan.kappa, plan.share, Rounding::Up)?)?;
			let parts = mul_div(gain, 1_000_000_000, WAD, Rounding::Up)?.clamp(0, 1_000_000_000);
			let gain = Perbill::from_parts(parts.saturated_into());
			self.gained =
				Perbill::from_parts(self.gained.deconstruct().saturating_add(gain.deconstruct()));
		}
		if self.past.is_full() {
			self.past.remove(0);
		}
		// There is room now.
		let _ = self.past.try_push(self.left);
		let rest = WAD.saturating_sub(plan.share).max(0);
		let left = mul(self.left.into(), rest, Rounding::Down)?.max(1);
		self.left = left.saturated_into();
		self.state_id = self.state_id.saturating_add(1);
		self.bids = self.bids.saturating_add(1);
		Ok(())
	}
}

impl Signed {
	/// The largest share of what is left.
	pub fn most(&self) -> Result<Wad, MathError> {
		if self.then == self.now {
			return Ok(self.named);
		}
		Ok(mul_div(self.named, self.then, self.now, Rounding::Down)?.min(WAD))
	}

	/// The most that so much of what is left may cost: what he named, to the unit.
	pub fn limit(&self, max_payment: Cash, share: Wad) -> Result<Cash, MathError> {
		let rounding = if max_payment < 0 { Rounding::Up } else { Rounding::Down };
		let taken = mul_div(share, self.now, self.then, rounding)?.min(self.named);
		mul_div(max_payment, taken, self.named, Rounding::Down)
	}
}
