// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Clock`, `Halt` and `Quorums`: when liquidation runs. Levels and the blocks that additions go
//! first are in `levels.rs` and `halts.rs`.
//!
//! After a halt of the chain or of an oracle additions go first: nothing is flagged, sold or taken
//! over until the grace time is over and the account's underlyings have had fresh rounds.

use crate::{scopes::is_fresh, *};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Time};
use sp_runtime::DispatchResult;
use straddle_primitives::*;
use straddle_traits::{Level, Prices, Risk, Scope};

impl<T: Config> Pallet<T> {
	/// Note that a block's work was done and by whom, count rounds, and see whether the chain had stood
	/// still. Returns by how much clocks may go on in this block: the time since the last one, at most one
	/// step, and nothing of a halt, a pause or a grace time.
	pub(crate) fn observe_block(params: &AuctionParams) -> u64 {
		let now = T::Time::now();
		let last = Clock::<T>::get();
		let gap_ms = last.map_or(0, |last| now.saturating_sub(last));
		Clock::<T>::put(now);
		let halted = gap_ms > params.halt_gap_ms || Self::has_missed_blocks();
		if halted {
			let until = now.saturating_add(params.grace_ms);
			Halt::<T>::mutate(|halt| halt.until = halt.until.max(until));
			Self::deposit_event(Event::Halted { gap_ms, until });
		}
		Self::count_rounds(params, halted);
		Self::watch_halts(params, halted, last);
		let halt = Halt::<T>::get();
		let runs = !halt.paused && is_fresh(T::Ledger::peg().state);
		let step = match runs {
			true => {
				let since = last.unwrap_or(now).max(halt.until);
				now.saturating_sub(since).min(params.max_step_ms)
			},
			false => 0,
		};
		if Self::note_author(step > 0) {
			step
		} else {
			0
		}
	}

	/// Count the rounds of an underlying from now on, if they are not counted yet.
	pub(crate) fn watch_market(underlying: UnderlyingId) -> DispatchResult {
		Quorums::<T>::try_mutate(|all| {
			if all.iter().any(|quorum| quorum.underlying == underlying) {
				return Ok(());
			}
			let new = Quorum { underlying, at: 0, rounds: 0 };
			all.try_push(new).map_err(|_| Error::<T>::TooManyMarkets.into())
		})
	}

	/// Count the fresh rounds of each market's underlying, from zero after a halt.
	fn count_rounds(params: &AuctionParams, halted: bool) {
		let old = Quorums::<T>::get();
		let mut new = old.clone();
		for quorum in &mut new {
			let reading = T::Prices::spot(quorum.underlying, Lens::Latest);
			// No price that could be bid on is a halt of this underlying's oracle; `Stale` and
			// `TooVolatile` are not.
			if halted || matches!(reading.state, PriceState::NoQuorum | PriceState::NonPositive) {
				quorum.rounds = 0;
			}
			if reading.state.allows(PriceUse::Flag) && reading.at > quorum.at {
				quorum.rounds = quorum.rounds.saturating_add(1).min(params.fresh_rounds);
			}
			// A round that was there before the halt ended must not count later.
			quorum.at = quorum.at.max(reading.at);
		}
		if new != old {
			Quorums::<T>::put(new);
		}
	}

	/// That no grace time runs.
	pub(crate) fn ensure_no_grace(halt: &HaltState) -> DispatchResult {
		ensure!(T::Time::now() >= halt.until, Error::<T>::GracePeriod);
		Ok(())
	}

	/// That liquidation is neither paused nor in its grace time.
	pub(crate) fn ensure_running(halt: &HaltState) -> DispatchResult {
		ensure!(!halt.paused, Error::<T>::Paused);
		Self::ensure_no_grace(halt)
	}

	/// Underlyings of markets that have not had their fresh rounds.
	pub(crate) fn awaiting_quorum(params: &AuctionParams) -> Vec<UnderlyingId> {
		let quorums = Quorums::<T>::get().into_iter();
		let waiting = quorums.filter(|quorum| quorum.rounds < params.fresh_rounds);
		waiting.map(|quorum| quorum.underlying).collect()
	}

	/// That each underlying in `positions` has had its fresh rounds.
	pub(crate) fn ensure_quorum(
		positions: &[(Series, Quantity)],
		params: &AuctionParams,
	) -> DispatchResult {
		let waiting = Self::awaiting_quorum(params);
		let waits = positions.iter().any(|(series, _)| waiting.contains(&series.underlying));
		ensure!(!waits, Error::<T>::AwaitingQuorum);
		Self::ensure_thawed(positions)
	}

	/// Whether an account's clock runs, as far as its own prices say.
	pub(crate) fn is_clock_running(
		halt: &HaltState,
		positions: &[(Series, Quantity)],
		state: PriceState,
		params: &AuctionParams,
	) -> bool {
		Self::ensure_running(halt).is_ok()
			&& is_fresh(state)
			&& Self::ensure_quorum(positions, params).is_ok()
	}

	/// Stop all new liquidation: the restricting role's freeze of it.
	pub(crate) fn do_pause() -> DispatchResult {
		ensure!(!Halt::<T>::get().paused, Error::<T>::AlreadyPaused);
		Self::do_restrict(Scope::Liquidation, Level::Frozen)
	}

	/// End the pause; the grace time starts now.
	pub(crate) fn do_resume() -> DispatchResult {
		ensure!(Halt::<T>::get().paused, Error::<T>::NotPaused);
		Self::do_set_level(Scope::Liquidation, Level::Open)
	}
}
