// SPDX-License-Identifier: GPL-3.0-or-later

//! Delivery of rights to their holders' own vaults (ADR 31).

use crate::*;
use alloc::vec;
use frame_support::{
	dispatch::DispatchResult, ensure, storage::with_storage_layer, weights::WeightMeter,
};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_traits::{ChainPools, RemoteLots};

/// Most rights that one block looks at.
const LOOKED_AT_PER_BLOCK: u32 = 4;

/// `amount · part / whole`, rounded down; all of it where `part` is not less than `whole`.
pub(crate) fn share(amount: u128, part: u128, whole: u128) -> u128 {
	if part >= whole {
		return amount;
	}
	sp_runtime::helpers_128bit::multiply_by_rational_with_rounding(
		amount,
		part,
		whole,
		sp_runtime::Rounding::Down,
	)
	.unwrap_or(0)
}

impl<T: Config> Pallet<T> {
	/// Order what a holder has a right to out of a vault into the holder's own vault; `who` asks for it, or
	/// block work.
	///
	/// # Errors
	/// There is no such right; a delivery is out of the vault already, or the last one was refused and no proof
	/// came since; the vault is short and the right was not cut to its share yet; the holder's vault is
	/// breached, or would not live; its owner has to ask and did not, or cannot pay; the order is not taken.
	pub(crate) fn do_deliver(
		who: Option<&AccountId32>,
		account: MarginAccountId,
		kind: CollateralId,
		holder: MarginAccountId,
	) -> DispatchResult {
		let (source, remote) = Self::remote_kind(kind)?;
		let vault = Vaults::<T>::get(&account, kind).unwrap_or_default();
		let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
		let right = Rights::<T>::get((&holder, kind, &account)).ok_or(Error::<T>::NoRight)?;
		// What its own account has a right to lies where it should.
		ensure!(holder != account, Error::<T>::NothingToDeliver);
		ensure!(!cover.is_short(&vault) || cover.is_firm(&right), Error::<T>::Short);
		// What is in pledge goes back to its owner, or is sold first.
		ensure!(!T::Pools::is_pledge(&holder), Error::<T>::NothingToDeliver);
		// Asked again at once the answer would be the same, and each order costs its account and the float.
		ensure!(!cover.refused, Error::<T>::Vault(VaultError::AwaitsProof));
		let own = Vaults::<T>::get(&holder, kind).unwrap_or_default();
		ensure!(own.breach.is_none(), Error::<T>::BreachedVault);
		// A vault sends or receives: with both on their way a proof could not tell what became of either.
		let theirs = Covers::<T>::get(&holder, kind).unwrap_or_default();
		let sends = theirs.delivery.is_some();
		ensure!(cover.inbound == 0 && !sends && !own.is_fenced(), Error::<T>::Busy);
		// So whoever has a right there would wait, for ever if one delivery follows another. The pool's account
		// has nobody who could ask, and nobody who would gain by that.
		let asked = || who.is_some() && T::Lots::owner(&holder).as_ref() == who;
		let free = theirs.entitled == 0 || asked() || Self::is_pool(&holder);
		ensure!(free, Error::<T>::HolderMustAsk);
		// What its holder moved himself he pays for: each move back and forth would cost the float a message.
		let served = right.unasked || Self::is_pool(&holder);
		let pays = || asked() || !right.refused && Self::owes_it(&holder, kind);
		ensure!(served || pays(), Error::<T>::HolderMustAsk);
		let amount = right.counted().min(vault.credit(remote.deposit));
		// Dust would cost the float more than it is worth to its holder.
		let least = Terms::<T>::get(source).map_or(1, |terms| terms.minimum(kind).max(1));
		ensure!(amount >= least, Error::<T>::NothingToDeliver);
		let lives = own.certain().saturating_add(amount) >= remote.deposit;
		ensure!(lives, Error::<T>::NothingToDeliver);
		let there = Self::vault_address(holder.clone(), VaultPurpose::Collateral);
		let order = match served {
			true => Self::order_delivery(&account, kind, &there, amount)?,
			false => Self::order_paid_delivery(&account, kind, (&holder, there), amount)?,
		};
		Self::edit_cover(&account, kind, |cover| {
			let claims = vec![(holder.clone(), amount)].try_into().ok()?;
			cover.delivery = Some(Delivery { order, to: holder.clone(), amount, claims });
			Some(())
		})?;
		Self::edit_cover(&holder, kind, |cover| {
			cover.inbound = cover.inbound.checked_add(amount)?;
			Some(())
		})?;
		Self::deposit_event(Event::DeliveryOrdered { account, kind, holder, amount });
		Ok(())
	}

	/// Whether an account owes cash and the kind is the same stablecoin: in its own vault it is pulled (ADR 34).
	fn owes_it(account: &MarginAccountId, kind: CollateralId) -> bool {
		T::Lots::is_cash(kind) && T::Lots::owed(account) > 0
	}

	/// The source chain refused a delivery to `holder`. It may do so as often as it is asked, so he asks next.
	pub(crate) fn note_refused(
		account: &MarginAccountId,
		kind: CollateralId,
		holder: &MarginAccountId,
	) -> DispatchResult {
		Rights::<T>::mutate((holder, kind, account), |right| {
			if let Some(right) = right {
				(right.unasked, right.refused) = (false, true);
			}
		});
		Self::edit_cover(account, kind, |cover| {
			cover.refused = true;
			Some(())
		})
	}

	/// A delivery out of an account's vault ended. If it ran, what it brought lies in the vault that it went
	/// to, and whoever has the rights to it has them there; `now` is the relay block from which on proofs
	/// of that vault show it. If not, all rights stay where they are.
	pub(crate) fn end_delivery(
		account: &MarginAccountId,
		kind: CollateralId,
		ran: bool,
		now: u32,
	) -> DispatchResult {
		let Some(delivery) = Self::take_delivery(account, kind)? else { return Ok(()) };
		let Delivery { to, amount, claims, .. } = delivery;
		Self::edit_cover(&to, kind, |cover| {
			cover.inbound = cover.inbound.checked_sub(amount)?;
			Some(())
		})?;
		let target = if ran { &to } else { account };
		if ran {
			Vaults::<T>::mutate(&to, kind, |vault| {
				vault.get_or_insert_default().arrived(amount, now);
			});
		}
		for (claimant, part) in claims {
			if !ran && claimant != *account {
				continue;
			}
			let unasked = Rights::<T>::get((&claimant, kind, account)).is_some_and(|r| r.unasked);
			Self::take(&claimant, kind, account, part)?;
			// In a breached vault it stays a right, which the pool stands for.
			let own = claimant == *target && !Self::is_breached(target, kind);
			match own {
				true => Self::edit_cover(target, kind, |cover| {
					cover.own = cover.own.checked_add(part)?;
					Some(())
				})?,
				false => Self::grant(&claimant, kind, target, part, None, unasked)?,
			}
		}
		if ran {
			// A vault that was empty keeps its deposit out of what came.
			Self::keep(&to, kind)?;
			// Where less came than was sent, there are more rights than before to what is there.
			Self::doubt_rights(&to, kind);
		}
		let account = account.clone();
		Self::deposit_event(Event::DeliveryEnded { account, kind, to, amount, ran });
		Ok(())
	}

	fn take_delivery(
		account: &MarginAccountId,
		kind: CollateralId,
	) -> Result<Option<Delivery>, DispatchError> {
		Self::edit_cover(account, kind, |cover| Some(cover.delivery.take()))
	}

	/// Look at some rights and order what can be delivered.
	pub(crate) fn deliver_some(meter: &mut WeightMeter) {
		let before = DeliveryCursor::<T>::get();
		let mut cursor = before.clone();
		for _ in 0..LOOKED_AT_PER_BLOCK {
			if meter.try_consume(Self::deliver_weight()).is_err() {
				break;
			}
			let mut rights = match &cursor {
				Some(after) => Rights::<T>::iter_keys_from(after.to_vec()),
				None => Rights::<T>::iter_keys(),
			};
			let Some((holder, kind, account)) = rights.next() else {
				cursor = None;
				break;
			};
			let key = Rights::<T>::hashed_key_for((&holder, kind, &account));
			cursor = key.try_into().ok();
			// What cannot be delivered now waits for its next turn; where the vault is short the pool pays or owes,
			// and what was doubted counts again where it is not.
			let (of, to) = (account.clone(), holder.clone());
			let sent = with_storage_layer(|| Self::do_deliver(None, of, kind, to));
			let right = Rights::<T>::get((&holder, kind, &account));
			let short = sent == Err(Error::<T>::Short.into());
			if right.is_some_and(|right| right.owed.is_none() && (short || right.doubted))
				&& meter.try_consume(T::WeightInfo::make_good()).is_ok()
			{
				let _ = with_storage_layer(|| Self::do_make_good(account, kind, holder));
			}
		}
		if cursor != before {
			DeliveryCursor::<T>::set(cursor);
		}
	}
}
