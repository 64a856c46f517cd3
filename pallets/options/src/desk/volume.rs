// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account traded of late, and the tier of fees that it comes to.
//!
//! A day's sum joins what was before, of which each day takes `1/N` away. Who trades `v` a day so comes to `N·v`, as
//! in a window of `N` days; what is over fades instead of falling out of it, and nothing but two sums is kept.

use crate::types::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use straddle_math::{mul_div, Rounding};
use straddle_primitives::*;

/// After so many days without a trade nothing is left, whatever `N` is.
const FORGOTTEN: u32 = 2_048;
/// The longest `N`.
pub const MAX_VOLUME_DAYS: u8 = 90;

/// What an account traded, contracts × spot as far as fees pay for it, in cash's smallest units.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Volume {
	/// Days since Unix time began.
	pub day: u32,
	/// On that day.
	pub today: u64,
	/// Before, faded.
	pub before: u64,
}

impl Volume {
	/// As of now, with so many days' memory.
	pub fn at(mut self, now: Moment, days: u8) -> Self {
		let day =
			now.checked_div(DAY_MS).and_then(|day| u32::try_from(day).ok()).unwrap_or(u32::MAX);
		let passed = day.saturating_sub(self.day);
		if passed == 0 {
			return self;
		}
		self.before = self.before.saturating_add(self.today);
		(self.day, self.today) = (day, 0);
		if passed >= FORGOTTEN {
			self.before = 0;
		}
		let days = i128::from(days.max(1));
		for _ in 0..passed {
			if self.before == 0 {
				break;
			}
			let left = mul_div(self.before.into(), days.saturating_sub(1), days, Rounding::Down);
			self.before = left.ok().and_then(|left| u64::try_from(left).ok()).unwrap_or(0);
		}
		self
	}

	/// In all.
	pub fn sum(&self) -> u64 {
		self.before.saturating_add(self.today)
	}

	/// With so much more.
	pub fn and(self, notional: Cash) -> Self {
		let more = u64::try_from(notional.unsigned_abs()).unwrap_or(u64::MAX);
		Self { today: self.today.saturating_add(more), ..self }
	}
}

impl Params {
	/// The tier that so much, in cash's smallest units, comes to.
	pub fn tier_of(&self, volume: u64, unit: u128) -> u8 {
		let reached = |least: &&u64| {
			let least = u128::from(**least);
			least > 0 && least.saturating_mul(unit) <= volume.into()
		};
		let nth = self.volume_tiers.iter().rposition(|least| reached(&least));
		nth.and_then(|nth| u8::try_from(nth.saturating_add(1)).ok()).unwrap_or(0)
	}

	/// That a higher tier is nowhere worse, and that volumes rise with tiers; those not used are zero.
	pub(crate) fn tiers_rise(&self) -> bool {
		let better = self
			.tiers
			.is_sorted_by(|a, b| a.taker >= b.taker && a.maker >= b.maker && a.rebate <= b.rebate);
		let used = self.volume_tiers.iter().filter(|least| **least > 0);
		better
			&& used.is_sorted_by(|a, b| a < b)
			&& (1..=MAX_VOLUME_DAYS).contains(&self.volume_days)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn on(day: u64) -> Moment {
		day * DAY_MS + 5
	}

	#[test]
	fn who_trades_the_same_each_day_comes_to_so_many_days_of_it() {
		let mut volume = Volume::default();
		for day in 20_000..20_400 {
			volume = volume.at(on(day), 30).and(1_000_000);
		}
		let sum = volume.sum();
		assert!((29_999_000..=30_000_000).contains(&sum), "{sum}");
		// A thirtieth fades each day, today's does not.
		assert_eq!(volume.at(on(20_399) + 1, 30), volume);
		let next = volume.at(on(20_400), 30);
		assert_eq!((next.sum(), next.today), (sum * 29 / 30, 0));
		// The same whether it is looked at each day or once.
		let often = (20_400..20_420).fold(volume, |volume, day| volume.at(on(day), 30));
		assert_eq!(often, volume.at(on(20_419), 30));
		assert_eq!(volume.at(on(23_000), 90).sum(), 0);
		assert_eq!(volume.at(on(20_400), 1).sum(), 0);
		// Times never go back.
		assert_eq!(volume.at(0, 30), volume);
		assert_eq!(volume.and(Cash::MAX).sum(), u64::MAX);
	}

	#[test]
	fn volumes_come_to_tiers() {
		let params = Params { volume_tiers: [10, 20, 0], ..Default::default() };
		let unit = 1_000_000;
		for (volume, tier) in
			[(0, 0), (9_999_999, 0), (10_000_000, 1), (20_000_000, 2), (u64::MAX, 2)]
		{
			assert_eq!(params.tier_of(volume, unit), tier);
		}
	}

	#[test]
	fn tiers_that_fall_are_refused() {
		assert!(Params::default().is_valid());
		let mut tiers = Params::default().tiers;
		tiers.swap(1, 2);
		for wrong in [
			Params { tiers, ..Default::default() },
			Params { volume_tiers: [2, 0, 1], ..Default::default() },
			Params { volume_tiers: [1, 1, 0], ..Default::default() },
			Params { volume_days: 0, ..Default::default() },
			Params { volume_days: MAX_VOLUME_DAYS + 1, ..Default::default() },
		] {
			assert!(!wrong.is_valid(), "{wrong:?}");
		}
		assert!(Params { volume_tiers: [1, 0, 2], ..Default::default() }.is_valid());
	}
}
