// SPDX-License-Identifier: GPL-3.0-or-later

//! Random calls of four accounts, held against a naive book.

use crate::{mock::*, *};
use proptest::prelude::*;
use straddle_test_kit::{cases, MockPrices};
use Side::{Buy, Sell};

#[derive(Clone, Debug)]
enum Step {
	Place {
		who: u8,
		series: usize,
		side: Side,
		quantity: i64,
		cents: i128,
		kind: TimeInForce,
		reduce_only: bool,
	},
	Cancel(usize),
	CancelAll(u8),
	Auction(u8),
	Fail(u8, bool),
}

fn series() -> [Series; 3] {
	[call(1_000), put(1_000), future()]
}

fn step() -> impl Strategy<Value = Step> {
	use TimeInForce::*;
	let kind = prop_oneof![
		5 => Just(GoodTilCancelled),
		1 => Just(PostOnly),
		1 => Just(ImmediateOrCancel),
		1 => Just(FillOrKill),
	];
	let side = prop_oneof![Just(Buy), Just(Sell)];
	let order = (1..=4u8, 0..3usize, side, 10..60i64, 0..8i128, kind, prop::bool::weighted(0.1));
	prop_oneof![
		20 => order.prop_map(|(who, series, side, quantity, price, kind, reduce_only)| {
			// The future's prices lie around zero.
			let cents = if series == 2 { price - 4 } else { 996 + price };
			Step::Place { who, series, side, quantity, cents, kind, reduce_only }
		}),
		4 => (0..64usize).prop_map(Step::Cancel),
		1 => (1..=4u8).prop_map(Step::CancelAll),
		1 => (1..=4u8).prop_map(Step::Auction),
		1 => (1..=4u8, prop::bool::weighted(0.3)).prop_map(|(who, fails)| Step::Fail(who, fails)),
	]
}

/// The book as a child would write it: a list of orders.
#[derive(Clone, Default)]
struct Naive {
	orders: Vec<(OrderId, u8, Series, Side, i64, i128, bool)>,
	positions: std::collections::BTreeMap<(u8, Series), i64>,
	failing: std::collections::BTreeSet<u8>,
}

impl Naive {
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

	/// The order that trades next against `side`.
	fn next(&self, series: Series, side: Side, limit: i128) -> Option<usize> {
		let other = side.opposite();
		let mut best: Option<usize> = None;
		for (n, order) in self.orders.iter().enumerate() {
			if order.2 != series || order.3 != other {
				continue;
			}
			let (good, better) = match side {
				Buy => (order.5 <= limit, best.is_none_or(|b| order.5 < self.orders[b].5)),
				Sell => (order.5 >= limit, best.is_none_or(|b| order.5 > self.orders[b].5)),
			};
			if good && better {
				best = Some(n);
			}
		}
		best
	}

	/// What `place_order` should do; `None` where it should refuse.
	fn place(
		&mut self,
		id: OrderId,
		who: u8,
		series: Series,
		side: Side,
		mut quantity: i64,
		limit: i128,
		kind: TimeInForce,
		reduce_only: bool,
	) -> Option<Vec<(OrderId, i128, i64)>> {
		use TimeInForce::*;
		if reduce_only {
			quantity = quantity.min(self.reducible(who, series, side));
			if quantity == 0 {
				return None;
			}
		}
		if kind == PostOnly && self.next(series, side, limit).is_some() {
			return None;
		}
		let (mut fills, mut met, mut skipped) = (Vec::new(), 0, 0);
		let mut stopped = false;
		while let Some(n) = self.next(series, side, limit).filter(|_| quantity > 0) {
			if met == MAX_MATCHES || skipped == MAX_SKIPS {
				stopped = true;
				break;
			}
			let (maker_id, maker, _, other, left, price, reduces) = self.orders[n];
			let mut fill = quantity.min(left);
			if reduces {
				fill = fill.min(self.reducible(maker, series, other));
			}
			if maker == who || fill == 0 {
				self.orders.remove(n);
				met += 1;
				continue;
			}
			if self.failing.contains(&who) {
				return None;
			}
			if self.failing.contains(&maker) {
				self.orders.remove(n);
				skipped += 1;
				continue;
			}
			let sign = if side == Buy { 1 } else { -1 };
			*self.positions.entry((who, series)).or_default() += sign * fill;
			*self.positions.entry((maker, series)).or_default() -= sign * fill;
			self.orders[n].4 -= fill;
			if self.orders[n].4 == 0 {
				self.orders.remove(n);
			}
			quantity -= fill;
			met += 1;
			fills.push((maker_id, price, fill));
		}
		if quantity > 0 {
			match kind {
				FillOrKill => return None,
				GoodTilCancelled | PostOnly if !stopped => {
					if self.failing.contains(&who) {
						return None;
					}
					self.orders.push((id, who, series, side, quantity, limit, reduce_only));
				},
				_ => {},
			}
		}
		Some(fills)
	}

	fn levels(&self, series: Series, side: Side) -> Vec<(i128, i64, u8)> {
		let mut levels = std::collections::BTreeMap::<i128, (i64, u8)>::new();
		for order in self.orders.iter().filter(|order| order.2 == series && order.3 == side) {
			let level = levels.entry(order.5).or_default();
			level.0 += order.4;
			level.1 += 1;
		}
		let levels = levels.into_iter().map(|(price, (total, orders))| (price, total, orders));
		if side == Buy {
			levels.rev().collect()
		} else {
			levels.collect()
		}
	}
}

fn apply(step: Step, naive: &mut Naive) {
	match step {
		Step::Place { who, series: nth, side, quantity, cents, kind, reduce_only } => {
			let series = series()[nth];
			let before = trades().len();
			let id = NextOrderId::<Test>::get();
			let mut after = naive.clone();
			let expected = after.place(id, who, series, side, quantity, cents, kind, reduce_only);
			let result = place_as(who, series, side, quantity, cents, kind, reduce_only);
			assert_eq!(result.is_ok(), expected.is_some(), "{result:?}");
			if let Some(fills) = expected {
				assert_eq!(trades().split_off(before), fills);
				*naive = after;
			}
		},
		Step::Cancel(nth) => {
			if naive.orders.is_empty() {
				return;
			}
			let order = naive.orders.remove(nth % naive.orders.len());
			let origin = RuntimeOrigin::signed(owner(order.1));
			Options::cancel_order(origin, account(order.1), order.0).unwrap();
		},
		Step::CancelAll(who) => {
			let origin = RuntimeOrigin::signed(owner(who));
			Options::cancel_all(origin, account(who), None).unwrap();
			naive.orders.retain(|order| order.1 != who);
		},
		Step::Auction(who) => {
			<Options as OnAuction>::on_auction(&account(who)).unwrap();
			naive.orders.retain(|order| order.1 != who);
		},
		Step::Fail(who, fails) => {
			Bank::set_failing(&account(who), fails);
			match fails {
				true => naive.failing.insert(who),
				false => naive.failing.remove(&who),
			};
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(24), failure_persistence: None, ..Default::default() })]

	#[test]
	fn random_calls_keep_every_promise(
		steps in prop::collection::vec(step(), 1..120),
		settlement in 900_000_000u128..1_100_000_000,
		limit in 1..12u32,
		sweeps_out in any::<bool>(),
	) {
		ExtBuilder::default().build_and_execute(|| {
			let mut naive = Naive::default();
			for step in steps {
				apply(step, &mut naive);
				assert_sound();
				for series in series() {
					for side in [Buy, Sell] {
						assert_eq!(levels(series, side), naive.levels(series, side));
					}
					for who in 1..=4 {
						let position = Bank::position(&account(who), &series) / 10_000;
						assert_eq!(position, naive.position(who, series));
					}
				}
			}
			if sweeps_out {
				for who in 1..=4 {
					apply(Step::CancelAll(who), &mut naive);
				}
				assert!(Bank::get().orders.is_empty(), "aggregates are not back to zero");
				assert_eq!(Queues::<Test>::iter().count() + Books::<Test>::iter().count(), 0);
			}
			// An odd price, so that payoffs do not divide.
			MockPrices::settle(U, EXPIRY, Price::from_rational(settlement, 1_000_000));
			let legs = Bank::get().positions.values().map(|held| held.len()).sum::<usize>();
			let rounding = Bank::pot(Pot::Rounding);
			set_now(EXPIRY);
			let mut calls = 0;
			while Listings::<Test>::contains_key((U, EXPIRY)) {
				let origin = RuntimeOrigin::signed(owner(1));
				Options::settle(origin, U, EXPIRY, limit).unwrap();
				assert_sound();
				calls += 1;
				assert!(calls < 500);
			}
			assert!(Bank::get().orders.is_empty());
			assert!(Bank::get().positions.values().all(|held| held.is_empty()));
			assert_eq!(Bank::pot(Pot::Suspense(U, EXPIRY)), 0);
			// What is left is rounding: less than a unit a leg.
			let left = Bank::pot(Pot::Rounding) - rounding;
			assert!((0..=legs as i128).contains(&left), "{left} of {legs}");
		});
	}
}
