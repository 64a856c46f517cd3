// SPDX-License-Identifier: GPL-3.0-or-later

//! Which sources fail, and for how long they are left alone: one record in the node's local storage.

use super::sources::name;
use crate::{types::*, *};
use alloc::{collections::BTreeMap, string::String};
use sp_runtime::offchain::storage::StorageValueRef;

/// Local storage: the record. At most one entry for each source of the chain's feeds.
pub const HEALTH_KEY: &[u8] = b"straddle::oracle::backoff";
/// The longest pause of a source, in rounds.
pub const LONGEST_PAUSE: u64 = 32;
/// A feed without a value for so many rounds running is an error, and again after so many more.
pub const SILENT_ROUNDS: u32 = 3;
const SILENT_AGAIN: u32 = 30;

/// A source that failed when it was last asked.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Failing {
	/// How many times in a row.
	pub times: u32,
	/// The round of the last time.
	pub round: u64,
}

impl Failing {
	/// Rounds from the last failure to the next question.
	pub fn pause(&self) -> u64 {
		let doubled = 1u64.checked_shl(self.times.saturating_sub(1)).unwrap_or(LONGEST_PAUSE);
		doubled.min(LONGEST_PAUSE)
	}
}

/// What this node remembers of its sources and feeds.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Health {
	/// Those that failed when they were last asked.
	pub sources: BTreeMap<Source, Failing>,
	/// Feeds without a value, and for how many rounds running.
	pub silent: BTreeMap<FeedId, u32>,
}

impl Health {
	/// As it is stored. What cannot be read is nothing.
	pub fn load() -> Self {
		StorageValueRef::persistent(HEALTH_KEY).get().ok().flatten().unwrap_or_default()
	}

	/// For the next round, without the sources and feeds that are no longer listed.
	pub fn store<T: Config>(mut self) {
		let feeds = Feeds::<T>::iter().collect::<BTreeMap<_, _>>();
		let listed = |source: &Source| feeds.values().any(|info| info.sources.contains(source));
		self.sources.retain(|source, _| listed(source));
		self.silent.retain(|feed, _| feeds.contains_key(feed));
		StorageValueRef::persistent(HEALTH_KEY).set(&self);
	}

	/// Whether a source's pause is over. A chain that begins again has no pauses.
	pub fn is_due(&self, source: &Source, round: u64) -> bool {
		self.sources.get(source).is_none_or(|failing| {
			round < failing.round || round >= failing.round.saturating_add(failing.pause())
		})
	}

	/// A source was asked in `round` and failed for this reason, or did not. A line is logged
	/// unless it was asked within its pause, for want of another.
	pub fn note(&mut self, source: &Source, round: u64, failure: Option<String>) {
		let due = self.is_due(source, round);
		let Some(reason) = failure else {
			if let Some(failing) = self.sources.remove(source) {
				let (name, times) = (name(source), failing.times);
				log::info!(target: LOG_TARGET, "{name} is back after {times} failures");
			}
			return;
		};
		let failing = self.sources.entry(source.clone()).or_insert(Failing { times: 0, round });
		failing.round = round;
		failing.times = failing.times.saturating_add(1);
		let (name, pause) = (name(source), failing.pause());
		if due {
			log::warn!(target: LOG_TARGET, "{name} failed: {reason}; asked again in {pause} rounds");
		} else {
			log::debug!(target: LOG_TARGET, "{name} failed again: {reason}");
		}
	}

	/// A feed has a value, or has none.
	pub fn note_feed(&mut self, feed: FeedId, round: u64, has_value: bool) {
		if has_value {
			self.silent.remove(&feed);
			return;
		}
		let rounds = self.silent.entry(feed).or_default();
		*rounds = rounds.saturating_add(1);
		let count = *rounds;
		let since = count.checked_sub(SILENT_ROUNDS).and_then(|n| n.checked_rem(SILENT_AGAIN));
		if since == Some(0) {
			log::error!(
				target: LOG_TARGET,
				"round {round}: feed {} has had no value for {count} rounds", feed.0
			);
		}
	}
}
