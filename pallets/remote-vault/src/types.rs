// SPDX-License-Identifier: GPL-3.0-or-later

//! What is stored of source chains, and how a vault is named.

use alloc::string::String;
use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::{
	crypto::{Ss58AddressFormat, Ss58Codec},
	H256,
};
use sp_runtime::AccountId32;
use straddle_primitives::*;

/// Most codes of a source chain whose state layout is known: the running one and those to come.
pub const MAX_CODES: u32 = 8;
/// Most kinds of collateral on one source chain.
pub const MAX_REMOTE_KINDS: u32 = 32;
/// Heads of a source chain that proofs may be made against.
pub const MAX_HEADS: u32 = 64;
/// Longest encoded location of a foreign asset.
pub const MAX_LOCATION: u32 = 96;

/// How a source chain keeps a kind: under which of its pallets, and so under which key of its state and
/// by which location in its messages.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Holding {
	/// Its native token, in `System.Account`.
	Native,
	/// A trust-backed asset, in `Assets.Account`, by its number.
	Asset(u32),
	/// A foreign asset, in `ForeignAssets.Account`, by its encoded XCM v5 location as the source chain
	/// sees it.
	Foreign(BoundedVec<u8, ConstU32<MAX_LOCATION>>),
}

/// A kind of collateral on a source chain.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct RemoteKind {
	/// Where the source chain keeps it.
	pub holding: Holding,
	/// What has to stay in a vault for the account to live, in smallest units; zero where the asset is
	/// sufficient there only if the chain says so.
	pub deposit: u128,
}

/// A chain on which vaults are.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct SourceInfo {
	/// Its parachain id.
	pub para_id: u32,
	/// With which prefix people write addresses there: 0 on Polkadot and its system chains, 42 where
	/// there is none.
	pub ss58_prefix: u16,
	/// Codes whose state layout is known: a proof under another one is not read. Sorted.
	pub codes: BoundedVec<H256, ConstU32<MAX_CODES>>,
	/// The kinds that vaults there may hold. Sorted; each kind is on one source.
	pub kinds: BoundedVec<(CollateralId, RemoteKind), ConstU32<MAX_REMOTE_KINDS>>,
}

impl SourceInfo {
	/// That lists are sorted and name nothing twice.
	pub fn is_sorted(&self) -> bool {
		let codes = self.codes.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
		let kinds = self.kinds.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
		codes && kinds
	}

	/// That nothing of its state is two kinds: it would count twice.
	pub fn has_holdings_once(&self) -> bool {
		let mut seen = alloc::vec::Vec::new();
		self.kinds.iter().all(|(_, remote)| {
			let new = !seen.contains(&&remote.holding);
			seen.push(&remote.holding);
			new
		})
	}

	/// That addresses can be written with its prefix: it has 14 bits, and two are reserved.
	pub fn has_prefix(&self) -> bool {
		self.ss58_prefix < 1 << 14 && !matches!(self.ss58_prefix, 46 | 47)
	}

	/// A kind that vaults there may hold.
	pub fn kind(&self, kind: CollateralId) -> Option<&RemoteKind> {
		self.kinds.iter().find(|(named, _)| *named == kind).map(|(_, remote)| remote)
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
	#[codec(index = 0)]
	Collateral,
	/// Pays for messages to a source: nobody's vault. It is a part of the addresses that are in use, and 1 was another
	/// purpose once.
	#[codec(index = 2)]
	Float(SourceId),
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

/// The address, on a source chain, of the account that our chain's `id` speaks for there: as
/// `HashedDescription<AccountId32, DescribeFamily<DescribeAllTerminal>>` converts the location
/// `(1, [Parachain(para_id), AccountId32 { id, .. }])`. A chain without that converter has no such account.
pub fn remote_address(para_id: u32, id: &AccountId32) -> AccountId32 {
	let tail = (b"AccountId32", id).encode();
	let preimage = (b"SiblingChain", Compact(para_id), tail).encode();
	AccountId32::new(sp_crypto_hashing::blake2_256(&preimage))
}

/// An address as people write it on a chain with this prefix (SS58).
pub fn written(address: &AccountId32, prefix: u16) -> String {
	address.to_ss58check_with_version(Ss58AddressFormat::custom(prefix))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_address_is_asset_hubs() {
		// `location_conversion_works` of asset-hub-westend-runtime 0.57.0: "DescribeAccountId32Terminal".
		let address = remote_address(1111, &AccountId32::new([1; 32]));
		let bytes: &[u8] = address.as_ref();
		let (head, tail) = (bytes.get(..4), bytes.get(29..));
		assert_eq!(head, Some(&[0x35, 0x2c, 0x32, 0x0f][..]));
		assert_eq!(tail, Some(&[0x4e, 0x6b, 0x55][..]));
	}
}
