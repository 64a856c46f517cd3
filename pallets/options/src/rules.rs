// SPDX-License-Identifier: GPL-3.0-or-later

//! What governance says of markets: strikes, fees, ticks and lots, states, and the rules of all of them.

use crate::types::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletError;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::Permill;
use straddle_primitives::*;

/// How far apart strikes are.
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
pub enum StrikeStep {
	/// So many strike units.
	Fixed(Strike),
	/// This share of the forward at listing, rounded down to 1, 2 or 5 times a power of ten.
	Share(Permill),
}

impl StrikeStep {
	/// The step in strike units for a forward in strike units; at least one.
	pub fn at(&self, forward: u64) -> u64 {
		match self {
			Self::Fixed(step) => step.0.max(1),
			Self::Share(share) => nice(share.mul_floor(forward)),
		}
	}
}

/// The largest of 1, 2, 5 × 10^k that is not above `target`; at least one.
fn nice(target: u64) -> u64 {
	let mut best = 1u64;
	let mut decade = 1u64;
	for factor in [2u64, 5, 10].into_iter().cycle() {
		let Some(next) = decade.checked_mul(factor).filter(|next| *next <= target) else { break };
		best = next;
		if factor == 10 {
			decade = next;
		}
	}
	best
}

/// What trading costs.
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
pub struct Fees {
	/// Of the underlying's spot price per contract, from who takes.
	pub taker: Permill,
	/// The same from who rested.
	pub maker: Permill,
	/// An option's fee is at most this share of its premium. A future has no such cap, its premium
	/// being near zero.
	pub cap: Permill,
}

/// What may be done in a market. Later states are more restrictive.
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
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum MarketState {
	/// Everything.
	Open,
	/// Orders reduce positions only, also those that rest; nothing new is listed.
	ReduceOnly,
	/// Orders can be cancelled, no more.
	Halted,
}

/// From which price on another tick and another lot hold. Zero: not used.
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
pub struct Band {
	/// From this price on, either side of zero, in cash's smallest units per contract; a multiple of its
	/// tick and of the tick below.
	pub from: Cash,
	/// Prices are multiples of this.
	pub tick: Cash,
	/// Quantities are multiples of this, in millionths.
	pub lot: Quantity,
}

/// A tier of fees.
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
pub struct Tier {
	/// Share of the market's rate that a taker pays.
	pub taker: Permill,
	/// Share of the market's rate that a maker pays.
	pub maker: Permill,
	/// Share of the taker's fee that a maker receives.
	pub rebate: Permill,
}

/// The rules of one underlying's series.
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
pub struct Market {
	/// When series expire.
	pub calendar: Calendar,
	/// And when those that run longer do.
	#[serde(default)]
	pub long_dates: LongDates,
	/// How far apart strikes are.
	pub strike_step: StrikeStep,
	/// Strikes kept listed on each side of the one nearest to the forward.
	pub strikes_each_side: u8,
	/// Prices are multiples of this, in cash's smallest units per contract.
	pub tick: Cash,
	/// Quantities are multiples of this, in millionths.
	pub lot: Quantity,
	/// Higher prices with another tick and lot, rising; those not used are zero and last.
	#[serde(default)]
	pub bands: [Band; 2],
	/// Smallest quantity of an order, in millionths, a multiple of the lot.
	pub minimum: Quantity,
	/// What trading costs.
	pub fees: Fees,
	/// Most open contracts (longs over all series), in millionths.
	pub open_interest_cap: u64,
	/// What may be done.
	pub state: MarketState,
}

/// What is wrong with a market's rules.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum MarketFault {
	/// The period is below a minute.
	Period,
	/// The offset is not less than the period.
	Offset,
	/// No expiry is kept listed, or more than 16.
	Count,
	/// The strike step is zero, or its share is outside 0.1 % to 50 %.
	StrikeStep,
	/// No strike on each side, or more than 20.
	Strikes,
	/// The tick is not above zero.
	Tick,
	/// The lot is not above zero.
	Lot,
	/// The minimum is below a lot or not a multiple of it.
	Minimum,
	/// A fee rate is above 1 %, or the cap above 12.5 %.
	Fees,
	/// The cap of open interest is zero.
	OpenInterest,
	/// Bands do not rise, or one has no tick or lot, or begins off its tick or the tick below.
	Bands,
	/// More long dates than fit beside the calendar.
	LongDates,
}

impl Market {
	/// Tick and lot at a price.
	pub fn grid(&self, price: Cash) -> (Cash, Quantity) {
		let far = price.unsigned_abs();
		let reached = |band: &&Band| band.from > 0 && band.from.unsigned_abs() <= far;
		let band = self.bands.iter().rfind(reached);
		band.map_or((self.tick, self.lot), |band| (band.tick, band.lot))
	}

	/// The most of a quote, for which nothing lies in the ledger: what may be open in all.
	pub fn maximum(&self) -> Quantity {
		Quantity::try_from(self.open_interest_cap).unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY)
	}

	fn bands_rise(&self) -> bool {
		let (mut from, mut tick) = (0, self.tick);
		let mut rest = self.bands.iter();
		for band in rest.by_ref().take_while(|band| **band != Band::default()) {
			let whole = |tick: Cash| band.from.checked_rem(tick) == Some(0);
			let sound = band.from > from && band.tick > 0 && band.lot > 0;
			if !sound || !whole(tick) || !whole(band.tick) {
				return false;
			}
			(from, tick) = (band.from, band.tick);
		}
		rest.all(|band| *band == Band::default())
	}

	/// That the rules make sense.
	///
	/// # Errors
	/// The first fault found.
	pub fn validate(&self) -> Result<(), MarketFault> {
		let ensure = |holds: bool, fault| if holds { Ok(()) } else { Err(fault) };
		let Calendar { period_ms, offset_ms, count } = self.calendar;
		ensure(period_ms >= MINUTE_MS, MarketFault::Period)?;
		ensure(offset_ms < period_ms, MarketFault::Offset)?;
		// Half of what fits: those listed before the calendar changed, or waiting for their price,
		// need room too.
		ensure((1..=16).contains(&count), MarketFault::Count)?;
		let step = match self.strike_step {
			StrikeStep::Fixed(step) => step.0 > 0,
			StrikeStep::Share(share) => {
				(Permill::from_parts(1_000)..=Permill::from_percent(50)).contains(&share)
			},
		};
		ensure(step, MarketFault::StrikeStep)?;
		ensure((1..=20).contains(&self.strikes_each_side), MarketFault::Strikes)?;
		ensure(self.tick > 0, MarketFault::Tick)?;
		ensure(self.lot > 0, MarketFault::Lot)?;
		let whole = self.minimum.checked_rem(self.lot) == Some(0);
		ensure(whole && self.minimum >= self.lot, MarketFault::Minimum)?;
		ensure(self.bands_rise(), MarketFault::Bands)?;
		let long = self.long_dates.count().saturating_add(count.into());
		ensure(long <= MAX_EXPIRIES.saturating_sub(8), MarketFault::LongDates)?;
		let Fees { taker, maker, cap } = self.fees;
		ensure(taker <= MAX_FEE && maker <= MAX_FEE && cap <= MAX_FEE_CAP, MarketFault::Fees)?;
		ensure(self.open_interest_cap > 0, MarketFault::OpenInterest)
	}
}

/// Rules of all markets.
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
#[serde(default)]
pub struct Params {
	/// An option trades near its mark within this share of the mark.
	pub near_mark: Permill,
	/// A future trades near its mark within this share of the forward.
	pub near_forward: Permill,
	/// The feeders' share of fees.
	pub feeders: Permill,
	/// The global pool's share of fees; the treasury has the rest.
	pub global_pool: Permill,
	/// Nothing is listed that expires sooner than this, in milliseconds.
	pub listing_lead_ms: Moment,
	/// What a maker loses of his cash who fails when he is met, and what an order's place costs whoever takes it on a full
	/// shelf, in smallest units.
	pub order_deposit: Cash,
	/// Tiers of fees; who has none is in the first.
	pub tiers: [Tier; MAX_TIERS],
	/// How long orders are collected before a market that stood still trades again, in milliseconds.
	pub call_ms: Moment,
	/// What an account trades in so many days gives it a tier.
	pub volume_days: u8,
	/// How much of it for the tiers after the first, contracts × spot in whole cash units; zero: not by that.
	pub volume_tiers: [u64; MAX_TIERS - 1],
}

impl Default for Params {
	fn default() -> Self {
		Self {
			near_mark: Permill::from_percent(5),
			near_forward: Permill::from_parts(5_000),
			feeders: Permill::from_percent(30),
			global_pool: Permill::from_percent(40),
			listing_lead_ms: HOUR_MS,
			order_deposit: 1_000_000,
			tiers: [tier(100, 100, 0), tier(80, 50, 0), tier(65, 0, 5), tier(50, 0, 15)],
			call_ms: MINUTE_MS.saturating_mul(5),
			volume_days: 30,
			volume_tiers: [10_000_000, 100_000_000, 1_000_000_000],
		}
	}
}

fn tier(taker: u32, maker: u32, rebate: u32) -> Tier {
	let share = Permill::from_percent;
	Tier { taker: share(taker), maker: share(maker), rebate: share(rebate) }
}

impl Params {
	/// Whether they make sense: a trade near its mark is within 20 % (a future: 2 %), the shares of a
	/// fee are at most all of it, a failing maker loses at most [`MAX_ORDER_DEPOSIT`], a call takes an hour at most, and a higher tier is
	/// nowhere worse. A rebate is a share of the
	/// taker's fee, so it is never more.
	pub fn is_valid(&self) -> bool {
		let shares = self.feeders.deconstruct().saturating_add(self.global_pool.deconstruct());
		self.near_mark <= Permill::from_percent(20)
			&& self.near_forward <= Permill::from_percent(2)
			&& shares <= Permill::one().deconstruct()
			&& (0..=MAX_ORDER_DEPOSIT).contains(&self.order_deposit)
			&& self.call_ms <= HOUR_MS
			&& self.tiers_rise()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn nice_steps_are_one_two_five() {
		let found = [0, 1, 3, 4, 5, 9, 10, 19, 49, 50, 999, 1_000, u64::MAX].map(nice);
		let nice = [1, 1, 2, 2, 5, 5, 10, 10, 20, 50, 500, 1_000, 10_000_000_000_000_000_000];
		assert_eq!(found, nice);
	}

	#[test]
	fn parameters_have_bounds() {
		assert!(Params::default().is_valid());
		for wrong in [
			Params { near_mark: Permill::from_percent(21), ..Default::default() },
			Params { near_forward: Permill::from_percent(3), ..Default::default() },
			Params { feeders: Permill::from_percent(61), ..Default::default() },
			Params { call_ms: HOUR_MS + 1, ..Default::default() },
		] {
			assert!(!wrong.is_valid(), "{wrong:?}");
		}
	}
}
