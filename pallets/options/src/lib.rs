// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod actions;
mod book;
mod impl_traits;
mod listing;
mod matching;
mod settlement;
mod tick;
mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::{vec, vec::Vec};
use frame_support::{
	dispatch::WithPostDispatchInfo,
	pallet_prelude::*,
	traits::{EnsureOrigin, Time},
	weights::WeightMeter,
};
use frame_system::pallet_prelude::*;
use sp_runtime::{AccountId32, Permill};
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, Entry, Journal, Ledger, OnAuction, OrderChange, Prices, Refused, Restrictions,
	Risk, Rule,
};

const LOG_TARGET: &str = "runtime::options";

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<AccountId = AccountId32> {
		/// Chain time in Unix milliseconds.
		type Time: Time<Moment = u64>;
		/// Forwards, settlement prices.
		type Prices: Prices;
		/// The margin accounts and their valuation.
		type Ledger: Ledger<AccountId32>;
		/// Who is being auctioned.
		type Auctions: AuctionStatus;
		/// Emergency levels.
		type Restrictions: Restrictions;
		/// Makes and relaxes markets.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Restricts markets, no more.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Weights of calls and block work.
		type WeightInfo: WeightInfo;
	}

	/// Rules of all markets.
	#[pallet::storage]
	pub type Parameters<T> = StorageValue<_, Params, ValueQuery>;

	/// The rules of each market.
	#[pallet::storage]
	pub type Markets<T> = StorageMap<_, Twox64Concat, UnderlyingId, Market, OptionQuery>;

	/// Which markets there are, in the order in which block work visits them.
	#[pallet::storage]
	pub type Underlyings<T> =
		StorageValue<_, BoundedVec<UnderlyingId, ConstU32<MAX_MARKETS>>, ValueQuery>;

	/// Each market's listed expiries with their open interest, sorted.
	#[pallet::storage]
	pub type Expiries<T> = StorageMap<_, Twox64Concat, UnderlyingId, ExpiryList, ValueQuery>;

	/// The series of each listed expiry.
	#[pallet::storage]
	pub type Listings<T> =
		StorageMap<_, Twox64Concat, (UnderlyingId, Moment), Listing, OptionQuery>;

	/// Price levels of each series in which something rests.
	#[pallet::storage]
	pub type Books<T> = StorageMap<_, Blake2_128Concat, Series, Book, ValueQuery>;

	/// The orders at each price.
	#[pallet::storage]
	pub type Queues<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		Series,
		Blake2_128Concat,
		(Side, Cash),
		Queue,
		ValueQuery,
	>;

	/// The number of the next order.
	#[pallet::storage]
	pub type NextOrderId<T> = StorageValue<_, OrderId, ValueQuery>;

	/// Expiries being settled.
	#[pallet::storage]
	pub type Settling<T> = StorageMap<_, Twox64Concat, (UnderlyingId, Moment), Sweep, OptionQuery>;

	/// The market that block work visits first in the next block, by its place in `Underlyings`.
	#[pallet::storage]
	pub type TickCursor<T> = StorageValue<_, u32, ValueQuery>;

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The rules of a market were made or changed.
		MarketSet {
			/// Which.
			underlying: UnderlyingId,
			/// The rules as they are now.
			market: Market,
		},
		/// A market was restricted or relaxed.
		MarketStateSet {
			/// Which.
			underlying: UnderlyingId,
			/// Before.
			from: MarketState,
			/// Now.
			to: MarketState,
		},
		/// The rules of all markets changed.
		ParamsSet {
			/// The rules as they are now.
			params: Params,
		},
		/// An expiry was listed, or strikes were added: a call and a put at each.
		SeriesListed {
			/// Of which market.
			underlying: UnderlyingId,
			/// When they expire.
			expiry: Moment,
			/// The new future's reference price, if the expiry is new.
			future: Option<Strike>,
			/// New strikes.
			strikes: Strikes,
		},
		/// An order came in. What it is filled at once, and what of it is dropped, is told by the
		/// events that follow; the rest rests.
		OrderPlaced {
			/// Its number.
			id: OrderId,
			/// Whose.
			account: MarginAccountId,
			/// In which series.
			series: Series,
			/// On which side.
			side: Side,
			/// Its limit, in cash's smallest units per contract.
			price: Cash,
			/// The whole of it, in millionths; what reduces only is cut to what is left to reduce.
			quantity: Quantity,
		},
		/// What was left of an order is gone.
		OrderCancelled {
			/// Its number.
			id: OrderId,
			/// Whose.
			account: MarginAccountId,
			/// In which series.
			series: Series,
			/// What was not filled, in millionths.
			remaining: Quantity,
			/// Why.
			reason: CancelReason,
		},
		/// Two orders traded at the price of the one that rested.
		Traded {
			/// The order that came in.
			taker_order: OrderId,
			/// The order that rested.
			maker_order: OrderId,
			/// In which series.
			series: Series,
			/// In cash's smallest units per contract.
			price: Cash,
			/// In millionths.
			quantity: Quantity,
			/// Whose order came in.
			taker: MarginAccountId,
			/// Whose order rested.
			maker: MarginAccountId,
			/// What the taker did.
			taker_side: Side,
			/// What the taker paid for it, in cash's smallest units.
			taker_fee: Cash,
			/// What the maker paid for it.
			maker_fee: Cash,
		},
		/// An expiry's accounts are being settled at this price.
		SettlementStarted {
			/// Of which market.
			underlying: UnderlyingId,
			/// Which expiry.
			expiry: Moment,
			/// At what.
			price: SettlementPrice,
		},
		/// An account's positions of an expiry were settled.
		AccountSettled {
			/// Of which market.
			underlying: UnderlyingId,
			/// Which expiry.
			expiry: Moment,
			/// Whose.
			account: MarginAccountId,
			/// What it received (negative: paid), in cash's smallest units.
			amount: Cash,
		},
		/// An account's positions could not be settled. The sweep comes back to it, and pays nobody
		/// before every debtor has paid.
		AccountNotSettled {
			/// Of which market.
			underlying: UnderlyingId,
			/// Which expiry.
			expiry: Moment,
			/// Whose.
			account: MarginAccountId,
			/// Why.
			error: DispatchError,
		},
		/// All accounts of an expiry are settled and its series are gone.
		ExpirySettled {
			/// Of which market.
			underlying: UnderlyingId,
			/// Which expiry.
			expiry: Moment,
			/// At what.
			price: SettlementPrice,
			/// How many accounts.
			accounts: u32,
			/// What rounding left in suspense, in cash's smallest units.
			rounding: Cash,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no market on this underlying.
		UnknownMarket,
		/// The series is not listed.
		NotListed,
		/// The series has expired.
		Expired,
		/// The market is halted: orders can be cancelled, no more.
		MarketHalted,
		/// The market takes orders that reduce only.
		MarketReduceOnly,
		/// The account is in auction.
		InAuction,
		/// The quantity is below the market's minimum.
		BelowMinimum,
		/// The quantity is not a multiple of the market's lot.
		NotWholeLots,
		/// The price is not a multiple of the market's tick.
		PriceOffTick,
		/// An option's price is not above zero.
		PriceNotPositive,
		/// A post-only order would trade at once.
		WouldTrade,
		/// A fill-or-kill order cannot be filled whole.
		NotFilledWhole,
		/// The account has no position that this order could reduce.
		NothingToReduce,
		/// The market's cap of open interest is reached.
		OpenInterestCap,
		/// The side of the book is full, and the price is not better than its worst.
		BookFull,
		/// As many orders as may rest at this price.
		LevelFull,
		/// The account has no such order.
		OrderNotFound,
		/// The market's rules make no sense.
		InvalidMarket(MarketFault),
		/// The rules of all markets make no sense.
		InvalidParams,
		/// As many markets as there may be.
		TooManyMarkets,
		/// The market is as restricted already.
		NotMoreRestrictive,
		/// The market is not more restricted than that.
		NotLessRestrictive,
		/// The expiry is not due.
		NotExpired,
		/// The settlement price is not fixed yet.
		NoSettlementPrice,
		/// A price that is needed to pay in cash is missing.
		NoPrice,
		/// Debtors have not paid in enough yet to pay this creditor.
		SuspenseShort,
		/// The limit is zero or above `MAX_SETTLE`.
		InvalidLimit,
		/// The price is more than a hundred times spot and strike together.
		PriceOutOfRange,
		/// The book contradicts itself: a fault of this pallet.
		BookInconsistent,
	}

	/// Markets and rules at genesis.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Rules of all markets.
		pub params: Params,
		/// Markets with their rules.
		pub markets: Vec<(UnderlyingId, Market)>,
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.params.is_valid(), "options: parameters make no sense");
			Parameters::<T>::put(self.params);
			for (underlying, market) in &self.markets {
				assert!(!Markets::<T>::contains_key(underlying), "options: a market twice");
				if let Err(error) = Pallet::<T>::do_set_market(*underlying, *market) {
					panic!("options: market {underlying:?}: {error:?}");
				}
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(now: BlockNumberFor<T>, meter: &mut WeightMeter) {
			tick::poll::<T>(now, meter);
		}

		fn on_idle(now: BlockNumberFor<T>, remaining: Weight) -> Weight {
			tick::idle::<T>(now, remaining)
		}

		fn integrity_test() {
			let block = T::BlockWeights::get().max_block;
			let calls = [
				tick::place_weight::<T>(&actions::Met::MOST),
				tick::settle_weight::<T>(MAX_SETTLE),
				T::WeightInfo::cancel_all(MAX_ORDERS),
			];
			for weight in calls {
				let quarter = block.saturating_div(4);
				assert!(weight.all_lte(quarter), "a call needs more than a quarter of a block");
			}
			let steps = [
				T::WeightInfo::settle_account(MAX_SERIES),
				T::WeightInfo::list_strikes(41),
				T::WeightInfo::settle_order(),
			];
			for weight in steps {
				let visit = T::WeightInfo::visit_market().saturating_mul(2);
				let share = block.saturating_div(tick::SHARE);
				assert!(weight.saturating_add(visit).all_lte(share), "a step would never run");
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Place an order of `quantity` millionths for a margin account that the signer may trade for.
		///
		/// `limit_price` is in the cash's smallest units per contract and a multiple of the tick; an
		/// option's is above zero, a future's may be negative. It trades at the prices of the orders
		/// that it meets, the best first and the oldest first at a price, at most [`MAX_MATCHES`] of
		/// them; what is left rests or is dropped as `time_in_force` says. If a part is filled and the
		/// rest may not rest for want of margin, the rest is dropped. All of it happens or nothing.
		#[pallet::call_index(0)]
		#[pallet::weight(tick::place_weight::<T>(&actions::Met::MOST))]
		pub fn place_order(
			origin: OriginFor<T>,
			account: MarginAccountId,
			series: Series,
			side: Side,
			quantity: Quantity,
			limit_price: Cash,
			time_in_force: TimeInForce,
			reduce_only: bool,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let place = Place { series, side, price: limit_price };
			let mut met = actions::Met::default();
			let placed = T::Ledger::ensure_may_trade(&account, &who).and_then(|()| {
				let (kind, met) = (time_in_force, &mut met);
				Self::do_place_order(account, place, quantity, kind, reduce_only, met)
			});
			let weight = tick::place_weight::<T>(&met);
			placed.map_err(|error| error.with_weight(weight))?;
			Ok(Some(weight).into())
		}

		/// Cancel a resting order. Always allowed.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::cancel_order())]
		pub fn cancel_order(
			origin: OriginFor<T>,
			account: MarginAccountId,
			order_id: OrderId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			Self::do_cancel_order(account, order_id)
		}

		/// Cancel all resting orders of an account, or those in one market. Always allowed.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::cancel_all(MAX_ORDERS))]
		pub fn cancel_all(
			origin: OriginFor<T>,
			account: MarginAccountId,
			underlying: Option<UnderlyingId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			let count = Self::do_cancel_all(&account, underlying, CancelReason::Requested)?;
			Ok(Some(T::WeightInfo::cancel_all(count)).into())
		}

		/// Push the settlement of an expiry on by at most `limit` steps. Anyone may.
		#[pallet::call_index(3)]
		#[pallet::weight(tick::settle_weight::<T>(*limit))]
		pub fn settle(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			expiry: Moment,
			limit: u32,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Ok(Some(Self::do_settle(underlying, expiry, limit)?).into())
		}

		/// Make a market or change its rules. A market that exists is never relaxed by this: its
		/// state becomes the more restrictive of both.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_market())]
		pub fn set_market(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			market: Market,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_market(underlying, market)
		}

		/// Change the rules of all markets.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: Params) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Put a market into a more restrictive state.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::restrict_market())]
		pub fn restrict_market(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			state: MarketState,
		) -> DispatchResult {
			T::RestrictOrigin::ensure_origin(origin)?;
			Self::do_set_state(underlying, |now| {
				ensure!(state > now, Error::<T>::NotMoreRestrictive);
				Ok(state)
			})
		}

		/// Put a market into a less restrictive state.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::relax_market())]
		pub fn relax_market(
			origin: OriginFor<T>,
			underlying: UnderlyingId,
			state: MarketState,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_state(underlying, |now| {
				ensure!(state < now, Error::<T>::NotLessRestrictive);
				Ok(state)
			})
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Price levels of a series, the best first, at most `depth` a side.
		pub fn order_book(series: Series, depth: u32) -> BookView {
			views::order_book::<T>(series, depth)
		}

		/// Resting orders of an account, the oldest first.
		pub fn orders_of(account: MarginAccountId) -> Vec<OrderView> {
			views::orders_of::<T>(account)
		}

		/// Listed series of a market.
		pub fn series_of(underlying: UnderlyingId) -> Vec<Series> {
			views::series_of::<T>(underlying)
		}

		/// Mark, bid and ask of a series; nothing if it is not listed.
		pub fn quote(series: Series) -> Option<Quote> {
			views::quote::<T>(series)
		}

		/// The rules of a market.
		pub fn market(underlying: UnderlyingId) -> Option<Market> {
			Markets::<T>::get(underlying)
		}
	}
}
