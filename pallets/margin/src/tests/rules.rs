// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};
use straddle_traits::Risk;

type Problem = Error<Test>;

/// Somebody with much money who takes the other side.
fn maker() -> MarginAccountId {
	let maker = id(CHARLIE, 0);
	if !Accounts::<Test>::contains_key(&maker) {
		open(CHARLIE, 0, 10_000_000);
	}
	maker
}

/// `account` trades with the maker: a quantity for a change of its cash.
fn swap(account: &MarginAccountId, rule: Rule, quantity: Quantity, cash: Cash) -> DispatchResult {
	let series = call(100_000);
	trade((account, rule), (&maker(), Rule::Forced), series, quantity, -cash)
}

/// Take cash out without asking.
fn lose(account: &MarginAccountId, cash: Cash) {
	let entry = Entry::new(account.clone(), Rule::Forced).cash(-cash);
	assert_ok!(Margin::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, cash)));
}

fn assess(account: &MarginAccountId) -> Assessment {
	Margin::assess(account, Lens::Latest).expect("the account can be valued")
}

/// An account short one call with equity 10,000: above MM 9,300, below IM 15,500.
fn below_initial() -> MarginAccountId {
	let account = open(ALICE, 0, 10_000);
	assert_ok!(swap(&account, Rule::Forced, -CONTRACT, mark(&call(100_000)) + 1));
	let is = assess(&account);
	assert!(is.initial_excess() < money(-5_499) && is.maintenance_excess() > money(699));
	account
}

#[test]
fn a_trade_needs_initial_margin_to_the_last_unit() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 15_500);
		maker();
		let premium = mark(&call(100_000));
		// Less than the mark by a part of a unit, so equity is that much below 15,500.
		assert_noop!(swap(&account, TRADE, -CONTRACT, premium), Problem::BelowInitialMargin);
		let far = Rule::Trade { near_mark: false };
		assert_ok!(swap(&account, far, -CONTRACT, premium + 1));
		assert!(assess(&account).initial_excess() < money(1));
	});
}

#[test]
fn a_resting_order_needs_initial_margin() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 500);
		let order = |cost| {
			let change = OrderChange { buy: CONTRACT, buy_cost: cost, ..Default::default() };
			Entry::new(account.clone(), TRADE).order(call(100_000), change)
		};
		let book = |cost| Margin::book(Journal::of(vec![order(cost)]));
		assert_noop!(book(500 * USD + 1), Problem::BelowInitialMargin);
		assert_ok!(book(500 * USD));
		// A withdrawal is measured against it as well, and a cancellation frees it.
		assert_noop!(withdraw(&account, 1), Problem::WithdrawalTooLarge);
		let back = OrderChange { buy: -CONTRACT, buy_cost: -500 * USD, ..Default::default() };
		let entry = Entry::new(account.clone(), Rule::Credit).order(call(100_000), back);
		assert_ok!(Margin::book(Journal::of(vec![entry])));
		assert_ok!(withdraw(&account, 500 * USD));
	});
}

#[test]
fn prices_that_are_not_valid_open_nothing_and_let_nothing_out() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		assert_ok!(swap(&account, TRADE, -CONTRACT, mark(&call(100_000))));
		use PriceState::*;
		for state in [Uncertain, TooVolatile, Stale, NoQuorum, NonPositive] {
			MockPrices::set_state(BTC, state);
			let premium = mark(&call(100_000));
			// One more is not opened; it does not lower MM either.
			let more = swap(&account, TRADE, -CONTRACT, premium);
			let refusal = match state {
				Uncertain | TooVolatile => Problem::NotReducing,
				_ => Problem::PriceUnusable,
			};
			assert_eq!(more, Err(refusal.into()), "{state:?}");
			assert_noop!(withdraw(&account, 1), Problem::PriceUnusable);
		}
		// Half may be bought back where the state allows to reduce.
		for (state, allowed) in [(Stale, false), (Uncertain, true), (TooVolatile, true)] {
			MockPrices::set_state(BTC, state);
			let half = -(mark(&call(100_000)) / 4);
			let back = swap(&account, TRADE, CONTRACT / 4, half);
			assert_eq!(back.is_ok(), allowed, "{state:?}: {back:?}");
		}
	});
}

#[test]
fn a_stablecoin_off_its_peg_stops_opening_but_not_the_way_out_of_cash() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		let one = FixedU128::from_u32(1);
		let percent = FixedU128::from_rational(1, 100);
		let beyond = FixedU128::from_inner(percent.into_inner() + 1);
		for peg in [one + beyond, one - beyond] {
			Haircuts::set_peg(peg, PriceState::Valid);
			assert_ok!(withdraw(&account, 1));
			let opened = swap(&account, TRADE, -CONTRACT, mark(&call(100_000)));
			assert_eq!(opened, Err(Problem::NotReducing.into()));
		}
		Haircuts::set_peg(one + percent, PriceState::Valid);
		assert_ok!(swap(&account, TRADE, -CONTRACT, mark(&call(100_000))));
		Haircuts::set_peg(one - beyond, PriceState::Valid);
		assert_ok!(swap(&account, TRADE, CONTRACT, -mark(&call(100_000))));
	});
}

#[test]
fn below_initial_margin_a_trade_near_the_mark_may_reduce() {
	ExtBuilder.build_and_execute(|| {
		let account = below_initial();
		let tenth = mark(&call(100_000)) / 10;
		let far = Rule::Trade { near_mark: false };
		assert_noop!(swap(&account, far, CONTRACT / 10, -tenth), Problem::FarFromMark);
		assert_ok!(swap(&account, TRADE, CONTRACT / 10, -tenth));
		assert!(assess(&account).initial_excess() < money(0));
		assert_eq!(assess(&account).maintenance, money(8_370));
	});
}

#[test]
fn below_initial_margin_nothing_else_is_allowed() {
	ExtBuilder.build_and_execute(|| {
		let account = below_initial();
		deposit_lot(&account, DOT, 1);
		let premium = mark(&call(100_000));
		// MM rises.
		let sold = swap(&account, TRADE, -1, premium / 1_000_000);
		assert_eq!(sold, Err(Problem::NotReducing.into()));
		// MM falls by a tenth and equity by more.
		let dear = -(premium / 10) - 1_001 * USD;
		assert_noop!(swap(&account, TRADE, CONTRACT / 10, dear), Problem::NotReducing);
		let fair = -(premium / 10) - 990 * USD;
		assert_ok!(swap(&account, TRADE, CONTRACT / 10, fair));
		// MM stays, though cash comes in.
		let gift = Journal::of(vec![
			Entry::new(account.clone(), TRADE).cash(5),
			Entry::new(maker(), Rule::Forced).cash(-5),
		]);
		assert_noop!(Margin::book(gift), Problem::NotReducing);
		// Cash without a position, a lot, a new order.
		let out = |entry: Entry| Margin::book(Journal::of(vec![entry]).pot(Pot::Treasury, 1));
		let fee = Entry::new(account.clone(), TRADE).cash(-1);
		assert_noop!(out(fee), Problem::SomethingLeaves);
		let order = OrderChange { buy: 1, ..Default::default() };
		let resting = Entry::new(account.clone(), TRADE).order(call(1), order);
		assert_noop!(Margin::book(Journal::of(vec![resting])), Problem::SomethingLeaves);
		let lots = Journal::of(vec![
			Entry::new(account.clone(), TRADE).lot(DOT, -1).cash(9),
			Entry::new(maker(), Rule::Forced).lot(DOT, 1).cash(-9),
		]);
		assert_noop!(Margin::book(lots), Problem::SomethingLeaves);
		assert_noop!(withdraw(&account, 1), Problem::WithdrawalTooLarge);
	});
}

#[test]
fn equity_per_margin_may_stay_but_not_fall() {
	ExtBuilder.build_and_execute(|| {
		let account = below_initial();
		let was = assess(&account);
		let premium = mark(&call(100_000));
		// Half the margin goes: at most half the equity may.
		let half = was.equity_maintenance().into_inner() / 2_000_000_000_000;
		let at_most = -(premium / 2) - half;
		assert_noop!(swap(&account, TRADE, CONTRACT / 2, at_most - 1), Problem::NotReducing);
		assert_ok!(swap(&account, TRADE, CONTRACT / 2, at_most + 1));
		let is = assess(&account);
		assert_eq!(is.maintenance, money(4_650));
		let twice = is.equity_maintenance().into_inner() * 2;
		assert!(twice >= was.equity_maintenance().into_inner());
	});
}

#[test]
fn with_negative_equity_only_the_auction_acts() {
	ExtBuilder.build_and_execute(|| {
		let account = below_initial();
		lose(&account, 10_001 * USD);
		let back = -mark(&call(100_000));
		assert_noop!(swap(&account, TRADE, CONTRACT, back), Problem::Insolvent);
		// Adding is always allowed.
		deposit(&account, 2 * USD);
		assert_ok!(swap(&account, TRADE, CONTRACT / 2, back / 2));
	});
}

#[test]
fn a_debt_is_backed_by_lots_never_by_what_a_position_is_worth() {
	ExtBuilder.build_and_execute(|| {
		let (account, maker) = (open(ALICE, 0, 30_000), maker());
		// Worth 50,000 at once; bought for 50,000.
		let future = series(50_000, Kind::Future);
		let buy =
			|rule| trade((&account, rule), (&maker, Rule::Forced), future, CONTRACT, 50_000 * USD);
		assert_noop!(buy(TRADE), Problem::UnbackedDebt);
		// 2,500 tokens count 20,000: just the debt.
		deposit_lot(&account, DOT, 2_499);
		assert_noop!(buy(TRADE), Problem::UnbackedDebt);
		deposit_lot(&account, DOT, 1);
		assert_ok!(buy(TRADE));
		assert_eq!(Margin::cash(&account), -20_000 * USD);
	});
}

#[test]
fn an_option_is_not_bought_on_credit_of_itself() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		maker();
		let premium = mark(&call(100_000));
		assert_noop!(swap(&account, TRADE, CONTRACT, -premium), Problem::BelowInitialMargin);
		deposit(&account, premium);
		assert_ok!(swap(&account, TRADE, CONTRACT, -premium));
		assert_eq!(Margin::cash(&account), 0);
	});
}

#[test]
fn cash_is_borrowed_and_withdrawn_against_lots() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		maker();
		deposit_lot(&account, DOT, 100);
		assert_noop!(withdraw(&account, 800 * USD + 1), Problem::WithdrawalTooLarge);
		assert_ok!(withdraw(&account, 800 * USD));
		assert_eq!(Margin::cash(&account), -800 * USD);
		assert_eq!(Totals::<Test>::get().negative, 800 * USD);
	});
}

#[test]
fn option_value_is_never_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 40_000);
		assert_ok!(swap(&account, TRADE, -CONTRACT, mark(&call(100_000)) + 1));
		let is = assess(&account);
		// 40,000 + premium − value of the short − 15,500.
		let free = is.withdrawable().into_inner() / 1_000_000_000_000;
		assert_eq!(free, 24_500 * USD);
		assert_noop!(withdraw(&account, free + 1), Problem::WithdrawalTooLarge);
		assert_ok!(withdraw(&account, free));
	});
}

#[test]
fn a_payout_leaves_a_tenth_of_positive_cash() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 0));
		deposit_lot(&debtor, DOT, 1_000);
		// 1,000 held, 1,000 positive: a debtor takes at most 900.
		assert_noop!(withdraw(&debtor, 900 * USD + 1), Problem::CashReserve);
		assert_ok!(withdraw(&debtor, 900 * USD));
		assert_noop!(withdraw(&creditor, 1), Problem::CashReserve);
		// Between accounts nothing is paid out.
		let other = open(ALICE, 1, 0);
		assert_ok!(Margin::transfer_cash(origin(ALICE), creditor.clone(), other, 5));
		deposit(&debtor, 450 * USD);
		// 550 held less a tenth of what stays: 0.9 x ≤ 450.
		assert_noop!(withdraw(&creditor, 500 * USD + 1), Problem::CashReserve);
		assert_ok!(withdraw(&creditor, 500 * USD));
	});
}

#[test]
fn who_owes_nothing_to_anybody_can_always_take_all() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1_000);
		assert_ok!(withdraw(&account, 1_000 * USD));
		assert_eq!(Totals::<Test>::get(), CashTotals::default());
	});
}

#[test]
fn a_bid_counts_on_stale_and_uncertain_prices_and_off_the_peg() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 15_501);
		maker();
		let premium = mark(&call(100_000));
		let bid = || swap(&account, Rule::Bid, -CONTRACT, premium);
		for state in [PriceState::NoQuorum, PriceState::TooVolatile, PriceState::NonPositive] {
			MockPrices::set_state(BTC, state);
			assert_noop!(bid(), Problem::PriceUnusable);
		}
		for state in [PriceState::Uncertain, PriceState::Stale] {
			MockPrices::set_state(BTC, state);
			assert_noop!(swap(&account, TRADE, -CONTRACT, premium), Problem::PriceUnusable);
			// Taken back, so that the next state finds the same account.
			assert_ok!(frame_support::storage::with_transaction(|| {
				frame_support::storage::TransactionOutcome::Rollback(bid())
			}));
		}
		assert_ok!(bid());
	});
}

#[test]
fn a_bidder_needs_initial_margin_and_is_not_in_auction() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 15_400);
		maker();
		let premium = mark(&call(100_000));
		let bid = || swap(&account, Rule::Bid, -CONTRACT, premium);
		assert_noop!(bid(), Problem::BelowInitialMargin);
		MockAuctions::set(&account, true);
		assert_noop!(bid(), Problem::InAuction);
		MockAuctions::set(&account, false);
	});
}
