// SPDX-License-Identifier: GPL-3.0-or-later

//! What accounts gained since the last daily mark.

use crate::{mock::*, *};
use frame_support::assert_ok;
use proptest::prelude::*;
use straddle_test_kit::MockPrices;
use straddle_traits::Losses;

/// A trade whose premium is named, as a market books it; the buyer pays a fee besides.
pub fn deal(
	buyer: &MarginAccountId,
	seller: &MarginAccountId,
	series: Series,
	quantity: Quantity,
	premium: Cash,
	fee: Cash,
) -> DispatchResult {
	let of = series.underlying;
	let (buyer, seller) =
		(Entry::new(buyer.clone(), Rule::Forced), Entry::new(seller.clone(), Rule::Forced));
	Margin::book(
		Journal::of(vec![
			buyer.cash(-premium - fee).position(series, quantity).premium(of, -premium),
			seller.cash(premium).position(series, -quantity).premium(of, premium),
		])
		.pot(Pot::Treasury, fee),
	)
}

/// Signed gain in BTC.
pub fn gain(account: &MarginAccountId) -> Cash {
	Margin::loss_share(account.clone(), BTC).expect("it can be valued").gain
}

/// Two rich accounts, on the first day.
pub fn pair() -> (MarginAccountId, MarginAccountId) {
	let pair = (open(ALICE, 0, 1_000_000), open(BOB, 0, 1_000_000));
	block_after(0);
	pair
}

#[test]
fn a_gain_is_the_change_of_book_value_and_the_premium_without_fees() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = pair();
		let m = mark(&call(100_000));
		assert_ok!(deal(&a, &b, call(100_000), CONTRACT, m + 100 * USD, 7 * USD));
		// Bought 100 above the mark; each is rounded down.
		assert_eq!((gain(&a), gain(&b)), (-100 * USD, 100 * USD - 1));
		MockPrices::set_spot(BTC, price(110_000));
		let rise = mark(&call(100_000)) - m - 100 * USD;
		assert!((gain(&a) - rise).abs() <= 2 && (gain(&b) + rise).abs() <= 2);
		// Sold at a profit: the gain stays with who sold.
		assert_ok!(deal(&b, &a, call(100_000), CONTRACT, m + 400 * USD, 0));
		assert!((gain(&a) - 300 * USD).abs() <= 3 && (gain(&b) + 300 * USD).abs() <= 3);
		MockPrices::set_spot(BTC, price(90_000));
		assert!((gain(&a) - 300 * USD).abs() <= 3);
		assert_eq!(Margin::losses(&a), vec![]);
		let [(BTC, lost)] = Margin::losses(&b)[..] else { panic!("he lost in BTC alone") };
		assert!((lost - 300 * USD).abs() <= 3);
	});
}

#[test]
fn a_new_day_begins_at_nothing_at_the_time_of_the_parameters() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = pair();
		assert_ok!(deal(&a, &b, call(100_000), CONTRACT, 0, 0));
		let day = Interest::<Test>::get().day;
		let number = (START - 8 * HOUR_MS) / DAY_MS;
		assert_eq!(u64::from(DayNumber::<Test>::get()), number);
		let begins = (number + 1) * DAY_MS + 8 * HOUR_MS;
		block_after(begins - START - 1);
		assert_eq!(Interest::<Test>::get().day, day);
		MockPrices::set_spot(BTC, price(110_000));
		assert!(gain(&a) > 10_000 * USD);
		block_after(1);
		assert_eq!(Interest::<Test>::get().day, day + 1);
		assert_eq!((gain(&a), gain(&b)), (0, 0));
		let (is, _) = Margin::mark(&call(100_000), Lens::Latest).expect("a mark");
		let marked = OpenInterest::<Test>::get(call(100_000)).marked;
		assert_eq!(marked, Some(DayMark { day: day + 1, mark: is }));
		assert_eq!(DaySweep::<Test>::get(), None);
		// What was written down of the day before is dropped at the next change.
		assert_eq!(account(&a).loss.sums.len(), 1);
		assert_ok!(deal(&a, &b, put(90_000), CONTRACT, mark(&put(90_000)), 0));
		assert_eq!(account(&a).loss.day, day + 1);
		assert!(gain(&a).abs() <= 1 && gain(&b).abs() <= 1);
	});
}

#[test]
fn other_parameters_begin_a_new_day_and_days_go_on() {
	ExtBuilder.build_and_execute(|| {
		pair();
		let day = || Interest::<Test>::get().day;
		let first = day();
		for (minutes, days) in [(1, 1), (7 * 24 * 60, 2), (24 * 60, 3)] {
			let length_ms = minutes * MINUTE_MS;
			let params = DayParams { length_ms, offset_ms: 0 };
			assert!(params.is_valid());
			Params::<Test>::mutate(|all| all.day = params);
			block_after(0);
			assert_eq!(day(), first + days);
			block_after(0);
			assert_eq!(day(), first + days);
		}
		assert!(!DayParams { length_ms: MINUTE_MS - 1, offset_ms: 0 }.is_valid());
		assert!(!DayParams { length_ms: DAY_MS, offset_ms: DAY_MS }.is_valid());
	});
}

#[test]
fn a_series_that_the_sweep_did_not_come_to_is_marked_by_its_first_trade() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = pair();
		assert_ok!(deal(&a, &b, call(100_000), CONTRACT, 0, 0));
		// A new day, and no room for its marks.
		Clock::advance(DAY_MS);
		Margin::turn_day(Clock::now(), &DayParams::default());
		let m = mark(&call(100_000));
		assert_ok!(deal(&a, &b, call(100_000), CONTRACT, m, 0));
		MockPrices::set_spot(BTC, price(120_000));
		let rise = 2 * (mark(&call(100_000)) - m);
		assert!((gain(&a) - rise).abs() <= 4 && (gain(&b) + rise).abs() <= 4);
		// The sweep leaves it as it is.
		let marked = OpenInterest::<Test>::get(call(100_000)).marked;
		block_after(0);
		assert_eq!(OpenInterest::<Test>::get(call(100_000)).marked, marked);
		assert_eq!(DaySweep::<Test>::get(), None);
	});
}

#[test]
fn what_changes_hands_without_a_price_changes_hands_at_its_mark() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = pair();
		let other = open(ALICE, 1, 500_000);
		assert_ok!(deal(&a, &b, call(100_000), CONTRACT, mark(&call(100_000)), 0));
		MockPrices::set_spot(BTC, price(110_000));
		let before = gain(&a);
		assert!(before > 5_000 * USD);
		let goods = BoundedVec::truncate_from(vec![(call(100_000), CONTRACT)]);
		let moved = Margin::move_assets(
			origin(ALICE),
			a.clone(),
			other.clone(),
			0,
			Default::default(),
			goods,
			false,
		);
		assert_ok!(moved.map(|_| ()).map_err(|failed| failed.error));
		assert!((gain(&a) - before).abs() <= 2 && gain(&other).abs() <= 2);
	});
}

#[test]
fn a_settlement_counts_at_its_payoff() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = pair();
		let m = mark(&call(99_000));
		assert_ok!(deal(&a, &b, call(99_000), CONTRACT, m, 0));
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(100_000));
		let settle = |account: &MarginAccountId, by: Quantity, cash: Cash| {
			let entry = Entry::new(account.clone(), Rule::Forced);
			let entry = entry.position(call(99_000), by).cash(cash).premium(BTC, cash);
			let journal = Journal { settled: vec![(call(99_000), by)], ..Journal::of(vec![entry]) };
			Margin::book(journal.pot(Pot::Suspense(BTC, EXPIRY), -cash))
		};
		// No day began in between: the mark of the trade counts.
		let before = (gain(&a), gain(&b));
		assert_ok!(settle(&b, CONTRACT, -1_000 * USD));
		assert_ok!(settle(&a, -CONTRACT, 1_000 * USD));
		assert!((before.0 - (1_000 * USD - m)).abs() <= 2);
		assert!((gain(&a) - before.0).abs() <= 2 && (gain(&b) - before.1).abs() <= 2);
	});
}

#[derive(Clone, Debug)]
enum Step {
	Deal(usize, usize, usize, Quantity, i64),
	Spot(u64),
	Hours(u64),
	Move(usize, usize, usize),
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		6 => (0..4_usize, 0..4_usize, 0..3_usize, 1..3_000_000_i64, 0..200_i64)
			.prop_map(|(a, b, s, q, p)| Step::Deal(a, b, s, q, p)),
		2 => (70_000..140_000_u64).prop_map(Step::Spot),
		2 => (1..20_u64).prop_map(Step::Hours),
		1 => (0..4_usize, 0..4_usize, 0..3_usize).prop_map(|(a, b, s)| Step::Move(a, b, s)),
	]
}

fn three(n: usize) -> Series {
	[call(100_000), put(95_000), series(100_000, Kind::Future)][n]
}

/// Value of an account's positions at the marks of now.
fn book_value(account: &MarginAccountId) -> Cash {
	let worth = |(series, quantity): (Series, Quantity)| {
		mark_exact(&series) * i128::from(quantity) / 1_000_000_000_000_000_000
	};
	Margin::positions(account).into_iter().map(worth).sum()
}

fn mark_exact(series: &Series) -> i128 {
	Margin::mark(series, Lens::Latest).expect("a mark").0.into_inner()
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

	/// Against a book that is kept by the definition: value now less value at the mark, and what came in.
	#[test]
	fn gains_are_what_the_definition_says_and_sum_to_nothing(
		steps in prop::collection::vec(step(), 1..40),
	) {
		ExtBuilder.build_and_execute(|| {
			let all = [(ALICE, 0), (ALICE, 1), (BOB, 0), (BOB, 1)].map(|(o, n)| open(o, n, 9_000_000));
			block_after(0);
			let (mut at_mark, mut received) = ([0_i128; 4], [0_i128; 4]);
			for step in steps {
				match step {
					Step::Deal(a, b, n, quantity, percent) if a != b => {
						let premium = mark_exact(&three(n)) / 1_000_000_000_000 * i128::from(quantity)
							/ 1_000_000 * i128::from(percent) / 100;
						deal(&all[a], &all[b], three(n), quantity, premium, 5).expect("it is booked");
						received[a] -= premium;
						received[b] += premium;
					},
					Step::Move(a, b, n) if a != b => {
						// At its mark.
						let (held, _) = Margin::position(&all[a], &three(n));
						let worth = mark_exact(&three(n)) * i128::from(held) / 1_000_000_000_000_000_000;
						let entry = |n: usize| Entry::new(all[n].clone(), Rule::Forced);
						let moved = Margin::book(Journal::of(vec![
							entry(a).position(three(n), -held),
							entry(b).position(three(n), held),
						]));
						moved.expect("it is booked");
						received[a] += worth;
						received[b] -= worth;
					},
					Step::Spot(usd) => MockPrices::set_spot(BTC, price(usd)),
					Step::Hours(hours) => {
						let day = Interest::<Test>::get().day;
						block_after(hours * HOUR_MS);
						if Interest::<Test>::get().day != day {
							received = [0; 4];
							at_mark = core::array::from_fn(|n| book_value(&all[n]));
						}
					},
					_ => {},
				}
				let mut sum = 0;
				for n in 0..4 {
					let is = gain(&all[n]);
					let model = book_value(&all[n]) - at_mark[n] + received[n];
					assert!((is - model).abs() <= 200, "{n}: {is} is not {model}");
					sum += is;
				}
				assert!((-400..=0).contains(&sum), "gains are rounded down: {sum}");
			}
		});
	}
}
