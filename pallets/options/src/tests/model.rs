// SPDX-License-Identifier: GPL-3.0-or-later

//! Random calls of makers and takers held against a market that is a list of orders: plain, slow, and without any of the
//! book's shelves, depths, tags or desks.

use crate::{mock::*, *};
use frame_support::traits::Time;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use straddle_math::{black76, WAD};
use straddle_test_kit::{cases, MockPrices};
use Side::{Buy, Sell};
use TimeInForce::*;

const ACCOUNTS: u8 = 4;
/// Blocks of each protection's window.
const BLOCKS: u32 = 4;

#[derive(Clone, Debug)]
struct NewOrder {
	who: u8,
	series: usize,
	side: Side,
	hundredths: i64,
	cents: i128,
	kind: Kinds,
	reduce_only: bool,
	client: Option<ClientId>,
}

#[derive(Clone, Copy, Debug)]
enum Kinds {
	Plain,
	PostOnly,
	Immediate,
	Kill,
	/// So many milliseconds from now.
	Until(Moment),
}

#[derive(Clone, Copy, Debug)]
enum At {
	Cents(i128),
	Volatility(u32),
	Pegged(u32),
}

type NewQuote = (usize, Side, i64, At);

#[derive(Clone, Debug)]
enum Step {
	Place(NewOrder),
	Mass(u8, Vec<NewQuote>),
	CancelQuotes(u8),
	CancelTagged(u8, ClientId),
	CancelAll(u8),
	Cancel(usize),
	Fail(u8, bool),
	Time(Moment),
	Block,
	Spot(u32),
	Sleep(bool),
	Heartbeat(u8, Option<u32>),
	Protect(u8, Option<u64>),
}

fn series() -> [Series; 3] {
	[call(1_000), put(1_000), future()]
}

fn new_order() -> impl Strategy<Value = NewOrder> {
	let kind = prop_oneof![
		6 => Just(Kinds::Plain),
		1 => Just(Kinds::PostOnly),
		2 => Just(Kinds::Immediate),
		1 => Just(Kinds::Kill),
		2 => (0..4 * MINUTE_MS).prop_map(Kinds::Until),
	];
	let side = prop_oneof![Just(Buy), Just(Sell)];
	let client = prop::option::weighted(0.3, 0..3u64);
	let shape = (1..=ACCOUNTS, 0..3usize, side, 10..60i64, 0..12i128);
	(shape, kind, prop::bool::weighted(0.1), client).prop_map(
		|(shape, kind, reduce_only, client)| {
			let (who, series, side, hundredths, price) = shape;
			// The options are worth some 6 USD; the future's prices lie around zero.
			let cents = if series == 2 { price - 6 } else { 590 + 5 * price };
			NewOrder { who, series, side, hundredths, cents, kind, reduce_only, client }
		},
	)
}

fn new_quote() -> impl Strategy<Value = NewQuote> {
	let side = prop_oneof![Just(Buy), Just(Sell)];
	let quantity = prop_oneof![1 => Just(0), 8 => 10..60i64];
	(0..3usize, side, quantity, 0..12i128, 0..3u8).prop_map(|(series, side, quantity, n, how)| {
		let volatility = 480_000 + 4_000 * n as u32;
		let at = match how {
			_ if series == 2 => At::Cents(n - 6),
			0 => At::Cents(590 + 5 * n),
			1 => At::Volatility(volatility),
			_ => At::Pegged(volatility),
		};
		(series, side, quantity, at)
	})
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1..=ACCOUNTS;
	let quotes = || prop::collection::vec(new_quote(), 1..6);
	prop_oneof![
		20 => new_order().prop_map(Step::Place),
		10 => (who(), quotes()).prop_map(|(who, quotes)| Step::Mass(who, quotes)),
		1 => who().prop_map(Step::CancelQuotes),
		2 => (who(), 0..3u64).prop_map(|(who, client)| Step::CancelTagged(who, client)),
		1 => who().prop_map(Step::CancelAll),
		2 => (0..64usize).prop_map(Step::Cancel),
		1 => (who(), prop::bool::weighted(0.3)).prop_map(|(who, fails)| Step::Fail(who, fails)),
		2 => (0..2 * MINUTE_MS).prop_map(Step::Time),
		3 => Just(Step::Block),
		2 => (990..1_010u32).prop_map(Step::Spot),
		1 => prop::bool::weighted(0.3).prop_map(Step::Sleep),
		2 => (who(), prop::option::weighted(0.8, 1..4u32)).prop_map(|(who, n)| Step::Heartbeat(who, n)),
		1 => (who(), prop::option::weighted(0.8, 300_000..900_000u64))
			.prop_map(|(who, limit)| Step::Protect(who, limit)),
	]
}

#[derive(Clone, Debug)]
struct Resting {
	id: OrderId,
	who: u8,
	series: Series,
	side: Side,
	left: i64,
	/// Cents, or a volatility.
	rate: i128,
	pegged: bool,
	reduce_only: bool,
	quote: bool,
	/// Under which heartbeat, if any: zero is none.
	watched: u32,
	void: bool,
	until: Option<Moment>,
	client: Option<ClientId>,
}

#[derive(Clone, Default)]
struct Naive {
	orders: Vec<Resting>,
	positions: BTreeMap<(u8, Series), i64>,
	failing: BTreeSet<u8>,
	asleep: bool,
	spot: u32,
	block: u32,
	now: Moment,
	/// The last block in time, whether what rested is cancelled, and which one of all it is.
	heartbeats: BTreeMap<u8, (u32, bool, u32)>,
	beats: u32,
	/// Who has quotes of which some came under which heartbeat: they go together.
	under: BTreeSet<(u8, u32)>,
	/// The limit, when it was set, and what was filled since: block and millionths.
	protections: BTreeMap<u8, (u64, u32, Vec<(u32, u64)>)>,
}

type Fills = Vec<(OrderId, i128, i64)>;

impl Naive {
	fn is_late(&self, who: u8) -> bool {
		self.heartbeats.get(&who).is_some_and(|(until, ..)| *until < self.block)
	}

	/// The heartbeat of an account.
	fn beat(&self, who: u8) -> u32 {
		self.heartbeats.get(&who).map_or(0, |(.., beat)| *beat)
	}

	fn is_under(&self, order: &Resting) -> bool {
		order.watched > 0 && order.watched == self.beat(order.who)
	}

	fn is_dead(&self, order: &Resting) -> bool {
		order.void
			|| order.until.is_some_and(|until| until <= self.now)
			|| (self.is_under(order) && self.is_late(order.who))
	}

	fn price(&self, series: Series, side: Side, rate: i128, pegged: bool) -> Option<i128> {
		if !pegged {
			return Some(rate);
		}
		let kind = match series.kind {
			Kind::Call => black76::Kind::Call,
			Kind::Put => black76::Kind::Put,
			Kind::Future => unreachable!("no volatility"),
		};
		let (forward, sigma) = (i128::from(self.spot) * WAD, rate * WAD / 1_000_000);
		let left = EXPIRY - self.now;
		let usd = black76::price(kind, forward, 1_000 * WAD, sigma, left).unwrap();
		// Smallest units first, then cents: each away from the other side.
		let (unit, cent) = (WAD / USD, USD / 100);
		let cents = match side {
			Buy => usd / unit / cent,
			Sell => ((usd + unit - 1) / unit + cent - 1) / cent,
		};
		(!self.asleep && cents > 0).then_some(cents)
	}

	/// The order that trades next with one of this side and limit.
	fn next(&self, series: Series, side: Side, limit: i128) -> Option<(usize, i128)> {
		let mut found = Vec::new();
		for (nth, order) in self.orders.iter().enumerate() {
			if order.series != series || order.side == side {
				continue;
			}
			let Some(price) = self.price(series, order.side, order.rate, order.pegged) else {
				continue;
			};
			let sign = if side == Buy { 1 } else { -1 };
			if sign * price <= sign * limit {
				found.push(((sign * price, order.pegged, sign * order.rate, order.id), nth, price));
			}
		}
		found.into_iter().min().map(|(_, nth, price)| (nth, price))
	}

	fn position(&self, who: u8, series: Series) -> i64 {
		self.positions.get(&(who, series)).copied().unwrap_or(0)
	}

	fn reducible(&self, who: u8, series: Series, side: Side) -> i64 {
		let position = self.position(who, series);
		if side == Buy {
			-position.min(0)
		} else {
			position.max(0)
		}
	}

	/// Whether so much was filled in this span of blocks and the last one that no quote may stand.
	fn is_protected(&self, who: u8) -> bool {
		let Some((limit, since, fills)) = self.protections.get(&who) else { return false };
		let span = |block: u32| (block - since) / BLOCKS;
		let counts = |at: u32| span(at) + 1 >= span(self.block);
		fills.iter().filter(|(at, _)| counts(*at)).map(|(_, by)| by).sum::<u64>() >= *limit
	}

	fn void(&mut self, who: u8) {
		for order in self.orders.iter_mut().filter(|order| order.quote && order.who == who) {
			order.void = true;
		}
	}

	/// Whose quotes are gone has none under his heartbeat.
	fn settle_under(&mut self) {
		let orders = &self.orders;
		let stands = |(who, _): &(u8, u32)| {
			orders.iter().any(|order| order.quote && !order.void && order.who == *who)
		};
		self.under.retain(stands);
	}

	fn void_late(&mut self, who: u8) {
		if self.under.remove(&(who, self.beat(who))) {
			self.void(who);
		}
	}

	fn cancel_late(&mut self, who: u8) {
		self.void_late(who);
		let beat = self.beat(who);
		self.orders.retain(|order| order.quote || order.who != who || order.watched != beat);
	}

	fn cancel_all(&mut self, who: u8) {
		self.void(who);
		self.orders.retain(|order| order.quote || order.who != who);
	}

	fn place(&mut self, id: OrderId, new: &NewOrder) -> Option<Fills> {
		let NewOrder { who, side, cents, kind, reduce_only, client, .. } = *new;
		let (series, mut left) = (series()[new.series], new.hundredths);
		let until = match kind {
			Kinds::Until(0) => return None,
			Kinds::Until(ms) => Some(self.now + ms),
			_ => None,
		};
		if self.is_late(who) {
			return None;
		}
		if reduce_only {
			left = left.min(self.reducible(who, series, side));
			if left == 0 {
				return None;
			}
		}
		let (mut fills, mut met, mut skipped, mut stopped) = (Vec::new(), 0, 0, false);
		if matches!(kind, Kinds::PostOnly) {
			while let Some((nth, _)) = self.next(series, side, cents) {
				if met == MAX_MATCHES || !self.is_dead(&self.orders[nth]) {
					return None;
				}
				self.orders.remove(nth);
				met += 1;
			}
		}
		while let Some((nth, price)) = self.next(series, side, cents).filter(|_| left > 0) {
			if met == MAX_MATCHES || skipped == MAX_SKIPS {
				stopped = true;
				break;
			}
			let maker = self.orders[nth].clone();
			let mut fill = left.min(maker.left);
			if maker.reduce_only {
				fill = fill.min(self.reducible(maker.who, series, maker.side));
			}
			if self.is_dead(&maker) || maker.who == who || fill == 0 {
				self.orders.remove(nth);
				met += 1;
				continue;
			}
			if self.failing.contains(&who) {
				return None;
			}
			if self.failing.contains(&maker.who) {
				self.orders.remove(nth);
				skipped += 1;
				continue;
			}
			let sign = if side == Buy { 1 } else { -1 };
			*self.positions.entry((who, series)).or_default() += sign * fill;
			*self.positions.entry((maker.who, series)).or_default() -= sign * fill;
			self.orders[nth].left -= fill;
			if maker.quote && self.protections.contains_key(&maker.who) {
				let was = self.is_protected(maker.who);
				let by = (self.block, fill as u64 * 10_000);
				self.protections.get_mut(&maker.who).unwrap().2.push(by);
				if !was && self.is_protected(maker.who) {
					self.void(maker.who);
				}
			}
			self.orders.retain(|order| order.left > 0);
			(left, met) = (left - fill, met + 1);
			fills.push((maker.id, price, fill));
		}
		match kind {
			_ if left == 0 => {},
			Kinds::Kill => return None,
			Kinds::Immediate => {},
			_ if stopped => {},
			_ => {
				let mine = |order: &Resting| order.who == who && order.client == client;
				let taken = client.is_some() && self.orders.iter().any(mine);
				if self.failing.contains(&who) || taken {
					return None;
				}
				self.orders.push(Resting {
					id,
					who,
					series,
					side,
					left,
					rate: cents,
					pegged: false,
					reduce_only,
					quote: false,
					watched: self.beat(who),
					void: false,
					until,
					client,
				});
			},
		}
		Some(fills)
	}

	/// The number of quotes that a mass quote refuses, though it succeeds.
	fn mass(&mut self, mut id: OrderId, who: u8, quotes: &[NewQuote]) -> Option<usize> {
		if self.is_late(who) || self.is_protected(who) {
			return None;
		}
		let (mut refused, mut spare) = (0, MAX_SKIPS);
		let mut all = series();
		all.sort();
		for series in all {
			let mut new = Vec::new();
			for side in [Buy, Sell] {
				let named = quotes
					.iter()
					.find(|quote| (self::series()[quote.0], quote.1) == (series, side));
				let Some((_, _, quantity, at)) = named.copied() else { continue };
				let rest = match at {
					At::Cents(cents) => Some((cents, false)),
					At::Pegged(volatility) => Some((volatility.into(), true)),
					At::Volatility(volatility) => {
						self.price(series, side, volatility.into(), true).map(|at| (at, false))
					},
				};
				let watched = self.beat(who);
				let is_old = |order: &Resting| {
					order.quote && (order.who, order.series, order.side) == (who, series, side)
				};
				if let Some(nth) = self.orders.iter().position(is_old) {
					let old = &self.orders[nth];
					let keeps = rest == Some((old.rate, old.pegged))
						&& (1..=old.left).contains(&quantity)
						&& old.watched == watched
						&& !self.is_dead(old);
					if keeps {
						self.orders[nth].left = quantity;
						continue;
					}
					self.orders.remove(nth);
					self.settle_under();
				}
				if quantity > 0 {
					new.push((side, quantity, rest, watched));
				}
			}
			'quotes: for (side, left, rest, watched) in new {
				let Some((rate, pegged)) = rest else {
					refused += 1;
					continue;
				};
				if let Some(price) = self.price(series, side, rate, pegged) {
					while let Some((nth, _)) = self.next(series, side, price) {
						if spare == 0 || !self.is_dead(&self.orders[nth]) {
							refused += 1;
							continue 'quotes;
						}
						spare -= 1;
						self.orders.remove(nth);
					}
				}
				if watched > 0 {
					self.under.insert((who, watched));
				}
				self.orders.push(Resting {
					id,
					who,
					series,
					side,
					left,
					rate,
					pegged,
					reduce_only: false,
					quote: true,
					watched,
					void: false,
					until: None,
					client: None,
				});
				id += 1;
			}
		}
		Some(refused)
	}
}

type Row = (OrderId, u8, Series, Side, i64, i128, bool);

/// Orders that rest in truth, by number.
fn resting() -> BTreeMap<OrderId, Row> {
	let mut all = BTreeMap::new();
	for (series, Slot { shelf, rate }, queue) in Queues::<Test>::iter() {
		for order in queue {
			let who = (1..=ACCOUNTS).find(|n| account(*n) == order.account).unwrap();
			let rate = if shelf.pegged { rate } else { rate / (USD / 100) };
			let left = order.remaining / (CONTRACT / 100);
			all.insert(order.id, (order.id, who, series, shelf.side, left, rate, shelf.pegged));
		}
	}
	all
}

/// The same market in both: what stands is the same; what does not may be gone already.
fn compare(model: &mut Naive) {
	let truth = resting();
	let dead = model.orders.iter().map(|order| model.is_dead(order)).collect::<Vec<_>>();
	let mut dead = dead.into_iter();
	model.orders.retain(|order| !dead.next().unwrap() || truth.contains_key(&order.id));
	let rows = model.orders.iter().map(|order| {
		let Resting { id, who, series, side, left, rate, pegged, .. } = *order;
		(id, (id, who, series, side, left, rate, pegged))
	});
	assert_eq!(rows.collect::<BTreeMap<_, _>>(), truth);
	for who in 1..=ACCOUNTS {
		for series in series() {
			let position = Bank::position(&account(who), &series) / (CONTRACT / 100);
			assert_eq!(position, model.position(who, series), "{who} in {series:?}");
		}
	}
}

fn refusals() -> usize {
	events().iter().filter(|event| matches!(event, Event::QuoteRefused { .. })).count()
}

fn origin(who: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(owner(who))
}

fn apply(step: Step, model: &mut Naive) {
	let id = NextOrderId::<Test>::get();
	match step {
		Step::Place(new) => {
			let (who, before) = (new.who, trades().len());
			let kind = match new.kind {
				Kinds::Plain => GoodTilCancelled,
				Kinds::PostOnly => PostOnly,
				Kinds::Immediate => ImmediateOrCancel,
				Kinds::Kill => FillOrKill,
				Kinds::Until(ms) => GoodTilTime(Clock::now() + ms),
			};
			let (quantity, price) = (new.hundredths * (CONTRACT / 100), new.cents * (USD / 100));
			let place = Place { series: series()[new.series], side: new.side, price };
			let result = frame_support::storage::with_storage_layer(|| {
				let (at, side) = (place.series, place.side);
				let placed = match new.client {
					Some(client) => Options::place_tagged(
						origin(who),
						account(who),
						place,
						quantity,
						kind,
						new.reduce_only,
						client,
					),
					None => Options::place_order(
						origin(who),
						account(who),
						at,
						side,
						quantity,
						price,
						kind,
						new.reduce_only,
					),
				};
				placed.map(|_| ()).map_err(|failed| failed.error)
			});
			let mut after = model.clone();
			let expected = after.place(id, &new);
			assert_eq!(result.is_ok(), expected.is_some(), "{result:?} of {new:?}");
			if let Some(fills) = expected {
				assert_eq!(trades().split_off(before), fills);
				*model = after;
			}
		},
		Step::Mass(who, mut quotes) => {
			let mut named = BTreeSet::new();
			quotes.retain(|quote| named.insert((quote.0, quote.1 == Buy)));
			let before = refusals();
			let real = quotes.iter().map(|(nth, side, hundredths, at)| MakerQuote {
				series: series()[*nth],
				side: *side,
				quantity: hundredths * (CONTRACT / 100),
				rate: match *at {
					At::Cents(cents) => Rate::Price(cents * (USD / 100)),
					At::Volatility(volatility) => Rate::Volatility(volatility),
					At::Pegged(volatility) => Rate::Pegged(volatility),
				},
			});
			let real = real.collect::<Vec<_>>().try_into().unwrap();
			let result = frame_support::storage::with_storage_layer(|| {
				Options::mass_quote(origin(who), account(who), U, real)
			});
			let mut after = model.clone();
			let expected = after.mass(id, who, &quotes);
			assert_eq!(result.is_ok(), expected.is_some(), "{result:?} of {quotes:?}");
			if let Some(refused) = expected {
				assert_eq!(refusals() - before, refused);
				*model = after;
			}
		},
		Step::CancelQuotes(who) => {
			Options::cancel_quotes(origin(who), account(who), None).unwrap();
			model.void(who);
		},
		Step::CancelTagged(who, client) => {
			let result = Options::cancel_tagged(origin(who), account(who), client);
			let mine = |order: &Resting| order.who == who && order.client == Some(client);
			let nth = model.orders.iter().position(mine);
			assert_eq!(result.is_ok(), nth.is_some());
			nth.map(|nth| model.orders.remove(nth));
		},
		Step::CancelAll(who) => {
			Options::cancel_all(origin(who), account(who), None).unwrap();
			model.cancel_all(who);
		},
		Step::Cancel(nth) => {
			let plain = model.orders.iter().enumerate().filter(|(_, order)| !order.quote);
			let plain = plain.map(|(nth, _)| nth).collect::<Vec<_>>();
			if plain.is_empty() {
				return;
			}
			let order = model.orders.remove(plain[nth % plain.len()]);
			Options::cancel_order(origin(order.who), account(order.who), order.id).unwrap();
		},
		Step::Fail(who, fails) => {
			Bank::set_failing(&account(who), fails);
			match fails {
				true => model.failing.insert(who),
				false => model.failing.remove(&who),
			};
		},
		Step::Time(ms) => {
			model.now += ms;
			set_now(model.now);
		},
		Step::Block => {
			let told = events().len();
			run_block(model.now);
			model.block += 1;
			let truth = resting();
			for who in 1..=ACCOUNTS {
				let swept = model.heartbeats.get(&who).is_some_and(|(_, swept, _)| *swept);
				if !model.is_late(who) || swept {
					continue;
				}
				// What is late goes as far as the block has room.
				let beat = model.beat(who);
				let stays = |order: &Resting| {
					order.who != who || order.watched != beat || truth.contains_key(&order.id)
				};
				model.orders.retain(stays);
				let done = Event::HeartbeatLate { account: account(who), key: owner(who) };
				if events()[told..].contains(&done) {
					model.cancel_late(who);
					model.heartbeats.get_mut(&who).unwrap().1 = true;
				} else if Options::quotes_of(account(who), U).is_empty() {
					model.void_late(who);
				}
			}
		},
		Step::Spot(usd) => {
			model.spot = usd;
			MockPrices::set_spot(U, Price::from_u32(usd));
			set_state(model.asleep);
		},
		Step::Sleep(asleep) => {
			model.asleep = asleep;
			set_state(asleep);
		},
		Step::Heartbeat(who, within) => {
			Options::heartbeat(origin(who), account(who), within).unwrap();
			if model.is_late(who) && !model.heartbeats[&who].1 {
				model.cancel_late(who);
			}
			match within {
				Some(within) => {
					// One that is new has nothing to do with what stands since another one ended.
					model.beats += 1;
					let beat = Some(model.beat(who)).filter(|beat| *beat > 0);
					let beat = beat.unwrap_or(model.beats);
					model.heartbeats.insert(who, (model.block + within, false, beat))
				},
				None => model.heartbeats.remove(&who),
			};
		},
		Step::Protect(who, limit) => {
			let limits =
				limit.map(|quantity| Limits { blocks: BLOCKS, quantity, delta: 0, vega: 0 });
			Options::set_protection(origin(who), account(who), U, limits).unwrap();
			match limit {
				Some(limit) => model.protections.insert(who, (limit, model.block, Vec::new())),
				None => model.protections.remove(&who),
			};
		},
	}
}

fn set_state(asleep: bool) {
	let state = if asleep { PriceState::Uncertain } else { PriceState::Valid };
	MockPrices::set_state(U, state);
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(24), failure_persistence: None, ..Default::default() })]

	#[test]
	fn the_market_is_a_list_of_orders(steps in prop::collection::vec(step(), 1..150)) {
		ExtBuilder::default().build_and_execute(|| {
			let block = System::block_number() as u32;
			let mut model = Naive { spot: 1_000, now: START, block, ..Default::default() };
			for step in steps {
				apply(step, &mut model);
				assert_sound();
				compare(&mut model);
				model.settle_under();
			}
			// All that rests can go, and leaves nothing.
			for who in 1..=ACCOUNTS {
				apply(Step::CancelAll(who), &mut model);
				apply(Step::Heartbeat(who, None), &mut model);
				apply(Step::Protect(who, None), &mut model);
			}
			for _ in 0..40 {
				run_block(model.now);
			}
			assert_sound();
			let left = Books::<Test>::iter().count() + Queues::<Test>::iter().count()
				+ Depths::<Test>::iter().count() + Desks::<Test>::iter().count()
				+ Quotes::<Test>::iter().count() + Voided::<Test>::iter().count()
				+ Tagged::<Test>::iter().count() + Ending::<Test>::iter().count();
			assert_eq!(left, 0);
			assert!(Bank::get().orders.is_empty(), "aggregates are not back to zero");
		});
	}
}
