// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds `straddle-runtime` as WebAssembly. The build lives here and not in the runtime's own
//! build script, so that native builds and tests of the runtime never start it.

fn main() {
	// The builder names the sources by absolute paths. Clones share a target directory, and would
	// take the blob of another clone for their own.
	println!("cargo:rerun-if-env-changed=STRADDLE_WORKSPACE");
	for source in ["../Cargo.toml", "../src", "../../pallets", "../../Cargo.lock"] {
		println!("cargo:rerun-if-changed={source}");
	}
	// Not by `env!`: this script may have been compiled in a clone that is gone. The builder looks for
	// this very path in cargo's metadata: no `..` may be left in it.
	let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder");
	let manifest = std::fs::canonicalize(std::path::Path::new(&here).join("../Cargo.toml"))
		.expect("the runtime's manifest lies one folder up");
	let builder = substrate_wasm_builder::WasmBuilder::new()
		.with_project(manifest)
		.expect("the runtime's manifest is a cargo manifest")
		.import_memory()
		.export_heap_base();
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("STRD", 12);
	builder.build();
}
