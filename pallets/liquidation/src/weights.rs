// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights. Written by hand as upper estimates until `make weights` replaces this file: reads and
//! writes are counted from the code, and the ledger's part is taken as in pallet-margin's estimates
//! (an account costs [`ACCOUNT`] bytes of proof and [`SERIES`] for each position, any other item
//! [`ITEM`]; pricing a series 80 µs and one read of the oracle; moving one 80 µs, two reads and two
//! writes).

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Proof of an account without its positions.
const ACCOUNT: u64 = 4_500;
/// Proof of what one position adds to an account and to the oracle's surface.
const SERIES: u64 = 250;
/// Proof of any other item.
const ITEM: u64 = 2_600;
/// Items behind a valuation: parameters, interest, time, peg, spot, and two for each of 32 lots.
const VALUATION: u64 = 6 + 64;

/// What each call and step costs; `p` is the number of positions of the larger account in it.
pub trait WeightInfo {
	/// `flag`.
	fn flag(p: u32) -> Weight;
	/// `bid`.
	fn bid(p: u32) -> Weight;
	/// `touch`.
	fn touch(p: u32) -> Weight;
	/// `take_over`.
	fn take_over(p: u32) -> Weight;
	/// `pause`.
	fn pause() -> Weight;
	/// `resume`.
	fn resume() -> Weight;
	/// `set_params`.
	fn set_params() -> Weight;
	/// Block work without any auction, with `w` watched underlyings.
	fn poll(w: u32) -> Weight;
	/// Advancing one clock.
	fn tick_step(p: u32) -> Weight;
	/// Looking at one ended auction.
	fn prune_step() -> Weight;
}

fn us(micros: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
}

fn proof(accounts: u64, p: u32, items: u64) -> Weight {
	let account = ACCOUNT.saturating_add(u64::from(p).saturating_mul(SERIES));
	let accounts = accounts.saturating_mul(account);
	Weight::from_parts(0, accounts.saturating_add(items.saturating_mul(ITEM)))
}

struct Estimate;

impl Estimate {
	/// Prices read once; valuing the same account again costs time only.
	fn assess(db: RuntimeDbWeight, p: u32) -> Weight {
		us(100)
			.saturating_add(us(80).saturating_mul(p.into()))
			.saturating_add(db.reads(VALUATION))
			.saturating_add(db.reads(p.into()))
	}

	/// Moving `p` positions and 32 lots between two accounts, with pots, totals and their sums.
	fn move_all(db: RuntimeDbWeight, p: u32) -> Weight {
		us(200)
			.saturating_add(us(80).saturating_mul(p.into()))
			.saturating_add(proof(0, 0, u64::from(p).saturating_add(8)))
			.saturating_add(db.reads_writes(2, 2).saturating_mul(p.into()))
			.saturating_add(db.reads_writes(8, 8))
	}

	/// Two lenses, and once more without orders. Cancelling 128 series of orders: two writes each.
	fn flag(db: RuntimeDbWeight, p: u32) -> Weight {
		us(200)
			.saturating_add(Self::assess(db, p).saturating_mul(3))
			.saturating_add(proof(2, p, VALUATION + 8 + 128))
			.saturating_add(db.reads_writes(10 + 128, 8 + 256))
	}

	/// Both accounts before and after, a mark for each position, the move, and the end.
	fn bid(db: RuntimeDbWeight, p: u32) -> Weight {
		us(200)
			.saturating_add(Self::assess(db, p).saturating_mul(4))
			.saturating_add(us(80).saturating_mul(p.into()))
			.saturating_add(Self::move_all(db, p))
			.saturating_add(proof(3, p, 2 * VALUATION + 12))
			.saturating_add(db.reads_writes(12, 10))
	}

	/// One valuation, the pool's payment, the bounty, the end.
	fn touch(db: RuntimeDbWeight, p: u32) -> Weight {
		us(300)
			.saturating_add(Self::assess(db, p))
			.saturating_add(proof(2, p, VALUATION + 14))
			.saturating_add(db.reads_writes(16, 12))
	}

	/// An end and the move to the pool's account, which is opened the first time: the genesis hash,
	/// whether the account is there, the number of its owner's accounts, and two of them written.
	fn take_over(db: RuntimeDbWeight, p: u32) -> Weight {
		Self::touch(db, p)
			.saturating_add(Self::assess(db, p))
			.saturating_add(Self::move_all(db, p))
			.saturating_add(proof(1, p, 6))
			.saturating_add(db.reads_writes(3, 2))
	}

	fn switch(db: RuntimeDbWeight) -> Weight {
		us(20).saturating_add(proof(0, 0, 2)).saturating_add(db.reads_writes(3, 1))
	}

	/// Parameters, count, sum of deficits.
	fn set_params(db: RuntimeDbWeight) -> Weight {
		us(40).saturating_add(proof(0, 0, 3)).saturating_add(db.reads_writes(3, 1))
	}

	/// Parameters, time, clock, halt, quorums, count, cursor; three items for each spot price; what
	/// all valuations of the block share.
	fn poll(db: RuntimeDbWeight, w: u32) -> Weight {
		let items = u64::from(w).saturating_mul(3).saturating_add(7).saturating_add(VALUATION);
		us(40)
			.saturating_add(us(10).saturating_mul(w.into()))
			.saturating_add(proof(0, 0, items))
			.saturating_add(db.reads(3).saturating_mul(w.into()))
			.saturating_add(db.reads_writes(7 + VALUATION, 4))
	}

	/// A valuation without what all of them share, which `poll` has read.
	fn tick_step(db: RuntimeDbWeight, p: u32) -> Weight {
		us(300)
			.saturating_add(us(80).saturating_mul(p.into()))
			.saturating_add(proof(1, p, 2))
			.saturating_add(db.reads(p.into()))
			.saturating_add(db.reads_writes(4, 1))
	}

	fn prune_step(db: RuntimeDbWeight) -> Weight {
		us(20).saturating_add(proof(0, 0, 2)).saturating_add(db.reads_writes(3, 2))
	}
}

/// Weights with the runtime's own database.
pub struct SubstrateWeight<T>(PhantomData<T>);

macro_rules! weights {
	($db:expr) => {
		fn flag(p: u32) -> Weight {
			Estimate::flag($db, p)
		}
		fn bid(p: u32) -> Weight {
			Estimate::bid($db, p)
		}
		fn touch(p: u32) -> Weight {
			Estimate::touch($db, p)
		}
		fn take_over(p: u32) -> Weight {
			Estimate::take_over($db, p)
		}
		fn pause() -> Weight {
			Estimate::switch($db)
		}
		fn resume() -> Weight {
			Estimate::switch($db)
		}
		fn set_params() -> Weight {
			Estimate::set_params($db)
		}
		fn poll(w: u32) -> Weight {
			Estimate::poll($db, w)
		}
		fn tick_step(p: u32) -> Weight {
			Estimate::tick_step($db, p)
		}
		fn prune_step() -> Weight {
			Estimate::prune_step($db)
		}
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	weights!(T::DbWeight::get());
}

impl WeightInfo for () {
	weights!(RocksDbWeight::get());
}
