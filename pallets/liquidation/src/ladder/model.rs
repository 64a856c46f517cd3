// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts whose headroom is a formula, for tests of the ladder: each lies in an item of its own, so that
//! there can be thousands. And prices with a shape: a forward for each expiry, a volatility for each
//! strike.

use crate::mock::*;
use codec::{Decode, Encode};
use frame_support::{
	dispatch::DispatchResult,
	storage::unhashed,
	traits::{Get, Time},
};
use sp_runtime::{AccountId32, DispatchError};
use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
};
use straddle_math::fixed::{mul, Rounding, WAD};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;
use straddle_traits::{DriverId, Exposure, Filed, Haircuts, Ladder, Ledger, Prices, Watch, Work};

const MODELS: &[u8] = b"mock/model/";
const FILED: &[u8] = b"mock/filed/";
/// The stablecoin's feed.
pub const PEG: FeedId = FeedId(100);
/// The feed of other collateral.
pub const OTHER: FeedId = FeedId(101);
/// A chain on which collateral lies.
pub const CHAIN: SourceId = SourceId(7);
const YEAR_MS: f64 = 365.0 * 86_400_000.0;

/// Positions in one expiry and strike.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Leg {
	pub underlying: UnderlyingId,
	pub expiry: Moment,
	pub strike: Strike,
	/// Contracts, in 10^-18: gains with the forward.
	pub delta: i128,
	/// Contracts, in 10^-18, never negative: loses with the forward's distance from the strike.
	pub straddles: i128,
	/// USD that it loses for each unit of √variance.
	pub vega: i128,
}

/// An account. What it can bear is its headroom, in USD × 10^18.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Model {
	/// In cash units.
	pub cash: i128,
	pub legs: Vec<Leg>,
	/// Tokens priced by [`OTHER`] that lie on [`CHAIN`].
	pub tokens: i128,
	/// Interest, in USD × 10^18 a millisecond, since then.
	pub rate: i128,
	pub since: Moment,
	/// It fails on the latest prices alone.
	pub wick: bool,
	/// It holds nothing that could be sold.
	pub bare: bool,
	/// It cannot be valued.
	pub broken: bool,
}

thread_local! {
	/// Carry a day by underlying, and by how much volatility rises for a strike twice as high.
	static SHAPE: RefCell<BTreeMap<UnderlyingId, (f64, f64)>> = RefCell::default();
	static FACTOR: Cell<Option<f64>> = const { Cell::new(None) };
	/// What the headroom that is filed by is multiplied by, in per cent: 100 is the truth.
	static LIE: Cell<i128> = const { Cell::new(100) };
	static LOOKED: RefCell<Vec<MarginAccountId>> = RefCell::default();
	static PROOF: Cell<Option<u64>> = const { Cell::new(None) };
}

pub fn reset() {
	SHAPE.with_borrow_mut(BTreeMap::clear);
	FACTOR.set(None);
	LIE.set(100);
	LOOKED.take();
	PROOF.set(None);
}

/// Accounts whose exposure was asked for since the last time this was.
pub fn looked() -> Vec<MarginAccountId> {
	LOOKED.take()
}

/// What does not count as a look: checks of the test itself.
pub fn unseen<R>(check: impl FnOnce() -> R) -> R {
	let seen = looked();
	let result = check();
	LOOKED.set(seen);
	result
}

pub fn set_lie(per_cent: i128) {
	LIE.set(per_cent);
}

pub fn set_shape(underlying: UnderlyingId, carry: f64, tilt: f64) {
	SHAPE.with_borrow_mut(|shape| shape.insert(underlying, (carry, tilt)));
}

pub fn set_chain_factor(factor: f64) {
	FACTOR.set(Some(factor));
}

/// Each asking finds so many more bytes recorded.
pub fn set_proof(bytes: u64) {
	PROOF.set(Some(bytes));
}

fn key(prefix: &[u8], account: &MarginAccountId) -> Vec<u8> {
	[prefix, account.0.as_ref()].concat()
}

pub fn get(account: &MarginAccountId) -> Option<Model> {
	unhashed::get(&key(MODELS, account))
}

pub fn put(account: &MarginAccountId, model: &Model) {
	unhashed::put(&key(MODELS, account), model);
}

/// The account is gone, with all that lies in its item.
pub fn reap(account: &MarginAccountId) {
	unhashed::kill(&key(MODELS, account));
	unhashed::kill(&key(FILED, account));
}

/// Change an account as the ledger would: refused if it fails afterwards, filed if not.
pub fn trade(account: &MarginAccountId, change: impl FnOnce(&mut Model)) -> bool {
	let old = get(account);
	let mut model = old.unwrap_or_default();
	change(&mut model);
	if model.excess().is_some_and(|excess| excess < 0) {
		return false;
	}
	put(account, &model);
	let mut filed = MockLedger::filed(account);
	<Liquidation as Ladder>::file(account, model.exposure().as_ref(), &mut filed);
	MockLedger::set_filed(account, filed);
	true
}

pub fn id(n: u32) -> MarginAccountId {
	// Spread over the keys as hashes are.
	let hash = n.wrapping_mul(0x9E37_79B1).to_be_bytes();
	let mut bytes = [0xAA; 32];
	bytes[..4].copy_from_slice(&hash);
	MarginAccountId(AccountId32::new(bytes))
}

pub fn now() -> Moment {
	MockTime::now()
}

pub fn float(value: FixedU128) -> f64 {
	value.into_inner() as f64 / 1e18
}

pub fn wad(value: f64) -> i128 {
	(value * 1e18) as i128
}

fn inner(price: Price) -> i128 {
	price.into_inner() as i128
}

fn times(a: i128, b: i128) -> i128 {
	mul(a, b, Rounding::Down).unwrap()
}

impl Leg {
	fn readings(&self) -> [Reading; 3] {
		let (underlying, expiry, strike) = (self.underlying, self.expiry, self.strike);
		let series = Series { underlying, expiry, strike, kind: Kind::Call };
		[
			ShapedPrices::spot(underlying, Lens::Latest),
			ShapedPrices::forward(underlying, expiry, Lens::Latest),
			ShapedPrices::volatility(&series, Lens::Latest),
		]
	}

	fn is_live(&self) -> bool {
		self.expiry > now()
	}

	/// Value less margin, in USD.
	fn value(&self) -> i128 {
		let [_, forward, volatility] = self.readings();
		let away = inner(forward.price) - inner(self.strike.price());
		let left = (self.expiry - now()) as f64;
		let deviation = wad(float(volatility.price) * (left / YEAR_MS).sqrt());
		times(self.delta, away) - times(self.straddles, away.abs()) - times(self.vega, deviation)
	}
}

impl Model {
	pub fn holder(&self) -> Holder {
		let mut holder = Holder::new(who(1), self.cash / (WAD / UNIT));
		if !self.bare {
			holder.positions.insert(call(), CONTRACT);
			let held = self.legs.iter().map(|leg| (series(leg.underlying, 100), CONTRACT));
			holder.positions.extend(held);
		}
		if self.tokens > 0 {
			holder.lots.insert(CollateralId(OTHER.0), 1);
		}
		holder
	}

	fn live(&self) -> impl Iterator<Item = &Leg> {
		self.legs.iter().filter(|leg| leg.is_live())
	}

	/// equity_MM − MM in USD; none if it cannot be valued.
	pub fn excess(&self) -> Option<i128> {
		if self.broken {
			return None;
		}
		let peg = ShapedPrices::reading(PEG, Lens::Latest).price;
		let mut sum =
			times(self.cash, inner(peg)) + self.lots_at(MockHaircuts::chain_factors(CHAIN)[0]);
		for leg in self.live() {
			if leg.readings()[1].price == Price::from_u32(0) {
				return None;
			}
			sum += leg.value();
		}
		Some(sum - self.rate * i128::from(now() - self.since))
	}

	fn lots_at(&self, factor: FixedU128) -> i128 {
		let reading = ShapedPrices::reading(OTHER, Lens::Latest);
		let counts = times(inner(reading.price), inner(MockHaircuts::price_share(&reading)));
		times(times(self.tokens, counts), inner(factor))
	}

	pub fn state(&self) -> PriceState {
		let peg = ShapedPrices::reading(PEG, Lens::Latest).state;
		let states = self.live().flat_map(Leg::readings).map(|reading| reading.state);
		states.fold(peg, PriceState::worst)
	}

	pub fn assess(&self, lens: Lens) -> Option<Assessment> {
		let saved = i128::from(self.wick && lens == Lens::MedianOfThree) * (WAD << 40);
		let cash = Money::from_inner(self.excess()? + saved);
		let state = self.state();
		let lots = LotCredit { state: PriceState::Valid, ..Default::default() };
		Some(Assessment { cash, lots, state, orders: PriceState::Valid, ..Default::default() })
	}

	/// None if nothing can move it.
	pub fn exposure(&self) -> Option<Exposure> {
		let excess = self.excess()?;
		let mut sums = BTreeMap::<DriverId, i128>::new();
		let mut add = |driver, by: i128| *sums.entry(driver).or_default() += by.abs();
		let mut strikes = BTreeSet::new();
		let mut horizon_ms = DAY_MS;
		for leg in self.live() {
			let forward = inner(leg.readings()[1].price);
			add(DriverId::Forward(leg.underlying), times(leg.delta, forward));
			add(DriverId::Forward(leg.underlying), times(leg.straddles, forward));
			add(DriverId::Deviation(leg.underlying), leg.vega);
			strikes.insert((leg.underlying, leg.expiry, leg.strike));
			horizon_ms = horizon_ms.min(leg.expiry - now());
		}
		let whole = self.lots_at(FixedU128::from_u32(1));
		add(DriverId::Price(OTHER), whole);
		add(DriverId::Chain(CHAIN), whole);
		add(
			DriverId::Stable(PEG),
			times(self.cash, inner(ShapedPrices::reading(PEG, Lens::Latest).price)),
		);
		if strikes.is_empty() && self.rate == 0 && self.cash >= 0 {
			return None;
		}
		let headroom = excess - self.rate * i128::from(DAY_MS);
		Some(Exposure {
			headroom: headroom * LIE.get() / 100,
			sensitivities: sums.into_iter().collect(),
			strikes: strikes.into_iter().collect(),
			horizon_ms,
			state: self.state(),
		})
	}
}

impl Watch for MockLedger {
	fn exposure_in(
		session: &mut Work,
		account: &MarginAccountId,
	) -> Result<Option<Exposure>, DispatchError> {
		LOOKED.with_borrow_mut(|all| all.push(account.clone()));
		match get(account) {
			Some(_) => *session = session.plus(&Work { valuations: 1, ..Work::default() }),
			None => book().note_work(account, session),
		}
		match get(account) {
			Some(model) if model.broken => Err(DispatchError::Other("not valued")),
			model => Ok(model.and_then(|model| model.exposure())),
		}
	}

	fn filed(account: &MarginAccountId) -> Filed {
		unhashed::get_or_default(&key(FILED, account))
	}

	fn set_filed(account: &MarginAccountId, filed: Filed) {
		if Self::owner(account).is_some() {
			unhashed::put(&key(FILED, account), &filed);
		}
	}

	/// Those with a model, except where a worker walks.
	fn accounts_after(after: Option<&MarginAccountId>, limit: u32) -> Vec<MarginAccountId> {
		if let Some(walked) = worker::walked(after, limit) {
			return walked;
		}
		let mut last = after.map_or(MODELS.to_vec(), |account| key(MODELS, account));
		let next = || {
			last = sp_io::storage::next_key(&last).filter(|key| key.starts_with(MODELS))?;
			let bytes = <[u8; 32]>::try_from(&last[MODELS.len()..]).ok()?;
			Some(MarginAccountId(AccountId32::new(bytes)))
		};
		std::iter::from_fn(next).take(limit as usize).collect()
	}
}

/// Counts a dead feed's price half for an hour, then nothing; and the chain factor that a test sets.
pub struct MockHaircuts;

impl Haircuts for MockHaircuts {
	fn chain_factors(_: SourceId) -> [FixedU128; 2] {
		let factor =
			FACTOR.get().map_or(FixedU128::from_u32(1), |f| FixedU128::from_inner(wad(f) as u128));
		[factor, FixedU128::from_u32(1)]
	}

	fn price_share(reading: &Reading) -> FixedU128 {
		match reading.state {
			PriceState::Valid | PriceState::Uncertain => FixedU128::from_u32(1),
			_ if now() - reading.at < HOUR_MS => FixedU128::from_rational(1, 2),
			_ => FixedU128::from_u32(0),
		}
	}
}

/// What a node would say of the proof.
pub struct MockProof;

impl Get<Option<u64>> for MockProof {
	fn get() -> Option<u64> {
		let told = PROOF.get()?;
		PROOF.set(Some(told + 1_000));
		Some(told)
	}
}

/// [`MockPrices`] with a carry and a tilt, none unless a test sets them.
pub struct ShapedPrices;

fn scaled(reading: Reading, factor: f64) -> Reading {
	match factor {
		1.0 => reading,
		_ => Reading {
			price: Price::from_inner((float(reading.price) * factor * 1e18) as u128),
			..reading
		},
	}
}

impl Prices for ShapedPrices {
	type Session = ();

	fn reading_in(_: &mut (), feed: FeedId, lens: Lens) -> Reading {
		MockPrices::reading_in(&mut (), feed, lens)
	}

	fn spot_in(_: &mut (), underlying: UnderlyingId, lens: Lens) -> Reading {
		MockPrices::spot_in(&mut (), underlying, lens)
	}

	fn forward_in(_: &mut (), underlying: UnderlyingId, expiry: Moment, lens: Lens) -> Reading {
		let carry = SHAPE.with_borrow(|shape| shape.get(&underlying).map_or(0.0, |shape| shape.0));
		let days = expiry.saturating_sub(now()) as f64 / 86_400_000.0;
		scaled(MockPrices::spot_in(&mut (), underlying, lens), 1.0 + carry * days)
	}

	fn volatility_in(_: &mut (), series: &Series, lens: Lens) -> Reading {
		let tilt =
			SHAPE.with_borrow(|shape| shape.get(&series.underlying).map_or(0.0, |shape| shape.1));
		let forward = Self::forward(series.underlying, series.expiry, lens).price;
		let away = (float(series.strike.price()) / float(forward).max(1e-9)).ln();
		let factor = if tilt == 0.0 { 1.0 } else { (1.0 + tilt * away).clamp(0.2, 5.0) };
		scaled(MockPrices::volatility_in(&mut (), series, lens), factor)
	}

	fn slow_in(_: &mut (), underlying: UnderlyingId) -> Price {
		MockPrices::slow_in(&mut (), underlying)
	}

	fn spot_feed_in(_: &mut (), underlying: UnderlyingId) -> Option<FeedId> {
		MockPrices::spot_feed_in(&mut (), underlying)
	}

	fn watch_settlement(underlying: UnderlyingId, expiry: Moment) -> DispatchResult {
		MockPrices::watch_settlement(underlying, expiry)
	}

	fn settlement(underlying: UnderlyingId, expiry: Moment) -> Option<Price> {
		MockPrices::settlement(underlying, expiry)
	}

	fn window(underlying: UnderlyingId, expiry: Moment, now: Moment) -> SettlementWindow {
		MockPrices::window(underlying, expiry, now)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_for_benchmark(underlying: UnderlyingId, spot: Price, volatility: FixedU128) {
		MockPrices::set_for_benchmark(underlying, spot, volatility);
	}
}
