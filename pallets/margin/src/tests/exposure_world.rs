// SPDX-License-Identifier: GPL-3.0-or-later

//! Markets and accounts at random, and everything that moves an account's headroom moving at once.

use super::portfolio::{assess, hold};
use crate::{mock::*, *};
use frame_support::assert_ok;
use sp_runtime::BoundedVec;
use straddle_math::{black76::YEAR_MS, ladder};
use straddle_test_kit::MockPrices;
use straddle_traits::{DriverId, Risk, Watch};

/// xorshift64*.
struct Random(u64);

impl Random {
	fn new(seed: u64) -> Self {
		Self((seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
	}

	fn below(&mut self, end: u64) -> u64 {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11) % end
	}

	fn chance(&mut self, percent: u64) -> bool {
		self.below(100) < percent
	}

	fn within(&mut self, low: f64, high: f64) -> f64 {
		low + (self.below(1 << 50) as f64 / (1_u64 << 50) as f64) * (high - low)
	}

	fn log_within(&mut self, low: f64, high: f64) -> f64 {
		self.within(low.ln(), high.ln()).exp()
	}

	/// Often all of it.
	fn upto(&mut self, most: f64) -> f64 {
		match self.below(8) {
			0..=2 => most,
			3..=5 => -most,
			6 => 0.0,
			_ => self.within(-most, most),
		}
	}
}

fn fixed(x: f64) -> FixedU128 {
	FixedU128::from_inner((x * 1e18) as u128)
}

/// What a token of so many USD counts for with this MM weight, at this price of the stablecoin.
pub(super) fn tokens(usd: f64, weight: f64, peg: f64) -> (Money, Money, Money, PriceState) {
	let of = |share: f64| Money::from_inner((usd * share / peg * 1e18) as i128);
	(of(1.0), of(weight / 2.0), of(weight), PriceState::Valid)
}

#[derive(Clone)]
struct ExpiryOf {
	underlying: UnderlyingId,
	at: Moment,
	window: Moment,
	forward: f64,
	/// Strikes and their s.
	strikes: Vec<(u64, f64)>,
}

/// A lot's kind: price, weight, g, and what the weight falls a day.
#[derive(Clone)]
struct LotOf {
	kind: CollateralId,
	follows: Option<usize>,
	usd: f64,
	weight: f64,
	g: f64,
	cut: f64,
}

/// The stablecoin, elsewhere.
const REMOTE: CollateralId = CollateralId(5);
const CHAIN: SourceId = SourceId(1_000);
const UNDERLYINGS: [UnderlyingId; 2] = [BTC, ETH];

/// All that moves.
#[derive(Clone)]
struct World {
	spots: [f64; 2],
	expiries: Vec<ExpiryOf>,
	lots: Vec<LotOf>,
	peg: f64,
}

impl World {
	fn random(random: &mut Random) -> Self {
		let spots = [random.log_within(10.0, 100_000.0), random.log_within(1.0, 5_000.0)];
		let mut expiries = Vec::new();
		for (n, underlying) in UNDERLYINGS.into_iter().enumerate() {
			for _ in 0..1 + random.below(2) {
				let window = [0, 30 * MINUTE_MS][random.below(2) as usize];
				let left = random.log_within(3_600_000.0, YEAR_MS as f64) as Moment;
				let forward = spots[n] * random.within(0.95, 1.1);
				let volatility = random.log_within(0.2, 2.0);
				let years = left as f64 / YEAR_MS as f64;
				let wide = (2.0 * volatility * years.sqrt()).clamp(0.01, 0.8);
				let strikes = (0..3).map(|_| {
					let strike = forward * random.within(-wide, wide).exp();
					let s = volatility * random.within(0.8, 1.3) * years.sqrt();
					((strike * 1e8) as u64 + 1, s)
				});
				let strikes = strikes.collect();
				let at = START + window + left;
				expiries.push(ExpiryOf { underlying, at, window, forward, strikes });
			}
		}
		let mut lots = Vec::new();
		for (n, follows) in [(1, None), (2, Some(1)), (3, Some(1)), (4, None), (REMOTE.0, None)] {
			if random.chance(50) {
				let usd = follows.map_or(random.log_within(0.1, 100.0), |n| spots[n]);
				let g = if random.chance(50) { 1.0 } else { random.within(0.1, 1.0) };
				let weight = random.within(0.5, 1.0);
				let cut = if random.chance(50) { 0.0 } else { random.within(0.0, 0.3) };
				lots.push(LotOf { kind: CollateralId(n), follows, usd, weight, g, cut });
			}
		}
		Self { spots, expiries, lots, peg: random.within(0.9, 1.1) }
	}

	/// Let the mocks read so, `gone` after the start.
	fn apply(&self, gone: Moment) {
		let now = START + gone;
		for (underlying, spot) in UNDERLYINGS.into_iter().zip(self.spots) {
			MockPrices::set_spot(underlying, fixed(spot));
		}
		for expiry in &self.expiries {
			MockPrices::set_forward(expiry.underlying, expiry.at, fixed(expiry.forward));
			// The account has nothing in one that has gone by.
			let left_ms = expiry.at.saturating_sub(now).max(expiry.window + 1);
			let window =
				SettlementWindow { left_ms, length_ms: expiry.window, average: Price::default() };
			MockPrices::set_window(expiry.underlying, expiry.at, window);
			let varies = (left_ms as f64 - expiry.window as f64 * 2.0 / 3.0) / YEAR_MS as f64;
			for (strike, s) in &expiry.strikes {
				for kind in [Kind::Call, Kind::Put] {
					let series = expiry.series(*strike, kind);
					MockPrices::set_volatility_of(series, fixed(s / varies.sqrt()));
				}
			}
		}
		let days = gone as f64 / DAY_MS as f64;
		for lot in &self.lots {
			let usd = lot.follows.map_or(lot.usd, |n| self.spots[n]);
			let usd = if lot.kind == REMOTE { self.peg } else { usd };
			let weight = lot.weight - lot.cut * days;
			Haircuts::set(lot.kind, tokens(usd, weight, self.peg));
			Haircuts::on_chain(lot.kind, CHAIN, fixed(lot.g));
			Haircuts::announce_cut(lot.kind, fixed(lot.cut));
			if let Some(n) = lot.follows {
				Haircuts::follow(lot.kind, UNDERLYINGS[n]);
			}
			if lot.kind == REMOTE {
				Haircuts::follow_peg(REMOTE);
			}
		}
		Haircuts::set_peg(fixed(self.peg), PriceState::Valid);
	}

	/// Another after everything has moved within `steps`.
	fn moved(&self, random: &mut Random, steps: f64) -> Self {
		let mut world = self.clone();
		// A touch less, for the numbers' own error.
		let of = |driver: ladder::Driver| steps * driver.step() as f64 / 1e18 * (1.0 - 1e-12);
		let (far, wide) = (of(ladder::Driver::Forward), of(ladder::Driver::Deviation));
		let together = random.chance(60);
		let (common, all) = (random.upto(far), random.upto(wide));
		let far = |random: &mut Random| if together { common } else { random.upto(far) };
		world.spots.iter_mut().for_each(|spot| *spot *= 1.0 + far(random));
		for expiry in &mut world.expiries {
			expiry.forward *= 1.0 + far(random);
			for (_, s) in &mut expiry.strikes {
				*s = (*s + if together { all } else { random.upto(wide) }).max(0.0);
			}
		}
		let fall = random.upto(of(ladder::Driver::Chain)).abs();
		for lot in &mut world.lots {
			lot.usd *= 1.0 + random.upto(of(ladder::Driver::Price));
			lot.g = (lot.g - fall).max(0.0);
		}
		world.peg *= 1.0 + random.upto(of(ladder::Driver::Stable));
		world
	}
}

impl ExpiryOf {
	fn series(&self, strike: u64, kind: Kind) -> Series {
		Series { underlying: self.underlying, expiry: self.at, strike: Strike(strike), kind }
	}
}

fn driver(id: &DriverId) -> ladder::Driver {
	match id {
		DriverId::Forward(_) => ladder::Driver::Forward,
		DriverId::Deviation(_) => ladder::Driver::Deviation,
		DriverId::Price(_) => ladder::Driver::Price,
		DriverId::Stable(_) => ladder::Driver::Stable,
		DriverId::Chain(_) => ladder::Driver::Chain,
	}
}

fn move_cash(account: &MarginAccountId, cash: Cash) {
	let entries = [(account.clone(), cash), (id(CHARLIE, 9), -cash)]
		.map(|(account, cash)| Entry::new(account, Rule::Forced).cash(cash));
	assert_ok!(Margin::book(Journal::of(entries.to_vec())));
}

/// A random account with a random headroom.
fn fill(random: &mut Random, world: &World, mode: MarginMode) -> MarginAccountId {
	let account = open(ALICE, 0, 0);
	open(CHARLIE, 9, 0);
	Accounts::<Test>::mutate(&account, |account| {
		if let Some(account) = account {
			account.mode = mode;
		}
	});
	let single = random.chance(30);
	for expiry in &world.expiries {
		let strikes = expiry.strikes.iter().flat_map(|(strike, _)| {
			[Kind::Call, Kind::Put].map(|kind| expiry.series(*strike, kind))
		});
		let future = expiry.series((expiry.forward * 1e8) as u64, Kind::Future);
		for series in strikes.chain([future]) {
			if random.chance(if single { 8 } else { 40 }) {
				let size = random.log_within(1_000.0, 5e7) as Quantity;
				hold(&account, series, if random.chance(60) { -size } else { size });
			}
		}
	}
	for lot in &world.lots {
		deposit_lot(&account, lot.kind, random.log_within(1.0, 10_000.0) as u128);
	}
	account
}

/// How much of its headroom the worst of some moves took from a random account, whose constants are held
/// for `share` of what they are. Above 1 its maintenance margin failed.
pub(super) fn worst(seed: u64, mode: MarginMode, share: f64) -> f64 {
	let random = &mut Random::new(seed);
	let mut ext = ExtBuilder.build();
	ext.execute_with(|| {
		let world = World::random(random);
		world.apply(0);
		// What is owed costs all that it may.
		let mut params = Params::<Test>::get();
		let most = params.curve.at_full;
		(params.curve.base, params.curve.at_kink) = (most, most);
		assert_ok!(Margin::set_params(RuntimeOrigin::root(), params));
		if random.chance(50) {
			let mut rule = PortfolioRule::<Test>::get();
			let underlyings = BoundedVec::truncate_from(UNDERLYINGS.to_vec());
			let weight = FixedU128::from_rational(7, 10);
			rule.groups = BoundedVec::truncate_from(vec![CorrelatedGroup { underlyings, weight }]);
			assert_ok!(Margin::set_portfolio_params(RuntimeOrigin::root(), rule.into()));
		}
		let account = fill(random, &world, mode);
		let exposure =
			|| Margin::exposure_in(&mut Margin::session(), &account).expect("it can be valued");
		let loss = |drivers: &[(ladder::Driver, i128)]| -> f64 {
			drivers.iter().map(|(driver, a)| *a as f64 * driver.step() as f64 / 1e36).sum()
		};
		let drivers_of = |sensitivities: &[(DriverId, i128)]| -> Vec<_> {
			let of = |(id, a): &(DriverId, i128)| (driver(id), (*a as f64 * share) as i128);
			sensitivities.iter().map(of).collect()
		};
		// Twice, for the cash moves its own constants.
		for _ in 0..2 {
			if let Some(is) = exposure() {
				let wanted = loss(&drivers_of(&is.sensitivities)) * random.log_within(0.02, 20.0);
				let missing = wanted - is.headroom as f64 / 1e18;
				move_cash(&account, (missing / world.peg * 1e6) as Cash);
			}
		}
		let Some(is) = exposure() else { return 0.0 };
		if is.headroom <= 0 {
			return 0.0;
		}
		assert!(is.sensitivities.iter().all(|(_, a)| *a > 0));
		assert!(is.sensitivities.windows(2).all(|pair| pair[0].0 < pair[1].0));
		assert!(is.strikes.windows(2).all(|pair| pair[0] < pair[1]));
		assert_eq!(is.state, PriceState::Valid);
		// A credit leaves the region true, and is not filed.
		if random.chance(30) {
			deposit(&account, random.log_within(1.0, 1e9) as Cash);
			for lot in &world.lots {
				deposit_lot(&account, lot.kind, random.log_within(1.0, 10_000.0) as u128);
			}
		}
		let steps = ladder::radius(is.headroom, &drivers_of(&is.sensitivities)).expect("it fits");
		let steps = steps as f64 / 1e18;
		let mut most = f64::MIN;
		let mut gone = 0;
		// Time goes on only one way.
		for nth in 0..12 {
			let last = is.horizon_ms.saturating_sub(1);
			let until = match nth {
				0..=3 => gone,
				4..=7 => gone.max(random.below(last + 1)),
				_ => last.max(gone),
			};
			while gone < until {
				let step = HOUR_MS.min(until - gone);
				block_after(step);
				gone += step;
			}
			world.moved(random, steps).apply(gone);
			let left = assess(&account).maintenance_excess().into_inner() as f64;
			most = most.max(1.0 - left * world.peg / is.headroom as f64);
			assert!(
				share < 1.0 || left >= 0.0,
				"seed {seed}: {most} at {steps} steps, after {gone}"
			);
		}
		most
	})
}
