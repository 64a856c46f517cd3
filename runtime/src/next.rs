// SPDX-License-Identifier: GPL-3.0-or-later

//! What the next version has besides its number, for tests of upgrades: a migration over several blocks.

use crate::Runtime;
use codec::MaxEncodedLen;
use frame_support::{
	migrations::{SteppedMigration, SteppedMigrationError},
	weights::{Weight, WeightMeter},
};
use pallet_margin::{Accounts, MarginAccount};
use sp_runtime::SaturatedConversion;
use straddle_primitives::MarginAccountId;

/// Blocks that the migration takes at least: it makes one step in each.
pub const STEPS: u32 = 10;
/// Accounts that a step writes at most.
const ACCOUNTS: u32 = 50;

/// Writes every margin account anew, as it is: the work of a change of its layout, without the change.
pub struct RewriteAccounts;

impl RewriteAccounts {
	/// What writing one account costs at most.
	fn cost() -> Weight {
		let proof = MarginAccount::max_encoded_len().saturated_into();
		<Runtime as frame_system::Config>::DbWeight::get()
			.reads_writes(2, 1)
			.saturating_add(Weight::from_parts(0, proof))
	}
}

impl SteppedMigration for RewriteAccounts {
	/// Steps made so far, and the last account that was written.
	type Cursor = (u32, Option<MarginAccountId>);
	type Identifier = [u8; 16];

	fn id() -> Self::Identifier {
		*b"rewrite-accounts"
	}

	fn max_steps() -> Option<u32> {
		Some(10_000)
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		let (steps, mut last) = cursor.unwrap_or_default();
		let mut accounts = match &last {
			Some(id) => Accounts::<Runtime>::iter_from_key(id),
			None => Accounts::<Runtime>::iter(),
		};
		let mut written = 0u32;
		let ended = loop {
			if written == ACCOUNTS || meter.try_consume(Self::cost()).is_err() {
				break false;
			}
			let Some((id, account)) = accounts.next() else { break true };
			Accounts::<Runtime>::insert(&id, account);
			last = Some(id);
			written = written.saturating_add(1);
		};
		let steps = steps.saturating_add(1);
		Ok((!ended || steps < STEPS).then_some((steps, last)))
	}
}
