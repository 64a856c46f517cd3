// SPDX-License-Identifier: GPL-3.0-or-later

//! What an order with a volatility trades at: Black's price at the forward as it is now.

use super::*;
use straddle_math::{black76, mul_div, risk_array::Window, Rounding, Wad, WAD};

/// Wads in a millionth.
const MILLIONTH: Wad = WAD / 1_000_000;

pub(crate) fn kind(kind: Kind) -> black76::Kind {
	match kind {
		Kind::Future => black76::Kind::Future,
		Kind::Call => black76::Kind::Call,
		Kind::Put => black76::Kind::Put,
	}
}

pub(crate) fn wad(price: impl sp_runtime::FixedPointNumber<Inner = u128>) -> Option<Wad> {
	Wad::try_from(price.into_inner()).ok()
}

/// The prices of a series, for whoever needs more than its mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inputs {
	series: Series,
	forward: Reading,
	volatility: Reading,
	/// When the oldest of spot, forward and volatility was finished.
	pub at: Moment,
	time_ms: u64,
	window: Window,
	/// Smallest units of cash.
	unit: i128,
	/// Of one cash unit, in USD.
	peg: Reading,
}

impl Inputs {
	/// [`Self::of`] where nothing else is read.
	pub fn read<T: Config>(series: Series) -> Option<Self> {
		let (unit, peg) = (matching::cash_unit::<T>().ok()?, T::Ledger::peg());
		Self::of::<T>(series, &mut Default::default(), unit, peg)
	}

	/// Read them; nothing if one cannot be a number. A cash unit has `unit` smallest units and is worth `peg` USD.
	pub fn of<T: Config>(
		series: Series,
		known: &mut <T::Prices as Prices>::Session,
		unit: i128,
		peg: Reading,
	) -> Option<Self> {
		let lens = Lens::Latest;
		let spot = T::Prices::spot_in(known, series.underlying, lens);
		let forward = T::Prices::forward_in(known, series.underlying, series.expiry, lens);
		let volatility = T::Prices::volatility_in(known, &series, lens);
		let now = T::Time::now();
		let SettlementWindow { left_ms, length_ms, average } =
			T::Prices::window(series.underlying, series.expiry, now);
		let ats = [Some(spot.at), Some(forward.at)];
		let smile = (series.kind != Kind::Future).then_some(volatility.at);
		let at = ats.into_iter().chain([smile]).flatten().min().unwrap_or(0);
		Some(Self {
			series,
			forward,
			volatility,
			at,
			time_ms: left_ms,
			window: Window { length_ms, average: wad(average)? },
			unit,
			peg,
		})
	}

	/// The forward, and the volatility.
	pub fn readings(&self) -> (Reading, Reading) {
		(self.forward, self.volatility)
	}

	/// Whether pegged orders trade: not on a forward, or a stablecoin, that nothing may be opened on.
	fn awake(&self) -> bool {
		let open = |reading: &Reading| reading.state.allows(PriceUse::Open);
		self.series.kind != Kind::Future && open(&self.forward) && open(&self.peg)
	}

	/// What an order with this volatility (millionths a year) trades at, in cash's smallest units per
	/// contract: on the grid, and never better for the other side than the volatility says. Nothing
	/// while it is asleep, or if it would buy for nothing.
	pub fn price(&self, side: Side, volatility: Cash, market: &Market) -> Option<Cash> {
		if !self.awake() {
			return None;
		}
		let usd = black76::price_of_average(
			kind(self.series.kind),
			wad(self.forward.price)?,
			wad(self.series.strike.price())?,
			volatility.checked_mul(MILLIONTH)?,
			self.time_ms,
			&self.window,
		);
		let peg = wad(self.peg.price).filter(|peg| *peg > 0)?;
		let rounding = match side {
			Side::Buy => Rounding::Down,
			Side::Sell => Rounding::Up,
		};
		let price = mul_div(usd.ok()?, self.unit, peg, rounding).ok()?;
		let (tick, _) = market.grid(price);
		let below = price.checked_sub(price.checked_rem(tick)?)?;
		let price = match side {
			Side::Sell if below < price => below.checked_add(tick)?,
			Side::Sell => below.max(tick),
			Side::Buy => below,
		};
		(price > 0).then_some(price)
	}

	/// How a contract moves; nothing if it cannot be reckoned.
	pub fn greeks(&self) -> Option<black76::Greeks> {
		let (forward, strike) = (wad(self.forward.price)?, wad(self.series.strike.price())?);
		let volatility = wad(self.volatility.price)?;
		black76::greeks(kind(self.series.kind), forward, strike, volatility, self.time_ms).ok()
	}

	/// |delta| in millionths of the underlying, and |vega| in cash's smallest units per point of
	/// volatility, of so many millionths of a contract. If it cannot be reckoned the delta is the most that it can be.
	pub fn exposure(&self, quantity: Quantity) -> (u64, u64) {
		let quantity = quantity.unsigned_abs();
		let Some(greeks) = self.greeks() else { return (quantity, 0) };
		let contracts = i128::from(quantity);
		let delta = mul_div(greeks.delta.saturating_abs(), contracts, WAD, Rounding::Up);
		let per_point = CONTRACT.saturating_mul(100).into();
		let vega = mul_div(greeks.vega.saturating_abs(), contracts, per_point, Rounding::Up)
			.and_then(|vega| mul_div(vega, self.unit, WAD, Rounding::Up));
		let whole = |value: Result<i128, _>| {
			value.ok().and_then(|value| u64::try_from(value).ok()).unwrap_or(u64::MAX)
		};
		(whole(delta), whole(vega))
	}
}

/// Prices orders of one series, each volatility once; it reads nothing before it has to, and that once.
pub(crate) struct Pricer<T: Config> {
	series: Series,
	market: Market,
	session: <T::Prices as Prices>::Session,
	unit: Option<i128>,
	peg: Option<Reading>,
	listed: Option<bool>,
	inputs: Option<Option<Inputs>>,
	last: Option<(Slot, Option<Cash>)>,
}

impl<T: Config> Pricer<T> {
	pub fn new(series: Series, market: Market) -> Self {
		let session = Default::default();
		let (unit, peg, listed) = (None, None, None);
		Self { series, market, session, unit, peg, listed, inputs: None, last: None }
	}

	/// For another series of the market; what is known of its prices stays.
	pub fn turn_to(&mut self, series: Series) {
		(self.series, self.listed, self.inputs, self.last) = (series, None, None, None);
	}

	/// Whether the series is listed.
	pub fn is_listed(&mut self) -> bool {
		let series = self.series;
		*self.listed.get_or_insert_with(|| {
			let listing = Listings::<T>::get((series.underlying, series.expiry));
			listing.is_some_and(|listing| listing.contains(&series))
		})
	}

	/// Smallest units in a cash unit.
	pub fn unit(&mut self) -> Result<i128, DispatchError> {
		let unit = match self.unit {
			Some(known) => known,
			None => matching::cash_unit::<T>()?,
		};
		self.unit = Some(unit);
		Ok(unit)
	}

	/// What a cash unit is worth, in USD.
	fn peg(&mut self) -> Reading {
		*self.peg.get_or_insert_with(T::Ledger::peg)
	}

	/// The underlying's price, in USD.
	pub fn spot(&mut self) -> Price {
		T::Prices::spot_in(&mut self.session, self.series.underlying, Lens::Latest).price
	}

	/// The same in cash's smallest units, rounded up.
	///
	/// # Errors
	/// `NoPrice`: cash has none.
	pub fn spot_in_cash(&mut self) -> Result<Cash, DispatchError> {
		matching::in_cash::<T>(self.spot(), self.unit()?, self.peg())
	}

	/// The prices behind the series.
	pub fn inputs(&mut self) -> Option<Inputs> {
		if let Some(known) = self.inputs {
			return known;
		}
		let (unit, peg) = (self.unit().ok(), self.peg());
		let (series, session) = (self.series, &mut self.session);
		let inputs = unit.and_then(|unit| Inputs::of::<T>(series, session, unit, peg));
		self.inputs = Some(inputs);
		inputs
	}

	/// What orders of a slot trade at; nothing while they are asleep.
	pub fn price(&mut self, slot: &Slot) -> Option<Cash> {
		if !slot.shelf.pegged {
			return Some(slot.rate);
		}
		if let Some((_, price)) = self.last.filter(|(last, _)| last == slot) {
			return price;
		}
		let market = self.market;
		let inputs = self.inputs();
		let price = inputs.and_then(|known| known.price(slot.shelf.side, slot.rate, &market));
		self.last = Some((*slot, price));
		price
	}

	/// Where the best order of a side rests, and what it trades at. At the same price those with a price of
	/// their own come before those with a volatility.
	pub fn best(&mut self, book: &Book, side: Side) -> Option<(Slot, Cash)> {
		let mut best_of = |pegged| {
			let shelf = Shelf { side, pegged };
			let slot = Slot { shelf, rate: book.best_of(shelf)?.price };
			Some((slot, self.price(&slot)?))
		};
		match (best_of(false), best_of(true)) {
			(Some(fixed), Some(pegged)) => {
				let better = book::compare(side, pegged.1, fixed.1).is_gt();
				Some(if better { pegged } else { fixed })
			},
			(fixed, pegged) => fixed.or(pegged),
		}
	}
}
