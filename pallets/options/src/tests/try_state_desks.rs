// SPDX-License-Identifier: GPL-3.0-or-later

//! What must hold of quotes, tags, ends and depths, broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use Side::{Buy, Sell};

const DIFFER: &str = "invariant 6: desks and queues know different quotes";

/// Two quotes of account 1, one of 2 that is void, an order with a number and an end, and a deep side.
fn broken(by: impl FnOnce(), found: &'static str) {
	ExtBuilder::default().build().execute_with(|| {
		let quote = |series, side, rate| MakerQuote { series, side, quantity: CONTRACT, rate };
		let mass = |n, quotes: Vec<MakerQuote>| {
			let origin = RuntimeOrigin::signed(owner(n));
			Options::mass_quote(origin, account(n), U, quotes.try_into().unwrap())
		};
		let fixed = quote(call(1_000), Buy, Rate::Price(3 * USD));
		let pegged = quote(call(1_000), Sell, Rate::Pegged(900_000));
		assert_ok!(mass(1, vec![fixed, pegged]));
		assert_ok!(mass(2, vec![quote(put(900), Buy, Rate::Price(USD))]));
		let origin = RuntimeOrigin::signed(owner(2));
		assert_ok!(Options::cancel_quotes(origin, account(2), None));
		let place = Place { series: call(1_000), side: Buy, price: 2 * USD };
		let kind = TimeInForce::GoodTilTime(START + HOUR_MS);
		let origin = RuntimeOrigin::signed(owner(3));
		assert_ok!(Options::place_tagged(origin, account(3), place, CONTRACT, kind, false, 7));
		for n in 1..=20 {
			place_as(4, put(1_000), Buy, 10, n, TimeInForce::PostOnly, false).unwrap();
		}
		assert_ok!(Options::do_try_state());
		by();
		assert_eq!(Options::do_try_state(), Err(TryRuntimeError::Other(found)));
	});
}

fn key() -> ((MarginAccountId, UnderlyingId), (Series, Side)) {
	((account(1), U), (call(1_000), Buy))
}

fn mutate_stand(n: u8, change: impl FnOnce(&mut Stand)) {
	Desks::<Test>::mutate(account(n), |desk| change(&mut desk.stands[0]));
}

#[test]
fn quotes_are_those_of_the_desks() {
	broken(|| Quotes::<Test>::remove(key().0, key().1), DIFFER);
	broken(
		|| Quotes::<Test>::mutate(key().0, key().1, |quoted| quoted.as_mut().unwrap().id = 99),
		DIFFER,
	);
	broken(
		|| {
			let quoted = Quotes::<Test>::take(key().0, key().1).unwrap();
			Quotes::<Test>::insert((account(1), UnderlyingId(5)), key().1, quoted);
		},
		"invariant 6: a quote in another market",
	);
	broken(|| mutate_stand(1, |stand| stand.quotes = 3), "desks: a count of quotes");
	broken(|| mutate_stand(2, |stand| stand.voids = 0), "desks: a count of quotes");
	broken(|| mutate_stand(1, |stand| stand.void_before = 99), "desks: a count of quotes");
	broken(|| Desks::<Test>::remove(account(1)), "desks: quotes without a stand");
	broken(|| Voided::<Test>::remove(account(2)), "desks: void quotes that nobody takes away");
	broken(|| Desks::<Test>::mutate(account(1), |desk| desk.tier = 4), "desks: no such tier");
	broken(
		|| {
			Desks::<Test>::mutate(account(1), |desk| {
				let again = desk.stands[0];
				desk.stands.try_push(again).unwrap();
			})
		},
		"desks: stands are not sorted",
	);
}

#[test]
fn tags_and_ends_are_those_of_orders() {
	let differ = "invariant 6: traders' numbers differ";
	broken(|| Tagged::<Test>::remove(account(3), 7), differ);
	broken(|| Tagged::<Test>::insert(account(3), 8, 3), differ);
	let minute = (START + HOUR_MS) / MINUTE_MS;
	broken(|| Ending::<Test>::remove(minute, 3), "invariant 6: orders' ends differ");
	broken(
		|| Ending::<Test>::insert(minute + 1, 3, account(3)),
		"invariant 6: orders' ends differ",
	);
	broken(|| EndCursor::<Test>::put(minute + 1), "invariant 6: an order's end is passed already");
}

#[test]
fn what_lies_deep_is_counted() {
	let shelf = Shelf { side: Buy, pegged: false };
	broken(
		|| Books::<Test>::mutate(put(1_000), |book| book.deep[0] -= 1),
		"invariant 6: a count of what lies deeper",
	);
	broken(
		|| {
			let depth = Depths::<Test>::get(put(1_000), shelf);
			Depths::<Test>::insert(put(900), shelf, depth);
			Books::<Test>::mutate(put(900), |book| book.deep = [0; 4]);
		},
		"invariant 6: a count of what lies deeper",
	);
	broken(
		|| {
			Depths::<Test>::insert(call(900), shelf, Depth::default());
		},
		"invariant 6: levels lie deeper than none",
	);
	broken(
		|| {
			Queues::<Test>::mutate(call(1_000), Slot::pegged(Sell, 900_000), |queue| {
				queue[0].terms.is_quote = false;
			})
		},
		"invariant 6: an order with a volatility is not a quote",
	);
}
