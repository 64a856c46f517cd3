// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: interest.

use super::*;
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Accrue interest once a block, or in a later one if there is no room: nothing is lost up to
	/// an hour.
	pub(crate) fn tick(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::accrue()).is_err() {
			return;
		}
		if let Err(error) = Self::accrue() {
			// Sums that do not fit: interest stands still, the ledger goes on.
			log::error!(target: LOG_TARGET, "interest was not accrued: {error:?}");
		}
	}
}
