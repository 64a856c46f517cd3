// SPDX-License-Identifier: GPL-3.0-or-later

//! The doors to other pallets.

use super::*;
use alloc::vec::Vec;
use frame_support::weights::Weight;
use straddle_traits::{Holdings, Work};

impl<T: Config> Ledger<AccountId32> for Pallet<T> {
	fn owner(account: &MarginAccountId) -> Option<AccountId32> {
		Accounts::<T>::get(account).map(|account| account.owner)
	}

	fn get_or_open(owner: &AccountId32, index: u32) -> Result<MarginAccountId, DispatchError> {
		let account = Self::id_of(owner, index);
		match <Self as Ledger<_>>::owner(&account) {
			Some(now) => ensure!(now == *owner, Error::<T>::NotOwner),
			None => Self::do_create_account(owner.clone(), index)?,
		}
		Ok(account)
	}

	fn ensure_may_trade(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		let account = Accounts::<T>::get(account).ok_or(Error::<T>::NoAccount)?;
		let may = account.owner == *who || account.delegates.contains(who);
		ensure!(may, Error::<T>::MayNotTrade);
		Ok(())
	}

	fn ensure_may_withdraw(account: &MarginAccountId, who: &AccountId32) -> DispatchResult {
		let account = Accounts::<T>::get(account).ok_or(Error::<T>::NoAccount)?;
		ensure!(account.owner == *who, Error::<T>::NotOwner);
		Ok(())
	}

	/// With interest up to now, as the next change of the account will find it. What does not fit
	/// in a number reads zero.
	fn cash(account: &MarginAccountId) -> Cash {
		let account = Accounts::<T>::get(account);
		account
			.and_then(|account| Interest::<T>::get().cash::<T>(&account).ok())
			.unwrap_or_default()
	}

	fn lots(account: &MarginAccountId) -> Vec<(CollateralId, u128)> {
		Accounts::<T>::get(account).map(|account| account.lots.into_inner()).unwrap_or_default()
	}

	fn positions(account: &MarginAccountId) -> Vec<(Series, Quantity)> {
		Accounts::<T>::get(account)
			.map(|account| account.positions.into_inner())
			.unwrap_or_default()
	}

	fn position(account: &MarginAccountId, series: &Series) -> (Quantity, u32) {
		let Some(account) = Accounts::<T>::get(account) else { return (0, 0) };
		let held = account.positions.binary_search_by_key(series, |(held, _)| *held).ok();
		let held = held.and_then(|nth| account.positions.get(nth));
		(held.map_or(0, |(_, quantity)| *quantity), account.series())
	}

	fn orders(account: &MarginAccountId) -> Vec<(OrderId, Place)> {
		let Some(account) = Accounts::<T>::get(account) else { return Vec::new() };
		let mut orders = account.resting().collect::<Vec<_>>();
		orders.sort_unstable_by_key(|(id, _)| *id);
		orders
	}

	fn all_orders() -> Vec<(MarginAccountId, OrderId, Place)> {
		let mut orders = Vec::new();
		for (id, account) in Accounts::<T>::iter() {
			orders.extend(account.resting().map(|(order, place)| (id.clone(), order, place)));
		}
		orders
	}

	fn holdings(account: &MarginAccountId) -> Option<Holdings<AccountId32>> {
		let account = Accounts::<T>::get(account)?;
		Some(Holdings {
			cash: Interest::<T>::get().cash::<T>(&account).unwrap_or_default(),
			orders: u32::try_from(account.resting().count()).unwrap_or(u32::MAX),
			ordered: account.orders.iter().map(|(series, _)| *series).collect(),
			owner: account.owner,
			lots: account.lots.into_inner(),
			positions: account.positions.into_inner(),
		})
	}

	fn pot(pot: Pot) -> Cash {
		Pots::<T>::get(pot)
	}

	fn payable_cash() -> Cash {
		let mut cash = CashBook::<T>::open();
		// Interest that creditors earned is positive cash, and needs a reserve, as soon as it is booked.
		let earned = Cash::try_from(cash.totals.earned.div_ceil(cash::SCALE)).unwrap_or(Cash::MAX);
		cash.totals.positive = cash.totals.positive.saturating_add(earned);
		cash.payable(cash.totals.own(), Params::<T>::get().reserve).unwrap_or_default()
	}

	fn withdrawable_cash_in(session: &mut Session<T>, account: &MarginAccountId) -> Cash {
		let Ok(settled) = Self::settled(account) else { return 0 };
		if settled.cash <= 0 {
			return 0;
		}
		let free = Self::free_cash(session, account, &settled).unwrap_or_default();
		free.min(settled.cash)
	}

	fn holders(
		underlying: UnderlyingId,
		expiry: Moment,
		after: Option<&MarginAccountId>,
		limit: u32,
	) -> Vec<MarginAccountId> {
		let key = (underlying, expiry);
		let holders = match after {
			Some(after) => {
				let from = Holders::<T>::hashed_key_for(key, after);
				Holders::<T>::iter_key_prefix_from(key, from)
			},
			None => Holders::<T>::iter_key_prefix(key),
		};
		holders.take(limit as usize).collect()
	}

	fn pay_out(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		Self::do_pay_out(account)
	}

	fn is_closed() -> bool {
		Books::<T>::exists()
	}

	fn pay_claim(pot: Pot, account: &MarginAccountId, amount: Cash) -> Result<Cash, DispatchError> {
		Self::do_pay_claim(pot, account, amount)
	}

	fn impair(account: &MarginAccountId, kind: CollateralId, impaired: bool) -> DispatchResult {
		Self::do_impair(account, kind, impaired)
	}

	fn is_impaired(account: &MarginAccountId, kind: CollateralId) -> bool {
		Accounts::<T>::get(account).is_some_and(|account| account.impaired.contains(&kind))
	}

	fn cover_weight() -> Weight {
		T::Covers::weight()
	}

	fn book_in(session: &mut Session<T>, journal: Journal) -> Result<(), Refused> {
		book::book(session, &journal)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn open_for_benchmark(owner: &AccountId32, index: u32, cash: Cash) -> MarginAccountId {
		let account = Self::id_of(owner, index);
		if !Accounts::<T>::contains_key(&account) {
			let open = OpenAccount::<T>::create(owner.clone(), index);
			let open =
				open.expect("a benchmark has no more accounts of one owner than he may have");
			open.store();
		}
		let deposit = Entry::new(account.clone(), Rule::Credit).cash(cash);
		let journal = Journal { cash_in: cash, ..Journal::of(alloc::vec![deposit]) };
		if let Err(error) = Self::book(journal) {
			log::error!(target: LOG_TARGET, "open_for_benchmark: {error:?}");
		}
		account
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn turn_for_benchmark(account: &MarginAccountId) {
		benchmarking::turn::<T>(account);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn file_for_benchmark(accounts: &[MarginAccountId], change: impl FnOnce()) {
		benchmarking::file::<T>(accounts, change);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn crowd_for_benchmark(underlying: UnderlyingId) {
		let figure = FixedU128::from_u32;
		let caps = OpenCaps { lower: figure(1), upper: figure(2), growth: figure(4) };
		OpenMarkets::<T>::mutate(underlying, |market| market.caps = Some(caps));
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn close_for_benchmark() {
		Totals::<T>::mutate(|totals| totals.closed = true);
		Books::<T>::put(ClosedBooks { claims: Totals::<T>::get().positive, paid: 0 });
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn fill_for_benchmark(account: &MarginAccountId, seed: u32, positions: u32, long: bool) {
		benchmarking::fill::<T>(account, seed, positions, long);
	}
}

impl<T: Config> Risk for Pallet<T> {
	type Session = Session<T>;

	fn session() -> Session<T> {
		Session::new()
	}

	fn work(session: &Session<T>) -> Work {
		session.work()
	}

	fn work_weight(work: &Work) -> Weight {
		Self::weight_of(work)
	}

	fn assess_in(
		session: &mut Session<T>,
		account: &MarginAccountId,
		lens: Lens,
	) -> Result<Assessment, DispatchError> {
		session.engine(lens).assess(&Self::settled(account)?)
	}

	fn assess_unaged(account: &MarginAccountId) -> Result<Assessment, DispatchError> {
		Session::<T>::unaged().engine(Lens::Latest).assess(&Self::settled(account)?)
	}

	/// Rounded down.
	fn mark_in(
		session: &mut Session<T>,
		series: &Series,
		lens: Lens,
	) -> Result<(Money, PriceState), DispatchError> {
		session.engine(lens).mark(series)
	}

	fn cash_unit() -> u128 {
		T::Collateral::cash_unit()
	}

	fn peg() -> Reading {
		T::Collateral::peg()
	}
}

impl<T: Config> DebtInterest for Pallet<T> {
	fn debt_index() -> u128 {
		Interest::<T>::get().borrow
	}
}

impl<T: Config> OverdueCash for Pallet<T> {
	/// What cannot be reckoned is not due.
	fn overdue(account: &MarginAccountId) -> Cash {
		let open = CashCalls::<T>::get().open;
		if open.is_none_or(|open| open.age_ms < open.due_ms) {
			return 0;
		}
		Self::call_due(account).unwrap_or_default()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn call_for_benchmark() {
		Interest::<T>::mutate(|known| {
			known.call = Some(Called { number: 1, index: known.borrow, kept: 0 });
		});
		let open = OpenCall { called: 1, debt: 1, due_ms: 0, age_ms: 0 };
		CashCalls::<T>::put(CallWatch {
			at: T::Time::now(),
			open: Some(open),
			made: 1,
			..Default::default()
		});
	}
}
