// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_margin`, measured by `make weights` with benchmarks 64.0.0.
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
	fn set_open_caps() -> Weight;
	fn endow_pool() -> Weight;
	fn turn_day() -> Weight;
	fn mark_series() -> Weight;
	fn count_account(p: u32) -> Weight;
	fn clear_rises() -> Weight;
	fn close_books() -> Weight;
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
	/// Storage: `System::Account` (r:2 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Pending` (r:1 w:1)
	/// Proof: `Collateral::Pending` (`max_values`: Some(1), `max_size`: Some(2306), added: 2801, mode: `MaxEncodedLen`)
	fn create_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6269`
		//  Estimated: `57686`
		// Minimum execution time: 148_660_000 picoseconds.
		Weight::from_parts(174_639_000, 57686)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::RightCounts` (r:1 w:0)
	/// Proof: `RemoteVault::RightCounts` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Vaults` (r:1 w:0)
	/// Proof: `RemoteVault::Vaults` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:9 w:9)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:1 w:1)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Voided` (r:0 w:1)
	/// Proof: `Options::Voided` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:0 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	fn close_account() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `8481`
		//  Estimated: `57686`
		// Minimum execution time: 314_545_000 picoseconds.
		Weight::from_parts(343_098_000, 57686)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn set_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6139`
		//  Estimated: `57686`
		// Minimum execution time: 144_023_000 picoseconds.
		Weight::from_parts(175_059_000, 57686)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn remove_delegate() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6311`
		//  Estimated: `29338`
		// Minimum execution time: 148_300_000 picoseconds.
		Weight::from_parts(173_477_000, 29338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn transfer_cash(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1621 + s * (21 ±0)`
		//  Estimated: `78521`
		// Minimum execution time: 622_061_000 picoseconds.
		Weight::from_parts(907_488_454, 78521)
			.saturating_add(Weight::from_parts(10_247_803, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(622_061_000, 0))
			.saturating_add(T::DbWeight::get().reads(39_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn set_mode(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `895 + s * (10 ±0)`
		//  Estimated: `78521`
		// Minimum execution time: 624_955_000 picoseconds.
		Weight::from_parts(869_501_255, 78521)
			.saturating_add(Weight::from_parts(10_096_306, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(624_955_000, 0))
			.saturating_add(T::DbWeight::get().reads(38_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn offer_ownership() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5915`
		//  Estimated: `29338`
		// Minimum execution time: 102_682_000 picoseconds.
		Weight::from_parts(125_726_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn cancel_offer() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5947`
		//  Estimated: `29338`
		// Minimum execution time: 103_453_000 picoseconds.
		Weight::from_parts(121_059_000, 29338)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:3 w:3)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:10 w:10)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Owned` (r:2 w:2)
	/// Proof: `Margin::Owned` (`max_values`: None, `max_size`: Some(2098), added: 4573, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn accept_ownership(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15107 + s * (10 ±0)`
		//  Estimated: `86034`
		// Minimum execution time: 927_963_000 picoseconds.
		Weight::from_parts(1_166_404_529, 86034)
			.saturating_add(Weight::from_parts(10_112_608, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(927_963_000, 0))
			.saturating_add(T::DbWeight::get().reads(53_u64))
			.saturating_add(T::DbWeight::get().writes(17_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:256 w:256)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::SourceOf` (r:31 w:0)
	/// Proof: `RemoteVault::SourceOf` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:512)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 256]`.
	/// The range of component `p` is `[1, 256]`.
	fn move_assets(s: u32, p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2023 + p * (26 ±0) + s * (23 ±0)`
		//  Estimated: `78521 + p * (2539 ±0)`
		// Minimum execution time: 5_624_234_000 picoseconds.
		Weight::from_parts(1_127_541_267, 78521)
			.saturating_add(Weight::from_parts(18_360_988, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(25_778_477, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(5_624_234_000, 0))
			.saturating_add(T::DbWeight::get().reads(71_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn poke(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `895 + s * (10 ±0)`
		//  Estimated: `78521`
		// Minimum execution time: 592_887_000 picoseconds.
		Weight::from_parts(857_097_576, 78521)
			.saturating_add(Weight::from_parts(9_962_958, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(592_887_000, 0))
			.saturating_add(T::DbWeight::get().reads(38_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_portfolio_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1553`
		// Minimum execution time: 53_319_000 picoseconds.
		Weight::from_parts(73_408_000, 1553)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1553`
		// Minimum execution time: 27_611_000 picoseconds.
		Weight::from_parts(44_176_000, 1553)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn accrue() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 13_400_000 picoseconds.
		Weight::from_parts(21_732_000, 0)
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn assess(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `895 + s * (10 ±0)`
		//  Estimated: `78521`
		// Minimum execution time: 561_791_000 picoseconds.
		Weight::from_parts(781_625_692, 78521)
			.saturating_add(Weight::from_parts(8_034_204, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(561_791_000, 0))
			.saturating_add(T::DbWeight::get().reads(37_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:2 w:2)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[16, 511]`.
	fn book(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2260 + s * (22 ±0)`
		//  Estimated: `78521`
		// Minimum execution time: 1_561_091_000 picoseconds.
		Weight::from_parts(1_565_654_680, 78521)
			.saturating_add(Weight::from_parts(16_675_634, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(1_561_091_000, 0))
			.saturating_add(T::DbWeight::get().reads(42_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Margin::CashCallRule` (r:1 w:0)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn watch_cash() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1533`
		// Minimum execution time: 31_316_000 picoseconds.
		Weight::from_parts(42_973_000, 1533).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Margin::CallLimits` (r:16 w:16)
	/// Proof: `Margin::CallLimits` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn clear_limits() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `902`
		//  Estimated: `41422`
		// Minimum execution time: 51_095_000 picoseconds.
		Weight::from_parts(60_119_000, 41422)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Halt` (r:1 w:0)
	/// Proof: `Liquidation::Halt` (`max_values`: Some(1), `max_size`: Some(9), added: 504, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctions` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctions` (`max_values`: None, `max_size`: Some(662), added: 3137, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Clocks` (r:1 w:1)
	/// Proof: `Liquidation::Clocks` (`max_values`: Some(1), `max_size`: Some(5316), added: 5811, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::LotAuctionCount` (r:1 w:1)
	/// Proof: `Liquidation::LotAuctionCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn enforce_cash_call() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5915`
		//  Estimated: `29338`
		// Minimum execution time: 199_115_000 picoseconds.
		Weight::from_parts(227_306_000, 29338)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::CashCallRule` (r:0 w:1)
	/// Proof: `Margin::CashCallRule` (`max_values`: Some(1), `max_size`: Some(48), added: 543, mode: `MaxEncodedLen`)
	fn set_cash_call_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 18_708_000 picoseconds.
		Weight::from_parts(36_965_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_open_caps() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 32_669_000 picoseconds.
		Weight::from_parts(49_834_000, 0)
	}
	fn endow_pool() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 32_978_000 picoseconds.
		Weight::from_parts(50_064_000, 0)
	}
	/// Storage: `Margin::DayNumber` (r:1 w:1)
	/// Proof: `Margin::DayNumber` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Margin::DaySweep` (r:0 w:1)
	/// Proof: `Margin::DaySweep` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	fn turn_day() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1489`
		// Minimum execution time: 12_638_000 picoseconds.
		Weight::from_parts(24_906_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::DaySweep` (r:1 w:1)
	/// Proof: `Margin::DaySweep` (`max_values`: Some(1), `max_size`: Some(20), added: 515, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:2 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn mark_series() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `53`
		//  Estimated: `6068`
		// Minimum execution time: 69_993_000 picoseconds.
		Weight::from_parts(99_688_000, 6068)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Tallies` (r:1 w:1)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Gains` (r:1 w:1)
	/// Proof: `Margin::Gains` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Rises` (r:512 w:0)
	/// Proof: `Margin::Rises` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn count_account(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `28 + p * (27 ±0)`
		//  Estimated: `3513 + p * (2510 ±0)`
		// Minimum execution time: 23_565_000 picoseconds.
		Weight::from_parts(26_770_000, 3513)
			.saturating_add(Weight::from_parts(2_943_532, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(23_565_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
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
		//  Measured:  `542`
		//  Estimated: `41150`
		// Minimum execution time: 60_280_000 picoseconds.
		Weight::from_parts(70_444_000, 41150)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	/// Storage: `Margin::OpenInterest` (r:1 w:0)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tallies` (r:1 w:0)
	/// Proof: `Margin::Tallies` (`max_values`: Some(1), `max_size`: Some(92), added: 587, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::OwnAccounts` (r:1 w:0)
	/// Proof: `Liquidation::OwnAccounts` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Pledges` (r:1 w:0)
	/// Proof: `Liquidation::Pledges` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Books` (r:0 w:1)
	/// Proof: `Margin::Books` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn close_books() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `19`
		//  Estimated: `3531`
		// Minimum execution time: 37_005_000 picoseconds.
		Weight::from_parts(59_629_000, 3531)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 512]`.
	fn value_positions(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `247 + p * (3 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 42_894_000 picoseconds.
		Weight::from_parts(60_842_736, 29338)
			.saturating_add(Weight::from_parts(569_085, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(42_894_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[1, 32]`.
	fn value_expiries(e: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `346 + e * (10 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 63_414_000 picoseconds.
		Weight::from_parts(82_136_112, 29338)
			.saturating_add(Weight::from_parts(4_790_607, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(63_414_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn value_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `332 + u * (25 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 65_717_000 picoseconds.
		Weight::from_parts(108_313_412, 29338)
			.saturating_add(Weight::from_parts(11_568_548, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(65_717_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `o` is `[1, 64]`.
	fn value_orders(o: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `364 + o * (14 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 79_267_000 picoseconds.
		Weight::from_parts(95_692_126, 29338)
			.saturating_add(Weight::from_parts(9_710_714, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(79_267_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 31]`.
	fn value_lots(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `365 + l * (25 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 78_407_000 picoseconds.
		Weight::from_parts(85_227_583, 29338)
			.saturating_add(Weight::from_parts(4_349_278, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(78_407_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 512]`.
	fn learn_series(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `339 + s * (4 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 80_479_000 picoseconds.
		Weight::from_parts(111_698_044, 29338)
			.saturating_add(Weight::from_parts(1_937_806, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(80_479_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `e` is `[1, 32]`.
	fn learn_expiries(e: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `331 + e * (10 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 75_632_000 picoseconds.
		Weight::from_parts(84_156_945, 29338)
			.saturating_add(Weight::from_parts(7_158_169, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(75_632_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `u` is `[1, 32]`.
	fn learn_underlyings(u: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `331 + u * (11 ±0)`
		//  Estimated: `29338`
		// Minimum execution time: 79_788_000 picoseconds.
		Weight::from_parts(79_473_251, 29338)
			.saturating_add(Weight::from_parts(24_639_021, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(79_788_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// The range of component `k` is `[1, 31]`.
	fn learn_kinds(k: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `347 + k * (18 ±0)`
		//  Estimated: `29338 + k * (2501 ±0)`
		// Minimum execution time: 114_670_000 picoseconds.
		Weight::from_parts(129_132_040, 29338)
			.saturating_add(Weight::from_parts(14_398_592, 0).saturating_mul(k.into()))
			.max(Weight::from_parts(114_670_000, 0))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2501).saturating_mul(k.into()))
	}
}

/// For tests.
impl WeightInfo for () {
	fn create_account() -> Weight {
		Weight::from_parts(174_639_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn close_account() -> Weight {
		Weight::from_parts(343_098_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn set_delegate() -> Weight {
		Weight::from_parts(175_059_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn remove_delegate() -> Weight {
		Weight::from_parts(173_477_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn transfer_cash(s: u32) -> Weight {
		Weight::from_parts(907_488_454, 78521)
			.saturating_add(Weight::from_parts(10_247_803, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(622_061_000, 0))
			.saturating_add(ParityDbWeight::get().reads(39_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_mode(s: u32) -> Weight {
		Weight::from_parts(869_501_255, 78521)
			.saturating_add(Weight::from_parts(10_096_306, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(624_955_000, 0))
			.saturating_add(ParityDbWeight::get().reads(38_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_ownership() -> Weight {
		Weight::from_parts(125_726_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_offer() -> Weight {
		Weight::from_parts(121_059_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_ownership(s: u32) -> Weight {
		Weight::from_parts(1_166_404_529, 86034)
			.saturating_add(Weight::from_parts(10_112_608, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(927_963_000, 0))
			.saturating_add(ParityDbWeight::get().reads(53_u64))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
	}
	fn move_assets(s: u32, p: u32) -> Weight {
		Weight::from_parts(1_127_541_267, 78521)
			.saturating_add(Weight::from_parts(18_360_988, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(25_778_477, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(5_624_234_000, 0))
			.saturating_add(ParityDbWeight::get().reads(71_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(p.into()))
	}
	fn poke(s: u32) -> Weight {
		Weight::from_parts(857_097_576, 78521)
			.saturating_add(Weight::from_parts(9_962_958, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(592_887_000, 0))
			.saturating_add(ParityDbWeight::get().reads(38_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_portfolio_params() -> Weight {
		Weight::from_parts(73_408_000, 1553)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(44_176_000, 1553)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accrue() -> Weight {
		Weight::from_parts(21_732_000, 0)
	}
	fn assess(s: u32) -> Weight {
		Weight::from_parts(781_625_692, 78521)
			.saturating_add(Weight::from_parts(8_034_204, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(561_791_000, 0))
			.saturating_add(ParityDbWeight::get().reads(37_u64))
	}
	fn book(s: u32) -> Weight {
		Weight::from_parts(1_565_654_680, 78521)
			.saturating_add(Weight::from_parts(16_675_634, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(1_561_091_000, 0))
			.saturating_add(ParityDbWeight::get().reads(42_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn watch_cash() -> Weight {
		Weight::from_parts(42_973_000, 1533).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn clear_limits() -> Weight {
		Weight::from_parts(60_119_000, 41422)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn enforce_cash_call() -> Weight {
		Weight::from_parts(227_306_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_cash_call_params() -> Weight {
		Weight::from_parts(36_965_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_open_caps() -> Weight {
		Weight::from_parts(49_834_000, 0)
	}
	fn endow_pool() -> Weight {
		Weight::from_parts(50_064_000, 0)
	}
	fn turn_day() -> Weight {
		Weight::from_parts(24_906_000, 1489)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn mark_series() -> Weight {
		Weight::from_parts(99_688_000, 6068)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn count_account(p: u32) -> Weight {
		Weight::from_parts(26_770_000, 3513)
			.saturating_add(Weight::from_parts(2_943_532, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(23_565_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2510).saturating_mul(p.into()))
	}
	fn clear_rises() -> Weight {
		Weight::from_parts(70_444_000, 41150)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn close_books() -> Weight {
		Weight::from_parts(59_629_000, 3531)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn value_positions(p: u32) -> Weight {
		Weight::from_parts(60_842_736, 29338)
			.saturating_add(Weight::from_parts(569_085, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(42_894_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn value_expiries(e: u32) -> Weight {
		Weight::from_parts(82_136_112, 29338)
			.saturating_add(Weight::from_parts(4_790_607, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(63_414_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn value_underlyings(u: u32) -> Weight {
		Weight::from_parts(108_313_412, 29338)
			.saturating_add(Weight::from_parts(11_568_548, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(65_717_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn value_orders(o: u32) -> Weight {
		Weight::from_parts(95_692_126, 29338)
			.saturating_add(Weight::from_parts(9_710_714, 0).saturating_mul(o.into()))
			.max(Weight::from_parts(79_267_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn value_lots(l: u32) -> Weight {
		Weight::from_parts(85_227_583, 29338)
			.saturating_add(Weight::from_parts(4_349_278, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(78_407_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn learn_series(s: u32) -> Weight {
		Weight::from_parts(111_698_044, 29338)
			.saturating_add(Weight::from_parts(1_937_806, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(80_479_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn learn_expiries(e: u32) -> Weight {
		Weight::from_parts(84_156_945, 29338)
			.saturating_add(Weight::from_parts(7_158_169, 0).saturating_mul(e.into()))
			.max(Weight::from_parts(75_632_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn learn_underlyings(u: u32) -> Weight {
		Weight::from_parts(79_473_251, 29338)
			.saturating_add(Weight::from_parts(24_639_021, 0).saturating_mul(u.into()))
			.max(Weight::from_parts(79_788_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn learn_kinds(k: u32) -> Weight {
		Weight::from_parts(129_132_040, 29338)
			.saturating_add(Weight::from_parts(14_398_592, 0).saturating_mul(k.into()))
			.max(Weight::from_parts(114_670_000, 0))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(k.into())))
			.saturating_add(Weight::from_parts(0, 2501).saturating_mul(k.into()))
	}
}
