// SPDX-License-Identifier: Apache-2.0

//! What borrowing cash costs: a yearly rate with a kink, and what it grows to over a time.

use crate::{
	black76::YEAR_MS,
	fixed::{add, mul_div, sub, Rounding, Wad, WAD},
	MathError, Result,
};

/// The yearly borrow rate by utilisation: two straight lines that meet at the kink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve {
	/// Rate at utilisation 0.
	pub base: Wad,
	/// Rate at the kink.
	pub at_kink: Wad,
	/// Rate at utilisation 1.
	pub at_full: Wad,
	/// Utilisation at which the lines meet.
	pub kink: Wad,
}

impl Default for Curve {
	fn default() -> Self {
		Self { base: 0, at_kink: WAD / 10, at_full: WAD, kink: WAD / 10 * 8 }
	}
}

impl Curve {
	/// That the rate never falls as utilisation rises, and that cash which is all lent out costs
	/// 100 % a year or more (RISK.md 3).
	///
	/// # Errors
	/// `InvalidCurve` unless `0 ≤ base ≤ at_kink ≤ at_full`, `1 ≤ at_full ≤ 10` and `0 < kink < 1`.
	pub fn validate(&self) -> Result<()> {
		let ordered = 0 <= self.base && self.base <= self.at_kink && self.at_kink <= self.at_full;
		let full = (WAD..=10 * WAD).contains(&self.at_full);
		if ordered && full && 0 < self.kink && self.kink < WAD {
			Ok(())
		} else {
			Err(MathError::InvalidCurve)
		}
	}

	/// The rate per year, rounded up. Utilisation below 0 counts as 0, above 1 as 1.
	///
	/// # Errors
	/// On a curve that is not valid: `DivisionByZero` or `Overflow`.
	pub fn rate(&self, utilisation: Wad) -> Result<Wad> {
		let utilisation = utilisation.clamp(0, WAD);
		let (from, to, at, length) = if utilisation <= self.kink {
			(self.base, self.at_kink, utilisation, self.kink)
		} else {
			(self.at_kink, self.at_full, sub(utilisation, self.kink)?, sub(WAD, self.kink)?)
		};
		add(from, mul_div(sub(to, from)?, at, length, Rounding::Up)?)
	}
}

/// What one unit of debt grows by at a yearly `rate` in a time, simple interest, rounded up.
///
/// # Errors
/// `Overflow` if the result does not fit.
pub fn growth(rate: Wad, elapsed_ms: u64) -> Result<Wad> {
	mul_div(rate, i128::from(elapsed_ms), i128::from(YEAR_MS), Rounding::Up)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const PERCENT: Wad = WAD / 100;

	#[test]
	fn the_default_curve_is_valid_and_has_its_kink() {
		let curve = Curve::default();
		assert_eq!(curve.validate(), Ok(()));
		assert_eq!(curve.rate(-1), Ok(0));
		assert_eq!(curve.rate(0), Ok(0));
		assert_eq!(curve.rate(40 * PERCENT), Ok(5 * PERCENT));
		assert_eq!(curve.rate(80 * PERCENT), Ok(10 * PERCENT));
		assert_eq!(curve.rate(90 * PERCENT), Ok(55 * PERCENT));
		assert_eq!(curve.rate(WAD), Ok(WAD));
		assert_eq!(curve.rate(i128::MAX), Ok(WAD));
		// 1/8 unit more than nothing, rounded up.
		assert_eq!(curve.rate(1), Ok(1));
	}

	#[test]
	fn a_curve_out_of_order_is_refused() {
		let good = Curve { base: PERCENT, ..Curve::default() };
		assert_eq!(good.validate(), Ok(()));
		for bad in [
			Curve { base: -1, ..good },
			Curve { base: 11 * PERCENT, ..good },
			Curve { at_kink: WAD + 1, ..good },
			Curve { at_full: WAD - 1, ..good },
			Curve { at_full: 10 * WAD + 1, ..good },
			Curve { at_full: i128::MAX, ..good },
			Curve { kink: 0, ..good },
			Curve { kink: WAD, ..good },
		] {
			assert_eq!(bad.validate(), Err(MathError::InvalidCurve), "{bad:?}");
		}
	}

	#[test]
	fn interest_is_simple_and_rounded_up() {
		assert_eq!(growth(WAD / 10, YEAR_MS), Ok(WAD / 10));
		assert_eq!(growth(WAD, YEAR_MS / 365), Ok(2_739_726_027_397_261));
		assert_eq!(growth(WAD, 0), Ok(0));
		assert_eq!(growth(1, 1), Ok(1));
		assert_eq!(growth(i128::MAX, u64::MAX), Err(MathError::Overflow));
	}

	proptest! {
		#[test]
		fn the_rate_never_falls(a in 0..=WAD, b in 0..=WAD) {
			let curve = Curve { base: 3 * PERCENT, ..Curve::default() };
			prop_assert!(curve.rate(a.min(b))? <= curve.rate(a.max(b))?);
			prop_assert!(curve.rate(a)? >= curve.base && curve.rate(a)? <= curve.at_full);
		}

		#[test]
		fn nothing_panics(
			base in any::<i128>(), at_kink in any::<i128>(), at_full in any::<i128>(),
			kink in any::<i128>(), u in any::<i128>(), rate in any::<i128>(), t in any::<u64>(),
		) {
			let _ = Curve { base, at_kink, at_full, kink }.rate(u);
			let _ = growth(rate, t);
		}

		#[test]
		fn parts_of_a_time_never_cost_less_than_the_whole(
			rate in 0..10 * WAD, t in 0..10 * YEAR_MS, cut in 0..10 * YEAR_MS,
		) {
			let cut = cut.min(t);
			let parts = growth(rate, cut)? + growth(rate, t - cut)?;
			let whole = growth(rate, t)?;
			prop_assert!(whole <= parts && parts <= whole + 1);
		}
	}
}
