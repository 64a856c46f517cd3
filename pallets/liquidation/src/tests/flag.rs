// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::AuctionStatus;

type E = Error<Test>;

#[test]
fn an_account_below_maintenance_goes_into_auction() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Liquidation::flaggable(alice()));
		assert_ok!(flag(&alice()));
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(AuctionCount::<Test>::get(), 1);
		assert_eq!(MockOrders::cancelled(), [alice()]);
		assert_eq!(
			last_event(),
			Event::AuctionStarted {
				account: alice(),
				flagger: Some(who(3)),
				state_id: 0,
				equity: usd(900),
				requirement: usd(1_000),
				kappa: FixedU128::from_rational(10, 100),
				sale: Sale::Whole,
			}
		);
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.started, auction.bounty), (START, 0));
		assert_eq!(Liquidation::biddable_ms(alice()), Some(0));
		assert_eq!(auction.reward_to, Some(carol()));
	});
}

#[test]
fn flagging_is_free_if_it_starts_an_auction() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(who(3));
		let paid = Liquidation::flag(origin, alice(), carol()).unwrap();
		assert_eq!(paid.pays_fee, Pays::No);
		assert_eq!(paid.actual_weight, Some(<() as WeightInfo>::flag()));
	});
}

#[test]
fn flagging_bare_debt_that_nobody_can_pay_is_not_free() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 0);
		let debtor = acc(4);
		open(&debtor, who(4), -300 * UNIT);
		for _ in 0..2 {
			let origin = RuntimeOrigin::signed(who(3));
			let paid = Liquidation::flag(origin, debtor.clone(), carol()).unwrap();
			assert_eq!(paid.pays_fee, Pays::Yes);
			assert!(!Liquidation::in_auction(&debtor));
		}
	});
}

#[test]
fn accounts_that_do_not_exist_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(flag(&acc(77)), E::NoSuchAccount);
		let to = |account| {
			let origin = RuntimeOrigin::signed(who(3));
			Liquidation::flag(origin, alice(), account).map_err(|e| e.error)
		};
		assert_noop!(to(acc(77)), E::NoSuchAccount);
		assert_noop!(to(alice()), E::RewardToSelf);
	});
}

#[test]
fn an_account_is_auctioned_once_and_the_pool_never() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(flag(&alice()));
		assert_noop!(flag(&alice()), E::AlreadyInAuction);
		open(&pool(), who(9), 200 * UNIT);
		hold(&pool(), call(), 10 * CONTRACT);
		assert_noop!(flag(&pool()), E::PoolAccount);
	});
}

#[test]
fn an_account_at_its_maintenance_margin_is_left_alone() {
	ExtBuilder::default().build_and_execute(|| {
		set_cash(&alice(), 300 * UNIT);
		assert_noop!(flag(&alice()), E::NotBelowMaintenance);
		assert_noop!(Liquidation::flaggable(alice()), E::NotBelowMaintenance);
		set_cash(&alice(), 300 * UNIT - 1);
		assert_ok!(flag(&alice()));
	});
}

#[test]
fn a_wick_alone_liquidates_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		mark_median(call(), 80);
		assert_noop!(flag(&alice()), E::WickOnly);
		// Nor an old dip that is over.
		mark(call(), 80, 100);
		mark_median(call(), 70);
		assert_noop!(flag(&alice()), E::NotBelowMaintenance);
		mark(call(), 79, 100);
		assert_ok!(flag(&alice()));
	});
}

#[test]
fn only_usable_prices_start_an_auction() {
	ExtBuilder::default().build_and_execute(|| {
		use PriceState::*;
		for state in [TooVolatile, Stale, NoQuorum, NonPositive] {
			MockPrices::set_state(BTC, state);
			assert_noop!(flag(&alice()), E::PricesUnusable);
		}
		MockPrices::set_state(BTC, Uncertain);
		assert_ok!(flag(&alice()));
	});
}

#[test]
fn both_lenses_must_be_usable() {
	ExtBuilder::default().build_and_execute(|| {
		MockPrices::set_state(BTC, PriceState::Stale);
		// Valid through the median's lens only.
		MockPrices::set_median(BTC, Price::from_u32(100));
		assert_noop!(flag(&alice()), E::PricesUnusable);
	});
}

#[test]
fn auctions_are_bounded() {
	ExtBuilder::default().params(|params| params.max_auctions = 1).build_and_execute(|| {
		open(&acc(4), who(4), 0);
		hold(&acc(4), call(), CONTRACT);
		assert_ok!(flag(&acc(4)));
		assert_noop!(flag(&alice()), E::TooManyAuctions);
	});
}

#[test]
fn an_account_that_only_its_orders_had_sunk_is_let_go_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		set_cash(&alice(), 500 * UNIT);
		change(|book| book.accounts.get_mut(&alice()).unwrap().orders = usd(300));
		assert_ok!(flag(&alice()));
		assert!(!Liquidation::in_auction(&alice()));
		let ended =
			Event::AuctionEnded { account: alice(), reason: EndReason::Healed, biddable_ms: 0 };
		assert_eq!(last_event(), ended);
	});
}

#[test]
fn bare_debt_is_the_pools_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		open(&acc(4), who(4), -300 * UNIT);
		assert_ok!(flag(&acc(4)));
		assert_eq!(holder(&acc(4)).cash, 0);
		assert_eq!(pot(Pot::GlobalPool), 700 * UNIT);
		assert!(!Liquidation::in_auction(&acc(4)));
		assert_eq!(Deficit::<Test>::get(), 0);
		// Of a second one only a part is there.
		open(&acc(5), who(5), -1_000 * UNIT);
		assert_ok!(flag(&acc(5)));
		assert_eq!(holder(&acc(5)).cash, -300 * UNIT);
		assert_eq!(pot(Pot::GlobalPool), 0);
		assert_eq!(Deficits::<Test>::get(acc(5)), Some(300 * UNIT));
		assert_eq!(Deficit::<Test>::get(), 300 * UNIT);
		assert!(!Liquidation::in_auction(&acc(5)));
	});
}
