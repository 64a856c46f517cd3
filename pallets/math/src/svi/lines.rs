// SPDX-License-Identifier: Apache-2.0

//! A smile as a surface keeps it, and how it is read: every option that is valued comes through here, so
//! all of it is 64-bit arithmetic.
//!
//! **Places.** Volatilities are kept at [`PLACES`] distances kⱼ = zⱼ·.6·√T₀ from the forward, T₀ the time to
//! the expiry when the round began and zⱼ fixed: dense at the money, out to 6 deviations of a 60 %
//! market. Volatilities are whole millionths, at most [`MOST_VOLATILITY`]; .6·√T₀ as well.
//!
//! **Lines.** Between places total variance is a straight line in k, so variance a year is one too: T₀ is the
//! same along it. It is read as [`Q56`], v = σ²: at most 100, and what is beyond a wing is held at 128. The
//! line never leaves the values at its ends. Beyond the wings it goes on with the last slope, within 0
//! and 2 of total variance for each unit of k (Lee's bound).
//!
//! **Time.** Between two expiries total variance at the same k is a straight line in time. With l₁ < l < l₂ left,
//! l·v = l₁·v₁·(l₂ − l)/(l₂ − l₁) + l₂·v₂·(l − l₁)/(l₂ − l₁), whose weights through l add up to one: so
//! v = v₂ + (v₁ − v₂)·l₁/l·(l₂ − l)/(l₂ − l₁) ([`between_expiries`]).
//!
//! **Error.** In units of 2^-56, with M the largest v that takes part: six of each of two squares, M·2^-57 of
//! the share of an interval and six of its product; in time M·2^-55 of two shares and their product,
//! and six. Together below M·2^-54 + 32·2^-56: of a volatility of 1 % beside one of 500 % 7·10^-14. The result is
//! rounded to the nearest thousand-millionth once, and is within .51 of one for volatilities from .1 %
//! to 1,000 %.

use super::MOST_DISTANCE;
use crate::{
	binary::{mul62, Q56},
	black76::YEAR_MS,
	fast,
};

/// Places of a smile.
pub const PLACES: usize = 17;
/// The place at the money.
pub const CENTRE: usize = PLACES / 2;
/// A thousand per cent, in millionths.
pub const MOST_VOLATILITY: u32 = 10_000_000;
/// The longest time to an expiry: ten years.
pub const MOST_TIME_MS: u64 = 10_u64.wrapping_mul(YEAR_MS);
/// The shortest: a minute.
pub const LEAST_TIME_MS: u64 = 60_000;

/// zⱼ in thousandths.
const DISTANCES: [i32; PLACES] = [
	-6_000, -3_500, -2_400, -1_700, -1_200, -800, -500, -250, 0, 250, 500, 800, 1_200, 1_700,
	2_400, 3_500, 6_000,
];
/// .6·√T of more than ten years: the last place is within 16.
const MOST_WIDTH: u32 = 2_600_000;

/// .6·√T in millionths, rounded down; at least a thousandth and at most 2.6.
pub fn width(time_ms: u64) -> u32 {
	const MILLION: u128 = 1_000_000;
	// Below 2^64·2^40.
	let square = u128::from(time_ms).saturating_mul(MILLION.saturating_mul(MILLION));
	let root = square.checked_div(YEAR_MS.into()).unwrap_or_default().isqrt();
	let width = root.saturating_mul(6).checked_div(10).unwrap_or_default();
	u32::try_from(width).unwrap_or(MOST_WIDTH).clamp(1_000, MOST_WIDTH)
}

/// z·width with 56 places: within 2^-50.
fn place(distance: i32, width: u32) -> i64 {
	// In thousand-millionths, below 2^34; one of them is 72,057,594.037927936 units. 2^34·2^27, and
	// 2^34·2^25 for the rest with 29 places, which is off by less than half of 2^-29.
	let product = i64::from(distance).wrapping_mul(width.min(MOST_WIDTH).into());
	product.wrapping_mul(72_057_594).wrapping_add(product.wrapping_mul(20_362_406) >> 29)
}

/// kⱼ by the width.
pub fn places(width: u32) -> [Q56; PLACES] {
	DISTANCES.map(|distance| Q56::from_bits(place(distance, width)))
}

/// v of a volatility in millionths, held at the largest: at most six units low.
fn square(vol: u32) -> i64 {
	// .594037927936 with 62 places.
	const PART: i64 = 2_739_516_406_678_027_424;
	// At most 10^14; a millionth of a millionth is 72,057.594037927936 units: below 2^63 together.
	let vol = i64::from(vol.min(MOST_VOLATILITY));
	let square = vol.wrapping_mul(vol);
	square.wrapping_mul(72_057).wrapping_add(mul62(square, PART))
}

/// v of total variance over a time, held at 128.
pub fn yearly(total: Q56, time_ms: u64) -> Q56 {
	total.scaled(YEAR_MS, time_ms)
}

/// √v in thousand-millionths, to nearest; 0 below zero.
pub fn volatility(yearly: Q56) -> u64 {
	// √v·2^28 with `places`; times 10^9·2^-28 with four places more, below 2^62.
	let (root, places) = fast::root(yearly.bits());
	let scaled = mul62(root, 1_000_000_000_i64 << 32);
	// places is 30 to 61.
	let shift = places.wrapping_sub(2);
	let half = 1_i64.wrapping_shl(shift.wrapping_sub(1));
	scaled.wrapping_add(half).wrapping_shr(shift).unsigned_abs()
}

/// v between two expiries, of which each has v and so many milliseconds left; `left` lies between.
pub fn between_expiries(near: (Q56, u64), far: (Q56, u64), left: u64) -> Q56 {
	let in_time = fast::share(near.1, left);
	let to_go = fast::share(far.1.saturating_sub(left), far.1.saturating_sub(near.1));
	Q56::from_bits(towards(far.0.bits(), near.0.bits(), mul62(in_time, to_go)))
}

/// `from` and so much of the way to `to`, `share` with 62 places: never beyond either. Neither is below zero.
fn towards(from: i64, to: i64, share: i64) -> i64 {
	let step = mul62(from.wrapping_sub(to).saturating_abs(), share);
	if to < from {
		from.wrapping_sub(step)
	} else {
		from.wrapping_add(step)
	}
}

/// A smile by its volatilities at the places.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
	/// .6·√T₀ in millionths.
	pub width: u32,
	/// T₀.
	pub time_ms: u64,
	/// In millionths, held at [`MOST_VOLATILITY`].
	pub vols: &'a [u32; PLACES],
}

impl Lines<'_> {
	/// v at k; k is held within ±16.
	pub fn yearly(&self, k: Q56) -> Q56 {
		let k = k.bits().clamp(MOST_DISTANCE.wrapping_neg(), MOST_DISTANCE);
		let after = DISTANCES.partition_point(|distance| place(*distance, self.width) < k);
		let variance = match (self.point(after.checked_sub(1)), self.point(Some(after))) {
			(Some(low), Some(high)) => {
				let share = fast::share(k.abs_diff(low.0), high.0.abs_diff(low.0));
				towards(low.1, high.1, share)
			},
			(None, Some(wing)) => self.beyond(wing, self.point(Some(1)), k),
			(Some(wing), None) => self.beyond(wing, self.point(PLACES.checked_sub(2)), k),
			(None, None) => 0,
		};
		Q56::from_bits(variance)
	}

	/// k and v at a place.
	fn point(&self, index: Option<usize>) -> Option<(i64, i64)> {
		let index = index?;
		Some((place(*DISTANCES.get(index)?, self.width), square(*self.vols.get(index)?)))
	}

	/// Away from the neighbour of the last place; never below it.
	fn beyond(&self, wing: (i64, i64), neighbour: Option<(i64, i64)>, k: i64) -> i64 {
		let Some(neighbour) = neighbour else { return wing.1 };
		let rise = wing.1.saturating_sub(neighbour.1).max(0);
		let distance = k.abs_diff(wing.0);
		let more = fast::scale(rise, distance, wing.0.abs_diff(neighbour.0));
		// Both k are within ±16: twice the distance is at most 2^62.
		let steepest = fast::scale((distance << 1) as i64, YEAR_MS, self.time_ms);
		wing.1.saturating_add(more.min(steepest))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{fixed::Rounding, svi::exact::Smile, WAD};
	use proptest::prelude::*;

	const MINUTE: u64 = 60_000;

	fn q(x: f64) -> Q56 {
		Q56::from_bits((x * (1_u64 << 56) as f64) as i64)
	}

	/// Total variance of a volatility in millionths, in 128 bits as whoever reads it would do it plainly.
	fn total(vol: u32, time_ms: u64) -> i128 {
		let square = i128::from(vol) * i128::from(vol) * i128::from(time_ms);
		// 2^46·2^39·2^28 divided, then 2^28 more.
		(square << 28) / i128::from(YEAR_MS) * (1 << 28) / 1_000_000_000_000
	}

	/// v of total variance with 56 places, rounded down, with 84.
	fn exact_yearly(total: i128, time_ms: u64) -> i128 {
		(total << 28) * i128::from(YEAR_MS) / i128::from(time_ms)
	}

	/// √v in thousand-millionths, to nearest, v with 84 places: v·10^18 in 128 bits has 24 of them left.
	fn exact_volatility(yearly: i128) -> i128 {
		let twice = ((((yearly >> 30) * 4 * WAD) >> 54) as u128).isqrt() as i128;
		(twice + 1) >> 1
	}

	fn exact(lines: &Lines) -> Smile {
		let points = places(lines.width).into_iter().zip(lines.vols);
		let points = points
			.map(|(k, vol)| (k, Q56::from_bits(total(*vol, lines.time_ms).min(64 << 56) as i64)));
		Smile::new(&points.collect::<alloc::vec::Vec<_>>()).unwrap()
	}

	/// What the lines say against the exact path, in thousand-millionths.
	fn off(lines: &Lines, k: Q56) -> i128 {
		let smile = i128::from(exact(lines).variance(k).bits());
		let exact = exact_volatility(exact_yearly(smile, lines.time_ms));
		i128::from(volatility(lines.yearly(k))) - exact
	}

	fn wad(x: Q56) -> i128 {
		x.to_wad(Rounding::Nearest).unwrap()
	}

	#[test]
	fn where_the_places_are() {
		assert_eq!(width(YEAR_MS), 600_000);
		assert_eq!((width(0), width(u64::MAX)), (1_000, MOST_WIDTH));
		assert!(width(MOST_TIME_MS) < MOST_WIDTH);
		for width in [1_000, 12_345, 600_000, MOST_WIDTH] {
			for (k, distance) in places(width).into_iter().zip(DISTANCES) {
				let exact = i128::from(distance) * i128::from(width) * (1 << 56) / 1_000_000_000;
				assert!((i128::from(k.bits()) - exact).abs() < 64, "{distance} {width}");
			}
		}
		assert_eq!(places(u32::MAX), places(MOST_WIDTH));
		assert!(places(MOST_WIDTH)[16].bits() < MOST_DISTANCE);
	}

	#[test]
	fn squares_and_roots() {
		for vol in (0..2_000).chain((0..=MOST_VOLATILITY).step_by(997)) {
			let exact = ((u128::from(vol) * u128::from(vol)) << 56) / 1_000_000_000_000;
			let low = exact as i64 - square(vol);
			assert!((-1..=6).contains(&low), "{vol}: {low}");
			assert_eq!(volatility(Q56::from_bits(square(vol))), u64::from(vol) * 1_000);
		}
		assert_eq!(square(u32::MAX), square(MOST_VOLATILITY));
		assert_eq!((volatility(Q56::ZERO), volatility(q(-1.0))), (0, 0));
		assert_eq!(volatility(Q56::from_bits(i64::MAX)), 11_313_708_499);
		assert_eq!(volatility(Q56::from_bits(1)), 4);
	}

	#[test]
	fn between_and_beyond_the_places() {
		let mut vols = [600_000; PLACES];
		(vols[0], vols[1], vols[15], vols[16]) = (900_000, 700_000, 600_000, 500_000);
		let lines = Lines { width: width(YEAR_MS), time_ms: YEAR_MS, vols: &vols };
		let at = |k: f64| wad(lines.yearly(q(k)));
		let near = |is: i128, wanted: f64| {
			assert!((is as f64 / 1e18 - wanted).abs() < 1e-14, "{is} {wanted}");
		};
		near(at(0.0), 0.36);
		near(at(0.1), 0.36);
		// Halfway between −3.6 and −2.1, and as far beyond.
		near(at(-2.85), (0.81 + 0.49) / 2.0);
		near(at(-5.1), 0.81 + 0.32);
		near(at(2.85), (0.36 + 0.25) / 2.0);
		// A wing that falls is flat from there.
		near(at(3.6), 0.25);
		near(at(16.0), 0.25);
		assert_eq!(lines.yearly(q(99.0)), lines.yearly(q(16.0)));
		// Lee: 2 for each unit of k, of total variance.
		(vols[0], vols[1]) = (5_000_000, 100_000);
		let lines = Lines { width: width(YEAR_MS), time_ms: YEAR_MS, vols: &vols };
		near(wad(lines.yearly(q(-4.6))), 27.0);
		let quarter = Lines { time_ms: YEAR_MS / 4, ..lines };
		near(wad(quarter.yearly(q(-4.6))), 33.0);
		let minute = Lines { time_ms: MINUTE, ..lines };
		assert_eq!(minute.yearly(q(-16.0)).bits(), i64::MAX);
	}

	#[test]
	fn between_expiries_total_variance_is_a_line() {
		let (near, far) = ((q(0.64), 14 * MINUTE), (q(0.36), 28 * MINUTE));
		let at = |left| wad(between_expiries(near, far, left)) as f64 / 1e18;
		// .64·14 and .36·28, halfway, through 21.
		assert!((at(21 * MINUTE) - (0.64 * 14.0 + 0.36 * 28.0) / 42.0).abs() < 1e-15);
		assert!((at(14 * MINUTE) - 0.64).abs() < 1e-15);
		assert!((at(28 * MINUTE) - 0.36).abs() < 1e-15);
		// Nothing is left of a near one: all of the far one counts.
		assert_eq!(between_expiries((q(0.64), 0), far, MINUTE), q(0.36));
	}

	fn any_vols() -> impl Strategy<Value = [u32; PLACES]> {
		proptest::array::uniform17(prop_oneof![
			10_000..5_000_000_u32,
			400_000..900_000_u32,
			Just(10_000_u32),
			Just(5_000_000)
		])
	}

	/// From a minute to ten years, each size as often as another, without what a volatility of 500 % would take
	/// beyond the exact path's total variance of 64.
	fn any_time() -> impl Strategy<Value = u64> {
		(15.9..36.2_f64).prop_map(|power| (power.exp2() as u64).clamp(MINUTE, 5 * YEAR_MS / 2))
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(5_000))]

		/// Volatilities 1 to 500 %, a minute to two years and a half, k out to eight deviations and to the ends.
		/// The exact path rounds total variance to 2^-56, which of a minute at 1 % is 4·10^-10, and far beyond a
		/// wing is as many times more as it goes on: so the ends are for a day and more.
		#[test]
		fn lines_are_those_of_the_exact_path(
			vols in any_vols(), time_ms in any_time(), z in -8.0..8.0, far in -16.0..16.0,
		) {
			let lines = Lines { width: width(time_ms), time_ms, vols: &vols };
			let far = if time_ms < 1_440 * MINUTE { 0.0 } else { far };
			for k in [q(z * f64::from(lines.width) / 1e6), q(far)] {
				// Held at 1,131 %.
				if exact_yearly(exact(&lines).variance(k).bits().into(), time_ms) >> 28 >= i64::MAX.into() {
					prop_assert_eq!(lines.yearly(k).bits(), i64::MAX);
				} else {
					prop_assert!(off(&lines, k).abs() <= 1, "{:?} {:?}: {}", lines, k, off(&lines, k));
				}
			}
			for (k, vol) in places(lines.width).into_iter().zip(vols) {
				prop_assert_eq!(volatility(lines.yearly(k)), u64::from(vol) * 1_000);
			}
		}

		/// Total variance along time, each product in 128 bits.
		#[test]
		fn time_is_that_of_the_exact_path(
			near in 1e-4..25.0, far in 1e-4..25.0, times in proptest::array::uniform3(any_time()),
		) {
			let (near, far) = (q(near), q(far));
			let mut times = times;
			times.sort_unstable();
			let [first, left, last] = times;
			prop_assume!(first < last);
			// Below 2^61·2^37 each, and 128 bits with 28 places more.
			let whole = |v: Q56, time: u64| i128::from(v.bits()) * i128::from(time);
			let (from, to) = (whole(near, first), whole(far, last));
			let part = crate::mul_div(to - from, (left - first).into(), (last - first).into(), Rounding::Nearest)?;
			let exact = ((from + part) << 28) / i128::from(left);
			let is = between_expiries((near, first), (far, last), left);
			let off = (i128::from(volatility(is)) - exact_volatility(exact)).abs();
			prop_assert!(off <= 1, "{} {}", volatility(is), exact_volatility(exact));
			prop_assert!(is >= near.min(far) && is <= near.max(far));
		}

		#[test]
		fn a_line_never_leaves_its_ends(
			vols in any_vols(), time_ms in any_time(), z in -6.0..6.0,
		) {
			let lines = Lines { width: width(time_ms), time_ms, vols: &vols };
			let k = q(z * f64::from(lines.width) / 1e6);
			let after = places(lines.width).partition_point(|place| *place < k);
			let ends = [after.saturating_sub(1), after.min(PLACES - 1)].map(|n| square(vols[n]));
			let is = lines.yearly(k).bits();
			prop_assert!(ends[0].min(ends[1]) <= is && is <= ends[0].max(ends[1]));
		}

		/// No wing is steeper than 2, and none falls.
		#[test]
		fn wings_keep_lees_bound(vols in any_vols(), time_ms in any_time(), a in 0.0..16.0, b in 0.0..16.0) {
			let lines = Lines { width: width(time_ms), time_ms, vols: &vols };
			let edge = 6.0 * f64::from(lines.width) / 1e6;
			let (a, b) = (f64::min(a, b).max(edge), f64::max(a, b).max(edge));
			for side in [-1.0, 1.0] {
				let total = |k: f64| wad(lines.yearly(q(side * k))) as f64 / 1e18 * time_ms as f64 / YEAR_MS as f64;
				let rise = total(b) - total(a);
				prop_assert!(rise >= -1e-12 && rise <= 2.0 * (b - a) + 1e-12, "{}", rise);
			}
		}

		#[test]
		fn nothing_panics(
			vols in proptest::array::uniform17(any::<u32>()), width in any::<u32>(), time_ms in any::<u64>(),
			cut in 0..64_u32, k in any::<i64>(), left in any::<u64>(),
		) {
			let lines = Lines { width: width >> (cut / 2), time_ms: time_ms >> cut, vols: &vols };
			let v = lines.yearly(Q56::from_bits(k));
			prop_assert!(v.bits() >= 0);
			let _ = (volatility(v), yearly(v, left), super::width(left), places(width));
			let _ = between_expiries((v, time_ms >> cut), (lines.yearly(Q56::from_bits(!k)), time_ms), left);
		}
	}
}
