// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Books` and `Claims`: how everybody leaves with his part once the house has wound down (ADR 24).
//!
//! When no position is left the books are closed: nothing changes any more but that debtors repay and
//! everybody is paid. An account's claim is the cash that it had then. Of each claim the same part is paid,
//! what there is over what is claimed:
//!
//! ```text
//! paid = ⌊claim × min(received, claims) / claims⌋, received = held + paid to all so far
//! ```
//!
//! `received` only rises, by what debtors repay, so who was paid early is paid the rest later: the order
//! does not matter. Σ paid ≤ received, since Σ claim ≤ claims, so what is held never runs short.

use super::*;
use codec::MaxEncodedLen;
use sp_runtime::ArithmeticError::Overflow;
use straddle_math::{mul_div, Rounding};

/// How long debtors have from the beginning of a wind-down; without debts the books can be closed before.
pub const REPAY_MS: Moment = DAY_MS.saturating_mul(30);

/// The books once they are closed, in smallest units.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct ClosedBooks {
	/// What all accounts with positive cash had when the books were closed, interest included, rounded up.
	pub claims: Cash,
	/// What was paid of it so far.
	pub paid: Cash,
}

/// An account's part in it, in smallest units.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Claim {
	/// What it had when the books were closed.
	pub claim: Cash,
	/// What was paid of it so far.
	pub paid: Cash,
}

impl ClosedBooks {
	/// What is due of a claim in all, rounded down.
	fn part(&self, claim: Cash, held: Cash) -> Result<Cash, DispatchError> {
		let received = held.checked_add(self.paid).ok_or(Overflow)?;
		if received >= self.claims {
			return Ok(claim);
		}
		mul_div(claim, received.max(0), self.claims, Rounding::Down).map_err(math)
	}
}

/// What may still be booked of an account once the books are closed: lots move and leave, debtors repay.
pub(crate) fn ensure_open<T: Config>(
	totals: &CashTotals,
	entry: &Entry,
	after: &MarginAccount,
) -> DispatchResult {
	let repays = entry.cash >= 0 && after.cash <= 0;
	let still = entry.positions.is_empty() && (entry.cash == 0 || repays);
	ensure!(!totals.closed || still, Error::<T>::BooksClosed);
	Ok(())
}

/// Whether an account that needs no margin and owes nothing leaves closed books: then no price is asked.
pub(crate) fn may_leave<T: Config>(after: &MarginAccount) -> bool {
	after.series() == 0 && after.cash >= 0 && Books::<T>::exists()
}

impl<T: Config> Pallet<T> {
	/// Close the books: the house winds down and no position is left; no debt nor pledge nor lot of the pool's own either,
	/// or debtors had their time. No loss is being shared out. Cash of the pool's own accounts is no claim: it goes to
	/// its pot, since pots come last.
	pub(crate) fn do_close_books() -> DispatchResult {
		let since = T::Restrictions::winding_down_since().ok_or(Error::<T>::NotWindingDown)?;
		ensure!(!Totals::<T>::get().closed, Error::<T>::BooksClosed);
		ensure!(OpenInterest::<T>::iter_keys().next().is_none(), Error::<T>::PositionsLeft);
		ensure!(!Tallies::<T>::exists(), Error::<T>::TallyOpen);
		let unsold = T::Auctions::gather_own()?;
		let mut cash = CashBook::<T>::open();
		// What nobody bore yet of losses makes everybody's part smaller.
		let unborne = Pots::<T>::get(Pot::Insolvency).min(0).saturating_neg();
		ensure!(cash.totals.shortfall <= unborne, Error::<T>::PositionsLeft);
		let waited = T::Time::now().saturating_sub(since) >= REPAY_MS;
		let settled = cash.totals.negative == 0 && !unsold && !T::Auctions::has_pledges();
		ensure!(waited || settled, Error::<T>::DebtsLeft);
		let earned =
			Cash::try_from(cash.totals.earned.div_ceil(cash::SCALE)).map_err(|_| Overflow)?;
		let claims = cash.totals.own().checked_add(earned).ok_or(Overflow)?;
		cash.totals.closed = true;
		let held = cash.totals.held;
		cash.store();
		Books::<T>::put(ClosedBooks { claims, paid: 0 });
		Self::deposit_event(Event::BooksClosed { held, claims });
		Ok(())
	}

	/// Book what is due to an account now and not paid yet; zero if it is nothing. Whoever asks pays it out.
	pub(crate) fn do_pay_out(account: &MarginAccountId) -> Result<Cash, DispatchError> {
		ensure!(!T::Auctions::in_auction(account), Error::<T>::InAuction);
		let mut books = Books::<T>::get().ok_or(Error::<T>::BooksOpen)?;
		let mut open = OpenAccount::<T>::open(account)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(account, &mut open.account)?;
		let known = Claims::<T>::get(account);
		let mut claim = known.unwrap_or(Claim { claim: open.account.cash.max(0), paid: 0 });
		let due = books.part(claim.claim, cash.totals.held)?;
		let paid = due.checked_sub(claim.paid).ok_or(Overflow)?;
		if paid <= 0 {
			return Ok(0);
		}
		let out = paid.checked_neg().ok_or(Overflow)?;
		cash.change(&mut open.account, out)?;
		cash.receive(out, FixedU128::default())?;
		claim.paid = due;
		books.paid = books.paid.checked_add(paid).ok_or(Overflow)?;
		cash.store();
		open.store();
		Claims::<T>::insert(account, claim);
		Books::<T>::put(books);
		let (account, claim) = (account.clone(), claim.claim);
		Self::deposit_event(Event::PaidOut { account, claim, paid, due });
		Ok(paid)
	}

	/// Pay an account out of a pot, at most `amount`: first what it owes, then as a claim that is due in full.
	/// Nobody's part may fall, since others were paid by theirs: so pots come last, and such a claim is only of
	/// what is left of `received` once all claims are met. Returns what was paid.
	pub(crate) fn do_pay_claim(
		pot: Pot,
		account: &MarginAccountId,
		amount: Cash,
	) -> Result<Cash, DispatchError> {
		let mut books = Books::<T>::get().ok_or(Error::<T>::BooksOpen)?;
		let mut open = OpenAccount::<T>::open(account)?;
		let mut cash = CashBook::<T>::open();
		cash.settle(account, &mut open.account)?;
		let had = open.account.cash;
		let able = amount.min(Pots::<T>::get(pot)).max(0);
		let repaid = had.min(0).checked_neg().ok_or(Overflow)?.min(able);
		let received = cash.totals.held.checked_add(books.paid).ok_or(Overflow)?;
		let left = received.checked_sub(books.claims).ok_or(Overflow)?.max(0);
		let claimed = able.checked_sub(repaid).ok_or(Overflow)?.min(left);
		let paid = repaid.checked_add(claimed).ok_or(Overflow)?;
		if paid == 0 {
			return Ok(0);
		}
		cash.change(&mut open.account, paid)?;
		cash.change_pot(pot, paid.checked_neg().ok_or(Overflow)?)?;
		cash.store();
		open.store();
		if claimed > 0 {
			let known = Claims::<T>::get(account).unwrap_or(Claim { claim: had.max(0), paid: 0 });
			let claim = known.claim.checked_add(claimed).ok_or(Overflow)?;
			Claims::<T>::insert(account, Claim { claim, ..known });
			books.claims = books.claims.checked_add(claimed).ok_or(Overflow)?;
			Books::<T>::put(books);
		}
		Ok(paid)
	}

	/// Of closed books: no positions, claims are what accounts have and had, and all can be paid.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn check_books() -> Result<(), sp_runtime::TryRuntimeError> {
		let totals = Totals::<T>::get();
		let books = Books::<T>::get();
		ensure!(totals.closed == books.is_some(), "books: closed here and open there");
		let Some(books) = books else { return Ok(()) };
		ensure!(OpenInterest::<T>::iter_keys().next().is_none(), "books: closed with positions");
		// Also of accounts that were paid and closed.
		let (mut claims, mut paid): (Cash, Cash) = (0, 0);
		for claim in Claims::<T>::iter_values() {
			claims = claims.saturating_add(claim.claim);
			paid = paid.saturating_add(claim.paid);
		}
		let indexes = Interest::<T>::get();
		for (id, account) in Accounts::<T>::iter() {
			let cash =
				indexes.cash::<T>(&account).map_err(|_| "books: interest does not fit")?.max(0);
			let Some(claim) = Claims::<T>::get(&id) else {
				claims = claims.saturating_add(cash);
				continue;
			};
			let left = claim.claim.saturating_sub(claim.paid);
			ensure!(claim.paid >= 0 && left == cash, "books: a claim is not what is left");
		}
		ensure!(claims <= books.claims, "books: more is claimed than there was");
		ensure!(paid == books.paid, "books: what was paid is not the sum");
		Ok(())
	}
}
