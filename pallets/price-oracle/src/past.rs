// SPDX-License-Identifier: GPL-3.0-or-later

//! What is remembered of a feed beyond its last rounds.

use crate::stats::TimeWeighted;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Minutes in the slow average.
pub const AVERAGE_MINUTES: u64 = 10;
/// The least time between two prices of which realised variance is made: what is shorter is noise of
/// the feeders.
pub const REALISED_STEP_MS: Moment = 5 * MINUTE_MS;
/// How far realised variance looks back.
pub const REALISED_MEMORY_MS: Moment = 24 * HOUR_MS;

/// One minute of a feed's history.
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
pub struct Minute {
	/// Minutes since 1970.
	pub minute: u64,
	/// What was quoted in it.
	pub quoted: TimeWeighted,
}

/// The minutes that the slow average is made from, oldest first.
pub type Minutes = BoundedVec<Minute, ConstU32<{ AVERAGE_MINUTES as u32 + 1 }>>;

/// [`straddle_math::stable::Stable`] as it is stored.
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
pub struct Stable {
	/// Itself, and when it last moved.
	pub price: i128,
	/// See `price`.
	pub at: Moment,
	/// Delay prices by the hour of the day.
	pub delays: [i128; straddle_math::stable::HOURS],
	/// This hour's sums.
	pub sum: i128,
	/// See `sum`.
	pub sum_ms: u64,
}

/// What a feed's number did.
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
pub struct PriceHistory {
	/// The last minutes, for the slow average.
	pub minutes: Minutes,
	/// How much it moves.
	pub realised: Realised,
}

/// Variance of a price as it was realised: squares of the logarithm's moves over [`REALISED_STEP_MS`] or
/// more, averaged over the time they took, the last [`REALISED_MEMORY_MS`] weighing most.
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
pub struct Realised {
	/// The last price that counted, and when.
	pub price: Price,
	/// See `price`.
	pub at: Moment,
	/// A year's variance.
	pub variance: FixedU128,
	/// How much time is behind it, at most the memory.
	pub seen_ms: Moment,
}
