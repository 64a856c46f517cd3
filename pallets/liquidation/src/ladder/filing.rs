// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Rungs` and `Hot`: where accounts are filed.
//!
//! An entry is a key of its own, and it is there if the account's `Filed` says so: whoever moves an account
//! takes the old entry away. Of an account in auction `Filed` says where it was before. Its entries go one by one,
//! as their rungs are reached, also when the auction has ended and nothing says any more that they are there
//! (ADR 38); so do those of an account that no longer exists. Whoever meets one drops it.

use super::types::*;
use crate::*;
use alloc::vec::Vec;
use frame_support::{traits::Time, weights::Weight, BoundedVec};
use straddle_math::ladder;
use straddle_primitives::*;
use straddle_traits::{DriverId, Exposure, Filed, Ladder, Watch, MAX_DRIVERS};

/// Where an account is due.
pub(crate) struct Dues {
	/// By driver, sorted, at most [`MAX_DRIVERS`].
	dues: Vec<(DriverId, u32)>,
	/// By time.
	time: u32,
}

impl Dues {
	/// By so many feeds and by time, all at this rung.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn for_benchmark(feeds: u32, rung: u32) -> Self {
		let due = |feed: u32| (DriverId::Price(FeedId(feed as u16)), rung);
		Self { dues: (0..feeds).map(due).collect(), time: rung }
	}

	/// By time alone.
	pub(crate) fn in_an_hour(now: Moment) -> Self {
		Self { dues: Vec::new(), time: minute(now.saturating_add(HOUR_MS)) }
	}
}

impl<T: Config> Ladder for Pallet<T> {
	fn file(account: &MarginAccountId, exposure: Option<&Exposure>, filed: &mut Filed) {
		let Some(exposure) = exposure else { return };
		if !filed.hot {
			match Self::dues_of(exposure) {
				Some(plan) => Self::file_at(account, filed, &plan, false),
				None => Self::file_hot(account, filed),
			}
		}
	}

	fn weight(moved: u32) -> Weight {
		straddle_traits::each(T::WeightInfo::ladder_file).saturating_mul(moved.into())
	}

	fn refile_all() {
		Self::do_refile_all();
	}
}

impl<T: Config> Pallet<T> {
	/// Where an account with this exposure is due; none if it is to be looked at every round. Has whatever
	/// moves it measured from now on.
	pub(crate) fn dues_of(exposure: &Exposure) -> Option<Dues> {
		let now = T::Time::now();
		let time = minute(now.saturating_add(exposure.horizon_ms));
		let holds = exposure.state == PriceState::Valid && exposure.headroom > 0;
		if !holds || time <= minute(now) {
			return None;
		}
		let old = OdometerList::<T>::get();
		// What these say of another time is not where the account stands.
		if old.at != now {
			return None;
		}
		let moving = exposure.sensitivities.iter().filter(|(_, sensitivity)| *sensitivity != 0);
		let moving: Vec<_> = moving.map(|(driver, size)| (*driver, kind(*driver), *size)).collect();
		let sensitivities: Vec<_> = moving.iter().map(|(_, kind, size)| (*kind, *size)).collect();
		let radius = ladder::radius(exposure.headroom, &sensitivities).ok()?;
		let mut dues = Vec::with_capacity(moving.len());
		for (driver, kind, _) in moving {
			let reading = old.get(driver).map_or(0, Odometer::wad);
			let due = ladder::due(kind, reading, radius).ok()?;
			let rung = rung_at(kind, due.at);
			// Rounded down it may be due already.
			if due.hot || rung <= rung_at(kind, reading.saturating_add(kind.band())) {
				return None;
			}
			dues.push((driver, rung));
		}
		if dues.len() > MAX_DRIVERS as usize || !Self::ensure_strikes(&exposure.strikes) {
			return None;
		}
		let mut odometers = old.clone();
		if !dues.iter().all(|(driver, _)| Self::ensure_odometer(&mut odometers, *driver)) {
			return None;
		}
		if odometers != old {
			OdometerList::<T>::put(odometers);
		}
		Some(Dues { dues, time })
	}

	/// File an account where it is due; if not `exactly`, only where that is earlier than it is filed.
	pub(crate) fn file_at(
		account: &MarginAccountId,
		filed: &mut Filed,
		plan: &Dues,
		exactly: bool,
	) {
		let stays = |old: u32, new: u32| old == new || (old < new && !exactly);
		let old = |driver| filed.dues.binary_search_by_key(driver, |due| due.0);
		let added = plan.dues.iter().filter(|(driver, _)| old(driver).is_err()).count();
		if !exactly && filed.dues.len().saturating_add(added) > MAX_DRIVERS as usize {
			// Some that no longer move it are left of before: all is put in order when it is looked at.
			return Self::file_hot(account, filed);
		}
		let mut moved = Vec::new();
		let mut dues = core::mem::take(&mut filed.dues).into_inner();
		if exactly {
			dues.retain(|(driver, rung)| {
				let planned = plan.dues.binary_search_by_key(driver, |due| due.0).is_ok();
				if !planned {
					Rungs::<T>::remove(Rail::Driver(*driver), place(*rung, account));
				}
				planned
			});
		}
		for (driver, rung) in &plan.dues {
			let rail = Rail::Driver(*driver);
			match dues.binary_search_by_key(driver, |due| due.0) {
				Ok(at) => {
					let Some((_, old)) = dues.get_mut(at) else { continue };
					if stays(*old, *rung) {
						continue;
					}
					Rungs::<T>::remove(rail, place(*old, account));
					*old = *rung;
				},
				Err(at) => dues.insert(at, (*driver, *rung)),
			}
			moved.push((rail, *rung));
		}
		filed.dues = BoundedVec::truncate_from(dues);
		if filed.time == 0 || !stays(filed.time, plan.time) {
			if filed.time != 0 {
				Rungs::<T>::remove(Rail::Time, place(filed.time, account));
			}
			filed.time = plan.time;
			moved.push((Rail::Time, plan.time));
		}
		if filed.hot && exactly {
			Hot::<T>::remove(account);
			filed.hot = false;
		}
		for (rail, rung) in &moved {
			Rungs::<T>::insert(rail, place(*rung, account), ());
		}
		Self::lower_bounds(&moved);
	}

	/// Have an account looked at every round. Its other entries stay.
	pub(crate) fn file_hot(account: &MarginAccountId, filed: &mut Filed) {
		if !filed.hot {
			Hot::<T>::insert(account, ());
			filed.hot = true;
		}
	}

	/// File an account nowhere.
	pub(crate) fn unfile(account: &MarginAccountId, filed: &mut Filed) {
		for (driver, rung) in &filed.dues {
			Rungs::<T>::remove(Rail::Driver(*driver), place(*rung, account));
		}
		if filed.time != 0 {
			Rungs::<T>::remove(Rail::Time, place(filed.time, account));
		}
		if filed.hot {
			Hot::<T>::remove(account);
		}
		*filed = Filed::default();
	}

	/// The auction of an account is over: have it looked at next round, unless nothing is left of it to `watch`.
	/// Entries of before go as they are reached.
	pub(crate) fn file_after(account: &MarginAccountId, watch: bool) {
		if watch {
			Hot::<T>::insert(account, ());
		} else if T::Ledger::filed(account).hot {
			Hot::<T>::remove(account);
		}
		T::Ledger::set_filed(account, Filed { hot: watch, ..Default::default() });
	}

	/// Note that accounts are filed at these rungs.
	fn lower_bounds(moved: &[(Rail, u32)]) {
		if moved.is_empty() {
			return;
		}
		let mut odometers = OdometerList::<T>::get();
		let mut lower = false;
		for (rail, rung) in moved {
			if let Some(lowest) = odometers.lowest_mut(*rail).filter(|lowest| **lowest > *rung) {
				*lowest = *rung;
				lower = true;
			}
		}
		if lower {
			OdometerList::<T>::put(odometers);
		}
	}
}
