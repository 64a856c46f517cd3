// SPDX-License-Identifier: GPL-3.0-or-later

//! What the worker needs of a chain: transactions and feeders.

use super::*;
use codec::Encode;
use frame_system::offchain::{
	CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase,
};
use sp_runtime::{generic, traits::BlakeTwo256, MultiSignature};
use std::cell::RefCell;
use straddle_traits::FeederKeys;

pub type Header = generic::Header<u64, BlakeTwo256>;
pub type TxExtension = frame_system::AuthorizeCall<Test>;
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<AccountId32, RuntimeCall, MultiSignature, TxExtension>;
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

impl<LocalCall> CreateTransactionBase<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type RuntimeCall = RuntimeCall;
	type Extrinsic = UncheckedExtrinsic;
}

impl<LocalCall> CreateTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		frame_system::AuthorizeCall::new()
	}
}

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
		sp_io::hashing::blake2_256(&(b"a feeder's key", place, message).encode())
	}
}

impl FeederKeys<AccountId32> for MockFeeders {
	type Signature = [u8; 32];

	fn count() -> u16 {
		FEEDERS
	}

	fn account(place: u16) -> Option<AccountId32> {
		(place < FEEDERS).then(|| AccountId32::new([200 + place as u8; 32]))
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
