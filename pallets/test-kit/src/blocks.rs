// SPDX-License-Identifier: GPL-3.0-or-later

//! Blocks that run every hook. `frame_system`'s own helper runs neither `on_poll` nor `on_idle`.

use frame_support::{
	traits::{OnFinalize, OnIdle, OnInitialize, OnPoll},
	weights::{Weight, WeightMeter},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{traits::One, Saturating};

/// End this block and begin the next: `on_idle`, `on_finalize`, then `on_initialize`, `on_poll`.
///
/// `before` runs between `on_initialize` and `on_poll`: set the time there.
pub fn next_block<T, Hooks>(budget: Weight, before: impl FnOnce(BlockNumberFor<T>))
where
	T: frame_system::Config,
	Hooks: OnInitialize<BlockNumberFor<T>>
		+ OnPoll<BlockNumberFor<T>>
		+ OnIdle<BlockNumberFor<T>>
		+ OnFinalize<BlockNumberFor<T>>,
{
	let now = frame_system::Pallet::<T>::block_number();
	Hooks::on_idle(now, budget);
	Hooks::on_finalize(now);
	let events = frame_system::Pallet::<T>::read_events_no_consensus().collect::<Vec<_>>();
	let next = now.saturating_add(One::one());
	frame_system::Pallet::<T>::reset_events();
	frame_system::Pallet::<T>::initialize(&next, &Default::default(), &Default::default());
	// Events of earlier blocks stay visible to the test.
	for record in events {
		frame_system::Pallet::<T>::deposit_event(record.event);
	}
	Hooks::on_initialize(next);
	before(next);
	Hooks::on_poll(next, &mut WeightMeter::with_limit(budget));
}
