// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Records`: what each feeder did, booked once when a round is decided.
//!
//! A fault is counted only where others vouch for it. A deviation counts where a quorum of feeders lies
//! close to the median: then fewer than a third can have deviated, and as long as fewer than a third
//! lie, none of the honest has. Silence is punishable in rounds that others finished.

use crate::{stats, types::*, *};
use alloc::collections::BTreeMap;
use frame_support::traits::Time;
use rounds::Tally;

/// What counts as right for one feed in one round.
struct Band {
	low: Price,
	high: Price,
	/// Whether a quorum is within: then who is not has deviated.
	agreed: bool,
}

impl Band {
	/// From the admitted values of a feed that has a quorum of them.
	fn new(values: &[Price], share: Permill, quorum: u32) -> Option<Self> {
		let middle = stats::median(values)?.into_inner();
		let width = share.mul_floor(middle);
		let low = Price::from_inner(middle.saturating_sub(width));
		let high = Price::from_inner(middle.saturating_add(width));
		let mut band = Self { low, high, agreed: false };
		let within = values.iter().filter(|value| band.holds(**value)).count();
		band.agreed = within >= quorum as usize;
		Some(band)
	}

	fn holds(&self, value: Price) -> bool {
		self.low <= value && value <= self.high
	}
}

impl<T: Config> Pallet<T> {
	/// Book what each feeder did in a round that is decided now. Those who came after it began are not
	/// judged by it.
	pub(crate) fn book_round(round: u64, tally: &Tally, feeders: &[Feeder], params: &Params) {
		let incentives = Incentives::<T>::get();
		let quorum = params.quorum(feeders.len() as u32);
		let band = |(feed, values): (&FeedId, &alloc::vec::Vec<Price>)| {
			let kind = tally.feeds.get(feed)?.kind;
			Some((*feed, Band::new(values, incentives.deviation_of(kind), quorum)?))
		};
		let bands = tally.values.iter().filter_map(band).collect::<BTreeMap<_, _>>();
		Records::<T>::mutate(|records| {
			for feeder in feeders {
				let record = records.get_mut(&feeder.account);
				if let Some(record) = record.filter(|record| record.since <= round) {
					record.score.add(&Self::judge(&feeder.key, tally, &bands));
				}
			}
		});
	}

	fn judge(key: &crypto::AuthorityId, tally: &Tally, bands: &BTreeMap<FeedId, Band>) -> Score {
		let mut score = Score { rounds: 1, ..Default::default() };
		let told = tally.told.get(key);
		let admitted = told
			.into_iter()
			.flatten()
			.filter(|(feed, price)| tally.feeds.get(feed).is_some_and(|info| info.admits(*price)));
		let (mut counted, mut wrong) = (false, false);
		for (feed, price) in admitted {
			counted = true;
			if let Some(band) = bands.get(feed) {
				if band.holds(*price) {
					score.points = score.points.saturating_add(1);
				} else {
					wrong |= band.agreed;
				}
			}
		}
		if counted {
			score.accepted = 1;
		} else if !bands.is_empty() {
			score.silent = 1;
		} else if told.is_none() {
			score.dropped = 1;
		}
		if wrong {
			score.deviated = 1;
			score.points = 0;
		}
		score
	}

	/// A record for each feeder; those that are new or have a new key are judged from the next round on.
	pub(crate) fn open_records(feeders: &[Feeder], before: &[Feeder]) {
		let now = T::Time::now();
		let next = Parameters::<T>::get().round(now).saturating_add(1);
		Records::<T>::mutate(|records| {
			for feeder in feeders {
				let sat = before.iter().any(|b| b.account == feeder.account && b.key == feeder.key);
				if !records.contains_key(&feeder.account) {
					if records.len() >= MAX_RECORDS as usize {
						Self::drop_record(records, feeders, now);
					}
					let _ = records.try_insert(feeder.account.clone(), Default::default());
				} else if sat {
					continue;
				}
				if let Some(record) = records.get_mut(&feeder.account) {
					record.since = next;
				}
			}
		});
	}

	/// Make room: forget one who has no seat, and of those the one with the least to remember.
	fn drop_record(records: &mut RecordsOf, feeders: &[Feeder], now: Moment) {
		let absent = |who: &AccountId32| !feeders.iter().any(|feeder| feeder.account == *who);
		let least = records
			.iter()
			.filter(|(who, _)| absent(who))
			.min_by_key(|(_, record)| {
				let excluded = record.excluded.filter(|until| now < *until).unwrap_or_default();
				(excluded, record.strikes, record.lifetime.rounds)
			})
			.map(|(who, _)| who.clone());
		if let Some(who) = least {
			records.remove(&who);
		}
	}
}
