// SPDX-License-Identifier: GPL-3.0-or-later

//! Addresses as people write them.

use crate::{mock::*, *};
use frame_support::{assert_ok, BoundedVec};
use proptest::prelude::*;
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};
use sp_runtime::AccountId32;
use straddle_primitives::*;

/// What the two runtimes' own tests of their converters expect of a sibling's account
/// (`location_conversion_works`, "DescribeAccountId32Terminal Sibling", in tests/tests.rs of
/// people-westend-runtime 0.33.0 and of asset-hub-westend-runtime 0.57.0).
const OF_BOTH: &str = "5DGRXLYwWGce7wvm14vX1Ms4Vf118FSWQbJkyQigY2pfm6bg";

#[test]
fn an_address_is_that_of_two_real_runtimes() {
	let address = remote_address(1111, &AccountId32::new([1; 32]));
	assert_eq!(written(&address, 42), OF_BOTH);
	assert_eq!(AccountId32::from_ss58check(OF_BOTH), Ok(address));
}

/// Written by an independent program: base58 of prefix, account and a blake2b-512 checksum.
#[test]
fn an_address_is_written_as_its_chain_writes_it() {
	let alice =
		AccountId32::new(hex("d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d"));
	for (prefix, address) in WRITTEN {
		assert_eq!(written(&alice, prefix), address);
	}
}

const WRITTEN: [(u16, &str); 5] = [
	(0, "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"),
	(2, "HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F"),
	(42, "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"),
	(64, "cEaNSpz4PxFcZ7nT1VEKrKewH67rfx6MfcM6yKojyyPz7qaqp"),
	(16_383, "yNa8JpqfFB3q8A29rCwSgxvdU94ufJw2yKKxDgznS5m1PoFvn"),
];

fn hex(text: &str) -> [u8; 32] {
	let byte = |n: usize| u8::from_str_radix(&text[2 * n..2 * n + 2], 16).expect("hexadecimal");
	core::array::from_fn(byte)
}

#[test]
fn the_view_writes_it_for_each_source() {
	build_and_execute(|| {
		let account = MarginAccountId(AccountId32::new([7; 32]));
		let view = |source| {
			RemoteVault::vault_address_on(source, account.clone(), VaultPurpose::Collateral)
		};
		assert_eq!(view(SourceId(1)), None);
		let address = RemoteVault::vault_address(account.clone(), VaultPurpose::Collateral);
		for (source, ss58_prefix) in [(1, 0), (2, 42), (3, 16_383)] {
			let info = SourceInfo {
				para_id: 1_000 + u32::from(source),
				ss58_prefix,
				codes: BoundedVec::new(),
				kinds: BoundedVec::new(),
			};
			assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), SourceId(source), info));
			let text = view(SourceId(source)).expect("it is named");
			let read = AccountId32::from_ss58check_with_version(&text);
			assert_eq!(read, Ok((address.clone(), Ss58AddressFormat::custom(ss58_prefix))));
		}
	});
}

proptest! {
	#[test]
	fn what_is_written_is_read_back(id: [u8; 32], para: u32, prefix in 0u16..1 << 14) {
		prop_assume!(prefix != 46 && prefix != 47);
		let address = remote_address(para, &AccountId32::new(id));
		let read = AccountId32::from_ss58check_with_version(&written(&address, prefix));
		prop_assert_eq!(read, Ok((address, Ss58AddressFormat::custom(prefix))));
	}
}
