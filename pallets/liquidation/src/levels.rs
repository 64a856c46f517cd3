// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Levels` and `LevelRules`: emergency levels (ADR 24).
//!
//! Each scope has two layers, one a role. The restricting role may only raise its own, for a limited time
//! and a limited number of times; the risk role sets its own and ends the other. The higher one counts.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::ConstU32, traits::Time, BoundedVec, PalletError};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::DispatchResult;
use straddle_primitives::*;
use straddle_traits::{Level, Restrictions, Scope};

/// Most scopes that are restricted, or rest, at a time.
pub const MAX_LEVELS: u32 = 64;

/// All scopes that are restricted or rest, sorted.
pub type LevelList = BoundedVec<Restriction, ConstU32<MAX_LEVELS>>;

/// What restricts a scope.
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
pub struct Restriction {
	/// Which.
	pub scope: Scope,
	/// The risk role's level.
	pub set: Level,
	/// When that ends by itself; never, if it is no freeze.
	pub set_until: Option<Moment>,
	/// The restricting role's level.
	pub raised: Level,
	/// When that ends, or ended.
	pub raised_until: Moment,
	/// How often the restricting role renewed it since it last rested.
	pub renewed: u32,
}

impl Restriction {
	/// Nothing yet.
	fn new(scope: Scope) -> Self {
		let (set, raised) = (Level::Open, Level::Open);
		Self { scope, set, set_until: None, raised, raised_until: 0, renewed: 0 }
	}

	/// The risk role's level now.
	fn set_now(&self, now: Moment) -> Level {
		if self.set_until.is_none_or(|until| now < until) {
			self.set
		} else {
			Level::Open
		}
	}

	/// The restricting role's level now.
	fn raised_now(&self, now: Moment) -> Level {
		if now < self.raised_until {
			self.raised
		} else {
			Level::Open
		}
	}

	/// The level in force.
	pub fn now(&self, now: Moment) -> Level {
		self.set_now(now).max(self.raised_now(now))
	}

	/// When the level in force ends, if no one does anything; `None` if it does not end by itself.
	fn until(&self, now: Moment) -> Option<Moment> {
		match self.set_now(now) >= self.raised_now(now) {
			true => self.set_until,
			false => Some(self.raised_until),
		}
	}

	/// Whether the restricting role may begin anew.
	fn is_rested(&self, now: Moment, params: &LevelParams) -> bool {
		now >= self.raised_until.saturating_add(params.rest_ms)
	}

	/// Raise the restricting role's level, or renew it.
	fn raise<T: Config>(
		&mut self,
		level: Level,
		now: Moment,
		params: &LevelParams,
	) -> Result<(), Error<T>> {
		let own = self.raised_now(now);
		ensure!(level >= own && level > self.set_now(now), Error::<T>::NotMoreRestrictive);
		let higher = level > own;
		self.raised = level;
		// Within a term a level rises as often as need be: the term does not get longer by it.
		if higher && own > Level::Open {
			return Ok(());
		}
		if self.raised_until == 0 || self.is_rested(now, params) {
			self.renewed = 0;
		} else {
			ensure!(self.renewed < params.max_renewals, Error::<T>::RenewalsUsed);
			self.renewed = self.renewed.saturating_add(1);
		}
		self.raised_until = now.saturating_add(params.term_ms);
		Ok(())
	}
}

/// How long levels last. Times in milliseconds of chain time.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LevelParams {
	/// What the restricting role sets ends after this time.
	pub term_ms: u64,
	/// How often it may renew that before the scope has to rest.
	pub max_renewals: u32,
	/// How long a scope rests after that. An asset can be frozen by itself, with its chain and with the
	/// house: more than three times what one of them can last, so that nothing is locked in for ever.
	pub rest_ms: u64,
	/// A freeze by the risk role ends after this time, unless that sets it again.
	pub freeze_ms: u64,
	/// Blocks for additions after a halt, besides the grace time.
	pub grace_blocks: u32,
}

impl Default for LevelParams {
	fn default() -> Self {
		Self {
			term_ms: DAY_MS,
			max_renewals: 2,
			rest_ms: DAY_MS.saturating_mul(10),
			freeze_ms: DAY_MS.saturating_mul(7),
			grace_blocks: 50,
		}
	}
}

/// Which parameter of the levels is out of its bounds.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PalletError,
	PartialEq,
	TypeInfo,
)]
pub enum LevelParamsError {
	/// A term is below a minute or above a week.
	Term,
	/// More than ten renewals.
	Renewals,
	/// The rest is not more than three times all terms together.
	Rest,
	/// A freeze is below a minute or above thirty days.
	Freeze,
	/// More than a day of grace at six seconds a block.
	Grace,
}

impl LevelParams {
	/// Bounds and relations.
	///
	/// # Errors
	/// The first parameter that is out of its bounds.
	pub fn validate(&self) -> Result<(), LevelParamsError> {
		let check = |holds: bool, error| if holds { Ok(()) } else { Err(error) };
		let week = DAY_MS.saturating_mul(7);
		check((MINUTE_MS..=week).contains(&self.term_ms), LevelParamsError::Term)?;
		check(self.max_renewals <= 10, LevelParamsError::Renewals)?;
		let terms = u64::from(self.max_renewals).saturating_add(1).saturating_mul(self.term_ms);
		check(self.rest_ms > terms.saturating_mul(3), LevelParamsError::Rest)?;
		let month = DAY_MS.saturating_mul(30);
		check((MINUTE_MS..=month).contains(&self.freeze_ms), LevelParamsError::Freeze)?;
		check(self.grace_blocks <= 14_400, LevelParamsError::Grace)
	}
}

impl<T: Config> Restrictions for Pallet<T> {
	fn level(scope: Scope) -> Level {
		Self::level_in(&Levels::<T>::get(), scope)
	}

	fn market(underlying: UnderlyingId) -> Level {
		let list = Levels::<T>::get();
		Self::level_in(&list, Scope::House).max(Self::level_in(&list, Scope::Market(underlying)))
	}

	fn winding_down_since() -> Option<Moment> {
		WindDown::<T>::get()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn wind_down_for_benchmark() {
		WindDown::<T>::put(T::Time::now());
	}
}

fn find(list: &LevelList, scope: Scope) -> Option<&Restriction> {
	let place = list.binary_search_by_key(&scope, |known| known.scope).ok()?;
	list.get(place)
}

/// Whether liquidation by itself knows this level.
fn fits(scope: Scope, level: Level) -> bool {
	scope != Scope::Liquidation || matches!(level, Level::Open | Level::Frozen)
}

impl<T: Config> Pallet<T> {
	/// A scope's level by this list.
	fn level_in(list: &LevelList, scope: Scope) -> Level {
		let level = find(list, scope).map_or(Level::Open, |known| known.now(T::Time::now()));
		// Once it winds down the house never opens again.
		let least = match scope {
			Scope::House if WindDown::<T>::exists() => Level::ReduceOnly,
			_ => Level::Open,
		};
		level.max(least)
	}

	/// The restricting role raises a level, or renews it.
	pub(crate) fn do_restrict(scope: Scope, level: Level) -> DispatchResult {
		ensure!(level > Level::Open && fits(scope, level), Error::<T>::NoSuchLevel);
		let params = LevelRules::<T>::get();
		let now = T::Time::now();
		Self::change_level(scope, false, |known| known.raise::<T>(level, now, &params))
	}

	/// The risk role sets a level; what the restricting role had set of it is over.
	pub(crate) fn do_set_level(scope: Scope, level: Level) -> DispatchResult {
		ensure!(fits(scope, level), Error::<T>::NoSuchLevel);
		let until = T::Time::now().saturating_add(LevelRules::<T>::get().freeze_ms);
		Self::change_level(scope, true, |known| {
			let set_until = (level == Level::Frozen).then_some(until);
			*known = Restriction { set: level, set_until, ..Restriction::new(scope) };
			Ok(())
		})
	}

	fn change_level(
		scope: Scope,
		by_risk: bool,
		change: impl FnOnce(&mut Restriction) -> Result<(), Error<T>>,
	) -> DispatchResult {
		let (now, params) = (T::Time::now(), LevelRules::<T>::get());
		let known = Levels::<T>::try_mutate(|list| {
			list.retain(|known| !is_over(known, now, &params));
			let place = list.binary_search_by_key(&scope, |known| known.scope);
			let place = match place {
				Ok(place) => place,
				Err(place) => {
					list.try_insert(place, Restriction::new(scope))
						.map_err(|_| Error::<T>::TooManyLevels)?;
					place
				},
			};
			let known = list.get_mut(place).ok_or(Error::<T>::TooManyLevels)?;
			change(known)?;
			Ok::<_, Error<T>>(*known)
		})?;
		let (level, until) = (known.now(now), known.until(now));
		Self::deposit_event(Event::LevelSet { scope, level, until, by_risk });
		if scope == Scope::House && level == Level::Frozen {
			Self::extend_grace(&Params::<T>::get());
		}
		if scope == Scope::Liquidation {
			Self::sync_pause(level);
		}
		Ok(())
	}

	/// Note which levels ended by themselves, and forget what has rested.
	pub(crate) fn lapse_levels(now: Moment, params: &LevelParams) {
		let list = Levels::<T>::get();
		let mut kept = list.clone();
		for known in kept.iter_mut() {
			let (set, raised) = (known.set_now(now), known.raised_now(now));
			if (set, raised) == (known.set, known.raised) {
				continue;
			}
			(known.set, known.raised) = (set, raised);
			let (scope, level) = (known.scope, known.now(now));
			Self::deposit_event(Event::LevelLapsed { scope, level });
			if scope == Scope::Liquidation {
				Self::sync_pause(level);
			}
		}
		kept.retain(|known| !is_over(known, now, params));
		if kept != list {
			Levels::<T>::put(kept);
		}
	}

	/// Scopes in which nothing is liquidated now.
	pub(crate) fn frozen_scopes(now: Moment) -> impl Iterator<Item = Scope> {
		let list = Levels::<T>::get().into_iter();
		let frozen = list.filter(move |known| known.now(now) == Level::Frozen);
		frozen.map(|known| known.scope).filter(|scope| {
			// Collateral that does not leave can be sold here all the same.
			matches!(scope, Scope::House | Scope::Market(_))
		})
	}

	/// Replace the parameters of levels. What is in force ends when it would have ended.
	pub(crate) fn do_set_level_params(params: LevelParams) -> DispatchResult {
		params.validate().map_err(Error::<T>::InvalidLevelParams)?;
		LevelRules::<T>::put(params);
		Self::deposit_event(Event::LevelParamsSet { params });
		Ok(())
	}

	/// Open no more, ever: positions only get smaller until none is left.
	pub(crate) fn do_wind_down() -> DispatchResult {
		ensure!(!WindDown::<T>::exists(), Error::<T>::WindingDown);
		WindDown::<T>::put(T::Time::now());
		Self::deposit_event(Event::WindDownBegun);
		Ok(())
	}

	/// A list as long as it may be, with nothing in force.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn fill_levels() {
		let later = T::Time::now().saturating_add(DAY_MS);
		let scopes =
			(0..MAX_LEVELS as u16).map(|n| Scope::Kind(CollateralId(n.saturating_add(10_000))));
		let known = |scope| Restriction { raised_until: later, ..Restriction::new(scope) };
		Levels::<T>::put(LevelList::truncate_from(scopes.map(known).collect()));
	}
}

/// Whether nothing is in force and nothing rests.
fn is_over(known: &Restriction, now: Moment, params: &LevelParams) -> bool {
	let rested = known.raised_until == 0 || known.is_rested(now, params);
	known.now(now) == Level::Open && rested
}
