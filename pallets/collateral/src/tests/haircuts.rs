// SPDX-License-Identifier: GPL-3.0-or-later

//! What the risk ladder hears of collateral is what its credit is made from.

use crate::mock::*;
use straddle_primitives::*;
use straddle_traits::{CollateralCredit, Haircuts};

fn credit(kind: CollateralId) -> i128 {
	Collateral::credit(kind, 10 * ONE_DOT, Lens::Latest).unwrap().maintenance.into_inner()
}

#[test]
fn a_share_of_the_price_counts_as_the_ladder_is_told() {
	ExtBuilder.build_and_execute(|| {
		MockChains::set(ASSET_HUB, 0, 0);
		let price = FixedU128::from_u32(5);
		set_price(DOT_FEED, price, PriceState::Valid, Now::get());
		let full = credit(DOTS);
		let states = [PriceState::TooVolatile, PriceState::Stale, PriceState::NoQuorum];
		for (state, age) in states.into_iter().flat_map(|state| [(state, 0), (state, HOUR_MS)]) {
			let at = Now::get() - age;
			set_price(DOT_FEED, price, state, at);
			let share =
				Collateral::price_share(&Reading { price, state, at, ..Default::default() });
			assert_eq!(credit(DOTS), full * share.into_inner() as i128 / 10i128.pow(18));
			assert_eq!(share, FixedU128::from_rational(u128::from(age == 0), 2));
		}
	});
}

#[test]
fn chain_factors_are_those_that_credit_is_multiplied_by() {
	ExtBuilder.build_and_execute(|| {
		MockChains::set(ASSET_HUB, 0, 0);
		let full = [credit(REMOTE), credit(DOTS)];
		for (staleness, omission) in [(0, 0), (700, 0), (1_100, 0), (2_500, 0), (100, 510)] {
			MockChains::set(ASSET_HUB, staleness, omission);
			let factors = Collateral::chain_factors(ASSET_HUB);
			for ((factor, full), kind) in factors.into_iter().zip(full).zip([REMOTE, DOTS]) {
				let counts = full / 1_000_000 * (factor.into_inner() / 10u128.pow(12)) as i128;
				assert!((credit(kind) - counts).abs() < 1_000_000, "{staleness} {omission}");
			}
		}
		// What is here and nowhere else.
		assert_eq!(Collateral::chain_factors(SourceId::LOCAL), [FixedU128::from_u32(1); 2]);
	});
}
