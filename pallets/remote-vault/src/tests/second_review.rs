// SPDX-License-Identifier: GPL-3.0-or-later

//! What the second review of vaults found (`docs/reviews/vaults-second.md`).

use super::kit::*;
use crate::{
	mock::{lots::*, *},
	*,
};
use frame_support::{assert_ok, weights::WeightMeter};
use straddle_traits::LotCovers;

fn turn() {
	RemoteVault::tend_owed(&mut WeightMeter::new());
}

#[test]
fn an_account_to_which_a_pool_owes_is_not_closed() {
	build_and_execute(|| {
		name_source();
		let [a, b] = [1, 2].map(Books::open);
		assert_ok!(prove(&a, 1_000, 5));
		assert_ok!(seize(&a, &b, 900));
		assert_ok!(prove(&a, 0, 6));
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
