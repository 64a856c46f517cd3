// SPDX-License-Identifier: GPL-3.0-or-later

//! Every invariant, broken on purpose.

use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::TryRuntimeError;
use straddle_traits::Losses;

/// A ledger with something of everything.
fn busy() -> (MarginAccountId, MarginAccountId) {
	let (a, b) = (open(ALICE, 0, 100_000), open(BOB, 0, 100_000));
	deposit_lot(&a, DOT, 5);
	assert_ok!(trade((&a, TRADE), (&b, TRADE), call(100_000), CONTRACT, 7_000 * USD));
	let change = OrderChange { buy: 5, buy_cost: 7, ..Default::default() };
	let resting = Entry::new(a.clone(), TRADE).order(put(1), change);
	assert_ok!(Margin::book(Journal::of(vec![resting])));
	let debt = Entry::new(open(CHARLIE, 0, 0), Rule::Forced).cash(-100);
	assert_ok!(Margin::book(Journal::of(vec![debt]).pot(Pot::GlobalPool, 100)));
	block_after(HOUR_MS);
	block_after(HOUR_MS);
	(a, b)
}

/// That this change of storage is noticed, with this text.
fn breaks(text: &str, change: impl FnOnce(&MarginAccountId)) {
	ExtBuilder.build().execute_with(|| {
		let (a, _) = busy();
		assert_ok!(Margin::do_try_state());
		change(&a);
		match Margin::do_try_state() {
			Err(TryRuntimeError::Other(found)) => assert!(found.starts_with(text), "{found}"),
			other => panic!("{other:?} instead of {text}"),
		}
	});
}

fn edit(id: &MarginAccountId, change: impl FnOnce(&mut MarginAccount)) {
	Accounts::<Test>::mutate(id, |account| change(account.as_mut().expect("the account exists")));
}

#[test]
fn accounts() {
	breaks("an account's id", |a| edit(a, |account| account.index = 1));
	breaks("an account's id", |a| edit(a, |account| account.founder = Some(BOB)));
	breaks("an account's owner", |a| edit(a, |account| account.founder = Some(ALICE)));
	breaks("an account's owner", |a| edit(a, |account| account.offered = Some(ALICE)));
	let listed = "the accounts of an owner";
	breaks(listed, |_| Owned::<Test>::remove(BOB));
	breaks(listed, |a| {
		Owned::<Test>::insert(CHARLIE, OwnedAccounts::truncate_from(vec![a.clone()]))
	});
	breaks(listed, |a| Accounts::<Test>::remove(a));
	breaks(listed, |a| {
		edit(a, |account| (account.owner, account.founder) = (BOB, Some(ALICE)));
	});
	breaks("the lots of an account are not sorted", |a| {
		edit(a, |account| {
			let first = account.lots[0];
			account.lots.try_push(first).expect("room");
		})
	});
	breaks("the lots of an account have a zero", |a| edit(a, |account| account.lots[0].1 = 0));
	breaks("the lots of an account have a zero", |a| edit(a, |account| account.lots[0].0 = CASH));
	breaks("an account cannot be read", |a| {
		let key = Accounts::<Test>::hashed_key_for(a);
		let mut bytes = frame_support::storage::unhashed::get_raw(&key).expect("it is there");
		bytes.pop();
		frame_support::storage::unhashed::put_raw(&key, &bytes);
	});
}

#[test]
fn six_order_aggregates() {
	let edit_first = |a: &MarginAccountId, change: fn(&mut OrderTotals)| {
		edit(a, |account| {
			let mut orders = account.orders.to_vec();
			change(&mut orders[0].1.totals);
			account.orders = orders.try_into().expect("one that is not zero");
		})
	};
	breaks("6:", |a| edit_first(a, |totals| totals.buy = -1));
	breaks("6:", |a| edit_first(a, |totals| totals.buy_cost = -1));
	breaks("6:", |a| edit_first(a, |totals| totals.sell_proceeds = 1));
}

#[test]
fn one_lot_totals() {
	breaks("1:", |_| LotTotals::<Test>::insert(DOT, 1));
	breaks("1:", |_| LotTotals::<Test>::insert(CollateralId(9), 0));
	breaks("1:", |a| edit(a, |account| account.lots[0].1 += 1));
}

#[test]
fn two_cash() {
	breaks("2: positive cash", |a| edit(a, |account| account.cash += 1));
	breaks("2: debt", |_| edit(&id(CHARLIE, 0), |account| account.cash -= 1));
	breaks("2: the total of pots", |_| Pots::<Test>::insert(Pot::Treasury, 1));
	breaks("2: a pot is short", |_| Pots::<Test>::insert(Pot::Treasury, -1));
	breaks("2: a pot is short", |_| Pots::<Test>::insert(Pot::Treasury, 0));
	breaks("2: the shortfall", |_| Totals::<Test>::mutate(|totals| totals.shortfall = 1));
	breaks("2: cash, pots and interest", |_| Totals::<Test>::mutate(|totals| totals.held -= 1));
	breaks("2: cash, pots and interest", |_| Totals::<Test>::mutate(|totals| totals.interest += 1));
	breaks("2: less than nothing", |_| Totals::<Test>::mutate(|totals| totals.held = -1));
}

#[test]
fn two_interest() {
	breaks("2: interest owed", |_| Totals::<Test>::mutate(|totals| totals.owed += 1));
	breaks("2: interest earned", |_| Totals::<Test>::mutate(|totals| totals.earned += 1));
	breaks("2: an account is settled beyond", |_| {
		edit(&id(CHARLIE, 0), |account| account.interest = u128::MAX)
	});
	breaks("2: creditors earned more", |_| {
		// A unit out of nowhere, booked on both sides.
		Totals::<Test>::mutate(|totals| {
			totals.interest -= 5;
			totals.held -= 5;
		})
	});
}

#[test]
fn three_contracts_and_holders() {
	breaks("3: open interest", |_| {
		OpenInterest::<Test>::mutate(call(100_000), |open| open.longs += 1)
	});
	breaks("3: open interest", |a| {
		edit(a, |account| {
			let mut positions = account.positions.to_vec();
			positions[0].1 += 1;
			account.positions = positions.try_into().expect("one that is not zero");
		})
	});
	breaks("3: longs and shorts", |_| {
		OpenInterest::<Test>::mutate(call(100_000), |open| open.swept = 1)
	});
	breaks("3: positions without", |_| OpenInterest::<Test>::remove(call(100_000)));
	breaks("3: a market's open interest", |_| {
		OpenMarkets::<Test>::mutate(BTC, |market| market.contracts += 1)
	});
	breaks("3: open interest of no market", |_| OpenMarkets::<Test>::remove(BTC));
	breaks("caps are outside", |_| {
		let zero = FixedU128::default();
		let caps = OpenCaps { lower: zero, upper: zero, growth: zero };
		OpenMarkets::<Test>::mutate(BTC, |market| market.caps = Some(caps))
	});
	breaks("a market of which nothing", |_| {
		OpenMarkets::<Test>::insert(ETH, OpenMarket::default())
	});
	breaks("3: the index of holders", |a| Holders::<Test>::remove((BTC, EXPIRY), a));
	breaks("3: the index of holders", |a| Holders::<Test>::insert((ETH, EXPIRY), a, ()));
}

#[test]
fn eleven_requirements() {
	// More credit for opening than for being left alone.
	breaks("11: more is free", |_| {
		Haircuts::set(DOT, (money(10), money(9), money(8), PriceState::Valid))
	});
}

#[test]
fn tails() {
	breaks("tails of an account", |a| edit(a, |account| account.tail.0 = 1));
	breaks("tails of an account", |_| {
		edit(&id(CHARLIE, 0), |account| {
			(account.mode, account.tail.0) = (MarginMode::Portfolio, 1);
		})
	});
	let know = "an account does not know";
	breaks(know, |a| edit(a, |account| account.siblings = true));
	breaks(know, |a| {
		open(ALICE, 1, 0);
		edit(a, |account| account.siblings = false);
	});
	let list = "an owner's tails";
	let of = |owner, tails| Tails::<Test>::insert(owner, OwnerTails::truncate_from(tails));
	breaks(list, |_| of(ALICE, vec![((None, 0), 1)]));
	breaks(list, |_| of(ALICE, vec![]));
	// Of two accounts of one owner.
	let two = |change: &dyn Fn(&MarginAccountId)| {
		breaks(list, |a| {
			open(ALICE, 1, 0);
			let tail = |account: &mut MarginAccount| {
				(account.mode, account.tail.0) = (MarginMode::Portfolio, 5);
			};
			edit(a, tail);
			of(ALICE, vec![((None, 0), 5)]);
			assert_ok!(Margin::do_try_state());
			change(a);
		})
	};
	two(&|_| Tails::<Test>::remove(ALICE));
	two(&|_| of(ALICE, vec![((None, 0), 4)]));
	two(&|_| of(ALICE, vec![((None, 1), 5)]));
	two(&|_| of(ALICE, vec![((None, 0), 5), ((None, 1), 0)]));
	two(&|_| of(BOB, vec![((Some(ALICE), 0), 5)]));
	two(&|a| edit(a, |account| account.tail.0 = 0));
}

#[test]
fn parameters() {
	breaks("the parameters", |_| {
		Params::<Test>::mutate(|params| params.reserve = FixedU128::from_u32(1))
	});
	breaks("the parameters", |_| {
		PortfolioRule::<Test>::mutate(|params| params.grid.scenarios.clear())
	});
}

#[test]
fn cash_calls() {
	let call = |change: fn(&mut OpenCall, &mut Called, &mut CallWatch)| {
		let indexes = Interest::<Test>::get();
		let mut open = OpenCall { called: 3, debt: 4, due_ms: 1, age_ms: 0 };
		let mut called = Called { number: 5, index: indexes.borrow, kept: 7 };
		let mut watch = CallWatch { made: 5, uncleared: true, ..Default::default() };
		change(&mut open, &mut called, &mut watch);
		watch.open = Some(open);
		CashCalls::<Test>::put(watch);
		Interest::<Test>::put(Indexes { call: Some(called), ..indexes });
	};
	let limit = |call, limit| CallLimits::<Test>::insert(id(BOB, 0), CallLimit { call, limit });
	ExtBuilder.build().execute_with(|| {
		busy();
		call(|_, _, _| {});
		limit(5, 0);
		assert_ok!(Margin::do_try_state());
	});
	breaks("cash call: more is called", |_| call(|open, _, _| open.called = 5));
	breaks("cash call: more is called", |_| call(|open, _, _| open.called = 0));
	breaks("cash call: more is called", |_| call(|_, called, _| called.kept = u128::MAX));
	breaks("cash call: the open one", |_| call(|_, called, _| called.number = 4));
	breaks("cash call: the open one", |_| call(|_, called, _| called.index += 1));
	breaks("cash call: open for debtors", |_| {
		call(|_, _, _| {});
		CashCalls::<Test>::kill();
	});
	breaks("cash call: open for debtors", |_| {
		call(|_, _, _| {});
		Interest::<Test>::mutate(|indexes| indexes.call = None);
	});
	breaks("cash call: a limit", |_| limit(1, 1));
	breaks("cash call: a limit", |_| limit(0, -1));
	breaks("cash call: limits that nobody", |_| limit(0, 1));
	breaks("cash call: parameters", |_| {
		CashCallRule::<Test>::put(CashCallParams { hold_ms: 0, ..Default::default() })
	});
}

#[test]
fn two_scaling() {
	breaks("2: cash, pots and interest", |_| Totals::<Test>::mutate(|totals| totals.scaled += 1));
	breaks("2: accounts lose less", |_| {
		Totals::<Test>::mutate(|totals| {
			totals.scaled += 1;
			totals.held -= 1;
		})
	});
	breaks("2: accounts lost more", |_| {
		Totals::<Test>::mutate(|totals| {
			totals.scaled -= 1;
			totals.held += 1;
		})
	});
	breaks("2: an account is scaled by a loss to come", |a| {
		edit(a, |account| account.loss.scalings = 1)
	});
	breaks("2: a scaling is not written down", |_| {
		Interest::<Test>::mutate(|indexes| indexes.scalings = 1);
		Accounts::<Test>::translate_values(|mut account: MarginAccount| {
			account.loss.scalings = 1;
			Some(account)
		});
	});
	breaks("2: a scaling of a time to come", |_| Scalings::<Test>::insert(1, 1));
}

#[test]
fn eight_tallies() {
	breaks("8: a tally is open by half", |_| {
		Interest::<Test>::mutate(|indexes| indexes.tally = Some(BTC))
	});
	breaks("8: a gain that nobody counts", |a| Gains::<Test>::insert(a, 1));
	breaks("8: rises are left", |_| Rises::<Test>::insert(call(1), Money::default()));
	breaks("8: a tally is not the sum", |_| {
		assert_ok!(Margin::open_tally(BTC, 1));
		Tallies::<Test>::mutate_extant(|tally| tally.sum = 1);
	});
	breaks("8: a gain below nothing", |a| {
		assert_ok!(Margin::open_tally(BTC, 1));
		Gains::<Test>::insert(a, -1);
	});
}
