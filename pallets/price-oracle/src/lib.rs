// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bonds;
pub mod crypto;
mod errors;
mod events;
mod feeds;
mod genesis;
mod history;
mod impl_traits;
mod incentives;
mod keys;
mod listing;
#[cfg(test)]
mod mock;
pub mod offchain;
mod offences;
mod params;
mod past;
mod periods;
mod records;
mod reports;
mod rounds;
mod seats;
mod settlements;
mod slices;
mod state;
pub mod stats;
mod surface;
mod surfaces;
#[cfg(test)]
mod tests;
mod text;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use genesis::GenesisFeed;
pub use history::{FeedStatus, FeederView};
pub use incentives::*;
pub use offences::EvidenceFault;
pub use pallet::*;
pub use past::*;
pub use reports::{rejection, BATCH_BLOCKS, BATCH_LONGEVITY, BATCH_PRIORITY};
pub use seats::Seats;
pub use slices::*;
pub use surface::{Row, Surface};
pub use types::*;

use frame_support::{
	pallet_macros::import_section, pallet_prelude::*, storage::bounded_btree_map::BoundedBTreeMap,
};
use sp_runtime::{
	traits::{Saturating, Zero},
	AccountId32, Permill,
};
use straddle_primitives::*;

/// A record for each feeder, and for some who were.
pub type RecordsOf = BoundedBTreeMap<AccountId32, Record, ConstU32<MAX_RECORDS>>;

/// The target under which this pallet logs.
pub const LOG_TARGET: &str = "oracle";

#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(genesis::genesis_config)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use crate::{
		crypto::{AuthorityId, AuthoritySignature},
		weights::WeightInfo,
	};
	use alloc::{string::String, vec::Vec};
	use frame_support::{
		storage::bounded_btree_set::BoundedBTreeSet,
		traits::{
			fungible::{BalancedHold, Credit, Mutate, MutateHold},
			OnUnbalanced, Time,
		},
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use straddle_traits::{Ladder, Restrictions};

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
		/// Where bonds are held and rewards are paid from.
		type Currency: Mutate<Self::AccountId, Balance = Balance>
			+ BalancedHold<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason: From<HoldReason>>;
		/// Gets what is slashed. Never the pot: feeders would gain by each other's faults.
		type Slashed: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;
		/// Names the pot.
		#[pallet::constant]
		type PotId: Get<PalletId>;
		/// Collators that stay whatever they did.
		#[pallet::constant]
		type MinSeats: Get<u32>;
		/// Lists feeds and underlyings, sets parameters, resumes a feed, admits reporters.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Stops a feed.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Told when accounts have to be looked at again.
		type Ladder: Ladder;
		/// Knows whether the house winds down.
		type Restrictions: Restrictions;
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
	pub type Averages<T: Config> = StorageMap<_, Twox64Concat, FeedId, PriceHistory, ValueQuery>;

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

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A feeder's bond.
		#[codec(index = 0)]
		FeederBond,
	}

	/// Who reports in this session: collators first, then reporters.
	#[pallet::storage]
	pub type Feeders<T: Config> =
		StorageValue<_, BoundedVec<Feeder, ConstU32<MAX_FEEDERS>>, ValueQuery>;

	/// The numbers of bonds, rewards and penalties.
	#[pallet::storage]
	pub type Incentives<T: Config> = StorageValue<_, IncentiveParams, ValueQuery>;

	/// Who may report without being a collator, in the order of admission.
	#[pallet::storage]
	pub type Reporters<T: Config> =
		StorageValue<_, BoundedVec<AccountId32, ConstU32<MAX_REPORTERS>>, ValueQuery>;

	/// Who has something at stake, and what is owed to him. Accounts are chosen by their owners, hence
	/// the strong hasher.
	#[pallet::storage]
	pub type Bonds<T: Config> = CountedStorageMap<_, Blake2_128Concat, AccountId32, Bond>;

	/// All that is owed. It never exceeds what is in the pot.
	#[pallet::storage]
	pub type TotalOwed<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// What feeders did. One item, because each round touches all of it.
	#[pallet::storage]
	pub type Records<T: Config> = StorageValue<_, RecordsOf, ValueQuery>;

	/// The round from which on the period can be ended. The first block sets it.
	#[pallet::storage]
	pub type PeriodEnds<T: Config> = StorageValue<_, u64>;

	/// Keys that were feeders', whose they were, and until when that matters.
	#[pallet::storage]
	pub type FormerKeys<T: Config> = StorageValue<
		_,
		BoundedVec<(AuthorityId, AccountId32, Moment), ConstU32<MAX_FORMER_KEYS>>,
		ValueQuery,
	>;

	/// The equivocations that were punished, as long as they could be reported again: the price round in which
	/// theirs began, the surface if they are of one, the key.
	#[pallet::storage]
	pub type Equivocations<T: Config> = StorageValue<
		_,
		BoundedBTreeSet<(u64, Option<FeedId>, AuthorityId), ConstU32<MAX_EQUIVOCATIONS>>,
		ValueQuery,
	>;

	/// The last rounds that were decided, oldest first. Their reports are kept.
	#[pallet::storage]
	pub type History<T: Config> =
		StorageValue<_, BoundedVec<Decided, ConstU32<HISTORY>>, ValueQuery>;

	/// Reports for rounds that are not decided, and for those in `History`. By key and not by place in the list, which
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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		fn offchain_worker(block: BlockNumberFor<T>) {
			offchain::run::<T>(block);
		}

		fn integrity_test() {
			Self::check_weights();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// A feeder's prices for one round, signed with its oracle key. Free, because nobody signs the
		/// transaction itself: whoever does pays, and gets nothing.
		///
		/// # Errors
		/// The pool and the block refuse it with the reasons of [`BatchFault`] or `BadProof`; called
		/// with an authorized origin it fails with [`Error::Batch`].
		#[pallet::call_index(0)]
		#[pallet::weight((
			T::WeightInfo::report(batch.prices.len() as u32),
			DispatchClass::Operational,
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

		/// List an underlying, or change the feeds behind it; then all accounts are looked at again. Origin: risk.
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

		/// A feeder's slices of one surface for one surface round, signed with its oracle key. Free
		/// as [`Pallet::report`] is.
		///
		/// # Errors
		/// As [`Pallet::report`].
		#[pallet::call_index(8)]
		#[pallet::weight((
			T::WeightInfo::report_surface(batch.slices.len() as u32),
			DispatchClass::Operational,
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

		/// Let an account report, once it has a bond and there is room. Origin: risk.
		///
		/// # Errors
		/// `AlreadyAdmitted`, `TooManyReporters`.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::admit_reporter())]
		pub fn admit_reporter(origin: OriginFor<T>, account: AccountId32) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_admit_reporter(account)
		}

		/// Take a reporter's admission; he leaves at the next session. His bond stays his. Origin: risk.
		///
		/// # Errors
		/// `NotAdmitted`.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::dismiss_reporter())]
		pub fn dismiss_reporter(origin: OriginFor<T>, account: AccountId32) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_dismiss_reporter(account)
		}

		/// Make the caller's bond whole, with the key that he reports with from the next session on; a
		/// collator reports with his session's key. It takes back a wish to leave. Origin: signed, by a
		/// reporter, a feeder or somebody with a bond.
		///
		/// `proof`: the key's signature over [`Pallet::bond_payload`].
		///
		/// # Errors
		/// `NotAdmitted`, `BadProof`, `TooManyBonds`, or the currency's: there is not so much.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::bond())]
		pub fn bond(
			origin: OriginFor<T>,
			key: AuthorityId,
			proof: AuthoritySignature,
		) -> DispatchResult {
			Self::do_bond(ensure_signed(origin)?, key, &proof)
		}

		/// Ask for the caller's bond. It earns nothing from now on; a reporter leaves at the next session.
		/// Origin: signed.
		///
		/// # Errors
		/// `NoBond`, `AlreadyLeaving`.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::unbond())]
		pub fn unbond(origin: OriginFor<T>) -> DispatchResult {
			Self::do_unbond(ensure_signed(origin)?)
		}

		/// Give the caller back what is left of the bond, and pay what is owed to him. Origin: signed.
		///
		/// # Errors
		/// `NoBond`, `NotLeaving`, `StillUnbonding`, `StillSeated`.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::withdraw_bond())]
		pub fn withdraw_bond(origin: OriginFor<T>) -> DispatchResult {
			Self::do_withdraw_bond(ensure_signed(origin)?)
		}

		/// Pay the caller what is owed to him. Origin: signed.
		///
		/// # Errors
		/// `NoBond`, `NothingOwed`.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::claim())]
		pub fn claim(origin: OriginFor<T>) -> DispatchResult {
			Self::do_claim(ensure_signed(origin)?)
		}

		/// Forgive an account its strikes, and let it have its seat back. Origin: risk.
		///
		/// # Errors
		/// `NothingToPardon`.
		#[pallet::call_index(26)]
		#[pallet::weight(T::WeightInfo::pardon())]
		pub fn pardon(origin: OriginFor<T>, account: AccountId32) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_pardon(account)
		}

		/// Change what feeders are paid and punished by. The length of a period changes with the next one.
		/// Origin: risk.
		///
		/// # Errors
		/// `Incentives`.
		#[pallet::call_index(27)]
		#[pallet::weight(T::WeightInfo::set_incentives())]
		pub fn set_incentives(origin: OriginFor<T>, incentives: IncentiveParams) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_incentives(incentives)
		}

		/// Prove that a key signed two batches with different prices for one round: its owner is slashed
		/// and has a strike. Free if it is so. Origin: signed, by anybody.
		///
		/// A worker signs once in a round, however often it runs (`offchain::run` claims the round in the
		/// node's storage first), so only a second node with the same key or a changed one does this.
		///
		/// # Errors
		/// `Evidence`.
		#[pallet::call_index(28)]
		#[pallet::weight(T::WeightInfo::report_equivocation())]
		pub fn report_equivocation(
			origin: OriginFor<T>,
			key: AuthorityId,
			first: BatchOf<T>,
			first_signature: AuthoritySignature,
			second: BatchOf<T>,
			second_signature: AuthoritySignature,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_report_equivocation(
				key,
				&first,
				&first_signature,
				&second,
				&second_signature,
			)?;
			Ok(Pays::No.into())
		}

		/// Prove that a key signed two batches with different slices of one surface for one surface round. All else
		/// is as with [`Pallet::report_equivocation`]. Origin: signed, by anybody.
		///
		/// # Errors
		/// `Evidence`.
		#[pallet::call_index(29)]
		#[pallet::weight(T::WeightInfo::report_surface_equivocation())]
		pub fn report_surface_equivocation(
			origin: OriginFor<T>,
			key: AuthorityId,
			first: SurfaceBatchOf<T>,
			first_signature: AuthoritySignature,
			second: SurfaceBatchOf<T>,
			second_signature: AuthoritySignature,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_report_surface_equivocation(
				key,
				&first,
				&first_signature,
				&second,
				&second_signature,
			)?;
			Ok(Pays::No.into())
		}

		/// Fix a settlement price that cannot be measured any more, by the last prices there were: the last
		/// resort of a house that winds down, seven days after the expiry and after the wind-down has begun. The price
		/// is the average of what was measured, or else of the ten minutes before the last finished round; nobody
		/// names it. Origin: risk.
		///
		/// # Errors
		/// `NotWatched`, `NotLastResort`, `StillPriced`, `NoRound`.
		#[pallet::call_index(30)]
		#[pallet::weight(T::WeightInfo::settle_by_last_price())]
		pub fn settle_by_last_price(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			expiry: Moment,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_settle_by_last_price(underlying, expiry, T::Time::now())
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

		/// The feeders of this session, with what each has at stake.
		pub fn feeders() -> Vec<FeederView> {
			Self::feeder_views()
		}

		/// What a feeder did, in this period and before.
		pub fn record(account: AccountId32) -> Option<Record> {
			Records::<T>::get().get(&account).copied()
		}

		/// What each key said in a round, while it waits and while it is kept.
		pub fn reports(round: u64) -> Vec<(AuthorityId, PriceList)> {
			Reports::<T>::iter_prefix(round).collect()
		}

		/// The last rounds that were decided, oldest first.
		pub fn last_rounds() -> Vec<Decided> {
			History::<T>::get().into_inner()
		}

		/// How a feed stands: its state, age and price, and who reported it last.
		pub fn feed_status(feed: FeedId) -> Option<FeedStatus> {
			Self::status(feed)
		}
	}
}
