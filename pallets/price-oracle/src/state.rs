// SPDX-License-Identifier: GPL-3.0-or-later

//! From a quote to a reading: what the last rounds are good for, now. Pure.

use crate::{stats, types::*};
use sp_runtime::{traits::Zero, Saturating};
use straddle_primitives::*;

/// Feeders below which a price is never better than `Uncertain`.
const FEW_FEEDERS: u16 = 4;

impl Quote {
	/// The feed through `lens` at `now`.
	///
	/// The median of three needs three rounds: before that it is never better than `Uncertain`. Its
	/// confidence is the worst of the three.
	pub fn reading(&self, lens: Lens, params: &Params, now: Moment) -> Reading {
		let Some(last) = self.rounds.first() else {
			let state = if self.halted { PriceState::NoQuorum } else { PriceState::NonPositive };
			return Reading { state, ..Default::default() };
		};
		let state = self.state(params, now);
		let at = last.at;
		match lens {
			Lens::Latest => Reading { price: last.price, confidence: last.confidence, state, at },
			Lens::MedianOfThree => {
				let mut prices =
					self.rounds.iter().map(|round| round.price).collect::<alloc::vec::Vec<_>>();
				prices.sort_unstable();
				let whole = prices.len() as u32 == ROUNDS_KEPT;
				let floor = if whole { PriceState::Valid } else { PriceState::Uncertain };
				Reading {
					price: stats::median(&prices).unwrap_or_default(),
					confidence: self.rounds.iter().map(|r| r.confidence).max().unwrap_or_default(),
					state: state.worst(floor),
					at,
				}
			},
		}
	}

	/// The state of the last finished round at `now`: first what its age says, then what it says
	/// itself.
	pub fn state(&self, params: &Params, now: Moment) -> PriceState {
		let quality = self.quality(params);
		let Some(last) = self.rounds.first() else { return quality };
		let age = now.saturating_sub(last.at);
		let aged = if age > params.no_quorum_ms {
			PriceState::NoQuorum
		} else if age > params.stale_ms() {
			PriceState::Stale
		} else {
			PriceState::Valid
		};
		quality.worst(aged)
	}

	/// The state of the last finished round when it was finished. `Flag` and `Open` share the one
	/// `TooVolatile` of [`PriceState`], which forbids both: so the wide band gives `TooVolatile`, and
	/// the narrow one, which is about opening alone, gives `Uncertain`.
	pub fn quality(&self, params: &Params) -> PriceState {
		if self.halted {
			return PriceState::NoQuorum;
		}
		let Some(last) = self.rounds.first() else { return PriceState::NonPositive };
		if last.price.is_zero() {
			return PriceState::NonPositive;
		}
		let wild = FixedU128::from_u32(params.wild_factor);
		let far = |a: Price, b: Price| a > b.saturating_mul(wild);
		if far(last.price, self.average) || far(self.average, last.price) {
			return PriceState::TooVolatile;
		}
		let few = last.feeders < FEW_FEEDERS && !params.small_network;
		if few || last.confidence > params.disagreement.into() || self.moved(last, params) {
			return PriceState::Uncertain;
		}
		PriceState::Valid
	}

	/// Whether the number moved too far to open on it.
	fn moved(&self, last: &Round, params: &Params) -> bool {
		match self.kind {
			FeedKind::Price => !stats::within(last.price, self.average, params.opening_band),
			FeedKind::Volatility => self.rounds.get(1).is_some_and(|before| {
				!stats::within(last.price, before.price, params.volatility_jump)
			}),
			FeedKind::Surface => false,
		}
	}
}
