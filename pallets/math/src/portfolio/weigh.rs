// SPDX-License-Identifier: Apache-2.0

//! The hot loop of the portfolio margin: Σ q·V in every column, two products each.
//!
//! **Sums that cannot overflow.** The last 12 bits of a value are cut off, a 16th of its error bound or
//! less, which is charged. What is left, v, is v₁·2^25 + v₀ with 0 ≤ v₀ < 2^25, and |v₁| ≤ 2^26 as
//! |V| ≤ 2^63. As long as Σ|q| < 2^36 ([`LARGE`]) Σq·v₁ is below 2^62, and Σq·v₀ is below 2^61. So the
//! latter is Σq·v − 2^25·Σq·v₁ even if those two are only known modulo 2^64, and nobody has to cut v₀ out.
//! With a larger Σ|q| quantities are split as well, q = q₁·2^20 + q₀ with 0 ≤ q₀ < 2^20: of at most 512,
//! |q| ≤ 2^40, Σ|q₁| and Σq₀ are at most 2^29, and the loop runs twice.

use super::MAX_POSITIONS;
use crate::{
	binary::mul62,
	scenario::{BASE, COLUMNS},
};
use core::ops::Range;

/// How many bits of a value do not count.
pub(super) const CUT: u32 = 12;
/// From here on Σ|q| is too large for quantities in one piece.
pub(super) const LARGE: i64 = 1 << 36;
/// Bits of v₀ and of q₀.
const LOW: u32 = 25;
const LOW_QUANTITY: u32 = 20;
/// Columns at a time: so many sums (and caps) stay in registers.
const PLAIN: usize = 4;
const CAPPED: usize = 4;

/// A position as the loop takes it.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
	pub(super) values: &'a [i64; COLUMNS],
	pub(super) quantity: i64,
	pub(super) exponent: u32,
}

/// What the sums of an expiry have in common: they are in 2^`cut` of the unit of values without an
/// exponent, where |Σ q·V| is below 2^58. Shifted to there they may wrap on the way and come out right.
#[derive(Clone, Copy)]
pub(super) struct Weighing {
	pub(super) cut: u32,
	/// Whether Σ|q| is [`LARGE`].
	pub(super) large: bool,
}

impl Weighing {
	/// Σ q·V in each column, a unit or two too low for each exponent. `items` are in the order of their
	/// exponents.
	pub(super) fn sum(self, items: &[Item], to: &mut [i64; COLUMNS]) {
		let mut first = true;
		self.split(items, |items, part, places, _| {
			run::<PLAIN, _, _>(
				items,
				part,
				places,
				&[(); COLUMNS],
				|()| (),
				|value, ()| value,
				to,
				|to, sum| {
					*to = if first { sum } else { to.wrapping_add(sum) };
				},
			);
			first = false;
		});
		if first {
			to.fill(0);
		}
	}

	/// Add the value of Σ q·min(V, cap) to each column, what is added being rounded down. Caps are `cap` (at
	/// most one) times `spots`, with 56 places.
	pub(super) fn add_capped(
		self,
		items: &[Item],
		cap: i64,
		spots: &[i64; COLUMNS],
		value: impl Fn(i64) -> i64 + Copy,
		to: &mut [i64; COLUMNS],
	) {
		self.split(items, |items, part, places, exponent| {
			let of = |spot| mul62(spot, cap.wrapping_shl(6)).wrapping_shr(exponent);
			run::<CAPPED, _, _>(items, part, places, spots, of, i64::min, to, |to, sum| {
				*to = to.wrapping_add(value(sum));
			});
		});
	}

	/// The sum of min(V, cap) in one column, V being the least of today's and of the `range`'s.
	pub(super) fn least(self, items: &[Item], range: Range<usize>, cap: i64) -> i64 {
		let mut sum = 0_i64;
		self.split(items, |items, part, places, exponent| {
			let [mut high, mut all] = [0_i64; 2];
			for item in items {
				let today = item.values.get(BASE).copied().unwrap_or(0);
				let columns = item.values.get(range.clone()).unwrap_or(&[]);
				let least = columns.iter().fold(today, |least, value| least.min(*value));
				let [v1, v] = parts(least.min(cap.wrapping_shr(exponent)));
				let quantity = part.of(item.quantity);
				high = high.wrapping_add(v1.wrapping_mul(quantity));
				all = all.wrapping_add(v.wrapping_mul(quantity));
			}
			sum = sum.wrapping_add(places.join([high, all]));
		});
		sum
	}

	/// One exponent at a time, and not more positions than the proof has.
	fn split(self, items: &[Item], mut with: impl FnMut(&[Item], Part, Places, u32)) {
		for items in items.chunk_by(|a, b| a.exponent == b.exponent) {
			let exponent = items.first().map_or(0, |item| item.exponent);
			for items in items.chunks(MAX_POSITIONS) {
				if self.large {
					let high = exponent.saturating_add(LOW_QUANTITY);
					with(items, Part::HIGH, Places::of(self.cut, high), exponent);
					with(items, Part::LOW, Places::of(self.cut, exponent), exponent);
				} else {
					with(items, Part::ALL, Places::of(self.cut, exponent), exponent);
				}
			}
		}
	}
}

/// v₁ and v.
fn parts(value: i64) -> [i64; 2] {
	[value >> (CUT + LOW), value >> CUT]
}

fn run<const WIDTH: usize, S: Copy, C: Copy>(
	items: &[Item],
	part: Part,
	places: Places,
	spots: &[S; COLUMNS],
	cap: impl Fn(S) -> C,
	capped: impl Fn(i64, C) -> i64 + Copy,
	to: &mut [i64; COLUMNS],
	mut put: impl FnMut(&mut i64, i64),
) {
	let (groups, _) = to.as_chunks_mut::<WIDTH>();
	let (spots, _) = spots.as_chunks::<WIDTH>();
	for (index, (to, spots)) in groups.iter_mut().zip(spots).enumerate() {
		let caps = spots.map(&cap);
		// What is usual has a loop of its own.
		let sums = if part.is_all() {
			columns(items, index, caps, capped, |quantity| quantity)
		} else {
			columns(items, index, caps, capped, |quantity| part.of(quantity))
		};
		for (to, sum) in to.iter_mut().zip(sums) {
			put(to, places.join(sum));
		}
	}
}

/// Σq·v₁ and Σq·v of some columns.
fn columns<const WIDTH: usize, C: Copy>(
	items: &[Item],
	index: usize,
	caps: [C; WIDTH],
	capped: impl Fn(i64, C) -> i64,
	part: impl Fn(i64) -> i64,
) -> [[i64; 2]; WIDTH] {
	let mut sums = [[0_i64; 2]; WIDTH];
	for item in items {
		let (values, _) = item.values.as_chunks::<WIDTH>();
		let Some(values) = values.get(index) else { continue };
		let quantity = part(item.quantity);
		for (([high, all], value), cap) in sums.iter_mut().zip(values).zip(caps) {
			let [v1, v] = parts(capped(*value, cap));
			*high = high.wrapping_add(v1.wrapping_mul(quantity));
			*all = all.wrapping_add(v.wrapping_mul(quantity));
		}
	}
	sums
}

/// q, q₁ or q₀.
#[derive(Clone, Copy)]
struct Part {
	shift: u32,
	mask: i64,
}

impl Part {
	const ALL: Self = Self { shift: 0, mask: -1 };
	const HIGH: Self = Self { shift: LOW_QUANTITY, mask: -1 };
	const LOW: Self = Self { shift: 0, mask: (1 << LOW_QUANTITY) - 1 };

	fn is_all(self) -> bool {
		self.mask == Self::ALL.mask && self.shift == 0
	}

	fn of(self, quantity: i64) -> i64 {
		quantity.wrapping_shr(self.shift) & self.mask
	}
}

/// Where the sums of both halves go.
#[derive(Clone, Copy)]
struct Places {
	high: [u32; 2],
	low: [u32; 2],
}

impl Places {
	/// Of values with that exponent. (high·2^25 + low)·2^(12 + exponent − cut).
	fn of(cut: u32, exponent: u32) -> Self {
		// To the left and to the right; one of them is 0.
		let shift = |up: u32| [up.saturating_sub(cut).min(63), cut.saturating_sub(up).min(63)];
		let up = exponent.saturating_add(CUT);
		Self { high: shift(up.saturating_add(LOW)), low: shift(up) }
	}

	/// From Σq·v₁ and from Σq·v modulo 2^64.
	fn join(self, [high, all]: [i64; 2]) -> i64 {
		let low = all.wrapping_sub(high.wrapping_shl(LOW));
		let shifted = |x: i64, [left, right]: [u32; 2]| x.wrapping_shl(left).wrapping_shr(right);
		shifted(high, self.high).wrapping_add(shifted(low, self.low))
	}
}
