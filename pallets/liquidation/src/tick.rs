// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: clocks and auctions in `on_poll`, more auctions and pruning in `on_idle`. All bounded, all
//! goes on where it stopped.

use crate::{bids::Session, *};
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use straddle_primitives::*;
use straddle_traits::Risk;

/// Most ended auctions that one block looks at.
const PRUNED_PER_BLOCK: u32 = 8;

impl<T: Config> Pallet<T> {
	/// Of a block, what the look at auctions may use: a fifth.
	pub(crate) fn poll_share() -> Weight {
		T::BlockWeights::get().max_block.saturating_div(5)
	}

	/// Of that, what the risk ladder may use before the auctions: three quarters.
	pub(crate) fn ladder_part(share: Weight) -> Weight {
		share.saturating_div(4).saturating_mul(3)
	}

	/// Of what is left of a block what a hook may use: of the proof nothing above 85 % of a block's.
	pub(crate) fn within_proof(left: Weight) -> Weight {
		let most = T::BlockWeights::get().max_block.proof_size();
		let kept = most.saturating_div(20).saturating_mul(3);
		Weight::from_parts(left.ref_time(), left.proof_size().saturating_sub(kept))
	}

	/// Look at the chain's own clock, let the odometers run, look at the accounts that are due, then at
	/// auctions in turn.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll(MAX_WATCHED)).is_err() {
			return;
		}
		let params = Params::<T>::get();
		let step_ms = Self::observe_block(&params);
		let mut session = T::Ledger::session();
		Self::run_clocks(&mut session, step_ms, &params, meter);
		let mut budget =
			WeightMeter::with_limit(Self::within_proof(meter.remaining()).min(Self::poll_share()));
		let mut ladder = WeightMeter::with_limit(Self::ladder_part(budget.remaining()));
		Self::poll_ladder(&mut session, &mut ladder);
		budget.consume(ladder.consumed());
		let (visits, left) = (Visits::<T>::get(), AuctionCount::<T>::get());
		if visits.left != left {
			Visits::<T>::put(VisitState { left, ..visits });
		}
		Self::visit_all(&mut session, &mut budget);
		Self::share_losses(&mut budget);
		meter.consume(budget.consumed());
	}

	/// What is left of a block: auctions that were not looked at, and ended ones that are too old.
	pub(crate) fn idle(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		Self::prune(&mut meter);
		Self::look_at_lots(&mut meter);
		Self::visit_all(&mut T::Ledger::session(), &mut meter);
		meter.consumed()
	}

	/// Look at auctions from the cursor on, each at most once a block.
	fn visit_all(session: &mut Session<T>, meter: &mut WeightMeter) {
		let before = Visits::<T>::get();
		if before.left == 0 || meter.try_consume(T::WeightInfo::visit_base()).is_err() {
			return;
		}
		let mut visits = before.clone();
		while visits.left > 0 {
			// The size of an account is known only once it is read.
			let most = T::WeightInfo::visit(MAX_POSITIONS);
			if !meter.can_consume(Self::with_chains(most, 1, MAX_POSITIONS)) {
				break;
			}
			let Some(account) = Self::next_auction(visits.last.as_ref()) else { break };
			if !Self::visit(session, &account, meter) {
				break;
			}
			visits.left = visits.left.saturating_sub(1);
			visits.last = Some(account);
		}
		if visits != before {
			Visits::<T>::put(visits);
		}
	}

	/// The auction after `cursor`, round the end.
	fn next_auction(cursor: Option<&MarginAccountId>) -> Option<MarginAccountId> {
		cursor
			.and_then(|last| Auctions::<T>::iter_keys_from_key(last).next())
			.or_else(|| Auctions::<T>::iter_keys().next())
	}

	/// Look at one auction, so that none depends on anybody: end it if it is over, let the pool take what
	/// nobody wants, let standing bids have their turn. Returns false, with neither of the last two done, if
	/// that needs more weight than is left.
	pub(crate) fn visit(
		session: &mut Session<T>,
		account: &MarginAccountId,
		meter: &mut WeightMeter,
	) -> bool {
		let Ok(look) = Self::look_up(session, account) else {
			// What cannot be valued cannot be bid for: its clock stops.
			meter.consume(T::WeightInfo::visit(MAX_POSITIONS));
			Self::rewind(account, false);
			return true;
		};
		let size = look.size();
		meter.consume(Self::with_chains(T::WeightInfo::visit(size), 1, size));
		let ended = with_storage_layer(|| Self::finish_looked(account.clone(), look));
		let Ok(Some(mut look)) = ended else { return true };
		if !look.auction.clock.follows {
			look.auction.clock = Self::rewind(account, true);
		}
		if look.running && look.is_unwanted() {
			let weight = Self::with_chains(T::WeightInfo::take_over(size), 1, size);
			if meter.try_consume(weight).is_err() {
				return false;
			}
			// It fails if the pool's account is full: then bidders have it at κ = 1.
			if with_storage_layer(|| Self::take_over_looked(session, account.clone(), &look))
				.is_ok()
			{
				return true;
			}
		}
		let kappa = look.params.kappa(look.biddable_ms).unwrap_or(0);
		if look.running && Self::has_backstop(kappa) {
			let most = T::WeightInfo::backstop(MAX_POSITIONS);
			if !meter.can_consume(Self::with_chains(most, 1, MAX_POSITIONS)) {
				return false;
			}
			let most = Self::try_backstops(session, account, &look);
			meter.consume(Self::with_chains(T::WeightInfo::backstop(most), 1, most));
		}
		true
	}

	/// Forget ended auctions that are too old to resume.
	pub(crate) fn prune(meter: &mut WeightMeter) {
		let step = T::WeightInfo::prune_step();
		// Two steps: one is what finding out costs when there is nothing to do.
		if !meter.can_consume(step.saturating_mul(2)) {
			return;
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
	}
}
