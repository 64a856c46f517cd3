// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_options`, measured by `make weights` with benchmarks 64.0.0.
//!
//! Date: 2026-11-26. Steps: 4, repeat: 3.

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
	fn cancel_intents(n: u32) -> Weight;
	fn cancel_intents_below() -> Weight;
	fn prune_intents(n: u32) -> Weight;
	fn open_request() -> Weight;
	fn quote_request() -> Weight;
	fn accept_quote() -> Weight;
	fn close_request() -> Weight;
	fn mass_quote(n: u32) -> Weight;
	fn meet_quote() -> Weight;
	fn change_desk() -> Weight;
	fn sweep_quotes(n: u32) -> Weight;
	fn sweep_desk() -> Weight;
	fn count_volume() -> Weight;
	fn uncross_series() -> Weight;
	fn uncross_pair() -> Weight;
	fn order_resting() -> Weight;
	fn order_matching(n: u32) -> Weight;
	fn settle_set(n: u32) -> Weight;
	fn settle_legs(l: u32) -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	fn cancel_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `30683`
		//  Estimated: `26871`
		// Minimum execution time: 528_665_000 picoseconds.
		Weight::from_parts(569_236_000, 26871)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
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
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn cancel_all(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `20784 + n * (1830 ±0)`
		//  Estimated: `26871 + n * (8914 ±0)`
		// Minimum execution time: 474_225_000 picoseconds.
		Weight::from_parts(1_395_716_660, 26871)
			.saturating_add(Weight::from_parts(153_690_514, 0).saturating_mul(n.into()))
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
		// Minimum execution time: 123_894_000 picoseconds.
		Weight::from_parts(139_868_000, 3555)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Options::Parameters` (r:0 w:1)
	/// Proof: `Options::Parameters` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 46_850_000 picoseconds.
		Weight::from_parts(54_381_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn restrict_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 115_231_000 picoseconds.
		Weight::from_parts(133_278_000, 3555)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Options::Markets` (r:1 w:1)
	/// Proof: `Options::Markets` (`max_values`: None, `max_size`: Some(90), added: 2565, mode: `MaxEncodedLen`)
	fn relax_market() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `363`
		//  Estimated: `3555`
		// Minimum execution time: 115_412_000 picoseconds.
		Weight::from_parts(124_515_000, 3555)
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
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn settle() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1641`
		//  Estimated: `26871`
		// Minimum execution time: 349_519_000 picoseconds.
		Weight::from_parts(379_184_000, 26871)
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
		// Minimum execution time: 53_299_000 picoseconds.
		Weight::from_parts(62_192_000, 1550)
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
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Options::Listings` (r:0 w:1)
	/// Proof: `Options::Listings` (`max_values`: None, `max_size`: Some(1060), added: 3535, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[3, 41]`.
	fn list_strikes(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3712`
		//  Estimated: `6344`
		// Minimum execution time: 389_199_000 picoseconds.
		Weight::from_parts(498_477_936, 6344)
			.saturating_add(Weight::from_parts(113_913, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Collateral::Kinds` (r:1 w:0)
	/// Proof: `Collateral::Kinds` (`max_values`: None, `max_size`: Some(741), added: 3216, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:2 w:2)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Params` (r:1 w:0)
	/// Proof: `Margin::Params` (`max_values`: Some(1), `max_size`: Some(272), added: 767, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Totals` (r:1 w:0)
	/// Proof: `Margin::Totals` (`max_values`: Some(1), `max_size`: Some(128), added: 623, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Interest` (r:1 w:0)
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Tails` (r:1 w:0)
	/// Proof: `Margin::Tails` (`max_values`: None, `max_size`: Some(3442), added: 5917, mode: `MaxEncodedLen`)
	/// Storage: `Margin::OpenInterest` (r:64 w:64)
	/// Proof: `Margin::OpenInterest` (`max_values`: None, `max_size`: Some(59), added: 2534, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Holders` (r:0 w:2)
	/// Proof: `Margin::Holders` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn settle_account(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `19526 + n * (213 ±0)`
		//  Estimated: `52752 + n * (2534 ±0)`
		// Minimum execution time: 437_320_000 picoseconds.
		Weight::from_parts(511_889_313, 52752)
			.saturating_add(Weight::from_parts(48_955_603, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
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
	/// Proof: `Margin::Interest` (`max_values`: Some(1), `max_size`: Some(77), added: 572, mode: `MaxEncodedLen`)
	/// Storage: `Margin::Accounts` (r:1 w:1)
	/// Proof: `Margin::Accounts` (`max_values`: None, `max_size`: Some(23406), added: 25881, mode: `MaxEncodedLen`)
	fn settle_order() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `30683`
		//  Estimated: `26871`
		// Minimum execution time: 455_076_000 picoseconds.
		Weight::from_parts(540_133_000, 26871)
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
		// Minimum execution time: 262_620_000 picoseconds.
		Weight::from_parts(285_714_000, 4525)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// By hand.
	fn cancel_intents(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 30000)
			.saturating_add(Weight::from_parts(20_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// By hand.
	fn cancel_intents_below() -> Weight {
		Weight::from_parts(200_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand.
	fn prune_intents(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 5000)
			.saturating_add(Weight::from_parts(20_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// By hand: a full account is valued twice for the fee.
	fn open_request() -> Weight {
		Weight::from_parts(25_000_000_000, 300000)
			.saturating_add(T::DbWeight::get().reads(180_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// By hand: the same, and a signature tried twice.
	fn quote_request() -> Weight {
		Weight::from_parts(25_000_000_000, 300000)
			.saturating_add(T::DbWeight::get().reads(180_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// By hand: a set of two, and the board.
	fn accept_quote() -> Weight {
		Weight::from_parts(2_600_000_000, 90_000)
			.saturating_add(T::DbWeight::get().reads(45_u64))
			.saturating_add(T::DbWeight::get().writes(24_u64))
	}
	/// By hand.
	fn close_request() -> Weight {
		Weight::from_parts(200_000_000, 40000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// By hand: a quote replaced is a cancel and a rest without the ledger; others' orders in the way, at most eight, are
	/// cancels with it. Each series' book and depth is read and written once.
	fn mass_quote(n: u32) -> Weight {
		Weight::from_parts(8_000_000_000, 260_000)
			.saturating_add(Weight::from_parts(500_000_000, 34_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().reads((10_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(34_u64))
			.saturating_add(T::DbWeight::get().writes((7_u64).saturating_mul(n.into())))
	}
	/// By hand: a price by volatility, the desk, where the quote rests, that its account has void ones.
	fn meet_quote() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// By hand.
	fn change_desk() -> Weight {
		Weight::from_parts(300_000_000, 35_000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// By hand: 128 quotes looked at, `n` taken off.
	fn sweep_quotes(n: u32) -> Weight {
		Weight::from_parts(2_000_000_000, 60_000)
			.saturating_add(Weight::from_parts(400_000_000, 20_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(132_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
	}
	/// By hand: eight orders of one account, as `cancel_all` of eight, and its desk.
	fn sweep_desk() -> Weight {
		Weight::from_parts(3_500_000_000, 140_000)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	/// By hand: an account's volume.
	fn count_volume() -> Weight {
		Weight::from_parts(40_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: as an order that rests, and all levels of a full book.
	fn uncross_series() -> Weight {
		Weight::from_parts(7_500_000_000, 160_000)
			.saturating_add(T::DbWeight::get().reads(170_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// By hand: a trade of two accounts with nothing else, and a market.
	fn uncross_pair() -> Weight {
		Weight::from_parts(1_900_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// By hand: as `place_resting` was measured, less what its account's kinds of lots took.
	fn order_resting() -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// By hand: as `place_matching` was measured, less what its accounts' kinds of lots took.
	fn order_matching(n: u32) -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(Weight::from_parts(500_000_000, 25_900).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// By hand: each with a signature that is tried twice, and with its account as in a trade.
	fn settle_set(n: u32) -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(Weight::from_parts(700_000_000, 25_900).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// By hand: two intents, with a series more for each leg.
	fn settle_legs(l: u32) -> Weight {
		Weight::from_parts(2_300_000_000, 79_000)
			.saturating_add(Weight::from_parts(300_000_000, 5_100).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(20_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(l.into())))
	}
}

/// For tests.
impl WeightInfo for () {
	fn cancel_order() -> Weight {
		Weight::from_parts(569_236_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn cancel_all(n: u32) -> Weight {
		Weight::from_parts(1_395_716_660, 26871)
			.saturating_add(Weight::from_parts(153_690_514, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 8914).saturating_mul(n.into()))
	}
	fn set_market() -> Weight {
		Weight::from_parts(139_868_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(54_381_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn restrict_market() -> Weight {
		Weight::from_parts(133_278_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn relax_market() -> Weight {
		Weight::from_parts(124_515_000, 3555)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle() -> Weight {
		Weight::from_parts(379_184_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn visit_market() -> Weight {
		Weight::from_parts(62_192_000, 1550)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_strikes(n: u32) -> Weight {
		Weight::from_parts(498_477_936, 6344)
			.saturating_add(Weight::from_parts(113_913, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_account(n: u32) -> Weight {
		Weight::from_parts(511_889_313, 52752)
			.saturating_add(Weight::from_parts(48_955_603, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2534).saturating_mul(n.into()))
	}
	fn settle_order() -> Weight {
		Weight::from_parts(540_133_000, 26871)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn settle_turn() -> Weight {
		Weight::from_parts(285_714_000, 4525)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// By hand.
	fn cancel_intents(n: u32) -> Weight {
		Weight::from_parts(200_000_000, 30000)
			.saturating_add(Weight::from_parts(20_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// By hand.
	fn cancel_intents_below() -> Weight {
		Weight::from_parts(200_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand.
	fn prune_intents(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 5000)
			.saturating_add(Weight::from_parts(20_000_000, 2600).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// By hand: a full account is valued twice for the fee.
	fn open_request() -> Weight {
		Weight::from_parts(25_000_000_000, 300000)
			.saturating_add(ParityDbWeight::get().reads(180_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	/// By hand: the same, and a signature tried twice.
	fn quote_request() -> Weight {
		Weight::from_parts(25_000_000_000, 300000)
			.saturating_add(ParityDbWeight::get().reads(180_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	/// By hand: a set of two, and the board.
	fn accept_quote() -> Weight {
		Weight::from_parts(2_600_000_000, 90_000)
			.saturating_add(ParityDbWeight::get().reads(45_u64))
			.saturating_add(ParityDbWeight::get().writes(24_u64))
	}
	/// By hand.
	fn close_request() -> Weight {
		Weight::from_parts(200_000_000, 40000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// By hand: a quote replaced is a cancel and a rest without the ledger; others' orders in the way, at most eight, are
	/// cancels with it. Each series' book and depth is read and written once.
	fn mass_quote(n: u32) -> Weight {
		Weight::from_parts(8_000_000_000, 260_000)
			.saturating_add(Weight::from_parts(500_000_000, 34_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().reads((10_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(34_u64))
			.saturating_add(ParityDbWeight::get().writes((7_u64).saturating_mul(n.into())))
	}
	/// By hand: a price by volatility, the desk, where the quote rests, that its account has void ones.
	fn meet_quote() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	/// By hand.
	fn change_desk() -> Weight {
		Weight::from_parts(300_000_000, 35_000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// By hand: 128 quotes looked at, `n` taken off.
	fn sweep_quotes(n: u32) -> Weight {
		Weight::from_parts(2_000_000_000, 60_000)
			.saturating_add(Weight::from_parts(400_000_000, 20_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(132_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
	}
	/// By hand: eight orders of one account, as `cancel_all` of eight, and its desk.
	fn sweep_desk() -> Weight {
		Weight::from_parts(3_500_000_000, 140_000)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(30_u64))
	}
	/// By hand: an account's volume.
	fn count_volume() -> Weight {
		Weight::from_parts(40_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// By hand: as an order that rests, and all levels of a full book.
	fn uncross_series() -> Weight {
		Weight::from_parts(7_500_000_000, 160_000)
			.saturating_add(ParityDbWeight::get().reads(170_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// By hand: a trade of two accounts with nothing else, and a market.
	fn uncross_pair() -> Weight {
		Weight::from_parts(1_900_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	/// By hand: as `place_resting` was measured, less what its account's kinds of lots took.
	fn order_resting() -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	/// By hand: as `place_matching` was measured, less what its accounts' kinds of lots took.
	fn order_matching(n: u32) -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(Weight::from_parts(500_000_000, 25_900).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// By hand: each with a signature that is tried twice, and with its account as in a trade.
	fn settle_set(n: u32) -> Weight {
		Weight::from_parts(900_000_000, 27_000)
			.saturating_add(Weight::from_parts(700_000_000, 25_900).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().reads((8_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(n.into())))
	}
	/// By hand: two intents, with a series more for each leg.
	fn settle_legs(l: u32) -> Weight {
		Weight::from_parts(2_300_000_000, 79_000)
			.saturating_add(Weight::from_parts(300_000_000, 5_100).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(20_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(l.into())))
	}
}
