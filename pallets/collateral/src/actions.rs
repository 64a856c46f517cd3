// SPDX-License-Identifier: GPL-3.0-or-later

//! What the calls do: tokens and ledger always change together.

use crate::{groups, pallet::*, KindInfo};
use alloc::vec;
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::{Fortitude::Polite, Preservation::Expendable},
	},
};
use sp_runtime::{traits::AccountIdConversion, AccountId32, ArithmeticError};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, Entry, Journal, Ledger, Rule};

/// How much of a kind an account may be credited with now.
pub(crate) struct Room {
	/// Most smallest units.
	pub most: u128,
	/// Fewest smallest units at once.
	pub fewest: u128,
	/// Whether the caps of its chain or its method of proof leave less than its own.
	pub by_group: bool,
}

/// What came to an address and cannot be credited.
pub(crate) struct Stuck {
	/// Smallest units at the address.
	pub lying: u128,
	/// Smallest units that cannot even lie there.
	pub parked: u128,
}

impl Stuck {
	/// All of it.
	pub fn amount(&self) -> u128 {
		self.lying.saturating_add(self.parked)
	}
}

impl<T: Config> Pallet<T> {
	/// The account that holds the tokens of all margin accounts.
	pub(crate) fn clearing() -> AccountId32 {
		T::PalletId::get().into_account_truncating()
	}

	pub(crate) fn do_deposit(
		who: AccountId32,
		account: MarginAccountId,
		kind: CollateralId,
		amount: u128,
	) -> DispatchResult {
		let info = Self::local_kind(kind)?;
		ensure!(T::Ledger::owner(&account).is_some(), Error::<T>::NoSuchAccount);
		let room = Self::room(&account, kind, &info);
		ensure!(amount >= room.fewest, Error::<T>::BelowMinimum);
		ensure!(amount <= room.most, Self::no_room(&info, &room));
		Self::move_exactly(&info.asset, &who, &Self::clearing(), amount)?;
		Self::book_in(account.clone(), kind, &info, amount)?;
		Self::deposit_event(Event::Deposited { account, kind, amount, by: who });
		Ok(())
	}

	pub(crate) fn do_sweep(account: MarginAccountId, kind: CollateralId) -> DispatchResult {
		let info = Self::local_kind(kind)?;
		ensure!(T::Ledger::owner(&account).is_some(), Error::<T>::NoSuchAccount);
		Self::unpark(&account, &info.asset);
		let held = Self::spendable(&info.asset, account.address());
		ensure!(held > 0, Error::<T>::NothingToSweep);
		let amount = Self::creditable(&account, kind, &info, held)?;
		Self::move_exactly(&info.asset, account.address(), &Self::clearing(), amount)?;
		Self::book_in(account.clone(), kind, &info, amount)?;
		Self::deposit_event(Event::Swept { account, kind, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw(
		who: AccountId32,
		account: MarginAccountId,
		kind: CollateralId,
		amount: u128,
		to: AccountId32,
	) -> DispatchResult {
		let info = Self::take_out(&who, &account, kind, amount)?;
		Self::move_exactly(&info.asset, &Self::clearing(), &to, amount)?;
		Self::deposit_event(Event::Withdrawn { account, kind, amount, to });
		Ok(())
	}

	pub(crate) fn do_recover(
		who: AccountId32,
		account: MarginAccountId,
		asset: T::AssetId,
		to: AccountId32,
	) -> DispatchResult {
		let stuck = Self::stuck(&who, &account, &asset)?;
		if stuck.lying > 0 {
			Self::move_exactly(&asset, account.address(), &to, stuck.lying)?;
		}
		if stuck.parked > 0 {
			Self::pay_parked(&account, &asset, &to)?;
		}
		let amount = stuck.amount();
		Self::deposit_event(Event::Recovered { account, asset, amount, to });
		Ok(())
	}

	/// Book out of an account what leaves its owner's way; the tokens are still here. Cash leaves enough
	/// for who waits for it (ADR 16).
	pub(crate) fn take_out(
		who: &AccountId32,
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
	) -> Result<KindInfo<T::AssetId>, DispatchError> {
		let info = Self::local_kind(kind)?;
		Self::ensure_way_out(who, account)?;
		ensure!(amount > 0, Error::<T>::BelowMinimum);
		Self::book_out(account.clone(), kind, &info, amount)?;
		if kind == CASH {
			Self::ensure_queue_first()?;
		}
		Ok(info)
	}

	/// What came of a token to an account's address and cannot be credited. Its owner alone may ask.
	pub(crate) fn stuck(
		who: &AccountId32,
		account: &MarginAccountId,
		asset: &T::AssetId,
	) -> Result<Stuck, DispatchError> {
		Self::ensure_way_out(who, account)?;
		let parked = Self::unpark(account, asset);
		let lying = Self::spendable(asset, account.address());
		if let Some(kind) = ByAsset::<T>::get(asset) {
			let info = Self::local_kind(kind)?;
			let stuck = Self::creditable(account, kind, &info, lying).is_err();
			ensure!(stuck, Error::<T>::AssetListed);
		}
		ensure!(lying > 0 || parked > 0, Error::<T>::NothingToRecover);
		Ok(Stuck { lying, parked })
	}

	fn ensure_way_out(who: &AccountId32, account: &MarginAccountId) -> DispatchResult {
		T::Ledger::ensure_may_withdraw(account, who)?;
		ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
		Ok(())
	}

	/// How much of a kind an account may be credited with now. Cash debt can always be paid.
	pub(crate) fn room(
		account: &MarginAccountId,
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
	) -> Room {
		let own = if info.paused { 0 } else { info.cap.saturating_sub(Credited::<T>::get(kind)) };
		let group = if kind == CASH { own } else { groups::room::<T>(info) };
		let debt = if kind == CASH { T::Ledger::cash(account).min(0).unsigned_abs() } else { 0 };
		let fewest = if debt > 0 { info.min_deposit.min(debt) } else { info.min_deposit };
		Room { most: own.min(group).max(debt), fewest, by_group: group < own }
	}

	/// How much of what lies at an account's address can be credited now.
	fn creditable(
		account: &MarginAccountId,
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
		held: u128,
	) -> Result<u128, Error<T>> {
		let room = Self::room(account, kind, info);
		ensure!(held >= room.fewest, Error::<T>::BelowMinimum);
		let amount = if held <= room.most {
			held
		} else {
			// What stays must be able to stay.
			let rest = T::Fungibles::minimum_balance(info.asset.clone());
			room.most.min(held.saturating_sub(rest))
		};
		ensure!(amount >= room.fewest, Self::no_room(info, &room));
		Ok(amount)
	}

	fn no_room(info: &KindInfo<T::AssetId>, room: &Room) -> Error<T> {
		match (info.paused, room.by_group) {
			(true, _) => Error::<T>::KindPaused,
			(false, true) => Error::<T>::GroupCapExceeded,
			(false, false) => Error::<T>::CapExceeded,
		}
	}

	pub(crate) fn local_kind(kind: CollateralId) -> Result<KindInfo<T::AssetId>, Error<T>> {
		let info = Kinds::<T>::get(kind).ok_or(Error::<T>::NotListed)?;
		ensure!(info.source == SourceId::LOCAL, Error::<T>::NotLocal);
		Ok(info)
	}

	pub(crate) fn spendable(asset: &T::AssetId, who: &AccountId32) -> u128 {
		T::Fungibles::reducible_balance(asset.clone(), who, Expendable, Polite)
	}

	/// Move tokens so that one side loses and the other side gains just this. A token's transfer may
	/// take more: whatever would be left below its minimum balance is burnt with it, and at the
	/// clearing account that would be other people's.
	pub(crate) fn move_exactly(
		asset: &T::AssetId,
		from: &AccountId32,
		to: &AccountId32,
		amount: u128,
	) -> DispatchResult {
		let balance = |who| T::Fungibles::balance(asset.clone(), who);
		let (payer, payee) = (balance(from), balance(to));
		T::Fungibles::transfer(asset.clone(), from, to, amount, Expendable)?;
		let paid = payer.checked_sub(balance(from)) == Some(amount);
		let received = balance(to).checked_sub(payee) == Some(amount);
		ensure!(paid && received, Error::<T>::InexactTransfer);
		Ok(())
	}

	/// Count first, then book: the ledger values the account with the totals as they will be.
	pub(crate) fn book_in(
		account: MarginAccountId,
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
		amount: u128,
	) -> DispatchResult {
		let change = i128::try_from(amount).map_err(|_| ArithmeticError::Overflow)?;
		let before = Credited::<T>::get(kind);
		let after = before.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Self::count(kind, info, before, after)?;
		Self::book(Entry::new(account, Rule::Credit), kind, change)
	}

	/// What leaves, whoever waits for cash.
	pub(crate) fn book_out(
		account: MarginAccountId,
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
		amount: u128,
	) -> DispatchResult {
		T::Ledger::book(Self::count_out(account, kind, info, amount)?)
	}

	/// Count what leaves. Returns what has to be booked.
	pub(crate) fn count_out(
		account: MarginAccountId,
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
		amount: u128,
	) -> Result<Journal, DispatchError> {
		ensure!(!Self::is_frozen(kind, info), Error::<T>::Frozen);
		let change = i128::try_from(amount).map_err(|_| ArithmeticError::Overflow)?;
		let before = Credited::<T>::get(kind);
		let after = before.checked_sub(amount).ok_or(Error::<T>::NotHeld)?;
		Self::count(kind, info, before, after)?;
		Ok(Self::journal(Entry::new(account, Rule::Withdraw), kind, change.saturating_neg()))
	}

	pub(crate) fn count(
		kind: CollateralId,
		info: &KindInfo<T::AssetId>,
		before: u128,
		after: u128,
	) -> DispatchResult {
		groups::count::<T>(kind, info, before, after)?;
		Credited::<T>::insert(kind, after);
		Ok(())
	}

	pub(crate) fn book(entry: Entry, kind: CollateralId, change: i128) -> DispatchResult {
		T::Ledger::book(Self::journal(entry, kind, change))
	}

	/// So much comes to an entry's account, or leaves it.
	fn journal(entry: Entry, kind: CollateralId, change: i128) -> Journal {
		if kind == CASH {
			Journal { cash_in: change, ..Journal::of(vec![entry.cash(change)]) }
		} else {
			Journal { lots_in: vec![(kind, change)], ..Journal::of(vec![entry.lot(kind, change)]) }
		}
	}
}
