// SPDX-License-Identifier: GPL-3.0-or-later

//! One owner, any split over accounts: whatever he does to himself at fixed prices he does not gain.

use crate::{mock::*, *};
use proptest::prelude::*;
use sp_runtime::Perbill;
use straddle_primitives::*;
use straddle_test_kit::MockSources;
use straddle_traits::{Entry, Journal, Ledger, Rule};

/// What valuing parts instead of the whole may round, in Wad, a step.
const DUST: i128 = 1_000;

/// Series that all his accounts hold, with mark and margin.
const SERIES: [(i64, i64); 3] = [(70, 100), (0, 40), (900, 500)];

fn one_of(n: usize) -> Series {
	series(if n.is_multiple_of(2) { BTC } else { ETH }, 500 + n as u64)
}

/// Wealth that is his: what he owes beyond what he has he would not pay.
fn wealth(accounts: &[MarginAccountId]) -> i128 {
	accounts.iter().map(|account| equity(account).max(0)).sum()
}

/// What he owes beyond what he has.
fn bare_debt(accounts: &[MarginAccountId]) -> i128 {
	accounts.iter().map(|account| (-equity(account)).max(0)).sum()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(48))]

	#[test]
	fn any_split_over_accounts_gains_nothing(
		split in proptest::collection::vec(
			(proptest::collection::vec(-20_000_000..20_000_000i64, 3), -60..200i64, 0..5_000_000u128),
			2..5,
		),
		steps in proptest::collection::vec((0..13u8, 0..5usize, 0..5usize, 1..1_000_000_000u32), 1..40),
	) {
		let mut ext = ExtBuilder::default().params(|p| p.cutoff = usd(0)).build();
		ext.execute_with(|| {
			for (n, (price, margin)) in SERIES.into_iter().enumerate() {
				mark(one_of(n), price, margin);
			}
			set_pot(Pot::GlobalPool, 10_000_000 * UNIT);
			set_cash(&bob(), 100_000_000 * UNIT);
			let accounts: Vec<_> = (20..20 + split.len() as u8).map(acc).collect();
			for (account, (held, health, lot)) in accounts.iter().zip(&split) {
				open(account, who(1), 0);
				for (n, quantity) in held.iter().enumerate().filter(|(_, quantity)| **quantity != 0) {
					hold(account, one_of(n), *quantity);
				}
				if *lot > 0 {
					hold_lot(account, WBTC, *lot);
				}
				let wanted = requirement(account) / 100 * i128::from(*health);
				set_cash(account, (wanted - equity(account)) / 10i128.pow(12));
			}
			let (had, owed, bob_had) = (wealth(&accounts), bare_debt(&accounts), equity(&bob()));
			let signed = || RuntimeOrigin::signed(who(1));
			let mut rounded = DUST;
			for (step, a, b, number) in steps {
				let [from, to] = [a, b].map(|n| accounts[n % accounts.len()].clone());
				let share = Perbill::from_parts(number);
				let state_id = Auctions::<Test>::get(&from).map_or(0, |auction| auction.state_id);
				match step {
					0 => drop(Liquidation::flag(signed(), from, to)),
					1 | 2 => {
						let share = if step == 1 { share } else { ALL };
						let _ = Liquidation::bid(signed(), from, to, state_id, share, Cash::MAX);
					},
					3 => drop(bid(&from, share, Cash::MAX)),
					4 => {
						let both: Covered = vec![BTC, ETH].try_into().unwrap();
						let most = usd(i64::from(number / 1_000));
						let _ = Liquidation::place_backstop(signed(), to, share, most, both);
					},
					5 => drop(Liquidation::cancel_backstop(signed(), to)),
					// Cash and lots go where they may.
					6 => {
						let cash = i128::from(number) * 10;
						let leaves = Entry::new(from, Rule::Withdraw).cash(-cash);
						let comes = Entry::new(to, Rule::Credit).cash(cash);
						let _ = MockLedger::book(Journal::of(vec![leaves, comes]));
					},
					7 => {
						let leaves = Entry::new(from, Rule::Withdraw).lot(WBTC, -i128::from(number / 1_000));
						let comes = Entry::new(to, Rule::Credit).lot(WBTC, i128::from(number / 1_000));
						let _ = MockLedger::book(Journal::of(vec![leaves, comes]));
					},
					// A trade at any price: both are sound afterwards.
					8 | 9 => {
						let one = one_of(number as usize % 3);
						let cash = i128::from(number % 2_000_000) * 1_000 - 1_000_000_000;
						let buys = Entry::new(from, Rule::Bid).cash(-cash).position(one, CONTRACT);
						let sells = Entry::new(to, Rule::Bid).cash(cash).position(one, -CONTRACT);
						let _ = MockLedger::book(Journal::of(vec![buys, sells]));
					},
					10 => drop(touch(&from)),
					// The chain of his lots stops or comes back.
					11 => {
						MockSources::place(WBTC, SourceId(1));
						MockSources::set(SourceId(1), number % 2 == 0);
						block_after(6_000);
					},
					_ => run(u64::from(number % 10) * MINUTE_MS),
				}
				rounded += DUST;
				// A bond is his too.
				let bonds = pot(Pot::Backstops) * 10i128.pow(12);
				let has = wealth(&accounts) + bonds;
				prop_assert!(has <= had + rounded, "{has} > {had}");
				// What the pool lost another bidder has for what he took over, or it is debt that was there
				// before, rounded up to a smallest unit for each.
				let lost = (10_000_000 * UNIT - pot(Pot::GlobalPool)) * 10i128.pow(12);
				let gone = equity_of_pool();
				let rounding = 10i128.pow(12) * 10;
				let gained = equity(&bob()) - bob_had;
				prop_assert!(lost - gone <= owed + gained + rounding, "{lost} {gone} {owed} {gained}");
				prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
			}
			Ok(())
		})?;
	}
}

/// What the pool's own account is worth: what it was given it has.
fn equity_of_pool() -> i128 {
	match MockLedger::owner(&pool()) {
		Some(_) => equity(&pool()),
		None => 0,
	}
}
