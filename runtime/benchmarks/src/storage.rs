// SPDX-License-Identifier: GPL-3.0-or-later

//! What a read and a write of the state cost where a block is validated: against a proof, in this
//! blob, with the cache and the recorder of `validate_block`. The SDK's `benchmark storage --mode
//! validate-block` does the same in a blob of its own (docs/performance.md, "The database's weights").

use alloc::vec::Vec;
use core::hint::black_box;
use cumulus_pallet_parachain_system::validate_block::{
	trie_cache::CacheProvider, trie_recorder::SizeOnlyRecorderProvider,
};
use sp_core::{storage::StateVersion, H256};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{Backend, TrieBackendBuilder};
use sp_trie::StorageProof;

// Reads `keys` of a state of which `proof` is a part, and gives each of `changes` its value and computes
// the new root. Without `touch` neither. What the proof lacks traps.
sp_core::wasm_export_functions! {
	fn access_storage(
		root: H256,
		proof: StorageProof,
		keys: Vec<Vec<u8>>,
		changes: Vec<(Vec<u8>, Vec<u8>)>,
		touch: bool,
	) -> u32 {
		let db = proof.into_memory_db::<BlakeTwo256>();
		let backend = TrieBackendBuilder::new_with_cache(db, root, CacheProvider::new())
			.with_recorder(SizeOnlyRecorderProvider::<BlakeTwo256>::default())
			.build();
		if !touch {
			return 0;
		}
		for key in &keys {
			let value = backend.storage(key).expect("the proof is whole");
			black_box(value.expect("the key exists"));
		}
		if !changes.is_empty() {
			let delta = changes.iter().map(|(key, value)| (&key[..], Some(&value[..])));
			black_box(backend.storage_root(delta, StateVersion::V1).0);
		}
		keys.len().saturating_add(changes.len()) as u32
	}
}
