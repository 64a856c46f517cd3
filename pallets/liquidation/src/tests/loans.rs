// SPDX-License-Identifier: GPL-3.0-or-later

//! A source chain stands still, and nothing but lots on it is left of an account: the chain's pool lends (RISK.md 6,
//! ADR 35).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::{DispatchResult, FixedPointNumber, Perbill};
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_test_kit::MockSources;
use straddle_traits::{AuctionStatus, ChainPools, Ledger, Risk};

type E = Error<Test>;

const CHAIN: SourceId = SourceId(1);
const OTHER: SourceId = SourceId(2);
const ETHER: CollateralId = CollateralId(2);
const TEN: u128 = 10_000_000;

fn halt(chain: SourceId, stands: bool) {
	MockSources::set(chain, stands);
	block_after(6_000);
}

/// Alice owes 900 and has ten tokens of 100, of which 80 % count today and all at g = 1. Their chain's pool has 2,000,
/// half of which it may lend.
fn stranded() {
	block_after(6_000);
	MockSources::place(WBTC, CHAIN);
	change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
	set_cash(&alice(), -900 * UNIT);
	hold_lot(&alice(), WBTC, TEN);
	set_pot(Pot::ChainPool(CHAIN), 2_000 * UNIT);
	MockSources::set(CHAIN, true);
	LoanRules::<Test>::mutate(|rules| rules.redeem_ms = HOUR_MS);
	Liquidation::watch_halts(&params(), false, None);
}

/// The same, and the pool has lent.
fn lent() {
	stranded();
	assert_ok!(flag(&alice()));
	assert!(loan().is_some());
}

fn loan() -> Option<Loan> {
	Loans::<Test>::get(alice(), CHAIN)
}

fn pledge() -> MarginAccountId {
	MarginAccountId::derive(&Default::default(), &pledge_owner(&alice(), CHAIN), 0)
}

fn due() -> Cash {
	Liquidation::loan_due(&loan().unwrap()).unwrap()
}

fn lots(of: &MarginAccountId) -> u128 {
	holder(of).lots.get(&WBTC).copied().unwrap_or(0)
}

fn redeem(n: u8) -> DispatchResult {
	Liquidation::redeem(RuntimeOrigin::signed(who(n)), alice(), CHAIN)
}

/// Lots are sold at 1 % below however long it takes.
fn flat() -> ExtBuilder {
	ExtBuilder::default().params(|p| p.lot_discount_end = p.lot_discount_start)
}

fn update() -> DispatchResult {
	Liquidation::update_loan(RuntimeOrigin::signed(who(5)), alice(), CHAIN)
}

/// The chain is back, and its lots count in full.
fn comes_back() {
	change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(95))));
	halt(CHAIN, false);
	block_after(6_000);
}

fn buy(amount: u128) -> DispatchResult {
	let state_id = LotAuctions::<Test>::get(pledge()).map_or(0, |sale| sale.state_id);
	let origin = RuntimeOrigin::signed(who(2));
	Liquidation::bid_lots(origin, pledge(), bob(), state_id, WBTC, amount, Cash::MAX)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

/// Interest of a part of what is owed.
fn accrue(percent: u128) {
	change(|book| book.debt_index += percent * WAD.unsigned_abs() / 100);
}

/// An hour in blocks as far apart as they may be without a halt.
fn an_hour() {
	(0..124).for_each(|_| block_after(30_000));
}

fn is_for_sale() -> bool {
	LotAuctions::<Test>::contains_key(pledge())
}

fn pool_has() -> Cash {
	pot(Pot::ChainPool(CHAIN))
}

#[test]
fn the_pool_lends_what_is_lacking_and_has_the_claim_in_pledge() {
	ExtBuilder::default().build_and_execute(|| {
		stranded();
		let before = book().totals();
		assert_ok!(Liquidation::flaggable(alice()));
		let origin = RuntimeOrigin::signed(who(3));
		let done = Liquidation::flag(origin, alice(), carol()).unwrap();
		assert_eq!(done.pays_fee, frame_support::dispatch::Pays::No);
		// Nothing is sold. She owes the pool what she owed all creditors; the lots are in one place.
		assert!(!Liquidation::in_auction(&alice()));
		assert_eq!((holder(&alice()).cash, lots(&alice())), (0, 0));
		assert_eq!((holder(&pledge()).cash, lots(&pledge())), (0, TEN));
		assert_eq!((pool_has(), Lent::<Test>::get(CHAIN)), (1_100 * UNIT, 900 * UNIT));
		assert_eq!(book().totals().1, before.1);
		assert_eq!(book().totals().0, before.0);
		let (account, source, pledge) = (alice(), CHAIN, pledge());
		let (lots, amount, principal) = (vec![(WBTC, TEN)], 900 * UNIT, 900 * UNIT);
		let told = Event::Lent { account, source, pledge: pledge.clone(), lots, amount, principal };
		assert!(events().contains(&told));
		assert!(<Liquidation as ChainPools>::is_pledge(&pledge));
		assert_noop!(flag(&alice()), E::NotBelowMaintenance);
		let view = &Liquidation::loans(alice())[0];
		assert_eq!((view.due, view.left_ms, view.lots.len()), (900 * UNIT, None, 1));
	});
}

#[test]
fn after_the_chain_is_back_the_owner_has_a_day_to_pay_with_interest() {
	ExtBuilder::default().build_and_execute(|| {
		lent();
		LoanRules::<Test>::kill();
		accrue(2);
		run(DAY_MS / 100);
		assert_eq!(loan().unwrap().until, None);
		comes_back();
		assert_eq!(due(), 918 * UNIT);
		assert_eq!(Liquidation::loans(alice())[0].left_ms, Some(DAY_MS - 6_000));
		assert_noop!(redeem(2), sp_runtime::DispatchError::Other("may not trade"));
		set_cash(&alice(), 1_000 * UNIT);
		assert_ok!(redeem(1));
		assert_eq!((holder(&alice()).cash, lots(&alice())), (82 * UNIT, TEN));
		assert_eq!((pool_has(), Lent::<Test>::get(CHAIN)), (2_018 * UNIT, 0));
		assert_eq!((loan(), Pledges::<Test>::iter().count()), (None, 0));
		assert_noop!(redeem(1), E::NoLoan);
	});
}

#[test]
fn he_may_pay_on_the_credit_of_what_he_gets_back() {
	ExtBuilder::default().build_and_execute(|| {
		lent();
		// While the chain stands still, too, if that leaves him no worse off: 800 for 900 would.
		assert_noop!(redeem(1), E::MarginWorse);
		comes_back();
		assert_ok!(redeem(1));
		assert_eq!((holder(&alice()).cash, lots(&alice())), (-900 * UNIT, TEN));
		assert_eq!(pool_has(), 2_000 * UNIT);
	});
}

#[test]
fn what_is_not_redeemed_is_sold_as_a_debtors_lots_and_the_rest_is_his() {
	flat().build_and_execute(|| {
		lent();
		comes_back();
		assert_noop!(buy(TEN), E::NotInAuction);
		run(HOUR_MS - 18_000);
		assert!(!is_for_sale());
		run(24_000);
		assert!(is_for_sale());
		let before = book().totals();
		// From 1 % below: 900 of 99 each.
		assert_ok!(buy(4_000_000));
		assert_eq!((pool_has(), due()), ((1_100 + 396) * UNIT, 504 * UNIT));
		// He may still pay for what is left.
		assert_ok!(buy(TEN));
		let sold = 4_000_000 + 5_090_910;
		assert_eq!((lots(&bob()), lots(&alice())), (sold, TEN - sold));
		assert_eq!((loan(), is_for_sale()), (None, false));
		assert_eq!((pool_has(), Lent::<Test>::get(CHAIN)), (2_000 * UNIT, 0));
		// What rounding paid above is his.
		assert_eq!(holder(&alice()).cash, 90);
		assert_eq!(book().totals(), before);
		let ended = Event::LoanEnded { account: alice(), source: CHAIN, lost: 0 };
		assert!(events().contains(&ended));
	});
}

#[test]
fn until_it_is_sold_he_may_pay() {
	flat().build_and_execute(|| {
		lent();
		comes_back();
		an_hour();
		assert_ok!(buy(4_000_000));
		set_cash(&alice(), 504 * UNIT);
		assert_ok!(redeem(1));
		assert_eq!((holder(&alice()).cash, lots(&alice())), (0, 6_000_000));
		assert!(!is_for_sale());
		assert_eq!(LotAuctionCount::<Test>::get(), 0);
	});
}

#[test]
fn a_chain_that_stands_still_again_gives_him_a_new_day() {
	ExtBuilder::default().build_and_execute(|| {
		lent();
		comes_back();
		an_hour();
		assert!(is_for_sale());
		MockSources::set(CHAIN, true);
		assert_noop!(buy(TEN), E::SourceHalted);
		block_after(6_000);
		assert!(!is_for_sale());
		assert_eq!(loan().unwrap().until, None);
		halt(CHAIN, false);
		block_after(6_000);
		assert_eq!(Liquidation::loans(alice())[0].left_ms, Some(HOUR_MS - 6_000));
		// Anyone may bring it up to date.
		run(HOUR_MS - 12_000);
		assert_noop!(update(), E::NothingToDo);
	});
}

#[test]
fn without_room_in_the_pool_the_lots_are_sold() {
	ExtBuilder::default().build_and_execute(|| {
		stranded();
		set_pot(Pot::ChainPool(CHAIN), 1_799 * UNIT);
		assert_ok!(flag(&alice()));
		assert_eq!((loan(), pool_has()), (None, 1_799 * UNIT));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!(auction.sale, Sale::Unlent);
		// E 100, R = 100 − (−100) = 200, as of any account: at g = 1 it would have healed, and that ends nothing.
		let quote = Liquidation::auction(alice()).unwrap();
		assert_eq!((quote.equity, quote.requirement), (usd(100), usd(200)));
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		assert!(lots(&bob()) > 0);
		// What was repaid counts.
		assert!(!Liquidation::in_auction(&alice()));
		let is = MockLedger::assess(&alice(), Lens::Latest).unwrap();
		assert!(!is.maintenance_excess().is_negative());
	});
}

#[test]
fn a_second_loan_adds_to_the_first() {
	ExtBuilder::default().build_and_execute(|| {
		lent();
		accrue(1);
		comes_back();
		// She took more on the chain, and it stands still again.
		set_cash(&alice(), -90 * UNIT);
		hold_lot(&alice(), WBTC, 1_000_000);
		change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(80))));
		halt(CHAIN, true);
		assert!(flag(&alice()).is_ok() || loan().unwrap().principal > 900 * UNIT);
		assert_eq!((due(), loan().unwrap().until), ((909 + 90) * UNIT, None));
		assert_eq!(
			(lots(&pledge()), lots(&alice()), holder(&alice()).cash),
			(TEN + 1_000_000, 0, 0)
		);
		assert_eq!((pool_has(), Lent::<Test>::get(CHAIN)), (1_010 * UNIT, 999 * UNIT));
	});
}

#[test]
fn of_two_chains_each_pool_lends_on_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		stranded();
		MockSources::place(ETHER, OTHER);
		change(|book| book.lots.insert(ETHER, (usd(100), Perbill::from_percent(80))));
		hold_lot(&alice(), ETHER, TEN);
		set_cash(&alice(), -1_900 * UNIT);
		MockSources::set(OTHER, true);
		Liquidation::watch_halts(&params(), false, None);
		// The first may lend all that the claim is worth at g = 1, the other has nothing: then neither does.
		let lend = || {
			Liquidation::try_lend(&mut MockLedger::session(), &alice(), &MockLedger::lots(&alice()))
		};
		assert!(!lend());
		assert_eq!((pool_has(), lots(&alice())), (2_000 * UNIT, TEN));
		set_pot(Pot::ChainPool(OTHER), 2_000 * UNIT);
		assert!(lend());
		assert_eq!((holder(&alice()).cash, holder(&alice()).lots.len()), (0, 0));
		assert_eq!([CHAIN, OTHER].map(Lent::<Test>::get), [1_000 * UNIT, 900 * UNIT]);
		assert_eq!(Liquidation::loans(alice()).len(), 2);
	});
}

#[test]
fn what_is_not_needed_of_other_chains_stays() {
	ExtBuilder::default().build_and_execute(|| {
		stranded();
		// Ether lies on a chain that runs.
		MockSources::place(ETHER, OTHER);
		change(|book| book.lots.insert(ETHER, (usd(100), Perbill::from_percent(80))));
		hold_lot(&alice(), ETHER, 1_000_000);
		set_cash(&alice(), -900 * UNIT);
		assert_ok!(flag(&alice()));
		// 80 of what she owes are backed by it.
		assert_eq!(holder(&alice()).cash, -80 * UNIT);
		assert_eq!(loan().unwrap().principal, 820 * UNIT);
		let is = MockLedger::assess(&alice(), Lens::Latest).unwrap();
		assert_eq!(is.maintenance_excess(), usd(0));
	});
}

#[test]
fn positions_are_sold_first() {
	ExtBuilder::default().build_and_execute(|| {
		stranded();
		// 70 each and 20 margin: she fails by 100 today, and has 100 to spare at g = 1.
		set_cash(&alice(), 0);
		mark(call(), 70, 20);
		hold(&alice(), call(), -10 * CONTRACT);
		assert_ok!(flag(&alice()));
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Positions);
		age(&alice(), Params::<Test>::get().take_over_at());
		assert_ok!(take_over(&alice()));
		// What the pool took at κ = 1 left a debt of 900.
		assert_eq!((holder(&alice()).cash, loan()), (-900 * UNIT, None));
		assert_ok!(flag(&alice()));
		assert_eq!(loan().unwrap().principal, 900 * UNIT);
	});
}

#[test]
fn what_the_claim_does_not_bring_the_pool_bears() {
	flat().build_and_execute(|| {
		lent();
		comes_back();
		an_hour();
		// 50 each, and 47.5 count: 49.5 is the price.
		change(|book| book.lots.insert(WBTC, (usd(50), Perbill::from_percent(95))));
		assert_ok!(buy(TEN));
		assert_eq!((pool_has(), loan(), is_for_sale()), (1_595 * UNIT, None, false));
		let ended = Event::LoanEnded { account: alice(), source: CHAIN, lost: 405 * UNIT };
		assert!(events().contains(&ended));
		assert_eq!((holder(&alice()).cash, Lent::<Test>::get(CHAIN)), (0, 0));
	});
}

#[test]
fn what_is_made_good_of_a_pledge_pays_its_loan() {
	ExtBuilder::default().build_and_execute(|| {
		lent();
		// A vault lost two of the tokens, and the pool paid for them.
		hold_lot(&pledge(), WBTC, 8_000_000);
		assert_ok!(Liquidation::pay_undelivered(CHAIN, &pledge(), 200 * UNIT));
		assert_ok!(update());
		assert_eq!((pool_has(), due()), (1_100 * UNIT, 700 * UNIT));
		// The rest is paid, too: what is left is hers.
		assert_ok!(Liquidation::pay_undelivered(CHAIN, &pledge(), 750 * UNIT));
		block_after(6_000);
		assert_eq!((holder(&alice()).cash, lots(&alice()), loan()), (50 * UNIT, 8_000_000, None));
	});
}

#[test]
fn who_closed_his_account_finds_the_rest_when_he_opens_it_again() {
	flat().build_and_execute(|| {
		lent();
		comes_back();
		an_hour();
		change(|book| book.accounts.remove(&alice()));
		assert_ok!(buy(TEN));
		assert_eq!(
			(pool_has(), loan().unwrap().principal, is_for_sale()),
			(2_000 * UNIT, 0, false)
		);
		run(MINUTE_MS);
		assert!(!is_for_sale());
		open(&alice(), who(1), 0);
		block_after(6_000);
		assert_eq!((loan(), lots(&alice())), (None, 909_090));
	});
}

#[test]
fn only_governance_sets_bounded_parameters() {
	ExtBuilder::default().build_and_execute(|| {
		let params = LoanParams { redeem_ms: 2 * DAY_MS, most_lent: Perbill::from_percent(20) };
		let set = |origin, params| Liquidation::set_loan_params(origin, params);
		assert_noop!(
			set(RuntimeOrigin::signed(who(1)), params),
			sp_runtime::DispatchError::BadOrigin
		);
		for redeem_ms in [0, HOUR_MS - 1, 31 * DAY_MS] {
			let bad = LoanParams { redeem_ms, ..params };
			assert_noop!(set(RuntimeOrigin::signed(who(101)), bad), E::InvalidLoanParams);
		}
		assert_ok!(set(RuntimeOrigin::signed(who(101)), params));
		assert_eq!(last_event(), Event::LoanParamsSet { params });
		set_pot(Pot::ChainPool(CHAIN), 100);
		assert_eq!(Liquidation::room(CHAIN), 20);
	});
}

#[test]
fn what_chains_lent_sums_up() {
	let broken = |undo: fn()| {
		ExtBuilder::default().build().execute_with(|| {
			lent();
			assert_eq!(Liquidation::do_try_state(), Ok(()));
			undo();
			let error = Liquidation::do_try_state().unwrap_err();
			assert!(format!("{error:?}").contains("loans: "), "{error:?}");
		})
	};
	broken(|| Lent::<Test>::insert(CHAIN, 1));
	broken(|| Pledges::<Test>::remove(pledge()));
	broken(|| Pledges::<Test>::insert(bob(), (alice(), OTHER)));
	broken(|| set_cash(&pledge(), -1));
	broken(|| hold(&pledge(), call(), 1));
	broken(|| drop(change(|book| book.accounts.remove(&pledge()))));
	broken(|| LoanRules::<Test>::put(LoanParams { redeem_ms: 0, ..Default::default() }));
	broken(|| {
		Loans::<Test>::mutate(alice(), CHAIN, |loan| loan.as_mut().unwrap().principal -= 1);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(12))]

	/// Whatever happens: no cash or lot is made, what a pool has and has lent only changes by interest and by what a
	/// pledge did not bring, lots are in one place, and each loan ends.
	#[test]
	fn a_pool_loses_nothing_but_what_claims_do_not_bring(
		debt in 801..1_000i128, room in 0..4_000i128, most in 0..=100u8,
		steps in proptest::collection::vec((0..9u8, 1..1_000_000_000u32), 1..40),
	) {
		let mut ext = ExtBuilder::default().params(|p| p.cutoff = usd(0)).build();
		ext.execute_with(|| {
			stranded();
			set_cash(&alice(), -debt * UNIT);
			set_pot(Pot::ChainPool(CHAIN), room * UNIT);
			LoanRules::<Test>::put(LoanParams { redeem_ms: HOUR_MS, most_lent: Perbill::from_percent(most.into()) });
			let totals = book().totals();
			let mut weight = 80;
			for (step, number) in steps {
				let before = pool_has() + loan().map_or(0, |_| due());
				let counted = events().len();
				match step {
					0 => drop(flag(&alice())),
					1 => drop(redeem(1)),
					2 => drop(buy(u128::from(number) % TEN + 1)),
					3 => {
						let stands = number % 2 == 0;
						weight = if stands { 80 } else { 95 };
						halt(CHAIN, stands);
					},
					4 => {
						let price = 40 + i64::from(number % 100);
						change(|book| book.lots.insert(WBTC, (usd(price), Perbill::from_percent(weight))));
					},
					5 => (0..30).for_each(|_| block_after(30_000)),
					6 => drop(bid(&alice(), Perbill::from_parts(number), Cash::MAX)),
					7 => drop(update()),
					_ => {
						// Interest, which the mock takes from nobody else.
						change(|book| book.debt_index += u128::from(number) * 10_000_000);
					},
				}
				let (_, held, _) = book().totals();
				prop_assert_eq!(&held, &totals.1);
				prop_assert_eq!(book().totals().0, totals.0);
				prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
				let lost: Cash = events()[counted.min(events().len())..].iter().map(|event| match event {
					Event::LoanEnded { lost, .. } => *lost,
					_ => 0,
				}).sum();
				let after = pool_has() + loan().map_or(0, |_| due());
				// Interest adds, and rounds up each time that it is booked.
				prop_assert!(after + lost >= before, "{step} {before} {after} {lost}");
				if step != 8 {
					prop_assert!(after + lost <= before + 3, "{step} {before} {after} {lost}");
				}
				prop_assert!(loan().is_none() || after <= (room + debt) * UNIT * 2);
			}
			// The chain comes back for good, and somebody buys.
			change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(95))));
			halt(CHAIN, false);
			an_hour();
			for _ in 0..3 {
				let _ = buy(TEN);
			}
			prop_assert_eq!(loan(), None);
			prop_assert!(!is_for_sale());
			prop_assert_eq!(Lent::<Test>::get(CHAIN), 0);
			Ok(())
		})?;
	}
}
