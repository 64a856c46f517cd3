// SPDX-License-Identifier: GPL-3.0-or-later

//! The portfolio rule: risk arrays of what an account holds go to `straddle_math::portfolio`.
//!
//! Collateral whose price is the spot of an underlying that the account has positions in is moved
//! with them, and counts by that rule; other lots count as under the standard rule. Resting orders are margined by
//! their arrays too, series by series.

use super::*;
use alloc::{collections::btree_map::Entry, rc::Rc};
use straddle_math::{
	binary::Q56,
	ladder::{collateral_slope, sensitivity},
	portfolio::{
		self, AddOn, Collateral, Holding, Order, Position, Reason, Report, Rules, Underlying,
	},
	risk_array::{self, RiskArray},
	scenario::{Columns, Grid},
	WAD,
};

/// What a session knows of risk arrays. Each is made once, whatever is valued.
#[derive(Default)]
pub(super) struct Arrays {
	rule: Option<Rc<Rule>>,
	expiries: BTreeMap<(UnderlyingId, Moment), risk_array::Expiry>,
	series: BTreeMap<Series, Priced>,
}

/// The parameters as the formulas take them.
struct Rule {
	params: PortfolioParams,
	grid: Grid,
	rules: Rules,
}

/// A series' values, and what they are made from is good for.
struct Priced {
	array: RiskArray,
	spread: FixedU128,
	state: PriceState,
}

/// What an account has in one underlying.
struct Market<'a> {
	id: UnderlyingId,
	feed: Option<FeedId>,
	spot: Wad,
	columns: Columns<'a>,
	/// What IM adds because it is crowded, as a share of itself.
	crowd: Wad,
	spread: FixedU128,
	lots: Vec<LotUnits>,
}

/// What the portfolio rule says of an account, with its reasons.
pub(crate) struct Portfolio {
	pub report: Report,
	/// Whose the report's underlyings are.
	pub underlyings: Vec<UnderlyingId>,
	/// What IM adds for the owner's tails, in USD.
	pub tails: Wad,
}

impl Market<'_> {
	/// All collateral in its asset as one: units add up, weights are means by units, rounded down. The mean
	/// for IM is over other units than that for MM, so it is held below it.
	fn collateral(&self) -> Result<Collateral, DispatchError> {
		let mean = |of: fn(&LotUnits) -> (FixedU128, FixedU128)| {
			let (mut units, mut counted) = (0, 0);
			for (tokens, weight) in self.lots.iter().map(of) {
				let (tokens, weight) = (wad(tokens)?, wad(weight)?);
				units = add(units, tokens)?;
				let part = mul_div(tokens, weight, WAD, Rounding::Down).map_err(math)?;
				counted = add(counted, part)?;
			}
			let weight = match units {
				0 => 0,
				_ => mul_div(counted, WAD, units, Rounding::Down).map_err(math)?,
			};
			Ok::<_, DispatchError>((units, weight))
		};
		let (initial, low) = mean(|lot| (lot.units_initial, lot.weight_initial))?;
		let (maintenance, high) = mean(|lot| (lot.units_maintenance, lot.weight_maintenance))?;
		Ok(Collateral { units: [initial, maintenance], weights: [low.min(high), high] })
	}

	/// How far its prices can be relied on.
	fn confidence(&self) -> Wad {
		wad(self.spread).map_or(0, |spread| WAD.saturating_sub(spread).max(0))
	}
}

impl<T: Config> Engine<T> {
	/// All positions together.
	pub(super) fn value_portfolio(
		&mut self,
		account: &MarginAccount,
		valuation: &mut Valuation,
	) -> Result<Sums, DispatchError> {
		let rule = self.rule();
		let plain = rule.grid.columns().map_err(unvalued::<T>)?;
		let mut sums = Sums::new();
		let mut markets = Vec::<Market>::new();
		let mut live = Vec::new();
		// Everything is learnt before any of it is borrowed.
		for (first, positions) in by_expiry(account) {
			let expiry = self.expiry(first)?;
			if expiry.settlement.is_some() {
				let group = self.value_settled(positions)?;
				sums.add(&group)?;
				valuation.groups.push(group);
				continue;
			}
			if markets.last().is_none_or(|market| market.id != first.underlying) {
				markets.push(self.market(&plain, first.underlying, expiry.spot)?);
			}
			let Some(market) = markets.last_mut() else { continue };
			for (series, _) in positions {
				let (spread, state) = self.learn(&market.columns, series, &expiry)?;
				market.spread = market.spread.max(spread);
				sums.state = sums.state.worst(state);
			}
			if let Some(moves) = &mut valuation.moves {
				moves.lives_for(&expiry);
			}
			live.push((first, positions));
		}
		if markets.is_empty() {
			return Ok(sums);
		}
		self.take_lots(&mut markets, account, valuation)?;
		let report = self.report(&rule, &markets, &live, &mut valuation.moves)?;
		let tails = self.tails(&rule, account, report.tail_excess)?;
		sums.value = add(sums.value, report.value)?;
		sums.initial = add(report.initial, tails)?;
		sums.maintenance = report.maintenance;
		let [initial, maintenance] = report.credit;
		let lots = &mut valuation.assessment.lots;
		for (sum, credit) in [(&mut lots.initial, initial), (&mut lots.maintenance, maintenance)] {
			let credit = self.worth_of_usd(credit, Rounding::Down)?.into_inner();
			*sum = Money::from_inner(add(sum.into_inner(), credit)?);
		}
		for (nth, Market { id, crowd, .. }) in markets.iter().enumerate() {
			let of_it = |part: &&AddOn| {
				part.reason == Reason::Concentration && part.underlying == Some(nth)
			};
			let initial = report.add_ons.iter().find(of_it).map_or(0, |part| part.initial);
			valuation.crowds.push(Crowd { underlying: *id, share: *crowd, initial });
		}
		let underlyings = markets.iter().map(|market| market.id).collect();
		valuation.portfolio = Some(Portfolio { report, underlyings, tails });
		Ok(sums)
	}

	fn rule(&mut self) -> Rc<Rule> {
		let read = || {
			let params = PortfolioRule::<T>::get();
			let (grid, rules) = ((&params.grid).into(), (&params.rules).into());
			Rc::new(Rule { params, grid, rules })
		};
		self.arrays.rule.get_or_insert_with(read).clone()
	}

	fn market<'a>(
		&mut self,
		plain: &Columns<'a>,
		id: UnderlyingId,
		spot: Wad,
	) -> Result<Market<'a>, DispatchError> {
		let slow = match wad(T::Prices::slow_in(&mut self.prices, id))? {
			0 => Q56::ONE,
			// A ratio that does not fit is held at its limit, as one that is far off.
			slow => Q56::ratio(slow, spot, Rounding::Nearest).unwrap_or(Q56::from_bits(i64::MAX)),
		};
		Ok(Market {
			id,
			feed: T::Prices::spot_feed_in(&mut self.prices, id),
			spot,
			columns: plain.with_slow_price(slow),
			crowd: self.crowd_share(id, spot),
			spread: FixedU128::default(),
			lots: Vec::new(),
		})
	}

	/// Have a series' array ready, and say how far its prices disagree and their worst state.
	fn learn(
		&mut self,
		columns: &Columns,
		series: &Series,
		expiry: &Expiry,
	) -> Result<(FixedU128, PriceState), DispatchError> {
		if let Some(known) = self.arrays.series.get(series) {
			return Ok((known.spread, known.state));
		}
		let volatility = self.volatility(series, expiry);
		let key = (series.underlying, series.expiry);
		let of = match self.arrays.expiries.entry(key) {
			Entry::Occupied(known) => known.into_mut(),
			Entry::Vacant(place) => {
				let Expiry { forward, time, ref window, .. } = *expiry;
				let of = risk_array::Expiry::new(columns, forward, time, window);
				place.insert(of.map_err(unvalued::<T>)?)
			},
		};
		let deviation = of.deviation(wad(volatility.price)?).map_err(unvalued::<T>)?;
		let strike = wad(series.strike.price())?;
		let array = of.array(kind(series.kind), strike, deviation).map_err(unvalued::<T>)?;
		let spread = expiry.spread.max(volatility.confidence);
		let state = expiry.state.worst(volatility.state);
		self.arrays.series.insert(*series, Priced { array, spread, state });
		self.work.new_series.saturating_inc();
		Ok((spread, state))
	}

	/// Take the lots that move with a market out of the plain credit and hand them to it.
	fn take_lots(
		&mut self,
		markets: &mut [Market],
		account: &MarginAccount,
		valuation: &mut Valuation,
	) -> Result<(), DispatchError> {
		let left = |sum: Money, part: Money| {
			let left = sum.into_inner().checked_sub(part.into_inner()).ok_or(Overflow);
			left.map(Money::from_inner)
		};
		for LotHealth { kind, amount, credit } in &valuation.lots {
			let known = &mut self.collateral;
			let lot = T::Collateral::units_in(known, *kind, *amount, self.lens)?;
			let Some(lot) = lot else { continue };
			let market = markets.iter_mut().find(|market| market.feed == Some(lot.feed));
			let Some(market) = market else { continue };
			market.lots.push(account.impaired_units(*kind, lot));
			if let Some(moves) = &mut valuation.moves {
				moves.follows(*kind, market.id);
			}
			let lots = &mut valuation.assessment.lots;
			lots.initial = left(lots.initial, credit.initial)?;
			lots.maintenance = left(lots.maintenance, credit.maintenance)?;
		}
		Ok(())
	}

	/// All that was learnt, put together as the formulas take it.
	fn report(
		&mut self,
		rule: &Rule,
		markets: &[Market],
		live: &[(&Series, &[(Series, Quantity)])],
		moves: &mut Option<Moves>,
	) -> Result<Report, DispatchError> {
		let peg = wad(self.peg().price)?;
		let mut held = Vec::with_capacity(live.len());
		for (first, positions) in live {
			let expiry = self.arrays.expiries.get(&(first.underlying, first.expiry));
			let of = |(series, quantity): &(Series, Quantity)| {
				let array = &self.arrays.series.get(series)?.array;
				Some(Position { array, quantity: *quantity })
			};
			let positions = positions.iter().map(of).collect::<Option<Vec<_>>>();
			let known = expiry.zip(positions).ok_or(Error::<T>::CannotValue)?;
			held.push((first.underlying, known.0, known.1));
		}
		let mut holdings = Vec::with_capacity(markets.len());
		for market in markets {
			let of_it = held.iter().filter(|(underlying, ..)| *underlying == market.id);
			let of = of_it.map(|(_, expiry, positions)| Holding { expiry, positions, orders: &[] });
			holdings.push(of.collect::<Vec<_>>());
		}
		let mut groups = Groups::default();
		let mut underlyings = Vec::with_capacity(markets.len());
		for (market, holdings) in markets.iter().zip(&holdings) {
			underlyings.push(Underlying {
				group: groups.place(&rule.params, market.id),
				spot: market.spot,
				columns: &market.columns,
				holdings,
				collateral: market.collateral()?,
				confidence: market.confidence(),
				concentration: market.crowd,
			});
		}
		if let Some(moves) = moves {
			for (market, underlying) in markets.iter().zip(&underlyings) {
				moves.count(market.id, sensitivity(underlying, &rule.rules, moves.horizon_ms));
				moves.slopes.push((market.id, collateral_slope(underlying, &rule.rules)));
			}
		}
		let account =
			portfolio::Account { underlyings: &underlyings, groups: &groups.weights, peg };
		portfolio::margin(&account, &rule.rules).map_err(unvalued::<T>)
	}

	/// What resting orders in a series add to IM, in USD, with what a crowded market adds to that: the margin by
	/// arrays of an account that has nothing else (RISK.md 9). Beside anything else they need no more (ADR 53).
	pub(super) fn margin_orders_by_arrays(
		&mut self,
		series: &Series,
		resting: &SeriesOrders,
		crowds: &mut Vec<Crowd>,
	) -> Result<(Wad, PriceState), DispatchError> {
		let expiry = self.expiry(series)?;
		if expiry.settlement.is_some() {
			// Such an order can no longer fill.
			return Ok((0, expiry.state));
		}
		let rule = self.rule();
		let plain = rule.grid.columns().map_err(unvalued::<T>)?;
		let mut market = self.market(&plain, series.underlying, expiry.spot)?;
		let (spread, state) = self.learn(&market.columns, series, &expiry)?;
		market.spread = spread;
		let mut limits = Vec::new();
		for (side, quantity, price) in resting.outermost().ok_or(Overflow)? {
			let (quantity, against) = match side {
				Side::Buy => (quantity, Rounding::Up),
				Side::Sell => (quantity.checked_neg().ok_or(Overflow)?, Rounding::Down),
			};
			limits.push((quantity, self.usd(price, against)?));
		}
		let peg = wad(self.peg().price)?;
		let of = self.arrays.expiries.get(&(series.underlying, series.expiry));
		let array = self.arrays.series.get(series).map(|known| &known.array);
		let (of, array) = of.zip(array).ok_or(Error::<T>::CannotValue)?;
		let orders = limits.into_iter();
		let orders =
			orders.map(|(quantity, price)| Order { array, quantity, price }).collect::<Vec<_>>();
		let underlying = Underlying {
			group: 0,
			spot: market.spot,
			columns: &market.columns,
			holdings: &[Holding { expiry: of, positions: &[], orders: &orders }],
			collateral: market.collateral()?,
			confidence: market.confidence(),
			concentration: 0,
		};
		let account = portfolio::Account { underlyings: &[underlying], groups: &[WAD], peg };
		let margin = portfolio::margin(&account, &rule.rules).map_err(unvalued::<T>)?.initial;
		let share = self.crowd(crowds, series)?.share;
		let more = mul_div(share, margin, WAD, Rounding::Up).map_err(math)?;
		Ok((add(margin, more)?, state))
	}

	/// What IM adds because the pool covers only so much of the tails that the owner's accounts leave
	/// out: all that is not covered, up to the account's own. Those of his other accounts are as of
	/// their last change; while one of them is not known, nothing is covered.
	fn tails(
		&mut self,
		rule: &Rule,
		account: &MarginAccount,
		own: Wad,
	) -> Result<Wad, DispatchError> {
		if own == 0 {
			return Ok(0);
		}
		let Some(others) = tails::others::<T>(account)? else {
			return Ok(own);
		};
		let pool = self.usd(Pots::<T>::get(Pot::GlobalPool).max(0), Rounding::Down)?;
		let covered = mul_div(pool, wad(rule.params.tails_covered)?, WAD, Rounding::Down);
		portfolio::uncovered_tail(own, others, covered.map_err(math)?).map_err(math)
	}
}

/// The groups of an account's underlyings as they are met.
#[derive(Default)]
struct Groups {
	weights: Vec<Wad>,
	/// Which place of the parameters stands where.
	known: BTreeMap<usize, usize>,
}

impl Groups {
	/// Where the underlying's group stands. One that is in none has one of its own.
	fn place(&mut self, params: &PortfolioParams, underlying: UnderlyingId) -> usize {
		let next = self.weights.len();
		let (place, weight) = match params.group(underlying) {
			Some((group, weight)) => (*self.known.entry(group).or_insert(next), weight),
			None => (next, WAD),
		};
		if place == next {
			self.weights.push(weight);
		}
		place
	}
}
