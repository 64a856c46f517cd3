// SPDX-License-Identifier: GPL-3.0-or-later

//! The book of one series. The only place that writes `Books` and `Queues`. Whoever lets an order rest, or
//! takes one off, tells the ledger in the same journal as its aggregate: the account knows where it rests.

use super::*;
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
fn compare(side: Side, a: Cash, b: Cash) -> Ordering {
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
	/// The levels of a side, the best last.
	pub fn levels(&self, side: Side) -> &Levels {
		match side {
			Side::Buy => &self.bids,
			Side::Sell => &self.asks,
		}
	}

	fn levels_mut(&mut self, side: Side) -> &mut Levels {
		match side {
			Side::Buy => &mut self.bids,
			Side::Sell => &mut self.asks,
		}
	}

	/// The best level of a side.
	pub fn best(&self, side: Side) -> Option<Level> {
		self.levels(side).last().copied()
	}

	/// How many orders rest on a side.
	pub fn orders(&self, side: Side) -> u32 {
		self.levels(side).iter().fold(0, |sum, level| sum.saturating_add(u32::from(level.orders)))
	}

	/// Change a level's sums; one without orders goes, one that is new comes.
	fn change_level(
		&mut self,
		side: Side,
		price: Cash,
		by: Quantity,
		orders: i8,
	) -> DispatchResult {
		let levels = self.levels_mut(side);
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
}

/// The book of a series between its reading and its writing.
#[derive(CloneNoBound)]
pub(crate) struct OpenBook<T> {
	series: Series,
	book: Book,
	_config: PhantomData<T>,
}

impl<T: Config> OpenBook<T> {
	/// Read it.
	pub fn open(series: Series) -> Self {
		Self { series, book: Books::<T>::get(series), _config: PhantomData }
	}

	/// Write it.
	pub fn store(self) {
		if self.book == Book::default() {
			Books::<T>::remove(self.series);
		} else {
			Books::<T>::insert(self.series, self.book);
		}
	}

	/// Its levels.
	pub fn levels(&self) -> &Book {
		&self.book
	}

	fn place(&self, side: Side, price: Cash) -> Place {
		Place { series: self.series, side, price }
	}

	/// The order that trades first on a side.
	pub fn front(&self, side: Side) -> Result<Option<(Place, Order)>, DispatchError> {
		let Some(level) = self.book.best(side) else { return Ok(None) };
		let queue = Queues::<T>::get(self.series, (side, level.price));
		let order = queue.into_iter().next().ok_or(Error::<T>::BookInconsistent)?;
		Ok(Some((self.place(side, level.price), order)))
	}

	/// The order that trades last on a side.
	fn back(&self, side: Side) -> Result<Option<(Place, Order)>, DispatchError> {
		let Some(level) = self.book.levels(side).first() else { return Ok(None) };
		let queue = Queues::<T>::get(self.series, (side, level.price));
		let order = queue.into_iter().next_back().ok_or(Error::<T>::BookInconsistent)?;
		Ok(Some((self.place(side, level.price), order)))
	}

	/// Who has to go so that an order at this price can rest, if anyone.
	///
	/// # Errors
	/// `BookFull` if the price is not better than the worst of a full side, or the quantity is smaller
	/// than what would have to go: dust drives nobody out.
	pub fn evicted_by(
		&self,
		side: Side,
		price: Cash,
		quantity: Quantity,
	) -> Result<Option<(Place, Order)>, DispatchError> {
		if self.book.orders(side) < MAX_SIDE_ORDERS {
			return Ok(None);
		}
		let last = self.back(side)?.ok_or(Error::<T>::BookInconsistent)?;
		let better = compare(side, price, last.0.price) == Ordering::Greater;
		ensure!(better && quantity >= last.1.remaining, Error::<T>::BookFull);
		Ok(Some(last))
	}

	/// Let an order rest behind the others at its price.
	///
	/// # Errors
	/// `LevelFull`.
	pub fn rest(&mut self, side: Side, price: Cash, order: Order) -> DispatchResult {
		self.book.change_level(side, price, order.remaining, 1)?;
		Queues::<T>::try_mutate(self.series, (side, price), |queue| queue.try_push(order))
			.map_err(|_| Error::<T>::LevelFull)?;
		Ok(())
	}

	/// Fill so much of an order; one that is filled whole is gone.
	pub fn fill(&mut self, place: &Place, id: OrderId, by: Quantity) -> DispatchResult {
		let filled = by.checked_neg().ok_or(Overflow)?;
		let whole = Queues::<T>::try_mutate_exists(
			self.series,
			(place.side, place.price),
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
		self.book.change_level(place.side, place.price, filled, if whole { -1 } else { 0 })
	}

	/// Take an order off the book.
	pub fn remove(&mut self, place: &Place, id: OrderId) -> Result<Order, DispatchError> {
		let order = find::<T>(place, id).ok_or(Error::<T>::BookInconsistent)?;
		self.fill(place, id, order.remaining)?;
		Ok(order)
	}
}

/// A resting order.
pub(crate) fn find<T: Config>(place: &Place, id: OrderId) -> Option<Order> {
	let queue = Queues::<T>::get(place.series, (place.side, place.price));
	queue.into_iter().find(|order| order.id == id)
}
