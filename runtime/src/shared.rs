// SPDX-License-Identifier: GPL-3.0-or-later

//! What the transactions of a block have in common (ADR 45).
//!
//! Rules, prices, markets, sums: nearly every trade reads them, and some of them it writes. They come out of the trie once
//! a block, whoever reads them first, and go into its new root once. So each block is charged for all of them
//! once, at its beginning, and the bencher leaves them out of what calls and hooks are charged.

use crate::Runtime;
use frame_support::weights::Weight;

/// Items that a block reads at most.
pub const READS: u64 = 452;
/// Those of them that it writes.
pub const WRITES: u64 = 228;
/// Bytes of proof of all of them, rounded up.
pub const PROOF: u64 = 463_800;

/// What every block is charged for them.
pub fn weight() -> Weight {
	<Runtime as frame_system::Config>::DbWeight::get()
		.reads_writes(READS, WRITES)
		.saturating_add(Weight::from_parts(0, PROOF))
}

#[cfg(any(test, feature = "runtime-benchmarks"))]
pub use keys::*;

#[cfg(any(test, feature = "runtime-benchmarks"))]
mod keys {
	use crate::*;
	use alloc::vec;
	use frame_support::traits::{TrackedStorageKey, WhitelistedStorageKeys};
	use straddle_primitives::{CollateralId, FeedId, Pot, UnderlyingId, CASH, DAY_MS};

	/// Items of one map, or a value.
	pub struct Items {
		/// How many a chain has at most.
		pub most: u32,
		/// Whether what writes them is not charged for it. Of prices it is: rounds are measured with other feeds.
		pub written: bool,
		/// Those that a benchmark may meet; of a map more than there are on a chain.
		pub keys: Vec<Vec<u8>>,
	}

	fn value(key: [u8; 32]) -> Items {
		Items { most: 1, written: true, keys: vec![key.to_vec()] }
	}

	/// Our items that calls and hooks share.
	pub fn items() -> Vec<Items> {
		let values = [
			value(pallet_margin::Params::<Runtime>::hashed_key()),
			value(pallet_margin::PortfolioRule::<Runtime>::hashed_key()),
			value(pallet_margin::Totals::<Runtime>::hashed_key()),
			value(pallet_margin::Interest::<Runtime>::hashed_key()),
			value(pallet_margin::CashCalls::<Runtime>::hashed_key()),
			value(pallet_price_oracle::Parameters::<Runtime>::hashed_key()),
			value(pallet_collateral::Schedule::<Runtime>::hashed_key()),
			value(pallet_options::Parameters::<Runtime>::hashed_key()),
			value(pallet_options::NextOrderId::<Runtime>::hashed_key()),
			value(pallet_liquidation::Levels::<Runtime>::hashed_key()),
			value(pallet_liquidation::WindDown::<Runtime>::hashed_key()),
			value(pallet_liquidation::OdometerList::<Runtime>::hashed_key()),
			value(pallet_timestamp::Now::<Runtime>::hashed_key()),
		];
		let pots = [Pot::Rounding, Pot::Treasury, Pot::Feeders, Pot::GlobalPool];
		let pots = Items {
			most: pots.len() as u32,
			written: true,
			keys: pots.map(pallet_margin::Pots::<Runtime>::hashed_key_for).to_vec(),
		};
		values.into_iter().chain([pots, smiles()]).chain(markets()).chain(prices()).collect()
	}

	/// As many of each as benchmarks have at most.
	fn underlyings() -> impl Iterator<Item = UnderlyingId> {
		(0..pallet_price_oracle::MAX_UNDERLYINGS as u16).map(UnderlyingId)
	}

	/// What is kept by market or kind of collateral. What writes them is not charged for it.
	fn markets() -> [Items; 4] {
		let of = |key: fn(UnderlyingId) -> Vec<u8>| Items {
			most: pallet_options::MAX_MARKETS,
			written: true,
			keys: underlyings().map(key).collect(),
		};
		let benched = (50_000..).take(pallet_collateral::MAX_KINDS as usize);
		let kinds = (CASH.0..pallet_collateral::MAX_KINDS as u16).chain(benched).map(CollateralId);
		[
			of(pallet_options::Markets::<Runtime>::hashed_key_for),
			of(pallet_options::Expiries::<Runtime>::hashed_key_for),
			of(pallet_margin::OpenMarkets::<Runtime>::hashed_key_for),
			Items {
				most: pallet_collateral::MAX_KINDS,
				written: true,
				keys: kinds.map(pallet_collateral::Kinds::<Runtime>::hashed_key_for).collect(),
			},
		]
	}

	/// What the ladder measures of expiries: filing an account reads it of each that it has. The bencher's clock
	/// stands at zero, and the ledger's accounts of a size have expiries from the thirtieth day on.
	fn smiles() -> Items {
		let days = || (30..62u64).map(|day| day.saturating_mul(DAY_MS));
		let all = underlyings().flat_map(|underlying| days().map(move |at| (underlying, at)));
		let key = |(underlying, at)| {
			pallet_liquidation::Smiles::<Runtime>::hashed_key_for(underlying, at)
		};
		Items { most: pallet_liquidation::MAX_SMILES, written: true, keys: all.map(key).collect() }
	}

	/// What is kept by feed, or says which feeds a market has.
	fn prices() -> [Items; 4] {
		// Those of a genesis, and those that `set_for_benchmark` and `make_price` make.
		let (own, most) = (0..64, pallet_price_oracle::MAX_FEEDS);
		let feeds = || own.clone().chain(1_000..1_128).chain(50_000..50_032).map(FeedId);
		let of = |key: fn(FeedId) -> Vec<u8>| Items {
			most,
			written: false,
			keys: feeds().map(key).collect(),
		};
		[
			of(pallet_price_oracle::Quotes::<Runtime>::hashed_key_for),
			of(pallet_price_oracle::Surfaces::<Runtime>::hashed_key_for),
			// What a price realised is read of markets alone: of those whose options are valued on another's smiles.
			Items {
				most: pallet_options::MAX_MARKETS,
				..of(pallet_price_oracle::Averages::<Runtime>::hashed_key_for)
			},
			Items {
				most: pallet_price_oracle::MAX_UNDERLYINGS,
				written: false,
				keys: underlyings()
					.map(pallet_price_oracle::Underlyings::<Runtime>::hashed_key_for)
					.collect(),
			},
		]
	}

	/// Keys that a block is charged for: ours, and those that the SDK's pallets say that every block has.
	pub fn whitelist() -> Vec<TrackedStorageKey> {
		let ours = items().into_iter().flat_map(|items| items.keys).map(TrackedStorageKey::new);
		AllPalletsWithSystem::whitelisted_storage_keys().into_iter().chain(ours).collect()
	}
}
