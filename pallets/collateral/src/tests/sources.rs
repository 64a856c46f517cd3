// SPDX-License-Identifier: GPL-3.0-or-later

//! What the age of a chain takes from collateral that depends on it.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use proptest::prelude::*;
use straddle_math::WAD;
use straddle_primitives::*;
use straddle_traits::{ChainAge, CollateralCredit};

fn set(curves: Curves) -> DispatchResult {
	as_root(Call::set_source { source: ASSET_HUB, curves })
}

/// Thousandths of the chain factor of a kind, for opening and for being left alone.
fn factor(kind: CollateralId) -> (i128, i128) {
	let info = Kinds::<Test>::get(kind).unwrap();
	let factor = Collateral::chain_factor(&info, Now::get());
	(factor.initial * 1_000 / WAD, factor.maintenance * 1_000 / WAD)
}

#[test]
fn opening_counts_less_before_being_left_alone_does() {
	ExtBuilder.build_and_execute(|| {
		let at = |staleness, omission| {
			MockChains::set(ASSET_HUB, staleness, omission);
			(factor(REMOTE), factor(DOTS))
		};
		assert_eq!(at(100, 10), ((1_000, 1_000), (1_000, 1_000)));
		assert_eq!(at(400, 0), ((700, 1_000), (900, 1_000)));
		assert_eq!(at(1_100, 0), ((0, 400), (200, 1_000)));
		assert_eq!(at(1_500, 0), ((0, 0), (0, 1_000)));
		assert_eq!(at(2_500, 0), ((0, 0), (0, 500)));
		assert_eq!(at(u32::MAX, 0), ((0, 0), (0, 0)));
		// Whoever leaves the head out takes from what lies there; a token here is as it was.
		assert_eq!(at(100, 510), ((500, 500), (1_000, 1_000)));
		assert_eq!(at(0, u32::MAX), ((0, 0), (1_000, 1_000)));
		// What has nothing to do with it.
		assert_eq!(factor(ETHER), (1_000, 1_000));
		MockChains::set(ASSET_HUB, 1_100, 0);
		let credit = Collateral::credit(DOTS, 10 * ONE_DOT, Lens::Latest).unwrap();
		assert_eq!((credit.initial, credit.maintenance), (cents(800), cents(4_500)));
	});
}

#[test]
fn an_age_that_nobody_measured_is_not_zero() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!((factor(REMOTE), factor(DOTS)), ((0, 0), (1_000, 1_000)));
		assert!(!Collateral::takes_credit(ASSET_HUB));
		MockChains::set(SourceId(7), 0, 0);
		assert!(!Collateral::takes_credit(SourceId(7)), "it has no curves");
	});
}

#[test]
fn new_credit_stops_at_once() {
	ExtBuilder.build_and_execute(|| {
		for (staleness, omission, takes) in
			[(0, 0, true), (100, 0, true), (101, 0, false), (0, 1, false)]
		{
			MockChains::set(ASSET_HUB, staleness, omission);
			assert_eq!(Collateral::takes_credit(ASSET_HUB), takes);
		}
	});
}

#[test]
fn new_curves_take_from_maintenance_over_three_days() {
	ExtBuilder.build_and_execute(|| {
		MockChains::set(ASSET_HUB, 700, 0);
		assert_eq!(factor(REMOTE), (400, 800));
		let sooner = Ages { soft: 100, hard: 700 };
		assert_ok!(set(Curves { initial: sooner, maintenance: sooner, ..curves() }));
		assert_eq!(factor(REMOTE), (0, 800), "opening at once");
		Now::set(START + 36 * HOUR_MS);
		assert_eq!(factor(REMOTE), (0, 400));
		assert_noop!(set(curves()), Error::<Test>::RampUnderWay);
		Now::set(START + 72 * HOUR_MS);
		assert_eq!(factor(REMOTE), (0, 0));
		// What gives more gives it at once.
		assert_ok!(set(curves()));
		assert_eq!(factor(REMOTE), (400, 800));
		// So the next change need not wait.
		assert_ok!(set(curves()));
		let source = ASSET_HUB;
		System::assert_last_event(Event::SourceSet { source, curves: curves() }.into());
	});
}

#[test]
fn a_source_names_what_is_wrong_with_it() {
	ExtBuilder.build_and_execute(|| {
		let late = Ages { soft: 10_000, hard: 20_000 };
		let flat = Ages { soft: 2_000, hard: 2_000 };
		for wrong in [
			Curves { initial: late, ..curves() },
			Curves { maintenance: late, ..curves() },
			Curves { reserve_initial: late, ..curves() },
			Curves { reserve_maintenance: flat, ..curves() },
			Curves { reserve_initial: Ages { soft: 50, hard: 5_000 }, ..curves() },
			Curves { omission: flat, ..curves() },
		] {
			assert_noop!(set(wrong), Error::<Test>::BadCurves);
		}
		let here = as_root(Call::set_source { source: SourceId::LOCAL, curves: curves() });
		assert_noop!(here, Error::<Test>::BadSource);
		assert_ok!(as_root(Call::set_source { source: SourceId(2), curves: curves() }));
		assert_eq!(Sources::<Test>::get(SourceId(2)), Some(SourceInfo::new(curves())));
	});
}

prop_compose! {
	/// Ages that are milder than those by so much.
	fn milder(than: [Ages; 2])(soft in 0..500u32, hard in 0..500u32) -> Ages {
		let [a, b] = than;
		let soft = a.soft.max(b.soft) + soft;
		Ages { soft, hard: (a.hard.max(b.hard) + hard).max(soft + 1) }
	}
}

fn any_curves() -> impl Strategy<Value = Curves> {
	let zero = [Ages { soft: 0, hard: 1 }; 2];
	(milder(zero), milder(zero))
		.prop_flat_map(|(initial, omission)| {
			let later = || milder([initial; 2]);
			(Just(initial), Just(omission), later(), later())
		})
		.prop_flat_map(|(initial, omission, maintenance, reserve_initial)| {
			milder([maintenance, reserve_initial]).prop_map(move |reserve_maintenance| Curves {
				initial,
				maintenance,
				reserve_initial,
				reserve_maintenance,
				omission,
			})
		})
}

proptest! {
	/// Half of invariant 11: at no age, and however the curves were changed.
	#[test]
	fn opening_is_never_milder_than_being_left_alone(
		curves in any_curves(), before in any_curves(),
		staleness in 0..3_000u32, omission in 0..3_000u32, hours in 0..80u64,
	) {
		prop_assert!(curves.is_valid() && before.is_valid());
		let age = ChainAge { staleness, omission };
		let share = Ramp {
			from: percent(100), to: percent(0), started: START, length: 72 * HOUR_MS,
		};
		let source = SourceInfo { curves, before, share };
		for local in [true, false] {
			let factor = source.factor(local, age, START + hours * HOUR_MS);
			prop_assert!((0..=factor.maintenance).contains(&factor.initial));
			prop_assert!(factor.maintenance <= WAD);
			let older = ChainAge { staleness: staleness + 1, omission: omission + 1 };
			let later = source.factor(local, older, START + hours * HOUR_MS);
			prop_assert!(later.initial <= factor.initial);
		}
		let (here, there) = (curves.factor(true, age), curves.factor(false, age));
		prop_assert!(here.initial >= there.initial && here.maintenance >= there.maintenance);
	}
}
