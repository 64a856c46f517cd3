// SPDX-License-Identifier: GPL-3.0-or-later

//! What a pot pays out of closed books, and who is told of debts.

use super::wind_down::{lend, pay_out};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use straddle_test_kit::MockRestrictions;

const POOL: Pot = Pot::ChainPool(SourceId(1));

fn pay_claim(account: &MarginAccountId, amount: Cash) -> Result<Cash, DispatchError> {
	<Margin as Ledger<AccountId32>>::pay_claim(POOL, account, amount)
}

fn is_closed() -> bool {
	<Margin as Ledger<AccountId32>>::is_closed()
}

/// Creditors of 600, 300 and 50, of which a debtor owes 400; the pool has 50, and 600 are held.
fn short() -> [MarginAccountId; 4] {
	let [a, b, c] = [(ALICE, 200), (BOB, 300), (CHARLIE, 100)].map(|(who, usd)| open(who, 0, usd));
	let debtor = open(CHARLIE, 1, 0);
	deposit_lot(&debtor, DOT, 100);
	lend(&a, &debtor, 400 * USD);
	let funded = Margin::fund_pool(origin(CHARLIE), c.clone(), POOL, 50 * USD as u128);
	assert_ok!(funded.map_err(|failed| failed.error));
	[a, b, c, debtor]
}

fn close() {
	MockRestrictions::wind_down(START);
	Clock::set(START + REPAY_MS);
	assert_ok!(call_by(CHARLIE, Call::close_books {}));
}

#[test]
fn pots_come_after_all_claims_and_then_pay_in_full() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c, debtor] = short();
		assert!(!is_closed());
		assert_noop!(pay_claim(&a, 1), Error::<Test>::BooksOpen);
		close();
		assert!(is_closed());
		// 600 of 950 came in: nothing is left for a pot, whatever it has.
		assert_eq!(pay_claim(&b, 20 * USD), Ok(0));
		assert_eq!(pay_out(&a), Ok(600 * USD * 600 / 950));
		// What a debtor is paid he repays with it, and nobody's part changes.
		assert_eq!(pay_claim(&debtor, 20 * USD), Ok(20 * USD));
		assert_eq!((account(&debtor).cash, Pots::<Test>::get(POOL)), (-380 * USD, 30 * USD));
		assert_eq!(pay_out(&a), Ok(0));
		// All is repaid: what all claims leave is what is in the pool.
		deposit(&debtor, 380 * USD);
		assert_eq!(pay_claim(&b, 10 * USD), Ok(10 * USD));
		assert_eq!(pay_claim(&debtor, 100 * USD), Ok(20 * USD), "no more is there");
		assert_eq!(pay_claim(&debtor, 1), Ok(0));
		let rest = [&a, &b, &c, &debtor].map(pay_out).map(Result::unwrap);
		let paid = 600 * USD * 600 / 950;
		assert_eq!(rest, [600 * USD - paid, 310 * USD, 50 * USD, 20 * USD]);
		let totals = Totals::<Test>::get();
		assert_eq!((totals.held, totals.positive, totals.pots), (0, 0, 0));
		let nobody = id(BOB, 7);
		assert_noop!(pay_claim(&nobody, 1), Error::<Test>::NoAccount);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	/// In whatever order pots pay, debtors repay and everybody leaves: no claim falls, each is paid in full once all
	/// is repaid, and to the unit all that is held is the claims that are left and the pots.
	#[test]
	fn a_late_claim_takes_from_nobody(
		steps in prop::collection::vec((0u8..3, 0usize..4, 1i128..200_000_000), 1..24),
	) {
		ExtBuilder.build_and_execute(|| {
			let accounts = short();
			close();
			let mut claims = [600 * USD, 300 * USD, 50 * USD, 0];
			let mut paid = [0; 4];
			let mut pool = 50 * USD;
			for (what, who, amount) in steps {
				let debt = -account(&accounts[3]).cash.min(0);
				match what {
					0 => paid[who] += pay_out(&accounts[who]).unwrap(),
					1 if debt > 0 => deposit(&accounts[3], amount.min(debt)),
					_ => {
						let got = pay_claim(&accounts[who], amount).unwrap();
						assert!(got <= amount.min(pool));
						pool -= got;
						claims[who] += if who == 3 { got - got.min(debt) } else { got };
					},
				}
				assert_ok!(Margin::do_try_state());
			}
			let debt = -account(&accounts[3]).cash.min(0);
			if debt > 0 {
				deposit(&accounts[3], debt);
			}
			for (who, id) in accounts.iter().enumerate() {
				paid[who] += pay_out(id).unwrap();
			}
			assert_eq!(paid, claims);
			assert_eq!((Totals::<Test>::get().held, Pots::<Test>::get(POOL)), (pool, pool));
		});
	}
}

#[test]
fn who_owes_and_has_lots_is_told_of_when_his_cash_changes() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 1_000), open(BOB, 0, 100));
		let told = || DEBTS.with_borrow_mut(core::mem::take);
		Haircuts::list(DOT, 5);
		deposit_lot(&b, DOT, 1_000);
		let lots = Margin::lots(&b);
		assert_eq!(told(), vec![]);
		lend(&a, &b, 100 * USD);
		assert_eq!(told(), vec![], "nothing is owed");
		lend(&a, &b, USD);
		deposit(&b, USD / 2);
		assert_eq!(told(), vec![(b.clone(), lots.clone()), (b.clone(), lots)]);
		// What changes no cash, pays all, or is of who has no lots is nobody's business.
		assert_ok!(Margin::book(Journal::of(vec![Entry::new(b.clone(), Rule::Credit)])));
		deposit(&b, USD / 2);
		let c = open(CHARLIE, 0, 0);
		lend(&a, &c, USD);
		assert_eq!(told(), vec![]);
	});
}
