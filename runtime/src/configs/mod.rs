// SPDX-License-Identifier: GPL-3.0-or-later

//! Every pallet's configuration, one file for each part of the house.

pub mod assets;
pub mod consensus;
pub mod fees;
pub mod governance;
pub mod home;
pub mod market;
pub mod oracle;
pub mod system;
pub mod transactor;
pub mod vault_messages;
pub mod vaults;
pub mod xcm;

use crate::Balance;

/// One STRD.
pub const UNIT: Balance = 1_000_000_000_000;
/// A thousandth of a STRD.
pub const MILLIUNIT: Balance = UNIT / 1_000;
/// A millionth of a STRD.
pub const MICROUNIT: Balance = UNIT / 1_000_000;
/// What an account must hold to exist.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLIUNIT;

/// What it costs to keep so many items and bytes in state.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance)
		.saturating_mul(100 * MILLIUNIT)
		.saturating_add((bytes as Balance).saturating_mul(MILLIUNIT))
}
