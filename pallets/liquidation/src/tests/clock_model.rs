// SPDX-License-Identifier: GPL-3.0-or-later

//! The odometers against a count of each block.

use crate::{mock::*, *};
use proptest::prelude::*;
use straddle_primitives::*;
use straddle_test_kit::MockPrices;

/// Accounts 20 to 23 hold BTC, ETH, both, and both again.
const HELD: [&[UnderlyingId]; 4] = [&[BTC], &[ETH], &[BTC, ETH], &[BTC, ETH]];

fn start(n: usize) {
	let account = acc(20 + n as u8);
	open(&account, who(20), -10 * UNIT);
	for underlying in HELD[n] {
		hold(&account, series(*underlying, 10), CONTRACT);
	}
	let _ = flag(&account);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every clock shows the time in which its account could be bid for on fresh prices, neither more nor less,
	/// whatever order prices stop and auctions start in.
	#[test]
	fn clocks_count_biddable_time(
		steps in proptest::collection::vec((0..8u8, 0..4usize, 0..70_000u64), 1..80),
	) {
		let mut ext = ExtBuilder::default().params(|p| p.grace_ms = 0).build();
		ext.execute_with(|| {
			for underlying in [BTC, ETH] {
				mark(series(underlying, 10), 7, 10);
			}
			block_after(6_000);
			let mut counted = [0u64; 4];
			let (mut paused, mut fresh) = (false, [true; 2]);
			for (step, n, number) in steps {
				let mut passed = None;
				match step {
					0 | 1 if !Auctions::<Test>::contains_key(acc(20 + n as u8)) => start(n),
					2 => {
						let states = [
							PriceState::Valid, PriceState::Uncertain, PriceState::Stale,
							PriceState::NoQuorum,
						];
						let (which, state) = (n % 2, states[number as usize % 4]);
						MockPrices::set_state([BTC, ETH][which], state);
						fresh[which] = number % 4 < 2;
					},
					3 if number % 3 == 0 => {
						let ends = Liquidation::resume(RuntimeOrigin::signed(who(101))).is_ok();
						if !ends {
							let _ = Liquidation::pause(RuntimeOrigin::signed(who(102)));
						}
						paused = !ends;
					},
					4 => passed = Some(number),
					_ => passed = Some(6_000),
				}
				if let Some(passed) = passed {
					let open = (0..4).map(|n| Auctions::<Test>::contains_key(acc(20 + n as u8)));
					let open: Vec<_> = open.collect();
					block_after(passed);
					let halted = passed > MINUTE_MS;
					for n in (0..4).filter(|n| open[*n] && !paused && !halted) {
						let runs = HELD[n].iter().all(|of| fresh[usize::from(of.0)]);
						counted[n] += if runs { passed.min(12_000) } else { 0 };
					}
				}
				for (n, counted) in counted.iter_mut().enumerate() {
					match Liquidation::biddable_ms(acc(20 + n as u8)) {
						Some(shows) => prop_assert_eq!(shows, *counted),
						None => *counted = 0,
					}
				}
				prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
			}
			Ok(())
		})?;
	}
}
