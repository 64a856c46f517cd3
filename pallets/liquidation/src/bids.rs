// SPDX-License-Identifier: GPL-3.0-or-later

//! What a bid buys and costs, and its journal (RISK.md 8).

use crate::{
	split::{rounding_value, Parts},
	*,
};
use alloc::vec;
use frame_support::ensure;
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use straddle_math::{
	auction,
	fixed::{mul, mul_div, Rounding, Wad, WAD},
	MathError,
};
use straddle_primitives::*;
use straddle_traits::{Entry, Holdings, Journal, Ledger, Risk, Rule};

/// An account in auction as it stands in this call.
pub(crate) struct Lookup {
	pub params: AuctionParams,
	pub auction: Auction,
	/// What its clock shows.
	pub biddable_ms: u64,
	pub assessment: Assessment,
	pub held: Holdings<AccountId32>,
	pub running: bool,
	/// As if no chain had aged, while one of its lots' chains stands still.
	pub unaged: Option<Assessment>,
}

/// What is asked for an account now, and how small a part of it may go.
pub(crate) struct Terms {
	pub offer: auction::Offer,
	/// κR, of which a bidder gains his share.
	discount: Wad,
	equity: Wad,
	/// The smallest part.
	least: Wad,
	cutoff: Wad,
}

/// A bid worked out, nothing booked.
pub(crate) struct Plan {
	pub kappa: Wad,
	/// P = E − κR.
	pub price: Wad,
	/// The share taken.
	pub share: Wad,
	pub parts: Parts,
	/// What the bidder pays without the bounty, rounded up.
	pub payment: Cash,
	/// A part of what the bidder gains, rounded down.
	pub bounty: Cash,
}

impl Plan {
	/// All that leaves the bidder; negative if he receives.
	pub fn total(&self) -> Cash {
		self.payment.saturating_add(self.bounty)
	}

	/// Whether all of the account goes.
	pub fn is_whole(&self) -> bool {
		self.share >= WAD
	}
}

impl Terms {
	/// That so much may go, at most what is for sale.
	pub fn check<T: Config>(&self, share: Wad) -> Result<(), Error<T>> {
		ensure!(share > 0, Error::<T>::NothingToSell);
		if share < self.offer.share {
			ensure!(share >= self.least, Error::<T>::ShareTooSmall);
			let rest = self.equity.checked_sub(self.discounted(share)?);
			ensure!(rest.ok_or(Error::<T>::Overflow)? >= self.cutoff, Error::<T>::LeavesDust);
		}
		Ok(())
	}

	/// What a bidder gains by so much, in cash units.
	pub fn discounted(&self, share: Wad) -> Result<Wad, MathError> {
		mul(self.discount, share, Rounding::Down)
	}

	/// The same as a part of the requirement, rounded up.
	pub fn gain(&self, share: Wad) -> Result<Wad, MathError> {
		mul(self.offer.kappa, share, Rounding::Up)
	}
}

impl Lookup {
	/// Whether the pool may take over.
	pub fn is_unwanted(&self) -> bool {
		self.biddable_ms >= self.params.take_over_at()
	}
}

/// What one call has learnt of prices.
pub(crate) type Session<T> = <<T as Config>::Ledger as Risk>::Session;

impl<T: Config> Pallet<T> {
	/// Look at an account in auction and read its clock, in memory only.
	pub(crate) fn look_up(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> Result<Lookup, DispatchError> {
		let held = T::Ledger::holdings(account).ok_or(Error::<T>::NoSuchAccount)?;
		Self::look_up_at(session, account, held)
	}

	/// The same of one that holds these.
	pub(crate) fn look_up_at(
		session: &mut Session<T>,
		account: &MarginAccountId,
		held: Holdings<AccountId32>,
	) -> Result<Lookup, DispatchError> {
		let auction = Auctions::<T>::get(account).ok_or(Error::<T>::NotInAuction)?;
		let assessment = T::Ledger::assess_in(session, account, Lens::Latest)?;
		Self::look_at(account, auction, assessment, held, Params::<T>::get())
	}

	/// The same of what is known already.
	pub(crate) fn look_at(
		account: &MarginAccountId,
		mut auction: Auction,
		assessment: Assessment,
		held: Holdings<AccountId32>,
		params: AuctionParams,
	) -> Result<Lookup, DispatchError> {
		let halt = Halt::<T>::get();
		let running = Self::is_clock_running(&halt, &held.positions, assessment.state, &params);
		let biddable_ms = Self::read_clock(&mut auction.clock, running, params.max_step_ms);
		let unaged = Self::unaged(account, &held.lots)?;
		Ok(Lookup { params, auction, biddable_ms, assessment, held, running, unaged })
	}

	/// That something of the account can be sold now.
	pub(crate) fn ensure_sellable(look: &Lookup) -> DispatchResult {
		Self::ensure_no_grace(&Halt::<T>::get())?;
		Self::ensure_quorum(&look.held.positions, &look.params)?;
		ensure!(look.assessment.state.allows(PriceUse::Bid), Error::<T>::PricesUnusable);
		ensure!(!look.is_superseded(), Error::<T>::Superseded);
		ensure!(!look.is_healed(), Error::<T>::Healed);
		ensure!(!look.is_empty(), Error::<T>::NothingToSell);
		Ok(())
	}

	/// Smallest units of so many cash units.
	pub(crate) fn to_cash(money: Wad, rounding: Rounding) -> Result<Cash, DispatchError> {
		let unit = i128::try_from(T::Ledger::cash_unit()).map_err(|_| Error::<T>::Overflow)?;
		Ok(mul_div(money, unit, WAD, rounding).map_err(Error::<T>::from)?)
	}

	/// What is asked for an account now.
	pub(crate) fn terms(look: &Lookup) -> Result<Terms, DispatchError> {
		let (params, math) = (&look.params, Error::<T>::from);
		let figures = look.figures();
		let kappa = params.kappa(look.biddable_ms).map_err(math)?;
		let cutoff = params.cutoff.into_inner();
		let equity = look.assessment.equity().into_inner();
		// All of what is dust, and all hedges of what cannot be reached.
		let whole = equity < cutoff || look.is_hedged_by_lots();
		let below = if whole { Wad::MAX } else { Wad::MIN };
		let offer = auction::offer(&figures, kappa, params.target_wad(), below).map_err(math)?;
		let required = figures.requirement.max(0);
		let discount = mul(kappa, required, Rounding::Down).map_err(math)?;
		let least = mul(offer.share, share_to_wad(params.min_part), Rounding::Up).map_err(math)?;
		Ok(Terms { offer, discount, equity, least, cutoff })
	}

	/// Work out a bid for at most `max_share`.
	pub(crate) fn plan(
		session: &mut Session<T>,
		look: &Lookup,
		max_share: Wad,
	) -> Result<Plan, DispatchError> {
		let math = Error::<T>::from;
		let figures = look.figures();
		let terms = Self::terms(look)?;
		let offer = &terms.offer;
		let share = offer.share.min(max_share);
		terms.check::<T>(share)?;
		let gain = terms.discounted(share).map_err(math)?;
		let parts = Parts::of(look.lots_for_sale(), &look.held.positions, share).map_err(math)?;
		ensure!(!parts.is_empty(), Error::<T>::NothingToSell);
		let mut payment = auction::payment(offer.price, figures.cash, share).map_err(math)?;
		if share < WAD {
			let added = Self::rounding_value_of(session, look, &parts, share)?;
			payment = payment.checked_add(added).ok_or(Error::<T>::Overflow)?;
		}
		Ok(Plan {
			kappa: offer.kappa,
			price: offer.price,
			share,
			parts,
			payment: Self::to_cash(payment, Rounding::Up)?,
			bounty: Self::bounty_of(look, gain)?,
		})
	}

	/// Value of what rounding added to the positions taken, in cash units.
	fn rounding_value_of(
		session: &mut Session<T>,
		look: &Lookup,
		parts: &Parts,
		share: Wad,
	) -> Result<Wad, DispatchError> {
		let mut sum: Wad = 0;
		// No position rounds to nothing, so both lists have the same series in the same order.
		for ((series, quantity), (_, taken)) in look.held.positions.iter().zip(&parts.positions) {
			let (mark, _) = T::Ledger::mark_in(session, series, Lens::Latest)?;
			let value = rounding_value(*quantity, *taken, share, mark.into_inner())
				.map_err(Error::<T>::from)?;
			sum = sum.checked_add(value).ok_or(Error::<T>::Overflow)?;
		}
		Ok(sum)
	}

	/// The flagger's share of a gain, within what is left of the auction's largest bounty.
	fn bounty_of(look: &Lookup, gain: Wad) -> Result<Cash, DispatchError> {
		// Nobody's word started it; a feeder's without an account for rewards pays the treasury.
		if look.auction.flagger.is_none() {
			return Ok(0);
		}
		let params = &look.params;
		let share = share_to_wad(params.bounty_share);
		let part = mul(gain, share, Rounding::Down).map_err(Error::<T>::from)?;
		let part = Self::to_cash(part, Rounding::Down)?;
		let most = Self::to_cash(params.max_bounty.into_inner(), Rounding::Down)?;
		Ok(part.min(most.saturating_sub(look.auction.bounty)).max(0))
	}

	/// The journal of a bid and what the pool adds to it. A negative payment comes from the account's
	/// cash first, then from the global pool; where positions alone are sold all of it is the account's, backed by
	/// the lots that stay.
	pub(crate) fn bid_journal(
		account: &MarginAccountId,
		bidder: &MarginAccountId,
		look: &Lookup,
		plan: &Plan,
	) -> Result<(Journal, Cash), DispatchError> {
		let (received, from_pool) = if plan.payment >= 0 || look.auction.sale == Sale::Positions {
			(plan.payment, 0)
		} else {
			let owed = plan.payment.checked_neg().ok_or(Error::<T>::Overflow)?;
			let own = owed.min(look.held.cash.max(0));
			(own.saturating_neg(), owed.saturating_sub(own))
		};
		ensure!(from_pool <= T::Ledger::pot(Pot::GlobalPool).max(0), Error::<T>::PoolEmpty);
		let seller = Entry::new(account.clone(), Rule::Forced).cash(received);
		let buyer = Entry::new(bidder.clone(), Rule::Bid).cash(plan.total().saturating_neg());
		let seller = plan.parts.leave(seller).map_err(Error::<T>::from)?;
		let mut journal = Journal::of(vec![seller, plan.parts.enter(buyer)]);
		if from_pool > 0 {
			journal = journal.pot(Pot::GlobalPool, from_pool.saturating_neg());
		}
		if plan.bounty > 0 {
			journal = journal.pot(Pot::Bounties, plan.bounty);
		}
		Ok((journal, from_pool))
	}

	/// What a bid on the whole share would be now.
	pub(crate) fn quote(account: &MarginAccountId) -> Result<Quote, DispatchError> {
		let mut session = T::Ledger::session();
		let look = Self::look_up(&mut session, account)?;
		let over = look.is_healed() || look.is_superseded();
		let figures = look.figures();
		let mut quote = Quote {
			sale: look.auction.sale,
			kappa: ratio(look.params.kappa(look.biddable_ms).map_err(Error::<T>::from)?),
			biddable_ms: look.biddable_ms,
			running: look.running,
			state_id: look.auction.state_id,
			state: look.assessment.state,
			equity: Money::from_inner(figures.equity),
			requirement: Money::from_inner(figures.requirement),
			price: Money::from_inner(figures.equity),
			share: FixedU128::from_inner(0),
			payment: 0,
			bounty: 0,
		};
		if !over {
			let plan = Self::plan(&mut session, &look, WAD)?;
			quote.price = Money::from_inner(plan.price);
			quote.share = ratio(plan.share);
			quote.payment = plan.total();
			quote.bounty = plan.bounty;
		}
		Ok(quote)
	}
}
