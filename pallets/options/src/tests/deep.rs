// SPDX-License-Identifier: GPL-3.0-or-later

//! Sides of a book that are full, deep and crowded at some prices, held against a list of orders: what has no room,
//! who goes for whom (ADR 52), and which levels come up as those above are taken.

use crate::{mock::*, *};
use frame_support::storage::with_storage_layer;
use proptest::{prelude::*, test_runner::*};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};
use straddle_test_kit::cases;
use Side::{Buy, Sell};

/// Accounts 1 to 8 make, 9 takes.
const MAKERS: u8 = 8;
const TAKER: u8 = 9;
/// Prices of a side, from the best on.
const PRICES: i128 = 160;
/// A price that many choose.
const BUSY: i128 = 20;

#[derive(Clone, Debug)]
enum Step {
	/// Whose, on which side, how far from the best price, hundredths of a contract, whether it is a quote.
	Make(u8, Side, i128, i64, bool),
	Cancel(usize),
	/// From which side, hundredths.
	Take(Side, i64),
	/// Whose cash comes or goes.
	Cash(u8),
}

fn side() -> impl Strategy<Value = Side> {
	prop_oneof![Just(Buy), Just(Sell)]
}

fn make() -> impl Strategy<Value = Step> {
	let far = prop_oneof![2 => 0..PRICES, 1 => Just(BUSY)];
	let size = prop_oneof![1 => 10..30i64, 1 => 10..250i64];
	let quote = prop::bool::weighted(0.1);
	(1..=MAKERS, side(), far, size, quote)
		.prop_map(|(who, side, far, size, quote)| Step::Make(who, side, far, size, quote))
}

fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		14 => make(),
		2 => (0..256usize).prop_map(Step::Cancel),
		2 => (side(), 10..1_500i64).prop_map(|(side, size)| Step::Take(side, size)),
		1 => (1..=MAKERS).prop_map(Step::Cash),
	]
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Resting {
	id: OrderId,
	who: u8,
	side: Side,
	cents: i128,
	left: i64,
	quote: bool,
}

/// How far a price is from the best that a side can have: lower is better.
fn rank(side: Side, cents: i128) -> i128 {
	if side == Buy {
		-cents
	} else {
		cents
	}
}

#[derive(Clone, Debug)]
struct Naive {
	series: Series,
	orders: Vec<Resting>,
	poor: BTreeSet<u8>,
}

/// What came of steps, and how often.
type Tally = BTreeMap<&'static str, u32>;

impl Naive {
	fn cents(&self, side: Side, far: i128) -> i128 {
		// The future's prices lie around zero.
		let (bid, ask) = if self.series.kind == Kind::Future { (-1, 1) } else { (500, 501) };
		if side == Buy {
			bid - far
		} else {
			ask + far
		}
	}

	/// In cents: what a price is weighed by.
	fn weight(&self, cents: i128) -> i128 {
		let reference = if self.series.kind == Kind::Future { 100_000 } else { 0 };
		(cents + reference).max(1)
	}

	/// The side as it trades: the best price first, the oldest first at a price.
	fn sorted(&self, side: Side) -> Vec<Resting> {
		let mut all: Vec<_> =
			self.orders.iter().filter(|order| order.side == side).copied().collect();
		all.sort_by_key(|order| (rank(side, order.cents), order.id));
		all
	}

	/// Let an order rest and say whom that pays, or why not.
	fn rest(&mut self, new: Resting, tally: &mut Tally) -> Result<Option<u8>, &'static str> {
		let side = self.sorted(new.side);
		let at = |order: &Resting| rank(new.side, order.cents);
		let full = side.iter().filter(|order| order.cents == new.cents).count() >= 32;
		let (mut gone, mut paid) = (None, None);
		if side.len() >= 128 {
			let (best, last) = (side[0], side[127]);
			if at(&new) >= at(&last) {
				return Err("BookFull");
			}
			let [mut own, mut other] = [new, last].map(|order| self.weight(order.cents));
			if new.side == Sell {
				(own, other) = (other, own);
			}
			let counted = last.left.min(10 * 10);
			let outweighs = i128::from(new.left) * own >= i128::from(counted) * other;
			let bare = last.quote && self.poor.contains(&last.who);
			let why = match (at(&new) < at(&best), outweighs, bare) {
				(true, ..) => "best",
				(_, true, _) => "outweighs",
				(_, _, true) => "bare",
				_ => return Err("TooSmall"),
			};
			*tally.entry(why).or_default() += 1;
			gone = Some(last.id);
			let small = i128::from(new.left.min(10 * 10)) * own >= i128::from(last.left) * other;
			if !last.quote && !small && last.who != new.who {
				*tally.entry("paid").or_default() += 1;
				paid = Some(last.who);
			}
		}
		if full {
			return Err("LevelFull");
		}
		self.orders.retain(|order| Some(order.id) != gone);
		self.orders.push(new);
		Ok(paid)
	}

	/// Take so much from a side: at most sixteen orders.
	fn take(&mut self, side: Side, mut left: i64) {
		for met in self.sorted(side).into_iter().take(MAX_MATCHES as usize) {
			let filled = met.left.min(left);
			left -= filled;
			let order = self.orders.iter_mut().find(|order| order.id == met.id);
			order.expect("it rests").left -= filled;
			if left == 0 {
				break;
			}
		}
		self.orders.retain(|order| order.left > 0);
	}

	fn has_room(&self, who: u8) -> bool {
		let own = self.orders.iter().filter(|order| order.who == who && !order.quote);
		own.count() < MAX_ORDERS as usize
	}
}

fn truth(series: Series) -> Vec<Resting> {
	let mut all = Vec::new();
	for (at, Slot { shelf, rate }, queue) in Queues::<Test>::iter() {
		assert!(at == series && !shelf.pegged);
		for order in queue {
			let who = (1..=MAKERS).find(|n| account(*n) == order.account).unwrap();
			let (cents, left) = (rate / (USD / 100), order.remaining / (CONTRACT / 100));
			let (id, side, quote) = (order.id, shelf.side, order.terms.is_quote);
			all.push(Resting { id, who, side, cents, left, quote });
		}
	}
	all.sort_by_key(|order| order.id);
	all
}

fn refused() -> Option<QuoteRefusal> {
	let last = events().into_iter().next_back();
	// `Quoted` comes last.
	let mut before = events().into_iter().rev().skip(1);
	match (last, before.next()) {
		(Some(Event::Quoted { rested, .. }), Some(Event::QuoteRefused { reason, .. }))
			if rested.is_empty() =>
		{
			Some(reason)
		},
		_ => None,
	}
}

/// A deposit went from one to another, if anything did.
fn assert_paid(mut cash: BTreeMap<MarginAccountId, Cash>, from: u8, to: Option<u8>) {
	if let Some(to) = to {
		*cash.get_mut(&account(from)).unwrap() -= USD;
		*cash.get_mut(&account(to)).unwrap() += USD;
	}
	assert_eq!(Bank::get().cash, cash);
}

fn apply(step: &Step, model: &mut Naive, tally: &mut Tally) {
	let (series, id) = (model.series, NextOrderId::<Test>::get());
	match *step {
		Step::Make(who, side, far, left, false) => {
			if !model.has_room(who) {
				return;
			}
			let cents = model.cents(side, far);
			let before = Bank::get().cash;
			let made = place_as(who, series, side, left, cents, TimeInForce::PostOnly, false);
			let mut after = model.clone();
			let new = Resting { id, who, side, cents, left, quote: false };
			match after.rest(new, tally) {
				Ok(paid) => {
					assert_eq!(made, Ok(id), "{step:?}");
					assert_paid(before, who, paid);
					*model = after;
				},
				Err(why) => {
					let error = match why {
						"LevelFull" => Error::<Test>::LevelFull,
						_ => Error::<Test>::BookFull,
					};
					assert_eq!(made, Err(error.into()), "{step:?}");
					*tally.entry(why).or_default() += 1;
				},
			}
		},
		Step::Make(who, side, far, left, true) => {
			let cents = model.cents(side, far);
			let (rate, before) = (Rate::Price(cents * (USD / 100)), Bank::get().cash);
			let quote = MakerQuote { series, side, quantity: left * (CONTRACT / 100), rate };
			let origin = RuntimeOrigin::signed(owner(who));
			let quoted = with_storage_layer(|| {
				Options::mass_quote(origin, account(who), U, vec![quote].try_into().unwrap())
					.map(|_| ())
					.map_err(|failed| failed.error)
			});
			let mut after = model.clone();
			let mine = |order: &&mut Resting| order.quote && (order.who, order.side) == (who, side);
			let old = after.orders.iter_mut().find(mine);
			let kept = old.filter(|old| old.cents == cents && left <= old.left);
			let rests = match kept {
				Some(old) => {
					old.left = left;
					Ok(None)
				},
				None => {
					after
						.orders
						.retain(|order| !(order.quote && (order.who, order.side) == (who, side)));
					after.rest(Resting { id, who, side, cents, left, quote: true }, tally)
				},
			};
			if rests.is_ok() && model.poor.contains(&who) {
				assert_eq!(quoted, Err(Error::<Test>::DepositsShort.into()), "{step:?}");
				return;
			}
			assert_eq!(quoted, Ok(()), "{step:?}");
			assert_paid(before, who, rests.ok().flatten());
			let expected = rests.err().map(|why| match why {
				"LevelFull" => QuoteRefusal::LevelFull,
				_ => QuoteRefusal::BookFull,
			});
			assert_eq!(refused(), expected, "{step:?}");
			*tally.entry(if expected.is_some() { "refused" } else { "quoted" }).or_default() += 1;
			*model = after;
		},
		Step::Cancel(nth) => {
			let own = model.orders.iter().filter(|order| !order.quote).collect::<Vec<_>>();
			if own.is_empty() {
				return;
			}
			let Resting { id, who, .. } = *own[nth % own.len()];
			Options::cancel_order(RuntimeOrigin::signed(owner(who)), account(who), id).unwrap();
			model.orders.retain(|order| order.id != id);
		},
		Step::Take(side, left) => {
			let limit = model.cents(side, PRICES);
			let kind = TimeInForce::ImmediateOrCancel;
			place_as(TAKER, series, side.opposite(), left, limit, kind, false).unwrap();
			if Books::<Test>::get(series).deep.iter().any(|deep| *deep > 0) {
				*tally.entry("deep").or_default() += 1;
			}
			model.take(side, left);
		},
		Step::Cash(who) => {
			let poor = model.poor.remove(&who);
			if !poor {
				model.poor.insert(who);
			}
		},
	}
}

/// Whatever was traded: some have enough for every deposit, others nothing. The taker has the rest.
fn set_cash(model: &Naive) {
	Bank::mutate(|bank| {
		for who in 1..=MAKERS {
			let cash = if model.poor.contains(&who) { 0 } else { 1_000_000 * USD };
			let before = bank.cash.insert(account(who), cash).unwrap();
			*bank.cash.get_mut(&account(TAKER)).unwrap() += before - cash;
		}
	});
}

fn run(series: Series, steps: &[Step], tally: &mut Tally) {
	let market = |market: &mut Market| market.open_interest_cap = u64::MAX;
	ExtBuilder::default().accounts(TAKER).market(market).build_and_execute(|| {
		let mut model = Naive { series, orders: Vec::new(), poor: BTreeSet::new() };
		for (nth, step) in steps.iter().enumerate() {
			set_cash(&model);
			apply(step, &mut model, tally);
			if nth % 16 == 15 || nth + 1 == steps.len() {
				model.orders.sort_by_key(|order| order.id);
				assert_eq!(truth(series), model.orders);
				assert_sound();
			}
		}
	});
}

/// What must have happened, or nothing is shown of it.
const SEEN: [&str; 10] = [
	"LevelFull",
	"BookFull",
	"TooSmall",
	"best",
	"outweighs",
	"bare",
	"paid",
	"deep",
	"quoted",
	"refused",
];

#[test]
fn a_full_book_is_a_list_of_orders() {
	let config = ProptestConfig {
		cases: cases(6),
		failure_persistence: None,
		max_shrink_iters: 200,
		..ProptestConfig::default()
	};
	let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
	let asked = straddle_test_kit::asked().is_some();
	let mut runner = match asked {
		true => TestRunner::new(config),
		false => TestRunner::new_with_rng(config, rng),
	};
	let full = prop::collection::vec(make(), 300..340);
	let then = prop::collection::vec(step(), 100..160);
	let tally = RefCell::new(Tally::new());
	let result = runner.run(&(any::<bool>(), full, then), |(future, mut steps, then)| {
		steps.extend(then);
		let series = if future { self::future() } else { call(1_000) };
		run(series, &steps, &mut tally.borrow_mut());
		Ok(())
	});
	if let Err(error) = result {
		panic!("{error}");
	}
	let tally = tally.into_inner();
	println!("{tally:?}");
	for seen in SEEN {
		assert!(asked || tally.contains_key(seen), "never happened: {seen}");
	}
}
