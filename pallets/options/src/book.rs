// SPDX-License-Identifier: GPL-3.0-or-later

//! The book of one series. The only place that writes `Books`, `Depths` and `Queues`. Whoever lets an order rest, or
//! takes one off, tells the ledger in the same journal as its aggregate: the account knows where it rests.

use super::*;
use alloc::collections::BTreeMap;
use core::{cmp::Ordering, marker::PhantomData};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding};

/// Quantity × price in cash's smallest units.
///
/// # Errors
/// It does not fit.
pub(crate) fn value(
	quantity: Quantity,
	price: Cash,
	rounding: Rounding,
) -> Result<Cash, DispatchError> {
	mul_div(i128::from(quantity), price, i128::from(CONTRACT), rounding)
		.map_err(|_| Overflow.into())
}

/// How an account's aggregate changes when an order goes from one unfilled quantity to another.
///
/// Each end is computed from the quantity alone, so the changes of one order always sum to zero.
pub(crate) fn change(
	place: &Place,
	from: Quantity,
	to: Quantity,
) -> Result<OrderChange, DispatchError> {
	let quantity = to.checked_sub(from).ok_or(Overflow)?;
	let money = |rounding| -> Result<Cash, DispatchError> {
		let after = value(to, place.price, rounding)?;
		Ok(after.checked_sub(value(from, place.price, rounding)?).ok_or(Overflow)?)
	};
	Ok(match place.side {
		Side::Buy => {
			OrderChange { buy: quantity, buy_cost: money(Rounding::Up)?, ..Default::default() }
		},
		Side::Sell => OrderChange {
			sell: quantity,
			sell_proceeds: money(Rounding::Down)?,
			..Default::default()
		},
	})
}

/// Compares prices of one side: the better one is greater.
pub(crate) fn compare(side: Side, a: Cash, b: Cash) -> Ordering {
	match side {
		Side::Buy => a.cmp(&b),
		Side::Sell => b.cmp(&a),
	}
}

/// Whether an order with this limit trades with one that rests on the other side.
pub(crate) fn crosses(side: Side, limit: Cash, resting: Cash) -> bool {
	match side {
		Side::Buy => resting <= limit,
		Side::Sell => resting >= limit,
	}
}

impl Book {
	fn nth(shelf: Shelf) -> usize {
		usize::from(shelf.side == Side::Sell).saturating_add(if shelf.pegged { 2 } else { 0 })
	}

	/// The levels of a shelf that lie here, the best last.
	pub fn levels(&self, shelf: Shelf) -> &Levels {
		match (shelf.side, shelf.pegged) {
			(Side::Buy, false) => &self.bids,
			(Side::Sell, false) => &self.asks,
			(Side::Buy, true) => &self.pegged_bids,
			(Side::Sell, true) => &self.pegged_asks,
		}
	}

	fn levels_mut(&mut self, shelf: Shelf) -> &mut Levels {
		match (shelf.side, shelf.pegged) {
			(Side::Buy, false) => &mut self.bids,
			(Side::Sell, false) => &mut self.asks,
			(Side::Buy, true) => &mut self.pegged_bids,
			(Side::Sell, true) => &mut self.pegged_asks,
		}
	}

	/// How many orders of a shelf lie deeper.
	pub fn deeper(&self, shelf: Shelf) -> u16 {
		self.deep.get(Self::nth(shelf)).copied().unwrap_or(0)
	}

	fn deepen(&mut self, shelf: Shelf, by: i16) -> DispatchResult {
		let deep = self.deep.get_mut(Self::nth(shelf)).ok_or(Overflow)?;
		*deep = deep.checked_add_signed(by).ok_or(Overflow)?;
		Ok(())
	}

	/// The best level of a shelf.
	pub fn best_of(&self, shelf: Shelf) -> Option<Level> {
		self.levels(shelf).last().copied()
	}

	/// The best level of a side with a price.
	pub fn best(&self, side: Side) -> Option<Level> {
		self.best_of(Shelf { side, pegged: false })
	}

	/// How many orders rest on a shelf.
	pub fn orders(&self, shelf: Shelf) -> u32 {
		let deep = u32::from(self.deeper(shelf));
		self.levels(shelf)
			.iter()
			.fold(deep, |sum, level| sum.saturating_add(u32::from(level.orders)))
	}
}

fn sum(levels: &[Level]) -> Result<i16, DispatchError> {
	let orders = levels.iter().fold(0u32, |sum, level| sum.saturating_add(level.orders.into()));
	Ok(i16::try_from(orders).map_err(|_| Overflow)?)
}

/// Change a level's sums among others; one without orders goes, one that is new comes.
fn change_level<Bound: Get<u32>>(
	levels: &mut BoundedVec<Level, Bound>,
	slot: &Slot,
	by: Quantity,
	orders: i8,
) -> DispatchResult {
	let (side, price) = (slot.shelf.side, slot.rate);
	match levels.binary_search_by(|level| compare(side, level.price, price)) {
		Ok(place) => {
			let level = levels.get_mut(place).ok_or(Overflow)?;
			level.total = level.total.checked_add(by).ok_or(Overflow)?;
			level.orders = level.orders.checked_add_signed(orders).ok_or(Overflow)?;
			if level.orders == 0 {
				levels.remove(place);
			}
			Ok(())
		},
		Err(place) => {
			let orders = u8::try_from(orders).map_err(|_| Overflow)?;
			let level = Level { price, total: by, orders };
			levels.try_insert(place, level).map_err(|_| Overflow.into())
		},
	}
}

/// Who goes for an order that comes.
pub(crate) struct Evicted {
	pub slot: Slot,
	pub order: Order,
	/// It stands, and is more than dust to the one that comes: its place is paid for.
	pub stands: bool,
}

impl Evicted {
	/// Whom another account has to pay for its place, if anyone.
	pub fn payee(self, payer: &MarginAccountId) -> Option<Room> {
		let Order { id, account, .. } = self.order;
		(self.stands && account != *payer).then_some(Room { id, account })
	}
}

/// A place of an order that is paid for.
pub(crate) struct Room {
	pub id: OrderId,
	pub account: MarginAccountId,
}

/// Let an entry pay a deposit for each of these places, and those who had them be paid.
pub(crate) fn pay_for_room<T: Config>(
	mut payer: Entry,
	room: Vec<Room>,
) -> Result<Journal, DispatchError> {
	let amount = Parameters::<T>::get().order_deposit;
	let mut paid = BTreeMap::<MarginAccountId, Cash>::new();
	for Room { id, account } in room.into_iter().filter(|_| amount > 0) {
		payer.cash = payer.cash.checked_sub(amount).ok_or(Overflow)?;
		let sum = paid.entry(account.clone()).or_default();
		*sum = sum.checked_add(amount).ok_or(Overflow)?;
		let by = payer.account.clone();
		Pallet::<T>::deposit_event(Event::RoomPaid { id, account, by, amount });
	}
	let paid = paid.into_iter().map(|(to, sum)| Entry::new(to, Rule::Credit).cash(sum));
	Ok(Journal::of(core::iter::once(payer).chain(paid).collect()))
}

/// The book of a series between its reading and its writing.
#[derive(CloneNoBound)]
pub(crate) struct OpenBook<T> {
	series: Series,
	book: Book,
	/// What lies deeper, of the shelves that were asked for.
	depths: BTreeMap<Shelf, Depth>,
	_config: PhantomData<T>,
}

impl<T: Config> OpenBook<T> {
	/// Read it.
	pub fn open(series: Series) -> Self {
		let book = Books::<T>::get(series);
		Self { series, book, depths: BTreeMap::new(), _config: PhantomData }
	}

	/// Write it.
	pub fn store(self) {
		if self.book == Book::default() {
			Books::<T>::remove(self.series);
		} else {
			Books::<T>::insert(self.series, self.book);
		}
		for (shelf, depth) in self.depths {
			if depth.is_empty() {
				Depths::<T>::remove(self.series, shelf);
			} else {
				Depths::<T>::insert(self.series, shelf, depth);
			}
		}
	}

	/// Its levels.
	pub fn levels(&self) -> &Book {
		&self.book
	}

	/// Whose book it is.
	pub fn series(&self) -> Series {
		self.series
	}

	fn depth(&mut self, shelf: Shelf) -> &mut Depth {
		let series = self.series;
		self.depths.entry(shelf).or_insert_with(|| Depths::<T>::get(series, shelf))
	}

	/// Change a level where it lies: near the top, or deeper if it is worse than all that is there.
	fn change(&mut self, slot: &Slot, by: Quantity, orders: i8) -> DispatchResult {
		let shelf = slot.shelf;
		let deeper = self.book.deeper(shelf) > 0;
		let near = |level: &Level| compare(shelf.side, slot.rate, level.price) != Ordering::Less;
		let levels = self.book.levels_mut(shelf);
		if deeper && !levels.first().is_some_and(near) {
			change_level(self.depth(shelf), slot, by, orders)?;
			return self.book.deepen(shelf, orders.into());
		}
		let is_new = levels.iter().all(|level| level.price != slot.rate);
		if is_new && levels.is_full() {
			let moved = levels.drain(..MOVED).collect::<Vec<_>>();
			for level in &moved {
				self.depth(shelf).try_push(*level).map_err(|_| Overflow)?;
			}
			self.book.deepen(shelf, sum(&moved)?)?;
			return self.change(slot, by, orders);
		}
		change_level(levels, slot, by, orders)?;
		if deeper && levels.is_empty() {
			let depth = self.depth(shelf);
			let from = depth.len().saturating_sub(MOVED);
			let moved = depth.drain(from..).collect::<Vec<_>>();
			self.book.deepen(shelf, sum(&moved)?.checked_neg().ok_or(Overflow)?)?;
			*self.book.levels_mut(shelf) = Levels::truncate_from(moved);
		}
		Ok(())
	}

	/// The oldest order of a level.
	pub fn first(&self, slot: &Slot) -> Result<Order, DispatchError> {
		let queue = Queues::<T>::get(self.series, slot);
		Ok(queue.into_iter().next().ok_or(Error::<T>::BookInconsistent)?)
	}

	/// The order that trades first on a shelf.
	pub fn front(&self, shelf: Shelf) -> Result<Option<(Slot, Order)>, DispatchError> {
		let Some(level) = self.book.best_of(shelf) else { return Ok(None) };
		let slot = Slot { shelf, rate: level.price };
		Ok(Some((slot, self.first(&slot)?)))
	}

	/// The order that trades last on a shelf.
	fn back(&mut self, shelf: Shelf) -> Result<Option<(Slot, Order)>, DispatchError> {
		let worst = match self.book.deeper(shelf) {
			0 => self.book.levels(shelf).first().copied(),
			_ => self.depth(shelf).first().copied(),
		};
		let Some(level) = worst else { return Ok(None) };
		let slot = Slot { shelf, rate: level.price };
		let queue = Queues::<T>::get(self.series, slot);
		let order = queue.into_iter().next_back().ok_or(Error::<T>::BookInconsistent)?;
		Ok(Some((slot, order)))
	}

	/// Who has to go so that an order can rest there, if anyone: the last of a full shelf (ADR 52). Dust drives nobody
	/// out, unless it is the best there is, and who takes the place of more than dust that stands pays for it. `looks`:
	/// how many orders of others may be looked at.
	///
	/// # Errors
	/// `BookFull` if the price is not better than the worst of a full shelf, or the quantity is too small for it.
	pub fn evicted_by(
		&mut self,
		slot: &Slot,
		quantity: Quantity,
		market: &Market,
		looks: &mut u32,
	) -> Result<Option<Evicted>, DispatchError> {
		if self.book.orders(slot.shelf) < MAX_SIDE_ORDERS {
			return Ok(None);
		}
		let side = slot.shelf.side;
		let better = |than: Cash| compare(side, slot.rate, than) == Ordering::Greater;
		let (far, order) = self.back(slot.shelf)?.ok_or(Error::<T>::BookInconsistent)?;
		ensure!(better(far.rate), Error::<T>::BookFull);
		let best = self.book.best_of(slot.shelf).is_some_and(|best| better(best.price));
		// No more of either counts than deserves room.
		let most = market.minimum.saturating_mul(ROOM);
		let counted = order.remaining.min(most);
		let may = best || self.outweighs(slot, quantity, &far, counted)?;
		let dust = self.outweighs(slot, quantity.min(most), &far, order.remaining)?;
		if may && (dust || order.terms.is_quote) {
			return Ok(Some(Evicted { slot: far, order, stands: false }));
		}
		ensure!(*looks > 0, Error::<T>::BookFull);
		*looks = looks.saturating_sub(1);
		let stands = desk::is_covered::<T>(&self.series, &order)?;
		ensure!(may || !stands, Error::<T>::BookFull);
		Ok(Some(Evicted { slot: far, order, stands }))
	}

	/// Whether so much there is as much as so much further away. An order that is further away counts for less: a bid at
	/// half the price half, and so an ask at twice the price.
	fn outweighs(
		&self,
		slot: &Slot,
		quantity: Quantity,
		far: &Slot,
		others: Quantity,
	) -> Result<bool, DispatchError> {
		let (own, other) = (self.base(slot)?, self.base(far)?);
		let (own, other) = match slot.shelf.side {
			Side::Buy => (own, other),
			Side::Sell => (other, own),
		};
		let times = |quantity: Quantity, base: Cash| i128::from(quantity).checked_mul(base);
		let own = times(quantity, own).ok_or(Overflow)?;
		Ok(own >= times(others, other).ok_or(Overflow)?)
	}

	/// What prices are compared by: a future's premium is near zero, so it is what the whole costs.
	fn base(&self, slot: &Slot) -> Result<Cash, DispatchError> {
		let rate = match self.series.kind {
			Kind::Future => {
				let reference = matching::reference(&self.series, matching::cash_unit::<T>()?);
				slot.rate.checked_add(reference.ok_or(Overflow)?).ok_or(Overflow)?
			},
			Kind::Call | Kind::Put => slot.rate,
		};
		Ok(rate.max(1))
	}

	/// Let an order rest behind the others of its level.
	///
	/// # Errors
	/// `LevelFull`.
	pub fn rest(&mut self, slot: &Slot, order: Order) -> DispatchResult {
		let quantity = order.remaining;
		Queues::<T>::try_mutate(self.series, slot, |queue| queue.try_push(order))
			.map_err(|_| Error::<T>::LevelFull)?;
		self.change(slot, quantity, 1)
	}

	/// Fill so much of an order. Returns whether it is filled whole and gone.
	pub fn fill(&mut self, slot: &Slot, id: OrderId, by: Quantity) -> Result<bool, DispatchError> {
		let filled = by.checked_neg().ok_or(Overflow)?;
		let whole = Queues::<T>::try_mutate_exists(
			self.series,
			slot,
			|stored| -> Result<bool, DispatchError> {
				let queue = stored.as_mut().ok_or(Error::<T>::BookInconsistent)?;
				let nth = queue.iter().position(|order| order.id == id);
				let nth = nth.ok_or(Error::<T>::BookInconsistent)?;
				let order = queue.get_mut(nth).ok_or(Error::<T>::BookInconsistent)?;
				order.remaining = order.remaining.checked_sub(by).ok_or(Overflow)?;
				if order.remaining > 0 {
					return Ok(false);
				}
				queue.remove(nth);
				if queue.is_empty() {
					*stored = None;
				}
				Ok(true)
			},
		)?;
		self.change(slot, filled, if whole { -1 } else { 0 })?;
		Ok(whole)
	}

	/// Take an order off the book.
	pub fn remove(&mut self, slot: &Slot, id: OrderId) -> Result<Order, DispatchError> {
		let order = find::<T>(self.series, slot, id).ok_or(Error::<T>::BookInconsistent)?;
		self.fill(slot, id, order.remaining)?;
		Ok(order)
	}
}

/// A resting order.
pub(crate) fn find<T: Config>(series: Series, slot: &Slot, id: OrderId) -> Option<Order> {
	let queue = Queues::<T>::get(series, slot);
	queue.into_iter().find(|order| order.id == id)
}

/// All levels of a shelf, the best first.
pub(crate) fn all_levels<T: Config>(series: Series, shelf: Shelf) -> impl Iterator<Item = Level> {
	let top = Books::<T>::get(series).levels(shelf).to_vec();
	let depth = Depths::<T>::get(series, shelf).into_iter().rev();
	top.into_iter().rev().chain(depth)
}
