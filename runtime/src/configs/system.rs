// SPDX-License-Identifier: GPL-3.0-or-later

//! The chain itself: blocks, time, weights, migrations, and what users sign through.

use super::*;
use crate::*;
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, ConstU64, InstanceFilter},
	weights::{
		constants::{
			BlockExecutionWeight, ExtrinsicBaseWeight, WEIGHT_REF_TIME_PER_NANOS,
			WEIGHT_REF_TIME_PER_SECOND,
		},
		RuntimeDbWeight, Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{
	traits::{AccountIdLookup, BlakeTwo256},
	Perbill,
};

/// Of a block, what ordinary transactions may fill, in percent; the rest is kept for prices and
/// liquidations.
const NORMAL_PERCENT: u32 = 73;
/// What hooks at the head of a block are expected to use.
const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(5);
/// Two seconds of one core, and as much proof as the relay chain takes.
pub const MAXIMUM_BLOCK_WEIGHT: Weight = Weight::from_parts(
	WEIGHT_REF_TIME_PER_SECOND.saturating_mul(2),
	cumulus_primitives_core::relay_chain::MAX_POV_SIZE as u64,
);

/// A share of a block's weight.
pub const fn percent_of_block(percent: u32) -> Weight {
	MAXIMUM_BLOCK_WEIGHT.saturating_div(100).saturating_mul(percent as u64)
}

parameter_types! {
	pub const Version: sp_version::RuntimeVersion = VERSION;
	pub const BlockHashCount: BlockNumber = 4096;
	pub const SS58Prefix: u16 = 42;
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.modify_max_length_for_class(DispatchClass::Normal, |limit| {
			*limit = limit.saturating_div(100).saturating_mul(NORMAL_PERCENT)
		})
		.build();
	pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
		.base_block(BlockExecutionWeight::get().saturating_add(shared::weight()))
		.for_class(DispatchClass::all(), |weights| {
			weights.base_extrinsic = ExtrinsicBaseWeight::get();
		})
		.for_class(DispatchClass::Normal, |weights| {
			weights.max_total = Some(percent_of_block(NORMAL_PERCENT));
		})
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			weights.reserved = Some(
				MAXIMUM_BLOCK_WEIGHT.saturating_sub(percent_of_block(NORMAL_PERCENT))
			);
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic();
}

parameter_types! {
	/// What a read and a write of the state cost whoever validates a block: in a trie of 701,594 keys with 100,000
	/// accounts, on its proof; the dearest batch (`scripts/bench storage`, docs/performance.md).
	pub const StateWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: WEIGHT_REF_TIME_PER_NANOS.saturating_mul(15_100),
		write: WEIGHT_REF_TIME_PER_NANOS.saturating_mul(26_100),
	};
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountId = AccountId;
	type AccountData = pallet_balances::AccountData<Balance>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = StateWeight;
	// The default is with another database's reads and writes.
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type Hash = Hash;
	type Hashing = BlakeTwo256;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<16>;
	type MultiBlockMigrator = Migrations;
	type Nonce = Nonce;
	// Tokens that arrive at a margin account's address are swept in by themselves.
	type OnNewAccount = Collateral;
	type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
	type SS58Prefix = SS58Prefix;
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type Version = Version;
}

impl cumulus_pallet_weight_reclaim::Config for Runtime {
	type WeightInfo = ();
}

parameter_types! {
	pub const MigrationServiceWeight: Weight = percent_of_block(80);
}

impl pallet_migrations::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(any(feature = "next", feature = "runtime-benchmarks")))]
	type Migrations = ();
	#[cfg(all(feature = "next", not(feature = "runtime-benchmarks")))]
	type Migrations = (next::RewriteAccounts,);
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	// A halt, however few blocks it takes.
	type MigrationStatusHandler = Liquidation;
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type MaxServiceWeight = MigrationServiceWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Aura;
	type MinimumPeriod = ConstU64<0>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl parachain_info::Config for Runtime {}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	pub const MultisigDepositBase: Balance = deposit(1, 88);
	pub const MultisigDepositFactor: Balance = deposit(0, 32);
	pub const ProxyDepositBase: Balance = deposit(1, 8);
	pub const ProxyDepositFactor: Balance = deposit(0, 33);
	pub const AnnouncementDepositBase: Balance = deposit(1, 8);
	pub const AnnouncementDepositFactor: Balance = deposit(0, 66);
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
	type BlockNumberProvider = System;
}

/// What a proxy may do for the account that named it.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	codec::Decode,
	codec::DecodeWithMemTracking,
	codec::Encode,
	Eq,
	codec::MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	scale_info::TypeInfo,
)]
pub enum ProxyType {
	/// Anything.
	#[default]
	Any,
	/// Anything but moving money out of the account or the clearing house.
	Trade,
	/// Rejecting announcements of other proxies.
	CancelProxy,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			Self::Trade => matches!(
				call,
				RuntimeCall::Options(
					pallet_options::Call::place_order { .. }
						| pallet_options::Call::cancel_order { .. }
						| pallet_options::Call::cancel_all { .. }
						| pallet_options::Call::place_tagged { .. }
						| pallet_options::Call::cancel_orders { .. }
						| pallet_options::Call::cancel_tagged { .. }
						| pallet_options::Call::mass_quote { .. }
						| pallet_options::Call::cancel_quotes { .. }
						| pallet_options::Call::set_protection { .. }
						| pallet_options::Call::heartbeat { .. }
				) | RuntimeCall::Collateral(pallet_collateral::Call::sweep { .. })
			),
			Self::CancelProxy => {
				matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. }))
			},
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == other || *self == Self::Any
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
}
