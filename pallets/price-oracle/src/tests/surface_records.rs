// SPDX-License-Identifier: GPL-3.0-or-later

//! What a feeder's surface rounds earn and cost.

use super::market::*;
use crate::{crypto::AuthoritySignature, mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{Pays, PostDispatchInfo},
	traits::fungible::{InspectHold, Mutate},
};
use proptest::prelude::*;
use sp_core::Pair;
use sp_runtime::{DispatchResultWithInfo, Permill};

fn slices(n: u8) -> Score {
	Oracle::record(account(n)).unwrap().surfaces
}

fn held(n: u8) -> u128 {
	Balances::balance_on_hold(&HoldReason::FeederBond.into(), &account(n))
}

/// To where the round takes no more slices, and is finished.
fn over() {
	while now() < params().surface_over(round()) {
		tick();
	}
}

/// Seven feeders: five are a quorum.
fn seven(then: impl FnOnce()) {
	ExtBuilder::default().feeders(7).build_and_execute(|| {
		list();
		next_round();
		then();
	});
}

#[test]
fn a_surface_round_is_booked_once_for_each_feeder() {
	seven(|| {
		let before = (0..7).map(score).collect::<Vec<_>>();
		let (first, second) = (now() + WEEK, now() + 2 * WEEK);
		let both = |vol| vec![flat(first, 0.6), flat(second, vol)];
		for n in 0..4 {
			assert_ok!(dispatch_surface(surface_batch(n, &both(0.6))));
		}
		// Within 20 % of the median; beyond; and nothing.
		assert_ok!(dispatch_surface(surface_batch(4, &both(0.719))));
		assert_ok!(dispatch_surface(surface_batch(5, &both(0.721))));
		over();
		let right = Score { rounds: 1, accepted: 1, points: 2, ..Default::default() };
		assert_eq!([0, 4].map(slices), [right; 2]);
		assert_eq!(slices(5), Score { deviated: 1, points: 0, ..right });
		assert_eq!(slices(6), Score { rounds: 1, silent: 1, ..Default::default() });
		// Rounds of prices are counted apart: nobody had one meanwhile.
		assert_eq!((0..7).map(score).collect::<Vec<_>>(), before);
	});
}

#[test]
fn what_is_judged_of_a_slice() {
	seven(|| {
		let expiry = now() + 4 * WEEK;
		let root = years(4 * WEEK).sqrt();
		let with = |carry, rho| report_of(expiry, carry, [0.002, 0.1 * root, rho, 0.0, 0.2 * root]);
		let good = with(1.0, 0.0);
		let judged = |odd: SliceReport| {
			let mut each = vec![vec![good.clone()]; 6];
			each.push(vec![odd]);
			let before = slices(6);
			say_each(&each);
			next_round();
			let after = slices(6);
			assert_eq!(after.rounds, before.rounds + 1);
			let less = |a: u32, b: u32| a - b;
			(
				less(after.deviated, before.deviated),
				less(after.silent, before.silent),
				less(after.points, before.points),
			)
		};
		assert_eq!(judged(good.clone()), (0, 0, 1));
		// The carry, 3 % off at most.
		assert_eq!(judged(with(1.03, 0.0)), (0, 0, 1));
		assert_eq!(judged(with(0.969, 0.0)), (1, 0, 0));
		// Right at the money, bent a deviation off it.
		assert_eq!(judged(with(1.0, 0.9)), (1, 0, 0));
		// He does not rely on it: that is neither right nor wrong, and as good as silence.
		let doubted = |report: SliceReport, parts| SliceReport {
			confidence: Permill::from_parts(parts),
			..report
		};
		assert_eq!(judged(doubted(with(1.9, 0.9), 499_999)), (0, 1, 0));
		assert_eq!(judged(doubted(good.clone(), 499_999)), (0, 1, 0));
		assert_eq!(judged(doubted(good.clone(), 500_000)), (0, 0, 1));
		// It breaks the rules of a smile.
		assert_eq!(judged(with(1.0, 1.1)), (0, 1, 0));
		// An expiry of his own.
		assert_eq!(judged(SliceReport { expiry: expiry + WEEK, ..good.clone() }), (0, 0, 0));
	});
}

#[test]
fn without_a_quorum_nobody_deviates_and_silence_is_not_punishable() {
	test(|| {
		let expiry = now() + WEEK;
		for n in 0..2 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		over();
		let one = Score { rounds: 1, ..Default::default() };
		assert_eq!(slices(0), Score { accepted: 1, ..one });
		assert_eq!(slices(2), Score { dropped: 1, ..one });
		// Two of four bend the median away from everybody.
		next_round();
		say_each(&[0.6, 0.6, 1.2, 1.2].map(|vol| vec![flat(expiry, vol)]));
		let two = Score { rounds: 2, ..Default::default() };
		assert_eq!(slices(0), Score { accepted: 2, ..two });
		assert_eq!(slices(3), Score { accepted: 1, dropped: 1, ..two });
		// Nobody says anything: nothing is booked.
		next_round();
		over();
		assert_eq!(slices(0).rounds, 2);
		// A surface that is stopped judges nobody.
		next_round();
		for n in 0..3 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		assert_ok!(Oracle::do_halt_feed(SMILE));
		over();
		assert_eq!(slices(3).rounds, 2);
	});
}

#[test]
fn who_came_after_the_round_began_is_not_judged_by_it() {
	test(|| {
		let expiry = now() + WEEK;
		session([0, 1, 2, 9]);
		for n in 0..3 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		over();
		assert_eq!((slices(0).accepted, slices(9)), (1, Score::default()));
		next_round();
		for n in 0..3 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		over();
		assert_eq!(slices(9).silent, 1);
	});
}

/// Periods of four surface rounds.
fn periods(then: impl FnOnce()) {
	let builder = ExtBuilder::default().incentives(|incentives| incentives.period_rounds = 40);
	builder.build_and_execute(|| {
		list();
		(0..4).for_each(bond);
		Balances::set_balance(&Oracle::pot(), 1_000_000 + ED);
		next_round();
		then();
	});
}

/// To the end of the period. All prices are right; the last feeder's slices are as they are given.
fn period(last: impl Fn(Moment) -> Vec<SliceReport>) {
	let ends = PeriodEnds::<Test>::get().unwrap();
	let mut said = None;
	while PeriodEnds::<Test>::get() == Some(ends) {
		if said != Some(round()) && now() < params().surface_over(round()) {
			said = Some(round());
			let good = vec![flat(began() + WEEK, 0.6)];
			for n in 0..4 {
				let slices = if n == 3 { last(began() + WEEK) } else { good.clone() };
				if !slices.is_empty() {
					assert_ok!(dispatch_surface(surface_batch(n, &slices)));
				}
			}
		}
		quote(&[(BTC, usd(100))]);
	}
}

fn owed(n: u8) -> u128 {
	Bonds::<Test>::get(account(n)).map_or(0, |bond| bond.owed)
}

fn record(n: u8) -> Record {
	Oracle::record(account(n)).unwrap()
}

#[test]
fn slices_that_are_right_are_points() {
	periods(|| {
		Records::<Test>::mutate(|records| {
			for (_, record) in records.iter_mut() {
				(record.score, record.surfaces) = Default::default();
			}
			let rounds = |points| Score { rounds: 10, accepted: 10, points, ..Default::default() };
			let of = |n| account(n);
			for (n, prices, slices) in [(0, 30, 0), (1, 20, 10), (2, 0, 40), (3, 0, 0)] {
				let record = records.get_mut(&of(n)).unwrap();
				(record.score, record.surfaces) = (rounds(prices), rounds(slices));
			}
		});
		Oracle::end_period(Records::<Test>::get(), current_round(), now(), &params());
		assert_eq!([0, 1, 2, 3].map(owed), [30_000, 30_000, 40_000, 0]);
		assert_eq!(
			record(1).lifetime,
			Score { rounds: 20, accepted: 20, points: 30, ..Default::default() }
		);
		assert!(record(1).is_idle());
	});
}

#[test]
fn who_lies_about_surfaces_loses_reward_then_bond_then_seat_whatever_his_prices() {
	periods(|| {
		period(|expiry| vec![flat(expiry, 0.6)]);
		let before = [0, 3].map(owed);
		assert!(before[1] > 0 && held(3) == BOND);
		let mut left = BOND;
		for strikes in 1..=3 {
			period(|expiry| vec![flat(expiry, 1.2)]);
			left -= left / 10;
			assert_eq!((held(3), owed(3)), (left, before[1]));
			assert_eq!(record(3).strikes, strikes % 3);
		}
		assert!(owed(0) > before[0]);
		assert!(record(3).is_excluded(now()));
		assert_eq!([0, 1, 2].map(held), [BOND; 3]);
		assert_eq!(record(3).lifetime.deviated, 12);
	});
}

#[test]
fn silence_about_surfaces_is_punished_like_silence_about_prices() {
	periods(|| {
		period(|_| Vec::new());
		assert_eq!((owed(3), held(3), record(3).strikes), (0, BOND / 10 * 9, 1));
		// What was left of the period.
		assert_eq!(record(3).lifetime.silent, 3);
		// One surface round of four costs the reward alone: less than a third.
		let only = round() + 1;
		period(|expiry| if round() == only { Vec::new() } else { vec![flat(expiry, 0.6)] });
		assert_eq!((owed(3), held(3), record(3).strikes), (0, BOND / 10 * 9, 1));
	});
}

#[test]
fn two_batches_of_slices_for_one_round_cost_half_the_bond_once() {
	test(|| {
		bond(3);
		fund(50, RICH);
		let expiry = began() + WEEK;
		let first = surface_batch(3, &[flat(expiry, 0.6)]);
		let second = surface_batch(3, &[flat(expiry, 0.61)]);
		type Batch = SurfaceBatchOf<Test>;
		let prove = |key: u8,
		             first: &Batch,
		             second: &Batch|
		 -> DispatchResultWithInfo<PostDispatchInfo> {
			let (one, two) = (sign_surface(3, first), sign_surface(3, second));
			let origin = RuntimeOrigin::signed(account(50));
			let (first, second) = (first.clone(), second.clone());
			Oracle::report_surface_equivocation(origin, pair(key).public(), first, one, second, two)
		};
		let refused = |key, first: &Batch, second: &Batch, fault| {
			assert_noop!(prove(key, first, second), Error::<Test>::Evidence(fault));
		};
		let with = |change: &dyn Fn(&mut Batch)| {
			let mut batch = second.clone();
			change(&mut batch);
			batch
		};
		let foreign = with(&|batch| batch.genesis = Default::default());
		refused(3, &first, &foreign, EvidenceFault::OtherChain);
		refused(3, &first, &with(&|batch| batch.feed = FeedId(6)), EvidenceFault::FeedsDiffer);
		refused(3, &first, &with(&|batch| batch.round -= 1), EvidenceFault::RoundsDiffer);
		let same = with(&|batch| (batch.slices, batch.at_block) = (first.slices.clone(), 0));
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
		let old = shifted(-7 * 24 * 60 - 1);
		refused(3, &old.0, &old.1, EvidenceFault::TooOld);
		refused(60, &first, &second, EvidenceFault::UnknownKey);
		refused(2, &first, &second, EvidenceFault::BadSignature);

		let post = prove(3, &first, &second).unwrap();
		assert_eq!(post.pays_fee, Pays::No);
		assert_eq!((held(3), record(3).strikes), (BOND / 2, 1));
		let said = Event::Equivocation {
			account: account(3),
			key: pair(3).public(),
			feed: Some(SMILE),
			round: round(),
		};
		assert!(oracle_events().contains(&said));
		refused(3, &first, &second, EvidenceFault::Known);
		refused(3, &second, &first, EvidenceFault::Known);
		// Another surface is another offence, and so are prices of the price round with which it began.
		let other =
			[&first, &second].map(|batch| SurfaceBatch { feed: FeedId(6), ..batch.clone() });
		assert_ok!(prove(3, &other[0], &other[1]));
		let prices = [100, 101].map(|dollars| batch(3, &[(BTC, usd(dollars))]));
		let [one, two] = prices.each_ref().map(|batch| sign(3, batch));
		let [first, second] = prices;
		let origin = RuntimeOrigin::signed(account(50));
		assert_ok!(Oracle::report_equivocation(origin, pair(3).public(), first, one, second, two));
		assert_eq!(Equivocations::<Test>::get().len(), 3);
		// Three strikes.
		assert!(record(3).is_excluded(now()));
	});
}

#[test]
fn a_signature_of_slices_is_none_of_prices() {
	test(|| {
		// Not even with the same bytes behind it.
		let first = surface_batch(3, &[flat(began() + WEEK, 0.6)]);
		let second = surface_batch(3, &[flat(began() + WEEK, 0.61)]);
		let bare = |batch: &SurfaceBatchOf<Test>| -> AuthoritySignature {
			pair(3).sign(&codec::Encode::encode(batch))
		};
		let (one, two) = (bare(&first), bare(&second));
		let origin = RuntimeOrigin::signed(account(0));
		let key = pair(3).public();
		let call = Oracle::report_surface_equivocation(origin, key, first, one, second, two);
		assert_noop!(call, Error::<Test>::Evidence(EvidenceFault::BadSignature));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(40))]

	/// Whatever one of four says, it costs the honest nothing.
	#[test]
	fn the_honest_lose_nothing_by_a_liar(
		level in 0.9..1.1, liar in any_slice(), carry in 0.5..2.0, confidence in 0..1_000_001_u32,
	) {
		let mut honest = [Score::default(); 3];
		test(|| {
			let expiry = began() + 4 * WEEK;
			let confidence = Permill::from_parts(confidence);
			let bent = SliceReport { confidence, ..report_of(expiry, carry, liar) };
			let said = [1.0, level, level].map(|level| vec![skewed(expiry, level)]);
			say_each(&[&said[..], &[vec![bent]]].concat());
			honest = [0, 1, 2].map(slices);
		});
		let right = Score { rounds: 1, accepted: 1, points: 1, ..Default::default() };
		prop_assert_eq!(honest, [right; 3]);
	}
}
