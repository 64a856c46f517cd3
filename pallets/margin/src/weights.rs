// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_margin`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-26. Steps: 6, repeat: 4.

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
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Margin::AccountCount` (r:1 w:1)
	/// Proof: `Margin::AccountCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn create_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `128`
		//  Estimated: `26804`
		// Minimum execution time: 150_434_000 picoseconds.
		Weight::from_parts(156_913_000, 32804)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::AccountCount` (r:1 w:1)
	/// Proof: `Margin::AccountCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `395`
		//  Estimated: `26804`
		// Minimum execution time: 191_184_000 picoseconds.
		Weight::from_parts(202_581_000, 26804)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15029`
		//  Estimated: `26804`
		// Minimum execution time: 219_556_000 picoseconds.
		Weight::from_parts(243_582_000, 26804)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	fn remove_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15061`
		//  Estimated: `26804`
		// Minimum execution time: 222_040_000 picoseconds.
		Weight::from_parts(244_864_000, 26804)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn transfer_cash(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17018 + s * (54 ±0)`
		//  Estimated: `168398 + s * (239 ±69)`
		// Minimum execution time: 3_934_867_000 picoseconds.
		Weight::from_parts(6_770_585_178, 168398)
			.saturating_add(Weight::from_parts(28_683_064, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(167_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn set_mode(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16246 + s * (27 ±0)`
		//  Estimated: `168398 + s * (239 ±69)`
		// Minimum execution time: 3_876_311_000 picoseconds.
		Weight::from_parts(6_696_149_866, 168398)
			.saturating_add(Weight::from_parts(27_234_985, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(166_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn offer_ownership() -> Weight {
		// Made by hand, as `set_delegate`, until it is measured.
		Weight::from_parts(243_582_000, 26804)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn cancel_offer() -> Weight {
		// Made by hand, as `remove_delegate`, until it is measured.
		Weight::from_parts(244_864_000, 26804)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn accept_ownership(s: u32) -> Weight {
		// Made by hand, as `set_mode` with both owners' lists and tails, until it is measured.
		Weight::from_parts(7_200_000_000, 178000)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(170_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn move_assets(s: u32, p: u32) -> Weight {
		// Made by hand, as `book` and a mark for each position that moves, until it is measured.
		Weight::from_parts(9_500_000_000, 214061)
			.saturating_add(Weight::from_parts(34_153_192, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(205_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn poke(s: u32) -> Weight {
		// Made by hand, as `set_mode`, until it is measured.
		Weight::from_parts(6_900_000_000, 168398)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(166_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	/// Storage: `Margin::PortfolioRule` (r:0 w:1)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	fn set_portfolio_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 120_690_000 picoseconds.
		Weight::from_parts(125_446_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:1)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `412`
		//  Estimated: `1757`
		// Minimum execution time: 112_568_000 picoseconds.
		Weight::from_parts(119_628_000, 1757)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:1)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn accrue() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `660`
		//  Estimated: `3500`
		// Minimum execution time: 95_652_000 picoseconds.
		Weight::from_parts(99_147_000, 3500)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn assess(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16010 + s * (27 ±0)`
		//  Estimated: `168398 + s * (239 ±69)`
		// Minimum execution time: 3_635_533_000 picoseconds.
		Weight::from_parts(6_605_539_531, 168398)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(164_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[16, 511]`.
	fn book(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17502 + s * (54 ±0)`
		//  Estimated: `214061 + s * (116 ±19)`
		// Minimum execution time: 7_880_301_000 picoseconds.
		Weight::from_parts(9_112_310_004, 214061)
			.saturating_add(Weight::from_parts(34_153_192, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(205_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 116).saturating_mul(s.into()))
	}
	/// By hand.
	fn watch_cash() -> Weight {
		Weight::from_parts(150_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// By hand: 16 limits.
	fn clear_limits() -> Weight {
		Weight::from_parts(400_000_000, 45000)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// By hand, without the means.
	fn enforce_cash_call() -> Weight {
		Weight::from_parts(300_000_000, 34000).saturating_add(T::DbWeight::get().reads(6_u64))
	}
	/// By hand.
	fn set_cash_call_params() -> Weight {
		Weight::from_parts(60_000_000, 1500).saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn create_account() -> Weight {
		Weight::from_parts(156_913_000, 32804)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(202_581_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(243_582_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_delegate() -> Weight {
		Weight::from_parts(244_864_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn transfer_cash(s: u32) -> Weight {
		Weight::from_parts(6_770_585_178, 168398)
			.saturating_add(Weight::from_parts(28_683_064, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(167_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn set_mode(s: u32) -> Weight {
		Weight::from_parts(6_696_149_866, 168398)
			.saturating_add(Weight::from_parts(27_234_985, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(166_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn offer_ownership() -> Weight {
		// Made by hand, as `set_delegate`, until it is measured.
		Weight::from_parts(243_582_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_offer() -> Weight {
		// Made by hand, as `remove_delegate`, until it is measured.
		Weight::from_parts(244_864_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_ownership(s: u32) -> Weight {
		// Made by hand, as `set_mode` with both owners' lists and tails, until it is measured.
		Weight::from_parts(7_200_000_000, 178000)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(170_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn move_assets(s: u32, p: u32) -> Weight {
		// Made by hand, as `book` and a mark for each position that moves, until it is measured.
		Weight::from_parts(9_500_000_000, 214061)
			.saturating_add(Weight::from_parts(34_153_192, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(205_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn poke(s: u32) -> Weight {
		// Made by hand, as `set_mode`, until it is measured.
		Weight::from_parts(6_900_000_000, 168398)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(166_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn set_portfolio_params() -> Weight {
		Weight::from_parts(125_446_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(119_628_000, 1757)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn accrue() -> Weight {
		Weight::from_parts(99_147_000, 3500)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn assess(s: u32) -> Weight {
		Weight::from_parts(6_605_539_531, 168398)
			.saturating_add(Weight::from_parts(29_337_078, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(164_u64))
			.saturating_add(Weight::from_parts(0, 239).saturating_mul(s.into()))
	}
	fn book(s: u32) -> Weight {
		Weight::from_parts(9_112_310_004, 214061)
			.saturating_add(Weight::from_parts(34_153_192, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(205_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 116).saturating_mul(s.into()))
	}
	/// By hand.
	fn watch_cash() -> Weight {
		Weight::from_parts(150_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// By hand: 16 limits.
	fn clear_limits() -> Weight {
		Weight::from_parts(400_000_000, 45000)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	/// By hand, without the means.
	fn enforce_cash_call() -> Weight {
		Weight::from_parts(300_000_000, 34000).saturating_add(ParityDbWeight::get().reads(6_u64))
	}
	/// By hand.
	fn set_cash_call_params() -> Weight {
		Weight::from_parts(60_000_000, 1500).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
