// SPDX-License-Identifier: Apache-2.0

//! One scenario price in 64-bit arithmetic: what the portfolio margin spends its time on.
//!
//! Everything is in units of the forward and with 56 binary places: X the shocked forward, K the
//! strike, s = σ√T, d₁ = ln(X/K)/s + s/2, call = X·Φ(d₁) − K·Φ(d₁ − s), put by parity.
//!
//! An error δ of d₁ alone, d₂ = d₁ − s being exact, hardly matters: as X·φ(d₁) = K·φ(d₂) the price
//! moves by s·X·φ(d₁)·δ²/2 only. So the quotient may be short, 31 bits times 31 bits.

use crate::{
	binary::{mul62, Q56},
	black76, fast,
};

/// X lies below this.
pub(crate) const FORWARD_LIMIT: i64 = 8 << 56;
/// K lies below this in the kernel's domain.
pub(crate) const STRIKE_LIMIT: i64 = 64 << 56;
/// The kernel's domain of s: 2^-24 to 32.
const LEAST: i64 = 1 << 32;
const MOST: i64 = 32 << 56;

/// A price is off by at most this, 2^-40 = 9.1·10^-13, of max(X, K): proven from the error of Φ
/// (2^-41, of either sign, taken twice and weighed by X and by K), and gated in the tests.
pub(crate) const ERROR_BITS: u32 = 40;

/// What d₁ and d₂ need of s: one division for all scenarios of a volatility.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deviation {
	/// s, 56 places.
	deviation: i64,
	/// 2^93/(s normalised to 63 bits): 30 to 31 bits.
	inverse: i64,
	/// Cuts a logarithm to 31 bits.
	shift: u32,
	/// A logarithm beyond is as good as here: |d₁| is above 15.
	limit: i64,
}

impl Deviation {
	/// For `s` within the kernel's domain, 56 places.
	pub(crate) fn new(s: i64) -> Option<Self> {
		if !(LEAST..MOST).contains(&s) {
			return None;
		}
		// 2 to 31. With t = s·2^(zeros − 1), between 2^62 and 2^63:
		// 1/s = inverse·2^(zeros − 94), and shift + (zeros − 38) = −1.
		let zeros = s.leading_zeros();
		let top = s.wrapping_shl(zeros.wrapping_sub(1)) >> 31;
		let inverse = (1_i64 << 62).checked_div(top)?;
		let shift = 37_u32.wrapping_sub(zeros);
		let limit =
			if zeros <= 5 { i64::MAX } else { 1_i64.wrapping_shl(68_u32.wrapping_sub(zeros)) };
		Some(Self { deviation: s, inverse, shift, limit })
	}

	/// The call's price. `forward` within 0 (exclusive) and 8, `strike` within 0 (exclusive) and 64,
	/// `moneyness` their logarithms' difference; between max(X − K, 0) and X.
	pub(crate) fn call(&self, forward: i64, strike: i64, moneyness: i64) -> i64 {
		let short = moneyness.clamp(self.limit.wrapping_neg(), self.limit).wrapping_shr(self.shift);
		// |short| ≤ 2^31 and inverse ≤ 2^31.
		let quotient = short.wrapping_mul(self.inverse) >> 1;
		// Below 2^61 + 2^60.
		let d1 = quotient.wrapping_add(self.deviation >> 1);
		let d2 = d1.wrapping_sub(self.deviation);
		let value = mul62(forward, fast::cdf(d1)).wrapping_sub(mul62(strike, fast::cdf(d2)));
		// At most X, as Φ is at most one and K above zero.
		value.max(forward.wrapping_sub(strike)).max(0)
	}
}

/// The same outside the kernel's domain, from the exact model: X, K and the result with `places`
/// binary places, at most 96; s with 56. Within 2^-60 of max(X, K), for X and K below 2^127.
pub(crate) fn exact_call(forward: u128, strike: u128, deviation: i64) -> u128 {
	let intrinsic = forward.saturating_sub(strike);
	let wide = u128::from(deviation.max(0).unsigned_abs()) << 40;
	intrinsic.saturating_add(black76::time_value(forward, strike, wide)).min(forward)
}

/// One, with 56 places.
pub(crate) const ONE: i64 = Q56::ONE.bits();

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// The larger of both, with 56 places, and by how much the kernel is off with 80.
	fn off(forward: i64, strike: i64, deviation: i64) -> (u128, i128) {
		let wide = |x: i64| u128::from(x.unsigned_abs()) << 24;
		let moneyness = fast::ln64(forward) - fast::ln64(strike);
		let kernel = Deviation::new(deviation).expect("in the domain");
		let value = kernel.call(forward, strike, moneyness);
		let exact = exact_call(wide(forward), wide(strike), deviation);
		(wide(forward.max(strike)), (i128::from(value) << 24) - exact as i128)
	}

	fn power(exponent: f64) -> i64 {
		(exponent.exp2() * (1_u64 << 56) as f64) as i64
	}

	#[test]
	fn its_domain() {
		for outside in [i64::MIN, -1, 0, LEAST - 1, MOST, i64::MAX] {
			assert!(Deviation::new(outside).is_none());
		}
		for inside in [LEAST, LEAST + 1, ONE, MOST - 1] {
			assert!(Deviation::new(inside).is_some());
		}
	}

	#[test]
	fn at_the_ends_of_its_domain() {
		for deviation in [
			LEAST,
			LEAST + 1,
			(1 << 36) - 1,
			1 << 58,
			(1 << 58) - 1,
			(1 << 59) - 1,
			1 << 59,
			MOST - 1,
		] {
			for forward in [1, ONE / 20, ONE, FORWARD_LIMIT - 1] {
				for strike in [1, ONE / 20, ONE - 1, ONE, ONE + 1, STRIKE_LIMIT - 1] {
					let (size, off) = off(forward, strike, deviation);
					assert!(
						off.unsigned_abs() <= (size >> ERROR_BITS) + (16 << 24),
						"{forward} {strike} {deviation}: {off}"
					);
				}
			}
		}
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(20_000))]

		/// The largest error counts: 2^-40 of max(X, K) is 9.1·10^-13.
		#[test]
		fn it_is_the_exact_kernel_to_twelve_digits(
			x in -5.0..2.999_f64, k in -20.0..5.999_f64, s in -23.99..4.999_f64, near in any::<bool>(), z in -9.0..9.0_f64,
		) {
			let (forward, deviation) = (power(x), power(s));
			// Either anywhere, or within some deviations of the forward, where the price is vega.
			let near_by = (x + z * s.exp2() * core::f64::consts::LOG2_E).clamp(-50.0, 5.999);
			let strike = power(if near { near_by } else { k });
			let (size, off) = off(forward, strike, deviation);
			prop_assert!(off.unsigned_abs() <= (size >> ERROR_BITS) + (16 << 24), "off by {} of {}", off, size);
		}

		#[test]
		fn nothing_panics(forward in 1..FORWARD_LIMIT, strike in 1..STRIKE_LIMIT, s in any::<i64>(), m in any::<i64>()) {
			if let Some(kernel) = Deviation::new(s) {
				let value = kernel.call(forward, strike, m);
				prop_assert!((forward - strike).max(0) <= value && value <= forward);
			}
		}
	}
}
