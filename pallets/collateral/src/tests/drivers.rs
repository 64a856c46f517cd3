// SPDX-License-Identifier: GPL-3.0-or-later

//! What the risk ladder hears of kinds.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use straddle_primitives::*;
use straddle_test_kit::MockLadder;
use straddle_traits::{CollateralCredit, KindDrivers};

fn drivers(kind: CollateralId) -> KindDrivers {
	Collateral::drivers_in(&mut Default::default(), kind, DAY_MS).expect("the kind is listed")
}

/// Weight and lowest weight in thousandths, rounded up.
fn weights(kind: CollateralId) -> [u128; 2] {
	let KindDrivers { weight, lowest_weight, .. } = drivers(kind);
	[weight, lowest_weight].map(|weight| weight.into_inner().div_ceil(1_000_000_000_000_000))
}

#[test]
fn what_moves_a_kind_besides_its_price() {
	ExtBuilder.build_and_execute(|| {
		let dots = drivers(DOTS);
		assert_eq!(
			(dots.feed, dots.chain, dots.state),
			(DOT_FEED, Some(ASSET_HUB), PriceState::Valid)
		);
		assert_eq!((drivers(REMOTE).chain, drivers(ETHER).chain), (Some(ASSET_HUB), None));
		assert_eq!(Collateral::cash_feed(), Some(STABLE_FEED));
		// It says what a valuation hides: that a lot counts little because its price is silent.
		set_price(DOT_FEED, usd(500), PriceState::Stale, START);
		let credit = Collateral::credit(DOTS, ONE_DOT, Lens::Latest).unwrap();
		assert_eq!((credit.state, drivers(DOTS).state), (PriceState::Valid, PriceState::Stale));
		let unlisted = Collateral::drivers_in(&mut Default::default(), CollateralId(99), DAY_MS);
		assert_noop!(unlisted, Error::<Test>::NotListed);
	});
}

#[test]
fn what_a_cut_takes_within_a_day() {
	ExtBuilder.build_and_execute(|| {
		let [before, lowest] = weights(DOTS);
		assert_eq!(before, lowest);
		let target = (before as u32 / 10).saturating_sub(30);
		let old = Kinds::<Test>::get(DOTS).unwrap();
		let initial = old.initial.to.deconstruct() / 10_000;
		assert_eq!(MockLadder::refiled(), 0);
		assert_ok!(set_weights(DOTS, (initial.min(target), target), 3 * DAY_MS));
		assert_eq!(MockLadder::refiled(), 1);
		// A third of .3 a day, until it is there.
		assert_eq!(weights(DOTS), [before, before - 100]);
		Now::set(START + DAY_MS / 2);
		assert_eq!(weights(DOTS), [before - 50, before - 150]);
		Now::set(START + 5 * DAY_MS / 2);
		assert_eq!(weights(DOTS), [before - 250, before - 300]);
		// Up is at once.
		assert_ok!(set_weights(DOTS, (initial.min(target), before as u32 / 10), 0));
		assert_eq!((weights(DOTS), MockLadder::refiled()), ([before, before], 2));
		// What counts for opening alone is nobody's maintenance.
		assert_ok!(set_weights(DOTS, (0, before as u32 / 10), 0));
		assert_eq!(MockLadder::refiled(), 2);
	});
}
