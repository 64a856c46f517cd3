// SPDX-License-Identifier: Apache-2.0

//! Portfolio margin: levels 1 to 5 of RISK.md 1, from the risk arrays of level 0.
//!
//! For each **expiry** ΣV in every column, exact. f(V) = d⁺·V⁺ − d⁻·V⁻ with d⁺ ≤ 1 ≤ d⁻.
//!
//! For each **underlying** the loss in scenario i is δᵢ·(Σ over expiries (V₀ − f(Vᵢ)) + C₀ − Cᵢ): δ the
//! dampener, C the credit of the collateral in that asset ([`Collateral`]), which moves with the positions.
//! Two more losses compete with those, they are not added: that of the skew, per expiry the larger of
//! V₀ − f(V) over both skew columns and 0; and that of the basis, per expiry the larger of V₀ − V over
//! both basis columns and 0. For IM those at and around the slow price compete as well. Of an
//! underlying the worst counts, at least 0.
//!
//! For each **group** of correlated underlyings w·(sum of the worst) + (1 − w)·(worst of the sums in
//! the same scenario). Nothing is offset between groups.
//!
//! For the **account** IM is the sum over the groups, MM .8 of it (with maintenance weights and
//! without the slow price), both with the add-ons of [`Reason`].
//!
//! How this differs from the first version of the rules, and why: docs/adr/0008.

use crate::{
	fixed::{add, mul, sub, Rounding, Wad, WAD},
	risk_array::{Expiry, RiskArray},
	scenario::{millionths, Columns, BASE, BASIS, COLUMNS, FIRST, MILLION, SKEW, SLOW},
	MathError, Result,
};
use alloc::vec::Vec;
use Rounding::Up;

mod credit;
mod expiry;
mod scale;
mod weigh;

use credit::{times, Credit};
use expiry::Sums;

/// Positions of one expiry, and of an account.
pub const MAX_POSITIONS: usize = 512;
/// Contracts of a position or an order, in millionths.
pub const MAX_QUANTITY: i64 = 1_000_000 * CONTRACT;

/// Quantity units of a contract.
const CONTRACT: i64 = 1_000_000;
/// Wads in a quantity unit.
const WAD_PER_UNIT: Wad = WAD / CONTRACT as Wad;

/// A held series.
#[derive(Clone, Copy, Debug)]
pub struct Position<'a> {
	/// Its values.
	pub array: &'a RiskArray,
	/// Signed, in millionths of a contract.
	pub quantity: i64,
}

/// What is unfilled of a resting order. It counts in each column what fills could lose there,
/// min(0, q·(V − price)), today's market included; a sale also counts as naked. In ΣV₀ it does not
/// count. So fills of any part leave equity − margin no lower than it was with the order, but for the
/// discount of the premium: (d⁻ − d⁺) of it at most.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
	/// The series' values.
	pub array: &'a RiskArray,
	/// Signed, in millionths of a contract; a sale is below zero.
	pub quantity: i64,
	/// Limit price per contract in USD.
	pub price: Wad,
}

/// What an account has in one expiry.
#[derive(Clone, Copy, Debug)]
pub struct Holding<'a> {
	/// The expiry of which all arrays are.
	pub expiry: &'a Expiry,
	/// At most [`MAX_POSITIONS`].
	pub positions: &'a [Position<'a>],
	/// Resting orders, at most [`MAX_POSITIONS`].
	pub orders: &'a [Order<'a>],
}

/// Collateral in the asset of an underlying: it moves with the positions.
///
/// Its **credit** in a column whose spot is S is u·w·S + min(u·r·S, Σ over short calls |q|·min(d⁺·V, r·S)) for u
/// units of weight w, r = max(0, 1 − `Rules::paired_haircut` − w): a short call lifts a unit that covers
/// it by what the call is worth, to its full value less the haircut at most, so that a covered call
/// needs no cash. For skew and basis V is a call's least of today's and both columns', at today's spot. Each
/// requirement has its own credit; rounded down. Why so: docs/adr/0011.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Collateral {
	/// Units of the asset times the chain factor, for IM and for MM.
	pub units: [Wad; 2],
	/// Asset weight (IM: times concentration), for IM and for MM.
	pub weights: [Wad; 2],
}

/// What an account has in one underlying.
#[derive(Clone, Copy, Debug)]
pub struct Underlying<'a> {
	/// Index of its group of correlated underlyings in [`Account::groups`].
	pub group: usize,
	/// USD.
	pub spot: Wad,
	/// The grid with this underlying's slow price.
	pub columns: &'a Columns<'a>,
	/// One for each expiry held.
	pub holdings: &'a [Holding<'a>],
	/// Collateral in its asset.
	pub collateral: Collateral,
	/// How far its prices and volatilities can be relied on, 0 to 1.
	pub confidence: Wad,
	/// What IM adds because the market's open interest is large, as a share of the worst loss.
	pub concentration: Wad,
}

/// An account as the margin sees it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
	/// One for each underlying held.
	pub underlyings: &'a [Underlying<'a>],
	/// w of each group, at least .7.
	pub groups: &'a [Wad],
	/// Price of the stablecoin that cash is in.
	pub peg: Wad,
}

/// The ratios of level 5 and of covered calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
	/// MM as a share of the groups' sum.
	pub maintenance: Wad,
	/// Naked shorts, as a share of spot per contract.
	pub naked: Wad,
	/// What IM adds to it.
	pub naked_initial_extra: Wad,
	/// Below this confidence IM adds (1 − confidence)·S per contract.
	pub confidence_floor: Wad,
	/// Below this price of the stablecoin IM adds its distance times `peg_slope` of the groups' sum.
	pub peg_floor: Wad,
	/// See `peg_floor`.
	pub peg_slope: Wad,
	/// What collateral that short calls cover counts less at least, as a share of spot.
	pub paired_haircut: Wad,
}

impl Default for Rules {
	fn default() -> Self {
		Self {
			maintenance: WAD / 10 * 8,
			naked: WAD / 1_000 * 3,
			naked_initial_extra: WAD / 1_000 * 2,
			confidence_floor: WAD / 100 * 55,
			peg_floor: WAD / 100 * 99,
			peg_slope: 4 * WAD,
			paired_haircut: WAD / 20,
		}
	}
}

impl Rules {
	/// That MM lies below IM and every ratio is of a sane size.
	///
	/// # Errors
	/// `InvalidMarginParams` unless `.5 ≤ maintenance ≤ 1`, both naked ratios are within 0 to .1,
	/// both floors within 0 to 1, `peg_slope` within 0 to 10 and `paired_haircut` within 0 to .1.
	pub fn validate(&self) -> Result<()> {
		let small = 0..=WAD / 10;
		let share = 0..=WAD;
		if (WAD / 2..=WAD).contains(&self.maintenance)
			&& small.contains(&self.naked)
			&& small.contains(&self.naked_initial_extra)
			&& share.contains(&self.confidence_floor)
			&& share.contains(&self.peg_floor)
			&& (0..=10 * WAD).contains(&self.peg_slope)
			&& small.contains(&self.paired_haircut)
		{
			Ok(())
		} else {
			Err(MathError::InvalidMarginParams)
		}
	}
}

/// Which of an underlying's losses is the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Worst {
	/// None is a loss.
	#[default]
	Nothing,
	/// At the slow price: 0; below it, above it: 1, 2.
	SlowPrice(u8),
	/// The forwards moved against spot.
	Basis,
	/// The smile tilted.
	Skew,
	/// A scenario of the grid, by its index.
	Scenario(u8),
}

impl Worst {
	fn of(column: usize) -> Self {
		let index = |from: usize| column.saturating_sub(from).min(255) as u8;
		match column {
			BASE => Self::Nothing,
			column if SLOW.contains(&column) => Self::SlowPrice(index(SLOW.start)),
			column if BASIS.contains(&column) => Self::Basis,
			column if SKEW.contains(&column) => Self::Skew,
			_ => Self::Scenario(index(FIRST)),
		}
	}
}

/// Why something is added to the groups' sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
	/// Shorts that no long of the same strike and expiry matches.
	NakedShorts,
	/// What fills of resting orders could lose at today's market.
	Orders,
	/// Prices that cannot be relied on.
	Confidence,
	/// A crowded market.
	Concentration,
	/// A stablecoin below its peg.
	Peg,
	/// By how much the approximation of prices can be off, in equity and in losses together.
	ErrorBound,
}

/// An amount that IM and MM have on top of the groups' sum, in USD.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddOn {
	/// Why.
	pub reason: Reason,
	/// Index of the underlying, if it is for one.
	pub underlying: Option<usize>,
	/// In IM.
	pub initial: Wad,
	/// In MM.
	pub maintenance: Wad,
}

/// An underlying's worst losses, in USD.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnderlyingReport {
	/// ΣV₀, within the error bound.
	pub value: Wad,
	/// The worst loss for IM and where it is.
	pub initial: (Wad, Worst),
	/// The same for MM, before its factor.
	pub maintenance: (Wad, Worst),
	/// What its collateral counts for in equity_IM and in equity_MM, rounded down.
	pub credit: [Wad; 2],
	/// Units of it that short calls cover, for IM and for MM: each counts more than its weight, by what its
	/// call is worth. None where the weight leaves nothing to lift.
	pub paired: [Wad; 2],
}

/// The margin of an account and how it comes about. All in USD.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
	/// ΣV₀, within the error bound that IM and MM add.
	pub value: Wad,
	/// Credit of the collateral in underlyings' assets, in equity_IM and in equity_MM.
	pub credit: [Wad; 2],
	/// IM without the tails that no pool covers ([`uncovered_tail`]), rounded up.
	pub initial: Wad,
	/// MM, rounded up.
	pub maintenance: Wad,
	/// By how much the groups' sum without dampeners is above IM, at least 0.
	pub tail_excess: Wad,
	/// Sum over the groups for IM.
	pub groups: Wad,
	/// Of each underlying.
	pub underlyings: Vec<UnderlyingReport>,
	/// Those above zero.
	pub add_ons: Vec<AddOn>,
}

/// The margin of an account: a few nanoseconds for each position and column. It reads nothing but
/// its arguments, and neither order nor grouping of positions changes it by more than rounding.
///
/// # Errors
/// `TooManyPositions`, `QuantityTooLarge` beyond [`MAX_POSITIONS`], [`MAX_QUANTITY`];
/// `UnknownGroup`; `InvalidWeight` if a group's w is not within .7 and 1; `NonPositivePrice` if a
/// spot is not above zero; `FactorOutOfRange` if a confidence is not within 0 and 1, a concentration
/// or the peg is below zero, or of collateral weights or units are out of range or larger for IM
/// than for MM; `Overflow` if a sum does not fit.
pub fn margin(account: &Account, rules: &Rules) -> Result<Report> {
	let mut report = Report::default();
	report.underlyings.resize(account.underlyings.len(), UnderlyingReport::default());
	check_account(account)?;
	let [mut initial, mut maintenance, mut undampened] = [0; 3];
	for (group, weight) in account.groups.iter().enumerate() {
		// The sums over the group's underlyings; of the first it is that one's.
		let mut joint = Losses::default();
		let mut first = true;
		let mut sums = [0; 3];
		for (index, underlying) in account.underlyings.iter().enumerate() {
			if underlying.group != group {
				continue;
			}
			let mut worst = |losses: &Losses| {
				for (sum, worst) in sums.iter_mut().zip(losses.worst()) {
					*sum = add(*sum, worst.0)?;
				}
				Ok(())
			};
			if first {
				underlying_losses(underlying, index, rules, &mut report, &mut joint)?;
				worst(&joint)?;
				first = false;
			} else {
				let mut losses = Losses::default();
				underlying_losses(underlying, index, rules, &mut report, &mut losses)?;
				worst(&losses)?;
				joint.add(&losses)?;
			}
		}
		let blend = |sum, (joint, _): (Wad, Worst)| {
			// As it is with one underlying.
			if sum == joint {
				return Ok(sum);
			}
			add(mul(*weight, sum, Up)?, mul(sub(WAD, *weight)?, joint, Up)?)
		};
		let [a, b, c] = sums;
		let [x, y, z] = joint.worst();
		initial = add(initial, blend(a, x)?)?;
		maintenance = add(maintenance, blend(b, y)?)?;
		undampened = add(undampened, blend(c, z)?)?;
	}
	report.groups = initial;
	if account.peg < rules.peg_floor {
		let share = mul(sub(rules.peg_floor, account.peg)?, rules.peg_slope, Up)?;
		report.charge(Reason::Peg, None, mul(share, initial, Up)?, 0);
	}
	report.initial = initial;
	report.maintenance = mul(rules.maintenance, maintenance, Up)?;
	for add_on in &report.add_ons {
		report.initial = add(report.initial, add_on.initial)?;
		report.maintenance = add(report.maintenance, add_on.maintenance)?;
	}
	for underlying in &report.underlyings {
		report.value = add(report.value, underlying.value)?;
		for (sum, credit) in report.credit.iter_mut().zip(underlying.credit) {
			*sum = add(*sum, credit)?;
		}
	}
	report.tail_excess = sub(undampened, report.initial)?.max(0);
	Ok(report)
}

/// What an account adds to its IM because a pool covers only so much of the tails that dampeners leave
/// out: all that is not covered of its own and its owner's other accounts' (or splitting would evade
/// it), up to its own. Exact. `covered` is the owner's share of the pool.
///
/// # Errors
/// `NegativeAmount` if a figure is below zero; `Overflow` if the sum does not fit.
pub fn uncovered_tail(own: Wad, others: Wad, covered: Wad) -> Result<Wad> {
	if own < 0 || others < 0 || covered < 0 {
		return Err(MathError::NegativeAmount);
	}
	Ok(sub(add(own, others)?, covered)?.clamp(0, own))
}

fn check_account(account: &Account) -> Result<()> {
	if account.groups.iter().any(|w| !(WAD / 10 * 7..=WAD).contains(w)) {
		return Err(MathError::InvalidWeight);
	}
	if account.peg < 0 {
		return Err(MathError::FactorOutOfRange);
	}
	let mut positions = 0_usize;
	for underlying in account.underlyings {
		if underlying.group >= account.groups.len() {
			return Err(MathError::UnknownGroup);
		}
		if underlying.spot <= 0 {
			return Err(MathError::NonPositivePrice);
		}
		let share = 0..=WAD;
		let [initial, maintenance] = underlying.collateral.units;
		let [low, high] = underlying.collateral.weights;
		let ordered =
			0 <= initial && initial <= maintenance && 0 <= low && low <= high && high <= WAD;
		if !share.contains(&underlying.confidence) || underlying.concentration < 0 || !ordered {
			return Err(MathError::FactorOutOfRange);
		}
		for holding in underlying.holdings {
			positions = positions.saturating_add(holding.positions.len());
			if positions > MAX_POSITIONS || holding.orders.len() > MAX_POSITIONS {
				return Err(MathError::TooManyPositions);
			}
		}
	}
	Ok(())
}

impl Report {
	/// Remember an add-on that is not zero.
	fn charge(
		&mut self,
		reason: Reason,
		underlying: Option<usize>,
		initial: Wad,
		maintenance: Wad,
	) {
		if initial > 0 || maintenance > 0 {
			self.add_ons.push(AddOn { reason, underlying, initial, maintenance });
		}
	}
}

/// Losses by column, gains below zero.
struct Losses {
	initial: [Wad; COLUMNS],
	maintenance: [Wad; COLUMNS],
	undampened: [Wad; COLUMNS],
}

impl Default for Losses {
	fn default() -> Self {
		Self { initial: [0; COLUMNS], maintenance: [0; COLUMNS], undampened: [0; COLUMNS] }
	}
}

impl Losses {
	fn add(&mut self, other: &Self) -> Result<()> {
		for (sums, parts) in [
			(&mut self.initial, &other.initial),
			(&mut self.maintenance, &other.maintenance),
			(&mut self.undampened, &other.undampened),
		] {
			for (sum, part) in sums.iter_mut().zip(parts) {
				*sum = add(*sum, *part)?;
			}
		}
		Ok(())
	}

	/// The worst of each, at least 0.
	fn worst(&self) -> [(Wad, Worst); 3] {
		[&self.initial, &self.maintenance, &self.undampened].map(|losses| {
			let mut worst = (0, BASE);
			for (column, loss) in losses.iter().enumerate() {
				if *loss > worst.0 {
					worst = (*loss, column);
				}
			}
			(worst.0, Worst::of(worst.1))
		})
	}
}

/// Levels 1 to 3 of one underlying: its losses, of which there are none yet; its add-ons go into the
/// report.
fn underlying_losses(
	underlying: &Underlying,
	index: usize,
	rules: &Rules,
	report: &mut Report,
	losses: &mut Losses,
) -> Result<()> {
	let most = underlying.holdings.iter().map(|holding| holding.positions.len()).max();
	let mut sums = Sums::with_capacity(most.unwrap_or(0));
	let shares = credit::shares(underlying, rules)?;
	for holding in underlying.holdings {
		sums.push(holding, underlying, shares)?;
	}
	let spot = underlying.spot;
	let mut entry = UnderlyingReport { value: sums.value, ..UnderlyingReport::default() };
	sums.losses(&mut losses.initial)?;
	losses.maintenance = losses.initial;
	let short_calls = contracts(sums.short_calls)?;
	let spots = underlying.columns.spots.get(..underlying.columns.count).unwrap_or(&[]);
	let levels = [&mut losses.initial, &mut losses.maintenance];
	for (level, to) in levels.into_iter().enumerate() {
		let of = |[initial, maintenance]: [Wad; 2]| if level == 0 { initial } else { maintenance };
		let (units, weight) = (of(underlying.collateral.units), of(underlying.collateral.weights));
		let (Some(covers), Some(share), Some(credit), Some(paired)) = (
			sums.covers.get(level),
			shares.get(level),
			entry.credit.get_mut(level),
			entry.paired.get_mut(level),
		) else {
			continue;
		};
		*paired = if *share > 0 { units.min(short_calls) } else { 0 };
		*credit = Credit::of(units, weight, spot, rules)?.count(to, spots, covers, sums.unit)?;
	}
	losses.undampened = losses.initial;
	for (column, scenario) in (FIRST..).zip(&underlying.columns.grid.scenarios) {
		if scenario.dampener == MILLION {
			continue;
		}
		for to in [&mut losses.initial, &mut losses.maintenance] {
			if let Some(loss) = to.get_mut(column) {
				*loss = dampened(*loss, scenario.dampener);
			}
		}
	}
	// The slow price is IM's alone.
	for to in [&mut losses.maintenance, &mut losses.undampened] {
		to.iter_mut().take(SLOW.end).for_each(|loss| *loss = 0);
	}
	[entry.initial, entry.maintenance, _] = losses.worst();
	let extra = add(rules.naked, rules.naked_initial_extra)?;
	let naked = mul(contracts(sums.naked)?, spot, Up)?;
	report.charge(
		Reason::NakedShorts,
		Some(index),
		mul(naked, extra, Up)?,
		mul(naked, rules.naked, Up)?,
	);
	if underlying.confidence < rules.confidence_floor {
		let notional = mul(contracts(sums.gross)?, spot, Up)?;
		let charge = mul(sub(WAD, underlying.confidence)?, notional, Up)?;
		report.charge(Reason::Confidence, Some(index), charge, 0);
	}
	let crowded = mul(underlying.concentration, entry.initial.0, Up)?;
	report.charge(Reason::Concentration, Some(index), crowded, 0);
	report.charge(Reason::Orders, Some(index), sums.orders, sums.orders);
	let error = sums.error()?;
	report.charge(Reason::ErrorBound, Some(index), error, error);
	if let Some(to) = report.underlyings.get_mut(index) {
		*to = entry;
	}
	Ok(())
}

/// `loss·dampener/10^6`, a unit and a part of 2^-53 too high at most, never too low; for |loss| < 2^122.
fn dampened(loss: Wad, dampener: u32) -> Wad {
	// The share is rounded to nearest: a unit more or less is above it for a loss, below for a gain.
	let share = millionths(dampener);
	let against = if loss < 0 { share.saturating_sub(1) } else { share.saturating_add(1) };
	times(loss, against).wrapping_add(1)
}

/// Quantity units as contracts.
fn contracts(quantity: i128) -> Result<Wad> {
	quantity.checked_mul(WAD_PER_UNIT).ok_or(MathError::Overflow)
}
