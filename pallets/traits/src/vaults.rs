// SPDX-License-Identifier: GPL-3.0-or-later

//! What a vault's orders need of the rest of the chain: a way for messages, and the owner's cash.

use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use frame_support::{dispatch::DispatchResult, PalletError};
use scale_info::TypeInfo;
use straddle_primitives::*;

use crate::{Entry, Journal, Ledger, Rule};

/// Why a message does not leave.
#[derive(
	Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PalletError, PartialEq, TypeInfo,
)]
pub enum MessageError {
	/// No channel to that chain is open.
	NoChannel,
	/// The float does not hold the fee.
	FloatTooSmall,
	/// The message was not taken: it is too large, or its version unknown there.
	NotSent,
}

/// Messages to the chains on which vaults are, and their answers.
pub trait VaultMessages<AccountId, Program> {
	/// The relay block that we see: no source chain's block of which we have a message is younger.
	fn now() -> u32;

	/// Expect one answer of the chain to what `querier`, an account of ours, asks there. It is
	/// dispatched when it comes, however late, once.
	fn new_query(para: u32, querier: &AccountId) -> u64;

	/// Whether this chain takes what a message of `para` brings: all that `program` puts down here.
	fn takes(para: u32, program: &Program) -> bool;

	/// What `payer` has here of the token that pays on source chains, in smallest units.
	fn float(payer: &AccountId) -> u128;

	/// Burn `fee` of `payer`'s token, so that as much of it is nobody's in our account on the chain `para`, and
	/// send it a program that takes it there. Returns the message's id.
	///
	/// # Errors
	/// See [`MessageError`]. The caller undoes what was done so far.
	fn send(
		para: u32,
		payer: &AccountId,
		fee: u128,
		program: Program,
	) -> Result<[u8; 32], MessageError>;

	/// Let messages to `para` leave, and `payer` pay for some.
	#[cfg(feature = "runtime-benchmarks")]
	fn prepare_for_benchmark(para: u32, payer: &AccountId);
}

/// Whose a vault is, and who pays for its orders.
pub trait OrderCash<AccountId> {
	/// That `who` may take something out of the account (its owner alone).
	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId) -> DispatchResult;

	/// Who owns the account.
	fn owner(account: &MarginAccountId) -> Option<AccountId>;

	/// Take a fee out of the account, for the treasury. `rule` is [`Rule::Withdraw`] for its owner's
	/// order, also where the fee is nothing: no account in auction has a way out. Once the books are closed it
	/// is nothing: no cash leaves them but as everybody's part, and the float pays.
	fn charge(account: &MarginAccountId, fee: Cash, rule: Rule) -> DispatchResult;

	/// The same as far as the account has cash: it never gets into debt by it.
	///
	/// # Errors
	/// The ledger refuses.
	fn charge_at_most(account: &MarginAccountId, fee: Cash) -> DispatchResult;

	/// Whether the books are closed (ADR 24).
	fn is_closed() -> bool;

	/// An account of `owner` with some cash.
	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId) -> MarginAccountId;
}

/// [`OrderCash`] by the ledger.
pub struct FromLedger<L>(PhantomData<L>);

impl<AccountId, L: Ledger<AccountId>> OrderCash<AccountId> for FromLedger<L> {
	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId) -> DispatchResult {
		L::ensure_may_withdraw(account, who)
	}

	fn owner(account: &MarginAccountId) -> Option<AccountId> {
		L::owner(account)
	}

	fn charge(account: &MarginAccountId, fee: Cash, rule: Rule) -> DispatchResult {
		let fee = if L::is_closed() { 0 } else { fee };
		let paid = Entry::new(account.clone(), rule).cash(fee.saturating_neg());
		L::book(Journal::of(alloc::vec![paid]).pot(Pot::Treasury, fee))
	}

	fn charge_at_most(account: &MarginAccountId, fee: Cash) -> DispatchResult {
		match L::cash(account).clamp(0, fee.max(0)) {
			0 => Ok(()),
			able => Self::charge(account, able, Rule::Forced),
		}
	}

	fn is_closed() -> bool {
		L::is_closed()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId) -> MarginAccountId {
		let unit = i128::try_from(L::cash_unit()).unwrap_or(i128::MAX);
		L::open_for_benchmark(owner, 0, unit.saturating_mul(1_000))
	}
}
