// SPDX-License-Identifier: GPL-3.0-or-later

//! What went wrong elsewhere, by the rows of the table of failures of other venues, with the ledger that is
//! expected here. Alice has ten calls at 70, E 900, R 1000, C 200; κ is .1 at the start.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::{AuctionStatus, CashMeans, Entry, Journal, Ledger, OverdueCash, Rule};

type E = Error<Test>;

/// What a bid for the whole share takes and costs, bounty included.
const TAKEN: Quantity = 2_380_953;
const PAID: Cash = 144_047_663;

fn stand(n: u8, kappa: u32) {
	let btc: Covered = vec![BTC].try_into().unwrap();
	let origin = RuntimeOrigin::signed(who(n));
	let kappa = Perbill::from_percent(kappa);
	assert_ok!(Liquidation::place_backstop(origin, acc(n), kappa, usd(9_000), btc));
}

#[test]
fn row_01_no_transfer_drains_an_account_in_auction() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		open(&acc(4), who(1), 0);
		let before = book();
		for rule in [Rule::Withdraw, Rule::Bid] {
			let leaves = Entry::new(alice(), rule).cash(-UNIT);
			let comes = Entry::new(acc(4), Rule::Credit).cash(UNIT);
			let moved = MockLedger::book(Journal::of(vec![leaves, comes]));
			assert_eq!(moved, Err(DispatchError::Other("in auction")));
		}
		assert_eq!(book(), before);
		// Additions are welcome.
		let gives = Entry::new(bob(), Rule::Withdraw).cash(-UNIT);
		let comes = Entry::new(alice(), Rule::Credit).cash(UNIT);
		assert_ok!(MockLedger::book(Journal::of(vec![gives, comes])));
		assert_eq!(holder(&alice()).cash, 201 * UNIT);
	});
}

#[test]
fn row_02_what_is_sent_to_a_bidder_does_not_stop_his_bid() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		let sends = |to: MarginAccountId, kind, amount| {
			let mut journal = Journal::of(vec![Entry::new(to, Rule::Credit).lot(kind, amount)]);
			journal.lots_in = vec![(kind, amount)];
			assert_ok!(MockLedger::book(journal));
		};
		// A lot worth nothing to each side; the bid was signed before.
		change(|book| book.lots.insert(CollateralId(7), (usd(0), Perbill::zero())));
		sends(bob(), CollateralId(7), 1);
		sends(alice(), CollateralId(7), 1);
		assert_ok!(bid_for(&alice(), PAID));
		assert_eq!(holder(&bob()).positions[&call()], TAKEN);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - PAID);
		assert_eq!(holder(&bob()).lots[&CollateralId(7)], 1);
	});
}

#[test]
fn row_03_who_has_no_cash_takes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		open(&acc(4), who(4), 1_000 * UNIT);
		stand(4, 2);
		assert_eq!(holder(&acc(4)).cash, 0);
		open(&acc(5), who(5), 0);
		flagged();
		let nothing = bid_as(5, &alice(), 0, ALL, Cash::MAX);
		assert_eq!(nothing, Err(DispatchError::Other("bidder lacks margin")));
		// The standing bid could not pay either: it is gone, and ten of its bond are the pool's.
		assert!(Backstops::<Test>::get().is_empty());
		assert_eq!((holder(&acc(4)).cash, pot(Pot::GlobalPool)), (990 * UNIT, 1_010 * UNIT));
		assert_eq!(
			(holder(&alice()).cash, holder(&alice()).positions[&call()]),
			(200 * UNIT, 10 * CONTRACT)
		);
	});
}

#[test]
fn row_04_an_auction_of_nothing_ends_and_its_debt_is_the_pools() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		// A settlement takes all off the books and leaves a debt.
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
		set_cash(&alice(), -300 * UNIT);
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!((holder(&alice()).cash, pot(Pot::GlobalPool)), (0, 700 * UNIT));
		assert!(Clocks::<Test>::get().groups.is_empty());
	});
}

#[test]
fn row_05_every_bid_has_a_limit_and_names_the_state_it_saw() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_noop!(bid_for(&alice(), PAID - 1), E::PaymentAboveLimit);
		assert_noop!(bid_as(2, &alice(), 1, ALL, Cash::MAX), E::StaleState);
		assert_ok!(bid_for(&alice(), PAID));
		// What is sold below zero too: the bidder receives 450 less 25 and says so.
		open(&acc(4), who(4), 300 * UNIT);
		let other = series(BTC, 200);
		mark(other, 5, 100);
		hold(&acc(4), other, 10 * CONTRACT);
		Params::<Test>::mutate(|p| p.kappa_start = Perbill::from_percent(30));
		assert_ok!(flag(&acc(4)));
		// E 350, R 1000, κ .3: φ .941…, of which the bidder pays φ·(50 − 300).
		let quote = Liquidation::auction(acc(4)).unwrap();
		assert!(quote.payment < 0);
		assert_noop!(bid_for(&acc(4), quote.payment - 1), E::PaymentAboveLimit);
		assert_ok!(bid_for(&acc(4), quote.payment));
		// Lots alone.
		open(&acc(5), who(5), -80 * UNIT);
		hold_lot(&acc(5), WBTC, 1_000_000);
		change(|book| book.limits.insert(acc(5), 0));
		assert_ok!(Liquidation::collect(&acc(5), MockLedger::overdue(&acc(5))));
		let lots = |state_id, most| {
			let origin = RuntimeOrigin::signed(who(2));
			Liquidation::bid_lots(origin, acc(5), bob(), state_id, WBTC, 500_000, most)
				.map_err(|refused| refused.error)
		};
		assert_noop!(lots(1, 49_500_000 - 1), E::PaymentAboveLimit);
		assert_noop!(lots(2, 49_500_000), E::StaleState);
		assert_ok!(lots(1, 49_500_000));
		assert_eq!(holder(&acc(5)).cash, -30_500_000);
	});
}

#[test]
fn row_16_the_record_is_the_status_and_goes_when_it_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		assert!(Liquidation::in_auction(&alice()));
		set_cash(&alice(), 450 * UNIT);
		// Nobody calls anything.
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(AuctionCount::<Test>::get(), 0);
		let leaves = Entry::new(alice(), Rule::Withdraw).cash(-100 * UNIT);
		let comes = Entry::new(bob(), Rule::Credit).cash(100 * UNIT);
		assert_eq!(
			MockLedger::book(Journal::of(vec![leaves, comes])),
			Err(DispatchError::Other("bidder lacks margin")),
			"margin holds it, no status"
		);
	});
}

#[test]
fn row_20_dust_is_sold_whole_and_nobody_leaves_any() {
	ExtBuilder::default().params(|p| p.cutoff = usd(895)).build_and_execute(|| {
		flagged();
		assert_noop!(bid(&alice(), Perbill::from_percent(10), Cash::MAX), E::LeavesDust);
		assert_ok!(bid(&alice(), Perbill::from_percent(5), Cash::MAX));
		// 200 + 5 % of 600, and half a contract less: E 895.
		assert_eq!((holder(&alice()).cash, equity(&alice())), (230 * UNIT, usd(895).into_inner()));
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		// The smallest unit of a position is an account to be sold too.
		open(&acc(4), who(4), -UNIT);
		hold(&acc(4), call(), 1);
		assert_ok!(flag(&acc(4)));
		assert_ok!(bid(&acc(4), ALL, Cash::MAX));
		assert!(holder(&acc(4)).positions.is_empty());
		assert_eq!(holder(&acc(4)).cash, 0);
		assert!(!Liquidation::in_auction(&acc(4)));
	});
}

#[test]
fn row_21_liquidating_oneself_pays_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// The least below its margin that can be.
		set_cash(&alice(), 300 * UNIT - 1);
		let (buys, rewarded) = (acc(4), acc(5));
		open(&buys, who(1), 10_000 * UNIT);
		open(&rewarded, who(1), 0);
		let wealth = || equity(&alice()) + equity(&buys) + equity(&rewarded);
		let before = wealth();
		let signed = || RuntimeOrigin::signed(who(1));
		assert_ok!(Liquidation::flag(signed(), alice(), rewarded.clone()));
		assert_ok!(Liquidation::bid(signed(), alice(), buys.clone(), 0, ALL, Cash::MAX));
		assert!(!Liquidation::in_auction(&alice()));
		// e = 1: φ = .15/1.05, R 1000, κ .1: what he gains himself he has lost, the bounty too.
		assert_eq!(holder(&rewarded).cash, 714_285);
		assert_eq!(wealth(), before);
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
	});
}

#[test]
fn row_32_the_price_stands_while_nobody_can_bid() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(3 * MINUTE_MS);
		let before = Liquidation::auction(alice()).unwrap();
		assert_eq!(before.kappa, FixedU128::from_rational(14, 100));
		for state in [PriceState::NoQuorum, PriceState::TooVolatile, PriceState::NonPositive] {
			MockPrices::set_state(BTC, state);
			run(20 * MINUTE_MS);
			assert_noop!(bid(&alice(), ALL, Cash::MAX), E::PricesUnusable);
		}
		MockPrices::set_state(BTC, PriceState::Valid);
		let after = Liquidation::auction(alice()).unwrap();
		assert_eq!((after.biddable_ms, after.payment), (3 * MINUTE_MS, before.payment));
	});
}

#[test]
fn row_34_there_is_an_incentive_whatever_the_account_is_worth() {
	// R 300 and κ .1: from solvent to insolvent the bidder gains 30 less the bounty, on one path.
	for cash in [-300, -370, -399, -400, -401, -500, -1_000] {
		ExtBuilder::default().build_and_execute(|| {
			set_pot(Pot::GlobalPool, 10_000 * UNIT);
			flagged_with(cash, 40, 30);
			let before = equity(&bob());
			assert_ok!(bid(&alice(), ALL, Cash::MAX));
			let gain = equity(&bob()) - before;
			let sold = holder(&bob()).positions[&call()];
			// All of it but where a part heals: φ·28.5.
			let expected = 285 * i128::from(sold) * 10i128.pow(17) / 10_000_000;
			assert!((gain - expected).abs() < 10i128.pow(13), "{cash}: {gain} {expected}");
			// What it still owes is the pool's, or backed.
			assert!(equity(&alice()) >= 0, "{cash}");
		});
	}
}

#[test]
fn row_41_no_more_is_closed_than_heals() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		// φ = (1.15 − .9)/(1.15 − .1) of the position, a 42nd of a contract more would be too much.
		assert_eq!(holder(&bob()).positions[&call()], TAKEN);
		assert_eq!(holder(&alice()).positions[&call()], 10 * CONTRACT - TAKEN);
		let (e, r) = (equity(&alice()), requirement(&alice()));
		let health = e * 1_000_000 / r;
		assert!((1_150_000..=1_150_001).contains(&health), "{health}");
	});
}
