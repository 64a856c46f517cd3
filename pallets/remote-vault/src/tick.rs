// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work, in the order in which it takes from the block's meter.

use crate::pallet::*;
use frame_support::{traits::Get, weights::WeightMeter};

/// Which part of a block these take at most: after a long halt many deadlines have passed.
const SHARE: u64 = 20;

impl<T: Config> Pallet<T> {
	/// Whatever has to be done in a block, as far as the meter goes.
	pub(crate) fn work(meter: &mut WeightMeter) {
		let most = T::BlockWeights::get().max_block.saturating_div(SHARE);
		let mut own = WeightMeter::with_limit(most.min(meter.remaining()));
		Self::send_due_fences(&mut own);
		meter.consume(own.consumed());
	}
}
