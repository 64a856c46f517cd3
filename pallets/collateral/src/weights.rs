// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_collateral`, measured by `make weights` with benchmarks 64.0.0.
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
	fn deposit() -> Weight;
	fn sweep() -> Weight;
	fn withdraw() -> Weight;
	fn recover() -> Weight;
	fn withdraw_home() -> Weight;
	fn recover_home() -> Weight;
	fn list_asset() -> Weight;
	fn set_weights() -> Weight;
	fn set_cap() -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
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
	fn leave(n: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1587`
		//  Estimated: `29338`
		// Minimum execution time: 608_945_000 picoseconds.
		Weight::from_parts(793_630_000, 29338)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:0)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn sweep() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1760`
		//  Estimated: `29338`
		// Minimum execution time: 657_858_000 picoseconds.
		Weight::from_parts(706_519_000, 29338)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
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
		//  Measured:  `23536`
		//  Estimated: `257982`
		// Minimum execution time: 14_360_751_000 picoseconds.
		Weight::from_parts(15_579_583_000, 257982)
			.saturating_add(T::DbWeight::get().reads(246_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:0)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:1 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn recover() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1414`
		//  Estimated: `57686`
		// Minimum execution time: 557_789_000 picoseconds.
		Weight::from_parts(605_891_000, 57686)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
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
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x9be873e3371cc9bd38a2227ed1653ad7` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x9be873e3371cc9bd38a2227ed1653ad7` (r:1 w:0)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: UNKNOWN KEY `0x947ac0c2c1bac1d38fa1eef729d24f38` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x947ac0c2c1bac1d38fa1eef729d24f38` (r:1 w:0)
	/// Storage: `Collateral::ByAsset` (r:1 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0xf466d194efe1a47d0c7d953b18929c05` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xf466d194efe1a47d0c7d953b18929c05` (r:1 w:0)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	fn withdraw_home() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `24275`
		//  Estimated: `257982`
		// Minimum execution time: 14_843_088_000 picoseconds.
		Weight::from_parts(16_460_662_000, 257982)
			.saturating_add(T::DbWeight::get().reads(254_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:1)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:2 w:2)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:3 w:3)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:2 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
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
	/// Storage: `Collateral::Queue` (r:1 w:0)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x9be873e3371cc9bd38a2227ed1653ad7` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x9be873e3371cc9bd38a2227ed1653ad7` (r:1 w:0)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: UNKNOWN KEY `0x947ac0c2c1bac1d38fa1eef729d24f38` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x947ac0c2c1bac1d38fa1eef729d24f38` (r:1 w:0)
	/// Storage: UNKNOWN KEY `0xf466d194efe1a47d0c7d953b18929c05` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xf466d194efe1a47d0c7d953b18929c05` (r:1 w:0)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	fn recover_home() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `24465`
		//  Estimated: `257982`
		// Minimum execution time: 15_104_617_000 picoseconds.
		Weight::from_parts(16_494_983_000, 257982)
			.saturating_add(T::DbWeight::get().reads(259_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:1 w:1)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:1)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:0)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	fn list_asset() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `614`
		//  Estimated: `4273`
		// Minimum execution time: 193_508_000 picoseconds.
		Weight::from_parts(225_105_000, 4273)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::OdometerList` (r:1 w:1)
	/// Proof: `Liquidation::OdometerList` (`max_values`: Some(1), `max_size`: Some(3990), added: 4485, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_weights() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `606`
		//  Estimated: `5475`
		// Minimum execution time: 178_846_000 picoseconds.
		Weight::from_parts(239_556_000, 5475)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn set_cap() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `531`
		//  Estimated: `4206`
		// Minimum execution time: 130_694_000 picoseconds.
		Weight::from_parts(179_967_000, 4206)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `376`
		//  Estimated: `4206`
		// Minimum execution time: 95_401_000 picoseconds.
		Weight::from_parts(122_161_000, 4206)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `376`
		//  Estimated: `4206`
		// Minimum execution time: 96_874_000 picoseconds.
		Weight::from_parts(124_164_000, 4206)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:1 w:1)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Schedule` (r:1 w:0)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn set_source() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `386`
		//  Estimated: `3579`
		// Minimum execution time: 124_485_000 picoseconds.
		Weight::from_parts(164_224_000, 3579)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:1 w:1)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn set_group_cap() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `387`
		//  Estimated: `3533`
		// Minimum execution time: 110_264_000 picoseconds.
		Weight::from_parts(139_958_000, 3533)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn set_reference() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `622`
		//  Estimated: `6076`
		// Minimum execution time: 204_173_000 picoseconds.
		Weight::from_parts(335_208_000, 6076)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Collateral::Schedule` (r:1 w:1)
	/// Proof: `Collateral::Schedule` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:32)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	fn set_times() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5428`
		//  Estimated: `103902`
		// Minimum execution time: 925_505_000 picoseconds.
		Weight::from_parts(1_072_003_000, 103902)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:1)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:0 w:1)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	fn delist() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `911`
		//  Estimated: `4206`
		// Minimum execution time: 170_424_000 picoseconds.
		Weight::from_parts(253_467_000, 4206)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn pending_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2494`
		//  Estimated: `3791`
		// Minimum execution time: 54_471_000 picoseconds.
		Weight::from_parts(71_696_000, 3791)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:0)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn pending_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1782`
		//  Estimated: `29338`
		// Minimum execution time: 676_826_000 picoseconds.
		Weight::from_parts(784_306_000, 29338)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tallies` (r:1 w:0)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
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
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `23215`
		//  Estimated: `257982`
		// Minimum execution time: 23_631_228_000 picoseconds.
		Weight::from_parts(34_675_621_000, 257982)
			.saturating_add(T::DbWeight::get().reads(250_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:1 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	fn cancel_withdrawal() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6569`
		//  Estimated: `29338`
		// Minimum execution time: 259_415_000 picoseconds.
		Weight::from_parts(325_473_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Collateral::Queue` (r:1 w:0)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:1 w:0)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	fn queue_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `316`
		//  Estimated: `3621`
		// Minimum execution time: 77_184_000 picoseconds.
		Weight::from_parts(106_268_000, 3621).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn queue_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2505`
		//  Estimated: `57686`
		// Minimum execution time: 854_180_000 picoseconds.
		Weight::from_parts(1_270_619_000, 57686)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:96 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(97), added: 592, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
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
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 512]`.
	fn queue_value(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14482 + s * (21 ±0)`
		//  Estimated: `150942 + s * (301 ±100)`
		// Minimum execution time: 4_586_536_000 picoseconds.
		Weight::from_parts(7_157_277_540, 150942)
			.saturating_add(Weight::from_parts(25_756_859, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(158_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:1)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:1)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(145), added: 640, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(88), added: 583, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Claims` (r:1 w:1)
	/// Proof: `Margin::Claims` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:31 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Levels` (r:1 w:0)
	/// Proof: `Liquidation::Levels` (`max_values`: Some(1), `max_size`: Some(1666), added: 2161, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::WindDown` (r:1 w:0)
	/// Proof: `Liquidation::WindDown` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:31)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:62 w:62)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:31 w:31)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(288), added: 783, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:30 w:30)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 31]`.
	fn leave(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3740 + n * (376 ±0)`
		//  Estimated: `57686 + n * (6224 ±12)`
		// Minimum execution time: 1_047_827_000 picoseconds.
		Weight::from_parts(1_445_459_608, 57686)
			.saturating_add(Weight::from_parts(707_348_640, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6224).saturating_mul(n.into()))
	}
}

/// For tests.
impl WeightInfo for () {
	fn deposit() -> Weight {
		Weight::from_parts(793_630_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn sweep() -> Weight {
		Weight::from_parts(706_519_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(15_579_583_000, 257982)
			.saturating_add(ParityDbWeight::get().reads(246_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(605_891_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn withdraw_home() -> Weight {
		Weight::from_parts(16_460_662_000, 257982)
			.saturating_add(ParityDbWeight::get().reads(254_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn recover_home() -> Weight {
		Weight::from_parts(16_494_983_000, 257982)
			.saturating_add(ParityDbWeight::get().reads(259_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(225_105_000, 4273)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_weights() -> Weight {
		Weight::from_parts(239_556_000, 5475)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_cap() -> Weight {
		Weight::from_parts(179_967_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(122_161_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(124_164_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_source() -> Weight {
		Weight::from_parts(164_224_000, 3579)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_group_cap() -> Weight {
		Weight::from_parts(139_958_000, 3533)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_reference() -> Weight {
		Weight::from_parts(335_208_000, 6076)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_times() -> Weight {
		Weight::from_parts(1_072_003_000, 103902)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn delist() -> Weight {
		Weight::from_parts(253_467_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn pending_base() -> Weight {
		Weight::from_parts(71_696_000, 3791)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pending_step() -> Weight {
		Weight::from_parts(784_306_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(34_675_621_000, 257982)
			.saturating_add(ParityDbWeight::get().reads(250_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn cancel_withdrawal() -> Weight {
		Weight::from_parts(325_473_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn queue_base() -> Weight {
		Weight::from_parts(106_268_000, 3621).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn queue_step() -> Weight {
		Weight::from_parts(1_270_619_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn queue_value(s: u32) -> Weight {
		Weight::from_parts(7_157_277_540, 150942)
			.saturating_add(Weight::from_parts(25_756_859, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(158_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 301).saturating_mul(s.into()))
	}
	fn leave(n: u32) -> Weight {
		Weight::from_parts(1_445_459_608, 57686)
			.saturating_add(Weight::from_parts(707_348_640, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6224).saturating_mul(n.into()))
	}
}
