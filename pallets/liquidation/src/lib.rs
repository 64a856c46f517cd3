// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod actions;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bids;
mod clock;
mod deficits;
mod impl_traits;
mod loss;
#[cfg(test)]
mod mock;
mod records;
mod split;
#[cfg(test)]
mod tests;
mod tick;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{dispatch::DispatchClass, pallet_prelude::*, traits::Time};
	use frame_system::pallet_prelude::*;
	use sp_runtime::{AccountId32, Perbill};
	use straddle_primitives::*;
	use straddle_traits::{Ledger, Losses, OnAuction, Prices, Risk};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32> {
		/// Chain time in milliseconds.
		type Time: Time<Moment = u64>;
		/// Rounds of the watched underlyings.
		type Prices: Prices;
		/// Who owns what, and what it is worth.
		type Ledger: Ledger<AccountId32> + Losses;
		/// Cancels what an account has resting when its auction starts.
		type OnAuction: OnAuction;
		/// May change parameters and end a pause.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// May pause, and nothing else.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Owner of the global pool's own margin account, his number 0. Nobody may have a key for him.
		#[pallet::constant]
		type PoolOwner: Get<AccountId32>;
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

	/// Fresh rounds of the watched underlyings.
	#[pallet::storage]
	pub type Quorums<T: Config> = StorageValue<_, QuorumList, ValueQuery>;

	/// Auction at which the last block's work stopped.
	#[pallet::storage]
	pub type TickCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// Ended auction at which pruning stopped.
	#[pallet::storage]
	pub type PruneCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// Debt of empty accounts that the global pool could not pay, in smallest units, always positive.
	#[pallet::storage]
	pub type Deficits<T: Config> = StorageMap<_, Identity, MarginAccountId, Cash>;

	/// Sum of `Deficits`.
	#[pallet::storage]
	pub type Deficit<T: Config> = StorageValue<_, Cash, ValueQuery>;

	/// Deficit at which writing off stopped.
	#[pallet::storage]
	pub type DeficitCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// Debt that was written off and waits to be borne, by who bears it, in smallest units, always
	/// positive.
	#[pallet::storage]
	pub type Unborne<T: Config> = StorageMap<_, Twox64Concat, Bearer, Cash>;

	/// The loss that is being shared out.
	#[pallet::storage]
	pub type Sharing<T: Config> = StorageValue<_, OpenLoss, OptionQuery>;

	/// Losses so far: the number of the last.
	#[pallet::storage]
	pub type LossCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Parameters from the first block on.
		pub params: AuctionParams,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert_eq!(self.params.validate(), Ok(()), "liquidation: parameters out of bounds");
			Params::<T>::put(&self.params);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account is in auction. `equity` and `requirement` are E and R before it.
		AuctionStarted {
			account: MarginAccountId,
			flagger: Option<AccountId32>,
			state_id: u32,
			equity: Money,
			requirement: Money,
			kappa: FixedU128,
		},
		/// A part of an account changed hands. E and R are those before the bid; `payment` is the
		/// bidder's, without the bounty, and negative if he received.
		BidTaken {
			account: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			share: FixedU128,
			kappa: FixedU128,
			equity: Money,
			requirement: Money,
			payment: Cash,
			from_pool: Cash,
			bounty: Cash,
		},
		/// The global pool's account took the whole; it paid `payment` (negative: received), of which
		/// the pool gave it `funded`.
		TakenOver {
			account: MarginAccountId,
			pool_account: MarginAccountId,
			equity: Money,
			requirement: Money,
			payment: Cash,
			funded: Cash,
		},
		/// An auction is over.
		AuctionEnded { account: MarginAccountId, reason: EndReason, biddable_ms: u64 },
		/// The flagger got his bounty.
		BountyPaid { account: MarginAccountId, reward_to: MarginAccountId, amount: Cash },
		/// The flagger's account could not be paid; the treasury has the bounty.
		BountyForfeited { account: MarginAccountId, amount: Cash },
		/// The global pool paid debt of an empty account; `deficit` is what it could not pay.
		DebtCovered { account: MarginAccountId, paid: Cash, deficit: Cash },
		/// What the pool owes for empty accounts changed.
		DeficitChanged { account: MarginAccountId, deficit: Cash, total: Cash },
		/// An empty account owes nothing any more; `Pot::Insolvency` is short by it until these bear it.
		WrittenOff { account: MarginAccountId, amount: Cash, parts: LossParts },
		/// A loss is shared out from now on.
		LossOpened { loss: u32, bearer: Bearer, amount: Cash },
		/// So many accounts gained so much together since the last daily mark.
		GainsCounted { loss: u32, sum: Cash, accounts: u32 },
		/// A gain bears `charged` of a loss; `collected` is what the account had.
		GainCharged {
			loss: u32,
			account: MarginAccountId,
			gain: Cash,
			charged: Cash,
			collected: Cash,
		},
		/// A loss is borne: `amount` = `collected` + `from_pool` + `scaled` + `uncovered`. All positive cash
		/// lost `scaled`; `uncovered` is more than there is, and waits for the pool.
		LossBorne {
			loss: u32,
			bearer: Bearer,
			amount: Cash,
			collected: Cash,
			from_pool: Cash,
			scaled: Cash,
			uncovered: Cash,
		},
		/// A source chain's pool paid what that chain did not deliver, and owes the rest.
		UndeliveredPaid { source: SourceId, account: MarginAccountId, paid: Cash, owed: Cash },
		/// A step of the block's own work was not done; it is tried again.
		StepFailed { error: DispatchError },
		/// The chain stood still; nothing is liquidated before `until`.
		Halted { gap_ms: u64, until: Moment },
		/// No new auctions, and all clocks stopped.
		Paused,
		/// The pause is over; nothing is liquidated before `until`.
		Resumed { until: Moment },
		/// New parameters.
		ParamsSet { params: AuctionParams },
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The margin account, or the account for the reward, does not exist.
		NoSuchAccount,
		/// The account is in auction already.
		AlreadyInAuction,
		/// The account is not in auction.
		NotInAuction,
		/// The account is neither in auction nor is there anything to bring up to date.
		NothingToDo,
		/// As many auctions as allowed are open.
		TooManyAuctions,
		/// Liquidation is paused.
		Paused,
		/// Liquidation is paused already.
		AlreadyPaused,
		/// Liquidation is not paused.
		NotPaused,
		/// After a halt or pause additions go first.
		GracePeriod,
		/// An underlying of the account has not had enough fresh rounds since it was halted.
		AwaitingQuorum,
		/// The state of the account's prices does not allow this.
		PricesUnusable,
		/// The account meets its maintenance margin on the latest prices.
		NotBelowMaintenance,
		/// The account fails on the latest prices alone, not on the median of the last rounds.
		WickOnly,
		/// The pool's own account is never auctioned.
		PoolAccount,
		/// The reward must go to another account than the flagged one.
		RewardToSelf,
		/// An account cannot bid for itself.
		SelfBid,
		/// The bidder is in auction.
		BidderInAuction,
		/// The auction changed since the bidder looked.
		StaleState,
		/// The account has healed: `touch` ends the auction.
		Healed,
		/// Nothing of the account is for sale, or the share is zero.
		NothingToSell,
		/// The bid takes less than the smallest part.
		ShareTooSmall,
		/// The rest would be below the cutoff: the whole share must be taken.
		LeavesDust,
		/// The bidder would pay more, or receive less, than he said.
		PaymentAboveLimit,
		/// The bidder would have to be paid more than the account's cash and the pool hold.
		PoolEmpty,
		/// An owner does not buy his own account at the pool's expense.
		OwnerAgainstPool,
		/// The pool may not take over yet.
		TooEarly,
		/// A parameter is out of its bounds.
		InvalidParams(ParamsError),
		/// A figure does not fit.
		Overflow,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Start the auction of an account below its maintenance margin; anyone may. Free if the auction is
		/// open afterwards.
		///
		/// `reward_to` is the margin account that gets the bounty, a part of what bidders gain.
		///
		/// # Errors
		/// `NoSuchAccount`, `RewardToSelf`, `AlreadyInAuction`, `PoolAccount`, `Paused`, `GracePeriod`,
		/// `AwaitingQuorum`, `PricesUnusable`, `NotBelowMaintenance`, `WickOnly`, `TooManyAuctions`.
		#[pallet::call_index(0)]
		#[pallet::weight((T::WeightInfo::flag(MAX_POSITIONS), DispatchClass::Operational))]
		pub fn flag(
			origin: OriginFor<T>,
			account: MarginAccountId,
			reward_to: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			let flagger = ensure_signed(origin)?;
			let positions = Self::do_flag(flagger, account.clone(), reward_to)?;
			// Not if it ended at once: bare debt that nobody can pay could be flagged for ever.
			let open = Auctions::<T>::contains_key(&account);
			let pays = if open { Pays::No } else { Pays::Yes };
			Ok((Some(T::WeightInfo::flag(positions)), pays).into())
		}

		/// Buy a share of an account in auction into `bidder`, at most `max_share` of the account and
		/// for at most `max_payment` smallest units, bounty included (negative: at least so much must
		/// be received). `state_id` is that of the auction the bidder saw.
		///
		/// # Errors
		/// `SelfBid`, `BidderInAuction`, `NotInAuction`, `StaleState`, `GracePeriod`, `AwaitingQuorum`,
		/// `PricesUnusable`, `Healed`, `NothingToSell`, `ShareTooSmall`, `LeavesDust`,
		/// `PaymentAboveLimit`, `OwnerAgainstPool`, `PoolEmpty`, or the ledger's if the signer may not
		/// trade for the bidder or the bidder lacks margin afterwards.
		#[pallet::call_index(1)]
		#[pallet::weight((T::WeightInfo::bid(MAX_POSITIONS), DispatchClass::Operational))]
		pub fn bid(
			origin: OriginFor<T>,
			auctioned: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			max_share: Perbill,
			max_payment: Cash,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let positions = Self::do_bid(who, auctioned, bidder, state_id, max_share, max_payment)?;
			Ok(Some(T::WeightInfo::bid(positions)).into())
		}

		/// Bring an account up to date; anyone may. Advances its clock, ends its auction if it healed
		/// or is empty, lets the pool pay a recorded deficit, forgets an old end.
		///
		/// # Errors
		/// `NothingToDo`, or the ledger's if the account cannot be valued.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::touch(MAX_POSITIONS))]
		pub fn touch(origin: OriginFor<T>, account: MarginAccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let positions = Self::do_touch(account)?;
			Ok(Some(T::WeightInfo::touch(positions)).into())
		}

		/// Let the global pool's account take the whole of an account that nobody wanted at κ = 1;
		/// anyone may. Free if it succeeds.
		///
		/// # Errors
		/// `NotInAuction`, `Paused`, `GracePeriod`, `AwaitingQuorum`, `TooEarly`, `PricesUnusable`,
		/// `Healed`, `NothingToSell`, or the ledger's if the pool's account is full.
		#[pallet::call_index(3)]
		#[pallet::weight((T::WeightInfo::take_over(MAX_POSITIONS), DispatchClass::Operational))]
		pub fn take_over(
			origin: OriginFor<T>,
			account: MarginAccountId,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let positions = Self::do_take_over(account)?;
			Ok((Some(T::WeightInfo::take_over(positions)), Pays::No).into())
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

		/// Whether `flag` would start an auction of this account now, and the error if not.
		pub fn flaggable(account: MarginAccountId) -> Result<(), DispatchError> {
			Self::ensure_flaggable(&mut T::Ledger::session(), &account).map(|_| ())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut frame_support::weights::WeightMeter) {
			Self::poll(meter);
		}

		fn on_idle(_: BlockNumberFor<T>, limit: Weight) -> Weight {
			Self::prune(limit)
		}

		fn integrity_test() {
			assert_eq!(AuctionParams::default().validate(), Ok(()));
			let block = T::BlockWeights::get().max_block;
			let quarter = block.saturating_div(4);
			let calls = [
				T::WeightInfo::flag(MAX_POSITIONS),
				T::WeightInfo::bid(MAX_POSITIONS),
				T::WeightInfo::take_over(MAX_POSITIONS),
			];
			for weight in calls {
				assert!(weight.all_lte(quarter), "a call needs more than a quarter of a block");
			}
			let step = T::WeightInfo::tick_step(MAX_POSITIONS);
			assert!(step.all_lte(Self::poll_share()), "no clock would ever move");
			let step = T::WeightInfo::charge_gains()
				.saturating_add(T::WeightInfo::charge_gain(MAX_POSITIONS));
			assert!(step.all_lte(Self::poll_share()), "no gain would ever be charged");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
