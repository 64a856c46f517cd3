// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_liquidation`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-26. Steps: 4, repeat: 3.

#![allow(missing_docs, unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each call and each step of a hook costs.
pub trait WeightInfo {
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn set_params() -> Weight;
	fn poll(w: u32) -> Weight;
	fn place_backstop() -> Weight;
	fn cancel_backstop() -> Weight;
	fn open_lots() -> Weight;
	fn look_at_lots() -> Weight;
	fn lend(l: u32) -> Weight;
	fn redeem() -> Weight;
	fn tend_loan() -> Weight;
	fn set_loan_params() -> Weight;
	fn run_scope(m: u32) -> Weight;
	fn prune_step() -> Weight;
	fn look_at_losses() -> Weight;
	fn write_off() -> Weight;
	fn share_next() -> Weight;
	fn ladder_odometers(d: u32) -> Weight;
	fn ladder_smile(s: u32) -> Weight;
	fn ladder_file(d: u32) -> Weight;
	fn refile_all() -> Weight;
	fn restrict() -> Weight;
	fn set_level() -> Weight;
	fn set_level_params() -> Weight;
	fn wind_down() -> Weight;
	fn flag_as_feeder() -> Weight;
	fn authorize_flag_as_feeder() -> Weight;
	fn start(n: u32) -> Weight;
	fn start_positions(p: u32) -> Weight;
	fn start_underlyings(u: u32) -> Weight;
	fn start_lots(l: u32) -> Weight;
	fn start_orders(o: u32) -> Weight;
	fn flag() -> Weight;
	fn bid() -> Weight;
	fn sold_positions(p: u32) -> Weight;
	fn sold_expiries(e: u32) -> Weight;
	fn sold_underlyings(u: u32) -> Weight;
	fn sold_lots(l: u32) -> Weight;
	fn touch() -> Weight;
	fn take_over() -> Weight;
	fn backstop(n: u32) -> Weight;
	fn end(n: u32) -> Weight;
	fn end_paid(n: u32) -> Weight;
	fn visit(n: u32) -> Weight;
	fn charge_gain(n: u32) -> Weight;
	fn bid_lots() -> Weight;
	fn ladder_drop(n: u32) -> Weight;
	fn ladder_look(n: u32) -> Weight;
	fn standing(n: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// By hand: an entry taken away and one made on each of `d` rails, and the account.
	fn ladder_file(d: u32) -> Weight {
		Weight::from_parts(60_000_000, 700)
			.saturating_add(Weight::from_parts(25_000_000, 1_400).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(d.into())))
	}
	/// By hand: the list of feeders.
	fn flag_as_feeder() -> Weight {
		Weight::from_parts(50_000_000, 6_000).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// By hand: the list of feeders, a signature, hashes, and the account itself.
	fn authorize_flag_as_feeder() -> Weight {
		Weight::from_parts(400_000_000, 40_000).saturating_add(T::DbWeight::get().reads(12_u64))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `118`
		//  Estimated: `1494`
		// Minimum execution time: 80_539_000 picoseconds.
		Weight::from_parts(92_698_000, 1494)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 9000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `347`
		//  Estimated: `1678`
		// Minimum execution time: 120_869_000 picoseconds.
		Weight::from_parts(128_551_000, 1678)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 9000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:0 w:1)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 50_695_000 picoseconds.
		Weight::from_parts(64_226_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clock` (r:1 w:1)
	/// Proof: `Liquidation::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:1)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:32 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// The range of component `w` is `[0, 32]`.
	fn poll(w: u32) -> Weight {
		// By hand besides: the odometers, authors, the peg and the cursor.
		// Proof size summary in bytes:
		//  Measured:  `610 + w * (111 ±0)`
		//  Estimated: `1934 + w * (2677 ±0)`
		// Minimum execution time: 97_485_000 picoseconds.
		// By hand: levels and halts, clocks and authors, not measured yet.
		Weight::from_parts(450_000_000, 54_000)
			.saturating_add(T::DbWeight::get().reads(36_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(55_402_611, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2677).saturating_mul(w.into()))
	}
	/// By hand, until it is measured: the list of standing bids, and the valuation of a full account from
	/// which the bond leaves, as `touch` has it.
	fn place_backstop() -> Weight {
		Weight::from_parts(17_000_000_000, 340_000)
			.saturating_add(T::DbWeight::get().reads(170_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// By hand, until it is measured: the list of standing bids and an account that gets its bond.
	fn cancel_backstop() -> Weight {
		Weight::from_parts(500_000_000, 50_000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// By hand, until it is measured: the debtor's account, the odometers and the record.
	fn open_lots() -> Weight {
		Weight::from_parts(500_000_000, 45_000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// By hand, until it is measured: a record, its account, the cash call, and all that an end writes.
	fn look_at_lots() -> Weight {
		Weight::from_parts(500_000_000, 48_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// By hand, until it is measured: the pledge's account, each lot once more, two bookings, the loan. What the
	/// moves of lots weigh is charged as they move.
	fn lend(l: u32) -> Weight {
		Weight::from_parts(400_000_000, 20_000)
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads_writes(30, 16))
	}
	/// By hand, until it is measured: the owner's account valued twice, a booking, the loan.
	fn redeem() -> Weight {
		Self::bid_lots().saturating_add(T::DbWeight::get().reads_writes(6, 6))
	}
	/// By hand, until it is measured: the loan, its accounts, two bookings and the end of a sale.
	fn tend_loan() -> Weight {
		Weight::from_parts(600_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 18))
	}
	/// By hand.
	fn set_loan_params() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}
	/// By hand, until it is measured: the list of markets, and what prices one of them needs: the
	/// underlying, its surface and those around it, three quotes. `m` marks of 20 µs.
	fn run_scope(m: u32) -> Weight {
		Weight::from_parts(50_000_000, 24_000)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::PruneCursor` (r:1 w:1)
	/// Proof: `Liquidation::PruneCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:2 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn prune_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `386`
		//  Estimated: `6044`
		// Minimum execution time: 126_228_000 picoseconds.
		Weight::from_parts(131_756_000, 6044)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 1600))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn look_at_losses() -> Weight {
		Weight::from_parts(60_000_000, 4_000).saturating_add(T::DbWeight::get().reads(4_u64))
	}
	/// Made by hand: not measured yet.
	fn write_off() -> Weight {
		Weight::from_parts(600_000_000, 40_000)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(42_u64))
	}
	/// Made by hand: not measured yet.
	fn share_next() -> Weight {
		Weight::from_parts(1_000_000_000, 180_000)
			.saturating_add(T::DbWeight::get().reads(110_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// The following are made by hand, until `make weights` is run.
	fn ladder_odometers(d: u32) -> Weight {
		Weight::from_parts(150_000_000, 9_000)
			.saturating_add(Weight::from_parts(10_000_000, 600).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn ladder_smile(s: u32) -> Weight {
		Weight::from_parts(60_000_000, 1_500)
			.saturating_add(Weight::from_parts(4_000_000, 16).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(100_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Made by hand: `Levels`, `LevelRules`, `Params` and `Halt`, twice.
	fn restrict() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Made by hand: as `restrict`.
	fn set_level() -> Weight {
		Self::restrict()
	}
	/// Made by hand.
	fn set_level_params() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Made by hand.
	fn wind_down() -> Weight {
		Weight::from_parts(20_000_000, 1_500)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as `start` was, of hands, and the record of an account.
	fn start(n: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(200_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	/// By hand: a valuation of `pallet-margin`.
	fn start_positions(p: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// By hand: a valuation of `pallet-margin`, and the list of its markets.
	fn start_underlyings(u: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(50_000_000, 3_700).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
	}
	/// By hand: a valuation of `pallet-margin`.
	fn start_lots(l: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(22_000_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// By hand: as 64 orders were measured: the book and the queue of each.
	fn start_orders(o: u32) -> Weight {
		Weight::from_parts(1_700_000_000, 40_000)
			.saturating_add(Weight::from_parts(110_000_000, 4_800).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(o.into())))
	}
	/// By hand: as it was measured, less what more than one position cost.
	fn flag() -> Weight {
		Weight::from_parts(900_000_000, 62_000)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// By hand: as it was measured, less what more than one position cost.
	fn bid() -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// By hand: three valuations of `pallet-margin`, and the series' open contracts.
	fn sold_positions(p: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(27_000_000, 2_540).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	/// By hand: the same, and who holds the expiry.
	fn sold_expiries(e: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(64_000_000, 2_540).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(e.into())))
	}
	/// By hand: the same, and the market's open contracts.
	fn sold_underlyings(u: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(130_000_000, 5_100).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(u.into())))
	}
	/// By hand: three valuations of `pallet-margin`.
	fn sold_lots(l: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// By hand: as it was measured, less what more than one position cost.
	fn touch() -> Weight {
		Weight::from_parts(620_000_000, 58_000)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// By hand: as it was measured, less what more than one position cost.
	fn take_over() -> Weight {
		Weight::from_parts(1_800_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// By hand: as a turn was by hand; the seller written, and its auction.
	fn backstop(n: u32) -> Weight {
		Weight::from_parts(400_000_000, 60_000)
			.saturating_add(Weight::from_parts(400_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	/// By hand: the record goes, without a bounty; that it ended, and that it is looked at in the next round.
	fn end(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 20_000)
			.saturating_add(Weight::from_parts(80_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	/// By hand: the same, with a bounty and the account that gets it.
	fn end_paid(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(Weight::from_parts(250_000_000, 60_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// By hand: the account, its record and its clock.
	fn visit(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 26_000)
			.saturating_add(Weight::from_parts(150_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
	}
	/// By hand: an account valued, read and written.
	fn charge_gain(n: u32) -> Weight {
		Weight::from_parts(150_000_000, 10_000)
			.saturating_add(Weight::from_parts(220_000_000, 29_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	/// By hand: as it was measured, less what two full accounts cost.
	fn bid_lots() -> Weight {
		Weight::from_parts(1_200_000_000, 62_000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// By hand: an entry of the ladder, and its account.
	fn ladder_drop(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(Weight::from_parts(60_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	/// By hand: the same, and a valuation of `pallet-margin`.
	fn ladder_look(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(Weight::from_parts(120_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// By hand: the list of standing bids decoded, and three accounts.
	fn standing(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	/// By hand: an entry taken away and one made on each of `d` rails, and the account.
	fn ladder_file(d: u32) -> Weight {
		Weight::from_parts(60_000_000, 700)
			.saturating_add(Weight::from_parts(25_000_000, 1_400).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(d.into())))
	}
	/// By hand: the list of feeders.
	fn flag_as_feeder() -> Weight {
		Weight::from_parts(50_000_000, 6_000).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	/// By hand: the list of feeders, a signature, hashes, and the account itself.
	fn authorize_flag_as_feeder() -> Weight {
		Weight::from_parts(400_000_000, 40_000).saturating_add(ParityDbWeight::get().reads(12_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(92_698_000, 1494)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 9000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(128_551_000, 1678)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 9000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(64_226_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll(w: u32) -> Weight {
		// By hand: levels and halts, clocks and authors, not measured yet.
		Weight::from_parts(450_000_000, 54_000)
			.saturating_add(ParityDbWeight::get().reads(36_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(55_402_611, 0).saturating_mul(w.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2677).saturating_mul(w.into()))
	}
	fn place_backstop() -> Weight {
		Weight::from_parts(17_000_000_000, 340_000)
			.saturating_add(ParityDbWeight::get().reads(170_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn cancel_backstop() -> Weight {
		Weight::from_parts(500_000_000, 50_000)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn open_lots() -> Weight {
		Weight::from_parts(500_000_000, 45_000)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn look_at_lots() -> Weight {
		Weight::from_parts(500_000_000, 48_000)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn lend(l: u32) -> Weight {
		Weight::from_parts(400_000_000, 20_000)
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(30, 16))
	}
	fn redeem() -> Weight {
		Self::bid_lots().saturating_add(ParityDbWeight::get().reads_writes(6, 6))
	}
	fn tend_loan() -> Weight {
		Weight::from_parts(600_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 18))
	}
	fn set_loan_params() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}
	fn run_scope(m: u32) -> Weight {
		Weight::from_parts(50_000_000, 24_000)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
	}
	fn prune_step() -> Weight {
		Weight::from_parts(131_756_000, 6044)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 1600))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn look_at_losses() -> Weight {
		Weight::from_parts(60_000_000, 4_000).saturating_add(ParityDbWeight::get().reads(4_u64))
	}
	/// Made by hand: not measured yet.
	fn write_off() -> Weight {
		Weight::from_parts(600_000_000, 40_000)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(42_u64))
	}
	/// Made by hand: not measured yet.
	fn share_next() -> Weight {
		Weight::from_parts(1_000_000_000, 180_000)
			.saturating_add(ParityDbWeight::get().reads(110_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn ladder_odometers(d: u32) -> Weight {
		Weight::from_parts(150_000_000, 9_000)
			.saturating_add(Weight::from_parts(10_000_000, 600).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn ladder_smile(s: u32) -> Weight {
		Weight::from_parts(60_000_000, 1_500)
			.saturating_add(Weight::from_parts(4_000_000, 16).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(100_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// Made by hand: `Levels`, `LevelRules`, `Params` and `Halt`, twice.
	fn restrict() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	/// Made by hand: as `restrict`.
	fn set_level() -> Weight {
		Self::restrict()
	}
	/// Made by hand.
	fn set_level_params() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Made by hand.
	fn wind_down() -> Weight {
		Weight::from_parts(20_000_000, 1_500)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn start(n: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(200_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn start_positions(p: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn start_underlyings(u: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(50_000_000, 3_700).saturating_mul(u.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(u.into())))
	}
	fn start_lots(l: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 40_000)
			.saturating_add(Weight::from_parts(22_000_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn start_orders(o: u32) -> Weight {
		Weight::from_parts(1_700_000_000, 40_000)
			.saturating_add(Weight::from_parts(110_000_000, 4_800).saturating_mul(o.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(o.into())))
	}
	fn flag() -> Weight {
		Weight::from_parts(900_000_000, 62_000)
			.saturating_add(ParityDbWeight::get().reads(25_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn bid() -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn sold_positions(p: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(27_000_000, 2_540).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
	}
	fn sold_expiries(e: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(64_000_000, 2_540).saturating_mul(e.into()))
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(e.into())))
	}
	fn sold_underlyings(u: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(130_000_000, 5_100).saturating_mul(u.into()))
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(u.into())))
	}
	fn sold_lots(l: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 90_000)
			.saturating_add(Weight::from_parts(80_000_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn touch() -> Weight {
		Weight::from_parts(620_000_000, 58_000)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn take_over() -> Weight {
		Weight::from_parts(1_800_000_000, 60_000)
			.saturating_add(ParityDbWeight::get().reads(25_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn backstop(n: u32) -> Weight {
		Weight::from_parts(400_000_000, 60_000)
			.saturating_add(Weight::from_parts(400_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn end(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 20_000)
			.saturating_add(Weight::from_parts(80_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
	}
	fn end_paid(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(Weight::from_parts(250_000_000, 60_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	fn visit(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 26_000)
			.saturating_add(Weight::from_parts(150_000_000, 31_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
	}
	fn charge_gain(n: u32) -> Weight {
		Weight::from_parts(150_000_000, 10_000)
			.saturating_add(Weight::from_parts(220_000_000, 29_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn bid_lots() -> Weight {
		Weight::from_parts(1_200_000_000, 62_000)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn ladder_drop(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(Weight::from_parts(60_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}
	fn ladder_look(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 6_000)
			.saturating_add(Weight::from_parts(120_000_000, 33_500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn standing(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 100_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
	}
}
