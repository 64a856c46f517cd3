// SPDX-License-Identifier: GPL-3.0-or-later

//! Settlement prices that nobody can measure any more (ADR 27), and what a change of feeds leads to.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use straddle_traits::{Prices, LAST_RESORT_MS};

type E = Error<Test>;

const EXPIRY: Moment = START + DAY_MS;

fn settle() -> DispatchResult {
	Oracle::settle_by_last_price(RuntimeOrigin::root(), ETHER, EXPIRY)
}

fn settled() -> Option<Price> {
	<Oracle as Prices>::settlement(ETHER, EXPIRY)
}

/// A watched expiry of ether at 1,000, and then the feeders are silent; the house winds down since `since`.
fn dead(since: Option<Moment>) -> sp_io::TestExternalities {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		House::set(since);
		assert_ok!(<Oracle as Prices>::watch_settlement(ETHER, EXPIRY));
		quote_for(100, ETH, usd(1_000));
		// The last round, half as high again: it is too young to be in the average.
		quote(&[(ETH, usd(1_500))]);
		// Its reports become a round.
		tick();
	});
	ext
}

#[test]
fn a_price_that_never_comes_is_the_average_before_the_silence() {
	dead(Some(START)).execute_with(|| {
		let due = EXPIRY + LAST_RESORT_MS;
		for now in [EXPIRY, EXPIRY + DAY_MS, due - 1] {
			Clock::set(now);
			tick();
			Clock::set(now);
			assert_eq!(settled(), None);
			assert_noop!(settle(), E::NotLastResort);
		}
		Clock::set(due);
		let guard = RuntimeOrigin::signed(Guard::get());
		let refused = Oracle::settle_by_last_price(guard, ETHER, EXPIRY);
		assert_noop!(refused, DispatchError::BadOrigin);
		assert_noop!(
			Oracle::settle_by_last_price(RuntimeOrigin::root(), BITCOIN, EXPIRY),
			E::NotWatched
		);
		assert_ok!(settle());
		assert_eq!(settled(), Some(usd(1_000)));
		let (underlying, expiry, price) = (ETHER, EXPIRY, usd(1_000));
		let event = Event::SettlementFixed { underlying, expiry, price, complete: false };
		assert_eq!(oracle_events().pop(), Some(event));
		assert!(Watched::<Test>::get().is_empty());
		// Invariant 9.
		assert_noop!(settle(), E::NotWatched);
		Oracle::do_try_state().unwrap();
	});
}

#[test]
fn only_a_house_that_winds_down_has_it_and_only_after_a_week() {
	for (since, early) in [(None, true), (Some(EXPIRY + DAY_MS), true), (Some(EXPIRY), false)] {
		dead(since).execute_with(|| {
			Clock::set(EXPIRY + LAST_RESORT_MS);
			let refused = early.then_some(E::NotLastResort.into());
			assert_eq!(settle().err(), refused);
		});
	}
}

#[test]
fn while_there_are_prices_they_are_measured() {
	dead(Some(START)).execute_with(|| {
		Clock::set(EXPIRY + LAST_RESORT_MS);
		quote(&[(ETH, usd(1_010))]);
		tick();
		assert_noop!(settle(), E::StillPriced);
		// They are there for five minutes; then the feeders are silent again, for good.
		quote_for(50, ETH, usd(1_010));
		Clock::set(now() + DAY_MS);
		assert_eq!(settled(), None);
		// What was measured of this expiry counts, not what was there before it.
		assert_ok!(settle());
		assert_eq!(settled(), Some(usd(1_010)));
	});
}

#[test]
fn of_a_feed_that_remembers_nothing_nothing_is_fixed() {
	dead(Some(START)).execute_with(|| {
		Clock::set(EXPIRY + LAST_RESORT_MS);
		assert_ok!(Oracle::halt_feed(RuntimeOrigin::signed(Guard::get()), ETH));
		assert_ok!(Oracle::resume_feed(RuntimeOrigin::root(), ETH));
		assert_noop!(settle(), E::NoRound);
	});
}

#[test]
fn after_a_change_of_feeds_all_accounts_are_looked_at() {
	ExtBuilder::default().build_and_execute(|| {
		CountedLooks::take();
		let set =
			|underlying, info| Oracle::set_underlying(RuntimeOrigin::root(), underlying, info);
		let known = Underlyings::<Test>::get(ETHER).unwrap();
		// Nothing changes, and of a new one nobody holds anything.
		assert_ok!(set(ETHER, known));
		assert_ok!(set(UnderlyingId(9), known));
		assert_eq!(CountedLooks::take(), 0);
		assert_ok!(set(ETHER, UnderlyingInfo { spot: BTC, ..known }));
		assert_eq!(CountedLooks::take(), 1);
		assert_ok!(set(ETHER, UnderlyingInfo { spot: BTC, volatility: VolatilityPolicy::None }));
		assert_eq!(CountedLooks::take(), 1);
	});
}
