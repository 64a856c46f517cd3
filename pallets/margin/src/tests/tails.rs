// SPDX-License-Identifier: GPL-3.0-or-later

//! Where tails lie: in the account alone while its owner has no other, else in his list, too.

use super::portfolio::{assess, hold, portfolio, sell};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};

const WING: u64 = 160_000;

fn listed(owner: AccountId32) -> Vec<(AccountNumber, u128)> {
	Tails::<Test>::get(owner).into_inner()
}

/// An account whose dampeners leave something out, and what.
fn short(owner: AccountId32, index: u32) -> (MarginAccountId, u128) {
	let account = portfolio(owner, index, 2_000_000);
	assert_ok!(sell(&account, call(WING), CONTRACT));
	let left_out = tail(&account);
	assert!((1..u128::MAX).contains(&left_out));
	(account, left_out)
}

/// Cash out of nowhere for the pool, of which a tenth covers one of such accounts.
fn cover(tail: u128) {
	let pool = (tail / 1_000_000_000_000 * 10) as i128;
	let paid = Entry::new(open(CHARLIE, 8, 100_000_000), Rule::Forced).cash(-pool);
	assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::GlobalPool, pool)));
}

#[test]
fn who_has_one_account_has_no_list() {
	ExtBuilder.build_and_execute(|| {
		open(BOB, 9, 10_000_000);
		let (account, _) = short(ALICE, 0);
		assert!(!crate::mock::account(&account).siblings);
		hold(&account, call(170_000), -1);
		assert_eq!(tail(&account), u128::MAX);
		assert_eq!(Tails::<Test>::iter().count(), 0);
		// Its own that nobody knows is computed when it trades, so it costs nothing.
		assert_ok!(sell(&account, call(WING), 1));
		assert!((1..u128::MAX).contains(&tail(&account)));
		assert_eq!(Tails::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_second_account_counts_what_the_first_leaves_out() {
	ExtBuilder.build_and_execute(|| {
		open(BOB, 9, 10_000_000);
		let (one, left_out) = short(ALICE, 0);
		cover(left_out);
		let alone = assess(&one).initial;
		// A second one that has nothing changes nothing, but both know of each other.
		let two = portfolio(ALICE, 1, 2_000_000);
		assert!(account(&one).siblings && account(&two).siblings);
		assert_eq!(listed(ALICE), vec![((None, 0), left_out)]);
		assert_eq!(assess(&one).initial, alone);
		assert_ok!(sell(&two, call(WING), CONTRACT));
		assert_eq!(listed(ALICE), vec![((None, 0), left_out), ((None, 1), left_out)]);
		// What the pool covered of one it covers of both: each is asked for the other's.
		let more = assess(&one).initial.into_inner() - alone.into_inner();
		let unit = 1_000_000_000_000_000_i128;
		assert!((more - left_out as i128).abs() < unit, "{more} {left_out}");
		assert_eq!(assess(&two).initial, assess(&one).initial);
		// Unknown positions of the first, by whomever, cost the second.
		hold(&one, call(170_000), -1);
		assert_eq!(listed(ALICE)[0], ((None, 0), u128::MAX));
	});
}

#[test]
fn who_is_left_with_one_account_has_no_list() {
	ExtBuilder.build_and_execute(|| {
		open(BOB, 9, 10_000_000);
		let (one, left_out) = short(ALICE, 0);
		let two = open(ALICE, 1, 0);
		let three = open(ALICE, 2, 0);
		assert_ok!(call_by(ALICE, Call::close_account { account: three }));
		assert!(account(&one).siblings && account(&two).siblings);
		assert_eq!(listed(ALICE), vec![((None, 0), left_out)]);
		assert_ok!(call_by(ALICE, Call::close_account { account: two }));
		assert!(!account(&one).siblings);
		assert!(!Tails::<Test>::contains_key(ALICE));
		assert_eq!(tail(&one), left_out);
		// Given away, it is counted with the other's and forgotten here.
		assert_ok!(call_by(ALICE, Call::offer_ownership { account: one.clone(), to: BOB }));
		assert_ok!(call_by(BOB, Call::accept_ownership { account: one.clone() }));
		assert_eq!(listed(BOB), vec![((Some(ALICE), 0), left_out)]);
		assert!(account(&one).siblings && account(&id(BOB, 9)).siblings);
	});
}

/// What can fail after an owner's other account was told leaves that as it was.
#[test]
fn an_account_that_is_not_accepted_tells_nobody() {
	ExtBuilder.build_and_execute(|| {
		open(BOB, 9, 10_000_000);
		let (one, left_out) = short(ALICE, 0);
		let (two, _) = short(CHARLIE, 0);
		cover(left_out);
		let spare = assess(&one).initial_excess().into_inner() / 1_000_000_000_000;
		let pays = Entry::new(one.clone(), Rule::Forced).cash(-spare);
		assert_ok!(Margin::book(Journal::of(vec![pays]).pot(Pot::Treasury, spare)));
		let siblings = |id: &MarginAccountId| account(id).siblings;
		assert!(!siblings(&one) && siblings(&two));
		assert_ok!(call_by(ALICE, Call::offer_ownership { account: one.clone(), to: CHARLIE }));
		assert_noop!(
			call_by(CHARLIE, Call::accept_ownership { account: one.clone() }),
			Error::<Test>::BelowInitialMargin
		);
		assert!(!siblings(&one) && listed(ALICE).is_empty());
	});
}
