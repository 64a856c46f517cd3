// SPDX-License-Identifier: GPL-3.0-or-later

//! What is stored of source chains, and how a vault is named.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::AccountId32;
use straddle_primitives::*;

/// Most codes of a source chain whose state layout is known: the running one and those to come.
pub const MAX_CODES: u32 = 8;
/// Most kinds of collateral on one source chain.
pub const MAX_DEPOSITS: u32 = 32;
/// Heads of a source chain that proofs may be made against.
pub const MAX_HEADS: u32 = 64;

/// A chain on which vaults are.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct SourceInfo {
	/// Its parachain id.
	pub para_id: u32,
	/// Codes whose state layout is known: a proof under another one is not read. Sorted.
	pub codes: BoundedVec<H256, ConstU32<MAX_CODES>>,
	/// What has to stay in a vault for the account to live, in smallest units of each kind. Sorted
	/// by kind; a kind that is not named cannot be kept there.
	pub deposits: BoundedVec<(CollateralId, u128), ConstU32<MAX_DEPOSITS>>,
}

impl SourceInfo {
	/// That lists are sorted and name nothing twice.
	pub fn is_sorted(&self) -> bool {
		let codes = self.codes.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
		let deposits = self.deposits.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
		codes && deposits
	}

	/// What has to stay in a vault of this kind.
	pub fn deposit(&self, kind: CollateralId) -> Option<u128> {
		self.deposits.iter().find(|(named, _)| *named == kind).map(|(_, amount)| *amount)
	}
}

/// What an account on a source chain is for.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum VaultPurpose {
	/// Holds a margin account's collateral.
	Collateral,
	/// Holds what was seized until it is paid out; one for each order.
	Escrow(u64),
}

/// Keeps these ids apart from any other hash of the same parts.
const TAG: &[u8] = b"straddle/vault/v1";

/// The id of a vault: an account that nobody can sign for, so that on the source chain only our
/// runtime speaks for it. The address there follows from it and from our parachain id.
pub fn vault_id(
	genesis: &impl Encode,
	account: &MarginAccountId,
	purpose: VaultPurpose,
) -> AccountId32 {
	let preimage = (TAG, genesis, account, purpose).encode();
	AccountId32::new(sp_crypto_hashing::blake2_256(&preimage))
}
