// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors that this pallet opens to others.

use crate::{credit, groups, pallet::*};
use alloc::collections::BTreeMap;
use frame_support::traits::Time;
use sp_runtime::DispatchError;
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_traits::{CollateralCredit, Level, Prices};

impl<T: Config> Pallet<T> {
	/// The stablecoin's price; `NonPositive` while it is not listed.
	fn peg_at(lens: Lens) -> Reading {
		let feed = Kinds::<T>::get(CASH).map(|cash| cash.feed);
		feed.map_or_else(Reading::default, |feed| credit::peg(T::Prices::reading(feed, lens)))
	}
}

/// What one dispatch or hook has read of kinds: [`CollateralCredit::Session`].
#[derive(Default)]
pub struct Known {
	lots: BTreeMap<(CollateralId, Lens), (FeedId, credit::Lot)>,
	/// The stablecoin's price, which is every lot's unit.
	pegs: BTreeMap<Lens, Reading>,
	/// Lots count as if no chain had aged.
	unaged: bool,
}

impl Known {
	/// A kind's feed, and a lot of this amount.
	fn lot<T: Config>(
		&mut self,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<(FeedId, credit::Lot), DispatchError> {
		let (feed, lot) = match self.lots.get(&(kind, lens)) {
			Some(known) => known.clone(),
			None => {
				let peg = self.pegs.entry(lens).or_insert_with(|| Pallet::<T>::peg_at(lens));
				let known = Pallet::<T>::read(kind, lens, *peg, self.unaged)?;
				self.lots.insert((kind, lens), known.clone());
				known
			},
		};
		Ok((feed, credit::Lot { amount, ..lot }))
	}
}

impl<T: Config> Pallet<T> {
	/// A lot of nothing of this kind: all that does not depend on the amount.
	fn read(
		kind: CollateralId,
		lens: Lens,
		peg: Reading,
		unaged: bool,
	) -> Result<(FeedId, credit::Lot), DispatchError> {
		let info = Kinds::<T>::get(kind).ok_or(Error::<T>::NotListed)?;
		let now = T::Time::now();
		let (initial, maintenance) = info.weights(now);
		// Of a restricted kind nothing counts for opening.
		let initial = if Self::level(kind, &info) == Level::Open { initial } else { 0 };
		let chain =
			if unaged { Self::unaged_factor(&info, now) } else { Self::chain_factor(&info, now) };
		let concentration = info
			.concentration(Credited::<T>::get(kind), now)
			.map_err(|_| Error::<T>::ValueOverflow)?
			.min(groups::concentration::<T>(&info, now)?);
		let lot = credit::Lot {
			amount: 0,
			decimals: info.decimals,
			price: T::Prices::reading(info.feed, lens),
			initial,
			maintenance,
			chain,
			concentration,
			peg,
			now,
			grace: Schedule::<T>::get().unusable_grace,
		};
		Ok((info.feed, lot))
	}
}

impl<T: Config> CollateralCredit for Pallet<T> {
	type Session = Known;

	fn credit_in(
		known: &mut Known,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<LotCredit, DispatchError> {
		let (_, lot) = known.lot::<T>(kind, amount, lens)?;
		let value = match kind {
			CASH => at_par(amount, lot.decimals),
			_ => lot.credit(),
		};
		value.map_err(|_| Error::<T>::ValueOverflow.into())
	}

	fn units_in(
		known: &mut Known,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<Option<LotUnits>, DispatchError> {
		let (feed, lot) = known.lot::<T>(kind, amount, lens)?;
		if kind == CASH || !lot.is_usable() {
			return Ok(None);
		}
		lot.units(feed).map(Some).map_err(|_| Error::<T>::ValueOverflow.into())
	}

	fn ignore_age(known: &mut Known) {
		known.unaged = true;
	}

	/// One while the stablecoin is not listed: then there is no cash.
	fn cash_unit() -> u128 {
		let decimals = Kinds::<T>::get(CASH).map_or(0, |cash| cash.decimals);
		10u128.saturating_pow(decimals.into())
	}

	fn peg() -> Reading {
		Self::peg_at(Lens::Latest)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> alloc::vec::Vec<CollateralId> {
		crate::benchmarking::kinds::<T>()
	}
}

/// Cash counts at par: it is the unit.
fn at_par(amount: u128, decimals: u8) -> straddle_math::Result<LotCredit> {
	let value = straddle_math::haircut::credit(amount, decimals, WAD, WAD, WAD, WAD)?;
	let value = Money::from_inner(value);
	let state = PriceState::Valid;
	Ok(LotCredit { full: value, initial: value, maintenance: value, state })
}
