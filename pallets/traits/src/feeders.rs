// SPDX-License-Identifier: GPL-3.0-or-later

//! What other pallets have to do with feeders: see their offences, pay into their pot, and take their
//! word for a call that nobody else may make for free.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::Parameter;
use scale_info::TypeInfo;

/// Something that a feeder did or left undone outside the oracle.
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
pub enum Offence {
	/// A collator made a block without a proof of what he had to prove of this relay block.
	Omission {
		/// Its number.
		relay_block: u32,
	},
}

/// Where offences of feeders are counted.
pub trait FeederOffences<AccountId> {
	/// A fault of `who`, like silence in a round. The same offence counts once, and one of an account
	/// that is no feeder not at all. Reads two items and writes one, of at most 16 KiB.
	fn report(who: &AccountId, offence: Offence);
}

impl<AccountId> FeederOffences<AccountId> for () {
	fn report(_: &AccountId, _: Offence) {}
}

/// What feeders are paid from.
pub trait FeederPot<Credit> {
	/// Put `credit` into the pot.
	///
	/// # Errors
	/// Gives it back if the pot cannot take it: it does not exist, and this is less than it must hold.
	fn deposit(credit: Credit) -> Result<(), Credit>;
}

/// Feeders by their places in this session's list, and what they sign. Whoever verifies puts a tag of his
/// own in front of a message, so that no signature is good for two things.
pub trait FeederKeys<AccountId> {
	/// A feeder's signature.
	type Signature: Parameter;

	/// How many feeders there are.
	fn count() -> u16;

	/// Whose place it is.
	fn account(place: u16) -> Option<AccountId>;

	/// Whether the feeder of this place signed `message`.
	fn verify(place: u16, message: &[u8], signature: &Self::Signature) -> bool;

	/// Off chain: the places whose keys this node holds.
	fn held() -> Vec<u16>;

	/// Off chain: sign with the key of this place, if this node holds it.
	fn sign(place: u16, message: &[u8]) -> Option<Self::Signature>;

	/// Seat as many feeders as there may be; the place of one whose key is held.
	#[cfg(feature = "runtime-benchmarks")]
	fn seat_for_benchmark() -> u16;
}
