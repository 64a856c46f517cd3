// SPDX-License-Identifier: GPL-3.0-or-later

//! What happened.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account is in auction. `equity` and `requirement` are E and R before it.
		AuctionStarted {
			account: MarginAccountId,
			flagger: Option<AccountId32>,
			state_id: u32,
			equity: Money,
			requirement: Money,
			kappa: FixedU128,
			sale: Sale,
		},
		/// A part of an account changed hands. E and R are those before the bid, of positions alone as in [`Quote`];
		/// `payment` is the bidder's, without the bounty, and negative if he received.
		BidTaken {
			account: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			share: FixedU128,
			kappa: FixedU128,
			equity: Money,
			requirement: Money,
			payment: Cash,
			from_pool: Cash,
			bounty: Cash,
		},
		/// The global pool's account took the whole; it paid `payment` (negative: received), of which
		/// the pool gave it `funded`.
		TakenOver {
			account: MarginAccountId,
			pool_account: MarginAccountId,
			equity: Money,
			requirement: Money,
			payment: Cash,
			funded: Cash,
		},
		/// Cash that nothing of a pool's own account needs is the pool's again.
		ReturnedToPool { account: MarginAccountId, amount: Cash },
		/// An auction is over.
		AuctionEnded { account: MarginAccountId, reason: EndReason, biddable_ms: u64 },
		/// The flagger got his bounty.
		BountyPaid { account: MarginAccountId, reward_to: MarginAccountId, amount: Cash },
		/// No account is there for the bounty, or it could not be paid; the treasury has it.
		BountyForfeited { account: MarginAccountId, amount: Cash },
		/// The global pool paid debt of an empty account; `deficit` is what it could not pay.
		DebtCovered { account: MarginAccountId, paid: Cash, deficit: Cash },
		/// What the pool owes for empty accounts changed.
		DeficitChanged { account: MarginAccountId, deficit: Cash, total: Cash },
		/// An empty account owes nothing any more; `Pot::Insolvency` is short by it until these bear it.
		WrittenOff { account: MarginAccountId, amount: Cash, parts: LossParts },
		/// A loss is shared out from now on.
		LossOpened { loss: u32, bearer: Bearer, amount: Cash },
		/// So many accounts gained so much together since the last daily mark.
		GainsCounted { loss: u32, sum: Cash, accounts: u32 },
		/// A gain bears `charged` of a loss; `collected` is what the account had.
		GainCharged {
			loss: u32,
			account: MarginAccountId,
			gain: Cash,
			charged: Cash,
			collected: Cash,
		},
		/// A loss is borne: `amount` = `collected` + `from_pool` + `scaled` + `uncovered`. All positive cash
		/// lost `scaled`; `uncovered` is more than there is, and waits for the pool.
		LossBorne {
			loss: u32,
			bearer: Bearer,
			amount: Cash,
			collected: Cash,
			from_pool: Cash,
			scaled: Cash,
			uncovered: Cash,
		},
		/// A source chain's pool paid what that chain did not deliver, and owes the rest.
		UndeliveredPaid { source: SourceId, account: MarginAccountId, paid: Cash, owed: Cash },
		/// A step of the block's own work was not done; it is tried again.
		StepFailed { error: DispatchError },
		/// The chain stood still; nothing is liquidated before `until`.
		Halted { gap_ms: u64, until: Moment },
		/// A bid stands for accounts in auction from `kappa_min` on.
		BackstopPlaced {
			bidder: MarginAccountId,
			kappa_min: Perbill,
			max_requirement: Money,
			bond: Cash,
		},
		/// A standing bid took the part of an account that `BidTaken` tells; it takes `left` more.
		BackstopFilled { account: MarginAccountId, bidder: MarginAccountId, left: Money },
		/// A standing bid is gone; its bond came back less `fee`.
		BackstopEnded { bidder: MarginAccountId, reason: BackstopEnd, fee: Cash },
		/// Lots of a debtor who did not meet a cash call are for sale.
		LotAuctionStarted { account: MarginAccountId, state_id: u32, due: Cash },
		/// Lots of a debtor were sold; `due` is what he still has to repay.
		LotsSold {
			account: MarginAccountId,
			bidder: MarginAccountId,
			state_id: u32,
			kind: CollateralId,
			amount: u128,
			payment: Cash,
			due: Cash,
		},
		/// A debtor's lots are no longer for sale: nothing is due, nothing is left, or all of the account
		/// is in auction.
		LotAuctionEnded { account: MarginAccountId },
		/// No new auctions, and all clocks stopped.
		Paused,
		/// The pause is over; nothing is liquidated before `until`.
		Resumed { until: Moment },
		/// New parameters.
		ParamsSet { params: AuctionParams },
		/// Every account will be looked at again, riskiest first.
		AllMarkedDue,
		/// An account was not filed in the risk ladder as it should be, and is.
		AccountFiled { account: MarginAccountId },
		/// The level of a scope in force now, and when it ends if it does so by itself.
		LevelSet { scope: Scope, level: Level, until: Option<Moment>, by_risk: bool },
		/// A level ended by itself; this one is in force now.
		LevelLapsed { scope: Scope, level: Level },
		/// New parameters of levels.
		LevelParamsSet { params: LevelParams },
		/// The house winds down: positions only get smaller, for good.
		WindDownBegun,
		/// A chain's pool lent `amount` against lots on that chain, which are in `pledge` now; `principal` is owed in
		/// all.
		Lent {
			account: MarginAccountId,
			source: SourceId,
			pledge: MarginAccountId,
			lots: alloc::vec::Vec<(CollateralId, u128)>,
			amount: Cash,
			principal: Cash,
		},
		/// The chain is back: until then, in time in which the house runs, the owner alone may pay. It stands still
		/// again if there is no such time.
		LoanDue { account: MarginAccountId, source: SourceId, until: Option<Moment> },
		/// A chain's pool got so much of a loan back; `left` is still owed.
		LoanRepaid { account: MarginAccountId, source: SourceId, paid: Cash, left: Cash },
		/// A loan is over: what was left of the pledge is the account's, and the pool `lost` so much.
		LoanEnded { account: MarginAccountId, source: SourceId, lost: Cash },
		/// New parameters of loans.
		LoanParamsSet { params: LoanParams },
	}
}
