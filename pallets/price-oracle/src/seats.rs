// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Feeders` and `FormerKeys`: who sits. Seats change only when a session starts.

use crate::{crypto::AuthorityId, types::*, *};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::{Get, OneSessionHandler, Time};
use pallet_session::SessionManager;
use sp_application_crypto::BoundToRuntimeAppPublic;
use sp_runtime::traits::UniqueSaturatedInto;

/// Keeps those who lost their seat out of the set that `Inner` proposes: neither collator-selection's
/// candidates nor its invulnerables can be kicked from outside. At least [`Config::MinSeats`] stay, or
/// all if there are fewer: a chain without collators makes no blocks at all.
pub struct Seats<T, Inner>(PhantomData<(T, Inner)>);

impl<T: Config, Inner: SessionManager<AccountId32>> SessionManager<AccountId32>
	for Seats<T, Inner>
{
	fn new_session(index: u32) -> Option<Vec<AccountId32>> {
		Inner::new_session(index).map(Pallet::<T>::seated)
	}

	fn new_session_genesis(index: u32) -> Option<Vec<AccountId32>> {
		Inner::new_session_genesis(index).map(Pallet::<T>::seated)
	}

	fn start_session(index: u32) {
		Inner::start_session(index);
	}

	fn end_session(index: u32) {
		Inner::end_session(index);
	}
}

impl<T: Config> Pallet<T> {
	/// Those of `all` who may sit, in the same order. If they are fewer than there must be, those of the
	/// others who failed least stay, too.
	pub(crate) fn seated(all: Vec<AccountId32>) -> Vec<AccountId32> {
		let now = T::Time::now();
		let records = Records::<T>::get();
		let excluded =
			|who: &AccountId32| records.get(who).filter(|record| record.is_excluded(now));
		let mut out = all.iter().filter_map(|who| Some((excluded(who)?.badness(), who.clone())));
		let mut out = out.by_ref().collect::<Vec<_>>();
		// Stable: of equals the first stays.
		out.sort_by_key(|(badness, _)| *badness);
		let fit = all.len().saturating_sub(out.len());
		let least = T::MinSeats::get().max(1) as usize;
		out.truncate(least.saturating_sub(fit));
		let spared = |who: &AccountId32| out.iter().any(|(_, spared)| spared == who);
		all.into_iter().filter(|who| excluded(who).is_none() || spared(who)).collect()
	}

	/// Seat the collators of a new session, and beside them as many bonded reporters as there is room
	/// for, in the order of their admission.
	///
	/// It takes effect at once: reports of keys that left no longer count for rounds that wait, and those
	/// who came are judged from the next round on.
	pub(crate) fn take_seats(collators: Vec<(AccountId32, AuthorityId)>) {
		let before = Feeders::<T>::get();
		let incentives = Incentives::<T>::get();
		let names = Self::seated(collators.iter().map(|(who, _)| who.clone()).collect());
		let mut feeders = Vec::<Feeder>::new();
		let new = |feeders: &[Feeder], who: &AccountId32, key: &AuthorityId| {
			!feeders.iter().any(|feeder| feeder.account == *who || feeder.key == *key)
		};
		for (account, key) in collators {
			if names.contains(&account) && new(&feeders, &account, &key) {
				feeders.push(Feeder { account, key, seat: Seat::Collator });
			}
		}
		if feeders.len() > MAX_FEEDERS as usize {
			log::warn!(target: LOG_TARGET, "{} collators: {MAX_FEEDERS} are heard", feeders.len());
			feeders.truncate(MAX_FEEDERS as usize);
		}
		let room = reporter_seats(feeders.len() as u32, &incentives) as usize;
		let full = feeders.len().saturating_add(room);
		let (now, records) = (T::Time::now(), Records::<T>::get());
		for account in Reporters::<T>::get() {
			let excluded = records.get(&account).is_some_and(|record| record.is_excluded(now));
			if excluded || feeders.len() >= full {
				continue;
			}
			let bond = Self::standing_bond(&account, &incentives);
			if let Some(Bond { key, .. }) = bond.filter(|bond| new(&feeders, &account, &bond.key)) {
				feeders.push(Feeder { account, key, seat: Seat::Reporter });
			}
		}
		let feeders = BoundedVec::truncate_from(feeders);
		if feeders != before {
			Self::open_records(&feeders, &before);
			Self::remember_keys(&before, &feeders, now.saturating_add(incentives.unbonding_ms));
			let count = feeders.len().unique_saturated_into();
			Feeders::<T>::put(feeders);
			Self::deposit_event(Event::FeedersChanged { count });
		}
	}

	/// What a key signed can be punished for as long as bonds are held after its last session.
	fn remember_keys(before: &[Feeder], feeders: &[Feeder], until: Moment) {
		let now = T::Time::now();
		let left = before
			.iter()
			.filter(|b| !feeders.iter().any(|f| f.account == b.account && f.key == b.key))
			.map(|b| (b.key.clone(), b.account.clone(), until));
		FormerKeys::<T>::mutate(|former| {
			former.retain(|(_, _, until)| now < *until);
			for entry in left {
				if former.len() >= MAX_FORMER_KEYS as usize {
					former.remove(0);
				}
				let _ = former.try_push(entry);
			}
		});
	}

	/// Whose key it is, or was until lately.
	pub(crate) fn owner_of(key: &AuthorityId) -> Option<AccountId32> {
		let feeders = Feeders::<T>::get();
		if let Some(feeder) = feeders.iter().find(|feeder| feeder.key == *key) {
			return Some(feeder.account.clone());
		}
		let now = T::Time::now();
		let former = FormerKeys::<T>::get();
		let mut known = former.iter().rev().filter(|(k, _, until)| k == key && now < *until);
		known.next().map(|(_, who, _)| who.clone())
	}

	/// The keys of the feeders, in their order.
	pub fn feeder_keys() -> Vec<AuthorityId> {
		Feeders::<T>::get().into_iter().map(|feeder| feeder.key).collect()
	}
}

impl<T: Config> BoundToRuntimeAppPublic for Pallet<T> {
	type Public = AuthorityId;
}

impl<T: Config> OneSessionHandler<AccountId32> for Pallet<T> {
	type Key = AuthorityId;

	fn on_genesis_session<'a, I>(validators: I)
	where
		I: Iterator<Item = (&'a AccountId32, AuthorityId)> + 'a,
	{
		Self::take_seats(validators.map(|(who, key)| (who.clone(), key)).collect());
	}

	/// Also when the collators are the same: reporters and exclusions may have changed.
	fn on_new_session<'a, I>(_changed: bool, validators: I, _queued: I)
	where
		I: Iterator<Item = (&'a AccountId32, AuthorityId)> + 'a,
	{
		Self::take_seats(validators.map(|(who, key)| (who.clone(), key)).collect());
	}

	/// A collator that may not author may still be right about prices.
	fn on_disabled(_: u32) {}
}
