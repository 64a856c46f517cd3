// SPDX-License-Identifier: Apache-2.0

//! The slow price of a thin asset: it follows the market, but no faster than a pump can be ended.
//!
//! The model is Mango v4's, as published: a **delay price** for each of the last 24 hours, the mean of the hour,
//! at most 6 % from the hour before; and the **stable price**, which goes towards the market by at most
//! .03 % a second times the square of its ratio to the delay price of a day ago. So after a jump it moves at
//! most 20 % in ten minutes, and less the farther it has gone from where the market was yesterday.
//!
//! Two things differ: the mean of an hour counts the same time in both its sums (theirs reads low after a gap),
//! and the numbers are whole.
//!
//! **Properties.** It lies between the least and the greatest price that it was given. In `dt` seconds it moves by
//! no more than `RATE`·min(dt, 600) of itself. A market that stands still is reached. Nothing panics.
//! **Failure.** After a gap nothing is made up: ten minutes count, whatever it was.

use crate::fixed::{add, mul_div, sub, Rounding, Wad, WAD};

/// Delay prices: one for each hour of a day.
pub const HOURS: usize = 24;
/// An hour's delay price is at most this far from the one before, as a share.
pub const HOURLY: Wad = WAD / 100 * 6;
/// How far the stable price moves in a second, as a share, at the delay price.
pub const RATE: Wad = WAD / 10_000 * 3;
/// Prices closer together do not count.
pub const LEAST_MS: u64 = 10_000;
/// No step counts as longer.
pub const MOST_MS: u64 = 600_000;
const HOUR_MS: u64 = 3_600_000;

/// A stable price and what it remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stable {
	/// Itself; zero before the first price.
	pub price: Wad,
	/// When it last moved.
	pub at_ms: u64,
	/// Delay prices by the hour of the day.
	pub delays: [Wad; HOURS],
	/// Σ price × milliseconds of this hour.
	pub sum: Wad,
	/// Σ milliseconds of this hour.
	pub sum_ms: u64,
}

/// The hour in which a moment lies.
fn hour(ms: u64) -> u64 {
	ms.checked_div(HOUR_MS).unwrap_or(0)
}

/// `x` times a share, rounded down; at most what fits.
fn part(x: Wad, share: Wad) -> Wad {
	mul_div(x, share, WAD, Rounding::Down).unwrap_or(Wad::MAX)
}

/// Of two prices the lower through the higher, squared: at most 1.
fn closeness(a: Wad, b: Wad) -> Wad {
	let ratio = mul_div(a.min(b), WAD, a.max(b), Rounding::Down).unwrap_or(0);
	part(ratio, ratio)
}

impl Stable {
	/// Follow the market. A price that is not above zero, one that comes too soon and one from the past do not
	/// count.
	pub fn push(&mut self, market: Wad, now_ms: u64) {
		if market <= 0 || self.price == 0 {
			if market > 0 {
				*self = Self {
					price: market,
					at_ms: now_ms,
					delays: [market; HOURS],
					sum: 0,
					sum_ms: 0,
				};
			}
			return;
		}
		let passed = now_ms.saturating_sub(self.at_ms);
		if passed < LEAST_MS {
			return;
		}
		let step = passed.min(MOST_MS);
		self.turn(now_ms);
		if let Some(weighted) = market.checked_mul(step.into()) {
			if let (Ok(sum), Some(sum_ms)) =
				(add(self.sum, weighted), self.sum_ms.checked_add(step))
			{
				(self.sum, self.sum_ms) = (sum, sum_ms);
			}
		}
		self.at_ms = now_ms;
		// RATE a second, so RATE/1000 a millisecond.
		let rate = mul_div(RATE, step.into(), 1_000, Rounding::Down).unwrap_or(0);
		let most = part(self.price, part(rate, closeness(self.price, self.delay(now_ms))));
		let low = sub(self.price, most).unwrap_or(0);
		let high = add(self.price, most).unwrap_or(Wad::MAX);
		self.price = market.clamp(low, high);
	}

	/// The delay price that this hour will replace: the one of a day ago.
	pub fn delay(&self, now_ms: u64) -> Wad {
		self.at_hour(hour(now_ms))
	}

	fn at_hour(&self, hour: u64) -> Wad {
		let index = hour.checked_rem(HOURS as u64).unwrap_or(0) as usize;
		self.delays.get(index).copied().unwrap_or(0)
	}

	/// Write down the hours that have ended, a day's at most: the first with its mean, the others, of which
	/// nothing is known, with the same.
	fn turn(&mut self, now_ms: u64) {
		let (from, to) = (hour(self.at_ms), hour(now_ms));
		if from >= to {
			return;
		}
		let before = self.at_hour(from.wrapping_sub(1));
		let mean = mul_div(self.sum, 1, self.sum_ms.into(), Rounding::Down).unwrap_or(before);
		let reach = part(before, HOURLY);
		let low = sub(before, reach).unwrap_or(0);
		let delay = mean.clamp(low, add(before, reach).unwrap_or(Wad::MAX));
		for hour in from..to.min(from.saturating_add(HOURS as u64)) {
			let index = hour.checked_rem(HOURS as u64).unwrap_or(0) as usize;
			if let Some(to) = self.delays.get_mut(index) {
				*to = delay;
			}
		}
		(self.sum, self.sum_ms) = (0, 0);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const START: u64 = 1_700_000_000_000;

	/// One price every `every` ms for `times`.
	fn follow(
		stable: &mut Stable,
		market: impl Fn(u64) -> Wad,
		from: u64,
		every: u64,
		times: u64,
	) -> u64 {
		for n in 1..=times {
			stable.push(market(n), from + n * every);
		}
		from + times * every
	}

	#[test]
	fn mangos_pump_of_2022_gives_no_credit() {
		let mut stable = Stable::default();
		let calm = WAD / 1_000 * 38;
		let now = follow(&mut stable, |_| calm, START, 60_000, 2_000);
		assert_eq!(stable.price, calm);
		// From .038 to .91 in ten minutes.
		let top = WAD / 100 * 91;
		let now = follow(&mut stable, |n| calm + (top - calm) * n as Wad / 60, now, 10_000, 60);
		assert!(stable.price < calm * 120 / 100, "{}", stable.price);
		// An hour on the top: the square of the distance to yesterday's price holds it back.
		let now = follow(&mut stable, |_| top, now, 10_000, 360);
		assert!(stable.price < calm * 19 / 10, "{}", stable.price);
		// A market that stays there is believed, after days.
		let mut days = 0;
		let mut now = now;
		while stable.price != top {
			now = follow(&mut stable, |_| top, now, 60_000, 1_440);
			days += 1;
			assert!(days < 7, "{}", stable.price);
		}
		assert!(days >= 2);
	}

	#[test]
	fn the_rate_at_the_delay_price() {
		let mut stable = Stable::default();
		stable.push(100 * WAD, START);
		stable.push(200 * WAD, START + 9_999);
		assert_eq!(stable.price, 100 * WAD);
		// .03 % a second for ten of them.
		stable.push(200 * WAD, START + 10_000);
		assert_eq!(stable.price, 100 * WAD + WAD / 10 * 3);
		// Ten minutes at most, however long nothing came: 18 %, times (100/100.3)².
		stable.push(WAD, START + 72_000_000);
		let close = closeness(100 * WAD, 100 * WAD + WAD / 10 * 3);
		let most = part(100 * WAD + WAD / 10 * 3, part(WAD / 100 * 18, close));
		assert_eq!(stable.price, 100 * WAD + WAD / 10 * 3 - most);
		// What is no price changes nothing.
		let before = stable;
		stable.push(0, START + 73_000_000);
		stable.push(-WAD, START + 73_000_000);
		stable.push(WAD, START);
		assert_eq!(stable, before);
	}

	#[test]
	fn a_gap_counts_the_same_time_in_both_sums() {
		let mut stable = Stable::default();
		// Begin at an hour; a gap of 50 minutes within it. Mango's mean would be a fifth of the price.
		let begin = START - START % HOUR_MS;
		stable.push(100 * WAD, begin);
		stable.push(100 * WAD, begin + 50 * 60_000);
		stable.push(100 * WAD, begin + HOUR_MS + 20_000);
		assert_eq!(stable.delays[(hour(begin) % 24) as usize], 100 * WAD);
	}

	#[test]
	fn an_hour_moves_by_six_percent_at_most() {
		let mut stable = Stable::default();
		let begin = START - START % HOUR_MS;
		stable.push(100 * WAD, begin);
		follow(&mut stable, |_| 300 * WAD, begin, 60_000, 121);
		let index = (hour(begin) % 24) as usize;
		assert_eq!(stable.delays[index], 106 * WAD);
		assert_eq!(stable.delays[(index + 1) % 24], 106 * WAD + 106 * WAD / 100 * 6);
		assert_eq!(stable.delays[(index + 2) % 24], 100 * WAD);
		// Two days of nothing: every hour has the last one's.
		stable.push(300 * WAD, begin + 50 * HOUR_MS);
		assert!(stable.delays.iter().all(|delay| *delay == stable.delays[0]));
	}

	proptest! {
		#[test]
		fn it_lies_between_what_it_saw_and_moves_no_faster_than_its_rate(
			prices in proptest::collection::vec((1..i128::from(u64::MAX), 1..90_000_000_u64), 1..200),
		) {
			let mut stable = Stable::default();
			let mut now = START;
			let (mut low, mut high) = (Wad::MAX, 0);
			for (price, passed) in prices {
				now += passed;
				let before = stable;
				stable.push(price, now);
				(low, high) = (low.min(price), high.max(price));
				prop_assert!(low <= stable.price && stable.price <= high);
				if before.price != 0 {
					let most = before.price * 18 / 100 + 1;
					prop_assert!((stable.price - before.price).abs() <= most);
				}
				prop_assert!(stable.delays.iter().all(|delay| (0..=high).contains(delay)));
			}
		}

		#[test]
		fn nothing_panics(prices in proptest::collection::vec((any::<i128>(), any::<u64>()), 1..20)) {
			let mut stable = Stable::default();
			for (price, at) in prices {
				stable.push(price, at);
				let _ = stable.delay(at);
			}
		}
	}
}
