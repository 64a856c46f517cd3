// SPDX-License-Identifier: GPL-3.0-or-later

//! Losses that all positive cash bears (RISK.md 8). The only place that writes `Scalings`.
//!
//! A loss S takes the same part of every account's positive cash, and no account is looked at: `Scalings`
//! holds what is left of a unit after the first k losses, f_k, and an account knows how many are in its
//! cash. Touched, it keeps ⌊c · f_now / f_then⌋.
//!
//! ```text
//! what accounts have together  T ≥ Σ c · f_k / f_then      (T = positive − scaled)
//! a loss S                     f_{k+1} = ⌊f_k · (T − S) / T⌋, S moves from `scaled` into the pot
//! so still                     T − S ≥ Σ c · f_{k+1} / f_then
//! ```
//!
//! Hence what accounts give up, when all are touched, covers all losses; each takes what it gives out of
//! `scaled`, and what they gave beyond that (less than one unit for each touch, and what the factor's
//! rounding left) goes to `Pot::Rounding` with the next accrual. Interest that was earned and is not booked is not scaled.

use super::*;
use cash::{CashBook, SCALE};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding};

/// A scaling leaves at least a thousandth of all cash: of nothing no part can be taken later.
const LEAST_LEFT: i128 = 1_000;
/// A factor does not fall below this, or what is left of it would be too coarse.
const LEAST_FACTOR: u128 = 1_000_000_000;

/// What is left of a unit after so many scalings.
fn left<T: Config>(scalings: u32) -> u128 {
	match scalings {
		0 => SCALE,
		nth => Scalings::<T>::get(nth).unwrap_or(SCALE),
	}
}

/// What scalings took of an account's cash that are not booked in it, rounded up.
///
/// # Errors
/// It does not fit.
pub(crate) fn lost<T: Config>(account: &MarginAccount, now: u32) -> Result<Cash, DispatchError> {
	if account.cash <= 0 || account.loss.scalings == now {
		return Ok(0);
	}
	let factor = |scalings| Cash::try_from(left::<T>(scalings)).map_err(|_| Overflow);
	let (then, now) = (factor(account.loss.scalings)?, factor(now)?);
	let kept = mul_div(account.cash, now, then, Rounding::Down).map_err(math)?;
	Ok(account.cash.checked_sub(kept).ok_or(Overflow)?)
}

impl<T: Config> CashBook<T> {
	/// An account gave up what scalings took of it. What is more than they took is left over like interest,
	/// and an accrual moves it to `Pot::Rounding`.
	pub(crate) fn book_lost(&mut self, lost: Cash) -> DispatchResult {
		let totals = &mut self.totals;
		let rest = totals.scaled.checked_sub(lost).ok_or(Overflow)?;
		totals.scaled = rest.max(0);
		totals.interest = totals.interest.checked_sub(rest.min(0)).ok_or(Overflow)?;
		Ok(())
	}

	/// Take the same part of all positive cash. Returns how much.
	fn scale(&mut self, amount: Cash, pot: Pot) -> Result<Cash, DispatchError> {
		let own = self.totals.own();
		let least = mul_div(own, 1, LEAST_LEFT, Rounding::Up).map_err(math)?;
		let most = own.saturating_sub(least);
		let amount = amount.min(most);
		// Of closed books everybody has his part already.
		if amount <= 0 || self.totals.closed {
			return Ok(0);
		}
		let rest = own.checked_sub(amount).ok_or(Overflow)?;
		let before = Cash::try_from(left::<T>(self.indexes.scalings)).map_err(|_| Overflow)?;
		let after = mul_div(before, rest, own, Rounding::Down).map_err(math)?.unsigned_abs();
		if after < LEAST_FACTOR {
			return Ok(0);
		}
		let scaling = self.indexes.scalings.checked_add(1).ok_or(Overflow)?;
		self.indexes.scalings = scaling;
		Scalings::<T>::insert(scaling, after);
		self.totals.scaled = self.totals.scaled.checked_add(amount).ok_or(Overflow)?;
		self.change_pot(pot, amount)?;
		// Everybody's headroom fell, and no journal said so.
		T::Ladder::refile_all();
		Pallet::<T>::deposit_event(Event::CashScaled { scaling, pot, amount, left: after });
		Ok(amount)
	}
}

impl<T: Config> Pallet<T> {
	/// [`straddle_traits::Losses::scale_cash`].
	pub(crate) fn do_scale_cash(amount: Cash, pot: Pot) -> Result<Cash, DispatchError> {
		frame_support::storage::with_storage_layer(|| {
			let mut cash = CashBook::<T>::open();
			let scaled = cash.scale(amount, pot)?;
			cash.store();
			Ok(scaled)
		})
	}
}
