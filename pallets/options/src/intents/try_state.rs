// SPDX-License-Identifier: GPL-3.0-or-later

//! What must hold of what is kept of intents and requests.

use super::*;
use alloc::collections::{BTreeMap, BTreeSet};
use sp_runtime::TryRuntimeError;

/// Above this no floor rises.
const LAST_WORD: u64 = u64::MAX - 64;

pub(crate) fn check<T: Config>() -> Result<(), TryRuntimeError> {
	for (_, nonces) in IntentNonces::<T>::iter() {
		let stuck = nonces.spent.first() == Some(&u64::MAX) && nonces.floor <= LAST_WORD;
		ensure!(!stuck, "intents: a floor that should have risen");
	}
	for (account, nonce, partial) in PartialFills::<T>::iter() {
		let state = IntentNonces::<T>::get(&account).state(nonce);
		let known = matches!(state, NonceState::Live | NonceState::Void);
		ensure!(known, "intents: a part of an intent that is gone");
		ensure!(partial.filled > 0, "intents: a part of nothing");
	}
	let board = OpenRequests::<T>::get();
	let mut lines = BTreeMap::new();
	let mut own = BTreeMap::<MarginAccountId, u32>::new();
	for line in board.open {
		ensure!(line.id < board.next, "board: a number that is not given out yet");
		let count = own.entry(line.account.clone()).or_default();
		*count = count.saturating_add(1);
		ensure!(*count <= MAX_OWN_REQUESTS, "board: an account with too many requests");
		let twice = lines.insert(line.id, (line.account, line.deadline)).is_some();
		ensure!(!twice, "board: a request twice");
	}
	let mut known = BTreeMap::new();
	for (id, request) in Requests::<T>::iter() {
		ensure!(request.size > 0, "board: a request for nothing");
		ensure!(ensure_legs(&request.legs).is_ok(), "board: a request's legs make no sense");
		let sorted = request.quotes.is_sorted_by(|a, b| a.limit >= b.limit);
		ensure!(sorted, "board: quotes are not in order");
		let makers = request.quotes.iter().map(|quote| &quote.maker).collect::<BTreeSet<_>>();
		ensure!(makers.len() == request.quotes.len(), "board: a maker twice");
		known.insert(id, (request.account, request.deadline));
	}
	ensure!(known == lines, "board: lines differ from requests");
	Ok(())
}
