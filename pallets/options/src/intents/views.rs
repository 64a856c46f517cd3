// SPDX-License-Identifier: GPL-3.0-or-later

//! What the view functions answer.

use super::*;
use checks::{check, Reader};
use frame_support::storage::{with_transaction, TransactionOutcome};

/// Look at each intent, then settle all and take it back.
pub(crate) fn report<T: Config>(submitter: AccountId32, set: &[IntentFill]) -> IntentReport {
	let tried = with_transaction(|| {
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(attempt::<T>(&submitter, set)))
	});
	let failed = |error| IntentReport {
		intents: vec![None; set.len()],
		together: Some(error),
		cash: Vec::new(),
	};
	tried.and_then(|report| report).unwrap_or_else(failed)
}

fn attempt<T: Config>(
	submitter: &AccountId32,
	set: &[IntentFill],
) -> Result<IntentReport, DispatchError> {
	let (mut reader, mut met) = (Reader::<T>::new()?, Met::default());
	let mut one = |fill| check(&mut reader, submitter, set, fill, &mut met).err();
	let mut intents = set.iter().map(&mut one).collect::<Vec<_>>();
	let (mut together, mut cash) = (None, Vec::new());
	if intents.iter().all(Option::is_none) {
		match settle::settle::<T>(submitter, set, &mut Met::default()) {
			Ok(changes) => cash = changes,
			Err(Refused { error, entry }) => {
				match entry.and_then(|nth| intents.get_mut(nth)) {
					Some(fault) => *fault = Some(error),
					None => together = Some(error),
				};
			},
		}
	}
	Ok(IntentReport { intents, together, cash })
}

/// Floor, next free nonce and parts of an account.
pub(crate) fn nonces_of<T: Config>(account: &MarginAccountId) -> NonceView {
	let nonces = IntentNonces::<T>::get(account);
	let mut partial = PartialFills::<T>::iter_prefix(account).collect::<Vec<_>>();
	partial.sort_unstable_by_key(|(nonce, _)| *nonce);
	let floor = nonces.floor;
	let taken = |nonce: &u64| partial.binary_search_by_key(nonce, |(taken, _)| *taken).is_ok();
	let mut range = floor..=floor.saturating_add(u64::from(NONCE_WORDS.saturating_mul(u64::BITS)));
	let next = range.find(|nonce| nonces.state(*nonce) == NonceState::Live && !taken(nonce));
	NonceView { floor, next, partial }
}

/// What the next request costs: some that are over make room first.
pub(crate) fn request_fee<T: Config>() -> Option<Cash> {
	let mut board = OpenRequests::<T>::get();
	board::sweep(&mut board, T::Time::now());
	board::request_fee::<T>(board.open.len()).ok()
}

/// The requests that are open now, the oldest first.
pub(crate) fn open_requests<T: Config>() -> Vec<(RequestId, Request)> {
	let now = T::Time::now();
	let open = OpenRequests::<T>::get().open.into_iter().filter(|line| line.deadline >= now);
	open.filter_map(|line| Some((line.id, Requests::<T>::get(line.id)?))).collect()
}
