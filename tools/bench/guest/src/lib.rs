// SPDX-License-Identifier: GPL-3.0-or-later

//! What the executor can call: a case by its number.

#![cfg_attr(not(feature = "std"), no_std)]

sp_core::wasm_export_functions! {
	fn run_case(case: u32, times: u32) -> u64 {
		straddle_bench_cases::run(case as usize, times)
	}
}

// The allocator and the panic handler of a runtime.
#[cfg(not(feature = "std"))]
use sp_io as _;
