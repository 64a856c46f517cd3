// SPDX-License-Identifier: GPL-3.0-or-later

//! The feeder's worker: ask the venues, sign, submit. Nothing it says is believed without a
//! signature and a quorum.
//!
//! Two batches on two clocks, each claimed once by a node and under a lock of its own, so that an option
//! book that hangs keeps nobody from the next round's prices: [`prices`] once a round, [`smiles`] once
//! a surface round.

pub mod book;
pub mod decimal;
pub mod health;
pub mod http;
pub mod prices;
pub mod smiles;
pub mod sources;
pub mod venues;

pub use prices::combine;
pub use sources::is_url;

use crate::{crypto::AuthorityId, *};
use alloc::vec::Vec;
use frame_support::traits::Time;
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use sp_application_crypto::RuntimeAppPublic;
use sp_core::offchain::Duration;
use sp_runtime::offchain::{
	storage::{StorageRetrievalError, StorageValueRef},
	storage_lock::{StorageLock, Time as WallTime},
};

/// Local storage: one exchange's base URL is under this and its name. Plain bytes of the URL.
pub const URL_KEY: &str = "straddle::oracle::url::";
/// Local storage: the base URL of all exchanges, each under a path of its name. Plain bytes.
pub const BASE_KEY: &str = "straddle::oracle::base";
/// Local storage: what a venue calls a symbol of the chain's feeds is under this, the venue's name,
/// `::` and the symbol. Plain bytes.
pub const SYMBOL_KEY: &str = "straddle::oracle::symbol::";
/// Local storage: the last round that this node asked the venues for.
pub const ROUND_KEY: &[u8] = b"straddle::oracle::round";
/// Local storage: held while a worker collects prices.
pub const LOCK_KEY: &[u8] = b"straddle::oracle::lock";
/// Local storage: the last surface round that this node asked for option books.
pub const SURFACE_ROUND_KEY: &[u8] = b"straddle::oracle::surface::round";
/// Local storage: held while a worker collects smiles.
pub const SURFACE_LOCK_KEY: &[u8] = b"straddle::oracle::surface::lock";
/// How long a worker that died keeps the others out.
const LOCK_MS: u64 = 30_000;

/// Report this round's prices and this surface round's smiles, as far as this node is a feeder and has
/// not done so.
pub fn run<T: Config>(block: BlockNumberFor<T>) {
	let now = T::Time::now();
	if now == 0 {
		return;
	}
	let params = Parameters::<T>::get();
	let prices = prices::run::<T>(block, now, &params);
	smiles::run::<T>(block, now, &params, &prices);
}

/// The feeders whose keys this node holds.
pub(crate) fn held_keys<T: Config>() -> Vec<(u16, AuthorityId)> {
	let feeders = Pallet::<T>::feeder_keys();
	if feeders.is_empty() {
		return Vec::new();
	}
	let held = AuthorityId::all();
	let mine = feeders.into_iter().enumerate().filter(|(_, feeder)| held.contains(feeder));
	mine.map(|(index, feeder)| (index as u16, feeder)).collect()
}

/// Do `work` if no other worker is at it and this is the first of its round. Forks and quick blocks ask
/// only once.
fn once<R>(
	round: u64,
	lock_key: &'static [u8],
	round_key: &'static [u8],
	work: impl FnOnce() -> R,
) -> Option<R> {
	let mut lock = StorageLock::<WallTime>::with_deadline(lock_key, Duration::from_millis(LOCK_MS));
	let Ok(_guard) = lock.try_lock() else {
		log::debug!(target: LOG_TARGET, "round {round}: another worker is at it");
		return None;
	};
	let stored = StorageValueRef::persistent(round_key);
	let claimed = stored.mutate(|last: Result<Option<u64>, StorageRetrievalError>| match last {
		Ok(Some(last)) if last == round => Err(()),
		_ => Ok(round),
	});
	if claimed.is_err() {
		log::debug!(target: LOG_TARGET, "round {round}: the venues have been asked");
		return None;
	}
	Some(work())
}

/// Hand a call to the pool. `what` says whose and of which round it is.
fn submit<T: Config>(call: Call<T>, what: &str) {
	let transaction = T::create_authorized_transaction(call.into());
	match SubmitTransaction::<T, Call<T>>::submit_transaction(transaction) {
		Ok(()) => log::debug!(target: LOG_TARGET, "{what}: submitted"),
		Err(()) => log::warn!(target: LOG_TARGET, "{what}: the pool refused it"),
	}
}
