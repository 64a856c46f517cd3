// SPDX-License-Identifier: GPL-3.0-or-later

//! A vault's address is the account that source chains give the origin by which our chain speaks for it:
//! bit by bit what the SDK's converter makes, which Asset Hub and all system chains have.

use super::net::*;
use crate::source;
use pallet_remote_vault::{remote_address, VaultPurpose};
use parachains_common::AccountId;
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring::Dave;
use sp_runtime::{traits::Dispatchable, BoundedVec};
use straddle_primitives::SourceId;
use straddle_runtime as ours;
use xcm::prelude::*;
use xcm_builder::{DescribeAllTerminal, DescribeFamily, HashedDescription};
use xcm_executor::traits::ConvertLocation;

type Converter = HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>;

fn origin(para: u32, network: Option<NetworkId>, id: [u8; 32]) -> Location {
	Location::new(1, [Parachain(para), Junction::AccountId32 { network, id }])
}

proptest! {
	#[test]
	fn an_address_is_what_the_converter_makes(para: u32, id: [u8; 32], network: bool) {
		let network = network.then_some(NetworkId::ByGenesis(id));
		let location = origin(para, network, id);
		let address = remote_address(para, &AccountId::new(id));
		prop_assert_eq!(Converter::convert_location(&location), Some(address.clone()));
		// And the whole list of a source chain's converters: no other one comes first.
		prop_assert_eq!(source::LocationToAccountId::convert_location(&location), Some(address));
	}
}

#[test]
fn the_view_is_where_the_source_chain_keeps_it() {
	let mut net = Net::new();
	let account = net.margin_account(Dave);
	let call = pallet_remote_vault::Call::set_source {
		source: SourceId(1),
		info: pallet_remote_vault::SourceInfo {
			para_id: HUB,
			ss58_prefix: 0,
			codes: BoundedVec::new(),
			kinds: BoundedVec::new(),
		},
	};
	let named = net.ours(|| ours::RuntimeCall::from(call).dispatch(ours::RuntimeOrigin::root()));
	assert!(named.is_ok());
	let (id, text) = net.look(|| {
		let purpose = VaultPurpose::Collateral;
		let id = ours::RemoteVault::vault_id(account.clone(), purpose);
		(id, ours::RemoteVault::vault_address_on(SourceId(1), account, purpose))
	});
	use sp_runtime::app_crypto::Ss58Codec;
	let text = text.expect("the source is named");
	let (address, prefix) = AccountId::from_ss58check_with_version(&text).expect("an address");
	assert_eq!((u16::from(prefix), text.chars().next()), (0, Some('1')));
	let location = origin(OURS, None, id.into());
	assert_eq!(source::LocationToAccountId::convert_location(&location), Some(address));
}
