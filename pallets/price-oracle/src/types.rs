// SPDX-License-Identifier: GPL-3.0-or-later

//! Records, their bounds and what makes them valid.

use crate::stats::TimeWeighted;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec, PalletError};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{traits::Zero, Permill};
use straddle_primitives::*;

/// Feeders that are listened to. A longer set of collators is cut here.
pub const MAX_FEEDERS: u32 = 64;
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
/// Rounds that can wait to be finished.
pub const MAX_PENDING: u32 = 16;
/// Expiries whose settlement price can be waited for at once.
pub const MAX_WATCHED: u32 = 256;
/// Finished rounds that a reading is made from.
pub const ROUNDS_KEPT: u32 = 3;
/// The highest bound that a feed may have: with it no sum over a settlement can overflow.
pub const MAX_PRICE: Price = Price::from_inner(10u128.pow(12 + 18));
/// The same of a surface: what [`straddle_math::svi::lines`] can keep.
pub const MAX_SURFACE_VOLATILITY: Price = Price::from_u32(10);

/// The prices of one report, in strictly ascending order of feeds.
pub type PriceList = BoundedVec<(FeedId, Price), ConstU32<MAX_FEEDS>>;
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
		ensure(bounds, Bounds)?;
		ensure(!self.sources.is_empty(), NoSource)?;
		for (index, source) in self.sources.iter().enumerate() {
			ensure(
				!self.sources.iter().skip(index.saturating_add(1)).any(|s| s == source),
				SourceTwice,
			)?;
			ensure(is_symbol(&source.symbol), Symbol)?;
			ensure(source.venue.kind() == self.kind, SourceKind)?;
			ensure(source.venue != Venue::Binance || self.quote.is_some(), QuoteMissing)?;
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

/// The numbers of RISK.md 4. Times in milliseconds.
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
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Params {
	/// Length of a round. Fixed at genesis: every round's number is made from it.
	pub round_ms: Moment,
	/// Rounds in a surface round. Fixed at genesis likewise.
	pub surface_rounds: u32,
	/// How many rounds late a report may be. One missed slot makes it two.
	pub late_rounds: u32,
	/// `Stale` when the last finished round is older than so many rounds.
	pub stale_rounds: u32,
	/// `NoQuorum` when the last finished round is older than this.
	pub no_quorum_ms: Moment,
	/// Quorum without a floor of three and no rule of four feeders. For test networks only.
	pub small_network: bool,
	/// A source farther than this from the median of the sources is dropped by the worker.
	pub outlier: Permill,
	/// Feeders whose middle half is wider than this (each way) make a price `Uncertain`.
	pub disagreement: Permill,
	/// A price farther than this from its ten-minute average is `Uncertain`.
	pub opening_band: Permill,
	/// A price beyond so many times its ten-minute average, up or down, is `TooVolatile`.
	pub wild_factor: u32,
	/// A volatility that moved farther than this in one round is `Uncertain`.
	pub volatility_jump: Permill,
	/// Feeders whose volatilities near the money are farther apart than this (each way) make a row of a
	/// surface `Uncertain`, and so does a row that another expiry lifts by more.
	pub surface_disagreement: Permill,
	/// What a proxy's volatility is at least, as a multiple of what its spot price realised.
	#[serde(with = "text")]
	pub realised_factor: FixedU128,
	/// How long before its expiry a settlement price is measured. Three equal parts.
	pub settlement_window_ms: Moment,
	/// The longest time for which one sample counts.
	pub sample_max_ms: Moment,
	/// How much of each third of the window must be covered.
	pub coverage: Permill,
	/// How long after its expiry a settlement waits for as much valid time as the window has.
	pub settlement_cap_ms: Moment,
}

impl Default for Params {
	fn default() -> Self {
		Self {
			round_ms: 6_000,
			surface_rounds: 10,
			late_rounds: 2,
			stale_rounds: 3,
			no_quorum_ms: 5 * MINUTE_MS,
			small_network: false,
			outlier: Permill::from_percent(2),
			disagreement: Permill::from_percent(1),
			opening_band: Permill::from_percent(20),
			wild_factor: 5,
			volatility_jump: Permill::from_percent(10),
			surface_disagreement: Permill::from_percent(5),
			realised_factor: FixedU128::from_rational(5, 4),
			settlement_window_ms: 30 * MINUTE_MS,
			sample_max_ms: MINUTE_MS,
			coverage: Permill::from_percent(80),
			settlement_cap_ms: 24 * HOUR_MS,
		}
	}
}

/// What is wrong with the parameters.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum ParamsFault {
	/// `round_ms` is not within a second and ten minutes.
	Round,
	/// `surface_rounds` is not within 4 and 100.
	Surface,
	/// `late_rounds` is not within 1 and 8.
	Late,
	/// `stale_rounds` is not within 1 and 100.
	Stale,
	/// `no_quorum_ms` is shorter than what makes a price stale, or longer than an hour.
	NoQuorum,
	/// A share is zero or above one half.
	Share,
	/// `realised_factor` is above 10.
	Realised,
	/// `wild_factor` is not within 2 and 100.
	Wild,
	/// `sample_max_ms` is shorter than a round or longer than a third of the window.
	Sample,
	/// The window does not divide into three, or is longer than six hours.
	Window,
	/// `coverage` is below one half.
	Coverage,
	/// `settlement_cap_ms` is shorter than the window or longer than a week.
	Cap,
}

impl Params {
	/// That the numbers make sense together.
	///
	/// # Errors
	/// See [`ParamsFault`].
	pub fn validate(&self) -> Result<(), ParamsFault> {
		use ParamsFault::*;
		let half = Permill::from_percent(50);
		let share = |share: Permill| !share.is_zero() && share <= half;
		ensure((1_000..=10 * MINUTE_MS).contains(&self.round_ms), Round)?;
		ensure((4..=100).contains(&self.surface_rounds), Surface)?;
		ensure((1..=8).contains(&self.late_rounds), Late)?;
		ensure((1..=100).contains(&self.stale_rounds), Stale)?;
		ensure((self.stale_ms()..=HOUR_MS).contains(&self.no_quorum_ms), NoQuorum)?;
		ensure(share(self.outlier) && share(self.disagreement), Share)?;
		ensure(share(self.opening_band) && share(self.volatility_jump), Share)?;
		ensure(share(self.surface_disagreement), Share)?;
		ensure(self.realised_factor <= FixedU128::from_u32(10), Realised)?;
		ensure((2..=100).contains(&self.wild_factor), Wild)?;
		let window = self.settlement_window_ms;
		ensure(window.checked_rem(3) == Some(0) && window <= 6 * HOUR_MS, Window)?;
		ensure((self.round_ms..=self.third_ms()).contains(&self.sample_max_ms), Sample)?;
		ensure(self.coverage >= half, Coverage)?;
		ensure((window..=7 * DAY_MS).contains(&self.settlement_cap_ms), Cap)
	}

	/// The round in which `now` lies.
	pub fn round(&self, now: Moment) -> u64 {
		now.checked_div(self.round_ms).unwrap_or_default()
	}

	/// When the time of `round` is over: from then on it takes no reports.
	pub fn over(&self, round: u64) -> Moment {
		let rounds = round.saturating_add(self.late_rounds.into()).saturating_add(1);
		rounds.saturating_mul(self.round_ms)
	}

	/// Age at which a price becomes stale.
	pub fn stale_ms(&self) -> Moment {
		self.round_ms.saturating_mul(self.stale_rounds.into())
	}

	/// A third of the settlement window.
	pub fn third_ms(&self) -> Moment {
		self.settlement_window_ms.checked_div(3).unwrap_or_default()
	}

	/// How many of `feeders` must agree on a round: more than two thirds, and at least three
	/// outside of small networks.
	pub fn quorum(&self, feeders: u32) -> u32 {
		let most = feeders.saturating_mul(2).checked_div(3).unwrap_or_default().saturating_add(1);
		if self.small_network {
			most
		} else {
			most.max(3)
		}
	}
}

/// What a feeder signs: its prices for one round.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Batch<BlockNumber, Hash> {
	/// Place in the list of feeders.
	pub feeder: u16,
	/// The chain it is for: nothing else ties an authorized transaction to one.
	pub genesis: Hash,
	/// The round it is for.
	pub round: u64,
	/// The block on whose state the feeder looked.
	pub at_block: BlockNumber,
	/// The prices, in strictly ascending order of feeds.
	pub prices: PriceList,
}

/// A batch of this chain.
pub type BatchOf<T> = Batch<BlockNumberFor<T>, <T as frame_system::Config>::Hash>;

impl<BlockNumber: Encode, Hash: Encode> Batch<BlockNumber, Hash> {
	/// Keeps these signatures apart from whatever else the key may sign.
	const TAG: &'static [u8] = b"straddle/price-oracle/batch/v1";

	/// The bytes that are signed.
	pub fn payload(&self) -> alloc::vec::Vec<u8> {
		(Self::TAG, self).encode()
	}
}

/// Why a batch is refused before its signature is looked at.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum BatchFault {
	/// There is no feeder of that number.
	NotAFeeder,
	/// It was signed for another chain.
	OtherChain,
	/// Its round has not begun.
	RoundAhead,
	/// Its round is finished, or too old.
	RoundClosed,
	/// Its block is not there yet.
	BlockAhead,
	/// Its block is too old.
	BlockPast,
	/// The feeder has reported for this round.
	Reported,
	/// It has no price, or its feeds are not in strictly ascending order.
	Order,
	/// Too many rounds wait to be finished.
	Backlog,
	/// The feed is not a surface.
	NotASurface,
}

/// A finished round of one feed.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Round {
	/// Its number.
	pub round: u64,
	/// Chain time at which it was finished, or at which its time was over, if that was earlier.
	pub at: Moment,
	/// Median over the feeders.
	pub price: Price,
	/// Half the width of the feeders' middle half, as a share of the price.
	pub confidence: FixedU128,
	/// Reports that counted.
	pub count: u16,
	/// Feeders there were.
	pub feeders: u16,
}

/// What a reading is made from: small, because every trade reads it.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Quote {
	/// The feed's kind; it never changes.
	pub kind: FeedKind,
	/// Whether the feed is stopped.
	pub halted: bool,
	/// Ten-minute average of what came before the last finished round.
	pub average: Price,
	/// The stable price, of a feed whose slow price that is; zero before its first round.
	pub stable: Option<Price>,
	/// The last finished rounds, newest first.
	pub rounds: BoundedVec<Round, ConstU32<ROUNDS_KEPT>>,
}

/// A round that waits to be finished.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Waiting {
	/// Its reports, also those of keys that are no longer feeders.
	pub reports: u16,
	/// How many of them there were when it was last looked at.
	pub looked: u16,
}

impl Waiting {
	/// Whether the round may be decided before its time is over.
	pub fn is_worth_a_look(&self, quorum: u32) -> bool {
		self.reports != self.looked && u32::from(self.reports) >= quorum
	}
}

/// The last round that was finished.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Finished {
	/// Its number: this round and all before it take no more reports.
	pub round: u64,
	/// Chain time at which it was finished, or at which its time was over, if that was earlier.
	pub at: Moment,
}

/// The measurement of one settlement price.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Watch {
	/// Up to when time has been counted.
	pub since: Moment,
	/// The three thirds of the window before the expiry.
	pub thirds: [TimeWeighted; 3],
	/// What was quoted after the expiry, until there is as much valid time as the window has.
	pub extension: TimeWeighted,
}

/// A settlement price, or the way to it.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Settlement {
	/// Not fixed yet.
	Watching(Watch),
	/// Fixed for ever.
	Fixed {
		/// USD per unit of the underlying.
		price: Price,
		/// Chain time at which it was fixed.
		at: Moment,
		/// Whether it rests on as much valid time as the rule asks for.
		complete: bool,
	},
}

/// Fixed point as decimal text, for genesis files. `FixedU128` by itself reads `"1000"` as so many
/// units of its eighteenth place.
pub(crate) mod text {
	use super::FixedU128;
	use crate::offchain::decimal;
	use alloc::{format, string::String};
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	pub fn serialize<S: Serializer>(value: &FixedU128, to: S) -> Result<S::Ok, S::Error> {
		let (inner, one) = (value.into_inner(), 10u128.pow(18));
		let whole = inner.checked_div(one).unwrap_or_default();
		let part = inner.checked_rem(one).unwrap_or_default();
		to.collect_str(&format_args!("{whole}.{part:018}"))
	}

	pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<FixedU128, D::Error> {
		let text = String::deserialize(from)?;
		decimal::parse(&text).map_err(|error| D::Error::custom(format!("{text}: {error:?}")))
	}
}

fn ensure<E>(holds: bool, fault: E) -> Result<(), E> {
	holds.then_some(()).ok_or(fault)
}
