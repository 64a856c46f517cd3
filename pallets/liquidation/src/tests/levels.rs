// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult};
use straddle_primitives::*;
use straddle_traits::{Level, Restrictions, Scope};

type E = Error<Test>;

fn restrict(scope: Scope, level: Level) -> DispatchResult {
	Liquidation::restrict(RuntimeOrigin::signed(who(102)), scope, level)
}

fn set_level(scope: Scope, level: Level) -> DispatchResult {
	Liquidation::set_level(RuntimeOrigin::signed(who(101)), scope, level)
}

fn level(scope: Scope) -> Level {
	<Liquidation as Restrictions>::level(scope)
}

fn now() -> Moment {
	<MockTime as frame_support::traits::Time>::now()
}

/// So much time goes by in one block.
fn wait(ms: Moment) {
	block_after(ms);
}

const MARKET: Scope = Scope::Market(BTC);
const TERM: Moment = DAY_MS;

#[test]
fn a_level_holds_at_once_and_ends_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(restrict(MARKET, Level::NoNew));
		assert_eq!(level(MARKET), Level::NoNew);
		let until = Some(START + TERM);
		let event = Event::LevelSet { scope: MARKET, level: Level::NoNew, until, by_risk: false };
		assert_eq!(last_event(), event);
		assert_eq!(<Liquidation as Restrictions>::market(BTC), Level::NoNew);
		assert_eq!(<Liquidation as Restrictions>::market(ETH), Level::Open);
		wait(TERM - 1);
		assert_eq!(level(MARKET), Level::NoNew);
		wait(1);
		assert_eq!(level(MARKET), Level::Open);
		assert!(events().contains(&Event::LevelLapsed { scope: MARKET, level: Level::Open }));
	});
}

#[test]
fn within_a_term_a_level_rises_and_the_term_gets_no_longer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(restrict(MARKET, Level::NoNew));
		wait(TERM / 2);
		assert_ok!(restrict(MARKET, Level::Frozen));
		assert_noop!(restrict(MARKET, Level::ReduceOnly), E::NotMoreRestrictive);
		wait(TERM / 2);
		assert_eq!(level(MARKET), Level::Open);
	});
}

#[test]
fn row_15_the_restricting_role_can_only_restrict_and_not_for_long() {
	ExtBuilder::default().build_and_execute(|| {
		let restricting = || RuntimeOrigin::signed(who(102));
		for level in [Level::Open, Level::NoNew] {
			assert_noop!(
				Liquidation::set_level(restricting(), MARKET, level),
				DispatchError::BadOrigin
			);
		}
		assert_noop!(
			Liquidation::set_level_params(restricting(), Default::default()),
			DispatchError::BadOrigin
		);
		assert_noop!(Liquidation::wind_down(restricting()), DispatchError::BadOrigin);
		assert_noop!(restrict(MARKET, Level::Open), E::NoSuchLevel);
		assert_noop!(restrict(Scope::Liquidation, Level::NoNew), E::NoSuchLevel);
		// Three terms without a break, then the scope rests: ten days after the last term's end.
		assert_ok!(restrict(MARKET, Level::Frozen));
		wait(TERM / 2);
		assert_ok!(restrict(MARKET, Level::Frozen));
		wait(TERM);
		assert_ok!(restrict(MARKET, Level::NoNew));
		assert_noop!(restrict(MARKET, Level::NoNew), E::RenewalsUsed);
		wait(TERM);
		assert_noop!(restrict(MARKET, Level::NoNew), E::RenewalsUsed);
		assert_eq!(level(MARKET), Level::Open);
		wait(10 * DAY_MS - 1);
		assert_noop!(restrict(MARKET, Level::NoNew), E::RenewalsUsed);
		wait(1);
		assert_ok!(restrict(MARKET, Level::NoNew));
	});
}

#[test]
fn the_risk_role_sets_any_level_and_ends_what_the_other_set() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 {
			assert_ok!(restrict(MARKET, Level::Frozen));
		}
		assert_ok!(set_level(MARKET, Level::NoNew));
		let event =
			Event::LevelSet { scope: MARKET, level: Level::NoNew, until: None, by_risk: true };
		assert_eq!(last_event(), event);
		assert_eq!(level(MARKET), Level::NoNew);
		assert_noop!(restrict(MARKET, Level::NoNew), E::NotMoreRestrictive);
		// The other role begins anew, above that level; it stays when the term is over.
		assert_ok!(restrict(MARKET, Level::ReduceOnly));
		wait(TERM);
		assert_eq!(level(MARKET), Level::NoNew);
		assert!(events().contains(&Event::LevelLapsed { scope: MARKET, level: Level::NoNew }));
		wait(365 * DAY_MS);
		assert_eq!(level(MARKET), Level::NoNew);
		assert_ok!(set_level(MARKET, Level::Open));
		assert_eq!(level(MARKET), Level::Open);
		wait(6_000);
		assert!(Levels::<Test>::get().is_empty());
	});
}

#[test]
fn row_28_a_freeze_by_anybody_ends_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let kind = Scope::Kind(WBTC);
		assert_ok!(set_level(kind, Level::Frozen));
		wait(7 * DAY_MS - 1);
		assert_eq!(<Liquidation as Restrictions>::kind(WBTC, SourceId(1)), Level::Frozen);
		// Who may lower it may set it again.
		assert_ok!(set_level(kind, Level::Frozen));
		wait(7 * DAY_MS);
		assert_eq!(level(kind), Level::Open);
		assert_ok!(restrict(Scope::Source(SourceId(1)), Level::Frozen));
		assert_eq!(<Liquidation as Restrictions>::kind(WBTC, SourceId(1)), Level::Frozen);
		assert_eq!(<Liquidation as Restrictions>::kind(WBTC, SourceId(2)), Level::Open);
		wait(TERM);
		assert_eq!(<Liquidation as Restrictions>::kind(WBTC, SourceId(1)), Level::Open);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(12))]

	/// However the restricting role plays the scopes by which an asset can be frozen: never for longer than three
	/// times three terms, and then it is free for four days of thirteen at least.
	#[test]
	fn row_28_no_play_of_freezes_locks_an_asset_in_for_ever(
		steps in prop::collection::vec((0u8..3, 1u64..8), 200..400),
	) {
		ExtBuilder::default().build_and_execute(|| {
			let scopes = [Scope::House, Scope::Kind(WBTC), Scope::Source(SourceId(1))];
			let (mut since, mut frozen_ms) = (None, 0);
			for (nth, hours) in steps {
				let nth = usize::from(nth);
				let frozen = || scopes.iter().any(|scope| level(*scope) == Level::Frozen);
				if !frozen() {
					let _ = restrict(scopes[nth], Level::Frozen)
						.or_else(|_| restrict(scopes[(nth + 1) % 3], Level::Frozen))
						.or_else(|_| restrict(scopes[(nth + 2) % 3], Level::Frozen));
				} else if hours % 2 == 0 {
					let _ = restrict(scopes[nth], Level::Frozen);
				}
				// Terms begin and end at whole hours: none that is free is missed.
				for _ in 0..hours {
					if frozen() {
						frozen_ms += HOUR_MS;
						assert!(now() + HOUR_MS - *since.get_or_insert(now()) <= 9 * TERM);
					} else {
						since = None;
					}
					MockTime::set(now() + HOUR_MS);
				}
				wait(0);
			}
			assert!(frozen_ms <= 9 * TERM + (now() - START) * 9 / 13);
		});
	}
}

#[test]
fn as_many_scopes_as_may_be() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 0..MAX_LEVELS as u16 {
			assert_ok!(restrict(Scope::Market(UnderlyingId(n)), Level::NoNew));
		}
		assert_noop!(restrict(Scope::House, Level::NoNew), E::TooManyLevels);
		assert_noop!(set_level(Scope::House, Level::NoNew), E::TooManyLevels);
		// Those that are known can still be raised, and what the risk role opens makes room.
		assert_ok!(restrict(Scope::Market(UnderlyingId(3)), Level::Frozen));
		assert_ok!(set_level(Scope::Market(UnderlyingId(3)), Level::Open));
		assert_ok!(restrict(Scope::House, Level::NoNew));
	});
}

#[test]
fn a_pause_is_a_level_and_ends_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Liquidation::pause(RuntimeOrigin::signed(who(102))));
		assert_eq!(level(Scope::Liquidation), Level::Frozen);
		assert_noop!(flag(&alice()), E::Paused);
		// Renewed by its level; no more than twice.
		assert_ok!(restrict(Scope::Liquidation, Level::Frozen));
		assert_ok!(restrict(Scope::Liquidation, Level::Frozen));
		assert_noop!(restrict(Scope::Liquidation, Level::Frozen), E::RenewalsUsed);
		// Block by block, or the chain would count as halted.
		for _ in 0..TERM / MINUTE_MS {
			wait(MINUTE_MS);
		}
		assert!(!Halt::<Test>::get().paused);
		let until = now() + 5 * MINUTE_MS;
		assert!(events().contains(&Event::Resumed { until }));
		assert_noop!(flag(&alice()), E::GracePeriod);
		for _ in 0..5 {
			wait(MINUTE_MS);
		}
		assert_ok!(flag(&alice()));
	});
}

#[test]
fn the_house_that_winds_down_never_opens_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Liquidation::wind_down(RuntimeOrigin::signed(who(101))));
		assert_eq!(last_event(), Event::WindDownBegun);
		let again = Liquidation::wind_down(RuntimeOrigin::signed(who(101)));
		assert_noop!(again, E::WindingDown);
		assert_ok!(set_level(Scope::House, Level::Open));
		assert_eq!(level(Scope::House), Level::ReduceOnly);
		assert_eq!(<Liquidation as Restrictions>::market(ETH), Level::ReduceOnly);
		// Collateral goes on as it is, and liquidation too.
		assert_eq!(<Liquidation as Restrictions>::kind(WBTC, SourceId(1)), Level::Open);
		assert_ok!(flag(&alice()));
		assert_ok!(restrict(Scope::House, Level::Frozen));
		wait(TERM);
		assert_eq!(level(Scope::House), Level::ReduceOnly);
	});
}

#[test]
fn each_parameter_of_levels_has_its_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let set = |edit: fn(&mut LevelParams)| {
			let mut params = LevelParams::default();
			edit(&mut params);
			Liquidation::set_level_params(RuntimeOrigin::signed(who(101)), params)
		};
		let out = |error| E::InvalidLevelParams(error);
		assert_noop!(set(|p| p.term_ms = MINUTE_MS - 1), out(LevelParamsError::Term));
		assert_noop!(set(|p| p.max_renewals = 11), out(LevelParamsError::Renewals));
		assert_noop!(set(|p| p.rest_ms = 9 * DAY_MS), out(LevelParamsError::Rest));
		assert_noop!(set(|p| p.freeze_ms = 31 * DAY_MS), out(LevelParamsError::Freeze));
		assert_noop!(set(|p| p.grace_blocks = 14_401), out(LevelParamsError::Grace));
		assert_ok!(set(|p| p.rest_ms = 9 * DAY_MS + 1));
		assert_eq!(LevelRules::<Test>::get().rest_ms, 9 * DAY_MS + 1);
	});
}

#[test]
fn try_state_sees_a_freeze_without_an_end_and_a_pause_that_is_no_level() {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(set_level(MARKET, Level::Frozen));
		assert_eq!(Liquidation::do_try_state(), Ok(()));
		Levels::<Test>::mutate(|list| list[0].set_until = None);
		assert_eq!(Liquidation::do_try_state(), Err("levels: no end".into()));
		Levels::<Test>::kill();
		Halt::<Test>::mutate(|halt| halt.paused = true);
		assert_eq!(Liquidation::do_try_state(), Err("levels: a pause is no level".into()));
	});
}
