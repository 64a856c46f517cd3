// SPDX-License-Identifier: GPL-3.0-or-later

//! The feeders' keys: sr25519 under a key type of their own.

use sp_application_crypto::{app_crypto, sr25519, KeyTypeId};

/// The key type of feeders in keystores.
pub const KEY_TYPE: KeyTypeId = KeyTypeId(*b"orac");

mod app {
	use super::*;
	app_crypto!(sr25519, KEY_TYPE);
}

/// A feeder's name.
pub type AuthorityId = app::Public;
/// What a feeder signs with.
pub type AuthorityPair = app::Pair;
/// A feeder's signature.
pub type AuthoritySignature = app::Signature;
