// SPDX-License-Identifier: GPL-3.0-or-later

//! The parts of a valuation as the view `health` shows them, in cash units.

use super::*;
use core::cmp::Reverse;
use straddle_math::portfolio::{AddOn, UnderlyingReport};

impl<T: Config> Engine<T> {
	/// Expiries, what binds most first. Under the portfolio rule an expiry has no margin of its own.
	pub fn expiries_health(
		&mut self,
		account: &MarginAccount,
		valuation: &Valuation,
	) -> Result<Vec<ExpiryHealth>, DispatchError> {
		let mut reasons = Vec::new();
		for (first, positions) in by_expiry(account) {
			let same = |group: &&Group| {
				(group.underlying, group.expiry) == (first.underlying, first.expiry)
			};
			let group = match valuation.groups.iter().find(same) {
				Some(group) => *group,
				None => self.value_marked(positions)?,
			};
			reasons.push(ExpiryHealth {
				underlying: group.underlying,
				expiry: group.expiry,
				value: self.worth_of_usd(group.value, Rounding::Down)?,
				initial: self.worth_of_usd(group.initial, Rounding::Up)?,
				maintenance: self.worth_of_usd(group.maintenance, Rounding::Up)?,
				settled: group.settled,
				state: group.state,
			});
		}
		let free =
			|part: &ExpiryHealth| part.value.into_inner().saturating_sub(part.initial.into_inner());
		reasons.sort_by_key(free);
		Ok(reasons)
	}

	/// How the portfolio rule came to its margin, if it was used.
	pub fn portfolio_health(
		&mut self,
		valuation: &Valuation,
	) -> Result<Option<PortfolioHealth>, DispatchError> {
		let Some(portfolio) = &valuation.portfolio else { return Ok(None) };
		let report = &portfolio.report;
		let mut underlyings = Vec::with_capacity(portfolio.underlyings.len());
		for (underlying, part) in portfolio.underlyings.iter().zip(&report.underlyings) {
			underlyings.push(self.underlying_health(*underlying, part)?);
		}
		underlyings.sort_by_key(|part| Reverse(part.initial.0));
		let mut add_ons = Vec::with_capacity(report.add_ons.len().saturating_add(1));
		for AddOn { reason, underlying, initial, maintenance } in &report.add_ons {
			let nth = |nth: usize| portfolio.underlyings.get(nth).copied();
			add_ons.push(AddOnHealth {
				reason: (*reason).into(),
				underlying: underlying.and_then(nth),
				initial: self.worth_of_usd(*initial, Rounding::Up)?,
				maintenance: self.worth_of_usd(*maintenance, Rounding::Up)?,
			});
		}
		if portfolio.tails > 0 {
			add_ons.push(AddOnHealth {
				reason: AddOnReason::Tails,
				underlying: None,
				initial: self.worth_of_usd(portfolio.tails, Rounding::Up)?,
				maintenance: Money::default(),
			});
		}
		add_ons.sort_by_key(|part| Reverse(part.initial));
		let losses = self.worth_of_usd(report.groups, Rounding::Up)?;
		Ok(Some(PortfolioHealth { losses, underlyings, add_ons }))
	}

	/// What crowded markets add, the largest first.
	pub fn crowds_health(
		&mut self,
		valuation: &Valuation,
	) -> Result<Vec<CrowdHealth>, DispatchError> {
		let mut crowds = Vec::new();
		for Crowd { underlying, share, initial } in &valuation.crowds {
			if *share > 0 {
				crowds.push(CrowdHealth {
					underlying: *underlying,
					share: FixedU128::from_inner(share.unsigned_abs()),
					initial: self.worth_of_usd(*initial, Rounding::Up)?,
				});
			}
		}
		crowds.sort_by_key(|crowd| Reverse(crowd.initial));
		Ok(crowds)
	}

	fn underlying_health(
		&mut self,
		underlying: UnderlyingId,
		part: &UnderlyingReport,
	) -> Result<UnderlyingHealth, DispatchError> {
		let (initial, maintenance) = (part.initial, part.maintenance);
		let [credit_initial, credit_maintenance] = part.credit;
		let [paired, _] = part.paired;
		Ok(UnderlyingHealth {
			underlying,
			value: self.worth_of_usd(part.value, Rounding::Down)?,
			initial: (self.worth_of_usd(initial.0, Rounding::Up)?, initial.1.into()),
			maintenance: (self.worth_of_usd(maintenance.0, Rounding::Up)?, maintenance.1.into()),
			credit_initial: self.worth_of_usd(credit_initial, Rounding::Down)?,
			credit_maintenance: self.worth_of_usd(credit_maintenance, Rounding::Down)?,
			paired: FixedU128::from_inner(paired.max(0).unsigned_abs()),
		})
	}

	/// Initial margin of resting orders.
	pub fn orders_health(&mut self, valuation: &Valuation) -> Result<Money, DispatchError> {
		match valuation.orders {
			0 => Ok(Money::from_inner(0)),
			orders => self.worth_of_usd(orders, Rounding::Up),
		}
	}
}
