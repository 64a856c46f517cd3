// SPDX-License-Identifier: GPL-3.0-or-later

//! A ledger that keeps balances only.

use super::*;
use codec::{Decode, Encode};
use sp_core::H256;
use sp_runtime::DispatchError;
use straddle_traits::{
	AuctionStatus, CollateralCredit, Journal, Ledger, OnOpened, Refused, Risk, Rule,
};

/// One account of the mock ledger.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct MockAccount {
	pub owner: AccountId32,
	pub cash: Cash,
	pub lots: BTreeMap<CollateralId, u128>,
}

/// Balances without positions. It lies in storage, so that a failing call undoes its changes.
pub struct MockLedger;

type Books = BTreeMap<MarginAccountId, MockAccount>;
const BOOKS: &[u8] = b"mock-ledger";

impl MockLedger {
	pub fn books() -> Books {
		unhashed::get(BOOKS).unwrap_or_default()
	}

	pub fn edit(account: &MarginAccountId, edit: impl FnOnce(&mut MockAccount)) {
		let mut books = Self::books();
		edit(books.get_mut(account).expect("exists"));
		unhashed::put(BOOKS, &books);
	}

	pub fn open(owner: &AccountId32, index: u32) -> MarginAccountId {
		let account = MarginAccountId::derive(&H256::zero(), owner, index);
		let mut books = Self::books();
		let new = MockAccount { owner: owner.clone(), cash: 0, lots: BTreeMap::new() };
		books.insert(account.clone(), new);
		unhashed::put(BOOKS, &books);
		Collateral::on_opened(&account);
		account
	}

	pub fn close(account: &MarginAccountId) {
		let mut books = Self::books();
		let closed = books.remove(account).expect("exists");
		assert!(closed.cash == 0 && closed.lots.is_empty());
		unhashed::put(BOOKS, &books);
	}

	pub fn lot(account: &MarginAccountId, kind: CollateralId) -> u128 {
		Self::books()[account].lots.get(&kind).copied().unwrap_or_default()
	}

	/// The part of the withdrawal rule that needs no positions: what is left for more.
	fn may_leave(account: &MockAccount) -> Result<Money, DispatchError> {
		let mut state = Collateral::peg().state;
		let unit = Collateral::cash_unit() as i128;
		let mut left = Money::checked_from_rational(account.cash, unit).unwrap();
		for (kind, amount) in &account.lots {
			let credit = Collateral::credit(*kind, *amount, Lens::Latest)?;
			left = left + credit.initial;
			state = state.worst(credit.state);
		}
		if !state.allows(PriceUse::Withdraw) {
			return Err("price".into());
		}
		if left < Money::from_inner(0) {
			return Err("margin".into());
		}
		Ok(left)
	}

	/// What is held above the reserve of positive cash, negative if the reserve is short.
	fn free(books: &Books) -> Cash {
		let positive: Cash = books.values().map(|account| account.cash.max(0)).sum();
		let reserve = positive.unsigned_abs() * Reserve::get();
		Credited::<Test>::get(CASH) as Cash - reserve.div_ceil(100) as Cash
	}
}

impl Ledger<AccountId32> for MockLedger {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Self::books().get(account).map(|account| account.owner.clone())
	}

	fn get_or_open(_: &AccountId32, _: u32) -> Result<MarginAccountId, DispatchError> {
		unimplemented!("collateral opens no accounts")
	}

	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		Self::ensure_may_withdraw(account, who)
	}

	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		if Self::owner(account).as_ref() == Some(who) {
			Ok(())
		} else {
			Err(DispatchError::BadOrigin)
		}
	}

	fn cash(account: &MarginAccountId) -> Cash {
		Self::books().get(account).map_or(0, |account| account.cash)
	}

	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)> {
		Self::books().get(account).map_or_else(Vec::new, |account| {
			account.lots.iter().map(|(kind, amount)| (*kind, *amount)).collect()
		})
	}

	fn positions(_: &MarginAccountId) -> Vec<(Series, Quantity)> {
		Vec::new()
	}

	fn position(_: &MarginAccountId, _: &Series) -> (Quantity, u32) {
		(0, 0)
	}

	fn orders(_: &MarginAccountId) -> Vec<(OrderId, Place)> {
		Vec::new()
	}

	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)> {
		Vec::new()
	}

	fn pot(_: Pot) -> Cash {
		0
	}

	fn payable_cash() -> Cash {
		let books = Self::books();
		let positive: Cash = books.values().map(|account| account.cash.max(0)).sum();
		let whole = Self::free(&books).max(0) * 100 / (100 - Reserve::get() as Cash);
		if whole <= positive {
			whole
		} else {
			Credited::<Test>::get(CASH) as Cash
		}
	}

	fn withdrawable_cash_in(_: &mut (), account: &MarginAccountId) -> Cash {
		let books = Self::books();
		let Some(of) = books.get(account) else { return 0 };
		if MockAuctions::in_auction(account) {
			return 0;
		}
		let unit = Money::from_inner(0).max(Self::may_leave(of).unwrap_or_default());
		let free = unit.saturating_mul_int(Collateral::cash_unit() as Cash);
		free.min(of.cash).max(0)
	}

	fn holders(
		_: UnderlyingId,
		_: Moment,
		_: Option<&MarginAccountId>,
		_: u32,
	) -> Vec<MarginAccountId> {
		Vec::new()
	}

	/// All of its cash, once the books are closed.
	fn pay_out(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		if !BooksClosed::get() {
			return Err(DispatchError::Other("open"));
		}
		let cash = Self::cash(account).max(0);
		Self::edit(account, |of| of.cash -= cash);
		Ok(cash)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn close_for_benchmark() {
		BooksClosed::set(true);
	}

	fn book_in(_: &mut (), journal: Journal) -> Result<(), Refused> {
		let because = DispatchError::Other;
		journal.ensure_balanced().map_err(|_| because("unbalanced"))?;
		let mut books = Self::books();
		for entry in journal.entries {
			let account = books.get_mut(&entry.account).ok_or(because("no account"))?;
			account.cash += entry.cash;
			for (kind, change) in entry.lots {
				let lot = account.lots.entry(kind).or_default();
				*lot = lot.checked_add_signed(change).ok_or(because("lot"))?;
				if *lot == 0 {
					account.lots.remove(&kind);
				}
			}
			if entry.rule == Rule::Withdraw {
				Self::may_leave(account)?;
			}
		}
		// The registry counted what leaves before it came here.
		if journal.cash_in < 0 && Self::free(&books) < 0 {
			return Err(because("reserve").into());
		}
		unhashed::put(BOOKS, &books);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId32, index: u32, cash: Cash) -> MarginAccountId {
		MockPrices::set_feed(STABLE_FEED, FixedU128::from_u32(1));
		let account = Self::open(owner, index);
		Self::edit(&account, |account| account.cash = cash);
		account
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(_: &MarginAccountId, _: u32, _: u32, _: bool) {}
}

impl Risk for MockLedger {
	type Session = ();

	fn session() {}

	/// Without positions.
	fn assess_in(
		_: &mut (),
		account: &MarginAccountId,
		lens: Lens,
	) -> Result<Assessment, DispatchError> {
		let books = Self::books();
		let of = books.get(account).ok_or(DispatchError::Other("no account"))?;
		let unit = Collateral::cash_unit() as i128;
		let cash = Money::checked_from_rational(of.cash, unit).unwrap();
		let mut is = Assessment { cash, ..Default::default() };
		for (kind, amount) in &of.lots {
			let credit = Collateral::credit(*kind, *amount, lens)?;
			is.lots.initial = is.lots.initial + credit.initial;
		}
		Ok(is)
	}

	fn mark_in(_: &mut (), _: &Series, _: Lens) -> Result<(Money, PriceState), DispatchError> {
		unimplemented!("collateral marks no series")
	}

	fn cash_unit() -> u128 {
		Collateral::cash_unit()
	}

	fn peg() -> Reading {
		Collateral::peg()
	}
}
