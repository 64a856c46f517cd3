// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::{SubstrateWeight, WeightInfo};

mod actions;
mod arrivals;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod credit;
mod impl_traits;
#[cfg(test)]
mod mock;
mod registry;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::{
		pallet_prelude::*,
		traits::{fungibles, Time},
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{AccountId32, Permill};
	use straddle_primitives::*;
	use straddle_traits::{AuctionStatus, Ledger, Prices};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32> {
		/// What a token is called: an XCM location in the runtime.
		type AssetId: Parameter + MaxEncodedLen + Ord + MaybeSerializeDeserialize;

		/// The tokens.
		type Fungibles: fungibles::Mutate<AccountId32, AssetId = Self::AssetId, Balance = u128>;

		/// Chain time in milliseconds.
		type Time: Time<Moment = Moment>;

		/// The oracle.
		type Prices: Prices;

		/// Who owns what.
		type Ledger: Ledger<AccountId32>;

		/// Whether an account's ways out are shut.
		type Auctions: AuctionStatus;

		/// Lists kinds and changes what they count.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// May pause a kind; can take nothing away from anybody.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Its account is the clearing account: it holds the tokens that margin accounts own.
		#[pallet::constant]
		type PalletId: Get<PalletId>;

		/// Weights of the calls and of the block work.
		type WeightInfo: WeightInfo;

		/// Makes tokens for the benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AssetId>;
	}

	/// What is listed.
	#[pallet::storage]
	pub type Kinds<T: Config> = StorageMap<_, Twox64Concat, CollateralId, KindInfo<T::AssetId>>;

	/// The kind of a token that lies here. Kinds on other chains are not in it.
	#[pallet::storage]
	pub type ByAsset<T: Config> = StorageMap<_, Blake2_128Concat, T::AssetId, CollateralId>;

	/// All kinds, in the order in which they were listed.
	#[pallet::storage]
	pub type Listed<T: Config> =
		StorageValue<_, BoundedVec<CollateralId, ConstU32<MAX_KINDS>>, ValueQuery>;

	/// Smallest units of a kind booked in and not booked out again. Of a lot that is what all margin
	/// accounts hold together (invariant 5); of cash what the clearing account owes (invariant 2).
	#[pallet::storage]
	pub type Credited<T: Config> = StorageMap<_, Twox64Concat, CollateralId, u128, ValueQuery>;

	/// Chains other than this one on which collateral may lie.
	#[pallet::storage]
	pub type Sources<T: Config> = StorageMap<_, Twox64Concat, SourceId, ChainAges>;

	/// The registry's times.
	#[pallet::storage]
	pub type Schedule<T: Config> = StorageValue<_, Times, ValueQuery>;

	/// Margin accounts whose address something came to, first come first swept.
	#[pallet::storage]
	pub type Pending<T: Config> =
		StorageValue<_, BoundedVec<Arrival, ConstU32<MAX_PENDING>>, ValueQuery>;

	/// Tokens that came to a margin account's address and could not lie there. They are no part of
	/// their supply here.
	#[pallet::storage]
	pub type Parked<T: Config> = StorageDoubleMap<
		_,
		Identity,
		MarginAccountId,
		Blake2_128Concat,
		T::AssetId,
		u128,
		ValueQuery,
	>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tokens came from somebody's own account and were credited.
		Deposited { account: MarginAccountId, kind: CollateralId, amount: u128, by: AccountId32 },
		/// Tokens at a margin account's address were credited to it.
		Swept { account: MarginAccountId, kind: CollateralId, amount: u128 },
		/// Tokens left a margin account.
		Withdrawn { account: MarginAccountId, kind: CollateralId, amount: u128, to: AccountId32 },
		/// Tokens that came to a margin account's address and cannot be credited went to its owner.
		Recovered { account: MarginAccountId, asset: T::AssetId, amount: u128, to: AccountId32 },
		/// Something came to a margin account's address while the queue was full: `sweep` it.
		NotQueued { account: MarginAccountId },
		/// Tokens came to a margin account's address and cannot lie there: `recover` them.
		Parked { account: MarginAccountId, asset: T::AssetId, amount: u128 },
		/// A kind was listed.
		KindListed { kind: CollateralId, asset: T::AssetId },
		/// A kind's weights changed. Cuts take `length` milliseconds, raises none.
		WeightsSet { kind: CollateralId, initial: Permill, maintenance: Permill, length: Moment },
		/// A kind's cap changed.
		CapSet { kind: CollateralId, old: u128, new: u128 },
		/// A kind takes no deposits and counts nothing for opening.
		Paused { kind: CollateralId },
		/// A kind is back.
		Resumed { kind: CollateralId },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such kind.
		NotListed,
		/// The kind lies on another chain: it is credited by proof, not by transfer.
		NotLocal,
		/// There is no such margin account.
		NoSuchAccount,
		/// The amount is below what is credited or paid at once.
		BelowMinimum,
		/// More would be credited than the kind's cap.
		CapExceeded,
		/// The kind takes no deposits now.
		KindPaused,
		/// There is nothing of this kind at the address.
		NothingToSweep,
		/// The account is in auction: nothing leaves.
		InAuction,
		/// The clearing account does not hold so much: cash that others owe is not here.
		NotHeld,
		/// There is nothing of this token at the address.
		NothingToRecover,
		/// The token can be credited: sweep it and withdraw it.
		AssetListed,
		/// The token would have moved by another amount than asked: the rest would be below its
		/// minimum balance, or sender and receiver are one.
		InexactTransfer,
		/// The kind is listed already.
		AlreadyListed,
		/// The token is listed already, under another kind.
		AssetAlreadyListed,
		/// All places in the registry are taken.
		TooManyKinds,
		/// The source chain is not known, or the stablecoin would not lie here.
		BadSource,
		/// The initial weight is above the maintenance weight.
		BadWeights,
		/// More decimals than can be valued.
		BadDecimals,
		/// The cap is too large for the ledger.
		BadCap,
		/// The minimum deposit is zero or below the token's minimum balance.
		BadMinimum,
		/// There is no such token.
		NoSuchAsset,
		/// A maintenance weight is cut faster than allowed.
		RampTooShort,
		/// The kind is paused already.
		AlreadyPaused,
		/// The kind is not paused.
		NotPaused,
		/// A value does not fit.
		ValueOverflow,
	}

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Chains other than this one; before the kinds that lie there.
		pub sources: Vec<(SourceId, ChainAges)>,
		/// What is listed from the first block on. Kind 0 is the stablecoin.
		pub kinds: Vec<(CollateralId, T::AssetId, Listing)>,
		/// The registry's times.
		pub times: Times,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.times.is_valid(), "collateral: a cut takes a minute at least");
			Schedule::<T>::put(self.times);
			for (source, ages) in &self.sources {
				assert!(*source != SourceId::LOCAL, "collateral: this chain is not a source");
				assert!(ages.is_valid(), "collateral: soft age below hard age");
				assert!(!Sources::<T>::contains_key(source), "collateral: a source twice");
				Sources::<T>::insert(source, ages);
			}
			for (kind, asset, listing) in &self.kinds {
				let listed = registry::insert::<T>(*kind, asset.clone(), listing.clone());
				assert!(listed.is_ok(), "collateral: {kind:?} cannot be listed: {listed:?}");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
			tick::sweep_arrivals::<T>(remaining)
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Pay `amount` smallest units of a kind from the signer's own account into any margin
		/// account. The stablecoin becomes cash, everything else a lot. A payment of cash debt is
		/// taken even where the kind is paused or full.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::deposit())]
		pub fn deposit(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deposit(who, account, kind, amount)
		}

		/// Credit what lies of a kind at a margin account's address, up to the cap. Anyone may.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::sweep())]
		pub fn sweep(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_sweep(account, kind)
		}

		/// Take `amount` smallest units of a kind out of a margin account. Its owner alone may.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
			to: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, account, kind, amount, to)
		}

		/// Take all that came of a token to a margin account's address and cannot be credited: it is
		/// not listed, too little, or there is no room. The account's owner alone may.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::recover())]
		pub fn recover(
			origin: OriginFor<T>,
			account: MarginAccountId,
			asset: T::AssetId,
			to: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_recover(who, account, asset, to)
		}

		/// List a kind of collateral.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::list_asset())]
		pub fn list_asset(
			origin: OriginFor<T>,
			kind: CollateralId,
			asset: T::AssetId,
			listing: Listing,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::list::<T>(kind, asset, listing)
		}

		/// Change what a kind counts. A raise is immediate; a cut takes `length` milliseconds, and of
		/// the maintenance weight not less than the minimum ramp. A maintenance weight that stays at
		/// its target keeps the ramp it is on.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_weights())]
		pub fn set_weights(
			origin: OriginFor<T>,
			kind: CollateralId,
			initial: Permill,
			maintenance: Permill,
			length: Moment,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::set_weights::<T>(kind, initial, maintenance, length)
		}

		/// Change how much of a kind is credited in total. What is credited above it stays, and counts
		/// less for opening, by 5 % an hour at most.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_cap())]
		pub fn set_cap(origin: OriginFor<T>, kind: CollateralId, cap: u128) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::set_cap::<T>(kind, cap)
		}

		/// Take no more deposits of a kind and count it nothing for opening. What it counts for being
		/// left alone stays, so nobody is liquidated by this.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::pause())]
		pub fn pause(origin: OriginFor<T>, kind: CollateralId) -> DispatchResult {
			T::RestrictOrigin::ensure_origin(origin)?;
			registry::pause::<T>(kind)
		}

		/// Undo a pause.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::resume())]
		pub fn resume(origin: OriginFor<T>, kind: CollateralId) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::resume::<T>(kind)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What a lot of so many smallest units counts for now, in cash units; `None` if the kind is
		/// not listed or the value does not fit.
		pub fn credit_of(kind: CollateralId, amount: u128) -> Option<LotCredit> {
			<Self as straddle_traits::CollateralCredit>::credit(kind, amount, Lens::Latest).ok()
		}

		/// Where to send tokens that shall be credited to this margin account.
		pub fn deposit_address(account: MarginAccountId) -> AccountId32 {
			account.0
		}

		/// The account that holds the tokens of all margin accounts.
		pub fn clearing_account() -> AccountId32 {
			Self::clearing()
		}

		/// Smallest units of a kind that can still be credited to this account, and the fewest at
		/// once; `None` if the kind is not listed here.
		pub fn deposit_room(account: MarginAccountId, kind: CollateralId) -> Option<(u128, u128)> {
			let info = Kinds::<T>::get(kind).filter(|info| info.source == SourceId::LOCAL)?;
			let room = Self::room(&account, kind, &info);
			Some((room.most, room.fewest))
		}
	}
}
