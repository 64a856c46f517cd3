// SPDX-License-Identifier: GPL-3.0-or-later

//! What accounts gained since the last daily mark: who bears a loss beyond the pools (RISK.md 8, ADR 23).
//! The only place that writes `DayNumber` and `DaySweep`.
//!
//! The gain of an account in an underlying is the change of its book value plus the net premium that it
//! received since the mark. With r the daily mark of a series, m its mark, q the position now, and each trade
//! a change dq for which p came in:
//!
//! ```text
//! gain = Σ q·m − Σ q₀·r + Σ p = Σ q·(m − r) + Σ (dq·r + p)
//! ```
//!
//! So an account keeps one sum for each underlying that it traded in today, the second one, and nothing is
//! written of accounts that do not trade. Over all accounts gains sum to nothing, whenever r was taken, as
//! long as it is the same for all: a series that is needed before the sweep of the new day came to it is
//! marked then. A series that nobody holds has no mark; whoever trades in it afterwards began at nothing.

use super::*;
use accounts::change;
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding, WAD};

/// Most underlyings in which an account's trades of a day are summed up: as many as there are markets.
pub const MAX_DAY_UNDERLYINGS: u32 = 32;

/// When book values are marked.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DayParams {
	/// Between two marks, in milliseconds; a minute to a week.
	pub length_ms: Moment,
	/// From the beginning of Unix time to one of them, in milliseconds; less than a length.
	pub offset_ms: Moment,
}

impl Default for DayParams {
	/// Daily at 08:00 UTC.
	fn default() -> Self {
		Self { length_ms: DAY_MS, offset_ms: HOUR_MS.saturating_mul(8) }
	}
}

impl DayParams {
	/// Whether every parameter is inside its bounds.
	pub fn is_valid(&self) -> bool {
		(MINUTE_MS..=DAY_MS.saturating_mul(7)).contains(&self.length_ms)
			&& self.offset_ms < self.length_ms
	}

	/// How many marks there have been.
	fn number(&self, now: Moment) -> u32 {
		let days = now.saturating_sub(self.offset_ms).checked_div(self.length_ms);
		u32::try_from(days.unwrap_or_default()).unwrap_or(u32::MAX)
	}
}

/// A series' mark of a day.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct DayMark {
	/// Which day.
	pub day: u32,
	/// Marked value per contract, in cash units.
	pub mark: Money,
}

/// What sharing out a loss needs of an account.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct LossBook {
	/// How many scalings are in its cash.
	#[codec(compact)]
	pub scalings: u32,
	/// Of which day the sums are.
	#[codec(compact)]
	pub day: u32,
	/// Σ (dq·r + p) over its trades of that day, by underlying, in smallest units; sorted, none zero.
	pub sums: BoundedVec<(UnderlyingId, Cash), ConstU32<MAX_DAY_UNDERLYINGS>>,
}

impl LossBook {
	/// The sum of an underlying on this day.
	pub(crate) fn sum(&self, underlying: UnderlyingId, day: u32) -> Cash {
		let sums = if self.day == day { self.sums.as_slice() } else { &[] };
		let found = sums.iter().find(|(of, _)| *of == underlying);
		found.map_or(0, |(_, sum)| *sum)
	}

	/// Add to the sum of an underlying; those of an older day are gone.
	fn add(&mut self, underlying: UnderlyingId, day: u32, by: Cash) -> DispatchResult {
		let mut sums = core::mem::take(&mut self.sums).into_inner();
		if self.day != day {
			sums.clear();
			self.day = day;
		}
		change(&mut sums, underlying, |sum: Cash| Ok(sum.checked_add(by).ok_or(Overflow)?))?;
		// There are no more markets.
		self.sums = sums.try_into().map_err(|_| Overflow)?;
		Ok(())
	}
}

/// What so many millionths of contracts are worth in smallest units, of which a cash unit has `unit`; rounded down.
pub(crate) fn worth(each: Money, quantity: Quantity, unit: i128) -> Result<Cash, DispatchError> {
	// At most 63 bits times 60 bits, and 80 bits.
	let units = i128::from(quantity).checked_mul(unit).ok_or(Overflow)?;
	let scale = WAD.checked_mul(CONTRACT.into()).ok_or(Overflow)?;
	mul_div(each.into_inner(), units, scale, Rounding::Down).map_err(math)
}

/// Write down what an entry's positions gained by changing hands: nothing if at their marks.
///
/// # Errors
/// A sum does not fit.
pub(crate) fn note<T: Config>(
	session: &mut Session<T>,
	entry: &Entry,
	day: u32,
	account: &mut MarginAccount,
	contracts: &mut Contracts,
) -> DispatchResult {
	let unit = session.engine(Lens::Latest).unit();
	let named = |underlying| entry.premiums.iter().any(|(of, _)| *of == underlying);
	let mut sums: Vec<(UnderlyingId, Cash)> = Vec::new();
	for (series, by) in &entry.positions {
		let r = contracts.mark_of_day::<T>(*series, day, || mark(session, series));
		let underlying = series.underlying;
		let sum = if named(underlying) {
			worth(r, *by, unit)?
		} else {
			// One that cannot be valued moves at the daily mark.
			let p = mark(session, series).unwrap_or(r);
			worth(r, *by, unit)?.checked_sub(worth(p, *by, unit)?).ok_or(Overflow)?
		};
		match sums.last_mut().filter(|(of, _)| *of == underlying) {
			Some((_, known)) => *known = known.checked_add(sum).ok_or(Overflow)?,
			None => sums.push((underlying, sum)),
		}
	}
	for (underlying, sum) in sums {
		account.loss.add(underlying, day, sum)?;
	}
	for (underlying, premium) in &entry.premiums {
		account.loss.add(*underlying, day, *premium)?;
	}
	Ok(())
}

/// A series' mark, if it can be valued.
pub(crate) fn mark<T: Config>(session: &mut Session<T>, series: &Series) -> Option<Money> {
	session.engine(Lens::Latest).mark(series).ok().map(|(mark, _)| mark)
}

impl OpenContracts {
	/// The mark of this day, taken now if there is none. One that cannot be valued keeps its last.
	pub(crate) fn mark_of_day(&mut self, day: u32, mark: impl FnOnce() -> Option<Money>) -> Money {
		let last = self.marked.map(|marked| marked.mark);
		if let Some(known) = self.marked.filter(|marked| marked.day == day) {
			return known.mark;
		}
		let mark = mark().or(last).unwrap_or_default();
		self.marked = Some(DayMark { day, mark });
		mark
	}
}

impl<T: Config> Pallet<T> {
	/// Begin a new day if it is time.
	pub(crate) fn turn_day(now: Moment, params: &DayParams) {
		let number = params.number(now);
		if number == DayNumber::<T>::get() {
			return;
		}
		DayNumber::<T>::put(number);
		// Counted by itself: with other parameters numbers may come again.
		let day = Interest::<T>::mutate(|indexes| {
			indexes.day = indexes.day.saturating_add(1);
			indexes.day
		});
		DaySweep::<T>::put(None::<Series>);
		Self::deposit_event(Event::DayBegan { day });
	}

	/// Mark series that somebody holds, from where the last block stopped.
	pub(crate) fn mark_day(meter: &mut frame_support::weights::WeightMeter) {
		let Some(start) = DaySweep::<T>::get() else { return };
		let day = Interest::<T>::get().day;
		let mut session = Session::<T>::new();
		let mut cursor = start;
		let weight = T::WeightInfo::mark_series();
		while meter.try_consume(weight).is_ok() {
			let next = match &cursor {
				Some(last) => OpenInterest::<T>::iter_from_key(last).next(),
				None => OpenInterest::<T>::iter().next(),
			};
			let Some((series, mut open)) = next else {
				DaySweep::<T>::kill();
				return;
			};
			let before = open;
			open.mark_of_day(day, || mark(&mut session, &series));
			if open != before {
				OpenInterest::<T>::insert(series, open);
			}
			cursor = Some(series);
		}
		if cursor != start {
			DaySweep::<T>::put(cursor);
		}
	}
}
