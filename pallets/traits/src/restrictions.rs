// SPDX-License-Identifier: GPL-3.0-or-later

//! Emergency levels and halted source chains, between whoever sets them and those who ask (ADR 24).

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// What is restricted.
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
pub enum Scope {
	/// Everything.
	House,
	/// All series of an underlying.
	Market(UnderlyingId),
	/// A kind of collateral.
	Kind(CollateralId),
	/// What lies on a chain, and tokens here whose reserve is there.
	Source(SourceId),
	/// Liquidation alone: open, or frozen.
	Liquidation,
}

/// How far it is restricted; each level includes those before it.
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
pub enum Level {
	/// Not at all.
	#[default]
	Open,
	/// Nothing that adds risk. In a market: a trade that makes a position larger must make its account's
	/// risk smaller. Of collateral: it counts nothing for opening; deposits are welcome.
	NoNew,
	/// In a market: positions only get smaller. Of collateral as before.
	ReduceOnly,
	/// Collateral comes in, debts are repaid, orders are cancelled; all else waits.
	Frozen,
}

/// How long after an expiry, and after a wind-down has begun, what has no price any more may be settled by its last
/// one.
pub const LAST_RESORT_MS: Moment = DAY_MS.saturating_mul(7);

/// Knows the levels in force.
pub trait Restrictions {
	/// The level of one scope by itself.
	fn level(scope: Scope) -> Level;

	/// What holds for trades in a market.
	fn market(underlying: UnderlyingId) -> Level {
		Self::level(Scope::House).max(Self::level(Scope::Market(underlying)))
	}

	/// What holds for a kind that depends on the chain `source`. The house's own level is not in it: that
	/// takes no credit.
	fn kind(kind: CollateralId, source: SourceId) -> Level {
		Self::level(Scope::Kind(kind)).max(Self::level(Scope::Source(source)))
	}

	/// Whether nothing may leave the house.
	fn is_house_frozen() -> bool {
		Self::level(Scope::House) == Level::Frozen
	}

	/// Since when the house winds down, if it does.
	fn winding_down_since() -> Option<Moment> {
		None
	}

	/// Whether what expired then may be settled by last prices if there are no others (ADR 27).
	fn is_last_resort(expiry: Moment, now: Moment) -> bool {
		let begins = |since: Moment| since.max(expiry).saturating_add(LAST_RESORT_MS);
		Self::winding_down_since().is_some_and(|since| now >= begins(since))
	}

	/// Let the house wind down (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn wind_down_for_benchmark() {}
}

/// Nothing is restricted.
impl Restrictions for () {
	fn level(_: Scope) -> Level {
		Level::Open
	}
}

/// Knows which source chains stand still, and what depends on them.
pub trait SourceStates {
	/// The chain that a kind depends on; [`SourceId::LOCAL`] if none.
	fn chain_of(kind: CollateralId) -> SourceId;

	/// Whether a chain's age takes from what its collateral counts for being left alone.
	fn is_halted(source: SourceId) -> bool;

	/// Chains that are named, at most `limit`.
	fn sources(limit: usize) -> Vec<SourceId>;
}

/// There are no other chains.
impl SourceStates for () {
	fn chain_of(_: CollateralId) -> SourceId {
		SourceId::LOCAL
	}

	fn is_halted(_: SourceId) -> bool {
		false
	}

	fn sources(_: usize) -> Vec<SourceId> {
		Vec::new()
	}
}
