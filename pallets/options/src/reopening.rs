// SPDX-License-Identifier: GPL-3.0-or-later

//! A market that stood still reopens by a call auction (ADR 37). The only place that writes `Reopenings`.
//!
//! ```text
//! Halted, or frozen by an emergency level ──relaxed──▶ Call ──time over──▶ Uncrossing ──last series──▶ open
//!                     ▲                                  │                      │
//!                     └─────────── halted or frozen again ─────────────────────┘
//! ```
//!
//! From the call on orders may be placed and rest, though they cross. Block work then gives each series one price, at
//! which the best and oldest of both sides trade until they do not cross it any more. A series that is through
//! trades as ever. The market's stored state is `Halted` all the while, so that whoever trades in an open market reads nothing more.

use super::*;
use book::{all_levels, change, value, OpenBook};
use frame_support::storage::with_storage_layer;
use matching::{
	cash_unit, contract_fee, counted, fee_pots, growth, in_cash, mark_in_cash, mark_tolerance,
	note_fill, reducible, tier,
};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::Rounding;
use straddle_traits::Level as Emergency;
use uncross::uncrossing;

/// How far a market is on its way back from a halt.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum Stage {
	/// An emergency level stops it; the call begins when that ends.
	Frozen,
	/// Orders come and none is met, until this time at least.
	Call {
		/// In Unix milliseconds.
		until: Moment,
	},
	/// One series after the other trades at its price.
	Uncrossing {
		/// The last one that is through.
		done: Option<Series>,
		/// At what the next one trades, once that is found, in cash's smallest units per contract.
		price: Option<Cash>,
	},
}

/// A market that is not halted any more, or not by its own state, and not open yet.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Reopening {
	/// The state that it comes to.
	pub to: MarketState,
	/// How far it is.
	pub stage: Stage,
}

impl Reopening {
	/// Whether orders are taken in and none is met.
	pub fn calls(&self, series: &Series) -> bool {
		match self.stage {
			Stage::Frozen => false,
			Stage::Call { .. } => true,
			Stage::Uncrossing { done, .. } => done.is_none_or(|done| *series > done),
		}
	}
}

/// Whether the sides of a series' book may cross: it has a call, or had one when the market was halted again.
#[cfg(any(feature = "try-runtime", test))]
pub(crate) fn may_cross<T: Config>(series: &Series) -> bool {
	let market = Markets::<T>::get(series.underlying);
	let reopening = Reopenings::<T>::get(series.underlying);
	let through = |one: Reopening| one.stage != Stage::Frozen && !one.calls(series);
	market.is_some_and(|market| market.state == MarketState::Halted)
		&& !reopening.is_some_and(through)
}

/// What a series would trade at if its call ended now.
pub(crate) fn indicative<T: Config>(series: &Series) -> Option<Indicative> {
	let market = Markets::<T>::get(series.underlying)?;
	let mark = mark::<T>(&mut T::Ledger::session(), series).map(|(mark, _)| mark);
	price_of::<T>(series, &market, mark)
}

fn mark<T: Config>(
	session: &mut <T::Ledger as Risk>::Session,
	series: &Series,
) -> Option<(Cash, PriceState)> {
	let (mark, state) = T::Ledger::mark_in(session, series, Lens::Latest).ok()?;
	Some((mark_in_cash(mark, cash_unit::<T>().ok()?)?, state))
}

fn price_of<T: Config>(series: &Series, market: &Market, mark: Option<Cash>) -> Option<Indicative> {
	let levels = |side| {
		let shelf = Shelf { side, pegged: false };
		all_levels::<T>(*series, shelf).collect::<Vec<_>>()
	};
	let on_grid = |mark: Cash| {
		let (tick, _) = market.grid(mark);
		let price = mark.checked_sub(mark.checked_rem_euclid(tick)?)?;
		(price > 0 || series.kind == Kind::Future).then_some(price)
	};
	uncrossing(&levels(Side::Buy), &levels(Side::Sell), mark.and_then(on_grid))
}

impl<T: Config> Pallet<T> {
	/// A market's own state: the one that it comes to, if it is on its way back from a halt.
	pub(crate) fn own_state(underlying: UnderlyingId, stored: MarketState) -> MarketState {
		let reopening = (stored == MarketState::Halted).then(|| Reopenings::<T>::get(underlying));
		reopening.flatten().map_or(stored, |reopening| reopening.to)
	}

	/// Give a market another state of its own. Returns what is stored: out of a halt it comes by a call.
	pub(crate) fn turn_to(
		underlying: UnderlyingId,
		stored: MarketState,
		to: MarketState,
	) -> MarketState {
		if to == MarketState::Halted {
			Reopenings::<T>::remove(underlying);
			return to;
		}
		if stored != MarketState::Halted {
			return to;
		}
		let stage = match Reopenings::<T>::get(underlying) {
			Some(before) => before.stage,
			None => begin::<T>(underlying),
		};
		Reopenings::<T>::insert(underlying, Reopening { to, stage });
		MarketState::Halted
	}

	/// A market's rules with the state in force for whoever places something, and the call that may be on.
	pub(crate) fn in_force_with_call(
		underlying: UnderlyingId,
	) -> Option<(Market, Option<Reopening>)> {
		let market = Self::market_in_force(underlying)?;
		if market.state != MarketState::Halted {
			return Some((market, None));
		}
		let level = Self::level_state(underlying);
		let frozen = |one: &Reopening| one.stage == Stage::Frozen || level == MarketState::Halted;
		let reopening = Reopenings::<T>::get(underlying).filter(|one| !frozen(one));
		let state = reopening.map_or(market.state, |one| one.to.max(level));
		Some((Market { state, ..market }, reopening))
	}
}

/// Begin a call.
fn begin<T: Config>(underlying: UnderlyingId) -> Stage {
	let until = T::Time::now().saturating_add(Parameters::<T>::get().call_ms);
	Pallet::<T>::deposit_event(Event::CallBegan { underlying, until });
	Stage::Call { until }
}

/// Take a market on its way as far as the meter lets it.
pub(crate) fn advance<T: Config>(underlying: UnderlyingId, meter: &mut WeightMeter) {
	let Some(mut market) = Markets::<T>::get(underlying) else { return };
	let level = T::Restrictions::market(underlying);
	let frozen = level == Emergency::Frozen;
	if market.state != MarketState::Halted && !frozen {
		return;
	}
	let before = Reopenings::<T>::get(underlying);
	let after = match before {
		// Halted by its own state, which lasts until it is relaxed.
		None if market.state == MarketState::Halted => return,
		None => Some(Reopening { to: market.state, stage: Stage::Frozen }),
		Some(one) if frozen => Some(Reopening { stage: Stage::Frozen, ..one }),
		Some(one) => {
			let next = move_on::<T>(underlying, &market, level, one, meter);
			next.map(|stage| Reopening { stage, ..one })
		},
	};
	if after == before {
		return;
	}
	let stored = market.state;
	market.state = match (after, before) {
		(Some(_), _) => MarketState::Halted,
		(None, Some(one)) => one.to,
		(None, None) => stored,
	};
	if market.state != stored {
		Markets::<T>::insert(underlying, market);
	}
	Reopenings::<T>::set(underlying, after);
	if after.is_none() {
		Pallet::<T>::deposit_event(Event::Reopened { underlying, state: market.state });
	}
}

/// The next stage of a market that no level freezes; none: it is open.
fn move_on<T: Config>(
	underlying: UnderlyingId,
	market: &Market,
	level: Emergency,
	reopening: Reopening,
	meter: &mut WeightMeter,
) -> Option<Stage> {
	let stage = match reopening.stage {
		Stage::Frozen => return Some(begin::<T>(underlying)),
		Stage::Call { until } if T::Time::now() < until => return Some(reopening.stage),
		Stage::Call { .. } => Stage::Uncrossing { done: None, price: None },
		uncrossing => uncrossing,
	};
	// While the ledger lets nobody open, everybody would fail: the call goes on.
	let opens = |reading: &Reading| reading.state.allows(PriceUse::Open);
	let (spot, peg) = (T::Prices::spot(underlying, Lens::Latest), T::Ledger::peg());
	if level == Emergency::NoNew || !opens(&spot) || !opens(&peg) {
		return Some(reopening.stage);
	}
	let (Ok(unit), Stage::Uncrossing { done, price }) = (cash_unit::<T>(), stage) else {
		return Some(reopening.stage);
	};
	let Ok(spot) = in_cash::<T>(spot.price, unit, peg) else { return Some(reopening.stage) };
	let reduces = reopening.to == MarketState::ReduceOnly || level == Emergency::ReduceOnly;
	let state = if reduces { MarketState::ReduceOnly } else { MarketState::Open };
	let mut run = Run::<T> {
		market: Market { state, ..*market },
		params: Parameters::<T>::get(),
		session: T::Ledger::session(),
		unit,
		spot,
		done,
		price,
	};
	let through = run.go(underlying, meter);
	(!through).then_some(Stage::Uncrossing { done: run.done, price: run.price })
}

/// Series of a market that are not through, of its first expiry that has any.
fn next_series<T: Config>(underlying: UnderlyingId, done: Option<Series>) -> Vec<Series> {
	let now = T::Time::now();
	let from = done.map_or(now, |done| done.expiry);
	let expiries = Expiries::<T>::get(underlying);
	for expiry in expiries.into_iter().filter(|expiry| expiry.at > now && expiry.at >= from) {
		let Some(listing) = Listings::<T>::get((underlying, expiry.at)) else { continue };
		let series = listing.series(underlying, expiry.at);
		let mut left =
			series.filter(|series| done.is_none_or(|done| *series > done)).collect::<Vec<_>>();
		if !left.is_empty() {
			left.sort_unstable();
			return left;
		}
	}
	Vec::new()
}

/// One of two orders that are met.
struct Party {
	slot: Slot,
	order: Order,
	/// The account's position.
	held: Quantity,
}

impl Party {
	fn side(&self) -> Side {
		self.slot.shelf.side
	}
}

/// What a step did.
enum Done {
	/// It met two orders or dropped one.
	Step(Pair),
	/// Nothing crosses the price any more.
	Through,
}

/// What was done with two orders.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Pair {
	/// How often their trade was tried.
	pub tried: u32,
	/// Whether one of them had to go.
	pub dropped: bool,
}

impl Pair {
	/// By whichever of them first, and none of it came about.
	pub const MOST: Self = Self { tried: 2, dropped: true };
}

/// Why trading of a series stopped.
enum Ended {
	/// Nothing crosses the price any more.
	Through,
	/// The block is full.
	NoRoom,
	/// The book contradicts itself.
	Broken,
}

struct Run<T: Config> {
	/// With the state that holds after it.
	market: Market,
	params: Params,
	session: <T::Ledger as Risk>::Session,
	/// Smallest units in a cash unit.
	unit: i128,
	/// The underlying's price in cash's smallest units, rounded up.
	spot: Cash,
	done: Option<Series>,
	price: Option<Cash>,
}

impl<T: Config> Run<T> {
	/// Returns whether all series are through.
	fn go(&mut self, underlying: UnderlyingId, meter: &mut WeightMeter) -> bool {
		loop {
			if meter.try_consume(T::WeightInfo::visit_market()).is_err() {
				return false;
			}
			let series = next_series::<T>(underlying, self.done);
			if series.is_empty() {
				return true;
			}
			for series in series {
				if !self.uncross(series, meter) {
					return false;
				}
				(self.done, self.price) = (Some(series), None);
			}
		}
	}

	/// Trade one series. Returns whether it is through.
	fn uncross(&mut self, series: Series, meter: &mut WeightMeter) -> bool {
		loop {
			if meter.try_consume(T::WeightInfo::visit_market()).is_err() {
				return false;
			}
			let book = Books::<T>::get(series);
			let (bid, ask) = (book.best(Side::Buy), book.best(Side::Sell));
			let crossed = matches!((bid, ask), (Some(bid), Some(ask)) if bid.price >= ask.price);
			if !crossed {
				return true;
			}
			if meter.try_consume(T::WeightInfo::uncross_series()).is_err() {
				return false;
			}
			let mark = mark::<T>(&mut self.session, &series);
			let usable = mark.filter(|(_, state)| state.allows(PriceUse::Open));
			let mark = usable.map(|(mark, _)| mark);
			if self.price.is_none() && mark.is_some() {
				let found = price_of::<T>(&series, &self.market, mark);
				self.price = found.map(|found| found.price);
				if let Some(Indicative { price, quantity, surplus }) = found {
					let event = Event::Uncrossed { series, price, quantity, surplus };
					Pallet::<T>::deposit_event(event);
				}
			}
			match self.trade(series, mark, meter) {
				// What is left may cross at another price, if somebody failed.
				Ended::Through => self.price = None,
				Ended::NoRoom => return false,
				Ended::Broken => return true,
			}
		}
	}

	/// Meet orders until none crosses the price.
	fn trade(&mut self, series: Series, mark: Option<Cash>, meter: &mut WeightMeter) -> Ended {
		let most = costs::most_pair_weight::<T>();
		loop {
			if !meter.can_consume(most) {
				return Ended::NoRoom;
			}
			let before = T::Ledger::work(&self.session);
			match with_storage_layer(|| self.step(series, mark)) {
				Ok(Done::Step(pair)) => {
					let work = T::Ledger::work(&self.session).beyond(&before);
					meter.consume(costs::pair_weight::<T>(&pair, &work));
				},
				Ok(Done::Through) => return Ended::Through,
				Err(error) => {
					meter.consume(most);
					log::error!(target: LOG_TARGET, "{series:?} cannot be uncrossed: {error:?}");
					return Ended::Broken;
				},
			}
		}
	}

	/// Let the best and oldest of both sides trade, or drop one that cannot.
	fn step(&mut self, series: Series, mark: Option<Cash>) -> Result<Done, DispatchError> {
		let mut book = OpenBook::<T>::open(series);
		let front = |side| book.front(Shelf { side, pegged: false });
		let (Some(bid), Some(ask)) = (front(Side::Buy)?, front(Side::Sell)?) else {
			return Ok(Done::Through);
		};
		let price = match (self.price, mark) {
			(Some(price), Some(_)) => price,
			// It cannot be valued, so nobody can be judged.
			_ if bid.0.rate >= ask.0.rate => {
				let newer = if bid.1.id > ask.1.id { bid } else { ask };
				Pallet::<T>::cancel(&mut book, &newer.0, newer.1.id, CancelReason::NotUncrossed)?;
				book.store();
				return Ok(Done::Step(Pair { tried: 0, dropped: true }));
			},
			_ => return Ok(Done::Through),
		};
		if bid.0.rate < price || ask.0.rate > price {
			return Ok(Done::Through);
		}
		let party = |(slot, order): (Slot, Order)| {
			let (held, _) = T::Ledger::position(&order.account, &series);
			Party { slot, order, held }
		};
		let pair = [party(bid), party(ask)];
		let (tried, dropped) = self.meet(&series, price, mark, &mut book, &pair)?;
		if let Some((nth, reason)) = dropped {
			let Party { slot, order, .. } = pair.get(nth).ok_or(Overflow)?;
			Pallet::<T>::cancel(&mut book, slot, order.id, reason)?;
		}
		book.store();
		Ok(Done::Step(Pair { tried, dropped: dropped.is_some() }))
	}

	/// Let two orders trade. Returns how often that was tried; which has to go instead, and why.
	fn meet(
		&mut self,
		series: &Series,
		price: Cash,
		mark: Option<Cash>,
		book: &mut OpenBook<T>,
		pair: &[Party; 2],
	) -> Result<(u32, Option<(usize, CancelReason)>), DispatchError> {
		let [buyer, seller] = pair;
		let older = usize::from(seller.order.id < buyer.order.id);
		let newer = usize::from(older == 0);
		let mut quantity = buyer.order.remaining.min(seller.order.remaining);
		for (nth, party) in pair.iter().enumerate() {
			if let Some(reason) = desk::dead::<T>(series, &party.order) {
				return Ok((0, Some((nth, reason))));
			}
			if party.order.reduce_only || self.market.state == MarketState::ReduceOnly {
				quantity = quantity.min(reducible(party.held, party.side()));
				if quantity == 0 {
					return Ok((0, Some((nth, CancelReason::NothingToReduce))));
				}
			}
		}
		if buyer.order.account == seller.order.account {
			return Ok((0, Some((older, CancelReason::SelfTrade))));
		}
		let trade = self.journal(series, price, quantity, mark, pair)?;
		let before = book.clone();
		let mut attempt = |turned: bool, book: &mut OpenBook<T>| {
			let booked = with_storage_layer(|| {
				self.book(series, price, quantity, &trade, turned, book, pair)
			});
			booked.inspect_err(|_| *book = before.clone())
		};
		let Err(refused) = attempt(false, book) else { return Ok((1, None)) };
		Ok(match refused.entry {
			Some(1) => (1, Some((1, CancelReason::MakerFailed))),
			// Where both fail it may be for a reason that lies with neither: the newer one goes and loses nothing.
			Some(0) => match attempt(true, book) {
				Ok(()) => (2, None),
				Err(Refused { entry: Some(1), .. }) => (2, Some((0, CancelReason::MakerFailed))),
				Err(_) => (2, Some((newer, CancelReason::NotUncrossed))),
			},
			_ => (1, Some((newer, CancelReason::NotUncrossed))),
		})
	}

	/// Both rested, so both pay as makers, each by its tier when it came, and there is nobody to rebate.
	fn fee(
		&self,
		series: &Series,
		party: &Party,
		quantity: Quantity,
		premium: Cash,
	) -> Result<Cash, DispatchError> {
		let tier = tier::<T>(&self.params, party.order.terms.tier)?;
		let rate = sp_runtime::Saturating::saturating_mul(self.market.fees.maker, tier.maker);
		let cap = (series.kind != Kind::Future).then_some(self.market.fees.cap);
		contract_fee(rate, cap, quantity, self.spot, premium)
	}

	/// Two entries with premium and fees inside, the buyer's first.
	fn journal(
		&self,
		series: &Series,
		price: Cash,
		quantity: Quantity,
		mark: Option<Cash>,
		pair: &[Party; 2],
	) -> Result<(Journal, [Cash; 2]), DispatchError> {
		let paid = value(quantity, price, Rounding::Up)?;
		let received = value(quantity, price, Rounding::Down)?;
		let tolerance = mark.and_then(|mark| {
			let most = mark_tolerance(series, mark, self.unit, &self.market, &self.params)?;
			Some(price.abs_diff(mark) <= most)
		});
		let rule = Rule::Trade { near_mark: tolerance.unwrap_or(false) };
		let [buyer, seller] = pair;
		let fees = [
			self.fee(series, buyer, quantity, received)?,
			self.fee(series, seller, quantity, received)?,
		];
		let sold = quantity.checked_neg().ok_or(Overflow)?;
		let out = paid.checked_neg().ok_or(Overflow)?;
		let moved = [(buyer, out, quantity), (seller, received, sold)];
		let mut entries = Vec::new();
		for ((party, premium, by), fee) in moved.into_iter().zip(fees) {
			let cash = premium.checked_sub(fee).ok_or(Overflow)?;
			let mut entry = Entry::new(party.order.account.clone(), rule)
				.cash(cash)
				.position(*series, by)
				.premium(series.underlying, premium);
			let Order { id, remaining, terms, .. } = party.order;
			// The ledger does not know quotes.
			if !terms.is_quote {
				let place = party.slot.place(*series);
				let rest = remaining.checked_sub(quantity).ok_or(Overflow)?;
				entry = entry.order(*series, change(&place, remaining, rest)?);
				entry.gone.extend((rest == 0).then_some((id, place)));
			}
			entries.push(entry);
		}
		let mut journal = Journal::of(entries);
		let all = fees.iter().try_fold(0_i128, |sum, fee| sum.checked_add(*fee)).ok_or(Overflow)?;
		let rounding = (Pot::Rounding, paid.checked_sub(received).ok_or(Overflow)?);
		let parts = core::iter::once(rounding).chain(fee_pots(&self.params, all)?);
		journal.pots.extend(parts.filter(|(_, part)| *part != 0));
		Ok((journal, fees))
	}

	/// Book a trade, by whichever entry first, and take what is filled off the book.
	#[allow(clippy::too_many_arguments)]
	fn book(
		&mut self,
		series: &Series,
		price: Cash,
		quantity: Quantity,
		(journal, fees): &(Journal, [Cash; 2]),
		turned: bool,
		book: &mut OpenBook<T>,
		pair: &[Party; 2],
	) -> Result<(), Refused> {
		let mut journal = journal.clone();
		if turned {
			journal.entries.reverse();
		}
		T::Ledger::book_in(&mut self.session, journal)?;
		let sold = quantity.checked_neg().ok_or(DispatchError::from(Overflow))?;
		let [buyer, seller] = pair;
		let opened = growth(buyer.held, quantity)?
			.checked_add(growth(seller.held, sold)?)
			.ok_or(DispatchError::from(Overflow))?;
		listing::add_open_interest::<T>(series, opened, self.market.open_interest_cap)?;
		let inputs = pegged::Inputs::read::<T>(*series);
		let notional = value(quantity, self.spot, Rounding::Up)?;
		let premium = value(quantity, price, Rounding::Down)?;
		let counted = counted(&self.market.fees, series.kind, notional, premium);
		for party in pair {
			desk::count_volume::<T>(&self.params, &party.order.account, counted);
			note_fill::<T>(book, &party.slot, &party.order, quantity, inputs)?;
		}
		// The newer one is told as the taker.
		let [buyer_fee, seller_fee] = *fees;
		let bought = buyer.order.id > seller.order.id;
		let (taker, maker, taker_fee, maker_fee) = match bought {
			true => (buyer, seller, buyer_fee, seller_fee),
			false => (seller, buyer, seller_fee, buyer_fee),
		};
		Pallet::<T>::deposit_event(Event::Traded {
			taker_order: taker.order.id,
			maker_order: maker.order.id,
			series: *series,
			price,
			quantity,
			taker: taker.order.account.clone(),
			maker: maker.order.account.clone(),
			taker_side: taker.side(),
			taker_fee,
			maker_fee,
			price_age_ms: inputs.map(|inputs| T::Time::now().saturating_sub(inputs.at)),
		});
		Ok(())
	}
}
