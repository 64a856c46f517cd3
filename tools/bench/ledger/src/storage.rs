// SPDX-License-Identifier: GPL-3.0-or-later

//! What the blob's `access_storage` is called with: proofs of many keys of a state, for the weights of the
//! database.

use codec::Encode;
use sp_core::{Blake2Hasher, H256};
use sp_io::TestExternalities;
use sp_runtime::StateVersion;
use sp_state_machine::{Backend, IterArgs, TrieBackendBuilder};
use sp_trie::recorder::Recorder;

/// Batches of reads, and as many of writes.
const BATCHES: usize = 20;

/// How many accesses there are in it, whether they write, and what `access_storage` takes, then the same
/// without touching anything.
pub type Batch = (u32, bool, Vec<u8>, Vec<u8>);

/// Numbers of one seed (splitmix64): which keys, and what is written.
struct Numbers(u64);

impl Numbers {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut mixed = self.0;
		mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		mixed ^ (mixed >> 31)
	}

	/// The first `count` of all places, shuffled.
	fn draw<T>(&mut self, from: &mut Vec<T>, count: usize) -> Vec<T> {
		let taken = count.min(from.len());
		(0..taken).map(|_| from.swap_remove(self.next() as usize % from.len())).collect()
	}
}

/// Batches of accesses to `size` random keys of a state each, and how many keys there are.
///
/// # Panics
/// If the state has too few keys.
pub fn batches(state: &TestExternalities, size: usize) -> (Vec<Batch>, usize) {
	let keys = state.backend.keys(IterArgs::default()).expect("the state has keys");
	let mut keys = keys.collect::<Result<Vec<_>, _>>().expect("the state is whole");
	let total = keys.len();
	let mut numbers = Numbers(7);
	let batches = (0..2 * BATCHES).map(|nth| {
		let drawn = numbers.draw(&mut keys, size);
		assert_eq!(drawn.len(), size, "the state has too few keys");
		batch(state, drawn, nth % 2 == 1, &mut numbers)
	});
	(batches.collect(), total)
}

fn batch(
	state: &TestExternalities,
	keys: Vec<Vec<u8>>,
	writes: bool,
	numbers: &mut Numbers,
) -> Batch {
	let recorder = Recorder::<Blake2Hasher>::default();
	let backend = TrieBackendBuilder::wrap(&state.backend).with_recorder(recorder.clone()).build();
	let count = keys.len() as u32;
	let mut changes = Vec::new();
	for key in &keys {
		let value = backend.storage(key).expect("the state is whole").expect("the key exists");
		let new = value.iter().map(|_| numbers.next() as u8).collect::<Vec<_>>();
		changes.push((key.clone(), new));
	}
	let (keys, changes) = if writes { (Vec::new(), changes) } else { (keys, Vec::new()) };
	if writes {
		let delta = changes.iter().map(|(key, value)| (&key[..], Some(&value[..])));
		backend.storage_root(delta, StateVersion::V1);
	}
	let root: H256 = *state.backend.root();
	let proof = recorder.drain_storage_proof();
	let call = |touch: bool| (root, &proof, &keys, &changes, touch).encode();
	(count, writes, call(true), call(false))
}
