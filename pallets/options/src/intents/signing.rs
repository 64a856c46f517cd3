// SPDX-License-Identifier: GPL-3.0-or-later

//! The bytes that are signed.

use super::*;
use sp_runtime::traits::{BlakeTwo256, Get, Hash, Verify, Zero};

/// What a wallet shows first.
pub const INTENT_PREFIX: &[u8] = b"Straddle intent v1: a trade that anyone may settle for you.\n";
/// What wallets put around bytes that are no transaction.
const WRAP: [&[u8]; 2] = [b"<Bytes>", b"</Bytes>"];

/// The prefix, then in SCALE the chain's name (its runtime's `spec_name`), the hash of its first block and
/// the intent, which names its account.
pub(crate) fn message<T: Config>(intent: &Intent) -> Vec<u8> {
	let name = <T as frame_system::Config>::Version::get().spec_name;
	let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
	let mut message = INTENT_PREFIX.to_vec();
	(name.as_bytes(), genesis, intent).encode_to(&mut message);
	message
}

/// The intent's name.
pub(crate) fn id(message: &[u8]) -> IntentId {
	BlakeTwo256::hash(message)
}

/// Whether the signer signed the bytes, as they are or as wallets wrap them.
pub(crate) fn is_signed(message: &[u8], signer: &AccountId32, signature: &MultiSignature) -> bool {
	let [open, close] = WRAP;
	signature.verify(message, signer)
		|| signature.verify([open, message, close].concat().as_slice(), signer)
}
