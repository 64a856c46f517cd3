// SPDX-License-Identifier: GPL-3.0-or-later

//! Runs the cases as WebAssembly with a validator's settings.
//!
//! - `straddle-bench-wasm check`: every case gives the same digest natively and as WebAssembly.
//! - `straddle-bench-wasm bench <native figures> <folder>`: times every case, prints it beside the
//!   native figure with its budget, and writes `figures.tsv` into the folder.
//! - `straddle-bench-wasm storage <blob> <batches> <figures>`: times accesses to the state by a blob with
//!   `access_storage`, and appends what a read and a write take.
//! - `straddle-bench-wasm validate <blob> <blocks> <figures>`: times `validate_block` of a blob on whole blocks, and
//!   appends how much more each was charged; it fails if one takes more.

use codec::{Decode, Encode};
use sc_executor_common::{
	runtime_blob::RuntimeBlob,
	wasm_runtime::{HeapAllocStrategy, WasmInstance, WasmModule},
};
use sc_executor_wasmtime::{Config, DeterministicStackLimit, InstantiationStrategy, Semantics};
use std::{
	collections::BTreeMap, error::Error, fs, io::Write, path::Path, process::ExitCode,
	time::Instant,
};
use straddle_bench_cases::{run, timing, Case, CASES};

include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

/// What a validator lets a blob's memory grow to.
const HEAP: HeapAllocStrategy = HeapAllocStrategy::Dynamic { maximum_pages: Some(32 + 2_048) };

/// As `polkadot-node-core-pvf-common` 29 has it.
fn validators_settings() -> Config {
	Config {
		allow_missing_func_imports: true,
		cache_path: None,
		semantics: Semantics {
			heap_alloc_strategy: HEAP,
			instantiation_strategy: InstantiationStrategy::RecreateInstanceCopyOnWrite,
			deterministic_stack_limit: Some(DeterministicStackLimit {
				logical_max: 65_536,
				native_stack_max: 256 * 1024 * 1024,
			}),
			canonicalize_nans: true,
			parallel_compilation: false,
			wasm_multi_value: false,
			wasm_bulk_memory: false,
			wasm_reference_types: false,
			wasm_simd: false,
		},
	}
}

type Instance = Box<dyn WasmInstance>;

fn instance() -> Result<Instance, Box<dyn Error>> {
	instance_of(WASM_BINARY.ok_or("the guest was not built as WebAssembly")?)
}

fn instance_of(code: &[u8]) -> Result<Instance, Box<dyn Error>> {
	let blob = RuntimeBlob::uncompress_if_needed(code)?;
	let runtime = sc_executor_wasmtime::create_runtime::<sp_io::SubstrateHostFunctions>(
		blob,
		validators_settings(),
	)?;
	Ok(runtime.new_instance(HEAP)?)
}

fn call(instance: &mut Instance, case: usize, times: u32) -> Result<u64, Box<dyn Error>> {
	let answer = instance.call_export("run_case", &(case as u32, times).encode())?;
	Ok(u64::decode(&mut &answer[..])?)
}

/// Whether both builds compute the same, bit for bit.
fn check() -> Result<(), Box<dyn Error>> {
	let mut instance = instance()?;
	for (n, case) in CASES.iter().enumerate() {
		for times in [1, 7, 100] {
			let (native, wasm) = (run(n, times), call(&mut instance, n, times)?);
			if native != wasm {
				return Err(format!("{}: {native:x} natively, {wasm:x} in wasm", case.name).into());
			}
		}
	}
	println!("native and wasm agree bit for bit in {} cases", CASES.len());
	Ok(())
}

/// What was measured, and what it may take at most.
struct Row {
	name: String,
	value: f64,
	unit: &'static str,
	budget: Option<f64>,
}

impl Row {
	fn verdict(&self) -> &'static str {
		match self.budget {
			Some(budget) if self.value > budget => "over",
			_ => "ok",
		}
	}

	fn line(&self) -> String {
		let budget = self.budget.map_or_else(|| "-".into(), |budget| budget.to_string());
		format!("{}\t{:.2}\t{}\t{budget}\t{}\n", self.name, self.value, self.unit, self.verdict())
	}
}

fn bench(native: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
	let text = fs::read_to_string(native)?;
	let native: BTreeMap<&str, f64> = text
		.lines()
		.filter_map(|line| line.split_once('\t'))
		.filter_map(|(name, value)| Some((name, value.parse().ok()?)))
		.collect();
	let mut rows = Vec::new();
	let mut instance = instance()?;
	println!(
		"{:<60} {:>12} {:>12} {:>6} {:>14}",
		"what", "native ns", "wasm ns", "ratio", "budget"
	);
	for (n, case) in CASES.iter().enumerate() {
		let mut failed = None;
		let turn = timing::fastest(|times| {
			if let Err(error) = call(&mut instance, n, times) {
				failed = Some(error);
			}
		});
		if let Some(error) = failed {
			return Err(format!("{}: {error}", case.name).into());
		}
		let wasm = turn / f64::from(case.parts);
		let native = *native.get(case.name).ok_or_else(|| format!("no native {}", case.name))?;
		rows.extend(rows_of(case, native, wasm));
		let verdict = rows.iter().rev().find(|row| row.unit == "ns").map_or("", Row::verdict);
		let budget = case.budget.map_or_else(String::new, |budget| format!("{budget} {verdict}"));
		let ratio = wasm / native;
		println!("{:<60} {native:>12.1} {wasm:>12.1} {ratio:>6.2} {budget:>14}", case.name);
	}
	fs::create_dir_all(folder)?;
	let lines: String = rows.iter().map(Row::line).collect();
	fs::write(folder.join("figures.tsv"), lines)?;
	Ok(())
}

/// A case natively, as WebAssembly, and by how much that is slower. The ratio has a budget where the
/// case has one.
fn rows_of(case: &Case, native: f64, wasm: f64) -> [Row; 3] {
	let name = |what| format!("{what}: {}", case.name);
	let ratio = case.budget.map(|_| 1.5);
	[
		Row { name: name("native"), value: native, unit: "ns", budget: None },
		Row { name: name("wasm/native"), value: wasm / native, unit: "ratio", budget: ratio },
		Row { name: name("wasm"), value: wasm, unit: "ns", budget: case.budget.map(f64::from) },
	]
}

/// How often each batch is run; the least time counts.
const ROUNDS: usize = 5;

/// The least time of some rounds, in microseconds.
fn microseconds(
	mut call: impl FnMut() -> Result<(), Box<dyn Error>>,
) -> Result<f64, Box<dyn Error>> {
	let mut least = f64::MAX;
	for _ in 0..ROUNDS {
		let begin = Instant::now();
		call()?;
		least = least.min(begin.elapsed().as_secs_f64() * 1e6);
	}
	Ok(least)
}

/// What one access takes: a batch less the same batch that touches nothing. Prints the least, the mean and
/// the most over all batches.
fn storage(blob: &Path, batches: &Path, figures: &Path) -> Result<(), Box<dyn Error>> {
	type Batch = (u32, bool, Vec<u8>, Vec<u8>);
	let mut instance = instance_of(&fs::read(blob)?)?;
	let batches = Vec::<Batch>::decode(&mut &fs::read(batches)?[..])?;
	let mut of_kind: [Vec<f64>; 2] = Default::default();
	for (count, writes, touching, idle) in &batches {
		let mut run = |call: &[u8], expected: u32| {
			microseconds(|| {
				let answer = instance.call_export("access_storage", call)?;
				match u32::decode(&mut &answer[..])? {
					touched if touched == expected => Ok(()),
					touched => Err(format!("{touched} accesses of {expected}").into()),
				}
			})
		};
		let (with, without) = (run(touching, *count)?, run(idle, 0)?);
		of_kind[usize::from(*writes)].push((with - without) / f64::from(*count));
	}
	let mut file = fs::OpenOptions::new().create(true).append(true).open(figures)?;
	for (kind, times) in ["read", "write"].iter().zip(of_kind) {
		let least = times.iter().copied().fold(f64::MAX, f64::min);
		let most = times.iter().copied().fold(0.0, f64::max);
		let mean = times.iter().sum::<f64>() / times.len() as f64;
		println!(
			"a {kind}: {mean:.2} us at the mean of {} batches, {least:.2} to {most:.2}",
			times.len()
		);
		writeln!(file, "storage: a {kind}\t{mean:.2}\tus\t-\tok")?;
	}
	Ok(())
}

/// DESIGN.md 13: what is charged is not less than what validating takes, and at most a quarter more.
const CHARGED: [f64; 2] = [1.0, 1.25];

/// What validating each block takes, beside what it was charged (`straddle_bench_ledger::block::Candidate`). Of a block
/// without anything in it, if there is one before, each of those after it is told less that.
///
/// # Errors
/// A block comes to another head, or takes more than it was charged.
fn validate(blob: &Path, blocks: &Path, figures: &Path) -> Result<(), Box<dyn Error>> {
	type Candidate = (String, u32, u64, Vec<u8>, Vec<u8>);
	let mut instance = instance_of(&fs::read(blob)?)?;
	let mut file = fs::OpenOptions::new().create(true).append(true).open(figures)?;
	let (mut empty, mut low) = ([0.0, 0.0], false);
	for (name, count, charged, params, head) in
		Vec::<Candidate>::decode(&mut &fs::read(blocks)?[..])?
	{
		let took = microseconds(|| {
			let answer = instance.call_export("validate_block", &params)?;
			// Of a `ValidationResult` the head is the first.
			match Vec::<u8>::decode(&mut &answer[..])? == head {
				true => Ok(()),
				false => Err(format!("{name}: another head").into()),
			}
		})?;
		let charged = charged as f64 / 1e6;
		let verdict = |ratio: f64| match ratio {
			low if low < CHARGED[0] => "low",
			high if high > CHARGED[1] => "high",
			_ => "ok",
		};
		let ratio = charged / took;
		low |= ratio < CHARGED[0];
		print!(
			"{name:<48} {count:>5} in a block: validated in {:>4.0} ms, charged {:>4.0} ms, {ratio:.2} ({})",
			took / 1e3,
			charged / 1e3,
			verdict(ratio),
		);
		if count == 0 {
			empty = [took, charged];
			println!();
		} else {
			let each = |whole: f64, empty: f64| (whole - empty) / f64::from(count);
			let [own, paid] = [each(took, empty[0]), each(charged, empty[1])];
			println!("; each {own:.0} and {paid:.0} us, {:.2}", paid / own);
		}
		writeln!(
			file,
			"charged/validated: {name}\t{ratio:.2}\tratio\t{}\t{}",
			CHARGED[1],
			verdict(ratio)
		)?;
	}
	match low {
		true => Err("a block takes more than it was charged".into()),
		false => Ok(()),
	}
}

fn main() -> ExitCode {
	let arguments: Vec<String> = std::env::args().skip(1).collect();
	let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
	let done = match arguments[..] {
		["check"] => check(),
		["bench", native, folder] => bench(Path::new(native), Path::new(folder)),
		["storage", blob, batches, figures] => {
			storage(Path::new(blob), Path::new(batches), Path::new(figures))
		},
		["validate", blob, blocks, figures] => {
			validate(Path::new(blob), Path::new(blocks), Path::new(figures))
		},
		_ => Err(
			"usage: straddle-bench-wasm check | bench <native figures> <folder> | storage <blob> \
			<batches> <figures> | validate <blob> <blocks> <figures>"
				.into(),
		),
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("{error}");
			ExitCode::FAILURE
		},
	}
}
