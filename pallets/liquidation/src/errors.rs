// SPDX-License-Identifier: GPL-3.0-or-later

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The margin account, or the account for the reward, does not exist.
		NoSuchAccount,
		/// The account is in auction already.
		AlreadyInAuction,
		/// The account is not in auction.
		NotInAuction,
		/// The account is neither in auction nor is there anything to bring up to date.
		NothingToDo,
		/// As many auctions as allowed are open.
		TooManyAuctions,
		/// Liquidation is paused.
		Paused,
		/// Liquidation is paused already.
		AlreadyPaused,
		/// Liquidation is not paused.
		NotPaused,
		/// After a halt or pause additions go first.
		GracePeriod,
		/// An underlying of the account has not had enough fresh rounds since it was halted.
		AwaitingQuorum,
		/// The state of the account's prices does not allow this.
		PricesUnusable,
		/// The account meets its maintenance margin on the latest prices.
		NotBelowMaintenance,
		/// The account fails on the latest prices alone, not on the median of the last rounds.
		WickOnly,
		/// The pool's own account is never auctioned.
		PoolAccount,
		/// The reward must go to another account than the flagged one.
		RewardToSelf,
		/// An account cannot bid for itself.
		SelfBid,
		/// The bidder is in auction.
		BidderInAuction,
		/// The auction changed since the bidder looked.
		StaleState,
		/// The account has healed: `touch` ends the auction.
		Healed,
		/// Nothing of the account is for sale, or the share is zero.
		NothingToSell,
		/// The bid takes less than the smallest part.
		ShareTooSmall,
		/// The rest would be below the cutoff: the whole share must be taken.
		LeavesDust,
		/// The bidder would pay more, or receive less, than he said.
		PaymentAboveLimit,
		/// The bidder would have to be paid more than the account's cash and the pool hold.
		PoolEmpty,
		/// A bid that gains so much of the requirement needs more distinct authors since the start.
		TooFewAuthors,
		/// Without this lot, or without this part of its positions, the account would be worse off.
		MarginWorse,
		/// A standing bid names no underlying, or one twice, or is for less than its bond.
		InvalidBackstop,
		/// As many bids stand as may, and none of them asks for more.
		TooManyBackstops,
		/// No bid of this account stands.
		NoBackstop,
		/// An owner does not buy his own account at the pool's expense, nor on the credit of lots of a chain that
		/// stands still.
		OwnerAgainstPool,
		/// The pool may not take over yet.
		TooEarly,
		/// The account is filed in the risk ladder as early as it should be, or needs no watching.
		FiledAlready,
		/// A parameter is out of its bounds.
		InvalidParams(ParamsError),
		/// A figure does not fit.
		Overflow,
		/// The market is frozen: nothing is sold of who holds it.
		MarketFrozen,
		/// What is for sale lies on a chain that stands still again.
		SourceHalted,
		/// There is no such level of this scope, or it restricts nothing.
		NoSuchLevel,
		/// The scope is restricted as far already.
		NotMoreRestrictive,
		/// The restricting role has renewed the level as often as it may: the scope rests, or the risk role
		/// decides.
		RenewalsUsed,
		/// As many scopes as may be are restricted or rest.
		TooManyLevels,
		/// A parameter of levels is out of its bounds.
		InvalidLevelParams(LevelParamsError),
		/// The house winds down already.
		WindingDown,
		/// There is no feeder of that number.
		NotAFeeder,
		/// The auction sells what is no longer to be sold: `touch` ends it.
		Superseded,
		/// The chain's pool lent the account nothing.
		NoLoan,
		/// A parameter of loans is out of its bounds.
		InvalidLoanParams,
		/// As many underlyings as may be have markets.
		TooManyMarkets,
		/// The pool's own account that takes over has no room for so much, nor has the next. Block work tries those
		/// after them.
		PoolAccountsFull,
	}
}
