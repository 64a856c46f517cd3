// SPDX-License-Identifier: GPL-3.0-or-later

//! Keys with which a node bids: sr25519 under a key type of their own. The same key is an account, which
//! pays for its transactions.

use frame_system::offchain::AppCrypto;
use sp_application_crypto::{app_crypto, sr25519, KeyTypeId};
use sp_runtime::{traits::IdentifyAccount, AccountId32, MultiSignature, MultiSigner};

/// The key type of bidders in keystores.
pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"bidr");

mod app {
	use super::*;
	app_crypto!(sr25519, KEY_TYPE);
}

/// A bidder's key.
pub type BidderId = app::Public;

/// Signs transactions with it.
pub struct BidderCrypto;

impl AppCrypto<MultiSigner, MultiSignature> for BidderCrypto {
	type RuntimeAppPublic = BidderId;
	type GenericPublic = sp_core::sr25519::Public;
	type GenericSignature = sp_core::sr25519::Signature;
}

/// A key as a transaction's signer.
pub fn signer(key: BidderId) -> MultiSigner {
	MultiSigner::Sr25519(key.into())
}

/// The account of a key.
pub fn account(key: BidderId) -> AccountId32 {
	signer(key).into_account()
}
