// SPDX-License-Identifier: GPL-3.0-or-later

//! Which intents are gone and which are filled in part. The only place that writes `IntentNonces` and
//! `PartialFills`.
//!
//! What is kept of an account is its floor and a bit for each of the 512 nonces from the floor's word on.
//! So it is bounded, and nothing that was filled or cancelled ever lives again: not after the deadline,
//! not with another intent of the same nonce.

use super::*;
use sp_runtime::ArithmeticError::Overflow;

/// How much of an intent is filled so far.
///
/// # Errors
/// It is gone: `IntentSpent`, `IntentVoid`, `NonceTooFar`, or `NonceTaken` by another intent.
pub(crate) fn filled<T: Config>(intent: &Intent, id: IntentId) -> Result<u64, DispatchError> {
	filled_of::<T>(&intent.account, intent.nonce, id)
}

/// The same of an intent that is known by its account, nonce and hash.
///
/// # Errors
/// As [`filled`].
pub(crate) fn filled_of<T: Config>(
	account: &MarginAccountId,
	nonce: u64,
	id: IntentId,
) -> Result<u64, DispatchError> {
	ensure_live::<T>(&IntentNonces::<T>::get(account), nonce)?;
	match PartialFills::<T>::get(account, nonce) {
		None => Ok(0),
		Some(partial) => {
			ensure!(partial.id == id, Error::<T>::NonceTaken);
			Ok(partial.filled)
		},
	}
}

fn ensure_live<T: Config>(nonces: &Nonces, nonce: u64) -> DispatchResult {
	match nonces.state(nonce) {
		NonceState::Live => Ok(()),
		NonceState::Spent => Err(Error::<T>::IntentSpent.into()),
		NonceState::Void => Err(Error::<T>::IntentVoid.into()),
		NonceState::TooFar => Err(Error::<T>::NonceTooFar.into()),
	}
}

/// Fill so much more of an intent of which `filled` is filled. Returns how much is now.
///
/// # Errors
/// It does not fit.
pub(crate) fn fill<T: Config>(
	intent: &Intent,
	id: IntentId,
	filled: u64,
	size: u64,
) -> Result<u64, DispatchError> {
	let filled = filled.checked_add(size).ok_or(Overflow)?;
	if filled < intent.max_size {
		let partial = PartialFill { id, filled, deadline: intent.deadline };
		PartialFills::<T>::insert(&intent.account, intent.nonce, partial);
	} else {
		IntentNonces::<T>::mutate(&intent.account, |nonces| nonces.spend(intent.nonce));
		PartialFills::<T>::remove(&intent.account, intent.nonce);
	}
	Ok(filled)
}

/// Use up nonces.
///
/// # Errors
/// One of them is gone already, or too far ahead.
pub(crate) fn cancel<T: Config>(account: &MarginAccountId, cancelled: &[u64]) -> DispatchResult {
	IntentNonces::<T>::try_mutate(account, |nonces| {
		for nonce in cancelled {
			ensure_live::<T>(nonces, *nonce)?;
			nonces.spend(*nonce);
			PartialFills::<T>::remove(account, nonce);
		}
		Ok(())
	})
}

/// Use up all nonces below a floor; without one, all that may have been signed. Returns the floor.
///
/// # Errors
/// `FloorNotHigher`.
pub(crate) fn cancel_below<T: Config>(
	account: &MarginAccountId,
	floor: Option<u64>,
) -> Result<u64, DispatchError> {
	IntentNonces::<T>::try_mutate(account, |nonces| {
		let before = nonces.floor;
		match floor {
			Some(floor) => nonces.raise(floor),
			None => nonces.void(),
		}
		ensure!(nonces.floor > before, Error::<T>::FloorNotHigher);
		Ok(nonces.floor)
	})
}

/// Void whatever the account signed.
pub(crate) fn void<T: Config>(account: &MarginAccountId) {
	IntentNonces::<T>::mutate(account, Nonces::void);
}

/// Forget parts of intents that can be filled no more.
///
/// # Errors
/// `NotOver` if one can, or nothing is known of it.
pub(crate) fn prune<T: Config>(account: &MarginAccountId, over: &[u64]) -> DispatchResult {
	let now = T::Time::now();
	IntentNonces::<T>::try_mutate(account, |nonces| {
		for nonce in over {
			let partial = PartialFills::<T>::take(account, nonce).ok_or(Error::<T>::NotOver)?;
			let gone = nonces.state(*nonce) == NonceState::Void;
			ensure!(gone || partial.deadline < now, Error::<T>::NotOver);
			nonces.spend(*nonce);
		}
		Ok(())
	})
}
