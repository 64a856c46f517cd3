// SPDX-License-Identifier: GPL-3.0-or-later

//! What a review found (`docs/reviews/vaults.md`), finding by finding.

use super::{
	doors::{owner, set_wire},
	kit::*,
};
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_noop, assert_ok, weights::WeightMeter, BoundedVec};
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{OrderOutcome::Done, OrderPurpose::Seizure};
use xcm::latest::prelude::{GeneralIndex, Location, PalletInstance, Parachain};

fn world() -> [MarginAccountId; 3] {
	name_source();
	let accounts = [1, 2, 3].map(Books::open);
	assert_ok!(prove(&accounts[0], 1_000, 5));
	accounts
}

/// Name these kinds besides the one that is.
fn name(kind: CollateralId) -> Result<(), sp_runtime::DispatchError> {
	let info = Sources::<Test>::get(HUB).unwrap();
	let mut kinds = info.kinds.to_vec();
	kinds.push((kind, RemoteKind { holding: Holding::Asset(u32::from(kind.0)), deposit: 0 }));
	let info = SourceInfo { kinds: BoundedVec::truncate_from(kinds), ..info };
	RemoteVault::set_source(RuntimeOrigin::root(), HUB, info)
}

#[test]
fn finding_1_nothing_is_pulled_that_this_chain_does_not_take() {
	build_and_execute(|| {
		let [a, ..] = world();
		assert_ok!(name(CollateralId(9)));
		assert_ok!(name(STRANGE_KIND));
		let vault = Vault { proven: 500, ..Vault::default() };
		Vaults::<Test>::insert(&a, STRANGE_KIND, vault);
		let owner = || RuntimeOrigin::signed(owner());
		let pull = RemoteVault::pull(owner(), a.clone(), STRANGE_KIND, 100);
		assert_noop!(pull, Error::<Test>::NotTakenHere);
		// Nor what it lists, of a chain that it does not trust for it; and no refunds.
		Vaults::<Test>::insert(&a, CollateralId(9), vault);
		let location = Location::new(1, [Parachain(1_000), PalletInstance(50), GeneralIndex(9)]);
		set_wire(|wire| wire.strange = vec![location, Location::parent()]);
		let pull = RemoteVault::pull(owner(), a.clone(), CollateralId(9), 100);
		assert_noop!(pull, Error::<Test>::NotTakenHere);
		let refunds = RemoteVault::collect_refunds(RuntimeOrigin::root(), HUB, 5);
		assert_noop!(refunds, Error::<Test>::NotTakenHere);
		set_wire(|wire| wire.strange.clear());
		assert_ok!(RemoteVault::pull(owner(), a.clone(), CollateralId(9), 100));
		// It goes where it lies.
		let to = AccountId32::new([2; 32]);
		assert_ok!(RemoteVault::release(owner(), a.clone(), STRANGE_KIND, 100, to));
	});
}

#[test]
fn finding_2_dust_is_not_delivered() {
	build_and_execute(|| {
		let [a, b, _] = world();
		let minimum = BoundedVec::truncate_from(vec![(KIND, 50)]);
		let terms = OrderTerms { minimum, ..Terms::<Test>::get(HUB).unwrap() };
		assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), HUB, terms));
		assert_ok!(seize(&a, &b, 49));
		assert_noop!(deliver(&a, &b), Error::<Test>::NothingToDeliver);
		RemoteVault::deliver_some(&mut WeightMeter::new());
		assert_eq!(vault(&a).seizure, None);
		assert_ok!(seize(&a, &b, 1));
		assert_ok!(deliver(&a, &b));
	});
}

#[test]
fn finding_3_a_lost_answer_after_a_breach_delivers_once() {
	build_and_execute(|| {
		let [a, b, c] = world();
		assert_ok!(seize(&a, &b, 400));
		assert_ok!(seize(&a, &c, 400));
		Books::edit(|books| books.pool = 10_000);
		assert_ok!(prove(&a, 400, 6));
		assert_ok!(make_good(&a, &b));
		assert_ok!(make_good(&a, &c));
		assert_eq!((lot(&b), lot(&c)), (200, 200));
		assert_ok!(deliver(&a, &b));
		let id = vault(&a).seizure.unwrap().id;
		// It ran, its answer is lost, and a proof shows what it left.
		fence(&a, Seizure, id, 8);
		assert_ok!(prove(&a, 200, 9));
		assert_eq!((right(&b, &a), cover(&a).delivery), (0, None));
		assert_eq!(
			(lot(&b), vault(&b).proven),
			(190, 200),
			"less the deposit of a vault that was empty"
		);
		assert_noop!(deliver(&a, &b), Error::<Test>::NoRight);
		// The other holder's part is still there.
		assert_ok!(deliver(&a, &c));
		let id = vault(&a).seizure.unwrap().id;
		assert_ok!(reply(&a, Seizure, id, Done, 11));
		assert_eq!(vault(&c).proven, 190);
	});
}

#[test]
fn finding_9_a_kind_that_lies_here_is_no_sources() {
	build_and_execute(|| {
		world();
		assert_noop!(name(LOCAL_KIND), Error::<Test>::KindElsewhere);
	});
}
