// SPDX-License-Identifier: GPL-3.0-or-later

//! How old what is known of source chains is (DESIGN.md 7): pure, over what `Known` holds.

use crate::{pallet::*, relay::*};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use straddle_primitives::*;
use straddle_traits::{Anchor, ChainAge, ChainAges};

/// Most source chains: each costs every block three keys of the relay chain's state.
pub const MAX_SOURCES: u32 = 16;
/// Relay blocks after a source's keys were first asked for in which nobody is punished for leaving them
/// out: a day in which operators bring their nodes up to date.
pub const GRACE: u32 = 14_400;
/// Relay blocks in a row without a source's keys for which somebody is at fault. Beyond, whatever keeps
/// them away keeps them from everybody. It is less than a tenth of a feeders' period (ADR 28).
pub const FAULT_WINDOW: u32 = 50;

/// What the relay chain had of a source when it was read last.
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
pub enum Standing {
	/// It was not read yet.
	#[default]
	Unread,
	/// A head that is the newest or newer.
	Live,
	/// No head, or no code: it is not registered yet, or not any more.
	Absent,
	/// A head that is no header, or a code hash that is no hash.
	Unreadable,
	/// A head below one that was seen before: the chain was set back.
	SetBack,
}

/// What is known of a source's heads. Blocks are the relay chain's but for `number`.
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
pub struct HeadState {
	/// Its parachain id.
	pub para_id: u32,
	/// The first block that was built when its keys were to be proven.
	pub asked: Option<u32>,
	/// The last block in which it was read.
	pub read: Option<u32>,
	/// How many of those after it did not prove its keys.
	pub missed: u32,
	/// The block in which its head was last seen to be a newer one.
	pub changed: Option<u32>,
	/// The highest number that a head of it had.
	pub number: u32,
	/// The block of its newest head that is remembered.
	pub anchor: Option<u32>,
	/// Heads read before this one are not to be proven against: the chain was set back since.
	pub valid_from: u32,
	/// What there was when it was read last.
	pub standing: Standing,
	/// Hash of the code that it runs.
	pub code: Option<H256>,
	/// Hash of the code that it is about to run.
	pub future: Option<H256>,
}

/// What is known of all sources.
#[derive(
	Clone,
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
pub struct KnownHeads {
	/// The relay block that this block, or the last one, was built on; zero before there is a source.
	pub now: u32,
	/// By source, sorted.
	pub sources: BoundedVec<(SourceId, HeadState), ConstU32<MAX_SOURCES>>,
}

impl KnownHeads {
	/// What is known of a source.
	pub fn of(&self, source: SourceId) -> Option<&HeadState> {
		self.sources.iter().find(|(named, _)| *named == source).map(|(_, state)| state)
	}

	/// Its age. None before its first head: that a chain stands still is not known as long as nothing of
	/// it is.
	pub fn age(&self, source: SourceId) -> Option<ChainAge> {
		let state = self.of(source)?;
		let (read, changed) = (state.read?, state.changed?);
		let staleness = read.saturating_sub(changed);
		Some(ChainAge { staleness, omission: self.now.saturating_sub(read) })
	}
}

impl HeadState {
	/// One that was just named.
	pub fn new(para_id: u32) -> Self {
		Self { para_id, ..Default::default() }
	}

	/// Its keys are not proven in a block built on `now`; `fresh` if that is the first on it. Whether
	/// somebody is at fault: others brought them lately.
	pub(crate) fn miss(&mut self, fresh: bool) -> bool {
		self.missed = self.missed.saturating_add(fresh.into());
		self.read.is_some() && self.missed <= FAULT_WINDOW
	}

	/// Whether nodes that cannot prove its keys had time to learn it.
	pub(crate) fn is_punishable(&self, now: u32) -> bool {
		self.asked.is_some_and(|asked| now.saturating_sub(asked) >= GRACE)
	}

	/// Take in what was found in a relay block later than all before. The head if it is to be remembered:
	/// it is a newer one, and the code was the same at the reading before. The first head under a new
	/// code was made by the old one.
	pub(crate) fn take(&mut self, found: &Found, now: u32) -> Option<Anchor> {
		let same_code = self.code == found.code;
		(self.read, self.missed) = (Some(now), 0);
		(self.code, self.future) = (found.code, found.future);
		let head = match found.head {
			Ok(head) => head,
			Err(NoHead::Absent) => {
				self.standing = Standing::Absent;
				return None;
			},
			Err(NoHead::Unreadable) => {
				self.standing = Standing::Unreadable;
				return None;
			},
		};
		if self.changed.is_some() && head.number < self.number {
			self.standing = Standing::SetBack;
			// What was on the chain after this head may never have been.
			(self.anchor, self.valid_from) = (None, now);
			return None;
		}
		self.standing = Standing::Live;
		if self.changed.is_some() && head.number == self.number {
			return None;
		}
		(self.changed, self.number) = (Some(now), head.number);
		let code_hash = found.code.filter(|_| same_code)?;
		self.anchor = Some(now);
		let Head { number, state_root } = head;
		Some(Anchor { relay_block: now, number, state_root, code_hash })
	}

	/// That what is known can have been seen in this order.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_sound(&self, now: u32) -> bool {
		let blocks = [self.anchor, self.changed, self.read, Some(now)];
		let known: alloc::vec::Vec<u32> = blocks.into_iter().flatten().collect();
		// Each may be missing only if all before it are.
		let nested =
			blocks.windows(2).all(|pair| matches!(pair, [a, b] if a.is_none() || b.is_some()));
		let unread = self.standing == Standing::Unread;
		nested
			&& known.is_sorted()
			&& self.asked.is_none_or(|asked| asked <= now)
			&& self.valid_from <= self.anchor.unwrap_or(now)
			&& unread == self.read.is_none()
	}
}

impl<T: Config> ChainAges for Pallet<T> {
	fn age(source: SourceId) -> Option<ChainAge> {
		Known::<T>::get().age(source)
	}
}
