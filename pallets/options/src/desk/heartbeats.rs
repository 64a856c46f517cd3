// SPDX-License-Identifier: GPL-3.0-or-later

//! Keys that promise to call again, and what becomes of what they placed when they do not (ADR 53).
//!
//! An order has the number of the heartbeat under which it was placed. Quotes of a market go together: all of an
//! account's are void once a heartbeat is late under which some of them were placed.

use super::*;

impl<T: Config> Pallet<T> {
	/// A key calls, and will call again. Without a number of blocks it promises nothing any more.
	///
	/// Returns how many orders were looked at.
	pub(crate) fn do_heartbeat(
		key: AccountId32,
		account: MarginAccountId,
		within: Option<u32>,
	) -> Result<u32, DispatchError> {
		let looked = Self::cancel_under_if(&account, &key, |beat| beat.has_left(block::<T>()))?;
		let required = Desks::<T>::get(&account).heartbeat(&key).and_then(|beat| beat.required);
		match (within, required) {
			(None, Some(_)) => return Err(Error::<T>::HeartbeatRequired.into()),
			(Some(within), Some(most)) => ensure!(within <= most, Error::<T>::HeartbeatRequired),
			_ => {},
		}
		let counted = Self::set_heartbeat(account, key, within, required)?;
		Ok(looked.max(counted))
	}

	/// An account's owner wants a key to call within so many blocks, from now on, or no longer. What rests under a key
	/// that may not trade for the account any more goes then: nobody would ever call for it.
	///
	/// Returns how many orders were looked at.
	pub(crate) fn do_require_heartbeat(
		account: MarginAccountId,
		key: AccountId32,
		within: Option<u32>,
	) -> Result<u32, DispatchError> {
		let may = T::Ledger::ensure_may_trade(&account, &key);
		let ends = |beat: &Heartbeat| beat.has_left(block::<T>()) || may.is_err();
		let looked = Self::cancel_under_if(&account, &key, ends)?;
		if within.is_some() {
			may?;
		}
		let counted = Self::set_heartbeat(account, key, within, within)?;
		Ok(looked.max(counted))
	}

	/// Let a key have called in this block. A new heartbeat's number is one under which nothing rests: what stands since
	/// another one was ended does not go with it.
	///
	/// Returns how many orders were looked at.
	fn set_heartbeat(
		account: MarginAccountId,
		key: AccountId32,
		within: Option<u32>,
		required: Option<u32>,
	) -> Result<u32, DispatchError> {
		let mut desk = Desks::<T>::get(&account);
		let known = desk.heartbeat(&key).map(|beat| beat.number);
		let (used, looked) = match (within, known) {
			(Some(_), None) => Self::numbers_in_use(&account, &desk),
			_ => (0, 0),
		};
		let heartbeats = &mut desk.heartbeats;
		heartbeats.retain(|beat| beat.key != key);
		let mut heartbeat = None;
		if let Some(within) = within {
			ensure!((1..=MAX_BLOCKS).contains(&within), Error::<T>::InvalidBlocks);
			let until = block::<T>().checked_add(within).ok_or(Overflow)?;
			let mut numbers = 1..=HEARTBEAT_NUMBERS;
			let number = known.or_else(|| numbers.find(|number| used & bit(*number) == 0));
			let number = number.ok_or(Error::<T>::TooManyHeartbeats)?;
			let new = Heartbeat { key: key.clone(), number, required, within, until, swept: 0 };
			let place = heartbeats.partition_point(|beat| beat.number < number);
			heartbeats.try_insert(place, new.clone()).map_err(|_| Error::<T>::TooManyHeartbeats)?;
			heartbeat = Some(new);
		}
		store::<T>(&account, desk);
		Self::deposit_event(Event::HeartbeatSet { account, key, heartbeat });
		Ok(looked)
	}

	/// Numbers that a heartbeat of the account, an order or a quote has, a bit for each, and how many orders were looked
	/// at.
	fn numbers_in_use(account: &MarginAccountId, desk: &Desk) -> (u16, u32) {
		let places = T::Ledger::orders(account);
		let beats = desk.heartbeats.iter().map(Heartbeat::bit);
		let quotes = desk.stands.iter().map(|stand| stand.under);
		let orders = places.iter().filter_map(|(id, place)| {
			let order = book::find::<T>(place.series, &Slot::from(place), *id)?;
			Some(bit(order.terms.heartbeat))
		});
		let used = beats.chain(quotes).chain(orders).fold(0, |used, bits| used | bits);
		(used, places.len() as u32)
	}

	/// Cancel what rests under a key's heartbeat, if that is so: what is late, and should have been gone, does not come
	/// back to life.
	///
	/// Returns how many orders were looked at.
	fn cancel_under_if(
		account: &MarginAccountId,
		key: &AccountId32,
		condition: impl FnOnce(&Heartbeat) -> bool,
	) -> Result<u32, DispatchError> {
		let desk = Desks::<T>::get(account);
		let Some(beat) = desk.heartbeat(key).filter(|beat| condition(beat)) else {
			return Ok(0);
		};
		let places = T::Ledger::orders(account);
		let looked = places.len() as u32;
		Self::cancel_under(account, beat, places)?;
		Ok(looked)
	}

	/// Cancel those of these orders that rest under a heartbeat, and void the quotes of markets where some do.
	fn cancel_under(
		account: &MarginAccountId,
		beat: &Heartbeat,
		mut places: Vec<(OrderId, Place)>,
	) -> DispatchResult {
		void_stands::<T>(account, |stand| stand.under & beat.bit() != 0);
		places.retain(|(id, place)| {
			let order = book::find::<T>(place.series, &Slot::from(place), *id);
			order.is_some_and(|order| order.terms.heartbeat == beat.number)
		});
		Self::cancel_places(account, places, CancelReason::NoHeartbeat).map(|_| ())
	}

	/// The desk of an account for which a key places something, and the number of the key's heartbeat; zero if it
	/// has none.
	///
	/// # Errors
	/// `HeartbeatLate`.
	pub(crate) fn open_desk(
		account: &MarginAccountId,
		key: &AccountId32,
	) -> Result<(Desk, u8), DispatchError> {
		let desk = Desks::<T>::get(account);
		let Some(beat) = desk.heartbeat(key) else { return Ok((desk, 0)) };
		ensure!(!beat.is_late(block::<T>()), Error::<T>::HeartbeatLate);
		let number = beat.number;
		Ok((desk, number))
	}

	/// Look at the heartbeats of the next desk, and cancel what rests under one that is late: so many orders a step. A
	/// round of all desks ends the block's work.
	pub(crate) fn look_at_next_desk() -> Result<Step, DispatchError> {
		let last = DeskCursor::<T>::get();
		let mut desks = match &last {
			Some(last) => Desks::<T>::iter_from(Desks::<T>::hashed_key_for(last)),
			None => Desks::<T>::iter(),
		};
		let Some((account, desk)) = desks.next() else {
			DeskCursor::<T>::kill();
			return Ok(Step::Last);
		};
		let now = block::<T>();
		let Some(beat) = desk.heartbeats.iter().find(|beat| beat.has_left(now)) else {
			DeskCursor::<T>::put(&account);
			return Ok(Step::Looked);
		};
		let mut places = T::Ledger::orders(&account);
		places.retain(|(id, _)| *id >= beat.swept);
		let more = places.len() > tick::SWEPT as usize;
		places.truncate(tick::SWEPT as usize);
		let next = match places.last() {
			Some((last, _)) if more => last.saturating_add(1),
			_ => OrderId::MAX,
		};
		Self::cancel_under(&account, beat, places)?;
		Desks::<T>::mutate(&account, |desk| {
			let mut heartbeats = desk.heartbeats.iter_mut();
			if let Some(swept) = heartbeats.find(|other| other.number == beat.number) {
				swept.swept = next;
			}
		});
		if next == OrderId::MAX {
			Self::deposit_event(Event::HeartbeatLate { account, key: beat.key.clone() });
		}
		Ok(Step::Took)
	}
}
