// SPDX-License-Identifier: GPL-3.0-or-later

//! What a change of an underlying's feeds leads to.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_options::TimeInForce;
use pallet_price_oracle::{FeedKind, UnderlyingInfo};
use sp_keyring::Sr25519Keyring::{Bob, Dave};
use sp_runtime::FixedU128;
use straddle_primitives::*;

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
