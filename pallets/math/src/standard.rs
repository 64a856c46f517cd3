// SPDX-License-Identifier: Apache-2.0

//! Standard margin: by formula, option by option, and by the worst payoff of an expiry.
//!
//! The rule is that of research/derivatives-venues.md, 2.1, with the charge for naked shorts of
//! RISK.md 1, levels 1 and 5. S is spot, F the forward, V₀ a contract's mark, q a signed quantity.
//!
//! * **Isolated**, option by option, as a signed sum: a long option counts 0. A short one counts
//!   q·(V₀ + x), where x is what it needs beyond its mark. Call, MM: 9 % S. Put, MM: 9 % of the
//!   larger of S and V₀. IM: max(15 % S − out-of-the-money amount, 13 % S), of a put at least
//!   1.05·(V₀ + x of MM) − V₀. A future counts q·V₀ − |q|·F·10 % (MM 6.5 %).
//! * **Limited**: the worst payoff of the expiry over all settlement prices, at most 0, after n
//!   short calls and futures were taken out at 1.2·F each (MM 1.1·F), those of the lowest strikes
//!   first. n is at least what leaves the rest bounded; beyond that it is what serves best.
//! * The less severe of the two is what the expiry counts for in the account: value − margin.
//!
//! So a long option alone has margin = value: it counts nothing, and all that it can do is to limit
//! the loss of a short. On top, each strike's shorts that are not matched by longs of the same
//! strike, calls and puts together, cost .3 % S (IM .5 % S).
//!
//! The published rule leaves the uncovered shorts in, looks at settlement 0 and the strikes, and
//! adds 1.2·F for each contract of the net slope. There a long call far out of the money can
//! *raise* the requirement: it covers a short whose loss at 1.2·F was less than that up to the far
//! strike. Choosing n cures that, and the rest is always covered to its last cent. For a naked
//! call, and for spreads no wider than 1.2·F, both rules agree.
//!
//! As in the published rule one account can need more than its two halves would apart, since the
//! choice between isolated and limited is made for the expiry as a whole.

use crate::{
	black76::Kind,
	fixed::{add, mul, mul_div, sub, Rounding, Wad, WAD},
	MathError, Result,
};
use alloc::vec::Vec;
use Rounding::{Down, Up};

/// Quantity units in one contract.
const CONTRACT: i128 = 1_000_000;
/// Bounds the search for the best n: whatever n it stops at is safe, and it needs a few.
const MAX_TANGENTS: u32 = 32;

/// Which requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
	/// What an account needs to add risk.
	Initial,
	/// What it needs to be left alone.
	Maintenance,
}

/// One position. An expiry has one leg per series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
	/// What it pays.
	pub kind: Kind,
	/// Strike, or the reference price of a future.
	pub strike: Wad,
	/// Signed, in millionths of a contract.
	pub quantity: i64,
	/// V₀ per contract, in USD. Of an option never negative.
	pub mark: Wad,
}

/// The rule's ratios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Params {
	/// IM of a short option at the money, as a share of spot.
	pub initial: Wad,
	/// Least IM of a short option, as a share of spot.
	pub initial_floor: Wad,
	/// MM of a short option, as a share of spot.
	pub maintenance: Wad,
	/// IM of a short put, mark included, is at least this times its MM, mark included.
	pub put_maintenance_scale: Wad,
	/// What a short call or future costs in IM where no other position limits its loss, as a share
	/// of the forward.
	pub unbounded_initial: Wad,
	/// The same in MM.
	pub unbounded_maintenance: Wad,
	/// IM of a future, as a share of the forward.
	pub future_initial: Wad,
	/// MM of a future, as a share of the forward.
	pub future_maintenance: Wad,
	/// MM of naked shorts, as a share of spot.
	pub naked: Wad,
	/// What IM adds to it.
	pub naked_initial_extra: Wad,
}

impl Default for Params {
	fn default() -> Self {
		const MILLE: Wad = WAD / 1_000;
		Self {
			initial: 150 * MILLE,
			initial_floor: 130 * MILLE,
			maintenance: 90 * MILLE,
			put_maintenance_scale: 1_050 * MILLE,
			unbounded_initial: 1_200 * MILLE,
			unbounded_maintenance: 1_100 * MILLE,
			future_initial: 100 * MILLE,
			future_maintenance: 65 * MILLE,
			naked: 3 * MILLE,
			naked_initial_extra: 2 * MILLE,
		}
	}
}

impl Params {
	/// That no initial margin can fall below a maintenance margin, and that every ratio is of a
	/// sane size.
	///
	/// # Errors
	/// `InvalidMarginParams` unless `0 < maintenance ≤ initial_floor ≤ initial ≤ 1`,
	/// `1 ≤ put_maintenance_scale ≤ 2`, `1 ≤ unbounded_maintenance ≤ unbounded_initial ≤ 2`,
	/// `0 < future_maintenance ≤ future_initial ≤ 1` and both naked ratios are within 0 to 0.1.
	pub fn validate(&self) -> Result<()> {
		let short = 0 < self.maintenance
			&& self.maintenance <= self.initial_floor
			&& self.initial_floor <= self.initial
			&& self.initial <= WAD;
		let put = (WAD..=2 * WAD).contains(&self.put_maintenance_scale);
		let unbounded = WAD <= self.unbounded_maintenance
			&& self.unbounded_maintenance <= self.unbounded_initial
			&& self.unbounded_initial <= 2 * WAD;
		let future = 0 < self.future_maintenance
			&& self.future_maintenance <= self.future_initial
			&& self.future_initial <= WAD;
		let small = 0..=WAD / 10;
		let naked = small.contains(&self.naked) && small.contains(&self.naked_initial_extra);
		if short && put && unbounded && future && naked {
			Ok(())
		} else {
			Err(MathError::InvalidMarginParams)
		}
	}

	fn unbounded(&self, level: Level) -> Wad {
		match level {
			Level::Initial => self.unbounded_initial,
			Level::Maintenance => self.unbounded_maintenance,
		}
	}

	fn future(&self, level: Level) -> Wad {
		match level {
			Level::Initial => self.future_initial,
			Level::Maintenance => self.future_maintenance,
		}
	}

	/// What a naked short contract is charged, rounded up.
	fn naked(&self, level: Level, spot: Wad) -> Result<Wad> {
		let ratio = match level {
			Level::Initial => add(self.naked, self.naked_initial_extra)?,
			Level::Maintenance => self.naked,
		};
		mul(ratio, spot, Up)
	}

	/// What all short options on one spot have in common.
	fn shorts(&self, level: Level, spot: Wad) -> Result<Shorts<'_>> {
		let maintenance = mul(self.maintenance, spot, Up)?;
		let [full, floor] = match level {
			Level::Maintenance => [0; 2],
			Level::Initial => [mul(self.initial, spot, Up)?, mul(self.initial_floor, spot, Up)?],
		};
		Ok(Shorts { params: self, level, spot, maintenance, full, floor })
	}
}

/// What short options on one spot need, as far as it is the same for all of them.
struct Shorts<'a> {
	params: &'a Params,
	level: Level,
	spot: Wad,
	/// The share of the spot that MM is, rounded up.
	maintenance: Wad,
	/// That of IM at the money, and the least of IM; not computed for MM.
	full: Wad,
	floor: Wad,
}

impl Shorts<'_> {
	/// x: what one short option needs beyond its mark, rounded up.
	fn beyond(&self, kind: Kind, strike: Wad, mark: Wad) -> Result<Wad> {
		let maintenance = match kind {
			Kind::Put if mark > self.spot => mul(self.params.maintenance, mark, Up)?,
			_ => self.maintenance,
		};
		if self.level == Level::Maintenance {
			return Ok(maintenance);
		}
		let out_of_the_money = match kind {
			Kind::Put => sub(self.spot, strike)?,
			_ => sub(strike, self.spot)?,
		};
		let initial = sub(self.full, out_of_the_money.max(0))?.max(self.floor);
		if kind != Kind::Put {
			return Ok(initial);
		}
		let scaled = mul(self.params.put_maintenance_scale, add(mark, maintenance)?, Up)?;
		Ok(initial.max(sub(scaled, mark)?))
	}
}

/// What one expiry counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Requirement {
	/// ΣV₀·q, rounded down.
	pub value: Wad,
	/// Rounded up, never negative. value − margin is what the expiry adds to the account's excess.
	pub margin: Wad,
}

/// One expiry of one underlying: the account's excess is cash + credit + Σ value − Σ margin over
/// its expiries.
///
/// margin = max(0, value − the less severe of isolated and limited) + naked shorts, rounded against
/// the account by at most four units for each leg. The time it takes grows as n·log n.
///
/// # Errors
/// `NonPositivePrice` if spot or forward is not above zero; `NegativePrice` if a strike or an
/// option's mark is below zero; `Overflow` if a sum does not fit.
pub fn expiry_requirement(
	legs: &[Leg],
	spot: Wad,
	forward: Wad,
	params: &Params,
	level: Level,
) -> Result<Requirement> {
	if legs.is_empty() {
		return Ok(Requirement::default());
	}
	if spot <= 0 || forward <= 0 {
		return Err(MathError::NonPositivePrice);
	}
	let future = mul(params.future(level), forward, Up)?;
	let shorts = params.shorts(level, spot)?;
	let (mut value, mut isolated) = (0, 0);
	let mut payoff = Payoff::default();
	payoff.kinks.reserve_exact(legs.len());
	for leg in legs {
		check_leg(leg.kind, leg.strike, leg.mark)?;
		let quantity = i128::from(leg.quantity);
		let worth = times(quantity, leg.mark, Down)?;
		value = add(value, worth)?;
		let counted = match leg.kind {
			Kind::Future => sub(worth, times(quantity.saturating_abs(), future, Up)?)?,
			_ if quantity >= 0 => 0,
			kind => {
				let beyond = shorts.beyond(kind, leg.strike, leg.mark)?;
				times(quantity, add(leg.mark, beyond)?, Down)?
			},
		};
		isolated = add(isolated, counted)?;
		payoff.add(leg)?;
	}
	payoff.sort();
	let limited = payoff.limited(mul(params.unbounded(level), forward, Up)?)?;
	let naked = times(payoff.naked()?, params.naked(level, spot)?, Up)?;
	let margin = sub(value, isolated.max(limited))?.max(0);
	Ok(Requirement { value, margin: add(margin, naked.max(0))? })
}

/// The payoff of an expiry by settlement price: straight lines that meet at strikes. A future is a
/// call and a put of the opposite sign.
#[derive(Default)]
struct Payoff {
	/// At settlement price 0, rounded down.
	at_zero: Wad,
	/// By how many quantity units it rises from 0 on.
	slope: i128,
	/// Where the slope changes; after [`Self::sort`] one for each strike, rising.
	kinks: Vec<Kink>,
}

struct Kink {
	strike: Wad,
	/// Options of this strike: a call comes in and a put goes out with the same sign.
	options: i128,
	/// The slope's change but for short calls.
	rise: i128,
	/// Short calls, those of short futures included.
	short: i128,
}

/// What is left when some short calls were taken out.
struct Rest {
	/// What it counts for, less the cost of those taken out.
	counts: Wad,
	/// What one more contract taken out would add.
	gain: Wad,
}

impl Payoff {
	fn add(&mut self, leg: &Leg) -> Result<()> {
		let (strike, quantity) = (leg.strike, i128::from(leg.quantity));
		let opposite = quantity.saturating_neg();
		let (long, short) = (quantity.max(0), opposite.max(0));
		let (at_zero, slope, kink) = match leg.kind {
			Kind::Call => (0, 0, Kink { strike, options: quantity, rise: long, short }),
			Kind::Put => {
				(quantity, opposite, Kink { strike, options: quantity, rise: quantity, short: 0 })
			},
			Kind::Future => (opposite, quantity, Kink { strike, options: 0, rise: short, short }),
		};
		self.slope = add(self.slope, slope)?;
		self.at_zero = add(self.at_zero, times(at_zero, strike, Down)?)?;
		self.kinks.push(kink);
		Ok(())
	}

	/// Order the kinks by strike and make one of those that share it.
	fn sort(&mut self) {
		self.kinks.sort_unstable_by_key(|kink| kink.strike);
		self.kinks.dedup_by(|next, kink| {
			if next.strike != kink.strike {
				return false;
			}
			// Sums of as many i64 as a vector holds always fit.
			kink.options = kink.options.saturating_add(next.options);
			kink.rise = kink.rise.saturating_add(next.rise);
			kink.short = kink.short.saturating_add(next.short);
			true
		});
	}

	/// Σ over strikes of short options that are not matched by long ones.
	fn naked(&self) -> Result<i128> {
		self.kinks.iter().try_fold(0, |sum, kink| sub(sum, kink.options.min(0)))
	}

	/// The worst payoff, at most 0, with short calls taken out at `cost` per contract.
	///
	/// By how many is a concave question of straight lines: it is answered by the meeting point of
	/// the tangents at both ends, again and again. At the lower end nearly always, that is unless
	/// strikes lie farther apart than `cost`.
	fn limited(&self, cost: Wad) -> Result<Wad> {
		let (mut end, mut all) = (self.slope, 0);
		for kink in &self.kinks {
			end = add(end, sub(kink.rise, kink.short)?)?;
			all = add(all, kink.short)?;
		}
		let mut few = end.min(0).saturating_neg();
		let mut low = self.without(few, cost)?;
		if low.gain <= 0 {
			return Ok(low.counts);
		}
		let mut many = all;
		let mut high = self.without(many, cost)?;
		let mut best = low.counts.max(high.counts);
		for _ in 0..MAX_TANGENTS {
			let between = sub(many, few)?;
			if high.gain >= 0 || between <= 1 {
				break;
			}
			// low.counts + low.gain·x = high.counts + high.gain·(x − between)
			let rise = sub(sub(high.counts, low.counts)?, times(between, high.gain, Down)?)?;
			let meet = mul_div(rise, CONTRACT, sub(low.gain, high.gain)?, Down)?;
			let middle = add(few, meet.clamp(1, sub(between, 1)?))?;
			let rest = self.without(middle, cost)?;
			best = best.max(rest.counts);
			if rest.gain > 0 {
				(few, low) = (middle, rest);
			} else {
				(many, high) = (middle, rest);
			}
		}
		Ok(best)
	}

	/// The worst payoff when `count` short calls of the lowest strikes were taken out. Beyond the
	/// last strike nothing falls any more.
	fn without(&self, count: i128, cost: Wad) -> Result<Rest> {
		let (mut here, mut payoff, mut slope) = (0, self.at_zero, self.slope);
		let (mut worst, mut worst_at) = if payoff < 0 { (payoff, 0) } else { (0, 0) };
		let (mut left, mut next) = (count, None);
		let mut last = 0;
		for kink in &self.kinks {
			payoff = add(payoff, times(slope, sub(kink.strike, here)?, Down)?)?;
			here = kink.strike;
			if payoff < worst {
				(worst, worst_at) = (payoff, here);
			}
			let taken = left.min(kink.short);
			left = sub(left, taken)?;
			slope = add(slope, sub(kink.rise, sub(kink.short, taken)?)?)?;
			if kink.short > 0 {
				last = here;
			}
			if taken < kink.short {
				next = next.or(Some(here));
			}
		}
		// The next one out would have lost so much at the worst settlement. Of several worst ones
		// the lowest counts.
		let loss = sub(worst_at, next.unwrap_or(last))?.max(0);
		Ok(Rest { counts: sub(worst, times(count, cost, Up)?)?, gain: sub(loss, cost)? })
	}
}

/// Additional margin of the resting orders on one series, rounded up: what fills of any part of
/// them, at their limit prices, can take from cash + value − margin in an account without other
/// positions. Nothing is netted, neither with positions nor with one another.
///
/// It is no bound where a sold option is the one that limits another short's loss: a fill has to be
/// checked again.
///
/// * Buys of an option: their whole cost, as a long option alone counts 0.
/// * Sells of an option: x of an isolated short, the charge of a naked one, and the loss against
///   the mark if the limit is below it.
/// * Futures: the margin on the forward (mark + strike) of both sides, and each side's loss.
///
/// `buy` and `sell` are unfilled quantities in millionths, not negative; `buy_cost` and
/// `sell_proceeds` are Σ quantity × limit price in USD, of options not negative.
///
/// # Errors
/// `NonPositivePrice` if spot (of a future: the forward) is not above zero; `NegativePrice` if the
/// strike or an option's mark is below zero; `NegativeOrder` if an order's figure is; `Overflow`.
pub fn orders_requirement(
	kind: Kind,
	strike: Wad,
	mark: Wad,
	spot: Wad,
	buy: i64,
	sell: i64,
	buy_cost: Wad,
	sell_proceeds: Wad,
	params: &Params,
	level: Level,
) -> Result<Wad> {
	check_leg(kind, strike, mark)?;
	let premium_signed = kind == Kind::Future;
	if buy < 0 || sell < 0 || (!premium_signed && (buy_cost < 0 || sell_proceeds < 0)) {
		return Err(MathError::NegativeOrder);
	}
	if buy == 0 && sell == 0 {
		return Ok(0);
	}
	let (buy, sell) = (i128::from(buy), i128::from(sell));
	let sell_loss = sub(times(sell, mark, Up)?, sell_proceeds)?.max(0);
	if kind == Kind::Future {
		let forward = add(mark, strike)?;
		if forward <= 0 {
			return Err(MathError::NonPositivePrice);
		}
		let buy_loss = sub(buy_cost, times(buy, mark, Down)?)?.max(0);
		let margin = times(add(buy, sell)?, mul(params.future(level), forward, Up)?, Up)?;
		return add(margin.max(0), add(buy_loss, sell_loss)?);
	}
	if spot <= 0 {
		return Err(MathError::NonPositivePrice);
	}
	let beyond = params.shorts(level, spot)?.beyond(kind, strike, mark)?;
	let beyond = add(beyond, params.naked(level, spot)?)?;
	let short = times(sell, beyond, Up)?.max(0);
	add(buy_cost, add(short, sell_loss)?)
}

fn check_leg(kind: Kind, strike: Wad, mark: Wad) -> Result<()> {
	if strike < 0 || (kind != Kind::Future && mark < 0) {
		return Err(MathError::NegativePrice);
	}
	Ok(())
}

/// Quantity units × USD per contract.
fn times(quantity: i128, per_contract: Wad, rounding: Rounding) -> Result<Wad> {
	mul_div(quantity, per_contract, CONTRACT, rounding)
}
