// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors to other pallets.

use crate::{pallet::*, proof};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{Anchor, CollateralSource};

impl<T: Config> CollateralSource for Pallet<T> {
	fn anchor(source: SourceId) -> Option<Anchor> {
		Self::newest_head(source)
	}

	fn verify(
		account: &MarginAccountId,
		kind: CollateralId,
		anchor: &Anchor,
		proof: Vec<Vec<u8>>,
	) -> Result<u128, DispatchError> {
		let (source, remote) = Self::remote_kind(kind)?;
		let ours = Self::head_at(source, anchor.relay_block);
		ensure!(ours.as_ref() == Some(anchor), Error::<T>::UnknownHead);
		let nodes = proof::compact(&anchor.state_root, &proof).map_err(Error::<T>::Proof)?;
		Self::read_proof(account, (source, &remote), anchor, &nodes)
	}
}
