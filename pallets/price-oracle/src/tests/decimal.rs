// SPDX-License-Identifier: GPL-3.0-or-later

use crate::offchain::decimal::{parse, DecimalError, DecimalError::*};
use proptest::prelude::*;
use straddle_primitives::Price;

fn inner(text: &str) -> Result<u128, DecimalError> {
	parse(text).map(Price::into_inner)
}

const ONE: u128 = 1_000_000_000_000_000_000;

#[test]
fn numbers_as_venues_write_them() {
	for (text, expected) in [
		("0", 0),
		("0.0", 0),
		("0e9", 0),
		("1", ONE),
		("1.0", ONE),
		("007", 7 * ONE),
		("61250.00", 61_250 * ONE),
		("30303.20000", 303_032 * ONE / 10),
		("4.00000200", 4_000_002 * ONE / 1_000_000),
		("11628.81", 1_162_881 * ONE / 100),
		("6.1e4", 61_000 * ONE),
		("6.1E4", 61_000 * ONE),
		("6.1e+4", 61_000 * ONE),
		("61e-2", 61 * ONE / 100),
		("6100000e-2", 61_000 * ONE),
		("1e18", ONE * ONE),
		("1e-18", 1),
		("0.000000000000000001", 1),
		("1.0000000000000000019", ONE + 1),
		("340282366920938463463", 340_282_366_920_938_463_463 * ONE),
		("0.00000000000000000000000000000000000000000000000000001e53", ONE),
		// The largest, also with more digits than fit.
		("340282366920938463463.374607431768211455", u128::MAX),
		("340282366920938463463.3746074317682114559", u128::MAX),
		("103356259447689293575.448597385171530701", 103356259447689293575448597385171530701),
		("100000000000000000000000000000000000000000e-41", ONE),
	] {
		assert_eq!(inner(text), Ok(expected), "{text}");
	}
}

#[test]
fn too_small_rounds_down_to_zero() {
	for text in ["1e-19", "0.0000000000000000009", "9e-30", "1e-99999999999999999999", "0e999999"] {
		assert_eq!(inner(text), Ok(0), "{text}");
	}
}

#[test]
fn too_large_is_an_error_and_never_wraps() {
	for text in [
		"1e30",
		"1e+34",
		"6.1e25",
		"340282366920938463464",
		"340282366920938463463.374607431768211456",
		"340282366920938463463.3746074317682114560",
		"1000000000000000000000",
		"1e99999999999999999999999",
		"9999999999999999999999999999999999999999999999999999999999999999",
	] {
		assert_eq!(inner(text), Err(TooLarge), "{text}");
	}
}

#[test]
fn negative_is_an_error_even_at_zero() {
	for text in ["-1", "-0", "-0.0", "-1e5", "-", "--1", "-NaN"] {
		assert_eq!(inner(text), Err(Negative), "{text}");
	}
}

#[test]
fn garbage_is_not_a_number() {
	for text in [
		"", " ", ".", "e", "1.", ".5", "1e", "1e+", "e5", "1 ", " 1", "1,000", "1_000", "0x10",
		"+1", "NaN", "Infinity", "inf", "null", "true", "[1]", "{}", "1.2.3", "1e2e3", "1e2.5",
		"1--", "1-", "١٢٣", "\\u0031", "1\u{0}", "1\n",
	] {
		assert_eq!(inner(text), Err(NotANumber), "{text:?}");
	}
}

#[test]
fn a_long_text_is_not_looked_at() {
	assert_eq!(inner(&"1".repeat(65)), Err(TooLong));
	assert_eq!(inner(&format!("0.{}", "0".repeat(63))), Err(TooLong));
	assert_eq!(inner(&format!("0.{}", "0".repeat(62))), Ok(0));
}

proptest! {
	#[test]
	fn what_is_written_out_is_read_back(value: u128) {
		let text = format!("{}.{:018}", value / ONE, value % ONE);
		prop_assert_eq!(inner(&text), Ok(value));
	}

	#[test]
	fn moving_the_point_and_the_exponent_changes_nothing(value in 0u128..1_000_000_000_000, shift in 0usize..12) {
		let plain = inner(&format!("{value}"));
		prop_assert_eq!(&inner(&format!("{value}{}e-{shift}", "0".repeat(shift))), &plain);
		prop_assert_eq!(&inner(&format!("0.{value:012}e12")), &plain);
	}

	#[test]
	fn no_text_panics(text in ".{0,80}") {
		let _ = parse(&text);
	}

	#[test]
	fn no_number_like_text_panics(text in "-?[0-9]{0,45}\\.?[0-9]{0,45}([eE][+-]?[0-9]{0,25})?") {
		let _ = parse(&text);
	}
}
