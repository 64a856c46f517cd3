// SPDX-License-Identifier: GPL-3.0-or-later

use super::*;
use crate::{governance::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{EnsureOrigin, Hooks, OriginTrait},
};
use pallet_collective::RawOrigin;
use sp_keyring::Sr25519Keyring;

fn council(yes: u32, of: u32) -> RuntimeOrigin {
	RawOrigin::<AccountId, configs::governance::CouncilInstance>::Members(yes, of).into()
}

fn remark_as_root() -> RuntimeCall {
	// Only root may; its effect shows in storage.
	RuntimeCall::System(frame_system::Call::set_storage { items: vec![(b"k".into(), b"v".into())] })
}

fn done() -> bool {
	sp_io::storage::get(b"k").is_some()
}

#[test]
fn what_adds_risk_waits_for_the_timelock() {
	development().execute_with(|| {
		System::set_block_number(1);
		let call = Box::new(remark_as_root());
		assert_ok!(Governance::propose(council(2, 3), call, true));
		let wait = Timelock::<Runtime>::get();
		assert!(wait >= 1);
		assert!(!done(), "not in the block in which it was asked for");
		for block in 2..=1 + wait {
			assert!(!done(), "not before block {}", 1 + wait);
			System::set_block_number(block);
			Scheduler::on_initialize(block);
		}
		assert!(done());
	});
}

#[test]
fn a_minority_proposes_nothing_and_a_stranger_restricts_nothing() {
	development().execute_with(|| {
		let call = || Box::new(remark_as_root());
		let bad = sp_runtime::DispatchError::BadOrigin;
		assert_noop!(Governance::propose(council(1, 3), call(), true), bad);
		let alice = RuntimeOrigin::signed(Sr25519Keyring::Alice.to_account_id());
		assert_noop!(Governance::propose(alice.clone(), call(), false), bad);
		let stranger = RuntimeOrigin::signed([7; 32].into());
		assert_noop!(Governance::restrict(stranger, call()), bad);
		let member = RawOrigin::<AccountId, configs::governance::CouncilInstance>::Member(
			Sr25519Keyring::Alice.to_account_id(),
		);
		assert_noop!(Governance::restrict(member.into(), call()), bad);
		assert_noop!(Governance::restrict(council(1, 3), call()), bad);
		assert_noop!(Governance::take_back(council(1, 3), 9, 0), bad);
	});
}

#[test]
fn restrict_acts_at_once_but_is_neither_root_nor_risk_up() {
	development().execute_with(|| {
		System::set_block_number(1);
		assert_ok!(Governance::restrict(council(2, 3), Box::new(remark_as_root())));
		assert!(!done());
		System::assert_last_event(
			Event::<Runtime>::Restricted { result: Err(sp_runtime::DispatchError::BadOrigin) }
				.into(),
		);
		let restrict = || RuntimeOrigin::from(Origin::Restrict);
		assert!(EnsureRestrictOrRoot::ensure_origin(restrict()).is_ok());
		assert!(EnsureRiskUpOrRoot::ensure_origin(restrict()).is_err());
		assert!(EnsureRestrictOrRoot::ensure_origin(RuntimeOrigin::root()).is_ok());
		assert!(RuntimeOrigin::from(Origin::RiskUp).as_signer().is_none());
	});
}

#[test]
fn what_waits_can_be_taken_back() {
	development().execute_with(|| {
		System::set_block_number(1);
		assert_ok!(Governance::propose(council(2, 3), Box::new(remark_as_root()), true));
		let at = 1 + Timelock::<Runtime>::get();
		let nothing = || Error::<Runtime>::NotWaiting;
		assert_noop!(Governance::take_back(council(2, 3), at, 1), nothing());
		assert_ok!(Governance::take_back(council(2, 3), at, 0));
		System::set_block_number(at);
		Scheduler::on_initialize(at);
		assert!(!done());
		assert_noop!(Governance::take_back(council(2, 3), at, 0), nothing());
	});
}
