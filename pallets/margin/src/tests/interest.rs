// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{cash::SCALE, mock::*, *};
use frame_support::assert_ok;

type Problem = Error<Test>;

const YEAR_MS: Moment = 365 * DAY_MS;

/// A creditor with 1,000, a debtor with −500 and a pool that has the rest: utilisation one third.
fn market() -> (MarginAccountId, MarginAccountId) {
	let (creditor, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 0));
	let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-500 * USD);
	assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 500 * USD)));
	block_after(0);
	(creditor, debtor)
}

fn touch(account: &MarginAccountId) {
	assert_ok!(Margin::book(Journal::of(vec![Entry::new(account.clone(), Rule::Credit)])));
}

#[test]
fn utilisation_is_what_is_lent_of_what_would_be_here() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Totals::<Test>::get().utilisation(), Ok(0));
		market();
		// 500 of 1,500, rounded up; the curve's slope below the kink is 1/8.
		let third = 333_333_333_333_333_334;
		assert_eq!(Totals::<Test>::get().utilisation(), Ok(third));
		let market = Margin::cash_market().expect("a market");
		assert_eq!(market.utilisation, FixedU128::from_inner(third as u128));
		assert_eq!(market.borrow_rate, FixedU128::from_inner(41_666_666_666_666_667));
		// Half of the creditors' cash is lent: they earn half the rate.
		assert_eq!(market.lend_rate, FixedU128::from_inner(20_833_333_333_333_333));
	});
}

#[test]
fn an_hour_of_interest_to_the_last_digit() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, debtor) = market();
		block_after(HOUR_MS);
		// ⌈41666666666666667 · 3600000 / 31536000000⌉, and half of it rounded down.
		let indexes = Interest::<Test>::get();
		assert_eq!(indexes.borrow, 4_756_468_797_565);
		assert_eq!(indexes.lend, 2_378_234_398_782);
		let totals = Totals::<Test>::get();
		assert_eq!(totals.owed, 4_756_468_797_565 * 500_000_000);
		assert_eq!(totals.earned, 2_378_234_398_782 * 1_000_000_000);
		// 2378.23 of the smallest units: the debtor pays 2379, the creditor gets 2378.
		assert_eq!(account(&debtor).cash, -500 * USD);
		assert_eq!(Margin::cash(&debtor), -500 * USD - 2_379);
		assert_eq!(Margin::cash(&creditor), 1_000 * USD + 2_378);
		touch(&creditor);
		touch(&debtor);
		assert_eq!(account(&debtor).cash, -500 * USD - 2_379);
		assert_eq!(account(&creditor).cash, 1_000 * USD + 2_378);
		let totals = Totals::<Test>::get();
		assert_eq!((totals.owed, totals.earned, totals.interest), (0, 0, 1));
		// The unit between them is rounding's, with the next accrual.
		block_after(0);
		assert_eq!(Margin::pot(Pot::Rounding), 1);
		assert_eq!(Totals::<Test>::get().interest, 0);
	});
}

#[test]
fn creditors_may_be_touched_long_before_debtors() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, debtor) = market();
		for _ in 0..50 {
			block_after(HOUR_MS);
			touch(&creditor);
			assert!(Margin::pot(Pot::Rounding) >= 0);
			Margin::do_try_state().expect("2 holds while interest is on its way");
		}
		// What creditors were paid stands against what debtors owe.
		assert!(Totals::<Test>::get().interest < -100_000);
		touch(&debtor);
		block_after(0);
		let totals = Totals::<Test>::get();
		assert!(totals.interest >= 0 && totals.left_over() < Some(SCALE as i128));
		assert!(Margin::pot(Pot::Rounding) > 0);
	});
}

#[test]
fn a_gap_above_an_hour_accrues_an_hour_and_time_never_goes_back() {
	ExtBuilder.build_and_execute(|| {
		market();
		block_after(HOUR_MS);
		let hour = Interest::<Test>::get().borrow;
		block_after(5 * DAY_MS);
		assert_eq!(Interest::<Test>::get().borrow, 2 * hour);
		let at = Interest::<Test>::get().at;
		Clock::set(START);
		block_after(0);
		assert_eq!(
			Interest::<Test>::get(),
			Indexes { borrow: 2 * hour, at, ..Interest::<Test>::get() }
		);
	});
}

#[test]
fn nothing_accrues_before_the_first_time_or_without_debt() {
	ExtBuilder.build_and_execute(|| {
		open(ALICE, 0, 1_000);
		block_after(HOUR_MS);
		block_after(HOUR_MS);
		let at = START + 2 * HOUR_MS;
		assert_eq!(Interest::<Test>::get(), Indexes { borrow: 0, lend: 0, at });
	});
}

#[test]
fn a_block_without_room_accrues_later() {
	ExtBuilder.build_and_execute(|| {
		market();
		let before = Interest::<Test>::get();
		Clock::advance(MINUTE_MS);
		use frame_support::weights::{Weight, WeightMeter};
		Margin::tick(&mut WeightMeter::with_limit(Weight::zero()));
		assert_eq!(Interest::<Test>::get(), before);
		let mut meter = WeightMeter::new();
		Margin::tick(&mut meter);
		assert_eq!(meter.consumed(), <() as WeightInfo>::accrue());
		assert_eq!(Interest::<Test>::get().at, before.at + MINUTE_MS);
	});
}

#[test]
fn who_lends_all_earns_a_hundred_per_cent() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 0));
		let out = Entry::new(debtor.clone(), Rule::Forced).cash(-1_000 * USD);
		let mut journal = Journal { cash_in: -900 * USD, ..Journal::of(vec![out]) };
		journal = journal.pot(Pot::GlobalPool, 100 * USD);
		assert_ok!(Margin::book(journal));
		block_after(0);
		// 1,000 of 1,100 lent: 0.1 + 0.9 · (0.90909… − 0.8) / 0.2.
		let market = Margin::cash_market().expect("a market");
		assert_eq!(market.borrow_rate, FixedU128::from_inner(590_909_090_909_090_910));
		assert_eq!(market.lend_rate, market.borrow_rate);
		for _ in 0..24 {
			block_after(HOUR_MS);
		}
		let day = 1_000 * USD * 590_909 / 1_000_000 / 365;
		let earned = Margin::cash(&creditor) - 1_000 * USD;
		assert!((earned - day).abs() < 10, "{earned} of {day}");
		assert!(-Margin::cash(&debtor) - 1_000 * USD >= earned);
	});
}

#[test]
fn a_change_of_the_curve_charges_the_time_so_far_at_the_old_one() {
	ExtBuilder.build_and_execute(|| {
		market();
		Clock::advance(HOUR_MS);
		let mut params = RiskParams::default();
		params.curve.base = FixedU128::from_rational(5, 100);
		assert_ok!(Margin::set_params(RuntimeOrigin::root(), params));
		assert_eq!(Interest::<Test>::get().borrow, 4_756_468_797_565);
	});
}

#[test]
fn an_account_whose_interest_is_not_paid_out_is_not_empty() {
	ExtBuilder.build_and_execute(|| {
		let (creditor, _) = market();
		block_after(HOUR_MS);
		let all = Margin::cash(&creditor);
		assert_ok!(Margin::transfer_cash(
			origin(ALICE),
			creditor.clone(),
			open(ALICE, 1, 0),
			1_000_000_000
		));
		let closed = Margin::close_account(origin(ALICE), creditor.clone());
		assert_eq!(closed, Err(Problem::AccountNotEmpty.into()));
		assert_eq!(Margin::cash(&creditor), all - 1_000 * USD);
		assert_ok!(withdraw(&creditor, all - 1_000 * USD));
		assert_ok!(Margin::close_account(origin(ALICE), creditor));
	});
}

#[test]
fn interest_is_simple_while_nobody_is_touched() {
	ExtBuilder.build_and_execute(|| {
		let (_, debtor) = market();
		for _ in 0..24 {
			block_after(HOUR_MS);
		}
		// Nobody is touched, so the totals and the rate stay.
		let day = 500 * USD * 41_666_667 / 1_000_000_000 * DAY_MS as i128 / YEAR_MS as i128;
		let owed = -Margin::cash(&debtor) - 500 * USD;
		assert!((owed - day).abs() <= 1, "{owed} of {day}");
	});
}
