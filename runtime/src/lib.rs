// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "256"]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
mod configs;
pub mod genesis_presets;
pub mod governance;
#[cfg(any(feature = "next", test))]
mod next;
pub mod priority;
pub mod shared;
#[cfg(test)]
mod tests;
mod transactions;

pub use apis::*;
pub use configs::*;
pub use priority::Ranked;
pub use transactions::*;

use alloc::vec::Vec;
use sp_runtime::{generic, impl_opaque_keys, MultiAddress};
use sp_version::RuntimeVersion;

pub use parachains_common::{AccountId, Balance, BlockNumber, Hash, Header, Nonce, Signature};
pub use sp_consensus_aura::sr25519::AuthorityId as AuraId;

/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;
/// A block of this chain.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A transaction as it travels.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// Puts blocks together from the pallets below.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl_opaque_keys! {
	/// The keys of a collator: one to author blocks, one to sign prices.
	pub struct SessionKeys {
		pub aura: Aura,
		pub oracle: PriceOracle,
	}
}

/// The one place of the version; the embedded copy wants a literal.
macro_rules! version {
	($spec_version:tt) => {
		#[sp_version::runtime_version]
		pub const VERSION: RuntimeVersion = RuntimeVersion {
			spec_name: alloc::borrow::Cow::Borrowed("straddle"),
			impl_name: alloc::borrow::Cow::Borrowed("straddle"),
			authoring_version: 1,
			spec_version: $spec_version,
			impl_version: 0,
			apis: apis::RUNTIME_API_VERSIONS,
			transaction_version: 1,
			system_version: 1,
		};
	};
}

#[cfg(not(feature = "next"))]
version!(1);
#[cfg(feature = "next")]
version!(2);

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// The chain itself.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ParachainSystem = cumulus_pallet_parachain_system;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type ParachainInfo = parachain_info;
	#[runtime::pallet_index(4)]
	pub type WeightReclaim = cumulus_pallet_weight_reclaim;
	#[runtime::pallet_index(5)]
	pub type Migrations = pallet_migrations;

	// Money and fees.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(12)]
	pub type AssetTxPayment = pallet_asset_tx_payment;
	#[runtime::pallet_index(13)]
	pub type ForeignAssets = pallet_assets<Instance1>;

	// Collators. The order of these matters and must not change.
	#[runtime::pallet_index(20)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(21)]
	pub type CollatorSelection = pallet_collator_selection;
	#[runtime::pallet_index(22)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(23)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(24)]
	pub type AuraExt = cumulus_pallet_aura_ext;

	// Messages.
	#[runtime::pallet_index(30)]
	pub type XcmpQueue = cumulus_pallet_xcmp_queue;
	#[runtime::pallet_index(31)]
	pub type PolkadotXcm = pallet_xcm;
	#[runtime::pallet_index(32)]
	pub type CumulusXcm = cumulus_pallet_xcm;
	#[runtime::pallet_index(33)]
	pub type MessageQueue = pallet_message_queue;

	// What users sign through.
	#[runtime::pallet_index(40)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(41)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(42)]
	pub type Proxy = pallet_proxy;

	// Governance.
	#[runtime::pallet_index(50)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(51)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(52)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(53)]
	pub type Governance = crate::governance;

	// The clearing house. Prices come first: whoever runs after them in a block sees the new ones.
	#[runtime::pallet_index(60)]
	pub type PriceOracle = pallet_price_oracle;
	#[runtime::pallet_index(61)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(62)]
	pub type Collateral = pallet_collateral;
	#[runtime::pallet_index(63)]
	pub type RemoteVault = pallet_remote_vault;
	#[runtime::pallet_index(64)]
	pub type Options = pallet_options;
	#[runtime::pallet_index(65)]
	pub type Liquidation = pallet_liquidation;

	#[cfg(feature = "dev")]
	#[runtime::pallet_index(255)]
	pub type Sudo = pallet_sudo;
}

cumulus_pallet_parachain_system::register_validate_block! {
	Runtime = Runtime,
	BlockExecutor = cumulus_pallet_aura_ext::BlockExecutor::<Runtime, Executive>,
}
