// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Reporters`, `Bonds` and `TotalOwed`: who may report besides collators, what is at stake,
//! and what is owed for it.

use crate::{crypto::*, *};
use codec::Encode;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold, Mutate, MutateHold},
		tokens::{Precision, Preservation},
		Get, Time,
	},
};
use sp_application_crypto::RuntimeAppPublic;
use sp_runtime::traits::AccountIdConversion;

/// Keeps the proof that somebody has a key apart from whatever else the key may sign.
const BOND_TAG: &[u8] = b"straddle/price-oracle/bond/v1";

impl<T: Config> Pallet<T> {
	/// The keyless account from which feeders are paid. Anybody may send to it.
	pub fn pot() -> AccountId32 {
		T::PotId::get().into_account_truncating()
	}

	/// What of the pot is not owed to anybody, above what keeps it alive.
	pub fn free_pot() -> Balance {
		T::Currency::balance(&Self::pot())
			.saturating_sub(T::Currency::minimum_balance())
			.saturating_sub(TotalOwed::<T>::get())
	}

	/// The bytes by which the owner of a key says that it is `who`'s.
	pub fn bond_payload(who: &AccountId32) -> alloc::vec::Vec<u8> {
		(BOND_TAG, Self::genesis_hash(), who).encode()
	}

	/// What is held of `who`.
	pub(crate) fn held(who: &AccountId32) -> Balance {
		T::Currency::balance_on_hold(&HoldReason::FeederBond.into(), who)
	}

	/// His bond, if it is enough and he does not leave.
	pub(crate) fn standing_bond(who: &AccountId32, incentives: &IncentiveParams) -> Option<Bond> {
		let bond = Bonds::<T>::get(who).filter(|bond| bond.leaving.is_none())?;
		incentives.is_bonded(Self::held(who)).then_some(bond)
	}

	pub(crate) fn do_admit_reporter(account: AccountId32) -> DispatchResult {
		let most = Incentives::<T>::get().max_reporters as usize;
		Reporters::<T>::try_mutate(|reporters| {
			ensure!(!reporters.contains(&account), Error::<T>::AlreadyAdmitted);
			ensure!(reporters.len() < most, Error::<T>::TooManyReporters);
			reporters.try_push(account.clone()).map_err(|_| Error::<T>::TooManyReporters)
		})?;
		Self::deposit_event(Event::ReporterAdmitted { account });
		Ok(())
	}

	pub(crate) fn do_dismiss_reporter(account: AccountId32) -> DispatchResult {
		Reporters::<T>::try_mutate(|reporters| {
			let before = reporters.len();
			reporters.retain(|reporter| *reporter != account);
			ensure!(reporters.len() < before, Error::<T>::NotAdmitted);
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::ReporterDismissed { account });
		Ok(())
	}

	/// Make the bond whole, and stay.
	pub(crate) fn do_bond(
		who: AccountId32,
		key: AuthorityId,
		proof: &AuthoritySignature,
	) -> DispatchResult {
		let before = Bonds::<T>::get(&who);
		let sits = || Feeders::<T>::get().iter().any(|feeder| feeder.account == who);
		let admitted = before.is_some() || Reporters::<T>::get().contains(&who) || sits();
		ensure!(admitted, Error::<T>::NotAdmitted);
		ensure!(key.verify(&Self::bond_payload(&who), proof), Error::<T>::BadProof);
		let room = before.is_some() || Bonds::<T>::count() < MAX_BONDS;
		ensure!(room, Error::<T>::TooManyBonds);
		let missing = Incentives::<T>::get().bond.saturating_sub(Self::held(&who));
		T::Currency::hold(&HoldReason::FeederBond.into(), &who, missing)?;
		let owed = before.map_or(0, |bond| bond.owed);
		Bonds::<T>::insert(&who, Bond { key: key.clone(), leaving: None, owed });
		Self::deposit_event(Event::Bonded { account: who.clone(), key, held: Self::held(&who) });
		Ok(())
	}

	pub(crate) fn do_unbond(who: AccountId32) -> DispatchResult {
		let until = T::Time::now().saturating_add(Incentives::<T>::get().unbonding_ms);
		Bonds::<T>::try_mutate(&who, |bond| {
			let bond = bond.as_mut().ok_or(Error::<T>::NoBond)?;
			ensure!(bond.leaving.is_none(), Error::<T>::AlreadyLeaving);
			bond.leaving = Some(until);
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::Unbonding { account: who, until });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: AccountId32) -> DispatchResult {
		let bond = Bonds::<T>::take(&who).ok_or(Error::<T>::NoBond)?;
		let until = bond.leaving.ok_or(Error::<T>::NotLeaving)?;
		ensure!(until <= T::Time::now(), Error::<T>::StillUnbonding);
		let sits = |feeder: &Feeder| feeder.account == who && feeder.seat == Seat::Reporter;
		ensure!(!Feeders::<T>::get().iter().any(sits), Error::<T>::StillSeated);
		let reason = HoldReason::FeederBond.into();
		let amount = T::Currency::release_all(&reason, &who, Precision::BestEffort)?;
		Self::pay(&who, bond.owed)?;
		Self::deposit_event(Event::BondWithdrawn { account: who, amount });
		Ok(())
	}

	pub(crate) fn do_claim(who: AccountId32) -> DispatchResult {
		let owed = Bonds::<T>::try_mutate(&who, |bond| {
			let bond = bond.as_mut().ok_or(Error::<T>::NoBond)?;
			ensure!(bond.owed > 0, Error::<T>::NothingOwed);
			Ok::<_, Error<T>>(core::mem::take(&mut bond.owed))
		})?;
		Self::pay(&who, owed)
	}

	/// Book a reward.
	pub(crate) fn owe(who: &AccountId32, amount: Balance) {
		Bonds::<T>::mutate(who, |bond| {
			if let Some(bond) = bond.as_mut().filter(|_| amount > 0) {
				bond.owed = bond.owed.saturating_add(amount);
				TotalOwed::<T>::mutate(|total| *total = total.saturating_add(amount));
				Self::deposit_event(Event::Rewarded { account: who.clone(), amount });
			}
		});
	}

	/// Pay what was owed.
	fn pay(who: &AccountId32, amount: Balance) -> DispatchResult {
		if amount > 0 {
			TotalOwed::<T>::mutate(|total| *total = total.saturating_sub(amount));
			T::Currency::transfer(&Self::pot(), who, amount, Preservation::Preserve)?;
			Self::deposit_event(Event::Claimed { account: who.clone(), amount });
		}
		Ok(())
	}
}
