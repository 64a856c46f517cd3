// SPDX-License-Identifier: GPL-3.0-or-later

//! Each invariant is broken on purpose and seen.

use crate::{mock::*, *};
use frame_support::{
	assert_ok,
	traits::{
		fungibles::Mutate,
		tokens::{Fortitude, Precision, Preservation},
	},
	BoundedVec,
};
use sp_runtime::{AccountId32, FixedU128, TryRuntimeError};
use straddle_primitives::*;

fn broken(edit: impl FnOnce(), wanted: &'static str) {
	ExtBuilder.build().execute_with(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, ONE_DOT));
		assert_ok!(deposit(alice(), &account, CASH, USD));
		assert_ok!(Collateral::do_try_state());
		edit();
		assert_eq!(Collateral::do_try_state(), Err(TryRuntimeError::Other(wanted)));
	});
}

fn steal(asset: u32) {
	let clearing = Collateral::clearing_account();
	Assets::burn_from(
		asset,
		&clearing,
		1,
		Preservation::Expendable,
		Precision::Exact,
		Fortitude::Force,
	)
	.unwrap();
}

fn edit_kind(kind: CollateralId, edit: impl FnOnce(&mut KindInfo<u32>)) {
	Kinds::<Test>::mutate(kind, |info| edit(info.as_mut().unwrap()));
}

#[test]
fn one_missing_tokens() {
	broken(|| steal(DOT), "invariant 1: fewer tokens held than booked in");
}

#[test]
fn two_missing_stablecoin() {
	broken(|| steal(STABLE), "invariant 2: less stablecoin held than booked in");
}

#[test]
fn five_a_total_of_nothing() {
	broken(
		|| Credited::<Test>::insert(CollateralId(77), 0),
		"invariant 5: total of an unlisted kind",
	);
	// Nobody counted it on its chain.
	broken(
		|| Credited::<Test>::insert(REMOTE, ONE_DOT),
		"invariant 5: a group's total is not the sum of its kinds",
	);
}

#[test]
#[should_panic = "CollateralId(1)"]
fn five_a_total_that_is_not_the_sum() {
	ExtBuilder.build().execute_with(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, ONE_DOT));
		MockLedger::edit(&account, |account| {
			account.lots.insert(DOTS, ONE_DOT + 1);
		});
		assert_totals();
	});
}

#[test]
fn five_a_total_beyond_every_cap() {
	broken(
		|| {
			Assets::mint_into(ETH, &Collateral::clearing_account(), MAX_CAP + 1).unwrap();
			Credited::<Test>::insert(ETHER, MAX_CAP + 1);
		},
		"invariant 5: total beyond every cap",
	);
}

#[test]
fn five_a_groups_total_that_is_not_the_sum() {
	let wrong = "invariant 5: a group's total is not the sum of its kinds";
	let mutate = |group, edit: fn(&mut GroupInfo)| Groups::<Test>::mutate(group, edit);
	let more = |state: &mut GroupInfo| {
		state.total = FixedU128::from_inner(state.total.into_inner() + 1);
	};
	broken(|| mutate(Group::Chain(ASSET_HUB), more), wrong);
	broken(|| mutate(Group::Method(ProofMethod::Held), more), wrong);
	broken(|| mutate(Group::Method(ProofMethod::Bridge), more), wrong);
	broken(
		|| Groups::<Test>::remove(Group::Chain(ASSET_HUB)),
		"invariant 5: a group was not counted",
	);
	broken(|| edit_kind(DOTS, |info| info.reserve = SourceId::LOCAL), wrong);
	broken(|| edit_kind(DOTS, |info| info.reference = usd(100)), wrong);
}

#[test]
fn sources_and_what_depends_on_them() {
	broken(|| edit_kind(ETHER, |info| info.reserve = SourceId(9)), "registry: unknown reserve");
	broken(
		|| edit_kind(REMOTE, |info| info.method = ProofMethod::Held),
		"registry: held elsewhere",
	);
	broken(|| edit_kind(ETHER, |info| info.reference = usd(0)), "registry: no reference price");
	broken(
		|| Sources::<Test>::insert(SourceId::LOCAL, SourceInfo::new(curves())),
		"sources: this chain",
	);
	let flat = Ages { soft: 7, hard: 7 };
	let curves = Curves { initial: flat, ..curves() };
	broken(
		|| Sources::<Test>::insert(ASSET_HUB, SourceInfo::new(curves)),
		"sources: curves out of order",
	);
}

#[test]
fn eleven_weights_out_of_order() {
	broken(
		|| edit_kind(DOTS, |info| info.initial = Ramp::constant(percent(91))),
		"invariant 11: initial above maintenance",
	);
	let sudden = |info: &mut KindInfo<u32>| {
		info.maintenance =
			Ramp { from: percent(95), to: percent(90), started: START, length: HOUR_MS }
	};
	broken(|| edit_kind(DOTS, sudden), "weights: a maintenance weight falls too fast");
	broken(
		|| Schedule::<Test>::put(Times { minimum_ramp: 0, unusable_grace: 0 }),
		"times: a cut could be sudden",
	);
}

#[test]
fn the_registrys_views_disagree() {
	broken(|| Kinds::<Test>::remove(ETHER), "registry: listed without kind");
	broken(
		|| {
			Listed::<Test>::mutate(|listed| listed.pop());
		},
		"registry: not listed",
	);
	broken(
		|| Listed::<Test>::mutate(|listed| listed.force_push(DOTS)),
		"registry: a kind listed twice",
	);
	broken(|| ByAsset::<Test>::remove(ETH), "registry: token does not lead to its kind");
	broken(|| ByAsset::<Test>::insert(JUNK, DOTS), "invariant 1: fewer tokens held than booked in");
	broken(|| ByAsset::<Test>::insert(JUNK, ETHER), "registry: token without a kind");
	broken(|| Sources::<Test>::remove(ASSET_HUB), "registry: unknown source");
	broken(
		|| {
			ByAsset::<Test>::remove(STABLE);
			edit_kind(CASH, |info| info.source = ASSET_HUB);
			Credited::<Test>::remove(CASH);
		},
		"registry: the stablecoin lies elsewhere",
	);
	broken(|| edit_kind(ETHER, |info| info.decimals = 25), "registry: too many decimals");
	broken(|| edit_kind(CASH, |info| info.decimals = 19), "registry: too many decimals");
	broken(|| edit_kind(DOTS, |info| info.cap = MAX_CAP + 1), "registry: cap too large");
	broken(|| edit_kind(DOTS, |info| info.min_deposit = 0), "registry: no minimum deposit");
}

#[test]
fn the_queue_names_an_account_twice() {
	let arrival = Arrival { account: MarginAccountId(AccountId32::new([9; 32])), next: 0 };
	let queue = BoundedVec::truncate_from(vec![arrival.clone(), arrival]);
	broken(|| Pending::<Test>::put(queue), "pending: an account twice");
	let nobody = MarginAccountId(AccountId32::new([9; 32]));
	broken(|| Parked::<Test>::insert(nobody, DOT, 0), "parked: nothing");
}

fn waits(edit: impl FnOnce(&mut Request, &mut QueueState)) {
	let (owner, to) = (alice(), alice());
	let (asked, rest, claim) = (9, 7, 5);
	let mut request = Request { owner, to, asked, rest, claim, since: START, round: 0 };
	let mut state = QueueState { waiting: 5, ..Default::default() };
	edit(&mut request, &mut state);
	Requests::<Test>::insert(MarginAccountId(bob()), request);
	Queue::<Test>::put(state);
}

#[test]
fn the_queue() {
	ExtBuilder.build().execute_with(|| {
		waits(|_, _| {});
		assert_ok!(Collateral::do_try_state());
	});
	let more = "queue: a request claims more than is left of it";
	broken(|| waits(|request, _| request.claim = 8), more);
	broken(|| waits(|request, _| request.rest = 10), more);
	broken(|| waits(|request, _| (request.rest, request.claim) = (0, 0)), more);
	let later = "queue: counted by a round that is to come";
	broken(|| waits(|request, _| request.round = 1), later);
	broken(|| waits(|_, state| state.waiting = 6), "queue: what waits is not what is claimed");
	let stage = |paying| Stage::Paying { after: None, claims: 5, paying };
	let pays = "queue: a round pays more than was claimed";
	broken(|| waits(|_, state| state.stage = stage(6)), pays);
	broken(|| waits(|_, state| state.stage = stage(0)), pays);
}
