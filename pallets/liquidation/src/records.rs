// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Auctions`, `AuctionCount` and `Ended`: a record is opened, changed and closed here only.

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Time};
use sp_runtime::{
	traits::SaturatedConversion, AccountId32, DispatchError, DispatchResult, Perbill,
};
use straddle_math::fixed::WAD;
use straddle_primitives::{MarginAccountId, Moment, Quantity, Series};
use straddle_traits::{Holdings, Ledger};

impl<T: Config> Pallet<T> {
	/// Open the record of an account with these positions that is not in auction, and `stands` with a bid or does not.
	/// κ goes on where an auction stopped that sold the same and ended within the resume time.
	pub(crate) fn open_record(
		account: &MarginAccountId,
		positions: &[(Series, Quantity)],
		flagger: Option<AccountId32>,
		reward_to: Option<MarginAccountId>,
		sale: Sale,
		stands: bool,
		params: &AuctionParams,
	) -> Result<Auction, DispatchError> {
		let count = AuctionCount::<T>::get();
		ensure!(count < params.max_auctions, Error::<T>::TooManyAuctions);
		let now = T::Time::now();
		let last = Ended::<T>::take(account);
		let resumed = last
			.filter(|ended| ended.sale == sale)
			.filter(|ended| !is_forgotten(ended, Self::running_time(), params));
		let resumed_ms = resumed.map_or(0, |ended| ended.biddable_ms);
		let held = positions.iter().map(|(series, _)| *series);
		let auction = Auction {
			started: now,
			started_at: Self::block(),
			clock: Self::wind(&held.collect::<Vec<_>>(), resumed_ms),
			resumed_ms,
			state_id: last.map_or(0, |ended| ended.state_id.saturating_add(1)),
			flagger,
			reward_to,
			bounty: 0,
			bids: 0,
			sale,
			passed: None,
			gained: resumed.map_or(Perbill::zero(), |ended| ended.gained),
			left: WAD.saturated_into(),
			past: Default::default(),
		};
		// What is left to sell of it goes this way now.
		Self::close_lots(account);
		// What it stands for it could not pay for any more.
		if stands {
			Self::withdraw_backstop(account, BackstopEnd::InAuction)?;
		}
		Auctions::<T>::insert(account, &auction);
		AuctionCount::<T>::put(count.saturating_add(1));
		Ok(auction)
	}

	/// Close a record, pay its bounty, remember what its clock shows. What is left of the account is to be watched
	/// unless it holds nothing and owes nothing.
	pub(crate) fn close_record(
		account: MarginAccountId,
		held: &Holdings<AccountId32>,
		auction: &Auction,
		biddable_ms: u64,
		reason: EndReason,
	) -> DispatchResult {
		Self::unwind(&auction.clock);
		Auctions::<T>::remove(&account);
		AuctionCount::<T>::mutate(|count| *count = count.saturating_sub(1));
		let ended = EndedAuction {
			ended_at: Self::running_time(),
			biddable_ms,
			state_id: auction.state_id,
			sale: auction.sale,
			gained: auction.gained,
		};
		Ended::<T>::insert(&account, ended);
		Self::pay_bounty(&account, auction)?;
		let owes = || T::Ledger::cash(&account) < 0;
		let watch = !held.is_bare() || held.orders > 0 || owes();
		Self::file_after(&account, watch);
		Self::deposit_event(Event::AuctionEnded { account, reason, biddable_ms });
		Ok(())
	}

	/// Let an auction's clock follow the odometer of what its account holds from now on, or follow none. It
	/// shows what it showed. Returns it.
	pub(crate) fn rewind(account: &MarginAccountId, follows: bool) -> AuctionClock {
		Auctions::<T>::mutate_extant(account, |auction| {
			let shows = Clocks::<T>::get().shows(&auction.clock);
			Self::unwind(&auction.clock);
			auction.clock = if follows {
				let held = T::Ledger::positions(account).into_iter().map(|(series, _)| series);
				Self::wind(&held.collect::<Vec<_>>(), shows)
			} else {
				AuctionClock { follows, ..Self::wind(&[], shows) }
			};
			auction.clock
		})
	}

	/// Forget an ended auction that is too old to be resumed. Returns whether it was.
	pub(crate) fn forget(account: &MarginAccountId, params: &AuctionParams) -> bool {
		let now = Self::running_time();
		let old = Ended::<T>::get(account).is_some_and(|e| is_forgotten(&e, now, params));
		if old {
			Ended::<T>::remove(account);
		}
		old
	}
}

/// Whether an auction ended too long ago to be resumed.
fn is_forgotten(ended: &EndedAuction, now: Moment, params: &AuctionParams) -> bool {
	now.saturating_sub(ended.ended_at) > params.resume_ms
}
