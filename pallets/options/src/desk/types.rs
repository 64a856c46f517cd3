// SPDX-License-Identifier: GPL-3.0-or-later

//! What is kept of an account that quotes.

use crate::{shelf::*, types::MAX_MARKETS};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::AccountId32;
use straddle_primitives::*;

/// Most quotes in one call.
pub const MAX_MASS: u32 = 50;
/// Most quotes that rest of an account in one market.
pub const MAX_QUOTES: u32 = 128;
/// Most keys of an account that send heartbeats: its owner and its delegates.
pub const MAX_HEARTBEATS: u32 = 9;
/// The highest number of a heartbeat: there are more than of them, since what rests keeps one that was ended.
pub const HEARTBEAT_NUMBERS: u8 = 15;
/// The longest time between heartbeats and the longest window of a protection, in blocks.
pub const MAX_BLOCKS: u32 = 14_400;

/// What a market maker asks for at one side of a series.
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
pub struct MakerQuote {
	/// In which series.
	pub series: Series,
	/// On which side.
	pub side: Side,
	/// In millionths; zero takes the quote away.
	pub quantity: Quantity,
	/// At what.
	pub rate: Rate,
}

/// The price of a quote.
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
pub enum Rate {
	/// In cash's smallest units per contract.
	Price(Cash),
	/// The price of this volatility (millionths a year) at the forward as it is now.
	Volatility(u32),
	/// The price of this volatility at the forward as it is when the quote is met.
	Pegged(u32),
}

/// Why a quote does not rest, though the others of its call do.
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
pub enum QuoteRefusal {
	/// It would trade at once.
	WouldTrade,
	/// The shelf is full, and the rate is not better than its worst.
	BookFull,
	/// As many orders as may rest there.
	LevelFull,
	/// Its volatility has no price now.
	NoPrice,
}

/// Where a quote rests.
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
pub struct Quoted {
	/// Its number.
	pub id: OrderId,
	/// Where.
	pub slot: Slot,
}

/// What of an account's quotes in one market may be filled within so many blocks. Zero: no limit.
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
pub struct Limits {
	/// How many blocks.
	pub blocks: u32,
	/// Σ of quantities, in millionths.
	pub quantity: u64,
	/// Σ of |delta|, in millionths of the underlying.
	pub delta: u64,
	/// Σ of |vega|, in cash's smallest units per point of volatility.
	pub vega: u64,
}

/// What was filled.
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
pub struct Filled {
	/// Σ of quantities, in millionths.
	pub quantity: u64,
	/// Σ of |delta|, in millionths of the underlying.
	pub delta: u64,
	/// Σ of |vega|, in cash's smallest units per point of volatility.
	pub vega: u64,
}

/// A maker's protection: its limits, and what was filled in this span of blocks and the last one.
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
pub struct Protection {
	/// What may be filled.
	pub limits: Limits,
	/// The block in which this span began.
	pub since: u32,
	/// In this span.
	pub now: Filled,
	/// In the one before.
	pub before: Filled,
}

impl Protection {
	/// A new one.
	pub fn new(limits: Limits, block: u32) -> Self {
		Self { limits, since: block, now: Filled::default(), before: Filled::default() }
	}

	/// Begin the span in which a block lies.
	pub fn roll(&mut self, block: u32) {
		let passed = block.saturating_sub(self.since);
		let spans = passed.checked_div(self.limits.blocks).unwrap_or(0);
		if spans == 0 {
			return;
		}
		self.before = if spans == 1 { self.now } else { Filled::default() };
		self.now = Filled::default();
		self.since = self.since.saturating_add(spans.saturating_mul(self.limits.blocks));
	}

	/// Count a fill.
	pub fn count(&mut self, fill: &Filled) {
		self.now = sum(&self.now, fill);
	}

	/// Whether a limit is reached by both spans together: they cover any `blocks` blocks until now, so no more
	/// is ever filled within as many.
	pub fn is_reached(&self) -> bool {
		let filled = sum(&self.before, &self.now);
		let Limits { quantity, delta, vega, .. } = self.limits;
		[(filled.quantity, quantity), (filled.delta, delta), (filled.vega, vega)]
			.into_iter()
			.any(|(filled, limit)| limit > 0 && filled >= limit)
	}
}

fn sum(a: &Filled, b: &Filled) -> Filled {
	Filled {
		quantity: a.quantity.saturating_add(b.quantity),
		delta: a.delta.saturating_add(b.delta),
		vega: a.vega.saturating_add(b.vega),
	}
}

/// An account's quotes in one market.
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
pub struct Stand {
	/// Which market.
	pub underlying: UnderlyingId,
	/// How many rest.
	pub quotes: u32,
	/// Quotes with lower numbers are void: they are not met, and block work takes them away.
	pub void_before: OrderId,
	/// How many of those there may be still.
	pub voids: u32,
	/// The maker's protection, if he asked for one.
	pub protection: Option<Protection>,
	/// Under which heartbeats some of them were placed, a bit for each: any that is late voids them all.
	pub under: u16,
}

impl Stand {
	/// One without anything.
	pub fn new(underlying: UnderlyingId) -> Self {
		Self { underlying, quotes: 0, void_before: 0, voids: 0, protection: None, under: 0 }
	}
}

/// A key's promise to call again: what it places meanwhile is gone when it does not.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Heartbeat {
	/// Whose: the owner's or a delegate's.
	pub key: AccountId32,
	/// Its number in its account, from one to [`HEARTBEAT_NUMBERS`]: orders under it have that.
	pub number: u8,
	/// The account's owner wants it, within at most so many blocks.
	pub required: Option<u32>,
	/// Within how many blocks.
	pub within: u32,
	/// The last block in which it is in time.
	pub until: u32,
	/// It is late, and of what rested under it orders with lower numbers are cancelled.
	pub swept: OrderId,
}

impl Heartbeat {
	/// Whether it is late.
	pub fn is_late(&self, block: u32) -> bool {
		self.until < block
	}

	/// Whether it is late, and something may rest under it still.
	pub fn has_left(&self, block: u32) -> bool {
		self.is_late(block) && self.swept < OrderId::MAX
	}

	/// Its bit of [`Stand::under`].
	pub fn bit(&self) -> u16 {
		bit(self.number)
	}
}

/// The bit of a heartbeat's number; none of zero, which is nobody's.
pub fn bit(number: u8) -> u16 {
	match number {
		0 => 0,
		_ => 1_u16.checked_shl(number.into()).unwrap_or(0),
	}
}

/// What is kept of an account that quotes, has a heartbeat or a tier.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Desk {
	/// Its tier of fees.
	pub tier: u8,
	/// Heartbeats of its keys, in the order of their numbers.
	pub heartbeats: BoundedVec<Heartbeat, ConstU32<MAX_HEARTBEATS>>,
	/// Its quotes by market, sorted.
	pub stands: BoundedVec<Stand, ConstU32<MAX_MARKETS>>,
}

impl Desk {
	/// Its quotes in a market.
	pub fn stand(&self, underlying: UnderlyingId) -> Option<&Stand> {
		let nth = self.stands.binary_search_by_key(&underlying, |stand| stand.underlying);
		self.stands.get(nth.ok()?)
	}

	/// The heartbeat of a key.
	pub fn heartbeat(&self, key: &AccountId32) -> Option<&Heartbeat> {
		self.heartbeats.iter().find(|heartbeat| heartbeat.key == *key)
	}

	/// Whether the heartbeat of this number is late. What rests under none that there is, stands.
	pub fn is_late(&self, number: u8, block: u32) -> bool {
		let mut heartbeats = self.heartbeats.iter();
		heartbeats.any(|heartbeat| heartbeat.number == number && heartbeat.is_late(block))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn no_window_ever_holds_more_than_the_limit_and_one_fill() {
		let limits = Limits { blocks: 5, quantity: 60, delta: 0, vega: 0 };
		let mut protection = Protection::new(limits, 3);
		let mut fills = Vec::<(u32, u64)>::new();
		for block in 3..200 {
			protection.roll(block);
			assert!(protection.since <= block && block < protection.since + 5);
			for quantity in [u64::from(block * 7 % 13), u64::from(block * 5 % 11)] {
				if protection.is_reached() {
					continue;
				}
				protection.count(&Filled { quantity, ..Default::default() });
				fills.push((block, quantity));
			}
			let within = fills.iter().filter(|(at, _)| at + 5 > block);
			assert!(within.map(|(_, quantity)| quantity).sum::<u64>() < 60 + 13, "{block}");
		}
		assert!(fills.len() > 40 && fills.len() < 300, "it lets nothing, or everything, through");
	}

	#[test]
	fn each_limit_counts_and_zero_is_none() {
		let none = Limits { blocks: 1, quantity: 0, delta: 0, vega: 0 };
		let fill = Filled { quantity: 10, delta: 20, vega: 30 };
		for (limits, reached) in [
			(none, false),
			(Limits { quantity: 10, ..none }, true),
			(Limits { quantity: 11, ..none }, false),
			(Limits { delta: 20, ..none }, true),
			(Limits { delta: 21, ..none }, false),
			(Limits { vega: 30, ..none }, true),
			(Limits { vega: 31, ..none }, false),
		] {
			let mut protection = Protection::new(limits, 0);
			protection.count(&fill);
			assert_eq!(protection.is_reached(), reached, "{limits:?}");
		}
	}
}
