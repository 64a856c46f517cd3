// SPDX-License-Identifier: GPL-3.0-or-later

//! Many accounts that fail together: what a block makes of them.

use crate::{
	block::{fill, Candidate},
	proof::{measure, Measured},
	state::*,
};
use frame_support::{traits::Hooks, weights::Weight};
use pallet_liquidation::{AuctionCount, Event};
use pallet_margin::{Accounts, Totals};
use pallet_options::TimeInForce;
use pallet_price_oracle::FeedKind;
use sp_io::TestExternalities;
use sp_runtime::{FixedU128, Perbill};
use std::time::{Duration, Instant};
use straddle_primitives::*;
use straddle_runtime::{
	genesis_presets::*, Liquidation, Margin, Options, PriceOracle, Runtime, RuntimeEvent, System,
	Timestamp,
};
use straddle_traits::{Ledger, Prices, Risk};

/// How many positions those have that fail, and how many lots and orders.
pub const WEAK: (usize, usize, usize) = (16, 2, 3);
/// Who stands with bids.
const STANDING: u32 = 100;
/// A kind of collateral like DOT.
const OTHER: CollateralId = CollateralId(7);
/// Most orders on a side of a book, and at a price.
const ORDERS: (usize, usize) = (128, 32);
/// Time between two blocks.
const BLOCK_MS: Moment = 6_000;

/// A chain on which prices have just moved.
pub struct Crash {
	/// The chain.
	pub state: TestExternalities,
	/// Who fails by that.
	pub weak: Vec<Who>,
}

/// One block without a transaction.
pub struct Block {
	/// Auctions that were started.
	pub starts: usize,
	/// Parts that standing bids took.
	pub fills: usize,
	/// What `on_poll` and `on_idle` were charged.
	pub charged: Weight,
	/// The part of `on_poll`.
	pub polled: Weight,
	/// How long both took here.
	pub took: Duration,
	/// Its proof.
	pub proof: Measured,
}

/// What a block of the chain has.
pub fn whole_block() -> Weight {
	<Runtime as frame_system::Config>::BlockWeights::get().max_block
}

/// The hooks of this pallet, with all of a block.
fn hooks() -> (Weight, Weight) {
	let mut meter = frame_support::weights::WeightMeter::with_limit(whole_block());
	let number = System::block_number();
	Liquidation::on_poll(number, &mut meter);
	let polled = meter.consumed();
	let idle = Liquidation::on_idle(number, meter.remaining());
	(polled, polled.saturating_add(idle))
}

/// Prices of this moment, bitcoin's at so many dollars.
fn quote(bitcoin: u32) {
	for (underlying, spot) in [(BTC, bitcoin), (ETH, 3_000)] {
		let volatility = FixedU128::from_rational(6, 10);
		PriceOracle::set_for_benchmark(underlying, FixedU128::from_u32(spot), volatility);
	}
	PriceOracle::quote_for_benchmark(USDT_FEED, FeedKind::Price, FixedU128::from_u32(1));
	PriceOracle::quote_for_benchmark(DOT_FEED, FeedKind::Price, FixedU128::from_u32(5));
}

/// The next block begins.
fn next_block(bitcoin: u32) {
	let now = Timestamp::get().saturating_add(BLOCK_MS);
	pallet_timestamp::Now::<Runtime>::put(now);
	System::set_block_number(System::block_number() + 1);
	quote(bitcoin);
}

/// Let the ladder have its first look at everybody, with fresh rounds.
pub(crate) fn look_at_all(state: &mut TestExternalities, blocks: usize) {
	for _ in 0..blocks {
		state.execute_with(|| {
			next_block(60_000);
			hooks();
			Liquidation::on_idle(System::block_number(), Weight::MAX);
			System::reset_events();
		});
		state.commit_all().expect("no open transaction");
	}
}

/// Short calls in three expiries, at strikes that all who fail have in common.
fn shorts(nth: u32, now: Moment) -> Vec<(Series, Quantity)> {
	let series = |n: u64| Series {
		underlying: BTC,
		expiry: now / DAY_MS * DAY_MS + (1 + n % 3) * 14 * DAY_MS,
		strike: Strike::usd(54_000 + 1_000 * ((n / 3 * 3 + u64::from(nth)) % 16)),
		kind: Kind::Call,
	};
	let mut all: Vec<_> = (0..WEAK.0 as u64).map(|n| (series(n), -CONTRACT / 100)).collect();
	all.sort();
	all.dedup_by_key(|(series, _)| *series);
	all
}

impl Crash {
	/// `accounts` of which `weak` fail by what comes.
	///
	/// # Panics
	/// If an order is refused, or accounts cannot be valued.
	pub fn build(accounts: u32, weak: u32, with_orders: bool) -> Self {
		let (mut state, mut opener) = open_usual(accounts.saturating_sub(weak));
		let weak = (0..weak).map(|n| Who::new("weak", n)).collect::<Vec<_>>();
		state.execute_with(|| {
			let dot = pallet_collateral::Kinds::<Runtime>::get(DOT).expect("DOT is listed");
			pallet_collateral::Kinds::<Runtime>::insert(OTHER, dot);
			let now = Timestamp::get();
			for (nth, who) in weak.iter().enumerate() {
				opener.open(who, shorts(nth as u32, now));
			}
			opener.close();
			if with_orders {
				rest_orders(&weak);
			}
			weak.iter().for_each(weaken);
			System::reset_events();
		});
		let mut crash = Self { state, weak };
		crash.commit();
		look_at_all(&mut crash.state, 5);
		crash.state.execute_with(|| assert_eq!(AuctionCount::<Runtime>::get(), 0));
		crash
	}

	fn commit(&mut self) {
		self.state.commit_all().expect("no open transaction");
	}

	/// The next block begins, with bitcoin at so many dollars.
	pub fn move_to(&mut self, bitcoin: u32) {
		self.state.execute_with(|| next_block(bitcoin));
		self.commit();
	}

	/// The hooks of the block that has begun, for good.
	pub fn live(&mut self) {
		self.state.execute_with(|| {
			hooks();
			System::reset_events();
		});
		self.commit();
	}

	/// Bids that stand for all who fail.
	pub fn stand(&mut self) {
		self.state.execute_with(|| {
			let of = |who: &Who| {
				let is = Margin::assess(&who.account, Lens::Latest).expect("it can be valued");
				is.requirement().into_inner()
			};
			// Each takes its part of what can fail.
			let all: i128 = self.weak.iter().map(of).sum();
			let least = pallet_liquidation::Params::<Runtime>::get().backstop_bond;
			let each = Money::from_inner(all * 2 / i128::from(STANDING)).max(least);
			for n in 0..STANDING {
				let who = Who::new("usual", n);
				let underlyings = vec![BTC, ETH].try_into().expect("two");
				let kappa_min = Perbill::from_percent(2);
				let (bidder, max_requirement) = (who.account.clone(), each);
				who.call(pallet_liquidation::Call::place_backstop {
					bidder,
					kappa_min,
					max_requirement,
					underlyings,
				});
			}
			System::reset_events();
		});
		self.commit();
	}

	/// What a block without transactions does with them. Nothing of it is kept.
	pub fn block(&self) -> Block {
		let ((polled, charged, took, events), proof) = measure(&self.state, || {
			let begun = Instant::now();
			let (polled, charged) = hooks();
			let took = begun.elapsed();
			(polled, charged, took, System::read_events_no_consensus().collect::<Vec<_>>())
		});
		let [starts, fills] = starts_and_fills(events.iter().map(|record| &record.event));
		Block { starts, fills, charged, polled, took, proof }
	}

	/// The same in a whole block, as validators get it: with all other pallets' hooks, and with what a block leaves to
	/// each of them. It counts parts that standing bids took, if `fills`, or else starts.
	pub fn candidate(&self, name: &str, fills: bool) -> Candidate {
		let (built, candidate) = fill(&self.state, name, &[]);
		let [starts, filled] = starts_and_fills(built.result.events.iter());
		Candidate { count: if fills { filled } else { starts } as u32, ..candidate }
	}

	/// A flag alone in its block, of who fails or of who does not: what it was charged, and its proof.
	pub fn flag(&self, account: &MarginAccountId) -> (bool, Weight, Measured) {
		let flagger = Who::new("usual", STANDING);
		let ((worked, weight), proof) = measure(&self.state, || {
			let origin = frame_system::RawOrigin::Signed(flagger.owner.clone()).into();
			weight_of(Liquidation::flag(origin, account.clone(), flagger.account.clone()))
		});
		(worked, weight, proof)
	}

	/// A bid alone in its block on one that was flagged before.
	///
	/// # Panics
	/// If it cannot be flagged.
	pub fn bid(&mut self, account: &MarginAccountId) -> (bool, Weight, Measured) {
		let bidder = Who::new("usual", STANDING);
		self.state.execute_with(|| {
			let origin = frame_system::RawOrigin::Signed(bidder.owner.clone()).into();
			let flagged = Liquidation::flag(origin, account.clone(), bidder.account.clone());
			assert!(flagged.is_ok(), "{flagged:?}");
		});
		self.commit();
		let ((worked, weight), proof) = measure(&self.state, || {
			let origin = frame_system::RawOrigin::Signed(bidder.owner.clone()).into();
			let (into, all) = (bidder.account.clone(), Perbill::from_percent(100));
			weight_of(Liquidation::bid(origin, account.clone(), into, 0, all, Cash::MAX))
		});
		(worked, weight, proof)
	}
}

/// How many auctions were started, and how many parts were taken by standing bids.
fn starts_and_fills<'a>(events: impl Iterator<Item = &'a RuntimeEvent>) -> [usize; 2] {
	events.fold([0, 0], |[starts, fills], event| match event {
		RuntimeEvent::Liquidation(Event::AuctionStarted { .. }) => [starts + 1, fills],
		RuntimeEvent::Liquidation(Event::BackstopFilled { .. }) => [starts, fills + 1],
		_ => [starts, fills],
	})
}

fn weight_of(done: frame_support::dispatch::DispatchResultWithPostInfo) -> (bool, Weight) {
	let (worked, info) = match done {
		Ok(info) => (true, info),
		Err(error) => (false, error.post_info),
	};
	(worked, info.actual_weight.unwrap_or_else(whole_block))
}

/// Orders of each in as many books, below the mark; of as many as the books have room for.
fn rest_orders(all: &[Who]) {
	let series = [BTC, ETH].into_iter().flat_map(Options::series_of);
	let books = series.filter(|one| one.kind != Kind::Future).filter_map(|one| {
		let tick = pallet_options::Markets::<Runtime>::get(one.underlying)?.tick;
		let (mark, _) = Margin::mark(&one, Lens::Latest).ok()?;
		let ticks = mark.into_inner() / 1_000_000_000_000 / tick;
		(ticks > 40).then_some((one, ticks, tick))
	});
	let books = books.collect::<Vec<_>>();
	let each = books.len() / WEAK.2;
	for (nth, who) in all.iter().enumerate().take(each * ORDERS.0) {
		for group in 0..WEAK.2 {
			let (series, ticks, tick) = books[group * each + nth / ORDERS.0];
			let away = 10 + (nth % ORDERS.0 / ORDERS.1) as Cash;
			who.call(pallet_options::Call::place_order {
				account: who.account.clone(),
				series,
				side: Side::Buy,
				quantity: CONTRACT / 100,
				limit_price: (ticks - away) * tick,
				time_in_force: TimeInForce::PostOnly,
				reduce_only: false,
			});
		}
	}
}

/// Give an account lots, and leave it so much cash that it meets its maintenance margin by three tenths.
fn weaken(who: &Who) {
	Accounts::<Runtime>::mutate_extant(&who.account, |account| {
		let lots = vec![(DOT, 10_000_000_000), (OTHER, 10_000_000_000)];
		account.lots = lots.try_into().expect("two fit");
	});
	let is = Margin::assess(&who.account, Lens::Latest).expect("it can be valued");
	let spare = is.maintenance_excess().into_inner() - is.maintenance.into_inner() * 3 / 10;
	let spare = spare / 1_000_000_000_000;
	Accounts::<Runtime>::mutate_extant(&who.account, |account| account.cash -= spare);
	assert!(<Margin as Ledger<_>>::cash(&who.account) > 0, "it owes nothing");
	Totals::<Runtime>::mutate(|totals| {
		totals.held -= spare;
		totals.positive -= spare;
	});
}
