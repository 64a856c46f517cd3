// SPDX-License-Identifier: GPL-3.0-or-later

//! A mock for each door that a pallet's neighbours would open.

use frame_support::{dispatch::DispatchResult, storage::unhashed};
use sp_runtime::traits::Zero;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, Exposure, FeederOffences, Filed, Ladder, Level, Offence, Prices, Restrictions,
	Scope, SourceStates,
};

#[derive(Clone, Default)]
struct Market {
	feeds: BTreeMap<FeedId, Reading>,
	spots: BTreeMap<UnderlyingId, Reading>,
	medians: BTreeMap<UnderlyingId, Reading>,
	volatilities: BTreeMap<UnderlyingId, Reading>,
	forwards: BTreeMap<(UnderlyingId, Moment), Price>,
	smile: BTreeMap<Series, FixedU128>,
	settlements: BTreeMap<(UnderlyingId, Moment), Price>,
	watched: BTreeSet<(UnderlyingId, Moment)>,
	windows: BTreeMap<(UnderlyingId, Moment), SettlementWindow>,
	slow: BTreeMap<UnderlyingId, Price>,
	asked: u32,
	full: bool,
}

thread_local! {
	static MARKET: RefCell<Market> = RefCell::default();
	static PLEDGES: core::cell::Cell<bool> = const { core::cell::Cell::new(false) };
	static AUCTIONS: RefCell<BTreeSet<MarginAccountId>> = RefCell::default();
}

/// Prices that a test sets by hand. Until it says otherwise the forward is the spot, and all strikes have
/// one volatility.
pub struct MockPrices;

fn valid(price: Price) -> Reading {
	Reading { price, state: PriceState::Valid, ..Default::default() }
}

impl MockPrices {
	/// Forget everything.
	pub fn reset() {
		MARKET.with_borrow_mut(|market| *market = Market::default());
	}

	/// A feed's price, valid.
	pub fn set_feed(feed: FeedId, price: Price) {
		Self::set_feed_reading(feed, valid(price));
	}

	/// A feed's whole reading.
	pub fn set_feed_reading(feed: FeedId, reading: Reading) {
		MARKET.with_borrow_mut(|market| market.feeds.insert(feed, reading));
	}

	/// An underlying's spot price, valid, through both lenses.
	pub fn set_spot(underlying: UnderlyingId, price: Price) {
		Self::set_spot_reading(underlying, valid(price));
	}

	/// An underlying's spot price with its state, through both lenses.
	pub fn set_spot_reading(underlying: UnderlyingId, reading: Reading) {
		MARKET.with_borrow_mut(|market| {
			market.spots.insert(underlying, reading);
			market.medians.insert(underlying, reading);
		});
	}

	/// What `Lens::MedianOfThree` alone sees.
	pub fn set_median(underlying: UnderlyingId, price: Price) {
		MARKET.with_borrow_mut(|market| market.medians.insert(underlying, valid(price)));
	}

	/// An underlying's volatility, valid (1.0 = 100 %).
	pub fn set_volatility(underlying: UnderlyingId, volatility: FixedU128) {
		MARKET.with_borrow_mut(|market| market.volatilities.insert(underlying, valid(volatility)));
	}

	/// An underlying's volatility with its state and time.
	pub fn set_volatility_reading(underlying: UnderlyingId, reading: Reading) {
		MARKET.with_borrow_mut(|market| market.volatilities.insert(underlying, reading));
	}

	/// Watch no settlement price but those that are watched.
	pub fn watch_no_more() {
		MARKET.with_borrow_mut(|market| market.full = true);
	}

	/// The forward of an expiry, with the state of its underlying's spot.
	pub fn set_forward(underlying: UnderlyingId, expiry: Moment, price: Price) {
		MARKET.with_borrow_mut(|market| market.forwards.insert((underlying, expiry), price));
	}

	/// The volatility of one series, with the state of its underlying's.
	pub fn set_volatility_of(series: Series, volatility: FixedU128) {
		MARKET.with_borrow_mut(|market| market.smile.insert(series, volatility));
	}

	/// Change the state of everything that is set for an underlying.
	pub fn set_state(underlying: UnderlyingId, state: PriceState) {
		MARKET.with_borrow_mut(|market| {
			for map in [&mut market.spots, &mut market.medians, &mut market.volatilities] {
				if let Some(reading) = map.get_mut(&underlying) {
					reading.state = state;
				}
			}
		});
	}

	/// How often a volatility was asked for.
	pub fn asked() -> u32 {
		MARKET.with_borrow(|market| market.asked)
	}

	/// An underlying's slow price; its spot price until then.
	pub fn set_slow(underlying: UnderlyingId, price: Price) {
		MARKET.with_borrow_mut(|market| market.slow.insert(underlying, price));
	}

	/// How far the settlement price of an expiry is sampled, whatever the time; not at all until then.
	pub fn set_window(underlying: UnderlyingId, expiry: Moment, window: SettlementWindow) {
		MARKET.with_borrow_mut(|market| market.windows.insert((underlying, expiry), window));
	}

	/// The feed of an underlying's spot price.
	pub fn spot_feed(underlying: UnderlyingId) -> FeedId {
		FeedId(underlying.0)
	}

	/// Fix a settlement price.
	pub fn settle(underlying: UnderlyingId, expiry: Moment, price: Price) {
		MARKET.with_borrow_mut(|market| market.settlements.insert((underlying, expiry), price));
	}

	/// Whether the settlement price of this expiry was asked for.
	pub fn is_watched(underlying: UnderlyingId, expiry: Moment) -> bool {
		MARKET.with_borrow(|market| market.watched.contains(&(underlying, expiry)))
	}
}

impl Prices for MockPrices {
	type Session = ();

	fn reading_in(_: &mut (), feed: FeedId, _: Lens) -> Reading {
		MARKET.with_borrow(|market| market.feeds.get(&feed).copied().unwrap_or_default())
	}

	fn spot_in(_: &mut (), underlying: UnderlyingId, lens: Lens) -> Reading {
		MARKET.with_borrow(|market| {
			let map = match lens {
				Lens::Latest => &market.spots,
				Lens::MedianOfThree => &market.medians,
			};
			map.get(&underlying).copied().unwrap_or_default()
		})
	}

	fn forward_in(_: &mut (), underlying: UnderlyingId, expiry: Moment, lens: Lens) -> Reading {
		let spot = Self::spot(underlying, lens);
		let set = MARKET.with_borrow(|market| market.forwards.get(&(underlying, expiry)).copied());
		Reading { price: set.unwrap_or(spot.price), ..spot }
	}

	fn volatility_in(_: &mut (), series: &Series, _: Lens) -> Reading {
		if series.kind == Kind::Future {
			return valid(FixedU128::zero());
		}
		MARKET.with_borrow_mut(|market| {
			market.asked = market.asked.saturating_add(1);
			let all = market.volatilities.get(&series.underlying).copied().unwrap_or_default();
			Reading { price: market.smile.get(series).copied().unwrap_or(all.price), ..all }
		})
	}

	fn slow_in(_: &mut (), underlying: UnderlyingId) -> Price {
		let slow = MARKET.with_borrow(|market| market.slow.get(&underlying).copied());
		slow.unwrap_or_else(|| Self::spot(underlying, Lens::Latest).price)
	}

	fn spot_feed_in(_: &mut (), underlying: UnderlyingId) -> Option<FeedId> {
		let listed = MARKET.with_borrow(|market| market.spots.contains_key(&underlying));
		listed.then(|| Self::spot_feed(underlying))
	}

	fn watch_settlement(underlying: UnderlyingId, expiry: Moment) -> DispatchResult {
		MARKET.with_borrow_mut(|market| {
			let known = market.watched.contains(&(underlying, expiry));
			frame_support::ensure!(known || !market.full, "as many as may be watched");
			market.watched.insert((underlying, expiry));
			Ok(())
		})
	}

	fn settlement(underlying: UnderlyingId, expiry: Moment) -> Option<Price> {
		MARKET.with_borrow(|market| market.settlements.get(&(underlying, expiry)).copied())
	}

	fn window(underlying: UnderlyingId, expiry: Moment, now: Moment) -> SettlementWindow {
		let left_ms = expiry.saturating_sub(now);
		let set = MARKET.with_borrow(|market| market.windows.get(&(underlying, expiry)).copied());
		set.unwrap_or(SettlementWindow { left_ms, ..Default::default() })
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_for_benchmark(underlying: UnderlyingId, spot: Price, volatility: FixedU128) {
		Self::set_spot(underlying, spot);
		Self::set_volatility(underlying, volatility);
	}
}

/// Accounts that a test puts into auction by hand.
pub struct MockAuctions;

impl MockAuctions {
	/// Put an account into auction or take it out.
	pub fn set(account: &MarginAccountId, in_auction: bool) {
		AUCTIONS.with_borrow_mut(|auctions| {
			if in_auction {
				auctions.insert(account.clone());
			} else {
				auctions.remove(account);
			}
		});
	}

	/// Let something be in pledge, or nothing.
	pub fn set_pledges(some: bool) {
		PLEDGES.set(some);
	}
}

impl AuctionStatus for MockAuctions {
	fn in_auction(account: &MarginAccountId) -> bool {
		AUCTIONS.with_borrow(|auctions| auctions.contains(account))
	}

	fn has_pledges() -> bool {
		PLEDGES.get()
	}
}

thread_local! {
	static OFFENCES: RefCell<BTreeSet<(Vec<u8>, Offence)>> = RefCell::default();
}

/// Remembers what it was told of feeders, each offence once.
pub struct MockOffences;

impl MockOffences {
	/// Forget everything.
	pub fn reset() {
		OFFENCES.with_borrow_mut(BTreeSet::clear);
	}

	/// What was reported of `who`, in order.
	pub fn of(who: &impl frame_support::pallet_prelude::Encode) -> Vec<Offence> {
		let who = who.encode();
		OFFENCES.with_borrow(|all| {
			all.iter().filter(|(of, _)| *of == who).map(|(_, offence)| *offence).collect()
		})
	}
}

impl<AccountId: frame_support::pallet_prelude::Encode> FeederOffences<AccountId> for MockOffences {
	fn report(who: &AccountId, offence: Offence) {
		OFFENCES.with_borrow_mut(|all| all.insert((who.encode(), offence)));
	}
}

const TOLD: &[u8] = b":mock_ladder:told";
const REFILED: &[u8] = b":mock_ladder:refiled";

/// Remembers in storage what it was told, so that it forgets what is rolled back. An account that has to
/// be watched it files by time or, without a horizon, as one that is looked at every round.
pub struct MockLadder;

impl MockLadder {
	/// Of whom it was told so far, in order, and the headroom of those that have to be watched.
	pub fn told() -> Vec<(MarginAccountId, Option<i128>)> {
		unhashed::get_or_default(TOLD)
	}

	/// Forget whom it was told of.
	pub fn forget() {
		unhashed::kill(TOLD);
	}

	/// How often it was told to look at everybody again.
	pub fn refiled() -> u32 {
		unhashed::get_or_default(REFILED)
	}
}

impl Ladder for MockLadder {
	fn file(account: &MarginAccountId, exposure: Option<&Exposure>, filed: &mut Filed) {
		let mut told = Self::told();
		told.push((account.clone(), exposure.map(|exposure| exposure.headroom)));
		unhashed::put(TOLD, &told);
		let horizon = exposure.map(|exposure| exposure.horizon_ms);
		*filed = match horizon {
			None => Filed::default(),
			Some(0) => Filed { hot: true, ..Default::default() },
			Some(_) => Filed { time: 1, ..Default::default() },
		};
	}

	fn refile_all() {
		unhashed::put(REFILED, &Self::refiled().saturating_add(1));
	}
}

thread_local! {
	static LEVELS: RefCell<BTreeMap<Scope, Level>> = RefCell::default();
	static WINDING_DOWN: RefCell<Option<Moment>> = RefCell::default();
	static SOURCES: RefCell<BTreeMap<SourceId, bool>> = RefCell::default();
	static CHAINS: RefCell<BTreeMap<CollateralId, SourceId>> = RefCell::default();
}

/// Emergency levels that a test sets by hand.
pub struct MockRestrictions;

impl MockRestrictions {
	/// Forget everything.
	pub fn reset() {
		LEVELS.with_borrow_mut(BTreeMap::clear);
		WINDING_DOWN.set(None);
	}

	/// The house winds down since then.
	pub fn wind_down(since: Moment) {
		WINDING_DOWN.set(Some(since));
	}

	/// Set the level of a scope.
	pub fn set(scope: Scope, level: Level) {
		LEVELS.with_borrow_mut(|levels| levels.insert(scope, level));
	}
}

impl Restrictions for MockRestrictions {
	fn level(scope: Scope) -> Level {
		LEVELS.with_borrow(|levels| levels.get(&scope).copied().unwrap_or_default())
	}

	fn winding_down_since() -> Option<Moment> {
		WINDING_DOWN.with_borrow(|since| *since)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn wind_down_for_benchmark() {
		Self::wind_down(0);
	}
}

/// Source chains that a test halts by hand.
pub struct MockSources;

impl MockSources {
	/// Forget everything.
	pub fn reset() {
		SOURCES.with_borrow_mut(BTreeMap::clear);
		CHAINS.with_borrow_mut(BTreeMap::clear);
	}

	/// Name a chain, halted or not.
	pub fn set(source: SourceId, halted: bool) {
		SOURCES.with_borrow_mut(|sources| sources.insert(source, halted));
	}

	/// A kind depends on a chain.
	pub fn place(kind: CollateralId, source: SourceId) {
		CHAINS.with_borrow_mut(|chains| chains.insert(kind, source));
	}
}

impl SourceStates for MockSources {
	fn chain_of(kind: CollateralId) -> SourceId {
		CHAINS.with_borrow(|chains| chains.get(&kind).copied().unwrap_or_default())
	}

	fn is_halted(source: SourceId) -> bool {
		SOURCES.with_borrow(|sources| sources.get(&source).copied().unwrap_or_default())
	}

	fn sources(limit: usize) -> Vec<SourceId> {
		SOURCES.with_borrow(|sources| sources.keys().copied().take(limit).collect())
	}
}
