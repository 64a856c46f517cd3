// SPDX-License-Identifier: GPL-3.0-or-later

//! Weights of `pallet_remote_vault`, measured by `make weights` with benchmarks 64.0.0.
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
	fn set_source(c: u32, d: u32) -> Weight;
	fn move_cover(r: u32) -> Weight;
	fn deliver() -> Weight;
	fn make_good() -> Weight;
	fn recount() -> Weight;
}

/// As measured, with the runtime's database weights.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `RemoteVault::Sources` (r:1 w:1)
	/// Proof: `RemoteVault::Sources` (`max_values`: None, `max_size`: Some(848), added: 3323, mode: `MaxEncodedLen`)
	/// The range of component `c` is `[0, 8]`.
	/// The range of component `d` is `[0, 32]`.
	fn set_source(c: u32, d: u32) -> Weight {
		// Proof size summary in bytes:
		//  Measured:  `85 + c * (32 ±0) + d * (18 ±0)`
		//  Estimated: `4313`
		// Minimum execution time: 102_772_000 picoseconds.
		Weight::from_parts(106_381_642, 7000)
			.saturating_add(Weight::from_parts(1_993_100, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(54_723, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			// By hand: on which source a kind lies, not measured yet.
			.saturating_add(T::DbWeight::get().reads_writes(d.into(), d.into()))
			.saturating_add(Weight::from_parts(0, 2_600).saturating_mul(d.into()))
	}
	/// By hand, not measured yet: of each right itself, its vault's cover and delivery, both counts.
	fn move_cover(r: u32) -> Weight {
		Weight::from_parts(40_000_000, 5_000)
			.saturating_add(Weight::from_parts(60_000_000, 8_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2))
			.saturating_add(T::DbWeight::get().reads_writes(7, 7).saturating_mul(r.into()))
	}
	/// By hand, not measured yet.
	fn deliver() -> Weight {
		Weight::from_parts(150_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 6))
	}
	/// By hand, not measured yet: a value at the latest price and two bookings.
	fn make_good() -> Weight {
		Weight::from_parts(500_000_000, 90_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 25))
	}
	/// By hand, not measured yet: a booking.
	fn recount() -> Weight {
		Weight::from_parts(300_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 15))
	}
}

/// For tests.
impl WeightInfo for () {
	fn set_source(c: u32, d: u32) -> Weight {
		Weight::from_parts(106_381_642, 7000)
			.saturating_add(Weight::from_parts(1_993_100, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(54_723, 0).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			// By hand: on which source a kind lies, not measured yet.
			.saturating_add(ParityDbWeight::get().reads_writes(d.into(), d.into()))
			.saturating_add(Weight::from_parts(0, 2_600).saturating_mul(d.into()))
	}
	/// By hand, not measured yet: of each right itself, its vault's cover and delivery, both counts.
	fn move_cover(r: u32) -> Weight {
		Weight::from_parts(40_000_000, 5_000)
			.saturating_add(Weight::from_parts(60_000_000, 8_000).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
			.saturating_add(ParityDbWeight::get().reads_writes(7, 7).saturating_mul(r.into()))
	}
	/// By hand, not measured yet.
	fn deliver() -> Weight {
		Weight::from_parts(150_000_000, 20_000)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 6))
	}
	/// By hand, not measured yet: a value at the latest price and two bookings.
	fn make_good() -> Weight {
		Weight::from_parts(500_000_000, 90_000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 25))
	}
	/// By hand, not measured yet: a booking.
	fn recount() -> Weight {
		Weight::from_parts(300_000_000, 60_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 15))
	}
}
