// SPDX-License-Identifier: GPL-3.0-or-later

//! The end of the house as vaults on other chains see it (ADR 34), and what an answer from there may weigh.

use super::{house::*, vaults::*, *};
use crate::*;
use ::xcm::latest::prelude::{Location, Parachain, Response};
use configs::xcm::{UnitWeightCost, UsdtLocation};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_remote_vault::{OrderTerms, Queries, Terms, Vaults, WeightInfo};
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use straddle_primitives::*;
use straddle_traits::Ledger;

/// The house winds down and its books are closed.
fn close() {
	assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
	assert_ok!(Margin::close_books(signed(Eve)));
}

/// Orders cost their owners something.
fn charged() {
	orderable();
	let terms = Terms::<Runtime>::get(genesis_presets::HUB).expect("they are set");
	let terms = OrderTerms { charge: USDT as Cash, ..terms };
	assert_ok!(RemoteVault::set_terms(RuntimeOrigin::root(), genesis_presets::HUB, terms));
}

/// All that was asked is answered: it ran.
fn all_done() {
	let hub = Location::new(1, [Parachain(1_000)]);
	for query in Queries::<Runtime>::iter_keys().collect::<Vec<_>>() {
		let origin = pallet_xcm::Origin::Response(hub.clone()).into();
		assert_ok!(RemoteVault::take_reply(origin, query, Response::ExecutionResult(None)));
	}
	RemoteVault::on_poll(1, &mut WeightMeter::new());
}

fn release(account: &MarginAccountId, amount: u128) -> Result<(), sp_runtime::DispatchError> {
	let to = Dave.to_account_id();
	RemoteVault::release(signed(Dave), account.clone(), VAULT_DOT, amount, to)
}

#[test]
fn lots_leave_vaults_out_of_closed_books_and_cost_nothing() {
	development().execute_with(|| {
		connected();
		charged();
		let trader = empty(Dave);
		prove(&trader, 1_000 * DOTS + DEPOSIT, 100);
		// Who has no cash pays by what he owes.
		assert_ok!(release(&trader, 100 * DOTS));
		assert_eq!(Margin::cash(&trader), -(USDT as Cash));
		all_done();
		assert_ok!(Collateral::deposit(signed(Dave), trader.clone(), CASH, 2 * USDT));
		close();
		// Also before he took his cash, and after it.
		assert_ok!(release(&trader, 300 * DOTS));
		assert_eq!(Margin::cash(&trader), USDT as Cash);
		all_done();
		assert_ok!(Collateral::leave(signed(Eve), trader.clone()).map_err(|failed| failed.error));
		assert_ok!(release(&trader, 600 * DOTS));
		all_done();
		let vault = Vaults::<Runtime>::get(&trader, VAULT_DOT).expect("it is known");
		assert_eq!((lot(&trader), vault.proven, Margin::cash(&trader)), (0, DEPOSIT, 0));
		assert_all();
		assert_ok!(Margin::close_account(signed(Dave), trader));
	});
}

#[test]
fn rights_are_made_good_in_closed_books_to_the_unit() {
	development().execute_with(|| {
		connected();
		charged();
		let (funder, owner) = (open(Bob, 10_000), empty(Dave));
		let taker = open_second();
		prove(&owner, 1_000 * DOTS + DEPOSIT, 100);
		give(&owner, &taker, 600 * DOTS);
		let pool = Pot::ChainPool(genesis_presets::HUB);
		let fund = |usdt: u128| Margin::fund_pool(signed(Bob), funder.clone(), pool, usdt * USDT);
		assert_ok!(fund(2_000).map_err(|failed| failed.error));
		prove(&owner, 300 * DOTS, 101);
		close();
		assert_ok!(Collateral::leave(signed(Eve), funder.clone()).map_err(|failed| failed.error));
		let before = pallet_margin::Books::<Runtime>::get().expect("closed");
		assert_eq!((before.claims, before.paid), (8_000 * USDT as Cash, 8_000 * USDT as Cash));
		// 300 of 600 are there; the pool pays the others at 5 USD each, out of what all claims left.
		let make_good =
			|| RemoteVault::make_good(signed(Eve), owner.clone(), VAULT_DOT, taker.clone());
		assert_ok!(make_good());
		assert!(make_good().is_err());
		assert_eq!(
			(lot(&taker), right(&taker, &owner), Margin::cash(&taker)),
			(300 * DOTS, 300 * DOTS, 1_500 * USDT as Cash)
		);
		let after = pallet_margin::Books::<Runtime>::get().expect("closed");
		assert_eq!(after.claims - before.claims, 1_500 * USDT as Cash);
		assert_all();
		let had = ForeignAssets::balance(UsdtLocation::get(), Dave.to_account_id());
		assert_ok!(Collateral::leave(signed(Eve), taker.clone()).map_err(|failed| failed.error));
		let got = ForeignAssets::balance(UsdtLocation::get(), Dave.to_account_id()) - had;
		assert_eq!(got, 1_500 * USDT);
		assert_eq!(Margin::pot(pool), 500 * USDT as Cash);
		// What is there of it is delivered, and released.
		assert_ok!(RemoteVault::deliver(signed(Eve), owner.clone(), VAULT_DOT, taker.clone()));
		all_done();
		assert_all();
		let its = pallet_remote_vault::Covers::<Runtime>::get(&taker, VAULT_DOT).expect("a vault");
		assert!(its.own >= 299 * DOTS, "{its:?}");
		assert_ok!(release(&taker, its.own));
		assert_all();
	});
}

#[test]
fn a_pool_that_all_claims_need_makes_nothing_good() {
	development().execute_with(|| {
		connected();
		charged();
		let (funder, owner) = (open(Bob, 10_000), empty(Dave));
		let taker = open_second();
		prove(&owner, 1_000 * DOTS + DEPOSIT, 100);
		give(&owner, &taker, 600 * DOTS);
		let pool = Pot::ChainPool(genesis_presets::HUB);
		let funded = Margin::fund_pool(signed(Bob), funder, pool, 2_000 * USDT);
		assert_ok!(funded.map_err(|failed| failed.error));
		// Somebody owes so much that less came in than all claims.
		let debtor = empty(Eve);
		prove(&debtor, 1_000 * DOTS + DEPOSIT, 100);
		let (to, amount) = (Eve.to_account_id(), 2_500 * USDT);
		assert_ok!(Collateral::withdraw(signed(Eve), debtor.clone(), CASH, amount, to));
		prove(&owner, 300 * DOTS, 101);
		assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
		at(NOW + pallet_margin::REPAY_MS);
		assert_ok!(Margin::close_books(signed(Eve)));
		quoted(NOW + pallet_margin::REPAY_MS, 60_000);
		let make_good =
			|| RemoteVault::make_good(signed(Eve), owner.clone(), VAULT_DOT, taker.clone());
		// The pool owes it.
		assert_ok!(make_good());
		assert_noop!(make_good(), pallet_remote_vault::Error::<Runtime>::PoolShort);
		assert_eq!((Margin::cash(&taker), Margin::pot(pool)), (0, 2_000 * USDT as Cash));
		// He repays.
		let owed = Margin::cash(&debtor).unsigned_abs();
		assert_ok!(Collateral::deposit(signed(Eve), debtor, CASH, owed));
		assert_ok!(make_good());
		assert_eq!(Margin::cash(&taker), 1_500 * USDT as Cash);
		assert_all();
	});
}

/// Messages are weighed before they are read: each instruction counts the same, an answer too.
#[test]
fn an_answer_weighs_no_more_than_messages_are_weighed() {
	let noted = <Runtime as pallet_remote_vault::Config>::WeightInfo::take_reply();
	assert!(noted.all_lte(UnitWeightCost::get()), "{noted:?}");
}
