// SPDX-License-Identifier: GPL-3.0-or-later

//! What loss pools are paid and measured by.

use super::{gains::deal, scaling::insolvency};
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::BadOrigin;

type Problem = Error<Test>;

const CHAIN: Pot = Pot::ChainPool(SourceId(1));

fn fund(who: AccountId32, account: &MarginAccountId, pot: Pot, amount: Cash) -> DispatchResult {
	let funded = Margin::fund_pool(origin(who), account.clone(), pot, amount as u128);
	funded.map(|_| ()).map_err(|failed| failed.error)
}

#[test]
fn anyone_funds_a_pool_out_of_what_he_could_withdraw() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 1_000);
		assert_ok!(fund(ALICE, &a, Pot::GlobalPool, 300 * USD));
		assert_ok!(fund(ALICE, &a, CHAIN, 100 * USD));
		let event = Event::PoolFunded { pot: CHAIN, account: a.clone(), amount: 100 * USD };
		System::assert_last_event(event.into());
		let is = (Margin::pot(Pot::GlobalPool), Margin::pot(CHAIN), Margin::cash(&a));
		assert_eq!(is, (300 * USD, 100 * USD, 600 * USD));
		assert_noop!(fund(ALICE, &a, Pot::Treasury, 1), Problem::NotAPool);
		assert_noop!(fund(ALICE, &a, Pot::Insolvency, 1), Problem::NotAPool);
		assert_noop!(fund(ALICE, &a, CHAIN, 0), Problem::ZeroAmount);
		assert_noop!(fund(BOB, &a, CHAIN, 1), Problem::NotOwner);
		assert_noop!(fund(ALICE, &a, CHAIN, 600 * USD + 1), Problem::WithdrawalTooLarge);
		// Nothing has left the house.
		assert_eq!(Totals::<Test>::get().held, 1_000 * USD);
	});
}

#[test]
fn the_treasury_endows_a_pool_as_far_as_it_goes() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 50);
		let paid = Entry::new(a, Rule::Forced).cash(-50 * USD);
		assert_ok!(Margin::book(Journal::of(vec![paid]).pot(Pot::Treasury, 50 * USD)));
		let endow =
			|pot, amount: Cash| Margin::endow_pool(RuntimeOrigin::root(), pot, amount as u128);
		assert_ok!(endow(CHAIN, 20 * USD));
		System::assert_last_event(Event::PoolEndowed { pot: CHAIN, amount: 20 * USD }.into());
		assert_ok!(endow(Pot::GlobalPool, 30 * USD));
		assert_eq!(Margin::pot(Pot::Treasury), 0);
		assert_noop!(endow(CHAIN, 1), Problem::PotShort);
		assert_noop!(endow(CHAIN, 0), Problem::ZeroAmount);
		assert_noop!(endow(Pot::Feeders, 1), Problem::NotAPool);
		let not_root = Margin::endow_pool(origin(ALICE), CHAIN, 1);
		assert_noop!(not_root, BadOrigin);
	});
}

#[test]
fn pools_are_shown_beside_the_two_largest_tails_in_each_underlying() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Margin::loss_pools(), PoolSizes::default());
		let maker = open(CHARLIE, 0, 90_000_000);
		let owners = [(ALICE, 3), (BOB, 2), (AccountId32::new([4; 32]), 1)];
		let wing = call(250_000);
		for (owner, contracts) in owners.clone() {
			let account = open(owner.clone(), 0, 9_000_000);
			assert_ok!(Margin::set_mode(origin(owner), account.clone(), MarginMode::Portfolio)
				.map(|_| ())
				.map_err(|failed| failed.error));
			// Far wings: their losses are in the dampened tails.
			assert_ok!(deal(&maker, &account, wing, contracts * 10 * CONTRACT, 0, 0));
		}
		// Of none anything is known: nobody valued them since.
		let sizes = Margin::loss_pools();
		let [need] = &sizes.needs[..] else { panic!("one underlying") };
		assert_eq!(need.underlying, BTC);
		let of = |n: usize| {
			let account = account(&id(owners[n].0.clone(), 0));
			let mut session = Session::<Test>::new();
			let is = session.engine(Lens::Latest).value(&account).expect("a value");
			Money::from_inner(is.tail())
		};
		assert!(of(0) > of(1) && of(1) > of(2) && of(2) > money(0));
		let expected = vec![(ALICE, of(0)), (BOB, of(1))];
		assert_eq!((&need.owners, need.needed), (&expected, of(0) + of(1)));
		// Known, and beside what there is.
		assert_ok!(Margin::poke(origin(ALICE), id(ALICE, 0)).map(|_| ()).map_err(|e| e.error));
		assert_ok!(fund(CHARLIE, &maker, CHAIN, 7));
		assert_ok!(fund(CHARLIE, &maker, Pot::GlobalPool, 8));
		insolvency(5);
		let again = Margin::loss_pools();
		assert_eq!(again.needs[0].owners[0], expected[0]);
		assert_eq!((again.global, again.insolvency), (8, 5));
		assert_eq!(again.chains, vec![(SourceId(1), 7)]);
	});
}

/// Of three owners with ten, six and five tokens on a chain, and one of eight at home, at 5 each.
#[test]
fn chains_pools_are_shown_beside_the_two_largest_claims_on_each() {
	ExtBuilder.build_and_execute(|| {
		let (home, there) = (DOT, CollateralId(40));
		for kind in [home, there] {
			Haircuts::set(kind, (money(5), money(3), money(4), PriceState::Valid));
		}
		// What its age takes now is no matter.
		Haircuts::on_chain(there, SourceId(1), FixedU128::from_rational(1, 4));
		let third = AccountId32::new([4; 32]);
		for (owner, index, kind, tokens) in [
			(ALICE, 0, there, 4),
			(ALICE, 1, there, 6),
			(BOB, 0, there, 6),
			(third.clone(), 0, there, 5),
			(third, 1, home, 8),
		] {
			deposit_lot(&open(owner, index, 1), kind, tokens);
		}
		let need = ChainNeed {
			source: SourceId(1),
			owners: vec![(ALICE, money(50)), (BOB, money(30))],
			needed: money(80),
		};
		assert_eq!(Margin::loss_pools().chain_needs, vec![need]);
	});
}
