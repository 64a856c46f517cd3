// SPDX-License-Identifier: GPL-3.0-or-later

//! Decimal text to fixed point. No floats: they would round, and differ between machines.

use straddle_primitives::Price;

/// The longest text that is looked at.
pub const MAX_LEN: usize = 64;
/// Digits that `Price` keeps behind the point.
const PLACES: i64 = 18;

/// Why a text is not a price.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DecimalError {
	/// It is not `digits[.digits][e[+-]digits]`.
	NotANumber,
	/// It is longer than [`MAX_LEN`].
	TooLong,
	/// It has a minus sign.
	Negative,
	/// It does not fit.
	TooLarge,
}

/// Read a decimal number as JSON and the venues write it. Digits beyond the eighteenth behind the
/// point are cut off.
///
/// # Errors
/// See [`DecimalError`].
pub fn parse(text: &str) -> Result<Price, DecimalError> {
	if text.len() > MAX_LEN {
		return Err(DecimalError::TooLong);
	}
	if text.starts_with('-') {
		return Err(DecimalError::Negative);
	}
	let (number, exponent) = match text.split_once(['e', 'E']) {
		Some((number, exponent)) => (number, self::exponent(exponent)?),
		None => (text, 0),
	};
	let (whole, fraction) = match number.split_once('.') {
		Some((whole, fraction)) => (digits(whole)?, digits(fraction)?),
		None => (digits(number)?, ""),
	};
	let (mut mantissa, mut dropped) = (0u128, 0i64);
	for digit in whole.bytes().chain(fraction.bytes()) {
		let digit = u128::from(digit.saturating_sub(b'0'));
		let longer = mantissa.checked_mul(10).and_then(|m| m.checked_add(digit));
		match longer.filter(|_| dropped == 0) {
			Some(longer) => mantissa = longer,
			None => dropped = dropped.saturating_add(1),
		}
	}
	let shift = exponent
		.saturating_sub(fraction.len() as i64)
		.saturating_add(dropped)
		.saturating_add(PLACES);
	if dropped > 0 && shift > 0 {
		return Err(DecimalError::TooLarge);
	}
	scale(mantissa, shift).map(Price::from_inner)
}

/// `mantissa × 10^shift`, rounded down.
fn scale(mantissa: u128, shift: i64) -> Result<u128, DecimalError> {
	if mantissa == 0 {
		return Ok(0);
	}
	let power = u32::try_from(shift.unsigned_abs()).ok().and_then(|n| 10u128.checked_pow(n));
	if shift < 0 {
		return Ok(power.and_then(|power| mantissa.checked_div(power)).unwrap_or(0));
	}
	power.and_then(|power| mantissa.checked_mul(power)).ok_or(DecimalError::TooLarge)
}

fn digits(text: &str) -> Result<&str, DecimalError> {
	let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
	all.then_some(text).ok_or(DecimalError::NotANumber)
}

fn exponent(text: &str) -> Result<i64, DecimalError> {
	let (negative, text) = match text.strip_prefix('-') {
		Some(text) => (true, text),
		None => (false, text.strip_prefix('+').unwrap_or(text)),
	};
	// A longer one is as good as infinite.
	let size = digits(text)?.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
	Ok(if negative { size.saturating_neg() } else { size })
}
