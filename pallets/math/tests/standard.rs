// SPDX-License-Identifier: Apache-2.0

//! The standard margin rule: worked examples, a plain second implementation, and its properties.

#![allow(clippy::arithmetic_side_effects)]

use proptest::{collection::vec, prelude::*};
use straddle_math::{
	black76::payoff,
	mul_div,
	standard::{
		expiry_requirement, orders_requirement, Leg,
		Level::{self, *},
		Params, Requirement,
	},
	Kind::{self, *},
	MathError, Rounding, Wad, WAD,
};

const CONTRACT: i64 = 1_000_000;
const CENT: Wad = WAD / 100;

fn leg(kind: Kind, strike: Wad, contracts: i64, mark: Wad) -> Leg {
	Leg { kind, strike: strike * WAD, quantity: contracts * CONTRACT, mark: mark * WAD }
}

/// Of legs at spot and forward 100 with the default ratios.
fn requirement(legs: &[Leg], level: Level) -> Requirement {
	expiry_requirement(legs, 100 * WAD, 100 * WAD, &Params::default(), level).unwrap()
}

/// What the expiry counts for, in cents.
fn cents(legs: &[Leg], level: Level) -> Wad {
	let is = requirement(legs, level);
	assert_eq!((is.value - is.margin) % CENT, 0);
	(is.value - is.margin) / CENT
}

#[test]
fn a_short_call() {
	// 10 out of the money: max(15 − 10, 13); MM 9; naked .5 and .3.
	let short = [leg(Call, 110, -1, 5)];
	assert_eq!(requirement(&short, Initial), Requirement { value: -5 * WAD, margin: 1_350 * CENT });
	assert_eq!(requirement(&short, Maintenance).margin, 930 * CENT);
	// At the money and in it: 15.
	assert_eq!(requirement(&[leg(Call, 100, -1, 8)], Initial).margin, 1_550 * CENT);
	assert_eq!(requirement(&[leg(Call, 80, -2, 22)], Initial).margin, 3_100 * CENT);
	// One out of the money: 14.
	assert_eq!(requirement(&[leg(Call, 101, -1, 8)], Initial).margin, 1_450 * CENT);
}

#[test]
fn a_short_put() {
	assert_eq!(requirement(&[leg(Put, 90, -1, 4)], Initial).margin, 1_350 * CENT);
	assert_eq!(requirement(&[leg(Put, 90, -1, 4)], Maintenance).margin, 930 * CENT);
	// Deep in the money: MM 9 % of the mark 150, IM 1.05·163.50 − 150.
	let deep = [leg(Put, 250, -1, 150)];
	assert_eq!(requirement(&deep, Maintenance).margin, 1_350 * CENT + 30 * CENT);
	assert_eq!(requirement(&deep, Initial).margin, 21_675 * WAD / 1_000 + 50 * CENT);
	// It never can lose more than its strike: 20 is less severe than 15 + 15.
	assert_eq!(cents(&[leg(Put, 20, -1, 15)], Initial), -2_000 - 50);
}

#[test]
fn a_long_option_counts_nothing() {
	let long = requirement(&[leg(Call, 110, 3, 5), leg(Put, 90, 1, 4)], Initial);
	assert_eq!(long, Requirement { value: 19 * WAD, margin: 19 * WAD });
	assert_eq!(requirement(&[], Initial), Requirement::default());
}

#[test]
fn spreads_need_their_width_and_the_charge_for_the_naked_strike() {
	// Credit spread: the width 10. Debit spread: nothing but its premium, which does not count.
	assert_eq!(cents(&[leg(Call, 100, -1, 10), leg(Call, 110, 1, 6)], Initial), -1_000 - 50);
	assert_eq!(cents(&[leg(Call, 100, 1, 10), leg(Call, 110, -1, 6)], Initial), -50);
	assert_eq!(cents(&[leg(Put, 100, -1, 9), leg(Put, 95, 1, 7)], Maintenance), -500 - 30);
	// Iron condor: one width, as only one side can lose.
	let condor =
		[leg(Put, 90, 1, 2), leg(Put, 95, -1, 3), leg(Call, 105, -1, 3), leg(Call, 110, 1, 2)];
	assert_eq!(cents(&condor, Initial), -500 - 2 * 50);
	// Box: its payoff is 10 whatever happens, and no strike is naked.
	let bought =
		[leg(Call, 100, 1, 9), leg(Put, 100, -1, 9), leg(Call, 110, -1, 4), leg(Put, 110, 1, 14)];
	assert_eq!(requirement(&bought, Initial), Requirement { value: 10 * WAD, margin: 10 * WAD });
	let sold = bought.map(|leg| Leg { quantity: -leg.quantity, ..leg });
	assert_eq!(requirement(&sold, Initial), Requirement { value: -10 * WAD, margin: 0 });
}

#[test]
fn what_is_not_covered_costs_more_than_the_forward() {
	// Isolated 2·(10 + 15); limited 1.2·100 and the width of the spread that is left.
	let ratio = [leg(Call, 100, -2, 10), leg(Call, 110, 1, 6)];
	assert_eq!(cents(&ratio, Initial), -5_000 - 100);
	// A spread deep in the money beside a dear short: limited is the less severe. The call of strike
	// 1 is taken out, long 2 covers short 300.
	let dear = [leg(Call, 1, -1, 110), leg(Call, 2, 1, 110), leg(Call, 300, -1, 5)];
	// Isolated 110 + 15 + 5 + 13. Strikes 1 and 300 are naked.
	assert_eq!(cents(&dear, Initial), -12_000 - 100);
	assert_eq!(cents(&dear, Maintenance), -11_000 - 60);
	// No spread costs more than its short alone would.
	let wide = [leg(Call, 100, -1, 110), leg(Call, 1_000, 1, 0)];
	// Isolated 110 + 15 (MM 110 + 9); limited 1.2·100 (MM 1.1·100) although the width is 900.
	assert_eq!(cents(&wide, Initial), -12_000 - 50);
	assert_eq!(cents(&wide, Maintenance), -11_000 - 30);
}

#[test]
fn a_naked_call_is_not_paid_for_by_a_spread_far_below() {
	// The spread 10/11 is worth −1 at any settlement above; short 130 has nothing to cover it.
	let legs = [leg(Call, 10, -1, 90), leg(Call, 11, 1, 89), leg(Call, 130, -1, 3)];
	// Isolated 90 + 15 + 3 + 13; limited 1.2·100.
	assert_eq!(cents(&legs, Initial), -12_000 - 100);
}

#[test]
fn a_far_call_does_not_raise_the_requirement() {
	// By the published rule the first needs 120 and the second 190.
	let mut legs = vec![leg(Call, 100, 9, 5), leg(Call, 101, -10, 5)];
	assert_eq!(cents(&legs, Initial), -12_000 - 500);
	legs.push(leg(Call, 1_000, 1, 0));
	// Taken out: 890/899 of a contract, rounded up to a unit, for then nothing is lost at 1,000.
	let is = requirement(&legs, Initial);
	assert_eq!(is.value - is.margin, -989_989 * 120 * (WAD / 1_000_000) - 5 * WAD);
}

#[test]
fn part_of_the_shorts_is_taken_out_where_that_is_best() {
	// Marks so high that limited counts. Taken out: n of 10 short 100, at 120 each. What is left is
	// worst at 200, 100·(10 − n), or at 1,000, 900·(10 − n) − 800·5: equal at n = 5.
	let mut legs = vec![leg(Call, 100, -10, 900), leg(Call, 200, 5, 2_000), leg(Call, 1_000, 5, 0)];
	assert_eq!(cents(&legs, Initial), -60_000 - 50_000 - 500);
	// With 30 short puts that lose 1,500 at 0, equal at 10 − n = 55/9: n is 3.888889.
	legs.push(leg(Put, 50, -30, 0));
	let is = requirement(&legs, Initial);
	assert_eq!(is.value - is.margin, -3_888_889 * 120 * (WAD / 1_000_000) - 1_520 * WAD);
}

#[test]
fn futures() {
	assert_eq!(requirement(&[leg(Future, 100, 1, 0)], Initial).margin, 10 * WAD);
	assert_eq!(requirement(&[leg(Future, 100, -2, 0)], Maintenance).margin, 13 * WAD);
	// Its mark is profit or loss.
	let losing = requirement(&[leg(Future, 120, 1, -20)], Initial);
	assert_eq!(losing, Requirement { value: -20 * WAD, margin: 10 * WAD });
	// A put bounds the loss: 100 − 95 at worst.
	assert_eq!(cents(&[leg(Future, 100, 1, 0), leg(Put, 95, 1, 3)], Initial), -500);
	// A call covers a short future beyond its strike: no unbounded side.
	assert_eq!(cents(&[leg(Future, 100, -1, 0), leg(Call, 104, 1, 3)], Initial), -400);
}

#[test]
fn orders() {
	let needs = |kind, buy: i64, sell: i64, cost: Wad, proceeds: Wad, level| {
		let (buy, sell) = (buy * CONTRACT, sell * CONTRACT);
		let mark = if kind == Future { 0 } else { 5 * WAD };
		let strike = if kind == Future { 100 * WAD } else { 110 * WAD };
		let (cost, proceeds) = (cost * WAD, proceeds * WAD);
		orders_requirement(
			kind,
			strike,
			mark,
			100 * WAD,
			buy,
			sell,
			cost,
			proceeds,
			&Params::default(),
			level,
		)
		.map(|margin| margin / CENT)
	};
	assert_eq!(needs(Call, 0, 0, 0, 0, Initial), Ok(0));
	// A buy costs what it costs, above or below the mark.
	assert_eq!(needs(Call, 2, 0, 12, 0, Initial), Ok(1_200));
	assert_eq!(needs(Call, 2, 0, 1, 0, Initial), Ok(100));
	// A sell at the mark or above: 13 + .5 each; below: the loss besides.
	assert_eq!(needs(Call, 0, 2, 0, 10, Initial), Ok(2_700));
	assert_eq!(needs(Call, 0, 2, 0, 99, Maintenance), Ok(1_860));
	assert_eq!(needs(Call, 0, 2, 0, 7, Initial), Ok(3_000));
	assert_eq!(needs(Call, 2, 2, 12, 7, Initial), Ok(4_200));
	// Futures: 10 for each contract of either side, and each side's loss.
	assert_eq!(needs(Future, 1, 2, 3, -4, Initial), Ok(3_000 + 300 + 400));
	assert_eq!(needs(Future, 1, 0, -3, 0, Maintenance), Ok(650));
	assert_eq!(needs(Call, -1, 0, 0, 0, Initial), Err(MathError::NegativeOrder));
	assert_eq!(needs(Call, 0, -1, 0, 0, Initial), Err(MathError::NegativeOrder));
	assert_eq!(needs(Put, 1, 0, -1, 0, Initial), Err(MathError::NegativeOrder));
	assert_eq!(needs(Put, 0, 1, 0, -1, Initial), Err(MathError::NegativeOrder));
}

#[test]
fn refusals() {
	let good = leg(Call, 110, -1, 5);
	let of = |leg, spot, forward| {
		expiry_requirement(&[leg], spot, forward, &Params::default(), Initial).map(|_| ())
	};
	assert_eq!(of(good, 1, 1), Ok(()));
	assert_eq!(of(good, 0, 1), Err(MathError::NonPositivePrice));
	assert_eq!(of(good, 1, 0), Err(MathError::NonPositivePrice));
	assert_eq!(of(Leg { strike: -1, ..good }, 1, 1), Err(MathError::NegativePrice));
	assert_eq!(of(Leg { mark: -1, ..good }, 1, 1), Err(MathError::NegativePrice));
	assert_eq!(of(Leg { mark: -1, kind: Future, ..good }, 1, 1), Ok(()));
	assert_eq!(of(Leg { mark: i128::MAX, ..good }, 1, 1), Err(MathError::Overflow));
	let order = |kind, strike, mark, spot| {
		orders_requirement(kind, strike, mark, spot, 1, 1, 1, 1, &Params::default(), Initial)
			.map(|_| ())
	};
	assert_eq!(order(Call, 1, 1, 1), Ok(()));
	assert_eq!(order(Call, 1, 1, 0), Err(MathError::NonPositivePrice));
	assert_eq!(order(Future, 1, -1, 1), Err(MathError::NonPositivePrice));
	assert_eq!(order(Call, -1, 1, 1), Err(MathError::NegativePrice));
	assert_eq!(order(Call, 1, -1, 1), Err(MathError::NegativePrice));
}

#[test]
fn params_that_make_no_sense_are_refused() {
	let good = Params::default();
	assert_eq!(good.validate(), Ok(()));
	for bad in [
		Params { maintenance: 0, ..good },
		Params { maintenance: good.initial_floor + 1, ..good },
		Params { initial_floor: good.initial + 1, ..good },
		Params { initial: WAD + 1, ..good },
		Params { put_maintenance_scale: WAD - 1, ..good },
		Params { put_maintenance_scale: i128::MAX, ..good },
		Params { unbounded_maintenance: WAD - 1, ..good },
		Params { unbounded_maintenance: good.unbounded_initial + 1, ..good },
		Params { unbounded_initial: i128::MAX, ..good },
		Params { future_maintenance: 0, ..good },
		Params { future_maintenance: good.future_initial + 1, ..good },
		Params { future_initial: WAD + 1, ..good },
		Params { naked: -1, ..good },
		Params { naked: i128::MAX, ..good },
		Params { naked_initial_extra: -1, ..good },
		Params { naked_initial_extra: WAD / 10 + 1, ..good },
	] {
		assert_eq!(bad.validate(), Err(MathError::InvalidMarginParams), "{bad:?}");
	}
}

/// The rule once more, as one would write it on paper, each payoff by itself; on whole dollars and
/// contracts, where nothing is rounded.
fn on_paper(legs: &[Leg], spot: Wad, forward: Wad, level: Level) -> Requirement {
	let p = Params::default();
	let part = |ratio: Wad, of: Wad| ratio * (of / 1_000) / WAD * 1_000;
	let initial = level == Initial;
	let contracts = |leg: &Leg| Wad::from(leg.quantity / CONTRACT);
	let value: Wad = legs.iter().map(|leg| contracts(leg) * leg.mark).sum();
	let isolated: Wad = legs
		.iter()
		.map(|leg| {
			let (n, k) = (contracts(leg), leg.strike);
			let mark = n * leg.mark;
			match leg.kind {
				Future => {
					mark - n.abs()
						* part(
							if initial { p.future_initial } else { p.future_maintenance },
							forward,
						)
				},
				_ if n >= 0 => 0,
				Call if !initial => mark + n * part(p.maintenance, spot),
				Call => {
					mark + n
						* (part(p.initial, spot) - (k - spot).max(0))
							.max(part(p.initial_floor, spot))
				},
				Put => {
					let maintenance = mark
						+ (n * part(p.maintenance, spot)).min(n * part(p.maintenance, leg.mark));
					let full = mark
						+ n * (part(p.initial, spot) - (spot - k).max(0))
							.max(part(p.initial_floor, spot));
					if initial {
						full.min(maintenance * 105 / 100)
					} else {
						maintenance
					}
				},
			}
		})
		.sum();
	let cost = part(if initial { p.unbounded_initial } else { p.unbounded_maintenance }, forward);
	let limited = best_rest(legs, cost);
	let mut strikes: Vec<Wad> = legs.iter().map(|leg| leg.strike).collect();
	strikes.sort();
	strikes.dedup();
	let naked: Wad = strikes
		.iter()
		.map(|k| {
			let at = legs.iter().filter(|leg| leg.kind != Future && leg.strike == *k);
			at.map(contracts).sum::<Wad>().min(0).abs()
		})
		.sum();
	let charge = p.naked + if initial { p.naked_initial_extra } else { 0 };
	let margin = (value - isolated.max(limited)).max(0) + naked * part(charge, spot);
	Requirement { value, margin }
}

/// The limited part with n tried one whole contract after the other.
fn best_rest(legs: &[Leg], cost: Wad) -> Wad {
	let contracts = |leg: &Leg| Wad::from(leg.quantity / CONTRACT);
	let mut shorts: Vec<(Wad, Wad)> = legs
		.iter()
		.filter(|leg| leg.kind != Put && leg.quantity < 0)
		.map(|leg| (leg.strike, -contracts(leg)))
		.collect();
	shorts.sort();
	let all: Wad = shorts.iter().map(|short| short.1).sum();
	let net: Wad = legs.iter().filter(|leg| leg.kind != Put).map(contracts).sum();
	(-net.min(0)..=all)
		.map(|n| {
			let mut left = n;
			let mut out = vec![];
			for (strike, quantity) in &shorts {
				let taken = left.min(*quantity);
				left -= taken;
				out.push((*strike, taken));
			}
			let pays = |settlement: Wad| {
				let kept: Wad = legs
					.iter()
					.map(|leg| contracts(leg) * payoff(leg.kind, settlement, leg.strike).unwrap())
					.sum();
				let taken: Wad = out.iter().map(|(k, taken)| taken * (settlement - k).max(0)).sum();
				kept + taken
			};
			let strikes = legs.iter().map(|leg| leg.strike);
			strikes.chain([0]).map(pays).fold(0, Wad::min) - n * cost
		})
		.max()
		.unwrap()
}

/// One leg per series, at marks that are at least the payoff on the forward, roughly.
fn whole_legs() -> impl Strategy<Value = Vec<Leg>> {
	let any_leg =
		(0..3_usize, 1..40_i128, -20..20_i64, 0..300_i128).prop_map(|(kind, k, n, mark)| {
			let kind = [Future, Call, Put][kind];
			let mark = if kind == Future { 1_000 - 50 * k } else { mark };
			leg(kind, 50 * k, n, mark)
		});
	vec(any_leg, 0..24).prop_map(|mut legs| {
		legs.sort_by_key(|leg| (leg.strike, leg.kind));
		legs.dedup_by_key(|leg| (leg.strike, leg.kind));
		legs
	})
}

/// Odd sizes and prices.
fn any_legs() -> impl Strategy<Value = Vec<Leg>> {
	let odd = (1..10_000_000_000_000_i64, any::<bool>(), 1..WAD, 0..500 * WAD);
	(whole_legs(), vec(odd, 24)).prop_map(|(legs, odd)| {
		let with = |(leg, (quantity, long, strike, mark)): (Leg, (i64, bool, Wad, Wad))| Leg {
			quantity: if long { quantity } else { -quantity },
			strike: leg.strike + strike,
			mark: leg.mark + mark,
			..leg
		};
		legs.into_iter().zip(odd).map(with).collect()
	})
}

const SPOT: Wad = 1_000 * WAD + 12_345;
const FORWARD: Wad = 1_003 * WAD + 67_891;

fn of(legs: &[Leg], level: Level) -> Requirement {
	expiry_requirement(legs, SPOT, FORWARD, &Params::default(), level).unwrap()
}

fn excess(legs: &[Leg], level: Level) -> Wad {
	let is = of(legs, level);
	is.value - is.margin
}

/// Units that rounding may take from legs.
fn room(legs: &[Leg]) -> Wad {
	8 * legs.len() as Wad + 4
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn it_is_the_rule_on_paper(legs in whole_legs(), spot in 1..3_000_i128, forward in 1..3_000_i128) {
		for level in [Initial, Maintenance] {
			let (spot, forward) = (spot * WAD, forward * WAD);
			let is = expiry_requirement(&legs, spot, forward, &Params::default(), level).unwrap();
			let paper = on_paper(&legs, spot, forward, level);
			prop_assert_eq!(is.value, paper.value);
			// Between two whole contracts n can be better, by less than what one of them changes.
			prop_assert!(is.margin <= paper.margin, "{:?} {:?}", is, paper);
			prop_assert!(is.margin + 5_000 * WAD >= paper.margin, "{:?} {:?}", is, paper);
			let narrow = spot >= 2_000 * WAD && forward >= 2_000 * WAD;
			prop_assert!(!narrow || is == paper, "{:?} {:?}", is, paper);
		}
	}

	#[test]
	fn margin_is_never_negative_and_initial_never_below_maintenance(legs in any_legs()) {
		let (initial, maintenance) = (of(&legs, Initial), of(&legs, Maintenance));
		prop_assert!(maintenance.margin >= 0);
		prop_assert!(initial.margin >= maintenance.margin);
		prop_assert_eq!(initial.value, maintenance.value);
	}

	#[test]
	fn longs_alone_need_their_own_value(legs in any_legs()) {
		let long = |leg: &Leg| Leg { quantity: leg.quantity.abs(), ..*leg };
		let longs: Vec<Leg> = legs.iter().filter(|leg| leg.kind != Future).map(long).collect();
		prop_assert_eq!(of(&longs, Initial).margin, of(&longs, Initial).value);
	}

	#[test]
	fn a_vertical_spread_needs_at_most_its_width(
		quantity in 1..10_000_000_000_000_i64, short in 1..3_000 * WAD, width in 1..1_000 * WAD,
		marks in (0..500 * WAD, 0..500 * WAD), put in any::<bool>(), above in any::<bool>(),
	) {
		let kind = if put { Put } else { Call };
		let long = if above { short + width } else { (short - width).max(0) };
		let spread = [
			Leg { kind, strike: short, quantity: -quantity, mark: marks.0 },
			Leg { kind, strike: long, quantity, mark: marks.1 },
		];
		for (level, naked) in [(Initial, 5), (Maintenance, 3)] {
			let per_contract = (short - long).abs() + SPOT / 1_000 * naked + 10;
			let most = mul_div(per_contract, quantity.into(), CONTRACT.into(), Rounding::Up).unwrap();
			// Or what it is worth, where marks put it below its worst payoff.
			let value = of(&spread, level).value;
			prop_assert!(of(&spread, level).margin <= (value + most).max(most) + 10);
		}
	}

	#[test]
	fn it_grows_in_proportion_to_quantity(legs in any_legs(), times in 2..9_i64) {
		let larger: Vec<Leg> =
			legs.iter().map(|leg| Leg { quantity: leg.quantity * times, ..*leg }).collect();
		for level in [Initial, Maintenance] {
			let (one, all) = (of(&legs, level), of(&larger, level));
			// n is a whole number of quantity units; one of them moves less than 5,000 USD's worth.
			let unit = 5_000 * WAD / i128::from(CONTRACT);
			let room = i128::from(times + 1) * (room(&legs) + unit);
			prop_assert!((one.value * i128::from(times) - all.value).abs() <= room);
			prop_assert!((one.margin * i128::from(times) - all.margin).abs() <= room);
		}
	}

	#[test]
	fn a_long_option_never_hurts(
		legs in any_legs(), quantity in 1..10_000_000_000_000_i64, strike in 0..4_000 * WAD,
		mark in 0..1_000 * WAD, put in any::<bool>(), beside in any::<prop::sample::Index>(),
	) {
		let mut long = Leg { kind: if put { Put } else { Call }, strike, quantity, mark };
		for same_strike in [false, true] {
			if same_strike && !legs.is_empty() {
				long.strike = legs[beside.index(legs.len())].strike;
			}
			let mut more = legs.clone();
			more.push(long);
			for level in [Initial, Maintenance] {
				prop_assert!(excess(&more, level) + room(&more) >= excess(&legs, level));
			}
		}
	}

	#[test]
	fn the_order_of_legs_does_not_matter(legs in any_legs()) {
		let backwards: Vec<Leg> = legs.iter().rev().copied().collect();
		prop_assert_eq!(of(&legs, Initial), of(&backwards, Initial));
	}

	#[test]
	fn fills_of_resting_orders_take_no_more_than_was_set_aside(
		kind in 0..3_usize, strike in 1..3_000 * WAD, mark in 0..900 * WAD,
		buy in 0..10_000_000_000_i64, sell in 0..10_000_000_000_i64,
		prices in (0..1_500 * WAD, 0..1_500 * WAD), parts in (0..=100_i64, 0..=100_i64),
	) {
		let kind = [Future, Call, Put][kind];
		// Futures are margined on mark + strike here and on the forward there.
		let mark = if kind == Future { FORWARD - strike } else { mark };
		let total = |quantity: i64, price, rounding| {
			mul_div(quantity.into(), price, CONTRACT.into(), rounding).unwrap()
		};
		let (cost, proceeds) = (total(buy, prices.0, Rounding::Up), total(sell, prices.1, Rounding::Down));
		for level in [Initial, Maintenance] {
			let aside = orders_requirement(
				kind, strike, mark, SPOT, buy, sell, cost, proceeds, &Params::default(), level,
			).unwrap();
			let (bought, sold) = (buy / 100 * parts.0, sell / 100 * parts.1);
			let cash = total(sold, prices.1, Rounding::Down) - total(bought, prices.0, Rounding::Up);
			let filled = Leg { kind, strike, quantity: bought - sold, mark };
			prop_assert!(aside >= 0);
			prop_assert!(cash + excess(&[filled], level) >= -aside - 10);
		}
	}

	#[test]
	fn nothing_panics(
		figures in vec((0..3_usize, any::<i128>(), any::<i64>(), any::<i128>(), 0..127_u32), 0..6),
		spot in any::<i128>(), forward in any::<i128>(), ratios in vec(any::<i128>(), 10),
		buy in any::<i64>(), sell in any::<i64>(), cut in 0..127_u32, sane in any::<bool>(),
	) {
		let p = if sane { Params::default() } else {
			Params {
				initial: ratios[0] >> cut, initial_floor: ratios[1] >> cut,
				maintenance: ratios[2] >> cut, put_maintenance_scale: ratios[3] >> cut,
				unbounded_initial: ratios[4] >> cut, unbounded_maintenance: ratios[5] >> cut,
				future_initial: ratios[6] >> cut, future_maintenance: ratios[7] >> cut,
				naked: ratios[8] >> cut, naked_initial_extra: ratios[9] >> cut,
			}
		};
		let legs: Vec<Leg> = figures.into_iter().map(|(kind, strike, quantity, mark, cut)| Leg {
			kind: [Future, Call, Put][kind], strike: strike >> cut, quantity, mark: mark >> cut,
		}).collect();
		for level in [Initial, Maintenance] {
			if let Ok(is) = expiry_requirement(&legs, spot >> cut, forward >> cut, &p, level) {
				prop_assert!(is.margin >= 0);
			}
			for leg in &legs {
				let _ = orders_requirement(
					leg.kind, leg.strike, leg.mark, spot >> cut, buy, sell, ratios[0], ratios[1], &p, level,
				);
			}
		}
	}
}
