// SPDX-License-Identifier: GPL-3.0-or-later

//! Calls with what they weigh: the most that their accounts can be is declared, what these are is given back,
//! also of a call that fails.

use crate::{
	backstops::ASKED,
	costs::{rails, Charged, Size},
	*,
};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResultWithPostInfo, Pays},
	weights::Weight,
};
use sp_runtime::{AccountId32, DispatchError, Perbill};
use straddle_primitives::*;
use straddle_traits::{Holdings, Ledger, Risk, Watch, MAX_DRIVERS};

/// What a call did, or why not, with its weight.
type Weighed<R> = Result<(R, Weight), DispatchErrorWithPostInfo>;

impl<T: Config> Pallet<T> {
	/// The most that a flag weighs, with a standing bid that takes what is for sale.
	pub(crate) fn most_flag_weight() -> Weight {
		Self::most_prices(ASKED)
			.saturating_add(Self::most_start_weight())
			.saturating_add(Self::bidder_weight())
			.saturating_add(Self::most_sold_weight(T::WeightInfo::backstop))
	}

	/// The most that a feeder's flag weighs, after it was authorized: that read the account and its prices.
	pub(crate) fn most_notice_weight() -> Weight {
		let read = Self::most_prices(1).proof_size();
		let flag = Self::most_flag_weight();
		flag.saturating_sub(Weight::from_parts(0, read))
			.saturating_add(T::WeightInfo::flag_as_feeder())
	}

	/// The most that authorizing it weighs: its account is valued through both lenses.
	pub(crate) fn most_authorize_weight() -> Weight {
		Self::authorize_weight(Size::MOST, Self::most_prices(1))
	}

	/// What authorizing a feeder's flag of such an account weighs.
	pub(crate) fn authorize_weight(size: Size, prices: Weight) -> Weight {
		T::WeightInfo::authorize_flag_as_feeder()
			.saturating_add(prices)
			.saturating_add(Self::look_weight(size).saturating_mul(2))
	}

	/// The most that a bid weighs: both accounts are full.
	pub(crate) fn most_bid_weight() -> Weight {
		Self::most_prices(2)
			.saturating_add(Self::most_sold_weight(T::WeightInfo::bid))
			.saturating_add(Self::unaged_weight(Size::MOST))
			.saturating_add(T::Ledger::cover_weight())
	}

	/// The most that bringing an account up to date weighs.
	pub(crate) fn most_touch_weight() -> Weight {
		Self::most_prices(1)
			.saturating_add(T::WeightInfo::touch(Size::MOST.series(), MAX_LOTS))
			.saturating_add(Self::unaged_weight(Size::MOST))
	}

	/// The most that a take-over weighs.
	pub(crate) fn most_take_over_weight() -> Weight {
		Self::most_prices(1)
			.saturating_add(T::WeightInfo::take_over(MAX_POSITIONS, MAX_LOTS))
			.saturating_add(Self::unaged_weight(Size::MOST).saturating_mul(2))
			.saturating_add(T::Ledger::cover_weight())
	}

	/// The most that filing an account weighs.
	pub(crate) fn most_file_weight() -> Weight {
		Self::most_prices(1)
			.saturating_add(Self::look_weight(Size::MOST))
			.saturating_add(T::WeightInfo::ladder_file(MAX_DRIVERS.saturating_add(1)))
	}

	/// An error of a call with what the call weighed until then.
	pub(crate) fn refused(error: DispatchError, weight: Weight) -> DispatchErrorWithPostInfo {
		DispatchErrorWithPostInfo { post_info: (Some(weight), Pays::Yes).into(), error }
	}

	/// What a flag weighed that was refused: nothing was done yet if a look at the account says so.
	pub(crate) fn refused_flag(
		held: Option<&Holdings<AccountId32>>,
		error: DispatchError,
	) -> Weight {
		let base = T::WeightInfo::visit_base();
		let Some(held) = held else {
			return base.saturating_add(Self::look_weight(Size::default()));
		};
		let is = |known: Error<T>| DispatchError::from(known) == error;
		let size = Size::of(held);
		let unpriced = [
			Error::<T>::RewardToSelf,
			Error::<T>::NoSuchAccount,
			Error::<T>::AlreadyInAuction,
			Error::<T>::PoolAccount,
			Error::<T>::Paused,
			Error::<T>::GracePeriod,
			Error::<T>::AwaitingQuorum,
			Error::<T>::MarketFrozen,
		];
		if unpriced.into_iter().any(is) {
			let size = Size { positions: size.positions, ..Default::default() };
			return base.saturating_add(Self::look_weight(size));
		}
		let valued =
			[Error::<T>::PricesUnusable, Error::<T>::NotBelowMaintenance, Error::<T>::WickOnly];
		let weight = match valued.into_iter().any(is) {
			true => Self::look_weight(size).saturating_mul(2),
			false => Self::start_weight(size, T::WeightInfo::flag),
		};
		Self::prices_of([held]).saturating_add(weight)
	}

	/// [`Self::do_flag`]. Returns whether it is open or a bid was taken at once.
	pub(crate) fn flag_weighed(
		flagger: AccountId32,
		account: MarginAccountId,
		reward_to: Option<MarginAccountId>,
	) -> Weighed<bool> {
		let held = T::Ledger::holdings(&account);
		let positions = held.as_ref().map(|held| held.positions.as_slice());
		let bids = Self::standing_for(&account, positions.unwrap_or_default());
		let session = &mut T::Ledger::session();
		let done = Self::do_flag(session, flagger, account, reward_to, held.as_ref(), &bids);
		let (worked, started) =
			done.map_err(|error| Self::refused(error, Self::refused_flag(held.as_ref(), error)))?;
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let bidders = bids.turns.iter().filter(|_| started.asked.is_some());
		let bidders = bidders.filter_map(|one| one.held.as_ref());
		let mut weight = Self::prices_of(held.iter().chain(bidders))
			.saturating_add(Self::start_weight(size, T::WeightInfo::flag));
		if started.is_over() {
			weight = weight.saturating_add(Self::end_weight());
		}
		if let Some((held, asked)) = held.as_ref().zip(started.asked) {
			let [part, all] = Self::standing_weights(held, &bids.turns);
			weight = weight
				.saturating_add(if asked.whole { all } else { part })
				.saturating_add(Self::bidder_weight());
		}
		Ok((worked, weight))
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
		// It is refused before anything is valued.
		let is_late = Self::ensure_state(&account, state_id).is_err();
		let weight = match is_late {
			true => T::WeightInfo::visit_base().saturating_add(T::WeightInfo::ladder_look(0, 0)),
			false => match [&account, &bidder].map(T::Ledger::holdings) {
				[Some(seller), Some(buyer)] => Self::prices_of([&seller, &buyer])
					.saturating_add(Self::sold_weight(&seller, &buyer, true, T::WeightInfo::bid))
					.saturating_add(Self::end_weight())
					.saturating_add(Self::chains_weight(1, Size::of(&seller))),
				_ => Self::most_bid_weight(),
			},
		};
		let session = &mut T::Ledger::session();
		Self::do_bid(session, who, account, bidder, state_id, max_share, max_payment)
			.map_err(|error| Self::refused(error, weight))?;
		Ok(Some(weight).into())
	}

	/// [`Self::do_touch`].
	pub(crate) fn touch_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let weight = match T::Ledger::holdings(&account) {
			Some(held) if Auctions::<T>::contains_key(&account) => {
				let size = Size::of(&held);
				Self::prices_of([&held])
					.saturating_add(T::WeightInfo::touch(size.series(), size.lots))
					.saturating_add(Self::chains_weight(1, size))
			},
			_ => T::WeightInfo::visit_base().saturating_add(T::WeightInfo::touch(0, 0)),
		};
		Self::do_touch(&mut T::Ledger::session(), account)
			.map_err(|error| Self::refused(error, weight))?;
		Ok(Some(weight).into())
	}

	/// [`Self::do_take_over`]; free if it succeeds.
	pub(crate) fn take_over_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let held = T::Ledger::holdings(&account).filter(|_| Auctions::<T>::contains_key(&account));
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let own = T::WeightInfo::take_over(size.series(), size.lots)
			.saturating_add(Self::chains_weight(2, size));
		let weight = Charged::default().new_of(&held).weight::<T>().saturating_add(own);
		Self::do_take_over(&mut T::Ledger::session(), account)
			.map_err(|error| Self::refused(error, weight))?;
		Ok((Some(weight), Pays::No).into())
	}

	/// [`Self::do_file`]; free if it was not filed at all.
	pub(crate) fn file_weighed(account: MarginAccountId) -> DispatchResultWithPostInfo {
		let held = T::Ledger::holdings(&account);
		let size = held.as_ref().map(Size::of).unwrap_or_default();
		let weight = Self::prices_of(&held)
			.saturating_add(Self::look_weight(size))
			.saturating_add(T::WeightInfo::ladder_file(rails(size, &T::Ledger::filed(&account))));
		let was_missing = Self::do_file(account).map_err(|error| Self::refused(error, weight))?;
		Ok((Some(weight), if was_missing { Pays::No } else { Pays::Yes }).into())
	}
}
