// SPDX-License-Identifier: GPL-3.0-or-later

//! How large a proof is and how long it takes natively, in a state as large as a live chain's: printed for
//! docs/performance.md and held against nothing but the bounds.
//! `cargo test -p pallet-remote-vault figures -- --ignored --nocapture`

use super::tries::*;
use crate::{
	proof::{self, storage_key},
	Holding,
};
use codec::Encode;
use sp_core::storage::StateVersion;
use sp_runtime::AccountId32;
use std::{collections::BTreeMap, time::Instant};

/// Accounts of each kind.
const ACCOUNTS: u32 = 100_000;
/// Pallets and what each keeps besides.
const PALLETS: u32 = 64;
const ITEMS: u32 = 16;

fn account(n: u32) -> AccountId32 {
	AccountId32::new(sp_crypto_hashing::blake2_256(&n.to_le_bytes()))
}

fn holding(kind: u32, n: u32) -> Holding {
	match kind {
		0 => Holding::Native,
		// Nine in ten have the same.
		1 => Holding::Asset(if n.is_multiple_of(10) { n % 1_000 } else { 1984 }),
		_ => Holding::Foreign(vec![2, 2, 9, (n % 100) as u8].try_into().unwrap()),
	}
}

#[test]
#[ignore = "prints figures"]
fn figures() {
	let mut values = BTreeMap::new();
	for n in 0..ACCOUNTS {
		for kind in 0..3 {
			let value = if kind == 0 { native(n.into(), 0, 0) } else { asset(n.into(), 0) };
			values.insert(storage_key(&holding(kind, n), &account(n)), value);
		}
	}
	for pallet in 0..PALLETS {
		// The items beside `System.Account` and its like, and other pallets.
		let name = match pallet {
			0 => "System".into(),
			1 => "Assets".into(),
			2 => "ForeignAssets".into(),
			_ => format!("Pallet{pallet}"),
		};
		for item in 0..ITEMS {
			let item = format!("Item{item}");
			let key = frame_support::storage::storage_prefix(name.as_bytes(), item.as_bytes());
			values.insert(key.to_vec(), vec![7; 40]);
		}
	}
	let state = State::new(StateVersion::V1, values);
	for kind in 0..3 {
		let of = |n: u32| storage_key(&holding(kind, n), &account(n));
		let proofs: Vec<_> = (0..1_000).map(|n| (n, state.sent(&of(n * 97 % ACCOUNTS)))).collect();
		let nodes = proofs.iter().map(|(_, nodes)| nodes.len());
		// All that the call has of it.
		let bytes = proofs.iter().map(|(_, nodes)| nodes.encoded_size() as u32);
		let begin = Instant::now();
		for (n, nodes) in &proofs {
			let n = n * 97 % ACCOUNTS;
			let held = proof::held(&state.root, &holding(kind, n), &account(n), nodes);
			assert_eq!(held, Ok(n.into()));
		}
		println!(
			"{:?}: {:.1} nodes (most {}), {} bytes (most {}), {:.1} µs",
			holding(kind, 1),
			nodes.clone().sum::<usize>() as f64 / 1_000.0,
			nodes.max().unwrap(),
			bytes.clone().sum::<u32>() / 1_000,
			bytes.max().unwrap(),
			begin.elapsed().as_secs_f64() * 1_000.0,
		);
	}
}
