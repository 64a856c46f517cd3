// SPDX-License-Identifier: GPL-3.0-or-later

//! One session for a whole dispatch: it saves prices and changes no result.

use crate::{mock::*, *};
use frame_support::{assert_ok, hypothetically};
use sp_runtime::StateVersion;
use straddle_test_kit::MockPrices;

/// A sale of so many calls from one account to another at their mark.
fn sale(seller: &MarginAccountId, buyer: &MarginAccountId, quantity: Quantity) -> Journal {
	let price = mark(&call(100_000)) * Cash::from(quantity) / Cash::from(CONTRACT);
	let side = |account: &MarginAccountId, by, cash| {
		Entry::new(account.clone(), TRADE).position(call(100_000), by).cash(cash)
	};
	Journal::of(vec![side(buyer, quantity, -price), side(seller, -quantity, price)])
}

/// How often a booking asks for a volatility.
fn asked(book: &mut dyn FnMut() -> DispatchResult) -> u32 {
	let before = MockPrices::asked();
	assert_ok!(book());
	MockPrices::asked() - before
}

/// Two accounts with other positions, and one that can carry nothing.
fn accounts() -> [MarginAccountId; 3] {
	let (alice, bob) = (open(ALICE, 0, 200_000), open(BOB, 0, 200_000));
	for strike in [80_000, 90_000, 110_000] {
		let (buyer, seller) = ((&alice, Rule::Forced), (&bob, Rule::Forced));
		assert_ok!(trade(buyer, seller, put(strike), CONTRACT, 0));
	}
	[alice, bob, open(CHARLIE, 0, 1)]
}

#[test]
fn a_session_prices_each_series_once() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob, _] = accounts();
		let journal = sale(&alice, &bob, CONTRACT / 10);
		let mut session = Margin::session();
		let mut in_session = || Ok(Margin::book_in(&mut session, journal.clone())?);
		// Three puts and the call, for two accounts.
		assert_eq!(asked(&mut in_session), 4);
		assert_eq!(asked(&mut in_session), 0);
		assert_eq!(asked(&mut || Margin::book(journal.clone())), 4);
	});
}

#[test]
fn a_session_changes_no_result_even_after_a_refusal() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob, charlie] = accounts();
		let refused = sale(&charlie, &bob, CONTRACT);
		let journals = [
			sale(&alice, &bob, CONTRACT / 10),
			refused.clone(),
			sale(&bob, &alice, CONTRACT / 5),
			refused,
			sale(&alice, &bob, CONTRACT / 20),
		];
		let root = || sp_io::storage::root(StateVersion::V1);
		let alone = hypothetically!({
			let results = journals.clone().map(Margin::book);
			(results, root())
		});
		let mut session = Margin::session();
		let mut booked =
			|journal| -> DispatchResult { Ok(Margin::book_in(&mut session, journal)?) };
		let together = hypothetically!((journals.map(&mut booked), root()));
		assert_eq!(together, alone);
		let short = Err(Error::<Test>::BelowInitialMargin.into());
		assert_eq!(together.0, [Ok(()), short, Ok(()), short, Ok(())]);
		// And it is true of what was there before, through both lenses.
		for account in [&alice, &bob, &charlie] {
			for lens in [Lens::Latest, Lens::MedianOfThree] {
				let known = Margin::assess_in(&mut session, account, lens);
				assert_eq!(known, Margin::assess(account, lens));
			}
		}
	});
}

#[test]
fn a_session_keeps_no_interest() {
	ExtBuilder.build().execute_with(|| {
		let [alice, ..] = accounts();
		let mut session = Margin::session();
		let before = Margin::assess_in(&mut session, &alice, Lens::Latest).expect("prices");
		Interest::<Test>::mutate(|indexes| indexes.lend += cash::SCALE / 10);
		let after = Margin::assess_in(&mut session, &alice, Lens::Latest).expect("prices");
		assert!(after.cash > before.cash);
		assert_eq!(Ok(after), Margin::assess(&alice, Lens::Latest));
	});
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a session outlived its dispatch")]
fn a_session_of_another_time_is_a_fault() {
	ExtBuilder.build().execute_with(|| {
		let [alice, ..] = accounts();
		let mut session = Margin::session();
		assert_ok!(Margin::assess_in(&mut session, &alice, Lens::Latest));
		Clock::advance(1);
		let _ = Margin::assess_in(&mut session, &alice, Lens::Latest);
	});
}

#[test]
fn a_refusal_names_the_first_entry_that_cannot_be_booked() {
	ExtBuilder.build_and_execute(|| {
		let [alice, bob, charlie] = accounts();
		let book = |journal| Margin::book_in(&mut Margin::session(), journal);
		let short = DispatchError::from(Error::<Test>::BelowInitialMargin);
		let refused = |error, entry| Err(Refused { error, entry });
		// The buyer's entry is the first, the seller's the second.
		assert_eq!(book(sale(&charlie, &alice, CONTRACT)), refused(short, Some(1)));
		assert_eq!(book(sale(&alice, &charlie, CONTRACT)), refused(short, Some(0)));
		let nobody = id(CHARLIE, 9);
		let unknown = Error::<Test>::NoAccount.into();
		assert_eq!(book(sale(&nobody, &alice, CONTRACT)), refused(unknown, Some(1)));
		assert_eq!(book(sale(&charlie, &nobody, CONTRACT)), refused(unknown, Some(0)));
		// What is no account's fault has no entry.
		let gift = Entry::new(bob.clone(), Rule::Forced).cash(5);
		let unbalanced = Error::<Test>::Unbalanced(Imbalance::Cash).into();
		assert_eq!(book(Journal::of(vec![gift.clone()])), refused(unbalanced, None));
		let empty = Error::<Test>::PotShort.into();
		assert_eq!(book(Journal::of(vec![gift]).pot(Pot::Treasury, -5)), refused(empty, None));
	});
}
