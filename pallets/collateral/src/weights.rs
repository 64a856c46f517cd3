// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_collateral`, measured by `make weights` with benchmarks 64.0.0.
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
	fn deposit() -> Weight;
	fn sweep() -> Weight;
	fn withdraw() -> Weight;
	fn recover() -> Weight;
	fn list_asset() -> Weight;
	fn set_weights() -> Weight;
	fn set_cap() -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn withdraw_home() -> Weight;
	fn recover_home() -> Weight;
	fn set_source() -> Weight;
	fn set_group_cap() -> Weight;
	fn set_reference() -> Weight;
	fn set_times() -> Weight;
	fn delist() -> Weight;
	fn pending_base() -> Weight;
	fn pending_step() -> Weight;
	fn request_withdrawal() -> Weight;
	fn cancel_withdrawal() -> Weight;
	fn queue_base() -> Weight;
	fn queue_step() -> Weight;
	fn queue_value(s: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1500`
		//  Estimated: `26804`
		// Minimum execution time: 601_373_000 picoseconds.
		Weight::from_parts(643_365_000, 32004)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn sweep() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1673`
		//  Estimated: `26804`
		// Minimum execution time: 642_173_000 picoseconds.
		Weight::from_parts(703_544_000, 35304)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Margin::PortfolioRule` (r:1 w:0)
	/// Proof: `Margin::PortfolioRule` (`max_values`: Some(1), `max_size`: Some(1286), added: 1781, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:32 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(1330), added: 3805, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `28324`
		//  Estimated: `256350`
		// Minimum execution time: 13_758_676_000 picoseconds.
		Weight::from_parts(14_179_781_000, 282350)
			.saturating_add(T::DbWeight::get().reads(218_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:1 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn recover() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1329`
		//  Estimated: `52618`
		// Minimum execution time: 584_708_000 picoseconds.
		Weight::from_parts(600_371_000, 55918)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:1 w:1)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:1)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:0)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	fn list_asset() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `581`
		//  Estimated: `4273`
		// Minimum execution time: 206_958_000 picoseconds.
		Weight::from_parts(213_217_000, 6873)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_weights() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `403`
		//  Estimated: `4187`
		// Minimum execution time: 129_913_000 picoseconds.
		Weight::from_parts(133_979_000, 6787)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn set_cap() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `446`
		//  Estimated: `4187`
		// Minimum execution time: 136_352_000 picoseconds.
		Weight::from_parts(140_679_000, 6787)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `324`
		//  Estimated: `4187`
		// Minimum execution time: 100_319_000 picoseconds.
		Weight::from_parts(104_395_000, 4187)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `324`
		//  Estimated: `4187`
		// Minimum execution time: 101_761_000 picoseconds.
		Weight::from_parts(104_995_000, 4187)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn pending_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2461`
		//  Estimated: `3791`
		// Minimum execution time: 60_039_000 picoseconds.
		Weight::from_parts(61_852_000, 3791)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(722), added: 3197, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23339), added: 25814, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(40), added: 535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn pending_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1695`
		//  Estimated: `26804`
		// Minimum execution time: 656_835_000 picoseconds.
		Weight::from_parts(668_502_000, 35304)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	// By hand: a withdrawal, the price of what pays, and a message into a page that may be full.
	fn withdraw_home() -> Weight {
		Self::withdraw()
			.saturating_add(Weight::from_parts(400_000_000, 140_000))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// By hand: the same, with the token at the address.
	fn recover_home() -> Weight {
		Self::withdraw_home()
			.saturating_add(Weight::from_parts(300_000_000, 12_000))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// By hand.
	fn set_source() -> Weight {
		Weight::from_parts(60_000_000, 5300)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// By hand.
	fn set_group_cap() -> Weight {
		Weight::from_parts(50_000_000, 2600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// By hand.
	fn set_reference() -> Weight {
		Weight::from_parts(90_000_000, 11000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// By hand.
	fn set_times() -> Weight {
		Weight::from_parts(1_200_000_000, 105000)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	// By hand.
	fn delist() -> Weight {
		Weight::from_parts(100_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// By hand: `withdraw`, with the queue's two items and a valuation more.
	fn request_withdrawal() -> Weight {
		Weight::from_parts(28_500_000_000, 265000)
			.saturating_add(T::DbWeight::get().reads(220_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// By hand.
	fn cancel_withdrawal() -> Weight {
		Weight::from_parts(250_000_000, 32000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// By hand.
	fn queue_base() -> Weight {
		Weight::from_parts(80_000_000, 5000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: a withdrawal from an account with cash alone.
	fn queue_step() -> Weight {
		Weight::from_parts(900_000_000, 40000)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// By hand: what an account with `s` series weighs more, as `transfer_cash` of the ledger.
	fn queue_value(s: u32) -> Weight {
		Weight::from_parts(6_800_000_000, 150000)
			.saturating_add(Weight::from_parts(28_700_000, 239).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(165_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn deposit() -> Weight {
		Weight::from_parts(643_365_000, 32004)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn sweep() -> Weight {
		Weight::from_parts(703_544_000, 35304)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(14_179_781_000, 282350)
			.saturating_add(ParityDbWeight::get().reads(218_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(600_371_000, 55918)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(213_217_000, 6873)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_weights() -> Weight {
		Weight::from_parts(133_979_000, 6787)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_cap() -> Weight {
		Weight::from_parts(140_679_000, 6787)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(104_395_000, 4187)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(104_995_000, 4187)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pending_base() -> Weight {
		Weight::from_parts(61_852_000, 3791)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pending_step() -> Weight {
		Weight::from_parts(668_502_000, 35304)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	// By hand: a withdrawal, the price of what pays, and a message into a page that may be full.
	fn withdraw_home() -> Weight {
		Self::withdraw()
			.saturating_add(Weight::from_parts(400_000_000, 140_000))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	// By hand: the same, with the token at the address.
	fn recover_home() -> Weight {
		Self::withdraw_home()
			.saturating_add(Weight::from_parts(300_000_000, 12_000))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	// By hand.
	fn set_source() -> Weight {
		Weight::from_parts(60_000_000, 5300)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	// By hand.
	fn set_group_cap() -> Weight {
		Weight::from_parts(50_000_000, 2600)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	// By hand.
	fn set_reference() -> Weight {
		Weight::from_parts(90_000_000, 11000)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	// By hand.
	fn set_times() -> Weight {
		Weight::from_parts(1_200_000_000, 105000)
			.saturating_add(ParityDbWeight::get().reads(33_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	// By hand.
	fn delist() -> Weight {
		Weight::from_parts(100_000_000, 16000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	/// By hand: `withdraw`, with the queue's two items and a valuation more.
	fn request_withdrawal() -> Weight {
		Weight::from_parts(28_500_000_000, 265000)
			.saturating_add(ParityDbWeight::get().reads(220_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	/// By hand.
	fn cancel_withdrawal() -> Weight {
		Weight::from_parts(250_000_000, 32000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// By hand.
	fn queue_base() -> Weight {
		Weight::from_parts(80_000_000, 5000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: a withdrawal from an account with cash alone.
	fn queue_step() -> Weight {
		Weight::from_parts(900_000_000, 40000)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	/// By hand: what an account with `s` series weighs more, as `transfer_cash` of the ledger.
	fn queue_value(s: u32) -> Weight {
		Weight::from_parts(6_800_000_000, 150000)
			.saturating_add(Weight::from_parts(28_700_000, 239).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(165_u64))
	}
}
