// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet-remote-vault`.
//!
//! Written by hand: upper estimates from counted reads and writes and maximum encoded lengths.
//! `make weights` will replace this file by measured ones.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of the calls.
pub trait WeightInfo {
	/// `set_source` with so many codes and deposits.
	fn set_source(codes: u32, deposits: u32) -> Weight;
}

/// One source at its largest, and the trie nodes that lead to it.
const SOURCE: u64 = 3_500;

fn set_source(db: RuntimeDbWeight, codes: u32, deposits: u32) -> Weight {
	let items = u64::from(codes).saturating_add(deposits.into());
	let time = items.saturating_mul(500_000).saturating_add(30_000_000);
	Weight::from_parts(time, SOURCE).saturating_add(db.reads_writes(1, 1))
}

/// With the database's weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_source(codes: u32, deposits: u32) -> Weight {
		set_source(T::DbWeight::get(), codes, deposits)
	}
}

impl WeightInfo for () {
	fn set_source(codes: u32, deposits: u32) -> Weight {
		set_source(RocksDbWeight::get(), codes, deposits)
	}
}
