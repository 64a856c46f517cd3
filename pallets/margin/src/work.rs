// SPDX-License-Identifier: GPL-3.0-or-later

//! What sessions did, and what that weighs (ADR 40).
//!
//! Each part has a benchmark of its own, with one component: what one more of it costs is the slope there, and
//! what a valuation costs besides is what is fixed there. An expiry that comes has a position, and an
//! underlying an expiry; of what they cost, theirs is what is beyond that.

use super::*;
use frame_support::weights::Weight;
use straddle_traits::{each, fixed, Work};

impl MarginAccount {
	/// What valuing it once comes to.
	pub(crate) fn work(&self) -> Work {
		let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
		let expiry = |series: &Series| (series.underlying, series.expiry);
		let positions = self.positions.iter().map(|(series, _)| series);
		let mut work = Work {
			valuations: 1,
			positions: count(self.positions.len()),
			orders: count(self.resting().count()),
			lots: count(self.lots.len()),
			..Work::default()
		};
		let mut before = None;
		// They are sorted by these first.
		for (underlying, at) in positions.map(expiry) {
			let known = before.is_some_and(|(known, _)| known == underlying);
			work.underlyings = work.underlyings.saturating_add(u32::from(!known));
			let known = before == Some((underlying, at));
			work.expiries = work.expiries.saturating_add(u32::from(!known));
			before = Some((underlying, at));
		}
		work
	}
}

/// What one more costs by each of these, of which each comes with one of those before it, if it costs more than
/// that.
fn own<const N: usize>(of: [fn(u32) -> Weight; N]) -> [Weight; N] {
	let mut before = Weight::zero();
	of.map(|of| {
		let slope = each(of);
		let own = slope.saturating_sub(before);
		before = before.max(slope);
		own
	})
}

impl<T: Config> Pallet<T> {
	/// [`straddle_traits::Risk::work_weight`].
	pub(crate) fn weight_of(work: &Work) -> Weight {
		type W<T> = <T as Config>::WeightInfo;
		let [position, expiry, underlying] =
			own([W::<T>::value_positions, W::<T>::value_expiries, W::<T>::value_underlyings]);
		let [new_series, new_expiry, new_underlying] =
			own([W::<T>::learn_series, W::<T>::learn_expiries, W::<T>::learn_underlyings]);
		let parts = [
			// Whoever values an account has read it, and is charged for its proof.
			(fixed(W::<T>::value_positions).set_proof_size(0), work.valuations),
			(position, work.positions),
			(expiry, work.expiries),
			(underlying, work.underlyings),
			(each(W::<T>::value_orders), work.orders),
			(each(W::<T>::value_lots), work.lots),
			(new_series, work.new_series),
			(new_expiry, work.new_expiries),
			(new_underlying, work.new_underlyings),
			(each(W::<T>::learn_kinds), work.new_kinds),
		];
		let sum = parts.into_iter().fold(Weight::zero(), |sum, (each, times)| {
			sum.saturating_add(each.saturating_mul(times.into()))
		});
		sum.saturating_add(T::Ladder::weight(work.moved))
	}
}
