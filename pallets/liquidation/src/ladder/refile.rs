// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `AllAccounts`: the pass over all accounts, and the calls that file.

use super::types::*;
use crate::{bids::Session, *};
use frame_support::ensure;
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{Ladder, Ledger, Watch};

impl<T: Config> Pallet<T> {
	/// Make every account due: by their odometers those that are filed by any, which are looked at lowest
	/// rung first, and by a pass over all accounts the others.
	pub(crate) fn do_refile_all() {
		OdometerList::<T>::mutate(|odometers| {
			odometers.list.iter_mut().for_each(Odometer::mark_due);
		});
		AllAccounts::<T>::mutate(Relook::restart);
		Self::deposit_event(Event::AllMarkedDue);
	}

	/// File an account that is not filed as it should be. Returns whether it was not filed at all.
	pub(crate) fn do_file(
		session: &mut Session<T>,
		account: MarginAccountId,
	) -> Result<bool, DispatchError> {
		ensure!(T::Ledger::owner(&account).is_some(), Error::<T>::NoSuchAccount);
		ensure!(!Auctions::<T>::contains_key(&account), Error::<T>::AlreadyInAuction);
		let before = T::Ledger::filed(&account);
		let mut filed = before.clone();
		match T::Ledger::exposure_in(session, &account) {
			Ok(exposure) => <Self as Ladder>::file(&account, exposure.as_ref(), &mut filed),
			// As the sweep does with an account that cannot be valued.
			Err(_) => Self::file_hot(&account, &mut filed),
		}
		ensure!(filed != before, Error::<T>::FiledAlready);
		T::Ledger::set_filed(&account, filed);
		Self::deposit_event(Event::AccountFiled { account });
		Ok(!before.is_filed())
	}

	/// The next account of the pass; none if it is over.
	pub(crate) fn next_of_all(pass: &mut Relook) -> Option<MarginAccountId> {
		if pass.done {
			return None;
		}
		loop {
			let next = T::Ledger::accounts_after(pass.cursor.as_ref(), 1).into_iter().next();
			let is_over = match (&next, &pass.stop) {
				(Some(_), _) if !pass.wrapped => false,
				(Some(next), Some(stop)) => next > stop,
				(None, Some(_)) if !pass.wrapped => {
					pass.cursor = None;
					pass.wrapped = true;
					continue;
				},
				_ => true,
			};
			match next {
				Some(next) if !is_over => {
					pass.cursor = Some(next.clone());
					return Some(next);
				},
				_ => {
					*pass = Relook { done: true, ..Default::default() };
					return None;
				},
			}
		}
	}
}
