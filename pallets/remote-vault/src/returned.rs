// SPDX-License-Identifier: GPL-3.0-or-later

//! What comes back into a vault after the chain's pool paid for it: it is the pool's before it is the account's own
//! (ADR 50). Nobody can tell it from what its owner sends there, and he gains by neither.

use crate::{pallet::*, WeightInfo};
use frame_support::{
	dispatch::{DispatchClass, DispatchResult},
	ensure,
	storage::with_storage_layer,
	traits::Get,
};
use straddle_primitives::*;
use straddle_traits::{ChainPools, RemoteLots};

impl<T: Config> Pallet<T> {
	/// Give the pool's account a right to what is in a vault besides all rights, up to what a pool paid for. What
	/// the books refuse, or caps leave no room for, waits there: it is not the owner's meanwhile.
	pub(crate) fn give_back(account: &MarginAccountId, kind: CollateralId) {
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		if cover.paid_for == 0 {
			return;
		}
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let deposit = Self::remote_kind(kind).map_or(u128::MAX, |(_, remote)| remote.deposit);
		let back = cover.free(&vault, deposit).saturating_sub(cover.own).min(cover.paid_for);
		if back == 0 {
			return;
		}
		// No call declares this; it is charged as it happens.
		let weight = T::WeightInfo::move_cover(1)
			.saturating_add(T::WeightInfo::recount())
			.saturating_add(T::DbWeight::get().reads_writes(1, 1));
		let class = DispatchClass::Operational;
		frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, class);
		let _ = with_storage_layer(|| Self::give_to_pool(account, kind, back));
	}

	fn give_to_pool(account: &MarginAccountId, kind: CollateralId, back: u128) -> DispatchResult {
		let pool = T::Pools::account()?;
		let booked = T::Lots::credit(&pool, kind, back, false)?;
		if booked == 0 {
			return Ok(());
		}
		Self::edit_cover(account, kind, |cover| {
			cover.paid_for = cover.paid_for.checked_sub(booked)?;
			Some(())
		})?;
		Self::grant(&pool, kind, account, booked, None, true)?;
		let account = account.clone();
		Self::deposit_event(Event::CameBack { account, kind, amount: booked });
		Ok(())
	}

	/// Governance gives up what the chain's pool paid for of a vault and that has not come back. What has is the
	/// pool's first.
	pub(crate) fn do_write_off(account: MarginAccountId, kind: CollateralId) -> DispatchResult {
		let cover = || Covers::<T>::get(&account, kind).unwrap_or_default();
		ensure!(cover().paid_for > 0, Error::<T>::NothingPaidFor);
		Self::give_back(&account, kind);
		let (_, remote) = Self::remote_kind(kind)?;
		let (cover, vault) = (cover(), Vaults::<T>::get(&account, kind).unwrap_or_default());
		let amount = cover.paid_for;
		if amount == 0 {
			return Ok(());
		}
		ensure!(cover.free(&vault, remote.deposit) <= cover.own, Error::<T>::NotBookedYet);
		Self::edit_cover(&account, kind, |cover| {
			cover.paid_for = 0;
			Some(())
		})?;
		Self::deposit_event(Event::WrittenOff { account, kind, amount });
		Ok(())
	}

	/// A pool paid for rights in breached vaults alone, and their owners have no part of these until it is back.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn try_state_returned() -> Result<(), sp_runtime::TryRuntimeError> {
		for (account, kind, cover) in Covers::<T>::iter().filter(|(.., c)| c.paid_for > 0) {
			ensure!(Self::is_breached(&account, kind), "paid for: in a vault that is trusted");
			ensure!(cover.own == 0, "paid for: its owner has a part of it");
		}
		Ok(())
	}
}
