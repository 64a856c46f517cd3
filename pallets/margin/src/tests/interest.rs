// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{cash::SCALE, mock::*, *};
use frame_support::{
	assert_ok,
	weights::{Weight, WeightMeter},
};

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
		let day = Interest::<Test>::get().day;
		assert_eq!(Interest::<Test>::get(), Indexes { at, day, ..Default::default() });
	});
}

#[test]
fn a_block_without_room_accrues_later() {
	ExtBuilder.build_and_execute(|| {
		market();
		let before = Interest::<Test>::get();
		Clock::advance(MINUTE_MS);
		Margin::tick(&mut WeightMeter::with_limit(Weight::zero()));
		assert_eq!(Interest::<Test>::get(), before);
		let mut meter = WeightMeter::new();
		Margin::tick(&mut meter);
		let all = <() as WeightInfo>::accrue()
			+ <() as WeightInfo>::watch_cash()
			+ <() as WeightInfo>::turn_day();
		assert_eq!(meter.consumed(), all);
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

/// A year in which cash moves every few days: interest is simple between two changes of an account, at
/// the rate of the utilisation that the booked cash makes.
#[test]
fn a_year_of_interest_is_the_closed_form() {
	ExtBuilder.build_and_execute(|| {
		let curve = |u: f64| if u <= 0.8 { u / 8. } else { 0.1 + (u - 0.8) * 4.5 };
		let unit = USD as f64;
		let million = 1_000_000 * USD;
		let accounts = [open(ALICE, 0, 2_000_000), open(BOB, 0, 0), open(CHARLIE, 0, 0)];
		let mut cash = [2_000_000. * unit, 0., 0.];
		let (mut held, mut interest) = (2_000_000. * unit, [0.; 3]);
		block_after(0);
		// Days until it, who, how much goes from the account to Alice, how much comes from outside.
		let plan = [
			(0, 1, million, 0),
			(11, 2, million / 2, 0),
			(29, 1, 0, million / 5),
			(3, 2, million * 12, 0),
			(60, 1, 0, 0),
			(1, 2, 0, million * 2),
			(90, 1, million / 7, 0),
			(41, 2, 0, million / 3),
			(130, 0, 0, million / 9),
		];
		let (mut days_in_all, mut most) = (0, 0_f64);
		for (days, who, to_alice, from_outside) in plan {
			days_in_all += days;
			for _ in 0..days * 24 {
				Clock::advance(HOUR_MS);
				Margin::tick(&mut WeightMeter::new());
			}
			let lent: f64 = cash.iter().filter(|cash| **cash < 0.).map(|cash| -cash).sum();
			let positive: f64 = cash.iter().filter(|cash| **cash > 0.).sum();
			most = most.max(lent / (held + lent));
			let paid = curve(lent / (held + lent)) * f64::from(days) / 365.;
			for n in 0..3 {
				let share = if cash[n] > 0. { lent / positive } else { 1. };
				interest[n] += cash[n] * paid * share;
			}
			let mut entries =
				vec![Entry::new(accounts[who].clone(), Rule::Forced).cash(from_outside - to_alice)];
			if who != 0 {
				entries.push(Entry::new(accounts[0].clone(), Rule::Forced).cash(to_alice));
			}
			assert_ok!(Margin::book(Journal { cash_in: from_outside, ..Journal::of(entries) }));
			for n in [who, 0] {
				cash[n] += interest[n];
				interest[n] = 0.;
			}
			cash[who] += (from_outside - to_alice) as f64;
			cash[0] += to_alice as f64;
			held += from_outside as f64;
			for n in 0..3 {
				let (is, wanted) = (Margin::cash(&accounts[n]) as f64, cash[n] + interest[n]);
				let off = ((is - wanted) / wanted).abs();
				assert!(off < 1e-9 || wanted == 0., "{n}: {is} is not {wanted}, off by {off:e}");
			}
			Margin::do_try_state().expect("the invariants hold");
		}
		assert_eq!(days_in_all, 365);
		assert!(most > 0.85, "both parts of the curve were used: {most}");
	});
}
