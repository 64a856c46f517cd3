// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults on other chains: a lot that changes hands takes its cover with it, in the same
//! journal, and a lot of a vault that broke its promise counts nothing for opening (ADR 31).

use super::*;
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::Weight;
use straddle_traits::LotCovers;

/// Who gives and who gets of one kind, each by the place of its entry.
#[derive(Default)]
struct Sides {
	gave: Vec<(usize, u128)>,
	got: Vec<(usize, u128)>,
}

/// Move what covers the lots that a journal moved. What came in or left the ledger is no move: whoever
/// books that keeps the vaults himself.
///
/// # Errors
/// Those of the door, as whoever gets the lot.
pub(crate) fn move_covers<T: Config>(journal: &Journal) -> Result<(), Refused> {
	let mut kinds = BTreeMap::<CollateralId, Sides>::new();
	for (nth, entry) in journal.entries.iter().enumerate() {
		for (kind, by) in entry.lots.iter().filter(|(_, by)| *by != 0) {
			let sides = kinds.entry(*kind).or_default();
			let side = if *by < 0 { &mut sides.gave } else { &mut sides.got };
			side.push((nth, by.unsigned_abs()));
		}
	}
	for (kind, Sides { mut gave, mut got }) in kinds {
		if gave.is_empty() || got.is_empty() || !T::Covers::covers(kind) {
			continue;
		}
		while let (Some((from, given)), Some((to, wanted))) = (gave.last_mut(), got.last_mut()) {
			let (giver, taker) = (*from, *to);
			let amount = (*given).min(*wanted);
			*given = given.saturating_sub(amount);
			*wanted = wanted.saturating_sub(amount);
			if *given == 0 {
				gave.pop();
			}
			if got.last().is_some_and(|(_, wanted)| *wanted == 0) {
				got.pop();
			}
			let entry = |nth| journal.entries.get(nth);
			let (Some(from), Some(to)) = (entry(giver), entry(taker)) else { continue };
			let forced = from.rule == Rule::Forced;
			T::Covers::move_cover(kind, &from.account, &to.account, amount, forced)
				.map_err(|error| Refused { error, entry: Some(taker) })?;
		}
	}
	Ok(())
}

impl MarginAccount {
	/// What a lot counts: for opening nothing, if it is of an impaired kind.
	pub(crate) fn impaired_credit(&self, kind: CollateralId, credit: LotCredit) -> LotCredit {
		match self.impaired.contains(&kind) {
			true => LotCredit { initial: Money::from_inner(0), ..credit },
			false => credit,
		}
	}

	/// The same of a lot that moves with a market.
	pub(crate) fn impaired_units(&self, kind: CollateralId, units: LotUnits) -> LotUnits {
		match self.impaired.contains(&kind) {
			true => LotUnits { units_initial: FixedU128::from_inner(0), ..units },
			false => units,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What the cover of so many lots weighs when they change hands.
	pub(crate) fn covers_weight(lots: usize) -> Weight {
		if lots == 0 {
			Weight::zero()
		} else {
			T::Covers::weight()
		}
	}

	/// Let an account's lot of a kind count nothing for opening, or count again.
	pub(crate) fn do_impair(
		id: &MarginAccountId,
		kind: CollateralId,
		impaired: bool,
	) -> DispatchResult {
		let mut open = OpenAccount::<T>::open(id)?;
		let list = &mut open.account.impaired;
		match (list.binary_search(&kind), impaired) {
			(Ok(place), false) => drop(list.remove(place)),
			(Err(place), true) => {
				list.try_insert(place, kind).map_err(|_| Error::<T>::TooManyLots)?;
			},
			_ => return Ok(()),
		}
		open.store();
		Ok(())
	}
}
