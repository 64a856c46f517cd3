// SPDX-License-Identifier: GPL-3.0-or-later

//! The end of an expiry.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};
use Side::{Buy, Sell};

const SUSPENSE: Pot = Pot::Suspense(U, EXPIRY);

fn cash(n: u8) -> Cash {
	Bank::cash(&account(n))
}

fn settle(limit: u32) -> DispatchResult {
	let origin = RuntimeOrigin::signed(owner(1));
	let result = frame_support::storage::with_storage_layer(|| {
		Options::settle(origin, U, EXPIRY, limit).map_err(|failed| failed.error)
	});
	let used = result?.actual_weight.unwrap();
	assert!(used.all_lte(tick::settle_weight::<Test>(limit)));
	Ok(())
}

fn phase() -> Option<Phase> {
	Settling::<Test>::get((U, EXPIRY)).map(|sweep| sweep.phase)
}

fn fix(price: u32) {
	MockPrices::settle(U, EXPIRY, Price::from_u32(price));
}

/// 1 sells a call to 2, a put to 3; 3 sells the future to 1.
fn trade() {
	place(1, call(1_000), Sell, 100, 800);
	place(2, call(1_000), Buy, 100, 800);
	place(1, put(1_100), Sell, 200, 800);
	place(3, put(1_100), Buy, 200, 800);
	place(3, future(), Sell, 300, 0);
	place(1, future(), Buy, 300, 0);
}

#[test]
fn everyone_receives_his_payoff() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		let before = [cash(1), cash(2), cash(3)];
		fix(1_050);
		run_block(EXPIRY);
		// Call 50, put 50, future 50: 1: −50 − 100 + 150; 2: 50; 3: 100 − 150.
		assert_eq!(cash(1) - before[0], 0);
		assert_eq!(cash(2) - before[1], 50 * USD);
		assert_eq!(cash(3) - before[2], -50 * USD);
		assert_eq!(Bank::pot(SUSPENSE), 0);
		assert!(Bank::get().positions.values().all(|held| held.is_empty()));
		assert_eq!(phase(), None);
		assert!(!Listings::<Test>::contains_key((U, EXPIRY)));
		let price =
			SettlementPrice { underlying: Price::from_u32(1_050), cash: Price::from_u32(1) };
		let (underlying, expiry) = (U, EXPIRY);
		let all = events();
		assert!(all.contains(&Event::SettlementStarted { underlying, expiry, price }));
		let settled =
			|n, amount| Event::AccountSettled { underlying, expiry, account: account(n), amount };
		// Debtors first, whatever their numbers.
		let order = [settled(1, 0), settled(3, -50 * USD), settled(2, 50 * USD)];
		let found =
			all.iter().filter(|event| matches!(event, Event::AccountSettled { .. })).cloned();
		assert_eq!(found.collect::<Vec<_>>(), order);
		let end = Event::ExpirySettled { underlying, expiry, price, accounts: 3, rounding: 0 };
		assert!(all.contains(&end));
	});
}

#[test]
fn a_debtor_may_go_into_debt_and_an_account_in_auction_is_settled_too() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		Bank::mutate(|vaults| {
			// All but a dollar goes to 4.
			let cash = vaults.cash.get(&account(1)).copied().unwrap();
			vaults.cash.insert(account(1), USD);
			*vaults.cash.entry(account(4)).or_default() += cash - USD;
		});
		MockAuctions::set(&account(1), true);
		Bank::set_failing(&account(1), true);
		fix(10);
		run_block(EXPIRY);
		// Two puts of 1,090 and three futures of −990.
		assert_eq!(cash(1), USD - (2 * 1_090 + 3 * 990) * USD);
		assert_eq!(Bank::pot(SUSPENSE), 0);
	});
}

#[test]
fn suspense_is_filled_before_it_pays() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		place(2, put(900), Buy, 10, 100);
		place(3, call(1_100), Sell, 10, 900);
		fix(1_200);
		set_now(EXPIRY);
		// Eleven series and two orders, then the price; then accounts 1 and 2 and 3.
		assert_ok!(settle(13));
		assert_eq!(cancelled().len(), 2);
		assert_eq!(phase(), Some(Phase::Price));
		assert_ok!(settle(1));
		assert_eq!(phase(), Some(Phase::Debtors));
		assert_sound();
		// 1: −200 + 600 − 0, a creditor; 2: 200, too; 3: −600.
		assert_ok!(settle(2));
		assert_eq!(Bank::pot(SUSPENSE), 0);
		assert_eq!(Bank::position(&account(1), &future()), 3 * CONTRACT);
		assert_ok!(settle(1));
		assert_eq!(Bank::pot(SUSPENSE), 600 * USD);
		assert_sound();
		assert_ok!(settle(1));
		assert_eq!(phase(), Some(Phase::Creditors));
		assert_ok!(settle(1));
		assert_eq!(Bank::pot(SUSPENSE), 200 * USD);
		assert_sound();
		assert_ok!(settle(MAX_SETTLE));
		assert_eq!(phase(), None);
		assert_eq!(Bank::pot(SUSPENSE), 0);
	});
}

#[test]
fn what_rounding_leaves_goes_to_its_pot() {
	let fine = |market: &mut Market| (market.lot, market.minimum) = (1, 1);
	ExtBuilder::default().market(fine).build_and_execute(|| {
		let order = |n, side, quantity| {
			assert_ok!(Options::place_order(
				RuntimeOrigin::signed(owner(n)),
				account(n),
				call(1_000),
				side,
				quantity,
				8 * USD,
				TimeInForce::GoodTilCancelled,
				false,
			));
		};
		order(1, Sell, 1_000);
		order(2, Buy, 333);
		order(3, Buy, 333);
		order(4, Buy, 334);
		let before = Bank::pot(Pot::Rounding);
		let cash = [1, 2, 3, 4].map(cash);
		// 1.2345678 USD per contract: 1,234.5678 units up; 411.111 and 412.346 down.
		MockPrices::settle(U, EXPIRY, Price::from_rational(10_012_345_678, 10_000_000));
		run_block(EXPIRY);
		let moved = [1, 2, 3, 4].map(|n| super::settlement::cash(n) - cash[usize::from(n) - 1]);
		assert_eq!(moved, [-1_235, 411, 411, 412]);
		assert_eq!(Bank::pot(Pot::Rounding) - before, 1);
		assert_eq!(Bank::pot(SUSPENSE), 0);
		let rounding =
			|event: &Event<Test>| matches!(event, Event::ExpirySettled { rounding: 1, .. });
		assert!(events().iter().any(rounding));
	});
}

#[test]
fn payoffs_are_paid_at_one_price_of_the_stablecoin() {
	ExtBuilder::default().build_and_execute(|| {
		let set_peg = |price| Bank::set_peg(price, PriceState::Valid);
		trade();
		let before = [cash(1), cash(2), cash(3)];
		fix(1_050);
		set_now(EXPIRY);
		// Without a price of it nobody is paid.
		Bank::set_peg(Price::from_u32(1), PriceState::NoQuorum);
		assert_ok!(settle(MAX_SETTLE));
		assert_eq!(phase(), Some(Phase::Price));
		assert_noop!(settle(1), Error::<Test>::NoSettlementPrice);
		set_peg(Price::from_rational(4, 5));
		assert_ok!(settle(2));
		// It moves during the sweep, the sweep does not.
		set_peg(Price::from_rational(1, 2));
		assert_ok!(settle(MAX_SETTLE));
		assert_eq!(cash(2) - before[1], 62_500_000);
		assert_eq!(cash(3) - before[2], -62_500_000);
	});
}

#[test]
fn orders_go_at_expiry_and_money_waits_for_the_price() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		let id = place(2, call(1_000), Buy, 10, 100);
		run_block(EXPIRY);
		assert_eq!(cancelled(), [(id, CancelReason::Expired)]);
		assert!(Bank::get().orders.is_empty());
		assert_eq!(phase(), Some(Phase::Price));
		assert_noop!(settle(1), Error::<Test>::NoSettlementPrice);
		fix(1_050);
		run_block(EXPIRY + HOUR_MS);
		assert_eq!(phase(), None);
	});
}

#[test]
fn what_settle_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(settle(0), Error::<Test>::InvalidLimit);
		assert_noop!(settle(MAX_SETTLE + 1), Error::<Test>::InvalidLimit);
		assert_noop!(settle(1), Error::<Test>::NotExpired);
		fix(1_000);
		run_block(EXPIRY);
		assert_noop!(settle(1), Error::<Test>::NotListed);
		let unsigned = Options::settle(RuntimeOrigin::none(), U, EXPIRY, 1);
		assert_eq!(unsigned.unwrap_err().error, DispatchError::BadOrigin);
	});
}

#[test]
fn nobody_is_paid_while_a_debtor_is_stuck_and_all_are_once_he_is_not() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		Bank::mutate(|vaults| vaults.stuck.insert(account(3)));
		run_block(EXPIRY);
		let who = |event| match event {
			Event::AccountNotSettled { account, .. } => Some(account),
			_ => None,
		};
		let stuck = events().into_iter().filter_map(who).collect::<Vec<_>>();
		assert!(!stuck.is_empty() && stuck.iter().all(|who| *who == account(3)));
		assert_eq!(phase(), Some(Phase::Debtors));
		assert_eq!(Bank::position(&account(2), &call(1_000)), CONTRACT);
		run_block(EXPIRY + 6_000);
		assert_eq!(phase(), Some(Phase::Debtors));
		Bank::mutate(|vaults| vaults.stuck.clear());
		run_block(EXPIRY + 12_000);
		assert_eq!(phase(), None);
		assert_eq!(Bank::pot(SUSPENSE), 0);
	});
}

#[test]
fn a_stuck_creditor_holds_up_nobody_else() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		Bank::mutate(|vaults| vaults.stuck.insert(account(1)));
		run_block(EXPIRY);
		// It goes round again from the debtors on.
		assert_eq!(phase(), Some(Phase::Debtors));
		assert_eq!(Bank::position(&account(2), &call(1_000)), 0);
		assert_eq!(Bank::pot(SUSPENSE), 400 * USD);
		Bank::mutate(|vaults| vaults.stuck.clear());
		run_block(EXPIRY);
		assert_eq!(phase(), None);
	});
}

#[test]
fn positions_that_move_during_the_sweep_are_found() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		set_now(EXPIRY);
		// Up to the end of the debtors' pass.
		assert_ok!(settle(11 + 1 + 3 + 1));
		assert_eq!(phase(), Some(Phase::Creditors));
		assert_ok!(settle(1));
		// A liquidation gives 2's call to 1, who was settled already.
		Bank::mutate(|vaults| {
			let held =
				vaults.positions.get_mut(&account(2)).and_then(|held| held.remove(&call(1_000)));
			let ones = vaults.positions.entry(account(1)).or_default();
			ones.insert(call(1_000), held.unwrap());
		});
		run_block(EXPIRY);
		run_block(EXPIRY);
		assert_eq!(phase(), None);
		assert_eq!(Bank::pot(SUSPENSE), 0);
		assert!(Bank::get().positions.values().all(|held| held.is_empty()));
	});
}

#[test]
fn a_debt_that_moves_behind_the_debtors_pass_is_still_collected() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		set_now(EXPIRY);
		// Orders, the price, and the first account of the debtors' pass.
		assert_ok!(settle(11 + 1 + 1));
		assert_eq!(phase(), Some(Phase::Debtors));
		// 1 was to receive 400 and was passed over. A liquidation gives it all of 3's, which owes 600:
		// puts and futures net out, and what is left, a short call, owes 200.
		Bank::mutate(|vaults| {
			vaults.positions.remove(&account(3));
			let ones = vaults.positions.get_mut(&account(1)).unwrap();
			ones.retain(|series, _| *series == call(1_000));
			assert_eq!(ones.values().collect::<Vec<_>>(), [&-CONTRACT]);
		});
		let before = [cash(1), cash(2)];
		for _ in 0..4 {
			run_block(EXPIRY);
		}
		assert_eq!(phase(), None);
		assert_eq!([cash(1) - before[0], cash(2) - before[1]], [-200 * USD, 200 * USD]);
		assert_eq!(Bank::pot(SUSPENSE), 0);
		assert!(Bank::get().positions.values().all(|held| held.is_empty()));
	});
}

#[test]
fn the_sweep_keeps_within_its_meter() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		set_now(EXPIRY);
		let limit = <()>::visit_market()
			.saturating_mul(2)
			.saturating_add(<()>::settle_account(3))
			.saturating_add(<()>::settle_order());
		// It takes half of what is left, and leaves a part of the proof alone.
		let block = Weights::get().max_block;
		let kept = block - straddle_traits::within_proof(block, block);
		let left = limit.saturating_mul(2).saturating_add(kept);
		let mut blocks = 0;
		while Listings::<Test>::contains_key((U, EXPIRY)) {
			let used = Options::on_idle(1, left);
			assert!(used.all_lte(limit));
			assert_sound();
			blocks += 1;
			assert!(blocks < 40);
		}
		assert!(blocks > 5);
	});
}

#[test]
fn another_expiry_is_left_alone() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		let later = Series { expiry: EXPIRY + DAY_MS, ..call(1_000) };
		place(1, later, Sell, 100, 800);
		place(2, later, Buy, 100, 800);
		place(3, later, Buy, 100, 100);
		fix(1_050);
		run_block(EXPIRY);
		assert_eq!(Bank::position(&account(2), &later), CONTRACT);
		assert_eq!(levels(later, Buy), [(100, 100, 1)]);
		assert_eq!(
			Expiries::<Test>::get(U).iter().map(|e| e.open_interest).sum::<u64>(),
			1_000_000
		);
	});
}

#[test]
fn nobody_is_paid_what_suspense_does_not_hold() {
	ExtBuilder::default().build_and_execute(|| {
		trade();
		fix(1_200);
		set_now(EXPIRY);
		assert_ok!(settle(11 + 1 + 3 + 1));
		assert_eq!(phase(), Some(Phase::Creditors));
		let lose = |by: Cash| {
			Bank::mutate(|vaults| *vaults.pots.entry(SUSPENSE).or_default() -= by);
		};
		// 1 is paid 400, 2 should be paid 200 of 199.
		lose(USD);
		assert_ok!(settle(2));
		assert_eq!(Bank::pot(SUSPENSE), 199 * USD);
		let Some(Event::AccountNotSettled { account: who, error, .. }) = events().pop() else {
			panic!("{:?}", events().pop())
		};
		assert_eq!(who, account(2));
		// Events keep no message.
		let short = DispatchError::from(Error::<Test>::SuspenseShort);
		assert_eq!(error.encode(), short.encode());
		lose(-USD);
		run_block(EXPIRY);
		run_block(EXPIRY);
		assert_eq!(phase(), None);
	});
}
