// SPDX-License-Identifier: GPL-3.0-or-later

//! A small chain: real tokens, prices set by hand, and a ledger that keeps balances only.

mod ledger;

pub use ledger::*;

use crate as pallet_collateral;
use crate::*;
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	storage::unhashed,
	traits::{fungibles::Mutate, AsEnsureOriginWithArg, ConstU128, Time},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{Dispatchable, IdentityLookup},
	AccountId32, BuildStorage, DispatchResult, FixedPointNumber, FixedU128, Permill,
};
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_test_kit::{MockAuctions, MockLadder, MockPrices, MockRestrictions};
use straddle_traits::{ChainAge, ChainAges, Home, HomeError, HomeFees, Parcel};

type Block = frame_system::mocking::MockBlock<Test>;

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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Assets = pallet_assets;
	#[runtime::pallet_index(3)]
	pub type Collateral = pallet_collateral;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type AccountData = pallet_balances::AccountData<u128>;
	type OnNewAccount = Collateral;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = u128;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = u128;
	type Currency = Balances;
	type AssetDeposit = ConstU128<0>;
	type AssetAccountDeposit = ConstU128<0>;
	type MetadataDepositBase = ConstU128<0>;
	type MetadataDepositPerByte = ConstU128<0>;
	type ApprovalDeposit = ConstU128<0>;
	type CreateOrigin = AsEnsureOriginWithArg<frame_system::EnsureSigned<AccountId32>>;
	type ForceOrigin = EnsureRoot<AccountId32>;
	type Freezer = ();
	type Holder = ();
}

parameter_types! {
	pub const Clearing: PalletId = PalletId(*b"straddle");
	pub static Now: Moment = START;
	/// Per cent of positive cash that a payout leaves.
	pub static Reserve: u128 = 0;
	/// Whether the ledger pays everybody out.
	pub static BooksClosed: bool = false;
	/// What is known of the ages of other chains.
	pub static KnownAges: BTreeMap<SourceId, ChainAge> = BTreeMap::new();
	/// Why nothing goes home now.
	pub static NoWay: Option<HomeError> = None;
}

ord_parameter_types! {
	pub const Guardian: AccountId32 = AccountId32::new([8; 32]);
}

pub struct Clock;
impl Time for Clock {
	type Moment = Moment;
	fn now() -> Moment {
		Now::get()
	}
}

impl Config for Test {
	type AssetId = u32;
	type Fungibles = Assets;
	type Time = Clock;
	type Prices = MockPrices;
	type Ledger = MockLedger;
	type Chains = MockChains;
	type Home = MockHome;
	type Auctions = MockAuctions;
	type Ladder = MockLadder;
	type Restrictions = MockRestrictions;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type RestrictOrigin = EnsureSignedBy<Guardian, AccountId32>;
	type PalletId = Clearing;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Other chains have the age that a test gives them.
pub struct MockChains;

impl MockChains {
	pub fn set(source: SourceId, staleness: u32, omission: u32) {
		KnownAges::mutate(|ages| {
			ages.insert(source, ChainAge { staleness, omission });
		});
	}
}

impl ChainAges for MockChains {
	fn age(source: SourceId) -> Option<ChainAge> {
		KnownAges::get().get(&source).copied()
	}
}

/// Remembers in storage what was sent. Whatever pays, the fees are these.
pub struct MockHome;

pub const HOME_FEES: HomeFees = HomeFees { delivery: 2_000, execution: 3_000 };
const SENT: &[u8] = b"mock-home";

impl MockHome {
	pub fn sent() -> Vec<(Parcel<u32>, AccountId32)> {
		unhashed::get(SENT).unwrap_or_default()
	}

	/// Of a token: what arrives somewhere else.
	pub fn arrived(asset: u32) -> u128 {
		let parcels = Self::sent().into_iter();
		let parts = parcels.flat_map(|(parcel, _)| [Some(parcel.pays), parcel.more]).flatten();
		parts.filter(|(id, _)| *id == asset).map(|(_, amount)| amount).sum()
	}
}

pub fn treasury() -> AccountId32 {
	AccountId32::new([7; 32])
}

impl Home<AccountId32, u32> for MockHome {
	fn fees(_: &Parcel<u32>) -> Result<HomeFees, HomeError> {
		NoWay::get().map_or(Ok(HOME_FEES), Err)
	}

	fn send(mut parcel: Parcel<u32>, to: &AccountId32) -> Result<(HomeFees, [u8; 32]), HomeError> {
		let fees = Self::fees(&parcel)?;
		if parcel.pays.1 <= fees.delivery + fees.execution {
			return Err(HomeError::TooLittle);
		}
		parcel.pays.1 -= fees.delivery;
		// The treasury has an account in every token of the tests.
		Assets::mint_into(parcel.pays.0, &treasury(), fees.delivery).expect("can hold it");
		let mut sent = Self::sent();
		sent.push((parcel, to.clone()));
		unhashed::put(SENT, &sent);
		Ok((fees, [9; 32]))
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u32> for Helper {
	fn make_asset(seed: u32) -> u32 {
		let asset = 1_000 + seed;
		make_token(asset, 1);
		asset
	}

	fn make_home_asset(seed: u32) -> u32 {
		Self::make_asset(seed)
	}

	fn mint(asset: &u32, to: &AccountId32, amount: u128) {
		Assets::mint_into(*asset, to, amount).expect("the token exists");
	}

	fn make_price(feed: FeedId) {
		MockPrices::set_feed(feed, FixedU128::from_u32(1));
	}
}

/// 2026-11-23, in milliseconds.
pub const START: Moment = 1_795_392_000_000;
pub const STABLE: u32 = 10;
pub const DOT: u32 = 11;
pub const ETH: u32 = 12;
/// Not listed.
pub const JUNK: u32 = 99;
pub const DOTS: CollateralId = CollateralId(1);
pub const ETHER: CollateralId = CollateralId(2);
/// Lies on source chain 1.
pub const REMOTE: CollateralId = CollateralId(3);
pub const ASSET_HUB: SourceId = SourceId(1);
pub const STABLE_FEED: FeedId = FeedId(0);
pub const DOT_FEED: FeedId = FeedId(1);
pub const ETH_FEED: FeedId = FeedId(2);
/// One whole token.
pub const USD: u128 = 1_000_000;
pub const ONE_DOT: u128 = 10_000_000_000;
pub const ONE_ETH: u128 = 1_000_000_000_000_000_000;
/// What everybody has of each token at the start, in whole ones.
pub const PURSE: u128 = 10_000;
/// Smallest balance of a DOT account; of the others it is one.
pub const DOT_MINIMUM: u128 = 100_000_000;

pub fn percent(parts: u32) -> Permill {
	Permill::from_percent(parts)
}

pub fn alice() -> AccountId32 {
	AccountId32::new([1; 32])
}

pub fn bob() -> AccountId32 {
	AccountId32::new([2; 32])
}

pub fn carol() -> AccountId32 {
	AccountId32::new([3; 32])
}

pub fn listing(decimals: u8, feed: FeedId, weights: (u32, u32), cap: u128) -> Listing {
	Listing {
		source: SourceId::LOCAL,
		reserve: SourceId::LOCAL,
		method: ProofMethod::Held,
		reference: FixedU128::from_u32(2),
		decimals,
		feed,
		initial: percent(weights.0),
		maintenance: percent(weights.1),
		cap,
		min_deposit: 10u128.pow(decimals.into()) / 10,
	}
}

/// Each falls by one thousandth a relay block.
pub fn curves() -> Curves {
	let from = |soft| Ages { soft, hard: soft + 1_000 };
	Curves {
		initial: from(100),
		maintenance: from(500),
		reserve_initial: from(300),
		reserve_maintenance: from(2_000),
		omission: from(10),
	}
}

pub fn genesis() -> GenesisConfig<Test> {
	let remote = Listing {
		source: ASSET_HUB,
		method: ProofMethod::RelayProof,
		..listing(10, DOT_FEED, (80, 90), 1_000_000 * ONE_DOT)
	};
	let dot = listing(10, DOT_FEED, (80, 90), 5_000 * ONE_DOT);
	GenesisConfig {
		sources: vec![(ASSET_HUB, curves())],
		kinds: vec![
			(CASH, STABLE, listing(6, STABLE_FEED, (100, 100), 1_000_000 * USD)),
			(DOTS, DOT, Listing { reserve: ASSET_HUB, ..dot }),
			(ETHER, ETH, listing(18, ETH_FEED, (90, 95), 2_000 * ONE_ETH)),
			(REMOTE, 21, remote),
		],
		times: Times::default(),
	}
}

pub fn make_token(asset: u32, minimum: u128) {
	Assets::force_create(RuntimeOrigin::root(), asset, alice(), true, minimum).expect("new");
}

/// Builds the chain of the tests: DOT is 5 USD, ETH 2,000 USD, the stablecoin 1 USD.
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> TestExternalities {
		MockPrices::reset();
		MockRestrictions::reset();
		Now::set(START);
		Reserve::set(0);
		BooksClosed::set(false);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		NoWay::set(None);
		KnownAges::set(BTreeMap::new());
		let people = [alice(), bob(), carol()];
		let tokens = [
			(STABLE, 1, PURSE * USD),
			(DOT, DOT_MINIMUM, PURSE * ONE_DOT),
			(ETH, 1, PURSE * ONE_ETH),
			(JUNK, 1, PURSE),
		];
		pallet_assets::GenesisConfig::<Test> {
			assets: tokens.iter().map(|(id, least, _)| (*id, alice(), true, *least)).collect(),
			accounts: tokens
				.iter()
				.flat_map(|(id, _, purse)| people.clone().map(|who| (*id, who, *purse)))
				.chain(tokens.iter().map(|(id, least, _)| (*id, treasury(), *least)))
				.collect(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		genesis().assimilate_storage(&mut storage).unwrap();
		let mut ext = TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			MockPrices::set_feed(STABLE_FEED, FixedU128::from_u32(1));
			MockPrices::set_feed(DOT_FEED, FixedU128::from_u32(5));
			MockPrices::set_feed(ETH_FEED, FixedU128::from_u32(2_000));
		});
		ext
	}

	/// Run a test that leaves all invariants standing.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Collateral::do_try_state().expect("invariants hold");
			assert_totals();
		});
	}
}

/// Invariant 5 over the accounts, which only the ledger knows.
pub fn assert_totals() {
	for kind in [DOTS, ETHER, REMOTE] {
		let sum: u128 = MockLedger::books().keys().map(|who| MockLedger::lot(who, kind)).sum();
		assert_eq!(sum, Credited::<Test>::get(kind), "{kind:?}");
	}
	let cash: Cash = MockLedger::books().values().map(|account| account.cash).sum();
	assert!(cash <= Credited::<Test>::get(CASH) as i128);
}

/// As a transaction would: a failing call leaves nothing behind.
pub fn dispatch(origin: RuntimeOrigin, call: Call<Test>) -> DispatchResult {
	RuntimeCall::Collateral(call).dispatch(origin).map(|_| ()).map_err(|failed| failed.error)
}

pub fn deposit(
	who: AccountId32,
	account: &MarginAccountId,
	kind: CollateralId,
	amount: u128,
) -> DispatchResult {
	let call = Call::deposit { account: account.clone(), kind, amount };
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn sweep(account: &MarginAccountId, kind: CollateralId) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(carol()), Call::sweep { account: account.clone(), kind })
}

pub fn withdraw(
	who: AccountId32,
	account: &MarginAccountId,
	kind: CollateralId,
	amount: u128,
	to: AccountId32,
) -> DispatchResult {
	let call = Call::withdraw { account: account.clone(), kind, amount, to };
	dispatch(RuntimeOrigin::signed(who), call)
}

/// To Carol.
pub fn withdraw_home(
	who: AccountId32,
	account: &MarginAccountId,
	kind: CollateralId,
	amount: u128,
	max_delivery: u128,
) -> DispatchResult {
	let (account, to) = (account.clone(), carol());
	let call = Call::withdraw_home { account, kind, amount, to, max_delivery };
	dispatch(RuntimeOrigin::signed(who), call)
}

/// To Carol.
pub fn recover_home(
	who: AccountId32,
	account: &MarginAccountId,
	asset: u32,
	cash: u128,
) -> DispatchResult {
	let (account, to, max_delivery) = (account.clone(), carol(), u128::MAX);
	let call = Call::recover_home { account, asset, to, cash, max_delivery };
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn recover(
	who: AccountId32,
	account: &MarginAccountId,
	asset: u32,
	to: AccountId32,
) -> DispatchResult {
	let call = Call::recover { account: account.clone(), asset, to };
	dispatch(RuntimeOrigin::signed(who), call)
}

pub fn as_root(call: Call<Test>) -> DispatchResult {
	dispatch(RuntimeOrigin::root(), call)
}

pub fn set_weights(kind: CollateralId, weights: (u32, u32), length: Moment) -> DispatchResult {
	let (initial, maintenance) = (percent(weights.0), percent(weights.1));
	as_root(Call::set_weights { kind, initial, maintenance, length })
}

pub fn pause(kind: CollateralId) -> DispatchResult {
	dispatch(RuntimeOrigin::signed(Guardian::get()), Call::pause { kind })
}

pub fn balance(asset: u32, who: &AccountId32) -> u128 {
	Assets::balance(asset, who)
}

/// An ordinary transfer, as any wallet makes it.
pub fn send(asset: u32, from: &AccountId32, to: &AccountId32, amount: u128) {
	let call = pallet_assets::Call::transfer { id: asset, target: to.clone(), amount };
	RuntimeCall::Assets(call).dispatch(RuntimeOrigin::signed(from.clone())).unwrap();
}

pub fn set_price(feed: FeedId, price: FixedU128, state: PriceState, at: Moment) {
	let confidence = FixedU128::from_rational(2, 100);
	MockPrices::set_feed_reading(feed, Reading { price, confidence, state, at });
}

pub fn usd(price: u128) -> FixedU128 {
	FixedU128::from_rational(price, 100)
}

/// A value in hundredths of a cash unit.
pub fn cents(value: i128) -> Money {
	Money::checked_from_rational(value, 100).unwrap()
}
