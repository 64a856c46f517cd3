// SPDX-License-Identifier: GPL-3.0-or-later

//! What most others would take: doubles, and functions of a library. A row to compare with; a runtime
//! must not use it (another machine may round otherwise).

use crate::Digest;

/// Φ.
fn cdf(x: f64) -> f64 {
	0.5 * libm::erfc(-x * core::f64::consts::FRAC_1_SQRT_2)
}

fn call(forward: f64, strike: f64, deviation: f64) -> f64 {
	let d1 = libm::log(forward / strike) / deviation + deviation / 2.0;
	forward * cdf(d1) - strike * cdf(d1 - deviation)
}

pub(crate) fn prices(times: u32) -> u64 {
	let deviation = 0.6 * libm::sqrt(1.0 / 12.0);
	let mut digest = Digest::default();
	for n in 0..times {
		let strike = 50_000.0 + f64::from(n % 20_000);
		digest.push(call(60_000.0, strike, deviation).to_bits().into());
	}
	digest.0
}
