// SPDX-License-Identifier: GPL-3.0-or-later

//! What the wasm builder would make of the published runtime: the runtime itself, linked.

#![no_std]

pub use people_westend_runtime::*;
