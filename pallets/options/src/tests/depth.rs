// SPDX-License-Identifier: GPL-3.0-or-later

//! A match at the top costs the same however many orders rest below it, in its series and in the market.

use super::ledger::{build_with, id, open, owner, Chain, Options, RuntimeOrigin};
use crate::{
	mock::{market, EXPIRY, U, USD},
	*,
};
use book::OpenBook;
use frame_support::assert_ok;
use Side::{Buy, Sell};

/// Makers, each with at most 64 orders.
const MAKERS: core::ops::RangeInclusive<u8> = 10..=200;

fn series() -> Series {
	Series { underlying: U, expiry: EXPIRY, strike: Strike::usd(1_000), kind: Kind::Call }
}

/// Let orders rest, each at a price of its own, without asking for margin.
fn rest(maker: u8, places: &[Place]) {
	let mut entry = Entry::new(id(maker), Rule::Forced);
	for place in places {
		let order = NextOrderId::<Chain>::mutate(|next| {
			*next += 1;
			*next - 1
		});
		let mut book = OpenBook::<Chain>::open(place.series);
		let resting = Order {
			id: order,
			account: id(maker),
			remaining: CONTRACT,
			reduce_only: false,
			terms: Terms::default(),
		};
		book.rest(&Slot::from(place), resting).unwrap();
		book.store();
		let change = book::change(place, 0, CONTRACT).unwrap();
		match entry.orders.iter_mut().find(|(series, _)| *series == place.series) {
			Some((_, sum)) => {
				sum.buy += change.buy;
				sum.sell += change.sell;
				sum.buy_cost += change.buy_cost;
				sum.sell_proceeds += change.sell_proceeds;
			},
			None => entry.orders.push((place.series, change)),
		}
		entry.rests.push((order, *place));
	}
	<Chain as Config>::Ledger::book(Journal::of(vec![entry])).unwrap();
}

/// Bytes and nodes that a fill of the best ask adds to a block's proof while so many others rest.
fn proof(others: usize) -> (usize, usize) {
	let mut ext = build_with(Market { strikes_each_side: 5, ..market() });
	ext.execute_with(|| {
		MAKERS.for_each(open);
		let mut all = Options::series_of(U);
		// The one that is traded fills first.
		all.sort_by_key(|one| *one != series());
		let places = all.into_iter().flat_map(|series| {
			(1..=127).flat_map(move |n| {
				let away = n * USD / 100;
				[(Sell, 8 * USD + away), (Buy, 5 * USD - away)].map(|(side, price)| Place {
					series,
					side,
					price,
				})
			})
		});
		let places = places.take(others).collect::<Vec<_>>();
		assert_eq!(places.len(), others);
		for (maker, places) in MAKERS.zip(places.chunks(60)) {
			rest(maker, places);
		}
		rest(1, &[Place { series: series(), side: Sell, price: 8 * USD }]);
	});
	ext.commit_all().unwrap();
	let take = || {
		let origin = RuntimeOrigin::signed(owner(2));
		let kind = TimeInForce::FillOrKill;
		Options::place_order(origin, id(2), series(), Buy, CONTRACT, 8 * USD, kind, false)
	};
	let (taken, proof) = ext.execute_and_prove(take);
	assert_ok!(taken);
	let nodes = proof.iter_nodes().map(|node| node.len()).collect::<Vec<_>>();
	(nodes.iter().sum(), nodes.len())
}

#[test]
fn a_match_at_the_top_costs_the_same_with_ten_orders_and_ten_thousand() {
	let (few, many) = (proof(9), proof(9_999));
	println!("proof of a match, bytes and nodes: {few:?} with 10 orders, {many:?} with 10,000");
	assert!(many.0 * 2 <= few.0 * 3, "bytes: {many:?} against {few:?}");
	assert!(many.1 * 2 <= few.1 * 3, "nodes: {many:?} against {few:?}");
}
