// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Due` and `DueClock`: when an answer is late, and what is done then.

use super::{programs::asset, *};
use crate::{pallet::*, weights::WeightInfo};
use frame_support::{
	dispatch::DispatchResult, ensure, storage::with_storage_layer, weights::WeightMeter,
};

/// Fences that a block sends at one relay block's deadlines, at most.
const FENCES_A_BLOCK: usize = 16;

impl<T: Config> Pallet<T> {
	/// Note that an order's answer is late at a relay block.
	pub(crate) fn set_deadline(slot: &Slot, deadline: u32) {
		Due::<T>::insert(deadline, slot, ());
		DueClock::<T>::mutate(|clock| {
			let first = clock.waiting == 0 || deadline < clock.next;
			if first {
				clock.next = deadline;
			}
			clock.waiting = clock.waiting.saturating_add(1);
		});
	}

	/// Take a deadline back.
	pub(crate) fn clear_deadline(slot: &Slot, deadline: Option<u32>) {
		let Some(deadline) = deadline else { return };
		Due::<T>::remove(deadline, slot);
		DueClock::<T>::mutate(|clock| clock.waiting = clock.waiting.saturating_sub(1));
	}

	/// Send a fence after each late order of a vault.
	pub(crate) fn do_fence(account: MarginAccountId, kind: CollateralId) -> DispatchResult {
		let now = T::Messages::now();
		let mut any = false;
		for purpose in [OrderPurpose::Release, OrderPurpose::Seizure] {
			let slot = (account.clone(), kind, purpose);
			let Some(order) = InFlights::<T>::get(&slot) else { continue };
			if order.deadline.is_some_and(|deadline| deadline <= now) {
				Self::send_fence(&slot, order, now)?;
				any = true;
			}
		}
		ensure!(any, Error::<T>::NothingLate);
		Ok(())
	}

	/// Ask whether an order ran, with more to pay for the answer each time.
	fn send_fence(slot: &Slot, mut order: InFlight, now: u32) -> DispatchResult {
		let (account, kind, _) = slot;
		let (_, remote) = Self::remote_kind(*kind)?;
		let terms = Terms::<T>::get(order.source).ok_or(Error::<T>::NoTerms)?;
		let fee = terms.fee_of_fence(order.fences);
		let (frame, query) = Self::frame(order.source, account, fee)?;
		// The asset alone matters: it moves nowhere.
		let asset = asset(&remote, 1).ok_or(Error::<T>::BadLocation)?;
		Self::send(&frame, frame.fence(asset))?;
		if order.queries.is_full() && order.queries.len() > 1 {
			Queries::<T>::remove(order.queries.remove(1));
		}
		let _ = order.queries.try_push(query);
		Queries::<T>::insert(query, Query { slot: slot.clone(), id: order.id, fence: true });
		order.fences = order.fences.saturating_add(1);
		order.spent = order.spent.saturating_add(fee);
		Traffics::<T>::mutate(order.source, |all| all.spent = all.spent.saturating_add(fee));
		let deadline = terms.deadline(now, order.fences);
		Self::move_deadline(slot, &mut order, deadline);
		let (id, fences) = (order.id, order.fences);
		InFlights::<T>::insert(slot, order);
		Self::deposit_event(Event::FenceSent { slot: slot.clone(), id, fences, fee });
		Ok(())
	}

	fn move_deadline(slot: &Slot, order: &mut InFlight, deadline: u32) {
		Self::clear_deadline(slot, order.deadline);
		Self::set_deadline(slot, deadline);
		order.deadline = Some(deadline);
	}

	/// The fence cannot be sent now: no channel, no float. It is tried again.
	fn postpone(slot: &Slot, mut order: InFlight, now: u32) {
		let timeout = Terms::<T>::get(order.source).map_or(1, |terms| terms.timeout);
		Self::move_deadline(slot, &mut order, now.saturating_add(timeout.max(1)));
		let id = order.id;
		InFlights::<T>::insert(slot, order);
		Self::deposit_event(Event::FenceNotSent { slot: slot.clone(), id });
	}

	/// Block work: fences for orders whose deadlines passed, as many as the meter has room for. Block
	/// by block of the relay chain, so that it finds its place again.
	pub(crate) fn send_due_fences(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::due_base()).is_err() {
			return;
		}
		let mut clock = DueClock::<T>::get();
		let now = T::Messages::now();
		if clock.waiting == 0 || clock.next > now {
			return;
		}
		while clock.next <= now && meter.try_consume(T::WeightInfo::due_block()).is_ok() {
			let mut room = true;
			// Gathered first: what is sent gets another deadline.
			let step = T::WeightInfo::due_step();
			let mut slots = alloc::vec::Vec::new();
			for slot in Due::<T>::iter_key_prefix(clock.next) {
				room = slots.len() < FENCES_A_BLOCK && meter.try_consume(step).is_ok();
				if !room {
					break;
				}
				slots.push(slot);
			}
			for slot in slots {
				Self::send_due_fence(&slot, clock.next, now);
			}
			if !room {
				break;
			}
			clock.next = clock.next.saturating_add(1);
		}
		// Deadlines moved meanwhile, all of them behind `now`.
		DueClock::<T>::mutate(|stored| stored.next = clock.next);
	}

	fn send_due_fence(slot: &Slot, deadline: u32, now: u32) {
		let Some(order) = InFlights::<T>::get(slot) else {
			return Self::clear_deadline(slot, Some(deadline));
		};
		if with_storage_layer(|| Self::send_fence(slot, order.clone(), now)).is_err() {
			Self::postpone(slot, order, now);
		}
	}
}
