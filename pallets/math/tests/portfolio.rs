// SPDX-License-Identifier: Apache-2.0

//! The portfolio margin: worked examples, a plain second implementation, the properties of RISK.md 1.

#![allow(clippy::arithmetic_side_effects)]

mod common;

use common::*;
use proptest::prelude::*;
use straddle_math::{
	binary::Q56,
	black76::YEAR_MS,
	portfolio::{
		margin, uncovered_tail, Account, AddOn, Collateral, Holding, Order, Position, Reason,
		Report, Rules, Underlying, Worst, MAX_POSITIONS, MAX_QUANTITY,
	},
	risk_array::{Expiry, Window},
	scenario::{Grid, BASIS, FIRST, SKEW, SLOW},
	Kind, MathError, Wad, WAD,
};

#[test]
fn rules_of_insane_size_are_refused() {
	let good = Rules::default();
	assert_eq!(good.validate(), Ok(()));
	for bad in [
		Rules { maintenance: WAD + 1, ..good },
		Rules { maintenance: WAD / 2 - 1, ..good },
		Rules { naked: -1, ..good },
		Rules { naked_initial_extra: WAD, ..good },
		Rules { confidence_floor: WAD + 1, ..good },
		Rules { peg_floor: -1, ..good },
		Rules { peg_slope: 11 * WAD, ..good },
		Rules { paired_haircut: WAD, ..good },
	] {
		assert_eq!(bad.validate(), Err(MathError::InvalidMarginParams), "{bad:?}");
	}
}

fn add_on(report: &Report, reason: Reason) -> [f64; 2] {
	let of = |pick: fn(&AddOn) -> Wad| {
		usd(report.add_ons.iter().filter(|add_on| add_on.reason == reason).map(pick).sum())
	};
	[of(|add_on| add_on.initial), of(|add_on| add_on.maintenance)]
}

#[test]
fn a_long_future_loses_in_proportion() {
	let columns = grid().columns().unwrap();
	let market = [plain(&columns, &[])];
	let long = report(&market, &book(&[1]));
	// −18 % is the worst, times d⁻ = 1.02·e^(.1·30/365) of a value below zero.
	let negative = 1.02 * (0.1 * 30.0 / 365.0_f64).exp();
	assert_eq!(long.value, 0);
	assert!((usd(long.groups) - 18.0 * negative).abs() < 1e-9, "{}", usd(long.groups));
	assert!((usd(long.maintenance) - 0.8 * 18.0 * negative).abs() < 1e-8);
	assert_eq!(long.underlyings[0].initial.1, Worst::Scenario(21));
	// Short: +18 %.
	let short = report(&market, &book(&[-1]));
	assert_eq!(short.underlyings[0].initial.1, Worst::Scenario(22));
	assert!((usd(short.groups) - 18.0 * negative).abs() < 1e-9);
	// A future has no strike to be naked at.
	assert_eq!(add_on(&short, Reason::NakedShorts), [0.0; 2]);
	// Without dampeners it loses 500 % at 6 S.
	assert!((usd(short.tail_excess + short.initial) - 500.0 * negative).abs() < 1e-6);
	assert!((usd(long.tail_excess + long.initial) - 66.0 * negative).abs() < 1e-6);
}

#[test]
fn naked_shorts_are_those_that_longs_of_the_same_strike_do_not_match() {
	let columns = grid().columns().unwrap();
	let market = [plain(&columns, &[90, 110])];
	// Future, call 90, put 90, call 110, put 110.
	for (contracts, naked) in [
		([0, -2, 0, 0, 0], 2.0),
		([0, -2, 1, 0, 0], 1.0),
		([0, -2, 2, 0, 0], 0.0),
		([0, -2, 0, 2, 0], 2.0),
		([9, -2, -1, -3, 5], 3.0),
		([0, 4, 0, -3, 0], 3.0),
	] {
		let report = report(&market, &book(&contracts));
		let [initial, maintenance] = add_on(&report, Reason::NakedShorts);
		assert!((initial - 0.5 * naked).abs() < 1e-12, "{contracts:?}: {initial}");
		assert!((maintenance - 0.3 * naked).abs() < 1e-12);
	}
}

#[test]
fn roundings_go_against_the_account() {
	let columns = grid().columns().unwrap();
	let market = [plain(&columns, &[])];
	// .7 of a unit of 10^-18 at 100 is 70 units, but no whole unit is there.
	let mut held = book(&[1]);
	held.collateral[0] = Collateral { units: [1; 2], weights: [WAD / 10 * 7; 2] };
	assert_eq!(report(&market, &held).credit, [0; 2]);
	// A limit of one unit is below what the kernel can tell from nothing: it is bought at more.
	for (price, set_aside) in [(1, true), (-1, false)] {
		let mut ordered = book(&[0]);
		ordered.orders.push((0, 0, CONTRACT, price));
		let add_ons = report(&market, &ordered).add_ons;
		let found = add_ons.iter().any(|add_on| add_on.reason == Reason::Orders);
		assert_eq!(found, set_aside, "at {price}");
	}
}

#[test]
fn each_add_on_has_its_reason() {
	let columns = grid().columns().unwrap();
	let market = [plain(&columns, &[90])];
	let rules = Rules::default();
	let short = book(&[0, -3, 0]);
	let base = report_with(&market, &short, &rules, &[WAD], |_, _| {}).unwrap();
	assert_eq!(add_on(&base, Reason::Confidence), [0.0; 2]);
	let [error, same] = add_on(&base, Reason::ErrorBound);
	assert!(error == same && 0.0 < error && error < 1e-7, "{error}");
	let changed = |change: &dyn Fn(usize, &mut Underlying)| {
		report_with(&market, &short, &rules, &[WAD], change).unwrap()
	};
	// (1 − .4)·100·3.
	let unsure = changed(&|_, u| u.confidence = WAD / 10 * 4);
	assert_eq!(add_on(&unsure, Reason::Confidence), [180.0, 0.0]);
	assert_eq!(unsure.initial, base.initial + 180 * WAD);
	assert_eq!(
		add_on(&changed(&|_, u| u.confidence = WAD / 100 * 55), Reason::Confidence),
		[0.0; 2]
	);
	let crowded = changed(&|_, u| u.concentration = WAD / 2);
	assert!((add_on(&crowded, Reason::Concentration)[0] - usd(base.groups) / 2.0).abs() < 1e-9);
	assert_eq!((crowded.maintenance, unsure.maintenance), (base.maintenance, base.maintenance));
	// The peg at .97: (.99 − .97)·4 of the sum.
	let held: Vec<_> = [(1, -3)]
		.map(|(series, n)| Position {
			array: &market[0].series[series].array,
			quantity: n * CONTRACT,
		})
		.to_vec();
	let holding = Holding { expiry: &market[0].expiries[0], positions: &held, orders: &[] };
	let underlying = Underlying {
		group: 0,
		spot: market[0].spot,
		columns: &market[0].columns,
		holdings: &[holding],
		collateral: Collateral::default(),
		confidence: WAD,
		concentration: 0,
	};
	let at = |peg| {
		let account = Account { underlyings: &[underlying], groups: &[WAD], peg };
		margin(&account, &rules)
	};
	let off = at(WAD / 100 * 97).unwrap();
	assert!((add_on(&off, Reason::Peg)[0] - 0.08 * usd(base.groups)).abs() < 1e-9);
	assert_eq!(off.maintenance, base.maintenance);
	assert_eq!(at(WAD / 100 * 99).unwrap().initial, base.initial);
	assert_eq!(at(-1), Err(MathError::FactorOutOfRange));
}

#[test]
fn the_slow_price_counts_in_the_initial_margin_alone() {
	let columns = grid().columns().unwrap();
	// The market has doubled; the slow price has not followed.
	let slow = columns.with_slow_price(q56(0.5));
	let market = [plain(&slow, &[])];
	let long = report(&market, &book(&[1]));
	let negative = 1.02 * (0.1 * 30.0 / 365.0_f64).exp();
	// Down to 50, and 13.5 % further.
	assert_eq!(long.underlyings[0].initial.1, Worst::SlowPrice(1));
	assert!((usd(long.groups) - negative * (100.0 - 50.0 * 0.865)).abs() < 1e-9);
	assert!((usd(long.maintenance) - 0.8 * 18.0 * negative).abs() < 1e-8);
	// The short's worst is still +18 %.
	assert_eq!(report(&market, &book(&[-1])).underlyings[0].initial.1, Worst::Scenario(22));
}

#[test]
fn groups_blend_and_do_not_offset() {
	let columns = grid().columns().unwrap();
	let market = || plain(&columns, &[]);
	let two = [market(), market()];
	let hedged = Book {
		quantities: vec![vec![CONTRACT], vec![-CONTRACT]],
		collateral: vec![Collateral::default(); 2],
		orders: vec![],
	};
	let alone = usd(report(&[market()], &book(&[1])).groups);
	let in_groups = |groups: &[Wad], second| {
		report_with(&two, &hedged, &Rules::default(), groups, |index, u| {
			if index == 1 {
				u.group = second;
			}
		})
	};
	let seven = WAD / 10 * 7;
	// Apart: all of both. Together: .7 of both, and .3 of their sum, which is the basis: each forward
	// can move against spot its own way.
	assert!((usd(in_groups(&[seven, seven], 1).unwrap().groups) - 2.0 * alone).abs() < 1e-9);
	let together = usd(in_groups(&[seven], 0).unwrap().groups);
	let joint = 2.0 * 100.0 * 0.045 * (0.5 + 2.0 * 30.0 / 365.0);
	assert!((together - (0.7 * 2.0 * alone + 0.3 * joint)).abs() < 1e-9, "{together}");
	assert_eq!(in_groups(&[WAD], 0).unwrap().groups, in_groups(&[WAD, WAD], 1).unwrap().groups);
	assert_eq!(in_groups(&[seven - 1], 0), Err(MathError::InvalidWeight));
	assert_eq!(in_groups(&[WAD + 1], 0), Err(MathError::InvalidWeight));
	assert_eq!(in_groups(&[seven], 1), Err(MathError::UnknownGroup));
}

#[test]
fn an_account_is_asked_for_the_tails_beyond_the_pool_up_to_its_own() {
	assert_eq!(uncovered_tail(30, 60, 60), Ok(30));
	assert_eq!(uncovered_tail(60, 30, 60), Ok(30));
	assert_eq!(uncovered_tail(30, 60, 10), Ok(30));
	assert_eq!(uncovered_tail(30, 60, 90), Ok(0));
	assert_eq!(uncovered_tail(30, 60, 1_000), Ok(0));
	assert_eq!(uncovered_tail(0, 60, 0), Ok(0));
	for negative in [(-1, 0, 0), (0, -1, 0), (0, 0, -1)] {
		let (own, others, covered) = negative;
		assert_eq!(uncovered_tail(own, others, covered), Err(MathError::NegativeAmount));
	}
	assert_eq!(uncovered_tail(Wad::MAX, 1, 0), Err(MathError::Overflow));
}

/// 512 positions of a million contracts at the highest prices, all in one direction: what the proof
/// of the sums says is reached, and nothing beyond it goes in.
#[test]
fn the_largest_account_does_not_overflow() {
	let columns = grid().columns().unwrap();
	let forward = 10_000_000 * WAD;
	let expiry = Expiry::new(&columns, forward, 3 * YEAR_MS, &Window::default()).unwrap();
	// Puts 63 times above the forward: the largest values with all places.
	let put = expiry.array(Kind::Put, 63 * forward, q56(0.5)).unwrap();
	let call = expiry.array(Kind::Call, WAD, q56(8.0)).unwrap();
	let far = expiry.array(Kind::Put, 100 * forward, q56(0.5)).unwrap();
	assert_eq!((put.exponent(), call.exponent()), (0, 0));
	assert!(far.exponent() > 0);
	for array in [&put, &call, &far] {
		for quantity in [MAX_QUANTITY, -MAX_QUANTITY] {
			let position = Position { array, quantity };
			let most = vec![position; MAX_POSITIONS];
			let of = |positions: &[_]| {
				let holding = Holding { expiry: &expiry, positions, orders: &[] };
				let underlying = Underlying {
					group: 0,
					spot: forward,
					columns: &columns,
					holdings: &[holding],
					collateral: Collateral::default(),
					confidence: WAD,
					concentration: 0,
				};
				margin(
					&Account { underlyings: &[underlying], groups: &[WAD], peg: WAD },
					&Rules::default(),
				)
			};
			let (one, all) = (of(&most[..1]).unwrap(), of(&most).unwrap());
			// 512 times one, to a part of 10^14.
			let near =
				|a: Wad, b: Wad| (a - 512 * b).abs() <= a.abs() / 100_000_000_000_000 + 10_000;
			assert!(near(all.value, one.value), "{} {}", all.value, one.value);
			assert!(near(all.initial, one.initial) && near(all.maintenance, one.maintenance));
			let mut more = most.clone();
			more.push(position);
			assert_eq!(of(&more), Err(MathError::TooManyPositions));
			let quantity = quantity + quantity.signum();
			let larger = Position { array, quantity };
			assert_eq!(of(&[larger]), Err(MathError::QuantityTooLarge));
		}
	}
}

/// RISK.md 1 once more, with floats, from the values of the arrays.
fn reference(markets: &[Market], book: &Book, grid: &Grid, weight: f64) -> [f64; 3] {
	let columns = FIRST + grid.scenarios.len();
	let mut sums = [0.0; 3];
	let mut joint = vec![[0.0; 3]; columns];
	let mut naked = 0.0;
	for ((market, quantities), collateral) in
		markets.iter().zip(&book.quantities).zip(&book.collateral)
	{
		let mut losses = vec![0.0; columns];
		for (index, expiry) in market.expiries.iter().enumerate() {
			let value = |column: usize| -> f64 {
				let held = market.series.iter().zip(quantities).filter(|(s, _)| s.expiry == index);
				held.map(|(s, q)| usd(s.array.value(column, expiry).unwrap()) * *q as f64 / 1e6)
					.sum()
			};
			let years = market.times[index] as f64 / YEAR_MS as f64;
			let long = (0.98 * (-0.1 * years).exp()).min(1.0);
			let short = (1.02 * (0.1 * years).exp()).max(1.0);
			let f = |v: f64| if v < 0.0 { short * v } else { long * v };
			let base = value(0);
			for column in SLOW.chain(FIRST..columns) {
				losses[column] += base - f(value(column));
			}
			losses[SKEW.start] += SKEW.map(|c| base - f(value(c))).fold(0.0, f64::max);
			losses[BASIS.start] += BASIS.map(|c| base - value(c)).fold(0.0, f64::max);
			let mut strikes: Vec<_> = market.series.iter().map(|s| s.strike).collect();
			strikes.dedup();
			for strike in strikes {
				let net: i64 = market
					.series
					.iter()
					.zip(quantities)
					.filter(|(s, _)| {
						s.expiry == index && s.strike == strike && s.kind != Kind::Future
					})
					.map(|(_, q)| q)
					.sum();
				naked += usd(market.spot) * (-net).max(0) as f64 / 1e6;
			}
		}
		let credits = [0, 1].map(|level| credits(market, quantities, collateral, level, columns));
		let mut variants = vec![[0.0; 3]; columns];
		for (column, loss) in losses.iter().enumerate() {
			let dampener = match column.checked_sub(FIRST) {
				Some(index) => f64::from(grid.scenarios[index].dampener) / 1e6,
				None => 1.0,
			};
			let slow = SLOW.contains(&column);
			let [initial, maintenance] =
				[0, 1].map(|level: usize| loss + credits[level][0] - credits[level][column]);
			variants[column] = [
				initial * dampener,
				if slow { 0.0 } else { maintenance * dampener },
				if slow { 0.0 } else { initial },
			];
		}
		for variant in 0..3 {
			sums[variant] += variants.iter().map(|v| v[variant]).fold(0.0, f64::max);
			joint.iter_mut().zip(&variants).for_each(|(to, v)| to[variant] += v[variant]);
		}
	}
	let blended = |variant: usize| {
		let joint = joint.iter().map(|v| v[variant]).fold(0.0, f64::max);
		weight * sums[variant] + (1.0 - weight) * joint
	};
	[blended(0) + 0.005 * naked, 0.8 * blended(1) + 0.003 * naked, blended(2)]
}

/// Quantities in one piece and in two, near strikes and far ones (whose arrays have units of their own), a
/// covered account included.
#[test]
fn a_thousand_times_the_contracts_are_a_thousand_times_the_margin() {
	let columns = grid().columns().unwrap();
	let mut market = plain(&columns, &[70, 100, 140]);
	for (strike, kind) in [(9_000, Kind::Put), (70_000, Kind::Call), (2_000_000, Kind::Put)] {
		let strike = strike * WAD;
		let array = market.expiries[0].array(kind, strike, q56(0.3)).unwrap();
		assert!(array.exponent() > 0);
		market.series.push(Series { expiry: 0, kind, strike, deviation: 0.3, array });
	}
	let markets = [market];
	let mut one = book(&[-3, -150, 70, 90, -210, -800, 40, 1, -7, 2]);
	for quantity in &mut one.quantities[0] {
		*quantity += 123_457;
	}
	one.collateral[0] =
		Collateral { units: [500 * WAD, 900 * WAD], weights: [WAD / 2, WAD / 100 * 77] };
	let many = one.times(1_000);
	// Below 2^36 quantity units, and above.
	let gross = |book: &Book| book.quantities[0].iter().map(|q| q.abs()).sum::<i64>();
	assert!(gross(&one) < 1 << 36 && gross(&many) > 1 << 36);
	let (one, many) = (report(&markets, &one), report(&markets, &many));
	let near = |a: Wad, b: Wad| (1_000.0 * usd(a) / usd(b) - 1.0).abs() < 1e-11;
	assert!(near(one.value, many.value) && near(one.initial, many.initial));
	assert!(near(one.maintenance, many.maintenance) && near(one.tail_excess, many.tail_excess));
	assert!(near(one.credit[0], many.credit[0]) && near(one.credit[1], many.credit[1]));
	// More than their weight.
	assert!(one.credit[0] > 25_000 * WAD && one.credit[1] > 69_300 * WAD);
}

proptest! {
	#![proptest_config(cases(200))]

	#[test]
	fn it_is_the_rule(seed in any::<u64>(), collateral in any::<bool>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let mut book = Book::random(random, &markets);
		if collateral {
			book = book.with_collateral(random);
		}
		let report = report(&markets, &book);
		let [initial, maintenance, undampened] = reference(&markets, &book, &grid, 0.7);
		let held: f64 = markets.iter().zip(&book.collateral).map(|(m, c)| usd(m.spot) * usd(c.units[1])).sum();
		let near = |a: f64, b: f64| (a - b).abs() <= 1e-10 * book.gross_value(&markets) + 1e-12 * held + 1e-9;
		prop_assert!(near(usd(report.initial), initial), "{} {}", usd(report.initial), initial);
		prop_assert!(near(usd(report.maintenance), maintenance));
		prop_assert!(near(usd(report.tail_excess), (undampened - usd(report.initial)).max(0.0)));
		for level in 0..2 {
			let parts = markets.iter().zip(&book.quantities).zip(&book.collateral);
			let credit: f64 = parts.map(|((m, q), c)| credits(m, q, c, level, 1)[0]).sum();
			prop_assert!(near(usd(report.credit[level]), credit), "{} {}", usd(report.credit[level]), credit);
		}
	}

	/// RISK.md 1: subadditive across accounts. With collateral and pairs as well, unless a call that one is
	/// short is a call that the other is long: then the pair ends, and with it what it lifted (ADR 11).
	#[test]
	fn two_accounts_never_need_less_than_one(seed in any::<u64>(), collateral in any::<bool>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let (mut a, mut b) = (Book::random(random, &markets), Book::random(random, &markets));
		if collateral {
			a = a.with_collateral(random);
			b = b.with_collateral(random);
			for (a, b) in a.collateral.iter_mut().zip(&mut b.collateral) {
				b.weights = a.weights;
			}
			for ((market, a), b) in markets.iter().zip(&a.quantities).zip(&mut b.quantities) {
				for ((series, a), b) in market.series.iter().zip(a).zip(b) {
					if series.kind == Kind::Call && *a != 0 {
						*b = b.abs() * a.signum();
					}
				}
			}
		}
		let both = a.plus(&b);
		let room = room(a.gross_value(&markets) + b.gross_value(&markets));
		let [one, two, sum] = [&a, &b, &both].map(|book| report(&markets, book));
		for level in 0..2 {
			let apart = excess(&one)[level] + excess(&two)[level];
			prop_assert!(excess(&sum)[level] >= apart - room, "{} {}", excess(&sum)[level], apart);
			prop_assert!(sum.credit[level] + 100 >= one.credit[level] + two.credit[level] - wad(room));
		}
		prop_assert!(usd(sum.initial) <= usd(one.initial + two.initial) + room || collateral);
	}

	/// RISK.md 1: homogeneous in quantity.
	#[test]
	fn twice_the_account_needs_twice_the_margin(seed in any::<u64>(), factor in 2..100_i64) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let one = Book::random(random, &markets).with_collateral(random);
		let many = one.times(factor);
		let room = room(many.gross_value(&markets));
		let (one, many) = (report(&markets, &one), report(&markets, &many));
		for (one, many) in [
			(one.initial, many.initial),
			(one.maintenance, many.maintenance),
			(one.value, many.value),
			(one.credit[0], many.credit[0]),
		] {
			let room = room + usd(many).abs() * 1e-15;
			prop_assert!((usd(one) * factor as f64 - usd(many)).abs() <= room, "{} {}", usd(one), usd(many));
		}
	}

	/// RISK.md 1 as ADR 0008 has it: a box without risk is worth d⁺ to d⁻ of its value, alone it
	/// never lowers IM, and without discounts it changes nothing.
	#[test]
	fn a_box_without_risk_frees_no_margin(seed in any::<u64>(), contracts in 1..100_i64, sold in any::<bool>()) {
		let random = &mut Random::new(seed);
		let mut grid = Grid::default();
		let plain = random.chance(30);
		if plain {
			(grid.long_discount, grid.short_discount, grid.discount_rate) = (1_000_000, 1_000_000, 0);
		}
		let columns = grid.columns()?;
		let mut market = Market::random(random, &columns, 2, 2);
		// An expiry of its own for the box: its last strikes are listed in each.
		let time = market.times[0];
		market.list(random, time, 0.5, 2);
		let markets = [market];
		let mut held = Book::random(random, &markets);
		let alone = random.chance(50);
		let in_expiry = |expiry: usize| -> Vec<usize> {
			let series = markets[0].series.iter().enumerate();
			series.filter(|(_, s)| s.expiry == expiry && s.kind != Kind::Future).map(|(n, _)| n).collect()
		};
		let expiry = if alone { 2 } else { 0 };
		for series in in_expiry(2) {
			held.quantities[0][series] = 0;
		}
		for (n, series) in markets[0].series.iter().enumerate() {
			if alone && series.expiry == 2 {
				held.quantities[0][n] = 0;
			}
		}
		// Long the low call and the high put, short the others: worth the distance of the strikes.
		let [low_call, low_put, high_call, high_put] = in_expiry(expiry)[..] else { panic!("two strikes") };
		let quantity = if sold { -contracts } else { contracts } * CONTRACT;
		let mut with_box = held.clone();
		for (series, sign) in [(low_call, 1), (low_put, -1), (high_call, -1), (high_put, 1)] {
			with_box.quantities[0][series] += sign * quantity;
		}
		let room = room(with_box.gross_value(&markets) + held.gross_value(&markets));
		let (before, after) = (report(&markets, &held), report(&markets, &with_box));
		let worth = usd(after.value - before.value);
		let width = usd(markets[0].series[high_call].strike - markets[0].series[low_call].strike);
		prop_assert!((worth - width * quantity as f64 / 1e6).abs() <= room);
		let [long, short] = markets[0].expiries[expiry].discounts().map(|d| d.bits() as f64 / (1_u64 << 56) as f64);
		let naked = |report: &Report, level: usize| add_on(report, Reason::NakedShorts)[level];
		for level in 0..2 {
			let change = excess(&after)[level] + naked(&after, level) - excess(&before)[level] - naked(&before, level);
			let (least, most) = if worth > 0.0 { (long * worth, short * worth) } else { (short * worth, long * worth) };
			prop_assert!(least - room <= change && change <= most + room, "{} {} {}", least, change, most);
		}
		if alone || plain {
			let margin = |report: &Report| usd(report.groups);
			prop_assert!(margin(&after) >= margin(&before) - room);
		}
		if plain {
			prop_assert!((usd(after.groups) - usd(before.groups)).abs() <= room);
		}
	}

	/// RISK.md 1: what is worth nothing less than nothing in any column never costs.
	#[test]
	fn a_long_option_never_lowers_value_less_margin(seed in any::<u64>(), collateral in any::<bool>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let mut book = Book::random(random, &markets);
		if collateral {
			// Pairs as well: a long call may close a short one that lifted collateral.
			book = book.with_collateral(random);
		}
		let mut more = book.clone();
		let market = random.below(markets.len() as u64) as usize;
		let series = loop {
			let series = random.below(markets[market].series.len() as u64) as usize;
			if markets[market].series[series].kind != Kind::Future {
				break series;
			}
		};
		prop_assert!(markets[market].series[series].array.values().iter().all(|value| *value >= 0));
		more.quantities[market][series] += random.log_within(1.0, 1e9) as i64;
		let room = room(more.gross_value(&markets));
		let (before, after) = (report(&markets, &book), report(&markets, &more));
		for level in 0..2 {
			prop_assert!(
				excess(&after)[level] >= excess(&before)[level] - room,
				"{} {}", excess(&after)[level], excess(&before)[level]
			);
		}
	}

	/// RISK.md 1: equity_IM − IM ≤ equity_MM − MM, and both margins are at least zero.
	#[test]
	fn maintenance_never_binds_before_initial(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let mut book = Book::random(random, &markets);
		if random.chance(70) {
			book = book.with_collateral(random);
		}
		for _ in 0..random.below(4) {
			let market = random.below(markets.len() as u64) as usize;
			let series = random.below(markets[market].series.len() as u64) as usize;
			let mark = markets[market].series[series].array.mark(&markets[market].expiries[markets[market].series[series].expiry])?;
			let size = random.log_within(1.0, 1e8) as i64;
			book.orders.push((market, series, if random.chance(50) { size } else { -size }, mark));
		}
		let unsure = wad(random.within(0.0, 1.0));
		let report = report_with(&markets, &book, &Rules::default(), &[WAD / 10 * 8], |_, u| {
			u.confidence = unsure;
			u.concentration = WAD / 5;
		})?;
		prop_assert!(report.initial >= 0 && report.maintenance >= 0);
		let [initial, maintenance] = excess(&report);
		prop_assert!(initial <= maintenance + 1e-15 * book.gross_value(&markets) + 1e-12, "{} {}", initial, maintenance);
	}

	#[test]
	fn nothing_panics(
		forward in 1..i128::MAX, strikes in prop::array::uniform3(1..i128::MAX), s in any::<i64>(),
		quantities in prop::array::uniform4(-MAX_QUANTITY..=MAX_QUANTITY), wild in any::<i64>(), spot in any::<i128>(),
		figures in prop::array::uniform8(any::<i128>()), cut in prop::array::uniform3(0..127_u32),
	) {
		let grid = Grid::default();
		let columns = grid.columns()?.with_slow_price(Q56::from_bits(s));
		let forward = (forward >> cut[0]).max(1);
		let expiry = Expiry::new(&columns, forward, s.unsigned_abs() >> 26, &Window::default())?;
		let kinds = [Kind::Call, Kind::Put, Kind::Future];
		let arrays: Vec<_> = kinds
			.iter()
			.zip(strikes)
			.filter_map(|(kind, k)| expiry.array(*kind, (k >> cut[1]).max(1), Q56::from_bits(s.saturating_abs())).ok())
			.collect();
		let mut positions: Vec<_> = arrays.iter().zip(quantities).map(|(array, quantity)| Position { array, quantity }).collect();
		let [a, b, c, d, e, f, g, h] = figures.map(|figure| figure >> cut[2]);
		let orders: Vec<_> = arrays.iter().map(|array| Order { array, quantity: quantities[3], price: h }).collect();
		for _ in 0..2 {
			let holding = Holding { expiry: &expiry, positions: &positions, orders: &orders };
			let holdings = [holding, holding];
			let spot = spot >> cut[0];
			let collateral = Collateral { units: [a, b], weights: [c, d] };
			let underlying = Underlying { group: 0, spot, columns: &columns, holdings: &holdings, collateral, confidence: e, concentration: f };
			let rules = Rules { naked: f, peg_slope: g, ..Rules::default() };
			for groups in [[WAD], [g]] {
				let _ = margin(&Account { underlyings: &[underlying; 2], groups: &groups, peg: g }, &rules);
			}
			let tame = Underlying { collateral: Collateral::default(), confidence: WAD, concentration: 0, ..underlying };
			let _ = margin(&Account { underlyings: &[tame], groups: &[WAD], peg: WAD }, &Rules::default());
			positions.iter_mut().for_each(|position| position.quantity = wild);
		}
	}

	#[test]
	fn neither_order_nor_a_split_of_positions_matters(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let columns = grid.columns()?;
		let market = Market::random(random, &columns, 1, 4);
		let held: Vec<_> = market.series.iter().map(|s| (s, random.log_within(1.0, 1e9) as i64 - 1_000)).collect();
		let of = |held: &[(&Series, i64)]| {
			let positions: Vec<_> = held
				.iter()
				.map(|(s, quantity)| Position { array: &s.array, quantity: *quantity })
				.collect();
			let holding = Holding { expiry: &market.expiries[0], positions: &positions, orders: &[] };
			let underlying = Underlying {
				group: 0, spot: market.spot, columns: &market.columns, holdings: &[holding],
				collateral: Collateral::default(), confidence: WAD, concentration: 0,
			};
			margin(
				&Account { underlyings: &[underlying], groups: &[WAD], peg: WAD },
				&Rules::default(),
			)
		};
		let plain = of(&held)?;
		let mut mixed = held.clone();
		mixed.reverse();
		let halves = mixed.iter().flat_map(|(s, q)| [(*s, q / 3), (*s, q - q / 3)]).collect::<Vec<_>>();
		prop_assert_eq!(of(&mixed)?, plain.clone());
		// The short calls that pair are counted by position: all the same without collateral.
		prop_assert_eq!(of(&halves)?, plain);
	}

	/// Orders margined series by series, as of an account that has nothing else, need no less than beside what the
	/// account has.
	#[test]
	fn orders_need_no_more_beside_positions_than_alone(seed in any::<u64>(), collateral in any::<bool>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = markets(random, &grid.columns()?);
		let mut book = Book::random(random, &markets);
		if collateral {
			book = book.with_collateral(random);
		}
		let before = report(&markets, &book);
		let mut orders = Vec::new();
		for _ in 0..1 + random.below(5) {
			let market = random.below(markets.len() as u64) as usize;
			let series = random.below(markets[market].series.len() as u64) as usize;
			let of = &markets[market].series[series];
			let mark = of.array.mark(&markets[market].expiries[of.expiry])?;
			let price = wad(usd(mark) * random.within(0.3, 1.7));
			let size = random.log_within(1.0, 1e8) as i64;
			orders.push((market, series, if random.chance(50) { size } else { -size }, price));
		}
		let mut alone = 0.0;
		for nth in 0..orders.len() {
			let of = |order: &(usize, usize, i64, Wad)| (order.0, order.1);
			if orders[..nth].iter().any(|other| of(other) == of(&orders[nth])) {
				continue;
			}
			let mut only = Book::empty(&markets);
			only.orders = orders.iter().filter(|other| of(other) == of(&orders[nth])).copied().collect();
			alone += usd(report_with(&markets, &only, &Rules::default(), &[WAD], |_, _| {})?.initial);
		}
		book.orders = orders.clone();
		let after = report(&markets, &book);
		let premium: f64 = orders.iter().map(|(.., q, price)| (*q as f64 / 1e6 * usd(*price)).abs()).sum();
		let room = room(book.gross_value(&markets) + premium) + premium * 1e-9;
		let more = excess(&before)[0] - excess(&after)[0];
		prop_assert!(more <= alone + room, "{} {} {}", more, alone, room);
	}

	/// RISK.md 9: fills of resting orders take nothing that was not set aside.
	#[test]
	fn fills_take_no_more_than_was_set_aside(seed in any::<u64>()) {
		let random = &mut Random::new(seed);
		let grid = Grid::default();
		let markets = [Market::random(random, &grid.columns()?, 1, 3)];
		let mut before = Book::random(random, &markets);
		let mut after = before.clone();
		let (mut paid, mut premium) = (0.0, 0.0);
		for _ in 0..1 + random.below(4) {
			let series = random.below(markets[0].series.len() as u64) as usize;
			let mark = markets[0].series[series].array.mark(&markets[0].expiries[0])?;
			let price = wad(usd(mark) * random.within(0.5, 1.5));
			let size = random.log_within(1.0, 1e8) as i64;
			let quantity = if random.chance(50) { size } else { -size };
			before.orders.push((0, series, quantity, price));
			let filled = if random.chance(30) { quantity } else { (quantity as f64 * random.unit()) as i64 };
			after.quantities[0][series] += filled;
			paid += filled as f64 / 1e6 * usd(price);
			premium += (quantity as f64 / 1e6 * usd(price)).abs();
		}
		let [long, short] = markets[0].expiries[0].discounts().map(|d| d.bits() as f64 / (1_u64 << 56) as f64);
		let room = room(after.gross_value(&markets) + before.gross_value(&markets)) + (short - long) * premium + premium * 1e-12;
		let (before, after) = (report(&markets, &before), report(&markets, &after));
		for level in 0..2 {
			let change = excess(&after)[level] - paid - excess(&before)[level];
			prop_assert!(change >= -room, "{} {}", change, room);
		}
	}
}
