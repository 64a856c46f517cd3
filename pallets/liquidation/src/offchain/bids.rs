// SPDX-License-Identifier: GPL-3.0-or-later

//! Bids on open auctions, as the operator allows, by transactions of his key.
//!
//! One block's bids are a chain of nonces, and no other is sent before all of it is included or dead.
//! So there are never two bids on one state, and a bid that came to nothing is followed by another only
//! after a pause.

use super::{settings::Bidder, submit, waiting::WaitList, Deadline, LOG_TARGET};
use crate::{
	crypto::{signer, BidderCrypto},
	types::share_to_wad,
	*,
};
use codec::{Decode, Encode};
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{
	offchain::storage::StorageValueRef,
	traits::{One, UniqueSaturatedInto},
	AccountId32, DispatchError, DispatchResult, Perbill, Saturating,
};
use straddle_math::fixed::{mul, mul_div, Rounding, Wad};
use straddle_primitives::*;
use straddle_traits::{Ledger, Risk};

/// Local storage: accounts on whose auctions this node bid.
pub const BIDS_KEY: &[u8] = b"straddle::liquidation::bids";
/// Local storage: what is on its way, and where the last search stopped.
pub const FLIGHT_KEY: &[u8] = b"straddle::liquidation::flight";
/// How many blocks a bid is valid, and so the first pause after one.
pub const BID_BLOCKS: u32 = 16;
/// Most bids that one block's worker sends.
pub const MAX_BIDS: u32 = 8;

/// What is on its way.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, PartialEq)]
pub struct Flight {
	/// Who signed.
	pub signer: Option<AccountId32>,
	/// His nonce once all of it is included.
	pub nonce: u64,
	/// The block after which none of it can be included.
	pub until: u32,
	/// The auction after which the search goes on.
	pub after: Option<MarginAccountId>,
}

impl Flight {
	fn load() -> Self {
		StorageValueRef::persistent(FLIGHT_KEY).get().ok().flatten().unwrap_or_default()
	}

	/// Whether something of this signer's may still be included; not what another chain in this node's
	/// storage left.
	fn is_under_way(&self, who: &AccountId32, nonce: u64, block: u32) -> bool {
		let lives = block <= self.until && self.until <= block.saturating_add(BID_BLOCKS);
		self.signer.as_ref() == Some(who) && nonce < self.nonce && lives
	}
}

/// One bid.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Offer {
	/// Of the auction's state that was looked at.
	pub state_id: u32,
	/// The largest share.
	pub max_share: Perbill,
	/// The most that it pays for that, in smallest units; negative: the least that it must receive.
	pub max_payment: Cash,
}

/// Why there is no bid on an auction now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoBid {
	/// It is the bidder's own account.
	Own,
	/// It holds something that the operator does not take.
	Underlying,
	/// Nothing is for sale, or not at these prices.
	NotForSale,
	/// The discount is below the operator's.
	Kappa,
	/// A figure does not fit.
	Overflow,
}

/// Bid on what the operator wants, as far as the time allows.
pub fn run<T: Config>(block: u32, bidder: &Bidder, deadline: Deadline) {
	let who = bidder.signer();
	let mut flight = Flight::load();
	let mut nonce = frame_system::Pallet::<T>::account_nonce(&who);
	if flight.is_under_way(&who, nonce.unique_saturated_into(), block) {
		log::debug!(target: LOG_TARGET, "block {block}: the last bids are under way");
		return;
	}
	let mut waiting = WaitList::load(BIDS_KEY, block);
	waiting.retain(|account| Auctions::<T>::contains_key(account));
	let mut sent = 0u32;
	let count = AuctionCount::<T>::get();
	for _ in 0..count {
		if sent >= MAX_BIDS || deadline.is_past() {
			break;
		}
		let Some(account) = next_auction::<T>(flight.after.as_ref()) else { break };
		flight.after = Some(account.clone());
		let state_id = Auctions::<T>::get(&account).map_or(0, |auction| auction.state_id);
		// A new state is a new chance.
		let waits = waiting.get(&account).is_some_and(|wait| wait.state_id == state_id);
		if waits && !waiting.is_due(&account) {
			continue;
		}
		let offer = match offer::<T>(bidder, &account) {
			Ok(offer) => offer,
			Err(why) => {
				log::debug!(target: LOG_TARGET, "block {block}: no bid on {account:?}: {why:?}");
				continue;
			},
		};
		if let Err(error) = try_bid::<T>(bidder, &account, &offer) {
			log::debug!(target: LOG_TARGET, "block {block}: a bid on {account:?} would fail: {error:?}");
			waiting.put_off(&account, 1, state_id);
			continue;
		}
		waiting.put_off(&account, BID_BLOCKS, state_id);
		if !send::<T>(bidder, &account, &offer, nonce) {
			log::warn!(target: LOG_TARGET, "block {block}: the pool refuses a bid on {account:?}; can {who:?} pay?");
			break;
		}
		let Offer { max_share, max_payment, .. } = offer;
		log::info!(
			target: LOG_TARGET,
			"block {block}: bid on {account:?}, state {state_id}: at most {max_share:?} for {max_payment}"
		);
		nonce.saturating_accrue(One::one());
		sent = sent.saturating_add(1);
	}
	if sent > 0 {
		flight.signer = Some(who);
		flight.nonce = nonce.unique_saturated_into();
		flight.until = block.saturating_add(BID_BLOCKS);
	}
	StorageValueRef::persistent(FLIGHT_KEY).set(&flight);
	waiting.store();
}

/// The auction after another, round the end.
fn next_auction<T: Config>(after: Option<&MarginAccountId>) -> Option<MarginAccountId> {
	after
		.and_then(|last| Auctions::<T>::iter_keys_from_key(last).next())
		.or_else(|| Auctions::<T>::iter_keys().next())
}

/// What to bid on an auction now.
///
/// The share is the largest that the operator takes, whatever is for sale when the bid is included. The price is the
/// auction's; the limit is what it would be at the operator's own κ, so prices may move that far until then, and
/// others may have bought meanwhile.
///
/// # Errors
/// Why there is no bid.
pub fn offer<T: Config>(bidder: &Bidder, account: &MarginAccountId) -> Result<Offer, NoBid> {
	ensure!(*account != bidder.account, NoBid::Own);
	let positions = T::Ledger::positions(account);
	let taken = |series: &Series| bidder.underlyings.contains(&series.underlying);
	ensure!(positions.iter().all(|(series, _)| taken(series)), NoBid::Underlying);
	let quote = Pallet::<T>::quote(account).map_err(|_| NoBid::NotForSale)?;
	ensure!(quote.state.allows(PriceUse::Bid), NoBid::NotForSale);
	ensure!(wad(quote.share) > 0, NoBid::NotForSale);
	ensure!(quote.kappa >= bidder.min_kappa, NoBid::Kappa);
	let max_share = largest(&quote, bidder).map_err(|_| NoBid::Overflow)?;
	ensure!(!max_share.is_zero(), NoBid::NotForSale);
	let max_payment = limit::<T>(max_share, &quote, bidder).map_err(|_| NoBid::Overflow)?;
	Ok(Offer { state_id: quote.state_id, max_share, max_payment })
}

/// The largest share whose requirement the operator takes.
fn largest(quote: &Quote, bidder: &Bidder) -> Result<Perbill, straddle_math::MathError> {
	let most = bidder.max_requirement.into_inner();
	let whole = quote.requirement.into_inner();
	if whole <= most {
		return Ok(Perbill::one());
	}
	// Rounded down to what a bid can say.
	let parts = mul_div(most, 1_000_000_000, whole, Rounding::Down)?;
	Ok(Perbill::from_parts(parts.try_into().unwrap_or(0)))
}

/// What so much costs at the operator's κ: to the unit what it costs at the present one, and as much more as that is
/// dearer.
fn limit<T: Config>(
	max_share: Perbill,
	quote: &Quote,
	bidder: &Bidder,
) -> Result<Cash, DispatchError> {
	let math = Error::<T>::from;
	let share = share_to_wad(max_share);
	let payment = mul_div(quote.payment, share, wad(quote.share), Rounding::Up).map_err(math)?;
	let better = wad(quote.kappa).saturating_sub(wad(bidder.min_kappa));
	let requirement = quote.requirement.into_inner().max(0);
	let room = mul(requirement, better, Rounding::Down).map_err(math)?;
	let room = mul(room, share, Rounding::Down).map_err(math)?;
	Ok(payment.saturating_add(Pallet::<T>::to_cash(room, Rounding::Down)?))
}

fn wad(of: FixedU128) -> Wad {
	Wad::try_from(of.into_inner()).unwrap_or(Wad::MAX)
}

/// Bid, in this run's copy of the state alone: the next one is tried on what this one left.
fn try_bid<T: Config>(bidder: &Bidder, account: &MarginAccountId, offer: &Offer) -> DispatchResult {
	with_storage_layer(|| {
		let Offer { state_id, max_share, max_payment } = *offer;
		let (who, into) = (bidder.signer(), bidder.account.clone());
		let session = &mut T::Ledger::session();
		Pallet::<T>::do_bid(session, who, account.clone(), into, state_id, max_share, max_payment)
	})
}

/// Sign a bid and hand it to the pool; whether it took it.
fn send<T: Config>(
	bidder: &Bidder,
	account: &MarginAccountId,
	offer: &Offer,
	nonce: T::Nonce,
) -> bool {
	let Offer { state_id, max_share, max_payment } = *offer;
	let auctioned = account.clone();
	let into = bidder.account.clone();
	let call = Call::<T>::bid { auctioned, bidder: into, state_id, max_share, max_payment };
	let public = signer(bidder.key.clone());
	let transaction =
		T::create_signed_transaction::<BidderCrypto>(call.into(), public, bidder.signer(), nonce);
	transaction.is_some_and(|transaction| submit::<T>(transaction).is_ok())
}
