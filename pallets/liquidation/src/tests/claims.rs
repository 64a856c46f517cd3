// SPDX-License-Identifier: GPL-3.0-or-later

//! Bare debt of accounts to which a chain's pool owes something (ADR 55).

use crate::{mock::*, *};
use frame_support::assert_ok;
use straddle_primitives::*;
use straddle_traits::Risk;

/// Account 4 owes so much with nothing left, a chain's pool owes it so much, and the global pool has so much.
fn debtor(debt: Cash, owed: Cash, pot: Cash) -> MarginAccountId {
	set_pot(Pot::GlobalPool, pot * UNIT);
	open(&acc(4), who(4), -debt * UNIT);
	MockClaims::set(&acc(4), owed * UNIT);
	assert_ok!(flag(&acc(4)));
	acc(4)
}

/// What it has, what is recorded of it, what the pool has, and what was written off and is not borne.
fn state() -> (Cash, Cash, Cash, Cash) {
	let recorded = Deficits::<Test>::get(acc(4)).unwrap_or(0);
	let all = [holder(&acc(4)).cash, recorded, pot(Pot::GlobalPool), pot(Pot::Insolvency)];
	let [cash, recorded, pool, insolvency] = all.map(|cash| cash / UNIT);
	(cash, recorded, pool, insolvency)
}

/// Of what all cash bore.
fn scaled() -> Cash {
	let scaled = events().into_iter().map(|event| match event {
		Event::LossBorne { scaled, .. } => scaled / UNIT,
		_ => 0,
	});
	scaled.sum()
}

#[test]
fn a_debt_waits_for_what_a_chains_pool_owes_and_is_met_by_it_first() {
	ExtBuilder::default().build_and_execute(|| {
		let a = debtor(200, 500, 1_000);
		assert_eq!(state(), (-200, 200, 1_000, 0));
		// The ladder and others leave it alone meanwhile, whatever interest makes of it.
		System::reset_events();
		set_cash(&a, -201 * UNIT);
		run(60_000);
		assert_ok!(touch(&a));
		let told = |event: &Event<Test>| {
			matches!(event, Event::DebtCovered { .. } | Event::DeficitChanged { .. })
		};
		assert!(!events().iter().any(told), "{:?}", events());
		assert_eq!(state(), (-201, 200, 1_000, 0));
		let mut session = MockLedger::session();
		let noticed = Liquidation::ensure_noticeable(&mut session, &a);
		assert_eq!(noticed, Err(Error::<Test>::NothingToDo.into()));
		// Its pool pays.
		set_cash(&a, 299 * UNIT);
		MockClaims::set(&a, 0);
		block_after(6_000);
		assert_eq!(state(), (299, 0, 1_000, 0));
	});
}

#[test]
fn what_is_owed_beyond_that_is_paid_and_borne_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let a = debtor(900, 500, 100);
		assert_eq!(state(), (-800, 800, 0, 0));
		block_after(6_000);
		assert_eq!((state(), scaled()), ((-500, 500, 0, 0), 300));
		// Its worth falls: what is no more than dust is not borne each time.
		MockClaims::set(&a, 401 * UNIT);
		run(60_000);
		assert_eq!((state(), scaled()), ((-500, 500, 0, 0), 300));
		MockClaims::set(&a, 400 * UNIT);
		run(60_000);
		assert_eq!((state(), scaled()), ((-400, 400, 0, 0), 400));
		// It is nothing any more.
		MockClaims::set(&a, 0);
		set_pot(Pot::GlobalPool, 1_000 * UNIT);
		block_after(6_000);
		assert_eq!((state(), scaled()), ((0, 0, 600, 0), 400));
	});
}

#[test]
fn a_price_that_cannot_be_used_makes_all_of_it_wait() {
	ExtBuilder::default().build_and_execute(|| {
		let a = debtor(900, 0, 100);
		assert_eq!(state(), (-800, 800, 0, 0));
		MockClaims::set(&a, Cash::MAX);
		run(60_000);
		assert_eq!((state(), scaled()), ((-800, 800, 0, 0), 0));
	});
}

#[test]
fn who_repays_a_part_owes_the_rest() {
	ExtBuilder::default().build_and_execute(|| {
		let a = debtor(200, 500, 1_000);
		set_cash(&a, -50 * UNIT);
		assert_ok!(touch(&a));
		assert_eq!(state(), (-50, 50, 1_000, 0));
	});
}

#[test]
fn the_pools_own_account_waits_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		open(&pool(), PoolOwner::get(), -300 * UNIT);
		OwnAccounts::<Test>::put(OwnAccountState { current: 0, opened: 1 });
		MockClaims::set(&pool(), 500 * UNIT);
		assert_ok!(touch(&pool()));
		assert_eq!((holder(&pool()).cash, pot(Pot::GlobalPool)), (0, 700 * UNIT));
	});
}
