// SPDX-License-Identifier: GPL-3.0-or-later

//! Bids that stand before there is an auction.

use crate::{
	costs::{each, fixed},
	mock::*,
	*,
};
use frame_support::{assert_noop, assert_ok, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, Perbill};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::AuctionStatus;

type E = Error<Test>;

const BOND: Cash = 1_000 * UNIT;
const FEE: Cash = 10 * UNIT;

fn percent(n: u32) -> Perbill {
	Perbill::from_percent(n)
}

/// Account n, which its owner n has, stands from κ on for so much requirement in these.
fn place_for(n: u8, kappa: u32, most: i64, underlyings: &[UnderlyingId]) -> DispatchResult {
	let underlyings = underlyings.to_vec().try_into().unwrap();
	let origin = RuntimeOrigin::signed(who(n));
	Liquidation::place_backstop(origin, acc(n), percent(kappa), usd(most), underlyings)
}

fn place(n: u8, kappa: u32, most: i64) -> DispatchResult {
	place_for(n, kappa, most, &[BTC])
}

fn cancel(n: u8) -> DispatchResult {
	Liquidation::cancel_backstop(RuntimeOrigin::signed(who(n)), acc(n))
}

fn standing() -> Vec<(u8, Money)> {
	let list = Backstops::<Test>::get();
	list.iter().map(|one| (AsRef::<[u8]>::as_ref(&one.bidder.0)[0], one.left)).collect()
}

/// Rich accounts of others.
fn rich(accounts: &[u8]) {
	for n in accounts {
		open(&acc(*n), who(*n), 1_000_000 * UNIT);
	}
}

/// E 900, R 1000, C 200 at κ .1: φ .238…, as a bid would have it, and healed at once.
#[test]
fn a_standing_bid_takes_in_the_opening_block() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 10, 5_000));
		assert_eq!((pot(Pot::Backstops), holder(&bob()).cash), (BOND, 999_000 * UNIT));
		let kappa_min = percent(10);
		let (bidder, max_requirement) = (bob(), usd(5_000));
		let placed = Event::BackstopPlaced { bidder, kappa_min, max_requirement, bond: BOND };
		assert_eq!(last_event(), placed);
		flagged();
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], 2_380_953);
		assert_eq!(holder(&bob()).cash, 999_000 * UNIT - 144_047_663);
		assert_eq!(holder(&alice()).cash, 200 * UNIT + 142_857_187);
		assert_eq!(holder(&carol()).cash, 1_190_476);
		// It took φR = 238.095… of what it stands for.
		let left = Money::from_inner(4_761_904_761_904_761_904_000);
		assert_eq!(standing(), [(2, left)]);
		let filled = Event::BackstopFilled { account: alice(), bidder: bob(), left };
		assert_eq!(last_event(), filled);
	});
}

#[test]
fn it_waits_for_its_kappa_and_nobody_has_to_do_anything() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 20, 5_000));
		block_after(6_000);
		flagged();
		// .1 + .2·t/15 is .2 after seven minutes and a half.
		run(7 * MINUTE_MS + 24_000);
		assert!(Liquidation::in_auction(&alice()));
		run(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		let kappa = FixedU128::from_rational(20, 100);
		assert!(events().iter().any(|event| matches!(event,
			Event::BidTaken { bidder, kappa: at, .. } if *bidder == bob() && *at == kappa)));
	});
}

#[test]
fn who_asks_for_least_comes_first_then_who_came_first() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4, 5, 6]);
		assert_ok!(place(4, 10, 5_000));
		assert_ok!(place(5, 5, 5_000));
		assert_ok!(place(6, 5, 5_000));
		assert_ok!(place(2, 10, 5_000));
		let order: Vec<_> = standing().iter().map(|(n, _)| *n).collect();
		assert_eq!(order, [5, 6, 4, 2]);
		flagged();
		assert!(holder(&acc(5)).positions.contains_key(&call()));
		// Who stands again goes to the end of those that ask for as much.
		assert_ok!(place(5, 5, 5_000));
		let order: Vec<_> = standing().iter().map(|(n, _)| *n).collect();
		assert_eq!(order, [6, 5, 4, 2]);
		assert_eq!(pot(Pot::Backstops), 4 * BOND);
	});
}

#[test]
fn one_that_cannot_pay_is_gone_and_the_next_has_its_turn() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4, 5]);
		assert_ok!(place(4, 2, 5_000));
		assert_ok!(place(5, 3, 5_000));
		assert_ok!(place(2, 10, 5_000));
		// Without the price; with it, but without margin for what it buys (238.1·1.25 − 166.67 and more).
		set_cash(&acc(4), 144_047_662);
		set_cash(&acc(5), 144_047_663);
		block_after(6_000);
		flagged();
		// The ledger was asked once.
		assert!(Liquidation::in_auction(&alice()));
		MockTime::set(START + 6_000);
		block_after(0);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], 2_380_953);
		let order: Vec<_> = standing().iter().map(|(n, _)| *n).collect();
		assert_eq!(order, [2]);
		// The bond came back less the fee, which is the pool's.
		assert_eq!(holder(&acc(4)).cash, 144_047_662 + BOND - FEE);
		assert_eq!((pot(Pot::GlobalPool), pot(Pot::Backstops)), (1_000 * UNIT + 2 * FEE, BOND));
		let reason = BackstopEnd::Failed;
		for n in [4, 5] {
			let ended = Event::BackstopEnded { bidder: acc(n), reason, fee: FEE };
			assert!(events().contains(&ended));
		}
	});
}

#[test]
fn one_look_considers_three_and_the_next_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4, 5, 6, 7]);
		for n in 4..8 {
			assert_ok!(place(n, 2, 5_000));
			set_cash(&acc(n), 0);
		}
		assert_ok!(place(2, 10, 5_000));
		block_after(6_000);
		flagged();
		assert_eq!(standing().len(), 2);
		assert!(Liquidation::in_auction(&alice()));
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(standing().len(), 1);
	});
}

#[test]
fn a_price_of_the_bidders_own_that_is_silent_is_not_his_fault() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 2, 5_000));
		silence(2);
		flagged();
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(standing().len(), 1);
		MockPrices::set_state(ETH, PriceState::Valid);
		// He is asked again after ten blocks.
		for _ in 0..9 {
			block_after(6_000);
			assert!(Liquidation::in_auction(&alice()));
		}
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).cash + BOND, 1_000_000 * UNIT - paid(&bob()));
	});
}

/// His account is sound but for an order on what has no price: the ledger refuses the bid for that alone.
#[test]
fn a_silent_price_that_only_his_orders_need_is_not_his_fault_either() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 2, 5_000));
		change(|book| book.silent_orders.insert(bob()));
		flagged();
		assert!(Liquidation::in_auction(&alice()));
		let rests: Vec<_> =
			Backstops::<Test>::get().iter().map(|one| (one.bond, one.rests)).collect();
		assert_eq!(rests, [(BOND, 11)]);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - BOND);
		change(|book| book.silent_orders.clear());
		run(MINUTE_MS);
		assert!(!Liquidation::in_auction(&alice()));
	});
}

/// Account n holds what has no price.
fn silence(n: u8) {
	mark(series(ETH, 10), 7, 10);
	hold(&acc(n), series(ETH, 10), CONTRACT);
	MockPrices::set_state(ETH, PriceState::NoQuorum);
}

/// What a bidder paid for the one sale so far, with the bounty.
fn paid(to: &MarginAccountId) -> Cash {
	let sold = |event: Event<Test>| match event {
		Event::BidTaken { bidder, payment, bounty, .. } if bidder == *to => Some(payment + bounty),
		_ => None,
	};
	events().into_iter().find_map(sold).unwrap()
}

/// E 900,000, R 1,000,000, κ .1: φ is .238…, of which a hundredth is the least. Three that ask for nothing could each
/// take a thousandth of the account.
#[test]
fn those_that_are_too_small_stand_in_nobodys_way() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4, 5, 6]);
		for n in [4, 5, 6] {
			assert_ok!(place(n, 0, 1_000));
		}
		assert_ok!(place(2, 10, 10_000_000));
		set_cash(&alice(), 200_000 * UNIT);
		hold(&alice(), call(), 10_000 * CONTRACT);
		block_after(6_000);
		flagged();
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], 2_380_952_381);
		assert_eq!(standing().len(), 4);
	});
}

/// A part that one could take would leave less than the cutoff; the next takes all.
#[test]
fn those_that_would_leave_dust_stand_in_nobodys_way() {
	ExtBuilder::default().params(|p| p.cutoff = usd(901)).build_and_execute(|| {
		rich(&[4, 5, 6]);
		for n in [4, 5, 6] {
			assert_ok!(place(n, 0, 1_000));
		}
		// R 1,010: not all of it for them.
		mark(call(), 70, 101);
		assert_ok!(place(2, 10, 5_000));
		flagged();
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], 10 * CONTRACT);
	});
}

#[test]
fn those_of_the_owner_are_passed_once() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 4..8 {
			open(&acc(n), who(1), 1_000_000 * UNIT);
			assert_ok!(place_for_owner(1, n));
		}
		assert_ok!(place(2, 10, 5_000));
		block_after(6_000);
		flagged();
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().passed, Some((percent(0), 2)));
		assert!(Liquidation::in_auction(&alice()));
		// The fourth of his, and the next has his turn in the same look.
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], 2_383_980);
		assert_eq!(standing().len(), 5);
	});
}

fn place_for_owner(owner: u8, n: u8) -> DispatchResult {
	let btc: Covered = vec![BTC].try_into().unwrap();
	let origin = RuntimeOrigin::signed(who(owner));
	Liquidation::place_backstop(origin, acc(n), percent(0), usd(5_000), btc)
}

#[test]
fn those_whose_prices_are_silent_block_neither_an_auction_nor_the_next() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4, 5]);
		for n in [4, 5] {
			assert_ok!(place(n, 2, 5_000));
			silence(n);
		}
		assert_ok!(place(2, 10, 5_000));
		open(&acc(6), who(6), 200 * UNIT);
		hold(&acc(6), call(), 10 * CONTRACT);
		block_after(6_000);
		// One look asks one.
		flagged();
		assert!(Liquidation::in_auction(&alice()));
		assert_ok!(flag(&acc(6)));
		assert!(Liquidation::in_auction(&acc(6)));
		// Both rest: each auction's next look is for who can act.
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()) && !Liquidation::in_auction(&acc(6)));
		let rests: Vec<_> = Backstops::<Test>::get().iter().map(|one| one.rests).collect();
		assert_eq!(rests, [12, 12, 0]);
	});
}

/// After those that were passed the cheapest are asked again.
#[test]
fn a_turn_goes_round_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 4..8 {
			open(&acc(n), who(1), 1_000_000 * UNIT);
			assert_ok!(place_for_owner(1, n));
		}
		flagged();
		let passed = || Auctions::<Test>::get(alice()).unwrap().passed;
		let seen: Vec<_> = (0..4).map(|_| (block_after(6_000), passed()).1.unwrap().1).collect();
		assert_eq!(seen, [3, 2, 3, 2]);
		assert_ok!(place(2, 1, 5_000));
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
	});
}

#[test]
fn it_takes_what_it_stands_for_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		hold(&alice(), call(), 100 * CONTRACT);
		set_cash(&alice(), 2_000 * UNIT);
		// E 9000, R 10000: φR is 2380.95, and two stand for 1000 and for 1200.
		rich(&[4]);
		assert_ok!(place(4, 2, 1_000));
		assert_ok!(place(2, 10, 1_200));
		block_after(6_000);
		flagged();
		assert_eq!(holder(&acc(4)).positions[&call()], 10 * CONTRACT);
		// All it stood for: its bond is back.
		assert_eq!(holder(&acc(4)).cash, 1_000_000 * UNIT - 605 * UNIT);
		assert_eq!(standing(), [(2, usd(1_200))]);
		block_after(6_000);
		assert_eq!(holder(&bob()).positions[&call()], 12 * CONTRACT);
		assert_eq!(standing(), []);
		assert_eq!(pot(Pot::Backstops), 0);
		let reason = BackstopEnd::Filled;
		assert!(events().contains(&Event::BackstopEnded { bidder: bob(), reason, fee: 0 }));
		// The rest is still for sale.
		assert!(Liquidation::in_auction(&alice()));
	});
}

#[test]
fn it_takes_its_underlyings_alone() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4]);
		mark(series(ETH, 10), 7, 10);
		hold(&alice(), series(ETH, 10), CONTRACT);
		assert_ok!(place_for(4, 2, 5_000, &[BTC]));
		assert_ok!(place_for(2, 10, 5_000, &[ETH, BTC]));
		flagged();
		assert_eq!(holder(&acc(4)).positions.len(), 0);
		assert_eq!(holder(&bob()).positions.len(), 2);
	});
}

#[test]
fn an_owner_never_takes_his_own_account_by_standing() {
	ExtBuilder::default().build_and_execute(|| {
		open(&acc(4), who(1), 1_000_000 * UNIT);
		let origin = RuntimeOrigin::signed(who(1));
		let btc: Covered = vec![BTC].try_into().unwrap();
		assert_ok!(Liquidation::place_backstop(origin, acc(4), percent(0), usd(9_000), btc));
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(standing(), [(4, usd(9_000))]);
	});
}

#[test]
fn nobody_stands_on_prices_that_nobody_can_check() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		assert_ok!(place(2, 2, 5_000));
		MockPrices::set_state(BTC, PriceState::Stale);
		run(MINUTE_MS);
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(standing().len(), 1);
		MockPrices::set_state(BTC, PriceState::Uncertain);
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
	});
}

#[test]
fn a_large_gain_waits_for_its_authors_too() {
	ExtBuilder::default().build_and_execute(|| {
		MockAuthors::set([50, 51, 52].map(who).to_vec());
		Params::<Test>::mutate(|p| p.kappa_start = percent(30));
		assert_ok!(place(2, 2, 5_000));
		block_after(6_000);
		flagged_with(300, 5, 100);
		block_after(6_000);
		assert!(Liquidation::in_auction(&alice()));
		block_after(6_000);
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(standing().len(), 1);
	});
}

#[test]
fn a_bidder_that_fails_itself_stands_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		rich(&[4]);
		assert_ok!(place(4, 50, 5_000));
		set_cash(&acc(4), -1_500 * UNIT);
		hold(&acc(4), call(), 10 * CONTRACT);
		assert_ok!(flag(&acc(4)));
		assert_eq!(standing(), []);
		// Its bond helps it.
		assert_eq!(holder(&acc(4)).cash, -500 * UNIT);
		assert_noop!(place(4, 50, 5_000), E::BidderInAuction);
	});
}

#[test]
fn what_may_stand() {
	ExtBuilder::default().build_and_execute(|| {
		let place_with = |list: Vec<UnderlyingId>| place_for(2, 2, 5_000, &list);
		assert_noop!(place_with(vec![]), E::InvalidBackstop);
		assert_noop!(place_with(vec![BTC, BTC]), E::InvalidBackstop);
		assert_noop!(place(2, 2, 999), E::InvalidBackstop);
		let other = RuntimeOrigin::signed(who(3));
		let btc: Covered = vec![BTC].try_into().unwrap();
		let refused = DispatchError::Other("may not trade");
		let call = Liquidation::place_backstop(other.clone(), bob(), percent(2), usd(5_000), btc);
		assert_eq!(call, Err(refused));
		// The bond must be there, and free.
		set_cash(&carol(), BOND - 1);
		assert_noop!(place(3, 2, 5_000), DispatchError::Other("bidder lacks margin"));
		set_cash(&carol(), BOND);
		assert_ok!(place(3, 2, 5_000));
		assert_noop!(cancel(2), E::NoBackstop);
		assert_noop!(Liquidation::cancel_backstop(other, bob()), refused);
		assert_ok!(cancel(3));
		assert_eq!((holder(&carol()).cash, pot(Pot::Backstops)), (BOND, 0));
		let reason = BackstopEnd::Cancelled;
		assert_eq!(last_event(), Event::BackstopEnded { bidder: carol(), reason, fee: 0 });
	});
}

#[test]
fn of_too_many_those_that_ask_for_least_stay() {
	ExtBuilder::default().build_and_execute(|| {
		let many = 10..10 + MAX_BACKSTOPS as u8;
		let all: Vec<_> = many.collect();
		rich(&all);
		for n in &all {
			assert_ok!(place(*n, 20, 5_000));
		}
		assert_noop!(place(2, 20, 5_000), E::TooManyBackstops);
		assert_ok!(place(2, 19, 5_000));
		assert_eq!(standing().len(), MAX_BACKSTOPS as usize);
		assert_eq!(standing()[0].0, 2);
		let last = *all.last().unwrap();
		let reason = BackstopEnd::Displaced;
		assert!(events().contains(&Event::BackstopEnded { bidder: acc(last), reason, fee: 0 }));
		assert_eq!(holder(&acc(last)).cash, 1_000_000 * UNIT);
	});
}

#[test]
fn the_bond_of_an_account_that_is_gone_is_the_treasurys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 2, 5_000));
		change(|book| book.accounts.remove(&bob()));
		flagged();
		assert_eq!(standing(), []);
		assert_eq!((pot(Pot::Treasury), pot(Pot::Backstops)), (BOND - FEE, 0));
	});
}

#[test]
fn a_flag_by_which_a_standing_bid_takes_all_is_free() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 2, 5_000));
		let origin = RuntimeOrigin::signed(who(3));
		let paid = Liquidation::flag(origin, alice(), carol()).unwrap();
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(paid.pays_fee, frame_support::dispatch::Pays::No);
	});
}

#[test]
fn a_flag_weighs_a_turn_only_if_somebody_had_it() {
	let weight = |kappa_min| {
		let mut weight = Weight::zero();
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(place(2, kappa_min, 5_000));
			let origin = RuntimeOrigin::signed(who(3));
			let paid = Liquidation::flag(origin, alice(), carol()).unwrap();
			weight = paid.actual_weight.unwrap();
		});
		weight
	};
	// A part of one position, as measured. What is left has healed.
	let backstop = <() as WeightInfo>::backstop;
	let turn = fixed(backstop) + each(backstop) + each(<() as WeightInfo>::end_paid);
	assert_eq!(weight(2) - weight(50), turn);
}

#[test]
fn nobody_loses_his_place_for_an_account_that_does_not_fit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(place(2, 2, 5_000));
		// A griefer's account with more series than the bidder has room for.
		for n in 0..400 {
			hold(&bob(), series(BTC, 1_000 + n), 1);
			hold(&alice(), series(BTC, 2_000 + n), 1);
		}
		flagged();
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(standing().len(), 1);
		assert_eq!(pot(Pot::GlobalPool), 1_000 * UNIT);
	});
}
