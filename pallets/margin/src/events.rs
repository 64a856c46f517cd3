// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A margin account was made; its id is an address to which tokens can be sent.
		AccountCreated { account: MarginAccountId, owner: AccountId32, index: u32 },
		/// An empty account was removed.
		AccountClosed { account: MarginAccountId, owner: AccountId32 },
		/// A key may trade for the account.
		DelegateSet { account: MarginAccountId, delegate: AccountId32 },
		/// A key may no longer trade for the account.
		DelegateRemoved { account: MarginAccountId, delegate: AccountId32 },
		/// Cash moved between two accounts of one owner, in smallest units.
		CashTransferred { from: MarginAccountId, to: MarginAccountId, amount: Cash },
		/// The parameters were changed.
		ParamsSet { params: RiskParams },
		/// The parameters of portfolio margin were changed.
		PortfolioParamsSet { params: PortfolioParams },
		/// An account's requirement is computed by this rule from now on.
		ModeSet { account: MarginAccountId, mode: MarginMode },
		/// The account is another's as soon as he accepts it.
		OwnershipOffered { account: MarginAccountId, to: AccountId32 },
		/// The offer of an account stands no longer.
		OfferCancelled { account: MarginAccountId },
		/// The account is another's, and its delegates are gone.
		OwnerChanged { account: MarginAccountId, from: AccountId32, to: AccountId32 },
		/// This moved between two accounts of one owner. For the positions `payment` went the other way,
		/// in smallest units; negative: it went with them.
		AssetsMoved {
			from: MarginAccountId,
			to: MarginAccountId,
			cash: Cash,
			lots: BoundedVec<(CollateralId, u128), MaxLots>,
			positions: BoundedVec<(Series, Quantity), MaxPositions>,
			payment: Cash,
		},
		/// An account was valued and does not stand as it did the last time.
		StandingChanged {
			account: MarginAccountId,
			standing: Standing,
			/// Equity less initial margin, as each counts for opening.
			initial_excess: Money,
			/// Equity less maintenance margin, as each counts for being left alone.
			maintenance_excess: Money,
		},
		/// Debtors owe `debt` together and have to repay `called` of it, each the same part, by this
		/// time if blocks go on.
		CashCalled { call: u32, called: Cash, debt: Cash, by: Moment },
		/// An account owes no more than it may keep; `repaid` was due before.
		CashCallMet { call: u32, account: MarginAccountId, repaid: Cash },
		/// Nobody has to repay any more; debtors owe `debt` together.
		CashCallEnded { call: u32, called: Cash, debt: Cash },
		/// Somebody saw to it that an account that owed `due` too long pays; so much came at once.
		CashCallEnforced { call: u32, account: MarginAccountId, due: Cash, collected: Cash },
		/// The parameters of cash calls were changed.
		CashCallParamsSet { params: CashCallParams },
		/// Gains are measured from marks of now on.
		DayBegan { day: u32 },
		/// Positive cash of all accounts paid `amount` into a pot: of each unit `left` × 10^-18 is left of
		/// what it was before the first scaling.
		CashScaled { scaling: u32, pot: Pot, amount: Cash, left: u128 },
		/// Somebody paid out of an account into a loss pool.
		PoolFunded { pot: Pot, account: MarginAccountId, amount: Cash },
		/// The treasury paid into a loss pool.
		PoolEndowed { pot: Pot, amount: Cash },
		/// Everybody is paid his part from now on: of `claims` in all `held` is here.
		BooksClosed { held: Cash, claims: Cash },
		/// An account was paid; `due` of its claim is what it has been paid in all.
		PaidOut { account: MarginAccountId, claim: Cash, paid: Cash, due: Cash },
		/// From this open interest of the market on its initial margin grows; or it does not.
		OpenCapsSet { underlying: UnderlyingId, caps: Option<OpenCaps> },
	}
}
