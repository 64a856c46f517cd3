// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Heads`: for each source chain the last heads that the relay chain vouched for.

use crate::pallet::*;
use sp_core::H256;
use straddle_primitives::*;
use straddle_traits::Anchor;

impl<T: Config> Pallet<T> {
	/// Remember a head and forget the oldest when the ring is full. A head that is not newer on the
	/// source chain is not remembered again: several of our blocks may share a relay parent, and a
	/// chain that stands still shows the same head. Returns whether it was new.
	pub fn note_head(source: SourceId, head: Anchor) -> bool {
		Heads::<T>::mutate(source, |ring| {
			let last = ring.last();
			let newer = last.is_none_or(|last| {
				head.number > last.number && head.relay_block > last.relay_block
			});
			if newer {
				if ring.is_full() {
					ring.remove(0);
				}
				return ring.try_push(head).is_ok();
			}
			false
		})
	}

	/// The head of a source chain that was read in this relay block, if it is among those remembered.
	pub fn head_at(source: SourceId, relay_block: u32) -> Option<Anchor> {
		Heads::<T>::get(source).into_iter().find(|head| head.relay_block == relay_block)
	}

	/// Whether the state layout of this code of a source chain is known: a proof against a head of another
	/// one is not read.
	pub fn code_is_known(source: SourceId, code: &H256) -> bool {
		Sources::<T>::get(source).is_some_and(|info| info.codes.binary_search(code).is_ok())
	}

	/// The newest head of a source chain.
	pub fn newest_head(source: SourceId) -> Option<Anchor> {
		Heads::<T>::get(source).last().cloned()
	}
}

/// Whether a ring is in order.
#[cfg(any(feature = "try-runtime", test))]
pub(crate) fn in_order(
	ring: &frame_support::BoundedVec<Anchor, frame_support::traits::ConstU32<{ crate::MAX_HEADS }>>,
) -> bool {
	ring.windows(2)
		.all(|pair| matches!(pair, [a, b] if a.number < b.number && a.relay_block < b.relay_block))
}
