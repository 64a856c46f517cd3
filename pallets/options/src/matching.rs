// SPDX-License-Identifier: GPL-3.0-or-later

//! An order on its way through the book.

use super::*;
use actions::Met;
use alloc::collections::BTreeMap;
use book::{change, crosses, value, OpenBook};
use frame_support::storage::with_storage_layer;
use pegged::Pricer;
use sp_runtime::{ArithmeticError::Overflow, Saturating};
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
	/// In cash's smallest units per contract.
	price: Cash,
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
	/// With what is not filled.
	pub order: Order,
	place: Place,
	market: Market,
	params: Params,
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
	/// Prices orders that have a volatility.
	pricer: Pricer<T>,
	/// What the ledger learns of prices: all trades of the order share it.
	session: &'a mut <T::Ledger as Risk>::Session,
	/// What each maker traded, and what the order did in all, as far as it counts for tiers.
	volumes: BTreeMap<MarginAccountId, Cash>,
}

impl<'a, T: Config> Taker<'a, T> {
	/// # Errors
	/// `NothingToReduce`; `NoPrice` if fees cannot be computed.
	pub fn new(
		session: &'a mut <T::Ledger as Risk>::Session,
		mut order: Order,
		place: Place,
		market: Market,
		mut pricer: Pricer<T>,
		met: &'a mut Met,
	) -> Result<Self, DispatchError> {
		let (position, _) = T::Ledger::position(&order.account, &place.series);
		if order.reduce_only {
			// What is left of a position may be less than the minimum, or no whole lots.
			order.remaining = order.remaining.min(reducible(position, place.side));
			ensure!(order.remaining > 0, Error::<T>::NothingToReduce);
		}
		let unit = pricer.unit()?;
		let mark = T::Ledger::mark_in(session, &place.series, Lens::Latest).ok();
		Ok(Self {
			order,
			market,
			is_filled: false,
			position,
			mark: mark.and_then(|(mark, _)| mark_in_cash(mark, unit)),
			spot: pricer.spot_in_cash()?,
			unit,
			book: OpenBook::open(place.series),
			place,
			params: Parameters::<T>::get(),
			met,
			pricer,
			session,
			volumes: BTreeMap::new(),
		})
	}

	/// Where it would trade next, and at what.
	pub fn next_met(&mut self) -> Option<(Slot, Cash)> {
		let side = self.place.side;
		let best = self.pricer.best(self.book.levels(), side.opposite());
		best.filter(|(_, price)| crosses(side, self.place.price, *price))
	}

	/// Take orders out of its way that rest and do not stand any more.
	pub fn clear_dead(&mut self) -> DispatchResult {
		while let Some((slot, _)) = self.next_met().filter(|_| self.met.matches < MAX_MATCHES) {
			let maker = self.book.first(&slot)?;
			let Some(reason) = self.dead(&maker) else { break };
			self.drop_maker(&slot, &maker, reason)?;
		}
		Ok(())
	}

	/// Why a maker is not met, though he rests.
	fn dead(&mut self, maker: &Order) -> Option<CancelReason> {
		if maker.terms.is_quote || maker.terms.heartbeat > 0 {
			self.met.quotes = self.met.quotes.saturating_add(1);
		}
		desk::dead::<T>(&self.place.series, maker)
	}

	/// Trade as far as it goes. The reason is why it stopped although it crosses still.
	pub fn run(&mut self) -> Result<Option<CancelReason>, DispatchError> {
		while self.order.remaining > 0 {
			let Some((slot, price)) = self.next_met() else { break };
			let valued = T::Ledger::work_weight(&T::Ledger::work(self.session));
			if self.met.matches >= MAX_MATCHES || !valued.all_lt(costs::MAX_VALUED) {
				return Ok(Some(CancelReason::MatchLimit));
			}
			if self.met.skips >= MAX_SKIPS {
				return Ok(Some(CancelReason::FailingMakers));
			}
			let maker = self.book.first(&slot)?;
			self.meet(&slot, price, maker)?;
		}
		Ok(None)
	}

	fn meet(&mut self, slot: &Slot, price: Cash, maker: Order) -> DispatchResult {
		let series = self.place.series;
		if let Some(reason) = self.dead(&maker) {
			return self.drop_maker(slot, &maker, reason);
		}
		if maker.account == self.order.account {
			return self.drop_maker(slot, &maker, CancelReason::SelfTrade);
		}
		let (held, _) = T::Ledger::position(&maker.account, &series);
		let mut quantity = self.order.remaining.min(maker.remaining);
		if maker.reduce_only || self.market.state == MarketState::ReduceOnly {
			quantity = quantity.min(reducible(held, slot.shelf.side));
		}
		if quantity == 0 {
			return self.drop_maker(slot, &maker, CancelReason::NothingToReduce);
		}
		let trade = self.trade(slot, price, &maker, quantity)?;
		let journal = self.journal(&trade, &maker.account)?;
		match T::Ledger::book_in(self.session, journal) {
			Ok(()) => self.filled(slot, &maker, held, trade),
			// Where both fail the taker's entry is the one refused, and he alone loses.
			Err(Refused { entry: Some(MAKER), .. }) => {
				self.drop_maker(slot, &maker, CancelReason::MakerFailed)
			},
			Err(refused) => {
				self.met.refused = true;
				Err(refused.error)
			},
		}
	}

	fn drop_maker(&mut self, slot: &Slot, maker: &Order, reason: CancelReason) -> DispatchResult {
		let met = match reason {
			CancelReason::MakerFailed => &mut self.met.skips,
			_ => &mut self.met.matches,
		};
		*met = met.saturating_add(1);
		Pallet::<T>::cancel(&mut self.book, slot, maker.id, reason)
	}

	/// Compute what a trade moves: the buyer pays the premium rounded up, the seller receives it
	/// rounded down, whichever sign it has.
	fn trade(
		&self,
		slot: &Slot,
		price: Cash,
		maker: &Order,
		quantity: Quantity,
	) -> Result<Trade, DispatchError> {
		let paid = value(quantity, price, Rounding::Up)?;
		let received = value(quantity, price, Rounding::Down)?;
		let [taker_fee, maker_fee] = self.fees(maker, quantity, received)?;
		let buyer = paid.checked_neg().ok_or(Overflow)?;
		let (taker, by_maker) = match self.place.side {
			Side::Buy => (buyer, received),
			Side::Sell => (received, buyer),
		};
		let rest = maker.remaining.checked_sub(quantity).ok_or(Overflow)?;
		// The ledger does not know quotes.
		let place = slot.place(self.place.series);
		let (orders, gone) = match maker.terms.is_quote {
			true => Default::default(),
			false => {
				let gone = (rest == 0).then_some((maker.id, place));
				(change(&place, maker.remaining, rest)?, gone)
			},
		};
		Ok(Trade {
			price,
			quantity,
			taker_cash: taker.checked_sub(taker_fee).ok_or(Overflow)?,
			maker_cash: by_maker.checked_sub(maker_fee).ok_or(Overflow)?,
			premiums: [taker, by_maker],
			taker_fee,
			maker_fee,
			rounding: paid.checked_sub(received).ok_or(Overflow)?,
			orders,
			gone,
			near_mark: self.is_near_mark(price),
		})
	}

	/// What taker and maker pay, each by his tier. The maker's may be below zero: he gets a share of what the
	/// taker pays, so both together never are.
	fn fees(
		&self,
		maker: &Order,
		quantity: Quantity,
		premium: Cash,
	) -> Result<[Cash; 2], DispatchError> {
		let of = |order: &Order| tier::<T>(&self.params, order.terms.tier);
		let (by_taker, by_maker) = (of(&self.order)?, of(maker)?);
		let fees = &self.market.fees;
		let taker = self.fee(fees.taker.saturating_mul(by_taker.taker), quantity, premium)?;
		let own = self.fee(fees.maker.saturating_mul(by_maker.maker), quantity, premium)?;
		let rebate = rebate(&by_maker, taker)?;
		Ok([taker, own.checked_sub(rebate).ok_or(Overflow)?])
	}

	fn fee(&self, rate: Permill, quantity: Quantity, premium: Cash) -> Result<Cash, DispatchError> {
		let cap = (self.place.series.kind != Kind::Future).then_some(self.market.fees.cap);
		contract_fee(rate, cap, quantity, self.spot, premium)
	}

	/// Whether a price is near the mark.
	fn is_near_mark(&self, price: Cash) -> bool {
		let tolerance =
			|mark| mark_tolerance(&self.place.series, mark, self.unit, &self.market, &self.params);
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
		let taker = Entry::new(self.order.account.clone(), rule)
			.cash(trade.taker_cash)
			.position(series, by_taker)
			.premium(series.underlying, paid_to_taker);
		let mut maker = Entry::new(maker.clone(), rule)
			.cash(trade.maker_cash)
			.position(series, by_maker)
			.premium(series.underlying, paid_to_maker);
		if trade.orders != OrderChange::default() {
			maker = maker.order(series, trade.orders);
		}
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
		slot: &Slot,
		maker: &Order,
		makers: Quantity,
		trade: Trade,
	) -> DispatchResult {
		self.met.matches = self.met.matches.saturating_add(1);
		let Trade { price, quantity, taker_fee, maker_fee, .. } = trade;
		let series = self.place.series;
		let (by_taker, by_maker) =
			(signed(self.place.side, quantity), signed(slot.shelf.side, quantity));
		let opened = growth(self.position, by_taker)?
			.checked_add(growth(makers, by_maker)?)
			.ok_or(Overflow)?;
		listing::add_open_interest::<T>(&series, opened, self.market.open_interest_cap)?;
		let inputs = self.pricer.inputs();
		let tags = note_fill(&mut self.book, slot, maker, quantity, inputs)?;
		self.met.tags = self.met.tags.saturating_add(tags);
		let notional = value(quantity, self.spot, Rounding::Up)?;
		let premium = value(quantity, price, Rounding::Down)?;
		let counted = counted(&self.market.fees, series.kind, notional, premium);
		for account in [&self.order.account, &maker.account] {
			let sum = self.volumes.entry(account.clone()).or_default();
			*sum = sum.checked_add(counted).ok_or(Overflow)?;
		}
		self.position = self.position.checked_add(by_taker).ok_or(Overflow)?;
		self.order.remaining = self.order.remaining.checked_sub(quantity).ok_or(Overflow)?;
		self.is_filled = true;
		Pallet::<T>::deposit_event(Event::Traded {
			taker_order: self.order.id,
			maker_order: maker.id,
			series,
			price,
			quantity,
			taker: self.order.account.clone(),
			maker: maker.account.clone(),
			taker_side: self.place.side,
			taker_fee,
			maker_fee,
			price_age_ms: inputs.map(|inputs| T::Time::now().saturating_sub(inputs.at)),
		});
		Ok(())
	}

	/// Let what is left rest. If the ledger refuses that and a part is filled, the part stands and the
	/// reason to drop the rest is returned: below initial margin an account may reduce and no more.
	pub fn rest(&mut self) -> Result<Option<CancelReason>, DispatchError> {
		let before = self.book.clone();
		self.met.rested = true;
		let Err(refused) = with_storage_layer(|| self.try_rest()) else {
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

	fn try_rest(&mut self) -> Result<(), Refused> {
		let (series, slot) = (self.place.series, Slot::from(&self.place));
		let mut looks = 1;
		let evicted = self.book.evicted_by(&slot, self.order.remaining, &self.market, &mut looks);
		self.met.evicted = u32::from(looks == 0);
		let mut room = Vec::new();
		if let Some(gone) = evicted? {
			Pallet::<T>::cancel(&mut self.book, &gone.slot, gone.order.id, CancelReason::Evicted)?;
			room.extend(gone.payee(&self.order.account));
			// One more, if it is paid for.
			self.met.evicted = 1u32.saturating_add(room.len() as u32);
		}
		tags::add::<T>(&self.order)?;
		self.book.rest(&slot, self.order.clone())?;
		let rule = Rule::Trade { near_mark: true };
		let entry = Entry::new(self.order.account.clone(), rule)
			.order(series, change(&self.place, 0, self.order.remaining)?)
			.rests(self.order.id, self.place);
		T::Ledger::book_in(self.session, book::pay_for_room::<T>(entry, room)?)
	}

	/// Write the book and what was traded.
	pub fn finish(self) {
		self.book.store();
		for (account, notional) in &self.volumes {
			desk::count_volume::<T>(&self.params, account, *notional);
		}
	}
}

/// Take what is filled of a resting order off the book, and tell the desk of a quote. Returns how many tags of the order went.
pub(crate) fn note_fill<T: Config>(
	book: &mut OpenBook<T>,
	slot: &Slot,
	order: &Order,
	quantity: Quantity,
	inputs: Option<pegged::Inputs>,
) -> Result<u32, DispatchError> {
	let series = book.series();
	let whole = book.fill(slot, order.id, quantity)?;
	if order.terms.is_quote {
		let most = (quantity.unsigned_abs(), 0);
		let exposure = || inputs.map_or(most, |inputs| inputs.exposure(quantity));
		desk::filled::<T>(&series, &order.account, quantity, exposure)?;
	}
	match (whole, order.terms.is_quote) {
		(true, true) => desk::quote_gone::<T>(series, slot.shelf.side, order).map(|()| 0),
		(true, false) => Ok(tags::remove::<T>(order)),
		(false, _) => Ok(0),
	}
}

/// A price in cash's smallest units, rounded up. A cash unit has `unit` of them and is worth `peg` USD.
pub(crate) fn in_cash<T: Config>(
	price: Price,
	unit: i128,
	peg: Reading,
) -> Result<Cash, DispatchError> {
	let wad = |price: Price| i128::try_from(price.into_inner()).map_err(|_| Overflow);
	let peg = wad(peg.price)?;
	ensure!(peg > 0, Error::<T>::NoPrice);
	mul_div(wad(price)?, unit, peg, Rounding::Up).map_err(|_| Overflow.into())
}

/// A tier of fees.
///
/// # Errors
/// `UnknownTier`.
pub(crate) fn tier<T: Config>(params: &Params, nth: u8) -> Result<Tier, DispatchError> {
	Ok(*params.tiers.get(usize::from(nth)).ok_or(Error::<T>::UnknownTier)?)
}

/// What a maker gets of takers' fees, rounded down.
pub(crate) fn rebate(tier: &Tier, of: Cash) -> Result<Cash, DispatchError> {
	Ok(Cash::try_from(tier.rebate.mul_floor(of.unsigned_abs())).map_err(|_| Overflow)?)
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

/// What of a trade counts as volume: what a taker's fee at the market's rate pays for, which the cap may cut. So who
/// trades with himself at next to no premium, or where nothing is paid, comes to no tier.
pub(crate) fn counted(fees: &Fees, kind: Kind, notional: Cash, premium: Cash) -> Cash {
	if fees.taker.is_zero() {
		return 0;
	}
	if kind == Kind::Future {
		return notional;
	}
	let most = fees.cap.mul_floor(premium.unsigned_abs());
	let paid = fees.taker.saturating_reciprocal_mul_floor(most);
	notional.min(Cash::try_from(paid).unwrap_or(Cash::MAX))
}

/// A strike, or a future's reference price, in cash's smallest units.
pub(crate) fn reference(series: &Series, unit: i128) -> Option<Cash> {
	mul_div(series.strike.0.into(), unit, Strike::PER_USD.into(), Rounding::Down).ok()
}

/// How far from its mark a price is near it, all in cash's smallest units per contract. A future's mark is
/// near zero, so its distance is measured against the forward, which is its mark above its reference price.
pub(crate) fn mark_tolerance(
	series: &Series,
	mark: Cash,
	unit: i128,
	market: &Market,
	params: &Params,
) -> Option<u128> {
	let (share, base) = match series.kind {
		Kind::Future => (params.near_forward, mark.checked_add(reference(series, unit)?)?),
		Kind::Call | Kind::Put => (params.near_mark, mark),
	};
	// A tick is as near as a price can come where the mark is small.
	let (tick, _) = market.grid(mark);
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
