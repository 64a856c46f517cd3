// SPDX-License-Identifier: GPL-3.0-or-later

//! One small generator (SplitMix64): the same seed, the same numbers, on every machine.

/// The generator.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
	/// From a seed.
	pub fn new(seed: u64) -> Self {
		Self(seed)
	}

	/// Another one that does not depend on how much this one is used from now on.
	pub fn fork(&mut self) -> Self {
		Self(self.draw())
	}

	/// 64 bits.
	pub fn draw(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// Below `n`, which is not 0.
	pub fn below(&mut self, n: usize) -> usize {
		(self.draw() % n as u64) as usize
	}

	/// From 0 to 1.
	pub fn part(&mut self) -> f64 {
		(self.draw() >> 11) as f64 / (1u64 << 53) as f64
	}

	/// From `low` to `high`.
	pub fn between(&mut self, low: f64, high: f64) -> f64 {
		low + (high - low) * self.part()
	}

	/// One of them.
	pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
		&all[self.below(all.len())]
	}
}
