// SPDX-License-Identifier: GPL-3.0-or-later

//! The series: what is traded, named by what it is.

use super::*;

/// What a series pays at expiry, per contract, for a settlement price `S`.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum Kind {
	/// `S − K`, where `K` is a reference price near the forward at listing.
	Future,
	/// `max(S − K, 0)`.
	Call,
	/// `max(K − S, 0)`.
	Put,
}

/// A strike in hundred-millionths of a USD: exact, and eight bytes in every position.
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
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct Strike(pub u64);

impl Strike {
	/// Strike units in one USD.
	pub const PER_USD: u64 = 100_000_000;
	/// `FixedU128`'s inner units in one strike unit.
	const INNER: u128 = 10_000_000_000;

	/// A strike of whole dollars, saturating at the largest.
	pub const fn usd(usd: u64) -> Self {
		Self(usd.saturating_mul(Self::PER_USD))
	}

	/// The strike as a price; exact.
	pub fn price(self) -> Price {
		Price::from_inner(u128::from(self.0).saturating_mul(Self::INNER))
	}
}

/// One tradable instrument. It describes itself, so that nothing has to be looked up to price it.
///
/// Sorts by underlying, then expiry, strike and kind: the positions of one expiry lie together.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub struct Series {
	/// What it is written on.
	pub underlying: UnderlyingId,
	/// When it is settled, in Unix milliseconds.
	pub expiry: Moment,
	/// The strike, or the reference price of a future.
	pub strike: Strike,
	/// What it pays.
	pub kind: Kind,
}

/// Which side of a trade.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum Side {
	/// Pays the premium.
	Buy,
	/// Receives the premium.
	Sell,
}

impl Side {
	/// The other side.
	pub const fn opposite(self) -> Self {
		match self {
			Self::Buy => Self::Sell,
			Self::Sell => Self::Buy,
		}
	}
}

/// Number of an order; later orders have higher numbers.
pub type OrderId = u64;

/// Where an order rests.
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
pub struct Place {
	/// In which series.
	pub series: Series,
	/// On which side.
	pub side: Side,
	/// At which price, in cash's smallest units per contract.
	pub price: Cash,
}
