// SPDX-License-Identifier: GPL-3.0-or-later

//! What comes to an address by an ordinary transfer is credited by itself.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Hooks, OnNewAccount},
	weights::Weight,
};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;

fn idle() -> Weight {
	Collateral::on_idle(1, Weight::MAX)
}

/// What a block must have left for so many steps.
fn room_for(steps: u64) -> Weight {
	(<() as WeightInfo>::pending_base() + <() as WeightInfo>::pending_step() * steps) * 4
}

fn queued() -> Vec<MarginAccountId> {
	Pending::<Test>::get().into_iter().map(|arrival| arrival.account).collect()
}

#[test]
fn a_transfer_to_the_address_is_a_deposit() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), 3 * ONE_DOT);
		send(STABLE, &bob(), account.address(), 4 * USD);
		assert_eq!(queued(), vec![account.clone()]);
		idle();
		assert_eq!(MockLedger::lot(&account, DOTS), 3 * ONE_DOT);
		assert_eq!(MockLedger::books()[&account].cash, 4 * USD as i128);
		assert_eq!(queued(), []);
		// Swept empty, the address is gone: the next transfer makes it anew.
		send(DOT, &bob(), account.address(), ONE_DOT);
		idle();
		assert_eq!(MockLedger::lot(&account, DOTS), 4 * ONE_DOT);
	});
}

#[test]
fn only_margin_accounts_are_queued_and_each_once() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), &AccountId32::new([9; 32]), ONE_DOT);
		assert_eq!(queued(), []);
		Collateral::on_new_account(account.address());
		Collateral::on_new_account(account.address());
		assert_eq!(queued(), vec![account]);
	});
}

#[test]
fn what_cannot_be_credited_stays_at_the_address_and_out_of_the_queue() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(pause(DOTS));
		send(DOT, &bob(), account.address(), ONE_DOT);
		send(JUNK, &bob(), account.address(), 5);
		send(ETH, &bob(), account.address(), ONE_ETH);
		idle();
		assert_eq!(queued(), []);
		assert_eq!(MockLedger::lot(&account, ETHER), ONE_ETH);
		assert_eq!(balance(DOT, account.address()), ONE_DOT);
		assert_eq!(balance(JUNK, account.address()), 5);
		assert_ok!(as_root(Call::resume { kind: DOTS }));
		assert_ok!(sweep(&account, DOTS));
	});
}

#[test]
fn the_work_goes_on_where_the_last_block_stopped() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		for account in [&a, &b] {
			send(DOT, &carol(), account.address(), ONE_DOT);
			send(ETH, &carol(), account.address(), ONE_ETH);
		}
		let lots = |account| (MockLedger::lot(account, DOTS), MockLedger::lot(account, ETHER));
		// One step is one kind, in the order of listing: cash, DOT, ether, the remote one.
		let spent = Collateral::on_idle(1, room_for(2));
		assert_eq!(spent * 4, room_for(2));
		assert_eq!((lots(&a), lots(&b)), ((ONE_DOT, 0), (0, 0)));
		Collateral::on_idle(2, room_for(4));
		assert_eq!((lots(&a), lots(&b)), ((ONE_DOT, ONE_ETH), (ONE_DOT, 0)));
		assert_eq!(queued(), vec![b.clone()]);
		Collateral::on_idle(3, room_for(2));
		assert_eq!((lots(&a), lots(&b)), ((ONE_DOT, ONE_ETH), (ONE_DOT, ONE_ETH)));
		assert_eq!(queued(), []);
	});
}

#[test]
fn a_full_block_is_left_alone() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), ONE_DOT);
		let short = room_for(1) - Weight::from_parts(4, 0);
		assert_eq!(Collateral::on_idle(1, short), Weight::zero());
		let short = room_for(1) - Weight::from_parts(0, 4);
		assert_eq!(Collateral::on_idle(1, short), Weight::zero());
		assert_eq!(Collateral::on_idle(1, Weight::zero()), Weight::zero());
		assert_eq!(queued(), vec![account]);
	});
}

#[test]
fn an_empty_queue_costs_its_reading() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(idle(), <() as WeightInfo>::pending_base());
	});
}

#[test]
fn a_new_arrival_at_a_half_swept_address_starts_it_over() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), ONE_DOT);
		Collateral::on_idle(1, room_for(2));
		assert_eq!(Pending::<Test>::get()[0].next, 2);
		send(STABLE, &bob(), account.address(), USD);
		assert_eq!(Pending::<Test>::get()[0].next, 0);
		idle();
		assert_eq!(MockLedger::books()[&account].cash, USD as i128);
	});
}

#[test]
fn an_arrival_that_finds_the_queue_full_is_announced() {
	ExtBuilder.build_and_execute(|| {
		for index in 0..MAX_PENDING {
			Collateral::note_arrival(MockLedger::open(&alice(), index).address());
		}
		assert_eq!(queued().len() as u32, MAX_PENDING);
		let last = MockLedger::open(&alice(), MAX_PENDING);
		send(DOT, &bob(), last.address(), ONE_DOT);
		assert!(System::events()
			.iter()
			.any(|record| record.event == Event::NotQueued { account: last.clone() }.into()));
		assert!(!queued().contains(&last));
		assert_ok!(sweep(&last, DOTS));
		idle();
		assert_eq!(queued(), []);
	});
}

#[test]
fn dust_gathers_at_the_address_until_it_is_enough() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		send(DOT, &bob(), account.address(), ONE_DOT / 20);
		idle();
		assert_eq!(balance(DOT, account.address()), ONE_DOT / 20);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::BelowMinimum);
		send(DOT, &bob(), account.address(), ONE_DOT / 20);
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(MockLedger::lot(&account, DOTS), ONE_DOT / 10);
	});
}

#[test]
fn what_cannot_be_credited_is_the_owners_to_take() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let has = |amount| assert_eq!(balance(DOT, &alice()), PURSE * ONE_DOT + amount);
		// Too little.
		send(DOT, &bob(), account.address(), ONE_DOT / 20);
		assert_ok!(recover(alice(), &account, DOT, alice()));
		has(ONE_DOT / 20);
		// Paused, and back.
		send(DOT, &bob(), account.address(), ONE_DOT);
		assert_ok!(pause(DOTS));
		assert_noop!(recover(bob(), &account, DOT, bob()), DispatchError::BadOrigin);
		assert_ok!(as_root(Call::resume { kind: DOTS }));
		assert_noop!(recover(alice(), &account, DOT, alice()), Error::<Test>::AssetListed);
		// No room.
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 0 }));
		assert_ok!(recover(alice(), &account, DOT, alice()));
		has(ONE_DOT / 20 + ONE_DOT);
		// Debt takes the stablecoin even then.
		MockLedger::edit(&account, |account| account.cash = -5);
		send(STABLE, &bob(), account.address(), 5);
		assert_ok!(as_root(Call::set_cap { kind: CASH, cap: 0 }));
		assert_noop!(recover(alice(), &account, STABLE, alice()), Error::<Test>::AssetListed);
		assert_ok!(sweep(&account, CASH));
	});
}

#[test]
fn an_account_that_is_opened_again_finds_what_came_meanwhile() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		MockLedger::close(&account);
		send(DOT, &bob(), account.address(), ONE_DOT);
		assert_noop!(sweep(&account, DOTS), Error::<Test>::NoSuchAccount);
		assert_noop!(Collateral::park(account.clone(), DOT, 5), Error::<Test>::NoSuchAccount);
		assert_eq!(queued(), []);
		assert_eq!(MockLedger::open(&alice(), 0), account);
		assert_eq!(queued(), vec![account.clone()]);
		idle();
		assert_eq!(MockLedger::lot(&account, DOTS), ONE_DOT);
		// An address at which nothing lies is not queued.
		MockLedger::open(&alice(), 1);
		assert_eq!(queued(), []);
	});
}

#[test]
fn what_could_not_lie_at_the_address_is_put_down_as_soon_as_it_can() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		let supply = Assets::total_supply(DOT);
		let least = DOT_MINIMUM;
		assert_ok!(Collateral::park(account.clone(), DOT, least - 1));
		let event = Event::Parked { account: account.clone(), asset: DOT, amount: least - 1 };
		System::assert_last_event(event.into());
		assert_noop!(sweep(&account, DOTS), Error::<Test>::NothingToSweep);
		assert_ok!(Collateral::park(account.clone(), DOT, ONE_DOT));
		assert_eq!(Parked::<Test>::get(&account, DOT), ONE_DOT + least - 1);
		assert_eq!(Assets::total_supply(DOT), supply);
		assert_ok!(sweep(&account, DOTS));
		assert_eq!(MockLedger::lot(&account, DOTS), ONE_DOT + least - 1);
		assert_eq!(Parked::<Test>::iter().count(), 0);
		assert_eq!(Assets::total_supply(DOT), supply + ONE_DOT + least - 1);
	});
}

#[test]
fn what_is_parked_is_recovered() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		// Below the minimum of a DOT account: to one that is alive.
		assert_ok!(Collateral::park(account.clone(), DOT, 7));
		let nowhere = AccountId32::new([9; 32]);
		assert_noop!(
			recover(alice(), &account, DOT, nowhere),
			sp_runtime::TokenError::BelowMinimum
		);
		assert_ok!(recover(alice(), &account, DOT, alice()));
		assert_eq!(balance(DOT, &alice()), PURSE * ONE_DOT + 7);
		// A token that is not known here, once it is.
		assert_ok!(Collateral::park(account.clone(), 777, 55));
		assert_noop!(
			recover(alice(), &account, 777, alice()),
			sp_runtime::TokenError::UnknownAsset
		);
		make_token(777, 10);
		assert_ok!(recover(alice(), &account, 777, alice()));
		assert_eq!(balance(777, &alice()), 55);
		assert_eq!(Parked::<Test>::iter().count(), 0);
		let event = Event::Recovered { account, asset: 777, amount: 55, to: alice() };
		System::assert_last_event(event.into());
	});
}
