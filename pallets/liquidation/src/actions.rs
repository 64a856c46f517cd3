// SPDX-License-Identifier: GPL-3.0-or-later

//! What the calls do.

use crate::{
	backstops::{Bids, Turned},
	bids::{Lookup, Plan, Session},
	split::Parts,
	states::Signed,
	*,
};
use alloc::vec;
use frame_support::{ensure, traits::Get, weights::Weight};
use sp_runtime::{AccountId32, DispatchError, DispatchResult, FixedPointNumber, Perbill};
use straddle_math::{
	auction,
	fixed::{Rounding, WAD},
};
use straddle_primitives::*;
use straddle_traits::{Entry, Holdings, Journal, Ledger, OnAuction, Refused, Risk, Rule};

/// What became of an auction as it was started.
#[derive(Default)]
pub(crate) struct Started {
	/// Whose turn it was.
	pub bids: Bids,
	/// What they did.
	pub turned: Turned,
	/// It was over before anybody's turn.
	pub ended: bool,
	/// Entries that were written and not read, and are not measured with a start.
	pub written: u32,
}

impl<T: Config> Pallet<T> {
	/// That `account` may be put into auction now.
	pub(crate) fn ensure_flaggable(
		session: &mut Session<T>,
		account: &MarginAccountId,
	) -> DispatchResult {
		let held = T::Ledger::holdings(account).ok_or(Error::<T>::NoSuchAccount)?;
		Self::ensure_fails(session, account, &held, None).map(|_| ())
	}

	/// The same of one that holds these, and may have been valued at the `latest` prices. Returns it so valued, and
	/// what is sold of it.
	fn ensure_fails(
		session: &mut Session<T>,
		account: &MarginAccountId,
		held: &Holdings<AccountId32>,
		latest: Option<Assessment>,
	) -> Result<(Assessment, Sale), DispatchError> {
		ensure!(!Auctions::<T>::contains_key(account), Error::<T>::AlreadyInAuction);
		ensure!(held.owner != T::PoolOwner::get(), Error::<T>::PoolAccount);
		let params = Params::<T>::get();
		Self::ensure_running(&Halt::<T>::get())?;
		Self::ensure_quorum(&held.positions, &params)?;
		// One after the other: an account that is well costs one valuation.
		let fails = |is: &Assessment| -> Result<_, DispatchError> {
			ensure!(is.state.allows(PriceUse::Flag), Error::<T>::PricesUnusable);
			Ok(is.maintenance_excess().is_negative())
		};
		let latest = match latest {
			Some(latest) => latest,
			None => T::Ledger::assess_in(session, account, Lens::Latest)?,
		};
		ensure!(fails(&latest)?, Error::<T>::NotBelowMaintenance);
		let median = T::Ledger::assess_in(session, account, Lens::MedianOfThree)?;
		ensure!(fails(&median)?, Error::<T>::WickOnly);
		let sale = Self::sale_of(account, &held.lots, &latest)?;
		ensure!(AuctionCount::<T>::get() < params.max_auctions, Error::<T>::TooManyAuctions);
		Ok((latest, sale))
	}

	/// Start an auction on somebody's word; without `reward_to` the bounty is the treasury's. Returns whether
	/// it is open or a bid was taken at once, and what became of it at once.
	pub(crate) fn do_flag(
		session: &mut Session<T>,
		flagger: AccountId32,
		account: MarginAccountId,
		reward_to: Option<MarginAccountId>,
		held: Option<&Holdings<AccountId32>>,
		spare: Weight,
	) -> Result<(bool, Started), DispatchError> {
		if let Some(reward_to) = &reward_to {
			ensure!(*reward_to != account, Error::<T>::RewardToSelf);
			ensure!(T::Ledger::owner(reward_to).is_some(), Error::<T>::NoSuchAccount);
		}
		let next = |ended: EndedAuction| ended.state_id.saturating_add(1);
		let first = Ended::<T>::get(&account).map_or(0, next);
		let held = held.ok_or(Error::<T>::NoSuchAccount)?.clone();
		let (flagger, of) = (Some(flagger), account.clone());
		let started = Self::start(session, flagger, of, reward_to, held, None, spare)?;
		let sold = Ended::<T>::get(&account).is_some_and(|ended| ended.state_id > first);
		let open = Auctions::<T>::contains_key(&account);
		Ok((sold || open || Self::was_lent(&account), started))
	}

	/// Start an auction of an account that holds these, and may have been valued at the `latest` prices, if it fails,
	/// and let standing bids have their turn, if `spare` is enough for the most that this may weigh: if not, they have it as
	/// block work looks at the auction.
	///
	/// # Errors
	/// Of [`Self::ensure_flaggable`], or what cancels orders fails. Then something may have been
	/// written: the caller rolls back.
	pub(crate) fn start(
		session: &mut Session<T>,
		flagger: Option<AccountId32>,
		account: MarginAccountId,
		reward_to: Option<MarginAccountId>,
		held: Holdings<AccountId32>,
		latest: Option<Assessment>,
		spare: Weight,
	) -> Result<Started, DispatchError> {
		let (mut assessment, sale) = Self::ensure_fails(session, &account, &held, latest)?;
		if sale == Sale::Unlent && Self::try_lend(session, &account, &held.lots) {
			Self::file_after(&account, true);
			// The pledge, and its place among those that are looked at in each block.
			return Ok(Started { written: 2, ..Default::default() });
		}
		let params = Params::<T>::get();
		let (by, paid) = (flagger.clone(), flagger.is_some());
		let (positions, standing) = (&held.positions, Self::standing());
		let stands = standing.iter().any(|one| one.bidder == account);
		let auction = Self::open_record(&account, positions, by, reward_to, sale, stands, &params)?;
		let written = T::OnAuction::on_auction(&account)?;
		let kappa = params.kappa(auction.resumed_ms).map_err(Error::<T>::from)?;
		Self::deposit_event(Event::AuctionStarted {
			account: account.clone(),
			flagger,
			state_id: auction.state_id,
			equity: assessment.equity(),
			requirement: assessment.requirement(),
			kappa: ratio(kappa),
			sale,
		});
		// Without its orders it may be healed, and bare debt is nothing to wait for.
		if held.orders > 0 {
			assessment = T::Ledger::assess_in(session, &account, Lens::Latest)?;
		}
		let look = Self::look_at(&account, auction, assessment, held, params)?;
		Ok(match Self::finish_looked(account.clone(), look)? {
			Some(look) => {
				let mut bids = Self::turns_of(standing, &account, &look);
				if !Self::most_turn_weight(&look.held, &bids, paid).all_lte(spare) {
					bids.turns.clear();
				}
				let turned = Self::try_backstops(session, &account, &look, &bids.turns);
				Started { bids, turned, ended: false, written }
			},
			None => Started { ended: true, written, ..Default::default() },
		})
	}

	/// Sell a share.
	pub(crate) fn do_bid(
		session: &mut Session<T>,
		who: AccountId32,
		account: MarginAccountId,
		bidder: MarginAccountId,
		state_id: u32,
		max_share: Perbill,
		max_payment: Cash,
	) -> DispatchResult {
		let (look, plan) =
			Self::plan_bid(session, who, &account, &bidder, state_id, max_share, max_payment)?;
		Self::sell(session, &look, account, bidder, &plan)?;
		Ok(())
	}

	/// That a share may be sold, as the account is, and for what. Nothing is written.
	pub(crate) fn plan_bid(
		session: &mut Session<T>,
		who: AccountId32,
		account: &MarginAccountId,
		bidder: &MarginAccountId,
		state_id: u32,
		max_share: Perbill,
		max_payment: Cash,
	) -> Result<(Lookup, Plan), DispatchError> {
		T::Ledger::ensure_may_trade(bidder, &who)?;
		ensure!(bidder != account, Error::<T>::SelfBid);
		ensure!(!Auctions::<T>::contains_key(bidder), Error::<T>::BidderInAuction);
		// Before anything is valued: of many bids on one auction most come too late.
		let signed = Self::ensure_state(account, state_id, max_share)?;
		let look = Self::look_up(session, account)?;
		Self::ensure_sellable(&look)?;
		let most = signed.most().map_err(Error::<T>::from)?;
		let plan = Self::plan(session, &look, most)?;
		let limit = signed.limit(max_payment, plan.share).map_err(Error::<T>::from)?;
		ensure!(plan.total() <= limit, Error::<T>::PaymentAboveLimit);
		Self::ensure_uncensored(&look, plan.share)?;
		// Below a price of zero the pool pays in the end: an owner could sell to himself at its cost. And where
		// positions alone are sold, he could draw on lots that nobody can reach.
		let same_owner = T::Ledger::owner(bidder).is_some_and(|owner| owner == look.held.owner);
		let paid = match look.auction.sale {
			Sale::Whole | Sale::Unlent => plan.price,
			Sale::Positions => look.held.cash.saturating_add(plan.payment),
		};
		ensure!(paid >= 0 || !same_owner, Error::<T>::OwnerAgainstPool);
		Ok((look, plan))
	}

	/// That an account is in auction, and in this state but for a few sales. Returns what was signed of it.
	fn ensure_state(
		account: &MarginAccountId,
		state_id: u32,
		max_share: Perbill,
	) -> Result<Signed, DispatchError> {
		let auction = Auctions::<T>::get(account).ok_or(Error::<T>::NotInAuction)?;
		Ok(auction.signed(state_id, max_share).ok_or(Error::<T>::StaleState)?)
	}

	/// Sell what was planned, and end the auction if that is all. Returns whether it ended.
	///
	/// # Errors
	/// The pool lacks what it would have to pay, or the ledger refuses. An entry that it refuses is the
	/// seller's if it is the first, the bidder's if it is the second. Something may have been written: the
	/// caller rolls back.
	pub(crate) fn sell(
		session: &mut Session<T>,
		look: &Lookup,
		account: MarginAccountId,
		bidder: MarginAccountId,
		plan: &Plan,
	) -> Result<bool, Refused> {
		let (journal, from_pool) = Self::bid_journal(&account, &bidder, look, plan)?;
		T::Ledger::book_in(session, journal)?;
		let mut auction = look.auction.clone();
		let state_id = auction.state_id;
		let noted = auction.note_sale(plan, look.figures().requirement);
		noted.map_err(|error| DispatchError::from(Error::<T>::from(error)))?;
		auction.bounty = auction.bounty.saturating_add(plan.bounty);
		Self::deposit_event(Event::BidTaken {
			account: account.clone(),
			bidder,
			state_id,
			share: ratio(plan.share),
			kappa: ratio(plan.kappa),
			equity: Money::from_inner(look.figures().equity),
			requirement: Money::from_inner(look.figures().requirement),
			payment: plan.payment,
			from_pool,
			bounty: plan.bounty,
		});
		Ok(Self::go_on_or_end(session, account, auction, look)?)
	}

	/// End an auction if what is left after a sale has healed or is empty. Returns whether it ended. Before the sale the
	/// account was as in `look`.
	fn go_on_or_end(
		session: &mut Session<T>,
		account: MarginAccountId,
		auction: Auction,
		look: &Lookup,
	) -> Result<bool, DispatchError> {
		let held = T::Ledger::holdings(&account).ok_or(Error::<T>::NoSuchAccount)?;
		if auction.sale.is_whole() && held.is_bare() {
			// Nothing is left to be valued.
			Self::end(account, &held, &auction, look.biddable_ms, EndReason::Empty)?;
			return Ok(true);
		}
		Auctions::<T>::insert(&account, &auction);
		let assessment = T::Ledger::assess_in(session, &account, Lens::Latest)?;
		let after = Self::look_at(&account, auction, assessment, held, look.params.clone())?;
		Self::ensure_still_sound(&after)?;
		Ok(Self::finish_looked(account, after)?.is_none())
	}

	/// End the auction of an account that is healed or has nothing for sale. Returns it if it goes on.
	pub(crate) fn finish(
		session: &mut Session<T>,
		account: MarginAccountId,
	) -> Result<Option<Lookup>, DispatchError> {
		let look = Self::look_up(session, &account)?;
		Self::finish_looked(account, look)
	}

	/// The same of an account that was looked at just now.
	pub(crate) fn finish_looked(
		account: MarginAccountId,
		look: Lookup,
	) -> Result<Option<Lookup>, DispatchError> {
		let healed = look.assessment.state.allows(PriceUse::Bid) && look.is_healed();
		let reason = match look.is_empty() {
			true => EndReason::Empty,
			false if healed => EndReason::Healed,
			false if look.is_superseded() => EndReason::Superseded,
			false => {
				if !look.auction.clock.follows {
					Auctions::<T>::insert(&account, &look.auction);
				}
				return Ok(Some(look));
			},
		};
		Self::end(account, &look.held, &look.auction, look.biddable_ms, reason)?;
		Ok(None)
	}

	/// End the auction of an account that holds these. Bare debt is the pool's.
	pub(crate) fn end(
		account: MarginAccountId,
		held: &Holdings<AccountId32>,
		auction: &Auction,
		biddable_ms: u64,
		reason: EndReason,
	) -> DispatchResult {
		if reason == EndReason::Empty && held.is_bare() {
			Self::cover_debt(&account)?;
		}
		Self::close_record(account, held, auction, biddable_ms, reason)
	}

	/// Bring an account up to date.
	pub(crate) fn do_touch(session: &mut Session<T>, account: MarginAccountId) -> DispatchResult {
		if Auctions::<T>::contains_key(&account) {
			Self::finish(session, account)?;
			return Ok(());
		}
		let forgotten = Self::forget(&account, &Params::<T>::get());
		let updated = Self::update_deficit(&account)?;
		let closed = Self::close_lots_if_over(&account);
		let tended = Self::is_own(&account) && Self::tend_own(session, &account)?;
		ensure!(forgotten || updated || closed || tended, Error::<T>::NothingToDo);
		Ok(())
	}

	/// Let a pool's own account take the whole; the first time it is opened.
	pub(crate) fn do_take_over(
		session: &mut Session<T>,
		account: MarginAccountId,
	) -> DispatchResult {
		let look = Self::look_up(session, &account)?;
		Self::take_over_looked(session, account, &look)
	}

	/// The same of an account that was looked at just now.
	///
	/// # Errors
	/// Something may have been written: the caller rolls back.
	pub(crate) fn take_over_looked(
		session: &mut Session<T>,
		account: MarginAccountId,
		look: &Lookup,
	) -> DispatchResult {
		Self::ensure_running(&Halt::<T>::get())?;
		Self::ensure_sellable(look)?;
		ensure!(look.is_unwanted(), Error::<T>::TooEarly);
		let pool_account = Self::taker_of(look.lots_for_sale(), &look.held.positions)?;
		Self::return_idle_cash(&pool_account)?;
		let (payment, funded) = Self::book_take_over(session, &account, &pool_account, look)?;
		Self::deposit_event(Event::TakenOver {
			account: account.clone(),
			pool_account,
			equity: Money::from_inner(look.figures().equity),
			requirement: Money::from_inner(look.figures().requirement),
			payment,
			funded,
		});
		let mut auction = look.auction.clone();
		auction.state_id = auction.state_id.saturating_add(1);
		Auctions::<T>::insert(&account, auction);
		let after = Self::look_up(session, &account)?;
		Self::ensure_still_sound(&after)?;
		Self::finish_looked(account, after)?;
		Ok(())
	}

	/// Book a take-over at P = E − R. Returns what the pool's account paid and what the pool gave it.
	///
	/// The pool keeps back what the account's own debt will need; what its account is short of it
	/// borrows. Of a price below zero the account pays no more than its cash, or what the pool's account needs to be
	/// worth nothing after it, if that is more (ADR 48): what it cannot pay of that it owes, and that is the deficit.
	/// Where positions alone are sold it owes all that it cannot pay, as with a bid.
	fn book_take_over(
		session: &mut Session<T>,
		account: &MarginAccountId,
		pool_account: &MarginAccountId,
		look: &Lookup,
	) -> Result<(Cash, Cash), DispatchError> {
		let overflow = || Error::<T>::Overflow;
		let target = look.params.target_wad();
		let offer = auction::offer(&look.figures(), WAD, target, 0).map_err(Error::<T>::from)?;
		let parts =
			Parts::of(look.lots_for_sale(), &look.held.positions, WAD).map_err(Error::<T>::from)?;
		let figures = look.figures();
		let price = auction::payment(offer.price, figures.cash, WAD);
		let price = Self::to_cash(price.map_err(Error::<T>::from)?, Rounding::Up)?;
		let cash = T::Ledger::cash(account);
		let whole = look.auction.sale.is_whole();
		// What is sold, without cash. Of the requirement what the account cannot pay the pool would pay to itself.
		let worth = figures.equity.checked_sub(figures.cash).ok_or_else(overflow)?;
		let worth = Self::to_cash(worth, Rounding::Down)?;
		let least = worth.min(cash.max(0).saturating_neg());
		let payment = if whole { price.max(least) } else { price };
		let left = cash.checked_add(payment).ok_or_else(overflow)?;
		let debt = if whole { left.min(0).saturating_neg() } else { 0 };
		let pot = T::Ledger::pot(Pot::GlobalPool).max(0);
		let own = T::Ledger::cash(pool_account).max(0);
		let short = payment.saturating_sub(own).max(0);
		let funded = short.min(pot.saturating_sub(debt).max(0));
		let change = funded.checked_sub(payment).ok_or_else(overflow)?;
		let seller = Entry::new(account.clone(), Rule::Forced).cash(payment);
		let buyer = Entry::new(pool_account.clone(), Rule::Forced).cash(change);
		let seller = parts.leave(seller).map_err(Error::<T>::from)?;
		let mut journal = Journal::of(vec![seller, parts.enter(buyer)]);
		if funded > 0 {
			journal = journal.pot(Pot::GlobalPool, funded.saturating_neg());
		}
		T::Ledger::book_in(session, journal)?;
		Ok((payment, funded))
	}

	/// Replace all parameters.
	pub(crate) fn do_set_params(params: AuctionParams) -> DispatchResult {
		params.validate().map_err(Error::<T>::InvalidParams)?;
		Params::<T>::put(&params);
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}
}
