// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks that a mock says little about, on the real ledger.

use super::*;
use frame_benchmarking::Benchmarking;

#[test]
fn benchmarks_of_liquidation_do_what_they_say() {
	let all = pallet_liquidation::Pallet::<Runtime>::benchmarks(false);
	let names = all.iter().map(|one| String::from_utf8_lossy(&one.name).into_owned());
	let mut done = 0;
	for name in names {
		for most in [false, true] {
			let tried = || pallet_liquidation::benchmarking::try_one::<Runtime>(&name, most);
			let Some(tried) = development().execute_with(tried) else { continue };
			assert!(tried.is_ok(), "{name}: {tried:?}");
			done += 1;
		}
	}
	assert!(done > 60, "{done}");
}
