// SPDX-License-Identifier: GPL-3.0-or-later

//! An account goes to another owner.

use super::portfolio::{assess, portfolio, sell};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};

type Problem = Error<Test>;

fn offer(who: AccountId32, account: &MarginAccountId, to: AccountId32) -> DispatchResult {
	call_by(who, Call::offer_ownership { account: account.clone(), to })
}

fn cancel(who: AccountId32, account: &MarginAccountId) -> DispatchResult {
	call_by(who, Call::cancel_offer { account: account.clone() })
}

fn accept(who: AccountId32, account: &MarginAccountId) -> DispatchResult {
	call_by(who, Call::accept_ownership { account: account.clone() })
}

fn give(from: AccountId32, account: &MarginAccountId, to: AccountId32) {
	assert_ok!(offer(from, account, to.clone()));
	assert_ok!(accept(to, account));
}

#[test]
fn an_account_changes_hands_in_two_steps() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 50_000), open(CHARLIE, 0, 50_000));
		deposit_lot(&account, DOT, 3);
		assert_ok!(trade((&other, TRADE), (&account, TRADE), call(100_000), CONTRACT, 0));
		let change = OrderChange { buy: 5, buy_cost: 7 * USD, ..Default::default() };
		let resting = Entry::new(account.clone(), TRADE).order(put(90_000), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		assert_ok!(Margin::set_delegate(origin(ALICE), account.clone(), CHARLIE));
		let was = crate::mock::account(&account);

		assert_ok!(offer(ALICE, &account, BOB));
		System::assert_last_event(
			Event::OwnershipOffered { account: account.clone(), to: BOB }.into(),
		);
		assert_eq!(Margin::offered_to(account.clone()), Some(BOB));
		// Nothing is his before he accepts.
		assert_eq!(Margin::ensure_may_trade(&account, &BOB), Err(Problem::MayNotTrade.into()));
		assert_ok!(Margin::ensure_may_trade(&account, &CHARLIE));
		assert_eq!(Margin::owner(&account), Some(ALICE));

		assert_ok!(accept(BOB, &account));
		let changed = Event::OwnerChanged { account: account.clone(), from: ALICE, to: BOB };
		System::assert_last_event(changed.into());
		assert_eq!(Margin::owner(&account), Some(BOB));
		assert_ok!(Margin::ensure_may_trade(&account, &BOB));
		assert_ok!(Margin::ensure_may_withdraw(&account, &BOB));
		for gone in [ALICE, CHARLIE] {
			let traded = Margin::ensure_may_trade(&account, &gone);
			assert_eq!(traded, Err(Problem::MayNotTrade.into()));
			assert_eq!(Margin::ensure_may_withdraw(&account, &gone), Err(Problem::NotOwner.into()));
			assert_noop!(offer(gone.clone(), &account, gone), Problem::NotOwner);
		}
		let own = open(ALICE, 1, 0);
		let given = || account.clone();
		let calls = [
			Call::close_account { account: given() },
			Call::set_delegate { account: given(), delegate: ALICE },
			Call::set_mode { account: given(), mode: MarginMode::Standard },
			Call::transfer_cash { from: given(), to: own.clone(), amount: 1 },
			Call::cancel_offer { account: given() },
		];
		for call in calls {
			assert_noop!(call_by(ALICE, call), Problem::NotOwner);
		}
		// All that is in it is as it was.
		let (founder, delegates) = (Some(ALICE), Default::default());
		assert_eq!(
			crate::mock::account(&account),
			MarginAccount { owner: BOB, founder, delegates, ..was }
		);
		assert_eq!(Owned::<Test>::get(BOB).to_vec(), vec![account]);
		assert_eq!(Owned::<Test>::get(ALICE).to_vec(), vec![own]);
	});
}

#[test]
fn an_offer_is_for_one_and_can_be_withdrawn() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 5);
		assert_noop!(accept(BOB, &account), Problem::NotOffered);
		assert_noop!(cancel(ALICE, &account), Problem::NotOffered);
		assert_noop!(offer(BOB, &account, BOB), Problem::NotOwner);
		assert_noop!(offer(ALICE, &account, ALICE), Problem::AlreadyOwner);
		assert_noop!(offer(ALICE, &id(ALICE, 9), BOB), Problem::NoAccount);
		// A typo is mended by another offer, or by none.
		assert_ok!(offer(ALICE, &account, CHARLIE));
		assert_ok!(offer(ALICE, &account, BOB));
		assert_noop!(accept(CHARLIE, &account), Problem::NotOffered);
		assert_noop!(cancel(BOB, &account), Problem::NotOwner);
		assert_ok!(cancel(ALICE, &account));
		System::assert_last_event(Event::OfferCancelled { account: account.clone() }.into());
		assert_noop!(accept(BOB, &account), Problem::NotOffered);
		// An offer ends with its account, though the next has the same id.
		assert_ok!(offer(ALICE, &account, BOB));
		assert_ok!(withdraw(&account, 5 * USD));
		assert_ok!(Margin::close_account(origin(ALICE), account.clone()));
		assert_ok!(Margin::create_account(origin(ALICE), 0));
		assert_noop!(accept(BOB, &account), Problem::NotOffered);
		give(ALICE, &account, BOB);
		assert_noop!(accept(BOB, &account), Problem::NotOffered);
	});
}

#[test]
fn indices_of_both_owners_stay_their_own() {
	ExtBuilder.build_and_execute(|| {
		let (given, own) = (open(ALICE, 0, 1), open(BOB, 0, 2));
		give(ALICE, &given, BOB);
		assert_eq!(Margin::accounts_of(BOB).len(), 2);
		assert_eq!(Margin::get_or_open(&BOB, 0), Ok(own));
		// Whoever made it neither makes it again nor gets it.
		assert_noop!(Margin::create_account(origin(ALICE), 0), Problem::AccountExists);
		assert_eq!(Margin::get_or_open(&ALICE, 0), Err(Problem::NotOwner.into()));
		assert!(Margin::accounts_of(ALICE).is_empty());
		// Back where it came from it is an account as any other.
		give(BOB, &given, CHARLIE);
		assert_eq!(account(&given).number(), (Some(ALICE), 0));
		give(CHARLIE, &given, ALICE);
		assert_eq!(account(&given).number(), (None, 0));
		assert_eq!(Margin::get_or_open(&ALICE, 0), Ok(given.clone()));
		// Closed by another it can be made again by whoever made it.
		give(ALICE, &given, BOB);
		assert_ok!(withdraw(&given, USD));
		assert_ok!(Margin::close_account(origin(BOB), given.clone()));
		assert_eq!(Margin::get_or_open(&ALICE, 0), Ok(given));
	});
}

#[test]
fn the_bound_is_that_of_the_new_owner() {
	ExtBuilder.build_and_execute(|| {
		for index in 0..MAX_ACCOUNTS_PER_OWNER {
			open(ALICE, index, 0);
			open(BOB, index, 0);
		}
		let given = id(ALICE, 3);
		assert_ok!(offer(ALICE, &given, BOB));
		assert_noop!(accept(BOB, &given), Problem::TooManyAccounts);
		assert_ok!(Margin::close_account(origin(BOB), id(BOB, 5)));
		assert_noop!(Margin::create_account(origin(ALICE), 64), Problem::TooManyAccounts);
		assert_ok!(accept(BOB, &given));
		assert_ok!(Margin::create_account(origin(ALICE), 64));
		assert_noop!(Margin::create_account(origin(BOB), 64), Problem::TooManyAccounts);
	});
}

#[test]
fn an_account_in_trouble_stays_where_it_is() {
	ExtBuilder.build_and_execute(|| {
		let (account, other) = (open(ALICE, 0, 25_000), open(CHARLIE, 0, 100_000));
		let (buyer, seller) = ((&other, Rule::Forced), (&account, Rule::Forced));
		assert_ok!(trade(buyer, seller, call(100_000), CONTRACT, 0));
		assert_ok!(offer(ALICE, &account, BOB));
		MockAuctions::set(&account, true);
		assert_noop!(accept(BOB, &account), Problem::InAuction);
		// An offer does nothing by itself, so an auction need not stop it.
		assert_ok!(cancel(ALICE, &account));
		assert_ok!(offer(ALICE, &account, BOB));
		MockAuctions::set(&account, false);
		MockPrices::set_spot(BTC, price(110_000));
		assert_noop!(accept(BOB, &account), Problem::BelowInitialMargin);
		MockPrices::set_spot(BTC, price(100_000));
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_noop!(accept(BOB, &account), Problem::PriceUnusable);
		MockPrices::set_state(BTC, PriceState::Valid);
		assert_ok!(accept(BOB, &account));
		// Of cash alone no price is asked.
		let cash = open(ALICE, 1, 5);
		Haircuts::set_peg(FixedU128::from_u32(0), PriceState::NonPositive);
		give(ALICE, &cash, BOB);
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::Valid);
		// Who owes without backing owes as an owner that he is.
		let debt = Entry::new(cash.clone(), Rule::Forced).cash(-6 * USD);
		assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 6 * USD)));
		assert_ok!(offer(BOB, &cash, CHARLIE));
		assert_noop!(accept(CHARLIE, &cash), Problem::BelowInitialMargin);
	});
}

#[test]
fn interest_is_booked_with_the_change() {
	ExtBuilder.build_and_execute(|| {
		let (account, debtor) = (open(ALICE, 0, 1_000), open(CHARLIE, 0, 0));
		deposit_lot(&debtor, DOT, 1_000);
		let debt = Entry::new(debtor.clone(), Rule::Forced).cash(-900 * USD);
		assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 900 * USD)));
		block_after(HOUR_MS);
		block_after(HOUR_MS);
		let cash = Margin::cash(&account);
		assert!(cash > 1_000 * USD);
		give(ALICE, &account, BOB);
		assert_eq!(crate::mock::account(&account).cash, cash);
	});
}

/// Tails are an owner's over all his accounts: a receiver counts those of what he gets, a giver no
/// longer those of what he gave.
#[test]
fn tails_go_with_the_account_and_count_for_the_new_owner() {
	ExtBuilder.build_and_execute(|| {
		let wing = call(160_000);
		let (given, kept) = (portfolio(ALICE, 0, 2_000_000), portfolio(ALICE, 1, 2_000_000));
		let his = portfolio(BOB, 0, 2_000_000);
		open(BOB, 9, 1_000_000);
		for account in [&given, &kept, &his] {
			assert_ok!(sell(account, wing, CONTRACT));
		}
		let tail = crate::mock::tail(&his) as i128;
		// A tenth of the pool covers one and no more.
		let pool = tail / 1_000_000_000_000 * 10;
		let rich = open(CHARLIE, 8, 100_000_000);
		let paid = Entry::new(rich, Rule::Forced).cash(-pool);
		assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::GlobalPool, pool)));
		let (one, two) = (assess(&his).initial, assess(&kept).initial);
		let unit = 1_000_000_000_000_000_i128;
		let apart = |a: Money, b: Money| (a.into_inner() - b.into_inner() - tail).abs() < unit;
		assert!(apart(two, one), "Alice's two accounts are covered once: {two:?} {one:?}");

		// What is enough under Alice's one account alone is not enough beside Bob's.
		assert_ok!(offer(ALICE, &given, BOB));
		let spare = assess(&given).initial_excess().into_inner() / 1_000_000_000_000;
		let moved = Entry::new(given.clone(), Rule::Forced).cash(-spare - USD);
		assert_ok!(Margin::book(Journal::of(vec![moved]).pot(Pot::GlobalPool, spare + USD)));
		let more = Entry::new(id(CHARLIE, 8), Rule::Forced).cash(spare + USD);
		assert_ok!(Margin::book(Journal::of(vec![more]).pot(Pot::GlobalPool, -spare - USD)));
		assert_noop!(accept(BOB, &given), Problem::BelowInitialMargin);
		assert_eq!(Tails::<Test>::get(ALICE).len(), 2);
		deposit(&given, 2 * USD);
		assert_ok!(accept(BOB, &given));

		// Both owners' accounts are judged by what each has now.
		assert!(apart(assess(&his).initial, one), "Bob's own account counts what he took");
		assert_eq!(assess(&kept).initial, one, "Alice's is covered as a whole");
		let numbers = |owner| {
			let tails = Tails::<Test>::get(owner).into_iter();
			tails.map(|(number, _)| number).collect::<Vec<_>>()
		};
		assert_eq!(numbers(BOB), vec![(None, 0), (Some(ALICE), 0)]);
		// She has one account left, which knows its own.
		assert_eq!(numbers(ALICE), vec![]);
		// A trade of the given account files under its new owner, beside his number 0.
		assert_ok!(sell(&given, wing, 1));
		assert_eq!(numbers(BOB), vec![(None, 0), (Some(ALICE), 0)]);
		// What nobody knows is nobody's cover, under either owner.
		super::portfolio::hold(&given, call(170_000), -1);
		assert_ok!(offer(BOB, &given, ALICE));
		deposit(&given, 2_000_000 * USD);
		assert_ok!(accept(ALICE, &given));
		assert!(Tails::<Test>::get(ALICE).iter().all(|(_, tail)| *tail < u128::MAX));
		assert_eq!(numbers(ALICE), vec![(None, 0), (None, 1)]);
		assert_eq!(numbers(BOB), vec![(None, 0)]);
	});
}

#[test]
fn an_accepted_account_refunds_the_weight_of_what_is_not_there() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 5);
		assert_ok!(offer(ALICE, &account, BOB));
		let info = Margin::accept_ownership(origin(BOB), account).expect("it is offered");
		let actual = info.actual_weight.expect("the actual weight is known");
		assert_eq!(actual, <() as WeightInfo>::accept_ownership(0));
		let most = <() as WeightInfo>::accept_ownership(MAX_SERIES);
		assert!(actual.all_lte(most) && actual.ref_time() < most.ref_time());
	});
}

#[test]
fn an_owner_sees_his_accounts() {
	ExtBuilder.build_and_execute(|| {
		let (one, two) = (open(ALICE, 7, 40_000), open(BOB, 0, 5));
		let other = open(CHARLIE, 0, 50_000);
		deposit_lot(&one, DOT, 1);
		assert_ok!(trade((&other, TRADE), (&one, TRADE), call(100_000), CONTRACT, 0));
		give(BOB, &two, ALICE);
		assert_ok!(offer(ALICE, &two, CHARLIE));
		MockAuctions::set(&one, true);
		let seen = Margin::accounts_of(ALICE);
		MockAuctions::set(&one, false);
		let mut expected = vec![
			AccountSummary {
				account: one,
				founder: None,
				index: 7,
				mode: MarginMode::Standard,
				cash: 40_000 * USD,
				lots: 1,
				positions: 1,
				orders: 0,
				standing: Standing::Sound,
				offered: None,
				in_auction: true,
			},
			AccountSummary {
				account: two,
				founder: Some(BOB),
				index: 0,
				mode: MarginMode::Standard,
				cash: 5 * USD,
				lots: 0,
				positions: 0,
				orders: 0,
				standing: Standing::Sound,
				offered: Some(CHARLIE),
				in_auction: false,
			},
		];
		expected.sort_by(|a, b| a.account.cmp(&b.account));
		assert_eq!(seen, expected);
		assert!(Margin::accounts_of(BOB).is_empty());
	});
}
