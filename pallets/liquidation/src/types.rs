// SPDX-License-Identifier: GPL-3.0-or-later

//! Records, parameters and what the views answer.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::ConstU32, BoundedVec, PalletError};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{AccountId32, FixedPointNumber, Perbill};
use straddle_math::{
	auction::Path,
	fixed::{Wad, WAD},
	MathError,
};
use straddle_primitives::*;

use crate::{AuctionClock, BackstopPlace, Past, Sale};

/// Most underlyings with markets.
pub const MAX_WATCHED: u32 = 32;

/// Underlyings that a standing bid is for.
pub type Covered = BoundedVec<UnderlyingId, ConstU32<MAX_WATCHED>>;
/// How many fresh rounds each market's underlying has had.
pub type QuorumList = BoundedVec<Quorum, ConstU32<MAX_WATCHED>>;

/// One account's auction. That the record exists *is* the status (RISK.md 8).
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Auction {
	/// Chain time at which it started.
	pub started: Moment,
	/// The block in which it started.
	pub started_at: u32,
	/// Its clock: time in which a bid was possible on fresh prices, including what was resumed.
	pub clock: AuctionClock,
	/// What an earlier auction of this account had on its clock, in milliseconds.
	pub resumed_ms: u64,
	/// Rises with each change of what is for sale; a bid names the one it saw, and may do so a few sales later.
	pub state_id: u32,
	/// Who flagged the account; without one there is no bounty.
	pub flagger: Option<AccountId32>,
	/// The margin account to which the bounty goes; without one the treasury has it.
	pub reward_to: Option<MarginAccountId>,
	/// Bounty collected so far; it lies in [`Pot::Bounties`].
	pub bounty: Cash,
	/// Bids taken so far.
	pub bids: u32,
	/// What it sells.
	pub sale: Sale,
	/// The last standing bid that could not act on it. Others have their turn first.
	pub passed: Option<BackstopPlace>,
	/// What bids gained so far, and those of the auction that it resumes, as parts of the requirement that there was
	/// at the start.
	pub gained: Perbill,
	/// What is left of what was for sale at the start, in parts of 10^18.
	pub left: u64,
	/// The same before each of the last sales.
	pub past: Past,
}

/// What is remembered of an auction that ended, so that the next one goes on where it stopped.
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
pub struct EndedAuction {
	/// When it ended, in chain time without that in which nothing was liquidated.
	pub ended_at: Moment,
	/// The clock at the end.
	pub biddable_ms: u64,
	/// The last state id: a bid on the old auction must not fit the new one.
	pub state_id: u32,
	/// What it sold.
	pub sale: Sale,
	/// What bids gained, as parts of the requirement.
	pub gained: Perbill,
}

/// Why an auction ended.
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
pub enum EndReason {
	/// Equity is at least the target times the requirement.
	Healed,
	/// Nothing is left to sell.
	Empty,
	/// What it sold is no longer what has to be sold: a source chain stopped or came back, or the account fails
	/// whatever its chains do. If it fails another auction starts.
	Superseded,
}

/// Whether liquidation runs.
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
pub struct HaltState {
	/// Paused by the restricting origin.
	pub paused: bool,
	/// End of the last grace period; no clock counts time before it.
	pub until: Moment,
}

/// How far block work has come in looking at auctions.
#[derive(
	Clone,
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
pub struct VisitState {
	/// The last one.
	pub last: Option<MarginAccountId>,
	/// How many are left to be looked at in this block.
	pub left: u32,
}

/// Fresh rounds of an underlying since it was last halted.
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
pub struct Quorum {
	/// Which.
	pub underlying: UnderlyingId,
	/// When the last counted round finished.
	pub at: Moment,
	/// Rounds counted, at most as many as are needed.
	pub rounds: u32,
}

/// What a bid on the whole share for sale would be now. Figures in cash units unless said otherwise.
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
pub struct Quote {
	/// What is for sale.
	pub sale: Sale,
	/// Discount now, as a share of the requirement.
	pub kappa: FixedU128,
	/// The clock, in milliseconds.
	pub biddable_ms: u64,
	/// Whether the clock runs.
	pub running: bool,
	/// What a bid names.
	pub state_id: u32,
	/// Worst state among the prices.
	pub state: PriceState,
	/// `E`; where positions alone are for sale, with all else at what it counts for in being left alone.
	pub equity: Money,
	/// `R`; of positions alone what they free.
	pub requirement: Money,
	/// `P = E − κR`, the price of the whole account with its cash.
	pub price: Money,
	/// Share for sale, 0 if the account is healed.
	pub share: FixedU128,
	/// What the bidder pays for that share, bounty included, in smallest units; negative: receives.
	pub payment: Cash,
	/// The bounty in it, in smallest units.
	pub bounty: Cash,
}

/// All parameters. Times in milliseconds of chain time.
#[derive(
	Clone,
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
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AuctionParams {
	/// κ at the start.
	pub kappa_start: Perbill,
	/// κ at the knee.
	pub kappa_knee: Perbill,
	/// Biddable time of the knee.
	pub knee_ms: u64,
	/// Biddable time at which κ = 1.
	pub end_ms: u64,
	/// Biddable time after that at which the pool may take over.
	pub take_over_ms: u64,
	/// Equity over requirement at which an auction ends.
	pub target: FixedU128,
	/// Smallest equity of an account that is sold in part, in cash units.
	pub cutoff: Money,
	/// Smallest part of the share for sale that a bid may take, so that nobody moves the state id
	/// for nothing.
	pub min_part: Perbill,
	/// The flagger's share of the penalty.
	pub bounty_share: Perbill,
	/// Largest bounty of one auction, in cash units.
	pub max_bounty: Money,
	/// An account that comes back within this time resumes its κ.
	pub resume_ms: u64,
	/// Time for additions after a halt or pause, before any liquidation.
	pub grace_ms: u64,
	/// Time between two blocks' work above which the chain counts as halted.
	pub halt_gap_ms: u64,
	/// Most time that one step of a clock may count.
	pub max_step_ms: u64,
	/// Fresh rounds that a watched underlying needs after a halt.
	pub fresh_rounds: u32,
	/// Most auctions at a time.
	pub max_auctions: u32,
	/// A bid that gains more than this part of the requirement needs distinct authors since the start.
	pub large_gain: Perbill,
	/// So many, at most as many as there are.
	pub large_gain_authors: u32,
	/// What a standing bid pays in, and the least requirement that it is for, in cash units.
	pub backstop_bond: Money,
	/// What it loses of that if it cannot pay, in cash units.
	pub backstop_fee: Money,
	/// How far below their price lots alone are sold at first.
	pub lot_discount_start: Perbill,
	/// How far in the end.
	pub lot_discount_end: Perbill,
	/// Biddable time of that end.
	pub lot_end_ms: u64,
}

impl Default for AuctionParams {
	fn default() -> Self {
		Self {
			kappa_start: Perbill::from_percent(2),
			kappa_knee: Perbill::from_percent(30),
			knee_ms: 15 * MINUTE_MS,
			end_ms: 75 * MINUTE_MS,
			take_over_ms: 15 * MINUTE_MS,
			target: FixedU128::from_rational(115, 100),
			cutoff: Money::from_u32(1_000),
			min_part: Perbill::from_percent(1),
			bounty_share: Perbill::from_percent(5),
			max_bounty: Money::from_u32(1_000),
			resume_ms: HOUR_MS,
			grace_ms: 5 * MINUTE_MS,
			halt_gap_ms: MINUTE_MS,
			max_step_ms: 12_000,
			fresh_rounds: 3,
			max_auctions: 100_000,
			large_gain: Perbill::from_percent(25),
			large_gain_authors: 3,
			backstop_bond: Money::from_u32(1_000),
			backstop_fee: Money::from_u32(10),
			lot_discount_start: Perbill::from_percent(1),
			lot_discount_end: Perbill::from_percent(10),
			lot_end_ms: HOUR_MS,
		}
	}
}

/// The global pool's own margin accounts, which are numbered from zero on.
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
pub struct OwnAccountState {
	/// The one that takes over what nobody wants.
	pub current: u32,
	/// How many there are.
	pub opened: u32,
}

/// Which parameter is out of its bounds.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PalletError,
	PartialEq,
	TypeInfo,
)]
pub enum ParamsError {
	/// κ does not rise from its start over the knee to 1, or its times do not.
	Path,
	/// The target is not in 1.01 to 2: at 1 and below no share could heal an account.
	Target,
	/// The cutoff is negative.
	Cutoff,
	/// The smallest part is above a half: large accounts would find no bidder.
	Part,
	/// The bounty's share is above a half or its limit negative: it must stay below the penalty.
	Bounty,
	/// A resume or grace time above a day, or a take-over delay above a day.
	Times,
	/// The step is zero, or above the gap that counts as a halt.
	Step,
	/// More than a hundred fresh rounds.
	Rounds,
	/// A standing bid's fee is negative, or above its bond.
	Backstop,
	/// The discount of lots falls, is above a half, or takes no time or more than a day.
	Lots,
	/// No auction would be allowed.
	Auctions,
}

impl AuctionParams {
	/// Bounds and relations that need no storage.
	///
	/// # Errors
	/// The first parameter that is out of its bounds.
	pub fn validate(&self) -> Result<(), ParamsError> {
		let check = |holds: bool, error| if holds { Ok(()) } else { Err(error) };
		self.path().validate().map_err(|_| ParamsError::Path)?;
		let ends = self.path().kappa(self.end_ms).map(|kappa| kappa == WAD).unwrap_or(false);
		check(ends, ParamsError::Path)?;
		let target_range = FixedU128::from_rational(101, 100)..=FixedU128::from_u32(2);
		check(target_range.contains(&self.target), ParamsError::Target)?;
		check(!self.cutoff.is_negative(), ParamsError::Cutoff)?;
		check(self.min_part <= Perbill::from_percent(50), ParamsError::Part)?;
		let bounded = self.bounty_share <= Perbill::from_percent(50);
		check(bounded && !self.max_bounty.is_negative(), ParamsError::Bounty)?;
		let times = [self.resume_ms, self.grace_ms, self.take_over_ms];
		check(times.iter().all(|time| *time <= DAY_MS), ParamsError::Times)?;
		let step = self.max_step_ms > 0 && self.max_step_ms <= self.halt_gap_ms;
		check(step, ParamsError::Step)?;
		check(self.fresh_rounds <= 100, ParamsError::Rounds)?;
		let bonded = self.backstop_fee <= self.backstop_bond;
		check(bonded && !self.backstop_fee.is_negative(), ParamsError::Backstop)?;
		check(self.max_auctions > 0, ParamsError::Auctions)?;
		let discounts = self.lot_discount_start <= self.lot_discount_end
			&& self.lot_discount_end <= Perbill::from_percent(50)
			&& (1..=DAY_MS).contains(&self.lot_end_ms);
		check(discounts, ParamsError::Lots)
	}

	/// κ over biddable time.
	pub fn path(&self) -> Path {
		Path {
			start: share_to_wad(self.kappa_start),
			at_knee: share_to_wad(self.kappa_knee),
			knee_ms: self.knee_ms,
			end_ms: self.end_ms,
		}
	}

	/// κ at a clock's time.
	///
	/// # Errors
	/// The arithmetic does not fit.
	pub fn kappa(&self, biddable_ms: u64) -> Result<Wad, MathError> {
		self.path().kappa(biddable_ms)
	}

	/// The target as a ratio.
	pub fn target_wad(&self) -> Wad {
		Wad::try_from(self.target.into_inner()).unwrap_or(Wad::MAX)
	}

	/// Biddable time from which the pool may take over.
	pub fn take_over_at(&self) -> u64 {
		self.end_ms.saturating_add(self.take_over_ms)
	}
}

/// A share as a ratio.
pub(crate) fn share_to_wad(share: Perbill) -> Wad {
	Wad::from(share.deconstruct()).saturating_mul(1_000_000_000)
}

/// A ratio that is never negative, for events and views.
pub(crate) fn ratio(wad: Wad) -> FixedU128 {
	FixedU128::from_inner(u128::try_from(wad).unwrap_or(0))
}

/// Who bears a loss that no pool could pay.
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
pub enum Bearer {
	/// All positive cash.
	#[default]
	Cash,
	/// Whoever gained in this underlying since the last daily mark.
	Gains(UnderlyingId),
	/// Nobody else than the global pool, when it has money: all cash bore what it could.
	Pool,
}

/// How a written off debt is split: by underlying, or to all cash.
pub type LossParts = BoundedVec<(Bearer, Cash), ConstU32<64>>;

/// A loss that is being shared out, in smallest units.
#[derive(
	Clone,
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
pub struct OpenLoss {
	/// Its number.
	pub number: u32,
	/// Who bears it first.
	pub bearer: Bearer,
	/// All of it.
	pub amount: Cash,
	/// Collected from gains so far.
	pub collected: Cash,
	/// Paid by the global pool, which had money again.
	pub from_pool: Cash,
	/// What the gains come to, once they are counted: their sum, and how many accounts.
	pub tally: Option<(Cash, u32)>,
}

impl OpenLoss {
	/// What nobody bore yet.
	pub fn left(&self) -> Cash {
		self.amount.saturating_sub(self.collected).saturating_sub(self.from_pool)
	}
}

/// What the view `losses` answers, in smallest units.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct LossStatus {
	/// Debt of empty accounts that is not written off yet.
	pub recorded: Cash,
	/// What waits, by who will bear it.
	pub unborne: Vec<(Bearer, Cash)>,
	/// What is being shared out.
	pub sharing: Option<OpenLoss>,
}
