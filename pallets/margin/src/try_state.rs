// SPDX-License-Identifier: GPL-3.0-or-later

//! The ledger's invariants, by their numbers in DESIGN.md 12.

use super::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

const OVERFLOW: TryRuntimeError = TryRuntimeError::Other("a sum over the ledger does not fit");

fn add(sum: &mut i128, part: i128) -> Checked {
	*sum = sum.checked_add(part).ok_or(OVERFLOW)?;
	Ok(())
}

impl<T: Config> Pallet<T> {
	/// Check every invariant of the ledger.
	///
	/// # Errors
	/// The first that does not hold, with its number.
	pub fn do_try_state() -> Checked {
		Self::check_accounts()?;
		Self::check_lot_totals()?;
		Self::check_cash()?;
		Self::check_interest()?;
		Self::check_contracts()?;
		Self::check_holders()?;
		Self::check_requirements()?;
		Self::check_tails()?;
		Self::check_cash_call()?;
		Self::check_scaling()?;
		Self::check_tally()?;
		Self::check_books()?;
		Self::check_open_markets()?;
		let valid = Params::<T>::get().is_valid() && PortfolioRule::<T>::get().is_valid();
		ensure!(valid, "the parameters are outside their bounds");
		Ok(())
	}

	/// Every account can be read (then its positions and orders are sorted and without zeros). Ids follow
	/// from founder and index, the lists of owners are who owns, nobody is offered what is his, lots are
	/// sorted without zeros, and the order aggregates are not negative (the ledger's half of 6).
	fn check_accounts() -> Checked {
		let read = Accounts::<T>::iter_values().count();
		ensure!(read == Accounts::<T>::iter_keys().count(), "an account cannot be read");
		let mut owned = BTreeMap::<AccountId32, Vec<MarginAccountId>>::new();
		for (id, account) in Accounts::<T>::iter() {
			let owner = Some(&account.owner);
			let others = account.founder.as_ref() != owner && account.offered.as_ref() != owner;
			ensure!(others, "an account's owner is another's part in it too");
			let founder = account.founder.as_ref().unwrap_or(&account.owner);
			let derived = Self::id_of(founder, account.index);
			ensure!(derived == id, "an account's id is not that of its founder and index");
			owned.entry(account.owner.clone()).or_default().push(id);
			let sorted = account.lots.is_sorted_by(|a, b| a.0 < b.0);
			ensure!(sorted, "the lots of an account are not sorted");
			let full = account.lots.iter().all(|(kind, amount)| *amount > 0 && *kind != CASH);
			ensure!(full, "the lots of an account have a zero, or cash");
			let orders = account.orders.iter().all(|(one, totals)| totals.is_sound(one.kind));
			ensure!(orders, "6: an order aggregate is negative");
			// All that the ledger knows of invariant 10.
			let sorted = account.filed.dues.is_sorted_by(|a, b| a.0 < b.0);
			ensure!(sorted, "10: where an account is filed is not sorted");
		}
		owned.values_mut().for_each(|ids| ids.sort_unstable());
		let listed = Owned::<T>::iter().map(|(owner, ids)| (owner, ids.into_inner()));
		ensure!(
			listed.collect::<BTreeMap<_, _>>() == owned,
			"the accounts of an owner are listed wrong"
		);
		Ok(())
	}

	/// 1, the ledger's half: the totals of lots are the sums over accounts.
	fn check_lot_totals() -> Checked {
		let mut sums = BTreeMap::<CollateralId, u128>::new();
		for (kind, amount) in Accounts::<T>::iter_values().flat_map(|account| account.lots) {
			let sum = sums.entry(kind).or_default();
			*sum = sum.checked_add(amount).ok_or(OVERFLOW)?;
		}
		let stored = LotTotals::<T>::iter().collect::<BTreeMap<_, _>>();
		ensure!(stored == sums, "1: lot totals are not the sums over accounts");
		Ok(())
	}

	/// 2: Σ cash + pots + interest on its way = held; the parts are what they say.
	fn check_cash() -> Checked {
		let totals = Totals::<T>::get();
		let (mut positive, mut negative, mut pots, mut shortfall) = (0, 0, 0, 0);
		for cash in Accounts::<T>::iter_values().map(|account| account.cash) {
			add(&mut positive, cash.max(0))?;
			add(&mut negative, cash.min(0))?;
		}
		for (pot, cash) in Pots::<T>::iter() {
			let short = cash::may_be_short(&pot) && cash < 0;
			ensure!(
				(cash > 0 && pot != Pot::Insolvency) || short,
				"2: a pot is short, or stored empty"
			);
			add(&mut pots, cash)?;
			add(&mut shortfall, cash.min(0))?;
		}
		ensure!(totals.positive == positive, "2: positive cash is not the sum over accounts");
		let debt = negative.checked_neg().ok_or(OVERFLOW)?;
		ensure!(totals.negative == debt, "2: debt is not the sum over accounts");
		ensure!(totals.pots == pots, "2: the total of pots is not their sum");
		let short = shortfall.checked_neg().ok_or(OVERFLOW)?;
		ensure!(totals.shortfall == short, "2: the shortfall is not that of the pots");
		let mut sum = positive;
		let scaled = totals.scaled.checked_neg().ok_or(OVERFLOW)?;
		for part in [negative, pots, totals.interest, scaled] {
			add(&mut sum, part)?;
		}
		ensure!(totals.held >= 0, "2: less than nothing is held");
		ensure!(sum == totals.held, "2: cash, pots and interest are not what is held");
		Ok(())
	}

	/// 2, interest: what is owed and earned is exact, and debtors' interest covers creditors'.
	fn check_interest() -> Checked {
		let totals = Totals::<T>::get();
		let indexes = Interest::<T>::get();
		let (mut owed, mut earned) = (0_u128, 0_u128);
		for account in Accounts::<T>::iter_values() {
			let debt = account.cash < 0;
			let index = if debt { indexes.borrow } else { indexes.lend };
			let grown = index.checked_sub(account.interest);
			let grown = if account.cash == 0 { Some(0) } else { grown };
			let grown = grown.ok_or("2: an account is settled beyond the index")?;
			let part = account.cash.unsigned_abs().checked_mul(grown).ok_or(OVERFLOW)?;
			let side = if debt { &mut owed } else { &mut earned };
			*side = side.checked_add(part).ok_or(OVERFLOW)?;
		}
		ensure!(totals.owed == owed, "2: interest owed is not the sum over debtors");
		ensure!(totals.earned == earned, "2: interest earned is not the sum over creditors");
		let left = totals.left_over().ok_or(OVERFLOW)?;
		ensure!(left >= 0, "2: creditors earned more interest than debtors owe");
		Ok(())
	}

	/// 3: per series longs = shorts, but for what a settlement sweep took off the books.
	fn check_contracts() -> Checked {
		let mut sums = BTreeMap::<Series, (u64, u64)>::new();
		for (series, quantity) in Accounts::<T>::iter_values().flat_map(|account| account.positions)
		{
			let (longs, shorts) = sums.entry(series).or_default();
			let side = if quantity > 0 { longs } else { shorts };
			*side = side.checked_add(quantity.unsigned_abs()).ok_or(OVERFLOW)?;
		}
		for (series, open) in OpenInterest::<T>::iter() {
			let sum = sums.remove(&series).unwrap_or_default();
			ensure!(
				sum == (open.longs, open.shorts),
				"3: open interest is not the sum over accounts"
			);
			let net = i128::from(open.longs).checked_sub(open.shorts.into());
			ensure!(
				net == Some(open.swept.into()),
				"3: longs and shorts differ by more than was swept"
			);
		}
		ensure!(sums.is_empty(), "3: positions without open interest");
		Ok(())
	}

	/// The index of holders is exactly who holds.
	fn check_holders() -> Checked {
		let mut holds = BTreeSet::new();
		for (id, account) in Accounts::<T>::iter() {
			for (series, _) in &account.positions {
				holds.insert((series.underlying, series.expiry, id.clone()));
			}
		}
		let stored = Holders::<T>::iter_keys();
		let stored = stored.map(|((u, expiry), id)| (u, expiry, id)).collect::<BTreeSet<_>>();
		ensure!(stored == holds, "3: the index of holders is not who holds");
		Ok(())
	}

	/// Tails are those of accounts under the portfolio rule with positions. Accounts know whether their
	/// owner has others, and if he has, his list is what they say, by number and without zeros.
	fn check_tails() -> Checked {
		let mut tails = BTreeMap::<AccountId32, Vec<(AccountNumber, u128)>>::new();
		for account in Accounts::<T>::iter_values() {
			let has = account.mode == MarginMode::Portfolio && !account.positions.is_empty();
			ensure!(has || account.tail.0 == 0, "tails of an account that can have none");
			let owned = Owned::<T>::decode_len(&account.owner).unwrap_or(0);
			ensure!(account.siblings == (owned > 1), "an account does not know of the others");
			if account.siblings && account.tail.0 > 0 {
				let of_his = tails.entry(account.owner.clone()).or_default();
				of_his.push((account.number(), account.tail.0));
			}
		}
		tails.values_mut().for_each(|tails| tails.sort_unstable());
		let stored = Tails::<T>::iter().map(|(owner, tails)| (owner, tails.into_inner()));
		let stored = stored.collect::<BTreeMap<_, _>>();
		ensure!(stored == tails, "an owner's tails are not those of his accounts");
		Ok(())
	}

	/// 11: equity_IM − IM ≤ equity_MM − MM, and IM, MM ≥ 0, wherever there are prices.
	fn check_requirements() -> Checked {
		let accounts = Accounts::<T>::iter_keys().collect::<Vec<_>>();
		let mut session = Self::session();
		for account in accounts {
			let Ok(is) = Self::assess_in(&mut session, &account, Lens::Latest) else { continue };
			let zero = Money::from_inner(0);
			ensure!(is.initial >= zero && is.maintenance >= zero, "11: a margin is negative");
			ensure!(
				is.initial_excess() <= is.maintenance_excess(),
				"11: more is free for opening than for being left alone"
			);
		}
		Ok(())
	}

	/// A cash call is open on both sides or on none, and nobody's limit is of a call to come.
	fn check_cash_call() -> Checked {
		ensure!(CashCallRule::<T>::get().is_valid(), "cash call: parameters outside their bounds");
		let (watch, indexes) = (CashCalls::<T>::get(), Interest::<T>::get());
		match (watch.open, indexes.call) {
			(None, None) => {},
			(Some(open), Some(called)) => {
				let part = 0 < open.called && open.called <= open.debt && called.kept < cash::SCALE;
				ensure!(part, "cash call: more is called than is owed, or nothing");
				let known = called.number == watch.made && called.index <= indexes.borrow;
				ensure!(known, "cash call: the open one is not the last, or of a time to come");
			},
			_ => return Err("cash call: open for debtors alone, or for nobody".into()),
		}
		let mut limits = CallLimits::<T>::iter_values();
		let sound = limits.all(|limit| limit.call <= watch.made && limit.limit >= 0);
		ensure!(sound, "cash call: a limit of a call to come, or below nothing");
		let none = CallLimits::<T>::iter_keys().next().is_none();
		ensure!(none || watch.uncleared, "cash call: limits that nobody clears");
		Ok(())
	}

	/// 2, losses: what scaling took and is booked still is covered by what accounts will lose of it.
	fn check_scaling() -> Checked {
		let (totals, scalings) = (Totals::<T>::get(), Interest::<T>::get().scalings);
		let mut lost = 0;
		for account in Accounts::<T>::iter_values() {
			let known = account.cash <= 0 || account.loss.scalings <= scalings;
			ensure!(known, "2: an account is scaled by a loss to come");
			add(&mut lost, scaling::lost::<T>(&account, scalings).map_err(|_| OVERFLOW)?)?;
		}
		ensure!(totals.scaled >= 0, "2: accounts lost more than scaling took");
		ensure!(lost >= totals.scaled, "2: accounts lose less than scaling took");
		let mut left = cash::SCALE;
		for nth in 1..=scalings {
			let next = Scalings::<T>::get(nth).ok_or("2: a scaling is not written down")?;
			ensure!(0 < next && next <= left, "2: a scaling gave something");
			left = next;
		}
		ensure!(Scalings::<T>::iter().count() as u32 == scalings, "2: a scaling of a time to come");
		Ok(())
	}

	/// A tally's sum is that of what it counted and did not charge yet; nobody is counted for nothing.
	fn check_tally() -> Checked {
		let (tally, open) = (Tallies::<T>::get(), Interest::<T>::get().tally);
		let underlying = tally.as_ref().filter(|tally| !tally.is_over());
		ensure!(underlying.map(|tally| tally.underlying) == open, "8: a tally is open by half");
		let mut sum = 0;
		for (account, gain) in Gains::<T>::iter() {
			ensure!(gain >= 0, "8: a gain below nothing");
			let counted = tally.as_ref().is_some_and(|tally| !tally.is_charged(&account));
			ensure!(counted, "8: a gain that nobody counts");
			add(&mut sum, gain)?;
		}
		let left = tally.as_ref().map_or(0, OpenTally::left);
		ensure!(left == sum, "8: a tally is not the sum of its gains");
		ensure!(tally.is_some() || Rises::<T>::iter_keys().next().is_none(), "8: rises are left");
		Ok(())
	}
}
