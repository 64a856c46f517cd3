// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults on other chains: caps, totals and the ledger for whoever knows the vaults
//! (ADR 31). No token moves here.

use crate::{pallet::*, KindInfo};
use frame_support::pallet_prelude::*;
use sp_runtime::{AccountId32, ArithmeticError::Overflow, DispatchError};
use straddle_math::fixed::{mul_div, Rounding, WAD};
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, CollateralCredit, Entry, Ledger, RemoteLots, Restrictions, Risk, Rule,
};

impl<T: Config> Pallet<T> {
	fn kind_elsewhere(kind: CollateralId) -> Result<KindInfo<T::AssetId>, Error<T>> {
		let info = Kinds::<T>::get(kind).ok_or(Error::<T>::NotListed)?;
		ensure!(info.source != SourceId::LOCAL, Error::<T>::LiesHere);
		Ok(info)
	}

	/// What a lot counts for opening bounds it. A unit less: credits round down, each by itself.
	fn spare_of(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		fee: Cash,
	) -> Option<u128> {
		let is = T::Ledger::assess(account, Lens::Latest).ok()?;
		let unit = i128::try_from(Self::cash_unit()).ok()?;
		let fee = mul_div(fee, WAD, unit, Rounding::Up).ok()?;
		let free = is.withdrawable().into_inner().checked_sub(fee)?.max(0);
		let credit = Self::credit_in(&mut Default::default(), kind, amount, Lens::Latest).ok()?;
		let counts = credit.initial.into_inner();
		if counts < free {
			return Some(amount);
		}
		let amount = i128::try_from(amount).ok()?;
		let part = mul_div(amount, free, counts, Rounding::Down).ok()?;
		Some(part.unsigned_abs().saturating_sub(1))
	}

	/// That something may leave a vault of which the books know nothing: nothing of its kind is credited, and the
	/// kind is not listed any more.
	fn ensure_out_of_books(account: &MarginAccountId, rule: Rule) -> DispatchResult {
		if rule != Rule::Forced {
			ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
			ensure!(!T::Restrictions::is_house_frozen(), Error::<T>::Frozen);
		}
		Ok(())
	}
}

impl<T: Config> RemoteLots for Pallet<T> {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		T::Ledger::owner(account)
	}

	fn booked(account: &MarginAccountId, kind: CollateralId) -> u128 {
		let lots = T::Ledger::lots(account);
		lots.into_iter().find(|(of, _)| *of == kind).map_or(0, |(_, amount)| amount)
	}

	fn credited(kind: CollateralId) -> u128 {
		Credited::<T>::get(kind)
	}

	fn source_of(kind: CollateralId) -> Option<SourceId> {
		Kinds::<T>::get(kind).map(|info| info.source)
	}

	fn is_taken_here(kind: CollateralId) -> bool {
		Kinds::<T>::get(kind).is_some_and(|info| ByAsset::<T>::contains_key(&info.asset))
	}

	fn is_cash(kind: CollateralId) -> bool {
		let Some(there) = Kinds::<T>::get(kind) else { return false };
		there.source != SourceId::LOCAL
			&& Kinds::<T>::get(CASH)
				.is_some_and(|here| (here.asset, here.decimals) == (there.asset, there.decimals))
	}

	fn owed(account: &MarginAccountId) -> u128 {
		let debt = T::Ledger::cash(account).min(0).unsigned_abs();
		let Some(info) = Kinds::<T>::get(CASH).filter(|_| debt > 0) else { return debt };
		let parked = Parked::<T>::get(account, &info.asset);
		let lying = Self::spendable(&info.asset, account.address());
		debt.saturating_sub(parked.saturating_add(lying))
	}

	fn spare(account: &MarginAccountId, kind: CollateralId, amount: u128, fee: Cash) -> u128 {
		Self::spare_of(account, kind, amount, fee).unwrap_or_default()
	}

	fn takes_new(kind: CollateralId) -> bool {
		Kinds::<T>::get(kind).is_some_and(|info| {
			info.source != SourceId::LOCAL && !info.paused && Self::takes_credit(info.source)
		})
	}

	/// Whatever caps leave no room for stays where it is, in the vault, and counts nothing.
	fn credit(
		account: &MarginAccountId,
		kind: CollateralId,
		wanted: u128,
		first: bool,
	) -> Result<u128, DispatchError> {
		if !Kinds::<T>::contains_key(kind) {
			return Ok(0);
		}
		let info = Self::kind_elsewhere(kind)?;
		ensure!(T::Ledger::owner(account).is_some(), Error::<T>::NoSuchAccount);
		let room = Self::room(account, kind, &info);
		let amount = wanted.min(room.most);
		if amount == 0 || (first && amount < room.fewest) {
			return Ok(0);
		}
		Self::book_in(account.clone(), kind, &info, amount)?;
		let account = account.clone();
		Self::deposit_event(Event::RemoteCredited { account, kind, amount });
		Ok(amount)
	}

	fn debit(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		rule: Rule,
	) -> DispatchResult {
		if amount == 0 && !Kinds::<T>::contains_key(kind) {
			return Self::ensure_out_of_books(account, rule);
		}
		let info = Self::kind_elsewhere(kind)?;
		if rule != Rule::Forced {
			ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
			ensure!(!Self::is_frozen(kind, &info), Error::<T>::Frozen);
		}
		if amount == 0 {
			return Ok(());
		}
		let change = i128::try_from(amount).map_err(|_| Overflow)?;
		let before = Credited::<T>::get(kind);
		let after = before.checked_sub(amount).ok_or(Error::<T>::NotHeld)?;
		Self::count(kind, &info, before, after)?;
		Self::book(Entry::new(account.clone(), rule), kind, change.saturating_neg())?;
		let account = account.clone();
		Self::deposit_event(Event::RemoteDebited { account, kind, amount });
		Ok(())
	}

	fn impair(account: &MarginAccountId, kind: CollateralId, impaired: bool) -> DispatchResult {
		T::Ledger::impair(account, kind, impaired)
	}

	fn is_impaired(account: &MarginAccountId, kind: CollateralId) -> bool {
		T::Ledger::is_impaired(account, kind)
	}

	fn value(kind: CollateralId, amount: u128) -> Result<Cash, DispatchError> {
		let mut known = Default::default();
		let credit = Self::credit_in(&mut known, kind, amount, Lens::Latest)?;
		let usable = Self::units_in(&mut known, kind, amount, Lens::Latest)?.is_some();
		ensure!(usable && credit.state.allows(PriceUse::Bid), Error::<T>::PriceUnusable);
		let unit = i128::try_from(Self::cash_unit()).map_err(|_| Overflow)?;
		let value = mul_div(credit.full.into_inner(), unit, WAD, Rounding::Down);
		Ok(value.map_err(|_| Error::<T>::ValueOverflow)?)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn account_for_benchmark(n: u32) -> MarginAccountId {
		T::Ledger::open_for_benchmark(&frame_benchmarking::account("vault", n, 0), 0, 0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn owe_for_benchmark(account: &MarginAccountId, kind: CollateralId, amount: Cash) {
		let here = Kinds::<T>::get(CASH).expect("cash is listed");
		Kinds::<T>::mutate(kind, |info| {
			let there = info.as_mut().expect("it is listed");
			(there.asset, there.decimals) = (here.asset, here.decimals);
		});
		let spent = T::Ledger::cash(account).saturating_add(amount);
		let entry = Entry::new(account.clone(), Rule::Forced).cash(spent.saturating_neg());
		let journal = straddle_traits::Journal::of(alloc::vec![entry]);
		T::Ledger::book(journal.pot(Pot::Treasury, spent)).expect("numbers fit");
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kind_for_benchmark(source: SourceId) -> CollateralId {
		crate::benchmarking::kind_on::<T>(source)
	}
}
