// SPDX-License-Identifier: GPL-3.0-or-later

//! Feeders, of whom the oracle would know.

use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	AccountId32,
};
use std::cell::RefCell;
use straddle_traits::FeederKeys;

/// How many feeders there are.
pub const FEEDERS: u16 = 7;

thread_local! {
	static HELD: RefCell<Vec<u16>> = RefCell::default();
}

/// Seven feeders, whose signature is a hash of their place and the message.
pub struct MockFeeders;

impl MockFeeders {
	/// The places whose keys the node holds that works next.
	pub fn hold(places: &[u16]) {
		HELD.with_borrow_mut(|held| *held = places.to_vec());
	}

	/// What the feeder of a place signs.
	pub fn signature(place: u16, message: &[u8]) -> [u8; 32] {
		BlakeTwo256::hash_of(&(b"a feeder's key", place, message)).0
	}
}

impl FeederKeys<AccountId32> for MockFeeders {
	type Signature = [u8; 32];

	fn count() -> u16 {
		FEEDERS
	}

	fn account(place: u16) -> Option<AccountId32> {
		let id = u8::try_from(place).ok()?.checked_add(200)?;
		(place < FEEDERS).then(|| AccountId32::new([id; 32]))
	}

	fn verify(place: u16, message: &[u8], signature: &[u8; 32]) -> bool {
		place < FEEDERS && *signature == Self::signature(place, message)
	}

	fn held() -> Vec<u16> {
		HELD.with_borrow(Clone::clone)
	}

	fn sign(place: u16, message: &[u8]) -> Option<[u8; 32]> {
		Self::held().contains(&place).then(|| Self::signature(place, message))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn seat_for_benchmark() -> u16 {
		Self::hold(&[0]);
		0
	}
}
