// SPDX-License-Identifier: GPL-3.0-or-later

//! How many rights there may be, who may move them, and who may have them delivered (ADR 36).

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchClass, weights::WeightMeter};
use frame_support::{storage::with_storage_layer, BoundedVec};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{
	LotCovers,
	OrderOutcome::Done,
	OrderPurpose::{Release, Seizure},
};

const HELD: u128 = 100;

/// The source with so many kinds, the first of which is `KIND`.
fn kinds(count: u16) -> Vec<CollateralId> {
	name_source();
	let kinds: Vec<_> = (0..count).map(|n| CollateralId(KIND.0 + n)).collect();
	let info = Sources::<Test>::get(HUB).unwrap();
	let remote = |kind: CollateralId| RemoteKind {
		holding: if kind == KIND { Holding::Native } else { Holding::Asset(kind.0.into()) },
		deposit: DEPOSIT,
	};
	let named = kinds.iter().map(|kind| (*kind, remote(*kind))).collect();
	let info = SourceInfo { kinds: BoundedVec::truncate_from(named), ..info };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
	kinds
}

/// So much of a kind is there for an account's own lot.
fn put(account: &MarginAccountId, kind: CollateralId) {
	let proven = || RemoteVault::note_balance(account, kind, HELD + DEPOSIT, &head(5));
	assert_ok!(with_storage_layer(proven));
}

/// Give an account rights to a kind in so many vaults, eight at most.
fn fill(account: &MarginAccountId, kind: CollateralId, count: u8) {
	let first = 100 + 8 * AsRef::<[u8]>::as_ref(&account.0)[0];
	for n in first..first + count {
		let vault = Books::open(n);
		put(&vault, kind);
		assert_ok!(Books::transfer(kind, &vault, account, HELD, true));
	}
}

/// A bid for a share, in hundredths, of all that an account has.
fn bid(from: &MarginAccountId, to: &MarginAccountId, share: u128) -> DispatchResult {
	with_storage_layer(|| {
		let books = Books::get();
		for ((_, kind), lot) in books.lots.iter().filter(|((account, _), _)| account == from) {
			Books::transfer(*kind, from, to, (lot * share).div_ceil(100), true)?;
		}
		Ok(())
	})
}

#[test]
fn an_account_with_many_kinds_can_be_bid_for() {
	build_and_execute(|| {
		let kinds = kinds(9);
		let [debtor, new, busy, pool] = [1, 2, 3, 99].map(Books::open);
		for kind in &kinds {
			put(&debtor, *kind);
		}
		// Who has rights to some of these kinds bids too.
		for kind in &kinds[..5] {
			fill(&busy, *kind, 3);
		}
		assert_ok!(bid(&debtor, &new, 10));
		assert_ok!(bid(&debtor, &busy, 10));
		assert_ok!(RemoteVault::do_try_state());
		assert_eq!([&new, &busy].map(RightCounts::<Test>::get), [9, 15 + 9]);
		assert_eq!(cover(&busy).rights, 4);
		assert_ok!(bid(&debtor, &pool, 100));
		assert_eq!(RightCounts::<Test>::get(&pool), 9);
	});
}

#[test]
fn an_account_with_rights_to_several_kinds_is_sold_whole() {
	build_and_execute(|| {
		let kinds = kinds(2);
		let [seller, buyer] = [1, 2].map(Books::open);
		for kind in &kinds {
			put(&seller, *kind);
			fill(&seller, *kind, 7);
		}
		assert_ok!(bid(&seller, &buyer, 100));
		assert_eq!((RightCounts::<Test>::get(&buyer), cover(&buyer).rights), (16, 8));
	});
}

#[test]
fn there_is_an_end_to_rights_of_a_kind_and_of_all() {
	build_and_execute(|| {
		let kinds = kinds(5);
		let [holder, giver, pool] = [1, 2, 99].map(Books::open);
		for kind in &kinds[..4] {
			fill(&holder, *kind, MAX_RIGHTS as u8);
		}
		assert_eq!(RightCounts::<Test>::get(&holder), MOST_RIGHTS);
		put(&giver, kinds[4]);
		let more = |to| Books::transfer(kinds[4], &giver, to, 1, true);
		assert_noop!(more(&holder), Error::<Test>::TooManyRights);
		assert_ok!(more(&pool));
		// Of one kind, whoever has not so many over all.
		let [few, other] = [3, 4].map(Books::open);
		fill(&few, KIND, MAX_RIGHTS as u8);
		put(&other, KIND);
		let more = Books::transfer(KIND, &other, &few, 1, true);
		assert_noop!(more, Error::<Test>::TooManyRights);
		put(&other, kinds[1]);
		assert_ok!(Books::transfer(kinds[1], &other, &few, 1, true));
	});
}

#[test]
fn what_a_bid_moves_was_declared() {
	build_and_execute(|| {
		let kinds = kinds(8);
		let [seller, pool] = [1, 99].map(Books::open);
		for kind in &kinds {
			put(&seller, *kind);
			fill(&seller, *kind, 4);
		}
		assert_eq!(RightCounts::<Test>::get(&seller), MOST_RIGHTS);
		let weight = || *System::block_weight().get(DispatchClass::Operational);
		let before = weight();
		assert_ok!(bid(&seller, &pool, 100));
		assert_eq!(RightCounts::<Test>::get(&pool), MOST_RIGHTS + 8);
		assert!((weight() - before).all_lte(RemoteVault::weight()));
	});
}

/// The first account has 390 of its own left in a breached vault and a right to 300 in the second's, sound one.
fn half_breached() -> [MarginAccountId; 3] {
	name_source();
	let accounts = [1, 2, 3].map(Books::open);
	let [a, b, _] = &accounts;
	assert_ok!(prove(a, 1_000, 5));
	assert_ok!(prove(b, 1_000, 5));
	assert_ok!(seize(b, a, 300));
	assert_ok!(prove(a, 400, 6));
	assert_eq!((cover(a).own, lot(a)), (390, 690));
	accounts
}

#[test]
fn a_breach_of_ones_own_vault_leaves_ones_rights_elsewhere_alone() {
	build_and_execute(|| {
		let [a, b, c] = half_breached();
		// Nothing is sent where less is than should be; to another account of his it may go.
		assert_noop!(deliver(&b, &a), Error::<Test>::BreachedVault);
		assert_ok!(Books::transfer(KIND, &a, &c, 100, false));
		assert_eq!((cover(&a).own, right(&a, &b), right(&c, &b)), (390, 200, 100));
		assert_noop!(Books::transfer(KIND, &a, &c, 201, false), Error::<Test>::BreachedVault);
		assert_ok!(Books::transfer(KIND, &a, &c, 200, false));
		assert_eq!((lot(&a), right(&c, &b)), (390, 300));
		assert_noop!(Books::transfer(KIND, &a, &c, 1, false), Error::<Test>::BreachedVault);
		assert_ok!(deliver(&b, &c));
		// By force his own part goes first, as ever.
		assert_ok!(seize(&a, &c, 100));
		assert_eq!((cover(&a).own, right(&c, &a)), (290, 100));
	});
}

#[test]
fn what_came_while_a_vault_was_breached_is_its_own_once_it_is_trusted() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		assert_ok!(prove(&a, 1_000, 5));
		assert_ok!(prove(&b, 110, 5));
		assert_ok!(seize(&a, &b, 300));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(prove(&b, 50, 6));
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_eq!((right(&b, &b), cover(&b).own), (300, 0));
		// There is less: the pool owes it.
		assert_eq!((Owed::<Test>::iter().count(), cover(&b).doubts), (1, 1));
		assert_ok!(prove(&b, 350, 10));
		assert_noop!(release(&b, 300), Error::<Test>::NotOwnPart);
		assert_ok!(RemoteVault::do_clear_breach(b.clone(), KIND));
		assert_eq!((right(&b, &b), cover(&b).own, lot(&b)), (0, 340, 340));
		assert_eq!((Owed::<Test>::iter().count(), cover(&b).doubts), (0, 0));
		assert_ok!(release(&b, 340));
	});
}

/// P − X counts an order twice that ran before the breach was seen, and a delivery into the vault not at all.
#[test]
fn nothing_is_made_good_before_it_is_known_what_is_missing() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(prove(&a, 1_000, 5));
		assert_ok!(seize(&a, &b, 490));
		let id = release(&a, 500).unwrap();
		// It ran, and one unit is gone.
		assert_ok!(prove(&a, 499, 6));
		assert_eq!(vault(&a).certain(), 0);
		let awaits = DispatchError::from(Error::<Test>::Vault(VaultError::AwaitsProof));
		// Until then it counts nothing for opening, and nothing is paid.
		assert_ok!(make_good(&a, &b));
		assert_noop!(make_good(&a, &b), awaits);
		assert_ok!(reply(&a, Release, id, Done, 8));
		assert_noop!(make_good(&a, &b), awaits);
		assert_ok!(prove(&a, 499, 9));
		// All that b has a right to is there.
		assert_ok!(make_good(&a, &b));
		assert_noop!(make_good(&a, &b), Error::<Test>::NotBreached);
		assert_eq!((lot(&b), Books::get().pool), (490, 10_000));
		assert_ok!(prove(&a, 245, 10));
		assert_ok!(make_good(&a, &b));
		assert_eq!((lot(&b), Books::get().pool), (245, 10_000 - 2 * 245));
	});
}

/// Found by the interleavings: what was on its way in had come and was stolen with the rest.
#[test]
fn what_came_and_was_stolen_at_once_is_not_counted_when_it_is_answered() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		assert_ok!(prove(&a, 1_000, 5));
		assert_ok!(prove(&b, 500, 5));
		assert_ok!(seize(&a, &b, 300));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		// Of 800 that lay there 40 are left.
		assert_ok!(prove(&b, 40, 6));
		assert_eq!((vault(&b).proven, vault(&b).lost, cover(&b).own), (0, 260, 0));
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_eq!((vault(&b).proven, right(&b, &b)), (40, 300));
		let awaits = DispatchError::from(Error::<Test>::Vault(VaultError::AwaitsProof));
		assert_noop!(RemoteVault::do_clear_breach(b.clone(), KIND), awaits);
		assert_ok!(prove(&b, 40, 10));
		assert_eq!(cover(&b).breaches, 1, "it is no news");
		assert_noop!(RemoteVault::do_clear_breach(b.clone(), KIND), Error::<Test>::Short);
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(make_good(&b, &b));
		assert_eq!((lot(&b), right(&b, &b)), (40, 40));
	});
}

#[test]
fn nothing_comes_into_a_vault_of_others_unless_its_holder_asks() {
	build_and_execute(|| {
		name_source();
		let [a, b, c, pool] = [1, 2, 3, 99].map(Books::open);
		for account in [&a, &b, &pool] {
			assert_ok!(prove(account, 1_000, 5));
		}
		assert_ok!(seize(&a, &b, 100));
		assert_ok!(seize(&b, &c, 100));
		assert_eq!((right(&b, &a), right(&c, &b)), (100, 100));
		let order = |who: &MarginAccountId| {
			let who = RuntimeOrigin::signed(who.0.clone());
			RemoteVault::deliver(who, a.clone(), KIND, b.clone())
		};
		assert_noop!(order(&a), Error::<Test>::HolderMustAsk);
		let stranger = MarginAccountId(AccountId32::new([50; 32]));
		assert_noop!(order(&stranger), Error::<Test>::HolderMustAsk);
		// Blocks leave it, and deliver what is c's.
		RemoteVault::deliver_some(&mut WeightMeter::new());
		assert_eq!((vault(&a).seizure, cover(&b).inbound), (None, 0));
		let id = vault(&b).seizure.unwrap().id;
		assert_noop!(order(&b), Error::<Test>::Busy);
		assert_ok!(reply(&b, Seizure, id, Done, 9));
		// Now nobody waits for b.
		RemoteVault::deliver_some(&mut WeightMeter::new());
		assert_eq!(cover(&b).inbound, 100);
	});
}

#[test]
fn two_that_have_rights_in_each_others_vaults_ask_and_the_pool_need_not() {
	build_and_execute(|| {
		name_source();
		let [a, b, c, pool] = [1, 2, 3, 99].map(Books::open);
		for account in [&a, &b, &c, &pool] {
			assert_ok!(prove(account, 1_000, 5));
		}
		assert_ok!(seize(&a, &c, 990));
		assert_ok!(seize(&b, &a, 100));
		assert_ok!(seize(&c, &b, 990));
		// a: a right in b's. b: one in c's. c: one in a's.
		RemoteVault::deliver_some(&mut WeightMeter::new());
		assert!([&a, &b, &c].iter().all(|account| vault(account).seizure.is_none()));
		let asked = RuntimeOrigin::signed(b.0.clone());
		assert_ok!(RemoteVault::deliver(asked, c.clone(), KIND, b.clone()));
		// The pool's account has rights in another's vault and others have some in its own.
		assert_ok!(seize(&pool, &c, 100));
		assert_ok!(seize(&a, &pool, 50));
		assert_eq!(right(&pool, &b), 50);
		assert_noop!(
			RemoteVault::do_deliver(None, b.clone(), KIND, a.clone()),
			Error::<Test>::Busy
		);
		let id = vault(&c).seizure.unwrap().id;
		assert_ok!(reply(&c, Seizure, id, Done, 9));
		assert_ok!(RemoteVault::do_deliver(None, b, KIND, pool));
	});
}
