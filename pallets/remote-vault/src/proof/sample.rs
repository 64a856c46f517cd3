// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs of any length, for benchmarks: the path to a key where every branch has all its children.

use alloc::vec::Vec;
use core::iter::empty;
use sp_core::H256;
use sp_runtime::traits::{BlakeTwo256, Hash};
use sp_trie::NodeCodec;
use trie_db::{node::Value, ChildReference, NodeCodec as _};

type Codec = NodeCodec<BlakeTwo256>;

/// The root and the nodes, at least two: branches, a leaf and the value as a node of its own.
pub fn path(key: &[u8], value: Vec<u8>, nodes: u32) -> (H256, Vec<Vec<u8>>) {
	let nibbles: Vec<u8> = key.iter().flat_map(|byte| [byte >> 4, byte & 15]).collect();
	let (above, below) = nibbles.split_at(nodes.saturating_sub(2) as usize);
	let hash = BlakeTwo256::hash(&value);
	let leaf = Codec::leaf_node(packed(below), below.len(), Value::Node(&hash.0));
	let mut child = BlakeTwo256::hash(&leaf);
	let mut path = alloc::vec![value, leaf];
	for nibble in above.iter().rev() {
		let children = (0..16u8).map(|place| {
			let other = H256::repeat_byte(place);
			Some(ChildReference::Hash(if place == *nibble { child } else { other }))
		});
		let branch = Codec::branch_node_nibbled(empty(), 0, children, None);
		child = BlakeTwo256::hash(&branch);
		path.push(branch);
	}
	(child, path)
}

/// Two nibbles in a byte, the first one alone if they are odd.
fn packed(nibbles: &[u8]) -> impl Iterator<Item = u8> + '_ {
	let (first, pairs) = nibbles.split_at(nibbles.len() % 2);
	let joined = pairs.chunks(2).map(|pair| pair.iter().fold(0, |byte, nibble| byte << 4 | nibble));
	first.iter().copied().chain(joined)
}
