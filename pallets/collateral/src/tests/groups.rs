// SPDX-License-Identifier: GPL-3.0-or-later

//! Caps of chains and of methods of proof.

use crate::{mock::*, types::wad, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::FixedU128;
use straddle_primitives::*;
use straddle_traits::CollateralCredit;

const HUB: Group = Group::Chain(ASSET_HUB);
const HERE: Group = Group::Chain(SourceId::LOCAL);
const HELD: Group = Group::Method(ProofMethod::Held);

fn dollars(n: u32) -> FixedU128 {
	FixedU128::from_u32(n)
}

fn set_cap(group: Group, cap: Option<FixedU128>) -> DispatchResult {
	as_root(Call::set_group_cap { group, cap })
}

fn total(group: Group) -> FixedU128 {
	Groups::<Test>::get(group).total
}

/// What is left of the initial credit of a lot of DOT (40 for ten of them) and of ether.
fn factors() -> (i128, i128) {
	let left = |kind, amount, full: i128| {
		let credit = Collateral::credit(kind, amount, Lens::Latest).unwrap();
		credit.initial.into_inner() / full
	};
	(left(DOTS, 10 * ONE_DOT, 40), left(ETHER, ONE_ETH, 1_800))
}

/// One unit of a Wad.
const ONE: i128 = 1_000_000_000_000_000_000;

#[test]
fn a_lot_is_counted_where_its_reserve_is_and_as_it_is_proven() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		// DOT's reserve is on the other chain; a whole token of each kind counts two USD here.
		assert_ok!(deposit(alice(), &account, DOTS, 10 * ONE_DOT));
		assert_ok!(deposit(alice(), &account, ETHER, 3 * ONE_ETH));
		assert_ok!(deposit(alice(), &account, CASH, 1_000 * USD));
		assert_eq!((total(HUB), total(HERE), total(HELD)), (dollars(20), dollars(6), dollars(26)));
		assert_ok!(withdraw(alice(), &account, DOTS, 4 * ONE_DOT, alice()));
		send(ETH, &bob(), account.address(), ONE_ETH);
		assert_ok!(sweep(&account, ETHER));
		assert_ok!(withdraw_home(alice(), &account, DOTS, ONE_DOT, ONE_DOT));
		assert_eq!((total(HUB), total(HERE), total(HELD)), (dollars(10), dollars(8), dollars(18)));
		// The market moves no total.
		set_price(DOT_FEED, usd(100), PriceState::Valid, START);
		assert_eq!(total(HUB), dollars(10));
	});
}

#[test]
fn sums_are_exact_however_the_parts_are_rounded() {
	ExtBuilder.build_and_execute(|| {
		let price = FixedU128::from_inner(333_333_333_333_333_333);
		assert_ok!(as_root(Call::set_reference { kind: DOTS, price }));
		let account = MockLedger::open(&alice(), 0);
		let odd = ONE_DOT / 3 + 1;
		for n in 1..=7u32 {
			assert_ok!(deposit(alice(), &account, DOTS, odd));
			let whole = Kinds::<Test>::get(DOTS).unwrap().reference_value(odd * u128::from(n));
			assert_eq!(total(HUB), whole.unwrap());
		}
		assert_ok!(withdraw(alice(), &account, DOTS, 7 * odd, alice()));
		assert_eq!(total(HUB), dollars(0));
	});
}

#[test]
fn the_order_of_crediting_decides_who_finds_room() {
	ExtBuilder.build_and_execute(|| {
		let (a, b) = (MockLedger::open(&alice(), 0), MockLedger::open(&bob(), 0));
		assert_ok!(set_cap(HELD, Some(dollars(20))));
		let event = Event::GroupCapSet { group: HELD, old: None, new: Some(dollars(20)) };
		System::assert_last_event(event.into());
		assert_ok!(deposit(alice(), &a, ETHER, 4 * ONE_ETH));
		// Twelve USD are left for either kind, less a unit for the rounding.
		let (most, _) = Collateral::deposit_room(b.clone(), DOTS).unwrap();
		assert_eq!(most, 6 * ONE_DOT - 1);
		let failed = deposit(bob(), &b, DOTS, 6 * ONE_DOT + 1);
		assert_noop!(failed, Error::<Test>::GroupCapExceeded);
		send(DOT, &bob(), b.address(), 7 * ONE_DOT);
		assert_ok!(sweep(&b, DOTS));
		assert_eq!(MockLedger::lot(&b, DOTS), most);
		assert!(total(HELD) <= dollars(20));
		assert_noop!(deposit(alice(), &a, ETHER, ONE_ETH), Error::<Test>::GroupCapExceeded);
		// The rest is the owner's; cash is in no group.
		assert_ok!(recover(bob(), &b, DOT, bob()));
		assert_ok!(deposit(bob(), &b, CASH, USD));
		assert_ok!(set_cap(HELD, None));
		assert_ok!(deposit(alice(), &a, ETHER, ONE_ETH));
		let large = set_cap(HELD, Some(FixedU128::from_inner(u128::MAX)));
		assert_noop!(large, Error::<Test>::BadCap);
	});
}

#[test]
fn the_least_of_three_factors_counts_and_none_is_multiplied() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 100 * ONE_DOT));
		assert_ok!(deposit(alice(), &account, ETHER, 100 * ONE_ETH));
		assert_ok!(set_cap(HUB, Some(dollars(120))));
		assert_ok!(set_cap(HELD, Some(dollars(320))));
		assert_ok!(as_root(Call::set_cap { kind: DOTS, cap: 70 * ONE_DOT }));
		assert_eq!(factors(), (ONE, ONE), "not at once");
		let after = |hours| {
			Now::set(START + hours * HOUR_MS);
			factors()
		};
		let part = |n| wad(percent(n));
		assert_eq!(after(2), (part(90), part(90)));
		assert_eq!(after(4), (part(80), part(80)));
		// .6 of the chain, .7 of the kind, .8 of the method.
		assert_eq!(after(20), (part(60), part(80)));
		let maintenance = Collateral::credit(DOTS, 10 * ONE_DOT, Lens::Latest).unwrap().maintenance;
		assert_eq!(maintenance, cents(4_500), "opening alone");
		// When others leave, what remains counts more.
		assert_ok!(withdraw(alice(), &account, ETHER, 100 * ONE_ETH, alice()));
		assert_ok!(withdraw(alice(), &account, DOTS, 40 * ONE_DOT, alice()));
		assert_eq!(factors(), (ONE, ONE));
	});
}

#[test]
fn a_new_reference_price_counts_anew_and_takes_nothing_at_once() {
	ExtBuilder.build_and_execute(|| {
		let account = MockLedger::open(&alice(), 0);
		assert_ok!(deposit(alice(), &account, DOTS, 100 * ONE_DOT));
		assert_ok!(set_cap(HUB, Some(dollars(250))));
		let set = |kind, price| as_root(Call::set_reference { kind, price });
		assert_ok!(set(DOTS, dollars(5)));
		let event = Event::ReferenceSet { kind: DOTS, old: dollars(2), new: dollars(5) };
		System::assert_last_event(event.into());
		assert_eq!(total(HUB), dollars(500));
		assert_eq!(factors().0, ONE);
		Now::set(START + HOUR_MS);
		assert_eq!(factors().0, wad(percent(95)));
		Now::set(START + 20 * HOUR_MS);
		assert_eq!(factors().0, wad(percent(50)));
		assert_noop!(set(DOTS, dollars(0)), Error::<Test>::BadReference);
		let huge = FixedU128::from_inner(u128::MAX);
		assert_noop!(set(DOTS, huge), Error::<Test>::BadReference);
		assert_noop!(set(CollateralId(77), dollars(1)), Error::<Test>::NotListed);
	});
}
