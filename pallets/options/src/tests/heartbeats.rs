// SPDX-License-Identifier: GPL-3.0-or-later

//! Heartbeats of an account's keys, each for what it placed (ADR 53).

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};
use CancelReason::NoHeartbeat;
use Side::{Buy, Sell};

type Problem = Error<Test>;

/// Keys that may trade for account 1.
const DELEGATES: [u8; 2] = [8, 9];

fn by(key: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(owner(key))
}

fn with_delegates(test: impl FnOnce()) {
	let market = |market: &mut Market| market.minimum = market.lot;
	ExtBuilder::default().market(market).build_and_execute(|| {
		Bank::mutate(|bank| {
			for key in DELEGATES {
				bank.delegates.insert((account(1), owner(key)));
			}
		});
		test();
	});
}

fn beat(key: u8, within: Option<u32>) -> DispatchResult {
	let beaten = Options::heartbeat(by(key), account(1), within);
	beaten.map(|_| ()).map_err(|failed| failed.error)
}

fn require(by_key: u8, key: u8, within: Option<u32>) -> DispatchResult {
	let required = Options::require_heartbeat(by(by_key), account(1), owner(key), within);
	required.map(|_| ()).map_err(|failed| failed.error)
}

/// An order of account 1 that a key places, one step at a time cheaper.
fn place(key: u8, cents: Cash) -> Result<OrderId, DispatchError> {
	let id = NextOrderId::<Test>::get();
	let price = cents * USD / 100;
	let kind = TimeInForce::PostOnly;
	let placed =
		Options::place_order(by(key), account(1), call(1_000), Buy, CONTRACT, price, kind, false);
	placed.map(|_| id).map_err(|failed| failed.error)
}

fn quote(key: u8, strike: u64, cents: Cash) -> DispatchResult {
	let rate = Rate::Price(cents * USD / 100);
	let quote = MakerQuote { series: put(strike), side: Buy, quantity: CONTRACT, rate };
	let quoted = Options::mass_quote(by(key), account(1), U, vec![quote].try_into().unwrap());
	quoted.map(|_| ()).map_err(|failed| failed.error)
}

fn rest() -> Vec<OrderId> {
	Options::orders_of(account(1)).iter().map(|order| order.id).collect()
}

fn quotes() -> usize {
	Options::quotes_of(account(1), U).len()
}

fn blocks(n: u32) {
	(0..n).for_each(|_| run_block(START));
}

#[test]
fn a_late_delegates_orders_go_and_all_others_stay() {
	with_delegates(|| {
		assert_ok!(beat(8, Some(3)));
		assert_ok!(beat(9, Some(3)));
		let [own, a, b] = [1, 8, 9].map(|key| place(key, 300 + i128::from(key)).unwrap());
		blocks(2);
		// The owner's call is not the delegate's.
		assert_ok!(beat(1, Some(1_000)));
		assert_ok!(beat(9, Some(1_000)));
		blocks(1);
		assert_eq!(rest(), [own, a, b]);
		// Late, and nobody has looked yet: it is not met.
		System::set_block_number(System::block_number() + 1);
		let price = 300 * USD / 100;
		let kind = TimeInForce::ImmediateOrCancel;
		assert_ok!(Options::place_order(
			by(2),
			account(2),
			call(1_000),
			Sell,
			3 * CONTRACT,
			price,
			kind,
			false
		));
		let sold = |id| {
			events().iter().any(
				|event| matches!(event, Event::Traded { maker_order, .. } if *maker_order == id),
			)
		};
		assert_eq!([own, a, b].map(sold), [true, false, true]);
		assert_eq!(place(8, 200), Err(Problem::HeartbeatLate.into()));
		assert_eq!(quote(8, 900, 100), Err(Problem::HeartbeatLate.into()));
		let [own, b] = [1, 9].map(|key| place(key, 200).unwrap());
		blocks(1);
		assert_eq!(rest(), [own, b]);
		let late = |key| Event::HeartbeatLate { account: account(1), key: owner(key) };
		assert!(events().contains(&late(8)) && !events().contains(&late(9)));
		assert_ok!(beat(8, Some(3)));
		assert!(place(8, 200).is_ok());
	});
}

#[test]
fn the_owner_says_who_must_call_and_a_delegate_cannot_end_it() {
	with_delegates(|| {
		let before = place(8, 300).unwrap();
		assert_noop!(require(8, 8, None), DispatchError::BadOrigin);
		assert_noop!(require(9, 8, Some(5)), DispatchError::BadOrigin);
		assert_noop!(require(1, 7, Some(5)), DispatchError::BadOrigin);
		assert_noop!(require(1, 8, Some(0)), Problem::InvalidBlocks);
		assert_noop!(require(1, 8, Some(MAX_BLOCKS + 1)), Problem::InvalidBlocks);
		assert_ok!(require(1, 8, Some(5)));
		let order = place(8, 301).unwrap();
		for within in [None, Some(6), Some(MAX_BLOCKS)] {
			assert_noop!(beat(8, within), Problem::HeartbeatRequired);
		}
		assert_ok!(beat(8, Some(2)));
		assert_ok!(beat(8, Some(5)));
		// Nobody else's word ends it.
		assert_ok!(beat(9, None));
		blocks(5);
		assert_eq!(rest(), [before, order]);
		blocks(1);
		assert_eq!(rest(), [before]);
		assert_noop!(beat(8, None), Problem::HeartbeatRequired);
		// He may come back, as he must.
		assert_ok!(beat(8, Some(5)));
		let order = place(8, 301).unwrap();
		assert_ok!(require(1, 8, None));
		blocks(20);
		assert_eq!(rest(), [before, order]);
		assert_ok!(beat(8, Some(9)));
		assert_ok!(beat(8, None));
		assert!(!Desks::<Test>::contains_key(account(1)));
	});
}

#[test]
fn a_markets_quotes_go_together() {
	with_delegates(|| {
		assert_ok!(quote(1, 900, 100));
		assert_ok!(beat(9, Some(1_000)));
		assert_ok!(quote(9, 1_000, 100));
		assert_ok!(beat(8, Some(2)));
		assert_ok!(quote(8, 1_100, 100));
		// The one that is late quoted here too.
		blocks(2);
		assert_eq!(quotes(), 3);
		blocks(1);
		assert_eq!(quotes(), 0);
		// The next ones do not know of it.
		assert_ok!(quote(9, 1_000, 100));
		blocks(9);
		assert_eq!(quotes(), 1);
	});
}

#[test]
fn what_is_late_goes_eight_a_step_whatever_rests_between() {
	with_delegates(|| {
		assert_ok!(beat(8, Some(1)));
		let mut own = Vec::new();
		for n in 0..30 {
			place(8, 300 + n).unwrap();
			own.push(place(1, 200 + n).unwrap());
		}
		System::set_block_number(System::block_number() + 2);
		let taken = |left: usize| {
			assert_ok!(Options::look_at_next_desk(), tick::Step::Took);
			assert_eq!(rest().len(), left);
		};
		(1..=7).for_each(|step| taken(60 - 4 * step));
		// He comes back before the last of them went.
		assert_ok!(beat(8, Some(1)));
		assert_eq!(rest(), own);
		assert_eq!(cancelled_under(), 30);
		assert_ok!(Options::do_try_state());
	});
}

fn cancelled_under() -> usize {
	let of =
		|event: &Event<Test>| matches!(event, Event::OrderCancelled { reason: NoHeartbeat, .. });
	events().iter().filter(|event| of(event)).count()
}

#[test]
fn nine_keys_have_a_heartbeat() {
	with_delegates(|| {
		Bank::mutate(|bank| {
			for key in 20..=30 {
				bank.delegates.insert((account(1), owner(key)));
			}
		});
		for key in 20..=28 {
			assert_ok!(beat(key, Some(9)));
		}
		assert_noop!(beat(29, Some(9)), Problem::TooManyHeartbeats);
		assert_ok!(require(1, 24, None));
		assert_ok!(beat(29, Some(9)));
		let numbers = Desks::<Test>::get(account(1)).heartbeats;
		assert_eq!(
			numbers.iter().map(|beat| beat.number).collect::<Vec<_>>(),
			(1..=9).collect::<Vec<_>>()
		);
		assert_eq!(numbers[4].key, owner(29));
		assert_ok!(Options::do_try_state());
	});
}

#[test]
fn what_stands_since_a_heartbeat_ended_goes_with_no_other() {
	with_delegates(|| {
		assert_ok!(beat(1, Some(100)));
		let own = (0..20).map(|n| place(1, 300 + n).unwrap()).collect::<Vec<_>>();
		assert_ok!(quote(1, 900, 100));
		assert_ok!(beat(1, None));
		let number = || Desks::<Test>::get(account(1)).heartbeat(&owner(8)).unwrap().number;
		// Neither the orders' number nor the quotes' is free.
		let looked = Options::heartbeat(by(8), account(1), Some(5)).unwrap().actual_weight;
		assert_eq!(looked, Some(costs::most_cancel_all_weight::<Test>(20)));
		assert_eq!(number(), 2);
		assert_ok!(beat(8, None));
		assert_ok!(Options::cancel_all(by(1), account(1), Some(UnderlyingId(1))));
		let ids = own.clone().try_into().unwrap();
		assert_ok!(Options::cancel_orders(by(1), account(1), ids));
		assert_ok!(beat(8, Some(5)));
		assert_eq!(number(), 2);
		let delegates = place(8, 200).unwrap();
		let own = place(1, 300).unwrap();
		assert_eq!(rest(), [delegates, own]);
		blocks(9);
		assert_eq!((rest(), quotes()), (vec![own], 1));
		// With the last of them the number is free.
		assert_ok!(Options::cancel_quotes(by(1), account(1), None));
		assert_ok!(beat(9, Some(5)));
		assert_eq!(Desks::<Test>::get(account(1)).heartbeat(&owner(9)).unwrap().number, 1);
		assert_ok!(Options::do_try_state());
	});
}

#[test]
fn numbers_that_rest_are_not_given_out_and_may_run_out() {
	with_delegates(|| {
		let mut resting = Vec::new();
		for n in 0..i128::from(HEARTBEAT_NUMBERS) {
			assert_ok!(beat(8, Some(5)));
			resting.push(place(8, 200 + n).unwrap());
			assert_ok!(beat(8, None));
		}
		assert_noop!(beat(9, Some(5)), Problem::TooManyHeartbeats);
		let one = resting.remove(6);
		assert_ok!(Options::cancel_order(by(1), account(1), one));
		assert_ok!(beat(9, Some(5)));
		assert_eq!(Desks::<Test>::get(account(1)).heartbeats[0].number, 7);
		blocks(9);
		assert_eq!(rest(), resting);
		assert_ok!(Options::do_try_state());
	});
}

#[test]
fn what_a_removed_key_placed_goes_when_its_owner_ends_its_heartbeat() {
	with_delegates(|| {
		assert_ok!(require(1, 8, Some(50)));
		let [own, delegates] = [1, 8].map(|key| place(key, 300).unwrap());
		assert_ok!(quote(8, 900, 100));
		// While he may trade it stands.
		assert_ok!(require(1, 8, None));
		assert_eq!((rest(), quotes()), (vec![own, delegates], 1));
		assert_ok!(require(1, 8, Some(50)));
		let second = place(8, 301).unwrap();
		assert_ok!(quote(8, 1_000, 100));
		Bank::mutate(|bank| bank.delegates.remove(&(account(1), owner(8))));
		assert_noop!(require(1, 8, Some(50)), DispatchError::BadOrigin);
		assert_eq!(rest(), [own, delegates, second]);
		let ended = Options::require_heartbeat(by(1), account(1), owner(8), None).unwrap();
		assert_eq!(ended.actual_weight, Some(costs::most_cancel_all_weight::<Test>(3)));
		assert_eq!(rest(), [own, delegates]);
		assert_eq!(cancelled_under(), 1);
		blocks(1);
		assert_eq!(quotes(), 0);
		assert!(!Desks::<Test>::contains_key(account(1)));
	});
}

#[test]
fn nothing_is_kept_of_an_account_that_is_closed_but_its_quotes_until_they_go() {
	use straddle_traits::OnClosed;
	with_delegates(|| {
		let limits = Limits { blocks: 5, quantity: 1, delta: 0, vega: 0 };
		assert_ok!(beat(8, Some(50)));
		assert_ok!(Options::set_tier(RuntimeOrigin::root(), account(1), 1));
		assert_ok!(Options::set_protection(by(1), account(1), U, Some(limits)));
		assert_ok!(quote(8, 900, 100));
		Options::on_closed(&account(1));
		let stand = Stand { quotes: 1, void_before: 1, voids: 1, ..Stand::new(U) };
		let stands = vec![stand].try_into().unwrap();
		assert_eq!(Desks::<Test>::get(account(1)), Desk { stands, ..Default::default() });
		assert_ok!(Options::do_try_state());
		blocks(1);
		assert!(!Desks::<Test>::contains_key(account(1)));
		assert_eq!(quotes(), 0);
		// One without quotes is gone at once.
		assert_ok!(beat(8, Some(50)));
		Options::on_closed(&account(1));
		assert!(!Desks::<Test>::contains_key(account(1)));
	});
}
