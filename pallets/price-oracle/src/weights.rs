// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights, written by hand from counted reads, writes and maximum lengths, with room above: upper
//! estimates until `make weights` measures them and replaces this file.
//!
//! Proof sizes are the items' maximum lengths plus 500 bytes of trie nodes an item.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Trie nodes on the way to one item.
const NODES: u64 = 500;
/// A list of 64 feeders, and one of 16 rounds.
const FEEDERS: u64 = 2_050;
/// A feed's record.
const FEED: u64 = 400;
/// A feed's quote and minutes.
const QUOTE: u64 = 600;
/// A price in a report.
const PRICE: u64 = 18;
/// The list of watched expiries.
const WATCHED: u64 = 2_562;
/// Feeds and underlyings that may have to be looked through.
const LISTED: u64 = 64;

/// What the calls and the block's work cost.
pub trait WeightInfo {
	/// Store a batch of `p` prices.
	fn report(p: u32) -> Weight;
	/// Check a batch of `p` prices and its signature.
	fn authorize_report(p: u32) -> Weight;
	/// List or change a feed.
	fn set_feed() -> Weight;
	/// Remove a feed.
	fn remove_feed() -> Weight;
	/// List or change an underlying.
	fn set_underlying() -> Weight;
	/// Change the parameters.
	fn set_params() -> Weight;
	/// Stop a feed.
	fn halt_feed() -> Weight;
	/// Resume a feed.
	fn resume_feed() -> Weight;
	/// Change an exchange's URL.
	fn set_url() -> Weight;
	/// What every block looks at.
	fn poll_base() -> Weight;
	/// Look at a round of `r` reports with `f` feeds, and put it off.
	fn look_at_round(r: u32, f: u32) -> Weight;
	/// Finish or drop a round of `r` reports with `f` feeds that was looked at.
	fn finish_round(r: u32, f: u32) -> Weight;
	/// Bring one settlement up to now.
	fn settlement_step() -> Weight;
}

/// Microseconds of computing, reads, writes and bytes read as one weight.
fn cost(db: RuntimeDbWeight, micros: u64, reads: u64, writes: u64, bytes: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
		.saturating_add(db.reads_writes(reads, writes))
		.saturating_add(Weight::from_parts(0, bytes.saturating_add(reads.saturating_mul(NODES))))
}

fn all(db: RuntimeDbWeight) -> Estimates {
	Estimates(db)
}

/// The estimates, given what a read and a write cost.
struct Estimates(RuntimeDbWeight);

impl Estimates {
	/// Reads: genesis hash, parameters, time, last finished, feeders, report, pending, block.
	fn report(&self, p: u32) -> Weight {
		let micros = u64::from(p).saturating_div(8).saturating_add(30);
		cost(self.0, micros, 8, 2, FEEDERS.saturating_add(u64::from(p).saturating_mul(PRICE)))
	}

	/// The same reads, and one sr25519 signature over at most 1.2 KB.
	fn authorize_report(&self, p: u32) -> Weight {
		let micros = u64::from(p).saturating_div(8).saturating_add(110);
		cost(self.0, micros, 8, 0, FEEDERS.saturating_add(u64::from(p).saturating_mul(PRICE)))
	}

	/// Looks through all feeds for one that uses this one as its quote.
	fn set_feed(&self) -> Weight {
		let reads = LISTED.saturating_add(5);
		cost(self.0, 150, reads, 4, LISTED.saturating_mul(FEED).saturating_add(QUOTE))
	}

	/// Looks through all feeds and all underlyings.
	fn remove_feed(&self) -> Weight {
		let reads = LISTED.saturating_mul(2).saturating_add(4);
		cost(self.0, 200, reads, 5, LISTED.saturating_mul(FEED.saturating_add(40)))
	}

	fn small(&self, reads: u64, writes: u64) -> Weight {
		cost(self.0, 30, reads, writes, FEED.saturating_mul(2).saturating_add(QUOTE))
	}

	fn poll_base(&self) -> Weight {
		cost(self.0, 20, 7, 0, FEEDERS.saturating_add(WATCHED))
	}

	/// Reads every report, which may be of as many feeds as there can be, listed or not, then each
	/// feed's record and quote; writes what is waiting.
	fn look_at_round(&self, r: u32, f: u32) -> Weight {
		let (r, f) = (u64::from(r), u64::from(f));
		let most = u64::from(crate::MAX_FEEDS);
		let micros = r
			.saturating_mul(most)
			.saturating_div(4)
			.saturating_add(f.saturating_mul(5))
			.saturating_add(30);
		let reads = r.saturating_mul(2).saturating_add(f.saturating_mul(3)).saturating_add(4);
		let report = most.saturating_mul(PRICE).saturating_add(100);
		let bytes = r.saturating_mul(report).saturating_add(f.saturating_mul(FEED + QUOTE));
		cost(self.0, micros, reads, 1, bytes)
	}

	/// Deletes every report, then reads and writes each feed's quote and minutes.
	fn finish_round(&self, r: u32, f: u32) -> Weight {
		let (r, f) = (u64::from(r), u64::from(f));
		let pairs = r.saturating_mul(f);
		let micros =
			pairs.saturating_div(4).saturating_add(f.saturating_mul(10)).saturating_add(60);
		let reads = r.saturating_add(f.saturating_mul(2)).saturating_add(4);
		let writes = r.saturating_add(f.saturating_mul(2)).saturating_add(3);
		cost(self.0, micros, reads, writes, f.saturating_mul(QUOTE))
	}

	/// Reads the measurement, the underlying, its quote, the seal and the list; writes three.
	fn settlement_step(&self) -> Weight {
		cost(self.0, 40, 5, 3, QUOTE.saturating_add(WATCHED).saturating_add(300))
	}
}

macro_rules! estimates {
	() => {
		fn report(p: u32) -> Weight {
			all(Self::db()).report(p)
		}
		fn authorize_report(p: u32) -> Weight {
			all(Self::db()).authorize_report(p)
		}
		fn set_feed() -> Weight {
			all(Self::db()).set_feed()
		}
		fn remove_feed() -> Weight {
			all(Self::db()).remove_feed()
		}
		fn set_underlying() -> Weight {
			all(Self::db()).small(5, 2)
		}
		fn set_params() -> Weight {
			all(Self::db()).small(1, 1)
		}
		fn halt_feed() -> Weight {
			all(Self::db()).small(1, 1)
		}
		fn resume_feed() -> Weight {
			all(Self::db()).small(1, 2)
		}
		fn set_url() -> Weight {
			all(Self::db()).small(0, 1)
		}
		fn poll_base() -> Weight {
			all(Self::db()).poll_base()
		}
		fn look_at_round(r: u32, f: u32) -> Weight {
			all(Self::db()).look_at_round(r, f)
		}
		fn finish_round(r: u32, f: u32) -> Weight {
			all(Self::db()).finish_round(r, f)
		}
		fn settlement_step() -> Weight {
			all(Self::db()).settlement_step()
		}
	};
}

/// The estimates with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> SubstrateWeight<T> {
	fn db() -> RuntimeDbWeight {
		T::DbWeight::get()
	}
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	estimates!();
}

/// The estimates with RocksDB's weights, for tests.
trait Db {
	fn db() -> RuntimeDbWeight;
}

impl Db for () {
	fn db() -> RuntimeDbWeight {
		RocksDbWeight::get()
	}
}

impl WeightInfo for () {
	estimates!();
}
