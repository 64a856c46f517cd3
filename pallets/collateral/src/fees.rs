// SPDX-License-Identifier: GPL-3.0-or-later

//! Fees of transactions that are paid in margin cash (ADR 53): what is booked when a fee is taken and when a part
//! of it comes back. Whoever asks moves the tokens, out of the clearing account and back into it.

use crate::{pallet::*, weights::WeightInfo};
use frame_support::{ensure, storage::with_storage_layer, weights::Weight};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Ledger, Risk};

impl<T: Config> Pallet<T> {
	/// The token that cash is here.
	pub fn cash_asset() -> Option<T::AssetId> {
		Self::local_kind(CASH).ok().map(|info| info.asset)
	}

	/// Book so much of an account's own cash out, by the rules of a withdrawal: it never borrows, and those who wait
	/// for cash come first. The tokens are still at the clearing account. Returns what that weighs.
	///
	/// # Errors
	/// Those of a withdrawal, `NotOwnCash`, or `who` may not trade for the account. Then nothing is changed.
	pub fn take_fee(
		who: &AccountId32,
		account: &MarginAccountId,
		amount: u128,
	) -> Result<Weight, DispatchError> {
		with_storage_layer(|| {
			T::Ledger::ensure_may_trade(account, who)?;
			ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
			let own = T::Ledger::cash(account).max(0).unsigned_abs();
			ensure!(amount <= own, Error::<T>::NotOwnCash);
			let info = Self::local_kind(CASH)?;
			let journal = Self::count_out(account.clone(), CASH, &info, amount)?;
			let mut session = T::Ledger::session();
			T::Ledger::book_in(&mut session, journal)?;
			Self::ensure_queue_first()?;
			let valued = T::Ledger::work_weight(&T::Ledger::work(&session));
			Ok(Self::fee_weight(valued).min(Self::most_fee_weight()))
		})
	}

	/// Book a part of such a fee in again. No cap is asked: it was here before. The tokens are back already.
	///
	/// # Errors
	/// The account is gone, or a number does not fit. Then nothing is changed.
	pub fn return_fee(account: &MarginAccountId, amount: u128) -> DispatchResult {
		with_storage_layer(|| {
			let info = Self::local_kind(CASH)?;
			Self::book_in(account.clone(), CASH, &info, amount)
		})
	}

	/// What a fee weighs, tokens included: it is tried, taken, and a part comes back. What it reads it proves once, and
	/// the account itself whoever trades for it.
	fn fee_weight(valued: Weight) -> Weight {
		let (taken, back) = (T::WeightInfo::queue_step(), T::WeightInfo::deposit());
		let proof = back.proof_size().saturating_add(valued.proof_size());
		let taken = taken.saturating_add(valued).saturating_mul(2);
		taken.saturating_add(back).set_proof_size(proof)
	}

	/// The most that a fee weighs.
	pub fn most_fee_weight() -> Weight {
		Self::fee_weight(T::WeightInfo::queue_value(MAX_POSITIONS.saturating_add(MAX_ORDERS)))
	}
}
