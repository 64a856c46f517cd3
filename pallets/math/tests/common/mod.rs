// SPDX-License-Identifier: Apache-2.0

//! Markets and accounts at random, for the tests of the portfolio margin.

#![allow(clippy::arithmetic_side_effects, dead_code)]

use proptest::prelude::ProptestConfig;
use straddle_math::{
	binary::Q56,
	black76::YEAR_MS,
	functions,
	portfolio::{margin, Account, Collateral, Holding, Order, Position, Report, Rules, Underlying},
	risk_array::{Expiry, RiskArray, Window},
	scenario::{Columns, Grid, BASIS, SKEW},
	Kind, Rounding, Wad, WAD,
};

pub const DAY_MS: u64 = 86_400_000;
pub const CONTRACT: i64 = 1_000_000;

/// So many cases, or more if `PROPTEST_CASES` asks for more.
pub fn cases(usual: u32) -> ProptestConfig {
	let asked = std::env::var_os("PROPTEST_CASES").map_or(0, |_| ProptestConfig::default().cases);
	ProptestConfig { cases: usual.max(asked), failure_persistence: None, ..Default::default() }
}

/// xorshift64*: the tests want many numbers of one seed.
pub struct Random(u64);

impl Random {
	pub fn new(seed: u64) -> Self {
		Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
	}

	pub fn bits(&mut self) -> u64 {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
	}

	/// Below `end`.
	pub fn below(&mut self, end: u64) -> u64 {
		self.bits() % end
	}

	pub fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	/// Uniform in [0, 1).
	pub fn unit(&mut self) -> f64 {
		(self.bits() >> 11) as f64 / (1_u64 << 53) as f64
	}

	pub fn within(&mut self, low: f64, high: f64) -> f64 {
		low + self.unit() * (high - low)
	}

	pub fn log_within(&mut self, low: f64, high: f64) -> f64 {
		self.within(low.ln(), high.ln()).exp()
	}
}

pub fn wad(x: f64) -> Wad {
	(x * 1e18) as Wad
}

pub fn usd(x: Wad) -> f64 {
	x as f64 / 1e18
}

pub fn q56(x: f64) -> Q56 {
	Q56::from_bits((x * (1_u64 << 56) as f64) as i64)
}

/// A listed series and its volatility.
#[derive(Clone, Debug)]
pub struct Series {
	pub expiry: usize,
	pub kind: Kind,
	pub strike: Wad,
	pub deviation: f64,
	pub array: RiskArray,
}

/// One underlying with its expiries and series.
pub struct Market<'a> {
	pub spot: Wad,
	pub columns: Columns<'a>,
	pub forwards: Vec<Wad>,
	pub times: Vec<u64>,
	pub expiries: Vec<Expiry>,
	pub series: Vec<Series>,
}

impl<'a> Market<'a> {
	/// Expiries from minutes to three years, strikes from a third to three times the forward.
	pub fn random(
		random: &mut Random,
		columns: &Columns<'a>,
		expiries: usize,
		strikes: usize,
	) -> Self {
		let spot = wad(random.log_within(0.1, 100_000.0));
		let slow = if random.chance(30) { random.within(0.7, 1.4) } else { 1.0 };
		let mut market = Self {
			spot,
			columns: columns.with_slow_price(q56(slow)),
			forwards: Vec::new(),
			times: Vec::new(),
			expiries: Vec::new(),
			series: Vec::new(),
		};
		for _ in 0..expiries {
			let time = random.log_within(60_000.0, 3.0 * YEAR_MS as f64) as u64;
			let volatility = random.log_within(0.1, 3.0);
			market.list(random, time, volatility, strikes);
		}
		market
	}

	/// One expiry: a future, and a call and a put of each strike.
	pub fn list(&mut self, random: &mut Random, time: u64, volatility: f64, strikes: usize) {
		let years = time as f64 / YEAR_MS as f64;
		let forward = wad(usd(self.spot) * (random.within(-0.05, 0.1) * years).exp());
		let window = Window::default();
		let index = self.expiries.len();
		let expiry = Expiry::new(&self.columns, forward, time, &window).unwrap();
		let width = (volatility * years.sqrt() * 3.0).clamp(0.02, 1.1);
		let mut listed: Vec<_> =
			(0..strikes).map(|_| wad(usd(forward) * random.within(-width, width).exp())).collect();
		listed.sort_unstable();
		let mut add = |kind, strike, deviation: f64| {
			let array = expiry.array(kind, strike, q56(deviation)).unwrap();
			self.series.push(Series { expiry: index, kind, strike, deviation, array });
		};
		add(Kind::Future, forward, 0.0);
		for strike in listed {
			let deviation = volatility * random.within(0.8, 1.3) * years.sqrt();
			add(Kind::Call, strike, deviation);
			add(Kind::Put, strike, deviation);
		}
		self.forwards.push(forward);
		self.times.push(time);
		self.expiries.push(expiry);
	}
}

/// Quantities by market and series, collateral by market.
#[derive(Clone, Debug, Default)]
pub struct Book {
	pub quantities: Vec<Vec<i64>>,
	pub collateral: Vec<Collateral>,
	/// Market, series, quantity, price.
	pub orders: Vec<(usize, usize, i64, Wad)>,
}

impl Book {
	pub fn empty(markets: &[Market]) -> Self {
		Self {
			quantities: markets.iter().map(|market| vec![0; market.series.len()]).collect(),
			collateral: vec![Collateral::default(); markets.len()],
			orders: Vec::new(),
		}
	}

	/// A few positions of up to a hundred contracts.
	pub fn random(random: &mut Random, markets: &[Market]) -> Self {
		let mut book = Self::empty(markets);
		for quantities in &mut book.quantities {
			for quantity in quantities {
				if random.chance(40) {
					let size = random.log_within(1.0, 1e8) as i64;
					*quantity = if random.chance(55) { -size } else { size };
				}
			}
		}
		book
	}

	pub fn with_collateral(mut self, random: &mut Random) -> Self {
		for collateral in &mut self.collateral {
			let units = wad(random.log_within(0.01, 100.0));
			let less = wad(random.within(0.5, 1.0));
			let high = wad(random.within(0.3, 1.0));
			let low =
				straddle_math::mul(high, wad(random.within(0.5, 1.0)), Rounding::Down).unwrap();
			let fewer = straddle_math::mul(units, less, Rounding::Down).unwrap();
			*collateral = Collateral { units: [fewer, units], weights: [low, high] };
		}
		self
	}

	pub fn plus(&self, other: &Self) -> Self {
		let mut sum = self.clone();
		for (to, from) in sum.quantities.iter_mut().zip(&other.quantities) {
			to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
		}
		for (to, from) in sum.collateral.iter_mut().zip(&other.collateral) {
			to.units = [to.units[0] + from.units[0], to.units[1] + from.units[1]];
			to.weights = from.weights;
		}
		sum
	}

	pub fn times(&self, factor: i64) -> Self {
		let mut product = self.clone();
		product.quantities.iter_mut().flatten().for_each(|quantity| *quantity *= factor);
		for collateral in &mut product.collateral {
			collateral.units = collateral.units.map(|units| units * Wad::from(factor));
		}
		product
	}

	pub fn gross_value(&self, markets: &[Market]) -> f64 {
		let notional = |(market, quantities): (&Market, &Vec<i64>)| {
			let contracts: f64 = quantities.iter().map(|q| q.abs() as f64 / 1e6).sum();
			let most = market.series.iter().map(|s| usd(s.strike)).fold(usd(market.spot), f64::max);
			contracts * 8.0 * most
		};
		markets.iter().zip(&self.quantities).map(notional).sum()
	}
}

/// The margin of a book, with all markets in one group.
pub fn report(markets: &[Market], book: &Book) -> Report {
	report_with(markets, book, &Rules::default(), &[WAD / 10 * 7], |_, _| {}).unwrap()
}

/// The same with anything changed.
pub fn report_with(
	markets: &[Market],
	book: &Book,
	rules: &Rules,
	groups: &[Wad],
	change: impl Fn(usize, &mut Underlying),
) -> straddle_math::Result<Report> {
	let positions: Vec<Vec<Vec<Position>>> = markets
		.iter()
		.zip(&book.quantities)
		.map(|(market, quantities)| {
			let mut by_expiry = vec![Vec::new(); market.expiries.len()];
			for (series, quantity) in market.series.iter().zip(quantities) {
				if *quantity != 0 {
					by_expiry[series.expiry]
						.push(Position { array: &series.array, quantity: *quantity });
				}
			}
			by_expiry
		})
		.collect();
	let orders: Vec<Vec<Vec<Order>>> = markets
		.iter()
		.enumerate()
		.map(|(index, market)| {
			let mut by_expiry = vec![Vec::new(); market.expiries.len()];
			for (_, series, quantity, price) in book.orders.iter().filter(|order| order.0 == index)
			{
				let series = &market.series[*series];
				by_expiry[series.expiry].push(Order {
					array: &series.array,
					quantity: *quantity,
					price: *price,
				});
			}
			by_expiry
		})
		.collect();
	let holdings: Vec<Vec<Holding>> = markets
		.iter()
		.zip(&positions)
		.zip(&orders)
		.map(|((market, positions), orders)| {
			let parts = market.expiries.iter().zip(positions).zip(orders);
			parts
				.filter(|((_, positions), orders)| !positions.is_empty() || !orders.is_empty())
				.map(|((expiry, positions), orders)| Holding { expiry, positions, orders })
				.collect()
		})
		.collect();
	let underlyings: Vec<Underlying> = markets
		.iter()
		.zip(&holdings)
		.zip(&book.collateral)
		.enumerate()
		.map(|(index, ((market, holdings), collateral))| {
			let mut underlying = Underlying {
				group: 0,
				spot: market.spot,
				columns: &market.columns,
				holdings,
				collateral: *collateral,
				confidence: WAD,
				concentration: 0,
			};
			change(index, &mut underlying);
			underlying
		})
		.collect();
	margin(&Account { underlyings: &underlyings, groups, peg: WAD }, rules)
}

/// A grid for tests to borrow for good.
pub fn grid() -> &'static Grid {
	Box::leak(Box::default())
}

/// e^x of a small number as a Wad.
pub fn exp(x: f64) -> Wad {
	functions::exp(wad(x)).unwrap()
}

/// Both requirements less what they are measured against: what an account has without its cash.
pub fn excess(report: &Report) -> [f64; 2] {
	[
		usd(report.value + report.credit[0] - report.initial),
		usd(report.value + report.credit[1] - report.maintenance),
	]
}

/// Room for roundings: a part of 10^-11 of all that is held, and some units.
pub fn room(gross: f64) -> f64 {
	gross * 1e-11 + 1e-12
}

pub fn markets<'a>(random: &mut Random, columns: &Columns<'a>) -> Vec<Market<'a>> {
	(0..1 + random.below(3))
		.map(|_| {
			let n = 1 + random.below(3) as usize;
			Market::random(random, columns, n, 3)
		})
		.collect()
}

/// One market at spot 100 with one expiry in 30 days, calls and puts of some strikes at 60 %.
pub fn plain(columns: &Columns<'static>, strikes: &[i64]) -> Market<'static> {
	let (spot, time) = (100 * WAD, 30 * DAY_MS);
	let expiry = Expiry::new(columns, spot, time, &Window::default()).unwrap();
	let deviation = 0.6 * (30.0_f64 / 365.0).sqrt();
	let mut market = Market {
		spot,
		columns: columns.clone(),
		forwards: vec![spot],
		times: vec![time],
		expiries: vec![],
		series: vec![],
	};
	let mut add = |kind, strike: i64| {
		let strike = Wad::from(strike) * WAD;
		let array = expiry.array(kind, strike, q56(deviation)).unwrap();
		market.series.push(Series { expiry: 0, kind, strike, deviation, array });
	};
	add(Kind::Future, 100);
	for strike in strikes {
		add(Kind::Call, *strike);
		add(Kind::Put, *strike);
	}
	market.expiries.push(expiry);
	market
}

/// A book of contracts by series in the one market of [`plain`].
pub fn book(contracts: &[i64]) -> Book {
	Book {
		quantities: vec![contracts.iter().map(|contracts| contracts * CONTRACT).collect()],
		collateral: vec![Collateral::default()],
		orders: vec![],
	}
}

/// What the collateral in a market's asset counts for in each column, with floats: for IM or MM.
pub fn credits(
	market: &Market,
	quantities: &[i64],
	collateral: &Collateral,
	level: usize,
	columns: usize,
) -> Vec<f64> {
	let (units, weight) = (usd(collateral.units[level]), usd(collateral.weights[level]));
	let lift = (0.95 - weight).max(0.0);
	let mut credits = Vec::new();
	for column in 0..columns {
		let settles = |column| usd(market.expiries[0].settlement(column).unwrap());
		let pseudo = BASIS.contains(&column) || SKEW.contains(&column);
		let spot = usd(market.spot) * if pseudo { 1.0 } else { settles(column) / settles(0) };
		let mut covered = 0.0;
		for (series, quantity) in market.series.iter().zip(quantities) {
			if series.kind != Kind::Call || *quantity >= 0 {
				continue;
			}
			let expiry = &market.expiries[series.expiry];
			let value = |column| usd(series.array.value(column, expiry).unwrap());
			let value = match column {
				column if BASIS.contains(&column) => BASIS.map(value).fold(value(0), f64::min),
				column if SKEW.contains(&column) => SKEW.map(value).fold(value(0), f64::min),
				column => value(column),
			};
			let years = market.times[series.expiry] as f64 / YEAR_MS as f64;
			let long = (0.98 * (-0.1 * years).exp()).min(1.0);
			covered += -*quantity as f64 / 1e6 * (long * value).min(lift * spot);
		}
		credits.push(units * weight * spot + covered.min(units * lift * spot));
	}
	credits
}
