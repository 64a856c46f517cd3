// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_options`, measured by `make weights` with benchmarks 64.0.0.
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
	fn place_resting(t: u32) -> Weight;
	fn place_matching(m: u32, t: u32) -> Weight;
	fn cancel_order() -> Weight;
	fn cancel_all(n: u32) -> Weight;
	fn set_market() -> Weight;
	fn set_params() -> Weight;
	fn restrict_market() -> Weight;
	fn relax_market() -> Weight;
	fn settle() -> Weight;
	fn visit_market() -> Weight;
	fn list_strikes(n: u32) -> Weight;
	fn settle_account(n: u32) -> Weight;
	fn settle_order() -> Weight;
	fn settle_turn() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Options::Markets` (r:1 w:0)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextOrderId` (r:1 w:1)
	/// Proof: `Options::NextOrderId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Parameters` (r:1 w:0)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[0, 567]`.
	fn place_resting(t: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `26113 + t * (38 ±0)`
		//  Estimated: `171183 + t * (209 ±52)`
		// Minimum execution time: 4_652_794_000 picoseconds.
		Weight::from_parts(7_246_334_205, 171183)
			.saturating_add(Weight::from_parts(28_368_389, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(176_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 209).saturating_mul(t.into()))
	}
	/// Storage: `Margin::Accounts` (r:17 w:17)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:17 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Options::Markets` (r:1 w:0)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextOrderId` (r:1 w:1)
	/// Proof: `Options::NextOrderId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:32 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Parameters` (r:1 w:0)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:16 w:16)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:17 w:17)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:3 w:3)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Options::Expiries` (r:1 w:1)
	/// Proof: `Options::Expiries` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:16 w:16)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:17)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[0, 256]`.
	/// The range of component `t` is `[0, 567]`.
	fn place_matching(m: u32, t: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `42904 + m * (585 ±0) + t * (31 ±0)`
		//  Estimated: `439828`
		// Minimum execution time: 63_487_487_000 picoseconds.
		Weight::from_parts(20_431_609_207, 439828)
			.saturating_add(Weight::from_parts(198_863_158, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(87_575_313, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(323_u64))
			.saturating_add(T::DbWeight::get().writes(91_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `30713`
		//  Estimated: `26804`
		// Minimum execution time: 494_755_000 picoseconds.
		Weight::from_parts(544_108_000, 26804)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn cancel_all(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `20814 + n * (1830 ±0)`
		//  Estimated: `26804 + n * (8914 ±0)`
		// Minimum execution time: 486_463_000 picoseconds.
		Weight::from_parts(466_316_252, 26804)
			.saturating_add(Weight::from_parts(124_284_295, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 8914).saturating_mul(n.into()))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	/// Storage: `Options::Underlyings` (r:1 w:1)
	/// Proof: `Options::Underlyings` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn set_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `230`
		//  Estimated: `3555`
		// Minimum execution time: 122_973_000 picoseconds.
		Weight::from_parts(128_861_000, 3555)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Parameters` (r:0 w:1)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 46_569_000 picoseconds.
		Weight::from_parts(50_255_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn restrict_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 113_850_000 picoseconds.
		Weight::from_parts(123_253_000, 3555)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn relax_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 115_862_000 picoseconds.
		Weight::from_parts(134_180_000, 3555)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Settling` (r:1 w:1)
	/// Proof: `Options::Settling` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1634`
		//  Estimated: `26804`
		// Minimum execution time: 344_612_000 picoseconds.
		Weight::from_parts(356_009_000, 26804)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Options::Underlyings` (r:1 w:0)
	/// Proof: `Options::Underlyings` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Options::TickCursor` (r:1 w:1)
	/// Proof: `Options::TickCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn visit_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `208`
		//  Estimated: `1550`
		// Minimum execution time: 53_380_000 picoseconds.
		Weight::from_parts(55_713_000, 1550)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Options::Parameters` (r:1 w:0)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	/// Storage: `Options::Expiries` (r:1 w:1)
	/// Proof: `Options::Expiries` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:2 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:1 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Settlements` (r:1 w:1)
	/// Proof: `PriceOracle::Settlements` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:1)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:0 w:1)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 41]`.
	fn list_strikes(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3660`
		//  Estimated: `6344`
		// Minimum execution time: 464_591_000 picoseconds.
		Weight::from_parts(486_986_586, 6344)
			.saturating_add(Weight::from_parts(171_815, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle_account(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `20293 + n * (197 ±0)`
		//  Estimated: `52618 + n * (2534 ±0)`
		// Minimum execution time: 433_845_000 picoseconds.
		Weight::from_parts(487_475_660, 52618)
			.saturating_add(Weight::from_parts(40_804_121, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(n.into()))
	}
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(1637), added: 4112, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	fn settle_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `30713`
		//  Estimated: `26804`
		// Minimum execution time: 452_122_000 picoseconds.
		Weight::from_parts(501_064_000, 26804)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Options::Listings` (r:1 w:1)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Settling` (r:1 w:1)
	/// Proof: `Options::Settling` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:1 w:0)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Options::Expiries` (r:1 w:1)
	/// Proof: `Options::Expiries` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn settle_turn() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1270`
		//  Estimated: `4525`
		// Minimum execution time: 264_383_000 picoseconds.
		Weight::from_parts(280_597_000, 4525)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn place_resting(t: u32) -> Weight {
		Weight::from_parts(7_246_334_205, 171183)
			.saturating_add(Weight::from_parts(28_368_389, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(176_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 209).saturating_mul(t.into()))
	}
	fn place_matching(m: u32, t: u32) -> Weight {
		Weight::from_parts(20_431_609_207, 439828)
			.saturating_add(Weight::from_parts(198_863_158, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(87_575_313, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(323_u64))
			.saturating_add(ParityDbWeight::get().writes(91_u64))
	}
	fn cancel_order() -> Weight {
		Weight::from_parts(544_108_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_all(n: u32) -> Weight {
		Weight::from_parts(466_316_252, 26804)
			.saturating_add(Weight::from_parts(124_284_295, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 8914).saturating_mul(n.into()))
	}
	fn set_market() -> Weight {
		Weight::from_parts(128_861_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(50_255_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn restrict_market() -> Weight {
		Weight::from_parts(123_253_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn relax_market() -> Weight {
		Weight::from_parts(134_180_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(356_009_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn visit_market() -> Weight {
		Weight::from_parts(55_713_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_strikes(n: u32) -> Weight {
		Weight::from_parts(486_986_586, 6344)
			.saturating_add(Weight::from_parts(171_815, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_account(n: u32) -> Weight {
		Weight::from_parts(487_475_660, 52618)
			.saturating_add(Weight::from_parts(40_804_121, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(n.into()))
	}
	fn settle_order() -> Weight {
		Weight::from_parts(501_064_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_turn() -> Weight {
		Weight::from_parts(280_597_000, 4525)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
