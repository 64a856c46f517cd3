// SPDX-License-Identifier: GPL-3.0-or-later

//! Whatever owners, prices and time do, in any order: nothing is made and nothing is lost.
//!
//! Random steps on the real runtime with real tokens. After each one what no pallet can check alone, by
//! the numbers of DESIGN.md 12: 1 and 2 to the last token, 5, 6, 7, and 12; now and then `try_state` of
//! every pallet.

mod deals;
mod steps;
mod world;

use super::*;
use crate::*;
use pallet_margin::{Accounts, OrderTotals};
use proptest::{prelude::*, test_runner::*};
use sp_runtime::traits::Dispatchable;
use std::collections::{BTreeMap, BTreeSet};
use steps::*;
use straddle_math::{mul_div, Rounding};
use straddle_primitives::*;
use straddle_traits::{Ledger, Prices, Risk};
use world::*;

/// One smallest unit of cash in Money's.
const UNIT: i128 = 1_000_000_000_000;
/// How often the invariants of every pallet are checked: after so many steps.
const EVERY: usize = 6;

/// An account as it is before and after a step.
#[derive(Clone, Debug, PartialEq)]
struct Standing {
	equity: i128,
	/// How far equity may be off: rounding, and the arrays' bound.
	off: i128,
	cash: Cash,
	lots: Vec<(CollateralId, u128)>,
	positions: Vec<(Series, Quantity)>,
	has_orders: bool,
	in_auction: bool,
}

/// What an array's mark may be off: 8 forwards · 2^-40 a contract (RISK.md 1).
fn bound(positions: &[(Series, Quantity)]) -> i128 {
	let of = |(series, quantity): &(Series, Quantity)| {
		let forward = PriceOracle::forward(series.underlying, series.expiry, Lens::Latest).price;
		let forward = i128::try_from(forward.into_inner()).expect("a price fits") >> 37;
		i128::from(*quantity).abs() * forward / i128::from(CONTRACT) + 1
	};
	positions.iter().map(of).sum()
}

/// Whether quotes of an account rest: the ledger does not know them.
fn quotes(account: &MarginAccountId) -> bool {
	let desk = pallet_options::Desks::<Runtime>::get(account);
	desk.stands.iter().any(|stand| stand.quotes > 0)
}

fn standings() -> BTreeMap<MarginAccountId, Standing> {
	use straddle_traits::AuctionStatus;
	let mut session = Margin::session();
	let standing = |(id, account): (MarginAccountId, pallet_margin::MarginAccount)| {
		let is = Margin::assess_in(&mut session, &id, Lens::Latest).expect("it can be valued");
		let arrays = account.mode == MarginMode::Portfolio;
		let off = if arrays { bound(&account.positions) } else { 0 };
		let standing = Standing {
			equity: is.equity().into_inner(),
			off: off + 2 * UNIT,
			cash: Margin::cash(&id),
			lots: account.lots.into_inner(),
			positions: account.positions.into_inner(),
			has_orders: !account.orders.is_empty() || quotes(&id),
			in_auction: Liquidation::in_auction(&id),
		};
		(id, standing)
	};
	Accounts::<Runtime>::iter().map(standing).collect()
}

/// 5: what the registry counts is what accounts hold.
fn assert_totals(accounts: &BTreeMap<MarginAccountId, Standing>) {
	for kind in KINDS {
		let credited = pallet_collateral::Credited::<Runtime>::get(kind);
		if kind == CASH {
			let held = pallet_margin::Totals::<Runtime>::get().held;
			assert_eq!(Cash::try_from(credited), Ok(held), "2: cash booked in and cash held");
			continue;
		}
		let lots = accounts.values().flat_map(|account| &account.lots);
		let sum = lots.filter(|(other, _)| *other == kind).map(|(_, amount)| amount).sum::<u128>();
		assert_eq!(credited, sum, "5: {kind:?} counted and the sum over accounts");
		assert_eq!(pallet_margin::LotTotals::<Runtime>::get(kind), sum, "1: total of {kind:?}");
	}
}

/// 6: every resting order is in its account's aggregates, and nothing else is.
fn assert_orders() {
	let mut resting = BTreeMap::<(MarginAccountId, Series), OrderTotals>::new();
	for (series, slot, queue) in pallet_options::Queues::<Runtime>::iter() {
		let money = |quantity, rounding| {
			mul_div(Cash::from(quantity), slot.rate, CONTRACT.into(), rounding).expect("it fits")
		};
		// The ledger does not know quotes.
		for order in queue.into_iter().filter(|order| !order.terms.is_quote) {
			let sum = resting.entry((order.account, series)).or_default();
			match slot.shelf.side {
				Side::Buy => {
					sum.buy += order.remaining;
					sum.buy_cost += money(order.remaining, Rounding::Up);
				},
				Side::Sell => {
					sum.sell += order.remaining;
					sum.sell_proceeds += money(order.remaining, Rounding::Down);
				},
			}
		}
	}
	let mut counted = BTreeMap::new();
	for (id, account) in Accounts::<Runtime>::iter() {
		counted.extend(account.orders.iter().map(|(one, all)| ((id.clone(), *one), all.totals)));
	}
	assert_eq!(resting, counted, "6: resting orders and what accounts count");
}

/// What suspense owes to those whom a settlement sweep has not come to: contracts that are not both long
/// and short any more, at the price that is fixed.
fn owed_by_suspense() -> i128 {
	let mut session = Margin::session();
	let mut owed = |(series, open): (Series, pallet_margin::OpenContracts)| {
		assert_eq!(open.swept == 0, open.longs == open.shorts, "3: {series:?}");
		if open.swept == 0 {
			return 0;
		}
		let mark = Margin::mark_in(&mut session, &series, Lens::Latest).expect("it has a mark");
		i128::from(open.swept) * (mark.0.into_inner() / i128::from(CONTRACT))
	};
	pallet_margin::OpenInterest::<Runtime>::iter().map(&mut owed).sum()
}

/// 12: all equity and all pots together, less what suspense owes, are what the clearing account holds at
/// the prices of now.
fn assert_no_value_is_made(accounts: &BTreeMap<MarginAccountId, Standing>) {
	let mut pots = 0;
	for (pot, cash) in pallet_margin::Pots::<Runtime>::iter() {
		// Suspense neither: debtors pay before creditors are paid. What was written off waits for who bears it.
		let sound = (cash > 0) == (pot != Pot::Insolvency) && cash != 0;
		assert!(sound, "2: {pot:?} holds {cash}");
		pots += cash;
	}
	let equity = accounts.values().map(|account| account.equity).sum::<i128>();
	let off = accounts.values().map(|account| account.off).sum::<i128>();
	let mut there = pallet_margin::Totals::<Runtime>::get().held * UNIT;
	for kind in [KINDS[1], KINDS[2]] {
		let total = pallet_margin::LotTotals::<Runtime>::get(kind);
		let credit = Collateral::credit_of(kind, total).expect("it can be valued");
		there += credit.full.into_inner();
	}
	let made = equity + pots * UNIT - owed_by_suspense() - there;
	// Interest that was not credited yet is another two units.
	assert!(made <= off, "12: value was made: {made}");
	assert!(made >= -off - 2 * UNIT, "12: value was lost: {made}");
}

/// What a call may not do to those whom it is not about.
fn assert_bystanders(
	action: &Action,
	named: &[MarginAccountId],
	before: &BTreeMap<MarginAccountId, Standing>,
	after: &BTreeMap<MarginAccountId, Standing>,
) {
	for (id, was) in before {
		let Some(is) = after.get(id) else {
			assert!(was.equity == 0 && was.positions.is_empty(), "an account with value is gone");
			continue;
		};
		if !named.contains(id) && !was.has_orders {
			assert_eq!((&was.positions, &was.lots), (&is.positions, &is.lots), "{id:?}");
			assert!((was.equity - is.equity).abs() <= was.off + is.off, "12: {id:?}");
		}
		if was.in_auction && !action.sells() {
			assert_eq!(was.positions, is.positions, "7: contracts left an auction");
			assert!(was.cash <= is.cash, "7: cash left an auction");
			let left = |(kind, amount): &(CollateralId, u128)| {
				let now = is.lots.iter().find(|(other, _)| other == kind);
				now.is_none_or(|(_, now)| now < amount)
			};
			assert!(!was.lots.iter().any(left), "7: a lot left an auction");
		}
	}
}

/// What came of calls, by call and refusal, and how often; and which events there were.
type Tally = BTreeMap<(String, String), u32>;
/// How a call that was not refused is counted.
const DONE: &str = "done";

fn take(world: &mut World, step: &Step, tally: &mut Tally) {
	let before = standings();
	match step {
		Step::Call(by, action) => {
			let (account, call, named) = action.call(&mut world.signed);
			let origin = match action.is_governance() {
				true => RuntimeOrigin::root(),
				false => RuntimeOrigin::signed(by.key(account)),
			};
			let result = call.dispatch(origin);
			let after = standings();
			let outcome = match result {
				Ok(_) => {
					assert_bystanders(action, &named, &before, &after);
					DONE.to_string()
				},
				Err(refused) => {
					assert!(is_expected(refused.error), "{:?}", refused.error);
					assert_eq!(before, after, "it was refused and changed something");
					let error = RuntimeError::from_dispatch_error(refused.error);
					error.map_or(String::new(), |error| format!("{error:?}"))
				},
			};
			*tally.entry((action.name(), outcome)).or_default() += 1;
		},
		Step::Blocks(blocks, ms, full) => {
			(0..*blocks).for_each(|_| world.block_with(*ms, *full));
		},
		Step::Expire(full) => world.expire(*full),
		Step::Price(feed, permille, blocks) => {
			world.move_price(*feed, *permille);
			(0..*blocks).for_each(|_| world.block(6_000));
		},
		Step::Volatility(permille) => {
			world.move_volatility(*permille);
			world.block(6_000);
		},
		Step::Outage(blocks, ms) => world.outage(*blocks, *ms),
	}
	let accounts = standings();
	world.assert_tokens();
	assert_totals(&accounts);
	assert_orders();
	assert_no_value_is_made(&accounts);
}

fn run(steps: &[Step], tally: &mut Tally) {
	development().execute_with(|| {
		let mut world = World::begin();
		for (nth, step) in steps.iter().enumerate() {
			take(&mut world, step, tally);
			if nth % EVERY == EVERY - 1 || nth + 1 == steps.len() {
				assert_try_state();
			}
		}
		world.count_events();
		for (name, times) in world.happened {
			*tally.entry(("events".into(), name)).or_default() += times;
		}
	});
}

/// What must have happened in some sequence, or nothing is shown of it.
const EVENTS: [&str; 19] = [
	"Traded",
	"Swept",
	"Recovered",
	"ExpirySettled",
	"AuctionStarted",
	"BidTaken",
	"TakenOver",
	"DebtCovered",
	"GainCharged",
	"LossBorne",
	"CashScaled",
	"BackstopPlaced",
	"LotAuctionStarted",
	"LotsSold",
	"IntentsSettled",
	"IntentFilled",
	"Requested",
	"QuoteAccepted",
	"Quoted",
];

/// The same 32 sequences each time, or as many new ones as `PROPTEST_CASES` says. With `--nocapture` it
/// tells what came of the calls.
#[test]
fn no_sequence_of_steps_makes_or_loses_value() {
	let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
	let config = ProptestConfig {
		cases: wanted.unwrap_or(32),
		failure_persistence: None,
		max_shrink_iters: 400,
		..ProptestConfig::default()
	};
	let mut runner = match wanted {
		Some(_) => TestRunner::new(config),
		None => {
			let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
			TestRunner::new_with_rng(config, rng)
		},
	};
	let tally = std::cell::RefCell::new(Tally::new());
	let result = runner.run(&any_steps(40..80), |steps| {
		run(&steps, &mut tally.borrow_mut());
		Ok(())
	});
	if let Err(error) = result {
		panic!("{error}");
	}
	let tally = tally.into_inner();
	for ((name, outcome), times) in &tally {
		println!("{name:14} {outcome:40} {times:6}");
	}
	if wanted.is_some_and(|cases| cases < 32) {
		return;
	}
	let done = |name: &String| tally.contains_key(&(name.clone(), DONE.into()));
	let calls = tally.keys().map(|(name, _)| name).filter(|name| *name != "events");
	// Block work finds who fails, and takes over, before anybody asks for it.
	let asked = calls.filter(|name| !["Flag", "TakeOver"].contains(&name.as_str()));
	let never = asked.filter(|name| !done(name)).collect::<BTreeSet<_>>();
	assert!(never.is_empty(), "never done: {never:?}");
	for event in EVENTS {
		assert!(tally.contains_key(&("events".into(), event.into())), "never happened: {event}");
	}
}
