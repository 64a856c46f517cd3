// SPDX-License-Identifier: GPL-3.0-or-later

//! What a block does by itself, under its meter: settlement prices first, because they rest on the
//! rounds up to now; then the rounds that can be finished.

use crate::{types::*, weights::WeightInfo, *};
use frame_support::{traits::Time, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Do what the meter pays for. What it does not pay for waits for the next block; nothing is
	/// judged by whether this ran, only by the times in storage.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll_base()).is_err() {
			return;
		}
		let now = T::Time::now();
		let params = Parameters::<T>::get();
		Self::step_settlements(now, &params, meter);
		Self::finish_rounds(now, &params, meter);
	}

	/// The expiries whose window has begun, soonest first.
	fn step_settlements(now: Moment, params: &Params, meter: &mut WeightMeter) {
		let begins = |expiry: Moment| expiry.saturating_sub(params.settlement_window_ms);
		for (expiry, underlying) in Watched::<T>::get() {
			if begins(expiry) > now || meter.try_consume(T::WeightInfo::settlement_step()).is_err()
			{
				break;
			}
			Self::step_settlement(underlying, expiry, now, params);
		}
	}

	/// The rounds before this one that have a quorum or are too old, oldest first.
	fn finish_rounds(now: Moment, params: &Params, meter: &mut WeightMeter) {
		let feeders = Feeders::<T>::get();
		let current = params.round(now);
		let feeds = Feeds::<T>::count();
		for _ in 0..MAX_PENDING {
			let Some((round, reports)) = Self::next_due(current, params, feeders.len() as u32)
			else {
				break;
			};
			if meter.try_consume(T::WeightInfo::finish_round(reports, feeds)).is_err() {
				break;
			}
			Self::finish_round(round, now, &feeders, params);
		}
	}
}
