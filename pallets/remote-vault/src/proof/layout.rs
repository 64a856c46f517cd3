// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account's entry on a source chain says, as laid out under the codes that are known: of
//! `pallet_balances` and `pallet_assets` as Asset Hub has them (`u128` balances, no extra data).

use super::ProofError;
use crate::Holding;
use codec::{Decode, DecodeAll};
use sp_runtime::AccountId32;

/// `frame_system::AccountInfo` with the data of `pallet_balances`.
#[derive(Decode)]
struct NativeAccount {
	_nonce: u32,
	_consumers: u32,
	_providers: u32,
	_sufficients: u32,
	free: u128,
	/// On hold: nothing that our orders can move.
	_reserved: u128,
	/// What `free + reserved` may not fall below.
	frozen: u128,
	flags: u128,
}

/// The one flag that there is: set in every account that was touched since 2023. Without it the other figures
/// mean something else.
const NEW_LOGIC: u128 = 1 << 127;

/// `pallet_assets::AssetAccount`.
#[derive(Decode)]
struct AssetAccount {
	/// Without what is on hold.
	balance: u128,
	status: Status,
	_reason: Reason,
	_extra: (),
}

#[derive(Decode, Eq, PartialEq)]
enum Status {
	Liquid,
	Frozen,
	Blocked,
}

/// Why an asset's account exists.
#[allow(dead_code)]
#[derive(Decode)]
enum Reason {
	Consumer,
	Sufficient,
	DepositHeld(u128),
	DepositRefunded,
	DepositFrom(AccountId32, u128),
}

/// How much of a kind our orders can move out of the account with this entry, in smallest units, the
/// deposit that keeps it alive not yet deducted.
///
/// Of the native token `free − frozen`. What is on hold could bear a part of what is frozen, but need not
/// for ever: that it does is not counted. Of an asset all of it or, in a frozen or blocked account, nothing.
///
/// # Errors
/// `BadValue`: bytes are missing, left over, or say what no known layout does.
pub fn movable(holding: &Holding, value: &[u8]) -> Result<u128, ProofError> {
	match holding {
		Holding::Native => {
			let account = read::<NativeAccount>(value)?;
			if account.flags != NEW_LOGIC {
				return Err(ProofError::BadValue);
			}
			Ok(account.free.saturating_sub(account.frozen))
		},
		Holding::Asset(_) | Holding::Foreign(_) => {
			let account = read::<AssetAccount>(value)?;
			Ok(if account.status == Status::Liquid { account.balance } else { 0 })
		},
	}
}

fn read<T: Decode>(mut value: &[u8]) -> Result<T, ProofError> {
	T::decode_all(&mut value).map_err(|_| ProofError::BadValue)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	const ASSET: Holding = Holding::Asset(1984);

	fn native(free: u128, reserved: u128, frozen: u128, flags: u128) -> Vec<u8> {
		([1u32, 2, 3, 4], free, reserved, frozen, flags).encode()
	}

	fn asset(balance: u128, status: u8, reason: &[u8]) -> Vec<u8> {
		[&balance.encode()[..], &[status], reason].concat()
	}

	#[test]
	fn of_the_native_token_what_is_free_and_not_frozen() {
		let new = NEW_LOGIC;
		for (free, reserved, frozen, movable) in [
			(100, 0, 0, 100),
			(100, 50, 0, 100),
			(100, 0, 30, 70),
			// The hold could bear it today.
			(100, 50, 30, 70),
			(100, 0, 100, 0),
			(100, 900, 300, 0),
			(u128::MAX, u128::MAX, 0, u128::MAX),
			(0, 0, u128::MAX, 0),
		] {
			let value = native(free, reserved, frozen, new);
			assert_eq!(super::movable(&Holding::Native, &value), Ok(movable));
		}
	}

	#[test]
	fn of_an_asset_all_that_is_liquid() {
		let deposit = 5u128.encode();
		let from = [&[4][..], &[9; 32], &deposit].concat();
		let held = [&[2][..], &deposit].concat();
		for reason in [&[0][..], &[1], &held, &[3], &from] {
			assert_eq!(movable(&ASSET, &asset(77, 0, reason)), Ok(77));
			assert_eq!(movable(&ASSET, &asset(77, 1, reason)), Ok(0));
			assert_eq!(movable(&ASSET, &asset(77, 2, reason)), Ok(0));
		}
	}

	#[test]
	fn other_layouts_are_not_guessed_at() {
		let bad = Err(ProofError::BadValue);
		let good = native(1, 2, 3, NEW_LOGIC);
		assert!(movable(&Holding::Native, &good).is_ok());
		let more = [&good[..], &[0]].concat();
		let less = &good[..good.len() - 1];
		for value in [&more[..], less, &[], &native(1, 2, 3, 0), &native(1, 2, 3, NEW_LOGIC | 1)] {
			assert_eq!(movable(&Holding::Native, value), bad);
		}
		let good = asset(1, 0, &[1]);
		assert!(movable(&ASSET, &good).is_ok());
		let more = [&good[..], &[0]].concat();
		let less = &good[..good.len() - 1];
		let values =
			[&more[..], less, &[], &asset(1, 3, &[1]), &asset(1, 0, &[5]), &asset(1, 0, &[4])];
		for value in values {
			assert_eq!(movable(&ASSET, value), bad);
		}
		// One pallet's entry is not another's.
		assert_eq!(movable(&ASSET, &native(1, 2, 3, NEW_LOGIC)), bad);
		assert_eq!(movable(&Holding::Native, &good), bad);
	}
}
