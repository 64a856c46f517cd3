// SPDX-License-Identifier: GPL-3.0-or-later

//! How long one turn of a case takes.

use std::time::{Duration, Instant};

/// Of these the fastest counts: on a shared machine every other has been interrupted.
const ROUNDS: u32 = 25;
/// About what a round takes.
const ROUND: Duration = Duration::from_millis(10);

/// Nanoseconds of one turn of `run(times)`, without what it prepares.
pub fn fastest(mut run: impl FnMut(u32)) -> f64 {
	let mut time = |times| {
		let start = Instant::now();
		run(times);
		start.elapsed()
	};
	let mut times = 1;
	while time(times) < ROUND && times < u32::MAX / 2 {
		times *= 2;
	}
	let mut best = |times| (0..ROUNDS).map(|_| time(times)).min().unwrap_or_default();
	let (prepared, all) = (best(0), best(times));
	all.saturating_sub(prepared).as_nanos() as f64 / f64::from(times)
}
