// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds the published `westend-runtime` as WebAssembly, as its own build script would with
//! `fast-runtime`.

fn main() {
	println!("cargo:rerun-if-changed=Cargo.toml");
	let metadata = cargo_metadata::MetadataCommand::new()
		.other_options(["--offline".to_owned(), "--locked".to_owned()])
		.exec()
		.expect("cargo describes this workspace");
	let runtime = metadata
		.packages
		.iter()
		.find(|package| package.name.as_str() == "westend-runtime")
		.expect("westend-runtime is a dependency of this crate");
	substrate_wasm_builder::WasmBuilder::new()
		.with_project(runtime.manifest_path.as_std_path())
		.expect("that is a cargo manifest")
		.import_memory()
		.export_heap_base()
		.enable_feature("fast-runtime")
		.build();
}
