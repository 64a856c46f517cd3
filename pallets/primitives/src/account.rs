// SPDX-License-Identifier: GPL-3.0-or-later

//! The margin account's id and what a margin check says of it.

use super::*;
use sp_core::{crypto::AccountId32, H256};

/// The address of a margin account: keyless, derived from chain, owner and index, so that tokens
/// sent to it by an ordinary transfer are a deposit.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
#[serde(transparent)]
pub struct MarginAccountId(pub AccountId32);

impl MarginAccountId {
	/// Keeps these addresses apart from any other hash of the same parts.
	const TAG: &'static [u8] = b"straddle/margin-account/v1";

	/// The account of `owner` number `index` on the chain with this genesis block.
	pub fn derive<Owner: Encode>(genesis: &H256, owner: &Owner, index: u32) -> Self {
		let preimage = (Self::TAG, genesis, owner, index).encode();
		Self(AccountId32::new(sp_crypto_hashing::blake2_256(&preimage)))
	}

	/// As an address to which tokens can be sent.
	pub fn address(&self) -> &AccountId32 {
		&self.0
	}
}

/// Most series in which one account may have positions (DESIGN.md 4).
pub const MAX_POSITIONS: u32 = 512;

/// Most resting orders of one account.
pub const MAX_ORDERS: u32 = 64;

/// Most kinds of collateral of one account (DESIGN.md 4).
pub const MAX_LOTS: u32 = 32;

/// The rule by which an account's requirement is computed.
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
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub enum MarginMode {
	/// By formula, position by position (`research/derivatives-venues.md`, 2.1).
	#[default]
	Standard,
	/// By scenarios over the whole portfolio (RISK.md 1).
	Portfolio,
}

/// A pot of cash that is nobody's margin account. Together with the accounts these hold every unit
/// of stablecoin that the clearing account holds (invariant 2).
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
pub enum Pot {
	/// What is left over when a payer's part is rounded up and a payee's down.
	Rounding,
	/// The protocol's own share of fees.
	Treasury,
	/// Waiting to be paid to the oracle's feeders.
	Feeders,
	/// Absorbs market losses.
	GlobalPool,
	/// Absorbs what a source chain fails to deliver.
	ChainPool(SourceId),
	/// Between the debtors and the creditors of one expiry.
	Suspense(UnderlyingId, Moment),
	/// Reserved for those who flag failing accounts.
	Bounties,
	/// Debt that was written off and that nobody bore yet, below zero.
	Insolvency,
	/// Bonds of bids that stand for accounts in auction.
	Backstops,
}

/// What a lot of collateral counts for, in cash units.
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
pub struct LotCredit {
	/// At full price.
	pub full: Money,
	/// For opening and withdrawing.
	pub initial: Money,
	/// For being left alone.
	pub maintenance: Money,
	/// The state of the prices behind it.
	pub state: PriceState,
}

/// A lot as so many units of what its price follows, for whoever moves that price.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct LotUnits {
	/// Whose price it follows.
	pub feed: FeedId,
	/// Whole tokens that count for opening: times the chain and the concentration factor, rounded down.
	/// None if its weight is zero.
	pub units_initial: FixedU128,
	/// Whole tokens that count for being left alone: times the chain factor; of an uncertain price,
	/// times one more by its confidence. None if its weight is zero. Never fewer than for opening.
	pub units_maintenance: FixedU128,
	/// What one counts for in opening.
	pub weight_initial: FixedU128,
	/// What one counts for in being left alone.
	pub weight_maintenance: FixedU128,
}

/// A margin account valued: all figures in cash units.
///
/// `equity_initial = cash + lots.initial + options` and so on; an account may take risk while
/// `equity_initial ≥ initial` and is left alone while `equity_maintenance ≥ maintenance`.
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
pub struct Assessment {
	/// Signed cash.
	pub cash: Money,
	/// What the lots count for.
	pub lots: LotCredit,
	/// Marked value of all positions, ΣV₀.
	pub options: Money,
	/// Initial margin: what it needs to add risk.
	pub initial: Money,
	/// Maintenance margin: what it needs to be left alone.
	pub maintenance: Money,
	/// The worst state among the prices that were needed, without those that only resting orders
	/// need.
	pub state: PriceState,
	/// The worst state among the prices that only resting orders need. They count for opening and
	/// taking out alone: an order on a dead market must not keep its account from being flagged.
	pub orders: PriceState,
}

impl Assessment {
	/// The worst state among all prices behind it: what opening and taking out go by.
	pub fn state_with_orders(&self) -> PriceState {
		self.state.worst(self.orders)
	}

	/// Marked equity with lots at full price: `E` of RISK.md 8.
	pub fn equity(&self) -> Money {
		self.sum(self.lots.full)
	}

	/// Equity that counts for opening.
	pub fn equity_initial(&self) -> Money {
		self.sum(self.lots.initial)
	}

	/// Equity that counts for being left alone.
	pub fn equity_maintenance(&self) -> Money {
		self.sum(self.lots.maintenance)
	}

	/// `equity_IM − IM`; an account with a negative one may only reduce.
	pub fn initial_excess(&self) -> Money {
		use sp_runtime::Saturating;
		self.equity_initial().saturating_sub(self.initial)
	}

	/// `equity_MM − MM`; an account with a negative one can be flagged.
	pub fn maintenance_excess(&self) -> Money {
		use sp_runtime::Saturating;
		self.equity_maintenance().saturating_sub(self.maintenance)
	}

	/// The whole requirement with haircuts inside, `R = E − (equity_MM − MM)` of RISK.md 8.
	pub fn requirement(&self) -> Money {
		use sp_runtime::Saturating;
		self.equity().saturating_sub(self.maintenance_excess())
	}

	/// What could be taken out if only initial margin stood against it: option value supports risk
	/// but never a withdrawal. Negative if nothing can leave.
	pub fn withdrawable(&self) -> Money {
		use sp_runtime::Saturating;
		let options = self.options.min(Money::from_inner(0));
		self.cash
			.saturating_add(self.lots.initial)
			.saturating_add(options)
			.saturating_sub(self.initial)
	}

	fn sum(&self, lots: Money) -> Money {
		use sp_runtime::Saturating;
		self.cash.saturating_add(lots).saturating_add(self.options)
	}
}
