// SPDX-License-Identifier: GPL-3.0-or-later

//! A market that stood still: orders are collected, then each series trades at one price.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use straddle_test_kit::{cases, MockPrices, MockRestrictions};
use straddle_traits::{Level as Emergency, Scope};
use MarketState::*;
use Side::{Buy, Sell};
use TimeInForce::*;

const CALL_MS: Moment = 5 * MINUTE_MS;

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn halt() {
	assert_ok!(Options::restrict_market(RuntimeOrigin::signed(Guardian::get()), U, Halted));
}

/// Halt the market and let it come back.
fn call_for_orders(to: MarketState) {
	halt();
	assert_ok!(Options::relax_market(root(), U, to));
	let stage = Stage::Call { until: START + CALL_MS };
	assert_eq!(Options::reopening(U), Some(Reopening { to, stage }));
}

/// The call is over, and so much block work as fits into one block was done.
fn end_call() {
	run_block(START + CALL_MS);
}

/// Until the market trades.
fn reopened() {
	end_call();
	// A block has room for few of the largest pairs, which each has to be asked for.
	let mut blocks = 1;
	while Options::reopening(U).is_some() {
		end_call();
		blocks += 1;
		assert!(blocks < 9, "it never ends");
	}
	assert!(events().iter().any(|event| matches!(event, Event::Reopened { .. })));
}

fn state() -> MarketState {
	Markets::<Test>::get(U).unwrap().state
}

fn indicative(series: Series) -> Option<(i128, u64, i64)> {
	let found = Options::indicative(series);
	found.map(|found| (found.price / 10_000, found.quantity / 10_000, found.surplus / 10_000))
}

#[test]
fn orders_are_collected_and_trade_at_one_price_the_best_and_oldest_first() {
	ExtBuilder::default().build_and_execute(|| {
		let rested = place(1, call(1_000), Sell, 10, 1_020);
		call_for_orders(Open);
		assert_eq!((state(), trades()), (Halted, vec![]));
		// They cross, and none is met.
		let cheap = place(2, call(1_000), Sell, 20, 980);
		let same = place(3, call(1_000), Sell, 20, 980);
		place(4, call(1_000), Buy, 30, 1_030);
		place(4, call(1_000), Buy, 10, 990);
		assert_ok!(place_as(1, call(1_000), Buy, 10, 985, PostOnly, false));
		for kind in [ImmediateOrCancel, FillOrKill] {
			let order = place_as(1, call(1_000), Buy, 10, 1_100, kind, false);
			assert_eq!(order, Err(Error::<Test>::MarketInCall.into()));
		}
		let gone = place(1, call(1_000), Buy, 50, 1_040);
		assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), account(1), gone));
		// 40 trade at 980 to 990; at 990 nothing is left over, and it is nearer to the mark, 1000.
		assert_eq!(indicative(call(1_000)), Some((990, 40, 0)));
		run_block(START + CALL_MS - 1);
		assert_eq!(trades(), []);
		reopened();
		// Sellers in time's order; the event's maker is who came first.
		assert_eq!(trades(), [(cheap, 990, 20), (same, 990, 10), (same, 990, 10)]);
		assert_eq!(levels(call(1_000), Sell), [(1_020, 10, 1)]);
		assert_eq!(levels(call(1_000), Buy), [(985, 10, 1)]);
		let told = Event::Uncrossed {
			series: call(1_000),
			price: 990 * 10_000,
			quantity: 400_000,
			surplus: 0,
		};
		assert!(events().contains(&told));
		assert_eq!(Bank::position(&account(4), &call(1_000)), 400_000);
		// Both pay as makers: .01 % of 1,000 USD a contract.
		let fees = events().into_iter().filter_map(|event| match event {
			Event::Traded { taker_fee, maker_fee, .. } => Some((taker_fee, maker_fee)),
			_ => None,
		});
		assert_eq!(
			fees.collect::<Vec<_>>(),
			[(20_000, 20_000), (10_000, 10_000), (10_000, 10_000)]
		);
		// From now on orders meet at once.
		assert_ok!(place_as(2, call(1_000), Buy, 10, 1_020, ImmediateOrCancel, false));
		assert_eq!(trades().last(), Some(&(rested, 1_020, 10)));
	});
}

#[test]
fn who_cannot_afford_it_is_skipped_and_pays() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let fails = place(1, call(1_000), Sell, 10, 950);
		let next = place(2, call(1_000), Sell, 10, 990);
		place(3, call(1_000), Buy, 10, 1_010);
		Bank::set_failing(&account(1), true);
		// The one whose account fails makes the price.
		assert_eq!(indicative(call(1_000)), Some((950, 10, 0)));
		reopened();
		assert_eq!(cancelled(), [(fails, CancelReason::MakerFailed)]);
		let lost = Event::DepositLost { id: fails, account: account(1), amount: USD };
		assert!(events().contains(&lost));
		// What is left crosses at another price.
		assert_eq!(trades(), [(next, 1_000, 10)]);
	});
}

#[test]
fn a_buyer_who_fails_alone_pays_and_where_both_fail_nobody_does() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let fails = place(1, call(1_000), Buy, 10, 1_050);
		let sells = place(2, call(1_000), Sell, 10, 990);
		place(3, call(1_000), Buy, 10, 1_010);
		let older = place(1, put(1_000), Buy, 10, 1_050);
		let newer = place(4, put(1_000), Sell, 10, 990);
		for n in [1, 4] {
			Bank::set_failing(&account(n), true);
		}
		reopened();
		let both = (newer, CancelReason::NotUncrossed);
		assert_eq!(cancelled(), [(fails, CancelReason::MakerFailed), both]);
		assert_eq!(trades(), [(sells, 1_000, 10)]);
		assert_eq!(Options::orders_of(account(1)).len(), 1);
		let lost =
			events().iter().filter(|event| matches!(event, Event::DepositLost { .. })).count();
		assert_eq!((lost, Options::orders_of(account(1))[0].id), (1, older));
	});
}

#[test]
fn what_is_left_after_failures_trades_at_another_price() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		// With the big buyer 1030 matches most; without him nobody buys there.
		place(1, call(1_000), Buy, 90, 1_030);
		let buys = place(2, call(1_000), Buy, 10, 1_010);
		place(3, call(1_000), Sell, 10, 1_005);
		place(4, call(1_000), Sell, 80, 1_030);
		Bank::set_failing(&account(1), true);
		reopened();
		assert_eq!(trades(), [(buys, 1_005, 10)]);
		assert_eq!(levels(call(1_000), Sell), [(1_030, 80, 1)]);
	});
}

#[test]
fn nobody_trades_with_himself_and_reduce_only_reduces() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 30, 800);
		place(2, call(1_000), Buy, 30, 800);
		let opens = place(3, call(1_000), Sell, 10, 900);
		call_for_orders(ReduceOnly);
		assert_noop!(
			place_as(3, call(1_000), Buy, 10, 900, GoodTilCancelled, false),
			Error::<Test>::MarketReduceOnly
		);
		let closes = place_as(1, call(1_000), Buy, 20, 1_000, GoodTilCancelled, true).unwrap();
		place_as(2, call(1_000), Sell, 30, 900, GoodTilCancelled, true).unwrap();
		let before = trades().len();
		reopened();
		assert_eq!(state(), ReduceOnly);
		assert_eq!(trades()[before..], [(closes, 1_000, 20)]);
		assert_eq!(cancelled(), [(opens, CancelReason::NothingToReduce)]);
		assert_eq!(levels(call(1_000), Sell), [(900, 10, 1)]);
	});
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let older = place(1, call(1_000), Sell, 30, 900);
		place(1, call(1_000), Buy, 30, 1_000);
		reopened();
		assert_eq!(cancelled(), [(older, CancelReason::SelfTrade)]);
		assert_eq!(trades(), []);
	});
}

#[test]
fn quotes_cross_in_a_call_and_those_with_a_volatility_sleep() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let quote = |side, rate| MakerQuote { series: call(1_000), side, quantity: 100_000, rate };
		let quotes =
			vec![quote(Buy, Rate::Price(1_010 * 10_000)), quote(Sell, Rate::Pegged(1_000))];
		let quotes = quotes.try_into().unwrap();
		assert_ok!(Options::mass_quote(RuntimeOrigin::signed(owner(1)), account(1), U, quotes));
		let sells = place(2, call(1_000), Sell, 10, 990);
		reopened();
		assert_eq!(trades().len(), 1);
		assert_eq!(trades()[0].1, 1_000);
		assert!(sells > trades()[0].0);
		assert_eq!(Options::quotes_of(account(1), U).len(), 1);
	});
}

#[test]
fn a_call_goes_on_while_nothing_can_be_judged() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		place(1, call(1_000), Sell, 10, 990);
		place(2, call(1_000), Buy, 10, 1_010);
		MockPrices::set_state(U, PriceState::Uncertain);
		end_call();
		assert_eq!((trades(), state()), (vec![], Halted));
		MockPrices::set_state(U, PriceState::Valid);
		MockRestrictions::set(Scope::Market(U), Emergency::NoNew);
		end_call();
		assert_eq!((trades(), state()), (vec![], Halted));
		MockRestrictions::set(Scope::Market(U), Emergency::Open);
		reopened();
		assert_eq!((trades().len(), state()), (1, Open));
	});
}

#[test]
fn after_a_freeze_there_is_a_call_too() {
	ExtBuilder::default().build_and_execute(|| {
		MockRestrictions::set(Scope::House, Emergency::Frozen);
		let order = || place_as(1, call(1_000), Buy, 10, 900, GoodTilCancelled, false);
		assert_eq!(order(), Err(Error::<Test>::MarketHalted.into()));
		run_block(START);
		let frozen = Reopening { to: Open, stage: Stage::Frozen };
		assert_eq!((Options::reopening(U), state()), (Some(frozen), Halted));
		MockRestrictions::set(Scope::House, Emergency::Open);
		assert_eq!(order(), Err(Error::<Test>::MarketHalted.into()));
		run_block(START);
		assert_ok!(order());
		place(2, call(1_000), Sell, 10, 800);
		assert_eq!(trades(), []);
		// Frozen once more in the midst of it, then restricted and relaxed by hand.
		MockRestrictions::set(Scope::House, Emergency::Frozen);
		run_block(START + MINUTE_MS);
		assert_eq!(Options::reopening(U), Some(frozen));
		assert_sound();
		let guard = || RuntimeOrigin::signed(Guardian::get());
		assert_ok!(Options::restrict_market(guard(), U, ReduceOnly));
		assert_eq!(Options::reopening(U).map(|one| one.to), Some(ReduceOnly));
		halt();
		assert_eq!((Options::reopening(U), state()), (None, Halted));
		assert_noop!(Options::relax_market(root(), U, Halted), Error::<Test>::NotLessRestrictive);
		MockRestrictions::set(Scope::House, Emergency::Open);
		run_block(START + MINUTE_MS);
		assert_eq!((Options::reopening(U), state()), (None, Halted));
		assert_ok!(Options::relax_market(root(), U, Open));
		// New rules change nothing of it, but may restrict it.
		assert_ok!(Options::set_market(root(), U, market()));
		let stage = Stage::Call { until: START + MINUTE_MS + CALL_MS };
		assert_eq!(Options::reopening(U), Some(Reopening { to: Open, stage }));
		run_block(START + MINUTE_MS + CALL_MS);
		assert_eq!((Options::reopening(U), state(), trades().len()), (None, Open, 1));
	});
}

#[test]
fn blocks_take_as_much_of_it_as_they_have_room_for() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let all = [future(), call(1_000), put(1_000)];
		for series in all {
			let cents = if series == future() { 0 } else { 1_000 };
			Bank::set_mark(series, cents as f64 / 100.0);
			for _ in 0..3 {
				place(1, series, Sell, 10, cents - 10);
				place(2, series, Buy, 10, cents + 10);
			}
		}
		set_now(START + CALL_MS);
		// Room for a pair or two.
		let room = costs::most_pair_weight::<Test>()
			.saturating_add(<() as WeightInfo>::uncross_series())
			.saturating_add(<() as WeightInfo>::visit_market().saturating_mul(8));
		let mut blocks = 0;
		while Options::reopening(U).is_some() {
			let before = trades().len();
			let mut meter = WeightMeter::with_limit(room);
			Options::on_poll(2, &mut meter);
			assert!(meter.consumed().all_lte(room));
			let done = trades().len() - before;
			assert!(done < 9, "all at once");
			assert_sound();
			blocks += 1;
			assert!(blocks < 60, "it never ends");
			let Some(Reopening { stage: Stage::Uncrossing { done, .. }, .. }) =
				Options::reopening(U)
			else {
				continue;
			};
			// What is through trades at once, what is not is collected.
			for series in all {
				let through = done.is_some_and(|done| series <= done);
				let order = place_as(3, series, Buy, 10, 1, ImmediateOrCancel, false);
				assert_eq!(order.is_ok(), through, "{order:?} {series:?} after {done:?}");
			}
		}
		assert!(blocks > 3, "{blocks}");
		let prices = trades().into_iter().map(|(_, price, _)| price).collect::<BTreeSet<_>>();
		assert_eq!((trades().len(), prices), (9, BTreeSet::from([0, 1_000])));
	});
}

#[test]
fn a_series_without_a_mark_drops_what_crosses() {
	ExtBuilder::default().build_and_execute(|| {
		call_for_orders(Open);
		let sells = place(1, call(1_000), Sell, 10, 990);
		let newer = place(2, call(1_000), Buy, 10, 1_010);
		let other = place(3, put(1_000), Sell, 10, 990);
		place(4, put(1_000), Buy, 10, 1_010);
		Bank::mutate(|vaults| vaults.unmarked.insert(call(1_000)));
		reopened();
		assert_eq!(cancelled(), [(newer, CancelReason::NotUncrossed)]);
		assert_eq!(trades(), [(other, 1_000, 10)]);
		assert_eq!(Options::orders_of(account(1))[0].id, sells);
	});
}

#[test]
fn try_state_finds_a_market_that_reopens_and_is_open() {
	ExtBuilder::default().build().execute_with(|| {
		call_for_orders(Open);
		place(1, call(1_000), Sell, 10, 990);
		place(2, call(1_000), Buy, 10, 1_010);
		assert_ok!(Options::do_try_state());
		let told = |error: &'static str| {
			assert_eq!(Options::do_try_state(), Err(sp_runtime::TryRuntimeError::Other(error)));
		};
		Markets::<Test>::mutate_extant(U, |market| market.state = Open);
		told("rules: a market that reopens is not halted");
		Reopenings::<Test>::remove(U);
		told("invariant 6: the book is crossed");
		Markets::<Test>::mutate_extant(U, |market| market.state = Halted);
		let stage = Stage::Uncrossing { done: Some(call(1_000)), price: None };
		Reopenings::<Test>::insert(U, Reopening { to: Open, stage });
		told("invariant 6: the book is crossed");
		Reopenings::<Test>::insert(U, Reopening { to: Halted, stage: Stage::Frozen });
		told("rules: a market reopens to be halted");
	});
}

/// An order as a child would write it down.
#[derive(Clone, Debug)]
struct Sheet {
	id: OrderId,
	who: u8,
	side: Side,
	left: i64,
	cents: i128,
	reduce_only: bool,
}

#[derive(Clone, Default)]
struct Naive {
	orders: Vec<Sheet>,
	positions: BTreeMap<u8, i64>,
	failing: BTreeSet<u8>,
}

type Fill = (OrderId, i128, i64);

impl Naive {
	fn volume(&self, side: Side, price: i128) -> i64 {
		let meets = |order: &&Sheet| {
			order.side == side
				&& if side == Buy { order.cents >= price } else { order.cents <= price }
		};
		self.orders.iter().filter(meets).map(|order| order.left).sum()
	}

	/// By trying all prices at which something rests, and the mark.
	fn price(&self, mark: i128) -> Option<i128> {
		let prices = self.orders.iter().map(|order| order.cents).chain([mark]);
		let rank = |price: i128| {
			let (bought, sold) = (self.volume(Buy, price), self.volume(Sell, price));
			(-bought.min(sold), (bought - sold).abs(), (price - mark).abs(), price)
		};
		let best = prices.map(rank).min()?;
		(best.0 < 0).then_some(best.3)
	}

	fn front(&self, side: Side) -> Option<usize> {
		let sign = if side == Buy { -1 } else { 1 };
		let of_side = |nth: &usize| self.orders[*nth].side == side;
		let all = (0..self.orders.len()).filter(of_side);
		all.min_by_key(|nth| (sign * self.orders[*nth].cents, self.orders[*nth].id))
	}

	/// Fills, and who fails.
	fn uncross(&mut self, mark: i128) -> (Vec<Fill>, Vec<(OrderId, CancelReason)>) {
		let (mut fills, mut gone) = (Vec::new(), Vec::new());
		while let Some(price) = self.price(mark) {
			while let (Some(b), Some(s)) = (self.front(Buy), self.front(Sell)) {
				let (bid, ask) = (self.orders[b].clone(), self.orders[s].clone());
				if bid.cents < price || ask.cents > price {
					break;
				}
				let mut drop = |order: &Sheet, reason| {
					gone.push((order.id, reason));
					self.orders.retain(|other| other.id != order.id);
				};
				let (older, newer) = if bid.id < ask.id { (&bid, &ask) } else { (&ask, &bid) };
				let fails = |order: &Sheet| self.failing.contains(&order.who);
				let (mut left, mut nothing) = (bid.left.min(ask.left), None);
				for order in [&bid, &ask] {
					if order.reduce_only && nothing.is_none() {
						let held = self.positions.get(&order.who).copied().unwrap_or(0);
						let most = if order.side == Buy { -held.min(0) } else { held.max(0) };
						left = left.min(most);
						if left == 0 {
							nothing = Some(order);
						}
					}
				}
				match nothing {
					Some(order) => drop(order, CancelReason::NothingToReduce),
					None if bid.who == ask.who => drop(older, CancelReason::SelfTrade),
					None => match (fails(&bid), fails(&ask)) {
						(true, true) => drop(newer, CancelReason::NotUncrossed),
						(true, false) => drop(&bid, CancelReason::MakerFailed),
						(false, true) => drop(&ask, CancelReason::MakerFailed),
						(false, false) => {
							fills.push((older.id, price, left));
							*self.positions.entry(bid.who).or_default() += left;
							*self.positions.entry(ask.who).or_default() -= left;
							self.orders[b].left -= left;
							self.orders[s].left -= left;
							self.orders.retain(|order| order.left > 0);
						},
					},
				}
			}
		}
		(fills, gone)
	}
}

fn order() -> impl Strategy<Value = (u8, Side, i64, i128, bool)> {
	let side = prop_oneof![Just(Buy), Just(Sell)];
	(1..=6u8, side, 10..60i64, 985..1_016i128, prop::bool::weighted(0.1))
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: cases(64),
		failure_persistence: None,
		..Default::default()
	})]

	/// What happened before the halt, what comes in the call, who fails in the end, and the mark.
	#[test]
	fn a_call_ends_as_a_list_of_orders_does(
		before in prop::collection::vec(order(), 0..12),
		collected in prop::collection::vec(order(), 1..60),
		failing in prop::collection::btree_set(1..=6u8, 0..3),
		mark in 980..1_020i128,
	) {
		ExtBuilder::default().accounts(6).build_and_execute(|| {
			let exact = Money::from_rational(mark.unsigned_abs(), 100);
			Bank::mutate(|vaults| vaults.marks.insert(call(1_000), exact));
			for (who, side, quantity, cents, _) in before {
				place(who, call(1_000), side, quantity, cents);
			}
			call_for_orders(Open);
			for (who, side, quantity, cents, reduce_only) in collected {
				let kind = GoodTilCancelled;
				let _ = place_as(who, call(1_000), side, quantity, cents, kind, reduce_only);
			}
			let mut naive = Naive { failing: failing.clone(), ..Default::default() };
			for who in 1..=6 {
				let held = Bank::position(&account(who), &call(1_000)) / 10_000;
				naive.positions.insert(who, held);
				naive.orders.extend(Options::orders_of(account(who)).into_iter().map(|order| Sheet {
					id: order.id,
					who,
					side: order.place.side,
					left: order.remaining / 10_000,
					cents: order.place.price / 10_000,
					reduce_only: order.reduce_only,
				}));
			}
			naive.orders.sort_by_key(|order| order.id);
			for who in failing {
				Bank::set_failing(&account(who), true);
			}
			let indicated = indicative(call(1_000)).map(|found| found.0);
			assert_eq!(indicated, naive.price(mark));
			let (traded, dropped) = (trades().len(), cancelled().len());
			let mut now = START + CALL_MS;
			run_block(now);
			while Options::reopening(U).is_some() {
				assert_sound();
				now += 6_000;
				run_block(now);
			}
			let (fills, gone) = naive.uncross(mark);
			assert_eq!(trades()[traded..], fills);
			assert_eq!(cancelled()[dropped..], gone);
			for who in 1..=6 {
				let held = Bank::position(&account(who), &call(1_000)) / 10_000;
				assert_eq!(held, naive.positions[&who]);
				let left = naive.orders.iter().filter(|order| order.who == who).count();
				assert_eq!(Options::orders_of(account(who)).len(), left);
			}
		});
	}
}
