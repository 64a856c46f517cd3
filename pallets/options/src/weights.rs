// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_options`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-25. Steps: 12, repeat: 6.

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
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextOrderId` (r:1 w:1)
	/// Proof: `Options::NextOrderId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
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
		//  Measured:  `20680 + t * (38 ±0)`
		//  Estimated: `207799 + t * (123 ±71)`
		// Minimum execution time: 4_383_474_000 picoseconds.
		Weight::from_parts(6_864_445_312, 207799)
			.saturating_add(Weight::from_parts(13_350_348, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(181_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 123).saturating_mul(t.into()))
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
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Options::NextOrderId` (r:1 w:1)
	/// Proof: `Options::NextOrderId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
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
		//  Measured:  `36643 + m * (583 ±0) + t * (31 ±0)`
		//  Estimated: `439828`
		// Minimum execution time: 71_383_227_000 picoseconds.
		Weight::from_parts(30_107_893_111, 439828)
			.saturating_add(Weight::from_parts(186_242_538, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(133_926_099, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(291_u64))
			.saturating_add(T::DbWeight::get().writes(85_u64))
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
		//  Measured:  `30676`
		//  Estimated: `26804`
		// Minimum execution time: 476_747_000 picoseconds.
		Weight::from_parts(533_952_000, 26804)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Options::OrdersOf` (r:1 w:1)
	/// Proof: `Options::OrdersOf` (`max_values`: None, `max_size`: Some(2850), added: 5325, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:63 w:63)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(6439), added: 8914, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:63 w:63)
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
		//  Measured:  `20783 + n * (1830 ±0)`
		//  Estimated: `26804 + n * (8914 ±0)`
		// Minimum execution time: 435_947_000 picoseconds.
		Weight::from_parts(344_667_194, 26804)
			.saturating_add(Weight::from_parts(116_778_900, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 122_942_000 picoseconds.
		Weight::from_parts(126_168_000, 3555)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Parameters` (r:0 w:1)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 46_830_000 picoseconds.
		Weight::from_parts(48_622_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn restrict_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 114_019_000 picoseconds.
		Weight::from_parts(117_324_000, 3555)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn relax_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 114_009_000 picoseconds.
		Weight::from_parts(117_925_000, 3555)
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
		// Minimum execution time: 335_908_000 picoseconds.
		Weight::from_parts(343_049_000, 26804)
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
		// Minimum execution time: 52_418_000 picoseconds.
		Weight::from_parts(54_471_000, 1550)
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
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
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
		//  Measured:  `1240`
		//  Estimated: `4187`
		// Minimum execution time: 321_807_000 picoseconds.
		Weight::from_parts(329_813_837, 4187)
			.saturating_add(Weight::from_parts(123_361, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
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
	/// Storage: `Margin::OpenInterest` (r:63 w:63)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle_account(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `20488 + n * (185 ±0)`
		//  Estimated: `52618 + n * (2534 ±0)`
		// Minimum execution time: 444_139_000 picoseconds.
		Weight::from_parts(485_376_575, 52618)
			.saturating_add(Weight::from_parts(40_825_929, 0).saturating_mul(n.into()))
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
		//  Measured:  `30676`
		//  Estimated: `26804`
		// Minimum execution time: 406_974_000 picoseconds.
		Weight::from_parts(445_341_000, 26804)
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
		// Minimum execution time: 255_540_000 picoseconds.
		Weight::from_parts(261_478_000, 4525)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn place_resting(t: u32) -> Weight {
		Weight::from_parts(6_864_445_312, 207799)
			.saturating_add(Weight::from_parts(13_350_348, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(181_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 123).saturating_mul(t.into()))
	}
	fn place_matching(m: u32, t: u32) -> Weight {
		Weight::from_parts(30_107_893_111, 439828)
			.saturating_add(Weight::from_parts(186_242_538, 0).saturating_mul(m.into()))
			.saturating_add(Weight::from_parts(133_926_099, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(291_u64))
			.saturating_add(ParityDbWeight::get().writes(85_u64))
	}
	fn cancel_order() -> Weight {
		Weight::from_parts(533_952_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_all(n: u32) -> Weight {
		Weight::from_parts(344_667_194, 26804)
			.saturating_add(Weight::from_parts(116_778_900, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 8914).saturating_mul(n.into()))
	}
	fn set_market() -> Weight {
		Weight::from_parts(126_168_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(48_622_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn restrict_market() -> Weight {
		Weight::from_parts(117_324_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn relax_market() -> Weight {
		Weight::from_parts(117_925_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(343_049_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn visit_market() -> Weight {
		Weight::from_parts(54_471_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_strikes(n: u32) -> Weight {
		Weight::from_parts(329_813_837, 4187)
			.saturating_add(Weight::from_parts(123_361, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_account(n: u32) -> Weight {
		Weight::from_parts(485_376_575, 52618)
			.saturating_add(Weight::from_parts(40_825_929, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(n.into()))
	}
	fn settle_order() -> Weight {
		Weight::from_parts(445_341_000, 26804)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_turn() -> Weight {
		Weight::from_parts(261_478_000, 4525)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
