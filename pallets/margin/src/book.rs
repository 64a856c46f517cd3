// SPDX-License-Identifier: GPL-3.0-or-later

//! Booking a journal: the one way in which anything of value changes.

use super::*;
use frame_support::storage::with_storage_layer;
use sp_runtime::ArithmeticError::Overflow;

/// Book all of a journal or, on any error, nothing.
pub(crate) fn book<T: Config>(session: &mut Session<T>, journal: &Journal) -> Result<(), Refused> {
	let unbalanced = |what| DispatchError::from(Error::<T>::Unbalanced(what));
	journal.ensure_balanced().map_err(unbalanced)?;
	let opened = crowds::opened(session, journal)?;
	session.opens(opened);
	let booked = with_storage_layer(|| {
		let mut cash = CashBook::<T>::open();
		let mut contracts = Contracts::default();
		for (nth, entry) in journal.entries.iter().enumerate() {
			book_entry(session, entry, &mut cash, &mut contracts)
				.map_err(|error| Refused { error, entry: Some(nth) })?;
		}
		book_rest(session, journal, cash, contracts)?;
		covers::move_covers::<T>(journal)
	});
	session.opens(Default::default());
	booked
}

/// Change one account and judge it.
fn book_entry<T: Config>(
	session: &mut Session<T>,
	entry: &Entry,
	cash: &mut CashBook<T>,
	contracts: &mut Contracts,
) -> DispatchResult {
	let mut open = OpenAccount::<T>::open(&entry.account)?;
	cash.settle(&entry.account, &mut open.account)?;
	let due = cash.due(&entry.account, &open.account)?;
	let judged = matches!(entry.rule, Rule::Trade { .. } | Rule::Bid);
	let pending = match cash.indexes.tally {
		Some(underlying) => tally::witness::<T>(session, underlying, entry, &open.account)?,
		None => 0,
	};
	let before = judged.then(|| tally::less(&open.account, pending).into_owned());
	rules::ensure_entry::<T>(entry)?;
	if !entry.positions.is_empty() {
		gains::note(session, entry, cash.indexes.day, &mut open.account, contracts)?;
	}
	open.apply(entry, cash, contracts)?;
	if entry.cash != 0 && open.account.cash < 0 && !open.account.lots.is_empty() {
		T::OnDebt::on_debt(&entry.account, &open.account.lots);
	}
	wind_down::ensure_open::<T>(&cash.totals, entry, &open.account)?;
	let after = tally::less(&open.account, pending);
	let valuation = rules::ensure_after::<T>(session, entry, before.as_ref(), &after)?;
	match &valuation {
		Some(valuation) => open.remember(valuation)?,
		None if !entry.positions.is_empty() => tails::forget::<T>(&mut open.account)?,
		None => {},
	}
	open.file_after(session, entry.rule, valuation.as_ref());
	if due > 0 && cash.due(&entry.account, &open.account)? == 0 {
		let (call, account) = (CashCalls::<T>::get().made, entry.account.clone());
		Pallet::<T>::deposit_event(Event::CashCallMet { call, account, repaid: due });
	}
	open.store();
	Ok(())
}

/// Change what belongs to no account.
fn book_rest<T: Config>(
	session: &Session<T>,
	journal: &Journal,
	mut cash: CashBook<T>,
	mut contracts: Contracts,
) -> DispatchResult {
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
	cash.receive(journal.cash_in, session.params.reserve)?;
	cash.store();
	Ok(())
}

/// What accounts of a kind hold together. A journal balances, so what came in is what changed.
fn change_lot_total<T: Config>(kind: CollateralId, by: i128) -> DispatchResult {
	LotTotals::<T>::try_mutate_exists(kind, |stored| {
		let total = stored.unwrap_or_default().checked_add_signed(by).ok_or(Overflow)?;
		*stored = (total > 0).then_some(total);
		Ok(())
	})
}
