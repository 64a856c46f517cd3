// SPDX-License-Identifier: GPL-3.0-or-later

//! The cash call (RISK.md 3, ADR 16). The only place that writes `CashCalls`, and takes away from
//! `CallLimits`; `cash.rs` writes those as accounts change.
//!
//! A call is a rule, not a list. Each debtor may keep the same part of what he owed when it was made, and
//! interest on that; whatever his account owes beyond, old or new, is due. Nothing is written of an
//! account until it changes: its index of interest shows that it did not change since, and then its
//! own record still says what it owed.

use super::*;
use alloc::vec::Vec;
use codec::MaxEncodedLen;
use frame_support::weights::WeightMeter;
use serde::{Deserialize, Serialize};
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{fixed, Rounding};
use straddle_traits::CashMeans;

/// However long a block took, the clocks of a call go on by this at most: nobody is called, and nothing
/// falls due, while there are no blocks to act in.
const CLOCK_STEP_MS: Moment = MINUTE_MS;
/// So long after its deadline a call ends in any case; who is still above is called anew.
pub(crate) const CALL_LIFE_MS: Moment = DAY_MS;
/// Fewer smallest units are not due: each change of an account rounds its interest up by less than one.
const ROUNDINGS: Cash = 10_000;
/// Limits of ended calls that one block removes.
pub(crate) const CLEARED_PER_BLOCK: u32 = 16;

/// When debtors are called and how far.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CashCallParams {
	/// Utilisation above which the clock of a call runs; at most 99 %.
	pub above: FixedU128,
	/// For how long without a break, in milliseconds; a minute to a day.
	pub hold_ms: Moment,
	/// Utilisation to which debtors are called back; half of `above` at least, and below it.
	pub target: FixedU128,
	/// How long they have, in milliseconds; a minute to a week.
	pub due_ms: Moment,
}

impl Default for CashCallParams {
	fn default() -> Self {
		Self {
			above: FixedU128::from_rational(90, 100),
			hold_ms: HOUR_MS,
			target: FixedU128::from_rational(80, 100),
			due_ms: HOUR_MS.saturating_mul(6),
		}
	}
}

impl CashCallParams {
	/// Whether every parameter is inside its bounds.
	pub fn is_valid(&self) -> bool {
		let half = self.above.into_inner().div_ceil(2);
		self.above <= FixedU128::from_rational(99, 100)
			&& self.target < self.above
			&& self.target.into_inner() >= half
			&& (MINUTE_MS..=DAY_MS).contains(&self.hold_ms)
			&& (MINUTE_MS..=DAY_MS.saturating_mul(7)).contains(&self.due_ms)
	}
}

/// A call that is open.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OpenCall {
	/// What debtors together have to repay.
	pub called: Cash,
	/// What they owed together, interest included.
	pub debt: Cash,
	/// How long they have.
	pub due_ms: Moment,
	/// How long it is open, on its own clock.
	pub age_ms: Moment,
}

/// What is watched of the cash market.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct CallWatch {
	/// Chain time of the last look; zero while there is nothing to watch.
	pub at: Moment,
	/// How long utilisation has been above without a break.
	pub above_ms: Moment,
	/// The call that is open.
	pub open: Option<OpenCall>,
	/// Calls so far: the number of the last.
	pub made: u32,
	/// Limits of ended calls may be left.
	pub uncleared: bool,
}

/// What an account may owe while a call is open.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct CallLimit {
	/// Which call.
	pub call: u32,
	/// In smallest units, besides interest since the call.
	pub limit: Cash,
}

/// A call as the view tells it.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CashCallStatus {
	/// Its number.
	pub call: u32,
	/// The call.
	pub open: OpenCall,
	/// When it falls due, if blocks go on: Unix milliseconds.
	pub by: Moment,
}

/// What an account has to repay.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CashDue {
	/// Smallest units of cash; zero if it met the call.
	pub due: Cash,
	/// When, if blocks go on: Unix milliseconds.
	pub by: Moment,
}

impl CallWatch {
	/// When the open call falls due, or fell.
	fn by(&self, open: &OpenCall) -> Moment {
		self.at.saturating_add(open.due_ms).saturating_sub(open.age_ms)
	}

	/// Let the clocks run up to `now`, or stand still until then.
	fn advance(&mut self, now: Moment, above: bool, stands: bool) {
		let step = match self.at {
			_ if stands => 0,
			0 => 0,
			at => now.saturating_sub(at).min(CLOCK_STEP_MS),
		};
		self.at = self.at.max(now);
		self.above_ms = if above { self.above_ms.saturating_add(step) } else { 0 };
		if let Some(open) = &mut self.open {
			open.age_ms = open.age_ms.saturating_add(step);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Watch utilisation: make a call, let its clock run, end it.
	pub(crate) fn watch_cash(now: Moment) -> DispatchResult {
		let before = CashCalls::<T>::get();
		let rule = CashCallRule::<T>::get();
		let mut cash = CashBook::<T>::open();
		let utilisation = FixedU128::from_inner(cash.totals.utilisation()?.unsigned_abs());
		let above = utilisation > rule.above;
		if !above && before.at == 0 {
			return Ok(());
		}
		let mut watch = before;
		// In a frozen house a debtor could repay, but sell nothing for it.
		watch.advance(now, above, T::Restrictions::is_house_frozen());
		if let Some(open) = watch.open {
			let old = open.age_ms >= open.due_ms.saturating_add(CALL_LIFE_MS);
			if utilisation <= rule.target || old || cash.is_repaid(&open)? {
				Self::end_call(&mut watch, &mut cash)?;
			}
		}
		if watch.open.is_none() && watch.above_ms >= rule.hold_ms {
			Self::make_call(&mut watch, &mut cash, &rule)?;
		}
		if !above && watch.open.is_none() {
			watch.at = 0;
		}
		cash.store();
		CashCalls::<T>::put(watch);
		Ok(())
	}

	fn make_call(
		watch: &mut CallWatch,
		cash: &mut CashBook<T>,
		rule: &CashCallParams,
	) -> DispatchResult {
		let debt = cash.debt()?;
		let called = cash.callable(rule.target)?.min(debt);
		if called <= 0 {
			// Suspense alone has borrowed.
			return Ok(());
		}
		let number = watch.made.checked_add(1).ok_or(Overflow)?;
		cash.call(number, called, debt)?;
		let open = OpenCall { called, debt, due_ms: rule.due_ms, age_ms: 0 };
		*watch =
			CallWatch { above_ms: 0, open: Some(open), made: number, uncleared: true, ..*watch };
		let by = watch.by(&open);
		Self::deposit_event(Event::CashCalled { call: number, called, debt, by });
		Ok(())
	}

	fn end_call(watch: &mut CallWatch, cash: &mut CashBook<T>) -> DispatchResult {
		cash.indexes.call = None;
		if let Some(OpenCall { called, .. }) = watch.open.take() {
			let (call, debt) = (watch.made, cash.debt()?);
			Self::deposit_event(Event::CashCallEnded { call, called, debt });
		}
		Ok(())
	}

	/// Remove limits of ended calls, some a block.
	pub(crate) fn clear_limits(meter: &mut WeightMeter) {
		let watch = CashCalls::<T>::get();
		if watch.open.is_some() || !watch.uncleared {
			return;
		}
		if meter.try_consume(T::WeightInfo::clear_limits()).is_err() {
			return;
		}
		let old = CallLimits::<T>::iter_keys().take(CLEARED_PER_BLOCK as usize);
		let old = old.collect::<Vec<_>>();
		old.iter().for_each(CallLimits::<T>::remove);
		if (old.len() as u32) < CLEARED_PER_BLOCK {
			CashCalls::<T>::put(CallWatch { uncleared: false, ..watch });
		}
	}

	/// What an account has to repay of the call that is open.
	pub(crate) fn call_due(id: &MarginAccountId) -> Result<Cash, DispatchError> {
		let mut account = Accounts::<T>::get(id).ok_or(Error::<T>::NoAccount)?;
		// Nothing of this is stored.
		let mut cash = CashBook::<T>::open();
		cash.settle(id, &mut account)?;
		cash.due(id, &account)
	}

	pub(crate) fn do_enforce_cash_call(account: MarginAccountId) -> DispatchResult {
		let CallWatch { open, made: call, .. } = CashCalls::<T>::get();
		let open = open.ok_or(Error::<T>::NoCashCall)?;
		ensure!(open.age_ms >= open.due_ms, Error::<T>::CashCallNotDue);
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		let due = Self::call_due(&account)?;
		ensure!(due > 0, Error::<T>::NothingDue);
		let collected = T::CashMeans::collect(&account, due)?;
		Self::deposit_event(Event::CashCallEnforced { call, account, due, collected });
		Ok(())
	}

	pub(crate) fn do_set_cash_call_params(params: CashCallParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		CashCallRule::<T>::put(params);
		Self::deposit_event(Event::CashCallParamsSet { params });
		Ok(())
	}

	pub(crate) fn view_cash_call() -> Option<CashCallStatus> {
		let watch = CashCalls::<T>::get();
		let open = watch.open?;
		Some(CashCallStatus { call: watch.made, open, by: watch.by(&open) })
	}

	pub(crate) fn view_call_due(id: &MarginAccountId) -> Option<CashDue> {
		let CashCallStatus { by, .. } = Self::view_cash_call()?;
		Some(CashDue { due: Self::call_due(id).ok()?, by })
	}
}

impl<T: Config> CashBook<T> {
	/// What all debtors owe, interest included, rounded up.
	pub(crate) fn debt(&self) -> Result<Cash, DispatchError> {
		let owed = Cash::try_from(self.totals.owed.div_ceil(cash::SCALE)).map_err(|_| Overflow)?;
		Ok(self.totals.negative.checked_add(owed).ok_or(Overflow)?)
	}

	/// What has to be repaid so that utilisation, interest included, comes down to `target`.
	fn callable(&self, target: FixedU128) -> Result<Cash, DispatchError> {
		let target = i128::try_from(target.into_inner()).map_err(|_| Overflow)?;
		let lent = self.debt()?.checked_add(self.totals.shortfall).ok_or(Overflow)?;
		// What is repaid is held: lent + held stays.
		let all = self.totals.held.checked_add(lent).ok_or(Overflow)?;
		let may = fixed::mul(all, target, Rounding::Down).map_err(math)?;
		Ok(lent.checked_sub(may).ok_or(Overflow)?)
	}

	/// Fix the part that every debtor may keep.
	fn call(&mut self, number: u32, called: Cash, debt: Cash) -> DispatchResult {
		// One 10^-18th of interest, so that the index of who changes from now on shows it.
		self.grow(1, 0).ok_or(Overflow)?;
		let kept = debt.checked_sub(called).ok_or(Overflow)?;
		let kept = fixed::mul_div(kept, fixed::WAD, debt, Rounding::Down).map_err(math)?;
		let kept = kept.unsigned_abs();
		self.indexes.call = Some(Called { number, index: self.indexes.borrow, kept });
		Ok(())
	}

	/// Whether debtors together owe no more than they may keep.
	fn is_repaid(&self, open: &OpenCall) -> Result<bool, DispatchError> {
		let keep = open.debt.checked_sub(open.called).ok_or(Overflow)?;
		let due = self.debt()?.saturating_sub(self.indexes.allowed(keep).ok_or(Overflow)?);
		Ok(due <= ROUNDINGS)
	}

	/// What a settled account has to repay of the call that is open.
	pub(crate) fn due(
		&self,
		id: &MarginAccountId,
		account: &MarginAccount,
	) -> Result<Cash, DispatchError> {
		let Some(called) = self.indexes.call.filter(|_| account.cash < 0) else { return Ok(0) };
		let noted = self.limits.iter().find(|(of, _)| of == id).map(|(_, limit)| *limit);
		let limit = noted.or_else(|| CallLimits::<T>::get(id));
		let limit = limit.filter(|limit| limit.call == called.number).map_or(0, |of| of.limit);
		let allowed = self.indexes.allowed(limit).ok_or(Overflow)?;
		let debt = account.cash.checked_neg().ok_or(Overflow)?;
		let due = debt.saturating_sub(allowed);
		Ok(if due > ROUNDINGS { due } else { 0 })
	}
}

impl Called {
	/// What an account that has not changed since the call may keep of its debt; `None` of any other.
	pub(crate) fn limit(
		&self,
		account: &MarginAccount,
	) -> Option<Result<CallLimit, DispatchError>> {
		(account.cash < 0 && account.interest < self.index).then(|| {
			let debt = account.cash.unsigned_abs();
			let grown = self.index.checked_sub(account.interest).ok_or(Overflow)?;
			let interest = debt.checked_mul(grown).ok_or(Overflow)?.div_ceil(cash::SCALE);
			let debt = Cash::try_from(debt.checked_add(interest).ok_or(Overflow)?);
			let kept = Cash::try_from(self.kept).map_err(|_| Overflow)?;
			let debt = debt.map_err(|_| Overflow)?;
			let limit = fixed::mul(debt, kept, Rounding::Down).map_err(math)?;
			Ok(CallLimit { call: self.number, limit })
		})
	}
}

impl Indexes {
	/// What a limit comes to with interest since the call. However often an account is touched, its
	/// interest compounds to no more than e^g ≤ 1 + g + g² for g ≤ 1.
	fn allowed(&self, limit: Cash) -> Option<Cash> {
		let grown = self.borrow.checked_sub(self.call?.index)?;
		let grown = Cash::try_from(grown).ok()?.min(fixed::WAD);
		let square = fixed::mul(grown, grown, Rounding::Up).ok()?;
		let interest = fixed::mul(limit, grown.checked_add(square)?, Rounding::Up).ok()?;
		limit.checked_add(interest)
	}
}
