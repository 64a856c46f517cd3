// SPDX-License-Identifier: GPL-3.0-or-later

//! The cash call: when it is made, who owes what of it, and how it ends.

use crate::{cash_call::*, mock::*, *};
use frame_support::{
	assert_err, assert_noop, assert_ok,
	dispatch::Pays,
	traits::Time,
	weights::{Weight, WeightMeter},
};
use straddle_test_kit::MockAuctions;

type Problem = Error<Test>;

/// One account pays another, whatever it has.
fn pay(from: &MarginAccountId, to: &MarginAccountId, cash: Cash) {
	assert_ok!(Margin::book(Journal::of(vec![
		Entry::new(from.clone(), Rule::Forced).cash(-cash),
		Entry::new(to.clone(), Rule::Forced).cash(cash),
	])));
}

fn touch(account: &MarginAccountId) {
	assert_ok!(Margin::book(Journal::of(vec![Entry::new(account.clone(), Rule::Credit)])));
}

fn minutes(n: u64) {
	for _ in 0..n {
		block_after(MINUTE_MS);
	}
}

/// Of 1,050 Bob owes 600 and Charlie 350 to Alice, and 100 are held: 90.5 %. Not called yet.
fn tight() -> [MarginAccountId; 3] {
	let accounts = [open(ALICE, 0, 100), open(BOB, 0, 0), open(CHARLIE, 0, 0)];
	pay(&accounts[1], &accounts[0], 600 * USD);
	pay(&accounts[2], &accounts[0], 350 * USD);
	block_after(0);
	accounts
}

/// The same, called in this block.
fn called() -> [MarginAccountId; 3] {
	let accounts = tight();
	minutes(60);
	assert_eq!(CashCalls::<Test>::get().made, 1);
	accounts
}

fn due(account: &MarginAccountId) -> Cash {
	Margin::cash_due(account.clone()).expect("a call is open").due
}

fn open_call() -> OpenCall {
	Margin::cash_call().expect("a call is open").open
}

fn near(a: Cash, b: Cash, off: Cash) {
	assert!((a - b).abs() <= off, "{a} is not {b}");
}

#[test]
fn an_hour_above_calls_every_debtor_for_the_same_part() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = tight();
		minutes(59);
		assert_eq!((Margin::cash_call(), Margin::cash_due(b.clone())), (None, None));
		minutes(1);
		let OpenCall { called, debt, .. } = open_call();
		// With the interest of an hour: 950 − .8 · 1,050 and .2 of that interest.
		let interest = debt - 950 * USD;
		assert!((61_000..62_500).contains(&interest), "{interest}");
		near(called, 110 * USD + interest / 5, 1);
		near(due(&b), called * 600 / 950, 2);
		near(due(&c), called * 350 / 950, 2);
		assert_eq!(due(&a), 0);
		let by = START + HOUR_MS * 7;
		assert_eq!(Margin::cash_due(b).map(|due| due.by), Some(by));
		System::assert_has_event(Event::CashCalled { call: 1, called, debt, by }.into());
		// Whoever repays just that brings utilisation back to 80 %.
		deposit(&c, due(&c));
		deposit(&id(BOB, 0), due(&id(BOB, 0)));
		let utilisation = Totals::<Test>::get().utilisation().expect("a market");
		assert!((utilisation - 800_000_000_000_000_000).abs() < 1_000_000_000_000, "{utilisation}");
	});
}

#[test]
fn one_look_at_90_per_cent_begins_the_hour_anew() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, _] = tight();
		minutes(59);
		// 950 / 1,060 = 89.6 %.
		deposit(&id(ALICE, 0), 10 * USD);
		minutes(1);
		assert_eq!(CashCalls::<Test>::get(), CallWatch::default());
		// Back above: to oscillate takes cash that then stays in.
		pay(&b, &id(ALICE, 0), 100 * USD);
		minutes(60);
		assert_eq!(Margin::cash_call(), None);
		minutes(1);
		assert_eq!(open_call().age_ms, 0);
	});
}

#[test]
fn who_brings_it_down_cannot_take_it_out_again() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, _] = tight();
		deposit_lot(&b, DOT, 1_000);
		deposit(&b, 20 * USD);
		minutes(1);
		assert!(CashCalls::<Test>::get().at == 0);
		// 930 / 1,050 = 88.6 %. Of positive cash, 1,050, a tenth stays: 15 may leave, and not 20.
		assert_noop!(withdraw(&b, 20 * USD), Problem::CashReserve);
		assert_ok!(withdraw(&b, 14 * USD));
		let utilisation = Totals::<Test>::get().utilisation().expect("a market");
		assert!(utilisation < 900_000_000_000_000_000, "{utilisation}");
	});
}

#[test]
fn no_clock_runs_without_blocks() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, _] = tight();
		minutes(30);
		block_after(DAY_MS);
		minutes(28);
		assert_eq!(Margin::cash_call(), None);
		minutes(1);
		assert_eq!(open_call().age_ms, 0);
		block_after(DAY_MS);
		assert_eq!(open_call().age_ms, MINUTE_MS);
		let enforced = Margin::enforce_cash_call(origin(ALICE), b.clone());
		assert_err!(enforced.map_err(|failed| failed.error), Problem::CashCallNotDue);
		// The time that the view tells moves on with it.
		let by = Margin::cash_due(b).map(|due| due.by);
		assert_eq!(by, Some(Clock::now() + HOUR_MS * 6 - MINUTE_MS));
	});
}

#[test]
fn what_is_due_does_not_depend_on_who_was_touched() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, c] = called();
		let before = (due(&b), due(&c));
		touch(&b);
		assert_eq!((due(&b), due(&c)), before);
		assert!(CallLimits::<Test>::iter_keys().eq([b.clone()]));
		minutes(120);
		// Interest on what may be kept is not called, interest on the rest is.
		let later = (due(&b), due(&c));
		near(later.0, before.0 + before.0 / 5_000, before.0 / 5_000);
		touch(&c);
		touch(&b);
		near(due(&b), later.0, 2);
		near(due(&c), later.1, 2);
	});
}

#[test]
fn what_comes_in_lowers_what_is_due_however_it_comes() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = called();
		let (was, part) = (due(&b), 10 * USD);
		deposit(&b, part);
		near(due(&b), was - part, 2);
		// A premium that another pays.
		pay(&a, &b, part);
		near(due(&b), was - 2 * part, 2);
		let left = due(&b);
		deposit(&b, left);
		assert_eq!(due(&b), 0);
		System::assert_last_event(Event::CashCallMet { call: 1, account: b, repaid: left }.into());
		assert!(due(&c) > 0);
	});
}

#[test]
fn who_met_the_call_stays_so_however_often_he_is_touched() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, _] = called();
		deposit(&b, due(&b));
		for _ in 1..60 * 30 {
			minutes(1);
			touch(&b);
			assert_eq!(due(&b), 0);
		}
		assert_eq!(open_call().age_ms, HOUR_MS * 30 - MINUTE_MS);
	});
}

#[test]
fn who_borrows_more_has_to_repay_that_too() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, _] = called();
		deposit(&b, due(&b));
		pay(&b, &a, 7 * USD);
		near(due(&b), 7 * USD, 2);
		// Who owed nothing then, or did not exist, may keep nothing.
		let fresh = open(CHARLIE, 1, 3);
		pay(&fresh, &a, 8 * USD);
		near(due(&fresh), 5 * USD, 2);
		// Nor does it help to move a debt to another account of one's own.
		let own = open(BOB, 1, 0);
		pay(&own, &b, 50 * USD);
		assert_eq!(due(&b), 0);
		near(due(&own), 50 * USD, 2);
	});
}

#[test]
fn splitting_a_debt_changes_nothing() {
	let sum = |parts: u32| {
		let mut sum = 0;
		ExtBuilder.build_and_execute(|| {
			let (a, c) = (open(ALICE, 0, 100), open(CHARLIE, 0, 0));
			pay(&c, &a, 350 * USD);
			let split = (0..parts).map(|n| open(BOB, n, 0)).collect::<Vec<_>>();
			split.iter().for_each(|part| pay(part, &a, 600 * USD / Cash::from(parts)));
			block_after(0);
			minutes(60);
			sum = split.iter().map(due).sum();
		});
		sum
	};
	let whole = sum(1);
	for parts in [2, 8, 60] {
		near(sum(parts), whole, 2 * Cash::from(parts));
	}
}

#[test]
fn a_call_ends_at_its_target_or_when_all_of_it_is_repaid() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, _] = called();
		// Not only debtors can bring it down.
		deposit(&a, 135 * USD);
		minutes(1);
		assert!(Margin::cash_call().is_some());
		deposit(&a, 5 * USD);
		minutes(1);
		assert_eq!(Margin::cash_call(), None);
		assert!(Margin::cash_due(b).is_none());
	});
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = called();
		// Creditors pay the debts by trades: less is held in all, and utilisation is above the target.
		for debtor in [&b, &c] {
			pay(&a, debtor, due(debtor));
		}
		let OpenCall { called, .. } = open_call();
		minutes(1);
		assert_eq!(Margin::cash_call(), None);
		let utilisation = Totals::<Test>::get().utilisation().expect("a market");
		assert!(utilisation > 810_000_000_000_000_000);
		let ended = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			matches!(
				record.event,
				RuntimeEvent::Margin(Event::CashCallEnded { call: 1, called: of, .. }) if of == called
			)
		};
		assert!(System::events().iter().any(ended));
	});
}

#[test]
fn a_call_that_is_not_met_ends_a_day_after_its_deadline_and_is_made_anew() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, c] = called();
		touch(&b);
		let first = due(&b);
		minutes(30 * 60 - 1);
		assert_eq!(CashCalls::<Test>::get().made, 1);
		minutes(1);
		let watch = CashCalls::<Test>::get();
		assert_eq!((watch.made, open_call().age_ms), (2, 0));
		// By what is owed now; what may be kept by the first call does not count.
		assert!(due(&b) > first && due(&b) < first * 11 / 10);
		near(due(&b) * 350 / 600, due(&c), 2_000);
	});
}

#[test]
fn limits_of_ended_calls_are_cleared_some_a_block() {
	ExtBuilder.build_and_execute(|| {
		let (a, c) = (open(ALICE, 0, 100), open(CHARLIE, 0, 0));
		pay(&c, &a, 350 * USD);
		let many = (0..60).map(|n| open(BOB, n, 0)).collect::<Vec<_>>();
		many.iter().for_each(|account| pay(account, &a, 10 * USD));
		block_after(0);
		minutes(60);
		many.iter().for_each(touch);
		minutes(1);
		assert_eq!(CallLimits::<Test>::iter().count(), 60);
		deposit(&a, 200 * USD);
		for left in [44, 28, 12, 0] {
			minutes(1);
			assert_eq!(CallLimits::<Test>::iter().count(), left);
			Margin::do_try_state().expect("the invariants hold");
		}
		assert_eq!(CashCalls::<Test>::get(), CallWatch { made: 1, ..Default::default() });
	});
}

#[test]
fn who_did_not_repay_in_time_is_made_to_by_anyone() {
	ExtBuilder.build_and_execute(|| {
		let [_, b, c] = tight();
		let enforce = |account: &MarginAccountId| {
			Margin::enforce_cash_call(origin(ALICE), account.clone()).map_err(|failed| failed.error)
		};
		assert_noop!(enforce(&b), Problem::NoCashCall);
		minutes(60 + 360 - 1);
		assert_noop!(enforce(&b), Problem::CashCallNotDue);
		minutes(1);
		assert_noop!(enforce(&id(ALICE, 0)), Problem::NothingDue);
		assert_noop!(enforce(&id(ALICE, 7)), Problem::NoAccount);
		MockAuctions::set(&b, true);
		assert_noop!(enforce(&b), Problem::InAuction);
		MockAuctions::set(&b, false);
		assert_noop!(enforce(&b), DispatchError::Unavailable);
		Means::set(&b, 9 * USD);
		let was = due(&b);
		assert_eq!(enforce(&b).map(|info| info.pays_fee), Ok(Pays::No));
		near(due(&b), was - 9 * USD, 2);
		let (account, collected) = (b.clone(), 9 * USD);
		let event = Event::CashCallEnforced { call: 1, account, due: was, collected };
		System::assert_last_event(event.into());
		Means::set(&b, 900 * USD);
		assert_ok!(enforce(&b));
		assert_noop!(enforce(&b), Problem::NothingDue);
		Means::set(&c, 900 * USD);
		assert_ok!(enforce(&c));
		minutes(1);
		assert_noop!(enforce(&c), Problem::NoCashCall);
	});
}

#[test]
fn suspense_that_is_short_counts_but_only_debtors_are_called() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 100), open(BOB, 0, 0));
		let gain = Entry::new(a.clone(), Rule::Forced).cash(950 * USD);
		let pot = Pot::Suspense(BTC, EXPIRY);
		assert_ok!(Margin::book(Journal::of(vec![gain]).pot(pot, -950 * USD)));
		block_after(0);
		minutes(90);
		assert_eq!(Margin::cash_call(), None);
		assert!(CashCalls::<Test>::get().above_ms > HOUR_MS);
		pay(&b, &a, 40 * USD);
		minutes(1);
		// 990 − .8 · 1,090 = 118 is more than debtors owe: they owe all of it.
		let OpenCall { called, debt, .. } = open_call();
		assert_eq!(called, debt);
		near(debt, 40 * USD, 100);
		near(due(&b), 40 * USD, 100);
	});
}

#[test]
fn what_is_watched_waits_for_room_in_a_block() {
	ExtBuilder.build_and_execute(|| {
		tight();
		let before = CashCalls::<Test>::get();
		assert_eq!(before.above_ms, 0);
		Clock::advance(MINUTE_MS);
		let mut meter = WeightMeter::with_limit(<() as WeightInfo>::accrue());
		Margin::tick(&mut meter);
		assert_eq!(CashCalls::<Test>::get(), before);
		Margin::tick(&mut WeightMeter::with_limit(Weight::MAX));
		assert_eq!(CashCalls::<Test>::get().above_ms, MINUTE_MS);
	});
}

#[test]
fn parameters_have_bounds() {
	ExtBuilder.build_and_execute(|| {
		let good = CashCallParams::default();
		let percent = |n| FixedU128::from_rational(n, 100);
		let set = |params| Margin::set_cash_call_params(RuntimeOrigin::root(), params);
		for bad in [
			CashCallParams { above: percent(100), ..good },
			CashCallParams { target: percent(90), ..good },
			CashCallParams { target: percent(44), ..good },
			CashCallParams { above: percent(0), target: percent(0), ..good },
			CashCallParams { hold_ms: MINUTE_MS - 1, ..good },
			CashCallParams { hold_ms: DAY_MS + 1, ..good },
			CashCallParams { due_ms: MINUTE_MS - 1, ..good },
			CashCallParams { due_ms: 7 * DAY_MS + 1, ..good },
		] {
			assert_noop!(set(bad), Problem::InvalidParams);
		}
		let params = CashCallParams { due_ms: HOUR_MS, ..good };
		assert_noop!(Margin::set_cash_call_params(origin(ALICE), params), DispatchError::BadOrigin);
		let [_, b, _] = called();
		assert_ok!(set(params));
		System::assert_last_event(Event::CashCallParamsSet { params }.into());
		// The one that is open keeps its deadline.
		minutes(359);
		let enforced = Margin::enforce_cash_call(origin(ALICE), b);
		assert_err!(enforced.map_err(|failed| failed.error), Problem::CashCallNotDue);
	});
}

#[test]
fn what_may_be_kept_of_one_call_may_not_be_kept_of_the_next() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c] = called();
		touch(&b);
		minutes(1);
		// Bob owes nothing any more; Charlie brings it above again, for so long that all is called anew.
		pay(&a, &b, -Margin::cash(&b));
		pay(&c, &a, 700 * USD);
		minutes(30 * 60);
		assert_eq!(CashCalls::<Test>::get().made, 2);
		assert!(CallLimits::<Test>::get(&b).is_some_and(|limit| limit.call == 1));
		pay(&b, &a, 40 * USD);
		near(due(&b), 40 * USD, 2);
	});
}

#[test]
fn who_changed_just_before_a_call_without_interest_is_called_all_the_same() {
	ExtBuilder.build_and_execute(|| {
		let mut params = RiskParams::default();
		params.curve.kink = FixedU128::from_rational(99, 100);
		params.curve.at_kink = FixedU128::from_u32(0);
		assert_ok!(Margin::set_params(RuntimeOrigin::root(), params));
		let [_, b, c] = tight();
		minutes(59);
		touch(&b);
		assert_eq!(Interest::<Test>::get().borrow, 0);
		minutes(1);
		// No interest: 950 − .8 · 1,050, by 600 and 350.
		assert_eq!(open_call().called, 110 * USD);
		for (account, wanted) in [(&b, 69_473_684), (&c, 40_526_315)] {
			near(due(account), wanted, 2);
			touch(account);
			near(due(account), wanted, 2);
		}
	});
}

#[test]
fn what_is_overdue_is_nothing_before_the_deadline() {
	use straddle_traits::OverdueCash;
	ExtBuilder.build_and_execute(|| {
		let [a, b, _] = tight();
		let overdue = <Margin as OverdueCash>::overdue;
		assert_eq!(overdue(&b), 0);
		minutes(60 + 360 - 1);
		assert!(due(&b) > 0);
		assert_eq!(overdue(&b), 0);
		minutes(1);
		assert_eq!(overdue(&b), due(&b));
		assert_eq!(overdue(&a), 0);
		deposit(&b, 1_000 * USD);
		assert_eq!(overdue(&b), 0);
	});
}
