// SPDX-License-Identifier: GPL-3.0-or-later

//! The collator's worker: flags accounts that fail and, where its operator said so, bids. It starts
//! nothing that anyone could not start, and all that it says is proved again on chain.
//!
//! The ladder starts auctions by itself; the worker covers what its budget left and what it cannot see.
//! So there is no list of accounts to watch: it walks over all of them, round and round, as far as a
//! time allows in each block ([`flags`]), and tries first what it is about to send.
//!
//! What it simulates stays in this run: a worker's changes of the chain's state are dropped.

pub mod bids;
pub mod flags;
pub mod settings;
pub mod waiting;

use crate::{Call, Config};
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use sp_core::offchain::{Duration, Timestamp};
use sp_runtime::{
	offchain::storage_lock::{StorageLock, Time},
	traits::UniqueSaturatedInto,
};
use straddle_traits::FeederKeys;

/// The target under which the worker logs.
pub const LOG_TARGET: &str = "liquidation";
/// Local storage: held while a worker is at it.
pub const LOCK_KEY: &[u8] = b"straddle::liquidation::lock";
/// How long a worker that died keeps the others out.
const LOCK_MS: u64 = 10_000;
/// How long a block's worker looks for accounts that fail.
pub const FLAG_MS: u64 = 1_500;
/// How long it looks for something to bid on.
pub const BID_MS: u64 = 1_000;

/// Flag and bid on the state of this block, if no other worker of this node is at it.
pub fn run<T: Config>(block: BlockNumberFor<T>) {
	let places = T::Feeders::held();
	let bidder = settings::bidder::<T>();
	if places.is_empty() && bidder.is_none() {
		return;
	}
	let mut lock = StorageLock::<Time>::with_deadline(LOCK_KEY, Duration::from_millis(LOCK_MS));
	let Ok(_guard) = lock.try_lock() else {
		log::debug!(target: LOG_TARGET, "another worker is at it");
		return;
	};
	let block = block.unique_saturated_into();
	if !places.is_empty() {
		flags::run::<T>(block, &places, Deadline::after(FLAG_MS));
	}
	if let Some(bidder) = bidder {
		bids::run::<T>(block, &bidder, Deadline::after(BID_MS));
	}
}

/// When a search ends, by the node's clock.
#[derive(Clone, Copy)]
pub struct Deadline(Timestamp);

impl Deadline {
	/// So many milliseconds from now.
	pub fn after(ms: u64) -> Self {
		Self(sp_io::offchain::timestamp().add(Duration::from_millis(ms)))
	}

	/// Whether it is past.
	pub fn is_past(&self) -> bool {
		sp_io::offchain::timestamp() > self.0
	}
}

/// Hand a transaction to the pool.
fn submit<T: Config>(
	transaction: <T as frame_system::offchain::CreateTransactionBase<Call<T>>>::Extrinsic,
) -> Result<(), ()> {
	SubmitTransaction::<T, Call<T>>::submit_transaction(transaction)
}
