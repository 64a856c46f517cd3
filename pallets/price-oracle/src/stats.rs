// SPDX-License-Identifier: GPL-3.0-or-later

//! `straddle_math::stats` for prices. What does not fit its numbers gives nothing: within
//! [`crate::MAX_PRICE`] everything does.

use crate::past::{Realised, Stable, REALISED_MEMORY_MS, REALISED_STEP_MS};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{traits::Zero, Permill};
use straddle_math::{black76::YEAR_MS, div, functions, mul, stable, stats, Rounding, Wad};
use straddle_primitives::*;

pub(crate) fn wad(price: Price) -> Option<Wad> {
	price.into_inner().try_into().ok()
}

fn wads(prices: &[Price]) -> Option<Vec<Wad>> {
	prices.iter().copied().map(wad).collect()
}

fn price(wad: Wad) -> Option<Price> {
	wad.try_into().ok().map(Price::from_inner)
}

/// The middle of `prices`; of an even number, halfway between the two in the middle, rounded down.
pub fn median(prices: &[Price]) -> Option<Price> {
	stats::median(&mut wads(prices)?).and_then(price)
}

/// Median of the distances of `prices` from `middle`, rounded down.
pub fn median_absolute_deviation(prices: &[Price], middle: Price) -> Option<Price> {
	stats::median_absolute_deviation(&wads(prices)?, wad(middle)?).ok().and_then(price)
}

/// Half the width of the middle half of `prices`, as a share of their median, rounded up. One liar
/// in four does not move it.
pub fn half_spread(prices: &[Price]) -> Option<FixedU128> {
	stats::half_spread(&wads(prices)?, wad(median(prices)?)?).ok().and_then(price)
}

/// Whether `value` lies within `share` of `middle`.
pub fn within(value: Price, middle: Price, share: Permill) -> bool {
	let (value, middle) = (value.into_inner(), middle.into_inner());
	value.abs_diff(middle) <= share.mul_floor(middle)
}

impl Stable {
	/// Follow the feed and say what the stable price is then.
	pub fn push(&mut self, market: Price, now: Moment) -> Option<Price> {
		let Self { price, at, delays, sum, sum_ms } = self.clone();
		let mut inner = stable::Stable { price, at_ms: at, delays, sum, sum_ms };
		inner.push(wad(market)?, now);
		let stable::Stable { price, at_ms, delays, sum, sum_ms } = inner;
		*self = Self { price, at: at_ms, delays, sum, sum_ms };
		self::price(price)
	}
}

impl Realised {
	/// Count a price. The first one only begins; what comes sooner than [`REALISED_STEP_MS`] waits.
	pub fn push(&mut self, price: Price, at: Moment) {
		if self.price.is_zero() {
			*self = Self { price, at, ..Default::default() };
			return;
		}
		let took = at.saturating_sub(self.at);
		if took < REALISED_STEP_MS {
			return;
		}
		let square = self.square(price).unwrap_or_default();
		// Σ variance × time over Σ time; the old part is never more than the memory.
		let all = self.seen_ms.saturating_add(took);
		let old = self.variance.into_inner().saturating_mul(self.seen_ms.into());
		let new = square.saturating_mul(YEAR_MS.into());
		let variance = old.saturating_add(new).checked_div(all.into()).unwrap_or_default();
		let seen_ms = all.min(REALISED_MEMORY_MS);
		*self = Self { price, at, variance: FixedU128::from_inner(variance), seen_ms };
	}

	/// The square of the logarithm's move, with 18 places.
	fn square(&self, price: Price) -> Option<u128> {
		let ratio = div(wad(price)?, wad(self.price)?, Rounding::Nearest).ok()?;
		let log = functions::ln(ratio).ok()?;
		mul(log, log, Rounding::Up).ok()?.try_into().ok()
	}

	/// Volatility a year; none before there is an hour behind it.
	pub fn volatility(&self) -> Option<FixedU128> {
		if self.seen_ms < HOUR_MS {
			return None;
		}
		functions::sqrt(wad(self.variance)?).ok().and_then(self::price)
	}
}

/// A sum of prices, each times how long it stood: [`stats::TimeWeighted`] as it is stored.
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
pub struct TimeWeighted {
	/// Σ price's inner value × milliseconds.
	pub weighted: i128,
	/// Σ milliseconds.
	pub weight_ms: u64,
}

impl TimeWeighted {
	fn inner(self) -> stats::TimeWeighted {
		stats::TimeWeighted { weighted: self.weighted, weight_ms: self.weight_ms }
	}

	/// Count `price` for so long. What does not fit is left out whole.
	pub fn push(&mut self, price: Price, weight_ms: u64) {
		let mut inner = self.inner();
		if wad(price).is_some_and(|price| inner.push(price, weight_ms).is_ok()) {
			*self = Self { weighted: inner.weighted, weight_ms: inner.weight_ms };
		}
	}

	/// The average, rounded down, if there was anything.
	pub fn mean(&self) -> Option<Price> {
		self.inner().mean().ok().and_then(price)
	}

	/// Two sums in one.
	pub fn merge(self, other: Self) -> Self {
		Self {
			weighted: self.weighted.saturating_add(other.weighted),
			weight_ms: self.weight_ms.saturating_add(other.weight_ms),
		}
	}
}
