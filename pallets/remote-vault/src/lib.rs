// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

use frame_support::pallet_macros::import_section;

pub use ages::*;
pub use covers::*;
pub use credit::BREACH_RAMP;
pub use doubts::{Sweep, MAX_SWEEPS};
pub use feeders::{Notice, NoticeOf, NoticeSignatureOf};
pub use heads::SourceChange;
pub use omissions::*;
pub use orders::*;
pub use owed::OwedRight;
pub use pallet::*;
pub use proof::{ProofError, ProofNode, ProofNodes};
pub use relay::{keys as relay_keys, RelayState, Withheld};
pub use types::*;
pub use vault::*;
pub use weights::{SubstrateWeight, WeightInfo};

mod ages;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod covers;
mod credit;
mod deliver;
mod doubts;
mod empty;
mod errors;
mod events;
pub mod feeders;
mod heads;
mod impl_traits;
#[cfg(test)]
mod mock;
pub mod offchain;
mod omissions;
mod orders;
mod owed;
pub mod proof;
mod prove;
mod relay;
mod returned;
mod sources;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
#[cfg(any(feature = "try-runtime", test))]
mod try_state_covers;
mod types;
mod vault;
pub mod weights;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{string::String, vec::Vec};
	use frame_support::{dispatch::DispatchClass, pallet_prelude::*, weights::WeightMeter};
	use frame_system::{offchain::CreateAuthorizedTransaction, pallet_prelude::*};
	use sp_runtime::{traits::Zero, AccountId32};
	use straddle_primitives::*;
	use straddle_traits::{
		Anchor, ChainPools, FeederKeys, FeederOffences, MessageError, OrderCash, RemoteLots,
		VaultMessages,
	};
	use xcm::latest::{Location, Response, Xcm};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config<AccountId = AccountId32> + CreateAuthorizedTransaction<Call<Self>>
	{
		/// This chain's parachain id: it is part of each vault's address.
		type ParaId: Get<u32>;

		/// Names source chains and the codes that are understood.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who made this block.
		type Author: Get<Option<AccountId32>>;

		/// Who punishes collators that leave out what they were to prove of the relay chain's state.
		type Offences: FeederOffences<AccountId32>;

		/// Who may prove for free.
		type Feeders: FeederKeys<AccountId32>;
		/// The way to source chains.
		type Messages: VaultMessages<AccountId32, Xcm<()>>;

		/// Whose vaults are, and who pays for orders.
		type Cash: OrderCash<AccountId32>;

		/// An answer of another chain, as messages bring it.
		type ResponseOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Location>;

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

	/// What is known of the heads of all sources.
	#[pallet::storage]
	pub type Known<T: Config> = StorageValue<_, KnownHeads, ValueQuery>;

	/// The last heads of each source that proofs may be made against, in a ring by their relay blocks.
	#[pallet::storage]
	pub type Heads<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SourceId, Twox64Concat, u32, Anchor>;

	/// Which collators left out what of the relay chain's state, in the last period in which one did.
	#[pallet::storage]
	pub type Omissions<T: Config> = StorageValue<_, OmissionPeriod, ValueQuery>;

	/// What orders on a source cost and how many there may be.
	#[pallet::storage]
	pub type Terms<T: Config> = StorageMap<_, Twox64Concat, SourceId, OrderTerms>;

	/// Orders on their way, one for each taken slot of a vault.
	#[pallet::storage]
	pub type InFlights<T: Config> = StorageMap<_, Blake2_128Concat, Slot, InFlight>;

	/// Whose answers are awaited.
	#[pallet::storage]
	pub type Queries<T: Config> = StorageMap<_, Twox64Concat, u64, Query>;

	/// When answers are late: relay block and slot.
	#[pallet::storage]
	pub type Due<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Blake2_128Concat, Slot, (), OptionQuery>;

	/// Where block work is in that table.
	#[pallet::storage]
	pub type DueClock<T: Config> = StorageValue<_, Clock, ValueQuery>;

	/// What is on its way to each source.
	#[pallet::storage]
	pub type Traffics<T: Config> = StorageMap<_, Twox64Concat, SourceId, Traffic, ValueQuery>;

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

	/// How many rights an account has over all kinds.
	#[pallet::storage]
	pub type RightCounts<T: Config> = StorageMap<_, Identity, MarginAccountId, u32, ValueQuery>;

	/// The same the other way round: whose vault, kind, holder.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Identity, MarginAccountId>,
			NMapKey<Twox64Concat, CollateralId>,
			NMapKey<Identity, MarginAccountId>,
		),
		(),
	>;

	/// Vaults of whose breach not all who have rights in them were told yet.
	#[pallet::storage]
	pub type Sweeps<T: Config> =
		StorageValue<_, BoundedVec<Sweep, ConstU32<MAX_SWEEPS>>, ValueQuery>;

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

	/// Answers that came and are not booked yet, by their places in the queue.
	#[pallet::storage]
	pub type Answers<T: Config> = StorageMap<_, Twox64Concat, u64, Answer>;

	/// Which places of it are taken.
	#[pallet::storage]
	pub type AnswerQueue<T: Config> = StorageValue<_, AnswerPlaces, ValueQuery>;

	/// Vaults of accounts that owe cash, of the same stablecoin: block work pulls it.
	#[pallet::storage]
	pub type Debts<T: Config> =
		StorageDoubleMap<_, Identity, MarginAccountId, Twox64Concat, CollateralId, ()>;

	/// The one of them that was looked at last, by its key.
	#[pallet::storage]
	pub type DebtCursor<T: Config> = StorageValue<_, BoundedVec<u8, ConstU32<256>>>;

	/// Rights that the pool of a source owes for, the oldest first, by a number's big-endian bytes.
	#[pallet::storage]
	pub type Owed<T: Config> =
		StorageDoubleMap<_, Twox64Concat, SourceId, Identity, [u8; 8], OwedRight>;

	/// The number of the next of them.
	#[pallet::storage]
	pub type NextOwed<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// The one of them that was looked at last, by its key.
	#[pallet::storage]
	pub type OwedCursor<T: Config> = StorageValue<_, BoundedVec<u8, ConstU32<256>>>;

	/// Of each source the first right that its pool can pay, if none of the first few can, as far as block work has
	/// seen.
	#[pallet::storage]
	pub type FirstOwed<T: Config> = StorageMap<_, Twox64Concat, SourceId, u64>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn offchain_worker(block: BlockNumberFor<T>) {
			offchain::run::<T>(block);
		}

		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::work(meter)
		}

		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			let mut meter = WeightMeter::with_limit(limit.saturating_div(4));
			Self::pull_for_debtors(&mut meter);
			Self::let_breached_fall(&mut meter);
			Self::tend_owed(&mut meter);
			Self::deliver_some(&mut meter);
			meter.consumed()
		}

		fn integrity_test() {
			let share = Self::share();
			let least = Self::heaviest_answer().saturating_add(T::WeightInfo::due_base());
			assert!(least.all_lte(share), "an answer has no room in a block");
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

		/// Show what lies in an account's vault, by the source chain's state as of the head that was read in
		/// `relay_block`. `nodes` is what a node of that chain answers to `state_getReadProof` for the vault's
		/// key, from the lowest up to the root, each without the hash of the one before it
		/// ([`proof::compact`]). Anyone may; it is free if it is news, see [`Event::Observed`].
		///
		/// # Errors
		/// `UnknownKind`, `UnknownHead`, `UnknownCode`, `Proof`, `NothingToCount`, and whatever the vault or the
		/// ledger refuses.
		#[pallet::call_index(4)]
		#[pallet::weight(Pallet::<T>::prove_weight(proof::units(nodes)))]
		pub fn prove(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			relay_block: u32,
			nodes: ProofNodes,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::do_prove(&account, kind, relay_block, &nodes)
		}

		/// A feeder's proof of what is news of a vault, signed with its oracle key; its node's worker sends it,
		/// and it is free. All else as [`Self::prove`].
		///
		/// # Errors
		/// The pool and the block refuse it: a block that is not there yet `Future`, or too old
		/// `AncientBirthBlock`; no feeder's signature `BadProof`; else the reasons of [`feeders::rejection`].
		#[pallet::call_index(5)]
		#[pallet::weight((Pallet::<T>::prove_weight(feeders::units(notice)), DispatchClass::Operational))]
		#[pallet::authorize(Pallet::<T>::authorize_prove_as_feeder)]
		#[pallet::weight_of_authorize(Pallet::<T>::authorize_weight(feeders::units(notice)))]
		pub fn prove_as_feeder(
			origin: OriginFor<T>,
			notice: NoticeOf<T>,
			signature: NoticeSignatureOf<T>,
		) -> DispatchResultWithPostInfo {
			ensure_authorized(origin)?;
			// It was checked when the transaction was authorized, in this same block.
			let _ = signature;
			Self::do_prove(&notice.account, notice.kind, notice.relay_block, &notice.nodes)
		}

		/// Take one's own collateral out of the vault, to an account of the source chain. Its owner alone, as
		/// far as the ledger lets it go.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::release())]
		pub fn release(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
			to: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release(&who, account, kind, amount, Destination::There(to))
		}

		/// The same, to the margin account's address on this chain: there it is credited when it comes, less
		/// what its way costs.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::pull())]
		pub fn pull(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_release(&who, account, kind, amount, Destination::Here)
		}

		/// A source chain answers: it is noted here and booked by block work. It fails only for who is not asked.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::take_reply())]
		pub fn take_reply(
			origin: OriginFor<T>,
			query_id: u64,
			response: Response,
		) -> DispatchResult {
			let responder = T::ResponseOrigin::ensure_origin(origin)?;
			Self::do_take_reply(&responder, query_id, &response)
		}

		/// Send fences after the late orders of a vault. Anyone; block work does it by itself.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::fence())]
		pub fn fence(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_fence(account, kind)
		}

		/// Set what orders on a source cost and how many there may be.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_terms(terms.minimum.len() as u32))]
		pub fn set_terms(
			origin: OriginFor<T>,
			source: SourceId,
			terms: OrderTerms,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_terms(source, terms)
		}

		/// Bring back to the float what messages had left over on the source chain.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::collect_refunds())]
		pub fn collect_refunds(
			origin: OriginFor<T>,
			source: SourceId,
			amount: u128,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_collect_refunds(source, amount)
		}

		/// Order what `holder` has a right to out of `account`'s vault into the holder's own. If he came by it by
		/// force, or was cut to it, anyone may, and blocks do it by themselves in turn. Else, where others have rights in
		/// the holder's vault, and once the source chain refused it, the holder's owner alone; of what did not come by
		/// force the holder pays for the order.
		///
		/// # Errors
		/// [`Error::NoRight`], [`Error::Busy`], [`Error::Short`], [`Error::BreachedVault`],
		/// [`Error::HolderMustAsk`], [`Error::NothingToDeliver`], and those of the order.
		#[pallet::call_index(12)]
		#[pallet::weight(Pallet::<T>::deliver_weight())]
		pub fn deliver(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			holder: MarginAccountId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_deliver(Some(&who), account, kind, holder)
		}

		/// Cut `holder`'s right in `account`'s breached vault to its share of what is there. The loss pool of
		/// the chain pays what is missing, at full price, all of it or nothing. If it cannot, it owes the right from
		/// now on: until it pays, the right counts nothing for opening and fades. Anyone may; blocks do it by
		/// themselves in turn.
		///
		/// # Errors
		/// [`Error::NoRight`], [`Error::NotBreached`], [`Error::NothingToDeliver`] if it was cut already; of a
		/// right that is owed already [`Error::PoolShort`] or what else keeps the pool from paying; of one that
		/// would count again [`Error::NoRoomUnderCaps`].
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
		/// [`Error::NotBreached`]; [`Error::Short`] while rights in it are not made good; [`Error::NotReturned`] while
		/// something that the chain's pool paid for is neither back nor written off; [`VaultError::AwaitsProof`]
		/// if something was on its way when less was there, and no proof came since with nothing beside it;
		/// [`Error::NoRoomUnderCaps`] if what had left the ledger of the account's right to it cannot come back.
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

		/// Let a chain's loss pool pay the right that it owes for longest, all of it. Anyone may; blocks do it by
		/// themselves.
		///
		/// # Errors
		/// [`Error::NothingOwed`], [`Error::PoolShort`], [`Error::NotBreached`] if nothing is missing any more,
		/// a delivery is out of the vault, and those of the price.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::pay_owed())]
		pub fn pay_owed(origin: OriginFor<T>, source: SourceId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_owed(source)
		}

		/// Give up what a chain's pool paid for of rights in a breached vault and that has not come back, by
		/// `RiskOrigin`: from then on what comes is the vault's owner's. What is there already is the pool's first.
		///
		/// # Errors
		/// [`Error::NothingPaidFor`]; [`Error::NotBookedYet`] while caps or the books keep a part of it from being the
		/// pool's.
		#[pallet::call_index(17)]
		#[pallet::weight(T::WeightInfo::recount())]
		pub fn write_off(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_write_off(account, kind)
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

		/// The same as people on a source chain write it, ready to paste into a wallet.
		pub fn vault_address_on(
			source: SourceId,
			account: MarginAccountId,
			purpose: VaultPurpose,
		) -> Option<String> {
			let prefix = Sources::<T>::get(source)?.ss58_prefix;
			Some(written(&Self::vault_address(account, purpose), prefix))
		}

		/// What is known of a source's heads.
		pub fn head_state(source: SourceId) -> Option<HeadState> {
			Known::<T>::get().of(source).copied()
		}

		/// The heads of a source that proofs may be made against, oldest first.
		pub fn anchors(source: SourceId) -> Vec<Anchor> {
			Self::remembered(source)
		}

		/// How often which collator left out what others had brought, in this period.
		pub fn omissions() -> Vec<(AccountId32, OmissionCount)> {
			Self::omissions_of_period()
		}

		/// The account here that pays for messages to a source, and its address there, where the rest of the
		/// fees goes.
		pub fn float(source: SourceId) -> (AccountId32, AccountId32) {
			let here = Self::float_account(source);
			let there = remote_address(T::ParaId::get(), &here);
			(here, there)
		}
	}
}
