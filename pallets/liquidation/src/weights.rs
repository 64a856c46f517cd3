// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_liquidation`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-27. Steps: 5, repeat: 4. No time is below the least that was seen: the line through so few points may begin there.

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
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:16 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:16 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:16 w:16)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn start(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `269 + n * (279 ±0)`
		//  Estimated: `19535 + n * (28348 ±0)`
		// Minimum execution time: 100_749_000 picoseconds.
		Weight::from_parts(75_467_035, 19535)
			.saturating_add(Weight::from_parts(60_047_856, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(100_749_000, 0))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn start_positions(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `505 + p * (10 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 103_703_000 picoseconds.
		Weight::from_parts(122_120_341, 29338)
			.saturating_add(Weight::from_parts(1_215_922, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(103_703_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:32 w:32)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn start_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `505 + u * (11 ±0)`
		//  Estimated: `29338 + u * (3695 ±0)`
		// Minimum execution time: 107_249_000 picoseconds.
		Weight::from_parts(121_933_702, 29338)
			.saturating_add(Weight::from_parts(11_017_923, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(107_249_000, 0))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 3695).saturating_mul(u.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 32]`.
	fn start_lots(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `517 + l * (18 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 101_981_000 picoseconds.
		Weight::from_parts(123_083_346, 29338)
			.saturating_add(Weight::from_parts(1_384_444, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(101_981_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 64]`.
	fn start_orders(o: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `641 + o * (1894 ±0)`
		//  Estimated: `29338 + o * (4785 ±0)`
		// Minimum execution time: 193_166_000 picoseconds.
		Weight::from_parts(213_893_121, 29338)
			.saturating_add(Weight::from_parts(36_281_091, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(193_166_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(o.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn flag() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `644`
		//  Estimated: `57686`
		// Minimum execution time: 128_330_000 picoseconds.
		Weight::from_parts(172_866_000, 57686)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn bid() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1314`
		//  Estimated: `86034`
		// Minimum execution time: 242_418_000 picoseconds.
		Weight::from_parts(285_943_000, 86034)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn sold_positions(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1257 + p * (63 ±0)`
		//  Estimated: `86034 + p * (2539 ±0)`
		// Minimum execution time: 248_147_000 picoseconds.
		Weight::from_parts(287_642_063, 86034)
			.saturating_add(Weight::from_parts(10_280_003, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(248_147_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:6 w:6)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:4 w:2)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:4 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:4)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn sold_positions_again(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2158 + p * (67 ±0)`
		//  Estimated: `171078 + p * (2539 ±0)`
		// Minimum execution time: 448_554_000 picoseconds.
		Weight::from_parts(517_849_744, 171078)
			.saturating_add(Weight::from_parts(18_125_660, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(448_554_000, 0))
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(22_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:64)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[1, 64]`.
	fn sold_expiries(e: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1235 + e * (78 ±0)`
		//  Estimated: `86034 + e * (2539 ±0)`
		// Minimum execution time: 249_119_000 picoseconds.
		Weight::from_parts(284_481_544, 86034)
			.saturating_add(Weight::from_parts(14_428_482, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(249_119_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(e.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:32)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:32)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn sold_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1266 + u * (47 ±0)`
		//  Estimated: `86034 + u * (2539 ±0)`
		// Minimum execution time: 268_988_000 picoseconds.
		Weight::from_parts(286_765_482, 86034)
			.saturating_add(Weight::from_parts(30_190_827, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(268_988_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(u.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
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
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 32]`.
	fn sold_lots(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1319 + l * (18 ±0)`
		//  Estimated: `86034 + l * (2422 ±7)`
		// Minimum execution time: 281_697_000 picoseconds.
		Weight::from_parts(321_986_785, 86034)
			.saturating_add(Weight::from_parts(9_228_541, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(281_697_000, 0))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 2422).saturating_mul(l.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:1)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn touch() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `987`
		//  Estimated: `57686`
		// Minimum execution time: 127_259_000 picoseconds.
		Weight::from_parts(176_892_000, 57686)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Margin::Accounts` (r:3 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::OwnAccounts` (r:1 w:1)
	/// Proof: `Liquidation::OwnAccounts` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:0)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:2)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn take_over() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1225`
		//  Estimated: `86034`
		// Minimum execution time: 254_166_000 picoseconds.
		Weight::from_parts(341_335_000, 86034)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `19`
		//  Estimated: `1517`
		// Minimum execution time: 30_025_000 picoseconds.
		Weight::from_parts(46_739_000, 1517)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `173`
		//  Estimated: `1669`
		// Minimum execution time: 31_857_000 picoseconds.
		Weight::from_parts(58_025_000, 1669)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:0 w:1)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 17_046_000 picoseconds.
		Weight::from_parts(33_860_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clock` (r:1 w:1)
	/// Proof: `Liquidation::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:1)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
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
		//  Measured:  `415 + w * (14 ±0)`
		//  Estimated: `29338 + w * (14 ±0)`
		// Minimum execution time: 83_594_000 picoseconds.
		Weight::from_parts(132_045_850, 29338)
			.saturating_add(Weight::from_parts(6_767_305, 0).saturating_mul(w.into()))
			.max(Weight::from_parts(83_594_000, 0))
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 14).saturating_mul(w.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
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
		//  Measured:  `24832`
		//  Estimated: `78521`
		// Minimum execution time: 5_915_055_000 picoseconds.
		Weight::from_parts(6_138_676_000, 78521)
			.saturating_add(T::DbWeight::get().reads(42_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn cancel_backstop() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18261`
		//  Estimated: `29338`
		// Minimum execution time: 99_838_000 picoseconds.
		Weight::from_parts(132_446_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:33 w:33)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:17 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:1)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:17)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn backstop(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18561 + n * (419 ±0)`
		//  Estimated: `29338 + n * (56696 ±0)`
		// Minimum execution time: 270_660_000 picoseconds.
		Weight::from_parts(193_317_462, 29338)
			.saturating_add(Weight::from_parts(179_555_069, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(270_660_000, 0))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Margin::Accounts` (r:3 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn standing(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18819 + n * (31 ±0)`
		//  Estimated: `86034 + n * (30 ±1)`
		// Minimum execution time: 90_935_000 picoseconds.
		Weight::from_parts(52_111_326, 86034)
			.saturating_add(Weight::from_parts(56_413_336, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(90_935_000, 0))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(Weight::from_parts(0, 30).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:0 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:16)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn end(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `156 + n * (227 ±0)`
		//  Estimated: `6801 + n * (28348 ±0)`
		// Minimum execution time: 45_177_000 picoseconds.
		Weight::from_parts(38_021_012, 6801)
			.saturating_add(Weight::from_parts(17_897_573, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(45_177_000, 0))
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
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:32 w:32)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:16)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:0 w:16)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:0 w:1)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Hot` (r:0 w:16)
	/// Proof: `Liquidation::Hot` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn end_paid(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `115 + n * (334 ±0)`
		//  Estimated: `6801 + n * (56696 ±0)`
		// Minimum execution time: 86_808_000 picoseconds.
		Weight::from_parts(86_935_932, 6801)
			.saturating_add(Weight::from_parts(38_905_243, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(86_808_000, 0))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(662), added: 3137, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 46_038_000 picoseconds.
		Weight::from_parts(70_534_000, 29338)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(662), added: 3137, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Margin::CallLimits` (r:1 w:0)
	/// Proof: `Margin::CallLimits` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
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
		//  Measured:  `1245`
		//  Estimated: `57686`
		// Minimum execution time: 184_243_000 picoseconds.
		Weight::from_parts(228_509_000, 57686)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotCursor` (r:1 w:1)
	/// Proof: `Liquidation::LotCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:2 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(662), added: 3137, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	fn look_at_lots() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `958`
		//  Estimated: `29338`
		// Minimum execution time: 58_307_000 picoseconds.
		Weight::from_parts(80_019_000, 29338)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Markets` (r:1 w:0)
	/// Proof: `Liquidation::Markets` (`max_values`: None, `max_size`: Some(1220), added: 3695, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 64]`.
	fn run_scope(m: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `48`
		//  Estimated: `6801`
		// Minimum execution time: 58_737_000 picoseconds.
		Weight::from_parts(78_994_448, 6801)
			.saturating_add(Weight::from_parts(40_856, 0).saturating_mul(m.into()))
			.max(Weight::from_parts(58_737_000, 0))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:0)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Backstops` (r:1 w:0)
	/// Proof: `Liquidation::Backstops` (`max_values`: Some(1), `max_size`: Some(18050), added: 18545, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn visit(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `248 + n * (610 ±0)`
		//  Estimated: `19535 + n * (28348 ±0)`
		// Minimum execution time: 79_878_000 picoseconds.
		Weight::from_parts(58_909_313, 19535)
			.saturating_add(Weight::from_parts(41_563_402, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(79_878_000, 0))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::PruneCursor` (r:1 w:1)
	/// Proof: `Liquidation::PruneCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:2 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(57), added: 2532, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	fn prune_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `219`
		//  Estimated: `6054`
		// Minimum execution time: 21_441_000 picoseconds.
		Weight::from_parts(27_370_000, 6054)
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
		// Minimum execution time: 7_031_000 picoseconds.
		Weight::from_parts(10_867_000, 3500).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:1)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::RightCounts` (r:1 w:0)
	/// Proof: `RemoteVault::RightCounts` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficit` (r:1 w:1)
	/// Proof: `Liquidation::Deficit` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Unborne` (r:1 w:1)
	/// Proof: `Liquidation::Unborne` (`max_values`: None, `max_size`: Some(27), added: 2502, mode: `MaxEncodedLen`)
	fn write_off() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `229`
		//  Estimated: `29338`
		// Minimum execution time: 77_965_000 picoseconds.
		Weight::from_parts(118_286_000, 29338)
			.saturating_add(T::DbWeight::get().reads(7_u64))
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
		// Minimum execution time: 135_240_000 picoseconds.
		Weight::from_parts(187_508_000, 41022)
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
		//  Measured:  `113 + n * (261 ±0)`
		//  Estimated: `3500 + n * (28348 ±0)`
		// Minimum execution time: 77_674_000 picoseconds.
		Weight::from_parts(66_355_576, 3500)
			.saturating_add(Weight::from_parts(39_997_322, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(77_674_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	fn restrict() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `173`
		//  Estimated: `1669`
		// Minimum execution time: 34_030_000 picoseconds.
		Weight::from_parts(56_243_000, 1669)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::LevelRules` (r:1 w:0)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:1)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	fn set_level() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `173`
		//  Estimated: `1669`
		// Minimum execution time: 29_884_000 picoseconds.
		Weight::from_parts(49_744_000, 1669)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::LevelRules` (r:0 w:1)
	/// Proof: `Liquidation::LevelRules` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_level_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 15_222_000 picoseconds.
		Weight::from_parts(27_731_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn wind_down() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 16_345_000 picoseconds.
		Weight::from_parts(27_961_000, 0)
	}
	/// Storage: `Liquidation::Expiries` (r:1 w:0)
	/// Proof: `Liquidation::Expiries` (`max_values`: Some(1), `max_size`: Some(642), added: 1137, mode: `Measured`)
	/// Storage: `PriceOracle::Quotes` (r:64 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `Measured`)
	/// The range of component `d` is `[1, 128]`.
	fn ladder_odometers(d: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `80190 + d * (396 ±64)`
		// Minimum execution time: 24_726_000 picoseconds.
		Weight::from_parts(68_265_902, 80190)
			.saturating_add(Weight::from_parts(4_384_471, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(24_726_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 396).saturating_mul(d.into()))
	}
	/// Storage: `Liquidation::Expiries` (r:1 w:0)
	/// Proof: `Liquidation::Expiries` (`max_values`: Some(1), `max_size`: Some(642), added: 1137, mode: `Measured`)
	/// The range of component `s` is `[1, 144]`.
	fn ladder_smile(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1485`
		// Minimum execution time: 43_234_000 picoseconds.
		Weight::from_parts(72_863_645, 1485)
			.saturating_add(Weight::from_parts(383_105, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(43_234_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Liquidation::Rungs` (r:16 w:16)
	/// Proof: `Liquidation::Rungs` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn ladder_drop(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `63 + n * (240 ±0)`
		//  Estimated: `990 + n * (28348 ±0)`
		// Minimum execution time: 37_956_000 picoseconds.
		Weight::from_parts(32_458_252, 990)
			.saturating_add(Weight::from_parts(16_815_332, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(37_956_000, 0))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `Liquidation::Rungs` (r:16 w:16)
	/// Proof: `Liquidation::Rungs` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn ladder_look(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `82 + n * (317 ±0)`
		//  Estimated: `990 + n * (28348 ±0)`
		// Minimum execution time: 93_388_000 picoseconds.
		Weight::from_parts(82_909_759, 990)
			.saturating_add(Weight::from_parts(40_548_015, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(93_388_000, 0))
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
		//  Measured:  `141 + d * (7 ±0)`
		//  Estimated: `3606 + d * (7 ±0)`
		// Minimum execution time: 19_189_000 picoseconds.
		Weight::from_parts(28_328_908, 3606)
			.saturating_add(Weight::from_parts(3_265_529, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(19_189_000, 0))
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
		// Minimum execution time: 38_437_000 picoseconds.
		Weight::from_parts(56_073_000, 1553)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	fn flag_as_feeder() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4152`
		//  Estimated: `5647`
		// Minimum execution time: 13_049_000 picoseconds.
		Weight::from_parts(16_634_000, 5647).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:0)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(184), added: 679, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Waits` (r:1 w:0)
	/// Proof: `Liquidation::Waits` (`max_values`: Some(1), `max_size`: Some(750), added: 1245, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:0)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn authorize_flag_as_feeder() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4850`
		//  Estimated: `57686`
		// Minimum execution time: 248_969_000 picoseconds.
		Weight::from_parts(324_160_000, 57686).saturating_add(T::DbWeight::get().reads(12_u64))
	}
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:3 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
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
		//  Measured:  `402 + l * (18 ±0)`
		//  Estimated: `86034 + l * (2436 ±7)`
		// Minimum execution time: 177_583_000 picoseconds.
		Weight::from_parts(205_228_192, 86034)
			.saturating_add(Weight::from_parts(17_304_423, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(177_583_000, 0))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(Weight::from_parts(0, 2436).saturating_mul(l.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Loans` (r:1 w:1)
	/// Proof: `Liquidation::Loans` (`max_values`: None, `max_size`: Some(119), added: 2594, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 703_901_000 picoseconds.
		Weight::from_parts(776_970_000, 78521)
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
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(662), added: 3137, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	fn tend_loan() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1226`
		//  Estimated: `78087`
		// Minimum execution time: 233_266_000 picoseconds.
		Weight::from_parts(275_748_000, 78087)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Liquidation::LoanRules` (r:0 w:1)
	/// Proof: `Liquidation::LoanRules` (`max_values`: Some(1), `max_size`: Some(12), added: 507, mode: `MaxEncodedLen`)
	fn set_loan_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 14_992_000 picoseconds.
		Weight::from_parts(27_471_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn start(n: u32) -> Weight {
		Weight::from_parts(75_467_035, 19535)
			.saturating_add(Weight::from_parts(60_047_856, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(100_749_000, 0))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn start_positions(p: u32) -> Weight {
		Weight::from_parts(122_120_341, 29338)
			.saturating_add(Weight::from_parts(1_215_922, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(103_703_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn start_underlyings(u: u32) -> Weight {
		Weight::from_parts(121_933_702, 29338)
			.saturating_add(Weight::from_parts(11_017_923, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(107_249_000, 0))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 3695).saturating_mul(u.into()))
	}
	fn start_lots(l: u32) -> Weight {
		Weight::from_parts(123_083_346, 29338)
			.saturating_add(Weight::from_parts(1_384_444, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(101_981_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn start_orders(o: u32) -> Weight {
		Weight::from_parts(213_893_121, 29338)
			.saturating_add(Weight::from_parts(36_281_091, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(193_166_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(o.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(o.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(o.into()))
	}
	fn flag() -> Weight {
		Weight::from_parts(172_866_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn bid() -> Weight {
		Weight::from_parts(285_943_000, 86034)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn sold_positions(p: u32) -> Weight {
		Weight::from_parts(287_642_063, 86034)
			.saturating_add(Weight::from_parts(10_280_003, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(248_147_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn sold_positions_again(p: u32) -> Weight {
		Weight::from_parts(517_849_744, 171078)
			.saturating_add(Weight::from_parts(18_125_660, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(448_554_000, 0))
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(22_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn sold_expiries(e: u32) -> Weight {
		Weight::from_parts(284_481_544, 86034)
			.saturating_add(Weight::from_parts(14_428_482, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(249_119_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(e.into()))
	}
	fn sold_underlyings(u: u32) -> Weight {
		Weight::from_parts(286_765_482, 86034)
			.saturating_add(Weight::from_parts(30_190_827, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(268_988_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(u.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(u.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(u.into()))
	}
	fn sold_lots(l: u32) -> Weight {
		Weight::from_parts(321_986_785, 86034)
			.saturating_add(Weight::from_parts(9_228_541, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(281_697_000, 0))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
			.saturating_add(Weight::from_parts(0, 2422).saturating_mul(l.into()))
	}
	fn touch() -> Weight {
		Weight::from_parts(176_892_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn take_over() -> Weight {
		Weight::from_parts(341_335_000, 86034)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(46_739_000, 1517)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(58_025_000, 1669)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(33_860_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll(w: u32) -> Weight {
		Weight::from_parts(132_045_850, 29338)
			.saturating_add(Weight::from_parts(6_767_305, 0).saturating_mul(w.into()))
			.max(Weight::from_parts(83_594_000, 0))
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 14).saturating_mul(w.into()))
	}
	fn place_backstop() -> Weight {
		Weight::from_parts(6_138_676_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(42_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_backstop() -> Weight {
		Weight::from_parts(132_446_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn backstop(n: u32) -> Weight {
		Weight::from_parts(193_317_462, 29338)
			.saturating_add(Weight::from_parts(179_555_069, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(270_660_000, 0))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	fn standing(n: u32) -> Weight {
		Weight::from_parts(52_111_326, 86034)
			.saturating_add(Weight::from_parts(56_413_336, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(90_935_000, 0))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(Weight::from_parts(0, 30).saturating_mul(n.into()))
	}
	fn end(n: u32) -> Weight {
		Weight::from_parts(38_021_012, 6801)
			.saturating_add(Weight::from_parts(17_897_573, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(45_177_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn end_paid(n: u32) -> Weight {
		Weight::from_parts(86_935_932, 6801)
			.saturating_add(Weight::from_parts(38_905_243, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(86_808_000, 0))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 56696).saturating_mul(n.into()))
	}
	fn open_lots() -> Weight {
		Weight::from_parts(70_534_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn bid_lots() -> Weight {
		Weight::from_parts(228_509_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn look_at_lots() -> Weight {
		Weight::from_parts(80_019_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn run_scope(m: u32) -> Weight {
		Weight::from_parts(78_994_448, 6801)
			.saturating_add(Weight::from_parts(40_856, 0).saturating_mul(m.into()))
			.max(Weight::from_parts(58_737_000, 0))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn visit(n: u32) -> Weight {
		Weight::from_parts(58_909_313, 19535)
			.saturating_add(Weight::from_parts(41_563_402, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(79_878_000, 0))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn prune_step() -> Weight {
		Weight::from_parts(27_370_000, 6054)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn look_at_losses() -> Weight {
		Weight::from_parts(10_867_000, 3500).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn write_off() -> Weight {
		Weight::from_parts(118_286_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn share_next() -> Weight {
		Weight::from_parts(187_508_000, 41022)
			.saturating_add(ParityDbWeight::get().reads(32_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn charge_gain(n: u32) -> Weight {
		Weight::from_parts(66_355_576, 3500)
			.saturating_add(Weight::from_parts(39_997_322, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(77_674_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn restrict() -> Weight {
		Weight::from_parts(56_243_000, 1669)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_level() -> Weight {
		Weight::from_parts(49_744_000, 1669)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_level_params() -> Weight {
		Weight::from_parts(27_731_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn wind_down() -> Weight {
		Weight::from_parts(27_961_000, 0)
	}
	fn ladder_odometers(d: u32) -> Weight {
		Weight::from_parts(68_265_902, 80190)
			.saturating_add(Weight::from_parts(4_384_471, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(24_726_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(Weight::from_parts(0, 396).saturating_mul(d.into()))
	}
	fn ladder_smile(s: u32) -> Weight {
		Weight::from_parts(72_863_645, 1485)
			.saturating_add(Weight::from_parts(383_105, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(43_234_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn ladder_drop(n: u32) -> Weight {
		Weight::from_parts(32_458_252, 990)
			.saturating_add(Weight::from_parts(16_815_332, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(37_956_000, 0))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn ladder_look(n: u32) -> Weight {
		Weight::from_parts(82_909_759, 990)
			.saturating_add(Weight::from_parts(40_548_015, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(93_388_000, 0))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn ladder_file(d: u32) -> Weight {
		Weight::from_parts(28_328_908, 3606)
			.saturating_add(Weight::from_parts(3_265_529, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(19_189_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 7).saturating_mul(d.into()))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(56_073_000, 1553)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn flag_as_feeder() -> Weight {
		Weight::from_parts(16_634_000, 5647).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn authorize_flag_as_feeder() -> Weight {
		Weight::from_parts(324_160_000, 57686).saturating_add(ParityDbWeight::get().reads(12_u64))
	}
	fn lend(l: u32) -> Weight {
		Weight::from_parts(205_228_192, 86034)
			.saturating_add(Weight::from_parts(17_304_423, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(177_583_000, 0))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(Weight::from_parts(0, 2436).saturating_mul(l.into()))
	}
	fn redeem() -> Weight {
		Weight::from_parts(776_970_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(73_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn tend_loan() -> Weight {
		Weight::from_parts(275_748_000, 78087)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn set_loan_params() -> Weight {
		Weight::from_parts(27_471_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
