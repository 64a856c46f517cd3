// SPDX-License-Identifier: GPL-3.0-or-later

//! The runtime with its benchmarks, as WebAssembly; the bencher runs it. With one more export, by which
//! the state's accesses are timed.

#![cfg_attr(target_family = "wasm", no_std)]

#[cfg(target_family = "wasm")]
extern crate alloc;
#[cfg(target_family = "wasm")]
mod storage;

#[cfg(target_family = "wasm")]
pub use straddle_runtime::*;

#[cfg(not(target_family = "wasm"))]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
