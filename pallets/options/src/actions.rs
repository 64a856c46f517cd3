// SPDX-License-Identifier: GPL-3.0-or-later

//! What the calls do.

use super::*;
use alloc::collections::BTreeMap;
use book::OpenBook;
use pegged::Pricer;
use sp_runtime::ArithmeticError::Overflow;
use sp_runtime::Saturating;
use straddle_math::{fixed::WAD, mul_div, Rounding};
use straddle_traits::{Level as Emergency, Work};

/// What an order met on its way.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Met {
	/// Orders that it traded with, or that were cancelled in its way.
	pub matches: u32,
	/// Makers that failed.
	pub skips: u32,
	/// What was valued for it.
	pub work: Work,
	/// How many of those that it met were quotes, or under a heartbeat.
	pub quotes: u32,
	/// Whether a worse order had to go for it, and was paid.
	pub evicted: u32,
	/// Whether its own account was refused a trade, or the rest.
	pub refused: bool,
	/// Whether it came to rest.
	pub rested: bool,
	/// How many entries went by which orders that it filled were found.
	pub tags: u32,
}

impl Met {
	/// The most that one call can meet. What is valued is bound by how much it weighs.
	pub fn most() -> Self {
		Self {
			matches: MAX_MATCHES,
			skips: MAX_SKIPS,
			work: Work::default(),
			quotes: MAX_MATCHES + MAX_SKIPS,
			evicted: 2,
			refused: true,
			rested: true,
			tags: MAX_MATCHES.saturating_mul(2),
		}
	}

	/// Trades that were tried. A maker that fails costs one, and so does what is refused to the order's own account.
	pub fn trades(&self) -> u32 {
		self.matches.saturating_add(self.skips).saturating_add(self.refused.into())
	}
}

/// An order as it comes.
pub(crate) struct NewOrder {
	pub account: MarginAccountId,
	pub place: Place,
	/// In millionths.
	pub quantity: Quantity,
	pub time_in_force: TimeInForce,
	pub reduce_only: bool,
	/// The trader's own number.
	pub client: Option<ClientId>,
}

/// What was cancelled together.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Cancelled {
	/// How many orders.
	pub orders: u32,
	/// How many entries were written for that and not read: those by which orders were found, and the one that tells of void
	/// quotes.
	pub unread: u32,
}

impl<T: Config> Pallet<T> {
	/// Place what a signer sent. Charged is what it met, also if it is refused.
	pub(crate) fn place_for(who: &AccountId32, order: NewOrder) -> DispatchResultWithPostInfo {
		let mut met = Met::default();
		let placed = T::Ledger::ensure_may_trade(&order.account, who)
			.and_then(|()| Self::do_place_order(who, order, &mut met));
		let weight = costs::place_weight::<T>(&met);
		placed.map_err(|error| error.with_weight(weight))?;
		Ok(Some(weight).into())
	}

	/// What the order met is counted as it goes, whether it is placed or refused in the end.
	pub(crate) fn do_place_order(
		key: &AccountId32,
		order: NewOrder,
		met: &mut Met,
	) -> DispatchResult {
		let mut session = T::Ledger::session();
		let placed = Self::place_in(&mut session, key, order, met);
		met.work = T::Ledger::work(&session);
		placed
	}

	fn place_in(
		session: &mut <T::Ledger as Risk>::Session,
		key: &AccountId32,
		order: NewOrder,
		met: &mut Met,
	) -> DispatchResult {
		let NewOrder { account, place, quantity, time_in_force, reduce_only, client } = order;
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		let in_force = Self::in_force_with_call(place.series.underlying);
		let (market, reopening) = in_force.ok_or(Error::<T>::UnknownMarket)?;
		let mut pricer = Pricer::new(place.series, market);
		Self::ensure_may_place(&market, &place, quantity, reduce_only, &mut pricer)?;
		let calls = reopening.is_some_and(|one| one.calls(&place.series));
		let at_once =
			matches!(time_in_force, TimeInForce::ImmediateOrCancel | TimeInForce::FillOrKill);
		ensure!(!(calls && at_once), Error::<T>::MarketInCall);
		let until = match time_in_force {
			TimeInForce::GoodTilTime(until) => Some(until),
			_ => None,
		};
		ensure!(until.is_none_or(|until| until > T::Time::now()), Error::<T>::TimeIsOver);
		let (desk, heartbeat) = Self::open_desk(&account, key)?;
		let tier = desk::tier::<T>(&Parameters::<T>::get(), &account, &desk, pricer.unit()?);
		let terms = Terms { is_quote: false, heartbeat, tier, until, client };
		let id = Self::next_order_id()?;
		let order = Order { id, account, remaining: quantity, reduce_only, terms };
		let mut taker = matching::Taker::<T>::new(session, order, place, market, pricer, met)?;
		Self::deposit_event(Event::OrderPlaced {
			id,
			account: taker.order.account.clone(),
			series: place.series,
			side: place.side,
			price: place.price,
			quantity: taker.order.remaining,
		});
		if time_in_force == TimeInForce::PostOnly && !calls {
			taker.clear_dead()?;
			ensure!(taker.next_met().is_none(), Error::<T>::WouldTrade);
		}
		let stopped = if calls { None } else { taker.run()? };
		let dropped = match (time_in_force, stopped) {
			_ if taker.order.remaining == 0 => None,
			(TimeInForce::FillOrKill, _) => return Err(Error::<T>::NotFilledWhole.into()),
			// It crosses still, so it cannot rest.
			(_, Some(reason)) => Some(reason),
			(TimeInForce::ImmediateOrCancel, None) => Some(CancelReason::Immediate),
			(
				TimeInForce::GoodTilCancelled | TimeInForce::PostOnly | TimeInForce::GoodTilTime(_),
				None,
			) => taker.rest()?,
		};
		if let Some(reason) = dropped {
			Self::deposit_event(Event::OrderCancelled {
				id,
				account: taker.order.account.clone(),
				series: place.series,
				remaining: taker.order.remaining,
				reason,
			});
		}
		taker.finish();
		Ok(())
	}

	/// A market's rules, with its state no less restrictive than the emergency level. What adds no risk
	/// the ledger tells from what does.
	pub(crate) fn market_in_force(underlying: UnderlyingId) -> Option<Market> {
		let mut market = Markets::<T>::get(underlying)?;
		market.state = market.state.max(Self::level_state(underlying));
		Some(market)
	}

	/// The state that an emergency level comes to.
	pub(crate) fn level_state(underlying: UnderlyingId) -> MarketState {
		match T::Restrictions::market(underlying) {
			Emergency::Open | Emergency::NoNew => MarketState::Open,
			Emergency::ReduceOnly => MarketState::ReduceOnly,
			Emergency::Frozen => MarketState::Halted,
		}
	}

	fn ensure_may_place(
		market: &Market,
		place: &Place,
		quantity: Quantity,
		reduce_only: bool,
		pricer: &mut Pricer<T>,
	) -> DispatchResult {
		Self::ensure_open(market, reduce_only)?;
		Self::ensure_fits(market, place, quantity, pricer)?;
		// What reduces is cut down to the position.
		let bounded = reduce_only || quantity <= MAX_QUANTITY;
		ensure!(bounded, Error::<T>::AboveMaximum);
		Ok(())
	}

	/// That an order fits a series that is listed and has not expired; `pricer` is the series'.
	pub(crate) fn ensure_fits(
		market: &Market,
		place: &Place,
		quantity: Quantity,
		pricer: &mut Pricer<T>,
	) -> DispatchResult {
		let series = &place.series;
		Self::ensure_sized(market, series, place.price, quantity)?;
		ensure!(pricer.is_listed(), Error::<T>::NotListed);
		let (tick, _) = market.grid(place.price);
		let positive = place.price > 0 || series.kind == Kind::Future;
		ensure!(positive, Error::<T>::PriceNotPositive);
		ensure!(place.price.checked_rem(tick) == Some(0), Error::<T>::PriceOffTick);
		let most = Self::highest_price(series, pricer).ok_or(Error::<T>::PriceOutOfRange)?;
		ensure!(place.price.unsigned_abs() <= most, Error::<T>::PriceOutOfRange);
		Ok(())
	}

	/// That the market's state lets an order or a leg of an intent in.
	pub(crate) fn ensure_open(market: &Market, reduces: bool) -> DispatchResult {
		match market.state {
			MarketState::Open => {},
			MarketState::ReduceOnly => ensure!(reduces, Error::<T>::MarketReduceOnly),
			MarketState::Halted => return Err(Error::<T>::MarketHalted.into()),
		}
		Ok(())
	}

	/// That so much may be traded at a price of a series that has not expired.
	pub(crate) fn ensure_sized(
		market: &Market,
		series: &Series,
		price: Cash,
		quantity: Quantity,
	) -> DispatchResult {
		ensure!(T::Time::now() < series.expiry, Error::<T>::Expired);
		let (_, lot) = market.grid(price);
		ensure!(quantity >= market.minimum, Error::<T>::BelowMinimum);
		ensure!(quantity.checked_rem(lot) == Some(0), Error::<T>::NotWholeLots);
		Ok(())
	}

	/// The highest price of an order, either side of zero: [`PRICE_RANGE`] times spot and strike
	/// together, in cash's smallest units. No option is worth that, and no sum over orders overflows.
	fn highest_price(series: &Series, pricer: &mut Pricer<T>) -> Option<u128> {
		let sum = pricer.spot().saturating_add(series.strike.price()).into_inner();
		let most = pricer.unit().ok()?.checked_mul(PRICE_RANGE)?;
		let most = mul_div(i128::try_from(sum).ok()?, most, WAD, Rounding::Down).ok()?;
		u128::try_from(most).ok()
	}

	pub(crate) fn next_order_id() -> Result<OrderId, DispatchError> {
		NextOrderId::<T>::try_mutate(|next| {
			let id = *next;
			*next = id.checked_add(1).ok_or(Overflow)?;
			Ok(id)
		})
	}

	pub(crate) fn do_cancel_order(account: MarginAccountId, id: OrderId) -> DispatchResult {
		let mut orders = T::Ledger::orders(&account).into_iter();
		let found = orders.find(|(other, _)| *other == id);
		let (_, place) = found.ok_or(Error::<T>::OrderNotFound)?;
		let mut book = OpenBook::<T>::open(place.series);
		Self::cancel(&mut book, &Slot::from(&place), id, CancelReason::Requested)?;
		book.store();
		Ok(())
	}

	pub(crate) fn do_cancel_tagged(account: MarginAccountId, client: ClientId) -> DispatchResult {
		let id = Tagged::<T>::get(&account, client).ok_or(Error::<T>::OrderNotFound)?;
		Self::do_cancel_order(account, id)
	}

	/// Take one order off the book, and what the ledger knows of it out of its account's aggregate.
	pub(crate) fn cancel(
		book: &mut OpenBook<T>,
		slot: &Slot,
		id: OrderId,
		reason: CancelReason,
	) -> DispatchResult {
		let series = book.series();
		let order = book.remove(slot, id)?;
		// What a failing maker loses of his cash.
		let fine = match reason {
			CancelReason::MakerFailed => {
				let cash = T::Ledger::cash(&order.account).max(0);
				Parameters::<T>::get().order_deposit.min(cash)
			},
			_ => 0,
		};
		let rule = if fine > 0 { Rule::Forced } else { Rule::Credit };
		let loss = fine.checked_neg().ok_or(Overflow)?;
		let mut entry = Entry::new(order.account.clone(), rule).cash(loss);
		if order.terms.is_quote {
			desk::quote_gone::<T>(series, slot.shelf.side, &order)?;
		} else {
			tags::remove::<T>(&order);
			let place = slot.place(series);
			let change = book::change(&place, order.remaining, 0)?;
			entry = entry.order(series, change).gone(id, place);
		}
		if fine > 0 || !order.terms.is_quote {
			let mut journal = Journal::of(vec![entry]);
			if fine > 0 {
				journal = journal.pot(Pot::Treasury, fine);
			}
			T::Ledger::book(journal)?;
		}
		Self::deposit_event(Event::OrderCancelled {
			id,
			account: order.account.clone(),
			series,
			remaining: order.remaining,
			reason,
		});
		if fine > 0 {
			let account = order.account;
			Self::deposit_event(Event::DepositLost { id, account, amount: fine });
		}
		Ok(())
	}

	/// Cancel those of some orders that rest. Returns how many there were.
	///
	/// # Errors
	/// `OrderNotFound` if none of them does.
	pub(crate) fn do_cancel_orders(
		account: &MarginAccountId,
		ids: &[OrderId],
	) -> Result<u32, DispatchError> {
		let mut places = T::Ledger::orders(account);
		places.retain(|(id, _)| ids.contains(id));
		ensure!(!places.is_empty(), Error::<T>::OrderNotFound);
		Self::cancel_places(account, places, CancelReason::Requested).map(|gone| gone.orders)
	}

	/// Cancel all orders of an account and void its quotes. Returns how many orders there were.
	pub(crate) fn do_cancel_all(
		account: &MarginAccountId,
		underlying: Option<UnderlyingId>,
		reason: CancelReason,
	) -> Result<Cancelled, DispatchError> {
		let voided = desk::void_quotes::<T>(account, underlying) > 0;
		let mut places = T::Ledger::orders(account);
		places.retain(|(_, place)| underlying.is_none_or(|only| place.series.underlying == only));
		let gone = Self::cancel_places(account, places, reason)?;
		Ok(Cancelled { unread: gone.unread.saturating_add(voided.into()), ..gone })
	}

	/// One journal for all, so that the ledger looks at the account once.
	pub(crate) fn cancel_places(
		account: &MarginAccountId,
		mut places: Vec<(OrderId, Place)>,
		reason: CancelReason,
	) -> Result<Cancelled, DispatchError> {
		places.sort_unstable_by_key(|(id, place)| (place.series, *id));
		if places.is_empty() {
			return Ok(Cancelled::default());
		}
		let mut unread = 0;
		let mut changes = BTreeMap::<Series, OrderChange>::new();
		for (series, orders) in by_series(&places) {
			let mut book = OpenBook::<T>::open(series);
			let sum = changes.entry(series).or_default();
			for (id, place) in orders {
				let order = book.remove(&Slot::from(place), *id)?;
				unread.saturating_accrue(tags::remove::<T>(&order));
				*sum = add(sum, &book::change(place, order.remaining, 0)?)?;
				Self::deposit_event(Event::OrderCancelled {
					id: *id,
					account: account.clone(),
					series,
					remaining: order.remaining,
					reason,
				});
			}
			book.store();
		}
		let mut entry = Entry::new(account.clone(), Rule::Credit);
		entry.orders = changes.into_iter().collect();
		let orders = places.len() as u32;
		entry.gone = places;
		T::Ledger::book(Journal::of(vec![entry]))?;
		Ok(Cancelled { orders, unread })
	}

	pub(crate) fn do_set_market(underlying: UnderlyingId, mut market: Market) -> DispatchResult {
		market.validate().map_err(Error::<T>::InvalidMarket)?;
		match Markets::<T>::get(underlying) {
			Some(before) => {
				let to = market.state.max(Self::own_state(underlying, before.state));
				market.state = Self::turn_to(underlying, before.state, to);
			},
			None => {
				Underlyings::<T>::try_append(underlying).map_err(|_| Error::<T>::TooManyMarkets)?;
			},
		}
		// Never without it, nor one that was made before there was this: nobody has to remember that.
		T::Auctions::on_market(underlying)?;
		Markets::<T>::insert(underlying, market);
		Self::deposit_event(Event::MarketSet { underlying, market });
		Ok(())
	}

	pub(crate) fn do_set_params(params: Params) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		Parameters::<T>::put(params);
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}

	pub(crate) fn do_set_state(
		underlying: UnderlyingId,
		next: impl FnOnce(MarketState) -> Result<MarketState, DispatchError>,
	) -> DispatchResult {
		Markets::<T>::try_mutate(underlying, |market| {
			let market = market.as_mut().ok_or(Error::<T>::UnknownMarket)?;
			let from = Self::own_state(underlying, market.state);
			let to = next(from)?;
			market.state = Self::turn_to(underlying, market.state, to);
			Self::deposit_event(Event::MarketStateSet { underlying, from, to });
			Ok(())
		})
	}

	/// Returns the weight used.
	pub(crate) fn do_settle(
		underlying: UnderlyingId,
		expiry: Moment,
		limit: u32,
	) -> Result<Weight, DispatchError> {
		ensure!((1..=MAX_SETTLE).contains(&limit), Error::<T>::InvalidLimit);
		ensure!(Listings::<T>::contains_key((underlying, expiry)), Error::<T>::NotListed);
		ensure!(T::Time::now() >= expiry, Error::<T>::NotExpired);
		let mut meter = WeightMeter::with_limit(tick::settle_weight::<T>(limit));
		meter.consume(T::WeightInfo::visit_market());
		let steps = settlement::advance::<T>(underlying, expiry, &mut meter, limit);
		ensure!(steps > 0, Error::<T>::NoSettlementPrice);
		Ok(meter.consumed())
	}
}

fn by_series(places: &[(OrderId, Place)]) -> impl Iterator<Item = (Series, &[(OrderId, Place)])> {
	places
		.chunk_by(|(_, a), (_, b)| a.series == b.series)
		.filter_map(|orders| orders.first().map(|(_, place)| (place.series, orders)))
}

fn add(a: &OrderChange, b: &OrderChange) -> Result<OrderChange, DispatchError> {
	Ok(OrderChange {
		buy: a.buy.checked_add(b.buy).ok_or(Overflow)?,
		sell: a.sell.checked_add(b.sell).ok_or(Overflow)?,
		buy_cost: a.buy_cost.checked_add(b.buy_cost).ok_or(Overflow)?,
		sell_proceeds: a.sell_proceeds.checked_add(b.sell_proceeds).ok_or(Overflow)?,
	})
}
