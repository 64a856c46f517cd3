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
		Self::try_state_orders()?;
		Self::try_state_sources()?;
		Self::try_state_heads()
	}

	/// Each source is watched and nothing else is; relay blocks and heads come in their order; what
	/// collators left out belongs to one period.
	fn try_state_heads() -> Result<(), TryRuntimeError> {
		let known = Known::<T>::get();
		ensure!(known.sources.is_sorted_by(|a, b| a.0 < b.0), "heads: sources not in order");
		ensure!(
			Sources::<T>::iter_keys().all(|source| known.of(source).is_some()),
			"heads: a source is not watched"
		);
		for (source, state) in &known.sources {
			let named = Sources::<T>::get(source);
			let same = named.is_some_and(|info| info.para_id == state.para_id);
			ensure!(same, "heads: of an unknown source");
			let once = known.sources.iter().filter(|(_, other)| other.para_id == state.para_id);
			ensure!(once.count() == 1, "heads: two sources are one parachain");
			ensure!(state.is_sound(known.now), "heads: read in no possible order");
			let heads = Self::remembered(*source);
			ensure!(heads::in_order(state, &heads), "heads: not in order");
		}
		for (source, place, head) in Heads::<T>::iter() {
			ensure!(known.of(source).is_some(), "heads: of an unknown source");
			ensure!(place == heads::slot(head.relay_block), "heads: not in its place");
		}
		ensure!(Omissions::<T>::get().is_sound(known.now), "omissions: of another period");
		Ok(())
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
			ensure!(
				info.para_id != 0 && info.is_sorted() && info.has_prefix(),
				"sources: not in order"
			);
			ensure!(info.has_holdings_once(), "sources: two kinds are the same");
			let named = |kind| SourceOf::<T>::get(kind) == Some(source);
			ensure!(info.kinds.iter().all(|(kind, _)| named(*kind)), "sources: kinds not named");
		}
		for (kind, source) in SourceOf::<T>::iter() {
			let info = Sources::<T>::get(source);
			let held = info.is_some_and(|info| info.kind(kind).is_some());
			ensure!(held, "sources: a kind of no source");
		}
		Ok(())
	}
}
