// SPDX-License-Identifier: GPL-3.0-or-later

//! What the dampeners leave out of the tails of an owner's accounts. It counts for an owner and not for
//! an account, or splitting a portfolio would evade it (RISK.md 1, level 5).
//!
//! Each account has its own in its own item, and knows whether its owner has others. Who has one account
//! needs no more than that; of who has several, `Tails` lists all that are not zero (ADR 18). The only
//! place that writes `Tails`, and with it an account's `tail` and `siblings`.

use super::*;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::Wad;

/// Of an account whose positions changed without a valuation.
pub(crate) const UNKNOWN: u128 = u128::MAX;

/// Sum over the owner's accounts but this one, in USD; `None` while one of them is not known.
pub(crate) fn others<T: Config>(account: &MarginAccount) -> Result<Option<Wad>, DispatchError> {
	if !account.siblings {
		return Ok(Some(0));
	}
	let own = account.number();
	let mut sum = 0_u128;
	for (number, tail) in Tails::<T>::get(&account.owner) {
		if number == own {
			continue;
		}
		if tail == UNKNOWN {
			return Ok(None);
		}
		sum = sum.checked_add(tail).ok_or(Overflow)?;
	}
	Ok(Some(Wad::try_from(sum).map_err(|_| Overflow)?))
}

/// Of all owners, by account, whose is not zero. Not for a dispatch: there is no bound to it.
pub(crate) fn all<T: Config>() -> impl Iterator<Item = (AccountId32, MarginAccountId, u128)> {
	let all = Accounts::<T>::iter().filter(|(_, account)| account.tail.0 > 0);
	all.map(|(id, account)| (account.owner, id, account.tail.0))
}

/// Remember an account's as it was valued, in USD.
pub(crate) fn file<T: Config>(account: &mut MarginAccount, tail: Wad) -> DispatchResult {
	keep::<T>(account, tail.max(0).unsigned_abs())
}

/// Positions changed and nobody valued the account: its tails are not known any more.
pub(crate) fn forget<T: Config>(account: &mut MarginAccount) -> DispatchResult {
	match account.mode {
		MarginMode::Standard => Ok(()),
		MarginMode::Portfolio if account.positions.is_empty() => keep::<T>(account, 0),
		MarginMode::Portfolio => keep::<T>(account, UNKNOWN),
	}
}

/// The only account of its owner gets company, or is left alone.
pub(crate) fn relate<T: Config>(account: &mut MarginAccount, siblings: bool) -> DispatchResult {
	account.siblings = siblings;
	if siblings {
		return list::<T>(account);
	}
	Tails::<T>::remove(&account.owner);
	Ok(())
}

fn keep<T: Config>(account: &mut MarginAccount, tail: u128) -> DispatchResult {
	if account.tail.0 == tail {
		return Ok(());
	}
	account.tail.0 = tail;
	match account.siblings {
		true => list::<T>(account),
		false => Ok(()),
	}
}

/// Have the owner's list say what the account says; nothing is in it of a tail that is zero.
fn list<T: Config>(account: &MarginAccount) -> DispatchResult {
	let (number, tail) = (account.number(), account.tail.0);
	Tails::<T>::try_mutate_exists(&account.owner, |stored| {
		let mut tails = stored.take().unwrap_or_default().into_inner();
		tails.retain(|(other, _)| *other != number);
		if tail > 0 {
			let place = tails.partition_point(|(other, _)| *other < number);
			tails.insert(place, (number, tail));
		}
		if !tails.is_empty() {
			let tails = OwnerTails::try_from(tails).map_err(|_| Error::<T>::TooManyAccounts)?;
			*stored = Some(tails);
		}
		Ok(())
	})
}
