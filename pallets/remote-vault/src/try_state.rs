// SPDX-License-Identifier: GPL-3.0-or-later

//! The invariants, numbered as in DESIGN.md 12.

use crate::{heads, pallet::*};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use straddle_primitives::*;

impl<T: Config> Pallet<T> {
	/// Check everything that must always hold here.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_vaults()?;
		Self::try_state_covers()?;
		Self::try_state_sources()
	}

	/// 4, of one vault: credit ≤ P − X, and X ≤ P unless the vault is marked breached.
	fn try_state_vaults() -> Result<(), TryRuntimeError> {
		for vault in Vaults::<T>::iter_values() {
			ensure!(vault.is_sound(), "invariant 4: more ordered than proven");
			let certain = vault.proven.saturating_sub(vault.outstanding());
			ensure!(vault.credit(0) <= certain, "invariant 4: credit above what is certain");
		}
		Ok(())
	}

	/// Sources are other chains, their lists in order, their heads ever newer.
	fn try_state_sources() -> Result<(), TryRuntimeError> {
		for (source, info) in Sources::<T>::iter() {
			ensure!(source != SourceId::LOCAL, "sources: this chain is not one");
			ensure!(info.para_id != 0 && info.is_sorted(), "sources: not in order");
			let named = |kind| SourceOf::<T>::get(kind) == Some(source);
			ensure!(info.kinds.iter().all(|(kind, _)| named(*kind)), "sources: kinds not named");
		}
		for (source, ring) in Heads::<T>::iter() {
			ensure!(Sources::<T>::contains_key(source), "heads: of an unknown source");
			ensure!(heads::in_order(&ring), "heads: not in order");
		}
		for (kind, source) in SourceOf::<T>::iter() {
			let info = Sources::<T>::get(source);
			let held = info.is_some_and(|info| info.kind(kind).is_some());
			ensure!(held, "sources: a kind of no source");
		}
		Ok(())
	}
}
