// SPDX-License-Identifier: Apache-2.0

//! 256-bit products, quotients and roots of unsigned numbers, as halves `(high, low)`.
//!
//! WebAssembly has numbers of 64 bits. A product or a quotient of 128 is a call there, and two where quotient and remainder are
//! asked for. So products and quotients are made of digits of 32 and 64 bits; a root begins with the compiler's of 128.

const MASK: u128 = u64::MAX as u128;
/// Of a digit of 64 bits the lower half.
const HALF: u64 = u32::MAX as u64;

/// `a·b`, exact.
const fn mul_digits(a: u64, b: u64) -> u128 {
	if cfg!(target_family = "wasm") {
		mul_digits_by_halves(a, b)
	} else {
		(a as u128).wrapping_mul(b as u128)
	}
}

/// The same by products of 64 bits.
const fn mul_digits_by_halves(a: u64, b: u64) -> u128 {
	// Each product of two 32-bit halves, with two more such halves added, is below 2^64.
	let (a1, a0) = (a >> 32, a & HALF);
	let (b1, b0) = (b >> 32, b & HALF);
	let low = a0.wrapping_mul(b0);
	let cross = a1.wrapping_mul(b0).wrapping_add(low >> 32);
	let middle = a0.wrapping_mul(b1).wrapping_add(cross & HALF);
	let high = a1.wrapping_mul(b1).wrapping_add(cross >> 32).wrapping_add(middle >> 32);
	(high as u128) << 64 | (middle << 32 | (low & HALF)) as u128
}

/// `a·b`, exact.
pub(crate) const fn mul_wide(a: u128, b: u128) -> (u128, u128) {
	// Each product of two 64-bit halves, with two more such halves added, is below 2^128.
	let (a1, a0) = ((a >> 64) as u64, a as u64);
	let (b1, b0) = ((b >> 64) as u64, b as u64);
	let low = mul_digits(a0, b0);
	if a1 == 0 && b1 == 0 {
		return (0, low);
	}
	let cross = mul_digits(a1, b0).wrapping_add(low >> 64);
	let middle = mul_digits(a0, b1).wrapping_add(cross & MASK);
	let high = mul_digits(a1, b1).wrapping_add(cross >> 64).wrapping_add(middle >> 64);
	(high, middle << 64 | (low & MASK))
}

/// Quotient, rounded down, and remainder of `(high, low) / d`; nothing if the quotient does not fit
/// (`high ≥ d`, which includes `d = 0`).
///
/// Long division in base 2^64, Knuth's algorithm D (The Art of Computer Programming 2, 4.3.1) for
/// two quotient digits, in the shape of `divlu` of Warren, Hacker's Delight, 9-4.
pub(crate) const fn div_wide(high: u128, low: u128, d: u128) -> Option<(u128, u128)> {
	if high >= d {
		return None;
	}
	if d <= MASK {
		// Nor is `high` of more than a digit.
		let (quotient, rest) = div_by_digit(high as u64, low, d as u64);
		return Some((quotient, rest as u128));
	}
	if high == 0 && low < d {
		return Some((0, low));
	}
	let shift = d.leading_zeros();
	let d = d.wrapping_shl(shift);
	let high = if shift == 0 {
		high
	} else {
		high.wrapping_shl(shift) | low.wrapping_shr(128_u32.wrapping_sub(shift))
	};
	let low = low.wrapping_shl(shift);
	let (q1, rest) = digit(high, low >> 64, d);
	let (q0, rest) = digit(rest, low & MASK, d);
	Some((q1 << 64 | q0, rest.wrapping_shr(shift)))
}

/// One digit of the quotient of `(high·2^64 + next) / d` for `high < d`, `d ≥ 2^127`, and the rest.
const fn digit(high: u128, next: u128, d: u128) -> (u128, u128) {
	let (d1, d0) = (d >> 64, d as u64);
	// d1 ≥ 2^63, so that the estimate is at most two too high.
	let (mut q, rest) = div_by_digit(0, high, d1 as u64);
	let mut rest = rest as u128;
	// While q < 2^64 neither product nor sum below passes 2^128.
	while q > MASK || mul_digits(q as u64, d0) > (rest << 64 | next) {
		q = q.wrapping_sub(1);
		rest = rest.wrapping_add(d1);
		if rest > MASK {
			break;
		}
	}
	// The true rest is below d: what wraps here in the terms is not in their sum.
	let product = mul_digits(q as u64, d0).wrapping_add(mul_digits(q as u64, d1 as u64) << 64);
	let rest = (high << 64 | next).wrapping_sub(product);
	(q, rest)
}

/// Quotient and remainder of `(high·2^128 + low) / d` for `high < d`.
pub(crate) const fn div_by_digit(high: u64, low: u128, d: u64) -> (u128, u64) {
	let shift = d.leading_zeros();
	let d = d.wrapping_shl(shift);
	let high = if shift == 0 {
		high
	} else {
		high.wrapping_shl(shift) | (low >> 64) as u64 >> 64_u32.wrapping_sub(shift)
	};
	let low = low.wrapping_shl(shift);
	let next = (low >> 64) as u64;
	// As many leading digits of the quotient as are surely zero are not computed.
	let (q1, rest) = if high == 0 && next < d { (0, next) } else { div_digits(high, next, d) };
	let (q0, rest) = if rest == 0 && (low as u64) < d {
		(0, low as u64)
	} else {
		div_digits(rest, low as u64, d)
	};
	((q1 as u128) << 64 | q0 as u128, rest.wrapping_shr(shift))
}

/// Quotient and rest of `(high·2^64 + low) / d` for `high < d`, `d ≥ 2^63`: the same algorithm with halves for digits.
const fn div_digits(high: u64, low: u64, d: u64) -> (u64, u64) {
	let (q1, rest) = half(high, low >> 32, d);
	let (q0, rest) = half(rest, low & HALF, d);
	(q1 << 32 | q0, rest)
}

/// One digit of 32 bits of the quotient of `(high·2^32 + next) / d` for `high < d`, `d ≥ 2^63`, and the rest.
const fn half(high: u64, next: u64, d: u64) -> (u64, u64) {
	let (d1, d0) = (d >> 32, d & HALF);
	// d1 ≥ 2^31, so that it never is zero and the estimate is at most two too high.
	let mut q = match high.checked_div(d1) {
		Some(q) => q,
		None => 0,
	};
	let mut rest = high.wrapping_sub(q.wrapping_mul(d1));
	// While q < 2^32 neither product nor sum below passes 2^64.
	while q > HALF || q.wrapping_mul(d0) > (rest << 32 | next) {
		q = q.wrapping_sub(1);
		rest = rest.wrapping_add(d1);
		if rest > HALF {
			break;
		}
	}
	// The true rest is below d: what wraps here in the terms is not in their sum.
	let rest = (high << 32 | next).wrapping_sub(q.wrapping_mul(d));
	(q, rest)
}

/// `(high, low) / 2^bits`, rounded to nearest (half up); nothing if it does not fit.
pub(crate) const fn shr_nearest(high: u128, low: u128, bits: u32) -> Option<u128> {
	let (whole, half) = match bits {
		0 => (if high == 0 { Some(low) } else { None }, 0),
		1..=127 => {
			let fits = high.wrapping_shr(bits) == 0;
			let whole = high.wrapping_shl(128_u32.wrapping_sub(bits)) | low.wrapping_shr(bits);
			(if fits { Some(whole) } else { None }, low.wrapping_shr(bits.wrapping_sub(1)) & 1)
		},
		128 => (Some(high), low >> 127),
		129..=255 => {
			let bits = bits.wrapping_sub(128);
			(Some(high.wrapping_shr(bits)), high.wrapping_shr(bits.wrapping_sub(1)) & 1)
		},
		256 => (Some(0), high >> 127),
		_ => (Some(0), 0),
	};
	match whole {
		Some(whole) => whole.checked_add(half),
		None => None,
	}
}

/// Square root of `(high, low)`, rounded down.
pub(crate) fn sqrt_wide(high: u128, low: u128) -> u128 {
	if high == 0 {
		return low.isqrt();
	}
	// Scaled by an even power of two to fill the upper half, the first guess is good to 63 bits and
	// one or two steps of Newton's method end at the floor (from above it never passes below it).
	let shift = high.leading_zeros() & !1;
	let high = if shift == 0 {
		high
	} else {
		high.wrapping_shl(shift) | low.wrapping_shr(128_u32.wrapping_sub(shift))
	};
	let low = low.wrapping_shl(shift);
	let guess = high.isqrt().saturating_add(1);
	let mut root = if guess > MASK { u128::MAX } else { guess << 64 };
	loop {
		let quotient = div_wide(high, low, root).map_or(u128::MAX, |(quotient, _)| quotient);
		if quotient >= root {
			return root.wrapping_shr(shift >> 1);
		}
		// The mean, rounded down, without the carry of the sum.
		root = (root & quotient).wrapping_add((root ^ quotient) >> 1);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// Any number, with as many leading zeros as may be.
	fn any_size() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0_u32..128).prop_map(|(n, shift)| n >> shift)
	}

	/// Bit by bit: slow and plain.
	fn div_reference(high: u128, low: u128, d: u128) -> (u128, u128) {
		let (mut rest, mut quotient) = (high, 0_u128);
		for bit in (0..128).rev() {
			let carry = rest >> 127;
			rest = rest << 1 | (low >> bit & 1);
			quotient <<= 1;
			if carry == 1 || rest >= d {
				rest = rest.wrapping_sub(d);
				quotient |= 1;
			}
		}
		(quotient, rest)
	}

	#[test]
	fn extremes_are_exact() {
		assert_eq!(mul_wide(u128::MAX, u128::MAX), (u128::MAX - 1, 1));
		assert_eq!(
			mul_digits_by_halves(u64::MAX, u64::MAX),
			u128::from(u64::MAX) * u128::from(u64::MAX)
		);
		for d in [1, 2, u64::MAX >> 32, 1 << 32, 1 << 63, (1 << 63) | 1, u64::MAX - 1, u64::MAX] {
			for high in [0, 1, d / 2, d - 1].into_iter().filter(|high| *high < d) {
				for low in [0, 1, MASK, MASK << 64, u128::MAX - 1, u128::MAX] {
					let (quotient, rest) = div_by_digit(high, low, d);
					let exact = div_reference(high.into(), low, d.into());
					assert_eq!((quotient, u128::from(rest)), exact, "{high} {low} {d}");
				}
			}
		}
		assert_eq!(div_wide(u128::MAX - 1, 1, u128::MAX), Some((u128::MAX, 0)));
		assert_eq!(div_wide(1, 0, 1), None);
		assert_eq!(div_wide(0, 7, 0), None);
		assert_eq!(sqrt_wide(u128::MAX, u128::MAX), u128::MAX);
		assert_eq!(sqrt_wide(u128::MAX - 1, 1), u128::MAX);
		assert_eq!(sqrt_wide(u128::MAX - 1, 0), u128::MAX - 1);
		assert_eq!(sqrt_wide(1, 0), 1 << 64);
		assert_eq!(sqrt_wide(0, 99), 9);
	}

	#[test]
	fn shifting_out_rounds_half_up_at_every_width() {
		assert_eq!(shr_nearest(0, 5, 0), Some(5));
		assert_eq!(shr_nearest(1, 5, 0), None);
		assert_eq!(shr_nearest(0, 5, 1), Some(3));
		assert_eq!(shr_nearest(0, 5, 2), Some(1));
		assert_eq!(shr_nearest(0, u128::MAX, 1), Some(1 << 127));
		assert_eq!(shr_nearest(1, u128::MAX, 1), None);
		assert_eq!(shr_nearest(7, 1 << 127, 128), Some(8));
		assert_eq!(shr_nearest(7, 0, 129), Some(4));
		assert_eq!(shr_nearest(1 << 127, 0, 256), Some(1));
		assert_eq!(shr_nearest(u128::MAX, u128::MAX, 257), Some(0));
	}

	proptest! {
		#[test]
		fn products_divide_back(a in any_size(), b in any_size(), c in any_size()) {
			let (high, low) = mul_wide(a, b);
			let (low, carry) = low.overflowing_add(c % b.max(1));
			let high = high + u128::from(carry);
			if b == 0 {
				prop_assert_eq!(div_wide(high, low, b), None);
			} else {
				prop_assert_eq!(div_wide(high, low, b), Some((a, c % b)));
			}
		}

		#[test]
		fn products_by_halves_are_those_of_128_bits(a in any::<u64>(), b in any::<u64>(), cut in 0_u32..64) {
			let a = a >> cut;
			prop_assert_eq!(mul_digits_by_halves(a, b), u128::from(a) * u128::from(b));
		}

		// By divisors of 64 bits, some of them next to the largest quotients.
		#[test]
		fn quotients_by_a_digit_are_those_of_128_bits(
			d in any::<u64>(), cut in 0_u32..64, low in any_size(), below in any::<u64>(), near in any::<bool>(),
		) {
			let d = (d >> cut).max(1);
			let high = if near { d - 1 - below % d.min(3) } else { below % d };
			let (quotient, rest) = div_by_digit(high, low, d);
			prop_assert_eq!((quotient, u128::from(rest)), div_reference(high.into(), low, d.into()));
			let plain = div_by_digit(0, low, d);
			prop_assert_eq!((plain.0, u128::from(plain.1)), (low / u128::from(d), low % u128::from(d)));
		}

		#[test]
		fn quotients_are_those_of_long_division(high in any_size(), low in any_size(), d in any_size()) {
			if high < d {
				prop_assert_eq!(div_wide(high, low, d), Some(div_reference(high, low, d)));
			} else {
				prop_assert_eq!(div_wide(high, low, d), None);
			}
		}

		// Where the first estimate of a digit is too high, or does not even fit 64 bits.
		#[test]
		fn quotients_next_to_the_largest(
			top in any::<u64>(), d0 in any_size(), below in any_size(), low in any_size(),
		) {
			let d = u128::from(top | 1 << 63) << 64 | (d0 & MASK);
			let high = d - 1 - (below & MASK >> 1);
			prop_assert_eq!(div_wide(high, low, d), Some(div_reference(high, low, d)));
		}

		#[test]
		fn roots_are_floors(high in any_size(), low in any_size()) {
			let root = sqrt_wide(high, low);
			prop_assert!(mul_wide(root, root) <= (high, low));
			if let Some(next) = root.checked_add(1) {
				prop_assert!(mul_wide(next, next) > (high, low));
			}
		}

		#[test]
		fn shifts_are_divisions(high in any_size(), low in any_size(), bits in 1_u32..128) {
			if let Some((quotient, rest)) = div_wide(high, low, 1 << bits) {
				let nearest = quotient.checked_add(rest >> (bits - 1));
				prop_assert_eq!(shr_nearest(high, low, bits), nearest);
			}
		}
	}
}
