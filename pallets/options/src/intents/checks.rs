// SPDX-License-Identifier: GPL-3.0-or-later

//! What has to hold of one intent, whoever else takes part.

use super::*;
use alloc::collections::btree_map::{self, BTreeMap};
use matching::{cash_unit, in_cash, mark_in_cash, reducible};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::Rounding;

/// What one settlement has read: each once, whoever needs it.
pub(crate) struct Reader<T: Config> {
	pub now: Moment,
	/// Smallest units in a cash unit.
	pub unit: i128,
	/// What a cash unit is worth, in USD.
	peg: Reading,
	pub params: Params,
	/// What the ledger learns of prices.
	pub session: <T::Ledger as Risk>::Session,
	/// What the oracle's prices share.
	prices: <T::Prices as Prices>::Session,
	/// When the oldest of each series' prices was finished.
	ages: BTreeMap<Series, Moment>,
	spots: BTreeMap<UnderlyingId, (Reading, Option<Cash>)>,
	markets: BTreeMap<UnderlyingId, Market>,
	listings: BTreeMap<(UnderlyingId, Moment), Listing>,
}

impl<T: Config> Reader<T> {
	/// One that has read nothing yet.
	pub fn new() -> Result<Self, DispatchError> {
		Ok(Self {
			now: T::Time::now(),
			unit: cash_unit::<T>()?,
			peg: T::Ledger::peg(),
			params: Parameters::<T>::get(),
			session: T::Ledger::session(),
			prices: Default::default(),
			ages: BTreeMap::new(),
			spots: BTreeMap::new(),
			markets: BTreeMap::new(),
			listings: BTreeMap::new(),
		})
	}

	fn reading(&mut self, underlying: UnderlyingId) -> Reading {
		let prices = &mut self.prices;
		let read = || (T::Prices::spot_in(prices, underlying, Lens::Latest), None);
		self.spots.entry(underlying).or_insert_with(read).0
	}

	/// When the oldest of spot, forward and volatility of a series was finished.
	fn oldest(&mut self, series: &Series) -> Result<Moment, DispatchError> {
		if let Some(known) = self.ages.get(series) {
			return Ok(*known);
		}
		let inputs = pegged::Inputs::of::<T>(*series, &mut self.prices, self.unit, self.peg);
		let at = inputs.ok_or(Error::<T>::NoPrice)?.at;
		self.ages.insert(*series, at);
		Ok(at)
	}

	/// An underlying's price in cash's smallest units, rounded up.
	pub fn spot(&mut self, underlying: UnderlyingId) -> Result<Cash, DispatchError> {
		let price = self.reading(underlying).price;
		if let Some((_, Some(known))) = self.spots.get(&underlying) {
			return Ok(*known);
		}
		let cash = in_cash::<T>(price, self.unit, self.peg)?;
		if let Some((_, known)) = self.spots.get_mut(&underlying) {
			*known = Some(cash);
		}
		Ok(cash)
	}

	/// A market's rules, with the state in force.
	pub fn market(&mut self, underlying: UnderlyingId) -> Result<Market, DispatchError> {
		if let Some(market) = self.markets.get(&underlying) {
			return Ok(*market);
		}
		let market = Pallet::<T>::market_in_force(underlying).ok_or(Error::<T>::UnknownMarket)?;
		self.markets.insert(underlying, market);
		Ok(market)
	}

	/// A series' mark in cash's smallest units.
	pub fn mark(&mut self, series: &Series) -> Result<Cash, DispatchError> {
		let mark = T::Ledger::mark_in(&mut self.session, series, Lens::Latest);
		let mark = mark.ok().and_then(|(mark, _)| mark_in_cash(mark, self.unit));
		Ok(mark.ok_or(Error::<T>::NoPrice)?)
	}

	pub(super) fn ensure_listed(&mut self, series: &Series) -> DispatchResult {
		let key = (series.underlying, series.expiry);
		let listing = match self.listings.entry(key) {
			btree_map::Entry::Occupied(known) => known.into_mut(),
			btree_map::Entry::Vacant(new) => {
				new.insert(Listings::<T>::get(key).ok_or(Error::<T>::NotListed)?)
			},
		};
		ensure!(listing.contains(series), Error::<T>::NotListed);
		Ok(())
	}
}

/// An intent that may be filled, as far as it alone goes.
pub(crate) struct Party {
	pub id: IntentId,
	pub account: MarginAccountId,
	/// How much of it was filled before.
	pub filled: u64,
	/// Whether who submits it stands for it himself.
	pub is_submitters: bool,
	/// What fees its account pays now.
	pub tier: Tier,
	/// Changes of positions with the positions before.
	pub contracts: Vec<(Series, Quantity, Quantity)>,
	/// Changes of lots.
	pub lots: Vec<(CollateralId, i128)>,
	/// The least that its cash changes by, before fees.
	pub least: Cash,
	/// What its contracts are contracts on, in cash's smallest units.
	pub notional: Cash,
	/// Whether something may leave it without being paid for by contracts.
	pub gives: bool,
	/// How old the oldest price is that it was held against, in milliseconds.
	pub age: Moment,
}

/// Look at one intent of a set.
///
/// # Errors
/// The first thing that is wrong with it.
pub(crate) fn check<T: Config>(
	reader: &mut Reader<T>,
	submitter: &AccountId32,
	set: &[IntentFill],
	fill: &IntentFill,
	met: &mut Met,
) -> Result<Party, DispatchError> {
	let IntentFill { intent, size, authority } = fill;
	intent.validate().map_err(Error::<T>::InvalidIntent)?;
	ensure!(reader.now <= intent.deadline, Error::<T>::IntentExpired);
	let stranger =
		|other: &MarginAccountId| *other != intent.account && Some(other) != intent.taker.as_ref();
	let alone = intent.taker.is_none() || !set.iter().any(|other| stranger(&other.intent.account));
	ensure!(alone, Error::<T>::NotTheTaker);
	let id = ensure_authority::<T>(submitter, intent, authority)?;
	ensure!(!T::Auctions::in_auction(&intent.account), Error::<T>::InAuction);
	let filled = nonces::filled::<T>(intent, id)?;
	ensure!(*size >= intent.min_size, Error::<T>::FillTooSmall);
	let whole = filled.checked_add(*size).is_some_and(|sum| sum <= intent.max_size);
	ensure!(whole, Error::<T>::FillTooLarge);
	let age = ensure_prices(reader, intent)?;
	let mut party = Party {
		id,
		account: intent.account.clone(),
		filled,
		is_submitters: *authority == Authority::Submitter,
		tier: {
			let desk = Desks::<T>::get(&intent.account);
			matching::tier::<T>(
				&reader.params,
				desk::tier::<T>(&reader.params, &intent.account, &desk, reader.unit),
			)?
		},
		contracts: Vec::new(),
		lots: Vec::new(),
		least: times(intent.limit.checked_neg().ok_or(Overflow)?, *size)?,
		notional: 0,
		gives: intent.gives(),
		age,
	};
	add_legs(reader, intent, *size, &mut party, met)?;
	Ok(party)
}

/// For so many units.
pub(super) fn times(amount: i128, size: u64) -> Result<i128, DispatchError> {
	Ok(amount.checked_mul(size.into()).ok_or(Overflow)?)
}

/// That whoever stands for the intent may. A delegate trades contracts; tokens, and cash for nothing that is
/// traded here, go out in the owner's name alone.
pub(super) fn ensure_authority<T: Config>(
	submitter: &AccountId32,
	intent: &Intent,
	authority: &Authority,
) -> Result<IntentId, DispatchError> {
	let message = signing::message::<T>(intent);
	let signer = match authority {
		Authority::Submitter => submitter,
		Authority::Signature { signer, signature } => {
			let signed = signing::is_signed(&message, signer, signature);
			ensure!(signed, Error::<T>::BadSignature);
			signer
		},
	};
	T::Ledger::ensure_may_trade(&intent.account, signer)?;
	let has = |wanted: fn(&Leg) -> bool| intent.legs.iter().any(wanted);
	let trades = has(|leg| matches!(leg, Leg::Contracts { .. }));
	if !trades || has(|leg| matches!(leg, Leg::Lot { .. })) {
		T::Ledger::ensure_may_withdraw(&intent.account, signer)?;
	}
	Ok(signing::id(&message))
}

/// That prices are where and as new as the intent wants them: of a band's underlying the spot, of contracts all that
/// their marks come from. Returns the age of the oldest.
fn ensure_prices<T: Config>(
	reader: &mut Reader<T>,
	intent: &Intent,
) -> Result<Moment, DispatchError> {
	let (now, mut oldest) = (reader.now, 0);
	let mut look = |reading: &Reading, at: Moment| {
		ensure!(!reading.price.is_zero(), Error::<T>::NoPrice);
		let age = now.saturating_sub(at);
		ensure!(age <= intent.max_age_ms, Error::<T>::MarksTooOld);
		oldest = age.max(oldest);
		Ok::<_, DispatchError>(())
	};
	for band in &intent.bands {
		let reading = reader.reading(band.underlying);
		look(&reading, reading.at)?;
		let inside = (band.low..=band.high).contains(&reading.price);
		ensure!(inside, Error::<T>::OutsideBand);
	}
	for leg in &intent.legs {
		if let Leg::Contracts { series, .. } = leg {
			let spot = reader.reading(series.underlying);
			ensure!(!spot.price.is_zero(), Error::<T>::NoPrice);
			look(&spot, reader.oldest(series)?)?;
		}
	}
	Ok(oldest)
}

/// What the legs come to, each allowed by its market.
fn add_legs<T: Config>(
	reader: &mut Reader<T>,
	intent: &Intent,
	size: u64,
	party: &mut Party,
	met: &mut Met,
) -> DispatchResult {
	let positions = T::Ledger::positions(&intent.account);
	// All series are counted, whichever is asked for.
	let none =
		Series { underlying: UnderlyingId(0), expiry: 0, strike: Strike(0), kind: Kind::Future };
	let (_, series) = T::Ledger::position(&intent.account, &none);
	let times_valued = if party.gives { 2 } else { 1 };
	met.series = met.series.saturating_add(series.saturating_mul(times_valued));
	ensure!(met.series <= MAX_SET_SERIES, Error::<T>::SetTooLarge);
	for leg in &intent.legs {
		met.legs = met.legs.saturating_add(1);
		match leg {
			Leg::Contracts { series, quantity } => {
				let by =
					Quantity::try_from(times((*quantity).into(), size)?).map_err(|_| Overflow)?;
				let place = positions.binary_search_by_key(series, |(held, _)| *held).ok();
				let held = place.and_then(|nth| positions.get(nth)).map_or(0, |(_, held)| *held);
				let side = if by > 0 { Side::Buy } else { Side::Sell };
				let amount = by.checked_abs().ok_or(Overflow)?;
				let market = reader.market(series.underlying)?;
				let reduces = amount <= reducible(held, side);
				Pallet::<T>::ensure_open(&market, reduces)?;
				// A combination has one price: each leg has the lot of its mark, or the lowest prices'.
				let mark = reader.mark(series).unwrap_or_default();
				Pallet::<T>::ensure_sized(&market, series, mark, amount)?;
				reader.ensure_listed(series)?;
				let spot = reader.spot(series.underlying)?;
				let on = book::value(amount, spot, Rounding::Up)?;
				party.notional = party.notional.checked_add(on).ok_or(Overflow)?;
				party.contracts.push((*series, by, held));
			},
			Leg::Lot { kind, amount } => {
				ensure!(T::TradableKinds::contains(kind), Error::<T>::KindNotTradable);
				party.lots.push((*kind, times(*amount, size)?));
			},
			Leg::Cash { amount } => {
				let by = times(*amount, size)?;
				party.least = party.least.checked_add(by).ok_or(Overflow)?;
			},
		}
	}
	Ok(())
}
