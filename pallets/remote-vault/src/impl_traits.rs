// SPDX-License-Identifier: GPL-3.0-or-later

//! The door for liquidation and collateral.

use crate::{orders::Destination, pallet::*};
use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, ensure, storage::with_storage_layer};
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
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		to: &AccountId32,
		purpose: OrderPurpose,
	) -> Result<u64, DispatchError> {
		match purpose {
			OrderPurpose::Seizure => Self::order_delivery(account, kind, to, amount),
			OrderPurpose::Release => with_storage_layer(|| {
				let to = Destination::There(to.clone());
				Self::place(account, kind, OrderPurpose::Release, amount, to)
			}),
		}
	}

	fn settle(
		account: &MarginAccountId,
		kind: CollateralId,
		(purpose, id): (OrderPurpose, u64),
		outcome: OrderOutcome,
	) -> DispatchResult {
		Self::note_end(&(account.clone(), kind, purpose), id, outcome)
	}
}
