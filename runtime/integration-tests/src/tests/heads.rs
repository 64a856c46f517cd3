// SPDX-License-Identifier: GPL-3.0-or-later

//! What our blocks know of source chains by their heads, whatever collators leave out and whatever becomes of
//! those chains. Blocks go on in all of it.

use super::net::*;
use crate::shuttle::para_key;
use codec::{Decode, Encode};
use cumulus_primitives_core::{
	relay_chain::{well_known_keys::para_head, HeadData},
	RelayProofRequest, RelayStorageKey,
};
use pallet_remote_vault::{Event, HeadState, SourceChange, SourceInfo, Standing};
use parachains_common::Hash;
use sp_keyring::Sr25519Keyring::{Alice, Dave, Eve};
use sp_runtime::{traits::Dispatchable, BoundedVec};
use straddle_primitives::{FixedU128, SourceId};
use straddle_runtime as ours;
use straddle_traits::{Anchor, ChainAge, ChainAges, Haircuts, SourceStates};

/// As the preset's registry of collateral calls the source chain.
const FIRST: SourceId = SourceId(1);
/// The other chain of the same make.
const SECOND: SourceId = SourceId(2);

fn code(para: u32) -> Hash {
	Hash::from_low_u64_be(para.into())
}

fn root(net: &mut Net, call: impl Into<ours::RuntimeCall>) {
	let done = net.ours(|| call.into().dispatch(ours::RuntimeOrigin::root()));
	assert!(done.is_ok(), "{done:?}");
}

fn name(net: &mut Net, source: SourceId, para_id: u32) {
	let info = SourceInfo {
		para_id,
		ss58_prefix: 42,
		codes: BoundedVec::truncate_from(vec![code(para_id)]),
		kinds: BoundedVec::new(),
	};
	root(net, pallet_remote_vault::Call::set_source { source, info });
}

/// Both chains are sources, and their heads are known.
fn net() -> Net {
	let mut net = Net::new();
	let hub = net.look(|| pallet_collateral::Sources::<ours::Runtime>::get(FIRST));
	let curves = hub.expect("the preset has it").curves;
	root(&mut net, pallet_collateral::Call::set_source { source: SECOND, curves });
	name(&mut net, FIRST, HUB);
	name(&mut net, SECOND, STRANGER);
	net.rounds(3);
	net.events();
	net
}

fn age(net: &mut Net, source: SourceId) -> Option<(u32, u32)> {
	let age = net.look(|| ours::RemoteVault::age(source));
	age.map(|ChainAge { staleness, omission }| (staleness, omission))
}

fn state(net: &mut Net, source: SourceId) -> HeadState {
	net.look(|| ours::RemoteVault::head_state(source)).expect("it is named")
}

fn newest(net: &mut Net, source: SourceId) -> Anchor {
	net.look(|| ours::RemoteVault::newest_head(source)).expect("there is one")
}

/// Which part of what lies there counts for being left alone, and of what is here and has its reserve there.
fn factors(net: &mut Net, source: SourceId) -> [FixedU128; 2] {
	net.look(|| ours::Collateral::chain_factors(source))
}

fn takes_credit(net: &mut Net, source: SourceId) -> bool {
	net.look(|| ours::Collateral::takes_credit(source))
}

fn told(net: &mut Net) -> Vec<Event<ours::Runtime>> {
	let ours = |event| match event {
		ours::RuntimeEvent::RemoteVault(event) => Some(event),
		_ => None,
	};
	net.events().into_iter().filter_map(ours).collect()
}

fn withhold(net: &mut Net, paras: &[u32]) {
	let keys = paras.iter().flat_map(|para| pallet_remote_vault::relay_keys(*para)).collect();
	net.shuttle.withheld.insert(OURS, keys);
}

const ONE: FixedU128 = FixedU128::from_u32(1);

#[test]
fn a_collator_is_asked_for_what_the_relay_chain_has() {
	let asked = |net: &mut Net| {
		let bytes = net.look(|| ours::api::dispatch("KeyToIncludeInRelayProof_keys_to_prove", &[]));
		let bytes = bytes.expect("the runtime has this API");
		RelayProofRequest::decode(&mut &bytes[..]).expect("in its own types").keys
	};
	let mut net = Net::new();
	assert_eq!(asked(&mut net), vec![]);
	name(&mut net, FIRST, HUB);
	let keys =
		[para_head(HUB.into()), para_key("CurrentCodeHash", HUB), para_key("FutureCodeHash", HUB)];
	assert_eq!(asked(&mut net), keys.map(RelayStorageKey::Top));
}

#[test]
fn a_head_is_known_in_the_next_relay_block() {
	let mut net = Net::new();
	name(&mut net, FIRST, HUB);
	assert_eq!(age(&mut net, FIRST), None);
	assert_eq!(factors(&mut net, FIRST), [FixedU128::from_u32(0), ONE]);
	net.rounds(2);
	for _ in 0..5 {
		let head = net.shuttle.chain(HUB).head().clone();
		let relay_block = net.shuttle.relay_number();
		net.rounds(1);
		let wanted = Anchor {
			relay_block,
			number: head.number,
			state_root: head.state_root,
			code_hash: code(HUB),
		};
		assert_eq!(newest(&mut net, FIRST), wanted);
		assert_eq!(net.look(|| ours::RemoteVault::head_at(FIRST, relay_block)), Some(wanted));
		assert_eq!(age(&mut net, FIRST), Some((0, 0)));
		assert_eq!(factors(&mut net, FIRST), [ONE, ONE]);
		assert!(takes_credit(&mut net, FIRST));
	}
	net.check();
}

#[test]
fn what_is_withheld_stops_new_credit_and_costs_the_author() {
	let mut net = net();
	let offences = |net: &mut Net| {
		let records = net.look(pallet_price_oracle::Records::<ours::Runtime>::get);
		records.get(&Alice.to_account_id()).expect("she is a feeder").score.offences
	};
	withhold(&mut net, &[HUB]);
	net.rounds(1);
	assert_eq!(age(&mut net, FIRST), Some((0, 1)));
	assert!(!takes_credit(&mut net, FIRST));
	assert_eq!((age(&mut net, SECOND), takes_credit(&mut net, SECOND)), (Some((0, 0)), true));
	// Not in the first day.
	let fault = |net: &mut Net, sources: &[SourceId], punishable| Event::KeysOmitted {
		author: Alice.to_account_id(),
		relay_block: net.shuttle.relay_number() - 1,
		sources: BoundedVec::truncate_from(sources.to_vec()),
		punishable,
	};
	let wanted = fault(&mut net, &[FIRST], false);
	assert_eq!(told(&mut net), vec![wanted]);
	assert_eq!(offences(&mut net), 0);

	net.shuttle.withheld.clear();
	net.shuttle.skip(pallet_remote_vault::GRACE);
	net.rounds(2);
	net.events();
	let before = offences(&mut net);
	withhold(&mut net, &[HUB, STRANGER]);
	net.rounds(1);
	let wanted = fault(&mut net, &[FIRST, SECOND], true);
	assert_eq!(told(&mut net), vec![wanted]);
	assert_eq!(offences(&mut net), before + 1);
	let counted = net.look(ours::RemoteVault::omissions);
	assert_eq!(counted.len(), 1);
	assert_eq!((counted[0].1.blocks, counted[0].1.reported), (1, 1));

	// It takes from what lies there, by the curve of omissions: a chain's age is another matter.
	net.shuttle.skip(300);
	net.rounds(1);
	assert_eq!(age(&mut net, FIRST), Some((0, 302)));
	let [there, here] = factors(&mut net, FIRST);
	assert!(FixedU128::from_u32(0) < there && there < ONE, "{there}");
	assert_eq!(here, ONE);
	net.shuttle.withheld.clear();
	net.rounds(1);
	assert_eq!((age(&mut net, FIRST), factors(&mut net, FIRST)), (Some((0, 0)), [ONE, ONE]));
	net.check();
}

#[test]
fn a_head_that_is_none_stops_nothing() {
	for head in [HeadData(vec![1, 2, 3]).encode(), vec![], vec![0xff; 20_000]] {
		let mut net = net();
		let before = newest(&mut net, FIRST);
		net.shuttle.relay_keys.insert(OURS, vec![(para_head(HUB.into()), head)]);
		net.rounds(3);
		assert_eq!(state(&mut net, FIRST).standing, Standing::Unreadable);
		assert_eq!((age(&mut net, FIRST), age(&mut net, SECOND)), (Some((3, 0)), Some((0, 0))));
		assert_eq!(newest(&mut net, FIRST), before);
		let change = SourceChange::Standing(Standing::Unreadable);
		assert_eq!(told(&mut net), vec![Event::SourceChanged { source: FIRST, change }]);
		net.shuttle.relay_keys.clear();
		net.rounds(1);
		assert_eq!((age(&mut net, FIRST), factors(&mut net, FIRST)), (Some((0, 0)), [ONE, ONE]));
		net.check();
	}
}

#[test]
fn a_chain_that_is_not_there_has_no_age() {
	let mut net = net();
	let third = SourceId(3);
	name(&mut net, third, 3_000);
	net.rounds(3);
	assert_eq!((state(&mut net, third).standing, age(&mut net, third)), (Standing::Absent, None));
	assert_eq!(age(&mut net, FIRST), Some((0, 0)));
	// It comes: the other chain's head under its id.
	let head = HeadData(net.shuttle.chain(STRANGER).head().encode()).encode();
	let keys = vec![
		(para_head(3_000.into()), head),
		(para_key("CurrentCodeHash", 3_000), code(3_000).encode()),
	];
	net.shuttle.relay_keys.insert(OURS, keys);
	net.rounds(2);
	assert_eq!(
		(state(&mut net, third).standing, age(&mut net, third)),
		(Standing::Live, Some((1, 0)))
	);
	// It goes: what is known ages from then on.
	net.shuttle.relay_keys.clear();
	net.rounds(2);
	assert_eq!(
		(state(&mut net, third).standing, age(&mut net, third)),
		(Standing::Absent, Some((3, 0)))
	);
	net.check();
}

#[test]
fn another_code_is_told_and_freezes_proofs_until_it_is_known() {
	let mut net = net();
	let new = Hash::repeat_byte(9);
	net.shuttle.codes.insert(HUB, (code(HUB), Some(new)));
	net.rounds(2);
	let soon = SourceChange::FutureCode { code: Some(new), known: false };
	assert_eq!(told(&mut net), vec![Event::SourceChanged { source: FIRST, change: soon }]);
	assert_eq!(newest(&mut net, FIRST).code_hash, code(HUB));

	net.shuttle.codes.insert(HUB, (new, None));
	let head = net.shuttle.chain(HUB).head().number;
	net.rounds(1);
	let changes = [
		SourceChange::Code { code: Some(new), known: false },
		SourceChange::FutureCode { code: None, known: false },
	];
	let wanted = changes.map(|change| Event::SourceChanged { source: FIRST, change });
	assert_eq!(told(&mut net), wanted);
	// This one was made by the old code and says so by not being there.
	assert_eq!((state(&mut net, FIRST).number, newest(&mut net, FIRST).number), (head, head - 1));
	net.rounds(1);
	let anchor = newest(&mut net, FIRST);
	assert_eq!((anchor.number, anchor.code_hash), (head + 1, new));
	let known = |net: &mut Net| net.look(|| ours::RemoteVault::code_is_known(FIRST, &new));
	assert!(!known(&mut net));
	assert_eq!(age(&mut net, FIRST), Some((0, 0)));
	let info = SourceInfo {
		para_id: HUB,
		ss58_prefix: 42,
		codes: BoundedVec::truncate_from(vec![code(HUB), new]),
		kinds: BoundedVec::new(),
	};
	root(&mut net, pallet_remote_vault::Call::set_source { source: FIRST, info });
	assert!(known(&mut net));
	net.check();
}

/// Both g of a chain that stands still, from block to block, and what it says of new credit.
fn stands_still(net: &mut Net, halted: &[SourceId]) {
	// A minute: nothing new is credited. An hour: what lies there counts less and less.
	net.rounds(11);
	for source in halted {
		assert_eq!(age(net, *source), Some((11, 0)));
		assert!(!takes_credit(net, *source));
		assert_eq!(factors(net, *source), [ONE, ONE]);
	}
	let mut last: Vec<_> = halted.iter().map(|source| factors(net, *source)[0]).collect();
	for skipped in [700, 2_000, 4_000, 20_000] {
		net.shuttle.skip(skipped);
		net.rounds(1);
		for (source, last) in halted.iter().zip(&mut last) {
			let [there, here] = factors(net, *source);
			assert!(there < *last, "{source:?} {there} {last}");
			*last = there;
			assert!(skipped > 10_000 || here == ONE);
			assert!(net.look(|| ours::Collateral::is_halted(*source)));
		}
	}
	// Two days: nothing of it, and less than all of a token here.
	for source in halted {
		let [there, here] = factors(net, *source);
		assert!(there == FixedU128::from_u32(0) && here < ONE && here > there);
	}
	net.check();
}

#[test]
fn a_chain_that_stands_still_counts_less_and_then_in_full_again() {
	let mut net = net();
	net.shuttle.halt(HUB);
	// Its last block is included in the first of these.
	net.rounds(1);
	stands_still(&mut net, &[FIRST]);
	assert_eq!((age(&mut net, SECOND), factors(&mut net, SECOND)), (Some((0, 0)), [ONE, ONE]));
	net.shuttle.resume(HUB);
	net.rounds(2);
	assert_eq!((age(&mut net, FIRST), factors(&mut net, FIRST)), (Some((0, 0)), [ONE, ONE]));
	assert!(takes_credit(&mut net, FIRST));
	assert_eq!(state(&mut net, FIRST).standing, Standing::Live);
	net.check();
}

#[test]
fn two_chains_that_stand_still_at_once() {
	let mut net = net();
	net.shuttle.halt(HUB);
	net.shuttle.halt(STRANGER);
	net.rounds(1);
	stands_still(&mut net, &[FIRST, SECOND]);
	// One returns; the other does not.
	net.shuttle.resume(HUB);
	net.rounds(2);
	assert_eq!((age(&mut net, FIRST), factors(&mut net, FIRST)), (Some((0, 0)), [ONE, ONE]));
	assert_eq!(factors(&mut net, SECOND)[0], FixedU128::from_u32(0));
	net.shuttle.resume(STRANGER);
	net.rounds(2);
	assert_eq!((age(&mut net, SECOND), factors(&mut net, SECOND)), (Some((0, 0)), [ONE, ONE]));
	net.check();
}

#[test]
fn a_fork_that_is_reverted_leaves_no_head_behind() {
	let mut net = net();
	let mut other = net.clone();
	let pay = |net: &mut Net, amount| {
		let to = Eve.to_account_id().into();
		let call = pallet_balances::Call::transfer_allow_death { dest: to, value: amount };
		assert_eq!(net.hub(|| call_hub(Dave, call)), Ok(()));
		net.rounds(2);
		net.look(|| ours::RemoteVault::anchors(FIRST))
	};
	let (mut here, there) = (pay(&mut net, 1), pay(&mut other, 2));
	let numbers = |anchors: &[Anchor]| {
		anchors.iter().map(|anchor| (anchor.relay_block, anchor.number)).collect::<Vec<_>>()
	};
	assert_eq!(numbers(&here), numbers(&there));
	// The payment's block and the one after it.
	let differs = here.iter().zip(&there).filter(|(a, b)| a.state_root != b.state_root).count();
	assert_eq!(differs, 2);
	// The same blocks again are the same heads.
	let mut again = net.clone();
	net.rounds(3);
	again.rounds(3);
	here = net.look(|| ours::RemoteVault::anchors(FIRST));
	assert_eq!(again.look(|| ours::RemoteVault::anchors(FIRST)), here);
	assert!(there.iter().rev().take(2).all(|anchor| !here.contains(anchor)));
	net.check();
	other.check();
}
