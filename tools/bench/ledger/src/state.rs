// SPDX-License-Identifier: GPL-3.0-or-later

//! The development chain with many accounts: each of an owner of its own, with USDT in his wallet and
//! sixteen positions.

use codec::Encode;
use frame_support::{
	traits::{fungibles::Mutate, Hooks},
	weights::WeightMeter,
};
use pallet_margin::{
	Accounts, Holders, MarginAccount, OpenContracts, OpenInterest, OpenMarkets, Owned,
	OwnedAccounts, Totals,
};
use pallet_options::TimeInForce;
use pallet_price_oracle::FeedKind;
use sp_core::H256;
use sp_genesis_builder::runtime_decl_for_genesis_builder::GenesisBuilder;
use sp_io::TestExternalities;
use sp_runtime::{traits::Dispatchable, AccountId32, FixedU128};
use std::collections::BTreeMap;
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::*, market::ClearingAccount, xcm::UsdtLocation, ForeignAssets, Margin, Options,
	PriceOracle, Runtime, RuntimeCall, RuntimeOrigin, System,
};
use straddle_traits::{Prices, Risk};

/// Smallest units of a USDT.
pub const USDT: Cash = 1_000_000;
/// How many positions the measured accounts have.
pub const SIZES: [usize; 4] = [1, 16, 256, 500];
/// Positions of everybody else.
pub const USUAL: usize = 16;
/// Levels on each side of a measured book.
const LEVELS: usize = 10;
/// How many series are traded: one expiry's strikes.
pub(crate) const TRADED: usize = 9;
/// Accounts that are made between two commits.
const CHUNK: u32 = 10_000;
pub(crate) const NOW: Moment = 1_700_000_100_000;

/// Who is there, by number.
#[derive(Clone, Debug)]
pub struct Who {
	/// Who signs.
	pub owner: AccountId32,
	/// His account.
	pub account: MarginAccountId,
}

impl Who {
	/// The `n`th of those called `name`.
	pub fn new(name: &str, n: u32) -> Self {
		Self::of(AccountId32::new(sp_io::hashing::blake2_256(&(name, n).encode())))
	}

	/// An owner with his first account.
	pub(crate) fn of(owner: AccountId32) -> Self {
		let account = MarginAccountId::derive(&H256::zero(), &owner, 0);
		Self { owner, account }
	}

	/// Send what he signed; his number is counted as a transaction would.
	///
	/// # Panics
	/// If it fails.
	pub fn call(&self, call: impl Into<RuntimeCall>) {
		System::inc_account_nonce(&self.owner);
		let call = call.into();
		let sent = call.clone().dispatch(RuntimeOrigin::signed(self.owner.clone()));
		assert!(sent.is_ok(), "{call:?}: {sent:?}");
	}
}

/// The series in which the measured trades are: the calls that expire last.
pub(crate) fn traded() -> Vec<Series> {
	let calls = Options::series_of(BTC).into_iter().filter(|one| one.kind == Kind::Call);
	let mut calls = calls.collect::<Vec<_>>();
	calls.sort_by_key(|one| (std::cmp::Reverse(one.expiry), one.strike));
	calls.truncate(TRADED);
	calls
}

/// `count` positions: first one in each series of `first`, then calls and puts on bitcoin and ether, 64
/// in an expiry.
pub(crate) fn positions(first: &[Series], count: usize) -> Vec<(Series, Quantity)> {
	let other = |n: usize| {
		let nth = n as u64;
		let (underlying, at) = if n % 4 < 3 { (BTC, 60_000) } else { (ETH, 3_000) };
		let strike = Strike::usd(at * (70 + nth % 64) / 100);
		let expiry = NOW + (1 + nth / 64) * 7 * DAY_MS;
		let kind = if n.is_multiple_of(2) { Kind::Call } else { Kind::Put };
		Series { underlying, expiry, strike, kind }
	};
	let series = first.iter().copied().chain((0..).map(other)).take(count);
	// As many long as short, small against the cash.
	let quantity = |n: usize| if n.is_multiple_of(2) { CONTRACT / 100 } else { -CONTRACT / 100 };
	let mut all = series.enumerate().map(|(n, one)| (one, quantity(n))).collect::<Vec<_>>();
	all.sort();
	all
}

/// Makes accounts with positions; whoever is on their other side is not there.
#[derive(Default)]
pub(crate) struct Opener {
	cash: Cash,
	contracts: BTreeMap<Series, OpenContracts>,
}

impl Opener {
	pub(crate) fn open(&mut self, who: &Who, positions: Vec<(Series, Quantity)>) {
		System::inc_providers(&who.owner);
		let (usdt, wallet) = (UsdtLocation::get(), 1_000_000 * USDT);
		ForeignAssets::mint_into(usdt, &who.owner, wallet.unsigned_abs()).expect("it exists");
		for (series, quantity) in &positions {
			Holders::<Runtime>::insert((series.underlying, series.expiry), &who.account, ());
			let open = self.contracts.entry(*series).or_default();
			let side = if *quantity > 0 { &mut open.longs } else { &mut open.shorts };
			*side += quantity.unsigned_abs();
		}
		let mut account = MarginAccount::new(who.owner.clone(), 0);
		account.positions = positions.try_into().expect("not more than there may be");
		account.cash = wallet;
		self.cash += wallet;
		let owned = OwnedAccounts::truncate_from(vec![who.account.clone()]);
		Owned::<Runtime>::insert(&who.owner, owned);
		Accounts::<Runtime>::insert(&who.account, account);
	}

	/// Book the sums over all accounts, and back the cash.
	pub(crate) fn close(self) {
		for (series, open) in self.contracts {
			OpenInterest::<Runtime>::insert(series, open);
			OpenMarkets::<Runtime>::mutate(series.underlying, |market| {
				market.contracts += u128::from(open.longs)
			});
		}
		Totals::<Runtime>::mutate(|totals| {
			totals.held += self.cash;
			totals.positive += self.cash;
		});
		let (clearing, booked) = (ClearingAccount::get(), self.cash.unsigned_abs());
		ForeignAssets::mint_into(UsdtLocation::get(), &clearing, booked).expect("it exists");
		pallet_collateral::Credited::<Runtime>::insert(CASH, booked);
	}
}

/// Prices, a calendar, and the limits of markets out of the way.
fn prepare() {
	System::set_block_number(1);
	pallet_timestamp::Now::<Runtime>::put(NOW);
	for (underlying, spot) in [(BTC, 60_000), (ETH, 3_000)] {
		let volatility = FixedU128::from_rational(6, 10);
		PriceOracle::set_for_benchmark(underlying, FixedU128::from_u32(spot), volatility);
	}
	PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
	PriceOracle::quote_for_benchmark(DOT_FEED, FeedKind::Price, FixedU128::from_u32(5));
	pallet_collateral::Kinds::<Runtime>::mutate_extant(CASH, |info| info.cap = u128::MAX / 4);
	// Weeks, not the minutes of a development chain, within which most options are worth nothing.
	for market in [BTC, ETH] {
		pallet_options::Markets::<Runtime>::mutate_extant(market, |market| {
			market.calendar.period_ms = 7 * DAY_MS;
		});
	}
	for number in 1..=8 {
		Options::on_poll(number, &mut WeightMeter::new());
	}
	assert!(Options::series_of(BTC).len() >= 2 * TRADED, "nothing is listed");
}

/// An order in the `n`th traded series, so many ticks from its mark.
pub fn order(
	who: &Who,
	n: usize,
	side: Side,
	away: Cash,
	time_in_force: TimeInForce,
) -> pallet_options::Call<Runtime> {
	let series = traded()[n];
	let (mark, _) = Margin::mark(&series, Lens::Latest).expect("it has a mark");
	let tick = pallet_options::Markets::<Runtime>::get(BTC).expect("it is there").tick;
	let mark = mark.into_inner() / 1_000_000_000_000 / tick;
	let limit_price = (mark.saturating_add(away)).max(1) * tick;
	pallet_options::Call::place_order {
		account: who.account.clone(),
		series,
		side,
		quantity: CONTRACT / 100,
		limit_price,
		time_in_force,
		reduce_only: false,
	}
}

/// A chain with so many accounts, and what opens more.
pub(crate) fn open_usual(accounts: u32) -> (TestExternalities, Opener) {
	let id = Some("development".into());
	let json = Runtime::get_preset(&id).expect("the preset exists");
	let mut state = TestExternalities::default();
	let commit = |state: &mut TestExternalities| state.commit_all().expect("no open transaction");
	let series = state.execute_with(|| {
		Runtime::build_state(whole(&json)).expect("a preset builds state");
		prepare();
		traded()
	});
	commit(&mut state);
	let mut opener = Opener::default();
	for from in (0..accounts).step_by(CHUNK as usize) {
		state.execute_with(|| {
			for n in from..accounts.min(from + CHUNK) {
				// Two of the traded series, so that no trade is the first in its expiry.
				let first = [0, 1].map(|next| series[(n as usize / 2 + next) % TRADED]);
				let who = Who::new("usual", n);
				opener.open(&who, positions(&first, USUAL));
			}
		});
		commit(&mut state);
	}
	(state, opener)
}

/// What is measured.
pub struct Scene {
	/// The chain.
	pub state: TestExternalities,
	/// Takers and makers of each size; the maker's order is the best one in the series of its place.
	pub sized: Vec<(usize, Who, Who)>,
	/// Pairs of usual accounts for a block of many fills, and their series.
	pub pairs: Vec<(usize, Who, Who)>,
}

impl Scene {
	/// A chain with so many accounts, of which `2 * pairs` will trade in one block.
	pub fn build(accounts: u32, pairs: u32) -> Self {
		let (mut state, mut opener) = open_usual(accounts);
		let series = state.execute_with(traded);
		let (sized, pairs) = state.execute_with(|| {
			let sized = SIZES.into_iter().enumerate().map(|(n, size)| {
				let pair = ["taker", "maker"].map(|name| Who::new(name, size as u32));
				for who in &pair {
					opener.open(who, positions(&[series[n]], size));
				}
				let [taker, maker] = pair;
				(n, taker, maker)
			});
			let sized = sized.collect::<Vec<_>>();
			opener.close();
			Self::fill_books();
			(sized, Self::pair_up(pairs))
		});
		let mut scene = Self { state, sized, pairs };
		scene.settle_in();
		scene
	}

	/// Ten levels on each side of each traded series.
	fn fill_books() {
		for n in 0..TRADED {
			for level in 0..LEVELS {
				let who = Who::new("usual", (n * LEVELS + level) as u32);
				let (away, kind) = (10 + level as Cash, TimeInForce::PostOnly);
				who.call(order(&who, n, Side::Sell, away, kind));
				who.call(order(&who, n, Side::Buy, -away, kind));
			}
		}
	}

	/// Each pair's second one has an order near the mark.
	fn pair_up(pairs: u32) -> Vec<(usize, Who, Who)> {
		let from = (TRADED * LEVELS) as u32;
		let others = TRADED - SIZES.len();
		let pair = |n: u32| {
			let [taker, maker] = [0, 1].map(|next| Who::new("usual", from + 2 * n + next));
			(SIZES.len() + n as usize % others, taker, maker)
		};
		let pairs = (0..pairs).map(pair).collect::<Vec<_>>();
		for (nth, (series, _, maker)) in pairs.iter().enumerate() {
			// No price takes more than 32 orders.
			let better = (nth / others / 30) as Cash;
			maker.call(order(maker, *series, Side::Sell, 1 - better, TimeInForce::PostOnly));
		}
		pairs
	}

	/// Let the measured accounts trade, since a first trade finds things that were never there, and leave
	/// an order to trade with.
	fn settle_in(&mut self) {
		self.state.execute_with(|| {
			for (n, taker, maker) in &self.sized {
				for _ in 0..2 {
					rest(maker, *n);
					take(taker, *n);
				}
				rest(maker, *n);
			}
			System::reset_events();
		});
		self.state.commit_all().expect("no open transaction");
	}

	/// Put whoever is measured under the portfolio rule.
	pub fn switch_to_portfolio(&mut self) {
		self.state.execute_with(|| {
			for (_, taker, maker) in self.sized.iter().chain(&self.pairs) {
				for who in [taker, maker] {
					let (account, mode) = (who.account.clone(), MarginMode::Portfolio);
					who.call(pallet_margin::Call::set_mode { account, mode });
				}
			}
			for (n, taker, _) in &self.sized {
				take(taker, *n);
			}
		});
		self.settle_in();
	}
}

/// A sell order of `who` at the best price of the `n`th traded series.
pub fn rest(who: &Who, n: usize) {
	who.call(order(who, n, Side::Sell, 1, TimeInForce::PostOnly));
}

/// What takes it.
pub fn take(who: &Who, n: usize) {
	who.call(order(who, n, Side::Buy, 1, TimeInForce::FillOrKill));
}

/// A preset over the defaults, as the node lays it.
fn whole(patch: &[u8]) -> Vec<u8> {
	let read = |bytes: &[u8]| serde_json::from_slice(bytes).expect("it is JSON");
	let default = Runtime::get_preset(&None).expect("there are defaults");
	let mut json: serde_json::Value = read(&default);
	merge(&mut json, read(patch));
	serde_json::to_vec(&json).expect("it serialises")
}
