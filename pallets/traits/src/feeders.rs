// SPDX-License-Identifier: GPL-3.0-or-later

//! What other pallets have to do with feeders: see their offences, and pay into their pot.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
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
	/// that is no feeder not at all. Reads and writes one item, of at most 16 KiB.
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
