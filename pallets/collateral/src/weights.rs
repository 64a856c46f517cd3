// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet-collateral`.
//!
//! Written by hand: upper estimates from counted reads and writes and maximum encoded lengths.
//! `make weights` will replace this file by measured ones.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of the calls and of the block work.
pub trait WeightInfo {
	/// `deposit`.
	fn deposit() -> Weight;
	/// `sweep`.
	fn sweep() -> Weight;
	/// `withdraw`, with a portfolio of the largest size.
	fn withdraw() -> Weight;
	/// `recover`.
	fn recover() -> Weight;
	/// `list_asset`.
	fn list_asset() -> Weight;
	/// `set_weights`.
	fn set_weights() -> Weight;
	/// `set_cap`.
	fn set_cap() -> Weight;
	/// `pause`.
	fn pause() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// Reading the queue of arrivals and the list of kinds, and writing the queue.
	fn pending_base() -> Weight;
	/// One kind of one queued account.
	fn pending_step() -> Weight;
}

/// One small map entry: its own bytes and the trie nodes that lead to it.
const ITEM: u64 = 2_700;
/// One margin account at its largest (DESIGN.md 4) with the trie nodes that lead to it.
const ACCOUNT: u64 = 40_000;
/// Token transfer: asset and two balances, two system accounts; each read and written.
const TRANSFER: (u64, u64) = (5, 5);
/// Prices and surfaces that a valuation of the largest portfolio may read.
const VALUATION: u64 = 100;
/// A margin check of the largest portfolio, in picoseconds.
const CHECK: u64 = 20_000_000_000;

fn cost(db: RuntimeDbWeight, time: u64, proof: u64, reads: u64, writes: u64) -> Weight {
	Weight::from_parts(time, proof).saturating_add(db.reads_writes(reads, writes))
}

fn items(count: u64) -> u64 {
	count.saturating_mul(ITEM)
}

/// A credit: kind, total, account, token.
fn credit(db: RuntimeDbWeight) -> Weight {
	let reads = TRANSFER.0.saturating_add(5);
	let writes = TRANSFER.1.saturating_add(3);
	cost(db, 150_000_000, items(reads).saturating_add(ACCOUNT), reads, writes)
}

fn withdrawal(db: RuntimeDbWeight) -> Weight {
	let reads = TRANSFER.0.saturating_add(6).saturating_add(VALUATION);
	let writes = TRANSFER.1.saturating_add(3);
	cost(db, CHECK, items(reads).saturating_add(ACCOUNT), reads, writes)
}

fn recovery(db: RuntimeDbWeight) -> Weight {
	let reads = TRANSFER.0.saturating_add(3);
	cost(db, 100_000_000, items(reads).saturating_add(ACCOUNT), reads, TRANSFER.1)
}

fn listing(db: RuntimeDbWeight) -> Weight {
	cost(db, 60_000_000, items(5), 5, 3)
}

fn change(db: RuntimeDbWeight) -> Weight {
	cost(db, 30_000_000, items(3), 3, 1)
}

fn queue(db: RuntimeDbWeight) -> Weight {
	cost(db, 30_000_000, items(4), 2, 1)
}

macro_rules! all_on {
	($db:expr) => {
		fn deposit() -> Weight {
			credit($db)
		}
		fn sweep() -> Weight {
			credit($db)
		}
		fn withdraw() -> Weight {
			withdrawal($db)
		}
		fn recover() -> Weight {
			recovery($db)
		}
		fn list_asset() -> Weight {
			listing($db)
		}
		fn set_weights() -> Weight {
			change($db)
		}
		fn set_cap() -> Weight {
			change($db)
		}
		fn pause() -> Weight {
			change($db)
		}
		fn resume() -> Weight {
			change($db)
		}
		fn pending_base() -> Weight {
			queue($db)
		}
		fn pending_step() -> Weight {
			credit($db)
		}
	};
}

/// With the database's weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	all_on!(T::DbWeight::get());
}

impl WeightInfo for () {
	all_on!(RocksDbWeight::get());
}
