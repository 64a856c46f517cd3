// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `HotAccounts`: what a block looks at.
//!
//! First half of what there is goes to the hot list, then the rungs that are due, the one furthest behind
//! in steps of its driver first, then the hot list again, then the pass over all accounts.

use super::{filing::Dues, types::*};
use crate::{
	bids::{size_of_list, Session},
	*,
};
use alloc::vec::Vec;
use core::iter::Peekable;
use frame_support::{
	storage::{with_storage_layer, KeyPrefixIterator},
	traits::{Get, Time},
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;
use straddle_math::fixed::{mul_div, Rounding};
use straddle_primitives::*;
use straddle_traits::{Filed, Ledger, Risk, Watch};

/// What a step may add to the proof by its writes, in bytes: the paths to the entries that it makes.
const WRITTEN_PROOF: u64 = 4_096;
/// Of the proof of a flag what a look at the account has read: prices, surfaces and kinds of collateral.
const SHARED_PROOF: u64 = 400_000;

/// What starting an auction weighs after a look at the account.
fn after_look(start: Weight) -> Weight {
	start.saturating_sub(Weight::from_parts(0, SHARED_PROOF))
}

/// A rail on which rungs are due.
struct Due {
	rail: Rail,
	/// The highest rung that is due.
	last: u32,
	entries: Peekable<KeyPrefixIterator<RungKey>>,
}

impl Due {
	/// The lowest rung on it, if that is due.
	fn first(&mut self) -> Option<u32> {
		let rung = self.entries.peek().map(|(rung, _)| u32::from_be_bytes(*rung))?;
		(rung <= self.last).then_some(rung)
	}

	/// How far its lowest entry is behind, in millionths of steps. A step of time is an hour.
	fn behind(&mut self) -> Option<i128> {
		let rungs = i128::from(self.last.saturating_sub(self.first()?));
		let (width, step) = match self.rail {
			Rail::Driver(driver) => (width(kind(driver)), kind(driver).step()),
			Rail::Time => (1, 60),
		};
		mul_div(rungs.saturating_mul(1_000_000), width, step, Rounding::Down).ok()
	}
}

impl<T: Config> Pallet<T> {
	/// The ladder's part of a block's beginning: bring the odometers to now, then look at accounts.
	pub(crate) fn poll_ladder(session: &mut Session<T>, meter: &mut WeightMeter) {
		if !Self::advance_odometers(meter) {
			return;
		}
		let mut half = WeightMeter::with_limit(meter.remaining().saturating_div(2));
		Self::sweep_hot(session, true, &mut half);
		meter.consume(half.consumed());
		Self::sweep(session, meter);
	}

	/// The ladder's part of what is left at a block's end.
	pub(crate) fn idle_ladder(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(Self::within_proof(limit));
		let base = T::WeightInfo::ladder_look(0, 0);
		if meter.try_consume(base).is_ok() && OdometerList::<T>::get().at == T::Time::now() {
			Self::sweep(&mut T::Ledger::session(), &mut meter);
		}
		meter.consumed()
	}

	fn sweep(session: &mut Session<T>, meter: &mut WeightMeter) {
		Self::sweep_rungs(session, meter);
		Self::sweep_hot(session, false, meter);
		Self::sweep_all(session, meter);
	}

	/// What one account may need: it may have to be valued and its auction started.
	pub(crate) fn most_of_a_look() -> Weight {
		T::WeightInfo::ladder_look(MAX_POSITIONS, MAX_LOTS)
			.saturating_add(after_look(Self::most_flag_weight()))
	}

	/// Do one step, if the meter pays for the worst. It is charged what `step` says; of the proof what was
	/// recorded and may be written, where the node tells.
	fn metered<R>(meter: &mut WeightMeter, step: impl FnOnce() -> (R, Weight)) -> Option<R> {
		if !meter.can_consume(Self::most_of_a_look()) {
			return None;
		}
		let before = T::ProofSize::get();
		let (result, mut weight) = step();
		if let Some((before, after)) = before.zip(T::ProofSize::get()) {
			weight =
				weight.set_proof_size(after.saturating_sub(before).saturating_add(WRITTEN_PROOF));
		}
		meter.consume(weight);
		Some(result)
	}

	/// Look at the accounts whose rungs are due.
	fn sweep_rungs(session: &mut Session<T>, meter: &mut WeightMeter) {
		let now = T::Time::now();
		let odometers = OdometerList::<T>::get();
		let due = |(rail, lowest): (Rail, u32)| {
			let last = odometers.due_rung(rail, now).filter(|last| lowest <= *last)?;
			Some(Due { rail, last, entries: Rungs::<T>::iter_key_prefix(rail).peekable() })
		};
		let mut rails: Vec<_> = odometers.rails().filter_map(due).collect();
		let count = u32::try_from(rails.len()).unwrap_or(MAX_ODOMETERS);
		if count == 0 || meter.try_consume(T::WeightInfo::ladder_odometers(count)).is_err() {
			return;
		}
		loop {
			let furthest = rails.iter_mut().filter_map(|due| Some((due.behind()?, due)));
			let Some((_, due)) = furthest.max_by_key(|(behind, _)| *behind) else { break };
			let step = || (true, Self::pop(session, due));
			if Self::metered(meter, step).is_none() {
				break;
			}
		}
		let mut odometers = OdometerList::<T>::get();
		for due in rails {
			let first = Rungs::<T>::iter_key_prefix(due.rail).next();
			if let Some(lowest) = odometers.lowest_mut(due.rail) {
				*lowest = first.map_or(NO_RUNG, |(rung, _)| u32::from_be_bytes(rung));
			}
		}
		OdometerList::<T>::put(odometers);
	}

	/// Take the lowest entry off a rail and look at its account.
	fn pop(session: &mut Session<T>, due: &mut Due) -> Weight {
		let Some((rung, account)) = due.entries.next() else { return Weight::zero() };
		Rungs::<T>::remove(due.rail, (rung, account.clone()));
		let rung = u32::from_be_bytes(rung);
		let mut filed = T::Ledger::filed(&account);
		let is_its_own = match due.rail {
			Rail::Driver(driver) => {
				let found = filed.dues.iter().position(|known| *known == (driver, rung));
				found.map(|at| filed.dues.remove(at)).is_some()
			},
			Rail::Time if filed.time == rung => {
				filed.time = 0;
				true
			},
			Rail::Time => false,
		};
		if is_its_own && !filed.hot {
			return Self::look(session, &account, filed);
		}
		if is_its_own {
			T::Ledger::set_filed(&account, filed);
		}
		T::WeightInfo::ladder_look(0, 0)
	}

	/// Look at the hot list from where the last look stopped. A pass begins (if it `may`) with a new round of
	/// prices, or after a minute without one.
	fn sweep_hot(session: &mut Session<T>, may_begin: bool, meter: &mut WeightMeter) {
		let old = HotAccounts::<T>::get();
		let mut pass = old.clone();
		if !pass.open {
			let now = T::Time::now();
			let priced_at = OdometerList::<T>::get().priced_at;
			let is_time = priced_at > pass.priced_at || now >= pass.began.saturating_add(MINUTE_MS);
			if !may_begin || !is_time || Hot::<T>::iter_keys().next().is_none() {
				return;
			}
			pass = HotPass { open: true, cursor: None, began: now, priced_at };
		}
		while pass.open {
			let next = match &pass.cursor {
				Some(cursor) => Hot::<T>::iter_keys_from_key(cursor).next(),
				None => Hot::<T>::iter_keys().next(),
			};
			let Some(account) = next else {
				pass.open = false;
				break;
			};
			let step = || {
				let filed = T::Ledger::filed(&account);
				let weight = match filed.hot {
					true => Self::look(session, &account, filed),
					// It no longer exists.
					false => {
						Hot::<T>::remove(&account);
						T::WeightInfo::ladder_look(0, 0)
					},
				};
				((), weight)
			};
			if Self::metered(meter, step).is_none() {
				break;
			}
			pass.cursor = Some(account);
		}
		if pass != old {
			HotAccounts::<T>::put(pass);
		}
	}

	/// Look at accounts that no driver has filed, from where the last look stopped.
	fn sweep_all(session: &mut Session<T>, meter: &mut WeightMeter) {
		let mut pass = AllAccounts::<T>::get();
		if pass.done {
			return;
		}
		loop {
			let step = || match Self::next_of_all(&mut pass) {
				None => (false, T::WeightInfo::ladder_look(0, 0)),
				Some(account) => {
					let filed = T::Ledger::filed(&account);
					let weight = match filed.hot || !filed.dues.is_empty() {
						// It is found by its odometers, or was filed since they were set forward.
						true => T::WeightInfo::ladder_look(0, 0),
						false => Self::look(session, &account, filed),
					};
					(true, weight)
				},
			};
			if Self::metered(meter, step) != Some(true) {
				break;
			}
		}
		AllAccounts::<T>::put(pass);
	}

	/// Look at an account, of which `filed` is true: start its auction if it fails, else file it anew.
	/// Returns what that weighed.
	pub(crate) fn look(
		session: &mut Session<T>,
		account: &MarginAccountId,
		mut filed: Filed,
	) -> Weight {
		let (positions, lots) = Self::size_of(account);
		let weight = T::WeightInfo::ladder_look(positions, lots);
		if Auctions::<T>::contains_key(account) {
			// The end of the auction files it again.
			Self::unfile(account, &mut filed);
			T::Ledger::set_filed(account, filed);
			return weight;
		}
		match T::Ledger::exposure_in(session, account) {
			Ok(None) => Self::unfile(account, &mut filed),
			// The pool owes for it already, and an auction has nothing to sell.
			Ok(Some(_)) if Deficits::<T>::contains_key(account) && Self::holds_nothing(account) => {
				Self::file_at(account, &mut filed, &Dues::in_an_hour(T::Time::now()), true);
			},
			Ok(Some(exposure)) => {
				if exposure.headroom < 0 {
					if let Ok(positions) = Self::start_found(session, account, &filed) {
						let start = after_look(Self::start_weight(positions));
						return weight.saturating_add(start);
					}
				}
				match Self::dues_of(&exposure) {
					Some(plan) => Self::file_at(account, &mut filed, &plan, true),
					None => Self::file_hot(account, &mut filed),
				}
			},
			Err(_) => Self::file_hot(account, &mut filed),
		}
		T::Ledger::set_filed(account, filed);
		weight
	}

	/// How many positions and lots an account has, for weights.
	pub(crate) fn size_of(account: &MarginAccountId) -> (u32, u32) {
		let lots = u32::try_from(T::Ledger::lots(account).len()).unwrap_or(MAX_LOTS);
		(size_of_list(&T::Ledger::positions(account)), lots)
	}

	/// Start the auction of an account that the ladder found, or change nothing. Returns the most positions
	/// that an account had in it.
	fn start_found(
		session: &mut Session<T>,
		account: &MarginAccountId,
		filed: &Filed,
	) -> Result<u32, DispatchError> {
		with_storage_layer(|| {
			let mut filed = filed.clone();
			Self::unfile(account, &mut filed);
			T::Ledger::set_filed(account, filed);
			Self::start(session, None, account.clone(), None)
		})
	}
}
