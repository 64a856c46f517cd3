// SPDX-License-Identifier: GPL-3.0-or-later

//! Losses that all positive cash bears.

use crate::{cash::SCALE, mock::*, *};
use frame_support::assert_ok;
use proptest::prelude::*;
use straddle_traits::Losses;

/// Write off so many smallest units of a debt that nobody else has.
pub fn insolvency(amount: Cash) {
	let debtor = open(CHARLIE, 63, 0);
	let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-amount);
	assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::Treasury, amount)));
	let paid = Entry::new(debtor.clone(), Rule::Credit).cash(amount);
	assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::Insolvency, -amount)));
	assert_ok!(Margin::close_account(origin(CHARLIE), debtor));
}

pub fn touch(account: &MarginAccountId) {
	assert_ok!(Margin::book(Journal::of(vec![Entry::new(account.clone(), Rule::Credit)])));
}

fn sound() {
	Margin::do_try_state().expect("the invariants hold");
}

#[test]
fn all_cash_loses_the_same_part_and_the_pot_gets_it_to_the_unit() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		deposit(&a, 1_000);
		deposit(&b, 2_001);
		insolvency(1_000);
		assert_eq!(Margin::scale_cash(1_000, Pot::Insolvency), Ok(1_000));
		assert_eq!(Margin::pot(Pot::Insolvency), 0);
		// 2001/3001 of 1000 is 666.77, of 2001 it is 1334.2.
		assert_eq!((Margin::cash(&a), Margin::cash(&b)), (666, 1_334));
		assert_eq!((account(&a).cash, account(&b).cash), (1_000, 2_001));
		sound();
		let totals = Totals::<Test>::get();
		assert_eq!((totals.positive, totals.scaled, totals.own()), (3_001, 1_000, 2_001));
		// Whoever is touched books his part. A unit more than 1000 is rounding's.
		touch(&b);
		assert_eq!((account(&b).cash, Totals::<Test>::get().scaled), (1_334, 333));
		touch(&a);
		assert_eq!((account(&a).cash, Totals::<Test>::get().scaled), (666, 0));
		block_after(0);
		assert_eq!(Margin::pot(Pot::Rounding), 1);
		let scaled = Event::CashScaled {
			scaling: 1,
			pot: Pot::Insolvency,
			amount: 1_000,
			left: 2_001 * SCALE / 3_001,
		};
		assert!(System::events().iter().any(|record| record.event == scaled.clone().into()));
	});
}

/// Row 7: losses are socialised twice, and nothing of the first is forgotten, whoever was touched between.
#[test]
fn row_07_repeated_socialisation_is_exact_whoever_was_touched_between() {
	let case = |between: &[usize], after: &[usize]| {
		let mut left = vec![];
		ExtBuilder.build_and_execute(|| {
			let all =
				[(ALICE, 400), (BOB, 1_600), (CHARLIE, 2_000)].map(|(o, usd)| open(o, 0, usd));
			insolvency(1_000 * USD);
			assert_eq!(Margin::scale_cash(1_000 * USD, Pot::Insolvency), Ok(1_000 * USD));
			between.iter().for_each(|n| touch(&all[*n]));
			sound();
			insolvency(1_500 * USD);
			assert_eq!(Margin::scale_cash(1_500 * USD, Pot::Insolvency), Ok(1_500 * USD));
			sound();
			// New money has no part in old losses.
			let late = open(BOB, 1, 70);
			after.iter().for_each(|n| touch(&all[*n]));
			sound();
			assert_eq!(Margin::cash(&late), 70 * USD);
			left = all.iter().map(Margin::cash).collect();
		});
		left
	};
	// Three quarters, and of what was left a half.
	let expected = vec![150 * USD, 600 * USD, 750 * USD];
	for between in [&[][..], &[0], &[1, 2], &[2, 1, 0]] {
		for after in [&[][..], &[0, 1, 2], &[2]] {
			assert_eq!(case(between, after), expected);
		}
	}
}

#[test]
fn debts_and_interest_are_not_scaled_and_withdrawals_stay_right() {
	ExtBuilder.build_and_execute(|| {
		let (a, debtor) = (open(ALICE, 0, 1_000), open(BOB, 0, 0));
		let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-500 * USD);
		assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 500 * USD)));
		block_after(0);
		block_after(HOUR_MS);
		insolvency(100 * USD);
		let (before, owed) = (Margin::cash(&a), Margin::cash(&debtor));
		assert_ok!(Margin::scale_cash(100 * USD, Pot::Insolvency));
		assert_eq!((Margin::cash(&a), Margin::cash(&debtor)), (before - 100 * USD, owed));
		// Of 1000 that are held 10 % of the positive cash stays: of 900, not of 1000.
		let free = Margin::max_withdrawal(a.clone());
		assert_eq!(free, Margin::cash(&a));
		assert_ok!(withdraw(&a, free));
		assert_eq!(Margin::cash(&a), 0);
		sound();
	});
}

#[test]
fn a_loss_beyond_all_cash_leaves_a_thousandth_and_the_rest_uncovered() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 1_000);
		insolvency(5_000 * USD);
		assert_eq!(Margin::scale_cash(5_000 * USD, Pot::Insolvency), Ok(999 * USD));
		assert_eq!((Margin::cash(&a), Margin::pot(Pot::Insolvency)), (USD, -4_001 * USD));
		// Without end, and never below nothing.
		for _ in 0..20 {
			assert_ok!(Margin::scale_cash(4_000 * USD, Pot::Insolvency));
			sound();
		}
		assert!((0..=1).contains(&Margin::cash(&a)));
		assert_eq!(Margin::scale_cash(0, Pot::Insolvency), Ok(0));
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

	/// Deposits, losses, payments and touches in any order: every unit is where the books say, each loss is
	/// borne to the unit, and an account has what its parts come to, by less than a unit a touch.
	#[test]
	fn scaling_is_exact_in_any_order(
		steps in prop::collection::vec((0..5_u8, 0..4_usize, 1..5_000_000_i128), 1..60),
	) {
		ExtBuilder.build_and_execute(|| {
			let all = [(ALICE, 0), (ALICE, 1), (BOB, 0), (BOB, 1)].map(|(o, n)| open(o, n, 0));
			let mut model = [0.0_f64; 4];
			let mut touches = 1.0;
			for (kind, n, amount) in steps {
				touches += 1.0;
				match kind {
					0 | 1 => {
						deposit(&all[n], amount);
						model[n] += amount as f64;
					},
					2 => touch(&all[n]),
					3 => {
						let amount = amount.min(Margin::cash(&all[n]));
						assert_ok!(withdraw(&all[n], amount));
						model[n] -= amount as f64;
					},
					_ => {
						let own = Totals::<Test>::get().own();
						let amount = amount.min(own / 2);
						if amount == 0 {
							continue;
						}
						insolvency(amount);
						assert_eq!(Margin::scale_cash(amount, Pot::Insolvency), Ok(amount));
						assert_eq!(Margin::pot(Pot::Insolvency), 0);
						let part = (own - amount) as f64 / own as f64;
						model.iter_mut().for_each(|cash| *cash *= part);
					},
				}
				sound();
				for n in 0..4 {
					let off = model[n] - Margin::cash(&all[n]) as f64;
					assert!((-touches..=touches + 1.0).contains(&off), "{n} is off by {off}");
				}
				let booked: Cash = all.iter().map(Margin::cash).sum();
				assert!(booked <= Totals::<Test>::get().own());
			}
		});
	}
}
