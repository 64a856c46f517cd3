// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults on other chains.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_traits::LotCovers;

const ETHER: CollateralId = CollateralId(2);

fn covered(kind: CollateralId) {
	COVERED.with_borrow_mut(|kinds| kinds.insert(kind));
}

fn moved() -> Vec<CoverMove> {
	COVER_MOVES.with_borrow_mut(core::mem::take)
}

fn forced(account: &MarginAccountId) -> Entry {
	Entry::new(account.clone(), Rule::Forced)
}

#[test]
fn an_account_with_something_in_a_vault_is_not_closed() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		FILLED_VAULT.set(Some(account.clone()));
		let call = || Call::close_account { account: account.clone() };
		let heavy = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call());
		let alone = <() as WeightInfo>::close_account();
		assert_eq!(heavy.call_weight, alone.saturating_add(MockCovers::empty_weight()));
		assert_noop!(call_by(ALICE, call()), Error::<Test>::VaultNotEmpty);
		FILLED_VAULT.set(None);
		assert_ok!(call_by(ALICE, call()));
	});
}

#[test]
fn what_covers_a_lot_goes_with_it_and_nothing_else_is_told() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 1_000), open(BOB, 0, 1_000));
		// Two kinds, one of which lies here; what comes in is no move.
		covered(DOT);
		Haircuts::list(DOT, 5);
		Haircuts::list(ETHER, 100);
		deposit_lot(&a, DOT, 10);
		deposit_lot(&a, ETHER, 10);
		assert_eq!(moved(), vec![]);
		let of = |kind| Margin::lots(&a).into_iter().find(|(k, _)| *k == kind).unwrap().1 as i128;
		let (dots, eth) = (of(DOT), of(ETHER));
		let journal = Journal::of(vec![
			forced(&a).lot(DOT, -dots / 2).lot(ETHER, -eth),
			forced(&b).lot(DOT, dots / 2).lot(ETHER, eth),
		]);
		assert_ok!(Margin::book(journal));
		assert_eq!(moved(), vec![(DOT, a.clone(), b.clone(), dots as u128 / 2)]);
		// Between own accounts too.
		let own = open(BOB, 1, 0);
		let lots = vec![(DOT, 3)].try_into().unwrap();
		let call = Call::move_assets {
			from: b.clone(),
			to: own.clone(),
			cash: 0,
			lots,
			positions: Default::default(),
			paid: false,
		};
		let heavy = frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&call).call_weight;
		let alone = <() as WeightInfo>::move_assets(MAX_SERIES, 0);
		assert_eq!(heavy, alone.saturating_add(MockCovers::weight()));
		assert_ok!(call_by(BOB, call));
		assert_eq!(moved(), vec![(DOT, b, own, 3)]);
	});
}

#[test]
fn of_several_givers_and_takers_each_unit_moves_once() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c, d] = [0, 1, 2, 3].map(|n| open(ALICE, n, 0));
		covered(DOT);
		Haircuts::list(DOT, 5);
		deposit_lot(&a, DOT, 10);
		deposit_lot(&b, DOT, 10);
		let journal = Journal::of(vec![
			forced(&a).lot(DOT, -7),
			forced(&c).lot(DOT, 9),
			forced(&b).lot(DOT, -5),
			forced(&d).lot(DOT, 3),
		]);
		assert_ok!(Margin::book(journal));
		let moves = moved();
		let gave =
			|x: &MarginAccountId| -> u128 { moves.iter().filter(|m| m.1 == *x).map(|m| m.3).sum() };
		let got =
			|x: &MarginAccountId| -> u128 { moves.iter().filter(|m| m.2 == *x).map(|m| m.3).sum() };
		assert_eq!([gave(&a), gave(&b), gave(&c), gave(&d)], [7, 5, 0, 0]);
		assert_eq!([got(&a), got(&b), got(&c), got(&d)], [0, 0, 9, 3]);
	});
}

#[test]
fn who_can_hold_no_more_rights_is_named_and_nothing_moves() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
		covered(DOT);
		Haircuts::list(DOT, 5);
		deposit_lot(&a, DOT, 10);
		FULL_HOLDER.with_borrow_mut(|full| *full = Some(b.clone()));
		let before = (Margin::lots(&a), Margin::lots(&b));
		let journal = Journal::of(vec![forced(&a).lot(DOT, -1), forced(&b).lot(DOT, 1)]);
		let refused = Margin::book_in(&mut Margin::session(), journal.clone());
		let error = DispatchError::Exhausted;
		assert_eq!(refused, Err(Refused { error, entry: Some(1) }));
		assert_noop!(Margin::book(journal), error);
		assert_eq!((Margin::lots(&a), Margin::lots(&b)), before);
	});
}

#[test]
fn an_impaired_lot_counts_for_being_left_alone_only() {
	ExtBuilder.build_and_execute(|| {
		let a = open(ALICE, 0, 0);
		Haircuts::list(DOT, 5);
		deposit_lot(&a, DOT, 100);
		let was = Margin::assess(&a, Lens::Latest).unwrap();
		assert!(was.lots.initial > money(0));
		assert_ok!(<Margin as Ledger<_>>::impair(&a, DOT, true));
		assert_ok!(<Margin as Ledger<_>>::impair(&a, DOT, true));
		let is = Margin::assess(&a, Lens::Latest).unwrap();
		assert_eq!((is.lots.initial, is.lots.maintenance), (money(0), was.lots.maintenance));
		// It supports no debt that is new.
		assert!(withdraw(&a, USD).is_err());
		assert_ok!(<Margin as Ledger<_>>::impair(&a, DOT, false));
		assert_eq!(Margin::assess(&a, Lens::Latest).unwrap(), was);
		assert_noop!(
			<Margin as Ledger<_>>::impair(&id(BOB, 0), DOT, true),
			Error::<Test>::NoAccount
		);
	});
}
