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
			// By hand: the list of what is known of heads, and that no two kinds are the same.
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
			.saturating_add(Weight::from_parts(50_000_000, 5_000))
	}

	/// By hand. Of each source: three keys out of the block's proof of the relay chain's state, a header of
	/// the largest size, its place in the ring, what codes are known, and what is told.
	/// The range of component `n` is `[0, 16]`.
	fn read_heads(n: u32) -> Weight {
		let write = u64::from(n > 0);
		Weight::from_parts(20_000_000, 5_000)
			.saturating_add(Weight::from_parts(250_000_000, 8_500).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, write))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// By hand. Counts of as many collators as there may be, and what those read that are told: the records
	/// and the list of feeders.
	fn omission() -> Weight {
		Weight::from_parts(200_000_000, 45_000)
			.saturating_add(T::DbWeight::get().reads_writes(7, 2))
	}
	/// By hand: sources, kinds, heads, the vault; a hash and a step of the walk for each node.
	fn prove(n: u32) -> Weight {
		Weight::from_parts(120_000_000, 18_000)
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// By hand: what `prove` does, the list of feeders and a signature.
	fn authorize_prove_as_feeder(n: u32) -> Weight {
		Self::prove(n)
			.saturating_add(Weight::from_parts(200_000_000, 8_000))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}

	/// By hand. The ledger's part is two journals of an account with all it may have.
	fn release() -> Weight {
		Weight::from_parts(900_000_000, 110_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 22))
	}

	/// By hand. As `release`.
	fn pull() -> Weight {
		Weight::from_parts(900_000_000, 110_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 22))
	}

	/// By hand. The question, where it went, and a place in the queue. It must stay below what the weigher of messages
	/// takes for one instruction.
	fn take_reply() -> Weight {
		Weight::from_parts(60_000_000, 18_000).saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// By hand. Two fences.
	fn fence() -> Weight {
		Weight::from_parts(800_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 28))
	}

	/// By hand.
	fn set_terms(m: u32) -> Weight {
		Weight::from_parts(40_000_000, 5_000)
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
			.saturating_add(Weight::from_parts(100_000, 0).saturating_mul(m.into()))
	}

	/// By hand. A message without an answer.
	fn collect_refunds() -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 10))
	}

	/// By hand. The clock and the relay block.
	fn due_base() -> Weight {
		Weight::from_parts(10_000_000, 5_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}

	/// By hand. The deadlines of one relay block.
	fn due_block() -> Weight {
		Weight::from_parts(10_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(1, 0))
	}

	/// By hand. One fence.
	fn due_step() -> Weight {
		Weight::from_parts(400_000_000, 45_000)
			.saturating_add(T::DbWeight::get().reads_writes(21, 16))
	}
	/// By hand, not measured yet: of each right itself, its vault, that one's cover and delivery, both counts.
	fn move_cover(r: u32) -> Weight {
		Weight::from_parts(40_000_000, 4_000)
			.saturating_add(Weight::from_parts(65_000_000, 6_100).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2))
			.saturating_add(T::DbWeight::get().reads_writes(8, 7).saturating_mul(r.into()))
	}
	/// By hand, not measured yet.
	fn deliver() -> Weight {
		Weight::from_parts(150_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 6))
	}
	/// By hand, not measured yet: a value at the latest price and two bookings, or in vain, and a lot that counts
	/// less from now on.
	fn make_good() -> Weight {
		Weight::from_parts(650_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(60, 32))
	}
	/// By hand, not measured yet: the four oldest entries, and what `make_good` does.
	fn pay_owed() -> Weight {
		Self::make_good()
			.saturating_add(Weight::from_parts(80_000_000, 12_000))
			.saturating_add(T::DbWeight::get().reads_writes(13, 0))
	}
	/// By hand, not measured yet: both of them.
	fn tend_owed() -> Weight {
		Self::make_good()
			.saturating_add(Self::pay_owed())
			.saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	/// By hand, not measured yet: of each vault itself, its cover, where it lies and the terms there.
	/// The range of component `n` is `[0, 32]`.
	fn empty_vaults(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 3_500)
			.saturating_add(Weight::from_parts(20_000_000, 8_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads(5).saturating_mul(n.into()))
	}
	/// By hand, not measured yet: the queue; or one in it, its question, and the cover.
	fn answer_base() -> Weight {
		Weight::from_parts(15_000_000, 9_000).saturating_add(T::DbWeight::get().reads_writes(3, 1))
	}
	/// By hand, not measured yet: the end of an order with all its fences, and of so many claims.
	/// The range of component `c` is `[0, 16]`.
	fn book_answer(c: u32) -> Weight {
		Weight::from_parts(120_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(8, 12))
			.saturating_add(Self::move_cover(c))
	}
	/// By hand, not measured yet: the kind and cash, an account, and what came for it.
	fn note_debt() -> Weight {
		Weight::from_parts(40_000_000, 14_000).saturating_add(T::DbWeight::get().reads_writes(8, 1))
	}
	/// By hand, not measured yet: the same, the vault and the terms.
	fn debt_step() -> Weight {
		Weight::from_parts(80_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(16, 2))
	}
	/// By hand, not measured yet: a booking.
	fn recount() -> Weight {
		Weight::from_parts(300_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 15))
	}
	/// By hand, not measured yet: the queue, a vault, a right, and an account of the ledger.
	fn doubt_right() -> Weight {
		Weight::from_parts(120_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 5))
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
			// By hand: the list of what is known of heads, and that no two kinds are the same.
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1))
			.saturating_add(Weight::from_parts(50_000_000, 5_000))
	}

	/// By hand. Of each source: three keys out of the block's proof of the relay chain's state, a header of
	/// the largest size, its place in the ring, what codes are known, and what is told.
	/// The range of component `n` is `[0, 16]`.
	fn read_heads(n: u32) -> Weight {
		let write = u64::from(n > 0);
		Weight::from_parts(20_000_000, 5_000)
			.saturating_add(Weight::from_parts(250_000_000, 8_500).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(1, write))
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1).saturating_mul(n.into()))
	}

	/// By hand. Counts of as many collators as there may be, and what those read that are told: the records
	/// and the list of feeders.
	fn omission() -> Weight {
		Weight::from_parts(200_000_000, 45_000)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 2))
	}
	fn prove(n: u32) -> Weight {
		Weight::from_parts(120_000_000, 18_000)
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorize_prove_as_feeder(n: u32) -> Weight {
		Self::prove(n)
			.saturating_add(Weight::from_parts(200_000_000, 8_000))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}

	/// By hand. The ledger's part is two journals of an account with all it may have.
	fn release() -> Weight {
		Weight::from_parts(900_000_000, 110_000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 22))
	}

	/// By hand. As `release`.
	fn pull() -> Weight {
		Weight::from_parts(900_000_000, 110_000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 22))
	}

	/// By hand. The question, where it went, and a place in the queue. It must stay below what the weigher of messages
	/// takes for one instruction.
	fn take_reply() -> Weight {
		Weight::from_parts(60_000_000, 18_000)
			.saturating_add(ParityDbWeight::get().reads_writes(5, 2))
	}

	/// By hand. Two fences.
	fn fence() -> Weight {
		Weight::from_parts(800_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 28))
	}

	/// By hand.
	fn set_terms(m: u32) -> Weight {
		Weight::from_parts(40_000_000, 5_000)
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1))
			.saturating_add(Weight::from_parts(100_000, 0).saturating_mul(m.into()))
	}

	/// By hand. A message without an answer.
	fn collect_refunds() -> Weight {
		Weight::from_parts(300_000_000, 40_000)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 10))
	}

	/// By hand. The clock and the relay block.
	fn due_base() -> Weight {
		Weight::from_parts(10_000_000, 5_000)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}

	/// By hand. The deadlines of one relay block.
	fn due_block() -> Weight {
		Weight::from_parts(10_000_000, 4_000)
			.saturating_add(ParityDbWeight::get().reads_writes(1, 0))
	}

	/// By hand. One fence.
	fn due_step() -> Weight {
		Weight::from_parts(400_000_000, 45_000)
			.saturating_add(ParityDbWeight::get().reads_writes(21, 16))
	}
	/// By hand, not measured yet: of each right itself, its vault, that one's cover and delivery, both counts.
	fn move_cover(r: u32) -> Weight {
		Weight::from_parts(40_000_000, 4_000)
			.saturating_add(Weight::from_parts(65_000_000, 6_100).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
			.saturating_add(ParityDbWeight::get().reads_writes(8, 7).saturating_mul(r.into()))
	}
	/// By hand, not measured yet.
	fn deliver() -> Weight {
		Weight::from_parts(150_000_000, 20_000)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 6))
	}
	/// By hand, not measured yet: a value at the latest price and two bookings, or in vain, and a lot that counts
	/// less from now on.
	fn make_good() -> Weight {
		Weight::from_parts(650_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(60, 32))
	}
	/// By hand, not measured yet: the four oldest entries, and what `make_good` does.
	fn pay_owed() -> Weight {
		Self::make_good()
			.saturating_add(Weight::from_parts(80_000_000, 12_000))
			.saturating_add(ParityDbWeight::get().reads_writes(13, 0))
	}
	/// By hand, not measured yet: both of them.
	fn tend_owed() -> Weight {
		Self::make_good()
			.saturating_add(Self::pay_owed())
			.saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
	/// By hand, not measured yet: of each vault itself, its cover, where it lies and the terms there.
	/// The range of component `n` is `[0, 32]`.
	fn empty_vaults(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 3_500)
			.saturating_add(Weight::from_parts(20_000_000, 8_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().reads(5).saturating_mul(n.into()))
	}
	/// By hand, not measured yet: the queue; or one in it, its question, and the cover.
	fn answer_base() -> Weight {
		Weight::from_parts(15_000_000, 9_000)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 1))
	}
	/// By hand, not measured yet: the end of an order with all its fences, and of so many claims.
	/// The range of component `c` is `[0, 16]`.
	fn book_answer(c: u32) -> Weight {
		Weight::from_parts(120_000_000, 30_000)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 12))
			.saturating_add(Self::move_cover(c))
	}
	/// By hand, not measured yet: the kind and cash, an account, and what came for it.
	fn note_debt() -> Weight {
		Weight::from_parts(40_000_000, 14_000)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 1))
	}
	/// By hand, not measured yet: the same, the vault and the terms.
	fn debt_step() -> Weight {
		Weight::from_parts(80_000_000, 30_000)
			.saturating_add(ParityDbWeight::get().reads_writes(16, 2))
	}
	/// By hand, not measured yet: a booking.
	fn recount() -> Weight {
		Weight::from_parts(300_000_000, 60_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 15))
	}
	/// By hand, not measured yet: the queue, a vault, a right, and an account of the ledger.
	fn doubt_right() -> Weight {
		Weight::from_parts(120_000_000, 30_000)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 5))
	}
}
