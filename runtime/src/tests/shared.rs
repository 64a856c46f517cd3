// SPDX-License-Identifier: GPL-3.0-or-later

//! What blocks are charged for what their transactions share (ADR 45).

use crate::*;
use frame_support::{
	traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys},
	weights::Weight,
};
use std::collections::BTreeSet;

/// Bytes of the nodes above an item, as the bencher counts them.
const VALUE_PATH: u64 = 15 * 33;
const MAP_PATH: u64 = 5 * VALUE_PATH;
/// What one more item below the prefix of a map adds: at most a branch, its head and two hashes.
const BRANCH: u64 = 33 + 2 * 33;

fn info_of<'a>(all: &'a [StorageInfo], key: &[u8]) -> Option<&'a StorageInfo> {
	all.iter().find(|info| key.starts_with(&info.prefix))
}

/// Reads, writes and bytes of proof of all that the bencher leaves out.
fn left_out() -> (u64, u64, u64) {
	let all = AllPalletsWithSystem::storage_info();
	let bytes = |key: &[u8]| -> u64 {
		// What the SDK has without a bound (events, the digest) no block finds anything of.
		info_of(&all, key).and_then(|info| info.max_size).unwrap_or(0).into()
	};
	let of_sdk = AllPalletsWithSystem::whitelisted_storage_keys();
	let (mut reads, mut writes, mut proof) = (0, 0, 0);
	for tracked in &of_sdk {
		assert_eq!(tracked.key.len(), 32, "a key of a map has no bound: {:?}", tracked.key);
		reads += 1;
		writes += 1;
		proof += VALUE_PATH + bytes(&tracked.key);
	}
	for items in shared::items() {
		let most = u64::from(items.most);
		let key = &items.keys[0];
		reads += most;
		writes += if items.written { most } else { 0 };
		let is_map = key.len() > 32;
		let path = if is_map { MAP_PATH + most * BRANCH } else { VALUE_PATH };
		proof += path + most * bytes(key);
	}
	(reads, writes, proof)
}

#[test]
fn a_block_is_charged_for_all_that_the_bencher_leaves_out() {
	let (reads, writes, proof) = left_out();
	assert_eq!((shared::READS, shared::WRITES), (reads, writes));
	assert!((proof..proof + 10_000).contains(&shared::PROOF), "{proof}");
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	assert!(shared::weight().all_lte(weights.base_block));
	// Some hundredths of a block, which are paid back by the first dozens of its trades.
	assert!(weights.base_block.all_lte(system::percent_of_block(5)), "{}", weights.base_block);
	let database = <Runtime as frame_system::Config>::DbWeight::get();
	let alone = database.reads_writes(shared::READS, shared::WRITES);
	assert_eq!(shared::weight(), alone.saturating_add(Weight::from_parts(0, shared::PROOF)));
}

#[test]
fn nothing_else_is_left_out() {
	let all = AllPalletsWithSystem::storage_info();
	let mut known = BTreeSet::new();
	for items in shared::items() {
		let first = &items.keys[0];
		let prefix = &first[..first.len().min(32)];
		for key in &items.keys {
			assert!(known.insert(key.clone()), "twice: {key:?}");
			// Of one map, or a value that is one item.
			assert!(key.starts_with(prefix) && (key.len() > 32 || items.keys.len() == 1));
		}
		assert!(items.keys.len() as u32 >= items.most);
		assert!(info_of(&all, first).is_some_and(|info| info.max_size.is_some()), "{prefix:?}");
	}
	for tracked in AllPalletsWithSystem::whitelisted_storage_keys() {
		known.insert(tracked.key);
	}
	let listed = shared::whitelist().into_iter().map(|tracked| tracked.key).collect::<Vec<_>>();
	assert_eq!(listed.len(), known.len());
	assert!(listed.into_iter().all(|key| known.contains(&key)));
}
