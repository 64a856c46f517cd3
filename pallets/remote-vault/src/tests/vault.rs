// SPDX-License-Identifier: GPL-3.0-or-later

//! The state machine, rule by rule (DESIGN.md 8).

use crate::*;
use straddle_traits::OrderPurpose::{Release, Seizure};
use Observation::*;
use VaultError::*;

/// A vault with 100 proven at relay block 10, the source chain's block 5.
fn vault() -> Vault {
	let mut vault = Vault::default();
	assert_eq!(vault.observe(100, 10, 5), Ok(Raised));
	assert_eq!((vault.proven, vault.outstanding(), vault.breach), (100, 0, None));
	vault
}

/// The same with 30 ordered out for the owner.
fn ordered() -> (Vault, u64) {
	let mut vault = vault();
	let id = vault.order(Release, 30, 0).unwrap();
	(vault, id)
}

fn refused<T: core::fmt::Debug + PartialEq>(
	vault: &mut Vault,
	act: impl FnOnce(&mut Vault) -> Result<T, VaultError>,
	error: VaultError,
) {
	let before = *vault;
	assert_eq!(act(vault), Err(error));
	assert_eq!(*vault, before, "a refusal changes nothing");
}

#[test]
fn credit_is_what_is_proven_less_what_is_ordered_less_the_deposit() {
	let (vault, _) = ordered();
	assert_eq!(vault.certain(), 70);
	assert_eq!(vault.credit(0), 70);
	assert_eq!(vault.credit(7), 63);
	assert_eq!(vault.credit(71), 0);
	assert_eq!(vault.initial_credit(7), 63);
	assert_eq!(Vault::default().credit(0), 0);
}

#[test]
fn a_proof_of_more_raises() {
	let (mut vault, _) = ordered();
	assert_eq!(vault.observe(101, 11, 6), Ok(Raised));
	assert_eq!((vault.proven, vault.credit(0)), (101, 71));
}

#[test]
fn a_proof_within_the_orders_changes_nothing() {
	for held in [70, 71, 99, 100] {
		let (mut vault, _) = ordered();
		assert_eq!(vault.observe(held, 11, 6), Ok(Unchanged), "{held}");
		assert_eq!((vault.proven, vault.credit(0), vault.number), (100, 70, 6));
		assert_eq!(vault.breach, None);
	}
}

#[test]
fn a_proof_below_the_orders_is_a_breach() {
	let (mut vault, _) = ordered();
	assert_eq!(vault.observe(69, 11, 6), Ok(Breached));
	assert_eq!(vault.breach, Some(Breach { at: 11, claimed: 70, missing: 1 }));
	assert_eq!(vault.initial_credit(0), 0);
	assert_eq!(vault.credit(0), 39);
	// More comes, the mark stays.
	assert_eq!(vault.observe(200, 12, 7), Ok(Raised));
	assert_eq!(vault.breach, Some(Breach { at: 11, claimed: 70, missing: 1 }));
	assert_eq!((vault.credit(0), vault.initial_credit(0)), (170, 0));
}

#[test]
fn without_orders_less_is_a_breach_and_is_believed() {
	let mut vault = vault();
	assert_eq!(vault.observe(99, 11, 6), Ok(Breached));
	assert_eq!((vault.proven, vault.credit(0)), (99, 99));
	assert_eq!(vault.breach, Some(Breach { at: 11, claimed: 100, missing: 1 }));
	assert!(vault.is_sound());
}

#[test]
fn the_same_again_is_no_news() {
	let mut vault = vault();
	assert_eq!(vault.observe(100, 11, 6), Ok(Unchanged));
	assert_eq!(vault.proven, 100);
}

#[test]
fn a_proof_must_be_newer_and_above_the_floor() {
	let (mut vault, id) = ordered();
	refused(&mut vault, |vault| vault.observe(200, 11, 5), NotNewer);
	refused(&mut vault, |vault| vault.observe(200, 11, 4), NotNewer);
	vault.reply_ok(Release, id, 20).unwrap();
	refused(&mut vault, |vault| vault.observe(200, 19, 6), BelowFloor);
	assert_eq!(vault.observe(200, 20, 6), Ok(Raised));
}

#[test]
fn an_order_that_ran_is_counted_once() {
	let (mut vault, id) = ordered();
	// The proof shows the debit before the reply does.
	assert_eq!(vault.observe(70, 12, 6), Ok(Unchanged));
	assert_eq!(vault.credit(0), 70);
	vault.reply_ok(Release, id, 13).unwrap();
	assert_eq!((vault.proven, vault.outstanding(), vault.credit(0)), (70, 0, 70));
	assert_eq!(vault.floor, 13);
	assert_eq!(vault.observe(70, 13, 7), Ok(Unchanged));
}

#[test]
fn a_refused_order_is_released() {
	let (mut vault, id) = ordered();
	vault.reply_err(Release, id, 13).unwrap();
	assert_eq!((vault.proven, vault.credit(0), vault.floor), (100, 100, 13));
	assert_eq!(vault.release, None);
}

#[test]
fn an_order_is_for_something_within_the_credit_and_alone_in_its_slot() {
	let mut vault = vault();
	refused(&mut vault, |vault| vault.order(Release, 0, 0), ZeroAmount);
	refused(&mut vault, |vault| vault.order(Release, 101, 0), AboveCredit);
	refused(&mut vault, |vault| vault.order(Release, 96, 5), AboveCredit);
	assert_eq!(vault.order(Release, 40, 5), Ok(0));
	refused(&mut vault, |vault| vault.order(Release, 1, 5), SlotTaken);
	refused(&mut vault, |vault| vault.order(Seizure, 56, 5), AboveCredit);
	assert_eq!(vault.order(Seizure, 55, 5), Ok(1));
	assert_eq!((vault.outstanding(), vault.credit(5)), (95, 0));
	let mut last = Vault { next_order: u64::MAX, ..super::vault::vault() };
	refused(&mut last, |vault| vault.order(Release, 1, 0), OutOfIds);
}

#[test]
fn a_users_order_does_not_block_a_seizure() {
	let (mut vault, id) = ordered();
	let seizure = vault.order(Seizure, 70, 0).unwrap();
	vault.reply_ok(Seizure, seizure, 15).unwrap();
	assert_eq!((vault.proven, vault.outstanding()), (30, 30));
	vault.reply_err(Release, id, 14).unwrap();
	assert_eq!((vault.credit(0), vault.floor), (30, 15), "the floor never falls");
}

#[test]
fn a_reply_settles_its_own_order_once() {
	let (mut vault, id) = ordered();
	refused(&mut vault, |vault| vault.reply_ok(Seizure, id, 20), NoSuchOrder);
	refused(&mut vault, |vault| vault.reply_ok(Release, id + 1, 20), NoSuchOrder);
	refused(&mut vault, |vault| vault.reply_err(Release, id + 1, 20), NoSuchOrder);
	refused(&mut vault, |vault| vault.reply_fence(Release, id + 1, 20), NoSuchOrder);
	refused(&mut vault, |vault| vault.reply_fence(Seizure, id, 20), NoSuchOrder);
	vault.reply_ok(Release, id, 13).unwrap();
	refused(&mut vault, |vault| vault.reply_ok(Release, id, 20), NoSuchOrder);
	refused(&mut vault, |vault| vault.reply_err(Release, id, 20), NoSuchOrder);
	// The next order has another id: a late reply to the first does not touch it.
	let next = vault.order(Release, 30, 0).unwrap();
	assert_ne!(next, id);
	refused(&mut vault, |vault| vault.reply_err(Release, id, 20), NoSuchOrder);
}

#[test]
fn a_fenced_order_counts_until_a_proof_shows_what_became_of_it() {
	for (held, settled) in [(70, 70), (100, 100), (85, 85), (130, 130)] {
		let (mut vault, id) = ordered();
		vault.reply_fence(Release, id, 20).unwrap();
		assert_eq!((vault.credit(0), vault.floor), (70, 20));
		refused(&mut vault, |vault| vault.observe(held, 19, 6), BelowFloor);
		refused(&mut vault, |vault| vault.order(Release, 1, 0), SlotTaken);
		assert_eq!(vault.observe(held, 20, 6), Ok(Settled));
		assert_eq!((vault.proven, vault.release), (settled, None));
		assert_eq!(vault.breach, None);
	}
}

#[test]
fn a_fenced_order_can_still_be_answered() {
	let (mut vault, id) = ordered();
	vault.reply_fence(Release, id, 20).unwrap();
	vault.reply_ok(Release, id, 21).unwrap();
	assert_eq!((vault.proven, vault.credit(0), vault.floor), (70, 70, 21));
}

#[test]
fn a_fence_does_not_hide_a_breach() {
	let (mut vault, id) = ordered();
	vault.reply_fence(Release, id, 20).unwrap();
	assert_eq!(vault.observe(69, 20, 6), Ok(Breached));
	assert_eq!((vault.proven, vault.release), (69, None));
	assert_eq!(vault.initial_credit(0), 0);
}

#[test]
fn a_proof_settles_nothing_while_another_order_is_out() {
	// Both ran: 30 are left; the seizure's reply is still on its way. That proof could as well show one of
	// them alone, and less credit than before would be wrong.
	let (mut vault, release) = ordered();
	let seizure = vault.order(Seizure, 40, 0).unwrap();
	vault.reply_fence(Release, release, 20).unwrap();
	assert_eq!(vault.observe(30, 20, 6), Ok(Unchanged));
	assert_eq!((vault.proven, vault.outstanding(), vault.credit(0)), (100, 70, 30));
	vault.reply_ok(Seizure, seizure, 21).unwrap();
	assert_eq!(vault.observe(30, 21, 7), Ok(Settled));
	assert_eq!((vault.proven, vault.credit(0), vault.breach), (30, 30, None));
}

#[test]
fn nothing_is_ordered_until_a_proof_told_what_became_of_a_fenced_order() {
	let (mut vault, release) = ordered();
	vault.reply_fence(Release, release, 20).unwrap();
	assert!(vault.is_fenced());
	assert_eq!(vault.order(Seizure, 1, 0), Err(VaultError::AwaitsProof));
	assert_eq!(vault.observe(70, 20, 6), Ok(Settled));
	assert!(!vault.is_fenced());
	assert_eq!(vault.order(Seizure, 70, 0), Ok(1));
}

#[test]
fn what_is_on_its_way_into_a_vault_counts_when_it_is_known_to_have_run_and_once() {
	let mut vault = Vault::default();
	vault.observe(100, 10, 5).unwrap();
	// 40 come from another vault; the proof shows them before the reply does.
	assert_eq!(vault.observe_beside(140, 40, 11, 6), Ok(Unchanged));
	assert_eq!(vault.proven, 100);
	// Besides, somebody sent 3.
	assert_eq!(vault.observe_beside(143, 40, 12, 7), Ok(Raised));
	assert_eq!(vault.proven, 103);
	vault.arrived(40, 13);
	assert_eq!((vault.proven, vault.floor), (143, 13));
	assert_eq!(vault.observe(143, 13, 8), Ok(Unchanged));
	// That something may come is no excuse for less.
	assert_eq!(vault.observe_beside(142, 40, 14, 9), Ok(Breached));
	assert_eq!(vault.proven, 102);
	// Nor does a proof settle a fenced order while something may come.
	let mut vault = Vault::default();
	vault.observe(100, 10, 5).unwrap();
	let id = vault.order(Release, 30, 0).unwrap();
	vault.reply_fence(Release, id, 11).unwrap();
	assert_eq!(vault.observe_beside(110, 40, 11, 6), Ok(Unchanged));
	assert!(vault.is_fenced());
	assert_eq!(vault.observe(70, 12, 7), Ok(Settled));
}

#[test]
fn after_a_breach_a_refused_order_brings_back_only_what_is_there() {
	let (mut vault, id) = ordered();
	// Someone took 95 of 100.
	assert_eq!(vault.observe(5, 11, 6), Ok(Breached));
	assert_eq!((vault.proven, vault.credit(0)), (5, 0));
	assert!(vault.is_sound());
	assert_eq!(vault.observe(9, 12, 7), Ok(Raised));
	vault.reply_err(Release, id, 13).unwrap();
	assert_eq!(vault.credit(0), 9);
}

#[test]
fn after_a_breach_an_order_that_ran_does_not_go_below_nothing() {
	let (mut vault, id) = ordered();
	assert_eq!(vault.observe(5, 11, 6), Ok(Breached));
	vault.reply_ok(Release, id, 13).unwrap();
	assert_eq!((vault.proven, vault.credit(0)), (0, 0));
	assert_eq!(vault.observe(5, 13, 7), Ok(Raised));
	assert_eq!(vault.credit(0), 5);
}

#[test]
fn after_a_breach_what_a_release_took_beyond_p_is_taken_off_what_comes() {
	let (mut vault, id) = ordered();
	// 40 came in, somebody took 90: 50 are there, of which the 40 do not count yet.
	assert_eq!(vault.observe_beside(50, 40, 11, 6), Ok(Breached));
	assert_eq!((vault.proven, vault.lost), (10, 0));
	// The release of 30 runs after that: 20 are there, all of what came.
	vault.reply_ok(Release, id, 13).unwrap();
	assert_eq!((vault.proven, vault.lost), (0, 20));
	vault.arrived(40, 14);
	assert_eq!((vault.proven, vault.lost, vault.credit(0)), (20, 0, 20));
	// Had it run before that proof, 50 are there still: the next one says so.
	assert_eq!(vault.observe(50, 14, 7), Ok(Raised));
	assert_eq!((vault.proven, vault.lost), (50, 0));
}
