// SPDX-License-Identifier: GPL-3.0-or-later

//! The door that this pallet stands behind: `Prices`.

use crate::{types::*, *};
use alloc::collections::BTreeMap;
use frame_support::traits::Time;
use sp_runtime::Saturating;
use straddle_traits::Prices;

/// What one dispatch or hook has read: [`Prices::Session`].
#[derive(Default)]
pub struct Known {
	underlyings: BTreeMap<UnderlyingId, Option<UnderlyingInfo>>,
	readings: BTreeMap<(FeedId, Lens), Reading>,
}

impl Known {
	fn underlying<T: Config>(&mut self, underlying: UnderlyingId) -> Option<UnderlyingInfo> {
		*self.underlyings.entry(underlying).or_insert_with(|| Underlyings::<T>::get(underlying))
	}
}

impl<T: Config> Prices for Pallet<T> {
	type Session = Known;

	fn reading_in(known: &mut Known, feed: FeedId, lens: Lens) -> Reading {
		*known.readings.entry((feed, lens)).or_insert_with(|| {
			let quote = Quotes::<T>::get(feed);
			let read = |quote: Quote| quote.reading(lens, &Parameters::<T>::get(), T::Time::now());
			quote.map(read).unwrap_or_default()
		})
	}

	fn spot_in(known: &mut Known, underlying: UnderlyingId, lens: Lens) -> Reading {
		let info = known.underlying::<T>(underlying);
		info.map(|info| Self::reading_in(known, info.spot, lens)).unwrap_or_default()
	}

	/// The spot, until there is a feed of futures.
	fn forward_in(
		known: &mut Known,
		underlying: UnderlyingId,
		_expiry: Moment,
		lens: Lens,
	) -> Reading {
		Self::spot_in(known, underlying, lens)
	}

	/// One number for all strikes and expiries, until there is a surface.
	fn volatility_in(known: &mut Known, series: &Series, lens: Lens) -> Reading {
		if series.kind == Kind::Future {
			return Reading { state: PriceState::Valid, at: T::Time::now(), ..Default::default() };
		}
		let Some(info) = known.underlying::<T>(series.underlying) else {
			return Reading::default();
		};
		match info.volatility {
			VolatilityPolicy::External(feed) => Self::reading_in(known, feed, lens),
			VolatilityPolicy::Proxy { feed, beta } => {
				let reading = Self::reading_in(known, feed, lens);
				Reading { price: reading.price.saturating_mul(beta), ..reading }
			},
			VolatilityPolicy::None => Reading::default(),
		}
	}

	/// The average of ten minutes.
	fn slow_in(known: &mut Known, underlying: UnderlyingId) -> Price {
		let feed = Self::spot_feed_in(known, underlying);
		feed.and_then(Quotes::<T>::get).map(|quote| quote.average).unwrap_or_default()
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
		let volatility_feed = external.unwrap_or(FeedId(first.saturating_add(1)));
		Self::quote_for_benchmark(spot_feed, FeedKind::Price, spot);
		Self::quote_for_benchmark(volatility_feed, FeedKind::Volatility, volatility);
		let volatility = VolatilityPolicy::External(volatility_feed);
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
			max: MAX_PRICE,
			sources: BoundedVec::truncate_from(alloc::vec![Source { venue, symbol }]),
			quote: None,
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
		Quotes::<T>::insert(feed, Quote { kind, halted: false, average: price, rounds });
	}
}
