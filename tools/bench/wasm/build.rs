// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds the guest as WebAssembly.

fn main() {
	println!("cargo:rerun-if-env-changed=STRADDLE_WORKSPACE");
	for source in ["../guest", "../cases", "../../../pallets/math", "../../../Cargo.lock"] {
		println!("cargo:rerun-if-changed={source}");
	}
	// As a chain is released, whatever the profile of this crate.
	std::env::set_var("WASM_BUILD_TYPE", "production");
	let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder");
	let manifest = std::fs::canonicalize(std::path::Path::new(&here).join("../guest/Cargo.toml"))
		.expect("the guest lies beside this crate");
	substrate_wasm_builder::WasmBuilder::new()
		.with_project(manifest)
		.expect("the guest's manifest is a cargo manifest")
		.import_memory()
		.export_heap_base()
		.disable_runtime_version_section_check()
		.build();
}
