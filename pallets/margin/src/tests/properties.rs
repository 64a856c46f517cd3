// SPDX-License-Identifier: GPL-3.0-or-later

//! Random journals: nothing makes value, and what fails changes nothing.

use crate::{mock::*, *};
use frame_support::storage::{with_transaction, TransactionOutcome};
use proptest::prelude::*;
use straddle_test_kit::{cases, MockPrices};
use straddle_traits::{Losses, Risk};

#[derive(Clone, Copy, Debug)]
enum RuleKind {
	Trade(bool),
	Forced,
	Credit,
	Withdraw,
}

impl From<RuleKind> for Rule {
	fn from(kind: RuleKind) -> Self {
		match kind {
			RuleKind::Trade(near_mark) => Rule::Trade { near_mark },
			RuleKind::Forced => Rule::Forced,
			RuleKind::Credit => Rule::Credit,
			RuleKind::Withdraw => Rule::Withdraw,
		}
	}
}

#[derive(Clone, Debug)]
enum Step {
	Deposit(usize, Cash),
	Withdraw(usize, Cash),
	Trade(usize, usize, usize, Quantity, i64, RuleKind, RuleKind),
	Lots(usize, usize, i64, Cash, RuleKind),
	DepositLot(usize, u128),
	Order(usize, usize, [i64; 4], RuleKind),
	Rest(usize, OrderId, usize, bool, RuleKind),
	ToPot(usize, bool, Cash),
	Transfer(usize, usize, u128),
	Time(Moment),
	Spot(u64),
	Mode(usize, bool),
	Offer(usize, usize),
	Cancel(usize),
	Accept(usize, Option<usize>),
	Move(usize, usize, u128, u128, [i64; 5], bool),
	Poke(usize),
	Delegate(usize, usize),
	Borrow(usize, usize, Cash),
	Repay(usize, bool),
	Enforce(usize),
	Open(usize),
	Close(usize),
	Fund(usize, Cash),
	Loss(usize, Cash),
	Caps(u32, u32, u32),
}

fn rule() -> impl Strategy<Value = RuleKind> {
	prop_oneof![
		6 => any::<bool>().prop_map(RuleKind::Trade),
		2 => Just(RuleKind::Forced),
		1 => Just(RuleKind::Credit),
		1 => Just(RuleKind::Withdraw),
	]
}

const ACCOUNTS: usize = 6;
const OWNERS: [AccountId32; 3] = [ALICE, BOB, CHARLIE];

fn step() -> impl Strategy<Value = Step> {
	let who = || 0..ACCOUNTS;
	let cash = || 0..50_000 * USD;
	prop_oneof![
		3 => (who(), cash()).prop_map(|(a, c)| Step::Deposit(a, c)),
		3 => (who(), cash()).prop_map(|(a, c)| Step::Withdraw(a, c)),
		9 => (who(), who(), 0..5_usize, -2_000_000..2_000_000_i64, 0..200_i64, rule(), rule())
			.prop_map(|(a, b, s, q, p, r, t)| Step::Trade(a, b, s, q, p, r, t)),
		2 => (who(), who(), -50_000_000..50_000_000_i64, -9..9_i128, rule())
			.prop_map(|(a, b, l, c, r)| Step::Lots(a, b, l, c, r)),
		2 => (who(), 0..9_000_000_000_u128).prop_map(|(a, l)| Step::DepositLot(a, l)),
		2 => (who(), 0..5_usize, prop::array::uniform4(-3..9_i64), rule())
			.prop_map(|(a, s, o, r)| Step::Order(a, s, o, r)),
		3 => (who(), 0..9_u64, 0..5_usize, any::<bool>(), rule())
			.prop_map(|(a, o, s, goes, r)| Step::Rest(a, o, s, goes, r)),
		1 => (who(), any::<bool>(), -999..20_000 * USD).prop_map(|(a, p, c)| Step::ToPot(a, p, c)),
		1 => (who(), who(), 0..9_000_000_000_u128).prop_map(|(a, b, c)| Step::Transfer(a, b, c)),
		3 => (0..2 * HOUR_MS).prop_map(Step::Time),
		1 => (70_000..140_000_u64).prop_map(Step::Spot),
		2 => (who(), any::<bool>()).prop_map(|(a, p)| Step::Mode(a, p)),
		3 => (who(), 0..3_usize).prop_map(|(a, o)| Step::Offer(a, o)),
		1 => who().prop_map(Step::Cancel),
		4 => (who(), prop::option::weighted(0.2, 0..3_usize)).prop_map(|(a, o)| Step::Accept(a, o)),
		8 => (who(), 0..2 * ACCOUNTS, cash_or_none(), cash_or_none(), positions(), any::<bool>())
			.prop_map(|(a, b, c, l, q, p)| Step::Move(a, b, c, l, q, p)),
		2 => who().prop_map(Step::Poke),
		1 => (who(), 0..3_usize).prop_map(|(a, o)| Step::Delegate(a, o)),
		2 => (who(), who(), 0..400_000 * USD).prop_map(|(a, b, c)| Step::Borrow(a, b, c)),
		2 => (who(), any::<bool>()).prop_map(|(a, all)| Step::Repay(a, all)),
		1 => who().prop_map(Step::Enforce),
		1 => (0..3_usize).prop_map(Step::Open),
		1 => (0..3_usize).prop_map(Step::Close),
		1 => (who(), cash()).prop_map(|(a, c)| Step::Fund(a, c)),
		2 => (who(), cash()).prop_map(|(a, c)| Step::Loss(a, c)),
		2 => (0..9_u32, 1..9_u32, 0..10_u32).prop_map(|(l, w, g)| Step::Caps(l, w, g)),
	]
}

/// Nothing, mostly.
fn cash_or_none() -> impl Strategy<Value = u128> {
	prop_oneof![2 => Just(0), 1 => 0..3_000_000_000_u128]
}

/// Shares in per cent of what is held of each series; nothing of most.
fn positions() -> impl Strategy<Value = [i64; 5]> {
	prop::array::uniform5(prop_oneof![3 => Just(0), 1 => Just(100), 1 => -1..102_i64])
}

fn five(n: usize) -> Series {
	match n {
		0 => call(100_000),
		1 => put(95_000),
		2 => call(120_000),
		3 => series(100_000, Kind::Future),
		_ => Series { expiry: EXPIRY + DAY_MS, ..put(105_000) },
	}
}

/// Account `n`; in the beginning two of each owner.
fn nth(n: usize) -> MarginAccountId {
	id(OWNERS[n / 2].clone(), (n % 2) as u32)
}

fn owner_of(n: usize) -> AccountId32 {
	account(&nth(n)).owner
}

/// Mostly one of the same owner as `a`.
fn taker(a: usize, b: usize) -> usize {
	let mates = (0..ACCOUNTS).filter(|n| *n != a && owner_of(*n) == owner_of(a));
	let mates = mates.collect::<Vec<_>>();
	match b.checked_sub(2) {
		Some(b) if !mates.is_empty() => mates[b % mates.len()],
		_ => b % ACCOUNTS,
	}
}

/// A move of these shares of what account `a` holds.
fn move_of(a: usize, b: usize, cash: u128, lot: u128, percent: [i64; 5], paid: bool) -> Call<Test> {
	let shares = percent.iter().enumerate().filter(|(_, percent)| **percent != 0);
	let share = |(n, percent): (usize, &i64)| {
		let held = Margin::position(&nth(a), &five(n)).0;
		(five(n), (i128::from(held) * i128::from(*percent) / 100) as Quantity)
	};
	let positions = shares.map(share).filter(|(_, quantity)| *quantity != 0).collect();
	let lots = if lot > 0 { vec![(DOT, lot)] } else { vec![] };
	Call::move_assets {
		from: nth(a),
		to: nth(b),
		cash,
		lots: BoundedVec::truncate_from(lots),
		positions: BoundedVec::truncate_from(positions),
		paid,
	}
}

fn run(step: Step) -> DispatchResult {
	match step {
		Step::Deposit(a, cash) => {
			deposit(&nth(a), cash);
			Ok(())
		},
		Step::Withdraw(a, cash) => withdraw(&nth(a), cash),
		Step::Trade(a, b, n, quantity, percent, rule, other) => {
			let (mark, _) = Margin::mark(&five(n), Lens::Latest)?;
			let premium = mark.into_inner() / 1_000_000_000_000 * i128::from(quantity) / 1_000_000;
			let premium = premium * i128::from(percent) / 100;
			trade((&nth(a), rule.into()), (&nth(b), other.into()), five(n), quantity, premium)
		},
		Step::Lots(a, b, amount, cash, rule) => Margin::book(Journal::of(vec![
			Entry::new(nth(a), rule.into()).lot(DOT, -i128::from(amount)).cash(cash * USD),
			Entry::new(nth(b), rule.into()).lot(DOT, amount.into()).cash(-cash * USD),
		])),
		Step::DepositLot(a, amount) => {
			let entry = Entry::new(nth(a), Rule::Credit).lot(DOT, amount as i128);
			let journal = Journal::of(vec![entry]);
			Margin::book(Journal { lots_in: vec![(DOT, amount as i128)], ..journal })
		},
		Step::Order(a, n, [buy, sell, buy_cost, sell_proceeds], rule) => {
			let change = OrderChange {
				buy,
				sell,
				buy_cost: buy_cost.into(),
				sell_proceeds: sell_proceeds.into(),
			};
			let entry = Entry::new(nth(a), rule.into()).order(five(n), change);
			Margin::book(Journal::of(vec![entry]))
		},
		Step::Rest(a, order, n, goes, rule) => {
			let (series, side) = (five(n), if n < 2 { Side::Buy } else { Side::Sell });
			let place = Place { series, side, price: USD };
			let entry = Entry::new(nth(a), rule.into());
			let knew = Margin::orders(&nth(a)).contains(&(order, place));
			let entry = if goes { entry.gone(order, place) } else { entry.rests(order, place) };
			Margin::book(Journal::of(vec![entry]))?;
			let knows = Margin::orders(&nth(a)).contains(&(order, place));
			assert_eq!((knew, knows), (goes, !goes));
			Ok(())
		},
		Step::ToPot(a, suspense, cash) => {
			let pot = if suspense { Pot::Suspense(BTC, EXPIRY) } else { Pot::GlobalPool };
			let entry = Entry::new(nth(a), Rule::Forced).cash(-cash);
			Margin::book(Journal::of(vec![entry]).pot(pot, cash))
		},
		Step::Transfer(from, to, amount) => {
			call_by(owner_of(from), Call::transfer_cash { from: nth(from), to: nth(to), amount })
		},
		Step::Offer(a, o) => {
			let to = OWNERS[o].clone();
			call_by(owner_of(a), Call::offer_ownership { account: nth(a), to })
		},
		Step::Cancel(a) => call_by(owner_of(a), Call::cancel_offer { account: nth(a) }),
		Step::Accept(a, stranger) => {
			let offered = Margin::offered_to(nth(a)).unwrap_or(ALICE);
			let who = stranger.map_or(offered, |o| OWNERS[o].clone());
			call_by(who, Call::accept_ownership { account: nth(a) })
		},
		Step::Move(a, b, cash, lot, percent, paid) => {
			call_by(owner_of(a), move_of(a, taker(a, b), cash, lot, percent, paid))
		},
		Step::Poke(a) => call_by(ALICE, Call::poke { account: nth(a) }),
		Step::Delegate(a, o) => {
			let delegate = OWNERS[o].clone();
			call_by(owner_of(a), Call::set_delegate { account: nth(a), delegate })
		},
		Step::Time(ms) => {
			block_after(ms);
			Ok(())
		},
		Step::Borrow(a, b, cash) => Margin::book(Journal::of(vec![
			Entry::new(nth(a), Rule::Forced).cash(-cash),
			Entry::new(nth(b), Rule::Forced).cash(cash),
		])),
		Step::Repay(a, all) => {
			let due = Margin::cash_due(nth(a)).map_or(0, |due| due.due);
			deposit(&nth(a), if all { due } else { due / 3 });
			Ok(())
		},
		Step::Fund(a, amount) => {
			let pot = Pot::GlobalPool;
			call_by(owner_of(a), Call::fund_pool { account: nth(a), pot, amount: amount as u128 })
		},
		Step::Loss(a, cash) => {
			let entry = Entry::new(nth(a), Rule::Forced).cash(cash);
			Margin::book(Journal::of(vec![entry]).pot(Pot::Insolvency, -cash))?;
			let own = Totals::<Test>::get().own();
			let scaled = Margin::scale_cash(cash, Pot::Insolvency)?;
			assert_eq!(Totals::<Test>::get().own(), own - scaled);
			Ok(())
		},
		Step::Enforce(a) => {
			Means::set(&nth(a), 5_000 * USD);
			let enforced = Margin::enforce_cash_call(origin(CHARLIE), nth(a));
			enforced.map(|_| ()).map_err(|failed| failed.error)
		},
		Step::Open(o) => call_by(OWNERS[o].clone(), Call::create_account { index: 2 }),
		Step::Close(o) => {
			let account = id(OWNERS[o].clone(), 2);
			call_by(OWNERS[o].clone(), Call::close_account { account })
		},
		Step::Mode(a, portfolio) => {
			let mode = if portfolio { MarginMode::Portfolio } else { MarginMode::Standard };
			call_by(owner_of(a), Call::set_mode { account: nth(a), mode })
		},
		Step::Caps(lower, width, growth) => {
			let usd = |figure: u32| FixedU128::from_u32(figure * 50_000);
			let caps = OpenCaps {
				lower: usd(lower),
				upper: usd(lower + width),
				growth: FixedU128::from_u32(growth),
			};
			let caps = (growth > 0).then_some(caps);
			Margin::set_open_caps(RuntimeOrigin::root(), BTC, caps)
		},
		Step::Spot(usd) => {
			MockPrices::set_spot(BTC, price(usd));
			Ok(())
		},
	}
}

/// Σ equity and pots against what is held: never more, and less only by rounding.
fn ensure_no_value_is_made() {
	let totals = Totals::<Test>::get();
	let (mut equity, mut lots, mut cash) = (0_i128, 0_i128, 0);
	for n in 0..ACCOUNTS {
		let is = Margin::assess(&nth(n), Lens::Latest).expect("an account can be valued");
		equity += is.equity().into_inner();
		lots += is.lots.full.into_inner();
		cash += Margin::cash(&nth(n));
	}
	let pots: Cash = Pots::<Test>::iter_values().sum();
	assert!(cash + pots <= totals.held, "interest made {}", cash + pots - totals.held);
	// Each account is rounded by less than two units, and less than two wait for the next accrual.
	assert!(cash + pots > totals.held - 2 * ACCOUNTS as i128 - 2);
	let there = totals.held * UNIT + lots;
	let counted = equity + pots * UNIT;
	let off = portfolio_error(&All::now());
	assert!(counted <= there + off, "value was made: {}", counted - there);
	assert!(counted > there - off - (2 * ACCOUNTS as i128 + 2) * UNIT - 100);
}

/// 10, the ledger's part: whoever has to be watched was told of, whatever happened to him.
fn ensure_all_are_filed() {
	for n in 0..ACCOUNTS {
		let account = account(&nth(n));
		assert!(!account.is_watched() || account.filed.is_filed(), "nobody watches account {n}");
	}
}

/// All accounts, as they are valued and as they are stored.
struct All {
	valued: Vec<Assessment>,
	accounts: Vec<MarginAccount>,
	interest: Vec<(Series, OpenContracts)>,
}

impl All {
	fn now() -> Self {
		let valued = |n| Margin::assess(&nth(n), Lens::Latest).expect("an account can be valued");
		let interest = OpenInterest::<Test>::iter().collect();
		Self {
			valued: (0..ACCOUNTS).map(valued).collect(),
			accounts: (0..ACCOUNTS).map(|n| account(&nth(n))).collect(),
			interest,
		}
	}

	fn is_sound(&self, n: usize) -> bool {
		self.valued[n].initial_excess() >= money(0)
	}

	fn equity(&self, n: usize) -> i128 {
		self.valued[n].equity().into_inner()
	}

	/// Contracts held on both sides, of all series.
	fn contracts(&self) -> u64 {
		self.interest.iter().map(|(_, open)| open.longs + open.shorts).sum()
	}
}

/// One unit of cash, as equity counts it.
const UNIT: i128 = 1_000_000_000_000;

/// What a step that went through must leave behind.
fn ensure_step_is_right(step: &Step, was: &All, is: &All) {
	match *step {
		Step::Trade(a, b, _, _, _, rule, other) => {
			for (n, rule) in [(a, rule), (b, other)] {
				if matches!(rule, RuleKind::Trade(_)) && was.is_sound(n) {
					// By what the trade opened it may have been unsound; then it reduced.
					let crowded = OpenMarkets::<Test>::get(BTC).caps.is_some();
					let reduced = is.valued[n].maintenance < was.valued[n].maintenance;
					assert!(
						is.is_sound(n) || (crowded && reduced),
						"a trade left a sound account unsound"
					);
				}
			}
		},
		Step::Withdraw(n, _) | Step::Mode(n, _) => assert!(is.is_sound(n)),
		Step::Accept(n, _) => {
			let (before, after) = (&was.accounts[n], &is.accounts[n]);
			assert!(is.is_sound(n) && after.delegates.is_empty() && after.offered.is_none());
			assert_eq!(before.offered.as_ref(), Some(&after.owner));
			assert_eq!(
				(&before.lots, &before.positions, &before.orders),
				(&after.lots, &after.positions, &after.orders)
			);
			ensure_equity_stays(was, is, &[n]);
		},
		Step::Move(a, b, cash, lot, _, paid) => {
			let b = taker(a, b);
			for n in [a, b] {
				// The one who takes may have been unsound, and comes nearer to soundness.
				let nearer = is.valued[n].initial_excess() >= was.valued[n].initial_excess();
				assert!(is.is_sound(n) || (!was.is_sound(n) && nearer), "a move let margin go");
			}
			if paid && cash == 0 && lot == 0 {
				ensure_equity_stays(was, is, &[a, b]);
			}
			let both = |all: &All| all.equity(a) + all.equity(b);
			let off = (both(was) - both(is)).abs();
			assert!(off <= portfolio_error(is) + 6 * UNIT, "a move made {off}");
			assert!(is.contracts() <= was.contracts(), "a move made contracts");
		},
		Step::Caps(..) => {
			for (was, is) in was.valued.iter().zip(&is.valued) {
				assert_eq!(
					Assessment { initial: was.initial, ..*is },
					*was,
					"more than IM changed"
				);
			}
		},
		Step::Poke(n) => {
			assert_eq!(is.accounts[n].standing, Standing::of(&is.valued[n]));
			ensure_equity_stays(was, is, &[n]);
		},
		_ => {},
	}
}

/// Neither gains at the prices of now: rounding of interest and of one payment apart.
fn ensure_equity_stays(was: &All, is: &All, accounts: &[usize]) {
	for n in accounts {
		let off = (was.equity(*n) - is.equity(*n)).abs();
		assert!(off <= portfolio_error(is) + 3 * UNIT, "account {n} is off by {off}");
	}
}

/// Under the portfolio rule a contract's mark is off by up to 8 forwards · 2^-40, and an account
/// has below 120 contracts: that is 160 units an account.
fn portfolio_error(all: &All) -> i128 {
	let portfolio = |account: &&MarginAccount| account.mode == MarginMode::Portfolio;
	160 * UNIT * all.accounts.iter().filter(portfolio).count() as i128
}

/// What an account counts of its owner's other tails is what all his accounts say (RISK.md 1, level 5).
fn ensure_tails_are_the_owners() {
	let unknown = crate::tails::UNKNOWN;
	for (id, account) in Accounts::<Test>::iter() {
		let others = Accounts::<Test>::iter().filter(|(other, _)| *other != id);
		let others = others.filter(|(_, other)| other.owner == account.owner);
		let tails = others.map(|(_, other)| other.tail.0).collect::<Vec<_>>();
		let sum = (!tails.contains(&unknown)).then(|| tails.iter().sum::<u128>() as i128);
		assert_eq!(crate::tails::others::<Test>(&account), Ok(sum), "{id:?}");
	}
}

/// What is due does not change because an account is touched, and nobody owes more of a call than he
/// owes. Who would repay just that owes nothing of it.
fn ensure_dues_are_lazy() {
	for account in (0..ACCOUNTS).map(nth) {
		let Some(CashDue { due, .. }) = Margin::cash_due(account.clone()) else { return };
		assert!(due <= (-Margin::cash(&account)).max(0));
		let after = |cash: Cash| {
			with_transaction(|| {
				deposit(&account, cash);
				let after = Margin::cash_due(account.clone()).expect("the call is open");
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(after.due))
			})
		};
		assert_eq!(after(0), Ok(due));
		assert_eq!(after(due), Ok(0));
	}
}

fn root() -> Vec<u8> {
	sp_io::storage::root(sp_runtime::StateVersion::V1)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(24), failure_persistence: None, ..Default::default() })]

	#[test]
	fn no_sequence_of_journals_makes_value(
		steps in prop::collection::vec(step(), 1..60), eager in any::<bool>(),
	) {
		ExtBuilder.build_and_execute(|| {
			for (n, usd) in [20_000, 20_000, 60_000, 0, 100_000, 5_000].into_iter().enumerate() {
				open(OWNERS[n / 2].clone(), (n % 2) as u32, usd);
			}
			if eager {
				let percent = |n| FixedU128::from_rational(n, 100);
				CashCallRule::<Test>::put(CashCallParams {
					above: percent(30),
					hold_ms: MINUTE_MS,
					target: percent(15),
					due_ms: MINUTE_MS,
				});
			}
			block_after(0);
			for step in steps {
				let before = root();
				let was = All::now();
				let result = run(step.clone());
				if result.is_err() {
					assert_eq!(root(), before, "{step:?} failed and changed something");
				} else {
					ensure_step_is_right(&step, &was, &All::now());
				}
				ensure_no_value_is_made();
				ensure_dues_are_lazy();
				ensure_tails_are_the_owners();
				ensure_all_are_filed();
				Margin::do_try_state().expect("the invariants hold after every step");
			}
		});
	}

	#[test]
	fn requirements_never_cross(
		positions in prop::collection::vec((0..5_usize, -9_000_000..9_000_000_i64), 1..12),
		spot in 20_000..400_000_u64,
		vol in 1..300_u32,
		portfolio in any::<bool>(),
		follows in any::<bool>(),
	) {
		ExtBuilder.build_and_execute(|| {
			let (a, b) = (open(ALICE, 0, 0), open(BOB, 0, 0));
			deposit_lot(&a, DOT, 77);
			if follows {
				Haircuts::follow(DOT, BTC);
			}
			if portfolio {
				for (owner, account) in [(ALICE, &a), (BOB, &b)] {
					let mode = MarginMode::Portfolio;
					Margin::set_mode(origin(owner), account.clone(), mode).expect("it is sound");
				}
			}
			for (n, quantity) in positions {
				let moved = trade((&a, Rule::Forced), (&b, Rule::Forced), five(n), quantity, 0);
				moved.expect("no rule stands against it");
			}
			MockPrices::set_spot(BTC, price(spot));
			MockPrices::set_volatility(BTC, FixedU128::from_rational(vol.into(), 100));
			// 11 is in the invariants; the sum over both sides is nothing but rounding.
			let value = |id| Margin::assess(id, Lens::Latest).expect("a value").options.into_inner();
			let sum = value(&a) + value(&b);
			// Twelve of nine contracts, off by 8 forwards · 2^-40 each at most, on both sides.
			let off = if portfolio { 1_280_000_000_000_000 } else { 0 };
			assert!((-30 - off..=off).contains(&sum), "{sum}");
		});
	}
}
