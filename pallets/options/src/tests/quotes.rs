// SPDX-License-Identifier: GPL-3.0-or-later

//! Makers: mass quotes, volatilities, protection, heartbeats.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_math::black76;
use straddle_test_kit::{MockAuctions, MockPrices};
use CancelReason::{Evicted, MakerFailed, NoHeartbeat};
use Rate::{Pegged, Volatility};
use Side::{Buy, Sell};
use TimeInForce::*;

/// Of a tenth of a contract.
pub fn quote(series: Series, side: Side, hundredths: i64, rate: Rate) -> MakerQuote {
	MakerQuote { series, side, quantity: hundredths * (CONTRACT / 100), rate }
}

fn cents(cents: i128) -> Rate {
	Rate::Price(cents * (USD / 100))
}

fn mass(n: u8, quotes: &[MakerQuote]) -> DispatchResult {
	let origin = RuntimeOrigin::signed(owner(n));
	frame_support::storage::with_storage_layer(|| {
		Options::mass_quote(origin, account(n), U, quotes.to_vec().try_into().unwrap())
			.map(|_| ())
			.map_err(|failed| failed.error)
	})
}

fn refused() -> Vec<(Side, QuoteRefusal)> {
	let refused = |event| match event {
		Event::QuoteRefused { side, reason, .. } => Some((side, reason)),
		_ => None,
	};
	events().into_iter().filter_map(refused).collect()
}

fn quotes_of(n: u8) -> Vec<(Series, Side, i64)> {
	let view = |(series, quoted, left): (Series, Quoted, Quantity)| {
		(series, quoted.slot.shelf.side, left / (CONTRACT / 100))
	};
	Options::quotes_of(account(n), U).into_iter().map(view).collect()
}

fn take(n: u8, series: Series, side: Side, quantity: i64, cents: i128) {
	place_as(n, series, side, quantity, cents, ImmediateOrCancel, false).unwrap();
}

#[test]
fn a_mass_quote_replaces_what_it_names_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		let (near, far) = (call(1_000), put(900));
		let before = booked().len();
		assert_ok!(mass(
			1,
			&[
				quote(near, Buy, 10, cents(900)),
				quote(near, Sell, 20, cents(1_100)),
				quote(far, Buy, 30, cents(400)),
			]
		));
		assert_eq!(booked().len(), before, "the ledger is not asked");
		assert_eq!(quotes_of(1), [(far, Buy, 30), (near, Buy, 10), (near, Sell, 20)]);
		// Up with both sides: the new bid is above the old ask.
		assert_ok!(mass(
			1,
			&[quote(near, Sell, 20, cents(1_300)), quote(near, Buy, 10, cents(1_200))]
		));
		assert_eq!(refused(), []);
		assert_eq!(levels(near, Buy), [(1_200, 10, 1)]);
		assert_eq!(levels(near, Sell), [(1_300, 20, 1)]);
		assert_eq!(levels(far, Buy), [(400, 30, 1)]);
		assert_ok!(mass(1, &[quote(near, Buy, 0, cents(1))]));
		assert_eq!(quotes_of(1), [(far, Buy, 30), (near, Sell, 20)]);
		assert_eq!(cancelled(), []);
	});
}

#[test]
fn a_quote_trades_as_an_order_does_and_its_account_has_no_aggregate() {
	ExtBuilder::default().market(|market| market.minimum = market.lot).build_and_execute(|| {
		let order = place(2, call(1_000), Sell, 10, 800);
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 20, cents(800))]));
		take(3, call(1_000), Buy, 25, 800);
		assert_eq!(trades(), [(order, 800, 10), (order + 1, 800, 15)]);
		assert_eq!(Bank::totals(&account(1), &call(1_000)), (0, 0, 0, 0));
		assert_eq!(Bank::position(&account(1), &call(1_000)), -150_000);
		assert_eq!(quotes_of(1), [(call(1_000), Sell, 5)]);
		take(3, call(1_000), Buy, 5, 800);
		assert_eq!(quotes_of(1), []);
		assert_eq!(Desks::<Test>::iter().count(), 0, "a desk without anything is kept");
	});
}

#[test]
fn a_quote_that_shrinks_keeps_its_place_and_one_that_grows_does_not() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 30, cents(800))]));
		assert_ok!(mass(2, &[quote(call(1_000), Sell, 30, cents(800))]));
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 20, cents(800))]));
		take(3, call(1_000), Buy, 10, 800);
		assert_eq!(trades(), [(0, 800, 10)]);
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 30, cents(800))]));
		take(3, call(1_000), Buy, 10, 800);
		assert_eq!(trades()[1], (1, 800, 10));
	});
}

#[test]
fn a_quote_never_takes() {
	ExtBuilder::default().build_and_execute(|| {
		place(2, call(1_000), Sell, 10, 800);
		let both = [quote(call(1_000), Buy, 10, cents(800)), quote(put(900), Buy, 10, cents(5))];
		assert_ok!(mass(1, &both));
		assert_eq!(refused(), [(Buy, QuoteRefusal::WouldTrade)]);
		assert_eq!(quotes_of(1), [(put(900), Buy, 10)]);
		// The old one is gone where the new one is refused.
		assert_ok!(mass(1, &[quote(call(1_000), Buy, 10, cents(700))]));
		assert_ok!(mass(1, &[quote(call(1_000), Buy, 10, cents(801))]));
		assert_eq!(quotes_of(1), [(put(900), Buy, 10)]);
		assert_eq!(trades(), []);
	});
}

#[test]
fn what_makes_no_sense_undoes_the_whole_call() {
	ExtBuilder::default().build_and_execute(|| {
		let good = quote(put(900), Buy, 10, cents(400));
		let other = Series { underlying: UnderlyingId(1), ..call(1_000) };
		for (bad, error) in [
			(quote(call(1_000), Buy, 10, Rate::Price(1)), Error::<Test>::PriceOffTick),
			(quote(call(1_000), Buy, 10, Rate::Price(0)), Error::<Test>::PriceNotPositive),
			(quote(call(1_000), Buy, 9, cents(800)), Error::<Test>::BelowMinimum),
			(quote(call(1_050), Buy, 10, cents(800)), Error::<Test>::NotListed),
			(quote(future(), Buy, 10, Pegged(1)), Error::<Test>::NotAnOption),
			(quote(call(1_000), Buy, 10, Pegged(0)), Error::<Test>::VolatilityOutOfRange),
			(quote(call(1_000), Buy, 10, Pegged(10_000_001)), Error::<Test>::VolatilityOutOfRange),
			(quote(put(900), Buy, 10, cents(300)), Error::<Test>::QuoteTwice),
			(quote(other, Buy, 10, cents(300)), Error::<Test>::OtherMarket),
		] {
			assert_eq!(mass(1, &[good, bad]), Err(error.into()), "{bad:?}");
		}
		let stranger = RuntimeOrigin::signed(owner(2));
		let stolen = Options::mass_quote(stranger, account(1), U, Default::default());
		assert_eq!(stolen.map_err(|failed| failed.error), Err(DispatchError::BadOrigin));
		MockAuctions::set(&account(1), true);
		assert_eq!(mass(1, &[good]), Err(Error::<Test>::InAuction.into()));
		MockAuctions::set(&account(1), false);
		for (state, error) in [
			(MarketState::ReduceOnly, Error::<Test>::MarketReduceOnly),
			(MarketState::Halted, Error::<Test>::MarketHalted),
		] {
			let guardian = RuntimeOrigin::signed(Guardian::get());
			assert_ok!(Options::restrict_market(guardian, U, state));
			assert_eq!(mass(1, &[good]), Err(error.into()));
		}
		assert_eq!(Quotes::<Test>::iter().count(), 0);
	});
}

#[test]
fn each_quote_needs_cash_for_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		Bank::mutate(|vaults| {
			let all = vaults.cash.insert(account(1), 2 * USD).unwrap() - 2 * USD;
			*vaults.cash.entry(account(4)).or_default() += all;
		});
		let some = [800, 900, 1_000].map(|strike| quote(put(strike), Buy, 10, cents(100)));
		assert_eq!(mass(1, &some), Err(Error::<Test>::DepositsShort.into()));
		assert_ok!(mass(1, &some[..2]));
		assert_eq!(mass(1, &some[2..]), Err(Error::<Test>::DepositsShort.into()));
		// One who fails when he is met loses his deposit with the quote.
		Bank::set_failing(&account(1), true);
		take(2, put(800), Sell, 10, 100);
		assert_eq!(cancelled()[0].1, MakerFailed);
		assert_eq!(Bank::cash(&account(1)), USD);
		assert_eq!(quotes_of(1), [(put(900), Buy, 10)]);
	});
}

fn black(kind: black76::Kind, forward: u64, volatility: u64) -> f64 {
	let wad = straddle_math::WAD;
	let price = black76::price(
		kind,
		i128::from(forward) * wad,
		1_000 * wad,
		i128::from(volatility) * wad / 1_000_000,
		EXPIRY - START,
	);
	price.unwrap() as f64 / 1e18
}

#[test]
fn a_volatility_becomes_a_price_at_once_or_when_it_is_met() {
	ExtBuilder::default().build_and_execute(|| {
		let value = black(black76::Kind::Call, 1_000, 500_000);
		let down = (value * 100.0).floor() as i128;
		assert_ok!(mass(1, &[quote(call(1_000), Buy, 10, Volatility(500_000))]));
		assert_ok!(mass(2, &[quote(call(1_000), Sell, 10, Pegged(500_000))]));
		assert_eq!(levels(call(1_000), Buy), [(down, 10, 1)]);
		let pegged = || Options::order_book(call(1_000), 9).pegged_asks;
		// In favour of who quotes: up, where the other went down.
		assert_eq!(pegged()[0].price, Some((down + 1) * (USD / 100)));
		MockPrices::set_spot(U, Price::from_u32(1_010));
		let up = (black(black76::Kind::Call, 1_010, 500_000) * 100.0).ceil() as i128;
		assert_eq!(pegged()[0].price, Some(up * (USD / 100)));
		assert_eq!(levels(call(1_000), Buy), [(down, 10, 1)]);
		take(3, call(1_000), Buy, 10, up - 1);
		assert_eq!(trades(), []);
		take(3, call(1_000), Buy, 10, up + 9);
		assert_eq!(trades(), [(1, up, 10)]);
		assert_eq!(quotes_of(2), []);
	});
}

#[test]
fn pegged_orders_are_merged_with_those_that_have_a_price() {
	ExtBuilder::default().build_and_execute(|| {
		let peg = |n, volatility| {
			assert_ok!(mass(n, &[quote(call(1_000), Sell, 10, Pegged(volatility))]));
		};
		let at = |volatility| {
			let value = black(black76::Kind::Call, 1_000, volatility);
			(value * 100.0).ceil() as i128
		};
		peg(1, 600_000);
		peg(2, 400_000);
		peg(3, 500_000);
		// Of the same price as one of them: it goes first.
		let fixed = place(4, call(1_000), Sell, 10, at(500_000));
		let last = place(4, call(1_000), Sell, 10, at(600_000) + 1);
		ids_of_trades_are(&[1, fixed, 2, 0, last], || {
			Bank::open(&account(9), &owner(9), 1_000 * USD);
			take(9, call(1_000), Buy, 50, 10_000);
		});
		let prices = trades().into_iter().map(|trade| trade.1);
		let all = [at(400_000), at(500_000), at(500_000), at(600_000), at(600_000) + 1];
		assert!(prices.eq(all));
		Bank::mutate(|vaults| *vaults.cash.get_mut(&account(9)).unwrap() -= 1_000 * USD);
	});
}

fn ids_of_trades_are(ids: &[OrderId], act: impl FnOnce()) {
	let before = trades().len();
	act();
	let found = trades().split_off(before).into_iter().map(|trade| trade.0);
	assert_eq!(found.collect::<Vec<_>>(), ids);
}

#[test]
fn pegged_orders_sleep_while_the_forward_cannot_be_relied_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 10, Pegged(500_000))]));
		for state in [PriceState::Uncertain, PriceState::Stale, PriceState::NoQuorum] {
			MockPrices::set_state(U, state);
			take(2, call(1_000), Buy, 10, 50_00);
			assert_eq!(trades(), []);
			assert_eq!(Options::order_book(call(1_000), 1).pegged_asks[0].price, None);
		}
		// One that is priced now has no price.
		assert_ok!(mass(2, &[quote(call(1_000), Buy, 10, Volatility(500_000))]));
		assert_eq!(refused(), [(Buy, QuoteRefusal::NoPrice)]);
		MockPrices::set_state(U, PriceState::Valid);
		take(2, call(1_000), Buy, 10, 50_00);
		assert_eq!(trades().len(), 1);
	});
}

#[test]
fn a_full_shelf_gives_up_its_worst_to_a_better_quote() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..MAX_SIDE_ORDERS {
			place(1 + (n % 2) as u8, call(1_000), Buy, 10, 100 + i128::from(n / 32));
		}
		assert_ok!(mass(3, &[quote(call(1_000), Buy, 10, cents(100))]));
		assert_eq!(refused(), [(Buy, QuoteRefusal::BookFull)]);
		assert_ok!(mass(3, &[quote(call(1_000), Buy, 10, cents(101))]));
		assert_eq!(refused().pop(), Some((Buy, QuoteRefusal::LevelFull)));
		assert_ok!(mass(3, &[quote(call(1_000), Buy, 10, cents(200))]));
		assert_eq!(cancelled().last(), Some(&(31, Evicted)));
		assert_eq!(quotes_of(3), [(call(1_000), Buy, 10)]);
		// Pegged ones have their own room.
		assert_ok!(mass(4, &[quote(call(1_000), Buy, 10, Pegged(1_000))]));
		assert_eq!(quotes_of(4).len(), 1);
	});
}

fn pay(n: u8, amount: Cash) {
	Bank::mutate(|vaults| *vaults.cash.get_mut(&account(n)).unwrap() += amount);
}

/// Fill the asks with quotes of ten contracts, each of another account with cash for two deposits.
fn lock_asks(cents_each: impl Fn(u8) -> i128) {
	for n in 10..138 {
		Bank::open(&account(n), &owner(n), 2 * USD);
		pay(4, -2 * USD);
		assert_ok!(mass(n, &[quote(call(1_000), Sell, 1_000, cents(cents_each(n)))]));
	}
}

#[test]
fn a_quote_is_safe_from_dust_while_its_deposit_lies_there() {
	ExtBuilder::default().build_and_execute(|| {
		lock_asks(|n| 900 + i128::from(n / 4));
		let small = [quote(call(1_000), Sell, 10, cents(910))];
		let sell = |n, cents| place_as(n, call(1_000), Sell, 10, cents, GoodTilCancelled, false);
		let full = Err(Error::<Test>::BookFull.into());
		assert_ok!(mass(1, &small));
		assert_eq!(refused(), [(Sell, QuoteRefusal::BookFull)]);
		assert_eq!(sell(2, 910), full);
		// Whoever takes his out has no more claim to his place than anybody.
		let take_out = |n| {
			pay(n, -3 * USD / 2);
			pay(4, 3 * USD / 2);
		};
		take_out(137);
		assert_ok!(mass(1, &small));
		assert_eq!(quotes_of(1), [(call(1_000), Sell, 10)]);
		assert_eq!(sell(2, 910), full);
		take_out(136);
		assert_ok!(sell(2, 910));
		// Nor has one that is void.
		assert_eq!(sell(2, 911), full);
		let origin = RuntimeOrigin::signed(owner(135));
		assert_ok!(Options::cancel_quotes(origin, account(135), None));
		assert_ok!(sell(2, 911));
		assert_eq!([137, 136, 135].map(quotes_of), [vec![], vec![], vec![]]);
		let evicted = cancelled().into_iter().map(|(_, reason)| reason).collect::<Vec<_>>();
		assert_eq!(evicted, [Evicted; 3]);
	});
}

#[test]
fn a_quote_pays_for_the_place_of_an_order_and_not_of_a_quote() {
	ExtBuilder::default().accounts(9).build_and_execute(|| {
		for series in [call(1_000), call(1_100)] {
			for n in 0..i128::from(MAX_SIDE_ORDERS) {
				place(2 + (n % 8) as u8, series, Sell, 1_000, 900 + n / 2);
			}
		}
		let cash = || [1, 8, 9].map(|n| Bank::get().cash[&account(n)]);
		let [own, eighth, ninth] = cash();
		let origin = RuntimeOrigin::signed(owner(1));
		// The best, and one that is as much as counts of the last; of each side the last and one of the ninth's.
		let quotes = vec![
			quote(call(1_000), Sell, 10, cents(899)),
			quote(call(1_100), Sell, 100, cents(930)),
		];
		let count = quotes.len() as u32;
		let made = Options::mass_quote(origin, account(1), U, quotes.try_into().unwrap()).unwrap();
		assert_eq!(cash(), [own - 2 * USD, eighth, ninth + 2 * USD]);
		let gone = quotes::Gone { orders: 4, paid: 2, ..Default::default() };
		let weight = costs::mass_weight::<Test>(count, &gone);
		assert_eq!(made.actual_weight, Some(weight));
		assert!(weight.all_lt(costs::most_mass_weight::<Test>(count)));
		let paid = |event| match event {
			Event::RoomPaid { id, account: to, by, amount } if by == account(1) => {
				Some((id, to, amount))
			},
			_ => None,
		};
		let paid = events().into_iter().filter_map(paid).collect::<Vec<_>>();
		assert_eq!(paid, [(127, account(9), USD), (255, account(9), USD)]);
		// Whose ledger refuses that quotes nothing.
		Bank::set_failing(&account(2), true);
		assert_eq!(mass(2, &[quote(call(1_000), Sell, 10, cents(890))]), Err(SHORT));
		assert_eq!(quotes_of(2), []);
	});
	ExtBuilder::default().build_and_execute(|| {
		lock_asks(|n| 900 + i128::from(n / 4));
		let own = Bank::get().cash[&account(1)];
		assert_ok!(mass(1, &[quote(call(1_000), Sell, 10, cents(899))]));
		assert_eq!(quotes_of(1), [(call(1_000), Sell, 10)]);
		assert_eq!(Bank::get().cash[&account(1)], own);
	});
}

#[test]
fn quotes_at_fifty_times_spot_lock_nobody_out() {
	ExtBuilder::default().build_and_execute(|| {
		lock_asks(|n| 5_000_000 + i128::from(n / 4) * 100);
		for (n, price) in [(1, 900), (2, 910), (3, 400_000)] {
			assert_ok!(mass(n, &[quote(call(1_000), Sell, 10, cents(price))]));
			assert_eq!(quotes_of(n), [(call(1_000), Sell, 10)]);
		}
		assert_eq!(refused(), []);
	});
}

#[test]
fn a_quote_is_no_larger_than_what_may_be_open() {
	ExtBuilder::default().build_and_execute(|| {
		let most = 1_000 * 100;
		assert_eq!(
			mass(1, &[quote(call(1_000), Sell, most + 1, cents(900))]),
			Err(Error::<Test>::AboveMaximum.into())
		);
		assert_ok!(mass(1, &[quote(call(1_000), Sell, most, cents(900))]));
	});
}

#[test]
fn nobody_goes_for_a_quote_whose_level_is_full() {
	ExtBuilder::default().build_and_execute(|| {
		let bid = |n, cents| place(n, call(1_000), Buy, 10, cents);
		for n in 0..32 {
			bid(1, 900);
			bid(2, 500 + n);
			bid(2, 550 + n);
			bid(3, 600 + n);
		}
		let book = Books::<Test>::get(call(1_000));
		assert_eq!(book.orders(Shelf { side: Buy, pegged: false }), MAX_SIDE_ORDERS);
		assert_ok!(mass(4, &[quote(call(1_000), Buy, 1_000, cents(900))]));
		let refused = Event::QuoteRefused {
			account: account(4),
			series: call(1_000),
			side: Buy,
			reason: QuoteRefusal::LevelFull,
		};
		assert!(events().contains(&refused));
		assert_eq!(cancelled(), []);
	});
}

fn heartbeat(n: u8, within: Option<u32>) -> DispatchResult {
	let origin = RuntimeOrigin::signed(owner(n));
	Options::heartbeat(origin, account(n), within).map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn voided_quotes_are_not_met_and_block_work_takes_them_away() {
	ExtBuilder::default().build_and_execute(|| {
		let all = [800, 900, 1_000, 1_100].map(|strike| quote(put(strike), Buy, 10, cents(100)));
		assert_ok!(mass(1, &all));
		let origin = RuntimeOrigin::signed(owner(1));
		assert_ok!(Options::cancel_quotes(origin, account(1), Some(U)));
		assert_eq!(quotes_of(1), []);
		assert_sound();
		assert_ok!(mass(1, &all[..1]));
		take(2, put(900), Sell, 10, 50);
		assert_eq!(trades(), []);
		run_block(START);
		let voided = cancelled().into_iter().filter(|(_, reason)| *reason == CancelReason::Voided);
		let mut voided = voided.map(|(id, _)| id).collect::<Vec<_>>();
		voided[1..].sort();
		assert_eq!(voided, [1, 2, 3]);
		run_block(START);
		assert_eq!(Voided::<Test>::iter().count(), 0);
		assert_eq!(quotes_of(1), [(put(800), Buy, 10)]);
		// An auction takes them too, and cancelling all of an account's orders.
		assert_eq!(<Options as OnAuction>::on_auction(&account(1)), Ok(1));
		take(2, put(800), Sell, 10, 50);
		assert_eq!(trades(), []);
		assert_ok!(mass(1, &all));
		let origin = RuntimeOrigin::signed(owner(1));
		assert_ok!(Options::cancel_all(origin, account(1), None));
		assert_eq!(quotes_of(1), []);
	});
}

#[test]
fn protection_voids_all_quotes_of_the_market_once_a_limit_is_reached() {
	ExtBuilder::default().build_and_execute(|| {
		let limits = Limits { blocks: 5, quantity: 250_000, delta: 0, vega: 0 };
		let set = |limits| {
			let origin = RuntimeOrigin::signed(owner(1));
			Options::set_protection(origin, account(1), U, limits)
		};
		let zero = Some(Limits { blocks: 0, ..limits });
		assert_noop!(set(zero), Error::<Test>::InvalidBlocks);
		assert_ok!(set(Some(limits)));
		let all = [800, 900, 1_000].map(|strike| quote(put(strike), Buy, 20, cents(100)));
		assert_ok!(mass(1, &all));
		take(2, put(800), Sell, 20, 100);
		assert!(!events().iter().any(|event| matches!(event, Event::ProtectionActed { .. })));
		take(2, put(900), Sell, 10, 100);
		let acted = Event::ProtectionActed { account: account(1), underlying: U };
		assert!(events().contains(&acted));
		// What was left of that one is gone, too.
		take(2, put(900), Sell, 10, 100);
		take(2, put(1_000), Sell, 10, 100);
		assert_eq!(trades().len(), 2);
		assert_eq!(quotes_of(1), []);
		assert_eq!(mass(1, &all), Err(Error::<Test>::Protected.into()));
		// The last span counts with this one.
		for _ in 0..10 {
			run_block(START);
		}
		assert_ok!(mass(1, &all));
		take(2, put(800), Sell, 20, 100);
		take(2, put(900), Sell, 20, 100);
		assert_eq!(mass(1, &all), Err(Error::<Test>::Protected.into()));
		// Whoever sets it anew begins anew.
		assert_ok!(set(None));
		assert_ok!(mass(1, &all));
		take(2, put(800), Sell, 20, 100);
		take(2, put(900), Sell, 20, 100);
		assert_eq!(quotes_of(1).len(), 1);
	});
}

#[test]
fn protection_counts_delta_and_vega() {
	let greeks = {
		let wad = straddle_math::WAD;
		let time = EXPIRY - START;
		let kind = black76::Kind::Put;
		black76::greeks(kind, 1_000 * wad, 1_000 * wad, wad / 2, time).unwrap()
	};
	// Half a contract's delta is near a quarter; its vega in units per point.
	let delta = (-greeks.delta as f64 / 1e18 * 500_000.0).ceil() as u64;
	let vega = (greeks.vega as f64 / 1e18 / 100.0 * 0.5 * 1e6).ceil() as u64;
	let none = Limits { blocks: 9, quantity: 0, delta: 0, vega: 0 };
	for (limits, acts) in [
		(Limits { delta: delta + 2, ..none }, false),
		(Limits { delta: delta - 2, ..none }, true),
		(Limits { vega: vega + 2, ..none }, false),
		(Limits { vega: vega - 2, ..none }, true),
	] {
		ExtBuilder::default().build_and_execute(|| {
			let origin = RuntimeOrigin::signed(owner(1));
			assert_ok!(Options::set_protection(origin, account(1), U, Some(limits)));
			assert_ok!(mass(1, &[quote(put(1_000), Buy, 60, cents(100))]));
			take(2, put(1_000), Sell, 50, 100);
			let acted = Event::ProtectionActed { account: account(1), underlying: U };
			assert_eq!(events().contains(&acted), acts, "{limits:?}");
		});
	}
}

#[test]
fn a_late_heartbeat_takes_all_that_was_placed_under_it() {
	ExtBuilder::default().market(|market| market.minimum = market.lot).build_and_execute(|| {
		assert_noop!(heartbeat(1, Some(0)), Error::<Test>::InvalidBlocks);
		let before = place(1, call(1_000), Buy, 10, 600);
		assert_ok!(heartbeat(1, Some(3)));
		let order = place(1, call(1_000), Buy, 10, 800);
		assert_ok!(mass(1, &[quote(call(1_000), Buy, 10, cents(700))]));
		for _ in 0..3 {
			run_block(START);
		}
		take(2, call(1_000), Sell, 5, 600);
		assert_eq!(trades(), [(order, 800, 5)]);
		// Late in the next block: what is met before block work comes is not traded with.
		System::set_block_number(System::block_number() + 1);
		take(2, call(1_000), Sell, 5, 700);
		assert_eq!(trades().len(), 1);
		assert_eq!(cancelled()[0], (order, NoHeartbeat));
		let refused = place_as(1, call(1_000), Buy, 10, 500, GoodTilCancelled, false);
		assert_eq!(refused, Err(Error::<Test>::HeartbeatLate.into()));
		assert_eq!(mass(1, &[]), Err(Error::<Test>::HeartbeatLate.into()));
		run_block(START);
		let late = Event::HeartbeatLate { account: account(1), key: owner(1) };
		assert!(events().contains(&late));
		// What was placed before stands.
		let rest = Options::orders_of(account(1));
		assert_eq!(rest.iter().map(|order| order.id).collect::<Vec<_>>(), [before]);
		assert_eq!(quotes_of(1), []);
		assert_ok!(heartbeat(1, Some(3)));
		place(1, call(1_000), Buy, 10, 500);
		assert_ok!(heartbeat(1, None));
		for _ in 0..9 {
			run_block(START);
		}
		assert_eq!(Options::orders_of(account(1)).len(), 2);
	});
}

#[test]
fn a_heartbeat_that_comes_late_brings_nothing_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(heartbeat(1, Some(1)));
		let order = place(1, call(1_000), Buy, 10, 800);
		assert_ok!(mass(1, &[quote(call(1_000), Buy, 10, cents(700))]));
		System::set_block_number(System::block_number() + 2);
		assert_ok!(heartbeat(1, Some(9)));
		assert_eq!(cancelled(), [(order, NoHeartbeat)]);
		take(2, call(1_000), Sell, 10, 600);
		assert_eq!(trades(), []);
	});
}

#[test]
fn an_expiry_takes_quotes_with_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mass(
			1,
			&[
				quote(call(1_000), Buy, 10, Pegged(300_000)),
				quote(call(1_000), Sell, 10, cents(2_000)),
				quote(future(), Buy, 10, cents(-500)),
			]
		));
		MockPrices::settle(U, EXPIRY, straddle_primitives::Price::from_u32(1_000));
		run_block(EXPIRY);
		assert_eq!(cancelled().len(), 3);
		assert_eq!(Quotes::<Test>::iter().count() + Desks::<Test>::iter().count(), 0);
	});
}

#[test]
fn views_tell_greeks_open_interest_and_the_best_of_both_kinds() {
	ExtBuilder::default().build_and_execute(|| {
		let view = Options::greeks(call(1_000)).unwrap();
		let wad = straddle_math::WAD;
		let kind = black76::Kind::Call;
		let time = EXPIRY - START;
		let greeks = black76::greeks(kind, 1_000 * wad, 1_000 * wad, wad / 2, time).unwrap();
		let found = [view.delta, view.gamma, view.vega, view.theta].map(|part| part.into_inner());
		assert_eq!(found, [greeks.delta, greeks.gamma, greeks.vega, greeks.theta]);
		assert_eq!((view.state, view.age_ms), (PriceState::Valid, START));
		assert_eq!(Options::greeks(future()).unwrap().delta.into_inner(), wad);
		assert_eq!(Options::greeks(call(1_050)), None);
		place(1, call(1_000), Sell, 10, 900);
		assert_ok!(mass(2, &[quote(call(1_000), Sell, 20, Pegged(300_000))]));
		let ask = Options::quote(call(1_000)).unwrap().ask.unwrap();
		let now = Options::order_book(call(1_000), 1).pegged_asks[0].price.unwrap();
		assert!(now < 9 * USD);
		assert_eq!((ask.price, ask.total), (now, 200_000));
		take(3, call(1_000), Buy, 20, 900);
		let open = Options::open_interest(U).into_iter().map(|expiry| expiry.open_interest);
		assert_eq!(open.collect::<Vec<_>>(), [200_000, 0]);
	});
}
