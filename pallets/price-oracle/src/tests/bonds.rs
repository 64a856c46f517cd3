// SPDX-License-Identifier: GPL-3.0-or-later

//! Who may report besides collators, and what is at stake.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Balanced, Inspect, InspectHold},
};
use sp_core::Pair;
use sp_runtime::{BuildStorage, DispatchError, TokenError};
use straddle_traits::FeederPot;

fn signed(n: u8) -> RuntimeOrigin {
	RuntimeOrigin::signed(account(n))
}

fn admit(n: u8) {
	assert_ok!(Oracle::admit_reporter(RuntimeOrigin::root(), account(n)));
}

fn held(n: u8) -> u128 {
	Balances::balance_on_hold(&HoldReason::FeederBond.into(), &account(n))
}

fn seats() -> Vec<(AccountId32, Seat)> {
	Feeders::<Test>::get().into_iter().map(|feeder| (feeder.account, feeder.seat)).collect()
}

fn reporters() -> Vec<AccountId32> {
	let seats = seats().into_iter().filter(|(_, seat)| *seat == Seat::Reporter);
	seats.map(|(who, _)| who).collect()
}

#[test]
fn an_admitted_and_bonded_account_reports_from_the_next_session_on() {
	ExtBuilder::default().build_and_execute(|| {
		admit(10);
		session(0..4);
		assert_eq!(reporters(), []);
		bond(10);
		assert_eq!(held(10), BOND);
		assert_eq!(reporters(), []);
		// The collators are the same, and still he comes.
		session(0..4);
		assert_eq!(reporters(), [account(10)]);
		assert_eq!(Oracle::feeder(4), Ok(pair(10).public()));
		let feeders = Oracle::feeders();
		assert_eq!((feeders[0].bond, feeders[4].bond), (0, BOND));
		let price = [(BTC, usd(60_000))];
		(0..3).for_each(|n| report(n, &price));
		let mut batch = batch(4, &price);
		batch.feeder = 4;
		assert_ok!(dispatch(batch));
		tick();
		assert_eq!(Quotes::<Test>::get(BTC).unwrap().rounds[0].count, 4);
	});
}

#[test]
fn nobody_is_a_reporter_by_his_bond_alone() {
	ExtBuilder::default().build_and_execute(|| {
		fund(10, RICH);
		let proof = pair(10).sign(&Oracle::bond_payload(&account(10)));
		assert_noop!(
			Oracle::bond(signed(10), pair(10).public(), proof),
			Error::<Test>::NotAdmitted
		);
		assert_noop!(Oracle::admit_reporter(signed(10), account(10)), DispatchError::BadOrigin);
		assert_noop!(Oracle::dismiss_reporter(signed(10), account(10)), DispatchError::BadOrigin);
		assert_noop!(
			Oracle::dismiss_reporter(RuntimeOrigin::root(), account(10)),
			Error::<Test>::NotAdmitted
		);
	});
}

#[test]
fn reporters_are_admitted_once_and_not_more_than_may_be() {
	ExtBuilder::default().incentives(|i| i.max_reporters = 2).build_and_execute(|| {
		admit(10);
		let again = Oracle::admit_reporter(RuntimeOrigin::root(), account(10));
		assert_noop!(again, Error::<Test>::AlreadyAdmitted);
		admit(11);
		let third = Oracle::admit_reporter(RuntimeOrigin::root(), account(12));
		assert_noop!(third, Error::<Test>::TooManyReporters);
		assert_ok!(Oracle::dismiss_reporter(RuntimeOrigin::root(), account(10)));
		admit(12);
		assert_eq!(Reporters::<Test>::get().into_inner(), [account(11), account(12)]);
	});
}

#[test]
fn collators_have_a_quorum_without_reporters_whatever_the_numbers() {
	let incentives = IncentiveParams { max_reporters: MAX_REPORTERS, ..Default::default() };
	for params in [Params::default(), Params { small_network: true, ..Default::default() }] {
		for collators in 0..=MAX_FEEDERS {
			let reporters = reporter_seats(collators, &incentives);
			assert!(collators + reporters <= MAX_FEEDERS);
			let quorum = params.quorum(collators + reporters);
			assert!(reporters == 0 || quorum <= collators && quorum > reporters, "{collators}");
			// And no more would do, as long as there is room.
			if collators + reporters < MAX_FEEDERS && collators > 0 {
				assert!(params.quorum(collators + reporters + 1) > collators, "{collators}");
			}
		}
	}
	assert_eq!([1, 2, 3, 4, 5, 43].map(|c| reporter_seats(c, &incentives)), [0, 0, 1, 1, 2, 21]);
}

#[test]
fn reporters_sit_in_the_order_of_their_admission_as_far_as_there_is_room() {
	ExtBuilder::default().feeders(5).build_and_execute(|| {
		for n in 10..14 {
			admit(n);
			bond(n);
		}
		session(0..5);
		assert_eq!(reporters(), [account(10), account(11)]);
		// One asks to leave and makes room; a collator fewer takes it.
		assert_ok!(Oracle::unbond(signed(10)));
		session(0..5);
		assert_eq!(reporters(), [account(11), account(12)]);
		session(0..4);
		assert_eq!(reporters(), [account(11)]);
		// Whoever becomes a collator has one seat.
		session([0, 1, 2, 11]);
		assert_eq!(reporters(), [account(12)]);
		assert_eq!(seats().len(), 5);
		assert_ok!(Oracle::dismiss_reporter(RuntimeOrigin::root(), account(12)));
		session(0..4);
		assert_eq!(reporters(), [account(11)]);
	});
}

#[test]
fn a_key_is_proven_by_its_owner_for_this_account_and_chain() {
	ExtBuilder::default().build_and_execute(|| {
		admit(10);
		fund(10, RICH);
		let key = pair(10).public();
		let bad = |proof| {
			let call = Oracle::bond(signed(10), pair(10).public(), proof);
			assert_noop!(call, Error::<Test>::BadProof);
		};
		bad(pair(11).sign(&Oracle::bond_payload(&account(10))));
		bad(pair(10).sign(&Oracle::bond_payload(&account(11))));
		let payload = Oracle::bond_payload(&account(10));
		frame_system::BlockHash::<Test>::insert(0, sp_core::H256::zero());
		bad(pair(10).sign(&payload));
		frame_system::BlockHash::<Test>::insert(0, GENESIS);
		assert_ok!(Oracle::bond(signed(10), key, pair(10).sign(&payload)));
	});
}

#[test]
fn a_bond_that_is_not_there_is_not_held() {
	ExtBuilder::default().build_and_execute(|| {
		admit(10);
		fund(10, BOND);
		let proof = pair(10).sign(&Oracle::bond_payload(&account(10)));
		let call = Oracle::bond(signed(10), pair(10).public(), proof);
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn a_bond_is_made_whole_and_a_collator_keeps_his_sessions_key() {
	ExtBuilder::default().build_and_execute(|| {
		fund(0, RICH);
		let proof = pair(20).sign(&Oracle::bond_payload(&account(0)));
		assert_ok!(Oracle::bond(signed(0), pair(20).public(), proof));
		session(0..4);
		assert_eq!(Oracle::feeder(0), Ok(pair(0).public()));
		Oracle::slash(&account(0), Permill::from_percent(10));
		assert_eq!(held(0), BOND / 10 * 9);
		bond(0);
		assert_eq!(held(0), BOND);
		assert_eq!(Balances::total_balance(&account(0)), RICH - BOND / 10);
		assert_eq!(Balances::balance(&Treasury::get()), BOND / 10);
	});
}

#[test]
fn a_bond_is_held_for_a_while_after_it_was_asked_for() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Oracle::unbond(signed(10)), Error::<Test>::NoBond);
		assert_noop!(Oracle::withdraw_bond(signed(10)), Error::<Test>::NoBond);
		admit(10);
		bond(10);
		session(0..4);
		assert_noop!(Oracle::withdraw_bond(signed(10)), Error::<Test>::NotLeaving);
		assert_ok!(Oracle::unbond(signed(10)));
		assert_noop!(Oracle::unbond(signed(10)), Error::<Test>::AlreadyLeaving);
		advance(7 * DAY_MS - 1);
		assert_noop!(Oracle::withdraw_bond(signed(10)), Error::<Test>::StillUnbonding);
		advance(1);
		// No session has begun since.
		assert_noop!(Oracle::withdraw_bond(signed(10)), Error::<Test>::StillSeated);
		session(0..4);
		assert_eq!(reporters(), []);
		assert_ok!(Oracle::withdraw_bond(signed(10)));
		assert_eq!((held(10), Balances::balance(&account(10))), (0, RICH));
		assert_eq!(Bonds::<Test>::count(), 0);
		// He is admitted still, and may come back.
		bond(10);
		assert_ok!(Oracle::unbond(signed(10)));
		bond(10);
		session(0..4);
		assert_eq!(reporters(), [account(10)]);
	});
}

#[test]
fn bonds_are_bounded() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..MAX_BONDS {
			let mut who = [200; 32];
			who[..4].copy_from_slice(&n.to_le_bytes());
			let bond = Bond { key: pair(0).public(), leaving: None, owed: 0 };
			Bonds::<Test>::insert(AccountId32::new(who), bond);
		}
		fund(0, RICH);
		let proof = pair(0).sign(&Oracle::bond_payload(&account(0)));
		let call = Oracle::bond(signed(0), pair(0).public(), proof);
		assert_noop!(call, Error::<Test>::TooManyBonds);
	});
}

#[test]
fn rewards_are_claimed_by_their_owner_and_come_with_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		let pot = Oracle::pot();
		let credit = Balances::issue(1_000 + ED);
		assert!(Oracle::deposit(credit).is_ok());
		assert_eq!(Oracle::free_pot(), 1_000);
		assert_noop!(Oracle::claim(signed(0)), Error::<Test>::NoBond);
		bond(0);
		bond(1);
		assert_noop!(Oracle::claim(signed(0)), Error::<Test>::NothingOwed);
		Oracle::owe(&account(0), 300);
		Oracle::owe(&account(1), 200);
		// Not bonded: nothing is owed.
		Oracle::owe(&account(2), 200);
		assert_eq!((Oracle::free_pot(), TotalOwed::<Test>::get()), (500, 500));
		let before = Balances::balance(&account(0));
		assert_ok!(Oracle::claim(signed(0)));
		assert_eq!(Balances::balance(&account(0)), before + 300);
		assert_noop!(Oracle::claim(signed(0)), Error::<Test>::NothingOwed);
		assert_ok!(Oracle::unbond(signed(1)));
		advance(7 * DAY_MS);
		assert_ok!(Oracle::withdraw_bond(signed(1)));
		assert_eq!(Balances::balance(&account(1)), RICH + 200);
		assert_eq!(Balances::balance(&pot), 500 + ED);
		assert_eq!((Oracle::free_pot(), TotalOwed::<Test>::get()), (500, 0));
	});
}

#[test]
fn a_pot_gives_back_what_it_cannot_keep() {
	ExtBuilder::default().build_and_execute(|| {
		let credit = Oracle::deposit(Balances::issue(ED - 1)).unwrap_err();
		assert_eq!(frame_support::traits::Imbalance::peek(&credit), ED - 1);
		assert_eq!(Oracle::free_pot(), 0);
	});
}

#[test]
fn incentives_that_make_no_sense_are_refused() {
	use IncentivesFault::*;
	ExtBuilder::default().build_and_execute(|| {
		let root = RuntimeOrigin::root;
		let zero = Permill::zero();
		let percent = Permill::from_percent;
		let cases: [(&dyn Fn(&mut IncentiveParams), IncentivesFault); 20] = [
			(&|i| i.bond = 0, Bond),
			(&|i| i.bond = u128::MAX, Bond),
			(&|i| i.max_reporters = MAX_REPORTERS + 1, Reporters),
			(&|i| i.unbonding_ms = HOUR_MS - 1, Unbonding),
			(&|i| i.unbonding_ms = 28 * DAY_MS + 1, Unbonding),
			(&|i| i.period_rounds = 9, Period),
			(&|i| i.period_rounds = 14_401, Period),
			(&|i| i.deviation = zero, Deviation),
			(&|i| i.deviation = percent(51), Deviation),
			(&|i| i.volatility_deviation = zero, Deviation),
			(&|i| i.payout_share = zero, Share),
			(&|i| i.slash_share = zero, Share),
			(&|i| i.equivocation_share = zero, Share),
			(&|i| i.slash_above = percent(9), Faults),
			(&|i| (i.tolerated, i.slash_above) = (zero, zero), Faults),
			(&|i| i.max_strikes = 0, Strikes),
			(&|i| i.forgive_periods = 0, Strikes),
			(&|i| i.exclusion_ms = HOUR_MS - 1, Exclusion),
			(&|i| i.exclusion_ms = 365 * DAY_MS + 1, Exclusion),
			(&|i| i.volatility_deviation = percent(51), Deviation),
		];
		for (change, fault) in cases {
			let mut incentives = IncentiveParams::default();
			change(&mut incentives);
			let call = Oracle::set_incentives(root(), incentives);
			assert_noop!(call, Error::<Test>::Incentives(fault));
		}
		let incentives = IncentiveParams { max_strikes: 5, ..Default::default() };
		assert_noop!(Oracle::set_incentives(signed(0), incentives), DispatchError::BadOrigin);
		assert_ok!(Oracle::set_incentives(root(), incentives));
		assert_eq!(oracle_events(), [Event::IncentivesSet { incentives }]);
	});
}

#[test]
fn genesis_names_incentives_or_has_the_defaults() {
	let config: GenesisConfig<Test> = serde_json::from_value(genesis_json()).unwrap();
	assert_eq!(config.incentives, IncentiveParams { max_reporters: 4, ..Default::default() });
	let mut json = genesis_json();
	json.as_object_mut().unwrap().remove("incentives");
	let config: GenesisConfig<Test> = serde_json::from_value(json.clone()).unwrap();
	assert_eq!(config.incentives, IncentiveParams::default());
	json["incentives"] = serde_json::json!({ "bonds": 1 });
	assert!(serde_json::from_value::<GenesisConfig<Test>>(json).is_err());
}

#[test]
#[should_panic(expected = "the incentives are valid")]
fn genesis_with_bad_incentives_is_no_genesis() {
	let mut config: GenesisConfig<Test> = serde_json::from_value(genesis_json()).unwrap();
	config.incentives.bond = 0;
	config.build_storage().unwrap();
}
