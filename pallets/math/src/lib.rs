// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

pub mod auction;
pub mod binary;
pub mod black76;
pub mod curve;
pub mod fixed;
pub mod functions;
pub mod haircut;
pub mod implied_vol;
pub mod ladder;
pub mod open_interest;
pub mod portfolio;
pub mod risk_array;
pub mod scenario;
pub mod stable;
pub mod standard;
pub mod stats;
pub mod svi;

mod fast;
mod kernel;
mod normal;
mod normal_table;
mod q96;
mod tables;
mod wide;

pub use black76::Kind;
pub use fixed::{div, mul, mul_div, Rounding, Wad, WAD};

/// Why there is no result. Every function is total otherwise: no input makes it panic or wrap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MathError {
	/// The result, or a figure on the way to it, does not fit.
	Overflow,
	/// The divisor is zero, or an average is taken of nothing.
	DivisionByZero,
	/// The argument lies outside the function's domain: a logarithm of zero or less, a square root
	/// of less than zero.
	Domain,
	/// A price, strike, settlement or an option's mark is below zero.
	NegativePrice,
	/// A spot or forward that a margin is measured against is not above zero.
	NonPositivePrice,
	/// A volatility is below zero.
	NegativeVolatility,
	/// The quantity or value of resting orders is below zero.
	NegativeOrder,
	/// A weight or factor lies outside 0 to 1, or a cap is below zero.
	FactorOutOfRange,
	/// A token with more decimals than 38.
	TooManyDecimals,
	/// Margin parameters of which initial margin could fall below maintenance margin, or negative.
	InvalidMarginParams,
	/// Points of a rate curve that are not in order.
	InvalidCurve,
	/// Points of an auction's path that are not in order.
	InvalidPath,
	/// A grid of scenarios that is not bounded as it has to be.
	InvalidGrid,
	/// A time beyond ten years.
	TimeOutOfRange,
	/// More positions or orders than an account can have.
	TooManyPositions,
	/// A position or order beyond a million contracts.
	QuantityTooLarge,
	/// A group of underlyings that there is not.
	UnknownGroup,
	/// A group's weight that is not within .7 and 1.
	InvalidWeight,
	/// An amount of money that cannot be below zero is.
	NegativeAmount,
	/// A volatility slice or smile that could not be a market's.
	InvalidSmile,
	/// No volatility has this price.
	NoVolatility,
	/// A time that reaches into a settlement window.
	InvalidHorizon,
}

impl core::fmt::Display for MathError {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		core::fmt::Debug::fmt(self, f)
	}
}

impl core::error::Error for MathError {}

/// A result or the reason why there is none.
pub type Result<T> = core::result::Result<T, MathError>;
