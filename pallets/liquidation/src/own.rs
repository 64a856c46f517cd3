// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `OwnAccounts`: the global pool's own margin accounts, which take what nobody wants, and how what comes of
//! that is the pool's again (RISK.md 8, ADR 48).
//!
//! They are never flagged. What they hold goes back by three ways, each taken by the block's own work: cash that
//! nothing of them needs into the pot, lots by the sale of lots alone, positions by their settlement. What one owes
//! with nothing left is covered by the pot, and a deficit beyond, as of any account.

use crate::{bids::Session, costs::Size, costs::Step, *};
use alloc::{vec, vec::Vec};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use straddle_math::fixed::Rounding;
use straddle_primitives::*;
use straddle_traits::{Entry, Holdings, Journal, Ledger, Risk, Rule};

/// Blocks from one look to the next.
const LOOK_EVERY: u32 = 10;

/// What is due of a pool's account that sells all of its lots.
pub const ALL_LOTS: Cash = Cash::MAX;

/// Whether an account that has these, sorted by key, has room for those too.
fn has_room<K: Ord, A, B>(has: &[(K, A)], gets: &[(K, B)], most: u32) -> bool {
	let new = |key: &K| has.binary_search_by(|(known, _)| known.cmp(key)).is_err();
	let new = gets.iter().filter(|(key, _)| new(key)).count();
	u32::try_from(has.len().saturating_add(new)).is_ok_and(|count| count <= most)
}

impl<T: Config> Pallet<T> {
	/// The pool's account that takes over these: the one that took last, or the next if it has no room for them. After
	/// the last that there may be the first comes again.
	///
	/// # Errors
	/// Neither has room.
	pub(crate) fn taker_of(
		lots: &[(CollateralId, u128)],
		positions: &[(Series, Quantity)],
	) -> Result<MarginAccountId, DispatchError> {
		let (owner, before) = (T::PoolOwner::get(), OwnAccounts::<T>::get());
		let mut own = before;
		let mut account = T::Ledger::get_or_open(&owner, own.current)?;
		let takes = |account: &MarginAccountId| {
			T::Ledger::holdings(account).is_none_or(|has| {
				has_room(&has.lots, lots, MAX_LOTS)
					&& has_room(&has.positions, positions, MAX_POSITIONS)
			})
		};
		if !takes(&account) {
			own.current = own.current.saturating_add(1);
			let next = with_storage_layer(|| T::Ledger::get_or_open(&owner, own.current));
			account = match next {
				Ok(next) => next,
				Err(_) => {
					own.current = 0;
					T::Ledger::get_or_open(&owner, 0)?
				},
			};
			ensure!(takes(&account), Error::<T>::PoolAccountsFull);
		}
		own.opened = own.opened.max(own.current.saturating_add(1));
		if own != before {
			OwnAccounts::<T>::put(own);
		}
		Ok(account)
	}

	/// After a take-over that failed: if it was for want of room, the next one begins an account further on.
	pub(crate) fn pass_taker(error: DispatchError) {
		if error == Error::<T>::PoolAccountsFull.into() {
			OwnAccounts::<T>::mutate(|own| {
				let next = own.current.saturating_add(1);
				own.current = if next < own.opened { next } else { 0 };
			});
		}
	}

	/// The first of the pool's accounts; it is tended from now on as one that took over.
	pub(crate) fn first_own() -> Result<MarginAccountId, DispatchError> {
		let account = T::Ledger::get_or_open(&T::PoolOwner::get(), 0)?;
		if OwnAccounts::<T>::get().opened == 0 {
			OwnAccounts::<T>::mutate(|own| own.opened = 1);
		}
		Ok(account)
	}

	/// Whether an account is one of the pool's own.
	pub(crate) fn is_own(account: &MarginAccountId) -> bool {
		T::Ledger::owner(account) == Some(T::PoolOwner::get())
	}

	/// What is due of the sale of lots of a pool's own account: what it owes, and all of them once it has no position.
	/// `None` of any other.
	pub(crate) fn own_due(account: &MarginAccountId) -> Option<Cash> {
		let held = T::Ledger::holdings(account)?;
		(held.owner == T::PoolOwner::get()).then(|| match held.positions.is_empty() {
			true => ALL_LOTS,
			false => held.cash.min(0).saturating_neg(),
		})
	}

	/// Bring one of the pool's own accounts up to date. Returns whether anything changed.
	pub(crate) fn tend_own(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> Result<bool, DispatchError> {
		let Some(held) = T::Ledger::holdings(account) else { return Ok(false) };
		if T::Ledger::is_closed() {
			return Ok(false);
		}
		let free = Self::free_cash(session, account, &held)?;
		let mut changed = free > 0;
		Self::return_cash(account, free)?;
		if held.is_bare() && held.cash < 0 {
			Self::cover_debt(account)?;
			Self::write_off(account)?;
			changed = true;
		}
		let due = Self::own_due(account).unwrap_or(0);
		if held.lots.is_empty() || due <= 0 {
			return Ok(changed);
		}
		changed |= match LotAuctions::<T>::contains_key(account) {
			true => Self::renew_lots(account)?,
			// In a pause it waits for the next look.
			false => with_storage_layer(|| Self::open_lots(account, due)).is_ok(),
		};
		Ok(changed)
	}

	/// Cash that nothing of the account needs: all of it without positions, else what its owner could withdraw, if that
	/// is no dust.
	fn free_cash(
		session: &mut Session<T>,
		account: &MarginAccountId,
		held: &Holdings<AccountId32>,
	) -> Result<Cash, DispatchError> {
		if held.cash <= 0 || held.positions.is_empty() {
			return Ok(held.cash.max(0));
		}
		let Ok(is) = T::Ledger::assess_in(session, account, Lens::Latest) else { return Ok(0) };
		if !is.state.allows(PriceUse::Withdraw) {
			return Ok(0);
		}
		let free = Self::to_cash(is.withdrawable().into_inner(), Rounding::Down)?.min(held.cash);
		let dust = Self::to_cash(Params::<T>::get().cutoff.into_inner(), Rounding::Up)?;
		Ok(if free >= dust { free.max(0) } else { 0 })
	}

	/// Move cash of a pool's own account into the pot.
	pub(crate) fn return_cash(account: &MarginAccountId, amount: Cash) -> DispatchResult {
		if amount <= 0 {
			return Ok(());
		}
		let entry = Entry::new(account.clone(), Rule::Forced).cash(amount.saturating_neg());
		T::Ledger::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, amount))?;
		Self::deposit_event(Event::ReturnedToPool { account: account.clone(), amount });
		Ok(())
	}

	/// Before it takes over more, an account that has no position gives back what it has in cash: that covers debt
	/// before a deficit is recorded.
	pub(crate) fn return_idle_cash(account: &MarginAccountId) -> DispatchResult {
		let idle = T::Ledger::holdings(account).filter(|held| held.positions.is_empty());
		Self::return_cash(account, idle.map_or(0, |held| held.cash))
	}

	/// The pool's own accounts, by number.
	fn own_accounts() -> Result<Vec<MarginAccountId>, DispatchError> {
		let owner = T::PoolOwner::get();
		(0..OwnAccounts::<T>::get().opened)
			.map(|number| T::Ledger::get_or_open(&owner, number))
			.collect()
	}

	/// Before the books are closed: what its own accounts have in cash is the pool's, and no claim. Returns whether
	/// they have lots that could still be sold.
	pub(crate) fn do_gather_own() -> Result<bool, DispatchError> {
		let mut lots = false;
		for account in Self::own_accounts()? {
			let Some(held) = T::Ledger::holdings(&account) else { continue };
			Self::return_cash(&account, held.cash)?;
			lots |= !held.lots.is_empty();
		}
		Ok(lots)
	}

	/// The most that this weighs.
	pub(crate) fn gather_weight() -> Weight {
		let opened = OwnAccounts::<T>::get().opened;
		T::DbWeight::get()
			.reads(1)
			.saturating_add(T::WeightInfo::write_off().saturating_mul(opened.into()))
	}

	/// Look at one of the pool's own accounts, every few blocks.
	pub(crate) fn look_at_own(meter: &mut WeightMeter) {
		let looks = Self::block();
		if looks.checked_rem(LOOK_EVERY) != Some(0)
			|| meter.try_consume(T::DbWeight::get().reads(1)).is_err()
		{
			return;
		}
		let opened = OwnAccounts::<T>::get().opened;
		let nth = looks.checked_div(LOOK_EVERY).and_then(|nth| nth.checked_rem(opened));
		let Some(nth) = nth else { return };
		if !meter.can_consume(Self::tend_own_weight()) {
			return;
		}
		let mut session = T::Ledger::session();
		Self::metered(&mut session, meter, |session, room| {
			let tend = || -> DispatchResult {
				let account = T::Ledger::get_or_open(&T::PoolOwner::get(), nth)?;
				let held = T::Ledger::holdings(&account);
				let size = held.as_ref().map(Size::of).unwrap_or_default();
				let most = Self::tend_own_weight()
					.saturating_add(Self::value_weight(size, 1))
					.saturating_add(Self::learn_weight(size, 1));
				if most.all_lte(room) {
					Self::tend_own(session, &account)?;
				}
				Ok(())
			};
			// What cannot be done now waits for the next look.
			let _ = with_storage_layer(tend);
			((), Step::default().plus(Self::tend_own_weight()))
		});
	}

	/// What bringing one up to date weighs, besides its valuation.
	pub(crate) fn tend_own_weight() -> Weight {
		T::WeightInfo::write_off()
			.saturating_add(T::WeightInfo::open_lots())
			.saturating_add(Self::renew_weight(MAX_LOTS))
	}

	/// They are there, and the pool's.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn own_accounts_are_there() -> Result<(), sp_runtime::TryRuntimeError> {
		let OwnAccountState { current, opened } = OwnAccounts::<T>::get();
		ensure!(current < opened || opened == 0, "pool: no account takes over");
		let accounts = Self::own_accounts().map_err(|_| "pool: an account is not there")?;
		ensure!(accounts.iter().all(Self::is_own), "pool: an account is somebody's");
		Ok(())
	}
}
