// SPDX-License-Identifier: GPL-3.0-or-later

//! The way out of closed books: everybody's part of the cash and all his lots, by anyone's call (ADR 24).

use crate::pallet::*;
use frame_support::{pallet_prelude::*, storage::with_storage_layer};
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::Ledger;

impl<T: Config> Pallet<T> {
	/// Pay an account of closed books to its owner. Returns how many lots were looked at.
	pub(crate) fn do_leave(account: MarginAccountId) -> Result<u32, DispatchError> {
		let owner = T::Ledger::owner(&account).ok_or(Error::<T>::NoSuchAccount)?;
		let cash = T::Ledger::pay_out(&account)?.max(0).unsigned_abs();
		if cash > 0 {
			let info = Self::local_kind(CASH)?;
			ensure!(!Self::is_frozen(CASH, &info), Error::<T>::Frozen);
			let left = Credited::<T>::get(CASH).checked_sub(cash).ok_or(Error::<T>::NotHeld)?;
			Credited::<T>::insert(CASH, left);
			Self::move_exactly(&info.asset, &Self::clearing(), &owner, cash)?;
			Self::left(&account, CASH, cash, &owner);
		}
		// Who owes keeps his lots here, and who has orders cancels them first.
		let any = Series {
			underlying: UnderlyingId(0),
			expiry: 0,
			strike: Strike(0),
			kind: Kind::Future,
		};
		let bare = T::Ledger::cash(&account) >= 0 && T::Ledger::position(&account, &any).1 == 0;
		let lots = if bare { T::Ledger::lots(&account) } else { Default::default() };
		let count = lots.len() as u32;
		let mut gone = cash > 0;
		for (kind, amount) in lots {
			// What is frozen, lies elsewhere, or its owner cannot hold stays for another call.
			let out = with_storage_layer(|| Self::lot_leaves(&account, kind, amount, &owner));
			gone |= out.is_ok();
		}
		ensure!(gone, Error::<T>::NothingDue);
		Ok(count)
	}

	fn lot_leaves(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		owner: &AccountId32,
	) -> DispatchResult {
		let info = Self::local_kind(kind)?;
		Self::book_out(account.clone(), kind, &info, amount)?;
		Self::move_exactly(&info.asset, &Self::clearing(), owner, amount)?;
		Self::left(account, kind, amount, owner);
		Ok(())
	}

	fn left(account: &MarginAccountId, kind: CollateralId, amount: u128, to: &AccountId32) {
		let (account, to) = (account.clone(), to.clone());
		Self::deposit_event(Event::Withdrawn { account, kind, amount, to });
	}
}
