// SPDX-License-Identifier: GPL-3.0-or-later

//! The door that this pallet opens.

use crate::*;
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};
use straddle_math::MathError;
use straddle_primitives::{Cash, MarginAccountId, SourceId, UnderlyingId};
use straddle_traits::{AuctionStatus, ChainPools, Ledger};

impl<T: Config> AuctionStatus for Pallet<T> {
	fn in_auction(account: &MarginAccountId) -> bool {
		Auctions::<T>::contains_key(account)
	}

	fn has_pledges() -> bool {
		Pledges::<T>::iter_keys().next().is_some()
	}

	fn gather_own() -> Result<bool, DispatchError> {
		Self::do_gather_own()
	}

	fn gather_weight() -> Weight {
		Self::gather_weight()
	}

	fn on_market(underlying: UnderlyingId) -> DispatchResult {
		Self::watch_market(underlying)
	}
}

impl<T: Config> ChainPools for Pallet<T> {
	fn pay_undelivered(
		source: SourceId,
		account: &MarginAccountId,
		amount: Cash,
	) -> Result<Cash, DispatchError> {
		Self::pay_undelivered(source, account, amount)
	}

	fn account() -> Result<MarginAccountId, DispatchError> {
		Self::first_own()
	}

	fn is_pledge(account: &MarginAccountId) -> bool {
		Pledges::<T>::contains_key(account)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fund_for_benchmark(source: SourceId, amount: Cash) {
		use straddle_traits::Journal;
		let journal = Journal { cash_in: amount, ..Default::default() };
		let funded =
			T::Ledger::book(journal.pot(straddle_primitives::Pot::ChainPool(source), amount));
		assert!(funded.is_ok(), "{funded:?}");
	}
}

impl<T: Config> From<MathError> for Error<T> {
	fn from(_: MathError) -> Self {
		// Parameters are validated and shares lie in 0..=1: only the size of a figure is left.
		Self::Overflow
	}
}
