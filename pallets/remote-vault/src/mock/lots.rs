// SPDX-License-Identifier: GPL-3.0-or-later

//! Books of lots and loss pools as simple as can be, in the state so that a failed call leaves nothing.

use codec::{Decode, Encode};
use frame_support::{parameter_types, storage::unhashed};
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
	rc::Rc,
};
use straddle_primitives::*;
use straddle_traits::{ChainPools, LotCovers, RemoteLots, Rule};

parameter_types! {
	/// Owns account 99.
	pub PoolOwner: AccountId32 = AccountId32::new([99; 32]);
}

/// A kind that lies on this chain.
pub const LOCAL_KIND: CollateralId = CollateralId(50_001);
/// A kind that this chain does not take.
pub const STRANGE_KIND: CollateralId = CollateralId(50_002);

#[derive(Clone, Debug, Decode, Encode)]
pub struct Books {
	/// Owners of the accounts that there are.
	pub owners: BTreeMap<MarginAccountId, AccountId32>,
	/// Lots.
	pub lots: BTreeMap<(MarginAccountId, CollateralId), u128>,
	/// Cash that was paid to accounts.
	pub cash: BTreeMap<MarginAccountId, Cash>,
	/// Kinds of which an account's lot counts nothing for opening.
	pub impaired: BTreeSet<(MarginAccountId, CollateralId)>,
	/// Most of a kind that is credited.
	pub cap: u128,
	/// Fewest that a vault begins with.
	pub minimum: u128,
	/// Whether the chain takes new credit.
	pub takes_new: bool,
	/// Whether the ledger lets something out.
	pub may_withdraw: bool,
	/// What the chain's pool has.
	pub pool: Cash,
	/// Accounts that nothing can be booked for.
	pub stuck: BTreeSet<MarginAccountId>,
	/// Kinds without a price.
	pub priceless: BTreeSet<CollateralId>,
	/// Kinds that are not listed any more.
	pub delisted: BTreeSet<CollateralId>,
	/// The house has ended: no cash leaves, none comes to who owes nothing.
	pub closed: bool,
	/// Whether orders are paid from `cash`: who is in debt has no way out.
	pub cash_counts: bool,
	/// Kinds that are cash where they lie.
	pub stable: BTreeSet<CollateralId>,
	/// What accounts owe.
	pub owed: BTreeMap<MarginAccountId, u128>,
	/// The largest part of a lot that the ledger lets out at once.
	pub spare: u128,
	/// The kind that was valued last.
	pub valued: CollateralId,
	/// How much of each kind pools paid for, and how often.
	pub paid: BTreeMap<CollateralId, (u128, u128)>,
}

/// Why nothing is booked for some accounts.
pub const STUCK: DispatchError = DispatchError::Other("stuck");

impl Default for Books {
	fn default() -> Self {
		let (owners, lots, cash, impaired, priceless) = Default::default();
		let (stuck, delisted, closed, cash_counts) = Default::default();
		Self {
			owners,
			lots,
			cash,
			impaired,
			cap: u128::MAX,
			minimum: 1,
			takes_new: true,
			may_withdraw: true,
			pool: 0,
			stuck,
			priceless,
			delisted,
			closed,
			cash_counts,
			stable: Default::default(),
			owed: Default::default(),
			spare: u128::MAX,
			valued: LOCAL_KIND,
			paid: Default::default(),
		}
	}
}

const BOOKS: &[u8] = b"test/books";

thread_local! {
	/// The last that were decoded, and of what: they are looked at some hundred times between two changes.
	static DECODED: RefCell<(Vec<u8>, Rc<Books>)> = RefCell::default();
}

impl Books {
	pub fn get() -> Rc<Self> {
		let Some(bytes) = unhashed::get_raw(BOOKS) else { return Rc::default() };
		DECODED.with_borrow_mut(|decoded| {
			if decoded.0 != bytes {
				let books = Self::decode(&mut &bytes[..]).expect("as it was put there");
				*decoded = (bytes, Rc::new(books));
			}
			decoded.1.clone()
		})
	}

	pub fn edit<R>(edit: impl FnOnce(&mut Self) -> R) -> R {
		let mut books = Self::clone(&Self::get());
		let result = edit(&mut books);
		let bytes = books.encode();
		unhashed::put_raw(BOOKS, &bytes);
		DECODED.set((bytes, Rc::new(books)));
		result
	}

	/// Account `n`, owned by somebody with the same number.
	pub fn open(n: u8) -> MarginAccountId {
		let owner = AccountId32::new([n; 32]);
		let account = MarginAccountId(owner.clone());
		Self::edit(|books| books.owners.insert(account.clone(), owner));
		account
	}

	pub fn lot(account: &MarginAccountId, kind: CollateralId) -> u128 {
		Self::get().lots.get(&(account.clone(), kind)).copied().unwrap_or_default()
	}

	/// Whether the ledger books anything for an account, and if not `forced` lets something out.
	fn lets(&self, account: &MarginAccountId, forced: bool) -> DispatchResult {
		frame_support::ensure!(!self.stuck.contains(account), STUCK);
		let may = forced || (self.may_withdraw && !self.is_in_debt(account));
		may.then_some(()).ok_or(DispatchError::Other("withdrawal"))
	}

	fn is_in_debt(&self, account: &MarginAccountId) -> bool {
		self.cash_counts && self.cash.get(account).is_some_and(|cash| *cash < 0)
	}

	/// What an order costs. Of what is not there nothing is taken by force. Returns what was taken.
	pub fn charge(
		account: &MarginAccountId,
		fee: Cash,
		forced: bool,
	) -> Result<Cash, DispatchError> {
		let books = Self::get();
		if !books.cash_counts || fee == 0 {
			return Ok(fee);
		}
		books.lets(account, forced)?;
		let there = books.owners.contains_key(account) && !books.closed;
		frame_support::ensure!(there, DispatchError::Other("books"));
		let cash = books.cash.get(account).copied().unwrap_or_default();
		let fee = if forced { fee.min(cash.max(0)) } else { fee };
		frame_support::ensure!(forced || cash >= fee, DispatchError::Other("cash"));
		Self::edit(|books| books.cash.insert(account.clone(), cash - fee));
		Ok(fee)
	}

	/// The ledger moves a lot from one account to another.
	pub fn transfer(
		kind: CollateralId,
		from: &MarginAccountId,
		to: &MarginAccountId,
		amount: u128,
		forced: bool,
	) -> DispatchResult {
		let books = Self::get();
		frame_support::storage::with_storage_layer(|| {
			books.lets(from, forced)?;
			books.lets(to, true)?;
			frame_support::ensure!(books.owners.contains_key(to), DispatchError::Other("nobody"));
			MockLots::change(from, kind, |lot| lot.checked_sub(amount))?;
			MockLots::change(to, kind, |lot| lot.checked_add(amount))?;
			crate::mock::RemoteVault::move_cover(kind, from, to, amount, forced)
		})
	}
}

pub struct MockLots;

impl MockLots {
	fn change(
		account: &MarginAccountId,
		kind: CollateralId,
		to: impl FnOnce(u128) -> Option<u128>,
	) -> DispatchResult {
		Books::edit(|books| {
			let key = (account.clone(), kind);
			let lot = to(books.lots.get(&key).copied().unwrap_or_default());
			let lot = lot.ok_or(DispatchError::Other("lot"))?;
			match lot {
				0 => books.lots.remove(&key),
				_ => books.lots.insert(key, lot),
			};
			Ok(())
		})
	}
}

impl RemoteLots for MockLots {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Books::get().owners.get(account).cloned()
	}

	fn booked(account: &MarginAccountId, kind: CollateralId) -> u128 {
		Books::lot(account, kind)
	}

	fn credited(kind: CollateralId) -> u128 {
		Books::get().lots.iter().filter(|((_, of), _)| *of == kind).map(|(_, lot)| lot).sum()
	}

	fn source_of(kind: CollateralId) -> Option<SourceId> {
		let silent = Books::get().priceless.contains(&kind).then_some(SourceId(1));
		silent.or((kind == LOCAL_KIND).then_some(SourceId::LOCAL))
	}

	fn is_taken_here(kind: CollateralId) -> bool {
		kind != STRANGE_KIND
	}

	fn is_cash(kind: CollateralId) -> bool {
		Books::get().stable.contains(&kind)
	}

	fn owed(account: &MarginAccountId) -> u128 {
		Books::get().owed.get(account).copied().unwrap_or_default()
	}

	fn spare(_: &MarginAccountId, _: CollateralId, amount: u128, _: Cash) -> u128 {
		amount.min(Books::get().spare)
	}

	fn takes_new(kind: CollateralId) -> bool {
		let books = Books::get();
		books.takes_new && !books.delisted.contains(&kind)
	}

	fn credit(
		account: &MarginAccountId,
		kind: CollateralId,
		wanted: u128,
		first: bool,
	) -> Result<u128, DispatchError> {
		let books = Books::get();
		let room = books.cap.saturating_sub(Self::credited(kind));
		let amount = wanted.min(room);
		let few = first && amount < books.minimum;
		if amount == 0 || few || books.delisted.contains(&kind) {
			return Ok(0);
		}
		books.lets(account, true)?;
		Self::change(account, kind, |lot| lot.checked_add(amount))?;
		Ok(amount)
	}

	fn debit(
		account: &MarginAccountId,
		kind: CollateralId,
		amount: u128,
		rule: Rule,
	) -> DispatchResult {
		let books = Books::get();
		books.lets(account, rule == Rule::Forced)?;
		let listed = amount == 0 || !books.delisted.contains(&kind);
		frame_support::ensure!(listed, DispatchError::Other("not listed"));
		let may = rule == Rule::Forced || amount <= books.spare;
		frame_support::ensure!(may, DispatchError::Other("withdrawal"));
		Self::change(account, kind, |lot| lot.checked_sub(amount))
	}

	fn impair(account: &MarginAccountId, kind: CollateralId, impaired: bool) -> DispatchResult {
		let key = (account.clone(), kind);
		let books = Books::get();
		if books.impaired.contains(&key) == impaired {
			return Ok(());
		}
		books.lets(account, true)?;
		Books::edit(|books| match impaired {
			true => books.impaired.insert(key),
			false => books.impaired.remove(&key),
		});
		Ok(())
	}

	fn is_impaired(account: &MarginAccountId, kind: CollateralId) -> bool {
		Books::get().impaired.contains(&(account.clone(), kind))
	}

	/// Two units of cash each.
	fn value(kind: CollateralId, amount: u128) -> Result<Cash, DispatchError> {
		Books::edit(|books| books.valued = kind);
		let priced = !Books::get().priceless.contains(&kind);
		frame_support::ensure!(priced, DispatchError::Other("price"));
		Ok(2 * amount as Cash)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn account_for_benchmark(n: u32) -> MarginAccountId {
		Books::open(n as u8)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn owe_for_benchmark(account: &MarginAccountId, kind: CollateralId, amount: Cash) {
		Books::edit(|books| {
			books.stable.insert(kind);
			books.owed.insert(account.clone(), amount as u128);
		});
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn kind_for_benchmark(_: SourceId) -> CollateralId {
		CollateralId(3)
	}
}

pub struct MockPools;

impl ChainPools for MockPools {
	fn pay_undelivered(
		_: SourceId,
		account: &MarginAccountId,
		amount: Cash,
	) -> Result<Cash, DispatchError> {
		let books = Books::get();
		books.lets(account, true)?;
		let open = amount == 0 || !books.closed || books.is_in_debt(account);
		frame_support::ensure!(open, DispatchError::Other("books"));
		Books::edit(|books| {
			let paid = amount.min(books.pool);
			books.pool -= paid;
			if paid > 0 {
				let of_kind = books.paid.entry(books.valued).or_default();
				*of_kind = (of_kind.0 + paid as u128 / 2, of_kind.1 + 1);
			}
			*books.cash.entry(account.clone()).or_default() += paid;
			Ok(amount - paid)
		})
	}

	fn account() -> Result<MarginAccountId, DispatchError> {
		Ok(Books::open(99))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fund_for_benchmark(_: SourceId, amount: Cash) {
		Books::edit(|books| books.pool += amount);
	}
}
