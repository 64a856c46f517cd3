// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::AuctionStatus;

type E = Error<Test>;

#[test]
fn additions_end_an_auction() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		set_cash(&alice(), 450 * UNIT - 1);
		assert_ok!(touch(&alice()));
		assert!(Liquidation::in_auction(&alice()));
		set_cash(&alice(), 450 * UNIT);
		assert_ok!(touch(&alice()));
		assert!(!Liquidation::in_auction(&alice()));
		assert_noop!(touch(&alice()), E::NothingToDo);
	});
}

#[test]
fn a_price_nobody_can_check_ends_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		set_cash(&alice(), 450 * UNIT);
		MockPrices::set_state(BTC, PriceState::NoQuorum);
		assert_ok!(touch(&alice()));
		assert!(Liquidation::in_auction(&alice()));
	});
}

#[test]
fn an_account_that_settlement_emptied_ends_and_its_debt_is_paid() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
		set_cash(&alice(), -40 * UNIT);
		assert_ok!(touch(&alice()));
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!((holder(&alice()).cash, pot(Pot::GlobalPool)), (0, 960 * UNIT));
	});
}

#[test]
fn a_deficit_is_paid_when_the_pool_has_money_again() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 0);
		open(&acc(4), who(4), -300 * UNIT);
		assert_ok!(flag(&acc(4)));
		assert_eq!(Deficit::<Test>::get(), 300 * UNIT);
		set_pot(Pot::GlobalPool, 100 * UNIT);
		assert_ok!(touch(&acc(4)));
		assert_eq!((Deficit::<Test>::get(), holder(&acc(4)).cash), (200 * UNIT, -200 * UNIT));
		let changed =
			Event::DeficitChanged { account: acc(4), deficit: 200 * UNIT, total: 200 * UNIT };
		assert_eq!(last_event(), changed);
		set_pot(Pot::GlobalPool, 500 * UNIT);
		assert_ok!(touch(&acc(4)));
		assert_eq!((Deficit::<Test>::get(), holder(&acc(4)).cash), (0, 0));
		assert_eq!((Deficits::<Test>::get(acc(4)), pot(Pot::GlobalPool)), (None, 300 * UNIT));
	});
}

#[test]
fn a_deficit_that_the_owner_repaid_is_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 0);
		open(&acc(4), who(4), -300 * UNIT);
		assert_ok!(flag(&acc(4)));
		// He brought 250 and a lot: the pool does not pay for someone who holds something.
		set_pot(Pot::GlobalPool, 500 * UNIT);
		set_cash(&acc(4), -50 * UNIT);
		hold_lot(&acc(4), WBTC, 1);
		assert_ok!(touch(&acc(4)));
		assert_eq!((Deficit::<Test>::get(), pot(Pot::GlobalPool)), (50 * UNIT, 500 * UNIT));
		// A larger debt later is not the old deficit.
		set_cash(&acc(4), -900 * UNIT);
		assert_ok!(touch(&acc(4)));
		assert_eq!(Deficit::<Test>::get(), 50 * UNIT);
		set_cash(&acc(4), 0);
		assert_ok!(touch(&acc(4)));
		assert_eq!(Deficit::<Test>::get(), 0);
		assert_noop!(touch(&acc(4)), E::NothingToDo);
	});
}

#[test]
fn an_old_end_is_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		set_cash(&alice(), 450 * UNIT);
		assert_ok!(touch(&alice()));
		MockTime::set(START + HOUR_MS);
		assert_noop!(touch(&alice()), E::NothingToDo);
		MockTime::set(START + HOUR_MS + 1);
		assert_ok!(touch(&alice()));
		assert_eq!(Ended::<Test>::get(alice()), None);
	});
}
