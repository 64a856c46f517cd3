// SPDX-License-Identifier: GPL-3.0-or-later

//! Parameters: the formulas' own, mirrored with a codec, and the ledger's.

use super::*;
use serde::{Deserialize, Serialize};
use straddle_math::{curve, standard};

/// Ratios of the standard margin rule; see `straddle_math::standard::Params`.
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
pub struct StandardParams {
	/// IM of a short at the money, as a share of spot.
	pub initial: FixedU128,
	/// Least IM of a short, as a share of spot.
	pub initial_floor: FixedU128,
	/// MM of a short, as a share of spot.
	pub maintenance: FixedU128,
	/// IM of a short put is at least this times its MM.
	pub put_maintenance_scale: FixedU128,
	/// Forward × net short calls × this, for IM.
	pub unbounded_initial: FixedU128,
	/// Forward × net short calls × this, for MM.
	pub unbounded_maintenance: FixedU128,
	/// IM of a future, as a share of its notional.
	pub future_initial: FixedU128,
	/// MM of a future, as a share of its notional.
	pub future_maintenance: FixedU128,
	/// Naked shorts, as a share of spot.
	pub naked: FixedU128,
	/// What IM adds to it.
	pub naked_initial_extra: FixedU128,
}

/// Utilisation → yearly borrow rate; see `straddle_math::curve::Curve`.
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
pub struct CurveParams {
	/// Rate at utilisation 0.
	pub base: FixedU128,
	/// Rate at the kink.
	pub at_kink: FixedU128,
	/// Rate at utilisation 1; 100 % to 1,000 % a year.
	pub at_full: FixedU128,
	/// Utilisation at the kink.
	pub kink: FixedU128,
}

/// All parameters of the ledger.
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
}

/// A parameter as the formulas take it; what does not fit fails their `validate`.
fn wad(ratio: FixedU128) -> i128 {
	i128::try_from(ratio.into_inner()).unwrap_or(i128::MAX)
}

/// The other way round; the formulas' defaults are not negative.
fn ratio(wad: i128) -> FixedU128 {
	FixedU128::from_inner(wad.unsigned_abs())
}

impl From<&StandardParams> for standard::Params {
	fn from(params: &StandardParams) -> Self {
		Self {
			initial: wad(params.initial),
			initial_floor: wad(params.initial_floor),
			maintenance: wad(params.maintenance),
			put_maintenance_scale: wad(params.put_maintenance_scale),
			unbounded_initial: wad(params.unbounded_initial),
			unbounded_maintenance: wad(params.unbounded_maintenance),
			future_initial: wad(params.future_initial),
			future_maintenance: wad(params.future_maintenance),
			naked: wad(params.naked),
			naked_initial_extra: wad(params.naked_initial_extra),
		}
	}
}

impl From<&CurveParams> for curve::Curve {
	fn from(params: &CurveParams) -> Self {
		Self {
			base: wad(params.base),
			at_kink: wad(params.at_kink),
			at_full: wad(params.at_full),
			kink: wad(params.kink),
		}
	}
}

impl Default for StandardParams {
	fn default() -> Self {
		let params = standard::Params::default();
		Self {
			initial: ratio(params.initial),
			initial_floor: ratio(params.initial_floor),
			maintenance: ratio(params.maintenance),
			put_maintenance_scale: ratio(params.put_maintenance_scale),
			unbounded_initial: ratio(params.unbounded_initial),
			unbounded_maintenance: ratio(params.unbounded_maintenance),
			future_initial: ratio(params.future_initial),
			future_maintenance: ratio(params.future_maintenance),
			naked: ratio(params.naked),
			naked_initial_extra: ratio(params.naked_initial_extra),
		}
	}
}

impl Default for CurveParams {
	fn default() -> Self {
		let curve = curve::Curve::default();
		Self {
			base: ratio(curve.base),
			at_kink: ratio(curve.at_kink),
			at_full: ratio(curve.at_full),
			kink: ratio(curve.kink),
		}
	}
}

impl Default for RiskParams {
	fn default() -> Self {
		Self {
			standard: StandardParams::default(),
			curve: CurveParams::default(),
			reserve: FixedU128::from_rational(10, 100),
			peg_tolerance: FixedU128::from_rational(1, 100),
			near_mark: FixedU128::from_rational(5, 100),
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
	}
}
