// SPDX-License-Identifier: Apache-2.0

//! The risk ladder (RISK.md 7): how far prices may move before an account has to be looked at again.
//!
//! H is the headroom, equity_MM − MM, less what is reserved. What moves it are **drivers**: of each
//! underlying F (its spot and all its forwards) and s (σ√T of the settlement price at all listed
//! strikes and wings: [`Expiry::averaged`]), the prices of other collateral, the chain factors g. Each
//! has an odometer that only rises ([`advance`]). If no driver has gone further than ρ steps since the
//! account was filed, MM holds:
//!
//! **Theorem.** Let every forward and the spot of an underlying be within ± ρ·n_F of what they were, in
//! parts of it, every s within ± ρ·n_s, every price and g accordingly, with ρ = H/Σ A_d·n_d, ρ·n_F ≤ ¼,
//! and let no more time have gone by than the horizon, of which all is before the settlement
//! windows. Then equity_MM − MM ≥ 0.
//!
//! *Proof.* Let μ be MM's share of the groups' sum. equity_MM − MM is a minimum of finitely many
//! candidates: for each underlying one of the columns (or none), for each group a mixture of such
//! choices with weights w and 1 − w. In a candidate the positions of an expiry count
//! (1 − μδ)·V₀ + μδ·f(Vᵢ) for scenario i; for the basis (1 − μ)·V₀ + μ·V; for the skew the same with f;
//! V₀ alone if no loss counts. (Resting orders are min(0, q(V − p)) inside both, and a mixture of
//! mixtures is one.) It is enough that each candidate falls by at most Σ A_d·|move of d|, for a
//! minimum of functions does not fall further than the one that falls furthest.
//! 1. *F.* |∂V/∂F| ≤ 1 for each option and future, so Vᵢ moves by at most xᵢ·|ΔF|, xᵢ being the
//!    scenario's multiple of spot. f is no steeper than N = d⁻ of the day of filing (later it is less).
//!    Per contract and dollar that is (1 − μδ) + μδ·N·xᵢ; for the basis (1 − μ) + μ·(1 + shift). The
//!    skew tilts with ln(K/F): in addition |∂V/∂s|·s·cap/k* ≤ .4·F·s·cap/k* for each unit of ln F,
//!    whose integral along a move is .4·s·cap/k*·|ΔF|. Naked shorts cost their ratio of S.
//!    *Collateral* in the asset counts u·w·S·xᵢ + min(u·r·S·xᵢ, Σ|q|·min(d⁺·Vᵢ, r·S·xᵢ)) over short calls, a
//!    minimum of candidates again, in each of which a call counts d⁺·Vᵢ or r·S·xᵢ or not at all. At
//!    most u contracts count r·S·xᵢ where that is the least, so what moves with S is at most
//!    (w + r)·u ≤ u: x·S·(1 + μδh). A call that counts d⁺·Vᵢ stands in f as well, the other way: the
//!    difference moves by no more than N·xᵢ. But of the skew one may be in one column and
//!    the other in the other, whose tilts differ: the tilt's part counts twice there.
//! 2. *s.* |∂V/∂s| = F·φ(d₁) ≤ .4·F, and in scenario i .4·xᵢ·F for each unit of its s, which is the
//!    volatility factor m times s: per contract .4·F·[(1 − μδ) + μδ·N·xᵢ·m]. F may by then be a
//!    quarter higher.
//!    For what a short call lifts the same: d⁺·Vᵢ against f.
//! 3. *Time.* With F and s as they are, only the rule's figures move: the volatility factors rise in
//!    steepness, the floor falls, the skew narrows, the basis shortens. Each moves some s by at most
//!    Δ (of the whole horizon, as each moves one way), so Vᵢ by .4·xᵢ·F·Δ, and the basis by F·Δshift:
//!    the **drift**, which is taken from H beforehand, twice for the skew as in 1. d⁻ falls and d⁺ rises, in
//!    the account's favour, in what calls lift as well.
//! 4. All figures are taken at the end of the horizon or at filing, whichever is larger, s at most
//!    25·n_s above what it was. Prices of other collateral and g act in proportion. ∎
//!
//! A driver's true move since filing is at most what its odometer has added, and twice the band that
//! it does not count: hence the dues. A forward that moves by r in its logarithm moves by at most
//! e^r − 1 of itself, up or down.
//!
//! An account with a position inside its settlement window has no horizon: it is looked at every round.
//!
//! The constants under the standard rule are those of [`standard`].

pub mod standard;

use crate::{
	binary::times,
	fixed::{add, mul, mul_div, sub, Rounding, Wad, WAD},
	functions,
	kernel::ONE,
	portfolio::{Holding, Rules, Underlying},
	risk_array::Shocks,
	scenario::{millionths, Vol},
	MathError, Result,
};
use alloc::vec::Vec;
use Rounding::{Down, Up};

/// No account is filed for longer.
pub const MAX_HORIZON_MS: u64 = 86_400_000;
/// ρ is at most this, so that ρ·n_F is at most a quarter.
pub const MAX_RADIUS: Wad = 25 * WAD;

/// A bound of φ, 56 places: φ(0) is .39894….
const DENSITY: i64 = ONE / 5 * 2 + 2;
/// By how much s can be above what it was: [`MAX_RADIUS`] steps.
const MOST_DEVIATION: i64 = ONE / 20 + 1;
/// Room for the roundings of a bound: each is some units of 2^-56, and the approximation's error
/// moves with the forward as well, 2^-36 of it at most.
const ROOM: i64 = 1 << 22;

/// What moves an account's headroom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
	/// Spot and forwards of an underlying, in their logarithms.
	Forward,
	/// σ√T of the settlement prices of an underlying.
	Deviation,
	/// The price of other collateral, in its logarithm.
	Price,
	/// The price of a stablecoin, in its logarithm.
	Stable,
	/// The chain factor of a source.
	Chain,
}

impl Driver {
	/// n: what one step of ρ is.
	pub const fn step(self) -> Wad {
		match self {
			Self::Forward | Self::Price => WAD / 100,
			Self::Deviation => WAD / 500,
			Self::Stable => WAD / 1_000,
			Self::Chain => WAD / 20,
		}
	}

	/// b: a move below it is not counted.
	pub const fn band(self) -> Wad {
		match self {
			Self::Forward | Self::Price => WAD / 1_000,
			Self::Deviation | Self::Stable => WAD / 5_000,
			Self::Chain => 0,
		}
	}

	/// Whether it is measured in logarithms.
	const fn is_logarithmic(self) -> bool {
		matches!(self, Self::Forward | Self::Price | Self::Stable)
	}
}

/// Count what a driver has moved, and start anew from there, if the largest of its moves is above
/// the band (at least as large; of g: every fall). `anchors` and `now` are logarithms, s or g, in the
/// same order. Gives what the odometer adds.
///
/// # Errors
/// `Overflow` if a move does not fit; then nothing has changed.
pub fn advance(driver: Driver, anchors: &mut [Wad], now: &[Wad]) -> Result<Wad> {
	let mut most = 0;
	for (anchor, now) in anchors.iter().zip(now) {
		let moved = sub(*now, *anchor)?;
		// A rise of g only helps; it moves the anchor below.
		let counts = if driver == Driver::Chain { moved.min(0) } else { moved };
		most = counts.checked_abs().ok_or(MathError::Overflow)?.max(most);
	}
	if most < driver.band() {
		return Ok(0);
	}
	anchors.iter_mut().zip(now).for_each(|(anchor, now)| *anchor = *now);
	Ok(most)
}

/// What an account's headroom loses for each unit of an underlying's drivers, in USD, rounded up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sensitivity {
	/// A_F: for its forwards moving by all of themselves.
	pub forward: Wad,
	/// A_s: for each s moving by 1.
	pub deviation: Wad,
	/// What passing time can take within the horizon: to be taken from H.
	pub drift: Wad,
}

/// How long an account may be filed: until the next of its expiries' windows begins, at most
/// [`MAX_HORIZON_MS`]; 0 if one has begun.
pub fn horizon_ms(holdings: &[Holding]) -> u64 {
	let left = holdings.iter().map(|holding| {
		let [time, window] = holding.expiry.times_ms();
		until_window_ms(time, window)
	});
	left.fold(MAX_HORIZON_MS, u64::min)
}

/// How long an expiry may be left alone that settles in `time_ms` at the average of the last
/// `window_ms`: until the window begins, at most [`MAX_HORIZON_MS`].
pub fn until_window_ms(time_ms: u64, window_ms: u64) -> u64 {
	time_ms.saturating_sub(window_ms).min(MAX_HORIZON_MS)
}

/// The constants A of the proof for one underlying. `horizon_ms` as [`horizon_ms`] says, the least
/// over all of the account's underlyings.
///
/// # Errors
/// `InvalidHorizon` if it reaches beyond the beginning of a window; `Overflow` if a sum does not fit.
pub fn sensitivity(underlying: &Underlying, rules: &Rules, horizon: u64) -> Result<Sensitivity> {
	if horizon > horizon_ms(underlying.holdings) {
		return Err(MathError::InvalidHorizon);
	}
	let mut sum = Sensitivity::default();
	let mut contracts = 0;
	let shares = Shares::of(underlying, rules)?;
	for holding in underlying.holdings {
		let bounds = Bounds::of(underlying, holding, &shares, horizon)?;
		let quantity = gross(holding)?;
		contracts = add(contracts, quantity)?;
		// Quantities are Wads of contracts, bounds have 56 places.
		let notional = mul(quantity, holding.expiry.forward(), Up)?;
		let of = |bound: i64| mul_div(notional, bound.into(), ONE.into(), Up);
		sum.forward = add(sum.forward, of(bounds.forward)?)?;
		sum.deviation = add(sum.deviation, of(bounds.deviation)?)?;
		sum.drift = add(sum.drift, of(bounds.drift)?)?;
	}
	let naked = mul(mul(contracts, underlying.spot, Up)?, rules.naked, Up)?;
	let [_, units] = underlying.collateral.units;
	let held = mul(mul(units, underlying.spot, Up)?, collateral_slope(underlying, rules)?, Up)?;
	sum.forward = add(sum.forward, add(naked, held)?)?;
	Ok(sum)
}

/// By how much the headroom falls for each USD that collateral in an underlying's asset loses: 1
/// for its value, and what it no longer covers in the best scenario. For its A_g: times its value
/// at g = 1. It takes every unit as lifted to a weight of 1.
///
/// # Errors
/// `Overflow` if it does not fit.
pub fn collateral_slope(underlying: &Underlying, rules: &Rules) -> Result<Wad> {
	let gain = |scenario: &crate::scenario::Scenario| {
		let rise = scenario.spot.saturating_sub(crate::scenario::MILLION);
		u64::from(rise).saturating_mul(scenario.dampener.into())
	};
	let most = underlying.columns.grid.scenarios.iter().map(gain).max().unwrap_or(0);
	// Millionths of millionths.
	let share = i128::from(most).saturating_mul(WAD / 1_000_000_000_000);
	add(WAD, mul(rules.maintenance, share, Up)?)
}

/// Σ|q| of positions and orders, in Wads of contracts.
fn gross(holding: &Holding) -> Result<Wad> {
	let positions = holding.positions.iter().map(|position| position.quantity);
	let orders = holding.orders.iter().map(|order| order.quantity);
	let size = |sum, quantity: i64| add(sum, i128::from(quantity.unsigned_abs()));
	let sum = positions.chain(orders).try_fold(0, size)?;
	sum.checked_mul(WAD / 1_000_000).ok_or(MathError::Overflow)
}

/// What scenarios count, with 56 places: the same for all expiries of an underlying.
struct Shares {
	/// μ.
	maintenance: i64,
	/// Of each scenario 1 − μδ, μδ·x, and what happens to volatility.
	scenarios: Vec<(i64, i64, Vol)>,
}

impl Shares {
	fn of(underlying: &Underlying, rules: &Rules) -> Result<Self> {
		let share = mul_div(rules.maintenance, ONE.into(), WAD, Up)?;
		let maintenance = i64::try_from(share).map_err(|_| MathError::Overflow)?;
		let scenarios = underlying.columns.grid.scenarios.iter().map(|scenario| {
			let counts = times(maintenance, millionths(scenario.dampener));
			let moves = times(counts, millionths(scenario.spot));
			(ONE.saturating_sub(counts), moves, scenario.vol)
		});
		Ok(Self { maintenance, scenarios: scenarios.collect() })
	}
}

/// Bounds for a contract of an expiry, in units of its forward, 56 places.
struct Bounds {
	forward: i64,
	deviation: i64,
	drift: i64,
}

impl Bounds {
	fn of(
		underlying: &Underlying,
		holding: &Holding,
		shares: &Shares,
		horizon: u64,
	) -> Result<Self> {
		let now = holding.expiry;
		let [time, window] = now.times_ms();
		let is = now.shocks();
		let end = Shocks::at(underlying.columns.grid, time.saturating_sub(horizon), window)?;
		let deviation = holding
			.positions
			.iter()
			.map(|position| position.array)
			.chain(holding.orders.iter().map(|order| order.array))
			.map(|array| array.deviation().bits())
			.fold(0, i64::max)
			.saturating_add(MOST_DEVIATION);
		let share = shares.maintenance;
		let rest = ONE.saturating_sub(share);
		let [_, steepest] = now.discount_bits();
		let up_drift = times(deviation, end.up.saturating_sub(is.up))
			.max(is.floor.saturating_sub(end.floor))
			.max(0);
		let down_drift = times(deviation, is.down.saturating_sub(end.down)).max(0);
		// The skew: cap = slope·width. At k = the later width the tilt has changed the most.
		let tilt = times(end.skew_slope, end.skew_width).saturating_add(ROOM);
		// Twice, for what a call lifts can be of the other column.
		let steeper = end.skew_slope.saturating_sub(is.skew_slope).max(0);
		let tilt_drift = times(steeper, end.skew_width).saturating_mul(2);
		let tilted = times(times(DENSITY, deviation), end.skew_slope.max(is.skew_slope));
		let skewed = ONE.saturating_add(tilted.saturating_mul(2));

		// V₀ alone; the basis; the skew.
		let mut forward = ONE
			.max(rest.saturating_add(times(share, ONE.saturating_add(is.basis))))
			.max(rest.saturating_add(times(times(share, steepest), skewed)));
		let scaled = times(times(share, steepest), ONE.saturating_add(tilt));
		let mut vega = ONE.max(rest.saturating_add(scaled));
		let mut drift = times(times(share, steepest), times(deviation, tilt_drift));
		for (rest, moves, vol) in &shares.scenarios {
			// μδ·N·x
			let part = times(*moves, steepest);
			forward = forward.max(rest.saturating_add(part));
			let (factor, moves) = match vol {
				Vol::None => (ONE, 0),
				Vol::Up => (is.up.max(end.up), up_drift),
				Vol::Down => (ONE.min(is.down), down_drift),
			};
			vega = vega.max(rest.saturating_add(times(part, factor)));
			drift = drift.max(times(part, moves));
		}
		let basis_drift = times(share, is.basis.saturating_sub(end.basis).max(0));
		let higher = |bound: i64| bound.saturating_add(bound >> 2);
		Ok(Self {
			forward: forward.saturating_add(ROOM),
			deviation: higher(times(DENSITY, vega)).saturating_add(ROOM),
			drift: higher(times(DENSITY, drift).max(basis_drift)).saturating_add(ROOM),
		})
	}
}

/// ρ: how many steps every driver may go, rounded down; 0 without headroom, at most [`MAX_RADIUS`].
/// `headroom` is equity_MM − MM less the reserve (interest at its cap and announced ramps of a day)
/// and less every drift; the sensitivities are not below zero.
///
/// # Errors
/// `NegativeAmount` if a sensitivity is below zero; `Overflow` if a sum does not fit.
pub fn radius(headroom: Wad, sensitivities: &[(Driver, Wad)]) -> Result<Wad> {
	let mut loss = 0;
	for (driver, sensitivity) in sensitivities {
		if *sensitivity < 0 {
			return Err(MathError::NegativeAmount);
		}
		loss = add(loss, mul(*sensitivity, driver.step(), Up)?)?;
	}
	if headroom <= 0 {
		return Ok(0);
	}
	// What does not fit, or is divided by nothing, is far.
	Ok(mul_div(headroom, WAD, loss, Down).unwrap_or(MAX_RADIUS).min(MAX_RADIUS))
}

/// When an account has to be looked at again because of a driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
	/// At this reading of the odometer.
	pub at: Wad,
	/// That is so near that it is to be looked at every round.
	pub hot: bool,
}

/// The due of a driver whose odometer reads `odometer` at filing, rounded down.
///
/// # Errors
/// `NegativeAmount` if the radius is below zero; `Overflow` if the reading does not fit.
pub fn due(driver: Driver, odometer: Wad, radius: Wad) -> Result<Due> {
	if radius < 0 {
		return Err(MathError::NegativeAmount);
	}
	let reach = mul(radius.min(MAX_RADIUS), driver.step(), Down)?;
	let reach = if driver.is_logarithmic() {
		// Within a unit: one less is never too much.
		functions::ln(add(WAD, reach)?)?.saturating_sub(1)
	} else {
		reach
	};
	let at = add(odometer, sub(reach, mul(2 * WAD, driver.band(), Up)?)?)?;
	Ok(Due { at, hot: at <= add(odometer, driver.band())? })
}
