// SPDX-License-Identifier: GPL-3.0-or-later

//! From its breach on a vault that is short of rights lets none of them count for opening (ADR 44); what comes back,
//! and as far as caps leave room.

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{
	assert_noop, assert_ok, dispatch::DispatchClass, traits::Hooks, weights::WeightMeter,
};
use straddle_primitives::*;
use straddle_traits::{
	OrderOutcome::Done,
	OrderPurpose::{Release, Seizure},
};

type E = Error<Test>;

fn impaired(who: &MarginAccountId) -> bool {
	Books::get().impaired.contains(&(who.clone(), KIND))
}

fn doubted(holder: &MarginAccountId, account: &MarginAccountId) -> bool {
	Rights::<Test>::get((holder, KIND, account)).unwrap().doubted
}

fn look_at_rights() {
	(0..4).for_each(|_| RemoteVault::deliver_some(&mut WeightMeter::new()));
}

/// Rights of 600 of b's and of 300 of c's in a's vault, in which 1,000 are.
fn sound() -> [MarginAccountId; 3] {
	name_source();
	let [a, b, c] = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&a, 1_000, 5));
	assert_ok!(seize(&a, &b, 600));
	assert_ok!(seize(&a, &c, 300));
	[a, b, c]
}

#[test]
fn the_proof_of_a_breach_lets_rights_count_for_opening_no_more() {
	build_and_execute(|| {
		let [a, b, c] = sound();
		let weight = || *System::block_weight().get(DispatchClass::Operational);
		let before = weight();
		// What is missing is the owner's own part: rights are whole.
		assert_ok!(prove(&a, 900, 6));
		assert!(!impaired(&b) && !impaired(&c));
		assert_eq!(weight(), before);
		assert_ok!(prove(&a, 899, 7));
		// No block came by. Nobody owes anything yet, and all of it counts for being left alone.
		assert!(impaired(&b) && impaired(&c));
		assert_eq!((Owed::<Test>::iter().count(), lot(&b), lot(&c)), (0, 600, 300));
		assert_eq!((Sweeps::<Test>::get().len(), cover(&b).doubts), (0, 1));
		assert!(weight().any_gt(before), "it is charged");
		let (account, holder) = (a.clone(), c.clone());
		System::assert_has_event(Event::Doubted { account, kind: KIND, holder }.into());
		// Once it is made good it counts again.
		Books::edit(|books| books.pool = 1_000);
		assert_ok!(make_good(&a, &b));
		assert!(!impaired(&b) && impaired(&c));
		assert_ok!(make_good(&a, &c));
		assert!(!impaired(&c));
		assert_eq!(cover(&b).doubts + cover(&c).doubts, 0);
	});
}

#[test]
fn who_has_a_right_to_a_part_of_many_is_found_before_transactions() {
	build_and_execute(|| {
		name_source();
		let a = Books::open(1);
		let holders: Vec<_> = (10..26).map(Books::open).collect();
		assert_ok!(prove(&a, 2_000, 5));
		for holder in &holders {
			assert_ok!(seize(&a, holder, 100));
		}
		let told = || holders.iter().filter(|holder| impaired(holder)).count();
		assert_ok!(prove(&a, 1_599, 6));
		assert_eq!((told(), Sweeps::<Test>::get().len()), (4, 1));
		assert_ok!(RemoteVault::do_try_state());
		// As far as the block's meter goes.
		let step = <() as WeightInfo>::doubt_right().saturating_mul(3);
		let limit = <() as WeightInfo>::due_base().saturating_add(step);
		RemoteVault::sweep_breached(&mut WeightMeter::with_limit(limit));
		assert_eq!(told(), 7);
		RemoteVault::sweep_breached(&mut WeightMeter::with_limit(Default::default()));
		assert_eq!(told(), 7);
		RemoteVault::on_poll(2, &mut WeightMeter::new());
		assert_eq!((told(), Sweeps::<Test>::get().len()), (15, 1));
		RemoteVault::on_poll(3, &mut WeightMeter::new());
		assert_eq!((told(), Sweeps::<Test>::get().len()), (16, 0));
	});
}

#[test]
fn vaults_are_looked_at_in_turn_and_from_the_first_right_after_another_breach() {
	build_and_execute(|| {
		name_source();
		let vaults = [1, 2, 3].map(Books::open);
		let holders: Vec<_> = (10..20).map(Books::open).collect();
		for vault in &vaults {
			assert_ok!(prove(vault, 2_000, 5));
			for holder in &holders {
				assert_ok!(seize(vault, holder, 100));
			}
			assert_ok!(prove(vault, 900, 6));
		}
		let told = |vault| holders.iter().filter(|holder| doubted(holder, vault)).count();
		RemoteVault::sweep_breached(&mut WeightMeter::new());
		assert_eq!(vaults.each_ref().map(told), [10, 5, 4]);
		// The pool makes one good; what is there now is less than was cut.
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(make_good(&vaults[1], &holders[0]));
		assert!(!doubted(&holders[0], &vaults[1]));
		assert_ok!(prove(&vaults[1], 500, 7));
		assert!(doubted(&holders[0], &vaults[1]));
		let sweeps: Vec<_> = Sweeps::<Test>::get().into_iter().map(|sweep| sweep.account).collect();
		assert_eq!(sweeps, [vaults[2].clone(), vaults[1].clone()]);
		(0..2).for_each(|_| RemoteVault::sweep_breached(&mut WeightMeter::new()));
		assert_eq!((vaults.each_ref().map(told), Sweeps::<Test>::get().len()), ([10; 3], 0));
	});
}

#[test]
fn who_cannot_be_booked_is_tried_again() {
	build_and_execute(|| {
		let [a, b, c] = sound();
		Books::edit(|books| books.stuck.insert(b.clone()));
		assert_ok!(prove(&a, 600, 6));
		assert!(!impaired(&b) && impaired(&c));
		RemoteVault::sweep_breached(&mut WeightMeter::new());
		assert!(!impaired(&b));
		Books::edit(|books| books.stuck.clear());
		RemoteVault::sweep_breached(&mut WeightMeter::new());
		assert!(impaired(&b) && Sweeps::<Test>::get().is_empty());
	});
}

#[test]
fn what_is_there_again_counts_for_opening_again_as_blocks_come_by_or_anybody() {
	build_and_execute(|| {
		let [a, b, c] = sound();
		assert_ok!(prove(&a, 600, 6));
		assert_ok!(prove(&a, 1_000, 7));
		assert!(impaired(&b) && impaired(&c));
		assert_ok!(make_good(&a, &b));
		assert!(!impaired(&b));
		assert_noop!(make_good(&a, &b), E::NotBreached);
		look_at_rights();
		assert!(!impaired(&c));
		assert_eq!((cover(&b).doubts, cover(&c).doubts, lot(&c)), (0, 0, 300));
	});
}

#[test]
fn a_right_that_comes_home_or_is_given_up_leaves_no_doubt() {
	build_and_execute(|| {
		let [a, b, c] = sound();
		assert_ok!(prove(&a, 600, 6));
		// Liquidation takes all of it: whoever has it now opens nothing on it.
		let d = Books::open(4);
		assert_ok!(seize(&c, &d, 300));
		assert!(!impaired(&c) && impaired(&d));
		assert_eq!((cover(&c).doubts, cover(&d).doubts), (0, 1));
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(make_good(&a, &d));
		assert_ok!(make_good(&a, &b));
		assert_noop!(RemoteVault::do_clear_breach(a.clone(), KIND), E::NotReturned);
		assert_ok!(RemoteVault::write_off(RuntimeOrigin::root(), a.clone(), KIND));
		assert_ok!(RemoteVault::do_clear_breach(a, KIND));
		assert!(!impaired(&b) && !impaired(&d));
	});
}

/// Of two that had rights to it only the second finds the vault short.
#[test]
fn what_came_short_is_doubted_whoever_found_it_whole() {
	build_and_execute(|| {
		name_source();
		let [a, b, d] = [1, 2, 4].map(Books::open);
		assert_ok!(prove(&a, 1_000, 5));
		assert_ok!(prove(&b, 1_000, 5));
		assert_ok!(seize(&a, &b, 300));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(prove(&b, 250, 6));
		assert_eq!((vault(&b).lost, cover(&b).own), (50, 0));
		assert_ok!(seize(&b, &d, 150));
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_eq!((right(&b, &b), right(&d, &b), vault(&b).proven), (150, 150, 250));
		let owed: Vec<_> = Owed::<Test>::iter_values().map(|owed| owed.holder).collect();
		assert_eq!(owed, core::slice::from_ref(&d));
		assert!(impaired(&b) && impaired(&d));
	});
}

#[test]
fn four_of_whom_nobody_knows_what_they_miss_keep_no_fifth_waiting() {
	build_and_execute(|| {
		let [a, b, _] = sound();
		let mut ids = vec![];
		for n in 10..14 {
			let (from, to) = (Books::open(n), Books::open(10 + n));
			assert_ok!(prove(&from, 1_000, 5));
			assert_ok!(seize(&from, &to, 900));
			assert_ok!(deliver(&from, &to));
			assert_ok!(prove(&from, 50, 6));
			assert_ok!(make_good(&from, &to));
			ids.push((from, to));
		}
		assert_ok!(prove(&a, 600, 6));
		assert_ok!(make_good(&a, &b));
		assert_eq!(Owed::<Test>::iter().count(), 5);
		Books::edit(|books| books.pool = 10_000);
		(0..3).for_each(|_| RemoteVault::tend_owed(&mut WeightMeter::new()));
		assert_eq!((Owed::<Test>::iter().count(), lot(&b)), (4, 400));
		assert!(ids.iter().all(|(_, to)| impaired(to) && lot(to) == 900));
	});
}

#[test]
fn what_had_faded_comes_back_as_far_as_caps_leave_room_and_a_vault_is_trusted_with_all_of_it() {
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
		assert_ok!(prove(&b, 50, 10));
		assert!(RemoteVault::note_head(HUB, head(9 + BREACH_RAMP)));
		RemoteVault::tend_owed(&mut WeightMeter::new());
		assert_eq!((lot(&b), right(&b, &b), cover(&b).held), (50, 300, 50));
		// All of it is there again.
		assert_ok!(prove(&b, 350, BREACH_RAMP + 10));
		let credited = lot(&a) + lot(&b);
		let clear = || {
			let account = b.clone();
			RemoteVault::clear_breach(RuntimeOrigin::root(), account, KIND)
		};
		let set_cap = |cap| Books::edit(|books| books.cap = cap);
		set_cap(credited);
		assert_noop!(make_good(&b, &b), E::NoRoomUnderCaps);
		assert_noop!(clear(), E::NoRoomUnderCaps);
		// A part would leave the rest a right to his own vault, which nobody delivers and he cannot release.
		set_cap(credited + 249);
		assert_noop!(clear(), E::NoRoomUnderCaps);
		set_cap(credited + 250);
		assert_ok!(clear());
		assert_eq!((right(&b, &b), cover(&b).own, lot(&b)), (0, 300, 300));
		let id = release(&b, 300).unwrap();
		assert_ok!(reply(&b, Release, id, Done, BREACH_RAMP + 11));
		assert_noop!(clear(), E::NotBreached);
	});
}

#[test]
fn doubts_that_do_not_fit() {
	let broken = |undo: fn(&[MarginAccountId; 3]), wanted: &str| {
		build().execute_with(|| {
			let world = sound();
			assert_ok!(prove(&world[0], 600, 6));
			assert_eq!(RemoteVault::do_try_state(), Ok(()));
			undo(&world);
			let error = RemoteVault::do_try_state().unwrap_err();
			assert!(format!("{error:?}").contains(wanted), "{error:?}");
		})
	};
	broken(|[a, b, _]| Holders::<Test>::remove((a, KIND, b)), "holders: one is missing");
	broken(|[a, b, _]| Holders::<Test>::insert((b, KIND, a), ()), "holders: of no right");
	broken(
		|[a, b, _]| {
			Rights::<Test>::mutate((b, KIND, a), |right| right.as_mut().unwrap().doubted = false);
			Covers::<Test>::mutate(b, KIND, |cover| cover.as_mut().unwrap().doubts = 0);
		},
		"doubts: a right in a short vault",
	);
	broken(
		|[_, b, _]| {
			Books::edit(|books| books.impaired.remove(&(b.clone(), KIND)));
		},
		"invariant 4: a right in a short vault counts for opening",
	);
	broken(
		|[a, b, _]| {
			assert_ok!(make_good(a, b));
			Rights::<Test>::mutate((b, KIND, a), |right| right.as_mut().unwrap().doubted = false);
			Covers::<Test>::mutate(b, KIND, |cover| cover.as_mut().unwrap().doubts = 0);
		},
		"owed: without a doubt",
	);
	broken(
		|[_, b, _]| {
			assert_ok!(prove(b, 1_000, 5));
			assert_ok!(RemoteVault::do_try_state());
			Covers::<Test>::mutate(b, KIND, |cover| cover.as_mut().unwrap().own -= 100);
			Books::edit(|books| *books.lots.get_mut(&(b.clone(), KIND)).unwrap() -= 100);
			assert_ok!(RemoteVault::grant(b, KIND, b, 100, None, true));
			Books::edit(|books| *books.lots.get_mut(&(b.clone(), KIND)).unwrap() += 100);
		},
		"rights: one to its own vault",
	);
}
