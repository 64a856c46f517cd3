// SPDX-License-Identifier: GPL-3.0-or-later

//! Where a source chain keeps a balance in its state, and how.

use codec::{Decode, DecodeAll, Encode};
use sp_crypto_hashing::{blake2_128, twox_128};

/// How a source chain keeps a kind, as pallet-remote-vault says it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Holding {
	/// Its native token.
	Native,
	/// A trust-backed asset.
	Asset(u32),
	/// A foreign asset, by its encoded location.
	Foreign(Vec<u8>),
}

/// The key of the source chain's state under which an address' balance lies.
pub fn key(holding: &Holding, address: &[u8; 32]) -> Vec<u8> {
	let (pallet, asset) = match holding {
		Holding::Native => ("System", None),
		Holding::Asset(id) => ("Assets", Some(id.encode())),
		Holding::Foreign(location) => ("ForeignAssets", Some(location.clone())),
	};
	let mut key = [twox_128(pallet.as_bytes()), twox_128(b"Account")].concat();
	for part in asset.into_iter().chain([address.to_vec()]) {
		key.extend(blake2_128(&part));
		key.extend(part);
	}
	key
}

/// How much of a stored balance can be moved.
///
/// # Errors
/// It is laid out otherwise.
pub fn decode(holding: &Holding, value: &[u8]) -> Result<u128, String> {
	let wrong = |error| format!("the balance is stored otherwise than known: {error}");
	if *holding == Holding::Native {
		type Account = ([u32; 4], [u128; 4]);
		let (_, [free, _, frozen, _]) = Account::decode_all(&mut &value[..]).map_err(wrong)?;
		return Ok(free.saturating_sub(frozen));
	}
	// Why the account exists and what else is kept there follow: they do not count.
	let (balance, status) = <(u128, u8)>::decode(&mut &value[..]).map_err(wrong)?;
	Ok(if status == 0 { balance } else { 0 })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_are_those_of_the_source_chain() {
		// Alice's on Asset Hub: the prefixes and hashes that any explorer shows.
		let alice = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		let address: [u8; 32] = hex::decode(alice).unwrap().try_into().unwrap();
		let native = format!(
			"26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9{}{alice}",
			"de1e86a9a8c739864cf3cc5ec2bea59f"
		);
		assert_eq!(hex::encode(key(&Holding::Native, &address)), native);
		let usdt = hex::encode(key(&Holding::Asset(1984), &address));
		assert!(
			usdt.starts_with("682a59d51ab9e48a8c8cc418ff9708d2b99d880ec681799c0cf30e8886371da9")
		);
		assert!(usdt[64 + 32..].starts_with("c0070000"));
		assert!(usdt.ends_with(&native[64..]));
	}

	#[test]
	fn what_is_frozen_does_not_count() {
		let account = ([1u32; 4], [100u128, 7, 30, 0]);
		assert_eq!(decode(&Holding::Native, &account.encode()), Ok(70));
		assert_eq!(decode(&Holding::Asset(1), &(100u128, 0u8, 0u8).encode()), Ok(100));
		assert_eq!(decode(&Holding::Asset(1), &(100u128, 1u8, 0u8).encode()), Ok(0));
		assert!(decode(&Holding::Native, &[0; 12]).is_err());
		assert!(decode(&Holding::Asset(1), &[0; 12]).is_err());
	}
}
