// SPDX-License-Identifier: GPL-3.0-or-later

//! The outside, and how it moves: price paths.

use crate::rng::Rng;
use straddle_primitives::*;
use straddle_runtime::genesis_presets::*;

/// Spot prices in USD.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
	pub usdt: f64,
	pub btc: f64,
	pub eth: f64,
	pub dot: f64,
}

impl Spot {
	/// In this order.
	pub fn all(&self) -> [f64; 4] {
		[self.usdt, self.btc, self.eth, self.dot]
	}

	/// Of an underlying.
	pub fn of(&self, underlying: UnderlyingId) -> f64 {
		match underlying {
			BTC => self.btc,
			ETH => self.eth,
			_ => self.dot,
		}
	}
}

/// The outside at one time.
#[derive(Clone, Debug)]
pub struct Market {
	/// Prices.
	pub spot: Spot,
	/// Bitcoin's and ether's volatility at the money.
	pub volatility: [f64; 2],
	/// Whether the feeders report.
	pub answers: bool,
	/// How many relay blocks ago each source chain's head changed.
	pub ages: Vec<(SourceId, u32)>,
}

/// A corner of a path.
#[derive(Clone, Copy, Debug)]
pub struct Corner {
	/// Minutes from the beginning.
	pub minute: f64,
	/// USDT, bitcoin, ether and DOT as parts of what they were.
	pub spot: [f64; 4],
	/// Volatilities as multiples of what they were.
	pub volatility: f64,
}

/// What else is wrong on a bad day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Trouble {
	/// Nothing.
	#[default]
	None,
	/// Nobody bids.
	NoBidders,
	/// Before others somebody takes the smallest part of every auction in every block, so that their bids
	/// find another state than they saw.
	Griefers,
	/// The feeders are silent from one minute to another.
	Silence(f64, f64),
	/// Ordinary transactions fill every block as far as they may.
	Spam,
	/// Two source chains stand still from the beginning to this minute.
	Halt(f64),
}

/// A bad day.
#[derive(Clone, Debug)]
pub struct Path {
	/// Its name, as an option of the command.
	pub name: &'static str,
	/// What it is.
	pub what: &'static str,
	/// Its corners; between two of them a straight line.
	pub corners: Vec<Corner>,
	/// What else is wrong.
	pub trouble: Trouble,
	/// When it is given up, in minutes.
	pub horizon: f64,
}

fn corner(minute: f64, spot: [f64; 4], volatility: f64) -> Corner {
	Corner { minute, spot, volatility }
}

/// −60 % in ten minutes, volatility two and a half times as high, and nothing after it.
fn crash(name: &'static str, what: &'static str, trouble: Trouble) -> Path {
	let corners = vec![
		corner(0.0, [1.0; 4], 1.0),
		corner(1.0, [1.0; 4], 1.0),
		corner(11.0, [1.0, 0.4, 0.4, 0.4], 2.5),
	];
	Path { name, what, corners, trouble, horizon: 130.0 }
}

/// All paths.
pub fn paths() -> Vec<Path> {
	vec![
		crash("crash", "all −60 % in 10 minutes", Trouble::None),
		crash("no-bidders", "the same; nobody ever bids", Trouble::NoBidders),
		crash("griefers", "the same; bids are spoilt in every block", Trouble::Griefers),
		crash("silence", "the same; no prices from minute 6 to 14", Trouble::Silence(6.0, 14.0)),
		crash("spam", "the same; blocks full of ordinary transactions", Trouble::Spam),
		Path {
			name: "march-2020",
			what: "12 March 2020: BTC −28 % in an hour, then −36 % in another; volatility ×3",
			// 7,900 at midnight, 5,700 after the first leg, 6,000 all day, 3,850 after the second, 5,000
			// hours later. The quiet hours are left out.
			corners: vec![
				corner(0.0, [1.0; 4], 1.0),
				corner(10.0, [1.0, 0.95, 0.94, 0.93], 1.2),
				corner(60.0, [1.0, 0.72, 0.68, 0.66], 2.0),
				corner(80.0, [1.0, 0.76, 0.72, 0.70], 1.9),
				corner(130.0, [1.0, 0.487, 0.46, 0.43], 3.0),
				corner(150.0, [1.0, 0.63, 0.58, 0.55], 2.6),
			],
			trouble: Trouble::None,
			horizon: 270.0,
		},
		Path {
			name: "october-2025",
			what: "10 October 2025: DOT −75 % in 30 minutes and half of it back, ETH −20 %, BTC −15 %",
			corners: vec![
				corner(0.0, [1.0; 4], 1.0),
				corner(5.0, [1.0, 0.98, 0.97, 0.93], 1.1),
				corner(25.0, [1.0, 0.87, 0.83, 0.45], 1.5),
				corner(30.0, [1.0, 0.85, 0.80, 0.25], 1.7),
				corner(36.0, [1.0, 0.90, 0.87, 0.55], 1.4),
				corner(60.0, [1.0, 0.92, 0.89, 0.62], 1.3),
			],
			trouble: Trouble::None,
			horizon: 180.0,
		},
		Path {
			name: "depeg",
			what: "the stablecoin to .88 in half an hour, an hour there, and back (as USDC in March 2023)",
			corners: vec![
				corner(0.0, [1.0; 4], 1.0),
				corner(30.0, [0.88, 0.97, 0.97, 0.96], 1.2),
				corner(90.0, [0.88, 0.97, 0.97, 0.96], 1.2),
				corner(120.0, [1.0, 1.0, 1.0, 1.0], 1.0),
			],
			trouble: Trouble::None,
			horizon: 240.0,
		},
		Path {
			name: "two-chains",
			what: "both source chains stand still for two hours; prices hold",
			corners: vec![corner(0.0, [1.0; 4], 1.0), corner(150.0, [1.0; 4], 1.0)],
			trouble: Trouble::Halt(120.0),
			horizon: 240.0,
		},
	]
}

impl Path {
	/// The last corner's minute.
	pub fn length(&self) -> f64 {
		self.corners.last().map_or(0.0, |last| last.minute)
	}

	/// The outside so many minutes after the beginning, with a little noise.
	pub fn at(&self, minute: f64, calm: &Market, noise: &mut Rng) -> Market {
		let later = self.corners.iter().position(|corner| corner.minute > minute);
		let (from, to) = match later {
			Some(at) => (&self.corners[at.max(1) - 1], &self.corners[at]),
			None => (&self.corners[self.corners.len() - 1], &self.corners[self.corners.len() - 1]),
		};
		let span = (to.minute - from.minute).max(1e-9);
		let part = ((minute - from.minute) / span).clamp(0.0, 1.0);
		let between = |a: f64, b: f64| a + (b - a) * part;
		let mut spot = [0.0; 4];
		for (n, price) in spot.iter_mut().enumerate() {
			let factor = between(from.spot[n], to.spot[n]);
			let wide = if n == 0 { 0.0001 } else { 0.001 };
			*price = calm.spot.all()[n] * factor * noise.between(1.0 - wide, 1.0 + wide);
		}
		let [usdt, btc, eth, dot] = spot;
		let volatility = between(from.volatility, to.volatility);
		let silent =
			|trouble| matches!(trouble, Trouble::Silence(a, b) if (a..b).contains(&minute));
		let age = match self.trouble {
			// Ten relay blocks a minute.
			Trouble::Halt(until) if minute < until => (minute * 10.0) as u32,
			_ => 0,
		};
		Market {
			spot: Spot { usdt, btc, eth, dot },
			volatility: calm.volatility.map(|was| was * volatility),
			answers: !silent(self.trouble),
			ages: calm.ages.iter().map(|(source, _)| (*source, age)).collect(),
		}
	}
}
