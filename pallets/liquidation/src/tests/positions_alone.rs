// SPDX-License-Identifier: GPL-3.0-or-later

//! A source chain stands still: who fails for that alone keeps his collateral, and his positions are sold
//! (RISK.md 6, ADR 27).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_test_kit::MockSources;
use straddle_traits::{AuctionStatus, Ledger, Risk};

type E = Error<Test>;

const CHAIN: SourceId = SourceId(1);
/// What the takers of a share of .619… of ten calls are left with.
const TAKEN: Quantity = 6_190_477;
/// What they get for it: so much of 700 and of .1 × 200, less the bounty.
const PAID: Cash = -445_095_295;

fn halt(stands: bool) {
	MockSources::set(CHAIN, stands);
	block_after(6_000);
}

/// Alice's ten tokens of 100 count for 80 % today and in full at g = 1 (so does the mock). Ten calls short at 70
/// need 20 each: her E is 100 today, 300 at g = 1; her margin is 200.
fn on_a_chain() {
	block_after(6_000);
	MockSources::place(WBTC, CHAIN);
	set_cash(&alice(), 0);
	hold_lot(&alice(), WBTC, 10 * UNIT.unsigned_abs());
	mark(call(), 70, 20);
	hold(&alice(), call(), -10 * CONTRACT);
	halt(true);
}

/// The same with Alice in auction.
fn selling() {
	on_a_chain();
	assert_ok!(flag(&alice()));
	assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Positions);
}

fn ended() -> EndReason {
	let reason = |event| match event {
		Event::AuctionEnded { reason, .. } => Some(reason),
		_ => None,
	};
	events().into_iter().rev().find_map(reason).unwrap()
}

fn lots() -> u128 {
	holder(&alice()).lots.get(&WBTC).copied().unwrap_or(0)
}

fn excess_at_one() -> Money {
	MockLedger::assess_unaged(&alice()).unwrap().maintenance_excess()
}

#[test]
fn row_30_positions_are_sold_and_the_collateral_stays() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		let quote = Liquidation::auction(alice()).unwrap();
		// E 100, R 200, κ .1: P = 80, φ = (230 − 100)/(200·1.05), and the rest counts 800.
		assert_eq!(
			(quote.sale, quote.equity, quote.requirement),
			(Sale::Positions, usd(100), usd(200))
		);
		assert_eq!(quote.price, usd(80));
		assert_eq!(quote.payment, PAID);
		let before = (book().totals(), equity(&alice()), equity(&bob()));
		assert_ok!(bid_for(&alice(), PAID));
		assert_eq!(holder(&bob()).positions[&call()], -TAKEN);
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT - PAID);
		// She owes what she could not pay; her lots are hers, and the pool paid nothing.
		assert_eq!((lots(), pot(Pot::GlobalPool)), (10 * UNIT.unsigned_abs(), 1_000 * UNIT));
		let bounty = 619_047;
		assert_eq!(holder(&alice()).cash, PAID - bounty);
		assert_eq!(holder(&alice()).positions[&call()], -10 * CONTRACT + TAKEN);
		assert_eq!(book().totals(), before.0);
		// He has what she lost, less the bounty: φκR.
		let (lost, gained) = (before.1 - equity(&alice()), equity(&bob()) - before.2);
		assert_eq!(lost - gained, bounty * 10i128.pow(12));
		// At g = 1 she is better off than before, and today she has healed.
		assert!(excess_at_one() > usd(100));
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(ended(), EndReason::Healed);
		assert_eq!(holder(&carol()).cash, bounty);
	});
}

#[test]
fn two_parts_cost_what_one_costs() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		assert_ok!(bid(&alice(), Perbill::from_percent(30), Cash::MAX));
		assert!(Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], -3 * CONTRACT);
		// .3 of 720, less 5 % of .3 of 20.
		assert_eq!(holder(&bob()).cash, 1_000_000 * UNIT + 215_700_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		let sold = -holder(&bob()).positions[&call()];
		assert!((TAKEN..=TAKEN + 1).contains(&sold), "{sold}");
		assert!(!Liquidation::in_auction(&alice()));
	});
}

#[test]
fn when_the_chain_is_back_nothing_more_is_sold() {
	ExtBuilder::default().grace_blocks(5).build_and_execute(|| {
		selling();
		let before = holder(&alice());
		MockSources::set(CHAIN, false);
		// In the very block: the bidder saw a sale that is over.
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::Superseded);
		assert_noop!(take_over(&alice()), E::Superseded);
		block_after(6_000);
		assert_eq!(ended(), EndReason::Superseded);
		assert_eq!(holder(&alice()), before);
		// Who fails all the same, as here, has five blocks; then all of it is for sale, from the start.
		assert_noop!(flag(&alice()), E::GracePeriod);
		run(5 * 6_000);
		assert_ok!(flag(&alice()));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.sale, auction.resumed_ms), (Sale::Whole, 0));
	});
}

#[test]
fn who_fails_at_g_of_one_too_is_sold_as_any_other() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		run(3 * MINUTE_MS);
		// 1,000 − 810 of 200.
		mark(call(), 81, 20);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::Superseded);
		assert_ok!(touch(&alice()));
		assert_eq!(ended(), EndReason::Superseded);
		assert_ok!(flag(&alice()));
		// κ begins anew, for what was not for sale before.
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!((quote.sale, quote.biddable_ms), (Sale::Whole, 0));
		// E 190, R = 190 − (800 − 810 − 200) = 400.
		assert_eq!((quote.equity, quote.requirement), (usd(190), usd(400)));
		// It is sound again at g = 1, but has not healed: it goes on.
		mark(call(), 79, 20);
		assert_ok!(touch(&alice()));
		assert!(Liquidation::in_auction(&alice()));
		// Healed at g = 1: 1,000 − 600 of 200. Today E 400 of R 400 is not.
		mark(call(), 60, 20);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::Superseded);
		assert_ok!(touch(&alice()));
		assert_eq!(ended(), EndReason::Superseded);
		assert_eq!(lots(), 10 * UNIT.unsigned_abs());
	});
}

#[test]
fn within_an_hour_the_same_sale_goes_on_where_it_stopped() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		run(3 * MINUTE_MS);
		mark(call(), 50, 20);
		assert_ok!(touch(&alice()));
		assert_eq!(ended(), EndReason::Healed);
		mark(call(), 70, 20);
		assert_ok!(flag(&alice()));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.sale, auction.resumed_ms), (Sale::Positions, 3 * MINUTE_MS));
	});
}

#[test]
fn what_nobody_wants_the_pool_takes_without_lots() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		let before = book().totals();
		age(&alice(), Params::<Test>::get().take_over_at());
		assert_ok!(take_over(&alice()));
		// P of the positions: −700 − 200, all of it out of her account.
		assert_eq!(holder(&pool()).positions[&call()], -10 * CONTRACT);
		assert!(holder(&pool()).lots.is_empty());
		assert_eq!((holder(&pool()).cash, pot(Pot::GlobalPool)), (900 * UNIT, 1_000 * UNIT));
		assert_eq!((holder(&alice()).cash, lots()), (-900 * UNIT, 10 * UNIT.unsigned_abs()));
		assert_eq!(book().totals(), before);
		// She owes more than her lots count for today, less than they do at g = 1: they stay, and the pool owes
		// nothing.
		assert_eq!(ended(), EndReason::Empty);
		assert_eq!(excess_at_one(), usd(100));
		assert_eq!(Deficit::<Test>::get(), 0);
		// No positions are left to sell, and the chain's pool is empty: her lots are, while she fails today.
		assert_ok!(flag(&alice()));
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Unlent);
		// And when the chain is back, it is as with any debtor.
		change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(95))));
		halt(false);
		assert_eq!(ended(), EndReason::Healed);
		assert_noop!(flag(&alice()), E::NotBelowMaintenance);
	});
}

#[test]
fn standing_bids_take_their_part() {
	ExtBuilder::default().build_and_execute(|| {
		let btc: Covered = vec![BTC].try_into().unwrap();
		let origin = RuntimeOrigin::signed(who(2));
		let kappa = Perbill::from_percent(5);
		assert_ok!(Liquidation::place_backstop(origin, bob(), kappa, usd(9_000), btc));
		on_a_chain();
		let bob_had = holder(&bob()).cash;
		assert_ok!(flag(&alice()));
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!(holder(&bob()).positions[&call()], -TAKEN);
		assert_eq!(holder(&bob()).cash - bob_had, -PAID);
		assert!(holder(&bob()).lots.is_empty());
		// He took 123.8 of the requirement.
		let left = Backstops::<Test>::get()[0].left;
		assert!(left < usd(8_877) && left > usd(8_876), "{left:?}");
	});
}

#[test]
fn an_owner_draws_nothing_on_lots_that_nobody_can_reach() {
	ExtBuilder::default().build_and_execute(|| {
		selling();
		open(&acc(4), who(1), 10_000 * UNIT);
		let origin = || RuntimeOrigin::signed(who(1));
		let drawn = Liquidation::bid(origin(), alice(), acc(4), 0, ALL, Cash::MAX);
		assert_noop!(drawn.map_err(|e| e.error), E::OwnerAgainstPool);
		// With his own cash he may.
		set_cash(&alice(), 20 * UNIT);
		let part = Perbill::from_percent(2);
		assert_ok!(Liquidation::bid(origin(), alice(), acc(4), 0, part, Cash::MAX));
	});
}

#[test]
fn while_another_chain_of_hers_has_just_come_back_additions_go_first() {
	ExtBuilder::default().grace_blocks(5).build_and_execute(|| {
		let (ether, other) = (CollateralId(2), SourceId(2));
		MockSources::place(ether, other);
		MockSources::set(other, true);
		change(|book| book.lots.insert(ether, (usd(1), Perbill::from_percent(80))));
		hold_lot(&alice(), ether, 1);
		on_a_chain();
		MockSources::set(other, false);
		for _ in 0..5 {
			assert_noop!(flag(&alice()), E::GracePeriod);
			block_after(6_000);
		}
		assert_ok!(flag(&alice()));
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Positions);
	});
}

#[test]
fn long_options_are_no_risk_to_be_sold_alone() {
	ExtBuilder::default().build_and_execute(|| {
		on_a_chain();
		// A debt beyond what the lots count for today, and options that need no margin.
		set_cash(&alice(), -900 * UNIT);
		mark(call(), 5, 0);
		hold(&alice(), call(), CONTRACT);
		assert_ok!(flag(&alice()));
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Unlent);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	/// Any account that fails for a chain alone, any bids at any time, the chain back or prices worse at any
	/// time: no lot leaves while positions alone are sold, no value is made, the pool pays nothing, she is never worse
	/// off at g = 1 by a sale, her debt is backed by lots, and the auction ends.
	#[test]
	fn collateral_is_never_taken_for_a_chain_alone(
		held in proptest::collection::vec((0..3_000i64, 1..2_000i64, -50_000_000..0i64), 1..5),
		long in proptest::option::of((1..3_000i64, 1..20_000_000i64)),
		weight in 0..95u8, short_of in 1..100i64,
		steps in proptest::collection::vec((0..8u8, 1..1_000_000_000u32), 1..24),
	) {
		let mut ext = ExtBuilder::default().params(|p| p.cutoff = usd(0)).build();
		ext.execute_with(|| {
			block_after(6_000);
			change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
			set_cash(&bob(), 1_000_000_000 * UNIT);
			set_pot(Pot::GlobalPool, 10_000_000 * UNIT);
			set_cash(&alice(), 0);
			for (n, (price, margin, quantity)) in held.iter().enumerate() {
				let one = series(if n % 2 == 0 { BTC } else { ETH }, n as u64);
				mark(one, *price, *margin);
				hold(&alice(), one, *quantity);
			}
			if let Some((price, quantity)) = long {
				mark(series(BTC, 90), price, 0);
				hold(&alice(), series(BTC, 90), quantity);
			}
			MockSources::place(WBTC, CHAIN);
			change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(weight.into()))));
			hold_lot(&alice(), WBTC, 1_000_000_000);
			// Lots are worth 100,000: cash so that at g = 1 she has a part of what they lose today to spare.
			let is = MockLedger::assess_unaged(&alice()).unwrap().maintenance_excess().into_inner();
			let loses = (100 - i128::from(weight)) * 1_000 * 10i128.pow(18);
			let spare = loses * i128::from(100 - short_of) / 100;
			set_cash(&alice(), (spare - is) / 10i128.pow(12));
			halt(true);
			prop_assume!(flag(&alice()).is_ok());
			prop_assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Positions);
			let (before, pool_had) = (book().totals(), pot(Pot::GlobalPool));
			for (step, number) in steps {
				let Some(auction) = Auctions::<Test>::get(alice()) else { break };
				if auction.sale.is_whole() {
					break;
				}
				let (spare, worth) = (excess_at_one(), equity(&alice()));
				let (bob_had, kappa) = (equity(&bob()), Liquidation::auction(alice()).map(|q| q.kappa));
				let mut moved = false;
				match step {
					0..=2 => {
						let _ = bid(&alice(), Perbill::from_parts(number), Cash::MAX);
					},
					3 => drop(bid(&alice(), ALL, Cash::MAX)),
					4 => age(&alice(), auction.clock.banked_ms.max(
						Liquidation::biddable_ms(alice()).unwrap()) + u64::from(number % 30) * MINUTE_MS),
					5 => drop(take_over(&alice())),
					6 => {
						moved = true;
						let (price, margin, _) = held[0];
						mark(series(BTC, 0), price * i64::from(900 + number % 200) / 1_000, margin);
					},
					_ => block_after(6_000),
				}
				prop_assert_eq!(lots(), 1_000_000_000);
				prop_assert_eq!(&book().totals(), &before);
				if !moved {
					let dust = Money::from_inner(10i128.pow(13));
					prop_assert!(excess_at_one() + dust >= spare, "{:?} {spare:?}", excess_at_one());
					// Nobody gains more than she loses.
					let (lost, gained) = (worth - equity(&alice()), equity(&bob()) - bob_had);
					prop_assert!(gained <= lost + 10i128.pow(13), "{gained} {lost} {kappa:?}");
				}
				prop_assert!(pot(Pot::GlobalPool) + MockLedger::cash(&pool()).min(0) >= 0);
				prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
			}
			// What the pool's account was given for long options it has at their marks.
			let pools = MockLedger::owner(&pool()).map_or(0, |_| equity(&pool()));
			let gave = (pool_had - pot(Pot::GlobalPool)) * 10i128.pow(12);
			prop_assert!(pools + 10i128.pow(13) >= gave, "{pools} {gave}");
			if Auctions::<Test>::get(alice()).is_some_and(|one| one.sale == Sale::Positions) {
				age(&alice(), 1_000 * MINUTE_MS);
				let ends = take_over(&alice()).is_ok() || touch(&alice()).is_ok();
				prop_assert!(ends && !Liquidation::in_auction(&alice()));
				prop_assert_eq!(lots(), 1_000_000_000);
			}
			// At g = 1 a debt is backed by lots at their weight.
			let is = MockLedger::assess_unaged(&alice()).unwrap();
			if holder(&alice()).positions.is_empty() {
				prop_assert!(is.cash + is.lots.maintenance >= usd(0) - Money::from_inner(10i128.pow(13)));
			}
			Ok(())
		})?;
	}
}
