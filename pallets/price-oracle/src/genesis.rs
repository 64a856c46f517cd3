// SPDX-License-Identifier: GPL-3.0-or-later

//! How a genesis file spells a feed, and what is made of such a file.

use crate::types::*;
use alloc::{string::String, vec::Vec};
use frame_support::pallet_macros::pallet_section;
use straddle_primitives::*;

/// A feed as a genesis file spells it.
#[derive(Clone, Debug, Eq, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisFeed {
	/// Its id.
	pub id: FeedId,
	/// For people.
	pub description: String,
	/// What its number is.
	#[serde(default)]
	pub kind: FeedKind,
	/// The lowest value that counts, in decimal text.
	#[serde(with = "crate::text")]
	pub min: Price,
	/// The highest value that counts, in decimal text.
	#[serde(with = "crate::text")]
	pub max: Price,
	/// Where it is read: venue and symbol.
	pub sources: Vec<(Venue, String)>,
	/// What Binance quotes in.
	#[serde(default)]
	pub quote: Option<FeedId>,
	/// What its slow price is.
	#[serde(default)]
	pub slow: SlowPrice,
}

impl GenesisFeed {
	/// The feed itself; a genesis with one that does not fit is a mistake, hence the panics.
	pub(crate) fn build(&self) -> FeedInfo {
		let source = |(venue, symbol): &(Venue, String)| Source {
			venue: *venue,
			symbol: symbol.clone().into_bytes().try_into().expect("a symbol is too long"),
		};
		let sources = self.sources.iter().map(source).collect::<Vec<_>>();
		let description = self.description.clone().into_bytes();
		FeedInfo {
			description: description.try_into().expect("a description is too long"),
			kind: self.kind,
			min: self.min,
			max: self.max,
			sources: sources.try_into().expect("a feed has too many sources"),
			quote: self.quote,
			slow: self.slow,
		}
	}
}

#[pallet_section]
mod genesis_config {
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Feeds; a quote comes before the feeds that need it.
		pub feeds: Vec<GenesisFeed>,
		/// Underlyings.
		pub underlyings: Vec<(UnderlyingId, UnderlyingInfo)>,
		/// Parameters.
		pub params: Params,
		/// Bonds, rewards and penalties; the defaults if they are not named.
		#[serde(default)]
		pub incentives: IncentiveParams,
		/// Where exchanges answer.
		pub urls: Vec<(Exchange, String)>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			self.params.validate().expect("the oracle's parameters are valid");
			Parameters::<T>::put(self.params);
			self.incentives.validate().expect("the incentives are valid");
			Incentives::<T>::put(self.incentives);
			for feed in &self.feeds {
				assert!(!Feeds::<T>::contains_key(feed.id), "a feed is listed twice");
				Pallet::<T>::do_set_feed(feed.id, feed.build()).expect("a feed is valid");
			}
			for (underlying, info) in &self.underlyings {
				Pallet::<T>::do_set_underlying(*underlying, *info).expect("an underlying is valid");
			}
			for (exchange, url) in &self.urls {
				let url = url.clone().into_bytes().try_into().expect("a URL is too long");
				Pallet::<T>::do_set_url(*exchange, Some(url)).expect("a URL is valid");
			}
		}
	}
}
