// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_test_kit::MockPrices;

type E = Error<Test>;

fn clock() -> u64 {
	Auctions::<Test>::get(alice()).unwrap().biddable_ms
}

fn pause() {
	assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
}

fn resume() {
	assert_ok!(Liquidation::resume(RuntimeOrigin::signed(who(101))));
}

#[test]
fn the_clock_counts_block_time_and_kappa_follows() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		let kappa = || Liquidation::auction(alice()).unwrap().kappa;
		// .1 + .2·t/15
		run(14 * MINUTE_MS);
		assert_eq!(kappa(), FixedU128::from_rational(30, 100));
		run(30 * MINUTE_MS);
		assert_eq!(kappa(), FixedU128::from_rational(65, 100));
		run(30 * MINUTE_MS);
		assert_eq!((clock(), kappa()), (75 * MINUTE_MS, FixedU128::from_u32(1)));
	});
}

#[test]
fn a_block_counts_one_step_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		block_after(30_000);
		assert_eq!(clock(), 12_000);
		// The same block does not count twice, whoever asks.
		assert_ok!(touch(&alice()));
		assert_ok!(touch(&alice()));
		assert_eq!(clock(), 12_000);
		block_after(12_000);
		assert_eq!(clock(), 24_000);
	});
}

#[test]
fn stale_prices_stop_the_clock_but_a_bid_still_counts() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		for state in [PriceState::Stale, PriceState::TooVolatile, PriceState::NoQuorum] {
			MockPrices::set_state(BTC, state);
			run(MINUTE_MS);
			assert_eq!(clock(), MINUTE_MS);
			assert!(!Liquidation::auction(alice()).unwrap().running);
		}
		// Time that did not count is not made up for.
		MockPrices::set_state(BTC, PriceState::Uncertain);
		block_after(6_000);
		assert_eq!(clock(), MINUTE_MS + 6_000);
		MockPrices::set_state(BTC, PriceState::Stale);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

#[test]
fn a_pause_stops_clocks_flags_and_take_overs_but_no_bid() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		pause();
		assert_eq!(last_event(), Event::Paused);
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		open(&acc(4), who(4), 0);
		hold(&acc(4), call(), CONTRACT);
		assert_noop!(flag(&acc(4)), E::Paused);
		assert_noop!(take_over(&alice()), E::Paused);
		assert_ok!(bid(&alice(), sp_runtime::Perbill::from_percent(5), Cash::MAX));
	});
}

#[test]
fn after_a_pause_additions_go_first() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		pause();
		run(MINUTE_MS);
		resume();
		let until = START + 126_000 + 5 * MINUTE_MS;
		assert_eq!(last_event(), Event::Resumed { until });
		open(&acc(4), who(4), 0);
		hold(&acc(4), call(), CONTRACT);
		run(5 * MINUTE_MS - 6_000);
		assert_noop!(flag(&acc(4)), E::GracePeriod);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		assert_noop!(take_over(&alice()), E::GracePeriod);
		assert_eq!(clock(), MINUTE_MS);
		run(6_000);
		assert_eq!(clock(), MINUTE_MS);
		assert_ok!(flag(&acc(4)));
		run(6_000);
		assert_eq!(clock(), MINUTE_MS + 6_000);
		// The owner used the time.
		set_cash(&alice(), 450 * UNIT);
		assert_ok!(touch(&alice()));
	});
}

#[test]
fn the_end_of_a_grace_time_within_a_step_is_not_counted_before() {
	ExtBuilder::default().params(|p| p.grace_ms = 10_000).build_and_execute(|| {
		block_after(6_000);
		flagged();
		pause();
		resume();
		block_after(12_000);
		assert_eq!(clock(), 2_000);
	});
}

#[test]
fn pausing_and_resuming_have_their_origins_and_their_order() {
	ExtBuilder::default().build_and_execute(|| {
		let (risk, restrict) = (RuntimeOrigin::signed(who(101)), RuntimeOrigin::signed(who(102)));
		assert_noop!(Liquidation::pause(risk.clone()), DispatchError::BadOrigin);
		assert_noop!(Liquidation::resume(risk.clone()), E::NotPaused);
		assert_ok!(Liquidation::pause(restrict.clone()));
		assert_noop!(Liquidation::pause(restrict.clone()), E::AlreadyPaused);
		assert_noop!(Liquidation::resume(restrict), DispatchError::BadOrigin);
		assert_ok!(Liquidation::resume(risk));
	});
}

#[test]
fn after_a_halt_of_the_chain_additions_go_first() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(MINUTE_MS);
		// A minute is not a halt yet.
		block_after(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS + 12_000);
		block_after(MINUTE_MS + 1);
		let until = START + 186_001 + 5 * MINUTE_MS;
		assert_eq!(last_event(), Event::Halted { gap_ms: MINUTE_MS + 1, until });
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		run(5 * MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS + 12_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

#[test]
fn liquidation_waits_for_a_fresh_quorum_of_the_accounts_underlyings() {
	let watch = |p: &mut AuctionParams| p.watched = vec![BTC].try_into().unwrap();
	ExtBuilder::default().params(watch).build_and_execute(|| {
		let rounds = |n| {
			for _ in 0..n {
				// The oracle's round is there before this pallet looks.
				let now = <MockTime as frame_support::traits::Time>::now();
				MockTime::set(now + 6_000);
				round(BTC, PriceState::Valid);
				MockTime::set(now);
				block_after(6_000);
			}
		};
		// The round at the start and one more.
		block_after(6_000);
		rounds(1);
		assert_noop!(flag(&alice()), E::AwaitingQuorum);
		// Blocks without a round do not count.
		run(MINUTE_MS);
		assert_noop!(flag(&alice()), E::AwaitingQuorum);
		rounds(1);
		assert_ok!(flag(&alice()));
		let before = clock();
		rounds(1);
		assert_eq!(clock(), before + 6_000);
		// Stale is no halt; no quorum is one.
		MockPrices::set_state(BTC, PriceState::Stale);
		block_after(6_000);
		rounds(1);
		assert_eq!(clock(), before + 12_000);
		MockPrices::set_state(BTC, PriceState::NoQuorum);
		block_after(6_000);
		rounds(2);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::AwaitingQuorum);
		assert_noop!(take_over(&alice()), E::AwaitingQuorum);
		assert_eq!(clock(), before + 12_000);
		// An account without that underlying does not wait.
		open(&acc(4), who(4), 0);
		mark(series(ETH, 10), 7, 10);
		hold(&acc(4), series(ETH, 10), CONTRACT);
		assert_ok!(flag(&acc(4)));
		rounds(1);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

#[test]
fn a_halt_of_the_chain_starts_the_count_of_rounds_again() {
	let watch = |p: &mut AuctionParams| {
		p.watched = vec![ETH, BTC].try_into().unwrap();
		p.grace_ms = 0;
	};
	ExtBuilder::default().params(watch).build_and_execute(|| {
		for _ in 0..4 {
			round(BTC, PriceState::Valid);
			round(ETH, PriceState::Valid);
			block_after(6_000);
		}
		assert!(Quorums::<Test>::get().iter().all(|quorum| quorum.rounds == 3));
		assert_ok!(Liquidation::flaggable(alice()));
		block_after(MINUTE_MS + 1);
		assert!(Quorums::<Test>::get().iter().all(|quorum| quorum.rounds == 0));
		assert_noop!(flag(&alice()), E::AwaitingQuorum);
	});
}

#[test]
fn an_account_that_comes_back_within_the_hour_resumes_its_kappa() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(3 * MINUTE_MS);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		let ended = Ended::<Test>::get(alice()).unwrap();
		assert_eq!((ended.biddable_ms, ended.state_id), (3 * MINUTE_MS, 1));
		mark(call(), 30, 100);
		run(HOUR_MS);
		assert_ok!(flag(&alice()));
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert_eq!((auction.biddable_ms, auction.resumed_ms), (3 * MINUTE_MS, 3 * MINUTE_MS));
		// A bid signed for the first auction does not fit the second.
		assert_eq!(auction.state_id, 2);
		run(MINUTE_MS);
		assert_eq!(clock(), 4 * MINUTE_MS);
	});
}

#[test]
fn after_the_hour_it_starts_anew() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(3 * MINUTE_MS);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		mark(call(), 30, 100);
		// Without pruning, so that the age itself is looked at.
		let ended = Ended::<Test>::get(alice()).unwrap();
		run(HOUR_MS + 6_000);
		Ended::<Test>::insert(alice(), ended);
		assert_ok!(flag(&alice()));
		assert_eq!(clock(), 0);
	});
}

#[test]
fn old_ends_are_pruned() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		for n in 20..50 {
			let (ended_at, biddable_ms, state_id) = (START - u64::from(n) * MINUTE_MS, 0, 0);
			Ended::<Test>::insert(acc(n), EndedAuction { ended_at, biddable_ms, state_id });
		}
		// The oldest passes the hour in ten minutes, the youngest in forty.
		run(10 * MINUTE_MS);
		assert_eq!(Ended::<Test>::iter().count(), 30);
		run(2 * MINUTE_MS);
		assert!((28..30).contains(&Ended::<Test>::iter().count()));
		run(40 * MINUTE_MS);
		assert_eq!(Ended::<Test>::iter().count(), 0);
	});
}

#[test]
fn block_work_is_bounded_and_nobody_is_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 20..27 {
			open(&acc(n), who(n), 0);
			hold(&acc(n), call(), CONTRACT);
			assert_ok!(flag(&acc(n)));
		}
		let clocks = || -> Vec<u64> {
			(20..27).map(|n| Auctions::<Test>::get(acc(n)).unwrap().biddable_ms).collect()
		};
		let poll = |limit: Weight| {
			MockTime::set(<MockTime as frame_support::traits::Time>::now() + 6_000);
			let mut meter = WeightMeter::with_limit(limit);
			<Liquidation as Hooks<u64>>::on_poll(2, &mut meter);
			assert!(meter.consumed().all_lte(limit));
			meter.consumed()
		};
		// The ladder has nobody to look at.
		AllAccounts::<Test>::put(Relook { done: true, ..Default::default() });
		let kept = Weight::from_parts(0, BLOCK.proof_size() / 20 * 3);
		let look = <() as WeightInfo>::poll(MAX_WATCHED);
		let base = look + <() as WeightInfo>::ladder_odometers(0);
		let (step, worst) = (<() as WeightInfo>::tick_step(1), <() as WeightInfo>::tick_step(512));
		// Too little even to look.
		assert_eq!(poll(look - Weight::from_parts(1, 0)), Weight::zero());
		// Room for the worst account and two more steps: three accounts are looked at.
		let three = base + worst + step * 2 + kept;
		assert_eq!(poll(three), base + step * 3);
		// Keys are sorted: 20, 21, 22, with the time since they were flagged.
		assert_eq!(clocks(), [12_000, 12_000, 12_000, 0, 0, 0, 0]);
		poll(three);
		assert_eq!(clocks(), [12_000, 12_000, 12_000, 12_000, 12_000, 12_000, 0]);
		// Round the end, each at most once and never more than a step.
		poll(three);
		assert_eq!(clocks(), [24_000, 24_000, 12_000, 12_000, 12_000, 12_000, 12_000]);
		assert_eq!(poll(BLOCK), base + step * 7);
		assert_eq!(clocks(), [30_000, 30_000, 24_000, 24_000, 24_000, 24_000, 18_000]);
	});
}

#[test]
fn no_hook_takes_more_than_its_share() {
	ExtBuilder::default().build_and_execute(|| {
		let fifth = BLOCK.saturating_div(5);
		// Proof for one account of 512 positions and some small ones, no more.
		for n in 20..250 {
			open(&acc(n), who(n), 0);
			hold(&acc(n), call(), CONTRACT);
			assert_ok!(flag(&acc(n)));
		}
		MockTime::set(START + 6_000);
		let mut meter = WeightMeter::with_limit(BLOCK);
		<Liquidation as Hooks<u64>>::on_poll(2, &mut meter);
		let base = <() as WeightInfo>::poll(MAX_WATCHED);
		assert!(meter.consumed().all_lte(fifth + base));
		let ticked = Auctions::<Test>::iter_values().filter(|a| a.biddable_ms > 0).count();
		assert!(ticked > 0 && ticked < 230, "{ticked}");
		let idle = <Liquidation as Hooks<u64>>::on_idle(2, Weight::zero());
		assert_eq!(idle, Weight::zero());
	});
}

#[test]
fn an_account_that_cannot_be_valued_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		hold_lot(&alice(), CollateralId(99), 1);
		run(MINUTE_MS);
		assert_eq!(clock(), 0);
		assert_noop!(touch(&alice()), DispatchError::Other("not valued"));
		assert_noop!(Liquidation::auction(alice()), DispatchError::Other("not valued"));
	});
}
