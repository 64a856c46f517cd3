// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `History`: what was said in the last rounds stays readable, so that anybody can see who
//! said what. The reports of the oldest kept round make room for the newest.

use crate::{crypto::AuthorityId, *};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::traits::{fungible::InspectHold, Time};
use scale_info::TypeInfo;

/// A feeder and what he has at stake.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct FeederView {
	/// Who, with which key, and why.
	pub feeder: Feeder,
	/// What is held of him.
	pub bond: Balance,
}

/// How a feed stands.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct FeedStatus {
	/// What can be done on its price now.
	pub state: PriceState,
	/// Milliseconds since its last round; `None` before the first.
	pub age_ms: Option<Moment>,
	/// That round's price.
	pub price: Price,
	/// How far the feeders' middle half lay apart, as a share of the price.
	pub confidence: FixedU128,
	/// Who reported it then, while that round is kept.
	pub feeders: Vec<AuthorityId>,
}

impl<T: Config> Pallet<T> {
	/// How many reports are cleared when the next round is decided.
	pub(crate) fn to_clear() -> u16 {
		let history = History::<T>::get();
		let full = history.len() >= HISTORY as usize;
		history.first().filter(|_| full).map_or(0, |oldest| oldest.reports)
	}

	/// A round no longer waits. Its reports are kept in the place of the oldest kept ones.
	pub(crate) fn keep(round: u64, finished: bool) {
		let waiting = Pending::<T>::mutate(|pending| pending.remove(&round));
		let reports = waiting.map_or(0, |waiting| waiting.reports);
		History::<T>::mutate(|history| {
			if history.len() >= HISTORY as usize {
				let oldest = history.remove(0);
				let _ = Reports::<T>::clear_prefix(oldest.round, u32::MAX, None);
			}
			// There is room now.
			let _ = history.try_push(Decided { round, reports, finished });
		});
	}

	/// Whether a round that does not wait was decided. Rounds are decided in their order, so what is
	/// older than the last one was, too.
	pub(crate) fn was_decided(round: u64) -> bool {
		History::<T>::get().last().is_some_and(|last| round <= last.round)
	}

	pub(crate) fn feeder_views() -> Vec<FeederView> {
		let reason = HoldReason::FeederBond.into();
		let view = |feeder: Feeder| FeederView {
			bond: T::Currency::balance_on_hold(&reason, &feeder.account),
			feeder,
		};
		Feeders::<T>::get().into_iter().map(view).collect()
	}

	pub(crate) fn status(feed: FeedId) -> Option<FeedStatus> {
		let quote = Quotes::<T>::get(feed)?;
		let now = T::Time::now();
		let last = quote.rounds.first().copied();
		let said = |round: Round| {
			let reports = Reports::<T>::iter_prefix(round.round);
			reports
				.filter(|(_, prices)| prices.iter().any(|(of, _)| *of == feed))
				.map(|(key, _)| key)
				.collect()
		};
		Some(FeedStatus {
			state: Self::feed_state(feed),
			age_ms: last.map(|round| now.saturating_sub(round.at)),
			price: last.map(|round| round.price).unwrap_or_default(),
			confidence: last.map(|round| round.confidence).unwrap_or_default(),
			feeders: last.map(said).unwrap_or_default(),
		})
	}
}
