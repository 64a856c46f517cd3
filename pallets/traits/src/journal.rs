// SPDX-License-Identifier: GPL-3.0-or-later

//! The journal: one balanced change of the ledger.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::PalletError;
use sp_runtime::DispatchError;
use straddle_primitives::*;

/// What has to hold of an account after its entry is booked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Rule {
	/// Nothing: cash, lots or a settlement come in, or resting orders are cancelled. Always allowed,
	/// in auction too.
	Credit,
	/// The account trades or rests an order. The one predicate: `equity_IM ≥ IM` on `Valid` prices;
	/// or, where that did not hold before either: MM falls, equity/MM does not fall, the trade is
	/// near its mark and nothing leaves. Refused in auction.
	Trade {
		/// Whether the trade's price is within 5 % of the mark.
		near_mark: bool,
	},
	/// The account takes over a part of one in auction: `equity_IM ≥ IM` on prices that allow bids
	/// (RISK.md 4), or the second half of [`Rule::Trade`]'s predicate. Refused in auction.
	Bid,
	/// Something leaves: on `Valid` prices, and option value does not count. Refused in auction.
	Withdraw,
	/// Whatever liquidation decided of the account in auction, and settlement at a fixed price.
	Forced,
}

/// A change of the resting orders that an account has in one series, all per side.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct OrderChange {
	/// Resting quantity to buy, in millionths.
	pub buy: Quantity,
	/// Resting quantity to sell, in millionths.
	pub sell: Quantity,
	/// Σ quantity × limit price of the buys, in cash's smallest units, rounded up.
	pub buy_cost: Cash,
	/// Σ quantity × limit price of the sells, in cash's smallest units, rounded down.
	pub sell_proceeds: Cash,
}

/// One account's part in a journal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
	/// Whose.
	pub account: MarginAccountId,
	/// Change of its cash.
	pub cash: Cash,
	/// Changes of its lots.
	pub lots: Vec<(CollateralId, i128)>,
	/// Changes of its positions.
	pub positions: Vec<(Series, Quantity)>,
	/// What of its change of cash is the price of its positions, without fees, by underlying. Positions in
	/// an underlying that is not named change hands at their marks.
	pub premiums: Vec<(UnderlyingId, Cash)>,
	/// Changes of its resting orders.
	pub orders: Vec<(Series, OrderChange)>,
	/// Orders that rest from now on.
	pub rests: Vec<(OrderId, Place)>,
	/// Orders that rest no longer.
	pub gone: Vec<(OrderId, Place)>,
	/// What must hold afterwards.
	pub rule: Rule,
}

impl Entry {
	/// An entry that changes nothing yet.
	pub fn new(account: MarginAccountId, rule: Rule) -> Self {
		let (lots, positions, premiums, orders) = Default::default();
		let (rests, gone) = Default::default();
		Self { account, cash: 0, lots, positions, premiums, orders, rests, gone, rule }
	}

	/// With this change of cash.
	pub fn cash(mut self, change: Cash) -> Self {
		self.cash = change;
		self
	}

	/// With this change of a lot.
	pub fn lot(mut self, kind: CollateralId, change: i128) -> Self {
		self.lots.push((kind, change));
		self
	}

	/// With this change of a position.
	pub fn position(mut self, series: Series, change: Quantity) -> Self {
		self.positions.push((series, change));
		self
	}

	/// With so much of its change of cash being the price of its positions in an underlying.
	pub fn premium(mut self, underlying: UnderlyingId, change: Cash) -> Self {
		self.premiums.push((underlying, change));
		self
	}

	/// With this change of resting orders.
	pub fn order(mut self, series: Series, change: OrderChange) -> Self {
		self.orders.push((series, change));
		self
	}

	/// With this order resting.
	pub fn rests(mut self, id: OrderId, place: Place) -> Self {
		self.rests.push((id, place));
		self
	}

	/// With this order resting no longer.
	pub fn gone(mut self, id: OrderId, place: Place) -> Self {
		self.gone.push((id, place));
		self
	}
}

/// One balanced change of the ledger.
///
/// Cash: Σ entries + Σ pots = `cash_in`. Lots of a kind: Σ entries = `lots_in`. Contracts of a
/// series: Σ entries = `settled` (what a settlement sweep takes off the books, zero otherwise).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Journal {
	/// The accounts' parts; an account may appear once.
	pub entries: Vec<Entry>,
	/// Changes of pots.
	pub pots: Vec<(Pot, Cash)>,
	/// Stablecoin that the clearing account received (negative: paid out) with this change.
	pub cash_in: Cash,
	/// Tokens that the clearing account, or a vault's proof, gained with this change.
	pub lots_in: Vec<(CollateralId, i128)>,
	/// Contracts that a settlement takes off the books: the sum of the entries' changes.
	pub settled: Vec<(Series, Quantity)>,
}

/// Why a journal does not balance.
#[derive(
	Clone,
	Copy,
	Debug,
	Eq,
	PartialEq,
	codec::Encode,
	codec::Decode,
	codec::DecodeWithMemTracking,
	scale_info::TypeInfo,
	PalletError,
)]
pub enum Imbalance {
	/// Cash was made or lost.
	Cash,
	/// Tokens of a kind were made or lost.
	Lots,
	/// Longs and shorts of a series changed by different amounts.
	Contracts,
	/// A sum does not fit.
	Overflow,
	/// An account has more than one entry.
	AccountTwice,
}

/// Why a journal was not booked, and who stood in its way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Refused {
	/// What is wrong.
	pub error: DispatchError,
	/// The first entry that cannot be booked, by its place in the journal; none if it is no single
	/// account's fault.
	pub entry: Option<usize>,
}

impl From<DispatchError> for Refused {
	fn from(error: DispatchError) -> Self {
		Self { error, entry: None }
	}
}

impl From<Refused> for DispatchError {
	fn from(refused: Refused) -> Self {
		refused.error
	}
}

impl Journal {
	/// A journal of these entries.
	pub fn of(entries: Vec<Entry>) -> Self {
		Self { entries, ..Self::default() }
	}

	/// With this change of a pot.
	pub fn pot(mut self, pot: Pot, change: Cash) -> Self {
		self.pots.push((pot, change));
		self
	}

	/// That nothing is made and nothing is lost.
	pub fn ensure_balanced(&self) -> Result<(), Imbalance> {
		let mut cash = self.cash_in;
		let parts = self.entries.iter().map(|entry| entry.cash);
		for part in parts.chain(self.pots.iter().map(|(_, change)| *change)) {
			cash = cash.checked_sub(part).ok_or(Imbalance::Overflow)?;
		}
		if cash != 0 {
			return Err(Imbalance::Cash);
		}
		let lots = self.entries.iter().flat_map(|entry| entry.lots.iter().copied());
		if !cancels(lots, self.lots_in.iter().copied())? {
			return Err(Imbalance::Lots);
		}
		let wide = |&(series, quantity): &(Series, Quantity)| (series, i128::from(quantity));
		let contracts = self.entries.iter().flat_map(|entry| entry.positions.iter().map(wide));
		if !cancels(contracts, self.settled.iter().map(wide))? {
			return Err(Imbalance::Contracts);
		}
		let mut accounts: Vec<_> = self.entries.iter().map(|entry| &entry.account).collect();
		accounts.sort_unstable();
		if accounts.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
			return Err(Imbalance::AccountTwice);
		}
		Ok(())
	}
}

/// Whether the parts of each key sum to the key's whole.
fn cancels<Key: Ord>(
	parts: impl Iterator<Item = (Key, i128)>,
	wholes: impl Iterator<Item = (Key, i128)>,
) -> Result<bool, Imbalance> {
	let mut sums = BTreeMap::<Key, i128>::new();
	for (key, part) in parts {
		let sum = sums.entry(key).or_default();
		*sum = sum.checked_add(part).ok_or(Imbalance::Overflow)?;
	}
	for (key, whole) in wholes {
		let sum = sums.entry(key).or_default();
		*sum = sum.checked_sub(whole).ok_or(Imbalance::Overflow)?;
	}
	Ok(sums.values().all(|sum| *sum == 0))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_runtime::AccountId32;

	const KIND: CollateralId = CollateralId(3);

	fn account(n: u8) -> MarginAccountId {
		MarginAccountId(AccountId32::new([n; 32]))
	}

	fn call() -> Series {
		Series {
			underlying: UnderlyingId(0),
			expiry: 1,
			strike: Strike::usd(100),
			kind: Kind::Call,
		}
	}

	fn entry(n: u8) -> Entry {
		Entry::new(account(n), Rule::Credit)
	}

	#[test]
	fn a_trade_with_a_fee_balances() {
		let trade = Journal::of(alloc::vec![
			entry(1).cash(-105).position(call(), 7),
			entry(2).cash(100).position(call(), -7),
		])
		.pot(Pot::Treasury, 5);
		assert_eq!(trade.ensure_balanced(), Ok(()));
	}

	#[test]
	fn cash_lots_and_contracts_each_have_their_error() {
		let made = Journal::of(alloc::vec![entry(1).cash(1)]);
		assert_eq!(made.ensure_balanced(), Err(Imbalance::Cash));
		let lot = Journal::of(alloc::vec![entry(1).lot(KIND, 1), entry(2).lot(KIND, 1)]);
		assert_eq!(lot.ensure_balanced(), Err(Imbalance::Lots));
		let long = Journal::of(alloc::vec![entry(1).position(call(), 1)]);
		assert_eq!(long.ensure_balanced(), Err(Imbalance::Contracts));
	}

	#[test]
	fn deposits_and_settlements_name_what_comes_from_outside() {
		let mut deposit = Journal::of(alloc::vec![entry(1).cash(9).lot(KIND, 4)]);
		deposit.cash_in = 9;
		deposit.lots_in = alloc::vec![(KIND, 4)];
		assert_eq!(deposit.ensure_balanced(), Ok(()));
		let mut settlement = Journal::of(alloc::vec![entry(1).position(call(), -3)]);
		settlement.settled = alloc::vec![(call(), -3)];
		assert_eq!(settlement.ensure_balanced(), Ok(()));
	}

	#[test]
	fn an_account_has_one_entry_and_sums_do_not_wrap() {
		let twice = Journal::of(alloc::vec![entry(1).cash(1), entry(1).cash(-1)]);
		assert_eq!(twice.ensure_balanced(), Err(Imbalance::AccountTwice));
		let huge = Journal::of(alloc::vec![entry(1).cash(Cash::MIN), entry(2).cash(Cash::MIN)]);
		assert_eq!(huge.ensure_balanced(), Err(Imbalance::Overflow));
	}
}
