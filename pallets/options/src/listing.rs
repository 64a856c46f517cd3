// SPDX-License-Identifier: GPL-3.0-or-later

//! Series by rule. The only place that writes `Expiries` and `Listings`.

use super::*;
use frame_support::storage::with_storage_layer;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding};

/// What one visit of a market's calendar did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Listed {
	/// Nothing was missing.
	Nothing,
	/// So many strikes are new.
	Strikes(u32),
}

/// List what the calendar wants and is missing: the first expiry, or if that cannot be listed now another one in its turn,
/// or else the strikes around the forward of the listed one whose turn it is. `failed`: how many expiries were tried and
/// not listed, two at most.
///
/// # Errors
/// The oracle will not measure the settlement price, and there are no strikes to add either.
pub(crate) fn upkeep<T: Config>(
	underlying: UnderlyingId,
	market: &Market,
	turn: u64,
	failed: &mut u32,
) -> Result<Listed, DispatchError> {
	let now = T::Time::now();
	let earliest = now.saturating_add(Parameters::<T>::get().listing_lead_ms);
	let expiries = Expiries::<T>::get(underlying);
	let is_listed = |at: &Moment| expiries.iter().any(|expiry| expiry.at == *at);
	let long = market.long_dates.upcoming(now, market.calendar.offset_ms);
	let upcoming = market.calendar.upcoming(now).chain(long);
	let missing = upcoming.filter(|at| *at >= earliest && !is_listed(at)).collect::<Vec<_>>();
	let mut listed = Ok(Listed::Nothing);
	let first = missing.first();
	let another = in_turn(turn, &missing).filter(|at| Some(*at) != first);
	for at in first.into_iter().chain(another).filter(|_| !expiries.is_full()) {
		listed = with_storage_layer(|| list::<T>(underlying, market, *at));
		if matches!(listed, Ok(Listed::Strikes(_))) {
			return listed;
		}
		*failed = failed.saturating_add(1);
	}
	let expiry = in_turn(turn, &expiries).filter(|expiry| expiry.at >= earliest);
	let Some(expiry) = expiry else { return listed };
	match add_strikes::<T>(underlying, market, expiry.at)? {
		Listed::Nothing => listed,
		strikes => Ok(strikes),
	}
}

fn in_turn<E>(turn: u64, all: &[E]) -> Option<&E> {
	all.get(usize::try_from(turn.checked_rem(all.len() as u64)?).ok()?)
}

/// A forward in strike units; nothing is listed on a price that does not open.
fn forward<T: Config>(underlying: UnderlyingId, expiry: Moment) -> Option<u64> {
	let reading = T::Prices::forward(underlying, expiry, Lens::Latest);
	if !reading.state.allows(PriceUse::Open) {
		return None;
	}
	let unit = Strike(1).price().into_inner();
	let units = reading.price.into_inner().checked_div(unit)?;
	u64::try_from(units).ok().filter(|units| *units > 0)
}

/// The multiple of `step` nearest to `value`, as a number of steps; at least one.
fn nearest(value: u64, step: u64) -> u64 {
	let half = step.checked_div(2).unwrap_or(0);
	value.saturating_add(half).checked_div(step).unwrap_or(0).max(1)
}

/// Strikes on the grid around a forward.
fn grid(forward: u64, step: u64, each_side: u8) -> impl Iterator<Item = Strike> {
	let middle = nearest(forward, step);
	let from = middle.saturating_sub(each_side.into()).max(1);
	let to = middle.saturating_add(each_side.into());
	(from..=to).map_while(move |nth| nth.checked_mul(step).map(Strike))
}

/// The tick in strike units, at least one.
fn tick<T: Config>(market: &Market) -> u64 {
	let unit = matching::cash_unit::<T>().unwrap_or(i128::MAX);
	let units = mul_div(market.tick, Strike::PER_USD.into(), unit, Rounding::Down);
	units.ok().and_then(|units| u64::try_from(units).ok()).unwrap_or(1).max(1)
}

fn list<T: Config>(
	underlying: UnderlyingId,
	market: &Market,
	at: Moment,
) -> Result<Listed, DispatchError> {
	let Some(forward) = forward::<T>(underlying, at) else { return Ok(Listed::Nothing) };
	T::Prices::watch_settlement(underlying, at)?;
	let (tick, step) = (tick::<T>(market), market.strike_step.at(forward));
	let future = Strike(nearest(forward, tick).checked_mul(tick).ok_or(Overflow)?);
	let strikes = grid(forward, step, market.strikes_each_side).collect::<Vec<_>>();
	let strikes = Strikes::truncate_from(strikes);
	Expiries::<T>::try_mutate(underlying, |expiries| {
		let place = expiries.partition_point(|expiry| expiry.at < at);
		expiries.try_insert(place, Expiry { at, open_interest: 0 }).map_err(|_| Overflow)
	})?;
	let listed = Listed::Strikes(strikes.len() as u32);
	let listing = Listing { future, step, strikes: strikes.clone() };
	Listings::<T>::insert((underlying, at), listing);
	Pallet::<T>::deposit_event(Event::SeriesListed {
		underlying,
		expiry: at,
		future: Some(future),
		strikes,
	});
	Ok(listed)
}

fn add_strikes<T: Config>(
	underlying: UnderlyingId,
	market: &Market,
	at: Moment,
) -> Result<Listed, DispatchError> {
	let Some(forward) = forward::<T>(underlying, at) else { return Ok(Listed::Nothing) };
	let Some(mut listing) = Listings::<T>::get((underlying, at)) else {
		return Ok(Listed::Nothing);
	};
	let mut new = Strikes::default();
	for strike in grid(forward, listing.step, market.strikes_each_side) {
		let Err(place) = listing.strikes.binary_search(&strike) else { continue };
		// A full grid stays as it is.
		if listing.strikes.try_insert(place, strike).is_err() || new.try_push(strike).is_err() {
			break;
		}
	}
	if new.is_empty() {
		return Ok(Listed::Nothing);
	}
	Listings::<T>::insert((underlying, at), listing);
	let listed = Listed::Strikes(new.len() as u32);
	Pallet::<T>::deposit_event(Event::SeriesListed {
		underlying,
		expiry: at,
		future: None,
		strikes: new,
	});
	Ok(listed)
}

/// Count what a trade opened (negative: closed) in a series.
///
/// # Errors
/// `OpenInterestCap`; a trade that opens nothing is never refused.
pub(crate) fn add_open_interest<T: Config>(
	series: &Series,
	opened: i128,
	cap: u64,
) -> DispatchResult {
	if opened == 0 {
		return Ok(());
	}
	Expiries::<T>::try_mutate(series.underlying, |expiries| {
		let expiry = expiries.iter_mut().find(|expiry| expiry.at == series.expiry);
		let expiry = expiry.ok_or(Error::<T>::NotListed)?;
		let after = i128::from(expiry.open_interest).checked_add(opened).ok_or(Overflow)?;
		expiry.open_interest = u64::try_from(after.max(0)).map_err(|_| Overflow)?;
		let sum = |sum: u128, expiry: &Expiry| sum.saturating_add(expiry.open_interest.into());
		let total = expiries.iter().fold(0, sum);
		ensure!(opened < 0 || total <= cap.into(), Error::<T>::OpenInterestCap);
		Ok(())
	})
}

/// An expiry is settled: its series and its open interest are gone.
pub(crate) fn remove<T: Config>(underlying: UnderlyingId, at: Moment) {
	Listings::<T>::remove((underlying, at));
	Expiries::<T>::mutate_exists(underlying, |stored| {
		let Some(expiries) = stored else { return };
		expiries.retain(|expiry| expiry.at != at);
		if expiries.is_empty() {
			*stored = None;
		}
	});
}
