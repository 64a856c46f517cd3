// SPDX-License-Identifier: GPL-3.0-or-later

//! Emergency levels: the book takes what they leave, besides the market's own state.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_test_kit::{MockPrices, MockRestrictions};
use straddle_traits::{Level as Emergency, Scope};
use Side::{Buy, Sell};
use TimeInForce::{GoodTilCancelled, ImmediateOrCancel};

const MARKET: Scope = Scope::Market(U);

fn set(scope: Scope, level: Emergency) {
	MockRestrictions::set(scope, level);
}

fn reduce(n: u8, side: Side, quantity: i64) -> Result<OrderId, DispatchError> {
	place_as(n, call(1_000), side, quantity, 50_00, ImmediateOrCancel, true)
}

fn plain(n: u8, side: Side, quantity: i64) -> Result<OrderId, DispatchError> {
	place_as(n, call(1_000), side, quantity, 50_00, GoodTilCancelled, false)
}

#[test]
fn row_36_the_book_follows_the_level_of_its_market() {
	ExtBuilder::default().build_and_execute(|| {
		place(1, call(1_000), Sell, 100, 50_00);
		place(2, call(1_000), Buy, 100, 50_00);
		set(MARKET, Emergency::ReduceOnly);
		assert_noop!(plain(2, Sell, 10), Error::<Test>::MarketReduceOnly);
		// Both reduce: the short buys back of the long.
		assert_ok!(place_as(2, call(1_000), Sell, 40, 50_00, GoodTilCancelled, true));
		assert_ok!(reduce(1, Buy, 30));
		assert_eq!(trades().last(), Some(&(1 + 1, 50_00, 30)));
		// It ends by itself, and the market's own state is what it was.
		set(MARKET, Emergency::Open);
		assert_eq!(Markets::<Test>::get(U).map(|market| market.state), Some(MarketState::Open));
		assert_ok!(plain(3, Sell, 10));
		set(MARKET, Emergency::Frozen);
		assert_noop!(plain(3, Sell, 10), Error::<Test>::MarketHalted);
		assert_noop!(reduce(1, Buy, 10), Error::<Test>::MarketHalted);
		assert_ok!(Options::cancel_all(RuntimeOrigin::signed(owner(3)), account(3), None));
		// The house's level is every market's.
		set(MARKET, Emergency::Open);
		set(Scope::House, Emergency::ReduceOnly);
		assert_noop!(plain(3, Sell, 10), Error::<Test>::MarketReduceOnly);
	});
}

#[test]
fn the_stricter_of_state_and_level_counts() {
	ExtBuilder::default().build_and_execute(|| {
		let guardian = RuntimeOrigin::signed(Guardian::get());
		assert_ok!(Options::restrict_market(guardian, U, MarketState::Halted));
		set(MARKET, Emergency::ReduceOnly);
		assert_noop!(plain(3, Sell, 10), Error::<Test>::MarketHalted);
	});
}

#[test]
fn nothing_is_listed_while_a_level_stands_against_it() {
	ExtBuilder::default().build_and_execute(|| {
		for level in [Emergency::NoNew, Emergency::ReduceOnly, Emergency::Frozen] {
			set(Scope::House, level);
			let before = Expiries::<Test>::get(U);
			// Another forward would list other strikes.
			MockPrices::set_spot(U, Price::from_u32(2_000));
			run_block(START + MINUTE_MS);
			run_block(START + MINUTE_MS);
			assert_eq!(Expiries::<Test>::get(U), before);
			assert!(!Options::series_of(U).iter().any(|series| series.strike > Strike::usd(1_900)));
		}
		set(Scope::House, Emergency::Open);
		run_block(START + MINUTE_MS);
		// It was frozen: it opens by a call.
		for _ in 0..3 {
			run_block(START + 6 * MINUTE_MS);
		}
		assert!(Options::series_of(U).iter().any(|series| series.strike > Strike::usd(1_900)));
	});
}
