// SPDX-License-Identifier: Apache-2.0

//! Smiles: total variance by strike, as feeders describe it and as the market agrees on it.
//!
//! A feeder sends a slice of five numbers, w(k) = a + b·(ρ(k − m) + √((k − m)² + σ²)) with
//! k = ln(K/F) (J. Gatheral, A parsimonious arbitrage-free implied volatility parameterization,
//! 2004). What counts is the **median of the values at fixed places**, never the slice next to the
//! median: that one could be bent off the places that were compared. [`lines`] is how the result is read.

#[cfg(test)]
mod exact;
pub mod fit;
pub mod lines;

pub use fit::{fit, Fit, FitError, Point};

use crate::{
	binary::{times, Q56},
	fast,
	fixed::{Wad, WAD},
	kernel::ONE,
	MathError, Result,
};

/// No slice says more than this: σ√T of 8.
const MOST_VARIANCE: i64 = 64 << 56;
/// Neither k, m nor σ is larger.
const MOST_DISTANCE: i64 = 16 << 56;

/// k = ln(K/F), within 2^-53; held within ±16.
///
/// # Errors
/// `NonPositivePrice` unless both are above zero.
pub fn moneyness(strike: Wad, forward: Wad) -> Result<Q56> {
	if strike <= 0 || forward <= 0 {
		return Err(MathError::NonPositivePrice);
	}
	let [strike, forward] = [strike, forward].map(|price| fast::ln(price.unsigned_abs()));
	let k = strike.saturating_sub(forward).clamp(-MOST_DISTANCE, MOST_DISTANCE);
	Ok(Q56::from_bits(k))
}

/// K/F of k, |k| ≤ 4.8: within 2^-50 and to nearest; what [`moneyness`] came from.
///
/// # Errors
/// `Overflow` if it does not fit (it is 128 from 4.85 on).
pub fn ratio(k: Q56) -> Result<Wad> {
	// Below 2^63·2^60.
	let scaled = i128::from(fast::exp(k.bits())?).saturating_mul(WAD);
	Ok(scaled.saturating_add(1 << 55) >> 56)
}

/// What a feeder says of an expiry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slice {
	/// Level.
	pub a: Q56,
	/// Steepness of the wings.
	pub b: Q56,
	/// Tilt.
	pub rho: Q56,
	/// Where the bottom is, before the tilt.
	pub m: Q56,
	/// Width of the bottom.
	pub sigma: Q56,
}

impl Slice {
	/// That total variance is never below zero and that no wing is steeper than 2.
	///
	/// # Errors
	/// `InvalidSmile` unless `b ≥ 0`, `|ρ| < 1`, `0 < σ ≤ 16`, `|m| ≤ 16`, `|a| ≤ 64`,
	/// `a + bσ√(1 − ρ²) ≥ 0` and `b(1 + |ρ|) ≤ 2`.
	pub fn check(&self) -> Result<()> {
		let [a, b, rho, m, sigma] = [self.a, self.b, self.rho, self.m, self.sigma].map(Q56::bits);
		let size = rho.saturating_abs();
		let inside = b >= 0
			&& size < ONE
			&& (1..=MOST_DISTANCE).contains(&sigma)
			&& m.saturating_abs() <= MOST_DISTANCE
			&& a.saturating_abs() <= MOST_VARIANCE;
		// b ≤ 2 first: then no product below reaches 128.
		if !inside || b > 2 * ONE || times(b, ONE.saturating_add(size)) > 2 * ONE {
			return Err(MathError::InvalidSmile);
		}
		let straight = fast::sqrt(ONE.saturating_sub(times(rho, rho)));
		if a.saturating_add(times(times(b, sigma), straight)) < 0 {
			return Err(MathError::InvalidSmile);
		}
		Ok(())
	}

	/// w(k), at least 0: within 2^-52, beyond distances of 2 from m and widths of 2 within 2^-49.
	///
	/// # Errors
	/// `InvalidSmile` as [`Self::check`] or if w(k) is above 64; `Domain` if |k| is above 16.
	pub fn variance(&self, k: Q56) -> Result<Q56> {
		self.variances(&[k]).map(|[variance]| variance)
	}

	/// [`Self::variance`] at several k: the rules are looked at once.
	///
	/// # Errors
	/// As [`Self::variance`].
	pub fn variances<const N: usize>(&self, ks: &[Q56; N]) -> Result<[Q56; N]> {
		self.check()?;
		let mut variances = [Q56::ZERO; N];
		for (variance, k) in variances.iter_mut().zip(ks) {
			*variance = self.at(*k)?;
		}
		Ok(variances)
	}

	/// w(k) of a slice that keeps its rules.
	fn at(&self, k: Q56) -> Result<Q56> {
		if k.bits().saturating_abs() > MOST_DISTANCE {
			return Err(MathError::Domain);
		}
		let distance = k.bits().saturating_sub(self.m.bits());
		// Both are at most 2^61.
		let root = fast::hypotenuse(distance, self.sigma.bits());
		let tilted = times(self.rho.bits(), distance).saturating_add(root);
		let variance = self.a.bits().saturating_add(times(self.b.bits(), tilted));
		if variance > MOST_VARIANCE {
			return Err(MathError::InvalidSmile);
		}
		Ok(Q56::from_bits(variance.max(0)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{fixed::Rounding, functions};
	use proptest::prelude::*;

	fn q(x: f64) -> Q56 {
		Q56::from_bits((x * (1_u64 << 56) as f64) as i64)
	}

	fn slice(a: f64, b: f64, rho: f64, m: f64, sigma: f64) -> Slice {
		Slice { a: q(a), b: q(b), rho: q(rho), m: q(m), sigma: q(sigma) }
	}

	/// Slices that keep the rules.
	fn any_slice() -> impl Strategy<Value = Slice> {
		(0.0..0.5, 0.0..1.0, -0.99..0.99, -1.0..1.0, 0.01..2.0)
			.prop_map(|(a, b, rho, m, sigma)| slice(a, b, rho, m, sigma))
	}

	#[test]
	fn a_worked_slice() {
		// .04 + .4·(−.4·.3 + √(.09 + .16)) = .04 + .4·.38
		let variance = slice(0.04, 0.4, -0.4, 0.1, 0.4).variance(q(0.4)).unwrap();
		let wad = variance.to_wad(Rounding::Nearest).unwrap();
		assert!((wad - WAD / 1_000 * 192).abs() < 100, "{wad}");
	}

	#[test]
	fn moneyness_is_the_logarithm_of_the_ratio() {
		let of = |strike, forward| moneyness(strike, forward).map(|k| k.bits());
		assert_eq!(of(3 * WAD, 3 * WAD), Ok(0));
		// ln 2.
		let two = of(200 * WAD, 100 * WAD).unwrap();
		assert!((two - 49_946_518_145_322_872).abs() < 16, "{two}");
		assert_eq!(of(100 * WAD, 200 * WAD), Ok(-two));
		assert_eq!(of(i128::MAX, 1), Ok(MOST_DISTANCE));
		assert_eq!(of(1, i128::MAX), Ok(-MOST_DISTANCE));
		for (strike, forward) in [(0, 1), (1, 0), (-1, 1), (1, i128::MIN)] {
			assert_eq!(of(strike, forward), Err(MathError::NonPositivePrice));
		}
	}

	#[test]
	fn a_ratio_is_what_its_logarithm_came_from() {
		assert_eq!(ratio(Q56::ZERO), Ok(WAD));
		for thousandths in 500..=2_000 {
			let price = thousandths * WAD / 1_000;
			let back = ratio(moneyness(price, WAD).unwrap()).unwrap();
			assert!((back - price).abs() < 1_000, "{back}");
		}
		assert_eq!(ratio(q(5.0)), Err(MathError::Overflow));
	}

	#[test]
	fn slices_that_break_the_rules() {
		let good = slice(0.04, 0.4, -0.4, 0.1, 0.4);
		assert_eq!(good.check(), Ok(()));
		for bad in [
			Slice { b: q(-0.001), ..good },
			Slice { rho: q(1.0), ..good },
			Slice { rho: q(-1.0), ..good },
			Slice { sigma: q(0.0), ..good },
			Slice { sigma: q(16.1), ..good },
			Slice { m: q(-16.1), ..good },
			Slice { a: q(64.1), ..good },
			// Lee: b(1 + |ρ|) = 2.1.
			Slice { b: q(1.5), ..good },
			Slice { b: Q56::from_bits(i64::MAX), ..good },
			// .4·.4·√(1 − .16) = .1466.
			Slice { a: q(-0.147), ..good },
			Slice { a: Q56::from_bits(i64::MIN), ..good },
		] {
			assert_eq!(bad.check(), Err(MathError::InvalidSmile), "{bad:?}");
			assert_eq!(bad.variance(q(0.0)), Err(MathError::InvalidSmile));
		}
		assert_eq!(Slice { a: q(-0.146), ..good }.check(), Ok(()));
		// b(1 + |ρ|) = 2 exactly.
		assert_eq!(Slice { b: q(1.25), rho: q(0.6), ..good }.check(), Ok(()));
		assert_eq!(good.variance(q(16.1)), Err(MathError::Domain));
	}

	proptest! {
		#[test]
		fn a_slice_is_its_formula(s in any_slice(), k in -2.0..2.0) {
			let wad = |x: Q56| x.to_wad(Rounding::Nearest).unwrap();
			let product = |a, b| crate::mul(a, b, Rounding::Nearest).unwrap();
			let distance = wad(q(k)) - wad(s.m);
			let square = product(distance, distance) + product(wad(s.sigma), wad(s.sigma));
			let root = functions::sqrt(square).unwrap();
			let expected = wad(s.a) + product(wad(s.b), product(wad(s.rho), distance) + root);
			prop_assert!((wad(s.variance(q(k))?) - expected).abs() < 250);
		}

		#[test]
		fn nothing_panics(bits in proptest::array::uniform5(any::<i64>()), cut in 0..63_u32, k in any::<i64>()) {
			let [a, b, rho, m, sigma] = bits.map(|x| Q56::from_bits(x >> cut));
			let slice = Slice { a, b, rho, m, sigma };
			let _ = (slice.variance(Q56::from_bits(k >> (cut / 2))), ratio(a));
		}
	}
}
