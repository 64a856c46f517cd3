// SPDX-License-Identifier: Apache-2.0

//! What collateral counts for (RISK.md 6).

use crate::{
	fixed::{mul, mul_div, mul_div_unsigned, signed, Rounding, Wad, WAD},
	MathError, Result,
};

/// The concentration factor: 1 while the total that is credited is within the cap, then cap/total,
/// rounded down, so that the total credit stays at the cap however much is added.
///
/// # Errors
/// `FactorOutOfRange` if the cap is below zero.
pub fn concentration(total_credit: Wad, cap: Wad) -> Result<Wad> {
	if cap < 0 {
		return Err(MathError::FactorOutOfRange);
	}
	if total_credit <= cap {
		return Ok(WAD);
	}
	mul_div(cap, WAD, total_credit, Rounding::Down)
}

/// The credit of `amount` smallest units of a token with so many decimals, in USD: amount × price ×
/// weight × chain factor × concentration factor, each step rounded down.
///
/// # Errors
/// `TooManyDecimals` above 38; `NegativePrice`; `FactorOutOfRange` if weight or a factor lies
/// outside 0 to 1; `Overflow` if the value at full price does not fit.
pub fn credit(
	amount: u128,
	decimals: u8,
	price: Wad,
	weight: Wad,
	chain: Wad,
	concentration: Wad,
) -> Result<Wad> {
	let whole = 10_u128.checked_pow(decimals.into()).ok_or(MathError::TooManyDecimals)?;
	if price < 0 {
		return Err(MathError::NegativePrice);
	}
	let value = mul_div_unsigned(amount, price.unsigned_abs(), whole, Rounding::Down)?;
	[weight, chain, concentration].into_iter().try_fold(signed(false, value)?, |value, factor| {
		if !(0..=WAD).contains(&factor) {
			return Err(MathError::FactorOutOfRange);
		}
		mul(value, factor, Rounding::Down)
	})
}

/// A weight on its way from one value to another along a straight line, rounded down. Before the
/// start it is `from`, after the length `to`; without a length it is `to` from the start on.
pub fn ramp(from: Wad, to: Wad, started_ms: u64, length_ms: u64, now_ms: u64) -> Wad {
	let Some(elapsed) = now_ms.checked_sub(started_ms) else { return from };
	if elapsed >= length_ms {
		return to;
	}
	let rounding = if to < from { Rounding::Up } else { Rounding::Down };
	// A part of the way is not longer than the way.
	let moved = mul_div_unsigned(from.abs_diff(to), elapsed.into(), length_ms.into(), rounding);
	match moved {
		Ok(moved) if to < from => from.saturating_sub_unsigned(moved),
		Ok(moved) => from.saturating_add_unsigned(moved),
		Err(_) => to,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const HOUR_MS: u64 = 3_600_000;

	#[test]
	fn concentration_keeps_the_total_at_the_cap() {
		assert_eq!(concentration(0, 0), Ok(WAD));
		assert_eq!(concentration(-5, 0), Ok(WAD));
		assert_eq!(concentration(100, 100), Ok(WAD));
		assert_eq!(concentration(400, 100), Ok(WAD / 4));
		assert_eq!(concentration(300, 100), Ok(WAD / 3));
		assert_eq!(concentration(1, 0), Ok(0));
		assert_eq!(concentration(1, -1), Err(MathError::FactorOutOfRange));
	}

	#[test]
	fn credit_of_a_lot() {
		// 2.5 DOT at 4 USD, weight .7, chain factor .5, concentration .8.
		let factors = [WAD / 10 * 7, WAD / 2, WAD / 10 * 8];
		let value = credit(25_000_000_000, 10, 4 * WAD, factors[0], factors[1], factors[2]);
		assert_eq!(value, Ok(WAD / 10 * 28));
		// 10^-18 of something at half a dollar is nothing.
		assert_eq!(credit(1, 18, WAD / 2, WAD, WAD, WAD), Ok(0));
		assert_eq!(credit(u128::MAX, 38, WAD, WAD, WAD, WAD), Ok(3_402_823_669_209_384_634));
		assert_eq!(credit(1, 0, WAD, 0, WAD, WAD), Ok(0));
	}

	#[test]
	fn credit_refuses_what_makes_no_sense() {
		assert_eq!(credit(1, 39, WAD, WAD, WAD, WAD), Err(MathError::TooManyDecimals));
		assert_eq!(credit(1, 255, WAD, WAD, WAD, WAD), Err(MathError::TooManyDecimals));
		assert_eq!(credit(1, 0, -1, WAD, WAD, WAD), Err(MathError::NegativePrice));
		assert_eq!(credit(u128::MAX, 0, WAD, WAD, WAD, WAD), Err(MathError::Overflow));
		for bad in [-1, WAD + 1] {
			assert_eq!(credit(1, 0, WAD, bad, WAD, WAD), Err(MathError::FactorOutOfRange));
			assert_eq!(credit(1, 0, WAD, WAD, bad, WAD), Err(MathError::FactorOutOfRange));
			assert_eq!(credit(1, 0, WAD, WAD, WAD, bad), Err(MathError::FactorOutOfRange));
		}
	}

	#[test]
	fn a_ramp_of_72_hours() {
		let weight =
			|hours| ramp(WAD / 10 * 9, WAD / 10 * 6, HOUR_MS, 72 * HOUR_MS, hours * HOUR_MS);
		assert_eq!(weight(0), WAD / 10 * 9);
		assert_eq!(weight(1), WAD / 10 * 9);
		assert_eq!(weight(25), WAD / 10 * 8);
		assert_eq!(weight(73), WAD / 10 * 6);
		assert_eq!(weight(1_000), WAD / 10 * 6);
		// Rounded down both ways.
		assert_eq!((ramp(0, 10, 0, 3, 1), ramp(10, 0, 0, 3, 1)), (3, 6));
		assert_eq!((ramp(1, 2, 5, 0, 4), ramp(1, 2, 5, 0, 5)), (1, 2));
		assert!(ramp(i128::MIN, i128::MAX, 0, u64::MAX, u64::MAX - 1) > i128::MAX / 2);
	}

	proptest! {
		#[test]
		fn total_credit_never_passes_the_cap(
			total in 0..1_000_000_000 * WAD, cap in 0..1_000_000_000 * WAD,
		) {
			let factor = concentration(total, cap)?;
			prop_assert!((0..=WAD).contains(&factor));
			prop_assert!(mul(total, factor, Rounding::Up)? <= cap);
		}

		#[test]
		fn credit_falls_with_every_factor_and_parts_never_beat_the_whole(
			amount in 0..1_000_000_000_000_000_000_000_u128, other in 0..1_000_000_000_000_u128,
			price in 0..100_000 * WAD, factors in proptest::array::uniform3(0..=WAD),
			lower in 0..=WAD,
		) {
			let [a, b, c] = factors;
			let whole = credit(amount + other, 18, price, a, b, c)?;
			let parts = credit(amount, 18, price, a, b, c)? + credit(other, 18, price, a, b, c)?;
			prop_assert!(parts <= whole);
			prop_assert!(credit(amount, 18, price, a.min(lower), b, c)? <= credit(amount, 18, price, a, b, c)?);
			prop_assert!(credit(amount, 18, price, a, b, c)? <= credit(amount, 18, price, WAD, WAD, WAD)?);
		}

		#[test]
		fn a_ramp_stays_between_its_ends_and_never_turns(
			from in any::<i128>(), to in any::<i128>(), started in any::<u64>(),
			length in any::<u64>(), a in any::<u64>(), b in any::<u64>(),
		) {
			let at = |now| ramp(from, to, started, length, now);
			let (early, late) = (at(a.min(b)), at(a.max(b)));
			prop_assert!((from.min(to)..=from.max(to)).contains(&early));
			let turned = if from < to { early > late } else { late > early };
			prop_assert!(!turned);
		}

		#[test]
		fn nothing_panics(
			amount in any::<u128>(), decimals in any::<u8>(), price in any::<i128>(),
			weight in any::<i128>(), total in any::<i128>(), cap in any::<i128>(), cut in 0..127_u32,
		) {
			let _ = credit(amount >> cut, decimals % 40, price >> cut, weight >> cut, WAD, WAD);
			let _ = concentration(total, cap);
		}
	}
}
