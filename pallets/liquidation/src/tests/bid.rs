// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Perbill};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::AuctionStatus;

type E = Error<Test>;

const NO_LIMIT: Cash = Cash::MAX;

fn half() -> Perbill {
	Perbill::from_percent(50)
}

fn tenth() -> Perbill {
	Perbill::from_percent(10)
}

/// RISK.md 8: E 900, R 1000, C 200, κ .1: φ .2381, the bidder pays 142.86, then E 876.19, R 761.90,
/// e 1.15. Ten contracts at 70 are cut at 2.380953, whose rounding costs .00004.
#[test]
fn the_example_of_the_risk_rules_end_to_end() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!(quote.price, usd(800));
		assert_eq!(quote.share, FixedU128::from_inner(238_095_238_095_238_096));
		assert_eq!((quote.payment, quote.bounty), (144_047_663, 1_190_476));
		assert_eq!((quote.kappa, quote.running), (FixedU128::from_rational(1, 10), true));

		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert_eq!(holder(&bob()).positions[&call()], 2_380_953);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 144_047_663);
		assert_eq!(holder(&alice()).positions[&call()], 7_619_047);
		assert_eq!(holder(&alice()).cash, 200 * UNIT + 142_857_187);
		assert_eq!(equity(&alice()) / 10i128.pow(16), 87_619);
		assert_eq!(requirement(&alice()) / 10i128.pow(16), 76_190);
		// e = 1.15: healed, and the flagger has his twentieth of the penalty of 23.81.
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&carol()).cash, 1_190_476);
		assert_eq!(pot(Pot::Bounties), 0);
		let (account, reward_to) = (alice(), carol());
		let all = events();
		assert_eq!(
			all[1],
			Event::BidTaken {
				account: alice(),
				bidder: bob(),
				state_id: 0,
				share: FixedU128::from_inner(238_095_238_095_238_096),
				kappa: FixedU128::from_rational(1, 10),
				equity: usd(900),
				requirement: usd(1_000),
				payment: 142_857_187,
				from_pool: 0,
				bounty: 1_190_476,
			}
		);
		let paid = Event::BountyPaid { account: account.clone(), reward_to, amount: 1_190_476 };
		let ended = Event::AuctionEnded { account, reason: EndReason::Healed, biddable_ms: 0 };
		assert_eq!(all[2..], [paid, ended]);
	});
}

#[test]
fn a_smaller_part_leaves_the_rest_in_auction() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_ok!(bid(&alice(), tenth(), NO_LIMIT));
		// A tenth of P − C = 600, and a twentieth of the gain of 10 for the flagger.
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 60_500_000);
		assert_eq!(holder(&bob()).positions[&call()], CONTRACT);
		assert_eq!(
			(equity(&alice()), requirement(&alice())),
			(890 * 10i128.pow(18), 900 * 10i128.pow(18))
		);
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.state_id, auction.bids, auction.bounty), (1, 1, 500_000));
		assert_eq!(pot(Pot::Bounties), 500_000);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(pot(Pot::Bounties), 0);
	});
}

#[test]
fn a_bid_on_another_state_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_noop!(bid_as(2, &alice(), 1, ALL, NO_LIMIT), E::StaleState);
		assert_ok!(bid_as(2, &alice(), 0, ALL, NO_LIMIT));
		// Of an auction before this one.
		mark(call(), 70, 200);
		flagged();
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().state_id, 2);
		for state_id in [0, 1, 3] {
			assert_noop!(bid_as(2, &alice(), state_id, ALL, NO_LIMIT), E::StaleState);
		}
		assert_ok!(bid_as(2, &alice(), 2, ALL, NO_LIMIT));
	});
}

#[test]
fn a_bidder_pays_what_he_said_and_not_a_unit_more() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_noop!(bid_for(&alice(), 144_047_662), E::PaymentAboveLimit);
		// For less than he named a like part of it: .238… of 605.000 18….
		assert_noop!(bid(&alice(), ALL, 605_000_184), E::PaymentAboveLimit);
		assert_ok!(bid(&alice(), ALL, 605_000_185));
	});
}

#[test]
fn a_part_that_would_leave_dust_must_be_the_whole_share() {
	ExtBuilder::default().params(|p| p.cutoff = usd(895)).build_and_execute(|| {
		flagged();
		// The rest would have E = 890.
		assert_noop!(bid(&alice(), tenth(), NO_LIMIT), E::LeavesDust);
		assert_ok!(bid(&alice(), Perbill::from_percent(5), NO_LIMIT));
		assert_eq!(equity(&alice()), 895 * 10i128.pow(18));
		assert_noop!(bid(&alice(), Perbill::from_percent(5), NO_LIMIT), E::LeavesDust);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert!(!Liquidation::in_auction(&alice()));
	});
}

#[test]
fn dust_is_sold_whole() {
	ExtBuilder::default().params(|p| p.cutoff = usd(901)).build_and_execute(|| {
		flagged();
		assert_eq!(Liquidation::auction(alice()).unwrap().share, FixedU128::from_u32(1));
		assert_noop!(bid(&alice(), half(), NO_LIMIT), E::LeavesDust);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert!(holder(&alice()).positions.is_empty());
		// 200 + 600, exactly.
		assert_eq!(holder(&alice()).cash, 800 * UNIT);
		let ended =
			Event::AuctionEnded { account: alice(), reason: EndReason::Empty, biddable_ms: 0 };
		assert_eq!(last_event(), ended);
	});
}

#[test]
fn nobody_moves_the_state_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		assert_noop!(bid(&alice(), Perbill::zero(), NO_LIMIT), E::NothingToSell);
		// One per cent of φ is .00238.
		let below = Perbill::from_rational(238u32, 100_000);
		assert_noop!(bid(&alice(), below, NO_LIMIT), E::ShareTooSmall);
		assert_ok!(bid(&alice(), Perbill::from_rational(239u32, 100_000), NO_LIMIT));
	});
}

/// E 350, R 1000, C 300, κ .5: P = −150; the bidder receives 450 less a twentieth of 500.
#[test]
fn a_negative_payment_takes_the_accounts_cash_then_the_pools() {
	let case = |pool_has: Cash, limit: Cash| {
		set_pot(Pot::GlobalPool, pool_has);
		flagged_with(300, 5, 100);
		Params::<Test>::mutate(|p| (p.kappa_start, p.kappa_knee) = (half(), half()));
		bid(&alice(), ALL, limit)
	};
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(case(150 * UNIT, -425 * UNIT));
		assert_eq!(holder(&bob()).cash, 1_000_425 * UNIT);
		assert_eq!(holder(&alice()).cash, 0);
		assert_eq!((pot(Pot::GlobalPool), holder(&carol()).cash), (0, 25 * UNIT));
		assert!(!Liquidation::in_auction(&alice()));
	});
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(case(150 * UNIT, -425 * UNIT - 1), Err(E::PaymentAboveLimit.into()));
	});
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(case(150 * UNIT - 1, NO_LIMIT), Err(E::PoolEmpty.into()));
	});
}

/// E −100 with C −500: the bidder pays 370 for what is worth 400; what is still owed is the pool's.
#[test]
fn debt_that_the_price_does_not_cover_is_the_pools() {
	ExtBuilder::default().build_and_execute(|| {
		flagged_with(-500, 40, 30);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		// 370 and a twentieth of 30.
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 371_500_000);
		assert_eq!(holder(&alice()).cash, 0);
		assert_eq!(pot(Pot::GlobalPool), 870 * UNIT);
		let covered = Event::DebtCovered { account: alice(), paid: 130 * UNIT, deficit: 0 };
		assert!(events().contains(&covered));
	});
	ExtBuilder::default().build_and_execute(|| {
		set_pot(Pot::GlobalPool, 100 * UNIT);
		flagged_with(-500, 40, 30);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert_eq!(holder(&alice()).cash, -30 * UNIT);
		assert_eq!((Deficit::<Test>::get(), pot(Pot::GlobalPool)), (30 * UNIT, 0));
		assert!(!Liquidation::in_auction(&alice()));
	});
}

#[test]
fn a_bidder_without_margin_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		// Enough to pay, not enough to hold 2.38 contracts: 238.10·1.25 against 166.67 and the rest.
		set_cash(&bob(), 270 * UNIT);
		let lacks = DispatchError::Other("bidder lacks margin");
		assert_noop!(bid(&alice(), ALL, NO_LIMIT), lacks);
		set_cash(&bob(), 280 * UNIT);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
	});
}

#[test]
fn who_may_not_bid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(bid(&alice(), ALL, NO_LIMIT), E::NotInAuction);
		flagged();
		assert_noop!(bid_as(1, &alice(), 0, ALL, NO_LIMIT), E::SelfBid);
		open(&acc(4), who(4), 200 * UNIT);
		hold(&acc(4), call(), 10 * CONTRACT);
		assert_ok!(flag(&acc(4)));
		assert_noop!(bid_as(4, &alice(), 0, ALL, NO_LIMIT), E::BidderInAuction);
		let for_another = || {
			let origin = RuntimeOrigin::signed(who(3));
			Liquidation::bid(origin, alice(), bob(), 0, ALL, NO_LIMIT).map_err(|e| e.error)
		};
		assert_noop!(for_another(), DispatchError::Other("may not trade"));
	});
}

#[test]
fn a_bid_counts_on_stale_prices_and_on_no_worse() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		for state in [PriceState::TooVolatile, PriceState::NoQuorum, PriceState::NonPositive] {
			MockPrices::set_state(BTC, state);
			assert_noop!(bid(&alice(), ALL, NO_LIMIT), E::PricesUnusable);
		}
		MockPrices::set_state(BTC, PriceState::Stale);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
	});
}

#[test]
fn a_healed_account_is_not_for_sale() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		set_cash(&alice(), 450 * UNIT);
		assert_noop!(bid(&alice(), ALL, NO_LIMIT), E::Healed);
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!((quote.share, quote.payment), (FixedU128::from_u32(0), 0));
		set_cash(&alice(), 450 * UNIT - 1);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
	});
}

#[test]
fn an_owner_does_not_sell_to_himself_at_the_pools_expense() {
	ExtBuilder::default().build_and_execute(|| {
		// E 50, κ .1, R 1000: P = −50.
		flagged_with(-650, 70, 100);
		open(&acc(4), who(1), 100_000 * UNIT);
		let own = |share| {
			let origin = RuntimeOrigin::signed(who(1));
			Liquidation::bid(origin, alice(), acc(4), 0, share, NO_LIMIT).map_err(|e| e.error)
		};
		assert_noop!(own(ALL), E::OwnerAgainstPool);
		// At a price of zero and above it costs the pool nothing.
		set_cash(&alice(), -600 * UNIT);
		assert_ok!(own(ALL));
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
	});
}

#[test]
fn a_lot_of_one_unit_does_not_make_a_part_dear() {
	ExtBuilder::default().build_and_execute(|| {
		hold_lot(&alice(), CollateralId(7), 1);
		change(|book| book.lots.insert(CollateralId(7), (usd(0), ALL)));
		hold_lot(&alice(), WBTC, 1_000_003);
		// Lots at 100.0003 of which 80 % count: E 1000.0003 and R 1020.00006.
		flagged();
		let quote = Liquidation::auction(alice()).unwrap();
		assert_ok!(bid(&alice(), tenth(), NO_LIMIT));
		let taken = holder(&bob());
		assert_eq!(taken.lots.get(&WBTC), Some(&100_000));
		assert_eq!(taken.lots.get(&CollateralId(7)), None);
		assert_eq!(quote.price, Money::from_inner(898_000_294_000_000_000_000));
		// A tenth of P − C = 698.000294 and of the gain of 102.000006 a twentieth.
		assert_eq!(taken.cash, 1_000_000 * UNIT - 69_800_030 - 510_000);
	});
}

/// A short account: −10 at 70 with C 1700, R 1100. The bidder is paid for what he takes over.
#[test]
fn shorts_round_away_from_zero_too() {
	ExtBuilder::default().build_and_execute(|| {
		hold(&alice(), call(), -10 * CONTRACT);
		flagged_with(1_700, 70, 110);
		// e = 1000/1100, φ = (1.15·1100 − 1000)/(1100·1.05) = 265/1155 = .2294372…
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert_eq!(holder(&bob()).positions[&call()], -2_294_373);
		// φ(890 − 1700) = −185.844155… less .7056·70e-6 = −185.844205…, and 1.261904 of bounty.
		assert_eq!(holder(&alice()).cash, 1_700_000_000 - 185_844_205);
		assert_eq!(holder(&carol()).cash, 1_261_904);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT + 185_844_205 - 1_261_904);
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
	});
}

#[test]
fn a_bounty_is_bounded_and_lost_with_its_account() {
	ExtBuilder::default().params(|p| p.max_bounty = usd(1)).build_and_execute(|| {
		flagged();
		assert_ok!(bid(&alice(), tenth(), NO_LIMIT));
		assert_eq!(pot(Pot::Bounties), 500_000);
		change(|book| book.accounts.remove(&carol()));
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!((pot(Pot::Bounties), pot(Pot::Treasury)), (0, UNIT));
		assert!(events().contains(&Event::BountyForfeited { account: alice(), amount: UNIT }));
	});
}

#[test]
fn without_a_flagger_there_is_no_bounty() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		Auctions::<Test>::mutate_extant(alice(), |auction| {
			auction.flagger = None;
			auction.reward_to = None;
		});
		assert_ok!(bid_for(&alice(), 142_857_187));
		assert_eq!(pot(Pot::Bounties) + pot(Pot::Treasury) + holder(&carol()).cash, 0);
	});
}

#[test]
fn the_bidder_may_be_the_flagger() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(who(2));
		assert_ok!(Liquidation::flag(origin, alice(), bob()));
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - 142_857_187);
	});
}

#[test]
fn a_figure_that_does_not_fit_is_an_error() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		change(|book| book.lots.insert(CollateralId(8), (usd(0), ALL)));
		hold_lot(&alice(), CollateralId(8), u128::MAX);
		assert_noop!(bid(&alice(), ALL, NO_LIMIT), E::Overflow);
		hold_lot(&alice(), CollateralId(8), i128::MAX as u128);
		assert_ok!(bid(&alice(), ALL, NO_LIMIT));
	});
}

#[test]
fn a_bid_gives_back_the_weight_it_did_not_need() {
	ExtBuilder::default().build_and_execute(|| {
		flagged();
		let origin = RuntimeOrigin::signed(who(2));
		let info = Liquidation::bid(origin, alice(), bob(), 0, ALL, NO_LIMIT).unwrap();
		let weight = info.actual_weight.unwrap();
		assert!(weight.all_gte(<() as WeightInfo>::bid()));
		assert!(weight.all_lt(Liquidation::most_bid_weight() / 10));
	});
}
