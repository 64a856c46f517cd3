// SPDX-License-Identifier: GPL-3.0-or-later

//! Placing and cancelling.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::MockAuctions;
use CancelReason::*;
use Side::{Buy, Sell};
use TimeInForce::*;

fn try_place(
	series: Series,
	quantity: i64,
	cents: i128,
	time_in_force: TimeInForce,
) -> Result<OrderId, DispatchError> {
	place_as(1, series, Buy, quantity, cents, time_in_force, false)
}

#[test]
fn a_limit_order_rests_and_is_counted_in_its_account() {
	ExtBuilder::default().build_and_execute(|| {
		// 0.33 contracts at 7.77.
		let id = place(1, call(1_000), Buy, 33, 777);
		assert_eq!(levels(call(1_000), Buy), [(777, 33, 1)]);
		// 2.5641 USD.
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (330_000, 0, 2_564_100, 0));
		let place = Place { series: call(1_000), side: Buy, price: 7_770_000 };
		assert_eq!(
			Options::orders_of(account(1)),
			[OrderView {
				id,
				place,
				remaining: 330_000,
				reduce_only: false,
				terms: Terms::default()
			}]
		);
		let placed = Event::OrderPlaced {
			id,
			account: account(1),
			series: call(1_000),
			side: Buy,
			price: 7_770_000,
			quantity: 330_000,
		};
		assert_eq!(events().last(), Some(&placed));
		// Resting costs nothing.
		assert_eq!(Bank::cash(&account(1)), 1_000_000 * USD);
	});
}

#[test]
fn aggregates_round_against_the_account_and_return_to_zero() {
	let odd = |market: &mut Market| {
		(market.tick, market.lot, market.minimum) = (1, 1, 1);
	};
	ExtBuilder::default().market(odd).build_and_execute(|| {
		let order = |n, side, quantity, price| {
			let origin = RuntimeOrigin::signed(owner(n));
			assert_ok!(Options::place_order(
				origin,
				account(n),
				call(1_000),
				side,
				quantity,
				price,
				GoodTilCancelled,
				false,
			));
		};
		// 333,333 × 1.000001 = 333,333.333333 units.
		order(1, Buy, 333_333, 1_000_001);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (333_333, 0, 333_334, 0));
		order(1, Sell, 333_333, 1_000_002);
		// 333,333.666666 down.
		let both = (333_333, 333_333, 333_334, 333_333);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), both);
		// A third of each is filled; the rest is counted anew, not scaled.
		order(2, Sell, 111_111, 1_000_001);
		order(2, Buy, 111_111, 1_000_002);
		let left = (222_222, 222_222, 222_223, 222_222);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), left);
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), 0));
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), 1));
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (0, 0, 0, 0));
	});
}

#[test]
fn what_may_not_be_placed() {
	ExtBuilder::default().build_and_execute(|| {
		let refused = |series, quantity, cents, error: Error<Test>| {
			let result = try_place(series, quantity, cents, GoodTilCancelled);
			assert_eq!(result, Err(error.into()));
		};
		let elsewhere = Series { underlying: UnderlyingId(9), ..call(1_000) };
		refused(elsewhere, 10, 500, Error::UnknownMarket);
		refused(call(1_050), 10, 500, Error::NotListed);
		refused(call(700), 10, 500, Error::NotListed);
		refused(Series { strike: Strike::usd(999), ..future() }, 10, 500, Error::NotListed);
		let later = Series { expiry: EXPIRY + 2 * DAY_MS, ..call(1_000) };
		refused(later, 10, 500, Error::NotListed);
		refused(call(1_000), 9, 500, Error::BelowMinimum);
		refused(call(1_000), -10, 500, Error::BelowMinimum);
		refused(call(1_000), 10, 0, Error::PriceNotPositive);
		refused(call(1_000), 10, -500, Error::PriceNotPositive);
		let order = |quantity, price| {
			Options::place_order(
				RuntimeOrigin::signed(owner(1)),
				account(1),
				call(1_000),
				Buy,
				quantity,
				price,
				GoodTilCancelled,
				false,
			)
			.map_err(|failed| failed.error)
		};
		assert_noop!(order(105_000, USD), Error::<Test>::NotWholeLots);
		assert_noop!(order(110_000, USD + 1), Error::<Test>::PriceOffTick);
		// Spot and strike are 1,000 each.
		let most = 100 * 2_000 * USD;
		assert_noop!(order(110_000, most + USD), Error::<Test>::PriceOutOfRange);
		frame_support::hypothetically_ok!(order(110_000, most));
		assert_noop!(
			order(Quantity::MAX / 10_000 * 10_000, Cash::MAX / 10_000 * 10_000),
			Error::<Test>::PriceOutOfRange
		);
		assert_eq!(
			place_as(1, call(1_000), Buy, 10, 500, GoodTilCancelled, true),
			Err(Error::<Test>::NothingToReduce.into())
		);
		assert!(Bank::get().places.is_empty());
		assert_eq!(NextOrderId::<Test>::get(), 0);
	});
}

#[test]
fn trading_stops_at_expiry_to_the_millisecond() {
	ExtBuilder::default().build_and_execute(|| {
		set_now(EXPIRY - 1);
		assert_ok!(try_place(call(1_000), 10, 500, GoodTilCancelled));
		set_now(EXPIRY);
		let late = try_place(call(1_000), 10, 500, GoodTilCancelled);
		assert_eq!(late, Err(Error::<Test>::Expired.into()));
		// The way out stays open.
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), 0));
	});
}

#[test]
fn only_who_may_trade_for_an_account_places_and_cancels() {
	ExtBuilder::default().build_and_execute(|| {
		let id = place(1, call(1_000), Buy, 10, 500);
		let stranger = || RuntimeOrigin::signed(owner(2));
		let order = Options::place_order(
			stranger(),
			account(1),
			call(1_000),
			Buy,
			CONTRACT,
			USD,
			GoodTilCancelled,
			false,
		);
		assert_eq!(order.unwrap_err().error, DispatchError::BadOrigin);
		assert_noop!(Options::cancel_order(stranger(), account(1), id), DispatchError::BadOrigin);
		let all = Options::cancel_all(stranger(), account(1), None);
		assert_eq!(all.unwrap_err().error, DispatchError::BadOrigin);
		// Nor does an order's number alone reach another account's order.
		assert_noop!(
			Options::cancel_order(stranger(), account(2), id),
			Error::<Test>::OrderNotFound
		);
	});
}

#[test]
fn a_failing_account_may_cancel_but_not_rest() {
	ExtBuilder::default().build_and_execute(|| {
		let id = place(1, call(1_000), Buy, 10, 500);
		Bank::set_failing(&account(1), true);
		assert_eq!(try_place(call(1_000), 10, 500, GoodTilCancelled), Err(SHORT));
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), id));
		assert_eq!(cancelled(), [(id, Requested)]);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (0, 0, 0, 0));
	});
}

#[test]
fn cancel_all_takes_one_market_or_all_and_books_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Options::set_market(RuntimeOrigin::root(), UnderlyingId(1), market()));
		straddle_test_kit::MockPrices::set_spot(UnderlyingId(1), Price::from_u32(1_000));
		run_block(START);
		let other = Series { underlying: UnderlyingId(1), ..put(900) };
		place(1, call(1_000), Buy, 10, 500);
		place(1, call(1_000), Sell, 20, 900);
		place(1, put(1_000), Buy, 30, 500);
		place(1, other, Buy, 40, 500);
		place(2, call(1_000), Buy, 50, 500);
		let before = booked().len();
		let origin = || RuntimeOrigin::signed(owner(1));
		let info = Options::cancel_all(origin(), account(1), Some(U)).unwrap();
		let three = actions::Cancelled { orders: 3, unread: 0 };
		assert_eq!(info.actual_weight, Some(costs::cancel_all_weight::<Test>(three)));
		assert_eq!(booked().len(), before + 1);
		assert_eq!(cancelled(), [(0, Requested), (1, Requested), (2, Requested)]);
		assert_eq!(Options::orders_of(account(1)).len(), 1);
		assert_ok!(Options::cancel_all(origin(), account(1), None));
		assert_eq!(Options::orders_of(account(1)), []);
		assert!(Bank::get().orders.keys().all(|(id, _)| *id == account(2)));
		// Nothing to cancel is no error.
		assert_ok!(Options::cancel_all(origin(), account(1), None));
	});
}

#[test]
fn an_auction_cancels_everything_and_shuts_the_door() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Buy, 10, 500);
		place(1, future(), Sell, 10, -500);
		assert_ok!(<Options as OnAuction>::on_auction(&account(1)));
		assert_eq!(cancelled(), [(1, Auction), (0, Auction)]);
		assert!(Bank::get().orders.is_empty());
		MockAuctions::set(&account(1), true);
		let result = try_place(call(1_000), 10, 500, GoodTilCancelled);
		assert_eq!(result, Err(Error::<Test>::InAuction.into()));
	});
}

#[test]
fn an_account_has_so_many_orders_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..MAX_ORDERS {
			place(1, call(1_000), Buy, 10, 100 + i128::from(n));
		}
		let result = try_place(call(1_000), 10, 50, GoodTilCancelled);
		assert_eq!(result, Err(CROWDED));
		// What does not rest needs no room.
		assert_ok!(try_place(call(1_000), 10, 50, ImmediateOrCancel));
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), 5));
		assert_ok!(try_place(call(1_000), 10, 50, GoodTilCancelled));
	});
}

#[test]
fn a_price_takes_so_many_orders_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..MAX_QUEUE {
			place(2 + (n % 2) as u8, call(1_000), Buy, 10, 100);
		}
		let result = try_place(call(1_000), 10, 100, GoodTilCancelled);
		assert_eq!(result, Err(Error::<Test>::LevelFull.into()));
		assert_ok!(try_place(call(1_000), 10, 101, GoodTilCancelled));
	});
}

#[test]
fn a_full_side_gives_up_its_last_order_to_a_better_price_only() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..i128::from(MAX_SIDE_ORDERS) {
			// Two orders at each of 64 prices, from 900 cents up; sells, so 963 is the worst.
			place(2 + (n % 3) as u8, call(1_000), Sell, 10, 900 + n / 2);
		}
		let last = MAX_SIDE_ORDERS as OrderId - 1;
		let order = |cents| place_as(1, call(1_000), Sell, 10, cents, GoodTilCancelled, false);
		assert_eq!(order(964), Err(Error::<Test>::BookFull.into()));
		assert_eq!(order(963), Err(Error::<Test>::BookFull.into()));
		// What trades whole needs no room.
		place(4, call(1_000), Buy, 10, 100);
		assert_ok!(order(100));
		assert_eq!(cancelled(), []);
		assert_ok!(order(962));
		assert_eq!(cancelled(), [(last, Evicted)]);
		assert_eq!(levels(call(1_000), Sell).last(), Some(&(963, 10, 1)));
		assert_eq!(levels(call(1_000), Sell).get(62), Some(&(962, 30, 3)));
		let ids = Queues::<Test>::iter().flat_map(|(_, _, queue)| queue).map(|order| order.id);
		assert!(ids.into_iter().all(|id| id != last));
		// The other side is another matter.
		place(1, call(1_000), Buy, 10, 50);
	});
}

fn sell(quantity: i64, cents: i128) -> Result<OrderId, DispatchError> {
	place_as(1, call(1_000), Sell, quantity, cents, GoodTilCancelled, false)
}

/// Fill a side with orders of ten contracts: two at each of 64 prices, from there on.
fn crowd(series: Series, side: Side, cents: i128, step: i128) {
	for n in 0..i128::from(MAX_SIDE_ORDERS) {
		place(2 + (n % 8) as u8, series, side, 1_000, cents + n / 2 * step);
	}
}

#[test]
fn an_order_is_safe_from_dust_and_from_no_order_of_ten_times_the_minimum() {
	ExtBuilder::default().accounts(9).build_and_execute(|| {
		crowd(call(1_000), Sell, 900, 1);
		let cash = || [1, 8, 9].map(|n| Bank::get().cash[&account(n)]);
		let [own, eighth, ninth] = cash();
		let full = Err(Error::<Test>::BookFull.into());
		// A contract at 963 counts of the last, of ten; at 937 .98 are as much.
		assert_eq!(sell(10, 937), full);
		assert_eq!(sell(97, 937), full);
		assert_ok!(sell(98, 937));
		assert_eq!(cancelled(), [(127, Evicted)]);
		// The best of all has room, however small.
		assert_eq!(sell(10, 900), full);
		assert_ok!(sell(10, 899));
		assert_eq!(cancelled(), [(127, Evicted), (126, Evicted)]);
		// Both had paid who went.
		assert_eq!(cash(), [own - 2 * USD, eighth + USD, ninth + USD]);
		// What is smaller than ten times the minimum counts for what it is.
		let last = place(1, call(1_000), Buy, 20, 100);
		for n in 0..i128::from(MAX_SIDE_ORDERS) - 1 {
			place(2 + (n % 8) as u8, call(1_000), Buy, 20, 200 + n / 2);
		}
		let buy = |quantity, cents| place_as(1, call(1_000), Buy, quantity, cents, PostOnly, false);
		assert_eq!(buy(10, 199), full);
		assert_ok!(buy(11, 199));
		assert_eq!(cancelled().pop(), Some((last, Evicted)));
		// It costs nothing, as it was no more.
		assert_eq!(cash(), [own - 2 * USD, eighth + USD, ninth + USD]);
	});
}

/// In one batch nothing can be hit: what is the best for a moment, or large, and gone again, must not make room for dust
/// for nothing.
#[test]
fn whoever_turns_a_side_into_dust_pays_for_each_place() {
	for (size, cents) in [(10, 899), (100, 950), (1_000, 940)] {
		ExtBuilder::default().accounts(9).build_and_execute(|| {
			crowd(call(1_000), Sell, 900, 1);
			let cash = || (1..=9).map(|n| Bank::get().cash[&account(n)]).collect::<Vec<_>>();
			let before = cash();
			for _ in 0..20 {
				let id = sell(size, cents).unwrap();
				assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), id));
				assert_ok!(sell(10, 945));
			}
			assert_eq!(levels(call(1_000), Sell).iter().map(|level| level.2).sum::<u8>(), 128);
			// Two or three went of each.
			let went = [2, 2, 2, 2, 3, 3, 3, 3];
			let paid = core::iter::once(-20).chain(went).map(|sum| sum * USD);
			let expected = before.iter().zip(paid).map(|(before, paid)| before + paid);
			assert_eq!(cash(), expected.collect::<Vec<_>>(), "{size}");
			let told = events().into_iter().filter(
				|event| matches!(event, Event::RoomPaid { by, amount: USD, .. } if *by == account(1)),
			);
			assert_eq!(told.count(), 20);
		});
	}
}

#[test]
fn who_drives_out_his_own_or_what_does_not_stand_pays_nothing() {
	ExtBuilder::default().accounts(9).build_and_execute(|| {
		crowd(call(1_000), Sell, 900, 1);
		let last = |n| place_as(n, call(1_000), Sell, 10, 899, GoodTilCancelled, false);
		let cash = Bank::get().cash;
		assert_ok!(last(9));
		assert_eq!(cancelled(), [(127, Evicted)]);
		assert_eq!(Bank::get().cash, cash);
		// The next one's time is over.
		let until = TimeInForce::GoodTilTime(START + 1);
		let cancel = |n, id| Options::cancel_order(RuntimeOrigin::signed(owner(n)), account(n), id);
		assert_ok!(cancel(8, 126));
		let ends = place_as(8, call(1_000), Sell, 1_000, 970, until, false).unwrap();
		set_now(START + 1);
		assert_ok!(place_as(1, call(1_000), Sell, 10, 898, GoodTilCancelled, false));
		assert_eq!(cancelled().pop(), Some((ends, Evicted)));
		assert_eq!(Bank::get().cash, cash);
	});
}

#[test]
fn orders_far_from_the_market_lock_nobody_out() {
	ExtBuilder::default().accounts(9).build_and_execute(|| {
		// At 50 times spot, and bids from a cent on.
		crowd(call(1_000), Sell, 5_000_000, 100);
		assert_ok!(sell(10, 900));
		assert_ok!(sell(10, 950));
		assert_ok!(sell(10, 499_900));
		assert_eq!(cancelled(), [(127, Evicted), (126, Evicted), (125, Evicted)]);
		crowd(put(1_000), Buy, 1, 1);
		assert_ok!(place_as(1, put(1_000), Buy, 10, 900, GoodTilCancelled, false));
		assert_ok!(place_as(1, put(1_000), Buy, 10, 20, GoodTilCancelled, false));
		// Ten times as dear is far.
		assert_eq!(
			place_as(1, put(1_000), Buy, 10, 19, GoodTilCancelled, false),
			Err(Error::<Test>::BookFull.into())
		);
	});
}

#[test]
fn a_future_is_far_by_what_the_whole_costs() {
	ExtBuilder::default().accounts(9).build_and_execute(|| {
		// Of 1,000 USD bids of 50 and more.
		crowd(future(), Buy, -95_000, 1);
		let buy = |quantity, cents| place_as(1, future(), Buy, quantity, cents, PostOnly, false);
		let best = buy(10, 0);
		assert_ok!(best);
		// 500.10 is ten times the last one's 50.01, and 499.90 is not.
		place_as(1, future(), Buy, 10, -49_990, PostOnly, false).unwrap();
		assert_eq!(buy(10, -50_010), Err(Error::<Test>::BookFull.into()));
		assert_eq!(cancelled().len(), 2);
	});
}

#[test]
fn an_order_is_no_larger_than_a_billion_contracts() {
	ExtBuilder::default().build_and_execute(|| {
		let order = |quantity, reduce_only| {
			let at = TimeInForce::GoodTilCancelled;
			let origin = RuntimeOrigin::signed(owner(1));
			Options::place_order(
				origin,
				account(1),
				call(1_000),
				Buy,
				quantity,
				USD,
				at,
				reduce_only,
			)
			.map_err(|failed| failed.error)
		};
		let more = MAX_QUANTITY + CONTRACT;
		assert_noop!(order(more, false), Error::<Test>::AboveMaximum);
		assert_ok!(order(MAX_QUANTITY, false));
		// What reduces is cut down.
		place(1, call(1_000), Sell, 10, 900);
		place(2, call(1_000), Buy, 10, 900);
		assert_ok!(order(more, true));
	});
}

#[test]
fn views_answer() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Buy, 10, 500);
		place(1, call(1_000), Buy, 10, 600);
		place(1, call(1_000), Sell, 20, 900);
		let bid = Level { price: 6 * USD, total: 100_000, orders: 1 };
		let ask = Level { price: 9 * USD, total: 200_000, orders: 1 };
		let book = Options::order_book(call(1_000), 1);
		assert_eq!(book, BookView { bids: vec![bid], asks: vec![ask], ..Default::default() });
		let quote = Quote {
			mark: Some(10 * USD),
			state: PriceState::Valid,
			bid: Some(bid),
			ask: Some(ask),
		};
		assert_eq!(Options::quote(call(1_000)), Some(quote));
		assert_eq!(Options::quote(call(1_001)), None);
		assert_eq!(Options::market(U), Some(market()));
		assert_eq!(Options::market(UnderlyingId(1)), None);
		// A future, and five calls and puts, on two days.
		assert_eq!(Options::series_of(U).len(), 22);
		assert!(Options::series_of(U).contains(&put(1_200)));
	});
}
