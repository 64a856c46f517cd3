// SPDX-License-Identifier: GPL-3.0-or-later

//! The door that this pallet stands behind: `Prices`.

use crate::{stats, surface::Around, types::*, *};
use alloc::collections::BTreeMap;
use frame_support::traits::Time;
use sp_runtime::Saturating;
use straddle_math::{binary::Q56, svi};
use straddle_traits::Prices;

/// What one dispatch or hook has read: [`Prices::Session`].
#[derive(Default)]
pub struct Known {
	underlyings: BTreeMap<UnderlyingId, Option<UnderlyingInfo>>,
	readings: BTreeMap<(FeedId, Lens), Reading>,
	forwards: BTreeMap<(UnderlyingId, Moment, Lens), Reading>,
	slow: BTreeMap<FeedId, Price>,
	/// None of a feed that is no surface.
	surfaces: BTreeMap<FeedId, Option<Market>>,
	/// The least volatilities of proxies, by their spot feeds.
	floors: BTreeMap<FeedId, FixedU128>,
	params: Option<Params>,
	now: Option<Moment>,
}

/// An option market as it is read.
struct Market {
	halted: bool,
	rows: BoundedVec<Row, ConstU32<MAX_SLICES>>,
}

impl Known {
	fn underlying<T: Config>(&mut self, underlying: UnderlyingId) -> Option<UnderlyingInfo> {
		*self.underlyings.entry(underlying).or_insert_with(|| Underlyings::<T>::get(underlying))
	}

	fn params<T: Config>(&mut self) -> Params {
		*self.params.get_or_insert_with(Parameters::<T>::get)
	}

	fn now<T: Config>(&mut self) -> Moment {
		*self.now.get_or_insert_with(T::Time::now)
	}

	/// What a surface says around an expiry, through `read`; a halted one is as good as dead. None if the
	/// feed is no surface.
	fn surface<T: Config>(
		&mut self,
		feed: FeedId,
		expiry: Moment,
		read: impl FnOnce(Around, &Params, Moment) -> Reading,
	) -> Option<Reading> {
		let params = self.params::<T>();
		let now = self.now::<T>();
		let market = self.surfaces.entry(feed).or_insert_with(|| {
			let quote = Quotes::<T>::get(feed)?;
			(quote.kind == FeedKind::Surface)
				.then(|| Market { halted: quote.halted, rows: Surfaces::<T>::get(feed).rows })
		});
		let market = market.as_ref()?;
		let mut reading = read(Around::new(&market.rows, expiry, now), &params, now);
		if market.halted {
			reading.state = reading.state.worst(PriceState::NoQuorum);
		}
		Some(reading)
	}
}

impl<T: Config> Pallet<T> {
	/// The volatility of a series on another or its own market, `beta` times as wild: an option so many
	/// deviations away has `beta` times the volatility of the market's option as many deviations away.
	fn volatility_on(
		known: &mut Known,
		feed: FeedId,
		beta: FixedU128,
		series: &Series,
		lens: Lens,
	) -> Reading {
		let forward = Self::forward_in(known, series.underlying, series.expiry, lens).price;
		let k = Self::moneyness(series, forward, beta);
		let market = known.surface::<T>(feed, series.expiry, |around, params, now| match k {
			Some(k) => around.volatility(k, series.expiry, params, now, lens),
			None => Reading::default(),
		});
		let reading = market.unwrap_or_else(|| Self::reading_in(known, feed, lens));
		Reading { price: times(reading.price, beta), ..reading }
	}

	/// ln(K/F) through `beta`; none without a forward.
	fn moneyness(series: &Series, forward: Price, beta: FixedU128) -> Option<Q56> {
		let k = svi::moneyness(stats::wad(series.strike.price())?, stats::wad(forward)?).ok()?;
		if beta == ONE {
			return Some(k);
		}
		// At most ten, so below 2^64.
		Some(k.scaled(ONE.into_inner() as u64, beta.into_inner().try_into().ok()?))
	}

	/// What a price realised, times the factor of the parameters; zero while it is not known.
	fn realised_floor(known: &mut Known, feed: FeedId) -> FixedU128 {
		let factor = known.params::<T>().realised_factor;
		*known.floors.entry(feed).or_insert_with(|| {
			let realised = Averages::<T>::get(feed).realised.volatility();
			realised.unwrap_or_default().saturating_mul(factor)
		})
	}
}

/// One.
const ONE: FixedU128 = FixedU128::from_u32(1);

/// `a·b`, rounded down, without the 256 bits of `FixedU128` where 128 do.
fn times(a: FixedU128, b: FixedU128) -> FixedU128 {
	if b == ONE {
		return a;
	}
	let product = a.into_inner().checked_mul(b.into_inner());
	match product.and_then(|product| product.checked_div(ONE.into_inner())) {
		Some(inner) => FixedU128::from_inner(inner),
		None => a.saturating_mul(b),
	}
}

impl<T: Config> Prices for Pallet<T> {
	type Session = Known;

	fn reading_in(known: &mut Known, feed: FeedId, lens: Lens) -> Reading {
		if let Some(reading) = known.readings.get(&(feed, lens)) {
			return *reading;
		}
		let quote = Quotes::<T>::get(feed).unwrap_or_default();
		known.slow.insert(feed, quote.slow());
		let reading = quote.reading(lens, &known.params::<T>(), known.now::<T>());
		known.readings.insert((feed, lens), reading);
		reading
	}

	fn spot_in(known: &mut Known, underlying: UnderlyingId, lens: Lens) -> Reading {
		let info = known.underlying::<T>(underlying);
		info.map(|info| Self::reading_in(known, info.spot, lens)).unwrap_or_default()
	}

	/// The spot times the carry of the underlying's own option market; the spot, if it has none.
	fn forward_in(
		known: &mut Known,
		underlying: UnderlyingId,
		expiry: Moment,
		lens: Lens,
	) -> Reading {
		if let Some(reading) = known.forwards.get(&(underlying, expiry, lens)) {
			return *reading;
		}
		let spot = Self::spot_in(known, underlying, lens);
		let carry = match known.underlying::<T>(underlying).map(|info| info.volatility) {
			Some(VolatilityPolicy::External(feed)) => {
				known.surface::<T>(feed, expiry, |around, params, now| {
					around.carry(expiry, params, now, lens)
				})
			},
			_ => None,
		};
		let forward = carry.map_or(spot, |carry| Reading {
			price: spot.price.saturating_mul(carry.price),
			confidence: spot.confidence,
			state: spot.state.worst(carry.state),
			at: spot.at.min(carry.at),
		});
		known.forwards.insert((underlying, expiry, lens), forward);
		forward
	}

	fn volatility_in(known: &mut Known, series: &Series, lens: Lens) -> Reading {
		if series.kind == Kind::Future {
			let at = known.now::<T>();
			return Reading { state: PriceState::Valid, at, ..Default::default() };
		}
		let Some(info) = known.underlying::<T>(series.underlying) else {
			return Reading::default();
		};
		match info.volatility {
			VolatilityPolicy::External(feed) => Self::volatility_on(known, feed, ONE, series, lens),
			VolatilityPolicy::Proxy { feed, beta } => {
				let reading = Self::volatility_on(known, feed, beta, series, lens);
				let floor = Self::realised_floor(known, info.spot);
				Reading { price: reading.price.max(floor), ..reading }
			},
			VolatilityPolicy::None => Reading::default(),
		}
	}

	fn slow_in(known: &mut Known, underlying: UnderlyingId) -> Price {
		let Some(feed) = Self::spot_feed_in(known, underlying) else { return Price::default() };
		let read = || Quotes::<T>::get(feed).map(|quote| quote.slow()).unwrap_or_default();
		*known.slow.entry(feed).or_insert_with(read)
	}

	fn spot_feed_in(known: &mut Known, underlying: UnderlyingId) -> Option<FeedId> {
		known.underlying::<T>(underlying).map(|info| info.spot)
	}

	fn watch_settlement(underlying: UnderlyingId, expiry: Moment) -> DispatchResult {
		Self::do_watch(underlying, expiry)
	}

	fn settlement(underlying: UnderlyingId, expiry: Moment) -> Option<Price> {
		match Settlements::<T>::get(underlying, expiry)? {
			Settlement::Fixed { price, .. } => Some(price),
			Settlement::Watching(_) => None,
		}
	}

	fn window(underlying: UnderlyingId, expiry: Moment, now: Moment) -> SettlementWindow {
		Self::do_window(underlying, expiry, now)
	}

	/// Lists what is not there, so that it works on an empty chain too.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_for_benchmark(underlying: UnderlyingId, spot: Price, volatility: FixedU128) {
		let listed = Underlyings::<T>::get(underlying);
		let first = underlying.0.saturating_mul(2).saturating_add(1_000);
		let spot_feed = listed.map(|info| info.spot).unwrap_or(FeedId(first));
		let external = listed.and_then(|info| match info.volatility {
			VolatilityPolicy::External(feed) => Some(feed),
			_ => None,
		});
		let surface = external.unwrap_or(FeedId(first.saturating_add(1)));
		Self::quote_for_benchmark(spot_feed, FeedKind::Price, spot);
		Self::surface_for_benchmark(surface, volatility);
		let volatility = VolatilityPolicy::External(surface);
		Underlyings::<T>::insert(underlying, UnderlyingInfo { spot: spot_feed, volatility });
		// Whatever else is listed (the stablecoin) counts one USD, or nothing could be valued.
		let is_silent =
			|feed: &FeedId| Quotes::<T>::get(feed).is_none_or(|quote| quote.rounds.is_empty());
		let silent: alloc::vec::Vec<_> = Feeds::<T>::iter()
			.filter(|(feed, info)| info.kind == FeedKind::Price && is_silent(feed))
			.map(|(feed, _)| feed)
			.collect();
		for feed in silent {
			Self::quote_for_benchmark(feed, FeedKind::Price, FixedU128::from_u32(1));
		}
	}

	/// On the same smiles.
	#[cfg(feature = "runtime-benchmarks")]
	fn proxy_for_benchmark(underlying: UnderlyingId) {
		let Some(info) = Underlyings::<T>::get(underlying) else { return };
		let Some(feed) = info.volatility.feed() else { return };
		let volatility = VolatilityPolicy::Proxy { feed, beta: FixedU128::from_rational(3, 2) };
		Underlyings::<T>::insert(underlying, UnderlyingInfo { volatility, ..info });
		Averages::<T>::insert(info.spot, crate::benchmarking::setup::history::<T>());
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl<T: Config> Pallet<T> {
	/// A feed with three rounds at this price, finished now by enough feeders to be `Valid`.
	pub fn quote_for_benchmark(feed: FeedId, kind: FeedKind, price: Price) {
		let venue = match kind {
			FeedKind::Price => Venue::Kraken,
			FeedKind::Volatility => Venue::DeribitVolatility,
			FeedKind::Surface => Venue::DeribitOptions,
		};
		let symbol = BoundedVec::truncate_from(b"BENCH".to_vec());
		let info = FeedInfo {
			description: Default::default(),
			kind,
			min: Price::from_inner(1),
			max: kind.highest(),
			sources: BoundedVec::truncate_from(alloc::vec![Source { venue, symbol }]),
			quote: None,
			slow: SlowPrice::Average,
		};
		let at = T::Time::now();
		let last = Parameters::<T>::get().round(at);
		let rounds = (0..u64::from(ROUNDS_KEPT)).map(|back| Round {
			round: last.saturating_sub(back),
			at,
			price,
			confidence: Default::default(),
			count: 4,
			feeders: 4,
		});
		let rounds = BoundedVec::truncate_from(rounds.collect());
		Feeds::<T>::insert(feed, info);
		let quote = Quote { kind, halted: false, average: price, stable: None, rounds };
		Quotes::<T>::insert(feed, quote);
	}

	/// An option market with as many expiries as there can be, at one volatility, without carry, finished
	/// now by enough feeders to be `Valid`.
	pub fn surface_for_benchmark(feed: FeedId, volatility: FixedU128) {
		Self::quote_for_benchmark(feed, FeedKind::Surface, volatility);
		Quotes::<T>::mutate(feed, |quote| {
			if let Some(quote) = quote {
				quote.rounds = Default::default();
			}
		});
		let now = T::Time::now();
		let row = |n: u32| Row::flat(volatility, now, Moment::from(n).saturating_mul(30 * DAY_MS));
		let rows = BoundedVec::truncate_from((1..=MAX_SLICES).map(row).collect());
		let open = Parameters::<T>::get().surface_round(now);
		Surfaces::<T>::insert(feed, Surface { open, rows });
	}
}
