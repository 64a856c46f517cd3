// SPDX-License-Identifier: GPL-3.0-or-later

//! `Watch` until the ledger knows what an account can bear: everything is to be looked at every round, and
//! nothing is filed.

use crate::*;
use alloc::vec::Vec;
use sp_runtime::DispatchError;
use straddle_primitives::*;
use straddle_traits::{Exposure, Filed, Risk, Watch};

impl<T: Config> Watch for Pallet<T> {
	fn exposure_in(
		session: &mut Self::Session,
		account: &MarginAccountId,
	) -> Result<Option<Exposure>, DispatchError> {
		let is = Self::assess_in(session, account, Lens::Latest)?;
		let headroom = is.maintenance_excess().into_inner();
		Ok(Some(Exposure { headroom, state: is.state, ..Default::default() }))
	}

	fn filed(_: &MarginAccountId) -> Filed {
		Filed::default()
	}

	fn set_filed(_: &MarginAccountId, _: Filed) {}

	fn accounts_after(after: Option<&MarginAccountId>, limit: u32) -> Vec<MarginAccountId> {
		let keys = match after {
			Some(after) => Accounts::<T>::iter_keys_from_key(after),
			None => Accounts::<T>::iter_keys(),
		};
		keys.take(limit as usize).collect()
	}
}
