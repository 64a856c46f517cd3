// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Omissions`: which collators leave out what they were to prove of the relay chain's state.
//! They are reported where silent feeders are punished.

use crate::{pallet::*, MAX_SOURCES};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	traits::{ConstU32, Get},
	BoundedBTreeMap, BoundedVec,
};
use scale_info::TypeInfo;
use sp_runtime::AccountId32;
use straddle_primitives::*;
use straddle_traits::{FeederOffences, Offence};

/// Relay blocks after which counting begins anew: an hour.
pub const OMISSION_PERIOD: u32 = 600;
/// Most collators that are counted in a period; more are reported all the same.
pub const MAX_AUTHORS: u32 = 256;

/// How often a collator left something out in a period.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct OmissionCount {
	/// Relay blocks on which he built without what others had brought before him.
	pub blocks: u32,
	/// How many of them were reported as offences.
	pub reported: u32,
	/// The last of them.
	pub last: u32,
}

/// Omissions of a period.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OmissionPeriod {
	/// Its number: relay blocks by [`OMISSION_PERIOD`].
	pub number: u32,
	/// By collator.
	pub authors: BoundedBTreeMap<AccountId32, OmissionCount, ConstU32<MAX_AUTHORS>>,
}

/// In which period a relay block is.
pub(crate) fn period(relay_block: u32) -> u32 {
	relay_block.checked_div(OMISSION_PERIOD).unwrap_or_default()
}

impl OmissionPeriod {
	/// Count one; whether it is the collator's first of this relay block.
	fn count(&mut self, author: &AccountId32, now: u32, reported: bool) -> bool {
		if self.number != period(now) {
			*self = Self { number: period(now), ..Default::default() };
		}
		if !self.authors.contains_key(author) {
			let _ = self.authors.try_insert(author.clone(), Default::default());
		}
		let Some(count) = self.authors.get_mut(author) else { return true };
		if count.blocks > 0 && count.last >= now {
			return false;
		}
		count.blocks = count.blocks.saturating_add(1);
		count.reported = count.reported.saturating_add(reported.into());
		count.last = now;
		true
	}

	/// That counts belong to the period.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_sound(&self, now: u32) -> bool {
		let of_it = |count: &OmissionCount| {
			count.blocks > 0
				&& count.reported <= count.blocks
				&& count.last <= now
				&& period(count.last) == self.number
		};
		self.authors.values().all(of_it)
	}
}

impl<T: Config> Pallet<T> {
	/// The author of this block, built on `now`, left out these sources' keys though others brought them.
	pub(crate) fn note_omission(now: u32, sources: Vec<SourceId>, punishable: bool) {
		if let Some(author) = T::Author::get() {
			Self::note_omission_of(author, now, sources, punishable);
		}
	}

	pub(crate) fn note_omission_of(
		author: AccountId32,
		now: u32,
		sources: Vec<SourceId>,
		punishable: bool,
	) {
		if !Omissions::<T>::mutate(|period| period.count(&author, now, punishable)) {
			return;
		}
		if punishable {
			T::Offences::report(&author, Offence::Omission { relay_block: now });
		}
		let sources = BoundedVec::<_, ConstU32<MAX_SOURCES>>::truncate_from(sources);
		Self::deposit_event(Event::KeysOmitted { author, relay_block: now, sources, punishable });
	}

	/// What collators left out in the period of the last block.
	pub(crate) fn omissions_of_period() -> Vec<(AccountId32, OmissionCount)> {
		let counted = Omissions::<T>::get();
		if counted.number != period(Known::<T>::get().now) {
			return Vec::new();
		}
		counted.authors.into_iter().collect()
	}
}
