// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account can bear (invariant 10's ground): whatever moves within the radius that follows from its
//! exposure, under both rules, on the ledger's own engine, leaves MM covered; and a search finds accounts
//! that fail as soon as the constants are too small.

use super::{exposure_world::*, portfolio::*};
use crate::{mock::*, *};
use frame_support::assert_ok;
use straddle_test_kit::{asked, MockLadder, MockPrices};
use straddle_traits::{DriverId, Exposure, Risk, Watch};

fn exposure(account: &MarginAccountId) -> Option<Exposure> {
	Margin::exposure_in(&mut Margin::session(), account).expect("the account can be valued")
}

/// A driver's constant in whole USD, rounded up.
fn sensitivity(of: &Exposure, driver: DriverId) -> i128 {
	let found = of.sensitivities.iter().find(|(other, _)| *other == driver);
	found.map_or(0, |(_, a)| (a + 999_999_999_999_999_999) / 1_000_000_000_000_000_000)
}

/// Headroom in whole USD, rounded up.
fn headroom(of: &Exposure) -> i128 {
	(of.headroom + 999_999_999_999_999_999).div_euclid(1_000_000_000_000_000_000)
}

const CASH_FEED: FeedId = FeedId(1_000);

/// As many as `PROPTEST_CASES` asks for, if that is more than the usual ones.
fn seeds() -> std::ops::Range<u64> {
	0..u64::from(asked().unwrap_or(0).max(150))
}

#[test]
fn no_move_within_the_radius_makes_the_maintenance_margin_fail() {
	for mode in [MarginMode::Standard, MarginMode::Portfolio] {
		let worst = seeds().map(|seed| worst(seed, mode, 1.0)).fold(f64::MIN, f64::max);
		println!("{mode:?}: the worst of the moves took {worst:.3} of the headroom");
		assert!(worst <= 1.0, "{mode:?}: {worst}");
	}
}

#[test]
fn a_search_finds_constants_that_are_too_small() {
	for mode in [MarginMode::Standard, MarginMode::Portfolio] {
		let failed = (0..150).filter(|seed| worst(*seed, mode, 0.5) > 1.0).count();
		println!("{mode:?}: {failed} of 150 accounts fail if the constants are halved");
		assert!(failed > 10, "{mode:?}: {failed}");
	}
}

#[test]
fn only_what_can_fail_is_watched() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 1_000);
		assert_eq!(exposure(&account), None);
		deposit_lot(&account, DOT, 5);
		hold(&account, call(100_000), CONTRACT);
		hold(&account, put(100_000), CONTRACT);
		let buys = OrderChange { buy: 5, buy_cost: 7, ..Default::default() };
		let entry = Entry::new(account.clone(), TRADE).order(call(90_000), buys);
		assert_ok!(Margin::book(Journal::of(vec![entry])));
		// Longs, lots, cash and what could become longs.
		assert_eq!(exposure(&account), None);
		for watched in [
			Entry::new(account.clone(), Rule::Forced)
				.order(put(90_000), OrderChange { sell: 1, ..Default::default() }),
			Entry::new(account.clone(), Rule::Forced)
				.order(series(5, Kind::Future), OrderChange { buy: 1, ..Default::default() }),
		] {
			frame_support::storage::with_transaction(|| {
				assert_ok!(Margin::book(Journal::of(vec![watched])));
				assert!(exposure(&account).is_some());
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
			})
			.unwrap();
		}
		hold(&account, call(100_000), -2 * CONTRACT);
		assert!(exposure(&account).is_some());
		hold(&account, call(100_000), CONTRACT);
		assert_eq!(exposure(&account), None);
		hold(&account, series(5, Kind::Future), 1);
		assert!(exposure(&account).is_some());
		assert!(Margin::exposure_in(&mut Margin::session(), &id(ALICE, 7)).is_err());
	});
}

#[test]
fn a_short_call_under_the_standard_rule() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		hold(&account, call(100_000), -CONTRACT);
		let is = exposure(&account).expect("it is short");
		// 1.1·F for a loss without bound, .3 % for a naked short; .5·F for each unit of s.
		assert_eq!(sensitivity(&is, DriverId::Forward(BTC)), 110_300);
		assert_eq!(sensitivity(&is, DriverId::Deviation(BTC)), 50_001);
		// The stablecoin moves what the cash is worth, and nothing else.
		assert_eq!(sensitivity(&is, DriverId::Stable(CASH_FEED)), 50_001);
		assert_eq!(is.sensitivities.len(), 3);
		let excess = assess(&account).maintenance_excess().into_inner();
		// Nothing is owed: roundings alone.
		assert!((0..1_000_000_000).contains(&(excess - is.headroom)), "{}", excess - is.headroom);
		assert_eq!(is.strikes, vec![(BTC, EXPIRY, Strike::usd(100_000))]);
		assert_eq!((is.horizon_ms, is.state), (DAY_MS, PriceState::Valid));
		Clock::set(EXPIRY - HOUR_MS);
		assert_eq!(exposure(&account).map(|is| is.horizon_ms), Some(HOUR_MS));
	});
}

#[test]
fn what_the_stablecoin_does() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 0);
		deposit_lot(&account, DOT, 100_000);
		hold(&account, put(80_000), -CONTRACT);
		let borrow = |cash: Cash| {
			let other = id(CHARLIE, 9);
			let entries = [(account.clone(), cash), (other, -cash)]
				.map(|(account, cash)| Entry::new(account, Rule::Forced).cash(cash));
			assert_ok!(Margin::book(Journal::of(entries.to_vec())));
		};
		borrow(-10_000 * USD);
		let owes = exposure(&account).expect("it owes");
		// The debt and what a day at 100 % a year may add; .27 %, booked as often as may be.
		assert_eq!(sensitivity(&owes, DriverId::Stable(CASH_FEED)), 10_028);
		let excess = assess(&account).maintenance_excess().into_inner();
		let reserve = (excess - owes.headroom) / 1_000_000_000_000_000;
		// In thousandths: 27.47 of interest upon interest, .13 of roundings.
		assert_eq!(reserve, 27_603);
		// A tenth dearer: a tenth more is owed, and lots and positions are worth what they were.
		let dearer = FixedU128::from_rational(11, 10);
		Haircuts::set(DOT, tokens(10.0, 0.9, 1.1));
		Haircuts::set_peg(dearer, PriceState::Valid);
		let later = exposure(&account).expect("it owes");
		assert_eq!(sensitivity(&later, DriverId::Stable(CASH_FEED)), 11_031);
		assert_eq!(headroom(&owes) - headroom(&later), 1_003);
		// Collateral moves by its own price; that which is the stablecoin itself by the stablecoin's.
		let remote = CollateralId(5);
		Haircuts::set(remote, tokens(1.0, 0.9, 1.0));
		Haircuts::follow_peg(remote);
		Haircuts::set_peg(FixedU128::from_u32(1), PriceState::Valid);
		deposit_lot(&account, remote, 1_000);
		let more = exposure(&account).expect("it owes");
		assert_eq!(sensitivity(&more, DriverId::Stable(CASH_FEED)), 10_028 + 900);
		assert_eq!(sensitivity(&owes, DriverId::Price(Haircuts::feed(DOT))), 900_000);
	});
}

#[test]
fn chains_and_announced_cuts() {
	ExtBuilder.build_and_execute(|| {
		let (chain, eth) = (SourceId(1_000), CollateralId(2));
		let account = portfolio(ALICE, 0, 0);
		Haircuts::list(eth, 4_000);
		Haircuts::follow(eth, ETH);
		deposit_lot(&account, DOT, 1_000);
		deposit_lot(&account, eth, 10);
		let short = Series { underlying: ETH, strike: Strike::usd(4_000), ..put(1) };
		hold(&account, short, -CONTRACT);
		let before = exposure(&account).expect("it is short");
		// 10 ETH at 4,000 and one put, each with what it is in the worst scenario.
		let forward = sensitivity(&before, DriverId::Forward(ETH));
		assert!((49_900..51_000).contains(&forward), "{forward}");
		assert_eq!(sensitivity(&before, DriverId::Price(Haircuts::feed(DOT))), 9_000);
		// Half of both is believed to be there: the rest counts at its whole credit, the lot that moves with
		// the position by the slope of collateral, 1 + .8·.18.
		Haircuts::on_chain(DOT, chain, FixedU128::from_rational(1, 2));
		Haircuts::on_chain(eth, chain, FixedU128::from_rational(1, 2));
		let half = exposure(&account).expect("it is short");
		assert_eq!(sensitivity(&half, DriverId::Chain(chain)), 9_000 + 45_760);
		assert_eq!(sensitivity(&half, DriverId::Price(Haircuts::feed(DOT))), 4_500);
		assert_eq!(forward - sensitivity(&half, DriverId::Forward(ETH)), 22_880);
		// A twentieth of the weights goes within the day: of 10,000, and of 40,000 by the slope.
		for kind in [DOT, eth] {
			Haircuts::announce_cut(kind, FixedU128::from_rational(5, 100));
		}
		let cut = exposure(&account).expect("it is short");
		assert_eq!(headroom(&half) - headroom(&cut), 500 + 2_288);
	});
}

#[test]
fn prices_that_cannot_be_relied_on_and_windows_are_looked_at_every_round() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		deposit_lot(&account, DOT, 10);
		hold(&account, call(100_000), -CONTRACT);
		let state = || exposure(&account).map(|is| is.state);
		assert_eq!(state(), Some(PriceState::Valid));
		// A lot whose feed is silent stops nothing, but what it counts for falls by itself.
		Haircuts::set(DOT, (money(10), money(0), money(5), PriceState::NoQuorum));
		assert_eq!(assess(&account).state, PriceState::Valid);
		assert_eq!(state(), Some(PriceState::NoQuorum));
		// Until there is nothing left to fall.
		Haircuts::set(DOT, (money(10), money(0), money(0), PriceState::NoQuorum));
		assert_eq!(state(), Some(PriceState::Valid));
		Haircuts::list(DOT, 10);
		MockPrices::set_state(BTC, PriceState::Uncertain);
		assert_eq!(state(), Some(PriceState::Uncertain));
		MockPrices::set_state(BTC, PriceState::Valid);
		let window = |left_ms| {
			let average = price(100_000);
			let window = SettlementWindow { left_ms, length_ms: HOUR_MS, average };
			MockPrices::set_window(BTC, EXPIRY, window);
			exposure(&account).map(|is| is.horizon_ms)
		};
		assert_eq!(
			[window(3 * HOUR_MS), window(HOUR_MS), window(1)],
			[Some(2 * HOUR_MS), Some(0), Some(0)]
		);
		// Settled: a fixed value without margin, and nothing left to measure.
		Clock::set(EXPIRY);
		MockPrices::settle(BTC, EXPIRY, price(110_000));
		let settled = exposure(&account).expect("it is short");
		assert_eq!(settled.strikes, vec![]);
		assert_eq!(settled.horizon_ms, DAY_MS);
		let drivers: Vec<_> = settled.sensitivities.iter().map(|(driver, _)| *driver).collect();
		assert_eq!(drivers, [DriverId::Price(Haircuts::feed(DOT)), DriverId::Stable(CASH_FEED)]);
		// 50,000 and nine tenths of 100, less the payoff of 10,000.
		assert_eq!(headroom(&settled), 40_090);
	});
}

/// Mango v0.19: one stale oracle froze accounts. Here the lot counts nothing for opening and half in MM, the
/// account goes on trading and paying out of the rest, and it is looked at every round while the half lasts.
#[test]
fn row_17_one_silent_price_freezes_nothing_and_is_watched() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		open(BOB, 9, 50_000);
		deposit_lot(&account, DOT, 1_000);
		assert_ok!(sell(&account, call(150_000), CONTRACT / 10));
		let (before, is) = (assess(&account), exposure(&account).expect("it is short"));
		Haircuts::set(DOT, (money(10), money(0), money(5), PriceState::NoQuorum));
		let (after, silent) = (assess(&account), exposure(&account).expect("it is short"));
		// 1,000 tokens at 8 and 9 of 10; now at 0 and 5.
		assert_eq!(before.initial_excess() - after.initial_excess(), money(8_000));
		assert_eq!(before.maintenance_excess() - after.maintenance_excess(), money(4_000));
		assert_eq!(headroom(&is) - headroom(&silent), 4_000);
		assert_eq!((after.state, silent.state), (PriceState::Valid, PriceState::NoQuorum));
		assert_ok!(sell(&account, call(150_000), CONTRACT / 10));
		assert_ok!(withdraw(&account, 1_000 * USD));
		let told = MockLadder::told().pop();
		assert_eq!(told, Some((account.clone(), exposure(&account).map(|is| is.headroom))));
	});
}

#[test]
fn figures_that_do_not_fit_bear_nothing_and_stop_nothing() {
	ExtBuilder.build_and_execute(|| {
		let account = open(ALICE, 0, 50_000);
		hold(&account, call(100_000), -CONTRACT);
		let kind = CollateralId(9);
		let most = Money::from_inner(i128::MAX / 4);
		Haircuts::set(kind, (most, money(0), money(1), PriceState::Valid));
		deposit_lot(&account, kind, 1);
		Haircuts::set_peg(FixedU128::from_u32(6), PriceState::Valid);
		assert_eq!(exposure(&account), Some(Exposure::default()));
		assert_eq!(exposure(&account).map(|is| (is.headroom, is.horizon_ms)), Some((0, 0)));
	});
}
