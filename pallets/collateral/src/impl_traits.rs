// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors that this pallet opens to others.

use crate::{
	credit, groups,
	pallet::*,
	types::{Ramp, UNUSABLE_SHARE},
};
use alloc::collections::{btree_map::Entry, BTreeMap};
use frame_support::traits::Time;
use sp_runtime::DispatchError;
use straddle_math::fixed::WAD;
use straddle_primitives::*;
use straddle_traits::{CollateralCredit, Haircuts, KindDrivers, Level, Prices};

impl<T: Config> Pallet<T> {
	/// The stablecoin's price; `NonPositive` while it is not listed.
	fn peg_at(lens: Lens) -> Reading {
		let feed = Self::cash_feed();
		feed.map_or_else(Reading::default, |feed| credit::peg(T::Prices::reading(feed, lens)))
	}
}

/// What one dispatch or hook has read of kinds: [`CollateralCredit::Session`].
#[derive(Default)]
pub struct Known {
	kinds: BTreeMap<(CollateralId, Lens), KnownKind>,
	/// The stablecoin's price, which is every lot's unit.
	pegs: BTreeMap<Lens, Reading>,
	/// Lots count as if no chain had aged.
	unaged: bool,
}

/// What was read of a kind.
#[derive(Clone)]
struct KnownKind {
	feed: FeedId,
	chain: SourceId,
	/// Its weight for being left alone.
	maintenance: Ramp,
	/// A lot of nothing of it: all that does not depend on the amount.
	lot: credit::Lot,
}

impl Known {
	fn kind<T: Config>(
		&mut self,
		kind: CollateralId,
		lens: Lens,
	) -> Result<&KnownKind, DispatchError> {
		match self.kinds.entry((kind, lens)) {
			Entry::Occupied(known) => Ok(known.into_mut()),
			Entry::Vacant(place) => {
				let peg = self.pegs.entry(lens).or_insert_with(|| Pallet::<T>::peg_at(lens));
				Ok(place.insert(Pallet::<T>::read(kind, lens, *peg, self.unaged)?))
			},
		}
	}

	/// A kind's feed, and a lot of this amount.
	fn lot<T: Config>(
		&mut self,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<(FeedId, credit::Lot), DispatchError> {
		let KnownKind { feed, lot, .. } = self.kind::<T>(kind, lens)?.clone();
		Ok((feed, credit::Lot { amount, ..lot }))
	}
}

impl<T: Config> Pallet<T> {
	/// All that a kind's lots have in common.
	fn read(
		kind: CollateralId,
		lens: Lens,
		peg: Reading,
		unaged: bool,
	) -> Result<KnownKind, DispatchError> {
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
		let chain = info.chain();
		Ok(KnownKind { feed: info.feed, chain, maintenance: info.maintenance, lot })
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

	/// At the latest prices. A ramp that is under way goes down in a straight line, and up at once.
	fn drivers_in(
		known: &mut Known,
		kind: CollateralId,
		within_ms: Moment,
	) -> Result<KindDrivers, DispatchError> {
		let known = known.kind::<T>(kind, Lens::Latest)?;
		let share = |weight: i128| FixedU128::from_inner(weight.max(0).unsigned_abs());
		let later = known.maintenance.value(known.lot.now.saturating_add(within_ms));
		Ok(KindDrivers {
			feed: known.feed,
			state: known.lot.price.state,
			chain: (known.chain != SourceId::LOCAL).then_some(known.chain),
			weight: share(known.lot.maintenance),
			lowest_weight: share(known.lot.maintenance.min(later)),
		})
	}

	fn ignore_age(known: &mut Known) {
		known.unaged = true;
	}

	/// One while the stablecoin is not listed: then there is no cash.
	fn cash_unit() -> u128 {
		let decimals = Kinds::<T>::get(CASH).map_or(0, |cash| cash.decimals);
		10u128.saturating_pow(decimals.into())
	}

	fn cash_feed() -> Option<FeedId> {
		Kinds::<T>::get(CASH).map(|cash| cash.feed)
	}

	fn peg() -> Reading {
		Self::peg_at(Lens::Latest)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> alloc::vec::Vec<CollateralId> {
		crate::benchmarking::kinds::<T>()
	}
}

impl<T: Config> Haircuts for Pallet<T> {
	fn chain_factors(source: SourceId) -> [FixedU128; 2] {
		let now = T::Time::now();
		let of = |local| Self::factor_on(source, local, now).maintenance.max(0).unsigned_abs();
		[false, true].map(of).map(FixedU128::from_inner)
	}

	/// As [`credit::Lot::credit`] counts it.
	fn price_share(reading: &Reading) -> FixedU128 {
		let silent = || T::Time::now().saturating_sub(reading.at);
		match reading.state {
			PriceState::Valid | PriceState::Uncertain => FixedU128::from_u32(1),
			_ if silent() < Schedule::<T>::get().unusable_grace => UNUSABLE_SHARE.into(),
			_ => FixedU128::from_u32(0),
		}
	}
}

/// Cash counts at par: it is the unit.
fn at_par(amount: u128, decimals: u8) -> straddle_math::Result<LotCredit> {
	let value = straddle_math::haircut::credit(amount, decimals, WAD, WAD, WAD, WAD)?;
	let value = Money::from_inner(value);
	let state = PriceState::Valid;
	Ok(LotCredit { full: value, initial: value, maintenance: value, state })
}
