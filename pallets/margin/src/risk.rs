// SPDX-License-Identifier: GPL-3.0-or-later

//! Valuing accounts: prices in, an [`Assessment`] out. Reads only.

use super::*;
use alloc::{collections::BTreeMap, vec::Vec};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{
	black76, fixed, mul_div,
	standard::{self, Leg, Level},
	Rounding, Wad,
};

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
	/// Time left, in milliseconds.
	time: u64,
	/// The fixed price, once there is one: then nothing else counts.
	settlement: Option<Wad>,
	state: PriceState,
}

/// One expiry's part, in USD.
pub(crate) struct Group {
	underlying: UnderlyingId,
	expiry: Moment,
	value: Wad,
	initial: Wad,
	maintenance: Wad,
	settled: bool,
	state: PriceState,
}

/// An account valued, with the parts that the sums are made of.
pub(crate) struct Valuation {
	pub assessment: Assessment,
	/// Initial margin of resting orders, in USD.
	orders: Wad,
	groups: Vec<Group>,
	pub lots: Vec<LotHealth>,
}

/// What one dispatch or hook has learnt of prices: the ledger's [`straddle_traits::Risk::Session`].
pub struct Session<T: Config> {
	pub(crate) params: RiskParams,
	latest: Option<Engine<T>>,
	median: Option<Engine<T>>,
}

impl<T: Config> Session<T> {
	/// One that knows nothing yet.
	pub(crate) fn new() -> Self {
		Self { params: Params::<T>::get(), latest: None, median: None }
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
}

/// Values accounts at one moment. Every price is asked for once, whatever is valued.
///
/// It keeps prices and nothing of any account, nor interest: see `Risk::Session`.
pub(crate) struct Engine<T: Config> {
	lens: Lens,
	now: Moment,
	params: standard::Params,
	unit: i128,
	peg: Option<Reading>,
	prices: <T::Prices as Prices>::Session,
	collateral: <T::Collateral as CollateralCredit>::Session,
	expiries: BTreeMap<(UnderlyingId, Moment), Expiry>,
	marks: BTreeMap<Series, (Wad, PriceState)>,
}

impl<T: Config> Engine<T> {
	/// An engine for this dispatch and lens.
	fn new(lens: Lens, params: &RiskParams) -> Self {
		Self {
			lens,
			now: T::Time::now(),
			params: (&params.standard).into(),
			unit: i128::try_from(T::Collateral::cash_unit()).unwrap_or(i128::MAX),
			peg: None,
			prices: Default::default(),
			collateral: Default::default(),
			expiries: BTreeMap::new(),
			marks: BTreeMap::new(),
		}
	}

	/// Value an account whose interest is in its cash.
	pub fn assess(&mut self, account: &MarginAccount) -> Result<Assessment, DispatchError> {
		Ok(self.value(account)?.assessment)
	}

	/// Value an account whose interest is in its cash, and keep the parts.
	pub fn value(&mut self, account: &MarginAccount) -> Result<Valuation, DispatchError> {
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
		let mut valuation = Valuation { assessment, orders: 0, groups: Vec::new(), lots };
		if account.positions.is_empty() && account.orders.is_empty() {
			return Ok(valuation);
		}
		let peg = self.peg();
		let mut state = valuation.assessment.state.worst(peg.state);
		let (mut value, mut initial, mut maintenance) = (0, 0, 0);
		let same = |a: &(Series, _), b: &(Series, _)| {
			(a.0.underlying, a.0.expiry) == (b.0.underlying, b.0.expiry)
		};
		for positions in account.positions.chunk_by(same) {
			let Some(group) = self.value_expiry(positions)? else { continue };
			value = add(value, group.value)?;
			initial = add(initial, group.initial)?;
			maintenance = add(maintenance, group.maintenance)?;
			state = state.worst(group.state);
			valuation.groups.push(group);
		}
		for (series, orders) in &account.orders {
			// An order that cannot be valued stops what needs it, and never the valuation: an account
			// could hide from its auction behind it.
			let unpriced = (0, PriceState::NonPositive);
			let (margin, worst) = self.margin_orders(series, orders).unwrap_or(unpriced);
			valuation.orders = add(valuation.orders, margin)?;
			let assessment = &mut valuation.assessment;
			assessment.orders = assessment.orders.worst(worst);
		}
		initial = add(initial, valuation.orders)?;
		// Rounded once, here, against the account. IM is never below MM, whatever the parameters.
		let assessment = &mut valuation.assessment;
		assessment.options = self.worth_of_usd(value, Rounding::Down)?;
		assessment.maintenance = self.worth_of_usd(maintenance, Rounding::Up)?;
		assessment.initial = self.worth_of_usd(initial, Rounding::Up)?.max(assessment.maintenance);
		assessment.state = state;
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
			let known = &mut self.collateral;
			let credit = T::Collateral::credit_in(known, *kind, *amount, self.lens)?;
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

	/// The positions of one expiry.
	fn value_expiry(
		&mut self,
		positions: &[(Series, Quantity)],
	) -> Result<Option<Group>, DispatchError> {
		let Some((first, _)) = positions.first() else { return Ok(None) };
		let expiry = self.expiry(first)?;
		let mut state = expiry.state;
		let mut legs = Vec::with_capacity(positions.len());
		for (series, quantity) in positions {
			let (mark, worst) = self.mark_usd(series)?;
			state = state.worst(worst);
			let strike = wad(series.strike.price())?;
			legs.push(Leg { kind: kind(series.kind), strike, quantity: *quantity, mark });
		}
		let mut group = Group {
			underlying: first.underlying,
			expiry: first.expiry,
			value: 0,
			initial: 0,
			maintenance: 0,
			settled: expiry.settlement.is_some(),
			state,
		};
		if group.settled {
			// Nothing can move any more: worth its payoff, and no margin stands against it.
			for leg in &legs {
				let quantity = i128::from(leg.quantity);
				let contract = i128::from(CONTRACT);
				let value = mul_div(leg.mark, quantity, contract, Rounding::Down).map_err(math)?;
				group.value = add(group.value, value)?;
			}
			return Ok(Some(group));
		}
		let require = |level| {
			standard::expiry_requirement(&legs, expiry.spot, expiry.forward, &self.params, level)
				.map_err(unvalued::<T>)
		};
		let initial = require(Level::Initial)?;
		let maintenance = require(Level::Maintenance)?;
		group.value = initial.value;
		group.initial = initial.margin;
		group.maintenance = maintenance.margin;
		Ok(Some(group))
	}

	/// What resting orders in a series add to IM, in USD. They add nothing to MM: an order that
	/// would break the account is refused when it fills.
	fn margin_orders(
		&mut self,
		series: &Series,
		orders: &OrderTotals,
	) -> Result<(Wad, PriceState), DispatchError> {
		let expiry = self.expiry(series)?;
		let (mark, state) = self.mark_usd(series)?;
		if expiry.settlement.is_some() {
			// Such an order can no longer fill.
			return Ok((0, state));
		}
		let margin = standard::orders_requirement(
			kind(series.kind),
			wad(series.strike.price())?,
			mark,
			expiry.spot,
			orders.buy,
			orders.sell,
			self.usd(orders.buy_cost, Rounding::Up)?,
			self.usd(orders.sell_proceeds, Rounding::Down)?,
			&self.params,
			Level::Initial,
		);
		Ok((margin.map_err(unvalued::<T>)?, state))
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
			// Without time left the volatility does not matter.
			let volatility = match expiry.time {
				0 => Reading { state: PriceState::Valid, ..Default::default() },
				_ => T::Prices::volatility_in(&mut self.prices, series, self.lens),
			};
			let sigma = wad(volatility.price)?;
			let price =
				black76::price(kind(series.kind), expiry.forward, strike, sigma, expiry.time)
					.map_err(unvalued::<T>)?;
			(price, expiry.state.worst(volatility.state))
		};
		self.marks.insert(*series, mark);
		Ok(mark)
	}

	/// The prices of a series' expiry.
	fn expiry(&mut self, series: &Series) -> Result<Expiry, DispatchError> {
		let key = (series.underlying, series.expiry);
		if let Some(expiry) = self.expiries.get(&key) {
			return Ok(*expiry);
		}
		let time = series.expiry.saturating_sub(self.now);
		let settlement = match time {
			0 => T::Prices::settlement(series.underlying, series.expiry),
			_ => None,
		};
		let expiry = if let Some(price) = settlement {
			let price = wad(price)?;
			let settlement = Some(price);
			Expiry { spot: price, forward: price, time, settlement, state: PriceState::Valid }
		} else {
			let (underlying, at) = key;
			let spot = T::Prices::spot_in(&mut self.prices, underlying, self.lens);
			let forward = T::Prices::forward_in(&mut self.prices, underlying, at, self.lens);
			let state = spot.state.worst(forward.state);
			let (spot, forward) = (wad(spot.price)?, wad(forward.price)?);
			ensure!(spot > 0 && forward > 0, Error::<T>::NoPrice);
			Expiry { spot, forward, time, settlement: None, state }
		};
		self.expiries.insert(key, expiry);
		Ok(expiry)
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

	/// The parts of a valuation as the view shows them: what binds most first.
	pub fn reasons(&mut self, valuation: &Valuation) -> Result<Vec<ExpiryHealth>, DispatchError> {
		let mut reasons = Vec::with_capacity(valuation.groups.len());
		for group in &valuation.groups {
			reasons.push(ExpiryHealth {
				underlying: group.underlying,
				expiry: group.expiry,
				value: self.worth_of_usd(group.value, Rounding::Down)?,
				initial: self.worth_of_usd(group.initial, Rounding::Up)?,
				maintenance: self.worth_of_usd(group.maintenance, Rounding::Up)?,
				settled: group.settled,
				state: group.state,
			});
		}
		let free =
			|part: &ExpiryHealth| part.value.into_inner().saturating_sub(part.initial.into_inner());
		reasons.sort_by_key(free);
		Ok(reasons)
	}

	/// Initial margin of resting orders, in cash units.
	pub fn orders_margin(&mut self, valuation: &Valuation) -> Result<Money, DispatchError> {
		match valuation.orders {
			0 => Ok(Money::from_inner(0)),
			orders => self.worth_of_usd(orders, Rounding::Up),
		}
	}
}
