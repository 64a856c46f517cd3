// SPDX-License-Identifier: GPL-3.0-or-later

//! The sweep of one expiry (RISK.md 5): orders go, debtors pay into suspense, creditors are paid
//! from it. The only place that writes `Settling`.

use super::*;
use book::OpenBook;
use core::ops::ControlFlow::{self, Break, Continue};
use frame_support::storage::with_storage_layer;
use pegged::kind;
use sp_runtime::{traits::Zero, ArithmeticError::Overflow};
use straddle_math::{black76, mul_div, Rounding};
use straddle_traits::ProofGauge;

/// Accounts asked for at once.
const PAGE: u32 = 16;
/// Entries that a step may write and has not read: of an account that it is a holder, that the ladder looks at it
/// soon and that a vault may have its debt; and what lies beside one that goes. Of an order no more.
pub(crate) const WRITTEN: u32 = 4;

fn wad(price: Price) -> Result<i128, DispatchError> {
	Ok(i128::try_from(price.into_inner()).map_err(|_| Overflow)?)
}

/// What a position receives (negative: pays) in cash's smallest units, rounded down: the payer
/// ceils, the payee floors.
///
/// # Errors
/// It does not fit, or the cash price is zero.
pub(crate) fn amount(
	series: &Series,
	quantity: Quantity,
	price: &SettlementPrice,
	unit: i128,
) -> Result<Cash, DispatchError> {
	let payoff =
		black76::payoff(kind(series.kind), wad(price.underlying)?, wad(series.strike.price())?);
	// At most 63 bits times 60 bits.
	let units = i128::from(quantity).checked_mul(unit).ok_or(Overflow)?;
	let per = wad(price.cash)?.checked_mul(CONTRACT.into()).ok_or(Overflow)?;
	let amount = payoff.and_then(|payoff| mul_div(payoff, units, per, Rounding::Down));
	amount.map_err(|_| Overflow.into())
}

/// What closes an account's positions of an expiry: the changes, and what it receives.
pub(crate) fn closing<T: Config>(
	underlying: UnderlyingId,
	expiry: Moment,
	account: &MarginAccountId,
	price: &SettlementPrice,
) -> Result<(Vec<(Series, Quantity)>, Cash), DispatchError> {
	let unit = matching::cash_unit::<T>()?;
	let mut sum: Cash = 0;
	let mut changes = Vec::new();
	for (series, quantity) in T::Ledger::positions(account) {
		if (series.underlying, series.expiry) != (underlying, expiry) {
			continue;
		}
		let part = amount(&series, quantity, price, unit)?;
		sum = sum.checked_add(part).ok_or(Overflow)?;
		changes.push((series, quantity.checked_neg().ok_or(Overflow)?));
	}
	Ok((changes, sum))
}

/// Take a sweep on by at most `limit` steps and within the meter. Returns the steps taken.
pub(crate) fn advance<T: Config>(
	underlying: UnderlyingId,
	expiry: Moment,
	meter: &mut WeightMeter,
	limit: u32,
) -> u32 {
	let key = (underlying, expiry);
	let Some(listing) = Listings::<T>::get(key) else { return 0 };
	let stored = Settling::<T>::get(key);
	let sweep = stored.clone().unwrap_or(Sweep {
		phase: Phase::Orders { series: 0 },
		cursor: None,
		price: None,
		settled: 0,
		failed: 0,
	});
	let mut run = Run::<T> {
		underlying,
		expiry,
		listing,
		sweep,
		meter,
		limit,
		steps: 0,
		finished: false,
		gauge: ProofGauge::begin(),
	};
	while run.go().is_continue() {}
	if run.finished {
		Settling::<T>::remove(key);
	} else if stored.as_ref() != Some(&run.sweep) {
		Settling::<T>::insert(key, run.sweep);
	}
	run.steps
}

struct Run<'a, T: Config> {
	underlying: UnderlyingId,
	expiry: Moment,
	listing: Listing,
	sweep: Sweep,
	meter: &'a mut WeightMeter,
	limit: u32,
	steps: u32,
	finished: bool,
	gauge: ProofGauge<T::ProofSize>,
}

impl<T: Config> Run<'_, T> {
	fn go(&mut self) -> ControlFlow<()> {
		match self.sweep.phase {
			Phase::Orders { series } => self.cancel_next(series),
			Phase::Price => self.fix_price(),
			Phase::Debtors | Phase::Creditors => self.settle_page(),
		}
	}

	fn has_room(&self, weight: Weight) -> bool {
		self.steps < self.limit && self.meter.can_consume(weight)
	}

	fn step(&mut self, weight: Weight) -> ControlFlow<()> {
		if !self.has_room(weight) {
			return Break(());
		}
		self.meter.consume(weight);
		self.steps = self.steps.saturating_add(1);
		Continue(())
	}

	/// Count a step that is done, for the declared weight of which there was room. Charged is what it recorded, and
	/// never more than is left.
	fn charge(&mut self, declared: Weight, written: u32) {
		let weight = self.gauge.charge(declared, written);
		self.meter.consume(weight.min(self.meter.remaining()));
		self.steps = self.steps.saturating_add(1);
	}

	/// Cancel one order of the series, or go on to the next series.
	fn cancel_next(&mut self, nth: u16) -> ControlFlow<()> {
		let series = self.listing.series(self.underlying, self.expiry).nth(nth.into());
		let Some(series) = series else {
			self.sweep.phase = Phase::Price;
			return Continue(());
		};
		let weight = costs::settle_order_weight::<T>();
		if !self.has_room(weight) {
			return Break(());
		}
		let done = self.cancel_front(series, nth);
		self.charge(weight, WRITTEN);
		done
	}

	fn cancel_front(&mut self, series: Series, nth: u16) -> ControlFlow<()> {
		let mut book = OpenBook::<T>::open(series);
		let front = Shelf::ALL.into_iter().find_map(|shelf| book.front(shelf).transpose());
		let order = match front {
			Some(Ok(order)) => order,
			Some(Err(error)) => {
				log::error!(target: LOG_TARGET, "{series:?}: {error:?}");
				return Break(());
			},
			None => {
				self.sweep.phase = Phase::Orders { series: nth.saturating_add(1) };
				return Continue(());
			},
		};
		let (slot, order) = order;
		let cancelled = with_storage_layer(|| {
			Pallet::<T>::cancel(&mut book, &slot, order.id, CancelReason::Expired)?;
			book.store();
			Ok(())
		});
		match cancelled {
			Ok(()) => Continue(()),
			Err(error) => {
				self.report(order.account, error);
				Break(())
			},
		}
	}

	/// Once the prices are there they count for all accounts, whatever the sweep's length.
	fn fix_price(&mut self) -> ControlFlow<()> {
		let weight = T::WeightInfo::settle_turn();
		if !self.has_room(weight) {
			return Break(());
		}
		self.meter.consume(weight);
		let Some(underlying) = T::Prices::settlement(self.underlying, self.expiry) else {
			return Break(());
		};
		let cash = T::Ledger::peg();
		// In a house that winds down the last price counts at last, as it does for the underlying.
		let last_resort =
			!cash.price.is_zero() && T::Restrictions::is_last_resort(self.expiry, T::Time::now());
		if !cash.state.allows(PriceUse::Flag) && !last_resort {
			return Break(());
		}
		let price = SettlementPrice { underlying, cash: cash.price };
		self.steps = self.steps.saturating_add(1);
		self.sweep.price = Some(price);
		self.sweep.phase = Phase::Debtors;
		let (underlying, expiry) = (self.underlying, self.expiry);
		Pallet::<T>::deposit_event(Event::SettlementStarted { underlying, expiry, price });
		Continue(())
	}

	fn settle_page(&mut self) -> ControlFlow<()> {
		let look = T::WeightInfo::settle_account(0);
		if !self.has_room(look) {
			return Break(());
		}
		let left = self.limit.saturating_sub(self.steps).min(PAGE);
		let page =
			T::Ledger::holders(self.underlying, self.expiry, self.sweep.cursor.as_ref(), left);
		if page.is_empty() {
			return self.turn();
		}
		for account in page {
			if !self.has_room(look) {
				return Break(());
			}
			match self.owed(&account) {
				Ok(None) => self.charge(look, 0),
				Ok(Some((changes, amount))) => {
					// Nothing of it is charged yet.
					let whole = T::WeightInfo::settle_account(changes.len() as u32);
					if !self.meter.can_consume(whole) {
						self.charge(look, 0);
						return Break(());
					}
					self.settle(&account, changes, amount);
					self.charge(whole, WRITTEN);
				},
				Err(error) => {
					self.fail(account.clone(), error);
					self.charge(look, 0);
				},
			}
			self.sweep.cursor = Some(account);
		}
		Continue(())
	}

	/// What closes an account's positions, if it is this phase's turn for it.
	fn owed(
		&self,
		account: &MarginAccountId,
	) -> Result<Option<(Vec<(Series, Quantity)>, Cash)>, DispatchError> {
		let price = self.sweep.price.ok_or(Error::<T>::NoSettlementPrice)?;
		let (changes, amount) = closing::<T>(self.underlying, self.expiry, account, &price)?;
		let its_turn = (self.sweep.phase == Phase::Creditors) == (amount > 0);
		Ok(its_turn.then_some((changes, amount)))
	}

	fn settle(
		&mut self,
		account: &MarginAccountId,
		changes: Vec<(Series, Quantity)>,
		amount: Cash,
	) {
		match with_storage_layer(|| self.book(account, changes, amount)) {
			Ok(()) => {
				self.sweep.settled = self.sweep.settled.saturating_add(1);
				Pallet::<T>::deposit_event(Event::AccountSettled {
					underlying: self.underlying,
					expiry: self.expiry,
					account: account.clone(),
					amount,
				});
			},
			Err(error) => self.fail(account.clone(), error),
		}
	}

	/// Close an account's positions against suspense.
	fn book(
		&self,
		account: &MarginAccountId,
		changes: Vec<(Series, Quantity)>,
		amount: Cash,
	) -> DispatchResult {
		let suspense = Pot::Suspense(self.underlying, self.expiry);
		ensure!(amount <= 0 || T::Ledger::pot(suspense) >= amount, Error::<T>::SuspenseShort);
		let mut entry =
			Entry::new(account.clone(), Rule::Forced).cash(amount).premium(self.underlying, amount);
		entry.positions = changes.clone();
		let mut journal = Journal::of(vec![entry]);
		if amount != 0 {
			journal = journal.pot(suspense, amount.checked_neg().ok_or(Overflow)?);
		}
		journal.settled = changes;
		T::Ledger::book(journal)
	}

	fn fail(&mut self, account: MarginAccountId, error: DispatchError) {
		self.sweep.failed = self.sweep.failed.saturating_add(1);
		self.report(account, error);
	}

	/// A pass over the accounts is over. One that left somebody behind starts again, in a later
	/// block; so does the sweep if a position came to an account that was passed already.
	fn turn(&mut self) -> ControlFlow<()> {
		self.step(T::WeightInfo::settle_turn())?;
		self.sweep.cursor = None;
		if self.sweep.failed > 0 {
			self.sweep.failed = 0;
			// Whoever could not be paid waits for a debtor, and a debt may have moved to an account
			// that the debtors' pass had left behind.
			self.sweep.phase = Phase::Debtors;
			return Break(());
		}
		if self.sweep.phase == Phase::Debtors {
			self.sweep.phase = Phase::Creditors;
			return Continue(());
		}
		if !T::Ledger::holders(self.underlying, self.expiry, None, 1).is_empty() {
			self.sweep.phase = Phase::Debtors;
			return Break(());
		}
		if let Err(error) = with_storage_layer(|| self.finish()) {
			log::error!(target: LOG_TARGET, "end of a settlement: {error:?}");
		}
		Break(())
	}

	/// What is left in suspense is what rounding left there.
	fn finish(&mut self) -> DispatchResult {
		let price = self.sweep.price.ok_or(Error::<T>::NoSettlementPrice)?;
		let suspense = Pot::Suspense(self.underlying, self.expiry);
		let rounding = T::Ledger::pot(suspense);
		if rounding != 0 {
			let out = rounding.checked_neg().ok_or(Overflow)?;
			let journal = Journal::default().pot(suspense, out).pot(Pot::Rounding, rounding);
			T::Ledger::book(journal)?;
		}
		listing::remove::<T>(self.underlying, self.expiry);
		Pallet::<T>::deposit_event(Event::ExpirySettled {
			underlying: self.underlying,
			expiry: self.expiry,
			price,
			accounts: self.sweep.settled,
			rounding,
		});
		self.finished = true;
		Ok(())
	}

	fn report(&self, account: MarginAccountId, error: DispatchError) {
		let (underlying, expiry) = (self.underlying, self.expiry);
		let event = Event::AccountNotSettled { underlying, expiry, account, error };
		Pallet::<T>::deposit_event(event);
	}
}
