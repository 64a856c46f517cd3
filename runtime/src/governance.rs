// SPDX-License-Identifier: GPL-3.0-or-later

//! Two origins for everything that changes the rules.
//!
//! `RiskUp` may do what adds risk: list collateral, raise a cap, loosen a weight. It exists only on
//! the other side of a delay: the council can ask for a call, and the scheduler makes it once the
//! timelock has run. `Restrict` may only tighten, and acts at once.
//!
//! Properties: no call of this pallet dispatches with `RiskUp` or `Root` in the block in which it
//! was asked for, and each can be taken back while it waits; the timelock is set at genesis and no
//! call changes it.

pub use pallet::*;

use frame_support::traits::{EitherOf, EnsureOrigin};
use frame_system::EnsureRoot;
use parachains_common::AccountId;

/// Root, or a call of the council that waited.
pub type EnsureRiskUpOrRoot = EitherOf<EnsureRoot<AccountId>, EnsureRiskUp>;
/// Root, or the council acting to tighten.
pub type EnsureRestrictOrRoot = EitherOf<EnsureRoot<AccountId>, EnsureRestrict>;

macro_rules! ensure_origin {
	($(#[$doc:meta])* $name:ident, $origin:ident) => {
		$(#[$doc])*
		pub struct $name;

		impl<O: Into<Result<Origin, O>> + From<Origin>> EnsureOrigin<O> for $name {
			type Success = ();

			fn try_origin(origin: O) -> Result<(), O> {
				origin.into().and_then(|origin| match origin {
					Origin::$origin => Ok(()),
					other => Err(O::from(other)),
				})
			}

			#[cfg(feature = "runtime-benchmarks")]
			fn try_successful_origin() -> Result<O, ()> {
				Ok(O::from(Origin::$origin))
			}
		}
	};
}

ensure_origin!(
	/// A call of the council that waited for the timelock.
	EnsureRiskUp,
	RiskUp
);
ensure_origin!(
	/// The council acting to tighten.
	EnsureRestrict,
	Restrict
);

#[frame_support::pallet]
pub mod pallet {
	use alloc::boxed::Box;
	use frame_support::{
		dispatch::{GetDispatchInfo, RawOrigin},
		pallet_prelude::*,
		traits::{
			schedule::{v3::Anon, DispatchTime, HARD_DEADLINE},
			StorePreimage,
		},
	};
	use frame_system::pallet_prelude::*;
	use sp_runtime::traits::Dispatchable;

	/// Where the origins of calls that waited, or that tighten, come from.
	#[pallet::origin]
	#[derive(
		Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
	)]
	pub enum Origin {
		/// May add risk. Only the scheduler makes it, after the timelock.
		RiskUp,
		/// May only tighten.
		Restrict,
	}

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeOrigin: From<Origin>> {
		/// A call of the runtime.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = <Self as frame_system::Config>::RuntimeOrigin>
			+ From<frame_system::Call<Self>>
			+ GetDispatchInfo;
		/// All origins together.
		type PalletsOrigin: From<Origin> + From<RawOrigin<Self::AccountId>>;
		/// Makes calls later.
		type Scheduler: Anon<
			BlockNumberFor<Self>,
			<Self as Config>::RuntimeCall,
			Self::PalletsOrigin,
			Hasher = Self::Hashing,
			Address = (BlockNumberFor<Self>, u32),
		>;
		/// Keeps large calls until then.
		type Preimages: StorePreimage<H = Self::Hashing>;
		/// May ask for a call that adds risk.
		type ProposeOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;
		/// May tighten at once.
		type EmergencyOrigin: EnsureOrigin<<Self as frame_system::Config>::RuntimeOrigin>;
	}

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Blocks between asking for a call that adds risk and its dispatch. Set at genesis.
	#[pallet::storage]
	pub type Timelock<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Blocks of delay; at least one.
		pub timelock: BlockNumberFor<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Timelock::<T>::put(self.timelock.max(1u32.into()));
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A call waits for its dispatch.
		Waiting {
			/// When it will be dispatched.
			at: BlockNumberFor<T>,
			/// Its place among that block's calls.
			index: u32,
			/// Whether as root.
			as_root: bool,
		},
		/// A call that waited was taken back.
		TakenBack {
			/// When it would have been dispatched.
			at: BlockNumberFor<T>,
			/// Its place among that block's calls.
			index: u32,
		},
		/// A call that tightens was dispatched.
		Restricted {
			/// Whether it did what it was to do.
			result: DispatchResult,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// No call waits there.
		NotWaiting,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Ask for a call with the origin `RiskUp`, or `Root` for upgrades and the like. It is
		/// dispatched once the timelock has run.
		///
		/// Origin: `ProposeOrigin`. Errors: those of scheduler and preimages.
		#[pallet::call_index(0)]
		#[pallet::weight(T::DbWeight::get().reads_writes(3, 4).saturating_add(
			Weight::from_parts(40_000_000, 200_000)
		))]
		pub fn propose(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
			as_root: bool,
		) -> DispatchResult {
			T::ProposeOrigin::ensure_origin(origin)?;
			let dispatched_as: T::PalletsOrigin =
				if as_root { RawOrigin::Root.into() } else { Origin::RiskUp.into() };
			let wait = Timelock::<T>::get().max(1u32.into());
			let call = T::Preimages::bound(*call)?;
			let now = frame_system::Pallet::<T>::block_number();
			let at = sp_runtime::Saturating::saturating_add(now, wait);
			let when = DispatchTime::At(at);
			let (at, index) =
				T::Scheduler::schedule(when, None, HARD_DEADLINE, dispatched_as, call)?;
			Self::deposit_event(Event::Waiting { at, index, as_root });
			Ok(())
		}

		/// Dispatch a call that tightens, now.
		///
		/// Origin: `EmergencyOrigin`. The call's own error is in the event.
		#[pallet::call_index(1)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(info.call_weight.saturating_add(Weight::from_parts(10_000_000, 0)), info.class)
		})]
		pub fn restrict(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResult {
			T::EmergencyOrigin::ensure_origin(origin)?;
			let result = call.dispatch(Origin::Restrict.into()).map(drop).map_err(|e| e.error);
			Self::deposit_event(Event::Restricted { result });
			Ok(())
		}

		/// Take back a call that waits: seeing it coming is worth something only if it can be stopped.
		///
		/// Origin: `EmergencyOrigin`. Errors: `NotWaiting`.
		#[pallet::call_index(2)]
		#[pallet::weight(T::DbWeight::get().reads_writes(3, 4).saturating_add(
			Weight::from_parts(40_000_000, 200_000)
		))]
		pub fn take_back(
			origin: OriginFor<T>,
			at: BlockNumberFor<T>,
			index: u32,
		) -> DispatchResult {
			T::EmergencyOrigin::ensure_origin(origin)?;
			T::Scheduler::cancel((at, index)).map_err(|_| Error::<T>::NotWaiting)?;
			Self::deposit_event(Event::TakenBack { at, index });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			ensure!(Timelock::<T>::get() >= 1u32.into(), "the timelock is at least a block");
			Ok(())
		}
	}
}
