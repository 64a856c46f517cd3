// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults on other chains: caps, totals and the ledger for whoever knows the vaults
//! (ADR 31). No token moves here.

use crate::{pallet::*, KindInfo};
use frame_support::pallet_prelude::*;
use sp_runtime::{AccountId32, ArithmeticError::Overflow, DispatchError};
use straddle_math::fixed::{mul_div, Rounding, WAD};
use straddle_primitives::*;
use straddle_traits::{AuctionStatus, CollateralCredit, Entry, Ledger, RemoteLots, Rule};

impl<T: Config> Pallet<T> {
	fn kind_elsewhere(kind: CollateralId) -> Result<KindInfo<T::AssetId>, Error<T>> {
		let info = Kinds::<T>::get(kind).ok_or(Error::<T>::NotListed)?;
		ensure!(info.source != SourceId::LOCAL, Error::<T>::LiesHere);
		Ok(info)
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
	fn kind_for_benchmark(source: SourceId) -> CollateralId {
		crate::benchmarking::kind_on::<T>(source)
	}
}
