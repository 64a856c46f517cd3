// SPDX-License-Identifier: GPL-3.0-or-later

//! Gains of all accounts in one underlying, as of one moment (RISK.md 8, ADR 23). The only place that writes
//! `Tallies`, `Rises` and `Gains`.
//!
//! A tally marks the series of its underlying first, then counts accounts by cursor, each once. An account
//! that moves its positions before its turn is counted before it moves, by the same marks: so no trade
//! in between dodges a charge or doubles one. Then each gain is charged its part by cursor. Until
//! its turn came, an account's cash counts less by what it may be charged, so nothing of that can leave.

use super::*;
use alloc::{borrow::Cow, vec::Vec};
use frame_support::weights::{Weight, WeightMeter};
use straddle_math::{mul_div, Rounding};
use straddle_traits::{Charge, Losses, Tally};

/// Rises of a tally that is over, removed at once.
const CLEARED_AT_ONCE: u32 = 16;

/// How far a tally is.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub enum Stage {
	/// Its series are marked, up to this one.
	Marking(Series),
	/// Accounts are counted, up to this one.
	Counting(Option<MarginAccountId>),
	/// All are counted, and charged up to this one.
	Charging(Option<MarginAccountId>),
	/// Nobody is held any more; what is left of it is removed.
	Over,
}

/// A count of gains that is open.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct OpenTally {
	/// Whose gains.
	pub underlying: UnderlyingId,
	/// The day whose sums count.
	pub day: u32,
	/// No more is charged.
	pub deficit: Cash,
	/// How far it is.
	pub stage: Stage,
	/// Σ of the gains counted.
	pub sum: Cash,
	/// Σ of those that were charged.
	pub charged: Cash,
	/// How many accounts have a gain above zero.
	pub accounts: u32,
}

/// What an account bears of a loss that is being shared out: what the view `loss_share` answers.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct LossShare {
	/// What it gained since the last daily mark at the marks of now, in smallest units, signed.
	pub gain: Cash,
	/// So much less its cash counts until its charge is known.
	pub held_back: Cash,
}

impl OpenTally {
	/// Whether nobody is held any more.
	pub(crate) fn is_over(&self) -> bool {
		self.stage == Stage::Over
	}

	/// Σ of the gains that are not charged yet.
	pub(crate) fn left(&self) -> Cash {
		self.sum.saturating_sub(self.charged)
	}

	/// Whether an account's turn to be charged has passed.
	pub(crate) fn is_charged(&self, id: &MarginAccountId) -> bool {
		match &self.stage {
			Stage::Charging(cursor) => cursor.as_ref().is_some_and(|last| id <= last),
			Stage::Over => true,
			_ => false,
		}
	}

	/// Whether an account is still to be counted.
	fn is_to_come(&self, id: &MarginAccountId) -> bool {
		match &self.stage {
			Stage::Marking(_) => true,
			Stage::Counting(cursor) => cursor.as_ref().is_none_or(|last| id > last),
			_ => false,
		}
	}

	/// The most that a counted gain is charged: exact, once all are counted. Rounded down.
	fn charge(&self, gain: Cash) -> Result<Cash, DispatchError> {
		match self.stage {
			Stage::Marking(_) | Stage::Counting(_) => Ok(gain.min(self.deficit)),
			Stage::Charging(_) => charge(self.deficit, self.sum, gain),
			Stage::Over => Ok(0),
		}
	}

	/// What an account gained when this was opened; it must not have changed since. Nothing of one that
	/// owes and holds nothing: it cannot pay.
	fn gain<T: Config>(&self, session: &mut Session<T>, account: &MarginAccount) -> Cash {
		if account.is_cash() && account.cash < 0 {
			return 0;
		}
		let mut sum = account.loss.sum(self.underlying, self.day);
		let unit = session.engine(Lens::Latest).unit();
		for (series, quantity) in held(account, self.underlying) {
			let rise = self.rise(session, series);
			let part = gains::worth(rise, *quantity, unit).unwrap_or_default();
			sum = sum.saturating_add(part);
		}
		sum.max(0)
	}

	/// How far a series stands above its daily mark; nothing if it cannot be valued. One that the marking
	/// did not come to yet is marked now.
	fn rise<T: Config>(&self, session: &mut Session<T>, series: &Series) -> Money {
		if let Some(rise) = Rises::<T>::get(series) {
			return rise;
		}
		let mut open = OpenInterest::<T>::get(series);
		let before = open;
		let now = gains::mark(session, series);
		// A day that began since does not end again.
		let day = open.marked.map_or(self.day, |marked| marked.day.max(self.day));
		let daily = open.mark_of_day(day, || now);
		if open != before {
			OpenInterest::<T>::insert(series, open);
		}
		let rise = now.map_or(Money::default(), |now| {
			Money::from_inner(now.into_inner().saturating_sub(daily.into_inner()))
		});
		Rises::<T>::insert(series, rise);
		rise
	}

	/// Count an account.
	fn count<T: Config>(&mut self, id: &MarginAccountId, gain: Cash) {
		Gains::<T>::insert(id, gain);
		self.sum = self.sum.saturating_add(gain);
		self.accounts = self.accounts.saturating_add((gain > 0).into());
	}
}

/// Part of `deficit` that a gain bears, rounded down: never more than the gain.
pub(crate) fn charge(deficit: Cash, sum: Cash, gain: Cash) -> Result<Cash, DispatchError> {
	if sum <= 0 {
		return Ok(0);
	}
	mul_div(deficit.min(sum), gain, sum, Rounding::Down).map_err(math)
}

/// An account's positions in an underlying.
fn held(account: &MarginAccount, underlying: UnderlyingId) -> &[(Series, Quantity)] {
	let start = account.positions.partition_point(|(s, _)| s.underlying < underlying);
	let end = account.positions.partition_point(|(s, _)| s.underlying <= underlying);
	account.positions.get(start..end).unwrap_or_default()
}

/// An account with so much less cash.
pub(crate) fn less(account: &MarginAccount, pending: Cash) -> Cow<'_, MarginAccount> {
	if pending == 0 {
		return Cow::Borrowed(account);
	}
	let cash = account.cash.saturating_sub(pending);
	Cow::Owned(MarginAccount { cash, ..account.clone() })
}

/// Before an entry is booked while a tally is open: count the account if it is still to come and its gain
/// would change. Returns what is to be held back of it if its rule asks for that.
///
/// # Errors
/// A number does not fit.
pub(crate) fn witness<T: Config>(
	session: &mut Session<T>,
	underlying: UnderlyingId,
	entry: &Entry,
	account: &MarginAccount,
) -> Result<Cash, DispatchError> {
	let moves = entry.positions.iter().any(|(series, _)| series.underlying == underlying);
	let leaves = matches!(entry.rule, Rule::Trade { .. } | Rule::Bid | Rule::Withdraw);
	if !moves && !leaves {
		return Ok(0);
	}
	let Some(mut tally) = Tallies::<T>::get() else { return Ok(0) };
	let known = Gains::<T>::get(&entry.account);
	let gain = match known {
		Some(gain) => gain,
		None if tally.is_to_come(&entry.account) => {
			let gain = tally.gain(session, account);
			// Also nothing, or it would be counted as it stands after this.
			tally.count::<T>(&entry.account, gain);
			Tallies::<T>::put(&tally);
			gain
		},
		None => 0,
	};
	if leaves {
		tally.charge(gain)
	} else {
		Ok(0)
	}
}

/// What is to be held back of an account, without counting it.
pub(crate) fn pending<T: Config>(
	session: &mut Session<T>,
	id: &MarginAccountId,
	account: &MarginAccount,
) -> Cash {
	let Some(tally) = Tallies::<T>::get().filter(|tally| !tally.is_over()) else { return 0 };
	let gain = match Gains::<T>::get(id) {
		Some(gain) => gain,
		None if tally.is_to_come(id) => tally.gain(session, account),
		None => 0,
	};
	tally.charge(gain).unwrap_or(Cash::MAX)
}

impl<T: Config> Losses for Pallet<T> {
	fn losses(account: &MarginAccountId) -> Vec<(UnderlyingId, Cash)> {
		let day = Interest::<T>::get().day;
		let book = Accounts::<T>::get(account).map(|account| account.loss).unwrap_or_default();
		let sums = if book.day == day { book.sums.into_inner() } else { Vec::new() };
		let losses = sums.into_iter().filter(|(_, sum)| *sum < 0);
		losses.map(|(underlying, sum)| (underlying, sum.saturating_neg())).collect()
	}

	fn open_tally(underlying: UnderlyingId, deficit: Cash) -> DispatchResult {
		ensure!(!Tallies::<T>::exists(), Error::<T>::TallyOpen);
		ensure!(!Totals::<T>::get().closed, Error::<T>::BooksClosed);
		let day = Interest::<T>::get().day;
		// Nothing comes before it in the order of the keys.
		let first = Series { underlying, expiry: 0, strike: Strike(0), kind: Kind::Future };
		let stage = Stage::Marking(first);
		let tally = OpenTally { underlying, day, deficit, stage, sum: 0, charged: 0, accounts: 0 };
		Tallies::<T>::put(tally);
		Interest::<T>::mutate(|indexes| indexes.tally = Some(underlying));
		Ok(())
	}

	fn count(meter: &mut WeightMeter) -> Option<Tally> {
		let mut tally = Tallies::<T>::get()?;
		let before = tally.clone();
		let mut session = Session::<T>::new();
		Self::mark_next(&mut tally, &mut session, meter);
		Self::count_next(&mut tally, &mut session, meter);
		if tally != before {
			Tallies::<T>::put(&tally);
		}
		let counted = matches!(tally.stage, Stage::Charging(_));
		counted.then_some(Tally { sum: tally.sum, accounts: tally.accounts })
	}

	fn next_charge() -> Option<Charge> {
		let mut tally = Tallies::<T>::get()?;
		let Stage::Charging(cursor) = &tally.stage else { return None };
		let next = match cursor {
			Some(last) => Gains::<T>::iter_from_key(last).next(),
			None => Gains::<T>::iter().next(),
		};
		let (account, gain) = next?;
		let amount = tally.charge(gain).unwrap_or_default();
		Gains::<T>::remove(&account);
		tally.charged = tally.charged.saturating_add(gain);
		tally.stage = Stage::Charging(Some(account.clone()));
		Tallies::<T>::put(tally);
		Some(Charge { account, gain, amount })
	}

	fn close_tally() -> DispatchResult {
		ensure!(Gains::<T>::iter_keys().next().is_none(), Error::<T>::TallyOpen);
		Tallies::<T>::mutate_extant(|tally| tally.stage = Stage::Over);
		Interest::<T>::mutate(|indexes| indexes.tally = None);
		Ok(())
	}

	fn scale_cash(amount: Cash, pot: Pot) -> Result<Cash, DispatchError> {
		Self::do_scale_cash(amount, pot)
	}
}

impl<T: Config> Pallet<T> {
	/// Mark series of the underlying.
	fn mark_next(tally: &mut OpenTally, session: &mut Session<T>, meter: &mut WeightMeter) {
		let Stage::Marking(mut cursor) = tally.stage else { return };
		let weight = T::WeightInfo::mark_series();
		while meter.try_consume(weight).is_ok() {
			let next = OpenInterest::<T>::iter_keys_from_key(cursor).next();
			let next = next.filter(|series| series.underlying == tally.underlying);
			let Some(series) = next else {
				tally.stage = Stage::Counting(None);
				return;
			};
			tally.rise(session, &series);
			cursor = series;
		}
		tally.stage = Stage::Marking(cursor);
	}

	/// Count accounts.
	fn count_next(tally: &mut OpenTally, session: &mut Session<T>, meter: &mut WeightMeter) {
		let Stage::Counting(start) = &tally.stage else { return };
		let mut cursor = start.clone();
		let weight = |positions: u32, size: usize| {
			let own = Weight::from_parts(0, size as u64);
			T::WeightInfo::count_account(positions).saturating_add(own)
		};
		// The size of an account is known only once it is read.
		while meter.can_consume(weight(MAX_POSITIONS, MarginAccount::max_encoded_len())) {
			let next = match &cursor {
				Some(last) => Accounts::<T>::iter_from_key(last).next(),
				None => Accounts::<T>::iter().next(),
			};
			let Some((id, account)) = next else {
				tally.stage = Stage::Charging(None);
				return;
			};
			let positions = held(&account, tally.underlying).len() as u32;
			meter.consume(weight(positions, account.encoded_size()));
			if !Gains::<T>::contains_key(&id) {
				let gain = tally.gain(session, &account);
				if gain > 0 {
					tally.count::<T>(&id, gain);
				}
			}
			cursor = Some(id);
		}
		tally.stage = Stage::Counting(cursor);
	}

	/// Remove what a tally left, some a block; then the next may be opened.
	pub(crate) fn clear_rises(meter: &mut WeightMeter) {
		if !Tallies::<T>::get().is_some_and(|tally| tally.is_over()) {
			return;
		}
		while meter.try_consume(T::WeightInfo::clear_rises()).is_ok() {
			let rises = Rises::<T>::iter_keys().take(CLEARED_AT_ONCE as usize).collect::<Vec<_>>();
			rises.iter().for_each(Rises::<T>::remove);
			if rises.len() < CLEARED_AT_ONCE as usize {
				Tallies::<T>::kill();
				return;
			}
		}
	}

	pub(crate) fn view_loss_share(
		id: &MarginAccountId,
		underlying: UnderlyingId,
	) -> Option<LossShare> {
		let account = Self::settled(id).ok()?;
		let mut session = Session::<T>::new();
		let day = Interest::<T>::get().day;
		let mut gain = account.loss.sum(underlying, day);
		let unit = session.engine(Lens::Latest).unit();
		for (series, quantity) in held(&account, underlying) {
			let now = gains::mark(&mut session, series)?;
			let daily = OpenInterest::<T>::get(series).mark_of_day(day, || Some(now));
			let rise = Money::from_inner(now.into_inner().checked_sub(daily.into_inner())?);
			gain = gain.checked_add(gains::worth(rise, *quantity, unit).ok()?)?;
		}
		Some(LossShare { gain, held_back: pending(&mut session, id, &account) })
	}
}

/// Take all marks of the tally that is open.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn mark_for_benchmark<T: Config>() -> DispatchResult {
	let mut tally = Tallies::<T>::get().ok_or(Error::<T>::TallyOpen)?;
	Pallet::<T>::mark_next(&mut tally, &mut Session::<T>::new(), &mut WeightMeter::new());
	Tallies::<T>::put(tally);
	Ok(())
}
