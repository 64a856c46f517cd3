// SPDX-License-Identifier: GPL-3.0-or-later

//! What happens to clocks and liquidations when something stood still.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_test_kit::{MockPrices, MockSources};
use straddle_traits::{Level, Scope};

type E = Error<Test>;

const CHAIN: SourceId = SourceId(1);

fn clock() -> u64 {
	Liquidation::biddable_ms(alice()).unwrap()
}

fn restrict(scope: Scope, level: Level) {
	assert_ok!(Liquidation::restrict(RuntimeOrigin::signed(who(102)), scope, level));
}

/// Blocks of six seconds with a round in each, BTC and ETH being watched.
fn rounds(blocks: u32) {
	for _ in 0..blocks {
		let now = <MockTime as frame_support::traits::Time>::now();
		MockTime::set(now + 6_000);
		round(BTC, PriceState::Valid);
		round(ETH, PriceState::Valid);
		MockTime::set(now);
		block_after(6_000);
	}
}

fn watched(blocks: u32) -> ExtBuilder {
	ExtBuilder::default().markets(&[BTC, ETH]).grace_blocks(blocks)
}

/// Another account that fails, and holds ETH alone.
fn failing_on_eth() -> MarginAccountId {
	let account = acc(4);
	open(&account, who(4), 0);
	mark(series(ETH, 10), 7, 10);
	hold(&account, series(ETH, 10), CONTRACT);
	account
}

#[test]
fn row_12_after_eight_hours_nothing_is_liquidated_on_old_prices() {
	watched(10).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		rounds(10);
		assert_eq!(clock(), MINUTE_MS);
		let before = (holder(&alice()), holder(&bob()), pot(Pot::GlobalPool));
		// Eight hours without a block. The first one back knows only the prices of before.
		block_after(8 * HOUR_MS);
		let halted = |event: &Event<Test>| matches!(event, Event::Halted { gap_ms, .. } if *gap_ms == 8 * HOUR_MS);
		assert!(events().iter().any(halted));
		// The grace time goes by, and more, without fresh prices.
		run(10 * MINUTE_MS);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::AwaitingQuorum);
		assert_noop!(flag(&other), E::AwaitingQuorum);
		assert_noop!(take_over(&alice()), E::AwaitingQuorum);
		assert_eq!(clock(), MINUTE_MS);
		assert_eq!((holder(&alice()), holder(&bob()), pot(Pot::GlobalPool)), before);
		// Two rounds are not three.
		rounds(2);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::AwaitingQuorum);
		// And from the first one on additions have ten blocks.
		rounds(7);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		assert_eq!(clock(), MINUTE_MS);
		rounds(1);
		// The clock stood for eight hours and more. κ = .1 + .2·66/900, E 900, R 1000: φ = .25 / (1.15 − κ).
		assert_eq!(clock(), MINUTE_MS + 6_000);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		let sold = holder(&bob()).positions[&call()];
		assert_eq!(sold, 2_414_682);
		assert_eq!(holder(&alice()).positions[&call()], 10 * CONTRACT - sold);
	});
}

#[test]
fn row_33_after_a_slow_return_additions_have_their_blocks_too() {
	watched(10).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		block_after(HOUR_MS);
		// A block a minute: the grace time of five minutes is over after five blocks, the ten blocks are not.
		for _ in 0..9 {
			MockTime::set(<MockTime as frame_support::traits::Time>::now() + 54_000);
			rounds(1);
			assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
			assert_noop!(flag(&other), E::GracePeriod);
		}
		assert_eq!(clock(), 0);
		// The owner adds what he lacks, E 1150 of R 1000, and nobody was faster.
		set_cash(&alice(), 450 * UNIT);
		assert_ok!(touch(&alice()));
		assert!(!Auctions::<Test>::contains_key(alice()));
		assert_eq!(holder(&alice()).cash, 450 * UNIT);
		MockTime::set(<MockTime as frame_support::traits::Time>::now() + 54_000);
		rounds(1);
		assert_ok!(flag(&other));
	});
}

#[test]
fn a_migration_over_several_blocks_counts_as_a_halt() {
	watched(5).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		rounds(2);
		assert_eq!(clock(), 12_000);
		// Blocks go on in time, but their hooks and users' transactions do not run.
		for _ in 0..3 {
			let next = System::block_number() + 1;
			System::initialize(&next, &Default::default(), &Default::default());
			MockTime::set(<MockTime as frame_support::traits::Time>::now() + 6_000);
		}
		rounds(1);
		let halted = |event: &Event<Test>| matches!(event, Event::Halted { gap_ms: 24_000, .. });
		assert!(events().iter().any(halted));
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(49);
		assert_noop!(flag(&other), E::GracePeriod);
		assert_eq!(clock(), 12_000);
		rounds(1);
		assert_ok!(flag(&other));
		assert_eq!(clock(), 12_000);
		rounds(1);
		assert_eq!(clock(), 18_000);
	});
}

/// The first block of a session has no weight for hooks, which is no halt. A migration of as many blocks is one.
#[test]
fn a_migration_of_one_block_is_a_halt_and_a_block_without_work_is_none() {
	use frame_support::migrations::MigrationStatusHandler;
	for (blocks, migrates) in [(1, false), (2, false), (1, true), (2, true)] {
		watched(5).build_and_execute(|| {
			rounds(20);
			flagged();
			rounds(2);
			for block in 0..blocks {
				let next = System::block_number() + 1;
				System::initialize(&next, &Default::default(), &Default::default());
				if migrates && block == 0 {
					Liquidation::started();
				}
				MockTime::set(<MockTime as frame_support::traits::Time>::now() + 6_000);
			}
			rounds(1);
			let halted = events().iter().any(|event| matches!(event, Event::Halted { .. }));
			assert_eq!(halted, migrates, "{blocks} blocks");
			let sold = bid(&alice(), ALL, Cash::MAX);
			let refused = Err(E::GracePeriod.into());
			assert_eq!(sold, if migrates { refused } else { Ok(()) });
			// It is told of once.
			rounds(60);
			assert!(!Waits::<Test>::get().has(Scope::House));
		});
	}
}

#[test]
fn row_17_one_silent_oracle_stops_its_own_market_alone() {
	watched(5).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		MockPrices::set_state(ETH, PriceState::NoQuorum);
		run(MINUTE_MS);
		assert_noop!(flag(&other), E::AwaitingQuorum);
		// Meanwhile BTC goes on to the unit: a bid for the whole share.
		assert_eq!(clock(), MINUTE_MS);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		assert_eq!(holder(&bob()).positions[&call()], 2_411_576);
		// It comes back: three rounds are there after three blocks, additions have five.
		rounds(4);
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(2);
		assert_ok!(flag(&other));
	});
}

#[test]
fn row_29_a_frozen_market_stops_nothing_else() {
	watched(5).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		restrict(Scope::Market(ETH), Level::Frozen);
		assert_noop!(flag(&other), E::MarketFrozen);
		rounds(10);
		assert_noop!(flag(&other), E::MarketFrozen);
		assert_eq!(clock(), MINUTE_MS);
		assert_ok!(bid(&alice(), Perbill::from_percent(50), Cash::MAX));
		// Lower levels stop no liquidation.
		let risk = || RuntimeOrigin::signed(who(101));
		assert_ok!(Liquidation::set_level(risk(), Scope::Market(ETH), Level::ReduceOnly));
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(4);
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(1);
		assert_ok!(flag(&other));
	});
}

#[test]
fn row_33_a_frozen_house_gives_its_time_back() {
	watched(5).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		flagged();
		rounds(10);
		restrict(Scope::House, Level::Frozen);
		// In the same block already.
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		rounds(100);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		let risk = || RuntimeOrigin::signed(who(101));
		assert_ok!(Liquidation::set_level(risk(), Scope::House, Level::Open));
		// Five minutes from the last block that was frozen.
		rounds(49);
		assert_noop!(bid(&alice(), ALL, Cash::MAX), E::GracePeriod);
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(1);
		assert_eq!(clock(), MINUTE_MS);
		assert_ok!(flag(&other));
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
	});
}

/// Alice has no cash and ten whole tokens of 100 that count for 80 %, against ten calls short at 70 with a margin of
/// 20 each: E = 300, MM 200, R = 300 − (800 − 700 − 200) = 400.
fn on_a_chain() {
	MockSources::place(WBTC, CHAIN);
	MockSources::set(CHAIN, false);
	set_cash(&alice(), 0);
	hold_lot(&alice(), WBTC, 10 * UNIT.unsigned_abs());
	mark(call(), 70, 20);
	hold(&alice(), call(), -10 * CONTRACT);
}

#[test]
fn row_30_who_fails_for_a_chain_alone_keeps_his_collateral() {
	watched(5).build_and_execute(|| {
		let other = failing_on_eth();
		rounds(20);
		on_a_chain();
		let is = |lens| <MockLedger as straddle_traits::Risk>::assess(&alice(), lens).unwrap();
		assert_eq!(is(Lens::Latest).maintenance_excess(), usd(-100));
		// With the chain alive that is a failure like any other.
		assert_ok!(Liquidation::flaggable(alice()));
		MockSources::set(CHAIN, true);
		rounds(1);
		let before = holder(&alice());
		assert_ok!(Liquidation::flaggable(alice()));
		assert_ok!(flag(&alice()));
		assert_eq!(Auctions::<Test>::get(alice()).unwrap().sale, Sale::Positions);
		rounds(100);
		assert_eq!(holder(&alice()), before);
		// Others do not wait for it.
		assert_ok!(flag(&other));
		// Who fails at g = 1 too, −10 here, is no such case.
		mark(call(), 81, 20);
		assert_ok!(touch(&alice()));
		assert_ok!(Liquidation::flaggable(alice()));
		mark(call(), 70, 20);
		// It returns: additions go first for five blocks.
		MockSources::set(CHAIN, false);
		assert_noop!(flag(&alice()), E::GracePeriod);
		rounds(4);
		assert_noop!(flag(&alice()), E::GracePeriod);
		rounds(1);
		assert_ok!(flag(&alice()));
	});
}

#[test]
fn row_30_two_chains_that_stop_at_once_wait_each_for_itself() {
	watched(5).build_and_execute(|| {
		rounds(20);
		on_a_chain();
		let (other, ether) = (SourceId(2), CollateralId(2));
		MockSources::place(ether, other);
		change(|book| book.lots.insert(ether, (usd(100), Perbill::from_percent(80))));
		open(&acc(5), who(5), 0);
		hold_lot(&acc(5), ether, 10 * UNIT.unsigned_abs());
		hold(&acc(5), call(), -10 * CONTRACT);
		for source in [CHAIN, other] {
			MockSources::set(source, true);
		}
		rounds(10);
		for account in [alice(), acc(5)] {
			assert_ok!(flag(&account));
		}
		MockSources::set(CHAIN, false);
		rounds(5);
		assert_ok!(flag(&alice()));
		let sale = |account| Auctions::<Test>::get(account).unwrap().sale;
		assert_eq!((sale(alice()), sale(acc(5))), (Sale::Whole, Sale::Positions));
	});
}

#[test]
fn the_hour_of_an_ended_auction_does_not_run_in_a_halt() {
	ExtBuilder::default().build_and_execute(|| {
		block_after(6_000);
		flagged();
		run(3 * MINUTE_MS);
		assert_ok!(bid(&alice(), ALL, Cash::MAX));
		assert_eq!(Ended::<Test>::get(alice()).unwrap().biddable_ms, 3 * MINUTE_MS);
		mark(call(), 30, 100);
		run(50 * MINUTE_MS);
		// Two hours of halt, five minutes of grace.
		block_after(2 * HOUR_MS);
		run(5 * MINUTE_MS);
		run(9 * MINUTE_MS);
		assert_ok!(flag(&alice()));
		assert_eq!(clock(), 3 * MINUTE_MS);
	});
}

/// A market that is made later needs nobody to remember it: its accounts have fresh rounds and their blocks as all others.
#[test]
fn a_new_market_is_watched_from_the_start() {
	use straddle_traits::AuctionStatus;
	ExtBuilder::default().grace_blocks(5).build_and_execute(|| {
		let other = failing_on_eth();
		run(MINUTE_MS);
		for _ in 0..2 {
			assert_ok!(<Liquidation as AuctionStatus>::on_market(ETH));
		}
		let new = Quorum { underlying: ETH, at: 0, rounds: 0 };
		assert_eq!(Quorums::<Test>::get().into_inner(), [new]);
		assert_noop!(flag(&other), E::AwaitingQuorum);
		rounds(20);
		MockPrices::set_state(ETH, PriceState::NoQuorum);
		block_after(6_000);
		rounds(2);
		assert_noop!(flag(&other), E::AwaitingQuorum);
		rounds(2);
		assert_noop!(flag(&other), E::GracePeriod);
		rounds(2);
		assert_ok!(flag(&other));
		for n in 2..=MAX_WATCHED as u16 {
			assert_ok!(<Liquidation as AuctionStatus>::on_market(UnderlyingId(n)));
		}
		let one_more = <Liquidation as AuctionStatus>::on_market(UnderlyingId(99));
		assert_eq!(one_more, Err(E::TooManyMarkets.into()));
	});
}

#[test]
fn waits_are_forgotten_when_they_are_over() {
	watched(3).build_and_execute(|| {
		rounds(10);
		assert!(Waits::<Test>::get().blocks.is_empty());
		restrict(Scope::Market(ETH), Level::Frozen);
		MockSources::set(CHAIN, true);
		rounds(1);
		let blocks = Waits::<Test>::get().blocks.into_inner();
		assert_eq!(blocks, [(Scope::Market(ETH), 3), (Scope::Source(CHAIN), 3)]);
		MockSources::set(CHAIN, false);
		rounds(2);
		let blocks = Waits::<Test>::get().blocks.into_inner();
		assert_eq!(blocks, [(Scope::Market(ETH), 3), (Scope::Source(CHAIN), 1)]);
		rounds(1);
		assert_eq!(Waits::<Test>::get().blocks.len(), 1);
	});
}
