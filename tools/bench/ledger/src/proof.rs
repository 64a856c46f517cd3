// SPDX-License-Identifier: GPL-3.0-or-later

//! What a piece of work adds to a block's proof, item by item.

use codec::Encode;
use frame_support::traits::StorageInfoTrait;
use sp_core::Blake2Hasher;
use sp_externalities::{set_and_run_with_externalities, Extensions};
use sp_io::TestExternalities;
use sp_runtime::StateVersion;
use sp_state_machine::{
	create_proof_check_backend, Ext, OverlayedChanges, TrieBackend, TrieBackendBuilder,
	TrieBackendStorage,
};
use sp_trie::{proof_size_extension::ProofSizeExt, recorder::Recorder, CompactProof};
use std::{
	collections::BTreeMap,
	fmt::Debug,
	time::{Duration, Instant},
};
use straddle_runtime::{AllPalletsWithSystem, Runtime};
use trie_db::RecordedForKey;

/// One key that was touched.
#[derive(Clone, Debug, Default)]
pub struct Touched {
	/// Whether its value is in the proof; else only that it exists, or that it does not.
	pub read: bool,
	/// Length of its value before.
	pub before: usize,
	/// Whether it was written or removed.
	pub written: bool,
}

/// What a piece of work left in the proof.
pub struct Measured {
	/// Bytes of the proof as it travels to validators, before compression.
	pub bytes: usize,
	/// What was touched, by key.
	pub touched: BTreeMap<Vec<u8>, Touched>,
}

/// All keys of one storage item of a pallet.
#[derive(Clone, Debug, Default)]
pub struct Item {
	/// `Pallet::Item`.
	pub name: String,
	/// How many keys.
	pub keys: usize,
	/// Bytes of the longest key.
	pub key: usize,
	/// Bytes of the values that were read, together.
	pub values: usize,
	/// How many keys were written.
	pub written: usize,
	/// What reading them adds to the proof of all items above it.
	pub share: usize,
}

/// A block that is being built on a state; nothing of it is kept.
struct Block<'a> {
	state: &'a TestExternalities,
	recorder: Recorder<Blake2Hasher>,
	overlay: OverlayedChanges<Blake2Hasher>,
}

impl<'a> Block<'a> {
	fn on(state: &'a TestExternalities) -> Self {
		Self { state, recorder: Default::default(), overlay: Default::default() }
	}

	fn run<R>(&mut self, work: impl FnOnce() -> R) -> R {
		run_on(&self.state.backend, &self.recorder, &mut self.overlay, work)
	}

	fn proof(&self) -> CompactProof {
		let proof = self.recorder.to_storage_proof();
		let compact = proof.into_compact_proof::<Blake2Hasher>(*self.state.backend.root());
		compact.expect("the proof is whole")
	}

	fn bytes(&self) -> usize {
		self.proof().encode().len()
	}
}

/// Run `work` on a state, as far as this block has changed it, and record what it reads.
fn run_on<S: TrieBackendStorage<Blake2Hasher>, R>(
	state: &TrieBackend<S, Blake2Hasher>,
	recorder: &Recorder<Blake2Hasher>,
	overlay: &mut OverlayedChanges<Blake2Hasher>,
	work: impl FnOnce() -> R,
) -> R {
	let backend = TrieBackendBuilder::wrap(state).with_recorder(recorder.clone()).build();
	// The runtime may ask how much was recorded, as on a node.
	let mut extensions = Extensions::new();
	extensions.register(ProofSizeExt::new(recorder.clone()));
	let mut ext = Ext::new(overlay, &backend, Some(&mut extensions));
	set_and_run_with_externalities(&mut ext, work)
}

/// A block that was built, and executed again on nothing but its proof.
pub struct Built<R> {
	/// What building it gave.
	pub result: R,
	/// Its proof as it travels.
	pub proof: CompactProof,
	/// How long building took here.
	pub took: Duration,
	/// How long executing it again took here.
	pub again: Duration,
}

impl<R> Built<R> {
	/// Bytes of its compact proof.
	pub fn bytes(&self) -> usize {
		self.proof.encode().len()
	}
}

/// Look at a state, or try something on it: nothing of it is kept.
pub(crate) fn on_top_of<R>(state: &TestExternalities, work: impl FnOnce() -> R) -> R {
	Block::on(state).run(work)
}

/// Build a block on a state with a recorder, as an author does; then do the same on its proof, as a validator does.
///
/// # Panics
/// If both do not come to the same.
pub fn build_and_execute<R: Eq + Debug>(
	state: &TestExternalities,
	work: impl Fn() -> R,
) -> Built<R> {
	build_on(state, work).0
}

/// Like [`build_and_execute`]; the state is then that after the block.
///
/// # Panics
/// If both do not come to the same.
pub fn build_next<R: Eq + Debug>(state: &mut TestExternalities, work: impl Fn() -> R) -> Built<R> {
	let (built, mut overlay) = build_on(state, work);
	let changes = overlay.drain_storage_changes(&state.backend, StateVersion::V1);
	let changes = changes.expect("no open transaction");
	state.backend.apply_transaction(changes.transaction_storage_root, changes.transaction);
	built
}

fn build_on<R: Eq + Debug>(
	state: &TestExternalities,
	work: impl Fn() -> R,
) -> (Built<R>, OverlayedChanges<Blake2Hasher>) {
	let root = || sp_io::storage::root(StateVersion::V1);
	let mut block = Block::on(state);
	let begun = Instant::now();
	let result = block.run(&work);
	let took = begun.elapsed();
	let after = block.run(root);
	let proof = block.recorder.to_storage_proof();
	let on_proof = create_proof_check_backend(*state.backend.root(), proof);
	let on_proof = on_proof.expect("a proof has the root");
	let (recorder, mut overlay) = (Recorder::default(), OverlayedChanges::default());
	let begun = Instant::now();
	let same = run_on(&on_proof, &recorder, &mut overlay, &work);
	let again = begun.elapsed();
	assert_eq!(same, result, "executed again it gives the same");
	assert_eq!(
		run_on(&on_proof, &recorder, &mut overlay, root),
		after,
		"and leaves the same state"
	);
	(Built { proof: block.proof(), result, took, again }, block.overlay)
}

/// Run `work` in a block of its own on `state`, with the new state's root, and look at the proof. The state
/// stays as it is.
pub fn measure<R>(state: &TestExternalities, work: impl FnOnce() -> R) -> (R, Measured) {
	let mut block = Block::on(state);
	let result = block.run(|| {
		// Each block begins without the last one's.
		frame_system::Pallet::<Runtime>::reset_events();
		work()
	});
	let mut touched = BTreeMap::<Vec<u8>, Touched>::new();
	for (key, recorded) in block.recorder.recorded_keys().into_values().flatten() {
		let read = matches!(recorded, RecordedForKey::Value);
		touched.entry(key.to_vec()).or_default().read |= read;
	}
	for (key, _) in block.overlay.changes_mut() {
		touched.entry(key.clone()).or_default().written = true;
	}
	block.run(|| sp_io::storage::root(StateVersion::V1));
	let bytes = block.bytes();
	Block::on(state).run(|| {
		for (key, touched) in &mut touched {
			touched.before = sp_io::storage::get(key).map_or(0, |value| value.len());
		}
	});
	(result, Measured { bytes, touched })
}

impl Measured {
	/// What was touched by storage item, the largest part of the proof first; what only writing adds
	/// comes last.
	pub fn items(&self, state: &TestExternalities) -> Vec<Item> {
		let names = names();
		let mut groups = BTreeMap::<String, (Item, Vec<(&Vec<u8>, bool)>)>::new();
		for (key, touched) in &self.touched {
			let name = name_of(&names, key);
			let (item, keys) = groups.entry(name.clone()).or_default();
			item.name = name;
			item.keys += 1;
			item.key = item.key.max(key.len());
			item.values += if touched.read { touched.before } else { 0 };
			item.written += usize::from(touched.written);
			keys.push((key, touched.read));
		}
		let mut groups = groups.into_values().collect::<Vec<_>>();
		groups.sort_by_key(|(item, _)| std::cmp::Reverse((item.values, item.keys)));
		let mut block = Block::on(state);
		let mut before = 0;
		let mut items = Vec::new();
		for (mut item, keys) in groups {
			block.run(|| {
				for (key, read) in keys {
					if read {
						sp_io::storage::get(key);
					} else if self.touched.get(key).is_some_and(|touched| !touched.written) {
						sp_io::storage::exists(key);
					}
				}
			});
			let after = block.bytes();
			item.share = after.saturating_sub(before);
			before = after;
			items.push(item);
		}
		let share = self.bytes.saturating_sub(before);
		items.push(Item {
			name: "paths of what is only written".into(),
			share,
			..Default::default()
		});
		items
	}
}

/// Prefixes of all storage items, with their names.
fn names() -> Vec<(Vec<u8>, String)> {
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	AllPalletsWithSystem::storage_info()
		.into_iter()
		.map(|info| {
			let name = format!("{}::{}", text(&info.pallet_name), text(&info.storage_name));
			(info.prefix, name)
		})
		.collect()
}

fn name_of(names: &[(Vec<u8>, String)], key: &[u8]) -> String {
	let known = names.iter().find(|(prefix, _)| key.starts_with(prefix));
	known.map_or_else(|| String::from_utf8_lossy(key).into_owned(), |(_, name)| name.clone())
}
