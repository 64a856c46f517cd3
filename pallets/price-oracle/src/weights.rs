// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_price_oracle`, measured by `make weights` with benchmarks 64.0.0.
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
	fn settle_by_last_price() -> Weight;
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
	/// Storage: `PriceOracle::LastFinished` (r:1 w:0)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reports` (r:1 w:1)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::History` (r:1 w:0)
	/// Proof: `PriceOracle::History` (`max_values`: Some(1), `max_size`: Some(89), added: 584, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn report(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4397`
		//  Estimated: `5647`
		// Minimum execution time: 52_257_000 picoseconds.
		Weight::from_parts(69_737_445, 5647)
			.saturating_add(Weight::from_parts(12_183, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(52_257_000, 0))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::LastFinished` (r:1 w:0)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reports` (r:1 w:0)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:0)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::History` (r:1 w:0)
	/// Proof: `PriceOracle::History` (`max_values`: Some(1), `max_size`: Some(89), added: 584, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[1, 64]`.
	fn authorize_report(p: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4397`
		//  Estimated: `5647`
		// Minimum execution time: 79_377_000 picoseconds.
		Weight::from_parts(96_014_826, 5647)
			.saturating_add(Weight::from_parts(54_147, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(79_377_000, 0))
			.saturating_add(T::DbWeight::get().reads(6_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:65 w:1)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn set_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3735`
		//  Estimated: `184810`
		// Minimum execution time: 405_370_000 picoseconds.
		Weight::from_parts(452_400_000, 184810)
			.saturating_add(T::DbWeight::get().reads(66_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:65 w:1)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:63 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForFeeds` (r:1 w:1)
	/// Proof: `PriceOracle::CounterForFeeds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:1)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Stables` (r:0 w:1)
	/// Proof: `PriceOracle::Stables` (`max_values`: None, `max_size`: Some(442), added: 2917, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:0 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:0 w:1)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(411), added: 2886, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:0 w:1)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	fn remove_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `3567`
		//  Estimated: `184810`
		// Minimum execution time: 569_503_000 picoseconds.
		Weight::from_parts(617_925_000, 184810)
			.saturating_add(T::DbWeight::get().reads(130_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `PriceOracle::Feeds` (r:2 w:0)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:1)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `Liquidation::AllAccounts` (r:1 w:1)
	/// Proof: `Liquidation::AllAccounts` (`max_values`: Some(1), `max_size`: Some(68), added: 563, mode: `MaxEncodedLen`)
	fn set_underlying() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `668`
		//  Estimated: `6646`
		// Minimum execution time: 44_276_000 picoseconds.
		Weight::from_parts(67_440_000, 6646)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 17_275_000 picoseconds.
		Weight::from_parts(25_107_000, 0)
	}
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn halt_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `164`
		//  Estimated: `3667`
		// Minimum execution time: 20_531_000 picoseconds.
		Weight::from_parts(31_908_000, 3667)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Quotes` (r:1 w:1)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:1)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Stables` (r:0 w:1)
	/// Proof: `PriceOracle::Stables` (`max_values`: None, `max_size`: Some(442), added: 2917, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:0 w:1)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(411), added: 2886, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:0 w:1)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	fn resume_feed() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `189`
		//  Estimated: `3667`
		// Minimum execution time: 27_741_000 picoseconds.
		Weight::from_parts(50_725_000, 3667)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `PriceOracle::Urls` (r:0 w:1)
	/// Proof: `PriceOracle::Urls` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	fn set_url() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 18_087_000 picoseconds.
		Weight::from_parts(37_486_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Watched` (r:1 w:0)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForFeeds` (r:1 w:0)
	/// Proof: `PriceOracle::CounterForFeeds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:0)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:0)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::PeriodEnds` (r:1 w:1)
	/// Proof: `PriceOracle::PeriodEnds` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	fn poll_base() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `7037`
		//  Estimated: `5647`
		// Minimum execution time: 32_969_000 picoseconds.
		Weight::from_parts(45_337_000, 5647)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Reports` (r:65 w:0)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeds` (r:73 w:0)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:64 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[3, 64]`.
	/// The range of component `f` is `[1, 64]`.
	fn look_at_round(r: u32, f: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2348 + f * (53 ±0) + r * (85 ±0)`
		//  Estimated: `26442 + f * (2828 ±0) + r * (3693 ±0)`
		// Minimum execution time: 579_027_000 picoseconds.
		Weight::from_parts(122_431_649, 26442)
			.saturating_add(Weight::from_parts(8_513_615, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(9_656_681, 0).saturating_mul(f.into()))
			.max(Weight::from_parts(579_027_000, 0))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2828).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
	}
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Pending` (r:1 w:1)
	/// Proof: `PriceOracle::Pending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::History` (r:1 w:1)
	/// Proof: `PriceOracle::History` (`max_values`: Some(1), `max_size`: Some(89), added: 584, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reports` (r:64 w:64)
	/// Proof: `PriceOracle::Reports` (`max_values`: None, `max_size`: Some(1218), added: 3693, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::LastFinished` (r:1 w:1)
	/// Proof: `PriceOracle::LastFinished` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:64 w:64)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Averages` (r:64 w:64)
	/// Proof: `PriceOracle::Averages` (`max_values`: None, `max_size`: Some(411), added: 2886, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Stables` (r:64 w:64)
	/// Proof: `PriceOracle::Stables` (`max_values`: None, `max_size`: Some(442), added: 2917, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[3, 64]`.
	/// The range of component `f` is `[1, 64]`.
	fn finish_round(r: u32, f: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `18595 + f * (62 ±0) + r * (85 ±0)`
		//  Estimated: `20047 + f * (2917 ±0) + r * (3693 ±0)`
		// Minimum execution time: 275_257_000 picoseconds.
		Weight::from_parts(302_578_000, 20047)
			.saturating_add(Weight::from_parts(2_553_768, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(19_497_662, 0).saturating_mul(f.into()))
			.max(Weight::from_parts(275_257_000, 0))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2917).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
	}
	/// Storage: `PriceOracle::Settlements` (r:1 w:1)
	/// Proof: `PriceOracle::Settlements` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Seal` (r:1 w:1)
	/// Proof: `PriceOracle::Seal` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:1)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	fn settlement_step() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2864`
		//  Estimated: `4047`
		// Minimum execution time: 36_063_000 picoseconds.
		Weight::from_parts(49_483_000, 4047)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `PriceOracle::Settlements` (r:1 w:1)
	/// Proof: `PriceOracle::Settlements` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Underlyings` (r:1 w:0)
	/// Proof: `PriceOracle::Underlyings` (`max_values`: None, `max_size`: Some(31), added: 2506, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Seal` (r:1 w:1)
	/// Proof: `PriceOracle::Seal` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Watched` (r:1 w:1)
	/// Proof: `PriceOracle::Watched` (`max_values`: Some(1), `max_size`: Some(2562), added: 3057, mode: `MaxEncodedLen`)
	fn settle_by_last_price() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `2760`
		//  Estimated: `4047`
		// Minimum execution time: 35_633_000 picoseconds.
		Weight::from_parts(49_734_000, 4047)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfaceReports` (r:1 w:1)
	/// Proof: `PriceOracle::SurfaceReports` (`max_values`: None, `max_size`: Some(1155), added: 3630, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:1)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:1 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 16]`.
	fn report_surface(_s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6626`
		//  Estimated: `5676`
		// Minimum execution time: 61_371_000 picoseconds.
		Weight::from_parts(102_077_232, 5676)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfaceReports` (r:1 w:0)
	/// Proof: `PriceOracle::SurfaceReports` (`max_values`: None, `max_size`: Some(1155), added: 3630, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:0)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:1 w:0)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 16]`.
	fn authorize_report_surface(s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `6626`
		//  Estimated: `5676`
		// Minimum execution time: 93_007_000 picoseconds.
		Weight::from_parts(108_712_704, 5676)
			.saturating_add(Weight::from_parts(367_761, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(93_007_000, 0))
			.saturating_add(T::DbWeight::get().reads(6_u64))
	}
	/// Storage: `PriceOracle::SurfaceReports` (r:65 w:64)
	/// Proof: `PriceOracle::SurfaceReports` (`max_values`: None, `max_size`: Some(1155), added: 3630, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::SurfacePending` (r:1 w:1)
	/// Proof: `PriceOracle::SurfacePending` (`max_values`: Some(1), `max_size`: Some(193), added: 688, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Quotes` (r:1 w:0)
	/// Proof: `PriceOracle::Quotes` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeds` (r:1 w:0)
	/// Proof: `PriceOracle::Feeds` (`max_values`: None, `max_size`: Some(353), added: 2828, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Surfaces` (r:1 w:1)
	/// Proof: `PriceOracle::Surfaces` (`max_values`: None, `max_size`: Some(2211), added: 4686, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	/// The range of component `r` is `[3, 64]`.
	/// The range of component `s` is `[1, 16]`.
	fn finish_surface(r: u32, s: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `20084 + r * (85 ±0) + s * (68 ±0)`
		//  Estimated: `20047 + r * (3630 ±0)`
		// Minimum execution time: 372_872_000 picoseconds.
		Weight::from_parts(409_847_000, 20047)
			.saturating_add(Weight::from_parts(20_012_751, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(65_969_457, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(372_872_000, 0))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3630).saturating_mul(r.into()))
	}
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Bonds` (r:64 w:64)
	/// Proof: `PriceOracle::Bonds` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:128 w:64)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:66 w:65)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::TotalOwed` (r:1 w:1)
	/// Proof: `PriceOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::PeriodEnds` (r:0 w:1)
	/// Proof: `PriceOracle::PeriodEnds` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 128]`.
	fn end_period(n: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0 + n * (339 ±0)`
		//  Estimated: `20047 + n * (2632 ±0)`
		// Minimum execution time: 10_555_000 picoseconds.
		Weight::from_parts(36_906_093, 20047)
			.saturating_add(Weight::from_parts(34_184_276, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(10_555_000, 0))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2632).saturating_mul(n.into()))
	}
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reporters` (r:1 w:1)
	/// Proof: `PriceOracle::Reporters` (`max_values`: Some(1), `max_size`: Some(673), added: 1168, mode: `MaxEncodedLen`)
	fn admit_reporter() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `697`
		//  Estimated: `2158`
		// Minimum execution time: 24_847_000 picoseconds.
		Weight::from_parts(58_607_000, 2158)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Reporters` (r:1 w:1)
	/// Proof: `PriceOracle::Reporters` (`max_values`: Some(1), `max_size`: Some(673), added: 1168, mode: `MaxEncodedLen`)
	fn dismiss_reporter() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `663`
		//  Estimated: `2158`
		// Minimum execution time: 24_656_000 picoseconds.
		Weight::from_parts(55_122_000, 2158)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Bonds` (r:1 w:1)
	/// Proof: `PriceOracle::Bonds` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Reporters` (r:1 w:0)
	/// Proof: `PriceOracle::Reporters` (`max_values`: Some(1), `max_size`: Some(673), added: 1168, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForBonds` (r:1 w:1)
	/// Proof: `PriceOracle::CounterForBonds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn bond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4413`
		//  Estimated: `5647`
		// Minimum execution time: 175_730_000 picoseconds.
		Weight::from_parts(207_547_000, 5647)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Bonds` (r:1 w:1)
	/// Proof: `PriceOracle::Bonds` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	fn unbond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `154`
		//  Estimated: `3570`
		// Minimum execution time: 40_641_000 picoseconds.
		Weight::from_parts(59_017_000, 3570)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Bonds` (r:1 w:1)
	/// Proof: `PriceOracle::Bonds` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::CounterForBonds` (r:1 w:1)
	/// Proof: `PriceOracle::CounterForBonds` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::TotalOwed` (r:1 w:1)
	/// Proof: `PriceOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `4547`
		//  Estimated: `6196`
		// Minimum execution time: 144_244_000 picoseconds.
		Weight::from_parts(176_611_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `PriceOracle::Bonds` (r:1 w:1)
	/// Proof: `PriceOracle::Bonds` (`max_values`: None, `max_size`: Some(105), added: 2580, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::TotalOwed` (r:1 w:1)
	/// Proof: `PriceOracle::TotalOwed` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `332`
		//  Estimated: `6196`
		// Minimum execution time: 88_921_000 picoseconds.
		Weight::from_parts(109_722_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	fn pardon() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `17538`
		//  Estimated: `20047`
		// Minimum execution time: 87_460_000 picoseconds.
		Weight::from_parts(112_977_000, 20047)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `PriceOracle::Incentives` (r:0 w:1)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	fn set_incentives() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `0`
		//  Estimated: `0`
		// Minimum execution time: 19_308_000 picoseconds.
		Weight::from_parts(31_626_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Equivocations` (r:1 w:1)
	/// Proof: `PriceOracle::Equivocations` (`max_values`: Some(1), `max_size`: Some(11010), added: 11505, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::FormerKeys` (r:1 w:0)
	/// Proof: `PriceOracle::FormerKeys` (`max_values`: Some(1), `max_size`: Some(18434), added: 18929, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn report_equivocation() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `47313`
		//  Estimated: `20047`
		// Minimum execution time: 326_233_000 picoseconds.
		Weight::from_parts(401_685_000, 20047)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Incentives` (r:1 w:0)
	/// Proof: `PriceOracle::Incentives` (`max_values`: Some(1), `max_size`: Some(76), added: 571, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Equivocations` (r:1 w:1)
	/// Proof: `PriceOracle::Equivocations` (`max_values`: Some(1), `max_size`: Some(11010), added: 11505, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Feeders` (r:1 w:0)
	/// Proof: `PriceOracle::Feeders` (`max_values`: Some(1), `max_size`: Some(4162), added: 4657, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::FormerKeys` (r:1 w:0)
	/// Proof: `PriceOracle::FormerKeys` (`max_values`: Some(1), `max_size`: Some(18434), added: 18929, mode: `MaxEncodedLen`)
	/// Storage: `PriceOracle::Records` (r:1 w:1)
	/// Proof: `PriceOracle::Records` (`max_values`: Some(1), `max_size`: Some(18562), added: 19057, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn report_surface_equivocation() -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `47368`
		//  Estimated: `20047`
		// Minimum execution time: 355_256_000 picoseconds.
		Weight::from_parts(404_929_000, 20047)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}

/// For tests.
impl WeightInfo for () {
	fn report(p: u32) -> Weight {
		Weight::from_parts(69_737_445, 5647)
			.saturating_add(Weight::from_parts(12_183, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(52_257_000, 0))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn authorize_report(p: u32) -> Weight {
		Weight::from_parts(96_014_826, 5647)
			.saturating_add(Weight::from_parts(54_147, 0).saturating_mul(p.into()))
			.max(Weight::from_parts(79_377_000, 0))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
	}
	fn set_feed() -> Weight {
		Weight::from_parts(452_400_000, 184810)
			.saturating_add(ParityDbWeight::get().reads(66_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn remove_feed() -> Weight {
		Weight::from_parts(617_925_000, 184810)
			.saturating_add(ParityDbWeight::get().reads(130_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn set_underlying() -> Weight {
		Weight::from_parts(67_440_000, 6646)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(25_107_000, 0)
	}
	fn halt_feed() -> Weight {
		Weight::from_parts(31_908_000, 3667)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume_feed() -> Weight {
		Weight::from_parts(50_725_000, 3667)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_url() -> Weight {
		Weight::from_parts(37_486_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll_base() -> Weight {
		Weight::from_parts(45_337_000, 5647)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn look_at_round(r: u32, f: u32) -> Weight {
		Weight::from_parts(122_431_649, 26442)
			.saturating_add(Weight::from_parts(8_513_615, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(9_656_681, 0).saturating_mul(f.into()))
			.max(Weight::from_parts(579_027_000, 0))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2828).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
	}
	fn finish_round(r: u32, f: u32) -> Weight {
		Weight::from_parts(302_578_000, 20047)
			.saturating_add(Weight::from_parts(2_553_768, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(19_497_662, 0).saturating_mul(f.into()))
			.max(Weight::from_parts(275_257_000, 0))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2917).saturating_mul(f.into()))
			.saturating_add(Weight::from_parts(0, 3693).saturating_mul(r.into()))
	}
	fn settlement_step() -> Weight {
		Weight::from_parts(49_483_000, 4047)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn settle_by_last_price() -> Weight {
		Weight::from_parts(49_734_000, 4047)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn report_surface(_s: u32) -> Weight {
		Weight::from_parts(102_077_232, 5676)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn authorize_report_surface(s: u32) -> Weight {
		Weight::from_parts(108_712_704, 5676)
			.saturating_add(Weight::from_parts(367_761, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(93_007_000, 0))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
	}
	fn finish_surface(r: u32, s: u32) -> Weight {
		Weight::from_parts(409_847_000, 20047)
			.saturating_add(Weight::from_parts(20_012_751, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(65_969_457, 0).saturating_mul(s.into()))
			.max(Weight::from_parts(372_872_000, 0))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 3630).saturating_mul(r.into()))
	}
	fn end_period(n: u32) -> Weight {
		Weight::from_parts(36_906_093, 20047)
			.saturating_add(Weight::from_parts(34_184_276, 0).saturating_mul(n.into()))
			.max(Weight::from_parts(10_555_000, 0))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2632).saturating_mul(n.into()))
	}
	fn admit_reporter() -> Weight {
		Weight::from_parts(58_607_000, 2158)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn dismiss_reporter() -> Weight {
		Weight::from_parts(55_122_000, 2158)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn bond() -> Weight {
		Weight::from_parts(207_547_000, 5647)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn unbond() -> Weight {
		Weight::from_parts(59_017_000, 3570)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(176_611_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(109_722_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn pardon() -> Weight {
		Weight::from_parts(112_977_000, 20047)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_incentives() -> Weight {
		Weight::from_parts(31_626_000, 0).saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report_equivocation() -> Weight {
		Weight::from_parts(401_685_000, 20047)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn report_surface_equivocation() -> Weight {
		Weight::from_parts(404_929_000, 20047)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
}
