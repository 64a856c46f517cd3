// SPDX-License-Identifier: GPL-3.0-or-later

//! Calls with what they weigh: the most that their accounts can be is declared, what these are is given back,
//! also of a call that fails.

use crate::{
	actions::Started,
	costs::{fixed, rails, Charged, Size, Step, Touched},
	lots::LotBid,
	*,
};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, Pays},
	traits::Get,
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use sp_runtime::{AccountId32, DispatchError, Perbill};
use straddle_primitives::*;
use straddle_traits::{Holdings, Ladder, Ledger, Risk, Watch, MAX_DRIVERS};

/// What a turn of standing bids may need of a flag by call. One that may need more they have as block work looks at the
/// auction.
const MOST_OF_A_TURN: Weight = Weight::from_parts(60 * WEIGHT_REF_TIME_PER_MILLIS, 750_000);

/// What a call did, or why not, with its weight.
type Weighed<R> = Result<(R, Weight), DispatchErrorWithPostInfo>;

impl<T: Config> Pallet<T> {
	/// The most that a flag weighs, with a turn of standing bids.
	pub(crate) fn most_flag_weight() -> Weight {
		T::WeightInfo::flag()
			.saturating_add(Self::start_parts(Size::MOST))
			.saturating_add(Self::books_weight(MAX_ORDERS.into()))
			.saturating_add(Self::unread_step(Self::most_unread(Size::MOST)).weight)
			.saturating_add(Self::value_weight(Size::MOST, 3))
			.saturating_add(Self::learn_weight(Size::MOST, 2))
			.saturating_add(Self::unaged_weight(Size::MOST).saturating_mul(2))
			.saturating_add(Self::lend_weight(Size::MOST))
			.saturating_add(Self::end_weight(true))
			.saturating_add(fixed(T::WeightInfo::standing))
			.saturating_add(fixed(T::WeightInfo::backstop))
			.saturating_add(MOST_OF_A_TURN)
	}

	/// The most that a feeder's flag weighs, after it was authorized: that read the account and its prices.
	pub(crate) fn most_notice_weight() -> Weight {
		let read = Self::learn_weight(Size::MOST, 1).proof_size();
		let flag = Self::most_flag_weight();
		flag.saturating_sub(Weight::from_parts(0, read))
			.saturating_add(T::WeightInfo::flag_as_feeder())
	}

	/// The most that authorizing it weighs: its account is valued through both lenses.
	pub(crate) fn most_authorize_weight() -> Weight {
		T::WeightInfo::authorize_flag_as_feeder()
			.saturating_add(Self::value_weight(Size::MOST, 2))
			.saturating_add(Self::learn_weight(Size::MOST, 2))
	}

	/// The most that a bid weighs: both accounts are full.
	pub(crate) fn most_bid_weight() -> Weight {
		Self::most_sold_weight(T::WeightInfo::bid())
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(Self::unaged_weight(Size::MOST))
			.saturating_add(T::Ledger::cover_weight())
	}

	/// The most that a bid on lots weighs: both accounts are full, and what pays back a loan ends it.
	pub(crate) fn most_bid_lots_weight() -> Weight {
		let learnt = Size { underlyings: 0, lots: 0, ..Size::MOST };
		T::WeightInfo::bid_lots()
			.saturating_add(Self::value_weight(Size::MOST, 5))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(learnt, 1))
			.saturating_add(<Self as Ladder>::weight(2))
			.saturating_add(T::WeightInfo::tend_loan())
			.saturating_add(Self::renew_weight(MAX_LOTS))
			.saturating_add(T::Ledger::cover_weight())
	}

	/// The most that bringing an account up to date weighs.
	pub(crate) fn most_touch_weight() -> Weight {
		T::WeightInfo::touch()
			.saturating_add(Self::tend_own_weight())
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(Self::unaged_weight(Size::MOST))
	}

	/// A take-over by what the account has, and which series it touches: each expiry goes from one to the other. It was
	/// measured with a new one.
	pub(crate) fn take_over_step(size: Size, touched: Touched) -> Step {
		let changed = size.expiries.saturating_mul(2);
		let parts = Self::sold_parts(size, touched.beyond_new(), changed);
		// It may leave debt, and a pool's account without room is looked at before the next one is.
		let debt = T::WeightInfo::write_off();
		Step::new(T::WeightInfo::take_over(), 1, changed).plus(parts).plus(debt)
	}

	/// The most that one weighs, of an account that was looked at, whatever was sold before it.
	pub(crate) fn most_taken_over_weight(size: Size) -> Weight {
		Self::take_over_step(size, Touched::new(size.positions))
			.weight
			.saturating_add(Self::value_weight(size, 2))
			.saturating_add(Self::unaged_weight(size))
			.saturating_add(<Self as Ladder>::weight(2))
	}

	/// The most that a take-over weighs.
	pub(crate) fn most_take_over_weight() -> Weight {
		Self::most_taken_over_weight(Size::MOST)
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(Self::unaged_weight(Size::MOST))
			.saturating_add(T::Ledger::cover_weight())
	}

	/// The most that filing an account weighs.
	pub(crate) fn most_file_weight() -> Weight {
		T::WeightInfo::ladder_look(1)
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(T::WeightInfo::ladder_file(MAX_DRIVERS.saturating_add(1)))
	}

	/// An error of a call with what the call weighed until then.
	pub(crate) fn refused(error: DispatchError, weight: Weight) -> DispatchErrorWithPostInfo {
		DispatchErrorWithPostInfo { post_info: (Some(weight), Pays::Yes).into(), error }
	}

	/// Whether a flag that is refused so had written nothing yet.
	fn is_refused_at_sight(error: DispatchError) -> bool {
		[
			Error::<T>::RewardToSelf,
			Error::<T>::NoSuchAccount,
			Error::<T>::AlreadyInAuction,
			Error::<T>::PoolAccount,
			Error::<T>::Paused,
			Error::<T>::GracePeriod,
			Error::<T>::AwaitingQuorum,
			Error::<T>::MarketFrozen,
			Error::<T>::PricesUnusable,
			Error::<T>::NotBelowMaintenance,
			Error::<T>::WickOnly,
			Error::<T>::TooManyAuctions,
		]
		.into_iter()
		.any(|known| DispatchError::from(known) == error)
	}

	/// A call that changed nothing after it had looked at an account of this size.
	fn looked_step(size: Size) -> Step {
		Step::new(T::WeightInfo::visit(1), 1, 0).plus(Self::chains_weight(1, size))
	}

	/// A flag that started the auction of an account that held these.
	fn flag_step(held: Option<&Holdings<AccountId32>>) -> Step {
		let books = held.map_or(0, |held| held.ordered.len());
		let size = held.map(Size::of).unwrap_or_default();
		Step::new(T::WeightInfo::flag(), 2, 0)
			.plus(Self::start_parts(size))
			.plus(Self::chains_weight(2, size))
			.plus(Self::loan_weight(size))
			.plus(Self::books_weight(u64::try_from(books).unwrap_or(u64::MAX)))
	}

	/// [`Self::do_flag`]. Returns whether it is open or a bid was taken at once.
	pub(crate) fn flag_weighed(
		flagger: AccountId32,
		account: MarginAccountId,
		reward_to: Option<MarginAccountId>,
	) -> Weighed<bool> {
		let held = T::Ledger::holdings(&account);
		let read = Backstops::<T>::decode_len().unwrap_or(0) > 0;
		// What a hook reads of it once.
		let stood = match read {
			true => fixed(T::WeightInfo::standing),
			false => Weight::zero(),
		};
		let session = &mut T::Ledger::session();
		let spare = MOST_OF_A_TURN;
		let done = Self::do_flag(session, flagger, account, reward_to, held.as_ref(), spare);
		let (open, started) = done.map_err(|error| {
			let step = match Self::is_refused_at_sight(error) {
				true => Self::looked_step(held.as_ref().map(Size::of).unwrap_or_default()),
				false => Self::flag_step(held.as_ref()),
			};
			let stood = stood.saturating_add(Self::standing_weight(read));
			Self::refused(error, Self::call_weight(&step.plus(stood), session))
		})?;
		let mut step = Self::flag_step(held.as_ref()).plus(stood);
		step = step.and(Self::unread_step(started.written));
		if started.ended {
			step = step.and(Self::end_step(true));
		}
		let Started { bids, turned, .. } = &started;
		if let Some(held) = &held {
			step = step.and(Self::turn_step(&Charged::default(), held, bids, turned, true));
		}
		if turned.tried {
			step = step.plus(fixed(T::WeightInfo::backstop));
		}
		Ok((open, Self::call_weight(&step, session)))
	}

	/// [`Self::do_bid`].
	pub(crate) fn bid_weighed(
		who: AccountId32,
		account: MarginAccountId,
		bidder: MarginAccountId,
		state_id: u32,
		max_share: Perbill,
		max_payment: Cash,
	) -> DispatchResultWithPostInfo {
		let session = &mut T::Ledger::session();
		let planned =
			Self::plan_bid(session, who, &account, &bidder, state_id, max_share, max_payment);
		let (look, plan) = planned.map_err(|error| {
			let size = T::Ledger::holdings(&account).as_ref().map(Size::of).unwrap_or_default();
			Self::refused(error, Self::call_weight(&Self::looked_step(size), session))
		})?;
		let size = Size::of(&look.held);
		let touched = Touched::new(size.positions).beyond_new();
		let sold = match T::Ledger::holdings(&bidder) {
			Some(buyer) => Self::sold_weight(&look.held, &buyer, touched, plan.is_whole()),
			None => Self::most_sold_parts(),
		};
		let step =
			Step::new(T::WeightInfo::bid(), 3, 0).plus(sold).plus(Self::chains_weight(1, size));
		match Self::sell(session, &look, account, bidder, &plan) {
			Ok(ended) => {
				let end = if ended { Self::end_step(true) } else { Step::default() };
				Ok(Some(Self::call_weight(&step.and(end), session)).into())
			},
			Err(error) => Err(Self::refused(error.into(), Self::call_weight(&step, session))),
		}
	}

	/// [`Self::do_bid_lots`]. What moving cover weighs is charged as it moves.
	pub(crate) fn bid_lots_weighed(who: AccountId32, bid: LotBid) -> DispatchResultWithPostInfo {
		let session = &mut T::Ledger::session();
		let own =
			T::Ledger::holdings(&bid.account).filter(|held| held.owner == T::PoolOwner::get());
		let lots = own.as_ref().map_or(0, |held| Size::of(held).lots);
		let done = Self::do_bid_lots(session, who, bid);
		let step = Step::new(T::WeightInfo::bid_lots(), 3, 0)
			.plus(T::WeightInfo::tend_loan())
			.plus(Self::renew_weight(lots));
		let weight = Self::call_weight(&step, session);
		done.map_err(|error| Self::refused(error, weight))?;
		Ok(Some(weight).into())
	}

	/// [`Self::do_touch`].
	pub(crate) fn touch_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let held = T::Ledger::holdings(&account);
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let own = held.is_some_and(|held| held.owner == T::PoolOwner::get());
		let session = &mut T::Ledger::session();
		let done = Self::do_touch(session, account);
		let mut step = Step::new(T::WeightInfo::touch(), 1, 0).plus(Self::chains_weight(1, size));
		if own {
			step = step.plus(Self::tend_own_weight());
		}
		let weight = Self::call_weight(&step, session);
		done.map_err(|error| Self::refused(error, weight))?;
		Ok(Some(weight).into())
	}

	/// [`Self::do_take_over`]; free if it succeeds.
	pub(crate) fn take_over_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let held = T::Ledger::holdings(&account).filter(|_| Auctions::<T>::contains_key(&account));
		let session = &mut T::Ledger::session();
		let done = Self::do_take_over(session, account);
		let step = match held.as_ref().map(Size::of) {
			Some(size) => {
				let touched = Touched::new(size.positions);
				Self::take_over_step(size, touched).plus(Self::chains_weight(1, size))
			},
			None => Self::looked_step(Size::default()),
		};
		let weight = Self::call_weight(&step, session);
		done.map_err(|error| Self::refused(error, weight))?;
		Ok((Some(weight), Pays::No).into())
	}

	/// [`Self::do_file`]; free if it was not filed at all.
	pub(crate) fn file_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let held = T::Ledger::holdings(&account);
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let filing = T::WeightInfo::ladder_file(rails(size, &T::Ledger::filed(&account)));
		let session = &mut T::Ledger::session();
		let done = Self::do_file(session, account);
		let step = Step::new(T::WeightInfo::ladder_look(1), 1, 0).plus(filing);
		let weight = Self::call_weight(&step, session);
		let was_missing = done.map_err(|error| Self::refused(error, weight))?;
		Ok((Some(weight), if was_missing { Pays::No } else { Pays::Yes }).into())
	}
}
