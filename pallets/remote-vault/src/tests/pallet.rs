// SPDX-License-Identifier: GPL-3.0-or-later

//! The pallet around the state machine.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_core::H256;
use sp_runtime::{AccountId32, DispatchError, TryRuntimeError};
use straddle_primitives::*;
use straddle_traits::{Anchor, CollateralSource, OrderPurpose};

const HUB: SourceId = SourceId(1);
const KIND: CollateralId = CollateralId(3);

fn info() -> SourceInfo {
	SourceInfo {
		para_id: 1_000,
		ss58_prefix: 42,
		codes: BoundedVec::truncate_from(vec![H256::repeat_byte(1), H256::repeat_byte(2)]),
		kinds: BoundedVec::truncate_from(vec![(KIND, dot(100)), (CollateralId(4), usdt(7))]),
	}
}

fn dot(deposit: u128) -> RemoteKind {
	RemoteKind { holding: Holding::Native, deposit }
}

fn usdt(deposit: u128) -> RemoteKind {
	RemoteKind { holding: Holding::Asset(1984), deposit }
}

fn account() -> MarginAccountId {
	MarginAccountId(AccountId32::new([1; 32]))
}

fn head(relay_block: u32, number: u32) -> Anchor {
	Anchor { relay_block, number, state_root: H256::zero(), code_hash: H256::zero() }
}

fn set(source: SourceId, info: SourceInfo) -> Result<(), DispatchError> {
	RemoteVault::set_source(RuntimeOrigin::root(), source, info)
}

#[test]
fn governance_names_a_source_and_changes_it() {
	build_and_execute(|| {
		assert_ok!(set(HUB, info()));
		assert_eq!(Sources::<Test>::get(HUB), Some(info()));
		System::assert_last_event(Event::SourceSet { source: HUB, info: info() }.into());
		let more = SourceInfo { codes: BoundedVec::new(), ..info() };
		assert_ok!(set(HUB, more.clone()));
		assert_eq!(Sources::<Test>::get(HUB), Some(more));
		assert_eq!(RemoteVault::remote_kind(KIND), Ok((HUB, dot(100))));
		assert_noop!(RemoteVault::remote_kind(CollateralId(5)), Error::<Test>::UnknownKind);
	});
}

#[test]
fn a_source_names_what_is_wrong_with_it() {
	build_and_execute(|| {
		let twice = BoundedVec::truncate_from(vec![H256::zero(), H256::zero()]);
		let falling = BoundedVec::truncate_from(vec![(KIND, dot(1)), (CollateralId(2), dot(1))]);
		assert_noop!(set(SourceId::LOCAL, info()), Error::<Test>::LocalSource);
		assert_noop!(set(HUB, SourceInfo { para_id: 0, ..info() }), Error::<Test>::BadParaId);
		for ss58_prefix in [46, 47, 1 << 14, u16::MAX] {
			let wrong = SourceInfo { ss58_prefix, ..info() };
			assert_noop!(set(HUB, wrong), Error::<Test>::BadPrefix);
		}
		let us = SourceInfo { para_id: 4321, ..info() };
		assert_noop!(set(HUB, us), Error::<Test>::BadParaId);
		let same = BoundedVec::truncate_from(vec![(KIND, dot(1)), (CollateralId(4), dot(2))]);
		assert_noop!(set(HUB, SourceInfo { kinds: same, ..info() }), Error::<Test>::SameHolding);
		assert_noop!(set(HUB, SourceInfo { codes: twice, ..info() }), Error::<Test>::Unsorted);
		assert_noop!(set(HUB, SourceInfo { kinds: falling, ..info() }), Error::<Test>::Unsorted);
		let who = RuntimeOrigin::signed(AccountId32::new([1; 32]));
		assert_noop!(RemoteVault::set_source(who, HUB, info()), DispatchError::BadOrigin);
		assert_ok!(set(HUB, info()));
		let none = SourceInfo { kinds: BoundedVec::new(), ..info() };
		assert_noop!(set(HUB, none), Error::<Test>::KindDropped);
		let usdc = RemoteKind { holding: Holding::Asset(1337), deposit: 100 };
		let moved = BoundedVec::truncate_from(vec![(KIND, usdc), (CollateralId(4), usdt(7))]);
		let moved = SourceInfo { kinds: moved, ..info() };
		assert_noop!(set(HUB, moved), Error::<Test>::KindDropped);
		assert_noop!(set(SourceId(2), info()), Error::<Test>::KindElsewhere);
		let other = SourceInfo { para_id: 1_001, ..info() };
		assert_noop!(set(HUB, other), Error::<Test>::OtherParachain);
		let empty = |para_id| SourceInfo { para_id, kinds: BoundedVec::new(), ..info() };
		for n in 2..=MAX_SOURCES as u16 {
			assert_ok!(set(SourceId(n), empty(1_000 + u32::from(n))));
		}
		assert_noop!(set(SourceId(17), empty(1_017)), Error::<Test>::TooManySources);
		assert_noop!(set(SourceId(17), empty(1_016)), Error::<Test>::SameParachain);
		// One that is there can still be changed.
		assert_ok!(set(HUB, SourceInfo { ss58_prefix: 0, ..info() }));
	});
}

#[test]
fn nothing_is_promised_before_orders_can_be_sent() {
	build_and_execute(|| {
		assert_ok!(set(HUB, info()));
		let error = Error::<Test>::NoTerms;
		let to = Destination::There(AccountId32::new([2; 32]));
		assert_eq!(RemoteVault::anchor(HUB), None);
		let ordered = RemoteVault::place(&account(), KIND, OrderPurpose::Release, 1, to);
		assert_noop!(ordered, error);
	});
}

/// Made by an independent program: blake2b-256 of the SCALE bytes.
#[test]
fn the_id_of_a_vault_never_changes() {
	let id = |purpose| types::vault_id(&H256::repeat_byte(7), &account(), purpose);
	let hex = |id: AccountId32| format!("{:?}", H256::from(<[u8; 32]>::from(id)));
	assert_eq!(
		hex(id(VaultPurpose::Collateral)),
		"0xfe4965e12e0ad40903706a12d85857bf1e579d36f04572da5e35d1643ee95f6f"
	);
	assert_eq!(
		hex(id(VaultPurpose::Float(SourceId(5)))),
		"0xed3ca5693adb3437b4b348fab911065f75ada152f7d128d333045a142c2fec36"
	);
}

#[test]
fn vaults_differ_by_chain_account_and_purpose() {
	let a = account();
	let b = MarginAccountId(AccountId32::new([2; 32]));
	let (here, there) = (H256::repeat_byte(7), H256::repeat_byte(8));
	let ids: std::collections::BTreeSet<_> = [
		types::vault_id(&here, &a, VaultPurpose::Collateral),
		types::vault_id(&here, &b, VaultPurpose::Collateral),
		types::vault_id(&there, &a, VaultPurpose::Collateral),
		types::vault_id(&here, &a, VaultPurpose::Float(SourceId(0))),
		types::vault_id(&here, &a, VaultPurpose::Float(SourceId(1))),
		a.0.clone(),
	]
	.into();
	assert_eq!(ids.len(), 6);
	build_and_execute(|| {
		let genesis = System::block_hash(0);
		let id = RemoteVault::vault_id(a.clone(), VaultPurpose::Collateral);
		assert_eq!(id, types::vault_id(&genesis, &a, VaultPurpose::Collateral));
	});
}

#[test]
fn the_ring_keeps_the_last_heads_and_each_once() {
	build_and_execute(|| {
		assert_ok!(set(HUB, info()));
		assert_eq!(RemoteVault::newest_head(HUB), None);
		for block in 1..=MAX_HEADS + 3 {
			assert!(RemoteVault::note_head(HUB, head(100 + block, block)));
		}
		let ring = RemoteVault::anchors(HUB);
		assert_eq!(ring.len() as u32, MAX_HEADS);
		assert_eq!((ring[0].number, RemoteVault::newest_head(HUB)), (4, Some(head(167, 67))));
		// The same head again, the same relay parent again, something older.
		for old in [head(168, 67), head(167, 68), head(168, 66), head(1, 1)] {
			assert!(!RemoteVault::note_head(HUB, old));
		}
		assert_eq!(RemoteVault::anchors(HUB), ring);
		assert_eq!(RemoteVault::anchor(HUB), Some(head(167, 67)));
	});
}

fn broken(edit: impl FnOnce(), wanted: &'static str) {
	build().execute_with(|| {
		assert_ok!(set(HUB, info()));
		let mut vault = Vault::default();
		vault.observe(200, 1, 1).unwrap();
		Vaults::<Test>::insert(account(), KIND, vault);
		assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, super::orders::terms()));
		let to = AccountId32::new([2; 32]);
		let to = Destination::There(to);
		assert_ok!(RemoteVault::place(&account(), KIND, OrderPurpose::Release, 40, to));
		assert!(RemoteVault::note_head(HUB, head(1, 1)));
		assert_ok!(RemoteVault::do_try_state());
		edit();
		assert_eq!(RemoteVault::do_try_state(), Err(TryRuntimeError::Other(wanted)));
	});
}

fn edit(change: impl FnOnce(&mut Vault)) {
	Vaults::<Test>::mutate(account(), KIND, |vault| change(vault.as_mut().unwrap()));
}

#[test]
fn four_more_ordered_than_proven() {
	let wanted = "invariant 4: more ordered than proven";
	broken(|| edit(|vault| vault.proven = 39), wanted);
	broken(|| edit(|vault| vault.next_order = 0), wanted);
	broken(
		|| edit(|vault| vault.seizure = Some(Order { id: 0, amount: 0, fenced: false })),
		wanted,
	);
}

#[test]
fn a_breached_vault_may_have_more_ordered_than_proven() {
	build_and_execute(|| {
		let mut vault = Vault::default();
		vault.observe(100, 1, 1).unwrap();
		vault.order(OrderPurpose::Seizure, 40, 0).unwrap();
		vault.observe(3, 2, 2).unwrap();
		assert!(vault.outstanding() > vault.proven);
		assert!(vault.is_sound());
	});
}

#[test]
fn sources_and_heads_out_of_order() {
	broken(|| SourceOf::<Test>::remove(KIND), "sources: kinds not named");
	broken(|| SourceOf::<Test>::insert(CollateralId(9), HUB), "sources: a kind of no source");
	broken(|| Sources::<Test>::insert(SourceId::LOCAL, info()), "sources: this chain is not one");
	broken(
		|| Sources::<Test>::insert(HUB, SourceInfo { para_id: 0, ..info() }),
		"sources: not in order",
	);
	broken(
		|| Sources::<Test>::insert(HUB, SourceInfo { ss58_prefix: 46, ..info() }),
		"sources: not in order",
	);
	let same = || {
		let kinds = vec![(KIND, dot(1)), (CollateralId(4), dot(2))];
		Sources::<Test>::insert(
			HUB,
			SourceInfo { kinds: BoundedVec::truncate_from(kinds), ..info() },
		);
	};
	broken(same, "sources: two kinds are the same");
	let forget = || {
		Sources::<Test>::remove(HUB);
		let _ = SourceOf::<Test>::clear(u32::MAX, None);
	};
	broken(forget, "heads: of an unknown source");
}
