// SPDX-License-Identifier: GPL-3.0-or-later

//! An order on its way through the book.

use super::*;
use actions::Met;
use book::{change, crosses, value, OpenBook};
use frame_support::storage::{with_storage_layer, with_transaction};
use sp_runtime::{ArithmeticError::Overflow, TransactionOutcome};
use straddle_math::{mul_div, Rounding, WAD};

/// A mark in cash's smallest units per contract.
pub(crate) fn mark_in_cash<T: Config>(mark: Money) -> Option<Cash> {
	let unit = i128::try_from(Parameters::<T>::get().cash_unit).ok()?;
	mul_div(mark.into_inner(), unit, WAD, Rounding::Nearest).ok()
}

/// USD of one cash unit now; one, if the parameters name no feed.
pub(crate) fn cash_reading<T: Config>(params: &Params) -> Reading {
	match params.cash_feed {
		Some(feed) => T::Prices::reading(feed, Lens::Latest),
		None => {
			Reading { price: Price::from_u32(1), state: PriceState::Valid, ..Default::default() }
		},
	}
}

/// The position of an account in a series, and in how many series it has one.
fn position<T: Config>(account: &MarginAccountId, series: &Series) -> (Quantity, usize) {
	let positions = T::Ledger::positions(account);
	let found = positions.iter().find(|(held, _)| held == series);
	(found.map_or(0, |(_, quantity)| *quantity), positions.len())
}

/// How much of a position an order on this side can close.
fn reducible(position: Quantity, side: Side) -> Quantity {
	match side {
		Side::Buy => position.min(0).saturating_neg(),
		Side::Sell => position.max(0),
	}
}

/// A signed change of position.
fn signed(side: Side, quantity: Quantity) -> Quantity {
	match side {
		Side::Buy => quantity,
		Side::Sell => quantity.saturating_neg(),
	}
}

/// By how much the long side of one account grows.
fn growth(before: Quantity, by: Quantity) -> Result<i128, DispatchError> {
	let after = before.checked_add(by).ok_or(Overflow)?;
	let long = |position: Quantity| i128::from(position.max(0));
	Ok(long(after).saturating_sub(long(before)))
}

/// What a trade moves.
struct Trade {
	quantity: Quantity,
	/// Change of the taker's cash, fees included.
	taker_cash: Cash,
	/// Change of the maker's cash, fees included.
	maker_cash: Cash,
	taker_fee: Cash,
	maker_fee: Cash,
	/// What rounding left between payer and payee.
	rounding: Cash,
	orders: OrderChange,
	near_mark: bool,
}

/// An order that came in.
pub(crate) struct Taker<T: Config> {
	id: OrderId,
	pub account: MarginAccountId,
	place: Place,
	market: Market,
	params: Params,
	/// What is not filled, in millionths.
	pub remaining: Quantity,
	/// The account's position in the series, and in how many series it has one.
	position: (Quantity, usize),
	/// The series' mark in cash's smallest units, if it has one.
	mark: Option<Cash>,
	/// The underlying's price in cash's smallest units, rounded up.
	spot: Cash,
	book: OpenBook<T>,
	met: Met,
}

impl<T: Config> Taker<T> {
	/// # Errors
	/// `NothingToReduce`; `NoPrice` if fees cannot be computed.
	pub fn new(
		id: OrderId,
		account: MarginAccountId,
		place: Place,
		market: Market,
		reduce_only: bool,
		quantity: Quantity,
	) -> Result<Self, DispatchError> {
		let params = Parameters::<T>::get();
		let position = position::<T>(&account, &place.series);
		let mut remaining = quantity;
		if reduce_only {
			// What is left of a position may be less than the minimum, or no whole lots.
			remaining = quantity.min(reducible(position.0, place.side));
			ensure!(remaining > 0, Error::<T>::NothingToReduce);
		}
		let mark = T::Ledger::mark(&place.series, Lens::Latest).ok();
		let spot = T::Prices::spot(place.series.underlying, Lens::Latest).price;
		Ok(Self {
			id,
			account,
			market,
			remaining,
			position,
			mark: mark.and_then(|(mark, _)| mark_in_cash::<T>(mark)),
			spot: in_cash::<T>(spot, cash_reading::<T>(&params).price, &params)?,
			book: OpenBook::open(place.series),
			place,
			params,
			met: Met::default(),
		})
	}

	/// Whether it crosses the other side.
	pub fn would_trade(&self) -> bool {
		let best = self.book.levels().best(self.place.side.opposite());
		best.is_some_and(|level| crosses(self.place.side, self.place.price, level.price))
	}

	/// Trade as far as it goes. The reason is why it stopped although it crosses still.
	pub fn run(&mut self) -> Result<Option<CancelReason>, DispatchError> {
		while self.remaining > 0 && self.would_trade() {
			if self.met.matches >= MAX_MATCHES {
				return Ok(Some(CancelReason::MatchLimit));
			}
			if self.met.skips >= MAX_SKIPS {
				return Ok(Some(CancelReason::FailingMakers));
			}
			let front = self.book.front(self.place.side.opposite())?;
			let (place, maker) = front.ok_or(Error::<T>::BookInconsistent)?;
			self.meet(&place, maker)?;
		}
		Ok(None)
	}

	fn meet(&mut self, place: &Place, maker: Order) -> DispatchResult {
		if maker.account == self.account {
			return self.drop_maker(place, &maker, CancelReason::SelfTrade);
		}
		let held = position::<T>(&maker.account, &place.series);
		let mut quantity = self.remaining.min(maker.remaining);
		if maker.reduce_only || self.market.state == MarketState::ReduceOnly {
			quantity = quantity.min(reducible(held.0, place.side));
		}
		if quantity == 0 {
			return self.drop_maker(place, &maker, CancelReason::NothingToReduce);
		}
		let trade = self.trade(place, &maker, quantity)?;
		match self.book_trade(&trade, &maker.account, None) {
			Ok(()) => self.filled(place, &maker, held.0, trade),
			Err(_) if self.is_makers_fault(&trade, &maker.account, held) => {
				self.drop_maker(place, &maker, CancelReason::MakerFailed)
			},
			Err(error) => Err(error),
		}
	}

	fn drop_maker(&mut self, place: &Place, maker: &Order, reason: CancelReason) -> DispatchResult {
		let met = match reason {
			CancelReason::MakerFailed => &mut self.met.skips,
			_ => &mut self.met.matches,
		};
		*met = met.saturating_add(1);
		Pallet::<T>::cancel(&mut self.book, place, maker.id, reason)
	}

	/// Compute what a trade moves: the buyer pays the premium rounded up, the seller receives it
	/// rounded down, whichever sign it has.
	fn trade(
		&self,
		place: &Place,
		maker: &Order,
		quantity: Quantity,
	) -> Result<Trade, DispatchError> {
		let paid = value(quantity, place.price, Rounding::Up)?;
		let received = value(quantity, place.price, Rounding::Down)?;
		let taker_fee = self.fee(self.market.fees.taker, quantity, received)?;
		let maker_fee = self.fee(self.market.fees.maker, quantity, received)?;
		let buyer = paid.checked_neg().ok_or(Overflow)?;
		let (taker, by_maker) = match self.place.side {
			Side::Buy => (buyer, received),
			Side::Sell => (received, buyer),
		};
		let rest = maker.remaining.checked_sub(quantity).ok_or(Overflow)?;
		Ok(Trade {
			quantity,
			taker_cash: taker.checked_sub(taker_fee).ok_or(Overflow)?,
			maker_cash: by_maker.checked_sub(maker_fee).ok_or(Overflow)?,
			taker_fee,
			maker_fee,
			rounding: paid.checked_sub(received).ok_or(Overflow)?,
			orders: change(place, maker.remaining, rest)?,
			near_mark: self.is_near_mark(place.price),
		})
	}

	/// A fee in cash's smallest units: a share of the underlying, rounded up, of an option at most
	/// the cap's share of the premium, rounded down.
	fn fee(&self, rate: Permill, quantity: Quantity, premium: Cash) -> Result<Cash, DispatchError> {
		let notional = value(quantity, self.spot, Rounding::Up)?.unsigned_abs();
		let mut fee = rate.mul_ceil(notional);
		if self.place.series.kind != Kind::Future {
			fee = fee.min(self.market.fees.cap.mul_floor(premium.unsigned_abs()));
		}
		Ok(Cash::try_from(fee).map_err(|_| Overflow)?)
	}

	/// Whether a price is near the mark. A future's mark is near zero, so its distance is measured
	/// against the forward, which is its mark above its reference price.
	fn is_near_mark(&self, price: Cash) -> bool {
		let near = || {
			let mark = self.mark?;
			let (share, base) = match self.place.series.kind {
				Kind::Future => {
					let unit = i128::try_from(self.params.cash_unit).ok()?;
					let strike = i128::from(self.place.series.strike.0);
					let per_usd = i128::from(Strike::PER_USD);
					let reference = mul_div(strike, unit, per_usd, Rounding::Down).ok()?;
					(self.params.near_forward, mark.checked_add(reference)?)
				},
				Kind::Call | Kind::Put => (self.params.near_mark, mark),
			};
			// A tick is as near as a price can come where the mark is small.
			let tick = self.market.tick.unsigned_abs();
			Some(price.abs_diff(mark) <= share.mul_floor(base.unsigned_abs()).max(tick))
		};
		near().unwrap_or(false)
	}

	/// Book a trade; with `checked`, an account's margin is asked for only where that says so
	/// (taker, maker).
	fn book_trade(
		&self,
		trade: &Trade,
		maker: &MarginAccountId,
		checked: Option<(bool, bool)>,
	) -> DispatchResult {
		let (taker_checked, maker_checked) = checked.unwrap_or((true, true));
		let rule = |checked| match checked {
			true => Rule::Trade { near_mark: trade.near_mark },
			false => Rule::Forced,
		};
		let series = self.place.series;
		let by_taker = signed(self.place.side, trade.quantity);
		let by_maker = signed(self.place.side.opposite(), trade.quantity);
		let mut journal = Journal::of(vec![
			Entry::new(self.account.clone(), rule(taker_checked))
				.cash(trade.taker_cash)
				.position(series, by_taker),
			Entry::new(maker.clone(), rule(maker_checked))
				.cash(trade.maker_cash)
				.position(series, by_maker)
				.order(series, trade.orders),
		]);
		let fees = trade.taker_fee.checked_add(trade.maker_fee).ok_or(Overflow)?;
		let share = |share: Permill| -> Result<Cash, DispatchError> {
			Ok(Cash::try_from(share.mul_floor(fees.unsigned_abs())).map_err(|_| Overflow)?)
		};
		let (feeders, pool) = (share(self.params.feeders)?, share(self.params.global_pool)?);
		let treasury =
			fees.checked_sub(feeders).and_then(|rest| rest.checked_sub(pool)).ok_or(Overflow)?;
		let parts = [
			(Pot::Rounding, trade.rounding),
			(Pot::Feeders, feeders),
			(Pot::GlobalPool, pool),
			(Pot::Treasury, treasury),
		];
		journal.pots.extend(parts.into_iter().filter(|(_, part)| *part != 0));
		with_storage_layer(|| T::Ledger::book(journal))
	}

	/// Whose fault it is that a trade was refused: the ledger does not say, so try again without
	/// asking the maker, and undo it.
	///
	/// Where it is refused even if nobody is asked, one of the accounts is full. Then it is who
	/// would open a position and has more of them; else full makers could shut the top of a book.
	fn is_makers_fault(
		&self,
		trade: &Trade,
		maker: &MarginAccountId,
		held: (Quantity, usize),
	) -> bool {
		let would = |checked| {
			with_transaction(|| {
				let result = self.book_trade(trade, maker, Some(checked));
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(result.is_ok()))
			})
			.unwrap_or(false)
		};
		if would((true, false)) {
			return true;
		}
		let opens = held.0 == 0 && (self.position.0 != 0 || held.1 > self.position.1);
		opens && !would((false, false))
	}

	fn filled(
		&mut self,
		place: &Place,
		maker: &Order,
		makers: Quantity,
		trade: Trade,
	) -> DispatchResult {
		let Trade { quantity, taker_fee, maker_fee, .. } = trade;
		let (by_taker, by_maker) =
			(signed(self.place.side, quantity), signed(place.side, quantity));
		let opened = growth(self.position.0, by_taker)?
			.checked_add(growth(makers, by_maker)?)
			.ok_or(Overflow)?;
		listing::add_open_interest::<T>(&place.series, opened, self.market.open_interest_cap)?;
		self.book.fill(place, maker.id, quantity)?;
		self.position.0 = self.position.0.checked_add(by_taker).ok_or(Overflow)?;
		self.remaining = self.remaining.checked_sub(quantity).ok_or(Overflow)?;
		self.met.matches = self.met.matches.saturating_add(1);
		Pallet::<T>::deposit_event(Event::Traded {
			taker_order: self.id,
			maker_order: maker.id,
			series: place.series,
			price: place.price,
			quantity,
			taker: self.account.clone(),
			maker: maker.account.clone(),
			taker_side: self.place.side,
			taker_fee,
			maker_fee,
		});
		Ok(())
	}

	/// Let what is left rest.
	pub fn rest(&mut self, reduce_only: bool) -> DispatchResult {
		let Place { series, side, price } = self.place;
		if let Some((place, order)) = self.book.evicted_by(side, price, self.remaining)? {
			Pallet::<T>::cancel(&mut self.book, &place, order.id, CancelReason::Evicted)?;
			self.met.evicted = true;
		}
		let order = Order {
			id: self.id,
			account: self.account.clone(),
			remaining: self.remaining,
			reduce_only,
		};
		self.book.rest(side, price, order)?;
		let rule = Rule::Trade { near_mark: true };
		let entry = Entry::new(self.account.clone(), rule)
			.order(series, change(&self.place, 0, self.remaining)?);
		T::Ledger::book(Journal::of(vec![entry]))
	}

	/// Write the book.
	pub fn finish(self) -> Met {
		self.book.store();
		self.met
	}
}

/// A price in cash's smallest units, rounded up.
fn in_cash<T: Config>(
	price: Price,
	cash_price: Price,
	params: &Params,
) -> Result<Cash, DispatchError> {
	let wad = |price: Price| i128::try_from(price.into_inner()).map_err(|_| Overflow);
	let unit = i128::try_from(params.cash_unit).map_err(|_| Overflow)?;
	let cash_price = wad(cash_price)?;
	ensure!(cash_price > 0, Error::<T>::NoPrice);
	mul_div(wad(price)?, unit, cash_price, Rounding::Up).map_err(|_| Overflow.into())
}
