// SPDX-License-Identifier: GPL-3.0-or-later

//! What people and programs may ask; also behind the runtime API.

use super::*;
use alloc::vec::Vec;
use sp_runtime::{traits::Zero, ArithmeticError::Overflow};
use straddle_math::{mul_div, Rounding};

impl<T: Config> Pallet<T> {
	/// A copy of an account with interest up to now in its cash, as its next change will find it.
	pub(crate) fn settled(id: &MarginAccountId) -> Result<MarginAccount, DispatchError> {
		let mut account = Accounts::<T>::get(id).ok_or(Error::<T>::NoAccount)?;
		account.cash = Interest::<T>::get().cash::<T>(&account)?;
		Ok(account)
	}

	/// The id of an owner's account, whether it exists or not.
	pub(crate) fn id_of(owner: &AccountId32, index: u32) -> MarginAccountId {
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		MarginAccountId::derive(&genesis, owner, index)
	}

	pub(crate) fn view_health(id: &MarginAccountId) -> Result<Health, DispatchError> {
		let account = Self::settled(id)?;
		let mut session = Session::<T>::new();
		let engine = session.engine(Lens::Latest);
		let valuation = engine.value(&account)?;
		let assessment = valuation.assessment;
		Ok(Health {
			assessment,
			equity: assessment.equity(),
			equity_initial: assessment.equity_initial(),
			equity_maintenance: assessment.equity_maintenance(),
			initial_excess: assessment.initial_excess(),
			maintenance_excess: assessment.maintenance_excess(),
			mode: account.mode,
			orders: engine.orders_health(&valuation)?,
			expiries: engine.expiries_health(&account, &valuation)?,
			portfolio: engine.portfolio_health(&valuation)?,
			crowds: engine.crowds_health(&valuation)?,
			lots: valuation.lots,
			in_auction: T::Auctions::in_auction(id),
		})
	}

	/// One that cannot be read is left out; cash that does not fit a number is zero.
	pub(crate) fn view_accounts_of(owner: &AccountId32) -> Vec<AccountSummary> {
		let indexes = Interest::<T>::get();
		let summary = |id: MarginAccountId| {
			let account = Accounts::<T>::get(&id)?;
			Some(AccountSummary {
				in_auction: T::Auctions::in_auction(&id),
				account: id,
				cash: indexes.cash::<T>(&account).unwrap_or_default(),
				lots: account.lots.len() as u32,
				positions: account.positions.len() as u32,
				orders: account.orders.len() as u32,
				founder: account.founder,
				index: account.index,
				mode: account.mode,
				standing: account.standing,
				offered: account.offered,
			})
		};
		Owned::<T>::get(owner).into_iter().filter_map(summary).collect()
	}

	/// What margin lets a settled account take out now, whatever is held; rounded down.
	pub(crate) fn free_cash(
		session: &mut Session<T>,
		id: &MarginAccountId,
		settled: &MarginAccount,
	) -> Result<Cash, DispatchError> {
		if T::Auctions::in_auction(id) {
			return Ok(0);
		}
		let pending = tally::pending(session, id, settled);
		let settled = tally::less(settled, pending);
		let assessment = session.engine(Lens::Latest).assess(&settled)?;
		let open = assessment.state_with_orders().allows(PriceUse::Withdraw);
		if !open || assessment.withdrawable() <= Money::zero() {
			return Ok(0);
		}
		let unit = session.engine(Lens::Latest).unit();
		let free = assessment.withdrawable().into_inner();
		mul_div(free, unit, straddle_math::WAD, Rounding::Down).map_err(math)
	}

	pub(crate) fn view_max_withdrawal(id: &MarginAccountId) -> Result<Cash, DispatchError> {
		let mut account = Accounts::<T>::get(id).ok_or(Error::<T>::NoAccount)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(id, &mut account)?;
		let mut session = Session::<T>::new();
		let free = Self::free_cash(&mut session, id, &account)?;
		Ok(free.min(cash.payable(account.cash, session.params.reserve)?))
	}

	pub(crate) fn view_what_if(
		id: &MarginAccountId,
		series: Series,
		quantity: Quantity,
		price: Money,
	) -> Result<WhatIf, DispatchError> {
		let mut session = Session::<T>::new();
		let mut cash = CashBook::<T>::open();
		let mut open = OpenAccount::<T>::open(id)?;
		cash.settle(id, &mut open.account)?;
		let before = open.account.clone();
		let (mark, _) = session.engine(Lens::Latest).mark(&series)?;
		let near_mark = near(&session.params, mark, price)?;
		let was = session.engine(Lens::Latest).assess(&before)?;
		let (held, _) = <Self as Ledger<_>>::position(id, &series);
		session.opens(crowds::opened_alone(&series, held, quantity));
		let entry = Entry::new(id.clone(), Rule::Trade { near_mark })
			.cash(premium::<T>(quantity, price)?)
			.position(series, quantity);
		// Nothing of this is stored: a view's changes are dropped, and so are a call's here.
		let mut contracts = Contracts::default();
		let applied = frame_support::storage::with_transaction(|| {
			let applied = open.apply(&entry, &mut cash, &mut contracts);
			sp_runtime::TransactionOutcome::Rollback(applied)
		});
		applied?;
		let verdict = rules::ensure_entry::<T>(&entry)
			.and_then(|()| {
				let pending = tally::pending(&mut session, id, &before);
				let was = tally::less(&before, pending);
				let is = tally::less(&open.account, pending);
				rules::ensure_after(&mut session, &entry, Some(&was), &is)
			})
			.map(|_| ());
		let engine = session.engine(Lens::Latest);
		Ok(WhatIf { before: was, after: engine.assess(&open.account)?, mark, verdict })
	}

	pub(crate) fn view_cash_market() -> Result<CashMarket, DispatchError> {
		let cash = CashBook::<T>::open();
		let (borrow, lend) = cash.rates(&Params::<T>::get().curve)?;
		let share = |wad: i128| FixedU128::from_inner(wad.max(0).unsigned_abs());
		Ok(CashMarket {
			totals: cash.totals,
			utilisation: share(cash.totals.utilisation()?),
			borrow_rate: share(borrow),
			lend_rate: share(lend),
		})
	}
}

/// Change of a buyer's or seller's cash: what is paid rounds up, what is received rounds down.
fn premium<T: Config>(quantity: Quantity, price: Money) -> Result<Cash, DispatchError> {
	let unit = i128::try_from(T::Collateral::cash_unit()).map_err(|_| Overflow)?;
	let paid = i128::from(quantity).checked_neg().ok_or(Overflow)?;
	let paid = paid.checked_mul(unit).ok_or(Overflow)?;
	let scale = straddle_math::WAD.checked_mul(i128::from(CONTRACT)).ok_or(Overflow)?;
	mul_div(price.into_inner(), paid, scale, Rounding::Down).map_err(math)
}

/// Whether a price is near its mark.
fn near(params: &RiskParams, mark: Money, price: Money) -> Result<bool, DispatchError> {
	let share = i128::try_from(params.near_mark.into_inner()).map_err(|_| Overflow)?;
	let band = mark.into_inner().checked_abs().ok_or(Overflow)?;
	let band = straddle_math::mul(band, share, Rounding::Down).map_err(math)?;
	Ok(price.into_inner().abs_diff(mark.into_inner()) <= band.unsigned_abs())
}
