// SPDX-License-Identifier: GPL-3.0-or-later

//! A runtime with the ledger alone; prices, auctions and collateral are set by hand.

use crate as pallet_margin;
use crate::*;
use frame_support::{derive_impl, weights::Weight};
use frame_system::EnsureRoot;
use sp_runtime::{
	traits::{CheckedDiv, Dispatchable, IdentityLookup, Saturating},
	BuildStorage, FixedPointNumber,
};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use straddle_test_kit::{next_block, MockAuctions, MockLadder, MockPrices, MockRestrictions};
use straddle_traits::KindDrivers;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	#[runtime::pallet_index(1)]
	pub type Margin = pallet_margin;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl Config for Test {
	type Time = Clock;
	type Prices = MockPrices;
	type Collateral = Haircuts;
	type Auctions = MockAuctions;
	type Restrictions = MockRestrictions;
	type CashMeans = Means;
	type Covers = MockCovers;
	type OnDebt = MockDebts;
	type OnOpened = ();
	type OnClosed = ();
	type Ladder = MockLadder;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type WeightInfo = ();
}

/// What one unit of a kind counts for: full, initial, maintenance (per whole token of 6 decimals).
type Credit = (Money, Money, Money, PriceState);

thread_local! {
	static NOW: RefCell<Moment> = const { RefCell::new(0) };
	static CREDITS: RefCell<BTreeMap<CollateralId, Credit>> = RefCell::default();
	static PEG: RefCell<Reading> = RefCell::default();
	static FOLLOWS: RefCell<BTreeMap<CollateralId, FeedId>> = RefCell::default();
	static MEANS: RefCell<BTreeMap<MarginAccountId, Cash>> = RefCell::default();
	static CAPPED: RefCell<BTreeMap<CollateralId, FixedU128>> = RefCell::default();
	static CHAINS: RefCell<BTreeMap<CollateralId, (SourceId, FixedU128)>> = RefCell::default();
	static CUTS: RefCell<BTreeMap<CollateralId, FixedU128>> = RefCell::default();
}

pub struct Clock;

impl Clock {
	pub fn set(now: Moment) {
		NOW.with_borrow_mut(|stored| *stored = now);
	}

	pub fn advance(by: Moment) {
		NOW.with_borrow_mut(|stored| *stored += by);
	}
}

impl frame_support::traits::Time for Clock {
	type Moment = u64;

	fn now() -> u64 {
		NOW.with_borrow(|now| *now)
	}
}

/// Stablecoin that accounts have elsewhere.
pub struct Means;

impl Means {
	pub fn set(account: &MarginAccountId, cash: Cash) {
		MEANS.with_borrow_mut(|means| means.insert(account.clone(), cash));
	}
}

impl CashMeans for Means {
	fn collect(account: &MarginAccountId, due: Cash) -> Result<Cash, DispatchError> {
		let there = MEANS.with_borrow(|means| means.get(account).copied());
		let pulled = there.ok_or(DispatchError::Unavailable)?.min(due);
		if pulled > 0 {
			deposit(account, pulled);
		}
		Ok(pulled)
	}

	fn weight() -> Weight {
		Weight::from_parts(7, 7)
	}
}

pub struct Haircuts;

impl Haircuts {
	/// A kind is worth so much, and counts for 80 % in IM and 90 % in MM.
	pub fn list(kind: CollateralId, usd: u64) {
		let of = |percent: u64| Money::saturating_from_rational(usd * percent, 100);
		Self::set(kind, (of(100), of(80), of(90), PriceState::Valid));
	}

	pub fn set(kind: CollateralId, credit: Credit) {
		CREDITS.with_borrow_mut(|credits| credits.insert(kind, credit));
	}

	/// A kind is an underlying's asset.
	pub fn follow(kind: CollateralId, underlying: UnderlyingId) {
		let feed = MockPrices::spot_feed(underlying);
		FOLLOWS.with_borrow_mut(|follows| follows.insert(kind, feed));
	}

	/// A kind is the stablecoin, elsewhere.
	pub fn follow_peg(kind: CollateralId) {
		let feed = Self::feed(CASH);
		FOLLOWS.with_borrow_mut(|follows| follows.insert(kind, feed));
	}

	/// No more units of a kind count for opening.
	pub fn cap(kind: CollateralId, units: FixedU128) {
		CAPPED.with_borrow_mut(|capped| capped.insert(kind, units));
	}

	/// A kind depends on a chain whose factor is `g` now, for both requirements.
	pub fn on_chain(kind: CollateralId, chain: SourceId, g: FixedU128) {
		CHAINS.with_borrow_mut(|chains| chains.insert(kind, (chain, g)));
	}

	/// Of a kind's maintenance weight so much is cut within a day.
	pub fn announce_cut(kind: CollateralId, by: FixedU128) {
		CUTS.with_borrow_mut(|cuts| cuts.insert(kind, by));
	}

	/// The feed of a kind's price; that of cash is the stablecoin's.
	pub fn feed(kind: CollateralId) -> FeedId {
		let follows = FOLLOWS.with_borrow(|follows| follows.get(&kind).copied());
		follows.unwrap_or(FeedId(1_000 + kind.0))
	}

	fn chain(kind: CollateralId) -> Option<(SourceId, FixedU128)> {
		CHAINS.with_borrow(|chains| chains.get(&kind).copied())
	}

	fn g(kind: CollateralId) -> FixedU128 {
		Self::chain(kind).map_or(FixedU128::from_u32(1), |(_, g)| g)
	}

	pub fn set_peg(price: FixedU128, state: PriceState) {
		PEG.with_borrow_mut(|peg| *peg = Reading { price, state, ..Default::default() });
	}
}

/// Which part of a figure another is.
fn share(part: Money, of: Money) -> FixedU128 {
	let share = part.checked_div(&of).unwrap_or_default();
	FixedU128::from_inner(share.into_inner() as u128)
}

impl CollateralCredit for Haircuts {
	type Session = ();

	fn credit_in(
		_: &mut (),
		kind: CollateralId,
		amount: u128,
		_: Lens,
	) -> Result<LotCredit, DispatchError> {
		let credit = CREDITS.with_borrow(|credits| credits.get(&kind).copied());
		let (full, initial, maintenance, state) =
			credit.ok_or(DispatchError::Other("collateral is not listed"))?;
		let of = |units: Money, g: FixedU128| {
			let down = straddle_math::Rounding::Down;
			let value = straddle_math::mul_div(units.into_inner(), amount as i128, 1_000_000, down);
			let value =
				value.and_then(|value| straddle_math::mul(value, g.into_inner() as i128, down));
			value.map(Money::from_inner).map_err(|_| ArithmeticError::Overflow)
		};
		let g = Self::g(kind);
		Ok(LotCredit {
			full: of(full, FixedU128::from_u32(1))?,
			initial: of(initial, g)?,
			maintenance: of(maintenance, g)?,
			state,
		})
	}

	/// Each token is one of what [`Haircuts::follow`] said.
	fn units_in(
		_: &mut (),
		kind: CollateralId,
		amount: u128,
		_: Lens,
	) -> Result<Option<LotUnits>, DispatchError> {
		let feed = FOLLOWS.with_borrow(|follows| follows.get(&kind).copied());
		let units = FixedU128::saturating_from_rational(amount, 1_000_000) * Self::g(kind);
		let credit = CREDITS.with_borrow(|credits| credits.get(&kind).copied());
		let (full, initial, maintenance, _) = credit.unwrap_or_default();
		let weight = |counts| share(counts, full);
		let capped = CAPPED.with_borrow(|capped| capped.get(&kind).copied()).unwrap_or(units);
		Ok(feed.map(|feed| LotUnits {
			feed,
			units_initial: units.min(capped),
			units_maintenance: units,
			weight_initial: weight(initial),
			weight_maintenance: weight(maintenance),
		}))
	}

	/// The weight is what a unit counts in MM of what it is worth.
	fn drivers_in(_: &mut (), kind: CollateralId, _: Moment) -> Result<KindDrivers, DispatchError> {
		let credit = CREDITS.with_borrow(|credits| credits.get(&kind).copied());
		let (full, _, maintenance, state) = credit.unwrap_or_default();
		let weight = share(maintenance, full);
		let cut = CUTS.with_borrow(|cuts| cuts.get(&kind).copied()).unwrap_or_default();
		Ok(KindDrivers {
			feed: Self::feed(kind),
			state,
			chain: Self::chain(kind).map(|(chain, _)| chain),
			weight,
			lowest_weight: weight.saturating_sub(cut),
		})
	}

	fn cash_unit() -> u128 {
		USD as u128
	}

	fn cash_feed() -> Option<FeedId> {
		Some(Self::feed(CASH))
	}

	fn peg() -> Reading {
		PEG.with_borrow(|peg| *peg)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> Vec<CollateralId> {
		let kinds = (1..=MAX_LOTS as u16).map(CollateralId);
		kinds.inspect(|kind| Self::list(*kind, 1)).collect()
	}
}

/// One cash unit in smallest units.
pub const USD: Cash = 1_000_000;
/// The time at which tests start.
pub const START: Moment = 1_700_000_000_000;
/// Thirty days later.
pub const EXPIRY: Moment = START + 30 * DAY_MS;
pub const BTC: UnderlyingId = UnderlyingId(0);
pub const ETH: UnderlyingId = UnderlyingId(1);
/// A lot that is worth 10 a token and counts 8 in IM, 9 in MM.
pub const DOT: CollateralId = CollateralId(1);

pub const ALICE: AccountId32 = AccountId32::new([1; 32]);
pub const BOB: AccountId32 = AccountId32::new([2; 32]);
pub const CHARLIE: AccountId32 = AccountId32::new([3; 32]);

pub fn origin(who: AccountId32) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Dispatch a call as a transaction would: all of it or nothing.
pub fn call_by(who: AccountId32, call: Call<Test>) -> DispatchResult {
	let done = RuntimeCall::from(call).dispatch(origin(who));
	done.map(|_| ()).map_err(|failed| failed.error)
}

/// Marked value of one contract in smallest units, rounded down.
pub fn mark(series: &Series) -> Cash {
	let (mark, _) = Margin::mark(series, Lens::Latest).expect("a mark");
	mark.into_inner() / 1_000_000_000_000
}

/// The id of an owner's account.
pub fn id(owner: AccountId32, index: u32) -> MarginAccountId {
	Margin::id_of(&owner, index)
}

pub fn series(strike: u64, kind: Kind) -> Series {
	Series { underlying: BTC, expiry: EXPIRY, strike: Strike::usd(strike), kind }
}

pub fn call(strike: u64) -> Series {
	series(strike, Kind::Call)
}

pub fn put(strike: u64) -> Series {
	series(strike, Kind::Put)
}

pub fn price(usd: u64) -> Price {
	Price::from_u32(usd as u32)
}

pub fn money(usd: i64) -> Money {
	Money::saturating_from_integer(usd)
}

/// Open an account with so many cash units.
pub fn open(owner: AccountId32, index: u32, usd: Cash) -> MarginAccountId {
	Margin::create_account(origin(owner.clone()), index).expect("a new account");
	let account = id(owner, index);
	deposit(&account, usd * USD);
	account
}

/// Deposit so many smallest units of cash.
pub fn deposit(account: &MarginAccountId, cash: Cash) {
	let entry = Entry::new(account.clone(), Rule::Credit).cash(cash);
	Margin::book(Journal { cash_in: cash, ..Journal::of(vec![entry]) }).expect("a deposit");
}

/// Deposit so many tokens of six decimals.
pub fn deposit_lot(account: &MarginAccountId, kind: CollateralId, tokens: u128) {
	let amount = (tokens * 1_000_000) as i128;
	let entry = Entry::new(account.clone(), Rule::Credit).lot(kind, amount);
	Margin::book(Journal { lots_in: vec![(kind, amount)], ..Journal::of(vec![entry]) })
		.expect("a deposit of a lot");
}

/// Withdraw so many smallest units of cash.
pub fn withdraw(account: &MarginAccountId, cash: Cash) -> DispatchResult {
	let entry = Entry::new(account.clone(), Rule::Withdraw).cash(-cash);
	Margin::book(Journal { cash_in: -cash, ..Journal::of(vec![entry]) })
}

/// `buyer` buys so many millionths from `seller` and pays `premium` smallest units.
pub fn trade(
	buyer: (&MarginAccountId, Rule),
	seller: (&MarginAccountId, Rule),
	series: Series,
	quantity: Quantity,
	premium: Cash,
) -> DispatchResult {
	Margin::book(Journal::of(vec![
		Entry::new(buyer.0.clone(), buyer.1).cash(-premium).position(series, quantity),
		Entry::new(seller.0.clone(), seller.1).cash(premium).position(series, -quantity),
	]))
}

/// The trade rule, near the mark.
pub const TRADE: Rule = Rule::Trade { near_mark: true };

pub fn account(id: &MarginAccountId) -> MarginAccount {
	Accounts::<Test>::get(id).expect("the account exists")
}

/// What the dampeners leave out of an account's tails, as it says itself.
pub fn tail(id: &MarginAccountId) -> u128 {
	account(id).tail.0
}

/// The next block, `ms` later.
pub fn block_after(ms: Moment) {
	next_block::<Test, AllPalletsWithSystem>(Weight::MAX, |_| Clock::advance(ms));
}

pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		let mut storage = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("a genesis of the system");
		GenesisConfig::<Test>::default()
			.assimilate_storage(&mut storage)
			.expect("a genesis of the ledger");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			Clock::set(START);
			MockPrices::reset();
			MockRestrictions::reset();
			MockPrices::set_spot(BTC, price(100_000));
			MockPrices::set_volatility(BTC, FixedU128::from_rational(60, 100));
			MockPrices::set_spot(ETH, price(4_000));
			MockPrices::set_volatility(ETH, FixedU128::from_rational(80, 100));
			FOLLOWS.with_borrow_mut(BTreeMap::clear);
			CAPPED.with_borrow_mut(BTreeMap::clear);
			CHAINS.with_borrow_mut(BTreeMap::clear);
			CUTS.with_borrow_mut(BTreeMap::clear);
			MEANS.with_borrow_mut(BTreeMap::clear);
			Haircuts::list(DOT, 10);
			Haircuts::set_peg(FixedU128::from_u32(1), PriceState::Valid);
		});
		ext
	}

	/// Run a test and check every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			Margin::do_try_state().expect("the invariants hold");
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> sp_io::TestExternalities {
	ExtBuilder.build()
}

thread_local! {
	/// Kinds that vaults cover, and how much of which cover went from whom to whom.
	pub static COVERED: RefCell<BTreeSet<CollateralId>> =
		const { RefCell::new(BTreeSet::new()) };
	/// What moved since the test began.
	pub static COVER_MOVES: RefCell<Vec<CoverMove>> =
		const { RefCell::new(Vec::new()) };
	/// Who has something in a vault.
	pub static FILLED_VAULT: RefCell<Option<MarginAccountId>> = const { RefCell::new(None) };
	/// Who can hold no more rights.
	pub static FULL_HOLDER: RefCell<Option<MarginAccountId>> =
		const { RefCell::new(None) };
}

/// Cover of a kind that went from one account to another.
pub type CoverMove = (CollateralId, MarginAccountId, MarginAccountId, u128);

/// Writes down what it is told.
pub struct MockCovers;

impl straddle_traits::LotCovers for MockCovers {
	fn covers(kind: CollateralId) -> bool {
		COVERED.with_borrow(|kinds| kinds.contains(&kind))
	}

	fn move_cover(
		kind: CollateralId,
		from: &MarginAccountId,
		to: &MarginAccountId,
		amount: u128,
		_: bool,
	) -> DispatchResult {
		if FULL_HOLDER.with_borrow(|full| full.as_ref() == Some(to)) {
			return Err(DispatchError::Exhausted);
		}
		COVER_MOVES.with_borrow_mut(|moves| moves.push((kind, from.clone(), to.clone(), amount)));
		Ok(())
	}

	fn weight() -> Weight {
		Weight::from_parts(7, 0)
	}

	fn has_empty_vaults(account: &MarginAccountId) -> bool {
		FILLED_VAULT.with_borrow(|filled| filled.as_ref() != Some(account))
	}

	fn empty_weight() -> Weight {
		Weight::from_parts(3, 0)
	}
}

/// An account that owes, and what lots it has.
pub type Debt = (MarginAccountId, Vec<(CollateralId, u128)>);

thread_local! {
	/// Whose cash changed and was below zero, since the test began.
	pub static DEBTS: RefCell<Vec<Debt>> = const { RefCell::new(Vec::new()) };
}

/// Writes down what it is told.
pub struct MockDebts;

impl straddle_traits::OnDebt for MockDebts {
	fn on_debt(account: &MarginAccountId, lots: &[(CollateralId, u128)]) {
		DEBTS.with_borrow_mut(|debts| debts.push((account.clone(), lots.to_vec())));
	}
}
