// SPDX-License-Identifier: GPL-3.0-or-later

//! What steps of block work are charged of a block's proof: what was recorded, where the node tells.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What an entry may add to the proof by its being written, if it was not read, in bytes: the path to it,
/// but for what the paths to others have in common with it.
pub const WRITTEN_PROOF: u64 = 700;

/// Reads off, step by step, by how much the block's proof grows. `P` tells the bytes recorded in this block so
/// far, if the node records: author and validator are told the same.
pub struct ProofGauge<P> {
	last: Option<u64>,
	_told_by: PhantomData<P>,
}

impl<P: Get<Option<u64>>> ProofGauge<P> {
	/// Reads off from now on.
	pub fn begin() -> Self {
		Self { last: P::get(), _told_by: PhantomData }
	}

	/// What is to be charged for a step of a declared weight, of which `written` entries were not read before: of
	/// the proof what was recorded since the last step, and what these may add. The declared figure counts where
	/// nothing is told, or less than before.
	pub fn charge(&mut self, declared: Weight, written: u32) -> Weight {
		let before = core::mem::replace(&mut self.last, P::get());
		let recorded = before.zip(self.last).and_then(|(before, now)| now.checked_sub(before));
		let Some(recorded) = recorded else { return declared };
		let written = WRITTEN_PROOF.saturating_mul(written.into());
		declared.set_proof_size(recorded.saturating_add(written))
	}
}

/// Of what is left of a block what a hook may use: of the proof nothing above 85 % of a block's.
pub fn within_proof(left: Weight, block: Weight) -> Weight {
	let kept = block.proof_size().saturating_div(20).saturating_mul(3);
	left.set_proof_size(left.proof_size().saturating_sub(kept))
}
