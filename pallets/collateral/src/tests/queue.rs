// SPDX-License-Identifier: GPL-3.0-or-later

//! The queue of withdrawals: who is paid what, when, and who is not.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_test_kit::MockAuctions;

fn request(who: AccountId32, account: &MarginAccountId, usd: u128) -> DispatchResult {
	let (account, to) = (account.clone(), who.clone());
	let call = Call::request_withdrawal { account, amount: usd * USD, to };
	dispatch(RuntimeOrigin::signed(who), call)
}

fn cancel(who: AccountId32, account: &MarginAccountId) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(who), Call::cancel_withdrawal { account: account.clone() })
}

fn poll() {
	Collateral::on_poll(1, &mut WeightMeter::new());
}

/// The round of the next hour, whole.
fn round() {
	Now::set(Now::get() + ROUND_MS);
	for _ in 0..10 {
		poll();
	}
	assert_eq!(Queue::<Test>::get().stage, Stage::Idle);
}

fn rest(account: &MarginAccountId) -> u128 {
	Requests::<Test>::get(account).map_or(0, |request| request.rest)
}

fn has(who: &AccountId32) -> u128 {
	balance(STABLE, who)
}

/// A debtor takes so many USD of what is held: his DOT are good for it.
fn borrow(from: &MarginAccountId, usd: u128) {
	assert_ok!(withdraw(carol(), from, CASH, usd * USD, carol()));
}

/// One pays another in a trade.
fn trade(from: &MarginAccountId, to: &MarginAccountId, usd: i128) {
	MockLedger::edit(from, |account| account.cash -= usd * USD as i128);
	MockLedger::edit(to, |account| account.cash += usd * USD as i128);
}

/// Alice has 3,000, Bob 1,000; Carol owes 3,600 of it and 400 are left.
fn short() -> [MarginAccountId; 3] {
	let accounts = [alice(), bob(), carol()].map(|who| MockLedger::open(&who, 0));
	let [a, b, c] = &accounts;
	assert_ok!(deposit(alice(), a, CASH, 3_000 * USD));
	assert_ok!(deposit(bob(), b, CASH, 1_000 * USD));
	assert_ok!(deposit(carol(), c, DOTS, 2_000 * ONE_DOT));
	borrow(c, 3_600);
	accounts
}

#[test]
fn what_nobody_waits_for_is_paid_at_once_and_the_rest_waits() {
	ExtBuilder.build_and_execute(|| {
		let [a, _, _] = short();
		let before = has(&alice());
		assert_ok!(request(alice(), &a, 1_000));
		assert_eq!(has(&alice()) - before, 400 * USD);
		assert_eq!(rest(&a), 600 * USD);
		// It is no debit: what waits is still cash of the account.
		assert_eq!(MockLedger::books()[&a].cash, 2_600 * USD as i128);
		let event =
			Event::WithdrawalQueued { account: a.clone(), paid: 400 * USD, rest: 600 * USD };
		System::assert_last_event(event.into());
		let queued = Collateral::queued_withdrawal(a).expect("it waits");
		assert_eq!((queued.expected, queued.next), (0, START + ROUND_MS));
	});
}

#[test]
fn a_request_that_can_be_paid_whole_leaves_no_trace() {
	ExtBuilder.build_and_execute(|| {
		let a = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &a, CASH, 100 * USD));
		assert_ok!(request(alice(), &a, 100));
		assert_eq!(has(&alice()), PURSE * USD);
		assert_eq!(Requests::<Test>::iter().count(), 0);
		assert_eq!(Queue::<Test>::get(), QueueState::default());
	});
}

#[test]
fn a_round_pays_everybody_the_same_part_whoever_came_first() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 2_800));
		assert_ok!(request(bob(), &b, 800));
		assert_eq!((rest(&a), rest(&b)), (2_400 * USD, 800 * USD));
		assert_ok!(deposit(carol(), &c, CASH, 320 * USD));
		let (before, status) = ((has(&alice()), has(&bob())), Collateral::withdrawal_queue());
		assert_eq!((status.waiting, status.payable, status.free), (3_200 * USD, 320 * USD, 0));
		let expected = Collateral::queued_withdrawal(b.clone()).expect("he waits").expected;
		// Not before the hour is over.
		Now::set(START + ROUND_MS - 1);
		poll();
		assert_eq!(rest(&b), 800 * USD);
		Now::set(START + ROUND_MS);
		poll();
		assert_eq!(has(&alice()) - before.0, 240 * USD);
		assert_eq!(has(&bob()) - before.1, 80 * USD);
		assert_eq!(expected, 80 * USD);
		assert_eq!((rest(&a), rest(&b)), (2_160 * USD, 720 * USD));
		let paid = Event::QueueCounted { round: 1, claims: 3_200 * USD, paying: 320 * USD };
		System::assert_has_event(paid.into());
		// Once an hour.
		assert_ok!(deposit(carol(), &c, CASH, 320 * USD));
		poll();
		assert_eq!(rest(&b), 720 * USD);
		// Debtors pay: everybody is paid and nothing is left of the queue.
		assert_ok!(deposit(carol(), &c, CASH, 2_960 * USD));
		round();
		assert_eq!(Requests::<Test>::iter().count(), 0);
		assert_eq!(Queue::<Test>::get().waiting, 0);
	});
}

#[test]
fn what_pro_rata_leaves_over_stays() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 2_400));
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 100 * USD + 1));
		round();
		// 2,000 and 1,000 claim 100.000001: 66.666667 and 33.333333, rounded down.
		assert_eq!((rest(&a), rest(&b)), (1_933_333_333, 966_666_667));
		assert_eq!(Credited::<Test>::get(CASH), 1);
	});
}

#[test]
fn an_immediate_withdrawal_does_not_pass_those_who_wait() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		let failed = withdraw(bob(), &b, CASH, 1, bob());
		assert_noop!(failed, Error::<Test>::OthersWait);
		// Nor may a debtor borrow it.
		let failed = withdraw(carol(), &c, CASH, USD, carol());
		assert_noop!(failed, Error::<Test>::OthersWait);
		// 600 wait. Of 650 Bob can have 50.
		assert_ok!(deposit(carol(), &c, CASH, 150 * USD));
		let failed = withdraw(bob(), &b, CASH, 50 * USD + 1, bob());
		assert_noop!(failed, Error::<Test>::OthersWait);
		assert_ok!(withdraw(bob(), &b, CASH, 20 * USD, bob()));
		let before = has(&bob());
		assert_ok!(request(bob(), &b, 100));
		assert_eq!((has(&bob()) - before, rest(&b)), (30 * USD, 70 * USD));
		// Other tokens are not cash.
		assert_ok!(withdraw(carol(), &c, DOTS, ONE_DOT, carol()));
	});
}

#[test]
fn splitting_a_request_gains_nothing() {
	let paid = |parts: u32| {
		let mut paid = 0;
		ExtBuilder.build_and_execute(|| {
			let [a, _, c] = short();
			let split: Vec<_> = (1..=parts).map(|n| MockLedger::open(&bob(), n)).collect();
			let each = 900 * USD / u128::from(parts);
			for account in &split {
				assert_ok!(deposit(bob(), account, CASH, each));
			}
			borrow(&c, 1_300);
			assert_ok!(request(alice(), &a, 900));
			for account in &split {
				assert_ok!(request(bob(), account, each / USD));
			}
			assert_ok!(deposit(carol(), &c, CASH, 123 * USD));
			let before = has(&bob());
			round();
			paid = has(&bob()) - before;
		});
		paid
	};
	let whole = paid(1);
	assert_eq!(whole, 61_500_000);
	for parts in [2, 9, 90] {
		let split = paid(parts);
		assert!(split <= whole && whole - split <= u128::from(parts), "{split} of {whole}");
	}
}

#[test]
fn the_reserve_stays() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		Reserve::set(10);
		assert_ok!(request(alice(), &a, 1_000));
		assert_ok!(request(bob(), &b, 1_000));
		// 400 were held, a tenth of 4,000: nothing left.
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 1_000 * USD));
		assert_ok!(deposit(carol(), &c, CASH, 900 * USD));
		round();
		// 900 / 0.9: each unit that is paid needs no reserve any more.
		assert_eq!((rest(&a), rest(&b)), (500 * USD, 500 * USD));
		assert_eq!(Credited::<Test>::get(CASH), 300 * USD);
		assert_ok!(deposit(carol(), &c, CASH, 2_700 * USD));
		round();
		assert_eq!(Queue::<Test>::get().waiting, 0);
	});
}

#[test]
fn a_claim_is_no_more_than_what_the_account_may_take_out_of_its_own_cash() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 1_000 * USD));
		// Alice lost all but 250 of her cash in trades.
		trade(&a, &c, 2_350);
		assert_ok!(deposit(carol(), &c, CASH, 125 * USD));
		round();
		assert_eq!((rest(&a), rest(&b)), (975 * USD, 900 * USD));
		assert_eq!(Queue::<Test>::get().waiting, 225 * USD + 900 * USD);
		// What she deposits later counts from the next round on, and no further than what she asked.
		assert_ok!(deposit(carol(), &c, CASH, 375 * USD));
		trade(&c, &a, 4_900);
		round();
		assert_eq!((rest(&a), rest(&b)), (780 * USD, 720 * USD));
	});
}

#[test]
fn an_account_that_may_let_nothing_out_is_passed_over_and_stays() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		MockAuctions::set(&a, true);
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		round();
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 500 * USD));
		// It claims nothing, so nothing is kept for it.
		assert_eq!(Queue::<Test>::get().waiting, 500 * USD);
		MockAuctions::set(&a, false);
		// On a doubtful price nobody is paid.
		set_price(STABLE_FEED, usd(98), PriceState::Valid, Now::get());
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		round();
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 500 * USD));
		set_price(STABLE_FEED, usd(100), PriceState::Valid, Now::get());
		round();
		assert_eq!((rest(&a), rest(&b)), (666_666_667, 333_333_334));
	});
}

#[test]
fn an_auction_between_counting_and_paying_pays_nothing() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		Now::set(START + ROUND_MS);
		while !matches!(Queue::<Test>::get().stage, Stage::Paying { .. }) {
			one_step();
		}
		MockAuctions::set(&a, true);
		// Who asks now waits for the next round, though it is before the end of this.
		let late = MockLedger::open(&bob(), 9);
		assert_ok!(deposit(bob(), &late, CASH, 50 * USD));
		assert_ok!(request(bob(), &late, 50));
		poll();
		assert_eq!((rest(&a), rest(&b), rest(&late)), (1_000 * USD, 750 * USD, 50 * USD));
		MockAuctions::set(&a, false);
	});
}

/// As much weight as one step needs.
fn one_step() {
	let room = <() as WeightInfo>::queue_base() + <() as WeightInfo>::queue_step();
	let mut meter = WeightMeter::with_limit(room);
	Collateral::on_poll(1, &mut meter);
	assert_eq!(meter.consumed(), room);
}

#[test]
fn an_account_that_does_not_fit_waits_for_a_block_with_room() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		// It has to be valued, for which there is no room.
		assert_ok!(deposit(alice(), &a, DOTS, ONE_DOT));
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		Now::set(START + ROUND_MS);
		for _ in 0..9 {
			one_step();
		}
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 1_000 * USD));
		poll();
		assert_eq!((rest(&a), rest(&b)), (750 * USD, 750 * USD));
	});
}

#[test]
fn a_round_goes_on_where_the_last_block_had_no_room() {
	ExtBuilder.build_and_execute(|| {
		let [_, _, c] = short();
		let many: Vec<_> = (1..=5).map(|n| MockLedger::open(&alice(), n)).collect();
		for account in &many {
			assert_ok!(deposit(alice(), account, CASH, 100 * USD));
		}
		borrow(&c, 900);
		for account in &many {
			assert_ok!(request(alice(), account, 100));
		}
		assert_ok!(deposit(carol(), &c, CASH, 250 * USD));
		Now::set(START + ROUND_MS);
		// Without room for a step nothing happens.
		Collateral::on_poll(1, &mut WeightMeter::with_limit(<() as WeightInfo>::queue_base()));
		let mut blocks = 0;
		while many.iter().any(|account| rest(account) == 100 * USD) {
			one_step();
			Collateral::do_try_state().expect("the invariants hold in the middle of a round");
			// One who goes in the middle is no end of it.
			if blocks == 2 {
				assert_ok!(cancel(alice(), &many[1]));
			}
			blocks += 1;
			assert!(blocks < 20);
		}
		assert!(blocks >= 8);
		for (n, account) in many.iter().enumerate() {
			assert!([50 * USD, 37_500_000].contains(&rest(account)) || n == 1, "{}", rest(account));
		}
	});
}

#[test]
fn too_little_to_begin_with_is_kept_for_the_next_round() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 20 * USD - 1));
		round();
		assert_eq!((rest(&a), rest(&b)), (1_000 * USD, 1_000 * USD));
		assert_ok!(deposit(carol(), &c, CASH, USD / 10 + 1));
		round();
		assert_eq!((rest(&a), rest(&b)), (989_950_000, 989_950_000));
	});
}

#[test]
fn no_dust_is_left_waiting() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 500));
		assert_eq!(rest(&a), 100 * USD);
		assert_ok!(request(bob(), &b, 100));
		// 99.5 %: the rest of each is less than a hundredth of what was asked.
		assert_ok!(deposit(carol(), &c, CASH, 199 * USD));
		round();
		assert_eq!((rest(&a) > 0) as u8 + (rest(&b) > 0) as u8, 1, "what is there goes no further");
		assert_ok!(deposit(carol(), &c, CASH, USD));
		round();
		assert_eq!(Requests::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_request_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_noop!(request(bob(), &a, 100), DispatchError::BadOrigin);
		assert_noop!(request(alice(), &a, 0), Error::<Test>::BelowMinimum);
		// Ten times the smallest deposit, which is a tenth of a USD.
		let little = Call::request_withdrawal { account: a.clone(), amount: USD - 1, to: alice() };
		let failed = dispatch(RuntimeOrigin::signed(alice()), little);
		assert_noop!(failed, Error::<Test>::BelowMinimum);
		assert_noop!(request(alice(), &a, 3_001), Error::<Test>::NotOwnCash);
		let (account, to) = (a.clone(), Collateral::clearing_account());
		let nowhere = Call::request_withdrawal { account, amount: 10 * USD, to };
		let failed = dispatch(RuntimeOrigin::signed(alice()), nowhere);
		assert_noop!(failed, Error::<Test>::InexactTransfer);
		// Nobody queues to borrow.
		assert_noop!(request(carol(), &c, 10), Error::<Test>::NotOwnCash);
		MockAuctions::set(&a, true);
		assert_noop!(request(alice(), &a, 100), Error::<Test>::InAuction);
		MockAuctions::set(&a, false);
		assert_ok!(request(alice(), &a, 1_000));
		assert_noop!(request(alice(), &a, 100), Error::<Test>::AlreadyQueued);
		assert_noop!(cancel(bob(), &a), DispatchError::BadOrigin);
		assert_noop!(cancel(bob(), &b), Error::<Test>::NotInQueue);
		assert_ok!(cancel(alice(), &a));
		let event = Event::WithdrawalCancelled { account: a.clone(), rest: 600 * USD };
		System::assert_last_event(event.into());
		assert_eq!(Queue::<Test>::get().waiting, 0);
		assert_ok!(request(alice(), &a, 100));
	});
}

#[test]
fn who_waits_for_an_account_that_changed_hands_is_forgotten() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		MockLedger::edit(&a, |account| account.owner = bob());
		assert_ok!(deposit(carol(), &c, CASH, 100 * USD));
		let before = has(&alice());
		round();
		assert_eq!(has(&alice()), before);
		assert_eq!((Requests::<Test>::get(&a), rest(&b)), (None, 900 * USD));
		let event = Event::WithdrawalLapsed { account: a, rest: 1_000 * USD };
		System::assert_has_event(event.into());
		// In the middle of a round, too.
		Now::set(Now::get() + ROUND_MS);
		assert_ok!(deposit(carol(), &c, CASH, 100 * USD));
		while !matches!(Queue::<Test>::get().stage, Stage::Paying { .. }) {
			one_step();
		}
		MockLedger::edit(&b, |account| account.owner = carol());
		poll();
		assert_eq!(rest(&b), 900 * USD);
		round();
		assert_eq!(Requests::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_request_without_cash_blocks_nobody_and_lapses_after_a_week() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		// The cash goes on to another account, to queue again there.
		let more = MockLedger::open(&alice(), 1);
		trade(&a, &more, 2_600);
		assert_ok!(request(alice(), &more, 2_000));
		assert_eq!(Queue::<Test>::get().waiting, 3_000 * USD);
		assert_ok!(cancel(alice(), &more));
		assert_ok!(deposit(carol(), &c, CASH, 200 * USD));
		round();
		assert_eq!((Queue::<Test>::get().waiting, rest(&a)), (0, 1_000 * USD));
		assert_ok!(withdraw(bob(), &b, CASH, 100 * USD, bob()));
		Now::set(START + LAPSE_MS - ROUND_MS - 1);
		round();
		assert_eq!(rest(&a), 1_000 * USD);
		round();
		let event = Event::WithdrawalLapsed { account: a.clone(), rest: 1_000 * USD };
		System::assert_has_event(event.into());
		assert_eq!(Requests::<Test>::get(a), None);
	});
}

#[test]
fn one_request_alone_cannot_put_off_the_others_round() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		Now::set(START + ROUND_MS - 1);
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(cancel(bob(), &b));
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 200 * USD));
		Now::set(START + ROUND_MS);
		poll();
		assert_eq!((rest(&a), rest(&b)), (900 * USD, 900 * USD));
	});
}

#[test]
fn after_a_day_without_blocks_one_round_is_held() {
	ExtBuilder.build_and_execute(|| {
		let [a, _, c] = short();
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(deposit(carol(), &c, CASH, 200 * USD));
		Now::set(START + DAY_MS);
		poll();
		assert_eq!(rest(&a), 800 * USD);
		assert_ok!(deposit(carol(), &c, CASH, 200 * USD));
		poll();
		assert_eq!(rest(&a), 800 * USD);
		assert_eq!(Queue::<Test>::get().next, START + DAY_MS + ROUND_MS);
	});
}

#[test]
fn what_changed_between_counting_and_paying_counts() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = short();
		// Her lots would carry a debt, but nobody queues to borrow.
		assert_ok!(deposit(alice(), &a, DOTS, 1_000 * ONE_DOT));
		assert_ok!(request(alice(), &a, 1_400));
		assert_ok!(request(bob(), &b, 1_000));
		assert_ok!(deposit(carol(), &c, CASH, 500 * USD));
		Now::set(START + ROUND_MS);
		let room = <() as WeightInfo>::queue_value(0);
		while !matches!(Queue::<Test>::get().stage, Stage::Paying { .. }) {
			let step = <() as WeightInfo>::queue_step() + <() as WeightInfo>::queue_base();
			Collateral::on_poll(1, &mut WeightMeter::with_limit(room + step));
		}
		trade(&a, &c, 2_590);
		poll();
		assert_eq!(MockLedger::books()[&a].cash, 0);
		assert_eq!((rest(&a), rest(&b)), (990 * USD, 750 * USD));
	});
}
