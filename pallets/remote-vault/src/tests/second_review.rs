// SPDX-License-Identifier: GPL-3.0-or-later

//! What the second review of vaults found (`docs/reviews/vaults-second.md`).

use super::doors::set_wire;
use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_ok, storage::with_storage_layer, weights::WeightMeter, BoundedVec};
use straddle_primitives::*;
use straddle_traits::LotCovers;

fn turn() {
	RemoteVault::tend_owed(&mut WeightMeter::new());
}

/// All 900 that are somebody's by an auction are gone from a vault.
fn emptied(account: &MarginAccountId, holder: &MarginAccountId) {
	assert_ok!(prove(account, 1_000, 5));
	assert_ok!(seize(account, holder, 900));
	assert_ok!(prove(account, 0, 6));
}

#[test]
fn an_account_to_which_a_pool_owes_is_not_closed() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		emptied(&a, &b);
		assert!(RemoteVault::note_head(HUB, head(100)));
		assert_ok!(make_good(&a, &b));
		assert!(RemoteVault::note_head(HUB, head(100 + BREACH_RAMP)));
		turn();
		// All of it has left the ledger, and none of it was paid: whoever made the account again would be.
		assert_eq!((lot(&b), right(&b, &a)), (0, 900));
		assert!(!RemoteVault::has_empty_vaults(&b));
		Books::edit(|books| books.pool = 10_000);
		turn();
		assert_eq!((right(&b, &a), Books::get().cash[&b]), (0, 1_800));
		assert!(RemoteVault::has_empty_vaults(&b));
	});
}

#[test]
fn a_pool_pays_others_while_the_oldest_has_no_price() {
	build_and_execute(|| {
		name_source();
		let other = CollateralId(4);
		let info = Sources::<Test>::get(HUB).unwrap();
		let kinds = vec![
			(KIND, RemoteKind { holding: Holding::Native, deposit: DEPOSIT }),
			(other, RemoteKind { holding: Holding::Asset(1984), deposit: DEPOSIT }),
		];
		let info = SourceInfo { kinds: BoundedVec::truncate_from(kinds), ..info };
		assert_ok!(RemoteVault::set_source(RuntimeOrigin::root(), HUB, info));
		let [a, b, c] = [1, 2, 3].map(Books::open);
		let note = |held, block| {
			with_storage_layer(|| RemoteVault::note_balance(&a, other, held, &head(block)))
		};
		assert_ok!(note(1_000, 5));
		assert_ok!(Books::transfer(other, &a, &b, 900, true));
		assert_ok!(note(0, 6));
		emptied(&a, &c);
		assert!(RemoteVault::note_head(HUB, head(100)));
		assert_ok!(RemoteVault::do_make_good(a.clone(), other, b.clone()));
		assert_ok!(make_good(&a, &c));
		Books::edit(|books| {
			books.pool = 10_000;
			books.priceless.insert(other);
		});
		for _ in 0..10 {
			turn();
		}
		assert_eq!(Books::get().cash.get(&c), Some(&1_800));
		assert_eq!(Books::get().cash.get(&b), None);
		Books::edit(|books| books.priceless.clear());
		turn();
		assert_eq!(Books::get().cash.get(&b), Some(&1_800));
	});
}

#[test]
fn what_is_owed_while_no_head_is_known_fades_from_then_on() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		emptied(&a, &b);
		assert!(RemoteVault::note_head(HUB, head(100_000)));
		// The chain was set back: none of its heads is to be proven against.
		Known::<Test>::mutate(|known| known.sources[0].1.anchor = None);
		set_wire(|wire| wire.now = 100_000);
		assert_ok!(make_good(&a, &b));
		assert!(RemoteVault::note_head(HUB, head(100_001 + BREACH_RAMP / 4)));
		turn();
		assert_eq!(lot(&b), 675);
	});
}
