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
	/// An order that meets nothing and rests.
	fn place_resting() -> Weight;
	/// What meeting `n` orders adds.
	fn place_matching(n: u32) -> Weight;
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
/// account, a market's expiries, a listing.
const BOOK: u64 = 6_500;
const QUEUE: u64 = 1_600;
const PLACES: u64 = 2_900;
const ACCOUNT: u64 = 24_000;
const EXPIRIES: u64 = 600;
const LISTING: u64 = 1_100;
/// Nodes of the trie on the way to an item.
const PATH: u64 = 800;
/// Prices, pots, totals and parameters that the ledger reads to check a margin of 16 series.
const LEDGER_READS: u64 = 60;
/// Time to check a margin, in picoseconds.
const CHECK: u64 = 400_000_000;

fn weigh(db: RuntimeDbWeight, time: u64, reads: u64, writes: u64, proof: u64) -> Weight {
	Weight::from_parts(time, proof.saturating_add(reads.saturating_mul(PATH)))
		.saturating_add(db.reads_writes(reads, writes))
}

struct By(RuntimeDbWeight);

impl By {
	fn place_resting(&self) -> Weight {
		let proof = BOOK + QUEUE + PLACES + ACCOUNT + LISTING + 60 * LEDGER_READS;
		weigh(self.0, 60_000_000 + CHECK, 9 + LEDGER_READS, 8, proof)
	}

	fn place_matching(&self, n: u32) -> Weight {
		// A maker's account, its places, a queue; the ledger's index of holders and its open
		// interest. Prices are read once for all.
		let each = weigh(self.0, 60_000_000 + 2 * CHECK, 6, 6, ACCOUNT + PLACES + QUEUE);
		weigh(self.0, 20_000_000, 8, 8, EXPIRIES).saturating_add(each.saturating_mul(n.into()))
	}

	fn cancel_order(&self) -> Weight {
		weigh(self.0, 60_000_000, 8, 6, BOOK + QUEUE + PLACES + ACCOUNT)
	}

	fn cancel_all(&self, n: u32) -> Weight {
		let each = weigh(self.0, 30_000_000, 2, 2, BOOK + QUEUE);
		weigh(self.0, 40_000_000, 5, 4, PLACES + ACCOUNT)
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
		weigh(self.0, 60_000_000, 12, 8, ACCOUNT).saturating_add(each.saturating_mul(n.into()))
	}

	fn settle_turn(&self) -> Weight {
		weigh(self.0, 40_000_000, 10, 7, LISTING + EXPIRIES + 1_000)
	}
}

macro_rules! weights {
	($($impl:tt)*) => {
		$($impl)* {
			fn place_resting() -> Weight {
				Self::by().place_resting()
			}
			fn place_matching(n: u32) -> Weight {
				Self::by().place_matching(n)
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
