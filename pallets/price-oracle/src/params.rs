// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Parameters` and `Urls`: the numbers of RISK.md 4, what makes them valid, and where exchanges
//! answer.

use crate::{text, types::*, *};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, PalletError};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The numbers of RISK.md 4. Times in milliseconds.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Params {
	/// Length of a round. Fixed at genesis: every round's number is made from it.
	pub round_ms: Moment,
	/// Rounds in a surface round. Fixed at genesis likewise.
	pub surface_rounds: u32,
	/// How many rounds late a report may be. One missed slot makes it two.
	pub late_rounds: u32,
	/// `Stale` when the last finished round is older than so many rounds.
	pub stale_rounds: u32,
	/// `NoQuorum` when the last finished round is older than this.
	pub no_quorum_ms: Moment,
	/// Quorum without a floor of three and no rule of four feeders. For test networks only.
	pub small_network: bool,
	/// A source farther than this from the median of the sources is dropped by the worker.
	pub outlier: Permill,
	/// Feeders whose middle half is wider than this (each way) make a price `Uncertain`.
	pub disagreement: Permill,
	/// A price farther than this from its ten-minute average is `Uncertain`.
	pub opening_band: Permill,
	/// A price beyond so many times its ten-minute average, up or down, is `TooVolatile`.
	pub wild_factor: u32,
	/// A volatility that moved farther than this in one round is `Uncertain`.
	pub volatility_jump: Permill,
	/// Feeders whose volatilities near the money are farther apart than this (each way) make a row of a
	/// surface `Uncertain`, and so does a row that another expiry lifts by more.
	pub surface_disagreement: Permill,
	/// What a proxy's volatility is at least, as a multiple of what its spot price realised.
	#[serde(with = "text")]
	pub realised_factor: FixedU128,
	/// How long before its expiry a settlement price is measured. Three equal parts.
	pub settlement_window_ms: Moment,
	/// The longest time for which one sample counts.
	pub sample_max_ms: Moment,
	/// How much of each third of the window must be covered.
	pub coverage: Permill,
	/// How long after its expiry a settlement waits for as much valid time as the window has.
	pub settlement_cap_ms: Moment,
}

impl Default for Params {
	fn default() -> Self {
		Self {
			round_ms: 6_000,
			surface_rounds: 10,
			late_rounds: 2,
			stale_rounds: 3,
			no_quorum_ms: 5 * MINUTE_MS,
			small_network: false,
			outlier: Permill::from_percent(2),
			disagreement: Permill::from_percent(1),
			opening_band: Permill::from_percent(20),
			wild_factor: 5,
			volatility_jump: Permill::from_percent(10),
			surface_disagreement: Permill::from_percent(5),
			realised_factor: FixedU128::from_rational(5, 4),
			settlement_window_ms: 30 * MINUTE_MS,
			sample_max_ms: MINUTE_MS,
			coverage: Permill::from_percent(80),
			settlement_cap_ms: 24 * HOUR_MS,
		}
	}
}

/// What is wrong with the parameters.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum ParamsFault {
	/// `round_ms` is not within a second and ten minutes.
	Round,
	/// `surface_rounds` is not within 4 and 100.
	Surface,
	/// `late_rounds` is not within 1 and 8.
	Late,
	/// `stale_rounds` is not within 1 and 100.
	Stale,
	/// `no_quorum_ms` is shorter than what makes a price stale, or longer than an hour.
	NoQuorum,
	/// A share is zero or above one half.
	Share,
	/// `realised_factor` is above 10.
	Realised,
	/// `wild_factor` is not within 2 and 100.
	Wild,
	/// `sample_max_ms` is shorter than a round or longer than a third of the window.
	Sample,
	/// The window does not divide into three, or is longer than six hours.
	Window,
	/// `coverage` is below one half.
	Coverage,
	/// `settlement_cap_ms` is shorter than the window or longer than a week.
	Cap,
}

impl Params {
	/// That the numbers make sense together.
	///
	/// # Errors
	/// See [`ParamsFault`].
	pub fn validate(&self) -> Result<(), ParamsFault> {
		use ParamsFault::*;
		let half = Permill::from_percent(50);
		let share = |share: Permill| !share.is_zero() && share <= half;
		ensure!((1_000..=10 * MINUTE_MS).contains(&self.round_ms), Round);
		ensure!((4..=100).contains(&self.surface_rounds), Surface);
		ensure!((1..=8).contains(&self.late_rounds), Late);
		ensure!((1..=100).contains(&self.stale_rounds), Stale);
		ensure!((self.stale_ms()..=HOUR_MS).contains(&self.no_quorum_ms), NoQuorum);
		ensure!(share(self.outlier) && share(self.disagreement), Share);
		ensure!(share(self.opening_band) && share(self.volatility_jump), Share);
		ensure!(share(self.surface_disagreement), Share);
		ensure!(self.realised_factor <= FixedU128::from_u32(10), Realised);
		ensure!((2..=100).contains(&self.wild_factor), Wild);
		let window = self.settlement_window_ms;
		ensure!(window.checked_rem(3) == Some(0) && window <= 6 * HOUR_MS, Window);
		ensure!((self.round_ms..=self.third_ms()).contains(&self.sample_max_ms), Sample);
		ensure!(self.coverage >= half, Coverage);
		ensure!((window..=7 * DAY_MS).contains(&self.settlement_cap_ms), Cap);
		Ok(())
	}

	/// The round in which `now` lies.
	pub fn round(&self, now: Moment) -> u64 {
		now.checked_div(self.round_ms).unwrap_or_default()
	}

	/// When the time of `round` is over: from then on it takes no reports.
	pub fn over(&self, round: u64) -> Moment {
		let rounds = round.saturating_add(self.late_rounds.into()).saturating_add(1);
		rounds.saturating_mul(self.round_ms)
	}

	/// Age at which a price becomes stale.
	pub fn stale_ms(&self) -> Moment {
		self.round_ms.saturating_mul(self.stale_rounds.into())
	}

	/// A third of the settlement window.
	pub fn third_ms(&self) -> Moment {
		self.settlement_window_ms.checked_div(3).unwrap_or_default()
	}

	/// How many of `feeders` must agree on a round: more than two thirds, and at least three
	/// outside of small networks.
	pub fn quorum(&self, feeders: u32) -> u32 {
		let most = feeders.saturating_mul(2).checked_div(3).unwrap_or_default().saturating_add(1);
		if self.small_network {
			most
		} else {
			most.max(3)
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_params(new: Params) -> DispatchResult {
		new.validate().map_err(Error::<T>::Params)?;
		let old = Parameters::<T>::get();
		let fixed = |params: &Params| (params.round_ms, params.surface_rounds);
		ensure!(fixed(&new) == fixed(&old), Error::<T>::RoundLengthFixed);
		Parameters::<T>::put(new);
		Self::deposit_event(Event::ParamsSet { old, new });
		Ok(())
	}

	pub(crate) fn do_set_url(exchange: Exchange, url: Option<Url>) -> DispatchResult {
		ensure!(url.as_ref().is_none_or(|url| offchain::is_url(url)), Error::<T>::BadUrl);
		Urls::<T>::set(exchange, url.clone());
		Self::deposit_event(Event::UrlSet { exchange, url });
		Ok(())
	}
}
