// SPDX-License-Identifier: GPL-3.0-or-later

//! Answers that came and wait for a block to book them. Owner of `Answers` and `AnswerQueue` (ADR 34).
//!
//! Until its answer is booked an order is on its way as before, so nothing counts that might not be there, and
//! the relay block in which the answer was noted is the floor that it sets.

use super::*;
use frame_support::weights::{Weight, WeightMeter};
use straddle_traits::OrderOutcome;

impl<T: Config> Pallet<T> {
	/// The last in the queue.
	pub(super) fn push_answer(answer: Answer) {
		AnswerQueue::<T>::mutate(|queue| {
			Answers::<T>::insert(queue.next, answer);
			queue.next = queue.next.saturating_add(1);
		});
	}

	/// Block work: book answers in the order in which they came, as far as the meter goes.
	pub(crate) fn book_answers(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::answer_base()).is_err() {
			return;
		}
		let before = AnswerQueue::<T>::get();
		let mut queue = before;
		while queue.first < queue.next {
			if meter.try_consume(T::WeightInfo::answer_base()).is_err() {
				break;
			}
			if let Some(answer) = Answers::<T>::get(queue.first) {
				let query = Queries::<T>::get(answer.query);
				let weight = query.as_ref().map(|query| Self::answer_weight(query, answer.end));
				if meter.try_consume(weight.unwrap_or_default()).is_err() {
					break;
				}
				Answers::<T>::remove(queue.first);
				Self::book_answer(query, answer);
			}
			queue.first = queue.first.saturating_add(1);
		}
		if queue != before {
			AnswerQueue::<T>::put(queue);
		}
	}

	/// What cannot be booked stays on its way, and a fence and a proof end it.
	fn book_answer(query: Option<Query>, answer: Answer) {
		let booked = query.is_some_and(|query| match answer.end {
			None => Self::note_fence(&query, answer.at).is_ok(),
			Some(end) => Self::note_end(&query.slot, query.id, end, answer.at).is_ok(),
		});
		if !booked {
			Self::deposit_event(Event::ReplyIgnored { query_id: answer.query });
		}
	}

	/// What booking it weighs: a delivery's end moves each claim, and so does the lot that follows.
	fn answer_weight(query: &Query, end: Option<OrderOutcome>) -> Weight {
		let (account, kind, purpose) = &query.slot;
		let alone = T::WeightInfo::book_answer(0);
		match (purpose, end) {
			(_, None) | (OrderPurpose::Release, Some(OrderOutcome::Done)) => alone,
			(OrderPurpose::Release, _) => alone.saturating_add(T::WeightInfo::recount()),
			(OrderPurpose::Seizure, _) => {
				let delivery =
					crate::Covers::<T>::get(account, kind).and_then(|cover| cover.delivery);
				let claims = delivery.map_or(0, |delivery| delivery.claims.len());
				Self::delivery_weight(u32::try_from(claims).unwrap_or(u32::MAX))
			},
		}
	}

	/// The most that one answer weighs: a block's share must have room for it, or the queue would stand still.
	pub(crate) fn heaviest_answer() -> Weight {
		let base = T::WeightInfo::answer_base().saturating_mul(2);
		Self::delivery_weight(crate::MAX_CLAIMS).saturating_add(base)
	}

	/// What the end of a delivery weighs: its claims, the receiver's lot, and whether he owes.
	fn delivery_weight(claims: u32) -> Weight {
		T::WeightInfo::book_answer(claims)
			.saturating_add(T::WeightInfo::recount())
			.saturating_add(T::WeightInfo::note_debt())
	}
}
