// SPDX-License-Identifier: GPL-3.0-or-later

//! What the registry of collateral stores.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{FixedU128, Permill};
use straddle_math::{
	fixed::{mul, Rounding, Wad, WAD},
	haircut, MathError,
};
use straddle_primitives::*;
use straddle_traits::ChainAge;

/// Most kinds that can be listed: as many lots as one margin account can hold, so that a deposit
/// of a listed kind always finds room.
pub const MAX_KINDS: u32 = 32;
/// Most margin accounts that wait for their arrivals to be swept.
pub const MAX_PENDING: u32 = 64;
/// Most decimals of a listed token.
pub const MAX_DECIMALS: u8 = 24;
/// Most decimals of the stablecoin: those of [`Money`], so that cash is exact in cash units.
pub const MAX_CASH_DECIMALS: u8 = 18;
/// Largest cap, so that every amount fits a journal's signed change.
pub const MAX_CAP: u128 = i128::MAX.unsigned_abs();
/// Beyond this distance from one USD the stablecoin's price stops openings (RISK.md 3).
pub const PEG_TOLERANCE: Permill = Permill::from_percent(1);
/// What is left of an unusable price in maintenance margin, while it is left (RISK.md 4).
pub const UNUSABLE_SHARE: Permill = Permill::from_percent(50);
/// Hours in which the concentration factor may fall from one to zero: 5 % an hour (RISK.md 6).
const FULL_FALL_HOURS: Moment = 20;

/// `Wad` units in one millionth.
const WAD_PER_PART: Wad = 1_000_000_000_000;

/// A ratio as the maths crate wants it; exact.
pub(crate) fn wad(ratio: Permill) -> Wad {
	Wad::from(ratio.deconstruct()).saturating_mul(WAD_PER_PART)
}

/// A ratio that moves from one value to another in a straight line.
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
pub struct Ramp {
	/// Where it starts.
	pub from: Permill,
	/// Where it ends and stays.
	pub to: Permill,
	/// When it started, in Unix milliseconds.
	pub started: Moment,
	/// How long it takes, in milliseconds; zero: it is there already.
	pub length: Moment,
}

impl Ramp {
	/// One value for ever.
	pub const fn constant(value: Permill) -> Self {
		Self { from: value, to: value, started: 0, length: 0 }
	}

	/// The ratio at this time.
	pub fn value(&self, now: Moment) -> Wad {
		haircut::ramp(wad(self.from), wad(self.to), self.started, self.length, now)
	}

	/// The ratio at this time in whole millionths, rounded up.
	pub fn parts(&self, now: Moment) -> Permill {
		parts(self.value(now))
	}

	/// From where this ramp is now to `target`: at once if that is not lower, else within `length`.
	pub fn towards(&self, target: Permill, now: Moment, length: Moment) -> Self {
		let from = self.parts(now);
		if target >= from {
			Self::constant(target)
		} else {
			Self { from, to: target, started: now, length }
		}
	}
}

/// A ratio between zero and one in whole millionths, rounded up.
pub(crate) fn parts(ratio: Wad) -> Permill {
	let up = ratio.saturating_add(WAD_PER_PART.saturating_sub(1));
	let whole = up.checked_div(WAD_PER_PART).unwrap_or_default();
	Permill::from_parts(u32::try_from(whole).unwrap_or_default())
}

/// A kind of collateral as it is listed.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct KindInfo<AssetId> {
	/// The token.
	pub asset: AssetId,
	/// Where it lies.
	pub source: SourceId,
	/// Of a token that lies here: the chain that holds its reserve; [`SourceId::LOCAL`] without one.
	pub reserve: SourceId,
	/// How it is known to be there.
	pub method: ProofMethod,
	/// USD that one whole token counts for in its groups. Of cash it is not used.
	pub reference: FixedU128,
	/// Decimals of the token, recorded at listing and never read again.
	pub decimals: u8,
	/// The feed that prices one whole token in USD.
	pub feed: FeedId,
	/// What counts of it for opening, before the other factors.
	pub initial: Ramp,
	/// What counts of it for being left alone, before the other factors.
	pub maintenance: Ramp,
	/// Most smallest units that are credited in total.
	pub cap: u128,
	/// Below this the concentration factor is not yet, after the cap was cut.
	pub concentration_floor: Ramp,
	/// Fewest smallest units that are credited at once.
	pub min_deposit: u128,
	/// No new deposits, and no credit for opening.
	pub paused: bool,
}

impl<AssetId> KindInfo<AssetId> {
	/// What counts for opening and for being left alone, without the other factors. The first is
	/// never above the second, whatever ramps are under way (invariant 11).
	pub fn weights(&self, now: Moment) -> (Wad, Wad) {
		let maintenance = self.maintenance.value(now);
		let initial = if self.paused { 0 } else { self.initial.value(now).min(maintenance) };
		(initial, maintenance)
	}

	/// The concentration factor while `total` smallest units are credited: cap / total above the
	/// cap, and never further down than 5 % of one for each hour since the cap was cut.
	///
	/// # Errors
	/// A total beyond [`MAX_CAP`].
	pub fn concentration(&self, total: u128, now: Moment) -> straddle_math::Result<Wad> {
		concentration(total, self.cap, &self.concentration_floor, now)
	}

	/// The other chain that it depends on: where it lies, or where its reserve is.
	pub fn chain(&self) -> SourceId {
		if self.source == SourceId::LOCAL {
			self.reserve
		} else {
			self.source
		}
	}

	/// What it shares a risk with.
	pub fn groups(&self) -> [Group; 2] {
		[Group::Chain(self.chain()), Group::Method(self.method)]
	}

	/// What so many smallest units are worth in its groups, rounded down.
	///
	/// # Errors
	/// It does not fit.
	pub fn reference_value(&self, amount: u128) -> straddle_math::Result<FixedU128> {
		let price = Wad::try_from(self.reference.into_inner()).map_err(|_| MathError::Overflow)?;
		let value = haircut::credit(amount, self.decimals, price, WAD, WAD, WAD)?;
		Ok(FixedU128::from_inner(value.unsigned_abs()))
	}
}

/// What governance says of a kind when it lists it.
#[derive(
	Clone,
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Listing {
	/// Where it lies.
	pub source: SourceId,
	/// Of a token that lies here: the chain that holds its reserve, if there is one.
	#[serde(default)]
	pub reserve: SourceId,
	/// How it is known to be there.
	#[serde(default)]
	pub method: ProofMethod,
	/// USD that one whole token counts for in its groups; not zero, but for cash, which is in none.
	#[serde(default)]
	pub reference: FixedU128,
	/// Decimals of the token.
	pub decimals: u8,
	/// The feed that prices one whole token in USD.
	pub feed: FeedId,
	/// What counts of it for opening.
	pub initial: Permill,
	/// What counts of it for being left alone; not below `initial`.
	pub maintenance: Permill,
	/// Most smallest units that are credited in total. A decimal string in JSON.
	#[serde(with = "units")]
	pub cap: u128,
	/// Fewest smallest units that are credited at once. A decimal string in JSON.
	#[serde(with = "units")]
	pub min_deposit: u128,
}

impl Listing {
	/// The stored form.
	pub fn into_info<AssetId>(self, asset: AssetId) -> KindInfo<AssetId> {
		KindInfo {
			asset,
			source: self.source,
			reserve: self.reserve,
			method: self.method,
			reference: self.reference,
			decimals: self.decimals,
			feed: self.feed,
			initial: Ramp::constant(self.initial),
			maintenance: Ramp::constant(self.maintenance),
			cap: self.cap,
			concentration_floor: Ramp::default(),
			min_deposit: self.min_deposit,
			paused: false,
		}
	}
}

/// How collateral counts as a chain's newest head gets older: in full up to a soft age, nothing from a
/// hard one, and in a straight line between. In relay blocks.
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ages {
	/// Up to this age in full.
	pub soft: u32,
	/// From this age nothing.
	pub hard: u32,
}

impl Ages {
	/// That there is something to fall along.
	pub const fn is_valid(&self) -> bool {
		self.soft < self.hard
	}

	/// That it never counts less than another.
	const fn is_milder(&self, than: &Self) -> bool {
		self.soft >= than.soft && self.hard >= than.hard
	}

	/// The factor at this age, rounded up.
	pub fn factor(&self, age: u32) -> Wad {
		haircut::ramp(
			WAD,
			0,
			self.soft.into(),
			self.hard.saturating_sub(self.soft).into(),
			age.into(),
		)
	}
}

/// The curves of a source chain (DESIGN.md 7).
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Curves {
	/// Of what lies there, for opening.
	pub initial: Ages,
	/// Of what lies there, for being left alone; not earlier.
	pub maintenance: Ages,
	/// Of tokens here whose reserve is there, for opening; not earlier than what lies there.
	pub reserve_initial: Ages,
	/// Of tokens here whose reserve is there, for being left alone.
	pub reserve_maintenance: Ages,
	/// By the relay blocks in which the chain's head was not read, whatever its age, for what lies
	/// there.
	pub omission: Ages,
}

impl Curves {
	/// That every curve falls, and in the right order.
	pub const fn is_valid(&self) -> bool {
		self.initial.is_valid()
			&& self.omission.is_valid()
			&& self.maintenance.is_milder(&self.initial)
			&& self.reserve_initial.is_milder(&self.initial)
			&& self.reserve_maintenance.is_milder(&self.maintenance)
			&& self.reserve_maintenance.is_milder(&self.reserve_initial)
			&& self.maintenance.is_valid()
			&& self.reserve_initial.is_valid()
			&& self.reserve_maintenance.is_valid()
	}

	/// That being left alone never counts less than by other curves.
	pub const fn takes_no_more_than(&self, other: &Self) -> bool {
		self.maintenance.is_milder(&other.maintenance)
			&& self.reserve_maintenance.is_milder(&other.reserve_maintenance)
			&& self.omission.is_milder(&other.omission)
	}

	/// What a chain of this age leaves of what lies there, or of a token here whose reserve is there.
	pub fn factor(&self, local: bool, age: ChainAge) -> ChainFactor {
		if local {
			return ChainFactor {
				initial: self.reserve_initial.factor(age.staleness),
				maintenance: self.reserve_maintenance.factor(age.staleness),
			};
		}
		let read = self.omission.factor(age.omission);
		ChainFactor {
			initial: self.initial.factor(age.staleness).min(read),
			maintenance: self.maintenance.factor(age.staleness).min(read),
		}
	}
}

/// The chain factor g.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ChainFactor {
	/// For opening.
	pub initial: Wad,
	/// For being left alone; not less.
	pub maintenance: Wad,
}

/// A chain on which collateral lies or has its reserve.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct SourceInfo {
	/// What its age takes.
	pub curves: Curves,
	/// What it took before the last change.
	pub before: Curves,
	/// How much of that still counts for being left alone, where it took less.
	pub share: Ramp,
}

impl SourceInfo {
	/// One that never changed.
	pub fn new(curves: Curves) -> Self {
		Self { curves, before: curves, share: Ramp::default() }
	}

	/// With other curves. What they take from being left alone they take within `length`.
	pub fn changed(&self, curves: Curves, now: Moment, length: Moment) -> Self {
		if curves.takes_no_more_than(&self.curves) {
			return Self::new(curves);
		}
		let share = Ramp { from: Permill::one(), to: Permill::zero(), started: now, length };
		Self { curves, before: self.curves, share }
	}

	/// The chain factor now, see [`Curves::factor`].
	pub fn factor(&self, local: bool, age: ChainAge, now: Moment) -> ChainFactor {
		let mut factor = self.curves.factor(local, age);
		let cut = self.before.factor(local, age).maintenance.saturating_sub(factor.maintenance);
		if cut > 0 {
			// Both lie between zero and one, so does the product.
			let left = mul(cut, self.share.value(now), Rounding::Down).unwrap_or(0);
			factor.maintenance = factor.maintenance.saturating_add(left);
		}
		factor
	}
}

/// How it is known that collateral is there.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase")]
pub enum ProofMethod {
	/// The clearing account holds it, and its reserve chain holds it for us.
	#[default]
	Held,
	/// A proof of a sibling's state, anchored in the relay chain.
	RelayProof,
	/// Whatever a bridge says.
	Bridge,
}

/// What shares a risk besides the risk of its price.
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
pub enum Group {
	/// All lots that lie on a chain or whose reserve is there.
	Chain(SourceId),
	/// All lots that are proven in one way.
	Method(ProofMethod),
}

/// How much of a group is credited, in USD at reference prices.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct GroupInfo {
	/// Most that is credited, if there is a limit.
	pub cap: Option<FixedU128>,
	/// What is credited now.
	pub total: FixedU128,
	/// Below this the concentration factor is not yet, after the cap was cut.
	pub floor: Ramp,
}

impl GroupInfo {
	/// What can still be credited, in units of 10^-18 USD; `None` without a limit.
	pub fn free(&self) -> Option<u128> {
		self.cap.map(|cap| cap.into_inner().saturating_sub(self.total.into_inner()))
	}

	/// As [`KindInfo::concentration`].
	///
	/// # Errors
	/// A total that does not fit.
	pub fn concentration(&self, now: Moment) -> straddle_math::Result<Wad> {
		match self.cap {
			None => Ok(WAD),
			Some(cap) => concentration(self.total.into_inner(), cap.into_inner(), &self.floor, now),
		}
	}

	/// From now on the concentration factor falls from where it is, however the group changes.
	pub(crate) fn hold(&mut self, now: Moment) -> straddle_math::Result<()> {
		self.floor = fall(self.concentration(now)?, now);
		Ok(())
	}
}

/// Whether a price can be what a kind is counted at in its groups.
pub(crate) fn is_reference(price: FixedU128) -> bool {
	let inner = price.into_inner();
	inner > 0 && inner <= MAX_CAP
}

/// cap / total above the cap, and not below the line of a fall that is under way.
fn concentration(total: u128, cap: u128, floor: &Ramp, now: Moment) -> straddle_math::Result<Wad> {
	let fits = |value| Wad::try_from(value).map_err(|_| MathError::Overflow);
	let factor = haircut::concentration(fits(total)?, fits(cap)?)?;
	Ok(factor.max(floor.value(now)))
}

/// The line along which a concentration factor may fall from `factor`.
pub(crate) fn fall(factor: Wad, now: Moment) -> Ramp {
	let from = parts(factor);
	let full = FULL_FALL_HOURS.saturating_mul(HOUR_MS);
	Ramp { from, to: Permill::zero(), started: now, length: from.mul_ceil(full) }
}

/// Who changes the registry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
	/// May do everything, after the timelock.
	Risk,
	/// May only tighten what counts for opening, at once.
	Emergency,
}

/// Times of the registry, in chain time. Set at genesis, so that a development chain can use
/// minutes; they only get longer afterwards.
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
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Times {
	/// Shortest time in which a maintenance weight may be cut, in milliseconds.
	pub minimum_ramp: Moment,
	/// How long after its last round an unusable price still counts half, in milliseconds.
	pub unusable_grace: Moment,
}

impl Default for Times {
	fn default() -> Self {
		Self { minimum_ramp: DAY_MS.saturating_mul(3), unusable_grace: HOUR_MS }
	}
}

impl Times {
	/// That no cut is sudden.
	pub const fn is_valid(&self) -> bool {
		self.minimum_ramp >= MINUTE_MS
	}
}

/// A margin account to whose address something came.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Arrival {
	/// Whose address.
	pub account: MarginAccountId,
	/// Position in the list of kinds up to which the address has been swept.
	pub next: u32,
}

/// A number of smallest units in JSON. Written as a string, because a JSON number ends at 64 bits:
/// 18 tokens with 18 decimals. Read from either.
mod units {
	use alloc::string::{String, ToString};
	use serde::{de::Error, Deserialize, Deserializer, Serializer};

	#[derive(Deserialize)]
	#[serde(untagged)]
	enum Units {
		Number(u64),
		Text(String),
	}

	pub fn serialize<S: Serializer>(value: &u128, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&value.to_string())
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u128, D::Error> {
		match Units::deserialize(deserializer)? {
			Units::Number(value) => Ok(value.into()),
			Units::Text(text) => text.parse().map_err(D::Error::custom),
		}
	}
}
