// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `SurfaceReports`, `SurfacePending` and `Surfaces`: slices as they come in, and what a quorum
//! of them makes of an option market (RISK.md 4).

use crate::{crypto::*, slices::*, surface::Said, types::*, weights::WeightInfo, *};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{ensure, traits::Time, weights::WeightMeter};
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
		let finished = batch.round < Surfaces::<T>::get(batch.feed).open;
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

	/// The surface rounds that are over or have everybody's report, oldest first.
	pub(crate) fn finish_surfaces(now: Moment, params: &Params, meter: &mut WeightMeter) {
		let feeders = Feeders::<T>::get();
		for ((round, feed), reports) in SurfacePending::<T>::get() {
			let whole = u32::from(reports) >= feeders.len() as u32;
			if now < params.surface_over(round) && !whole {
				continue;
			}
			if meter.try_consume(T::WeightInfo::finish_surface(reports.into(), MAX_SLICES)).is_err()
			{
				break;
			}
			Self::finish_surface(round, feed, &feeders, now, params);
		}
	}

	/// Finish a surface round: a row for every expiry on which a quorum agrees. An expiry without one keeps
	/// the row it has until that is dead, and grows old; a round without any changes nothing. Feeders are
	/// judged by it.
	pub(crate) fn finish_surface(
		round: u64,
		feed: FeedId,
		feeders: &[Feeder],
		now: Moment,
		params: &Params,
	) {
		let told = SurfaceReports::<T>::drain_prefix((feed, round))
			.filter_map(|(key, slices)| {
				let place = feeders.iter().position(|feeder| feeder.key == key)?;
				Some((place, slices))
			})
			.collect::<BTreeMap<_, _>>();
		SurfacePending::<T>::mutate(|pending| pending.remove(&(round, feed)));
		let halted = Quotes::<T>::get(feed).is_none_or(|quote| quote.halted);
		let Some(info) = Feeds::<T>::get(feed).filter(|_| !halted) else { return };
		let bounds = (millionths(info.min), millionths(info.max));
		let before = Surfaces::<T>::get(feed);
		if round < before.open {
			return;
		}
		let began = params.surface_began(round);
		let at = now.min(params.surface_over(round));
		let n = feeders.len() as u32;
		let quorum = params.quorum(n);
		let mut said = BTreeMap::<Moment, Vec<Said>>::new();
		for (place, slices) in &told {
			for slice in slices {
				if let Some(one) = Said::new(*place, slice, began, bounds) {
					said.entry(slice.expiry).or_default().push(one);
				}
			}
		}
		let agreed = said
			.iter()
			.filter_map(|(expiry, said)| {
				let known = before.rows.iter().find(|row| row.expiry == *expiry);
				let row = Row::from_said(said, *expiry, began, at, quorum, n, known)?;
				Some((*expiry, row))
			})
			.collect::<BTreeMap<_, _>>();
		Self::book_surface(params.round(began), &told, &said, &agreed, feeders, quorum);
		let (reports, expiries) = (told.len() as u32, agreed.len() as u32);
		let mut rows = before
			.rows
			.iter()
			.filter(|row| now.saturating_sub(row.at) <= params.surface_dead_ms())
			.map(|row| (row.expiry, row.clone()))
			.collect::<BTreeMap<_, _>>();
		rows.extend(agreed);
		rows.retain(|expiry, _| *expiry > now);
		if expiries > 0 {
			let rows = in_order(rows.into_values(), now, params);
			Surfaces::<T>::insert(feed, Surface { open: round.saturating_add(1), rows });
		}
		Self::deposit_event(Event::SurfaceFinished { feed, round, reports, expiries });
	}

	/// Take a surface and what waits for it out of storage.
	pub(crate) fn forget_surface(feed: FeedId) {
		Surfaces::<T>::remove(feed);
		SurfacePending::<T>::mutate(|pending| {
			pending.retain(|(round, of), _| {
				if *of == feed {
					let _ = SurfaceReports::<T>::clear_prefix((feed, *round), u32::MAX, None);
				}
				*of != feed
			});
		});
	}
}

/// Rows, soonest first, each lifted to where no earlier one has more total variance.
fn in_order(
	rows: impl Iterator<Item = Row>,
	now: Moment,
	params: &Params,
) -> BoundedVec<Row, ConstU32<MAX_SLICES>> {
	let mut earlier: Option<Row> = None;
	let mut ordered = Vec::new();
	for mut row in rows.take(MAX_SLICES as usize) {
		if let Some(earlier) = &earlier {
			row.lift(earlier, now, params.surface_disagreement);
		}
		earlier = Some(row.clone());
		ordered.push(row);
	}
	BoundedVec::truncate_from(ordered)
}

/// A volatility in millionths, rounded down; held at the largest.
fn millionths(volatility: Price) -> u32 {
	let parts = volatility.into_inner().checked_div(10u128.pow(12)).unwrap_or_default();
	u32::try_from(parts).unwrap_or(u32::MAX)
}
