// SPDX-License-Identifier: GPL-3.0-or-later

//! What the registry of collateral stores.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::Permill;
use straddle_math::{fixed::Wad, haircut, MathError};
use straddle_primitives::*;

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
		let fits = |value| Wad::try_from(value).map_err(|_| MathError::Overflow);
		let factor = haircut::concentration(fits(total)?, fits(self.cap)?)?;
		Ok(factor.max(self.concentration_floor.value(now)))
	}

	/// The line along which the concentration factor may fall from `factor`.
	pub(crate) fn fall(factor: Wad, now: Moment) -> Ramp {
		let from = parts(factor);
		let full = FULL_FALL_HOURS.saturating_mul(HOUR_MS);
		Ramp { from, to: Permill::zero(), started: now, length: from.mul_ceil(full) }
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

/// How a source chain's age counts (RISK.md 6). Stored now; the vaults' issue reads it.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChainAges {
	/// Relay blocks without a new head up to which collateral there counts in full.
	pub soft: u32,
	/// Relay blocks without a new head from which it counts nothing.
	pub hard: u32,
}

impl ChainAges {
	/// That there is something to fall along.
	pub const fn is_valid(&self) -> bool {
		self.soft < self.hard
	}
}

/// Times of the registry, in chain time. Set at genesis, so that a development chain can use
/// minutes; a live chain changes them with a runtime upgrade only.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
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
