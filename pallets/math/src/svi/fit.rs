// SPDX-License-Identifier: Apache-2.0

//! The slice that comes nearest to what a market quotes.
//!
//! The quasi-explicit method (S. De Marco and C. Martini, Quasi-explicit calibration of Gatheral's
//! SVI model, Zeliade 2009): with m and σ given, w = a + s·(r + u)/2 + t·(r − u)/2, u = k − m,
//! r = √(u² + σ²), is linear in a and the slopes of the two wings, s = b(1 + ρ) and t = b(1 − ρ). The
//! rules of [`Slice::check`] are a box for these: 0 ≤ s, t ≤ 2. Least squares are solved inside the
//! box, and if the solution lies outside, on its four edges, which is exact. w ≥ 0 is
//! a ≥ −σ√(st): an `a` below is raised to that. m and σ are looked for on a grid and then by Nelder
//! and Mead's simplex.
//!
//! Squares are of relative distances of variance, which are twice those of volatility, so that
//! every strike counts alike.
//!
//! **Work**: at most [`MAX_TRIALS`] pairs of m and σ, each two passes over at most [`MAX_POINTS`]
//! points: one root and ten products a point.
//!
//! **Precision**: k is scaled to −1 … 1 and w to 0 … 1, with 44 binary places. Distances are below
//! 2^46, weights below 2^24, points at most 2^7: no sum of products reaches 2^124.

use super::{Slice, MOST_DISTANCE};
use crate::{
	binary::{times, Q56},
	fast,
	fixed::{mul_div, Rounding},
	kernel,
};
use alloc::vec::Vec;

/// Five unknowns.
pub const MIN_POINTS: usize = 5;
/// The most points of a fit.
pub const MAX_POINTS: usize = 128;
/// No point is farther from the forward: e^4 is 55 times.
pub const MAX_DISTANCE: Q56 = Q56::from_bits(4 << 56);
/// No point has a higher total variance: σ√T of 4.
pub const MAX_VARIANCE: Q56 = Q56::from_bits(16 << 56);
/// The most pairs of m and σ that are tried.
pub const MAX_TRIALS: u32 = GRID + STARTS * (3 + 4 * STEPS);

const GRID: u32 = 13 * 8;
/// Each begins with a new simplex where the last one ended, because a simplex may collapse.
const STARTS: u32 = 3;
const STEPS: u32 = 40;

/// One with 44 places.
const ONE: i64 = 1 << 44;
/// Slopes are not steeper than this over the width of the points, in units of the highest variance.
const STEEPEST: i64 = 64 * ONE;
/// m, with 44 places.
const BOTTOMS: (i64, i64) = (-2 * ONE, 2 * ONE);
/// ln σ, with 44 places: σ from 0.0067 to 4 (2·ln 2 = 1.386).
const WIDTHS: (i64, i64) = (-5 * ONE, 24_387_000_000_000);

/// What a market says of one strike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
	/// ln(K/F).
	pub k: Q56,
	/// Total variance.
	pub w: Q56,
	/// How much it counts beside the others.
	pub weight: u8,
}

/// A slice and how well it describes its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
	/// It keeps the rules of [`Slice::check`].
	pub slice: Slice,
	/// Weighted root mean square of the relative errors in volatility: 0.01 means that a volatility
	/// of 60 % is missed by 0.6 points.
	pub error: Q56,
}

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitError {
	/// Fewer points than [`MIN_POINTS`].
	TooFewPoints,
	/// More points than [`MAX_POINTS`].
	TooManyPoints,
	/// k does not rise from point to point.
	NotRising,
	/// A k is beyond ±[`MAX_DISTANCE`].
	TooFar,
	/// A w is not above zero and at most [`MAX_VARIANCE`].
	Variance,
	/// A point without weight.
	Weight,
}

/// The slice that keeps its rules and comes nearest to the points.
///
/// # Errors
/// See [`FitError`].
pub fn fit(points: &[Point]) -> Result<Fit, FitError> {
	let scaled = Scaled::new(points)?;
	let best = scaled.search();
	let slice = scaled.slice(&best);
	Ok(Fit { slice, error: relative_error(&slice, points) })
}

/// m and ln σ, in units of the points' half width.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
	m: i64,
	width: i64,
}

/// What least squares give for a shape.
#[derive(Clone, Copy, Debug)]
struct Trial {
	shape: Shape,
	sigma: i64,
	a: i64,
	right: i64,
	left: i64,
	/// Sum of the weighted squares, 88 places; the largest number if it does not fit.
	misses: u128,
}

/// A point with 44 places, its deviations from the weighted means and its weight.
struct Sample {
	x: i64,
	dx: i64,
	dw: i64,
	weight: i128,
}

/// Points scaled to −1 … 1 and 0 … 1.
struct Scaled {
	points: Vec<Sample>,
	weight: i128,
	mean_x: i64,
	mean_w: i64,
	/// Σ weight·dx², Σ weight·dx·dw.
	xx: i128,
	xw: i128,
	/// Q56.
	middle: i64,
	half: i64,
	highest: i64,
	steepest: i64,
}

fn product(a: i64, b: i64) -> i128 {
	i128::from(a).wrapping_mul(b.into())
}

/// `a·b/2^44` of numbers whose product fits in 107 bits.
fn scaled_product(a: i64, b: i64) -> i64 {
	(product(a, b) >> 44) as i64
}

fn weighted(values: impl Iterator<Item = (i128, i128)>) -> i128 {
	values.fold(0, |sum, (weight, value)| sum.saturating_add(weight.saturating_mul(value)))
}

impl Scaled {
	fn new(given: &[Point]) -> Result<Self, FitError> {
		use FitError::*;
		ensure(given.len() >= MIN_POINTS, TooFewPoints)?;
		ensure(given.len() <= MAX_POINTS, TooManyPoints)?;
		ensure(given.is_sorted_by(|a, b| a.k < b.k), NotRising)?;
		let far = |point: &Point| point.k.bits().saturating_abs() > MAX_DISTANCE.bits();
		ensure(!given.iter().any(far), TooFar)?;
		let varies = |point: &Point| point.w > Q56::ZERO && point.w <= MAX_VARIANCE;
		ensure(given.iter().all(varies), Variance)?;
		ensure(given.iter().all(|point| point.weight > 0), Weight)?;
		let (first, last) = (given.first().ok_or(TooFewPoints)?, given.last().ok_or(TooFewPoints)?);
		let half = last.k.bits().saturating_sub(first.k.bits()).saturating_add(1) >> 1;
		let middle = first.k.bits().saturating_add(half);
		let highest = given.iter().map(|point| point.w.bits()).max().unwrap_or(1);
		let of = |n: i64, d: i64| (i128::from(n) << 44).checked_div(d.into()).unwrap_or(0) as i64;
		let mut points = given
			.iter()
			.map(|point| {
				let w = of(point.w.bits(), highest);
				// A relative distance is one over w; as if w were at least a sixteenth of the highest.
				let inverse = (ONE << 4).checked_div(w.max(ONE >> 4)).unwrap_or(1);
				let weight = i128::from(point.weight).saturating_mul(product(inverse, inverse));
				Sample { x: of(point.k.bits().saturating_sub(middle), half), dx: 0, dw: w, weight }
			})
			.collect::<Vec<_>>();
		let weight = weighted(points.iter().map(|point| (point.weight, 1)));
		let mean = |sum: i128| sum.checked_div(weight).unwrap_or(0) as i64;
		let mean_x = mean(weighted(points.iter().map(|point| (point.weight, point.x.into()))));
		let mean_w = mean(weighted(points.iter().map(|point| (point.weight, point.dw.into()))));
		for point in &mut points {
			point.dx = point.x.saturating_sub(mean_x);
			point.dw = point.dw.saturating_sub(mean_w);
		}
		let xx = weighted(points.iter().map(|point| (point.weight, product(point.dx, point.dx))));
		let xw = weighted(points.iter().map(|point| (point.weight, product(point.dx, point.dw))));
		// Lee's 2, a little less for the rounding, in these units.
		let lee = i128::from(half).saturating_mul((1 << 45) - (1 << 21));
		let lee = lee.checked_div(highest.into()).unwrap_or(0);
		let steepest = lee.min(STEEPEST.into()) as i64;
		Ok(Self { points, weight, mean_x, mean_w, xx, xw, middle, half, highest, steepest })
	}

	/// A grid, and Nelder and Mead from its best.
	fn search(&self) -> Trial {
		let mut roots = Vec::with_capacity(self.points.len());
		let mut best = self.trial(Shape::default(), &mut roots);
		for row in -6..=6_i64 {
			for column in 0..8_i64 {
				// m from −1.5 to 1.5, ln σ from −4.5 to .75.
				let m = row.saturating_mul(ONE >> 2);
				let width = column.saturating_sub(6).saturating_mul(3 * (ONE >> 2));
				best = better(best, self.trial(Shape { m, width }, &mut roots));
			}
		}
		for start in 0..STARTS {
			best = self.descend(best, start, &mut roots);
		}
		best
	}

	/// Nelder and Mead's simplex from a trial: at most `3 + 4·STEPS` more.
	fn descend(&self, from: Trial, start: u32, roots: &mut Vec<i64>) -> Trial {
		let (across, along) = (ONE >> 3 >> start, ONE >> 1 >> start);
		let moved = |m: i64, width: i64| Shape {
			m: from.shape.m.saturating_add(m),
			width: from.shape.width.saturating_add(width),
		};
		let mut low = from;
		let mut middle = self.trial(moved(across, 0), roots);
		let mut high = self.trial(moved(0, along), roots);
		for _ in 0..STEPS {
			sort(&mut low, &mut middle, &mut high);
			if low.misses == 0 {
				break;
			}
			let centre = blend(low.shape, middle.shape, 1, 1);
			let reflected = self.trial(blend(centre, high.shape, 4, -2), roots);
			if reflected.misses < low.misses {
				let expanded = self.trial(blend(centre, high.shape, 6, -4), roots);
				high = better(reflected, expanded);
			} else if reflected.misses < middle.misses {
				high = reflected;
			} else {
				let outside = reflected.misses < high.misses;
				let towards = if outside { reflected } else { high };
				let contracted = self.trial(blend(centre, towards.shape, 1, 1), roots);
				if contracted.misses < towards.misses {
					high = contracted;
				} else {
					middle = self.trial(blend(low.shape, middle.shape, 1, 1), roots);
					high = self.trial(blend(low.shape, high.shape, 1, 1), roots);
				}
			}
		}
		better(low, better(middle, high))
	}

	/// The best a, s and t for a shape, which is held within its bounds.
	fn trial(&self, shape: Shape, roots: &mut Vec<i64>) -> Trial {
		let m = shape.m.clamp(BOTTOMS.0, BOTTOMS.1);
		let width = shape.width.clamp(WIDTHS.0, WIDTHS.1);
		// At most e^1.39: always there.
		let sigma = fast::exp(width << 12).unwrap_or(4 << 56) >> 12;
		roots.clear();
		roots.extend(self.points.iter().map(|point| {
			let u = point.x.saturating_sub(m);
			product(u, u).saturating_add(product(sigma, sigma)).unsigned_abs().isqrt() as i64
		}));
		let pairs = || self.points.iter().zip(roots.iter().copied());
		let sum = weighted(pairs().map(|(point, root)| (point.weight, root.into())));
		let mean_root = sum.checked_div(self.weight).unwrap_or(0) as i64;
		let (mut rr, mut xr, mut rw) = (0_i128, 0_i128, 0_i128);
		for (point, root) in pairs() {
			let (dr, weight) = (root.saturating_sub(mean_root), point.weight);
			rr = rr.saturating_add(weight.saturating_mul(product(dr, dr)));
			xr = xr.saturating_add(weight.saturating_mul(product(point.dx, dr)));
			rw = rw.saturating_add(weight.saturating_mul(product(dr, point.dw)));
		}
		let normal = Normal::new([self.xx, xr, rr, self.xw, rw]);
		let slopes = normal.slopes(self.steepest);
		let trials = slopes.into_iter().map(|(right, left)| {
			let mut trial =
				Trial { shape: Shape { m, width }, sigma, a: 0, right, left, misses: 0 };
			for (point, root) in pairs() {
				let dr = root.saturating_sub(mean_root);
				let said = wings(right, left, point.dx, dr);
				let miss = i128::from(point.dw).saturating_sub(said).unsigned_abs();
				let square = miss.saturating_mul(miss);
				let square = square.saturating_mul(point.weight.unsigned_abs());
				trial.misses = trial.misses.saturating_add(square);
			}
			let mean_u = self.mean_x.saturating_sub(m);
			let free =
				i128::from(self.mean_w).saturating_sub(wings(right, left, mean_u, mean_root));
			let steepness = product(right, left).unsigned_abs().isqrt() as i64;
			let lowest = (product(sigma, steepness) >> 44).saturating_neg();
			let raised = lowest.saturating_sub(free).max(0);
			// The misses are zero on average, so that a shift adds its own square for each.
			let more = raised.unsigned_abs().saturating_mul(raised.unsigned_abs());
			let more = more.saturating_mul(self.weight.unsigned_abs());
			trial.misses = trial.misses.saturating_add(more);
			trial.a = free.saturating_add(raised) as i64;
			trial
		});
		// There is always one: nothing is left of no trial but a flat line.
		let flat = Trial {
			shape: Shape { m, width },
			sigma,
			a: self.mean_w,
			right: 0,
			left: 0,
			misses: u128::MAX,
		};
		trials.fold(flat, better)
	}

	/// In the market's own units.
	fn slice(&self, best: &Trial) -> Slice {
		const UNIT: i64 = kernel::ONE;
		let m = self.middle.saturating_add(scaled_product(best.shape.m, self.half));
		let sigma = scaled_product(best.sigma, self.half).clamp(1, MOST_DISTANCE);
		let (sum, tilt) = (
			i128::from(best.right).saturating_add(best.left.into()),
			i128::from(best.right).saturating_sub(best.left.into()),
		);
		let rho = (tilt << 56).checked_div(sum).unwrap_or(0);
		let rho = rho.clamp(const { 1 - (1 << 56) }, const { (1 << 56) - 1 }) as i64;
		// Slopes are below 2^50 and the highest variance is at most 2^60: below 2^123.
		let b = (sum.saturating_mul(self.highest.into()) << 11).checked_div(self.half.into());
		let wing = i128::from(UNIT).saturating_add(rho.saturating_abs().into());
		let most = (i128::from(UNIT) << 57).checked_div(wing).unwrap_or(0);
		let b = b.unwrap_or(0).min(most) as i64;
		let straight = fast::sqrt(UNIT.saturating_sub(times(rho, rho)));
		let lowest = times(times(b, sigma), straight).saturating_neg();
		let a = (product(best.a, self.highest) >> 44).clamp(lowest.into(), MOST_A.into()) as i64;
		let [a, b, rho, m, sigma] = [a, b, rho, m, sigma].map(Q56::from_bits);
		Slice { a, b, rho, m, sigma }
	}
}

/// What [`Slice::check`] takes.
const MOST_A: i64 = super::MOST_VARIANCE;

/// `(s·(r + x) + t·(r − x))/2`, 44 places.
fn wings(right: i64, left: i64, x: i64, root: i64) -> i128 {
	let up = product(right, root.saturating_add(x));
	let down = product(left, root.saturating_sub(x));
	up.saturating_add(down) >> 45
}

/// Sums of products of deviations, cut to 60 bits: of x², x·r, r², x·w and r·w.
struct Normal {
	xx: i128,
	xr: i128,
	rr: i128,
	xw: i128,
	rw: i128,
}

impl Normal {
	fn new(sums: [i128; 5]) -> Self {
		let most = sums.iter().map(|sum| sum.unsigned_abs()).max().unwrap_or(0);
		let shift = 68_u32.saturating_sub(most.leading_zeros());
		let [xx, xr, rr, xw, rw] = sums.map(|sum| sum >> shift);
		Self { xx, xr, rr, xw, rw }
	}

	/// Slopes of the right and the left wing within 0 and `most`: the best ones if they lie inside, else
	/// the best on each edge.
	fn slopes(&self, most: i64) -> Vec<(i64, i64)> {
		let inside = self.free().filter(|(right, left)| {
			let fits = |slope: &i128| (0..=i128::from(most)).contains(slope);
			fits(right) && fits(left)
		});
		if let Some((right, left)) = inside {
			return alloc::vec![(right as i64, left as i64)];
		}
		let edge = |fixed: i64, sign: i128| {
			// z = r ∓ x, of which the free wing has half.
			let (xr, xw) = (self.xr.saturating_mul(sign), self.xw.saturating_mul(sign));
			let zz = self.rr.saturating_add(self.xx).saturating_sub(xr.saturating_mul(2));
			let zw = self.rw.saturating_sub(xw);
			// z with the fixed wing's r ± x.
			let across = self.rr.saturating_sub(self.xx);
			let miss = (zw << 45).saturating_sub(i128::from(fixed).saturating_mul(across));
			let slope = miss.checked_div(zz).unwrap_or(0);
			slope.clamp(0, most.into()) as i64
		};
		[0, most]
			.into_iter()
			.flat_map(|fixed| [(fixed, edge(fixed, 1)), (edge(fixed, -1), fixed)])
			.collect()
	}

	/// The best slopes without a box.
	fn free(&self) -> Option<(i128, i128)> {
		let difference = |a: i128, b: i128, c: i128, d: i128| {
			a.saturating_mul(b).saturating_sub(c.saturating_mul(d))
		};
		let whole = difference(self.xx, self.rr, self.xr, self.xr);
		if whole <= 0 {
			return None;
		}
		let part = |n: i128| mul_div(n, ONE.into(), whole, Rounding::Nearest).ok();
		let tilt = part(difference(self.xw, self.rr, self.rw, self.xr))?;
		let steepness = part(difference(self.rw, self.xx, self.xw, self.xr))?;
		Some((steepness.checked_add(tilt)?, steepness.checked_sub(tilt)?))
	}
}

/// `(n·a + d·b)/2`; a trial holds it within its bounds.
fn blend(a: Shape, b: Shape, n: i64, d: i64) -> Shape {
	let mix = |a: i64, b: i64| n.saturating_mul(a).saturating_add(d.saturating_mul(b)) >> 1;
	Shape { m: mix(a.m, b.m), width: mix(a.width, b.width) }
}

fn better(a: Trial, b: Trial) -> Trial {
	if b.misses < a.misses {
		b
	} else {
		a
	}
}

fn sort(low: &mut Trial, middle: &mut Trial, high: &mut Trial) {
	for _ in 0..2 {
		if middle.misses < low.misses {
			core::mem::swap(low, middle);
		}
		if high.misses < middle.misses {
			core::mem::swap(middle, high);
		}
	}
}

/// See [`Fit::error`]. No point counts for more than four times its volatility.
fn relative_error(slice: &Slice, points: &[Point]) -> Q56 {
	let (mut sum, mut weights) = (0_u128, 0_u128);
	for point in points {
		let said = slice.variance(point.k).map_or(i64::MAX, |w| fast::sqrt(w.bits()));
		let quoted = fast::sqrt(point.w.bits());
		let off = u128::from(said.abs_diff(quoted)) << 44;
		let off = off.checked_div(quoted.unsigned_abs().into()).unwrap_or(0).min(1 << 46);
		let weight = u128::from(point.weight);
		sum = sum.saturating_add(weight.saturating_mul(off.saturating_mul(off)));
		weights = weights.saturating_add(weight);
	}
	let square = sum.checked_div(weights).unwrap_or(0);
	Q56::from_bits((square.isqrt() as i64) << 12)
}

fn ensure(holds: bool, error: FitError) -> Result<(), FitError> {
	holds.then_some(()).ok_or(error)
}

#[cfg(test)]
mod tests {
	extern crate std;
	use super::*;
	use proptest::prelude::*;

	fn q(x: f64) -> Q56 {
		Q56::from_bits((x * (1_u64 << 56) as f64) as i64)
	}

	fn real(x: Q56) -> f64 {
		x.bits() as f64 / (1_u64 << 56) as f64
	}

	/// Points of a slice at `count` strikes over ±`width` around `middle`, times some noise.
	fn points(s: &Slice, count: u32, middle: f64, width: f64, noise: &[f64]) -> Vec<Point> {
		(0..count)
			.map(|n| {
				let k = q(middle + width * (2.0 * f64::from(n) / f64::from(count - 1) - 1.0));
				let off = noise.get(n as usize).copied().unwrap_or(0.0);
				let w = real(s.variance(k).unwrap()) * (1.0 + off) * (1.0 + off);
				Point { k, w: q(w), weight: 16 }
			})
			.collect()
	}

	/// The largest error in volatility at a point, if the expiry is `years` away.
	fn worst(fit: &Fit, points: &[Point], years: f64) -> f64 {
		let at = |point: &Point| {
			let said = (real(fit.slice.variance(point.k).unwrap()) / years).sqrt();
			(said - (real(point.w) / years).sqrt()).abs()
		};
		points.iter().map(at).fold(0.0, f64::max)
	}

	/// A smile as it is quoted: a volatility at the money, and a skew and a width in units of the half
	/// width of its strikes, which is so many deviations.
	#[derive(Clone, Debug)]
	struct Market {
		years: f64,
		half: f64,
		slice: Slice,
	}

	fn market() -> impl Strategy<Value = Market> {
		(0.2..1.5, -6.0..1.0_f64, 1.5..3.5, 0.2..1.6, -0.8..0.8, -0.5..0.5, 0.15..1.5).prop_map(
			|(volatility, years, reach, steep, rho, m, sigma)| {
				let years = years.exp();
				let level = volatility * volatility * years;
				let half: f64 = reach * f64::sqrt(level);
				let half = half.min(2.0);
				let b = f64::min(steep * level / half, 1.9 / (1.0 + f64::abs(rho)));
				let bottom = b * sigma * half * f64::sqrt(1.0 - rho * rho);
				let a = f64::max(level - bottom, -0.8 * bottom);
				let slice =
					Slice { a: q(a), b: q(b), rho: q(rho), m: q(m * half), sigma: q(sigma * half) };
				Market { years, half, slice }
			},
		)
	}

	fn noise() -> impl Strategy<Value = Vec<f64>> {
		proptest::collection::vec(-0.01..0.01_f64, 25)
	}

	#[test]
	fn what_cannot_be_fitted() {
		let good = |n: i64| Point { k: q(n as f64 / 8.0), w: q(0.1), weight: 1 };
		let of = |points: &[Point]| fit(points).map(|_| ());
		let five: Vec<_> = (0..5).map(good).collect();
		assert_eq!(of(&five), Ok(()));
		assert_eq!(of(&five[1..]), Err(FitError::TooFewPoints));
		let many = |n: i64| Point { k: q(n as f64 / 64.0), ..good(0) };
		assert_eq!(of(&(0..129).map(many).collect::<Vec<_>>()), Err(FitError::TooManyPoints));
		assert_eq!(of(&(0..128).map(many).collect::<Vec<_>>()), Ok(()));
		let with = |point: Point| {
			let mut points = five.clone();
			points[4] = point;
			of(&points)
		};
		assert_eq!(with(five[3]), Err(FitError::NotRising));
		assert_eq!(with(Point { k: q(4.01), ..five[4] }), Err(FitError::TooFar));
		for w in [0.0, -0.1, 16.01] {
			assert_eq!(with(Point { w: q(w), ..five[4] }), Err(FitError::Variance));
		}
		assert_eq!(with(Point { weight: 0, ..five[4] }), Err(FitError::Weight));
	}

	#[test]
	fn a_flat_market() {
		let flat: Vec<_> =
			(-3..=3).map(|n| Point { k: q(f64::from(n) / 10.0), w: q(0.09), weight: 9 }).collect();
		let fit = fit(&flat).unwrap();
		assert!(worst(&fit, &flat, 1.0) < 1e-9);
		assert!(real(fit.error) < 1e-9);
	}

	#[test]
	fn a_bent_strike_shows() {
		let slice = Slice { a: q(0.02), b: q(0.1), rho: q(-0.3), m: q(0.0), sigma: q(0.2) };
		let straight = points(&slice, 15, 0.0, 0.5, &[]);
		assert!(real(fit(&straight).unwrap().error) < 1e-5);
		for bent in 0..15 {
			let mut points = straight.clone();
			points[bent].w = q(real(points[bent].w) * 25.0);
			assert!(real(fit(&points).unwrap().error) > 0.05, "{bent}");
		}
	}

	#[test]
	fn a_point_of_more_weight_is_kept_nearer() {
		let slice = Slice { a: q(0.02), b: q(0.1), rho: q(-0.3), m: q(0.0), sigma: q(0.2) };
		let mut points = points(&slice, 9, 0.0, 0.5, &[]);
		points[4].w = q(real(points[4].w) * 1.5);
		let off = |points: &[Point]| {
			let slice = fit(points).unwrap().slice;
			(real(slice.variance(points[4].k).unwrap()) - real(points[4].w)).abs()
		};
		let light = off(&points);
		points[4].weight = 255;
		assert!(off(&points) < light / 2.0);
	}

	proptest! {
		#[test]
		fn no_slopes_in_the_box_are_better(
			samples in proptest::collection::vec(proptest::array::uniform3(-1.0..1.0_f64), 3..9),
			most in 0.05..3.0_f64, others in proptest::collection::vec((0.0..=1.0_f64, 0.0..=1.0_f64), 40),
		) {
			let places = |x: f64| (x * ONE as f64) as i64;
			let sum = |a: usize, b: usize| {
				weighted(samples.iter().map(|s| (1 << 20, product(places(s[a]), places(s[b])))))
			};
			let normal = Normal::new([sum(0, 0), sum(0, 1), sum(1, 1), sum(0, 2), sum(1, 2)]);
			let miss = |(right, left): (f64, f64)| {
				let said = |s: &[f64; 3]| (right * (s[1] + s[0]) + left * (s[1] - s[0])) / 2.0;
				samples.iter().map(|s| (said(s) - s[2]).powi(2)).sum::<f64>()
			};
			let found = normal.slopes(places(most));
			let found = found.iter().map(|(right, left)| {
				prop_assert!((0..=places(most)).contains(right) && (0..=places(most)).contains(left));
				Ok(miss((*right as f64 / ONE as f64, *left as f64 / ONE as f64)))
			});
			let best = found.collect::<Result<Vec<_>, TestCaseError>>()?.into_iter().fold(f64::MAX, f64::min);
			for (right, left) in others {
				prop_assert!(best <= miss((right * most, left * most)) + 1e-9);
			}
		}

		#[test]
		fn slices_are_recovered(market in market(), count in 7..25_u32, middle in -0.3..0.3) {
			let points = points(&market.slice, count, middle * market.half, market.half, &[]);
			let fit = fit(&points).unwrap();
			fit.slice.check()?;
			let worst = worst(&fit, &points, market.years);
			prop_assert!(worst < 1e-4, "{} {:?} {:?}", worst, fit, market);
		}

		#[test]
		fn noise_moves_it_little(market in market(), count in 9..25_u32, noise in noise()) {
			let quoted = points(&market.slice, count, 0.0, market.half, &noise);
			let fit = fit(&quoted).unwrap();
			fit.slice.check()?;
			// Least squares are no farther from the quotes than the slice that they were made from.
			prop_assert!(real(fit.error) < 0.01, "{:?}", fit);
			// Nor far from that slice itself: a percent of noise is at most three of volatility.
			let exact = points(&market.slice, count, 0.0, market.half, &[]);
			for point in &exact {
				let ratio = real(fit.slice.variance(point.k)?) / real(point.w);
				prop_assert!((ratio.sqrt() - 1.0).abs() < 0.03, "{} {:?} {:?}", ratio, fit, market);
			}
		}

		#[test]
		fn nothing_panics_and_every_fit_keeps_the_rules(
			given in proptest::collection::vec((any::<i64>(), any::<i64>(), any::<u8>()), 0..20),
			cut in (0..64_u32, 0..64_u32),
		) {
			let mut points: Vec<_> = given
				.into_iter()
				.map(|(k, w, weight)| Point {
					k: Q56::from_bits(k >> cut.0),
					w: Q56::from_bits((w >> cut.1).saturating_abs()),
					weight,
				})
				.collect();
			points.sort_unstable_by_key(|point| point.k);
			points.dedup_by_key(|point| point.k);
			if let Ok(fit) = fit(&points) {
				fit.slice.check()?;
			}
		}

		#[test]
		fn wild_markets_are_fitted(
			given in proptest::collection::vec((-4.0..4.0_f64, -40.0..2.7_f64), 5..40),
			scale in 0.0001..1.0,
		) {
			let mut points: Vec<_> = given
				.into_iter()
				.map(|(k, w)| Point { k: q(k * scale), w: q(w.exp()), weight: 1 })
				.filter(|point| point.w > Q56::ZERO)
				.collect();
			points.sort_unstable_by_key(|point| point.k);
			points.dedup_by_key(|point| point.k);
			prop_assume!(points.len() >= 5);
			fit(&points).unwrap().slice.check()?;
		}
	}
}
