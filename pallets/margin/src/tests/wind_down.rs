// SPDX-License-Identifier: GPL-3.0-or-later

//! The end of the house: everybody leaves with his part.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use straddle_test_kit::{MockAuctions, MockPrices, MockRestrictions};

type Problem = Error<Test>;

fn close() -> DispatchResult {
	call_by(CHARLIE, Call::close_books {})
}

/// What the ledger pays out of it.
pub(super) fn pay_out(account: &MarginAccountId) -> Result<Cash, DispatchError> {
	<Margin as Ledger<AccountId32>>::pay_out(account)
}

/// One account lends another, whatever that has.
pub(super) fn lend(from: &MarginAccountId, to: &MarginAccountId, cash: Cash) {
	assert_ok!(Margin::book(Journal::of(vec![
		Entry::new(to.clone(), Rule::Forced).cash(-cash),
		Entry::new(from.clone(), Rule::Forced).cash(cash),
	])));
}

/// Three creditors of 600, 300 and 100, of which a debtor with ten DOT owes 400: 600 are held.
fn short() -> [MarginAccountId; 4] {
	let [a, b, c] = [(ALICE, 200), (BOB, 300), (CHARLIE, 100)].map(|(who, usd)| open(who, 0, usd));
	let debtor = open(CHARLIE, 1, 0);
	deposit_lot(&debtor, DOT, 10);
	lend(&a, &debtor, 400 * USD);
	[a, b, c, debtor]
}

#[test]
fn books_wait_for_what_is_in_pledge_as_for_debts() {
	ExtBuilder.build_and_execute(|| {
		MockRestrictions::wind_down(START);
		MockAuctions::set_pledges(true);
		assert_noop!(close(), Problem::DebtsLeft);
		MockAuctions::set_pledges(false);
		assert_ok!(close());
	});
}

/// 950 are held, users have 1,000 and the pool's own account 100; a debtor who is gone owes 150.
#[test]
fn cash_of_the_pools_own_account_is_no_claim() {
	ExtBuilder.build_and_execute(|| {
		let [a, b] = [(ALICE, 600), (BOB, 250)].map(|(who, usd)| open(who, 0, usd));
		let (own, debtor) = (open(CHARLIE, 0, 100), open(CHARLIE, 1, 0));
		lend(&b, &debtor, 150 * USD);
		MockAuctions::on_gather(|| {
			let own = id(CHARLIE, 0);
			let entry = Entry::new(own.clone(), Rule::Forced).cash(-account(&own).cash);
			Margin::book(Journal::of(vec![entry]).pot(Pot::GlobalPool, account(&own).cash))?;
			Ok(false)
		});
		MockRestrictions::wind_down(START);
		Clock::set(START + REPAY_MS - 1);
		// What a call gathers that fails is not gathered.
		assert_noop!(close(), Problem::DebtsLeft);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
		let event = Event::BooksClosed { held: 950 * USD, claims: 1_000 * USD };
		System::assert_last_event(event.into());
		assert_eq!((account(&own).cash, Pots::<Test>::get(Pot::GlobalPool)), (0, 100 * USD));
		// 95 %.
		let paid = [&a, &b, &own].map(pay_out);
		assert_eq!(paid, [Ok(570 * USD), Ok(380 * USD), Ok(0)]);
	});
}

#[test]
fn books_wait_for_lots_of_the_pools_own_as_long_as_for_debts() {
	ExtBuilder.build_and_execute(|| {
		MockRestrictions::wind_down(START);
		MockAuctions::on_gather(|| Ok(true));
		assert_noop!(close(), Problem::DebtsLeft);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
	});
}

#[test]
fn books_close_when_nothing_is_left_to_settle() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, _, debtor] = short();
		assert_noop!(close(), Problem::NotWindingDown);
		MockRestrictions::wind_down(START);
		lend(&a, &b, 0);
		let call = call(100_000);
		assert_ok!(trade((&a, Rule::Forced), (&b, Rule::Forced), call, CONTRACT, 0));
		assert_noop!(close(), Problem::PositionsLeft);
		assert_ok!(trade((&b, Rule::Forced), (&a, Rule::Forced), call, CONTRACT, 0));
		assert_noop!(close(), Problem::DebtsLeft);
		assert_eq!(pay_out(&a), Err(Problem::BooksOpen.into()));
		Clock::set(START + REPAY_MS - 1);
		assert_noop!(close(), Problem::DebtsLeft);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
		let event = Event::BooksClosed { held: 600 * USD, claims: 1_000 * USD };
		System::assert_last_event(event.into());
		assert_noop!(close(), Problem::BooksClosed);
		assert_eq!(account(&debtor).cash, -400 * USD);
	});
}

#[test]
fn without_debts_nobody_waits() {
	ExtBuilder.build_and_execute(|| {
		let [a, _, _, debtor] = short();
		deposit(&debtor, 400 * USD);
		MockRestrictions::wind_down(START);
		assert_ok!(close());
		assert_eq!(pay_out(&a), Ok(600 * USD));
		assert_eq!(pay_out(&debtor), Ok(0));
		// What was paid stays paid, also when the account goes, and if it comes back.
		assert_ok!(call_by(ALICE, Call::close_account { account: a.clone() }));
		assert_ok!(Margin::do_try_state());
		assert_ok!(call_by(ALICE, Call::create_account { index: 0 }));
		assert_eq!(pay_out(&a), Ok(0));
	});
}

#[test]
fn each_gets_the_same_part_and_the_rest_when_debtors_repay() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c, debtor] = short();
		MockRestrictions::wind_down(START);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
		// 60 %.
		assert_eq!(pay_out(&a), Ok(360 * USD));
		let event = Event::PaidOut {
			account: a.clone(),
			claim: 600 * USD,
			paid: 360 * USD,
			due: 360 * USD,
		};
		System::assert_last_event(event.into());
		assert_eq!(pay_out(&a), Ok(0));
		// The debtor repays half: 80 %, for who was paid as for who was not.
		deposit(&debtor, 200 * USD);
		assert_eq!(pay_out(&b), Ok(240 * USD));
		assert_eq!(pay_out(&a), Ok(120 * USD));
		assert_eq!(pay_out(&debtor), Ok(0));
		deposit(&debtor, 200 * USD);
		let rest = [&a, &b, &c].map(pay_out);
		assert_eq!(rest, [Ok(120 * USD), Ok(60 * USD), Ok(100 * USD)]);
		let totals = Totals::<Test>::get();
		assert_eq!((totals.held, totals.positive, totals.negative), (0, 0, 0));
		// Now its lots are free, whatever the prices say.
		MockPrices::reset();
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::NoQuorum);
		let lot = Entry::new(debtor.clone(), Rule::Withdraw).lot(DOT, -10_000_000);
		let out = Journal { lots_in: vec![(DOT, -10_000_000)], ..Journal::of(vec![lot]) };
		assert_ok!(Margin::book(out));
	});
}

#[test]
fn nothing_else_changes_closed_books() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, _, debtor] = short();
		let second = open(ALICE, 1, 0);
		MockRestrictions::wind_down(START);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
		let before = (account(&a), account(&debtor), Totals::<Test>::get());
		assert_noop!(withdraw(&a, 1), Problem::BooksClosed);
		let moved = Margin::transfer_cash(origin(ALICE), a.clone(), second, 1);
		assert_eq!(moved.map_err(|e| e.error).err(), Some(Problem::BooksClosed.into()));
		let call = call(100_000);
		let traded = trade((&a, TRADE), (&b, TRADE), call, CONTRACT, 0);
		assert_eq!(traded, Err(Problem::BooksClosed.into()));
		// A creditor adds nothing, and a debtor no more than he owes.
		for (account, cash) in [(&a, 1), (&debtor, 400 * USD + 1)] {
			let entry = Entry::new(account.clone(), Rule::Credit).cash(cash);
			let added = Margin::book(Journal { cash_in: cash, ..Journal::of(vec![entry]) });
			assert_eq!(added, Err(Problem::BooksClosed.into()));
		}
		// Nor does time: no interest is due any more.
		for _ in 0..10 {
			block_after(HOUR_MS);
		}
		assert_eq!((account(&a), account(&debtor)), (before.0, before.1));
		assert_eq!(Totals::<Test>::get(), before.2);
	});
}

#[test]
fn try_state_sees_a_claim_that_is_not_what_is_left() {
	ExtBuilder.build().execute_with(|| {
		let [a, ..] = short();
		MockRestrictions::wind_down(START);
		Clock::set(START + REPAY_MS);
		assert_ok!(close());
		assert_ok!(pay_out(&a));
		assert_ok!(Margin::do_try_state());
		Claims::<Test>::mutate(&a, |claim| claim.as_mut().expect("was paid").claim += 1);
		let broken = Err("books: a claim is not what is left".into());
		assert_eq!(Margin::do_try_state(), broken);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	/// Whoever comes first, and however often, and whenever debtors repay: in the end each has the same, to the unit,
	/// and never is more paid than there is.
	#[test]
	fn the_order_of_leaving_does_not_matter(
		creditors in prop::collection::vec(1i128..5_000_000_000, 2..6),
		owed in 1i128..100, repaid in 0i128..=100, hours in 0u64..4,
		orders in prop::collection::vec(prop::collection::vec(0usize..6, 0..20), 2),
	) {
		let mut ends = Vec::new();
		for order in orders {
			ExtBuilder.build_and_execute(|| {
				let accounts: Vec<_> = (0..creditors.len() as u32).map(|n| open(ALICE, n, 0)).collect();
				let debtor = open(BOB, 0, 0);
				for (account, cash) in accounts.iter().zip(&creditors) {
					deposit(account, *cash);
					// The house lends a part of it.
					lend(account, &debtor, cash * owed / 100);
				}
				(0..hours).for_each(|_| block_after(HOUR_MS));
				let cash = |id| <Margin as Ledger<AccountId32>>::cash(id);
				let claims: Vec<_> = accounts.iter().map(cash).collect();
				MockRestrictions::wind_down(START);
				Clock::set(START + REPAY_MS);
				assert_ok!(close());
				let debt = -cash(&debtor);
				let mut paid = vec![0; accounts.len()];
				let half = order.len() / 2;
				for (nth, who) in order.iter().chain([&0, &1, &2, &3, &4, &5]).enumerate() {
					if nth == half {
						deposit(&debtor, debt * repaid / 100);
					}
					if let Some(account) = accounts.get(*who) {
						paid[*who] += pay_out(account).expect("the books are closed");
					}
				}
				let totals = Totals::<Test>::get();
				let received = totals.held + paid.iter().sum::<Cash>();
				let all = Books::<Test>::get().expect("closed").claims;
				for (claim, paid) in claims.iter().zip(&paid) {
					assert_eq!(*paid, claim * received.min(all) / all);
				}
				// What stays is what interest rounded, and less than two units for each.
				let stays = totals.held - (received - all).max(0);
				assert!((0..2 * paid.len() as Cash).contains(&stays), "{stays}");
				ends.push(paid);
			});
		}
		prop_assert_eq!(&ends[0], &ends[1]);
	}
}
