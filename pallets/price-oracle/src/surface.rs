// SPDX-License-Identifier: GPL-3.0-or-later

//! What a surface keeps of an option market. Pure.

use crate::slices::MAX_SLICES;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use straddle_primitives::*;

/// Points of a smile.
pub const POINTS: usize = 17;

/// One expiry.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Row {
	/// When.
	pub expiry: Moment,
}

/// An option market.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Surface {
	/// The last finished round.
	pub round: u64,
	/// Its expiries, soonest first.
	pub rows: BoundedVec<Row, ConstU32<MAX_SLICES>>,
}
