// SPDX-License-Identifier: GPL-3.0-or-later

//! A source chain: what matters to us of Asset Hub, and nothing else.
//!
//! The same pallets under the same names and indices, so that locations and storage keys are Asset
//! Hub's; the relay chain's token as its own; the same location conversion and paid barrier. Fees in
//! USDT are at a fixed rate where Asset Hub swaps.

#![allow(clippy::arithmetic_side_effects)]

use cumulus_pallet_parachain_system::{
	consensus_hook::ExpectParentIncluded, RelayNumberMonotonicallyIncreases,
};
use cumulus_primitives_core::{AggregateMessageOrigin, CollationInfo, ParaId};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, ConstU128, ConstU32, Contains,
		ContainsPair, EnqueueWithOrigin, Equals, Everything, LinearStoragePrice,
		ProcessMessageError, TransformOrigin,
	},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, IdentityFee, Weight},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_xcm::{AuthorizedAliasers, XcmPassthrough};
use parachains_common::{
	message_queue::{NarrowOriginToSibling, ParaIdToSibling},
	xcm_config::ConcreteAssetFromSystem,
};
use polkadot_parachain_primitives::primitives::Sibling;
use sp_api::impl_runtime_apis;
use sp_runtime::{
	generic,
	traits::{AccountIdConversion, Block as BlockT, Identity, TryConvertInto},
	ApplyExtrinsicResult, BuildStorage, ExtrinsicInclusionMode, MultiAddress,
};
use sp_version::RuntimeVersion;
use xcm::latest::{prelude::*, WESTEND_GENESIS_HASH};
use xcm_builder::{
	AccountId32Aliases, AliasChildLocation, AllowExplicitUnpaidExecutionFrom,
	AllowKnownQueryResponses, AllowSubscriptionsFrom, AllowTopLevelPaidExecutionFrom,
	AsPrefixedGeneralIndex, DenyRecursively, DenyReserveTransferToRelayChain, DenyThenTry,
	DescribeAllTerminal, DescribeFamily, EnsureXcmOrigin, FixedRateOfFungible, FixedWeightBounds,
	FrameTransactionalProcessor, FungibleAdapter, FungiblesAdapter, HashedDescription, IsConcrete,
	IsParentsOnly, MatchedConvertedConcreteId, NoChecking, ParentIsPreset, SendXcmFeeToAccount,
	SiblingParachainAsNative, SiblingParachainConvertsVia, SignedAccountId32AsNative,
	SignedToAccountId32, SovereignSignedViaLocation, StartsWith, TakeWeightCredit,
	TrailingSetTopicAsId, UsingComponents, WithComputedOrigin, WithUniqueTopic,
	XcmFeeManagerFromComponents,
};
use xcm_executor::{
	traits::{DenyExecution, Properties},
	XcmExecutor,
};

pub use parachains_common::{AccountId, Balance, BlockNumber, Hash, Header, Signature};

/// Two seconds of a core, ten megabytes of proof.
pub const MAXIMUM_BLOCK_WEIGHT: Weight =
	Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, 10 * 1024 * 1024);
/// The relay chain's token: ten decimals.
pub const DOT: Balance = 10_000_000_000;
/// USDT: six.
pub const USDT: Balance = 1_000_000;
/// USDT's id among the trust-backed assets.
pub const USDT_ID: u32 = 1984;
/// Another one there, of which our chain knows nothing.
pub const USDC_ID: u32 = 1337;

pub type Address = MultiAddress<AccountId, ()>;
pub type UncheckedExtrinsic = generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, ()>;
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: std::borrow::Cow::Borrowed("source"),
	impl_name: std::borrow::Cow::Borrowed("source"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 0,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

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

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type ParachainSystem = cumulus_pallet_parachain_system;
	#[runtime::pallet_index(4)]
	pub type ParachainInfo = parachain_info;
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(30)]
	pub type XcmpQueue = cumulus_pallet_xcmp_queue;
	#[runtime::pallet_index(31)]
	pub type PolkadotXcm = pallet_xcm;
	#[runtime::pallet_index(32)]
	pub type CumulusXcm = cumulus_pallet_xcm;
	#[runtime::pallet_index(34)]
	pub type MessageQueue = pallet_message_queue;
	#[runtime::pallet_index(50)]
	pub type Assets = pallet_assets<Instance1>;
	#[runtime::pallet_index(53)]
	pub type ForeignAssets = pallet_assets<Instance2>;
}

parameter_types! {
	pub BlockWeights: frame_system::limits::BlockWeights =
		frame_system::limits::BlockWeights::simple_max(MAXIMUM_BLOCK_WEIGHT);
	pub const HereLocation: Location = Location::here();
	pub const RelayLocation: Location = Location::parent();
	pub RelayNetwork: Option<NetworkId> = Some(NetworkId::ByGenesis(WESTEND_GENESIS_HASH));
	pub UniversalLocation: InteriorLocation = [
		GlobalConsensus(NetworkId::ByGenesis(WESTEND_GENESIS_HASH)),
		Parachain(ParachainInfo::parachain_id().into()),
	].into();
	pub AssetsLocation: Location = Location::new(0, [PalletInstance(50)]);
	pub FeeAssetId: AssetId = AssetId(RelayLocation::get());
	pub const BaseDeliveryFee: Balance = DOT * 3 / 100;
	pub const ByteFee: Balance = 5_000;
	pub TreasuryAccount: AccountId = PalletId(*b"src/trsy").into_account_truncating();
	pub UnitWeightCost: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);
	/// USDT for a second of a core, and for a megabyte of proof.
	pub UsdtRate: (AssetId, u128, u128) = (
		AssetId(Location::new(0, [PalletInstance(50), GeneralIndex(USDT_ID.into())])),
		USDT,
		USDT / 10,
	);
	pub const ReservedWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(4);
	/// What its queue runs of messages in a block: none that is heavier.
	pub storage ServiceWeight: Weight = MAXIMUM_BLOCK_WEIGHT.saturating_div(3);
	pub const RelayOrigin: AggregateMessageOrigin = AggregateMessageOrigin::Parent;
	pub const AliasHold: RuntimeHoldReason =
		RuntimeHoldReason::PolkadotXcm(pallet_xcm::HoldReason::AuthorizeAlias);
}

#[derive_impl(frame_system::config_preludes::ParaChainDefaultConfig)]
impl frame_system::Config for Runtime {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BlockWeights = BlockWeights;
	type Version = Version;
	type OnSetCode = cumulus_pallet_parachain_system::ParachainSetCode<Self>;
}

parameter_types! {
	pub const Version: RuntimeVersion = VERSION;
}

impl cumulus_pallet_parachain_system::Config for Runtime {
	type WeightInfo = ();
	type RuntimeEvent = RuntimeEvent;
	type OnSystemEvent = ();
	type SelfParaId = ParachainInfo;
	type DmpQueue = EnqueueWithOrigin<MessageQueue, RelayOrigin>;
	type ReservedDmpWeight = ReservedWeight;
	type OutboundXcmpMessageSource = XcmpQueue;
	type XcmpMessageHandler = XcmpQueue;
	type ReservedXcmpWeight = ReservedWeight;
	type CheckAssociatedRelayNumber = RelayNumberMonotonicallyIncreases;
	type ConsensusHook = ExpectParentIncluded;
	type RelayParentOffset = ConstU32<0>;
	type SchedulingSignatureVerifier = ();
}

impl parachain_info::Config for Runtime {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Runtime {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<{ DOT / 100 }>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = codec::Compact<u32>;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Freezer = ();
	type Holder = ();
	type CallbackHandle = ();
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance2> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type AssetId = Location;
	type AssetIdParameter = Location;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type Freezer = ();
	type Holder = ();
	type CallbackHandle = ();
	type BenchmarkHelper = straddle_runtime::assets::LocationHelper;
}

/// Whose account a location is here: Asset Hub's rule.
pub type LocationToAccountId = (
	ParentIsPreset<AccountId>,
	SiblingParachainConvertsVia<Sibling, AccountId>,
	AccountId32Aliases<RelayNetwork, AccountId>,
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// Assets of other chains.
pub struct OfOthers;

impl Contains<Location> for OfOthers {
	fn contains(location: &Location) -> bool {
		location.parent_count() > 0 && *location != RelayLocation::get()
	}
}

pub type AssetTransactors = (
	FungibleAdapter<Balances, IsConcrete<RelayLocation>, LocationToAccountId, AccountId, ()>,
	FungiblesAdapter<
		Assets,
		MatchedConvertedConcreteId<
			u32,
			Balance,
			StartsWith<AssetsLocation>,
			AsPrefixedGeneralIndex<AssetsLocation, u32, TryConvertInto>,
			TryConvertInto,
		>,
		LocationToAccountId,
		AccountId,
		NoChecking,
		TreasuryAccount,
	>,
	FungiblesAdapter<
		ForeignAssets,
		MatchedConvertedConcreteId<Location, Balance, OfOthers, Identity, TryConvertInto>,
		LocationToAccountId,
		AccountId,
		NoChecking,
		TreasuryAccount,
	>,
);

/// A sibling is the reserve of its own assets.
pub struct TheirOwn;

impl ContainsPair<Asset, Location> for TheirOwn {
	fn contains(asset: &Asset, origin: &Location) -> bool {
		matches!(origin.unpack(), (1, [Parachain(_)])) && asset.id.0.starts_with(origin)
	}
}

parameter_types! {
	/// Whether every message is turned away.
	pub storage Shut: bool = false;
}

/// Turns every message away while [`Shut`] says so.
pub struct DenyWhileShut;

impl DenyExecution for DenyWhileShut {
	fn deny_execution<Call>(
		_: &Location,
		_: &mut [Instruction<Call>],
		_: Weight,
		_: &mut Properties,
	) -> Result<(), ProcessMessageError> {
		if Shut::get() {
			return Err(ProcessMessageError::Unsupported);
		}
		Ok(())
	}
}

pub type Barrier = TrailingSetTopicAsId<
	DenyThenTry<
		(DenyWhileShut, DenyRecursively<DenyReserveTransferToRelayChain>),
		(
			TakeWeightCredit,
			AllowKnownQueryResponses<PolkadotXcm>,
			WithComputedOrigin<
				(
					AllowTopLevelPaidExecutionFrom<Everything>,
					AllowExplicitUnpaidExecutionFrom<
						IsParentsOnly<frame_support::traits::ConstU8<1>>,
						(AliasChildLocation,),
					>,
					AllowSubscriptionsFrom<Everything>,
				),
				UniversalLocation,
				ConstU32<8>,
			>,
		),
	>,
>;

pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = PolkadotXcm;
	type AssetTransactor = AssetTransactors;
	type OriginConverter = (
		SovereignSignedViaLocation<LocationToAccountId, RuntimeOrigin>,
		SiblingParachainAsNative<cumulus_pallet_xcm::Origin, RuntimeOrigin>,
		SignedAccountId32AsNative<RelayNetwork, RuntimeOrigin>,
		XcmPassthrough<RuntimeOrigin>,
	);
	type IsReserve = TheirOwn;
	// The relay chain and its system chains: so this chain counts as a reserve of their token.
	type IsTeleporter = ConcreteAssetFromSystem<RelayLocation>;
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = FixedWeightBounds<UnitWeightCost, RuntimeCall, ConstU32<100>>;
	type Trader = (
		UsingComponents<IdentityFee<Balance>, RelayLocation, AccountId, Balances, ()>,
		FixedRateOfFungible<UsdtRate, ()>,
	);
	type ResponseHandler = PolkadotXcm;
	type AssetTrap = PolkadotXcm;
	type SubscriptionService = PolkadotXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<64>;
	type AssetLocker = ();
	type AssetExchanger = ();
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<HereLocation>,
		SendXcmFeeToAccount<Self::AssetTransactor, TreasuryAccount>,
	>;
	type MessageExporter = ();
	type UniversalAliases = frame_support::traits::Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = Everything;
	type Aliasers = (AliasChildLocation, AuthorizedAliasers<Runtime>);
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = PolkadotXcm;
}

pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, RelayNetwork>;
pub type XcmRouter = WithUniqueTopic<XcmpQueue>;

impl pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type SendXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmRouter = XcmRouter;
	type ExecuteXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmExecuteFilter = Everything;
	type XcmExecutor = XcmExecutor<XcmConfig>;
	type XcmTeleportFilter = Everything;
	type XcmReserveTransferFilter = Everything;
	type Weigher = FixedWeightBounds<UnitWeightCost, RuntimeCall, ConstU32<100>>;
	type UniversalLocation = UniversalLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;

	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;

	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type Currency = Balances;
	type CurrencyMatcher = ();
	type TrustedLockers = ();
	type SovereignAccountOf = LocationToAccountId;
	type MaxLockers = ConstU32<8>;
	type WeightInfo = pallet_xcm::TestWeightInfo;
	type AdminOrigin = EnsureRoot<AccountId>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type AuthorizedAliasConsideration = HoldConsideration<
		AccountId,
		Balances,
		AliasHold,
		LinearStoragePrice<ConstU128<DOT>, ConstU128<DOT>, Balance>,
	>;
}

impl cumulus_pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type XcmExecutor = XcmExecutor<XcmConfig>;
}

impl cumulus_pallet_xcmp_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ChannelInfo = ParachainSystem;
	type VersionWrapper = PolkadotXcm;
	type XcmpQueue = TransformOrigin<MessageQueue, AggregateMessageOrigin, ParaId, ParaIdToSibling>;
	type MaxInboundSuspended = ConstU32<1_000>;
	type MaxActiveOutboundChannels = ConstU32<128>;
	type MaxPageSize = ConstU32<{ 103 * 1024 }>;
	type ControllerOrigin = EnsureRoot<AccountId>;
	type ControllerOriginConverter = ();
	type WeightInfo = ();
	type PriceForSiblingDelivery = polkadot_runtime_common::xcm_sender::ExponentialPrice<
		FeeAssetId,
		BaseDeliveryFee,
		ByteFee,
		XcmpQueue,
	>;
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = ();
	type MessageProcessor =
		xcm_builder::ProcessXcmMessage<AggregateMessageOrigin, XcmExecutor<XcmConfig>, RuntimeCall>;
	type Size = u32;
	type QueueChangeHandler = NarrowOriginToSibling<XcmpQueue>;
	type QueuePausedQuery = NarrowOriginToSibling<XcmpQueue>;
	type HeapSize = ConstU32<{ 103 * 1024 }>;
	type MaxStale = ConstU32<8>;
	type ServiceWeight = ServiceWeight;
	type IdleMaxServiceWeight = ServiceWeight;
}

impl_runtime_apis! {
	impl sp_api::Core<Block> for Runtime {
		fn version() -> RuntimeVersion {
			VERSION
		}

		fn execute_block(block: <Block as BlockT>::LazyBlock) {
			Executive::execute_block(block)
		}

		fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
			Executive::initialize_block(header)
		}
	}

	impl sp_block_builder::BlockBuilder<Block> for Runtime {
		fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
			Executive::apply_extrinsic(extrinsic)
		}

		fn finalize_block() -> <Block as BlockT>::Header {
			Executive::finalize_block()
		}

		fn inherent_extrinsics(
			data: sp_inherents::InherentData,
		) -> Vec<<Block as BlockT>::Extrinsic> {
			data.create_extrinsics()
		}

		fn check_inherents(
			block: <Block as BlockT>::LazyBlock,
			data: sp_inherents::InherentData,
		) -> sp_inherents::CheckInherentsResult {
			data.check_extrinsics(&block)
		}
	}

	impl cumulus_primitives_core::CollectCollationInfo<Block> for Runtime {
		fn collect_collation_info(header: &<Block as BlockT>::Header) -> CollationInfo {
			ParachainSystem::collect_collation_info(header)
		}
	}
}

/// The account that stands here for all that lies on a sibling.
pub fn sovereign(para: u32) -> AccountId {
	Sibling::from(para).into_account_truncating()
}

/// The state of a source chain under this id. Each of `users` has a million DOT and ten million of
/// both stablecoins; `backing` is what siblings own from the start: (para, DOT, USDT).
pub fn genesis(
	para: u32,
	users: &[AccountId],
	backing: &[(u32, Balance, Balance)],
) -> sp_io::TestExternalities {
	let issuer = TreasuryAccount::get();
	let stable = |id| users.iter().map(move |who| (id, who.clone(), 10_000_000 * USDT));
	let theirs = |(para, _, usdt): &(u32, _, _)| (USDT_ID, sovereign(*para), *usdt);
	let config = RuntimeGenesisConfig {
		parachain_info: ParachainInfoConfig { parachain_id: para.into(), ..Default::default() },
		balances: BalancesConfig {
			balances: users
				.iter()
				.map(|who| (who.clone(), 1_000_000 * DOT))
				.chain([(issuer.clone(), DOT)])
				.chain(backing.iter().map(|(para, dot, _)| (sovereign(*para), *dot)))
				.collect(),
			..Default::default()
		},
		assets: AssetsConfig {
			assets: [USDT_ID, USDC_ID].map(|id| (id, issuer.clone(), true, USDT / 100)).to_vec(),
			accounts: stable(USDT_ID)
				.chain(stable(USDC_ID))
				.chain(backing.iter().map(theirs))
				.collect(),
			..Default::default()
		},
		polkadot_xcm: PolkadotXcmConfig {
			safe_xcm_version: Some(xcm::latest::VERSION),
			..Default::default()
		},
		..Default::default()
	};
	config.build_storage().expect("the genesis builds").into()
}
