// SPDX-License-Identifier: GPL-3.0-or-later

//! The native half of `make bench`: times every case in an optimised build and prints name and
//! nanoseconds, tab-separated, for `straddle-bench-wasm` to set beside its own.

fn main() {
	for (n, case) in straddle_bench_cases::CASES.iter().enumerate() {
		let nanoseconds = straddle_bench_cases::timing::fastest(|times| {
			std::hint::black_box(straddle_bench_cases::run(n, std::hint::black_box(times)));
		});
		println!("{}\t{:.2}", case.name, nanoseconds / f64::from(case.parts));
	}
}
