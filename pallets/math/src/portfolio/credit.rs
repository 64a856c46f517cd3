// SPDX-License-Identifier: Apache-2.0

//! What collateral in an underlying's asset counts for, today and in every column.

use super::{scale::from_unit, Rules, Underlying};
use crate::{
	fixed::{mul, mul_div, sub, Rounding::Down, Wad, WAD},
	kernel::ONE,
	scenario::{BASE, COLUMNS},
	MathError, Result,
};

/// Collateral of an asset is worth less than 2^116·10^-18 USD: 8·10^16.
const MOST: Wad = 1 << 116;

/// Collateral for one of the two requirements.
pub(super) struct Credit {
	/// Its weight times its value.
	weighed: Wad,
	/// What it counts more if calls cover all of it.
	most: Wad,
}

/// r: what a unit counts more if a short call covers it, as a share of spot; at least 0.
fn lift(weight: Wad, rules: &Rules) -> Result<Wad> {
	Ok(sub(sub(WAD, rules.paired_haircut)?, weight)?.max(0))
}

/// r for IM and MM with 56 places, rounded down; 0 without collateral.
///
/// # Errors
/// `Overflow` if a haircut does not fit.
pub(super) fn shares(underlying: &Underlying, rules: &Rules) -> Result<[i64; 2]> {
	let mut shares = [0; 2];
	let collateral = &underlying.collateral;
	for ((share, units), weight) in shares.iter_mut().zip(collateral.units).zip(collateral.weights)
	{
		if units > 0 {
			let lift = lift(weight, rules)?.min(WAD);
			*share = mul_div(lift, ONE.into(), WAD, Down)? as i64;
		}
	}
	Ok(shares)
}

impl Credit {
	/// # Errors
	/// `Overflow` if it is worth 2^116·10^-18 USD or more.
	pub(super) fn of(units: Wad, weight: Wad, spot: Wad, rules: &Rules) -> Result<Self> {
		if units == 0 {
			return Ok(Self { weighed: 0, most: 0 });
		}
		let worth = |share| mul(mul(units, share, Down)?, spot, Down);
		let credit = Self { weighed: worth(weight)?, most: worth(lift(weight, rules)?.min(WAD))? };
		if credit.weighed < MOST && credit.most < MOST {
			Ok(credit)
		} else {
			Err(MathError::Overflow)
		}
	}

	/// Today's credit. Its loss goes on top of what the positions lose in each of the `spots`; it is covered
	/// by `covers` in 2^`unit` of 10^-18 USD.
	///
	/// # Errors
	/// `Overflow` if a sum does not fit.
	pub(super) fn count(
		&self,
		losses: &mut [Wad; COLUMNS],
		spots: &[i64],
		covers: &[i64; COLUMNS],
		unit: i32,
	) -> Result<Wad> {
		if self.weighed == 0 && self.most == 0 {
			return Ok(0);
		}
		let covered = covers.iter().any(|cover| *cover > 0);
		let mut today = self.weighed;
		// Columns of the same spot stand together.
		let mut last = (ONE, self.weighed, self.most);
		for (column, ((loss, spot), cover)) in losses.iter_mut().zip(spots).zip(covers).enumerate()
		{
			if *spot != last.0 {
				let most = if covered { times(self.most, *spot) } else { 0 };
				last = (*spot, times(self.weighed, *spot), most);
			}
			let (_, mut credit, most) = last;
			if covered {
				// No sum here passes 2^121.
				credit = credit.wrapping_add(from_unit(*cover, unit)?.min(most));
			}
			if column == BASE {
				today = credit;
			} else {
				*loss = loss.wrapping_add(today.wrapping_sub(credit));
			}
		}
		Ok(today)
	}
}

/// `x·share/2^56`, rounded down, for |x| < 2^122 and 0 ≤ share < 2^59.
pub(super) fn times(x: Wad, share: i64) -> Wad {
	let share = i128::from(share);
	// Parts of 62 and 60 bits: products below 2^121 and 2^119.
	let low = (x & ((1 << 60) - 1)).wrapping_mul(share) >> 56;
	((x >> 60).wrapping_mul(share) << 4).wrapping_add(low)
}
