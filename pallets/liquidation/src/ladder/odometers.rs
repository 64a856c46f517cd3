// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `OdometerList`, `Expiries` and `Smiles`: what prices, volatilities and chain factors have
//! moved.
//!
//! Whatever cannot be used keeps its anchor: nothing is found by it until it can be used again, and its
//! whole move is counted then. A lot is the exception: a dead feed makes no account unusable, it makes
//! its lots count less, and that is a move (`Haircuts::price_share`).
//!
//! All of an underlying is anchored anew together, so that forwards that move alike count once.

use super::types::*;
use crate::*;
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{traits::Time, weights::WeightMeter};
use straddle_math::{
	black76::YEAR_MS,
	fixed::{mul, Rounding, Wad, WAD},
	functions,
	ladder::{advance, Driver},
};
use straddle_primitives::*;
use straddle_traits::{DriverId, Haircuts, Prices};

type Known<T> = <<T as Config>::Prices as Prices>::Session;

/// ln of a price of nothing: below that of any price.
const LOG_OF_NOTHING: i64 = -64_000_000_000_000;

/// An expiry read, and how it stands now; none of what cannot be used.
struct Measured {
	expiry: Moment,
	smile: Smile,
	forward: Option<i64>,
	deviations: Vec<Option<i64>>,
}

impl<T: Config> Pallet<T> {
	/// Bring all odometers to now, or none if the meter does not pay for all: an account filed by one that
	/// lags could move unseen. Returns whether they are.
	pub(crate) fn advance_odometers(meter: &mut WeightMeter) -> bool {
		if !meter.can_consume(T::WeightInfo::ladder_odometers(MAX_ODOMETERS)) {
			return false;
		}
		let mut odometers = OdometerList::<T>::get();
		let expiries = Expiries::<T>::get();
		let count = u32::try_from(odometers.list.len()).unwrap_or(MAX_ODOMETERS);
		meter.consume(T::WeightInfo::ladder_odometers(count));
		let most = T::WeightInfo::ladder_smile(MAX_SMILE_STRIKES)
			.saturating_mul(u64::try_from(expiries.len()).unwrap_or(u64::MAX));
		if !meter.can_consume(most) {
			return false;
		}
		let mut known = Default::default();
		let mut kept = SmileList::default();
		for underlying in underlyings(&odometers, &expiries) {
			let of = |known: &&(UnderlyingId, Moment)| known.0 == underlying;
			let mut smiles = Vec::new();
			for (_, expiry) in expiries.iter().filter(of) {
				let smile = Self::measure_smile(&mut known, underlying, *expiry);
				let strikes = smile.as_ref().map_or(0, |measured| measured.deviations.len());
				let strikes = u32::try_from(strikes).unwrap_or(MAX_SMILE_STRIKES);
				meter.consume(T::WeightInfo::ladder_smile(strikes));
				// A list that shrinks has room.
				if smile.is_some() && kept.try_push((underlying, *expiry)).is_ok() {
					smiles.extend(smile);
				}
			}
			Self::advance_underlying(&mut known, &mut odometers, underlying, smiles);
		}
		for odometer in odometers.list.iter_mut() {
			let now = match odometer.driver {
				DriverId::Forward(_) | DriverId::Deviation(_) => continue,
				driver => Self::measure(&mut known, &mut odometers.priced_at, driver),
			};
			let Some(now) = now else { continue };
			let moved = count_move(kind(odometer.driver), &mut odometer.anchors, &now.map(Some));
			odometer.add(moved);
		}
		// Nobody is filed by it: it may begin anew.
		let is_measured = |underlying: UnderlyingId| kept.iter().any(|(of, _)| *of == underlying);
		odometers.list.retain(|odometer| match odometer.driver {
			DriverId::Forward(of) | DriverId::Deviation(of) if is_measured(of) => true,
			_ => odometer.lowest != NO_RUNG,
		});
		odometers.at = T::Time::now();
		OdometerList::<T>::put(odometers);
		if kept != expiries {
			Expiries::<T>::put(kept);
		}
		true
	}

	/// Count what the forwards and the volatilities of an underlying have moved.
	fn advance_underlying(
		known: &mut Known<T>,
		odometers: &mut Odometers,
		underlying: UnderlyingId,
		mut smiles: Vec<Measured>,
	) {
		let forward = DriverId::Forward(underlying);
		let spot = Self::measure(known, &mut odometers.priced_at, forward);
		let odometer = odometers.get_mut(forward);
		// Without an odometer anchors move on all the same: one may be asked for in this block.
		let spot_anchor = odometer.as_ref().map(|known| known.anchors[0]);
		let mut anchors: Vec<i64> = smiles.iter().map(|measured| measured.smile.forward).collect();
		let mut now: Vec<_> = smiles.iter().map(|measured| measured.forward).collect();
		if let Some(anchor) = spot_anchor {
			anchors.push(anchor);
			now.push(spot.map(|[spot, _]| spot));
		}
		let forward_moved = count_move(Driver::Forward, &mut anchors, &now);
		if let Some(odometer) = odometer {
			odometer.add(forward_moved);
			if let Some(anchor) = anchors.last() {
				odometer.anchors = [*anchor, 0];
			}
		}
		for (measured, anchor) in smiles.iter_mut().zip(&anchors) {
			measured.smile.forward = *anchor;
		}
		let strikes = |measured: &Measured| measured.smile.strikes.clone().into_iter();
		let mut anchors: Vec<i64> = smiles.iter().flat_map(strikes).map(|(_, s)| s).collect();
		let now: Vec<_> = smiles.iter().flat_map(|measured| measured.deviations.clone()).collect();
		let deviation_moved = count_move(Driver::Deviation, &mut anchors, &now);
		if let Some(odometer) = odometers.get_mut(DriverId::Deviation(underlying)) {
			odometer.add(deviation_moved);
		}
		if forward_moved == 0 && deviation_moved == 0 {
			return;
		}
		let mut anchors = anchors.iter();
		for mut measured in smiles {
			for ((_, anchor), to) in measured.smile.strikes.iter_mut().zip(&mut anchors) {
				*anchor = *to;
			}
			Smiles::<T>::insert(underlying, measured.expiry, measured.smile);
		}
	}

	/// An expiry as it is kept and as it stands. None, and forgotten, from its window on: who holds it is
	/// looked at every round then.
	fn measure_smile(
		known: &mut Known<T>,
		underlying: UnderlyingId,
		expiry: Moment,
	) -> Option<Measured> {
		let varies = Self::varying_years(underlying, expiry);
		let Some((smile, root)) = Smiles::<T>::get(underlying, expiry).zip(varies) else {
			Smiles::<T>::remove(underlying, expiry);
			return None;
		};
		let forward = Self::measure_forward(known, underlying, expiry);
		let of = |(strike, _): &(Strike, i64)| {
			Self::measure_deviation(known, underlying, expiry, *strike, root)
		};
		let deviations = smile.strikes.iter().map(of).collect();
		Some(Measured { expiry, smile, forward, deviations })
	}

	/// How a driver stands now, in 10^-12; none if that cannot be used. Of an underlying its spot.
	fn measure(known: &mut Known<T>, priced_at: &mut Moment, driver: DriverId) -> Option<[i64; 2]> {
		let reading = match driver {
			DriverId::Chain(source) => {
				let factors = T::Haircuts::chain_factors(source);
				return Some(factors.map(|g| counted(g).unwrap_or(i64::MAX)));
			},
			DriverId::Deviation(_) => return Some([0; 2]),
			DriverId::Forward(underlying) => T::Prices::spot_in(known, underlying, Lens::Latest),
			DriverId::Price(feed) | DriverId::Stable(feed) => {
				T::Prices::reading_in(known, feed, Lens::Latest)
			},
		};
		*priced_at = reading.at.max(*priced_at);
		if let DriverId::Price(_) = driver {
			let share = T::Haircuts::price_share(&reading);
			let counts = reading.price.const_checked_mul(share).unwrap_or(reading.price);
			return Some([log(counts).unwrap_or(LOG_OF_NOTHING), 0]);
		}
		usable(&reading).and_then(log).map(|log| [log, 0])
	}

	fn measure_forward(
		known: &mut Known<T>,
		underlying: UnderlyingId,
		expiry: Moment,
	) -> Option<i64> {
		let reading = T::Prices::forward_in(known, underlying, expiry, Lens::Latest);
		usable(&reading).and_then(log)
	}

	/// σ times what [`Self::varying_years`] says.
	fn measure_deviation(
		known: &mut Known<T>,
		underlying: UnderlyingId,
		expiry: Moment,
		strike: Strike,
		root: Wad,
	) -> Option<i64> {
		let series = Series { underlying, expiry, strike, kind: Kind::Call };
		let reading = T::Prices::volatility_in(known, &series, Lens::Latest);
		let volatility = Wad::try_from(usable(&reading)?.into_inner()).ok()?;
		pico(mul(volatility, root, Rounding::Down).ok()?)
	}

	/// √(T − ⅔Δ), in years: with it a volatility is that of the settlement price (`Expiry::averaged` of the
	/// maths). None from the beginning of the window on.
	pub(super) fn varying_years(underlying: UnderlyingId, expiry: Moment) -> Option<Wad> {
		let window = T::Prices::window(underlying, expiry, T::Time::now());
		if window.left_ms <= window.length_ms || window.left_ms == 0 {
			return None;
		}
		let thirds = window.left_ms.checked_mul(3)?;
		let varies = thirds.checked_sub(window.length_ms.checked_mul(2)?)?;
		let years = Wad::from(varies).checked_mul(WAD)?.checked_div((YEAR_MS * 3).into())?;
		functions::sqrt(years).ok()
	}

	/// Have an odometer for a driver, which begins where that stands now. Whether there is one.
	pub(crate) fn ensure_odometer(odometers: &mut Odometers, driver: DriverId) -> bool {
		if odometers.get(driver).is_some() {
			return true;
		}
		let mut priced_at = odometers.priced_at;
		let anchors = Self::measure(&mut Default::default(), &mut priced_at, driver);
		odometers.priced_at = priced_at;
		anchors.is_some_and(|anchors| odometers.insert(Odometer::new(driver, anchors)))
	}

	/// Have these strikes, which are sorted, measured from now on. Whether all are.
	pub(crate) fn ensure_strikes(strikes: &[(UnderlyingId, Moment, Strike)]) -> bool {
		let known = &mut Default::default();
		let expiry = |of: &(UnderlyingId, Moment, Strike)| (of.0, of.1);
		strikes
			.chunk_by(|a, b| expiry(a) == expiry(b))
			.all(|of_one| Self::ensure_smile(known, of_one).is_some())
	}

	/// The same of one expiry.
	fn ensure_smile(
		known: &mut Known<T>,
		strikes: &[(UnderlyingId, Moment, Strike)],
	) -> Option<()> {
		let (underlying, expiry, _) = *strikes.first()?;
		let old = Smiles::<T>::get(underlying, expiry);
		let is_new = old.is_none();
		let mut smile = old.unwrap_or_default();
		let mut root = None;
		let mut changed = is_new;
		for (_, _, strike) in strikes {
			let Err(at) = smile.strikes.binary_search_by_key(strike, |known| known.0) else {
				continue;
			};
			let root = match root {
				Some(root) => root,
				None => *root.insert(Self::varying_years(underlying, expiry)?),
			};
			let now = Self::measure_deviation(known, underlying, expiry, *strike, root)?;
			smile.strikes.try_insert(at, (*strike, now)).ok()?;
			changed = true;
		}
		if is_new {
			smile.forward = Self::measure_forward(known, underlying, expiry)?;
			let mut expiries = Expiries::<T>::get();
			let at = expiries.binary_search(&(underlying, expiry)).err()?;
			expiries.try_insert(at, (underlying, expiry)).ok()?;
			Expiries::<T>::put(expiries);
		}
		if changed {
			Smiles::<T>::insert(underlying, expiry, smile);
		}
		Some(())
	}
}

/// The underlyings of which anything is measured, each once.
fn underlyings(odometers: &Odometers, expiries: &SmileList) -> BTreeSet<UnderlyingId> {
	let of = |odometer: &Odometer| match odometer.driver {
		DriverId::Forward(underlying) | DriverId::Deviation(underlying) => Some(underlying),
		_ => None,
	};
	let with_smiles = expiries.iter().map(|(underlying, _)| *underlying);
	odometers.list.iter().filter_map(of).chain(with_smiles).collect()
}

/// What an odometer adds, rounded up, and the anchors as they are after it. What cannot be used stays
/// where it was.
fn count_move(driver: Driver, anchors: &mut [i64], now: &[Option<i64>]) -> u64 {
	let wad = |pico: i64| Wad::from(pico).saturating_mul(PICO);
	let mut wads: Vec<_> = anchors.iter().map(|anchor| wad(*anchor)).collect();
	let stands = anchors.iter().zip(now).map(|(anchor, now)| wad(now.unwrap_or(*anchor)));
	// A 64-bit number of 10^-12 always fits.
	let moved = advance(driver, &mut wads, &stands.collect::<Vec<_>>()).unwrap_or(0);
	for (anchor, wad) in anchors.iter_mut().zip(wads) {
		*anchor = pico(wad).unwrap_or(*anchor);
	}
	match moved {
		0 => 0,
		// Two numbers that were rounded down are less than one unit further apart.
		_ => u64::try_from(moved / PICO).unwrap_or(u64::MAX).saturating_add(1),
	}
}

/// A price on which an auction can start.
fn usable(reading: &Reading) -> Option<FixedU128> {
	reading.state.allows(PriceUse::Flag).then_some(reading.price)
}

/// ln, in 10^-12, rounded down; none of nothing.
fn log(price: FixedU128) -> Option<i64> {
	let price = Wad::try_from(price.into_inner()).ok()?;
	pico(functions::ln(price).ok()?)
}

/// A ratio in 10^-12, rounded down.
fn counted(ratio: FixedU128) -> Option<i64> {
	pico(Wad::try_from(ratio.into_inner()).ok()?)
}

/// In 10^-12, rounded down.
fn pico(wad: Wad) -> Option<i64> {
	i64::try_from(wad.div_euclid(PICO)).ok()
}
