// SPDX-License-Identifier: GPL-3.0-or-later

//! Tiers of fees by what accounts trade.

use crate::{mock::*, *};
use frame_support::assert_ok;
use Side::{Buy, Sell};
use TimeInForce::*;

/// Tiers from 1,000 and from 10,000 USD on; a contract is on 1,000.
fn with_tiers() -> ExtBuilder {
	ExtBuilder::default().params(|params| params.volume_tiers = [1_000, 10_000, 0])
}

fn tier(n: u8) -> u8 {
	Options::fee_tier(account(n)).0
}

/// What taker and maker paid in the last trade.
fn fees() -> (Cash, Cash) {
	let last = events().into_iter().rev().find_map(|event| match event {
		Event::Traded { taker_fee, maker_fee, .. } => Some((taker_fee, maker_fee)),
		_ => None,
	});
	last.unwrap()
}

fn trade(hundredths: i64) {
	place(1, call(1_000), Sell, hundredths, 5_000);
	place(2, call(1_000), Buy, hundredths, 5_000);
}

#[test]
fn what_is_traded_counts_for_both_sides_from_the_next_order_on() {
	with_tiers().build_and_execute(|| {
		trade(99);
		assert_eq!((tier(1), tier(2)), (0, 0));
		assert_eq!(Options::fee_tier(account(1)), (0, 990 * USD as u64));
		// The orders that bring it there pay as before: .03 % and .01 % of 1,000 USD.
		trade(100);
		assert_eq!(fees(), (300_000, 100_000));
		assert_eq!((tier(1), tier(2), tier(3)), (1, 1, 0));
		// Now 80 % and 50 %.
		trade(100);
		assert_eq!(fees(), (240_000, 50_000));
		trade(1_000);
		assert_eq!((tier(1), tier(2)), (2, 2));
		// 65 % of the fee, of which the maker has a twentieth and pays nothing.
		trade(100);
		assert_eq!(fees(), (195_000, -9_750));
	});
}

#[test]
fn no_more_counts_than_the_fee_pays_for() {
	with_tiers().build_and_execute(|| {
		// A hundred contracts at a cent, on 100,000 USD: an eighth of a dollar each, and that is 300 millionths of 416.67.
		place(1, call(1_000), Sell, 10_000, 1);
		place(2, call(1_000), Buy, 10_000, 1);
		assert_eq!(fees(), (125_000, 125_000));
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n))), [(0, 416_666_666); 2]);
		// A future's premium is near zero and caps nothing.
		place(1, future(), Sell, 100, 1);
		place(2, future(), Buy, 100, 1);
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n))), [(1, 1_416_666_666); 2]);
	});
	let free = |market: &mut Market| market.fees.taker = Permill::zero();
	with_tiers().market(free).build_and_execute(|| {
		trade(1_000);
		assert_eq!([1, 2].map(|n| Options::fee_tier(account(n))), [(0, 0); 2]);
	});
}

#[test]
fn the_better_of_the_given_tier_and_the_volumes_counts() {
	with_tiers().build_and_execute(|| {
		assert_ok!(Options::set_tier(RuntimeOrigin::root(), account(1), 3));
		trade(100);
		assert_eq!((tier(1), tier(2)), (3, 1));
		assert_ok!(Options::set_tier(RuntimeOrigin::root(), account(1), 0));
		assert_eq!(tier(1), 1);
	});
}

#[test]
fn volumes_fade_and_a_refused_order_leaves_none() {
	with_tiers().build_and_execute(|| {
		trade(120);
		assert_eq!((tier(1), tier(2)), (1, 1));
		let order = place_as(2, call(1_000), Buy, 10, 5_000, FillOrKill, false);
		assert!(order.is_err());
		assert_eq!(Options::fee_tier(account(2)).1, 1_200 * USD as u64);
		// 1,200 · (29/30)⁵ is 1,013, and after six days it is 979.
		for (days, now) in [(5, 1), (6, 0)] {
			set_now(START + days * DAY_MS);
			assert_eq!(tier(1), now, "{days}");
		}
		set_now(START);
	});
}
