// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights, written by hand as upper estimates: storage items counted in the code, proof sizes from
//! the items' maximal lengths. `make weights` replaces them by measured ones.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of calls and block work.
pub trait WeightInfo {
	/// An order of an account with `t` positions and series with orders that meets nothing and rests.
	fn place_resting(t: u32) -> Weight;
	/// An order of such an account that trades with `MAX_MATCHES` makers, each with `m` of them.
	fn place_matching(m: u32, t: u32) -> Weight;
	/// Cancel one order.
	fn cancel_order() -> Weight;
	/// Cancel `n` orders of one account.
	fn cancel_all(n: u32) -> Weight;
	/// `set_market`.
	fn set_market() -> Weight;
	/// `set_params`.
	fn set_params() -> Weight;
	/// `restrict_market`.
	fn restrict_market() -> Weight;
	/// `relax_market`.
	fn relax_market() -> Weight;
	/// Block work: look at a market.
	fn visit_market() -> Weight;
	/// Block work: list an expiry, or add strikes, `n` of them.
	fn list_strikes(n: u32) -> Weight;
	/// Block work: cancel an order of an expired series, or find none.
	fn settle_order() -> Weight;
	/// Block work: settle an account with `n` series; with none: find that it is not its turn.
	fn settle_account(n: u32) -> Weight;
	/// Block work: begin or end a pass of a sweep.
	fn settle_turn() -> Weight;
}

/// Longest items, in bytes: a book's levels, the orders at a price, an account's places, a margin
/// account and what of it is not series, a market's expiries, a listing.
const BOOK: u64 = 6_500;
const QUEUE: u64 = 1_600;
const PLACES: u64 = 2_900;
const ACCOUNT: u64 = 24_000;
const REST_OF_ACCOUNT: u64 = 1_500;
const EXPIRIES: u64 = 600;
const LISTING: u64 = 1_100;
/// Nodes of the trie on the way to an item.
const PATH: u64 = 800;
/// Bytes of one position or of the orders in one series.
const SERIES: u64 = 70;
/// Prices, kinds of collateral, pots, totals and parameters that the ledger reads to check margins:
/// three items for each of 32 markets and 32 kinds, and a few more.
const LEDGER_READS: u64 = 210;
/// Time to price one series, to check its margin twice, and to move its bytes, in picoseconds: 5 µs of
/// Black-76, ten reads of the oracle's cached items, 2 · 0.2 µs for two margins each.
const PRICE: u64 = 25_000_000;
/// The same without the price.
const LEG: u64 = 4_000_000;
/// Time of a trade besides, with 32 lots of both accounts valued twice.
const TRADE: u64 = 700_000_000;
/// Trades of `place_matching`.
const MATCHES: u64 = crate::MAX_MATCHES as u64;

fn weigh(db: RuntimeDbWeight, time: u64, reads: u64, writes: u64, proof: u64) -> Weight {
	Weight::from_parts(time, proof.saturating_add(reads.saturating_mul(PATH)))
		.saturating_add(db.reads_writes(reads, writes))
}

/// `count` series of so much time each.
fn series(count: u64, time: u64) -> Weight {
	Weight::from_parts(time, SERIES).saturating_mul(count)
}

struct By(RuntimeDbWeight);

impl By {
	fn place_resting(&self, t: u32) -> Weight {
		let proof = BOOK + QUEUE + PLACES + REST_OF_ACCOUNT + LISTING + 60 * LEDGER_READS;
		weigh(self.0, TRADE, 9 + LEDGER_READS, 8, proof)
			.saturating_add(series(t.into(), PRICE + LEG))
	}

	/// Each maker's account, places and queue; the ledger's index of holders. Prices, open interest and
	/// pots are read once for all.
	fn place_matching(&self, m: u32, t: u32) -> Weight {
		let each = weigh(self.0, TRADE, 6, 6, REST_OF_ACCOUNT + PLACES + QUEUE);
		let again = Weight::from_parts(LEG, 0).saturating_mul(t.into());
		weigh(self.0, 0, 12 + LEDGER_READS, 12, BOOK + EXPIRIES + LISTING + 60 * LEDGER_READS)
			.saturating_add(series(t.into(), PRICE))
			.saturating_add(each.saturating_add(again).saturating_mul(MATCHES))
			.saturating_add(series(u64::from(m).saturating_mul(MATCHES), PRICE))
	}

	fn cancel_order(&self) -> Weight {
		weigh(self.0, 300_000_000, 8, 6, BOOK + QUEUE + PLACES + ACCOUNT)
	}

	fn cancel_all(&self, n: u32) -> Weight {
		let each = weigh(self.0, 30_000_000, 2, 2, BOOK + QUEUE);
		weigh(self.0, 300_000_000, 5, 4, PLACES + ACCOUNT)
			.saturating_add(each.saturating_mul(n.into()))
	}

	fn rules(&self) -> Weight {
		weigh(self.0, 20_000_000, 2, 2, 300)
	}

	fn visit_market(&self) -> Weight {
		weigh(self.0, 10_000_000, 3, 1, EXPIRIES + 300)
	}

	fn list_strikes(&self, n: u32) -> Weight {
		let each = Weight::from_parts(1_000_000, 0).saturating_mul(n.into());
		weigh(self.0, 60_000_000, 8, 4, LISTING + EXPIRIES + 2_000).saturating_add(each)
	}

	fn settle_account(&self, n: u32) -> Weight {
		// Each series leaves the account and the ledger's open interest.
		let each = weigh(self.0, 5_000_000, 2, 2, 0);
		weigh(self.0, 300_000_000, 12, 8, ACCOUNT).saturating_add(each.saturating_mul(n.into()))
	}

	fn settle_turn(&self) -> Weight {
		weigh(self.0, 40_000_000, 10, 7, LISTING + EXPIRIES + 1_000)
	}
}

macro_rules! weights {
	($($impl:tt)*) => {
		$($impl)* {
			fn place_resting(t: u32) -> Weight {
				Self::by().place_resting(t)
			}
			fn place_matching(m: u32, t: u32) -> Weight {
				Self::by().place_matching(m, t)
			}
			fn cancel_order() -> Weight {
				Self::by().cancel_order()
			}
			fn cancel_all(n: u32) -> Weight {
				Self::by().cancel_all(n)
			}
			fn set_market() -> Weight {
				Self::by().rules()
			}
			fn set_params() -> Weight {
				Self::by().rules()
			}
			fn restrict_market() -> Weight {
				Self::by().rules()
			}
			fn relax_market() -> Weight {
				Self::by().rules()
			}
			fn visit_market() -> Weight {
				Self::by().visit_market()
			}
			fn list_strikes(n: u32) -> Weight {
				Self::by().list_strikes(n)
			}
			fn settle_order() -> Weight {
				Self::by().cancel_order()
			}
			fn settle_account(n: u32) -> Weight {
				Self::by().settle_account(n)
			}
			fn settle_turn() -> Weight {
				Self::by().settle_turn()
			}
		}
	};
}

/// Where the database's weights come from.
trait Database {
	fn by() -> By;
}

/// For a runtime: with its own database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> Database for SubstrateWeight<T> {
	fn by() -> By {
		By(T::DbWeight::get())
	}
}

impl Database for () {
	fn by() -> By {
		By(RocksDbWeight::get())
	}
}

weights!(impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T>);
weights!(impl WeightInfo for ());
