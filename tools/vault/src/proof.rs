// SPDX-License-Identifier: GPL-3.0-or-later

//! A proof as pallet-remote-vault takes it.

use sp_crypto_hashing::blake2_256;

/// A node of a trie without the hash of the one before it, which was `at` there.
#[derive(Debug, Eq, PartialEq)]
pub struct Node {
	pub at: usize,
	pub bytes: Vec<u8>,
}

/// Of the nodes that `state_getReadProof` answers for one key: from the lowest up to the root, the first one whole.
///
/// # Errors
/// They are no path down from the root.
pub fn compact(root: &[u8; 32], nodes: Vec<Vec<u8>>) -> Result<Vec<Node>, String> {
	let wrong = || "the source chain's node answers what is no proof of one key".to_owned();
	let mut rest: Vec<_> = nodes.into_iter().map(|node| (blake2_256(&node), node)).collect();
	let mut path: Vec<Node> = vec![];
	// Down from the root: the next is the one whose hash is in none of those that are left.
	while !rest.is_empty() {
		let named = |hash| rest.iter().any(|(_, node)| place(node, hash).is_some());
		let next = rest.iter().position(|(hash, _)| !named(hash)).ok_or_else(wrong)?;
		let (hash, bytes) = rest.swap_remove(next);
		match path.last_mut() {
			None if hash != *root => return Err(wrong()),
			None => (),
			Some(above) => {
				above.at = place(&above.bytes, &hash).ok_or_else(wrong)?;
				above.bytes.drain(above.at..above.at.saturating_add(hash.len()));
			},
		}
		path.push(Node { at: 0, bytes });
	}
	path.reverse();
	if path.is_empty() {
		return Err(wrong());
	}
	Ok(path)
}

/// Where a node has a hash first.
fn place(node: &[u8], hash: &[u8; 32]) -> Option<usize> {
	node.windows(hash.len()).position(|part| part == hash)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_path_is_sent_from_its_end_without_the_hashes_that_follow_from_it() {
		let value = vec![7; 80];
		let leaf = [&[1, 2, 3][..], &blake2_256(&value)].concat();
		let (low, high) = (blake2_256(&value), blake2_256(&leaf));
		// It has the leaf's hash twice, and the value's as well.
		let root = [&[9][..], &low, &high, &[4], &high, &[5, 6]].concat();
		let nodes = vec![leaf.clone(), root.clone(), value.clone()];
		let hash = blake2_256(&root);
		let rest = [&[9][..], &low, &[4], &high, &[5, 6]].concat();
		let sent = [(0, value.clone()), (3, vec![1, 2, 3]), (33, rest)];
		let sent = sent.map(|(at, bytes)| Node { at, bytes });
		assert_eq!(compact(&hash, nodes.clone()), Ok(sent.into()));

		assert!(compact(&high, nodes).is_err(), "another root");
		assert!(compact(&hash, vec![root.clone(), value.clone(), value.clone()]).is_err());
		assert!(compact(&hash, vec![root, leaf, value, vec![1]]).is_err(), "one too many");
		assert!(compact(&hash, vec![]).is_err());
	}
}
