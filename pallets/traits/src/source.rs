// SPDX-License-Identifier: GPL-3.0-or-later

//! Source chains, behind one door (DESIGN.md 8).

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;
use straddle_primitives::*;

/// A head of a source chain that the relay chain vouches for.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Anchor {
	/// Relay block whose state proof it was read from.
	pub relay_block: u32,
	/// The source chain's own block number.
	pub number: u32,
	/// Root of the source chain's state after that block.
	pub state_root: sp_core::H256,
	/// Hash of the code that the source chain ran.
	pub code_hash: sp_core::H256,
}

/// What an order on a vault is for. There is one slot for each.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum OrderPurpose {
	/// The owner takes his own collateral back.
	Release,
	/// Delivery of what was seized.
	Seizure,
}

/// How an order on a source chain ended.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum OrderOutcome {
	/// The source chain did it.
	Done,
	/// The source chain refused and nothing moved.
	Refused,
}

/// How old what is known of a chain is, in relay blocks.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ChainAge {
	/// Between the change of its head that was seen last and the last reading.
	pub staleness: u32,
	/// Since the last reading: whoever makes blocks may leave it out, never forge it.
	pub omission: u32,
}

/// Whoever reads the heads of other chains.
pub trait ChainAges {
	/// The age of what is known of a chain; `None` if nobody reads its heads.
	fn age(source: SourceId) -> Option<ChainAge>;
}

impl ChainAges for () {
	fn age(_: SourceId) -> Option<ChainAge> {
		None
	}
}

/// One source chain's way of proving what vaults hold there. What moves it is inside of who knows the vaults:
/// an order without what follows of it for lots would break the books.
pub trait CollateralSource {
	/// The newest head that a proof may be made against.
	fn anchor(source: SourceId) -> Option<Anchor>;

	/// Check a proof of a vault's balance against an anchor and return that balance. The proof is what a node of
	/// the source chain answers.
	fn verify(
		account: &MarginAccountId,
		kind: CollateralId,
		anchor: &Anchor,
		proof: Vec<Vec<u8>>,
	) -> Result<u128, DispatchError>;
}
