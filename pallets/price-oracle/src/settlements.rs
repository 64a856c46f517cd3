// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Settlements`, `Watched` and `Seal`: one price for each expiry, fixed once (RISK.md 4).

use crate::{stats::TimeWeighted, types::*, *};
use codec::Encode;
use frame_support::{ensure, traits::Time};
use sp_runtime::{traits::Zero, Permill};
use straddle_traits::Restrictions;

impl Watch {
	/// A measurement that begins now.
	pub fn new(since: Moment) -> Self {
		Self { since, thirds: Default::default(), extension: Default::default() }
	}

	/// Count `price` from `from` to `to`, each part of that time where it belongs: in a third of the
	/// window, or after the expiry as far as valid time is still wanted.
	fn count(&mut self, price: Price, from: Moment, to: Moment, expiry: Moment, params: &Params) {
		let third = params.third_ms();
		let mut start = expiry.saturating_sub(params.settlement_window_ms);
		for part in &mut self.thirds {
			let end = start.saturating_add(third);
			part.push(price, overlap(from, to, start, end));
			start = end;
		}
		let wanted = params.settlement_window_ms.saturating_sub(self.total().weight_ms);
		self.extension.push(price, overlap(from, to, expiry, Moment::MAX).min(wanted));
	}

	/// Whether a third that is over at `now` was covered too little, so that the window goes on.
	fn has_missed(&self, now: Moment, expiry: Moment, params: &Params) -> bool {
		let least = coverage_ms(params.coverage, params.third_ms());
		let mut end = expiry.saturating_sub(params.settlement_window_ms);
		self.thirds.iter().any(|third| {
			end = end.saturating_add(params.third_ms());
			end <= now && third.weight_ms < least
		})
	}

	fn window(&self) -> TimeWeighted {
		self.thirds.iter().fold(TimeWeighted::default(), |sum, third| sum.merge(*third))
	}

	fn total(&self) -> TimeWeighted {
		self.window().merge(self.extension)
	}

	/// The price as far as it can be fixed at `now`, and whether it is complete.
	pub fn outcome(&self, now: Moment, expiry: Moment, params: &Params) -> Option<(Price, bool)> {
		if now < expiry {
			return None;
		}
		let least = coverage_ms(params.coverage, params.third_ms());
		if self.thirds.iter().all(|third| third.weight_ms >= least) {
			return Some((self.window().mean()?, true));
		}
		let total = self.total();
		let whole = total.weight_ms >= params.settlement_window_ms;
		// Even the cap waits for a third of a window's samples: whoever can stop a feed must not be able
		// to choose the moment that counts.
		let late = now >= expiry.saturating_add(params.settlement_cap_ms)
			&& total.weight_ms >= params.third_ms();
		(whole || late).then(|| total.mean()).flatten().map(|price| (price, whole))
	}
}

/// The time that must be covered in a third, rounded up.
fn coverage_ms(coverage: Permill, third: Moment) -> Moment {
	coverage.mul_ceil(third)
}

/// How much of `from..to` lies in `start..end`.
fn overlap(from: Moment, to: Moment, start: Moment, end: Moment) -> Moment {
	to.min(end).saturating_sub(from.max(start))
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_watch(underlying: UnderlyingId, expiry: Moment) -> DispatchResult {
		if Settlements::<T>::contains_key(underlying, expiry) {
			return Ok(());
		}
		ensure!(Underlyings::<T>::contains_key(underlying), Error::<T>::UnknownUnderlying);
		let now = T::Time::now();
		ensure!(expiry > now, Error::<T>::ExpiryPassed);
		Watched::<T>::try_mutate(|watched| {
			let place = watched.partition_point(|entry| *entry < (expiry, underlying));
			let full = Error::<T>::TooManySettlements;
			watched.try_insert(place, (expiry, underlying)).map_err(|_| full)
		})?;
		Settlements::<T>::insert(underlying, expiry, Settlement::Watching(Watch::new(now)));
		Self::deposit_event(Event::SettlementWatched { underlying, expiry });
		Ok(())
	}

	/// How far a price is sampled at `now`. Before the expiry the rest of the window counts, whatever was
	/// missed in it, as long as each third that is over was covered; else, and after the expiry, what
	/// is still wanted of a whole window.
	pub(crate) fn do_window(
		underlying: UnderlyingId,
		expiry: Moment,
		now: Moment,
	) -> SettlementWindow {
		let params = Parameters::<T>::get();
		let length_ms = params.settlement_window_ms;
		let left_ms = expiry.saturating_sub(now);
		if left_ms >= length_ms {
			return SettlementWindow { left_ms, length_ms, average: Price::default() };
		}
		let watch = match Settlements::<T>::get(underlying, expiry) {
			Some(Settlement::Watching(watch)) => Some(watch),
			_ => None,
		};
		let sampled = watch.as_ref().map(Watch::total).unwrap_or_default();
		let missed = watch.as_ref().is_some_and(|watch| watch.has_missed(now, expiry, &params));
		let left_ms = match left_ms {
			0 => length_ms.saturating_sub(sampled.weight_ms),
			_ if missed => length_ms.saturating_sub(sampled.weight_ms).max(left_ms),
			_ => left_ms,
		};
		SettlementWindow {
			left_ms,
			length_ms: sampled.weight_ms.saturating_add(left_ms),
			average: sampled.mean().unwrap_or_default(),
		}
	}

	/// Bring one measurement up to `now`, and fix the price if that can be done.
	///
	/// The last finished round stands until now, for a minute at most; rounds that are finished in
	/// this block count from now on. A round that was `TooVolatile`, or of a halted feed, does not
	/// count, and neither does the one before it go on.
	pub(crate) fn step_settlement(
		underlying: UnderlyingId,
		expiry: Moment,
		now: Moment,
		params: &Params,
	) {
		let Some(Settlement::Watching(mut watch)) = Settlements::<T>::get(underlying, expiry)
		else {
			return;
		};
		let quote = Underlyings::<T>::get(underlying).and_then(|info| Quotes::<T>::get(info.spot));
		let usable = quote.filter(|quote| quote.quality(params).allows(PriceUse::Flag));
		if let Some(last) = usable.and_then(|quote| quote.rounds.first().copied()) {
			let from = watch.since.max(last.at);
			let to = now.min(last.at.saturating_add(params.sample_max_ms));
			watch.count(last.price, from, to, expiry, params);
		}
		watch.since = watch.since.max(now);
		match watch.outcome(now, expiry, params) {
			Some((price, complete)) => Self::fix(underlying, expiry, price, now, complete),
			None => {
				Settlements::<T>::insert(underlying, expiry, Settlement::Watching(watch));
			},
		}
	}

	/// Fix the price of an expiry that nobody can measure any more, in a house that winds down (ADR 27).
	///
	/// The rule leaves no choice: what was measured for this expiry counts, if there is any, else the ten
	/// minutes before the feeders last agreed. As long as there is a price a measurement comes to its end by itself.
	pub(crate) fn do_settle_by_last_price(
		underlying: UnderlyingId,
		expiry: Moment,
		now: Moment,
	) -> DispatchResult {
		let Some(Settlement::Watching(watch)) = Settlements::<T>::get(underlying, expiry) else {
			return Err(Error::<T>::NotWatched.into());
		};
		ensure!(T::Restrictions::is_last_resort(expiry, now), Error::<T>::NotLastResort);
		let info = Underlyings::<T>::get(underlying).ok_or(Error::<T>::UnknownUnderlying)?;
		let quote = Quotes::<T>::get(info.spot).ok_or(Error::<T>::UnknownFeed)?;
		let is_priced = quote.state(&Parameters::<T>::get(), now).allows(PriceUse::Flag);
		ensure!(!is_priced, Error::<T>::StillPriced);
		let last = (!quote.rounds.is_empty()).then_some(quote.average);
		let price = watch.total().mean().or(last).filter(|price| !price.is_zero());
		Self::fix(underlying, expiry, price.ok_or(Error::<T>::NoRound)?, now, false);
		Ok(())
	}

	/// The only place where a settlement price is written.
	fn fix(underlying: UnderlyingId, expiry: Moment, price: Price, at: Moment, complete: bool) {
		let fixed = Settlement::Fixed { price, at, complete };
		Seal::<T>::mutate(|seal| blend(seal, &(underlying, expiry, &fixed)));
		Settlements::<T>::insert(underlying, expiry, fixed);
		Watched::<T>::mutate(|watched| watched.retain(|entry| *entry != (expiry, underlying)));
		Self::deposit_event(Event::SettlementFixed { underlying, expiry, price, complete });
	}
}

/// Blend one fixed settlement into the seal over all. Order does not matter, so the seal can be
/// made again from what is in storage.
pub(crate) fn blend(seal: &mut [u8; 32], fixed: &impl Encode) {
	let hash = fixed.using_encoded(sp_io::hashing::blake2_256);
	seal.iter_mut().zip(hash).for_each(|(byte, other)| *byte ^= other);
}
