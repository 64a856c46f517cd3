// SPDX-License-Identifier: GPL-3.0-or-later

//! Signed intents and the request board (ADR 33).

use super::*;
use sp_runtime::{traits::Zero, MultiSignature};

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
}

impl Met {
	/// The most that these intents can meet.
	pub fn most<'a>(fills: impl IntoIterator<Item = &'a IntentFill>) -> Self {
		let add = |sum: Self, fill: &IntentFill| {
			let times = if fill.intent.gives() { 2 } else { 1 };
			let series = MAX_ACCOUNT_SERIES.saturating_mul(times);
			let legs = fill.intent.legs.len() as u32;
			Self { series: sum.series.saturating_add(series), legs: sum.legs.saturating_add(legs) }
		};
		fills.into_iter().fold(Self::default(), add)
	}

	/// The most that any so many intents can meet.
	pub const fn any(intents: u32) -> Self {
		Self {
			series: intents.saturating_mul(2).saturating_mul(MAX_ACCOUNT_SERIES),
			legs: intents.saturating_mul(MAX_LEGS),
		}
	}
}

/// Weight of a settlement of so many intents that met so much. Measured are a pair, and the most intents with
/// as many legs and series each.
pub(crate) fn settle_weight<T: Config>(intents: u32, met: &Met) -> Weight {
	let (pair, many) = (T::WeightInfo::settle_pair(), T::WeightInfo::settle_intents);
	let part = |whole: Weight, of: u32| whole.checked_div(of.into()).unwrap_or(whole);
	let one = part(many(1, 0).saturating_sub(pair), MAX_INTENTS.saturating_sub(2));
	let legs = many(met.legs.saturating_sub(intents), 0).saturating_sub(many(0, 0));
	let series = many(0, met.series).saturating_sub(many(0, 0));
	let volumes = T::WeightInfo::count_volume().saturating_mul(intents.into());
	pair.saturating_add(one.saturating_mul(intents.saturating_sub(2).into()))
		.saturating_add(volumes)
		.saturating_add(part(legs.saturating_add(series), MAX_INTENTS))
}

/// Weight of taking a quote: measured with a pair.
pub(crate) fn accept_weight<T: Config>(met: &Met) -> Weight {
	let more = settle_weight::<T>(2, met).saturating_sub(T::WeightInfo::settle_pair());
	T::WeightInfo::accept_quote().saturating_add(more)
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
