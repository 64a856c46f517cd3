// SPDX-License-Identifier: GPL-3.0-or-later

//! How a genesis file spells a feed.

use crate::types::*;
use alloc::{string::String, vec::Vec};
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
	#[serde(with = "crate::types::text")]
	pub min: Price,
	/// The highest value that counts, in decimal text.
	#[serde(with = "crate::types::text")]
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
