// SPDX-License-Identifier: GPL-3.0-or-later

//! Parts, cancels, floors, auctions, what is forgotten, and what views tell of it.

use super::*;
use frame_support::assert_noop;
use sp_runtime::BoundedVec;

fn cancel(n: u8, nonces: &[u64]) -> DispatchResult {
	let nonces = nonces.to_vec().try_into().unwrap();
	with_storage_layer(|| {
		Options::cancel_intents(RuntimeOrigin::signed(signer(n)), account(n), nonces)
	})
}

fn below(n: u8, floor: Option<u64>) -> DispatchResult {
	Options::cancel_intents_below(RuntimeOrigin::signed(signer(n)), account(n), floor)
}

fn prune(n: u8, nonces: &[u64]) -> DispatchResult {
	let nonces = nonces.to_vec().try_into().unwrap();
	with_storage_layer(|| {
		Options::prune_intents(RuntimeOrigin::signed(owner(99)), account(n), nonces)
	})
}

/// A pair with this nonce of the buyer; the seller's is the same intent always.
fn with(nonce: u64, size: u64) -> Vec<IntentFill> {
	let [buys, sells] = pair(100, 100);
	vec![signed(Intent { nonce, ..buys }, size), signed(sells, size)]
}

#[test]
fn parts_add_up_and_a_nonce_is_the_first_intents() {
	execute(|| {
		assert_ok!(submit(with(5, 30)));
		let (_, id) = Options::intent_message(with(5, 1).remove(0).intent);
		let partial = PartialFill { id, filled: 30, deadline: START + HOUR_MS };
		let view = Options::intent_nonces(account(1));
		assert_eq!(view, NonceView { floor: 0, next: Some(0), partial: vec![(5, partial)] });
		assert_eq!(Options::intent_nonces(account(2)).next, Some(1));
		let [buys, sells] = pair(101, 100);
		let other = vec![signed(Intent { nonce: 5, ..buys }, 1), signed(sells, 1)];
		refuse(other, Error::<Test>::NonceTaken);
		assert_ok!(submit(with(5, 70)));
		assert_eq!(PartialFills::<Test>::iter().count(), 0);
		refuse(with(5, 1), Error::<Test>::IntentSpent);
		// The seller's is spent as well by now, with nonce 0.
		assert_eq!(Options::intent_nonces(account(2)).next, Some(1));
		refuse(with(6, 1), Error::<Test>::IntentSpent);
	});
}

#[test]
fn cancelled_nonces_never_live_again() {
	execute(|| {
		assert_ok!(submit(with(1, 10)));
		assert_ok!(cancel(1, &[1, 7]));
		assert_eq!(PartialFills::<Test>::iter_prefix(account(1)).count(), 0);
		for nonce in [1, 7] {
			refuse(with(nonce, 1), Error::<Test>::IntentSpent);
		}
		assert_ok!(submit(with(6, 1)));
		// All or none.
		assert_noop!(cancel(1, &[8, 7]), Error::<Test>::IntentSpent);
		assert_noop!(cancel(1, &[512]), Error::<Test>::NonceTooFar);
		assert_ok!(below(1, Some(7)));
		refuse(with(6, 1), Error::<Test>::IntentVoid);
		refuse(with(7, 1), Error::<Test>::IntentSpent);
		assert_noop!(cancel(1, &[6]), Error::<Test>::IntentVoid);
		assert_noop!(below(1, Some(7)), Error::<Test>::FloorNotHigher);
		assert_ok!(submit(with(8, 1)));
		// Everything.
		assert_ok!(below(1, None));
		assert_eq!(Options::intent_nonces(account(1)).floor, NONCE_ERA);
		refuse(with(8, 1), Error::<Test>::IntentVoid);
		assert_ok!(submit(with(NONCE_ERA + 511, 1)));
		refuse(with(NONCE_ERA + 512, 1), Error::<Test>::NonceTooFar);
		// Whoever may trade may cancel, nobody else.
		let stranger = RuntimeOrigin::signed(owner(99));
		let bad = DispatchError::BadOrigin;
		assert_noop!(Options::cancel_intents_below(stranger.clone(), account(1), None), bad);
		let one = BoundedVec::truncate_from(vec![NONCE_ERA + 1]);
		assert_noop!(Options::cancel_intents(stranger, account(1), one), bad);
	});
}

#[test]
fn an_auction_voids_what_was_signed_before_it() {
	execute(|| {
		assert_ok!(submit(with(3, 10)));
		assert_ok!(<Options as OnAuction>::on_auction(&account(1)));
		for nonce in [0, 3, 511] {
			refuse(with(nonce, 1), Error::<Test>::IntentVoid);
		}
		assert_ok!(prune(1, &[3]));
		assert_ok!(submit(with(NONCE_ERA, 1)));
		// Who never traded by intents may have signed one, too.
		assert_ok!(<Options as OnAuction>::on_auction(&account(4)));
		assert_eq!(Options::intent_nonces(account(4)).floor, NONCE_ERA);
	});
}

#[test]
fn what_is_over_is_forgotten_and_stays_over() {
	execute(|| {
		assert_ok!(submit(with(0, 10)));
		assert_ok!(submit(with(2, 10)));
		assert_noop!(prune(1, &[0]), Error::<Test>::NotOver);
		assert_noop!(prune(1, &[1]), Error::<Test>::NotOver);
		assert_ok!(below(1, Some(1)));
		assert_ok!(prune(1, &[0]));
		assert_noop!(prune(1, &[0]), Error::<Test>::NotOver);
		set_now(START + HOUR_MS);
		assert_ok!(submit(with(2, 1)));
		assert_noop!(prune(1, &[2]), Error::<Test>::NotOver);
		set_now(START + HOUR_MS + 1);
		refuse(with(2, 1), Error::<Test>::IntentExpired);
		assert_ok!(prune(1, &[2]));
		// Not even another intent with that nonce.
		let [buys, _] = pair(100, 100);
		let later = Intent { nonce: 2, deadline: u64::MAX, ..buys };
		let sells =
			Intent { nonce: 1, deadline: u64::MAX, ..intent(2, &[contracts(call(1_000), -1)], 0) };
		refuse(vec![signed(later, 1), signed(sells, 1)], Error::<Test>::IntentSpent);
	});
}

#[test]
fn the_view_names_each_signers_fault_and_changes_nothing() {
	execute(|| {
		let report =
			|set: Vec<IntentFill>| Options::intent_report(owner(99), set.try_into().unwrap());
		let nothing =
			|cash: Vec<Cash>| IntentReport { intents: vec![None; 2], together: None, cash };
		let before = sp_io::storage::root(StateVersion::V1);
		let fee = 3 * USD / 100;
		assert_eq!(report(signed_pair(100, 100, 1)), nothing(vec![-USD - fee, USD - fee]));
		let [buys, sells] = pair(100, 100);
		let set =
			vec![signed_by(3, buys.clone(), 1), signed(Intent { deadline: 0, ..sells.clone() }, 1)];
		let faults = report(set).intents;
		let expired = Error::<Test>::IntentExpired.into();
		assert_eq!(faults, [Some(DispatchError::BadOrigin), Some(expired)]);
		// What shows only when all are settled: the second cannot afford it.
		Bank::set_failing(&account(2), true);
		let short = report(signed_pair(100, 100, 1));
		assert_eq!((short.intents, short.together), (vec![None, Some(SHORT)], None));
		Bank::set_failing(&account(2), false);
		let apart = report(signed_pair(100, 101, 1));
		let together = Some(Error::<Test>::LimitsDoNotMeet.into());
		assert_eq!(apart, IntentReport { together, ..nothing(vec![]) });
		assert_eq!(sp_io::storage::root(StateVersion::V1), before);
	});
}

#[test]
fn the_floor_rises_by_itself_as_a_maker_goes_on() {
	execute(|| {
		for nonce in 0..130 {
			let [buys, sells] = pair(100, 100);
			let set = vec![
				signed(Intent { nonce, max_size: 1, ..buys }, 1),
				signed(Intent { nonce, max_size: 1, ..sells }, 1),
			];
			assert_ok!(submit(set));
		}
		let nonces = IntentNonces::<Test>::get(account(1));
		assert_eq!((nonces.floor, nonces.spent.len()), (128, 1));
		assert_eq!(Options::intent_nonces(account(1)).next, Some(130));
	});
}

#[test]
fn broken_records_are_found() {
	let broken = |breaks: fn()| {
		ExtBuilder::default().build().execute_with(|| {
			assert_ok!(Options::do_try_state());
			breaks();
			assert!(Options::do_try_state().is_err());
		});
	};
	broken(|| {
		let part = PartialFill { id: Default::default(), filled: 1, deadline: 1 };
		PartialFills::<Test>::insert(account(1), 512, part);
	});
	broken(|| {
		let part = PartialFill { id: Default::default(), filled: 0, deadline: 1 };
		PartialFills::<Test>::insert(account(1), 1, part);
	});
	broken(|| {
		let spent = BoundedVec::truncate_from(vec![u64::MAX]);
		IntentNonces::<Test>::insert(account(1), Nonces { floor: 0, spent });
	});
	broken(|| {
		let line = BoardLine { id: 0, account: account(1), deadline: 1 };
		let open = BoundedVec::truncate_from(vec![line]);
		OpenRequests::<Test>::put(Board { next: 1, open });
	});
}
