// SPDX-License-Identifier: GPL-3.0-or-later

//! That the tables of orders fit each other and the vaults.

use super::*;
use alloc::collections::BTreeMap;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Each taken slot has an order on its way with the same id and no other has one; each such order has
	/// its questions, and a deadline until a fence was answered; totals are the sums.
	pub(crate) fn try_state_orders() -> Result<(), TryRuntimeError> {
		let mut traffic = BTreeMap::<SourceId, Traffic>::new();
		let (mut deadlines, mut queries) = (0u32, 0usize);
		let clock = DueClock::<T>::get();
		for (account, kind, vault) in Vaults::<T>::iter() {
			for (purpose, order) in
				[(OrderPurpose::Release, vault.release), (OrderPurpose::Seizure, vault.seizure)]
			{
				let Some(order) = order else { continue };
				let slot = (account.clone(), kind, purpose);
				let known = InFlights::<T>::get(&slot).filter(|known| known.id == order.id);
				let known = known.ok_or("orders: a taken slot without an order on its way")?;
				let timed = known.deadline.is_some() != order.fenced;
				ensure!(timed, "orders: a deadline is missing, or one too many");
				if let Some(deadline) = known.deadline {
					let there = Due::<T>::contains_key(deadline, &slot);
					ensure!(there, "orders: a deadline is not in the table");
					ensure!(deadline >= clock.next, "orders: the clock is ahead");
					deadlines = deadlines.saturating_add(1);
				}
			}
		}
		for (slot, order) in InFlights::<T>::iter() {
			let vault = Vaults::<T>::get(&slot.0, slot.1).unwrap_or_default();
			let held = match slot.2 {
				OrderPurpose::Release => vault.release,
				OrderPurpose::Seizure => vault.seizure,
			};
			ensure!(held.is_some(), "orders: on its way without a slot");
			ensure!(!order.queries.is_empty(), "orders: an order without its question");
			for query in &order.queries {
				let asked = Queries::<T>::get(query)
					.is_some_and(|query| query.slot == slot && query.id == order.id);
				ensure!(asked, "orders: a question is not awaited");
			}
			queries = queries.saturating_add(order.queries.len());
			let all = traffic.entry(order.source).or_default();
			let count = all.count(slot.2);
			*count = count.saturating_add(1);
			all.spent = all.spent.saturating_add(order.spent);
		}
		ensure!(Queries::<T>::iter().count() == queries, "orders: a question of no order");
		let queue = AnswerQueue::<T>::get();
		let waiting =
			queue.next.checked_sub(queue.first).ok_or("answers: booked before they came")?;
		let in_place = |(place, answer): (u64, Answer)| {
			(queue.first..queue.next).contains(&place) && answer.at <= T::Messages::now()
		};
		ensure!(Answers::<T>::iter().all(in_place), "answers: one is not in its place");
		ensure!(Answers::<T>::iter().count() as u64 == waiting, "answers: one is missing");
		let due = u32::try_from(Due::<T>::iter().count()).unwrap_or(u32::MAX);
		ensure!(due == deadlines && clock.waiting == due, "orders: deadlines are miscounted");
		for source in Sources::<T>::iter_keys() {
			let counted = traffic.get(&source).copied().unwrap_or_default();
			let same = Traffics::<T>::get(source) == counted;
			ensure!(same, "orders: what is on its way is miscounted");
		}
		Ok(())
	}
}
