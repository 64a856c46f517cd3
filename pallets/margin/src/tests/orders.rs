// SPDX-License-Identifier: GPL-3.0-or-later

//! Where orders rest, as their account knows it.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use Side::{Buy, Sell};

type Problem = Error<Test>;

fn at(series: Series, side: Side, price: Cash) -> Place {
	Place { series, side, price }
}

fn book(entry: Entry) -> DispatchResult {
	Margin::book(Journal::of(vec![entry]))
}

#[test]
fn an_account_knows_where_its_orders_rest() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 1_000);
		let forced = || Entry::new(a.clone(), Rule::Forced);
		assert!(Margin::orders(&a).is_empty() && Margin::orders(&id(BOB, 0)).is_empty());
		let (dear, cheap, future) = (at(call(2), Sell, 90 * USD), at(call(1), Buy, USD), {
			at(series(100_000, Kind::Future), Buy, -7 * USD)
		});
		let change = OrderChange { sell: 5, sell_proceeds: 450, ..Default::default() };
		assert_ok!(book(forced().order(call(2), change).rests(3, dear).rests(9, cheap)));
		assert_ok!(book(forced().rests(4, future).rests(1, at(call(2), Buy, USD))));
		let known = vec![(1, at(call(2), Buy, USD)), (3, dear), (4, future), (9, cheap)];
		assert_eq!(Margin::orders(&a), known);
		let mut all = Margin::all_orders();
		all.sort_by_key(|(_, order, _)| *order);
		let expected = known.iter().map(|(order, place)| (a.clone(), *order, *place));
		assert_eq!(all, expected.collect::<Vec<_>>());
		// Twice, from where it does not rest, and one that is not known.
		assert_noop!(book(forced().rests(3, dear)), Problem::OrderMismatch);
		assert_noop!(book(forced().gone(3, at(call(2), Buy, 90 * USD))), Problem::OrderMismatch);
		assert_noop!(book(forced().gone(3, at(call(2), Sell, 91 * USD))), Problem::OrderMismatch);
		assert_noop!(book(forced().gone(3, at(call(1), Sell, 90 * USD))), Problem::OrderMismatch);
		assert_noop!(book(forced().gone(5, dear)), Problem::OrderMismatch);
		// A price that no contract has.
		let far = at(call(2), Buy, i128::from(i64::MAX) + 1);
		assert_noop!(book(forced().rests(5, far)), Problem::OrderMismatch);
		// They go with the owner, and one by one, whatever is left.
		assert_ok!(Margin::offer_ownership(origin(ALICE), a.clone(), BOB));
		assert_ok!(Margin::accept_ownership(origin(BOB), a.clone()));
		let back = OrderChange { sell: -5, sell_proceeds: -450, ..Default::default() };
		assert_ok!(book(forced().order(call(2), back).gone(3, dear).gone(4, future)));
		assert_eq!(Margin::orders(&a), vec![known[0], known[3]]);
		assert_noop!(Margin::close_account(origin(BOB), a.clone()), Problem::AccountNotEmpty);
		let last =
			|nth: usize| Entry::new(a.clone(), Rule::Credit).gone(known[nth].0, known[nth].1);
		assert_ok!(book(last(0)));
		assert_ok!(book(last(3)));
		assert_ok!(withdraw(&a, 1_000 * USD));
		assert_ok!(Margin::close_account(origin(BOB), a.clone()));
	});
}

#[test]
fn a_credit_lets_orders_go_and_none_come() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 0);
		let place = at(call(1), Buy, USD);
		let credit = || Entry::new(a.clone(), Rule::Credit);
		assert_noop!(book(credit().rests(1, place)), Problem::NotACredit);
		assert_ok!(book(Entry::new(a.clone(), Rule::Forced).rests(1, place)));
		assert_ok!(book(credit().gone(1, place)));
		assert_eq!(Margin::orders(&a), vec![]);
	});
}

#[test]
fn an_account_has_64_orders_over_all_series() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 0);
		let forced = || Entry::new(a.clone(), Rule::Forced);
		let place = |n: u64| at(call(1 + n % 3), Buy, n.into());
		let mut entry = forced();
		entry.rests = (0..64).map(|n| (n, place(n))).collect();
		assert_ok!(book(entry));
		assert_eq!(Margin::orders(&a).len(), 64);
		assert_noop!(book(forced().rests(64, place(64))), Problem::TooManyOrders);
		// One goes, one comes.
		assert_ok!(book(forced().rests(64, place(64)).gone(5, place(5))));
	});
}
