// SPDX-License-Identifier: GPL-3.0-or-later

//! Odometers.

use super::*;

/// ln of a ratio, in 10^-12.
fn moved(from: f64, to: f64) -> u64 {
	((to / from).ln().abs() * 1e12) as u64
}

fn assert_near(a: u64, b: u64) {
	assert!(a.abs_diff(b) <= 10, "{a} is not {b}");
	assert!(a >= b, "{a} was rounded down from {b}");
}

#[test]
fn moves_below_the_band_count_once_they_add_up() {
	ladder(|mut market| {
		account(1, vec![leg(1.0)], 50.0);
		assert_eq!(reading(F), 0);
		market.spot[0] = 100.09;
		measure(6_000, &market);
		assert_eq!(reading(F), 0, "less than .1 %");
		market.spot[0] = 99.95;
		measure(6_000, &market);
		assert_eq!(reading(F), 0, "from where it was");
		market.spot[0] = 100.11;
		measure(6_000, &market);
		assert_near(reading(F), moved(100.0, 100.11));
		// It only rises.
		market.spot[0] = 100.0;
		measure(6_000, &market);
		assert_near(reading(F), 2 * moved(100.0, 100.11));
		measure(6_000, &market);
		assert_near(reading(F), 2 * moved(100.0, 100.11));
	});
}

#[test]
fn the_forward_that_moves_furthest_counts() {
	ladder(|market| {
		let far = Leg { expiry: START + 300 * DAY_MS, ..leg(1.0) };
		account(1, vec![leg(1.0), far], 80.0);
		// Carry alone: spot stands still.
		set_shape(BTC, 0.0001, 0.0);
		measure(6_000, &market);
		let days = 300.0 - 12.0 / 86_400.0;
		assert_near(reading(F), moved(1.0, 1.0 + 0.0001 * days));
	});
}

#[test]
fn the_strike_that_moves_furthest_counts_and_decay_is_a_move() {
	ladder(|mut market| {
		let leg = |strike| Leg { vega: WAD, strike: Strike::usd(strike), ..leg(0.1) };
		account(1, vec![leg(100), leg(200)], 50.0);
		let root = |days: f64| (days / 365.0).sqrt() * 1e12;
		let start = 60.0 - 6.0 / 86_400.0;
		market.volatility[0] = 0.61;
		measure(0, &market);
		assert_near(reading(S), (0.01 * root(start)) as u64);
		// The wing alone.
		set_shape(BTC, 0.0, 0.5);
		measure(0, &market);
		let wing = 0.61 * 0.5 * 2f64.ln();
		assert_near(reading(S), ((0.01 + wing) * root(start)) as u64);
		let before = reading(S);
		measure(10 * DAY_MS, &market);
		let wing = 0.61 * (1.0 + 0.5 * 2f64.ln());
		assert_near(reading(S) - before, (wing * (root(start) - root(start - 10.0))) as u64);
		// It is of what is settled: an average varies less.
		let before = reading(S);
		let left_ms = START + 60 * DAY_MS - now();
		let window = SettlementWindow { left_ms, length_ms: DAY_MS, ..Default::default() };
		MockPrices::set_window(BTC, START + 60 * DAY_MS, window);
		measure(0, &market);
		let start = start - 10.0;
		let fall = wing * (root(start) - root(start - 2.0 / 3.0));
		assert_near(reading(S) - before, fall as u64);
	});
}

#[test]
fn from_its_window_on_an_expiry_is_not_measured() {
	ladder(|market| {
		account(1, vec![leg(1.0)], 50.0);
		assert_eq!(Expiries::<Test>::get().len(), 1);
		measure(60 * DAY_MS - 7_000, &market);
		assert_eq!(Expiries::<Test>::get().len(), 1);
		measure(1_000, &market);
		assert_eq!(Expiries::<Test>::get().len(), 0);
		assert_eq!(Smiles::<Test>::iter().count(), 0);
		Liquidation::do_refile_all();
		block(12_000, &market);
		block(6_000, &market);
		// What nobody is filed by is measured no longer.
		assert_eq!(OdometerList::<Test>::get().list.len(), 0);
	});
}

#[test]
fn what_cannot_be_used_keeps_its_anchor() {
	ladder(|mut market| {
		account(1, vec![leg(1.0)], 50.0);
		for state in [PriceState::Stale, PriceState::TooVolatile, PriceState::NoQuorum] {
			market.state = state;
			market.spot[0] = 300.0;
			measure(6_000, &market);
			assert_eq!(reading(F), 0);
		}
		market.state = PriceState::Uncertain;
		market.spot[0] = 110.0;
		measure(6_000, &market);
		assert_near(reading(F), moved(100.0, 110.0));
	});
}

#[test]
fn a_chain_factor_counts_when_it_falls() {
	ladder(|market| {
		trade(&id(1), |model| {
			*model =
				Model { tokens: 100 * WAD, cash: -50 * WAD, since: now(), ..Default::default() };
		});
		let chain = DriverId::Chain(CHAIN);
		set_chain_factor(0.999);
		measure(6_000, &market);
		assert_near(reading(chain), 1_000_000_000);
		set_chain_factor(1.0);
		measure(6_000, &market);
		assert_near(reading(chain), 1_000_000_000);
		set_chain_factor(0.9);
		measure(6_000, &market);
		assert_near(reading(chain), 101_000_000_000);
	});
}

/// One stale oracle must not hide what it takes from an account.
#[test]
fn row_17_a_lots_dead_feed_makes_its_accounts_due() {
	ladder(|mut market| {
		// Worth 500 and half of it while the feed is silent; owes 300.
		trade(&id(1), |model| {
			*model =
				Model { tokens: 100 * WAD, cash: -300 * WAD, since: now(), ..Default::default() };
		});
		let other = account(2, vec![leg(1.0)], 50.0);
		assert!(filed(&id(1)).dues.len() == 3 && !filed(&id(1)).hot);
		looked();
		market.other_state = PriceState::Stale;
		market.other_at = now();
		block(6_000, &market);
		assert_near(reading(DriverId::Price(OTHER)), moved(2.0, 1.0));
		assert!(in_auction(&id(1)));
		assert_eq!(get(&id(1)).unwrap().excess(), Some(-50 * WAD));
		assert!(!in_auction(&other), "others go on");
		assert_eq!(looked(), [id(1)]);
		// After an hour nothing is left of it.
		trade(&id(3), |model| {
			*model =
				Model { tokens: 100 * WAD, cash: -100 * WAD, since: now(), ..Default::default() };
		});
		assert!(!filed(&id(3)).hot);
		block(HOUR_MS, &market);
		assert!(!in_auction(&id(3)), "the chain had stood still: its grace goes first");
		assert!(filed(&id(3)).hot);
	});
}

#[test]
fn all_odometers_advance_or_none() {
	ladder(|mut market| {
		account(1, vec![leg(1.0)], 50.0);
		let before = OdometerList::<Test>::get();
		market.spot[0] = 50.0;
		MockTime::set(now() + 6_000);
		market.put();
		let smiles = <() as WeightInfo>::ladder_smile(MAX_SMILE_STRIKES);
		let short = <() as WeightInfo>::ladder_odometers(MAX_ODOMETERS).saturating_add(smiles);
		let mut meter =
			WeightMeter::with_limit(short.saturating_sub(Weight::from_parts(1 << 40, 0)));
		assert!(!Liquidation::advance_odometers(&mut meter));
		assert_eq!(OdometerList::<Test>::get(), before);
		// Whoever is filed in such a block is looked at again: the odometers do not know its prices.
		let late = id(2);
		trade(&late, |model| {
			*model =
				Model { legs: vec![leg(1.0)], cash: 500 * WAD, since: now(), ..Default::default() };
		});
		assert!(filed(&late).hot && filed(&late).dues.is_empty());
	});
}
