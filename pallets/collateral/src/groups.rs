// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Groups`: how much is credited on one chain or by one method of proof, at reference
//! prices. Reference prices make the sums exact: they change with what is credited and by governance,
//! never with the market (ADR 17).

use crate::{pallet::*, types::*};
use frame_support::pallet_prelude::*;
use sp_runtime::{ArithmeticError::Overflow, FixedU128};
use straddle_math::fixed::{mul_div, Rounding, Wad, WAD};
use straddle_primitives::*;

/// What is credited of a kind went from `before` to `after`. Cash is no lot and in no group.
pub(crate) fn count<T: Config>(
	kind: CollateralId,
	info: &KindInfo<T::AssetId>,
	before: u128,
	after: u128,
) -> DispatchResult {
	let value = |amount| info.reference_value(amount).map_err(|_| Error::<T>::ValueOverflow);
	recount::<T>(kind, info, value(before)?, value(after)?)
}

/// What a kind is worth in its groups went from `before` to `after`, at reference prices.
pub(crate) fn recount<T: Config>(
	kind: CollateralId,
	info: &KindInfo<T::AssetId>,
	before: FixedU128,
	after: FixedU128,
) -> DispatchResult {
	if kind == CASH || before == after {
		return Ok(());
	}
	let (before, after) = (before.into_inner(), after.into_inner());
	for group in info.groups() {
		Groups::<T>::try_mutate(group, |state| -> DispatchResult {
			let total = state.total.into_inner().checked_add(after).ok_or(Overflow)?;
			let total = total.checked_sub(before).ok_or(Overflow)?;
			state.total = FixedU128::from_inner(total);
			Ok(())
		})?;
	}
	Ok(())
}

/// The lowest concentration factor of a kind's groups.
pub(crate) fn concentration<T: Config>(
	info: &KindInfo<T::AssetId>,
	now: Moment,
) -> Result<Wad, Error<T>> {
	info.groups().into_iter().try_fold(WAD, |lowest, group| {
		let factor = Groups::<T>::get(group).concentration(now);
		Ok(lowest.min(factor.map_err(|_| Error::<T>::ValueOverflow)?))
	})
}

/// Smallest units of a kind for which its groups have room.
pub(crate) fn room<T: Config>(info: &KindInfo<T::AssetId>) -> u128 {
	let reference = Wad::try_from(info.reference.into_inner()).unwrap_or(Wad::MAX);
	let whole = 10i128.checked_pow(info.decimals.into()).unwrap_or(Wad::MAX);
	let in_units = |free: u128| {
		// Less one for what is rounded down twice: in the total so far, and with it.
		let free = Wad::try_from(free.saturating_sub(1)).unwrap_or(Wad::MAX);
		let units = mul_div(free, whole, reference, Rounding::Down);
		units.map_or(MAX_CAP, i128::unsigned_abs)
	};
	let rooms = info.groups().into_iter().filter_map(|group| Groups::<T>::get(group).free());
	rooms.map(in_units).fold(MAX_CAP, u128::min)
}

/// Change how much is credited in a group. What is above it stays, and counts less for opening, by 5 %
/// an hour at most.
pub(crate) fn set_cap<T: Config>(
	role: Role,
	group: Group,
	cap: Option<FixedU128>,
	now: Moment,
) -> DispatchResult {
	ensure!(cap.is_none_or(|cap| cap.into_inner() <= MAX_CAP), Error::<T>::BadCap);
	let old = Groups::<T>::try_mutate(group, |state| {
		let tighter = match (state.cap, cap) {
			(Some(old), Some(new)) => new <= old,
			(None, _) => true,
			(Some(_), None) => false,
		};
		ensure!(tighter || role == Role::Risk, Error::<T>::MayOnlyTighten);
		state.hold(now).map_err(|_| Error::<T>::ValueOverflow)?;
		Ok::<_, Error<T>>(core::mem::replace(&mut state.cap, cap))
	})?;
	Pallet::<T>::deposit_event(Event::GroupCapSet { group, old, new: cap });
	Ok(())
}

/// Change what a kind is worth in its groups.
pub(crate) fn set_reference<T: Config>(
	kind: CollateralId,
	price: FixedU128,
	now: Moment,
) -> DispatchResult {
	let mut info = Kinds::<T>::get(kind).ok_or(Error::<T>::NotListed)?;
	ensure!(is_reference(price), Error::<T>::BadReference);
	for group in info.groups() {
		let held = Groups::<T>::try_mutate(group, |state| state.hold(now));
		held.map_err(|_| Error::<T>::ValueOverflow)?;
	}
	let credited = Credited::<T>::get(kind);
	let value = |info: &KindInfo<T::AssetId>| {
		info.reference_value(credited).map_err(|_| Error::<T>::ValueOverflow)
	};
	let before = value(&info)?;
	let old = core::mem::replace(&mut info.reference, price);
	recount::<T>(kind, &info, before, value(&info)?)?;
	Kinds::<T>::insert(kind, info);
	Pallet::<T>::deposit_event(Event::ReferenceSet { kind, old, new: price });
	Ok(())
}
