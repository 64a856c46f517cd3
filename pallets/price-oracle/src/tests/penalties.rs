// SPDX-License-Identifier: GPL-3.0-or-later

//! What a feeder's rounds earn and cost.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{Inspect, InspectHold, Mutate},
	weights::{Weight, WeightMeter},
};
use proptest::prelude::*;
use sp_core::Pair;
use sp_runtime::DispatchError;
use straddle_traits::{FeederOffences, Offence};

/// Periods of ten rounds.
fn short() -> ExtBuilder {
	ExtBuilder::default().incentives(|incentives| incentives.period_rounds = 10)
}

fn fill_pot(amount: u128) {
	Balances::set_balance(&Oracle::pot(), amount + ED);
}

fn held(n: u8) -> u128 {
	Balances::balance_on_hold(&HoldReason::FeederBond.into(), &account(n))
}

fn owed(n: u8) -> u128 {
	Bonds::<Test>::get(account(n)).map_or(0, |bond| bond.owed)
}

fn record(n: u8) -> Record {
	Oracle::record(account(n)).unwrap()
}

fn btc(dollars: u32) -> Vec<(FeedId, Price)> {
	vec![(BTC, usd(dollars))]
}

/// A round in which each of the present feeders says this, or nothing.
fn round(say: &[Option<u32>]) {
	for (n, dollars) in say.iter().enumerate() {
		if let Some(dollars) = dollars {
			report(n as u8, &btc(*dollars));
		}
	}
	tick();
}

/// As many rounds as the rest of the period has, and its end.
fn period(say: &[Option<u32>]) {
	let ends = PeriodEnds::<Test>::get().unwrap();
	while PeriodEnds::<Test>::get() == Some(ends) {
		round(say);
	}
}

const RIGHT: Option<u32> = Some(60_000);
/// 3 % and a dollar more.
const WRONG: Option<u32> = Some(61_801);

#[test]
fn a_round_is_booked_once_for_each_feeder() {
	ExtBuilder::default().feeders(7).build_and_execute(|| {
		for n in [0, 1, 2, 3] {
			report(n, &[(BTC, usd(60_000)), (ETH, usd(3_000))]);
		}
		// The bound itself is right; this one has no ether.
		report(4, &btc(61_800));
		report(5, &btc(61_801));
		// Neither the price nor the feed counts.
		report(6, &[(BTC, usd(0)), (FeedId(99), usd(1))]);
		(0..3).for_each(|_| tick());
		let right = Score { rounds: 1, accepted: 1, points: 1, ..Default::default() };
		// Ether had four of seven: no quorum, and nothing to get right.
		assert_eq!([score(0), score(4)], [right; 2]);
		assert_eq!(score(5), Score { deviated: 1, points: 0, ..right });
		assert_eq!(score(6), Score { rounds: 1, silent: 1, ..Default::default() });
		assert_eq!(record(0).lifetime, Score::default());
	});
}

#[test]
fn a_volatility_has_its_own_bound() {
	ExtBuilder::default().build_and_execute(|| {
		let say = |n, thousandths| report(n, &[(BTC_VOL, milli(thousandths))]);
		(0..3).for_each(|n| say(n, 500));
		say(3, 600);
		tick();
		assert_eq!(score(3).deviated, 0);
		(0..3).for_each(|n| say(n, 500));
		say(3, 601);
		tick();
		assert_eq!(score(3).deviated, 1);
	});
}

#[test]
fn silence_counts_by_whether_others_finished() {
	ExtBuilder::default().build_and_execute(|| {
		round(&[RIGHT, RIGHT, RIGHT, None]);
		tick();
		tick();
		assert_eq!(score(3), Score { rounds: 1, silent: 1, ..Default::default() });
		// Two of four: the round is dropped.
		round(&[RIGHT, RIGHT]);
		tick();
		tick();
		let silent = Score { rounds: 2, silent: 1, dropped: 1, ..Default::default() };
		assert_eq!(score(3), silent);
		assert_eq!(score(0), Score { rounds: 2, accepted: 2, points: 1, ..Default::default() });
		assert_eq!((silent.faults(), silent.punishable(true)), (2, 1));
		// Of a round of which nobody says anything, nothing is booked.
		(0..5).for_each(|_| tick());
		assert_eq!(score(3).rounds, 2);
	});
}

#[test]
fn nobody_deviates_from_a_median_without_a_quorum_behind_it() {
	ExtBuilder::default().build_and_execute(|| {
		// Two liars of four bend the median away from everybody.
		round(&[RIGHT, RIGHT, Some(90_000), Some(90_000)]);
		assert_eq!([0, 1, 2, 3].map(|n| score(n).deviated), [0; 4]);
		assert_eq!([0, 1, 2, 3].map(|n| score(n).points), [0; 4]);
		round(&[RIGHT, RIGHT, RIGHT, Some(90_000)]);
		assert_eq!([0, 1, 2, 3].map(|n| score(n).deviated), [0, 0, 0, 1]);
	});
}

#[test]
fn the_pot_is_divided_by_points_and_rounding_stays_in_it() {
	short().build_and_execute(|| {
		(0..3).for_each(bond);
		fill_pot(100_007);
		// The last has no bond.
		for n in 0..4 {
			let ether = (ETH, usd(3_000));
			let both = vec![(BTC, usd(60_000)), ether];
			report(n, if n == 0 { &both[..1] } else { &both });
		}
		tick();
		period(&[RIGHT; 4]);
		// 10 % of 100,007: the others had a point more than the first, once in ten rounds.
		assert_eq!(
			[0, 1, 2, 3].map(owed),
			[10_000 * 10 / 32, 10_000 * 11 / 32, 10_000 * 11 / 32, 0]
		);
		assert_eq!(TotalOwed::<Test>::get(), 9_999);
		let ended = Event::PeriodEnded { feeders: 4, paid: 9_999 };
		assert_eq!(oracle_events().last(), Some(&ended));
		assert_eq!(record(0).score, Score::default());
		assert_eq!(record(0).lifetime.rounds, 10);
	});
}

#[test]
fn faults_above_a_tenth_cost_the_reward_and_no_more() {
	short().build_and_execute(|| {
		(0..4).for_each(bond);
		fill_pot(1_000_000);
		round(&[RIGHT, RIGHT, RIGHT, WRONG]);
		period(&[RIGHT; 4]);
		assert_eq!([0, 3].map(|n| owed(n) > 0), [true; 2]);
		assert_eq!([0, 3].map(owed), [100_000 * 10 / 39, 100_000 * 9 / 39]);
		let before = owed(3);
		round(&[RIGHT, RIGHT, RIGHT, WRONG]);
		round(&[RIGHT, RIGHT, RIGHT, WRONG]);
		period(&[RIGHT; 4]);
		assert_eq!(owed(3), before);
		assert_eq!((held(3), record(3).strikes), (BOND, 0));
	});
}

#[test]
fn a_liar_loses_reward_then_bond_then_seat() {
	short().build_and_execute(|| {
		(0..4).for_each(bond);
		fill_pot(1_000_000);
		// Two faults of ten.
		round(&[RIGHT, RIGHT, RIGHT, WRONG]);
		round(&[RIGHT, RIGHT, RIGHT, WRONG]);
		period(&[RIGHT; 4]);
		assert_eq!((owed(3), held(3), record(3).strikes), (0, BOND, 0));
		let mut left = BOND;
		for strikes in 1..=2 {
			period(&[RIGHT, RIGHT, RIGHT, WRONG]);
			left -= left / 10;
			assert_eq!((held(3), record(3).strikes), (left, strikes));
			assert_eq!(record(3).excluded, None);
		}
		period(&[RIGHT, RIGHT, RIGHT, WRONG]);
		left -= left / 10;
		assert_eq!(held(3), left);
		assert_eq!(record(3).excluded, Some(now() + 7 * DAY_MS));
		assert_eq!(owed(3), 0);
		// What was slashed is not in the pot.
		assert_eq!(Balances::balance(&Treasury::get()), BOND - left);
		assert_eq!(Oracle::free_pot() + TotalOwed::<Test>::get(), 1_000_000);
		// He is a feeder until a session begins.
		assert_eq!(Feeders::<Test>::get().len(), 4);
		session(0..4);
		assert_eq!(Oracle::feeder_keys().len(), 3);
		advance(7 * DAY_MS);
		session(0..4);
		assert_eq!(Oracle::feeder_keys().len(), 4);
		assert_eq!(record(3).strikes, 0);
	});
}

#[test]
fn one_liar_of_four_moves_no_price_beyond_the_honest_in_1000_rounds() {
	let incentives = |i: &mut IncentiveParams| (i.period_rounds, i.max_strikes) = (100, 1_000);
	ExtBuilder::default().incentives(incentives).build_and_execute(|| {
		let mut seed = 7u32;
		let mut next = move || {
			seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
			seed >> 8
		};
		(0..4).for_each(bond);
		for _ in 0..1_000 {
			System::reset_events();
			let honest = [0; 3].map(|_| 59_900 + next() % 200);
			let liar = [1_000, 59_000, 62_000, 9_000_000][next() as usize % 4];
			round(&[Some(honest[0]), Some(liar), Some(honest[1]), Some(honest[2])]);
			let price = Oracle::price(BTC).price;
			let (low, high) = (honest.iter().min().unwrap(), honest.iter().max().unwrap());
			assert!(usd(*low) <= price && price <= usd(*high));
		}
		let mut all = record(0).lifetime;
		all.add(&score(0));
		assert_eq!((all.rounds, all.faults()), (1_000, 0));
		assert!(held(1) < BOND / 2);
		assert!(record(1).excluded.is_some());
		assert_eq!([0, 2, 3].map(held), [BOND; 3]);
	});
}

#[test]
fn a_bond_that_falls_below_half_costs_the_seat_at_once() {
	let builder = short().incentives(|i| i.slash_share = Permill::from_percent(60));
	builder.build_and_execute(|| {
		(0..4).for_each(bond);
		period(&[RIGHT, RIGHT, RIGHT, None]);
		assert_eq!(held(3), BOND / 10 * 4);
		assert!(record(3).is_excluded(now()));
		// A collator who never had a bond has nothing but strikes to lose.
		bond(3);
		session(0..4);
		session([0, 1, 2, 3, 4]);
		assert_eq!(Oracle::feeder_keys().len(), 4);
		period(&[RIGHT, RIGHT, RIGHT, None]);
		assert_eq!((record(4).strikes, record(4).excluded), (1, None));
	});
}

#[test]
fn an_outage_is_no_offence() {
	short().build_and_execute(|| {
		(0..4).for_each(bond);
		// Two of four hear nothing: there is no quorum, and it is not known who is to blame.
		period(&[RIGHT, RIGHT]);
		(0..3).for_each(|_| tick());
		assert!(record(2).lifetime.dropped > 0);
		assert_eq!([0, 1, 2, 3].map(held), [BOND; 4]);
		assert_eq!([0, 1, 2, 3].map(|n| record(n).strikes), [0; 4]);
	});
}

#[test]
fn two_bad_rounds_of_a_newcomer_are_not_punished() {
	let builder = ExtBuilder::default().feeders(5).incentives(|i| i.period_rounds = 40);
	builder.build_and_execute(|| {
		for _ in 0..38 {
			round(&[RIGHT; 5]);
		}
		session([0, 1, 2, 3, 9]);
		period(&[RIGHT, RIGHT, RIGHT, RIGHT, WRONG]);
		assert!(record(9).lifetime.deviated > 0);
		assert_eq!(record(9).strikes, 0);
	});
}

#[test]
fn strikes_are_forgotten_after_so_many_clean_periods() {
	short().incentives(|i| i.forgive_periods = 2).build_and_execute(|| {
		period(&[RIGHT, RIGHT, RIGHT, WRONG]);
		assert_eq!(record(3).strikes, 1);
		period(&[RIGHT; 4]);
		assert_eq!(record(3).strikes, 1);
		period(&[RIGHT; 4]);
		assert_eq!(record(3).strikes, 0);
	});
}

#[test]
fn only_who_is_bonded_and_stays_is_paid() {
	short().build_and_execute(|| {
		(0..4).for_each(bond);
		fill_pot(1_000_000);
		assert_ok!(Oracle::unbond(RuntimeOrigin::signed(account(0))));
		Records::<Test>::mutate(|records| {
			records.get_mut(&account(1)).unwrap().excluded = Some(Moment::MAX);
		});
		Oracle::slash(&account(2), Permill::from_percent(51));
		period(&[RIGHT; 4]);
		assert_eq!([0, 1, 2, 3].map(owed), [0, 0, 0, 100_000]);
		// Half is enough.
		Oracle::slash(&account(3), Permill::from_percent(50));
		period(&[RIGHT; 4]);
		assert_eq!(owed(3), 190_000);
	});
}

#[test]
fn a_period_waits_for_a_block_that_can_pay_for_it() {
	use crate::weights::WeightInfo;
	short().build_and_execute(|| {
		(0..9).for_each(|_| round(&[RIGHT; 4]));
		Clock::set(now() + ROUND);
		let (base, scan) = (<() as WeightInfo>::poll_base(), <() as WeightInfo>::end_period(0));
		let end = <() as WeightInfo>::end_period(4);
		let poll = |limit: Weight| {
			let mut meter = WeightMeter::with_limit(limit);
			Oracle::poll(&mut meter);
			assert!(meter.consumed().all_lte(limit));
			record(0).lifetime.rounds
		};
		assert_eq!(poll(base), 0);
		assert_eq!(poll(base + scan), 0);
		assert_eq!(poll(base + scan + end - Weight::from_parts(1, 0)), 0);
		assert_eq!(poll(base + scan + end), 9);
		assert_eq!(PeriodEnds::<Test>::get(), Some(current_round() + 10));
	});
}

#[test]
fn the_first_block_begins_the_first_period() {
	short().build_and_execute(|| {
		PeriodEnds::<Test>::kill();
		round(&[RIGHT; 4]);
		assert_eq!(PeriodEnds::<Test>::get(), Some(current_round() + 10));
		assert_eq!(score(0).rounds, 1);
	});
}

#[test]
fn a_pardon_gives_seat_and_strikes_back() {
	short().build_and_execute(|| {
		let root = RuntimeOrigin::root;
		let pardon = |n| Oracle::pardon(root(), account(n));
		assert_noop!(pardon(3), Error::<Test>::NothingToPardon);
		assert_noop!(pardon(77), Error::<Test>::NothingToPardon);
		(0..3).for_each(|_| period(&[RIGHT, RIGHT, RIGHT, WRONG]));
		session(0..4);
		assert_eq!(Oracle::feeder_keys().len(), 3);
		let signed = RuntimeOrigin::signed(account(3));
		assert_noop!(Oracle::pardon(signed, account(3)), DispatchError::BadOrigin);
		assert_ok!(pardon(3));
		session(0..4);
		assert_eq!(Oracle::feeder_keys().len(), 4);
		assert_noop!(pardon(3), Error::<Test>::NothingToPardon);
	});
}

#[test]
fn an_omission_counts_once_and_like_silence() {
	short().build_and_execute(|| {
		bond(3);
		let omit = |n, relay_block| {
			<Oracle as FeederOffences<_>>::report(&account(n), Offence::Omission { relay_block });
		};
		for relay_block in [7, 7, 6] {
			omit(3, relay_block);
		}
		omit(99, 7);
		// One block in four is his: an omission stands for four rounds.
		assert_eq!(score(3).offences, 4);
		period(&[RIGHT; 4]);
		let told = (held(3), record(3).strikes, record(3).lifetime.offences);
		assert_eq!(told, (BOND / 10 * 9, 1, 4));
		// What most of them do at once is nobody's offence.
		for n in 0..4 {
			omit(n, 20);
		}
		period(&[RIGHT; 4]);
		assert_eq!([0, 1, 2, 3].map(|n| record(n).strikes), [0, 0, 0, 1]);
	});
}

#[test]
fn two_batches_for_one_round_cost_half_the_bond_once() {
	ExtBuilder::default().build_and_execute(|| {
		bond(3);
		fund(50, RICH);
		let (first, second) = (batch(3, &btc(60_000)), batch(3, &btc(60_001)));
		let prove = |key: u8, first: &BatchOf<Test>, second: &BatchOf<Test>| {
			let origin = RuntimeOrigin::signed(account(50));
			let (one, two) = (sign(3, first), sign(3, second));
			Oracle::report_equivocation(
				origin,
				pair(key).public(),
				first.clone(),
				one,
				second.clone(),
				two,
			)
		};
		let refused = |key, first: &BatchOf<Test>, second: &BatchOf<Test>, fault| {
			assert_noop!(prove(key, first, second), Error::<Test>::Evidence(fault));
		};
		let with = |change: &dyn Fn(&mut BatchOf<Test>)| {
			let mut batch = second.clone();
			change(&mut batch);
			batch
		};
		let foreign = with(&|batch| batch.genesis = Default::default());
		refused(3, &first, &foreign, EvidenceFault::OtherChain);
		refused(3, &first, &with(&|batch| batch.round -= 1), EvidenceFault::RoundsDiffer);
		// The same prices from another block move nothing.
		let same = with(&|batch| (batch.prices, batch.at_block) = (first.prices.clone(), 0));
		refused(3, &first, &same, EvidenceFault::SamePrices);
		let shifted = |by: i64| {
			let mut pair = (first.clone(), second.clone());
			for batch in [&mut pair.0, &mut pair.1] {
				batch.round = batch.round.checked_add_signed(by).unwrap();
			}
			pair
		};
		let ahead = shifted(1);
		refused(3, &ahead.0, &ahead.1, EvidenceFault::RoundAhead);
		let old = shifted(-7 * 24 * 600 - 1);
		refused(3, &old.0, &old.1, EvidenceFault::TooOld);
		refused(60, &first, &second, EvidenceFault::UnknownKey);
		refused(2, &first, &second, EvidenceFault::BadSignature);

		let post = prove(3, &first, &second).unwrap();
		assert_eq!(post.pays_fee, frame_support::dispatch::Pays::No);
		assert_eq!((held(3), record(3).strikes), (BOND / 2, 1));
		refused(3, &first, &second, EvidenceFault::Known);
		refused(3, &second, &first, EvidenceFault::Known);
		let edge = shifted(-7 * 24 * 600);
		assert_ok!(prove(3, &edge.0, &edge.1));
		assert!(record(3).is_excluded(now()));
	});
}

#[test]
fn who_left_is_punished_for_what_his_key_signed_as_long_as_his_bond_is_held() {
	ExtBuilder::default().build_and_execute(|| {
		bond(3);
		assert_ok!(Oracle::unbond(RuntimeOrigin::signed(account(3))));
		session([0, 1, 2, 4]);
		let (first, second) = (batch(3, &btc(60_000)), batch(3, &btc(60_001)));
		let prove = |first: &BatchOf<Test>, second: &BatchOf<Test>| {
			let origin = RuntimeOrigin::signed(account(0));
			let (one, two) = (sign(3, first), sign(3, second));
			let (first, second) = (first.clone(), second.clone());
			Oracle::report_equivocation(origin, pair(3).public(), first, one, second, two)
		};
		assert_ok!(prove(&first, &second));
		assert_eq!(held(3), BOND / 2);
		// His record is gone, his bond is not.
		Records::<Test>::mutate(|records| records.remove(&account(3)));
		let mut older = (first, second);
		older.0.round -= 1;
		older.1.round -= 1;
		assert_ok!(prove(&older.0, &older.1));
		assert_eq!(held(3), BOND / 4);
		advance(7 * DAY_MS + ROUND);
		let (first, second) = (batch(3, &btc(60_000)), batch(3, &btc(60_001)));
		let late = prove(&first, &second);
		assert_noop!(late, Error::<Test>::Evidence(EvidenceFault::UnknownKey));
		// What was punished is forgotten when it can no longer be reported.
		session([0, 1, 2, 3]);
		assert_ok!(prove(&first, &second));
		assert_eq!(Equivocations::<Test>::get().len(), 1);
	});
}

#[test]
fn equivocations_that_cannot_be_remembered_are_not_punished() {
	ExtBuilder::default().build_and_execute(|| {
		let all = (0..MAX_EQUIVOCATIONS)
			.map(|n| (current_round() - u64::from(n), None, pair(0).public()));
		let all = all.collect::<std::collections::BTreeSet<_>>();
		Equivocations::<Test>::put(
			frame_support::BoundedBTreeSet::<_, ConstU32<MAX_EQUIVOCATIONS>>::try_from(all)
				.unwrap(),
		);
		let (first, second) = (batch(3, &btc(60_000)), batch(3, &btc(60_001)));
		let (one, two) = (sign(3, &first), sign(3, &second));
		let origin = RuntimeOrigin::signed(account(0));
		let call = Oracle::report_equivocation(origin, pair(3).public(), first, one, second, two);
		assert_noop!(call, Error::<Test>::Evidence(EvidenceFault::Full));
	});
}

#[derive(Clone, Debug)]
enum Step {
	Round(Vec<u8>),
	Deposit(u32),
	Claim(u8),
	Bond(u8),
	Unbond(u8),
	Withdraw(u8),
	Wait(u64),
	Session(u8, u8),
	Slash(u8, u8),
}

fn step() -> impl Strategy<Value = Step> {
	let feeder = || 0u8..7;
	prop_oneof![
		12 => prop::collection::vec(0u8..4, 8).prop_map(Step::Round),
		2 => any::<u32>().prop_map(Step::Deposit),
		2 => feeder().prop_map(Step::Claim),
		2 => feeder().prop_map(Step::Bond),
		1 => feeder().prop_map(Step::Unbond),
		1 => feeder().prop_map(Step::Withdraw),
		1 => prop_oneof![Just(60_000u64), Just(7 * DAY_MS)].prop_map(Step::Wait),
		1 => (feeder(), 3u8..6).prop_map(|(first, count)| Step::Session(first, count)),
		1 => (feeder(), 0u8..101).prop_map(|(feeder, percent)| Step::Slash(feeder, percent)),
	]
}

fn money() -> u128 {
	let feeders = (0..12).map(|n| Balances::total_balance(&account(n))).sum::<u128>();
	feeders + Balances::balance(&Oracle::pot()) + Balances::balance(&Treasury::get())
}

fn conserved(steps: Vec<Step>) -> Result<(), TestCaseError> {
	Balances::set_balance(&Treasury::get(), ED);
	fill_pot(1_000_000);
	for n in 0..12 {
		fund(n, RICH);
	}
	assert_ok!(Oracle::admit_reporter(RuntimeOrigin::root(), account(6)));
	(0..7).for_each(|n| {
		if n < 4 || n == 6 {
			bond(n)
		}
	});
	let mut total = money();
	for step in steps {
		let before = Balances::balance(&Oracle::pot());
		let mut may_fall = false;
		System::reset_events();
		match step.clone() {
			Step::Round(say) => {
				for (n, say) in say.iter().take(Feeders::<Test>::get().len()).enumerate() {
					let dollars = [None, RIGHT, RIGHT, WRONG][usize::from(*say)];
					if let Some(dollars) = dollars {
						report(n as u8, &btc(dollars));
					}
				}
				tick();
			},
			Step::Deposit(amount) => {
				let _ = Balances::mint_into(&Oracle::pot(), amount.into());
				total += u128::from(amount);
			},
			Step::Claim(n) => {
				may_fall = Oracle::claim(RuntimeOrigin::signed(account(n))).is_ok();
			},
			Step::Bond(n) => {
				let proof = pair(n).sign(&Oracle::bond_payload(&account(n)));
				let origin = RuntimeOrigin::signed(account(n));
				let _ = Oracle::bond(origin, pair(n).public(), proof);
			},
			Step::Unbond(n) => {
				let _ = Oracle::unbond(RuntimeOrigin::signed(account(n)));
			},
			Step::Withdraw(n) => {
				may_fall = Oracle::withdraw_bond(RuntimeOrigin::signed(account(n))).is_ok();
			},
			Step::Wait(ms) => advance(ms),
			Step::Session(first, count) => session(first..first + count),
			Step::Slash(n, percent) => {
				Oracle::slash(&account(n), Permill::from_percent(percent.into()));
			},
		}
		prop_assert_eq!(Oracle::do_try_state(), Ok(()), "{:?}", step);
		prop_assert_eq!(money(), total, "{:?}", step);
		let owed = Bonds::<Test>::iter_values().map(|bond| bond.owed).sum::<u128>();
		let pot = Balances::balance(&Oracle::pot());
		prop_assert_eq!(Oracle::free_pot() + owed + ED, pot, "{:?}", step);
		prop_assert!(may_fall || pot >= before, "{:?}", step);
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(16))]

	/// What is owed and what is left make up the pot, and nothing is made or lost.
	#[test]
	fn money_is_conserved(steps in prop::collection::vec(step(), 1..120)) {
		let mut result = Ok(());
		short().build_and_execute(|| result = conserved(steps));
		result?;
	}
}
