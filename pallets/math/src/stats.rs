// SPDX-License-Identifier: Apache-2.0

//! Medians, spreads and averages over time.

use crate::{
	fixed::{add, mul_div, mul_div_unsigned, signed, Rounding, Wad, UNIT},
	MathError, Result,
};
use alloc::vec::Vec;

/// The median; of an even count the mean of the two in the middle, rounded down. Nothing of
/// nothing. The order of `values` is not kept.
pub fn median(values: &mut [Wad]) -> Option<Wad> {
	let half = values.len() >> 1;
	if values.is_empty() {
		return None;
	}
	let even = values.len() & 1 == 0;
	let (below, upper, _) = values.select_nth_unstable(half);
	let upper = *upper;
	match below.iter().max() {
		// The mean, rounded down, without the carry of the sum.
		Some(lower) if even => Some((lower & upper).saturating_add((lower ^ upper) >> 1)),
		_ => Some(upper),
	}
}

/// The one in the middle.
pub fn median_of_three(a: Wad, b: Wad, c: Wad) -> Wad {
	a.min(b).max(a.max(b).min(c))
}

/// Mean of the distances from `center`, rounded up.
///
/// # Errors
/// `DivisionByZero` of nothing; `Overflow` if a sum does not fit.
pub fn mean_absolute_deviation(values: &[Wad], center: Wad) -> Result<Wad> {
	let mut sum = 0_u128;
	for value in values {
		sum = sum.checked_add(value.abs_diff(center)).ok_or(MathError::Overflow)?;
	}
	signed(false, mul_div_unsigned(sum, 1, values.len() as u128, Rounding::Up)?)
}

/// Median of the distances from `center`: of a crowd with fewer than half of its members far away,
/// how far the others are. Of an even count the mean of the two in the middle, rounded down.
///
/// # Errors
/// `DivisionByZero` of nothing; `Overflow` if it does not fit.
pub fn median_absolute_deviation(values: &[Wad], center: Wad) -> Result<Wad> {
	let mut distances = values.iter().map(|value| value.abs_diff(center)).collect::<Vec<_>>();
	distances.sort_unstable();
	let middle = |index: usize| distances.get(index).ok_or(MathError::DivisionByZero).copied();
	let upper = middle(distances.len() >> 1)?;
	let lower = middle(distances.len().saturating_sub(1) >> 1)?;
	// The mean, rounded down, without the carry of the sum.
	signed(false, (lower & upper).saturating_add((lower ^ upper) >> 1))
}

/// Half the width of the middle half of `values`, as a share of their `median`, rounded up: the
/// confidence of a price. A quarter of the values, rounded down, is left out at each end, so that
/// one liar in four moves it no further than the rest do.
///
/// # Errors
/// `DivisionByZero` of nothing; `NonPositivePrice` if the median is not above zero; `Overflow` if
/// the share does not fit.
pub fn half_spread(values: &[Wad], median: Wad) -> Result<Wad> {
	if median <= 0 {
		return Err(MathError::NonPositivePrice);
	}
	let mut sorted = Vec::from(values);
	sorted.sort_unstable();
	let cut = sorted.len() >> 2;
	let low = sorted.get(cut).ok_or(MathError::DivisionByZero)?;
	let high = sorted.iter().rev().nth(cut).ok_or(MathError::DivisionByZero)?;
	let twice = median.unsigned_abs().checked_mul(2).ok_or(MathError::Overflow)?;
	signed(false, mul_div_unsigned(high.abs_diff(*low), UNIT, twice, Rounding::Up)?)
}

/// An average over time, as it grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeWeighted {
	/// Σ value × weight, in Wad-milliseconds: a price of 10^7 USD fits for 500 years.
	pub weighted: i128,
	/// Σ weight.
	pub weight_ms: u64,
}

impl TimeWeighted {
	/// Count a value that held for so long; exact.
	///
	/// # Errors
	/// `Overflow` if a sum does not fit; then nothing has changed.
	pub fn push(&mut self, value: Wad, weight_ms: u64) -> Result<()> {
		let part = value.checked_mul(i128::from(weight_ms)).ok_or(MathError::Overflow)?;
		let weighted = add(self.weighted, part)?;
		self.weight_ms = self.weight_ms.checked_add(weight_ms).ok_or(MathError::Overflow)?;
		self.weighted = weighted;
		Ok(())
	}

	/// The average so far, rounded down.
	///
	/// # Errors
	/// `DivisionByZero` if no weight was counted.
	pub fn mean(&self) -> Result<Wad> {
		mul_div(self.weighted, 1, i128::from(self.weight_ms), Rounding::Down)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::WAD;
	use alloc::vec;
	use proptest::{collection::vec, prelude::*};

	#[test]
	fn medians() {
		assert_eq!(median(&mut []), None);
		assert_eq!(median(&mut [7]), Some(7));
		assert_eq!(median(&mut [9, 1, 5]), Some(5));
		assert_eq!(median(&mut [4, 1, 9, 2]), Some(3));
		// −3/2 and 3/2, rounded down.
		assert_eq!(median(&mut [-1, -2]), Some(-2));
		assert_eq!(median(&mut [2, 1]), Some(1));
		assert_eq!(median(&mut [i128::MAX, i128::MAX]), Some(i128::MAX));
		assert_eq!(median(&mut [i128::MIN, i128::MAX]), Some(-1));
		for order in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
			assert_eq!(median_of_three(order[0], order[1], order[2]), 2);
		}
		assert_eq!(median_of_three(5, 5, 1), 5);
	}

	#[test]
	fn spreads() {
		assert_eq!(mean_absolute_deviation(&[1, 2, 6], 2), Ok(2));
		assert_eq!(mean_absolute_deviation(&[1, 2], 2), Ok(1));
		assert_eq!(mean_absolute_deviation(&[], 2), Err(MathError::DivisionByZero));
		assert_eq!(median_absolute_deviation(&[1, 2, 6, 100], 2), Ok(2));
		assert_eq!(median_absolute_deviation(&[1, 2, 6], 2), Ok(1));
		assert_eq!(median_absolute_deviation(&[7, 7, 900], 7), Ok(0));
		assert_eq!(median_absolute_deviation(&[], 2), Err(MathError::DivisionByZero));
		// One distance that no Wad holds does not matter, two of three do.
		let (least, most) = (i128::MIN, i128::MAX);
		assert_eq!(median_absolute_deviation(&[most, -1, -3], -2), Ok(1));
		assert_eq!(
			median_absolute_deviation(&[most, least, most], least),
			Err(MathError::Overflow)
		);
		assert_eq!(median_absolute_deviation(&[most, 2], 1), Ok((1 << 126) - 1));
		let prices = [100, 101, 99, 500, 98, 0, 102, 103].map(|usd| usd * WAD);
		// Sorted 0 98 | 99 100 101 102 | 103 500: half of 3 over 100.
		assert_eq!(half_spread(&prices, 100 * WAD), Ok(WAD / 1_000 * 15));
		assert_eq!(half_spread(&[5], 5), Ok(0));
		// Three feeders: none is left out.
		assert_eq!(half_spread(&[90, 100, 110], 100), Ok(WAD / 10));
		assert_eq!(half_spread(&[], 1), Err(MathError::DivisionByZero));
		assert_eq!(half_spread(&[1], 0), Err(MathError::NonPositivePrice));
	}

	#[test]
	fn averages_over_time() {
		let mut average = TimeWeighted::default();
		assert_eq!(average.mean(), Err(MathError::DivisionByZero));
		average.push(100, 1_000).unwrap();
		average.push(400, 500).unwrap();
		assert_eq!(average.mean(), Ok(200));
		average.push(-1_000, 1).unwrap();
		// 299,000/1,501, rounded down.
		assert_eq!(average.mean(), Ok(199));
		let before = average;
		assert_eq!(average.push(i128::MAX, 2), Err(MathError::Overflow));
		assert_eq!(average.push(0, u64::MAX), Err(MathError::Overflow));
		assert_eq!(average, before);
	}

	proptest! {
		#[test]
		fn the_median_has_half_on_each_side(mut values in vec(any::<i128>(), 1..40)) {
			let middle = median(&mut values).ok_or(TestCaseError::fail("none"))?;
			prop_assert!(2 * values.iter().filter(|value| **value < middle).count() <= values.len());
			prop_assert!(2 * values.iter().filter(|value| **value > middle).count() <= values.len());
		}

		#[test]
		fn a_minority_cannot_move_the_median_out_of_the_rest(
			honest in vec(90 * WAD..110 * WAD, 4..20), liars in vec(any::<i128>(), 0..3),
		) {
			let mut all = honest.clone();
			all.extend(liars);
			let middle = median(&mut all).ok_or(TestCaseError::fail("none"))?;
			prop_assert!((90 * WAD..110 * WAD).contains(&middle));
			// And one liar in four leaves the spread within that of the honest.
			let mut all = honest.clone();
			all.push(i128::MAX);
			prop_assert!(half_spread(&all, 100 * WAD)? <= WAD / 10);
		}

		#[test]
		fn half_lie_no_farther_than_the_median_distance(
			values in vec(-1_000 * WAD..1_000 * WAD, 1..20), liars in vec(any::<i128>(), 0..20),
			center in -1_000 * WAD..1_000 * WAD,
		) {
			let deviation = median_absolute_deviation(&values, center)?;
			let near = |far: bool| {
				let apart = |value: &&i128| (value.abs_diff(center) > deviation as u128) == far;
				2 * values.iter().filter(apart).count()
			};
			prop_assert!(near(true) <= values.len() && near(false) >= values.len());
			// Fewer than half leave it within what the others say.
			let farthest = values.iter().map(|value| value.abs_diff(center)).max();
			let liars = liars.into_iter().take(values.len() - 1);
			let mut all = values.clone();
			all.extend(liars);
			let deviation = median_absolute_deviation(&all, center)?;
			prop_assert!(Some(deviation as u128) <= farthest);
		}

		#[test]
		fn the_mean_lies_between_the_values(
			parts in vec((-1_000_000 * WAD..1_000_000 * WAD, 1..1_000_000_u64), 1..20),
		) {
			let mut average = TimeWeighted::default();
			for (value, weight) in &parts {
				average.push(*value, *weight)?;
			}
			let mean = average.mean()?;
			prop_assert!(parts.iter().any(|(value, _)| *value <= mean));
			prop_assert!(parts.iter().any(|(value, _)| *value >= mean));
		}

		#[test]
		fn nothing_panics(
			mut values in vec(any::<i128>(), 0..9), center in any::<i128>(),
			weighted in any::<i128>(), weight_ms in any::<u64>(), more in any::<u64>(),
		) {
			let _ = mean_absolute_deviation(&values, center);
			let _ = half_spread(&values, center);
			let _ = median_absolute_deviation(&values, center);
			let _ = median(&mut values);
			let mut average = TimeWeighted { weighted, weight_ms };
			let _ = (average.mean(), average.push(center, more), average.mean());
		}
	}

	#[test]
	fn the_order_of_values_does_not_matter() {
		let mut values = vec![3, 9, 1, 7, 5, 5, 2, 8];
		let first = median(&mut values);
		values.reverse();
		assert_eq!(median(&mut values), first);
		assert_eq!(first, Some(5));
	}
}
