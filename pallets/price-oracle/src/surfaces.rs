// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `SurfaceReports`, `SurfacePending` and `Surfaces`: slices as they come in, and what a quorum
//! of them makes of an option market (RISK.md 4).

use crate::{crypto::*, slices::*, types::*, *};
use frame_support::{ensure, traits::Time};
use sp_application_crypto::RuntimeAppPublic;

impl<T: Config> Pallet<T> {
	/// Everything about a batch but its signature. Returns who should have signed.
	pub(crate) fn check_surface(batch: &SurfaceBatchOf<T>) -> Result<AuthorityId, BatchFault> {
		let pairs = batch.slices.windows(2);
		let ordered = pairs.into_iter().all(|pair| matches!(pair, [a, b] if a.expiry < b.expiry));
		ensure!(ordered && !batch.slices.is_empty(), BatchFault::Order);
		Self::check_block(batch.at_block)?;
		ensure!(batch.genesis == Self::genesis_hash(), BatchFault::OtherChain);
		let params = Parameters::<T>::get();
		let now = T::Time::now();
		ensure!(batch.round <= params.surface_round(now), BatchFault::RoundAhead);
		ensure!(now < params.surface_over(batch.round), BatchFault::RoundClosed);
		let feeder = Self::feeder(batch.feeder)?;
		let is_surface =
			Quotes::<T>::get(batch.feed).is_some_and(|quote| quote.kind == FeedKind::Surface);
		ensure!(is_surface, BatchFault::NotASurface);
		let key = (batch.feed, batch.round);
		ensure!(!SurfaceReports::<T>::contains_key(key, &feeder), BatchFault::Reported);
		let pending = SurfacePending::<T>::get();
		let waits = pending.contains_key(&(batch.round, batch.feed));
		let finished = Surfaces::<T>::get(batch.feed).round >= batch.round;
		ensure!(waits || !finished, BatchFault::RoundClosed);
		let room = waits || pending.len() < MAX_SURFACES_PENDING as usize;
		ensure!(room, BatchFault::Backlog);
		Ok(feeder)
	}

	pub(crate) fn authorize_report_surface(
		_source: TransactionSource,
		batch: &SurfaceBatchOf<T>,
		signature: &AuthoritySignature,
	) -> TransactionValidityWithRefund {
		let feeder = Self::check_surface(batch).map_err(InvalidTransaction::from)?;
		ensure!(feeder.verify(&batch.payload(), signature), InvalidTransaction::BadProof);
		let validity = ValidTransaction::with_tag_prefix("straddle/price-oracle/surface")
			.priority(BATCH_PRIORITY)
			.longevity(BATCH_LONGEVITY)
			.and_provides((feeder, batch.feed, batch.round))
			.propagate(true)
			.build()?;
		Ok((validity, Weight::zero()))
	}

	/// Only stores.
	pub(crate) fn do_report_surface(batch: SurfaceBatchOf<T>) -> DispatchResult {
		let feeder = Self::check_surface(&batch).map_err(Error::<T>::Batch)?;
		SurfacePending::<T>::try_mutate(|pending| {
			let key = (batch.round, batch.feed);
			let reports = pending.get(&key).copied().unwrap_or_default().saturating_add(1);
			let full = Error::<T>::Batch(BatchFault::Backlog);
			pending.try_insert(key, reports).map(|_| ()).map_err(|_| full)
		})?;
		SurfaceReports::<T>::insert((batch.feed, batch.round), feeder, batch.slices);
		Ok(())
	}
}
