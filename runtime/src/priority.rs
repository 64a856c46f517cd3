// SPDX-License-Identifier: GPL-3.0-or-later

//! Which transactions go first: the oracle's batches, then liquidations, then feeders' proofs of vaults, then what
//! makers do to the book (cancel, quote, post), then all others, whatever they tip (DESIGN.md 10, RISK.md 9).
//!
//! A pool sorts by one number, which payment makes of tip and fee: as large as a tip can make it.
//! [`Ranked`] wraps payment and moves its number into the band of the transaction's rank; within a
//! band tips still order. The pool sees the sum over all extensions. Of ours only two give a number,
//! and never both to one transaction: `AuthorizeCall` to the oracle's batches and to feeders' flags and proofs,
//! which pay nothing, and payment to what is signed. The gaps between bands are there for whatever another may give one day.
//!
//! Above all bands is only the code of an upgrade that governance has authorized. The order holds
//! between senders: the pool keeps one sender's transactions in the order of their nonces.

use crate::*;
use codec::{Decode, DecodeWithMemTracking, Encode};
use configs::fees::{self, Payment};
use frame_support::weights::Weight;
use pallet_liquidation::{Auctions, Call, LotAuctions};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{
		DispatchInfoOf, DispatchOriginOf, Implication, PostDispatchInfoOf, RefundWeight,
		TransactionExtension, TransactionExtensionMetadata, ValidateResult,
	},
	transaction_validity::{
		TransactionPriority, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	DispatchResult,
};

/// How wide a band is, and the gap above it.
const QUARTER: TransactionPriority = TransactionPriority::MAX / 4;
/// The most that a user's transaction can have.
pub const USER_MAX: TransactionPriority = QUARTER;
/// The least that a maker's transaction has: he can get out of the way before he is taken.
pub const MAKER_BASE: TransactionPriority = QUARTER + QUARTER / 4;
/// The most that a maker's transaction can have.
pub const MAKER_MAX: TransactionPriority = QUARTER + QUARTER / 4 * 3;
/// The least that a liquidation has.
pub const LIQUIDATION_BASE: TransactionPriority = 2 * QUARTER;
/// The most that a liquidation can have.
pub const LIQUIDATION_MAX: TransactionPriority = 3 * QUARTER;
/// What the oracle's batches have.
pub const ORACLE: TransactionPriority = pallet_price_oracle::BATCH_PRIORITY;

/// What a feeder's flag has: no block holds one that fails.
pub const NOTICE: TransactionPriority = pallet_liquidation::NOTICE_PRIORITY;

/// What a feeder's proof of a vault has.
pub const PROOF: TransactionPriority = pallet_remote_vault::feeders::NOTICE_PRIORITY;

// The order that all this is for.
const _: () = assert!(USER_MAX < MAKER_BASE && MAKER_MAX < LIQUIDATION_BASE);
const _: () = assert!(LIQUIDATION_MAX < ORACLE);
const _: () = assert!(NOTICE == LIQUIDATION_MAX);
const _: () = assert!(MAKER_MAX < PROOF && PROOF < LIQUIDATION_BASE);

/// Proof of one auction's record, as pallet-liquidation counts an item.
const RECORD_PROOF: u64 = 2_600;

/// The call, if it is a step of a liquidation: one that others wrap (a batch, a proxy's call, a
/// multisig's) is not, since only the outer call is known before it is dispatched.
fn liquidation(call: &RuntimeCall) -> Option<&Call<Runtime>> {
	match call {
		RuntimeCall::Liquidation(
			step @ (Call::flag { .. }
			| Call::bid { .. }
			| Call::bid_lots { .. }
			| Call::take_over { .. }),
		) => Some(step),
		_ => None,
	}
}

/// Whether the auction's record alone says that a step of a liquidation will fail. One read. A bid may name a state
/// that a few sales came after.
///
/// A step that fails for another reason kept its rank and pays for all it declared.
fn is_futile(step: &Call<Runtime>) -> bool {
	match step {
		Call::flag { account, .. } => Auctions::<Runtime>::contains_key(account),
		Call::bid { auctioned, state_id, .. } => {
			let auction = Auctions::<Runtime>::get(auctioned);
			auction.and_then(|auction| auction.left_at(*state_id)).is_none()
		},
		Call::bid_lots { auctioned, state_id, .. } => {
			LotAuctions::<Runtime>::get(auctioned).is_none_or(|sale| sale.state_id != *state_id)
		},
		Call::take_over { account } => !Auctions::<Runtime>::contains_key(account),
		_ => true,
	}
}

/// Whether a call only takes orders off the book, or lets orders rest that never take.
fn is_makers(call: &RuntimeCall) -> bool {
	use pallet_options::{Call, TimeInForce::PostOnly};
	match call {
		RuntimeCall::Options(call) => matches!(
			call,
			Call::cancel_order { .. }
				| Call::cancel_all { .. }
				| Call::cancel_orders { .. }
				| Call::cancel_tagged { .. }
				| Call::cancel_quotes { .. }
				| Call::mass_quote { .. }
				| Call::set_protection { .. }
				| Call::heartbeat { .. }
				| Call::require_heartbeat { .. }
				| Call::cancel_intents { .. }
				| Call::cancel_intents_below { .. }
				| Call::place_order { time_in_force: PostOnly, .. }
				| Call::place_tagged { time_in_force: PostOnly, .. }
		),
		_ => false,
	}
}

/// The priority of a transaction to which payment gives `paid`: in the band of its rank.
fn ranked(call: &RuntimeCall, paid: TransactionPriority) -> TransactionPriority {
	match liquidation(call) {
		Some(step) if !is_futile(step) => {
			LIQUIDATION_BASE.saturating_add(paid).min(LIQUIDATION_MAX)
		},
		_ if is_makers(call) => MAKER_BASE.saturating_add(paid).min(MAKER_MAX),
		_ => paid.min(USER_MAX),
	}
}

/// Payment `S`, with its priority moved into the band of the transaction's rank. All else is `S`:
/// its name, its type and its bytes, so that clients see no other extension. It declares what a fee in margin cash
/// weighs, and gives back what that did not need: payment's own weight knows no asset from another.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq)]
pub struct Ranked<S>(pub S);

impl<S: TypeInfo> TypeInfo for Ranked<S> {
	type Identity = S::Identity;

	fn type_info() -> scale_info::Type {
		S::type_info()
	}
}

impl<S: TransactionExtension<RuntimeCall> + Payment> TransactionExtension<RuntimeCall>
	for Ranked<S>
{
	const IDENTIFIER: &'static str = S::IDENTIFIER;
	type Implicit = S::Implicit;
	type Val = S::Val;
	/// That of payment, and what of the weight of a fee in margin cash was not needed.
	type Pre = (S::Pre, Weight);

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		S::metadata()
	}

	fn weight(&self, call: &RuntimeCall) -> Weight {
		let mut weight = self.0.weight(call);
		if self.0.is_margin_cash() {
			weight = weight.saturating_add(fees::most_weight());
		}
		if liquidation(call).is_none() {
			return weight;
		}
		let read = <Runtime as frame_system::Config>::DbWeight::get().reads(1);
		weight.saturating_add(read).saturating_add(Weight::from_parts(0, RECORD_PROOF))
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
		implicit: Self::Implicit,
		implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCall> {
		let (mut validity, val, origin) =
			self.0.validate(origin, call, info, len, implicit, implication, source)?;
		validity.priority = ranked(call, validity.priority);
		Ok((validity, val, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		origin: &DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		let of_margin = self.0.is_margin_cash();
		let pre = self.0.prepare(val, origin, call, info, len)?;
		let unneeded = if of_margin { fees::unneeded_weight() } else { Weight::zero() };
		Ok((pre, unneeded))
	}

	/// The fee is for what was needed.
	fn post_dispatch_details(
		(pre, unneeded): Self::Pre,
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &PostDispatchInfoOf<RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let mut needed = *post_info;
		needed.refund(unneeded);
		let unspent = S::post_dispatch_details(pre, info, &needed, len, result)?;
		Ok(unspent.saturating_add(unneeded))
	}

	fn bare_validate(
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> TransactionValidity {
		S::bare_validate(call, info, len)
	}

	fn bare_validate_and_prepare(
		call: &RuntimeCall,
		info: &DispatchInfoOf<RuntimeCall>,
		len: usize,
	) -> Result<(), TransactionValidityError> {
		S::bare_validate_and_prepare(call, info, len)
	}

	fn bare_post_dispatch(
		info: &DispatchInfoOf<RuntimeCall>,
		post_info: &mut PostDispatchInfoOf<RuntimeCall>,
		len: usize,
		result: &DispatchResult,
	) -> Result<(), TransactionValidityError> {
		S::bare_post_dispatch(info, post_info, len, result)
	}
}
