// SPDX-License-Identifier: GPL-3.0-or-later

//! A runtime with a ledger that keeps accounts without valuing them. It lives in chain storage, so
//! that whatever is rolled back is rolled back there too.

use crate as pallet_options;
use crate::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{assert_ok, derive_impl, storage::unhashed, traits::Time};
use frame_system::{limits::BlockWeights, EnsureRoot, EnsureSignedBy};
use sp_runtime::{traits::IdentityLookup, BuildStorage, Perbill};
use std::cell::{Cell, RefCell};
use straddle_test_kit::{next_block, MockAuctions, MockPrices, MockRestrictions};
use straddle_traits::Work;

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
	pub type Options = pallet_options;
}

pub type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type BlockWeights = Weights;
	type DbWeight = frame_support::weights::constants::RocksDbWeight;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
}

frame_support::parameter_types! {
	/// Two seconds and ten MiB, as in the runtime.
	pub Weights: BlockWeights = BlockWeights::with_sensible_defaults(
		Weight::from_parts(2_000_000_000_000, 10 * 1024 * 1024),
		Perbill::from_percent(75),
	);
}

frame_support::ord_parameter_types! {
	pub const Guardian: AccountId32 = AccountId32::new([200; 32]);
}

impl Config for Test {
	type Time = Clock;
	type Prices = MockPrices;
	type Ledger = Bank;
	type Auctions = MockAuctions;
	type Restrictions = MockRestrictions;
	type TradableKinds = LocalKinds;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type RestrictOrigin = EnsureSignedBy<Guardian, AccountId32>;
	type ProofSize = MockProof;
	type WeightInfo = ();
}

/// What a node would say of the proof.
pub struct MockProof;

impl Get<Option<u64>> for MockProof {
	fn get() -> Option<u64> {
		let (told, by) = PROOF.get()?;
		PROOF.set(Some((told.saturating_add_signed(by), by)));
		Some(told)
	}
}

/// Each asking finds so many more bytes recorded; `None`: nothing is told.
pub fn set_proof(by: Option<i64>) {
	PROOF.set(by.map(|by| (u64::MAX / 2, by)));
}

/// Kinds below 10 lie here.
pub struct LocalKinds;

impl Contains<CollateralId> for LocalKinds {
	fn contains(kind: &CollateralId) -> bool {
		kind.0 < 10
	}
}

thread_local! {
	static NOW: Cell<Moment> = const { Cell::new(0) };
	static PROOF: Cell<Option<(u64, i64)>> = const { Cell::new(None) };
	static BOOKED: RefCell<Vec<Journal>> = const { RefCell::new(Vec::new()) };
	/// What valuing for a trade weighs.
	static WEIGHS: Cell<u64> = const { Cell::new(0) };
}

pub struct Clock;

impl Time for Clock {
	type Moment = u64;
	fn now() -> u64 {
		NOW.get()
	}
}

pub fn set_now(now: Moment) {
	NOW.set(now);
}

pub type Totals = (Quantity, Quantity, Cash, Cash);

#[derive(Clone, Decode, Default, Encode)]
pub struct Vaults {
	pub owners: BTreeMap<MarginAccountId, AccountId32>,
	/// Who may trade and not withdraw.
	pub delegates: BTreeSet<(MarginAccountId, AccountId32)>,
	pub cash: BTreeMap<MarginAccountId, Cash>,
	pub lots: BTreeMap<(MarginAccountId, CollateralId), i128>,
	pub positions: BTreeMap<MarginAccountId, BTreeMap<Series, Quantity>>,
	pub orders: BTreeMap<(MarginAccountId, Series), Totals>,
	pub places: BTreeMap<(MarginAccountId, OrderId), Place>,
	pub pots: BTreeMap<Pot, Cash>,
	pub marks: BTreeMap<Series, Money>,
	/// Cannot be valued.
	pub unmarked: BTreeSet<Series>,
	/// Of the stablecoin; none set: one USD.
	pub peg: Option<Reading>,
	/// Fail every check of a trade.
	pub failing: BTreeSet<MarginAccountId>,
	/// May trade and not rest.
	pub reducing: BTreeSet<MarginAccountId>,
	/// Have no room for another position.
	pub full: BTreeSet<MarginAccountId>,
	/// Cannot be booked at all.
	pub stuck: BTreeSet<MarginAccountId>,
}

/// The ledger of the tests.
pub struct Bank;

pub const SHORT: DispatchError = DispatchError::Other("below initial margin");
pub const FULL: DispatchError = DispatchError::Other("too many positions");
pub const CROWDED: DispatchError = DispatchError::Other("too many orders");
pub const STUCK: DispatchError = DispatchError::Other("stuck");

impl Bank {
	const KEY: &'static [u8] = b"mock/bank";

	pub fn get() -> Vaults {
		unhashed::get(Self::KEY).unwrap_or_default()
	}

	pub fn mutate<R>(change: impl FnOnce(&mut Vaults) -> R) -> R {
		let mut vaults = Self::get();
		let result = change(&mut vaults);
		unhashed::put(Self::KEY, &vaults);
		result
	}

	pub fn open(account: &MarginAccountId, owner: &AccountId32, cash: Cash) {
		Self::mutate(|vaults| {
			vaults.owners.insert(account.clone(), owner.clone());
			*vaults.cash.entry(account.clone()).or_default() += cash;
		});
	}

	pub fn set_failing(account: &MarginAccountId, failing: bool) {
		Self::mutate(|vaults| match failing {
			true => vaults.failing.insert(account.clone()),
			false => vaults.failing.remove(account),
		});
	}

	/// Let what is valued for a trade take so long.
	pub fn let_trades_weigh(ref_time: u64) {
		WEIGHS.set(ref_time);
	}

	pub fn set_peg(price: Price, state: PriceState) {
		let peg = Reading { price, state, ..Default::default() };
		Self::mutate(|vaults| vaults.peg = Some(peg));
	}

	pub fn set_mark(series: Series, usd: f64) {
		let mark = Money::from_inner((usd * 1e6) as i128 * 1_000_000_000_000);
		Self::mutate(|vaults| vaults.marks.insert(series, mark));
	}

	pub fn position(account: &MarginAccountId, series: &Series) -> Quantity {
		let positions = Self::get().positions;
		positions.get(account).and_then(|held| held.get(series)).copied().unwrap_or_default()
	}

	pub fn totals(account: &MarginAccountId, series: &Series) -> Totals {
		Self::get().orders.get(&(account.clone(), *series)).copied().unwrap_or_default()
	}

	/// All cash, in accounts and pots.
	pub fn all_cash() -> Cash {
		let vaults = Self::get();
		vaults.cash.values().sum::<Cash>() + vaults.pots.values().sum::<Cash>()
	}
}

impl Vaults {
	fn apply(&mut self, entry: &Entry) -> DispatchResult {
		let id = &entry.account;
		ensure!(!self.stuck.contains(id), STUCK);
		ensure!(self.owners.contains_key(id), DispatchError::Other("no account"));
		match entry.rule {
			Rule::Credit => {
				let still = entry.cash >= 0 && entry.positions.is_empty();
				let shrinks = entry.orders.iter().all(|(_, by)| by.buy <= 0 && by.sell <= 0);
				let shrinks = shrinks && entry.rests.is_empty();
				ensure!(still && shrinks, DispatchError::Other("not a credit"));
			},
			Rule::Trade { .. } => {
				ensure!(!MockAuctions::in_auction(id), DispatchError::Other("in auction"));
				ensure!(!self.failing.contains(id), SHORT);
				let rests = entry.orders.iter().any(|(_, by)| by.buy > 0 || by.sell > 0);
				ensure!(!rests || !self.reducing.contains(id), SHORT);
			},
			_ => {},
		}
		*self.cash.entry(id.clone()).or_default() += entry.cash;
		for (kind, by) in &entry.lots {
			let lot = self.lots.entry((id.clone(), *kind)).or_default();
			*lot += by;
			ensure!(*lot >= 0, DispatchError::Other("too few tokens"));
		}
		for (series, by) in &entry.positions {
			let held = self.positions.entry(id.clone()).or_default();
			ensure!(held.contains_key(series) || !self.full.contains(id), FULL);
			let after = held.get(series).copied().unwrap_or_default() + by;
			match after {
				0 => held.remove(series),
				_ => held.insert(*series, after),
			};
		}
		for (series, by) in &entry.orders {
			let key = (id.clone(), *series);
			let (buy, sell, cost, proceeds) = self.orders.get(&key).copied().unwrap_or_default();
			let after =
				(buy + by.buy, sell + by.sell, cost + by.buy_cost, proceeds + by.sell_proceeds);
			assert!(after.0 >= 0 && after.1 >= 0, "more orders released than booked");
			assert!(after.0 > 0 || after.2 == 0, "cost without quantity");
			assert!(after.1 > 0 || after.3 == 0, "proceeds without quantity");
			match after {
				(0, 0, 0, 0) => self.orders.remove(&key),
				_ => self.orders.insert(key, after),
			};
		}
		for (order, place) in &entry.gone {
			let rested = self.places.remove(&(id.clone(), *order));
			assert_eq!(rested, Some(*place), "an order that did not rest there is gone");
		}
		for (order, place) in &entry.rests {
			let twice = self.places.insert((id.clone(), *order), *place);
			assert_eq!(twice, None, "an order rests twice");
		}
		let resting = self.places.keys().filter(|(account, _)| account == id).count();
		ensure!(resting <= MAX_ORDERS as usize, CROWDED);
		Ok(())
	}
}

impl Ledger<AccountId32> for Bank {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Self::get().owners.get(account).cloned()
	}

	fn get_or_open(_: &AccountId32, _: u32) -> Result<MarginAccountId, DispatchError> {
		unimplemented!("options opens no accounts")
	}

	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		let may = Self::get().delegates.contains(&(account.clone(), who.clone()));
		if may {
			return Ok(());
		}
		Self::ensure_may_withdraw(account, who)
	}

	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		ensure!(Self::owner(account).as_ref() == Some(who), DispatchError::BadOrigin);
		Ok(())
	}

	fn cash(account: &MarginAccountId) -> Cash {
		Self::get().cash.get(account).copied().unwrap_or_default()
	}

	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)> {
		let lots = Self::get().lots.into_iter().filter(|((id, _), _)| id == account);
		lots.map(|((_, kind), amount)| (kind, amount.unsigned_abs())).collect()
	}

	fn positions(account: &MarginAccountId) -> Vec<(Series, Quantity)> {
		Self::get().positions.remove(account).unwrap_or_default().into_iter().collect()
	}

	fn position(account: &MarginAccountId, series: &Series) -> (Quantity, u32) {
		let vaults = Self::get();
		let held = vaults.positions.get(account).map_or(0, |held| held.len());
		let orders = vaults.orders.keys().filter(|(id, _)| id == account).count();
		(Self::position(account, series), (held + orders) as u32)
	}

	fn orders(account: &MarginAccountId) -> Vec<(OrderId, Place)> {
		let places = Self::get().places.into_iter();
		places.filter(|((id, _), _)| id == account).map(|((_, order), at)| (order, at)).collect()
	}

	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)> {
		Self::get().places.into_iter().map(|((id, order), place)| (id, order, place)).collect()
	}

	fn pot(pot: Pot) -> Cash {
		Self::get().pots.get(&pot).copied().unwrap_or_default()
	}

	fn payable_cash() -> Cash {
		unimplemented!("options pays nothing out")
	}

	fn withdrawable_cash_in(_: &mut (), _: &MarginAccountId) -> Cash {
		unimplemented!("options pays nothing out")
	}

	fn holders(
		underlying: UnderlyingId,
		expiry: Moment,
		after: Option<&MarginAccountId>,
		limit: u32,
	) -> Vec<MarginAccountId> {
		let holds = |held: &BTreeMap<Series, Quantity>| {
			held.keys().any(|series| (series.underlying, series.expiry) == (underlying, expiry))
		};
		Self::get()
			.positions
			.into_iter()
			.filter(|(id, held)| holds(held) && after.is_none_or(|after| id > after))
			.map(|(id, _)| id)
			.take(limit as usize)
			.collect()
	}

	fn book_in(_: &mut (), journal: Journal) -> Result<(), Refused> {
		assert_eq!(journal.ensure_balanced(), Ok(()));
		let mut vaults = Self::get();
		for (nth, entry) in journal.entries.iter().enumerate() {
			vaults.apply(entry).map_err(|error| Refused { error, entry: Some(nth) })?;
		}
		for (pot, by) in &journal.pots {
			*vaults.pots.entry(*pot).or_default() += by;
		}
		for (series, _) in &journal.settled {
			let price = MockPrices::settlement(series.underlying, series.expiry);
			ensure!(price.is_some(), Refused::from(DispatchError::Other("not settled")));
		}
		unhashed::put(Self::KEY, &vaults);
		BOOKED.with_borrow_mut(|booked| booked.push(journal));
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId32, index: u32, cash: Cash) -> MarginAccountId {
		let account = MarginAccountId::derive(&Default::default(), owner, index);
		Self::open(&account, owner, cash);
		account
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, _: u32, positions: u32, _: bool) {
		let series = |n: u32| Series { underlying: UnderlyingId(n as u16), ..call(1) };
		let held = (1..=positions).map(|n| (series(n), CONTRACT)).collect();
		Self::mutate(|vaults| vaults.positions.insert(account.clone(), held));
	}
}

impl Risk for Bank {
	type Session = ();

	fn session() {}

	/// A valuation for each trade of the test.
	fn work(_: &()) -> Work {
		let trades = booked().into_iter().filter(|journal| journal.entries.len() > 1).count();
		Work { valuations: trades as u32, ..Work::default() }
	}

	fn work_weight(work: &Work) -> Weight {
		Weight::from_parts(WEIGHS.get(), 0).saturating_mul(work.valuations.into())
	}

	fn assess_in(_: &mut (), _: &MarginAccountId, _: Lens) -> Result<Assessment, DispatchError> {
		Ok(Assessment::default())
	}

	/// What a test set, else 10 USD.
	fn mark_in(
		_: &mut (),
		series: &Series,
		lens: Lens,
	) -> Result<(Money, PriceState), DispatchError> {
		let vaults = Self::get();
		ensure!(!vaults.unmarked.contains(series), DispatchError::Other("no mark"));
		let mark = vaults.marks.get(series).copied();
		let state = MockPrices::spot(series.underlying, lens).state;
		Ok((mark.unwrap_or(Money::from_u32(10)), state))
	}

	fn cash_unit() -> u128 {
		USD.unsigned_abs()
	}

	fn peg() -> Reading {
		let one =
			Reading { price: Price::from_u32(1), state: PriceState::Valid, ..Default::default() };
		Self::get().peg.unwrap_or(one)
	}
}

/// Journals booked so far.
pub fn booked() -> Vec<Journal> {
	BOOKED.with_borrow(Clone::clone)
}

pub const U: UnderlyingId = UnderlyingId(0);
/// Midnight; the nearest expiry is at eight.
pub const START: Moment = 20_000 * DAY_MS;
pub const EXPIRY: Moment = START + 8 * HOUR_MS;
/// Smallest units of one USD.
pub const USD: Cash = 1_000_000;

pub fn market() -> Market {
	Market {
		calendar: Calendar { period_ms: DAY_MS, offset_ms: 8 * HOUR_MS, count: 2 },
		long_dates: LongDates::default(),
		strike_step: StrikeStep::Fixed(Strike::usd(100)),
		strikes_each_side: 2,
		tick: USD / 100,
		lot: CONTRACT / 100,
		bands: Default::default(),
		minimum: CONTRACT / 10,
		fees: Fees {
			taker: Permill::from_parts(300),
			maker: Permill::from_parts(100),
			cap: Permill::from_parts(125_000),
		},
		open_interest_cap: 1_000 * CONTRACT as u64,
		state: MarketState::Open,
	}
}

pub fn call(strike: u64) -> Series {
	Series { underlying: U, expiry: EXPIRY, strike: Strike::usd(strike), kind: Kind::Call }
}

pub fn put(strike: u64) -> Series {
	Series { kind: Kind::Put, ..call(strike) }
}

pub fn future() -> Series {
	Series { kind: Kind::Future, ..call(1_000) }
}

pub fn owner(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

pub fn account(n: u8) -> MarginAccountId {
	MarginAccountId(AccountId32::new([n; 32]))
}

pub fn run_block(now: Moment) {
	next_block::<Test, AllPalletsWithSystem>(Weight::MAX, |_| set_now(now));
}

/// With a keystore, in which benchmarks make signers' keys.
pub fn with_keystore(storage: sp_runtime::Storage) -> sp_io::TestExternalities {
	let mut ext = sp_io::TestExternalities::new(storage);
	let keystore = sp_keystore::testing::MemoryKeystore::new();
	ext.register_extension(sp_keystore::KeystoreExt::new(keystore));
	ext
}

pub struct ExtBuilder {
	market: Market,
	params: Params,
	accounts: u8,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { market: market(), params: Params::default(), accounts: 4 }
	}
}

impl ExtBuilder {
	pub fn market(mut self, change: impl FnOnce(&mut Market)) -> Self {
		change(&mut self.market);
		self
	}

	pub fn params(mut self, change: impl FnOnce(&mut Params)) -> Self {
		change(&mut self.params);
		self
	}

	pub fn accounts(mut self, accounts: u8) -> Self {
		self.accounts = accounts;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		MockPrices::reset();
		MockRestrictions::reset();
		for n in 0..=u8::MAX {
			MockAuctions::set(&account(n), false);
		}
		BOOKED.with_borrow_mut(Vec::clear);
		WEIGHS.set(0);
		set_now(START);
		set_proof(None);
		let storage = RuntimeGenesisConfig {
			options: pallet_options::GenesisConfig {
				params: self.params,
				markets: vec![(U, self.market)],
				..Default::default()
			},
			..Default::default()
		};
		let mut ext = with_keystore(storage.build_storage().unwrap());
		ext.execute_with(|| {
			System::set_block_number(1);
			MockPrices::set_spot(U, Price::from_u32(1_000));
			MockPrices::set_volatility(U, FixedU128::from_rational(1, 2));
			for n in 1..=self.accounts {
				Bank::open(&account(n), &owner(n), 1_000_000 * USD);
			}
			run_block(START);
			run_block(START);
		});
		ext
	}

	/// Run a test; then every invariant holds, the ledger's sums with it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		let mut ext = self.build();
		ext.execute_with(|| {
			let cash = Bank::all_cash();
			test();
			assert_eq!(Bank::all_cash(), cash, "cash was made or lost");
			assert_sound();
		});
	}
}

/// Every invariant holds, and the ledger's aggregates are what rests.
pub fn assert_sound() {
	assert_ok!(Options::do_try_state());
	let mut sums = BTreeMap::<(MarginAccountId, Series), Totals>::new();
	for (series, slot, queue) in Queues::<Test>::iter() {
		for order in queue.into_iter().filter(|order| !order.terms.is_quote) {
			let place = slot.place(series);
			let by = book::change(&place, 0, order.remaining).unwrap();
			let sum = sums.entry((order.account, series)).or_default();
			sum.0 += by.buy;
			sum.1 += by.sell;
			sum.2 += by.buy_cost;
			sum.3 += by.sell_proceeds;
		}
	}
	assert_eq!(Bank::get().orders, sums, "the ledger counts other orders than rest");
	// Longs are shorts, unless a sweep is on its way through them.
	let mut contracts = BTreeMap::<Series, i128>::new();
	for held in Bank::get().positions.into_values() {
		for (series, quantity) in held {
			*contracts.entry(series).or_default() += i128::from(quantity);
		}
	}
	for (series, sum) in contracts {
		let swept = Settling::<Test>::contains_key((series.underlying, series.expiry));
		assert!(sum == 0 || swept, "longs are not shorts in {series:?}");
	}
}

/// An order that the tests place, prices in cents per contract, quantities in hundredths.
pub fn place_as(
	n: u8,
	series: Series,
	side: Side,
	quantity: i64,
	cents: i128,
	time_in_force: TimeInForce,
	reduce_only: bool,
) -> Result<OrderId, DispatchError> {
	let id = NextOrderId::<Test>::get();
	let (quantity, price) = (quantity * (CONTRACT / 100), cents * (USD / 100));
	let origin = RuntimeOrigin::signed(owner(n));
	frame_support::storage::with_storage_layer(|| {
		Options::place_order(
			origin,
			account(n),
			series,
			side,
			quantity,
			price,
			time_in_force,
			reduce_only,
		)
		.map_err(|failed| failed.error)
	})?;
	Ok(id)
}

/// A plain limit order.
pub fn place(n: u8, series: Series, side: Side, quantity: i64, cents: i128) -> OrderId {
	let result = place_as(n, series, side, quantity, cents, TimeInForce::GoodTilCancelled, false);
	result.unwrap()
}

pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Options(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Orders cancelled so far, with the reasons.
pub fn cancelled() -> Vec<(OrderId, CancelReason)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::OrderCancelled { id, reason, .. } => Some((id, reason)),
			_ => None,
		})
		.collect()
}

/// Trades so far: maker's order, price in cents, quantity in hundredths.
pub fn trades() -> Vec<(OrderId, i128, i64)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::Traded { maker_order, price, quantity, .. } => {
				Some((maker_order, price / (USD / 100), quantity / (CONTRACT / 100)))
			},
			_ => None,
		})
		.collect()
}

/// A side's levels, best first: price in cents, quantity in hundredths, orders.
pub fn levels(series: Series, side: Side) -> Vec<(i128, i64, u8)> {
	let book = Options::order_book(series, u32::MAX);
	let levels = match side {
		Side::Buy => book.bids,
		Side::Sell => book.asks,
	};
	let view =
		|level: Level| (level.price / (USD / 100), level.total / (CONTRACT / 100), level.orders);
	levels.into_iter().map(view).collect()
}
