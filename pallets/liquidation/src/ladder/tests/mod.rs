// SPDX-License-Identifier: GPL-3.0-or-later

//! The ladder on model accounts (`model.rs`).

mod costs;
mod filing;
mod invariants;
mod markets;
mod measuring;
mod refiling;
mod sweeping;

use super::{model::*, types::*};
use crate::{
	costs::{each, Size},
	mock::*,
	*,
};
use codec::Encode;
use frame_support::{
	traits::{OnIdle, OnPoll},
	weights::{Weight, WeightMeter},
};
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::{AuctionStatus, DriverId, Ladder, Prices, Watch};

pub const F: DriverId = DriverId::Forward(BTC);
pub const S: DriverId = DriverId::Deviation(BTC);

/// All prices of a test, each of this moment.
#[derive(Clone, Debug)]
pub struct Market {
	pub spot: [f64; 2],
	pub volatility: [f64; 2],
	pub peg: f64,
	pub other: f64,
	/// Of everything that is written on the first underlying.
	pub state: PriceState,
	pub other_state: PriceState,
	/// When the other collateral's last round was.
	pub other_at: Moment,
}

impl Default for Market {
	fn default() -> Self {
		let (state, other_state) = (PriceState::Valid, PriceState::Valid);
		let (spot, volatility, peg, other) = ([100.0, 10.0], [0.6, 0.8], 1.0, 5.0);
		Self { spot, volatility, peg, other, state, other_state, other_at: START }
	}
}

impl Market {
	pub fn put(&self) {
		let price = |price: f64| Price::from_inner((price * 1e18) as u128);
		let valid = PriceState::Valid;
		let reading =
			|at, value, state| Reading { price: price(value), state, at, ..Default::default() };
		for (n, underlying) in [BTC, ETH].into_iter().enumerate() {
			let state = if n == 0 { self.state } else { valid };
			MockPrices::set_volatility(underlying, price(self.volatility[n]));
			MockPrices::set_spot_reading(underlying, reading(now(), self.spot[n], state));
			MockPrices::set_state(underlying, state);
		}
		MockPrices::set_feed_reading(PEG, reading(now(), self.peg, valid));
		let other_at = if self.other_state == valid { now() } else { self.other_at };
		MockPrices::set_feed_reading(OTHER, reading(other_at, self.other, self.other_state));
	}
}

/// A chain on which the first block has been.
pub fn ladder(test: impl FnOnce(Market)) {
	ExtBuilder::default().build_and_execute(|| {
		let market = Market::default();
		block(6_000, &market);
		test(market);
	});
}

/// A block that is so much later, with these prices from its beginning on, and all the room there is.
pub fn block(ms: u64, market: &Market) {
	block_with(ms, market, BLOCK, BLOCK);
}

thread_local! {
	/// The invariants are checked in one block of so many.
	pub static CHECKED: std::cell::Cell<u64> = const { std::cell::Cell::new(1) };
}

/// The same with so much left in it for `on_poll` and `on_idle`.
pub fn block_with(ms: u64, market: &Market, poll: Weight, idle: Weight) {
	System::set_block_number(System::block_number() + 1);
	System::reset_events();
	MockTime::set(now() + ms);
	market.put();
	Liquidation::on_poll(System::block_number(), &mut WeightMeter::with_limit(poll));
	let used = Liquidation::on_idle(System::block_number(), idle);
	assert!(used.all_lte(idle), "on_idle used more than there was");
	if System::block_number().is_multiple_of(CHECKED.get()) {
		assert_eq!(unseen(Liquidation::do_try_state), Ok(()));
	}
	assert_eq!(missed().len(), 0, "a full scan finds more");
}

/// What looking at some accounts needs of a block, and what it leaves of the proof.
pub fn lean(looks: u64) -> Weight {
	let size = Size { underlyings: 2, expiries: 2, positions: 2, lots: 1, ..Size::default() };
	let filed = <() as WeightInfo>::ladder_file(8);
	let most = Liquidation::look_weight(size) + Liquidation::most_start_weight(size).max(filed);
	let base = Liquidation::first_weight() + <() as WeightInfo>::ladder_odometers(10) + most;
	base + (each(<() as WeightInfo>::ladder_look) + filed).saturating_mul(looks) + kept()
}

/// What hooks leave of a block's proof.
pub fn kept() -> Weight {
	Weight::from_parts(0, BLOCK.proof_size() / 20 * 3)
}

/// Accounts that fail although nothing says that they have to be looked at. None while the odometers are
/// of another time: in such a block there is no weight to look at anybody.
pub fn missed() -> Vec<MarginAccountId> {
	let odometers = OdometerList::<Test>::get();
	if odometers.at != now() {
		return vec![];
	}
	let pass = AllAccounts::<Test>::get();
	let is_due = |rail, rung| odometers.due_rung(rail, now()).is_some_and(|last| rung <= last);
	let fails = |account: &MarginAccountId| {
		let model = get(account).unwrap();
		let filed = MockLedger::filed(account);
		let due = filed.dues.iter().any(|(driver, rung)| is_due(Rail::Driver(*driver), *rung));
		let timed = filed.time != 0 && is_due(Rail::Time, filed.time);
		let waits = filed.dues.is_empty() && pass.is_waiting(account);
		let known = filed.hot || due || timed || waits || Liquidation::in_auction(account);
		!known
			&& !Deficits::<Test>::contains_key(account)
			&& model.state().allows(PriceUse::Flag)
			&& model.excess().is_some_and(|excess| excess < 0)
	};
	let all = MockLedger::accounts_after(None, u32::MAX);
	all.into_iter().filter(|account| fails(account)).collect()
}

/// Long `delta` contracts of the first underlying.
pub fn leg(delta: f64) -> Leg {
	let (underlying, strike) = (BTC, Strike::usd(100));
	let expiry = START + 60 * DAY_MS;
	Leg { underlying, expiry, strike, delta: wad(delta), straddles: 0, vega: 0 }
}

/// An account with these legs and so many USD of headroom.
pub fn account(n: u32, legs: Vec<Leg>, headroom: f64) -> MarginAccountId {
	let opened = trade(&id(n), |model| {
		*model = Model { legs, since: now(), ..Default::default() };
		let peg = float(ShapedPrices::reading(PEG, Lens::Latest).price);
		let missing = headroom - model.excess().unwrap() as f64 / 1e18;
		model.cash = wad(missing / peg) + 1;
	});
	assert!(opened, "it fails from the beginning");
	id(n)
}

pub fn filed(account: &MarginAccountId) -> straddle_traits::Filed {
	MockLedger::filed(account)
}

pub fn reading(driver: DriverId) -> u64 {
	OdometerList::<Test>::get().get(driver).map_or(0, |odometer| odometer.reading)
}

/// Bring the odometers to now and look at nothing.
pub fn measure(ms: u64, market: &Market) {
	MockTime::set(now() + ms);
	market.put();
	assert!(Liquidation::advance_odometers(&mut WeightMeter::new()));
}

pub fn in_auction(account: &MarginAccountId) -> bool {
	Liquidation::in_auction(account)
}
