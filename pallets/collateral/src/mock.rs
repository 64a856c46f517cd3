// SPDX-License-Identifier: GPL-3.0-or-later

//! A small chain: real tokens, prices set by hand, and a ledger that keeps balances only.

use crate as pallet_collateral;
use crate::*;
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types,
	storage::unhashed,
	traits::{fungibles::Mutate, AsEnsureOriginWithArg, ConstU128, Time},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_core::H256;
use sp_io::TestExternalities;
use sp_runtime::{
	traits::{Dispatchable, IdentityLookup},
	AccountId32, BuildStorage, DispatchError, DispatchResult, FixedPointNumber, FixedU128, Permill,
};
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_test_kit::{MockAuctions, MockLadder, MockPrices, MockRestrictions};
use straddle_traits::{
	AuctionStatus, ChainAge, ChainAges, CollateralCredit, Home, HomeError, HomeFees, Journal,
	Ledger, OnOpened, Parcel, Refused, Risk, Rule,
};

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

/// One account of the mock ledger.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct MockAccount {
	pub owner: AccountId32,
	pub cash: Cash,
	pub lots: BTreeMap<CollateralId, u128>,
}

/// Balances without positions. It lies in storage, so that a failing call undoes its changes.
pub struct MockLedger;

type Books = BTreeMap<MarginAccountId, MockAccount>;
const BOOKS: &[u8] = b"mock-ledger";

impl MockLedger {
	pub fn books() -> Books {
		unhashed::get(BOOKS).unwrap_or_default()
	}

	pub fn edit(account: &MarginAccountId, edit: impl FnOnce(&mut MockAccount)) {
		let mut books = Self::books();
		edit(books.get_mut(account).expect("exists"));
		unhashed::put(BOOKS, &books);
	}

	pub fn open(owner: &AccountId32, index: u32) -> MarginAccountId {
		let account = MarginAccountId::derive(&H256::zero(), owner, index);
		let mut books = Self::books();
		let new = MockAccount { owner: owner.clone(), cash: 0, lots: BTreeMap::new() };
		books.insert(account.clone(), new);
		unhashed::put(BOOKS, &books);
		Collateral::on_opened(&account);
		account
	}

	pub fn close(account: &MarginAccountId) {
		let mut books = Self::books();
		let closed = books.remove(account).expect("exists");
		assert!(closed.cash == 0 && closed.lots.is_empty());
		unhashed::put(BOOKS, &books);
	}

	pub fn lot(account: &MarginAccountId, kind: CollateralId) -> u128 {
		Self::books()[account].lots.get(&kind).copied().unwrap_or_default()
	}

	/// The part of the withdrawal rule that needs no positions: what is left for more.
	fn may_leave(account: &MockAccount) -> Result<Money, DispatchError> {
		let mut state = Collateral::peg().state;
		let unit = Collateral::cash_unit() as i128;
		let mut left = Money::checked_from_rational(account.cash, unit).unwrap();
		for (kind, amount) in &account.lots {
			let credit = Collateral::credit(*kind, *amount, Lens::Latest)?;
			left = left + credit.initial;
			state = state.worst(credit.state);
		}
		if !state.allows(PriceUse::Withdraw) {
			return Err("price".into());
		}
		if left < Money::from_inner(0) {
			return Err("margin".into());
		}
		Ok(left)
	}

	/// What is held above the reserve of positive cash, negative if the reserve is short.
	fn free(books: &Books) -> Cash {
		let positive: Cash = books.values().map(|account| account.cash.max(0)).sum();
		let reserve = positive.unsigned_abs() * Reserve::get();
		Credited::<Test>::get(CASH) as Cash - reserve.div_ceil(100) as Cash
	}
}

impl Ledger<AccountId32> for MockLedger {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Self::books().get(account).map(|account| account.owner.clone())
	}

	fn get_or_open(_: &AccountId32, _: u32) -> Result<MarginAccountId, DispatchError> {
		unimplemented!("collateral opens no accounts")
	}

	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		Self::ensure_may_withdraw(account, who)
	}

	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		if Self::owner(account).as_ref() == Some(who) {
			Ok(())
		} else {
			Err(DispatchError::BadOrigin)
		}
	}

	fn cash(account: &MarginAccountId) -> Cash {
		Self::books().get(account).map_or(0, |account| account.cash)
	}

	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)> {
		Self::books().get(account).map_or_else(Vec::new, |account| {
			account.lots.iter().map(|(kind, amount)| (*kind, *amount)).collect()
		})
	}

	fn positions(_: &MarginAccountId) -> Vec<(Series, Quantity)> {
		Vec::new()
	}

	fn position(_: &MarginAccountId, _: &Series) -> (Quantity, u32) {
		(0, 0)
	}

	fn orders(_: &MarginAccountId) -> Vec<(OrderId, Place)> {
		Vec::new()
	}

	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)> {
		Vec::new()
	}

	fn pot(_: Pot) -> Cash {
		0
	}

	fn payable_cash() -> Cash {
		let books = Self::books();
		let positive: Cash = books.values().map(|account| account.cash.max(0)).sum();
		let whole = Self::free(&books).max(0) * 100 / (100 - Reserve::get() as Cash);
		if whole <= positive {
			whole
		} else {
			Credited::<Test>::get(CASH) as Cash
		}
	}

	fn withdrawable_cash_in(_: &mut (), account: &MarginAccountId) -> Cash {
		let books = Self::books();
		let Some(of) = books.get(account) else { return 0 };
		if MockAuctions::in_auction(account) {
			return 0;
		}
		let unit = Money::from_inner(0).max(Self::may_leave(of).unwrap_or_default());
		let free = unit.saturating_mul_int(Collateral::cash_unit() as Cash);
		free.min(of.cash).max(0)
	}

	fn holders(
		_: UnderlyingId,
		_: Moment,
		_: Option<&MarginAccountId>,
		_: u32,
	) -> Vec<MarginAccountId> {
		Vec::new()
	}

	/// All of its cash, once the books are closed.
	fn pay_out(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		if !BooksClosed::get() {
			return Err(DispatchError::Other("open"));
		}
		let cash = Self::cash(account).max(0);
		Self::edit(account, |of| of.cash -= cash);
		Ok(cash)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn close_for_benchmark() {
		BooksClosed::set(true);
	}

	fn book_in(_: &mut (), journal: Journal) -> Result<(), Refused> {
		let because = DispatchError::Other;
		journal.ensure_balanced().map_err(|_| because("unbalanced"))?;
		let mut books = Self::books();
		for entry in journal.entries {
			let account = books.get_mut(&entry.account).ok_or(because("no account"))?;
			account.cash += entry.cash;
			for (kind, change) in entry.lots {
				let lot = account.lots.entry(kind).or_default();
				*lot = lot.checked_add_signed(change).ok_or(because("lot"))?;
				if *lot == 0 {
					account.lots.remove(&kind);
				}
			}
			if entry.rule == Rule::Withdraw {
				Self::may_leave(account)?;
			}
		}
		// The registry counted what leaves before it came here.
		if journal.cash_in < 0 && Self::free(&books) < 0 {
			return Err(because("reserve").into());
		}
		unhashed::put(BOOKS, &books);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId32, index: u32, cash: Cash) -> MarginAccountId {
		MockPrices::set_feed(STABLE_FEED, FixedU128::from_u32(1));
		let account = Self::open(owner, index);
		Self::edit(&account, |account| account.cash = cash);
		account
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(_: &MarginAccountId, _: u32, _: u32, _: bool) {}
}

impl Risk for MockLedger {
	type Session = ();

	fn session() {}

	/// Without positions.
	fn assess_in(
		_: &mut (),
		account: &MarginAccountId,
		lens: Lens,
	) -> Result<Assessment, DispatchError> {
		let books = Self::books();
		let of = books.get(account).ok_or(DispatchError::Other("no account"))?;
		let unit = Collateral::cash_unit() as i128;
		let cash = Money::checked_from_rational(of.cash, unit).unwrap();
		let mut is = Assessment { cash, ..Default::default() };
		for (kind, amount) in &of.lots {
			let credit = Collateral::credit(*kind, *amount, lens)?;
			is.lots.initial = is.lots.initial + credit.initial;
		}
		Ok(is)
	}

	fn mark_in(_: &mut (), _: &Series, _: Lens) -> Result<(Money, PriceState), DispatchError> {
		unimplemented!("collateral marks no series")
	}

	fn cash_unit() -> u128 {
		Collateral::cash_unit()
	}

	fn peg() -> Reading {
		Collateral::peg()
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
