// SPDX-License-Identifier: GPL-3.0-or-later

//! What proofs and the ends of orders change: `Vaults`, and the lot that the ledger books for it (ADR 31).

use crate::{deliver::share, pallet::*, Observation, VaultError, WeightInfo};
use frame_support::{
	dispatch::DispatchResult, ensure, storage::with_storage_layer, weights::WeightMeter,
};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{Anchor, OrderOutcome, OrderPurpose, RemoteLots, Rule};

/// Relay blocks in which the maintenance credit of a breached vault falls to nothing: 72 hours of six seconds.
pub const BREACH_RAMP: u32 = 43_200;
/// Most breached vaults that one block looks at.
const BREACHED_PER_BLOCK: u32 = 2;

impl<T: Config> Pallet<T> {
	/// A proof against `anchor` shows that `held` smallest units of a kind lie in an account's vault. Books
	/// what that changes.
	///
	/// # Errors
	/// The vault refuses: the proof is below its floor or not newer. The kind has no source; the account
	/// of a new vault does not exist; the books refuse.
	pub(crate) fn note_balance(
		account: &MarginAccountId,
		kind: CollateralId,
		held: u128,
		anchor: &Anchor,
	) -> DispatchResult {
		let known = Vaults::<T>::get(account, kind);
		let exists = known.is_some() || T::Lots::owner(account).is_some();
		ensure!(exists, Error::<T>::NoSuchAccount);
		let before = known.unwrap_or_default();
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let mut vault = before;
		let at = (anchor.relay_block, anchor.number);
		let seen = vault.observe_beside(held, cover.inbound, at.0, at.1);
		let observation = seen.map_err(Error::<T>::Vault)?;
		Vaults::<T>::insert(account, kind, vault);
		Self::note_proven(account, kind, &vault);
		let event =
			Event::Observed { account: account.clone(), kind, held, anchor: at, observation };
		Self::deposit_event(event);
		if cover.delivery.is_some() && vault.seizure.is_none() {
			// A fence answered it. Had it not run, so much at least would be there, which is less than it if a breach
			// was seen while it was out; of a proof that shows a breach nothing follows.
			let unless_run = cover.backing(&before);
			let ran = observation != Observation::Breached && held < unless_run;
			Self::end_delivery(account, kind, ran, vault.floor)?;
		}
		// What is on its way may be in `held` or not: of a breach beside it P − X tells the least alone.
		let beside = vault.outstanding() > 0 || cover.inbound > 0;
		let unsure = beside && (cover.unsure || observation == Observation::Breached);
		if cover.refused || cover.unsure != unsure {
			Self::edit_cover(account, kind, |cover| {
				(cover.refused, cover.unsure) = (false, unsure);
				Some(())
			})?;
		}
		let first = vault.breach.is_some() && before.breach.is_none();
		if observation == Observation::Breached {
			let missing = before.certain().saturating_sub(held);
			Self::deposit_event(Event::Breached { account: account.clone(), kind, missing, held });
			Self::edit_cover(account, kind, |cover| {
				// Whatever was cut before has to be cut again.
				(cover.breaches, cover.firm) = (cover.breaches.checked_add(1)?, 0);
				Some(())
			})?;
		}
		if first {
			let (_, remote) = Self::remote_kind(kind)?;
			Self::edit_cover(account, kind, |cover| {
				cover.breached = cover.own.min(cover.most(&vault, remote.deposit));
				Some(())
			})?;
		}
		Self::keep(account, kind)?;
		if observation == Observation::Breached {
			Self::doubt_rights(account, kind);
		}
		Ok(())
	}

	/// Bring the lot that an account's own vault covers in line with what it can cover: never more, and as
	/// much as caps and the state of its chain allow.
	///
	/// # Errors
	/// The kind has no source; the books refuse.
	pub(crate) fn keep(account: &MarginAccountId, kind: CollateralId) -> DispatchResult {
		let most = Self::most(account, kind)?;
		Self::shrink(account, kind, most)?;
		Self::give_back(account, kind);
		if T::Lots::owner(account).is_none() {
			BreachedVaults::<T>::remove(account, kind);
			return Ok(());
		}
		if Self::is_breached(account, kind) {
			let own = Covers::<T>::get(account, kind).map_or(0, |cover| cover.own);
			match own {
				0 => BreachedVaults::<T>::remove(account, kind),
				_ => BreachedVaults::<T>::insert(account, kind, ()),
			}
			return Self::reimpair(account, kind);
		}
		match T::Lots::takes_new(kind) {
			true => Self::grow(account, kind, most, u128::MAX),
			false => Ok(()),
		}
	}

	/// The most that an account's own vault covers now. In a breached one that falls to nothing in a straight
	/// line, as every cut of maintenance credit.
	fn most(account: &MarginAccountId, kind: CollateralId) -> Result<u128, DispatchError> {
		let (source, remote) = Self::remote_kind(kind)?;
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let most = cover.most(&vault, remote.deposit);
		let Some(breach) = vault.breach else { return Ok(most) };
		let now = Self::newest_head(source).map_or(breach.at, |head| head.relay_block);
		let left = BREACH_RAMP.saturating_sub(now.saturating_sub(breach.at));
		let ramp = share(cover.breached, left.into(), BREACH_RAMP.into());
		Ok(most.min(ramp))
	}

	/// Book out of the ledger what the vault does not cover.
	fn shrink(account: &MarginAccountId, kind: CollateralId, most: u128) -> DispatchResult {
		let own = Covers::<T>::get(account, kind).map_or(0, |cover| cover.own);
		let gone = own.saturating_sub(most);
		if gone == 0 {
			return Ok(());
		}
		Self::edit_cover(account, kind, |cover| {
			cover.own = cover.own.checked_sub(gone)?;
			Some(())
		})?;
		T::Lots::debit(account, kind, gone, Rule::Forced)
	}

	/// Book into the ledger what the vault covers besides, at most `wanted`, as far as caps go.
	fn grow(
		account: &MarginAccountId,
		kind: CollateralId,
		most: u128,
		wanted: u128,
	) -> DispatchResult {
		let own = Covers::<T>::get(account, kind).map_or(0, |cover| cover.own);
		let wanted = most.saturating_sub(own).min(wanted);
		if wanted == 0 {
			return Ok(());
		}
		let booked = T::Lots::credit(account, kind, wanted, own == 0)?;
		Self::edit_cover(account, kind, |cover| {
			cover.own = cover.own.checked_add(booked)?;
			Some(())
		})
	}

	/// Take `amount` out of what counts, so that it can be ordered out of the account's *own* vault: first
	/// what is there and not credited, then out of the lot in the ledger, as any withdrawal. The caller
	/// orders it in the same dispatch.
	///
	/// # Errors
	/// More than the vault has for its own account; the ledger refuses the withdrawal.
	pub(crate) fn uncredit(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
	) -> DispatchResult {
		let (_, remote) = Self::remote_kind(kind)?;
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let spare = cover.most(&vault, remote.deposit).saturating_sub(cover.own);
		let booked = amount.saturating_sub(spare);
		ensure!(booked <= cover.own, Error::<T>::NotOwnPart);
		Self::edit_cover(account, kind, |cover| {
			cover.own = cover.own.checked_sub(booked)?;
			Some(())
		})?;
		T::Lots::debit(account, kind, booked, Rule::Withdraw)
	}

	/// The order of what was uncredited did not go out, or was refused: let it count again, as far as caps
	/// leave room. Nothing is new, so the state of the chain is not asked; a breached vault gets nothing.
	///
	/// # Errors
	/// The books refuse.
	pub(crate) fn recredit(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
	) -> DispatchResult {
		if Self::is_breached(account, kind) || T::Lots::owner(account).is_none() {
			Self::give_back(account, kind);
			return Ok(());
		}
		Self::grow(account, kind, Self::most(account, kind)?, amount)
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
		let mut vault =
			Vaults::<T>::get(account, kind).ok_or(Error::<T>::Vault(VaultError::NoSuchOrder))?;
		let released = vault.release.map_or(0, |order| order.amount);
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		match outcome {
			OrderOutcome::Done => vault.reply_ok(purpose, id, now),
			OrderOutcome::Refused => vault.reply_err(purpose, id, now),
		}
		.map_err(Error::<T>::Vault)?;
		Vaults::<T>::insert(account, kind, vault);
		let ran = outcome == OrderOutcome::Done;
		match purpose {
			OrderPurpose::Seizure => {
				Self::end_delivery(account, kind, ran, vault.floor)?;
				match cover.delivery.filter(|_| !ran) {
					Some(delivery) => Self::note_refused(account, kind, &delivery.to),
					None => Ok(()),
				}
			},
			OrderPurpose::Release if ran => Ok(()),
			OrderPurpose::Release => Self::recredit(account, kind, released),
		}
	}

	/// Let some breached vaults' own parts fall to where they should be.
	pub(crate) fn let_breached_fall(meter: &mut WeightMeter) {
		let before = BreachCursor::<T>::get();
		let mut cursor = before.clone();
		for _ in 0..BREACHED_PER_BLOCK {
			if meter.try_consume(T::WeightInfo::recount()).is_err() {
				break;
			}
			let mut vaults = match &cursor {
				Some(after) => BreachedVaults::<T>::iter_keys_from(after.to_vec()),
				None => BreachedVaults::<T>::iter_keys(),
			};
			let Some((account, kind)) = vaults.next() else {
				cursor = None;
				break;
			};
			cursor = BreachedVaults::<T>::hashed_key_for(&account, kind).try_into().ok();
			// What the books refuse waits for its next turn.
			let _ = with_storage_layer(|| Self::keep(&account, kind));
		}
		if cursor != before {
			BreachCursor::<T>::set(cursor);
		}
	}

	/// Governance looked into a breach and trusts the vault again.
	pub(crate) fn do_clear_breach(account: MarginAccountId, kind: CollateralId) -> DispatchResult {
		Self::give_back(&account, kind);
		let mut vault = Vaults::<T>::get(&account, kind).ok_or(Error::<T>::NotBreached)?;
		let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
		ensure!(vault.breach.take().is_some(), Error::<T>::NotBreached);
		ensure!(!cover.unsure, Error::<T>::Vault(VaultError::AwaitsProof));
		ensure!(vault.is_sound() && !cover.is_short(&vault), Error::<T>::Short);
		ensure!(cover.paid_for == 0, Error::<T>::NotReturned);
		Vaults::<T>::insert(&account, kind, vault);
		Self::edit_cover(&account, kind, |cover| {
			cover.breached = 0;
			Some(())
		})?;
		Self::take_back(&account, kind)?;
		BreachedVaults::<T>::remove(&account, kind);
		Self::reimpair(&account, kind)?;
		Self::keep(&account, kind)?;
		Self::deposit_event(Event::BreachCleared { account, kind });
		Ok(())
	}
}
