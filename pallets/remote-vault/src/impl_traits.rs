// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors to other pallets.

use crate::{pallet::*, proof, WeightInfo, MOST_RIGHTS};
use alloc::vec::Vec;
use frame_support::{dispatch::DispatchClass, ensure};
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{Anchor, CollateralSource, PoolClaims, RemoteLots};

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

/// Of the pool's own account, which may have any number of rights, no more are counted than of others.
impl<T: Config> PoolClaims for Pallet<T> {
	fn owed_to(account: &MarginAccountId) -> Cash {
		if !RightCounts::<T>::contains_key(account) {
			return 0;
		}
		let (mut owed, mut rights): (Cash, u64) = (0, 0);
		for ((kind, _), right) in Rights::<T>::iter_prefix((account,)).take(MOST_RIGHTS as usize) {
			rights = rights.saturating_add(1);
			if right.gone == 0 {
				continue;
			}
			let unknown = || T::Lots::source_of(kind).map_or(0, |_| Cash::MAX);
			let worth = T::Lots::value(kind, right.gone).unwrap_or_else(|_| unknown());
			owed = owed.saturating_add(worth);
		}
		let weight = T::WeightInfo::doubt_right().saturating_mul(rights);
		let class = DispatchClass::Operational;
		frame_system::Pallet::<T>::register_extra_weight_unchecked(weight, class);
		owed
	}
}
