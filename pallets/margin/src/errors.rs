// SPDX-License-Identifier: GPL-3.0-or-later

//! Why a call fails.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// No such margin account.
		NoAccount,
		/// There is an account of this owner and index; it may be another's now.
		AccountExists,
		/// The owner has as many accounts as one may have.
		TooManyAccounts,
		/// Cash, a lot, a position or an order is still in the account.
		AccountNotEmpty,
		/// Only the owner may do this.
		NotOwner,
		/// Only the owner or a delegate may trade for the account.
		MayNotTrade,
		/// The other account has another owner.
		NotSameOwner,
		/// The key is a delegate already.
		AlreadyDelegate,
		/// The account has as many delegates as one may have.
		TooManyDelegates,
		/// The key is no delegate of the account.
		NotDelegate,
		/// The amount is zero.
		ZeroAmount,
		/// A parameter is outside its bounds.
		InvalidParams,
		/// The journal does not balance.
		Unbalanced(Imbalance),
		/// An entry under `Rule::Credit` takes something, moves a position or adds an order.
		NotACredit,
		/// The account is being auctioned: every way out is shut.
		InAuction,
		/// The market or the house is frozen: collateral comes in, orders are cancelled, no more.
		Frozen,
		/// The market takes nothing that adds risk.
		Restricted,
		/// The books are closed: debtors repay, everybody is paid his part and takes his lots, no more.
		BooksClosed,
		/// The books are open.
		BooksOpen,
		/// The house does not wind down.
		NotWindingDown,
		/// Positions are left, or a settlement is under way.
		PositionsLeft,
		/// Debts, pledges, or lots of the pool's own are left, and debtors have time still.
		DebtsLeft,
		/// Contracts can leave the books only once their settlement price is fixed.
		NotSettled,
		/// A price that is needed is in a state that does not allow this, or the stablecoin is off
		/// its peg.
		PriceUnusable,
		/// Afterwards equity would not cover the initial margin.
		BelowInitialMargin,
		/// Afterwards a debt would not be covered by what the lots count for.
		UnbackedDebt,
		/// The account's equity is negative: only its auction acts.
		Insolvent,
		/// Below the initial margin nothing may leave and no order may be added.
		SomethingLeaves,
		/// Below the initial margin only trades near the mark are allowed.
		FarFromMark,
		/// Below the initial margin a trade must lower the maintenance margin and must not lower
		/// equity per maintenance margin.
		NotReducing,
		/// Afterwards cash and lots, without option value, would not cover the initial margin.
		WithdrawalTooLarge,
		/// The payout would leave less than the reserve of positive cash.
		CashReserve,
		/// The pot does not hold this much.
		PotShort,
		/// The account does not hold this much of the collateral.
		LotShort,
		/// The stablecoin is cash, never a lot.
		CashIsNoLot,
		/// Resting orders would be negative, or have money without quantity; or one would rest twice, or
		/// go from where it does not rest.
		OrderMismatch,
		/// The account would hold more series than it may.
		TooManyPositions,
		/// The account would hold more kinds of collateral than it may.
		TooManyLots,
		/// The account would have orders in more series than it may.
		TooManyOrderSeries,
		/// A price that is needed is zero.
		NoPrice,
		/// A series cannot be valued at the prices of now.
		CannotValue,
		/// The account is his already.
		AlreadyOwner,
		/// The account is offered to nobody, or not to this key.
		NotOffered,
		/// The account does not hold so many contracts on that side, or none were named.
		TooFewContracts,
		/// The series has expired: its settlement alone moves it.
		Expired,
		/// No cash call is open.
		NoCashCall,
		/// Debtors have time to repay still.
		CashCallNotDue,
		/// The account has nothing to repay.
		NothingDue,
		/// The account would have more resting orders than it may.
		TooManyOrders,
		/// Gains are being counted or charged already.
		TallyOpen,
		/// Only a loss pool can be paid into.
		NotAPool,
		/// Something lies in the account's vaults on source chains, or is on its way: its owner takes it out
		/// first. Or a chain's pool owes it something.
		VaultNotEmpty,
	}
}
