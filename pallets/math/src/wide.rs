// SPDX-License-Identifier: Apache-2.0

//! 256-bit products, quotients and roots of unsigned numbers, as halves `(high, low)`.

const MASK: u128 = u64::MAX as u128;

/// `a·b`, exact.
pub(crate) const fn mul_wide(a: u128, b: u128) -> (u128, u128) {
	// Each product of two 64-bit halves, with two more such halves added, is below 2^128.
	let (a1, a0) = (a >> 64, a & MASK);
	let (b1, b0) = (b >> 64, b & MASK);
	let low = a0.wrapping_mul(b0);
	let cross = a1.wrapping_mul(b0).wrapping_add(low >> 64);
	let middle = a0.wrapping_mul(b1).wrapping_add(cross & MASK);
	let high = a1.wrapping_mul(b1).wrapping_add(cross >> 64).wrapping_add(middle >> 64);
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
	if high == 0 {
		return match (low.checked_div(d), low.checked_rem(d)) {
			(Some(quotient), Some(remainder)) => Some((quotient, remainder)),
			_ => None,
		};
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
	let (d1, d0) = (d >> 64, d & MASK);
	// d1 ≥ 2^63, so that it never is zero and the estimate is at most two too high.
	let (mut q, mut rest) = match (high.checked_div(d1), high.checked_rem(d1)) {
		(Some(q), Some(rest)) => (q, rest),
		_ => (0, 0),
	};
	// While q < 2^64 neither product nor sum below passes 2^128.
	while q > MASK || q.wrapping_mul(d0) > (rest << 64 | next) {
		q = q.wrapping_sub(1);
		rest = rest.wrapping_add(d1);
		if rest > MASK {
			break;
		}
	}
	// The true rest is below d: what wraps here in the terms is not in their sum.
	let rest = (high << 64 | next).wrapping_sub(q.wrapping_mul(d));
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
