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

	/// That whatever has to fit into a block does, and that the defaults are valid.
	pub(crate) fn check_weights() {
		// A batch that does not fit is refused exactly when everybody has one.
		let batch = T::WeightInfo::report(MAX_FEEDS)
			.saturating_add(T::WeightInfo::authorize_report(MAX_FEEDS));
		let limits = <T as frame_system::Config>::BlockWeights::get();
		let most = limits.get(DispatchClass::Operational).max_extrinsic;
		assert!(most.is_none_or(|most| batch.all_lte(most)), "a batch fits in a block");
		let round = T::WeightInfo::look_at_round(MAX_FEEDERS, MAX_FEEDS)
			.saturating_add(T::WeightInfo::finish_round(MAX_FEEDERS, MAX_FEEDS));
		assert!(round.all_lte(limits.max_block), "a round can be finished in a block");
		let surface = T::WeightInfo::report_surface(MAX_SLICES)
			.saturating_add(T::WeightInfo::authorize_report_surface(MAX_SLICES));
		assert!(most.is_none_or(|most| surface.all_lte(most)), "a surface fits in a block");
		let finish = T::WeightInfo::finish_surface(MAX_FEEDERS, MAX_SLICES);
		assert!(finish.all_lte(limits.max_block), "a surface can be finished in a block");
		assert!(Params::default().validate().is_ok(), "the defaults are valid");
		let period = T::WeightInfo::end_period(MAX_RECORDS);
		assert!(period.all_lte(limits.max_block), "a period can be ended in a block");
		let incentives = IncentiveParams::default();
		assert!(incentives.validate().is_ok(), "the default incentives are valid");
	}
}
