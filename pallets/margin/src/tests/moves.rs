// SPDX-License-Identifier: GPL-3.0-or-later

//! Moves between two accounts of one owner.

use super::portfolio::assess;
use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_test_kit::{MockAuctions, MockPrices};

type Problem = Error<Test>;

#[derive(Clone, Default)]
struct Goods {
	cash: u128,
	lots: Vec<(CollateralId, u128)>,
	positions: Vec<(Series, Quantity)>,
	paid: bool,
}

impl Goods {
	/// A position without payment.
	fn of(series: Series, quantity: Quantity) -> Self {
		Self { positions: vec![(series, quantity)], ..Self::default() }
	}

	/// The same at its mark.
	fn paid(series: Series, quantity: Quantity) -> Self {
		Self { paid: true, ..Self::of(series, quantity) }
	}

	fn moved(
		self,
		who: AccountId32,
		from: &MarginAccountId,
		to: &MarginAccountId,
	) -> DispatchResult {
		let call = Call::move_assets {
			from: from.clone(),
			to: to.clone(),
			cash: self.cash,
			lots: BoundedVec::truncate_from(self.lots),
			positions: BoundedVec::truncate_from(self.positions),
			paid: self.paid,
		};
		call_by(who, call)
	}

	fn by_alice(self, from: &MarginAccountId, to: &MarginAccountId) -> DispatchResult {
		self.moved(ALICE, from, to)
	}
}

/// Without any rule: put a position into an account, the other side into Charlie's.
fn hold(account: &MarginAccountId, series: Series, quantity: Quantity) {
	super::portfolio::hold(account, series, quantity);
}

fn equity(account: &MarginAccountId) -> i128 {
	assess(account).equity().into_inner()
}

fn held(account: &MarginAccountId, series: &Series) -> Quantity {
	Margin::position(account, series).0
}

/// One unit of cash, as equity counts it.
const UNIT: i128 = 1_000_000_000_000;

#[test]
fn a_position_moves_at_its_mark() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		let (long, short) = (put(95_000), call(110_000));
		hold(&from, long, 2 * CONTRACT);
		hold(&from, short, -CONTRACT);
		let interest = OpenInterest::<Test>::get(long);
		let (a, b) = (equity(&from), equity(&to));
		for (series, quantity) in [(long, CONTRACT), (short, -CONTRACT), (long, 333_333)] {
			let (own, other) = (Margin::cash(&from), Margin::cash(&to));
			assert_ok!(Goods::paid(series, quantity).by_alice(&from, &to));
			// The mark in units, to the nearest.
			let exact = Margin::mark(&series, Lens::Latest).unwrap().0.into_inner();
			let exact = exact * i128::from(quantity);
			let paid = Margin::cash(&from) - own;
			assert!((paid * UNIT * 1_000_000 - exact).abs() <= UNIT * 1_000_000 / 2);
			assert_eq!(Margin::cash(&to) - other, -paid);
			let moved = Event::AssetsMoved {
				from: from.clone(),
				to: to.clone(),
				cash: 0,
				lots: Default::default(),
				positions: BoundedVec::truncate_from(vec![(series, quantity)]),
				payment: paid,
			};
			System::assert_last_event(moved.into());
		}
		assert_eq!((held(&from, &long), held(&to, &long)), (666_667, 1_333_333));
		assert_eq!((held(&from, &short), held(&to, &short)), (0, -CONTRACT));
		// Neither has gained: each move is off by half a unit of cash.
		assert!((equity(&from) - a).abs() < 2 * UNIT && (equity(&to) - b).abs() < 2 * UNIT);
		assert_eq!(OpenInterest::<Test>::get(long), interest);
		assert!(Holders::<Test>::contains_key((BTC, EXPIRY), &to));
	});
}

#[test]
fn a_whole_account_moves_in_one_call() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 0));
		deposit_lot(&from, DOT, 50);
		hold(&from, put(95_000), CONTRACT);
		hold(&from, call(110_000), -CONTRACT);
		let was = account(&from);
		let goods = Goods {
			cash: was.cash as u128,
			lots: was.lots.to_vec(),
			positions: was.positions.to_vec(),
			paid: false,
		};
		assert_ok!(goods.by_alice(&from, &to));
		let is = account(&to);
		assert_eq!((is.cash, is.lots, is.positions), (was.cash, was.lots, was.positions));
		assert!(account(&from).is_empty());
		assert!(!Holders::<Test>::contains_key((BTC, EXPIRY), &from));
		assert_ok!(Margin::close_account(origin(ALICE), from));
	});
}

#[test]
fn positions_that_meet_close_each_other() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		hold(&from, call(110_000), CONTRACT);
		hold(&to, call(110_000), -CONTRACT);
		let before = OpenInterest::<Test>::get(call(110_000));
		assert_ok!(Goods::paid(call(110_000), 400_000).by_alice(&from, &to));
		let after = OpenInterest::<Test>::get(call(110_000));
		assert_eq!((after.longs, after.shorts), (before.longs - 400_000, before.shorts - 400_000));
		assert_ok!(Goods::of(call(110_000), 600_000).by_alice(&from, &to));
		assert_eq!((held(&from, &call(110_000)), held(&to, &call(110_000))), (0, 0));
		let holds = |account| Holders::<Test>::contains_key((BTC, EXPIRY), account);
		assert!(!holds(&from) && !holds(&to));
	});
}

#[test]
fn only_ones_own_and_only_what_is_there() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		let bobs = open(BOB, 0, 60_000);
		deposit_lot(&from, DOT, 5);
		hold(&from, call(110_000), CONTRACT);
		hold(&from, put(90_000), -CONTRACT);
		let one = || Goods::of(call(110_000), CONTRACT);
		assert_noop!(one().moved(BOB, &from, &bobs), Problem::NotOwner);
		assert_noop!(one().by_alice(&from, &bobs), Problem::NotSameOwner);
		assert_noop!(one().by_alice(&from, &id(ALICE, 7)), Problem::NoAccount);
		assert_noop!(one().by_alice(&id(ALICE, 7), &to), Problem::NoAccount);
		// A delegate trades for the account and takes nothing out of it.
		assert_ok!(Margin::set_delegate(origin(ALICE), from.clone(), BOB));
		assert_noop!(one().moved(BOB, &from, &to), Problem::NotOwner);
		let twice = Problem::Unbalanced(Imbalance::AccountTwice);
		assert_noop!(one().by_alice(&from, &from), twice);
		assert_noop!(Goods::default().by_alice(&from, &to), Problem::ZeroAmount);
		let lot = |amount| Goods { lots: vec![(DOT, amount)], ..Default::default() };
		assert_noop!(lot(0).by_alice(&from, &to), Problem::ZeroAmount);
		assert_noop!(lot(5_000_001).by_alice(&from, &to), Problem::LotShort);
		assert_noop!(lot(u128::MAX).by_alice(&from, &to), ArithmeticError::Overflow);
		let cash = Goods { cash: u128::MAX, ..Default::default() };
		assert_noop!(cash.by_alice(&from, &to), ArithmeticError::Overflow);
		let positions = [
			vec![(call(110_000), CONTRACT + 1)],
			vec![(call(110_000), -1)],
			vec![(put(90_000), 1)],
			vec![(put(90_000), -CONTRACT - 1)],
			vec![(call(110_000), 0)],
			vec![(call(120_000), 0)],
			vec![(call(120_000), 1)],
			vec![(call(110_000), 1), (call(110_000), 1)],
			vec![(call(110_000), Quantity::MIN)],
		];
		for positions in positions {
			let goods = Goods { positions, ..Default::default() };
			assert_noop!(goods.by_alice(&from, &to), Problem::TooFewContracts);
		}
		// What has expired is the settlement's.
		Clock::set(EXPIRY);
		assert_noop!(one().by_alice(&from, &to), Problem::Expired);
		Clock::set(START);
		assert_ok!(one().by_alice(&from, &to));
		assert_ok!(lot(5_000_000).by_alice(&from, &to));
	});
}

#[test]
fn nothing_leaves_an_auction_and_cash_and_lots_may_come() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		hold(&from, call(110_000), CONTRACT);
		deposit_lot(&from, DOT, 5);
		let one = || Goods::of(call(110_000), 1);
		MockAuctions::set(&from, true);
		assert_noop!(one().by_alice(&from, &to), Problem::InAuction);
		MockAuctions::set(&from, false);
		MockAuctions::set(&to, true);
		assert_noop!(one().by_alice(&from, &to), Problem::InAuction);
		let goods = Goods { cash: 5, lots: vec![(DOT, 5)], ..Default::default() };
		assert_ok!(goods.by_alice(&from, &to));
		MockAuctions::set(&to, false);
	});
}

#[test]
fn prices_must_be_good_enough_for_who_gives() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		hold(&from, call(110_000), CONTRACT);
		hold(&to, call(110_000), -CONTRACT);
		for state in [PriceState::Uncertain, PriceState::Stale, PriceState::NoQuorum] {
			// After this neither account needs the price: the mark is asked for all the same.
			MockPrices::set_state(BTC, state);
			let paid = Goods::paid(call(110_000), CONTRACT);
			assert_noop!(paid.by_alice(&from, &to), Problem::PriceUnusable);
		}
		let free = Goods::of(call(110_000), CONTRACT);
		assert_noop!(free.clone().by_alice(&from, &to), Problem::PriceUnusable);
		// No money hangs on it, so what is good enough to reduce is enough to close.
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_ok!(free.by_alice(&from, &to));
	});
}

#[test]
fn who_gives_keeps_his_margin_in_cash_and_lots() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 30_000), open(ALICE, 1, 60_000));
		let (short, hedge) = (call(100_000), call(105_000));
		hold(&from, short, -CONTRACT);
		hold(&from, hedge, CONTRACT);
		let too_much = || Problem::WithdrawalTooLarge;
		let free = Margin::max_withdrawal(from.clone());
		let cash = |cash: Cash| Goods { cash: cash as u128, ..Default::default() };
		assert_noop!(cash(free + 1).by_alice(&from, &to), too_much());
		assert_ok!(cash(free).by_alice(&from, &to));
		// The hedge stands against the short: given away, or sold at its mark, it leaves that alone.
		assert_noop!(Goods::of(hedge, CONTRACT).by_alice(&from, &to), too_much());
		let sold = Goods::paid(hedge, CONTRACT);
		assert_noop!(sold.clone().by_alice(&from, &to), Problem::BelowInitialMargin);
		// With its price in cash the short could stand alone, without it it could not.
		let alone = 15_000 * USD + mark(&short) - Margin::cash(&from);
		deposit(&from, alone - mark(&hedge) / 2);
		assert_noop!(Goods::of(hedge, CONTRACT).by_alice(&from, &to), too_much());
		let before = equity(&from);
		assert_ok!(sold.by_alice(&from, &to));
		assert!((equity(&from) - before).abs() < UNIT);
	});
}

/// Wings that are marked too high are no way to borrow: the account that would pay for them is asked
/// as for a withdrawal.
#[test]
fn option_value_does_not_pay_for_what_leaves() {
	ExtBuilder.build_and_execute(|| {
		let (wings, maker) = (open(ALICE, 0, 0), open(ALICE, 1, 68_000));
		let wing = Series { expiry: EXPIRY + DAY_MS, ..put(100_000) };
		hold(&wings, wing, 3 * CONTRACT);
		hold(&maker, call(100_000), -2 * CONTRACT);
		assert!(Margin::max_withdrawal(maker.clone()) > 3 * mark(&wing));
		let paid = Goods::paid(wing, 3 * CONTRACT);
		assert_noop!(paid.by_alice(&wings, &maker), Problem::WithdrawalTooLarge);
		// A trade with anybody else would go through, being sound afterwards.
		let bob = open(BOB, 0, 0);
		hold(&bob, wing, 3 * CONTRACT);
		let bought = trade((&maker, TRADE), (&bob, TRADE), wing, 3 * CONTRACT, 3 * mark(&wing));
		assert_ok!(bought);
	});
}

#[test]
fn below_the_initial_margin_an_account_only_comes_nearer_to_it() {
	ExtBuilder.build_and_execute(|| {
		let (weak, rich) = (open(ALICE, 0, 27_000), open(ALICE, 1, 200_000));
		let short = call(100_000);
		hold(&weak, short, -CONTRACT);
		hold(&weak, put(80_000), CONTRACT);
		hold(&rich, short, CONTRACT);
		hold(&rich, put(90_000), -CONTRACT);
		MockPrices::set_spot(BTC, price(110_000));
		let is = assess(&weak);
		assert!(is.initial_excess() < money(0) && is.equity_maintenance() > money(0));
		// It gives nothing away and pays for nothing, and takes no risk.
		let too_much = || Problem::WithdrawalTooLarge;
		let cash = Goods { cash: 1, ..Default::default() };
		assert_noop!(cash.by_alice(&weak, &rich), too_much());
		assert_noop!(Goods::of(put(80_000), 1).by_alice(&weak, &rich), too_much());
		assert_noop!(Goods::paid(short, -CONTRACT / 100).by_alice(&weak, &rich), too_much());
		assert_noop!(Goods::paid(short, CONTRACT / 100).by_alice(&rich, &weak), too_much());
		let risk = Goods::paid(put(90_000), -CONTRACT);
		assert_noop!(risk.by_alice(&rich, &weak), Problem::NotReducing);
		// A short goes to who can carry it; a long that covers it comes; so does cash.
		assert_ok!(Goods::of(short, -10_000).by_alice(&weak, &rich));
		assert_ok!(Goods::of(short, 10_000).by_alice(&rich, &weak));
		assert!(assess(&weak).initial_excess() < money(0));
		assert_ok!(Goods { cash: 9, ..Default::default() }.by_alice(&rich, &weak));
		assert_ok!(Goods::of(short, -980_000).by_alice(&weak, &rich));
		assert!(account(&weak).positions.iter().all(|(series, _)| *series != short));
	});
}

#[test]
fn orders_stay_with_their_account_and_are_margined_there() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		hold(&from, call(110_000), CONTRACT);
		let change =
			OrderChange { sell: CONTRACT, sell_proceeds: 5_000 * USD, ..Default::default() };
		let resting = Entry::new(from.clone(), TRADE).order(call(110_000), change);
		assert_ok!(Margin::book(Journal::of(vec![resting])));
		let orders = account(&from).orders;
		assert_ok!(Goods::of(call(110_000), CONTRACT).by_alice(&from, &to));
		assert_eq!(account(&from).orders, orders);
		assert!(account(&to).orders.is_empty());
		// What the order could make of the account still needs its margin.
		let all = Margin::cash(&from) as u128;
		let cash = Goods { cash: all, ..Default::default() };
		assert_noop!(cash.by_alice(&from, &to), Problem::WithdrawalTooLarge);
	});
}

#[test]
fn a_move_is_priced_once_and_refunds_weight() {
	ExtBuilder.build_and_execute(|| {
		let (from, to) = (open(ALICE, 0, 60_000), open(ALICE, 1, 60_000));
		hold(&from, call(110_000), CONTRACT);
		hold(&from, call(120_000), -CONTRACT);
		let asked = MockPrices::asked();
		let positions = BoundedVec::truncate_from(vec![(call(110_000), CONTRACT)]);
		let lots = BoundedVec::default();
		let info = Margin::move_assets(origin(ALICE), from, to, 0, lots, positions, true);
		let actual = info.expect("a move").actual_weight.expect("the actual weight is known");
		assert_eq!(MockPrices::asked() - asked, 2);
		let expected = <() as WeightInfo>::move_assets(2, 1);
		assert_eq!(actual, expected);
		assert!(actual.ref_time() < <() as WeightInfo>::move_assets(MAX_SERIES, 1).ref_time());
	});
}
