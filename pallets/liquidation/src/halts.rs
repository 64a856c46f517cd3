// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Waits`: what stood still, and for how many blocks additions go first after it.
//!
//! The chain, an oracle, a source chain, a frozen market or house: while one stands still, and until it has
//! been back for so many blocks, nothing that depends on it is liquidated. Blocks are counted as well as
//! time, so that owners have their turn on a chain that comes back slowly.

use crate::*;
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	migrations::MigrationStatusHandler, pallet_prelude::ConstU32, traits::Time, BoundedVec,
};
use scale_info::TypeInfo;
use sp_runtime::{DispatchResult, SaturatedConversion};
use straddle_primitives::*;
use straddle_traits::{Level, Restrictions, Scope, SourceStates};

/// Most source chains that are looked at.
pub const MAX_SOURCES: u32 = 8;
/// So many blocks without their work in a row are no halt.
const MISSED_BLOCKS: u32 = 2;
/// Most scopes that wait: frozen ones, markets, source chains and the house.
const MAX_WAITS: u32 = MAX_LEVELS + MAX_WATCHED + MAX_SOURCES + 1;

/// What stands still, or did a short time ago.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct WaitState {
	/// The last block whose work was done; zero before the first.
	pub polled: u32,
	/// Time in which the chain stood still or was not liquidating, in all.
	pub stood_ms: u64,
	/// Scopes, sorted, each with the blocks that it waits for from now on.
	pub blocks: BoundedVec<(Scope, u32), ConstU32<MAX_WAITS>>,
	/// A migration over blocks began since then.
	pub migrated: bool,
}

impl WaitState {
	/// Whether a source chain stands still or waits.
	pub(crate) fn has_sources(&self) -> bool {
		self.blocks.iter().any(|(scope, _)| matches!(scope, Scope::Source(_)))
	}

	/// Whether a scope stands still or waits.
	pub(crate) fn has(&self, scope: Scope) -> bool {
		self.blocks.binary_search_by_key(&scope, |(known, _)| *known).is_ok()
	}

	/// A scope stands still: it waits for all its blocks.
	fn hold(&mut self, scope: Scope, blocks: u32) {
		match self.blocks.binary_search_by_key(&scope, |(known, _)| *known) {
			Ok(place) => self.blocks.get_mut(place).into_iter().for_each(|wait| wait.1 = blocks),
			// There is room for all that can be held.
			Err(place) => drop(self.blocks.try_insert(place, (scope, blocks))),
		}
	}

	/// One block went by for all that wait.
	fn pass(&mut self) {
		self.blocks.iter_mut().for_each(|(_, left)| *left = left.saturating_sub(1));
		self.blocks.retain(|(_, left)| *left > 0);
	}
}

impl<T: Config> Pallet<T> {
	/// Whether blocks went by without their work. A few may, unless that was a migration: the first block of a session
	/// has no weight for hooks.
	pub(crate) fn has_missed_blocks() -> bool {
		let number: u32 = frame_system::Pallet::<T>::block_number().saturated_into();
		let waits = Waits::<T>::get();
		match waits.polled {
			0 => false,
			last => {
				let missed = number.saturating_sub(last) > MISSED_BLOCKS.saturating_add(1);
				missed || waits.migrated
			},
		}
	}

	/// Look at all that can stand still. `halted`: the chain did; `since` its last block's time.
	pub(crate) fn watch_halts(params: &AuctionParams, halted: bool, since: Option<Moment>) {
		let (now, rules) = (T::Time::now(), LevelRules::<T>::get());
		Self::lapse_levels(now, &rules);
		let mut waits = Waits::<T>::get();
		let before = waits.clone();
		waits.polled = frame_system::Pallet::<T>::block_number().saturated_into();
		waits.migrated = false;
		waits.pass();
		let mut stands = Self::frozen_scopes(now).collect::<Vec<_>>();
		if stands.contains(&Scope::House) {
			Self::extend_grace(params);
		}
		let silent = Quorums::<T>::get().into_iter().filter(|quorum| quorum.rounds == 0);
		stands.extend(silent.map(|quorum| Scope::Market(quorum.underlying)));
		let sources = T::Sources::sources(MAX_SOURCES as usize).into_iter();
		stands.extend(sources.filter(|id| T::Sources::is_halted(*id)).map(Scope::Source));
		if halted {
			stands.push(Scope::House);
		}
		stands.into_iter().for_each(|scope| waits.hold(scope, rules.grace_blocks));
		if waits.blocks.iter().any(|(scope, left)| *scope == Scope::House && *left > 0) {
			// To the end of this block, whatever its time.
			Halt::<T>::mutate(|halt| halt.until = halt.until.max(now.saturating_add(1)));
		}
		let halt = Halt::<T>::get();
		let idle = halted || halt.paused || since.is_some_and(|since| since < halt.until);
		if let Some(since) = since.filter(|_| idle) {
			waits.stood_ms = waits.stood_ms.saturating_add(now.saturating_sub(since));
		}
		if waits != before {
			Waits::<T>::put(waits);
		}
	}

	/// The grace time begins anew.
	pub(crate) fn extend_grace(params: &AuctionParams) {
		let until = T::Time::now().saturating_add(params.grace_ms);
		Halt::<T>::mutate(|halt| halt.until = halt.until.max(until));
	}

	/// Chain time without that in which nothing was liquidated: what lasts for so long after an auction
	/// lasts for so long of this.
	pub(crate) fn running_time() -> Moment {
		T::Time::now().saturating_sub(Waits::<T>::get().stood_ms)
	}

	/// Markets that stand still, or wait after that.
	pub(crate) fn standing_markets() -> Vec<UnderlyingId> {
		let waits = Waits::<T>::get().blocks.into_iter().map(|(scope, _)| scope);
		let scopes = waits.chain(Self::frozen_scopes(T::Time::now()));
		let market = |scope| match scope {
			Scope::Market(underlying) => Some(underlying),
			_ => None,
		};
		scopes.filter_map(market).collect()
	}

	/// That no market of these positions stands still or waits.
	pub(crate) fn ensure_thawed(positions: &[(Series, Quantity)]) -> DispatchResult {
		let standing = Self::standing_markets();
		let mut held = positions.iter().map(|(series, _)| series.underlying);
		let Some(stands) = held.find(|underlying| standing.contains(underlying)) else {
			return Ok(());
		};
		let frozen = Self::level(Scope::Market(stands)) == Level::Frozen;
		let error = if frozen { Error::<T>::MarketFrozen } else { Error::<T>::GracePeriod };
		Err(error.into())
	}

	/// Liquidation by itself is frozen, or is not any more.
	pub(crate) fn sync_pause(level: Level) {
		let paused = level == Level::Frozen;
		if paused == Halt::<T>::get().paused {
			return;
		}
		Halt::<T>::mutate(|halt| halt.paused = paused);
		if paused {
			Self::deposit_event(Event::Paused);
		} else {
			Self::extend_grace(&Params::<T>::get());
			Self::deposit_event(Event::Resumed { until: Halt::<T>::get().until });
		}
	}
}

/// A migration over blocks: until it is done no block does its work or takes a transaction, not even in the one block of
/// the shortest. The first that does knows of it by this.
impl<T: Config> MigrationStatusHandler for Pallet<T> {
	fn started() {
		Waits::<T>::mutate(|waits| waits.migrated = true);
	}
}
