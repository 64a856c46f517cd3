// SPDX-License-Identifier: GPL-3.0-or-later

//! What the market stores and what its views answer.

pub use super::{
	calendar::*,
	desk::{types::*, volume::*},
	rules::*,
	shelf::*,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;
use straddle_primitives::*;
pub use straddle_primitives::{OrderId, Place, MAX_ORDERS};

/// Most markets.
pub const MAX_MARKETS: u32 = 32;
/// Most expiries of a market that are listed or being settled.
pub const MAX_EXPIRIES: u32 = 32;
/// Most strikes of an expiry.
pub const MAX_STRIKES: u32 = 128;
/// Most orders of a series on one side with a price, and as many with a volatility.
pub const MAX_SIDE_ORDERS: u32 = 128;
/// An order in a full book is safe from smaller ones up to so many times the market's minimum.
pub const ROOM: Quantity = 10;
/// Most millionths of an order or a quote: a billion contracts.
pub const MAX_QUANTITY: Quantity = 1_000_000_000 * CONTRACT;
/// Most orders at one price.
pub const MAX_QUEUE: u32 = 32;
/// Most resting orders that one call meets: filled, or cancelled for trading with themselves or
/// for having nothing left to reduce.
pub const MAX_MATCHES: u32 = 16;
/// Most positions and series with orders that one account has here.
pub const MAX_ACCOUNT_SERIES: u32 = MAX_POSITIONS + MAX_ORDERS;
/// Most positions and series with orders of the accounts of a set of intents together, those of an account that
/// gives something twice: it is valued twice as often.
pub const MAX_SET_SERIES: u32 = 4_096;
/// An order's price is at most so many times spot and strike together.
pub const PRICE_RANGE: i128 = 100;
/// Most makers that one call may find failing their margin check.
pub const MAX_SKIPS: u32 = 8;
/// Most steps of a sweep that one `settle` call takes.
pub const MAX_SETTLE: u32 = 16;
/// Series of a full expiry: a future, a call and a put at each strike.
pub const MAX_SERIES: u32 = 2 * MAX_STRIKES + 1;
/// The highest fee rate that a market may have.
pub const MAX_FEE: Permill = Permill::from_parts(10_000);
/// Tiers of fees.
pub const MAX_TIERS: usize = 4;
/// The most that a failing maker loses, in cash's smallest units.
pub const MAX_ORDER_DEPOSIT: Cash = 1_000_000_000;
/// The highest share of an option's premium that a fee may take.
pub const MAX_FEE_CAP: Permill = Permill::from_parts(125_000);

/// Strikes of an expiry, sorted.
pub type Strikes = BoundedVec<Strike, ConstU32<MAX_STRIKES>>;
/// A market's expiries, sorted.
pub type ExpiryList = BoundedVec<Expiry, ConstU32<MAX_EXPIRIES>>;

/// A listed expiry with its open contracts.
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
pub struct Expiry {
	/// When it is settled.
	pub at: Moment,
	/// Σ of long positions that trading made, in millionths. Never less than what accounts hold:
	/// moving positions between accounts can only net them.
	pub open_interest: u64,
}

/// The series of one expiry: a future, and a call and a put at each strike.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Listing {
	/// Reference price of the future: the forward at listing, rounded to the tick.
	pub future: Strike,
	/// Distance of strikes in strike units, fixed at listing so that the grid stays one grid.
	pub step: u64,
	/// Sorted.
	pub strikes: Strikes,
}

impl Listing {
	/// Whether a series of this expiry is listed.
	pub fn contains(&self, series: &Series) -> bool {
		match series.kind {
			Kind::Future => series.strike == self.future,
			Kind::Call | Kind::Put => self.strikes.binary_search(&series.strike).is_ok(),
		}
	}

	/// All series, the future first.
	pub fn series(
		&self,
		underlying: UnderlyingId,
		expiry: Moment,
	) -> impl Iterator<Item = Series> + '_ {
		let series = move |strike, kind| Series { underlying, expiry, strike, kind };
		let options = self
			.strikes
			.iter()
			.flat_map(move |strike| [series(*strike, Kind::Call), series(*strike, Kind::Put)]);
		core::iter::once(series(self.future, Kind::Future)).chain(options)
	}
}

/// How long an order stands.
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
pub enum TimeInForce {
	/// What is not filled rests until it is cancelled or the series expires.
	GoodTilCancelled,
	/// It rests, or it is refused.
	PostOnly,
	/// What is not filled at once is dropped.
	ImmediateOrCancel,
	/// It is filled whole at once, or refused.
	FillOrKill,
	/// What is not filled rests until this time.
	GoodTilTime(Moment),
}

/// What a sweep does now.
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
pub enum Phase {
	/// Cancelling what still rests, series by series.
	Orders {
		/// The next series of the listing.
		series: u16,
	},
	/// Waiting for the settlement price.
	Price,
	/// Taking from accounts whose positions owe, all together.
	Debtors,
	/// Paying the others.
	Creditors,
}

/// The settlement of one expiry.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Sweep {
	/// What it does now.
	pub phase: Phase,
	/// The last account that this phase looked at.
	pub cursor: Option<MarginAccountId>,
	/// The price, once the sweep of accounts began.
	pub price: Option<SettlementPrice>,
	/// Accounts settled.
	pub settled: u32,
	/// Accounts that this phase could not settle: it starts over.
	pub failed: u32,
}

/// At what an expiry is settled: both prices are the same for all accounts.
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
pub struct SettlementPrice {
	/// Of the underlying, in USD.
	pub underlying: Price,
	/// Of one cash unit, in USD.
	pub cash: Price,
}

/// Why an order, or what was left of it, is gone.
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
pub enum CancelReason {
	/// The account asked.
	Requested,
	/// It would have traded with its own account.
	SelfTrade,
	/// Its account failed the margin check when it met a taker.
	MakerFailed,
	/// It reduces only, and nothing was left to reduce.
	NothingToReduce,
	/// A better priced order took its place in a full book.
	Evicted,
	/// Its account's auction began.
	Auction,
	/// Its series expired.
	Expired,
	/// It was immediate-or-cancel and met nothing more.
	Immediate,
	/// It met as many orders as one call may, or makers with as many positions.
	MatchLimit,
	/// It met as many failing makers as one call may.
	FailingMakers,
	/// A part of it is filled, and the ledger does not let the rest rest: its account is below its
	/// initial margin or would be, or the prices do not allow more than to reduce.
	MayNotRest,
	/// Its time is over.
	TimeOver,
	/// Its account's heartbeat is late.
	NoHeartbeat,
	/// Its account's protection acted, or its quotes were cancelled together.
	Voided,
	/// It crossed the other side when the market reopened, and could not be judged or failed together with it.
	NotUncrossed,
}

/// A price level as the view shows it.
pub type LevelView = Level;

/// A book as the view shows it, best prices first.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct BookView {
	/// Who buys.
	pub bids: Vec<LevelView>,
	/// Who sells.
	pub asks: Vec<LevelView>,
	/// Who buys at a volatility, with the price as it is now.
	pub pegged_bids: Vec<PeggedView>,
	/// Who sells at a volatility.
	pub pegged_asks: Vec<PeggedView>,
}

/// A level of pegged orders as the view shows it.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct PeggedView {
	/// The level, `price` being the volatility in millionths a year.
	pub level: Level,
	/// What it trades at now, in cash's smallest units per contract; nothing while it is asleep.
	pub price: Option<Cash>,
}

/// A resting order as the view shows it.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct OrderView {
	/// Its number.
	pub id: OrderId,
	/// Where it rests.
	pub place: Place,
	/// What is not filled, in millionths.
	pub remaining: Quantity,
	/// It never fills beyond closing the position.
	pub reduce_only: bool,
	/// What else was asked for.
	pub terms: Terms,
}

/// A series' prices, in cash's smallest units per contract.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Quote {
	/// The ledger's mark, if it has one.
	pub mark: Option<Cash>,
	/// The worst state among the prices behind the mark.
	pub state: PriceState,
	/// Best buy, those with a volatility included, at the price as it is now.
	pub bid: Option<Level>,
	/// Best sell.
	pub ask: Option<Level>,
}

/// How a series' value moves, per contract, in USD.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct GreeksView {
	/// By the forward.
	pub delta: Money,
	/// Delta by the forward.
	pub gamma: Money,
	/// By the volatility, per 1.0 (100 %).
	pub vega: Money,
	/// By the passing of time, per year.
	pub theta: Money,
	/// The forward.
	pub forward: Price,
	/// The volatility a year; zero of a future.
	pub volatility: Price,
	/// The worst state of both.
	pub state: PriceState,
	/// How old the oldest price behind them is, in milliseconds.
	pub age_ms: Moment,
}
