// SPDX-License-Identifier: GPL-3.0-or-later

//! What the ledger offers to whoever shares out losses that no pool could bear (RISK.md 8).

use super::{DispatchError, DispatchResult, Risk};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::weights::WeightMeter;
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Gains of all accounts in one underlying, summed up.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct Tally {
	/// Σ of the gains above zero, in smallest units.
	pub sum: Cash,
	/// How many accounts have one.
	pub accounts: u32,
}

/// What one account bears of a loss.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Charge {
	/// Whose.
	pub account: MarginAccountId,
	/// Its gain since the last daily mark, in smallest units; not negative.
	pub gain: Cash,
	/// `⌊min(deficit, sum) · gain / sum⌋`: never more than the gain.
	pub amount: Cash,
}

/// Counts what accounts gained since the last daily mark, and takes losses from all cash.
///
/// All figures of a tally are of the moment at which it was opened: an account that changes before it is
/// counted is counted first. While one is open no account can take out what it may be charged.
pub trait Losses: Risk {
	/// What an account lost in each underlying since the last daily mark by what it traded, as
	/// magnitudes; sorted, none zero.
	fn losses(account: &MarginAccountId) -> Vec<(UnderlyingId, Cash)>;

	/// Begin to count gains in an underlying, of which so much will be charged at most.
	///
	/// # Errors
	/// One is open, or what the last one left is not cleared yet.
	fn open_tally(underlying: UnderlyingId, deficit: Cash) -> DispatchResult;

	/// Go on counting within the meter; the result, once all are counted.
	fn count(meter: &mut WeightMeter) -> Option<Tally>;

	/// The next account that gained, in the order of their ids, with its charge; it is taken off the list.
	/// `None` once nobody is left, or before all are counted.
	fn next_charge() -> Option<Charge>;

	/// End it, so that the next can be opened.
	///
	/// # Errors
	/// Somebody is left to be charged.
	fn close_tally() -> DispatchResult;

	/// Take `amount` smallest units from all positive cash, the same part of each account's, and put them
	/// into a pot. Nothing is written of the accounts. Returns how much it was: not more than there is.
	///
	/// # Errors
	/// A number does not fit, or the pot cannot be changed.
	fn scale_cash(amount: Cash, pot: Pot) -> Result<Cash, DispatchError>;
}
