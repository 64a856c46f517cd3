// SPDX-License-Identifier: GPL-3.0-or-later

//! Builds this crate as WebAssembly: see `Cargo.toml`.

#[cfg(feature = "std")]
fn main() {
	println!("cargo:rerun-if-env-changed=STRADDLE_WORKSPACE");
	for source in ["../Cargo.toml", "../src", "../../pallets", "../../Cargo.lock"] {
		println!("cargo:rerun-if-changed={source}");
	}
	substrate_wasm_builder::WasmBuilder::init_with_defaults().build();
}

#[cfg(not(feature = "std"))]
fn main() {}
