// SPDX-License-Identifier: Apache-2.0

//! The risk ladder's constants under the standard rule ([`crate::standard`]).
//!
//! An expiry adds X = min(ΣV, max(isolated, limited)) − naked to an account's excess. F is its
//! forward, S spot, m, m_f and u the rule's ratios for shorts, futures and unbounded losses in MM.
//!
//! **Theorem.** As in [`crate::ladder`]: with each forward and the spot within ± ρ·n_F of what they
//! were, in parts of it, each s within ± ρ·n_s, ρ = H/Σ A_d·n_d, ρ·n_F ≤ ¼, and before the settlement
//! window, equity_MM − MM ≥ 0.
//!
//! *Proof.* A minimum or a maximum of functions falls by no more than the one of them that falls
//! furthest. So the constants of each of the three parts are taken, and of each driver the largest. Let
//! c and p be what is held long and short of calls and puts (c⁺, c⁻, p⁺, p⁻), n the signed sum of the
//! futures, g⁺ and g⁻ their long and short sums. First F moves, at the s of before, then s.
//! 1. *ΣV, F.* ∂V/∂F lies within 0 and 1 for a call and −1 and 0 for a put, and is 1 for a future. For
//!    each dollar that F falls ΣV loses c⁺ + p⁻ + n at most, for each that it rises c⁻ + p⁺ − n.
//! 2. *Isolated, F and S.* Of the values it has those of shorts and futures alone: c⁻ − n and p⁻ + n. The
//!    futures' margin is m_f·F·(g⁺ + g⁻), against a rise and for a fall. A short call needs m·S, a short
//!    put m·max(S, V): |Δmax(S, V)| ≤ max(|ΔS|, |ΔV|), and |ΔV| ≤ |ΔF| + what s moves.
//! 3. *Limited* is the largest of (worst payoff less some shorts) − u·F·(how many): whatever number was
//!    best before is there still, so a rise of F takes u·(c⁻ + g⁻) at most, and nothing else moves it.
//! 4. *Naked* is its ratio of S for at most c⁻ + p⁻.
//! 5. *s.* ∂V/∂s = F·φ(d₁) ≤ .4·F, F being at most a quarter higher by then: .5·F for each contract,
//!    (1 + m) times for a short put where it is isolated. Futures and limited have no s.
//! 6. *Time.* V is a function of F and s alone ([`crate::risk_array::Expiry::averaged`]'s s), and none of
//!    the ratios depends on time: nothing drifts but roundings. ∎
//!
//! An expiry without shorts and futures has max(isolated, limited) = 0 ≤ ΣV, so X is 0 whatever
//! happens: it has no constants.
//!
//! The search for the number in 3 stops after some tangents. It has found the best long before, unless
//! hundreds of strikes have been arranged against it.

use super::Sensitivity;
use crate::{
	black76::Kind,
	fixed::{add, mul, mul_div, sub, Rounding::Up, Wad, WAD},
	standard::{Leg, Params},
	MathError, Result,
};

/// Quantity units in one contract.
const CONTRACT: i128 = 1_000_000;
/// Of the larger of forward and strike a price may be off by less than 2^-`ROOM`, s included, and by some units.
const ROOM: u32 = 48;
/// Roundings of a leg, in units.
const UNITS: Wad = 64;

/// The constants of one expiry. Those of an underlying are the sums over its expiries.
///
/// # Errors
/// `NonPositivePrice` if spot or forward is not above zero; `NegativePrice` if a strike is below zero;
/// `Overflow` if a sum does not fit.
pub fn sensitivity(legs: &[Leg], spot: Wad, forward: Wad, params: &Params) -> Result<Sensitivity> {
	if spot <= 0 || forward <= 0 {
		return Err(MathError::NonPositivePrice);
	}
	let [mut long_calls, mut short_calls, mut long_puts, mut short_puts] = [0; 4];
	let [mut long_futures, mut short_futures] = [0; 2];
	let mut drift = 0;
	for leg in legs {
		if leg.strike < 0 {
			return Err(MathError::NegativePrice);
		}
		let quantity = i128::from(leg.quantity);
		let (long, short) = match leg.kind {
			Kind::Call => (&mut long_calls, &mut short_calls),
			Kind::Put => (&mut long_puts, &mut short_puts),
			Kind::Future => (&mut long_futures, &mut short_futures),
		};
		let side = if quantity < 0 { short } else { long };
		*side = add(*side, quantity.saturating_abs())?;
		let room = add(add(forward, leg.strike)? >> ROOM, UNITS)?;
		drift = add(drift, add(times(quantity.saturating_abs(), room)?, UNITS)?)?;
	}
	let shorts = add(short_calls, short_puts)?;
	let futures = add(long_futures, short_futures)?;
	if shorts == 0 && futures == 0 {
		return Ok(Sensitivity::default());
	}
	let net = sub(long_futures, short_futures)?;
	let longs = add(long_calls, long_puts)?;
	let margin = times(futures, mul(params.future_maintenance, forward, Up)?)?;
	let moved = |quantity| times(quantity, forward);
	// 1.
	let value = moved(add(add(long_calls, short_puts)?, net)?)?
		.max(moved(sub(add(short_calls, long_puts)?, net)?)?);
	// 2.
	let falls = sub(moved(add(short_puts, net)?)?, margin)?;
	let rises = add(moved(sub(short_calls, net)?)?, margin)?;
	let needs = add(times(short_calls, spot)?, times(short_puts, spot.max(forward))?)?;
	let isolated = add(falls.max(rises), mul(params.maintenance, needs, Up)?)?;
	// 3.
	let limited =
		times(add(short_calls, short_futures)?, mul(params.unbounded_maintenance, forward, Up)?)?;
	// 4.
	let naked = times(shorts, mul(params.naked, spot, Up)?)?;
	// 5.
	let isolated_puts = mul(add(WAD, params.maintenance)?, short_puts, Up)?;
	let vega = add(shorts, longs)?.max(add(short_calls, isolated_puts)?);
	Ok(Sensitivity {
		forward: add(value.max(isolated).max(limited), naked)?,
		deviation: moved(vega)?.div_euclid(2).saturating_add(1),
		drift,
	})
}

/// Quantity units × USD per contract, rounded up.
fn times(quantity: i128, per_contract: Wad) -> Result<Wad> {
	mul_div(quantity, per_contract, CONTRACT, Up)
}
