// SPDX-License-Identifier: GPL-3.0-or-later

//! The standard rule, and what resting orders need under it.

use super::*;
use straddle_math::{
	fixed::mul,
	ladder::standard::sensitivity,
	standard::{expiry_requirement, orders_requirement, Leg, Level},
};

impl<T: Config> Engine<T> {
	/// All positions, expiry by expiry.
	pub(super) fn value_standard(
		&mut self,
		account: &MarginAccount,
		valuation: &mut Valuation,
	) -> Result<Sums, DispatchError> {
		let mut sums = Sums::new();
		for (first, positions) in by_expiry(account) {
			let group = self.value_expiry(first, positions, &mut valuation.moves)?;
			sums.add(&group)?;
			if group.initial > 0 {
				let crowd = self.crowd(&mut valuation.crowds, first)?;
				let more = mul(crowd.share, group.initial, Rounding::Up).map_err(math)?;
				crowd.initial = add(crowd.initial, more)?;
				sums.initial = add(sums.initial, more)?;
			}
			valuation.groups.push(group);
		}
		Ok(sums)
	}

	/// The positions of one expiry.
	fn value_expiry(
		&mut self,
		first: &Series,
		positions: &[(Series, Quantity)],
		moves: &mut Option<Moves>,
	) -> Result<Group, DispatchError> {
		let expiry = self.expiry(first)?;
		if expiry.settlement.is_some() {
			return self.value_settled(positions);
		}
		let mut group = Group { state: expiry.state, ..Group::new(positions) };
		let mut legs = Vec::with_capacity(positions.len());
		for (series, quantity) in positions {
			let (mark, worst) = self.mark_usd(series)?;
			group.state = group.state.worst(worst);
			let strike = wad(series.strike.price())?;
			legs.push(Leg { kind: kind(series.kind), strike, quantity: *quantity, mark });
		}
		if let Some(moves) = moves {
			let of = sensitivity(&legs, expiry.spot, expiry.forward, &self.params);
			moves.lives_for(&expiry);
			moves.count(first.underlying, of);
		}
		let require = |level| {
			expiry_requirement(&legs, expiry.spot, expiry.forward, &self.params, level)
				.map_err(unvalued::<T>)
		};
		let initial = require(Level::Initial)?;
		let maintenance = require(Level::Maintenance)?;
		group.value = initial.value;
		group.initial = initial.margin;
		group.maintenance = maintenance.margin;
		Ok(group)
	}

	/// What resting orders in a series add to IM, in USD, with what a crowded market adds to that. They
	/// add nothing to MM: an order that would break the account is refused when it fills.
	pub(super) fn margin_orders(
		&mut self,
		series: &Series,
		orders: &OrderTotals,
		crowds: &mut Vec<Crowd>,
	) -> Result<(Wad, PriceState), DispatchError> {
		let expiry = self.expiry(series)?;
		let (mark, state) = self.mark_usd(series)?;
		if expiry.settlement.is_some() {
			// Such an order can no longer fill.
			return Ok((0, state));
		}
		let margin = orders_requirement(
			kind(series.kind),
			wad(series.strike.price())?,
			mark,
			expiry.spot,
			orders.buy,
			orders.sell,
			self.usd(orders.buy_cost, Rounding::Up)?,
			self.usd(orders.sell_proceeds, Rounding::Down)?,
			&self.params,
			Level::Initial,
		);
		let margin = margin.map_err(unvalued::<T>)?;
		let share = self.crowd(crowds, series)?.share;
		let more = mul(share, margin, Rounding::Up).map_err(math)?;
		Ok((add(margin, more)?, state))
	}
}
