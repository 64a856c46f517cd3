// SPDX-License-Identifier: GPL-3.0-or-later

//! What sessions say that they did (ADR 40).

use super::portfolio::{hold, portfolio};
use crate::{mock::*, *};
use frame_support::{assert_ok, weights::Weight};
use straddle_traits::{DriverId, Work, MAX_DRIVERS};

/// Three positions in two expiries, and two orders in a series.
fn account(mode: MarginMode) -> MarginAccountId {
	let account = match mode {
		MarginMode::Standard => open(ALICE, 0, 200_000),
		MarginMode::Portfolio => portfolio(ALICE, 0, 200_000),
	};
	let later = |series: Series| Series { expiry: series.expiry + DAY_MS, ..series };
	for series in [put(80_000), call(90_000), later(call(90_000))] {
		hold(&account, series, CONTRACT / 10);
	}
	let mut entry = Entry::new(account.clone(), Rule::Forced);
	for (id, price) in [(0, 1), (1, 2)] {
		let buys = OrderChange { buy: CONTRACT, buy_cost: price, ..Default::default() };
		let place = Place { series: put(70_000), side: Side::Buy, price };
		entry = entry.order(place.series, buys).rests(id, place);
	}
	assert_ok!(Margin::book(Journal::of(vec![entry])));
	account
}

#[test]
fn a_session_counts_accounts_as_often_as_it_values_them_and_prices_once() {
	for mode in [MarginMode::Standard, MarginMode::Portfolio] {
		ExtBuilder.build_and_execute(|| {
			let account = account(mode);
			let mut session = Margin::session();
			assert_eq!(<Margin as Risk>::work(&session), Work::default());
			for times in 1..=3 {
				assert_ok!(Margin::assess_in(&mut session, &account, Lens::Latest));
				let expected = Work {
					valuations: times,
					underlyings: times,
					expiries: 2 * times,
					positions: 3 * times,
					orders: 2 * times,
					new_underlyings: 1,
					new_expiries: 2,
					new_series: 4,
					..Work::default()
				};
				assert_eq!(<Margin as Risk>::work(&session), expected);
			}
			// The other lens knows nothing yet.
			assert_ok!(Margin::assess_in(&mut session, &account, Lens::MedianOfThree));
			let work = <Margin as Risk>::work(&session);
			assert_eq!((work.valuations, work.new_series, work.new_expiries), (4, 8, 4));
		});
	}
}

#[test]
fn what_was_done_for_a_refused_journal_counts() {
	ExtBuilder.build_and_execute(|| {
		let (account, poor) = (account(MarginMode::Standard), open(CHARLIE, 1, 1));
		let mut session = Margin::session();
		let journal = Journal::of(vec![
			Entry::new(account, TRADE).position(call(100_000), CONTRACT / 1_000),
			Entry::new(poor, TRADE).position(call(100_000), -CONTRACT / 1_000),
		]);
		let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
		let before = root();
		assert!(Margin::book_in(&mut session, journal).is_err());
		assert_eq!(root(), before);
		let work = <Margin as Risk>::work(&session);
		// One is sound; the other is looked at as it was, too.
		assert_eq!((work.valuations, work.positions), (3, 4 + 1));
		assert_eq!((work.underlyings, work.expiries), (2, 2 + 1));
	});
}

#[test]
fn places_are_counted_where_an_account_was_not_before() {
	let due = |feed, rung| (DriverId::Price(FeedId(feed)), rung);
	let filed =
		|dues: &[_], time, hot| Filed { dues: dues.to_vec().try_into().unwrap(), time, hot };
	let before = filed(&[due(1, 5), due(2, 5)], 3, false);
	let moved = |after: Filed| after.moved(&before);
	assert_eq!(moved(before.clone()), 0);
	assert_eq!(moved(filed(&[due(1, 5)], 3, false)), 0);
	assert_eq!(moved(filed(&[due(1, 4), due(2, 5)], 3, false)), 1);
	assert_eq!(moved(filed(&[due(1, 4), due(2, 5), due(3, 1)], 2, true)), 4);
	let all = (0..MAX_DRIVERS as u16).map(|feed| due(feed, 9)).collect::<Vec<_>>();
	assert_eq!(moved(filed(&all, 1, true)), MAX_DRIVERS + 2);
}

#[test]
fn filing_an_account_is_counted() {
	ExtBuilder.build_and_execute(|| {
		let account = account(MarginMode::Standard);
		hold(&account, call(110_000), -CONTRACT / 10);
		Accounts::<Test>::mutate_extant(&account, |account| account.filed = Filed::default());
		let mut session = Margin::session();
		let entry = Entry::new(account, TRADE).cash(-1);
		let journal = || Journal::of(vec![entry.clone()]).pot(Pot::Treasury, 1);
		assert_ok!(Margin::book_in(&mut session, journal()));
		assert_eq!(<Margin as Risk>::work(&session).moved, 1);
		// It stays where it is.
		assert_ok!(Margin::book_in(&mut session, journal()));
		assert_eq!(<Margin as Risk>::work(&session).moved, 1);
	});
}

#[test]
fn what_one_more_costs_does_not_depend_on_the_least_time_that_was_seen() {
	let line = |n: u32| Weight::from_parts(100 + 7 * u64::from(n), 9);
	assert_eq!(straddle_traits::each(line), Weight::from_parts(7, 0));
	let held =
		|n: u32| Weight::from_parts(100 + 7 * u64::from(n), 9).max(Weight::from_parts(120, 0));
	assert_eq!(straddle_traits::each(held), Weight::from_parts(7, 0));
}

#[test]
fn what_is_once_has_none_of_them_in_it() {
	let line = |n: u32| Weight::from_parts(100 + 7 * u64::from(n), 9 + 3 * u64::from(n));
	assert_eq!(straddle_traits::fixed(line), Weight::from_parts(100, 9));
	// One took at least so long: with none of them the weight has one too much.
	let held = |n: u32| line(n).max(Weight::from_parts(107, 0));
	assert_eq!(held(0), Weight::from_parts(107, 9));
	assert_eq!(straddle_traits::fixed(held), Weight::from_parts(100, 9));
	// The line begins below what one took: that is charged.
	let held = |n: u32| line(n).max(Weight::from_parts(120, 0));
	assert_eq!(straddle_traits::fixed(held), Weight::from_parts(113, 9));
	// Nothing is below zero.
	let steep = |n: u32| Weight::from_parts(7 * u64::from(n.saturating_sub(1)), 0);
	assert_eq!(straddle_traits::fixed(steep), Weight::zero());
}
