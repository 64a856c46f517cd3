// SPDX-License-Identifier: GPL-3.0-or-later

//! A proof as it is sent: its nodes from the lowest up to the root, each without the hash of the one before it.
//!
//! Whoever has that one has its hash. It is put back where the sender says it was, and no node is taken apart
//! for it: what is read of a proof is still read out of nodes whose hashes the root vouches for.

use super::{bytes, ProofError, ProofNode, ProofNodes, MAX_NODES, MAX_PROOF_BYTES};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};

/// Nodes as they lie in the state, each with its hash, in the order in which they were sent.
///
/// # Errors
/// `TooLarge`, `Misplaced`.
pub(super) fn whole(nodes: &[ProofNode]) -> Result<Vec<(H256, Vec<u8>)>, ProofError> {
	let few = nodes.len() <= MAX_NODES as usize;
	ensure!(few && bytes(nodes) <= MAX_PROOF_BYTES, ProofError::TooLarge);
	let mut whole: Vec<(H256, Vec<u8>)> = Vec::with_capacity(nodes.len());
	for ProofNode { at, bytes } in nodes {
		let at = usize::from(*at);
		let node = match whole.last() {
			None => {
				ensure!(at == 0, ProofError::Misplaced);
				bytes.to_vec()
			},
			Some((hash, _)) => {
				let (before, after) = bytes.split_at_checked(at).ok_or(ProofError::Misplaced)?;
				let node = [before, &hash.0, after].concat();
				// Or one could be written in two ways.
				ensure!(place(&node, hash) == Some(at), ProofError::Misplaced);
				node
			},
		};
		whole.push((BlakeTwo256::hash(&node), node));
	}
	Ok(whole)
}

/// A proof as it is sent, of the nodes that a node of the source chain answers to `state_getReadProof` for one
/// key, in any order.
///
/// # Errors
/// `RootMissing`, `NodeUnused`: they are no path down from the root. `TooLarge`.
pub fn compact<Node: AsRef<[u8]>>(root: &H256, nodes: &[Node]) -> Result<ProofNodes, ProofError> {
	let hashed = nodes.iter().map(|node| (BlakeTwo256::hash(node.as_ref()), node.as_ref()));
	let mut rest: Vec<_> = hashed.collect();
	let (mut path, mut above) = (Vec::with_capacity(rest.len()), None);
	// Down from the root: the next is the one whose hash is in none of those that are left.
	while !rest.is_empty() {
		let named = |hash| rest.iter().any(|(_, node)| place(node, hash).is_some());
		let next = rest.iter().position(|(hash, _)| !named(hash));
		let (hash, node) = rest.swap_remove(next.ok_or(ProofError::NodeUnused)?);
		match above {
			None => ensure!(hash == *root, ProofError::RootMissing),
			Some(above) => {
				let at = place(above, &hash).ok_or(ProofError::NodeUnused)?;
				path.push(cut(above, at, H256::len_bytes()).ok_or(ProofError::TooLarge)?);
			},
		}
		above = Some(node);
	}
	let lowest = above.ok_or(ProofError::RootMissing)?;
	path.push(cut(lowest, 0, 0).ok_or(ProofError::TooLarge)?);
	path.reverse();
	path.try_into().map_err(|_| ProofError::TooLarge)
}

/// Where a node has a hash first.
fn place(node: &[u8], hash: &H256) -> Option<usize> {
	// One byte first: nearly everywhere it is another.
	let is_it = |part: &[u8]| part.first() == hash.0.first() && part == hash.0;
	node.windows(H256::len_bytes()).position(is_it)
}

/// A node without so many bytes from `at` on.
fn cut(node: &[u8], at: usize, count: usize) -> Option<ProofNode> {
	let bytes = [node.get(..at)?, node.get(at.checked_add(count)?..)?].concat();
	Some(ProofNode { at: at.try_into().ok()?, bytes: bytes.try_into().ok()? })
}
