// SPDX-License-Identifier: GPL-3.0-or-later

//! The door by which other pallets take a feeder's signature: `FeederKeys`.

use crate::{crypto::*, *};
use alloc::vec::Vec;
use sp_application_crypto::RuntimeAppPublic;
use straddle_traits::FeederKeys;

impl<T: Config> FeederKeys<AccountId32> for Pallet<T> {
	type Signature = AuthoritySignature;

	fn count() -> u16 {
		Feeders::<T>::decode_len().unwrap_or(0).try_into().unwrap_or(u16::MAX)
	}

	fn account(place: u16) -> Option<AccountId32> {
		Feeders::<T>::get().get(usize::from(place)).map(|feeder| feeder.account.clone())
	}

	fn verify(place: u16, message: &[u8], signature: &AuthoritySignature) -> bool {
		Self::feeder(place).is_ok_and(|key| key.verify(&message, signature))
	}

	fn held() -> Vec<u16> {
		offchain::held_keys::<T>().into_iter().map(|(place, _)| place).collect()
	}

	fn sign(place: u16, message: &[u8]) -> Option<AuthoritySignature> {
		Self::feeder(place).ok()?.sign(&message)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn seat_for_benchmark() -> u16 {
		let seated = benchmarking::setup::feeders::<T>(MAX_FEEDERS);
		(seated.len() as u16).saturating_sub(1)
	}
}
