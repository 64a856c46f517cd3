// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work, in the order in which it takes from the block's meter.

use crate::pallet::*;
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Whatever has to be done in a block, as far as the meter goes.
	pub(crate) fn work(meter: &mut WeightMeter) {
		Self::send_due_fences(meter);
	}
}
