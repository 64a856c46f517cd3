// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults: caps, totals, the ledger.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, FixedU128};
use straddle_primitives::*;
use straddle_test_kit::{MockAuctions, MockRestrictions};
use straddle_traits::{Level, RemoteLots, Rule, Scope};

/// As a dispatch would: an error leaves nothing behind.
fn credit(account: &MarginAccountId, wanted: u128, first: bool) -> Result<u128, DispatchError> {
	<Collateral as RemoteLots>::credit(account, REMOTE, wanted, first)
}

fn debit(account: &MarginAccountId, amount: u128, rule: Rule) -> Result<(), DispatchError> {
	frame_support::storage::with_storage_layer(|| {
		<Collateral as RemoteLots>::debit(account, REMOTE, amount, rule)
	})
}

fn total(group: Group) -> FixedU128 {
	Groups::<Test>::get(group).total
}

#[test]
fn what_is_proven_is_booked_and_counted_in_its_groups() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_eq!(credit(&account, 10 * ONE_DOT, true), Ok(10 * ONE_DOT));
		System::assert_last_event(
			Event::RemoteCredited { account: account.clone(), kind: REMOTE, amount: 10 * ONE_DOT }
				.into(),
		);
		assert_eq!(<Collateral as RemoteLots>::booked(&account, REMOTE), 10 * ONE_DOT);
		assert_eq!(<Collateral as RemoteLots>::credited(REMOTE), 10 * ONE_DOT);
		let twenty = FixedU128::from_u32(20);
		assert_eq!(total(Group::Chain(ASSET_HUB)), twenty);
		assert_eq!(total(Group::Method(ProofMethod::RelayProof)), twenty);
		assert_ok!(debit(&account, 4 * ONE_DOT, Rule::Withdraw));
		assert_ok!(debit(&account, ONE_DOT, Rule::Forced));
		assert_eq!(MockLedger::lot(&account, REMOTE), 5 * ONE_DOT);
		assert_eq!(total(Group::Chain(ASSET_HUB)), FixedU128::from_u32(10));
		let too_much = debit(&account, 6 * ONE_DOT, Rule::Forced);
		assert_eq!(too_much, Err(Error::<Test>::NotHeld.into()));
		// Five USD each.
		assert_eq!(
			<Collateral as RemoteLots>::value(REMOTE, 2 * ONE_DOT + 1),
			Ok(10 * USD as i128)
		);
	});
}

#[test]
fn beyond_a_cap_nothing_is_credited_and_a_first_credit_has_a_minimum() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		let least = ONE_DOT / 10;
		assert_eq!(credit(&a, least - 1, true), Ok(0));
		assert_eq!(credit(&a, least, true), Ok(least));
		assert_eq!(credit(&a, 1, false), Ok(1));
		assert_ok!(as_root(Call::set_cap { kind: REMOTE, cap: least + 10 }));
		assert_eq!(credit(&a, 100, false), Ok(9));
		assert_eq!(credit(&b, ONE_DOT, true), Ok(0));
		assert_ok!(as_root(Call::set_cap { kind: REMOTE, cap: 10 * ONE_DOT }));
		// Its chain has room for less.
		let cap = Some(FixedU128::from_u32(1));
		assert_ok!(as_root(Call::set_group_cap { group: Group::Chain(ASSET_HUB), cap }));
		let booked = credit(&b, ONE_DOT, true).unwrap();
		assert!(booked > 0 && booked < ONE_DOT / 2, "{booked}");
		assert!(total(Group::Chain(ASSET_HUB)) <= FixedU128::from_u32(1));
		assert_ok!(pause(REMOTE));
		assert_eq!(credit(&a, ONE_DOT, false), Ok(0));
	});
}

#[test]
fn what_is_no_vaults_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let nobody = MarginAccountId(bob());
		let into = |kind| <Collateral as RemoteLots>::credit(&account, kind, ONE_DOT, false);
		assert_noop!(into(DOTS), Error::<Test>::LiesHere);
		assert_noop!(into(CASH), Error::<Test>::LiesHere);
		assert_noop!(credit(&nobody, ONE_DOT, true), Error::<Test>::NoSuchAccount);
		assert_ok!(credit(&account, ONE_DOT, true));
		set_price(DOT_FEED, usd(500), PriceState::NoQuorum, START);
		assert_noop!(
			<Collateral as RemoteLots>::value(REMOTE, ONE_DOT),
			Error::<Test>::PriceUnusable
		);
	});
}

#[test]
fn a_way_out_is_shut_in_auction_and_when_frozen_but_not_for_what_is_not_there() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(credit(&account, 10 * ONE_DOT, true));
		MockAuctions::set(&account, true);
		// Also where nothing is booked out.
		for amount in [0, 1] {
			let out = debit(&account, amount, Rule::Withdraw);
			assert_eq!(out, Err(Error::<Test>::InAuction.into()));
		}
		assert_ok!(debit(&account, 1, Rule::Forced));
		MockAuctions::set(&account, false);
		MockRestrictions::set(Scope::Kind(REMOTE), Level::Frozen);
		let out = debit(&account, 0, Rule::Withdraw);
		assert_eq!(out, Err(Error::<Test>::Frozen.into()));
		assert_ok!(debit(&account, 1, Rule::Forced));
	});
}

#[test]
fn what_lies_in_a_vault_leaves_after_its_kind_was_delisted() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(credit(&account, ONE_DOT, true));
		assert_ok!(debit(&account, ONE_DOT, Rule::Withdraw));
		assert_ok!(as_root(Call::delist { kind: REMOTE }));
		assert_ok!(debit(&account, 0, Rule::Withdraw));
		assert_eq!(debit(&account, 1, Rule::Withdraw), Err(Error::<Test>::NotListed.into()));
		// It was refused on its chain: nothing counts again, and the answer is booked.
		assert_eq!(credit(&account, ONE_DOT, false), Ok(0));
		assert_eq!(MockLedger::lot(&account, REMOTE), 0);
		// The ways out are shut as for any other.
		MockAuctions::set(&account, true);
		assert_eq!(debit(&account, 0, Rule::Withdraw), Err(Error::<Test>::InAuction.into()));
		assert_ok!(debit(&account, 0, Rule::Forced));
		MockAuctions::set(&account, false);
		MockRestrictions::set(Scope::House, Level::Frozen);
		assert_eq!(debit(&account, 0, Rule::Withdraw), Err(Error::<Test>::Frozen.into()));
	});
}

#[test]
fn new_credit_needs_a_chain_that_is_read() {
	ExtBuilder.build_and_execute(|| {
		let takes = <Collateral as RemoteLots>::takes_new;
		assert!(!takes(REMOTE), "nobody reads it");
		KnownAges::set([(ASSET_HUB, Default::default())].into());
		assert!(takes(REMOTE) && !takes(DOTS));
		MockRestrictions::set(Scope::Source(ASSET_HUB), Level::NoNew);
		assert!(!takes(REMOTE));
		MockRestrictions::reset();
		assert_ok!(pause(REMOTE));
		assert!(!takes(REMOTE));
	});
}

/// The stablecoin that cash is here, where it lies.
const STABLE_THERE: CollateralId = CollateralId(40);

#[test]
fn what_a_debtor_has_elsewhere_is_known_and_how_much_he_can_spare() {
	ExtBuilder.build_and_execute(|| {
		let cash = Kinds::<Test>::get(CASH).unwrap();
		let dot = Kinds::<Test>::get(REMOTE).unwrap();
		let there = Listing {
			source: ASSET_HUB,
			method: ProofMethod::RelayProof,
			..listing(cash.decimals, STABLE_FEED, (80, 90), 1_000_000 * USD)
		};
		let list = |kind, asset, listing| {
			assert_ok!(as_root(Call::list_asset { kind, asset, listing }));
		};
		list(STABLE_THERE, cash.asset, there.clone());
		list(
			CollateralId(41),
			cash.asset,
			Listing { decimals: cash.decimals + 1, ..there.clone() },
		);
		list(CollateralId(42), dot.asset, there);
		let is_cash = <Collateral as RemoteLots>::is_cash;
		assert!(is_cash(STABLE_THERE));
		for other in [CASH, DOTS, REMOTE, CollateralId(41), CollateralId(42), CollateralId(77)] {
			assert!(!is_cash(other), "{other:?}");
		}

		// What lies on a chain that nobody reads counts nothing.
		KnownAges::set([(ASSET_HUB, Default::default())].into());
		let account = MockLedger::open(&alice(), 0);
		let booked = <Collateral as RemoteLots>::credit(&account, STABLE_THERE, 1_000 * USD, true);
		assert_eq!(booked, Ok(1_000 * USD));
		let owed = || <Collateral as RemoteLots>::owed(&account);
		assert_eq!(owed(), 0);
		MockLedger::edit(&account, |of| of.cash = -(700 * USD as i128));
		assert_eq!(owed(), 700 * USD);
		// 800 count, so 100 less 2 of them can go: at 80 % each.
		let spare =
			|amount, fee| <Collateral as RemoteLots>::spare(&account, STABLE_THERE, amount, fee);
		let fee = 2 * USD as Cash;
		assert_eq!(spare(900 * USD, fee), 98 * USD * 10 / 8 - 1);
		assert_eq!(spare(100 * USD, fee), 100 * USD);
		assert_eq!((spare(100 * USD, 100 * USD as Cash), spare(1, 200 * USD as Cash)), (0, 0));
		let out = |amount| {
			frame_support::storage::with_storage_layer(|| {
				let rule = Rule::Withdraw;
				<Collateral as RemoteLots>::debit(&account, STABLE_THERE, amount, rule)
			})
		};
		MockLedger::edit(&account, |of| of.cash -= fee);
		assert!(out(98 * USD * 10 / 8 + 1).is_err());
		assert_ok!(out(98 * USD * 10 / 8 - 1));
		// What came and is not credited yet pays.
		send(STABLE, &bob(), account.address(), 300 * USD);
		assert_eq!(owed(), 402 * USD);
		assert_ok!(Collateral::park(account.clone(), cash.asset, 2 * USD));
		assert_eq!(owed(), 400 * USD);
		MockLedger::edit(&account, |of| of.cash = 0);
		assert_eq!(owed(), 0);
		assert_eq!(spare(USD, 0), USD);
		assert_eq!(<Collateral as RemoteLots>::spare(&MarginAccountId(bob()), REMOTE, 1, 0), 0);
	});
}
