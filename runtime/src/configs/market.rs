// SPDX-License-Identifier: GPL-3.0-or-later

//! The clearing house: who stands behind which door of `straddle-traits`.

use crate::{governance::*, *};
use ::xcm::latest::Location;
use frame_support::{
	parameter_types,
	traits::{Contains, Get},
	PalletId,
};
use sp_runtime::traits::AccountIdConversion;
use straddle_primitives::{CollateralId, SourceId, CASH};
use straddle_traits::{ChainAge, ChainAges, Level, Restrictions};

parameter_types! {
	/// Its account holds every token that backs the ledger.
	pub const ClearingPalletId: PalletId = PalletId(*b"strd/clr");
	/// That account.
	pub ClearingAccount: AccountId = ClearingPalletId::get().into_account_truncating();
	/// Owns the margin account that takes over what nobody bids for.
	pub const PoolPalletId: PalletId = PalletId(*b"strd/pol");
	/// That owner: an address that no key makes.
	pub PoolOwner: AccountId = PoolPalletId::get().into_account_truncating();
}

/// Bytes of proof that the block has recorded so far, where a proof is recorded.
pub struct RecordedProof;

impl Get<Option<u64>> for RecordedProof {
	fn get() -> Option<u64> {
		cumulus_primitives_storage_weight_reclaim::get_proof_size()
	}
}

/// How old what is known of other chains is, by their heads. Native builds, which make no block of a chain,
/// can be told another age: [`simulated`].
pub struct Ages;

impl ChainAges for Ages {
	fn age(source: SourceId) -> Option<ChainAge> {
		#[cfg(feature = "std")]
		if let Some(age) = simulated::age(source) {
			return Some(age);
		}
		RemoteVault::age(source)
	}
}

/// Ages of other chains for the simulator and tests, by thread.
#[cfg(feature = "std")]
pub mod simulated {
	use super::*;
	use std::{cell::RefCell, collections::BTreeMap};

	thread_local! {
		static AGES: RefCell<BTreeMap<SourceId, ChainAge>> = const { RefCell::new(BTreeMap::new()) };
	}

	pub(super) fn age(source: SourceId) -> Option<ChainAge> {
		AGES.with_borrow(|ages| ages.get(&source).copied())
	}

	/// Let a chain be this old from now on in this thread; `None`: as old as it is.
	pub fn set_age(source: SourceId, age: Option<ChainAge>) {
		AGES.with_borrow_mut(|ages| match age {
			Some(age) => ages.insert(source, age),
			None => ages.remove(&source),
		});
	}
}

impl pallet_margin::Config for Runtime {
	type Time = Timestamp;
	type Prices = PriceOracle;
	type Collateral = Collateral;
	type Auctions = Liquidation;
	type Restrictions = Liquidation;
	type CashMeans = Liquidation;
	type Covers = RemoteVault;
	type OnDebt = RemoteVault;
	type OnOpened = Collateral;
	type OnClosed = Options;
	type Ladder = Liquidation;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type WeightInfo = pallet_margin::weights::SubstrateWeight<Runtime>;
}

impl pallet_collateral::Config for Runtime {
	type AssetId = Location;
	type Fungibles = configs::transactor::AllTokens;
	type Time = Timestamp;
	type Prices = PriceOracle;
	type Ledger = Margin;
	type Chains = Ages;
	type Home = configs::home::ToReserve;
	type Auctions = Liquidation;
	type Ladder = Liquidation;
	type Restrictions = Liquidation;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type RestrictOrigin = EnsureRestrictOrRoot;
	type PalletId = ClearingPalletId;
	type WeightInfo = pallet_collateral::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = configs::assets::LocationHelper;
}

/// Kinds whose tokens the clearing account holds, unless they are frozen.
pub struct TradableKinds;

impl Contains<CollateralId> for TradableKinds {
	fn contains(kind: &CollateralId) -> bool {
		let Some(info) = pallet_collateral::Kinds::<Runtime>::get(kind) else { return false };
		let held = info.method == pallet_collateral::ProofMethod::Held;
		held && *kind != CASH && Liquidation::kind(*kind, info.chain()) < Level::Frozen
	}
}

impl pallet_options::Config for Runtime {
	type Time = Timestamp;
	type Prices = PriceOracle;
	type Ledger = Margin;
	type Auctions = Liquidation;
	type Restrictions = Liquidation;
	type TradableKinds = TradableKinds;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type RestrictOrigin = EnsureRestrictOrRoot;
	type ProofSize = RecordedProof;
	type WeightInfo = pallet_options::weights::SubstrateWeight<Runtime>;
}

/// The collators of the session, who make blocks in turn.
pub struct Authors;

impl Get<Option<AccountId>> for Authors {
	fn get() -> Option<AccountId> {
		Authorship::author()
	}
}

impl Get<u32> for Authors {
	fn get() -> u32 {
		let count = pallet_session::Validators::<Runtime>::decode_len().unwrap_or(1);
		u32::try_from(count).unwrap_or(u32::MAX).max(1)
	}
}

impl pallet_liquidation::Config for Runtime {
	type Time = Timestamp;
	type Prices = PriceOracle;
	type Ledger = Margin;
	type Collateral = Collateral;
	type Overdue = Margin;
	type Haircuts = Collateral;
	type ProofSize = RecordedProof;
	type Feeders = PriceOracle;
	type OnAuction = Options;
	type Sources = Collateral;
	type Claims = RemoteVault;
	type RiskOrigin = EnsureRiskUpOrRoot;
	type RestrictOrigin = EnsureRestrictOrRoot;
	type PoolOwner = PoolOwner;
	type Author = Authors;
	type AuthorCount = Authors;
	type WeightInfo = pallet_liquidation::weights::SubstrateWeight<Runtime>;
}
