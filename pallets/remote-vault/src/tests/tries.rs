// SPDX-License-Identifier: GPL-3.0-or-later

//! States of a source chain as its node has them, and proofs as its node makes them.

use crate::{
	mock::{RemoteVault, Test},
	*,
};
use codec::Encode;
use sp_core::{storage::StateVersion, H256};
use sp_runtime::{traits::BlakeTwo256, AccountId32};
use sp_trie::{read_trie_value, recorder::Recorder, trie_types, LayoutV1, MemoryDB, TrieMut};
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_traits::Anchor;

/// A state.
pub struct State {
	db: MemoryDB<BlakeTwo256>,
	pub root: H256,
	pub values: BTreeMap<Vec<u8>, Vec<u8>>,
	/// The keys again, to choose from.
	pub keys: Vec<Vec<u8>>,
}

impl State {
	pub fn new(version: StateVersion, values: BTreeMap<Vec<u8>, Vec<u8>>) -> Self {
		let (mut db, mut root) = (MemoryDB::default(), H256::zero());
		{
			let mut trie = match version {
				StateVersion::V0 => {
					Box::new(trie_types::TrieDBMutBuilderV0::new(&mut db, &mut root).build())
						as Box<dyn Insert>
				},
				StateVersion::V1 => {
					Box::new(trie_types::TrieDBMutBuilderV1::new(&mut db, &mut root).build())
				},
			};
			values.iter().for_each(|(key, value)| trie.put(key, value));
		}
		let keys = values.keys().cloned().collect();
		Self { db, root, values, keys }
	}

	/// What a node answers to `state_getReadProof`.
	pub fn prove(&self, key: &[u8]) -> Vec<Vec<u8>> {
		let recorder = Recorder::<BlakeTwo256>::default();
		let value = {
			let mut visits = recorder.as_trie_recorder(self.root);
			read_trie_value::<LayoutV1<BlakeTwo256>, _>(
				&self.db,
				&self.root,
				key,
				Some(&mut visits),
				None,
			)
		};
		assert_eq!(value.unwrap().as_ref(), self.values.get(key), "the trie is the model");
		recorder.drain_storage_proof().into_iter_nodes().collect()
	}

	/// The same as the call takes it.
	pub fn sent(&self, key: &[u8]) -> ProofNodes {
		proof::compact(&self.root, &self.prove(key)).expect("it is one path")
	}
}

trait Insert {
	fn put(&mut self, key: &[u8], value: &[u8]);
}

impl<L: sp_trie::TrieLayout> Insert for sp_trie::TrieDBMut<'_, L> {
	fn put(&mut self, key: &[u8], value: &[u8]) {
		self.insert(key, value).unwrap();
	}
}

/// `System.Account`'s entry.
pub fn native(free: u128, reserved: u128, frozen: u128) -> Vec<u8> {
	([0u32, 1, 1, 0], free, reserved, frozen, 1u128 << 127).encode()
}

/// `Assets.Account`'s entry; `status` 0 is liquid.
pub fn asset(balance: u128, status: u8) -> Vec<u8> {
	(balance, status, 1u8).encode()
}

/// A head enters the ring.
pub fn remember_head(source: SourceId, head: Anchor) {
	assert!(RemoteVault::note_head(source, head));
}

/// The vault's key on its source chain.
pub fn vault_key(account: &MarginAccountId, holding: &Holding) -> Vec<u8> {
	proof::storage_key(holding, &vault(account))
}

/// The vault's address.
pub fn vault(account: &MarginAccountId) -> AccountId32 {
	Pallet::<Test>::vault_address(account.clone(), VaultPurpose::Collateral)
}
