// SPDX-License-Identifier: GPL-3.0-or-later

//! The end of a house whose oracle is dead (ADR 24 and 27), and what a change of feeds leads to.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_options::TimeInForce;
use pallet_price_oracle::{FeedKind, UnderlyingInfo};
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use sp_runtime::{DispatchError, FixedU128};
use straddle_primitives::*;
use straddle_traits::{Ledger, Prices, LAST_RESORT_MS};

/// All block work, without a round of the oracle.
fn silent_block(now: Moment) {
	at(now);
	let block = System::block_number() + 1;
	System::set_block_number(block);
	PriceOracle::on_poll(block, &mut WeightMeter::new());
	Options::on_poll(block, &mut WeightMeter::new());
	Margin::on_poll(block, &mut WeightMeter::new());
	Collateral::on_poll(block, &mut WeightMeter::new());
	Liquidation::on_poll(block, &mut WeightMeter::new());
}

#[test]
fn everybody_leaves_a_house_whose_oracle_is_dead() {
	development().execute_with(|| {
		priced();
		let (maker, trader) = (open(Bob, 100_000), open(Dave, 60_000));
		assert_ok!(Collateral::deposit(signed(Dave), trader.clone(), DOT, 1_000 * 10_000_000_000));
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let futures = listed.iter().filter(|one| one.kind == Kind::Future);
		let series = *futures.min_by_key(|one| one.expiry).expect("a future is listed");
		// Dave buys bitcoin at 59,000 from Bob.
		let price = 59_000 - series.strike.0 as Cash / Strike::PER_USD as Cash;
		let place = |who, id: &MarginAccountId, side, how| {
			let price = price * USDT as Cash;
			let id = id.clone();
			Options::place_order(signed(who), id, series, side, CONTRACT, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Sell, TimeInForce::PostOnly));
		assert_ok!(place(Dave, &trader, Side::Buy, TimeInForce::FillOrKill));
		assert_agreement();

		// No feeder ever says anything again. The house winds down.
		silent_block(NOW + HOUR_MS);
		assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
		let expiry = series.expiry;
		let settle = || PriceOracle::settle_by_last_price(RuntimeOrigin::root(), BTC, expiry);
		let early: DispatchError = pallet_price_oracle::Error::<Runtime>::NotLastResort.into();
		let left: DispatchError = pallet_margin::Error::<Runtime>::PositionsLeft.into();
		for now in [expiry, expiry + 2 * DAY_MS, expiry + LAST_RESORT_MS - 1] {
			silent_block(now);
			assert_noop!(settle(), early);
			assert_noop!(Margin::close_books(signed(Eve)), left);
		}
		silent_block(expiry + LAST_RESORT_MS);
		assert_eq!(PriceOracle::settlement(BTC, expiry), None);
		assert_ok!(settle());
		assert_eq!(PriceOracle::settlement(BTC, expiry), Some(FixedU128::from_u32(60_000)));
		assert_agreement();

		// The stablecoin's last price counts too: the sweep goes through.
		for n in 1..=4 {
			silent_block(expiry + LAST_RESORT_MS + n * 6_000);
		}
		assert_eq!((Margin::positions(&trader), Margin::positions(&maker)), (vec![], vec![]));
		let cash = [&maker, &trader].map(Margin::cash);
		assert_eq!(cash[0] + cash[1], 160_000 * USDT as Cash);
		// 60,000 − 59,000, less what both paid in fees.
		let won = cash[1] - 60_000 * USDT as Cash;
		assert!((900 * USDT as Cash..=1_000 * USDT as Cash).contains(&won), "{won}");
		assert_ok!(Margin::close_books(signed(Eve)));

		// All of the cash, and the lots, without any price.
		let usdt = |who: sp_keyring::Sr25519Keyring| {
			ForeignAssets::balance(configs::xcm::UsdtLocation::get(), &who.to_account_id())
		};
		let had = [usdt(Bob), usdt(Dave)];
		for account in [&maker, &trader] {
			assert_ok!(Collateral::leave(signed(Eve), account.clone()).map_err(|e| e.error));
		}
		assert_eq!([usdt(Bob) - had[0], usdt(Dave) - had[1]], cash.map(|cash| cash as u128));
		assert_eq!((Margin::lots(&trader), Margin::cash(&trader)), (vec![], 0));
		assert_agreement();
	});
}

#[test]
fn a_change_of_a_spot_feed_refiles_all_accounts() {
	development().execute_with(|| {
		priced();
		let done = || pallet_liquidation::AllAccounts::<Runtime>::get().done;
		let (maker, trader) = (open(Bob, 100_000), open(Dave, 60_000));
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let series = *listed.iter().find(|one| one.kind == Kind::Call).expect("a call is listed");
		let place = |who, id: &MarginAccountId, side, how| {
			let (price, id) = (5_000 * USDT as Cash, id.clone());
			Options::place_order(signed(who), id, series, side, CONTRACT, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
		assert_ok!(place(Dave, &trader, Side::Sell, TimeInForce::FillOrKill));
		for n in 1..=3 {
			auctions_at(NOW + n * 6_000, 60_000);
		}
		assert!(done());
		let marked = || {
			let all = System::events().into_iter().map(|record| record.event);
			let event = pallet_liquidation::Event::<Runtime>::AllMarkedDue;
			all.filter(|one| *one == RuntimeEvent::Liquidation(event.clone())).count()
		};
		let before = marked();
		// Another feed, at which the seller of the call fails.
		PriceOracle::quote_for_benchmark(FeedId(77), FeedKind::Price, FixedU128::from_u32(115_000));
		let known = pallet_price_oracle::Underlyings::<Runtime>::get(BTC).expect("it is there");
		let info = UnderlyingInfo { spot: FeedId(77), ..known };
		assert_ok!(PriceOracle::set_underlying(RuntimeOrigin::root(), BTC, info));
		assert_eq!(marked(), before + 1);
		assert!(!done());
		// And nobody has to call anything: the next blocks look at everybody.
		for n in 4..=8 {
			at(NOW + n * 6_000);
			PriceOracle::quote_for_benchmark(
				FeedId(77),
				FeedKind::Price,
				FixedU128::from_u32(115_000),
			);
			PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
			let block = System::block_number() + 1;
			System::set_block_number(block);
			Liquidation::on_poll(block, &mut WeightMeter::new());
		}
		assert!(done());
		assert!(pallet_liquidation::Auctions::<Runtime>::contains_key(&trader));
		assert_try_state();
	});
}
