// SPDX-License-Identifier: GPL-3.0-or-later

//! Valuing accounts: prices in, an [`Assessment`] out. Reads only.

mod exposure;
mod portfolio;
mod reasons;
mod standard;

use super::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use crowds::{Crowd, Opened};
use exposure::Moves;
use portfolio::Arrays;
pub(crate) use portfolio::Portfolio;
use sp_runtime::{ArithmeticError::Overflow, Saturating};
use straddle_math::{black76, fixed, mul_div, risk_array::Window, Rounding, Wad};
use straddle_traits::Work;

/// An oracle's price as the formulas take it.
fn wad(price: Price) -> Result<Wad, DispatchError> {
	Ok(Wad::try_from(price.into_inner()).map_err(|_| Overflow)?)
}

fn kind(kind: Kind) -> black76::Kind {
	match kind {
		Kind::Future => black76::Kind::Future,
		Kind::Call => black76::Kind::Call,
		Kind::Put => black76::Kind::Put,
	}
}

fn add(a: Wad, b: Wad) -> Result<Wad, DispatchError> {
	Ok(a.checked_add(b).ok_or(Overflow)?)
}

/// What the prices say of one expiry.
#[derive(Clone, Copy)]
struct Expiry {
	spot: Wad,
	forward: Wad,
	/// Time left until the last sample of the settlement price, in milliseconds.
	time: u64,
	/// How that price is averaged.
	window: Window,
	/// The fixed price, once there is one: then nothing else counts.
	settlement: Option<Wad>,
	/// How far the feeders disagree, as a share of the price.
	spread: FixedU128,
	state: PriceState,
}

/// One expiry's part, in USD.
#[derive(Clone, Copy)]
pub(crate) struct Group {
	underlying: UnderlyingId,
	expiry: Moment,
	value: Wad,
	initial: Wad,
	maintenance: Wad,
	settled: bool,
	state: PriceState,
}

impl Group {
	/// Nothing yet, of the expiry that these are of.
	fn new(positions: &[(Series, Quantity)]) -> Self {
		let (underlying, expiry) =
			positions.first().map_or_else(Default::default, |(s, _)| (s.underlying, s.expiry));
		Self {
			underlying,
			expiry,
			value: 0,
			initial: 0,
			maintenance: 0,
			settled: false,
			state: PriceState::Valid,
		}
	}
}

/// An account's positions by expiry.
fn by_expiry(
	account: &MarginAccount,
) -> impl Iterator<Item = (&Series, &[(Series, Quantity)])> + use<'_> {
	let expiry = |series: &Series| (series.underlying, series.expiry);
	let groups = account.positions.chunk_by(move |a, b| expiry(&a.0) == expiry(&b.0));
	groups.filter_map(|positions| positions.first().map(|(first, _)| (first, positions)))
}

/// What so many millionths of something are worth, rounded down.
fn times(each: Wad, quantity: Quantity) -> Result<Wad, DispatchError> {
	mul_div(each, quantity.into(), CONTRACT.into(), Rounding::Down).map_err(math)
}

/// Figures of positions, in USD, and the worst state behind them.
#[derive(Default)]
struct Sums {
	value: Wad,
	initial: Wad,
	maintenance: Wad,
	state: PriceState,
}

impl Sums {
	/// Nothing yet.
	fn new() -> Self {
		Self { state: PriceState::Valid, ..Self::default() }
	}

	fn add(&mut self, group: &Group) -> DispatchResult {
		self.value = add(self.value, group.value)?;
		self.initial = add(self.initial, group.initial)?;
		self.maintenance = add(self.maintenance, group.maintenance)?;
		self.state = self.state.worst(group.state);
		Ok(())
	}
}

/// An account valued, with the parts that the sums are made of.
pub(crate) struct Valuation {
	pub assessment: Assessment,
	/// Initial margin of resting orders, in USD.
	orders: Wad,
	/// By expiry; under the portfolio rule those alone that are settled.
	groups: Vec<Group>,
	pub lots: Vec<LotHealth>,
	/// Under the portfolio rule.
	pub portfolio: Option<Portfolio>,
	/// What moves its positions, if that was asked for.
	moves: Option<Moves>,
	/// What its markets add to IM.
	crowds: Vec<Crowd>,
}

impl Valuation {
	/// By how much the dampeners leave out of the account's tails, in USD.
	pub fn tail(&self) -> Wad {
		self.portfolio.as_ref().map_or(0, |portfolio| portfolio.report.tail_excess)
	}
}

/// What one dispatch or hook has learnt of prices: the ledger's [`straddle_traits::Risk::Session`].
pub struct Session<T: Config> {
	pub(crate) params: RiskParams,
	latest: Option<Engine<T>>,
	median: Option<Engine<T>>,
	/// At how many places it had accounts filed.
	pub(crate) moved: u32,
}

impl<T: Config> Session<T> {
	/// One that knows nothing yet.
	pub(crate) fn new() -> Self {
		Self { params: Params::<T>::get(), latest: None, median: None, moved: 0 }
	}

	/// One that counts lots as if no source chain had aged.
	pub(crate) fn unaged() -> Self {
		let mut session = Self::new();
		T::Collateral::ignore_age(&mut session.engine(Lens::Latest).collateral);
		session
	}

	/// What it did so far.
	pub(crate) fn work(&self) -> Work {
		let engines = self.latest.iter().chain(&self.median);
		let work = engines.fold(Work::default(), |sum, engine| sum.plus(&engine.work));
		Work { moved: self.moved, ..work }
	}

	/// What values accounts at the prices of `lens`.
	pub(crate) fn engine(&mut self, lens: Lens) -> &mut Engine<T> {
		let known = match lens {
			Lens::Latest => &mut self.latest,
			Lens::MedianOfThree => &mut self.median,
		};
		let engine = known.get_or_insert_with(|| Engine::new(lens, &self.params));
		debug_assert_eq!(engine.now, T::Time::now(), "a session outlived its dispatch");
		engine
	}

	/// Accounts are valued as if so much more were open, until the next time.
	pub(crate) fn opens(&mut self, opened: Opened) {
		if self.latest.is_some() || !opened.is_empty() {
			self.engine(Lens::Latest).opened = opened;
		}
	}
}

/// Values accounts at one moment. Every price is asked for once, whatever is valued.
///
/// It keeps prices and nothing of any account, nor interest, nor open interest: see `Risk::Session`.
pub(crate) struct Engine<T: Config> {
	lens: Lens,
	now: Moment,
	params: straddle_math::standard::Params,
	/// The most that a debt can cost a year.
	most_interest: Wad,
	unit: i128,
	cash_feed: Option<Option<FeedId>>,
	peg: Option<Reading>,
	prices: <T::Prices as Prices>::Session,
	collateral: <T::Collateral as CollateralCredit>::Session,
	expiries: BTreeMap<(UnderlyingId, Moment), Expiry>,
	marks: BTreeMap<Series, (Wad, PriceState)>,
	arrays: Arrays,
	kinds: BTreeSet<CollateralId>,
	/// What it did so far.
	work: Work,
	/// What the journal that is booked opens.
	opened: Opened,
	/// Whether markets count as if they were never crowded.
	pub ignores_crowds: bool,
}

impl<T: Config> Engine<T> {
	/// An engine for this dispatch and lens.
	fn new(lens: Lens, params: &RiskParams) -> Self {
		Self {
			lens,
			now: T::Time::now(),
			params: (&params.standard).into(),
			most_interest: wad(params.curve.at_full).unwrap_or(Wad::MAX),
			unit: i128::try_from(T::Collateral::cash_unit()).unwrap_or(i128::MAX),
			cash_feed: None,
			peg: None,
			prices: Default::default(),
			collateral: Default::default(),
			expiries: BTreeMap::new(),
			marks: BTreeMap::new(),
			arrays: Arrays::default(),
			kinds: BTreeSet::new(),
			work: Work::default(),
			opened: Opened::new(),
			ignores_crowds: false,
		}
	}

	/// Smallest units in a cash unit: a power of ten up to 10^18, since kinds are listed with 18 decimals at most.
	pub fn unit(&self) -> i128 {
		self.unit
	}

	/// The time that it values at.
	pub fn now(&self) -> Moment {
		self.now
	}

	/// Value an account whose interest is in its cash.
	pub fn assess(&mut self, account: &MarginAccount) -> Result<Assessment, DispatchError> {
		Ok(self.value(account)?.assessment)
	}

	/// Value an account whose interest is in its cash, and keep the parts.
	pub fn value(&mut self, account: &MarginAccount) -> Result<Valuation, DispatchError> {
		self.value_with(account, None)
	}

	/// The same, with what moves it where `moves` is there to take it.
	fn value_with(
		&mut self,
		account: &MarginAccount,
		moves: Option<Moves>,
	) -> Result<Valuation, DispatchError> {
		self.work = self.work.plus(&account.work());
		let mut assessment = Assessment {
			cash: self.cash_units(account.cash)?,
			lots: LotCredit { state: PriceState::Valid, ..Default::default() },
			state: PriceState::Valid,
			orders: PriceState::Valid,
			..Default::default()
		};
		let lots = self.value_lots(account, &mut assessment)?;
		if !lots.is_empty() {
			// A lot whose own feed is silent counts little and blocks nothing; a silent peg means that
			// there are no prices at all, and nobody is liquidated then.
			assessment.state = assessment.state.worst(self.peg().state);
		}
		let mut valuation = Valuation {
			assessment,
			orders: 0,
			groups: Vec::new(),
			lots,
			portfolio: None,
			moves,
			crowds: Vec::new(),
		};
		if account.positions.is_empty() && account.orders.is_empty() {
			return Ok(valuation);
		}
		let sums = match account.mode {
			MarginMode::Standard => self.value_standard(account, &mut valuation)?,
			MarginMode::Portfolio => self.value_portfolio(account, &mut valuation)?,
		};
		for (series, orders) in &account.orders {
			// An order that cannot be valued stops what needs it, and never the valuation: an account
			// could hide from its auction behind it.
			let unpriced = (0, PriceState::NonPositive);
			let crowds = &mut valuation.crowds;
			let margin = match account.mode {
				MarginMode::Standard => self.margin_orders(series, orders, crowds),
				MarginMode::Portfolio => self.margin_orders_by_arrays(series, orders, crowds),
			};
			let (margin, worst) = margin.unwrap_or(unpriced);
			valuation.orders = add(valuation.orders, margin)?;
			let assessment = &mut valuation.assessment;
			assessment.orders = assessment.orders.worst(worst);
		}
		let initial = add(sums.initial, valuation.orders)?;
		// Rounded once, here, against the account. IM is never below MM, whatever the parameters.
		let assessment = &mut valuation.assessment;
		assessment.options = self.worth_of_usd(sums.value, Rounding::Down)?;
		assessment.maintenance = self.worth_of_usd(sums.maintenance, Rounding::Up)?;
		assessment.initial = self.worth_of_usd(initial, Rounding::Up)?.max(assessment.maintenance);
		assessment.state = assessment.state.worst(sums.state).worst(self.peg().state);
		Ok(valuation)
	}

	/// Lots' credit. A lot that counts nothing for opening, its feed being unusable, does not stop
	/// the rest of the account: its state is in `lots.state` alone (RISK.md 4).
	fn value_lots(
		&mut self,
		account: &MarginAccount,
		to: &mut Assessment,
	) -> Result<Vec<LotHealth>, DispatchError> {
		let mut lots = Vec::with_capacity(account.lots.len());
		for (kind, amount) in &account.lots {
			if self.kinds.insert(*kind) {
				self.work.new_kinds.saturating_inc();
			}
			let known = &mut self.collateral;
			let credit = T::Collateral::credit_in(known, *kind, *amount, self.lens)?;
			let credit = account.impaired_credit(*kind, credit);
			let sum =
				|a: Money, b: Money| add(a.into_inner(), b.into_inner()).map(Money::from_inner);
			to.lots = LotCredit {
				full: sum(to.lots.full, credit.full)?,
				initial: sum(to.lots.initial, credit.initial)?,
				maintenance: sum(to.lots.maintenance, credit.maintenance)?,
				state: to.lots.state.worst(credit.state),
			};
			if credit.initial > Money::from_inner(0) {
				to.state = to.state.worst(credit.state);
			}
			lots.push(LotHealth { kind: *kind, amount: *amount, credit });
		}
		Ok(lots)
	}

	/// Positions whose settlement price is fixed. Nothing can move any more: worth their payoff, and no
	/// margin stands against them.
	fn value_settled(&mut self, positions: &[(Series, Quantity)]) -> Result<Group, DispatchError> {
		Ok(Group { settled: true, ..self.value_marked(positions)? })
	}

	/// The positions of one expiry at their marks, without margin.
	fn value_marked(&mut self, positions: &[(Series, Quantity)]) -> Result<Group, DispatchError> {
		let mut group = Group::new(positions);
		for (series, quantity) in positions {
			let (mark, state) = self.mark_usd(series)?;
			group.value = add(group.value, times(mark, *quantity)?)?;
			group.state = group.state.worst(state);
		}
		Ok(group)
	}

	/// Marked value per contract in cash units, rounded down, and the worst state behind it.
	pub fn mark(&mut self, series: &Series) -> Result<(Money, PriceState), DispatchError> {
		let (mark, state) = self.mark_usd(series)?;
		let state = state.worst(self.peg().state);
		Ok((self.worth_of_usd(mark, Rounding::Down)?, state))
	}

	/// Marked value per contract in USD; the payoff, once the settlement price is fixed.
	fn mark_usd(&mut self, series: &Series) -> Result<(Wad, PriceState), DispatchError> {
		if let Some(mark) = self.marks.get(series) {
			return Ok(*mark);
		}
		let expiry = self.expiry(series)?;
		let strike = wad(series.strike.price())?;
		let mark = if let Some(settlement) = expiry.settlement {
			let payoff =
				black76::payoff(kind(series.kind), settlement, strike).map_err(unvalued::<T>)?;
			(payoff, expiry.state)
		} else {
			let volatility = self.volatility(series, &expiry);
			let price = black76::price_of_average(
				kind(series.kind),
				expiry.forward,
				strike,
				wad(volatility.price)?,
				expiry.time,
				&expiry.window,
			);
			(price.map_err(unvalued::<T>)?, expiry.state.worst(volatility.state))
		};
		self.marks.insert(*series, mark);
		self.work.new_series.saturating_inc();
		Ok(mark)
	}

	/// The volatility of a series. Without time left it does not matter.
	fn volatility(&mut self, series: &Series, expiry: &Expiry) -> Reading {
		match expiry.time {
			0 => Reading { state: PriceState::Valid, ..Default::default() },
			_ => T::Prices::volatility_in(&mut self.prices, series, self.lens),
		}
	}

	/// The prices of a series' expiry.
	fn expiry(&mut self, series: &Series) -> Result<Expiry, DispatchError> {
		let key = (series.underlying, series.expiry);
		if let Some(expiry) = self.expiries.get(&key) {
			return Ok(*expiry);
		}
		let (underlying, at) = key;
		let settlement = match at <= self.now {
			true => T::Prices::settlement(underlying, at),
			false => None,
		};
		let expiry = if let Some(price) = settlement {
			let price = wad(price)?;
			Expiry {
				spot: price,
				forward: price,
				time: 0,
				window: Window::default(),
				settlement: Some(price),
				spread: FixedU128::default(),
				state: PriceState::Valid,
			}
		} else {
			let spot = T::Prices::spot_in(&mut self.prices, underlying, self.lens);
			let forward = T::Prices::forward_in(&mut self.prices, underlying, at, self.lens);
			let SettlementWindow { left_ms, length_ms, average } =
				T::Prices::window(underlying, at, self.now);
			let spread = spot.confidence.max(forward.confidence);
			let state = spot.state.worst(forward.state);
			let (spot, forward) = (wad(spot.price)?, wad(forward.price)?);
			ensure!(spot > 0 && forward > 0, Error::<T>::NoPrice);
			let window = Window { length_ms, average: wad(average)? };
			Expiry { spot, forward, time: left_ms, window, settlement: None, spread, state }
		};
		if self.expiries.range((underlying, 0)..=(underlying, Moment::MAX)).next().is_none() {
			self.work.new_underlyings.saturating_inc();
		}
		self.work.new_expiries.saturating_inc();
		self.expiries.insert(key, expiry);
		Ok(expiry)
	}

	/// An underlying's spot price, zero if there is none.
	pub fn spot(&mut self, underlying: UnderlyingId) -> Wad {
		let spot = T::Prices::spot_in(&mut self.prices, underlying, self.lens);
		wad(spot.price).unwrap_or_default()
	}

	/// What IM adds in a market as a share of itself (ADR 42).
	fn crowd_share(&self, underlying: UnderlyingId, spot: Wad) -> Wad {
		match self.ignores_crowds {
			true => 0,
			false => crowds::share::<T>(underlying, &self.opened, || spot),
		}
	}

	/// A series' market among those that an account is valued in.
	fn crowd<'a>(
		&mut self,
		crowds: &'a mut Vec<Crowd>,
		series: &Series,
	) -> Result<&'a mut Crowd, DispatchError> {
		let underlying = series.underlying;
		let known = crowds.iter().position(|crowd| crowd.underlying == underlying);
		if known.is_none() {
			let spot = self.expiry(series)?.spot;
			let share = self.crowd_share(underlying, spot);
			crowds.push(Crowd { underlying, share, initial: 0 });
		}
		let found = match known {
			Some(nth) => crowds.get_mut(nth),
			None => crowds.last_mut(),
		};
		Ok(found.ok_or(Overflow)?)
	}

	fn peg(&mut self) -> Reading {
		*self.peg.get_or_insert_with(T::Collateral::peg)
	}

	/// Whether the stablecoin is near enough to 1 USD for opening.
	pub fn is_pegged(&mut self, tolerance: FixedU128) -> bool {
		let one = FixedU128::from_u32(1).into_inner();
		let off = self.peg().price.into_inner().abs_diff(one);
		off <= tolerance.into_inner()
	}

	/// Smallest units of cash in cash units; rounded down where a unit has more than 18 decimals.
	pub fn cash_units(&self, cash: Cash) -> Result<Money, DispatchError> {
		let units = mul_div(cash, fixed::WAD, self.unit, Rounding::Down).map_err(math)?;
		Ok(Money::from_inner(units))
	}

	/// USD in cash units.
	fn worth_of_usd(&mut self, usd: Wad, rounding: Rounding) -> Result<Money, DispatchError> {
		let peg = wad(self.peg().price)?;
		ensure!(peg > 0, Error::<T>::NoPrice);
		Ok(Money::from_inner(fixed::div(usd, peg, rounding).map_err(math)?))
	}

	/// Smallest units of cash in USD.
	fn usd(&mut self, cash: Cash, rounding: Rounding) -> Result<Wad, DispatchError> {
		let peg = wad(self.peg().price)?;
		mul_div(cash, peg, self.unit, rounding).map_err(math)
	}
}
