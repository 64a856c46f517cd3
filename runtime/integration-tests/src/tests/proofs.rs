// SPDX-License-Identifier: GPL-3.0-or-later

//! What a block of ours can know of a sibling: its header by the relay chain's state, and by that
//! whatever lies in the sibling's own.

use super::net::*;
use crate::source::{self, USDT, USDT_ID};
use codec::{Decode, Encode};
use cumulus_pallet_parachain_system::{RelayChainStateProof, RelayStateProof, ValidationData};
use cumulus_primitives_core::relay_chain::{well_known_keys::para_head, HeadData};
use parachains_common::Header;
use sp_keyring::Sr25519Keyring::Dave;
use straddle_runtime as ours;

/// The relay chain's state as our last block had it.
fn relay(net: &mut Net) -> RelayChainStateProof {
	net.look(|| {
		let data = ValidationData::<ours::Runtime>::get().expect("every block has it");
		let proof = RelayStateProof::<ours::Runtime>::get().expect("so it has this");
		RelayChainStateProof::new(OURS.into(), data.relay_parent_storage_root, proof)
			.expect("they belong together")
	})
}

fn hub_key() -> Vec<u8> {
	para_head(HUB.into())
}

#[test]
fn what_lies_on_the_source_chain_is_proven_by_its_head() {
	let mut net = Net::new();
	net.rounds(1);
	let head = net.shuttle.chain(HUB).head().clone();
	let address = Dave.to_account_id();
	let key = pallet_assets::Account::<source::Runtime, pallet_assets::Instance1>::hashed_key_for(
		USDT_ID, &address,
	);
	let absent =
		pallet_assets::Account::<source::Runtime, pallet_assets::Instance1>::hashed_key_for(
			USDT_ID + 1,
			&address,
		);
	let (root, proof) = net.shuttle.chain(HUB).prove(&[key.clone(), absent.clone()]);

	// One round later our block is built where that head is included.
	net.rounds(1);
	let seen: HeadData = relay(&mut net).read_entry(&hub_key(), None).expect("it is there");
	let seen = Header::decode(&mut &seen.0[..]).expect("a head is a header");
	assert_eq!(seen, head);
	assert_eq!(seen.state_root, root);
	let theirs = RelayChainStateProof::new(HUB.into(), seen.state_root, proof).expect("its root");
	// The first field of a balance record.
	let balance: Option<u128> = theirs.read_optional_entry(&key).expect("it is proven");
	assert_eq!(balance, Some(10_000_000 * USDT));
	assert_eq!(theirs.read_optional_entry::<u128>(&absent).expect("this too"), None);
}

#[test]
fn a_collator_can_leave_a_head_out_but_not_make_one_up() {
	let mut net = Net::new();
	net.shuttle.withheld.insert(OURS, vec![hub_key()]);
	net.rounds(2);
	assert!(relay(&mut net).read_entry::<HeadData>(&hub_key(), None).is_err());
	let stranger = para_head(STRANGER.into());
	assert!(relay(&mut net).read_entry::<HeadData>(&stranger, None).is_ok());

	net.shuttle.withheld.clear();
	let other = HeadData(vec![1, 2, 3]);
	net.shuttle.relay_keys.insert(OURS, vec![(hub_key(), other.encode())]);
	net.rounds(1);
	let seen = relay(&mut net).read_entry::<HeadData>(&hub_key(), None);
	assert_eq!(seen.expect("the relay chain says so"), other);
}
