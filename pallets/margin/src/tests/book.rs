// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};

type Problem = Error<Test>;

fn book(entry: Entry) -> DispatchResult {
	Margin::book(Journal::of(vec![entry]))
}

fn forced(account: &MarginAccountId) -> Entry {
	Entry::new(account.clone(), Rule::Forced)
}

#[test]
fn a_journal_that_does_not_balance_says_in_what() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		let cases = [
			(forced(&account).cash(1), Imbalance::Cash),
			(forced(&account).lot(DOT, 1), Imbalance::Lots),
			(forced(&account).position(call(1), 1), Imbalance::Contracts),
		];
		for (entry, imbalance) in cases {
			assert_noop!(book(entry), Problem::Unbalanced(imbalance));
		}
		let twice = Journal::of(vec![forced(&account), forced(&account)]);
		assert_noop!(Margin::book(twice), Problem::Unbalanced(Imbalance::AccountTwice));
		assert_noop!(book(forced(&id(BOB, 0))), Problem::NoAccount);
	});
}

#[test]
fn a_trade_moves_premium_fee_and_contracts() {
	ExtBuilder.build_and_execute(|| {
		let (buyer, seller) = (open(ALICE, 0, 50_000), open(BOB, 0, 50_000));
		let mut journal = Journal::of(vec![
			Entry::new(buyer.clone(), TRADE).cash(-7_001 * USD).position(call(100_000), CONTRACT),
			Entry::new(seller.clone(), TRADE).cash(6_999 * USD).position(call(100_000), -CONTRACT),
		]);
		journal = journal.pot(Pot::Treasury, 2 * USD);
		assert_ok!(Margin::book(journal));
		assert_eq!(Margin::cash(&buyer), 42_999 * USD);
		assert_eq!(Margin::cash(&seller), 56_999 * USD);
		assert_eq!(Margin::pot(Pot::Treasury), 2 * USD);
		assert_eq!(Margin::positions(&buyer), vec![(call(100_000), CONTRACT)]);
		assert_eq!(Margin::positions(&seller), vec![(call(100_000), -CONTRACT)]);
		let million = CONTRACT as u64;
		let open = OpenContracts {
			longs: million,
			shorts: million,
			..OpenInterest::<Test>::get(call(100_000))
		};
		assert_eq!(OpenInterest::<Test>::get(call(100_000)), open);
		let totals = Totals::<Test>::get();
		assert_eq!(
			(totals.held, totals.positive, totals.pots),
			(100_000 * USD, 99_998 * USD, 2 * USD)
		);
	});
}

#[test]
fn what_comes_to_nothing_leaves_the_account_and_the_totals() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		deposit_lot(&a, DOT, 3);
		assert_eq!(Margin::lots(&a), vec![(DOT, 3_000_000)]);
		assert_eq!(LotTotals::<Test>::get(DOT), 3_000_000);
		let forced_pair = |by| trade((&a, Rule::Forced), (&b, Rule::Forced), put(90_000), by, 0);
		assert_ok!(forced_pair(5));
		assert_ok!(forced_pair(-5));
		let out = Entry::new(a.clone(), Rule::Withdraw).lot(DOT, -3_000_000);
		let journal = Journal { lots_in: vec![(DOT, -3_000_000)], ..Journal::of(vec![out]) };
		assert_ok!(Margin::book(journal));
		let change = OrderChange { buy: 5, buy_cost: 9, ..Default::default() };
		let back = OrderChange { buy: -5, buy_cost: -9, ..Default::default() };
		assert_ok!(book(forced(&a).order(call(1), change)));
		assert_ok!(book(Entry::new(a.clone(), Rule::Credit).order(call(1), back)));
		assert_eq!(account(&a), MarginAccount::new(ALICE, 0));
		assert_eq!(OpenInterest::<Test>::iter().count(), 0);
		assert_eq!(Holders::<Test>::iter().count(), 0);
		assert_eq!(LotTotals::<Test>::iter().count(), 0);
	});
}

#[test]
fn lists_stay_sorted() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		for strike in [3, 1, 2] {
			let (a, b) = ((&a, Rule::Forced), (&b, Rule::Forced));
			assert_ok!(trade(a, b, call(strike), strike as i64, 0));
			assert_ok!(trade(a, b, put(strike), -(strike as i64), 0));
		}
		let expected: Vec<_> = (1..4)
			.flat_map(|strike| [(call(strike), strike as i64), (put(strike), -(strike as i64))])
			.collect();
		assert_eq!(Margin::positions(&a), expected);
	});
}

#[test]
fn a_credit_takes_nothing() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 10), open(BOB, 0, 10));
		deposit_lot(&a, DOT, 3);
		let credit = |account: &MarginAccountId| Entry::new(account.clone(), Rule::Credit);
		let refused = [
			Journal::of(vec![credit(&a).cash(-1), credit(&b).cash(1)]),
			Journal::of(vec![credit(&a).lot(DOT, -1), credit(&b).lot(DOT, 1)]),
			Journal::of(vec![credit(&a).position(call(1), 1), credit(&b).position(call(1), -1)]),
			Journal::of(vec![
				credit(&a).order(call(1), OrderChange { sell: 1, ..Default::default() })
			]),
			Journal::of(vec![
				credit(&a).order(call(1), OrderChange { sell_proceeds: 1, ..Default::default() })
			]),
		];
		for journal in refused {
			assert_noop!(Margin::book(journal), Problem::NotACredit);
		}
	});
}

#[test]
fn a_credit_needs_no_price_and_comes_in_during_an_auction() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 10), open(BOB, 0, 0));
		assert_ok!(trade((&a, Rule::Forced), (&b, Rule::Forced), call(1), 1, 0));
		MockPrices::reset();
		MockAuctions::set(&a, true);
		deposit(&a, 5);
		deposit_lot(&a, DOT, 1);
		assert_eq!(Margin::cash(&a), 10 * USD + 5);
		MockAuctions::set(&a, false);
	});
}

#[test]
fn an_auction_shuts_every_way_out() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 50_000), open(BOB, 0, 50_000));
		MockAuctions::set(&a, true);
		assert_noop!(withdraw(&a, 1), Problem::InAuction);
		let traded = trade((&a, TRADE), (&b, TRADE), call(100_000), 1, 0);
		assert_eq!(traded, Err(Problem::InAuction.into()));
		let moved = trade((&a, Rule::Forced), (&b, TRADE), call(100_000), 1, 0);
		assert_ok!(moved);
		MockAuctions::set(&a, false);
	});
}

#[test]
fn pots_are_not_short_but_suspense() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 0);
		let pay = |pot| Margin::book(Journal::of(vec![forced(&a).cash(5)]).pot(pot, -5));
		let pots = [Pot::Rounding, Pot::Treasury, Pot::Feeders, Pot::GlobalPool, Pot::Bounties];
		for pot in pots.into_iter().chain([Pot::ChainPool(SourceId(1))]) {
			assert_noop!(pay(pot), Problem::PotShort);
		}
		assert_ok!(pay(Pot::Suspense(BTC, EXPIRY)));
		assert_eq!(Margin::pot(Pot::Suspense(BTC, EXPIRY)), -5);
		let totals = Totals::<Test>::get();
		assert_eq!((totals.pots, totals.shortfall, totals.held), (-5, 5, 0));
	});
}

#[test]
fn lots_end_at_nothing_and_cash_is_none() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		deposit_lot(&a, DOT, 1);
		let swap = |kind, by: i128| {
			Margin::book(Journal::of(vec![forced(&a).lot(kind, -by), forced(&b).lot(kind, by)]))
		};
		assert_noop!(swap(DOT, 1_000_001), Problem::LotShort);
		assert_noop!(swap(CASH, 0), Problem::CashIsNoLot);
		assert_ok!(swap(DOT, 1_000_000));
		assert_eq!((Margin::lots(&a), Margin::lots(&b)), (vec![], vec![(DOT, 1_000_000)]));
	});
}

#[test]
fn order_aggregates_are_counted_and_never_negative() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 0);
		let order = |series, buy, sell, buy_cost, sell_proceeds| {
			let change = OrderChange { buy, sell, buy_cost, sell_proceeds };
			book(forced(&a).order(series, change))
		};
		assert_ok!(order(call(1), 5, 3, 50, 30));
		assert_ok!(order(call(1), 1, -3, 10, -30));
		let totals = OrderTotals { buy: 6, sell: 0, buy_cost: 60, sell_proceeds: 0 };
		assert_eq!(*account(&a).orders, [(call(1), SeriesOrders { totals, ..Default::default() })]);
		let bad = [(-7, 0, 0, 0), (0, -1, 0, 0), (-6, 0, -59, 0), (0, 0, -61, 0), (0, 0, 0, 1)];
		for (buy, sell, cost, proceeds) in bad {
			assert_noop!(order(call(1), buy, sell, cost, proceeds), Problem::OrderMismatch);
		}
		// The price of a future is signed.
		let future = series(100_000, Kind::Future);
		assert_ok!(order(future, 5, 0, -50, 0));
		assert_noop!(order(future, -5, 0, 49, 0), Problem::OrderMismatch);
		assert_noop!(order(call(1), 0, 1, -70, 0), Problem::OrderMismatch);
		let change = OrderChange { buy: -5, buy_cost: 50, ..Default::default() };
		assert_ok!(book(Entry::new(a.clone(), Rule::Credit).order(future, change)));
		assert_eq!(account(&a).orders.len(), 1);
	});
}

#[test]
fn an_account_holds_512_series_32_lots_and_orders_in_64() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		let positions = |strikes: core::ops::Range<u64>, by: Quantity| {
			let fill = |mut entry: Entry, by| {
				entry.positions = strikes.clone().map(|strike| (call(strike), by)).collect();
				entry
			};
			Margin::book(Journal::of(vec![fill(forced(&a), by), fill(forced(&b), -by)]))
		};
		assert_ok!(positions(1..513, 1));
		assert_noop!(positions(513..514, 1), Problem::TooManyPositions);
		// One goes, one comes, in the other order.
		let roll = |account, by| forced(account).position(call(513), by).position(call(1), -by);
		assert_ok!(Margin::book(Journal::of(vec![roll(&a, 1), roll(&b, -1)])));

		for kind in 1..33 {
			deposit_lot(&a, CollateralId(kind), 1);
		}
		let lot = Entry::new(a.clone(), Rule::Credit).lot(CollateralId(33), 1);
		let journal = Journal { lots_in: vec![(CollateralId(33), 1)], ..Journal::of(vec![lot]) };
		assert_noop!(Margin::book(journal), Problem::TooManyLots);

		let orders = |strikes: core::ops::Range<u64>| {
			let mut entry = forced(&a);
			let change = OrderChange { buy: 1, ..Default::default() };
			entry.orders = strikes.map(|strike| (call(strike), change)).collect();
			book(entry)
		};
		assert_ok!(orders(1..65));
		assert_noop!(orders(65..66), Problem::TooManyOrderSeries);
	});
}

#[test]
fn numbers_that_do_not_fit_change_nothing() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		let overflow = ArithmeticError::Overflow;
		let push = |by, cash| trade((&a, Rule::Forced), (&b, Rule::Forced), call(1), by, cash);
		assert_ok!(push(Quantity::MAX, 0));
		assert_noop!(push(1, 0), overflow);
		assert_ok!(push(0, Cash::MAX));
		assert_noop!(push(0, 2), overflow);
		assert_ok!(push(-Quantity::MAX, -Cash::MAX));
	});
}

#[test]
fn a_settlement_takes_contracts_off_the_books_one_account_at_a_time() {
	ExtBuilder.build_and_execute(|| {
		let (long, short) = (open(ALICE, 0, 10_000), open(BOB, 0, 10_000));
		let forced_pair = ((&long, Rule::Forced), (&short, Rule::Forced));
		assert_ok!(trade(forced_pair.0, forced_pair.1, call(99_000), CONTRACT, 0));
		let suspense = Pot::Suspense(BTC, EXPIRY);
		let settle = |account: &MarginAccountId, by: Quantity, cash: Cash| {
			let entry = forced(account).position(call(99_000), by).cash(cash);
			let journal = Journal { settled: vec![(call(99_000), by)], ..Journal::of(vec![entry]) };
			Margin::book(journal.pot(suspense, -cash))
		};
		assert_noop!(settle(&short, CONTRACT, -1_000 * USD), Problem::NotSettled);
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(100_000));
		assert_ok!(settle(&short, CONTRACT, -1_000 * USD));
		let million = CONTRACT as u64;
		let half = OpenContracts {
			longs: million,
			swept: CONTRACT,
			shorts: 0,
			..OpenInterest::<Test>::get(call(99_000))
		};
		assert_eq!(OpenInterest::<Test>::get(call(99_000)), half);
		assert_eq!(Margin::pot(suspense), 1_000 * USD);
		Margin::do_try_state().expect("3 counts what was swept");
		assert_ok!(settle(&long, -CONTRACT, 1_000 * USD));
		assert!(!OpenInterest::<Test>::contains_key(call(99_000)));
		assert_eq!(Margin::pot(suspense), 0);
		assert_eq!(Margin::cash(&long), 11_000 * USD);
	});
}

#[test]
fn pots_are_filled_and_paid_out_without_an_account() {
	ExtBuilder.build_and_execute(|| {
		open(ALICE, 0, 1_000);
		let pay = |pot, cash: Cash| {
			Margin::book(Journal { cash_in: cash, ..Journal::default() }.pot(pot, cash))
		};
		assert_ok!(pay(Pot::GlobalPool, 500));
		assert_noop!(pay(Pot::GlobalPool, -501), Problem::PotShort);
		assert_ok!(pay(Pot::GlobalPool, -400));
		assert_eq!(Margin::pot(Pot::GlobalPool), 100);
		assert_eq!(Totals::<Test>::get().held, 1_000 * USD + 100);
		let unbalanced = Journal { cash_in: 1, ..Journal::default() };
		assert_noop!(Margin::book(unbalanced), Problem::Unbalanced(Imbalance::Cash));
	});
}

#[test]
fn holders_are_listed_in_the_order_of_their_ids() {
	ExtBuilder.build_and_execute(|| {
		let short = open(BOB, 0, 0);
		let longs: Vec<_> = (0..5).map(|index| open(ALICE, index, 0)).collect();
		for long in &longs {
			let (long, short) = ((long, Rule::Forced), (&short, Rule::Forced));
			assert_ok!(trade(long, short, call(1), 1, 0));
			assert_ok!(trade(long, short, put(1), 1, 0));
		}
		let mut all: Vec<_> = longs.iter().chain([&short]).cloned().collect();
		all.sort();
		assert_eq!(Margin::holders(BTC, EXPIRY, None, 10), all);
		assert_eq!(Margin::holders(BTC, EXPIRY, None, 2), all[..2]);
		assert_eq!(Margin::holders(BTC, EXPIRY, Some(&all[1]), 3), all[2..5]);
		assert_eq!(Margin::holders(BTC, EXPIRY, Some(&all[5]), 3), vec![]);
		// After an account that left meanwhile, too.
		assert_ok!(trade((&short, Rule::Forced), (&longs[0], Rule::Forced), call(1), 1, 0));
		assert_eq!(Margin::holders(BTC, EXPIRY, None, 10).len(), 6);
		assert_ok!(trade((&short, Rule::Forced), (&longs[0], Rule::Forced), put(1), 1, 0));
		let left: Vec<_> = all.iter().filter(|account| **account != longs[0]).cloned().collect();
		assert_eq!(Margin::holders(BTC, EXPIRY, None, 10), left);
		let after: Vec<_> = left.iter().filter(|account| **account > longs[0]).cloned().collect();
		assert_eq!(Margin::holders(BTC, EXPIRY, Some(&longs[0]), 10), after);
		assert_eq!(Margin::holders(BTC, EXPIRY + 1, None, 10), vec![]);
		assert_eq!(Margin::holders(ETH, EXPIRY, None, 10), vec![]);
	});
}
