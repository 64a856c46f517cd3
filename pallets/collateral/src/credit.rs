// SPDX-License-Identifier: GPL-3.0-or-later

//! What a lot counts for (RISK.md 4 and 6): pure once everything has been read.

use crate::types::{wad, ChainFactor, PEG_TOLERANCE, UNUSABLE_SHARE};
use sp_runtime::FixedU128;
use straddle_math::{
	fixed::{mul_div, Rounding, Wad, WAD},
	haircut, MathError, Result,
};
use straddle_primitives::*;

/// All that the credit of a lot depends on.
#[derive(Clone, Debug)]
pub(crate) struct Lot {
	/// Smallest units.
	pub amount: u128,
	/// Decimals of the token.
	pub decimals: u8,
	/// Price of one whole token in USD.
	pub price: Reading,
	/// Weight for opening.
	pub initial: Wad,
	/// Weight for being left alone.
	pub maintenance: Wad,
	/// Chain factor.
	pub chain: ChainFactor,
	/// Concentration factor; acts on opening only.
	pub concentration: Wad,
	/// Price of the stablecoin in USD, with its state made worse by a broken peg.
	pub peg: Reading,
	/// Now, in Unix milliseconds.
	pub now: Moment,
	/// How long an unusable price still counts half.
	pub grace: Moment,
}

impl Lot {
	/// Credit in cash units, each figure rounded down.
	///
	/// Usable are `Valid` and `Uncertain`. On an uncertain price the maintenance figure takes the
	/// price moved by its confidence in the account's favour, since that is what a flag goes by.
	/// An unusable price counts nothing for opening, half for maintenance until `grace` after its
	/// last round and then nothing; its state is *not* handed on, so that one dead feed neither
	/// keeps the rest of the account from being liquidated nor from being traded. The stablecoin's
	/// state is handed on: it is the unit of every figure.
	pub fn credit(&self) -> Result<LotCredit> {
		let price = inner(self.price.price)?;
		let full = self.value(price, WAD, WAD, WAD)?;
		let (initial, maintenance, state) = match self.price.state {
			PriceState::Valid | PriceState::Uncertain => {
				let lifted = match self.price.state {
					PriceState::Valid => price,
					_ => {
						let share = WAD.saturating_add(inner(self.price.confidence)?);
						mul_div(price, share, WAD, Rounding::Up)?
					},
				};
				let initial =
					self.value(price, self.initial, self.chain.initial, self.concentration)?;
				let maintenance =
					self.value(lifted, self.maintenance, self.chain.maintenance, WAD)?;
				(initial, maintenance, self.price.state)
			},
			_ if self.now.saturating_sub(self.price.at) < self.grace => {
				let half = mul_div(price, wad(UNUSABLE_SHARE), WAD, Rounding::Down)?;
				let maintenance =
					self.value(half, self.maintenance, self.chain.maintenance, WAD)?;
				(Money::default(), maintenance, PriceState::Valid)
			},
			_ => (Money::default(), Money::default(), PriceState::Valid),
		};
		Ok(LotCredit { full, initial, maintenance, state: state.worst(self.peg.state) })
	}

	/// Whether its own price can be used.
	pub fn is_usable(&self) -> bool {
		matches!(self.price.state, PriceState::Valid | PriceState::Uncertain)
	}

	/// It as units of what `feed` is the price of. A unit can be paired and then counts more than its
	/// weight, so what limits a kind limits its units: caps by concentration, a pause by no units.
	pub fn units(&self, feed: FeedId) -> Result<LotUnits> {
		let share = |wad: Wad| FixedU128::from_inner(wad.max(0).unsigned_abs());
		let units = |price, weight, chain, concentration| match weight {
			0 => Ok(0),
			_ => haircut::credit(self.amount, self.decimals, price, WAD, chain, concentration),
		};
		let lifted = match self.price.state {
			PriceState::Valid => WAD,
			_ => WAD.saturating_add(inner(self.price.confidence)?),
		};
		let initial = units(WAD, self.initial, self.chain.initial, self.concentration)?;
		let maintenance = units(lifted, self.maintenance, self.chain.maintenance, WAD)?;
		Ok(LotUnits {
			feed,
			units_initial: share(initial),
			units_maintenance: share(maintenance.max(initial)),
			weight_initial: share(self.initial),
			weight_maintenance: share(self.maintenance),
		})
	}

	/// In cash units at this price and these factors. Nothing if the unit itself has no price.
	fn value(&self, price: Wad, weight: Wad, chain: Wad, concentration: Wad) -> Result<Money> {
		let peg = inner(self.peg.price)?;
		if peg == 0 {
			return Ok(Money::default());
		}
		let usd = haircut::credit(self.amount, self.decimals, price, weight, chain, concentration)?;
		mul_div(usd, WAD, peg, Rounding::Down).map(Money::from_inner)
	}
}

/// The stablecoin's price, at best `Uncertain` when more than 1 % away from one USD.
pub(crate) fn peg(mut reading: Reading) -> Reading {
	let one = FixedU128::from_u32(1);
	let (high, low) = (reading.price.max(one), reading.price.min(one));
	let away = high.into_inner().saturating_sub(low.into_inner());
	if away > FixedU128::from(PEG_TOLERANCE).into_inner() {
		reading.state = reading.state.worst(PriceState::Uncertain);
	}
	reading
}

fn inner(value: FixedU128) -> Result<Wad> {
	Wad::try_from(value.into_inner()).map_err(|_| MathError::Overflow)
}
