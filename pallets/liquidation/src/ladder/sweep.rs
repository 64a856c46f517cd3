// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `HotAccounts`: what a block looks at.
//!
//! First half of what there is goes to the hot list, then the rungs that are due, the one furthest behind
//! in steps of its driver first, then the hot list again, then the pass over all accounts.

use super::{filing::Dues, types::*};
use crate::{
	bids::Session,
	costs::{each, rails, Charged, Size, Step},
	*,
};
use alloc::vec::Vec;
use core::iter::Peekable;
use frame_support::{
	storage::{with_storage_layer, KeyPrefixIterator},
	traits::Time,
	weights::{Weight, WeightMeter},
};
use sp_runtime::AccountId32;
use straddle_math::fixed::{mul_div, Rounding};
use straddle_primitives::*;
use straddle_traits::{Filed, Holdings, Ledger, Risk, Watch, MAX_DRIVERS};

/// An account that fails, if the latest prices are all that counts.
struct Found<'a> {
	account: &'a MarginAccountId,
	held: Holdings<AccountId32>,
	/// As it was valued.
	latest: Option<Assessment>,
	/// Whether it was on the hot list.
	was_hot: bool,
}

/// A rail on which rungs are due.
pub(crate) struct Due {
	rail: Rail,
	/// The highest rung that is due.
	last: u32,
	entries: Peekable<KeyPrefixIterator<RungKey>>,
}

impl Due {
	pub(crate) fn of<T: Config>(rail: Rail, last: u32) -> Self {
		Self { rail, last, entries: Rungs::<T>::iter_key_prefix(rail).peekable() }
	}

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
	pub(crate) fn poll_ladder(
		session: &mut Session<T>,
		charged: &mut Charged,
		meter: &mut WeightMeter,
	) {
		if !Self::advance_odometers(meter) {
			return;
		}
		let mut half = WeightMeter::with_limit(meter.remaining().saturating_div(2));
		Self::sweep_hot(session, charged, true, &mut half);
		meter.consume(half.consumed());
		Self::sweep(session, charged, meter);
	}

	/// The ladder's part of what is left at a block's end.
	pub(crate) fn idle_ladder(limit: Weight) -> Weight {
		let mut meter = WeightMeter::with_limit(Self::within_proof(limit));
		if meter.try_consume(Self::drop_weight()).is_ok()
			&& OdometerList::<T>::get().at == T::Time::now()
		{
			Self::sweep(&mut T::Ledger::session(), &mut Charged::default(), &mut meter);
		}
		meter.consumed()
	}

	fn sweep(session: &mut Session<T>, charged: &mut Charged, meter: &mut WeightMeter) {
		Self::sweep_rungs(session, charged, meter);
		Self::sweep_hot(session, charged, false, meter);
		Self::sweep_all(session, charged, meter);
	}

	/// The most that one account may need: it may have to be valued and its auction started.
	pub(crate) fn most_of_a_look() -> Weight {
		let filed = T::WeightInfo::ladder_file(MAX_DRIVERS.saturating_add(1));
		let start = Self::most_start_weight(Size::MOST)
			.saturating_add(Self::unaged_weight(Size::MOST).saturating_mul(2))
			.saturating_add(Self::lend_weight(Size::MOST));
		Self::first_weight()
			.saturating_add(Self::look_weight(Size::MOST))
			.saturating_add(start.max(filed))
	}

	/// The most that looking at an account weighs besides its start or its filing: it is valued at the latest prices
	/// and, if it fails, at the median of three and without its orders.
	pub(crate) fn look_weight(size: Size) -> Weight {
		each(T::WeightInfo::ladder_look)
			.saturating_add(Self::value_weight(size, 3))
			.saturating_add(Self::learn_weight(size, 2))
	}

	/// Do one step, which gets to know what is left and does nothing if that is too little for it. Whose turn it is,
	/// and how large that account is, is known once it was read: there is room for that.
	fn try_step<R>(
		session: &mut Session<T>,
		meter: &mut WeightMeter,
		step: impl FnOnce(&mut Session<T>, Weight) -> Option<(R, Step)>,
	) -> Option<R> {
		if !meter.can_consume(Self::drop_weight()) {
			return None;
		}
		Self::metered(session, meter, |session, room| match step(session, room) {
			Some((result, step)) => (Some(result), step),
			None => (None, Step::new(Self::drop_weight(), 0, 0)),
		})
	}

	/// Look at the accounts whose rungs are due.
	fn sweep_rungs(session: &mut Session<T>, charged: &mut Charged, meter: &mut WeightMeter) {
		let now = T::Time::now();
		let odometers = OdometerList::<T>::get();
		let due = |(rail, lowest): (Rail, u32)| {
			let last = odometers.due_rung(rail, now).filter(|last| lowest <= *last)?;
			Some(Due::of::<T>(rail, last))
		};
		let mut rails: Vec<_> = odometers.rails().filter_map(due).collect();
		let count = u32::try_from(rails.len()).unwrap_or(MAX_ODOMETERS);
		if count == 0 || meter.try_consume(T::WeightInfo::ladder_odometers(count)).is_err() {
			return;
		}
		loop {
			let furthest = rails.iter_mut().filter_map(|due| Some((due.behind()?, due)));
			let Some((_, due)) = furthest.max_by_key(|(behind, _)| *behind) else { break };
			let step = |session: &mut Session<T>, room| {
				Self::pop(session, charged, due, room).map(|step| ((), step))
			};
			if Self::try_step(session, meter, step).is_none() {
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

	/// Take the lowest entry off a rail and look at its account, if there is room for that.
	pub(crate) fn pop(
		session: &mut Session<T>,
		charged: &mut Charged,
		due: &mut Due,
		room: Weight,
	) -> Option<Step> {
		let Some((rung, account)) = due.entries.peek().cloned() else {
			return Some(Step::default());
		};
		let rail = due.rail;
		let mut drop = || {
			due.entries.next();
			Rungs::<T>::remove(rail, (rung, account.clone()));
		};
		let dropped = Step::new(Self::drop_weight(), 0, 1);
		// What is left of before its auction; the end of that files it again.
		if Auctions::<T>::contains_key(&account) {
			drop();
			return Some(dropped);
		}
		let mut filed = T::Ledger::filed(&account);
		let known = u32::from_be_bytes(rung);
		let is_its_own = match rail {
			Rail::Driver(driver) => {
				let found = filed.dues.iter().position(|one| *one == (driver, known));
				found.map(|at| filed.dues.remove(at)).is_some()
			},
			Rail::Time if filed.time == known => {
				filed.time = 0;
				true
			},
			Rail::Time => false,
		};
		if is_its_own && !filed.hot {
			return Self::look_within(session, charged, &account, filed, room, drop);
		}
		drop();
		if is_its_own {
			T::Ledger::set_filed(&account, filed);
		}
		Some(dropped)
	}

	/// Look at the hot list from where the last look stopped. A pass begins (if it `may`) with a new round of
	/// prices, or after a minute without one.
	fn sweep_hot(
		session: &mut Session<T>,
		charged: &mut Charged,
		may_begin: bool,
		meter: &mut WeightMeter,
	) {
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
			let step = |session: &mut Session<T>, room| {
				let filed = T::Ledger::filed(&account);
				if filed.hot && !Auctions::<T>::contains_key(&account) {
					let step = Self::look_within(session, charged, &account, filed, room, || ())?;
					return Some(((), step));
				}
				// It no longer exists, or is in auction: the end of that files it again.
				Hot::<T>::remove(&account);
				Some(((), Step::new(Self::drop_weight(), 0, 1)))
			};
			if Self::try_step(session, meter, step).is_none() {
				break;
			}
			pass.cursor = Some(account);
		}
		if pass != old {
			HotAccounts::<T>::put(pass);
		}
	}

	/// Look at accounts that no driver has filed, from where the last look stopped.
	fn sweep_all(session: &mut Session<T>, charged: &mut Charged, meter: &mut WeightMeter) {
		let mut pass = AllAccounts::<T>::get();
		if pass.done {
			return;
		}
		loop {
			let before = pass.clone();
			let step = |session: &mut Session<T>, room| {
				let base = Step::new(Self::drop_weight(), 0, 0);
				let Some(account) = Self::next_of_all(&mut pass) else {
					return Some((false, base));
				};
				let filed = T::Ledger::filed(&account);
				// It is found by its odometers, was filed since they were set forward, or is in auction.
				let known = filed.hot || !filed.dues.is_empty();
				if known || Auctions::<T>::contains_key(&account) {
					return Some((true, base));
				}
				let step = Self::look_within(session, charged, &account, filed, room, || ())?;
				Some((true, step))
			};
			match Self::try_step(session, meter, step) {
				Some(true) => {},
				Some(false) => break,
				// Its turn comes again.
				None => {
					pass = before;
					break;
				},
			}
		}
		AllAccounts::<T>::put(pass);
	}

	/// Look at an account that is in no auction, if there is room for the most that this may need of it: its
	/// auction may start, or it is filed anew. What standing bids need besides is seen when it fails. If there is,
	/// `first` is done first.
	fn look_within(
		session: &mut Session<T>,
		charged: &mut Charged,
		account: &MarginAccountId,
		filed: Filed,
		room: Weight,
		first: impl FnOnce(),
	) -> Option<Step> {
		let Some(held) = T::Ledger::holdings(account) else {
			first();
			return Some(Step::new(Self::drop_weight(), 0, 1));
		};
		let size = Size::of(&held);
		let shared = charged.first::<T>();
		let filing = T::WeightInfo::ladder_file(rails(size, &filed));
		let most = shared
			.saturating_add(Self::look_weight(size))
			.saturating_add(Self::most_start_weight(size).max(filing));
		let spare = room.checked_sub(&most)?;
		charged.begin();
		first();
		let looked = Step::new(each(T::WeightInfo::ladder_look), 1, 1).plus(shared);
		Some(looked.and(Self::look(session, charged, account, held, filed, spare)))
	}

	/// Look at an account, of which `filed` and `held` are true: start its auction if it fails, else file it
	/// anew. Returns what that took besides valuing it; `spare` is left for standing bids.
	fn look(
		session: &mut Session<T>,
		charged: &mut Charged,
		account: &MarginAccountId,
		held: Holdings<AccountId32>,
		mut filed: Filed,
		spare: Weight,
	) -> Step {
		let before = rails(Size::default(), &filed);
		match T::Ledger::watch_in(session, account) {
			Ok(None) => Self::unfile(account, &mut filed),
			// The pool owes for it already, and an auction has nothing to sell.
			Ok(Some(_)) if held.is_bare() && Deficits::<T>::contains_key(account) => {
				Self::file_at(account, &mut filed, &Dues::in_an_hour(T::Time::now()), true);
			},
			Ok(Some((exposure, latest))) => {
				if exposure.headroom < 0 {
					let found = Found { account, held, latest, was_hot: filed.hot };
					if let Some(step) = Self::start_found(session, charged, found, spare) {
						return step;
					}
				}
				match Self::dues_of(&exposure) {
					Some(plan) => Self::file_at(account, &mut filed, &plan, true),
					None => Self::file_hot(account, &mut filed),
				}
			},
			Err(_) => Self::file_hot(account, &mut filed),
		}
		let rails = before.max(rails(Size::default(), &filed));
		T::Ledger::set_filed(account, filed);
		Step::new(T::WeightInfo::ladder_file(rails), 0, rails.saturating_mul(2))
	}

	/// Start the auction of an account that the ladder found, or change nothing. Standing bids have their turn if
	/// `spare` is enough for them; if not, it comes when block work looks at the auction.
	///
	/// Where it was filed stays so until it is reached: to take that away is dearer than to start an auction, and
	/// there is no time for it in a block in which thousands fail (ADR 26, 38).
	fn start_found(
		session: &mut Session<T>,
		charged: &mut Charged,
		found: Found,
		spare: Weight,
	) -> Option<Step> {
		let Found { account, held, latest, was_hot } = found;
		let size = Size::of(&held);
		let books = Self::books_weight(charged.new_books(&held.ordered));
		let of = held.clone();
		let started = with_storage_layer(|| {
			if was_hot {
				Hot::<T>::remove(account);
			}
			Self::start(session, None, account.clone(), None, of, latest, spare)
		});
		let started = started.ok()?;
		let mut step = Self::start_step(size).plus(books).and(Self::unread_step(started.written));
		step = step.and(Self::charge_turn(charged, &held, &started.bids, started.turned, false));
		if started.ended {
			step = step.and(Self::end_step(false));
		}
		charged.note_books(held.ordered);
		Some(step)
	}
}
