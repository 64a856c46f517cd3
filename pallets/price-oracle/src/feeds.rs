// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Feeds`, `Quotes`, `Averages`, `Stables` and `Underlyings`.

use crate::{stats, types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Time};
use straddle_traits::Ladder;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_feed(feed: FeedId, info: FeedInfo) -> DispatchResult {
		info.validate().map_err(Error::<T>::Feed)?;
		match Feeds::<T>::get(feed) {
			Some(old) => ensure!(old.kind == info.kind, Error::<T>::KindFixed),
			None => ensure!(Feeds::<T>::count() < MAX_FEEDS, Error::<T>::TooManyFeeds),
		}
		if let Some(quote) = info.quote {
			let unit = Feeds::<T>::get(quote).ok_or(Error::<T>::UnknownFeed)?;
			let plain = unit.kind == FeedKind::Price && unit.quote.is_none() && quote != feed;
			ensure!(plain, Error::<T>::BadQuote);
			ensure!(!Self::is_quote(feed), Error::<T>::BadQuote);
		}
		Quotes::<T>::mutate(feed, |quote| {
			let quote = quote.get_or_insert_default();
			quote.kind = info.kind;
			quote.stable = match info.slow {
				SlowPrice::Average => None,
				SlowPrice::Stable => Some(quote.stable.unwrap_or_default()),
			};
			if quote.stable.is_none() {
				Stables::<T>::remove(feed);
			}
		});
		Feeds::<T>::insert(feed, info);
		Self::deposit_event(Event::FeedSet { feed });
		Ok(())
	}

	pub(crate) fn do_remove_feed(feed: FeedId) -> DispatchResult {
		ensure!(Feeds::<T>::contains_key(feed), Error::<T>::UnknownFeed);
		let needs = |u: &UnderlyingInfo| u.spot == feed || u.volatility.feed() == Some(feed);
		ensure!(!Underlyings::<T>::iter_values().any(|u| needs(&u)), Error::<T>::FeedInUse);
		ensure!(!Self::is_quote(feed), Error::<T>::FeedInUse);
		Feeds::<T>::remove(feed);
		Quotes::<T>::remove(feed);
		Averages::<T>::remove(feed);
		Stables::<T>::remove(feed);
		Self::forget_surface(feed);
		Self::deposit_event(Event::FeedRemoved { feed });
		Ok(())
	}

	/// Whether another feed counts in what this feed prices.
	fn is_quote(feed: FeedId) -> bool {
		Feeds::<T>::iter_values().any(|info| info.quote == Some(feed))
	}

	pub(crate) fn do_set_underlying(
		underlying: UnderlyingId,
		info: UnderlyingInfo,
	) -> DispatchResult {
		Self::ensure_kind(info.spot, FeedKind::Price)?;
		if let Some(feed) = info.volatility.feed() {
			let kind = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?.kind;
			ensure!(kind != FeedKind::Price, Error::<T>::WrongKind);
		}
		if let VolatilityPolicy::Proxy { beta, .. } = info.volatility {
			ensure!(beta > FixedU128::zero() && beta <= MAX_BETA, Error::<T>::BadBeta);
		}
		let known = Underlyings::<T>::get(underlying);
		ensure!(
			known.is_some() || Underlyings::<T>::count() < MAX_UNDERLYINGS,
			Error::<T>::TooManyUnderlyings
		);
		Underlyings::<T>::insert(underlying, info);
		if known.is_some_and(|known| known != info) {
			// What accounts can bear was reckoned at the prices of other feeds.
			T::Ladder::refile_all();
		}
		Self::deposit_event(Event::UnderlyingSet { underlying, info });
		Ok(())
	}

	fn ensure_kind(feed: FeedId, kind: FeedKind) -> DispatchResult {
		let info = Feeds::<T>::get(feed).ok_or(Error::<T>::UnknownFeed)?;
		ensure!(info.kind == kind, Error::<T>::WrongKind);
		Ok(())
	}

	pub(crate) fn do_halt_feed(feed: FeedId) -> DispatchResult {
		Quotes::<T>::try_mutate(feed, |quote| {
			let quote = quote.as_mut().ok_or(Error::<T>::UnknownFeed)?;
			ensure!(!quote.halted, Error::<T>::AlreadyHalted);
			quote.halted = true;
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::FeedHalted { feed });
		Ok(())
	}

	/// What was quoted before the halt is forgotten: nothing is done before a fresh quorum.
	pub(crate) fn do_resume_feed(feed: FeedId) -> DispatchResult {
		Quotes::<T>::try_mutate(feed, |quote| {
			let quote = quote.as_mut().ok_or(Error::<T>::UnknownFeed)?;
			ensure!(quote.halted, Error::<T>::NotHalted);
			let stable = quote.stable.map(|_| Price::default());
			*quote = Quote { kind: quote.kind, stable, ..Default::default() };
			Ok::<_, Error<T>>(())
		})?;
		Averages::<T>::remove(feed);
		Stables::<T>::remove(feed);
		Self::forget_surface(feed);
		Self::deposit_event(Event::FeedResumed { feed });
		Ok(())
	}

	/// The feeds that can be quoted with a number: listed and not halted.
	pub(crate) fn running() -> impl Iterator<Item = (FeedId, FeedInfo)> {
		let runs = |feed: FeedId| Quotes::<T>::get(feed).is_some_and(|quote| !quote.halted);
		let has_number = |info: &FeedInfo| info.kind != FeedKind::Surface;
		Feeds::<T>::iter().filter(move |(feed, info)| has_number(info) && runs(*feed))
	}

	/// Book a finished round of one feed from a quorum of values that it admits.
	pub(crate) fn finish_feed(
		feed: FeedId,
		mut values: Vec<Price>,
		round: Finished,
		feeders: u32,
		params: &Params,
	) -> Option<(Price, PriceState)> {
		values.sort_unstable();
		let entry = Round {
			round: round.round,
			at: round.at,
			price: stats::median(&values)?,
			confidence: stats::half_spread(&values)?,
			count: values.len() as u16,
			feeders: feeders as u16,
		};
		Quotes::<T>::mutate(feed, |quote| {
			let quote = quote.as_mut()?;
			quote.average = Self::roll_average(feed, quote.rounds.first(), &entry, params);
			if let Some(stable) = &mut quote.stable {
				let next = Stables::<T>::mutate(feed, |inner| inner.push(entry.price, entry.at));
				*stable = next.unwrap_or(*stable);
			}
			let kept = quote.rounds.iter().copied().take(ROUNDS_KEPT.saturating_sub(1) as usize);
			quote.rounds = BoundedVec::truncate_from(core::iter::once(entry).chain(kept).collect());
			Some((entry.price, quote.state(params, T::Time::now())))
		})
	}

	/// Count the round before `next` for as long as it stood, forget what is older than ten minutes,
	/// and return the average. Without any history it is the new price itself.
	fn roll_average(feed: FeedId, before: Option<&Round>, next: &Round, params: &Params) -> Price {
		let minute = |at: Moment| at.checked_div(MINUTE_MS).unwrap_or_default();
		let oldest = minute(next.at).saturating_sub(AVERAGE_MINUTES);
		let PriceHistory { mut minutes, mut realised } = Averages::<T>::get(feed);
		realised.push(next.price, next.at);
		minutes.retain(|m| m.minute >= oldest);
		if let Some(before) = before.filter(|before| minute(before.at) >= oldest) {
			let stood = next.at.saturating_sub(before.at).min(params.sample_max_ms);
			let minute = minute(before.at);
			if minutes.last().is_none_or(|last| last.minute < minute) {
				// There are never more minutes than places for them.
				let _ = minutes.try_push(Minute { minute, quoted: Default::default() });
			}
			if let Some(last) = minutes.last_mut() {
				last.quoted.push(before.price, stood);
			}
		}
		let all = minutes.iter().fold(stats::TimeWeighted::default(), |sum, m| sum.merge(m.quoted));
		Averages::<T>::insert(feed, PriceHistory { minutes, realised });
		all.mean().unwrap_or(next.price)
	}
}
