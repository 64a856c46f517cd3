// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Vaults`: what proofs and the ends of orders change, and what follows for credit.

use crate::pallet::*;
use frame_support::dispatch::DispatchResult;
use straddle_primitives::*;
use straddle_traits::{Anchor, OrderOutcome, OrderPurpose};

impl<T: Config> Pallet<T> {
	/// A proof against `anchor` shows that `held` smallest units of a kind lie in an account's vault.
	///
	/// # Errors
	/// The vault refuses: the proof is below its floor or not newer.
	#[allow(dead_code)]
	pub(crate) fn note_balance(
		account: &MarginAccountId,
		kind: CollateralId,
		held: u128,
		anchor: &Anchor,
	) -> DispatchResult {
		let mut vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let seen = vault.observe(held, anchor.relay_block, anchor.number);
		let observation = seen.map_err(Error::<T>::Vault)?;
		Vaults::<T>::insert(account, kind, vault);
		Self::note_proven(account, kind, &vault);
		let (account, anchor) = (account.clone(), (anchor.relay_block, anchor.number));
		Self::deposit_event(Event::Observed { account, kind, held, anchor, observation });
		Ok(())
	}

	/// An order ended as the source chain says; `now` is the relay block that we see.
	///
	/// # Errors
	/// There is no such order any more.
	pub(crate) fn note_reply(
		account: &MarginAccountId,
		kind: CollateralId,
		(purpose, id): (OrderPurpose, u64),
		outcome: OrderOutcome,
		now: u32,
	) -> DispatchResult {
		let mut vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		match outcome {
			OrderOutcome::Done => vault.reply_ok(purpose, id, now),
			OrderOutcome::Refused => vault.reply_err(purpose, id, now),
		}
		.map_err(Error::<T>::Vault)?;
		Vaults::<T>::insert(account, kind, vault);
		Ok(())
	}
}
