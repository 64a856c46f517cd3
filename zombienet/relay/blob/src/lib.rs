// SPDX-License-Identifier: GPL-3.0-or-later

//! Westend's runtime as WebAssembly, with sessions of two minutes.

include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
