// SPDX-License-Identifier: GPL-3.0-or-later

//! The market on the real ledger, with real margins.

mod charges;

use crate as pallet_options;
use crate::{
	mock::{market, set_now, with_keystore, Clock, MockProof, Weights, EXPIRY, START, U, USD},
	*,
};
use frame_support::{assert_ok, derive_impl, traits::Everything};
use frame_system::EnsureRoot;
use sp_runtime::{traits::IdentityLookup, BuildStorage};
use straddle_test_kit::{next_block, MockAuctions, MockPrices, MockRestrictions};
use straddle_traits::{CollateralCredit, KindDrivers};
use CancelReason::*;
use Side::{Buy, Sell};
use TimeInForce::*;

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
	pub struct Chain;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(2)]
	pub type Options = pallet_options;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Chain {
	type Block = frame_system::mocking::MockBlock<Chain>;
	type BlockWeights = Weights;
	type AccountId = AccountId32;
	type Lookup = IdentityLookup<AccountId32>;
}

impl pallet_margin::Config for Chain {
	type Time = Clock;
	type Prices = MockPrices;
	type Collateral = Stable;
	type Auctions = MockAuctions;
	type Restrictions = MockRestrictions;
	type CashMeans = ();
	type Covers = ();
	type OnDebt = ();
	type OnOpened = ();
	type OnClosed = Options;
	type Ladder = ();
	type RiskOrigin = EnsureRoot<AccountId32>;
	type WeightInfo = ();
}

impl Config for Chain {
	type Time = Clock;
	type Prices = MockPrices;
	type Ledger = Margin;
	type Auctions = MockAuctions;
	type Restrictions = MockRestrictions;
	type TradableKinds = Everything;
	type RiskOrigin = EnsureRoot<AccountId32>;
	type RestrictOrigin = EnsureRoot<AccountId32>;
	type ProofSize = MockProof;
	type WeightInfo = ();
}

/// Cash alone, worth a dollar.
pub struct Stable;

impl CollateralCredit for Stable {
	type Session = ();

	fn credit_in(
		_: &mut (),
		_: CollateralId,
		_: u128,
		_: Lens,
	) -> Result<LotCredit, DispatchError> {
		Err(DispatchError::Other("not listed"))
	}

	fn units_in(
		_: &mut (),
		_: CollateralId,
		_: u128,
		_: Lens,
	) -> Result<Option<LotUnits>, DispatchError> {
		Err(DispatchError::Other("not listed"))
	}

	fn drivers_in(_: &mut (), _: CollateralId, _: Moment) -> Result<KindDrivers, DispatchError> {
		Err(DispatchError::Other("not listed"))
	}

	fn cash_unit() -> u128 {
		USD as u128
	}

	fn cash_feed() -> Option<FeedId> {
		Some(FeedId(0))
	}

	fn peg() -> Reading {
		Reading { price: Price::from_u32(1), state: PriceState::Valid, ..Default::default() }
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> Vec<CollateralId> {
		Vec::new()
	}
}

pub fn owner(n: u8) -> AccountId32 {
	AccountId32::new([n; 32])
}

pub fn id(n: u8) -> MarginAccountId {
	MarginAccountId::derive(&System::block_hash(0), &owner(n), 0)
}

fn series(strike: u64, kind: Kind) -> Series {
	Series { underlying: U, expiry: EXPIRY, strike: Strike::usd(strike), kind }
}

fn call() -> Series {
	series(1_000, Kind::Call)
}

fn future() -> Series {
	series(1_000, Kind::Future)
}

fn set_spot(usd: u32) {
	MockPrices::set_spot(U, Price::from_u32(usd));
}

fn block(now: Moment) {
	next_block::<Chain, AllPalletsWithSystem>(Weight::MAX, |_| set_now(now));
}

fn order(
	n: u8,
	series: Series,
	side: Side,
	contracts: i64,
	usd: i128,
	kind: TimeInForce,
) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		let (quantity, price) = (contracts * CONTRACT, usd * USD);
		let origin = RuntimeOrigin::signed(owner(n));
		Options::place_order(origin, id(n), series, side, quantity, price, kind, false)
			.map_err(|failed| failed.error)
	})?;
	Ok(())
}

fn position(n: u8, series: Series) -> Quantity {
	let held = <Margin as Ledger<AccountId32>>::positions(&id(n));
	held.into_iter().find(|(one, _)| *one == series).map_or(0, |(_, quantity)| quantity)
}

fn cancelled() -> Vec<(OrderId, CancelReason)> {
	let reason = |event| match event {
		RuntimeEvent::Options(Event::OrderCancelled { id, reason, .. }) => Some((id, reason)),
		_ => None,
	};
	System::events().into_iter().filter_map(|record| reason(record.event)).collect()
}

/// An account with 1,000 USD.
pub fn open(n: u8) {
	Margin::create_account(RuntimeOrigin::signed(owner(n)), 0).unwrap();
	let entry = Entry::new(id(n), Rule::Credit).cash(1_000 * USD);
	let deposit = Journal { cash_in: 1_000 * USD, ..Journal::of(vec![entry]) };
	<Margin as Ledger<AccountId32>>::book(deposit).unwrap();
}

/// Four accounts with 1,000 USD each; the underlying at 1,000 USD, volatility 50 %.
pub fn build() -> sp_io::TestExternalities {
	build_with(market())
}

/// The same in another market.
pub fn build_with(market: Market) -> sp_io::TestExternalities {
	MockPrices::reset();
	for n in 1..=4 {
		MockAuctions::set(&MarginAccountId(owner(n)), false);
	}
	set_now(START);
	let storage = RuntimeGenesisConfig {
		options: pallet_options::GenesisConfig {
			params: Params::default(),
			markets: vec![(U, market)],
			..Default::default()
		},
		..Default::default()
	};
	let mut ext = with_keystore(storage.build_storage().unwrap());
	ext.execute_with(|| {
		System::set_block_number(1);
		set_spot(1_000);
		MockPrices::set_volatility(U, FixedU128::from_rational(1, 2));
		(1..=4).for_each(open);
		block(START);
		block(START);
	});
	ext
}

fn execute(test: impl FnOnce()) {
	build().execute_with(|| {
		test();
		assert_sound();
	});
}

fn assert_sound() {
	assert_ok!(Options::do_try_state());
	#[cfg(feature = "try-runtime")]
	assert_ok!(Margin::do_try_state());
	// The ledger's aggregates are what rests.
	for n in 1..=4 {
		let mut sums = alloc::collections::BTreeMap::<Series, OrderChange>::new();
		for view in Options::orders_of(id(n)) {
			let by = book::change(&view.place, 0, view.remaining).unwrap();
			let sum = sums.entry(view.place.series).or_default();
			sum.buy += by.buy;
			sum.sell += by.sell;
			sum.buy_cost += by.buy_cost;
			sum.sell_proceeds += by.sell_proceeds;
		}
		let account = pallet_margin::Accounts::<Chain>::get(id(n)).unwrap();
		let booked = account.orders.into_iter().map(|(series, totals)| {
			let pallet_margin::OrderTotals { buy, sell, buy_cost, sell_proceeds } = totals.totals;
			(series, OrderChange { buy, sell, buy_cost, sell_proceeds })
		});
		assert_eq!(booked.collect::<Vec<_>>(), sums.into_iter().collect::<Vec<_>>());
	}
}

#[test]
fn a_trade_and_its_settlement_on_the_real_ledger() {
	execute(|| {
		assert_ok!(order(1, call(), Sell, 2, 8, GoodTilCancelled));
		assert_ok!(order(2, call(), Buy, 1, 9, GoodTilCancelled));
		assert_ok!(order(3, future(), Buy, 1, 0, GoodTilCancelled));
		assert_ok!(order(1, future(), Sell, 1, 0, ImmediateOrCancel));
		assert_sound();
		assert_eq!([1, 2].map(|n| position(n, call())), [-CONTRACT, CONTRACT]);
		let cash = |n| <Margin as Ledger<AccountId32>>::cash(&id(n));
		let before = [1, 2, 3].map(cash);
		MockPrices::settle(U, EXPIRY, Price::from_u32(1_010));
		block(EXPIRY);
		let moved = [1, 2, 3].map(|n| cash(n) - before[usize::from(n) - 1]);
		assert_eq!(moved, [-20 * USD, 10 * USD, 10 * USD]);
		assert!(!Listings::<Chain>::contains_key((U, EXPIRY)));
		// The order that rested is gone with its aggregate.
		assert_eq!(cancelled(), [(0, Expired)]);
	});
}

#[test]
fn a_maker_below_his_margin_is_skipped_and_a_taker_below_his_is_refused() {
	execute(|| {
		// 1 sells what he can carry; the rest rests.
		assert_ok!(order(1, future(), Sell, 4, 0, GoodTilCancelled));
		assert_ok!(order(2, future(), Buy, 4, 0, GoodTilCancelled));
		assert_ok!(order(1, future(), Sell, 3, 1, GoodTilCancelled));
		assert_ok!(order(3, future(), Sell, 1, 170, GoodTilCancelled));
		// The forward rises by 17 %: 1 has lost 680 and needs more.
		set_spot(1_170);
		assert_ok!(order(4, future(), Buy, 1, 170, GoodTilCancelled));
		assert_eq!(cancelled(), [(2, MakerFailed)]);
		assert_eq!([1, 3, 4].map(|n| position(n, future()) / CONTRACT), [-4, -1, 1]);
		assert_sound();
		// As a taker he is refused, and the maker keeps his order.
		assert_ok!(order(3, future(), Buy, 1, 170, GoodTilCancelled));
		assert_ok!(order(4, call(), Sell, 1, 400, PostOnly));
		let refused = order(1, future(), Sell, 1, 170, ImmediateOrCancel);
		assert!(matches!(refused, Err(DispatchError::Module(e)) if e.index == 1), "{refused:?}");
		assert_eq!(cancelled().len(), 1);
		assert_eq!(Options::orders_of(id(3)).len(), 1);
		// Closing is allowed below the margin, near the mark.
		assert_ok!(order(4, future(), Sell, 1, 171, GoodTilCancelled));
		assert_ok!(order(1, future(), Buy, 1, 171, ImmediateOrCancel));
		assert_eq!(position(1, future()), -3 * CONTRACT);
	});
}

#[test]
fn below_the_margin_an_order_reduces_as_far_as_it_goes_and_does_not_rest() {
	execute(|| {
		assert_ok!(order(1, future(), Sell, 4, 0, GoodTilCancelled));
		assert_ok!(order(2, future(), Buy, 4, 0, GoodTilCancelled));
		set_spot(1_170);
		assert_ok!(order(3, future(), Sell, 1, 170, GoodTilCancelled));
		// Nothing is filled: refused by the ledger.
		let refused = order(1, future(), Buy, 2, 169, GoodTilCancelled);
		assert!(matches!(refused, Err(DispatchError::Module(e)) if e.index == 1), "{refused:?}");
		assert_eq!(position(1, future()), -4 * CONTRACT);
		let last = NextOrderId::<Chain>::get();
		assert_ok!(order(1, future(), Buy, 2, 170, GoodTilCancelled));
		assert_eq!(position(1, future()), -3 * CONTRACT);
		assert_eq!(cancelled(), [(last, MayNotRest)]);
		assert_eq!(Options::orders_of(id(1)), []);
	});
}

#[test]
fn an_order_prices_each_series_once() {
	execute(|| {
		let series = [800, 900].map(|strike| series(strike, Kind::Put));
		for one in series {
			assert_ok!(order(1, one, Buy, 1, 1, GoodTilCancelled));
			assert_ok!(order(2, one, Sell, 1, 1, ImmediateOrCancel));
		}
		for n in 0..3 {
			assert_ok!(order(2 + n, call(), Sell, 1, 8 + i128::from(n), GoodTilCancelled));
		}
		let before = MockPrices::asked();
		assert_ok!(order(1, call(), Buy, 3, 10, FillOrKill));
		assert_eq!(position(1, call()), 3 * CONTRACT);
		// Two puts, which 1 is long of and 2 is short of, and the call; once more for the age of its prices.
		assert_eq!(MockPrices::asked() - before, 4);
	});
}

#[test]
fn signed_orders_of_a_future_go_one_by_one_and_in_an_auction() {
	execute(|| {
		for usd in [2, -3, 0, -1] {
			assert_ok!(order(1, future(), Buy, 1, usd, GoodTilCancelled));
			assert_ok!(order(1, future(), Sell, 1, usd + 10, GoodTilCancelled));
			assert_sound();
		}
		for order in [0, 1, 2] {
			assert_ok!(Options::cancel_order(RuntimeOrigin::signed(owner(1)), id(1), order));
			assert_sound();
		}
		assert_ok!(<Options as OnAuction>::on_auction(&id(1)));
		let account = pallet_margin::Accounts::<Chain>::get(id(1)).unwrap();
		assert!(account.orders.is_empty());
	});
}

#[test]
fn settlement_takes_an_account_in_auction_and_into_debt() {
	execute(|| {
		assert_ok!(order(1, future(), Sell, 4, 0, GoodTilCancelled));
		assert_ok!(order(2, future(), Buy, 4, 0, GoodTilCancelled));
		MockAuctions::set(&id(1), true);
		MockPrices::settle(U, EXPIRY, Price::from_u32(1_500));
		block(EXPIRY);
		let cash = |n| <Margin as Ledger<AccountId32>>::cash(&id(n));
		assert!(cash(1) < -1_000 * USD);
		assert!(cash(2) > 2_990 * USD);
		MockAuctions::set(&id(1), false);
	});
}

#[test]
fn gains_are_measured_by_the_premium_without_fees_and_by_the_payoff() {
	execute(|| {
		assert_ok!(order(1, call(), Sell, 2, 8, GoodTilCancelled));
		assert_ok!(order(2, call(), Buy, 2, 9, GoodTilCancelled));
		let cash = |n| <Margin as Ledger<AccountId32>>::cash(&id(n));
		assert!(cash(1) < 1_016 * USD && cash(2) < 984 * USD, "both pay fees");
		let gain = |n| Margin::loss_share(id(n), U).unwrap().gain;
		let (mark, _) = <Margin as Risk>::mark(&call(), Lens::Latest).unwrap();
		let worth = 2 * mark.into_inner() / 1_000_000_000_000;
		assert_eq!(gain(2), worth - 16 * USD);
		assert!((gain(1) + gain(2)).abs() <= 1);
		// The expiry is a daily mark: what it pays was gained the day before.
		MockPrices::settle(U, EXPIRY, Price::from_u32(1_010));
		set_now(EXPIRY);
		assert!((gain(1) + 4 * USD).abs() <= 1 && (gain(2) - 4 * USD).abs() <= 1);
		block(EXPIRY);
		assert_eq!((position(1, call()), position(2, call())), (0, 0));
		assert_eq!((gain(1), gain(2)), (0, 0));
	});
}
