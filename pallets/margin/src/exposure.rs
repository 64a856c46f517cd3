// SPDX-License-Identifier: GPL-3.0-or-later

//! The ledger's half of the risk ladder (RISK.md 7): what each account can bear, and that the ladder
//! hears of every change by which an account can fail earlier.
//!
//! A filing stands for a *region*: as long as no driver has moved further than the due, and no more time
//! has passed than the horizon, equity_MM − MM ≥ 0. A change that leaves the account at least as well off at
//! **every** price and time leaves the region true; everything else is filed anew.
//!
//! | change | filed? |
//! |---|---|
//! | `Trade`, `Withdraw` | yes, from the valuation that judged it. A resting order adds nothing to MM, but it is judged as a trade, and comes with the rest |
//! | `Bid` | as what bears nothing until the next round's look at it: of a bidder who buys a hundred accounts in a block, each would be filed on all his rails for nothing |
//! | `set_mode`, `accept_ownership`, `poke` | yes, from theirs |
//! | `Credit` | no: cash is worth something at any price of the stablecoin, and what a lot counts for never falls below nothing, so its loss gives back the old region at worst. A debt gets smaller, and with it its interest. Orders that shrink took nothing from MM |
//! | `Forced` | nobody valued it, so it bears nothing until the next round's look at it. Who holds what expires is on the hot list since its settlement window began, so a settlement's sweep writes nothing there. An account that needs no watching afterwards needs none |
//! | any, in auction | no: the auction is what watches it. Whoever ends the auction files it |
//! | interest that is booked | no: the reserve has a day of it, however often it is booked |
//! | delegates, an offer, closing | no: they move nothing, and a closed account is empty |
//! | parameters, weights of collateral | all accounts are looked at again: `Ladder::refile_all` |
//!
//! The open interest and the pots count in no MM. A journal that is refused has filed nothing: the ladder
//! writes in the journal's own storage layer.

use super::*;
use accounts::OpenAccount;
use alloc::vec::Vec;
use risk::Valuation;
use straddle_traits::{Exposure, Watch};

impl<T: Config> OpenAccount<T> {
	/// Have it filed after a change under `rule`, which was judged by `valuation`.
	pub fn file_after(
		&mut self,
		session: &mut Session<T>,
		rule: Rule,
		valuation: Option<&Valuation>,
	) {
		match (rule, valuation) {
			(Rule::Bid, _) | (Rule::Forced, None) => self.file_in_a_round(),
			(_, Some(valuation)) => self.file(session, valuation),
			_ => {},
		}
	}

	/// Have it filed as it was valued. It is in no auction.
	pub fn file(&mut self, session: &mut Session<T>, valuation: &Valuation) {
		let exposure = session.engine(Lens::Latest).exposure(&self.account, valuation);
		let before = self.account.filed.clone();
		T::Ladder::file(&self.id, exposure.as_ref(), &mut self.account.filed);
		session.moved = session.moved.saturating_add(self.account.filed.moved(&before));
	}

	/// Have it looked at in the next round, if it is not anyway.
	fn file_in_a_round(&mut self) {
		let account = &mut self.account;
		if account.filed.hot || !account.is_watched() || T::Auctions::in_auction(&self.id) {
			return;
		}
		T::Ladder::file(&self.id, Some(&Exposure::default()), &mut account.filed);
	}
}

impl<T: Config> Watch for Pallet<T> {
	fn exposure_in(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> Result<Option<Exposure>, DispatchError> {
		Ok(Self::watch_in(session, account)?.map(|(exposure, _)| exposure))
	}

	fn watch_in(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> Result<Option<(Exposure, Option<Assessment>)>, DispatchError> {
		let account = Self::settled(account)?;
		if !account.is_watched() {
			return Ok(None);
		}
		let engine = session.engine(Lens::Latest);
		let valuation = engine.value_to_file(&account)?;
		let exposure = engine.exposure(&account, &valuation);
		Ok(exposure.map(|exposure| (exposure, Some(valuation.assessment))))
	}

	fn filed(account: &MarginAccountId) -> Filed {
		Accounts::<T>::get(account).map(|account| account.filed).unwrap_or_default()
	}

	fn set_filed(account: &MarginAccountId, filed: Filed) {
		if let Ok(mut open) = OpenAccount::<T>::open(account) {
			open.account.filed = filed;
			open.store();
		}
	}

	fn accounts_after(after: Option<&MarginAccountId>, limit: u32) -> Vec<MarginAccountId> {
		let accounts = match after {
			Some(after) => Accounts::<T>::iter_keys_from(Accounts::<T>::hashed_key_for(after)),
			None => Accounts::<T>::iter_keys(),
		};
		accounts.take(limit as usize).collect()
	}
}
