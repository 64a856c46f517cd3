// SPDX-License-Identifier: GPL-3.0-or-later

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects))]

extern crate alloc;

mod actions;
mod book;
mod calendar;
mod costs;
mod desk;
mod errors;
mod events;
mod impl_traits;
mod intents;
mod listing;
mod matching;
mod pegged;
mod quotes;
mod reopening;
mod rules;
mod settlement;
mod shelf;
mod storage;
mod tags;
mod tick;
mod types;
mod uncross;
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

pub use intents::{
	Authority, Board, BoardLine, Intent, IntentFault, IntentFill, IntentId, IntentReport,
	IntentSet, Leg, Legs, NonceList, NonceState, NonceView, Nonces, PartialFill, PriceBand,
	QuoteRef, Request, RequestId, INTENT_PREFIX, MAX_INTENTS, MAX_LEGS, MAX_NONCES, NONCE_ERA,
};
pub use pallet::*;
pub use quotes::Rested;
pub use reopening::{Reopening, Stage};
pub use types::*;
pub use uncross::Indicative;
pub use weights::WeightInfo;

use actions::NewOrder;
use alloc::{vec, vec::Vec};
use frame_support::{
	dispatch::WithPostDispatchInfo,
	pallet_macros::import_section,
	pallet_prelude::*,
	traits::{Contains, EnsureOrigin, Time},
	weights::WeightMeter,
};
use frame_system::pallet_prelude::*;
use sp_runtime::{AccountId32, Permill};
use straddle_primitives::*;
use straddle_traits::{
	AuctionStatus, Entry, Journal, Ledger, OnAuction, OnClosed, OrderChange, Prices, Refused,
	Restrictions, Risk, Rule,
};

const LOG_TARGET: &str = "runtime::options";

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(storage::storage)]
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
		/// Kinds of collateral that change hands here: they lie on this chain, and may move now.
		type TradableKinds: Contains<CollateralId>;
		/// Makes and relaxes markets.
		type RiskOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Restricts markets, no more.
		type RestrictOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Bytes of proof recorded in this block so far, if the node tells: then steps of a settlement are
		/// charged what they recorded.
		type ProofSize: Get<Option<u64>>;
		/// Weights of calls and block work.
		type WeightInfo: WeightInfo;
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
			costs::check_weights::<T>();
			let block = T::BlockWeights::get().max_block;
			let calls = [
				tick::settle_weight::<T>(MAX_SETTLE),
				costs::most_cancel_all_weight::<T>(MAX_ORDERS),
				costs::most_mass_weight::<T>(MAX_MASS),
				T::WeightInfo::cancel_intents(MAX_NONCES),
				T::WeightInfo::prune_intents(MAX_NONCES),
			];
			for weight in calls {
				let quarter = block.saturating_div(4);
				assert!(weight.all_lte(quarter), "a call needs more than a quarter of a block");
			}
			let steps = [
				T::WeightInfo::settle_account(MAX_SERIES),
				T::WeightInfo::list_strikes(41)
					.saturating_add(T::WeightInfo::list_strikes(0).saturating_mul(2)),
				costs::settle_order_weight::<T>(),
				T::WeightInfo::sweep_quotes(tick::SWEPT),
				T::WeightInfo::sweep_desk(),
				costs::most_pair_weight::<T>().saturating_add(T::WeightInfo::uncross_series()),
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
		/// Where a side is full, who takes the place of an order that is more than dust to him pays it a deposit.
		#[pallet::call_index(0)]
		#[pallet::weight(costs::most_place_weight::<T>())]
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
			let client = None;
			Self::place_for(
				&who,
				NewOrder { account, place, quantity, time_in_force, reduce_only, client },
			)
		}

		/// Cancel a resting order. Always allowed.
		#[pallet::call_index(1)]
		#[pallet::weight(costs::cancel_weight::<T>())]
		pub fn cancel_order(
			origin: OriginFor<T>,
			account: MarginAccountId,
			order_id: OrderId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			Self::do_cancel_order(account, order_id)
		}

		/// Cancel all resting orders of an account, or those in one market, and void its quotes. Always
		/// allowed.
		#[pallet::call_index(2)]
		#[pallet::weight(costs::most_cancel_all_weight::<T>(MAX_ORDERS))]
		pub fn cancel_all(
			origin: OriginFor<T>,
			account: MarginAccountId,
			underlying: Option<UnderlyingId>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			let gone = Self::do_cancel_all(&account, underlying, CancelReason::Requested)?;
			Ok(Some(costs::cancel_all_weight::<T>(gone)).into())
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

		/// Put a market into a less restrictive state. Out of a halt it comes by a call: orders are collected, then each
		/// series trades at one price, then as ever.
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

		/// [`Self::place_order`] with a number of the trader's own, by which the order can be cancelled. No other
		/// resting order of the account may have it.
		#[pallet::call_index(8)]
		#[pallet::weight(costs::most_place_weight::<T>())]
		pub fn place_tagged(
			origin: OriginFor<T>,
			account: MarginAccountId,
			place: Place,
			quantity: Quantity,
			time_in_force: TimeInForce,
			reduce_only: bool,
			client_id: ClientId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let client = Some(client_id);
			Self::place_for(
				&who,
				NewOrder { account, place, quantity, time_in_force, reduce_only, client },
			)
		}

		/// Cancel those of these orders that rest. Always allowed.
		#[pallet::call_index(9)]
		#[pallet::weight(costs::most_cancel_all_weight::<T>(order_ids.len() as u32))]
		pub fn cancel_orders(
			origin: OriginFor<T>,
			account: MarginAccountId,
			order_ids: BoundedVec<OrderId, ConstU32<MAX_ORDERS>>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			Self::do_cancel_orders(&account, &order_ids).map(|_| ())
		}

		/// Cancel the resting order that has this number of the trader's own. Always allowed.
		#[pallet::call_index(10)]
		#[pallet::weight(costs::cancel_weight::<T>())]
		pub fn cancel_tagged(
			origin: OriginFor<T>,
			account: MarginAccountId,
			client_id: ClientId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			Self::do_cancel_tagged(account, client_id)
		}

		/// Replace an account's quotes at these sides of series of one market: at most one rests at each.
		///
		/// A quote never takes: one that would trade at once is told by `QuoteRefused`, and so is one that has no
		/// room; the old one is gone then. One that only gets smaller keeps its place in time. Quotes need no margin
		/// until they are met, but cash for a deposit each, and for the places of orders as in [`Self::place_order`].
		#[pallet::call_index(11)]
		#[pallet::weight(costs::most_mass_weight::<T>(quotes.len() as u32))]
		pub fn mass_quote(
			origin: OriginFor<T>,
			account: MarginAccountId,
			underlying: UnderlyingId,
			quotes: BoundedVec<MakerQuote, ConstU32<MAX_MASS>>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let (count, mut gone) = (quotes.len() as u32, quotes::Gone::default());
			let quoted = T::Ledger::ensure_may_trade(&account, &who).and_then(|()| {
				Self::do_mass_quote(&who, account, underlying, quotes.into_inner(), &mut gone)
			});
			let weight = costs::mass_weight::<T>(count, &gone);
			quoted.map_err(|error| error.with_weight(weight))?;
			Ok(Some(weight).into())
		}

		/// Void an account's quotes, all or those in one market: from now on none is met. Always allowed.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::change_desk())]
		pub fn cancel_quotes(
			origin: OriginFor<T>,
			account: MarginAccountId,
			underlying: Option<UnderlyingId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			desk::void_quotes::<T>(&account, underlying);
			Ok(())
		}

		/// Limit what may be filled of an account's quotes in a market within some blocks, or end that. What was
		/// filled so far is forgotten.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::change_desk())]
		pub fn set_protection(
			origin: OriginFor<T>,
			account: MarginAccountId,
			underlying: UnderlyingId,
			limits: Option<Limits>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			Self::do_set_protection(account, underlying, limits)
		}

		/// Say that the signer is there, and will call again `within` so many blocks: what he places for the account from
		/// now on is cancelled if he does not. None: he promises nothing any more, which is refused, as more blocks are,
		/// where the owner wants it of him.
		#[pallet::call_index(14)]
		#[pallet::weight(costs::most_cancel_all_weight::<T>(MAX_ORDERS))]
		pub fn heartbeat(
			origin: OriginFor<T>,
			account: MarginAccountId,
			within: Option<u32>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_trade(&account, &who)?;
			let looked = Self::do_heartbeat(who, account, within)?;
			Ok(Some(costs::most_cancel_all_weight::<T>(looked)).into())
		}

		/// Put an account into a tier of fees. It holds for orders that come from then on, unless what the account trades
		/// comes to a better one.
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::change_desk())]
		pub fn set_tier(
			origin: OriginFor<T>,
			account: MarginAccountId,
			tier: u8,
		) -> DispatchResult {
			T::RiskOrigin::ensure_origin(origin)?;
			Self::do_set_tier(account, tier)
		}

		/// Settle intents that net to zero in every series, every kind of tokens and cash. Anyone may.
		///
		/// Each account takes part once and keeps to its limit; what the limits leave over goes to the
		/// accounts. All of it happens or nothing.
		#[pallet::call_index(18)]
		#[pallet::weight(costs::most_of::<T>(set))]
		pub fn settle_intents(origin: OriginFor<T>, set: IntentSet) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let mut met = intents::Met::default();
			let settled = Self::do_settle_intents(who, &set, &mut met);
			let weight = costs::settle_weight::<T>(set.len() as u32, &met);
			settled.map_err(|error| error.with_weight(weight))?;
			Ok(Some(weight).into())
		}

		/// Cancel intents by their nonces, whatever is filled of them. Always allowed.
		#[pallet::call_index(19)]
		#[pallet::weight(T::WeightInfo::cancel_intents(nonces.len() as u32))]
		pub fn cancel_intents(
			origin: OriginFor<T>,
			account: MarginAccountId,
			nonces: NonceList,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_intents(&who, account, nonces)
		}

		/// Cancel all intents with a nonce below `floor`; without one, all that may have been signed: the
		/// floor rises to the next multiple of [`NONCE_ERA`]. Always allowed.
		#[pallet::call_index(20)]
		#[pallet::weight(T::WeightInfo::cancel_intents_below())]
		pub fn cancel_intents_below(
			origin: OriginFor<T>,
			account: MarginAccountId,
			floor: Option<u64>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_intents_below(&who, account, floor)
		}

		/// Forget what was filled of intents that are over. Anyone may.
		#[pallet::call_index(21)]
		#[pallet::weight(T::WeightInfo::prune_intents(nonces.len() as u32))]
		pub fn prune_intents(
			origin: OriginFor<T>,
			account: MarginAccountId,
			nonces: NonceList,
		) -> DispatchResult {
			ensure_signed(origin)?;
			intents::nonces::prune::<T>(&account, &nonces)
		}

		/// Ask for a price of `size` units of `legs`, until `deadline`, of all or one `maker`. Costs a
		/// twentieth of a cash unit, and twice as much for each sixteen requests that are open: the view
		/// `request_fee` tells.
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::open_request())]
		pub fn open_request(
			origin: OriginFor<T>,
			account: MarginAccountId,
			legs: Legs,
			size: u64,
			deadline: Moment,
			maker: Option<MarginAccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			intents::board::request::<T>(&who, account, legs, size, deadline, maker)
		}

		/// Answer a request with a signed intent of its other side, for an account that the sender may trade
		/// for. Costs a hundredth of a cash unit. The worst of eight that is in its way and could not be
		/// settled now makes room, if this one could.
		#[pallet::call_index(23)]
		#[pallet::weight(costs::most_quote_weight::<T>())]
		pub fn quote_request(
			origin: OriginFor<T>,
			request: RequestId,
			intent: Intent,
			authority: Authority,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let mut tried = Vec::new();
			let quoted = intents::board::quote::<T>(&who, request, intent, authority, &mut tried);
			let weight = costs::quote_weight::<T>(&tried);
			quoted.map_err(|error| error.with_weight(weight))?;
			Ok(Some(weight).into())
		}

		/// Settle a quote with an intent of who asked, which needs no signature of its own.
		#[pallet::call_index(24)]
		#[pallet::weight(costs::accept_weight::<T>(costs::most_of::<T>([taker, maker])))]
		pub fn accept_quote(
			origin: OriginFor<T>,
			request: RequestId,
			taker: IntentFill,
			maker: IntentFill,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let mut met = intents::Met::default();
			let settled = intents::board::accept::<T>(&who, request, taker, maker, &mut met);
			let weight = costs::accept_weight::<T>(costs::settle_weight::<T>(2, &met));
			settled.map_err(|error| error.with_weight(weight))?;
			Ok(Some(weight).into())
		}

		/// Take a request off the board; anyone may once it is over.
		#[pallet::call_index(25)]
		#[pallet::weight(T::WeightInfo::close_request())]
		pub fn close_request(origin: OriginFor<T>, request: RequestId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			intents::board::close::<T>(&who, request)
		}

		/// Want a heartbeat of a key that may trade for the account, at least `within` so many blocks, from now on:
		/// what it places is cancelled when it is late. None: no longer. The account's owner alone may.
		#[pallet::call_index(26)]
		#[pallet::weight(costs::most_cancel_all_weight::<T>(MAX_ORDERS))]
		pub fn require_heartbeat(
			origin: OriginFor<T>,
			account: MarginAccountId,
			key: AccountId32,
			within: Option<u32>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			T::Ledger::ensure_may_withdraw(&account, &who)?;
			let looked = Self::do_require_heartbeat(account, key, within)?;
			Ok(Some(costs::most_cancel_all_weight::<T>(looked)).into())
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

		/// An account's quotes in a market that stand.
		pub fn quotes_of(
			account: MarginAccountId,
			underlying: UnderlyingId,
		) -> Vec<(Series, Quoted, Quantity)> {
			views::quotes_of::<T>(account, underlying)
		}

		/// Listed series of a market.
		pub fn series_of(underlying: UnderlyingId) -> Vec<Series> {
			views::series_of::<T>(underlying)
		}

		/// Mark, bid and ask of a series; nothing if it is not listed.
		pub fn quote(series: Series) -> Option<Quote> {
			views::quote::<T>(series)
		}

		/// How a series' value moves; nothing if it is not listed or cannot be valued.
		pub fn greeks(series: Series) -> Option<GreeksView> {
			views::greeks::<T>(series)
		}

		/// The tier of fees that an account has now, and what it traded of late: contracts × spot as far as fees pay
		/// for it, in cash's smallest units.
		pub fn fee_tier(account: MarginAccountId) -> (u8, u64) {
			views::fee_tier::<T>(account)
		}

		/// A market's expiries with their open contracts.
		pub fn open_interest(underlying: UnderlyingId) -> Vec<Expiry> {
			Expiries::<T>::get(underlying).into_inner()
		}

		/// How far a market is that stood still and trades again soon; nothing if it trades, or is halted.
		pub fn reopening(underlying: UnderlyingId) -> Option<Reopening> {
			Reopenings::<T>::get(underlying)
		}

		/// What a series would trade at if its call ended now; nothing if its two sides do not cross.
		pub fn indicative(series: Series) -> Option<Indicative> {
			reopening::indicative::<T>(&series)
		}

		/// The rules of a market.
		pub fn market(underlying: UnderlyingId) -> Option<Market> {
			Markets::<T>::get(underlying)
		}

		/// The bytes of an intent that are signed, and their hash, which names it. A wallet may put
		/// `<Bytes>` and `</Bytes>` around them.
		pub fn intent_message(intent: Intent) -> (Vec<u8>, IntentId) {
			let message = intents::signing::message::<T>(&intent);
			let id = intents::signing::id(&message);
			(message, id)
		}

		/// Which nonces an account has used, and what of its intents is filled in part.
		pub fn intent_nonces(account: MarginAccountId) -> NonceView {
			intents::views::nonces_of::<T>(&account)
		}

		/// What would come of settling a set: each account's change of cash, or why it fails, by intent.
		/// Nothing is settled.
		pub fn intent_report(submitter: AccountId32, set: IntentSet) -> IntentReport {
			intents::views::report::<T>(submitter, &set)
		}

		/// What it costs to open a request now, in cash's smallest units.
		pub fn request_fee() -> Option<Cash> {
			intents::views::request_fee::<T>()
		}

		/// Requests that are open now, the oldest first.
		pub fn open_requests() -> Vec<(RequestId, Request)> {
			intents::views::open_requests::<T>()
		}
	}
}
