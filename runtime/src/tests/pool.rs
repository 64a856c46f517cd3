// SPDX-License-Identifier: GPL-3.0-or-later

//! What the pool's own account gives back as the house winds down, on the ledger as it is.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_liquidation::LotAuctions;
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use sp_runtime::DispatchResult;
use straddle_primitives::*;
use straddle_traits::{ChainPools, Entry, Journal, Ledger, Rule};

const UNIT: Cash = USDT as Cash;
const DOTS: u128 = 10_000_000_000;

/// The pool's own account, opened as for what comes back into a vault.
fn own() -> MarginAccountId {
	<Liquidation as ChainPools>::account().expect("it can be opened")
}

/// One account pays another, whatever it has.
fn pay(from: &MarginAccountId, to: &MarginAccountId, usdt: Cash) {
	let entry = |account: &MarginAccountId, by| Entry::new(account.clone(), Rule::Forced).cash(by);
	let entries = vec![entry(from, -usdt * UNIT), entry(to, usdt * UNIT)];
	assert_ok!(Margin::book(Journal::of(entries)));
}

fn touch(account: &MarginAccountId) -> DispatchResult {
	Liquidation::touch(signed(Eve), account.clone()).map(|_| ()).map_err(|failed| failed.error)
}

fn wind_down() {
	assert_ok!(Liquidation::wind_down(RuntimeOrigin::root()));
}

fn close() -> DispatchResult {
	Margin::close_books(signed(Eve))
}

fn debts_left() -> sp_runtime::DispatchError {
	pallet_margin::Error::<Runtime>::DebtsLeft.into()
}

/// What an account's owner gets of closed books.
fn leaves(account: &MarginAccountId) -> Cash {
	let before = Margin::cash(account);
	assert_ok!(Collateral::leave(signed(Eve), account.clone()).map_err(|failed| failed.error));
	before - Margin::cash(account)
}

/// 950 are held; users have 1,000 and the pool's account 100, since a debtor who is gone owes 150.
#[test]
fn in_a_wind_down_its_cash_comes_after_users() {
	development().execute_with(|| {
		priced();
		let (bob, dave, eve) = (open(Bob, 700), open(Dave, 250), account(Eve));
		assert_ok!(Margin::create_account(signed(Eve), 0));
		let own = own();
		pay(&bob, &own, 100);
		pay(&eve, &dave, 150);
		wind_down();
		assert_noop!(close(), debts_left());
		at(NOW + pallet_margin::REPAY_MS);
		assert_ok!(close());
		let books = pallet_margin::Books::<Runtime>::get().expect("closed");
		assert_eq!((books.claims, books.paid), (1_000 * UNIT, 0));
		assert_eq!((Margin::cash(&own), Margin::pot(Pot::GlobalPool)), (0, 100 * UNIT));
		assert_eq!([&bob, &dave].map(leaves), [570 * UNIT, 380 * UNIT]);
		let nothing = Collateral::leave(signed(Eve), own).map_err(|failed| failed.error);
		assert_eq!(nothing.err(), Some(pallet_collateral::Error::<Runtime>::NothingDue.into()));
		assert_agreement();
	});
}

/// It owes 100, and the pot has 40: all cash bears 60 of 1,060, and nobody waits for a debtor without a key.
#[test]
fn in_a_wind_down_what_it_owes_is_borne() {
	development().execute_with(|| {
		priced();
		let (bob, dave, own) = (open(Bob, 600), open(Dave, 400), own());
		pay(&own, &bob, 100);
		let funded = Margin::fund_pool(signed(Bob), bob.clone(), Pot::GlobalPool, 40 * USDT);
		assert_ok!(funded.map_err(|failed| failed.error));
		wind_down();
		assert_noop!(close(), debts_left());
		assert_ok!(touch(&own));
		assert_eq!((Margin::cash(&own), Margin::pot(Pot::GlobalPool)), (0, 0));
		assert_eq!(Margin::pot(Pot::Insolvency), -60 * UNIT);
		Liquidation::on_poll(1, &mut WeightMeter::new());
		assert_eq!(Margin::pot(Pot::Insolvency), 0);
		let cash = [&bob, &dave].map(Margin::cash);
		let kept = |had: Cash| had * UNIT * 1_000 / 1_060;
		assert!(cash[0].abs_diff(kept(660)) <= 1 && cash[1].abs_diff(kept(400)) <= 1, "{cash:?}");
		assert_ok!(close());
		assert_eq!([&bob, &dave].map(leaves), cash);
		assert_agreement();
	});
}

/// It holds a hundred DOT and owes 200: the books wait until they are sold, and all that they bring is the pool's.
#[test]
fn in_a_wind_down_its_lots_are_sold() {
	development().execute_with(|| {
		priced();
		let (bob, dave, own) = (open(Bob, 1_000), open(Dave, 400), own());
		assert_ok!(Collateral::deposit(signed(Dave), dave.clone(), DOT, 100 * DOTS));
		let amount = (100 * DOTS) as i128;
		let gives = Entry::new(dave.clone(), Rule::Forced).lot(DOT, -amount);
		let gets = Entry::new(own.clone(), Rule::Forced).lot(DOT, amount);
		assert_ok!(Margin::book(Journal::of(vec![gives, gets])));
		pay(&own, &dave, 200);
		wind_down();
		assert_noop!(close(), debts_left());
		assert_ok!(touch(&own));
		let state_id = LotAuctions::<Runtime>::get(&own).expect("for sale").state_id;
		let (amount, most) = (100 * DOTS, 500 * UNIT);
		let bid = Liquidation::bid_lots(
			signed(Bob),
			own.clone(),
			bob.clone(),
			state_id,
			DOT,
			amount,
			most,
		);
		assert_ok!(bid.map_err(|failed| failed.error));
		// At 5 less 1 %.
		let paid = 1_000 * UNIT - Margin::cash(&bob);
		assert!((495 * UNIT..=495 * UNIT + 10).contains(&paid), "{paid}");
		assert_eq!((Margin::cash(&own), Margin::lots(&own)), (paid - 200 * UNIT, vec![]));
		assert!(!LotAuctions::<Runtime>::contains_key(&own));
		assert_ok!(close());
		assert_eq!((Margin::cash(&own), Margin::pot(Pot::GlobalPool)), (0, paid - 200 * UNIT));
		assert_eq!([&bob, &dave].map(leaves), [1_000 * UNIT - paid, 600 * UNIT]);
		assert_eq!(Margin::lots(&bob), []);
		assert_agreement();
	});
}
