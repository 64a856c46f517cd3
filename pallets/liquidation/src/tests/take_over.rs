// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::{AuctionStatus, Ledger};

type E = Error<Test>;

const DUE: u64 = 90 * MINUTE_MS;

/// With these figures, a pool of `pot`, and nobody bidding for 90 biddable minutes.
fn unwanted(cash: Cash, mark_each: i64, margin_each: i64, pot: Cash) {
	set_pot(Pot::GlobalPool, pot * UNIT);
	flagged_with(cash, mark_each, margin_each);
	age(&alice(), DUE);
}

#[test]
fn the_pool_takes_over_fifteen_minutes_after_kappa_is_one() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(DUE - 6_000);
		assert_noop!(take_over(&alice()), E::TooEarly);
		// Nobody has to ask.
		run(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&pool()).positions[&call()], 10 * CONTRACT);
		let ended =
			Event::AuctionEnded { account: alice(), reason: EndReason::Empty, biddable_ms: DUE };
		assert_eq!(last_event(), ended);
	});
}

#[test]
fn who_asks_for_a_take_over_pays_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		unwanted(200, 70, 100, 1_000);
		let origin = RuntimeOrigin::signed(who(5));
		let info = Liquidation::take_over(origin, alice()).unwrap();
		assert_eq!(info.pays_fee, Pays::No);
		assert!(!Liquidation::in_auction(&alice()));
	});
}

/// E 900, R 1000, C 200: P = −100. The account's cash is all there is to take.
#[test]
fn a_price_below_zero_takes_the_accounts_cash_and_nothing_of_the_pool() {
	ExtBuilder::default().build_and_execute(|| {
		unwanted(200, 70, 100, 1_000);
		assert_ok!(take_over(&alice()));
		assert_eq!((holder(&alice()).cash, holder(&pool()).cash), (0, 200 * UNIT));
		assert_eq!((pot(Pot::GlobalPool), Deficit::<Test>::get()), (1_000 * UNIT, 0));
		let taken = Event::TakenOver {
			account: alice(),
			pool_account: pool(),
			equity: usd(900),
			requirement: usd(1_000),
			payment: -200 * UNIT,
			funded: 0,
		};
		assert!(events().contains(&taken));
	});
}

/// E 1100, C −200 and R 1101 at the flag, R 1000 later: P = 100, and the owner is left with it.
#[test]
fn the_owner_of_a_solvent_account_keeps_what_is_above_the_requirement() {
	let case = |pool_has| {
		unwanted(-200, 130, 111, pool_has);
		mark(call(), 130, 100);
		assert_ok!(take_over(&alice()));
		assert_eq!(holder(&alice()).cash, 100 * UNIT);
		assert_eq!(Deficit::<Test>::get(), 0);
		(pot(Pot::GlobalPool), holder(&pool()).cash)
	};
	ExtBuilder::default().build_and_execute(|| assert_eq!(case(1_000), (700 * UNIT, 0)));
	// What the pool lacks its account borrows against what it took.
	ExtBuilder::default().build_and_execute(|| assert_eq!(case(50), (0, -250 * UNIT)));
	// Its account's own cash goes first.
	ExtBuilder::default().build_and_execute(|| {
		open(&pool(), who(9), 120 * UNIT);
		assert_eq!(case(1_000), (820 * UNIT, 0));
	});
}

/// E −400, C −900, R 300: P = −700. The pool's account pays 200, the pool pays the 700 still owed.
#[test]
fn what_the_pool_lacks_is_the_deficit() {
	let case = |pool_has| {
		unwanted(-900, 50, 30, pool_has);
		assert_ok!(take_over(&alice()));
		assert_eq!(holder(&alice()).cash, -Deficit::<Test>::get());
		(pot(Pot::GlobalPool), holder(&pool()).cash, Deficit::<Test>::get())
	};
	let unit = |(pool, account, deficit)| (pool * UNIT, account * UNIT, deficit * UNIT);
	ExtBuilder::default().build_and_execute(|| assert_eq!(case(1_000), unit((100, 0, 0))));
	// The debt goes first: only what is left funds the purchase.
	ExtBuilder::default().build_and_execute(|| assert_eq!(case(750), unit((0, -150, 0))));
	ExtBuilder::default().build_and_execute(|| assert_eq!(case(600), unit((0, -200, 100))));
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(case(0), unit((0, -200, 700)));
		assert_eq!(Deficits::<Test>::get(alice()), Some(700 * UNIT));
	});
}

/// Ten calls short at 70, margin 30 each, and 200 of cash: V −700, E −500, R 300, P −800, and the account would have to
/// pay 1,000. It pays the 700 that its shorts will take, and its debt of 500 is the pool's, then others'.
#[test]
fn shorts_worth_more_than_the_cash_leave_a_deficit_and_not_an_account_that_owes() {
	let case = |pool_has: Cash, paid: Cash, deficit: Cash| {
		hold(&alice(), call(), -10 * CONTRACT);
		let before = book().totals();
		unwanted(200, 70, 30, pool_has);
		System::reset_events();
		assert_ok!(take_over(&alice()));
		let was = before.0 + (pool_has - 1_000) * UNIT;
		assert_eq!(book().totals(), (was, before.1, before.2));
		// What it has in cash is what it is short of.
		assert_eq!((holder(&pool()).cash, equity(&pool())), (700 * UNIT, 0));
		assert_eq!(holder(&alice()).cash, -deficit * UNIT);
		assert_eq!(pot(Pot::GlobalPool), (pool_has - paid) * UNIT);
		assert_eq!(Deficit::<Test>::get(), deficit * UNIT);
		let taken = Event::TakenOver {
			account: alice(),
			pool_account: pool(),
			equity: usd(-500),
			requirement: usd(300),
			payment: -700 * UNIT,
			funded: 0,
		};
		let (paid, deficit) = (paid * UNIT, deficit * UNIT);
		let covered = Event::DebtCovered { account: alice(), paid, deficit };
		assert_eq!(events()[..2], [taken, covered]);
	};
	ExtBuilder::default().build_and_execute(|| case(1_000, 500, 0));
	ExtBuilder::default().build_and_execute(|| case(200, 200, 300));
	ExtBuilder::default().build_and_execute(|| {
		set_gain(BTC, &alice(), -600 * UNIT);
		// Another gained 400 by it; of the 1,000,300 in cash all others and he bear the rest.
		open(&acc(11), who(11), 300 * UNIT);
		set_gain(BTC, &acc(11), 400 * UNIT);
		case(0, 0, 500);
		let before = book().totals();
		block_after(6_000);
		assert_eq!(book().totals(), before);
		let all = events();
		let parts = vec![(Bearer::Gains(BTC), 500 * UNIT)].try_into().unwrap();
		let written = Event::WrittenOff { account: alice(), amount: 500 * UNIT, parts };
		assert!(all.contains(&written), "{all:?}");
		let charged = Event::GainCharged {
			loss: 1,
			account: acc(11),
			gain: 400 * UNIT,
			charged: 400 * UNIT,
			collected: 300 * UNIT,
		};
		assert!(all.contains(&charged), "{all:?}");
		let borne = Event::LossBorne {
			loss: 1,
			bearer: Bearer::Gains(BTC),
			amount: 500 * UNIT,
			collected: 300 * UNIT,
			from_pool: 0,
			scaled: 200 * UNIT,
			uncovered: 0,
		};
		assert!(all.contains(&borne), "{all:?}");
		assert_eq!((holder(&alice()).cash, holder(&acc(11)).cash), (0, 0));
		assert_eq!((Deficit::<Test>::get(), pot(Pot::Insolvency)), (0, 0));
		// Bob's million and the 700 of the pool's account.
		let share = |cash: Cash| cash - cash * 200 / 1_000_700;
		let scaled = [bob(), pool()].map(|account| holder(&account).cash);
		assert!(scaled[0].abs_diff(share(1_000_000 * UNIT)) <= 1, "{scaled:?}");
		assert!(scaled[1].abs_diff(share(700 * UNIT)) <= 1, "{scaled:?}");
	});
}

/// C −100, V −50, R 10: E −150. The debt grows by what the shorts will take.
#[test]
fn shorts_of_a_debtor_add_to_what_he_owes() {
	ExtBuilder::default().build_and_execute(|| {
		hold(&alice(), call(), -10 * CONTRACT);
		unwanted(-100, 5, 1, 60);
		assert_ok!(take_over(&alice()));
		assert_eq!((holder(&pool()).cash, equity(&pool())), (50 * UNIT, 0));
		assert_eq!((pot(Pot::GlobalPool), Deficit::<Test>::get()), (0, 90 * UNIT));
		assert_eq!(holder(&alice()).cash, -90 * UNIT);
	});
}

/// C 200, V −100, R 300: E 100 and P −200. All of the cash goes, and no more: that is worth more than the shorts.
#[test]
fn cash_that_is_more_than_the_shorts_is_all_that_is_taken() {
	ExtBuilder::default().build_and_execute(|| {
		hold(&alice(), call(), -10 * CONTRACT);
		unwanted(200, 10, 30, 0);
		assert_ok!(take_over(&alice()));
		assert_eq!((holder(&alice()).cash, holder(&pool()).cash), (0, 200 * UNIT));
		assert_eq!(Deficit::<Test>::get(), 0);
	});
}

#[test]
fn a_take_over_never_worsens_the_margin_of_the_pools_account() {
	ExtBuilder::default().build_and_execute(|| {
		open(&pool(), who(9), 0);
		unwanted(-200, 130, 111, 0);
		mark(call(), 130, 100);
		let excess = || {
			let is = <MockLedger as straddle_traits::Risk>::assess(&pool(), Lens::Latest).unwrap();
			is.maintenance_excess()
		};
		let before = excess();
		assert_ok!(take_over(&alice()));
		assert!(excess() >= before);
	});
}

#[test]
fn the_first_take_over_opens_the_pools_account_and_the_next_adds_to_it() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(MockLedger::owner(&pool()), None);
		unwanted(200, 70, 100, 0);
		assert_ok!(take_over(&alice()));
		assert_eq!(MockLedger::owner(&pool()), Some(PoolOwner::get()));
		let other = acc(4);
		open(&other, who(4), 200 * UNIT);
		hold(&other, call(), 10 * CONTRACT);
		assert_ok!(flag(&other));
		age(&other, DUE);
		assert_ok!(take_over(&other));
		assert_eq!(holder(&pool()).positions[&call()], 20 * CONTRACT);
		assert_eq!(holder(&pool()).cash, 400 * UNIT);
	});
}

#[test]
fn what_cannot_be_taken_over() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(take_over(&alice()), E::NotInAuction);
		unwanted(200, 70, 100, 0);
		MockPrices::set_state(BTC, PriceState::NoQuorum);
		assert_noop!(take_over(&alice()), E::PricesUnusable);
		MockPrices::set_state(BTC, PriceState::Valid);
		set_cash(&alice(), 450 * UNIT);
		assert_noop!(take_over(&alice()), E::Healed);
		set_cash(&alice(), -UNIT);
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
		assert_noop!(take_over(&alice()), E::NothingToSell);
	});
}

#[test]
fn a_bid_still_counts_while_the_pool_waits() {
	ExtBuilder::default().build_and_execute(|| {
		unwanted(200, 70, 100, 1_000);
		// κ = 1: P = −100, the bidder receives 300, of which the pool 100, less the bounty of 50.
		assert_ok!(bid(&alice(), ALL, -250 * UNIT));
		assert_eq!((pot(Pot::GlobalPool), holder(&carol()).cash), (900 * UNIT, 50 * UNIT));
	});
}
