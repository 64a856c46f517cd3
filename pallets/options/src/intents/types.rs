// SPDX-License-Identifier: GPL-3.0-or-later

//! What is signed, and what is kept of it.

use super::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::PalletError;
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	MultiSignature,
};

/// Most legs of an intent.
pub const MAX_LEGS: u32 = 8;
/// Most intents of one settlement.
pub const MAX_INTENTS: u32 = 16;
/// Most nonces that one call cancels or prunes.
pub const MAX_NONCES: u32 = 64;
/// Words of the bitmap of nonces.
pub const NONCE_WORDS: u32 = 8;
/// Nonces of one word.
const WORD: u64 = 64;
/// Voiding everything raises the floor to the next multiple of this.
pub const NONCE_ERA: u64 = 1 << 32;
/// Most open requests.
pub const MAX_REQUESTS: u32 = 128;
/// Most open requests of one account.
pub const MAX_OWN_REQUESTS: u32 = 4;
/// Most quotes that answer one request.
pub const MAX_ANSWERS: u32 = 8;
/// How long a request may be open.
pub const MAX_REQUEST_MS: Moment = HOUR_MS;

/// Names an intent: the hash of the bytes that are signed.
pub type IntentId = <BlakeTwo256 as Hash>::Output;
/// Number of a request.
pub type RequestId = u64;
/// What changes hands for one unit of size, by instrument in ascending order.
pub type Legs = BoundedVec<Leg, ConstU32<MAX_LEGS>>;
/// Intents that are settled together.
pub type IntentSet = BoundedVec<IntentFill, ConstU32<MAX_INTENTS>>;
/// Some nonces.
pub type NonceList = BoundedVec<u64, ConstU32<MAX_NONCES>>;

/// What the account gets (negative: gives) for one unit of size, besides the price.
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
pub enum Leg {
	/// Contracts of a listed series.
	Contracts {
		/// Which.
		series: Series,
		/// In millionths of a contract.
		quantity: Quantity,
	},
	/// Tokens that lie here.
	Lot {
		/// Of which kind.
		kind: CollateralId,
		/// In the token's smallest units.
		amount: i128,
	},
	/// Cash that moves whatever the price is.
	Cash {
		/// In cash's smallest units.
		amount: Cash,
	},
}

/// What a leg is of: no intent names one twice.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Instrument {
	Contracts(Series),
	Lot(CollateralId),
	Cash,
}

impl Leg {
	fn instrument(&self) -> Instrument {
		match self {
			Self::Contracts { series, .. } => Instrument::Contracts(*series),
			Self::Lot { kind, .. } => Instrument::Lot(*kind),
			Self::Cash { .. } => Instrument::Cash,
		}
	}

	/// The same for the other side; none if it does not fit.
	pub fn opposite(&self) -> Option<Self> {
		Some(match *self {
			Self::Contracts { series, quantity } => {
				Self::Contracts { series, quantity: quantity.checked_neg()? }
			},
			Self::Lot { kind, amount } => Self::Lot { kind, amount: amount.checked_neg()? },
			Self::Cash { amount } => Self::Cash { amount: amount.checked_neg()? },
		})
	}

	fn is_zero(&self) -> bool {
		match *self {
			Self::Contracts { quantity, .. } => quantity == 0,
			Self::Lot { amount, .. } | Self::Cash { amount } => amount == 0,
		}
	}
}

/// Where the price of an underlying has to be.
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
pub struct PriceBand {
	/// Whose price.
	pub underlying: UnderlyingId,
	/// At least this, in USD.
	pub low: Price,
	/// At most this.
	pub high: Price,
}

/// A trade that an account agrees to, whoever brings it.
///
/// All figures are for one unit of size, and sizes are whole, so that a part of an intent is exact to
/// the unit.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Intent {
	/// Which account trades.
	pub account: MarginAccountId,
	/// What it gets and gives, besides the price.
	pub legs: Legs,
	/// The most that it pays for a unit, in cash's smallest units; negative: the least that it receives.
	/// Fees are not in it.
	pub limit: Cash,
	/// Between which prices of underlyings it holds; by underlying in ascending order.
	pub bands: BoundedVec<PriceBand, ConstU32<MAX_LEGS>>,
	/// How old the prices of its underlyings may be, in milliseconds.
	pub max_age_ms: Moment,
	/// The smallest part that may be filled at once; at least one.
	pub min_size: u64,
	/// The most that may be filled in all.
	pub max_size: u64,
	/// Of several intents with one nonce only the first that is filled at all ever is.
	pub nonce: u64,
	/// The last moment, in Unix milliseconds of chain time.
	pub deadline: Moment,
	/// The only other account that may take part, if any.
	pub taker: Option<MarginAccountId>,
	/// The most that it pays in fees for a unit, in cash's smallest units.
	pub fee_cap: Cash,
}

/// What is wrong with an intent, whatever the state of the chain.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum IntentFault {
	/// It has no legs.
	NoLegs,
	/// A leg of nothing.
	ZeroLeg,
	/// Legs are not in strictly ascending order: contracts by series, lots by kind, cash.
	LegOrder,
	/// Bands are not in strictly ascending order.
	BandOrder,
	/// The smallest part is zero, or above the most.
	Sizes,
	/// The fee cap is below zero.
	FeeCap,
	/// A request with a leg in cash: its price is what is asked for.
	CashLeg,
}

/// That legs name something, each instrument once and in order.
///
/// # Errors
/// The first fault found.
pub(crate) fn ensure_legs(legs: &[Leg]) -> Result<(), IntentFault> {
	ensure!(!legs.is_empty(), IntentFault::NoLegs);
	ensure!(!legs.iter().any(Leg::is_zero), IntentFault::ZeroLeg);
	let sorted = legs.is_sorted_by(|a, b| a.instrument() < b.instrument());
	ensure!(sorted, IntentFault::LegOrder);
	Ok(())
}

impl Intent {
	/// Whether something may leave the account without being paid for by contracts.
	pub(crate) fn gives(&self) -> bool {
		let trades = self.legs.iter().any(|leg| matches!(leg, Leg::Contracts { .. }));
		!trades || self.legs.iter().any(|leg| matches!(leg, Leg::Lot { amount, .. } if *amount < 0))
	}

	/// That it makes sense.
	///
	/// # Errors
	/// The first fault found.
	pub fn validate(&self) -> Result<(), IntentFault> {
		ensure_legs(&self.legs)?;
		let sorted = self.bands.is_sorted_by(|a, b| a.underlying < b.underlying);
		ensure!(sorted, IntentFault::BandOrder);
		ensure!((1..=self.max_size).contains(&self.min_size), IntentFault::Sizes);
		ensure!(self.fee_cap >= 0, IntentFault::FeeCap);
		Ok(())
	}
}

/// Who stands for an intent.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Authority {
	/// Who signed the transaction.
	Submitter,
	/// Who signed the intent's bytes.
	Signature {
		/// Whose key.
		signer: AccountId32,
		/// Over the bytes, or over them between `<Bytes>` and `</Bytes>`.
		signature: MultiSignature,
	},
}

/// An intent and how much of it is to be filled.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct IntentFill {
	/// What was agreed to.
	pub intent: Intent,
	/// How much of it.
	pub size: u64,
	/// Who stands for it.
	pub authority: Authority,
}

/// Which nonces of an account are gone.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Nonces {
	/// All below are.
	pub floor: u64,
	/// One bit a nonce, from the floor's word on; where there is a first word, bits below the floor are set. Words at the
	/// end that are zero are left out. The first is never full, if any comes after it.
	pub spent: BoundedVec<u64, ConstU32<NONCE_WORDS>>,
}

/// How it stands with a nonce.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum NonceState {
	/// It can be used.
	Live,
	/// It is filled whole, cancelled, or was filled in part and pruned.
	Spent,
	/// It is below the floor.
	Void,
	/// It is too far above the floor to be remembered.
	TooFar,
}

impl Nonces {
	fn place(&self, nonce: u64) -> Option<(usize, u64)> {
		let first = self.floor.checked_div(WORD)?;
		let word = nonce.checked_div(WORD)?.checked_sub(first)?;
		let bit = 1_u64.checked_shl(u32::try_from(nonce.checked_rem(WORD)?).ok()?)?;
		Some((usize::try_from(word).ok()?, bit))
	}

	/// How it stands with a nonce.
	pub fn state(&self, nonce: u64) -> NonceState {
		match self.place(nonce) {
			_ if nonce < self.floor => NonceState::Void,
			Some((word, bit)) if word < NONCE_WORDS as usize => {
				let spent = self.spent.get(word).is_some_and(|bits| bits & bit != 0);
				if spent {
					NonceState::Spent
				} else {
					NonceState::Live
				}
			},
			_ => NonceState::TooFar,
		}
	}

	/// Use up a nonce that is `Live`; any other stays as it is.
	pub(crate) fn spend(&mut self, nonce: u64) {
		if self.state(nonce) != NonceState::Live {
			return;
		}
		let Some((word, bit)) = self.place(nonce) else { return };
		while self.spent.len() <= word && self.spent.try_push(0).is_ok() {}
		if let Some(bits) = self.spent.get_mut(word) {
			*bits |= bit;
		}
		self.rise();
	}

	/// Raise the floor to the next word as long as the first one is used up.
	fn rise(&mut self) {
		let below = |floor: u64| {
			let bits = floor.checked_rem(WORD).and_then(|bits| u32::try_from(bits).ok());
			bits.and_then(|bits| 1_u64.checked_shl(bits)).map_or(0, |bit| bit.saturating_sub(1))
		};
		let mut mask = below(self.floor);
		while let Some(first) = self.spent.get_mut(0) {
			*first |= mask;
			let next = self.floor.checked_div(WORD).and_then(|word| word.checked_add(1));
			// Nothing comes after the last word.
			let next = next.and_then(|word| word.checked_mul(WORD));
			let Some(next) = next.filter(|_| *first == u64::MAX) else { break };
			self.spent.remove(0);
			(self.floor, mask) = (next, 0);
		}
	}

	/// Use up all nonces below `floor`.
	pub(crate) fn raise(&mut self, floor: u64) {
		let floor = floor.max(self.floor);
		let word = |nonce: u64| nonce.checked_div(WORD).unwrap_or_default();
		let gone = word(floor).saturating_sub(word(self.floor));
		let gone = usize::try_from(gone).unwrap_or(usize::MAX).min(self.spent.len());
		self.spent.drain(..gone);
		self.floor = floor;
		self.rise();
	}

	/// Use up everything that may have been signed.
	pub(crate) fn void(&mut self) {
		let era = self.floor.checked_div(NONCE_ERA).and_then(|era| era.checked_add(1));
		match era.and_then(|era| era.checked_mul(NONCE_ERA)) {
			Some(next) => self.raise(next),
			None => {
				self.raise(u64::MAX);
				self.spend(u64::MAX);
			},
		}
	}
}

/// An intent that is filled in part.
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
pub struct PartialFill {
	/// Which: no other intent with its nonce can be filled any more.
	pub id: IntentId,
	/// How much so far.
	pub filled: u64,
	/// When it is over.
	pub deadline: Moment,
}

/// What somebody wants a price for.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Request {
	/// Which account asks.
	pub account: MarginAccountId,
	/// What it would get and give for one unit of size.
	pub legs: Legs,
	/// How much is wanted still.
	pub size: u64,
	/// The last moment.
	pub deadline: Moment,
	/// The only account that may answer, if any.
	pub maker: Option<MarginAccountId>,
	/// What was answered, the best first.
	pub quotes: BoundedVec<QuoteRef, ConstU32<MAX_ANSWERS>>,
}

/// An answer to a request, by reference: the intent is in the event.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct QuoteRef {
	/// Whose.
	pub maker: MarginAccountId,
	/// Which intent.
	pub id: IntentId,
	/// The most that the maker pays for a unit.
	pub limit: Cash,
	/// The intent's nonce.
	pub nonce: u64,
	/// The most that may be filled of it.
	pub max_size: u64,
}

/// An open request's line on the board.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct BoardLine {
	/// Which request.
	pub id: RequestId,
	/// Whose.
	pub account: MarginAccountId,
	/// When it is over.
	pub deadline: Moment,
}

/// The open requests, the oldest first.
#[derive(Clone, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Board {
	/// The number of the next one.
	pub next: RequestId,
	/// Those that are open.
	pub open: BoundedVec<BoardLine, ConstU32<MAX_REQUESTS>>,
}

/// What of an account's nonces the view tells.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct NonceView {
	/// All nonces below are gone.
	pub floor: u64,
	/// The first nonce that is not gone and of which nothing is filled.
	pub next: Option<u64>,
	/// Intents that are filled in part, by nonce.
	pub partial: Vec<(u64, PartialFill)>,
}

/// What settling intents would do, or why it fails.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct IntentReport {
	/// What is wrong with each intent by itself: the first that is found.
	pub intents: Vec<Option<DispatchError>>,
	/// What is wrong with all together, if nothing is with each.
	pub together: Option<DispatchError>,
	/// What each account's cash would change by, fees included, if nothing is wrong.
	pub cash: Vec<Cash>,
}

#[cfg(test)]
mod tests {
	use super::*;

	fn spent(nonces: &Nonces) -> Vec<u64> {
		(0..2_000).filter(|nonce| nonces.state(*nonce) == NonceState::Spent).collect()
	}

	#[test]
	fn nonces_are_remembered_in_any_order_and_the_floor_rises_by_itself() {
		let mut nonces = Nonces::default();
		for nonce in [511, 3, 64, 0] {
			nonces.spend(nonce);
			assert_eq!(nonces.state(nonce), NonceState::Spent);
		}
		assert_eq!(spent(&nonces), [0, 3, 64, 511]);
		assert_eq!(nonces.state(512), NonceState::TooFar);
		(0..64).for_each(|nonce| nonces.spend(nonce));
		assert_eq!(nonces.floor, 64);
		assert_eq!(nonces.state(63), NonceState::Void);
		assert_eq!(spent(&nonces), [64, 511]);
		assert_eq!(nonces.state(575), NonceState::Live);
		(64..128).rev().for_each(|nonce| nonces.spend(nonce));
		assert_eq!((nonces.floor, spent(&nonces)), (128, vec![511]));
	}

	#[test]
	fn a_floor_within_a_word_rises_by_itself_too() {
		// Whether something above it was used up before or not.
		for before in [vec![], vec![70], (71..128).collect()] {
			let mut nonces = Nonces::default();
			before.iter().for_each(|nonce| nonces.spend(*nonce));
			nonces.raise(71);
			if before.len() < 3 {
				assert_eq!((nonces.floor, nonces.state(71)), (71, NonceState::Live));
				(71..127).for_each(|nonce| nonces.spend(nonce));
				assert_eq!((nonces.floor, nonces.state(127)), (71, NonceState::Live));
				nonces.spend(127);
			}
			assert_eq!((nonces.floor, nonces.spent.len()), (128, 0), "{before:?}");
			(128..576).for_each(|nonce| nonces.spend(nonce));
			assert_eq!((nonces.floor, nonces.spent.len()), (576, 0));
			assert_eq!(nonces.state(1_087), NonceState::Live);
		}
	}

	#[test]
	fn the_last_word_ends_and_nothing_goes_round() {
		let last = u64::MAX - 63;
		for floor in [last, last + 5, u64::MAX] {
			let mut nonces = Nonces::default();
			nonces.raise(floor);
			(floor..=u64::MAX).for_each(|nonce| nonces.spend(nonce));
			assert_eq!((nonces.floor, nonces.state(u64::MAX)), (floor, NonceState::Spent));
			nonces.void();
			assert_eq!((nonces.floor, nonces.state(u64::MAX)), (u64::MAX, NonceState::Spent));
		}
	}

	#[test]
	fn the_floor_rises_to_any_nonce_and_never_falls() {
		let mut nonces = Nonces::default();
		nonces.spend(70);
		nonces.spend(140);
		nonces.raise(70);
		assert_eq!((nonces.state(69), nonces.state(70)), (NonceState::Void, NonceState::Spent));
		nonces.raise(71);
		nonces.raise(5);
		assert_eq!((nonces.floor, spent(&nonces)), (71, vec![140]));
		assert_eq!(nonces.state(64 + 511), NonceState::Live);
		assert_eq!(nonces.state(64 + 512), NonceState::TooFar);
		nonces.raise(1_000);
		assert_eq!((nonces.floor, nonces.spent.len()), (1_000, 0));
		nonces.void();
		assert_eq!(nonces.floor, NONCE_ERA);
		nonces.void();
		assert_eq!(nonces.floor, 2 * NONCE_ERA);
		nonces.raise(u64::MAX - 1);
		nonces.void();
		assert_eq!((nonces.floor, nonces.state(u64::MAX)), (u64::MAX, NonceState::Spent));
	}
}
