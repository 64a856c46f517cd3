// SPDX-License-Identifier: GPL-3.0-or-later

//! Bids on states that sales have come after.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use straddle_primitives::*;

type E = Error<Test>;

fn percent(n: u32) -> Perbill {
	Perbill::from_percent(n)
}

/// Dave buys so much of Alice's account as it is now.
fn others_buy(share: Perbill) {
	if !book().accounts.contains_key(&acc(4)) {
		open(&acc(4), who(4), 1_000_000 * UNIT);
	}
	let state_id = Auctions::<Test>::get(alice()).unwrap().state_id;
	assert_ok!(bid_as(4, &alice(), state_id, share, Cash::MAX));
}

/// What was sold to Bob: his share of what there was then, and what he paid with the bounty.
fn sold() -> (FixedU128, Cash) {
	let taken = |event: Event<Test>| match event {
		Event::BidTaken { bidder, share, payment, bounty, .. } if bidder == bob() => {
			Some((share, payment + bounty))
		},
		_ => None,
	};
	events().into_iter().find_map(taken).unwrap()
}

/// E 900, R 1000, C 200 at κ .1: φ .238…, P − C = 600 and a bounty of 5 for all of it. After a tenth E 890, R 900, C 260:
/// φ .153…, and all of it is 545 less a tenth.
#[test]
fn a_bid_survives_what_others_buy_before_it() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		// Cents are for what rounds.
		let (state_id, share, most) = signed_for(&alice(), 144_060_000);
		others_buy(percent(10));
		assert_ok!(bid_as(2, &alice(), state_id, share, most));
		// 145 / 945 of nine contracts, for as much to the unit.
		assert_eq!(holder(&bob()).positions[&call()], 1_380_953);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 83_547_663);
		assert!(!Auctions::<Test>::contains_key(alice()));
	});
}

/// He named ten of a hundred parts: of the ninety that are left it is a ninth, and it costs what it did.
#[test]
fn he_gets_no_more_than_he_named() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		others_buy(percent(10));
		assert_noop!(bid_as(2, &alice(), 0, percent(10), 60_499_999), E::PaymentAboveLimit);
		assert_ok!(bid_as(2, &alice(), 0, percent(10), 60_500_100));
		assert_eq!(holder(&bob()).positions[&call()], CONTRACT);
		assert_eq!(sold().1, 60_500_000);
	});
}

/// A bidder who said nothing of what a part costs him gets none dearer.
#[test]
fn for_less_than_he_named_he_pays_less() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		others_buy(percent(10));
		// 144.05 for all that there was is cheaper than 605, whatever is for sale of it.
		assert_noop!(bid_as(2, &alice(), 0, ALL, 144_047_663), E::PaymentAboveLimit);
		assert_ok!(bid_as(2, &alice(), 0, ALL, 605_001_000));
	});
}

/// A short account: he is paid φ(P − C) and no less to the unit, however little is left for him.
#[test]
fn who_is_paid_gets_no_less_to_the_unit() {
	ExtBuilder::default().build_and_execute(|| {
		hold(&alice(), call(), -10 * CONTRACT);
		flagged_with(1_700, 70, 110);
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!(quote.payment, -184_582_301);
		let (state_id, share, most) = signed_for(&alice(), -184_582_000);
		others_buy(percent(10));
		assert_noop!(bid_as(2, &alice(), state_id, share, most - 2_000), E::PaymentAboveLimit);
		assert_ok!(bid_as(2, &alice(), state_id, share, most));
		let (taken, paid) = sold();
		assert!(paid < 0);
		// Of what there was nine tenths were left.
		let taken = taken.into_inner() as i128 * 9 / 10;
		let to_the_unit = |payment: Cash, share: i128| payment * 10i128.pow(18) / share;
		let named = i128::from(share.deconstruct()) * 1_000_000_000;
		assert!(to_the_unit(paid, taken) <= to_the_unit(most, named));
	});
}

/// Dave buys any parts, prices move in between, and Bob names any limit: it is refused, or it was kept to the unit, and he
/// got no more than he named.
#[test]
fn terms_to_the_unit_are_never_worse() {
	let mut done = 0;
	for nth in 0..48u32 {
		ExtBuilder::default().build_and_execute(|| {
			hold(&alice(), call(), 10_000 * CONTRACT);
			set_cash(&alice(), 200_000 * UNIT);
			set_cash(&bob(), 100_000_000 * UNIT);
			flagged();
			let quote = Liquidation::auction(alice()).unwrap();
			let named = Perbill::from_parts(20_000_000 * (1 + nth % 11));
			let price = quote.payment / 238_095 * i128::from(named.deconstruct()) / 1_000;
			let most = price / 100 * i128::from(97 + nth % 6);
			let mut left = 1.0;
			for sale in 0..nth % 5 {
				let share =
					Perbill::from_parts(3_000_000 + 700_000 * (nth * 7 + sale) % 40_000_000);
				others_buy(share);
				left *= 1.0 - f64::from(share.deconstruct()) / 1e9;
			}
			mark(call(), 70 + i64::from(nth % 3) - 1, 100);
			if bid_as(2, &alice(), 0, named, most).is_ok() {
				done += 1;
				let (taken, paid) = sold();
				let taken = taken.into_inner() as f64 / 1e18 * left;
				let named = f64::from(named.deconstruct()) / 1e9;
				assert!(taken <= named * (1.0 + 1e-12));
				assert!(paid as f64 / taken <= most as f64 / named * (1.0 + 1e-9));
			}
		});
	}
	assert!(done > 12 && done < 48, "{done}");
}

#[test]
fn of_more_than_sixteen_sales_the_first_is_too_long_ago() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		for _ in 0..MAX_PAST {
			others_buy(Perbill::from_parts(3_000_000));
		}
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.state_id, auction.past.len()), (MAX_PAST, MAX_PAST as usize));
		let state = frame_support::storage::with_storage_layer::<(), sp_runtime::DispatchError, _>;
		let _ = state(|| {
			assert_ok!(bid_as(2, &alice(), 0, percent(5), Cash::MAX));
			Err("undo".into())
		});
		others_buy(Perbill::from_parts(3_000_000));
		assert_noop!(bid_as(2, &alice(), 0, percent(5), Cash::MAX), E::StaleState);
		assert_ok!(bid_as(2, &alice(), 1, percent(5), Cash::MAX));
	});
}
