// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_collateral`, measured by `make weights` with benchmarks 64.0.0.
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
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn deposit() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `884`
		//  Estimated: `29338`
		// Minimum execution time: 142_621_000 picoseconds.
		Weight::from_parts(179_706_000, 29338)
			.saturating_add(T::DbWeight::get().reads(10_u64))
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
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn sweep() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1024`
		//  Estimated: `29338`
		// Minimum execution time: 150_563_000 picoseconds.
		Weight::from_parts(184_042_000, 29338)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
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
		//  Measured:  `7818`
		//  Estimated: `78521`
		// Minimum execution time: 6_114_209_000 picoseconds.
		Weight::from_parts(6_314_536_000, 78521)
			.saturating_add(T::DbWeight::get().reads(46_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
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
		//  Measured:  `907`
		//  Estimated: `57686`
		// Minimum execution time: 134_239_000 picoseconds.
		Weight::from_parts(185_144_000, 57686)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
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
	/// Storage: `Collateral::ByAsset` (r:2 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: UNKNOWN KEY `0x53ef1db1d02a445edae39acbe7e4066b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x53ef1db1d02a445edae39acbe7e4066b` (r:1 w:0)
	/// Storage: UNKNOWN KEY `0xd6ecb0d47139668faf01ce206c5a765a` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xd6ecb0d47139668faf01ce206c5a765a` (r:1 w:0)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	fn withdraw_home() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `8643`
		//  Estimated: `78521`
		// Minimum execution time: 6_296_309_000 picoseconds.
		Weight::from_parts(6_519_759_000, 78521)
			.saturating_add(T::DbWeight::get().reads(56_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:1)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:2 w:2)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:3 w:3)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:3 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
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
	/// Storage: UNKNOWN KEY `0x53ef1db1d02a445edae39acbe7e4066b` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x53ef1db1d02a445edae39acbe7e4066b` (r:1 w:0)
	/// Storage: UNKNOWN KEY `0xd6ecb0d47139668faf01ce206c5a765a` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xd6ecb0d47139668faf01ce206c5a765a` (r:1 w:0)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	fn recover_home() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `8675`
		//  Estimated: `81022`
		// Minimum execution time: 6_386_813_000 picoseconds.
		Weight::from_parts(6_644_234_000, 81022)
			.saturating_add(T::DbWeight::get().reads(59_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
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
		//  Measured:  `394`
		//  Estimated: `4273`
		// Minimum execution time: 44_366_000 picoseconds.
		Weight::from_parts(74_770_000, 4273)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_weights() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `109`
		//  Estimated: `4206`
		// Minimum execution time: 34_211_000 picoseconds.
		Weight::from_parts(47_992_000, 4206)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn set_cap() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `122`
		//  Estimated: `4206`
		// Minimum execution time: 31_266_000 picoseconds.
		Weight::from_parts(47_150_000, 4206)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	fn pause() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `109`
		//  Estimated: `4206`
		// Minimum execution time: 32_829_000 picoseconds.
		Weight::from_parts(53_449_000, 4206)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `109`
		//  Estimated: `4206`
		// Minimum execution time: 29_443_000 picoseconds.
		Weight::from_parts(48_542_000, 4206)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Sources` (r:1 w:1)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	fn set_source() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `142`
		//  Estimated: `3579`
		// Minimum execution time: 25_398_000 picoseconds.
		Weight::from_parts(45_878_000, 3579)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Groups` (r:1 w:1)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn set_group_cap() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `78`
		//  Estimated: `3533`
		// Minimum execution time: 30_335_000 picoseconds.
		Weight::from_parts(47_591_000, 3533)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:1)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn set_reference() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `214`
		//  Estimated: `6076`
		// Minimum execution time: 55_562_000 picoseconds.
		Weight::from_parts(89_553_000, 6076)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn set_times() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `55`
		//  Estimated: `1550`
		// Minimum execution time: 144_444_000 picoseconds.
		Weight::from_parts(180_618_000, 1550).saturating_add(T::DbWeight::get().reads(1_u64))
	}
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
		//  Measured:  `55`
		//  Estimated: `3791`
		// Minimum execution time: 41_302_000 picoseconds.
		Weight::from_parts(75_512_000, 3791)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Listed` (r:1 w:0)
	/// Proof: `Collateral::Listed` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn pending_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2296`
		//  Estimated: `3791`
		// Minimum execution time: 19_028_000 picoseconds.
		Weight::from_parts(28_422_000, 3791)
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
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn pending_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1050`
		//  Estimated: `29338`
		// Minimum execution time: 161_700_000 picoseconds.
		Weight::from_parts(237_862_000, 29338)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tallies` (r:1 w:0)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `7382`
		//  Estimated: `81022`
		// Minimum execution time: 10_642_752_000 picoseconds.
		Weight::from_parts(11_000_571_000, 81022)
			.saturating_add(T::DbWeight::get().reads(48_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:1 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	fn cancel_withdrawal() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6078`
		//  Estimated: `29338`
		// Minimum execution time: 123_583_000 picoseconds.
		Weight::from_parts(135_330_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Collateral::Queue` (r:1 w:0)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:1 w:0)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	fn queue_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `75`
		//  Estimated: `3621`
		// Minimum execution time: 12_688_000 picoseconds.
		Weight::from_parts(21_742_000, 3621).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
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
		//  Measured:  `1265`
		//  Estimated: `57686`
		// Minimum execution time: 188_179_000 picoseconds.
		Weight::from_parts(279_964_000, 57686)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Collateral::Queue` (r:1 w:1)
	/// Proof: `Collateral::Queue` (`max_values`: Some(1), `max_size`: Some(94), added: 589, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Requests` (r:2 w:1)
	/// Proof: `Collateral::Requests` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:32 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:2 w:2)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn queue_value(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2409 + s * (10 ±0)`
		//  Estimated: `81022`
		// Minimum execution time: 893_392_000 picoseconds.
		Weight::from_parts(1_219_773_481, 81022)
			.saturating_add(Weight::from_parts(10_867_003, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(893_392_000, 0))
			.saturating_add(T::DbWeight::get().reads(47_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:1)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Claims` (r:1 w:1)
	/// Proof: `Margin::Claims` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:31)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:62 w:62)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:31 w:31)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:30 w:30)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 31]`.
	fn leave(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2177 + n * (212 ±0)`
		//  Estimated: `29338 + n * (6248 ±7)`
		// Minimum execution time: 167_117_000 picoseconds.
		Weight::from_parts(235_877_310, 29338)
			.saturating_add(Weight::from_parts(97_065_902, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(167_117_000, 0))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6248).saturating_mul(n.into()))
	}
}

/// For tests.
impl WeightInfo for () {
	fn deposit() -> Weight {
		Weight::from_parts(179_706_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn sweep() -> Weight {
		Weight::from_parts(184_042_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(6_314_536_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(46_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(185_144_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn withdraw_home() -> Weight {
		Weight::from_parts(6_519_759_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(56_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn recover_home() -> Weight {
		Weight::from_parts(6_644_234_000, 81022)
			.saturating_add(ParityDbWeight::get().reads(59_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(74_770_000, 4273)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_weights() -> Weight {
		Weight::from_parts(47_992_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_cap() -> Weight {
		Weight::from_parts(47_150_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pause() -> Weight {
		Weight::from_parts(53_449_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(48_542_000, 4206)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_source() -> Weight {
		Weight::from_parts(45_878_000, 3579)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_group_cap() -> Weight {
		Weight::from_parts(47_591_000, 3533)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_reference() -> Weight {
		Weight::from_parts(89_553_000, 6076)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_times() -> Weight {
		Weight::from_parts(180_618_000, 1550).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn delist() -> Weight {
		Weight::from_parts(75_512_000, 3791)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pending_base() -> Weight {
		Weight::from_parts(28_422_000, 3791)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pending_step() -> Weight {
		Weight::from_parts(237_862_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(11_000_571_000, 81022)
			.saturating_add(ParityDbWeight::get().reads(48_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn cancel_withdrawal() -> Weight {
		Weight::from_parts(135_330_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn queue_base() -> Weight {
		Weight::from_parts(21_742_000, 3621).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn queue_step() -> Weight {
		Weight::from_parts(279_964_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn queue_value(s: u32) -> Weight {
		Weight::from_parts(1_219_773_481, 81022)
			.saturating_add(Weight::from_parts(10_867_003, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(893_392_000, 0))
			.saturating_add(ParityDbWeight::get().reads(47_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn leave(n: u32) -> Weight {
		Weight::from_parts(235_877_310, 29338)
			.saturating_add(Weight::from_parts(97_065_902, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(167_117_000, 0))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6248).saturating_mul(n.into()))
	}
}
