// SPDX-License-Identifier: GPL-3.0-or-later

//! Signed intents and the request board (ADR 33).

use super::*;
use sp_runtime::{traits::Zero, MultiSignature};
use straddle_traits::Work;

#[cfg(feature = "runtime-benchmarks")]
pub(crate) mod benchmarking;
pub(crate) mod board;
pub(crate) mod checks;
pub(crate) mod nonces;
pub(crate) mod settle;
pub(crate) mod signing;
#[cfg(any(feature = "try-runtime", test))]
pub(crate) mod try_state;
mod types;
pub(crate) mod views;

pub use signing::INTENT_PREFIX;
pub use types::*;

/// What a settlement met.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Met {
	/// Positions and series with orders of all accounts; those of one that gives count twice, since it
	/// is valued twice more.
	pub series: u32,
	/// Legs of all intents.
	pub legs: u32,
	/// What was valued.
	pub work: Work,
}

impl<T: Config> Pallet<T> {
	/// What it met is counted as it goes, whether it is settled or refused.
	pub(crate) fn do_settle_intents(
		submitter: AccountId32,
		set: &[IntentFill],
		met: &mut Met,
	) -> DispatchResult {
		settle::settle::<T>(&submitter, set, met)?;
		let intents = set.len() as u32;
		Self::deposit_event(Event::IntentsSettled { submitter, intents });
		Ok(())
	}

	pub(crate) fn do_cancel_intents(
		who: &AccountId32,
		account: MarginAccountId,
		cancelled: NonceList,
	) -> DispatchResult {
		T::Ledger::ensure_may_trade(&account, who)?;
		nonces::cancel::<T>(&account, &cancelled)?;
		Self::deposit_event(Event::IntentsCancelled { account, nonces: cancelled });
		Ok(())
	}

	pub(crate) fn do_cancel_intents_below(
		who: &AccountId32,
		account: MarginAccountId,
		floor: Option<u64>,
	) -> DispatchResult {
		T::Ledger::ensure_may_trade(&account, who)?;
		let floor = nonces::cancel_below::<T>(&account, floor)?;
		Self::deposit_event(Event::IntentsVoided { account, floor });
		Ok(())
	}
}
