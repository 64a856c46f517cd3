// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Feeders`, `Reports`, `Pending` and `LastFinished`: what feeders said and who they are.

use crate::{crypto::*, types::*, *};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{ensure, traits::Time};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_application_crypto::RuntimeAppPublic;
use sp_runtime::traits::UniqueSaturatedInto;

/// Rejections that have no name of their own among `InvalidTransaction`.
pub mod rejection {
	/// The batch was signed for another chain.
	pub const OTHER_CHAIN: u8 = 1;
	/// The batch's round is finished or too old.
	pub const ROUND_CLOSED: u8 = 2;
}

/// How many blocks old the block in a batch may be.
pub const BATCH_BLOCKS: u32 = 64;
/// How long a batch may wait in a pool. It must outlive two authors who leave it out.
pub const BATCH_LONGEVITY: TransactionLongevity = 3;
/// Above all that users may pay: the pool orders oracle batches first, then liquidations.
pub const BATCH_PRIORITY: TransactionPriority = TransactionPriority::MAX - 1;

impl From<BatchFault> for InvalidTransaction {
	fn from(fault: BatchFault) -> Self {
		match fault {
			BatchFault::NotAFeeder => Self::BadSigner,
			BatchFault::OtherChain => Self::Custom(rejection::OTHER_CHAIN),
			BatchFault::RoundAhead | BatchFault::BlockAhead => Self::Future,
			BatchFault::RoundClosed => Self::Custom(rejection::ROUND_CLOSED),
			BatchFault::BlockPast => Self::AncientBirthBlock,
			BatchFault::Reported => Self::Stale,
			BatchFault::Order => Self::Call,
			BatchFault::Backlog => Self::ExhaustsResources,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Hash of the block that names this chain.
	pub fn genesis_hash() -> T::Hash {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

	/// Everything about a batch but its signature, cheapest first. Returns who should have signed.
	pub(crate) fn check(batch: &BatchOf<T>) -> Result<AuthorityId, BatchFault> {
		let pairs = batch.prices.windows(2);
		let ordered = pairs.into_iter().all(|pair| matches!(pair, [a, b] if a.0 < b.0));
		ensure!(ordered && !batch.prices.is_empty(), BatchFault::Order);
		let block = frame_system::Pallet::<T>::block_number();
		ensure!(batch.at_block <= block, BatchFault::BlockAhead);
		let lifetime = BlockNumberFor::<T>::from(BATCH_BLOCKS);
		ensure!(batch.at_block.saturating_add(lifetime) >= block, BatchFault::BlockPast);
		ensure!(batch.genesis == Self::genesis_hash(), BatchFault::OtherChain);
		let params = Parameters::<T>::get();
		let round = params.round(T::Time::now());
		ensure!(batch.round <= round, BatchFault::RoundAhead);
		ensure!(Self::is_open(batch.round, round, &params), BatchFault::RoundClosed);
		let feeders = Feeders::<T>::get();
		let feeder = feeders.get(usize::from(batch.feeder)).ok_or(BatchFault::NotAFeeder)?;
		ensure!(!Reports::<T>::contains_key(batch.round, feeder), BatchFault::Reported);
		let pending = Pending::<T>::get();
		let room = pending.contains_key(&batch.round) || pending.len() < MAX_PENDING as usize;
		ensure!(room, BatchFault::Backlog);
		Ok(feeder.clone())
	}

	/// Whether `round` still takes reports in the round `current`.
	fn is_open(round: u64, current: u64, params: &Params) -> bool {
		let late = round.saturating_add(params.late_rounds.into()) < current;
		!late && LastFinished::<T>::get().is_none_or(|last| round > last.round)
	}

	/// The door of the pool. Batches come from the node's own worker, from other nodes' pools and in
	/// blocks; all are checked alike, so the source does not matter.
	pub(crate) fn authorize_report(
		_source: TransactionSource,
		batch: &BatchOf<T>,
		signature: &AuthoritySignature,
	) -> TransactionValidityWithRefund {
		let feeder = Self::check(batch).map_err(InvalidTransaction::from)?;
		ensure!(feeder.verify(&batch.payload(), signature), InvalidTransaction::BadProof);
		let validity = ValidTransaction::with_tag_prefix("straddle/price-oracle")
			.priority(BATCH_PRIORITY)
			.longevity(BATCH_LONGEVITY)
			.and_provides((feeder, batch.round))
			.propagate(true)
			.build()?;
		Ok((validity, Weight::zero()))
	}

	/// Only stores: what a batch does is done by the next block, under that block's own meter.
	pub(crate) fn do_report(batch: BatchOf<T>) -> DispatchResult {
		let feeder = Self::check(&batch).map_err(Error::<T>::Batch)?;
		Pending::<T>::try_mutate(|pending| match pending.get_mut(&batch.round) {
			Some(count) => {
				*count = count.saturating_add(1);
				Ok(())
			},
			None => {
				let full = Error::<T>::Batch(BatchFault::Backlog);
				pending.try_insert(batch.round, 1).map(|_| ()).map_err(|_| full)
			},
		})?;
		Reports::<T>::insert(batch.round, feeder, batch.prices);
		Ok(())
	}

	/// The oldest round before `current` on which something can be decided: whether it may have a
	/// quorum or is to be dropped, and how many reports it has.
	pub(crate) fn next_due(current: u64, params: &Params, feeders: u32) -> Option<(u64, u32)> {
		let quorum = params.quorum(feeders);
		let due = |round: u64, count: u32| {
			round < current && (count >= quorum || !Self::is_open(round, current, params))
		};
		let mut rounds =
			Pending::<T>::get().into_iter().map(|(round, count)| (round, count.into()));
		rounds.find(|&(round, count)| due(round, count))
	}

	/// Take a round's reports out of storage. Those of keys that are no longer feeders do not count.
	pub(crate) fn take_reports(round: u64, feeders: &[AuthorityId]) -> Vec<PriceList> {
		let reports = Reports::<T>::drain_prefix(round).collect::<Vec<_>>();
		Pending::<T>::mutate(|pending| pending.remove(&round));
		let heard = reports.into_iter().filter(|(feeder, _)| feeders.contains(feeder));
		heard.map(|(_, prices)| prices).collect()
	}

	/// Finish a round: the median of every feed that has a quorum of its own, or, if the round has
	/// none, drop it. A round older than the last finished one is dropped too: times never go back.
	pub(crate) fn finish_round(round: u64, now: Moment, feeders: &[AuthorityId], params: &Params) {
		let last = LastFinished::<T>::get();
		let reports = Self::take_reports(round, feeders);
		let count = reports.len() as u32;
		let n = feeders.len() as u32;
		let goes_back = last.is_some_and(|last| round <= last.round || now < last.at);
		if count < params.quorum(n) || goes_back {
			Self::deposit_event(Event::RoundDropped { round, reports: count });
			return;
		}
		let finished = Finished { round, at: now };
		LastFinished::<T>::put(finished);
		let mut values = BTreeMap::<FeedId, Vec<Price>>::new();
		for (feed, price) in reports.into_iter().flatten() {
			values.entry(feed).or_default().push(price);
		}
		let quorum = params.quorum(n) as usize;
		let feeds = values
			.into_iter()
			.filter(|(_, values)| values.len() >= quorum)
			.filter_map(|(feed, values)| {
				let (price, state) = Self::finish_feed(feed, values, finished, n, params)?;
				Some((feed, price, state))
			})
			.collect();
		let feeds = BoundedVec::truncate_from(feeds);
		Self::deposit_event(Event::RoundFinished { round, reports: count, feeds });
	}

	/// Take over the keys of a new set of collators.
	pub(crate) fn set_feeders(keys: impl Iterator<Item = AuthorityId>) {
		let mut feeders = Vec::<AuthorityId>::new();
		for key in keys {
			if !feeders.contains(&key) {
				feeders.push(key);
			}
		}
		if feeders.len() > MAX_FEEDERS as usize {
			log::warn!(target: LOG_TARGET, "{} feeders: {MAX_FEEDERS} are heard", feeders.len());
		}
		let feeders = BoundedVec::truncate_from(feeders);
		if feeders != Feeders::<T>::get() {
			let count = feeders.len().unique_saturated_into();
			Feeders::<T>::put(feeders);
			Self::deposit_event(Event::FeedersChanged { count });
		}
	}
}
