// SPDX-License-Identifier: GPL-3.0-or-later

//! Whether an account leaves anything behind in its vaults, or with a pool that owes it something: it is closed only if
//! not. Whoever founded it may make it again, and would have what lies there (ADR 34).

use crate::{pallet::*, Vault};
use straddle_primitives::*;

impl<T: Config> Pallet<T> {
	/// Whether all vaults of an account are empty. It has as many as there are kinds at most, each filled once
	/// with more than had to stay. And it has no right: in an account without lots that is one that has faded, for
	/// which the pool of its chain may still pay.
	pub(crate) fn are_empty(account: &MarginAccountId) -> bool {
		let mut vaults = Vaults::<T>::iter_prefix(account);
		!RightCounts::<T>::contains_key(account)
			&& vaults.all(|(kind, vault)| Self::is_empty(account, kind, &vault))
	}

	/// Nothing is on its way out, and less is the account's own than its owner could order out. What others have
	/// rights to, there or on its way there, is theirs, and is delivered without the account.
	fn is_empty(account: &MarginAccountId, kind: CollateralId, vault: &Vault) -> bool {
		let Ok((source, remote)) = Self::remote_kind(kind) else { return false };
		let cover = Covers::<T>::get(account, kind).unwrap_or_default();
		let least = Terms::<T>::get(source).map_or(1, |terms| terms.minimum(kind).max(1));
		vault.outstanding() == 0 && cover.most(vault, remote.deposit) < least
	}
}
