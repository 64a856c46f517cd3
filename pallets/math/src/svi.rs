// SPDX-License-Identifier: Apache-2.0

//! Smiles: total variance by strike, as feeders describe it and as the market agrees on it.
//!
//! A feeder sends a slice of five numbers, w(k) = a + b·(ρ(k − m) + √((k − m)² + σ²)) with
//! k = ln(K/F) (J. Gatheral, A parsimonious arbitrage-free implied volatility parameterization,
//! 2004). What counts is the **median of the values at all listed strikes and two wings**, never
//! the slice next to the median: that one could be bent off the strikes that were compared.
//! Between those points variance is interpolated in straight lines, which never leave the values at
//! their ends; beyond the wings it goes on with the last slope, held within 0 and 2 (Lee's bound).

pub mod fit;

pub use fit::{fit, Fit, FitError, Point};

use crate::{
	binary::{times, Q56},
	fast,
	fixed::{mul_div, Rounding, Wad},
	kernel::ONE,
	stats, MathError, Result,
};
use alloc::vec::Vec;

/// No slice says more than this, and no smile at its points: σ√T of 8.
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

	/// w(k), at least 0: within 2^-52.
	///
	/// # Errors
	/// `InvalidSmile` as [`Self::check`] or if w(k) is above 64; `Domain` if |k| is above 16.
	pub fn variance(&self, k: Q56) -> Result<Q56> {
		self.check()?;
		if k.bits().saturating_abs() > MOST_DISTANCE {
			return Err(MathError::Domain);
		}
		let distance = k.bits().saturating_sub(self.m.bits());
		let square = |x: i64| i128::from(x).saturating_mul(x.into()).unsigned_abs();
		// Two squares of at most 2^61 and 2^60.
		let root = square(distance).saturating_add(square(self.sigma.bits())).isqrt();
		let tilted = times(self.rho.bits(), distance).saturating_add(root as i64);
		let variance = self.a.bits().saturating_add(times(self.b.bits(), tilted));
		if variance > MOST_VARIANCE {
			return Err(MathError::InvalidSmile);
		}
		Ok(Q56::from_bits(variance.max(0)))
	}
}

/// Total variance at some strikes, and so at all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Smile {
	/// (k, w), k rising; at least one.
	points: Vec<(i64, i64)>,
}

impl Smile {
	/// From points (k, w) with k rising.
	///
	/// # Errors
	/// `InvalidSmile` of nothing, if k does not rise or is beyond ±16, or if a w is not within 0 and 64.
	pub fn new(points: &[(Q56, Q56)]) -> Result<Self> {
		let points: Vec<_> = points.iter().map(|(k, w)| (k.bits(), w.bits())).collect();
		let rising = points.is_sorted_by(|a, b| a.0 < b.0);
		let sane = points
			.iter()
			.all(|(k, w)| k.saturating_abs() <= MOST_DISTANCE && (0..=MOST_VARIANCE).contains(w));
		if points.is_empty() || !rising || !sane {
			return Err(MathError::InvalidSmile);
		}
		Ok(Self { points })
	}

	/// The median of what the slices say at each k: all listed strikes and two wings, rising. A
	/// slice that breaks its rules, or says too much at one of them, does not count.
	///
	/// # Errors
	/// `InvalidSmile` if no slice is left or k does not rise.
	pub fn median(slices: &[Slice], strikes: &[Q56]) -> Result<Self> {
		let mut columns: Vec<Vec<i128>> = Vec::new();
		columns.resize(strikes.len(), Vec::with_capacity(slices.len()));
		for slice in slices {
			let values: Result<Vec<_>> = strikes.iter().map(|k| slice.variance(*k)).collect();
			for (column, value) in columns.iter_mut().zip(values.unwrap_or_default()) {
				column.push(value.bits().into());
			}
		}
		let points: Option<Vec<_>> = strikes
			.iter()
			.zip(&mut columns)
			.map(|(k, column)| Some((*k, Q56::from_bits(stats::median(column)?.try_into().ok()?))))
			.collect();
		Self::new(&points.ok_or(MathError::InvalidSmile)?)
	}

	/// Total variance at k, between those of the neighbouring points; at most 128 at any k.
	pub fn variance(&self, k: Q56) -> Q56 {
		let k = k.bits().clamp(-MOST_DISTANCE, MOST_DISTANCE);
		let after = self.points.partition_point(|point| point.0 < k);
		let point = |index: Option<usize>| index.and_then(|index| self.points.get(index)).copied();
		let last = self.points.len().checked_sub(1);
		let variance = match (point(after.checked_sub(1)), point(Some(after))) {
			(Some(low), Some(high)) => between(low, high, k),
			// Beyond a wing: the last point and the one next to it, outwards.
			(None, Some(wing)) => beyond(wing, point(Some(1)), k),
			(Some(wing), None) => beyond(wing, point(last.and_then(|last| last.checked_sub(1))), k),
			(None, None) => 0,
		};
		Q56::from_bits(variance)
	}

	/// σ√T at k, rounded down.
	pub fn deviation(&self, k: Q56) -> Q56 {
		Q56::from_bits(fast::sqrt(self.variance(k).bits()))
	}

	/// Whether a later expiry has nowhere less total variance: else a calendar spread would be worth
	/// less than nothing. Straight lines cross nowhere if they do not at the points of both.
	pub fn is_before(&self, later: &Self) -> bool {
		self.points.iter().chain(&later.points).all(|(k, _)| {
			let k = Q56::from_bits(*k);
			self.variance(k) <= later.variance(k)
		})
	}
}

/// On the line between two points, rounded to nearest: never outside their values.
fn between(low: (i64, i64), high: (i64, i64), k: i64) -> i64 {
	let (rise, run) = (high.1.saturating_sub(low.1), high.0.saturating_sub(low.0));
	let part = mul_div(rise.into(), k.saturating_sub(low.0).into(), run.into(), Rounding::Nearest);
	low.1.saturating_add(part.unwrap_or(0) as i64)
}

/// Beyond the wing, away from its neighbour.
fn beyond(wing: (i64, i64), neighbour: Option<(i64, i64)>, k: i64) -> i64 {
	let Some(neighbour) = neighbour else { return wing.1 };
	let rise = wing.1.saturating_sub(neighbour.1).max(0);
	let run = wing.0.saturating_sub(neighbour.0).saturating_abs();
	let distance = k.saturating_sub(wing.0).saturating_abs();
	let steepest = i128::from(distance).saturating_mul(2);
	let more = mul_div(rise.into(), distance.into(), run.into(), Rounding::Nearest);
	// At most 2·32 above 64, cut to what a Q56 holds.
	let more = more.unwrap_or(0).min(steepest);
	i128::from(wing.1).saturating_add(more).min(i64::MAX.into()) as i64
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{functions, WAD};
	use alloc::vec;
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

	#[test]
	fn one_liar_among_three_moves_nothing_beyond_the_honest() {
		let honest = [slice(0.04, 0.4, -0.4, 0.1, 0.4), slice(0.05, 0.4, -0.4, 0.1, 0.4)];
		let strikes: Vec<_> = (-10..=10).map(|n| q(f64::from(n) / 10.0)).collect();
		for liar in [
			slice(0.0, 0.0, 0.0, 0.0, 0.1),
			slice(5.0, 1.0, 0.9, -1.0, 2.0),
			slice(0.0, 1.0, -0.9, 0.5, 0.01),
		] {
			let smile = Smile::median(&[honest[0], liar, honest[1]], &strikes).unwrap();
			for k in &strikes {
				let at = |slice: &Slice| slice.variance(*k).unwrap();
				let agreed = smile.variance(*k);
				assert!(at(&honest[0]) <= agreed && agreed <= at(&honest[1]));
			}
		}
		// One that breaks the rules does not count at all.
		let broken = Slice { b: q(3.0), ..honest[0] };
		let smile = Smile::median(&[broken, honest[0]], &strikes).unwrap();
		assert_eq!(smile.variance(strikes[3]), honest[0].variance(strikes[3]).unwrap());
		assert_eq!(Smile::median(&[broken], &strikes), Err(MathError::InvalidSmile));
		assert_eq!(Smile::median(&honest, &[]), Err(MathError::InvalidSmile));
		assert_eq!(Smile::median(&honest, &[q(0.1), q(0.1)]), Err(MathError::InvalidSmile));
	}

	#[test]
	fn between_and_beyond_the_points() {
		let points = [(-1.0, 0.5), (0.0, 0.25), (1.0, 3.25)].map(|(k, w)| (q(k), q(w)));
		let smile = Smile::new(&points).unwrap();
		let at = |k| smile.variance(q(k)).bits();
		assert_eq!(
			[-1.0, -0.5, 0.0, 0.5, 1.0].map(at),
			[0.5, 0.375, 0.25, 1.75, 3.25].map(|w| q(w).bits())
		);
		// Outwards with the last slope, .25; on the right with 2 instead of 3.
		assert_eq!([at(-2.0), at(2.0)], [0.75, 5.25].map(|w| q(w).bits()));
		// Falling outwards: flat. One point: flat.
		let falling = Smile::new(&[(q(0.0), q(1.0)), (q(1.0), q(0.5))]).unwrap();
		assert_eq!(falling.variance(q(3.0)), q(0.5));
		assert_eq!(falling.variance(q(-3.0)), q(2.5).min(q(1.0 + 1.5)));
		let flat = Smile::new(&[(q(0.3), q(0.5))]).unwrap();
		assert_eq!([flat.variance(q(-9.0)), flat.variance(q(9.0))], [q(0.5); 2]);
		assert_eq!(flat.deviation(q(0.0)).bits(), fast::sqrt(q(0.5).bits()));
		for bad in
			[vec![], vec![(q(0.0), q(64.1))], vec![(q(0.0), q(-0.1))], vec![(q(17.0), q(0.1))]]
		{
			assert_eq!(Smile::new(&bad), Err(MathError::InvalidSmile));
		}
	}

	#[test]
	fn calendar_order() {
		let near = slice(0.04, 0.4, -0.4, 0.0, 0.4);
		let strikes: Vec<_> = (-5..=5).map(|n| q(f64::from(n) / 5.0)).collect();
		let of = |slice: Slice| Smile::median(&[slice], &strikes).unwrap();
		let later = Slice { a: q(0.05), ..near };
		assert!(of(near).is_before(&of(later)));
		assert!(of(near).is_before(&of(near)));
		assert!(!of(later).is_before(&of(near)));
		// More in the middle, less at a wing.
		assert!(!of(near).is_before(&of(Slice { a: q(0.1), b: q(0.2), ..near })));
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
		fn the_median_keeps_lees_bound_and_the_values_of_its_points(
			slices in proptest::collection::vec(any_slice(), 1..8), a in -3.0..3.0, b in -3.0..3.0,
		) {
			let strikes: Vec<_> = (-8..=8).map(|n| q(f64::from(n) / 5.0)).collect();
			let smile = Smile::median(&slices, &strikes).unwrap();
			let (low, high) = (smile.variance(q(a)).bits(), smile.variance(q(b)).bits());
			let distance = q(a).bits().abs_diff(q(b).bits());
			prop_assert!(low.abs_diff(high) <= 2 * distance + (1 << 8));
			for k in &strikes {
				let mut values: Vec<_> = slices.iter().map(|s| s.variance(*k).unwrap()).collect();
				values.sort_unstable();
				let agreed = smile.variance(*k);
				prop_assert!(values[(values.len() - 1) / 2] <= agreed && agreed <= values[values.len() / 2]);
			}
		}

		#[test]
		fn nothing_panics(bits in proptest::array::uniform5(any::<i64>()), cut in 0..63_u32, k in any::<i64>(), w in any::<i64>()) {
			let [a, b, rho, m, sigma] = bits.map(|x| Q56::from_bits(x >> cut));
			let slice = Slice { a, b, rho, m, sigma };
			let k = Q56::from_bits(k >> (cut / 2));
			let _ = slice.variance(k);
			if let Ok(smile) = Smile::new(&[(a, b), (m, sigma), (k, Q56::from_bits(w >> cut))]) {
				let _ = smile.deviation(Q56::from_bits(w));
				prop_assert!(smile.is_before(&smile));
			}
		}
	}
}
