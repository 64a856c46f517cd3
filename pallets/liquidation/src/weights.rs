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
	fn flag(p: u32) -> Weight;
	fn bid(p: u32) -> Weight;
	fn touch(p: u32) -> Weight;
	fn take_over(p: u32) -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn set_params() -> Weight;
	fn poll(w: u32) -> Weight;
	fn place_backstop() -> Weight;
	fn cancel_backstop() -> Weight;
	fn backstop(p: u32) -> Weight;
	fn open_lots() -> Weight;
	fn bid_lots() -> Weight;
	fn look_at_lots() -> Weight;
	fn run_scope(m: u32) -> Weight;
	fn visit_base() -> Weight;
	fn visit(p: u32) -> Weight;
	fn prune_step() -> Weight;
	fn look_at_losses() -> Weight;
	fn write_off() -> Weight;
	fn share_next() -> Weight;
	fn charge_gains() -> Weight;
	fn charge_gain(p: u32) -> Weight;
	fn ladder_odometers(d: u32) -> Weight;
	fn ladder_smile(s: u32) -> Weight;
	fn ladder_look(p: u32, l: u32) -> Weight;
	fn refile_all() -> Weight;
	fn file(p: u32, l: u32) -> Weight;
	fn restrict() -> Weight;
	fn set_level() -> Weight;
	fn set_level_params() -> Weight;
	fn wind_down() -> Weight;
	fn flag_as_feeder(p: u32) -> Weight;
	fn authorize_flag_as_feeder(p: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:1 w:0)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn flag(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `138739 + p * (35 ±0)`
		//  Estimated: `571486 + p * (292 ±97)`
		// Minimum execution time: 17_323_614_000 picoseconds.
		Weight::from_parts(21_331_447_471, 571486)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(285_u64))
			.saturating_add(T::DbWeight::get().writes(132_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:2 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:512 w:0)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:512)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn bid(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `40110 + p * (62 ±0)`
		//  Estimated: `257982 + p * (2534 ±0)`
		// Minimum execution time: 14_845_571_000 picoseconds.
		Weight::from_parts(13_945_886_572, 257982)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(Weight::from_parts(50_165_753, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(246_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:2 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn touch(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16814 + p * (35 ±0)`
		//  Estimated: `141625 + p * (292 ±66)`
		// Minimum execution time: 5_086_439_000 picoseconds.
		Weight::from_parts(6_831_485_155, 141625)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(19_604_335, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(156_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Params` (r:1 w:0)
	/// Proof: `Liquidation::Params` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:512 w:0)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Deficits` (r:1 w:0)
	/// Proof: `Liquidation::Deficits` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::AuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Ended` (r:0 w:1)
	/// Proof: `Liquidation::Ended` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:1024)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn take_over(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16707 + p * (99 ±0)`
		//  Estimated: `141625 + p * (2534 ±85)`
		// Minimum execution time: 5_829_283_000 picoseconds.
		Weight::from_parts(6_825_537_764, 141625)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(Weight::from_parts(80_332_414, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(159_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
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
	/// By hand, until it is measured: as `bid` without what accounts share, with two more accounts that were
	/// asked, the list of standing bids, and a valuation of the bidder. 1,000 bytes for the contracts of a series.
	fn backstop(p: u32) -> Weight {
		Weight::from_parts(10_000_000_000, 160_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(130_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1_000).saturating_mul(p.into()))
	}
	/// By hand, until it is measured: the debtor's account, the odometers and the record.
	fn open_lots() -> Weight {
		Weight::from_parts(500_000_000, 45_000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// By hand, until it is measured: two full accounts valued, as `bid` has them, the cash call and the
	/// record.
	fn bid_lots() -> Weight {
		Weight::from_parts(40_000_000_000, 420_000)
			.saturating_add(T::DbWeight::get().reads(260_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// By hand, until it is measured: a record, its account, the cash call, and all that an end writes.
	fn look_at_lots() -> Weight {
		Weight::from_parts(500_000_000, 48_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// By hand, until it is measured: the list of markets, and what prices one of them needs: the
	/// underlying, its surface and those around it, three quotes. `m` marks of 20 µs.
	fn run_scope(m: u32) -> Weight {
		Weight::from_parts(50_000_000, 24_000)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
	}
	/// By hand, until it is measured: what all accounts share of prices and kinds, as `touch` reads it.
	fn visit_base() -> Weight {
		Weight::from_parts(5_660_000_000, 141_625).saturating_add(T::DbWeight::get().reads(150_u64))
	}
	/// By hand, until it is measured: as `touch` without what accounts share; the account, its record and
	/// cash, and a bounty's account.
	fn visit(p: u32) -> Weight {
		Weight::from_parts(1_200_000_000, 60_000)
			.saturating_add(Weight::from_parts(20_000_000, 292).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
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
	/// Made by hand: all prices, kinds of collateral and surfaces that valuing any accounts reads.
	fn charge_gains() -> Weight {
		Self::visit(512)
	}
	/// Made by hand: one account's own items, and valuing it.
	fn charge_gain(p: u32) -> Weight {
		Weight::from_parts(400_000_000, 16_000)
			.saturating_add(Weight::from_parts(25_000_000, 60).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
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
	fn ladder_look(p: u32, l: u32) -> Weight {
		Weight::from_parts(600_000_000, 12_000)
			.saturating_add(Weight::from_parts(60_000_000, 100).saturating_mul(p.into()))
			.saturating_add(Weight::from_parts(500_000_000, 4_000).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(100_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn file(p: u32, l: u32) -> Weight {
		Self::ladder_look(p, l)
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
	/// Made by hand: `flag` and the list of feeders; of the proof what authorizing has not read.
	fn flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(21_431_447_471, 180_000)
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(286_u64))
			.saturating_add(T::DbWeight::get().writes(132_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	/// Made by hand: the readings and valuations of `flag`, the list of feeders and a signature.
	fn authorize_flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(10_000_000_000, 579486)
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(160_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
}

/// For tests.
impl WeightInfo for () {
	fn flag(p: u32) -> Weight {
		Weight::from_parts(21_331_447_471, 571486)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(285_u64))
			.saturating_add(ParityDbWeight::get().writes(132_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn bid(p: u32) -> Weight {
		Weight::from_parts(13_945_886_572, 257982)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(Weight::from_parts(50_165_753, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(246_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	fn touch(p: u32) -> Weight {
		Weight::from_parts(6_831_485_155, 141625)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(19_604_335, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(156_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn take_over(p: u32) -> Weight {
		Weight::from_parts(6_825_537_764, 141625)
			// By hand: levels and halts, not measured yet.
			.saturating_add(Weight::from_parts(50_000_000, 6000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(Weight::from_parts(80_332_414, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(159_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
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
	fn backstop(p: u32) -> Weight {
		Weight::from_parts(10_000_000_000, 160_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(130_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 1_000).saturating_mul(p.into()))
	}
	fn open_lots() -> Weight {
		Weight::from_parts(500_000_000, 45_000)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn bid_lots() -> Weight {
		Weight::from_parts(40_000_000_000, 420_000)
			.saturating_add(ParityDbWeight::get().reads(260_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn look_at_lots() -> Weight {
		Weight::from_parts(500_000_000, 48_000)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn run_scope(m: u32) -> Weight {
		Weight::from_parts(50_000_000, 24_000)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
	}
	fn visit_base() -> Weight {
		Weight::from_parts(5_660_000_000, 141_625)
			.saturating_add(ParityDbWeight::get().reads(150_u64))
	}
	fn visit(p: u32) -> Weight {
		Weight::from_parts(1_200_000_000, 60_000)
			.saturating_add(Weight::from_parts(20_000_000, 292).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
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
	/// Made by hand: all prices, kinds of collateral and surfaces that valuing any accounts reads.
	fn charge_gains() -> Weight {
		Self::visit(512)
	}
	/// Made by hand: one account's own items, and valuing it.
	fn charge_gain(p: u32) -> Weight {
		Weight::from_parts(400_000_000, 16_000)
			.saturating_add(Weight::from_parts(25_000_000, 60).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
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
	fn ladder_look(p: u32, l: u32) -> Weight {
		Weight::from_parts(600_000_000, 12_000)
			.saturating_add(Weight::from_parts(60_000_000, 100).saturating_mul(p.into()))
			.saturating_add(Weight::from_parts(500_000_000, 4_000).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn refile_all() -> Weight {
		Weight::from_parts(100_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn file(p: u32, l: u32) -> Weight {
		Self::ladder_look(p, l)
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
	fn flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(21_431_447_471, 180_000)
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(286_u64))
			.saturating_add(ParityDbWeight::get().writes(132_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn authorize_flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(10_000_000_000, 579486)
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(160_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
}
