// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

pub use pallet::*;
pub use queue::{
	QueueState, QueueStatus, QueuedWithdrawal, Request, Stage, LAPSE_MS, LEAST_PART, MIN_REQUEST,
	ROUND_MS,
};
pub use types::*;
pub use weights::{SubstrateWeight, WeightInfo};

mod actions;
mod arrivals;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod credit;
mod fees;
mod groups;
mod home;
mod impl_traits;
mod leave;
#[cfg(test)]
mod mock;
mod queue;
mod registry;
mod remote;
mod sources;
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
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{AccountId32, FixedU128, Permill};
	use straddle_primitives::*;
	use straddle_traits::{
		AuctionStatus, ChainAges, Home, HomeFees, Ladder, Ledger, Prices, Restrictions,
	};

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

		/// Reads the heads of other chains.
		type Chains: ChainAges;

		/// Sends tokens to the chain that holds their reserve.
		type Home: Home<AccountId32, Self::AssetId>;

		/// Whether an account's ways out are shut.
		type Auctions: AuctionStatus;

		/// Told when what accounts have counts less from now on, or will.
		type Ladder: Ladder;
		/// Emergency levels.
		type Restrictions: Restrictions;

		/// Lists kinds and changes what they count. In the runtime it sits behind the timelock.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// May pause a kind, and lower what counts for opening: initial weights and caps.
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

	/// Chains other than this one on which collateral may lie or have its reserve.
	#[pallet::storage]
	pub type Sources<T: Config> = StorageMap<_, Twox64Concat, SourceId, SourceInfo>;

	/// What is credited on each chain and by each method of proof, and how much may be.
	#[pallet::storage]
	pub type Groups<T: Config> = StorageMap<_, Twox64Concat, Group, GroupInfo, ValueQuery>;

	/// The registry's times.
	#[pallet::storage]
	pub type Schedule<T: Config> = StorageValue<_, Times, ValueQuery>;

	/// Margin accounts whose address something came to, first come first swept.
	#[pallet::storage]
	pub type Pending<T: Config> =
		StorageValue<_, BoundedVec<Arrival, ConstU32<MAX_PENDING>>, ValueQuery>;

	/// Margin accounts that wait for cash.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageMap<_, Identity, MarginAccountId, Request>;

	/// All that wait together, and the round that pays them.
	#[pallet::storage]
	pub type Queue<T: Config> = StorageValue<_, QueueState, ValueQuery>;
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
		/// Tokens left a margin account for an account on the chain that holds their reserve. `delivery`
		/// of them was the fee for the message.
		WithdrawnHome {
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
			delivery: u128,
			to: AccountId32,
			message: [u8; 32],
		},
		/// Tokens that came to a margin account's address and cannot be credited went to an account on
		/// the chain that holds their reserve, with as much of the account's cash for the fees.
		RecoveredHome {
			account: MarginAccountId,
			asset: T::AssetId,
			amount: u128,
			cash: u128,
			delivery: u128,
			to: AccountId32,
			message: [u8; 32],
		},
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
		/// A kind is off the list.
		Delisted { kind: CollateralId, asset: T::AssetId },
		/// The cap of a chain or of a method of proof changed, in USD at reference prices.
		GroupCapSet { group: Group, old: Option<FixedU128>, new: Option<FixedU128> },
		/// What a kind is worth in its groups changed, in USD for a whole token.
		ReferenceSet { kind: CollateralId, old: FixedU128, new: FixedU128 },
		/// A chain was named, or its curves changed.
		SourceSet { source: SourceId, curves: Curves },
		/// The registry's times got longer.
		TimesSet { times: Times },
		/// A kind takes no deposits and counts nothing for opening.
		Paused { kind: CollateralId },
		/// A kind is back.
		Resumed { kind: CollateralId },
		/// A withdrawal of cash was paid in part, maybe nothing; the rest waits.
		WithdrawalQueued { account: MarginAccountId, paid: u128, rest: u128 },
		/// The owner does not want the rest any more.
		WithdrawalCancelled { account: MarginAccountId, rest: u128 },
		/// The rest was dropped: the account has another owner, or had long nothing to pay it from.
		WithdrawalLapsed { account: MarginAccountId, rest: u128 },
		/// A part of what waited was paid.
		QueuedWithdrawalPaid { account: MarginAccountId, amount: u128, to: AccountId32, rest: u128 },
		/// A round counted all claims and pays so much of them.
		QueueCounted { round: u32, claims: u128, paying: u128 },
		/// What was proven to lie in a vault was booked into its account.
		RemoteCredited { account: MarginAccountId, kind: CollateralId, amount: u128 },
		/// A lot that lies elsewhere was booked out: to be released, or it is not there any more.
		RemoteDebited { account: MarginAccountId, kind: CollateralId, amount: u128 },
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
		/// More would be credited than the cap of its chain or of its method of proof.
		GroupCapExceeded,
		/// The kind takes no deposits now.
		KindPaused,
		/// There is nothing of this kind at the address.
		NothingToSweep,
		/// The account is in auction: nothing leaves.
		InAuction,
		/// The kind, its chain or the house is frozen: what would leave waits.
		Frozen,
		/// Nothing is due to the account now.
		NothingDue,
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
		/// This role may only tighten what counts for opening, and at once.
		MayOnlyTighten,
		/// Of the kind something is credited, or it is the stablecoin.
		StillInUse,
		/// What lies on another chain is proven, not held.
		BadMethod,
		/// The reference price is zero or does not fit.
		BadReference,
		/// A curve does not fall, or maintenance falls before opening, or a token here before what lies
		/// there.
		BadCurves,
		/// The chain's last change is still being phased in.
		RampUnderWay,
		/// The registry's times only get longer.
		TimesOnlyGrow,
		/// No chain is known that holds the reserve of these tokens.
		NoReserve,
		/// No channel to the chain that holds the reserve is open.
		NoChannel,
		/// The token that pays for the message never had a price.
		NoFeePrice,
		/// The amount does not cover the fees of its way.
		FeesNotCovered,
		/// The message would cost more than the caller allows.
		DeliveryTooDear,
		/// The message was not taken.
		NotSent,
		/// A value does not fit.
		ValueOverflow,
		/// So much cash may not leave while others wait for theirs: `request_withdrawal`.
		OthersWait,
		/// The account waits already.
		AlreadyQueued,
		/// The account does not wait.
		NotInQueue,
		/// More than the account may take out of its own positive cash now.
		NotOwnCash,
		/// The kind lies here: no vault covers it.
		LiesHere,
		/// By its price nothing can be paid.
		PriceUnusable,
	}

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Chains other than this one; before the kinds that lie there.
		pub sources: Vec<(SourceId, Curves)>,
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
			for (source, curves) in &self.sources {
				assert!(*source != SourceId::LOCAL, "collateral: this chain is not a source");
				assert!(curves.is_valid(), "collateral: curves in order");
				assert!(!Sources::<T>::contains_key(source), "collateral: a source twice");
				Sources::<T>::insert(source, SourceInfo::new(*curves));
			}
			for (kind, asset, listing) in &self.kinds {
				let listed = registry::insert::<T>(*kind, asset.clone(), listing.clone());
				assert!(listed.is_ok(), "collateral: {kind:?} cannot be listed: {listed:?}");
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			queue::poll::<T>(meter);
		}

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
		/// its target keeps the ramp it is on. The restrict origin may cut the initial weight, at once.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_weights())]
		pub fn set_weights(
			origin: OriginFor<T>,
			kind: CollateralId,
			initial: Permill,
			maintenance: Permill,
			length: Moment,
		) -> DispatchResult {
			let role = Self::role(origin)?;
			registry::set_weights::<T>(role, kind, initial, maintenance, length)
		}

		/// Change how much of a kind is credited in total. What is credited above it stays, and counts
		/// less for opening, by 5 % an hour at most. The restrict origin may cut it.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_cap())]
		pub fn set_cap(origin: OriginFor<T>, kind: CollateralId, cap: u128) -> DispatchResult {
			let role = Self::role(origin)?;
			registry::set_cap::<T>(role, kind, cap)
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

		/// Take `amount` smallest units of a kind out of a margin account and send them to an account
		/// on the chain that holds their reserve. The fees are taken from what is sent: for the message
		/// here, at most `max_delivery`, and there for running it; the view `home_fees` tells both. The
		/// account's owner alone may.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::withdraw_home())]
		pub fn withdraw_home(
			origin: OriginFor<T>,
			account: MarginAccountId,
			kind: CollateralId,
			amount: u128,
			to: AccountId32,
			max_delivery: u128,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_home(who, account, kind, amount, to, max_delivery)
		}

		/// As `recover`, but to an account on the chain that holds the token's reserve. It pays with
		/// `cash` smallest units of the account's cash, what is left of which arrives too. The account's
		/// owner alone may.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::recover_home())]
		pub fn recover_home(
			origin: OriginFor<T>,
			account: MarginAccountId,
			asset: T::AssetId,
			to: AccountId32,
			cash: u128,
			max_delivery: u128,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_recover_home(who, account, asset, to, cash, max_delivery)
		}

		/// Name a chain on which collateral lies or has its reserve, or change how its age counts. What
		/// this takes from maintenance credit it takes over the minimum ramp.
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::set_source())]
		pub fn set_source(
			origin: OriginFor<T>,
			source: SourceId,
			curves: Curves,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			sources::set::<T>(source, curves)
		}

		/// Change how much is credited on a chain or by a method of proof, in USD at reference prices;
		/// `None` is no limit. What is credited above it stays, and counts less for opening, by 5 % an
		/// hour at most. The restrict origin may cut it.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::set_group_cap())]
		pub fn set_group_cap(
			origin: OriginFor<T>,
			group: Group,
			cap: Option<FixedU128>,
		) -> DispatchResult {
			let role = Self::role(origin)?;
			groups::set_cap::<T>(role, group, cap, T::Time::now())
		}

		/// Change what a kind counts for in the totals of its chain and its method of proof, in USD for
		/// a whole token.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::set_reference())]
		pub fn set_reference(
			origin: OriginFor<T>,
			kind: CollateralId,
			price: FixedU128,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			groups::set_reference::<T>(kind, price, T::Time::now())
		}

		/// Make the registry's times longer. A cut of a maintenance weight that is under way takes the
		/// new minimum from now on.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::set_times())]
		pub fn set_times(origin: OriginFor<T>, times: Times) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::set_times::<T>(times)
		}

		/// Take a kind off the list of which nothing is credited.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::delist())]
		pub fn delist(origin: OriginFor<T>, kind: CollateralId) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			registry::delist::<T>(kind)
		}

		/// Withdraw `amount` of an account's own positive cash: at once what nobody waits for, the rest
		/// in the same part as everybody, once an hour. What waits stays in the account as it is.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::request_withdrawal())]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			account: MarginAccountId,
			amount: u128,
			to: AccountId32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_withdrawal(who, account, amount, to)
		}

		/// Wait no longer.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::cancel_withdrawal())]
		pub fn cancel_withdrawal(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_withdrawal(who, account)
		}

		/// Pay an account to its owner once the house has closed its books: its part of what is held, and its
		/// lots if it owes nothing. Anyone may, as often as there is something more.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::leave(MAX_KINDS))]
		pub fn leave(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let lots = Self::do_leave(account)?;
			Ok(Some(T::WeightInfo::leave(lots)).into())
		}
	}

	impl<T: Config> Pallet<T> {
		fn role(origin: OriginFor<T>) -> Result<Role, DispatchError> {
			match T::RiskOrigin::try_origin(origin) {
				Ok(_) => Ok(Role::Risk),
				Err(origin) => {
					T::RestrictOrigin::ensure_origin(origin)?;
					Ok(Role::Emergency)
				},
			}
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

		/// What `withdraw_home` of so many smallest units would cost now, in smallest units of the kind;
		/// `None` while it cannot be done.
		pub fn home_fees(kind: CollateralId, amount: u128) -> Option<HomeFees> {
			Self::fees_home(kind, amount)
		}

		/// Smallest units of a kind that can still be credited to this account, and the fewest at
		/// once; `None` if the kind is not listed here.
		pub fn deposit_room(account: MarginAccountId, kind: CollateralId) -> Option<(u128, u128)> {
			let info = Kinds::<T>::get(kind).filter(|info| info.source == SourceId::LOCAL)?;
			let room = Self::room(&account, kind, &info);
			Some((room.most, room.fewest))
		}

		/// What an account waits for and what it would get now; `None` if it does not wait.
		pub fn queued_withdrawal(account: MarginAccountId) -> Option<QueuedWithdrawal> {
			Self::view_queued(&account)
		}

		/// All who wait for cash.
		pub fn withdrawal_queue() -> QueueStatus {
			Self::view_queue()
		}
	}
}
