// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: clocks and auctions in `on_poll`, more auctions and pruning in `on_idle`. All bounded, all
//! goes on where it stopped.

use crate::{
	bids::{Lookup, Session},
	costs::{each, Charged, Size, Step},
	*,
};
use frame_support::{
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use straddle_primitives::*;
use straddle_traits::{Ledger, Risk};

/// Most ended auctions that one block looks at.
const PRUNED_PER_BLOCK: u32 = 8;

impl<T: Config> Pallet<T> {
	/// Look at the chain's own clock, let the odometers run, look at the accounts that are due, then at
	/// auctions in turn.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll(MAX_WATCHED)).is_err() {
			return;
		}
		let params = Params::<T>::get();
		let step_ms = Self::observe_block(&params);
		let (mut session, mut charged) = (T::Ledger::session(), Charged::default());
		Self::run_clocks(&mut session, step_ms, &params, meter);
		let mut budget =
			WeightMeter::with_limit(Self::within_proof(meter.remaining()).min(Self::poll_share()));
		// Those that the ladder starts now have had their look.
		let (visits, left) = (Visits::<T>::get(), AuctionCount::<T>::get());
		let mut ladder = WeightMeter::with_limit(Self::ladder_part(budget.remaining()));
		Self::poll_ladder(&mut session, &mut charged, &mut ladder);
		budget.consume(ladder.consumed());
		if visits.left != left {
			Visits::<T>::put(VisitState { left, ..visits });
		}
		Self::visit_all(&mut session, &mut charged, &mut budget);
		Self::share_losses(&mut budget);
		meter.consume(budget.consumed());
	}

	/// What is left of a block: auctions that were not looked at, and ended ones that are too old.
	pub(crate) fn idle(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(limit);
		Self::prune(&mut meter);
		Self::look_at_lots(&mut meter);
		Self::tend_loans(&mut meter);
		Self::look_at_own(&mut meter);
		Self::visit_all(&mut T::Ledger::session(), &mut Charged::default(), &mut meter);
		meter.consumed()
	}

	/// Look at auctions from the cursor on, each at most once a block.
	fn visit_all(session: &mut Session<T>, charged: &mut Charged, meter: &mut WeightMeter) {
		let before = Visits::<T>::get();
		if before.left == 0 {
			return;
		}
		let mut visits = before.clone();
		while visits.left > 0 {
			// The size of an account is known only once it is read.
			if !meter.can_consume(each(T::WeightInfo::visit)) {
				break;
			}
			let Some(account) = Self::next_auction(visits.last.as_ref()) else { break };
			if !Self::visit(session, charged, &account, meter) {
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
	/// nobody wants, let standing bids have their turn. Returns false, with what there was no room for not
	/// done, if that needs more weight than is left.
	pub(crate) fn visit(
		session: &mut Session<T>,
		charged: &mut Charged,
		account: &MarginAccountId,
		meter: &mut WeightMeter,
	) -> bool {
		Self::metered(session, meter, |session, room| {
			Self::visit_within(session, charged, account, room)
		})
	}

	fn visit_within(
		session: &mut Session<T>,
		charged: &mut Charged,
		account: &MarginAccountId,
		room: Weight,
	) -> (bool, Step) {
		let held = T::Ledger::holdings(account);
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let own = each(T::WeightInfo::visit)
			.saturating_add(charged.first::<T>())
			.saturating_add(Self::chains_weight(1, size));
		let most = own
			.saturating_add(Self::value_weight(size, 1))
			.saturating_add(Self::learn_weight(size, 1))
			.saturating_add(Self::end_weight(true));
		let Some(mut spare) = room.checked_sub(&most) else {
			return (false, Step::new(each(T::WeightInfo::visit), 0, 0));
		};
		charged.begin();
		let looked = Step::new(own, 1, 1);
		let look = held.ok_or_else(|| Error::<T>::NoSuchAccount.into());
		let Ok(look) = look.and_then(|held| Self::look_up_at(session, account, held)) else {
			// What cannot be valued cannot be bid for: its clock stops.
			Self::rewind(account, false);
			return (true, looked);
		};
		let paid = look.auction.flagger.is_some();
		let ended = with_storage_layer(|| Self::finish_looked(account.clone(), look));
		let Ok(Some(mut look)) = ended else {
			return (true, looked.and(Self::end_step(paid)));
		};
		if !look.auction.clock.follows {
			look.auction.clock = Self::rewind(account, true);
		}
		let mut step = looked;
		if look.running && look.is_unwanted() {
			if !Self::most_taken_over_weight(size).all_lte(spare) {
				return (false, step);
			}
			let touched = charged.touched(&look.held.positions);
			let taken_over = Self::take_over_step(size, touched);
			step = step.and(taken_over.plus(Self::chains_weight(1, size)));
			let done =
				with_storage_layer(|| Self::take_over_looked(session, account.clone(), &look));
			match done {
				Ok(()) => {
					charged.note_series(&look.held.positions);
					return (true, step);
				},
				// Until one of the pool's accounts has room bidders have it at κ = 1.
				Err(error) => Self::pass_taker(error),
			}
			spare = spare.saturating_sub(Self::most_taken_over_weight(size));
		}
		if !look.running {
			return (true, step);
		}
		let (done, turn) = Self::visit_backstops(session, charged, account, &look, spare);
		(done, step.and(turn))
	}

	/// Let standing bids have their turn, if there is room for it.
	fn visit_backstops(
		session: &mut Session<T>,
		charged: &mut Charged,
		account: &MarginAccountId,
		look: &Lookup,
		room: Weight,
	) -> (bool, Step) {
		let bids = Self::turns_of(Self::standing(), account, look);
		let paid = look.auction.flagger.is_some();
		if !Self::most_turn_weight(&look.held, &bids, paid).all_lte(room) {
			return (false, Step::default().plus(Self::standing_weight(bids.read)));
		}
		let turned = Self::try_backstops(session, account, look, &bids.turns);
		(true, Self::charge_turn(charged, &look.held, &bids, turned, paid))
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
