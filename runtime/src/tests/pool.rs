// SPDX-License-Identifier: GPL-3.0-or-later

//! What the pool's own account takes over and gives back, on the ledger as it is.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_noop, assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_liquidation::{Deficit, Event as Loss, LotAuctions, OwnAccountState, OwnAccounts};
use sp_keyring::Sr25519Keyring::{Bob, Dave, Eve};
use sp_runtime::DispatchResult;
use straddle_primitives::*;
use straddle_traits::{Entry, Journal, Ledger, Risk, Rule};

const UNIT: Cash = USDT as Cash;
const DOTS: u128 = 10_000_000_000;

/// The pool's own account, which took something over before.
fn own() -> MarginAccountId {
	let owner = configs::market::PoolOwner::get();
	OwnAccounts::<Runtime>::put(OwnAccountState { current: 0, opened: 1 });
	Margin::get_or_open(&owner, 0).expect("it can be opened")
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

/// A call sold at 5,000 by who had 20,000, and a price at which it is worth more than both.
#[test]
fn shorts_that_all_cash_does_not_cover_leave_a_deficit() {
	development().execute_with(|| {
		priced();
		let (maker, trader) = (open(Bob, 100_000), open(Dave, 20_000));
		Options::on_poll(1, &mut WeightMeter::new());
		let listed = Options::series_of(BTC);
		let calls = listed.iter().filter(|one| one.kind == Kind::Call);
		let series = *calls.min_by_key(|one| (one.strike, one.expiry)).expect("a call is listed");
		let entry = |account: &MarginAccountId, by: i64| {
			let cash = -Cash::from(by) * 5_000 * UNIT;
			let entry = Entry::new(account.clone(), Rule::Forced).cash(cash).premium(BTC, cash);
			entry.position(series, by * CONTRACT)
		};
		assert_ok!(Margin::book(Journal::of(vec![entry(&maker, 1), entry(&trader, -1)])));
		let params = pallet_liquidation::Params::<Runtime>::get();
		let mut now = NOW;
		for _ in 0..=params.fresh_rounds {
			now += params.max_step_ms;
			auctions_at(now, 120_000);
		}
		let flagged = Liquidation::flag(signed(Eve), trader.clone(), maker.clone());
		assert_ok!(flagged.map_err(|failed| failed.error));
		let due = now + params.take_over_at();
		while now + params.max_step_ms < due {
			now += params.max_step_ms;
			auctions_at(now, 120_000);
		}
		let equity = Margin::assess(&trader, Lens::Latest).expect("valued").equity();
		let worth = |money: Money| money.into_inner() / 1_000_000_000_000;
		assert!(worth(equity) < -1_000 * UNIT, "{equity:?}");
		System::reset_events();
		at(due);
		auctions_at(due, 120_000);
		let covered = System::read_events_no_consensus().find_map(|record| match record.event {
			RuntimeEvent::Liquidation(Loss::DebtCovered { account, paid, deficit }) => {
				assert_eq!((account, paid), (trader.clone(), 0));
				Some(deficit)
			},
			_ => None,
		});
		let deficit = covered.expect("a debt is left");
		// Nobody funded the pool: others bear all that the shorts take beyond the cash, to the unit.
		assert!(deficit.abs_diff(-worth(equity)) <= 1, "{deficit} of {equity:?}");
		let pool = Margin::get_or_open(&configs::market::PoolOwner::get(), 0).expect("it is there");
		assert_eq!(Margin::positions(&pool), [(series, -CONTRACT)]);
		assert_eq!(Margin::cash(&trader) + Deficit::<Runtime>::get(), 0);
		let is = Margin::assess(&pool, Lens::Latest).expect("valued");
		assert!(Deficit::<Runtime>::get() == 0 || (0..=1).contains(&worth(is.equity())), "{is:?}");
		assert_agreement();
		for n in 1..=3 {
			auctions_at(due + n * params.max_step_ms, 120_000);
		}
		assert_eq!((Margin::cash(&trader), Deficit::<Runtime>::get()), (0, 0));
		assert_agreement();
	});
}
