// SPDX-License-Identifier: GPL-3.0-or-later

//! Random markets against a full scan of all accounts in each block.

use super::*;
use proptest::prelude::*;

/// Numbers that look random and are the same each time.
pub struct Dice(u64);

impl Dice {
	/// In 0..1.
	pub fn next(&mut self) -> f64 {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		(self.0 >> 11) as f64 / (1u64 << 53) as f64
	}

	pub fn between(&mut self, low: f64, high: f64) -> f64 {
		low + (high - low) * self.next()
	}

	/// About a normal deviate.
	pub fn normal(&mut self) -> f64 {
		(0..12).map(|_| self.next()).sum::<f64>() - 6.0
	}

	pub fn one_in(&mut self, n: u32) -> bool {
		self.next() * f64::from(n) < 1.0
	}
}

/// How wild a market is.
#[derive(Clone, Copy, Debug)]
struct Weather {
	/// Standard deviation of a block's move.
	wild: f64,
	/// What each block moves besides: odometers count up and down alike, so only a trend goes as far.
	trend: f64,
	/// One block in so many has a jump of up to 60 %.
	jumps: u32,
	/// One in so many begins or ends an outage.
	outages: u32,
	/// One in so many comes hours late.
	halts: u32,
	/// Accounts are short futures and nothing else: they lose all that they are filed for.
	plain: bool,
	/// Looks that a block has room for; in the others all that fits.
	lean: Option<u64>,
}

fn random_leg(dice: &mut Dice) -> Leg {
	let underlying = if dice.one_in(2) { BTC } else { ETH };
	let expiry = START + (1 + (dice.next() * 3.0) as u64) * 20 * DAY_MS;
	let near = float(ShapedPrices::spot(underlying, Lens::Latest).price);
	let strike =
		Strike(((near * dice.between(0.6, 1.6)).round().max(1.0) as u64) * Strike::PER_USD);
	let size = 100.0 / near;
	Leg {
		underlying,
		expiry,
		strike,
		delta: wad(size * dice.normal() * 0.5),
		straddles: wad(size * dice.next()),
		vega: wad(dice.between(0.0, 80.0)),
	}
}

fn open(dice: &mut Dice, n: u32, plain: bool) {
	trade(&id(n), |model| {
		let legs = (0..1 + (dice.next() * 3.0) as usize).map(|_| random_leg(dice)).collect();
		let tokens = if dice.one_in(2) { wad(dice.between(0.0, 20.0)) } else { 0 };
		let rate = if dice.one_in(3) { wad(dice.between(0.0, 1e-9)) } else { 0 };
		*model = match plain {
			true => Model { legs: vec![leg(-1.0)], since: now(), ..Default::default() },
			false => Model { legs, tokens, rate, since: now(), ..Default::default() },
		};
		let headroom = if plain { 20.0 } else { 60.0 * dice.next() } * dice.next();
		let missing = headroom - model.excess().unwrap() as f64 / 1e18;
		model.cash = wad(missing / float(ShapedPrices::reading(PEG, Lens::Latest).price));
	});
}

fn change(dice: &mut Dice, n: u32) {
	if in_auction(&id(n)) || get(&id(n)).is_none() {
		return;
	}
	trade(&id(n), |model| match (dice.next() * 4.0) as u32 {
		0 => model.legs.push(random_leg(dice)),
		1 => model.legs.truncate(1),
		2 => model.cash -= wad(dice.between(0.0, 10.0)),
		_ => model.cash += wad(dice.between(0.0, 10.0)),
	});
}

/// So many blocks with so many accounts; each block ends in a full scan (`block_with`).
fn run(seed: u64, accounts: u32, blocks: u32, weather: Weather) {
	let dice = &mut Dice(seed | 1);
	let mut market = Market::default();
	let mut factor: f64 = 1.0;
	let mut shape = [(0.0002_f64, 0.2_f64); 2];
	CHECKED.set(10);
	for n in 0..accounts {
		open(dice, n, weather.plain);
	}
	let hot = Hot::<Test>::iter_keys().count();
	println!("{hot} of {accounts} accounts are hot");
	for _ in 0..blocks {
		for n in 0..2 {
			market.spot[n] *= (weather.trend + weather.wild * dice.normal()).exp();
			market.volatility[n] *= (3.0 * weather.wild * dice.normal()).exp();
			if dice.one_in(weather.jumps) {
				market.spot[n] *= dice.between(0.4, 1.6);
				market.volatility[n] *= dice.between(0.7, 1.8);
			}
			market.volatility[n] = market.volatility[n].clamp(0.1, 4.0);
			market.spot[n] = market.spot[n].clamp(0.5, 5_000.0);
			shape[n].0 += weather.wild * dice.normal() / 300.0;
			shape[n].1 = (shape[n].1 + weather.wild * dice.normal()).clamp(0.0, 0.4);
			set_shape([BTC, ETH][n], shape[n].0.clamp(0.0, 0.0004), shape[n].1);
		}
		market.other *= (weather.wild * dice.normal()).exp();
		market.peg = (market.peg * (0.1 * weather.wild * dice.normal()).exp()).clamp(0.9, 1.1);
		if dice.one_in(weather.outages) {
			market.state = match market.state {
				PriceState::Valid => PriceState::NoQuorum,
				PriceState::NoQuorum => PriceState::Uncertain,
				_ => PriceState::Valid,
			};
		}
		if dice.one_in(weather.outages) {
			market.other_at = now();
			market.other_state = match market.other_state {
				PriceState::Valid => PriceState::Stale,
				_ => PriceState::Valid,
			};
		}
		factor = if dice.one_in(20) { 1.0 } else { factor - 0.002 * dice.next() };
		set_chain_factor(factor.max(0.0));
		let ms = if dice.one_in(weather.halts) { dice.between(1.0, 2e8) as u64 } else { 6_000 };
		match weather.lean {
			Some(_) if dice.one_in(8) => block_with(ms, &market, Weight::zero(), Weight::zero()),
			Some(looks) => block_with(ms, &market, BLOCK / 4, lean(looks)),
			None => block(ms, &market),
		}
		for _ in 0..if weather.plain { 0 } else { accounts / 20 } {
			let n = (dice.next() * f64::from(accounts)) as u32;
			change(dice, n);
		}
		assert_eq!(missed(), []);
		// Auctions of some heal.
		if dice.one_in(5) {
			let ids: Vec<_> = Auctions::<Test>::iter_keys().take(5).collect();
			for account in ids {
				let model = get(&account).unwrap();
				let missing = model.excess().map_or(0, |excess| excess.min(0).saturating_neg());
				put(&account, &Model { cash: model.cash + 2 * missing + 20 * WAD, ..model });
				let _ = touch(&account);
			}
		}
	}
}

const CALM: Weather = Weather {
	wild: 0.002,
	trend: 0.0,
	jumps: 400,
	outages: 100_000,
	halts: 100_000,
	plain: false,
	lean: None,
};

#[test]
fn calm_markets_miss_nobody_and_look_at_few() {
	ladder(|_| {
		looked();
		run(7, 600, 50, CALM);
		let looks = looked().len();
		// A full scan would have looked 30,000 times.
		assert!(looks < 12_000, "{looks}");
	});
}

#[test]
fn wild_markets_with_outages_and_halts_miss_nobody() {
	ladder(|_| {
		run(
			11,
			200,
			100,
			Weather {
				wild: 0.01,
				trend: 0.0,
				jumps: 20,
				outages: 15,
				halts: 25,
				plain: false,
				lean: None,
			},
		)
	});
}

#[test]
fn tiny_budgets_miss_nobody() {
	let weather = Weather {
		wild: 0.01,
		trend: 0.0,
		jumps: 30,
		outages: 20,
		halts: 60,
		plain: false,
		lean: Some(4),
	};
	ladder(|_| run(13, 200, 100, weather));
}

/// All of what accounts bear is used up by a market that rises and rises.
const RISE: Weather = Weather {
	wild: 0.0003,
	trend: 0.004,
	jumps: 100_000,
	outages: 100_000,
	halts: 100_000,
	plain: true,
	lean: None,
};

#[test]
fn a_long_rise_misses_nobody() {
	ladder(|_| run(5, 300, 40, RISE));
}

/// Dues that are a fifth too far: a full scan finds accounts that were passed over.
#[test]
#[should_panic(expected = "a full scan finds more")]
fn dues_too_far_are_found() {
	ladder(|_| {
		set_lie(120);
		run(5, 300, 40, RISE);
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(6))]

	#[test]
	fn any_market_misses_nobody(
		seed: u64,
		wild in 1..20u32,
		jumps in 5..200u32,
		outages in 5..200u32,
		halts in 5..200u32,
		lean in proptest::option::of(0..20u64),
	) {
		let wild = f64::from(wild) / 1_000.0;
		ladder(|_| run(seed, 60, 40, Weather { wild, trend: 0.0, jumps, outages, halts, plain: false, lean }));
	}
}

/// What a block reads when nothing is due does not depend on how many accounts are filed.
#[test]
fn a_block_in_which_nothing_is_due_reads_the_same_for_any_number_of_accounts() {
	let proof = |count: u32| {
		let mut ext = ExtBuilder::default().build();
		ext.execute_with(|| {
			block(6_000, &Market::default());
			for n in 0..count {
				let strike = Strike::usd(80 + u64::from(n % 40));
				let legs = vec![Leg { strike, vega: WAD, ..leg(1.0) }];
				account(n, legs, 15.0 + f64::from(n % 70) / 10.0);
			}
			block(6_000, &Market::default());
		});
		ext.commit_all().unwrap();
		let (_, proof) = ext.execute_and_prove(|| {
			MockTime::set(now() + 6_000);
			let market = Market { spot: [100.05, 10.0], ..Default::default() };
			market.put();
			looked();
			Liquidation::on_poll(1, &mut WeightMeter::with_limit(BLOCK));
			assert_eq!(looked(), []);
		});
		proof.encoded_size()
	};
	let (few, many) = (proof(200), proof(4_000));
	println!("{few} bytes with 200 accounts, {many} with 4,000");
	// Each node of a trie that is deeper by one level has some more hashes.
	assert!(many < few + 1_500, "{few} {many}");
}
