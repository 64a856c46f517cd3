// SPDX-License-Identifier: GPL-3.0-or-later

//! How orders are found again: by the trader's own number, and by the minute in which their time is over. The only
//! place that writes `Tagged`, `Ending` and `EndCursor`.

use super::*;
use book::OpenBook;
use tick::Step;

/// The minute of a time.
fn minute(at: Moment) -> u64 {
	at.checked_div(MINUTE_MS).unwrap_or(0)
}

/// An order rests now.
///
/// # Errors
/// `ClientIdTaken`.
pub(crate) fn add<T: Config>(order: &Order) -> DispatchResult {
	if let Some(client) = order.terms.client {
		let taken = Tagged::<T>::contains_key(&order.account, client);
		ensure!(!taken, Error::<T>::ClientIdTaken);
		Tagged::<T>::insert(&order.account, client, order.id);
	}
	if let Some(until) = order.terms.until {
		if EndCursor::<T>::get() == 0 {
			EndCursor::<T>::put(minute(T::Time::now()));
		}
		Ending::<T>::insert(minute(until), order.id, &order.account);
	}
	Ok(())
}

/// An order rests no longer. Returns how many entries went; they are not read for that.
pub(crate) fn remove<T: Config>(order: &Order) -> u32 {
	let Terms { client, until, .. } = order.terms;
	if let Some(client) = client {
		Tagged::<T>::remove(&order.account, client);
	}
	if let Some(until) = until {
		Ending::<T>::remove(minute(until), order.id);
	}
	u32::from(client.is_some()).saturating_add(until.is_some().into())
}

/// Take one order whose time is over off the book, or go on to the next minute.
///
/// # Errors
/// The book contradicts itself.
pub(crate) fn end_next<T: Config>() -> Result<Step, DispatchError> {
	let (cursor, now) = (EndCursor::<T>::get(), T::Time::now());
	// A minute that is not over may hold orders whose time is not.
	if cursor == 0 || cursor >= minute(now) {
		return Ok(Step::Last);
	}
	let Some((id, account)) = Ending::<T>::iter_prefix(cursor).next() else {
		EndCursor::<T>::put(cursor.saturating_add(1));
		return Ok(Step::Looked);
	};
	let mut orders = T::Ledger::orders(&account).into_iter();
	let found = orders.find(|(other, _)| *other == id);
	let (_, place) = found.ok_or(Error::<T>::BookInconsistent)?;
	let mut book = OpenBook::<T>::open(place.series);
	Pallet::<T>::cancel(&mut book, &Slot::from(&place), id, CancelReason::TimeOver)?;
	book.store();
	Ok(Step::Took)
}
