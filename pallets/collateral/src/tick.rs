// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: what came to margin accounts' addresses is credited when a block has room.

use crate::{pallet::*, weights::WeightInfo};
use frame_support::{
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};

/// Parts of what a block has left that this work may take: one in four.
const IDLE_SHARE: u64 = 4;

/// Sweep queued addresses, one kind a step, as far as a quarter of `remaining` goes. What cannot be
/// credited stays at the address; `sweep` tells why.
pub(crate) fn sweep_arrivals<T: Config>(remaining: Weight) -> Weight {
	let share = remaining.checked_div(IDLE_SHARE).unwrap_or_default();
	let mut meter = WeightMeter::with_limit(share);
	let step = T::WeightInfo::pending_step();
	if !meter.can_consume(T::WeightInfo::pending_base().saturating_add(step)) {
		return Weight::zero();
	}
	meter.consume(T::WeightInfo::pending_base());
	let mut queue = Pending::<T>::get();
	if queue.is_empty() {
		return meter.consumed();
	}
	let kinds = Listed::<T>::get();
	while let Some(arrival) = queue.iter_mut().next() {
		let next = usize::try_from(arrival.next).unwrap_or(usize::MAX);
		let Some(kind) = kinds.get(next) else {
			queue.remove(0);
			continue;
		};
		if meter.try_consume(step).is_err() {
			break;
		}
		arrival.next = arrival.next.saturating_add(1);
		let account = arrival.account.clone();
		// Kinds that lie elsewhere refuse.
		let _ = with_storage_layer(|| Pallet::<T>::do_sweep(account, *kind));
	}
	Pending::<T>::put(queue);
	meter.consumed()
}
