// SPDX-License-Identifier: GPL-3.0-or-later

//! What is stored of orders on their way.

use crate::types::MAX_REMOTE_KINDS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{OrderOutcome, OrderPurpose};

/// Most questions of one order whose answers are awaited: its own and its last fences'.
pub const MAX_QUERIES: u32 = 5;
/// Doublings of the time between fences.
pub const MAX_PATIENCE: u32 = 5;

/// What orders on one source chain cost, and how many there may be.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct OrderTerms {
	/// Most that the source chain may take for an order, in smallest units of the relay chain's token.
	pub fee: u128,
	/// Most for a fence, which doubles it.
	pub fence_fee: u128,
	/// What owners' orders leave in the float.
	pub reserve: u128,
	/// What an order costs its owner, in smallest units of cash.
	pub charge: Cash,
	/// Relay blocks until an answer is late.
	pub timeout: u32,
	/// Owners' orders that may be on their way.
	pub releases: u32,
	/// The same of deliveries: they have room of their own.
	pub seizures: u32,
	/// Least amount of an owner's order by kind, in smallest units. Sorted.
	pub minimum: BoundedVec<(CollateralId, u128), ConstU32<MAX_REMOTE_KINDS>>,
}

impl OrderTerms {
	/// That an order can be paid for and is late some day.
	pub(crate) fn is_sound(&self) -> bool {
		let sorted = self.minimum.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
		let paid = self.fee > 0 && self.fence_fee >= self.fee && self.charge >= 0;
		sorted && paid && self.timeout > 0
	}

	/// Least amount of an owner's order.
	pub(crate) fn minimum(&self, kind: CollateralId) -> u128 {
		self.minimum.iter().find(|(named, _)| *named == kind).map_or(0, |(_, least)| *least)
	}

	/// What the fence after so many others may cost.
	pub(crate) fn fee_of_fence(&self, sent: u32) -> u128 {
		let doubled = 2u128.checked_pow(sent.saturating_add(1)).unwrap_or(u128::MAX);
		self.fee.saturating_mul(doubled).min(self.fence_fee)
	}

	/// When an answer is late that was asked for `now`, after so many fences.
	pub(crate) fn deadline(&self, now: u32, sent: u32) -> u32 {
		let patience = 2u32.saturating_pow(sent.min(MAX_PATIENCE));
		now.saturating_add(self.timeout.saturating_mul(patience).max(1))
	}

	/// How many orders of a purpose may be on their way.
	pub(crate) fn room(&self, purpose: OrderPurpose) -> u32 {
		match purpose {
			OrderPurpose::Release => self.releases,
			OrderPurpose::Seizure => self.seizures,
		}
	}
}

/// Where an order takes something.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Destination {
	/// To an account of the source chain.
	There(AccountId32),
	/// To the margin account's address on this chain.
	Here,
}

/// A slot of a vault.
pub type Slot = (MarginAccountId, CollateralId, OrderPurpose);

/// An order on its way.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct InFlight {
	/// The order's id in its vault.
	pub id: u64,
	/// Where it is to run.
	pub source: SourceId,
	/// Fences sent after it.
	pub fences: u32,
	/// The questions whose answers are awaited: its own, then its fences', oldest first.
	pub queries: BoundedVec<u64, ConstU32<MAX_QUERIES>>,
	/// What its messages may have cost so far, in smallest units of the relay chain's token.
	pub spent: u128,
	/// The relay block at which its answer is late; none once a fence was answered.
	pub deadline: Option<u32>,
}

/// What an answer is about.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Query {
	/// The slot that the order is in, or was.
	pub slot: Slot,
	/// The order's id in its vault.
	pub id: u64,
	/// A fence's answer, not the order's.
	pub fence: bool,
}

/// An answer that came and is not booked yet.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Answer {
	/// To which question.
	pub query: u64,
	/// How its order ended; none if it is a fence's.
	pub end: Option<OrderOutcome>,
	/// The relay block that we saw when it came.
	pub at: u32,
}

/// Where in the queue of answers block work is.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct AnswerPlaces {
	/// The next to be booked.
	pub first: u64,
	/// Where the next to come goes.
	pub next: u64,
}

/// What is on its way to one source chain.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Traffic {
	/// Owners' orders.
	pub releases: u32,
	/// Deliveries.
	pub seizures: u32,
	/// What the messages of all these may have cost: the float gets back what was not taken.
	pub spent: u128,
}

impl Traffic {
	/// How many orders of a purpose there are.
	pub(crate) fn count(&mut self, purpose: OrderPurpose) -> &mut u32 {
		match purpose {
			OrderPurpose::Release => &mut self.releases,
			OrderPurpose::Seizure => &mut self.seizures,
		}
	}
}

/// The table of deadlines, as block work goes through it.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Clock {
	/// No deadline is before this relay block.
	pub next: u32,
	/// How many deadlines there are.
	pub waiting: u32,
}

/// How an order ended.
#[derive(Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub enum OrderEnd {
	/// The source chain did it.
	Done,
	/// It refused and nothing moved.
	Refused,
	/// A proof showed what is there after a fence: it ran or never will.
	Proven,
}
