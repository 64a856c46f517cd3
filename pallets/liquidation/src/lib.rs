// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod actions;
mod authors;
mod backstops;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bids;
mod clock;
mod costs;
pub mod crypto;
mod deficits;
mod errors;
mod events;
mod halts;
mod impl_traits;
mod ladder;
mod levels;
mod loans;
mod loss;
mod lots;
#[cfg(test)]
mod mock;
mod notices;
pub mod offchain;
mod own;
mod records;
mod sale;
mod scopes;
mod split;
mod states;
mod storage;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
mod weighed;
pub mod weights;

pub use authors::*;
pub use backstops::*;
pub use halts::*;
pub use ladder::*;
pub use levels::*;
pub use loans::*;
pub use lots::*;
pub use notices::*;
pub use own::*;
pub use pallet::*;
pub use sale::*;
pub use scopes::*;
pub use states::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::pallet_macros::import_section;

#[import_section(storage::genesis)]
#[import_section(storage::losses)]
#[import_section(storage::watched)]
#[import_section(storage::lots)]
#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{dispatch::DispatchClass, pallet_prelude::*, traits::Time};
	use frame_system::{
		offchain::{CreateAuthorizedTransaction, CreateSignedTransaction, SigningTypes},
		pallet_prelude::*,
	};
	use sp_runtime::{AccountId32, MultiSignature, MultiSigner, Perbill};
	use straddle_primitives::*;
	use straddle_traits::{
		CollateralCredit, DebtInterest, FeederKeys, Haircuts, Ledger, Level, Losses, OnAuction,
		OverdueCash, PoolClaims, Prices, Risk, Scope, SourceStates, Watch,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<AccountId = AccountId32>
		+ SigningTypes<Public = MultiSigner, Signature = MultiSignature>
		+ CreateAuthorizedTransaction<Call<Self>>
		+ CreateSignedTransaction<Call<Self>>
	{
		/// Chain time in milliseconds.
		type Time: Time<Moment = u64>;
		/// Rounds of the underlyings.
		type Prices: Prices;
		/// Who owns what, and what it is worth.
		type Ledger: Ledger<AccountId32> + Losses + Watch + DebtInterest;
		/// Who may flag for free.
		type Feeders: FeederKeys<AccountId32>;
		/// What lots are worth.
		type Collateral: CollateralCredit;
		/// What debtors did not repay in time.
		type Overdue: OverdueCash;
		/// What takes from collateral besides its price.
		type Haircuts: Haircuts;
		/// Bytes of proof recorded in this block so far, if the node tells: then the ladder's steps are
		/// charged what they recorded.
		type ProofSize: Get<Option<u64>>;
		/// Cancels what an account has resting when its auction starts.
		type OnAuction: OnAuction;
		/// Source chains and what depends on them.
		type Sources: SourceStates;
		/// What their pools owe to accounts.
		type Claims: PoolClaims;
		/// May change parameters and end a pause.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// May pause and raise emergency levels for a limited time, and nothing else.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Owner of the global pool's own margin accounts. Nobody may have a key for him.
		#[pallet::constant]
		type PoolOwner: Get<AccountId32>;
		/// Author of this block, if it is known.
		type Author: Get<Option<AccountId32>>;
		/// How many authors take turns.
		type AuthorCount: Get<u32>;
		/// Weights of calls and hooks.
		type WeightInfo: WeightInfo;
	}

	/// Parameters.
	#[pallet::storage]
	pub type Params<T: Config> = StorageValue<_, AuctionParams, ValueQuery>;

	/// Accounts in auction. The key is already a hash.
	#[pallet::storage]
	pub type Auctions<T: Config> = StorageMap<_, Identity, MarginAccountId, Auction>;

	/// How many auctions there are.
	#[pallet::storage]
	pub type AuctionCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// Auctions that ended a short time ago; pruned when they are too old to resume.
	#[pallet::storage]
	pub type Ended<T: Config> = StorageMap<_, Identity, MarginAccountId, EndedAuction>;

	/// Chain time of the last block in which the clocks could be looked at.
	#[pallet::storage]
	pub type Clock<T: Config> = StorageValue<_, Moment, OptionQuery>;

	/// Pause and grace.
	#[pallet::storage]
	pub type Halt<T: Config> = StorageValue<_, HaltState, ValueQuery>;

	/// Fresh rounds of the underlyings that have markets.
	#[pallet::storage]
	pub type Quorums<T: Config> = StorageValue<_, QuorumList, ValueQuery>;

	/// Odometers of biddable time.
	#[pallet::storage]
	pub type Clocks<T: Config> = StorageValue<_, ClockTable, ValueQuery>;

	/// What accounts in auction hold of an underlying: a series for each expiry, another for its futures.
	#[pallet::storage]
	pub type Markets<T: Config> = StorageMap<_, Identity, UnderlyingId, MarketList, ValueQuery>;

	/// Authors of recent blocks.
	#[pallet::storage]
	pub type Authors<T: Config> = StorageValue<_, AuthorList, ValueQuery>;

	/// Standing bids.
	#[pallet::storage]
	pub type Backstops<T: Config> = StorageValue<_, BackstopList, ValueQuery>;

	/// Where the last block's look at auctions stopped.
	#[pallet::storage]
	pub type Visits<T: Config> = StorageValue<_, VisitState, ValueQuery>;

	/// Ended auction at which pruning stopped.
	#[pallet::storage]
	pub type PruneCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// Emergency levels: what is restricted, or rests from it.
	#[pallet::storage]
	pub type Levels<T: Config> = StorageValue<_, LevelList, ValueQuery>;

	/// How long emergency levels last.
	#[pallet::storage]
	pub type LevelRules<T: Config> = StorageValue<_, LevelParams, ValueQuery>;

	/// What stands still, or did a short time ago.
	#[pallet::storage]
	pub type Waits<T: Config> = StorageValue<_, WaitState, ValueQuery>;

	/// Since when the house winds down, if it does.
	#[pallet::storage]
	pub type WindDown<T: Config> = StorageValue<_, Moment, OptionQuery>;

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Start the auction of an account below its maintenance margin; anyone may. Free if the auction is
		/// open afterwards, a standing bid took something, or a chain's pool lent what was lacking.
		///
		/// `reward_to` is the margin account that gets the bounty, a part of what bidders gain.
		///
		/// # Errors
		/// `NoSuchAccount`, `RewardToSelf`, `AlreadyInAuction`, `PoolAccount`, `Paused`, `GracePeriod`,
		/// `AwaitingQuorum`, `MarketFrozen`, `PricesUnusable`, `NotBelowMaintenance`, `WickOnly`,
		/// `TooManyAuctions`.
		#[pallet::call_index(0)]
		#[pallet::weight((
			Pallet::<T>::most_flag_weight(),
			DispatchClass::Operational
		))]
		pub fn flag(
			origin: OriginFor<T>,
			account: MarginAccountId,
			reward_to: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			let flagger = ensure_signed(origin)?;
			let (worked, weight) = Self::flag_weighed(flagger, account, Some(reward_to))?;
			// Not if it ended at once: bare debt that nobody can pay could be flagged for ever.
			let pays = if worked { Pays::No } else { Pays::Yes };
			Ok((Some(weight), pays).into())
		}

		/// Buy a share of an account in auction into `bidder`: at most `max_share` of it as it was in the state
		/// `state_id`, for at most `max_payment` smallest units, bounty included (negative: at least so much must be
		/// received); for less of it, a like part of that. A few sales may have come since that state.
		///
		/// # Errors
		/// `SelfBid`, `BidderInAuction`, `NotInAuction`, `StaleState`, `GracePeriod`, `AwaitingQuorum`,
		/// `PricesUnusable`, `Healed`, `NothingToSell`, `ShareTooSmall`, `LeavesDust`,
		/// `PaymentAboveLimit`, `TooFewAuthors`, `OwnerAgainstPool`, `PoolEmpty`, `Superseded`, `MarginWorse`, or the
		/// ledger's if the signer may not trade for the bidder or the bidder lacks margin afterwards.
		#[pallet::call_index(1)]
		#[pallet::weight((Pallet::<T>::most_bid_weight(), DispatchClass::Operational))]
		pub fn bid(
			origin: OriginFor<T>,
			auctioned: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			max_share: Perbill,
			max_payment: Cash,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::bid_weighed(who, auctioned, bidder, state_id, max_share, max_payment)
		}

		/// Bring an account up to date; anyone may. Advances its clock, ends its auction if it healed
		/// or is empty, lets the pool pay a recorded deficit, forgets an old end. Of a pool's own account what nothing needs
		/// goes back to the pool, and its lots are put up for sale.
		///
		/// # Errors
		/// `NothingToDo`, or the ledger's if the account cannot be valued.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::most_touch_weight())]
		pub fn touch(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::touch_weighed(account)
		}

		/// Let an account of the global pool take the whole of an account that nobody wanted at κ = 1;
		/// anyone may. Free if it succeeds.
		///
		/// # Errors
		/// `NotInAuction`, `Paused`, `GracePeriod`, `AwaitingQuorum`, `TooEarly`, `PricesUnusable`,
		/// `Healed`, `NothingToSell`, or the ledger's if all of the pool's accounts are full.
		#[pallet::call_index(3)]
		#[pallet::weight((Pallet::<T>::most_take_over_weight(), DispatchClass::Operational))]
		pub fn take_over(
			origin: OriginFor<T>,
			account: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::take_over_weighed(account)
		}

		/// No new auctions, no take-over, all clocks stop. Bids on open auctions still count.
		///
		/// # Errors
		/// `AlreadyPaused`.
		#[pallet::call_index(4)]
		#[pallet::weight((T::WeightInfo::pause(), DispatchClass::Operational))]
		pub fn pause(origin: OriginFor<T>) -> DispatchResult {
			T::RestrictOrigin::ensure_origin(origin)?;
			Self::do_pause()
		}

		/// End a pause. Liquidation starts again after the grace time.
		///
		/// # Errors
		/// `NotPaused`.
		#[pallet::call_index(5)]
		#[pallet::weight((T::WeightInfo::resume(), DispatchClass::Operational))]
		pub fn resume(origin: OriginFor<T>) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_resume()
		}

		/// Replace all parameters.
		///
		/// # Errors
		/// `InvalidParams` with the parameter that is out of its bounds.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: AuctionParams) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Stand with a bid of `bidder` for accounts with positions in `underlyings` alone: it takes what is
		/// for sale of them from `kappa_min` on, in the opening block too, until it has taken
		/// `max_requirement` of their requirement. A bond is paid in; an earlier standing bid of the account
		/// ends. Those that ask for least come first.
		///
		/// # Errors
		/// `BidderInAuction`, `InvalidBackstop`, `TooManyBackstops`, or the ledger's if the signer may not
		/// trade for the bidder or the bond cannot leave its account.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::place_backstop())]
		pub fn place_backstop(
			origin: OriginFor<T>,
			bidder: MarginAccountId,
			kappa_min: Perbill,
			max_requirement: Money,
			underlyings: Covered,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_place_backstop(who, bidder, kappa_min, max_requirement, underlyings)
		}

		/// Take a standing bid back; its bond returns to the account.
		///
		/// # Errors
		/// `NoBackstop`, or the ledger's if the signer may not trade for the bidder.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::cancel_backstop())]
		pub fn cancel_backstop(origin: OriginFor<T>, bidder: MarginAccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_backstop(who, bidder)
		}

		/// Buy at most `amount` smallest units of a kind from a debtor whose lots are for sale, into
		/// `bidder`, for at most `max_payment` smallest units of cash (for less, a like part of it).
		/// `state_id` is that of the sale the bidder saw. No more is sold than repays what is due.
		///
		/// # Errors
		/// `SelfBid`, `BidderInAuction`, `NotInAuction`, `StaleState`, `GracePeriod`, `Healed` if
		/// nothing is due any more, `NothingToSell`, `PricesUnusable`, `ShareTooSmall`,
		/// `PaymentAboveLimit`, `MarginWorse`, or the ledger's if the signer may not trade for the bidder
		/// or the bidder lacks margin afterwards.
		#[pallet::call_index(9)]
		#[pallet::weight((Pallet::<T>::most_bid_lots_weight(), DispatchClass::Operational))]
		pub fn bid_lots(
			origin: OriginFor<T>,
			auctioned: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			kind: CollateralId,
			amount: u128,
			max_payment: Cash,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let account = auctioned;
			let bid = LotBid { account, bidder, state_id, kind, amount, max_payment };
			Self::bid_lots_weighed(who, bid)
		}

		/// Have every account looked at again, riskiest first: for when a rule that exposures are computed
		/// by has changed.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::refile_all())]
		pub fn refile_all(origin: OriginFor<T>) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_refile_all();
			Ok(())
		}

		/// File an account in the risk ladder where it is due earlier than it is filed; anyone may. Free if
		/// it was not filed at all.
		///
		/// # Errors
		/// `NoSuchAccount`, `AlreadyInAuction`, `FiledAlready`.
		#[pallet::call_index(21)]
		#[pallet::weight(Pallet::<T>::most_file_weight())]
		pub fn file(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::file_weighed(account)
		}

		/// Raise the emergency level of a scope, or renew it at the level it has. It ends by itself. Within a
		/// term it rises as often as need be, and the term gets no longer; it is renewed a few times, then
		/// the scope rests.
		///
		/// # Errors
		/// `NoSuchLevel`, `NotMoreRestrictive`, `RenewalsUsed`, `TooManyLevels`.
		#[pallet::call_index(13)]
		#[pallet::weight((T::WeightInfo::restrict(), DispatchClass::Operational))]
		pub fn restrict(origin: OriginFor<T>, scope: Scope, level: Level) -> DispatchResult {
			T::RestrictOrigin::ensure_origin(origin)?;
			Self::do_restrict(scope, level)
		}

		/// Set the emergency level of a scope. What the restricting role had set of it is over. A freeze ends by
		/// itself, unless it is set again; other levels stay.
		///
		/// # Errors
		/// `NoSuchLevel`, `TooManyLevels`.
		#[pallet::call_index(14)]
		#[pallet::weight((T::WeightInfo::set_level(), DispatchClass::Operational))]
		pub fn set_level(origin: OriginFor<T>, scope: Scope, level: Level) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_level(scope, level)
		}

		/// Replace the parameters of emergency levels. What is in force ends when it would have ended.
		///
		/// # Errors
		/// `InvalidLevelParams` with the parameter that is out of its bounds.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_level_params())]
		pub fn set_level_params(origin: OriginFor<T>, params: LevelParams) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_level_params(params)
		}

		/// Begin to wind the house down, for good: nothing is listed or opened any more, positions only get
		/// smaller, by trades or by their settlement, and everybody may leave.
		///
		/// # Errors
		/// `WindingDown`.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::wind_down())]
		pub fn wind_down(origin: OriginFor<T>) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_wind_down()
		}

		/// A feeder's word that an account is below its maintenance margin, signed with its oracle key; its
		/// node's worker sends it, and it is free. All else as [`Self::flag`].
		///
		/// # Errors
		/// The pool and the block refuse it: a block that is not there yet `Future`, or too old
		/// `AncientBirthBlock`; in auction already `Stale`; no feeder's signature `BadProof`; else the reasons
		/// of [`rejection`]. Called with an authorized origin it fails as `flag` does.
		#[pallet::call_index(18)]
		#[pallet::weight((
			Pallet::<T>::most_notice_weight(),
			DispatchClass::Operational
		))]
		#[pallet::authorize(Pallet::<T>::authorize_flag_as_feeder)]
		#[pallet::weight_of_authorize(Pallet::<T>::most_authorize_weight())]
		pub fn flag_as_feeder(
			origin: OriginFor<T>,
			notice: NoticeOf<T>,
			signature: NoticeSignatureOf<T>,
		) -> DispatchResultWithPostInfo {
			ensure_authorized(origin)?;
			// It was checked when the transaction was authorized, in this same block.
			let _ = signature;
			let flagger = T::Feeders::account(notice.feeder).ok_or(Error::<T>::NotAFeeder)?;
			let (_, weight) = Self::flag_weighed(flagger, notice.account, notice.reward_to)?;
			Ok(Some(weight.saturating_add(T::WeightInfo::flag_as_feeder())).into())
		}

		/// Pay what a chain's pool lent against `account`'s claim on that chain, with interest, out of the
		/// account's cash and on its credit, and have the claim back. The owner alone, at any time until it is sold.
		///
		/// # Errors
		/// `NoLoan`, `AlreadyInAuction`, `PricesUnusable`, `MarginWorse`, or the ledger's.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::redeem().saturating_add(T::Ledger::cover_weight()))]
		pub fn redeem(
			origin: OriginFor<T>,
			account: MarginAccountId,
			source: SourceId,
		) -> DispatchResult {
			Self::do_redeem(ensure_signed(origin)?, account, source)
		}

		/// Replace the parameters of loans.
		///
		/// # Errors
		/// `InvalidLoanParams`.
		#[pallet::call_index(23)]
		#[pallet::weight(T::WeightInfo::set_loan_params())]
		pub fn set_loan_params(origin: OriginFor<T>, params: LoanParams) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_loan_params(params)
		}

		/// Bring an account's loan from a chain's pool up to date; anyone may, and blocks do it by themselves. The
		/// owner's time begins or is over, or something was paid.
		///
		/// # Errors
		/// `NoLoan`, `NothingToDo`, or those of a sale of lots.
		#[pallet::call_index(24)]
		#[pallet::weight(T::WeightInfo::tend_loan().saturating_add(T::Ledger::cover_weight()))]
		pub fn update_loan(
			origin: OriginFor<T>,
			account: MarginAccountId,
			source: SourceId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_update_loan(&account, source)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What a bid on the whole share of this account would be now.
		pub fn auction(account: MarginAccountId) -> Result<Quote, DispatchError> {
			Self::quote(&account)
		}

		/// Losses that no pool could pay: what waits and what is being shared out.
		pub fn losses() -> LossStatus {
			Self::view_losses()
		}

		/// What the clock of this account's auction shows, in milliseconds, if it is in auction.
		pub fn biddable_ms(account: MarginAccountId) -> Option<u64> {
			let auction = Auctions::<T>::get(account)?;
			Some(Clocks::<T>::get().shows(&auction.clock))
		}

		/// How the sale of a debtor's lots stands, if they are for sale.
		pub fn lot_auction(account: MarginAccountId) -> Option<LotQuote> {
			Self::lot_quote(&account)
		}

		/// What pools of source chains lent this account.
		pub fn loans(account: MarginAccountId) -> alloc::vec::Vec<LoanView> {
			Self::view_loans(&account)
		}

		/// Whether `flag` would start an auction of this account now, and the error if not.
		pub fn flaggable(account: MarginAccountId) -> Result<(), DispatchError> {
			Self::ensure_flaggable(&mut T::Ledger::session(), &account)
		}

		/// The emergency level of a scope by itself, and of the house, which holds besides it.
		pub fn level_of(scope: Scope) -> (Level, Level) {
			use straddle_traits::Restrictions;
			(<Self as Restrictions>::level(scope), <Self as Restrictions>::level(Scope::House))
		}

		/// All that is restricted or rests.
		pub fn levels() -> alloc::vec::Vec<Restriction> {
			Levels::<T>::get().into_inner()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut frame_support::weights::WeightMeter) {
			Self::poll(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			// Who fails comes before who is in auction already.
			let used = Self::idle_ladder(limit);
			used.saturating_add(Self::idle(limit.saturating_sub(used)))
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
}
