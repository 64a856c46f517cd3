// SPDX-License-Identifier: GPL-3.0-or-later

//! What is listed: feeds, where they are read, and what options are written on. Records, their bounds and
//! what makes them valid.

use crate::text;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, traits::ConstU32, BoundedVec, PalletError};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::traits::Zero;
use straddle_primitives::*;

/// Feeds that can be listed, and so prices in a batch.
pub const MAX_FEEDS: u32 = 64;
/// Underlyings that can be listed.
pub const MAX_UNDERLYINGS: u32 = 64;
/// Sources of one feed.
pub const MAX_SOURCES: u32 = 8;
/// Bytes of a symbol at a venue.
pub const MAX_SYMBOL: u32 = 32;
/// Bytes of a feed's description.
pub const MAX_DESCRIPTION: u32 = 32;
/// Bytes of a base URL.
pub const MAX_URL: u32 = 128;
/// The highest bound that a feed may have: with it no sum over a settlement can overflow.
pub const MAX_PRICE: Price = Price::from_inner(10u128.pow(12 + 18));
/// The same of a surface: what [`straddle_math::svi::lines`] can keep.
pub const MAX_SURFACE_VOLATILITY: Price = Price::from_u32(10);

/// A symbol as a venue spells it.
pub type Symbol = BoundedVec<u8, ConstU32<MAX_SYMBOL>>;
/// The base of a venue's URLs, without a slash at its end.
pub type Url = BoundedVec<u8, ConstU32<MAX_URL>>;

/// Where prices are published.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum Exchange {
	/// api.kraken.com
	Kraken,
	/// api.coinbase.com
	Coinbase,
	/// api.binance.com
	Binance,
	/// www.deribit.com
	Deribit,
}

impl Exchange {
	/// Its name in keys and paths.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Kraken => "kraken",
			Self::Coinbase => "coinbase",
			Self::Binance => "binance",
			Self::Deribit => "deribit",
		}
	}
}

/// One kind of question that an exchange answers.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
pub enum Venue {
	/// Last trade; symbol `XBTUSD`.
	Kraken,
	/// Spot price; symbol `BTC-USD`.
	Coinbase,
	/// Last trade in USDT, which the feed's quote turns into USD; symbol `BTCUSDT`.
	Binance,
	/// Index price; symbol `btc_usd`.
	DeribitIndex,
	/// Close of the last minute of the volatility index, in percent points; symbol `BTC`.
	DeribitVolatility,
	/// The summary of an option book, of which the worker makes a smile for each expiry; symbol `BTC`.
	DeribitOptions,
}

impl Venue {
	/// Who answers.
	pub const fn exchange(self) -> Exchange {
		match self {
			Self::Kraken => Exchange::Kraken,
			Self::Coinbase => Exchange::Coinbase,
			Self::Binance => Exchange::Binance,
			Self::DeribitIndex | Self::DeribitVolatility | Self::DeribitOptions => {
				Exchange::Deribit
			},
		}
	}

	/// What kind of number it gives.
	pub const fn kind(self) -> FeedKind {
		match self {
			Self::DeribitVolatility => FeedKind::Volatility,
			Self::DeribitOptions => FeedKind::Surface,
			_ => FeedKind::Price,
		}
	}
}

/// Where a feed's number is read.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub struct Source {
	/// The question.
	pub venue: Venue,
	/// What it is asked about.
	pub symbol: Symbol,
}

/// What a feed's number is.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub enum FeedKind {
	/// USD per whole unit.
	#[default]
	Price,
	/// Volatility per year (1.0 = 100 %).
	Volatility,
	/// A smile for each expiry of an option market; the feed's bounds are those of volatilities.
	Surface,
}

impl FeedKind {
	/// The highest bound that a feed of it may have.
	pub const fn highest(self) -> Price {
		match self {
			Self::Price | Self::Volatility => MAX_PRICE,
			Self::Surface => MAX_SURFACE_VOLATILITY,
		}
	}
}

/// What the slow price of a feed is, to which new risk is held beside the latest one (RISK.md 4).
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub enum SlowPrice {
	/// The average of ten minutes: of what is traded everywhere.
	#[default]
	Average,
	/// The stable price of [`straddle_math::stable`]: of thin assets, which can be pumped for an hour.
	Stable,
}

/// A feed: one number that the feeders report.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct FeedInfo {
	/// For people.
	pub description: BoundedVec<u8, ConstU32<MAX_DESCRIPTION>>,
	/// What its number is.
	pub kind: FeedKind,
	/// The lowest value that counts.
	pub min: Price,
	/// The highest value that counts.
	pub max: Price,
	/// Where the worker reads it.
	pub sources: BoundedVec<Source, ConstU32<MAX_SOURCES>>,
	/// The feed of the unit in which Binance quotes (USDT in USD). While that feed is not usable,
	/// Binance does not count.
	pub quote: Option<FeedId>,
	/// What its slow price is.
	pub slow: SlowPrice,
}

/// What is wrong with a feed.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum FeedFault {
	/// The bounds are not `0 < min < max ≤` [`MAX_PRICE`]; of a surface, [`MAX_SURFACE_VOLATILITY`].
	Bounds,
	/// There is no source.
	NoSource,
	/// A source is there twice.
	SourceTwice,
	/// A symbol is empty or has a character other than a letter, a digit, `-` and `_`.
	Symbol,
	/// A source does not give this kind of number.
	SourceKind,
	/// Binance quotes in USDT, and no feed says what that is worth.
	QuoteMissing,
}

impl FeedInfo {
	/// That the record makes sense by itself.
	///
	/// # Errors
	/// See [`FeedFault`].
	pub fn validate(&self) -> Result<(), FeedFault> {
		use FeedFault::*;
		let bounds = !self.min.is_zero() && self.min < self.max && self.max <= self.kind.highest();
		ensure!(bounds, Bounds);
		ensure!(!self.sources.is_empty(), NoSource);
		for (index, source) in self.sources.iter().enumerate() {
			ensure!(
				!self.sources.iter().skip(index.saturating_add(1)).any(|s| s == source),
				SourceTwice,
			);
			ensure!(is_symbol(&source.symbol), Symbol);
			ensure!(source.venue.kind() == self.kind, SourceKind);
			ensure!(source.venue != Venue::Binance || self.quote.is_some(), QuoteMissing);
		}
		Ok(())
	}

	/// Whether a value counts.
	pub fn admits(&self, value: Price) -> bool {
		self.min <= value && value <= self.max
	}
}

/// Whether this can stand in a question to a venue.
pub fn is_symbol(bytes: &[u8]) -> bool {
	let plain = |c: &u8| c.is_ascii_alphanumeric() || *c == b'-' || *c == b'_';
	!bytes.is_empty() && bytes.len() <= MAX_SYMBOL as usize && bytes.iter().all(plain)
}

/// Where an underlying's volatility comes from (RISK.md 4).
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub enum VolatilityPolicy {
	/// A listed venue's own.
	External(FeedId),
	/// Another underlying's, scaled.
	Proxy {
		/// The other's feed.
		feed: FeedId,
		/// What it is multiplied by.
		#[serde(with = "text")]
		beta: FixedU128,
	},
	/// There is none: options are margined at their largest loss.
	#[default]
	None,
}

impl VolatilityPolicy {
	/// The feed behind it.
	pub const fn feed(&self) -> Option<FeedId> {
		match self {
			Self::External(feed) | Self::Proxy { feed, .. } => Some(*feed),
			Self::None => None,
		}
	}
}

/// Something that options are written on.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
pub struct UnderlyingInfo {
	/// Its price.
	pub spot: FeedId,
	/// Its volatility.
	pub volatility: VolatilityPolicy,
}

/// The largest factor of a [`VolatilityPolicy::Proxy`].
pub const MAX_BETA: FixedU128 = FixedU128::from_u32(10);
