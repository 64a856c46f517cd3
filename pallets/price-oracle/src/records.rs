// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Records`: what each feeder did, booked once when a round is decided.
//!
//! A fault is counted only where others vouch for it. A deviation counts where a quorum of feeders lies
//! close to the median: then fewer than a third can have deviated, and as long as fewer than a third
//! lie, none of the honest has. Silence is punishable in rounds that others finished. Surface rounds are
//! booked by the same rules, apart from those of prices: there are fewer of them, and whoever fails in one
//! does not make up for it by the other.

use crate::{stats, surface::Said, types::*, *};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::traits::Time;
use rounds::Tally;

/// What counts as right for one feed in one round of prices.
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

/// What was heard of a feeder in a round.
#[derive(Clone, Copy, Default)]
struct Heard {
	/// He reported.
	told: bool,
	/// Something that he said counted.
	counted: bool,
	/// Something was far from what a quorum agreed on.
	wrong: bool,
	/// So much was right.
	right: u32,
}

impl Heard {
	/// One thing that he said: whether it is right, and whether a quorum vouches for that.
	fn judge(&mut self, right: bool, vouched: bool) {
		if right {
			self.right = self.right.saturating_add(1);
		} else {
			self.wrong |= vouched;
		}
	}

	/// What he is booked for. `finished`: others found a quorum.
	fn score(self, finished: bool) -> Score {
		let silent = !self.counted && finished;
		let dropped = !self.counted && !finished && !self.told;
		Score {
			rounds: 1,
			accepted: self.counted.into(),
			silent: silent.into(),
			dropped: dropped.into(),
			deviated: self.wrong.into(),
			points: if self.wrong { 0 } else { self.right },
			offences: 0,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Book what each feeder did in a round that is decided now. Those who came after it began are not
	/// judged by it.
	pub(crate) fn book_round(round: u64, tally: &Tally, feeders: &[Feeder], params: &Params) {
		let incentives = Incentives::<T>::get();
		let quorum = params.quorum(feeders.len() as u32);
		let band = |(feed, values): (&FeedId, &Vec<Price>)| {
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
		let told = tally.told.get(key);
		let admitted = told
			.into_iter()
			.flatten()
			.filter(|(feed, price)| tally.feeds.get(feed).is_some_and(|info| info.admits(*price)));
		let mut heard = Heard { told: told.is_some(), ..Default::default() };
		for (feed, price) in admitted {
			heard.counted = true;
			if let Some(band) = bands.get(feed) {
				heard.judge(band.holds(*price), band.agreed);
			}
		}
		heard.score(!bands.is_empty())
	}

	/// Book what each feeder did in a surface round that is finished now: `told` by places among the feeders,
	/// what counted of it by expiry, and the rows that a quorum agreed on. `round` is the price round with
	/// which it began. A slice on which its feeder does not rely can be neither right nor wrong.
	pub(crate) fn book_surface(
		round: u64,
		told: &BTreeMap<usize, Slices>,
		said: &BTreeMap<Moment, Vec<Said>>,
		agreed: &BTreeMap<Moment, Row>,
		feeders: &[Feeder],
		quorum: u32,
	) {
		let incentives = Incentives::<T>::get();
		let mut heard = feeders.iter().map(|_| Heard::default()).collect::<Vec<_>>();
		for (expiry, slices) in said {
			let row = agreed.get(expiry);
			let agrees = |one: &Said| row.is_some_and(|row| row.agrees(one, &incentives));
			let vouched = slices.iter().filter(|one| agrees(one)).count() >= quorum as usize;
			for one in slices.iter().filter(|one| one.is_meant()) {
				if let Some(heard) = heard.get_mut(one.feeder) {
					heard.counted = true;
					if row.is_some() {
						heard.judge(agrees(one), vouched);
					}
				}
			}
		}
		Records::<T>::mutate(|records| {
			for (place, (feeder, mut heard)) in feeders.iter().zip(heard).enumerate() {
				heard.told = told.contains_key(&place);
				let record = records.get_mut(&feeder.account);
				if let Some(record) = record.filter(|record| record.since <= round) {
					record.surfaces.add(&heard.score(!agreed.is_empty()));
				}
			}
		});
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
