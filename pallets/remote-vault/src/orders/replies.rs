// SPDX-License-Identifier: GPL-3.0-or-later

//! Answers of source chains, and proofs where there was none.

use super::*;
use crate::vault::Vault;
use straddle_traits::OrderOutcome;
use xcm::latest::{Location, Response};
use xcm::prelude::Parachain;

impl<T: Config> Pallet<T> {
	/// An answer came: it is noted, and block work books it. Messages are weighed before they are read, whatever
	/// their answer changes here, so this does as little as can be (ADR 34). Infallible but for an origin that
	/// is not the chain that was asked: whoever dispatches this has forgotten the question by now.
	pub(crate) fn do_take_reply(
		responder: &Location,
		query_id: u64,
		response: &Response,
	) -> DispatchResult {
		let Some(query) = Queries::<T>::get(query_id) else {
			// Its order ended without it.
			Self::deposit_event(Event::ReplyIgnored { query_id });
			return Ok(());
		};
		let source = SourceOf::<T>::get(query.slot.1).ok_or(Error::<T>::UnknownKind)?;
		let asked =
			Sources::<T>::get(source).map(|info| Location::new(1, [Parachain(info.para_id)]));
		ensure!(asked.as_ref() == Some(responder), DispatchError::BadOrigin);
		let end = match (query.fence, response) {
			(true, _) => None,
			(false, Response::ExecutionResult(None)) => Some(OrderOutcome::Done),
			(false, Response::ExecutionResult(Some(_))) => Some(OrderOutcome::Refused),
			// No answer to what was asked.
			_ => {
				Self::deposit_event(Event::ReplyIgnored { query_id });
				return Ok(());
			},
		};
		Self::push_answer(Answer { query: query_id, end, at: T::Messages::now() });
		Ok(())
	}

	/// Book the end of an order as the source chain says it, once and whole. `now` is the relay block that we saw
	/// when it said so.
	///
	/// # Errors
	/// There is no such order any more; the books refuse.
	pub(crate) fn note_end(
		slot: &Slot,
		id: u64,
		outcome: OrderOutcome,
		now: u32,
	) -> DispatchResult {
		let (account, kind, purpose) = slot;
		with_storage_layer(|| {
			let filled = match purpose {
				OrderPurpose::Seizure => crate::Covers::<T>::get(account, kind),
				OrderPurpose::Release => None,
			};
			Self::note_reply(account, *kind, (*purpose, id), outcome, now)?;
			if let Some(delivery) = filled.and_then(|cover| cover.delivery) {
				Self::note_filled(&delivery.to, *kind);
			}
			Self::forget(slot);
			let end = match outcome {
				OrderOutcome::Done => OrderEnd::Done,
				OrderOutcome::Refused => OrderEnd::Refused,
			};
			Self::deposit_event(Event::OrderEnded { slot: slot.clone(), id, end });
			Ok(())
		})
	}

	/// A fence was answered, it does not matter how: the order ran before it or never will. `now` as before.
	pub(crate) fn note_fence(query: &Query, now: u32) -> DispatchResult {
		let slot = &query.slot;
		let mut vault = Vaults::<T>::get(&slot.0, slot.1).unwrap_or_default();
		vault.reply_fence(slot.2, query.id, now).map_err(Error::<T>::Vault)?;
		Vaults::<T>::insert(&slot.0, slot.1, vault);
		if let Some(mut order) = InFlights::<T>::get(slot) {
			Self::clear_deadline(slot, order.deadline.take());
			InFlights::<T>::insert(slot, order);
		}
		Self::deposit_event(Event::OrderFenced { slot: slot.clone(), id: query.id });
		Ok(())
	}

	/// A proof changed a vault: orders that left their slots ended, and a debtor's stablecoin is pulled.
	pub(crate) fn note_proven(account: &MarginAccountId, kind: CollateralId, vault: &Vault) {
		Self::note_filled(account, kind);
		let slots =
			[(OrderPurpose::Release, vault.release), (OrderPurpose::Seizure, vault.seizure)];
		for (purpose, order) in slots {
			let slot = (account.clone(), kind, purpose);
			let Some(known) = InFlights::<T>::get(&slot) else { continue };
			if order.is_none_or(|order| order.id != known.id) {
				Self::forget(&slot);
				let (id, end) = (known.id, OrderEnd::Proven);
				Self::deposit_event(Event::OrderEnded { slot, id, end });
			}
		}
	}

	/// What a proof does once it is verified (benchmarks and tests of other crates).
	///
	/// # Errors
	/// The vault refuses.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn observe_for_benchmark(
		account: &MarginAccountId,
		kind: CollateralId,
		held: u128,
		anchor: &straddle_traits::Anchor,
	) -> DispatchResult {
		Self::note_balance(account, kind, held, anchor)
	}
}
