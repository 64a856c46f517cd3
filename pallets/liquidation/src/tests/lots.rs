// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots alone are sold for who did not meet a cash call.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult, Perbill};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, CashMeans, Entry, Journal, Ledger, OverdueCash, Rule};

type E = Error<Test>;

/// Twenty whole tokens at 100 of which 80 % count, and a debt of 800, of which 500 are due.
fn debtor() -> MarginAccountId {
	open(&acc(4), who(4), -800 * UNIT);
	hold_lot(&acc(4), WBTC, 20_000_000);
	change(|book| book.limits.insert(acc(4), 300 * UNIT));
	acc(4)
}

fn due() -> Cash {
	MockLedger::overdue(&acc(4))
}

fn collect() -> DispatchResult {
	assert_eq!(Liquidation::collect(&acc(4), due())?, 0);
	Ok(())
}

fn is_open() -> bool {
	LotAuctions::<Test>::contains_key(acc(4))
}

fn bid_lots(amount: u128, max_payment: Cash) -> DispatchResult {
	let state_id = LotAuctions::<Test>::get(acc(4)).map_or(0, |auction| auction.state_id);
	let origin = RuntimeOrigin::signed(who(2));
	Liquidation::bid_lots(origin, acc(4), bob(), state_id, WBTC, amount, max_payment)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

#[test]
fn what_is_due_is_sold_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		let started = Event::LotAuctionStarted { account: acc(4), state_id: 1, due: 500 * UNIT };
		assert_eq!(last_event(), started);
		// 500 at 99 are 5.050505… tokens. Nothing else of the account is touched.
		assert!(!Liquidation::in_auction(&acc(4)));
		assert!(MockOrders::cancelled().is_empty());
		assert_ok!(bid_lots(20_000_000, Cash::MAX));
		assert_eq!(holder(&acc(4)).lots[&WBTC], 20_000_000 - 5_050_506);
		assert_eq!(holder(&acc(4)).cash, -800 * UNIT + 500_000_094);
		assert_eq!(holder(&bob()).lots[&WBTC], 5_050_506);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 500_000_094);
		assert!(!is_open());
		let (account, bidder, kind) = (acc(4), bob(), WBTC);
		let (amount, payment) = (5_050_506, 500_000_094);
		let sold = Event::LotsSold { account, bidder, state_id: 1, kind, amount, payment, due: 0 };
		let all = events();
		assert_eq!(all[all.len() - 2..], [sold, Event::LotAuctionEnded { account: acc(4) }]);
		assert_noop!(bid_lots(1_000_000, Cash::MAX), E::NotInAuction);
	});
}

#[test]
fn the_price_begins_one_percent_below_and_falls_to_its_bound() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		block_after(6_000);
		assert_ok!(collect());
		let discount = || Liquidation::lot_auction(acc(4)).unwrap().discount;
		assert_eq!(discount(), FixedU128::from_rational(1, 100));
		run(30 * MINUTE_MS);
		assert_eq!(discount(), FixedU128::from_rational(55, 1_000));
		run(HOUR_MS);
		assert_eq!(discount(), FixedU128::from_rational(10, 100));
		// Five of twenty tokens at 90.
		assert_noop!(bid_lots(5_000_000, 450 * UNIT - 1), E::PaymentAboveLimit);
		assert_ok!(bid_lots(5_000_000, 450 * UNIT));
		assert_eq!(due(), 50 * UNIT);
		let quote = Liquidation::lot_auction(acc(4)).unwrap();
		assert_eq!((quote.due, quote.biddable_ms), (50 * UNIT, 90 * MINUTE_MS));
	});
}

#[test]
fn a_lot_is_never_sold_below_what_it_counts_for() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(97))));
		block_after(6_000);
		assert_ok!(collect());
		run(2 * HOUR_MS);
		assert_noop!(bid_lots(1_000_000, 97 * UNIT - 1), E::PaymentAboveLimit);
		let excess = |is: Assessment| is.maintenance_excess();
		let before =
			excess(<MockLedger as straddle_traits::Risk>::assess(&acc(4), Lens::Latest).unwrap());
		assert_ok!(bid_lots(1_000_000, 97 * UNIT));
		let after =
			excess(<MockLedger as straddle_traits::Risk>::assess(&acc(4), Lens::Latest).unwrap());
		assert_eq!(before, after);
	});
}

#[test]
fn its_clock_minds_the_kinds_alone() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		hold(&acc(4), call(), CONTRACT);
		block_after(6_000);
		assert_ok!(collect());
		let clock = || Liquidation::lot_auction(acc(4)).unwrap().biddable_ms;
		straddle_test_kit::MockPrices::set_state(BTC, PriceState::NoQuorum);
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		change(|book| book.silent.insert(WBTC));
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		assert_noop!(bid_lots(1_000_000, Cash::MAX), E::PricesUnusable);
		change(|book| book.silent.clear());
		run(MINUTE_MS);
		assert_eq!(clock(), 2 * MINUTE_MS);
	});
}

#[test]
fn a_part_has_a_like_part_of_the_limit_and_is_no_dust() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		// A hundredth of the 5.050506 that are for sale is 50,506.
		assert_noop!(bid_lots(50_505, Cash::MAX), E::ShareTooSmall);
		assert_ok!(bid_lots(50_506, Cash::MAX));
		// Asked for twenty at 98.9 each, of which five are for sale.
		assert_noop!(bid_lots(20_000_000, 1_978 * UNIT), E::PaymentAboveLimit);
		assert_ok!(bid_lots(20_000_000, 1_981 * UNIT));
		assert_eq!(due(), 0);
	});
}

#[test]
fn a_lot_that_covers_what_is_short_is_not_sold_if_that_costs_margin() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		// Below its initial margin: each sale pays at least what counts, so it is no worse for it.
		hold(&acc(4), call(), 10 * CONTRACT);
		set_cash(&acc(4), -1_400 * UNIT);
		let is = <MockLedger as straddle_traits::Risk>::assess(&acc(4), Lens::Latest).unwrap();
		assert!(is.initial_excess() < usd(0));
		assert_ok!(bid_lots(1_000_000, Cash::MAX));
		// The lots are what the positions are paired with: without them the margin rises.
		change(|book| book.paired = Some(WBTC));
		assert_noop!(bid_lots(1_000_000, Cash::MAX), E::MarginWorse);
	});
}

#[test]
fn who_repays_by_himself_keeps_his_lots() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		set_cash(&acc(4), -300 * UNIT);
		assert_noop!(bid_lots(1_000_000, Cash::MAX), E::Healed);
		// Block work ends it; so would anybody's touch.
		assert!(is_open());
		block_after(6_000);
		assert!(!is_open());
		assert_noop!(touch(&acc(4)), E::NothingToDo);
	});
}

#[test]
fn it_ends_with_the_call_and_with_the_last_lot() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		change(|book| book.limits.clear());
		assert_ok!(touch(&acc(4)));
		assert!(!is_open());
		// A debt beyond all lots: they are all sold.
		change(|book| book.limits.insert(acc(4), 0));
		set_cash(&acc(4), -1_600 * UNIT);
		hold_lot(&acc(4), WBTC, 10_000_000);
		assert_ok!(collect());
		set_cash(&acc(4), -1_600 * UNIT);
		assert_ok!(bid_lots(10_000_000, 990 * UNIT));
		assert!(!is_open());
		assert_eq!(due(), 610 * UNIT);
	});
}

#[test]
fn a_whole_auction_ends_the_sale_of_lots() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		hold(&acc(4), call(), 10 * CONTRACT);
		set_cash(&acc(4), -2_000 * UNIT);
		assert_ok!(flag(&acc(4)));
		assert!(!is_open());
		assert_eq!(collect(), Err(E::AlreadyInAuction.into()));
	});
}

#[test]
fn who_is_not_sold() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		change(|book| book.accounts.get_mut(&acc(4)).unwrap().lots.clear());
		assert_eq!(collect(), Err(E::NothingToSell.into()));
		hold_lot(&acc(4), WBTC, 20_000_000);
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		assert_eq!(collect(), Err(E::Paused.into()));
		assert_ok!(Liquidation::resume(RuntimeOrigin::signed(who(101))));
		run(5 * MINUTE_MS);
		assert_ok!(collect());
		assert_eq!(collect(), Err(E::AlreadyInAuction.into()));
	});
}

#[test]
fn who_may_not_buy_lots() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		let buy = |n: u8, bidder, state_id, kind| {
			let origin = RuntimeOrigin::signed(who(n));
			Liquidation::bid_lots(origin, acc(4), bidder, state_id, kind, 1_000_000, Cash::MAX)
				.map_err(|refused| refused.error)
		};
		assert_noop!(buy(3, bob(), 1, WBTC), DispatchError::Other("may not trade"));
		assert_noop!(buy(4, acc(4), 1, WBTC), E::SelfBid);
		assert_noop!(buy(2, bob(), 0, WBTC), E::StaleState);
		assert_noop!(buy(2, bob(), 1, CollateralId(7)), E::NothingToSell);
		set_cash(&bob(), 0);
		assert_noop!(buy(2, bob(), 1, WBTC), DispatchError::Other("bidder lacks margin"));
		flagged();
		open(&acc(5), who(1), 0);
		assert_noop!(buy(1, alice(), 1, WBTC), E::BidderInAuction);
	});
}

/// What is needed does not leave: the debt must stay backed by what counts of the lots.
#[test]
fn meanwhile_the_owner_takes_out_what_is_not_needed() {
	ExtBuilder::default().build_and_execute(|| {
		debtor();
		assert_ok!(collect());
		let take = |amount: i128| {
			let leaves = Entry::new(acc(4), Rule::Withdraw).lot(WBTC, -amount);
			let mut journal = Journal::of(vec![leaves]);
			journal.lots_in = vec![(WBTC, -amount)];
			MockLedger::book(journal)
		};
		assert_ok!(take(9_000_000));
		assert!(take(2_000_000).is_err());
		// Eleven are left, and five of them are enough.
		assert_ok!(bid_lots(20_000_000, Cash::MAX));
		assert_eq!(due(), 0);
	});
}
