// SPDX-License-Identifier: GPL-3.0-or-later

//! The cash market: totals, pots and interest. The only place that writes them.
//!
//! Interest is simple between two changes of an account's cash. Both indexes are sums per unit of
//! cash, so what all debtors owe together is linear in the totals and is known to the last digit
//! without a look at the accounts: `owed` grows by `negative × Δborrow`, `earned` by
//! `positive × Δlend`, and `Δlend = ⌊negative × Δborrow / positive⌋`. Hence
//!
//! ```text
//! interest × 10^18 + owed − earned ≥ 0, and it never falls:
//!   an accrual adds   negative × Δborrow − positive × Δlend ≥ 0
//!   a debtor who is touched pays ⌈x⌉ into `interest` and takes x out of `owed`
//!   a creditor who is touched gets ⌊y⌋ out of `interest` and takes y out of `earned`
//! ```
//!
//! Whole units of that figure are what rounding left over; an accrual moves them to
//! `Pot::Rounding`, which therefore is never negative. Each step moves one integer between two
//! booked figures, so Σ cash + pots + `interest` − `scaled` = `held` stays exact (invariant 2). A loss
//! that scales positive cash is `scaled` until accounts are touched: `scaling.rs`.

use super::*;
use alloc::vec::Vec;
use core::marker::PhantomData;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{curve, fixed, Rounding};

/// The scale of the indexes and of unsettled interest.
pub(crate) const SCALE: u128 = 1_000_000_000_000_000_000;

/// The negative part of a number, as a magnitude.
fn below_zero(amount: Cash) -> Option<Cash> {
	amount.min(0).checked_neg()
}

/// Whether a pot may hold less than nothing.
pub(crate) fn may_be_short(pot: &Pot) -> bool {
	matches!(pot, Pot::Suspense(..) | Pot::Insolvency)
}

impl CashTotals {
	/// An account's booked cash changed.
	fn recount(&mut self, before: Cash, after: Cash) -> Option<()> {
		let positive = self.positive.checked_sub(before.max(0))?;
		self.positive = positive.checked_add(after.max(0))?;
		let negative = self.negative.checked_sub(below_zero(before)?)?;
		self.negative = negative.checked_add(below_zero(after)?)?;
		Some(())
	}

	/// A pot changed.
	fn recount_pot(&mut self, before: Cash, after: Cash) -> Option<()> {
		self.pots = self.pots.checked_sub(before)?.checked_add(after)?;
		let shortfall = self.shortfall.checked_sub(below_zero(before)?)?;
		self.shortfall = shortfall.checked_add(below_zero(after)?)?;
		Some(())
	}

	/// Positive cash that is left of what accounts have booked.
	pub(crate) fn own(&self) -> Cash {
		self.positive.saturating_sub(self.scaled)
	}

	/// What is lent out as a share of what would be here if nothing were, rounded up: 1 when
	/// nothing is left. Suspense that pays before it collected has borrowed too.
	pub fn utilisation(&self) -> Result<i128, DispatchError> {
		let lent = self.negative.checked_add(self.shortfall).ok_or(Overflow)?;
		if lent == 0 {
			return Ok(0);
		}
		let all = self.held.checked_add(lent).ok_or(Overflow)?;
		fixed::mul_div(lent, fixed::WAD, all, Rounding::Up).map_err(math)
	}

	/// Interest that rounding left over so far, in scaled units.
	pub(crate) fn left_over(&self) -> Option<i128> {
		let scale = i128::try_from(SCALE).ok()?;
		let owed = i128::try_from(self.owed).ok()?;
		let earned = i128::try_from(self.earned).ok()?;
		self.interest.checked_mul(scale)?.checked_add(owed)?.checked_sub(earned)
	}
}

impl Indexes {
	/// The index that cash of this sign follows.
	fn of(&self, cash: Cash) -> u128 {
		if cash < 0 {
			self.borrow
		} else {
			self.lend
		}
	}

	/// Interest of an account since it was settled: exact and scaled, and as a change of its cash,
	/// a debtor's rounded up and a creditor's down.
	fn due(&self, cash: Cash, settled: u128) -> Option<(u128, Cash)> {
		let exact = cash.unsigned_abs().checked_mul(self.of(cash).checked_sub(settled)?)?;
		let change = if cash < 0 {
			Cash::try_from(exact.div_ceil(SCALE)).ok()?.checked_neg()?
		} else {
			Cash::try_from(exact.checked_div(SCALE)?).ok()?
		};
		Some((exact, change))
	}

	/// An account's cash with interest up to now, and without what scaling took.
	pub fn cash<T: Config>(&self, account: &MarginAccount) -> Result<Cash, DispatchError> {
		let (_, change) = self.due(account.cash, account.interest).ok_or(Overflow)?;
		let lost = scaling::lost::<T>(account, self.scalings)?;
		let kept = account.cash.checked_sub(lost).ok_or(Overflow)?;
		Ok(kept.checked_add(change).ok_or(Overflow)?)
	}
}

/// The cash market being changed: opened, changed, stored.
pub(crate) struct CashBook<T> {
	stored: (CashTotals, Indexes),
	pub totals: CashTotals,
	pub indexes: Indexes,
	/// What debtors who change for the first time since a cash call may keep.
	pub limits: Vec<(MarginAccountId, CallLimit)>,
	_config: PhantomData<T>,
}

impl<T: Config> CashBook<T> {
	/// Read it.
	pub fn open() -> Self {
		let stored = (Totals::<T>::get(), Interest::<T>::get());
		let (totals, indexes) = stored;
		Self { stored, totals, indexes, limits: Vec::new(), _config: PhantomData }
	}

	/// Write what changed.
	pub fn store(self) {
		if self.totals != self.stored.0 {
			Totals::<T>::put(self.totals);
		}
		if self.indexes != self.stored.1 {
			Interest::<T>::put(self.indexes);
		}
		for (id, limit) in self.limits {
			CallLimits::<T>::insert(id, limit);
		}
	}

	/// Book an account's interest up to now; before that, what it may keep of its debt in a cash call.
	pub fn settle(&mut self, id: &MarginAccountId, account: &mut MarginAccount) -> DispatchResult {
		if let Some(limit) = self.indexes.call.and_then(|called| called.limit(account)) {
			self.limits.push((id.clone(), limit?));
		}
		let before = account.cash;
		let (exact, change) = self.indexes.due(before, account.interest).ok_or(Overflow)?;
		let lost = scaling::lost::<T>(account, self.indexes.scalings)?;
		let totals = &mut self.totals;
		let side = if before < 0 { &mut totals.owed } else { &mut totals.earned };
		*side = side.checked_sub(exact).ok_or(Overflow)?;
		totals.interest = totals.interest.checked_sub(change).ok_or(Overflow)?;
		let kept = before.checked_sub(lost).ok_or(Overflow)?;
		account.cash = kept.checked_add(change).ok_or(Overflow)?;
		account.interest = self.indexes.of(account.cash);
		account.loss.scalings = self.indexes.scalings;
		totals.recount(before, account.cash).ok_or(Overflow)?;
		self.book_lost(lost)
	}

	/// Change an account's cash; its interest must be settled.
	pub fn change(&mut self, account: &mut MarginAccount, by: Cash) -> DispatchResult {
		let before = account.cash;
		account.cash = before.checked_add(by).ok_or(Overflow)?;
		account.interest = self.indexes.of(account.cash);
		self.totals.recount(before, account.cash).ok_or(Overflow)?;
		Ok(())
	}

	/// Change a pot. Only suspense may be short, until its debtors are swept, and insolvency.
	pub fn change_pot(&mut self, pot: Pot, by: Cash) -> DispatchResult {
		if by == 0 {
			return Ok(());
		}
		let before = Pots::<T>::get(pot);
		let after = before.checked_add(by).ok_or(Overflow)?;
		ensure!(after >= 0 || may_be_short(&pot), Error::<T>::PotShort);
		self.totals.recount_pot(before, after).ok_or(Overflow)?;
		if after == 0 {
			Pots::<T>::remove(pot);
		} else {
			Pots::<T>::insert(pot, after);
		}
		Ok(())
	}

	/// The clearing account received (negative: pays out) so much. A payout leaves `reserve` of the
	/// positive cash that stays; call it last.
	pub fn receive(&mut self, by: Cash, reserve: FixedU128) -> DispatchResult {
		self.totals.held = self.totals.held.checked_add(by).ok_or(Overflow)?;
		if by < 0 {
			ensure!(self.totals.held >= self.reserved(reserve)?, Error::<T>::CashReserve);
		}
		Ok(())
	}

	/// What a payout must leave.
	fn reserved(&self, reserve: FixedU128) -> Result<Cash, DispatchError> {
		let reserve = i128::try_from(reserve.into_inner()).map_err(|_| Overflow)?;
		fixed::mul(self.totals.own(), reserve, Rounding::Up).map_err(math)
	}

	/// The largest payout to an account with so much settled cash that leaves the reserve.
	pub fn payable(&self, cash: Cash, reserve: FixedU128) -> Result<Cash, DispatchError> {
		let free = self.totals.held.checked_sub(self.reserved(reserve)?).ok_or(Overflow)?;
		if free <= 0 {
			return Ok(0);
		}
		// Each unit of positive cash that leaves frees a part of the reserve too.
		let ratio = i128::try_from(reserve.into_inner()).map_err(|_| Overflow)?;
		let kept = fixed::WAD.checked_sub(ratio).ok_or(Overflow)?;
		let whole = fixed::div(free, kept, Rounding::Down).map_err(math)?;
		let own = cash.max(0);
		if whole <= own {
			return Ok(whole);
		}
		let freed = fixed::mul(own, ratio, Rounding::Down).map_err(math)?;
		Ok(free.checked_add(freed).ok_or(Overflow)?)
	}

	/// What debtors pay and what creditors earn a year, at the totals of now.
	pub fn rates(&self, curve: &CurveParams) -> Result<(i128, i128), DispatchError> {
		let rate = curve::Curve::from(curve);
		let borrow = rate.rate(self.totals.utilisation()?).map_err(math)?;
		Ok((borrow, self.to_creditors(borrow)?))
	}

	/// What a unit of positive cash gets of what each unit of debt pays, rounded down.
	fn to_creditors(&self, debtors: i128) -> Result<i128, DispatchError> {
		let CashTotals { negative, positive, .. } = self.totals;
		if positive == 0 {
			return Ok(0);
		}
		fixed::mul_div(negative, debtors, positive, Rounding::Down).map_err(math)
	}

	/// Accrue interest up to `now`; a gap above an hour accrues one hour. On an error nothing is
	/// stored.
	pub fn accrue(mut self, now: Moment, curve: &CurveParams) -> DispatchResult {
		let elapsed = match self.indexes.at {
			_ if self.totals.closed => 0,
			0 => 0,
			at => now.saturating_sub(at).min(HOUR_MS),
		};
		if self.totals.negative > 0 && elapsed > 0 {
			let (rate, _) = self.rates(curve)?;
			let borrow = curve::growth(rate, elapsed).map_err(math)?;
			let lend = self.to_creditors(borrow)?;
			self.grow(borrow, lend).ok_or(Overflow)?;
		}
		let scale = i128::try_from(SCALE).map_err(|_| Overflow)?;
		let units = self.totals.left_over().and_then(|left| left.checked_div(scale));
		let units = units.ok_or(Overflow)?.max(0);
		self.totals.interest = self.totals.interest.checked_sub(units).ok_or(Overflow)?;
		self.change_pot(Pot::Rounding, units)?;
		// Times never go back.
		self.indexes.at = self.indexes.at.max(now);
		self.store();
		Ok(())
	}

	/// Add to the indexes what a unit of debt pays and a unit of positive cash gets.
	pub(crate) fn grow(&mut self, borrow: i128, lend: i128) -> Option<()> {
		let grown = |principal: Cash, by: i128, sum: u128| {
			let by = u128::try_from(by).ok()?;
			sum.checked_add(u128::try_from(principal).ok()?.checked_mul(by)?)
		};
		self.totals.owed = grown(self.totals.negative, borrow, self.totals.owed)?;
		self.totals.earned = grown(self.totals.positive, lend, self.totals.earned)?;
		self.indexes.borrow = self.indexes.borrow.checked_add_signed(borrow)?;
		self.indexes.lend = self.indexes.lend.checked_add_signed(lend)?;
		Some(())
	}
}
