// SPDX-License-Identifier: GPL-3.0-or-later

//! Messages: whom we trust with which asset, what a message may do, and what it costs.
//!
//! The rules and their reasons: `research/remote-collateral.md`, F. No teleports. A reserve is trusted
//! for an asset only by an explicit pair. A message pays in STRD or in a listed asset.

use super::{assets::*, system::*, transactor::*, *};
use crate::*;
use ::xcm::latest::{prelude::*, WESTEND_GENESIS_HASH};
use cumulus_primitives_core::{AggregateMessageOrigin, ParaId};
use cumulus_primitives_utility::{ChargeWeightInFungibles, ParentAsUmp, TakeFirstAssetTrader};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration,
		fungibles::{Credit, Inspect},
		tokens::{imbalance::ResolveTo, ConversionToAssetBalance},
		ConstU32, Contains, ContainsPair, Equals, Everything, LinearStoragePrice, Nothing,
		OnUnbalanced, TransformOrigin,
	},
	weights::{Weight, WeightToFee as WeightToFeeT},
};
use frame_system::EnsureRoot;
use pallet_asset_tx_payment::HandleCredit;
use pallet_xcm::{AuthorizedAliasers, XcmPassthrough};
use parachains_common::{
	message_queue::{NarrowOriginToSibling, ParaIdToSibling},
	xcm_config::ParentRelayOrSiblingParachains,
};
use polkadot_parachain_primitives::primitives::Sibling;
use polkadot_runtime_common::xcm_sender::ExponentialPrice;
use sp_runtime::traits::{AccountIdConversion, Identity, TryConvertInto};
use xcm_builder::{
	AccountId32Aliases, AliasChildLocation, AllowExplicitUnpaidExecutionFrom,
	AllowHrmpNotificationsFromRelayChain, AllowKnownQueryResponses, AllowSubscriptionsFrom,
	AllowTopLevelPaidExecutionFrom, DenyRecursively, DenyReserveTransferToRelayChain, DenyThenTry,
	DescribeAllTerminal, DescribeFamily, DescribeTerminus, EnsureXcmOrigin, FixedWeightBounds,
	FrameTransactionalProcessor, FungibleAdapter, FungiblesAdapter, HashedDescription, IsConcrete,
	IsParentsOnly, MatchedConvertedConcreteId, NoChecking, ParentIsPreset, RelayChainAsNative,
	SendXcmFeeToAccount, SiblingParachainAsNative, SiblingParachainConvertsVia,
	SignedAccountId32AsNative, SignedToAccountId32, SovereignSignedViaLocation, TakeWeightCredit,
	TrailingSetTopicAsId, UsingComponents, WithComputedOrigin, WithUniqueTopic,
	XcmFeeManagerFromComponents,
};
use xcm_executor::XcmExecutor;

/// Asset Hub: the first source chain, and the reserve of everything listed so far.
pub const ASSET_HUB: u32 = 1000;
/// Asset Hub's pallet of trust-backed assets.
pub const ASSET_HUB_ASSETS: u8 = 50;
/// USDT's id there.
pub const USDT: u128 = 1984;

parameter_types! {
	pub const HereLocation: Location = Location::here();
	pub const RelayLocation: Location = Location::parent();
	pub AssetHubLocation: Location = Location::new(1, [Parachain(ASSET_HUB)]);
	pub AssetHubAssets: Location =
		Location::new(1, [Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS)]);
	/// The stablecoin that is cash here.
	pub UsdtLocation: Location = Location::new(
		1,
		[Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS), GeneralIndex(USDT)],
	);
	pub storage RelayNetworkId: NetworkId = NetworkId::ByGenesis(WESTEND_GENESIS_HASH);
	pub RelayNetwork: Option<NetworkId> = Some(RelayNetworkId::get());
	pub UniversalLocation: InteriorLocation = [
		GlobalConsensus(RelayNetworkId::get()),
		Parachain(ParachainInfo::parachain_id().into()),
	].into();
	pub RelayChainOrigin: RuntimeOrigin = cumulus_pallet_xcm::Origin::Relay.into();
	pub UnitWeightCost: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);
	pub const MaxInstructions: u32 = 100;
	pub const MaxAssetsIntoHolding: u32 = 64;
	pub FeeAssetId: AssetId = AssetId(HereLocation::get());
	pub const BaseDeliveryFee: Balance = 30 * MILLIUNIT;
	pub TreasuryAccount: AccountId = frame_support::PalletId(*b"strd/tre").into_account_truncating();
	pub const AliasDepositPerItem: Balance = deposit(1, 0);
	pub const AliasDepositPerByte: Balance = deposit(0, 1);
	pub const AuthorizeAliasHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::PolkadotXcm(pallet_xcm::HoldReason::AuthorizeAlias);
	pub const MessageQueueServiceWeight: Weight = percent_of_block(35);
}

/// Whose account a location is here.
pub type LocationToAccountId = (
	ParentIsPreset<AccountId>,
	SiblingParachainConvertsVia<Sibling, AccountId>,
	AccountId32Aliases<RelayNetwork, AccountId>,
	HashedDescription<AccountId, (DescribeTerminus, DescribeFamily<DescribeAllTerminal>)>,
);

/// Everything but STRD and what else would be local: the assets of other chains.
pub struct Foreign;

impl Contains<Location> for Foreign {
	fn contains(location: &Location) -> bool {
		location.parent_count() > 0
	}
}

/// Finds the asset of another chain by its location.
pub type ForeignMatcher =
	MatchedConvertedConcreteId<Location, Balance, Foreign, Identity, TryConvertInto>;

pub type StrdTransactor =
	FungibleAdapter<Balances, IsConcrete<HereLocation>, LocationToAccountId, AccountId, ()>;

pub type ForeignTransactor = FungiblesAdapter<
	ForeignAssets,
	ForeignMatcher,
	LocationToAccountId,
	AccountId,
	NoChecking,
	TreasuryAccount,
>;

pub type AssetTransactors = ToMarginAccounts<(StrdTransactor, ForeignTransactor)>;

/// The origins that a message can act as. Nobody becomes root by a message.
pub type XcmOriginToTransactDispatchOrigin = (
	SovereignSignedViaLocation<LocationToAccountId, RuntimeOrigin>,
	RelayChainAsNative<RelayChainOrigin, RuntimeOrigin>,
	SiblingParachainAsNative<cumulus_pallet_xcm::Origin, RuntimeOrigin>,
	SignedAccountId32AsNative<RelayNetwork, RuntimeOrigin>,
	XcmPassthrough<RuntimeOrigin>,
);

/// Asset Hub is the reserve of DOT and of its own trust-backed assets. Of nothing else, and nobody
/// else of anything: the relay chain's reserve of DOT is not ours.
pub struct AssetHubReserves;

impl ContainsPair<Asset, Location> for AssetHubReserves {
	fn contains(asset: &Asset, origin: &Location) -> bool {
		let Asset { id: AssetId(id), fun: Fungible(_) } = asset else { return false };
		*origin == AssetHubLocation::get()
			&& (*id == RelayLocation::get() || id.starts_with(&AssetHubAssets::get()))
	}
}

/// Reserve transfers out of here: assets that are listed as collateral, and nothing besides.
pub struct OnlyListed;

impl Contains<(Location, alloc::vec::Vec<Asset>)> for OnlyListed {
	fn contains((_, assets): &(Location, alloc::vec::Vec<Asset>)) -> bool {
		assets.iter().all(|asset| pallet_collateral::ByAsset::<Runtime>::contains_key(&asset.id.0))
	}
}

/// What a message may call: bring collateral, trade, and get out of orders. Nothing that could carry
/// another call inside.
pub struct SafeCalls;

impl Contains<RuntimeCall> for SafeCalls {
	fn contains(call: &RuntimeCall) -> bool {
		matches!(
			call,
			RuntimeCall::Collateral(
				pallet_collateral::Call::deposit { .. } | pallet_collateral::Call::sweep { .. }
			) | RuntimeCall::Margin(pallet_margin::Call::create_account { .. })
				| RuntimeCall::Options(
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
				)
		)
	}
}

/// What is turned away first, then what is let in. Nothing here reads storage before it is paid.
pub type Barrier = TrailingSetTopicAsId<
	DenyThenTry<
		DenyRecursively<DenyReserveTransferToRelayChain>,
		(
			TakeWeightCredit,
			AllowKnownQueryResponses<PolkadotXcm>,
			WithComputedOrigin<
				(
					AllowTopLevelPaidExecutionFrom<Everything>,
					AllowExplicitUnpaidExecutionFrom<
						IsParentsOnly<ConstU8One>,
						(AliasChildLocation,),
					>,
					AllowSubscriptionsFrom<ParentRelayOrSiblingParachains>,
					AllowHrmpNotificationsFromRelayChain,
				),
				UniversalLocation,
				ConstU32<8>,
			>,
		),
	>,
>;

type ConstU8One = frame_support::traits::ConstU8<1>;

/// What running a message costs in a listed asset: its STRD fee at the oracle's price.
pub struct WeightInListedAsset;

impl ChargeWeightInFungibles<AccountId, ForeignAssets> for WeightInListedAsset {
	fn charge_weight_in_fungibles(
		asset: <ForeignAssets as Inspect<AccountId>>::AssetId,
		weight: Weight,
	) -> Result<Balance, XcmError> {
		AtOraclePrice::to_asset_balance(WeightToFee::weight_to_fee(&weight), asset)
			.map_err(|_| XcmError::TooExpensive)
	}
}

impl OnUnbalanced<Credit<AccountId, ForeignAssets>> for ToAuthor {
	fn on_nonzero_unbalanced(credit: Credit<AccountId, ForeignAssets>) {
		Self::handle_credit(credit);
	}
}

pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = PolkadotXcm;
	type AssetTransactor = AssetTransactors;
	type OriginConverter = XcmOriginToTransactDispatchOrigin;
	type IsReserve = AssetHubReserves;
	type IsTeleporter = ();
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = FixedWeightBounds<UnitWeightCost, RuntimeCall, MaxInstructions>;
	type Trader = (
		UsingComponents<
			WeightToFee,
			HereLocation,
			AccountId,
			Balances,
			ResolveTo<StakingPot, Balances>,
		>,
		TakeFirstAssetTrader<
			AccountId,
			WeightInListedAsset,
			ForeignMatcher,
			ForeignAssets,
			ToAuthor,
		>,
	);
	type ResponseHandler = PolkadotXcm;
	type AssetTrap = PolkadotXcm;
	type SubscriptionService = PolkadotXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = MaxAssetsIntoHolding;
	type AssetLocker = ();
	type AssetExchanger = ();
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<HereLocation>,
		SendXcmFeeToAccount<Self::AssetTransactor, TreasuryAccount>,
	>;
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = SafeCalls;
	type Aliasers = (AliasChildLocation, AuthorizedAliasers<Runtime>);
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = PolkadotXcm;
}

/// Turns a signed origin of ours into a location.
pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, RelayNetwork>;

/// How messages leave: up to the relay chain, or over to a sibling.
pub type XcmRouter = WithUniqueTopic<(
	ParentAsUmp<
		ParachainSystem,
		PolkadotXcm,
		ExponentialPrice<FeeAssetId, BaseDeliveryFee, TransactionByteFee, ParachainSystem>,
	>,
	XcmpQueue,
)>;

impl pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type SendXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmRouter = XcmRouter;
	type ExecuteXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	// Programs of users' own making run nowhere here; transfers of listed assets are enough.
	type XcmExecuteFilter = Nothing;
	type XcmExecutor = XcmExecutor<XcmConfig>;
	type XcmTeleportFilter = Nothing;
	type XcmReserveTransferFilter = OnlyListed;
	type Weigher = FixedWeightBounds<UnitWeightCost, RuntimeCall, MaxInstructions>;
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
	// The SDK ships no measured weights for this pallet, and `make weights` does not measure it.
	type WeightInfo = pallet_xcm::TestWeightInfo;
	type AdminOrigin = EnsureRoot<AccountId>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type AuthorizedAliasConsideration = HoldConsideration<
		AccountId,
		Balances,
		AuthorizeAliasHoldReason,
		LinearStoragePrice<AliasDepositPerItem, AliasDepositPerByte, Balance>,
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
	// Channels carry up to 102,400 bytes a message; a page must hold one.
	type MaxPageSize = ConstU32<{ 103 * 1024 }>;
	type ControllerOrigin = EnsureRoot<AccountId>;
	type ControllerOriginConverter = XcmOriginToTransactDispatchOrigin;
	type WeightInfo = cumulus_pallet_xcmp_queue::weights::SubstrateWeight<Runtime>;
	type PriceForSiblingDelivery =
		ExponentialPrice<FeeAssetId, BaseDeliveryFee, TransactionByteFee, XcmpQueue>;
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_message_queue::weights::SubstrateWeight<Runtime>;
	#[cfg(any(feature = "std", not(feature = "runtime-benchmarks")))]
	type MessageProcessor =
		xcm_builder::ProcessXcmMessage<AggregateMessageOrigin, XcmExecutor<XcmConfig>, RuntimeCall>;
	// The pallet's own benchmarks want messages that cost exactly (1, 1). They run in the blob; natively
	// the same feature is on for tests, and those are about what messages do.
	#[cfg(all(not(feature = "std"), feature = "runtime-benchmarks"))]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<AggregateMessageOrigin>;
	type Size = u32;
	type QueueChangeHandler = NarrowOriginToSibling<XcmpQueue>;
	type QueuePausedQuery = NarrowOriginToSibling<XcmpQueue>;
	type HeapSize = ConstU32<{ 103 * 1024 }>;
	type MaxStale = ConstU32<8>;
	type ServiceWeight = MessageQueueServiceWeight;
	type IdleMaxServiceWeight = MessageQueueServiceWeight;
}
