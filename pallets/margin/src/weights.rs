// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_margin`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-27. Steps: 4, repeat: 3.

#![allow(missing_docs, unused_imports, unused_parens)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each call and each step of a hook costs.
pub trait WeightInfo {
	fn create_account() -> Weight;
	fn close_account() -> Weight;
	fn set_delegate() -> Weight;
	fn remove_delegate() -> Weight;
	fn transfer_cash(s: u32) -> Weight;
	fn set_mode(s: u32) -> Weight;
	fn offer_ownership() -> Weight;
	fn cancel_offer() -> Weight;
	fn accept_ownership(s: u32) -> Weight;
	fn move_assets(s: u32, p: u32) -> Weight;
	fn poke(s: u32) -> Weight;
	fn set_portfolio_params() -> Weight;
	fn set_params() -> Weight;
	fn accrue() -> Weight;
	fn assess(s: u32) -> Weight;
	fn book(s: u32) -> Weight;
	fn watch_cash() -> Weight;
	fn clear_limits() -> Weight;
	fn enforce_cash_call() -> Weight;
	fn set_cash_call_params() -> Weight;
	fn endow_pool() -> Weight;
	fn turn_day() -> Weight;
	fn mark_series() -> Weight;
	fn count_account(p: u32) -> Weight;
	fn clear_rises() -> Weight;
	fn close_books() -> Weight;
	fn set_open_caps() -> Weight;
	fn value_positions(p: u32) -> Weight;
	fn value_expiries(e: u32) -> Weight;
	fn value_underlyings(u: u32) -> Weight;
	fn value_orders(o: u32) -> Weight;
	fn value_lots(l: u32) -> Weight;
	fn learn_series(s: u32) -> Weight;
	fn learn_expiries(e: u32) -> Weight;
	fn learn_underlyings(u: u32) -> Weight;
	fn learn_kinds(k: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	fn create_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6558`
		//  Estimated: `57686`
		// Minimum execution time: 433_174_000 picoseconds.
		// By hand: what an address costs at which something lies already.
		Weight::from_parts(757_842_000, 64302)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:0 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6803`
		//  Estimated: `57686`
		// Minimum execution time: 498_150_000 picoseconds.
		Weight::from_parts(796_764_000, 57686)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6357`
		//  Estimated: `29338`
		// Minimum execution time: 275_990_000 picoseconds.
		Weight::from_parts(424_921_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn remove_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6389`
		//  Estimated: `29338`
		// Minimum execution time: 267_437_000 picoseconds.
		Weight::from_parts(317_843_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
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
	/// The range of component `s` is `[1, 512]`.
	fn transfer_cash(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16265 + s * (24 ±0)`
		//  Estimated: `141625 + s * (292 ±75)`
		// Minimum execution time: 4_020_284_000 picoseconds.
		Weight::from_parts(6_159_517_129, 141625)
			.saturating_add(Weight::from_parts(28_206_772, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(153_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn set_mode(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15503 + s * (13 ±0)`
		//  Estimated: `141625 + s * (292 ±45)`
		// Minimum execution time: 4_095_115_000 picoseconds.
		Weight::from_parts(4_518_360_304, 141625)
			.saturating_add(Weight::from_parts(32_425_001, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(152_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn offer_ownership() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6133`
		//  Estimated: `29338`
		// Minimum execution time: 244_553_000 picoseconds.
		Weight::from_parts(345_304_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn cancel_offer() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6165`
		//  Estimated: `29338`
		// Minimum execution time: 252_716_000 picoseconds.
		Weight::from_parts(374_426_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:2 w:2)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn accept_ownership(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `28533 + s * (13 ±0)`
		//  Estimated: `141625 + s * (292 ±85)`
		// Minimum execution time: 4_734_916_000 picoseconds.
		Weight::from_parts(8_871_035_255, 141625)
			.saturating_add(Weight::from_parts(23_325_649, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(156_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:256 w:256)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:512)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 256]`.
	/// The range of component `p` is `[1, 256]`.
	fn move_assets(s: u32, p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18496 + p * (26 ±0) + s * (19 ±0)`
		//  Estimated: `257982 + p * (2539 ±0)`
		// Minimum execution time: 14_674_968_000 picoseconds.
		// By hand: the least that was seen. The line through so few points begins below it.
		Weight::from_parts(14_674_968_000, 257982)
			.saturating_add(Weight::from_parts(54_246_159, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(157_749_580, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(273_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
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
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn poke(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15413 + s * (13 ±0)`
		//  Estimated: `141625 + s * (292 ±97)`
		// Minimum execution time: 4_019_964_000 picoseconds.
		Weight::from_parts(5_389_269_596, 141625)
			.saturating_add(Weight::from_parts(29_516_120, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(151_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Liquidation::OdometerList` (r:1 w:1)
	/// Proof: `Liquidation::OdometerList` (`max_values`: Some(1), `max_size`: Some(3990), added: 4485, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:0 w:1)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	fn set_portfolio_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `151`
		//  Estimated: `5475`
		// Minimum execution time: 176_001_000 picoseconds.
		Weight::from_parts(279_275_000, 5475)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:1)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::OdometerList` (r:1 w:1)
	/// Proof: `Liquidation::OdometerList` (`max_values`: Some(1), `max_size`: Some(3990), added: 4485, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `579`
		//  Estimated: `5475`
		// Minimum execution time: 158_355_000 picoseconds.
		Weight::from_parts(241_379_000, 5475)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn accrue() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `670`
		//  Estimated: `3500`
		// Minimum execution time: 92_828_000 picoseconds.
		Weight::from_parts(149_142_000, 3500)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
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
	/// The range of component `s` is `[1, 512]`.
	fn assess(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15368 + s * (13 ±0)`
		//  Estimated: `141625 + s * (292 ±45)`
		// Minimum execution time: 4_813_143_000 picoseconds.
		Weight::from_parts(7_562_636_569, 141625)
			.saturating_add(Weight::from_parts(24_139_188, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(150_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[16, 511]`.
	fn book(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17484 + s * (23 ±0)`
		//  Estimated: `199429 + s * (146 ±32)`
		// Minimum execution time: 9_371_006_000 picoseconds.
		Weight::from_parts(11_092_820_878, 199429)
			.saturating_add(Weight::from_parts(41_361_857, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(200_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 146).saturating_mul(s.into()))
	}
	/// Storage: `Margin::CashCalls` (r:1 w:1)
	/// Proof: `Margin::CashCalls` (`max_values`: Some(1), `max_size`: Some(70), added: 565, mode: `MaxEncodedLen`)
	/// Storage: `Margin::CashCallRule` (r:1 w:0)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn watch_cash() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `682`
		//  Estimated: `3151`
		// Minimum execution time: 236_612_000 picoseconds.
		Weight::from_parts(321_017_000, 3151)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::CashCalls` (r:1 w:0)
	/// Proof: `Margin::CashCalls` (`max_values`: Some(1), `max_size`: Some(70), added: 565, mode: `MaxEncodedLen`)
	/// Storage: `Margin::CallLimits` (r:16 w:16)
	/// Proof: `Margin::CallLimits` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn clear_limits() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1051`
		//  Estimated: `41422`
		// Minimum execution time: 443_249_000 picoseconds.
		Weight::from_parts(667_302_000, 41422)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Margin::CashCalls` (r:1 w:0)
	/// Proof: `Margin::CashCalls` (`max_values`: Some(1), `max_size`: Some(70), added: 565, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn enforce_cash_call() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6767`
		//  Estimated: `29338`
		// Minimum execution time: 419_673_000 picoseconds.
		Weight::from_parts(673_491_000, 29338)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::CashCallRule` (r:0 w:1)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_cash_call_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 46_720_000 picoseconds.
		Weight::from_parts(79_508_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:2 w:2)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn endow_pool() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `598`
		//  Estimated: `6010`
		// Minimum execution time: 147_509_000 picoseconds.
		Weight::from_parts(198_325_000, 6010)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::DayNumber` (r:1 w:1)
	/// Proof: `Margin::DayNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::DaySweep` (r:0 w:1)
	/// Proof: `Margin::DaySweep` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn turn_day() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `74`
		//  Estimated: `1573`
		// Minimum execution time: 55_963_000 picoseconds.
		Weight::from_parts(76_694_000, 1573)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::DaySweep` (r:1 w:1)
	/// Proof: `Margin::DaySweep` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:2 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:3 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:1 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	fn mark_series() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6452`
		//  Estimated: `9021`
		// Minimum execution time: 537_499_000 picoseconds.
		Weight::from_parts(776_604_000, 9021)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tallies` (r:1 w:1)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Gains` (r:1 w:1)
	/// Proof: `Margin::Gains` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Rises` (r:512 w:0)
	/// Proof: `Margin::Rises` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn count_account(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `954 + p * (27 ±0)`
		//  Estimated: `4206 + p * (2510 ±0)`
		// Minimum execution time: 142_252_000 picoseconds.
		Weight::from_parts(142_395_509, 4206)
			.saturating_add(Weight::from_parts(32_666_423, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2510).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Tallies` (r:1 w:1)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Rises` (r:16 w:15)
	/// Proof: `Margin::Rises` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn clear_rises() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `845`
		//  Estimated: `41150`
		// Minimum execution time: 450_850_000 picoseconds.
		Weight::from_parts(648_483_000, 41150)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:0)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tallies` (r:1 w:0)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:0 w:1)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn close_books() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `350`
		//  Estimated: `3531`
		// Minimum execution time: 214_458_000 picoseconds.
		Weight::from_parts(368_168_000, 3531)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// By hand: one market.
	fn set_open_caps() -> Weight {
		Weight::from_parts(55_000_000, 2_600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` of pallet-liquidation for a position.
	fn value_positions(p: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` was measured, where each position has an expiry of its own.
	fn value_expiries(e: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(8_100_000, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: an expiry, and what the portfolio rule scans and what two drivers take.
	fn value_underlyings(u: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(28_000_000, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as a position.
	fn value_orders(o: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(o.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` of pallet-liquidation for a lot.
	fn value_lots(l: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: of what `assess` takes for a series in an expiry of its own, half.
	fn learn_series(s: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
	}
	/// By hand: what `assess` takes for a series in an expiry of its own, less its valuation.
	fn learn_expiries(e: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, and an expiry, without reads (ADR 45).
	fn learn_underlyings(u: u32) -> Weight {
		Weight::from_parts(300_000_000, 26_900)
			.saturating_add(Weight::from_parts(140_000_000, 0).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, with two reads (ADR 45).
	fn learn_kinds(k: u32) -> Weight {
		Weight::from_parts(300_000_000, 26_900)
			.saturating_add(Weight::from_parts(150_000_000, 5_200).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(k.into())))
	}
}

/// For tests.
impl WeightInfo for () {
	fn create_account() -> Weight {
		// By hand: what an address costs at which something lies already.
		Weight::from_parts(757_842_000, 64302)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(796_764_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(424_921_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_delegate() -> Weight {
		Weight::from_parts(317_843_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn transfer_cash(s: u32) -> Weight {
		Weight::from_parts(6_159_517_129, 141625)
			.saturating_add(Weight::from_parts(28_206_772, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(153_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn set_mode(s: u32) -> Weight {
		Weight::from_parts(4_518_360_304, 141625)
			.saturating_add(Weight::from_parts(32_425_001, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(152_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(345_304_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_offer() -> Weight {
		Weight::from_parts(374_426_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_ownership(s: u32) -> Weight {
		Weight::from_parts(8_871_035_255, 141625)
			.saturating_add(Weight::from_parts(23_325_649, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(156_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn move_assets(s: u32, p: u32) -> Weight {
		// By hand: the least that was seen. The line through so few points begins below it.
		Weight::from_parts(14_674_968_000, 257982)
			.saturating_add(Weight::from_parts(54_246_159, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(157_749_580, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(273_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn poke(s: u32) -> Weight {
		Weight::from_parts(5_389_269_596, 141625)
			.saturating_add(Weight::from_parts(29_516_120, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(151_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn set_portfolio_params() -> Weight {
		Weight::from_parts(279_275_000, 5475)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(241_379_000, 5475)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn accrue() -> Weight {
		Weight::from_parts(149_142_000, 3500)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn assess(s: u32) -> Weight {
		Weight::from_parts(7_562_636_569, 141625)
			.saturating_add(Weight::from_parts(24_139_188, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(150_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn book(s: u32) -> Weight {
		Weight::from_parts(11_092_820_878, 199429)
			.saturating_add(Weight::from_parts(41_361_857, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(200_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 146).saturating_mul(s.into()))
	}
	fn watch_cash() -> Weight {
		Weight::from_parts(321_017_000, 3151)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn clear_limits() -> Weight {
		Weight::from_parts(667_302_000, 41422)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn enforce_cash_call() -> Weight {
		Weight::from_parts(673_491_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_cash_call_params() -> Weight {
		Weight::from_parts(79_508_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn endow_pool() -> Weight {
		Weight::from_parts(198_325_000, 6010)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn turn_day() -> Weight {
		Weight::from_parts(76_694_000, 1573)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn mark_series() -> Weight {
		Weight::from_parts(776_604_000, 9021)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn count_account(p: u32) -> Weight {
		Weight::from_parts(142_395_509, 4206)
			.saturating_add(Weight::from_parts(32_666_423, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2510).saturating_mul(p.into()))
	}
	fn clear_rises() -> Weight {
		Weight::from_parts(648_483_000, 41150)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn close_books() -> Weight {
		Weight::from_parts(368_168_000, 3531)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// By hand: one market.
	fn set_open_caps() -> Weight {
		Weight::from_parts(55_000_000, 2_600)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` of pallet-liquidation for a position.
	fn value_positions(p: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` was measured, where each position has an expiry of its own.
	fn value_expiries(e: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(8_100_000, 0).saturating_mul(e.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: an expiry, and what the portfolio rule scans and what two drivers take.
	fn value_underlyings(u: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(28_000_000, 0).saturating_mul(u.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: as a position.
	fn value_orders(o: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(o.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: as `ladder_look` of pallet-liquidation for a lot.
	fn value_lots(l: u32) -> Weight {
		Weight::from_parts(60_000_000, 26_900)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: of what `assess` takes for a series in an expiry of its own, half.
	fn learn_series(s: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
	}
	/// By hand: what `assess` takes for a series in an expiry of its own, less its valuation.
	fn learn_expiries(e: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(e.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, and an expiry, without reads (ADR 45).
	fn learn_underlyings(u: u32) -> Weight {
		Weight::from_parts(300_000_000, 26_900)
			.saturating_add(Weight::from_parts(140_000_000, 0).saturating_mul(u.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, with two reads (ADR 45).
	fn learn_kinds(k: u32) -> Weight {
		Weight::from_parts(300_000_000, 26_900)
			.saturating_add(Weight::from_parts(150_000_000, 5_200).saturating_mul(k.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(k.into())))
	}
}
