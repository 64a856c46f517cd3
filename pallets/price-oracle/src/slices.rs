// SPDX-License-Identifier: GPL-3.0-or-later

//! What feeders say of an option market, and what a surface keeps of it. A feed of kind
//! [`FeedKind::Surface`](crate::FeedKind) has slices in place of numbers, on rounds of its own.

use crate::types::Params;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_runtime::Permill;
use straddle_math::{
	binary::Q56,
	svi::{lines, Slice},
};
use straddle_primitives::*;

/// Expiries of one surface.
pub const MAX_SLICES: u32 = 16;
/// Surface rounds that can wait to be finished, of all feeds together.
pub const MAX_SURFACES_PENDING: u32 = 16;
/// A forward is no less than this share of spot, and spot no less than this share of it.
pub const LEAST_CARRY: Price = Price::from_inner(500_000_000_000_000_000);

/// One expiry of an option market as a feeder sees it.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct SliceReport {
	/// The venue's own expiry.
	pub expiry: Moment,
	/// Forward through spot.
	pub carry: Price,
	/// a, b, ρ, m and σ of [`Slice`], 56 binary places each: total variance by ln(K/F) over the time from
	/// the beginning of the round to the expiry.
	pub smile: [i64; 5],
	/// How far the feeder relies on it: it falls while a slice is repeated because the market's data do
	/// not give a new one.
	pub confidence: Permill,
}

impl SliceReport {
	/// The smile by its names.
	pub fn slice(&self) -> Slice {
		let [a, b, rho, m, sigma] = self.smile.map(Q56::from_bits);
		Slice { a, b, rho, m, sigma }
	}

	/// From a smile.
	pub fn new(expiry: Moment, carry: Price, slice: &Slice, confidence: Permill) -> Self {
		let Slice { a, b, rho, m, sigma } = slice;
		Self { expiry, carry, smile: [a, b, rho, m, sigma].map(|part| part.bits()), confidence }
	}

	/// Whether it may count: an expiry a minute to ten years after the round began, a sane carry, a smile that
	/// keeps its rules ([`Slice::check`]) and some confidence.
	pub fn is_sane(&self, began: Moment) -> bool {
		let most = Price::from_inner(2_000_000_000_000_000_000);
		let time = lines::LEAST_TIME_MS..=lines::MOST_TIME_MS;
		time.contains(&self.expiry.saturating_sub(began))
			&& (LEAST_CARRY..=most).contains(&self.carry)
			&& self.confidence > Permill::zero()
			&& self.slice().check().is_ok()
	}
}

/// The slices of one report, in strictly ascending order of expiries.
pub type Slices = BoundedVec<SliceReport, ConstU32<MAX_SLICES>>;

/// What a feeder signs: its slices of one surface for one surface round.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct SurfaceBatch<BlockNumber, Hash> {
	/// Place in the list of feeders.
	pub feeder: u16,
	/// The chain it is for.
	pub genesis: Hash,
	/// The surface it is about.
	pub feed: FeedId,
	/// The surface round it is for: [`Params::surface_round`].
	pub round: u64,
	/// The block on whose state the feeder looked.
	pub at_block: BlockNumber,
	/// At least one.
	pub slices: Slices,
}

/// A batch of this chain.
pub type SurfaceBatchOf<T> = SurfaceBatch<BlockNumberFor<T>, <T as frame_system::Config>::Hash>;

impl<BlockNumber: Encode, Hash: Encode> SurfaceBatch<BlockNumber, Hash> {
	/// Keeps these signatures apart from whatever else the key may sign.
	const TAG: &'static [u8] = b"straddle/price-oracle/surface/v1";

	/// The bytes that are signed.
	pub fn payload(&self) -> alloc::vec::Vec<u8> {
		(Self::TAG, self).encode()
	}
}

impl Params {
	/// Length of a surface round.
	pub fn surface_ms(&self) -> Moment {
		self.round_ms.saturating_mul(self.surface_rounds.into())
	}

	/// The surface round in which `now` lies.
	pub fn surface_round(&self, now: Moment) -> u64 {
		now.checked_div(self.surface_ms()).unwrap_or_default()
	}

	/// When a surface round begins: its slices' total variances count from then.
	pub fn surface_began(&self, round: u64) -> Moment {
		round.saturating_mul(self.surface_ms())
	}

	/// When a surface round takes no more reports: after its first half.
	pub fn surface_over(&self, round: u64) -> Moment {
		self.surface_began(round).saturating_add(self.surface_ms() >> 1)
	}
}
