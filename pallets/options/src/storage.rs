// SPDX-License-Identifier: GPL-3.0-or-later

//! What is stored.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod storage {
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

	/// The orders at each price or volatility.
	#[pallet::storage]
	pub type Queues<T> =
		StorageDoubleMap<_, Blake2_128Concat, Series, Blake2_128Concat, Slot, Queue, ValueQuery>;

	/// Levels that lie deeper than those in `Books`.
	#[pallet::storage]
	pub type Depths<T> =
		StorageDoubleMap<_, Blake2_128Concat, Series, Twox64Concat, Shelf, Depth, ValueQuery>;

	/// Orders by the numbers that traders gave them.
	#[pallet::storage]
	pub type Tagged<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		MarginAccountId,
		Twox64Concat,
		ClientId,
		OrderId,
		OptionQuery,
	>;

	/// Orders with an end, by its minute.
	#[pallet::storage]
	pub type Ending<T> =
		StorageDoubleMap<_, Twox64Concat, u64, Twox64Concat, OrderId, MarginAccountId, OptionQuery>;

	/// The first minute that may hold orders with an end; zero while there never was one.
	#[pallet::storage]
	pub type EndCursor<T> = StorageValue<_, u64, ValueQuery>;

	/// Accounts that quote, have a heartbeat or a tier of fees.
	#[pallet::storage]
	pub type Desks<T> = StorageMap<_, Blake2_128Concat, MarginAccountId, Desk, ValueQuery>;

	/// Where quotes rest: one of an account at each side of a series.
	#[pallet::storage]
	pub type Quotes<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		(MarginAccountId, UnderlyingId),
		Blake2_128Concat,
		(Series, Side),
		Quoted,
		OptionQuery,
	>;

	/// What accounts traded of late.
	#[pallet::storage]
	pub type Volumes<T> = StorageMap<_, Blake2_128Concat, MarginAccountId, Volume, ValueQuery>;

	/// Accounts with void quotes that are not taken away yet.
	#[pallet::storage]
	pub type Voided<T> = StorageMap<_, Blake2_128Concat, MarginAccountId, (), OptionQuery>;

	/// The desk whose heartbeat block work looked at last.
	#[pallet::storage]
	pub type DeskCursor<T> = StorageValue<_, MarginAccountId, OptionQuery>;

	/// The number of the next order.
	#[pallet::storage]
	pub type NextOrderId<T> = StorageValue<_, OrderId, ValueQuery>;

	/// Expiries being settled.
	#[pallet::storage]
	pub type Settling<T> = StorageMap<_, Twox64Concat, (UnderlyingId, Moment), Sweep, OptionQuery>;

	/// The market that block work visits first in the next block, by its place in `Underlyings`.
	#[pallet::storage]
	pub type TickCursor<T> = StorageValue<_, u32, ValueQuery>;

	/// Which intents of each account are gone, by nonce. Kept as long as the chain: nothing that was filled
	/// or cancelled may live again.
	#[pallet::storage]
	pub type IntentNonces<T> = StorageMap<_, Blake2_128Concat, MarginAccountId, Nonces, ValueQuery>;

	/// Intents that are filled in part, by account and nonce.
	#[pallet::storage]
	pub type PartialFills<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		MarginAccountId,
		Twox64Concat,
		u64,
		PartialFill,
		OptionQuery,
	>;

	/// The board: which requests are open.
	#[pallet::storage]
	pub type OpenRequests<T> = StorageValue<_, Board, ValueQuery>;

	/// The requests with what was answered.
	#[pallet::storage]
	pub type Requests<T> = StorageMap<_, Twox64Concat, RequestId, Request, OptionQuery>;

	/// Markets that stood still and are on their way back; their stored state is `Halted`.
	#[pallet::storage]
	pub type Reopenings<T> = StorageMap<_, Twox64Concat, UnderlyingId, Reopening, OptionQuery>;
}
