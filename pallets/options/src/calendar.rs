// SPDX-License-Identifier: GPL-3.0-or-later

//! When series expire.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use straddle_primitives::*;

/// When series expire: every `period_ms`, `offset_ms` after midnight of 1 January 1970.
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
pub struct Calendar {
	/// Time between expiries, at least a minute.
	pub period_ms: Moment,
	/// Less than a period.
	pub offset_ms: Moment,
	/// How many of the next expiries are kept listed.
	pub count: u8,
}

impl Calendar {
	/// The next `count` expiries after `now`, the nearest first.
	pub fn upcoming(&self, now: Moment) -> impl Iterator<Item = Moment> {
		let (period, offset) = (self.period_ms, self.offset_ms);
		let periods = match now.checked_sub(offset).and_then(|since| since.checked_div(period)) {
			Some(passed) => passed.saturating_add(1),
			None => 0,
		};
		(0..u64::from(self.count)).map_while(move |nth| {
			periods.checked_add(nth)?.checked_mul(period)?.checked_add(offset)
		})
	}
}

/// How many expiries that run longer are kept listed. All are at the calendar's time of day; a date that is
/// of several kinds is one expiry.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub struct LongDates {
	/// The next Fridays.
	pub weeklies: u8,
	/// The last Fridays of the next months, this one's included.
	pub monthlies: u8,
	/// Those of March, June, September, December.
	pub quarterlies: u8,
}

/// Days between 1 January 1970, a Thursday, and the first Friday.
const FIRST_FRIDAY: u64 = 1;
const WEEK: u64 = 7;

impl LongDates {
	/// All of them together.
	pub fn count(&self) -> u32 {
		[self.weeklies, self.monthlies, self.quarterlies]
			.into_iter()
			.fold(0, |sum, count| sum.saturating_add(count.into()))
	}

	/// The expiries after `now`, at `offset_ms` after midnight: weeklies, then monthlies, then
	/// quarterlies, each the nearest first.
	pub fn upcoming(&self, now: Moment, offset_ms: Moment) -> impl Iterator<Item = Moment> {
		let offset = offset_ms.checked_rem(DAY_MS).unwrap_or(0);
		let at = move |day: u64| day.saturating_mul(DAY_MS).saturating_add(offset);
		let today = now.checked_div(DAY_MS).unwrap_or(0);
		let friday = last_friday(today.saturating_add(WEEK));
		let first = match at(friday.saturating_sub(WEEK)) > now {
			true => friday.saturating_sub(WEEK),
			false => friday,
		};
		let weekly = (0..u64::from(self.weeklies))
			.map(move |nth| at(first.saturating_add(nth.saturating_mul(WEEK))));
		let month = month_of(today);
		let in_months = move |every: u64, count: u8| {
			(month..)
				.filter(move |month| month.checked_rem(every) == Some(every.saturating_sub(1)))
				.map(move |month| at(last_friday(last_day(month))))
				.filter(move |at| *at > now)
				.take(count.into())
		};
		weekly.chain(in_months(1, self.monthlies)).chain(in_months(3, self.quarterlies))
	}
}

/// The last Friday until a day, that day included; days since 1 January 1970.
fn last_friday(day: u64) -> u64 {
	let past = day.saturating_sub(FIRST_FRIDAY).checked_rem(WEEK).unwrap_or(0);
	day.saturating_sub(past)
}

/// Days before the months of a year that begins in March.
fn days_before(month: u64) -> u64 {
	month.saturating_mul(153).saturating_add(2).checked_div(5).unwrap_or(0)
}

/// The first day of a month, both counted from January 1970 (proleptic Gregorian calendar; years
/// begin in March, so that a leap day ends one).
fn first_day(month: u64) -> u64 {
	// From 1 March of the year 0.
	let march = month.saturating_add(1970 * 12).saturating_sub(2);
	let (year, month) = (march.checked_div(12).unwrap_or(0), march.checked_rem(12).unwrap_or(0));
	let part = |days: u64| year.checked_div(days).unwrap_or(0);
	let days = year.saturating_mul(365).saturating_add(part(4)).saturating_add(part(400));
	let days = days.saturating_sub(part(100)).saturating_add(days_before(month));
	// 1 March of the year 0 is 719,468 days before.
	days.saturating_sub(719_468)
}

fn last_day(month: u64) -> u64 {
	first_day(month.saturating_add(1)).saturating_sub(1)
}

/// The month of a day, both counted from January 1970.
fn month_of(day: u64) -> u64 {
	// 4,800 months are 146,097 days: this is at most two months early.
	let months = day.saturating_mul(4_800).checked_div(146_097).unwrap_or(0);
	let mut month = months.saturating_sub(1);
	while first_day(month.saturating_add(1)) <= day {
		month = month.saturating_add(1);
	}
	month
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_calendar_goes_on_after_now() {
		let calendar = Calendar { period_ms: 100, offset_ms: 30, count: 3 };
		let next = |now| calendar.upcoming(now).collect::<Vec<_>>();
		assert_eq!(next(0), [30, 130, 230]);
		assert_eq!(next(29), [30, 130, 230]);
		assert_eq!(next(30), [130, 230, 330]);
		assert_eq!(next(129), [130, 230, 330]);
		assert_eq!(next(u64::MAX), Vec::<u64>::new());
	}

	/// Days since 1970 that another program's calendar says.
	#[test]
	fn long_dates_are_fridays_and_last_ones() {
		for ((day, hour), weekly, monthly, quarterly) in [
			// 2000-02-29
			((11016, 0), [11019, 11026], [11047, 11075, 11103], [11047, 11138]),
			// 2024-02-22
			((19775, 0), [19776, 19783], [19776, 19811, 19839], [19811, 19902]),
			// 2026-11-26
			((20783, 0), [20784, 20791], [20784, 20812, 20847], [20812, 20903]),
			// 2026-12-25
			((20812, 8), [20819, 20826], [20847, 20875, 20903], [20903, 20994]),
			// 2027-03-26
			((20903, 0), [20903, 20910], [20903, 20938, 20966], [20903, 20994]),
			// 2099-12-31
			((47481, 0), [47482, 47489], [47510, 47538, 47566], [47566, 47657]),
			// 2100-02-27
			((47539, 0), [47545, 47552], [47566, 47601, 47629], [47566, 47657]),
		] {
			let at = |day: u64| day * DAY_MS + 8 * HOUR_MS;
			let dates = LongDates { weeklies: 2, monthlies: 3, quarterlies: 2 };
			let now = day * DAY_MS + hour * HOUR_MS;
			let found = dates.upcoming(now, 8 * HOUR_MS).collect::<Vec<_>>();
			let expected = weekly.into_iter().chain(monthly).chain(quarterly).map(at);
			assert!(found.iter().copied().eq(expected), "{day}: {found:?}");
		}
		assert_eq!(LongDates::default().upcoming(0, 0).count(), 0);
	}

	#[test]
	fn every_day_of_four_centuries_has_its_month() {
		let leap = |year: u64| {
			year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
		};
		let mut first = 0;
		for month in 0..4_800 {
			let length = match month % 12 {
				1 => 28 + u64::from(leap(1970 + month / 12)),
				3 | 5 | 8 | 10 => 30,
				_ => 31,
			};
			assert_eq!((first_day(month), last_day(month)), (first, first + length - 1));
			for day in [first, first + length / 2, first + length - 1] {
				assert_eq!(month_of(day), month);
			}
			first += length;
		}
		assert_eq!(first, 146_097);
	}

	#[test]
	fn long_dates_end_with_any_time() {
		let dates = LongDates { weeklies: 9, monthlies: 9, quarterlies: 9 };
		assert_eq!(dates.upcoming(u64::MAX / 2, 0).count(), 27);
	}
}
