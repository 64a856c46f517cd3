// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Deficits` and `Deficit`, and of what pots pay: bare debt and bounties.

use crate::*;
use alloc::vec;
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{DispatchError, DispatchResult};
use straddle_math::fixed::Rounding;
use straddle_primitives::*;
use straddle_traits::{Entry, Journal, Ledger, PoolClaims, Rule};

impl<T: Config> Pallet<T> {
	/// Let the global pool pay the debt of an account that holds nothing else, as far as it goes, and
	/// record the rest. Returns how much of it waits for what chains' pools owe the account.
	pub(crate) fn cover_debt(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		let debt = Self::debt(account)?;
		let waits = Self::waiting(account, debt)?;
		if let Some(recorded) = Deficits::<T>::get(account).filter(|_| waits == debt) {
			// What it grew by in interest is recorded once it does not wait.
			Self::record_deficit(account, recorded.min(debt))?;
			return Ok(waits);
		}
		let pot = T::Ledger::pot(Pot::GlobalPool).max(0);
		let paid = debt.saturating_sub(waits).min(pot);
		let deficit = debt.saturating_sub(paid);
		if paid > 0 {
			let entry = Entry::new(account.clone(), Rule::Credit).cash(paid);
			let journal = Journal::of(vec![entry]).pot(Pot::GlobalPool, paid.saturating_neg());
			T::Ledger::book(journal)?;
		}
		if debt > 0 {
			let account = account.clone();
			Self::deposit_event(Event::DebtCovered { account, paid, deficit });
		}
		Self::record_deficit(account, deficit)?;
		Ok(waits)
	}

	/// How much of a debt waits for what pools of chains owe its account, since their cash, or what comes back, meets
	/// it first (ADR 55). So does what it is more than that, unless it is worth a write-off. The pool's own accounts give
	/// back what they get.
	fn waiting(account: &MarginAccountId, debt: Cash) -> Result<Cash, DispatchError> {
		if debt == 0 || Self::is_own(account) {
			return Ok(0);
		}
		let owed = T::Claims::owed_to(account);
		if owed <= 0 {
			return Ok(0);
		}
		let dust = Self::to_cash(Params::<T>::get().cutoff.into_inner(), Rounding::Up)?;
		Ok(if debt.saturating_sub(owed) < dust { debt } else { owed })
	}

	/// Bring a recorded deficit up to date: what was repaid is gone, and where debt is all there is
	/// the pool pays. Returns whether one was recorded.
	pub(crate) fn update_deficit(account: &MarginAccountId) -> Result<bool, DispatchError> {
		let Some(recorded) = Deficits::<T>::get(account) else { return Ok(false) };
		if Self::holds_nothing(account) {
			Self::cover_debt(account)?;
		} else {
			Self::record_deficit(account, recorded.min(Self::debt(account)?))?;
		}
		Ok(true)
	}

	/// Whether an account has neither lots nor positions.
	pub(crate) fn holds_nothing(account: &MarginAccountId) -> bool {
		T::Ledger::lots(account).is_empty() && T::Ledger::positions(account).is_empty()
	}

	/// Negative cash as a magnitude.
	fn debt(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		let cash = T::Ledger::cash(account).min(0);
		cash.checked_neg().ok_or(Error::<T>::Overflow.into())
	}

	/// Set what the pool could not pay for an account.
	pub(crate) fn record_deficit(account: &MarginAccountId, deficit: Cash) -> DispatchResult {
		let old = Deficits::<T>::get(account).unwrap_or(0);
		if old == deficit {
			return Ok(());
		}
		let total = Deficit::<T>::get()
			.checked_sub(old)
			.and_then(|rest| rest.checked_add(deficit))
			.ok_or(Error::<T>::Overflow)?;
		ensure!(total >= 0, Error::<T>::Overflow);
		if deficit > 0 {
			Deficits::<T>::insert(account, deficit);
		} else {
			Deficits::<T>::remove(account);
		}
		Deficit::<T>::put(total);
		Self::deposit_event(Event::DeficitChanged { account: account.clone(), deficit, total });
		Ok(())
	}

	/// Pay an auction's bounty out of its pot. An account that cannot be paid must not keep the
	/// auction open: then the treasury gets it.
	pub(crate) fn pay_bounty(account: &MarginAccountId, auction: &Auction) -> DispatchResult {
		let amount = auction.bounty;
		if amount == 0 {
			return Ok(());
		}
		let account = account.clone();
		let taken = |journal: Journal| journal.pot(Pot::Bounties, amount.saturating_neg());
		if let Some(reward_to) = auction.reward_to.clone() {
			let entry = Entry::new(reward_to.clone(), Rule::Credit).cash(amount);
			let journal = taken(Journal::of(vec![entry]));
			if with_storage_layer(|| T::Ledger::book(journal)).is_ok() {
				Self::deposit_event(Event::BountyPaid { account, reward_to, amount });
				return Ok(());
			}
		}
		T::Ledger::book(taken(Journal::default()).pot(Pot::Treasury, amount))?;
		Self::deposit_event(Event::BountyForfeited { account, amount });
		Ok(())
	}
}
