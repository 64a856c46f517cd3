// SPDX-License-Identifier: GPL-3.0-or-later

//! What may be done on a price in which state (RISK.md 4).

use super::*;

/// How far a feed's last finished round can be relied on. Worse states compare greater.
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
pub enum PriceState {
	/// A fresh quorum that agrees.
	Valid,
	/// A fresh quorum that disagrees, or too few feeders for more.
	Uncertain,
	/// Fresh, but far from its ten-minute average.
	TooVolatile,
	/// The last finished round is older than three rounds.
	Stale,
	/// The last finished round is older than five minutes.
	NoQuorum,
	/// No round ever finished, or its value was not positive.
	#[default]
	NonPositive,
}

/// What a price is wanted for.
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
pub enum PriceUse {
	/// Taking more risk.
	Open,
	/// Taking something out.
	Withdraw,
	/// Taking less risk.
	Reduce,
	/// Flagging an account or starting its auction.
	Flag,
	/// Bidding in an auction.
	Bid,
}

impl PriceState {
	/// The action table. Cancelling, adding collateral and repaying need no price and are not in it.
	pub const fn allows(self, wanted: PriceUse) -> bool {
		use PriceUse::*;
		match self {
			Self::Valid => true,
			Self::Uncertain => matches!(wanted, Reduce | Flag | Bid),
			Self::TooVolatile => matches!(wanted, Reduce),
			Self::Stale => matches!(wanted, Bid),
			Self::NoQuorum | Self::NonPositive => false,
		}
	}

	/// The worse of two.
	pub fn worst(self, other: Self) -> Self {
		self.max(other)
	}
}

/// One feed as it stands now.
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
pub struct Reading {
	/// The median of the last finished round; zero if there never was one.
	pub price: Price,
	/// Half the width of the feeders' spread, as a share of the price.
	pub confidence: FixedU128,
	/// What the price can be used for.
	pub state: PriceState,
	/// Chain time at which that round finished.
	pub at: Moment,
}

/// How far the settlement price of an expiry, an average, is sampled.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SettlementWindow {
	/// What is left until the last sample, in milliseconds.
	pub left_ms: Moment,
	/// Over how much time the average goes: all of it before the window, then what is sampled and
	/// what is left. Zero if the price at the expiry alone counts.
	pub length_ms: Moment,
	/// The average of what is sampled; zero while nothing is.
	pub average: Price,
}

/// Which of the prices that the oracle keeps a margin check is made on.
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
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum Lens {
	/// The last finished round.
	#[default]
	Latest,
	/// The median of the last three finished rounds: a wick alone does not move it.
	MedianOfThree,
}

#[cfg(test)]
mod tests {
	use super::*;
	use PriceState::*;
	use PriceUse::*;

	#[test]
	fn only_a_valid_price_opens_or_lets_out() {
		for state in [Uncertain, TooVolatile, Stale, NoQuorum, NonPositive] {
			assert!(!state.allows(Open) && !state.allows(Withdraw), "{state:?}");
		}
		for wanted in [Open, Withdraw, Reduce, Flag, Bid] {
			assert!(Valid.allows(wanted));
			assert!(!NoQuorum.allows(wanted) && !NonPositive.allows(wanted));
		}
	}

	#[test]
	fn no_auction_starts_on_a_stale_or_wild_price_but_a_bid_still_counts() {
		assert!(Uncertain.allows(Flag) && Uncertain.allows(Reduce));
		assert!(!Stale.allows(Flag) && !TooVolatile.allows(Flag));
		assert!(Stale.allows(Bid) && !Stale.allows(Reduce));
	}

	#[test]
	fn the_worst_state_wins() {
		assert_eq!(Valid.worst(Stale), Stale);
		assert_eq!(NoQuorum.worst(Uncertain), NoQuorum);
	}
}
