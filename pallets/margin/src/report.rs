// SPDX-License-Identifier: GPL-3.0-or-later

//! The portfolio rule's reasons, as the view `health` answers them. All amounts in cash units.

use super::*;
use alloc::vec::Vec;
use straddle_math::portfolio::{Reason, Worst};

/// Which of an underlying's losses is the worst.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum WorstLoss {
	/// None is a loss.
	Nothing,
	/// At the slow price: 0; below it, above it: 1, 2.
	SlowPrice(u8),
	/// The forwards moved against spot.
	Basis,
	/// The smile tilted.
	Skew,
	/// A scenario of the grid, by its index.
	Scenario(u8),
}

impl From<Worst> for WorstLoss {
	fn from(worst: Worst) -> Self {
		match worst {
			Worst::Nothing => Self::Nothing,
			Worst::SlowPrice(index) => Self::SlowPrice(index),
			Worst::Basis => Self::Basis,
			Worst::Skew => Self::Skew,
			Worst::Scenario(index) => Self::Scenario(index),
		}
	}
}

/// Why something is added to the losses.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum AddOnReason {
	/// Shorts that no long of the same strike and expiry matches.
	NakedShorts,
	/// What fills of resting orders could lose at today's market.
	Orders,
	/// Prices that cannot be relied on.
	Confidence,
	/// A crowded market.
	Concentration,
	/// A stablecoin below its peg.
	Peg,
	/// By how much the approximation of prices can be off.
	ErrorBound,
	/// What the loss pool does not cover of the tails of the owner's accounts.
	Tails,
}

impl From<Reason> for AddOnReason {
	fn from(reason: Reason) -> Self {
		match reason {
			Reason::NakedShorts => Self::NakedShorts,
			Reason::Orders => Self::Orders,
			Reason::Confidence => Self::Confidence,
			Reason::Concentration => Self::Concentration,
			Reason::Peg => Self::Peg,
			Reason::ErrorBound => Self::ErrorBound,
		}
	}
}

/// What is added to the losses, rounded up.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct AddOnHealth {
	/// Why.
	pub reason: AddOnReason,
	/// For which underlying, if it is for one.
	pub underlying: Option<UnderlyingId>,
	/// In IM.
	pub initial: Money,
	/// In MM.
	pub maintenance: Money,
}

/// An underlying's part.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct UnderlyingHealth {
	/// What it is.
	pub underlying: UnderlyingId,
	/// Value of the positions, rounded down.
	pub value: Money,
	/// The worst loss for IM, rounded up, and where it is.
	pub initial: (Money, WorstLoss),
	/// The same for MM, before its factor.
	pub maintenance: (Money, WorstLoss),
	/// What collateral in its asset counts for opening, rounded down.
	pub credit_initial: Money,
	/// What collateral in its asset counts for being left alone, rounded down.
	pub credit_maintenance: Money,
	/// Units of that collateral that short calls cover, each lifted by what its call is worth.
	pub paired: FixedU128,
}

/// How the portfolio rule comes to an account's margin.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct PortfolioHealth {
	/// The losses that IM counts, over all groups of underlyings.
	pub losses: Money,
	/// Underlyings, the one with the largest loss first.
	pub underlyings: Vec<UnderlyingHealth>,
	/// What is added, the largest first.
	pub add_ons: Vec<AddOnHealth>,
}
