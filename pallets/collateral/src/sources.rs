// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Sources`: the chains on which collateral lies or has its reserve, and what their age
//! takes from it (DESIGN.md 7).

use crate::{pallet::*, types::*};
use frame_support::{pallet_prelude::*, traits::Time};
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_traits::{ChainAges, Level, Restrictions, Scope, SourceStates};

impl<T: Config> Pallet<T> {
	/// The chain factor g of a kind now. What has nothing to do with another chain counts in full.
	/// An age that nobody measured is not zero: what lies on such a chain counts nothing. A token here
	/// whose reserve is on such a chain counts in full: that the chain stands still is not known.
	pub(crate) fn chain_factor(info: &KindInfo<T::AssetId>, now: Moment) -> ChainFactor {
		Self::factor_on(info.chain(), info.source == SourceId::LOCAL, now)
	}

	/// The same of what lies on a chain, or is here (`local`) and has its reserve there.
	pub(crate) fn factor_on(chain: SourceId, local: bool, now: Moment) -> ChainFactor {
		if chain == SourceId::LOCAL {
			return ChainFactor::FULL;
		}
		let known = T::Chains::age(chain).and_then(|age| Some((age, Sources::<T>::get(chain)?)));
		match known {
			Some((age, source)) => source.factor(local, age, now),
			None if local => ChainFactor::FULL,
			None => ChainFactor::NOTHING,
		}
	}

	/// The chain factor if no chain that is read had aged.
	pub(crate) fn unaged_factor(info: &KindInfo<T::AssetId>, now: Moment) -> ChainFactor {
		match T::Chains::age(info.chain()) {
			Some(_) => ChainFactor::FULL,
			None => Self::chain_factor(info, now),
		}
	}

	/// Whether more may be credited on a chain now: it is read in this relay block, its newest head is
	/// young, and no emergency level stands against it.
	pub fn takes_credit(source: SourceId) -> bool {
		let known = T::Chains::age(source).zip(Sources::<T>::get(source));
		let young = known.is_some_and(|(age, source)| {
			age.omission == 0 && age.staleness <= source.curves.initial.soft
		});
		young && T::Restrictions::level(Scope::Source(source)) == Level::Open
	}

	/// The emergency level of a kind: the higher of its own and its chain's.
	pub(crate) fn level(kind: CollateralId, info: &KindInfo<T::AssetId>) -> Level {
		T::Restrictions::kind(kind, info.chain())
	}

	/// Whether what would leave of a kind has to wait.
	pub(crate) fn is_frozen(kind: CollateralId, info: &KindInfo<T::AssetId>) -> bool {
		T::Restrictions::is_house_frozen() || Self::level(kind, info) == Level::Frozen
	}
}

impl<T: Config> SourceStates for Pallet<T> {
	fn chain_of(kind: CollateralId) -> SourceId {
		Kinds::<T>::get(kind).map_or(SourceId::LOCAL, |info| info.chain())
	}

	fn is_halted(source: SourceId) -> bool {
		let known = T::Chains::age(source).zip(Sources::<T>::get(source));
		known.is_some_and(|(age, info)| {
			info.factor(false, age, T::Time::now()).maintenance < ChainFactor::FULL.maintenance
		})
	}

	fn sources(limit: usize) -> alloc::vec::Vec<SourceId> {
		Sources::<T>::iter_keys().take(limit).collect()
	}
}

/// Name a chain or change its curves. What a change takes from maintenance credit it takes in a
/// straight line over the minimum ramp.
pub(crate) fn set<T: Config>(source: SourceId, curves: Curves) -> DispatchResult {
	ensure!(source != SourceId::LOCAL, Error::<T>::BadSource);
	ensure!(curves.is_valid(), Error::<T>::BadCurves);
	let now = T::Time::now();
	let info = match Sources::<T>::get(source) {
		None => SourceInfo::new(curves),
		Some(known) => {
			ensure!(known.share.value(now) == 0, Error::<T>::RampUnderWay);
			known.changed(curves, now, Schedule::<T>::get().minimum_ramp)
		},
	};
	Sources::<T>::insert(source, info);
	Pallet::<T>::deposit_event(Event::SourceSet { source, curves });
	Ok(())
}

impl ChainFactor {
	/// All of it.
	pub const FULL: Self = Self { initial: WAD, maintenance: WAD };
	/// Nothing of it.
	pub const NOTHING: Self = Self { initial: 0, maintenance: 0 };
}
