// SPDX-License-Identifier: Apache-2.0

//! The ladder's constants under the standard rule: a search for moves within the radius that make MM
//! fail, which finds them as soon as a constant is too small.

#![allow(clippy::arithmetic_side_effects)]

mod common;

use common::*;
use proptest::prelude::*;
use straddle_math::{
	black76::{price, YEAR_MS},
	ladder::{radius, standard::sensitivity, until_window_ms, Driver, Sensitivity, MAX_HORIZON_MS},
	standard::{expiry_requirement, Leg, Level, Params},
	Kind, MathError, Wad, WAD,
};

/// One expiry: its forward, and of each leg the deviation that it is marked with.
#[derive(Clone)]
struct Market {
	forward: f64,
	legs: Vec<Leg>,
	deviations: Vec<f64>,
}

impl Market {
	/// A few legs of one size or of many, at strikes from half to twice the forward.
	fn random(random: &mut Random, forward: f64) -> Self {
		let mut market = Self { forward, legs: Vec::new(), deviations: Vec::new() };
		let (even, wide) = (random.chance(40), random.log_within(0.01, 1.0));
		for _ in 0..1 + random.below(5) {
			let kind = [Kind::Future, Kind::Call, Kind::Put, Kind::Call, Kind::Put]
				[random.below(5) as usize];
			let strike = wad(forward * random.within(-wide, wide).exp());
			let size = if even { 1e6 } else { random.log_within(1.0, 1e8) } as i64;
			let quantity = if random.chance(60) { -size } else { size };
			market.legs.push(Leg { kind, strike, quantity, mark: 0 });
			market.deviations.push(random.log_within(0.001, 1.5));
		}
		market
	}

	/// At this forward, each deviation moved.
	fn at(&self, forward: f64, mut moved: impl FnMut() -> f64) -> Self {
		let mut market = Self { forward, ..self.clone() };
		for (leg, deviation) in market.legs.iter_mut().zip(&mut market.deviations) {
			*deviation = (*deviation + moved()).max(0.0);
			// σ√T with σ = s and a year.
			let s = wad(*deviation);
			leg.mark = price(leg.kind, wad(forward), leg.strike, s, YEAR_MS).unwrap();
		}
		market
	}
}

/// Σ value − MM, without cash.
fn excess(markets: &[Market], spot: f64) -> f64 {
	let of = |market: &Market| {
		let forward = wad(market.forward);
		let params = Params::default();
		let is = expiry_requirement(&market.legs, wad(spot), forward, &params, Level::Maintenance)
			.unwrap();
		usd(is.value - is.margin)
	};
	markets.iter().map(of).sum()
}

fn constants(markets: &[Market], spot: f64) -> Sensitivity {
	let mut sum = Sensitivity::default();
	for market in markets {
		let of = sensitivity(&market.legs, wad(spot), wad(market.forward), &Params::default());
		let Sensitivity { forward, deviation, drift } = of.unwrap();
		sum.forward += forward;
		sum.deviation += deviation;
		sum.drift += drift;
	}
	sum
}

/// Which drivers move.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moving {
	Both,
	Forwards,
	Deviations,
}

/// How much of the headroom the worst of some moves took, if the constants are held for `share` of what
/// they are. Above 1 the margin has failed.
fn worst(random: &mut Random, moving: Moving, share: f64) -> f64 {
	let spot = random.log_within(0.5, 100_000.0);
	let markets: Vec<_> = (0..1 + random.below(2))
		.map(|_| {
			let forward = spot * random.log_within(0.8, 1.3);
			Market::random(random, forward).at(forward, || 0.0)
		})
		.collect();
	let is = constants(&markets, spot);
	let drivers = [(Driver::Forward, is.forward), (Driver::Deviation, is.deviation)];
	let drivers: Vec<_> = drivers
		.into_iter()
		.filter(|(driver, _)| match moving {
			Moving::Both => true,
			Moving::Forwards => *driver == Driver::Forward,
			Moving::Deviations => *driver == Driver::Deviation,
		})
		.map(|(driver, a)| (driver, wad(usd(a) * share)))
		.collect();
	let loss: f64 = drivers.iter().map(|(driver, a)| usd(*a) * usd(driver.step())).sum();
	let headroom = wad(loss * random.log_within(0.01, 24.0));
	if is.forward == 0 {
		// Nothing is short: nothing moves it.
		assert_eq!((is, excess(&markets, spot)), (Sensitivity::default(), 0.0));
	}
	if headroom < 1_000 {
		// Futures have no deviation.
		return 0.0;
	}
	let steps = usd(radius(headroom, &drivers).unwrap());
	let far = if moving == Moving::Deviations { 0.0 } else { steps / 100.0 };
	let wide = if moving == Moving::Forwards { 0.0 } else { steps / 500.0 };
	let before = excess(&markets, spot);
	let mut most = 0.0_f64;
	for _ in 0..12 {
		let side = if random.chance(50) { far } else { -far };
		let together = random.chance(60);
		let mut by = |most: f64| match random.below(8) {
			0..=2 => most,
			3..=5 => -most,
			6 => 0.0,
			_ => random.within(-most.abs(), most.abs()),
		};
		let later_spot = spot * (1.0 + if together { side } else { by(far) });
		let common = by(wide);
		let later: Vec<_> = markets
			.iter()
			.map(|market| {
				let forward = market.forward * (1.0 + if together { side } else { by(far) });
				market.at(forward, || if together { common } else { by(wide) })
			})
			.collect();
		let lost = before - excess(&later, later_spot) - usd(is.drift);
		let room = 1e-11 * (before.abs() + loss);
		most = most.max((lost - room) / usd(headroom));
	}
	most
}

proptest! {
	#![proptest_config(cases(400))]

	#[test]
	fn no_move_within_the_radius_makes_the_maintenance_margin_fail(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		for moving in [Moving::Both, Moving::Forwards, Moving::Deviations] {
			let worst = worst(random, moving, 1.0);
			prop_assert!(worst <= 1.0, "{:?} took {} of the headroom", moving, worst);
		}
	}

	#[test]
	fn nothing_panics(
		figures in prop::collection::vec((0..3_usize, any::<i128>(), any::<i64>(), 0..127_u32), 0..6),
		spot in any::<i128>(), forward in any::<i128>(), cut in 0..127_u32,
	) {
		let legs: Vec<_> = figures.into_iter().map(|(kind, strike, quantity, cut)| Leg {
			kind: [Kind::Future, Kind::Call, Kind::Put][kind], strike: strike >> cut, quantity, mark: 0,
		}).collect();
		if let Ok(is) = sensitivity(&legs, spot >> cut, forward >> cut, &Params::default()) {
			prop_assert!(is.forward >= 0 && is.deviation >= 0 && is.drift >= 0);
		}
	}
}

/// The same search finds accounts that fail, were a constant smaller.
#[test]
fn the_search_finds_a_constant_that_is_too_small() {
	for (moving, share) in [(Moving::Both, 0.8), (Moving::Forwards, 0.8), (Moving::Deviations, 0.7)]
	{
		let of = |seed| worst(&mut Random::new(seed), moving, share);
		let (failed, most) = (0..400).map(of).fold((0, 0.0_f64), |(failed, most), worst| {
			(failed + u32::from(worst > 1.0), most.max(worst))
		});
		println!("{moving:?} at {share}: {failed} of 400 fail, the worst took {most:.3}");
		assert!(failed > 0, "{moving:?}: {most}");
	}
}

#[test]
fn constants_by_hand() {
	let of = |legs: &[(Kind, i64, i64)]| {
		let legs: Vec<_> = legs
			.iter()
			.map(|(kind, strike, contracts)| Leg {
				kind: *kind,
				strike: Wad::from(*strike) * WAD,
				quantity: contracts * CONTRACT,
				mark: 0,
			})
			.collect();
		let is = sensitivity(&legs, 100 * WAD, 110 * WAD, &Params::default()).unwrap();
		(is.forward, (is.deviation - 1).max(0))
	};
	let cents = |cents: Wad| WAD / 100 * cents;
	// 1.1·110 for a loss without bound, .3 for a naked short; .5·110.
	assert_eq!(of(&[(Kind::Call, 120, -1)]), (cents(12_130), 55 * WAD));
	// 110 + 9 % of the larger of 100 and 110, and .3; .5·110·1.09.
	assert_eq!(of(&[(Kind::Put, 120, -2)]), (2 * cents(12_020), cents(11_990)));
	// A future: 110, and of a short one 1.1·110.
	assert_eq!(of(&[(Kind::Future, 90, 3)]), (330 * WAD, 0));
	assert_eq!(of(&[(Kind::Future, 90, -1)]), (121 * WAD, 0));
	// A covered spread moves either way, not both.
	assert_eq!(of(&[(Kind::Call, 100, -1), (Kind::Call, 120, 1)]), (cents(12_130), 110 * WAD));
	assert_eq!(of(&[(Kind::Put, 100, -1), (Kind::Put, 80, 1)]), (cents(12_020), 110 * WAD));
	// Longs alone count nothing, so nothing moves them.
	let long = sensitivity(
		&[Leg { kind: Kind::Call, strike: WAD, quantity: 5, mark: 0 }],
		WAD,
		WAD,
		&Params::default(),
	);
	assert_eq!((long, of(&[]).0), (Ok(Sensitivity::default()), 0));
	assert_eq!(sensitivity(&[], 0, 1, &Params::default()), Err(MathError::NonPositivePrice));
	assert_eq!((until_window_ms(5, 3), until_window_ms(3, 5)), (2, 0));
	assert_eq!(until_window_ms(u64::MAX, 0), MAX_HORIZON_MS);
}
