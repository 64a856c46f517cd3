// SPDX-License-Identifier: GPL-3.0-or-later

//! From a proof to what is known of a vault.

use crate::{pallet::*, proof, types::*, ProofNodes, Vault, WeightInfo, MAX_CLAIMS};
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, Pays},
	ensure,
	weights::Weight,
};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::Anchor;

impl<T: Config> Pallet<T> {
	/// Book what a proof against the head read in `relay_block` shows. Free if it is news.
	pub(crate) fn do_prove(
		account: &MarginAccountId,
		kind: CollateralId,
		relay_block: u32,
		nodes: &ProofNodes,
	) -> DispatchResultWithPostInfo {
		let (source, remote) = Self::remote_kind(kind)?;
		let anchor = Self::head_at(source, relay_block).ok_or(Error::<T>::UnknownHead)?;
		let held = Self::read_proof(account, (source, &remote), &anchor, nodes)?;
		let least = Self::least(source, kind, remote.deposit);
		let known = Vaults::<T>::get(account, kind);
		ensure!(counts(&known, held, least), Error::<T>::NothingToCount);
		Self::note_balance(account, kind, held, &anchor)?;
		let after = Vaults::<T>::get(account, kind).unwrap_or_default();
		let news = is_news(&known.unwrap_or_default(), &after, least);
		Ok(if news { Pays::No } else { Pays::Yes }.into())
	}

	/// What a proof of so many units weighs: the vault's own part is counted anew, and a delivery may end by it.
	pub(crate) fn prove_weight(units: u32) -> Weight {
		T::WeightInfo::prove(units).saturating_add(Self::booking_weight())
	}

	/// What authorizing one weighs: all of it is tried.
	pub(crate) fn authorize_weight(units: u32) -> Weight {
		T::WeightInfo::authorize_prove_as_feeder(units).saturating_add(Self::booking_weight())
	}

	/// What follows of a proof for lots.
	fn booking_weight() -> Weight {
		T::WeightInfo::recount()
			.saturating_add(T::WeightInfo::move_cover(MAX_CLAIMS))
			.saturating_add(T::WeightInfo::note_debt())
	}

	/// What a delivery weighs: what it decides, and a message with its charge.
	pub(crate) fn deliver_weight() -> Weight {
		T::WeightInfo::deliver()
			.saturating_add(T::WeightInfo::due_step())
			.saturating_add(T::WeightInfo::release())
	}

	/// What is worth a place in our blocks and our state: the deposit there, or the least order.
	fn least(source: SourceId, kind: CollateralId, deposit: u128) -> u128 {
		Terms::<T>::get(source).map_or(0, |terms| terms.minimum(kind)).max(deposit)
	}

	/// Whether it would be news of a vault that `held` lies in it at this head, as far as the vault alone tells.
	pub(crate) fn is_news(
		account: &MarginAccountId,
		kind: CollateralId,
		held: u128,
		anchor: &Anchor,
		deposit: u128,
	) -> bool {
		let deposit =
			SourceOf::<T>::get(kind).map_or(deposit, |source| Self::least(source, kind, deposit));
		let known = Vaults::<T>::get(account, kind);
		let counts = counts(&known, held, deposit);
		let before = known.unwrap_or_default();
		let mut after = before;
		let inbound = Covers::<T>::get(account, kind).map_or(0, |cover| cover.inbound);
		let seen = after.observe_beside(held, inbound, anchor.relay_block, anchor.number);
		counts && seen.is_ok() && is_news(&before, &after, deposit)
	}

	/// What a proof against `anchor` shows of a kind in an account's vault, in smallest units: what our
	/// orders could move, the deposit not deducted.
	///
	/// # Errors
	/// `UnknownCode`, `Proof`.
	pub(crate) fn read_proof(
		account: &MarginAccountId,
		(source, remote): (SourceId, &RemoteKind),
		anchor: &Anchor,
		nodes: &ProofNodes,
	) -> Result<u128, DispatchError> {
		let known = Self::code_is_known(source, &anchor.code_hash);
		ensure!(known, Error::<T>::UnknownCode);
		let vault = Self::vault_address(account.clone(), VaultPurpose::Collateral);
		let held = proof::held(&anchor.state_root, &remote.holding, &vault, nodes);
		Ok(held.map_err(Error::<T>::Proof)?)
	}
}

/// Whether a vault is known or has something in it to know of: or anybody could fill our state with what
/// costs him nothing there.
fn counts(known: &Option<Vault>, held: u128, deposit: u128) -> bool {
	known.is_some() || held > deposit
}

/// Whether a proof changed what counts by so much that it is free: an order or a breach came to light, or
/// at least another deposit arrived. Dust is not worth a place in our blocks: whoever sends it pays.
fn is_news(before: &Vault, after: &Vault, deposit: u128) -> bool {
	let settled = (before.release, before.seizure) != (after.release, after.seizure);
	let breached = after.certain() < before.certain() || before.breach != after.breach;
	let arrived = after.proven.saturating_sub(before.proven);
	settled || breached || (arrived > 0 && arrived >= deposit)
}
