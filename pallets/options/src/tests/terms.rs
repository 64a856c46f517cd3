// SPDX-License-Identifier: GPL-3.0-or-later

//! What an order can ask for besides: an end, a number of the trader's own; grids by price, deposits, fees by tier.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::MockPrices;
use CancelReason::*;
use Side::{Buy, Sell};
use TimeInForce::*;

fn until(n: u8, cents: i128, ms: Moment) -> Result<OrderId, DispatchError> {
	place_as(n, call(1_000), Buy, 10, cents, GoodTilTime(START + ms), false)
}

fn tagged(n: u8, side: Side, cents: i128, client: ClientId) -> Result<OrderId, DispatchError> {
	let id = NextOrderId::<Test>::get();
	let place = Place { series: call(1_000), side, price: cents * (USD / 100) };
	let (kind, origin) = (GoodTilCancelled, RuntimeOrigin::signed(owner(n)));
	frame_support::storage::with_storage_layer(|| {
		Options::place_tagged(origin, account(n), place, CONTRACT / 10, kind, false, client)
			.map_err(|failed| failed.error)
	})?;
	Ok(id)
}

fn cancel_tagged(n: u8, client: ClientId) -> DispatchResult {
	Options::cancel_tagged(RuntimeOrigin::signed(owner(n)), account(n), client)
}

#[test]
fn an_order_with_an_end_is_not_met_after_it_and_block_work_takes_it_away() {
	ExtBuilder::default().market(|market| market.minimum = market.lot).build_and_execute(|| {
		assert_eq!(until(1, 800, 0), Err(Error::<Test>::TimeIsOver.into()));
		let [short, long] = [90_000, 10 * MINUTE_MS].map(|ms| until(1, 800, ms).unwrap());
		let plain = place(2, call(1_000), Buy, 10, 800);
		set_now(START + 89_999);
		place(3, call(1_000), Sell, 5, 800);
		assert_eq!(trades(), [(short, 800, 5)]);
		// Its minute is not over, so it rests still; nobody meets it.
		set_now(START + 90_000);
		place(3, call(1_000), Sell, 15, 800);
		assert_eq!(cancelled(), [(short, TimeOver)]);
		assert_eq!(trades().split_off(1), [(long, 800, 10), (plain, 800, 5)]);
		let other = until(1, 700, 5 * MINUTE_MS).unwrap();
		run_block(START + 5 * MINUTE_MS);
		assert_eq!(Options::orders_of(account(1)).len(), 1);
		run_block(START + 6 * MINUTE_MS);
		assert_eq!(cancelled().last(), Some(&(other, TimeOver)));
		assert_eq!(Options::orders_of(account(1)), []);
		assert_eq!(Ending::<Test>::iter().count(), 0);
	});
}

#[test]
fn many_ends_in_one_minute_and_long_idle_times_are_worked_off() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..100u8 {
			until(1 + n % 2, 700 + i128::from(n % 20), MINUTE_MS + u64::from(n)).unwrap();
		}
		// A day without blocks: a step a minute that held nothing.
		let mut blocks = 0;
		while !Options::orders_of(account(1)).is_empty() {
			run_block(START + 7 * HOUR_MS);
			blocks += 1;
			assert!(blocks < 20);
		}
		assert!(blocks > 3, "all of them in one block");
		assert_eq!(cancelled().len(), 100);
		// A post-only order is not refused for one whose time is over.
		set_now(START);
		until(1, 900, MINUTE_MS).unwrap();
		set_now(START + MINUTE_MS);
		assert_ok!(place_as(2, call(1_000), Sell, 10, 850, PostOnly, false));
		assert_eq!(cancelled().last().map(|(_, reason)| *reason), Some(TimeOver));
	});
}

#[test]
fn a_traders_number_is_his_while_the_order_rests() {
	ExtBuilder::default().build_and_execute(|| {
		let first = tagged(1, Buy, 700, 7).unwrap();
		assert_eq!(tagged(1, Buy, 701, 7), Err(Error::<Test>::ClientIdTaken.into()));
		// Another account has its own numbers.
		let second = tagged(2, Buy, 690, 7).unwrap();
		assert_eq!(Options::orders_of(account(2))[0].terms.client, Some(7));
		assert_noop!(cancel_tagged(1, 8), Error::<Test>::OrderNotFound);
		assert_ok!(cancel_tagged(1, 7));
		assert_eq!(cancelled(), [(first, Requested)]);
		assert_noop!(cancel_tagged(1, 7), Error::<Test>::OrderNotFound);
		// A fill frees it, too; one that does not rest never has it.
		place(3, call(1_000), Sell, 10, 690);
		assert_eq!(trades(), [(second, 690, 10)]);
		assert_ok!(tagged(2, Buy, 690, 7));
		place(3, call(1_000), Sell, 10, 800);
		assert_ok!(tagged(1, Buy, 800, 9));
		assert_eq!(Tagged::<Test>::get(account(1), 9), None);
		let stranger = RuntimeOrigin::signed(owner(1));
		let refused = Options::cancel_tagged(stranger, account(2), 7);
		assert_eq!(refused, Err(DispatchError::BadOrigin));
	});
}

#[test]
fn a_list_of_orders_is_cancelled_in_one_journal() {
	ExtBuilder::default().build_and_execute(|| {
		let ids = [700, 710, 720].map(|cents| place(1, call(1_000), Buy, 10, cents));
		let other = place(2, call(1_000), Buy, 10, 700);
		let cancel = |n, ids: &[OrderId]| {
			let origin = RuntimeOrigin::signed(owner(n));
			Options::cancel_orders(origin, account(n), ids.to_vec().try_into().unwrap())
		};
		assert_noop!(cancel(1, &[other, 99]), Error::<Test>::OrderNotFound);
		let before = booked().len();
		assert_ok!(cancel(1, &[ids[2], other, ids[0], ids[0]]));
		assert_eq!(booked().len(), before + 1);
		assert_eq!(cancelled(), [(ids[0], Requested), (ids[2], Requested)]);
		assert_eq!(levels(call(1_000), Buy), [(710, 10, 1), (700, 10, 1)]);
	});
}

#[test]
fn tick_and_lot_follow_the_price() {
	let banded = |market: &mut Market| {
		let band = |usd, cents, lot| Band {
			from: usd * USD,
			tick: cents * (USD / 100),
			lot: CONTRACT / lot,
		};
		market.bands = [band(10, 5, 50), band(100, 100, 10)];
	};
	ExtBuilder::default().market(banded).build_and_execute(|| {
		let order = |quantity, cents| {
			place_as(1, call(1_000), Buy, quantity, cents, GoodTilCancelled, false)
		};
		assert_ok!(order(11, 999));
		assert_eq!(order(12, 1_001), Err(Error::<Test>::PriceOffTick.into()));
		assert_eq!(order(11, 1_000), Err(Error::<Test>::NotWholeLots.into()));
		assert_ok!(order(12, 1_005));
		assert_eq!(order(20, 10_005), Err(Error::<Test>::PriceOffTick.into()));
		assert_eq!(order(12, 10_000), Err(Error::<Test>::NotWholeLots.into()));
		assert_ok!(order(20, 10_100));
		// A future's lie on both sides of zero.
		let future = |cents| place_as(1, future(), Buy, 10, cents, GoodTilCancelled, false);
		assert_ok!(future(-999));
		assert_eq!(future(-1_001), Err(Error::<Test>::PriceOffTick.into()));
	});
}

#[test]
fn bands_have_to_fit_together() {
	let band = |from, tick, lot| Band { from, tick, lot };
	let none = Band::default();
	for (bands, sound) in [
		([none, none], true),
		([band(20_000, 20_000, 1), none], true),
		([band(20_000, 20_000, 1), band(40_000, 40_000, 1)], true),
		([none, band(20_000, 20_000, 1)], false),
		([band(20_000, 20_000, 1), band(20_000, 20_000, 1)], false),
		([band(15_000, 5_000, 1), none], false),
		([band(20_000, 15_000, 1), none], false),
		([band(20_000, 0, 1), none], false),
		([band(20_000, 20_000, 0), none], false),
	] {
		let market = Market { bands, ..market() };
		let expected = if sound { Ok(()) } else { Err(MarketFault::Bands) };
		assert_eq!(market.validate(), expected, "{bands:?}");
	}
}

#[test]
fn a_deposit_is_never_more_than_the_cash_that_is_there() {
	let deposit = |params: &mut Params| params.order_deposit = 3 * USD;
	ExtBuilder::default().params(deposit).build_and_execute(|| {
		for (cash, lost) in [(2 * USD, 2 * USD), (0, 0), (-5 * USD, 0), (9 * USD, 3 * USD)] {
			let order = place(1, call(1_000), Sell, 10, 800);
			let moved = Bank::cash(&account(1)) - cash;
			Bank::mutate(|vaults| {
				*vaults.cash.entry(account(1)).or_default() -= moved;
				*vaults.cash.entry(account(4)).or_default() += moved;
			});
			Bank::set_failing(&account(1), true);
			place_as(3, call(1_000), Buy, 10, 800, ImmediateOrCancel, false).unwrap();
			Bank::set_failing(&account(1), false);
			assert!(cancelled().contains(&(order, MakerFailed)));
			assert_eq!(Bank::cash(&account(1)), cash - lost);
		}
		assert_eq!(Bank::pot(Pot::Treasury), 5 * USD);
	});
}

#[test]
fn fees_follow_the_tiers_and_a_rebate_is_never_more_than_the_fees() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |n, tier| Options::set_tier(RuntimeOrigin::root(), account(n), tier);
		assert_noop!(set(1, 4), Error::<Test>::UnknownTier);
		let stranger = RuntimeOrigin::signed(owner(1));
		assert_noop!(Options::set_tier(stranger, account(1), 3), DispatchError::BadOrigin);
		let old = place(1, call(1_000), Sell, 100, 800);
		assert_ok!(set(1, 3));
		place(1, call(1_000), Sell, 100, 810);
		assert_ok!(set(2, 1));
		place(2, call(1_000), Buy, 200, 810);
		let fees = events().into_iter().filter_map(|event| match event {
			Event::Traded { maker_order, taker_fee, maker_fee, .. } => {
				Some((maker_order, taker_fee, maker_fee))
			},
			_ => None,
		});
		// .03 % and .01 % of 1,000 USD; the taker pays 80 % of it. The first order came before its account had a tier,
		// the second one gets 15 % of the taker's fee.
		let paid = [(old, 240_000, 100_000), (old + 1, 240_000, -36_000)];
		assert_eq!(fees.collect::<Vec<_>>(), paid);
		assert_eq!(Bank::cash(&account(1)), 1_000_000 * USD + 16_100_000 - 100_000 + 36_000);
		// What is left of both is split: 340,000 and 204,000 units.
		assert_eq!(Bank::pot(Pot::Feeders), 102_000 + 61_200);
		assert_eq!(Bank::pot(Pot::GlobalPool), 136_000 + 81_600);
	});
}

#[test]
fn a_trade_tells_how_old_its_prices_are() {
	ExtBuilder::default().build_and_execute(|| {
		let at = START - 7_000;
		let reading = Reading { price: Price::from_u32(1_000), at, ..Default::default() };
		let reading = Reading { state: PriceState::Valid, ..reading };
		MockPrices::set_spot_reading(U, reading);
		place(1, future(), Sell, 10, 0);
		place(2, future(), Buy, 10, 0);
		let age = events().into_iter().find_map(|event| match event {
			Event::Traded { price_age_ms, .. } => Some(price_age_ms),
			_ => None,
		});
		assert_eq!(age, Some(Some(7_000)));
	});
}

/// Levels beyond those that lie near the top: each step held against a list.
#[test]
fn a_deep_side_moves_between_top_and_depth() {
	ExtBuilder::default().build_and_execute(|| {
		let mut all = Vec::<(i128, OrderId)>::new();
		// A stride that comes to all of 128 prices in disorder.
		for n in 0..128i128 {
			let cents = 100 + n * 37 % 128;
			all.push((cents, place(1 + (n % 2) as u8, call(1_000), Buy, 10, cents)));
			assert_sound();
		}
		all.sort();
		assert!(Depths::<Test>::iter().count() == 1);
		assert!(Books::<Test>::get(call(1_000)).bids.len() <= MAX_TOP as usize);
		let seen = levels(call(1_000), Buy).into_iter().map(|level| level.0);
		assert!(seen.eq(all.iter().rev().map(|order| order.0)));
		for nth in [0, 60, 120, 3, 50] {
			let (_, id) = all.remove(nth);
			let who = 1 + (id % 2) as u8;
			let cancel = Options::cancel_order(RuntimeOrigin::signed(owner(who)), account(who), id);
			assert_ok!(cancel);
			assert_sound();
		}
		while !all.is_empty() {
			let quantity = 10 * all.len().min(7) as i64;
			place_as(3, call(1_000), Sell, quantity, 100, ImmediateOrCancel, false).unwrap();
			for (nth, trade) in
				trades().into_iter().rev().take(quantity as usize / 10).rev().enumerate()
			{
				let (cents, id) = all.pop().unwrap();
				assert_eq!(trade, (id, cents, 10), "{nth}");
			}
			assert_sound();
		}
		assert_eq!(Books::<Test>::iter().count() + Depths::<Test>::iter().count(), 0);
	});
}

#[test]
fn entries_that_go_unread_are_told_and_charged() {
	ExtBuilder::default().build_and_execute(|| {
		let auction = |n| <Options as OnAuction>::on_auction(&account(n));
		assert_eq!(auction(1), Ok(0));
		place(1, call(1_000), Buy, 10, 800);
		assert_eq!(auction(1), Ok(0), "an order is found in its queue");
		place(1, call(1_000), Buy, 10, 800);
		until(1, 790, HOUR_MS).unwrap();
		tagged(1, Buy, 780, 7).unwrap();
		tagged(2, Buy, 780, 7).unwrap();
		let gone = frame_support::storage::with_transaction(|| {
			let gone = Options::do_cancel_all(&account(1), None, Requested);
			sp_runtime::TransactionOutcome::Rollback(gone)
		});
		assert_eq!(gone.map(|gone| (gone.orders, gone.unread)), Ok((3, 2)));
		let weight =
			|unread| costs::cancel_all_weight::<Test>(actions::Cancelled { orders: 3, unread });
		assert_eq!(weight(2) - weight(0), costs::tags_weight::<Test>(2));
		assert!(costs::tags_weight::<Test>(2).ref_time() > 0);
		assert_eq!(auction(1), Ok(2));
		assert_eq!((Ending::<Test>::iter().count(), Tagged::<Test>::iter().count()), (0, 1));
	});
}
