// SPDX-License-Identifier: GPL-3.0-or-later

//! Auctions on the real ledger: standing bids, and lots alone for a cash call.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_liquidation::{Auctions, Backstops, LotAuctions};
use pallet_options::TimeInForce;
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_traits::{Ledger, OverdueCash};

const DOTS: u128 = 10_000_000_000;

#[test]
fn who_does_not_repay_in_time_has_so_much_of_his_dot_sold() {
	development().execute_with(|| {
		priced();
		let (lender, debtor) = (open(Bob, 100_000), open(Dave, 100));
		assert_ok!(Collateral::deposit(signed(Dave), debtor.clone(), DOT, 1_000 * DOTS));
		let (to, amount) = (Dave.to_account_id(), 1_100 * USDT);
		assert_ok!(Collateral::withdraw(signed(Dave), debtor.clone(), CASH, amount, to));
		assert_eq!(Margin::cash(&debtor), -1_000 * USDT as Cash);
		assert_eq!(Margin::overdue(&debtor), 0);

		Margin::call_for_benchmark();
		assert_ok!(Margin::enforce_cash_call(signed(Eve), debtor.clone()));
		assert!(!Auctions::<Runtime>::contains_key(&debtor));
		let state_id = LotAuctions::<Runtime>::get(&debtor).expect("for sale").state_id;
		let bid = |most| {
			let (account, bidder) = (debtor.clone(), lender.clone());
			Liquidation::bid_lots(signed(Bob), account, bidder, state_id, DOT, 1_000 * DOTS, most)
		};
		// All of them at 5 less 1 %.
		let limit = pallet_liquidation::Error::<Runtime>::PaymentAboveLimit;
		let refused = bid(4_950 * USDT as Cash - 10_000);
		assert_eq!(refused.map_err(|refused| refused.error), Err(limit.into()));
		assert_ok!(bid(4_950 * USDT as Cash + 10_000));
		// 1,000 at 4.95 are 202.0202… tokens.
		let sold = 202 * DOTS..203 * DOTS;
		let lots = Margin::lots(&lender);
		assert!(matches!(lots[..], [(DOT, amount)] if sold.contains(&amount)), "{lots:?}");
		assert!((0..=10).contains(&Margin::cash(&debtor)), "{}", Margin::cash(&debtor));
		assert!(!LotAuctions::<Runtime>::contains_key(&debtor));
		assert_agreement();
	});
}

#[test]
fn a_standing_bid_takes_an_account_in_the_block_in_which_it_fails() {
	development().execute_with(|| {
		priced();
		let (maker, trader, stands) = (open(Bob, 100_000), open(Dave, 20_000), open(Eve, 100_000));
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let calls = listed.iter().filter(|one| one.kind == Kind::Call);
		let series = *calls.max_by_key(|one| one.expiry).expect("a call is listed");
		let place = |who, id: &MarginAccountId, side, how| {
			let price = 5_000 * USDT as Cash;
			Options::place_order(signed(who), id.clone(), series, side, CONTRACT, price, how, false)
		};
		assert_ok!(place(Bob, &maker, Side::Buy, TimeInForce::PostOnly));
		assert_ok!(place(Dave, &trader, Side::Sell, TimeInForce::FillOrKill));
		let btc = vec![BTC].try_into().expect("one");
		let (kappa, most) = (Perbill::from_percent(2), Money::from_u32(100_000));
		assert_ok!(Liquidation::place_backstop(signed(Eve), stands.clone(), kappa, most, btc));
		assert_eq!(Margin::cash(&stands), 99_000 * USDT as Cash);
		assert_eq!(Margin::pot(Pot::Backstops), 1_000 * USDT as Cash);

		let params = pallet_liquidation::Params::<Runtime>::get();
		// Up until it fails, after as many rounds as are needed.
		let price = (1u32..60).find(|n| {
			auctions_at(NOW + u64::from(*n) * params.max_step_ms, 65_000 + n * 500);
			Margin::position(&stands, &series).0 != 0
		});
		assert!(price.is_some(), "the standing bid took nothing");
		let taken = Margin::position(&stands, &series).0;
		assert!(taken < 0);
		assert_eq!(Margin::position(&trader, &series).0 + taken, -CONTRACT);
		assert!(!Auctions::<Runtime>::contains_key(&trader), "healed or empty at once");
		assert!(Backstops::<Runtime>::get()[0].left < most);
		assert_agreement();
		assert_ok!(Liquidation::cancel_backstop(signed(Eve), stands));
		assert_eq!(Margin::pot(Pot::Backstops), 0);
		assert_agreement();
	});
}

/// After a halt its accounts wait for fresh prices, without anybody having put it on a list.
#[test]
fn each_market_is_watched_from_the_moment_it_is_made() {
	development().execute_with(|| {
		let watched = || {
			let all = pallet_liquidation::Quorums::<Runtime>::get();
			all.iter().map(|quorum| quorum.underlying).collect::<Vec<_>>()
		};
		assert_eq!(watched(), [BTC, ETH]);
		assert_eq!(watched(), pallet_options::Underlyings::<Runtime>::get().to_vec());
		let market = Options::market(BTC).expect("it is listed");
		let new = UnderlyingId(7);
		assert_ok!(Options::set_market(RuntimeOrigin::root(), new, market));
		assert_ok!(Options::set_market(RuntimeOrigin::root(), new, market));
		assert_eq!(watched(), [BTC, ETH, new]);
	});
}

#[test]
fn liquidation_hears_of_a_migration() {
	use frame_support::migrations::MigrationStatusHandler;
	type Told = <Runtime as pallet_migrations::Config>::MigrationStatusHandler;
	development().execute_with(|| {
		let migrated = || pallet_liquidation::Waits::<Runtime>::get().migrated;
		assert!(!migrated());
		Told::started();
		assert!(migrated());
	});
}
