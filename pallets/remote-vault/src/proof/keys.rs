// SPDX-License-Identifier: GPL-3.0-or-later

//! Under which key a source chain keeps what an account has.

use crate::Holding;
use alloc::vec::Vec;
use codec::Encode;
use frame_support::{storage::storage_prefix, Blake2_128Concat, StorageHasher};
use sp_runtime::AccountId32;

/// `System.Account`, `Assets.Account` or `ForeignAssets.Account`, by Asset Hub's names. All their maps hash
/// by Blake2-128 and append what they hashed, so that no two accounts or assets share a key.
pub fn storage_key(holding: &Holding, who: &AccountId32) -> Vec<u8> {
	let (pallet, asset): (&[u8], _) = match holding {
		Holding::Native => (b"System", None),
		Holding::Asset(id) => (b"Assets", Some(id.encode())),
		// The location lies there as it is encoded.
		Holding::Foreign(location) => (b"ForeignAssets", Some(location.to_vec())),
	};
	let mut key = storage_prefix(pallet, b"Account").to_vec();
	if let Some(asset) = asset {
		key.extend(Blake2_128Concat::hash(&asset));
	}
	key.extend(who.using_encoded(Blake2_128Concat::hash));
	key
}

#[cfg(test)]
mod tests {
	use super::*;
	use frame_support::{traits::ConstU32, BoundedVec};

	/// Made by an independent program (xxhash and blake2b of another language).
	#[test]
	fn the_keys_are_those_of_the_live_chains() {
		let who = AccountId32::new([7; 32]);
		let hex = |holding: &Holding| {
			let digit = |byte: &u8| format!("{byte:02x}");
			storage_key(holding, &who).iter().map(digit).collect::<String>()
		};
		let tail = KEY_TAIL;
		assert_eq!(
			hex(&Holding::Native),
			["26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9", tail].concat()
		);
		assert_eq!(
			hex(&Holding::Asset(1984)),
			["682a59d51ab9e48a8c8cc418ff9708d2b99d880ec681799c0cf30e8886371da9", USDT_PART, tail]
				.concat()
		);
		let location = BoundedVec::<u8, ConstU32<96>>::truncate_from(vec![1, 1, 2, 9, 3]);
		assert_eq!(
			hex(&Holding::Foreign(location)),
			[
				"30e64a56026f4b5e3c2d196283a9a17db99d880ec681799c0cf30e8886371da9",
				LOCATION_PART,
				tail
			]
			.concat()
		);
	}

	const KEY_TAIL: &str =
		"ddd6249d8a7334cf5ea37d21811e66710707070707070707070707070707070707070707070707070707070707070707";
	const USDT_PART: &str = "a319d0e87221ca1ee751c1529f201522c0070000";
	const LOCATION_PART: &str = "faf4e47b997121260e09ba4618b7eb870101020903";
}
