// SPDX-License-Identifier: GPL-3.0-or-later

//! The runtime of the next version, for tests of upgrades: `spec_version` differs, and a migration over ten blocks writes every
//! margin account anew.

#![cfg_attr(target_family = "wasm", no_std)]

#[cfg(target_family = "wasm")]
pub use straddle_runtime::*;

#[cfg(not(target_family = "wasm"))]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));
