// SPDX-License-Identifier: GPL-3.0-or-later

//! Proofs become lots, lots take their cover with them, and what happens where less is there.

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{
	LotCovers,
	OrderOutcome::{Done, Refused},
	OrderPurpose::{Release, Seizure},
};

fn error<R: core::fmt::Debug>(result: Result<R, DispatchError>, wanted: Error<Test>) {
	assert_eq!(result.unwrap_err(), wanted.into());
}

/// Accounts 1, 2 and 3; the first has 1,000 in its vault.
fn world() -> [MarginAccountId; 3] {
	name_source();
	let accounts = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&accounts[0], 1_000, 5));
	accounts
}

#[test]
fn what_is_proven_counts_less_the_deposit_and_only_for_an_account_that_exists() {
	build_and_execute(|| {
		let [a, ..] = world();
		assert_eq!((lot(&a), cover(&a).own), (990, 990));
		// More comes, the same is shown again, and older things.
		assert_ok!(prove(&a, 1_200, 6));
		assert_eq!(lot(&a), 1_190);
		error(prove(&a, 9_999, 6), Error::Vault(VaultError::NotNewer));
		let nobody = MarginAccountId(sp_runtime::AccountId32::new([9; 32]));
		error(prove(&nobody, 1_000, 7), Error::NoSuchAccount);
		error(RemoteVault::note_balance(&a, CollateralId(8), 1, &head(9)), Error::UnknownKind);
		assert!(RemoteVault::covers(KIND) && !RemoteVault::covers(CollateralId(8)));
	});
}

#[test]
fn what_caps_and_minimum_leave_no_room_for_stays_in_the_vault_and_may_leave_it() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		Books::edit(|books| (books.cap, books.minimum) = (600, 100));
		assert_ok!(prove(&a, DEPOSIT + 99, 5));
		assert_eq!(lot(&a), 0);
		assert_ok!(prove(&a, DEPOSIT + 500, 6));
		assert_ok!(prove(&b, DEPOSIT + 500, 6));
		assert_eq!((lot(&a), lot(&b)), (500, 100));
		// What is not credited leaves first and asks nobody.
		Books::edit(|books| books.may_withdraw = true);
		assert_ok!(release(&b, 450));
		assert_eq!((lot(&b), cover(&b).own), (50, 50));
		error(release(&a, 501), Error::NotOwnPart);
		// With the chain's head unread nothing new counts, until it is read again.
		Books::edit(|books| (books.cap, books.takes_new) = (u128::MAX, false));
		assert_ok!(prove(&a, DEPOSIT + 700, 7));
		assert_eq!(lot(&a), 500);
		Books::edit(|books| books.takes_new = true);
		let anyone = RuntimeOrigin::signed(PoolOwner::get());
		assert_ok!(RemoteVault::recount(anyone, a.clone(), KIND));
		assert_eq!(lot(&a), 700);
	});
}

#[test]
fn a_release_leaves_the_ledger_first_and_comes_back_if_it_is_refused() {
	build_and_execute(|| {
		let [a, ..] = world();
		Books::edit(|books| books.may_withdraw = false);
		assert!(release(&a, 1).is_err());
		Books::edit(|books| books.may_withdraw = true);
		let id = release(&a, 400).unwrap();
		assert_eq!((lot(&a), vault(&a).certain()), (590, 600));
		// A proof from before or after it ran changes nothing.
		assert_ok!(prove(&a, 1_000, 6));
		assert_ok!(prove(&a, 600, 7));
		assert_eq!(lot(&a), 590);
		// No head is new, but nothing that comes back is.
		Books::edit(|books| books.takes_new = false);
		assert_ok!(reply(&a, Release, id, Refused, 8));
		assert_eq!(lot(&a), 990);
		error(reply(&a, Release, id, Refused, 8), Error::Vault(VaultError::NoSuchOrder));
		let id = release(&a, 990).unwrap();
		assert_ok!(reply(&a, Release, id, Done, 9));
		assert_eq!((lot(&a), vault(&a).proven), (0, 10));
		assert_eq!(cover(&a), Cover::default());
		// Undone before anything was sent: the caller's own.
		assert_ok!(prove(&a, 110, 10));
		Books::edit(|books| books.takes_new = true);
		assert_ok!(RemoteVault::recount(RuntimeOrigin::signed(PoolOwner::get()), a.clone(), KIND));
		assert_ok!(RemoteVault::uncredit(&a, KIND, 60));
		assert_eq!(lot(&a), 40);
		assert_ok!(RemoteVault::recredit(&a, KIND, 60));
		assert_eq!(lot(&a), 100);
	});
}

#[test]
fn a_lost_release_counts_again_when_a_proof_shows_that_it_did_not_run() {
	build_and_execute(|| {
		let [a, ..] = world();
		let id = release(&a, 400).unwrap();
		fence(&a, Release, id, 20);
		error(prove(&a, 1_000, 19), Error::Vault(VaultError::BelowFloor));
		assert_ok!(prove(&a, 1_000, 20));
		assert_eq!(lot(&a), 990);
	});
}

#[test]
fn a_lot_takes_its_cover_with_it_the_givers_own_part_first() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 310, 5));
		assert_ok!(seize(&a, &b, 600));
		assert_eq!((lot(&a), lot(&b)), (390, 900));
		assert_eq!((right(&b, &a), cover(&a).entitled, cover(&b).held), (600, 600, 600));
		// Its own 300 first, then of the rights.
		assert_ok!(seize(&b, &c, 500));
		assert_eq!((right(&c, &b), right(&c, &a), right(&b, &a)), (300, 200, 400));
		assert_eq!((cover(&b).own, cover(&b).held, cover(&c).held), (0, 400, 500));
		// What comes back to its own vault is a part of it again.
		assert_ok!(seize(&c, &a, 500));
		assert_eq!((cover(&a).own, right(&a, &b), right(&c, &a)), (590, 300, 0));
		assert_eq!((RightCounts::<Test>::get(&a), RightCounts::<Test>::get(&c)), (1, 0));
		// Nobody gives what is not covered.
		let more = RemoteVault::do_move_cover(KIND, &c, &b, 1, true);
		error(more, Error::NotCovered);
		// The owner cannot take out what others have rights to.
		error(release(&a, 591), Error::NotOwnPart);
		assert_ok!(release(&a, 590));
		assert_eq!((lot(&a), cover(&a).own, right(&b, &a)), (300, 0, 400));
	});
}

#[test]
fn who_has_too_many_rights_gets_no_more_but_the_pool_does() {
	build_and_execute(|| {
		name_source();
		let (buyer, pool) = (Books::open(1), Books::open(99));
		let sellers: Vec<_> = (100..=100 + MAX_RIGHTS as u8).map(Books::open).collect();
		for seller in &sellers {
			assert_ok!(prove(seller, 110, 5));
		}
		for seller in sellers.iter().take(MAX_RIGHTS as usize) {
			assert_ok!(seize(seller, &buyer, 10));
			assert_ok!(seize(seller, &pool, 10));
		}
		let last = sellers.last().unwrap();
		assert_noop!(seize(last, &buyer, 10), Error::<Test>::TooManyRights);
		// More of what he has, and the pool, any time.
		assert_ok!(seize(&sellers[0], &buyer, 10));
		assert_ok!(seize(last, &pool, 100));
		assert_eq!(RightCounts::<Test>::get(&pool), MAX_RIGHTS + 1);
		// All that the buyer has passes on at once.
		assert_ok!(seize(&buyer, &pool, lot(&buyer)));
		assert_eq!(RightCounts::<Test>::get(&buyer), 0);
	});
}

#[test]
fn a_delivery_makes_a_right_the_holders_own_part_and_counts_it_once() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 20, 5));
		assert_ok!(seize(&a, &b, 600));
		error(deliver(&a, &c), Error::NoRight);
		assert_ok!(deliver(&a, &b));
		error(deliver(&a, &b), Error::Vault(VaultError::SlotTaken));
		let order = vault(&a).seizure.unwrap();
		assert_eq!((order.amount, cover(&b).inbound), (600, 600));
		// It ran, and the proofs are here before the reply.
		assert_ok!(prove(&b, 620, 6));
		assert_ok!(prove(&a, 400, 6));
		assert_eq!((lot(&a), lot(&b)), (390, 610));
		assert_ok!(reply(&a, Seizure, order.id, Done, 9));
		assert_eq!((lot(&a), lot(&b)), (390, 610));
		assert_eq!((cover(&b).own, cover(&b).held, cover(&b).inbound), (610, 0, 0));
		assert_eq!((vault(&a).proven, vault(&b).proven), (400, 620));
		assert_eq!((vault(&a).floor, vault(&b).floor), (9, 9));
		assert_eq!((cover(&a).entitled, right(&b, &a)), (0, 0));
		// A proof from before it is refused, or it would look like a breach.
		error(prove(&b, 20, 8), Error::Vault(VaultError::BelowFloor));
		assert_ok!(prove(&b, 620, 9));
		assert_eq!(lot(&b), 610);
	});
}

#[test]
fn a_vault_that_was_empty_keeps_its_deposit_out_of_what_comes() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_eq!((lot(&b), cover(&b).own, vault(&b).proven), (590, 590, 600));
		// Less than the deposit would not live there.
		assert_ok!(seize(&a, &Books::open(4), 9));
		error(deliver(&a, &Books::open(4)), Error::NothingToDeliver);
	});
}

#[test]
fn a_refused_delivery_leaves_the_right_where_it_was() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Refused, 9));
		assert_eq!((lot(&a), lot(&b), right(&b, &a)), (390, 600, 600));
		assert_eq!((cover(&b).inbound, cover(&a).delivery), (0, None));
		// The answer would be the same again, and each order costs: first it is looked at.
		let idle = || RemoteVault::deliver_some(&mut WeightMeter::new());
		idle();
		assert_eq!(vault(&a).seizure, None);
		error(deliver(&a, &b), Error::Vault(VaultError::AwaitsProof));
		error(prove(&a, 1_000, 8), Error::Vault(VaultError::BelowFloor));
		idle();
		assert_eq!(vault(&a).seizure, None);
		assert_ok!(prove(&a, 1_000, 10));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Done, 11));
		assert_eq!((lot(&a), lot(&b), right(&b, &a)), (390, 590, 0));
	});
}

#[test]
fn what_is_being_delivered_changes_hands_too() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 20, 5));
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		// First b's own 10, then of what is on its way; a part of that comes back to a.
		assert_ok!(seize(&b, &c, 210));
		assert_ok!(seize(&b, &a, 100));
		let claims = cover(&a).delivery.unwrap().claims.into_inner();
		assert_eq!(claims, vec![(b.clone(), 300), (c.clone(), 200), (a.clone(), 100)]);
		let before = [lot(&a), lot(&b), lot(&c)];
		RemoteVault::do_try_state().unwrap();
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		// All of it lies in b's vault now.
		assert_eq!([lot(&a), lot(&b), lot(&c)], before);
		assert_eq!((cover(&b).own, right(&c, &b), right(&a, &b)), (300, 210, 100));
		assert_eq!((cover(&a).entitled, right(&c, &a), right(&a, &a)), (0, 0, 0));
	});
}

#[test]
fn what_came_back_while_it_was_delivered_is_its_own_part_if_that_is_refused() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(seize(&b, &a, 100));
		assert_ok!(seize(&b, &c, 200));
		assert_eq!(right(&a, &a), 100);
		assert_ok!(reply(&a, Seizure, id, Refused, 9));
		assert_eq!((cover(&a).own, right(&a, &a), right(&c, &a)), (490, 0, 200));
		assert_eq!((lot(&a), lot(&b), lot(&c)), (490, 300, 200));
	});
}

#[test]
fn of_what_is_being_delivered_only_the_pool_takes_the_last_place() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		for n in 0..MAX_CLAIMS - 2 {
			assert_ok!(seize(&b, &Books::open(10 + n as u8), 1));
		}
		let one_more = Books::open(50);
		assert_noop!(seize(&b, &one_more, 1), Error::<Test>::TooManyRights);
		assert_ok!(seize(&b, &Books::open(99), 500));
	});
}

#[test]
fn a_lost_delivery_is_decided_by_a_proof_and_in_doubt_it_did_not_run() {
	let lost = |then: &dyn Fn(&[MarginAccountId; 3], u64)| {
		build_and_execute(|| {
			let world = world();
			let [a, b, _] = &world;
			assert_ok!(prove(b, 20, 5));
			assert_ok!(seize(a, b, 600));
			assert_ok!(deliver(a, b));
			let id = vault(a).seizure.unwrap().id;
			fence(a, Seizure, id, 20);
			error(prove(a, 1_000, 19), Error::Vault(VaultError::BelowFloor));
			then(&world, id);
		})
	};
	// It ran: less is there than if it had not.
	lost(&|[a, b, _], id| {
		assert_ok!(prove(a, 999, 20));
		assert_eq!((cover(b).own, right(b, a), vault(b).proven), (610, 0, 620));
		assert_eq!(vault(b).floor, 20);
		// What is there besides is the owner's.
		assert_eq!((lot(a), vault(a).proven), (989, 999));
		error(reply(a, Seizure, id, Done, 21), Error::Vault(VaultError::NoSuchOrder));
	});
	// It did not, or somebody sent as much.
	lost(&|[a, b, _], _| {
		assert_ok!(prove(a, 1_000, 20));
		assert_eq!((cover(b).own, right(b, a), vault(b).proven), (10, 600, 20));
		assert_eq!((lot(a), lot(b), cover(b).inbound), (390, 610, 0));
		// If it ran after all, his vault shows it.
		assert_ok!(prove(b, 620, 21));
		assert_eq!((lot(b), right(b, a)), (1_210, 600));
	});
	// Its own late reply is as good.
	lost(&|[a, b, _], id| {
		assert_ok!(reply(a, Seizure, id, Done, 22));
		assert_eq!((cover(b).own, vault(b).proven), (610, 620));
	});
}

/// Less is there than if it had run, and than if it had not. To count what did not come would be a credit without
/// cover and a false alarm in a vault from which nothing was taken.
#[test]
fn of_a_lost_delivery_a_proof_of_a_breach_tells_nothing() {
	for ran in [false, true] {
		build_and_execute(|| {
			let [a, b, _] = world();
			assert_ok!(prove(&b, 20, 5));
			assert_ok!(seize(&a, &b, 600));
			assert_ok!(deliver(&a, &b));
			let id = vault(&a).seizure.unwrap().id;
			fence(&a, Seizure, id, 20);
			assert_ok!(prove(&a, 300, 20));
			assert_eq!((vault(&a).breach.unwrap().missing, cover(&a).delivery), (100, None));
			// The right stays where it was, and opens nothing.
			assert_eq!((right(&b, &a), lot(&b), cover(&a).own), (600, 610, 0));
			assert!(Books::get().impaired.contains(&(b.clone(), KIND)));
			assert_eq!((vault(&b).proven, cover(&b).own, cover(&b).inbound), (20, 10, 0));
			error(reply(&a, Seizure, id, Done, 21), Error::Vault(VaultError::NoSuchOrder));
			// If it ran its holder's vault shows it, and the pool has stood for more than was stolen.
			assert_ok!(prove(&b, if ran { 620 } else { 20 }, 21));
			assert_eq!((vault(&b).breach, lot(&b)), (None, if ran { 1_210 } else { 610 }));
			Books::edit(|books| books.pool = 10_000);
			assert_ok!(make_good(&a, &b));
			assert_eq!((right(&b, &a), Books::get().pool), (300, 10_000 - 2 * 300));
		});
	}
}

/// Found by the interleavings: P, which is what that proof showed, may be less than the delivery, and it did not run.
#[test]
fn a_delivery_that_was_out_when_a_breach_was_seen_does_not_run_by_that() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(prove(&b, 20, 5));
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(prove(&a, 300, 6));
		assert_eq!((vault(&a).proven, vault(&a).certain()), (300, 0));
		// The same is shown again once it was refused, and nobody knows of that.
		fence(&a, Seizure, id, 20);
		assert_ok!(prove(&a, 300, 20));
		assert_eq!((cover(&a).delivery, right(&b, &a)), (None, 600));
		assert_eq!((vault(&b).proven, cover(&b).own, lot(&b)), (20, 10, 610));
		assert_ok!(prove(&b, 20, 21));
		assert_eq!(vault(&b).breach, None, "nothing was taken from it");
	});
}

#[test]
fn a_vault_does_not_send_and_receive_at_once() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 510, 5));
		assert_ok!(seize(&a, &b, 100));
		// Of b's own part.
		assert_ok!(seize(&b, &c, 300));
		assert_ok!(deliver(&a, &b));
		error(deliver(&b, &c), Error::Busy);
		assert_ok!(seize(&b, &a, 100));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Refused, 9));
		assert_ok!(prove(&a, 1_000, 10));
		assert_ok!(deliver(&b, &c));
		error(deliver(&a, &b), Error::Busy);
	});
}

#[test]
fn a_breach_takes_the_owners_part_first_and_lets_it_count_for_opening_no_more() {
	build_and_execute(|| {
		let [a, b, _] = world();
		assert_ok!(seize(&a, &b, 400));
		assert_ok!(prove(&a, 800, 6));
		System::assert_has_event(
			Event::Breached { account: a.clone(), kind: KIND, missing: 200, held: 800 }.into(),
		);
		assert_eq!((lot(&a), lot(&b), right(&b, &a)), (390, 400, 400));
		let impaired = |who: &MarginAccountId| Books::get().impaired.contains(&(who.clone(), KIND));
		assert!(impaired(&a) && !impaired(&b));
		// What comes later does not count, and what counts cannot be carried into another account.
		assert_ok!(prove(&a, 2_000, 7));
		assert_eq!(lot(&a), 390);
		let move_on = Books::transfer(KIND, &a, &b, 1, false);
		error(move_on, Error::BreachedVault);
		// For being left alone it falls within 72 hours.
		assert!(RemoteVault::note_head(HUB, head(6 + BREACH_RAMP / 2)));
		let anyone = RuntimeOrigin::signed(PoolOwner::get());
		assert_ok!(RemoteVault::recount(anyone.clone(), a.clone(), KIND));
		assert_eq!(lot(&a), 195);
		// And can be seized until then.
		assert_ok!(seize(&a, &b, 95));
		assert_ok!(RemoteVault::recount(anyone.clone(), a.clone(), KIND));
		assert_eq!((lot(&a), lot(&b)), (100, 495));
		assert!(RemoteVault::note_head(HUB, head(6 + BREACH_RAMP)));
		// Blocks see to it by themselves.
		let limit = frame_support::weights::Weight::from_parts(1_000_000_000_000, 5_000_000);
		<RemoteVault as frame_support::traits::Hooks<u64>>::on_idle(1, limit);
		assert_eq!((lot(&a), lot(&b)), (0, 495));
		assert!(!impaired(&a));
		// The owner may take out what nobody has a right to.
		error(release(&a, 1_496), Error::NotOwnPart);
		assert_ok!(release(&a, 1_495));
		// Only governance trusts it again.
		let cleared = RemoteVault::clear_breach(anyone, a.clone(), KIND);
		assert_eq!(cleared, Err(DispatchError::BadOrigin));
		assert_ok!(RemoteVault::clear_breach(RuntimeOrigin::root(), a.clone(), KIND));
		assert_eq!((vault(&a).breach, lot(&a)), (None, 0));
		error(RemoteVault::do_clear_breach(a, KIND), Error::NotBreached);
	});
}

#[test]
fn rights_in_a_breached_vault_share_what_is_there_and_the_pool_pays_the_rest() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(seize(&a, &c, 300));
		error(make_good(&a, &b), Error::NotBreached);
		assert_ok!(prove(&a, 600, 6));
		assert_eq!((lot(&a), lot(&b), lot(&c)), (0, 600, 300));
		assert_ok!(RemoteVault::do_try_state());
		error(deliver(&a, &b), Error::Short);
		error(RemoteVault::do_clear_breach(a.clone(), KIND), Error::Short);
		// Two thirds are there. The pool pays two each for the rest.
		Books::edit(|books| books.pool = 700);
		assert_ok!(make_good(&a, &c));
		assert_eq!((lot(&c), right(&c, &a)), (200, 200));
		error(make_good(&a, &c), Error::NothingToDeliver);
		assert_ok!(make_good(&a, &b));
		assert_eq!((lot(&b), right(&b, &a), Books::get().pool), (400, 400, 100));
		assert_eq!([&b, &c].map(|who| Books::get().cash[who]), [400, 200]);
		error(make_good(&a, &b), Error::NotBreached);
		// What is left is delivered, but for the vault's deposit.
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_ok!(deliver(&a, &c));
		assert_eq!(vault(&a).seizure.unwrap().amount, 190);
	});
}

#[test]
fn what_was_cut_is_cut_again_when_more_is_missing() {
	build_and_execute(|| {
		let [a, b, c] = world();
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(seize(&a, &b, 400));
		assert_ok!(seize(&a, &c, 400));
		assert_ok!(prove(&a, 600, 6));
		assert_ok!(make_good(&a, &b));
		assert_eq!(lot(&b), 300);
		// A right that grows by what was not cut is not firm any more, and the pool owes it before others.
		assert_ok!(seize(&c, &b, 100));
		assert_eq!(cover(&a).firm, 0);
		assert_ok!(make_good(&a, &b));
		assert_ok!(make_good(&a, &c));
		assert_eq!(cover(&a).firm, lot(&b) + lot(&c));
		assert_ok!(prove(&a, 100, 7));
		assert_eq!((cover(&a).firm, cover(&a).breaches), (0, 2));
		assert_ok!(make_good(&a, &b));
		assert_ok!(make_good(&a, &c));
		assert!(lot(&b) + lot(&c) <= 100 && lot(&b) + lot(&c) >= 98);
		assert!(!cover(&a).is_short(&vault(&a)));
	});
}

#[test]
fn a_breached_vault_gets_no_deliveries_and_what_was_on_its_way_stays_a_right() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(prove(&b, 110, 5));
		assert_ok!(seize(&a, &b, 300));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		// b's vault lost 60 before the delivery ran.
		assert_ok!(prove(&b, 50, 6));
		assert_eq!(cover(&b).own, 0);
		assert_ok!(reply(&a, Seizure, id, Done, 9));
		assert_eq!((right(&b, &b), lot(&b)), (300, 300));
		assert_ok!(seize(&a, &b, 50));
		error(deliver(&a, &b), Error::BreachedVault);
		assert_ok!(seize(&b, &c, 350));
		assert_ok!(prove(&b, 350, 10));
		assert_eq!(vault(&b).proven, 350);
		assert_ok!(deliver(&b, &c));
	});
}

#[test]
fn blocks_deliver_by_themselves_in_turn() {
	build_and_execute(|| {
		use frame_support::{traits::Hooks, weights::Weight};
		let [a, b, c] = world();
		assert_ok!(seize(&a, &b, 600));
		assert_ok!(seize(&a, &c, 300));
		assert_eq!(RemoteVault::on_idle(1, Weight::zero()), Weight::zero());
		assert_eq!(vault(&a).seizure, None);
		let limit = Weight::from_parts(1_000_000_000_000, 5_000_000);
		for block in 0..4 {
			RemoteVault::on_idle(1, limit);
			if let Some(order) = vault(&a).seizure {
				assert_ok!(reply(&a, Seizure, order.id, Done, 10 + block));
			}
		}
		assert_eq!((cover(&b).own, cover(&c).own, cover(&a).entitled), (590, 290, 0));
		assert_eq!(Rights::<Test>::iter().count(), 0);
	});
}

#[test]
fn an_account_with_all_the_rights_that_it_may_have_can_be_sold_whole() {
	build_and_execute(|| {
		name_source();
		let (seller, buyer, other) = (Books::open(1), Books::open(2), Books::open(3));
		assert_ok!(prove(&seller, 110, 5));
		for n in 0..MAX_RIGHTS {
			let vault = Books::open(100 + n as u8);
			assert_ok!(prove(&vault, 110, 5));
			assert_ok!(seize(&vault, &seller, 100));
		}
		// Who has a right elsewhere already has no room for all of it.
		let vault = Books::open(200);
		assert_ok!(prove(&vault, 110, 5));
		assert_ok!(seize(&vault, &other, 100));
		let all = lot(&seller);
		assert_noop!(seize(&seller, &other, all), Error::<Test>::TooManyRights);
		assert_ok!(seize(&seller, &buyer, all));
		assert_eq!(RightCounts::<Test>::get(&buyer), MAX_RIGHTS + 1);
	});
}
