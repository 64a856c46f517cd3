// SPDX-License-Identifier: GPL-3.0-or-later

//! The migration of the next version (`next.rs`).

use super::*;
use crate::{next::*, *};
use frame_support::{
	assert_ok,
	migrations::SteppedMigration,
	weights::{Weight, WeightMeter},
};
use pallet_margin::Accounts;
use sp_core::{crypto::AccountId32, storage::StateVersion};
use sp_keyring::Sr25519Keyring::Eve;
use straddle_primitives::MarginAccountId;

/// Run the migration to its end with so much weight a block; the blocks that it took.
fn blocks_with(limit: Weight) -> u32 {
	let mut cursor = None;
	for blocks in 1..=10_000 {
		let mut meter = WeightMeter::with_limit(limit);
		cursor = RewriteAccounts::step(cursor, &mut meter).expect("it never fails");
		assert!(meter.consumed().all_lte(limit));
		if cursor.is_none() {
			return blocks;
		}
	}
	panic!("it does not end");
}

#[test]
fn the_next_versions_migration_takes_ten_blocks_or_as_many_as_the_accounts_need_and_changes_nothing(
) {
	let limit = <Runtime as pallet_migrations::Config>::MaxServiceWeight::get();
	local().execute_with(|| {
		assert_eq!(blocks_with(limit), STEPS, "without accounts");
		assert_ok!(Margin::create_account(RuntimeOrigin::signed(Eve.to_account_id()), 0));
		let (_, account) = Accounts::<Runtime>::iter().next().expect("Eve's");
		let root = || sp_io::storage::root(StateVersion::V1);
		let before = root();
		assert_eq!(blocks_with(limit), STEPS, "with one");
		assert_eq!(root(), before);

		// 520 of them at most fifty a block, at once or in any smaller pieces.
		for number in 1..520u32 {
			let mut id = [0u8; 32];
			id[..4].copy_from_slice(&number.to_le_bytes());
			Accounts::<Runtime>::insert(MarginAccountId(AccountId32::new(id)), account.clone());
		}
		let before = root();
		assert_eq!(blocks_with(limit), 11);
		assert!(blocks_with(limit / 100) > 11, "less weight, more blocks");
		assert_eq!(root(), before);
	});
}
