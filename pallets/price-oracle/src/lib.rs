// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod crypto;
mod feeds;
mod impl_traits;
#[cfg(test)]
mod mock;
pub mod offchain;
mod reports;
mod rounds;
mod settlements;
mod slices;
mod state;
pub mod stats;
mod surface;
mod surfaces;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use reports::{rejection, BATCH_BLOCKS, BATCH_LONGEVITY, BATCH_PRIORITY};
pub use slices::*;
pub use surface::{Row, Surface, POINTS};
pub use types::*;

use frame_support::pallet_prelude::*;
use sp_runtime::{
	traits::{Saturating, Zero},
	AccountId32,
};
use straddle_primitives::*;

/// The target under which this pallet logs.
pub const LOG_TARGET: &str = "oracle";

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		crypto::{AuthorityId, AuthoritySignature},
		weights::WeightInfo,
	};
	use alloc::{string::String, vec::Vec};
	use frame_support::{
		storage::bounded_btree_map::BoundedBTreeMap, traits::Time, weights::WeightMeter,
	};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<AccountId = AccountId32> + CreateAuthorizedTransaction<Call<Self>>
	{
		/// Chain time in milliseconds.
		type Time: Time<Moment = Moment>;
		/// Lists feeds and underlyings, sets parameters, resumes a feed.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Stops a feed.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of the calls and of the block's work.
		type WeightInfo: WeightInfo;
	}

	/// The feeds. Read by feeders' workers and once for each finished round; readings use `Quotes`.
	#[pallet::storage]
	pub type Feeds<T: Config> = CountedStorageMap<_, Twox64Concat, FeedId, FeedInfo>;

	/// The last rounds of each feed: what readings are made from. Apart from `Feeds` and `Averages`,
	/// because every trade reads it.
	#[pallet::storage]
	pub type Quotes<T: Config> = StorageMap<_, Twox64Concat, FeedId, Quote>;

	/// The last minutes of each feed, from which `Quote::average` is made, and how much it moves.
	#[pallet::storage]
	pub type Averages<T: Config> = StorageMap<_, Twox64Concat, FeedId, History, ValueQuery>;

	/// What the stable prices remember, of feeds that have one.
	#[pallet::storage]
	pub type Stables<T: Config> = StorageMap<_, Twox64Concat, FeedId, Stable, ValueQuery>;

	/// What options are written on.
	#[pallet::storage]
	pub type Underlyings<T: Config> =
		CountedStorageMap<_, Twox64Concat, UnderlyingId, UnderlyingInfo>;

	/// The numbers of RISK.md 4.
	#[pallet::storage]
	pub type Parameters<T: Config> = StorageValue<_, Params, ValueQuery>;

	/// Where exchanges answer, unless a node knows better. Apart from `Parameters`, because only
	/// workers read it.
	#[pallet::storage]
	pub type Urls<T: Config> = StorageMap<_, Twox64Concat, Exchange, Url>;

	/// Who reports: the collators of this session.
	#[pallet::storage]
	pub type Feeders<T: Config> =
		StorageValue<_, BoundedVec<AuthorityId, ConstU32<MAX_FEEDERS>>, ValueQuery>;

	/// Reports for rounds that are not finished. By key and not by place in the list, which
	/// changes with the session. Keys are chosen by their owners, hence the strong hasher.
	#[pallet::storage]
	pub type Reports<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u64, Blake2_128Concat, AuthorityId, PriceList>;

	/// The rounds that wait to be finished, with how many reports each has. All are newer than the
	/// last finished one.
	#[pallet::storage]
	pub type Pending<T: Config> =
		StorageValue<_, BoundedBTreeMap<u64, Waiting, ConstU32<MAX_PENDING>>, ValueQuery>;

	/// Slices for surface rounds that are not finished, by feed and surface round.
	#[pallet::storage]
	pub type SurfaceReports<T: Config> =
		StorageDoubleMap<_, Twox64Concat, (FeedId, u64), Blake2_128Concat, AuthorityId, Slices>;

	/// The surface rounds that wait to be finished, with how many reports each has.
	#[pallet::storage]
	pub type SurfacePending<T: Config> = StorageValue<
		_,
		BoundedBTreeMap<(u64, FeedId), u16, ConstU32<MAX_SURFACES_PENDING>>,
		ValueQuery,
	>;

	/// What a quorum makes of each option market. Read by whatever prices its options.
	#[pallet::storage]
	pub type Surfaces<T: Config> = StorageMap<_, Twox64Concat, FeedId, Surface, ValueQuery>;

	/// The last finished round. Neither part ever falls.
	#[pallet::storage]
	pub type LastFinished<T: Config> = StorageValue<_, Finished>;

	/// Settlement prices and measurements under way.
	#[pallet::storage]
	pub type Settlements<T: Config> =
		StorageDoubleMap<_, Twox64Concat, UnderlyingId, Twox64Concat, Moment, Settlement>;

	/// The expiries that are not fixed yet, soonest first.
	#[pallet::storage]
	pub type Watched<T: Config> =
		StorageValue<_, BoundedVec<(Moment, UnderlyingId), ConstU32<MAX_WATCHED>>, ValueQuery>;

	/// All fixed settlements blended into 32 bytes, so that `try_state` sees when one is changed.
	#[pallet::storage]
	pub type Seal<T: Config> = StorageValue<_, [u8; 32], ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A round was finished with so many reports; these feeds had a quorum.
		RoundFinished {
			round: u64,
			reports: u32,
			feeds: BoundedVec<(FeedId, Price, PriceState), ConstU32<MAX_FEEDS>>,
		},
		/// A surface round was finished with so many reports; so many expiries had a quorum.
		SurfaceFinished { feed: FeedId, round: u64, reports: u32, expiries: u32 },
		/// A round's time was over and no feed had a quorum. It closes no other round.
		RoundDropped { round: u64, reports: u32 },
		/// There are new feeders.
		FeedersChanged { count: u32 },
		/// A feed was listed or changed.
		FeedSet { feed: FeedId },
		/// A feed is gone.
		FeedRemoved { feed: FeedId },
		/// A feed was stopped: nothing can be done on its price.
		FeedHalted { feed: FeedId },
		/// A feed runs again. It has no price until a round is finished.
		FeedResumed { feed: FeedId },
		/// An underlying was listed or changed.
		UnderlyingSet { underlying: UnderlyingId, info: UnderlyingInfo },
		/// The parameters were changed.
		ParamsSet { old: Params, new: Params },
		/// The place where workers look for an exchange was changed; `None`: nowhere.
		UrlSet { exchange: Exchange, url: Option<Url> },
		/// A settlement price is going to be measured.
		SettlementWatched { underlying: UnderlyingId, expiry: Moment },
		/// A settlement price is fixed. `complete`: on as much valid time as the rule asks for;
		/// if not, time ran out and it is the average of what there was.
		SettlementFixed { underlying: UnderlyingId, expiry: Moment, price: Price, complete: bool },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The batch is not one that can be taken now.
		Batch(BatchFault),
		/// The feed does not make sense.
		Feed(FeedFault),
		/// The parameters do not make sense.
		Params(ParamsFault),
		/// There is no such feed.
		UnknownFeed,
		/// There is no such underlying.
		UnknownUnderlying,
		/// No more feeds can be listed.
		TooManyFeeds,
		/// No more underlyings can be listed.
		TooManyUnderlyings,
		/// An underlying or another feed needs this feed.
		FeedInUse,
		/// A feed's kind never changes.
		KindFixed,
		/// The feed gives another kind of number.
		WrongKind,
		/// A quote must be another feed, of a price, that has no quote itself.
		BadQuote,
		/// A proxy's factor must be above 0 and at most [`MAX_BETA`].
		BadBeta,
		/// The lengths of a round and of a surface round are fixed at genesis.
		RoundLengthFixed,
		/// The feed is stopped already.
		AlreadyHalted,
		/// The feed is not stopped.
		NotHalted,
		/// The URL is not plain ASCII, begins with neither `http://` nor `https://`, or ends in `/`.
		BadUrl,
		/// The expiry has passed: its price can no longer be measured.
		ExpiryPassed,
		/// No more settlement prices can be waited for.
		TooManySettlements,
	}

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
		fn build(&self) -> FeedInfo {
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

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Feeds; a quote comes before the feeds that need it.
		pub feeds: Vec<GenesisFeed>,
		/// Underlyings.
		pub underlyings: Vec<(UnderlyingId, UnderlyingInfo)>,
		/// Parameters.
		pub params: Params,
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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		fn offchain_worker(block: BlockNumberFor<T>) {
			offchain::run::<T>(block);
		}

		fn integrity_test() {
			// A batch that does not fit is refused exactly when everybody has one.
			let batch = T::WeightInfo::report(MAX_FEEDS)
				.saturating_add(T::WeightInfo::authorize_report(MAX_FEEDS));
			let limits = <T as frame_system::Config>::BlockWeights::get();
			let most = limits.get(DispatchClass::Operational).max_extrinsic;
			assert!(most.is_none_or(|most| batch.all_lte(most)), "a batch fits in a block");
			let round = T::WeightInfo::look_at_round(MAX_FEEDERS, MAX_FEEDS)
				.saturating_add(T::WeightInfo::finish_round(MAX_FEEDERS, MAX_FEEDS));
			assert!(round.all_lte(limits.max_block), "a round can be finished in a block");
			let surface = T::WeightInfo::report_surface(MAX_SLICES)
				.saturating_add(T::WeightInfo::authorize_report_surface(MAX_SLICES));
			assert!(most.is_none_or(|most| surface.all_lte(most)), "a surface fits in a block");
			let finish = T::WeightInfo::finish_surface(MAX_FEEDERS, MAX_SLICES);
			assert!(finish.all_lte(limits.max_block), "a surface can be finished in a block");
			assert!(Params::default().validate().is_ok(), "the defaults are valid");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// A feeder's prices for one round, signed with its oracle key. Free, because nobody but a
		/// feeder gets this far, once for each round.
		///
		/// # Errors
		/// The pool and the block refuse it with the reasons of [`BatchFault`] or `BadProof`; called
		/// with an authorized origin it fails with [`Error::Batch`].
		#[pallet::call_index(0)]
		#[pallet::weight((
			T::WeightInfo::report(batch.prices.len() as u32),
			DispatchClass::Operational,
			Pays::No,
		))]
		#[pallet::authorize(Pallet::<T>::authorize_report)]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_report(batch.prices.len() as u32))]
		pub fn report(
			origin: OriginFor<T>,
			batch: BatchOf<T>,
			signature: AuthoritySignature,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			// It was checked when the transaction was authorized, in this same block.
			let _ = signature;
			Self::do_report(batch)
		}

		/// List a feed, or change all of it but its kind. Origin: risk.
		///
		/// # Errors
		/// `Feed`, `KindFixed`, `TooManyFeeds`, `UnknownFeed` (the quote), `BadQuote`.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_feed())]
		pub fn set_feed(origin: OriginFor<T>, feed: FeedId, info: FeedInfo) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_feed(feed, info)
		}

		/// Remove a feed and its history. Origin: risk.
		///
		/// # Errors
		/// `UnknownFeed`, `FeedInUse`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::remove_feed())]
		pub fn remove_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_remove_feed(feed)
		}

		/// List an underlying, or change the feeds behind it. Origin: risk.
		///
		/// # Errors
		/// `UnknownFeed`, `WrongKind`, `BadBeta`, `TooManyUnderlyings`.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::set_underlying())]
		pub fn set_underlying(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			info: UnderlyingInfo,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_underlying(underlying, info)
		}

		/// Change the parameters, all but the length of a round. Origin: risk.
		///
		/// # Errors
		/// `Params`, `RoundLengthFixed`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: Params) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Stop a feed: it reads `NoQuorum` until it is resumed. Origin: restrict.
		///
		/// # Errors
		/// `UnknownFeed`, `AlreadyHalted`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::halt_feed())]
		pub fn halt_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			T::RestrictOrigin::ensure_origin(origin)?;
			Self::do_halt_feed(feed)
		}

		/// Let a stopped feed run again, from nothing. Origin: risk.
		///
		/// # Errors
		/// `UnknownFeed`, `NotHalted`.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::resume_feed())]
		pub fn resume_feed(origin: OriginFor<T>, feed: FeedId) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_resume_feed(feed)
		}

		/// Where workers look for an exchange when their node does not say otherwise. Origin: risk.
		///
		/// # Errors
		/// `BadUrl`.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_url())]
		pub fn set_url(
			origin: OriginFor<T>,
			exchange: Exchange,
			url: Option<Url>,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_url(exchange, url)
		}

		/// A feeder's slices of one surface for one surface round, signed with its oracle key. Free, because
		/// nobody but a feeder gets this far, once for each surface and surface round.
		///
		/// # Errors
		/// As [`Pallet::report`].
		#[pallet::call_index(8)]
		#[pallet::weight((
			T::WeightInfo::report_surface(batch.slices.len() as u32),
			DispatchClass::Operational,
			Pays::No,
		))]
		#[pallet::authorize(Pallet::<T>::authorize_report_surface)]
		#[pallet::weight_of_authorize(T::WeightInfo::authorize_report_surface(batch.slices.len() as u32))]
		pub fn report_surface(
			origin: OriginFor<T>,
			batch: SurfaceBatchOf<T>,
			signature: AuthoritySignature,
		) -> DispatchResult {
			ensure_authorized(origin)?;
			// It was checked when the transaction was authorized, in this same block.
			let _ = signature;
			Self::do_report_surface(batch)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// A feed as it stands now.
		pub fn price(feed: FeedId) -> Reading {
			<Self as straddle_traits::Prices>::reading(feed, Lens::Latest)
		}

		/// What a feed can be used for now.
		pub fn feed_state(feed: FeedId) -> PriceState {
			Self::price(feed).state
		}

		/// A feed through the median of its last three rounds.
		pub fn median(feed: FeedId) -> Reading {
			<Self as straddle_traits::Prices>::reading(feed, Lens::MedianOfThree)
		}

		/// A feed's ten-minute average as of its last finished round.
		pub fn average(feed: FeedId) -> Option<Price> {
			Quotes::<T>::get(feed)
				.filter(|quote| !quote.rounds.is_empty())
				.map(|quote| quote.average)
		}

		/// A feed's slow price as of its last finished round.
		pub fn slow(feed: FeedId) -> Option<Price> {
			Quotes::<T>::get(feed)
				.filter(|quote| !quote.rounds.is_empty())
				.map(|quote| quote.slow())
		}

		/// What is kept of an option market.
		pub fn surface(feed: FeedId) -> Surface {
			Surfaces::<T>::get(feed)
		}

		/// The volatility by which a series is valued now.
		pub fn volatility(series: Series, lens: Lens) -> Reading {
			<Self as straddle_traits::Prices>::volatility(&series, lens)
		}

		/// The forward by which the options and futures of an expiry are valued now.
		pub fn forward(underlying: UnderlyingId, expiry: Moment, lens: Lens) -> Reading {
			<Self as straddle_traits::Prices>::forward(underlying, expiry, lens)
		}

		/// The settlement price of an expiry, or how far its measurement is.
		pub fn settlement_status(underlying: UnderlyingId, expiry: Moment) -> Option<Settlement> {
			Settlements::<T>::get(underlying, expiry)
		}
	}

	impl<T: Config> Pallet<T> {
		fn do_set_params(new: Params) -> DispatchResult {
			new.validate().map_err(Error::<T>::Params)?;
			let old = Parameters::<T>::get();
			let fixed = |params: &Params| (params.round_ms, params.surface_rounds);
			ensure!(fixed(&new) == fixed(&old), Error::<T>::RoundLengthFixed);
			Parameters::<T>::put(new);
			Self::deposit_event(Event::ParamsSet { old, new });
			Ok(())
		}

		fn do_set_url(exchange: Exchange, url: Option<Url>) -> DispatchResult {
			ensure!(url.as_ref().is_none_or(|url| offchain::is_url(url)), Error::<T>::BadUrl);
			Urls::<T>::set(exchange, url.clone());
			Self::deposit_event(Event::UrlSet { exchange, url });
			Ok(())
		}
	}
}
