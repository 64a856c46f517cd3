// SPDX-License-Identifier: GPL-3.0-or-later

//! Parameters: the formulas' own, mirrored with a codec, and the ledger's.

use super::*;
use alloc::{collections::BTreeSet, vec::Vec};
use serde::{Deserialize, Serialize};
use sp_core::ConstU32;
use straddle_math::{curve, portfolio, scenario, standard, WAD};

/// Most groups of correlated underlyings, and most underlyings in one.
pub const MAX_GROUPS: u32 = 16;
/// [`MAX_GROUPS`] as a bound.
pub type MaxGroups = ConstU32<MAX_GROUPS>;
/// Most scenarios of the grid.
pub type MaxScenarios = ConstU32<{ scenario::MAX_SCENARIOS as u32 }>;

/// A figure of the formulas as it is stored.
trait Stored<Figure> {
	fn stored(figure: Figure) -> Self;
	fn figure(&self) -> Figure;
}

impl Stored<i128> for FixedU128 {
	/// The formulas' defaults are not negative.
	fn stored(figure: i128) -> Self {
		Self::from_inner(figure.unsigned_abs())
	}

	/// What does not fit fails the formulas' `validate`.
	fn figure(&self) -> i128 {
		i128::try_from(self.into_inner()).unwrap_or(i128::MAX)
	}
}

macro_rules! stored_as_it_is {
	($($type:ty),*) => {$(
		impl Stored<$type> for $type {
			fn stored(figure: $type) -> Self {
				figure
			}

			fn figure(&self) -> $type {
				*self
			}
		}
	)*};
}

stored_as_it_is!(u32, u64);

/// A struct of the formulas' parameters, field for field, with codec and type information.
macro_rules! mirror {
	(
		$(#[$meta:meta])*
		$name:ident, $of:ty, { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* }
	) => {
		$(#[$meta])*
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
		pub struct $name {
			$($(#[$field_meta])* pub $field: $type,)*
		}

		impl From<&$name> for $of {
			fn from(params: &$name) -> Self {
				Self { $($field: Stored::figure(&params.$field),)* }
			}
		}

		impl Default for $name {
			fn default() -> Self {
				let of = <$of>::default();
				Self { $($field: Stored::stored(of.$field),)* }
			}
		}
	};
}

mirror! {
	/// Ratios of the standard margin rule; see `straddle_math::standard::Params`.
	#[derive(Copy)]
	StandardParams, standard::Params, {
		/// IM of a short at the money, as a share of spot.
		initial: FixedU128,
		/// Least IM of a short, as a share of spot.
		initial_floor: FixedU128,
		/// MM of a short, as a share of spot.
		maintenance: FixedU128,
		/// IM of a short put is at least this times its MM.
		put_maintenance_scale: FixedU128,
		/// Forward × net short calls × this, for IM.
		unbounded_initial: FixedU128,
		/// Forward × net short calls × this, for MM.
		unbounded_maintenance: FixedU128,
		/// IM of a future, as a share of its notional.
		future_initial: FixedU128,
		/// MM of a future, as a share of its notional.
		future_maintenance: FixedU128,
		/// Naked shorts, as a share of spot.
		naked: FixedU128,
		/// What IM adds to it.
		naked_initial_extra: FixedU128,
	}
}

mirror! {
	/// Utilisation → yearly borrow rate; see `straddle_math::curve::Curve`.
	#[derive(Copy)]
	CurveParams, curve::Curve, {
		/// Rate at utilisation 0.
		base: FixedU128,
		/// Rate at the kink.
		at_kink: FixedU128,
		/// Rate at utilisation 1; 100 % to 1,000 % a year.
		at_full: FixedU128,
		/// Utilisation at the kink.
		kink: FixedU128,
	}
}

mirror! {
	/// Ratios of the portfolio margin rule; see `straddle_math::portfolio::Rules`.
	#[derive(Copy)]
	PortfolioRules, portfolio::Rules, {
		/// MM as a share of the groups' sum.
		maintenance: FixedU128,
		/// Naked shorts, as a share of spot.
		naked: FixedU128,
		/// What IM adds to it.
		naked_initial_extra: FixedU128,
		/// Below this confidence IM adds the rest to one, as a share of spot per contract.
		confidence_floor: FixedU128,
		/// Below this price of the stablecoin IM adds the distance times `peg_slope`.
		peg_floor: FixedU128,
		/// See `peg_floor`.
		peg_slope: FixedU128,
		/// What collateral that short calls cover counts less at least, as a share of spot.
		paired_haircut: FixedU128,
	}
}

mirror! {
	/// The scenarios that a portfolio is tried against, and the shocks inside them. Shares in
	/// millionths, times in milliseconds; see `straddle_math::scenario::Grid` for each.
	GridParams, scenario::Grid, {
		/// The scenarios besides those of the skew.
		scenarios: BoundedVec<ScenarioParams, MaxScenarios>,
		/// Volatility up.
		vol_up: u32,
		/// Volatility down.
		vol_down: u32,
		/// The time at which volatility moves by just these.
		vol_reference_ms: u64,
		/// No time counts as shorter.
		vol_least_ms: u64,
		/// The power of time up to the reference.
		vol_power_short: u32,
		/// The power of time beyond the reference.
		vol_power_long: u32,
		/// The floor of volatility where it moves up.
		vol_floor: u32,
		/// The most that the skew changes volatility.
		skew_cap: u32,
		/// How that falls with the root of time.
		skew_cap_fall: u32,
		/// The moneyness at which it is reached, per root of a year.
		skew_width: u32,
		/// The least such moneyness.
		skew_width_least: u32,
		/// How far the slow price moves.
		slow_shock: u32,
		/// How far the forward moves against spot.
		basis_shock: u32,
		/// Its factor without time left.
		basis_start: u32,
		/// How that rises per year.
		basis_rise: u32,
		/// The most that it comes to.
		basis_most: u32,
		/// What a positive value counts.
		long_discount: u32,
		/// What a negative value counts.
		short_discount: u32,
		/// How both drift apart per year.
		discount_rate: u32,
	}
}

/// What happens to volatility in a scenario.
#[derive(
	Clone,
	Copy,
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
pub enum VolShock {
	/// It stays.
	None,
	/// It rises.
	Up,
	/// It falls.
	Down,
}

/// One scenario of the grid, in millionths.
#[derive(
	Clone,
	Copy,
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
pub struct ScenarioParams {
	/// Spot as a multiple of today's.
	pub spot: u32,
	/// Volatility.
	pub vol: VolShock,
	/// Which part of the loss counts.
	pub dampener: u32,
}

impl Stored<Vec<scenario::Scenario>> for BoundedVec<ScenarioParams, MaxScenarios> {
	fn stored(figure: Vec<scenario::Scenario>) -> Self {
		let stored = figure.iter().map(|one| ScenarioParams {
			spot: one.spot,
			vol: match one.vol {
				scenario::Vol::None => VolShock::None,
				scenario::Vol::Up => VolShock::Up,
				scenario::Vol::Down => VolShock::Down,
			},
			dampener: one.dampener,
		});
		Self::truncate_from(stored.collect())
	}

	fn figure(&self) -> Vec<scenario::Scenario> {
		let figure = self.iter().map(|one| scenario::Scenario {
			spot: one.spot,
			vol: match one.vol {
				VolShock::None => scenario::Vol::None,
				VolShock::Up => scenario::Vol::Up,
				VolShock::Down => scenario::Vol::Down,
			},
			dampener: one.dampener,
		});
		figure.collect()
	}
}

/// Underlyings whose losses are taken as partly joint (RISK.md 1, level 4).
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
pub struct CorrelatedGroup {
	/// Who is in it.
	pub underlyings: BoundedVec<UnderlyingId, MaxGroups>,
	/// w: this part of the sum of the worst, the rest of the worst of the sums; .7 to 1.
	pub weight: FixedU128,
}

/// Parameters of the portfolio margin rule.
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
pub struct PortfolioParams {
	/// The scenarios.
	pub grid: GridParams,
	/// The ratios.
	pub rules: PortfolioRules,
	/// Who is correlated with whom. An underlying that is in none is a group of its own.
	pub groups: BoundedVec<CorrelatedGroup, MaxGroups>,
	/// Which share of the global pool covers one owner's tails that the dampeners leave out.
	pub tails_covered: FixedU128,
}

/// All parameters of the ledger but those of portfolio margin.
#[derive(
	Clone,
	Copy,
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
pub struct RiskParams {
	/// The standard margin rule.
	pub standard: StandardParams,
	/// The borrow rate.
	pub curve: CurveParams,
	/// Share of positive cash that a payout leaves in the clearing account; at most one half.
	pub reserve: FixedU128,
	/// How far the stablecoin may be from 1 USD before opening stops; at most one tenth.
	pub peg_tolerance: FixedU128,
	/// How far from its mark an account below IM may trade; at most one fifth. Here for the view
	/// `what_if`; a market tells the ledger in `Rule::Trade`.
	pub near_mark: FixedU128,
	/// When book values are marked.
	pub day: DayParams,
}

impl Default for RiskParams {
	fn default() -> Self {
		Self {
			standard: StandardParams::default(),
			curve: CurveParams::default(),
			reserve: FixedU128::from_rational(10, 100),
			peg_tolerance: FixedU128::from_rational(1, 100),
			near_mark: FixedU128::from_rational(5, 100),
			day: DayParams::default(),
		}
	}
}

impl RiskParams {
	/// Whether every parameter is inside its bounds.
	pub fn is_valid(&self) -> bool {
		standard::Params::from(&self.standard).validate().is_ok()
			&& curve::Curve::from(&self.curve).validate().is_ok()
			&& self.curve.at_full <= FixedU128::from_u32(10)
			&& self.reserve <= FixedU128::from_rational(1, 2)
			&& self.peg_tolerance <= FixedU128::from_rational(1, 10)
			&& self.near_mark <= FixedU128::from_rational(1, 5)
			&& self.day.is_valid()
	}
}

impl Default for PortfolioParams {
	fn default() -> Self {
		Self {
			grid: GridParams::default(),
			rules: PortfolioRules::default(),
			groups: BoundedVec::default(),
			tails_covered: FixedU128::from_rational(10, 100),
		}
	}
}

impl PortfolioParams {
	/// Whether every parameter is inside its bounds.
	pub fn is_valid(&self) -> bool {
		let one = FixedU128::from_u32(1);
		let mut seen = BTreeSet::new();
		let mut grouped = self.groups.iter().flat_map(|group| &group.underlyings);
		let weights = FixedU128::from_rational(7, 10)..=one;
		scenario::Grid::from(&self.grid).validate().is_ok()
			&& portfolio::Rules::from(&self.rules).validate().is_ok()
			&& self.groups.iter().all(|group| weights.contains(&group.weight))
			&& grouped.all(|underlying| seen.insert(*underlying))
			&& self.tails_covered <= one
	}

	/// The weight of an underlying's group and the group's place, if it is in one.
	pub(crate) fn group(&self, underlying: UnderlyingId) -> Option<(usize, i128)> {
		let mut groups = self.groups.iter().enumerate();
		let found = groups.find(|(_, group)| group.underlyings.contains(&underlying));
		found.map(|(place, group)| (place, group.weight.figure().min(WAD)))
	}
}
