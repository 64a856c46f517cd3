// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_options`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-27. Steps: 4, repeat: 3. No time is below the least that was seen: the line through so few points may begin there.

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
		// Minimum execution time: 1_035_282_000 picoseconds.
		Weight::from_parts(1_103_323_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:64 w:64)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:64 w:64)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn cancel_all(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6006 + n * (1894 ±0)`
		//  Estimated: `29338 + n * (4785 ±0)`
		// Minimum execution time: 548_322_000 picoseconds.
		Weight::from_parts(367_544_136, 29338)
			.saturating_add(Weight::from_parts(115_845_088, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(548_322_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::Underlyings` (r:1 w:1)
	/// Proof: `Options::Underlyings` (`max_values`: Some(1), `max_size`: Some(65), added: 560, mode: `MaxEncodedLen`)
	fn set_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `1550`
		// Minimum execution time: 150_663_000 picoseconds.
		Weight::from_parts(179_145_000, 1550)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 103_403_000 picoseconds.
		Weight::from_parts(118_656_000, 0)
	}
	/// Storage: `Options::Reopenings` (r:0 w:1)
	/// Proof: `Options::Reopenings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn restrict_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 107_529_000 picoseconds.
		Weight::from_parts(145_725_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Reopenings` (r:1 w:1)
	/// Proof: `Options::Reopenings` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn relax_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `3514`
		// Minimum execution time: 147_418_000 picoseconds.
		Weight::from_parts(203_431_000, 3514)
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
		// Minimum execution time: 322_678_000 picoseconds.
		Weight::from_parts(424_468_000, 29338)
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
		// Minimum execution time: 38_186_000 picoseconds.
		Weight::from_parts(58_577_000, 1550)
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
		// Minimum execution time: 268_317_000 picoseconds.
		Weight::from_parts(295_686_901, 4047)
			.saturating_add(Weight::from_parts(19_649, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(268_317_000, 0))
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
		//  Measured:  `6920 + n * (54 ±0)`
		//  Estimated: `57686 + n * (2539 ±0)`
		// Minimum execution time: 650_613_000 picoseconds.
		Weight::from_parts(332_105_761, 57686)
			.saturating_add(Weight::from_parts(99_983_018, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(650_613_000, 0))
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
		// Minimum execution time: 661_919_000 picoseconds.
		Weight::from_parts(738_834_000, 29338)
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
		// Minimum execution time: 310_750_000 picoseconds.
		Weight::from_parts(362_647_000, 4525)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Volumes` (r:1 w:0)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:50 w:50)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:50 w:50)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:50 w:50)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 50]`.
	fn mass_quote(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `751 + n * (1949 ±0)`
		//  Estimated: `29338 + n * (4785 ±0)`
		// Minimum execution time: 662_701_000 picoseconds.
		Weight::from_parts(414_534_422, 29338)
			.saturating_add(Weight::from_parts(296_723_377, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(662_701_000, 0))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:1 w:1)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Voided` (r:0 w:1)
	/// Proof: `Options::Voided` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn meet_quote() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `280`
		//  Estimated: `6693`
		// Minimum execution time: 321_977_000 picoseconds.
		Weight::from_parts(351_810_000, 6693)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Voided` (r:0 w:1)
	/// Proof: `Options::Voided` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn change_desk() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `799`
		//  Estimated: `29338`
		// Minimum execution time: 527_641_000 picoseconds.
		Weight::from_parts(588_291_000, 29338)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Desks` (r:1 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Options::Quotes` (r:9 w:8)
	/// Proof: `Options::Quotes` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:8 w:8)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:8 w:8)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 8]`.
	fn sweep_quotes(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1910 + n * (1980 ±0)`
		//  Estimated: `6693 + n * (4785 ±0)`
		// Minimum execution time: 403_858_000 picoseconds.
		Weight::from_parts(249_346_570, 6693)
			.saturating_add(Weight::from_parts(188_516_003, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(403_858_000, 0))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	/// Storage: `Options::DeskCursor` (r:1 w:1)
	/// Proof: `Options::DeskCursor` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:1)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::Books` (r:8 w:8)
	/// Proof: `Options::Books` (`max_values`: None, `max_size`: Some(1647), added: 4122, mode: `MaxEncodedLen`)
	/// Storage: `Options::Queues` (r:8 w:8)
	/// Proof: `Options::Queues` (`max_values`: None, `max_size`: Some(2310), added: 4785, mode: `MaxEncodedLen`)
	fn sweep_desk() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `21251`
		//  Estimated: `39270`
		// Minimum execution time: 1_308_376_000 picoseconds.
		Weight::from_parts(1_433_301_000, 39270)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
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
		// Minimum execution time: 503_184_000 picoseconds.
		Weight::from_parts(527_205_580, 29338)
			.saturating_add(Weight::from_parts(7_648_599, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(503_184_000, 0))
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
		// Minimum execution time: 403_707_000 picoseconds.
		Weight::from_parts(463_686_000, 29338)
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
		//  Measured:  `107 + n * (51 ±0)`
		//  Estimated: `3586 + n * (2587 ±0)`
		// Minimum execution time: 134_799_000 picoseconds.
		Weight::from_parts(168_486_095, 3586)
			.saturating_add(Weight::from_parts(28_002_163, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(134_799_000, 0))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2587).saturating_mul(n.into()))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
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
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(963), added: 3438, mode: `MaxEncodedLen`)
	fn open_request() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `13772`
		//  Estimated: `78521`
		// Minimum execution time: 12_713_457_000 picoseconds.
		Weight::from_parts(13_393_864_000, 78521)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(963), added: 3438, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
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
		//  Measured:  `9547`
		//  Estimated: `78521`
		// Minimum execution time: 12_842_257_000 picoseconds.
		Weight::from_parts(13_443_938_000, 78521)
			.saturating_add(T::DbWeight::get().reads(42_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(963), added: 3438, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:2 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:2 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:2 w:2)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
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
		//  Measured:  `8383`
		//  Estimated: `57686`
		// Minimum execution time: 1_578_536_000 picoseconds.
		Weight::from_parts(1_706_305_000, 57686)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Options::Requests` (r:1 w:1)
	/// Proof: `Options::Requests` (`max_values`: None, `max_size`: Some(963), added: 3438, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:0)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Options::OpenRequests` (r:1 w:1)
	/// Proof: `Options::OpenRequests` (`max_values`: Some(1), `max_size`: Some(6154), added: 6649, mode: `MaxEncodedLen`)
	fn close_request() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `14867`
		//  Estimated: `29338`
		// Minimum execution time: 460_631_000 picoseconds.
		Weight::from_parts(520_300_000, 29338)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Volumes` (r:1 w:1)
	/// Proof: `Options::Volumes` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	fn count_volume() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `3533`
		// Minimum execution time: 40_721_000 picoseconds.
		Weight::from_parts(63_353_000, 3533)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:1 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 857_369_000 picoseconds.
		Weight::from_parts(986_070_000, 29338)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Margin::Accounts` (r:17 w:17)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(25873), added: 28348, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::Auctions` (r:17 w:0)
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:1 w:0)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:1 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
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
		//  Measured:  `625 + n * (497 ±0)`
		//  Estimated: `29338 + n * (28348 ±0)`
		// Minimum execution time: 1_392_611_000 picoseconds.
		Weight::from_parts(902_674_156, 29338)
			.saturating_add(Weight::from_parts(533_159_743, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_392_611_000, 0))
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
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:16 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:16 w:16)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:16 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
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
		//  Measured:  `410 + n * (259 ±0)`
		//  Estimated: `6907 + n * (28348 ±0)`
		// Minimum execution time: 1_616_543_000 picoseconds.
		Weight::from_parts(461_642_135, 6907)
			.saturating_add(Weight::from_parts(522_553_413, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_616_543_000, 0))
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
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
	/// Storage: `Options::IntentNonces` (r:2 w:0)
	/// Proof: `Options::IntentNonces` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Options::PartialFills` (r:2 w:2)
	/// Proof: `Options::PartialFills` (`max_values`: None, `max_size`: Some(112), added: 2587, mode: `MaxEncodedLen`)
	/// Storage: `Options::Desks` (r:2 w:0)
	/// Proof: `Options::Desks` (`max_values`: None, `max_size`: Some(3228), added: 5703, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 1_643_002_000 picoseconds.
		Weight::from_parts(1_938_829_640, 57686)
			.saturating_add(Weight::from_parts(73_047_339, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(1_643_002_000, 0))
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
		// Minimum execution time: 355_547_000 picoseconds.
		Weight::from_parts(428_124_000, 12434).saturating_add(T::DbWeight::get().reads(3_u64))
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
	/// Proof: `Liquidation::Auctions` (`max_values`: None, `max_size`: Some(168), added: 2643, mode: `MaxEncodedLen`)
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
		// Minimum execution time: 1_520_611_000 picoseconds.
		Weight::from_parts(1_590_945_000, 57686)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn cancel_order() -> Weight {
		Weight::from_parts(1_103_323_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn cancel_all(n: u32) -> Weight {
		Weight::from_parts(367_544_136, 29338)
			.saturating_add(Weight::from_parts(115_845_088, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(548_322_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn set_market() -> Weight {
		Weight::from_parts(179_145_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(118_656_000, 0)
	}
	fn restrict_market() -> Weight {
		Weight::from_parts(145_725_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn relax_market() -> Weight {
		Weight::from_parts(203_431_000, 3514)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(424_468_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn visit_market() -> Weight {
		Weight::from_parts(58_577_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_strikes(n: u32) -> Weight {
		Weight::from_parts(295_686_901, 4047)
			.saturating_add(Weight::from_parts(19_649, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(268_317_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle_account(n: u32) -> Weight {
		Weight::from_parts(332_105_761, 57686)
			.saturating_add(Weight::from_parts(99_983_018, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(650_613_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(n.into()))
	}
	fn settle_order() -> Weight {
		Weight::from_parts(738_834_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle_turn() -> Weight {
		Weight::from_parts(362_647_000, 4525)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn mass_quote(n: u32) -> Weight {
		Weight::from_parts(414_534_422, 29338)
			.saturating_add(Weight::from_parts(296_723_377, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(662_701_000, 0))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn meet_quote() -> Weight {
		Weight::from_parts(351_810_000, 6693)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn change_desk() -> Weight {
		Weight::from_parts(588_291_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn sweep_quotes(n: u32) -> Weight {
		Weight::from_parts(249_346_570, 6693)
			.saturating_add(Weight::from_parts(188_516_003, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(403_858_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 4785).saturating_mul(n.into()))
	}
	fn sweep_desk() -> Weight {
		Weight::from_parts(1_433_301_000, 39270)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn cancel_intents(n: u32) -> Weight {
		Weight::from_parts(527_205_580, 29338)
			.saturating_add(Weight::from_parts(7_648_599, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(503_184_000, 0))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn cancel_intents_below() -> Weight {
		Weight::from_parts(463_686_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn prune_intents(n: u32) -> Weight {
		Weight::from_parts(168_486_095, 3586)
			.saturating_add(Weight::from_parts(28_002_163, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(134_799_000, 0))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2587).saturating_mul(n.into()))
	}
	fn open_request() -> Weight {
		Weight::from_parts(13_393_864_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn quote_request() -> Weight {
		Weight::from_parts(13_443_938_000, 78521)
			.saturating_add(ParityDbWeight::get().reads(42_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn accept_quote() -> Weight {
		Weight::from_parts(1_706_305_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn close_request() -> Weight {
		Weight::from_parts(520_300_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn count_volume() -> Weight {
		Weight::from_parts(63_353_000, 3533)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn order_resting() -> Weight {
		Weight::from_parts(986_070_000, 29338)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn order_matching(n: u32) -> Weight {
		Weight::from_parts(902_674_156, 29338)
			.saturating_add(Weight::from_parts(533_159_743, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_392_611_000, 0))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn settle_set(n: u32) -> Weight {
		Weight::from_parts(461_642_135, 6907)
			.saturating_add(Weight::from_parts(522_553_413, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(1_616_543_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((7_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 28348).saturating_mul(n.into()))
	}
	fn settle_legs(l: u32) -> Weight {
		Weight::from_parts(1_938_829_640, 57686)
			.saturating_add(Weight::from_parts(73_047_339, 0).saturating_mul(l.into()))
			.max(Weight::from_parts(1_643_002_000, 0))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 2539).saturating_mul(l.into()))
	}
	fn uncross_series() -> Weight {
		Weight::from_parts(428_124_000, 12434).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn uncross_pair() -> Weight {
		Weight::from_parts(1_590_945_000, 57686)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
}
