// SPDX-License-Identifier: GPL-3.0-or-later

use super::node::{apply, notice, signed_notice};
use crate::{mock::*, *};
use proptest::prelude::*;
use sp_runtime::Perbill;
use straddle_math::fixed::{mul, Rounding, WAD};
use straddle_primitives::*;
use straddle_test_kit::{MockPrices, MockSources};
use straddle_traits::{AuctionStatus, CashMeans, Ledger, OverdueCash};

/// What valuing parts instead of the whole may round, in Wad.
const DUST: i128 = 1_000;

/// A portfolio: up to six series with mark, margin and quantity, up to two lots, and cash.
#[derive(Clone, Debug)]
struct Portfolio {
	series: Vec<(i64, i64, Quantity)>,
	lots: Vec<(i64, u8, u128)>,
	/// e in per cent: the cash makes it so.
	health: i64,
}

fn portfolio(health: core::ops::Range<i64>) -> impl Strategy<Value = Portfolio> {
	let quantity = prop_oneof![1..50_000_000i64, -50_000_000..0i64, 1..20i64];
	let series = proptest::collection::vec((0..3_000i64, 1..2_000i64, quantity), 1..6);
	let lots = proptest::collection::vec((1..5_000i64, 50..100u8, 1..30_000_000u128), 0..3);
	(series, lots, health).prop_map(|(series, lots, health)| Portfolio { series, lots, health })
}

impl Portfolio {
	/// Give it to `account`, with the cash that makes e = health/100.
	fn give(&self, account: &MarginAccountId) {
		for (n, (price, margin, quantity)) in self.series.iter().enumerate() {
			let series = series(if n % 2 == 0 { BTC } else { ETH }, n as u64);
			mark(series, *price, *margin);
			hold(account, series, *quantity);
		}
		for (n, (price, weight, amount)) in self.lots.iter().enumerate() {
			let kind = CollateralId(10 + n as u16);
			let weight = Perbill::from_percent((*weight).into());
			change(|book| book.lots.insert(kind, (usd(*price), weight)));
			hold_lot(account, kind, *amount);
		}
		set_cash(account, 0);
		let wanted = requirement(account) / 100 * i128::from(self.health);
		let cash = (wanted - equity(account)) / (WAD / UNIT);
		set_cash(account, cash);
	}
}

/// A test chain that halts for nothing, with a richer Bob and the cutoff out of the way.
fn chain(test: impl FnOnce() -> Result<(), TestCaseError>) -> Result<(), TestCaseError> {
	let mut ext = ExtBuilder::default().params(|p| p.cutoff = usd(0)).build();
	ext.execute_with(|| {
		change(|book| book.accounts.get_mut(&alice()).unwrap().positions.clear());
		set_cash(&bob(), 1_000_000_000 * UNIT);
		set_pot(Pot::GlobalPool, 10_000_000 * UNIT);
		test()?;
		prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
		Ok(())
	})
}

/// E and R.
fn figures(account: &MarginAccountId) -> (i128, i128) {
	(equity(account), requirement(account))
}

fn discount(kappa: i128, requirement: i128) -> i128 {
	mul(kappa, requirement, Rounding::Down).unwrap()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(24))]

	/// Whatever it takes over, the pool's account is worth no less than nothing after it, and what it took beyond all
	/// that the account had is the pool's to pay and then a deficit, to the unit.
	#[test]
	fn a_take_over_leaves_no_account_that_owes_unseen(
		portfolio in portfolio(-200..100),
		has in 0..3_000i128,
	) {
		chain(|| {
			portfolio.give(&alice());
			prop_assume!(flag(&alice()).is_ok() && Liquidation::in_auction(&alice()));
			age(&alice(), 90 * MINUTE_MS);
			set_pot(Pot::GlobalPool, has * UNIT);
			let (before, (e, _), cash) = (book().totals(), figures(&alice()), holder(&alice()).cash);
			let unit = WAD / UNIT;
			let worth = e - cash * unit;
			prop_assert!(take_over(&alice()).is_ok());
			prop_assert_eq!(book().totals(), before);
			prop_assert!(equity(&pool()) >= -unit, "{}", equity(&pool()));
			let deficit = Deficit::<Test>::get();
			let paid = has * UNIT - pot(Pot::GlobalPool);
			prop_assert!(holder(&alice()).cash == -deficit || (deficit == 0 && holder(&alice()).cash > 0));
			prop_assert!(deficit == 0 || pot(Pot::GlobalPool) == 0);
			if e < 0 && worth < 0 {
				prop_assert!((paid + deficit + e / unit).abs() <= 1, "{paid} {deficit} {e}");
			}
			Ok(())
		})?;
	}

	/// Value is conserved, the bidder gains at most his discount, e does not fall where the price is
	/// not negative, and where it is the price of the rest does not fall.
	#[test]
	fn a_bid_moves_value_and_makes_none(
		portfolio in portfolio(-40..100),
		minutes in 0..90u64,
		shares in proptest::collection::vec(1..1_000_000_000u32, 1..8),
	) {
		chain(|| {
			portfolio.give(&alice());
			prop_assume!(flag(&alice()).is_ok() && Liquidation::in_auction(&alice()));
			age(&alice(), minutes * MINUTE_MS);
			for share in shares {
				if !Liquidation::in_auction(&alice()) {
					break;
				}
				let kappa = Params::<Test>::get().kappa(minutes * MINUTE_MS).unwrap();
				let (before, (e0, r0), bob0) = (book().totals(), figures(&alice()), equity(&bob()));
				let quote = Liquidation::auction(alice()).unwrap();
				prop_assert_eq!(quote.price.into_inner(), e0 - discount(kappa, r0));
				let covered = pot(Pot::GlobalPool);
				if bid(&alice(), Perbill::from_parts(share), Cash::MAX).is_err() {
					continue;
				}
				prop_assert_eq!(&book().totals(), &before);
				let ((e1, r1), bob1) = (figures(&alice()), equity(&bob()));
				// What a share of this size may gain; the bounty can only make it less.
				let taken = Perbill::from_parts(share);
				let share = share_to_wad(taken).min(i128::try_from(quote.share.into_inner()).unwrap());
				let gain = discount(share, discount(kappa, r0));
				prop_assert!(bob1 - bob0 <= gain + DUST, "{} > {}", bob1 - bob0, gain);
				if quote.price.into_inner() >= 0 {
					prop_assert_eq!(pot(Pot::GlobalPool), covered);
					prop_assert!(e0 - e1 <= gain + DUST);
					// e1/r1 ≥ e0/r0, up to the haircut of one smallest unit of each lot.
					let haircut = WAD / 100;
					let left = mul(e1, r0, Rounding::Up)? + WAD;
					prop_assert!(left >= mul(e0, r1 - haircut, Rounding::Down)?, "{e1} {r1}");
				} else if Liquidation::in_auction(&alice()) {
					let rest = e1 - discount(kappa, r1);
					prop_assert!(rest + DUST * 10_000_000_000 >= quote.price.into_inner());
				}
			}
			// Someone with money can always take what is for sale.
			if Liquidation::in_auction(&alice()) {
				prop_assert_eq!(bid(&alice(), ALL, Cash::MAX), Ok(()));
			}
			Ok(())
		})?;
	}

	/// Whatever is bid and however long nobody bids: the auction ends.
	#[test]
	fn every_auction_ends(
		portfolio in portfolio(-100..100),
		steps in proptest::collection::vec((any::<bool>(), 1..1_000_000_000u32, 0..20u64), 0..12),
		pool_has in 0..100_000i128,
	) {
		chain(|| {
			portfolio.give(&alice());
			set_pot(Pot::GlobalPool, pool_has * UNIT);
			prop_assume!(flag(&alice()).is_ok());
			let before = book().totals();
			for (bids, share, minutes) in steps {
				if !Liquidation::in_auction(&alice()) {
					return Ok(());
				}
				if bids {
					let _ = bid(&alice(), Perbill::from_parts(share), Cash::MAX);
				} else {
					let now = Liquidation::biddable_ms(alice()).unwrap();
					age(&alice(), now + minutes * MINUTE_MS);
				}
			}
			if Liquidation::in_auction(&alice()) {
				let now = Liquidation::biddable_ms(alice()).unwrap();
				age(&alice(), now.max(Params::<Test>::get().take_over_at()));
				prop_assert_eq!(take_over(&alice()), Ok(()));
			}
			prop_assert!(!Liquidation::in_auction(&alice()));
			prop_assert_eq!(&book().totals(), &before);
			// A healed account may keep a debt that its lots back; an empty one owes what is recorded.
			let left = holder(&alice());
			let empty = left.lots.is_empty() && left.positions.is_empty();
			let own = if empty { left.cash.min(0) } else { 0 };
			prop_assert_eq!(own, -Deficit::<Test>::get());
			// Nobody owes while the pool could pay.
			let owed = MockLedger::cash(&pool()) < 0 || own < 0;
			prop_assert!(!owed || pot(Pot::GlobalPool) == 0);
			Ok(())
		})?;
	}

	/// One owner, whose accounts are flagged, bid and rewarded by each other: he never gains.
	#[test]
	fn an_owner_who_liquidates_himself_never_gains(
		portfolio in portfolio(0..100),
		minutes in 0..100u64,
		steps in proptest::collection::vec((0..5u8, 1..1_000_000_000u32), 1..12),
	) {
		chain(|| {
			portfolio.give(&alice());
			let (other, third) = (acc(4), acc(5));
			for account in [&other, &third] {
				open(account, who(1), 500_000_000 * UNIT);
			}
			let signed = || RuntimeOrigin::signed(who(1));
			let wealth = || equity(&alice()) + equity(&other) + equity(&third);
			let start = wealth();
			prop_assume!(Liquidation::flag(signed(), alice(), third.clone()).is_ok());
			age(&alice(), minutes * MINUTE_MS);
			for (step, share) in steps {
				let state_id = Auctions::<Test>::get(alice()).map_or(0, |a| a.state_id);
				let share = Perbill::from_parts(share);
				let bid_from = |from: &MarginAccountId, share| {
					let _ = Liquidation::bid(
						signed(), alice(), from.clone(), state_id, share, Cash::MAX);
				};
				match step {
					0 => bid_from(&other, share),
					1 => bid_from(&third, share),
					2 => bid_from(&other, ALL),
					3 => {
						let _ = Liquidation::flag(signed(), alice(), other.clone());
						let reward_to = Some(third.clone());
						let _ = apply(&signed_notice(Notice { reward_to, ..notice(0, &alice()) }));
					},
					_ => {
						let _ = take_over(&alice());
					},
				}
				prop_assert!(wealth() <= start + DUST, "{} > {}", wealth(), start);
			}
			Ok(())
		})?;
	}

	/// Anything in any order, prices and states included: the books balance and the invariants hold.
	#[test]
	fn random_calls_keep_the_invariants(
		portfolios in proptest::collection::vec(portfolio(-50..140), 3),
		steps in proptest::collection::vec((0..20u8, 0..3usize, 0..1_000_000_000u32), 1..60),
	) {
		chain(|| {
			let accounts = [alice(), acc(4), acc(5)];
			open(&acc(4), who(4), 0);
			open(&acc(5), who(5), 0);
			for (account, portfolio) in accounts.iter().zip(&portfolios) {
				portfolio.give(account);
			}
			let before = book().totals();
			let mut added = 0;
			let (risk, restrict) = (who(101), who(102));
			for (step, which, number) in steps {
				let account = &accounts[which];
				let share = Perbill::from_parts(number);
				match step {
					0 => drop(flag(account)),
					1 => drop(apply(&signed_notice(notice((number % 8) as u16, account)))),
					2..=4 => drop(bid(account, share, Cash::MAX)),
					5 => drop(bid(account, ALL, Cash::MAX)),
					6 => drop(touch(account)),
					7 => drop(take_over(account)),
					8 => block_after(u64::from(number % 20_000)),
					9 => run(10 * MINUTE_MS),
					10 => {
						let state = [PriceState::Valid, PriceState::Stale, PriceState::NoQuorum];
						MockPrices::set_state(BTC, state[number as usize % 3]);
						if number % 4 == 0 {
							MockPrices::set_state(BTC, PriceState::Valid);
						}
					},
					11 => {
						let series = series(if which % 2 == 0 { BTC } else { ETH }, which as u64);
						let margin = i64::from(number % 2_000);
						mark(series, i64::from(number % 3_000), margin);
					},
					12 => {
						let amount = i128::from(number) * 10;
						added += amount;
						set_cash(account, holder(account).cash + amount);
					},
					13 => {
						let both = vec![BTC, ETH].try_into().unwrap();
						let owner = RuntimeOrigin::signed(who([1, 4, 5][which]));
						let most = usd(i64::from(number / 1_000));
						let _ = Liquidation::place_backstop(owner, account.clone(), share, most, both);
					},
					14 => {
						let both = vec![BTC, ETH].try_into().unwrap();
						let owner = RuntimeOrigin::signed(who(2));
						let most = usd(i64::from(number / 1_000));
						let _ = Liquidation::place_backstop(owner, bob(), share, most, both);
					},
					15 => {
						let owner = RuntimeOrigin::signed(who([1, 4, 5][which]));
						let _ = Liquidation::cancel_backstop(owner, account.clone());
					},
					16 => {
						let limit = Cash::from(number / 10);
						change(|book| book.limits.insert(account.clone(), limit));
						let _ = Liquidation::collect(account, MockLedger::overdue(account));
					},
					17 => {
						let kind = CollateralId(10 + number as u16 % 2);
						let state_id = LotAuctions::<Test>::get(account).map_or(0, |a| a.state_id);
						let _ = Liquidation::bid_lots(
							RuntimeOrigin::signed(who(2)), account.clone(), bob(), state_id, kind,
							u128::from(number / 50), Cash::MAX / 10i128.pow(10),
						);
					},
					18 => {
						MockSources::place(CollateralId(10), SourceId(1));
						MockSources::set(SourceId(1), number % 3 > 0);
					},
					_ if number % 3 == 0 => {
						let _ = Liquidation::pause(RuntimeOrigin::signed(restrict.clone()));
					},
					_ => drop(Liquidation::resume(RuntimeOrigin::signed(risk.clone()))),
				}
				prop_assert_eq!(Liquidation::do_try_state(), Ok(()));
				let (cash, lots, positions) = book().totals();
				prop_assert_eq!((cash - added, lots, positions), before.clone());
			}
			Ok(())
		})?;
	}
}
