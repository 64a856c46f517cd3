// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod accounts;
mod actions;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod book;
mod cash;
mod cash_call;
mod covers;
mod crowds;
mod errors;
mod events;
mod exposure;
mod gains;
mod impl_traits;
#[cfg(test)]
mod mock;
mod moves;
mod orders;
mod packed;
mod params;
mod pools;
mod report;
mod restrict;
mod risk;
mod rules;
pub mod runtime_api;
mod scaling;
mod tails;
mod tally;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
mod views;
pub mod weights;
mod wind_down;
mod work;

pub use cash_call::*;
pub use crowds::{CrowdHealth, MarketCrowd, OpenCaps, OpenMarket};
pub use gains::{DayMark, DayParams, LossBook, MAX_DAY_UNDERLYINGS};
pub use orders::*;
pub use packed::*;
pub use pallet::*;
pub use params::*;
pub use pools::{ChainNeed, PoolNeed, PoolSizes};
pub use report::*;
pub use tally::{LossShare, OpenTally, Stage};
pub use types::*;
pub use weights::WeightInfo;
pub use wind_down::*;

use accounts::{Contracts, OpenAccount};
use cash::CashBook;
pub use risk::Session;

use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	ensure, pallet_macros::import_section, pallet_prelude::DispatchResult, traits::Time, BoundedVec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{AccountId32, ArithmeticError, DispatchError};
use straddle_math::MathError;
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, CashMeans, CollateralCredit, DebtInterest, Entry, Filed, Imbalance, Journal,
	Ladder, Ledger, LotCovers, OnClosed, OnDebt, OnOpened, OrderChange, OverdueCash, Prices,
	Refused, Restrictions, Risk, Rule,
};

pub(crate) const LOG_TARGET: &str = "runtime::margin";

/// A number of the ledger that does not fit.
pub(crate) fn math(error: MathError) -> DispatchError {
	match error {
		MathError::DivisionByZero => ArithmeticError::DivisionByZero.into(),
		_ => ArithmeticError::Overflow.into(),
	}
}

/// A price or series that the formulas do not take.
pub(crate) fn unvalued<T: Config>(error: MathError) -> DispatchError {
	match error {
		MathError::Overflow => ArithmeticError::Overflow.into(),
		_ => Error::<T>::CannotValue.into(),
	}
}

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32, Hash = H256> {
		/// Chain time in Unix milliseconds.
		type Time: Time<Moment = u64>;
		/// Prices with their states.
		type Prices: Prices;
		/// What lots of collateral count for.
		type Collateral: CollateralCredit;
		/// Which accounts are in auction.
		type Auctions: AuctionStatus;
		/// Emergency levels.
		type Restrictions: Restrictions;
		/// What makes cash of what a debtor has besides, when he did not meet a cash call.
		type CashMeans: CashMeans;
		/// What covers lots that lie in vaults on other chains.
		type Covers: LotCovers;
		/// Told of accounts whose cash is below zero.
		type OnDebt: OnDebt;
		/// Told of new accounts.
		type OnOpened: OnOpened;
		/// Told of accounts that are closed.
		type OnClosed: OnClosed;
		/// Told what accounts can bear, whenever that may have become less.
		type Ladder: Ladder;
		/// Who may change the parameters.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// Every margin account, keyed by its id, which is a hash already.
	#[pallet::storage]
	pub type Accounts<T: Config> = StorageMap<_, Identity, MarginAccountId, MarginAccount>;

	/// The accounts of an owner, sorted: those that he made and still has, and those that he was given.
	#[pallet::storage]
	pub type Owned<T: Config> =
		StorageMap<_, Blake2_128Concat, AccountId32, OwnedAccounts, ValueQuery>;

	/// Cash that is nobody's margin account. Only suspense may be short.
	#[pallet::storage]
	pub type Pots<T: Config> = StorageMap<_, Twox64Concat, Pot, Cash, ValueQuery>;

	/// Sums over all cash.
	#[pallet::storage]
	pub type Totals<T: Config> = StorageValue<_, CashTotals, ValueQuery>;

	/// Running sums of interest per unit of cash.
	#[pallet::storage]
	pub type Interest<T: Config> = StorageValue<_, Indexes, ValueQuery>;

	/// What all accounts hold of a kind of collateral together.
	#[pallet::storage]
	pub type LotTotals<T: Config> = StorageMap<_, Twox64Concat, CollateralId, u128, ValueQuery>;

	/// What all accounts hold of a series together. The key begins with the underlying, so that those of
	/// one lie together; nobody chooses it.
	#[pallet::storage]
	pub type OpenInterest<T: Config> = StorageMap<_, Identity, Series, OpenContracts, ValueQuery>;

	/// What all accounts hold of a market's series together, and from how much on that raises its IM.
	#[pallet::storage]
	pub type OpenMarkets<T: Config> =
		StorageMap<_, Twox64Concat, UnderlyingId, OpenMarket, ValueQuery>;

	/// Who has a position in an expiry, in the order of the ids.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		(UnderlyingId, Moment),
		Identity,
		MarginAccountId,
		(),
		OptionQuery,
	>;

	/// Parameters of margin and cash.
	#[pallet::storage]
	pub type Params<T: Config> = StorageValue<_, RiskParams, ValueQuery>;

	/// Parameters of portfolio margin.
	#[pallet::storage]
	pub type PortfolioRule<T: Config> = StorageValue<_, PortfolioParams, ValueQuery>;

	/// What the dampeners of portfolio margin leave out of the tails of an owner's accounts, as of
	/// the last change of each. Of an owner of several accounts alone: one knows its own.
	#[pallet::storage]
	pub type Tails<T: Config> =
		StorageMap<_, Blake2_128Concat, AccountId32, OwnerTails, ValueQuery>;

	/// When debtors are called to repay.
	#[pallet::storage]
	pub type CashCallRule<T: Config> = StorageValue<_, CashCallParams, ValueQuery>;

	/// The cash call that is open, or what could become one.
	#[pallet::storage]
	pub type CashCalls<T: Config> = StorageValue<_, CallWatch, ValueQuery>;

	/// What accounts may owe that were in debt at a cash call and changed since.
	#[pallet::storage]
	pub type CallLimits<T: Config> = StorageMap<_, Identity, MarginAccountId, CallLimit>;

	/// The number of the day by the parameters.
	#[pallet::storage]
	pub type DayNumber<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// After which series the marks of a new day go on.
	#[pallet::storage]
	pub type DaySweep<T: Config> = StorageValue<_, Option<Series>, OptionQuery>;

	/// What is left of a unit of positive cash after the first so many scalings, × 10^18; one after none.
	#[pallet::storage]
	pub type Scalings<T: Config> = StorageMap<_, Twox64Concat, u32, u128>;

	/// The count of gains that is open.
	#[pallet::storage]
	pub type Tallies<T: Config> = StorageValue<_, OpenTally, OptionQuery>;

	/// How far series of its underlying stood above their daily marks when it was opened, in cash units.
	#[pallet::storage]
	pub type Rises<T: Config> = StorageMap<_, Identity, Series, Money>;

	/// Gains of the accounts that are counted, in smallest units, none below zero; consumed by the charges.
	#[pallet::storage]
	pub type Gains<T: Config> = StorageMap<_, Identity, MarginAccountId, Cash>;

	/// The books, once they are closed.
	#[pallet::storage]
	pub type Books<T: Config> = StorageValue<_, ClosedBooks, OptionQuery>;

	/// What accounts have to be paid of closed books.
	#[pallet::storage]
	pub type Claims<T: Config> = StorageMap<_, Identity, MarginAccountId, Claim>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Parameters of margin and cash.
		pub params: RiskParams,
		/// Parameters of portfolio margin.
		pub portfolio: PortfolioParams,
		/// Soft caps of markets' open interest.
		pub open_caps: Vec<(UnderlyingId, OpenCaps)>,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.params.is_valid(), "margin parameters are outside their bounds");
			Params::<T>::put(self.params);
			assert!(self.portfolio.is_valid(), "portfolio parameters are outside their bounds");
			PortfolioRule::<T>::put(&self.portfolio);
			for (underlying, caps) in &self.open_caps {
				Pallet::<T>::do_set_open_caps(*underlying, Some(*caps))
					.expect("caps of open interest are outside their bounds");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::tick(meter);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Make the signer's margin account number `index`. Costs its transaction only.
		///
		/// # Errors
		/// [`Error::AccountExists`], [`Error::TooManyAccounts`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_account())]
		pub fn create_account(origin: OriginFor<T>, index: u32) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_create_account(owner, index)
		}

		/// Remove an empty account of the signer. Made again, it has the same id.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::AccountNotEmpty`], [`Error::VaultNotEmpty`], [`Error::InAuction`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::close_account().saturating_add(T::Covers::empty_weight()))]
		pub fn close_account(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_may_withdraw(&account, &who)?;
			Self::do_close_account(account)
		}

		/// Allow a key to trade for an account of the signer, but not to withdraw.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::AlreadyDelegate`], [`Error::TooManyDelegates`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_delegate())]
		pub fn set_delegate(
			origin: OriginFor<T>,
			account: MarginAccountId,
			delegate: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_may_withdraw(&account, &who)?;
			Self::do_set_delegate(account, delegate)
		}

		/// No longer allow a key to trade for an account of the signer.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::NotDelegate`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::remove_delegate())]
		pub fn remove_delegate(
			origin: OriginFor<T>,
			account: MarginAccountId,
			delegate: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::ensure_may_withdraw(&account, &who)?;
			Self::do_remove_delegate(account, delegate)
		}

		/// Move cash between two accounts of the signer. The payer is checked as for a withdrawal.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::NotSameOwner`], [`Error::ZeroAmount`] and all of
		/// `Rule::Withdraw`.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::transfer_cash(MAX_SERIES))]
		pub fn transfer_cash(
			origin: OriginFor<T>,
			from: MarginAccountId,
			to: MarginAccountId,
			#[pallet::compact] amount: u128,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let held = Self::do_transfer_cash(&who, from, to, amount)?;
			Ok(Some(T::WeightInfo::transfer_cash(held)).into())
		}

		/// Choose the rule by which an account's requirement is computed. By the new rule it must be able
		/// to open: all prices `Valid`, and equity covers the initial margin.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::InAuction`], [`Error::PriceUnusable`],
		/// [`Error::BelowInitialMargin`], [`Error::UnbackedDebt`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_mode(MAX_SERIES))]
		pub fn set_mode(
			origin: OriginFor<T>,
			account: MarginAccountId,
			mode: MarginMode,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::ensure_may_withdraw(&account, &who)?;
			let held = Self::do_set_mode(account, mode)?;
			Ok(Some(T::WeightInfo::set_mode(held)).into())
		}

		/// Set all parameters but those of portfolio margin.
		///
		/// # Errors
		/// [`Error::InvalidParams`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: RiskParams) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Set all parameters of portfolio margin.
		///
		/// # Errors
		/// [`Error::InvalidParams`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_portfolio_params())]
		pub fn set_portfolio_params(
			origin: OriginFor<T>,
			params: alloc::boxed::Box<PortfolioParams>,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_portfolio_params(*params)
		}

		/// Offer an account of the signer to another owner, instead of whoever it was offered to.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::AlreadyOwner`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::offer_ownership())]
		pub fn offer_ownership(
			origin: OriginFor<T>,
			account: MarginAccountId,
			to: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_offer_ownership(&who, account, to)
		}

		/// Offer an account of the signer no longer.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::NotOffered`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::cancel_offer())]
		pub fn cancel_offer(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_offer(&who, account)
		}

		/// Become the owner of an account that is offered to the signer, with all that is in it and all
		/// that it owes. It keeps its id, its mode and its orders, and loses its delegates. It must be
		/// able to open as the signer's: all prices `Valid`, and equity covers the initial margin.
		///
		/// # Errors
		/// [`Error::NotOffered`], [`Error::TooManyAccounts`], [`Error::InAuction`],
		/// [`Error::PriceUnusable`], [`Error::BelowInitialMargin`], [`Error::UnbackedDebt`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::accept_ownership(MAX_SERIES))]
		pub fn accept_ownership(
			origin: OriginFor<T>,
			account: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let held = Self::do_accept_ownership(who, account)?;
			Ok(Some(T::WeightInfo::accept_ownership(held)).into())
		}

		/// Move cash in smallest units, lots, and positions (negative: so much of a short) between two
		/// accounts of the signer. If `paid`, positions are paid for at their marks by the account that
		/// gets the better of it; a half unit goes away from zero.
		///
		/// An account whose cash falls, that gives a lot, or that is worth less at the marks afterwards,
		/// is checked as for a withdrawal; another that positions move from or to, as for a trade at mark.
		///
		/// # Errors
		/// [`Error::NotOwner`], [`Error::NotSameOwner`], [`Error::ZeroAmount`], [`Error::LotShort`],
		/// [`Error::TooFewContracts`], [`Error::Expired`], [`Error::PriceUnusable`] and all of
		/// `Rule::Withdraw` and `Rule::Trade`.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::move_assets(MAX_SERIES, positions.len() as u32)
			.saturating_add(Pallet::<T>::covers_weight(lots.len())))]
		pub fn move_assets(
			origin: OriginFor<T>,
			from: MarginAccountId,
			to: MarginAccountId,
			#[pallet::compact] cash: u128,
			lots: BoundedVec<(CollateralId, u128), MaxLots>,
			positions: BoundedVec<(Series, Quantity), MaxPositions>,
			paid: bool,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let moved = positions.len() as u32;
			let held = Self::do_move_assets(&who, from, to, cash, lots, positions, paid)?;
			// What moved of cover was counted as it moved.
			Ok(Some(T::WeightInfo::move_assets(held, moved)).into())
		}

		/// Value an account now, so that a change of its standing is told. Anybody may; it moves nothing.
		///
		/// # Errors
		/// [`Error::NoAccount`]; [`Error::PriceUnusable`] if by these prices nobody could be flagged.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::poke(MAX_SERIES))]
		pub fn poke(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let held = Self::do_poke(account)?;
			Ok(Some(T::WeightInfo::poke(held)).into())
		}

		/// Have an account that did not meet a cash call in time repay by the means there are. Anyone
		/// may; free if it succeeds.
		///
		/// # Errors
		/// [`Error::NoCashCall`], [`Error::CashCallNotDue`], [`Error::InAuction`],
		/// [`Error::NothingDue`], and those of the means.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::enforce_cash_call().saturating_add(T::CashMeans::weight()))]
		pub fn enforce_cash_call(
			origin: OriginFor<T>,
			account: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_enforce_cash_call(account)?;
			Ok(Pays::No.into())
		}

		/// Set when debtors are called and how far. A call that is open keeps its deadline.
		///
		/// # Errors
		/// [`Error::InvalidParams`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_cash_call_params())]
		pub fn set_cash_call_params(
			origin: OriginFor<T>,
			params: CashCallParams,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_cash_call_params(params)
		}

		/// Pay cash out of an account of the signer into the global pool or a source chain's. It is gone.
		///
		/// # Errors
		/// [`Error::NotAPool`], [`Error::NotOwner`], [`Error::ZeroAmount`] and all of `Rule::Withdraw`.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::transfer_cash(MAX_SERIES))]
		pub fn fund_pool(
			origin: OriginFor<T>,
			account: MarginAccountId,
			pot: Pot,
			#[pallet::compact] amount: u128,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::ensure_may_withdraw(&account, &who)?;
			let held = Self::do_fund_pool(account, pot, amount)?;
			Ok(Some(T::WeightInfo::transfer_cash(held)).into())
		}

		/// Pay cash of the treasury into the global pool or a source chain's.
		///
		/// # Errors
		/// [`Error::NotAPool`], [`Error::ZeroAmount`], [`Error::PotShort`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::endow_pool())]
		pub fn endow_pool(
			origin: OriginFor<T>,
			pot: Pot,
			#[pallet::compact] amount: u128,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_endow_pool(pot, amount)
		}

		/// Close the books of a house that winds down and has no positions left; anyone may. Everybody is paid
		/// his part from then on. Debtors have 30 days from the beginning; without debts nobody waits for them.
		///
		/// # Errors
		/// [`Error::NotWindingDown`], [`Error::BooksClosed`], [`Error::PositionsLeft`],
		/// [`Error::DebtsLeft`], [`Error::TallyOpen`].
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::close_books().saturating_add(T::Auctions::gather_weight()))]
		pub fn close_books(origin: OriginFor<T>) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_books()
		}

		/// Set from which open interest of a market on its IM grows, and how far; or that it does not.
		/// Maintenance margin is what it was.
		///
		/// # Errors
		/// [`Error::InvalidParams`].
		#[pallet::call_index(18)]
		#[pallet::weight(T::WeightInfo::set_open_caps())]
		pub fn set_open_caps(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			caps: Option<OpenCaps>,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_open_caps(underlying, caps)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// An account's standing with its reasons; `None` if it does not exist or a price is missing.
		pub fn health(account: MarginAccountId) -> Option<Health> {
			Self::view_health(&account).ok()
		}

		/// The most cash that can be withdrawn now, in smallest units.
		pub fn max_withdrawal(account: MarginAccountId) -> Cash {
			Self::view_max_withdrawal(&account).unwrap_or_default()
		}

		/// The id of an owner's account, whether it exists or not.
		pub fn account_id(owner: AccountId32, index: u32) -> MarginAccountId {
			Self::id_of(&owner, index)
		}

		/// The accounts of an owner, in the order of their ids, without a look at any price.
		pub fn accounts_of(owner: AccountId32) -> Vec<AccountSummary> {
			Self::view_accounts_of(&owner)
		}

		/// Whom an account is offered to.
		pub fn offered_to(account: MarginAccountId) -> Option<AccountId32> {
			Accounts::<T>::get(account).and_then(|account| account.offered)
		}

		/// The effect of buying (negative: selling) so many millionths of a contract at `price` cash
		/// units per contract, before it is sent. Fees are not in it.
		pub fn what_if(
			account: MarginAccountId,
			series: Series,
			quantity: Quantity,
			price: Money,
		) -> Option<WhatIf> {
			Self::view_what_if(&account, series, quantity, price).ok()
		}

		/// Totals, utilisation and rates of the cash market.
		pub fn cash_market() -> Option<CashMarket> {
			Self::view_cash_market().ok()
		}

		/// The cash call that is open.
		pub fn cash_call() -> Option<CashCallStatus> {
			Self::view_cash_call()
		}

		/// What an account gained in an underlying since the last daily mark, and what is held back of its
		/// cash because a loss is being shared out.
		pub fn loss_share(account: MarginAccountId, underlying: UnderlyingId) -> Option<LossShare> {
			Self::view_loss_share(&account, underlying)
		}

		/// What the loss pools hold, and the tails of the owners with the largest.
		pub fn loss_pools() -> PoolSizes {
			Self::view_loss_pools()
		}

		/// What an account has to repay of it by when; `None` while no call is open.
		pub fn cash_due(account: MarginAccountId) -> Option<CashDue> {
			Self::view_call_due(&account)
		}

		/// What is held of a series, long and short.
		pub fn open_contracts(series: Series) -> OpenContracts {
			OpenInterest::<T>::get(series)
		}

		/// A market's open interest, its soft caps, and what IM adds there now.
		pub fn open_market(underlying: UnderlyingId) -> MarketCrowd {
			Self::view_open_market(underlying)
		}
	}
}
