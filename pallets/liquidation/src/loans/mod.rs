// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Loans`, `Pledges` and `Lent`: what pools of source chains lend against claims on chains that stand
//! still (RISK.md 6, ADR 35).
//!
//! Who fails for such a chain alone, and has no positions left to sell, gives what he has on that chain in pledge
//! and gets what he lacks. The pledge is a margin account of its own that nobody has a key for: what lies in it
//! is in the ledger once, and counts for nobody. After the chain is back its owner has a day to pay the loan with its
//! interest; then the pledge's lots are sold as a debtor's are. What the loan does not need is his.

use crate::{bids::Session, lots::signed, *};
use alloc::{collections::BTreeMap, vec, vec::Vec};
use codec::Encode;
use frame_support::{
	ensure, storage::with_storage_layer, traits::Get, weights::WeightMeter, Blake2_256,
	StorageHasher,
};
use sp_runtime::{AccountId32, DispatchError, DispatchResult, FixedPointNumber};
use straddle_math::fixed::{mul_div, Rounding, WAD};
use straddle_primitives::*;
use straddle_traits::{
	CollateralCredit, DebtInterest, Entry, Journal, Ledger, OverdueCash, Risk, Rule, Scope,
	SourceStates,
};

pub use types::*;

mod types;

/// Most loans that one block looks at.
const LOANS_PER_BLOCK: u32 = 2;

/// Lots that depend on one chain.
type Claim = Vec<(CollateralId, u128)>;

impl<T: Config> Pallet<T> {
	/// Let the pools of the chains that stand still lend an account that holds these lots what it lacks for its
	/// maintenance margin: all of it, or nothing. Returns whether they did.
	pub(crate) fn try_lend(
		session: &mut Session<T>,
		account: &MarginAccountId,
		lots: &[(CollateralId, u128)],
	) -> bool {
		let mut claims = BTreeMap::<SourceId, Claim>::new();
		for (kind, amount) in lots {
			let source = T::Sources::chain_of(*kind);
			if T::Sources::is_halted(source) {
				claims.entry(source).or_default().push((*kind, *amount));
			}
		}
		let lend = || -> DispatchResult {
			for (source, claim) in claims {
				if Self::lend_against(session, account, source, claim)? == 0 {
					return Ok(());
				}
			}
			Err(Error::<T>::PoolEmpty.into())
		};
		with_storage_layer(lend).is_ok()
	}

	/// Put an account's claim on a chain in pledge, and let the chain's pool lend what the account lacks then, at
	/// most what the claim would count for maintenance if the chain came back. Returns what is still lacking.
	///
	/// # Errors
	/// The pool may not lend so much, or the ledger refuses. Something may have been written.
	pub(crate) fn lend_against(
		session: &mut Session<T>,
		account: &MarginAccountId,
		source: SourceId,
		claim: Claim,
	) -> Result<Cash, DispatchError> {
		let most = Self::worth_at_one(&claim)?;
		let pledge = T::Ledger::get_or_open(&pledge_owner(account, source), 0)?;
		// First: it may hold any number of rights.
		Pledges::<T>::insert(&pledge, (account, source));
		let gives = Entry::new(account.clone(), Rule::Forced);
		let gets = Entry::new(pledge.clone(), Rule::Credit);
		let journal = Self::hand_over(gives, gets, &claim)?;
		T::Ledger::book_in(session, journal)?;
		let is = T::Ledger::assess_in(session, account, Lens::Latest)?;
		let lacks = is.maintenance_excess().into_inner().min(0).saturating_neg();
		let lacks = Self::to_cash(lacks, Rounding::Up)?;
		let amount = lacks.min(most);
		ensure!(amount > 0 && amount <= Self::room(source), Error::<T>::PoolEmpty);
		let entry = Entry::new(account.clone(), Rule::Credit).cash(amount);
		let journal = Journal::of(vec![entry]).pot(Pot::ChainPool(source), amount.saturating_neg());
		T::Ledger::book_in(session, journal)?;
		let before =
			Loans::<T>::get(account, source).map_or(Ok(0), |loan| Self::loan_due(&loan))?;
		let principal = before.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		let (index, lent_at) = (T::Ledger::debt_index(), Self::block());
		Self::close_lots(&pledge);
		let loan = Loan { pledge: pledge.clone(), principal, index, until: None, lent_at };
		Self::put_loan(account, source, Some(loan))?;
		let account = account.clone();
		let lots = claim;
		Self::deposit_event(Event::Lent { account, source, pledge, lots, amount, principal });
		Ok(lacks.saturating_sub(amount))
	}

	/// The journal of these lots going from one account to another.
	fn hand_over(
		mut gives: Entry,
		mut gets: Entry,
		lots: &Claim,
	) -> Result<Journal, DispatchError> {
		for (kind, amount) in lots {
			let amount = signed::<T>(*amount)?;
			gives = gives.lot(*kind, amount.saturating_neg());
			gets = gets.lot(*kind, amount);
		}
		Ok(Journal::of(vec![gives, gets]))
	}

	/// What lots would count for maintenance if no chain had aged, in smallest units of cash, rounded down.
	fn worth_at_one(lots: &Claim) -> Result<Cash, DispatchError> {
		let mut known = Default::default();
		T::Collateral::ignore_age(&mut known);
		let mut sum = 0i128;
		for (kind, amount) in lots {
			let credit = T::Collateral::credit_in(&mut known, *kind, *amount, Lens::Latest)?;
			let worth = credit.maintenance.into_inner();
			sum = sum.checked_add(worth).ok_or(Error::<T>::Overflow)?;
		}
		Self::to_cash(sum, Rounding::Down)
	}

	/// What a chain's pool may lend besides what it has lent.
	pub(crate) fn room(source: SourceId) -> Cash {
		let (holds, lent) = (T::Ledger::pot(Pot::ChainPool(source)).max(0), Lent::<T>::get(source));
		let all = holds.saturating_add(lent).max(0).unsigned_abs();
		let most = Cash::try_from(LoanRules::<T>::get().most_lent.mul_floor(all));
		most.unwrap_or(Cash::MAX).saturating_sub(lent).clamp(0, holds)
	}

	/// What is owed of a loan, with interest at the rate of the ledger's debts until now, rounded up.
	pub(crate) fn loan_due(loan: &Loan) -> Result<Cash, DispatchError> {
		let grown = T::Ledger::debt_index().saturating_sub(loan.index);
		let grown = signed::<T>(grown)?;
		let interest = mul_div(loan.principal, grown, WAD, Rounding::Up);
		let interest = interest.map_err(Error::<T>::from)?;
		Ok(loan.principal.checked_add(interest).ok_or(Error::<T>::Overflow)?)
	}

	/// Write a loan, or that it is over.
	fn put_loan(account: &MarginAccountId, source: SourceId, loan: Option<Loan>) -> DispatchResult {
		let before = Loans::<T>::get(account, source);
		let owed = |loan: &Option<Loan>| loan.as_ref().map_or(0, |loan| loan.principal);
		let lent = Lent::<T>::get(source)
			.checked_sub(owed(&before))
			.and_then(|rest| rest.checked_add(owed(&loan)))
			.ok_or(Error::<T>::Overflow)?;
		match lent {
			0 => Lent::<T>::remove(source),
			_ => Lent::<T>::insert(source, lent),
		}
		if let Some(loan) = loan {
			Loans::<T>::insert(account, source, loan);
		} else {
			Loans::<T>::remove(account, source);
			before.iter().for_each(|loan| Pledges::<T>::remove(&loan.pledge));
		}
		Ok(())
	}

	/// The owner pays the loan with interest and has the pledge back, on credit too, as far as his account is no
	/// worse off. What the pledge has in cash pays first.
	pub(crate) fn do_redeem(
		who: AccountId32,
		account: MarginAccountId,
		source: SourceId,
	) -> DispatchResult {
		T::Ledger::ensure_may_withdraw(&account, &who)?;
		let loan = Loans::<T>::get(&account, source).ok_or(Error::<T>::NoLoan)?;
		ensure!(!Auctions::<T>::contains_key(&account), Error::<T>::AlreadyInAuction);
		let due = Self::loan_due(&loan)?;
		let held = T::Ledger::cash(&loan.pledge).max(0);
		let (lots, mut session) = (T::Ledger::lots(&loan.pledge), T::Ledger::session());
		let change = held.checked_sub(due).ok_or(Error::<T>::Overflow)?;
		let after = T::Ledger::cash(&account).checked_add(change).ok_or(Error::<T>::Overflow)?;
		let bare = T::Ledger::holdings(&account)
			.is_some_and(|held| held.positions.is_empty() && held.orders == 0);
		// With nothing but cash and lots, and no debt, nothing depends on a price.
		let was = match bare && after >= 0 {
			true => None,
			false => Some(T::Ledger::assess_in(&mut session, &account, Lens::Latest)?),
		};
		let gives = Entry::new(loan.pledge.clone(), Rule::Forced).cash(held.saturating_neg());
		let gets = Entry::new(account.clone(), Rule::Forced).cash(change);
		let journal = Self::hand_over(gives, gets, &lots)?.pot(Pot::ChainPool(source), due);
		T::Ledger::book_in(&mut session, journal)?;
		if let Some(was) = was {
			let is = T::Ledger::assess_in(&mut session, &account, Lens::Latest)?;
			ensure!(was.state.worst(is.state).allows(PriceUse::Reduce), Error::<T>::PricesUnusable);
			let backed = is.cash.into_inner().min(0).saturating_add(is.lots.initial.into_inner());
			let sound = !is.initial_excess().is_negative() && backed >= 0;
			let no_worse = is.maintenance_excess() >= was.maintenance_excess();
			ensure!(sound || no_worse, Error::<T>::MarginWorse);
		}
		Self::put_loan(&account, source, None)?;
		Self::close_lots(&loan.pledge);
		let (paid, left) = (due, 0);
		let of = account.clone();
		Self::deposit_event(Event::LoanRepaid { account: of, source, paid, left });
		Self::deposit_event(Event::LoanEnded { account, source, lost: 0 });
		Ok(())
	}

	/// What is due of whose lots alone are sold: of a debtor what he did not repay in time, of a pledge its loan, of a
	/// pool's own account what it owes or all.
	pub(crate) fn lots_due(account: &MarginAccountId) -> Cash {
		let Some(loan) = Self::loan_of(account) else {
			return Self::own_due(account).unwrap_or_else(|| T::Overdue::overdue(account));
		};
		let due = Self::loan_due(&loan).unwrap_or(0);
		due.saturating_sub(T::Ledger::cash(account).max(0)).max(0)
	}

	/// The loan that an account is the pledge of.
	fn loan_of(pledge: &MarginAccountId) -> Option<Loan> {
		let (account, source) = Pledges::<T>::get(pledge)?;
		Loans::<T>::get(account, source)
	}

	/// That what an account is in pledge for does not stand still again: then nothing of it is sold.
	pub(crate) fn ensure_claim_runs(account: &MarginAccountId) -> DispatchResult {
		let stands = Pledges::<T>::get(account).is_some_and(|(_, on)| T::Sources::is_halted(on));
		ensure!(!stands, Error::<T>::SourceHalted);
		Ok(())
	}

	/// Pay the pool what a pledge was sold for, or was made good of it. If that is all, the rest is its owner's; if
	/// nothing else is left, the pool bears what is missing.
	pub(crate) fn settle_pledge(pledge: &MarginAccountId) -> DispatchResult {
		let Some((account, source)) = Pledges::<T>::get(pledge) else { return Ok(()) };
		let Some(loan) = Loans::<T>::get(&account, source) else { return Ok(()) };
		let due = Self::loan_due(&loan)?;
		let paid = T::Ledger::cash(pledge).clamp(0, due);
		let left = due.saturating_sub(paid);
		if paid > 0 {
			let entry = Entry::new(pledge.clone(), Rule::Forced).cash(paid.saturating_neg());
			T::Ledger::book(Journal::of(vec![entry]).pot(Pot::ChainPool(source), paid))?;
			let loan = Loan { principal: left, index: T::Ledger::debt_index(), ..loan };
			Self::put_loan(&account, source, Some(loan))?;
			let account = account.clone();
			Self::deposit_event(Event::LoanRepaid { account, source, paid, left });
		}
		let sold = T::Ledger::lots(pledge).is_empty();
		if left > 0 && !sold {
			return Ok(());
		}
		if left == 0 {
			// His account may be closed, or full: then it waits for him.
			let back = with_storage_layer(|| Self::give_back(&account, pledge));
			if back.is_err() {
				return Ok(());
			}
		}
		Self::put_loan(&account, source, None)?;
		Self::close_lots(pledge);
		Self::deposit_event(Event::LoanEnded { account, source, lost: left });
		Ok(())
	}

	/// All that is left of a pledge goes to its owner.
	fn give_back(account: &MarginAccountId, pledge: &MarginAccountId) -> DispatchResult {
		let (cash, lots) = (T::Ledger::cash(pledge).max(0), T::Ledger::lots(pledge));
		if cash == 0 && lots.is_empty() {
			return Ok(());
		}
		let gives = Entry::new(pledge.clone(), Rule::Forced).cash(cash.saturating_neg());
		let gets = Entry::new(account.clone(), Rule::Credit).cash(cash);
		T::Ledger::book(Self::hand_over(gives, gets, &lots)?)
	}

	/// Bring the loan of a pledge up to date: its owner's time begins when the chain is back, and anew if it stands
	/// still again; after it the pledge is for sale. Returns whether anything changed.
	pub(crate) fn tend_loan(pledge: &MarginAccountId) -> Result<bool, DispatchError> {
		let Some((account, source)) = Pledges::<T>::get(pledge) else { return Ok(false) };
		let Some(loan) = Loans::<T>::get(&account, source) else { return Ok(false) };
		let empty = T::Ledger::lots(pledge).is_empty();
		if loan.principal == 0 || empty || T::Ledger::cash(pledge) > 0 {
			Self::settle_pledge(pledge)?;
			let same = Self::loan_of(pledge).is_some_and(|now| now.principal == loan.principal);
			return Ok(!same);
		}
		let stands = T::Sources::is_halted(source) || Waits::<T>::get().has(Scope::Source(source));
		let now = Self::running_time();
		let until = match (stands, loan.until) {
			(true, None) => return Ok(false),
			(true, Some(_)) => {
				Self::close_lots(pledge);
				None
			},
			(false, None) => Some(now.saturating_add(LoanRules::<T>::get().redeem_ms)),
			(false, Some(until)) if now < until => return Ok(false),
			(false, Some(_)) if LotAuctions::<T>::contains_key(pledge) => return Ok(false),
			(false, Some(_)) => {
				Self::open_lots(pledge, Self::lots_due(pledge))?;
				return Ok(true);
			},
		};
		Self::put_loan(&account, source, Some(Loan { until, ..loan }))?;
		Self::deposit_event(Event::LoanDue { account, source, until });
		Ok(true)
	}

	/// The same of an account's loan.
	pub(crate) fn do_update_loan(account: &MarginAccountId, source: SourceId) -> DispatchResult {
		let loan = Loans::<T>::get(account, source).ok_or(Error::<T>::NoLoan)?;
		ensure!(Self::tend_loan(&loan.pledge)?, Error::<T>::NothingToDo);
		Ok(())
	}

	/// Look at some loans.
	pub(crate) fn tend_loans(meter: &mut WeightMeter) {
		let before = LoanCursor::<T>::get();
		let mut cursor = before.clone();
		for _ in 0..LOANS_PER_BLOCK {
			if !meter.can_consume(T::WeightInfo::tend_loan()) {
				break;
			}
			let next =
				cursor.as_ref().and_then(|last| Pledges::<T>::iter_keys_from_key(last).next());
			let Some(pledge) = next.or_else(|| Pledges::<T>::iter_keys().next()) else {
				meter.consume(T::DbWeight::get().reads(2).set_proof_size(2_000));
				break;
			};
			meter.consume(T::WeightInfo::tend_loan());
			// What cannot be done now waits for its next turn.
			let _ = with_storage_layer(|| Self::tend_loan(&pledge));
			cursor = Some(pledge);
		}
		if cursor != before {
			LoanCursor::<T>::set(cursor);
		}
	}

	/// Whether something was lent to an account in this block.
	pub(crate) fn was_lent(account: &MarginAccountId) -> bool {
		Loans::<T>::iter_prefix_values(account).any(|loan| loan.lent_at == Self::block())
	}

	/// Replace the parameters of loans. Time that has begun lasts as long as it would have.
	pub(crate) fn do_set_loan_params(params: LoanParams) -> DispatchResult {
		ensure!(params.is_valid(), Error::<T>::InvalidLoanParams);
		LoanRules::<T>::put(params);
		Self::deposit_event(Event::LoanParamsSet { params });
		Ok(())
	}

	/// An account's loans.
	pub(crate) fn view_loans(account: &MarginAccountId) -> Vec<LoanView> {
		let view = |(source, loan): (SourceId, Loan)| LoanView {
			source,
			due: Self::loan_due(&loan).unwrap_or(loan.principal),
			cash: T::Ledger::cash(&loan.pledge),
			lots: T::Ledger::lots(&loan.pledge),
			left_ms: loan.until.map(|until| until.saturating_sub(Self::running_time())),
			loan,
		};
		Loans::<T>::iter_prefix(account).map(view).collect()
	}

	/// Each loan has its pledge, whose account holds no positions and owes nothing; what chains lent sums up.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn loans_sum_up() -> Result<(), sp_runtime::TryRuntimeError> {
		ensure!(LoanRules::<T>::get().is_valid(), "loans: parameters out of bounds");
		let (mut sums, mut count) = (BTreeMap::<SourceId, Cash>::new(), 0usize);
		for (account, source, loan) in Loans::<T>::iter() {
			let of = Pledges::<T>::get(&loan.pledge);
			ensure!(of == Some((account.clone(), source)), "loans: without a pledge");
			ensure!(loan.principal >= 0, "loans: a negative one");
			let owner = T::Ledger::owner(&loan.pledge);
			ensure!(owner == Some(pledge_owner(&account, source)), "loans: somebody's pledge");
			let sound = T::Ledger::cash(&loan.pledge) >= 0
				&& T::Ledger::positions(&loan.pledge).is_empty()
				&& !Auctions::<T>::contains_key(&loan.pledge);
			ensure!(sound, "loans: a pledge that owes or risks something");
			let open = LotAuctions::<T>::contains_key(&loan.pledge);
			ensure!(!open || loan.until.is_some(), "loans: sold before its time");
			let sum = sums.entry(source).or_default();
			*sum = sum.saturating_add(loan.principal);
			count = count.saturating_add(1);
		}
		ensure!(Pledges::<T>::iter_keys().count() == count, "loans: a pledge for nothing");
		sums.retain(|_, sum| *sum != 0);
		let lent = Lent::<T>::iter().collect::<BTreeMap<_, _>>();
		ensure!(lent == sums, "loans: not what chains lent");
		Ok(())
	}
}

/// Who owns the account with what an account has on a chain in pledge. Nobody has a key for him.
pub fn pledge_owner(account: &MarginAccountId, source: SourceId) -> AccountId32 {
	let preimage = (b"straddle/pledge/v1", account, source).encode();
	AccountId32::new(Blake2_256::hash(&preimage))
}
