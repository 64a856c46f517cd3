// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_price_oracle`, measured by `make weights` with benchmarks 64.0.0.
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
	fn report(p: u32) -> Weight;
	fn authorize_report(p: u32) -> Weight;
	fn set_feed() -> Weight;
	fn remove_feed() -> Weight;
	fn set_underlying() -> Weight;
	fn set_params() -> Weight;
	fn halt_feed() -> Weight;
	fn resume_feed() -> Weight;
	fn set_url() -> Weight;
	fn poll_base() -> Weight;
	fn look_at_round(r: u32, f: u32) -> Weight;
	fn finish_round(r: u32, f: u32) -> Weight;
	fn settlement_step() -> Weight;
	fn report_surface(s: u32) -> Weight;
	fn authorize_report_surface(s: u32) -> Weight;
	fn finish_surface(r: u32, s: u32) -> Weight;
	fn end_period(n: u32) -> Weight;
	fn admit_reporter() -> Weight;
	fn dismiss_reporter() -> Weight;
	fn bond() -> Weight;
	fn unbond() -> Weight;
	fn withdraw_bond() -> Weight;
	fn claim() -> Weight;
	fn pardon() -> Weight;
	fn set_incentives() -> Weight;
	fn report_equivocation() -> Weight;
	fn report_surface_equivocation() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::LastFinished` (r:1 w:0)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(2050), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reports` (r:1 w:1)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn report(_p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2671`
		//  Estimated: `4683`
		// Minimum execution time: 235_259_000 picoseconds.
		Weight::from_parts(278_110_571, 4683)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::LastFinished` (r:1 w:0)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(2050), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reports` (r:1 w:0)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:0)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn authorize_report(_p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2671`
		//  Estimated: `4683`
		// Minimum execution time: 224_263_000 picoseconds.
		Weight::from_parts(262_203_242, 4683)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:65 w:1)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(352), added: 2827, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	fn set_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4497`
		//  Estimated: `184745`
		// Minimum execution time: 3_360_016_000 picoseconds.
		Weight::from_parts(3_485_873_000, 184745)
			.saturating_add(T::DbWeight::get().reads(66_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:65 w:1)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(352), added: 2827, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:65 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForFeeds` (r:1 w:1)
	/// Proof: `PriceOracle::CounterForFeeds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:0 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:0 w:1)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	fn remove_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5562`
		//  Estimated: `184745`
		// Minimum execution time: 5_417_399_000 picoseconds.
		Weight::from_parts(5_611_016_000, 184745)
			.saturating_add(T::DbWeight::get().reads(131_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:2 w:0)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(352), added: 2827, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:1)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForUnderlyings` (r:1 w:1)
	/// Proof: `PriceOracle::CounterForUnderlyings` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_underlying() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `937`
		//  Estimated: `6644`
		// Minimum execution time: 202_600_000 picoseconds.
		Weight::from_parts(208_709_000, 6644)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `PriceOracle::Parameters` (r:1 w:1)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `370`
		//  Estimated: `1558`
		// Minimum execution time: 92_076_000 picoseconds.
		Weight::from_parts(96_083_000, 1558)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	fn halt_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `623`
		//  Estimated: `3650`
		// Minimum execution time: 108_951_000 picoseconds.
		Weight::from_parts(112_467_000, 3650)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:0 w:1)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	fn resume_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `623`
		//  Estimated: `3650`
		// Minimum execution time: 117_214_000 picoseconds.
		Weight::from_parts(121_310_000, 3650)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `PriceOracle::Urls` (r:0 w:1)
	/// Proof: `PriceOracle::Urls` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	fn set_url() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 59_208_000 picoseconds.
		Weight::from_parts(62_052_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Parameters` (r:1 w:0)
	/// Proof: `PriceOracle::Parameters` (`max_values`: Some(1), `max_size`: Some(73), added: 568, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:0)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(2050), added: 2545, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForFeeds` (r:1 w:0)
	/// Proof: `PriceOracle::CounterForFeeds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:0)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	fn poll_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `5001`
		//  Estimated: `4047`
		// Minimum execution time: 118_335_000 picoseconds.
		Weight::from_parts(129_672_000, 4047)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			// By hand: `PeriodEnds`.
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `PriceOracle::Reports` (r:65 w:0)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeds` (r:70 w:0)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(352), added: 2827, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:69 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[3, 64]`.
	/// The range of component `f` is `[1, 64]`.
	fn look_at_round(r: u32, f: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2833 + f * (99 ±0) + r * (85 ±0)`
		//  Estimated: `20779 + f * (2827 ±0) + r * (3693 ±0)`
		// Minimum execution time: 3_766_899_000 picoseconds.
		Weight::from_parts(655_351_185, 20779)
			.saturating_add(Weight::from_parts(49_921_638, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(76_696_533, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2827).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `PriceOracle::Reports` (r:64 w:64)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::LastFinished` (r:1 w:1)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:63 w:63)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:63 w:63)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(363), added: 2838, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[3, 64]`.
	/// The range of component `f` is `[1, 64]`.
	fn finish_round(r: u32, f: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `1042 + f * (91 ±0) + r * (85 ±0)`
		//  Estimated: `1678 + f * (2838 ±0) + r * (3693 ±0)`
		// Minimum execution time: 540_812_000 picoseconds.
		Weight::from_parts(555_775_000, 1678)
			.saturating_add(Weight::from_parts(4_917_352, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(69_899_372, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2838).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
			// By hand: `Records`, `Incentives` and `History`, and who was right.
			.saturating_add(Weight::from_parts(50_000_000, 18_000))
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3_u64, 2_u64))
	}
	/// Storage: `PriceOracle::Settlements` (r:1 w:1)
	/// Proof: `PriceOracle::Settlements` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(185), added: 2660, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Seal` (r:1 w:1)
	/// Proof: `PriceOracle::Seal` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:1)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	fn settlement_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3467`
		//  Estimated: `4047`
		// Minimum execution time: 191_965_000 picoseconds.
		Weight::from_parts(199_686_000, 4047)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// By hand until `make weights`: as [`Self::report`], and its storage.
	fn report_surface(_s: u32) -> Weight {
		Weight::from_parts(300_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn authorize_report_surface(_s: u32) -> Weight {
		Weight::from_parts(900_000_000, 6_000).saturating_add(T::DbWeight::get().reads(9_u64))
	}
	fn finish_surface(r: u32, s: u32) -> Weight {
		let slices = u64::from(r).saturating_mul(s.into());
		// With the records of all feeders, 18 KiB.
		Weight::from_parts(1_500_000_000, 32_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(slices))
			.saturating_add(Weight::from_parts(0, 3_800).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(8_u64, 4_u64))
			.saturating_add(T::DbWeight::get().reads_writes(1_u64, 1_u64).saturating_mul(r.into()))
	}
	/// By hand until `make weights`, as all that follows: the records, the pot, and of each feeder his
	/// bond, his hold and his account; and whoever gets what is slashed.
	fn end_period(n: u32) -> Weight {
		Weight::from_parts(300_000_000, 24_000)
			.saturating_add(Weight::from_parts(60_000_000, 9_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(8_u64, 5_u64))
			.saturating_add(T::DbWeight::get().reads_writes(4_u64, 4_u64).saturating_mul(n.into()))
	}
	fn admit_reporter() -> Weight {
		Weight::from_parts(100_000_000, 3_000)
			.saturating_add(T::DbWeight::get().reads_writes(2_u64, 1_u64))
	}
	fn dismiss_reporter() -> Weight {
		Weight::from_parts(100_000_000, 3_000)
			.saturating_add(T::DbWeight::get().reads_writes(1_u64, 1_u64))
	}
	fn bond() -> Weight {
		Weight::from_parts(700_000_000, 16_000)
			.saturating_add(T::DbWeight::get().reads_writes(9_u64, 4_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(100_000_000, 5_000)
			.saturating_add(T::DbWeight::get().reads_writes(3_u64, 1_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(400_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(8_u64, 6_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(4_u64, 4_u64))
	}
	fn pardon() -> Weight {
		Weight::from_parts(150_000_000, 18_000)
			.saturating_add(T::DbWeight::get().reads_writes(1_u64, 1_u64))
	}
	fn set_incentives() -> Weight {
		Weight::from_parts(80_000_000, 2_000)
			.saturating_add(T::DbWeight::get().reads_writes(0_u64, 1_u64))
	}
	fn report_equivocation() -> Weight {
		Weight::from_parts(1_500_000_000, 66_000)
			.saturating_add(T::DbWeight::get().reads_writes(11_u64, 6_u64))
	}
	fn report_surface_equivocation() -> Weight {
		Weight::from_parts(1_500_000_000, 66_000)
			.saturating_add(T::DbWeight::get().reads_writes(11_u64, 6_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn report(_p: u32) -> Weight {
		Weight::from_parts(278_110_571, 4683)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn authorize_report(_p: u32) -> Weight {
		Weight::from_parts(262_203_242, 4683)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn set_feed() -> Weight {
		Weight::from_parts(3_485_873_000, 184745)
			.saturating_add(ParityDbWeight::get().reads(66_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn remove_feed() -> Weight {
		Weight::from_parts(5_611_016_000, 184745)
			.saturating_add(ParityDbWeight::get().reads(131_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn set_underlying() -> Weight {
		Weight::from_parts(208_709_000, 6644)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(96_083_000, 1558)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn halt_feed() -> Weight {
		Weight::from_parts(112_467_000, 3650)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume_feed() -> Weight {
		Weight::from_parts(121_310_000, 3650)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_url() -> Weight {
		Weight::from_parts(62_052_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll_base() -> Weight {
		Weight::from_parts(129_672_000, 4047)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			// By hand: `PeriodEnds`.
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn look_at_round(r: u32, f: u32) -> Weight {
		Weight::from_parts(655_351_185, 20779)
			.saturating_add(Weight::from_parts(49_921_638, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(76_696_533, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2827).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
			// By hand: `History`.
			.saturating_add(Weight::from_parts(0, 600))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn finish_round(r: u32, f: u32) -> Weight {
		Weight::from_parts(555_775_000, 1678)
			.saturating_add(Weight::from_parts(4_917_352, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(69_899_372, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2838).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
			// By hand: `Records`, `Incentives` and `History`, and who was right.
			.saturating_add(Weight::from_parts(50_000_000, 18_000))
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(3_u64, 2_u64))
	}
	fn settlement_step() -> Weight {
		Weight::from_parts(199_686_000, 4047)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// By hand until `make weights`: as [`Self::report`], and its storage.
	fn report_surface(_s: u32) -> Weight {
		Weight::from_parts(300_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn authorize_report_surface(_s: u32) -> Weight {
		Weight::from_parts(900_000_000, 6_000).saturating_add(ParityDbWeight::get().reads(9_u64))
	}
	fn finish_surface(r: u32, s: u32) -> Weight {
		let slices = u64::from(r).saturating_mul(s.into());
		// With the records of all feeders, 18 KiB.
		Weight::from_parts(1_500_000_000, 32_000)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(slices))
			.saturating_add(Weight::from_parts(0, 3_800).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(8_u64, 4_u64))
			.saturating_add(
				ParityDbWeight::get().reads_writes(1_u64, 1_u64).saturating_mul(r.into()),
			)
	}
	/// By hand until `make weights`, as all that follows: the records, the pot, and of each feeder his
	/// bond, his hold and his account; and whoever gets what is slashed.
	fn end_period(n: u32) -> Weight {
		Weight::from_parts(300_000_000, 24_000)
			.saturating_add(Weight::from_parts(60_000_000, 9_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(8_u64, 5_u64))
			.saturating_add(
				ParityDbWeight::get().reads_writes(4_u64, 4_u64).saturating_mul(n.into()),
			)
	}
	fn admit_reporter() -> Weight {
		Weight::from_parts(100_000_000, 3_000)
			.saturating_add(ParityDbWeight::get().reads_writes(2_u64, 1_u64))
	}
	fn dismiss_reporter() -> Weight {
		Weight::from_parts(100_000_000, 3_000)
			.saturating_add(ParityDbWeight::get().reads_writes(1_u64, 1_u64))
	}
	fn bond() -> Weight {
		Weight::from_parts(700_000_000, 16_000)
			.saturating_add(ParityDbWeight::get().reads_writes(9_u64, 4_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(100_000_000, 5_000)
			.saturating_add(ParityDbWeight::get().reads_writes(3_u64, 1_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(400_000_000, 20_000)
			.saturating_add(ParityDbWeight::get().reads_writes(8_u64, 6_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(300_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads_writes(4_u64, 4_u64))
	}
	fn pardon() -> Weight {
		Weight::from_parts(150_000_000, 18_000)
			.saturating_add(ParityDbWeight::get().reads_writes(1_u64, 1_u64))
	}
	fn set_incentives() -> Weight {
		Weight::from_parts(80_000_000, 2_000)
			.saturating_add(ParityDbWeight::get().reads_writes(0_u64, 1_u64))
	}
	fn report_equivocation() -> Weight {
		Weight::from_parts(1_500_000_000, 66_000)
			.saturating_add(ParityDbWeight::get().reads_writes(11_u64, 6_u64))
	}
	fn report_surface_equivocation() -> Weight {
		Weight::from_parts(1_500_000_000, 66_000)
			.saturating_add(ParityDbWeight::get().reads_writes(11_u64, 6_u64))
	}
}
