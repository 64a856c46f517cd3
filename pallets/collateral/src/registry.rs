// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of the registry: `Kinds`, `ByAsset` and `Listed` are written here alone.

use crate::{pallet::*, types::*};
use frame_support::{
	pallet_prelude::*,
	traits::{fungibles::Inspect, Time},
};
use sp_runtime::Permill;
use straddle_primitives::*;
use straddle_traits::Ladder;

/// List a kind whose token exists.
pub(crate) fn list<T: Config>(
	kind: CollateralId,
	asset: T::AssetId,
	listing: Listing,
) -> DispatchResult {
	let (local, fewest) = (listing.source == SourceId::LOCAL, listing.min_deposit);
	insert::<T>(kind, asset.clone(), listing)?;
	if local {
		ensure!(T::Fungibles::asset_exists(asset.clone()), Error::<T>::NoSuchAsset);
		let least = T::Fungibles::minimum_balance(asset.clone());
		ensure!(fewest >= least, Error::<T>::BadMinimum);
	}
	Pallet::<T>::deposit_event(Event::KindListed { kind, asset });
	Ok(())
}

/// Enter a kind. At genesis the tokens may not exist yet.
pub(crate) fn insert<T: Config>(
	kind: CollateralId,
	asset: T::AssetId,
	listing: Listing,
) -> Result<(), Error<T>> {
	let local = listing.source == SourceId::LOCAL;
	ensure!(!Kinds::<T>::contains_key(kind), Error::<T>::AlreadyListed);
	ensure!(!(local && ByAsset::<T>::contains_key(&asset)), Error::<T>::AssetAlreadyListed);
	let known = local || (kind != CASH && Sources::<T>::contains_key(listing.source));
	ensure!(known, Error::<T>::BadSource);
	let reserve = listing.reserve;
	let backed = reserve == SourceId::LOCAL || (local && Sources::<T>::contains_key(reserve));
	ensure!(backed, Error::<T>::BadSource);
	ensure!(local || listing.method != ProofMethod::Held, Error::<T>::BadMethod);
	ensure!(kind == CASH || is_reference(listing.reference), Error::<T>::BadReference);
	ensure!(listing.initial <= listing.maintenance, Error::<T>::BadWeights);
	let most = if kind == CASH { MAX_CASH_DECIMALS } else { MAX_DECIMALS };
	ensure!(listing.decimals <= most, Error::<T>::BadDecimals);
	ensure!(listing.cap <= MAX_CAP, Error::<T>::BadCap);
	ensure!(listing.min_deposit > 0, Error::<T>::BadMinimum);
	Listed::<T>::try_append(kind).map_err(|()| Error::<T>::TooManyKinds)?;
	if local {
		ByAsset::<T>::insert(&asset, kind);
	}
	Kinds::<T>::insert(kind, listing.into_info(asset));
	Ok(())
}

pub(crate) fn set_weights<T: Config>(
	role: Role,
	kind: CollateralId,
	initial: Permill,
	maintenance: Permill,
	length: Moment,
) -> DispatchResult {
	ensure!(initial <= maintenance, Error::<T>::BadWeights);
	let now = T::Time::now();
	change::<T, _>(kind, |info| {
		let tighter = initial <= info.initial.to && maintenance == info.maintenance.to;
		// At once: a longer way down would loosen one that is under way.
		let tighter = tighter && length == 0;
		ensure!(tighter || role == Role::Risk, Error::<T>::MayOnlyTighten);
		if maintenance != info.maintenance.to {
			let ramp = info.maintenance.towards(maintenance, now, length);
			let cut = ramp.from > ramp.to;
			let slow = length >= Schedule::<T>::get().minimum_ramp;
			ensure!(!cut || slow, Error::<T>::RampTooShort);
			info.maintenance = ramp;
			// No reserve was made for what is announced only now.
			T::Ladder::refile_all();
		}
		info.initial = info.initial.towards(initial, now, length);
		Ok(())
	})?;
	Pallet::<T>::deposit_event(Event::WeightsSet { kind, initial, maintenance, length });
	Ok(())
}

pub(crate) fn set_cap<T: Config>(role: Role, kind: CollateralId, cap: u128) -> DispatchResult {
	ensure!(cap <= MAX_CAP, Error::<T>::BadCap);
	let now = T::Time::now();
	let old = change::<T, _>(kind, |info| {
		ensure!(cap <= info.cap || role == Role::Risk, Error::<T>::MayOnlyTighten);
		let total = Credited::<T>::get(kind);
		let factor = info.concentration(total, now).map_err(|_| Error::<T>::ValueOverflow)?;
		info.concentration_floor = fall(factor, now);
		Ok(core::mem::replace(&mut info.cap, cap))
	})?;
	Pallet::<T>::deposit_event(Event::CapSet { kind, old, new: cap });
	Ok(())
}

pub(crate) fn pause<T: Config>(kind: CollateralId) -> DispatchResult {
	change::<T, _>(kind, |info| {
		ensure!(!info.paused, Error::<T>::AlreadyPaused);
		info.paused = true;
		Ok(())
	})?;
	Pallet::<T>::deposit_event(Event::Paused { kind });
	Ok(())
}

pub(crate) fn resume<T: Config>(kind: CollateralId) -> DispatchResult {
	change::<T, _>(kind, |info| {
		ensure!(info.paused, Error::<T>::NotPaused);
		info.paused = false;
		Ok(())
	})?;
	Pallet::<T>::deposit_event(Event::Resumed { kind });
	Ok(())
}

/// Take a kind of which nothing is credited off the list.
pub(crate) fn delist<T: Config>(kind: CollateralId) -> DispatchResult {
	ensure!(kind != CASH, Error::<T>::StillInUse);
	let info = Kinds::<T>::take(kind).ok_or(Error::<T>::NotListed)?;
	ensure!(Credited::<T>::take(kind) == 0, Error::<T>::StillInUse);
	if info.source == SourceId::LOCAL {
		ByAsset::<T>::remove(&info.asset);
	}
	Listed::<T>::mutate(|listed| listed.retain(|other| *other != kind));
	// Those that wait count their way along the list.
	Pending::<T>::mutate(|queue| queue.iter_mut().for_each(|arrival| arrival.next = 0));
	Pallet::<T>::deposit_event(Event::Delisted { kind, asset: info.asset });
	Ok(())
}

/// Make the registry's times longer. Cuts that are under way take the new minimum from now on.
pub(crate) fn set_times<T: Config>(times: Times) -> DispatchResult {
	let old = Schedule::<T>::get();
	let longer =
		times.minimum_ramp >= old.minimum_ramp && times.unusable_grace >= old.unusable_grace;
	ensure!(longer, Error::<T>::TimesOnlyGrow);
	let now = T::Time::now();
	for kind in Listed::<T>::get() {
		change::<T, _>(kind, |info| {
			// It takes less than was reserved.
			let ramp = &mut info.maintenance;
			if ramp.to < ramp.from && ramp.length < times.minimum_ramp {
				*ramp = ramp.towards(ramp.to, now, times.minimum_ramp);
			}
			Ok(())
		})?;
	}
	Schedule::<T>::put(times);
	Pallet::<T>::deposit_event(Event::TimesSet { times });
	Ok(())
}

fn change<T: Config, R>(
	kind: CollateralId,
	edit: impl FnOnce(&mut KindInfo<T::AssetId>) -> Result<R, Error<T>>,
) -> Result<R, Error<T>> {
	Kinds::<T>::try_mutate(kind, |info| edit(info.as_mut().ok_or(Error::<T>::NotListed)?))
}
