// SPDX-License-Identifier: GPL-3.0-or-later

//! The door for liquidation and collateral. Shut for orders until messages are connected: what cannot be
//! delivered is refused, not pretended.

use crate::pallet::*;
use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;
use straddle_traits::{Anchor, CollateralSource, OrderOutcome, OrderPurpose};

impl<T: Config> CollateralSource<AccountId32> for Pallet<T> {
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
		Self::read_proof(account, (source, &remote), anchor, &proof)
	}

	fn order(
		_: &MarginAccountId,
		_: CollateralId,
		_: u128,
		_: &AccountId32,
		_: OrderPurpose,
	) -> DispatchResult {
		Err(Error::<T>::NotConnected.into())
	}

	fn settle(
		_: &MarginAccountId,
		_: CollateralId,
		_: OrderPurpose,
		_: OrderOutcome,
	) -> DispatchResult {
		Err(Error::<T>::NotConnected.into())
	}
}
