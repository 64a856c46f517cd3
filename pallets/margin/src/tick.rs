// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: interest, the cash call, the daily marks.

use super::*;
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};

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
		if meter.try_consume(T::WeightInfo::watch_cash()).is_err() {
			return;
		}
		if let Err(error) = with_storage_layer(|| Self::watch_cash(T::Time::now())) {
			log::error!(target: LOG_TARGET, "the cash market is not watched: {error:?}");
		}
		Self::clear_limits(meter);
		if meter.try_consume(T::WeightInfo::turn_day()).is_err() {
			return;
		}
		Self::turn_day(T::Time::now(), &Params::<T>::get().day);
		let mut share = WeightMeter::with_limit(meter.remaining().min(Self::share()));
		Self::mark_day(&mut share);
		Self::clear_rises(&mut share);
		meter.consume(share.consumed());
	}

	/// Of a block, what marks may use: a tenth.
	pub(crate) fn share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(10)
	}
}
