// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Reports` and `Pending`: what feeders said.

use crate::{crypto::*, types::*, *};
use frame_support::{ensure, traits::Time};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_application_crypto::RuntimeAppPublic;

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
			BatchFault::Order | BatchFault::NotASurface => Self::Call,
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
		Self::check_block(batch.at_block)?;
		ensure!(batch.genesis == Self::genesis_hash(), BatchFault::OtherChain);
		let params = Parameters::<T>::get();
		let now = T::Time::now();
		ensure!(batch.round <= params.round(now), BatchFault::RoundAhead);
		ensure!(Self::is_open(batch.round, now, &params), BatchFault::RoundClosed);
		let feeder = Self::feeder(batch.feeder)?;
		ensure!(!Reports::<T>::contains_key(batch.round, &feeder), BatchFault::Reported);
		let pending = Pending::<T>::get();
		let waits = pending.contains_key(&batch.round);
		// Its time may have been made longer after it was dropped.
		ensure!(waits || !Self::was_decided(batch.round), BatchFault::RoundClosed);
		ensure!(waits || pending.len() < MAX_PENDING as usize, BatchFault::Backlog);
		Ok(feeder)
	}

	/// That a batch's block is there and not too old.
	pub(crate) fn check_block(at: BlockNumberFor<T>) -> Result<(), BatchFault> {
		let block = frame_system::Pallet::<T>::block_number();
		ensure!(at <= block, BatchFault::BlockAhead);
		let lifetime = BlockNumberFor::<T>::from(BATCH_BLOCKS);
		ensure!(at.saturating_add(lifetime) >= block, BatchFault::BlockPast);
		Ok(())
	}

	/// The key of a feeder by its place.
	pub(crate) fn feeder(place: u16) -> Result<AuthorityId, BatchFault> {
		let feeders = Feeders::<T>::get();
		let feeder = feeders.get(usize::from(place)).ok_or(BatchFault::NotAFeeder)?;
		Ok(feeder.key.clone())
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
			Some(waiting) => {
				waiting.reports = waiting.reports.saturating_add(1);
				Ok(())
			},
			None => {
				let full = Error::<T>::Batch(BatchFault::Backlog);
				let first = Waiting { reports: 1, looked: 0 };
				pending.try_insert(batch.round, first).map(|_| ()).map_err(|_| full)
			},
		})?;
		Reports::<T>::insert(batch.round, feeder, batch.prices);
		Ok(())
	}

	/// Remember that a round was looked at and is not decided: it is not worth a second look before
	/// another report or its end. New feeders, halts and parameters are seen then, too.
	pub(crate) fn put_off(round: u64) {
		Pending::<T>::mutate(|pending| {
			if let Some(waiting) = pending.get_mut(&round) {
				waiting.looked = waiting.reports;
			}
		});
	}
}
