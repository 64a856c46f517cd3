// SPDX-License-Identifier: Apache-2.0

//! The standard normal distribution, with 96 binary places.

use crate::{
	normal_table::TAILS,
	q96::{self, INV_SQRT_TWO_PI, ONE},
	wide::{mul_wide, shr_nearest},
};

/// Where the table ends: beyond it a tail is below 10^-23.
pub(crate) const END: u128 = 10 << q96::BITS;

/// Nodes lie 2^-3 apart.
const STEP_BITS: u32 = q96::BITS - 3;
/// Binary places of the sum's terms: they stay below 2, so that an `i64` holds them.
const TERM_BITS: u32 = 62;
/// How many terms are summed.
const TERMS: i64 = 14;

/// 1 − Φ(x) for `x ≥ 0`, within 2^-62; zero from 10 on. Never rises with x but for that error.
///
/// Taylor's series about the nearest node a of a table of 1 − Φ and φ with step 1/8
/// (the idea: G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software
/// 11(4), 2004). Derivatives of φ are Hermite polynomials, φ⁽ⁿ⁾(a) = (−1)ⁿ Heₙ(a) φ(a) (Abramowitz
/// and Stegun, 26.2.28 and 22.7.14), so with h = x − a and
/// uₙ = (−1)ⁿ Heₙ(a) hⁿ/n!, which obeys uₙ₊₁ = −(a·h·uₙ + h²·uₙ₋₁)/(n + 1), u₀ = 1, u₋₁ = 0,
/// 1 − Φ(x) = (1 − Φ(a)) − φ(a)·h·Σ uₙ/(n + 1).
/// By Cramér's bound |Heₙ(a)| φ(a) ≤ 0.44·√n! the terms left out after 14 are below 2^-80, |h| ≤ 1/16.
pub(crate) fn tail(x: u128) -> u128 {
	if x >= END {
		return 0;
	}
	let index = x.wrapping_add(1 << (STEP_BITS - 1)) >> STEP_BITS;
	let Some((node_tail, node_density)) = TAILS.get(index as usize) else { return 0 };
	let node = index << STEP_BITS;
	let before = x < node;
	let distance = x.abs_diff(node);
	// a·h ≤ 10/16 and h ≤ 1/16, with 62 places.
	let h = (distance >> (q96::BITS - TERM_BITS)) as i64;
	let h = if before { h.wrapping_neg() } else { h };
	let square = (wide(h, h) >> TERM_BITS) as i64;
	// The node is an eighth of a whole number below 81.
	let node_h = (wide(index as i64, h) >> 3) as i64;
	let (mut last, mut term) = (0_i64, 1_i64 << TERM_BITS);
	let mut sum = 0_i128;
	for n in 1..=TERMS {
		// |uₙ| < 2: the sum of both products stays below 2^126.
		let next = wide(node_h, term).wrapping_add(wide(square, last)) >> TERM_BITS;
		sum = sum.wrapping_add(i128::from(term.checked_div(n).unwrap_or(0)));
		(last, term) = (term, (next as i64).wrapping_neg().checked_div(n).unwrap_or(0));
	}
	// Σ uₙ/(n + 1) = (1/h)∫e^(−at−t²/2) lies between 0 and 2.
	let sum = sum.max(0).unsigned_abs();
	let (high, low) = mul_wide(q96::mul(*node_density, distance), sum);
	let moved = shr_nearest(high, low, TERM_BITS).unwrap_or(0);
	if before {
		node_tail.saturating_add(moved)
	} else {
		node_tail.saturating_sub(moved)
	}
}

/// Φ(x) from x's sign and magnitude.
pub(crate) fn cdf(negative: bool, x: u128) -> u128 {
	let tail = tail(x);
	if negative {
		tail
	} else {
		ONE.saturating_sub(tail)
	}
}

/// φ(x) for the magnitude of x, within 2^-94; zero from 10 on.
pub(crate) fn density(x: u128) -> u128 {
	if x >= END {
		return 0;
	}
	let half_square = q96::mul(x, x) >> 1;
	let (mantissa, exponent) = q96::exp((half_square as i128).wrapping_neg());
	shr_nearest(0, q96::mul(mantissa, INV_SQRT_TWO_PI), exponent.unsigned_abs()).unwrap_or(0)
}

/// `a·b`, which an `i128` always holds.
fn wide(a: i64, b: i64) -> i128 {
	i128::from(a).wrapping_mul(i128::from(b))
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// Φ(x) − ½ by Marsaglia's series φ(x)·(x + x³/3 + x⁵/(3·5) + …): no table, all terms positive.
	fn reference_tail(x: u128) -> u128 {
		let square = q96::mul(x, x);
		let (mut term, mut sum, mut odd) = (x, x, 1);
		while term > 0 && odd < 400 {
			odd += 2;
			term = q96::mul(term, square) / odd;
			sum += term;
		}
		ONE / 2 - q96::mul(sum, density(x))
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(2_000))]

		#[test]
		fn tails_agree_with_a_series_that_needs_no_table(x in 0..5 * ONE) {
			// The reference multiplies φ's error by a sum of up to 10^5.
			prop_assert!(tail(x).abs_diff(reference_tail(x)) < 1 << 34);
		}

		#[test]
		fn tails_fall(x in 0..12 * ONE, more in 0..ONE) {
			prop_assert!(tail(x + more) <= tail(x) + (1 << 34));
		}
	}

	#[test]
	fn neighbouring_nodes_meet() {
		for node in 0..80 {
			let middle = (node << STEP_BITS) + (1 << (STEP_BITS - 1));
			assert!(
				tail(middle - 1).abs_diff(tail(middle)) < 1 << 34,
				"between node {node} and next"
			);
		}
		assert!(tail(END - 1) < ONE / 10_u128.pow(23));
		assert_eq!(tail(END), 0);
		assert_eq!(density(END), 0);
		assert_eq!(cdf(false, 0), ONE / 2);
		assert_eq!(cdf(true, u128::MAX), 0);
		assert_eq!(cdf(false, u128::MAX), ONE);
	}
}
