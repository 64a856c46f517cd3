// SPDX-License-Identifier: GPL-3.0-or-later

//! Emergency levels of kinds and chains, and what is known of halted chains.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use straddle_primitives::*;
use straddle_test_kit::MockRestrictions;
use straddle_traits::{CollateralCredit, Level, Scope, SourceStates};

fn set(scope: Scope, level: Level) {
	MockRestrictions::set(scope, level);
}

/// What ten DOT count for in opening and in being left alone, in cents.
fn credit() -> (i64, i64) {
	let credit = Collateral::credit(DOTS, 10 * ONE_DOT, Lens::Latest).expect("a value");
	let cents = |money: Money| (money.into_inner() / 10_000_000_000_000_000) as i64;
	(cents(credit.initial), cents(credit.maintenance))
}

/// Rounds of the queue up to so many hours from now.
fn hours(n: u64) {
	for _ in 0..n {
		Now::set(Now::get() + HOUR_MS);
		for _ in 0..10 {
			Collateral::on_poll(1, &mut WeightMeter::new());
		}
	}
}

#[test]
fn a_restricted_kind_counts_nothing_for_opening_and_deposits_are_welcome() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let (initial, maintenance) = credit();
		assert!(initial > 0);
		for scope in [Scope::Kind(DOTS), Scope::Source(ASSET_HUB)] {
			for level in [Level::NoNew, Level::ReduceOnly, Level::Frozen] {
				set(scope, level);
				assert_eq!(credit(), (0, maintenance), "{scope:?} {level:?}");
				assert_ok!(deposit(alice(), &account, DOTS, ONE_DOT));
			}
			set(scope, Level::Open);
			assert_eq!(credit(), (initial, maintenance));
		}
		// The house's own level takes no credit, nor does another kind's or chain's.
		set(Scope::House, Level::Frozen);
		set(Scope::Kind(ETHER), Level::Frozen);
		set(Scope::Source(SourceId(7)), Level::Frozen);
		assert_eq!(credit(), (initial, maintenance));
		assert_eq!(MockLedger::lot(&account, DOTS), 6 * ONE_DOT);
	});
}

#[test]
fn what_is_frozen_does_not_leave_by_any_way() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 10 * ONE_DOT));
		assert_ok!(deposit(alice(), &account, ETHER, ONE_ETH));
		for scope in [Scope::Kind(DOTS), Scope::Source(ASSET_HUB), Scope::House] {
			set(scope, Level::ReduceOnly);
			assert_ok!(withdraw(alice(), &account, DOTS, ONE_DOT, bob()));
			set(scope, Level::Frozen);
			let out = withdraw(alice(), &account, DOTS, ONE_DOT, bob());
			assert_noop!(out, Error::<Test>::Frozen);
			let home = withdraw_home(alice(), &account, DOTS, ONE_DOT, u128::MAX);
			assert_noop!(home, Error::<Test>::Frozen);
			let other = withdraw(alice(), &account, ETHER, 1_000_000, bob());
			assert_eq!(other.is_ok(), scope != Scope::House);
			set(scope, Level::Open);
		}
		assert_eq!(MockLedger::lot(&account, DOTS), 7 * ONE_DOT);
	});
}

#[test]
fn row_28_a_freeze_defers_withdrawals_and_traps_none() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 3_000 * USD));
		let before = balance(STABLE, &alice());
		set(Scope::Kind(CASH), Level::Frozen);
		let asked =
			Call::request_withdrawal { account: account.clone(), amount: 1_000 * USD, to: alice() };
		// It is taken, not refused, and waits for as long as the freeze lasts.
		assert_ok!(dispatch(RuntimeOrigin::signed(alice()), asked));
		let rest = || Requests::<Test>::get(&account).map(|request| request.rest);
		hours(50);
		assert_eq!((rest(), balance(STABLE, &alice())), (Some(1_000 * USD), before));
		assert_eq!(MockLedger::books()[&account].cash, 3_000 * USD as i128);
		set(Scope::Kind(CASH), Level::Open);
		hours(1);
		assert_eq!((rest(), balance(STABLE, &alice())), (None, before + 1_000 * USD));
		assert_eq!(MockLedger::books()[&account].cash, 2_000 * USD as i128);
	});
}

#[test]
fn a_restricted_chain_takes_no_new_credit() {
	ExtBuilder.build_and_execute(|| {
		MockChains::set(ASSET_HUB, 0, 0);
		assert!(Collateral::takes_credit(ASSET_HUB));
		set(Scope::Source(ASSET_HUB), Level::NoNew);
		assert!(!Collateral::takes_credit(ASSET_HUB));
	});
}

#[test]
fn row_30_what_a_silent_chain_takes_is_a_function_of_its_heads_age() {
	ExtBuilder.build_and_execute(|| {
		let mut figures = Vec::new();
		for staleness in [100, 400, 1_100, 2_000, 2_500, 3_000, u32::MAX] {
			MockChains::set(ASSET_HUB, staleness, 0);
			// What it would count for if the chain came back is always the same.
			let mut session = Default::default();
			<Collateral as CollateralCredit>::ignore_age(&mut session);
			let unaged = Collateral::credit_in(&mut session, DOTS, 10 * ONE_DOT, Lens::Latest);
			assert_eq!(unaged.map(|credit| credit.maintenance), Ok(cents(4_500)));
			figures.push((staleness, credit()));
		}
		let expected = [
			(100, (40_00, 45_00)),
			(400, (36_00, 45_00)),
			(1_100, (8_00, 45_00)),
			(2_000, (0, 45_00)),
			(2_500, (0, 22_50)),
			(3_000, (0, 0)),
			(u32::MAX, (0, 0)),
		];
		assert_eq!(figures, expected);
	});
}

#[test]
fn a_chain_is_halted_when_it_takes_from_being_left_alone() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Collateral::sources(8), [ASSET_HUB]);
		assert!(Collateral::sources(0).is_empty());
		assert_eq!(Collateral::chain_of(DOTS), ASSET_HUB);
		assert_eq!(Collateral::chain_of(ETHER), SourceId::LOCAL);
		assert_eq!(Collateral::chain_of(CollateralId(99)), SourceId::LOCAL);
		// Nobody reads it: then nothing of it is known.
		assert!(!Collateral::is_halted(ASSET_HUB));
		for (staleness, omission, halted) in
			[(0, 0, false), (500, 0, false), (501, 0, true), (0, 10, false), (0, 11, true)]
		{
			MockChains::set(ASSET_HUB, staleness, omission);
			assert_eq!(Collateral::is_halted(ASSET_HUB), halted, "{staleness} {omission}");
		}
	});
}

fn leave(account: &MarginAccountId) -> frame_support::dispatch::DispatchResult {
	let call = Call::leave { account: account.clone() };
	dispatch(RuntimeOrigin::signed(carol()), call)
}

#[test]
fn of_closed_books_everybody_is_paid_in_kind_by_anyones_call() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 3_000 * USD));
		assert_ok!(deposit(alice(), &account, DOTS, 10 * ONE_DOT));
		assert_ok!(deposit(alice(), &account, ETHER, ONE_ETH));
		assert_noop!(leave(&account), sp_runtime::DispatchError::Other("open"));
		let had = |asset| balance(asset, &alice());
		let before = [STABLE, DOT, ETH].map(had);
		BooksClosed::set(true);
		// What is frozen stays, and leaves by another call.
		set(Scope::Kind(DOTS), Level::Frozen);
		assert_ok!(leave(&account));
		let paid = [before[0] + 3_000 * USD, before[1], before[2] + ONE_ETH];
		assert_eq!([STABLE, DOT, ETH].map(had), paid);
		assert_noop!(leave(&account), Error::<Test>::NothingDue);
		set(Scope::Kind(DOTS), Level::Open);
		assert_ok!(leave(&account));
		assert_eq!(had(DOT), before[1] + 10 * ONE_DOT);
		assert_noop!(leave(&account), Error::<Test>::NothingDue);
		assert_noop!(leave(&MarginAccountId(bob())), Error::<Test>::NoSuchAccount);
		assert_eq!((Credited::<Test>::get(CASH), Credited::<Test>::get(DOTS)), (0, 0));
	});
}

#[test]
fn who_owes_keeps_his_lots_here() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 10 * ONE_DOT));
		MockLedger::edit(&account, |of| of.cash = -1);
		BooksClosed::set(true);
		assert_noop!(leave(&account), Error::<Test>::NothingDue);
		MockLedger::edit(&account, |of| of.cash = 0);
		assert_ok!(leave(&account));
	});
}

#[test]
fn after_a_halt_one_round_is_held() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, CASH, 3_000 * USD));
		set(Scope::Kind(CASH), Level::Frozen);
		let (amount, to) = (1_000 * USD, alice());
		let asked = Call::request_withdrawal { account: account.clone(), amount, to };
		assert_ok!(dispatch(RuntimeOrigin::signed(alice()), asked));
		let before = Queue::<Test>::get().round;
		Now::set(Now::get() + 9 * HOUR_MS);
		for _ in 0..50 {
			Collateral::on_poll(1, &mut WeightMeter::new());
		}
		let queue = Queue::<Test>::get();
		assert_eq!((queue.round, queue.next), (before + 1, Now::get() + HOUR_MS));
		assert_eq!(Requests::<Test>::get(&account).map(|request| request.rest), Some(amount));
	});
}
