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

#[test]
fn a_cap_is_cut_at_once_and_raised_after_the_timelock() {
	use pallet_collateral::{Call, Group, Kinds};
	use sp_runtime::{FixedU128, Permill};
	use straddle_primitives::{CollateralId, SourceId};
	development().execute_with(|| {
		System::set_block_number(1);
		let kind = CollateralId(1);
		let info = || Kinds::<Runtime>::get(kind).expect("is listed");
		let (cap, weight) = (info().cap, info().initial.to);
		let set_cap = |cap| RuntimeCall::from(Call::set_cap { kind, cap });
		let weights = |initial, length| {
			let maintenance = info().maintenance.to;
			RuntimeCall::from(Call::set_weights { kind, initial, maintenance, length })
		};
		let restrict = |call| {
			assert_ok!(Governance::restrict(council(2, 3), Box::new(call)));
			System::events().pop().expect("tells its result").event
		};
		let result = |result| RuntimeEvent::from(Event::<Runtime>::Restricted { result });
		let refused = || result(Err(pallet_collateral::Error::<Runtime>::MayOnlyTighten.into()));
		assert_eq!(restrict(set_cap(cap + 1)), refused());
		assert_eq!(restrict(set_cap(cap / 2)), result(Ok(())));
		assert_eq!(info().cap, cap / 2);
		let half = Permill::from_percent(30);
		assert_eq!(restrict(weights(half, 0)), result(Ok(())));
		assert_eq!(restrict(weights(weight, 0)), refused());
		let group = Group::Chain(SourceId(1));
		let group_cap = |cap| RuntimeCall::from(Call::set_group_cap { group, cap });
		assert_eq!(restrict(group_cap(Some(FixedU128::from_u32(7)))), result(Ok(())));
		assert_eq!(restrict(group_cap(None)), refused());

		let call = Box::new(set_cap(cap));
		assert_ok!(Governance::propose(council(2, 3), call, false));
		let at = 1 + Timelock::<Runtime>::get();
		for block in 2..=at {
			assert_eq!(info().cap, cap / 2);
			System::set_block_number(block);
			Scheduler::on_initialize(block);
		}
		assert_eq!(info().cap, cap);
		assert_try_state();
	});
}

#[test]
fn row_15_the_council_restricts_at_once_and_opens_after_the_timelock() {
	use pallet_collateral::Call as Collateral;
	use pallet_liquidation::{Call, LevelParams};
	use straddle_primitives::{CollateralId, UnderlyingId};
	use straddle_traits::{Level, Restrictions, Scope};
	development().execute_with(|| {
		System::set_block_number(1);
		let market = Scope::Market(UnderlyingId(0));
		let level = || <Liquidation as Restrictions>::level(market);
		let restrict = |call| {
			assert_ok!(Governance::restrict(council(2, 3), Box::new(call)));
			System::events().pop().expect("tells its result").event
		};
		let result = |result| RuntimeEvent::from(Event::<Runtime>::Restricted { result });
		let frozen = RuntimeCall::from(Call::restrict { scope: market, level: Level::Frozen });
		assert_eq!(restrict(frozen), result(Ok(())));
		assert_eq!(level(), Level::Frozen);
		// Nothing by which more could be lost.
		let open = RuntimeCall::from(Call::set_level { scope: market, level: Level::Open });
		let loosen: [RuntimeCall; 5] = [
			open.clone(),
			Call::set_level_params { params: LevelParams::default() }.into(),
			Call::resume {}.into(),
			Collateral::delist { kind: CollateralId(1) }.into(),
			Collateral::resume { kind: CollateralId(1) }.into(),
		];
		let refused = result(Err(sp_runtime::DispatchError::BadOrigin));
		for call in loosen {
			assert_eq!(restrict(call), refused);
		}
		assert_ok!(Governance::propose(council(2, 3), Box::new(open), false));
		let at = 1 + Timelock::<Runtime>::get();
		for block in 2..=at {
			assert_eq!(level(), Level::Frozen);
			System::set_block_number(block);
			Scheduler::on_initialize(block);
		}
		assert_eq!(level(), Level::Open);
		assert_try_state();
	});
}
