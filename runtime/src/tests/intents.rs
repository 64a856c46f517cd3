// SPDX-License-Identifier: GPL-3.0-or-later

//! Signed intents on the real ledger.

use super::{house::*, *};
use crate::{genesis_presets::*, *};
use frame_support::{assert_ok, traits::Hooks, weights::WeightMeter};
use pallet_options::{Authority, Error, Intent, IntentFill, Leg};
use sp_keyring::Sr25519Keyring::{self, Bob, Charlie, Dave, Eve};
use sp_runtime::{DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{Ledger, OverdueCash, Risk};

const ONE_DOT: i128 = 10_000_000_000;
const ONE_USDT: Cash = USDT as Cash;

/// What an account gets for a unit, for at most `limit` USDT.
fn intent(who: Sr25519Keyring, legs: &[Leg], limit: Cash) -> Intent {
	Intent {
		account: account(who),
		legs: legs.to_vec().try_into().expect("a few legs"),
		limit: limit * ONE_USDT,
		bands: Default::default(),
		max_age_ms: MINUTE_MS,
		min_size: 1,
		max_size: 10,
		nonce: Options::intent_nonces(account(who)).next.expect("one is free"),
		deadline: NOW + MINUTE_MS,
		taker: None,
		fee_cap: 100 * ONE_USDT,
	}
}

fn sign(who: Sr25519Keyring, intent: Intent, size: u64) -> IntentFill {
	let (message, _) = Options::intent_message(intent.clone());
	let signature = who.sign(&message).into();
	let authority = Authority::Signature { signer: who.to_account_id(), signature };
	IntentFill { intent, size, authority }
}

/// Brought by Eve, who has no part in it.
fn settle(set: Vec<IntentFill>) -> DispatchResult {
	let set = set.try_into().expect("a few intents");
	frame_support::storage::with_storage_layer(|| {
		Options::settle_intents(signed(Eve), set).map_err(|failed| failed.error)
	})?;
	Ok(())
}

fn against(legs: &[Leg]) -> Vec<Leg> {
	legs.iter().map(|leg| leg.opposite().expect("small")).collect()
}

/// A future, and calls and puts of the last expiry around the money.
fn four() -> [Series; 4] {
	Options::on_poll(1, &mut WeightMeter::new());
	let listed = Options::series_of(BTC);
	let last = listed.iter().map(|one| one.expiry).max().expect("something is listed");
	let of = |kind: Kind, nth: usize| {
		let mut all = listed.iter().filter(|one| one.expiry == last && one.kind == kind);
		*all.nth(nth).expect("it is listed")
	};
	let options = listed.iter().filter(|one| one.expiry == last && one.kind == Kind::Call).count();
	let middle = options / 2;
	[
		of(Kind::Put, middle - 1),
		of(Kind::Call, middle),
		of(Kind::Call, middle + 1),
		of(Kind::Future, 0),
	]
}

fn contracts(series: Series, tenths: i64) -> Leg {
	Leg::Contracts { series, quantity: tenths * CONTRACT / 10 }
}

fn sorted(mut legs: Vec<Leg>) -> Vec<Leg> {
	legs.sort_by_key(|leg| match leg {
		Leg::Contracts { series, .. } => Some(*series),
		_ => None,
	});
	legs
}

#[test]
fn two_owners_trade_a_combination_of_four_legs() {
	development().execute_with(|| {
		priced();
		let (bob, dave) = (open(Bob, 100_000), open(Dave, 100_000));
		let [put, call, higher, future] = four();
		let legs = sorted(vec![
			contracts(put, -1),
			contracts(call, 1),
			contracts(higher, -1),
			contracts(future, -1),
		]);
		// A unit, a tenth of each, for at most 30 and at least 10.
		let buys = sign(Bob, intent(Bob, &legs, 30), 3);
		let sells = sign(Dave, intent(Dave, &against(&legs), -10), 3);
		let set = vec![buys.clone(), sells];
		let report =
			Options::intent_report(Eve.to_account_id(), set.clone().try_into().expect("two"));
		assert_eq!((report.together, &report.intents[..]), (None, &[None, None][..]));
		let held = pallet_margin::Totals::<Runtime>::get().held;
		assert_ok!(settle(set));
		assert_agreement();
		let positions = Margin::positions(&bob);
		assert_eq!(positions.len(), 4);
		for ((series, quantity), (other, against)) in
			positions.into_iter().zip(Margin::positions(&dave))
		{
			assert_eq!((series, quantity), (other, -against));
			assert_eq!(quantity.abs(), 3 * CONTRACT / 10);
		}
		// 20 for each unit, and fees.
		let fees = 200_000 * ONE_USDT - Margin::cash(&bob) - Margin::cash(&dave);
		assert!(fees > 0 && fees < 100 * ONE_USDT, "{fees}");
		let paid = 100_000 * ONE_USDT - Margin::cash(&bob);
		assert_eq!(report.cash, [-paid, Margin::cash(&dave) - 100_000 * ONE_USDT]);
		assert!((60 * ONE_USDT..160 * ONE_USDT).contains(&paid), "{paid}");
		assert_eq!(pallet_margin::Totals::<Runtime>::get().held, held);
		// The same signature fills the rest, and no more.
		let more = |size| {
			vec![
				IntentFill { size, ..buys.clone() },
				sign(Dave, Intent { nonce: 1, ..intent(Dave, &against(&legs), 0) }, size),
			]
		};
		assert_eq!(settle(more(8)), Err(Error::<Runtime>::FillTooLarge.into()));
		assert_ok!(settle(more(7)));
		assert_eq!(settle(more(1)), Err(Error::<Runtime>::IntentSpent.into()));
		// Of this chain alone: its name is in the message.
		assert!(Options::intent_message(buys.intent)
			.0
			.windows(8)
			.any(|bytes| bytes == b"straddle"));
		assert_agreement();
	});
}

#[test]
fn selling_dot_by_an_intent_meets_a_cash_call() {
	development().execute_with(|| {
		priced();
		let (lender, debtor) = (open(Bob, 100_000), open(Dave, 100));
		let dots = 1_000 * ONE_DOT;
		assert_ok!(Collateral::deposit(signed(Dave), debtor.clone(), DOT, dots as u128));
		let (to, amount) = (Dave.to_account_id(), 1_100 * USDT);
		assert_ok!(Collateral::withdraw(signed(Dave), debtor.clone(), CASH, amount, to));
		Margin::call_for_benchmark();
		assert!(Margin::overdue(&debtor) > 0);
		// 21 DOT a unit for at least 100.
		let sold = [Leg::Lot { kind: DOT, amount: -21 * ONE_DOT }];
		let set = vec![
			sign(Dave, intent(Dave, &sold, -100), 10),
			sign(Bob, intent(Bob, &against(&sold), 104), 10),
		];
		assert_ok!(settle(set));
		assert_eq!(Margin::overdue(&debtor), 0);
		let met = System::events().into_iter().any(|record| {
			matches!(record.event, RuntimeEvent::Margin(pallet_margin::Event::CashCallMet { .. }))
		});
		assert!(met);
		assert!(Margin::cash(&debtor) > 0);
		assert_eq!(Margin::lots(&lender), [(DOT, 210 * ONE_DOT as u128)]);
		assert_agreement();
	});
}

#[test]
fn a_delegate_sells_no_tokens_and_frozen_or_unknown_ones_do_not_move() {
	use straddle_traits::{Level, Scope};
	development().execute_with(|| {
		priced();
		let (bob, dave) = (open(Bob, 1_000), open(Dave, 1_000));
		assert_ok!(Collateral::deposit(signed(Dave), dave.clone(), DOT, 100 * ONE_DOT as u128));
		assert_ok!(Margin::set_delegate(signed(Dave), dave, Charlie.to_account_id()));
		let sold = [Leg::Lot { kind: DOT, amount: -ONE_DOT }];
		let set = |who| {
			vec![
				sign(who, intent(Dave, &sold, -4), 1),
				sign(Bob, intent(Bob, &against(&sold), 6), 1),
			]
		};
		let not_owner = pallet_margin::Error::<Runtime>::NotOwner;
		assert_eq!(settle(set(Charlie)), Err(not_owner.into()));
		let may_not = pallet_margin::Error::<Runtime>::MayNotTrade;
		assert_eq!(settle(set(Eve)), Err(may_not.into()));
		let level = |level| {
			assert_ok!(Liquidation::set_level(RuntimeOrigin::root(), Scope::Kind(DOT), level));
		};
		level(Level::Frozen);
		assert_eq!(settle(set(Dave)), Err(Error::<Runtime>::KindNotTradable.into()));
		level(Level::Open);
		assert_ok!(settle(set(Dave)));
		assert_eq!(Margin::lots(&bob), [(DOT, ONE_DOT as u128)]);
		for kind in [CASH, CollateralId(77)] {
			let legs = [Leg::Lot { kind, amount: -1 }];
			let set = vec![
				sign(Dave, intent(Dave, &legs, 0), 1),
				sign(Bob, intent(Bob, &against(&legs), 0), 1),
			];
			assert_eq!(settle(set), Err(Error::<Runtime>::KindNotTradable.into()));
		}
		assert_agreement();
	});
}

/// RISK.md 1: a mis-marked option must not be a way to borrow.
#[test]
fn tokens_that_option_value_stands_for_are_sold_and_not_given_away() {
	development().execute_with(|| {
		priced();
		let (bob, dave) = (open(Bob, 400_000), open(Dave, 30_000));
		let dots = 1_000 * ONE_DOT;
		assert_ok!(Collateral::deposit(signed(Dave), dave.clone(), DOT, dots as u128));
		let [put, call, ..] = four();
		// Long ten calls, short one put.
		let legs = sorted(vec![contracts(put, -10), contracts(call, 100)]);
		let set = vec![
			sign(Dave, intent(Dave, &legs, 1_000), 1),
			sign(Bob, intent(Bob, &against(&legs), -1_000), 1),
		];
		assert_ok!(settle(set));
		let mut session = Margin::session();
		let free = Margin::withdrawable_cash_in(&mut session, &dave);
		let to = Dave.to_account_id();
		assert_ok!(Collateral::withdraw(signed(Dave), dave.clone(), CASH, free as u128, to));
		// Nothing more may leave, and yet the margin is held with room for what is tried below.
		let is = Margin::assess(&dave, Lens::Latest).expect("it is priced");
		assert!(is.withdrawable() < Money::from_u32(1), "{is:?}");
		assert!(is.initial_excess() > Money::from_u32(400), "{is:?}");
		let set = |usdt: Cash| {
			let gives = [Leg::Lot { kind: DOT, amount: -100 * ONE_DOT }];
			vec![
				sign(Dave, intent(Dave, &gives, -usdt), 1),
				sign(Bob, intent(Bob, &against(&gives), usdt), 1),
			]
		};
		for usdt in [0, 100] {
			assert_eq!(settle(set(usdt)), Err(Error::<Runtime>::LeavesOnCredit.into()));
		}
		assert_ok!(settle(set(495)));
		// Nor cash for nothing.
		let cash = [Leg::Cash { amount: -400 * ONE_USDT }];
		let set = vec![
			sign(Dave, intent(Dave, &cash, 0), 1),
			sign(Bob, intent(Bob, &against(&cash), 0), 1),
		];
		assert_eq!(settle(set), Err(Error::<Runtime>::LeavesOnCredit.into()));
		assert!(Margin::lots(&bob)[0].1 == 100 * ONE_DOT as u128);
		assert_agreement();
	});
}

/// An auction of the real pallet voids what its account signed.
#[test]
fn an_auction_voids_intents() {
	use straddle_traits::OnAuction;
	development().execute_with(|| {
		priced();
		open(Bob, 100_000);
		open(Dave, 100_000);
		let [_, call, ..] = four();
		let legs = [contracts(call, 1)];
		let set = vec![
			sign(Dave, intent(Dave, &legs, 1_000), 1),
			sign(Bob, intent(Bob, &against(&legs), 0), 1),
		];
		type Told = <Runtime as pallet_liquidation::Config>::OnAuction;
		assert_ok!(<Told as OnAuction>::on_auction(&account(Dave)));
		let void: DispatchError = Error::<Runtime>::IntentVoid.into();
		assert_eq!(settle(set), Err(void));
		assert_agreement();
	});
}

#[test]
fn eight_answers_keep_another_one_out_only_if_the_worst_could_be_settled() {
	use frame_support::storage::with_storage_layer;
	use Sr25519Keyring::{Alice, AliceStash, BobStash, CharlieStash, DaveStash, EveStash, Ferdie};
	let makers = [Alice, Bob, Charlie, Ferdie, AliceStash, BobStash, CharlieStash, DaveStash];
	for (usdt, answered) in [(400_000, false), (1_000, true)] {
		development().execute_with(|| {
			priced();
			let dave = open(Dave, 100);
			open(EveStash, 400_000);
			for maker in makers {
				open(maker, usdt);
			}
			let [_, call, ..] = four();
			let legs = vec![contracts(call, 10)];
			let asked = legs.clone().try_into().expect("one leg");
			let until = NOW + MINUTE_MS;
			assert_ok!(Options::open_request(signed(Dave), dave.clone(), asked, 5, until, None));
			let quote = |who, usdt: Cash| {
				let IntentFill { intent, authority, .. } =
					sign(who, intent(who, &against(&legs), -usdt), 1);
				with_storage_layer(|| Options::quote_request(signed(who), 0, intent, authority))
			};
			for (maker, usdt) in makers.into_iter().zip(1..) {
				assert_ok!(quote(maker, usdt));
			}
			let held = (Margin::positions(&account(DaveStash)), Margin::cash(&dave));
			let result = quote(EveStash, 2_000);
			let info = result.as_ref().map_or_else(|failed| failed.post_info, |info| *info);
			assert!(info.actual_weight.is_some());
			let error = Err(Error::<Runtime>::QuoteNotBetter.into());
			assert_eq!(
				result.map(|_| ()).map_err(|failed| failed.error),
				if answered { Ok(()) } else { error }
			);
			assert_eq!((Margin::positions(&account(DaveStash)), Margin::cash(&dave)), held);
			let last = Options::open_requests()[0].1.quotes.last().cloned().expect("eight");
			assert_eq!(last.maker, account(if answered { EveStash } else { DaveStash }));
			assert_agreement();
		});
	}
}
