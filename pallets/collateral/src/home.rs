// SPDX-License-Identifier: GPL-3.0-or-later

//! The way out to the chain that holds a token's reserve, in one call: booked out, burnt here and
//! sent, or none of it. What is sent pays for its way.

use crate::pallet::*;
use frame_support::{
	pallet_prelude::*,
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::{Fortitude::Polite, Precision::Exact, Preservation::Expendable},
	},
};
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{Home, HomeError, HomeFees, Parcel};

impl<T: Config> From<HomeError> for Error<T> {
	fn from(error: HomeError) -> Self {
		match error {
			HomeError::NoReserve => Error::<T>::NoReserve,
			HomeError::NoChannel => Error::<T>::NoChannel,
			HomeError::NoPrice => Error::<T>::NoFeePrice,
			HomeError::TooLittle => Error::<T>::FeesNotCovered,
			HomeError::NotSent => Error::<T>::NotSent,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_home(
		who: AccountId32,
		account: MarginAccountId,
		kind: CollateralId,
		amount: u128,
		to: AccountId32,
		max_delivery: u128,
	) -> DispatchResult {
		let info = Self::take_out(&who, &account, kind, amount)?;
		Self::burn_exactly(&info.asset, &Self::clearing(), amount)?;
		let parcel = Parcel { pays: (info.asset, amount), more: None };
		let (delivery, message) = Self::send_home(parcel, &to, max_delivery)?;
		Self::deposit_event(Event::WithdrawnHome { account, kind, amount, delivery, to, message });
		Ok(())
	}

	pub(crate) fn do_recover_home(
		who: AccountId32,
		account: MarginAccountId,
		asset: T::AssetId,
		to: AccountId32,
		cash: u128,
		max_delivery: u128,
	) -> DispatchResult {
		let stuck = Self::stuck(&who, &account, &asset)?;
		if stuck.lying > 0 {
			Self::burn_exactly(&asset, account.address(), stuck.lying)?;
		}
		Parked::<T>::remove(&account, &asset);
		let amount = stuck.amount();
		let info = Self::take_out(&who, &account, CASH, cash)?;
		Self::burn_exactly(&info.asset, &Self::clearing(), cash)?;
		let parcel = Parcel { pays: (info.asset, cash), more: Some((asset.clone(), amount)) };
		let (delivery, message) = Self::send_home(parcel, &to, max_delivery)?;
		Self::deposit_event(Event::RecoveredHome {
			account,
			asset,
			amount,
			cash,
			delivery,
			to,
			message,
		});
		Ok(())
	}

	/// What sending so much of a kind home would cost now.
	pub(crate) fn fees_home(kind: CollateralId, amount: u128) -> Option<HomeFees> {
		let info = Self::local_kind(kind).ok()?;
		T::Home::fees(&Parcel { pays: (info.asset, amount), more: None }).ok()
	}

	fn send_home(
		parcel: Parcel<T::AssetId>,
		to: &AccountId32,
		max_delivery: u128,
	) -> Result<(u128, [u8; 32]), Error<T>> {
		let (fees, message) = T::Home::send(parcel, to)?;
		ensure!(fees.delivery <= max_delivery, Error::<T>::DeliveryTooDear);
		Ok((fees.delivery, message))
	}

	/// Burn so that `from` loses just this: a burn may take what would be left below the token's
	/// minimum balance with it.
	fn burn_exactly(asset: &T::AssetId, from: &AccountId32, amount: u128) -> DispatchResult {
		let before = T::Fungibles::balance(asset.clone(), from);
		T::Fungibles::burn_from(asset.clone(), from, amount, Expendable, Exact, Polite)?;
		let lost = before.checked_sub(T::Fungibles::balance(asset.clone(), from));
		ensure!(lost == Some(amount), Error::<T>::InexactTransfer);
		Ok(())
	}
}
