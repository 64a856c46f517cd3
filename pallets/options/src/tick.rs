// SPDX-License-Identifier: GPL-3.0-or-later

//! Block work: listing and settlement, each market in its turn.

use super::*;
use frame_support::storage::with_storage_layer;
use sp_runtime::{traits::Zero, SaturatedConversion};

/// `on_poll` takes at most this part of a block.
pub(crate) const SHARE: u64 = 10;

/// What a call that settles so many steps may use: room for one account with every series, and for
/// the average account at each step.
pub(crate) fn settle_weight<T: Config>(steps: u32) -> Weight {
	let step = T::WeightInfo::settle_account(16)
		.max(costs::settle_order_weight::<T>())
		.max(T::WeightInfo::settle_turn());
	T::WeightInfo::visit_market()
		.saturating_add(T::WeightInfo::settle_account(MAX_SERIES))
		.saturating_add(step.saturating_mul(steps.into()))
}

/// Most void quotes, or orders of an account whose heartbeat is late, that one step takes away.
pub(crate) const SWEPT: u32 = 8;
/// Most steps of each kind of a block's work on orders.
const STEPS: u32 = 32;

/// What a step of block work did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
	/// There is nothing left to look at.
	Last,
	/// It looked at something that stands.
	Looked,
	/// It took something away.
	Took,
}

/// Take so many steps, as far as there is room for one that takes something away.
fn steps<T: Config>(
	meter: &mut WeightMeter,
	weight: Weight,
	mut step: impl FnMut() -> Result<Step, DispatchError>,
) {
	for _ in 0..STEPS {
		if !meter.can_consume(weight) {
			return;
		}
		match with_storage_layer(&mut step) {
			Ok(Step::Took) => meter.consume(weight),
			Ok(Step::Looked) => meter.consume(T::WeightInfo::visit_market()),
			Ok(Step::Last) => return meter.consume(T::WeightInfo::visit_market()),
			Err(error) => {
				log::error!(target: LOG_TARGET, "what rests cannot be cancelled: {error:?}");
				return meter.consume(weight);
			},
		}
	}
}

/// Take away what does not stand any more: orders whose time is over, void quotes, and all that rests of accounts
/// whose heartbeat is late.
fn tidy<T: Config>(meter: &mut WeightMeter) {
	steps::<T>(meter, costs::settle_order_weight::<T>(), tags::end_next::<T>);
	steps::<T>(meter, T::WeightInfo::sweep_quotes(SWEPT), || {
		let Some(account) = Voided::<T>::iter_keys().next() else { return Ok(Step::Last) };
		desk::sweep::<T>(&account, SWEPT)
	});
	steps::<T>(meter, T::WeightInfo::sweep_desk(), Pallet::<T>::look_at_next_desk);
}

fn block<T: Config>() -> Weight {
	<T as frame_system::Config>::BlockWeights::get().max_block
}

/// Settle what is due and list what is missing.
pub(crate) fn poll<T: Config>(now: BlockNumberFor<T>, meter: &mut WeightMeter) {
	let share = block::<T>().saturating_div(SHARE).min(meter.remaining());
	let mut own = WeightMeter::with_limit(share);
	tidy::<T>(&mut own);
	run::<T>(Some(now.saturated_into()), &mut own);
	meter.consume(own.consumed());
}

/// Settle what is due still. It takes half of what is left and not all of it: in most blocks the hook of those
/// who sell whoever fails comes after this one.
pub(crate) fn idle<T: Config>(_: BlockNumberFor<T>, remaining: Weight) -> Weight {
	let share = straddle_traits::within_proof(remaining, block::<T>()).saturating_div(2);
	let mut own = WeightMeter::with_limit(share);
	run::<T>(None, &mut own);
	own.consumed()
}

/// Visit every market, beginning where the last block had no room left.
fn run<T: Config>(turn: Option<u64>, meter: &mut WeightMeter) {
	if meter.try_consume(T::WeightInfo::visit_market()).is_err() {
		return;
	}
	let markets = Underlyings::<T>::get();
	let first = TickCursor::<T>::get();
	let count = markets.len() as u32;
	// The next one that had no room to list something: it begins the next block, and if it has none then it is not waited
	// for.
	let mut waits = None;
	for nth in 0..count {
		let place = first.saturating_add(nth).checked_rem(count).unwrap_or(0);
		let Some(underlying) = markets.get(place as usize) else { return };
		if meter.try_consume(T::WeightInfo::visit_market()).is_err() {
			TickCursor::<T>::put(waits.unwrap_or(place));
			return;
		}
		if !visit::<T>(*underlying, turn, meter) && nth > 0 && waits.is_none() {
			waits = Some(place);
		}
	}
	if let Some(place) = waits {
		TickCursor::<T>::put(place);
	}
}

/// Returns whether there was room to list what may be missing.
fn visit<T: Config>(underlying: UnderlyingId, turn: Option<u64>, meter: &mut WeightMeter) -> bool {
	let now = T::Time::now();
	for expiry in Expiries::<T>::get(underlying).into_iter().filter(|expiry| expiry.at <= now) {
		settlement::advance::<T>(underlying, expiry.at, meter, u32::MAX);
	}
	reopening::advance::<T>(underlying, meter);
	let Some(turn) = turn else { return true };
	let Some(market) = Markets::<T>::get(underlying) else { return true };
	// The most that one visit can list.
	let strikes = u32::from(market.strikes_each_side).saturating_mul(2).saturating_add(1);
	let open = market.state == MarketState::Open
		&& T::Restrictions::market(underlying) == straddle_traits::Level::Open;
	// Two expiries may be tried before.
	let none = T::WeightInfo::list_strikes(Zero::zero());
	let most = T::WeightInfo::list_strikes(strikes).saturating_add(none.saturating_mul(2));
	if !open {
		return true;
	}
	if !meter.can_consume(most) {
		return false;
	}
	let mut failed = 0;
	let listed =
		with_storage_layer(|| listing::upkeep::<T>(underlying, &market, turn, &mut failed));
	meter.consume(none.saturating_mul(failed.into()));
	match listed {
		Ok(listing::Listed::Strikes(new)) => meter.consume(T::WeightInfo::list_strikes(new)),
		Ok(listing::Listed::Nothing) => meter.consume(none),
		Err(error) => {
			meter.consume(none);
			log::warn!(target: LOG_TARGET, "nothing listed on {underlying:?}: {error:?}");
		},
	}
	true
}
