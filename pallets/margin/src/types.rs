// SPDX-License-Identifier: GPL-3.0-or-later

//! What the ledger stores and what its views answer.

use super::*;
use alloc::vec::Vec;
use sp_core::ConstU32;

/// Most series in which one account may have resting orders.
pub const MAX_ORDER_SERIES: u32 = MAX_ORDERS;
/// Most series that valuing one account looks at: positions and orders.
pub const MAX_SERIES: u32 = MAX_POSITIONS + MAX_ORDER_SERIES;
/// Most keys that may trade for one account.
pub const MAX_DELEGATES: u32 = 8;
/// Most accounts of one owner.
pub const MAX_ACCOUNTS_PER_OWNER: u32 = 64;

/// [`MAX_POSITIONS`] as a bound.
pub type MaxPositions = ConstU32<MAX_POSITIONS>;
/// [`MAX_LOTS`] as a bound.
pub type MaxLots = ConstU32<MAX_LOTS>;
/// [`MAX_ORDER_SERIES`] as a bound.
pub type MaxOrderSeries = ConstU32<MAX_ORDER_SERIES>;
/// [`MAX_DELEGATES`] as a bound.
pub type MaxDelegates = ConstU32<MAX_DELEGATES>;

/// What all resting orders of an account in one series add up to. No quantity is negative, and no
/// money but that of a future, whose price is signed.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct OrderTotals {
	/// Resting quantity to buy, in millionths.
	pub buy: Quantity,
	/// Resting quantity to sell, in millionths.
	pub sell: Quantity,
	/// Σ quantity × limit price of the buys, in cash's smallest units.
	pub buy_cost: Cash,
	/// Σ quantity × limit price of the sells, in cash's smallest units.
	pub sell_proceeds: Cash,
}

impl OrderTotals {
	/// The totals after a change, or `None` where a number does not fit.
	pub(crate) fn changed(self, by: &OrderChange) -> Option<Self> {
		Some(Self {
			buy: self.buy.checked_add(by.buy)?,
			sell: self.sell.checked_add(by.sell)?,
			buy_cost: self.buy_cost.checked_add(by.buy_cost)?,
			sell_proceeds: self.sell_proceeds.checked_add(by.sell_proceeds)?,
		})
	}

	/// No figure is negative that may not be, and a side without quantity has no money either.
	pub(crate) fn is_sound(&self, kind: Kind) -> bool {
		let side = |quantity: Quantity, money: Cash| match quantity {
			1.. => money >= 0 || kind == Kind::Future,
			0 => money == 0,
			_ => false,
		};
		side(self.buy, self.buy_cost) && side(self.sell, self.sell_proceeds)
	}
}

/// Whose number an account's index is, if not its owner's, and the index: what tells it from all other
/// accounts of its owner.
pub type AccountNumber = (Option<AccountId32>, u32);

/// How an account stood when it was last valued on prices that allow flagging.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Standing {
	/// Equity covers the initial margin.
	#[default]
	Sound,
	/// It does not, but it covers the maintenance margin: the account may only reduce.
	BelowInitial,
	/// It covers neither: the account can be flagged.
	BelowMaintenance,
}

impl Standing {
	/// What an assessment's figures say.
	pub fn of(account: &Assessment) -> Self {
		let zero = Money::from_inner(0);
		if account.maintenance_excess() < zero {
			Self::BelowMaintenance
		} else if account.initial_excess() < zero {
			Self::BelowInitial
		} else {
			Self::Sound
		}
	}
}

/// One margin account: one bounded item, so that a fill touches two items.
///
/// The three lists are sorted by their keys and hold nothing that is zero.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct MarginAccount {
	/// Who may withdraw from it.
	pub owner: AccountId32,
	/// Who made it, if another owns it now: the id is a hash of him and the index.
	pub founder: Option<AccountId32>,
	/// Its number among the accounts of whoever made it.
	pub index: u32,
	/// Whom it is offered to.
	pub offered: Option<AccountId32>,
	/// Whether its owner has other accounts: then `Tails` has what must be known of those.
	pub siblings: bool,
	/// What the dampeners leave out of its tails as of its last valuation, in USD × 10^18; the largest
	/// figure stands for one that is not known.
	pub tail: Compact<u128>,
	/// How it stood when it was last valued.
	pub standing: Standing,
	/// The rule by which its requirement is computed.
	pub mode: MarginMode,
	/// Signed cash in smallest units, with interest up to the index below.
	pub cash: Cash,
	/// The interest index up to which `cash` is settled: the borrowers' while cash is negative, else
	/// the lenders'.
	pub interest: u128,
	/// Collateral by kind, in the asset's smallest units.
	pub lots: BoundedVec<(CollateralId, u128), MaxLots>,
	/// Kinds whose lot counts nothing for opening: less was in its vault than had to be. Sorted.
	pub impaired: BoundedVec<CollateralId, MaxLots>,
	/// Positions by series, in millionths of a contract.
	pub positions: Positions,
	/// Resting orders by series.
	pub orders: Orders,
	/// Keys that may trade but not withdraw.
	pub delegates: BoundedVec<AccountId32, MaxDelegates>,
	/// Where the risk ladder has filed it.
	pub filed: Filed,
	/// What sharing out a loss needs of it.
	pub loss: LossBook,
}

impl MarginAccount {
	/// A new account with nothing in it.
	pub fn new(owner: AccountId32, index: u32) -> Self {
		Self {
			owner,
			founder: None,
			index,
			offered: None,
			siblings: false,
			tail: Compact(0),
			standing: Standing::Sound,
			mode: MarginMode::Standard,
			cash: 0,
			interest: 0,
			lots: Default::default(),
			impaired: Default::default(),
			positions: Default::default(),
			orders: Default::default(),
			delegates: Default::default(),
			filed: Filed::default(),
			loss: LossBook::default(),
		}
	}

	/// What tells it from all other accounts of its owner.
	pub fn number(&self) -> AccountNumber {
		(self.founder.clone(), self.index)
	}

	/// Whether nothing of value and no obligation is in it.
	pub fn is_empty(&self) -> bool {
		self.cash == 0 && self.is_cash()
	}

	/// Whether there is cash in it at most.
	pub(crate) fn is_cash(&self) -> bool {
		self.lots.is_empty() && self.positions.is_empty() && self.orders.is_empty()
	}

	/// How many series valuing it looks at.
	pub fn series(&self) -> u32 {
		self.positions.len().saturating_add(self.orders.len()) as u32
	}

	/// Whether it has a position in this expiry.
	pub(crate) fn holds(&self, underlying: UnderlyingId, expiry: Moment) -> bool {
		let key = (underlying, expiry);
		let place = self.positions.partition_point(|(s, _)| (s.underlying, s.expiry) < key);
		self.positions.get(place).is_some_and(|(s, _)| (s.underlying, s.expiry) == key)
	}
}

/// Sums over the whole ledger, in cash's smallest units unless said otherwise.
///
/// Invariant 2: Σ accounts' booked cash + `pots` + `interest` − `scaled` = `held`.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct CashTotals {
	/// Stablecoin that the clearing account holds for the ledger.
	pub held: Cash,
	/// Σ of the accounts' positive booked cash.
	pub positive: Cash,
	/// Σ of the accounts' negative booked cash, as a magnitude.
	pub negative: Cash,
	/// Σ of the pots, signed.
	pub pots: Cash,
	/// Σ of the negative pots (suspense during a sweep, insolvency), as a magnitude.
	pub shortfall: Cash,
	/// Interest charged to debtors so far, less interest paid to creditors and to `Pot::Rounding`.
	pub interest: Cash,
	/// Interest that debtors owe and that is not in their booked cash, × 10^18, exact.
	pub owed: u128,
	/// Interest that creditors earned and that is not in their booked cash, × 10^18, exact.
	pub earned: u128,
	/// What positive cash lost by scaling and is in accounts' booked cash still.
	pub scaled: Cash,
	/// The books are closed: everybody is paid his part, and nothing accrues any more. Here, because whoever
	/// changes an account has read this.
	pub closed: bool,
}

/// Running sums of interest per unit of cash, × 10^18.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Indexes {
	/// What one unit of debt has been charged since genesis.
	pub borrow: u128,
	/// What one unit of positive cash has earned since genesis.
	pub lend: u128,
	/// Chain time up to which interest is accrued; zero before the first block.
	pub at: Moment,
	/// The cash call that is open. Here, because whoever changes an account has read this.
	pub call: Option<Called>,
	/// The day whose gains are written down; the same reason.
	pub day: u32,
	/// The underlying whose gains are counted or charged; the same reason.
	pub tally: Option<UnderlyingId>,
	/// How often positive cash was scaled; the same reason.
	pub scalings: u32,
}

/// What settling an account needs of the cash call that is open.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Called {
	/// Its number.
	pub number: u32,
	/// The borrowers' index when it was made: an account with a lower one has not changed since.
	pub index: u128,
	/// The part of its debt that an account may keep, × 10^18.
	pub kept: u128,
}

/// All contracts of a series that are held.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OpenContracts {
	/// Σ of the long positions, in millionths.
	pub longs: u64,
	/// Σ of the short positions, in millionths, as a magnitude.
	pub shorts: u64,
	/// What a settlement sweep took off the books so far: `longs − shorts` (invariant 3).
	pub swept: Quantity,
	/// The daily mark by which gains are measured.
	pub marked: Option<DayMark>,
}

/// Tails of an owner's accounts by number, as each account says, and none that is zero.
pub type OwnerTails = BoundedVec<(AccountNumber, u128), ConstU32<MAX_ACCOUNTS_PER_OWNER>>;

/// Ids of an owner's accounts, sorted.
pub type OwnedAccounts = BoundedVec<MarginAccountId, ConstU32<MAX_ACCOUNTS_PER_OWNER>>;

/// One expiry's part in an account's value and requirement, in cash units. Under the portfolio rule
/// it has no requirement of its own.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ExpiryHealth {
	/// What it is written on.
	pub underlying: UnderlyingId,
	/// The expiry.
	pub expiry: Moment,
	/// Marked value of the positions, rounded down.
	pub value: Money,
	/// Initial margin, rounded up.
	pub initial: Money,
	/// Maintenance margin, rounded up.
	pub maintenance: Money,
	/// The settlement price is fixed and the positions wait for the sweep.
	pub settled: bool,
	/// The worst state among the prices behind it.
	pub state: PriceState,
}

/// One lot's part in an account's value.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct LotHealth {
	/// The kind of collateral.
	pub kind: CollateralId,
	/// How much of it, in its smallest units.
	pub amount: u128,
	/// What it counts for.
	pub credit: LotCredit,
}

/// An account's standing with its reasons: what the view `health` answers.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct Health {
	/// All figures of the margin check.
	pub assessment: Assessment,
	/// Marked equity with lots at full price.
	pub equity: Money,
	/// Equity that counts for opening.
	pub equity_initial: Money,
	/// Equity that counts for being left alone.
	pub equity_maintenance: Money,
	/// Negative: the account may only reduce.
	pub initial_excess: Money,
	/// Negative: the account can be flagged.
	pub maintenance_excess: Money,
	/// The rule by which its requirement is computed.
	pub mode: MarginMode,
	/// Part of the initial margin that stands for resting orders, with what crowded markets add to it.
	pub orders: Money,
	/// Expiries, the one that binds most first.
	pub expiries: Vec<ExpiryHealth>,
	/// Under the portfolio rule: how it comes to the margin of the positions.
	pub portfolio: Option<PortfolioHealth>,
	/// Lots, sorted by kind, each with what it counts by itself. Under the portfolio rule those in an
	/// underlying's asset count with its positions instead.
	pub lots: Vec<LotHealth>,
	/// Whether an auction has shut every way out.
	pub in_auction: bool,
	/// What crowded markets add to IM, the largest first.
	pub crowds: Vec<CrowdHealth>,
}

/// What an owner's list of accounts says of one: what the view `accounts_of` answers.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct AccountSummary {
	/// Its id.
	pub account: MarginAccountId,
	/// Who made it, if not the owner.
	pub founder: Option<AccountId32>,
	/// Its number among the accounts of whoever made it.
	pub index: u32,
	/// The rule by which its requirement is computed.
	pub mode: MarginMode,
	/// Cash with interest up to now, in smallest units.
	pub cash: Cash,
	/// How many kinds of collateral it holds.
	pub lots: u32,
	/// In how many series it has positions.
	pub positions: u32,
	/// In how many series it has resting orders.
	pub orders: u32,
	/// How it stood when it was last valued, not now.
	pub standing: Standing,
	/// Whom it is offered to.
	pub offered: Option<AccountId32>,
	/// Whether an auction has shut every way out.
	pub in_auction: bool,
}

/// The effect of a trade before it is sent: what the view `what_if` answers.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct WhatIf {
	/// The account now.
	pub before: Assessment,
	/// The account after the trade.
	pub after: Assessment,
	/// Marked value per contract of the series, in cash units.
	pub mark: Money,
	/// Whether the ledger would book it, and if not why.
	pub verdict: Result<(), DispatchError>,
}

/// The cash market as it stands.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CashMarket {
	/// The sums of the ledger.
	pub totals: CashTotals,
	/// What is lent out as a share of all cash.
	pub utilisation: FixedU128,
	/// What debtors pay a year.
	pub borrow_rate: FixedU128,
	/// What creditors earn a year.
	pub lend_rate: FixedU128,
}
