// SPDX-License-Identifier: GPL-3.0-or-later

//! Gains of all accounts as of one moment, and their charges.

use super::{
	gains::{deal, gain, pair},
	scaling::insolvency,
};
use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use straddle_test_kit::{MockAuctions, MockPrices};
use straddle_traits::{Charge, Losses, Tally};

type Problem = Error<Test>;

/// Count with room for everything.
fn count() -> Tally {
	Margin::count(&mut WeightMeter::new()).expect("all are counted")
}

/// Room for the marks and so many accounts.
fn count_some(accounts: u64) -> Option<Tally> {
	let series = OpenInterest::<Test>::iter().count() as u64;
	let account = <Test as Config>::WeightInfo::count_account(MAX_POSITIONS)
		.saturating_add(Weight::from_parts(0, MarginAccount::max_encoded_len() as u64));
	let marks = <Test as Config>::WeightInfo::mark_series().saturating_mul(series + 1);
	let one = <Test as Config>::WeightInfo::count_account(1).saturating_mul(accounts - 1);
	let limit = if marked() { Weight::zero() } else { marks };
	let limit = limit.saturating_add(one).saturating_add(account);
	Margin::count(&mut WeightMeter::with_limit(limit))
}

fn marked() -> bool {
	!matches!(Tallies::<Test>::get().map(|tally| tally.stage), Some(Stage::Marking(_)))
}

/// All charges. An account that moved while it was counted may be in them with nothing.
fn charges() -> Vec<Charge> {
	std::iter::from_fn(Margin::next_charge).filter(|charge| charge.gain > 0).collect()
}

/// Three accounts that gained 600, 300 and lost 900 on a future, and one that did nothing.
fn market() -> [MarginAccountId; 4] {
	let (a, b) = pair();
	let (c, d) = (open(CHARLIE, 0, 1_000_000), open(CHARLIE, 1, 1_000_000));
	let future = series(100_000, Kind::Future);
	assert_ok!(deal(&a, &c, future, CONTRACT * 6 / 10, 0, 0));
	assert_ok!(deal(&b, &c, future, CONTRACT * 3 / 10, 0, 0));
	MockPrices::set_spot(BTC, price(101_000));
	[a, b, c, d]
}

/// Row 41: nobody is closed out, and each gain bears the same part of the loss and no more than that.
#[test]
fn row_41_gains_bear_the_same_part_of_the_loss_and_no_position_is_closed() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c, d] = market();
		let before = [&a, &b, &c].map(Margin::positions);
		assert_ok!(Margin::open_tally(BTC, 450 * USD));
		let tally = count();
		assert_eq!(tally, Tally { sum: gain(&a) + gain(&b), accounts: 2 });
		assert!((tally.sum - 900 * USD).abs() <= 4);
		let all = charges();
		let of = |account: &MarginAccountId| {
			all.iter().find(|charge| charge.account == *account).map(|charge| charge.amount)
		};
		assert_eq!((of(&c), of(&d)), (None, None));
		assert!(
			(of(&a).unwrap() - 300 * USD).abs() <= 2 && (of(&b).unwrap() - 150 * USD).abs() <= 2
		);
		let sum: Cash = all.iter().map(|charge| charge.amount).sum();
		assert!((450 * USD - 2..=450 * USD).contains(&sum));
		assert_eq!([&a, &b, &c].map(Margin::positions), before);
		assert_ok!(Margin::close_tally());
	});
}

#[test]
fn a_loss_above_all_gains_takes_each_gain_and_no_more() {
	ExtBuilder.build_and_execute(|| {
		market();
		assert_ok!(Margin::open_tally(BTC, 5_000 * USD));
		count();
		let all = charges();
		assert_eq!(all.len(), 2);
		assert!(all.iter().all(|charge| charge.amount == charge.gain));
		assert_ok!(Margin::close_tally());
	});
}

#[test]
fn a_trade_between_the_passes_neither_dodges_nor_doubles_a_charge() {
	let run = |trades: fn(&[MarginAccountId; 4], u8)| {
		let mut all = vec![];
		ExtBuilder.build_and_execute(|| {
			let market = market();
			assert_ok!(Margin::open_tally(BTC, 450 * USD));
			trades(&market, 0);
			let mut rounds = 0;
			while count_some(1).is_none() {
				rounds += 1;
				MockPrices::set_spot(BTC, price(101_000 + 700 * rounds));
				trades(&market, rounds as u8);
				Margin::do_try_state().expect("the invariants hold");
			}
			assert!(rounds >= 3);
			let first = Margin::next_charge().expect("somebody gained");
			trades(&market, 9);
			Margin::do_try_state().expect("the invariants hold");
			all =
				std::iter::once(first).chain(charges()).filter(|charge| charge.gain > 0).collect();
			assert_ok!(Margin::close_tally());
		});
		all
	};
	let still = run(|_, _| {});
	assert_eq!(still.len(), 2);
	// Gains sold to a neighbour, at any price, before and after either is counted.
	let sold = run(|[a, b, c, d], n| {
		let future = series(100_000, Kind::Future);
		let (from, to) = if n % 2 == 0 { (a, d) } else { (b, c) };
		assert_ok!(deal(to, from, future, CONTRACT / 10, -50 * USD, 0));
		assert_ok!(deal(d, c, call(90_000), CONTRACT, 9 * USD, 0));
	});
	assert_eq!(sold, still);
	// Positions that go to another account or owner.
	let moved = run(|[a, ..], n| {
		let future = series(100_000, Kind::Future);
		let other = id(ALICE, 1);
		if n == 0 {
			open(ALICE, 1, 100_000);
			let goods = BoundedVec::truncate_from(vec![(future, CONTRACT / 2)]);
			let (none, from) = (Default::default(), a.clone());
			assert_ok!(Margin::move_assets(origin(ALICE), from, other, 0, none, goods, true)
				.map(|_| ())
				.map_err(|failed| failed.error));
		} else if n == 1 {
			assert_ok!(Margin::offer_ownership(origin(ALICE), a.clone(), CHARLIE));
			assert_ok!(Margin::accept_ownership(origin(CHARLIE), a.clone())
				.map(|_| ())
				.map_err(|failed| failed.error));
		}
	});
	assert_eq!(moved, still);
	// A new day.
	let days = run(|_, n| {
		if n == 1 {
			Clock::advance(DAY_MS);
			Margin::turn_day(Clock::now(), &DayParams::default());
			Margin::mark_day(&mut WeightMeter::new());
		}
	});
	assert_eq!(days, still);
}

#[test]
fn nobody_takes_out_what_he_may_be_charged() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, c, _] = market();
		let free = Margin::max_withdrawal(a.clone());
		assert_ok!(Margin::open_tally(BTC, 450 * USD));
		// The whole deficit, as long as nobody knows who else gained.
		assert_eq!(Margin::max_withdrawal(a.clone()), free - 450 * USD);
		let mut session = Margin::session();
		assert_eq!(Margin::withdrawable_cash_in(&mut session, &a), free - 450 * USD);
		let held = Margin::loss_share(a.clone(), BTC).expect("a share").held_back;
		assert_eq!(held, 450 * USD);
		// b gained 300.
		let held = Margin::loss_share(b.clone(), BTC).expect("a share");
		assert_eq!(held.held_back, held.gain);
		assert_noop!(withdraw(&a, free - 450 * USD + 1), Problem::WithdrawalTooLarge);
		assert_eq!(Margin::loss_share(c.clone(), BTC).expect("a share").held_back, 0);
		count();
		// Two thirds of it are his.
		let held = Margin::loss_share(a.clone(), BTC).expect("a share").held_back;
		assert!((held - 300 * USD).abs() <= 2);
		assert_eq!(Margin::max_withdrawal(a.clone()), free - held);
		let too_much = free - held + 1;
		assert_noop!(withdraw(&a, too_much), Problem::WithdrawalTooLarge);
		let to = open(ALICE, 1, 0);
		let transfer = Margin::transfer_cash(origin(ALICE), a.clone(), to, too_much as u128);
		assert_eq!(
			transfer.map_err(|failed| failed.error),
			Err(Problem::WithdrawalTooLarge.into())
		);
		assert_ok!(withdraw(&a, free - held));
		// Nor by paying too much for something.
		let all = charges();
		assert_eq!(all.len(), 2);
		assert_eq!(Margin::loss_share(a.clone(), BTC).expect("a share").held_back, 0);
		assert_ok!(Margin::close_tally());
	});
}

#[test]
fn a_withdrawal_before_its_turn_leaves_the_account_counted_once() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, ..] = market();
		let sum = gain(&a) + gain(&b);
		assert_ok!(Margin::open_tally(BTC, 450 * USD));
		assert_ok!(withdraw(&a, 1_000 * USD));
		assert!(Gains::<Test>::contains_key(&a) && !Gains::<Test>::contains_key(&b));
		Margin::do_try_state().expect("the invariants hold");
		assert_eq!(count(), Tally { sum, accounts: 2 });
		charges();
		assert_ok!(Margin::close_tally());
	});
}

#[test]
fn an_account_in_auction_and_one_that_is_gone_do_not_stop_it() {
	ExtBuilder.build_and_execute(|| {
		let [a, b, _, d] = market();
		assert_ok!(Margin::open_tally(BTC, 450 * USD));
		MockAuctions::set(&a, true);
		let future = series(100_000, Kind::Future);
		// All of it is auctioned off, below its mark.
		let out = Entry::new(a.clone(), Rule::Forced).position(future, -CONTRACT * 6 / 10);
		let into = Entry::new(d.clone(), Rule::Bid).position(future, CONTRACT * 6 / 10);
		assert_ok!(Margin::book(Journal::of(vec![out.cash(-10 * USD), into.cash(10 * USD)])));
		let tally = count();
		assert_eq!(tally.accounts, 2);
		assert!((tally.sum - 900 * USD).abs() <= 4);
		MockAuctions::set(&a, false);
		// Nothing is left in b: it may go, and the charge finds nobody.
		let all = Margin::cash(&b);
		let leave = Entry::new(b.clone(), Rule::Forced).cash(-all);
		let leave = leave.position(future, -CONTRACT * 3 / 10);
		let take =
			Entry::new(d.clone(), Rule::Forced).cash(all).position(future, CONTRACT * 3 / 10);
		assert_ok!(Margin::book(Journal::of(vec![leave, take])));
		assert_ok!(Margin::close_account(origin(BOB), b.clone()));
		let charged = charges().into_iter().map(|charge| charge.account).collect::<Vec<_>>();
		assert!(charged.contains(&a) && charged.contains(&b) && charged.len() == 2);
		assert_ok!(Margin::close_tally());
	});
}

#[test]
fn one_tally_at_a_time_and_what_it_leaves_is_cleared() {
	ExtBuilder.build_and_execute(|| {
		market();
		assert_ok!(Margin::open_tally(BTC, 450 * USD));
		assert_noop!(Margin::open_tally(ETH, 1), Problem::TallyOpen);
		count();
		assert_noop!(Margin::close_tally(), Problem::TallyOpen);
		charges();
		assert_ok!(Margin::close_tally());
		assert!(Rises::<Test>::iter().count() > 0);
		assert_noop!(Margin::open_tally(ETH, 1), Problem::TallyOpen);
		block_after(0);
		assert_eq!((Tallies::<Test>::get(), Rises::<Test>::iter().count()), (None, 0));
		assert_ok!(Margin::open_tally(ETH, 1));
		assert_eq!(count(), Tally::default());
		assert_eq!(Margin::next_charge(), None);
		assert_ok!(Margin::close_tally());
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..Default::default() })]

	/// Whatever is traded at whatever prices, and whatever the loss: charges are no more than gains and no
	/// more than the loss, they differ from it by less than a unit an account where gains suffice, and
	/// the size of the steps does not matter.
	#[test]
	fn charges_are_exact(
		deals in prop::collection::vec(
			(0..6_usize, 0..6_usize, 0..3_usize, 1..3_000_000_i64, 0..200_i64), 1..20),
		spot in 80_000..130_000_u64,
		deficit in 1..2_000_000_000_000_i128,
		steps in 1..7_u64,
	) {
		let run = |steps| {
			let mut result = (Tally::default(), vec![]);
			ExtBuilder.build_and_execute(|| {
				let owners = [ALICE, BOB, CHARLIE];
				let all: Vec<_> = (0..6).map(|n| open(owners[n / 2].clone(), n as u32, 9_000_000)).collect();
				block_after(0);
				for (a, b, n, quantity, percent) in &deals {
					if a == b {
						continue;
					}
					let series = [call(100_000), put(95_000), series(100_000, Kind::Future)][*n];
					let premium = mark(&series) * i128::from(*quantity) / 1_000_000 * i128::from(*percent) / 100;
					deal(&all[*a], &all[*b], series, *quantity, premium, 0).expect("it is booked");
				}
				MockPrices::set_spot(BTC, price(spot));
				let gains: Cash = all.iter().map(|account| gain(account).max(0)).sum();
				insolvency(deficit);
				assert_ok!(Margin::open_tally(BTC, deficit));
				let tally = loop {
					if let Some(tally) = count_some(steps) {
						break tally;
					}
				};
				assert_eq!(tally.sum, gains);
				let charges = charges();
				assert!(charges.iter().all(|charge| 0 <= charge.amount && charge.amount <= charge.gain));
				let sum: Cash = charges.iter().map(|charge| charge.amount).sum();
				let most = deficit.min(gains);
				assert!(sum <= most && sum >= most - charges.len() as Cash);
				assert_ok!(Margin::close_tally());
				result = (tally, charges);
			});
			result
		};
		assert_eq!(run(steps), run(6));
	}
}
