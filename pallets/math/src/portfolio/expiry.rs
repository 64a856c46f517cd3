// SPDX-License-Identifier: Apache-2.0

//! Levels 1 and 2: what an expiry's positions and orders lose in every column.
//!
//! **Sums that cannot overflow.** A value is split into v = v₁·2^31 + v₀, a quantity into
//! q = q₁·2^20 + q₀, 0 ≤ v₀ < 2^31, 0 ≤ q₀ < 2^20. As |v| ≤ 2^63 and |q| ≤ 2^40, |v₁| ≤ 2^32 and
//! |q₁| ≤ 2^20: each of the four products is at most 2^52, and 512 of them at most 2^61.

use super::{
	Holding, Order, Position, BASIS_LOSS, CONTRACT, MAX_POSITIONS, MAX_QUANTITY, SKEW_LOSS,
};
use crate::{
	binary,
	black76::Kind,
	fast::signed_mul62,
	fixed::{
		add, mul_div, sub,
		Rounding::{Down, Up},
		Wad,
	},
	risk_array::Expiry,
	scenario::{BASE, BASIS, COLUMNS, SKEW},
	MathError, Result,
};
use alloc::vec::Vec;

/// What the expiries of an underlying add up to.
pub(super) struct Sums {
	/// V₀ − f(V) in USD; the skew's and the basis' where they stand, each at least 0.
	pub(super) losses: [Wad; COLUMNS],
	/// ΣV₀ in USD, orders left out.
	pub(super) value: Wad,
	/// What fills of orders could lose at today's market, in USD.
	pub(super) orders: Wad,
	/// By how much approximation can be off in equity and losses together, in USD.
	pub(super) error: Wad,
	/// In quantity units: shorts not matched at their strike, shorts of calls, and all.
	pub(super) naked: i128,
	pub(super) short_calls: i128,
	pub(super) gross: i128,
}

impl Default for Sums {
	fn default() -> Self {
		Self {
			losses: [0; COLUMNS],
			value: 0,
			orders: 0,
			error: 0,
			naked: 0,
			short_calls: 0,
			gross: 0,
		}
	}
}

impl Sums {
	/// Add what an account has in an expiry.
	///
	/// # Errors
	/// `QuantityTooLarge`; `Overflow` if a sum does not fit.
	pub(super) fn push(&mut self, holding: &Holding) -> Result<()> {
		let expiry = holding.expiry;
		let mut strikes = Vec::with_capacity(holding.positions.len());
		let mut error = 0_i128;
		for Position { array, quantity } in holding.positions {
			check_quantity(*quantity)?;
			let size = i128::from(quantity.saturating_abs());
			error =
				add(error, scaled(size.saturating_mul(array.error().into()), array.exponent())?)?;
			self.gross = add(self.gross, size)?;
			if array.kind() == Kind::Call {
				self.short_calls = sub(self.short_calls, i128::from(*quantity).min(0))?;
			}
			if array.kind() != Kind::Future {
				strikes.push((array.strike(), i128::from(*quantity)));
			}
		}
		let mut totals = Totals { sums: [0; COLUMNS] };
		totals.push(holding.positions)?;
		let base = |totals: &Totals| totals.sums.get(BASE).copied().unwrap_or(0);
		let held = base(&totals);
		for order in holding.orders {
			check_quantity(order.quantity)?;
			totals.push_order(order, expiry)?;
			let size = i128::from(order.quantity.saturating_abs());
			let off = size.saturating_mul(i128::from(order.array.error()).saturating_add(1));
			error = add(error, scaled(off, order.array.exponent())?)?;
			self.gross = add(self.gross, size)?;
			if order.array.kind() != Kind::Future && order.quantity < 0 {
				strikes.push((order.array.strike(), order.quantity.into()));
			}
		}
		self.naked = add(self.naked, naked(&mut strikes)?)?;
		let scale = Scale::of(&totals.sums, held, expiry)?;
		self.value = add(self.value, scale.value(held))?;
		// What fills could lose at today's market counts at once, the columns lose from there.
		let value = scale.value(base(&totals));
		self.orders = add(self.orders, sub(scale.value(held), value)?)?;
		// In equity, in V₀ and in the conversion to USD once each, in f(V) times d⁻ rounded up.
		let [_, negative] = expiry.discount_bits();
		let often = i128::from(negative >> 56).saturating_add(4);
		let most = mul_div(error, expiry.forward(), UNITS_OF_VALUE, Up)?;
		// And a unit for each that is rounded.
		self.error = add(self.error, add(most, 1)?.checked_mul(often).ok_or(MathError::Overflow)?)?;
		let mut skew = 0;
		let mut basis = 0;
		let count = expiry.columns();
		for (column, (loss, total)) in
			self.losses.iter_mut().zip(&totals.sums).enumerate().take(count)
		{
			if column == BASE {
				continue;
			}
			if BASIS.contains(&column) {
				basis = sub(value, scale.value(*total))?.max(basis);
				continue;
			}
			let lost = sub(value, scale.discounted(*total))?;
			if SKEW.contains(&column) {
				skew = lost.max(skew);
			} else {
				*loss = add(*loss, lost)?;
			}
		}
		for (column, lost) in [(BASIS_LOSS, basis), (SKEW_LOSS, skew)] {
			if let Some(loss) = self.losses.get_mut(column) {
				*loss = add(*loss, lost)?;
			}
		}
		Ok(())
	}
}

/// Σ over strikes of shorts that longs of the same strike do not match. A strike may come twice.
fn naked(strikes: &mut [(Wad, i128)]) -> Result<i128> {
	if !strikes.is_sorted_by_key(|(strike, _)| *strike) {
		strikes.sort_unstable_by_key(|(strike, _)| *strike);
	}
	let mut sum = 0;
	for one in strikes.chunk_by(|a, b| a.0 == b.0) {
		let net = one.iter().try_fold(0, |net, (_, quantity)| add(net, *quantity))?;
		sum = sub(sum, net.min(0))?;
	}
	Ok(sum)
}

fn check_quantity(quantity: i64) -> Result<()> {
	if (-MAX_QUANTITY..=MAX_QUANTITY).contains(&quantity) {
		Ok(())
	} else {
		Err(MathError::QuantityTooLarge)
	}
}

/// Units of Σ quantity × value that are a forward: 2^56·10^6.
const UNITS_OF_VALUE: i128 = (1 << 56) * CONTRACT as i128;

/// ΣV of an expiry in [`UNITS_OF_VALUE`] of its forward, in every column.
struct Totals {
	sums: [i128; COLUMNS],
}

impl Totals {
	/// Count positions whose quantities are within bounds.
	fn push(&mut self, positions: &[Position]) -> Result<()> {
		// As many at a time as the proof has, and all in the same unit.
		for part in positions.chunk_by(|a, b| a.array.exponent() == b.array.exponent()) {
			for part in part.chunks(MAX_POSITIONS) {
				self.add(part)?;
			}
		}
		Ok(())
	}

	/// The hot loop: four products for each position and column, two columns at a time, which leaves
	/// the sums in registers.
	fn add(&mut self, positions: &[Position]) -> Result<()> {
		let exponent = positions.first().map_or(0, |position| position.array.exponent());
		let (pairs, _) = self.sums.as_chunks_mut::<2>();
		for (index, pair) in pairs.iter_mut().enumerate() {
			let mut parts = [[0_i64; 4]; 2];
			for Position { array, quantity } in positions {
				let (values, _) = array.values().as_chunks::<2>();
				let Some(values) = values.get(index) else { continue };
				let (q1, q0) = (quantity >> 20, quantity & ((1 << 20) - 1));
				for ([high, left, right, low], value) in parts.iter_mut().zip(values) {
					let (v1, v0) = (value >> 31, value & ((1 << 31) - 1));
					*high = high.wrapping_add(v1.wrapping_mul(q1));
					*left = left.wrapping_add(v1.wrapping_mul(q0));
					*right = right.wrapping_add(v0.wrapping_mul(q1));
					*low = low.wrapping_add(v0.wrapping_mul(q0));
				}
			}
			for (sum, [high, left, right, low]) in pair.iter_mut().zip(parts) {
				// At most 2^61·2^51 each, so 2^114 together.
				let total = (i128::from(high) << 51)
					.wrapping_add(i128::from(left) << 31)
					.wrapping_add(i128::from(right) << 20)
					.wrapping_add(low.into());
				*sum = add(*sum, scaled(total, exponent)?)?;
			}
		}
		Ok(())
	}

	/// Count what fills of an order could lose: min(0, q·(V − price)) in each column.
	fn push_order(&mut self, order: &Order, expiry: &Expiry) -> Result<()> {
		// The price against the one who has the order.
		let against = if order.quantity > 0 { Up } else { Down };
		let price = mul_div(order.price, 1 << 56, expiry.forward(), against)?;
		for (sum, value) in self.sums.iter_mut().zip(order.array.values()) {
			let value = scaled((*value).into(), order.array.exponent())?;
			let gain = sub(value, price)?.checked_mul(order.quantity.into());
			*sum = add(*sum, gain.ok_or(MathError::Overflow)?.min(0))?;
		}
		Ok(())
	}
}

/// `x·2^exponent`.
fn scaled(x: i128, exponent: u32) -> Result<i128> {
	match exponent {
		0 => Ok(x),
		1..=126 => x.checked_mul(1_i128.wrapping_shl(exponent)).ok_or(MathError::Overflow),
		_ => Err(MathError::Overflow),
	}
}

/// How sums become USD: cut to 62 bits, times a factor of 58 bits (the discount up to 16), in 64-bit
/// products. A part of 2^-54 of the largest is lost, either way, which the error bound has room for:
/// it is at least 2^-40 of the forward for each contract, of which no value is above 2^7.
struct Scale {
	cut: u32,
	/// For f(V ≥ 0), f(V < 0) and V itself.
	factors: [i64; 3],
	/// By how much the product, less 62 places, is to be shifted to the left; else to the right.
	left: u32,
	right: u32,
}

impl Scale {
	/// Good for all of `sums` and for `base`.
	fn of(sums: &[i128; COLUMNS], base: i128, expiry: &Expiry) -> Result<Self> {
		let most = sums.iter().fold(base.unsigned_abs(), |most, sum| most | sum.unsigned_abs());
		let cut = 66_u32.saturating_sub(most.leading_zeros());
		// forward·2^zeros/10^6 has 108 bits (10^6 has 20): 58 are kept.
		let forward = expiry.forward().unsigned_abs();
		let zeros = forward.leading_zeros();
		let kept = forward.wrapping_shl(zeros).checked_div(CONTRACT as u128).unwrap_or(0) >> 50;
		let [positive, negative] = expiry.discount_bits();
		let factor = |discount| binary::times(kept as i64, discount);
		// forward/(2^56·10^6)·2^cut = kept·2^(50 + cut − zeros − 56), and 2^62 of it are gone.
		let left = cut.saturating_add(56);
		if left > zeros.saturating_add(62) {
			return Err(MathError::Overflow);
		}
		Ok(Self {
			cut,
			factors: [factor(positive), factor(negative), kept as i64],
			left: left.saturating_sub(zeros),
			right: zeros.saturating_sub(left).min(63),
		})
	}

	fn usd(&self, sum: i128, factor: i64) -> Wad {
		// |sum|·2^-cut ≤ 2^62, and the factor is below 2^62.
		let short = match self.cut {
			0 => sum as i64,
			1..=63 => {
				let high = ((sum >> 64) as i64).wrapping_shl(64_u32.wrapping_sub(self.cut));
				high | (sum as u64).wrapping_shr(self.cut) as i64
			},
			_ => ((sum >> 64) as i64).wrapping_shr(self.cut.wrapping_sub(64)),
		};
		let product = signed_mul62(short, factor).wrapping_shr(self.right);
		i128::from(product).wrapping_shl(self.left)
	}

	/// V.
	fn value(&self, sum: i128) -> Wad {
		let [_, _, plain] = self.factors;
		self.usd(sum, plain)
	}

	/// f(V).
	fn discounted(&self, sum: i128) -> Wad {
		let [positive, negative, _] = self.factors;
		self.usd(sum, if sum < 0 { negative } else { positive })
	}
}
