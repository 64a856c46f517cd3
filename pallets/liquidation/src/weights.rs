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
	fn tick_step(p: u32) -> Weight;
	fn prune_step() -> Weight;
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
		// Proof size summary in bytes:
		//  Measured:  `610 + w * (111 ±0)`
		//  Estimated: `1934 + w * (2677 ±0)`
		// Minimum execution time: 97_485_000 picoseconds.
		Weight::from_parts(129_807_932, 1934)
			.saturating_add(Weight::from_parts(55_402_611, 0).saturating_mul(w.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2677).saturating_mul(w.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:0)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:1)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn tick_step(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16413 + p * (35 ±0)`
		//  Estimated: `141625 + p * (292 ±66)`
		// Minimum execution time: 4_653_676_000 picoseconds.
		Weight::from_parts(5_659_350_890, 141625)
			.saturating_add(Weight::from_parts(16_678_159, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(150_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
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
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Made by hand: `flag` and the list of feeders.
	fn flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(21_431_447_471, 579486)
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
			.saturating_add(Weight::from_parts(39_325_903, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(285_u64))
			.saturating_add(ParityDbWeight::get().writes(132_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn bid(p: u32) -> Weight {
		Weight::from_parts(13_945_886_572, 257982)
			.saturating_add(Weight::from_parts(50_165_753, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(246_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	fn touch(p: u32) -> Weight {
		Weight::from_parts(6_831_485_155, 141625)
			.saturating_add(Weight::from_parts(19_604_335, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(156_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn take_over(p: u32) -> Weight {
		Weight::from_parts(6_825_537_764, 141625)
			.saturating_add(Weight::from_parts(80_332_414, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(159_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	fn pause() -> Weight {
		Weight::from_parts(92_698_000, 1494)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(128_551_000, 1678)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(64_226_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll(w: u32) -> Weight {
		Weight::from_parts(129_807_932, 1934)
			.saturating_add(Weight::from_parts(55_402_611, 0).saturating_mul(w.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(w.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2677).saturating_mul(w.into()))
	}
	fn tick_step(p: u32) -> Weight {
		Weight::from_parts(5_659_350_890, 141625)
			.saturating_add(Weight::from_parts(16_678_159, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(150_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(p.into()))
	}
	fn prune_step() -> Weight {
		Weight::from_parts(131_756_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn flag_as_feeder(p: u32) -> Weight {
		Weight::from_parts(21_431_447_471, 579486)
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
