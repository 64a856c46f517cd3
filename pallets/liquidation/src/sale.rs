// SPDX-License-Identifier: GPL-3.0-or-later

//! What an auction sells: the whole account, or its positions alone while a source chain stands still (RISK.md
//! 6, ADR 27).
//!
//! Who fails for a halted chain alone would be sound if that chain came back (g = 1). His collateral is not
//! taken for that, but what his positions risk is: they are sold, all the rest stays. For bidders the rest is
//! then what cash is otherwise, at what it counts for today, and the requirement is that of the positions.

use crate::{bids::Lookup, costs::Size, *};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, weights::Weight};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult, FixedPointNumber};
use straddle_math::auction;
use straddle_primitives::*;
use straddle_traits::{Risk, Scope, SourceStates};

/// What an auction sells. It is one thing from the auction's start to its end.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Sale {
	/// All but cash.
	#[default]
	Whole,
	/// Positions alone: the account fails only because a source chain stands still.
	Positions,
	/// All but cash of an account that fails only because a source chain stands still, has no positions to sell, and
	/// gets no loan from that chain's pool.
	Unlent,
}

impl Sale {
	/// Whether lots are sold.
	pub fn is_whole(self) -> bool {
		self != Self::Positions
	}
}

/// How the source chains of an account's lots are.
#[derive(Default)]
struct Chains {
	/// Some stand still.
	halted: bool,
	/// Some did a short time ago.
	returning: bool,
}

/// How often an account may be valued for a loan: once for each chain that stands still.
const LENT: u32 = 4;

impl<T: Config> Pallet<T> {
	/// How the chains of these lots are.
	fn chains_of(lots: &[(CollateralId, u128)]) -> Chains {
		let (waits, mut are) = (Waits::<T>::get(), Chains::default());
		if !waits.has_sources() {
			return are;
		}
		for (kind, _) in lots {
			let source = T::Sources::chain_of(*kind);
			if waits.has(Scope::Source(source)) {
				let halted = T::Sources::is_halted(source);
				are.halted |= halted;
				are.returning |= !halted;
			}
		}
		are
	}

	/// What an account would be at g = 1, while a chain of its lots stands still.
	pub(crate) fn unaged(
		account: &MarginAccountId,
		lots: &[(CollateralId, u128)],
	) -> Result<Option<Assessment>, DispatchError> {
		let halted = Self::chains_of(lots).halted;
		halted.then(|| T::Ledger::assess_unaged(account)).transpose()
	}

	/// What is for sale of an account that fails. After a chain came back additions go first. One that fails for
	/// its chains alone and has no position that needs margin is sold if no pool lends.
	///
	/// # Errors
	/// `GracePeriod`.
	pub(crate) fn sale_of(
		account: &MarginAccountId,
		lots: &[(CollateralId, u128)],
		is: &Assessment,
	) -> Result<Sale, DispatchError> {
		let chains = Self::chains_of(lots);
		ensure!(!chains.returning, Error::<T>::GracePeriod);
		if !chains.halted || T::Ledger::assess_unaged(account)?.maintenance_excess().is_negative() {
			return Ok(Sale::Whole);
		}
		Ok(if is.maintenance.is_positive() { Sale::Positions } else { Sale::Unlent })
	}

	/// That a sale of positions left an account that is sound at g = 1: else its collateral would be taken for a
	/// chain alone after all.
	pub(crate) fn ensure_still_sound(look: &Lookup) -> DispatchResult {
		let sound = look.unaged.as_ref().is_none_or(|at| !at.maintenance_excess().is_negative());
		ensure!(look.auction.sale.is_whole() || sound, Error::<T>::MarginWorse);
		Ok(())
	}

	/// The most that a loan instead of an auction weighs. The account was read before, and its prices.
	pub(crate) fn lend_weight(size: Size) -> Weight {
		T::WeightInfo::lend(size.lots).saturating_add(Self::value_weight(size, LENT))
	}

	/// The same; nothing while no chain stands still.
	pub(crate) fn loan_weight(size: Size) -> Weight {
		match Waits::<T>::get().has_sources() {
			true => Self::lend_weight(size),
			false => Weight::zero(),
		}
	}

	/// Valuing an account as if no chain had aged: it knows nothing of prices, but has read them before. What is read
	/// again comes out of the block's own memory: half of the time is for that and for what follows from it.
	pub(crate) fn unaged_weight(size: Size) -> Weight {
		let learnt = Self::learn_weight(size, 1).saturating_div(2);
		learnt.saturating_add(Self::value_weight(size, 1)).set_proof_size(0)
	}

	/// Looking so many times at an account once more, as if no chain had aged: nothing while none stands still.
	pub(crate) fn chains_weight(times: u64, size: Size) -> Weight {
		match Waits::<T>::get().has_sources() {
			true => Self::unaged_weight(size).saturating_mul(times),
			false => Weight::zero(),
		}
	}
}

impl Lookup {
	/// E, R and C for the maths.
	///
	/// Of positions alone: E is what counts for being left alone, C is all of it but the positions, and R is
	/// their maintenance margin, at most what the account would have beside it at g = 1: however cheap they get,
	/// a debt that the sale leaves is backed by lots at their maintenance weight.
	pub fn figures(&self) -> auction::Account {
		let is = &self.assessment;
		let cash = is.cash.into_inner();
		match self.auction.sale {
			Sale::Whole | Sale::Unlent => auction::Account {
				equity: is.equity().into_inner(),
				requirement: is.requirement().into_inner(),
				cash,
			},
			Sale::Positions => {
				let backing =
					self.unaged.as_ref().map_or(0, |at| at.equity_maintenance().into_inner());
				auction::Account {
					equity: is.equity_maintenance().into_inner(),
					requirement: is.maintenance.into_inner().min(backing),
					cash: cash.saturating_add(is.lots.maintenance.into_inner()),
				}
			},
		}
	}

	/// Whether the auction has done its work.
	pub fn is_healed(&self) -> bool {
		let figures = match self.auction.sale {
			Sale::Whole | Sale::Unlent => self.figures(),
			Sale::Positions => auction::Account {
				requirement: self.assessment.maintenance.into_inner(),
				..self.figures()
			},
		};
		auction::is_healed(&figures, self.params.target_wad())
	}

	/// Whether nothing is left to sell.
	pub fn is_empty(&self) -> bool {
		match self.auction.sale {
			Sale::Whole | Sale::Unlent => self.held.is_bare(),
			Sale::Positions => {
				self.held.positions.is_empty() || !self.assessment.maintenance.is_positive()
			},
		}
	}

	/// Whether what it sells is no longer what is to be sold: it sells positions, and no chain stands still any
	/// more or the account fails at g = 1 too; or it sells all, and at g = 1 the account has healed. Where no pool
	/// lends, what was begun ends as any other.
	pub fn is_superseded(&self) -> bool {
		let target = self.params.target_wad();
		let valued = self.assessment.state.allows(PriceUse::Bid);
		match (self.auction.sale, &self.unaged) {
			(Sale::Whole, None) | (Sale::Unlent, _) => false,
			(Sale::Whole, Some(at)) => {
				let figures = auction::Account {
					equity: at.equity().into_inner(),
					requirement: at.requirement().into_inner(),
					cash: at.cash.into_inner(),
				};
				valued && auction::is_healed(&figures, target)
			},
			(Sale::Positions, None) => true,
			(Sale::Positions, Some(at)) => valued && at.maintenance_excess().is_negative(),
		}
	}

	/// Lots that are for sale.
	pub fn lots_for_sale(&self) -> &[(CollateralId, u128)] {
		match self.auction.sale {
			Sale::Whole | Sale::Unlent => &self.held.lots,
			Sale::Positions => &[],
		}
	}

	/// Whether the positions need more margin now than at g = 1: they are hedged by what cannot be reached. Sold
	/// in part, they would leave bare collateral.
	pub fn is_hedged_by_lots(&self) -> bool {
		let at = self.unaged.as_ref();
		self.auction.sale == Sale::Positions
			&& at.is_some_and(|at| at.maintenance < self.assessment.maintenance)
	}
}
