// SPDX-License-Identifier: GPL-3.0-or-later

//! Runs a chain's blob for tests in another process: `straddle-blob-host BLOB`, told what to do on its input.
//!
//! A process of its own, because wasmtime in the tests' would change the features of half the SDK and build
//! it anew; built with the node it is one crate more.

mod protocol;

use protocol::{read, write, Request};
use sc_executor_common::{
	runtime_blob::RuntimeBlob,
	wasm_runtime::{HeapAllocStrategy, WasmModule},
};
use sc_executor_wasmtime::{Config, DeterministicStackLimit, InstantiationStrategy, Semantics};
use sp_io::TestExternalities;
use sp_storage::Storage;
use std::{collections::BTreeMap, env, error::Error, fs, io};

type HostFunctions = (
	sp_io::SubstrateHostFunctions,
	cumulus_primitives_proof_size_hostfunction::storage_proof_size::HostFunctions,
);
type Pairs = BTreeMap<Vec<u8>, Vec<u8>>;

/// What a validator lets a blob's memory grow to.
const HEAP: HeapAllocStrategy = HeapAllocStrategy::Dynamic { maximum_pages: Some(32 + 2_048) };

/// Names a folder in which compiled blobs are kept: Asset Hub's takes minutes.
const CACHE: &str = "STRADDLE_BLOB_CACHE";

/// As a validator has it, but for the compilation by all cores.
fn settings() -> Config {
	Config {
		allow_missing_func_imports: true,
		cache_path: env::var_os(CACHE).map(Into::into),
		semantics: Semantics {
			heap_alloc_strategy: HEAP,
			instantiation_strategy: InstantiationStrategy::RecreateInstanceCopyOnWrite,
			deterministic_stack_limit: Some(DeterministicStackLimit {
				logical_max: 65_536,
				native_stack_max: 256 * 1024 * 1024,
			}),
			canonicalize_nans: true,
			parallel_compilation: true,
			wasm_multi_value: false,
			wasm_bulk_memory: false,
			wasm_reference_types: false,
			wasm_simd: false,
		},
	}
}

/// What the runtime has to say when it fails goes where the test's own output goes.
struct Complaints;

impl log::Log for Complaints {
	fn enabled(&self, metadata: &log::Metadata) -> bool {
		metadata.level() <= log::Level::Error
	}

	fn log(&self, record: &log::Record) {
		if self.enabled(record.metadata()) {
			eprintln!("{}: {}", record.target(), record.args());
		}
	}

	fn flush(&self) {}
}

fn pairs(state: &mut TestExternalities) -> Pairs {
	state.execute_with(|| {
		let mut pairs = Pairs::new();
		let mut key = vec![];
		while let Some(next) = sp_io::storage::next_key(&key) {
			key = next;
			pairs.insert(key.clone(), sp_io::storage::get(&key).unwrap_or_default().to_vec());
		}
		pairs
	})
}

fn changes(before: &Pairs, after: Pairs) -> Vec<(Vec<u8>, Option<Vec<u8>>)> {
	let gone = before.keys().filter(|key| !after.contains_key(*key));
	let mut changes: Vec<_> = gone.map(|key| (key.clone(), None)).collect();
	let new = after.into_iter().filter(|(key, value)| before.get(key) != Some(value));
	changes.extend(new.map(|(key, value)| (key, Some(value))));
	changes
}

fn main() -> Result<(), Box<dyn Error>> {
	log::set_logger(&Complaints)?;
	log::set_max_level(log::LevelFilter::Error);
	let file = env::args().nth(1).ok_or("name a blob")?;
	let blob = RuntimeBlob::uncompress_if_needed(&fs::read(file)?)?;
	let runtime = sc_executor_wasmtime::create_runtime::<HostFunctions>(blob, settings())?;
	let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
	let mut loaded = Pairs::new();
	let mut state = TestExternalities::default();
	while let Some(request) = read(&mut input)? {
		match request {
			Request::Load(pairs) => {
				loaded = pairs.into_iter().collect();
				let storage = Storage { top: loaded.clone(), ..Default::default() };
				state = TestExternalities::new(storage);
				write(&mut output, &())?;
			},
			Request::Call(method, arguments) => {
				let mut instance = runtime.new_instance(HEAP)?;
				let answer = state.execute_with(|| instance.call_export(&method, &arguments));
				write(&mut output, &answer.map_err(|error| error.to_string()))?;
			},
			Request::Changes => write(&mut output, &changes(&loaded, pairs(&mut state)))?,
		}
	}
	Ok(())
}
