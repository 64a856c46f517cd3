// SPDX-License-Identifier: GPL-3.0-or-later

//! Booking a journal: the one way in which anything of value changes.

use super::*;
use frame_support::storage::with_storage_layer;
use sp_runtime::ArithmeticError::Overflow;

/// Book all of a journal or, on any error, nothing.
pub(crate) fn book<T: Config>(journal: Journal) -> DispatchResult {
	journal.ensure_balanced().map_err(Error::<T>::Unbalanced)?;
	with_storage_layer(|| {
		let params = Params::<T>::get();
		let mut cash = CashBook::<T>::open();
		let mut engine = Engine::<T>::new(Lens::Latest, &params, cash.indexes);
		let mut contracts = Contracts::default();
		for entry in &journal.entries {
			let mut open = OpenAccount::<T>::open(&entry.account)?;
			cash.settle(&mut open.account)?;
			let judged = matches!(entry.rule, Rule::Trade { .. } | Rule::Bid);
			let before = judged.then(|| open.account.clone());
			rules::ensure_entry::<T>(entry)?;
			open.apply(entry, &mut cash, &mut contracts)?;
			rules::ensure_after::<T>(&mut engine, &params, entry, before.as_ref(), &open.account)?;
			open.store();
		}
		for (pot, by) in &journal.pots {
			cash.change_pot(*pot, *by)?;
		}
		for (kind, by) in &journal.lots_in {
			change_lot_total::<T>(*kind, *by)?;
		}
		for (series, by) in &journal.settled {
			let settlement = T::Prices::settlement(series.underlying, series.expiry);
			ensure!(settlement.is_some(), Error::<T>::NotSettled);
			contracts.sweep(*series, *by).ok_or(Overflow)?;
		}
		contracts.store::<T>()?;
		// Last: a payout leaves the reserve of the positive cash that stays.
		cash.receive(journal.cash_in, params.reserve)?;
		cash.store();
		Ok(())
	})
}

/// What accounts of a kind hold together. A journal balances, so what came in is what changed.
fn change_lot_total<T: Config>(kind: CollateralId, by: i128) -> DispatchResult {
	LotTotals::<T>::try_mutate_exists(kind, |stored| {
		let total = stored.unwrap_or_default().checked_add_signed(by).ok_or(Overflow)?;
		*stored = (total > 0).then_some(total);
		Ok(())
	})
}
