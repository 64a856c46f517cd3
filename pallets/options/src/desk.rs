// SPDX-License-Identifier: GPL-3.0-or-later

//! Accounts that quote: heartbeats, protection, tiers, and where their quotes rest. The only place that writes
//! `Desks`, `Quotes`, `Voided` and `Volumes`.

use super::*;
use book::OpenBook;
use sp_runtime::{ArithmeticError::Overflow, SaturatedConversion};
use tick::Step;

mod heartbeats;
pub mod types;
pub mod volume;

/// This block's number.
pub(crate) fn block<T: Config>() -> u32 {
	frame_system::Pallet::<T>::block_number().saturated_into()
}

fn store<T: Config>(account: &MarginAccountId, desk: Desk) {
	if desk == Desk::default() {
		Desks::<T>::remove(account);
	} else {
		Desks::<T>::insert(account, desk);
	}
}

/// Change the stand of a market; one that is empty goes.
///
/// # Errors
/// As `change`'s; then nothing is changed.
pub(crate) fn with_stand<R>(
	desk: &mut Desk,
	underlying: UnderlyingId,
	change: impl FnOnce(&mut Stand) -> Result<R, DispatchError>,
) -> Result<R, DispatchError> {
	let found = desk.stands.binary_search_by_key(&underlying, |stand| stand.underlying);
	let known = found.ok().and_then(|nth| desk.stands.get(nth).copied());
	let mut stand = known.unwrap_or(Stand::new(underlying));
	let result = change(&mut stand)?;
	let empty = stand.quotes == 0 && stand.protection.is_none();
	match found {
		Ok(nth) if empty => {
			desk.stands.remove(nth);
		},
		Ok(nth) => *desk.stands.get_mut(nth).ok_or(Overflow)? = stand,
		Err(_) if empty => {},
		Err(nth) => desk.stands.try_insert(nth, stand).map_err(|_| Overflow)?,
	}
	Ok(result)
}

/// Why an order is not met any more, though it rests; nothing if it stands.
pub(crate) fn dead<T: Config>(series: &Series, order: &Order) -> Option<CancelReason> {
	let Terms { is_quote, heartbeat, until, .. } = order.terms;
	if until.is_some_and(|until| until <= T::Time::now()) {
		return Some(CancelReason::TimeOver);
	}
	if !is_quote && heartbeat == 0 {
		return None;
	}
	let desk = Desks::<T>::get(&order.account);
	if heartbeat > 0 && desk.is_late(heartbeat, block::<T>()) {
		return Some(CancelReason::NoHeartbeat);
	}
	let void = desk.stand(series.underlying).is_none_or(|stand| order.id < stand.void_before);
	(is_quote && void).then_some(CancelReason::Voided)
}

/// Whether an account's cash covers a deposit for each of its quotes.
pub(crate) fn has_deposits<T: Config>(
	account: &MarginAccountId,
	desk: &Desk,
) -> Result<bool, DispatchError> {
	let count = desk.stands.iter().map(|stand| stand.quotes).fold(0, u32::saturating_add);
	let deposits = Parameters::<T>::get().order_deposit.checked_mul(count.into());
	Ok(T::Ledger::cash(account) >= deposits.ok_or(Overflow)?)
}

/// Whether an order that rests stands, and what it stands for: its margin, or if it is a quote its deposit.
pub(crate) fn is_covered<T: Config>(series: &Series, order: &Order) -> Result<bool, DispatchError> {
	if dead::<T>(series, order).is_some() {
		return Ok(false);
	}
	if !order.terms.is_quote {
		return Ok(true);
	}
	has_deposits::<T>(&order.account, &Desks::<T>::get(&order.account))
}

/// The tier of fees that an account has now. A cash unit has `unit` smallest units.
pub(crate) fn tier<T: Config>(
	params: &Params,
	account: &MarginAccountId,
	desk: &Desk,
	unit: i128,
) -> u8 {
	let volume = Volumes::<T>::get(account).at(T::Time::now(), params.volume_days);
	desk.tier.max(params.tier_of(volume.sum(), unit.unsigned_abs()))
}

/// Count what an account traded: contracts × spot as far as fees pay for it, in cash's smallest units.
pub(crate) fn count_volume<T: Config>(params: &Params, account: &MarginAccountId, counted: Cash) {
	Volumes::<T>::mutate(account, |volume| {
		*volume = volume.at(T::Time::now(), params.volume_days).and(counted);
	});
}

/// A quote is gone from the book.
pub(crate) fn quote_gone<T: Config>(series: Series, side: Side, order: &Order) -> DispatchResult {
	let underlying = series.underlying;
	let quoted = Quotes::<T>::take((&order.account, underlying), (series, side));
	ensure!(quoted.is_some_and(|at| at.id == order.id), Error::<T>::BookInconsistent);
	let mut desk = Desks::<T>::get(&order.account);
	with_stand(&mut desk, underlying, |stand| {
		stand.quotes = stand.quotes.checked_sub(1).ok_or(Error::<T>::BookInconsistent)?;
		if order.id < stand.void_before {
			stand.voids = stand.voids.saturating_sub(1);
		}
		if stand.quotes == stand.voids {
			stand.under = 0;
		}
		Ok(())
	})?;
	store::<T>(&order.account, desk);
	Ok(())
}

/// A quote rests in the book now, under the heartbeat of this number.
///
/// # Errors
/// `TooManyQuotes`.
pub(crate) fn quote_rests<T: Config>(
	account: &MarginAccountId,
	series: Series,
	quoted: Quoted,
	heartbeat: u8,
) -> DispatchResult {
	let mut desk = Desks::<T>::get(account);
	with_stand(&mut desk, series.underlying, |stand| {
		ensure!(stand.quotes < MAX_QUOTES, Error::<T>::TooManyQuotes);
		stand.quotes = stand.quotes.saturating_add(1);
		stand.under |= bit(heartbeat);
		Ok(())
	})?;
	store::<T>(account, desk);
	let side = quoted.slot.shelf.side;
	Quotes::<T>::insert((account, series.underlying), (series, side), quoted);
	Ok(())
}

/// Void all quotes that rest in a market.
fn void(stand: &mut Stand, next: OrderId) {
	stand.void_before = next;
	stand.voids = stand.quotes;
	stand.under = 0;
}

/// Void the quotes of an account in one market or in all. Returns how many there were.
pub(crate) fn void_quotes<T: Config>(
	account: &MarginAccountId,
	underlying: Option<UnderlyingId>,
) -> u32 {
	void_stands::<T>(account, |stand| underlying.is_none_or(|only| only == stand.underlying))
}

/// Void the quotes of an account in the markets that are meant. Returns how many there were.
fn void_stands<T: Config>(account: &MarginAccountId, meant: impl Fn(&Stand) -> bool) -> u32 {
	let mut desk = Desks::<T>::get(account);
	let next = NextOrderId::<T>::get();
	let mut voided: u32 = 0;
	for stand in desk.stands.iter_mut() {
		if !meant(stand) || stand.quotes == stand.voids {
			continue;
		}
		voided = voided.saturating_add(stand.quotes.saturating_sub(stand.voids));
		void(stand, next);
		Pallet::<T>::deposit_event(Event::QuotesVoided {
			account: account.clone(),
			underlying: stand.underlying,
			quotes: stand.quotes,
		});
	}
	if voided > 0 {
		store::<T>(account, desk);
		Voided::<T>::insert(account, ());
	}
	voided
}

/// An account is closed: nothing is kept of its desk but which of its quotes are void, until they are off the book.
pub(crate) fn close<T: Config>(account: &MarginAccountId) {
	void_quotes::<T>(account, None);
	let Desk { mut stands, .. } = Desks::<T>::get(account);
	for stand in stands.iter_mut() {
		stand.protection = None;
	}
	stands.retain(|stand| stand.quotes > 0);
	store::<T>(account, Desk { stands, ..Default::default() });
}

/// Count a fill of a quote; if a limit is reached all of the account's quotes in the market are void.
pub(crate) fn filled<T: Config>(
	series: &Series,
	account: &MarginAccountId,
	quantity: Quantity,
	exposure: impl FnOnce() -> (u64, u64),
) -> DispatchResult {
	let underlying = series.underlying;
	let mut desk = Desks::<T>::get(account);
	let protected = desk.stand(underlying).is_some_and(|stand| stand.protection.is_some());
	if !protected {
		return Ok(());
	}
	let (delta, vega) = exposure();
	let reached = with_stand(&mut desk, underlying, |stand| {
		let Some(protection) = &mut stand.protection else { return Ok(false) };
		protection.roll(block::<T>());
		let was = protection.is_reached();
		protection.count(&Filled { quantity: quantity.unsigned_abs(), delta, vega });
		let reached = !was && protection.is_reached();
		if reached {
			void(stand, NextOrderId::<T>::get());
		}
		Ok(reached)
	})?;
	store::<T>(account, desk);
	if reached {
		Voided::<T>::insert(account, ());
		let account = account.clone();
		Pallet::<T>::deposit_event(Event::ProtectionActed { account, underlying });
	}
	Ok(())
}

/// Take at most `limit` void quotes of an account off the book.
///
/// # Errors
/// The book contradicts itself.
pub(crate) fn sweep<T: Config>(
	account: &MarginAccountId,
	limit: u32,
) -> Result<Step, DispatchError> {
	let desk = Desks::<T>::get(account);
	let Some(stand) = desk.stands.iter().find(|stand| stand.voids > 0) else {
		Voided::<T>::remove(account);
		return Ok(Step::Looked);
	};
	let void = Quotes::<T>::iter_prefix((account, stand.underlying))
		.filter(|(_, quoted)| quoted.id < stand.void_before)
		.take(limit as usize)
		.collect::<Vec<_>>();
	for ((series, _), Quoted { id, slot }) in &void {
		let mut book = OpenBook::<T>::open(*series);
		Pallet::<T>::cancel(&mut book, slot, *id, CancelReason::Voided)?;
		book.store();
	}
	Ok(Step::Took)
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_tier(account: MarginAccountId, tier: u8) -> DispatchResult {
		ensure!(usize::from(tier) < MAX_TIERS, Error::<T>::UnknownTier);
		let desk = Desk { tier, ..Desks::<T>::get(&account) };
		store::<T>(&account, desk);
		Self::deposit_event(Event::TierSet { account, tier });
		Ok(())
	}

	pub(crate) fn do_set_protection(
		account: MarginAccountId,
		underlying: UnderlyingId,
		limits: Option<Limits>,
	) -> DispatchResult {
		ensure!(Markets::<T>::contains_key(underlying), Error::<T>::UnknownMarket);
		if let Some(limits) = &limits {
			ensure!((1..=MAX_BLOCKS).contains(&limits.blocks), Error::<T>::InvalidBlocks);
		}
		let mut desk = Desks::<T>::get(&account);
		with_stand(&mut desk, underlying, |stand| {
			stand.protection = limits.map(|limits| Protection::new(limits, block::<T>()));
			Ok(())
		})?;
		store::<T>(&account, desk);
		Self::deposit_event(Event::ProtectionSet { account, underlying, limits });
		Ok(())
	}
}
