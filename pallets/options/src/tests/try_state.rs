// SPDX-License-Identifier: GPL-3.0-or-later

//! Each invariant, broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use std::collections::BTreeMap;
use straddle_test_kit::MockPrices;
use Side::{Buy, Sell};

/// A book with two orders a side at two prices, and one trade.
fn broken(by: impl FnOnce(), found: &'static str) {
	ExtBuilder::default().build().execute_with(|| {
		place(1, call(1_000), Buy, 10, 500);
		place(1, call(1_000), Buy, 10, 500);
		place(1, call(1_000), Buy, 10, 600);
		place(2, call(1_000), Sell, 20, 800);
		place(2, call(1_000), Sell, 10, 900);
		place(3, call(1_000), Buy, 10, 800);
		assert_ok!(Options::do_try_state());
		by();
		assert_eq!(Options::do_try_state(), Err(TryRuntimeError::Other(found)));
	});
}

fn reverse<Item: Clone, Bound: Get<u32>>(list: &mut BoundedVec<Item, Bound>) {
	let backwards = list.iter().rev().cloned().collect::<Vec<_>>();
	*list = BoundedVec::truncate_from(backwards);
}

fn mutate_book(change: impl FnOnce(&mut Book)) {
	Books::<Test>::mutate(call(1_000), change);
}

fn mutate_queue(cents: Cash, change: impl FnOnce(&mut Queue)) {
	Queues::<Test>::mutate(call(1_000), Slot::of(Buy, cents * 10_000), change);
}

/// As `broken`, in the middle of a sweep that has fixed its price.
fn broken_sweep(by: impl FnOnce(), found: &'static str) {
	let by = || {
		MockPrices::settle(U, EXPIRY, Price::from_u32(1_100));
		set_now(EXPIRY);
		// Series, orders, the price.
		for steps in [11, 5 + 1] {
			assert_ok!(Options::settle(RuntimeOrigin::signed(owner(1)), U, EXPIRY, steps));
		}
		assert_eq!(Settling::<Test>::get((U, EXPIRY)).unwrap().phase, Phase::Debtors);
		assert_ok!(Options::do_try_state());
		by();
	};
	broken(by, found);
}

#[test]
fn rules() {
	broken(
		|| Parameters::<Test>::mutate(|params| params.feeders = Permill::one()),
		"rules: parameters make no sense",
	);
	broken(
		|| Markets::<Test>::insert(UnderlyingId(4), market()),
		"rules: Underlyings differ from Markets",
	);
	broken(
		|| {
			Underlyings::<Test>::try_append(U).unwrap();
		},
		"rules: a market twice",
	);
	broken(
		|| Markets::<Test>::insert(U, Market { tick: 0, ..market() }),
		"rules: a market is invalid",
	);
}

#[test]
fn listings() {
	broken(|| Expiries::<Test>::mutate(U, reverse), "listing: expiries are not sorted");
	broken(
		|| Listings::<Test>::remove((U, EXPIRY + DAY_MS)),
		"listing: Expiries differ from Listings",
	);
	let mutate = |change: fn(&mut Listing)| {
		Listings::<Test>::mutate((U, EXPIRY), |listing| listing.as_mut().map(change));
	};
	broken(|| mutate(|listing| reverse(&mut listing.strikes)), "listing: strikes are not sorted");
	broken(|| mutate(|listing| listing.step = 7), "listing: a strike is off the grid");
	broken(
		|| mutate(|listing| listing.future = Strike(0)),
		"listing: a future without a reference price",
	);
	broken(
		|| {
			Expiries::<Test>::insert(UnderlyingId(3), ExpiryList::default());
		},
		"listing: an expiry without a market",
	);
}

#[test]
fn invariant_6_levels_are_the_sums_of_their_orders() {
	broken(
		|| mutate_queue(500, |queue| queue[0].remaining += 1),
		"invariant 6: a level is not its orders' sum",
	);
	broken(
		|| mutate_book(|book| book.bids[0].total -= 1),
		"invariant 6: a level is not its orders' sum",
	);
	broken(|| mutate_book(|book| book.bids[0].orders = 1), "invariant 6: a level's count");
	broken(
		|| {
			mutate_book(|book| {
				book.bids[1].orders = 0;
				book.bids[1].total = 0;
			});
			Queues::<Test>::remove(call(1_000), Slot::of(Buy, 6_000_000));
		},
		"invariant 6: a level without orders",
	);
	broken(
		|| mutate_book(|book| book.bids.truncate(1)),
		"invariant 6: orders at a price that has no level",
	);
	broken(
		|| Books::<Test>::insert(put(1_000), Book::default()),
		"invariant 6: an empty book is stored",
	);
}

#[test]
fn invariant_6_price_and_time_order() {
	broken(|| mutate_book(|book| reverse(&mut book.bids)), "invariant 6: bids unsorted");
	broken(|| mutate_book(|book| reverse(&mut book.asks)), "invariant 6: asks unsorted");
	broken(
		|| mutate_book(|book| book.bids[1].price = 10 * USD),
		"invariant 6: the book is crossed",
	);
	broken(|| mutate_queue(500, reverse), "invariant 6: orders are not in time's order");
	broken(|| mutate_book(|book| book.bids[0].orders = u8::MAX), "invariant 6: a side is overfull");
}

#[test]
fn invariant_6_accounts_know_their_orders() {
	let differ = "invariant 6: accounts and queues know different orders";
	let places = |change: &dyn Fn(&mut BTreeMap<(MarginAccountId, OrderId), Place>)| {
		Bank::mutate(|vaults| change(&mut vaults.places))
	};
	let first = || (account(1), 0);
	broken(|| places(&|all| all.retain(|key, _| *key != first())), differ);
	broken(|| places(&|all| all.get_mut(&first()).unwrap().side = Sell), differ);
	broken(|| places(&|all| all.extend([((account(4), 0), all[&first()])])), differ);
	broken(|| mutate_queue(500, |queue| queue[0].account = account(4)), differ);
	broken(|| NextOrderId::<Test>::put(1), "invariant 6: an order's number is not given out yet");
	broken(
		|| {
			mutate_queue(500, |queue| {
				queue[1].remaining += queue[0].remaining;
				queue[0].remaining = 0;
			})
		},
		"invariant 6: an order with nothing left",
	);
	broken(
		|| {
			mutate_queue(600, |queue| queue[0].id = 0);
		},
		"invariant 6: an order twice",
	);
}

#[test]
fn invariant_9_a_settled_series_has_no_orders_and_one_price() {
	broken(
		|| {
			Listings::<Test>::remove((U, EXPIRY));
			Expiries::<Test>::mutate(U, |list| list.remove(0));
		},
		"invariant 9: orders rest in a series that is gone",
	);
	let level = Level { price: USD, total: 1, orders: 1 };
	broken_sweep(
		|| {
			let order = Order {
				id: 0,
				account: account(1),
				remaining: 1,
				reduce_only: false,
				terms: Terms::default(),
			};
			let place = Place { series: put(900), side: Buy, price: USD };
			mutate_book(|_| ());
			Books::<Test>::mutate(put(900), |book| book.bids.try_push(level).unwrap());
			Queues::<Test>::mutate(put(900), Slot::of(Buy, USD), |queue| {
				queue.try_push(order).unwrap()
			});
			Bank::mutate(|vaults| vaults.places.insert((account(1), 0), place));
			Books::<Test>::remove(call(1_000));
		},
		"invariant 9: orders rest in a series that was swept",
	);
	broken_sweep(
		|| MockPrices::settle(U, EXPIRY, Price::from_u32(1_101)),
		"invariant 9: the price changed",
	);
	let mutate = |change: fn(&mut Sweep)| {
		Settling::<Test>::mutate((U, EXPIRY), |sweep| sweep.as_mut().map(change));
	};
	broken_sweep(|| mutate(|sweep| sweep.price = None), "invariant 9: a sweep without its price");
	broken_sweep(|| set_now(EXPIRY - 1), "invariant 9: a sweep before its expiry");
	broken_sweep(
		|| {
			let sweep = Settling::<Test>::get((U, EXPIRY)).unwrap();
			Settling::<Test>::insert((U, EXPIRY + 1), sweep);
		},
		"invariant 9: a sweep of an expiry that is not listed",
	);
}

#[test]
fn invariant_3_suspense_covers_what_is_owed() {
	let suspense = |by: Cash| {
		Bank::mutate(|vaults| *vaults.pots.entry(Pot::Suspense(U, EXPIRY)).or_default() += by);
	};
	broken(|| suspense(1), "invariant 3: suspense before the settlement");
	let uncovered = "invariant 3: suspense does not cover what is owed";
	broken_sweep(|| suspense(-1), uncovered);
	// A long without its short.
	broken_sweep(
		|| {
			Bank::mutate(|vaults| vaults.positions.remove(&account(2)));
		},
		uncovered,
	);
}

#[test]
fn open_interest_is_not_below_the_longs() {
	broken(
		|| Expiries::<Test>::mutate(U, |list| list[0].open_interest -= 1),
		"open interest is below the longs held",
	);
}
