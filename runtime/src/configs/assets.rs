// SPDX-License-Identifier: GPL-3.0-or-later

//! Money: STRD, the assets of other chains that arrived here, and paying fees in either.

use super::*;
use crate::*;
use ::xcm::latest::Location;
use frame_support::{
	parameter_types,
	traits::{
		fungibles::{Balanced, Credit},
		tokens::{imbalance::ResolveTo, ConversionToAssetBalance},
		AsEnsureOriginWithArg, ConstU32, ConstU8, VariantCountOf,
	},
	weights::{ConstantMultiplier, Weight},
};
use frame_system::EnsureNever;
use pallet_asset_tx_payment::HandleCredit;
use polkadot_runtime_common::SlowAdjustingFeeUpdate;
use sp_runtime::FixedU128;
use straddle_math::fixed::{mul_div, Rounding};
use straddle_primitives::{Lens, PriceState};
use straddle_traits::Prices;

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const TransactionByteFee: Balance = MICROUNIT;
	/// What one STRD counts for when a fee is paid in another asset, in USD. STRD has no feed;
	/// governance moves this number by `set_storage`.
	pub storage StrdInUsd: FixedU128 = FixedU128::from_rational(1, 10);
	/// What a fee that is paid in another asset is multiplied by.
	pub const AssetFeeMargin: FixedU128 = FixedU128::from_rational(105, 100);
	/// The same while the asset has no usable price.
	pub const OldPriceFeeMargin: FixedU128 = FixedU128::from_rational(150, 100);
	pub StakingPot: AccountId = CollatorSelection::account_id();
}

impl pallet_balances::Config for Runtime {
	type MaxLocks = ConstU32<50>;
	type Balance = Balance;
	type RuntimeEvent = RuntimeEvent;
	type DustRemoval = ();
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// A fee for a weight: a full block costs 20 STRD, by time or by proof, whichever is scarcer.
pub struct WeightToFee;

impl frame_support::weights::WeightToFee for WeightToFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		const PER_PICOSECOND: Balance = 10;
		const PER_PROOF_BYTE: Balance = 2 * MICROUNIT;
		let time = Balance::from(weight.ref_time()).saturating_mul(PER_PICOSECOND);
		let proof = Balance::from(weight.proof_size()).saturating_mul(PER_PROOF_BYTE);
		time.max(proof)
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction =
		pallet_transaction_payment::FungibleAdapter<Balances, ResolveTo<StakingPot, Balances>>;
	type WeightToFee = WeightToFee;
	type LengthToFee = ConstantMultiplier<Balance, TransactionByteFee>;
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Self>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}

/// Prices a STRD amount in a listed asset: at the oracle's price, with a margin, rounded up. While
/// the price is not usable the last one counts, with a larger margin: cancelling and adding collateral
/// need no price, and nobody without STRD may be kept from them. Refuses assets that are not listed
/// and those that never had a price.
pub struct AtOraclePrice;

impl AtOraclePrice {
	/// What so many USD are in smallest units of an asset.
	pub fn from_usd(usd: FixedU128, asset: &Location) -> Option<Balance> {
		let (price, margin, whole_token) = Self::price(asset)?;
		let charged = mul_div(inner(usd)?, margin, whole(18)?, Rounding::Up).ok()?;
		let units = mul_div(charged, whole_token, price, Rounding::Up).ok()?;
		Balance::try_from(units).ok()
	}

	/// What so many smallest units of an asset are in USD.
	pub fn to_usd(units: Balance, asset: &Location) -> Option<FixedU128> {
		let (price, margin, whole_token) = Self::price(asset)?;
		let units = i128::try_from(units).ok()?;
		let usd = mul_div(units, price, whole_token, Rounding::Up).ok()?;
		let charged = mul_div(usd, margin, whole(18)?, Rounding::Up).ok()?;
		u128::try_from(charged).ok().map(FixedU128::from_inner)
	}

	/// A listed asset's last price for a whole token and the margin on it, both in units of 10^-18, and a whole
	/// token's smallest units.
	fn price(asset: &Location) -> Option<(i128, i128, i128)> {
		let kind = pallet_collateral::ByAsset::<Runtime>::get(asset)?;
		let info = pallet_collateral::Kinds::<Runtime>::get(kind)?;
		let reading = PriceOracle::reading(info.feed, Lens::Latest);
		let fresh = matches!(reading.state, PriceState::Valid | PriceState::Uncertain);
		let margin = if fresh { AssetFeeMargin::get() } else { OldPriceFeeMargin::get() };
		let price = inner(reading.price).filter(|price| *price > 0)?;
		Some((price, inner(margin)?, whole(info.decimals)?))
	}
}

fn inner(number: FixedU128) -> Option<i128> {
	i128::try_from(number.into_inner()).ok()
}

fn whole(decimals: u8) -> Option<i128> {
	10i128.checked_pow(decimals.into())
}

impl ConversionToAssetBalance<Balance, Location, Balance> for AtOraclePrice {
	type Error = ();

	fn to_asset_balance(fee: Balance, asset: Location) -> Result<Balance, ()> {
		let usd = || {
			let fee = i128::try_from(fee).ok()?;
			let usd = mul_div(fee, inner(StrdInUsd::get())?, UNIT as i128, Rounding::Up).ok()?;
			Some(FixedU128::from_inner(u128::try_from(usd).ok()?))
		};
		usd().and_then(|usd| Self::from_usd(usd, &asset)).ok_or(())
	}
}

/// Fees in other assets go to the block's author.
pub struct ToAuthor;

impl HandleCredit<AccountId, ForeignAssets> for ToAuthor {
	fn handle_credit(credit: Credit<AccountId, ForeignAssets>) {
		if let Some(author) = Authorship::author() {
			// What cannot be put down (below the asset's minimum) is burnt with the credit.
			let _ = ForeignAssets::resolve(&author, credit);
		}
	}
}

impl pallet_asset_tx_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Fungibles = ForeignAssets;
	type OnChargeAssetTransaction = configs::fees::FromMarginOrTokens;
	type WeightInfo = pallet_asset_tx_payment::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = LocationHelper;
}

parameter_types! {
	pub const AssetDeposit: Balance = 10 * UNIT;
	pub const AssetAccountDeposit: Balance = deposit(1, 16);
	pub const ApprovalDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const MetadataDepositBase: Balance = deposit(1, 68);
	pub const MetadataDepositPerByte: Balance = deposit(0, 1);
}

/// The instance that holds every asset of another chain, by its location.
pub type ForeignAssetsInstance = pallet_assets::Instance1;

impl pallet_assets::Config<ForeignAssetsInstance> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type RemoveItemsLimit = ConstU32<1000>;
	type AssetId = Location;
	type AssetIdParameter = Location;
	type ReserveData = ();
	type Currency = Balances;
	// Assets are made by governance, never by whoever sends a message.
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type ForceOrigin = crate::governance::EnsureRiskUpOrRoot;
	type AssetDeposit = AssetDeposit;
	type AssetAccountDeposit = AssetAccountDeposit;
	type MetadataDepositBase = MetadataDepositBase;
	type MetadataDepositPerByte = MetadataDepositPerByte;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<50>;
	type Freezer = ();
	type Holder = ();
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = pallet_assets::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = LocationHelper;
}

/// Makes up assets for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct LocationHelper;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_assets::BenchmarkHelper<Location, ()> for LocationHelper {
	fn create_asset_id_parameter(id: u32) -> Location {
		use ::xcm::latest::Junction::*;
		Location::new(1, [Parachain(id), PalletInstance(50), GeneralIndex(id.into())])
	}

	fn create_reserve_id_parameter(_: u32) {}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_asset_tx_payment::BenchmarkHelperTrait<AccountId, Location, Location>
	for LocationHelper
{
	fn create_asset_id_parameter(id: u32) -> (Location, Location) {
		let asset = <Self as pallet_assets::BenchmarkHelper<_, _>>::create_asset_id_parameter(id);
		(asset.clone(), asset)
	}

	fn setup_balances_and_pool(asset: Location, account: AccountId) {
		use frame_support::{
			assert_ok,
			traits::fungibles::{Create, Mutate},
		};
		assert_ok!(<ForeignAssets as Create<AccountId>>::create(
			asset.clone(),
			account.clone(),
			true,
			1
		));
		assert_ok!(ForeignAssets::mint_into(asset, &account, u64::MAX.into()));
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_collateral::BenchmarkHelper<Location> for LocationHelper {
	fn make_asset(seed: u32) -> Location {
		use frame_support::{assert_ok, traits::fungibles::Create};
		let asset = <Self as pallet_assets::BenchmarkHelper<_, _>>::create_asset_id_parameter(seed);
		assert_ok!(<ForeignAssets as Create<AccountId>>::create(
			asset.clone(),
			xcm::TreasuryAccount::get(),
			true,
			1
		));
		asset
	}

	fn make_home_asset(seed: u32) -> Location {
		use ::xcm::latest::Junction::*;
		use frame_support::{assert_ok, traits::fungibles::Create};
		let junctions = [
			Parachain(xcm::ASSET_HUB),
			PalletInstance(xcm::ASSET_HUB_ASSETS),
			GeneralIndex(seed.into()),
		];
		let asset = Location::new(1, junctions);
		let owner = xcm::TreasuryAccount::get();
		assert_ok!(<ForeignAssets as Create<AccountId>>::create(asset.clone(), owner, true, 1));
		ParachainSystem::open_outbound_hrmp_channel_for_benchmarks_or_tests(xcm::ASSET_HUB.into());
		let version = Some(::xcm::latest::VERSION);
		assert_ok!(PolkadotXcm::force_default_xcm_version(RuntimeOrigin::root(), version));
		// What running a message there costs is reckoned from it.
		let relay = pallet_collateral::ByAsset::<Runtime>::get(xcm::RelayLocation::get());
		if let Some(info) = relay.and_then(pallet_collateral::Kinds::<Runtime>::get) {
			Self::make_price(info.feed);
		}
		asset
	}

	fn make_price(feed: straddle_primitives::FeedId) {
		use pallet_price_oracle::FeedKind;
		PriceOracle::quote_for_benchmark(feed, FeedKind::Price, FixedU128::from_u32(1));
	}

	fn mint(asset: &Location, to: &AccountId, amount: u128) {
		use frame_support::{assert_ok, traits::fungibles::Mutate};
		assert_ok!(ForeignAssets::mint_into(asset.clone(), to, amount));
	}
}
