// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Holders` and `Sweeps`: once a vault has less than there are rights to, no such right counts for opening
//! (ADR 44).
//!
//! Else its holder could borrow on it until block work comes by, and what the chain's pool cannot pay then would be
//! lost to all. The proof of a breach itself looks at the first rights, blocks at the others before they run
//! transactions.

use crate::{pallet::*, Cover, WeightInfo};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	dispatch::{DispatchClass, DispatchResult},
	storage::with_storage_layer,
	weights::WeightMeter,
	BoundedVec,
};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Most rights that the proof of a breach itself looks at.
const DOUBTED_AT_ONCE: u32 = 4;
/// Most that one block looks at besides.
const DOUBTED_PER_BLOCK: u32 = 8;
/// Most vaults that wait for it. Rights in those beyond are found as blocks come by to deliver them.
pub const MAX_SWEEPS: u32 = 128;

/// A vault whose rights are looked at.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Sweep {
	/// Whose vault.
	pub account: MarginAccountId,
	/// Of what.
	pub kind: CollateralId,
	/// Whose right was looked at last.
	pub after: Option<MarginAccountId>,
	/// The books refused one: it is begun again.
	pub again: bool,
}

impl Sweep {
	/// Before the first right.
	pub(crate) fn new(account: &MarginAccountId, kind: CollateralId) -> Self {
		Self { account: account.clone(), kind, after: None, again: false }
	}

	fn is_of(&self, account: &MarginAccountId, kind: CollateralId) -> bool {
		(&self.account, self.kind) == (account, kind)
	}
}

impl<T: Config> Pallet<T> {
	/// A vault was breached, or less came into it than was sent: if there are more rights in it than there is for
	/// them, none that was not cut to its share counts for opening from now on. No call declares this; it is charged
	/// as it happens.
	pub(crate) fn doubt_rights(account: &MarginAccountId, kind: CollateralId) {
		if !Self::is_short(account, kind) {
			return;
		}
		let mut room = DOUBTED_AT_ONCE;
		let left = Self::sweep(Sweep::new(account, kind), &mut room);
		Sweeps::<T>::mutate(|sweeps| {
			sweeps.retain(|sweep| !sweep.is_of(account, kind));
			if let Some(left) = left {
				let _ = sweeps.try_push(left);
			}
		});
		let weight = T::WeightInfo::doubt_right().saturating_mul(DOUBTED_AT_ONCE.into());
		let class = DispatchClass::Operational;
		frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, class);
	}

	/// Look at rights in vaults in turn.
	pub(crate) fn sweep_breached(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::due_base()).is_err() {
			return;
		}
		let sweeps = Sweeps::<T>::get();
		if sweeps.is_empty() {
			return;
		}
		let step = T::WeightInfo::doubt_right();
		let fits = (0..DOUBTED_PER_BLOCK).take_while(|_| meter.try_consume(step).is_ok());
		let mut room = fits.count() as u32;
		let (mut waiting, mut begun) = (Vec::new(), Vec::new());
		for next in sweeps {
			match room {
				0 => waiting.push(next),
				_ => begun.extend(Self::sweep(next, &mut room)),
			}
		}
		waiting.append(&mut begun);
		Sweeps::<T>::put(BoundedVec::truncate_from(waiting));
	}

	/// Look at a vault's rights as long as there is room, and say what is left to do.
	fn sweep(sweep: Sweep, room: &mut u32) -> Option<Sweep> {
		let Sweep { account, kind, mut after, mut again } = sweep;
		// Doubts change none of what it says here.
		let Some(cover) = Self::cover_if_short(&account, kind) else {
			*room = room.saturating_sub(1);
			return None;
		};
		let mut holders = match &after {
			Some(last) => {
				let key = Holders::<T>::hashed_key_for((&account, kind, last));
				Holders::<T>::iter_key_prefix_from((&account, kind), key)
			},
			None => Holders::<T>::iter_key_prefix((&account, kind)),
		};
		loop {
			let Some(holder) = holders.next() else {
				*room = room.saturating_sub(1);
				return again.then(|| Sweep::new(&account, kind));
			};
			if *room == 0 {
				return Some(Sweep { account, kind, after, again });
			}
			*room = room.saturating_sub(1);
			let told =
				with_storage_layer(|| Self::doubt_unless_firm(&holder, kind, &account, &cover));
			again |= told.is_err();
			after = Some(holder);
		}
	}

	/// `cover`: of the vault that the right is in.
	fn doubt_unless_firm(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
		cover: &Cover,
	) -> DispatchResult {
		let right = Rights::<T>::get((holder, kind, account)).ok_or(Error::<T>::NoRight)?;
		match cover.is_firm(&right) {
			true => Ok(()),
			false => Self::doubt(holder, kind, account),
		}
	}

	/// A right is in a vault that has too little: its holder opens nothing on the kind.
	pub(crate) fn doubt(
		holder: &MarginAccountId,
		kind: CollateralId,
		account: &MarginAccountId,
	) -> DispatchResult {
		let known = Self::edit_right(holder, kind, account, |right| {
			Some(core::mem::replace(&mut right.doubted, true))
		})?;
		if !known {
			Self::edit_cover(holder, kind, |cover| {
				cover.doubts = cover.doubts.checked_add(1)?;
				Some(())
			})?;
			let (account, holder) = (account.clone(), holder.clone());
			Self::deposit_event(Event::Doubted { account, kind, holder });
		}
		Self::reimpair(holder, kind)
	}

	/// Each right is found from its vault. Of a vault that is short none counts for opening that was not cut to its
	/// share, but while it is looked at. An account has no right to its own vault, unless that is breached or it is
	/// on its way out.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn try_state_doubts() -> Result<(), sp_runtime::TryRuntimeError> {
		use frame_support::ensure;
		use straddle_traits::RemoteLots;
		let sweeps = Sweeps::<T>::get();
		let mut rights = 0usize;
		for ((holder, kind, account), right) in Rights::<T>::iter() {
			rights = rights.saturating_add(1);
			let known = Holders::<T>::contains_key((&account, kind, &holder));
			ensure!(known, "holders: one is missing");
			let cover = Covers::<T>::get(&account, kind).unwrap_or_default();
			let leaves = cover.delivery.as_ref().map_or(0, |out| out.claimed_by(&holder));
			let own = holder == account && !Self::is_breached(&account, kind);
			ensure!(!own || right.amount == leaves, "rights: one to its own vault");
			let waits = sweeps.is_full() || sweeps.iter().any(|sweep| sweep.is_of(&account, kind));
			if waits || cover.is_firm(&right) || !Self::is_short(&account, kind) {
				continue;
			}
			ensure!(right.doubted, "doubts: a right in a short vault");
			let counts = right.counted() > 0 && T::Lots::owner(&holder).is_some();
			let impaired = T::Lots::is_impaired(&holder, kind);
			ensure!(
				!counts || impaired,
				"invariant 4: a right in a short vault counts for opening"
			);
		}
		ensure!(Holders::<T>::iter_keys().count() == rights, "holders: of no right");
		Ok(())
	}
}
