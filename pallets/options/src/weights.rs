// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_options`, measured by `make weights` with benchmarks 64.0.0.
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
	fn mass_quote(n: u32) -> Weight;
	fn meet_quote() -> Weight;
	fn change_desk() -> Weight;
	fn sweep_quotes(n: u32) -> Weight;
	fn sweep_desk() -> Weight;
	fn cancel_intents(n: u32) -> Weight;
	fn cancel_intents_below() -> Weight;
	fn prune_intents(n: u32) -> Weight;
	fn open_request() -> Weight;
	fn quote_request() -> Weight;
	fn accept_quote() -> Weight;
	fn close_request() -> Weight;
	fn count_volume() -> Weight;
	fn order_resting() -> Weight;
	fn order_matching(n: u32) -> Weight;
	fn settle_set(n: u32) -> Weight;
	fn settle_legs(l: u32) -> Weight;
	fn uncross_series() -> Weight;
	fn uncross_pair() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `10304`
		//  Estimated: `29338`
		// Minimum execution time: 338_020_000 picoseconds.
		Weight::from_parts(381_435_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn cancel_all(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6006 + n * (1894 ±0)`
		//  Estimated: `29338 + n * (4785 ±0)`
		// Minimum execution time: 240_445_000 picoseconds.
		Weight::from_parts(221_485_086, 29338)
			.saturating_add(Weight::from_parts(27_905_647, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(240_445_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::Underlyings` (r:1 w:1)
	/// Proof: `Options::Underlyings` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Quorums` (r:1 w:1)
	/// Proof: `Liquidation::Quorums` (`max_values`: Some(1), `max_size`: Some(449), added: 944, mode: `MaxEncodedLen`)
	fn set_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `16`
		//  Estimated: `1934`
		// Minimum execution time: 26_679_000 picoseconds.
		Weight::from_parts(45_968_000, 1934)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 15_272_000 picoseconds.
		Weight::from_parts(23_324_000, 0)
	}
	/// Storage: `Options::Reopenings` (r:0 w:1)
	/// Proof: `Options::Reopenings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn restrict_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 21_101_000 picoseconds.
		Weight::from_parts(30_135_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Reopenings` (r:1 w:1)
	/// Proof: `Options::Reopenings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn relax_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `3514`
		// Minimum execution time: 29_583_000 picoseconds.
		Weight::from_parts(43_044_000, 3514)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Settling` (r:1 w:1)
	/// Proof: `Options::Settling` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `695`
		//  Estimated: `29338`
		// Minimum execution time: 72_617_000 picoseconds.
		Weight::from_parts(102_562_000, 29338)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Options::Underlyings` (r:1 w:0)
	/// Proof: `Options::Underlyings` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	/// Storage: `Options::TickCursor` (r:1 w:1)
	/// Proof: `Options::TickCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn visit_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1550`
		// Minimum execution time: 8_022_000 picoseconds.
		Weight::from_parts(12_268_000, 1550)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Settlements` (r:1 w:1)
	/// Proof: `PriceOracle::Settlements` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:1)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:0 w:1)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 41]`.
	fn list_strikes(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `4047`
		// Minimum execution time: 62_693_000 picoseconds.
		Weight::from_parts(99_607_629, 4047)
			.saturating_add(Weight::from_parts(122_373, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(62_693_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle_account(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6867 + n * (54 ±0)`
		//  Estimated: `57686 + n * (2539 ±0)`
		// Minimum execution time: 224_111_000 picoseconds.
		Weight::from_parts(239_992_071, 57686)
			.saturating_add(Weight::from_parts(12_460_484, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(224_111_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(n.into()))
	}
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	fn settle_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `10304`
		//  Estimated: `29338`
		// Minimum execution time: 214_798_000 picoseconds.
		Weight::from_parts(254_036_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Options::Listings` (r:1 w:1)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Settling` (r:1 w:1)
	/// Proof: `Options::Settling` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:1 w:0)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Pots` (r:1 w:0)
	/// Proof: `Margin::Pots` (`max_values`: None, `max_size`: Some(35), added: 2510, mode: `MaxEncodedLen`)
	fn settle_turn() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `405`
		//  Estimated: `4525`
		// Minimum execution time: 45_908_000 picoseconds.
		Weight::from_parts(70_184_000, 4525)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:1 w:0)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:50 w:50)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:50 w:50)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:50 w:50)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 50]`.
	fn mass_quote(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `751 + n * (1949 ±0)`
		//  Estimated: `29338 + n * (4785 ±0)`
		// Minimum execution time: 132_757_000 picoseconds.
		Weight::from_parts(122_772_809, 29338)
			.saturating_add(Weight::from_parts(61_639_902, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(132_757_000, 0))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:1 w:1)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Voided` (r:0 w:1)
	/// Proof: `Options::Voided` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn meet_quote() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `282`
		//  Estimated: `7234`
		// Minimum execution time: 73_058_000 picoseconds.
		Weight::from_parts(107_429_000, 7234)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Voided` (r:0 w:1)
	/// Proof: `Options::Voided` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn change_desk() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1313`
		//  Estimated: `29338`
		// Minimum execution time: 106_218_000 picoseconds.
		Weight::from_parts(137_433_000, 29338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:9 w:8)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:8 w:8)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:8 w:8)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn sweep_quotes(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1984 + n * (1969 ±0)`
		//  Estimated: `7234 + n * (4785 ±0)`
		// Minimum execution time: 101_911_000 picoseconds.
		Weight::from_parts(80_330_576, 7234)
			.saturating_add(Weight::from_parts(40_878_269, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(101_911_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::DeskCursor` (r:1 w:0)
	/// Proof: `Options::DeskCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:8 w:8)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:8 w:8)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	fn sweep_desk() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `21294`
		//  Estimated: `39270`
		// Minimum execution time: 446_851_000 picoseconds.
		Weight::from_parts(491_748_000, 39270)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:0 w:64)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn cancel_intents(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6997`
		//  Estimated: `29338`
		// Minimum execution time: 151_584_000 picoseconds.
		Weight::from_parts(167_950_643, 29338)
			.saturating_add(Weight::from_parts(2_304_097, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(151_584_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn cancel_intents_below() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6997`
		//  Estimated: `29338`
		// Minimum execution time: 145_846_000 picoseconds.
		Weight::from_parts(162_751_000, 29338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::IntentNonces` (r:1 w:1)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:64 w:64)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn prune_intents(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `104 + n * (51 ±0)`
		//  Estimated: `3586 + n * (2587 ±0)`
		// Minimum execution time: 33_800_000 picoseconds.
		Weight::from_parts(39_218_527, 3586)
			.saturating_add(Weight::from_parts(5_598_604, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(33_800_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2587).saturating_mul(n.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::OpenRequests` (r:1 w:1)
	/// Proof: `Options::OpenRequests` (`max_values`: Some(1), `max_size`: Some(6154), added: 6649, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Options::Requests` (r:0 w:5)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	fn open_request() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `13802`
		//  Estimated: `78521`
		// Minimum execution time: 7_042_584_000 picoseconds.
		Weight::from_parts(7_382_447_000, 78521)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:1 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:1 w:0)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `RemoteVault::Known` (r:1 w:0)
	/// Proof: `RemoteVault::Known` (`max_values`: Some(1), `max_size`: Some(1685), added: 2180, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Credited` (r:31 w:0)
	/// Proof: `Collateral::Credited` (`max_values`: None, `max_size`: Some(26), added: 2501, mode: `MaxEncodedLen`)
	/// Storage: `Collateral::Groups` (r:3 w:0)
	/// Proof: `Collateral::Groups` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	fn quote_request() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `9672`
		//  Estimated: `78521`
		// Minimum execution time: 7_179_897_000 picoseconds.
		Weight::from_parts(7_414_804_000, 78521)
			.saturating_add(T::DbWeight::get().reads(42_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:2 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:2 w:2)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:2 w:2)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Options::OpenRequests` (r:1 w:1)
	/// Proof: `Options::OpenRequests` (`max_values`: Some(1), `max_size`: Some(6154), added: 6649, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn accept_quote() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `8511`
		//  Estimated: `57686`
		// Minimum execution time: 460_172_000 picoseconds.
		Weight::from_parts(588_781_000, 57686)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(1091), added: 3566, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::OpenRequests` (r:1 w:1)
	/// Proof: `Options::OpenRequests` (`max_values`: Some(1), `max_size`: Some(6154), added: 6649, mode: `MaxEncodedLen`)
	fn close_request() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `15028`
		//  Estimated: `29338`
		// Minimum execution time: 172_966_000 picoseconds.
		Weight::from_parts(189_561_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Volumes` (r:1 w:1)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn count_volume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `3533`
		// Minimum execution time: 10_886_000 picoseconds.
		Weight::from_parts(18_608_000, 3533)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:1 w:0)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Tagged` (r:1 w:1)
	/// Proof: `Options::Tagged` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Options::EndCursor` (r:1 w:1)
	/// Proof: `Options::EndCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:1 w:1)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Smiles` (r:1 w:0)
	/// Proof: `Liquidation::Smiles` (`max_values`: None, `max_size`: Some(2324), added: 4799, mode: `MaxEncodedLen`)
	/// Storage: `Options::Ending` (r:0 w:1)
	/// Proof: `Options::Ending` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	fn order_resting() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2440`
		//  Estimated: `29338`
		// Minimum execution time: 220_757_000 picoseconds.
		Weight::from_parts(320_875_000, 29338)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Margin::Accounts` (r:17 w:17)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:17 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:17 w:17)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:1 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:16 w:16)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:16 w:16)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Smiles` (r:1 w:0)
	/// Proof: `Liquidation::Smiles` (`max_values`: None, `max_size`: Some(2324), added: 4799, mode: `MaxEncodedLen`)
	/// Storage: `Options::Depths` (r:1 w:1)
	/// Proof: `Options::Depths` (`max_values`: None, `max_size`: Some(3247), added: 5722, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:17)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn order_matching(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `673 + n * (357 ±0)`
		//  Estimated: `29338 + n * (28348 ±0)`
		// Minimum execution time: 331_941_000 picoseconds.
		Weight::from_parts(319_142_469, 29338)
			.saturating_add(Weight::from_parts(121_243_075, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(331_941_000, 0))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:16 w:16)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:16 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:16 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:16 w:16)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:16 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:16 w:16)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:15 w:15)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Smiles` (r:1 w:0)
	/// Proof: `Liquidation::Smiles` (`max_values`: None, `max_size`: Some(2324), added: 4799, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:16)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[2, 16]`.
	fn settle_set(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `435 + n * (254 ±0)`
		//  Estimated: `6907 + n * (28348 ±98)`
		// Minimum execution time: 539_949_000 picoseconds.
		Weight::from_parts(268_120_119, 6907)
			.saturating_add(Weight::from_parts(176_259_532, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(539_949_000, 0))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:2 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:2 w:2)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3769), added: 6244, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:2 w:2)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:8 w:8)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Smiles` (r:1 w:0)
	/// Proof: `Liquidation::Smiles` (`max_values`: None, `max_size`: Some(2324), added: 4799, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `l` is `[1, 8]`.
	fn settle_legs(l: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `912 + l * (15 ±0)`
		//  Estimated: `57686 + l * (2539 ±0)`
		// Minimum execution time: 613_598_000 picoseconds.
		Weight::from_parts(669_463_628, 57686)
			.saturating_add(Weight::from_parts(16_404_492, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(613_598_000, 0))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(l.into()))
	}
	/// Storage: `Options::Books` (r:1 w:0)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Depths` (r:2 w:0)
	/// Proof: `Options::Depths` (`max_values`: None, `max_size`: Some(3247), added: 5722, mode: `MaxEncodedLen`)
	fn uncross_series() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4899`
		//  Estimated: `12434`
		// Minimum execution time: 90_434_000 picoseconds.
		Weight::from_parts(99_397_000, 12434).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Options::Reopenings` (r:1 w:1)
	/// Proof: `Options::Reopenings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:3 w:1)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Depths` (r:2 w:0)
	/// Proof: `Options::Depths` (`max_values`: None, `max_size`: Some(3247), added: 5722, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:2 w:2)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(318), added: 2793, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:1 w:1)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:1)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Smiles` (r:1 w:0)
	/// Proof: `Liquidation::Smiles` (`max_values`: None, `max_size`: Some(2324), added: 4799, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:2 w:2)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	fn uncross_pair() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `802`
		//  Estimated: `57686`
		// Minimum execution time: 351_069_000 picoseconds.
		Weight::from_parts(386_882_000, 57686)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn cancel_order() -> Weight {
		Weight::from_parts(381_435_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn cancel_all(n: u32) -> Weight {
		Weight::from_parts(221_485_086, 29338)
			.saturating_add(Weight::from_parts(27_905_647, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(240_445_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn set_market() -> Weight {
		Weight::from_parts(45_968_000, 1934)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(23_324_000, 0)
	}
	fn restrict_market() -> Weight {
		Weight::from_parts(30_135_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn relax_market() -> Weight {
		Weight::from_parts(43_044_000, 3514)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(102_562_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn visit_market() -> Weight {
		Weight::from_parts(12_268_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_strikes(n: u32) -> Weight {
		Weight::from_parts(99_607_629, 4047)
			.saturating_add(Weight::from_parts(122_373, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(62_693_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle_account(n: u32) -> Weight {
		Weight::from_parts(239_992_071, 57686)
			.saturating_add(Weight::from_parts(12_460_484, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(224_111_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(n.into()))
	}
	fn settle_order() -> Weight {
		Weight::from_parts(254_036_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle_turn() -> Weight {
		Weight::from_parts(70_184_000, 4525)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn mass_quote(n: u32) -> Weight {
		Weight::from_parts(122_772_809, 29338)
			.saturating_add(Weight::from_parts(61_639_902, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(132_757_000, 0))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn meet_quote() -> Weight {
		Weight::from_parts(107_429_000, 7234)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn change_desk() -> Weight {
		Weight::from_parts(137_433_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn sweep_quotes(n: u32) -> Weight {
		Weight::from_parts(80_330_576, 7234)
			.saturating_add(Weight::from_parts(40_878_269, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(101_911_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn sweep_desk() -> Weight {
		Weight::from_parts(491_748_000, 39270)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn cancel_intents(n: u32) -> Weight {
		Weight::from_parts(167_950_643, 29338)
			.saturating_add(Weight::from_parts(2_304_097, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(151_584_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn cancel_intents_below() -> Weight {
		Weight::from_parts(162_751_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prune_intents(n: u32) -> Weight {
		Weight::from_parts(39_218_527, 3586)
			.saturating_add(Weight::from_parts(5_598_604, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(33_800_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2587).saturating_mul(n.into()))
	}
	fn open_request() -> Weight {
		Weight::from_parts(7_382_447_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn quote_request() -> Weight {
		Weight::from_parts(7_414_804_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(42_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn accept_quote() -> Weight {
		Weight::from_parts(588_781_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn close_request() -> Weight {
		Weight::from_parts(189_561_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn count_volume() -> Weight {
		Weight::from_parts(18_608_000, 3533)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn order_resting() -> Weight {
		Weight::from_parts(320_875_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn order_matching(n: u32) -> Weight {
		Weight::from_parts(319_142_469, 29338)
			.saturating_add(Weight::from_parts(121_243_075, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(331_941_000, 0))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn settle_set(n: u32) -> Weight {
		Weight::from_parts(268_120_119, 6907)
			.saturating_add(Weight::from_parts(176_259_532, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(539_949_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn settle_legs(l: u32) -> Weight {
		Weight::from_parts(669_463_628, 57686)
			.saturating_add(Weight::from_parts(16_404_492, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(613_598_000, 0))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(l.into()))
	}
	fn uncross_series() -> Weight {
		Weight::from_parts(99_397_000, 12434).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn uncross_pair() -> Weight {
		Weight::from_parts(386_882_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
}
