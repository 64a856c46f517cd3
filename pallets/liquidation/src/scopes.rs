// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Clocks` and `Markets`: biddable time, counted once a block for all auctions together.
//!
//! An auction's clock may run only while all that its account is sold by can be priced afresh. The sum of
//! what each of those stood still would count overlaps twice, and the least that one of them ran would
//! count time in which another stood. So there is an odometer for each *set* of them that an open auction
//! has, and an auction notes its reading: what it shows more is the auction's time.

use crate::{bids::Session, *};
use alloc::{collections::BTreeSet, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::ConstU32, weights::WeightMeter, BoundedVec};
use scale_info::TypeInfo;
use straddle_primitives::*;
use straddle_traits::{CollateralCredit, Risk};

/// Most scopes in use at a time; a set of them is a mask of as many bits.
pub const MAX_SCOPES: u32 = 64;
/// Most sets of scopes that have an odometer.
pub const MAX_GROUPS: u32 = 256;
/// Most markets of one underlying: twice the expiries that can be listed.
pub const MAX_MARKETS: u32 = 64;

/// What can stop clocks by itself.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum ClockScope {
	/// The markets of an underlying that open auctions hold, and its fresh rounds.
	Underlying(UnderlyingId),
	/// The price of a kind whose lots alone are sold.
	Kind(CollateralId),
}

/// The odometer of a set of scopes.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Group {
	/// Bit n stands for `ClockTable::scopes[n]`.
	pub scopes: u64,
	/// Time in which none of them stood still, in milliseconds, since the group is there.
	pub odometer: u64,
	/// Open auctions that note its readings.
	pub auctions: u32,
}

/// Markets of one underlying, a series of each.
pub type MarketList = BoundedVec<Series, ConstU32<MAX_MARKETS>>;

/// All odometers.
#[derive(
	Clone,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct ClockTable {
	/// What the bits mean. One that no group has is free.
	pub scopes: BoundedVec<ClockScope, ConstU32<MAX_SCOPES>>,
	/// One for each set of scopes that an open auction has.
	pub groups: BoundedVec<Group, ConstU32<MAX_GROUPS>>,
}

/// An auction's clock.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct AuctionClock {
	/// What it showed when the odometer showed `reading`, in milliseconds.
	pub banked_ms: u64,
	/// Whose odometer.
	pub scopes: u64,
	/// What that showed.
	pub reading: u64,
	/// It follows the odometer. Otherwise it goes on only when somebody looks, at most one step: there
	/// was no room for its scopes, or the account could not be valued.
	pub follows: bool,
}

impl ClockTable {
	/// All scopes that a group has.
	fn used(&self) -> u64 {
		self.groups.iter().fold(0, |used, group| used | group.scopes)
	}

	/// What the odometer of these scopes shows.
	fn reading(&self, scopes: u64) -> u64 {
		let group = self.groups.iter().find(|group| group.scopes == scopes);
		group.map_or(0, |group| group.odometer)
	}

	/// Whether a set has this scope.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn has(&self, scopes: u64, scope: &ClockScope) -> bool {
		let place = self.scopes.iter().position(|known| known == scope);
		place.is_some_and(|n| scopes & bit(n) != 0)
	}

	/// What a clock shows; never less than before.
	pub fn shows(&self, clock: &AuctionClock) -> u64 {
		if !clock.follows {
			return clock.banked_ms;
		}
		let since = self.reading(clock.scopes).saturating_sub(clock.reading);
		clock.banked_ms.saturating_add(since)
	}

	/// The bits of these scopes, new ones in free places; none if there is no room.
	fn mask(&mut self, wanted: &BTreeSet<ClockScope>) -> Option<u64> {
		let used = self.used();
		let mut mask = 0u64;
		for scope in wanted {
			let taken = used | mask;
			let at = self.scopes.iter().position(|known| known == scope).or_else(|| {
				let free = (0..self.scopes.len()).find(|n| taken & bit(*n) == 0);
				match free {
					Some(free) => *self.scopes.get_mut(free)? = *scope,
					None => self.scopes.try_push(*scope).ok()?,
				}
				self.scopes.iter().position(|known| known == scope)
			})?;
			mask |= bit(at);
		}
		Some(mask)
	}

	/// One more auction reads the odometer of these scopes. Returns its reading; none if there is no
	/// room, which is kept for the set without scopes.
	fn enter(&mut self, scopes: u64) -> Option<u64> {
		if let Some(group) = self.groups.iter_mut().find(|group| group.scopes == scopes) {
			group.auctions = group.auctions.saturating_add(1);
			return Some(group.odometer);
		}
		let kept = if scopes == 0 { 0 } else { 1 };
		let room = (self.groups.len() as u32).saturating_add(kept) < MAX_GROUPS;
		let group = Group { scopes, odometer: 0, auctions: 1 };
		(room && self.groups.try_push(group).is_ok()).then_some(0)
	}

	/// One auction less. Returns the scopes that nobody has any more.
	fn leave(&mut self, scopes: u64) -> Vec<ClockScope> {
		if let Some(group) = self.groups.iter_mut().find(|group| group.scopes == scopes) {
			group.auctions = group.auctions.saturating_sub(1);
		}
		self.groups.retain(|group| group.auctions > 0);
		let freed = scopes & !self.used();
		let all = self.scopes.iter().enumerate();
		all.filter(|(n, _)| freed & bit(*n) != 0).map(|(_, scope)| *scope).collect()
	}
}

fn bit(n: usize) -> u64 {
	u32::try_from(n).ok().and_then(|n| 1u64.checked_shl(n)).unwrap_or(0)
}

/// Whether two series are priced by the same: the forward of an expiry and, but for futures, its
/// volatilities.
pub(crate) fn same_market(a: &Series, b: &Series) -> bool {
	let future = |series: &Series| series.kind == Kind::Future;
	a.underlying == b.underlying && a.expiry == b.expiry && future(a) == future(b)
}

impl<T: Config> Pallet<T> {
	/// A clock that shows `banked_ms`, of an account that holds these series.
	pub(crate) fn wind(series: &[Series], banked_ms: u64) -> AuctionClock {
		let wanted = series.iter().map(|one| ClockScope::Underlying(one.underlying)).collect();
		Self::wind_by(&wanted, series, banked_ms)
	}

	/// A clock that shows `banked_ms`, by these scopes, which are those of the series if there are any.
	pub(crate) fn wind_by(
		wanted: &BTreeSet<ClockScope>,
		series: &[Series],
		banked_ms: u64,
	) -> AuctionClock {
		let markets = Self::with_markets(series);
		Clocks::<T>::mutate(|table| {
			let mut next = table.clone();
			let entered = next.mask(wanted).and_then(|scopes| Some((scopes, next.enter(scopes)?)));
			if let (Some((scopes, reading)), Some(markets)) = (entered, markets) {
				*table = next;
				markets.into_iter().for_each(|(of, list)| Markets::<T>::insert(of, list));
				return AuctionClock { banked_ms, scopes, reading, follows: true };
			}
			let reading = table.enter(0).unwrap_or_default();
			AuctionClock { banked_ms, scopes: 0, reading, follows: false }
		})
	}

	/// The lists of markets that change so that they hold these series; none if one is full.
	fn with_markets(series: &[Series]) -> Option<Vec<(UnderlyingId, MarketList)>> {
		let mut changed = Vec::<(UnderlyingId, MarketList)>::new();
		for of_one in series.chunk_by(|a, b| a.underlying == b.underlying) {
			let underlying = of_one.first()?.underlying;
			let mut list = Markets::<T>::get(underlying);
			let before = list.len();
			for one in of_one {
				if !list.iter().any(|known| same_market(known, one)) {
					list.try_push(*one).ok()?;
				}
			}
			if list.len() > before {
				changed.push((underlying, list));
			}
		}
		Some(changed)
	}

	/// An auction is over: its clock reads nothing any more.
	pub(crate) fn unwind(clock: &AuctionClock) {
		for scope in Clocks::<T>::mutate(|table| table.leave(clock.scopes)) {
			if let ClockScope::Underlying(underlying) = scope {
				Markets::<T>::remove(underlying);
			}
		}
	}

	/// What a clock shows now. One that does not follow goes on if its account can be bid for.
	pub(crate) fn read_clock(clock: &mut AuctionClock, running: bool, max_step_ms: u64) -> u64 {
		let table = Clocks::<T>::get();
		if !clock.follows {
			let now = table.reading(clock.scopes);
			if running {
				let step = now.saturating_sub(clock.reading).min(max_step_ms);
				clock.banked_ms = clock.banked_ms.saturating_add(step);
			}
			clock.reading = now;
		}
		table.shows(clock)
	}

	/// Let the odometers run by one block's step. A scope for which there is no weight left stands
	/// still, as does one of which a single market cannot be priced afresh.
	pub(crate) fn run_clocks(
		session: &mut Session<T>,
		step_ms: u64,
		params: &AuctionParams,
		meter: &mut WeightMeter,
	) {
		let mut table = Clocks::<T>::get();
		if step_ms == 0 || table.groups.is_empty() {
			return;
		}
		let mut waiting = Self::awaiting_quorum(params);
		waiting.extend(Self::standing_markets());
		let used = table.used();
		let mut still = 0u64;
		for (n, scope) in table.scopes.iter().enumerate() {
			let bit = bit(n);
			if used & bit != 0 && !Self::is_running(session, scope, &waiting, meter) {
				still |= bit;
			}
		}
		for group in table.groups.iter_mut().filter(|group| group.scopes & still == 0) {
			group.odometer = group.odometer.saturating_add(step_ms);
		}
		Clocks::<T>::put(table);
	}

	fn is_running(
		session: &mut Session<T>,
		scope: &ClockScope,
		waiting: &[UnderlyingId],
		meter: &mut WeightMeter,
	) -> bool {
		let underlying = match scope {
			ClockScope::Underlying(underlying) => underlying,
			ClockScope::Kind(kind) => {
				// The peg, in which it is counted, stops all clocks.
				let known = &mut Default::default();
				return meter.try_consume(T::WeightInfo::run_scope(1)).is_ok()
					&& T::Collateral::units_in(known, *kind, 1, Lens::Latest)
						.is_ok_and(|units| units.is_some());
			},
		};
		if waiting.contains(underlying) || !meter.can_consume(T::WeightInfo::run_scope(MAX_MARKETS))
		{
			return false;
		}
		let markets = Markets::<T>::get(underlying);
		meter.consume(T::WeightInfo::run_scope(markets.len() as u32));
		markets.iter().all(|series| {
			let mark = T::Ledger::mark_in(session, series, Lens::Latest);
			mark.is_ok_and(|(_, state)| is_fresh(state))
		})
	}
}

/// Whether clocks run by a price of this state: a bid counts on stale ones too, but what nobody can
/// check must not get cheaper by waiting.
pub(crate) fn is_fresh(state: PriceState) -> bool {
	state.allows(PriceUse::Bid) && state.allows(PriceUse::Flag)
}
