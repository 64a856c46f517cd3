// SPDX-License-Identifier: GPL-3.0-or-later

//! A small chain; marks and margins of series are set by hand.

use crate as pallet_liquidation;
pub use crate::ladder::model;
use crate::*;
use frame_support::{
	derive_impl, ord_parameter_types, parameter_types, storage::unhashed, traits::Get,
	weights::Weight,
};
use frame_system::EnsureSignedBy;
use sp_io::TestExternalities;
use sp_runtime::{
	traits::IdentityLookup, AccountId32, BuildStorage, DispatchError, DispatchResult,
	FixedPointNumber, Perbill,
};
use std::cell::{Cell, RefCell};
use straddle_primitives::*;
use straddle_test_kit::{next_block, MockPrices, MockSources};
use straddle_traits::{AuctionStatus, Ledger, OnAuction, Risk};

mod ledger;
pub mod worker;

pub use ledger::*;
use worker::Block;

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
	pub type Liquidation = pallet_liquidation;
}

/// What a block of the real runtime has.
pub const BLOCK: Weight = Weight::from_parts(2_000_000_000_000, 10 * 1024 * 1024);

parameter_types! {
	pub Weights: frame_system::limits::BlockWeights =
		frame_system::limits::BlockWeights::with_sensible_defaults(BLOCK, Perbill::from_percent(73));
}

ord_parameter_types! {
	pub const RiskKey: AccountId32 = who(101);
	pub const RestrictKey: AccountId32 = who(102);
	pub const PoolOwner: AccountId32 = who(9);
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BlockWeights = Weights;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
}

impl Config for Test {
	type Time = MockTime;
	type Prices = model::ShapedPrices;
	type Ledger = MockLedger;
	type Collateral = MockLedger;
	type Overdue = MockLedger;
	type Haircuts = model::MockHaircuts;
	type ProofSize = model::MockProof;
	type Feeders = worker::MockFeeders;
	type OnAuction = MockOrders;
	type Sources = MockSources;
	type Claims = MockClaims;
	type RiskOrigin = EnsureSignedBy<RiskKey, AccountId32>;
	type RestrictOrigin = EnsureSignedBy<RestrictKey, AccountId32>;
	type PoolOwner = PoolOwner;
	type Author = MockAuthors;
	type AuthorCount = MockAuthors;
	type WeightInfo = ();
}

thread_local! {
	static AUTHORS: RefCell<Vec<AccountId32>> = RefCell::default();
}

/// Authors who take turns, one block each; one alone until a test says otherwise.
pub struct MockAuthors;

impl MockAuthors {
	pub fn set(authors: Vec<AccountId32>) {
		AUTHORS.with_borrow_mut(|all| *all = authors);
	}
}

impl Get<Option<AccountId32>> for MockAuthors {
	fn get() -> Option<AccountId32> {
		let block = System::block_number() as usize;
		AUTHORS.with_borrow(|all| all.get(block.checked_rem(all.len())?).cloned())
	}
}

impl Get<u32> for MockAuthors {
	fn get() -> u32 {
		AUTHORS.with_borrow(|all| all.len().max(1) as u32)
	}
}

const TIME_KEY: &[u8] = b"mock/time";
/// Chain time at which every test begins.
pub const START: Moment = 1_700_000_000_000;

pub struct MockTime;

impl MockTime {
	pub fn set(now: Moment) {
		unhashed::put(TIME_KEY, &now);
	}
}

impl frame_support::traits::Time for MockTime {
	type Moment = u64;

	fn now() -> u64 {
		unhashed::get_or_default(TIME_KEY)
	}
}

thread_local! {
	static CANCELLED: RefCell<Vec<MarginAccountId>> = RefCell::default();
	/// Accounts whose orders cannot be cancelled.
	pub static STUCK: RefCell<Vec<MarginAccountId>> = RefCell::default();
	/// How many entries cancelling an account's orders writes without having read them.
	pub static UNREAD: Cell<u32> = const { Cell::new(0) };
}

thread_local! {
	static CLAIMS: RefCell<Vec<(MarginAccountId, Cash)>> = RefCell::default();
}

/// What pools of chains owe to accounts: nothing until a test says otherwise.
pub struct MockClaims;

impl MockClaims {
	pub fn set(account: &MarginAccountId, owed: Cash) {
		CLAIMS.with_borrow_mut(|all| *all = vec![(account.clone(), owed)]);
	}
}

impl straddle_traits::PoolClaims for MockClaims {
	fn owed_to(account: &MarginAccountId) -> Cash {
		CLAIMS.with_borrow(|all| all.iter().find(|one| one.0 == *account).map_or(0, |one| one.1))
	}
}

/// Orders that a test lets an account have; they cost margin until they are cancelled.
pub struct MockOrders;

impl MockOrders {
	/// Accounts whose orders were cancelled in this test.
	pub fn cancelled() -> Vec<MarginAccountId> {
		CANCELLED.with_borrow(Clone::clone)
	}
}

impl OnAuction for MockOrders {
	fn on_auction(account: &MarginAccountId) -> Result<u32, DispatchError> {
		if !Liquidation::in_auction(account) {
			return Err("cancelled before the record was there".into());
		}
		if STUCK.with_borrow(|stuck| stuck.contains(account)) {
			return Err("the orders are stuck".into());
		}
		CANCELLED.with_borrow_mut(|all| all.push(account.clone()));
		change(|book| {
			if let Some(holder) = book.accounts.get_mut(account) {
				holder.orders = Money::from_u32(0);
			}
		});
		Ok(UNREAD.get())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(_: &MarginAccountId, _: u32) {}
}

/// Smallest units in one cash unit.
pub const UNIT: Cash = 1_000_000;
pub const BTC: UnderlyingId = UnderlyingId(0);
pub const ETH: UnderlyingId = UnderlyingId(1);
pub const WBTC: CollateralId = CollateralId(1);

pub const fn who(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

/// Margin account `n`, owned by `who(n)` unless opened otherwise.
pub fn acc(n: u8) -> MarginAccountId {
	MarginAccountId(AccountId32::new([n; 32]))
}

/// The account in auction in most tests.
pub fn alice() -> MarginAccountId {
	acc(1)
}
/// A rich bidder.
pub fn bob() -> MarginAccountId {
	acc(2)
}
/// Flags, and gets the bounty.
pub fn carol() -> MarginAccountId {
	acc(3)
}
/// The global pool's own account, which no test opens unless it says so.
pub fn pool() -> MarginAccountId {
	MarginAccountId::derive(&Default::default(), &PoolOwner::get(), 0)
}

pub fn usd(amount: i64) -> Money {
	Money::saturating_from_integer(amount)
}

pub fn series(underlying: UnderlyingId, strike: u64) -> Series {
	Series {
		underlying,
		expiry: START + 30 * DAY_MS,
		strike: Strike::usd(strike),
		kind: Kind::Call,
	}
}

/// The series that the failing account of most tests is short or long of.
pub fn call() -> Series {
	series(BTC, 100)
}

pub fn open(account: &MarginAccountId, owner: AccountId32, cash: Cash) {
	change(|book| book.accounts.insert(account.clone(), Holder::new(owner, cash)));
}

/// Give an account a position; nobody holds the other side, which is nothing to this pallet.
pub fn hold(account: &MarginAccountId, series: Series, quantity: Quantity) {
	change(|book| {
		book.accounts.get_mut(account).unwrap().positions.insert(series, quantity);
	});
}

pub fn hold_lot(account: &MarginAccountId, kind: CollateralId, amount: u128) {
	change(|book| {
		book.accounts.get_mut(account).unwrap().lots.insert(kind, amount);
	});
}

/// Mark and margin of a series per contract, through both lenses.
pub fn mark(series: Series, mark: i64, margin: i64) {
	let known = Known { mark: (usd(mark), usd(mark)), margin: usd(margin) };
	change(|book| book.series.insert(series, known));
}

/// What only the median of three sees.
pub fn mark_median(series: Series, mark: i64) {
	change(|book| book.series.get_mut(&series).unwrap().mark.1 = usd(mark));
}

pub fn set_pot(pot: Pot, amount: Cash) {
	change(|book| book.pots.insert(pot, amount));
}

pub fn set_cash(account: &MarginAccountId, cash: Cash) {
	change(|book| book.accounts.get_mut(account).unwrap().cash = cash);
}

pub fn holder(account: &MarginAccountId) -> Holder {
	book().accounts.remove(account).unwrap()
}

/// Equity in Wad.
pub fn equity(account: &MarginAccountId) -> i128 {
	MockLedger::assess(account, Lens::Latest).unwrap().equity().into_inner()
}

pub fn requirement(account: &MarginAccountId) -> i128 {
	MockLedger::assess(account, Lens::Latest).unwrap().requirement().into_inner()
}

/// A round of the oracle that finishes now.
pub fn round(underlying: UnderlyingId, state: PriceState) {
	let now = <MockTime as frame_support::traits::Time>::now();
	let price = Price::from_u32(100);
	MockPrices::set_spot_reading(
		underlying,
		Reading { price, state, at: now, ..Default::default() },
	);
}

/// One block, so many milliseconds later.
pub fn block_after(ms: u64) {
	next_block::<Test, Liquidation>(BLOCK, |_| {
		MockTime::set(<MockTime as frame_support::traits::Time>::now() + ms)
	});
}

/// Blocks of six seconds.
pub fn run(ms: u64) {
	for _ in 0..ms / 6_000 {
		block_after(6_000);
	}
}

/// Give an open auction so much biddable time, at once.
pub fn age(account: &MarginAccountId, biddable_ms: u64) {
	let by = biddable_ms - Liquidation::biddable_ms(account.clone()).unwrap();
	Auctions::<Test>::mutate(account, |auction| {
		let auction = auction.as_mut().unwrap();
		auction.resumed_ms += by;
		auction.clock.banked_ms += by;
	});
}

pub fn events() -> Vec<Event<Test>> {
	let pick = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Liquidation(event) => Some(event),
		_ => None,
	};
	System::read_events_no_consensus().map(|record| *record).filter_map(pick).collect()
}

pub fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// Parameters of the tests: the defaults with a cutoff of 100 and κ from .1.
pub fn params() -> AuctionParams {
	AuctionParams { cutoff: usd(100), kappa_start: Perbill::from_percent(10), ..Default::default() }
}

pub struct ExtBuilder(AuctionParams, LevelParams, Vec<UnderlyingId>);

impl Default for ExtBuilder {
	/// Without blocks of grace, but for the tests of those.
	fn default() -> Self {
		Self(params(), LevelParams { grace_blocks: 0, ..Default::default() }, vec![])
	}
}

impl ExtBuilder {
	pub fn params(mut self, f: impl FnOnce(&mut AuctionParams)) -> Self {
		f(&mut self.0);
		self
	}

	/// With markets in these, so that their rounds are counted.
	pub fn markets(mut self, all: &[UnderlyingId]) -> Self {
		self.2 = all.to_vec();
		self
	}

	pub fn grace_blocks(mut self, blocks: u32) -> Self {
		self.1.grace_blocks = blocks;
		self
	}

	/// Prices are valid, Alice's account holds ten calls at E 900, R 1000, C 200 (the example of
	/// RISK.md 8); Bob is rich; the pool has 1,000.
	pub fn build(self) -> TestExternalities {
		CANCELLED.with_borrow_mut(Vec::clear);
		CLAIMS.with_borrow_mut(Vec::clear);
		MockAuthors::set(vec![]);
		STUCK.with_borrow_mut(Vec::clear);
		UNREAD.set(0);
		MockPrices::reset();
		model::reset();
		let system = frame_system::GenesisConfig::<Test>::default();
		let mut storage = system.build_storage().unwrap();
		MockSources::reset();
		let (params, levels, markets) = (self.0, self.1, self.2);
		let genesis = GenesisConfig::<Test> { params, levels, ..Default::default() };
		genesis.assimilate_storage(&mut storage).unwrap();
		let mut ext = TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			MockTime::set(START);
			for underlying in [BTC, ETH] {
				round(underlying, PriceState::Valid);
			}
			for underlying in markets {
				<Liquidation as AuctionStatus>::on_market(underlying).unwrap();
			}
			for (n, cash) in [(1, 200), (2, 1_000_000), (3, 0)] {
				open(&acc(n), who(n), cash * UNIT);
			}
			set_pot(Pot::GlobalPool, 1_000 * UNIT);
			change(|book| book.lots.insert(WBTC, (usd(100), Perbill::from_percent(80))));
			mark(call(), 70, 100);
			hold(&alice(), call(), 10 * CONTRACT);
		});
		ext
	}

	/// Every test ends in the invariants.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Liquidation::do_try_state().unwrap();
		});
	}
}

/// With the failing account in auction at κ = .1, flagged for Carol.
pub fn flagged() {
	assert_eq!(flag(&alice()), Ok(()));
}

/// With the failing account in auction and these figures; ten calls make its requirement.
pub fn flagged_with(cash: Cash, mark_each: i64, margin_each: i64) {
	set_cash(&alice(), cash * UNIT);
	mark(call(), mark_each, margin_each);
	flagged();
}

pub fn flag(account: &MarginAccountId) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who(3));
	Liquidation::flag(origin, account.clone(), carol()).map(|_| ()).map_err(|e| e.error)
}

/// Bob bids on `account` with its current state id.
pub fn bid(account: &MarginAccountId, max_share: Perbill, max_payment: Cash) -> DispatchResult {
	let state_id = Auctions::<Test>::get(account).map_or(0, |auction| auction.state_id);
	bid_as(2, account, state_id, max_share, max_payment)
}

pub fn bid_as(
	n: u8,
	account: &MarginAccountId,
	state_id: u32,
	max_share: Perbill,
	max_payment: Cash,
) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who(n));
	Liquidation::bid(origin, account.clone(), acc(n), state_id, max_share, max_payment)
		.map(|_| ())
		.map_err(|e| e.error)
}

/// Bob bids on all that is for sale of `account`, for at most so much.
pub fn bid_for(account: &MarginAccountId, payment: Cash) -> DispatchResult {
	let (state_id, share, most) = signed_for(account, payment);
	bid_as(2, account, state_id, share, most)
}

/// What a bid names to pay at most so much for all that is for sale now: a share of whole billionths, and as much more
/// for that.
pub fn signed_for(account: &MarginAccountId, payment: Cash) -> (u32, Perbill, Cash) {
	let quote = Liquidation::auction(account.clone()).unwrap();
	let share = quote.share.into_inner() as i128;
	let parts = (share + 999_999_999) / 1_000_000_000;
	let most = straddle_math::fixed::mul_div(
		payment,
		parts * 1_000_000_000,
		share,
		straddle_math::fixed::Rounding::Up,
	);
	(quote.state_id, Perbill::from_parts(parts as u32), most.unwrap())
}

pub fn touch(account: &MarginAccountId) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who(5));
	Liquidation::touch(origin, account.clone()).map(|_| ()).map_err(|e| e.error)
}

pub fn take_over(account: &MarginAccountId) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who(5));
	Liquidation::take_over(origin, account.clone()).map(|_| ()).map_err(|e| e.error)
}

pub const ALL: Perbill = Perbill::from_percent(100);

pub fn pot(pot: Pot) -> Cash {
	MockLedger::pot(pot)
}
