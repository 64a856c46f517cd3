// SPDX-License-Identifier: GPL-3.0-or-later

//! What `make weights` measures in the blob runs natively, at the same genesis: benchmarks that stop there are
//! found before hours of measuring.

use super::*;
use crate::AllPalletsWithSystem;
use frame_benchmarking::{BenchmarkConfig, BenchmarkParameter};
use frame_support::traits::{StorageInfoTrait, TrackedStorageKey};
use sp_core::storage::{ChildInfo, StateVersion, Storage};
use sp_externalities::{
	Error, Extension, ExtensionStore, Extensions, Externalities, MultiRemovalResults,
};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_state_machine::BasicExternalities;
use std::{
	any::{Any, TypeId},
	collections::BTreeSet,
	time::Instant,
};

/// The pallets whose weights are measured.
const OURS: [&str; 6] = [
	"pallet_price_oracle",
	"pallet_margin",
	"pallet_collateral",
	"pallet_remote_vault",
	"pallet_options",
	"pallet_liquidation",
];

/// Of pallet_options, charged by the work of a session, that charges rungs by itself (ADR 40).
const CHARGED_BY_WORK: [&str; 6] = [
	"order_resting",
	"order_matching",
	"settle_set",
	"settle_legs",
	"accept_quote",
	"uncross_pair",
];

/// A state in memory that answers what the bencher asks of its own.
struct Bench {
	state: BasicExternalities,
	genesis: Storage,
	extensions: Extensions,
	whitelist: Vec<TrackedStorageKey>,
	/// What was touched since the benchmark's own part began.
	read: BTreeSet<Vec<u8>>,
	written: BTreeSet<Vec<u8>>,
}

impl Bench {
	fn new(genesis: Storage) -> Self {
		let mut extensions = Extensions::default();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		Self {
			state: BasicExternalities::new(genesis.clone()),
			genesis,
			extensions,
			whitelist: Vec::new(),
			read: BTreeSet::new(),
			written: BTreeSet::new(),
		}
	}

	fn counted(&self, keys: &BTreeSet<Vec<u8>>) -> u32 {
		keys.iter().filter(|key| self.whitelist.iter().all(|known| known.key != **key)).count()
			as u32
	}
}

impl Externalities for Bench {
	fn set_offchain_storage(&mut self, _: &[u8], _: Option<&[u8]>) {}

	fn storage(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		self.read.insert(key.to_vec());
		self.state.storage(key)
	}

	fn storage_hash(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		self.read.insert(key.to_vec());
		self.state.storage_hash(key)
	}

	fn child_storage_hash(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.state.child_storage_hash(child, key)
	}

	fn child_storage(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.state.child_storage(child, key)
	}

	fn next_storage_key(&mut self, key: &[u8]) -> Option<Vec<u8>> {
		let next = self.state.next_storage_key(key);
		self.read.extend(next.clone());
		next
	}

	fn next_child_storage_key(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
		self.state.next_child_storage_key(child, key)
	}

	fn kill_child_storage(
		&mut self,
		child: &ChildInfo,
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.state.kill_child_storage(child, limit, cursor)
	}

	fn clear_prefix(
		&mut self,
		prefix: &[u8],
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.state.clear_prefix(prefix, limit, cursor)
	}

	fn clear_child_prefix(
		&mut self,
		child: &ChildInfo,
		prefix: &[u8],
		limit: Option<u32>,
		cursor: Option<&[u8]>,
	) -> MultiRemovalResults {
		self.state.clear_child_prefix(child, prefix, limit, cursor)
	}

	fn place_storage(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
		self.written.insert(key.clone());
		self.state.place_storage(key, value);
	}

	fn place_child_storage(&mut self, child: &ChildInfo, key: Vec<u8>, value: Option<Vec<u8>>) {
		self.state.place_child_storage(child, key, value);
	}

	fn storage_root(&mut self, _: StateVersion) -> Vec<u8> {
		vec![0; 32]
	}

	fn child_storage_root(&mut self, child: &ChildInfo, version: StateVersion) -> Vec<u8> {
		self.state.child_storage_root(child, version)
	}

	fn storage_append(&mut self, key: Vec<u8>, value: Vec<u8>) {
		self.written.insert(key.clone());
		self.state.storage_append(key, value);
	}

	fn storage_start_transaction(&mut self) {
		self.state.storage_start_transaction();
	}

	fn storage_rollback_transaction(&mut self) -> Result<(), ()> {
		self.state.storage_rollback_transaction()
	}

	fn storage_commit_transaction(&mut self) -> Result<(), ()> {
		self.state.storage_commit_transaction()
	}

	fn wipe(&mut self) {
		self.state = BasicExternalities::new(self.genesis.clone());
	}

	fn commit(&mut self) {}

	fn read_write_count(&self) -> (u32, u32, u32, u32) {
		(self.counted(&self.read), 0, self.counted(&self.written), 0)
	}

	fn reset_read_write_count(&mut self) {
		self.read.clear();
		self.written.clear();
	}

	fn get_whitelist(&self) -> Vec<TrackedStorageKey> {
		self.whitelist.clone()
	}

	fn set_whitelist(&mut self, new: Vec<TrackedStorageKey>) {
		self.whitelist = new;
	}

	fn get_read_and_written_keys(&self) -> Vec<(Vec<u8>, u32, u32, bool)> {
		let known = |key: &Vec<u8>| self.whitelist.iter().any(|known| known.key == *key);
		let all = self.read.union(&self.written).cloned();
		let times = |keys: &BTreeSet<Vec<u8>>, key: &Vec<u8>| u32::from(keys.contains(key));
		all.map(|key| {
			let (read, written) = (times(&self.read, &key), times(&self.written, &key));
			let known = known(&key);
			(key, read, written, known)
		})
		.collect()
	}
}

impl ExtensionStore for Bench {
	fn extension_by_type_id(&mut self, id: TypeId) -> Option<&mut dyn Any> {
		self.extensions.get_mut(id)
	}

	fn register_extension_with_type_id(
		&mut self,
		id: TypeId,
		extension: Box<dyn Extension>,
	) -> Result<(), Error> {
		self.extensions.register_with_type_id(id, extension)
	}

	fn deregister_extension_by_type_id(&mut self, id: TypeId) -> Result<(), Error> {
		if self.extensions.deregister(id) {
			Ok(())
		} else {
			Err(Error::ExtensionIsNotRegistered(id))
		}
	}
}

/// The genesis that `scripts/weights` begins with.
fn genesis() -> Storage {
	let mut built = development();
	let mut top = std::collections::BTreeMap::new();
	built.execute_with(|| {
		let mut key = Vec::new();
		while let Some(next) = sp_io::storage::next_key(&key) {
			let value = frame_support::storage::unhashed::get_raw(&next).expect("it is there");
			top.insert(next.clone(), value);
			key = next;
		}
	});
	Storage { top, children_default: Default::default() }
}

type Components = Vec<(BenchmarkParameter, u32)>;

/// As the bencher does in so many steps: each component in turn, the others at their highest.
fn steps(of: &[(BenchmarkParameter, u32, u32)], steps: u32) -> Vec<Components> {
	if of.is_empty() {
		return vec![Vec::new()];
	}
	let mut all = Vec::new();
	for (varied, low, high) in of {
		for step in 0..steps {
			let size = (high - low) as f32 / (steps - 1) as f32;
			let value = (*low as f32 + size * step as f32) as u32;
			let one = |(name, _, high): &(BenchmarkParameter, u32, u32)| {
				(*name, if name == varied { value } else { *high })
			};
			all.push(of.iter().map(one).collect());
		}
	}
	all
}

/// Whether it is of a place on the ladder.
fn is_filing(key: &[u8]) -> bool {
	use frame_support::storage::generator::{StorageDoubleMap, StorageMap};
	let rungs = pallet_liquidation::Rungs::<Runtime>::prefix_hash();
	let hot = pallet_liquidation::Hot::<Runtime>::prefix_hash();
	key.starts_with(&rungs) || key.starts_with(&hot)
}

/// Runs benchmarks of ours whose names contain this, at so many steps. Prints what each took and touched.
fn run(pallets: &[&str], name: &str, count: u32) -> Vec<String> {
	let mut bench = Bench::new(genesis());
	let mut failed = Vec::new();
	let lists = sp_externalities::set_and_run_with_externalities(&mut bench, || {
		crate::benchmarks::metadata(false).0
	});
	for list in lists {
		let pallet = String::from_utf8(list.pallet.clone()).expect("a name is text");
		if !pallets.contains(&pallet.as_str()) {
			continue;
		}
		for benchmark in &list.benchmarks {
			let called = String::from_utf8(benchmark.name.clone()).expect("a name is text");
			if !called.contains(name) {
				continue;
			}
			for components in steps(&benchmark.components, count) {
				let config = BenchmarkConfig {
					pallet: list.pallet.clone(),
					instance: list.instance.clone(),
					benchmark: benchmark.name.clone(),
					selected_components: components.clone(),
					verify: true,
					internal_repeats: 1,
				};
				let began = Instant::now();
				let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
					sp_externalities::set_and_run_with_externalities(&mut bench, || {
						crate::benchmarks::dispatch(config)
					})
				}));
				let values = components
					.iter()
					.map(|(name, value)| format!("{name}={value}"))
					.collect::<Vec<_>>();
				let what = format!("{pallet}::{called}({})", values.join(", "));
				match ran {
					Ok(Ok(batches)) => {
						let result = &batches[0].results[0];
						let files = result.keys.iter().any(|(key, ..)| is_filing(key));
						if files && CHARGED_BY_WORK.contains(&called.as_str()) {
							failed.push(format!("{what}: it measures a rung"));
						}
						println!(
							"{what}: r{} w{}, {} us of {} ms",
							result.reads,
							result.writes,
							result.extrinsic_time / 1_000,
							began.elapsed().as_millis()
						);
						if std::env::var("STRADDLE_KEYS").is_ok() {
							let infos = AllPalletsWithSystem::storage_info();
							for (key, read, written, known) in &result.keys {
								let info = infos.iter().find(|info| key.starts_with(&info.prefix));
								let label = info.map(|info| {
									let text =
										|bytes: &[u8]| String::from_utf8_lossy(bytes).to_string();
									format!(
										"{}::{}",
										text(&info.pallet_name),
										text(&info.storage_name)
									)
								});
								println!(
									"    {} r{read} w{written}{}",
									label
										.unwrap_or_else(|| String::from_utf8_lossy(key).to_string()),
									if *known { " once a block" } else { "" }
								);
							}
						}
					},
					Ok(Err(error)) => failed.push(format!("{what}: {error}")),
					Err(_) => {
						failed.push(format!("{what}: it panics"));
						bench = Bench::new(bench.genesis);
					},
				}
			}
		}
	}
	failed
}

/// `BENCHMARKS` (a part of names) and `STRADDLE_KEYS` tell more of some.
#[test]
fn every_benchmark_runs_at_the_genesis_of_the_development_chain() {
	let name = std::env::var("BENCHMARKS").unwrap_or_default();
	let steps = std::env::var("STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(2);
	let failed = run(&OURS, &name, steps);
	assert!(failed.is_empty(), "{failed:#?}");
}
