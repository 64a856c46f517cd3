// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights. Written by hand as upper estimates until `make weights` replaces this file: reads and
//! writes are counted from the code, an account costs [`ACCOUNT`] bytes of proof and [`SERIES`] for
//! each series in it, any other item [`ITEM`]. Pricing a series in an expiry of its own and its first
//! margin take [`PRICE`], another margin at known prices [`LEG`].

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Proof of an account without its lists of series: lots, delegates and the nodes above it.
const ACCOUNT: u64 = 4_500;
/// Proof of what one series adds: a position, an order, and its part of the oracle's surface.
const SERIES: u64 = 250;
/// Microseconds: 5 of Black-76, and ten reads of the oracle's items, which are in memory by then.
const PRICE: u64 = 25;
/// Microseconds: 0.2 for the margin, the rest for looking up prices and for the account's bytes.
const LEG: u64 = 4;
/// Prices of 32 markets, three items each.
const MARKETS: u64 = 96;
/// Proof of any other item.
const ITEM: u64 = 2_600;

/// What each call and step costs; `s` is the number of series that the account has positions or
/// orders in.
pub trait WeightInfo {
	/// `create_account`.
	fn create_account() -> Weight;
	/// `close_account`.
	fn close_account() -> Weight;
	/// `set_delegate`.
	fn set_delegate() -> Weight;
	/// `remove_delegate`.
	fn remove_delegate() -> Weight;
	/// `transfer_cash` between accounts with up to `s` series.
	fn transfer_cash(s: u32) -> Weight;
	/// `set_mode` of an account with `s` series.
	fn set_mode(s: u32) -> Weight;
	/// `set_params`.
	fn set_params() -> Weight;
	/// `set_portfolio_params`.
	fn set_portfolio_params() -> Weight;
	/// Accruing interest, once a block.
	fn accrue() -> Weight;
	/// Valuing one account.
	fn assess(s: u32) -> Weight;
	/// Booking a trade of one series between two accounts of `s` series each.
	fn book(s: u32) -> Weight;
}

fn us(micros: u64) -> Weight {
	Weight::from_parts(micros.saturating_mul(1_000_000), 0)
}

fn proof(accounts: u64, series: u32, items: u64) -> Weight {
	let series = u64::from(series).saturating_mul(SERIES);
	let account = ACCOUNT.saturating_add(series);
	Weight::from_parts(
		0,
		accounts.saturating_mul(account).saturating_add(items.saturating_mul(ITEM)),
	)
}

/// An account whose lists may be full and are not valued.
fn whole_account() -> Weight {
	proof(1, 0, 0).saturating_add(Weight::from_parts(0, 23_500))
}

struct Estimate;

impl Estimate {
	fn create_account(db: RuntimeDbWeight) -> Weight {
		us(30)
			.saturating_add(whole_account())
			.saturating_add(proof(0, 0, 2))
			.saturating_add(db.reads_writes(3, 2))
	}

	/// Reads the account twice (who may, and what is in it), auction, totals, indexes and count.
	fn close_account(db: RuntimeDbWeight) -> Weight {
		us(80)
			.saturating_add(whole_account())
			.saturating_add(proof(0, 0, 4))
			.saturating_add(db.reads_writes(6, 3))
	}

	fn delegate(db: RuntimeDbWeight) -> Weight {
		us(80).saturating_add(whole_account()).saturating_add(db.reads_writes(2, 1))
	}

	fn transfer_cash(db: RuntimeDbWeight, s: u32) -> Weight {
		us(60)
			.saturating_add(us(LEG).saturating_mul(s.into()))
			.saturating_add(whole_account())
			.saturating_add(Self::assess(db, s))
			.saturating_add(db.reads_writes(6, 3))
	}

	/// The tails and cash besides.
	fn set_mode(db: RuntimeDbWeight, s: u32) -> Weight {
		us(60)
			.saturating_add(whole_account())
			.saturating_add(Self::assess(db, s))
			.saturating_add(proof(0, 0, 4))
			.saturating_add(db.reads_writes(5, 3))
	}

	/// Parameters, totals, indexes and the rounding pot.
	fn accrue(db: RuntimeDbWeight) -> Weight {
		us(30).saturating_add(proof(0, 0, 5)).saturating_add(db.reads_writes(5, 3))
	}

	/// The account, parameters, indexes, time, peg; the markets; 32 lots of three reads each.
	fn assess(db: RuntimeDbWeight, s: u32) -> Weight {
		us(400)
			.saturating_add(us(PRICE).saturating_mul(s.into()))
			.saturating_add(proof(1, s, 6 + MARKETS + 96))
			.saturating_add(db.reads(6 + MARKETS + 96))
	}

	/// Each side is valued before and after; the prices are read once.
	fn book(db: RuntimeDbWeight, s: u32) -> Weight {
		us(400)
			.saturating_add(us(LEG).saturating_mul(s.into()).saturating_mul(2))
			.saturating_add(Self::assess(db, s).saturating_mul(2))
			.saturating_add(proof(0, 0, 8))
			.saturating_add(db.reads_writes(8, 7))
	}
}

/// Weights with the runtime's own database.
pub struct SubstrateWeight<T>(PhantomData<T>);

macro_rules! weights {
	($db:expr) => {
		fn create_account() -> Weight {
			Estimate::create_account($db)
		}
		fn close_account() -> Weight {
			Estimate::close_account($db)
		}
		fn set_delegate() -> Weight {
			Estimate::delegate($db)
		}
		fn remove_delegate() -> Weight {
			Estimate::delegate($db)
		}
		fn transfer_cash(s: u32) -> Weight {
			Estimate::transfer_cash($db, s)
		}
		fn set_mode(s: u32) -> Weight {
			Estimate::set_mode($db, s)
		}
		fn set_portfolio_params() -> Weight {
			us(60).saturating_add(proof(0, 0, 1)).saturating_add($db.writes(1))
		}
		fn set_params() -> Weight {
			Estimate::accrue($db).saturating_add($db.writes(1))
		}
		fn accrue() -> Weight {
			Estimate::accrue($db)
		}
		fn assess(s: u32) -> Weight {
			Estimate::assess($db, s)
		}
		fn book(s: u32) -> Weight {
			Estimate::book($db, s)
		}
	};
}

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	weights!(T::DbWeight::get());
}

impl WeightInfo for () {
	weights!(RocksDbWeight::get());
}
