// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Owed`, `NextOwed`, `OwedCursor` and `FirstOwed`: rights in breached vaults that the chain's pool could not make
//! good yet (ADR 35).
//!
//! Such a right counts nothing for opening (`doubts.rs`), and what is missing of it leaves the ledger in a straight
//! line, as every cut of maintenance credit. Its claim on the vault and the pool does not fall: once the pool has
//! enough it pays all that is missing, whoever waits longest first.

use crate::{deliver::share, pallet::*, Cover, Right, Vault, VaultError, WeightInfo, BREACH_RAMP};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, DispatchResult},
	ensure,
	storage::with_storage_layer,
	weights::WeightMeter,
};
use scale_info::TypeInfo;
use sp_runtime::{ArithmeticError::Overflow, DispatchError};
use straddle_primitives::*;
use straddle_traits::{ChainPools, RemoteLots, Rule, VaultMessages};

/// Most entries that one block looks at, and most that it pays for.
const OWED_PER_BLOCK: u32 = 2;
/// Most entries that are looked through for the oldest that can be paid. Of those behind them block work finds it.
pub(crate) const PASSED_OVER: usize = 4;

/// A right that the pool of its chain stands for.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OwedRight {
	/// Whose right.
	pub holder: MarginAccountId,
	/// Of what.
	pub kind: CollateralId,
	/// In whose vault.
	pub account: MarginAccountId,
	/// The chain's relay block of the last head then: from here on it leaves the ledger.
	pub since: u32,
}

impl Right {
	/// What counts of it in the ledger.
	pub fn counted(&self) -> u128 {
		self.amount.saturating_sub(self.gone)
	}
}

impl Cover {
	/// What a right that is not firm keeps of what is there. The shares of all such rights sum to what is not
	/// theirs whose rights are firm.
	pub(crate) fn kept(&self, vault: &Vault, right: &Right) -> u128 {
		let there = self.backing(vault).saturating_sub(self.firm);
		share(right.amount, there, self.entitled.saturating_sub(self.firm))
	}
}

impl<T: Config> Pallet<T> {
	/// Cut a right in a breached vault to its share of what is there, and let the chain's pool pay for the rest,
	/// all of it or nothing. If the pool has too little, owes others for longer, or there is no price to pay by, it
	/// owes: what is missing fades. If enough is there again it counts again.
	///
	/// # Errors
	/// The vault is not short, the right is firm already; the pool owes it already and nothing is to be done:
	/// then why it cannot pay.
	pub(crate) fn do_make_good(
		account: MarginAccountId,
		kind: CollateralId,
		holder: MarginAccountId,
	) -> DispatchResult {
		if Self::end_unpaid(&holder, kind, &account)? {
			return Ok(());
		}
		let (source, _) = Self::remote_kind(kind)?;
		let right = Rights::<T>::get((&holder, kind, &account)).ok_or(Error::<T>::NoRight)?;
		let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
		ensure!(!cover.is_firm(&right), Error::<T>::NothingToDeliver);
		let waits = match Self::oldest(source) {
			Some(oldest) => right.owed != Some(oldest),
			// Who waits behind those that were looked through has not been found yet.
			None => Owed::<T>::iter_key_prefix(source).nth(PASSED_OVER).is_some(),
		};
		let paid = with_storage_layer(|| {
			ensure!(!waits, Error::<T>::PoolShort);
			Self::pay_missing(&holder, kind, &account)
		});
		match (paid, right.owed) {
			(Ok(()), _) => Ok(()),
			(Err(_), None) => Self::owe(&holder, kind, &account),
			(Err(why), Some(_)) => {
				ensure!(Self::fade(&holder, kind, &account)?, why);
				Ok(())
			},
		}
	}

	/// A right that nobody has any more is dropped, one in a vault that has enough again counts again. Returns
	/// whether either was so.
	///
	/// # Errors
	/// There is no such right, or no doubt about it; it cannot be booked.
	fn end_unpaid(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> Result<bool, DispatchError> {
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		if right.counted() == 0 && T::Lots::owner(holder).is_none() {
			Self::drop_right(holder, kind, account)?;
			return Ok(true);
		}
		if Self::is_short(account, kind) {
			return Ok(false);
		}
		ensure!(right.doubted, Error::<T>::NotBreached);
		Self::count_again(holder, kind, account)?;
		Ok(true)
	}

	/// Pay what a chain's pool owes for longest.
	///
	/// # Errors
	/// It owes nothing, or cannot pay.
	pub(crate) fn do_pay_owed(source: SourceId) -> DispatchResult {
		let number = Self::oldest(source).ok_or(Error::<T>::NothingOwed)?;
		Self::pay(source, number)
	}

	/// Pay what a chain's pool owes under a number. Nobody who can be paid may have waited for longer.
	fn pay(source: SourceId, number: u64) -> DispatchResult {
		let owed = Owed::<T>::get(source, number.to_be_bytes()).ok_or(Error::<T>::NothingOwed)?;
		Self::pay_missing(&owed.holder, owed.kind, &owed.account)
	}

	/// The number of what a chain's pool owes for longest, and can pay; behind the first few as far as block work has
	/// seen.
	fn oldest(source: SourceId) -> Option<u64> {
		let mut first = Owed::<T>::iter_prefix(source).take(PASSED_OVER);
		let number = first.find(|(_, owed)| Self::is_payable(owed));
		let behind = || {
			let number = FirstOwed::<T>::get(source)?;
			let owed = Owed::<T>::get(source, number.to_be_bytes())?;
			Self::is_payable(&owed).then_some(number)
		};
		number.map(|(number, _)| u64::from_be_bytes(number)).or_else(behind)
	}

	/// Whether a pool that has enough can pay this: of what is missing in a vault out of which a delivery is on its
	/// way, or was when its breach was seen, nobody knows, and it must not keep others waiting. Nor must a kind without
	/// a price, or an account that was closed.
	fn is_payable(owed: &OwedRight) -> bool {
		let Some(cover) = Self::cover_if_short(&owed.account, owed.kind) else { return false };
		let waits = cover.delivery.is_some() || cover.unsure;
		!waits && T::Lots::owner(&owed.holder).is_some() && T::Lots::value(owed.kind, 1).is_ok()
	}

	/// Cut a right to its share and pay for the rest. Nobody who can be paid may have waited for longer.
	///
	/// # Errors
	/// A delivery is out, what is missing is not known yet, the pool is short, or the price cannot be used. Something
	/// may have been written.
	fn pay_missing(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let (source, _) = Self::remote_kind(kind)?;
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let short = vault.breach.is_some() && cover.is_short(&vault);
		ensure!(short && !cover.is_firm(&right), Error::<T>::NotBreached);
		ensure!(cover.delivery.is_none(), Error::<T>::Vault(VaultError::SlotTaken));
		ensure!(!cover.unsure, Error::<T>::Vault(VaultError::AwaitsProof));
		// What had left the ledger and came into the vault since counts again, as far as caps leave room. What does
		// not is paid for, and the pool has a claim to it.
		let share = cover.kept(&vault, &right);
		Self::book_again(holder, kind, account, share.saturating_sub(right.counted()))?;
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		let kept = share.min(right.counted());
		let missing = right.amount.saturating_sub(kept);
		let paid = match missing {
			0 => 0,
			_ => T::Lots::value(kind, missing)?,
		};
		let owed = T::Pools::pay_undelivered(source, holder, paid)?;
		ensure!(owed == 0, Error::<T>::PoolShort);
		Self::undoubt(holder, kind, account)?;
		let still = missing.saturating_sub(right.gone);
		Self::take(holder, kind, account, missing)?;
		if still > 0 {
			T::Lots::debit(holder, kind, still, Rule::Forced)?;
		}
		if kept > 0 {
			let firm =
				Right { amount: kept, cut: cover.breaches, unasked: true, ..Right::default() };
			Rights::<T>::insert((holder, kind, account), firm);
		}
		Self::edit_cover(account, kind, |cover| {
			cover.firm = cover.firm.checked_add(kept)?;
			cover.paid_for = cover.paid_for.checked_add(missing)?;
			Some(())
		})?;
		Self::give_back(account, kind);
		let (account, holder) = (account.clone(), holder.clone());
		Self::deposit_event(Event::MadeGood { account, kind, holder, missing, paid });
		Ok(())
	}

	/// A right came into a vault: if that is short, it is one more that the pool stands for.
	pub(crate) fn owe_if_short(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let right = Rights::<T>::get((holder, kind, account));
		match right.filter(|_| Self::is_short(account, kind)) {
			Some(Right { owed: None, .. }) => Self::owe(holder, kind, account),
			Some(_) => Self::reimpair(holder, kind),
			None => Ok(()),
		}
	}

	/// Whether a breached vault has less than there are rights to.
	pub(crate) fn is_short(account: &MarginAccountId, kind: CollateralId) -> bool {
		Self::cover_if_short(account, kind).is_some()
	}

	/// What a breached vault covers that has less than there are rights to.
	pub(crate) fn cover_if_short(account: &MarginAccountId, kind: CollateralId) -> Option<Cover> {
		let vault = Vaults::<T>::get(account, kind).filter(|vault| vault.breach.is_some())?;
		Covers::<T>::get(account, kind).filter(|cover| cover.is_short(&vault))
	}

	/// The chain's pool stands for a right from now on, and its holder opens nothing on the kind.
	fn owe(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let (source, _) = Self::remote_kind(kind)?;
		let number = NextOwed::<T>::get();
		NextOwed::<T>::put(number.checked_add(1).ok_or(Overflow)?);
		// Without a head, as after a set-back of the chain, what we see of the relay chain: from the block 0 on all of
		// it would fade at once.
		let since =
			Self::newest_head(source).map_or_else(T::Messages::now, |head| head.relay_block);
		let (to, of) = (holder.clone(), account.clone());
		let owed = OwedRight { holder: to.clone(), kind, account: of.clone(), since };
		Owed::<T>::insert(source, number.to_be_bytes(), owed);
		Self::edit_right(holder, kind, account, |right| {
			right.owed = Some(number);
			Some(())
		})?;
		Self::deposit_event(Event::PoolOwes { source, number, account: of, kind, holder: to });
		Self::doubt(holder, kind, account)
	}

	/// There is no doubt about a right any more, and the pool stands for it no longer: what had left the ledger of it
	/// is a part of what its holder has rights to again, and the caller's to book.
	pub(crate) fn undoubt(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let undone = Self::edit_right(holder, kind, account, |right| {
			let doubted = core::mem::take(&mut right.doubted);
			Some(doubted.then(|| (right.owed.take(), core::mem::take(&mut right.gone))))
		})?;
		let Some((owed, gone)) = undone else { return Ok(()) };
		if let Some(number) = owed {
			let (source, _) = Self::remote_kind(kind)?;
			Owed::<T>::remove(source, number.to_be_bytes());
		}
		Self::edit_cover(holder, kind, |cover| {
			cover.held = cover.held.checked_add(gone)?;
			cover.doubts = cover.doubts.checked_sub(1)?;
			Some(())
		})?;
		Self::reimpair(holder, kind)
	}

	/// Let what is missing of a right that the pool owes leave the ledger as far as it should have. Returns
	/// whether anything left. While a delivery is out of the vault, or was when its breach was seen, it is not known what is missing; and what is in
	/// pledge counts for nobody.
	fn fade(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> Result<bool, DispatchError> {
		let (source, _) = Self::remote_kind(kind)?;
		let vault = Vaults::<T>::get(account, kind).unwrap_or_default();
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		let still = cover.delivery.is_some() || cover.unsure || T::Pools::is_pledge(holder);
		let Some(number) = right.owed.filter(|_| !still) else { return Ok(false) };
		let since = Owed::<T>::get(source, number.to_be_bytes()).map_or(u32::MAX, |o| o.since);
		let now = Self::newest_head(source).map_or(0, |head| head.relay_block);
		let missing = right.amount.saturating_sub(cover.kept(&vault, &right));
		let gone = share(missing, now.saturating_sub(since).into(), BREACH_RAMP.into());
		let amount = gone.saturating_sub(right.gone).min(right.counted());
		if amount == 0 {
			return Ok(false);
		}
		Self::edit_right(holder, kind, account, |right| {
			right.gone = right.gone.checked_add(amount)?;
			Some(())
		})?;
		Self::edit_cover(holder, kind, |cover| {
			cover.held = cover.held.checked_sub(amount)?;
			Some(())
		})?;
		T::Lots::debit(holder, kind, amount, Rule::Forced)?;
		let (account, holder) = (account.clone(), holder.clone());
		Self::deposit_event(Event::Faded { account, kind, holder, amount });
		Ok(true)
	}

	/// There is enough in the vault again: what had left the ledger comes back as far as caps leave room, and once
	/// all of it is back the right is as any other.
	///
	/// # Errors
	/// Caps leave no room; the books refuse.
	pub(crate) fn count_again(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		if right.gone > 0 {
			let booked = Self::book_again(holder, kind, account, right.gone)?;
			ensure!(booked > 0, Error::<T>::NoRoomUnderCaps);
			if booked < right.gone {
				return Ok(());
			}
		}
		Self::undoubt(holder, kind, account)?;
		let (account, holder) = (account.clone(), holder.clone());
		Self::deposit_event(Event::CountsAgain { account, kind, holder });
		Ok(())
	}

	/// Book up to `wanted` of what had left the ledger of a right, as far as caps leave room. Returns how much.
	///
	/// # Errors
	/// The books refuse.
	fn book_again(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
		wanted: u128,
	) -> Result<u128, DispatchError> {
		if wanted == 0 {
			return Ok(0);
		}
		let class = DispatchClass::Operational;
		frame_system::Pallet::<T>::register_extra_weight_unchecked(T::WeightInfo::recount(), class);
		let booked = T::Lots::credit(holder, kind, wanted, false)?;
		Self::edit_right(holder, kind, account, |right| {
			right.gone = right.gone.checked_sub(booked)?;
			Some(())
		})?;
		Self::edit_cover(holder, kind, |cover| {
			cover.held = cover.held.checked_add(booked)?;
			Some(())
		})?;
		Ok(booked)
	}

	/// Its holder closed his account: what is missing of it was all that he had.
	fn drop_right(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		Self::undoubt(holder, kind, account)?;
		let left = Rights::<T>::get((holder, kind, account)).unwrap_or_default();
		Self::take(holder, kind, account, left.amount)?;
		Self::keep(account, kind)
	}

	/// Whether an account's lot of a kind counts nothing for opening: a part of it is in a breached vault of its own,
	/// or a right of it is doubted.
	pub(crate) fn reimpair(account: &MarginAccountId, kind: CollateralId) -> DispatchResult {
		if T::Lots::owner(account).is_none() {
			return Ok(());
		}
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let breached = cover.own > 0 && Self::is_breached(account, kind);
		T::Lots::impair(account, kind, breached || cover.doubts > 0)
	}

	pub(crate) fn edit_right<R>(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
		edit: impl FnOnce(&mut Right) -> Option<R>,
	) -> Result<R, DispatchError> {
		Rights::<T>::try_mutate((holder, kind, account), |right| -> Result<R, DispatchError> {
			let right = right.as_mut().ok_or(Error::<T>::NoRight)?;
			Ok(edit(right).ok_or(Error::<T>::NotCovered)?)
		})
	}

	/// Look at some of what pools owe: pay what is oldest of the chain, let the entry itself fade.
	pub(crate) fn tend_owed(meter: &mut WeightMeter) {
		let before = OwedCursor::<T>::get();
		let mut cursor = before.clone();
		for _ in 0..OWED_PER_BLOCK {
			if !meter.can_consume(T::WeightInfo::tend_owed()) {
				break;
			}
			let next = cursor.as_ref().and_then(|last| Owed::<T>::iter_from(last.to_vec()).next());
			let Some((source, number, owed)) = next.or_else(|| Owed::<T>::iter().next()) else {
				meter.consume(T::WeightInfo::due_base());
				break;
			};
			meter.consume(T::WeightInfo::tend_owed());
			cursor = Owed::<T>::hashed_key_for(source, number).try_into().ok();
			// What cannot be done now waits for its next turn.
			match Self::first_with(source, u64::from_be_bytes(number), &owed) {
				Ok(Some(first)) => drop(with_storage_layer(|| Self::pay(source, first))),
				Ok(None) => {},
				Err(lost) => {
					let number = lost.to_be_bytes();
					cursor = Owed::<T>::hashed_key_for(source, number).try_into().ok();
				},
			}
			let OwedRight { holder, kind, account, .. } = owed;
			let _ = with_storage_layer(|| -> DispatchResult {
				if !Self::end_unpaid(&holder, kind, &account)? {
					Self::fade(&holder, kind, &account)?;
				}
				Ok(())
			});
		}
		if cursor != before {
			OwedCursor::<T>::set(cursor);
		}
	}

	/// The number of what a chain's pool owes for longest and can pay, now that an entry is looked at. They have their
	/// turns in the order in which they wait: behind those that are passed over none is paid before one that waits for
	/// longer, and each is found.
	///
	/// # Errors
	/// What was found before was paid or cannot be any more: those after it have their turns next.
	fn first_with(source: SourceId, number: u64, owed: &OwedRight) -> Result<Option<u64>, u64> {
		let known = Self::oldest(source);
		if known.is_none() {
			let lost = FirstOwed::<T>::take(source).filter(|lost| *lost < number);
			lost.map_or(Ok(()), Err)?;
		}
		if known.is_some_and(|known| known <= number) || !Self::is_payable(owed) {
			return Ok(known);
		}
		FirstOwed::<T>::insert(source, number);
		Ok(Some(number))
	}

	/// What pools owe is what rights say, and counts as the covers say.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn try_state_owed() -> Result<(), sp_runtime::TryRuntimeError> {
		use alloc::collections::BTreeMap;
		let mut doubts = BTreeMap::<(MarginAccountId, CollateralId), u32>::new();
		let mut owed = 0u32;
		for ((holder, kind, account), right) in Rights::<T>::iter() {
			ensure!(right.gone <= right.amount, "owed: more gone than there was");
			ensure!(!(right.unasked && right.refused), "rights: refused, and delivered unasked");
			if right.doubted {
				let count = doubts.entry((holder.clone(), kind)).or_default();
				*count = count.saturating_add(1);
			}
			let Some(number) = right.owed else {
				ensure!(right.gone == 0, "owed: gone, and nobody owes it");
				continue;
			};
			let source = SourceOf::<T>::get(kind).unwrap_or(SourceId::LOCAL);
			let entry = Owed::<T>::get(source, number.to_be_bytes());
			let same = entry.is_some_and(|entry| {
				(&entry.holder, entry.kind, &entry.account) == (&holder, kind, &account)
			});
			ensure!(same && number < NextOwed::<T>::get(), "owed: not what the right says");
			let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
			ensure!(!cover.is_firm(&right), "owed: what was paid for");
			ensure!(right.doubted, "owed: without a doubt");
			owed = owed.saturating_add(1);
		}
		ensure!(Owed::<T>::iter_keys().count() == owed as usize, "owed: without a right");
		for (account, kind, cover) in Covers::<T>::iter() {
			let count = doubts.remove(&(account, kind)).unwrap_or_default();
			ensure!(cover.doubts == count, "owed: miscounted");
		}
		ensure!(doubts.is_empty(), "owed: not counted");
		Ok(())
	}
}
