// SPDX-License-Identifier: GPL-3.0-or-later

//! Stablecoin in the vaults of accounts that owe cash: block work pulls it (RISK.md 3, ADR 34). Owner of `Debts`
//! and `DebtCursor`.
//!
//! A vault is noted when its account's cash changes and is below zero, or when more is proven in it. It is
//! looked at in turn until an order is out, nothing is owed, or nothing is there; what arrives changes the
//! account's cash, so a debt that is left is noted again.

use super::*;
use frame_support::{dispatch::DispatchClass, weights::WeightMeter};
use straddle_traits::OnDebt;

/// Most debtors' vaults that one block looks at.
const DEBTORS_PER_BLOCK: u32 = 2;

impl<T: Config> Pallet<T> {
	/// More may lie in a vault than before: if it is stablecoin and its account owes, it is pulled.
	pub(crate) fn note_filled(account: &MarginAccountId, kind: CollateralId) {
		if T::Lots::is_cash(kind) && T::Lots::owed(account) > 0 {
			Debts::<T>::insert(account, kind, ());
		}
	}

	/// Block work: order stablecoin out of some debtors' vaults.
	pub(crate) fn pull_for_debtors(meter: &mut WeightMeter) {
		let before = DebtCursor::<T>::get();
		let mut cursor = before.clone();
		for _ in 0..DEBTORS_PER_BLOCK {
			if meter.try_consume(T::WeightInfo::debt_step()).is_err() {
				break;
			}
			let mut vaults = match &cursor {
				Some(after) => Debts::<T>::iter_keys_from(after.to_vec()),
				None => Debts::<T>::iter_keys(),
			};
			let Some((account, kind)) = vaults.next() else {
				cursor = None;
				break;
			};
			cursor = Debts::<T>::hashed_key_for(&account, kind).try_into().ok();
			if !Self::pull_for_debt(&account, kind, meter) {
				Debts::<T>::remove(&account, kind);
			}
		}
		if cursor != before {
			DebtCursor::<T>::set(cursor);
		}
	}

	/// Order what a debt needs out of a vault, or as much of it as the account can spare. Returns whether there is
	/// something to be ordered that cannot be now: then its turn comes again.
	fn pull_for_debt(
		account: &MarginAccountId,
		kind: CollateralId,
		meter: &mut WeightMeter,
	) -> bool {
		let owed = T::Lots::owed(account);
		let Ok((source, remote)) = Self::remote_kind(kind) else { return false };
		let Some(terms) = Terms::<T>::get(source).filter(|_| owed > 0) else { return false };
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let cover = crate::Covers::<T>::get(account, kind).unwrap_or_default();
		let least = terms.minimum(kind).max(1);
		let own = cover.most(&vault, remote.deposit);
		// One at a time: the rest is asked for when that has come.
		if vault.release.is_some() {
			return true;
		}
		if own < least || !T::Lots::is_cash(kind) {
			return false;
		}
		// Both value the account.
		if meter.try_consume(T::WeightInfo::pull().saturating_mul(2)).is_err() {
			return true;
		}
		// On its way it counts nothing.
		let wanted = Self::wanted(owed, &terms, least).min(own);
		let amount = T::Lots::spare(account, kind, wanted, terms.charge);
		let order = || Self::order_out(account.clone(), kind, amount, Destination::Here);
		if amount < least || with_storage_layer(order).is_err() {
			return true;
		}
		Self::deposit_event(Event::DebtPulled { account: account.clone(), kind, amount, owed });
		false
	}

	/// What is owed, what the order costs, and as much as an order is worth, so that interest and its way here leave
	/// no debt that needs another. Closed books take no more than is owed.
	fn wanted(owed: u128, terms: &OrderTerms, least: u128) -> u128 {
		if T::Cash::is_closed() {
			return owed;
		}
		let charge = terms.charge.unsigned_abs();
		owed.saturating_add(charge).saturating_add(least.max(charge))
	}
}

impl<T: Config> OnDebt for Pallet<T> {
	fn on_debt(account: &MarginAccountId, lots: &[(CollateralId, u128)]) {
		for (kind, _) in lots.iter().filter(|(kind, _)| T::Lots::is_cash(*kind)) {
			Debts::<T>::insert(account, kind, ());
			// Whatever changes an account's cash declares nothing of this.
			let weight = T::WeightInfo::note_debt();
			let class = DispatchClass::Operational;
			frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, class);
		}
	}
}
