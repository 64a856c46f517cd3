// SPDX-License-Identifier: GPL-3.0-or-later

//! A debtor's stablecoin on the source chain comes here by itself and pays what he owes (RISK.md 3, ADR 34).

use super::{net::*, orders::*};
use crate::source::{self, USDT, USDT_ID};
use frame_support::BoundedVec;
use pallet_remote_vault::{Event, OrderEnd, OrderTerms};
use parachains_common::Balance;
use sp_keyring::Sr25519Keyring::{Bob, Dave};
use sp_runtime::traits::Dispatchable;
use straddle_primitives::*;
use straddle_runtime as ours;
use straddle_traits::Ledger;

const CHARGE: Balance = USDT / 10;

/// Dave has 999.99 USDT in his vault, credited, and 100 here; Bob lends.
fn world() -> World {
	let minimum = BoundedVec::truncate_from(vec![(REMOTE_USDT, USDT)]);
	let mut world = World::new(OrderTerms { minimum, ..terms() });
	assert_eq!(world.prove(), Ok(()));
	assert_eq!(world.net.credited(REMOTE_USDT), 1_000 * USDT - USDT / 100);
	let account = world.net.margin_account(Bob);
	let call = pallet_collateral::Call::deposit { account, kind: CASH, amount: 10_000 * USDT };
	assert_eq!(world.net.ours(|| call_ours(Bob, call)), Ok(()));
	world.net.events();
	world
}

impl World {
	fn cash(&mut self) -> Cash {
		let account = self.account.clone();
		self.net.look(|| ours::Margin::cash(&account))
	}

	/// Dave borrows by taking out more than he has.
	fn withdraw(&mut self, amount: Balance) {
		self.net.price();
		let account = self.account.clone();
		let to = Dave.to_account_id();
		let call = pallet_collateral::Call::withdraw { account, kind: CASH, amount, to };
		assert_eq!(self.net.ours(|| call_ours(Dave, call)), Ok(()));
	}

	/// What was pulled for his debt since this was asked last.
	fn pulled(&mut self) -> Vec<Balance> {
		let pulled = |event| match event {
			ours::RuntimeEvent::RemoteVault(Event::DebtPulled { amount, .. }) => Some(amount),
			_ => None,
		};
		self.net.events().into_iter().filter_map(pulled).collect()
	}
}

#[test]
fn a_debt_is_paid_by_what_lies_in_the_vault() {
	let mut world = world();
	let before = world.cash();
	world.withdraw(400 * USDT);
	let debt = 400 * USDT - before.unsigned_abs();
	world.net.settle();
	let all = world.pulled();
	let [pulled] = all[..] else { panic!("one order, not {all:?}") };
	// The order's cost, and one least order more: interest and the way here take a part of that.
	let wanted = debt + CHARGE + USDT;
	assert!((wanted..wanted + 100).contains(&pulled), "{pulled} for {wanted}");
	assert_eq!(world.held(), 1_000 * USDT - pulled);
	let left = world.cash();
	assert!((0..=USDT as Cash).contains(&left), "{left}");
	assert_eq!(world.net.surplus(usdt()), 0, "all of it is issued here and lies there");
	world.at_rest();
	// Nothing more is pulled.
	world.net.price();
	world.net.rounds(10);
	assert_eq!((world.pulled(), world.cash()), (vec![], left));
}

#[test]
fn a_debt_that_needs_all_there_is_is_paid_bit_by_bit() {
	let mut world = world();
	// With 100 here, of which fees took a little; 80 % of 999.99 count.
	world.withdraw(850 * USDT);
	let mut all = vec![];
	let mut worst = Cash::MAX;
	for _ in 0..40 {
		world.net.price();
		world.net.settle();
		all.extend(world.pulled());
		worst = worst.min(world.cash());
		if world.cash() >= 0 {
			break;
		}
	}
	assert!(world.cash() >= 0, "{} after {all:?}", world.cash());
	assert!(all.len() > 1 && all.iter().all(|amount| *amount < 850 * USDT), "{all:?}");
	world.at_rest();
}

#[test]
fn what_the_source_chain_refuses_is_pulled_when_a_proof_comes() {
	let mut world = world();
	let who = world.vault.clone();
	let freeze = |freeze: bool, world: &mut World| {
		let who = who.clone().into();
		let call: source::RuntimeCall = match freeze {
			true => HubAssets::freeze { id: USDT_ID.into(), who }.into(),
			false => HubAssets::thaw { id: USDT_ID.into(), who }.into(),
		};
		let done = world.net.hub(|| {
			let issuer = source::RuntimeOrigin::signed(source::TreasuryAccount::get());
			call.dispatch(issuer).is_ok()
		});
		assert!(done);
	};
	freeze(true, &mut world);
	world.withdraw(400 * USDT);
	world.net.rounds(20);
	world.net.price();
	world.net.rounds(10);
	let events = world.net.events();
	let ended = events.iter().filter(|event| {
		matches!(
			event,
			ours::RuntimeEvent::RemoteVault(Event::OrderEnded { end: OrderEnd::Refused, .. })
		)
	});
	assert_eq!(ended.count(), 1, "it is asked once");
	let owed = world.cash();
	assert!(owed < -(300 * USDT as Cash));
	world.at_rest();
	freeze(false, &mut world);
	world.net.price();
	assert_eq!(world.prove(), Ok(()));
	world.net.settle();
	assert!(world.cash() >= 0);
	assert_eq!(world.pulled().len(), 1);
	world.at_rest();
}
