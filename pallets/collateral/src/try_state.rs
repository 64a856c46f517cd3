// SPDX-License-Identifier: GPL-3.0-or-later

//! The invariants, numbered as in DESIGN.md 12.

use crate::{pallet::*, queue::Stage, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;
use straddle_primitives::*;

impl<T: Config> Pallet<T> {
	/// Check everything that must always hold here.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_tokens()?;
		Self::try_state_totals()?;
		Self::try_state_groups()?;
		Self::try_state_registry()?;
		Self::try_state_weights()?;
		Self::try_state_pending()?;
		Self::try_state_queue()
	}

	/// 1, and of 2 what lies here: the clearing account holds at least what was booked in.
	fn try_state_tokens() -> Result<(), TryRuntimeError> {
		let clearing = Self::clearing();
		for (asset, kind) in ByAsset::<T>::iter() {
			let held = T::Fungibles::balance(asset, &clearing);
			let enough = held >= Credited::<T>::get(kind);
			ensure!(enough || kind != CASH, "invariant 2: less stablecoin held than booked in");
			ensure!(enough, "invariant 1: fewer tokens held than booked in");
		}
		Ok(())
	}

	/// 5: only what is listed has a running total. That it is the sum over accounts
	/// can be checked only where the accounts are.
	fn try_state_totals() -> Result<(), TryRuntimeError> {
		for (kind, total) in Credited::<T>::iter() {
			ensure!(Kinds::<T>::contains_key(kind), "invariant 5: total of an unlisted kind");
			ensure!(total <= MAX_CAP, "invariant 5: total beyond every cap");
		}
		Ok(())
	}

	/// 5: what is counted on a chain or by a method is the sum over its kinds, to the unit.
	fn try_state_groups() -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<Group, u128>::new();
		for (kind, info) in Kinds::<T>::iter().filter(|(kind, _)| *kind != CASH) {
			let value = info.reference_value(Credited::<T>::get(kind));
			let value = value.map_err(|_| "invariant 5: a kind has no value in its groups")?;
			for group in info.groups() {
				let sum = sums.entry(group).or_default();
				*sum = sum.saturating_add(value.into_inner());
			}
		}
		for (group, state) in Groups::<T>::iter() {
			let sum = sums.remove(&group).unwrap_or_default();
			let counted = state.total.into_inner();
			ensure!(sum == counted, "invariant 5: a group's total is not the sum of its kinds");
		}
		ensure!(sums.into_values().all(|sum| sum == 0), "invariant 5: a group was not counted");
		Ok(())
	}

	/// The registry's three views agree.
	fn try_state_registry() -> Result<(), TryRuntimeError> {
		let listed: BTreeSet<_> = Listed::<T>::get().into_iter().collect();
		ensure!(listed.len() == Listed::<T>::get().len(), "registry: a kind listed twice");
		ensure!(Kinds::<T>::iter_keys().all(|kind| listed.contains(&kind)), "registry: not listed");
		ensure!(Kinds::<T>::iter_keys().count() == listed.len(), "registry: listed without kind");
		let mut local = 0u32;
		for (kind, info) in Kinds::<T>::iter() {
			if info.source == SourceId::LOCAL {
				local = local.saturating_add(1);
				let found = ByAsset::<T>::get(&info.asset);
				ensure!(found == Some(kind), "registry: token does not lead to its kind");
			} else {
				ensure!(kind != CASH, "registry: the stablecoin lies elsewhere");
				ensure!(Sources::<T>::contains_key(info.source), "registry: unknown source");
			}
			let reserve = info.reserve;
			let known = reserve == SourceId::LOCAL || Sources::<T>::contains_key(reserve);
			ensure!(known, "registry: unknown reserve");
			let held = info.method == ProofMethod::Held;
			ensure!(info.source == SourceId::LOCAL || !held, "registry: held elsewhere");
			ensure!(kind == CASH || is_reference(info.reference), "registry: no reference price");
			let most = if kind == CASH { MAX_CASH_DECIMALS } else { MAX_DECIMALS };
			ensure!(info.decimals <= most, "registry: too many decimals");
			ensure!(info.cap <= MAX_CAP, "registry: cap too large");
			ensure!(info.min_deposit > 0, "registry: no minimum deposit");
		}
		for (source, info) in Sources::<T>::iter() {
			ensure!(source != SourceId::LOCAL, "sources: this chain");
			let valid = info.curves.is_valid() && info.before.is_valid();
			ensure!(valid, "sources: curves out of order");
		}
		let tokens = ByAsset::<T>::iter_keys().count();
		ensure!(u32::try_from(tokens) == Ok(local), "registry: token without a kind");
		Ok(())
	}

	/// 11, of which this pallet has one half: never more credit for opening than for being left
	/// alone. Cuts of the latter take their time.
	fn try_state_weights() -> Result<(), TryRuntimeError> {
		let times = Schedule::<T>::get();
		ensure!(times.is_valid(), "times: a cut could be sudden");
		for info in Kinds::<T>::iter_values() {
			ensure!(
				info.initial.to <= info.maintenance.to,
				"invariant 11: initial above maintenance"
			);
			let cut = info.maintenance.to < info.maintenance.from;
			let slow = info.maintenance.length >= times.minimum_ramp;
			ensure!(!cut || slow, "weights: a maintenance weight falls too fast");
		}
		Ok(())
	}

	/// The queue names each account once; nothing is parked that is nothing.
	fn try_state_pending() -> Result<(), TryRuntimeError> {
		let queue = Pending::<T>::get();
		let accounts: BTreeSet<_> = queue.iter().map(|arrival| &arrival.account).collect();
		ensure!(accounts.len() == queue.len(), "pending: an account twice");
		ensure!(Parked::<T>::iter_values().all(|parked| parked > 0), "parked: nothing");
		Ok(())
	}

	/// What waits is what is claimed, nobody claims more than what is left to him, and a round pays no
	/// more than was claimed.
	fn try_state_queue() -> Result<(), TryRuntimeError> {
		let queue = Queue::<T>::get();
		let mut waiting = 0u128;
		for request in Requests::<T>::iter_values() {
			let sound = request.claim <= request.rest && request.rest <= request.asked;
			ensure!(sound && request.rest > 0, "queue: a request claims more than is left of it");
			ensure!(request.round <= queue.round, "queue: counted by a round that is to come");
			waiting = waiting.checked_add(request.claim).ok_or("queue: claims do not fit")?;
		}
		ensure!(waiting == queue.waiting, "queue: what waits is not what is claimed");
		if let Stage::Paying { claims, paying, .. } = queue.stage {
			ensure!(paying > 0 && paying <= claims, "queue: a round pays more than was claimed");
		}
		Ok(())
	}
}
