// SPDX-License-Identifier: GPL-3.0-or-later

//! The pool's own accounts: what they took comes back to the pool.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, ChainPools, Ledger};

type E = Error<Test>;

/// What the pool's account has: it took over once, and a pool of `pot`.
fn own(cash: Cash, lots: u128, positions: Quantity, pot: Cash) {
	open(&pool(), PoolOwner::get(), cash * UNIT);
	OwnAccounts::<Test>::put(OwnAccountState { current: 0, opened: 1 });
	if lots > 0 {
		hold_lot(&pool(), WBTC, lots);
	}
	if positions != 0 {
		hold(&pool(), call(), positions);
	}
	set_pot(Pot::GlobalPool, pot * UNIT);
}

/// Blocks up to the next look at a pool's account, at the end of each tenth, and the head of the block after it.
fn look() {
	loop {
		let looks = System::block_number().is_multiple_of(10);
		block_after(6_000);
		if looks {
			return;
		}
	}
}

fn state() -> (Cash, Cash) {
	(holder(&pool()).cash, pot(Pot::GlobalPool))
}

fn sale() -> Option<LotQuote> {
	Liquidation::lot_auction(pool())
}

fn buy(amount: u128) -> Result<(), sp_runtime::DispatchError> {
	let state_id = sale().expect("lots are for sale").state_id;
	let origin = RuntimeOrigin::signed(who(2));
	let bought =
		Liquidation::bid_lots(origin, pool(), bob(), state_id, WBTC, amount, 10_000 * UNIT);
	bought.map(|_| ()).map_err(|refused| refused.error)
}

#[test]
fn cash_that_backs_nothing_is_the_pools_again() {
	ExtBuilder::default().build_and_execute(|| {
		own(120, 0, 0, 1_000);
		let before = book().totals();
		block_after(6_000);
		assert_eq!(state(), (120 * UNIT, 1_000 * UNIT));
		look();
		assert_eq!(state(), (0, 1_120 * UNIT));
		let event = Event::ReturnedToPool { account: pool(), amount: 120 * UNIT };
		assert!(events().contains(&event));
		assert_eq!(book().totals(), before);
		assert_noop!(touch(&pool()), E::NothingToDo);
		// Nobody else's account is touched so.
		assert_noop!(touch(&bob()), E::NothingToDo);
	});
}

/// Nothing was ever taken over: what comes back into the pool's account is looked at all the same.
#[test]
fn an_account_that_was_opened_for_what_comes_back_is_tended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(OwnAccounts::<Test>::get().opened, 0);
		assert_eq!(<Liquidation as ChainPools>::account(), Ok(pool()));
		let own = OwnAccountState { current: 0, opened: 1 };
		assert_eq!(OwnAccounts::<Test>::get(), own);
		hold_lot(&pool(), WBTC, 1_000_000);
		assert_eq!(<Liquidation as AuctionStatus>::gather_own(), Ok(true));
		look();
		assert_eq!(sale().map(|sale| sale.due), Some(ALL_LOTS));
		set_cash(&pool(), 475 * UNIT);
		assert_ok!(<Liquidation as AuctionStatus>::gather_own());
		assert_eq!(state(), (0, 1_475 * UNIT));
		// With more of them the number stays.
		OwnAccounts::<Test>::put(OwnAccountState { current: 1, opened: 2 });
		open(
			&MarginAccountId::derive(&Default::default(), &PoolOwner::get(), 1),
			PoolOwner::get(),
			0,
		);
		assert_ok!(<Liquidation as ChainPools>::account());
		assert_eq!(OwnAccounts::<Test>::get().opened, 2);
	});
}

/// Ten calls short at 70 need 1,250 to open: of 3,000 in cash 1,050 are free. Less than the cutoff stays.
#[test]
fn beside_positions_what_nobody_could_withdraw_stays() {
	ExtBuilder::default().build_and_execute(|| {
		own(3_000, 0, -10 * CONTRACT, 0);
		assert_ok!(touch(&pool()));
		assert_eq!(state(), (1_950 * UNIT, 1_050 * UNIT));
		assert_noop!(touch(&pool()), E::NothingToDo);
		// It has 99 too many now, then 100.
		set_cash(&pool(), 2_049 * UNIT);
		assert_noop!(touch(&pool()), E::NothingToDo);
		set_cash(&pool(), 2_050 * UNIT);
		straddle_test_kit::MockPrices::set_state(BTC, PriceState::Stale);
		assert_noop!(touch(&pool()), E::NothingToDo);
		straddle_test_kit::MockPrices::set_state(BTC, PriceState::Valid);
		assert_ok!(touch(&pool()));
		assert_eq!(state(), (1_950 * UNIT, 1_150 * UNIT));
		// What it owes with positions may come back by them.
		set_cash(&pool(), -500 * UNIT);
		assert_noop!(touch(&pool()), E::NothingToDo);
		assert_eq!(state(), (-500 * UNIT, 1_150 * UNIT));
	});
}

/// Its shorts settled at 500 more than it had.
#[test]
fn what_it_owes_with_nothing_left_the_pool_pays_and_then_others() {
	let case = |pot_has: Cash, pays: Cash, borne: Cash| {
		own(-500, 0, 0, pot_has);
		let before = book().totals();
		look();
		assert_eq!(state(), (0, (pot_has - pays) * UNIT));
		assert_eq!((Deficit::<Test>::get(), pot(Pot::Insolvency)), (0, 0));
		assert_eq!(book().totals(), before);
		let covered = |event: &Event<Test>| match event {
			Event::DebtCovered { account, paid, deficit } => {
				(account.clone(), *paid, *deficit) == (pool(), pays * UNIT, borne * UNIT)
			},
			_ => false,
		};
		assert!(events().iter().any(covered), "{:?}", events());
		let scaled = events().into_iter().find_map(|event| match event {
			Event::LossBorne { bearer: Bearer::Cash, scaled, .. } => Some(scaled),
			_ => None,
		});
		assert_eq!(scaled, (borne > 0).then_some(borne * UNIT));
	};
	ExtBuilder::default().build_and_execute(|| case(1_000, 500, 0));
	ExtBuilder::default().build_and_execute(|| case(200, 200, 300));
	ExtBuilder::default().build_and_execute(|| case(0, 0, 500));
}

/// Twenty tokens at 100, a position, and a debt of 800: so much is sold. Then the position is gone, and all is.
#[test]
fn its_lots_are_sold_for_what_it_owes_and_in_the_end_all() {
	ExtBuilder::default().build_and_execute(|| {
		own(-800, 20_000_000, CONTRACT, 0);
		let before = book().totals();
		look();
		assert_eq!(sale().map(|sale| sale.due), Some(800 * UNIT));
		// A block later 800 at 98.985 are 8.082032… tokens.
		assert_ok!(buy(20_000_000));
		assert_eq!(holder(&pool()).lots[&WBTC], 20_000_000 - 8_082_033);
		let left = holder(&pool()).cash;
		assert!((0..200).contains(&left), "{left}");
		assert_eq!(sale(), None);
		assert_noop!(touch(&pool()), E::NothingToDo);
		change(|book| book.accounts.get_mut(&pool()).unwrap().positions.clear());
		assert_ok!(touch(&pool()));
		assert_eq!((state(), sale().map(|sale| sale.due)), ((0, left), Some(ALL_LOTS)));
		assert_ok!(buy(1_000_000));
		assert_eq!(sale().map(|sale| sale.due), Some(ALL_LOTS));
		assert_ok!(buy(20_000_000));
		assert_eq!((sale(), holder(&pool()).lots.len()), (None, 0));
		let paid = holder(&pool()).cash;
		look();
		assert_eq!(state(), (0, left + paid));
		let after = book().totals();
		assert_eq!((after.0, after.1), (before.0, before.1));
	});
}

#[test]
fn a_sale_of_its_lots_waits_for_the_end_of_a_pause() {
	ExtBuilder::default().build_and_execute(|| {
		own(-800, 20_000_000, 0, 0);
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		look();
		assert_eq!((sale(), holder(&pool()).cash), (None, -800 * UNIT));
	});
}

#[test]
fn what_has_no_room_in_one_account_goes_into_the_next() {
	let next = MarginAccountId::derive(&Default::default(), &PoolOwner::get(), 1);
	let taken = |full: &dyn Fn()| {
		own(0, 0, 0, 1_000);
		full();
		set_cash(&alice(), 200 * UNIT);
		hold_lot(&alice(), WBTC, 1_000_000);
		mark(call(), 60, 100);
		flagged();
		age(&alice(), 90 * MINUTE_MS);
		assert_ok!(take_over(&alice()));
		assert!(!Liquidation::in_auction(&alice()));
	};
	let fill = |positions: u32, lots: u16| {
		for n in 0..positions {
			hold(&pool(), series(ETH, u64::from(n) + 1), 1);
		}
		for n in 0..lots {
			hold_lot(&pool(), CollateralId(100 + n), 1);
			change(|book| book.lots.insert(CollateralId(100 + n), (usd(1), Default::default())));
		}
	};
	for (positions, lots, full) in
		[(511, 31, false), (512, 0, true), (0, 32, true), (511, 32, true)]
	{
		ExtBuilder::default().build_and_execute(|| {
			taken(&|| fill(positions, lots));
			let takes = if full { &next } else { &pool() };
			assert_eq!(holder(takes).positions[&call()], 10 * CONTRACT);
			assert_eq!(holder(takes).lots[&WBTC], 1_000_000);
			let number = u32::from(full);
			let own = OwnAccountState { current: number, opened: number + 1 };
			assert_eq!(OwnAccounts::<Test>::get(), own);
			assert_eq!(MockLedger::owner(takes), Some(PoolOwner::get()));
		});
	}
	// What it has already needs no room.
	ExtBuilder::default().build_and_execute(|| {
		taken(&|| {
			fill(511, 31);
			hold(&pool(), call(), CONTRACT);
			hold_lot(&pool(), WBTC, 1);
		});
		assert_eq!(holder(&pool()).positions[&call()], 11 * CONTRACT);
	});
}

/// Accounts 4, 0 and 1 are full, and there may be no more than five: 2 takes at the third look.
#[test]
fn round_the_end_each_look_tries_the_next_until_one_has_room() {
	ExtBuilder::default().build_and_execute(|| {
		let number = |n| MarginAccountId::derive(&Default::default(), &PoolOwner::get(), n);
		for n in 0..MAX_ACCOUNTS {
			open(&number(n), PoolOwner::get(), 0);
			let full = [4, 0, 1].contains(&n);
			let held = (1..=if full { 512 } else { 511 }).map(|strike| (series(ETH, strike), 1));
			change(|book| book.accounts.get_mut(&number(n)).unwrap().positions = held.collect());
		}
		let own = |current| OwnAccountState { current, opened: MAX_ACCOUNTS };
		OwnAccounts::<Test>::put(own(4));
		flagged();
		age(&alice(), 90 * MINUTE_MS);
		assert_noop!(take_over(&alice()), E::PoolAccountsFull);
		for current in [0, 1] {
			block_after(6_000);
			assert_eq!(OwnAccounts::<Test>::get(), own(current));
			assert!(Liquidation::in_auction(&alice()));
		}
		block_after(6_000);
		assert_eq!(OwnAccounts::<Test>::get(), own(2));
		assert_eq!(holder(&number(2)).positions[&call()], 10 * CONTRACT);
		assert!(!Liquidation::in_auction(&alice()));
	});
}

/// A thousandth of a token has been for sale for an hour; then the pool takes ten.
#[test]
fn what_comes_into_a_sale_that_runs_begins_anew() {
	ExtBuilder::default().build_and_execute(|| {
		own(0, 1_000, 0, 1_000);
		look();
		run(HOUR_MS);
		let discount = || sale().map(|sale| sale.discount);
		assert_eq!(discount(), Some(FixedU128::from_rational(10, 100)));
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
		set_cash(&alice(), -850 * UNIT);
		hold_lot(&alice(), WBTC, 10_000_000);
		flagged();
		age(&alice(), 90 * MINUTE_MS);
		assert_ok!(take_over(&alice()));
		assert_eq!(holder(&pool()).lots[&WBTC], 10_001_000);
		// An hour for .1 of 1,000.1.
		assert_eq!(sale().map(|sale| (sale.biddable_ms, sale.due)), Some((359, ALL_LOTS)));
		let asked = discount().unwrap();
		assert_eq!(asked, FixedU128::from_rational(10_008_975, 1_000_000_000));
		// 10.001 at 98.9991025: a tenth less was enough before.
		let pay = |payment| {
			let (state_id, origin) = (sale().unwrap().state_id, RuntimeOrigin::signed(who(2)));
			let paid =
				Liquidation::bid_lots(origin, pool(), bob(), state_id, WBTC, 10_001_000, payment);
			paid.map(|_| ()).map_err(|refused| refused.error)
		};
		assert_noop!(pay(990_090_024), E::PaymentAboveLimit);
		assert_ok!(pay(990_090_025));
		assert_eq!((sale(), holder(&pool()).cash), (None, 990_090_025));
	});
}

/// A hundred tokens, of which half an hour is over: a thousandth of one more takes a hundred thousandth of that.
#[test]
fn little_that_comes_holds_no_sale_up() {
	ExtBuilder::default().build_and_execute(|| {
		own(0, 100_000_000, 0, 0);
		look();
		run(30 * MINUTE_MS);
		let clock = || sale().unwrap().biddable_ms;
		let was = clock();
		hold_lot(&pool(), WBTC, 100_001_000);
		let is = was * 100_000_000 / 100_001_000;
		assert_eq!((clock(), was - is), (is, 19));
		assert_ok!(touch(&pool()));
		assert_eq!(clock(), is);
		assert_noop!(touch(&pool()), E::NothingToDo);
		// As much again halves it.
		hold_lot(&pool(), WBTC, 200_002_000);
		assert_eq!(clock(), is / 2);
		// What a bid leaves is noted, whatever came before it.
		assert_ok!(buy(100_002_000));
		assert_eq!(clock(), is / 2);
		run(MINUTE_MS);
		assert_eq!(clock(), is / 2 + MINUTE_MS);
	});
}

/// A kind that comes is minded by the clock from then on.
#[test]
fn a_new_kind_begins_anew_and_is_minded() {
	ExtBuilder::default().build_and_execute(|| {
		own(0, 10_000_000, 0, 0);
		look();
		run(HOUR_MS);
		let other = CollateralId(2);
		change(|book| book.lots.insert(other, (usd(300), Default::default())));
		hold_lot(&pool(), other, 10_000_000);
		assert_ok!(touch(&pool()));
		let clock = || sale().unwrap().biddable_ms;
		assert_eq!(clock(), 15 * MINUTE_MS);
		change(|book| book.silent.insert(other));
		run(MINUTE_MS);
		assert_eq!(clock(), 15 * MINUTE_MS);
		change(|book| book.silent.clear());
		run(MINUTE_MS);
		assert_eq!(clock(), 16 * MINUTE_MS);
	});
}

/// Nobody cared for lots for one; then the position settles and lots of 2,000 are for sale, or 1,000 are owed.
#[test]
fn what_is_for_sale_only_now_begins_anew_too() {
	let case = |change: &dyn Fn(), ms: u64, due: Cash| {
		ExtBuilder::default().build_and_execute(|| {
			own(-1, 20_000_000, CONTRACT, 0);
			look();
			run(HOUR_MS);
			assert!(sale().is_some_and(|sale| sale.biddable_ms >= HOUR_MS));
			change();
			assert_eq!(sale().map(|sale| (sale.biddable_ms, sale.due)), Some((ms, due)));
		});
	};
	let settle = || change(|book| book.accounts.get_mut(&pool()).unwrap().positions.clear());
	case(&settle, HOUR_MS / 2_000, ALL_LOTS);
	case(&|| set_cash(&pool(), -1_000 * UNIT), HOUR_MS / 1_000, 1_000 * UNIT);
}

#[test]
fn each_of_them_has_its_turn() {
	ExtBuilder::default().build_and_execute(|| {
		own(10, 0, 0, 0);
		let next = MarginAccountId::derive(&Default::default(), &PoolOwner::get(), 1);
		open(&next, PoolOwner::get(), 20 * UNIT);
		OwnAccounts::<Test>::put(OwnAccountState { current: 1, opened: 2 });
		look();
		look();
		assert_eq!((holder(&pool()).cash, holder(&next).cash), (0, 0));
		assert_eq!(pot(Pot::GlobalPool), 30 * UNIT);
	});
}

/// Before it takes over more: its 120 pay 120 of the debt of 500, whoever else has to pay.
#[test]
fn idle_cash_pays_before_a_deficit_is_recorded() {
	ExtBuilder::default().build_and_execute(|| {
		own(120, 0, 0, 0);
		hold(&alice(), call(), -10 * CONTRACT);
		flagged_with(200, 70, 30);
		age(&alice(), 90 * MINUTE_MS);
		assert_ok!(take_over(&alice()));
		assert_eq!(state(), (700 * UNIT, 0));
		assert_eq!(Deficit::<Test>::get(), 380 * UNIT);
	});
}

#[test]
fn before_the_books_close_its_cash_is_the_pots_and_its_lots_are_told() {
	ExtBuilder::default().build_and_execute(|| {
		let gather = <Liquidation as AuctionStatus>::gather_own;
		assert_eq!(gather(), Ok(false));
		own(100, 0, 0, 0);
		assert_eq!((gather(), state()), (Ok(false), (0, 100 * UNIT)));
		own(100, 1_000_000, 0, 0);
		assert_eq!((gather(), state()), (Ok(true), (0, 100 * UNIT)));
		own(-100, 1_000_000, 0, 0);
		assert_eq!((gather(), state()), (Ok(true), (-100 * UNIT, 0)));
	});
}

#[test]
fn try_state_sees_an_account_that_is_not_the_pools() {
	ExtBuilder::default().build().execute_with(|| {
		own(0, 0, 0, 0);
		assert_ok!(Liquidation::do_try_state());
		change(|book| book.accounts.get_mut(&pool()).unwrap().owner = who(7));
		assert_eq!(Liquidation::do_try_state(), Err("pool: an account is somebody's".into()));
	});
}
