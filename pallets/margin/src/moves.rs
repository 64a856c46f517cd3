// SPDX-License-Identifier: GPL-3.0-or-later

//! Moves between two accounts of one owner (RISK.md 9).
//!
//! A move is a withdrawal for whoever gives and a trade for whoever takes: out of an account goes
//! what it could also pay out, never what option value stands for, and positions come in under the
//! one predicate. So it opens no way that a trade and a withdrawal would not (ADR 15).

use super::*;
use alloc::{collections::BTreeMap, vec, vec::Vec};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding, WAD};

/// What goes from the first account to the second.
#[derive(Default)]
pub(crate) struct Goods {
	/// In smallest units, not negative.
	pub cash: Cash,
	pub lots: Vec<(CollateralId, u128)>,
	/// Negative: so much of a short.
	pub positions: Vec<(Series, Quantity)>,
	/// Whether positions are paid for at their marks.
	pub paid: bool,
}

impl Goods {
	/// Book the move. Returns what was paid for the positions, and how many series the larger of both
	/// accounts has.
	pub fn move_between<T: Config>(
		self,
		who: &AccountId32,
		from: MarginAccountId,
		to: MarginAccountId,
	) -> Result<(Cash, u32), DispatchError> {
		let giver = Accounts::<T>::get(&from).ok_or(Error::<T>::NoAccount)?;
		let taker = Accounts::<T>::get(&to).ok_or(Error::<T>::NoAccount)?;
		ensure!(giver.owner == *who, Error::<T>::NotOwner);
		ensure!(taker.owner == *who, Error::<T>::NotSameOwner);
		let something = self.cash > 0 || !self.lots.is_empty() || !self.positions.is_empty();
		ensure!(something, Error::<T>::ZeroAmount);
		let taken = taker.positions.len().saturating_add(self.positions.len());
		let taken = taken.saturating_add(taker.orders.len()) as u32;
		let held = giver.series().max(taken).min(MAX_SERIES);
		let mut session = Session::<T>::new();
		let value = self.value(&mut session, &giver)?;
		let (payment, gift) = if self.paid { (value, 0) } else { (0, value) };
		let received = self.cash.checked_sub(payment).ok_or(Overflow)?;
		let paid = received.checked_neg().ok_or(Overflow)?;
		let moves = !self.positions.is_empty();
		let rule = |gives: bool| match (gives, moves) {
			(true, _) => Rule::Withdraw,
			(false, true) => Rule::Trade { near_mark: true },
			(false, false) => Rule::Credit,
		};
		let mut gave = Entry::new(from, rule(paid < 0 || !self.lots.is_empty() || gift > 0));
		let mut took = Entry::new(to, rule(received < 0 || gift < 0));
		(gave.cash, took.cash) = (paid, received);
		for (kind, amount) in self.lots {
			let amount = i128::try_from(amount).map_err(|_| Overflow)?;
			ensure!(amount > 0, Error::<T>::ZeroAmount);
			gave.lots.push((kind, amount.checked_neg().ok_or(Overflow)?));
			took.lots.push((kind, amount));
		}
		for (series, quantity) in self.positions {
			gave.positions.push((series, quantity.checked_neg().ok_or(Overflow)?));
			took.positions.push((series, quantity));
		}
		Pallet::<T>::book_in(&mut session, Journal::of(vec![gave, took]))?;
		Ok((payment, held))
	}

	/// What the positions are worth at their marks, in smallest units; a half goes away from zero.
	/// The giver must have them, so that no contract is made.
	fn value<T: Config>(
		&self,
		session: &mut Session<T>,
		giver: &MarginAccount,
	) -> Result<Cash, DispatchError> {
		if self.positions.is_empty() {
			return Ok(0);
		}
		let wanted = if self.paid { PriceUse::Withdraw } else { PriceUse::Reduce };
		let mut left = giver.positions.iter().copied().collect::<BTreeMap<_, _>>();
		let engine = session.engine(Lens::Latest);
		let mut sum = 0_i128;
		for (series, quantity) in &self.positions {
			// A settlement's sweep goes by the accounts' ids and must find what it looks for.
			ensure!(series.expiry > engine.now(), Error::<T>::Expired);
			// Named twice it is not there any more.
			let held = left.remove(series).unwrap_or_default();
			let is_there = *quantity != 0
				&& quantity.signum() == held.signum()
				&& quantity.unsigned_abs() <= held.unsigned_abs();
			ensure!(is_there, Error::<T>::TooFewContracts);
			let (mark, state) = engine.mark(series)?;
			ensure!(state.allows(wanted), Error::<T>::PriceUnusable);
			let quantity = i128::from(*quantity);
			let part = mul_div(mark.into_inner(), quantity, CONTRACT.into(), Rounding::Nearest);
			sum = sum.checked_add(part.map_err(math)?).ok_or(Overflow)?;
		}
		mul_div(sum, engine.unit(), WAD, Rounding::Nearest).map_err(math)
	}
}

impl<T: Config> Pallet<T> {
	/// Returns how many series the larger of both accounts has.
	pub(crate) fn do_transfer_cash(
		who: &AccountId32,
		from: MarginAccountId,
		to: MarginAccountId,
		amount: u128,
	) -> Result<u32, DispatchError> {
		let amount = Cash::try_from(amount).map_err(|_| Overflow)?;
		let goods = Goods { cash: amount, ..Default::default() };
		let (_, held) = goods.move_between::<T>(who, from.clone(), to.clone())?;
		Self::deposit_event(Event::CashTransferred { from, to, amount });
		Ok(held)
	}

	/// Returns how many series the larger of both accounts has.
	pub(crate) fn do_move_assets(
		who: &AccountId32,
		from: MarginAccountId,
		to: MarginAccountId,
		cash: u128,
		lots: BoundedVec<(CollateralId, u128), MaxLots>,
		positions: BoundedVec<(Series, Quantity), MaxPositions>,
		paid: bool,
	) -> Result<u32, DispatchError> {
		let cash = Cash::try_from(cash).map_err(|_| Overflow)?;
		let goods = Goods { cash, lots: lots.to_vec(), positions: positions.to_vec(), paid };
		let (payment, held) = goods.move_between::<T>(who, from.clone(), to.clone())?;
		Self::deposit_event(Event::AssetsMoved { from, to, cash, lots, positions, payment });
		Ok(held)
	}
}
