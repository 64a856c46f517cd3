// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: the clocks in `on_poll`, pruning in `on_idle`. Both bounded, both go on where they
//! stopped.

use crate::{
	bids::{size_of_list, Session},
	*,
};
use frame_support::{
	traits::Get,
	weights::{Weight, WeightMeter},
};
use straddle_primitives::*;
use straddle_traits::{Ledger, Risk};

/// Most ended auctions that one block looks at.
const PRUNED_PER_BLOCK: u32 = 8;

impl<T: Config> Pallet<T> {
	/// Of a block, what the clocks may use: a fifth.
	pub(crate) fn poll_share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(5)
	}

	/// Of that, what the risk ladder may use before the clocks: three quarters.
	pub(crate) fn ladder_part(share: Weight) -> Weight {
		share.saturating_div(4).saturating_mul(3)
	}

	/// Of what is left of a block what a hook may use: of the proof nothing above 85 % of a block's.
	pub(crate) fn within_proof(left: Weight) -> Weight {
		let most = T::BlockWeights::get().max_block.proof_size();
		let kept = most.saturating_div(20).saturating_mul(3);
		Weight::from_parts(left.ref_time(), left.proof_size().saturating_sub(kept))
	}

	/// Look at the chain's own clock and at the accounts that are due, then advance auctions' clocks.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll(MAX_WATCHED)).is_err() {
			return;
		}
		let params = Params::<T>::get();
		Self::observe_block(&params);
		let mut budget =
			WeightMeter::with_limit(Self::within_proof(meter.remaining()).min(Self::poll_share()));
		let mut ladder = WeightMeter::with_limit(Self::ladder_part(budget.remaining()));
		Self::poll_ladder(&mut ladder);
		budget.consume(ladder.consumed());
		Self::tick(&params, &mut budget);
		meter.consume(budget.consumed());
	}

	/// Advance clocks from the cursor on, each at most once.
	fn tick(params: &AuctionParams, budget: &mut WeightMeter) {
		let count = AuctionCount::<T>::get();
		let halt = Halt::<T>::get();
		// Nothing to advance, and the time before the end of a grace never counts.
		if count == 0 || Self::ensure_running(&halt).is_err() {
			return;
		}
		let start = TickCursor::<T>::get();
		let mut cursor = start.clone();
		let mut session = T::Ledger::session();
		for _ in 0..count {
			// The size of an account is known only once it is read.
			if !budget.can_consume(T::WeightInfo::tick_step(MAX_POSITIONS)) {
				break;
			}
			let Some(account) = Self::next_auction(cursor.as_ref()) else { break };
			let size = Self::tick_one(&mut session, &account, &halt, params);
			budget.consume(T::WeightInfo::tick_step(size));
			cursor = Some(account);
		}
		if cursor != start {
			TickCursor::<T>::set(cursor);
		}
	}

	/// The auction after `cursor`, round the end.
	fn next_auction(cursor: Option<&MarginAccountId>) -> Option<MarginAccountId> {
		cursor
			.and_then(|last| Auctions::<T>::iter_keys_from_key(last).next())
			.or_else(|| Auctions::<T>::iter_keys().next())
	}

	/// Advance one clock. An account that cannot be valued cannot be bid for: its clock stands still.
	pub(crate) fn tick_one(
		session: &mut Session<T>,
		account: &MarginAccountId,
		halt: &HaltState,
		params: &AuctionParams,
	) -> u32 {
		let positions = T::Ledger::positions(account);
		let running = T::Ledger::assess_in(session, account, Lens::Latest)
			.is_ok_and(|is| Self::is_clock_running(halt, &positions, is.state, params));
		Auctions::<T>::mutate_extant(account, |auction| {
			Self::advance(auction, halt, running, params.max_step_ms);
		});
		size_of_list(&positions)
	}

	/// Forget ended auctions that are too old to resume.
	pub(crate) fn prune(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		let step = T::WeightInfo::prune_step();
		// Two steps: one is what finding out costs when there is nothing to do.
		if !meter.can_consume(step.saturating_mul(2)) {
			return meter.consumed();
		}
		meter.consume(step);
		let params = Params::<T>::get();
		let start = PruneCursor::<T>::get();
		let mut cursor = start.clone();
		for _ in 0..PRUNED_PER_BLOCK {
			if meter.try_consume(step).is_err() {
				break;
			}
			let next = match cursor.as_ref() {
				Some(last) => Ended::<T>::iter_keys_from_key(last).next(),
				None => Ended::<T>::iter_keys().next(),
			};
			if let Some(account) = &next {
				Self::forget(account, &params);
			}
			cursor = next;
			if cursor.is_none() {
				break;
			}
		}
		if cursor != start {
			PruneCursor::<T>::set(cursor);
		}
		meter.consumed()
	}
}
