// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `LotAuctions` and their count: lots alone are sold for cash, for who did not meet a cash call
//! (RISK.md 3, ADR 22), and out of pledges (ADR 35).
//!
//! The account is not in auction: it trades and withdraws as before. It cannot take away what is needed,
//! since its debt must stay backed by lots at less than what they sell for. A sale repays debt and pays at
//! least what the lot counted for, so it never costs maintenance.

use crate::{bids::Session, *};
use alloc::vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	pallet_prelude::ConstU32,
	traits::Time,
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use scale_info::TypeInfo;
use sp_runtime::{AccountId32, DispatchError, DispatchResult, FixedPointNumber};
use straddle_math::fixed::{mul, mul_div, Rounding, Wad, WAD};
use straddle_primitives::*;
use straddle_traits::{CashMeans, CollateralCredit, Entry, Journal, Ledger, Risk, Rule};

/// Most auctions of lots that one block looks at.
const LOTS_PER_BLOCK: u32 = 8;

/// An auction of lots alone.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct LotAuction {
	/// Chain time at which it started.
	pub started: Moment,
	/// Time in which each kind that it started with had a usable price.
	pub clock: AuctionClock,
	/// Rises with each sale; a bid names the one it saw.
	pub state_id: u32,
	/// What was due when its clock was set, or after the last sale; of a pool's own account alone, else nothing.
	pub due: Cash,
	/// The lots that there were then, the same.
	pub lots: BoundedVec<(CollateralId, u128), ConstU32<MAX_LOTS>>,
}

/// A bid on lots, as it was sent.
pub(crate) struct LotBid {
	pub account: MarginAccountId,
	pub bidder: MarginAccountId,
	pub state_id: u32,
	pub kind: CollateralId,
	pub amount: u128,
	pub max_payment: Cash,
}

/// An auction of lots as it stands.
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
pub struct LotQuote {
	/// What a bid must name.
	pub state_id: u32,
	/// Its clock, in milliseconds.
	pub biddable_ms: u64,
	/// How far below its price a lot is sold, but for what it counts for maintenance.
	pub discount: FixedU128,
	/// What is still to be repaid, in smallest units; [`ALL_LOTS`] of a pool's own account that sells all.
	pub due: Cash,
}

impl<T: Config> Pallet<T> {
	/// Begin to sell lots of a debtor.
	pub(crate) fn open_lots(account: &MarginAccountId, due: Cash) -> DispatchResult {
		Self::ensure_running(&Halt::<T>::get())?;
		let is_open =
			Auctions::<T>::contains_key(account) || LotAuctions::<T>::contains_key(account);
		ensure!(!is_open, Error::<T>::AlreadyInAuction);
		ensure!(!T::Ledger::lots(account).is_empty(), Error::<T>::NothingToSell);
		let (clock, state_id) = (Self::wind_lots(account, 0), Self::block());
		let (started, lots) = (T::Time::now(), Default::default());
		let mut auction = LotAuction { started, clock, state_id, due: 0, lots };
		Self::note_offer(account, &mut auction);
		LotAuctions::<T>::insert(account, auction);
		LotAuctionCount::<T>::mutate(|count| *count = count.saturating_add(1));
		let account = account.clone();
		Self::deposit_event(Event::LotAuctionStarted { account, state_id, due });
		Ok(())
	}

	/// A clock that shows `banked_ms`, by the kinds of an account's lots.
	fn wind_lots(account: &MarginAccountId, banked_ms: u64) -> AuctionClock {
		let kinds = T::Ledger::lots(account).into_iter().map(|(kind, _)| ClockScope::Kind(kind));
		Self::wind_by(&kinds.collect(), &[], banked_ms)
	}

	/// Note what is for sale now of a pool's own account.
	fn note_offer(account: &MarginAccountId, auction: &mut LotAuction) {
		if let Some(due) = Self::own_due(account) {
			auction.due = due;
			auction.lots = BoundedVec::truncate_from(T::Ledger::lots(account));
		}
	}

	/// What the clock of a sale shows, and whether it is to be set to that. What has come for sale of a pool's own
	/// account since it was noted begins anew: the whole asks for what each part would by a clock of its own, since the
	/// discount rises in a straight line. So little that comes holds nothing up (ADR 57).
	fn read_lot_clock(
		known: &mut <T::Collateral as CollateralCredit>::Session,
		account: &MarginAccountId,
		auction: &mut LotAuction,
		params: &AuctionParams,
	) -> Result<(u64, bool), DispatchError> {
		let shows = Self::read_clock(&mut auction.clock, true, params.max_step_ms);
		let Some(due) = Self::own_due(account) else { return Ok((shows, false)) };
		let lots = T::Ledger::lots(account);
		let noted = |kind: &CollateralId| {
			let at = auction.lots.iter().find(|(of, _)| of == kind);
			at.map_or(0, |(_, amount)| *amount)
		};
		let more = due > auction.due || lots.iter().any(|(kind, amount)| *amount > noted(kind));
		if !more {
			return Ok((shows, false));
		}
		let (mut was, mut is) = (0i128, 0i128);
		for (kind, amount) in &lots {
			// What has no value is not sold.
			let credit = T::Collateral::credit_in(known, *kind, *amount, Lens::Latest);
			let full = credit.map_or(0, |credit| credit.full.into_inner().max(0));
			let (old, all) = (signed::<T>(noted(kind).min(*amount))?, signed::<T>(*amount)?);
			let old = mul_div(full, old, all.max(1), Rounding::Down).map_err(Error::<T>::from)?;
			was = was.checked_add(old).ok_or(Error::<T>::Overflow)?;
			is = is.checked_add(full).ok_or(Error::<T>::Overflow)?;
		}
		let was = Self::to_cash(was, Rounding::Down)?.min(auction.due);
		let is = Self::to_cash(is, Rounding::Down)?.min(due);
		if is <= was {
			return Ok((shows, false));
		}
		let shows = shows.min(params.lot_end_ms);
		let part = mul_div(shows.into(), was, is, Rounding::Down).map_err(Error::<T>::from)?;
		Ok((u64::try_from(part).unwrap_or(0), true))
	}

	/// Set the clock of the sale of a pool's own account, if there is one, back by what has come for sale. Returns
	/// whether it was.
	pub(crate) fn renew_lots(account: &MarginAccountId) -> Result<bool, DispatchError> {
		let Some(mut auction) = LotAuctions::<T>::get(account) else { return Ok(false) };
		let (params, known) = (Params::<T>::get(), &mut Default::default());
		let (shows, renews) = Self::read_lot_clock(known, account, &mut auction, &params)?;
		if renews {
			Self::set_lot_clock(account, &mut auction, shows);
			LotAuctions::<T>::insert(account, auction);
		}
		Ok(renews)
	}

	/// Set a sale's clock, which minds the kinds that there are now, and note what is for sale.
	fn set_lot_clock(account: &MarginAccountId, auction: &mut LotAuction, banked_ms: u64) {
		Self::unwind(&auction.clock);
		auction.clock = Self::wind_lots(account, banked_ms);
		Self::note_offer(account, auction);
	}

	/// End the sale of an account's lots, if there is one.
	pub(crate) fn close_lots(account: &MarginAccountId) {
		if LotAuctionCount::<T>::get() == 0 {
			return;
		}
		let Some(auction) = LotAuctions::<T>::take(account) else { return };
		LotAuctionCount::<T>::mutate(|count| *count = count.saturating_sub(1));
		Self::unwind(&auction.clock);
		Self::deposit_event(Event::LotAuctionEnded { account: account.clone() });
	}

	/// End it if nothing is due any more or nothing is left to sell. Returns whether it was so.
	pub(crate) fn close_lots_if_over(account: &MarginAccountId) -> bool {
		let over = LotAuctions::<T>::contains_key(account)
			&& (Self::lots_due(account) <= 0 || T::Ledger::lots(account).is_empty());
		if over {
			Self::close_lots(account);
		}
		over
	}

	/// How far below its price a lot is sold after so much time.
	fn lot_discount(params: &AuctionParams, biddable_ms: u64) -> Result<Wad, DispatchError> {
		let [from, to] = [params.lot_discount_start, params.lot_discount_end].map(share_to_wad);
		let elapsed = biddable_ms.min(params.lot_end_ms);
		let more = to.saturating_sub(from).max(0);
		let more = mul_div(more, elapsed.into(), params.lot_end_ms.max(1).into(), Rounding::Down);
		Ok(from.saturating_add(more.map_err(Error::<T>::from)?).min(WAD))
	}

	/// What so much of a kind is sold for, in smallest units of cash, rounded up: its value less the
	/// discount, and no less than it counts for maintenance.
	fn lot_price(
		known: &mut <T::Collateral as CollateralCredit>::Session,
		kind: CollateralId,
		amount: u128,
		discount: Wad,
	) -> Result<Cash, DispatchError> {
		let credit = T::Collateral::credit_in(known, kind, amount, Lens::Latest)?;
		let usable = T::Collateral::units_in(known, kind, amount, Lens::Latest)?.is_some();
		ensure!(usable && is_fresh(credit.state), Error::<T>::PricesUnusable);
		let part = mul(credit.full.into_inner(), WAD.saturating_sub(discount), Rounding::Up);
		let price = part.map_err(Error::<T>::from)?.max(credit.maintenance.into_inner());
		Self::to_cash(price, Rounding::Up)
	}

	/// Buy lots of a debtor.
	pub(crate) fn do_bid_lots(
		session: &mut Session<T>,
		who: AccountId32,
		bid: LotBid,
	) -> DispatchResult {
		let LotBid { account, bidder, state_id, kind, amount, max_payment } = bid;
		T::Ledger::ensure_may_trade(&bidder, &who)?;
		ensure!(bidder != account, Error::<T>::SelfBid);
		ensure!(!Auctions::<T>::contains_key(&bidder), Error::<T>::BidderInAuction);
		let mut auction = LotAuctions::<T>::get(&account).ok_or(Error::<T>::NotInAuction)?;
		ensure!(auction.state_id == state_id, Error::<T>::StaleState);
		Self::ensure_claim_runs(&account)?;
		Self::ensure_no_grace(&Halt::<T>::get())?;
		let due = Self::lots_due(&account);
		ensure!(due > 0, Error::<T>::Healed);
		let params = Params::<T>::get();
		let mut known = Default::default();
		let (biddable_ms, renews) =
			Self::read_lot_clock(&mut known, &account, &mut auction, &params)?;
		if renews {
			Self::set_lot_clock(&account, &mut auction, biddable_ms);
		}
		let discount = Self::lot_discount(&params, biddable_ms)?;

		let taken = Self::lots_for(&mut known, &account, kind, amount, due, discount, &params)?;
		let payment = Self::lot_price(&mut known, kind, taken, discount)?;
		// For less than was asked for less may be paid.
		let limit = match taken == amount {
			true => max_payment,
			false => {
				mul_div(max_payment, signed::<T>(taken)?, signed::<T>(amount)?, Rounding::Down)
					.map_err(Error::<T>::from)?
			},
		};
		ensure!(payment <= limit, Error::<T>::PaymentAboveLimit);
		Self::book_lots(session, &account, &bidder, (kind, signed::<T>(taken)?), payment)?;

		auction.state_id = auction.state_id.saturating_add(1);
		Self::note_offer(&account, &mut auction);
		LotAuctions::<T>::insert(&account, auction);
		let due = Self::lots_due(&account);
		Self::deposit_event(Event::LotsSold {
			account: account.clone(),
			bidder,
			state_id,
			kind,
			amount: taken,
			payment,
			due,
		});
		Self::settle_pledge(&account)?;
		Self::close_lots_if_over(&account);
		Ok(())
	}

	/// How much of a kind goes for `amount` asked: at most what the account has, and what repays all.
	fn lots_for(
		known: &mut <T::Collateral as CollateralCredit>::Session,
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		due: Cash,
		discount: Wad,
		params: &AuctionParams,
	) -> Result<u128, DispatchError> {
		let lots = T::Ledger::lots(account);
		let held = lots.into_iter().find(|(of, _)| *of == kind).map_or(0, |(_, amount)| amount);
		ensure!(held > 0 && amount > 0, Error::<T>::NothingToSell);
		let whole = Self::lot_price(known, kind, held, discount)?;
		let for_sale = if whole > due {
			let part = mul_div(signed::<T>(held)?, due, whole, Rounding::Up);
			part.map_err(Error::<T>::from)?.max(0).unsigned_abs().min(held)
		} else {
			held
		};
		let taken = amount.min(for_sale);
		let least = params.min_part.mul_ceil(for_sale);
		ensure!(taken >= least, Error::<T>::ShareTooSmall);
		Ok(taken)
	}

	/// Book a sale, if the account comes out of it no worse: it meets its initial margin, or neither does
	/// its maintenance margin rise nor what counts for it fall.
	fn book_lots(
		session: &mut Session<T>,
		account: &MarginAccountId,
		bidder: &MarginAccountId,
		(kind, amount): (CollateralId, i128),
		payment: Cash,
	) -> DispatchResult {
		let was = T::Ledger::assess_in(session, account, Lens::Latest)?;
		let seller = Entry::new(account.clone(), Rule::Forced).cash(payment);
		let seller = seller.lot(kind, amount.saturating_neg());
		let buyer = Entry::new(bidder.clone(), Rule::Bid).cash(payment.saturating_neg());
		T::Ledger::book_in(session, Journal::of(vec![seller, buyer.lot(kind, amount)]))?;
		let is = T::Ledger::assess_in(session, account, Lens::Latest)?;
		// Credits round down each: a difference of less than one smallest unit of cash is none.
		let unit = i128::try_from(T::Ledger::cash_unit()).map_err(|_| Error::<T>::Overflow)?;
		let rounding = WAD.checked_div(unit).ok_or(Error::<T>::Overflow)?;
		let counts = is.equity_maintenance().into_inner().saturating_add(rounding);
		let no_worse =
			is.maintenance <= was.maintenance && counts >= was.equity_maintenance().into_inner();
		ensure!(no_worse || !is.initial_excess().is_negative(), Error::<T>::MarginWorse);
		Ok(())
	}

	/// Look at some auctions of lots and end those that are over.
	pub(crate) fn look_at_lots(meter: &mut WeightMeter) {
		if LotAuctionCount::<T>::get() == 0 {
			return;
		}
		let mut cursor = LotCursor::<T>::get();
		for _ in 0..LOTS_PER_BLOCK.min(LotAuctionCount::<T>::get()) {
			if meter.try_consume(T::WeightInfo::look_at_lots()).is_err() {
				break;
			}
			let next =
				cursor.as_ref().and_then(|last| LotAuctions::<T>::iter_keys_from_key(last).next());
			let Some(account) = next.or_else(|| LotAuctions::<T>::iter_keys().next()) else {
				break;
			};
			Self::close_lots_if_over(&account);
			cursor = Some(account);
		}
		LotCursor::<T>::set(cursor);
	}

	/// How the sale of an account's lots stands.
	pub(crate) fn lot_quote(account: &MarginAccountId) -> Option<LotQuote> {
		let mut auction = LotAuctions::<T>::get(account)?;
		let (params, known) = (Params::<T>::get(), &mut Default::default());
		let (biddable_ms, _) = Self::read_lot_clock(known, account, &mut auction, &params).ok()?;
		let discount = ratio(Self::lot_discount(&params, biddable_ms).ok()?);
		let state_id = auction.state_id;
		Some(LotQuote { state_id, biddable_ms, discount, due: Self::lots_due(account) })
	}
}

/// A count of tokens as a signed number.
pub(crate) fn signed<T: Config>(amount: u128) -> Result<i128, Error<T>> {
	i128::try_from(amount).map_err(|_| Error::Overflow)
}

impl<T: Config> CashMeans for Pallet<T> {
	/// By auction of the account's lots: nothing comes in at once.
	fn collect(account: &MarginAccountId, due: Cash) -> Result<Cash, DispatchError> {
		Self::open_lots(account, due)?;
		Ok(0)
	}

	fn weight() -> Weight {
		T::WeightInfo::open_lots()
	}
}
