// SPDX-License-Identifier: GPL-3.0-or-later

//! A runtime with the transaction extension that authorizes calls, as the real one has.

use crate::{
	self as pallet_price_oracle,
	crypto::{AuthorityId, AuthorityPair, AuthoritySignature},
	*,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::imbalance::ResolveTo,
		ConstU128, ConstU32, Time,
	},
	weights::Weight,
	BoundedVec, PalletId,
};
use frame_system::{
	offchain::{CreateAuthorizedTransaction, CreateTransaction, CreateTransactionBase},
	EnsureRoot, EnsureSignedBy,
};
use sp_core::{ByteArray, Pair, H256};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, IdentityLookup},
	AccountId32, BuildStorage, MultiSignature,
};
use std::{cell::RefCell, collections::BTreeMap};

pub type Header = generic::Header<u64, BlakeTwo256>;
pub type TxExtension = (frame_system::AuthorizeCall<Test>,);
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<AccountId32, RuntimeCall, MultiSignature, TxExtension>;
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

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
	pub type Oracle = pallet_price_oracle;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type AccountData = pallet_balances::AccountData<u128>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = u128;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
}

/// What an account must hold.
pub const ED: u128 = 10;
/// What a feeder's bond is here.
pub const BOND: u128 = 1_000_000;
/// What every account begins with.
pub const RICH: u128 = 100 * BOND;

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"strd/fee");
	pub Treasury: AccountId32 = AccountId32::new([8; 32]);
}

frame_support::ord_parameter_types! {
	pub const Guard: AccountId32 = AccountId32::new([9; 32]);
}

impl Config for Test {
	type Time = Clock;
	type Currency = Balances;
	type Slashed = ResolveTo<Treasury, Balances>;
	type PotId = PotId;
	type MinSeats = ConstU32<2>;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type RestrictOrigin = EnsureSignedBy<Guard, AccountId32>;
	type Ladder = CountedLooks;
	type Restrictions = House;
	type WeightInfo = ();
}

thread_local! {
	static LOOKS: RefCell<u32> = const { RefCell::new(0) };
	static WINDS_DOWN: RefCell<Option<Moment>> = const { RefCell::new(None) };
}

/// Counts how often all accounts were to be looked at again.
pub struct CountedLooks;

impl CountedLooks {
	/// So often since it was last asked.
	pub fn take() -> u32 {
		LOOKS.take()
	}
}

impl straddle_traits::Ladder for CountedLooks {
	fn file(
		_: &MarginAccountId,
		_: Option<&straddle_traits::Exposure>,
		_: &mut straddle_traits::Filed,
	) {
	}

	fn refile_all() {
		LOOKS.with_borrow_mut(|looks| *looks += 1);
	}
}

/// Nothing is restricted, but the house may wind down.
pub struct House;

impl House {
	/// It winds down since then, if at all.
	pub fn set(since: Option<Moment>) {
		WINDS_DOWN.set(since);
	}
}

impl straddle_traits::Restrictions for House {
	fn level(_: straddle_traits::Scope) -> straddle_traits::Level {
		Default::default()
	}

	fn winding_down_since() -> Option<Moment> {
		WINDS_DOWN.with_borrow(|since| *since)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn wind_down_for_benchmark() {
		Self::set(Some(0));
	}
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type RuntimeCall = RuntimeCall;
	type Extrinsic = UncheckedExtrinsic;
}

impl<LocalCall> CreateTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		(frame_system::AuthorizeCall::new(),)
	}
}

thread_local! {
	static NOW: RefCell<Moment> = const { RefCell::new(START) };
}

/// Chain time that a test moves.
pub struct Clock;

impl Clock {
	pub fn set(now: Moment) {
		NOW.with_borrow_mut(|clock| *clock = now);
	}
}

impl Time for Clock {
	type Moment = Moment;

	fn now() -> Moment {
		NOW.with_borrow(|now| *now)
	}
}

/// The length of a round, and of a block.
pub const ROUND: Moment = 6_000;
/// A moment in November 2023 at which a round and a minute begin.
pub const START: Moment = 1_699_999_980_000;
/// The hash of the first block.
pub const GENESIS: H256 = H256::repeat_byte(0x67);

pub const BTC: FeedId = FeedId(1);
pub const ETH: FeedId = FeedId(2);
pub const USDT: FeedId = FeedId(3);
pub const BTC_VOL: FeedId = FeedId(4);

/// Has its own volatility.
pub const BITCOIN: UnderlyingId = UnderlyingId(0);
/// Borrows Bitcoin's, times 1.2.
pub const ETHER: UnderlyingId = UnderlyingId(1);
/// Has none.
pub const TETHER: UnderlyingId = UnderlyingId(2);

pub fn usd(dollars: u32) -> Price {
	Price::from_u32(dollars)
}

pub fn milli(thousandths: u128) -> Price {
	Price::from_inner(thousandths * 10u128.pow(15))
}

thread_local! {
	static PAIRS: RefCell<BTreeMap<u8, AuthorityPair>> = const { RefCell::new(BTreeMap::new()) };
}

/// The key of feeder number `n`. Made once, because making it is slow.
pub fn pair(n: u8) -> AuthorityPair {
	let make = || AuthorityPair::from_string(&seed(n), None).unwrap();
	PAIRS.with_borrow_mut(|pairs| pairs.entry(n).or_insert_with(make).clone())
}

/// Whose that key is.
pub fn account(n: u8) -> AccountId32 {
	owner(&pair(n).public())
}

/// The account of a key: in these tests they have the same bytes.
pub fn owner(key: &AuthorityId) -> AccountId32 {
	AccountId32::new(key.as_slice().try_into().unwrap())
}

impl Pallet<Test> {
	/// A session begins, with these collators.
	pub fn set_feeders(keys: impl Iterator<Item = AuthorityId>) {
		Self::take_seats(keys.map(|key| (owner(&key), key)).collect());
	}
}

/// A session begins, with these collators.
pub fn session(collators: impl IntoIterator<Item = u8>) {
	Oracle::set_feeders(collators.into_iter().map(|n| pair(n).public()));
}

/// Give `n` so much.
pub fn fund(n: u8, amount: u128) {
	Balances::set_balance(&account(n), amount);
}

/// Make feeder `n`'s bond whole, out of his own pocket.
pub fn bond(n: u8) {
	if Balances::total_balance(&account(n)) == 0 {
		fund(n, RICH);
	}
	let proof = pair(n).sign(&Oracle::bond_payload(&account(n)));
	Oracle::bond(RuntimeOrigin::signed(account(n)), pair(n).public(), proof).unwrap();
}

/// What feeder `n` did in this period.
pub fn score(n: u8) -> Score {
	Oracle::record(account(n)).unwrap().score
}

pub fn seed(n: u8) -> String {
	format!("//Feeder{n}")
}

pub fn source(venue: Venue, symbol: &str) -> Source {
	Source { venue, symbol: symbol.as_bytes().to_vec().try_into().unwrap() }
}

/// A valid feed of a price with two sources.
pub fn feed_info() -> FeedInfo {
	FeedInfo {
		description: b"Something in USD".to_vec().try_into().unwrap(),
		kind: FeedKind::Price,
		min: milli(1),
		max: usd(1_000_000),
		sources: BoundedVec::truncate_from(vec![
			source(Venue::Kraken, "FOOUSD"),
			source(Venue::Coinbase, "FOO-USD"),
		]),
		quote: None,
		slow: SlowPrice::Average,
	}
}

/// The genesis of the tests, as a chain specification spells it.
pub fn genesis_json() -> serde_json::Value {
	serde_json::json!({
		"feeds": [
			{
				"id": 3, "description": "USDT in USD", "min": "0.5", "max": "2.0",
				"sources": [["Kraken", "USDTUSD"], ["Coinbase", "USDT-USD"]]
			},
			{
				"id": 1, "description": "BTC in USD", "kind": "Price",
				"min": "1000", "max": "1e7",
				"sources": [
					["Kraken", "XBTUSD"], ["Coinbase", "BTC-USD"],
					["Binance", "BTCUSDT"], ["DeribitIndex", "btc_usd"]
				],
				"quote": 3
			},
			{
				"id": 2, "description": "ETH in USD", "min": "10.0", "max": "1000000.0",
				"sources": [["Kraken", "ETHUSD"], ["Coinbase", "ETH-USD"]]
			},
			{
				"id": 4, "description": "BTC volatility", "kind": "Volatility",
				"min": "0.05", "max": "5.0",
				"sources": [["DeribitVolatility", "BTC"]]
			}
		],
		"underlyings": [
			[0, { "spot": 1, "volatility": { "External": 4 } }],
			[1, { "spot": 2, "volatility": { "Proxy": { "feed": 4, "beta": "1.2" } } }],
			[2, { "spot": 3, "volatility": "None" }]
		],
		"params": { "smallNetwork": false },
		"incentives": { "maxReporters": 4 },
		"urls": [
			["Kraken", "http://127.0.0.1:18080/kraken"],
			["Coinbase", "http://127.0.0.1:18080/coinbase"],
			["Binance", "http://127.0.0.1:18080/binance"],
			["Deribit", "http://127.0.0.1:18080/deribit"]
		]
	})
}

pub struct ExtBuilder {
	feeders: u8,
	params: Params,
	incentives: IncentiveParams,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let incentives = IncentiveParams { bond: BOND, ..Default::default() };
		Self { feeders: 4, params: Params::default(), incentives }
	}
}

impl ExtBuilder {
	pub fn feeders(mut self, feeders: u8) -> Self {
		self.feeders = feeders;
		self
	}

	pub fn small_network(self) -> Self {
		self.params(|params| params.small_network = true)
	}

	pub fn params(mut self, change: impl FnOnce(&mut Params)) -> Self {
		change(&mut self.params);
		self
	}

	pub fn incentives(mut self, change: impl FnOnce(&mut IncentiveParams)) -> Self {
		change(&mut self.incentives);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		Clock::set(START);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut oracle: GenesisConfig<Test> = serde_json::from_value(genesis_json()).unwrap();
		oracle.params = self.params;
		oracle.incentives = self.incentives;
		oracle.assimilate_storage(&mut storage).unwrap();
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			frame_system::BlockHash::<Test>::insert(0, GENESIS);
			System::set_block_number(1);
			// They have sat for a round: this one counts.
			Clock::set(START - ROUND);
			session(0..self.feeders);
			Clock::set(START);
			let length = Incentives::<Test>::get().period_rounds;
			PeriodEnds::<Test>::put(current_round() + u64::from(length));
			System::reset_events();
		});
		ext
	}

	/// With a keystore, in which benchmarks make a feeder's key.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn build_with_keystore(self) -> sp_io::TestExternalities {
		let mut ext = self.build();
		let keystore = sp_keystore::testing::MemoryKeystore::new();
		ext.register_extension(sp_keystore::KeystoreExt::new(keystore));
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Oracle::do_try_state().unwrap();
		});
	}
}

pub fn now() -> Moment {
	Clock::now()
}

pub fn current_round() -> u64 {
	Parameters::<Test>::get().round(now())
}

/// The next block, so much later.
pub fn advance(ms: Moment) {
	straddle_test_kit::next_block::<Test, AllPalletsWithSystem>(Weight::MAX, |_| {
		Clock::set(now() + ms)
	});
}

/// The next block, a round later.
pub fn tick() {
	advance(ROUND);
}

/// A batch of feeder `n` for the present round.
pub fn batch(n: u8, prices: &[(FeedId, Price)]) -> BatchOf<Test> {
	Batch {
		feeder: n.into(),
		genesis: GENESIS,
		round: current_round(),
		at_block: System::block_number(),
		prices: prices.to_vec().try_into().unwrap(),
	}
}

pub fn sign(n: u8, batch: &BatchOf<Test>) -> AuthoritySignature {
	pair(n).sign(&batch.payload())
}

/// Dispatch as if it had been authorized: nothing looks at the signature then.
pub fn dispatch(batch: BatchOf<Test>) -> DispatchResult {
	let signature = AuthoritySignature::from(sp_core::sr25519::Signature::from_raw([0; 64]));
	Oracle::report(frame_system::RawOrigin::Authorized.into(), batch, signature)
}

/// Feeder `n` says this.
pub fn report(n: u8, prices: &[(FeedId, Price)]) {
	dispatch(batch(n, prices)).unwrap();
}

/// Every feeder says this in the present round, and the next block finishes it.
pub fn quote(prices: &[(FeedId, Price)]) {
	quote_each(&vec![prices.to_vec(); Feeders::<Test>::get().len()]);
}

/// Each feeder says its own.
pub fn quote_each(prices: &[Vec<(FeedId, Price)>]) {
	for (n, prices) in prices.iter().enumerate() {
		report(n as u8, prices);
	}
	tick();
}

/// The same price of a feed for so many rounds.
pub fn quote_for(rounds: u32, feed: FeedId, price: Price) {
	for _ in 0..rounds {
		quote(&[(feed, price)]);
	}
}

pub fn oracle_events() -> Vec<Event<Test>> {
	let events = System::events().into_iter().map(|record| record.event);
	events
		.filter_map(|event| match event {
			RuntimeEvent::Oracle(event) => Some(event),
			_ => None,
		})
		.collect()
}
