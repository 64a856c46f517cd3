// SPDX-License-Identifier: GPL-3.0-or-later

//! What is stored and told of loans.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;
use straddle_primitives::*;

/// What a chain's pool lent against an account's claim on that chain.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Loan {
	/// The account with what is in pledge, and what that was sold for.
	pub pledge: MarginAccountId,
	/// What was owed when the ledger's index of debt was `index`, in smallest units.
	pub principal: Cash,
	/// Since then it bears interest.
	pub index: u128,
	/// Until when nobody but the owner can have it, in time in which the house was running. None while the chain
	/// stands still.
	pub until: Option<Moment>,
	/// The block in which the last part was lent.
	pub lent_at: u32,
}

/// Parameters of loans.
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
pub struct LoanParams {
	/// How long after a chain's return an owner alone may pay his loan, in milliseconds.
	pub redeem_ms: u64,
	/// The part of a pool that may be lent, of what it holds and has lent together. The rest pays what the chain
	/// does not deliver.
	pub most_lent: Perbill,
}

impl Default for LoanParams {
	fn default() -> Self {
		Self { redeem_ms: DAY_MS, most_lent: Perbill::from_percent(50) }
	}
}

impl LoanParams {
	/// That an owner has an hour at least and a month at most.
	pub fn is_valid(&self) -> bool {
		(HOUR_MS..=DAY_MS.saturating_mul(30)).contains(&self.redeem_ms)
	}
}

/// A loan as it stands.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct LoanView {
	/// Whose pool lent it.
	pub source: SourceId,
	/// What pays it now, with interest, in smallest units.
	pub due: Cash,
	/// What the pledge has in cash, which pays first.
	pub cash: Cash,
	/// What is in pledge.
	pub lots: Vec<(CollateralId, u128)>,
	/// How long the owner has left until it is for sale; none while the chain stands still.
	pub left_ms: Option<u64>,
	/// As it is stored.
	pub loan: Loan,
}
