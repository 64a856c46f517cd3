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
	ensure!(nodes.len() <= MAX_NODES as usize, ProofError::TooLarge);
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

#[cfg(test)]
mod tests {
	use super::*;

	fn hash(node: &[u8]) -> [u8; 32] {
		BlakeTwo256::hash(node).0
	}

	#[test]
	fn nodes_in_any_order_are_sent_from_the_lowest_up_and_come_out_whole() {
		let value = vec![7; 80];
		let leaf = [&[1, 2, 3][..], &hash(&value)].concat();
		// It has the leaf's hash twice, and the value's as well.
		let root = [&[9][..], &hash(&value), &hash(&leaf), &[4], &hash(&leaf), &[5, 6]].concat();
		let top = H256(hash(&root));
		let nodes = [&leaf, &root, &value];
		let sent = compact(&top, &nodes).unwrap();
		assert_eq!(sent.iter().map(|node| node.at).collect::<Vec<_>>(), [0, 3, 33]);
		assert_eq!(sent.iter().map(|node| node.bytes.len()).collect::<Vec<_>>(), [80, 3, 68]);
		let whole = |sent: &[ProofNode]| {
			whole(sent).map(|nodes| nodes.into_iter().map(|(_, node)| node).collect::<Vec<_>>())
		};
		assert_eq!(whole(&sent), Ok(vec![value.clone(), leaf.clone(), root.clone()]));
		// The second place would do as well: it is not accepted.
		let mut later = sent.clone();
		let rest = [&[9][..], &hash(&value), &hash(&leaf), &[4, 5, 6]].concat();
		later[2] = ProofNode { at: 66, bytes: rest.try_into().unwrap() };
		assert_eq!(whole(&later), Err(ProofError::Misplaced));

		assert_eq!(compact(&H256(hash(&leaf)), &nodes), Err(ProofError::RootMissing));
		assert_eq!(compact::<Vec<u8>>(&top, &[]), Err(ProofError::RootMissing));
		let twice = [&root, &leaf, &value, &value];
		assert_eq!(compact(&top, &twice), Err(ProofError::NodeUnused));
		assert_eq!(compact(&top, &[&root; 33]), Err(ProofError::TooLarge));
	}
}
