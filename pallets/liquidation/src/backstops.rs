// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Backstops`: bids that stand before there is an auction (RISK.md 8).
//!
//! Whoever stands pays a bond into [`Pot::Backstops`]. What he can pay for is seen when his turn comes: the
//! ledger judges him as any bidder. Who cannot pay loses his place and a part of the bond. Who cannot have anything of
//! an account is not asked, and who could not act on it stands before nobody at the next look.

use crate::{
	bids::{Lookup, Plan, Session},
	*,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::ConstU32, storage::with_storage_layer, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::{AccountId32, DispatchError, DispatchResult, Perbill};
use straddle_math::fixed::{mul, mul_div, Rounding, Wad, WAD};
use straddle_primitives::*;
use straddle_traits::{Entry, Holdings, Journal, Ledger, Refused, Risk, Rule};

/// Most standing bids. Of more, those that ask for least stay.
pub const MAX_BACKSTOPS: u32 = 128;
/// Most standing bids that one look at an auction considers, of those that can have something of it.
pub(crate) const CONSIDERED: u32 = 3;
/// Blocks for which one is asked no more whose own prices were silent.
const REST_BLOCKS: u32 = 10;

/// A place among standing bids: κ, and of equal ones which number.
pub type BackstopPlace = (Perbill, u32);

/// A standing bid.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Backstop {
	/// The margin account that takes.
	pub bidder: MarginAccountId,
	/// κ from which it takes.
	pub kappa_min: Perbill,
	/// Requirement that it still takes over, in cash units.
	pub left: Money,
	/// It takes accounts with positions in these alone; sorted.
	pub underlyings: Covered,
	/// What lies in [`Pot::Backstops`] for it, in smallest units.
	pub bond: Cash,
	/// Larger than that of each older one.
	pub number: u32,
	/// The block from which it is asked again, after prices of its bidder's own were silent.
	pub rests: u32,
}

/// Standing bids; those with the least κ first, of equal ones the older.
pub type BackstopList = BoundedVec<Backstop, ConstU32<MAX_BACKSTOPS>>;

/// Why a standing bid is gone.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum BackstopEnd {
	/// Its bidder took it back, or put another in its place.
	Cancelled,
	/// It has taken all that it was to take.
	Filled,
	/// One that asks for less took the last place.
	Displaced,
	/// Its bidder's own account is in auction.
	InAuction,
	/// It could not pay.
	Failed,
}

/// A standing bid with what its account holds, if that exists.
pub(crate) struct Standing {
	pub bid: Backstop,
	pub held: Option<Holdings<AccountId32>>,
}

/// What stands as an account is looked at.
#[derive(Default)]
pub(crate) struct Bids {
	/// Those that have their turn at it, the one that asks for least first.
	pub turns: Vec<Standing>,
	/// Whether there are any at all: then they were read.
	pub read: bool,
}

/// A standing bid that the ledger was asked for.
pub(crate) struct Asked {
	/// Whose.
	pub bidder: MarginAccountId,
	/// Whether it was for all of the account.
	pub whole: bool,
	/// Whether it took what it was for; if not, nothing of that was written.
	pub sold: bool,
	/// Whether the auction is over by it.
	pub ended: bool,
}

/// What became of a turn of standing bids.
#[derive(Default)]
pub(crate) struct Turned {
	/// The one that the ledger was asked for.
	pub asked: Option<Asked>,
	/// Whether any takes at this κ.
	pub tried: bool,
	/// How many could not pay, and stand no more.
	pub failed: u32,
}

/// How a standing bid fared with an auction.
enum Turn {
	/// It was not for this one, or not now.
	Passed,
	/// The same, since prices of its bidder's own are silent.
	Silent,
	/// It took so much of the requirement.
	Took(Money),
	/// It cannot pay.
	Failed,
}

impl Backstop {
	/// Where it stands.
	pub(crate) fn place(&self) -> BackstopPlace {
		(self.kappa_min, self.number)
	}

	/// Whether it takes accounts with positions in these.
	fn covers(&self, underlyings: &[UnderlyingId]) -> bool {
		underlyings.iter().all(|held| self.underlyings.binary_search(held).is_ok())
	}

	/// The largest share of an account that it takes.
	fn most(&self, requirement: Wad) -> Wad {
		let left = self.left.into_inner();
		if requirement <= left {
			return WAD;
		}
		mul_div(left.max(0), WAD, requirement, Rounding::Down).unwrap_or(0)
	}
}

impl<T: Config> Pallet<T> {
	/// Stand with a bid, in the place of an earlier one of the same account.
	pub(crate) fn do_place_backstop(
		who: AccountId32,
		bidder: MarginAccountId,
		kappa_min: Perbill,
		max_requirement: Money,
		mut underlyings: Covered,
	) -> DispatchResult {
		T::Ledger::ensure_may_trade(&bidder, &who)?;
		ensure!(!Auctions::<T>::contains_key(&bidder), Error::<T>::BidderInAuction);
		underlyings.sort();
		let distinct = underlyings.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
		ensure!(distinct && !underlyings.is_empty(), Error::<T>::InvalidBackstop);
		let params = Params::<T>::get();
		ensure!(max_requirement >= params.backstop_bond, Error::<T>::InvalidBackstop);
		let bond = Self::to_cash(params.backstop_bond.into_inner(), Rounding::Up)?;

		let mut list = Backstops::<T>::get();
		if let Some(at) = list.iter().position(|known| known.bidder == bidder) {
			let old = list.remove(at);
			Self::end_backstop(old, BackstopEnd::Cancelled, 0)?;
		}
		if list.is_full() {
			let last = list.last().ok_or(Error::<T>::Overflow)?;
			ensure!(kappa_min < last.kappa_min, Error::<T>::TooManyBackstops);
			if let Some(last) = list.pop() {
				Self::end_backstop(last, BackstopEnd::Displaced, 0)?;
			}
		}
		if bond > 0 {
			let entry = Entry::new(bidder.clone(), Rule::Withdraw).cash(bond.saturating_neg());
			T::Ledger::book(Journal::of(vec![entry]).pot(Pot::Backstops, bond))?;
		}
		let at = list.partition_point(|known| known.kappa_min <= kappa_min);
		let last = list.iter().map(|known| known.number).max();
		let placed = Backstop {
			bidder: bidder.clone(),
			kappa_min,
			left: max_requirement,
			underlyings,
			bond,
			number: last.map_or(0, |last| last.saturating_add(1)),
			rests: 0,
		};
		list.try_insert(at, placed).map_err(|_| Error::<T>::TooManyBackstops)?;
		Backstops::<T>::put(list);
		Self::deposit_event(Event::BackstopPlaced { bidder, kappa_min, max_requirement, bond });
		Ok(())
	}

	/// Take a standing bid back, with its bond.
	pub(crate) fn do_cancel_backstop(who: AccountId32, bidder: MarginAccountId) -> DispatchResult {
		T::Ledger::ensure_may_trade(&bidder, &who)?;
		let ended = Self::withdraw_backstop(&bidder, BackstopEnd::Cancelled)?;
		ensure!(ended, Error::<T>::NoBackstop);
		Ok(())
	}

	/// End an account's standing bid, if it has one.
	pub(crate) fn withdraw_backstop(
		bidder: &MarginAccountId,
		reason: BackstopEnd,
	) -> Result<bool, DispatchError> {
		let mut list = Backstops::<T>::get();
		let Some(at) = list.iter().position(|known| known.bidder == *bidder) else {
			return Ok(false);
		};
		let ended = list.remove(at);
		Backstops::<T>::put(list);
		Self::end_backstop(ended, reason, 0)?;
		Ok(true)
	}

	/// Give the bond back, less `fee` for the global pool. If the account cannot be paid the treasury has
	/// it.
	fn end_backstop(ended: Backstop, reason: BackstopEnd, fee: Cash) -> DispatchResult {
		let Backstop { bidder, bond, .. } = ended;
		let fee = fee.clamp(0, bond);
		let back = bond.saturating_sub(fee);
		let taken = |journal: Journal| {
			let journal = journal.pot(Pot::Backstops, bond.saturating_neg());
			if fee > 0 {
				journal.pot(Pot::GlobalPool, fee)
			} else {
				journal
			}
		};
		if bond > 0 {
			let entry = Entry::new(bidder.clone(), Rule::Credit).cash(back);
			let paid = with_storage_layer(|| T::Ledger::book(taken(Journal::of(vec![entry]))));
			if paid.is_err() {
				T::Ledger::book(taken(Journal::default()).pot(Pot::Treasury, back))?;
			}
		}
		Self::deposit_event(Event::BackstopEnded { bidder, reason, fee });
		Ok(())
	}

	/// All that stands, if anything does.
	pub(crate) fn standing() -> BackstopList {
		match Backstops::<T>::decode_len().unwrap_or(0) {
			0 => BackstopList::default(),
			_ => Backstops::<T>::get(),
		}
	}

	/// Whose turn it is of all these at an open auction: of those that can have something of it now the first after
	/// those that were passed, with what their bidders' accounts hold.
	pub(crate) fn turns_of(list: BackstopList, account: &MarginAccountId, look: &Lookup) -> Bids {
		let read = !list.is_empty();
		// Nobody watches a standing bid: it takes on fresh prices alone.
		let open = look.running && !look.is_healed() && !look.is_empty() && !look.is_superseded();
		let Some(terms) = Self::terms(look).ok().filter(|_| read && open) else {
			return Bids { turns: Vec::new(), read };
		};
		let mut held: Vec<_> =
			look.held.positions.iter().map(|(series, _)| series.underlying).collect();
		held.dedup();
		let (requirement, block) = (look.figures().requirement, Self::block());
		let most_gain = Self::most_gain(look, &terms);
		let able = |bid: &Backstop| {
			let share = terms.offer.share.min(bid.most(requirement));
			bid.rests <= block
				&& share_to_wad(bid.kappa_min) <= terms.offer.kappa
				&& bid.bidder != *account
				&& bid.covers(&held)
				&& terms.check::<T>(share).is_ok()
				&& look.gained_with(&terms, share).is_ok_and(|gained| gained <= most_gain)
		};
		let able: Vec<_> = list.into_iter().filter(able).collect();
		let passed = look.auction.passed;
		let after = passed.map_or(0, |passed| able.partition_point(|bid| bid.place() <= passed));
		// Round the end.
		let first = if after < able.len() { after } else { 0 };
		let turns = able.into_iter().skip(first).take(CONSIDERED as usize);
		let turns = turns.map(|bid| Standing { held: T::Ledger::holdings(&bid.bidder), bid });
		Bids { turns: turns.collect(), read }
	}

	/// Let these have their turn at an open auction, until the ledger was asked for one of them. Nothing that
	/// fails stops the auction, and those that passed do not stand before others at its next look.
	pub(crate) fn try_backstops(
		session: &mut Session<T>,
		account: &MarginAccountId,
		look: &Lookup,
		standing: &[Standing],
	) -> Turned {
		let mut turned = Turned::default();
		let mut passed = look.auction.passed;
		for one in standing {
			turned.tried = true;
			let (turn, asked) = Self::try_backstop(session, account, look, one);
			if matches!(turn, Turn::Passed | Turn::Silent) {
				passed = Some(one.bid.place());
			}
			if !matches!(turn, Turn::Passed) {
				// The bond is there to be given back; if not, nothing of this happened to it.
				let _ = with_storage_layer(|| Self::after_turn(account, &one.bid, &turn));
			}
			turned.failed = turned.failed.saturating_add(matches!(turn, Turn::Failed).into());
			if asked.is_some() {
				turned.asked = asked;
				break;
			}
		}
		if passed != look.auction.passed {
			Auctions::<T>::mutate_extant(account, |auction| auction.passed = passed);
		}
		turned
	}

	/// One standing bid's turn, and what the ledger was asked, if it was.
	fn try_backstop(
		session: &mut Session<T>,
		account: &MarginAccountId,
		look: &Lookup,
		standing: &Standing,
	) -> (Turn, Option<Asked>) {
		let Standing { bid, held } = standing;
		let bidder = &bid.bidder;
		// An owner gets nothing of his own account for having stood ready to take it.
		if held.as_ref().is_some_and(|held| held.owner == look.held.owner) {
			return (Turn::Passed, None);
		}
		let requirement = look.figures().requirement;
		let Ok(plan) = Self::plan(session, look, bid.most(requirement)) else {
			return (Turn::Passed, None);
		};
		let Some(held) = held else { return (Turn::Failed, None) };
		// Too many series in the account are not his fault either.
		if !has_room(held, &plan) {
			return (Turn::Passed, None);
		}
		if held.cash < plan.total() {
			return (Turn::Failed, None);
		}
		let sold = with_storage_layer(|| {
			Self::sell(session, look, account.clone(), bidder.clone(), &plan)
		});
		let asked = Asked {
			bidder: bidder.clone(),
			whole: plan.is_whole(),
			sold: sold.is_ok(),
			ended: matches!(sold, Ok(true)),
		};
		let turn = match sold {
			Ok(_) => {
				let taken =
					mul(requirement.max(0), plan.share, Rounding::Up).unwrap_or(requirement);
				Turn::Took(Money::from_inner(taken))
			},
			Err(Refused { entry: Some(1), .. }) => {
				// A price of his own that is silent is not his fault, nor one that only his orders need.
				let is = T::Ledger::assess_in(session, bidder, Lens::Latest);
				match is {
					Ok(is) if !is.state_with_orders().allows(PriceUse::Bid) => Turn::Silent,
					_ => Turn::Failed,
				}
			},
			// The pool's or the ledger's.
			Err(_) => Turn::Passed,
		};
		(turn, Some(asked))
	}

	/// Note what a standing bid took, that it could not pay, or that it rests.
	fn after_turn(account: &MarginAccountId, standing: &Backstop, turn: &Turn) -> DispatchResult {
		let params = Params::<T>::get();
		let mut list = Backstops::<T>::get();
		let at = list.iter().position(|known| known.bidder == standing.bidder);
		let at = at.ok_or(Error::<T>::NoBackstop)?;
		let left = match turn {
			Turn::Took(taken) => {
				let left = standing.left.into_inner().saturating_sub(taken.into_inner());
				let left = Money::from_inner(left.max(0));
				let bidder = standing.bidder.clone();
				let account = account.clone();
				Self::deposit_event(Event::BackstopFilled { account, bidder, left });
				left
			},
			_ => standing.left,
		};
		let failed = matches!(turn, Turn::Failed);
		// What is left of it must be worth a look.
		if failed || left < params.backstop_bond {
			let ended = list.remove(at);
			Backstops::<T>::put(list);
			let (reason, fee) = match failed {
				true => (BackstopEnd::Failed, params.backstop_fee.into_inner()),
				false => (BackstopEnd::Filled, 0),
			};
			return Self::end_backstop(ended, reason, Self::to_cash(fee, Rounding::Up)?);
		}
		if let Some(known) = list.get_mut(at) {
			known.left = left;
			if matches!(turn, Turn::Silent) {
				known.rests = Self::block().saturating_add(REST_BLOCKS);
			}
		}
		Backstops::<T>::put(list);
		Ok(())
	}
}

/// Whether an account has room for all series of a part.
fn has_room(held: &Holdings<AccountId32>, plan: &Plan) -> bool {
	let held = &held.positions;
	let taken = plan.parts.positions.iter().map(|(series, _)| series);
	let new = taken.filter(|series| held.binary_search_by_key(series, |(of, _)| of).is_err());
	held.len().saturating_add(new.count()) <= MAX_POSITIONS as usize
}
