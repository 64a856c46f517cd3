// SPDX-License-Identifier: GPL-3.0-or-later

//! Orders that meet.

use crate::{mock::*, *};
use frame_support::assert_ok;
use CancelReason::*;
use Side::{Buy, Sell};
use TimeInForce::*;

fn cash(n: u8) -> Cash {
	Bank::cash(&account(n)) - 1_000_000 * USD
}

fn near_marks() -> Vec<bool> {
	let rules = booked().into_iter().flat_map(|journal| journal.entries).map(|entry| entry.rule);
	let near = |rule| match rule {
		Rule::Trade { near_mark } => Some(near_mark),
		_ => None,
	};
	rules.filter_map(near).collect()
}

#[test]
fn a_trade_moves_premium_fees_and_contracts_at_the_makers_price() {
	ExtBuilder::default().build_and_execute(|| {
		let maker = place(1, call(1_000), Sell, 200, 800);
		let taker = place(2, call(1_000), Buy, 150, 900);
		// 1.5 contracts at 8 USD; fees of .03 % and .01 % of 1,500 USD, below 12.5 % of 12 USD.
		assert_eq!(cash(1), 12 * USD - 150_000);
		assert_eq!(cash(2), -12 * USD - 450_000);
		assert_eq!(Bank::position(&account(1), &call(1_000)), -1_500_000);
		assert_eq!(Bank::position(&account(2), &call(1_000)), 1_500_000);
		// 600,000 units of fees: 30 %, 40 %, the rest.
		assert_eq!(Bank::pot(Pot::Feeders), 180_000);
		assert_eq!(Bank::pot(Pot::GlobalPool), 240_000);
		assert_eq!(Bank::pot(Pot::Treasury), 180_000);
		assert_eq!(Bank::pot(Pot::Rounding), 0);
		// The maker's aggregate shrank with the trade; nothing of the taker rests.
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (0, 500_000, 0, 4 * USD));
		assert_eq!(Bank::totals(&account(2), &call(1_000)), (0, 0, 0, 0));
		assert_eq!(levels(call(1_000), Sell), [(800, 50, 1)]);
		assert_eq!(levels(call(1_000), Buy), []);
		let traded = Event::Traded {
			taker_order: taker,
			maker_order: maker,
			series: call(1_000),
			price: 8 * USD,
			quantity: 1_500_000,
			taker: account(2),
			maker: account(1),
			taker_side: Buy,
			taker_fee: 450_000,
			maker_fee: 150_000,
			price_age_ms: Some(START),
		};
		assert_eq!(events().last(), Some(&traded));
		// One journal with two entries.
		let journal = booked().pop().unwrap();
		assert_eq!(journal.entries.len(), 2);
	});
}

#[test]
fn the_buyer_rounds_up_the_seller_down_and_the_shares_of_fees_are_exact() {
	let odd = |market: &mut Market| {
		(market.tick, market.lot, market.minimum) = (1, 1, 1);
		market.fees.taker = Permill::zero();
		market.fees.maker = Permill::from_parts(1);
	};
	ExtBuilder::default().market(odd).build_and_execute(|| {
		let order = |n, side, price| {
			let origin = RuntimeOrigin::signed(owner(n));
			assert_ok!(Options::place_order(
				origin,
				account(n),
				call(1_000),
				side,
				333_333,
				price,
				GoodTilCancelled,
				false,
			));
		};
		order(1, Buy, 1_000_001);
		order(2, Sell, 1_000_001);
		// 333,333.333333 units. The maker's fee is 333.333 up.
		assert_eq!(cash(1), -333_334 - 334);
		assert_eq!(cash(2), 333_333);
		assert_eq!(Bank::pot(Pot::Rounding), 1);
		// 100.2 and 133.6 down, the rest.
		assert_eq!(Bank::pot(Pot::Feeders), 100);
		assert_eq!(Bank::pot(Pot::GlobalPool), 133);
		assert_eq!(Bank::pot(Pot::Treasury), 101);
	});
}

#[test]
fn an_options_fee_is_capped_by_its_premium_a_futures_is_not() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_200), Sell, 100, 8);
		place(2, call(1_200), Buy, 100, 8);
		// .30 USD and .10 USD uncapped; 12.5 % of .08 USD is .01 USD.
		assert_eq!((cash(1), cash(2)), (80_000 - 10_000, -80_000 - 10_000));
		place(3, future(), Sell, 100, 0);
		place(4, future(), Buy, 100, 0);
		assert_eq!((cash(3), cash(4)), (-100_000, -300_000));
	});
}

#[test]
fn fees_are_paid_at_the_price_of_the_stablecoin() {
	ExtBuilder::default().build_and_execute(|| {
		Bank::set_peg(Price::from_u32(0), PriceState::NonPositive);
		let refused = place_as(3, future(), Sell, 100, 0, GoodTilCancelled, false);
		assert_eq!(refused, Err(Error::<Test>::NoPrice.into()));
		Bank::set_peg(Price::from_rational(1, 2), PriceState::Valid);
		place(3, future(), Sell, 100, 0);
		place(4, future(), Buy, 100, 0);
		assert_eq!((cash(3), cash(4)), (-200_000, -600_000));
	});
}

#[test]
fn a_future_trades_at_a_negative_premium() {
	let free = |market: &mut Market| market.fees.taker = Permill::zero();
	let free = |market: &mut Market| {
		free(market);
		market.fees.maker = Permill::zero();
	};
	ExtBuilder::default().market(free).build_and_execute(|| {
		place(1, future(), Buy, 200, -500);
		assert_eq!(Bank::totals(&account(1), &future()), (2_000_000, 0, -10 * USD, 0));
		place(2, future(), Sell, 100, -700);
		// The buyer receives 5 USD.
		assert_eq!((cash(1), cash(2)), (5 * USD, -5 * USD));
		assert_eq!(Bank::position(&account(1), &future()), CONTRACT);
		assert_eq!(Bank::totals(&account(1), &future()), (1_000_000, 0, -5 * USD, 0));
	});
}

#[test]
fn the_best_price_trades_first_and_the_oldest_at_a_price() {
	ExtBuilder::default().build_and_execute(|| {
		let late = place(1, call(1_000), Sell, 10, 900);
		let best = place(2, call(1_000), Sell, 10, 800);
		let next = place(3, call(1_000), Sell, 10, 800);
		let far = place(1, call(1_000), Sell, 10, 1_000);
		place(4, call(1_000), Buy, 35, 950);
		assert_eq!(trades(), [(best, 800, 10), (next, 800, 10), (late, 900, 10)]);
		// It does not trade beyond its limit: the rest rests.
		assert_eq!(levels(call(1_000), Buy), [(950, 5, 1)]);
		assert_eq!(levels(call(1_000), Sell), [(1_000, 10, 1)]);
		place(1, call(1_000), Buy, 10, 1_000);
		assert_eq!(cancelled(), [(far, SelfTrade)]);
		// And the other way round: a sell meets the highest buy first.
		let sold = place(3, call(1_000), Sell, 15, 900);
		let makers = trades().split_off(3);
		assert_eq!(makers, [(far + 2, 1_000, 10), (far + 1, 950, 5)], "order {sold}");
	});
}

#[test]
fn a_partial_fill_keeps_its_place_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		let first = place(1, call(1_000), Sell, 100, 800);
		let second = place(2, call(1_000), Sell, 100, 800);
		place(3, call(1_000), Buy, 40, 800);
		place(3, call(1_000), Buy, 80, 800);
		assert_eq!(trades(), [(first, 800, 40), (first, 800, 60), (second, 800, 20)]);
	});
}

#[test]
fn a_post_only_order_rests_or_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 10, 800);
		let order = |cents| place_as(2, call(1_000), Buy, 10, cents, PostOnly, false);
		assert_eq!(order(800), Err(Error::<Test>::WouldTrade.into()));
		assert_ok!(order(799));
		assert_eq!(trades(), []);
		assert_eq!(levels(call(1_000), Buy), [(799, 10, 1)]);
	});
}

#[test]
fn immediate_or_cancel_drops_what_it_cannot_fill() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 10, 800);
		place(1, call(1_000), Sell, 10, 900);
		let order = place_as(2, call(1_000), Buy, 25, 850, ImmediateOrCancel, false).unwrap();
		assert_eq!(trades(), [(0, 800, 10)]);
		let dropped = Event::OrderCancelled {
			id: order,
			account: account(2),
			series: call(1_000),
			remaining: 150_000,
			reason: Immediate,
		};
		assert_eq!(events().last(), Some(&dropped));
		assert_eq!(levels(call(1_000), Buy), []);
	});
}

#[test]
fn fill_or_kill_fills_whole_or_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 10, 800);
		place(3, call(1_000), Sell, 10, 900);
		let order = |quantity| place_as(2, call(1_000), Buy, quantity, 900, FillOrKill, false);
		assert_eq!(order(21), Err(Error::<Test>::NotFilledWhole.into()));
		assert_eq!(levels(call(1_000), Sell), [(800, 10, 1), (900, 10, 1)]);
		assert_ok!(order(20));
		assert_eq!(levels(call(1_000), Sell), []);
	});
}

#[test]
fn an_order_meets_so_many_and_the_rest_is_dropped() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..20 {
			place(1 + n % 2, call(1_000), Sell, 10, 800);
		}
		let info = Options::place_order(
			RuntimeOrigin::signed(owner(3)),
			account(3),
			call(1_000),
			Buy,
			2 * CONTRACT,
			8 * USD,
			GoodTilCancelled,
			false,
		)
		.unwrap();
		let met = actions::Met { matches: MAX_MATCHES, ..Default::default() };
		assert_eq!(info.actual_weight, Some(costs::place_weight::<Test>(&met)));
		assert_eq!(trades().len(), MAX_MATCHES as usize);
		// It crosses still, so it must not rest.
		assert_eq!(cancelled(), [(20, MatchLimit)]);
		assert_eq!(levels(call(1_000), Buy), []);
		assert_eq!(levels(call(1_000), Sell), [(800, 40, 4)]);
		let order = place_as(3, call(1_000), Buy, 200, 800, FillOrKill, false);
		assert_eq!(order, Err(Error::<Test>::NotFilledWhole.into()));
	});
}

#[test]
fn an_order_meets_makers_until_what_was_valued_weighs_so_much_and_no_more() {
	let most = costs::MAX_VALUED.ref_time();
	for (each, met) in [(most, 1), (most / 2, 2)] {
		ExtBuilder::default().build_and_execute(|| {
			Bank::let_trades_weigh(each);
			place(1, call(1_000), Sell, 10, 800);
			place(2, call(1_000), Sell, 10, 900);
			place(3, call(1_000), Sell, 10, 1_000);
			let order = place(3, call(1_000), Buy, 50, 900);
			assert_eq!(trades().len(), met);
			match met {
				// It crosses still, so it must not rest.
				1 => assert_eq!(cancelled(), [(order, MatchLimit)]),
				_ => assert_eq!(levels(call(1_000), Buy), [(900, 30, 1)]),
			}
		});
	}
}

#[test]
fn what_is_filled_stands_if_the_rest_may_not_rest() {
	ExtBuilder::default().build_and_execute(|| {
		// A full side: the rest would drive somebody out.
		for n in 0..i128::from(MAX_SIDE_ORDERS) {
			place(3 + (n % 2) as u8, call(1_000), Buy, 10, 100 + n / 32);
		}
		place(1, call(1_000), Sell, 10, 800);
		Bank::mutate(|vaults| vaults.reducing.insert(account(2)));
		let order = || {
			frame_support::storage::with_storage_layer(|| {
				Options::place_order(
					RuntimeOrigin::signed(owner(2)),
					account(2),
					call(1_000),
					Buy,
					CONTRACT / 4,
					9 * USD,
					GoodTilCancelled,
					false,
				)
				.map_err(|failed| failed.error)
			})
		};
		let info = order().unwrap();
		let id = MAX_SIDE_ORDERS as OrderId + 1;
		assert_eq!(trades(), [(id - 1, 800, 10)]);
		let dropped = Event::OrderCancelled {
			id,
			account: account(2),
			series: call(1_000),
			remaining: 150_000,
			reason: MayNotRest,
		};
		assert_eq!(events().last(), Some(&dropped));
		assert_eq!(cancelled(), [(id, MayNotRest)], "nobody was driven out");
		assert_eq!(levels(call(1_000), Buy).iter().map(|level| level.2).sum::<u8>(), 128);
		assert_eq!(Bank::totals(&account(2), &call(1_000)), (0, 0, 0, 0));
		let met = actions::Met {
			matches: 1,
			evicted: 1,
			refused: true,
			rested: true,
			..Default::default()
		};
		assert_eq!(info.actual_weight, Some(costs::place_weight::<Test>(&met)));
		// One that fills nothing is refused, as is one that must be filled whole.
		assert_eq!(order(), Err(SHORT));
		place(1, call(1_000), Sell, 10, 800);
		let whole = place_as(2, call(1_000), Buy, 25, 900, FillOrKill, false);
		assert_eq!(whole, Err(Error::<Test>::NotFilledWhole.into()));
	});
}

#[test]
fn nobody_trades_with_himself() {
	ExtBuilder::default().build_and_execute(|| {
		let own = place(1, call(1_000), Sell, 10, 800);
		let other = place(2, call(1_000), Sell, 10, 800);
		place(1, call(1_000), Buy, 20, 800);
		assert_eq!(cancelled(), [(own, SelfTrade)]);
		assert_eq!(trades(), [(other, 800, 10)]);
		assert_eq!(levels(call(1_000), Buy), [(800, 10, 1)]);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (100_000, 0, 800_000, 0));
	});
}

#[test]
fn a_failing_maker_is_skipped_and_loses_his_order() {
	ExtBuilder::default().build_and_execute(|| {
		let bad = place(1, call(1_000), Sell, 10, 800);
		let good = place(2, call(1_000), Sell, 10, 900);
		Bank::set_failing(&account(1), true);
		place(3, call(1_000), Buy, 10, 900);
		assert_eq!(cancelled(), [(bad, MakerFailed)]);
		assert_eq!(trades(), [(good, 900, 10)]);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (0, 0, 0, 0));
		// He loses his deposit to the treasury, which has its share of the fees besides.
		assert_eq!(cash(1), -USD);
		let fees = 30_000 + 10_000;
		assert_eq!(Bank::pot(Pot::Treasury), USD + fees * 3 / 10);
		assert!(events().contains(&Event::DepositLost {
			id: bad,
			account: account(1),
			amount: USD
		}));
		assert_eq!(Bank::position(&account(1), &call(1_000)), 0);
	});
}

#[test]
fn a_failing_taker_changes_nothing_and_costs_no_maker_his_order() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 10, 800);
		Bank::set_failing(&account(3), true);
		let order = |n| place_as(n, call(1_000), Buy, 10, 800, ImmediateOrCancel, false);
		assert_eq!(order(3), Err(SHORT));
		// Both fail: the taker's order is refused all the same.
		Bank::set_failing(&account(1), true);
		assert_eq!(order(3), Err(SHORT));
		assert_eq!(levels(call(1_000), Sell), [(800, 10, 1)]);
		assert_eq!(cancelled(), []);
		// It pays for what it met all the same, and no more.
		let origin = RuntimeOrigin::signed(owner(3));
		let (series, kind) = (call(1_000), ImmediateOrCancel);
		let order =
			Options::place_order(origin, account(3), series, Buy, CONTRACT, 8 * USD, kind, false);
		let met = actions::Met { refused: true, ..Default::default() };
		let weight = costs::place_weight::<Test>(&met);
		assert_eq!(order.unwrap_err().post_info.actual_weight, Some(weight));
	});
}

#[test]
fn a_full_account_cannot_shut_the_top_of_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		let series = [put(800), put(900), put(1_000)];
		for one in series {
			place(1, one, Sell, 10, 800);
			place(2, one, Buy, 10, 800);
		}
		let full = place(1, call(1_000), Sell, 10, 800);
		Bank::mutate(|vaults| vaults.full.insert(account(1)));
		place(3, call(1_000), Buy, 10, 800);
		assert_eq!(cancelled(), [(full, MakerFailed)]);
		// A full taker is refused and costs nobody an order.
		place(3, call(1_000), Sell, 10, 900);
		let order = place_as(1, call(1_000), Buy, 10, 900, ImmediateOrCancel, false);
		assert_eq!(order, Err(FULL));
		assert_eq!(cancelled().len(), 1);
	});
}

#[test]
fn at_most_eight_makers_fail_then_the_taker_stops() {
	ExtBuilder::default().accounts(12).build_and_execute(|| {
		for n in 1..=10 {
			place(n, call(1_000), Sell, 10, 800);
			Bank::set_failing(&account(n), true);
		}
		place(11, call(1_000), Sell, 10, 900);
		let order = place(12, call(1_000), Buy, 10, 900);
		assert_eq!(trades(), []);
		// Eight are gone for good, though the order met nothing.
		let reasons = cancelled();
		assert_eq!(reasons.iter().filter(|(_, reason)| *reason == MakerFailed).count(), 8);
		assert_eq!(reasons.last(), Some(&(order, FailingMakers)));
		place(12, call(1_000), Buy, 10, 900);
		assert_eq!(trades(), [(10, 900, 10)]);
	});
}

#[test]
fn trades_say_whether_they_are_near_the_mark() {
	ExtBuilder::default().build_and_execute(|| {
		// The mark is 10 USD: near is 9.50 to 10.50.
		for (cents, near) in [(949, false), (950, true), (1_050, true), (1_051, false)] {
			place(1, call(1_000), Sell, 10, cents);
			let before = near_marks().len();
			place(2, call(1_000), Buy, 10, cents);
			assert_eq!(near_marks().split_off(before), [near, near], "{cents}");
		}
		// A future's is −2 USD; near is within .5 % of the forward of 998 USD.
		Bank::set_mark(future(), -2.0);
		for (cents, near) in [(-699, true), (-700, false), (299, true), (300, false)] {
			place(1, future(), Sell, 10, cents);
			let before = near_marks().len();
			place(2, future(), Buy, 10, cents);
			assert_eq!(near_marks().split_off(before), [near, near], "{cents}");
		}
	});
}

#[test]
fn a_reduce_only_order_closes_and_never_opens() {
	ExtBuilder::default().build_and_execute(|| {
		let reduce = |n, side, quantity, cents, kind| {
			place_as(n, call(1_000), side, quantity, cents, kind, true)
		};
		place(1, call(1_000), Sell, 30, 800);
		place(2, call(1_000), Buy, 30, 800);
		let nothing = Err(Error::<Test>::NothingToReduce.into());
		assert_eq!(reduce(2, Buy, 10, 800, GoodTilCancelled), nothing);
		assert_eq!(reduce(3, Sell, 10, 800, GoodTilCancelled), nothing);
		// As a taker it is cut to the position.
		place(3, call(1_000), Buy, 20, 900);
		assert_ok!(reduce(2, Sell, 100, 900, GoodTilCancelled));
		assert_eq!(Bank::position(&account(2), &call(1_000)), 100_000);
		assert_eq!(levels(call(1_000), Sell), [(900, 10, 1)]);
		// As a maker too: the position is gone before its order is met.
		let resting = trades().len() as u64 + 2;
		place(3, call(1_000), Buy, 10, 700);
		assert_ok!(place_as(2, call(1_000), Sell, 10, 700, ImmediateOrCancel, false));
		assert_eq!(Bank::position(&account(2), &call(1_000)), 0);
		place(4, call(1_000), Buy, 10, 900);
		assert_eq!(cancelled().last(), Some(&(resting - 1, NothingToReduce)));
		assert_eq!(Bank::position(&account(2), &call(1_000)), 0);
		assert_eq!(levels(call(1_000), Buy), [(900, 10, 1)]);
	});
}

#[test]
fn dust_below_the_minimum_can_be_closed() {
	let fine = |market: &mut Market| (market.lot, market.minimum) = (1, 1);
	ExtBuilder::default().market(fine).build_and_execute(|| {
		let order = |n, side, quantity, reduce_only| {
			Options::place_order(
				RuntimeOrigin::signed(owner(n)),
				account(n),
				call(1_000),
				side,
				quantity,
				8 * USD,
				GoodTilCancelled,
				reduce_only,
			)
		};
		assert_ok!(order(1, Sell, 123, false));
		assert_ok!(order(2, Buy, 123, false));
		assert_ok!(Options::set_market(RuntimeOrigin::root(), U, market()));
		assert_ok!(order(1, Buy, 100_000, false));
		assert_ok!(order(2, Sell, 100_000, true));
		assert_eq!(Bank::position(&account(1), &call(1_000)), 0);
		assert_eq!(Bank::position(&account(2), &call(1_000)), 0);
	});
}

#[test]
fn open_interest_counts_longs_once_and_has_a_cap() {
	let cap = |market: &mut Market| market.open_interest_cap = 3 * CONTRACT as u64;
	ExtBuilder::default().market(cap).build_and_execute(|| {
		let open = || Expiries::<Test>::get(U).iter().map(|e| e.open_interest).sum::<u64>();
		place(1, call(1_000), Sell, 200, 800);
		place(2, call(1_000), Buy, 200, 800);
		assert_eq!(open(), 2_000_000);
		// A position that changes hands opens nothing.
		place(3, call(1_000), Buy, 200, 800);
		place(2, call(1_000), Sell, 200, 800);
		assert_eq!(open(), 2_000_000);
		// Another expiry counts towards the same cap.
		let later = Series { expiry: EXPIRY + DAY_MS, ..put(900) };
		place(1, later, Sell, 200, 800);
		let order = place_as(4, later, Buy, 200, 800, GoodTilCancelled, false);
		assert_eq!(order, Err(Error::<Test>::OpenInterestCap.into()));
		place(4, later, Buy, 100, 800);
		assert_eq!(open(), 3_000_000);
		// Closing both sides frees room, also above the cap.
		let tight = Market { open_interest_cap: 1, ..market() };
		assert_ok!(Options::set_market(RuntimeOrigin::root(), U, tight));
		place(3, call(1_000), Sell, 100, 800);
		place(1, call(1_000), Buy, 100, 800);
		assert_eq!(open(), 2_000_000);
	});
}
