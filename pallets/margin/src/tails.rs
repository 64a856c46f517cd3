// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Tails`: what the dampeners leave out of the tails of each owner's accounts. It counts
//! for an owner and not for an account, or splitting a portfolio would evade it (RISK.md 1, level 5).

use super::*;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::Wad;

/// Sum over the owner's accounts but one, in USD.
pub(crate) fn others<T: Config>(owner: &AccountId32, index: u32) -> Result<Wad, DispatchError> {
	let tails = Tails::<T>::get(owner);
	let mut others = tails.iter().filter(|(account, _)| *account != index);
	let sum = others.try_fold(0_u128, |sum, (_, tail)| sum.checked_add(*tail));
	Ok(sum.and_then(|sum| Wad::try_from(sum).ok()).ok_or(Overflow)?)
}

/// Remember an account's, in USD; nothing of it is kept if it is zero.
pub(crate) fn file<T: Config>(owner: &AccountId32, index: u32, tail: Wad) -> DispatchResult {
	let tail = tail.max(0).unsigned_abs();
	let stored = Tails::<T>::get(owner);
	let place = stored.binary_search_by_key(&index, |(account, _)| *account);
	let known = place.ok().and_then(|place| stored.get(place)).map_or(0, |(_, tail)| *tail);
	if known == tail {
		return Ok(());
	}
	let mut tails = stored.into_inner();
	match place {
		Ok(place) if tail == 0 => {
			tails.remove(place);
		},
		Ok(place) => {
			if let Some((_, stored)) = tails.get_mut(place) {
				*stored = tail;
			}
		},
		Err(place) => tails.insert(place, (index, tail)),
	}
	let tails = OwnerTails::try_from(tails).map_err(|_| Error::<T>::TooManyAccounts)?;
	match tails.is_empty() {
		true => Tails::<T>::remove(owner),
		false => Tails::<T>::insert(owner, tails),
	}
	Ok(())
}
