// SPDX-License-Identifier: GPL-3.0-or-later

//! This pallet's part of DESIGN.md 12: invariants 7 and 8, and the sums that belong to 2.

use crate::*;
use frame_support::{
	ensure,
	traits::{Get, Time},
};
use sp_runtime::TryRuntimeError;
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Ledger};

impl<T: Config> Pallet<T> {
	/// All invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::no_account_in_auction_has_a_way_out()?;
		Self::every_auction_can_end()?;
		Self::bounties_are_reserved()?;
		Self::deficits_sum_up()
	}

	/// Invariant 7: the record is the status. Each is of an account that exists, is not also ended
	/// and not the pool's, and all are counted.
	fn no_account_in_auction_has_a_way_out() -> Result<(), TryRuntimeError> {
		let mut count = 0u32;
		for account in Auctions::<T>::iter_keys() {
			count = count.saturating_add(1);
			ensure!(Self::in_auction(&account), "invariant 7: a record is not a status");
			let owner =
				T::Ledger::owner(&account).ok_or("invariant 7: an auction of no account")?;
			ensure!(
				!Ended::<T>::contains_key(&account),
				"invariant 7: an auction is open and ended"
			);
			ensure!(owner != T::PoolOwner::get(), "invariant 7: the pool's account is in auction");
		}
		ensure!(AuctionCount::<T>::get() == count, "invariant 7: auctions are miscounted");
		Ok(())
	}

	/// Invariant 8: κ reaches 1, no clock runs faster than time, and no end lies ahead.
	fn every_auction_can_end() -> Result<(), TryRuntimeError> {
		let params = Params::<T>::get();
		ensure!(params.validate().is_ok(), "invariant 8: parameters out of bounds");
		ensure!(params.kappa(u64::MAX) == Ok(WAD), "invariant 8: κ never reaches 1");
		let now = T::Time::now();
		for auction in Auctions::<T>::iter_values() {
			ensure!(
				auction.started <= auction.last_tick && auction.last_tick <= now,
				"invariant 8: an auction's clock is not in order"
			);
			let counted = auction.biddable_ms.checked_sub(auction.resumed_ms);
			let passed = auction.last_tick.saturating_sub(auction.started);
			ensure!(
				counted.is_some_and(|counted| counted <= passed),
				"invariant 8: a clock ran faster than time"
			);
		}
		for ended in Ended::<T>::iter_values() {
			ensure!(ended.ended_at <= now, "invariant 8: an auction ended in the future");
		}
		Ok(())
	}

	/// Invariant 2, in part: what open auctions reserved for flaggers lies in its pot.
	fn bounties_are_reserved() -> Result<(), TryRuntimeError> {
		let mut reserved: Cash = 0;
		for auction in Auctions::<T>::iter_values() {
			ensure!(auction.bounty >= 0, "invariant 2: a negative bounty");
			ensure!(
				auction.bounty == 0 || auction.flagger.is_some(),
				"invariant 2: a bounty for nobody"
			);
			reserved = reserved.saturating_add(auction.bounty);
		}
		let held = T::Ledger::pot(Pot::Bounties);
		ensure!(held >= reserved, "invariant 2: bounties are not reserved");
		Ok(())
	}

	/// Invariant 2, in part: the deficit is the sum of its parts, each of them owed.
	fn deficits_sum_up() -> Result<(), TryRuntimeError> {
		let mut sum: Cash = 0;
		for deficit in Deficits::<T>::iter_values() {
			ensure!(deficit > 0, "invariant 2: a deficit of nothing");
			sum = sum.saturating_add(deficit);
		}
		ensure!(Deficit::<T>::get() == sum, "invariant 2: deficits do not sum up");
		Ok(())
	}
}
