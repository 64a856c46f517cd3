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
mod impl_traits;
#[cfg(test)]
mod mock;
mod params;
mod report;
mod risk;
mod rules;
mod tails;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
mod views;
pub mod weights;

pub use pallet::*;
pub use params::*;
pub use report::*;
pub use types::*;
pub use weights::WeightInfo;

use accounts::{Contracts, OpenAccount};
use cash::CashBook;
pub use risk::Session;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Time, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{AccountId32, ArithmeticError, DispatchError};
use straddle_math::MathError;
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, CollateralCredit, Entry, Imbalance, Journal, Ledger, OnOpened, OrderChange,
	Prices, Refused, Risk, Rule,
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

#[frame_support::pallet]
pub mod pallet {
	use super::*;
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
		/// Told of new accounts.
		type OnOpened: OnOpened;
		/// Who may change the parameters.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of this pallet.
		type WeightInfo: WeightInfo;
	}

	/// Every margin account, keyed by its id, which is a hash already.
	#[pallet::storage]
	pub type Accounts<T: Config> = StorageMap<_, Identity, MarginAccountId, MarginAccount>;

	/// How many accounts an owner has.
	#[pallet::storage]
	pub type AccountCount<T: Config> =
		StorageMap<_, Blake2_128Concat, AccountId32, u32, ValueQuery>;

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

	/// What all accounts hold of a series together.
	#[pallet::storage]
	pub type OpenInterest<T: Config> =
		StorageMap<_, Blake2_128Concat, Series, OpenContracts, ValueQuery>;

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
	/// the last change of each.
	#[pallet::storage]
	pub type Tails<T: Config> =
		StorageMap<_, Blake2_128Concat, AccountId32, OwnerTails, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A margin account was made; its id is an address to which tokens can be sent.
		AccountCreated { account: MarginAccountId, owner: AccountId32, index: u32 },
		/// An empty account was removed.
		AccountClosed { account: MarginAccountId, owner: AccountId32 },
		/// A key may trade for the account.
		DelegateSet { account: MarginAccountId, delegate: AccountId32 },
		/// A key may no longer trade for the account.
		DelegateRemoved { account: MarginAccountId, delegate: AccountId32 },
		/// Cash moved between two accounts of one owner, in smallest units.
		CashTransferred { from: MarginAccountId, to: MarginAccountId, amount: Cash },
		/// The parameters were changed.
		ParamsSet { params: RiskParams },
		/// The parameters of portfolio margin were changed.
		PortfolioParamsSet { params: PortfolioParams },
		/// An account's requirement is computed by this rule from now on.
		ModeSet { account: MarginAccountId, mode: MarginMode },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No such margin account.
		NoAccount,
		/// The owner has an account of this index.
		AccountExists,
		/// The owner has as many accounts as one may have.
		TooManyAccounts,
		/// Cash, a lot, a position or an order is still in the account.
		AccountNotEmpty,
		/// Only the owner may do this.
		NotOwner,
		/// Only the owner or a delegate may trade for the account.
		MayNotTrade,
		/// The other account has another owner.
		NotSameOwner,
		/// The key is a delegate already.
		AlreadyDelegate,
		/// The account has as many delegates as one may have.
		TooManyDelegates,
		/// The key is no delegate of the account.
		NotDelegate,
		/// The amount is zero.
		ZeroAmount,
		/// A parameter is outside its bounds.
		InvalidParams,
		/// The journal does not balance.
		Unbalanced(Imbalance),
		/// An entry under `Rule::Credit` takes something, moves a position or adds an order.
		NotACredit,
		/// The account is being auctioned: every way out is shut.
		InAuction,
		/// Contracts can leave the books only once their settlement price is fixed.
		NotSettled,
		/// A price that is needed is in a state that does not allow this, or the stablecoin is off
		/// its peg.
		PriceUnusable,
		/// Afterwards equity would not cover the initial margin.
		BelowInitialMargin,
		/// Afterwards a debt would not be covered by what the lots count for.
		UnbackedDebt,
		/// The account's equity is negative: only its auction acts.
		Insolvent,
		/// Below the initial margin nothing may leave and no order may be added.
		SomethingLeaves,
		/// Below the initial margin only trades near the mark are allowed.
		FarFromMark,
		/// Below the initial margin a trade must lower the maintenance margin and must not lower
		/// equity per maintenance margin.
		NotReducing,
		/// Afterwards cash and lots, without option value, would not cover the initial margin.
		WithdrawalTooLarge,
		/// The payout would leave less than the reserve of positive cash.
		CashReserve,
		/// The pot does not hold this much.
		PotShort,
		/// The account does not hold this much of the collateral.
		LotShort,
		/// The stablecoin is cash, never a lot.
		CashIsNoLot,
		/// Resting orders would be negative, or have money without quantity.
		OrderMismatch,
		/// The account would hold more series than it may.
		TooManyPositions,
		/// The account would hold more kinds of collateral than it may.
		TooManyLots,
		/// The account would have orders in more series than it may.
		TooManyOrderSeries,
		/// A price that is needed is zero.
		NoPrice,
		/// A series cannot be valued at the prices of now.
		CannotValue,
	}

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Parameters of margin and cash.
		pub params: RiskParams,
		/// Parameters of portfolio margin.
		pub portfolio: PortfolioParams,
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
		/// [`Error::NotOwner`], [`Error::AccountNotEmpty`], [`Error::InAuction`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::close_account())]
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
	}
}
