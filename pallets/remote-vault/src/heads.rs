// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Known` and `Heads`: what each block's proof of the relay chain's state says of source
//! chains, and the heads that proofs may be made against (DESIGN.md 8.3).
//!
//! Whatever that proof says or leaves out, the block goes on: nothing here fails.

use crate::{ages::*, pallet::*, relay::*, types::*, WeightInfo};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, weights::Weight};
use scale_info::TypeInfo;
use sp_core::H256;
use straddle_primitives::*;
use straddle_traits::Anchor;

/// What was seen to change on a source chain. Each is told once.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum SourceChange {
	/// It runs this code, or none. If that is not `known`, proofs against its heads are not read.
	Code { code: Option<H256>, known: bool },
	/// It is about to run this code, or not any more.
	FutureCode { code: Option<H256>, known: bool },
	/// What the relay chain has of it.
	Standing(Standing),
}

impl<T: Config> Pallet<T> {
	/// The keys of the relay chain's state that collators are to prove: three of each source.
	pub fn keys_to_prove() -> Vec<Vec<u8>> {
		Known::<T>::get().sources.iter().flat_map(|(_, state)| keys(state.para_id)).collect()
	}

	/// Read what the block's proof says of the sources; `now` is the relay block that it is built on.
	/// A source that was read in this relay block is not read again, and one block earlier than the last
	/// says nothing. Returns the weight of it.
	pub fn read_relay_state(now: u32, relay: &impl RelayState) -> Weight {
		let mut known = Known::<T>::get();
		if known.sources.is_empty() || now < known.now {
			return T::WeightInfo::read_heads(0);
		}
		let fresh = now > known.now;
		known.now = now;
		let (mut missing, mut punishable) = (Vec::new(), false);
		for (source, state) in &mut known.sources {
			if state.read == Some(now) {
				continue;
			}
			state.asked.get_or_insert(now);
			match look(relay, state.para_id) {
				Ok(found) => {
					let before = *state;
					if let Some(head) = state.take(&found, now) {
						Heads::<T>::insert(*source, slot(now), head);
					}
					Self::tell(*source, &before, state);
				},
				Err(Withheld) => {
					if state.miss(fresh) {
						missing.push(*source);
						punishable |= state.is_punishable(now);
					}
				},
			}
		}
		let weight = T::WeightInfo::read_heads(known.sources.len() as u32);
		Known::<T>::put(known);
		if missing.is_empty() {
			return weight;
		}
		Self::note_omission(now, missing, punishable);
		weight.saturating_add(T::WeightInfo::omission())
	}

	/// Say what changed.
	fn tell(source: SourceId, before: &HeadState, after: &HeadState) {
		let tell = |change| Self::deposit_event(Event::SourceChanged { source, change });
		let known =
			|code: &Option<H256>| code.is_some_and(|code| Self::code_is_known(source, &code));
		if before.code != after.code {
			tell(SourceChange::Code { code: after.code, known: known(&after.code) });
		}
		if before.future != after.future {
			tell(SourceChange::FutureCode { code: after.future, known: known(&after.future) });
		}
		if before.standing != after.standing {
			tell(SourceChange::Standing(after.standing));
		}
	}

	/// Ask for a source's keys from the next block on.
	///
	/// # Errors
	/// There are as many sources as there may be, or another one is this parachain.
	pub(crate) fn watch(source: SourceId, para_id: u32) -> Result<(), Error<T>> {
		Known::<T>::try_mutate(|known| {
			let Err(place) = known.sources.binary_search_by_key(&source, |(named, _)| *named)
			else {
				return Ok(());
			};
			let named = known.sources.iter().any(|(_, state)| state.para_id == para_id);
			ensure!(!named, Error::<T>::SameParachain);
			let state = HeadState::new(para_id);
			let inserted = known.sources.try_insert(place, (source, state));
			inserted.map_err(|_| Error::<T>::TooManySources)
		})
	}

	/// Remember a head as if it had been read in its relay block under a code that ran before (tests and
	/// benchmarks). Not one that is not newer, there and here. Returns whether it is remembered.
	#[cfg(any(feature = "runtime-benchmarks", test))]
	pub fn note_head(source: SourceId, head: Anchor) -> bool {
		let noted = Known::<T>::try_mutate(|known| {
			let now = head.relay_block.max(known.now);
			let mut sources = known.sources.iter_mut();
			let (_, state) = sources.find(|(named, _)| *named == source).ok_or(())?;
			ensure!(state.read.is_none_or(|read| head.relay_block > read), ());
			ensure!(state.changed.is_none() || head.number > state.number, ());
			state.code = Some(head.code_hash);
			let seen = Head { number: head.number, state_root: head.state_root };
			let found = Found { head: Ok(seen), code: state.code, future: state.future };
			state.take(&found, head.relay_block);
			known.now = now;
			Ok::<_, ()>(())
		});
		if noted.is_ok() {
			Heads::<T>::insert(source, slot(head.relay_block), head);
		}
		noted.is_ok()
	}

	/// The head of a source chain that was read in this relay block, if it is among those that a proof may
	/// be made against.
	pub fn head_at(source: SourceId, relay_block: u32) -> Option<Anchor> {
		let valid_from = Known::<T>::get().of(source)?.valid_from;
		let head = Heads::<T>::get(source, slot(relay_block))?;
		(head.relay_block == relay_block && relay_block >= valid_from).then_some(head)
	}

	/// Whether the state layout of this code of a source chain is known: a proof against a head of another
	/// one is not read.
	pub fn code_is_known(source: SourceId, code: &H256) -> bool {
		Sources::<T>::get(source).is_some_and(|info| info.codes.binary_search(code).is_ok())
	}

	/// The newest head of a source chain that a proof may be made against.
	pub fn newest_head(source: SourceId) -> Option<Anchor> {
		let anchor = Known::<T>::get().of(source)?.anchor?;
		Self::head_at(source, anchor)
	}

	/// All heads of a source chain that a proof may be made against, oldest first.
	pub(crate) fn remembered(source: SourceId) -> Vec<Anchor> {
		let Some(state) = Known::<T>::get().of(source).copied() else { return Vec::new() };
		let heads = Heads::<T>::iter_prefix_values(source);
		let mut heads: Vec<_> = heads.filter(|head| head.relay_block >= state.valid_from).collect();
		heads.sort_by_key(|head| head.relay_block);
		heads
	}
}

/// Where in the ring a head lies.
pub(crate) fn slot(relay_block: u32) -> u32 {
	relay_block.checked_rem(MAX_HEADS).unwrap_or_default()
}

/// Whether the heads of a source, oldest first, are in order and belong to what is known of it.
#[cfg(any(feature = "try-runtime", test))]
pub(crate) fn in_order(state: &HeadState, heads: &[Anchor]) -> bool {
	let rising = heads.windows(2).all(|pair| match pair {
		[a, b] => a.number < b.number && a.relay_block < b.relay_block,
		_ => true,
	});
	let newest = heads.last();
	rising
		&& newest.map(|head| head.relay_block) == state.anchor
		&& newest.is_none_or(|head| head.number <= state.number)
}
