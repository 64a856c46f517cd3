// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Covers`, `Rights` and `RightCounts`: which vault covers which lot (ADR 31).
//!
//! A lot in the ledger is covered by its account's own vault or by rights (entitlements) in others' vaults.
//! Rights move with lots, in the same dispatch; nothing is sent for it.

use crate::pallet::*;
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, DispatchResult},
	ensure,
	traits::ConstU32,
	traits::Get,
	weights::Weight,
	BoundedVec,
};
use scale_info::TypeInfo;
use sp_runtime::ArithmeticError::{Overflow, Underflow};
use straddle_primitives::*;
use straddle_traits::{ChainPools, LotCovers, RemoteLots};

use crate::{Vault, WeightInfo, MAX_REMOTE_KINDS};

/// Most rights of one account to one kind. Whoever takes a lot may have as many to its kind as its giver and
/// one more, so that an account with many rights can be sold whole; only the pool's account, which must be
/// able to take over what nobody else can, has no limit.
pub const MAX_RIGHTS: u32 = 8;
/// Most that such takers may have, and anybody over all kinds.
pub const MOST_RIGHTS: u32 = 32;
/// What one right was may lie in two vaults after a delivery, so no more than these are ever looked for.
const MOST_MOVED: u32 = 2 * MOST_RIGHTS;
/// Most accounts among which what one delivery brings is divided. The pool's account always finds a place.
pub const MAX_CLAIMS: u32 = 16;

/// A right to a part of a vault.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Right {
	/// Smallest units.
	pub amount: u128,
	/// The vault's breach after which it was cut to its share and the rest was made good; none is zero.
	pub cut: u32,
	/// The number under which the chain's pool owes what is missing of it.
	pub owed: Option<u64>,
	/// Smallest units of it that count in the ledger no longer, until the pool pays.
	pub gone: u128,
	/// Its vault is short of rights: its holder's lot counts nothing for opening (ADR 44).
	pub doubted: bool,
	/// It grew by force last, or was cut: blocks deliver it unasked, and its holder does not pay (ADR 50).
	pub unasked: bool,
	/// The source chain refused to deliver it, and it did not grow by force since: blocks do not ask again.
	pub refused: bool,
}

/// What is on its way out of a vault to somebody who has a right to it.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Delivery {
	/// The order in the vault's slot for seizures.
	pub order: u64,
	/// To whose vault it goes.
	pub to: MarginAccountId,
	/// How much.
	pub amount: u128,
	/// Who has the rights to it now, by account: they sum to the amount. At first whom it is sent to.
	pub claims: BoundedVec<(MarginAccountId, u128), ConstU32<MAX_CLAIMS>>,
}

/// What covers an account's lot of one kind, and what its vault covers, in smallest units.
///
/// The lot in the ledger is `own + held`, always. `own + entitled` is at most P − X, a delivery that is out not
/// counted in X, unless the vault is breached.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Cover {
	/// The part of the lot that the account's own vault covers.
	pub own: u128,
	/// Σ rights in this vault.
	pub entitled: u128,
	/// Σ of those that were cut after the last breach.
	pub firm: u128,
	/// Breaches of this vault so far.
	pub breaches: u32,
	/// Σ rights of this account in other vaults, as far as they count.
	pub held: u128,
	/// How many these are.
	pub rights: u32,
	/// How many of those are doubted.
	pub doubts: u32,
	/// Σ deliveries on their way into this vault.
	pub inbound: u128,
	/// `own` after the vault's first breach: what its maintenance credit falls from.
	pub breached: u128,
	/// The delivery that is out of this vault.
	pub delivery: Option<Delivery>,
	/// The source chain refused the last one: nothing more is delivered until a proof shows what is there.
	pub refused: bool,
	/// The last breach was seen with something on its way: what is missing is not known until a proof with
	/// nothing beside it, and nothing is made good.
	pub unsure: bool,
	/// What the chain's pool paid for of rights in this vault and that has not come back: so much of what comes is
	/// the pool's before it is the account's own (ADR 50).
	#[codec(compact)]
	pub paid_for: u128,
}

impl Delivery {
	/// How much of it an account has the right to.
	pub fn claimed_by(&self, account: &MarginAccountId) -> u128 {
		self.claims.iter().find(|(who, _)| who == account).map_or(0, |(_, amount)| *amount)
	}

	/// A right to a part of it passed on. `None` if the giver has no such right, or there is no place.
	fn pass(&mut self, from: &MarginAccountId, to: &MarginAccountId, amount: u128) -> Option<()> {
		let (_, given) = self.claims.iter_mut().find(|(who, _)| who == from)?;
		*given = given.checked_sub(amount)?;
		self.claims.retain(|(_, left)| *left > 0);
		match self.claims.iter_mut().find(|(who, _)| who == to) {
			Some((_, got)) => *got = got.checked_add(amount)?,
			None => self.claims.try_push((to.clone(), amount)).ok()?,
		}
		Some(())
	}
}

impl Cover {
	/// How much of what is out is a delivery.
	fn in_flight(&self) -> u128 {
		self.delivery.as_ref().map_or(0, |delivery| delivery.amount)
	}

	/// P − X of this account's vault, a delivery that is out not counted: what backs all rights in it.
	pub fn backing(&self, vault: &Vault) -> u128 {
		vault.proven.saturating_sub(vault.outstanding().saturating_sub(self.in_flight()))
	}

	/// What nobody has a right to, besides what keeps the vault alive.
	pub(crate) fn free(&self, vault: &Vault, deposit: u128) -> u128 {
		self.backing(vault).saturating_sub(deposit).saturating_sub(self.entitled)
	}

	/// The most that the vault can cover of its own account's lot.
	pub fn most(&self, vault: &Vault, deposit: u128) -> u128 {
		self.free(vault, deposit).saturating_sub(self.paid_for)
	}

	/// Whether a right in the vault was cut to its share after the last breach.
	pub fn is_firm(&self, right: &Right) -> bool {
		right.cut > 0 && right.cut == self.breaches
	}

	/// Whether more rights are in the vault than there is for them; after a breach alone.
	pub fn is_short(&self, vault: &Vault) -> bool {
		self.entitled > self.backing(vault)
	}

	/// Invariant 4 of this vault.
	#[cfg(any(feature = "try-runtime", test))]
	pub fn is_covered(&self, vault: &Vault) -> bool {
		let claimed = self.own.saturating_add(self.entitled);
		vault.breach.is_some() || claimed <= self.backing(vault)
	}
}

impl<T: Config> Pallet<T> {
	/// Change what covers an account's lot, or what its vault covers.
	pub(crate) fn edit_cover<R>(
		account: &MarginAccountId,
		kind: CollateralId,
		edit: impl FnOnce(&mut Cover) -> Option<R>,
	) -> Result<R, sp_runtime::DispatchError> {
		Covers::<T>::try_mutate_exists(account, kind, |stored| {
			let mut cover = stored.take().unwrap_or_default();
			let result = edit(&mut cover).ok_or(Error::<T>::NotCovered)?;
			*stored = (cover != Cover::default()).then_some(cover);
			Ok(result)
		})
	}

	/// `holder` has a right to so much more of a vault; `unasked` if he did not move it himself. Where `most` is
	/// given he may have no more rights to the kind.
	pub(crate) fn grant(
		holder: &MarginAccountId,
		kind: CollateralId,
		vault: &MarginAccountId,
		amount: u128,
		most: Option<u32>,
		unasked: bool,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let key = (holder, kind, vault);
		let known = Rights::<T>::get(key);
		if known.is_none() {
			let full = most.is_some_and(|most| Self::is_full(holder, kind, most));
			ensure!(!full, Error::<T>::TooManyRights);
			let count = RightCounts::<T>::get(holder).checked_add(1).ok_or(Overflow)?;
			RightCounts::<T>::insert(holder, count);
			Holders::<T>::insert((vault, kind, holder), ());
		}
		let new = u32::from(known.is_none());
		let right = known.unwrap_or_default();
		let whole = right.amount.checked_add(amount).ok_or(Overflow)?;
		let refused = right.refused && !unasked;
		Rights::<T>::insert(key, Right { amount: whole, cut: 0, unasked, refused, ..right });
		Self::edit_cover(vault, kind, |cover| {
			cover.entitled = cover.entitled.checked_add(amount)?;
			// What comes in was not cut: then none of it is.
			if cover.is_firm(&right) {
				cover.firm = cover.firm.checked_sub(right.amount)?;
			}
			Some(())
		})?;
		Self::edit_cover(holder, kind, |cover| {
			cover.held = cover.held.checked_add(amount)?;
			cover.rights = cover.rights.checked_add(new)?;
			Some(())
		})?;
		Self::owe_if_short(holder, kind, vault)
	}

	/// `holder` has a right to so much less of a vault.
	pub(crate) fn take(
		holder: &MarginAccountId,
		kind: CollateralId,
		vault: &MarginAccountId,
		amount: u128,
	) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let key = (holder, kind, vault);
		let right = Rights::<T>::get(key).ok_or(Error::<T>::NoRight)?;
		// What left the ledger stays his claim, whoever gets what counts.
		let left = right.amount.checked_sub(amount).filter(|left| *left >= right.gone);
		let left = left.ok_or(Error::<T>::NotCovered)?;
		if left == 0 {
			Self::undoubt(holder, kind, vault)?;
			Rights::<T>::remove(key);
			Holders::<T>::remove((vault, kind, holder));
			RightCounts::<T>::try_mutate_exists(holder, |count| -> DispatchResult {
				let less = count.unwrap_or_default().checked_sub(1).ok_or(Underflow)?;
				*count = (less > 0).then_some(less);
				Ok(())
			})?;
		} else {
			Rights::<T>::insert(key, Right { amount: left, ..right });
		}
		Self::edit_cover(vault, kind, |cover| {
			cover.entitled = cover.entitled.checked_sub(amount)?;
			if cover.is_firm(&right) {
				cover.firm = cover.firm.checked_sub(amount)?;
			}
			Some(())
		})?;
		Self::edit_cover(holder, kind, |cover| {
			cover.held = cover.held.checked_sub(amount)?;
			cover.rights = cover.rights.checked_sub(u32::from(left == 0))?;
			Some(())
		})
	}

	/// A lot went from one account to another: first what the giver's own vault covers of it, then what he
	/// has rights to, what is being delivered last. Of what his own vault covers after a breach nothing goes
	/// but by force: in another account it would count for opening again.
	pub(crate) fn do_move_cover(
		kind: CollateralId,
		from: &MarginAccountId,
		to: &MarginAccountId,
		amount: u128,
		forced: bool,
	) -> DispatchResult {
		if from == to || amount == 0 {
			return Ok(());
		}
		let held_back = !forced && Self::is_breached(from, kind);
		let (own, most) = Self::edit_cover(from, kind, |cover| {
			let own = if held_back { 0 } else { cover.own.min(amount) };
			cover.own = cover.own.checked_sub(own)?;
			let most = cover.rights.saturating_add(1).clamp(MAX_RIGHTS, MOST_RIGHTS);
			Some((own, Some(most)))
		})?;
		Self::grant(to, kind, from, own, most, forced)?;
		Self::count_moves(1);
		let mut left = amount.saturating_sub(own);
		if left == 0 {
			return Ok(());
		}
		let rights = Rights::<T>::iter_prefix((from, kind)).take(MOST_MOVED as usize);
		let mut flying = Vec::new();
		let rights = rights.collect::<Vec<_>>();
		Self::count_moves(rights.len() as u32);
		for (vault, right) in rights {
			let delivery = Covers::<T>::get(&vault, kind).and_then(|cover| cover.delivery);
			let claimed = delivery.map_or(0, |delivery| delivery.claimed_by(from));
			let part = right.counted().saturating_sub(claimed).min(left);
			// With somebody else it would count for opening again.
			ensure!(forced || part == 0 || !Self::is_short(&vault, kind), Error::<T>::Short);
			Self::take(from, kind, &vault, part)?;
			let back = vault == *to && !Self::is_breached(&vault, kind);
			match back {
				true => Self::edit_cover(to, kind, |cover| {
					cover.own = cover.own.checked_add(part)?;
					Some(())
				})?,
				false => Self::grant(to, kind, &vault, part, most, forced)?,
			}
			left = left.saturating_sub(part);
			if claimed > 0 {
				flying.push((vault, claimed));
			}
		}
		for (vault, claimed) in flying {
			let part = claimed.min(left);
			if part > 0 {
				Self::pass_claim(kind, &vault, (from, to), part, most, forced)?;
			}
			left = left.saturating_sub(part);
		}
		let missing = if held_back { Error::<T>::BreachedVault } else { Error::<T>::NotCovered };
		ensure!(left == 0, missing);
		Ok(())
	}

	/// A vault is trusted again: what was delivered to it while it was not, and stayed a right of its own
	/// account's, is a part of it.
	///
	/// # Errors
	/// Caps leave no room for all that had left the ledger of it: what is left would stay a right for ever, which
	/// nobody delivers.
	pub(crate) fn take_back(account: &MarginAccountId, kind: CollateralId) -> DispatchResult {
		let doubted = |right: &Right| right.doubted;
		if Rights::<T>::get((account, kind, account)).as_ref().is_some_and(doubted) {
			Self::count_again(account, kind, account)?;
		}
		let right = Rights::<T>::get((account, kind, account)).unwrap_or_default();
		ensure!(right.gone == 0, Error::<T>::NoRoomUnderCaps);
		let delivery = Covers::<T>::get(account, kind).and_then(|cover| cover.delivery);
		let leaves = delivery.map_or(0, |delivery| delivery.claimed_by(account));
		let back = right.counted().saturating_sub(leaves);
		Self::take(account, kind, account, back)?;
		Self::edit_cover(account, kind, |cover| {
			cover.own = cover.own.checked_add(back)?;
			Some(())
		})
	}

	/// Whoever moves lots declares the most that this weighs and is charged what it does.
	fn count_moves(rights: u32) {
		let weight = T::WeightInfo::move_cover(rights);
		let class = DispatchClass::Operational;
		frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, class);
	}

	/// A right to what is being delivered goes to somebody else; where the delivery goes does not change.
	fn pass_claim(
		kind: CollateralId,
		vault: &MarginAccountId,
		(from, to): (&MarginAccountId, &MarginAccountId),
		amount: u128,
		most: Option<u32>,
		forced: bool,
	) -> DispatchResult {
		// One place is left for the pool. Delivered, the right may become one more.
		let last = !Self::is_pool(to);
		let full = most.is_some_and(|most| Self::is_full(to, kind, most));
		ensure!(!full, Error::<T>::TooManyRights);
		let fits = Self::edit_cover(vault, kind, |cover| {
			let delivery = cover.delivery.as_mut()?;
			delivery.pass(from, to, amount)?;
			Some(!last || delivery.claims.len() < MAX_CLAIMS as usize)
		})?;
		ensure!(fits, Error::<T>::TooManyRights);
		Self::take(from, kind, vault, amount)?;
		Self::grant(to, kind, vault, amount, most, forced)
	}

	pub(crate) fn is_breached(account: &MarginAccountId, kind: CollateralId) -> bool {
		Vaults::<T>::get(account, kind).is_some_and(|vault| vault.breach.is_some())
	}

	/// Whether an account may have no right more, with `most` to a kind.
	fn is_full(account: &MarginAccountId, kind: CollateralId, most: u32) -> bool {
		let of_kind = Covers::<T>::get(account, kind).map_or(0, |cover| cover.rights);
		let full = of_kind >= most || RightCounts::<T>::get(account) >= MOST_RIGHTS;
		full && !Self::is_pool(account)
	}

	/// Whether an account is the pool's, or what one lent against.
	pub(crate) fn is_pool(account: &MarginAccountId) -> bool {
		T::Pools::is_pledge(account) || T::Lots::owner(account) == Some(T::PoolOwner::get())
	}
}

impl<T: Config> LotCovers for Pallet<T> {
	fn covers(kind: CollateralId) -> bool {
		SourceOf::<T>::contains_key(kind)
	}

	fn move_cover(
		kind: CollateralId,
		from: &MarginAccountId,
		to: &MarginAccountId,
		amount: u128,
		forced: bool,
	) -> DispatchResult {
		Self::do_move_cover(kind, from, to, amount, forced)
	}

	fn has_empty_vaults(account: &MarginAccountId) -> bool {
		Self::are_empty(account)
	}

	fn empty_weight() -> Weight {
		T::WeightInfo::empty_vaults(MAX_REMOTE_KINDS)
	}

	/// One account has so many rights at most over all kinds, and a part of its own of each.
	fn weight() -> Weight {
		T::WeightInfo::move_cover(MOST_MOVED)
			.saturating_add(T::WeightInfo::move_cover(1).saturating_mul(MAX_REMOTE_KINDS.into()))
	}
}
