// SPDX-License-Identifier: GPL-3.0-or-later

//! Lots that lie in vaults on other chains: what covers them, and how they come into the books.

use crate::Rule;
use frame_support::{dispatch::DispatchResult, weights::Weight};
use sp_runtime::{AccountId32, DispatchError};
use straddle_primitives::*;

/// What covers lots that do not lie here. A lot of such a kind is a right to so many units in vaults on
/// its chain: whoever gets the lot gets the right, at once.
pub trait LotCovers {
	/// Whether lots of a kind are covered by vaults. Of a kind that lies here nothing is asked.
	fn covers(kind: CollateralId) -> bool;

	/// So many smallest units of a lot went from one account to another: so does what covers them.
	/// `forced` if liquidation took them.
	///
	/// # Errors
	/// Whoever gets them cannot hold so many rights, the giver has no such cover, or
	/// may not give it away himself.
	fn move_cover(
		kind: CollateralId,
		from: &MarginAccountId,
		to: &MarginAccountId,
		amount: u128,
		forced: bool,
	) -> DispatchResult;

	/// The most that the moves of one journal weigh between two accounts.
	fn weight() -> Weight;

	/// Whether an account has nothing of its own in vaults, but for less than its owner could order out, and nothing
	/// on its way out of them.
	fn has_empty_vaults(account: &MarginAccountId) -> bool;

	/// The most that this answer weighs.
	fn empty_weight() -> Weight;
}

/// All lots lie here.
impl LotCovers for () {
	fn covers(_: CollateralId) -> bool {
		false
	}

	fn move_cover(
		_: CollateralId,
		_: &MarginAccountId,
		_: &MarginAccountId,
		_: u128,
		_: bool,
	) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}

	fn weight() -> Weight {
		Weight::zero()
	}

	fn has_empty_vaults(_: &MarginAccountId) -> bool {
		true
	}

	fn empty_weight() -> Weight {
		Weight::zero()
	}
}

/// The books as whoever knows the vaults sees them: caps and totals of kinds that lie elsewhere, and the
/// lots in the ledger. Amounts are in smallest units.
pub trait RemoteLots {
	/// Who owns a margin account, if it exists.
	fn owner(account: &MarginAccountId) -> Option<AccountId32>;

	/// The lot of a kind that an account has.
	fn booked(account: &MarginAccountId, kind: CollateralId) -> u128;

	/// What is booked of a kind in all accounts.
	fn credited(kind: CollateralId) -> u128;

	/// Where a kind lies by its listing; `None` if it is not listed.
	fn source_of(kind: CollateralId) -> Option<SourceId>;

	/// Whether the same token is collateral where it lies on this chain: then this chain takes it by message.
	fn is_taken_here(kind: CollateralId) -> bool;

	/// Whether a kind is the stablecoin that cash is here, where it lies.
	fn is_cash(kind: CollateralId) -> bool;

	/// What an account owes in cash, interest included, less what came to its address and is not credited yet; in
	/// smallest units.
	fn owed(account: &MarginAccountId) -> u128;

	/// How much of `amount` of a lot an account could take out as any withdrawal, besides `fee` of cash.
	fn spare(account: &MarginAccountId, kind: CollateralId, amount: u128, fee: Cash) -> u128;

	/// Whether what is new on a kind's chain may be credited now (DESIGN.md 7).
	fn takes_new(kind: CollateralId) -> bool;

	/// Book up to `wanted` into an account, as far as caps leave room. With `first` it must reach the
	/// kind's minimum. Returns what was booked, which may be nothing.
	///
	/// # Errors
	/// The kind lies here, or the ledger refuses. Of a kind that is not listed any more nothing is booked.
	fn credit(
		account: &MarginAccountId,
		kind: CollateralId,
		wanted: u128,
		first: bool,
	) -> Result<u128, DispatchError>;

	/// Book an amount out of an account under a rule, [`Rule::Withdraw`] or [`Rule::Forced`]. With nothing
	/// to book out it is only asked whether the account's ways out are open; then the kind need not be listed.
	///
	/// # Errors
	/// The kind is not listed or lies here, or the ledger refuses; the kind is frozen; the account is in auction.
	fn debit(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		rule: Rule,
	) -> DispatchResult;

	/// Whether an account's lot of a kind counts nothing for opening from now on, or counts again.
	///
	/// # Errors
	/// The account does not exist.
	fn impair(account: &MarginAccountId, kind: CollateralId, impaired: bool) -> DispatchResult;

	/// Whether it counts nothing.
	fn is_impaired(account: &MarginAccountId, kind: CollateralId) -> bool;

	/// What an amount is worth at full price, in smallest units of cash, rounded down.
	///
	/// # Errors
	/// Its price cannot be used.
	fn value(kind: CollateralId, amount: u128) -> Result<Cash, DispatchError>;

	/// A margin account of its own for each number (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn account_for_benchmark(n: u32) -> MarginAccountId;

	/// Let an account owe so much, and a kind be cash where it lies (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn owe_for_benchmark(account: &MarginAccountId, kind: CollateralId, amount: Cash);

	/// List a kind that lies on a chain and has a price (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn kind_for_benchmark(source: SourceId) -> CollateralId;
}

/// What pools of source chains owe to accounts.
pub trait PoolClaims {
	/// What has left the ledger of an account's rights and a pool owes it for: its worth now. If that cannot be told,
	/// [`Cash::MAX`]; of a kind that is not listed any more nothing. It is charged as it happens.
	fn owed_to(account: &MarginAccountId) -> Cash;
}

/// The loss pools of source chains.
pub trait ChainPools {
	/// Pay an account what a chain failed to deliver. Returns what the pool could not pay.
	///
	/// # Errors
	/// The account does not exist, or a number does not fit.
	fn pay_undelivered(
		source: SourceId,
		account: &MarginAccountId,
		amount: Cash,
	) -> Result<Cash, DispatchError>;

	/// The account that has what comes back after a pool paid for it; the first time it is opened.
	///
	/// # Errors
	/// It cannot be opened.
	fn account() -> Result<MarginAccountId, DispatchError>;

	/// Whether an account is what a pool lent against: what it has rights to stays where it is.
	fn is_pledge(_: &MarginAccountId) -> bool {
		false
	}

	/// Let a chain's pool have so much (benchmarks).
	#[cfg(feature = "runtime-benchmarks")]
	fn fund_for_benchmark(source: SourceId, amount: Cash);
}
