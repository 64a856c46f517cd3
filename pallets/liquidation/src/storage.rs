// SPDX-License-Identifier: GPL-3.0-or-later

//! Items of deficits and losses, of the ladder, of sales of lots and loans; what a genesis file says.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod losses {
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

	/// The global pool's own margin accounts.
	#[pallet::storage]
	pub type OwnAccounts<T: Config> = StorageValue<_, OwnAccountState, ValueQuery>;
}

#[pallet_section]
mod watched {
	/// What moves accounts, and how far it has moved.
	#[pallet::storage]
	pub type OdometerList<T: Config> = StorageValue<_, Odometers, ValueQuery>;

	/// The expiries of which there is a smile.
	#[pallet::storage]
	pub type Expiries<T: Config> = StorageValue<_, SmileList, ValueQuery>;

	/// What is measured of an expiry: whatever a filed account holds of it.
	#[pallet::storage]
	pub type Smiles<T: Config> =
		StorageDoubleMap<_, Identity, UnderlyingId, Identity, Moment, Smile>;

	/// Accounts by the rungs at which they are due. The keys are in that order.
	#[pallet::storage]
	pub type Rungs<T: Config> = StorageDoubleMap<_, Identity, Rail, Identity, RungKey, ()>;

	/// Accounts that are looked at every round.
	#[pallet::storage]
	pub type Hot<T: Config> = StorageMap<_, Identity, MarginAccountId, ()>;

	/// How far these have been looked at.
	#[pallet::storage]
	pub type HotAccounts<T: Config> = StorageValue<_, HotPass, ValueQuery>;

	/// How far all accounts have been looked at for being filed at all.
	#[pallet::storage]
	pub type AllAccounts<T: Config> = StorageValue<_, Relook, ValueQuery>;
}

#[pallet_section]
mod lots {
	/// Accounts whose lots alone are sold.
	#[pallet::storage]
	pub type LotAuctions<T: Config> = StorageMap<_, Identity, MarginAccountId, LotAuction>;

	/// How many of those there are.
	#[pallet::storage]
	pub type LotAuctionCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The last of them that block work looked at.
	#[pallet::storage]
	pub type LotCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// What pools of source chains lent, by account and chain.
	#[pallet::storage]
	pub type Loans<T: Config> =
		StorageDoubleMap<_, Identity, MarginAccountId, Twox64Concat, SourceId, Loan>;

	/// Accounts with what is in pledge, and whose loan from which chain's pool it is for.
	#[pallet::storage]
	pub type Pledges<T: Config> =
		StorageMap<_, Identity, MarginAccountId, (MarginAccountId, SourceId)>;

	/// Σ principals of loans from a chain's pool.
	#[pallet::storage]
	pub type Lent<T: Config> = StorageMap<_, Twox64Concat, SourceId, Cash, ValueQuery>;

	/// Parameters of loans.
	#[pallet::storage]
	pub type LoanRules<T: Config> = StorageValue<_, LoanParams, ValueQuery>;

	/// The pledge that block work looked at last.
	#[pallet::storage]
	pub type LoanCursor<T: Config> = StorageValue<_, MarginAccountId, OptionQuery>;
}

#[pallet_section]
mod genesis {
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Parameters from the first block on.
		pub params: AuctionParams,
		/// How long emergency levels last.
		#[serde(default)]
		pub levels: LevelParams,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert_eq!(self.params.validate(), Ok(()), "liquidation: parameters out of bounds");
			Params::<T>::put(&self.params);
			assert_eq!(self.levels.validate(), Ok(()), "liquidation: levels out of bounds");
			LevelRules::<T>::put(self.levels);
		}
	}
}
