// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
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
			/// What the maker paid for it; below zero: received.
			maker_fee: Cash,
			/// How old the oldest of the prices behind the series is, in milliseconds; nothing if there is none.
			price_age_ms: Option<Moment>,
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
		/// A maker failed when he was met and lost a part of his cash to the treasury.
		DepositLost {
			/// His order's number.
			id: OrderId,
			/// Whose.
			account: MarginAccountId,
			/// In cash's smallest units.
			amount: Cash,
		},
		/// A maker's quotes were replaced.
		Quoted {
			/// Whose.
			account: MarginAccountId,
			/// In which market.
			underlying: UnderlyingId,
			/// Those of them that rest now, each with its quantity; those named and not here are gone.
			rested: Rested,
		},
		/// A quote does not rest, though its call succeeded.
		QuoteRefused {
			/// Whose.
			account: MarginAccountId,
			/// In which series.
			series: Series,
			/// On which side.
			side: Side,
			/// Why.
			reason: QuoteRefusal,
		},
		/// All of an account's quotes in a market are void. They are not met any more, and
		/// `OrderCancelled` tells when each is off the book.
		QuotesVoided {
			/// Whose.
			account: MarginAccountId,
			/// In which market.
			underlying: UnderlyingId,
			/// How many.
			quotes: u32,
		},
		/// So much of an account's quotes in a market was filled that all are void.
		ProtectionActed {
			/// Whose.
			account: MarginAccountId,
			/// In which market.
			underlying: UnderlyingId,
		},
		/// What may be filled of an account's quotes in a market changed.
		ProtectionSet {
			/// Whose.
			account: MarginAccountId,
			/// In which market.
			underlying: UnderlyingId,
			/// The limits; none: no protection.
			limits: Option<Limits>,
		},
		/// A key of an account called, or has to call, or need not any more.
		HeartbeatSet {
			/// Which account.
			account: MarginAccountId,
			/// The owner or a delegate.
			key: AccountId32,
			/// Until when it is in time.
			heartbeat: Option<Heartbeat>,
		},
		/// A heartbeat was late: all that rested under it is cancelled.
		HeartbeatLate {
			/// Of which account.
			account: MarginAccountId,
			/// The owner's or a delegate's.
			key: AccountId32,
		},
		/// An account's tier of fees changed.
		TierSet {
			/// Whose.
			account: MarginAccountId,
			/// Its place among the tiers of `Parameters`.
			tier: u8,
		},
		/// A part of an intent, or all of it, was settled.
		IntentFilled {
			/// Which.
			id: IntentId,
			/// Whose.
			account: MarginAccountId,
			/// Its nonce.
			nonce: u64,
			/// What changed hands for a unit of size.
			legs: Legs,
			/// How much now.
			size: u64,
			/// How much in all.
			filled: u64,
			/// What the account's cash changed by for it, in smallest units, legs in cash included and
			/// the fee not.
			price: Cash,
			/// What it paid in fees.
			fee: Cash,
			/// How old the oldest price of its underlyings was, in milliseconds.
			age_ms: Moment,
		},
		/// Intents were settled together.
		IntentsSettled {
			/// Who brought them.
			submitter: AccountId32,
			/// How many.
			intents: u32,
		},
		/// Nonces of an account were used up without a trade.
		IntentsCancelled {
			/// Whose.
			account: MarginAccountId,
			/// Which.
			nonces: NonceList,
		},
		/// All intents of an account with a nonce below the floor are void.
		IntentsVoided {
			/// Whose.
			account: MarginAccountId,
			/// The lowest nonce that can be used now.
			floor: u64,
		},
		/// Somebody wants a price.
		Requested {
			/// Number of the request.
			id: RequestId,
			/// Which account asks.
			account: MarginAccountId,
			/// What it would get and give for a unit of size.
			legs: Legs,
			/// How much is wanted.
			size: u64,
			/// The last moment.
			deadline: Moment,
			/// The only account that may answer, if any.
			maker: Option<MarginAccountId>,
		},
		/// A request was answered.
		RequestQuoted {
			/// Which request.
			request: RequestId,
			/// The intent's hash.
			id: IntentId,
			/// What the maker agrees to.
			intent: Intent,
			/// Who stands for it: with this anyone can settle it.
			authority: Authority,
		},
		/// A quote was settled with who asked.
		QuoteAccepted {
			/// Which request.
			request: RequestId,
			/// The hash of the maker's intent.
			id: IntentId,
			/// How much of it.
			size: u64,
		},
		/// A request is off the board.
		RequestClosed {
			/// Which.
			id: RequestId,
		},
		/// A market that stood still collects orders before it trades again.
		CallBegan {
			/// Which.
			underlying: UnderlyingId,
			/// Until when at least, in Unix milliseconds.
			until: Moment,
		},
		/// The call of a series is over: its two sides trade at one price, as the events that follow tell.
		Uncrossed {
			/// Which.
			series: Series,
			/// In cash's smallest units per contract.
			price: Cash,
			/// How much meets there, in millionths; less trades if somebody fails.
			quantity: u64,
			/// What is bought (below zero: sold) there and meets nothing, in millionths.
			surplus: i64,
		},
		/// All series of a market trade again as ever.
		Reopened {
			/// Which.
			underlying: UnderlyingId,
			/// Its state now.
			state: MarketState,
		},
		/// The place of an order that was evicted was paid for.
		RoomPaid {
			/// Which order.
			id: OrderId,
			/// Whose: it got that.
			account: MarginAccountId,
			/// Who came in its place.
			by: MarginAccountId,
			/// In cash's smallest units.
			amount: Cash,
		},
	}
}
