// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `LastFinished`: when a round is decided, and what becomes of it.
//!
//! A round is decided when nothing can be lost by finishing it: its time is over, or it has a feed
//! with a quorum and no feed that the missing reports could still give one. Rounds are decided
//! oldest first, and one that waits holds up the newer ones: so none closes an older one, and a
//! feed's times never go back. A round waits from its first report on; of one of which nothing is
//! heard before the next is decided, nothing is lost but an older price.
//!
//! What a liar gains is time, and not much: a feed that it leaves out keeps the round open while the
//! honest can still give it its quorum, and whatever anybody says, the first poll at or after
//! [`Params::over`] of a round ends it. A feed that is dead for the honest does not even cost that:
//! beside a quorum `q` of `n` reports at most `n - q` are missing, and as many liars and they are
//! `2 (n - q) < q`, too few for a quorum.

use crate::{crypto::AuthorityId, types::*, *};
use alloc::{collections::BTreeMap, vec::Vec};

/// What the reports of a round come to.
pub(crate) struct Tally {
	/// Reports of present feeders.
	pub reports: u32,
	/// What each of them said.
	pub told: BTreeMap<AuthorityId, PriceList>,
	/// The running feeds.
	pub feeds: BTreeMap<FeedId, FeedInfo>,
	/// The admitted values of each running feed that has a quorum of them.
	pub values: BTreeMap<FeedId, Vec<Price>>,
	/// Whether the feeders that have not reported could give another feed a quorum.
	pub open: bool,
}

impl Tally {
	/// Whether finishing the round now loses nothing. Without a quorum there is nothing to finish:
	/// such a round waits for its end, because dropped before it could be reported to again.
	pub fn is_decided(&self) -> bool {
		!self.values.is_empty() && !self.open
	}
}

impl<T: Config> Pallet<T> {
	/// Whether `round` still takes reports.
	pub(crate) fn is_open(round: u64, now: Moment, params: &Params) -> bool {
		let finished = LastFinished::<T>::get().is_some_and(|last| round <= last.round);
		!finished && now < params.over(round)
	}

	/// Look at a round's reports. Those of keys that are no longer feeders do not count.
	pub(crate) fn tally(round: u64, feeders: &[Feeder], params: &Params) -> Tally {
		let mut told = BTreeMap::new();
		let mut said = BTreeMap::<FeedId, Vec<Price>>::new();
		for (key, prices) in Reports::<T>::iter_prefix(round) {
			if feeders.iter().any(|feeder| feeder.key == key) {
				for (feed, price) in &prices {
					said.entry(*feed).or_default().push(*price);
				}
				told.insert(key, prices);
			}
		}
		let reports = told.len() as u32;
		let n = feeders.len() as u32;
		let quorum = params.quorum(n);
		let missing = n.saturating_sub(reports);
		let mut tally = Tally {
			reports,
			told,
			feeds: Self::running().collect(),
			values: BTreeMap::new(),
			open: false,
		};
		for (feed, info) in &tally.feeds {
			let mut values = said.remove(feed).unwrap_or_default();
			values.retain(|value| info.admits(*value));
			let count = values.len() as u32;
			if count >= quorum {
				tally.values.insert(*feed, values);
			} else if count.saturating_add(missing) >= quorum {
				tally.open = true;
			}
		}
		tally
	}

	/// Finish a round: the median of every feed that has a quorum. If none has, the round is dropped
	/// and closes nothing but itself.
	///
	/// A price is no younger than its round's time allows: what lay there while polls did not run is
	/// not passed off as new.
	pub(crate) fn finish_round(
		round: u64,
		tally: Tally,
		now: Moment,
		feeders: &[Feeder],
		params: &Params,
	) {
		Self::book_round(round, &tally, feeders, params);
		Self::keep(round, !tally.values.is_empty());
		let (reports, feeders) = (tally.reports, feeders.len() as u32);
		if tally.values.is_empty() {
			Self::deposit_event(Event::RoundDropped { round, reports });
			return;
		}
		// The maximum, because `late_rounds` may have been lowered.
		let last = LastFinished::<T>::get().map_or(0, |last| last.at);
		let finished = Finished { round, at: now.min(params.over(round)).max(last) };
		LastFinished::<T>::put(finished);
		let quoted = tally.values.into_iter().filter_map(|(feed, values)| {
			let (price, state) = Self::finish_feed(feed, values, finished, feeders, params)?;
			Some((feed, price, state))
		});
		let feeds = BoundedVec::truncate_from(quoted.collect());
		Self::deposit_event(Event::RoundFinished { round, reports, feeds });
	}
}
