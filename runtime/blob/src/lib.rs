// SPDX-License-Identifier: GPL-3.0-or-later

//! Straddle's runtime as WebAssembly: `WASM_BINARY`, or `None` when built with `SKIP_WASM_BUILD`.

include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
