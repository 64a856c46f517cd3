// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_margin`, measured by `make weights` with benchmarks 64.0.0.
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
	fn close_books() -> Weight;
	fn set_cash_call_params() -> Weight;
	fn endow_pool() -> Weight;
	fn turn_day() -> Weight;
	fn mark_series() -> Weight;
	fn count_account(p: u32) -> Weight;
	fn clear_rises() -> Weight;
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
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn create_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2920`
		//  Estimated: `26871`
		// Minimum execution time: 231_273_000 picoseconds.
		Weight::from_parts(757_842_000, 64302)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4454`
		//  Estimated: `26871`
		// Minimum execution time: 274_929_000 picoseconds.
		Weight::from_parts(707_136_000, 52752)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14999`
		//  Estimated: `26871`
		// Minimum execution time: 226_496_000 picoseconds.
		Weight::from_parts(243_853_000, 26871)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn remove_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15031`
		//  Estimated: `26871`
		// Minimum execution time: 195_290_000 picoseconds.
		Weight::from_parts(242_971_000, 26871)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
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
	/// The range of component `s` is `[0, 512]`.
	fn transfer_cash(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `13645 + s * (65 ±0)`
		//  Estimated: `150942 + s * (301 ±100)`
		// Minimum execution time: 4_659_024_000 picoseconds.
		Weight::from_parts(6_030_686_328, 150942)
			.saturating_add(Weight::from_parts(23_858_682, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(147_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn set_mode(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `12907 + s * (38 ±0)`
		//  Estimated: `150942 + s * (301 ±77)`
		// Minimum execution time: 4_613_636_000 picoseconds.
		Weight::from_parts(5_898_326_772, 150942)
			.saturating_add(Weight::from_parts(21_706_327, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(146_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn offer_ownership() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14775`
		//  Estimated: `26871`
		// Minimum execution time: 168_060_000 picoseconds.
		Weight::from_parts(213_647_000, 26871)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn cancel_offer() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14807`
		//  Estimated: `26871`
		// Minimum execution time: 166_968_000 picoseconds.
		Weight::from_parts(195_210_000, 26871)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:2 w:2)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn accept_ownership(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `19257 + s * (38 ±0)`
		//  Estimated: `150942 + s * (301 ±100)`
		// Minimum execution time: 4_906_762_000 picoseconds.
		Weight::from_parts(9_391_368_885, 208621)
			.saturating_add(Weight::from_parts(17_124_108, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(152_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::OpenInterest` (r:256 w:256)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:512)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 256]`.
	/// The range of component `p` is `[1, 256]`.
	fn move_assets(s: u32, p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `11878 + p * (142 ±0) + s * (102 ±0)`
		//  Estimated: `257982 + p * (2534 ±0)`
		// Minimum execution time: 13_185_816_000 picoseconds.
		Weight::from_parts(13_486_000_000, 257982)
			.saturating_add(Weight::from_parts(46_899_334, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(127_351_579, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(237_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
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
	/// The range of component `s` is `[1, 512]`.
	fn poke(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15306 + s * (31 ±0)`
		//  Estimated: `141625 + s * (292 ±66)`
		// Minimum execution time: 4_831_610_000 picoseconds.
		Weight::from_parts(8_005_161_259, 141625)
			.saturating_add(Weight::from_parts(19_877_222, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(149_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	/// Storage: `Margin::PortfolioRule` (r:0 w:1)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	fn set_portfolio_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 121_590_000 picoseconds.
		Weight::from_parts(138_606_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:1)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `412`
		//  Estimated: `1757`
		// Minimum execution time: 110_203_000 picoseconds.
		Weight::from_parts(128_251_000, 1757)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn accrue() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `628`
		//  Estimated: `3500`
		// Minimum execution time: 97_194_000 picoseconds.
		Weight::from_parts(102_182_000, 3500)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
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
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn assess(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `12635 + s * (38 ±0)`
		//  Estimated: `150942 + s * (301 ±77)`
		// Minimum execution time: 4_310_055_000 picoseconds.
		Weight::from_parts(5_584_265_434, 150942)
			.saturating_add(Weight::from_parts(19_212_379, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(143_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::Tails` (r:2 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[16, 511]`.
	fn book(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17725 + s * (55 ±0)`
		//  Estimated: `199429 + s * (146 ±48)`
		// Minimum execution time: 7_619_363_000 picoseconds.
		Weight::from_parts(8_575_260_410, 199429)
			.saturating_add(Weight::from_parts(29_845_067, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(197_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 146).saturating_mul(s.into()))
	}
	/// Storage: `Margin::CashCalls` (r:1 w:1)
	/// Proof: `Margin::CashCalls` (`max_values`: Some(1), `max_size`: Some(70), added: 565, mode: `MaxEncodedLen`)
	/// Storage: `Margin::CashCallRule` (r:1 w:0)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	fn watch_cash() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `471`
		//  Estimated: `1613`
		// Minimum execution time: 119_628_000 picoseconds.
		Weight::from_parts(136_192_000, 1613)
			.saturating_add(T::DbWeight::get().reads(4_u64))
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
		// Minimum execution time: 468_136_000 picoseconds.
		Weight::from_parts(478_882_000, 41422)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Made by hand: time, the house, cash, interest, one series, books.
	fn close_books() -> Weight {
		Weight::from_parts(80_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::CashCalls` (r:1 w:0)
	/// Proof: `Margin::CashCalls` (`max_values`: Some(1), `max_size`: Some(70), added: 565, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	fn enforce_cash_call() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15241`
		//  Estimated: `26871`
		// Minimum execution time: 186_448_000 picoseconds.
		Weight::from_parts(200_388_000, 26871).saturating_add(T::DbWeight::get().reads(5_u64))
	}
	/// Storage: `Margin::CashCallRule` (r:0 w:1)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_cash_call_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 46_980_000 picoseconds.
		Weight::from_parts(51_336_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn endow_pool() -> Weight {
		Weight::from_parts(200_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Made by hand: not measured yet.
	fn turn_day() -> Weight {
		Weight::from_parts(100_000_000, 4_000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Made by hand: not measured yet.
	fn mark_series() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Made by hand: not measured yet. Without the account's own bytes.
	fn count_account(p: u32) -> Weight {
		Weight::from_parts(100_000_000, 2_000)
			.saturating_add(Weight::from_parts(5_000_000, 600).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads(u64::from(p)))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn clear_rises() -> Weight {
		Weight::from_parts(500_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
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
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, and an expiry.
	fn learn_underlyings(u: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(140_000_000, 8_100).saturating_mul(u.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(u.into())))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses.
	fn learn_kinds(k: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(150_000_000, 8_100).saturating_mul(k.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(k.into())))
	}
}

/// For tests.
impl WeightInfo for () {
	fn create_account() -> Weight {
		Weight::from_parts(757_842_000, 64302)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(707_136_000, 52752)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(243_853_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_delegate() -> Weight {
		Weight::from_parts(242_971_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn transfer_cash(s: u32) -> Weight {
		Weight::from_parts(6_030_686_328, 150942)
			.saturating_add(Weight::from_parts(23_858_682, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(147_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	fn set_mode(s: u32) -> Weight {
		Weight::from_parts(5_898_326_772, 150942)
			.saturating_add(Weight::from_parts(21_706_327, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(146_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(213_647_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_offer() -> Weight {
		Weight::from_parts(195_210_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_ownership(s: u32) -> Weight {
		Weight::from_parts(9_391_368_885, 208621)
			.saturating_add(Weight::from_parts(17_124_108, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(152_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	fn move_assets(s: u32, p: u32) -> Weight {
		Weight::from_parts(13_486_000_000, 257982)
			.saturating_add(Weight::from_parts(46_899_334, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(127_351_579, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(237_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(p.into()))
	}
	fn poke(s: u32) -> Weight {
		Weight::from_parts(8_005_161_259, 141625)
			.saturating_add(Weight::from_parts(19_877_222, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(149_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 292).saturating_mul(s.into()))
	}
	fn set_portfolio_params() -> Weight {
		Weight::from_parts(138_606_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(128_251_000, 1757)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accrue() -> Weight {
		Weight::from_parts(102_182_000, 3500)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn assess(s: u32) -> Weight {
		Weight::from_parts(5_584_265_434, 150942)
			.saturating_add(Weight::from_parts(19_212_379, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(143_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	fn book(s: u32) -> Weight {
		Weight::from_parts(8_575_260_410, 199429)
			.saturating_add(Weight::from_parts(29_845_067, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(197_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 146).saturating_mul(s.into()))
	}
	fn watch_cash() -> Weight {
		Weight::from_parts(136_192_000, 1613)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn clear_limits() -> Weight {
		Weight::from_parts(478_882_000, 41422)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	/// Made by hand: time, the house, cash, interest, one series, books.
	fn close_books() -> Weight {
		Weight::from_parts(80_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn enforce_cash_call() -> Weight {
		Weight::from_parts(200_388_000, 26871).saturating_add(ParityDbWeight::get().reads(5_u64))
	}
	fn set_cash_call_params() -> Weight {
		Weight::from_parts(51_336_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn endow_pool() -> Weight {
		Weight::from_parts(200_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Made by hand: not measured yet.
	fn turn_day() -> Weight {
		Weight::from_parts(100_000_000, 4_000)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// Made by hand: not measured yet.
	fn mark_series() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// Made by hand: not measured yet. Without the account's own bytes.
	fn count_account(p: u32) -> Weight {
		Weight::from_parts(100_000_000, 2_000)
			.saturating_add(Weight::from_parts(5_000_000, 600).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads(u64::from(p)))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Made by hand: not measured yet.
	fn clear_rises() -> Weight {
		Weight::from_parts(500_000_000, 16_000)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
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
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses, and an expiry.
	fn learn_underlyings(u: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(140_000_000, 8_100).saturating_mul(u.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(u.into())))
	}
	/// By hand: half of `prices` of pallet-liquidation, which are of two lenses.
	fn learn_kinds(k: u32) -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(Weight::from_parts(150_000_000, 8_100).saturating_mul(k.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(k.into())))
	}
}
