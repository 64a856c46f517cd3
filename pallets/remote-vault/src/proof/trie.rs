// SPDX-License-Identifier: GPL-3.0-or-later

//! One key of a state trie by its root and some nodes.
//!
//! The walk is `trie-db`'s own, by which every node of the network reads its state: here are only the nodes
//! that it may look up, by their hashes, and a mark on those that it did. So nothing is taken apart whose
//! hash the root does not vouch for, and no byte of a proof is for nothing.

use super::{compact::whole, ProofError, ProofNode};
use alloc::{boxed::Box, vec::Vec};
use core::cell::Cell;
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;
use sp_trie::{read_trie_value, LayoutV1};
use trie_db::{DBValue, HashDBRef, TrieError};

/// Reads tries of state versions 0 and 1 alike: each node says whether its value or the value's hash lies
/// in it.
type Layout = LayoutV1<BlakeTwo256>;

/// A node that may be looked up.
struct Entry {
	hash: H256,
	node: Vec<u8>,
	used: Cell<bool>,
}

/// The nodes of a proof. They are few: looking through them is faster than any map.
struct Nodes(Vec<Entry>);

impl Nodes {
	fn find(&self, hash: &H256) -> Option<&Entry> {
		self.0.iter().find(|entry| entry.hash == *hash)
	}
}

impl HashDBRef<BlakeTwo256, DBValue> for Nodes {
	fn get(&self, hash: &H256, _: (&[u8], Option<u8>)) -> Option<DBValue> {
		let entry = self.find(hash)?;
		entry.used.set(true);
		Some(entry.node.clone())
	}

	fn contains(&self, hash: &H256, _: (&[u8], Option<u8>)) -> bool {
		self.find(hash).is_some()
	}
}

/// What lies under `key` in the state with this root; `None` if nothing does.
///
/// # Errors
/// All of [`ProofError`] but `BadValue`.
pub fn read(root: &H256, key: &[u8], nodes: &[ProofNode]) -> Result<Option<Vec<u8>>, ProofError> {
	let entry = |(hash, node)| Entry { hash, node, used: Cell::new(false) };
	let known = Nodes(whole(nodes)?.into_iter().map(entry).collect());
	let value = read_trie_value::<Layout, _>(&known, root, key, None, None).map_err(why)?;
	ensure!(known.0.iter().all(|entry| entry.used.get()), ProofError::NodeUnused);
	Ok(value)
}

// As the walk returns it.
#[allow(clippy::boxed_local)]
fn why<Hash, Inner>(error: Box<TrieError<Hash, Inner>>) -> ProofError {
	match *error {
		TrieError::InvalidStateRoot(_) => ProofError::RootMissing,
		TrieError::IncompleteDatabase(_) => ProofError::NodeMissing,
		TrieError::ValueAtIncompleteKey(..)
		| TrieError::DecoderError(..)
		| TrieError::InvalidHash(..) => ProofError::BadNode,
	}
}
