// SPDX-License-Identifier: GPL-3.0-or-later

//! Mass quotes: many orders of a maker replaced in one call. An account has at most one quote at each side of a
//! series. Quotes are not in the ledger: its margin is looked at when one is met (RISK.md 9).

use super::*;
use book::{crosses, OpenBook, Room};
use pegged::Pricer;
use sp_runtime::ArithmeticError::Overflow;
use straddle_traits::Work;

/// The highest volatility of a quote, in millionths a year: 1,000 %.
const MAX_VOLATILITY: u32 = 10_000_000;

/// Quotes that rest now.
pub type Rested = BoundedVec<(Series, Quoted, Quantity), ConstU32<MAX_MASS>>;

/// What had to go for an account's quotes.
#[derive(Default)]
pub(crate) struct Gone {
	/// How many orders.
	pub orders: u32,
	/// How many of them were paid for.
	pub paid: u32,
	/// What was valued for that.
	pub work: Work,
}

struct Run<T: Config> {
	account: MarginAccountId,
	market: Market,
	/// A call that is on: quotes may cross the other side.
	reopening: Option<Reopening>,
	pricer: Pricer<T>,
	terms: Terms,
	rested: Rested,
	/// Orders of others that one call may still look at or take away.
	spare: u32,
	/// Places that are paid for.
	room: Vec<Room>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_mass_quote(
		key: &AccountId32,
		account: MarginAccountId,
		underlying: UnderlyingId,
		mut quotes: Vec<MakerQuote>,
		gone: &mut Gone,
	) -> DispatchResult {
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		let in_force = Self::in_force_with_call(underlying);
		let (market, reopening) = in_force.ok_or(Error::<T>::UnknownMarket)?;
		match market.state {
			MarketState::Open => {},
			MarketState::ReduceOnly => return Err(Error::<T>::MarketReduceOnly.into()),
			MarketState::Halted => return Err(Error::<T>::MarketHalted.into()),
		}
		let (desk, heartbeat) = Self::open_desk(&account, key)?;
		if let Some(mut protection) = desk.stand(underlying).and_then(|stand| stand.protection) {
			protection.roll(desk::block::<T>());
			ensure!(!protection.is_reached(), Error::<T>::Protected);
		}
		quotes.sort_by_key(|quote| (quote.series, quote.side == Side::Sell));
		let same = |a: &MakerQuote, b: &MakerQuote| (a.series, a.side) == (b.series, b.side);
		let twice = quotes.windows(2).any(|pair| matches!(pair, [a, b] if same(a, b)));
		ensure!(!twice, Error::<T>::QuoteTwice);
		let Some(first) = quotes.first().map(|quote| quote.series) else { return Ok(()) };
		let mut pricer = Pricer::new(first, market);
		let terms = Terms {
			is_quote: true,
			heartbeat,
			tier: desk::tier::<T>(&Parameters::<T>::get(), &account, &desk, pricer.unit()?),
			..Default::default()
		};
		let mut run = Run::<T> {
			account,
			market,
			reopening,
			pricer,
			terms,
			rested: Rested::default(),
			spare: MAX_SKIPS,
			room: Vec::new(),
		};
		for group in quotes.chunk_by(|a, b| a.series == b.series) {
			let Some(series) = group.first().map(|quote| quote.series) else { continue };
			ensure!(series.underlying == underlying, Error::<T>::OtherMarket);
			let quoted = run.quote_series(series, group);
			gone.orders = MAX_SKIPS.saturating_sub(run.spare);
			quoted?;
		}
		let Run { account, rested, room, .. } = run;
		if !room.is_empty() {
			gone.paid = room.len() as u32;
			let payer = Entry::new(account.clone(), Rule::Trade { near_mark: true });
			let mut session = T::Ledger::session();
			let paid = T::Ledger::book_in(&mut session, book::pay_for_room::<T>(payer, room)?);
			gone.work = T::Ledger::work(&session);
			paid.map_err(|refused| refused.error)?;
		}
		if !rested.is_empty() {
			let desk = Desks::<T>::get(&account);
			ensure!(desk::has_deposits::<T>(&account, &desk)?, Error::<T>::DepositsShort);
		}
		Self::deposit_event(Event::Quoted { account, underlying, rested });
		Ok(())
	}
}

impl<T: Config> Run<T> {
	/// Replace an account's quotes in one series: what it has on the sides that are named goes first.
	fn quote_series(&mut self, series: Series, quotes: &[MakerQuote]) -> DispatchResult {
		self.pricer.turn_to(series);
		let mut book = OpenBook::<T>::open(series);
		let mut new = Vec::with_capacity(quotes.len());
		for quote in quotes {
			let slot = self.slot(quote)?;
			if !self.shrinks(&mut book, quote, slot)? {
				new.push((quote, slot));
			}
		}
		for (quote, slot) in new.into_iter().filter(|(quote, _)| quote.quantity > 0) {
			let placed = match slot {
				None => Err(QuoteRefusal::NoPrice),
				Some(slot) => self.place(&mut book, quote, slot)?,
			};
			if let Err(reason) = placed {
				Pallet::<T>::deposit_event(Event::QuoteRefused {
					account: self.account.clone(),
					series,
					side: quote.side,
					reason,
				});
			}
		}
		book.store();
		Ok(())
	}

	/// Where a quote would rest; nothing if its volatility has no price now.
	///
	/// # Errors
	/// What it asks for makes no sense in this market.
	fn slot(&mut self, quote: &MakerQuote) -> Result<Option<Slot>, DispatchError> {
		let MakerQuote { series, side, quantity, rate } = *quote;
		if quantity == 0 {
			// It takes away: nothing else of it counts.
			return Ok(None);
		}
		let option = |volatility: u32| {
			ensure!(series.kind != Kind::Future, Error::<T>::NotAnOption);
			let sound = (1..=MAX_VOLATILITY).contains(&volatility);
			ensure!(sound, Error::<T>::VolatilityOutOfRange);
			Ok::<_, DispatchError>(Slot::pegged(side, volatility))
		};
		let slot = match rate {
			Rate::Price(price) => Some(Slot::of(side, price)),
			Rate::Pegged(volatility) => Some(option(volatility)?),
			Rate::Volatility(volatility) => {
				let price = self.pricer.price(&option(volatility)?);
				price.map(|price| Slot::of(side, price))
			},
		};
		// A pegged order's lot is that of its price now.
		let price = slot.and_then(|slot| self.pricer.price(&slot));
		let place = Place { series, side, price: price.unwrap_or(self.market.tick) };
		Pallet::<T>::ensure_fits(&self.market, &place, quantity, &mut self.pricer)?;
		ensure!(quantity <= self.market.maximum(), Error::<T>::AboveMaximum);
		Ok(slot)
	}

	/// Take the old quote away, unless it only gets smaller: then it keeps its place in time. Returns whether
	/// it does.
	fn shrinks(
		&mut self,
		book: &mut OpenBook<T>,
		quote: &MakerQuote,
		slot: Option<Slot>,
	) -> Result<bool, DispatchError> {
		let MakerQuote { series, side, quantity, .. } = *quote;
		let old = Quotes::<T>::get((&self.account, series.underlying), (series, side));
		let Some(old) = old else { return Ok(false) };
		let found = book::find::<T>(series, &old.slot, old.id);
		let order = found.ok_or(Error::<T>::BookInconsistent)?;
		let less = order.remaining.checked_sub(quantity).ok_or(Overflow)?;
		let same = slot == Some(old.slot) && order.terms == self.terms;
		if same && quantity > 0 && less >= 0 && desk::dead::<T>(&series, &order).is_none() {
			if less > 0 {
				book.fill(&old.slot, old.id, less)?;
			}
			self.rested.try_push((series, old, quantity)).map_err(|_| Overflow)?;
			return Ok(true);
		}
		book.remove(&old.slot, old.id)?;
		desk::quote_gone::<T>(series, side, &order)?;
		Ok(false)
	}

	fn place(
		&mut self,
		book: &mut OpenBook<T>,
		quote: &MakerQuote,
		slot: Slot,
	) -> Result<Result<(), QuoteRefusal>, DispatchError> {
		let series = quote.series;
		while let Some(met) = self.met_by(book, &slot) {
			let front = book.first(&met)?;
			let Some(reason) = desk::dead::<T>(&series, &front).filter(|_| self.spare > 0) else {
				return Ok(Err(QuoteRefusal::WouldTrade));
			};
			self.spare = self.spare.saturating_sub(1);
			Pallet::<T>::cancel(book, &met, front.id, reason)?;
		}
		let evicted = match book.evicted_by(&slot, quote.quantity, &self.market, &mut self.spare) {
			Ok(evicted) if evicted.is_none() || self.spare > 0 => evicted,
			Err(error) if error != Error::<T>::BookFull.into() => return Err(error),
			_ => return Ok(Err(QuoteRefusal::BookFull)),
		};
		// Nobody goes for one that finds no place.
		if Queues::<T>::decode_len(series, slot).unwrap_or(0) >= MAX_QUEUE as usize {
			return Ok(Err(QuoteRefusal::LevelFull));
		}
		if let Some(gone) = evicted {
			self.spare = self.spare.saturating_sub(1);
			Pallet::<T>::cancel(book, &gone.slot, gone.order.id, CancelReason::Evicted)?;
			self.room.extend(gone.payee(&self.account));
		}
		let id = Pallet::<T>::next_order_id()?;
		let order = Order {
			id,
			account: self.account.clone(),
			remaining: quote.quantity,
			reduce_only: false,
			terms: self.terms,
		};
		book.rest(&slot, order)?;
		let quoted = Quoted { id, slot };
		desk::quote_rests::<T>(&self.account, series, quoted, self.terms.heartbeat)?;
		self.rested.try_push((series, quoted, quote.quantity)).map_err(|_| Overflow)?;
		Ok(Ok(()))
	}

	/// Whom an order that comes to rest there would trade with at once.
	fn met_by(&mut self, book: &OpenBook<T>, slot: &Slot) -> Option<Slot> {
		if self.reopening.is_some_and(|one| one.calls(&book.series())) {
			return None;
		}
		let side = slot.shelf.side;
		let price = self.pricer.price(slot)?;
		let (best, at) = self.pricer.best(book.levels(), side.opposite())?;
		crosses(side, price, at).then_some(best)
	}
}
