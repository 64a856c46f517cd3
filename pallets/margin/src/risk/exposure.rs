// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account can bear (RISK.md 7), from the valuation that was made anyway. All in USD: there the
//! price of the stablecoin moves nothing but what cash is worth (ADR 19).

use super::*;
use straddle_math::{
	curve,
	fixed::mul,
	ladder::{until_window_ms, Sensitivity, MAX_HORIZON_MS},
};
use straddle_traits::{DriverId, Exposure, KindDrivers};

/// Roundings of an account's figures, in units: some for each lot and position.
const ROOM: Wad = 1 << 16;
/// How often the interest of a debtor may be booked within a day: each time it is rounded up by a
/// smallest unit of cash.
const BOOKINGS: Cash = 1 << 17;

/// What moves an account's positions.
pub(super) struct Moves {
	/// Until the first settlement window of a position begins.
	pub horizon_ms: Moment,
	/// Of each underlying, maybe in parts; none that could not be computed.
	markets: Vec<(UnderlyingId, Sensitivity)>,
	/// What an underlying's collateral loses for each USD that it loses in price.
	pub slopes: Vec<(UnderlyingId, straddle_math::Result<Wad>)>,
	/// Lots that move with an underlying.
	followers: Vec<(CollateralId, UnderlyingId)>,
	/// Something could not be computed.
	unknown: bool,
}

impl Moves {
	/// Nothing yet.
	fn new() -> Self {
		Self {
			horizon_ms: MAX_HORIZON_MS,
			markets: Vec::new(),
			slopes: Vec::new(),
			followers: Vec::new(),
			unknown: false,
		}
	}

	/// There are positions in an expiry that is not settled.
	pub fn lives_for(&mut self, expiry: &Expiry) {
		let left = until_window_ms(expiry.time, expiry.window.length_ms);
		self.horizon_ms = self.horizon_ms.min(left);
	}

	/// Positions in an underlying move so. What does not fit stops no trade.
	pub fn count(&mut self, underlying: UnderlyingId, of: straddle_math::Result<Sensitivity>) {
		match of {
			Ok(of) => self.markets.push((underlying, of)),
			Err(_) => self.unknown = true,
		}
	}

	/// Lots of a kind move with an underlying.
	pub fn follows(&mut self, kind: CollateralId, underlying: UnderlyingId) {
		self.followers.push((kind, underlying));
	}

	/// [`Self::slopes`] for a kind that moves with an underlying.
	fn slope(&self, kind: CollateralId) -> Result<Option<Wad>, DispatchError> {
		let Some((_, follows)) = self.followers.iter().find(|(other, _)| *other == kind) else {
			return Ok(None);
		};
		let slope = self.slopes.iter().find(|(underlying, _)| underlying == follows);
		let slope = slope.map_or(Err(MathError::Overflow), |(_, slope)| *slope);
		Ok(Some(slope.map_err(math)?))
	}
}

impl MarginAccount {
	/// Whether anything but its owner's next step could make it fail: a short, a future, an order that
	/// could become either, or a debt.
	pub(crate) fn is_watched(&self) -> bool {
		let mut positions = self.positions.iter();
		let mut orders = self.orders.iter();
		self.cash < 0
			|| positions.any(|(series, quantity)| *quantity < 0 || series.kind == Kind::Future)
			|| orders.any(|(series, orders)| orders.sell > 0 || series.kind == Kind::Future)
	}
}

/// An exposure in the making, in USD.
struct Draft {
	/// The price of the stablecoin.
	peg: Wad,
	drivers: BTreeMap<DriverId, Wad>,
	reserve: Wad,
	state: PriceState,
}

impl Draft {
	fn usd(&self, money: Money, rounding: Rounding) -> Result<Wad, DispatchError> {
		mul(money.into_inner(), self.peg, rounding).map_err(math)
	}

	/// A driver takes so much for each of its units.
	fn moves(&mut self, driver: DriverId, sensitivity: Wad) -> DispatchResult {
		if sensitivity > 0 {
			let sum = self.drivers.entry(driver).or_default();
			*sum = add(*sum, sensitivity)?;
		}
		Ok(())
	}

	/// So much may go by itself.
	fn reserve(&mut self, amount: Wad) -> DispatchResult {
		self.reserve = add(self.reserve, amount)?;
		Ok(())
	}

	/// A lot moves with its price, or has a `slope` and moves with an underlying, whose constants have its price.
	fn lot(
		&mut self,
		credit: &LotCredit,
		of: &KindDrivers,
		slope: Option<Wad>,
		cash_feed: Option<FeedId>,
	) -> DispatchResult {
		// What counts nothing can lose nothing.
		if credit.maintenance > Money::default() {
			self.state = self.state.worst(of.state);
		}
		let up = |a, b| mul(a, b, Rounding::Up).map_err(math);
		let full = self.usd(credit.full, Rounding::Up)?;
		let cut = wad(of.weight)?.saturating_sub(wad(of.lowest_weight)?);
		// What it loses if its weight goes by 1, and what if g goes from 1 to nothing.
		let (per_weight, per_chain) = match slope {
			Some(slope) => (up(full, slope)?, up(full, slope)?),
			None => (full, up(full, wad(of.weight)?)?),
		};
		self.reserve(up(per_weight, cut)?)?;
		if let Some(chain) = of.chain {
			self.moves(DriverId::Chain(chain), per_chain)?;
		}
		if slope.is_some() {
			return Ok(());
		}
		let driver = match cash_feed == Some(of.feed) {
			true => DriverId::Stable(of.feed),
			false => DriverId::Price(of.feed),
		};
		self.moves(driver, self.usd(credit.maintenance, Rounding::Up)?)
	}
}

impl<T: Config> Engine<T> {
	/// Value an account whose interest is in its cash so that [`Self::exposure`] can say what it can bear.
	pub fn value_to_file(&mut self, account: &MarginAccount) -> Result<Valuation, DispatchError> {
		let moves = account.is_watched().then(Moves::new);
		self.value_with(account, moves)
	}

	/// What the account can bear that this is the valuation of; `None` if it needs no watching. One whose
	/// figures do not fit bears nothing.
	pub fn exposure(&mut self, account: &MarginAccount, valuation: &Valuation) -> Option<Exposure> {
		let watched = account.is_watched();
		watched.then(|| self.try_exposure(account, valuation).unwrap_or_default())
	}

	fn try_exposure(
		&mut self,
		account: &MarginAccount,
		valuation: &Valuation,
	) -> Result<Exposure, DispatchError> {
		let is = &valuation.assessment;
		let moves = valuation.moves.as_ref().filter(|moves| !moves.unknown);
		let moves = moves.ok_or(Error::<T>::CannotValue)?;
		let mut draft = Draft {
			peg: wad(self.peg().price)?,
			drivers: BTreeMap::new(),
			reserve: ROOM,
			state: is.state,
		};
		for (underlying, of) in &moves.markets {
			draft.moves(DriverId::Forward(*underlying), of.forward)?;
			draft.moves(DriverId::Deviation(*underlying), of.deviation)?;
			draft.reserve(of.drift)?;
		}
		let cash_feed = self.cash_feed();
		for LotHealth { kind, credit, .. } in &valuation.lots {
			let of = T::Collateral::drivers_in(&mut self.collateral, *kind, MAX_HORIZON_MS)?;
			draft.lot(credit, &of, moves.slope(*kind)?, cash_feed)?;
		}
		// As valued: with the interest up to now, whether that is booked or not.
		let cash = draft.usd(is.cash, Rounding::Up)?;
		if cash != 0 {
			let feed = cash_feed.ok_or(Error::<T>::CannotValue)?;
			let interest = self.interest_reserve(cash)?;
			draft.reserve(interest)?;
			draft.moves(DriverId::Stable(feed), add(cash.saturating_abs(), add(interest, 1)?)?)?;
		}
		let headroom = draft.usd(is.maintenance_excess(), Rounding::Down)?;
		Ok(Exposure {
			headroom: headroom.checked_sub(draft.reserve).ok_or(Overflow)?,
			sensitivities: draft.drivers.into_iter().collect(),
			strikes: self.strikes(account),
			horizon_ms: moves.horizon_ms,
			state: draft.state,
		})
	}

	/// The stablecoin's.
	fn cash_feed(&mut self) -> Option<FeedId> {
		*self.cash_feed.get_or_insert_with(T::Collateral::cash_feed)
	}

	/// What a day's interest at the curve's cap takes of cash below zero, however often it is booked
	/// meanwhile, in USD.
	fn interest_reserve(&mut self, cash: Wad) -> Result<Wad, DispatchError> {
		if cash >= 0 {
			return Ok(0);
		}
		let debt = add(cash.saturating_neg(), 1)?;
		let simple = curve::growth(self.most_interest, MAX_HORIZON_MS).map_err(math)?;
		// e^x − 1 ≤ x + x² up to 1: no valid curve comes near it.
		let compound = add(simple, mul(simple, simple, Rounding::Up).map_err(math)?)?;
		let interest = mul(debt, compound, Rounding::Up).map_err(math)?;
		add(interest, self.usd(BOOKINGS, Rounding::Up)?)
	}

	/// Of all that has not settled; a future's too, so that every expiry's forward is measured.
	fn strikes(&self, account: &MarginAccount) -> Vec<(UnderlyingId, Moment, Strike)> {
		let held = account.positions.iter().map(|(series, _)| series);
		let ordered = account.orders.iter().map(|(series, _)| series);
		let mut strikes = Vec::with_capacity(account.series() as usize);
		for Series { underlying, expiry, strike, .. } in held.chain(ordered) {
			let known = self.expiries.get(&(*underlying, *expiry));
			if known.is_none_or(|known| known.settlement.is_none()) {
				strikes.push((*underlying, *expiry, *strike));
			}
		}
		strikes.sort_unstable();
		strikes.dedup();
		strikes
	}
}
