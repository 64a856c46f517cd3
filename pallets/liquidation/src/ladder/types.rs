// SPDX-License-Identifier: GPL-3.0-or-later

//! Records of the ladder.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use straddle_math::{
	fixed::{Wad, WAD},
	ladder::{Driver, MAX_RADIUS},
};
use straddle_primitives::*;
use straddle_traits::DriverId;

/// Most odometers. Accounts that one more would move are looked at every round.
pub const MAX_ODOMETERS: u32 = 128;
/// Most expiries, over all underlyings, whose forwards and volatilities are measured.
pub const MAX_SMILES: u32 = 64;
/// Most strikes of an expiry at which volatility is measured: as many as may be listed, and some more
/// for futures.
pub const MAX_SMILE_STRIKES: u32 = 144;

/// Readings and anchors are counted in 10^-12.
pub(crate) const PICO: Wad = 1_000_000;
/// The lowest rung of a rail that is empty.
pub(crate) const NO_RUNG: u32 = u32::MAX;

/// Along what accounts are filed.
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
pub enum Rail {
	/// What a driver has moved; the rung is its odometer in bands.
	Driver(DriverId),
	/// Chain time; the rung is a minute since 1970.
	Time,
}

/// An account at a rung, big-endian, so that keys are in the order of rungs.
pub type RungKey = ([u8; 4], MarginAccountId);

/// The place of an account at a rung.
pub(crate) fn place(rung: u32, account: &MarginAccountId) -> RungKey {
	(rung.to_be_bytes(), account.clone())
}

/// What a driver has moved since its odometer began to count.
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
pub struct Odometer {
	/// Of what.
	pub driver: DriverId,
	/// The sum of its counted moves, in 10^-12, rounded up.
	pub reading: u64,
	/// No account is filed at a lower rung of it; [`u32::MAX`] if none is filed.
	pub lowest: u32,
	/// Where it was when it was counted last, in 10^-12, rounded down: ln of a price (of `Forward` that of
	/// spot), or both chain factors. Unused of `Deviation`.
	pub anchors: [i64; 2],
}

impl Odometer {
	/// One at whose rail nobody is filed.
	pub fn new(driver: DriverId, anchors: [i64; 2]) -> Self {
		Self { driver, reading: 0, lowest: NO_RUNG, anchors }
	}

	/// The reading in the unit of the proof.
	pub(crate) fn wad(&self) -> Wad {
		Wad::from(self.reading).saturating_mul(PICO)
	}

	/// The highest rung that is due: those at or below the reading and a band.
	pub(crate) fn due_rung(&self) -> u32 {
		let kind = kind(self.driver);
		rung_at(kind, self.wad().saturating_add(kind.band()))
	}

	/// Count a move.
	pub(crate) fn add(&mut self, moved: u64) {
		self.reading = self.reading.saturating_add(moved);
	}

	/// Count more than any account is filed for.
	pub(crate) fn mark_due(&mut self) {
		let reach = kind(self.driver).step().saturating_mul(MAX_RADIUS / WAD);
		// Half a unit of a driver, at most five of them.
		self.add(u64::try_from(reach / PICO).unwrap_or(0).saturating_add(1));
	}
}

/// All odometers, which are read together in each block.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Odometers {
	/// Chain time to which all of them have been brought. Nothing is filed by them at another time.
	pub at: Moment,
	/// When the latest round behind any of them finished.
	pub priced_at: Moment,
	/// No account is filed at a lower rung of time.
	pub lowest: u32,
	/// By driver, sorted.
	pub list: BoundedVec<Odometer, ConstU32<MAX_ODOMETERS>>,
}

impl Default for Odometers {
	fn default() -> Self {
		Self { at: 0, priced_at: 0, lowest: NO_RUNG, list: Default::default() }
	}
}

impl Odometers {
	/// The odometer of a driver.
	pub fn get(&self, driver: DriverId) -> Option<&Odometer> {
		let at = self.list.binary_search_by_key(&driver, |known| known.driver).ok()?;
		self.list.get(at)
	}

	pub(crate) fn get_mut(&mut self, driver: DriverId) -> Option<&mut Odometer> {
		let at = self.list.binary_search_by_key(&driver, |known| known.driver).ok()?;
		self.list.get_mut(at)
	}

	/// Add an odometer that is not there; whether there was room.
	pub(crate) fn insert(&mut self, odometer: Odometer) -> bool {
		match self.list.binary_search_by_key(&odometer.driver, |known| known.driver) {
			Ok(_) => true,
			Err(at) => self.list.try_insert(at, odometer).is_ok(),
		}
	}

	/// The highest rung of a rail that is due at `now`; none without its odometer.
	pub(crate) fn due_rung(&self, rail: Rail, now: Moment) -> Option<u32> {
		match rail {
			Rail::Driver(driver) => self.get(driver).map(Odometer::due_rung),
			Rail::Time => Some(minute(now)),
		}
	}

	/// The bound below which nothing is filed on a rail.
	pub(crate) fn lowest_mut(&mut self, rail: Rail) -> Option<&mut u32> {
		match rail {
			Rail::Driver(driver) => self.get_mut(driver).map(|odometer| &mut odometer.lowest),
			Rail::Time => Some(&mut self.lowest),
		}
	}

	/// The rails with their bounds.
	pub(crate) fn rails(&self) -> impl Iterator<Item = (Rail, u32)> + '_ {
		let drivers = self.list.iter().map(|known| (Rail::Driver(known.driver), known.lowest));
		drivers.chain(core::iter::once((Rail::Time, self.lowest)))
	}
}

/// What is measured of one expiry.
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
pub struct Smile {
	/// ln of the forward when it was counted last, in 10^-12.
	pub forward: i64,
	/// By strike, sorted: √(total variance of the settlement price) when it was counted last, in 10^-12.
	pub strikes: BoundedVec<(Strike, i64), ConstU32<MAX_SMILE_STRIKES>>,
}

/// Expiries that are measured, sorted.
pub type SmileList = BoundedVec<(UnderlyingId, Moment), ConstU32<MAX_SMILES>>;

/// How far the hot list has been looked at.
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
pub struct HotPass {
	/// Some have not been looked at yet.
	pub open: bool,
	/// The account that was looked at last.
	pub cursor: Option<MarginAccountId>,
	/// When this pass, or the last, began.
	pub began: Moment,
	/// The latest round that it knew.
	pub priced_at: Moment,
}

/// How far all accounts have been looked at for being filed at all. The default is a pass that begins:
/// so it is at genesis and after the upgrade that brings the ladder.
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
pub struct Relook {
	/// Nothing is left.
	pub done: bool,
	/// The account that was looked at last.
	pub cursor: Option<MarginAccountId>,
	/// The pass goes round the end and up to this account: it was ordered when it stood there.
	pub stop: Option<MarginAccountId>,
	/// It went round the end.
	pub wrapped: bool,
}

impl Relook {
	/// Whether the pass has still to come to an account.
	pub(crate) fn is_waiting(&self, account: &MarginAccountId) -> bool {
		let ahead = self.cursor.as_ref().is_none_or(|cursor| account > cursor);
		let before_stop = self.stop.as_ref().is_some_and(|stop| account <= stop);
		match (self.done, self.wrapped) {
			(true, _) => false,
			(false, true) => ahead && before_stop,
			(false, false) => ahead || before_stop,
		}
	}

	/// Begin anew; accounts that a pass under way has yet to come to are not put off.
	pub(crate) fn restart(&mut self) {
		*self = match self.done {
			true => Self::default(),
			false => Self { stop: self.cursor.clone(), wrapped: false, ..self.clone() },
		};
	}
}

/// What the maths calls a driver.
pub(crate) const fn kind(driver: DriverId) -> Driver {
	match driver {
		DriverId::Forward(_) => Driver::Forward,
		DriverId::Deviation(_) => Driver::Deviation,
		DriverId::Price(_) => Driver::Price,
		DriverId::Stable(_) => Driver::Stable,
		DriverId::Chain(_) => Driver::Chain,
	}
}

/// What one rung of a driver is: its band, or a fiftieth of its step where it has none.
pub(crate) const fn width(driver: Driver) -> Wad {
	match driver.band() {
		0 => driver.step() / 50,
		band => band,
	}
}

/// The rung of a reading, rounded down.
pub(crate) fn rung_at(driver: Driver, reading: Wad) -> u32 {
	let rung = reading.max(0).checked_div(width(driver)).unwrap_or(0);
	u32::try_from(rung).unwrap_or(NO_RUNG)
}

/// The rung of a time, rounded down.
pub(crate) fn minute(at: Moment) -> u32 {
	u32::try_from(at / MINUTE_MS).unwrap_or(NO_RUNG)
}
