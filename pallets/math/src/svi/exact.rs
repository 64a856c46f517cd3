// SPDX-License-Identifier: Apache-2.0

//! The reference of [`lines`](super::lines): total variance between any points, each product in 128 bits and
//! each quotient in 256, rounded once.

use super::{MOST_DISTANCE, MOST_VARIANCE};
use crate::{
	binary::Q56,
	fixed::{mul_div, Rounding},
	MathError, Result,
};
use alloc::vec::Vec;

/// Total variance at some strikes, and so at all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Smile {
	/// (k, w), k rising; at least one.
	points: Vec<(i64, i64)>,
}

impl Smile {
	/// From points (k, w) with k rising.
	///
	/// # Errors
	/// `InvalidSmile` of nothing, if k does not rise or is beyond ±16, or if a w is not within 0 and 64.
	pub(crate) fn new(points: &[(Q56, Q56)]) -> Result<Self> {
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

	/// Total variance at k, between those of the neighbouring points; at most 128 at any k.
	pub(crate) fn variance(&self, k: Q56) -> Q56 {
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

mod tests {
	use super::*;
	use alloc::vec;

	fn q(x: f64) -> Q56 {
		Q56::from_bits((x * (1_u64 << 56) as f64) as i64)
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
		for bad in
			[vec![], vec![(q(0.0), q(64.1))], vec![(q(0.0), q(-0.1))], vec![(q(17.0), q(0.1))]]
		{
			assert_eq!(Smile::new(&bad), Err(MathError::InvalidSmile));
		}
	}
}
