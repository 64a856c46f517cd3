// SPDX-License-Identifier: GPL-3.0-or-later

//! Markets and series that benchmarks of more than one pallet trade in.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use sp_runtime::FixedU128;

/// Spot price of all of them. A contract at the money costs about a tenth of this.
pub const SPOT: u32 = 1_000;

/// Of the markets' series.
#[derive(Clone, Copy, Default)]
pub struct Nth {
	/// In which market.
	pub underlying: u32,
	/// In which of its expiries, a day apart, the first in thirty days.
	pub expiry: u32,
	/// At which of its strikes, a dollar apart: calls and puts in turn.
	pub strike: u32,
}

impl Nth {
	/// So many in one expiry.
	pub fn strikes(count: u32) -> Vec<Self> {
		(0..count).map(|strike| Self { strike, ..Self::default() }).collect()
	}

	/// Each in an expiry of its own.
	pub fn expiries(count: u32) -> Vec<Self> {
		(0..count).map(|expiry| Self { expiry, ..Self::default() }).collect()
	}

	/// Each in an underlying of its own.
	pub fn underlyings(count: u32) -> Vec<Self> {
		(0..count).map(|underlying| Self { underlying, ..Self::default() }).collect()
	}

	/// In which market it is.
	pub fn market(self) -> UnderlyingId {
		UnderlyingId(self.underlying as u16)
	}

	/// The series, seen from `now`.
	pub fn series(self, now: Moment) -> Series {
		Series {
			underlying: self.market(),
			expiry: now + u64::from(30 + self.expiry) * DAY_MS,
			strike: Strike::usd(u64::from(SPOT / 2 + self.strike)),
			kind: if self.strike.is_multiple_of(2) { Kind::Call } else { Kind::Put },
		}
	}
}

/// Let a market have prices, if it has not those already: once for all accounts. Returns whether it had not.
pub fn open_market<P: Prices>(market: UnderlyingId) -> bool {
	let spot = Price::from_u32(SPOT);
	let opens = P::spot(market, Lens::Latest).price != spot;
	if opens {
		P::set_for_benchmark(market, spot, FixedU128::from_rational(60, 100));
	}
	opens
}
