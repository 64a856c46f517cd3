// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{
	costs::{each, Size},
	mock::*,
	*,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_test_kit::MockPrices;

type E = Error<Test>;

fn clock() -> u64 {
	Liquidation::biddable_ms(alice()).unwrap()
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
	ExtBuilder::default().markets(&[BTC]).build_and_execute(|| {
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
	let watch = |p: &mut AuctionParams| p.grace_ms = 0;
	ExtBuilder::default().markets(&[ETH, BTC]).params(watch).build_and_execute(|| {
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
		assert_eq!((clock(), auction.resumed_ms), (3 * MINUTE_MS, 3 * MINUTE_MS));
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
			Ended::<Test>::insert(
				acc(n),
				EndedAuction {
					ended_at,
					biddable_ms,
					state_id,
					sale: Sale::Whole,
					gained: Default::default(),
				},
			);
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
			// Their owners add what heals them; nobody else moves.
			set_cash(&acc(n), 1_000 * UNIT);
		}
		let open =
			|| (20..27).filter(|n| Auctions::<Test>::contains_key(acc(*n))).collect::<Vec<_>>();
		let poll = |limit: Weight| {
			System::set_block_number(System::block_number() + 1);
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
		// Nor does a round of hot accounts begin.
		HotAccounts::<Test>::put(HotPass {
			began: Moment::MAX,
			priced_at: Moment::MAX,
			..Default::default()
		});
		// The ladder's odometers, of which there are none, if there would be room for all.
		let odometers = |budget: Weight| {
			let none = <() as WeightInfo>::ladder_odometers(0);
			let all = <() as WeightInfo>::ladder_odometers(MAX_ODOMETERS);
			let is_room = all.all_lte(Liquidation::ladder_part(budget + none));
			if is_room {
				none
			} else {
				Weight::zero()
			}
		};
		let visit = each(<() as WeightInfo>::visit) + Liquidation::end_weight(true);
		// What there must be room for before one is looked at.
		let unknown =
			Liquidation::value_weight(Size::ONE, 1) + Liquidation::learn_weight(Size::ONE, 1);
		// What all accounts of a block share.
		let first = Liquidation::first_weight();
		// Too little even to look.
		assert_eq!(poll(look - Weight::from_parts(1, 0)), Weight::zero());
		// Room for two: two are looked at. In the first block no clock has anything to count.
		let two = first + visit * 2 + unknown;
		let used = poll(look + two + odometers(two) + kept);
		assert!(used.all_gte(look + first + visit * 2));
		assert_eq!(open(), [22, 23, 24, 25, 26]);
		// And not quite for a third.
		let look = look + <() as WeightInfo>::run_scope(1);
		let three = first + visit * 3 + unknown - Weight::from_parts(1, 0);
		let used = poll(look + three + odometers(three) + kept);
		assert!(used.all_gte(look + first + visit * 2));
		assert_eq!(open(), [24, 25, 26]);
		// What is left of a block goes on where it stopped.
		let prune = <() as WeightInfo>::prune_step();
		let idle = <Liquidation as Hooks<u64>>::on_idle(2, BLOCK);
		assert_eq!(open(), [] as [u8; 0]);
		// Besides, the ladder looks at those that healed.
		let own = prune * 6 + first + visit * 3;
		assert!(idle.all_gt(own) && idle.all_lt(BLOCK));
		assert!(Clocks::<Test>::get().groups.is_empty());
		assert!(Markets::<Test>::get(BTC).is_empty());
	});
}

#[test]
fn no_hook_takes_more_than_its_share() {
	ExtBuilder::default().build_and_execute(|| {
		let share = Liquidation::poll_share();
		let count = 400_u16;
		for n in 0..count {
			let mut id = [77; 32];
			id[..2].copy_from_slice(&n.to_le_bytes());
			let account = MarginAccountId(AccountId32::new(id));
			open(&account, who(20), 0);
			hold(&account, call(), CONTRACT);
			assert_ok!(flag(&account));
			set_cash(&account, 1_000 * UNIT);
		}
		MockTime::set(START + 6_000);
		let mut meter = WeightMeter::with_limit(BLOCK);
		<Liquidation as Hooks<u64>>::on_poll(2, &mut meter);
		let base = <() as WeightInfo>::poll(MAX_WATCHED) + <() as WeightInfo>::run_scope(1);
		assert!(meter.consumed().all_lte(share + base));
		let left = Auctions::<Test>::iter_values().count();
		assert!(left > 0 && left < count.into(), "{left}");
		let idle = <Liquidation as Hooks<u64>>::on_idle(2, Weight::zero());
		assert_eq!(idle, Weight::zero());
	});
}

#[test]
fn without_weight_for_its_prices_a_clock_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		MockTime::set(START + 12_000);
		let base = <() as WeightInfo>::poll(MAX_WATCHED);
		let scope = <() as WeightInfo>::run_scope(MAX_MARKETS);
		let mut meter = WeightMeter::with_limit(base + scope - Weight::from_parts(1, 0));
		<Liquidation as Hooks<u64>>::on_poll(2, &mut meter);
		assert_eq!(clock(), 0);
		MockTime::set(START + 18_000);
		System::set_block_number(System::block_number() + 1);
		<Liquidation as Hooks<u64>>::on_poll(2, &mut WeightMeter::with_limit(base + scope));
		assert_eq!(clock(), 6_000);
	});
}

#[test]
fn an_account_that_cannot_be_valued_stands_still() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		hold_lot(&alice(), CollateralId(99), 1);
		// It counts until block work looks at the account and fails.
		run(MINUTE_MS);
		assert_eq!(clock(), 6_000);
		assert_noop!(touch(&alice()), DispatchError::Other("not valued"));
		assert_noop!(Liquidation::auction(alice()), DispatchError::Other("not valued"));
		change(|book| book.accounts.get_mut(&alice()).unwrap().lots.clear());
		// The first look finds it well, from then on it counts again.
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS + 6_000);
	});
}

/// Two accounts with different sets of underlyings; one of those stands still after the other.
#[test]
fn what_stands_still_one_after_another_adds_up() {
	ExtBuilder::default().build_and_execute(|| {
		mark(series(ETH, 10), 7, 10);
		for (n, held) in [(4, vec![call(), series(ETH, 10)]), (5, vec![series(ETH, 10)])] {
			open(&acc(n), who(n), -100 * UNIT);
			held.into_iter().for_each(|one| hold(&acc(n), one, CONTRACT));
			assert_ok!(flag(&acc(n)));
		}
		flagged();
		assert_eq!(Clocks::<Test>::get().groups.len(), 3);
		block_after(6_000);
		let clocks = || [1, 4, 5].map(|n| Liquidation::biddable_ms(acc(n)).unwrap() / MINUTE_MS);
		run(2 * MINUTE_MS);
		assert_eq!(clocks(), [2, 2, 2]);
		MockPrices::set_state(BTC, PriceState::Stale);
		run(3 * MINUTE_MS);
		assert_eq!(clocks(), [2, 2, 5]);
		MockPrices::set_state(BTC, PriceState::Valid);
		MockPrices::set_state(ETH, PriceState::NoQuorum);
		run(4 * MINUTE_MS);
		assert_eq!(clocks(), [6, 2, 5]);
		// Both at a time are counted once.
		MockPrices::set_state(BTC, PriceState::NoQuorum);
		run(5 * MINUTE_MS);
		MockPrices::set_state(BTC, PriceState::Valid);
		MockPrices::set_state(ETH, PriceState::Valid);
		run(MINUTE_MS);
		assert_eq!(clocks(), [7, 3, 6]);
	});
}

#[test]
fn without_room_for_its_markets_a_clock_goes_on_by_looks() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		// More expiries than can be listed.
		for day in 1..=u64::from(MAX_MARKETS) {
			let expiry = START + (30 + day) * DAY_MS;
			hold(&alice(), Series { expiry, ..call() }, CONTRACT / 100);
		}
		set_cash(&alice(), -10_000 * UNIT);
		mark(call(), 70, 1_000);
		flagged();
		let auction = Auctions::<Test>::get(alice()).unwrap();
		assert!(!auction.clock.follows);
		assert!(Markets::<Test>::get(BTC).is_empty(), "nothing was half done");
		// Block work looks at it in each block, a step at most.
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		MockPrices::set_state(BTC, PriceState::Stale);
		run(MINUTE_MS);
		assert_eq!(clock(), MINUTE_MS);
		// With room it follows.
		MockPrices::set_state(BTC, PriceState::Valid);
		let other = Series { expiry: START + 31 * DAY_MS, ..call() };
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.remove(&other));
		run(MINUTE_MS);
		assert_eq!(clock(), 2 * MINUTE_MS);
		assert!(Auctions::<Test>::get(alice()).unwrap().clock.follows);
		// And what it has besides stays counted when the pool takes over in the same look.
		MockPrices::set_state(BTC, PriceState::Valid);
		Liquidation::rewind(&alice(), false);
		age(&alice(), 2 * HOUR_MS);
		block_after(6_000);
		assert!(!Auctions::<Test>::contains_key(alice()));
		assert!(Clocks::<Test>::get().groups.is_empty());
	});
}

#[test]
fn an_end_frees_what_only_its_auction_had() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		open(&acc(4), who(4), 0);
		let future = Series { kind: Kind::Future, ..call() };
		mark(future, 7, 10);
		hold(&acc(4), future, CONTRACT);
		assert_ok!(flag(&acc(4)));
		// A future is another market than the options of its expiry.
		assert_eq!(Markets::<Test>::get(BTC).len(), 2);
		assert_eq!(Clocks::<Test>::get().groups.len(), 1);
		set_cash(&alice(), 1_000 * UNIT);
		assert_ok!(touch(&alice()));
		assert_eq!(Clocks::<Test>::get().groups[0].auctions, 1);
		set_cash(&acc(4), 1_000 * UNIT);
		assert_ok!(touch(&acc(4)));
		assert!(Clocks::<Test>::get().groups.is_empty());
		assert!(Markets::<Test>::get(BTC).is_empty());
	});
}
