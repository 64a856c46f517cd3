// SPDX-License-Identifier: GPL-3.0-or-later

//! What the calls do.

use super::*;
use alloc::vec;
use sp_runtime::ArithmeticError::Overflow;

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
		let mut open = OpenAccount::<T>::open(&account)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(&mut open.account)?;
		let owner = open.account.owner.clone();
		open.remove()?;
		cash.store();
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
		open.store();
		Self::deposit_event(Event::DelegateRemoved { account, delegate });
		Ok(())
	}

	/// Returns how many series the larger of both accounts has.
	pub(crate) fn do_transfer_cash(
		who: &AccountId32,
		from: MarginAccountId,
		to: MarginAccountId,
		amount: u128,
	) -> Result<u32, DispatchError> {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let payer = Accounts::<T>::get(&from).ok_or(Error::<T>::NoAccount)?;
		let payee = Accounts::<T>::get(&to).ok_or(Error::<T>::NoAccount)?;
		ensure!(payer.owner == *who, Error::<T>::NotOwner);
		ensure!(payee.owner == *who, Error::<T>::NotSameOwner);
		let amount = Cash::try_from(amount).map_err(|_| Overflow)?;
		let paid = amount.checked_neg().ok_or(Overflow)?;
		Self::book(Journal::of(vec![
			Entry::new(from.clone(), Rule::Withdraw).cash(paid),
			Entry::new(to.clone(), Rule::Credit).cash(amount),
		]))?;
		Self::deposit_event(Event::CashTransferred { from, to, amount });
		Ok(payer.series().max(payee.series()))
	}

	pub(crate) fn do_set_params(params: RiskParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		// The time so far is charged at the curve of so far.
		Self::accrue()?;
		Params::<T>::put(params);
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}

	pub(crate) fn do_set_portfolio_params(params: PortfolioParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidParams);
		PortfolioRule::<T>::put(&params);
		Self::deposit_event(Event::PortfolioParamsSet { params });
		Ok(())
	}

	/// Returns how many series the account has.
	pub(crate) fn do_set_mode(
		account: MarginAccountId,
		mode: MarginMode,
	) -> Result<u32, DispatchError> {
		ensure!(!T::Auctions::in_auction(&account), Error::<T>::InAuction);
		let mut open = OpenAccount::<T>::open(&account)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(&mut open.account)?;
		open.account.mode = mode;
		let tails = rules::ensure_new_mode(&mut Session::<T>::new(), &open.account)?;
		tails::file::<T>(&open.account.owner, open.account.index, tails)?;
		let held = open.account.series();
		open.store();
		cash.store();
		Self::deposit_event(Event::ModeSet { account, mode });
		Ok(held)
	}

	/// Bring interest up to the time of this block.
	pub(crate) fn accrue() -> DispatchResult {
		CashBook::<T>::open().accrue(T::Time::now(), &Params::<T>::get().curve)
	}
}
