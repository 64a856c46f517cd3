// SPDX-License-Identifier: GPL-3.0-or-later

//! What chains' pools owe for rights in breached vaults: finding 4 of the review (`docs/reviews/vaults.md`).

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter, BoundedVec};
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome::{Done, Refused},
	OrderPurpose::Seizure,
	PoolClaims,
};

type E = Error<Test>;

/// A right of 600 of b's and one of 300 of c's in a's vault, in which 600 are left.
fn short() -> [MarginAccountId; 3] {
	name_source();
	let [a, b, c] = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&a, 1_000, 5));
	assert_ok!(seize(&a, &b, 600));
	assert_ok!(seize(&a, &c, 300));
	assert_ok!(prove(&a, 600, 6));
	assert!(RemoteVault::note_head(HUB, head(100)));
	[a, b, c]
}

fn set_pool(pool: Cash) {
	Books::edit(|books| books.pool = pool);
}

fn impaired(who: &MarginAccountId) -> bool {
	Books::get().impaired.contains(&(who.clone(), KIND))
}

fn paid(who: &MarginAccountId) -> Cash {
	Books::get().cash.get(who).copied().unwrap_or_default()
}

fn owed() -> Vec<MarginAccountId> {
	Owed::<Test>::iter_prefix_values(HUB).map(|owed| owed.holder).collect()
}

fn pay() -> sp_runtime::DispatchResult {
	RemoteVault::pay_owed(RuntimeOrigin::signed(PoolOwner::get()), HUB)
}

fn turn() {
	RemoteVault::tend_owed(&mut WeightMeter::new());
}

/// So many 72nd parts of the ramp after it began.
fn after(hours: u32) {
	assert!(RemoteVault::note_head(HUB, head(100 + BREACH_RAMP / 72 * hours)));
}

#[test]
fn finding_4_a_right_that_the_pool_cannot_make_good_carries_no_new_debt() {
	build_and_execute(|| {
		let [a, b, c] = short();
		set_pool(399);
		assert_ok!(make_good(&a, &b));
		// All of it counts for being left alone, nothing for opening, and nothing was paid in part.
		assert_eq!((lot(&b), right(&b, &a), Books::get().pool), (600, 600, 399));
		assert!(impaired(&b) && impaired(&c));
		assert_eq!(owed(), core::slice::from_ref(&b));
		let (account, holder) = (a.clone(), b.clone());
		System::assert_has_event(
			Event::PoolOwes { source: HUB, number: 0, account, kind: KIND, holder }.into(),
		);
		assert_noop!(make_good(&a, &b), E::PoolShort);
		// It cannot be carried to where it would count, nor can one that nobody looked at yet.
		assert_noop!(Books::transfer(KIND, &b, &c, 1, false), E::Short);
		assert_noop!(Books::transfer(KIND, &c, &b, 1, false), E::Short);
		// Who takes it in an auction has it as it is.
		assert_ok!(seize(&c, &b, 100));
		let d = Books::open(4);
		assert_ok!(seize(&c, &d, 200));
		assert!(impaired(&d) && !impaired(&c));
		assert_eq!(owed(), [b, d]);
	});
}

#[test]
fn blocks_find_rights_in_short_vaults_by_themselves() {
	build_and_execute(|| {
		let [a, b, c] = short();
		set_pool(500);
		RemoteVault::deliver_some(&mut WeightMeter::new());
		// One was made good, for the other the pool had too little.
		assert_eq!(owed().len(), 1);
		assert_eq!(paid(&b) + paid(&c) + Books::get().pool, 500);
		assert_eq!(impaired(&b), owed() == [b.clone()]);
		set_pool(10_000);
		turn();
		assert_eq!((lot(&b), lot(&c), owed().len()), (400, 200, 0));
		assert!(!impaired(&b) && !impaired(&c));
		assert_eq!(right(&b, &a), 400);
	});
}

#[test]
fn what_is_missing_fades_and_stays_owed() {
	build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(make_good(&a, &b));
		after(18);
		assert_ok!(make_good(&a, &b));
		// A quarter of the 200 that are missing.
		assert_eq!((lot(&b), right(&b, &a), cover(&b).held), (550, 600, 550));
		assert_noop!(make_good(&a, &b), E::PoolShort);
		// The other's share is what it was.
		set_pool(200);
		assert_noop!(pay(), E::PoolShort);
		set_pool(0);
		after(720);
		turn();
		assert_eq!((lot(&b), lot(&c)), (400, 300));
		// All of it is paid, what has left the ledger too.
		set_pool(1_000);
		assert_ok!(pay());
		assert_eq!((lot(&b), right(&b, &a), paid(&b)), (400, 400, 400));
		assert!(!impaired(&b));
		assert_ok!(make_good(&a, &c));
		assert_eq!((lot(&c), paid(&c), Books::get().pool), (200, 200, 400));
		assert_noop!(pay(), E::NothingOwed);
		assert!(!cover(&a).is_short(&vault(&a)));
	});
}

#[test]
fn what_is_owed_to_an_account_is_what_has_faded() {
	build_and_execute(|| {
		let [a, b, c] = short();
		let owed_to = |who| <RemoteVault as PoolClaims>::owed_to(who);
		assert_ok!(make_good(&a, &b));
		assert_eq!([&b, &c].map(owed_to), [0, 0]);
		after(18);
		turn();
		assert_eq!([&a, &b, &c].map(owed_to), [0, 100, 0]);
		// Without a price nobody knows.
		Books::edit(|books| books.priceless.insert(KIND));
		assert_eq!([&b, &c].map(owed_to), [Cash::MAX, 0]);
		Books::edit(|books| books.priceless.clear());
		set_pool(1_000);
		assert_ok!(pay());
		assert_eq!(owed_to(&b), 0);
	});
}

#[test]
fn who_waits_longest_is_paid_first() {
	build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(make_good(&a, &b));
		// Enough for the second alone: it waits.
		set_pool(250);
		assert_ok!(make_good(&a, &c));
		assert_eq!((owed(), paid(&c)), (vec![b.clone(), c.clone()], 0));
		turn();
		assert_eq!(Books::get().pool, 250);
		set_pool(400);
		assert_noop!(make_good(&a, &c), E::PoolShort);
		turn();
		assert_eq!((owed(), paid(&b), paid(&c)), (vec![c.clone()], 400, 0));
		set_pool(200);
		turn();
		assert_eq!((owed(), paid(&c), Books::get().pool), (vec![], 200, 0));
	});
}

#[test]
fn a_delivery_that_is_out_keeps_its_own_vault_waiting_and_no_other() {
	build_and_execute(|| {
		let [a, b, c] = short();
		let (d, e) = (Books::open(4), Books::open(5));
		assert_ok!(prove(&d, 1_000, 5));
		assert_ok!(seize(&d, &e, 900));
		assert_ok!(deliver(&d, &e));
		assert_ok!(prove(&d, 50, 6));
		assert_ok!(make_good(&d, &e));
		assert!(impaired(&e));
		after(72);
		assert_noop!(make_good(&d, &e), E::Vault(VaultError::SlotTaken));
		assert_eq!(lot(&e), 900);
		assert_ok!(make_good(&a, &b));
		assert_ok!(make_good(&a, &c));
		set_pool(10_000);
		turn();
		turn();
		assert_eq!((owed(), lot(&b), lot(&c)), (vec![e.clone()], 400, 200));
		let id = vault(&d).seizure.unwrap().id;
		assert_ok!(reply(&d, Seizure, id, Refused, 200));
		// What is missing is known once a proof shows it with nothing on its way.
		turn();
		assert_eq!((owed(), lot(&e)), (vec![e.clone()], 900));
		assert_ok!(prove(&d, 50, 201));
		turn();
		assert_eq!((owed(), lot(&e), paid(&e)), (vec![], 50, 1_700));
	});
}

#[test]
fn what_is_there_again_counts_again() {
	build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(make_good(&a, &b));
		assert_ok!(make_good(&a, &c));
		after(36);
		turn();
		assert_eq!((lot(&b), lot(&c)), (500, 250));
		// The thief brings it back, and caps have room for a part.
		assert_ok!(prove(&a, 1_000, 100_000));
		Books::edit(|books| books.cap = 780);
		assert_ok!(make_good(&a, &b));
		assert_eq!((lot(&b), right(&b, &a)), (530, 600));
		assert!(impaired(&b));
		assert_noop!(make_good(&a, &b), E::NoRoomUnderCaps);
		// What counts is delivered.
		assert_ok!(deliver(&a, &b));
		let order = vault(&a).seizure.unwrap();
		assert_eq!(order.amount, 530);
		assert_ok!(reply(&a, Seizure, order.id, Done, 100_001));
		assert_eq!((right(&b, &a), lot(&b)), (70, 520));
		Books::edit(|books| books.cap = u128::MAX);
		turn();
		assert_eq!((lot(&b), lot(&c), owed()), (590, 300, vec![]));
		assert!(!impaired(&b) && !impaired(&c));
		assert_noop!(make_good(&a, &b), E::NotBreached);
	});
}

#[test]
fn a_part_that_is_sold_leaves_the_claim_for_what_has_faded() {
	build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(make_good(&a, &b));
		after(36);
		turn();
		let d = Books::open(4);
		assert_ok!(seize(&b, &d, 500));
		assert_eq!((lot(&b), right(&b, &a), right(&d, &a), lot(&d)), (0, 100, 500, 500));
		assert_ok!(make_good(&a, &c));
		set_pool(10_000);
		(0..3).for_each(|_| turn());
		// Two thirds of what faded of his are there for him, and of what was sold.
		assert_eq!((paid(&b), right(&b, &a), lot(&b)), (68, 66, 66));
		let lots = lot(&b) + lot(&c) + lot(&d);
		assert!((598..=600).contains(&lots));
		assert_eq!(paid(&b) + paid(&c) + paid(&d) + Books::get().pool, 10_000);
		assert_eq!(paid(&b) + paid(&c) + paid(&d), 2 * (900 - lots as Cash));
	});
}

#[test]
fn who_closes_his_account_gives_up_what_was_owed() {
	build_and_execute(|| {
		let [a, b, c] = short();
		assert_ok!(make_good(&a, &b));
		after(36);
		turn();
		assert_ok!(seize(&b, &c, 500));
		Books::edit(|books| books.owners.remove(&b));
		assert_ok!(make_good(&a, &b));
		assert_eq!((right(&b, &a), owed(), cover(&a).entitled), (0, vec![c], 800));
	});
}

/// Four rights to a kind without a price are owed first, in four vaults, then one of 500 to a kind that has one and
/// one of 150 and of 100. The last vault has a right of 200 of which nothing is known yet.
fn behind_four() -> [MarginAccountId; 5] {
	name_source();
	let silent = CollateralId(4);
	let info = Sources::<Test>::get(HUB).unwrap();
	let kinds = vec![
		(KIND, RemoteKind { holding: Holding::Native, deposit: DEPOSIT }),
		(silent, RemoteKind { holding: Holding::Asset(1984), deposit: DEPOSIT }),
	];
	let info = SourceInfo { kinds: BoundedVec::truncate_from(kinds), ..info };
	assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
	let [a, b, c, d, e] = [1, 2, 3, 4, 5].map(Books::open);
	let note = |held, block| RemoteVault::note_balance(&a, silent, held, &head(block));
	assert_ok!(note(400 + DEPOSIT, 5));
	for n in 10..14 {
		assert_ok!(Books::transfer(silent, &a, &Books::open(n), 100, true));
	}
	assert_ok!(note(0, 6));
	assert_ok!(prove(&a, 950 + DEPOSIT, 5));
	for (holder, amount) in [(&b, 500), (&c, 150), (&d, 100), (&e, 200)] {
		assert_ok!(seize(&a, holder, amount));
	}
	assert_ok!(prove(&a, 0, 6));
	assert!(RemoteVault::note_head(HUB, head(100)));
	Books::edit(|books| books.priceless.insert(silent));
	for n in 10..14 {
		assert_ok!(RemoteVault::do_make_good(a.clone(), silent, Books::open(n)));
	}
	for holder in [&b, &c, &d] {
		assert_ok!(make_good(&a, holder));
	}
	[a, b, c, d, e]
}

#[test]
fn nobody_is_paid_before_who_waits_behind_those_that_cannot_be() {
	build_and_execute(|| {
		let [a, b, c, d, e] = behind_four();
		// Enough for all but the oldest that can be paid.
		set_pool(900);
		let nobody = || assert_eq!([&b, &c, &d, &e].map(paid), [0; 4]);
		assert_ok!(make_good(&a, &e));
		assert_noop!(make_good(&a, &e), E::PoolShort);
		assert_noop!(make_good(&a, &c), E::PoolShort);
		nobody();
		for _ in 0..8 {
			turn();
			nobody();
		}
		// It was found, so anybody may have it paid.
		assert_noop!(pay(), E::PoolShort);
		assert_noop!(make_good(&a, &c), E::PoolShort);
		set_pool(1_000);
		assert_ok!(pay());
		assert_eq!([&b, &c, &d, &e].map(paid), [1_000, 0, 0, 0]);
	});
}

#[test]
fn those_behind_are_paid_in_their_order_wherever_block_work_is() {
	build_and_execute(|| {
		let [a, b, c, d, e] = behind_four();
		assert_ok!(make_good(&a, &e));
		// Three turns of two: block work is behind the second that can be paid.
		(0..3).for_each(|_| turn());
		assert_eq!(FirstOwed::<Test>::get(HUB), Some(4));
		set_pool(1_000);
		assert_ok!(pay());
		// Too little for the next; the two after it wait for him wherever the turn is.
		set_pool(250);
		for _ in 0..8 {
			turn();
			assert_eq!([&b, &c, &d, &e].map(paid), [1_000, 0, 0, 0]);
		}
		set_pool(900);
		(0..8).for_each(|_| turn());
		assert_eq!([&b, &c, &d, &e].map(paid), [1_000, 300, 200, 400]);
		assert_eq!((owed().len(), Books::get().pool), (4, 0));
	});
}

#[test]
fn what_pools_owe_is_what_rights_say() {
	let broken = |undo: fn(&[MarginAccountId; 3])| {
		build().execute_with(|| {
			let world = short();
			assert_ok!(make_good(&world[0], &world[1]));
			assert_eq!(RemoteVault::do_try_state(), Ok(()));
			undo(&world);
			let error = RemoteVault::do_try_state().unwrap_err();
			assert!(format!("{error:?}").contains("owed: "), "{error:?}");
		})
	};
	broken(|_| Owed::<Test>::remove(HUB, 0u64.to_be_bytes()));
	broken(|[a, b, _]| {
		Rights::<Test>::mutate((b, KIND, a), |right| right.as_mut().unwrap().owed = None);
	});
	broken(|[_, b, _]| {
		Covers::<Test>::mutate(b, KIND, |cover| cover.as_mut().unwrap().doubts = 0);
	});
	broken(|[a, b, _]| {
		Rights::<Test>::mutate((b, KIND, a), |right| right.as_mut().unwrap().gone = 601);
	});
	broken(|[a, _, c]| {
		let entry = OwedRight { holder: c.clone(), kind: KIND, account: a.clone(), since: 0 };
		Owed::<Test>::insert(HUB, 7u64.to_be_bytes(), entry);
	});
}
