// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod cash;
mod feeders;
mod holdings;
mod home;
mod journal;
mod ladder;
mod loss;
mod proof;
mod remote;
mod restrictions;
mod source;
mod vaults;
mod work;

pub use cash::*;
pub use feeders::*;
pub use holdings::*;
pub use home::*;
pub use journal::*;
pub use ladder::*;
pub use loss::*;
pub use proof::*;
pub use remote::*;
pub use restrictions::*;
pub use source::*;
pub use vaults::*;
pub use work::*;

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::DispatchError;
use straddle_primitives::*;

/// What the oracle offers: prices with their state, never a number without one.
pub trait Prices {
	/// What one dispatch or hook has read of prices, so that nothing is read twice in it. See
	/// [`Risk::Session`].
	type Session: Default;

	/// A feed as it stands now; an unknown feed is `NonPositive` with price zero.
	fn reading_in(session: &mut Self::Session, feed: FeedId, lens: Lens) -> Reading;

	/// Spot price of an underlying in USD; an unknown underlying is `NonPositive`.
	fn spot_in(session: &mut Self::Session, underlying: UnderlyingId, lens: Lens) -> Reading;

	/// Forward price for an expiry. Its state is the worst of what it is made from.
	fn forward_in(
		session: &mut Self::Session,
		underlying: UnderlyingId,
		expiry: Moment,
		lens: Lens,
	) -> Reading;

	/// Annualised volatility (1.0 = 100 %) of a series, as the `price` of the reading. Its state is
	/// the worst of what it is made from; `Future` needs none and reads `Valid` with zero.
	fn volatility_in(session: &mut Self::Session, series: &Series, lens: Lens) -> Reading;

	/// The slow price of an underlying, which no wick moves; zero if there is none.
	fn slow_in(session: &mut Self::Session, underlying: UnderlyingId) -> Price;

	/// The feed that is an underlying's spot price.
	fn spot_feed_in(session: &mut Self::Session, underlying: UnderlyingId) -> Option<FeedId>;

	/// [`Self::reading_in`], once.
	fn reading(feed: FeedId, lens: Lens) -> Reading {
		Self::reading_in(&mut Default::default(), feed, lens)
	}

	/// [`Self::spot_in`], once.
	fn spot(underlying: UnderlyingId, lens: Lens) -> Reading {
		Self::spot_in(&mut Default::default(), underlying, lens)
	}

	/// [`Self::forward_in`], once.
	fn forward(underlying: UnderlyingId, expiry: Moment, lens: Lens) -> Reading {
		Self::forward_in(&mut Default::default(), underlying, expiry, lens)
	}

	/// [`Self::volatility_in`], once.
	fn volatility(series: &Series, lens: Lens) -> Reading {
		Self::volatility_in(&mut Default::default(), series, lens)
	}

	/// Ask that the settlement price of this expiry be measured. Asking twice is harmless.
	fn watch_settlement(underlying: UnderlyingId, expiry: Moment) -> DispatchResult;

	/// The settlement price, once it is fixed; it never changes (invariant 9).
	fn settlement(underlying: UnderlyingId, expiry: Moment) -> Option<Price>;

	/// How far that price is sampled `now`. Asked only while it is not fixed.
	fn window(underlying: UnderlyingId, expiry: Moment, now: Moment) -> SettlementWindow;

	/// Make a feed or an underlying read so (benchmarks and other pallets' tests).
	#[cfg(feature = "runtime-benchmarks")]
	fn set_for_benchmark(underlying: UnderlyingId, spot: Price, volatility: FixedU128);

	/// Let a market that has prices take its volatility from another's by a factor, which is dearer to learn
	/// (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn proxy_for_benchmark(_: UnderlyingId) {}
}

/// What a lot of collateral counts for.
pub trait CollateralCredit {
	/// What one dispatch or hook has read of kinds. See [`Risk::Session`]: nor must it outlive a change
	/// of what is credited in total.
	type Session: Default;

	/// Credit of `amount` smallest units of a kind, in cash units, rounded down. A lot whose feed
	/// cannot be used counts 0 for opening and less for maintenance (RISK.md 4).
	///
	/// # Errors
	/// The kind is not listed, or the value does not fit.
	fn credit_in(
		session: &mut Self::Session,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<LotCredit, DispatchError>;

	/// The same lot as units of what its price follows; `None` of one that follows nothing (cash) or
	/// whose price cannot be used: then [`Self::credit_in`] says all.
	///
	/// # Errors
	/// As there.
	fn units_in(
		session: &mut Self::Session,
		kind: CollateralId,
		amount: u128,
		lens: Lens,
	) -> Result<Option<LotUnits>, DispatchError>;

	/// What moves what lots of a kind count for in being left alone, within so many milliseconds.
	///
	/// # Errors
	/// The kind is not listed.
	fn drivers_in(
		session: &mut Self::Session,
		kind: CollateralId,
		within_ms: Moment,
	) -> Result<KindDrivers, DispatchError>;

	/// From now on the session counts lots as if no source chain that is read had aged (g = 1, RISK.md 6).
	/// Ask before anything else. Nothing to do where no chain has an age.
	fn ignore_age(_: &mut Self::Session) {}

	/// [`Self::credit_in`], once.
	///
	/// # Errors
	/// As there.
	fn credit(kind: CollateralId, amount: u128, lens: Lens) -> Result<LotCredit, DispatchError> {
		Self::credit_in(&mut Default::default(), kind, amount, lens)
	}

	/// Smallest units in one whole cash unit.
	fn cash_unit() -> u128;

	/// The feed that prices the stablecoin; `None` while it is not listed: then there is no cash.
	fn cash_feed() -> Option<FeedId>;

	/// State of the stablecoin's own price: opening stops when the peg is off by more than 1 %.
	fn peg() -> Reading;

	/// List as many kinds as may be listed, each with a price, and name them (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn kinds_for_benchmark() -> Vec<CollateralId>;
}

/// The ledger's way in: who owns what, and the one call by which anything changes.
pub trait Ledger<AccountId>: Risk {
	/// Who owns the account, if it exists.
	fn owner(account: &MarginAccountId) -> Option<AccountId>;

	/// The owner's account number `index`, opened if it does not exist.
	///
	/// # Errors
	/// The owner has as many accounts as he may, or gave this one away.
	fn get_or_open(owner: &AccountId, index: u32) -> Result<MarginAccountId, DispatchError>;

	/// That `who` may trade for the account (its owner or a delegate).
	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId) -> DispatchResult;

	/// That `who` may take something out of the account (its owner alone).
	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId) -> DispatchResult;

	/// Cash of an account in smallest units; zero if it does not exist.
	fn cash(account: &MarginAccountId) -> Cash;

	/// Lots of an account, sorted by kind.
	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)>;

	/// Positions of an account, sorted by series.
	fn positions(account: &MarginAccountId) -> Vec<(Series, Quantity)>;

	/// How much an account holds of a series, and what valuing the account looks at: how many
	/// positions and series with resting orders.
	fn position(account: &MarginAccountId, series: &Series) -> (Quantity, u32);

	/// Resting orders of an account and where they are, sorted by number.
	fn orders(account: &MarginAccountId) -> Vec<(OrderId, Place)>;

	/// All that valuing an account looks at, read at once; none if it does not exist.
	fn holdings(account: &MarginAccountId) -> Option<Holdings<AccountId>> {
		let owner = Self::owner(account)?;
		let resting = Self::orders(account);
		let orders = u32::try_from(resting.len()).unwrap_or(u32::MAX);
		let mut ordered: Vec<_> = resting.into_iter().map(|(_, place)| place.series).collect();
		ordered.sort_unstable();
		ordered.dedup();
		let (lots, positions) = (Self::lots(account), Self::positions(account));
		Some(Holdings { owner, cash: Self::cash(account), lots, positions, ordered, orders })
	}

	/// Those of all accounts, for checks: it reads every account.
	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)>;

	/// What a pot holds.
	fn pot(pot: Pot) -> Cash;

	/// Most cash that may be paid out now, if all of it goes to accounts out of positive cash of their
	/// own: then what is held less the reserve of what stays (RISK.md 3).
	fn payable_cash() -> Cash;

	/// How much of its own positive cash an account may take out now under [`Rule::Withdraw`],
	/// whatever is held. Nothing if it does not exist, is in auction, or cannot be valued at prices
	/// that let something out.
	fn withdrawable_cash_in(session: &mut Self::Session, account: &MarginAccountId) -> Cash;

	/// Accounts with a position in this expiry, in the order of their ids, after `after`.
	fn holders(
		underlying: UnderlyingId,
		expiry: Moment,
		after: Option<&MarginAccountId>,
		limit: u32,
	) -> Vec<MarginAccountId>;

	/// Book out what is due to an account of closed books and not paid yet, in smallest units of cash; zero if
	/// it is nothing (ADR 24). The caller pays it to the account's owner.
	///
	/// # Errors
	/// The books are open, there is no such account, or it is in auction.
	fn pay_out(_: &MarginAccountId) -> Result<Cash, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	/// Whether the books are closed (ADR 24).
	fn is_closed() -> bool {
		false
	}

	/// Pay an account of closed books out of a pot, at most `amount`: first what it owes, then as a claim of its
	/// own that is due in full. Pots come last, so that is only of what all other claims leave. Returns what
	/// was paid.
	///
	/// # Errors
	/// The books are open, there is no such account, or a number does not fit.
	fn pay_claim(_: Pot, _: &MarginAccountId, _: Cash) -> Result<Cash, DispatchError> {
		Err(DispatchError::Unavailable)
	}

	/// Let an account's lot of a kind count nothing for opening from now on, or count again (ADR 31).
	///
	/// # Errors
	/// The account does not exist.
	fn impair(_: &MarginAccountId, _: CollateralId, _: bool) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	/// Whether it counts nothing.
	fn is_impaired(_: &MarginAccountId, _: CollateralId) -> bool {
		false
	}

	/// The most that moving the cover of lots weighs in one journal between two accounts.
	fn cover_weight() -> Weight {
		Weight::zero()
	}

	/// Book a journal: all of it or, on any error, nothing. The entries are booked and judged in
	/// their order.
	///
	/// # Errors
	/// It does not balance; an account does not exist, is full, or may not do this under its
	/// entry's [`Rule`]; a number does not fit.
	fn book_in(session: &mut Self::Session, journal: Journal) -> Result<(), Refused>;

	/// The same where nothing else of the dispatch asks for prices.
	///
	/// # Errors
	/// As [`Self::book_in`].
	fn book(journal: Journal) -> DispatchResult {
		Ok(Self::book_in(&mut Self::session(), journal)?)
	}

	/// Make an account with so much cash (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId, index: u32, cash: Cash) -> MarginAccountId;

	/// Let an account be valued by the dearer rule, with another account of its owner's beside it (benchmarks of
	/// other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn turn_for_benchmark(_: &MarginAccountId) {}

	/// File accounts where they are due after `change`, of which all else is undone: what is measured then moves none of them on
	/// the ladder (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn file_for_benchmark(_: &[MarginAccountId], _: impl FnOnce()) {}

	/// Let a market be as crowded as can be from its first open contract on (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn crowd_for_benchmark(_: UnderlyingId) {}

	/// Begin a new day, of which no series is marked yet: whoever moves one first marks it (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn turn_day_for_benchmark() {}

	/// Close the books as they are (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn close_for_benchmark() {}

	/// Give an account the largest lots and so many positions, most of them `long` or most of them short,
	/// that are the dearest to value: no two in one expiry, and none of another `seed`'s (benchmarks of
	/// other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, seed: u32, positions: u32, long: bool);
}

/// What an account is worth and what it needs.
pub trait Risk {
	/// What one dispatch or hook has learnt of prices, so that each series is priced once in it. The
	/// caller makes it, passes it by reference and drops it.
	///
	/// It holds prices and what follows from them alone, nothing of any account, so it stays true
	/// when a journal is refused and rolled back. It must not outlive a change of prices, that is the
	/// dispatch or the hook: it has no codec and is no part of any state, and no door changes a
	/// price. Interest is not in it: that is read anew for each account.
	type Session;

	/// One that knows nothing yet.
	fn session() -> Self::Session;

	/// What it did so far.
	fn work(_: &Self::Session) -> Work {
		Work::default()
	}

	/// What so much weighs. It is a sum over the parts, none of which makes it less.
	fn work_weight(_: &Work) -> Weight {
		Weight::zero()
	}

	/// Value an account at the prices of `lens`.
	///
	/// # Errors
	/// It does not exist, a kind or series of it cannot be valued, or a number does not fit.
	fn assess_in(
		session: &mut Self::Session,
		account: &MarginAccountId,
		lens: Lens,
	) -> Result<Assessment, DispatchError>;

	/// Value an account at the latest prices as if no source chain that is read had aged: what its
	/// collateral would count for if those chains came back (g = 1, RISK.md 6).
	///
	/// # Errors
	/// As [`Self::assess_in`].
	fn assess_unaged(account: &MarginAccountId) -> Result<Assessment, DispatchError> {
		Self::assess(account, Lens::Latest)
	}

	/// Marked value per contract of a series, in cash units, and the worst state behind it.
	///
	/// # Errors
	/// It cannot be valued, or a number does not fit.
	fn mark_in(
		session: &mut Self::Session,
		series: &Series,
		lens: Lens,
	) -> Result<(Money, PriceState), DispatchError>;

	/// [`Self::assess_in`] where nothing else of the dispatch asks for prices.
	///
	/// # Errors
	/// As there.
	fn assess(account: &MarginAccountId, lens: Lens) -> Result<Assessment, DispatchError> {
		Self::assess_in(&mut Self::session(), account, lens)
	}

	/// [`Self::mark_in`] where nothing else of the dispatch asks for prices.
	///
	/// # Errors
	/// As there.
	fn mark(series: &Series, lens: Lens) -> Result<(Money, PriceState), DispatchError> {
		Self::mark_in(&mut Self::session(), series, lens)
	}

	/// Smallest units of cash in one cash unit, for whoever turns [`Money`] into [`Cash`].
	fn cash_unit() -> u128;

	/// The stablecoin's price in USD: at it USD become cash.
	fn peg() -> Reading;
}

/// Whether an account is being auctioned: then every way out of it is shut (invariant 7).
pub trait AuctionStatus {
	/// Whether the account is in auction now.
	fn in_auction(account: &MarginAccountId) -> bool;

	/// Whether anything is in pledge for a loan of a pool.
	fn has_pledges() -> bool {
		false
	}

	/// Before the books are closed: what the global pool's own accounts have in cash goes into its pot. Returns
	/// whether they have lots that could still be sold.
	///
	/// # Errors
	/// A number does not fit.
	fn gather_own() -> Result<bool, DispatchError> {
		Ok(false)
	}

	/// The most that this weighs.
	fn gather_weight() -> Weight {
		Weight::zero()
	}

	/// A market is made: from now on who holds it is left alone after a halt until it has fresh prices. To say so twice is
	/// harmless.
	///
	/// # Errors
	/// There are too many.
	fn on_market(underlying: UnderlyingId) -> DispatchResult;
}

impl AuctionStatus for () {
	fn in_auction(_: &MarginAccountId) -> bool {
		false
	}

	fn on_market(_: UnderlyingId) -> DispatchResult {
		Ok(())
	}
}

/// Told when a margin account is opened: tokens may have come to its address before.
pub trait OnOpened {
	/// The account exists now.
	fn on_opened(account: &MarginAccountId);
}

impl OnOpened for () {
	fn on_opened(_: &MarginAccountId) {}
}

/// Told when a margin account is closed, so that nothing is kept of it elsewhere.
pub trait OnClosed {
	/// The account is gone. It was empty.
	fn on_closed(account: &MarginAccountId);

	/// Let as much be kept of the account as may be (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId);
}

impl OnClosed for () {
	fn on_closed(_: &MarginAccountId) {}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(_: &MarginAccountId) {}
}

/// Told when an account's auction starts, so that its orders and intents can be cancelled.
pub trait OnAuction {
	/// Cancel whatever the account has resting. Returns how many entries were written that were not read: these come to
	/// the block's proof later. Errors undo the start of the auction.
	fn on_auction(account: &MarginAccountId) -> Result<u32, DispatchError>;

	/// Let the account have so many orders to cancel, as dear as they come but for what [`Self::on_auction`] tells
	/// (benchmarks of other pallets).
	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, orders: u32);
}

impl OnAuction for () {
	fn on_auction(_: &MarginAccountId) -> Result<u32, DispatchError> {
		Ok(0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(_: &MarginAccountId, _: u32) {}
}
