// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work, in the order in which it takes from the block's meter.

use crate::pallet::*;
use frame_support::{
	traits::Get,
	weights::{Weight, WeightMeter},
};

/// Which part of a block these take at most: after a long halt many deadlines have passed.
const SHARE: u64 = 20;

impl<T: Config> Pallet<T> {
	/// Of a block, what this work may use.
	pub(crate) fn share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(SHARE)
	}

	/// Whatever has to be done in a block, as far as the meter goes.
	pub(crate) fn work(meter: &mut WeightMeter) {
		let mut own = WeightMeter::with_limit(Self::share().min(meter.remaining()));
		Self::sweep_breached(&mut own);
		// Before fences: what was answered is not asked for again.
		Self::book_answers(&mut own);
		Self::send_due_fences(&mut own);
		meter.consume(own.consumed());
	}
}
