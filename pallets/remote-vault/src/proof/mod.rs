// SPDX-License-Identifier: GPL-3.0-or-later

//! What a source chain's state says of a vault, by its state root and a proof. Pure; it knows nothing of
//! this pallet's storage.
//!
//! A proof is what `state_getReadProof` of a node answers for one key, less most of its hashes (`compact`). It
//! shows one value or that there is none, and nothing else: for a state and a key exactly one is accepted.

mod compact;
mod keys;
mod layout;
#[cfg(feature = "runtime-benchmarks")]
pub mod sample;
mod trie;

pub use compact::compact;
pub use keys::storage_key;
pub use layout::movable;
pub use trie::read;

use crate::Holding;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::AccountId32;

/// Most nodes of a proof. Above the map there are 3 or 4; a map of 2^32 entries is 8 deep, and of an asset
/// there are two hashes in the key. Whoever wants another one's vault deeper must find addresses whose 128-bit
/// hashes begin as its hash does, one for each level: 2^4 times the work for each. 12 more are out of reach.
pub const MAX_NODES: u32 = 32;

/// Largest node as it is sent: a branch has at most 16 children of 33 bytes and up to 192 bytes of the key; a
/// value that lies in it (state version 0) or is a node of its own has at most 80 bytes.
pub const MAX_NODE_BYTES: u32 = 1_024;

/// Most bytes of all nodes as they are sent. 15 full branches have 8.3 KiB; those that somebody made deeper have two children
/// each and 100 bytes.
pub const MAX_PROOF_BYTES: u32 = 16 * 1_024;

/// A node of a trie, without the hash of the one before it.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct ProofNode {
	/// Where in the node that hash is, for the first time if it is there more than once. Zero in the first node,
	/// which is whole.
	pub at: u16,
	/// The rest of it.
	pub bytes: BoundedVec<u8, ConstU32<MAX_NODE_BYTES>>,
}

/// Nodes of a trie, from the lowest on the way to a key up to the root.
pub type ProofNodes = BoundedVec<ProofNode, ConstU32<MAX_NODES>>;

/// Why a proof shows nothing.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum ProofError {
	/// More nodes or bytes than any proof of one key needs.
	TooLarge,
	/// A node says of the hash of the one before it that it is where it cannot be.
	Misplaced,
	/// No node is the root of this state: the proof is of another block or of another chain.
	RootMissing,
	/// A node on the way to the key is not there: the proof is of another key, or something was left out.
	NodeMissing,
	/// A node does not lie on the way to the key.
	NodeUnused,
	/// The state itself has a node that cannot be read.
	BadNode,
	/// The value is laid out in another way than under the codes that are known.
	BadValue,
}

/// How much of a kind can be moved out of `who`'s account, in smallest units, by the state with this root.
/// Zero where there is no account.
///
/// # Errors
/// The proof is not of this account in this state, or the value is not understood.
pub fn held(
	root: &H256,
	holding: &Holding,
	who: &AccountId32,
	nodes: &[ProofNode],
) -> Result<u128, ProofError> {
	match read(root, &storage_key(holding, who), nodes)? {
		Some(value) => movable(holding, &value),
		None => Ok(0),
	}
}

/// Bytes of all nodes together, as they are sent.
pub fn bytes(nodes: &[ProofNode]) -> u32 {
	let bytes = nodes.iter().map(|node| node.bytes.len()).fold(0, usize::saturating_add);
	bytes.try_into().unwrap_or(u32::MAX)
}

/// By what the work on a proof is measured: nodes, where one counts for every 500 bytes that it or another one
/// has, which is a full branch without the hash.
pub fn units(nodes: &[ProofNode]) -> u32 {
	let count = nodes.len().try_into().unwrap_or(u32::MAX);
	bytes(nodes).div_ceil(500).max(count)
}
