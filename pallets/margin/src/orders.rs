// SPDX-License-Identifier: GPL-3.0-or-later

//! What an account knows of its resting orders, and how that is stored.

use super::*;
use alloc::vec::Vec;
use core::ops::Deref;
use packed::*;
use straddle_math::{mul_div, Rounding};

/// A resting order as its account knows it: its number, its side and its price in cash's smallest units.
pub(crate) type Resting = (OrderId, Side, i64);

/// All resting orders of an account in one series: their totals, and where each rests. Where that is
/// means nothing here; it is kept for the market, which finds it with the account.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SeriesOrders {
	/// What they add up to.
	pub totals: OrderTotals,
	/// Sorted by number.
	pub(crate) resting: Vec<Resting>,
}

impl Deref for SeriesOrders {
	type Target = OrderTotals;

	fn deref(&self) -> &OrderTotals {
		&self.totals
	}
}

impl SeriesOrders {
	/// Each order's number, side and price, sorted by number.
	pub fn resting(&self) -> impl Iterator<Item = (OrderId, Side, Cash)> + '_ {
		self.resting.iter().map(|(id, side, price)| (*id, *side, (*price).into()))
	}

	/// With one more order, or `None` if one of this number rests or the price does not fit.
	pub(crate) fn with(mut self, id: OrderId, place: &Place) -> Option<Self> {
		let price = i64::try_from(place.price).ok()?;
		let nth = self.resting.binary_search_by_key(&id, |(id, ..)| *id).err()?;
		self.resting.insert(nth, (id, place.side, price));
		Some(self)
	}

	/// Without this order, or `None` if it does not rest there.
	pub(crate) fn without(mut self, id: OrderId, place: &Place) -> Option<Self> {
		let nth = self.resting.binary_search_by_key(&id, |(id, ..)| *id).ok()?;
		let (_, side, price) = self.resting.remove(nth);
		((side, Cash::from(price)) == (place.side, place.price)).then_some(self)
	}
}

impl SeriesOrders {
	/// Orders that can lose no less than those that rest: each one's side, quantity and price in cash's smallest units.
	///
	/// Of a single order only the price is known, of a side's orders together quantity and money. What an order
	/// loses in a scenario is concave in its price, so of all that add up to the same those lose most that are at
	/// the two outermost prices. With no more than two prices that is what rests. `None` where a number does not fit.
	pub(crate) fn outermost(&self) -> Option<Vec<(Side, Quantity, Cash)>> {
		let mut all = Vec::with_capacity(4);
		for side in [Side::Buy, Side::Sell] {
			let (whole, money) = match side {
				Side::Buy => (self.totals.buy, self.totals.buy_cost),
				Side::Sell => (self.totals.sell, self.totals.sell_proceeds),
			};
			if whole == 0 {
				continue;
			}
			let prices = self.resting.iter().filter(|(_, of, _)| *of == side);
			let prices = prices.map(|(_, _, price)| Cash::from(*price));
			// Both in the direction in which they are worse: dear to buy, cheap to sell.
			let worst = match side {
				Side::Buy => prices.clone().max(),
				Side::Sell => prices.clone().min(),
			};
			let best = match side {
				Side::Buy => prices.min(),
				Side::Sell => prices.max(),
			};
			let value = money.checked_mul(CONTRACT.into())?;
			let rounding = if side == Side::Buy { Rounding::Up } else { Rounding::Down };
			let (Some(worst), Some(best)) = (worst, best) else {
				all.push((side, whole, mul_div(value, 1, whole.into(), rounding).ok()?));
				continue;
			};
			let apart = worst.checked_sub(best)?;
			let quantity = match apart {
				0 => whole,
				_ => {
					let at_best = best.checked_mul(whole.into())?;
					let more = value.checked_sub(at_best)?;
					let part = mul_div(more, 1, apart, Rounding::Up).ok()?;
					Quantity::try_from(part.clamp(0, whole.into())).ok()?
				},
			};
			let rest = whole.checked_sub(quantity)?;
			let parts = [(side, quantity, worst), (side, rest, best)];
			all.extend(parts.into_iter().filter(|(_, quantity, _)| *quantity > 0));
		}
		Some(all)
	}
}

impl MarginAccount {
	/// All its resting orders, sorted by series and number.
	pub(crate) fn resting(&self) -> impl Iterator<Item = (OrderId, Place)> + '_ {
		self.orders.iter().flat_map(|(series, orders)| {
			let at = |side, price| Place { series: *series, side, price };
			orders.resting().map(move |(id, side, price)| (id, at(side, price)))
		})
	}
}

/// A resting order as it is stored.
#[derive(Decode, Encode, TypeInfo)]
pub struct PackedOrder {
	/// Its number.
	pub id: Compact<OrderId>,
	/// Its price as a position's quantity is stored, twice that, and one more if it sells.
	pub place: Compact<u128>,
}

/// The orders of one series as they are stored: quantities as a position's, and money as `2 m`, or
/// `2 |m| − 1` if it is negative.
#[derive(Decode, Encode, TypeInfo)]
pub struct PackedOrders {
	/// Resting quantity to buy.
	pub buy: Compact<u128>,
	/// Resting quantity to sell.
	pub sell: Compact<u128>,
	/// What the buys cost.
	pub buy_cost: Compact<u128>,
	/// What the sells bring.
	pub sell_proceeds: Compact<u128>,
	/// Each of them, sorted by number.
	pub resting: Vec<PackedOrder>,
}

impl Amount for SeriesOrders {
	type Packed = PackedOrders;
	// Four totals, and how many orders there are.
	const MAX_PACKED: usize = 2 * MAX_NUMBER + 2 * 17 + 2;
	const MAX_PARTS: usize = MAX_ORDERS as usize;
	const MAX_PART: usize = 9 + MAX_NUMBER;

	fn parts(&self) -> usize {
		self.resting.len()
	}

	fn pack(&self) -> PackedOrders {
		let packed = |(id, side, price): &Resting| PackedOrder {
			id: Compact(*id),
			place: Compact(pack_signed(*price) << 1 | u128::from(*side == Side::Sell)),
		};
		PackedOrders {
			buy: Compact(pack_signed(self.buy)),
			sell: Compact(pack_signed(self.sell)),
			buy_cost: Compact(fold(self.buy_cost)),
			sell_proceeds: Compact(fold(self.sell_proceeds)),
			resting: self.resting.iter().map(packed).collect(),
		}
	}

	fn unpack(packed: PackedOrders) -> Option<Self> {
		let order = |PackedOrder { id, place }: PackedOrder| {
			let side = if place.0 & 1 == 1 { Side::Sell } else { Side::Buy };
			Some((id.0, side, unpack_signed(place.0 >> 1)?))
		};
		let resting = packed.resting.into_iter().map(order).collect::<Option<Vec<_>>>()?;
		let totals = OrderTotals {
			buy: unpack_signed(packed.buy.0)?,
			sell: unpack_signed(packed.sell.0)?,
			buy_cost: unfold(packed.buy_cost.0),
			sell_proceeds: unfold(packed.sell_proceeds.0),
		};
		resting.is_sorted_by(|a, b| a.0 < b.0).then_some(Self { totals, resting })
	}
}
