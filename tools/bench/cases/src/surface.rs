// SPDX-License-Identifier: GPL-3.0-or-later

//! Reading a surface: what each option that is valued costs before its price.

use crate::{strike, Digest};
use straddle_math::{
	black76::YEAR_MS,
	svi::{
		self,
		lines::{self, Lines, CENTRE, PLACES},
	},
	WAD,
};

/// A smile of about 60 %.
fn vols(level: u32) -> [u32; PLACES] {
	core::array::from_fn(|n| level + 20_000 * n.abs_diff(CENTRE) as u32)
}

/// So many series between expiries of one and two months.
pub(crate) fn volatilities(times: u32) -> u64 {
	let expiries = [(560_000, YEAR_MS / 12), (600_000, YEAR_MS / 6)];
	let rows = expiries.map(|(level, time_ms)| (vols(level), lines::width(time_ms), time_ms));
	let left = YEAR_MS / 8;
	let mut digest = Digest::default();
	for n in 0..times {
		let Ok(k) = svi::moneyness(strike(n), 60_000 * WAD) else { continue };
		let [near, far] = rows.each_ref().map(|(vols, width, time_ms)| {
			let lines = Lines { width: *width, time_ms: *time_ms, vols };
			(lines.yearly(k), *time_ms)
		});
		digest.push(lines::volatility(lines::between_expiries(near, far, left)).into());
	}
	digest.0
}
