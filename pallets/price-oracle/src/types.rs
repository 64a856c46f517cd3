// SPDX-License-Identifier: GPL-3.0-or-later

//! What feeders sign, and what is kept of rounds and settlements.

pub use crate::{listing::*, params::*};

use crate::stats::TimeWeighted;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Feeders that are listened to. A longer set of collators is cut here.
pub const MAX_FEEDERS: u32 = 64;
/// Rounds that can wait to be finished.
pub const MAX_PENDING: u32 = 16;
/// Expiries whose settlement price can be waited for at once.
pub const MAX_WATCHED: u32 = 256;
/// Finished rounds that a reading is made from.
pub const ROUNDS_KEPT: u32 = 3;

/// The prices of one report, in strictly ascending order of feeds.
pub type PriceList = BoundedVec<(FeedId, Price), ConstU32<MAX_FEEDS>>;

/// What a feeder signs: its prices for one round.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Batch<BlockNumber, Hash> {
	/// Place in the list of feeders.
	pub feeder: u16,
	/// The chain it is for: nothing else ties an authorized transaction to one.
	pub genesis: Hash,
	/// The round it is for.
	pub round: u64,
	/// The block on whose state the feeder looked.
	pub at_block: BlockNumber,
	/// The prices, in strictly ascending order of feeds.
	pub prices: PriceList,
}

/// A batch of this chain.
pub type BatchOf<T> = Batch<BlockNumberFor<T>, <T as frame_system::Config>::Hash>;

impl<BlockNumber: Encode, Hash: Encode> Batch<BlockNumber, Hash> {
	/// Keeps these signatures apart from whatever else the key may sign.
	const TAG: &'static [u8] = b"straddle/price-oracle/batch/v1";

	/// The bytes that are signed.
	pub fn payload(&self) -> alloc::vec::Vec<u8> {
		(Self::TAG, self).encode()
	}
}

/// Why a batch is refused before its signature is looked at.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum BatchFault {
	/// There is no feeder of that number.
	NotAFeeder,
	/// It was signed for another chain.
	OtherChain,
	/// Its round has not begun.
	RoundAhead,
	/// Its round is finished, or too old.
	RoundClosed,
	/// Its block is not there yet.
	BlockAhead,
	/// Its block is too old.
	BlockPast,
	/// The feeder has reported for this round.
	Reported,
	/// It has no price, or its feeds are not in strictly ascending order.
	Order,
	/// Too many rounds wait to be finished.
	Backlog,
	/// The feed is not a surface.
	NotASurface,
}

/// A finished round of one feed.
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
pub struct Round {
	/// Its number.
	pub round: u64,
	/// Chain time at which it was finished, or at which its time was over, if that was earlier.
	pub at: Moment,
	/// Median over the feeders.
	pub price: Price,
	/// Half the width of the feeders' middle half, as a share of the price.
	pub confidence: FixedU128,
	/// Reports that counted.
	pub count: u16,
	/// Feeders there were.
	pub feeders: u16,
}

/// What a reading is made from: small, because every trade reads it.
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
pub struct Quote {
	/// The feed's kind; it never changes.
	pub kind: FeedKind,
	/// Whether the feed is stopped.
	pub halted: bool,
	/// Ten-minute average of what came before the last finished round.
	pub average: Price,
	/// The stable price, of a feed whose slow price that is; zero before its first round.
	pub stable: Option<Price>,
	/// The last finished rounds, newest first.
	pub rounds: BoundedVec<Round, ConstU32<ROUNDS_KEPT>>,
}

/// A round that waits to be finished.
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
pub struct Waiting {
	/// Its reports, also those of keys that are no longer feeders.
	pub reports: u16,
	/// How many of them there were when it was last looked at.
	pub looked: u16,
}

impl Waiting {
	/// Whether the round may be decided before its time is over.
	pub fn is_worth_a_look(&self, quorum: u32) -> bool {
		self.reports != self.looked && u32::from(self.reports) >= quorum
	}
}

/// The last round that was finished.
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
pub struct Finished {
	/// Its number: this round and all before it take no more reports.
	pub round: u64,
	/// Chain time at which it was finished, or at which its time was over, if that was earlier.
	pub at: Moment,
}

/// The measurement of one settlement price.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Watch {
	/// Up to when time has been counted.
	pub since: Moment,
	/// The three thirds of the window before the expiry.
	pub thirds: [TimeWeighted; 3],
	/// What was quoted after the expiry, until there is as much valid time as the window has.
	pub extension: TimeWeighted,
}

/// A settlement price, or the way to it.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Settlement {
	/// Not fixed yet.
	Watching(Watch),
	/// Fixed for ever.
	Fixed {
		/// USD per unit of the underlying.
		price: Price,
		/// Chain time at which it was fixed.
		at: Moment,
		/// Whether it rests on as much valid time as the rule asks for.
		complete: bool,
	},
}
