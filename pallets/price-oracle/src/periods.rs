// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Incentives` and `PeriodEnds`: at a period's end each feeder is paid or punished by his
//! record, under the block's meter.
//!
//! Who fails loses the reward first, then a part of the bond, then the seat.

use crate::{types::*, weights::WeightInfo, *};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	traits::{fungible::BalancedHold, Imbalance, OnUnbalanced},
	weights::WeightMeter,
};
use sp_runtime::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_incentives(new: IncentiveParams) -> DispatchResult {
		new.validate().map_err(Error::<T>::Incentives)?;
		Incentives::<T>::put(new);
		Self::deposit_event(Event::IncentivesSet { incentives: new });
		Ok(())
	}

	pub(crate) fn do_pardon(account: AccountId32) -> DispatchResult {
		Records::<T>::try_mutate(|records| {
			let record = records.get_mut(&account).ok_or(Error::<T>::NothingToPardon)?;
			let guilty = record.excluded.is_some() || record.strikes > 0;
			ensure!(guilty, Error::<T>::NothingToPardon);
			record.excluded = None;
			record.strikes = 0;
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::Pardoned { account });
		Ok(())
	}

	/// End the period if its time is over and the meter pays for it; if not, a later block does.
	pub(crate) fn step_period(now: Moment, params: &Params, meter: &mut WeightMeter) {
		let round = params.round(now);
		let ends = PeriodEnds::<T>::get();
		let due = ends.is_none_or(|ends| round >= ends);
		if !due || meter.try_consume(T::WeightInfo::end_period(0)).is_err() {
			return;
		}
		if ends.is_none() {
			let length = Incentives::<T>::get().period_rounds;
			PeriodEnds::<T>::put(round.saturating_add(length.into()));
			return;
		}
		let records = Records::<T>::get();
		let judged = records.values().filter(|record| !record.is_idle()).count() as u32;
		if meter.try_consume(T::WeightInfo::end_period(judged)).is_ok() {
			Self::end_period(records, round, now, params);
		}
	}

	pub(crate) fn end_period(mut records: RecordsOf, round: u64, now: Moment, params: &Params) {
		let incentives = Incentives::<T>::get();
		PeriodEnds::<T>::put(round.saturating_add(incentives.period_rounds.into()));
		let judged = records.iter_mut().filter(|(_, record)| !record.is_idle());
		let mut judged = judged.collect::<Vec<_>>();
		if judged.is_empty() {
			return;
		}
		let count = judged.len() as u32;
		let paid = Self::reward(&judged, &incentives, now);
		// What nearly everybody does is a fault of the chain, not of feeders.
		let blameless =
			|score: &Score| score.offences <= incentives.tolerated.mul_floor(score.rounds);
		let innocent = judged.iter().filter(|(_, record)| blameless(&record.score)).count() as u32;
		let offences_count = innocent >= params.quorum(count);
		for (who, record) in &mut judged {
			if incentives.punishes(record, params.surface_rounds, offences_count) {
				Self::punish(who, record, incentives.slash_share, &incentives, now);
			} else {
				record.clean = record.clean.saturating_add(1);
				if record.clean >= incentives.forgive_periods {
					record.clean = 0;
					record.strikes = record.strikes.saturating_sub(1);
				}
			}
			for score in [&mut record.score, &mut record.surfaces] {
				record.lifetime.add(&core::mem::take(score));
			}
		}
		Records::<T>::put(records);
		Self::deposit_event(Event::PeriodEnded { feeders: count, paid });
	}

	/// Divide the period's part of the pot by points among those who earned it. What rounding leaves
	/// stays in the pot.
	fn reward(
		judged: &[(&AccountId32, &mut Record)],
		incentives: &IncentiveParams,
		now: Moment,
	) -> Balance {
		let earns = |who: &AccountId32, record: &Record| {
			incentives.earns(record)
				&& !record.is_excluded(now)
				&& Self::standing_bond(who, incentives).is_some()
		};
		let earning = judged.iter().filter(|(who, record)| earns(who, record)).collect::<Vec<_>>();
		let points = |record: &Record| Balance::from(record.points());
		let total =
			earning.iter().fold(0, |sum: Balance, (_, record)| sum.saturating_add(points(record)));
		let payout = incentives.payout_share.mul_floor(Self::free_pot());
		let mut paid: Balance = 0;
		for (who, record) in earning {
			let share = points(record);
			let amount = multiply_by_rational_with_rounding(payout, share, total, Rounding::Down);
			let amount = amount.unwrap_or_default();
			Self::owe(who, amount);
			paid = paid.saturating_add(amount);
		}
		paid
	}

	/// Take a share of what is held of `who`. Returns what was held before and what is left.
	pub(crate) fn slash(who: &AccountId32, share: Permill) -> (Balance, Balance) {
		let held = Self::held(who);
		let reason = HoldReason::FeederBond.into();
		let (credit, _) = T::Currency::slash(&reason, who, share.mul_floor(held));
		let amount = credit.peek();
		T::Slashed::on_unbalanced(credit);
		if amount > 0 {
			Self::deposit_event(Event::Slashed { account: who.clone(), amount });
		}
		(held, held.saturating_sub(amount))
	}

	/// Slash, strike, and at the last strike or with half the bond gone, take the seat.
	pub(crate) fn punish(
		who: &AccountId32,
		record: &mut Record,
		share: Permill,
		incentives: &IncentiveParams,
		now: Moment,
	) {
		let (held, left) = Self::slash(who, share);
		record.strikes = record.strikes.saturating_add(1);
		record.clean = 0;
		Self::deposit_event(Event::Struck { account: who.clone(), strikes: record.strikes });
		let emptied = incentives.is_bonded(held) && !incentives.is_bonded(left);
		if emptied || record.strikes >= incentives.max_strikes {
			let until = now.saturating_add(incentives.exclusion_ms);
			record.strikes = 0;
			record.excluded = Some(until);
			Self::deposit_event(Event::SeatLost { account: who.clone(), until });
		}
	}
}
