// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

pub use covers::*;
pub use credit::BREACH_RAMP;
pub use pallet::*;
pub use types::*;
pub use vault::*;
pub use weights::{SubstrateWeight, WeightInfo};

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod covers;
mod credit;
mod deliver;
mod heads;
mod impl_traits;
#[cfg(test)]
mod mock;
mod sources;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
#[cfg(any(feature = "try-runtime", test))]
mod try_state_covers;
mod types;
mod vault;
pub mod weights;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{traits::Zero, AccountId32};
	use straddle_primitives::*;
	use straddle_traits::{Anchor, ChainPools, RemoteLots};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32> {
		/// This chain's parachain id: it is part of each vault's address.
		type ParaId: Get<u32>;

		/// Names source chains and the codes that are understood.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Caps, totals and the ledger of lots that lie elsewhere.
		type Lots: RemoteLots;

		/// Loss pools of source chains.
		type Pools: ChainPools;

		/// Owns the account that takes over what nobody bids for: it may have any number of rights.
		type PoolOwner: Get<AccountId32>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Chains on which vaults may be.
	#[pallet::storage]
	pub type Sources<T: Config> = StorageMap<_, Twox64Concat, SourceId, SourceInfo>;

	/// On which source a kind lies.
	#[pallet::storage]
	pub type SourceOf<T: Config> = StorageMap<_, Twox64Concat, CollateralId, SourceId>;

	/// What is known of each kind in each margin account's vault.
	#[pallet::storage]
	pub type Vaults<T: Config> =
		StorageDoubleMap<_, Identity, MarginAccountId, Twox64Concat, CollateralId, Vault>;

	/// The last heads of each source chain, oldest first.
	#[pallet::storage]
	pub type Heads<T: Config> =
		StorageMap<_, Twox64Concat, SourceId, BoundedVec<Anchor, ConstU32<MAX_HEADS>>, ValueQuery>;

	/// What covers an account's lot of a kind, and what its vault covers.
	#[pallet::storage]
	pub type Covers<T: Config> =
		StorageDoubleMap<_, Identity, MarginAccountId, Twox64Concat, CollateralId, Cover>;

	/// Rights to parts of others' vaults: holder, kind, whose vault. A right to one's own is one that was
	/// being delivered when it came back.
	#[pallet::storage]
	pub type Rights<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Identity, MarginAccountId>,
			NMapKey<Twox64Concat, CollateralId>,
			NMapKey<Identity, MarginAccountId>,
		),
		Right,
	>;

	/// How many rights an account has.
	#[pallet::storage]
	pub type RightCounts<T: Config> = StorageMap<_, Identity, MarginAccountId, u32, ValueQuery>;

	/// Breached vaults that still cover a part of their own account's lot: it falls to nothing.
	#[pallet::storage]
	pub type BreachedVaults<T: Config> =
		StorageDoubleMap<_, Identity, MarginAccountId, Twox64Concat, CollateralId, ()>;

	/// The breached vault that was looked at last, by its key.
	#[pallet::storage]
	pub type BreachCursor<T: Config> = StorageValue<_, BoundedVec<u8, ConstU32<256>>>;

	/// The right that was looked at last for delivery, by its key.
	#[pallet::storage]
	pub type DeliveryCursor<T: Config> = StorageValue<_, BoundedVec<u8, ConstU32<256>>>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A source chain was named or changed.
		SourceSet { source: SourceId, info: SourceInfo },
		/// A proof showed what a vault holds.
		Observed {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// What lies there, in smallest units.
			held: u128,
			/// The head it was proven by: relay block and the source chain's own.
			anchor: (u32, u32),
			/// What that changed.
			observation: Observation,
		},
		/// ALARM: less lies in a vault than only our orders could have left.
		Breached {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// How much less.
			missing: u128,
			/// What lies there.
			held: u128,
		},
		/// Governance trusts a vault again.
		BreachCleared { account: MarginAccountId, kind: CollateralId },
		/// What a holder has a right to was ordered out of a vault into his own.
		DeliveryOrdered {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// To whom.
			holder: MarginAccountId,
			/// Smallest units.
			amount: u128,
		},
		/// A delivery ended; if it did not run, the rights stay where they were.
		DeliveryEnded {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// To whose vault.
			to: MarginAccountId,
			/// Smallest units.
			amount: u128,
			/// Whether it ran.
			ran: bool,
		},
		/// A right in a breached vault was cut to its share, and the chain's pool paid for the rest.
		MadeGood {
			/// Whose vault.
			account: MarginAccountId,
			/// Of what.
			kind: CollateralId,
			/// Whose right.
			holder: MarginAccountId,
			/// What was cut, in smallest units.
			missing: u128,
			/// What was paid for it, in smallest units of cash.
			paid: Cash,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// Source 0 is this chain.
		LocalSource,
		/// There is no parachain 0.
		BadParaId,
		/// A list is not sorted or names something twice.
		Unsorted,
		/// The source is another parachain already: its vaults would change owners.
		OtherParachain,
		/// A kind lies on another source already.
		KindElsewhere,
		/// A kind of this source is not named any more, or elsewhere in its state: vaults may hold it.
		KindDropped,
		/// No source has this kind.
		UnknownKind,
		/// The vault refuses.
		Vault(VaultError),
		/// Source chains are not connected yet: nothing can be proven or moved.
		NotConnected,
		/// A vault belongs to a margin account, and there is none.
		NoSuchAccount,
		/// A lot is not covered by what its account has.
		NotCovered,
		/// The account has rights in as many vaults as it may: what it has is delivered first.
		TooManyRights,
		/// There is no such right.
		NoRight,
		/// More than the vault holds for its own account.
		NotOwnPart,
		/// The vault, or the one that a delivery would go to, is breached.
		BreachedVault,
		/// The vault is not breached, or nothing is missing for rights in it.
		NotBreached,
		/// The vault has less than there are rights to: they are cut to their shares first.
		Short,
		/// Nothing of it can be delivered, or has to be.
		NothingToDeliver,
		/// A delivery to or from one of the vaults is on its way.
		Busy,
		/// The chain's pool cannot pay all of it.
		PoolShort,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit.saturating_div(4));
			Self::let_breached_fall(&mut meter);
			Self::deliver_some(&mut meter);
			meter.consumed()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Name a source chain, or change which of its codes are understood and what must stay in a
		/// vault there. Its parachain id never changes.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_source(
			info.codes.len() as u32,
			info.kinds.len() as u32,
		))]
		pub fn set_source(
			origin: OriginFor<T>,
			source: SourceId,
			info: SourceInfo,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_source(source, info)
		}

		/// Order what `holder` has a right to out of `account`'s vault into the holder's own. Anyone may;
		/// blocks do it by themselves in turn.
		///
		/// # Errors
		/// [`Error::NoRight`], [`Error::Busy`], [`Error::Short`], [`Error::BreachedVault`],
		/// [`Error::NothingToDeliver`], and those of the order.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::deliver())]
		pub fn deliver(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			holder: MarginAccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_deliver(account, kind, holder)
		}

		/// Cut `holder`'s right in `account`'s breached vault to its share of what is there. The loss pool of
		/// the chain pays what is missing, at full price, all of it or nothing. Anyone may.
		///
		/// # Errors
		/// [`Error::NoRight`], [`Error::NotBreached`], [`Error::NothingToDeliver`] if it was cut already,
		/// [`Error::PoolShort`], and those of the price.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::make_good())]
		pub fn make_good(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			holder: MarginAccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_make_good(account, kind, holder)
		}

		/// Bring the lot that `account`'s own vault covers in line with what is known of it: after a cap was
		/// raised, or while the credit of a breached vault falls. Anyone may; no proof is needed.
		///
		/// # Errors
		/// [`Error::UnknownKind`] and those of the books.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::recount())]
		pub fn recount(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::keep(&account, kind)
		}

		/// Trust a breached vault again, by `RiskOrigin`: the account's part counts again.
		///
		/// # Errors
		/// [`Error::NotBreached`]; [`Error::Short`] while rights in it are not made good.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::recount())]
		pub fn clear_breach(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_clear_breach(account, kind)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The id of an account's vault: on our chain nobody can sign for it.
		pub fn vault_id(account: MarginAccountId, purpose: VaultPurpose) -> AccountId32 {
			let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
			types::vault_id(&genesis, &account, purpose)
		}

		/// The vault's address on every source chain: what is sent there is collateral.
		pub fn vault_address(account: MarginAccountId, purpose: VaultPurpose) -> AccountId32 {
			remote_address(T::ParaId::get(), &Self::vault_id(account, purpose))
		}
	}
}
