// SPDX-License-Identifier: GPL-3.0-or-later

//! What must hold of the storage at the end of every block.

use crate::{settlements::blend, types::*, *};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Time,
	},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check everything.
	///
	/// # Errors
	/// The first thing that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let params = Parameters::<T>::get();
		ensure!(params.validate().is_ok(), "price-oracle: the parameters are not valid");
		Self::try_feeders()?;
		Self::try_bonds()?;
		Self::try_reports()?;
		Self::try_history()?;
		Self::try_feeds()?;
		Self::try_underlyings()?;
		Self::try_surfaces()?;
		Self::try_settlements()
	}

	fn try_feeders() -> Result<(), TryRuntimeError> {
		let feeders = Feeders::<T>::get();
		let keys = feeders.iter().map(|feeder| &feeder.key).collect::<BTreeSet<_>>();
		let accounts = feeders.iter().map(|feeder| &feeder.account).collect::<BTreeSet<_>>();
		let distinct = keys.len() == feeders.len() && accounts.len() == feeders.len();
		ensure!(distinct, "price-oracle: a feeder is listed twice");
		let first = feeders.iter().take_while(|feeder| feeder.seat == Seat::Collator).count();
		let reporters = feeders.iter().skip(first);
		let behind = reporters.clone().all(|feeder| feeder.seat == Seat::Reporter);
		ensure!(behind, "price-oracle: a collator sits behind a reporter");
		// Whatever the parameters are now.
		let few = reporters.count() <= first.saturating_sub(1) >> 1;
		ensure!(few, "price-oracle: collators have no quorum without reporters");
		let records = Records::<T>::get();
		let recorded = feeders.iter().all(|feeder| records.contains_key(&feeder.account));
		ensure!(recorded, "price-oracle: a feeder has no record");
		for record in records.values() {
			for score in [&record.score, &record.surfaces, &record.lifetime] {
				let told =
					score.accepted.saturating_add(score.silent).saturating_add(score.dropped);
				let counted = told <= score.rounds && score.deviated <= score.accepted;
				ensure!(counted, "price-oracle: a record does not add up");
			}
		}
		let reporters = Reporters::<T>::get();
		let distinct = reporters.iter().collect::<BTreeSet<_>>();
		ensure!(distinct.len() == reporters.len(), "price-oracle: a reporter is admitted twice");
		let valid = Incentives::<T>::get().validate().is_ok();
		ensure!(valid, "price-oracle: the incentives are not valid");
		Ok(())
	}

	/// What is owed is in the pot, and whoever has a bond or nothing has no more on hold than there is.
	fn try_bonds() -> Result<(), TryRuntimeError> {
		let bonds = Bonds::<T>::iter().collect::<Vec<_>>();
		let counted = bonds.len() as u32 == Bonds::<T>::count() && bonds.len() as u32 <= MAX_BONDS;
		ensure!(counted, "price-oracle: bonds are miscounted");
		let owed = bonds.iter().fold(0, |sum: Balance, (_, bond)| sum.saturating_add(bond.owed));
		ensure!(owed == TotalOwed::<T>::get(), "price-oracle: rewards and their sum differ");
		let pot = T::Currency::balance(&Self::pot());
		let left = pot.saturating_sub(T::Currency::minimum_balance());
		ensure!(owed <= left, "price-oracle: more is owed than there is");
		let reason = HoldReason::FeederBond.into();
		for account in Records::<T>::get().keys() {
			let held = T::Currency::balance_on_hold(&reason, account);
			let known = held == 0 || Bonds::<T>::contains_key(account);
			ensure!(known, "price-oracle: something is held without a bond");
		}
		for feeder in Feeders::<T>::get() {
			let bonded = feeder.seat == Seat::Collator || Bonds::<T>::contains_key(&feeder.account);
			ensure!(bonded, "price-oracle: a reporter has no bond");
		}
		Ok(())
	}

	/// The kept rounds were decided in their order, and none of them waits.
	fn try_history() -> Result<(), TryRuntimeError> {
		let history = History::<T>::get();
		let rising = history.windows(2).all(|pair| matches!(pair, [a, b] if a.round < b.round));
		ensure!(rising, "price-oracle: kept rounds are not in order");
		let pending = Pending::<T>::get();
		let last = history.last().map(|last| last.round);
		let newer = pending.keys().next().is_none_or(|round| last.is_none_or(|last| *round > last));
		ensure!(newer, "price-oracle: reports wait for a round that was decided");
		let finished = LastFinished::<T>::get().map(|last| last.round);
		let newest = history.iter().rev().find(|decided| decided.finished);
		let known = newest.is_none_or(|newest| Some(newest.round) == finished);
		ensure!(known, "price-oracle: the last kept round is not the last finished one");
		Ok(())
	}

	/// Reports wait only for rounds after the last finished one or are kept, and are counted.
	fn try_reports() -> Result<(), TryRuntimeError> {
		let finished = LastFinished::<T>::get();
		let past = finished.is_none_or(|finished| finished.at <= T::Time::now());
		ensure!(past, "price-oracle: a round was finished in the future");
		let mut counts = BTreeMap::<u64, u16>::new();
		for (round, _, prices) in Reports::<T>::iter() {
			ensure!(!prices.is_empty(), "price-oracle: a report is empty");
			let ordered = prices.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0));
			ensure!(ordered, "price-oracle: a report is not in order");
			let count = counts.entry(round).or_default();
			*count = count.saturating_add(1);
		}
		let pending = Pending::<T>::get();
		let seen = pending.values().all(|waiting| waiting.looked <= waiting.reports);
		ensure!(seen, "price-oracle: more reports were looked at than there are");
		let oldest = pending.keys().next();
		let newer = oldest.is_none_or(|round| finished.is_none_or(|last| *round > last.round));
		ensure!(newer, "price-oracle: reports wait for a round that is closed");
		let waiting = pending.into_iter().map(|(round, waiting)| (round, waiting.reports));
		let kept = History::<T>::get().into_iter().map(|kept| (kept.round, kept.reports));
		let counted = waiting.chain(kept).collect::<BTreeMap<_, _>>();
		ensure!(counts == counted, "price-oracle: reports and their counts differ");
		Ok(())
	}

	/// Every feed is valid and has its quote; rounds and times only rise.
	fn try_feeds() -> Result<(), TryRuntimeError> {
		let feeds = Feeds::<T>::iter().collect::<BTreeMap<_, _>>();
		ensure!(feeds.len() as u32 == Feeds::<T>::count(), "price-oracle: feeds are miscounted");
		ensure!(feeds.len() as u32 <= MAX_FEEDS, "price-oracle: too many feeds");
		for (feed, info) in &feeds {
			ensure!(info.validate().is_ok(), "price-oracle: a feed is not valid");
			let quote = Quotes::<T>::get(feed).ok_or("price-oracle: a feed has no quote")?;
			ensure!(
				quote.kind == info.kind,
				"price-oracle: a quote has another kind than its feed"
			);
			let unit = info.quote.map(|unit| feeds.get(&unit));
			let known = unit.is_none_or(|unit| unit.is_some_and(|unit| unit.quote.is_none()));
			ensure!(known, "price-oracle: a feed's quote is not a plain feed");
		}
		let now = T::Time::now();
		for (feed, quote) in Quotes::<T>::iter() {
			ensure!(feeds.contains_key(&feed), "price-oracle: a quote has no feed");
			let falling = quote.rounds.windows(2).all(
				|pair| matches!(pair, [new, old] if new.round > old.round && new.at >= old.at),
			);
			ensure!(falling, "price-oracle: times went back");
			let past = quote.rounds.iter().all(|round| round.at <= now);
			ensure!(past, "price-oracle: a price is from the future");
			let positive = quote.rounds.iter().all(|round| !round.price.is_zero());
			ensure!(positive, "price-oracle: a price is zero");
		}
		for (feed, PriceHistory { minutes, realised }) in Averages::<T>::iter() {
			ensure!(realised.at <= now, "price-oracle: a move is from the future");
			let seen = realised.seen_ms <= REALISED_MEMORY_MS;
			ensure!(seen, "price-oracle: more of a price was seen than is remembered");
			ensure!(feeds.contains_key(&feed), "price-oracle: an average has no feed");
			let rising =
				minutes.windows(2).all(|pair| matches!(pair, [a, b] if a.minute < b.minute));
			ensure!(rising, "price-oracle: minutes are not in order");
		}
		for (feed, stable) in Stables::<T>::iter() {
			let quote = Quotes::<T>::get(feed).and_then(|quote| quote.stable);
			ensure!(quote.is_some(), "price-oracle: a stable price is kept for nothing");
			ensure!(stable.at <= now, "price-oracle: a stable price is from the future");
		}
		for (feed, info) in &feeds {
			let stable = Quotes::<T>::get(feed).is_some_and(|quote| quote.stable.is_some());
			let wanted = info.slow == SlowPrice::Stable;
			ensure!(stable == wanted, "price-oracle: a feed has another slow price than it names");
		}
		Ok(())
	}

	fn try_underlyings() -> Result<(), TryRuntimeError> {
		for info in Underlyings::<T>::iter_values() {
			let spot = Feeds::<T>::get(info.spot).map(|feed| feed.kind);
			ensure!(spot == Some(FeedKind::Price), "price-oracle: an underlying has no price");
			let volatility =
				info.volatility.feed().map(|feed| Feeds::<T>::get(feed).map(|f| f.kind));
			let known = volatility.is_none_or(|kind| kind.is_some_and(|k| k != FeedKind::Price));
			ensure!(known, "price-oracle: an underlying has no volatility");
		}
		Ok(())
	}

	/// Waiting slices are counted; rows are in order, in time and in total variance.
	fn try_surfaces() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<(u64, FeedId), u16>::new();
		for ((feed, round), _, slices) in SurfaceReports::<T>::iter() {
			ensure!(!slices.is_empty(), "price-oracle: a report of slices is empty");
			let ordered =
				slices.windows(2).all(|pair| matches!(pair, [a, b] if a.expiry < b.expiry));
			ensure!(ordered, "price-oracle: a report of slices is not in order");
			let count = counts.entry((round, feed)).or_default();
			*count = count.saturating_add(1);
		}
		let pending = SurfacePending::<T>::get().into_iter().collect::<BTreeMap<_, _>>();
		ensure!(counts == pending, "price-oracle: reports of slices and their counts differ");
		let now = T::Time::now();
		for (feed, Surface { open, rows }) in Surfaces::<T>::iter() {
			let kind = Feeds::<T>::get(feed).map(|info| info.kind);
			ensure!(kind == Some(FeedKind::Surface), "price-oracle: a surface has no feed");
			let newer = pending.keys().all(|(waits, of)| *of != feed || *waits >= open);
			ensure!(newer, "price-oracle: slices wait for a surface round that is closed");
			ensure!(!rows.is_empty(), "price-oracle: a surface is empty");
			let rising = rows.windows(2).all(|pair| matches!(pair, [a, b] if a.expiry < b.expiry));
			ensure!(rising, "price-oracle: expiries are not in order");
			let mut earlier: Option<Row> = None;
			for row in rows {
				ensure!(row.at <= now, "price-oracle: a row is from the future");
				ensure!(row.is_whole(), "price-oracle: a row is no smile");
				if row.expiry <= now {
					continue;
				}
				let below = earlier.is_some_and(|earlier| row.is_below(&earlier, now));
				ensure!(!below, "price-oracle: a later expiry has less total variance");
				earlier = Some(row);
			}
		}
		Ok(())
	}

	/// Invariant 9: a settled expiry has one price, and it is the one that was fixed. The seal is
	/// written when a price is fixed and at no other time.
	fn try_settlements() -> Result<(), TryRuntimeError> {
		let watched = Watched::<T>::get();
		let sorted = watched.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
		ensure!(sorted, "price-oracle: watched expiries are not in order");
		let mut seal = [0; 32];
		let mut watching = 0usize;
		for (underlying, expiry, settlement) in Settlements::<T>::iter() {
			let listed = watched.binary_search(&(expiry, underlying)).is_ok();
			match &settlement {
				Settlement::Watching(_) => {
					ensure!(listed, "price-oracle: an unfixed settlement is not watched");
					watching = watching.saturating_add(1);
				},
				Settlement::Fixed { price, .. } => {
					ensure!(!listed, "price-oracle: invariant 9: a fixed settlement is watched");
					ensure!(!price.is_zero(), "price-oracle: invariant 9: settled at zero");
					blend(&mut seal, &(underlying, expiry, &settlement));
				},
			}
		}
		ensure!(watching == watched.len(), "price-oracle: a watched expiry has no settlement");
		ensure!(
			seal == Seal::<T>::get(),
			"price-oracle: invariant 9: a fixed settlement was changed"
		);
		Ok(())
	}
}
