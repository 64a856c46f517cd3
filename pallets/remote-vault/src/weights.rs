// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_remote_vault`, measured by `make weights` with benchmarks 64.0.0.
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
	fn set_source(c: u32, d: u32) -> Weight;
	fn read_heads(n: u32) -> Weight;
	fn omission() -> Weight;
	fn prove(n: u32) -> Weight;
	fn authorize_prove_as_feeder(n: u32) -> Weight;
	fn release() -> Weight;
	fn pull() -> Weight;
	fn take_reply() -> Weight;
	fn fence() -> Weight;
	fn set_terms(m: u32) -> Weight;
	fn collect_refunds() -> Weight;
	fn due_base() -> Weight;
	fn due_block() -> Weight;
	fn due_step() -> Weight;
	fn move_cover(r: u32) -> Weight;
	fn deliver() -> Weight;
	fn make_good() -> Weight;
	fn pay_owed() -> Weight;
	fn tend_owed() -> Weight;
	fn recount() -> Weight;
	fn empty_vaults(n: u32) -> Weight;
	fn answer_base() -> Weight;
	fn book_answer(c: u32) -> Weight;
	fn note_debt() -> Weight;
	fn debt_step() -> Weight;
	fn doubt_right() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:1)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:32 w:32)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Kinds` (r:32 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:1)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 8]`.
	/// The range of component `d` is `[0, 32]`.
	fn set_source(_c: u32, d: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `547 + c * (32 ±0) + d * (117 ±0)`
		//  Estimated: `7483 + d * (3216 ±0)`
		// Minimum execution time: 41_462_000 picoseconds.
		Weight::from_parts(58_153_823, 7483)
			.saturating_add(Weight::from_parts(7_377_495, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(41_462_000, 0))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 3216).saturating_mul(d.into()))
	}
	/// Storage: `RemoteVault::Known` (r:1 w:1)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:16 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Heads` (r:0 w:16)
	/// Proof: `RemoteVault::Heads` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	fn read_heads(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `84 + n * (4127 ±0)`
		//  Estimated: `3170 + n * (6493 ±0)`
		// Minimum execution time: 5_748_000 picoseconds.
		Weight::from_parts(24_491_100, 3170)
			.saturating_add(Weight::from_parts(49_718_606, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(5_748_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6493).saturating_mul(n.into()))
	}
	/// Storage: `RemoteVault::Omissions` (r:1 w:1)
	/// Proof: `RemoteVault::Omissions` (`max_values`: Some(1), `max_size`: Some(11270), added: 11765, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	fn omission() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `11385`
		//  Estimated: `20047`
		// Minimum execution time: 55_172_000 picoseconds.
		Weight::from_parts(89_913_000, 20047)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Heads` (r:1 w:0)
	/// Proof: `RemoteVault::Heads` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:1)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:0)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:2 w:0)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:1 w:0)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 30]`.
	fn prove(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5585`
		//  Estimated: `29338`
		// Minimum execution time: 194_819_000 picoseconds.
		Weight::from_parts(224_450_270, 29338)
			.saturating_add(Weight::from_parts(2_822_062, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(194_819_000, 0))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Heads` (r:1 w:0)
	/// Proof: `RemoteVault::Heads` (`max_values`: None, `max_size`: Some(94), added: 2569, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:0)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:2 w:0)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:1 w:0)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 30]`.
	fn authorize_prove_as_feeder(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `9737`
		//  Estimated: `29338`
		// Minimum execution time: 251_292_000 picoseconds.
		Weight::from_parts(291_732_116, 29338)
			.saturating_add(Weight::from_parts(3_042_721, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(251_292_000, 0))
			.saturating_add(T::DbWeight::get().reads(14_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:1)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:1)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	/// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Due` (r:0 w:1)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:0 w:1)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:0 w:1)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	/// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn release() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2116`
		//  Estimated: `29338`
		// Minimum execution time: 279_874_000 picoseconds.
		Weight::from_parts(349_107_000, 29338)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::ByAsset` (r:1 w:0)
	/// Proof: `Collateral::ByAsset` (`max_values`: None, `max_size`: Some(620), added: 3095, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:1)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:1)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	/// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Due` (r:0 w:1)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:0 w:1)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:0 w:1)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	/// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn pull() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2563`
		//  Estimated: `29338`
		// Minimum execution time: 298_782_000 picoseconds.
		Weight::from_parts(378_300_000, 29338)
			.saturating_add(T::DbWeight::get().reads(22_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	/// Storage: `RemoteVault::Queries` (r:1 w:0)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::AnswerQueue` (r:1 w:1)
	/// Proof: `RemoteVault::AnswerQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Answers` (r:0 w:1)
	/// Proof: `RemoteVault::Answers` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn take_reply() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `594`
		//  Estimated: `7483`
		// Minimum execution time: 37_025_000 picoseconds.
		Weight::from_parts(50_766_000, 7483)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::InFlights` (r:2 w:2)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	/// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Due` (r:0 w:4)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:0 w:2)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::Queries` (r:0 w:2)
	/// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn fence() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2878`
		//  Estimated: `108971`
		// Minimum execution time: 333_824_000 picoseconds.
		Weight::from_parts(409_676_000, 108971)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:0 w:1)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[0, 32]`.
	fn set_terms(m: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `201`
		//  Estimated: `7483`
		// Minimum execution time: 34_081_000 picoseconds.
		Weight::from_parts(57_797_809, 7483)
			.saturating_add(Weight::from_parts(102_465, 0).saturating_mul(m.into()))
			.max(Weight::from_parts(34_081_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	fn collect_refunds() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1869`
		//  Estimated: `7483`
		// Minimum execution time: 184_824_000 picoseconds.
		Weight::from_parts(245_384_000, 7483)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `RemoteVault::DueClock` (r:1 w:0)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn due_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4`
		//  Estimated: `1493`
		// Minimum execution time: 5_659_000 picoseconds.
		Weight::from_parts(9_154_000, 1493).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::Due` (r:1 w:0)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	fn due_block() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `355`
		//  Estimated: `3528`
		// Minimum execution time: 31_927_000 picoseconds.
		Weight::from_parts(45_388_000, 3528)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::Due` (r:2 w:2)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:1 w:1)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	/// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:0 w:1)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	/// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn due_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2559`
		//  Estimated: `108971`
		// Minimum execution time: 258_422_000 picoseconds.
		Weight::from_parts(347_374_000, 108971)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `RemoteVault::Covers` (r:10 w:10)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:18 w:17)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::RightCounts` (r:2 w:2)
	/// Proof: `RemoteVault::RightCounts` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:9 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Holders` (r:0 w:17)
	/// Proof: `RemoteVault::Holders` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[1, 8]`.
	fn move_cover(r: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `714 + r * (227 ±0)`
		//  Estimated: `7928 + r * (5194 ±0)`
		// Minimum execution time: 149_391_000 picoseconds.
		Weight::from_parts(116_529_790, 7928)
			.saturating_add(Weight::from_parts(65_023_409, 0).saturating_mul(r.into()))
			.max(Weight::from_parts(149_391_000, 0))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 5194).saturating_mul(r.into()))
	}
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:2 w:1)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:2 w:2)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:1 w:0)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `ParachainInfo::ParachainId` (r:1 w:0)
	/// Proof: `ParachainInfo::ParachainId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::QueryCounter` (r:1 w:1)
	/// Proof: `PolkadotXcm::QueryCounter` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::RelevantMessagingState` (r:1 w:0)
	/// Proof: `ParachainSystem::RelevantMessagingState` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:1)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:1)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::DeliveryFeeFactor` (r:1 w:0)
	/// Proof: `XcmpQueue::DeliveryFeeFactor` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::SupportedVersion` (r:1 w:0)
	/// Proof: `PolkadotXcm::SupportedVersion` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `XcmpQueue::OutboundXcmpStatus` (r:1 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpStatus` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	/// Storage: `ParachainSystem::ValidationData` (r:1 w:0)
	/// Proof: `ParachainSystem::ValidationData` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `ParachainSystem::LastRelayChainBlockNumber` (r:1 w:0)
	/// Proof: `ParachainSystem::LastRelayChainBlockNumber` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `XcmpQueue::OutboundXcmpMessages` (r:0 w:1)
	/// Proof: `XcmpQueue::OutboundXcmpMessages` (`max_values`: None, `max_size`: Some(105506), added: 107981, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Due` (r:0 w:1)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:0 w:1)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:0 w:1)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `PolkadotXcm::Queries` (r:0 w:1)
	/// Proof: `PolkadotXcm::Queries` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn deliver() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3028`
		//  Estimated: `29338`
		// Minimum execution time: 367_604_000 picoseconds.
		Weight::from_parts(476_636_000, 29338)
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `RemoteVault::Rights` (r:1 w:1)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:5 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:6 w:2)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Owed` (r:6 w:1)
	/// Proof: `RemoteVault::Owed` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:5 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::FirstOwed` (r:1 w:0)
	/// Proof: `RemoteVault::FirstOwed` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn make_good() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2658`
		//  Estimated: `142730`
		// Minimum execution time: 377_609_000 picoseconds.
		Weight::from_parts(457_457_000, 142730)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `RemoteVault::Owed` (r:6 w:1)
	/// Proof: `RemoteVault::Owed` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:5 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:6 w:2)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:5 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::FirstOwed` (r:1 w:0)
	/// Proof: `RemoteVault::FirstOwed` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:1 w:1)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn pay_owed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2658`
		//  Estimated: `142730`
		// Minimum execution time: 350_309_000 picoseconds.
		Weight::from_parts(432_691_000, 142730)
			.saturating_add(T::DbWeight::get().reads(33_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `RemoteVault::OwedCursor` (r:1 w:1)
	/// Proof: `RemoteVault::OwedCursor` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Owed` (r:7 w:1)
	/// Proof: `RemoteVault::Owed` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:5 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:6 w:2)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:5 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::FirstOwed` (r:1 w:1)
	/// Proof: `RemoteVault::FirstOwed` (`max_values`: None, `max_size`: Some(18), added: 2493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:1 w:1)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:1 w:0)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:1)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	fn tend_owed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2734`
		//  Estimated: `142730`
		// Minimum execution time: 381_184_000 picoseconds.
		Weight::from_parts(436_726_000, 142730)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:1)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:1 w:0)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	fn recount() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `826`
		//  Estimated: `29338`
		// Minimum execution time: 125_105_000 picoseconds.
		Weight::from_parts(165_946_000, 29338)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `RemoteVault::RightCounts` (r:1 w:0)
	/// Proof: `RemoteVault::RightCounts` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:33 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:32 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:32 w:0)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 32]`.
	fn empty_vaults(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4632 + n * (47 ±0)`
		//  Estimated: `7483 + n * (3469 ±0)`
		// Minimum execution time: 16_505_000 picoseconds.
		Weight::from_parts(42_742_694, 7483)
			.saturating_add(Weight::from_parts(21_158_813, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(16_505_000, 0))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3469).saturating_mul(n.into()))
	}
	/// Storage: `RemoteVault::AnswerQueue` (r:1 w:0)
	/// Proof: `RemoteVault::AnswerQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn answer_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4`
		//  Estimated: `1501`
		// Minimum execution time: 3_665_000 picoseconds.
		Weight::from_parts(6_029_000, 1501).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `RemoteVault::AnswerQueue` (r:1 w:1)
	/// Proof: `RemoteVault::AnswerQueue` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Answers` (r:1 w:1)
	/// Proof: `RemoteVault::Answers` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Queries` (r:1 w:1)
	/// Proof: `RemoteVault::Queries` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:16 w:16)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:2 w:2)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:29 w:29)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::RightCounts` (r:15 w:15)
	/// Proof: `RemoteVault::RightCounts` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:1 w:1)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:2 w:2)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::LotTotals` (r:1 w:1)
	/// Proof: `Margin::LotTotals` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Sources` (r:1 w:0)
	/// Proof: `Collateral::Sources` (`max_values`: None, `max_size`: Some(114), added: 2589, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::InFlights` (r:1 w:1)
	/// Proof: `RemoteVault::InFlights` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::DueClock` (r:1 w:1)
	/// Proof: `RemoteVault::DueClock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Traffics` (r:1 w:1)
	/// Proof: `RemoteVault::Traffics` (`max_values`: None, `max_size`: Some(34), added: 2509, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Due` (r:0 w:1)
	/// Proof: `RemoteVault::Due` (`max_values`: None, `max_size`: Some(63), added: 2538, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Holders` (r:0 w:29)
	/// Proof: `RemoteVault::Holders` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[1, 15]`.
	fn book_answer(c: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1549 + c * (304 ±0)`
		//  Estimated: `29338 + c * (4720 ±0)`
		// Minimum execution time: 252_945_000 picoseconds.
		Weight::from_parts(236_976_248, 29338)
			.saturating_add(Weight::from_parts(67_222_879, 0).saturating_mul(c.into()))
			.max(Weight::from_parts(252_945_000, 0))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 4720).saturating_mul(c.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:0)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:0)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:0)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Debts` (r:0 w:1)
	/// Proof: `RemoteVault::Debts` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	fn note_debt() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1282`
		//  Estimated: `29338`
		// Minimum execution time: 51_226_000 picoseconds.
		Weight::from_parts(63_674_000, 29338)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `RemoteVault::DebtCursor` (r:1 w:0)
	/// Proof: `RemoteVault::DebtCursor` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Debts` (r:2 w:0)
	/// Proof: `RemoteVault::Debts` (`max_values`: None, `max_size`: Some(42), added: 2517, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Parked` (r:1 w:0)
	/// Proof: `Collateral::Parked` (`max_values`: None, `max_size`: Some(666), added: 3141, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Asset` (r:1 w:0)
	/// Proof: `ForeignAssets::Asset` (`max_values`: None, `max_size`: Some(808), added: 3283, mode: `MaxEncodedLen`)
	/// Storage: `ForeignAssets::Account` (r:1 w:0)
	/// Proof: `ForeignAssets::Account` (`max_values`: None, `max_size`: Some(732), added: 3207, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:1 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Sources` (r:1 w:0)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(4018), added: 6493, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Terms` (r:1 w:0)
	/// Proof: `RemoteVault::Terms` (`max_values`: None, `max_size`: Some(663), added: 3138, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:1 w:0)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	fn debt_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1906`
		//  Estimated: `29338`
		// Minimum execution time: 76_543_000 picoseconds.
		Weight::from_parts(100_508_000, 29338).saturating_add(T::DbWeight::get().reads(12_u64))
	}
	/// Storage: `RemoteVault::Sweeps` (r:1 w:1)
	/// Proof: `RemoteVault::Sweeps` (`max_values`: Some(1), `max_size`: Some(8706), added: 9201, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Covers` (r:2 w:1)
	/// Proof: `RemoteVault::Covers` (`max_values`: None, `max_size`: Some(994), added: 3469, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Holders` (r:2 w:0)
	/// Proof: `RemoteVault::Holders` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Rights` (r:1 w:1)
	/// Proof: `RemoteVault::Rights` (`max_values`: None, `max_size`: Some(122), added: 2597, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn doubt_right() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1169`
		//  Estimated: `29338`
		// Minimum execution time: 92_557_000 picoseconds.
		Weight::from_parts(128_310_000, 29338)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn set_source(_c: u32, d: u32) -> Weight {
		Weight::from_parts(58_153_823, 7483)
			.saturating_add(Weight::from_parts(7_377_495, 0).saturating_mul(d.into()))
			.max(Weight::from_parts(41_462_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(d.into())))
			.saturating_add(Weight::from_parts(0, 3216).saturating_mul(d.into()))
	}
	fn read_heads(n: u32) -> Weight {
		Weight::from_parts(24_491_100, 3170)
			.saturating_add(Weight::from_parts(49_718_606, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(5_748_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6493).saturating_mul(n.into()))
	}
	fn omission() -> Weight {
		Weight::from_parts(89_913_000, 20047)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn prove(n: u32) -> Weight {
		Weight::from_parts(224_450_270, 29338)
			.saturating_add(Weight::from_parts(2_822_062, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(194_819_000, 0))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorize_prove_as_feeder(n: u32) -> Weight {
		Weight::from_parts(291_732_116, 29338)
			.saturating_add(Weight::from_parts(3_042_721, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(251_292_000, 0))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
	}
	fn release() -> Weight {
		Weight::from_parts(349_107_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn pull() -> Weight {
		Weight::from_parts(378_300_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn take_reply() -> Weight {
		Weight::from_parts(50_766_000, 7483)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn fence() -> Weight {
		Weight::from_parts(409_676_000, 108971)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn set_terms(m: u32) -> Weight {
		Weight::from_parts(57_797_809, 7483)
			.saturating_add(Weight::from_parts(102_465, 0).saturating_mul(m.into()))
			.max(Weight::from_parts(34_081_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn collect_refunds() -> Weight {
		Weight::from_parts(245_384_000, 7483)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn due_base() -> Weight {
		Weight::from_parts(9_154_000, 1493).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn due_block() -> Weight {
		Weight::from_parts(45_388_000, 3528)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn due_step() -> Weight {
		Weight::from_parts(347_374_000, 108971)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn move_cover(r: u32) -> Weight {
		Weight::from_parts(116_529_790, 7928)
			.saturating_add(Weight::from_parts(65_023_409, 0).saturating_mul(r.into()))
			.max(Weight::from_parts(149_391_000, 0))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 5194).saturating_mul(r.into()))
	}
	fn deliver() -> Weight {
		Weight::from_parts(476_636_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(29_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn make_good() -> Weight {
		Weight::from_parts(457_457_000, 142730)
			.saturating_add(ParityDbWeight::get().reads(33_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn pay_owed() -> Weight {
		Weight::from_parts(432_691_000, 142730)
			.saturating_add(ParityDbWeight::get().reads(33_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn tend_owed() -> Weight {
		Weight::from_parts(436_726_000, 142730)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn recount() -> Weight {
		Weight::from_parts(165_946_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn empty_vaults(n: u32) -> Weight {
		Weight::from_parts(42_742_694, 7483)
			.saturating_add(Weight::from_parts(21_158_813, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(16_505_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 3469).saturating_mul(n.into()))
	}
	fn answer_base() -> Weight {
		Weight::from_parts(6_029_000, 1501).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn book_answer(c: u32) -> Weight {
		Weight::from_parts(236_976_248, 29338)
			.saturating_add(Weight::from_parts(67_222_879, 0).saturating_mul(c.into()))
			.max(Weight::from_parts(252_945_000, 0))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 4720).saturating_mul(c.into()))
	}
	fn note_debt() -> Weight {
		Weight::from_parts(63_674_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn debt_step() -> Weight {
		Weight::from_parts(100_508_000, 29338).saturating_add(ParityDbWeight::get().reads(12_u64))
	}
	fn doubt_right() -> Weight {
		Weight::from_parts(128_310_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
