// SPDX-License-Identifier: GPL-3.0-or-later

//! What came to a margin account's address by itself. Owner of `Pending` (but for the work in
//! `tick.rs`) and `Parked`.

use crate::{pallet::*, types::*};
use frame_support::{
	pallet_prelude::*,
	traits::{fungibles::Mutate, OnNewAccount},
};
use sp_runtime::{AccountId32, ArithmeticError};
use straddle_primitives::*;
use straddle_traits::{Ledger, OnOpened};

impl<T: Config> Pallet<T> {
	/// Queue a margin account's address to be swept when the block has room. Whatever credits
	/// addresses (an asset transactor) calls this.
	pub fn note_arrival(address: &AccountId32) {
		let account = MarginAccountId(address.clone());
		if T::Ledger::owner(&account).is_none() {
			return;
		}
		let queued = Pending::<T>::try_mutate(|queue| {
			match queue.iter_mut().find(|arrival| arrival.account == account) {
				// What came may be of a kind that was looked at already.
				Some(arrival) => arrival.next = 0,
				None => {
					let arrival = Arrival { account: account.clone(), next: 0 };
					queue.try_push(arrival).map_err(|_| ())?;
				},
			}
			Ok::<_, ()>(())
		});
		if queued.is_err() {
			Self::deposit_event(Event::NotQueued { account });
		}
	}

	/// Keep tokens for a margin account that cannot lie at its address: the token does not exist
	/// here, or so little of it cannot be held. Whoever brings them drops them: they are no part of
	/// the token's supply here until they are put down.
	///
	/// # Errors
	/// [`Error::NoSuchAccount`], or an overflow.
	pub fn park(account: MarginAccountId, asset: T::AssetId, amount: u128) -> DispatchResult {
		ensure!(T::Ledger::owner(&account).is_some(), Error::<T>::NoSuchAccount);
		Parked::<T>::try_mutate(&account, &asset, |parked| -> DispatchResult {
			*parked = parked.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
			Ok(())
		})?;
		Self::deposit_event(Event::Parked { account, asset, amount });
		Ok(())
	}

	/// Put what is parked of a token down at the account's address, if it can lie there by now.
	/// Returns what cannot.
	pub(crate) fn unpark(account: &MarginAccountId, asset: &T::AssetId) -> u128 {
		let parked = Parked::<T>::get(account, asset);
		if parked == 0 || T::Fungibles::mint_into(asset.clone(), account.address(), parked).is_err()
		{
			return parked;
		}
		Parked::<T>::remove(account, asset);
		0
	}

	/// Pay what is parked of a token out to anybody who can hold it.
	pub(crate) fn pay_parked(
		account: &MarginAccountId,
		asset: &T::AssetId,
		to: &AccountId32,
	) -> DispatchResult {
		let parked = Parked::<T>::take(account, asset);
		T::Fungibles::mint_into(asset.clone(), to, parked).map(drop)
	}
}

impl<T: Config> OnNewAccount<AccountId32> for Pallet<T> {
	fn on_new_account(who: &AccountId32) {
		Self::note_arrival(who);
	}
}

impl<T: Config> OnOpened for Pallet<T> {
	fn on_opened(account: &MarginAccountId) {
		if frame_system::Pallet::<T>::account_exists(account.address()) {
			Self::note_arrival(account.address());
		}
	}
}
