// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_liquidation`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-27. Steps: 4, repeat: 3. No time is below the least that was seen: the line through so few points may begin there.

#![allow(missing_docs, unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each call and each step of a hook costs.
pub trait WeightInfo {
	fn start(n: u32) -> Weight;
	fn start_positions(p: u32) -> Weight;
	fn start_underlyings(u: u32) -> Weight;
	fn start_lots(l: u32) -> Weight;
	fn start_orders(o: u32) -> Weight;
	fn flag() -> Weight;
	fn bid() -> Weight;
	fn sold_positions(p: u32) -> Weight;
	fn sold_positions_again(p: u32) -> Weight;
	fn sold_expiries(e: u32) -> Weight;
	fn sold_underlyings(u: u32) -> Weight;
	fn sold_lots(l: u32) -> Weight;
	fn touch() -> Weight;
	fn take_over() -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn set_params() -> Weight;
	fn poll(w: u32) -> Weight;
	fn place_backstop() -> Weight;
	fn cancel_backstop() -> Weight;
	fn backstop(n: u32) -> Weight;
	fn standing(n: u32) -> Weight;
	fn end(n: u32) -> Weight;
	fn end_paid(n: u32) -> Weight;
	fn open_lots() -> Weight;
	fn bid_lots() -> Weight;
	fn look_at_lots() -> Weight;
	fn run_scope(m: u32) -> Weight;
	fn visit(n: u32) -> Weight;
	fn prune_step() -> Weight;
	fn look_at_losses() -> Weight;
	fn write_off() -> Weight;
	fn share_next() -> Weight;
	fn charge_gain(n: u32) -> Weight;
	fn restrict() -> Weight;
	fn set_level() -> Weight;
	fn set_level_params() -> Weight;
	fn wind_down() -> Weight;
	fn ladder_odometers(d: u32) -> Weight;
	fn ladder_smile(s: u32) -> Weight;
	fn ladder_drop(n: u32) -> Weight;
	fn ladder_look(n: u32) -> Weight;
	fn ladder_file(d: u32) -> Weight;
	fn refile_all() -> Weight;
	fn flag_as_feeder() -> Weight;
	fn authorize_flag_as_feeder() -> Weight;
	fn lend(l: u32) -> Weight;
	fn redeem() -> Weight;
	fn tend_loan() -> Weight;
	fn set_loan_params() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Liquidation::Auctions` (r:16 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:16 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:16 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:16 w:16)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn start(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `269 + n * (280 ±0)`
		//  Estimated: `6801 + n * (28348 ±0)`
		// Minimum execution time: 498_107_000 picoseconds.
		Weight::from_parts(196_927_408, 6801)
			.saturating_add(Weight::from_parts(322_970_252, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(498_107_000, 0))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn start_positions(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `506 + p * (10 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 455_975_000 picoseconds.
		Weight::from_parts(532_981_445, 29338)
			.saturating_add(Weight::from_parts(2_094_763, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(455_975_000, 0))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:32 w:32)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn start_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `506 + u * (11 ±0)`
		//  Estimated: `29338 + u * (3695 ±0)`
		// Minimum execution time: 430_046_000 picoseconds.
		Weight::from_parts(522_836_856, 29338)
			.saturating_add(Weight::from_parts(33_937_131, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(430_046_000, 0))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 3695).saturating_mul(u.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 32]`.
	fn start_lots(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `518 + l * (18 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 505_979_000 picoseconds.
		Weight::from_parts(550_617_928, 29338)
			.saturating_add(Weight::from_parts(2_814_496, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(505_979_000, 0))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 64]`.
	fn start_orders(o: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `642 + o * (1894 ±0)`
		//  Estimated: `29338 + o * (4785 ±0)`
		// Minimum execution time: 803_249_000 picoseconds.
		Weight::from_parts(729_450_316, 29338)
			.saturating_add(Weight::from_parts(128_407_183, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(803_249_000, 0))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(o.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn flag() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `645`
		//  Estimated: `57686`
		// Minimum execution time: 596_863_000 picoseconds.
		Weight::from_parts(634_859_000, 57686)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn bid() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1165`
		//  Estimated: `86034`
		// Minimum execution time: 1_128_170_000 picoseconds.
		Weight::from_parts(1_204_532_000, 86034)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn sold_positions(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1104 + p * (63 ±0)`
		//  Estimated: `86034 + p * (2539 ±0)`
		// Minimum execution time: 1_168_830_000 picoseconds.
		Weight::from_parts(1_165_958_833, 86034)
			.saturating_add(Weight::from_parts(92_078_443, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(1_168_830_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:6 w:6)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:4 w:2)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:4 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:2)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:4)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn sold_positions_again(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1855 + p * (67 ±0)`
		//  Estimated: `171078 + p * (2539 ±0)`
		// Minimum execution time: 2_092_968_000 picoseconds.
		Weight::from_parts(2_290_398_099, 171078)
			.saturating_add(Weight::from_parts(165_148_780, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(2_092_968_000, 0))
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:64)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[1, 64]`.
	fn sold_expiries(e: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1087 + e * (78 ±0)`
		//  Estimated: `86034 + e * (2539 ±0)`
		// Minimum execution time: 1_174_128_000 picoseconds.
		Weight::from_parts(985_446_329, 86034)
			.saturating_add(Weight::from_parts(117_603_747, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(1_174_128_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(e.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:32 w:32)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:32)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:32)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn sold_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1117 + u * (47 ±0)`
		//  Estimated: `86034 + u * (2539 ±0)`
		// Minimum execution time: 1_119_667_000 picoseconds.
		Weight::from_parts(1_114_959_884, 86034)
			.saturating_add(Weight::from_parts(130_622_205, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(1_119_667_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(u.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 32]`.
	fn sold_lots(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1170 + l * (18 ±0)`
		//  Estimated: `86034 + l * (2413 ±0)`
		// Minimum execution time: 1_204_292_000 picoseconds.
		Weight::from_parts(1_313_769_815, 86034)
			.saturating_add(Weight::from_parts(32_270_737, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(1_204_292_000, 0))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 2413).saturating_mul(l.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:1)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn touch() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `838`
		//  Estimated: `57686`
		// Minimum execution time: 554_050_000 picoseconds.
		Weight::from_parts(636_742_000, 57686)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:0)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn take_over() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1024`
		//  Estimated: `57686`
		// Minimum execution time: 1_066_158_000 picoseconds.
		Weight::from_parts(1_127_639_000, 57686)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18`
		//  Estimated: `1517`
		// Minimum execution time: 177_332_000 picoseconds.
		Weight::from_parts(224_322_000, 1517)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `179`
		//  Estimated: `1734`
		// Minimum execution time: 170_402_000 picoseconds.
		Weight::from_parts(230_151_000, 1734)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:0 w:1)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 101_490_000 picoseconds.
		Weight::from_parts(126_827_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clock` (r:1 w:1)
	/// Proof: `Liquidation::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:1)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:1)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:2 w:0)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Liquidation::Authors` (r:1 w:1)
	/// Proof: `Liquidation::Authors` (`max_values`: Some(1), `max_size`: Some(5250), added: 5745, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:0)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Visits` (r:1 w:0)
	/// Proof: `Liquidation::Visits` (`max_values`: Some(1), `max_size`: Some(37), added: 532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Expiries` (r:1 w:0)
	/// Proof: `Liquidation::Expiries` (`max_values`: Some(1), `max_size`: Some(642), added: 1137, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::HotAccounts` (r:1 w:0)
	/// Proof: `Liquidation::HotAccounts` (`max_values`: Some(1), `max_size`: Some(50), added: 545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficit` (r:1 w:0)
	/// Proof: `Liquidation::Deficit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Sharing` (r:1 w:0)
	/// Proof: `Liquidation::Sharing` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `w` is `[0, 32]`.
	fn poll(w: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `425 + w * (2 ±0)`
		//  Estimated: `29338 + w * (2 ±0)`
		// Minimum execution time: 528_783_000 picoseconds.
		Weight::from_parts(587_243_469, 29338)
			.saturating_add(Weight::from_parts(26_537_364, 0).saturating_mul(w.into()))
			.max(Weight::from_parts(528_783_000, 0))
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2).saturating_mul(w.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(17026), added: 17521, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	fn place_backstop() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `23809`
		//  Estimated: `78521`
		// Minimum execution time: 11_632_037_000 picoseconds.
		Weight::from_parts(12_613_439_000, 78521)
			.saturating_add(T::DbWeight::get().reads(42_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(17026), added: 17521, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn cancel_backstop() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17237`
		//  Estimated: `29338`
		// Minimum execution time: 405_801_000 picoseconds.
		Weight::from_parts(466_601_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::Accounts` (r:33 w:33)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:17 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(17026), added: 17521, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:17)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn backstop(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17719 + n * (420 ±0)`
		//  Estimated: `29338 + n * (56696 ±2)`
		// Minimum execution time: 1_185_845_000 picoseconds.
		Weight::from_parts(308_920_115, 29338)
			.saturating_add(Weight::from_parts(799_485_973, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_185_845_000, 0))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(17026), added: 17521, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:3 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn standing(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17684 + n * (31 ±0)`
		//  Estimated: `86034`
		// Minimum execution time: 299_313_000 picoseconds.
		Weight::from_parts(173_076_724, 86034)
			.saturating_add(Weight::from_parts(150_613_208, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(299_313_000, 0))
			.saturating_add(T::DbWeight::get().reads(4_u64))
	}
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:0 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:16)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn end(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `156 + n * (227 ±0)`
		//  Estimated: `6801 + n * (28348 ±0)`
		// Minimum execution time: 228_659_000 picoseconds.
		Weight::from_parts(178_591_155, 6801)
			.saturating_add(Weight::from_parts(81_828_677, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(228_659_000, 0))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:32 w:32)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:0 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:16)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn end_paid(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `144 + n * (334 ±0)`
		//  Estimated: `6801 + n * (56696 ±0)`
		// Minimum execution time: 376_226_000 picoseconds.
		Weight::from_parts(298_081_960, 6801)
			.saturating_add(Weight::from_parts(170_936_690, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(376_226_000, 0))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn open_lots() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `238`
		//  Estimated: `29338`
		// Minimum execution time: 216_540_000 picoseconds.
		Weight::from_parts(237_431_000, 29338)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Margin::CallLimits` (r:1 w:0)
	/// Proof: `Margin::CallLimits` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn bid_lots() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `652`
		//  Estimated: `57686`
		// Minimum execution time: 793_494_000 picoseconds.
		Weight::from_parts(829_227_000, 57686)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotCursor` (r:1 w:1)
	/// Proof: `Liquidation::LotCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:2 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	fn look_at_lots() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `364`
		//  Estimated: `29338`
		// Minimum execution time: 311_091_000 picoseconds.
		Weight::from_parts(371_400_000, 29338)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:0)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 64]`.
	fn run_scope(_m: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `48`
		//  Estimated: `6801`
		// Minimum execution time: 274_887_000 picoseconds.
		Weight::from_parts(312_455_853, 6801)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:0)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(17026), added: 17521, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn visit(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `246 + n * (463 ±0)`
		//  Estimated: `18511 + n * (28348 ±0)`
		// Minimum execution time: 414_503_000 picoseconds.
		Weight::from_parts(285_014_342, 18511)
			.saturating_add(Weight::from_parts(199_639_098, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(414_503_000, 0))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::PruneCursor` (r:1 w:1)
	/// Proof: `Liquidation::PruneCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:2 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	fn prune_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `216`
		//  Estimated: `6046`
		// Minimum execution time: 145_866_000 picoseconds.
		Weight::from_parts(175_700_000, 6046)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Deficit` (r:1 w:0)
	/// Proof: `Liquidation::Deficit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Sharing` (r:1 w:0)
	/// Proof: `Liquidation::Sharing` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn look_at_losses() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `3500`
		// Minimum execution time: 58_928_000 picoseconds.
		Weight::from_parts(70_975_000, 3500).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Liquidation::Deficits` (r:1 w:1)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficit` (r:1 w:1)
	/// Proof: `Liquidation::Deficit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Unborne` (r:1 w:1)
	/// Proof: `Liquidation::Unborne` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn write_off() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `225`
		//  Estimated: `29338`
		// Minimum execution time: 379_411_000 picoseconds.
		Weight::from_parts(439_470_000, 29338)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::Unborne` (r:16 w:1)
	/// Proof: `Liquidation::Unborne` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:14 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LossCount` (r:1 w:1)
	/// Proof: `Liquidation::LossCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Sharing` (r:0 w:1)
	/// Proof: `Liquidation::Sharing` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	fn share_next() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `682`
		//  Estimated: `41022`
		// Minimum execution time: 968_453_000 picoseconds.
		Weight::from_parts(1_062_183_000, 41022)
			.saturating_add(T::DbWeight::get().reads(32_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Sharing` (r:0 w:1)
	/// Proof: `Liquidation::Sharing` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn charge_gain(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `112 + n * (262 ±0)`
		//  Estimated: `3500 + n * (28348 ±0)`
		// Minimum execution time: 327_986_000 picoseconds.
		Weight::from_parts(165_624_669, 3500)
			.saturating_add(Weight::from_parts(188_435_850, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(327_986_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	fn restrict() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `179`
		//  Estimated: `1734`
		// Minimum execution time: 139_336_000 picoseconds.
		Weight::from_parts(216_891_000, 1734)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	fn set_level() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `179`
		//  Estimated: `1734`
		// Minimum execution time: 168_650_000 picoseconds.
		Weight::from_parts(223_160_000, 1734)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::LevelRules` (r:0 w:1)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_level_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 103_112_000 picoseconds.
		Weight::from_parts(136_973_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn wind_down() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 115_420_000 picoseconds.
		Weight::from_parts(151_043_000, 0)
	}
	/// Storage: `Liquidation::Expiries` (r:1 w:0)
	/// Proof: `Liquidation::Expiries` (`max_values`: Some(1), `max_size`: Some(642), added: 1137, mode: `Measured`)
	/// Storage: `PriceOracle::Quotes` (r:64 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	/// The range of component `d` is `[1, 128]`.
	fn ladder_odometers(d: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `52965 + d * (577 ±221)`
		// Minimum execution time: 125_125_000 picoseconds.
		Weight::from_parts(36_754_383, 52965)
			.saturating_add(Weight::from_parts(24_723_460, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(125_125_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 577).saturating_mul(d.into()))
	}
	/// Storage: `Liquidation::Expiries` (r:1 w:0)
	/// Proof: `Liquidation::Expiries` (`max_values`: Some(1), `max_size`: Some(642), added: 1137, mode: `Measured`)
	/// The range of component `s` is `[1, 144]`.
	fn ladder_smile(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1485`
		// Minimum execution time: 179_105_000 picoseconds.
		Weight::from_parts(214_416_481, 1485)
			.saturating_add(Weight::from_parts(413_662, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(179_105_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Liquidation::Rungs` (r:16 w:16)
	/// Proof: `Liquidation::Rungs` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn ladder_drop(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `63 + n * (240 ±0)`
		//  Estimated: `990 + n * (28348 ±0)`
		// Minimum execution time: 211_843_000 picoseconds.
		Weight::from_parts(170_657_760, 990)
			.saturating_add(Weight::from_parts(106_582_106, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(211_843_000, 0))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Rungs` (r:16 w:16)
	/// Proof: `Liquidation::Rungs` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn ladder_look(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `82 + n * (317 ±0)`
		//  Estimated: `990 + n * (28348 ±0)`
		// Minimum execution time: 369_788_000 picoseconds.
		Weight::from_parts(226_999_440, 990)
			.saturating_add(Weight::from_parts(196_396_560, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(369_788_000, 0))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `Measured`)
	/// Storage: `Liquidation::Rungs` (r:0 w:130)
	/// Proof: `Liquidation::Rungs` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `Measured`)
	/// The range of component `d` is `[1, 65]`.
	fn ladder_file(d: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `140 + d * (7 ±0)`
		//  Estimated: `3606 + d * (7 ±0)`
		// Minimum execution time: 123_943_000 picoseconds.
		Weight::from_parts(129_873_074, 3606)
			.saturating_add(Weight::from_parts(14_133_853, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(123_943_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(d.into()))
	}
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn refile_all() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1553`
		// Minimum execution time: 137_974_000 picoseconds.
		Weight::from_parts(182_029_000, 1553)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	fn flag_as_feeder() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4152`
		//  Estimated: `5647`
		// Minimum execution time: 49_393_000 picoseconds.
		Weight::from_parts(70_154_000, 5647).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:0)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(249), added: 744, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(749), added: 1244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn authorize_flag_as_feeder() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4851`
		//  Estimated: `57686`
		// Minimum execution time: 849_437_000 picoseconds.
		Weight::from_parts(957_668_000, 57686).saturating_add(T::DbWeight::get().reads(12_u64))
	}
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Lent` (r:1 w:1)
	/// Proof: `Liquidation::Lent` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LoanRules` (r:1 w:0)
	/// Proof: `Liquidation::LoanRules` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Loans` (r:1 w:1)
	/// Proof: `Liquidation::Loans` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:0 w:1)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 32]`.
	fn lend(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `298 + l * (18 ±0)`
		//  Estimated: `57686 + l * (2427 ±13)`
		// Minimum execution time: 753_195_000 picoseconds.
		Weight::from_parts(741_585_547, 57686)
			.saturating_add(Weight::from_parts(94_716_026, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(753_195_000, 0))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 2427).saturating_mul(l.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Loans` (r:1 w:1)
	/// Proof: `Liquidation::Loans` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Lent` (r:1 w:1)
	/// Proof: `Liquidation::Lent` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:0 w:1)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn redeem() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `916`
		//  Estimated: `78521`
		// Minimum execution time: 3_438_520_000 picoseconds.
		Weight::from_parts(3_660_217_000, 78521)
			.saturating_add(T::DbWeight::get().reads(73_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Liquidation::Loans` (r:1 w:1)
	/// Proof: `Liquidation::Loans` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:1)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Lent` (r:1 w:1)
	/// Proof: `Liquidation::Lent` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	fn tend_loan() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1209`
		//  Estimated: `78087`
		// Minimum execution time: 1_142_942_000 picoseconds.
		Weight::from_parts(1_240_306_000, 78087)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Liquidation::LoanRules` (r:0 w:1)
	/// Proof: `Liquidation::LoanRules` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn set_loan_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 92_247_000 picoseconds.
		Weight::from_parts(126_457_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn start(n: u32) -> Weight {
		Weight::from_parts(196_927_408, 6801)
			.saturating_add(Weight::from_parts(322_970_252, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(498_107_000, 0))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn start_positions(p: u32) -> Weight {
		Weight::from_parts(532_981_445, 29338)
			.saturating_add(Weight::from_parts(2_094_763, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(455_975_000, 0))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn start_underlyings(u: u32) -> Weight {
		Weight::from_parts(522_836_856, 29338)
			.saturating_add(Weight::from_parts(33_937_131, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(430_046_000, 0))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 3695).saturating_mul(u.into()))
	}
	fn start_lots(l: u32) -> Weight {
		Weight::from_parts(550_617_928, 29338)
			.saturating_add(Weight::from_parts(2_814_496, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(505_979_000, 0))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn start_orders(o: u32) -> Weight {
		Weight::from_parts(729_450_316, 29338)
			.saturating_add(Weight::from_parts(128_407_183, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(803_249_000, 0))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(o.into()))
	}
	fn flag() -> Weight {
		Weight::from_parts(634_859_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn bid() -> Weight {
		Weight::from_parts(1_204_532_000, 86034)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn sold_positions(p: u32) -> Weight {
		Weight::from_parts(1_165_958_833, 86034)
			.saturating_add(Weight::from_parts(92_078_443, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(1_168_830_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn sold_positions_again(p: u32) -> Weight {
		Weight::from_parts(2_290_398_099, 171078)
			.saturating_add(Weight::from_parts(165_148_780, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(2_092_968_000, 0))
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn sold_expiries(e: u32) -> Weight {
		Weight::from_parts(985_446_329, 86034)
			.saturating_add(Weight::from_parts(117_603_747, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(1_174_128_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(e.into()))
	}
	fn sold_underlyings(u: u32) -> Weight {
		Weight::from_parts(1_114_959_884, 86034)
			.saturating_add(Weight::from_parts(130_622_205, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(1_119_667_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(u.into()))
	}
	fn sold_lots(l: u32) -> Weight {
		Weight::from_parts(1_313_769_815, 86034)
			.saturating_add(Weight::from_parts(32_270_737, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(1_204_292_000, 0))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 2413).saturating_mul(l.into()))
	}
	fn touch() -> Weight {
		Weight::from_parts(636_742_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn take_over() -> Weight {
		Weight::from_parts(1_127_639_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(224_322_000, 1517)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(230_151_000, 1734)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(126_827_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll(w: u32) -> Weight {
		Weight::from_parts(587_243_469, 29338)
			.saturating_add(Weight::from_parts(26_537_364, 0).saturating_mul(w.into()))
			.max(Weight::from_parts(528_783_000, 0))
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2).saturating_mul(w.into()))
	}
	fn place_backstop() -> Weight {
		Weight::from_parts(12_613_439_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(42_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_backstop() -> Weight {
		Weight::from_parts(466_601_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn backstop(n: u32) -> Weight {
		Weight::from_parts(308_920_115, 29338)
			.saturating_add(Weight::from_parts(799_485_973, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_185_845_000, 0))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	fn standing(n: u32) -> Weight {
		Weight::from_parts(173_076_724, 86034)
			.saturating_add(Weight::from_parts(150_613_208, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(299_313_000, 0))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
	}
	fn end(n: u32) -> Weight {
		Weight::from_parts(178_591_155, 6801)
			.saturating_add(Weight::from_parts(81_828_677, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(228_659_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn end_paid(n: u32) -> Weight {
		Weight::from_parts(298_081_960, 6801)
			.saturating_add(Weight::from_parts(170_936_690, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(376_226_000, 0))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	fn open_lots() -> Weight {
		Weight::from_parts(237_431_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn bid_lots() -> Weight {
		Weight::from_parts(829_227_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn look_at_lots() -> Weight {
		Weight::from_parts(371_400_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn run_scope(_m: u32) -> Weight {
		Weight::from_parts(312_455_853, 6801)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn visit(n: u32) -> Weight {
		Weight::from_parts(285_014_342, 18511)
			.saturating_add(Weight::from_parts(199_639_098, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(414_503_000, 0))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn prune_step() -> Weight {
		Weight::from_parts(175_700_000, 6046)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn look_at_losses() -> Weight {
		Weight::from_parts(70_975_000, 3500).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn write_off() -> Weight {
		Weight::from_parts(439_470_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn share_next() -> Weight {
		Weight::from_parts(1_062_183_000, 41022)
			.saturating_add(ParityDbWeight::get().reads(32_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn charge_gain(n: u32) -> Weight {
		Weight::from_parts(165_624_669, 3500)
			.saturating_add(Weight::from_parts(188_435_850, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(327_986_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn restrict() -> Weight {
		Weight::from_parts(216_891_000, 1734)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_level() -> Weight {
		Weight::from_parts(223_160_000, 1734)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_level_params() -> Weight {
		Weight::from_parts(136_973_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn wind_down() -> Weight {
		Weight::from_parts(151_043_000, 0)
	}
	fn ladder_odometers(d: u32) -> Weight {
		Weight::from_parts(36_754_383, 52965)
			.saturating_add(Weight::from_parts(24_723_460, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(125_125_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 577).saturating_mul(d.into()))
	}
	fn ladder_smile(s: u32) -> Weight {
		Weight::from_parts(214_416_481, 1485)
			.saturating_add(Weight::from_parts(413_662, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(179_105_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn ladder_drop(n: u32) -> Weight {
		Weight::from_parts(170_657_760, 990)
			.saturating_add(Weight::from_parts(106_582_106, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(211_843_000, 0))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn ladder_look(n: u32) -> Weight {
		Weight::from_parts(226_999_440, 990)
			.saturating_add(Weight::from_parts(196_396_560, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(369_788_000, 0))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn ladder_file(d: u32) -> Weight {
		Weight::from_parts(129_873_074, 3606)
			.saturating_add(Weight::from_parts(14_133_853, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(123_943_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(d.into()))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(182_029_000, 1553)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn flag_as_feeder() -> Weight {
		Weight::from_parts(70_154_000, 5647).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn authorize_flag_as_feeder() -> Weight {
		Weight::from_parts(957_668_000, 57686).saturating_add(ParityDbWeight::get().reads(12_u64))
	}
	fn lend(l: u32) -> Weight {
		Weight::from_parts(741_585_547, 57686)
			.saturating_add(Weight::from_parts(94_716_026, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(753_195_000, 0))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 2427).saturating_mul(l.into()))
	}
	fn redeem() -> Weight {
		Weight::from_parts(3_660_217_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(73_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn tend_loan() -> Weight {
		Weight::from_parts(1_240_306_000, 78087)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn set_loan_params() -> Weight {
		Weight::from_parts(126_457_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
