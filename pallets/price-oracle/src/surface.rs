// SPDX-License-Identifier: GPL-3.0-or-later

//! What a surface keeps of an option market, and what it says of a series. Pure.
//!
//! **Points.** Of an expiry it keeps volatilities at the [`PLACES`] of [`straddle_math::svi::lines`], which also
//! says how they are read. Each is the median of what the feeders' slices say at that place. Nothing else of
//! a slice counts, so none can be bent where it is not compared (RISK.md 4).
//!
//! **As time passes** the volatility at each k stays: total variance falls in proportion to what is left
//! of T₀. Between expiries total variance at the same k is a straight line in time, so that no calendar
//! spread is worth less than nothing where the rows allow none; before the first and after the last
//! expiry volatility at the same k is that row's.
//!
//! **Order.** Where a later expiry would have less total variance than an earlier one at one of its
//! points, it is lifted to as much. A small lift is noise of two fits; one of more than
//! [`Params::surface_disagreement`] makes the row `Uncertain`.

use crate::{incentives::IncentiveParams, slices::*, state::FEW_FEEDERS, stats, types::*};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;
use straddle_math::{
	binary::Q56,
	svi::{
		self,
		lines::{self, Lines, CENTRE, MOST_VOLATILITY, PLACES},
	},
	WAD,
};
use straddle_primitives::*;

/// Points next to the centre on which feeders must agree: up to 1.2 deviations. Wings are noisier, and
/// worth less.
const CORE: usize = 4;
fn is_core(index: usize) -> bool {
	index.abs_diff(CENTRE) <= CORE
}

/// Rows below this confidence are `Uncertain`.
const LEAST_CONFIDENCE: Permill = Permill::from_percent(50);

/// One expiry. Volatilities a year in millionths.
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
pub struct Row {
	/// The venue's own expiry.
	pub expiry: Moment,
	/// When the round began that it is from: T₀ counts from there.
	pub began: Moment,
	/// Chain time at which that round was finished.
	pub at: Moment,
	/// Forward through spot: median over the feeders.
	pub carry: Price,
	/// .6·√T₀ in millionths: how far apart the points are.
	pub width: u32,
	/// At each point.
	pub vols: [u32; PLACES],
	/// At the money in the last rounds, newest first; 0 if there was none.
	pub centres: [u32; ROUNDS_KEPT as usize],
	/// The widest half of a middle half of the feeders at the core points, as a share of the median.
	pub spread: u32,
	/// Median over the feeders.
	pub confidence: Permill,
	/// Reports that counted.
	pub count: u16,
	/// Feeders there were.
	pub feeders: u16,
	/// Whether it was lifted farther than noise explains.
	pub lifted: bool,
}

/// An option market.
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
pub struct Surface {
	/// The first surface round that is not finished.
	pub open: u64,
	/// Its expiries, soonest first.
	pub rows: BoundedVec<Row, ConstU32<MAX_SLICES>>,
}

/// A volatility in millionths, rounded down; one that cannot be kept is none.
fn millionths(yearly: Q56) -> Option<u32> {
	let vol = lines::volatility(yearly).checked_div(1_000)?;
	u32::try_from(vol).ok().filter(|vol| *vol <= MOST_VOLATILITY)
}

fn median_of(values: &mut [u32]) -> u32 {
	values.sort_unstable();
	let upper = values.get(values.len() >> 1).copied().unwrap_or_default();
	let lower = values.get(values.len().saturating_sub(1) >> 1).copied().unwrap_or_default();
	lower.midpoint(upper)
}

/// Half the width of the middle half of sorted values, as millionths of their median, rounded up.
fn spread_of(sorted: &[u32], median: u32) -> u32 {
	let cut = sorted.len() >> 2;
	let low = sorted.get(cut).copied().unwrap_or_default();
	let high = sorted.iter().rev().nth(cut).copied().unwrap_or_default();
	let wide = u64::from(high.abs_diff(low)).saturating_mul(500_000);
	u32::try_from(wide.div_ceil(u64::from(median).max(1))).unwrap_or(u32::MAX)
}

/// What a slice says that counts.
#[derive(Clone, Debug)]
pub(crate) struct Said {
	/// Whose it is: his place among the feeders.
	pub feeder: usize,
	/// Forward through spot.
	pub carry: Price,
	/// How far he relies on it.
	pub confidence: Permill,
	/// At every point.
	vols: [u32; PLACES],
}

impl Said {
	/// None of a slice that is not sane, or not all within `bounds`.
	pub(crate) fn new(
		feeder: usize,
		report: &SliceReport,
		began: Moment,
		bounds: (u32, u32),
	) -> Option<Self> {
		if !report.is_sane(began) {
			return None;
		}
		let time_ms = report.expiry.saturating_sub(began);
		let places = lines::places(lines::width(time_ms));
		let mut vols = [0; PLACES];
		for (vol, variance) in vols.iter_mut().zip(report.slice().variances(&places).ok()?) {
			*vol = millionths(lines::yearly(variance, time_ms))?;
			if !(bounds.0..=bounds.1).contains(vol) {
				return None;
			}
		}
		Some(Self { feeder, carry: report.carry, confidence: report.confidence, vols })
	}

	/// Whether he relies on it enough to be judged by it.
	pub(crate) fn is_meant(&self) -> bool {
		self.confidence >= LEAST_CONFIDENCE
	}
}

impl Row {
	/// What a quorum of slices on an expiry comes to. `before` is what was known of it.
	pub(crate) fn from_said(
		said: &[Said],
		expiry: Moment,
		began: Moment,
		at: Moment,
		quorum: u32,
		feeders: u32,
		before: Option<&Row>,
	) -> Option<Self> {
		let count = said.len() as u32;
		if count < quorum || count == 0 {
			return None;
		}
		let mut vols = [0; PLACES];
		let mut spread = 0;
		for (index, vol) in vols.iter_mut().enumerate() {
			let column = said.iter().filter_map(|one| one.vols.get(index).copied());
			let mut column = column.collect::<Vec<_>>();
			*vol = median_of(&mut column);
			if is_core(index) {
				spread = spread_of(&column, *vol).max(spread);
			}
		}
		let carries = said.iter().map(|one| one.carry).collect::<Vec<_>>();
		let mut confidences =
			said.iter().map(|one| one.confidence.deconstruct()).collect::<Vec<_>>();
		let centre = vols.get(CENTRE).copied().unwrap_or_default();
		let [newest, second, _] = before.map(|before| before.centres).unwrap_or_default();
		Some(Self {
			expiry,
			began,
			at,
			carry: stats::median(&carries)?,
			width: lines::width(expiry.saturating_sub(began)),
			vols,
			centres: [centre, newest, second],
			spread,
			confidence: Permill::from_parts(median_of(&mut confidences)),
			count: count as u16,
			feeders: feeders as u16,
			lifted: false,
		})
	}

	/// Whether a slice lies within the bounds of a deviation from this median: near the money, and in its
	/// carry. Wings are noisier, and worth less.
	pub(crate) fn agrees(&self, said: &Said, incentives: &IncentiveParams) -> bool {
		let close = |vol: u32, median: u32| {
			vol.abs_diff(median) <= incentives.volatility_deviation.mul_floor(median)
		};
		let pairs = said.vols.iter().zip(self.vols).enumerate();
		let near = pairs.filter(|(index, _)| is_core(*index)).all(|(_, (vol, m))| close(*vol, m));
		near && stats::within(said.carry, self.carry, incentives.deviation)
	}

	/// A row at one volatility, without carry, that four feeders agree on now.
	#[cfg(any(test, feature = "runtime-benchmarks"))]
	pub fn flat(volatility: FixedU128, now: Moment, time_ms: Moment) -> Self {
		let vol = volatility.into_inner().checked_div(10u128.pow(12)).unwrap_or_default();
		let vol = u32::try_from(vol).unwrap_or_default();
		Self {
			expiry: now.saturating_add(time_ms),
			began: now,
			at: now,
			carry: Price::from_u32(1),
			width: lines::width(time_ms),
			vols: [vol; PLACES],
			centres: [vol; ROUNDS_KEPT as usize],
			spread: 0,
			confidence: Permill::one(),
			count: 4,
			feeders: 4,
			lifted: false,
		}
	}

	/// The time to the expiry when its round began.
	fn time_ms(&self) -> Moment {
		self.expiry.saturating_sub(self.began)
	}

	/// How it is read.
	fn lines(&self) -> Lines<'_> {
		Lines { width: self.width, time_ms: self.time_ms(), vols: &self.vols }
	}

	/// What is left of its time at `now`.
	fn left(&self, now: Moment) -> Moment {
		self.expiry.saturating_sub(now)
	}

	/// The least volatility at k, in millionths, that is no less total variance than an earlier expiry has
	/// at `now`: rounded down.
	fn least(&self, k: Q56, earlier: &Self, now: Moment) -> u32 {
		let yearly = earlier.lines().yearly(k).scaled(earlier.left(now), self.left(now));
		millionths(yearly).unwrap_or(MOST_VOLATILITY)
	}

	/// Lift what would be below an earlier expiry's total variance at `now`.
	pub(crate) fn lift(&mut self, earlier: &Self, now: Moment, tolerance: Permill) {
		let mut vols = self.vols;
		self.lifted = false;
		for (vol, k) in vols.iter_mut().zip(lines::places(self.width)) {
			// Rounded down, so up by one.
			let least = self.least(k, earlier, now).saturating_add(1).min(MOST_VOLATILITY);
			if *vol < least && least > 1 {
				let by = Permill::from_rational(least.abs_diff(*vol), least);
				self.lifted |= by > tolerance;
				*vol = least;
			}
		}
		self.vols = vols;
	}

	/// Whether it is below an earlier expiry somewhere at `now`, by more than rounding.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_below(&self, earlier: &Self, now: Moment) -> bool {
		self.vols
			.iter()
			.zip(lines::places(self.width))
			.any(|(vol, k)| *vol < self.least(k, earlier, now).saturating_sub(1))
	}

	/// Whether it is a smile of some time, made when its round was under way, of volatilities above zero.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_whole(&self) -> bool {
		let time = lines::LEAST_TIME_MS..=lines::MOST_TIME_MS;
		self.at >= self.began
			&& time.contains(&self.time_ms())
			&& self.width == lines::width(self.time_ms())
			&& self.vols.iter().all(|vol| (1..=MOST_VOLATILITY).contains(vol))
			&& self.vols_centre() > 0
	}

	/// The state at `now`: first what its age says, then what it says itself.
	pub fn state(&self, params: &Params, now: Moment) -> PriceState {
		let age = now.saturating_sub(self.at);
		if age > params.surface_dead_ms() {
			return PriceState::NoQuorum;
		}
		if age > params.surface_ms().saturating_mul(params.stale_rounds.into()) {
			return PriceState::Stale;
		}
		let few = self.feeders < FEW_FEEDERS && !params.small_network;
		let apart = self.spread > params.surface_disagreement.deconstruct();
		let doubtful = self.confidence < LEAST_CONFIDENCE;
		if few || apart || doubtful || self.lifted || self.moved(params) {
			return PriceState::Uncertain;
		}
		PriceState::Valid
	}

	/// Whether volatility at the money moved too far in a round to open on it.
	fn moved(&self, params: &Params) -> bool {
		let [newest, before, _] = self.centres;
		let jump = u64::from(params.volatility_jump.deconstruct());
		let moved = u64::from(newest.abs_diff(before)).saturating_mul(1_000_000);
		before != 0 && moved > u64::from(before).saturating_mul(jump)
	}

	/// How far off it may be: the feeders' spread, and what they do not rely on.
	fn doubt(&self) -> FixedU128 {
		let doubt = Permill::one()
			.deconstruct()
			.saturating_sub(self.confidence.deconstruct())
			.saturating_add(self.spread);
		FixedU128::from_inner(u128::from(doubt).saturating_mul(10u128.pow(12)))
	}

	/// What the volatilities are multiplied by through a lens, in millionths: the median of the last
	/// three at the money in place of the newest. None while there were not three.
	fn steadied(&self) -> Option<u32> {
		let mut centres = self.centres;
		if centres.contains(&0) {
			return None;
		}
		let median = u64::from(median_of(&mut centres));
		let factor = median.saturating_mul(1_000_000).checked_div(self.vols_centre().into());
		factor.and_then(|factor| u32::try_from(factor).ok())
	}

	fn vols_centre(&self) -> u32 {
		self.centres.first().copied().unwrap_or_default()
	}

	/// The lens' factor of volatility in millionths.
	fn factor(&self, lens: Lens) -> u32 {
		let steadied = match lens {
			Lens::Latest => None,
			Lens::MedianOfThree => self.steadied(),
		};
		steadied.unwrap_or(1_000_000)
	}

	/// ln of the carry, within 2^-53; as a row's carry is within 1/2 and 2 it always is.
	fn log_carry(&self) -> Q56 {
		let carry = stats::wad(self.carry).unwrap_or(WAD);
		svi::moneyness(carry, WAD).unwrap_or_default()
	}
}

/// The rows around an expiry.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
	before: Option<&'a Row>,
	after: Option<&'a Row>,
}

impl<'a> Around<'a> {
	/// Of rows, soonest first, those before and after `expiry` that are still ahead at `now`; one on the
	/// day itself is both.
	pub fn new(rows: &'a [Row], expiry: Moment, now: Moment) -> Self {
		let ahead = rows.partition_point(|row| row.expiry <= now);
		let later = rows.partition_point(|row| row.expiry <= expiry).max(ahead);
		let before = later.checked_sub(1).filter(|index| *index >= ahead);
		let before = before.and_then(|index| rows.get(index));
		let after = before.filter(|row| row.expiry == expiry).or_else(|| rows.get(later));
		Self { before, after }
	}

	/// The rows that count: one or two, none of an empty surface.
	fn rows(&self) -> impl Iterator<Item = &'a Row> + use<'a> {
		self.before.into_iter().chain(self.after)
	}

	/// A reading of what the rows say: the worst state, the widest doubt, the oldest time.
	fn reading(&self, params: &Params, now: Moment, price: Price, lens: Lens) -> Reading {
		let mut rows = self.rows().peekable();
		if rows.peek().is_none() {
			return Reading::default();
		}
		let mut reading =
			Reading { price, at: now, state: PriceState::Valid, ..Default::default() };
		for row in rows {
			reading.state = reading.state.worst(row.state(params, now));
			if lens == Lens::MedianOfThree && row.steadied().is_none() {
				reading.state = reading.state.worst(PriceState::Uncertain);
			}
			reading.confidence = reading.confidence.max(row.doubt());
			reading.at = reading.at.min(row.at);
		}
		reading
	}

	/// Volatility a year at k for an expiry, to the nearest thousand-millionth.
	pub fn volatility(
		&self,
		k: Q56,
		expiry: Moment,
		params: &Params,
		now: Moment,
		lens: Lens,
	) -> Reading {
		let (yearly, factor) = match (self.before, self.after) {
			(Some(near), Some(far)) if near.expiry < far.expiry => {
				let [from, to] = [near, far].map(|row| (row.lines().yearly(k), row.left(now)));
				let yearly = lines::between_expiries(from, to, expiry.saturating_sub(now));
				(yearly, near.factor(lens).midpoint(far.factor(lens)))
			},
			(_, Some(row)) | (Some(row), _) => (row.lines().yearly(k), row.factor(lens)),
			(None, None) => (Q56::ZERO, 0),
		};
		// Below 2^34·2^32·2^10.
		let vol = u128::from(lines::volatility(yearly)).saturating_mul(factor.into());
		self.reading(params, now, Price::from_inner(vol.saturating_mul(1_000)), lens)
	}

	/// Forward through spot for an expiry: a straight line of its logarithm in time, through the origin before
	/// the first expiry and on beyond the last. Within 2^-50; beyond the last within as many times more as it
	/// is farther away.
	pub fn carry(&self, expiry: Moment, params: &Params, now: Moment, lens: Lens) -> Reading {
		let log = match (self.before, self.after) {
			(Some(near), Some(far)) if near.expiry < far.expiry => {
				let [from, to] = [near, far].map(Row::log_carry);
				let (part, span) = (expiry.abs_diff(near.expiry), far.expiry.abs_diff(near.expiry));
				let step = Q56::from_bits(to.bits().saturating_sub(from.bits()));
				from.bits().saturating_add(step.scaled(part, span).bits())
			},
			(_, Some(row)) | (Some(row), _) => {
				row.log_carry().scaled(expiry.saturating_sub(now), row.left(now)).bits()
			},
			(None, None) => 0,
		};
		// A year's carry drawn out to ten years is still a price; a senseless one is held.
		let most = Q56::ONE.bits();
		let held = Q56::from_bits(log.clamp(most.saturating_neg(), most));
		let carry = svi::ratio(held).unwrap_or(WAD);
		let price = Price::from_inner(u128::try_from(carry).unwrap_or_default());
		self.reading(params, now, price, lens)
	}
}

impl Params {
	/// Age at which a row is dead: that of a price, but at least five surface rounds.
	pub fn surface_dead_ms(&self) -> Moment {
		self.no_quorum_ms.max(self.surface_ms().saturating_mul(5))
	}
}
