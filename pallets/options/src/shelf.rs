// SPDX-License-Identifier: GPL-3.0-or-later

//! What a book is made of.

use super::types::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Most levels of a shelf that lie in the book itself. When there are more the worse half moves away.
pub const MAX_TOP: u32 = 16;
/// So many levels move at once between the book and what lies deeper.
pub const MOVED: usize = 8;

/// A number that a trader gave to his order; one account's resting orders have different ones.
pub type ClientId = u64;

/// Orders at one price, the oldest first.
pub type Queue = BoundedVec<Order, ConstU32<MAX_QUEUE>>;
/// Levels near the top of a shelf, the best **last**: the top changes most and is cheapest there.
pub type Levels = BoundedVec<Level, ConstU32<MAX_TOP>>;
/// Levels of a shelf that are worse than all in the book itself, the best last.
pub type Depth = BoundedVec<Level, ConstU32<MAX_SIDE_ORDERS>>;

/// Orders that are sorted by one measure: those of a side with a price, or those with a volatility.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct Shelf {
	/// On which side.
	pub side: Side,
	/// Whether they have a volatility.
	pub pegged: bool,
}

impl Shelf {
	/// All of a book.
	pub const ALL: [Self; 4] = [
		Self { side: Side::Buy, pegged: false },
		Self { side: Side::Sell, pegged: false },
		Self { side: Side::Buy, pegged: true },
		Self { side: Side::Sell, pegged: true },
	];
}

/// Where orders rest in the book of a series.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct Slot {
	/// On which shelf.
	pub shelf: Shelf,
	/// The price, in cash's smallest units per contract; if pegged the volatility, in millionths a year.
	pub rate: Cash,
}

impl Slot {
	/// Of a price.
	pub fn of(side: Side, price: Cash) -> Self {
		Self { shelf: Shelf { side, pegged: false }, rate: price }
	}

	/// Of a volatility, in millionths a year.
	pub fn pegged(side: Side, volatility: u32) -> Self {
		Self { shelf: Shelf { side, pegged: true }, rate: volatility.into() }
	}

	/// As the ledger knows it: pegged orders it does not know.
	pub fn place(&self, series: Series) -> Place {
		Place { series, side: self.shelf.side, price: self.rate }
	}
}

impl From<&Place> for Slot {
	fn from(place: &Place) -> Self {
		Self::of(place.side, place.price)
	}
}

/// A resting order; series, side and price are where it rests.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Order {
	/// Its number.
	pub id: OrderId,
	/// Whose.
	pub account: MarginAccountId,
	/// What is not filled, in millionths.
	pub remaining: Quantity,
	/// It never fills beyond closing the position.
	pub reduce_only: bool,
	/// What else was asked for.
	pub terms: Terms,
}

/// What holds for a resting order besides.
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
pub struct Terms {
	/// It is a quote: the ledger does not know it, and its account's margin is looked at when it is met.
	pub is_quote: bool,
	/// It is gone once the heartbeat of this number is late; zero: none.
	pub heartbeat: u8,
	/// The tier of its account's fees when it came.
	pub tier: u8,
	/// From when on it is gone.
	pub until: Option<Moment>,
	/// The trader's own number.
	pub client: Option<ClientId>,
}

/// The orders at one price.
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
pub struct Level {
	/// In cash's smallest units per contract; of pegged orders the volatility, in millionths a year.
	pub price: Cash,
	/// Σ of what its orders have unfilled, in millionths.
	pub total: Quantity,
	/// How many orders.
	pub orders: u8,
}

/// The price levels of one series, as far as they are near the top.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Book {
	/// Who buys, prices rising.
	pub bids: Levels,
	/// Who sells, prices falling.
	pub asks: Levels,
	/// Who buys at a volatility, rising.
	pub pegged_bids: Levels,
	/// Who sells at a volatility, falling.
	pub pegged_asks: Levels,
	/// How many orders lie deeper, by shelf as in [`Shelf::ALL`].
	pub deep: [u16; 4],
}
