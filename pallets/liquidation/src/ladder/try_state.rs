// SPDX-License-Identifier: GPL-3.0-or-later

//! Invariant 10: every account that must be filed is, and will be looked at before its headroom can be
//! gone.
//!
//! That an entry's rung is no later than the account's true due cannot be seen once prices have moved;
//! that holds by how it is made, and tests hold it against a full scan.

use super::types::*;
use crate::*;
use frame_support::{ensure, traits::Time};
use sp_runtime::TryRuntimeError;
use straddle_primitives::*;
use straddle_traits::{DriverId, Exposure, Filed, Ledger, Risk, Watch};

/// How many accounts are fetched at a time.
const BATCH: u32 = 256;

impl<T: Config> Pallet<T> {
	pub(crate) fn accounts_are_filed() -> Result<(), TryRuntimeError> {
		let odometers = OdometerList::<T>::get();
		let pass = AllAccounts::<T>::get();
		let mut session = T::Ledger::session();
		let mut last: Option<MarginAccountId> = None;
		loop {
			let accounts = T::Ledger::accounts_after(last.as_ref(), BATCH);
			let Some(end) = accounts.last() else { break };
			last = Some(end.clone());
			for account in &accounts {
				let filed = T::Ledger::filed(account);
				let in_auction = Auctions::<T>::contains_key(account);
				// Of one in auction they go as they are reached.
				if !in_auction {
					Self::entries_are_there(account, &filed)?;
				}
				let exposure = T::Ledger::exposure_in(&mut session, account);
				let waits = filed.dues.is_empty() && pass.is_waiting(account);
				// One that cannot be valued now is found by where it was filed.
				let Ok(Some(exposure)) = exposure else { continue };
				if !in_auction && !waits && !filed.hot {
					Self::is_found_in_time(&odometers, &filed, &exposure)?;
				}
			}
		}
		Self::entries_are_known(&odometers)
	}

	/// Each place where an account says that it is filed.
	fn entries_are_there(account: &MarginAccountId, filed: &Filed) -> Result<(), TryRuntimeError> {
		let drivers = filed.dues.iter().map(|(driver, rung)| (Rail::Driver(*driver), *rung));
		let time = (filed.time != 0).then_some((Rail::Time, filed.time));
		for (rail, rung) in drivers.chain(time) {
			let there = Rungs::<T>::contains_key(rail, place(rung, account));
			ensure!(there, "invariant 10: an entry is missing");
		}
		let hot = Hot::<T>::contains_key(account);
		ensure!(filed.hot == hot, "invariant 10: the hot list and an account disagree");
		Ok(())
	}

	/// An account that is not hot is due, or is filed by time and by all that moves it, and that is
	/// measured.
	fn is_found_in_time(
		odometers: &Odometers,
		filed: &Filed,
		exposure: &Exposure,
	) -> Result<(), TryRuntimeError> {
		ensure!(filed.is_filed(), "invariant 10: an account is not filed");
		let is_due = |rail, rung: u32| {
			odometers.due_rung(rail, odometers.at).is_none_or(|last| rung <= last)
		};
		let due = filed.dues.iter().any(|(driver, rung)| is_due(Rail::Driver(*driver), *rung));
		if due || (filed.time != 0 && is_due(Rail::Time, filed.time)) {
			return Ok(());
		}
		ensure!(filed.time != 0, "invariant 10: an account is not filed by time");
		for (driver, sensitivity) in &exposure.sensitivities {
			// Cash and collateral that came without a trade add only what they may take away again.
			let traded = matches!(driver, DriverId::Forward(_) | DriverId::Deviation(_));
			if *sensitivity == 0 || !traded {
				continue;
			}
			let by_it = filed.dues.binary_search_by_key(driver, |due| due.0).is_ok();
			ensure!(by_it, "invariant 10: an account is not filed by what moves it");
		}
		for (underlying, expiry, strike) in &exposure.strikes {
			// In its window nothing is measured: who is moved by it is hot.
			if Self::varying_years(*underlying, *expiry).is_none() {
				continue;
			}
			let smile = Smiles::<T>::get(underlying, expiry);
			let measured = smile.is_some_and(|smile| {
				smile.strikes.binary_search_by_key(strike, |known| known.0).is_ok()
			});
			ensure!(measured, "invariant 10: a strike is not measured");
		}
		Ok(())
	}

	/// Entries are of rails with an odometer and not below their bounds, so that what an auction has left behind goes
	/// too; the hot list is of accounts that say so.
	fn entries_are_known(odometers: &Odometers) -> Result<(), TryRuntimeError> {
		for (rail, (rung, _)) in Rungs::<T>::iter_keys() {
			let rung = u32::from_be_bytes(rung);
			let bound = odometers.rails().find(|(known, _)| *known == rail);
			let (_, lowest) = bound.ok_or("invariant 10: a rail without an odometer")?;
			ensure!(lowest <= rung, "invariant 10: an entry below its rail's bound");
		}
		for account in Hot::<T>::iter_keys() {
			let exists = T::Ledger::owner(&account).is_some();
			let agrees = T::Ledger::filed(&account).hot || !exists;
			ensure!(agrees, "invariant 10: the hot list and an account disagree");
		}
		let smiles = Smiles::<T>::iter_keys().count();
		let listed = Expiries::<T>::get();
		let all = listed.iter().all(|(of, expiry)| Smiles::<T>::contains_key(of, expiry));
		ensure!(all && listed.len() == smiles, "invariant 10: expiries are not listed");
		ensure!(odometers.at <= T::Time::now(), "invariant 10: odometers are ahead of time");
		Ok(())
	}
}
