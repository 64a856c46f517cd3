// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Tails`: what the dampeners leave out of the tails of each owner's accounts. It counts
//! for an owner and not for an account, or splitting a portfolio would evade it (RISK.md 1, level 5).

use super::*;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::Wad;

/// Of an account whose positions changed without a valuation.
pub(crate) const UNKNOWN: u128 = u128::MAX;

/// Sum over the owner's accounts but this one, in USD; `None` while one of them is not known.
pub(crate) fn others<T: Config>(account: &MarginAccount) -> Result<Option<Wad>, DispatchError> {
	let tails = Tails::<T>::get(&account.owner);
	let own = account.number();
	let mut sum = 0_u128;
	for (_, tail) in tails.iter().filter(|(number, _)| *number != own) {
		if *tail == UNKNOWN {
			return Ok(None);
		}
		sum = sum.checked_add(*tail).ok_or(Overflow)?;
	}
	Ok(Some(Wad::try_from(sum).map_err(|_| Overflow)?))
}

/// Of all owners, by account, whose is not zero. Not for a dispatch: there is no bound to it.
pub(crate) fn all<T: Config>() -> impl Iterator<Item = (AccountId32, MarginAccountId, u128)> {
	Tails::<T>::iter().flat_map(|(owner, tails)| {
		tails.into_iter().map(move |((founder, index), tail)| {
			let id = Pallet::<T>::id_of(founder.as_ref().unwrap_or(&owner), index);
			(owner.clone(), id, tail)
		})
	})
}

/// Remember an account's as it was valued, in USD.
pub(crate) fn file<T: Config>(account: &MarginAccount, tail: Wad) -> DispatchResult {
	store::<T>(account, tail.max(0).unsigned_abs())
}

/// Positions changed and nobody valued the account: its tails are not known any more.
pub(crate) fn forget<T: Config>(account: &MarginAccount) -> DispatchResult {
	match account.mode {
		MarginMode::Standard => Ok(()),
		MarginMode::Portfolio if account.positions.is_empty() => store::<T>(account, 0),
		MarginMode::Portfolio => store::<T>(account, UNKNOWN),
	}
}

/// Nothing is kept of one that is zero.
fn store<T: Config>(account: &MarginAccount, tail: u128) -> DispatchResult {
	let (owner, number) = (&account.owner, account.number());
	let stored = Tails::<T>::get(owner);
	let place = stored.binary_search_by(|(other, _)| other.cmp(&number));
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
		Err(place) => tails.insert(place, (number, tail)),
	}
	let tails = OwnerTails::try_from(tails).map_err(|_| Error::<T>::TooManyAccounts)?;
	match tails.is_empty() {
		true => Tails::<T>::remove(owner),
		false => Tails::<T>::insert(owner, tails),
	}
	Ok(())
}
