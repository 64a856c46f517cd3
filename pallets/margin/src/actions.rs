// SPDX-License-Identifier: GPL-3.0-or-later

//! What the calls do.

use super::*;
use frame_support::storage::with_storage_layer;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_account(owner: AccountId32, index: u32) -> DispatchResult {
		let open = OpenAccount::<T>::create(owner.clone(), index)?;
		open.store();
		let account = Self::id_of(&owner, index);
		T::OnOpened::on_opened(&account);
		Self::deposit_event(Event::AccountCreated { account, owner, index });
		Ok(())
	}

	pub(crate) fn do_close_account(account: MarginAccountId) -> DispatchResult {
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		// Whoever founded it could make it again, and what lies there would be his.
		ensure!(T::Covers::has_empty_vaults(&account), Error::<T>::VaultNotEmpty);
		let mut open = OpenAccount::<T>::open(&account)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(&account, &mut open.account)?;
		let owner = open.account.owner.clone();
		open.remove()?;
		cash.store();
		T::OnClosed::on_closed(&account);
		Self::deposit_event(Event::AccountClosed { account, owner });
		Ok(())
	}

	pub(crate) fn do_set_delegate(
		account: MarginAccountId,
		delegate: AccountId32,
	) -> DispatchResult {
		let mut open = OpenAccount::<T>::open(&account)?;
		let delegates = &mut open.account.delegates;
		ensure!(!delegates.contains(&delegate), Error::<T>::AlreadyDelegate);
		delegates.try_push(delegate.clone()).map_err(|_| Error::<T>::TooManyDelegates)?;
		accounts::keep_key::<T>(&delegate);
		open.store();
		Self::deposit_event(Event::DelegateSet { account, delegate });
		Ok(())
	}

	pub(crate) fn do_remove_delegate(
		account: MarginAccountId,
		delegate: AccountId32,
	) -> DispatchResult {
		let mut open = OpenAccount::<T>::open(&account)?;
		let delegates = &mut open.account.delegates;
		let place = delegates.iter().position(|known| *known == delegate);
		delegates.remove(place.ok_or(Error::<T>::NotDelegate)?);
		accounts::let_key_go::<T>(&delegate);
		open.store();
		Self::deposit_event(Event::DelegateRemoved { account, delegate });
		Ok(())
	}

	pub(crate) fn do_set_params(params: RiskParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		// The time so far is charged at the curve of so far.
		Self::accrue()?;
		Params::<T>::put(params);
		T::Ladder::refile_all();
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}

	pub(crate) fn do_set_portfolio_params(params: PortfolioParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		PortfolioRule::<T>::put(&params);
		T::Ladder::refile_all();
		Self::deposit_event(Event::PortfolioParamsSet { params });
		Ok(())
	}

	/// Returns how many series the account has.
	pub(crate) fn do_set_mode(
		account: MarginAccountId,
		mode: MarginMode,
	) -> Result<u32, DispatchError> {
		let ((), held) = Self::change_terms(&account, |open| {
			open.account.mode = mode;
			Ok(())
		})?;
		Self::deposit_event(Event::ModeSet { account, mode });
		Ok(held)
	}

	pub(crate) fn do_offer_ownership(
		who: &AccountId32,
		account: MarginAccountId,
		to: AccountId32,
	) -> DispatchResult {
		let mut open = OpenAccount::<T>::open(&account)?;
		ensure!(open.account.owner == *who, Error::<T>::NotOwner);
		ensure!(to != *who, Error::<T>::AlreadyOwner);
		open.account.offered = Some(to.clone());
		open.store();
		Self::deposit_event(Event::OwnershipOffered { account, to });
		Ok(())
	}

	pub(crate) fn do_cancel_offer(who: &AccountId32, account: MarginAccountId) -> DispatchResult {
		let mut open = OpenAccount::<T>::open(&account)?;
		ensure!(open.account.owner == *who, Error::<T>::NotOwner);
		ensure!(open.account.offered.take().is_some(), Error::<T>::NotOffered);
		open.store();
		Self::deposit_event(Event::OfferCancelled { account });
		Ok(())
	}

	/// Returns how many series the account has.
	pub(crate) fn do_accept_ownership(
		who: AccountId32,
		account: MarginAccountId,
	) -> Result<u32, DispatchError> {
		let (from, held) = Self::change_terms(&account, |open| {
			let offered = open.account.offered.as_ref() == Some(&who);
			ensure!(offered, Error::<T>::NotOffered);
			open.hand_over(who.clone())
		})?;
		Self::deposit_event(Event::OwnerChanged { account, from, to: who });
		Ok(held)
	}

	/// Returns how many series the account has.
	pub(crate) fn do_poke(account: MarginAccountId) -> Result<u32, DispatchError> {
		let mut session = Session::<T>::new();
		let settled = Self::settled(&account)?;
		let valuation = session.engine(Lens::Latest).value_to_file(&settled)?;
		let usable = valuation.assessment.state.allows(PriceUse::Flag);
		ensure!(usable, Error::<T>::PriceUnusable);
		let mut open = OpenAccount::<T>::open(&account)?;
		open.remember(&valuation)?;
		if !T::Auctions::in_auction(&open.id) {
			open.file(&mut session, &valuation);
		}
		let held = open.account.series();
		open.store();
		Ok(held)
	}

	/// Change whose an account is, or by which rule it is valued. Outside of auctions alone, and it must
	/// be sound by that. Returns what the change did, and how many series the account has.
	fn change_terms<Changed>(
		account: &MarginAccountId,
		change: impl FnOnce(&mut OpenAccount<T>) -> Result<Changed, DispatchError>,
	) -> Result<(Changed, u32), DispatchError> {
		ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
		with_storage_layer(|| {
			let mut open = OpenAccount::<T>::open(account)?;
			let mut cash = CashBook::<T>::open();
			cash.settle(account, &mut open.account)?;
			// Its tails are another owner's, or another's sum, from now on.
			tails::file::<T>(&mut open.account, 0)?;
			let changed = change(&mut open)?;
			let mut session = Session::<T>::new();
			let valuation = rules::ensure_sound_anew(&mut session, &open.account)?;
			open.remember(&valuation)?;
			open.file(&mut session, &valuation);
			let held = open.account.series();
			open.store();
			cash.store();
			Ok((changed, held))
		})
	}

	/// Bring interest up to the time of this block.
	pub(crate) fn accrue() -> DispatchResult {
		CashBook::<T>::open().accrue(T::Time::now(), &Params::<T>::get().curve)
	}
}
