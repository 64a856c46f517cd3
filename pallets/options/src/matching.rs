// SPDX-License-Identifier: GPL-3.0-or-later

//! An order on its way through the book.

use super::*;
use actions::Met;
use book::{change, crosses, value, OpenBook};
use frame_support::storage::with_storage_layer;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding, WAD};

/// Place of the maker's entry in the journal of a trade; the taker's is the first.
const MAKER: usize = 1;

/// Smallest units of cash in one cash unit.
pub(crate) fn cash_unit<T: Config>() -> Result<i128, DispatchError> {
	Ok(i128::try_from(T::Ledger::cash_unit()).map_err(|_| Overflow)?)
}

/// A mark in cash's smallest units per contract.
pub(crate) fn mark_in_cash(mark: Money, unit: i128) -> Option<Cash> {
	mul_div(mark.into_inner(), unit, WAD, Rounding::Nearest).ok()
}

/// How much of a position an order on this side can close.
pub(crate) fn reducible(position: Quantity, side: Side) -> Quantity {
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
pub(crate) fn growth(before: Quantity, by: Quantity) -> Result<i128, DispatchError> {
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
	/// What of them is the premium.
	premiums: [Cash; 2],
	taker_fee: Cash,
	maker_fee: Cash,
	/// What rounding left between payer and payee.
	rounding: Cash,
	orders: OrderChange,
	/// The maker's order, if all of it is filled.
	gone: Option<(OrderId, Place)>,
	near_mark: bool,
}

/// An order that came in.
pub(crate) struct Taker<'a, T: Config> {
	id: OrderId,
	pub account: MarginAccountId,
	place: Place,
	market: Market,
	params: Params,
	/// What is not filled, in millionths.
	pub remaining: Quantity,
	/// Whether any of it is filled.
	is_filled: bool,
	/// The account's position in the series.
	position: Quantity,
	/// The series' mark in cash's smallest units, if it has one.
	mark: Option<Cash>,
	/// The underlying's price in cash's smallest units, rounded up.
	spot: Cash,
	/// Smallest units in a cash unit.
	unit: i128,
	book: OpenBook<T>,
	met: &'a mut Met,
	/// What the ledger learns of prices: all trades of the order share it.
	session: <T::Ledger as Risk>::Session,
}

impl<'a, T: Config> Taker<'a, T> {
	/// # Errors
	/// `NothingToReduce`; `NoPrice` if fees cannot be computed.
	pub fn new(
		id: OrderId,
		account: MarginAccountId,
		place: Place,
		market: Market,
		reduce_only: bool,
		quantity: Quantity,
		met: &'a mut Met,
	) -> Result<Self, DispatchError> {
		let (position, series) = T::Ledger::position(&account, &place.series);
		met.taker = series;
		let mut remaining = quantity;
		if reduce_only {
			// What is left of a position may be less than the minimum, or no whole lots.
			remaining = quantity.min(reducible(position, place.side));
			ensure!(remaining > 0, Error::<T>::NothingToReduce);
		}
		let unit = cash_unit::<T>()?;
		let mut session = T::Ledger::session();
		let mark = T::Ledger::mark_in(&mut session, &place.series, Lens::Latest).ok();
		let spot = T::Prices::spot(place.series.underlying, Lens::Latest).price;
		Ok(Self {
			id,
			account,
			market,
			remaining,
			is_filled: false,
			position,
			mark: mark.and_then(|(mark, _)| mark_in_cash(mark, unit)),
			spot: in_cash::<T>(spot, unit)?,
			unit,
			book: OpenBook::open(place.series),
			place,
			params: Parameters::<T>::get(),
			met,
			session,
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
			if self.met.matches >= MAX_MATCHES || self.met.makers >= MAX_MAKERS_SERIES {
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
		let (held, series) = T::Ledger::position(&maker.account, &place.series);
		self.met.makers = self.met.makers.saturating_add(series);
		let mut quantity = self.remaining.min(maker.remaining);
		if maker.reduce_only || self.market.state == MarketState::ReduceOnly {
			quantity = quantity.min(reducible(held, place.side));
		}
		if quantity == 0 {
			return self.drop_maker(place, &maker, CancelReason::NothingToReduce);
		}
		let trade = self.trade(place, &maker, quantity)?;
		let journal = self.journal(&trade, &maker.account)?;
		match T::Ledger::book_in(&mut self.session, journal) {
			Ok(()) => self.filled(place, &maker, held, trade),
			// Where both fail the taker's entry is the one refused, and he alone loses.
			Err(Refused { entry: Some(MAKER), .. }) => {
				self.drop_maker(place, &maker, CancelReason::MakerFailed)
			},
			Err(refused) => {
				self.met.refused = true;
				Err(refused.error)
			},
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
			premiums: [taker, by_maker],
			taker_fee,
			maker_fee,
			rounding: paid.checked_sub(received).ok_or(Overflow)?,
			orders: change(place, maker.remaining, rest)?,
			gone: (rest == 0).then_some((maker.id, *place)),
			near_mark: self.is_near_mark(place.price),
		})
	}

	fn fee(&self, rate: Permill, quantity: Quantity, premium: Cash) -> Result<Cash, DispatchError> {
		let cap = (self.place.series.kind != Kind::Future).then_some(self.market.fees.cap);
		contract_fee(rate, cap, quantity, self.spot, premium)
	}

	/// Whether a price is near the mark.
	fn is_near_mark(&self, price: Cash) -> bool {
		let tolerance = |mark| {
			mark_tolerance(&self.place.series, mark, self.unit, self.market.tick, &self.params)
		};
		self.mark.is_some_and(|mark| {
			tolerance(mark).is_some_and(|tolerance| price.abs_diff(mark) <= tolerance)
		})
	}

	/// The journal of a trade.
	fn journal(&self, trade: &Trade, maker: &MarginAccountId) -> Result<Journal, DispatchError> {
		let rule = Rule::Trade { near_mark: trade.near_mark };
		let series = self.place.series;
		let by_taker = signed(self.place.side, trade.quantity);
		let by_maker = signed(self.place.side.opposite(), trade.quantity);
		let [paid_to_taker, paid_to_maker] = trade.premiums;
		let taker = Entry::new(self.account.clone(), rule)
			.cash(trade.taker_cash)
			.position(series, by_taker)
			.premium(series.underlying, paid_to_taker);
		let mut maker = Entry::new(maker.clone(), rule)
			.cash(trade.maker_cash)
			.position(series, by_maker)
			.premium(series.underlying, paid_to_maker)
			.order(series, trade.orders);
		maker.gone.extend(trade.gone);
		let mut journal = Journal::of(vec![taker, maker]);
		let fees = trade.taker_fee.checked_add(trade.maker_fee).ok_or(Overflow)?;
		let rounding = (Pot::Rounding, trade.rounding);
		let parts = core::iter::once(rounding).chain(fee_pots(&self.params, fees)?);
		journal.pots.extend(parts.filter(|(_, part)| *part != 0));
		Ok(journal)
	}

	fn filled(
		&mut self,
		place: &Place,
		maker: &Order,
		makers: Quantity,
		trade: Trade,
	) -> DispatchResult {
		self.met.matches = self.met.matches.saturating_add(1);
		let Trade { quantity, taker_fee, maker_fee, .. } = trade;
		let (by_taker, by_maker) =
			(signed(self.place.side, quantity), signed(place.side, quantity));
		let opened = growth(self.position, by_taker)?
			.checked_add(growth(makers, by_maker)?)
			.ok_or(Overflow)?;
		listing::add_open_interest::<T>(&place.series, opened, self.market.open_interest_cap)?;
		self.book.fill(place, maker.id, quantity)?;
		self.position = self.position.checked_add(by_taker).ok_or(Overflow)?;
		self.remaining = self.remaining.checked_sub(quantity).ok_or(Overflow)?;
		self.is_filled = true;
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

	/// Let what is left rest. If the ledger refuses that and a part is filled, the part stands and the
	/// reason to drop the rest is returned: below initial margin an account may reduce and no more.
	pub fn rest(&mut self, reduce_only: bool) -> Result<Option<CancelReason>, DispatchError> {
		let before = self.book.clone();
		let Err(refused) = with_storage_layer(|| self.try_rest(reduce_only)) else {
			return Ok(None);
		};
		self.met.refused = true;
		// Only the order's own margin is refused with an entry.
		if refused.entry.is_none() || !self.is_filled {
			return Err(refused.error);
		}
		self.book = before;
		Ok(Some(CancelReason::MayNotRest))
	}

	fn try_rest(&mut self, reduce_only: bool) -> Result<(), Refused> {
		let Place { series, side, price } = self.place;
		if let Some((place, order)) = self.book.evicted_by(side, price, self.remaining)? {
			self.met.evicted = true;
			Pallet::<T>::cancel(&mut self.book, &place, order.id, CancelReason::Evicted)?;
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
			.order(series, change(&self.place, 0, self.remaining)?)
			.rests(self.id, self.place);
		T::Ledger::book_in(&mut self.session, Journal::of(vec![entry]))
	}

	/// Write the book.
	pub fn finish(self) {
		self.book.store();
	}
}

/// A price in cash's smallest units, rounded up.
pub(crate) fn in_cash<T: Config>(price: Price, unit: i128) -> Result<Cash, DispatchError> {
	let wad = |price: Price| i128::try_from(price.into_inner()).map_err(|_| Overflow);
	let peg = wad(T::Ledger::peg().price)?;
	ensure!(peg > 0, Error::<T>::NoPrice);
	mul_div(wad(price)?, unit, peg, Rounding::Up).map_err(|_| Overflow.into())
}

/// A fee in cash's smallest units: a share of the underlying, rounded up, of an option at most the cap's
/// share of the premium, rounded down. `spot` is in cash's smallest units per contract.
pub(crate) fn contract_fee(
	rate: Permill,
	cap: Option<Permill>,
	quantity: Quantity,
	spot: Cash,
	premium: Cash,
) -> Result<Cash, DispatchError> {
	let notional = value(quantity, spot, Rounding::Up)?.unsigned_abs();
	let mut fee = rate.mul_ceil(notional);
	if let Some(cap) = cap {
		fee = fee.min(cap.mul_floor(premium.unsigned_abs()));
	}
	Ok(Cash::try_from(fee).map_err(|_| Overflow)?)
}

/// How far from its mark a price is near it, all in cash's smallest units per contract. A future's mark is
/// near zero, so its distance is measured against the forward, which is its mark above its reference price.
pub(crate) fn mark_tolerance(
	series: &Series,
	mark: Cash,
	unit: i128,
	tick: Cash,
	params: &Params,
) -> Option<u128> {
	let (share, base) = match series.kind {
		Kind::Future => {
			let (strike, per_usd) = (i128::from(series.strike.0), i128::from(Strike::PER_USD));
			let reference = mul_div(strike, unit, per_usd, Rounding::Down).ok()?;
			(params.near_forward, mark.checked_add(reference)?)
		},
		Kind::Call | Kind::Put => (params.near_mark, mark),
	};
	// A tick is as near as a price can come where the mark is small.
	Some(share.mul_floor(base.unsigned_abs()).max(tick.unsigned_abs()))
}

/// Who gets a fee: feeders, global pool and treasury, without a remainder.
pub(crate) fn fee_pots(params: &Params, fees: Cash) -> Result<[(Pot, Cash); 3], DispatchError> {
	let share = |share: Permill| -> Result<Cash, DispatchError> {
		Ok(Cash::try_from(share.mul_floor(fees.unsigned_abs())).map_err(|_| Overflow)?)
	};
	let (feeders, pool) = (share(params.feeders)?, share(params.global_pool)?);
	let treasury =
		fees.checked_sub(feeders).and_then(|rest| rest.checked_sub(pool)).ok_or(Overflow)?;
	Ok([(Pot::Feeders, feeders), (Pot::GlobalPool, pool), (Pot::Treasury, treasury)])
}
