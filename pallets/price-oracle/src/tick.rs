// SPDX-License-Identifier: GPL-3.0-or-later

//! What a block does by itself, under its meter: settlement prices first, because they rest on the
//! rounds up to now; then the rounds that can be finished, and the surfaces; then the end of a period.

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
		Self::finish_surfaces(now, &params, meter);
		Self::step_period(now, &params, meter);
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

	/// The rounds before this one, oldest first, up to the first that is not decided. A look is paid
	/// for beforehand, and only begun if what it may lead to can be paid for as well.
	fn finish_rounds(now: Moment, params: &Params, meter: &mut WeightMeter) {
		let feeders = Feeders::<T>::get();
		let n = feeders.len() as u32;
		let feeds = Feeds::<T>::count();
		for (round, waiting) in Pending::<T>::get() {
			let over = now >= params.over(round);
			let due = over || waiting.is_worth_a_look(params.quorum(n));
			if round >= params.round(now) || !due {
				break;
			}
			let reports = waiting.reports.into();
			let look = T::WeightInfo::look_at_round(reports, feeds);
			// It reads the reports of this round and clears those of another.
			let finish =
				T::WeightInfo::finish_round(waiting.reports.max(Self::to_clear()).into(), feeds);
			if !meter.can_consume(look.saturating_add(finish)) {
				break;
			}
			meter.consume(look);
			let tally = Self::tally(round, &feeders, params);
			if !over && !tally.is_decided() {
				Self::put_off(round);
				break;
			}
			meter.consume(finish);
			Self::finish_round(round, tally, now, &feeders, params);
		}
	}
}
