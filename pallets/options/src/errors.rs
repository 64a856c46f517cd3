// SPDX-License-Identifier: GPL-3.0-or-later

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
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
		/// An order of the account that rests has this number of the trader's.
		ClientIdTaken,
		/// The order's time is over already.
		TimeIsOver,
		/// The signer's heartbeat is late: send one first.
		HeartbeatLate,
		/// So much of the account's quotes was filled that none may rest yet.
		Protected,
		/// A mass quote names a side of a series twice.
		QuoteTwice,
		/// A quote is in another market than its call.
		OtherMarket,
		/// Only options have a volatility.
		NotAnOption,
		/// A volatility is zero or above 1,000 %.
		VolatilityOutOfRange,
		/// The account would have more quotes in the market than it may.
		TooManyQuotes,
		/// The account's cash does not cover a deposit for each of its quotes.
		DepositsShort,
		/// The number of blocks is zero or above `MAX_BLOCKS`.
		InvalidBlocks,
		/// There is no such tier of fees.
		UnknownTier,
		/// The intent makes no sense.
		InvalidIntent(IntentFault),
		/// The intent's deadline is past.
		IntentExpired,
		/// The intent is not signed by whom it says: the key, the chain, its first block or any part of the
		/// intent is another one.
		BadSignature,
		/// The intent, or another one with its nonce, is filled whole, cancelled, or over and pruned.
		IntentSpent,
		/// The intent's nonce is below the account's floor.
		IntentVoid,
		/// The intent's nonce is too far above the account's floor.
		NonceTooFar,
		/// Another intent with this nonce is filled in part.
		NonceTaken,
		/// Less than the intent's smallest part.
		FillTooSmall,
		/// More than is left of the intent, or wanted by the request.
		FillTooLarge,
		/// An underlying's price is outside the intent's band.
		OutsideBand,
		/// A price is older than the intent allows.
		MarksTooOld,
		/// The intent is for another account alone.
		NotTheTaker,
		/// A set without intents.
		EmptySet,
		/// The same intent twice.
		IntentTwice,
		/// An account with more than one intent in a set, or that answers itself.
		AccountTwice,
		/// Contracts of a series that are bought and sold differ.
		ContractsDoNotNet,
		/// Tokens of a kind that are given and received differ.
		LotsDoNotNet,
		/// The limits leave less cash than nothing.
		LimitsDoNotMeet,
		/// The fee is above what the intent allows.
		FeeAboveCap,
		/// The kind of collateral does not lie on this chain, or may not move now.
		KindNotTradable,
		/// Tokens or cash would leave that only option value stands for.
		LeavesOnCredit,
		/// The floor is as high already.
		FloorNotHigher,
		/// The intent can still be filled, or nothing of it is.
		NotOver,
		/// The request's deadline is past, or too far away.
		RequestDeadline,
		/// As many requests as there may be are open.
		BoardFull,
		/// The account has as many open requests as it may.
		TooManyRequests,
		/// There is no such request.
		RequestNotFound,
		/// The request is over.
		RequestExpired,
		/// The request is for another account's answer alone.
		NotTheMaker,
		/// The intent is not the one of who asked, given by his own call.
		NotTheRequester,
		/// The intent's legs are not the request's.
		OtherLegs,
		/// The request is answered as often as it may be, and none of the answers is worse.
		QuoteNotBetter,
		/// The request was not answered with this intent.
		QuoteNotFound,
		/// The market reopens by auction: only orders that rest come in.
		MarketInCall,
		/// The accounts of the set have more positions and series with orders together than one call may value.
		SetTooLarge,
		/// The owner wants a heartbeat of this key, at least as often as he said.
		HeartbeatRequired,
		/// As many keys of the account as may have a heartbeat.
		TooManyHeartbeats,
		/// The quantity is above `MAX_QUANTITY`, or a quote's is more than may be open in the market.
		AboveMaximum,
	}
}
