// SPDX-License-Identifier: GPL-3.0-or-later

//! What makes cash of what a debtor has besides.

use frame_support::weights::Weight;
use sp_runtime::DispatchError;
use straddle_primitives::*;

/// The means by which a cash call is met for who did not meet it: stablecoin pulled from elsewhere, an
/// intent of lots for cash, an auction of lots alone (RISK.md 3).
pub trait CashMeans {
	/// Collect up to `due` smallest units of cash for an account, or begin to. Returns what came into
	/// its cash at once, which is nothing where something was only begun.
	///
	/// # Errors
	/// There is no means for this account, or it failed; then nothing was changed.
	fn collect(account: &MarginAccountId, due: Cash) -> Result<Cash, DispatchError>;

	/// The most that collecting weighs.
	fn weight() -> Weight;
}

/// No means: an account repays by itself.
impl CashMeans for () {
	fn collect(_: &MarginAccountId, _: Cash) -> Result<Cash, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// Told of accounts that owe cash.
pub trait OnDebt {
	/// An account's cash changed and is below zero; these are its lots. Whatever this does is undone with what
	/// changed it.
	fn on_debt(account: &MarginAccountId, lots: &[(CollateralId, u128)]);
}

/// Nobody asks.
impl OnDebt for () {
	fn on_debt(_: &MarginAccountId, _: &[(CollateralId, u128)]) {}
}

/// What debtors should have repaid.
pub trait OverdueCash {
	/// Smallest units of cash that an account did not repay by the deadline of the cash call that is open;
	/// zero if there is none, if it is not due yet, or if the account met it.
	fn overdue(account: &MarginAccountId) -> Cash;

	/// Let a call be due of which every debtor has to repay everything (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn call_for_benchmark();
}

/// Nobody is ever called.
impl OverdueCash for () {
	fn overdue(_: &MarginAccountId) -> Cash {
		0
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn call_for_benchmark() {}
}

/// What debts cost.
pub trait DebtInterest {
	/// What each unit of debt has paid in interest since the beginning, times 10^18. It never falls.
	fn debt_index() -> u128;
}
