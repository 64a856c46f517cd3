// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, assert_storage_noop, storage::with_transaction};
use sp_runtime::TransactionOutcome;
use straddle_test_kit::{MockAuctions, MockPrices};

type Problem = Error<Test>;

#[test]
fn health_gives_the_figures_and_what_binds_first() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 50_000), open(BOB, 0, 500_000));
		deposit_lot(&account, DOT, 100);
		let near = call(100_000);
		let later = Series { expiry: EXPIRY + DAY_MS, ..near };
		for (series, quantity) in [(near, 1_000), (later, -CONTRACT)] {
			let (a, b) = ((&account, Rule::Forced), (&other, Rule::Forced));
			assert_ok!(trade(a, b, series, quantity, 0));
		}
		let change = OrderChange { buy: 5, buy_cost: 7 * USD, ..Default::default() };
		let resting = Entry::new(account.clone(), Rule::Forced).order(near, change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		let health = Margin::health(account.clone()).expect("a health");
		let is = health.assessment;
		assert_eq!(health.equity, is.equity());
		assert_eq!(health.equity_initial, is.equity_initial());
		assert_eq!(health.equity_maintenance, is.equity_maintenance());
		assert_eq!(health.initial_excess, is.initial_excess());
		assert_eq!(health.maintenance_excess, is.maintenance_excess());
		assert_eq!(health.orders, money(7));
		let expiries: Vec<_> = health.expiries.iter().map(|part| part.expiry).collect();
		assert_eq!(expiries, vec![later.expiry, near.expiry]);
		assert_eq!(health.expiries[0].initial, money(15_500));
		assert_eq!(health.expiries[0].maintenance, money(9_300));
		let value = health.expiries[0].value + health.expiries[1].value;
		assert_eq!(value, is.options);
		assert_eq!(health.lots.len(), 1);
		assert_eq!((health.lots[0].kind, health.lots[0].credit.initial), (DOT, money(800)));
		assert!(!health.in_auction);
		MockAuctions::set(&account, true);
		assert!(Margin::health(account.clone()).expect("a health").in_auction);
		MockAuctions::set(&account, false);
		assert_eq!(Margin::health(id(BOB, 7)), None);
		MockPrices::reset();
		assert_eq!(Margin::health(account), None);
	});
}

/// The most that the view names goes through, and not one unit more.
fn ensure_exact(account: &MarginAccountId, error: Problem) -> Cash {
	let most = Margin::max_withdrawal(account.clone());
	assert_noop!(withdraw(account, most + 1), error);
	assert_ok!(withdraw(account, most));
	most
}

#[test]
fn the_largest_withdrawal_is_exact() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 40_000), open(BOB, 0, 100_000));
		let pair = ((&account, Rule::Forced), (&other, Rule::Forced));
		assert_ok!(trade(pair.0, pair.1, call(100_000), -CONTRACT, -7_000 * USD));
		let most = ensure_exact(&account, Problem::WithdrawalTooLarge);
		assert!(24_000 * USD < most && most < 25_000 * USD);
		assert_eq!(Margin::max_withdrawal(account), 0);
	});
}

#[test]
fn the_largest_withdrawal_leaves_the_reserve() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 3));
		deposit_lot(&debtor, DOT, 1_000);
		// The debtor's own 3 come with their reserve: 1,003 − 100.3 + .3.
		assert_eq!(ensure_exact(&debtor, Problem::CashReserve), 903 * USD);
		assert_eq!(Margin::max_withdrawal(creditor.clone()), 0);
		deposit(&debtor, 100 * USD);
		// 200 held: (200 − 100) / 0.9.
		assert_eq!(ensure_exact(&creditor, Problem::CashReserve), 111_111_111);
	});
}

#[test]
fn nothing_can_be_withdrawn_in_auction_or_without_prices() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 1_000), open(BOB, 0, 0));
		assert_eq!(Margin::max_withdrawal(account.clone()), 1_000 * USD);
		MockAuctions::set(&account, true);
		assert_eq!(Margin::max_withdrawal(account.clone()), 0);
		MockAuctions::set(&account, false);
		let pair = ((&account, Rule::Forced), (&other, Rule::Forced));
		assert_ok!(trade(pair.0, pair.1, call(100_000), 1, 0));
		assert!(Margin::max_withdrawal(account.clone()) > 0);
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_eq!(Margin::max_withdrawal(account), 0);
		assert_eq!(Margin::max_withdrawal(id(BOB, 7)), 0);
	});
}

#[test]
fn what_if_says_what_the_ledger_would_do() {
	ExtBuilder.build_and_execute(|| {
		let (account, maker) = (open(ALICE, 0, 15_500), open(BOB, 0, 1_000_000));
		let (mark, _) =
			<Margin as straddle_traits::Risk>::mark(&call(100_000), Lens::Latest).expect("a mark");
		let mut seen = (false, false);
		for (quantity, price) in [
			(-CONTRACT, mark),
			(-CONTRACT, mark + money(1)),
			(-2 * CONTRACT, mark + money(1)),
			(CONTRACT / 3, mark),
			(CONTRACT * 3, mark),
		] {
			let what_if = |account: &MarginAccountId| {
				Margin::what_if(account.clone(), call(100_000), quantity, price)
			};
			assert_storage_noop!(assert!(what_if(&account).is_some()));
			let answer = what_if(&account);
			let answer = answer.expect("an answer");
			assert_eq!(answer.mark, mark);
			assert_eq!(answer.before.cash, money(15_500));
			// What is paid rounds up, what is received rounds down.
			let exact = price.into_inner() / 1_000_000_000_000 * -quantity as i128 / 1_000_000;
			let after = answer.after.cash.into_inner() / 1_000_000_000_000 - 15_500 * USD;
			assert!((after - exact).abs() <= 3, "{after} for {exact}");
			let (a, b) = ((&account, TRADE), (&maker, Rule::Forced));
			let booked = frame_support::storage::with_transaction(|| {
				let booked = trade(a, b, call(100_000), quantity, -after);
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(booked))
			});
			assert_eq!(booked, Ok(answer.verdict));
			match answer.verdict {
				Ok(()) => seen.0 = true,
				Err(error) => {
					assert_eq!(error, Problem::BelowInitialMargin.into());
					seen.1 = true;
				},
			}
		}
		assert_eq!(seen, (true, true));
		assert_eq!(Margin::what_if(id(BOB, 7), call(100_000), 1, mark), None);
	});
}

#[test]
fn what_if_judges_how_far_from_the_mark_a_price_is() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 10_000), open(BOB, 0, 1_000_000));
		let pair = ((&account, Rule::Forced), (&other, Rule::Forced));
		assert_ok!(trade(pair.0, pair.1, call(100_000), -CONTRACT, -7_000 * USD));
		let mark = <Margin as straddle_traits::Risk>::mark(&call(100_000), Lens::Latest);
		let mark = mark.expect("a mark").0.into_inner();
		let verdict = |price: i128| {
			let price = Money::from_inner(price);
			let what = Margin::what_if(account.clone(), call(100_000), CONTRACT / 10, price);
			what.expect("an answer").verdict
		};
		let edge = mark / 20;
		assert_eq!(verdict(mark + edge), Ok(()));
		assert_eq!(verdict(mark - edge), Ok(()));
		assert_eq!(verdict(mark + edge + 1), Err(Problem::FarFromMark.into()));
		assert_eq!(verdict(mark - edge - 1), Err(Problem::FarFromMark.into()));
	});
}

#[test]
fn nothing_can_be_withdrawn_while_an_order_rests_on_a_dead_market() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1_000);
		let change = OrderChange { buy: 5, buy_cost: 7, ..Default::default() };
		let resting = Entry::new(account.clone(), TRADE).order(put(1), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		assert!(Margin::max_withdrawal(account.clone()) > 0);
		MockPrices::set_state(BTC, PriceState::Stale);
		assert_noop!(withdraw(&account, 1), Problem::PriceUnusable);
		assert_eq!(Margin::max_withdrawal(account), 0);
	});
}

/// What the queue of withdrawals asks: in all, and of one account.
#[test]
fn what_can_be_paid_leaves_the_reserve_and_is_ones_own() {
	ExtBuilder.build_and_execute(|| {
		let own = |account: &MarginAccountId| {
			Margin::withdrawable_cash_in(&mut <Margin as straddle_traits::Risk>::session(), account)
		};
		let (creditor, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 3));
		assert_eq!(Margin::payable_cash(), 1_003 * USD);
		deposit_lot(&debtor, DOT, 1_000);
		// His lots carry thousands, but three are his own.
		assert_eq!((own(&debtor), own(&creditor)), (3 * USD, 1_000 * USD));
		assert_ok!(withdraw(&debtor, 903 * USD));
		assert_eq!((Margin::payable_cash(), own(&debtor)), (0, 0));
		assert_eq!(own(&creditor), 1_000 * USD);
		deposit(&debtor, 100 * USD);
		// 200 held: (200 − 100) / 0.9.
		assert_eq!(Margin::payable_cash(), 111_111_111);
		assert_ok!(withdraw(&creditor, 111_111_111));
		assert_eq!(Margin::payable_cash(), 0);
		MockAuctions::set(&creditor, true);
		assert_eq!((own(&creditor), own(&id(BOB, 7))), (0, 0));
		MockAuctions::set(&creditor, false);
		// Below its margin an account lets nothing out, though it has cash.
		let (short, other) = (open(CHARLIE, 0, 40_000), open(CHARLIE, 1, 100_000));
		let pair = ((&short, Rule::Forced), (&other, Rule::Forced));
		assert_ok!(trade(pair.0, pair.1, call(100_000), -CONTRACT, -7_000 * USD));
		let free = own(&short);
		assert!(24_000 * USD < free && free < 25_000 * USD);
		MockPrices::set_spot(BTC, price(140_000));
		assert_eq!(own(&short), 0);
	});
}

#[test]
fn what_is_payable_leaves_the_reserve_of_interest_that_is_not_booked_yet() {
	ExtBuilder.build_and_execute(|| {
		let (lender, debtor) = (open(ALICE, 0, 2_000_000), open(BOB, 0, 0));
		deposit_lot(&debtor, DOT, 1_000_000);
		assert_ok!(withdraw(&debtor, 1_500_000 * USD));
		block_after(0);
		for hours in 1..40 {
			block_after(HOUR_MS);
			let payable = Margin::payable_cash();
			assert!(payable > 0 && payable < Margin::cash(&lender), "{hours}: {payable}");
			let out = with_transaction(|| {
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(withdraw(&lender, payable)))
			});
			assert_eq!(out, Ok(Ok(())), "after {hours} hours");
		}
	});
}
