// SPDX-License-Identifier: GPL-3.0-or-later

//! Smiles of option books: which quotes are believed, what slice is made of them, and what is said when
//! they give none. Never a bent slice: rather the last good one, with less and less confidence.

use super::{
	book::{self, Listed},
	health::Health,
	http, once, sources, submit, SURFACE_LOCK_KEY, SURFACE_ROUND_KEY,
};
use crate::{crypto::AuthorityId, slices::*, stats, stats::wad, types::*, *};
use alloc::{collections::BTreeMap, format, vec::Vec};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_application_crypto::RuntimeAppPublic;
use sp_runtime::{offchain::storage::StorageValueRef, FixedPointNumber, Permill};
use straddle_math::{
	binary::Q56,
	black76::{self, YEAR_MS},
	functions,
	svi::{self, FitError, Point},
	Kind, Rounding,
};

/// Local storage: the last good slices of a surface are under this and its feed.
pub const SMILE_KEY: &str = "straddle::oracle::smile::";
/// For how long a slice is repeated, in chain time; its confidence falls to nothing over it.
pub const HOLD_MS: Moment = 30 * MINUTE_MS;
/// An expiry that is nearer to the beginning of the round is left out.
const NEAREST_MS: Moment = MINUTE_MS;
/// A row that was written longer ago, by the node's clock, does not count.
const OLDEST_ROW_MS: Moment = 2 * MINUTE_MS;
/// Good points on each side of the forward, at least. [`svi::fit::MIN_POINTS`] in all.
const LEAST_SIDE: usize = 2;
/// No point is farther from the forward than so many of its own standard deviations.
const DEVIATIONS: i128 = 4;
/// A mark may be off the bid or the ask by half of what lies between them, or by so much of the
/// underlying: one tick of Deribit's.
const TICK: u128 = 500_000_000_000_000;
/// A row whose forward is farther from that of its expiry does not count.
const FORWARD_ROOM: Permill = Permill::from_percent(1);
/// A fit that misses by more, relative to volatility, is none: 5 %.
const WORST_FIT: Q56 = Q56::from_bits(3_602_879_701_896_397);
/// What a relative error in volatility takes away of the confidence, times this.
const CONFIDENCE_PER_ERROR: i128 = 10;

/// Why an expiry has no new slice.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Poor {
	/// Fewer good points than a fit needs, or fewer than two on a side of the forward.
	FewPoints,
	/// More than a quarter of the points lie apart from their neighbours.
	Ragged,
	/// There is no spot to compare the forward with.
	NoSpot,
	/// The forward is not between half of spot and twice.
	Carry,
	/// There is no fit.
	NoFit(FitError),
	/// The fit misses the points by too much.
	BadFit,
	/// At the money, volatility is half as high again as it was, or a third lower, on fewer points.
	Jump,
}

/// A good slice, as it is remembered.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Kept {
	/// As it was reported.
	pub report: SliceReport,
	/// Chain time at which it was made.
	pub made: Moment,
	/// From the beginning of its round to the expiry: what its total variances are over.
	pub time: Moment,
	/// Good points that it was made from.
	pub points: u32,
}

/// What a round is made with.
#[derive(Clone, Copy, Debug)]
pub struct Scene {
	/// The beginning of the surface round.
	pub began: Moment,
	/// Chain time.
	pub now: Moment,
	/// The node's clock, which is the venue's too.
	pub wall: Moment,
	/// The price of the underlying as this worker has just read it.
	pub spot: Option<Price>,
}

/// Report this surface round's smiles, one batch for each surface. `prices` are those that this
/// worker has just reported.
pub fn run<T: Config>(
	block: BlockNumberFor<T>,
	now: Moment,
	params: &Params,
	prices: &[(FeedId, Price)],
) {
	let round = params.surface_round(now);
	if now >= params.surface_over(round) {
		return;
	}
	let mut due = Feeds::<T>::iter().collect::<BTreeMap<_, _>>();
	due.retain(|feed, info| info.kind == FeedKind::Surface && !is_finished::<T>(*feed, round));
	if due.is_empty() {
		return;
	}
	let keys = super::held_keys::<T>();
	let missing = |feed: FeedId, key: &AuthorityId| {
		due.contains_key(&feed) && !SurfaceReports::<T>::contains_key((feed, round), key)
	};
	if !due.keys().any(|feed| keys.iter().any(|(_, key)| missing(*feed, key))) {
		return;
	}
	once(round, SURFACE_LOCK_KEY, SURFACE_ROUND_KEY, || {
		let books = books::<T>(&due, params.round(now));
		for (feed, info) in &due {
			let scene = Scene {
				began: params.surface_began(round),
				now,
				wall: sp_io::offchain::timestamp().unix_millis(),
				spot: spot::<T>(*feed, prices),
			};
			let books = info.sources.iter().filter_map(|source| books.get(source));
			let slices = collect::<T>(*feed, round, info, books, &scene);
			if slices.is_empty() {
				continue;
			}
			for (feeder, key) in keys.iter().filter(|(_, key)| missing(*feed, key)) {
				report::<T>(*feeder, key, *feed, round, block, slices.clone());
			}
		}
	});
}

fn is_finished<T: Config>(feed: FeedId, round: u64) -> bool {
	let waits = SurfacePending::<T>::get().contains_key(&(round, feed));
	!waits && round < Surfaces::<T>::get(feed).open
}

fn report<T: Config>(
	feeder: u16,
	key: &AuthorityId,
	feed: FeedId,
	round: u64,
	at_block: BlockNumberFor<T>,
	slices: Slices,
) {
	let genesis = Pallet::<T>::genesis_hash();
	let batch = SurfaceBatch { feeder, genesis, feed, round, at_block, slices };
	let what = format!("surface {} round {round}: report of feeder {feeder}", feed.0);
	let Some(signature) = key.sign(&batch.payload()) else {
		log::warn!(target: LOG_TARGET, "{what}: the keystore does not sign");
		return;
	};
	submit(Call::<T>::report_surface { batch, signature }, &what);
}

/// The books of all sources that are not in a pause. A surface without any other asks all of its own.
fn books<T: Config>(due: &BTreeMap<FeedId, FeedInfo>, round: u64) -> BTreeMap<Source, Vec<Listed>> {
	let health = Health::load();
	let mut chosen = Vec::new();
	for info in due.values() {
		let ready = |source: &&Source| health.is_due(source, round);
		let none = !info.sources.iter().any(|source| ready(&source));
		chosen.extend(info.sources.iter().filter(|source| none || ready(source)).cloned());
	}
	chosen.sort_unstable();
	chosen.dedup();
	let mut books = BTreeMap::new();
	let answers = sources::ask::<T>(&chosen, http::BOOK);
	// Anew: the other batch's worker may have written meanwhile.
	let mut health = Health::load();
	for (source, answer) in chosen.into_iter().zip(answers) {
		let book = answer.and_then(|(symbol, body)| {
			book::read(&symbol, &body).map_err(|error| format!("{error:?}"))
		});
		health.note(&source, round, book.as_ref().err().cloned());
		if let Ok(book) = book {
			books.insert(source, book);
		}
	}
	health.store::<T>();
	books
}

/// What this worker has read for the spot of the underlying whose own volatility this surface is.
/// One that borrows it has another spot.
fn spot<T: Config>(feed: FeedId, prices: &[(FeedId, Price)]) -> Option<Price> {
	let mut own = Underlyings::<T>::iter()
		.filter(|(_, info)| info.volatility == VolatilityPolicy::External(feed))
		.collect::<Vec<_>>();
	own.sort_unstable_by_key(|(underlying, _)| *underlying);
	let (_, info) = own.first()?;
	prices.iter().find(|(feed, _)| *feed == info.spot).map(|(_, price)| *price)
}

/// A surface's slices: of each expiry the new one, else the last good one.
fn collect<'a, T: Config>(
	feed: FeedId,
	round: u64,
	info: &FeedInfo,
	books: impl Iterator<Item = &'a Vec<Listed>>,
	scene: &Scene,
) -> Slices {
	let key = format!("{SMILE_KEY}{}", feed.0);
	let stored = StorageValueRef::persistent(key.as_bytes());
	let kept = stored.get::<Vec<Kept>>().ok().flatten().unwrap_or_default();
	let mut fresh = BTreeMap::new();
	for book in books {
		for (expiry, made) in fit_book(info, book, &kept, scene) {
			match made {
				Ok(made) => {
					fresh.entry(expiry).or_insert(made);
				},
				Err(poor) => {
					log::debug!(target: LOG_TARGET, "surface {}: {expiry} is poor: {poor:?}", feed.0)
				},
			}
		}
	}
	let (kept, slices) = merge(fresh, kept, scene);
	stored.set(&kept);
	let (count, feed_number) = (slices.len(), feed.0);
	let repeated = kept.iter().filter(|kept| kept.made != scene.now).count();
	if count == 0 {
		log::warn!(target: LOG_TARGET, "surface {feed_number} round {round}: no expiry has a slice");
	} else if repeated == count {
		log::warn!(
			target: LOG_TARGET,
			"surface {feed_number} round {round}: nothing new, {count} expiries are repeated"
		);
	} else {
		log::info!(
			target: LOG_TARGET,
			"surface {feed_number} round {round}: reported {count} expiries, {repeated} repeated"
		);
	}
	let mut health = Health::load();
	health.note_feed(feed, round, count > 0);
	health.store::<T>();
	slices
}

/// The new slices, the last good ones where there are none, soonest first; and what is reported of them.
pub fn merge(fresh: BTreeMap<Moment, Kept>, kept: Vec<Kept>, scene: &Scene) -> (Vec<Kept>, Slices) {
	let mut all = kept
		.into_iter()
		.filter(|kept| is_open(kept.report.expiry, scene) && repeat(kept, scene).is_some())
		.map(|kept| (kept.report.expiry, kept))
		.collect::<BTreeMap<_, _>>();
	all.extend(fresh);
	let all = all.into_values().take(MAX_SLICES as usize).collect::<Vec<_>>();
	let slices = all.iter().filter_map(|kept| repeat(kept, scene)).collect::<Vec<_>>();
	(all, Slices::truncate_from(slices))
}

fn is_open(expiry: Moment, scene: &Scene) -> bool {
	let nearest = scene.began.saturating_add(NEAREST_MS);
	expiry > nearest && expiry > scene.now
}

/// A slice as it is said now: the same volatility over the time that is left, with a confidence that
/// falls in a straight line to nothing after [`HOLD_MS`]. As it is at the moment it is made.
pub fn repeat(kept: &Kept, scene: &Scene) -> Option<SliceReport> {
	let age = scene.now.checked_sub(kept.made)?;
	let left = HOLD_MS.checked_sub(age)?;
	let confidence = kept.report.confidence.deconstruct();
	let confidence = u64::from(confidence).checked_mul(left)?.checked_div(HOLD_MS)?;
	let time = kept.report.expiry.checked_sub(scene.began)?;
	let mut slice = kept.report.slice();
	if time != kept.time {
		// Not to a longer time: the wings' slopes would grow with it.
		let (time, whole) = (i128::from(time), i128::from(kept.time));
		if time > whole {
			return None;
		}
		let part = |x: Q56| straddle_math::mul_div(x.bits().into(), time, whole, Rounding::Up);
		slice.b = Q56::from_bits(part(slice.b).ok()? as i64);
		// Four units for the roundings of what `check` multiplies.
		slice.a = Q56::from_bits((part(slice.a).ok()? as i64).saturating_add(4));
	}
	let confidence = Permill::from_parts(confidence as u32);
	let report = SliceReport::new(kept.report.expiry, kept.report.carry, &slice, confidence);
	report.is_sane(scene.began).then_some(report)
}

/// What each open expiry of a book gives, soonest first.
pub fn fit_book(
	info: &FeedInfo,
	book: &[Listed],
	kept: &[Kept],
	scene: &Scene,
) -> BTreeMap<Moment, Result<Kept, Poor>> {
	let is_fresh = |listed: &&Listed| {
		listed.written.is_none_or(|at| at.saturating_add(OLDEST_ROW_MS) >= scene.wall)
	};
	let mut expiries = BTreeMap::<Moment, Vec<&Listed>>::new();
	for listed in book.iter().filter(|listed| is_open(listed.expiry, scene)) {
		expiries.entry(listed.expiry).or_default().push(listed);
	}
	let expiries = expiries.into_iter().take(MAX_SLICES as usize);
	expiries
		.map(|(expiry, rows)| {
			let rows = rows.into_iter().filter(is_fresh).collect::<Vec<_>>();
			let last = kept.iter().find(|kept| kept.report.expiry == expiry);
			let last = last.filter(|kept| repeat(kept, scene).is_some());
			(expiry, fit_expiry(info, expiry, &rows, last, scene))
		})
		.collect()
}

fn fit_expiry(
	info: &FeedInfo,
	expiry: Moment,
	rows: &[&Listed],
	last: Option<&Kept>,
	scene: &Scene,
) -> Result<Kept, Poor> {
	let middle = |values: Vec<Price>| stats::median(&values);
	let forward = middle(rows.iter().map(|row| row.forward).collect()).ok_or(Poor::FewPoints)?;
	let index = || middle(rows.iter().filter_map(|row| row.index).collect());
	let spot = scene.spot.or_else(index).ok_or(Poor::NoSpot)?;
	let carry = Price::checked_from_rational(forward.into_inner(), spot.into_inner());
	let carry = carry.ok_or(Poor::Carry)?;
	let time = expiry.saturating_sub(scene.began);
	let points = points(info, rows, forward, time, scene)?;
	let fit = svi::fit(&points).map_err(Poor::NoFit)?;
	if fit.error > WORST_FIT {
		return Err(Poor::BadFit);
	}
	let parts = i128::from(fit.error.bits()).saturating_mul(1_000_000) >> 56;
	let lost = parts.saturating_mul(CONFIDENCE_PER_ERROR).clamp(0, 999_999);
	let confidence = Permill::from_parts(1_000_000u32.saturating_sub(lost as u32));
	let report = SliceReport::new(expiry, carry, &fit.slice, confidence);
	if !report.is_sane(scene.began) {
		return Err(Poor::Carry);
	}
	let made = Kept { report, made: scene.now, time, points: points.len() as u32 };
	if last.is_some_and(|last| made.points < last.points && jumps(last, &made)) {
		return Err(Poor::Jump);
	}
	Ok(made)
}

/// Whether volatility at the money is half as high again as it was, or a third lower.
fn jumps(last: &Kept, made: &Kept) -> bool {
	// Variance a year, times both times.
	let rate = |of: &Kept, by: &Kept| {
		let variance = of.report.slice().variance(Q56::ZERO).map_or(0, Q56::bits);
		i128::from(variance).saturating_mul(by.time.into())
	};
	let (before, after) = (rate(last, made), rate(made, last));
	let half_again = |low: i128, high: i128| high.saturating_mul(4) > low.saturating_mul(9);
	half_again(before, after) || half_again(after, before)
}

/// The good points of an expiry, by rising strike. A quote is good if
///
/// - it is out of the money: a put below the forward, a call from it on;
/// - its volatility lies within the feed's bounds;
/// - it is bid and offered, and the bid is not above the ask;
/// - the price that its volatility gives lies within bid and ask, half their distance or a tick aside;
/// - its forward is that of its expiry, within a percent;
/// - its strike is within four standard deviations;
/// - its volatility is not half as high again as the median of it and its four neighbours, or a third
///   lower.
///
/// One within a standard deviation counts 16, then 8, 5 and 4.
fn points(
	info: &FeedInfo,
	rows: &[&Listed],
	forward: Price,
	time: Moment,
	scene: &Scene,
) -> Result<Vec<Point>, Poor> {
	let mut good = rows
		.iter()
		.filter(|row| stats::within(row.forward, forward, FORWARD_ROOM))
		.filter(|row| info.admits(row.volatility) && row.is_call == (row.strike >= forward))
		.filter(|row| is_quoted(row, forward, scene).is_some())
		.filter_map(|row| Some((row.strike, row.volatility, point(row, forward, time)?)))
		.collect::<Vec<_>>();
	good.sort_unstable_by_key(|(strike, ..)| *strike);
	good.dedup_by_key(|(.., point)| point.k);
	let all = good.len();
	let volatilities = good.iter().map(|(_, volatility, _)| *volatility).collect::<Vec<_>>();
	let smooth = (0..all).map(|place| is_smooth(&volatilities, place));
	let smooth = smooth.collect::<Vec<_>>();
	let mut kept = smooth.iter();
	good.retain(|_| kept.next() == Some(&true));
	// The farthest go first.
	while good.len() > svi::fit::MAX_POINTS {
		let far = |point: Option<&(Price, Price, Point)>| {
			point.map_or(0, |(.., point)| point.k.bits().saturating_abs())
		};
		if far(good.first()) > far(good.last()) {
			good.remove(0);
		} else {
			good.pop();
		}
	}
	let below = good.iter().filter(|(strike, ..)| *strike < forward).count();
	let above = good.len().saturating_sub(below);
	if below.min(above) < LEAST_SIDE || good.len() < svi::fit::MIN_POINTS {
		return Err(Poor::FewPoints);
	}
	if smooth.iter().filter(|smooth| !**smooth).count() > all >> 2 {
		return Err(Poor::Ragged);
	}
	Ok(good.into_iter().map(|(.., point)| point).collect())
}

/// Whether a volatility fits those next to it: the median of five, fewer if there are no more.
fn is_smooth(volatilities: &[Price], place: usize) -> bool {
	let first = place.saturating_sub(2).min(volatilities.len().saturating_sub(5));
	let around = volatilities.iter().copied().skip(first).take(5).collect::<Vec<_>>();
	let (Some(middle), Some(own)) = (stats::median(&around), volatilities.get(place)) else {
		return false;
	};
	let (middle, own) = (middle.into_inner(), own.into_inner());
	let half_again = |low: u128, high: u128| high.saturating_mul(2) > low.saturating_mul(3);
	!half_again(middle, own) && !half_again(own, middle)
}

/// Nothing unless there are a bid and an ask in order, and the mark's volatility is what they say.
fn is_quoted(row: &Listed, forward: Price, scene: &Scene) -> Option<()> {
	let (bid, ask) = (row.bid?.into_inner(), row.ask?.into_inner());
	let spread = ask.checked_sub(bid)?;
	let left = row.expiry.checked_sub(scene.wall)?;
	let kind = if row.is_call { Kind::Call } else { Kind::Put };
	let [of, at, volatility] = [wad(forward)?, wad(row.strike)?, wad(row.volatility)?];
	let price = black76::price(kind, of, at, volatility, left).ok()?;
	let price = straddle_math::div(price, of, Rounding::Nearest).ok()?.unsigned_abs();
	let room = (spread >> 1).max(TICK);
	let fits = price.saturating_add(room) >= bid && price <= ask.saturating_add(room);
	fits.then_some(())
}

fn point(row: &Listed, forward: Price, time: Moment) -> Option<Point> {
	let k = svi::moneyness(wad(row.strike)?, wad(forward)?).ok()?;
	let volatility = wad(row.volatility)?;
	let rate = straddle_math::mul(volatility, volatility, Rounding::Nearest).ok()?;
	let variance = straddle_math::mul_div(rate, time.into(), YEAR_MS.into(), Rounding::Nearest);
	let variance = variance.ok()?;
	let w = Q56::from_wad(variance, Rounding::Nearest).ok()?;
	let inside = k.bits().saturating_abs() <= svi::fit::MAX_DISTANCE.bits()
		&& w > Q56::ZERO
		&& w <= svi::fit::MAX_VARIANCE;
	// Whole standard deviations.
	let deviation = functions::sqrt(variance).ok()?;
	let distance = k.to_wad(Rounding::Nearest).ok()?.saturating_abs();
	let deviations = distance.checked_div(deviation)?;
	if !inside || deviations >= DEVIATIONS {
		return None;
	}
	let weight = 16i128.checked_div(deviations.saturating_add(1))? as u8;
	Some(Point { k, w, weight })
}
