// SPDX-License-Identifier: GPL-3.0-or-later

//! What a surface keeps of an option market, and what it says of a series. Pure.
//!
//! **Points.** Of an expiry it keeps volatilities at [`POINTS`] places kⱼ = zⱼ·.6·√T₀, T₀ the time from the
//! beginning of the round to the expiry and zⱼ fixed distances: dense at the money, out to 6 deviations
//! of a 60 % market. Each is the median of what the feeders' slices say at that place. Nothing else of
//! a slice counts, so none can be bent where it is not compared (RISK.md 4).
//!
//! **Between points** total variance is interpolated in straight lines, which never leave the values at
//! their ends; beyond the wings it goes on with the last slope, at most 2 ([`Smile`]).
//!
//! **As time passes** the volatility at each k stays: total variance falls in proportion to what is left
//! of T₀. Between expiries total variance at the same k is a straight line in time, so that no calendar
//! spread is worth less than nothing where the rows allow none; before the first and after the last
//! expiry volatility at the same k is that row's.
//!
//! **Order.** Where a later expiry would have less total variance than an earlier one at one of its
//! points, it is lifted to as much. A small lift is noise of two fits; one of more than
//! [`Params::surface_disagreement`] makes the row `Uncertain`.

use crate::{slices::*, state::FEW_FEEDERS, stats, types::*};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::cell::OnceCell;
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;
use straddle_math::{
	binary::Q56,
	black76::YEAR_MS,
	functions,
	svi::{Slice, Smile},
	Wad, WAD,
};
use straddle_primitives::*;

/// Points of a smile.
pub const POINTS: usize = 17;
/// zⱼ in thousandths.
const DISTANCES: [i32; POINTS] = [
	-6_000, -3_500, -2_400, -1_700, -1_200, -800, -500, -250, 0, 250, 500, 800, 1_200, 1_700,
	2_400, 3_500, 6_000,
];
/// The point at the money.
const CENTRE: usize = POINTS / 2;
/// Points next to the centre on which feeders must agree: up to 1.2 deviations. Wings are noisier, and
/// worth less.
const CORE: usize = 4;
/// A million.
const MILLION: u128 = 1_000_000;
/// The largest total variance of a [`Smile`].
const MOST_VARIANCE: u128 = 64 << 56;
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
	pub vols: [u32; POINTS],
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

/// .6·√T in millionths, at least a thousandth.
fn width(time_ms: Moment) -> u32 {
	let square = u128::from(time_ms).saturating_mul(MILLION.saturating_mul(MILLION));
	let root = square.checked_div(YEAR_MS.into()).unwrap_or_default().isqrt();
	let width = root.saturating_mul(6).checked_div(10).unwrap_or_default();
	u32::try_from(width).unwrap_or(u32::MAX).max(1_000)
}

/// The places of the points.
fn places(width: u32) -> [Q56; POINTS] {
	DISTANCES.map(|distance| {
		// At most 6000·4.3·10^9·2^56, below 2^101.
		let scaled = i128::from(distance).saturating_mul(width.into()) << 56;
		let k = scaled.checked_div(1_000_000_000).unwrap_or_default();
		Q56::from_bits(i64::try_from(k).unwrap_or_default())
	})
}

/// A volatility in millionths from total variance over a time.
fn vol_of(variance: Q56, time_ms: Moment) -> Option<u32> {
	// Variance is at most 2^62, a year 2^35 ms, and what is divided by at least a minute, 2^15.
	let yearly = u128::from(variance.bits().max(0).unsigned_abs())
		.saturating_mul(YEAR_MS.into())
		.checked_div(time_ms.into())?;
	let square = yearly.checked_mul(MILLION.saturating_mul(MILLION))? >> 56;
	u32::try_from(square.isqrt()).ok()
}

/// Total variance of a volatility in millionths over a time, at most 64.
fn variance_of(vol: u32, time_ms: Moment) -> Q56 {
	// Below 2^64·2^39·2^20, then below 2^88·2^36.
	let square = u128::from(vol).saturating_mul(vol.into()).saturating_mul(time_ms.into());
	let yearly = (square << 20).checked_div(YEAR_MS.into()).unwrap_or_default();
	let variance = yearly
		.checked_shl(36)
		.and_then(|scaled| scaled.checked_div(MILLION.saturating_mul(MILLION)))
		.unwrap_or_default();
	Q56::from_bits(variance.min(MOST_VARIANCE) as i64)
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

/// What a slice says at every point, if all of it lies within `bounds`.
fn vols_of(
	slice: &Slice,
	places: &[Q56; POINTS],
	time_ms: Moment,
	bounds: (u32, u32),
) -> Option<[u32; POINTS]> {
	let mut vols = [0; POINTS];
	for (vol, k) in vols.iter_mut().zip(places) {
		*vol = vol_of(slice.variance(*k).ok()?, time_ms)?;
		if !(bounds.0..=bounds.1).contains(vol) {
			return None;
		}
	}
	Some(vols)
}

impl Row {
	/// What `reports` agree on, if `quorum` of them count. `before` is what was known of the expiry.
	pub(crate) fn from_reports(
		reports: &[SliceReport],
		began: Moment,
		at: Moment,
		bounds: (u32, u32),
		quorum: u32,
		feeders: u32,
		before: Option<&Row>,
	) -> Option<Self> {
		let expiry = reports.first()?.expiry;
		let time_ms = expiry.saturating_sub(began);
		let width = width(time_ms);
		let places = places(width);
		let mut columns = [const { Vec::new() }; POINTS];
		let (mut carries, mut confidences) = (Vec::new(), Vec::new());
		for report in reports.iter().filter(|report| report.is_sane(began)) {
			let Some(vols) = vols_of(&report.slice(), &places, time_ms, bounds) else { continue };
			for (column, vol) in columns.iter_mut().zip(vols) {
				column.push(vol);
			}
			carries.push(report.carry);
			confidences.push(report.confidence.deconstruct());
		}
		let count = carries.len() as u32;
		if count < quorum || count == 0 {
			return None;
		}
		let mut vols = [0; POINTS];
		let mut spread = 0;
		for (index, (vol, column)) in vols.iter_mut().zip(&mut columns).enumerate() {
			*vol = median_of(column);
			if index.abs_diff(CENTRE) <= CORE {
				spread = spread_of(column, *vol).max(spread);
			}
		}
		let centre = vols.get(CENTRE).copied().unwrap_or_default();
		let [newest, second, _] = before.map(|before| before.centres).unwrap_or_default();
		Some(Self {
			expiry,
			began,
			at,
			carry: stats::median(&carries)?,
			width,
			vols,
			centres: [centre, newest, second],
			spread,
			confidence: Permill::from_parts(median_of(&mut confidences)),
			count: count as u16,
			feeders: feeders as u16,
			lifted: false,
		})
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
			width: width(time_ms),
			vols: [vol; POINTS],
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

	/// Total variance at that time, by k.
	fn smile(&self) -> Option<Smile> {
		let variances = self.vols.map(|vol| variance_of(vol, self.time_ms()));
		let points: Vec<_> = places(self.width).into_iter().zip(variances).collect();
		Smile::new(&points).ok()
	}

	/// Lift what would be below an earlier expiry's total variance at `now`.
	pub(crate) fn lift(&mut self, earlier: &Known, now: Moment, tolerance: Permill) {
		let time_ms = self.expiry.saturating_sub(now);
		self.lifted = false;
		for (vol, k) in self.vols.iter_mut().zip(places(self.width)) {
			let least = vol_of(Q56::from_bits(earlier.variance(k, now) as i64), time_ms);
			// Rounded down, so up by one.
			let least = least.unwrap_or_default().saturating_add(1);
			if *vol < least && least > 1 {
				let by = Permill::from_rational(least.abs_diff(*vol), least);
				self.lifted |= by > tolerance;
				*vol = least;
			}
		}
	}

	/// Whether it is below an earlier expiry somewhere at `now`, by more than rounding.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_below(&self, earlier: &Known, now: Moment) -> bool {
		let time_ms = self.expiry.saturating_sub(now);
		self.vols.iter().zip(places(self.width)).any(|(vol, k)| {
			let least = vol_of(Q56::from_bits(earlier.variance(k, now) as i64), time_ms);
			least.is_some_and(|least| *vol < least.saturating_sub(1))
		})
	}

	/// Whether it is a smile of some time, made when its round was under way, of volatilities above zero.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn is_whole(&self) -> bool {
		self.at >= self.began
			&& self.expiry > self.began
			&& self.width == width(self.time_ms())
			&& self.vols.iter().chain(self.centres.first()).all(|vol| *vol > 0)
			&& self.smile().is_some()
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
}

/// A row that is read from: its smile is made once.
#[derive(Clone, Debug)]
pub struct Known {
	/// What it is made of.
	pub row: Row,
	smile: OnceCell<Option<Smile>>,
}

impl Known {
	/// Nothing is made yet: of sixteen rows a series needs two.
	pub fn new(row: Row) -> Self {
		Self { row, smile: OnceCell::new() }
	}

	/// Total variance with 56 places when the row's round began; none of a row that is no smile, and no
	/// such row is ever stored.
	fn whole(&self, k: Q56) -> u128 {
		let smile = self.smile.get_or_init(|| self.row.smile());
		smile.as_ref().map_or(0, |smile| smile.variance(k).bits().max(0).unsigned_abs().into())
	}

	/// Total variance at `now` with 56 places.
	fn variance(&self, k: Q56, now: Moment) -> u128 {
		let left = self.row.expiry.saturating_sub(now).min(self.row.time_ms());
		self.whole(k)
			.saturating_mul(left.into())
			.checked_div(self.row.time_ms().into())
			.unwrap_or_default()
	}

	/// ln of the carry; within LEAST_CARRY to its inverse it always is.
	fn log_carry(&self) -> Wad {
		let carry = Wad::try_from(self.row.carry.into_inner()).unwrap_or(WAD);
		functions::ln(carry).unwrap_or_default()
	}
}

/// The rows around an expiry.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
	before: Option<&'a Known>,
	after: Option<&'a Known>,
}

impl<'a> Around<'a> {
	/// Of rows, soonest first, those before and after `expiry` that are still ahead at `now`; one on the
	/// day itself is both.
	pub fn new(rows: &'a [Known], expiry: Moment, now: Moment) -> Self {
		let ahead = rows.iter().filter(|known| known.row.expiry > now);
		let before = ahead.clone().take_while(|known| known.row.expiry <= expiry).last();
		let after = ahead.into_iter().find(|known| known.row.expiry >= expiry);
		Self { before, after }
	}

	/// The rows that count: one or two, none of an empty surface.
	fn rows(&self) -> impl Iterator<Item = &'a Known> + use<'a> {
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
		for Known { row, .. } in rows {
			reading.state = reading.state.worst(row.state(params, now));
			if lens == Lens::MedianOfThree && row.steadied().is_none() {
				reading.state = reading.state.worst(PriceState::Uncertain);
			}
			reading.confidence = reading.confidence.max(row.doubt());
			reading.at = reading.at.min(row.at);
		}
		reading
	}

	/// Volatility a year at k for an expiry.
	pub fn volatility(
		&self,
		k: Q56,
		expiry: Moment,
		params: &Params,
		now: Moment,
		lens: Lens,
	) -> Reading {
		let yearly = |known: &Known, variance: u128, time_ms: Moment| {
			// Below 2^63·2^35; through a minute or more.
			let yearly = variance.saturating_mul(YEAR_MS.into()).checked_div(time_ms.into());
			let factor = match lens {
				Lens::Latest => None,
				Lens::MedianOfThree => known.row.steadied(),
			};
			(yearly.unwrap_or_default(), factor.unwrap_or(1_000_000))
		};
		// Variance a year with 56 places, and the lens' factor of volatility.
		let (variance, factor) = match (self.before, self.after) {
			(Some(low), Some(high)) if low.row.expiry < high.row.expiry => {
				let [from, to] = [low, high].map(|known| known.variance(k, now));
				let span = high.row.expiry.saturating_sub(low.row.expiry);
				let part = expiry.saturating_sub(low.row.expiry);
				let step = to.abs_diff(from).saturating_mul(part.into());
				let step = step.checked_div(span.into()).unwrap_or_default();
				let variance =
					if to < from { from.saturating_sub(step) } else { from.saturating_add(step) };
				let left = expiry.saturating_sub(now);
				let ((variance, a), (_, b)) =
					(yearly(low, variance, left), yearly(high, variance, left));
				(variance, a.midpoint(b))
			},
			(_, Some(known)) | (Some(known), _) => {
				yearly(known, known.whole(k), known.row.time_ms())
			},
			(None, None) => (0, 0),
		};
		// In thousand-millionths, to nearest: half of the root of four times as much.
		let twice = (variance.saturating_mul(10u128.pow(18)) >> 54).isqrt();
		let vol = twice.saturating_add(1) >> 1;
		let price = vol.saturating_mul(factor.into()).saturating_mul(1_000);
		self.reading(params, now, Price::from_inner(price), lens)
	}

	/// Forward through spot for an expiry: a straight line of its logarithm in time, through the origin
	/// before the first expiry and on beyond the last.
	pub fn carry(&self, expiry: Moment, params: &Params, now: Moment, lens: Lens) -> Reading {
		let left = |moment: Moment| Wad::from(moment.saturating_sub(now));
		let part = |log: Wad, n: Wad, d: Wad| {
			log.checked_mul(n).and_then(|scaled| scaled.checked_div(d)).unwrap_or_default()
		};
		let log = match (self.before, self.after) {
			(Some(low), Some(high)) if low.row.expiry < high.row.expiry => {
				let [from, to] = [low, high].map(Known::log_carry);
				let span = left(high.row.expiry).saturating_sub(left(low.row.expiry));
				let n = left(expiry).saturating_sub(left(low.row.expiry));
				from.saturating_add(part(to.saturating_sub(from), n, span))
			},
			(_, Some(known)) | (Some(known), _) => {
				part(known.log_carry(), left(expiry), left(known.row.expiry))
			},
			(None, None) => 0,
		};
		// A year's carry drawn out to ten years is still a price; a senseless one is held.
		let carry = functions::exp(log.clamp(-WAD, WAD)).unwrap_or(WAD);
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
