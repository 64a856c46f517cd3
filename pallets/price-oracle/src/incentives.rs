// SPDX-License-Identifier: GPL-3.0-or-later

//! What feeders are paid for and what they lose: the numbers, and the records that they apply to. Pure.

use crate::{crypto::AuthorityId, types::*};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletError;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{AccountId32, Permill};
use straddle_primitives::*;

/// Smallest units of STRD.
pub type Balance = u128;

/// Accounts that can be admitted as reporters: no more could ever have a seat beside [`MAX_FEEDERS`].
pub const MAX_REPORTERS: u32 = 21;
/// Accounts with a bond, also of those who left and have not fetched it.
pub const MAX_BONDS: u32 = 4 * MAX_FEEDERS;
/// Accounts of which there is a record.
pub const MAX_RECORDS: u32 = 2 * MAX_FEEDERS;
/// Keys that are no longer used and whose owners can still be punished.
pub const MAX_FORMER_KEYS: u32 = 4 * MAX_FEEDERS;
/// Equivocations that are remembered, so that none is punished twice.
pub const MAX_EQUIVOCATIONS: u32 = 256;
/// Rounds whose reports are kept after they were decided.
pub const HISTORY: u32 = 8;

/// Why somebody is a feeder.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Seat {
	/// He makes blocks; his key is the session's.
	Collator,
	/// The risk origin admitted him, and he is bonded.
	Reporter,
}

/// Somebody who reports.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Feeder {
	/// Who is paid and punished.
	pub account: AccountId32,
	/// Whose signature counts.
	pub key: AuthorityId,
	/// Why he may report.
	pub seat: Seat,
}

/// What a feeder has at stake. The amount itself is a hold.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Bond {
	/// The key of a reporter. A collator's seat has the key of its session.
	pub key: AuthorityId,
	/// When the bond of one who leaves can be withdrawn.
	pub leaving: Option<Moment>,
	/// Rewards that were not claimed yet.
	pub owed: Balance,
}

/// What a feeder did, counted in rounds but for the last two.
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
pub struct Score {
	/// He could report.
	pub rounds: u32,
	/// He said something that counted.
	pub accepted: u32,
	/// He said nothing that counted, in a round that others finished.
	pub silent: u32,
	/// He did not report, in a round that found no quorum.
	pub dropped: u32,
	/// He was far from a price on which a quorum agreed.
	pub deviated: u32,
	/// What other pallets reported of him.
	pub offences: u32,
	/// Prices, or slices of surfaces, that he got right.
	pub points: u32,
}

impl Score {
	/// What makes him lose his reward.
	pub fn faults(&self) -> u32 {
		self.silent
			.saturating_add(self.dropped)
			.saturating_add(self.deviated)
			.saturating_add(self.offences)
	}

	/// What he is punished for. Silence in a round that found no quorum is not: who is to blame for it
	/// cannot be told from an outage.
	pub fn punishable(&self, offences_count: bool) -> u32 {
		let offences = if offences_count { self.offences } else { 0 };
		self.silent.saturating_add(self.deviated).saturating_add(offences)
	}

	/// Whether anything happened.
	pub fn is_empty(&self) -> bool {
		self.rounds == 0 && self.offences == 0
	}

	/// This and that together.
	pub fn add(&mut self, other: &Self) {
		for (mine, more) in [
			(&mut self.rounds, other.rounds),
			(&mut self.accepted, other.accepted),
			(&mut self.silent, other.silent),
			(&mut self.dropped, other.dropped),
			(&mut self.deviated, other.deviated),
			(&mut self.offences, other.offences),
			(&mut self.points, other.points),
		] {
			*mine = mine.saturating_add(more);
		}
	}
}

/// How a feeder did.
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
pub struct Record {
	/// The first round he is judged by: the one after he took his seat.
	pub since: u64,
	/// This period, in rounds of prices.
	pub score: Score,
	/// This period, in surface rounds, one for each surface.
	pub surfaces: Score,
	/// All periods before, both together.
	pub lifetime: Score,
	/// Periods and proofs for which his bond was slashed, since he last lost his seat.
	pub strikes: u32,
	/// Periods without a strike since the last one.
	pub clean: u32,
	/// The newest relay block of which an omission was reported.
	pub omission: u32,
	/// Until when he has no seat.
	pub excluded: Option<Moment>,
}

impl Record {
	/// Whether he lost his seat and may not have it back yet.
	pub fn is_excluded(&self, now: Moment) -> bool {
		self.excluded.is_some_and(|until| now < until)
	}

	/// Whether nothing happened in this period.
	pub fn is_idle(&self) -> bool {
		self.score.is_empty() && self.surfaces.is_empty()
	}

	/// What of the reward is his share: all that he got right.
	pub fn points(&self) -> u32 {
		self.score.points.saturating_add(self.surfaces.points)
	}

	/// Share of his rounds in which he failed, over his lifetime.
	pub fn badness(&self) -> Permill {
		let mut all = self.lifetime;
		all.add(&self.score);
		all.add(&self.surfaces);
		Permill::from_rational(all.faults(), all.rounds.max(1))
	}
}

/// A round that was decided.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Decided {
	/// Its number.
	pub round: u64,
	/// Its reports, also those of keys that were no longer feeders.
	pub reports: u16,
	/// Whether a feed had a quorum; if not, it was dropped.
	pub finished: bool,
}

/// The numbers of bonds, rewards and penalties. Times in milliseconds, amounts in smallest units.
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
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct IncentiveParams {
	/// What a feeder holds at stake.
	pub bond: Balance,
	/// How many reporters may be admitted. Collators keep a quorum of their own whatever this says:
	/// [`reporter_seats`].
	pub max_reporters: u32,
	/// How long a bond is held after its owner asked for it.
	pub unbonding_ms: Moment,
	/// Rounds after which feeders are paid and punished.
	pub period_rounds: u32,
	/// A price farther than this from the round's median is a deviation, and so is a slice's carry.
	pub deviation: Permill,
	/// The same of a volatility, and of a slice's near the money.
	pub volatility_deviation: Permill,
	/// Share of the pot that is divided in a period.
	pub payout_share: Permill,
	/// Faults above this share of a feeder's rounds cost the period's reward.
	pub tolerated: Permill,
	/// Faults above this share of a feeder's rounds cost a part of the bond.
	pub slash_above: Permill,
	/// That part, of what is held.
	pub slash_share: Permill,
	/// The part that an equivocation costs.
	pub equivocation_share: Permill,
	/// Strikes that cost the seat.
	pub max_strikes: u32,
	/// Periods without a strike after which one is forgotten.
	pub forgive_periods: u32,
	/// How long the seat is lost.
	pub exclusion_ms: Moment,
}

impl Default for IncentiveParams {
	fn default() -> Self {
		Self {
			// A thousand STRD of twelve decimals.
			bond: 1_000_000_000_000_000,
			max_reporters: 16,
			unbonding_ms: 7 * DAY_MS,
			period_rounds: 600,
			deviation: Permill::from_percent(3),
			volatility_deviation: Permill::from_percent(20),
			payout_share: Permill::from_percent(10),
			tolerated: Permill::from_percent(10),
			slash_above: Permill::from_percent(33),
			slash_share: Permill::from_percent(10),
			equivocation_share: Permill::from_percent(50),
			max_strikes: 3,
			forgive_periods: 168,
			exclusion_ms: 7 * DAY_MS,
		}
	}
}

/// What is wrong with the incentives.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum IncentivesFault {
	/// `bond` is zero or more than half of all numbers.
	Bond,
	/// `max_reporters` is above [`MAX_REPORTERS`].
	Reporters,
	/// `unbonding_ms` is not within an hour and 28 days.
	Unbonding,
	/// `period_rounds` is not within 10 and 14,400.
	Period,
	/// `deviation` or `volatility_deviation` is zero or above one half.
	Deviation,
	/// `payout_share`, `slash_share` or `equivocation_share` is zero.
	Share,
	/// Not `tolerated ≤ slash_above`, or `slash_above` is zero.
	Faults,
	/// `max_strikes` or `forgive_periods` is zero.
	Strikes,
	/// `exclusion_ms` is not within an hour and a year.
	Exclusion,
}

impl IncentiveParams {
	/// That the numbers make sense together.
	///
	/// # Errors
	/// See [`IncentivesFault`].
	pub fn validate(&self) -> Result<(), IncentivesFault> {
		use IncentivesFault::*;
		let ensure = |holds: bool, fault| holds.then_some(()).ok_or(fault);
		let half = Permill::from_percent(50);
		let bound = |share: Permill| !share.is_zero() && share <= half;
		ensure(self.bond > 0 && self.bond <= Balance::MAX >> 1, Bond)?;
		ensure(self.max_reporters <= MAX_REPORTERS, Reporters)?;
		ensure((HOUR_MS..=28 * DAY_MS).contains(&self.unbonding_ms), Unbonding)?;
		ensure((10..=14_400).contains(&self.period_rounds), Period)?;
		ensure(bound(self.deviation) && bound(self.volatility_deviation), Deviation)?;
		ensure(!self.payout_share.is_zero() && !self.slash_share.is_zero(), Share)?;
		ensure(!self.equivocation_share.is_zero(), Share)?;
		ensure(!self.slash_above.is_zero() && self.tolerated <= self.slash_above, Faults)?;
		ensure(self.max_strikes > 0 && self.forgive_periods > 0, Strikes)?;
		ensure((HOUR_MS..=365 * DAY_MS).contains(&self.exclusion_ms), Exclusion)
	}

	/// Whether what is held still counts as a bond.
	pub fn is_bonded(&self, held: Balance) -> bool {
		held >= self.bond >> 1
	}

	/// How far a value of this kind may lie from the median.
	pub fn deviation_of(&self, kind: FeedKind) -> Permill {
		match kind {
			FeedKind::Price => self.deviation,
			FeedKind::Volatility | FeedKind::Surface => self.volatility_deviation,
		}
	}

	/// Whether a period still earns: in prices and in surfaces, each by itself.
	pub fn earns(&self, record: &Record) -> bool {
		let well = |score: &Score| score.faults() <= self.tolerated.mul_floor(score.rounds);
		record.points() > 0 && well(&record.score) && well(&record.surfaces)
	}

	/// Whether a period is punished, for prices or for surfaces. The share is of his rounds, but never of
	/// fewer than half a period's: nobody is punished for two bad rounds after he came.
	pub fn punishes(&self, record: &Record, surface_rounds: u32, offences_count: bool) -> bool {
		let period = self.period_rounds;
		let surfaces = period.checked_div(surface_rounds).unwrap_or(period);
		let fails = |score: &Score, period: u32| {
			let rounds = score.rounds.max(period >> 1);
			score.punishable(offences_count) > self.slash_above.mul_floor(rounds)
		};
		fails(&record.score, period) || fails(&record.surfaces, surfaces)
	}
}

/// How many reporters may sit beside so many collators: fewer than half as many. Then collators have a
/// quorum without them, and they are too few to move a median or to keep a round from its quorum.
pub fn reporter_seats(collators: u32, incentives: &IncentiveParams) -> u32 {
	let fewer = collators.saturating_sub(1) >> 1;
	fewer.min(incentives.max_reporters).min(MAX_FEEDERS.saturating_sub(collators))
}
