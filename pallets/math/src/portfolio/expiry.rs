// SPDX-License-Identifier: Apache-2.0

//! Levels 1 and 2: what an expiry's positions and orders lose in every column, and what its short
//! calls are worth to the collateral that covers them.
//!
//! All of it is 64-bit arithmetic without a check for each sum, which is what WebAssembly does well:
//! sizes are bounded once an expiry ([`Gathered`]), and units ([`super::scale`]) follow from the bound.

use super::{
	scale::{check_unit, from_unit, Scale},
	weigh::{Item, Weighing, CUT, LARGE},
	Holding, Order, Position, Underlying, MAX_QUANTITY,
};
use crate::{
	binary::mul62,
	black76::Kind,
	fixed::{
		add, mul_div, sub,
		Rounding::{Down, Up},
		Wad,
	},
	kernel::ONE,
	risk_array::Expiry,
	scenario::{BASE, BASIS, COLUMNS, FIRST, SKEW, SLOW},
	MathError, Result,
};
use alloc::vec::Vec;
use core::ops::Range;

/// What the expiries of an underlying add up to.
pub(super) struct Sums<'a> {
	/// V₀ − f(V); the skew's and the basis' where they stand, each at least 0. In 2^`unit` of 10^-18 USD.
	pub(super) losses: [i64; COLUMNS],
	/// What covers collateral, for IM and for MM: Σ|q|·min(d⁺·V, r·S) over short calls, rounded down. For
	/// basis and skew V is each call's least of today's and both columns'. In the same unit.
	pub(super) covers: [[i64; COLUMNS]; 2],
	pub(super) unit: i32,
	/// No sum is larger.
	most: u64,
	/// How often something was brought to the unit.
	pushed: u32,
	/// ΣV₀ in USD, orders left out.
	pub(super) value: Wad,
	/// What fills of orders could lose at today's market, in USD.
	pub(super) orders: Wad,
	/// By how much approximation can be off in equity and losses together, in USD.
	error: Wad,
	/// In quantity units: shorts not matched at their strike, shorts of calls, and all.
	pub(super) naked: i128,
	pub(super) short_calls: i128,
	pub(super) gross: i128,
	/// Room to work in: what an expiry's sums are, its positions, and those that are short calls.
	totals: [i64; COLUMNS],
	held: Vec<Item<'a>>,
	calls: Vec<Item<'a>>,
}

/// What bounds the sums of an expiry.
struct Gathered {
	/// |Σ q·V| is at most this, in 2^56 times the unit of values.
	size: i128,
	/// By how much all values are off, in 2^12 times the unit of values.
	error: i128,
	/// Whether quantities have to be split ([`LARGE`]).
	large: bool,
}

impl<'a> Sums<'a> {
	/// For holdings of at most so many positions.
	pub(super) fn with_capacity(positions: usize) -> Self {
		Self {
			losses: [0; COLUMNS],
			covers: [[0; COLUMNS]; 2],
			unit: 0,
			most: 0,
			pushed: 0,
			value: 0,
			orders: 0,
			error: 0,
			naked: 0,
			short_calls: 0,
			gross: 0,
			totals: [0; COLUMNS],
			held: Vec::with_capacity(positions),
			calls: Vec::new(),
		}
	}

	/// Add what an account has in an expiry. `shares` is r for IM and for MM, 56 places: what a unit of
	/// collateral can count for more if a call covers it, as a share of spot; 0 if nothing.
	///
	/// # Errors
	/// `QuantityTooLarge`; `Overflow` if a sum does not fit.
	pub(super) fn push(
		&mut self,
		holding: &Holding<'a>,
		underlying: &Underlying,
		shares: [i64; 2],
	) -> Result<()> {
		let expiry = holding.expiry;
		let mut gathered = self.gather(holding, shares != [0; 2])?;
		let mut prices = Vec::new();
		for order in holding.orders {
			prices.push(self.gather_order(order, expiry, &mut gathered)?);
		}
		if gathered.size == 0 {
			return Ok(());
		}
		let scale = Scale::of(gathered.size, expiry);
		let weighing = Weighing { cut: scale.cut, large: gathered.large };
		weighing.sum(&self.held, &mut self.totals);
		let base = |totals: &[i64; COLUMNS]| totals.get(BASE).copied().unwrap_or(0);
		let held = scale.value(base(&self.totals));
		for (order, price) in holding.orders.iter().zip(prices) {
			push_order(&mut self.totals, order, price, scale.cut)?;
		}
		let value = scale.value(base(&self.totals));
		self.value = add(self.value, from_unit(held, scale.unit)?)?;
		// What fills could lose at today's market counts at once, the columns lose from there.
		let orders = held.wrapping_sub(value).max(0);
		self.orders = add(self.orders, from_unit(orders, scale.unit)?)?;
		self.charge(&scale, gathered.error, expiry)?;

		let down = self.make_room(scale.unit);
		let plain = |total: i64| value.wrapping_sub(scale.value(total));
		let lost = |total: i64| value.wrapping_sub(scale.discounted(total));
		for range in [SLOW, FIRST..expiry.columns()] {
			let totals = self.totals.get(range.clone()).unwrap_or(&[]);
			for (loss, total) in self.losses.get_mut(range).into_iter().flatten().zip(totals) {
				*loss = loss.wrapping_add(lost(*total).wrapping_shr(down));
			}
		}
		// Of basis and skew the worse of both stands in the first.
		let worst = |range: Range<usize>, lost: &dyn Fn(i64) -> i64| {
			let totals = self.totals.get(range).unwrap_or(&[]);
			totals.iter().fold(0, |worst, total| lost(*total).max(worst))
		};
		let basis = worst(BASIS, &plain);
		let skew = worst(SKEW, &lost);
		for (column, worst) in [(BASIS.start, basis), (SKEW.start, skew)] {
			if let Some(loss) = self.losses.get_mut(column) {
				*loss = loss.wrapping_add(worst.wrapping_shr(down));
			}
		}
		if !self.calls.is_empty() {
			self.cover(weighing, &scale, down, shares, expiry, underlying);
		}
		Ok(())
	}

	/// Add what short calls cover.
	fn cover(
		&mut self,
		weighing: Weighing,
		scale: &Scale,
		down: u32,
		shares: [i64; 2],
		expiry: &Expiry,
		underlying: &Underlying,
	) {
		let reach = reach(expiry, underlying.spot);
		for (to, share) in self.covers.iter_mut().zip(shares) {
			if share == 0 {
				continue;
			}
			// A share is at most one; and no call is worth more than the forward is there.
			let cap = mul62(reach, share.wrapping_shl(6)).min(ONE);
			let value = |sum| scale.long(sum).wrapping_shr(down);
			// In the first; the other is not below it, and no loss stands there.
			let least = [BASIS, SKEW].map(|range| {
				let before = to.get(range.start).copied().unwrap_or(0);
				let least = weighing.least(&self.calls, range.clone(), cap);
				(range.start, before.wrapping_add(value(least)))
			});
			weighing.add_capped(&self.calls, cap, &underlying.columns.spots, value, to);
			for (column, least) in least {
				if let Some(to) = to.get_mut(column) {
					*to = least;
				}
			}
		}
	}

	/// Check and count positions, and lay them out for the loops.
	fn gather(&mut self, holding: &Holding<'a>, cover: bool) -> Result<Gathered> {
		self.held.clear();
		self.calls.clear();
		let [mut naked, mut net, mut gross, mut short_calls, mut near] = [0_i64; 5];
		let mut far = 0_i128;
		let mut strike = 0;
		let mut sorted = holding.orders.is_empty();
		let mut exponents = 0;
		// No sum here passes 2^58: quantities are up to 2^40, errors below 2^20, positions up to 2^9.
		for Position { array, quantity } in holding.positions {
			check_quantity(*quantity)?;
			let size = quantity.wrapping_abs();
			gross = gross.wrapping_add(size);
			let off = size.wrapping_mul(off(array.error()));
			let exponent = array.exponent();
			exponents |= exponent;
			if exponent == 0 {
				near = near.wrapping_add(off);
			} else {
				far = add(far, scaled(off.into(), exponent)?)?;
			}
			let item = Item { values: array.values(), quantity: *quantity, exponent };
			self.held.push(item);
			if array.kind() == Kind::Future {
				continue;
			}
			if array.kind() == Kind::Call && *quantity < 0 {
				short_calls = short_calls.wrapping_add(size);
				if cover {
					self.calls.push(Item { quantity: size, ..item });
				}
			}
			if array.strike() != strike {
				sorted &= array.strike() > strike;
				strike = array.strike();
				naked = naked.wrapping_sub(net.min(0));
				net = 0;
			}
			net = net.wrapping_add(*quantity);
		}
		naked = naked.wrapping_sub(net.min(0));
		if !sorted {
			naked = naked_in_any_order(holding);
		}
		if exponents != 0 {
			for items in [&mut self.held, &mut self.calls] {
				items.sort_unstable_by_key(|item| item.exponent);
			}
		}
		self.naked = add(self.naked, naked.into())?;
		self.gross = add(self.gross, gross.into())?;
		self.short_calls = add(self.short_calls, short_calls.into())?;
		let error = add(far, near.into())?;
		Ok(Gathered { size: error, error, large: gross >= LARGE })
	}

	/// Check and count an order. Gives its price in the unit of values.
	fn gather_order(
		&mut self,
		order: &Order,
		expiry: &Expiry,
		gathered: &mut Gathered,
	) -> Result<i128> {
		check_quantity(order.quantity)?;
		let size = i128::from(order.quantity.saturating_abs());
		self.gross = add(self.gross, size)?;
		// The price against the one who has the order.
		let against = if order.quantity > 0 { Up } else { Down };
		let price = mul_div(order.price, 1 << 56, expiry.forward(), against)?;
		let off = size.saturating_mul(off(order.array.error()).into());
		let off = scaled(off, order.array.exponent())?;
		gathered.error = add(gathered.error, off)?;
		let paid = size.checked_mul(price.checked_abs().ok_or(MathError::Overflow)? >> 56);
		let paid = add(paid.ok_or(MathError::Overflow)?, size)?;
		gathered.size = add(gathered.size, add(off, paid)?)?;
		Ok(price)
	}

	/// The error bound: in equity, in V₀ and in the conversion to USD once each, in f(V) times d⁻ rounded
	/// up; where calls cover collateral once in its credit and twice in what it loses.
	fn charge(&mut self, scale: &Scale, error: i128, expiry: &Expiry) -> Result<()> {
		let [_, negative] = expiry.discount_bits();
		let covers = if self.calls.is_empty() { 0 } else { 3 };
		// At most 18.
		let often = (negative >> 56).wrapping_add(4).wrapping_add(covers);
		// Below 2^121, and a unit for each that is rounded.
		let most = scale.error(error)?.wrapping_add(1);
		self.error = add(self.error, most.wrapping_mul(often.into()))?;
		Ok(())
	}

	/// By how much to shift what comes in `unit`, so that it can be added: everything is in the largest
	/// unit of all, and coarser if the sums would pass 2^62.
	fn make_room(&mut self, unit: i32) -> u32 {
		/// A loss is below this: V₀ and f(V) are below 2^58 each ([`Scale`]).
		const LOSS: u64 = 1 << 59;
		if self.most == 0 {
			self.unit = unit;
		}
		self.pushed = self.pushed.saturating_add(1);
		self.coarsen(unit.saturating_sub(self.unit).max(0).unsigned_abs());
		loop {
			let down = self.unit.saturating_sub(unit).unsigned_abs().min(63);
			let most = self.most.saturating_add(LOSS >> down).saturating_add(1);
			if most <= 1 << 62 {
				self.most = most;
				return down;
			}
			self.coarsen(1);
		}
	}

	fn coarsen(&mut self, by: u32) {
		if by == 0 {
			return;
		}
		let by = by.min(63);
		self.unit = self.unit.saturating_add(by as i32);
		self.most = (self.most >> by).saturating_add(1);
		let [initial, maintenance] = &mut self.covers;
		for sums in [&mut self.losses, initial, maintenance] {
			sums.iter_mut().for_each(|sum| *sum = sum.wrapping_shr(by));
		}
	}

	/// Losses in USD, each below 2^121·10^-18.
	///
	/// # Errors
	/// `Overflow` if one is not.
	pub(super) fn losses(&self, to: &mut [Wad; COLUMNS]) -> Result<()> {
		let most = self.losses.iter().fold(0, |most, loss| most | loss.unsigned_abs());
		check_unit(most, self.unit)?;
		// What is checked holds for all of them.
		let (left, right) = (self.unit.max(0).unsigned_abs(), self.unit.min(0).unsigned_abs());
		for (to, loss) in to.iter_mut().zip(&self.losses) {
			*to = i128::from(loss.wrapping_shr(right.min(63))).wrapping_shl(left);
		}
		Ok(())
	}

	/// The error bound of all, the common unit's roundings included.
	///
	/// # Errors
	/// `Overflow` if it does not fit.
	pub(super) fn error(&self) -> Result<Wad> {
		if self.pushed == 0 {
			return Ok(self.error);
		}
		// A loss and what covers it are cut once, and by each coarser unit that another one brings.
		let cuts = i64::from(self.pushed).saturating_mul(8);
		add(self.error, add(from_unit(cuts, self.unit)?, 1)?)
	}
}

/// The error of a value, from its unit to 2^12 of it, rounded up, and what [`weigh`] cuts off.
fn off(error: i64) -> i64 {
	(error >> CUT).saturating_add(2)
}

/// S/(F·d⁺), 56 places, rounded down, at most 64: a cap on d⁺·V, put upon V in units of the forward.
fn reach(expiry: &Expiry, spot: Wad) -> i64 {
	let [positive, _] = expiry.discount_bits();
	let multiple = u128::from(expiry.multiple(spot).unsigned_abs()) << 56;
	// d⁺ is above zero.
	let reach = multiple.checked_div(positive.unsigned_abs().into()).unwrap_or(0);
	reach.min(64 << 56) as i64
}

/// Σ over strikes of shorts that longs of the same strike do not match, sales by orders included. A
/// strike may come twice.
fn naked_in_any_order(holding: &Holding) -> i64 {
	let positions = holding.positions.iter().map(|p| (p.array, p.quantity));
	let sales = holding.orders.iter().map(|o| (o.array, o.quantity.min(0)));
	let mut strikes: Vec<_> = positions
		.chain(sales)
		.filter(|(array, _)| array.kind() != Kind::Future)
		.map(|(array, quantity)| (array.strike(), quantity))
		.collect();
	strikes.sort_unstable_by_key(|(strike, _)| *strike);
	let mut sum = 0_i64;
	for one in strikes.chunk_by(|a, b| a.0 == b.0) {
		// At most 2^10 of 2^40.
		let net = one.iter().fold(0_i64, |net, (_, quantity)| net.wrapping_add(*quantity));
		sum = sum.wrapping_sub(net.min(0));
	}
	sum
}

fn check_quantity(quantity: i64) -> Result<()> {
	if (-MAX_QUANTITY..=MAX_QUANTITY).contains(&quantity) {
		Ok(())
	} else {
		Err(MathError::QuantityTooLarge)
	}
}

/// Count what fills of an order could lose: min(0, q·(V − price)) in each column, rounded against it.
fn push_order(totals: &mut [i64; COLUMNS], order: &Order, price: i128, cut: u32) -> Result<()> {
	for (total, value) in totals.iter_mut().zip(order.array.values()) {
		let value = scaled((*value).into(), order.array.exponent())?;
		let gain = sub(value, price)?.checked_mul(order.quantity.into());
		let gain = gain.ok_or(MathError::Overflow)?.min(0);
		// The bound that the cut is of holds for all of them together.
		*total = total.wrapping_add(gain.wrapping_shr(cut.min(127)) as i64);
	}
	Ok(())
}

/// `x·2^exponent`.
fn scaled(x: i128, exponent: u32) -> Result<i128> {
	match exponent {
		0 => Ok(x),
		1..=126 => x.checked_mul(1_i128.wrapping_shl(exponent)).ok_or(MathError::Overflow),
		_ => Err(MathError::Overflow),
	}
}
