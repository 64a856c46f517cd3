// SPDX-License-Identifier: Apache-2.0

//! The functions of the scenario kernels: tables and short polynomials in 64 bits, no loop that
//! depends on the data. The tables are written by `vectors/tables.py`.

use crate::{
	binary::{mul62, Q56, Q62},
	tables::{Cubic, CDF, INVERSE_STEP, LN_2, POWERS, RECIPROCALS},
	MathError, Result,
};

/// One, with 62 binary places.
const ONE: i64 = Q62::ONE.bits();
/// 1/n! with 62 binary places, from 1/2! to 1/6!.
const FACTORIALS: [i64; 5] = [
	2_305_843_009_213_693_952,
	768_614_336_404_564_651,
	192_153_584_101_141_163,
	38_430_716_820_228_233,
	6_405_119_470_038_039,
];

/// Φ(d) for |d| < 2^63: 62 binary places from 56, within 2^-41. Φ(d) + Φ(−d) = 1 exactly.
///
/// A cubic on each of 1856 intervals of width 1/256, off by 2^-44; beyond them the tail is below 2^-42.
/// Cut are d to 40 places (± 2^-41, of which the slope takes 2^-1.3) and the slope to 41 of its interval
/// (± 2^-42).
pub(crate) fn cdf(d: i64) -> i64 {
	let magnitude = d.wrapping_abs() as u64;
	let upper = match CDF.get((magnitude >> 48) as usize) {
		Some(&Cubic { c0, c1, c2, c3 }) => {
			let u = (magnitude >> 16 & u64::from(u32::MAX)) as i64;
			// |c₂| < 2^31, |c₃| < 2^23: with u below 2^32 no product reaches 2^63.
			let curve = i64::from(c2).wrapping_add(i64::from(c3).wrapping_mul(u) >> 32);
			// Below 2^39 with 48 places, so 2^31.7 with 41, and times u below 2^63.7.
			let slope = c1.wrapping_add(curve.wrapping_mul(u) >> 34) >> 7;
			let rise = (slope as u64).wrapping_mul(u as u64) >> 11;
			// Never above one: up to 7 a tail is 2^-39 and the error 2^-41, then the slope is nothing.
			c0.wrapping_add(rise as i64)
		},
		None => ONE,
	};
	if d < 0 {
		ONE.wrapping_sub(upper)
	} else {
		upper
	}
}

/// ln n for `n ≥ 1`, 56 binary places: within 2^-54.
pub(crate) fn ln(n: u128) -> i64 {
	let zeros = n.max(1).leading_zeros();
	// [2^62, 2^63): 62 places.
	ln_of((n.max(1).wrapping_shl(zeros) >> 65) as i64, 127_u32.wrapping_sub(zeros))
}

/// The same for an `i64`.
pub(crate) fn ln64(n: i64) -> i64 {
	let n = n.max(1);
	let zeros = n.leading_zeros();
	ln_of(n.wrapping_shl(zeros.wrapping_sub(1)), 63_u32.wrapping_sub(zeros))
}

/// ln(m·2^exponent) for m within 1 and 2, 62 places, and an exponent below 128; 56 places.
///
/// m times the reciprocal r of the middle of its interval of width 1/128 is 1 + z, |z| < 2^-7.9, and
/// ln m = −ln r + z − z²·(1/2 − z·(1/3 − z·(1/4 − …))). The term after 1/7 is below 2^-65; what
/// follows 1/2 is summed with 31 places, which z³ takes below 2^-54.
fn ln_of(mantissa: i64, exponent: u32) -> i64 {
	const fn part(of: i64) -> i64 {
		match (1_i64 << 31).checked_div(of) {
			Some(part) => part,
			None => 0,
		}
	}
	let index = (mantissa >> 55) & 127;
	let Some([reciprocal, logarithm]) = RECIPROCALS.get(index as usize) else { return 0 };
	let z = mul62(mantissa, *reciprocal).wrapping_sub(ONE);
	// Below 2^24: no product below 2^55.
	let short = z >> 31;
	let mut series = const { part(7) };
	series = const { part(6) }.wrapping_sub(short.wrapping_mul(series) >> 31);
	series = const { part(5) }.wrapping_sub(short.wrapping_mul(series) >> 31);
	series = const { part(4) }.wrapping_sub(short.wrapping_mul(series) >> 31);
	series = const { part(3) }.wrapping_sub(short.wrapping_mul(series) >> 31);
	// 40 places: below 2^33·2^30.
	let half = (1_i64 << 39).wrapping_sub((z >> 22).wrapping_mul(series) >> 31);
	let square = mul62(z.wrapping_abs(), z.wrapping_abs());
	let fraction = logarithm.wrapping_add(z).wrapping_sub(mul62(square, half << 22));
	// exponent·ln 2 in two parts, exact: below 2^7·2^31·2^25.
	let exponent = i64::from(exponent);
	let whole = exponent.wrapping_mul(LN_2 >> 31) << 25;
	let rest = exponent.wrapping_mul(LN_2 & ((1 << 31) - 1));
	whole.wrapping_add(fraction.wrapping_add(rest) >> 6)
}

/// e^x for `x ≤ 4.8`, both with 56 binary places: within 2^-54 plus 2^-57 of the value.
///
/// # Errors
/// `Overflow` if the result does not fit (it is 128 from 4.85 on).
pub(crate) fn exp(x: i64) -> Result<i64> {
	// x = (64·whole + part)·ln 2/64 + rest.
	let steps =
		(i128::from(x).wrapping_mul(i128::from(INVERSE_STEP)) >> 56).wrapping_add(1 << 55) >> 56;
	let step = i128::from(LN_2).wrapping_mul(steps) >> 6;
	let rest = (i128::from(x) << 6).wrapping_sub(step);
	// |rest| ≤ ln 2/128 + 2^-50: six terms leave out less than 2^-64.
	let rest = i64::try_from(rest).map_err(|_| MathError::Overflow)?;
	let mut series = 0;
	for factorial in FACTORIALS.iter().rev() {
		series = factorial.wrapping_add(signed_mul62(rest, series));
	}
	let series = rest.wrapping_add(signed_mul62(rest, signed_mul62(rest, series)));
	let power = POWERS.get(steps.rem_euclid(64) as usize).copied().unwrap_or(ONE);
	// Below 2^62·2.03.
	let value = i128::from(power).wrapping_add(signed_mul62(power, series).into());
	let whole = steps.div_euclid(64);
	match whole {
		..=-64 => Ok(0),
		-63..=6 => i64::try_from(value.wrapping_shr(6_i128.wrapping_sub(whole) as u32)),
		_ => return Err(MathError::Overflow),
	}
	.map_err(|_| MathError::Overflow)
}

/// √(n/d) for whole numbers, 56 binary places, rounded down; the largest number if it does not fit, 0 if `d`
/// is.
pub(crate) fn sqrt_ratio(n: u64, d: u64) -> i64 {
	// 112 places before the root, in two steps.
	let (wide, d) = (u128::from(n) << 64, u128::from(d));
	let (Some(high), Some(rest)) = (wide.checked_div(d), wide.checked_rem(d)) else { return 0 };
	if high >= 1 << 78 {
		// √2^14 is the first that does not fit.
		return i64::MAX;
	}
	let low = (rest << 48).checked_div(d).unwrap_or(0);
	(high << 48 | low).isqrt() as i64
}

/// √x, both with 56 binary places, rounded down; 0 below zero.
pub(crate) fn sqrt(x: i64) -> i64 {
	// A root of at most 2^119 is below 2^60.
	(u128::from(x.max(0).unsigned_abs()) << 56).isqrt() as i64
}

/// [`mul62`] of signed numbers, `|b| ≤ 2^62`: within six units towards zero.
pub(crate) const fn signed_mul62(a: i64, b: i64) -> i64 {
	let magnitude = mul62(a.saturating_abs(), b.saturating_abs());
	if (a < 0) ^ (b < 0) {
		magnitude.wrapping_neg()
	} else {
		magnitude
	}
}

/// n/d with 62 binary places, within 2^-57 and within 0 and 1; 1 if `n ≥ d`, also if both are 0.
///
/// One division gives 1/d to 30 bits; what is left of n after the first guess goes through it again.
pub(crate) fn share(n: u64, d: u64) -> i64 {
	if n >= d {
		return ONE;
	}
	// d is above 0. Both over the same power of two, so that d is within 1 and 2 with 62 places.
	let zeros = d.leading_zeros();
	let scaled = |x: u64| match zeros.checked_sub(1) {
		Some(left) => x.wrapping_shl(left) as i64,
		None => (x >> 1) as i64,
	};
	let (n, d) = (scaled(n), scaled(d));
	// 2^62 over 31 to 32 bits: 1/d with 31 places, within 2^-30 of it. At most 2^31.
	let inverse = (1_i64 << 62).checked_div(d >> 31).unwrap_or(0) << 31;
	let guess = mul62(n, inverse).min(ONE);
	// At most 2^-30 of n, and six units that the product is low.
	let rest = n.wrapping_sub(mul62(d, guess));
	guess.wrapping_add(mul62(rest, inverse)).clamp(0, ONE)
}

/// x·n/d, held within what an `i64` holds; 0 if `d` is. Within 2^-57 of |x| and six units, towards zero or
/// not.
pub(crate) fn scale(x: i64, n: u64, d: u64) -> i64 {
	if d == 0 {
		return 0;
	}
	let size = x.saturating_abs();
	let (whole, rest) =
		if n < d { (0, n) } else { (n.checked_div(d).unwrap_or(0), n.checked_rem(d).unwrap_or(0)) };
	let whole = size.saturating_mul(i64::try_from(whole).unwrap_or(i64::MAX));
	let scaled = whole.saturating_add(mul62(size, share(rest, d)));
	if x < 0 {
		scaled.wrapping_neg()
	} else {
		scaled
	}
}

/// √x of whole numbers, `x ≥ 0`, as (m, e): the root is m·2^-e, within 2^-60 of it.
///
/// The root of 62 to 64 bits is a whole number r of 32 bits and (x − r²)/2r, which is too high by less
/// than 1/2r.
pub(crate) fn root(x: i64) -> (i64, u32) {
	let n = x.max(0).unsigned_abs();
	let even = n.leading_zeros() & 62;
	let n = n.wrapping_shl(even);
	let whole = n.isqrt();
	// At most 2r: 33 bits, 62 after the shift.
	let rest = n.wrapping_sub(whole.wrapping_mul(whole));
	let part = (rest << 29).checked_div(whole).unwrap_or(0);
	// Below 2^32·2^30 and one.
	let root = (whole << 30).wrapping_add(part) as i64;
	(root, 30_u32.wrapping_add(even >> 1))
}

/// √(a² + b²) for |a|, |b| ≤ 2^61: within 2^-55 of it and eight units.
///
/// The larger times √(1 + r²), r the smaller through the larger. With 60 places 1 + r² lies within 2^60 and
/// 2^61, so its root has 61.
pub(crate) fn hypotenuse(a: i64, b: i64) -> i64 {
	let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
	let (small, large) = (a.min(b), a.max(b));
	let ratio = share(small, large);
	let (root, _) = root((ONE >> 2).wrapping_add(mul62(ratio, ratio) >> 2));
	mul62((large << 1) as i64, root)
}

/// x to the power p, 56 binary places each: for `x > 0`, |p·ln x| ≤ 4.8 within 2^-50.
///
/// # Errors
/// `Domain` unless `x > 0`; `Overflow` if the result does not fit.
pub(crate) fn pow(x: i64, p: i64) -> Result<i64> {
	if x <= 0 {
		return Err(MathError::Domain);
	}
	let logarithm = ln64(x).wrapping_sub(ln64(Q56::ONE.bits()));
	let exponent = i128::from(logarithm).wrapping_mul(p.into()) >> 56;
	exp(exponent.try_into().map_err(|_| MathError::Overflow)?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{normal, q96};
	use proptest::prelude::*;

	/// A number with 56 places as one with 96.
	fn wide(x: i64) -> u128 {
		u128::from(x.unsigned_abs()) << 40
	}

	/// Distance of a number with `places` from one with 96, in units of 2^-96.
	fn off(x: i64, places: u32, exact: u128) -> u128 {
		(u128::from(x.unsigned_abs()) << (96 - places)).abs_diff(exact)
	}

	fn check_cdf(d: i64) {
		let exact = normal::cdf(d < 0, wide(d.saturating_abs()));
		assert!(off(cdf(d), 62, exact) <= 1 << (96 - 41), "Φ at {d}");
		assert!((0..=ONE).contains(&cdf(d)), "Φ at {d}");
	}

	#[test]
	fn the_whole_table_of_the_distribution() {
		let mut worst = 0;
		for index in 0..CDF.len() as i64 {
			// Ends of the intervals and of the cuts, and between the nodes of Chebyshev, where the error peaks.
			for part in [0, 1, 37, 38, 150, 500, 850, 1_022, 1_023] {
				for rest in [0, 1 << 14, (1 << 16) - 1, (1 << 38) - 1] {
					let d = (index << 48) + (part << 38) + rest;
					check_cdf(d);
					check_cdf(-d);
					worst = worst.max(off(cdf(d), 62, normal::cdf(false, wide(d))));
				}
			}
		}
		// What is stated, 2^-41 = 4.5·10^-13, has room.
		assert!(worst < q96::ONE / 10_u128.pow(15) * 430, "{}", worst * 10_u128.pow(15) / q96::ONE);
		let end = (CDF.len() as i64) << 48;
		assert_eq!((cdf(end), cdf(-end), cdf(i64::MAX), cdf(-i64::MAX)), (ONE, 0, ONE, 0));
	}

	#[test]
	fn ends_of_the_functions() {
		assert_eq!(ln(0), ln(1));
		assert_eq!(ln(1), 0);
		assert!((ln(u128::MAX) - 128 * (LN_2 >> 6)).abs() < 128);
		assert_eq!(exp(0), Ok(1 << 56));
		assert_eq!(exp(-60 << 56), Ok(0));
		assert_eq!(exp(i64::MIN), Ok(0));
		assert_eq!(exp(i64::MAX), Err(MathError::Overflow));
		assert_eq!(exp(5 << 56), Err(MathError::Overflow));
		assert_eq!(sqrt_ratio(9, 4), 3 << 55);
		assert_eq!((sqrt_ratio(1, 0), sqrt_ratio(0, 1)), (0, 0));
		assert_eq!(sqrt_ratio(u64::MAX, 1), i64::MAX);
		assert_eq!((sqrt(9 << 54), sqrt(0), sqrt(-1)), (3 << 55, 0, 0));
		assert_eq!((share(0, 0), share(2, 1), share(0, 1)), (ONE, ONE, 0));
		assert_eq!(share(1, u64::MAX), 0);
		assert_eq!((scale(7, 3, 0), scale(-7, u64::MAX, 1)), (0, -i64::MAX));
		assert!((scale(-6 << 40, 5, 3) + (10 << 40)).abs() <= 7);
		assert_eq!((root(0), root(-1)), ((0, 30), (0, 30)));
		assert_eq!(root(9), (3 << 60, 60));
		assert_eq!((hypotenuse(0, 0), hypotenuse(0, -7)), (0, 7));
		assert!(hypotenuse(-1 << 61, 1 << 61).abs_diff(3_260_954_456_333_195_553) <= 64);
		assert_eq!(pow(0, 1), Err(MathError::Domain));
		assert_eq!(pow(4 << 56, 1 << 55).map(|two| (two - (2 << 56)).abs() < 1 << 6), Ok(true));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(20_000))]

		#[test]
		fn the_distribution_is_that_of_the_exact_kernel(d in -9_i64 << 56..9 << 56) {
			check_cdf(d);
			prop_assert_eq!(cdf(d) + cdf(-d), ONE);
		}

		#[test]
		fn logarithms_are_those_of_the_exact_kernel(n in 1..=u128::MAX, cut in 0..128_u32) {
			let n = (n >> cut).max(1);
			let exact = q96::ln_ratio(n, 1);
			let off = (i128::from(ln(n)) << 40).abs_diff(exact);
			prop_assert!(off <= 1 << (96 - 54), "ln {}: {}", n, off);
			if let Ok(n) = i64::try_from(n) {
				prop_assert_eq!(ln64(n), ln(n as u128));
			}
		}

		#[test]
		fn exponentials_are_those_of_the_exact_kernel(x in -45_i64 << 56..1_228 << 48) {
			let (mantissa, exponent) = q96::exp(i128::from(x) << 40);
			// At most 2^103.
			let exact = if exponent < 0 { mantissa >> -exponent } else { mantissa << exponent };
			let room = (1 << (96 - 54)) + (exact >> 57);
			prop_assert!(off(exp(x)?, 56, exact) <= room);
		}

		#[test]
		fn roots_are_floors(n in any::<u64>(), d in 1..=u64::MAX, cut in 0..64_u32) {
			let n = n >> cut;
			prop_assume!(n / d < 1 << 14);
			let exact = q96::sqrt_ratio(n, d);
			prop_assert_eq!(sqrt_ratio(n, d), (exact >> 40) as i64);
		}

		#[test]
		fn shares_are_quotients(n in any::<u64>(), d in any::<u64>(), cut in prop::array::uniform2(0..64_u32)) {
			let (n, d) = (n >> cut[0], d >> cut[1]);
			let (n, d) = (n.min(d), n.max(d));
			let is = share(n, d);
			prop_assert!((0..=ONE).contains(&is));
			if n == d || n == 0 {
				prop_assert_eq!(is, if n == d { ONE } else { 0 });
			} else {
				let exact = ((u128::from(n) << 62) / u128::from(d)) as i64;
				prop_assert!((is - exact).abs() <= 32, "{}/{}: {} {}", n, d, is, exact);
			}
		}

		#[test]
		fn scaled_numbers_are_quotients(
			x in any::<i64>(), n in any::<u64>(), d in 1..=u64::MAX, cut in prop::array::uniform3(0..64_u32),
		) {
			let (x, n, d) = (x >> cut[0].min(63), n >> cut[1], (d >> cut[2]).max(1));
			let exact = crate::mul_div(x.into(), n.into(), d.into(), crate::Rounding::Down)?;
			let exact = exact.clamp((-i64::MAX).into(), i64::MAX.into());
			let off = (i128::from(scale(x, n, d)) - exact).unsigned_abs();
			let room = (u128::from(x.unsigned_abs()) >> 57) + 7;
			prop_assert!(off <= room, "{} {} {}: {}", x, n, d, off);
		}

		#[test]
		fn hypotenuses_are_roots_of_sums_of_squares(
			a in -1_i64 << 61..=1 << 61, b in -1_i64 << 61..=1 << 61, cut in prop::array::uniform2(0..64_u32),
		) {
			let (a, b) = (a >> cut[0].min(63), b >> cut[1].min(63));
			let square = |x: i64| u128::from(x.unsigned_abs()) * u128::from(x.unsigned_abs());
			let exact = (square(a) + square(b)).isqrt() as i64;
			let off = hypotenuse(a, b) - exact;
			prop_assert!(off.abs() <= (exact >> 55) + 8, "{} {}: {}", a, b, off);
		}

		#[test]
		fn roots_of_whole_numbers(x in 1..=i64::MAX, cut in 0..63_u32) {
			let x = (x >> cut).max(1);
			let (root, places) = root(x);
			prop_assert!((1 << 61..=1 << 62).contains(&root));
			// Both with 96 places, which are exact to 2^-96.
			let exact = q96::sqrt_ratio(x as u64, 1);
			let is = (root as u128) << (96 - places);
			prop_assert!(is.abs_diff(exact) <= (exact >> 60) + 1, "{}: {} {}", x, is, exact);
		}

		#[test]
		fn nothing_panics(x in any::<i64>(), y in any::<i64>(), n in any::<u64>()) {
			let _ = (exp(x), pow(x, y), sqrt(x), sqrt_ratio(n, y.unsigned_abs()), cdf(y.max(-i64::MAX)));
			let _ = (share(n, x as u64), scale(x, n, y as u64), scale(y, x as u64, n), root(x));
			let _ = hypotenuse(x, y);
		}
	}
}
