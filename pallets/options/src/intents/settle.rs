// SPDX-License-Identifier: GPL-3.0-or-later

//! Settling intents together: each account's cash, fees, the journal.
//!
//! With `least` what an account's cash has to change by at least (its legs in cash less its limit, times its
//! size), the surplus is `S = −Σ least`. All figures are whole for a unit of size, so nothing is rounded but
//! the split of `S`:
//!
//! ```text
//! share = ⌊S·w / Σw⌋, w = contracts × spot, and |least| more of who trades lots; if no w is above zero, 1 each
//! ```
//!
//! What the roundings leave, less than a unit an account, goes by a unit each to the accounts with the
//! lowest ids. So the order in which intents are submitted changes nothing, and the submitter has no part.

use super::*;
use alloc::collections::BTreeMap;
use checks::{check, times, Party, Reader};
use matching::{contract_fee, counted, fee_pots, growth, mark_tolerance, rebate};
use sp_runtime::{ArithmeticError::Overflow, Saturating};
use straddle_math::{mul_div, Rounding};

/// Settle a set. Returns what each account's cash changed by. What it met is counted as it goes.
///
/// # Errors
/// What is wrong, and with which of the fills if it is one alone. Nothing that was written stands then: the
/// caller rolls back.
pub(crate) fn settle<T: Config>(
	submitter: &AccountId32,
	set: &[IntentFill],
	met: &mut Met,
) -> Result<Vec<Cash>, Refused> {
	ensure_distinct::<T>(set)?;
	let mut reader = Reader::<T>::new()?;
	let settled = settle_in(&mut reader, submitter, set, met);
	met.work = T::Ledger::work(&reader.session);
	settled
}

fn settle_in<T: Config>(
	reader: &mut Reader<T>,
	submitter: &AccountId32,
	set: &[IntentFill],
	met: &mut Met,
) -> Result<Vec<Cash>, Refused> {
	let at = |nth| move |error: DispatchError| Refused { error, entry: Some(nth) };
	let mut parties = Vec::new();
	for (nth, fill) in set.iter().enumerate() {
		parties.push(check(reader, submitter, set, fill, met).map_err(at(nth))?);
	}
	ensure_nets::<T>(&parties)?;
	let prices = prices::<T>(&parties)?;
	let takers = takers(&parties)?;
	let (mut fees, mut volumes) = (Vec::new(), Vec::new());
	for (nth, (party, (price, takes))) in parties.iter().zip(prices.iter().zip(&takers)).enumerate()
	{
		let (fee, volume) = fee(reader, party, *price, *takes).map_err(at(nth))?;
		fees.push(fee);
		volumes.push(volume);
	}
	give_rebates(&parties, &takers, &mut fees)?;
	for (nth, (IntentFill { intent, size, .. }, fee)) in set.iter().zip(&fees).enumerate() {
		let most = times(intent.fee_cap, *size).unwrap_or(Cash::MAX);
		ensure!(*fee <= most, at(nth)(Error::<T>::FeeAboveCap.into()));
	}
	let journal = journal(reader, &parties, &prices, &fees)?;
	let cash = journal.entries.iter().map(|entry| entry.cash).collect();
	let free = free(reader, &parties)?;
	T::Ledger::book_in(&mut reader.session, journal)?;
	ensure_free::<T>(reader, &parties, &free)?;
	count_open_interest(reader, &parties)?;
	let volumes = volumes.into_iter().zip(&parties);
	for (((volume, party), fill), (price, fee)) in volumes.zip(set).zip(prices.iter().zip(&fees)) {
		let IntentFill { intent, size, .. } = fill;
		let filled = nonces::fill::<T>(intent, party.id, party.filled, *size)?;
		desk::count_volume::<T>(&reader.params, &party.account, volume);
		Pallet::<T>::deposit_event(Event::IntentFilled {
			id: party.id,
			account: party.account.clone(),
			nonce: intent.nonce,
			legs: intent.legs.clone(),
			size: *size,
			filled,
			price: *price,
			fee: *fee,
			age_ms: party.age,
		});
	}
	Ok(cash)
}

/// An account takes part once.
fn ensure_distinct<T: Config>(set: &[IntentFill]) -> Result<(), Refused> {
	ensure!(!set.is_empty(), DispatchError::from(Error::<T>::EmptySet));
	for (nth, fill) in set.iter().enumerate() {
		let mut before = set.iter().take(nth);
		let same = before.find(|other| other.intent.account == fill.intent.account);
		if let Some(same) = same {
			let twice = same.intent.nonce == fill.intent.nonce;
			let error = if twice { Error::<T>::IntentTwice } else { Error::<T>::AccountTwice };
			return Err(Refused { error: error.into(), entry: Some(nth) });
		}
	}
	Ok(())
}

/// What one gets another gives.
fn ensure_nets<T: Config>(parties: &[Party]) -> DispatchResult {
	let mut contracts = BTreeMap::<Series, i128>::new();
	let mut lots = BTreeMap::<CollateralId, i128>::new();
	for party in parties {
		for (series, by, _) in &party.contracts {
			let sum = contracts.entry(*series).or_default();
			*sum = sum.checked_add((*by).into()).ok_or(Overflow)?;
		}
		for (kind, by) in &party.lots {
			let sum = lots.entry(*kind).or_default();
			*sum = sum.checked_add(*by).ok_or(Overflow)?;
		}
	}
	ensure!(contracts.values().all(|sum| *sum == 0), Error::<T>::ContractsDoNotNet);
	ensure!(lots.values().all(|sum| *sum == 0), Error::<T>::LotsDoNotNet);
	Ok(())
}

/// What each account's cash changes by before fees: its least and its share of the surplus. They sum to
/// zero.
///
/// # Errors
/// `LimitsDoNotMeet`.
fn prices<T: Config>(parties: &[Party]) -> Result<Vec<Cash>, DispatchError> {
	let sum = |sum: i128, part: i128| sum.checked_add(part).ok_or(Overflow);
	let least = parties.iter().try_fold(0, |all, party| sum(all, party.least))?;
	let surplus = least.checked_neg().ok_or(Overflow)?;
	ensure!(surplus >= 0, Error::<T>::LimitsDoNotMeet);
	let mut weights = Vec::new();
	for party in parties {
		let spot =
			if party.lots.is_empty() { 0 } else { party.least.checked_abs().ok_or(Overflow)? };
		weights.push(sum(party.notional, spot)?);
	}
	if weights.iter().all(|weight| *weight == 0) {
		weights.iter_mut().for_each(|weight| *weight = 1);
	}
	let whole = weights.iter().try_fold(0, |all, weight| sum(all, *weight))?;
	let mut prices = Vec::new();
	let mut left = surplus;
	for (party, weight) in parties.iter().zip(&weights) {
		let share = mul_div(surplus, *weight, whole, Rounding::Down)
			.map_err(|_| DispatchError::from(Overflow))?;
		left = left.checked_sub(share).ok_or(Overflow)?;
		prices.push(sum(party.least, share)?);
	}
	let mut order = (0..parties.len()).collect::<Vec<_>>();
	order.sort_unstable_by_key(|nth| parties.get(*nth).map(|party| &party.account));
	for nth in order {
		let Some(price) = prices.get_mut(nth).filter(|_| left > 0) else { continue };
		*price = sum(*price, 1)?;
		left = left.checked_sub(1).ok_or(Overflow)?;
	}
	Ok(prices)
}

/// Who pays as a taker. Signed intents pay as makers where those that the submitter brings himself are at
/// least half of all: then it is plain who came to whom. Else all pay as takers.
fn takers(parties: &[Party]) -> Result<Vec<bool>, DispatchError> {
	let (mut own, mut others) = (0_i128, 0_i128);
	for party in parties {
		let sum = if party.is_submitters { &mut own } else { &mut others };
		*sum = sum.checked_add(party.notional).ok_or(Overflow)?;
	}
	Ok(parties.iter().map(|party| party.is_submitters || own < others).collect())
}

/// Makers get shares of what takers pay, each by its tier of the part that its contracts are of all makers'. So
/// all fees together are never below zero.
fn give_rebates(parties: &[Party], takers: &[bool], fees: &mut [Cash]) -> DispatchResult {
	let (mut paid, mut made) = (0_i128, 0_i128);
	for ((party, takes), fee) in parties.iter().zip(takers).zip(fees.iter()) {
		let (sum, by) = if *takes { (&mut paid, *fee) } else { (&mut made, party.notional) };
		*sum = sum.checked_add(by).ok_or(Overflow)?;
	}
	for ((party, takes), fee) in parties.iter().zip(takers).zip(fees) {
		if *takes || made == 0 {
			continue;
		}
		let part = mul_div(paid, party.notional, made, Rounding::Down).map_err(|_| Overflow)?;
		*fee = fee.checked_sub(rebate(&party.tier, part)?).ok_or(Overflow)?;
	}
	Ok(())
}

/// A party's fee by its tier, and what counts of its volume: of what it buys and what it sells the dearer side pays. The
/// premium of one option alone is its price, and no less than its mark, as more may be paid beside it; a combination's
/// options count at their marks.
fn fee<T: Config>(
	reader: &mut Reader<T>,
	party: &Party,
	price: Cash,
	takes: bool,
) -> Result<(Cash, Cash), DispatchError> {
	let alone = party.contracts.len() == 1 && party.lots.is_empty();
	let (mut bought, mut sold) = ((0_i128, 0_i128), (0_i128, 0_i128));
	for (series, by, _) in &party.contracts {
		let fees = reader.market(series.underlying)?.fees;
		let rate = match takes {
			true => fees.taker.saturating_mul(party.tier.taker),
			false => fees.maker.saturating_mul(party.tier.maker),
		};
		let cap = (series.kind != Kind::Future).then_some(fees.cap);
		let amount = by.checked_abs().ok_or(Overflow)?;
		let premium = match (cap, reader.mark(series)) {
			(None, _) => 0,
			(_, Ok(mark)) => {
				let worth = book::value(amount, mark, Rounding::Down)?;
				if alone {
					price.checked_abs().ok_or(Overflow)?.max(worth)
				} else {
					worth
				}
			},
			// What cannot be valued has its price.
			(_, Err(_)) if alone => price,
			(_, Err(error)) => return Err(error),
		};
		let spot = reader.spot(series.underlying)?;
		let fee = contract_fee(rate, cap, amount, spot, premium)?;
		let notional = book::value(amount, spot, Rounding::Up)?;
		let volume = counted(&fees, series.kind, notional, premium);
		let (sum, volumes) = if *by > 0 { &mut bought } else { &mut sold };
		*sum = sum.checked_add(fee).ok_or(Overflow)?;
		*volumes = volumes.checked_add(volume).ok_or(Overflow)?;
	}
	Ok((bought.0.max(sold.0), bought.1.max(sold.1)))
}

/// One entry an account.
fn journal<T: Config>(
	reader: &mut Reader<T>,
	parties: &[Party],
	prices: &[Cash],
	fees: &[Cash],
) -> Result<Journal, DispatchError> {
	let only = only_underlying(parties);
	let mut entries = Vec::new();
	let mut all_fees: Cash = 0;
	for ((party, price), fee) in parties.iter().zip(prices).zip(fees) {
		let rule = Rule::Trade { near_mark: false };
		let mut entry = Entry::new(party.account.clone(), rule).cash(*price);
		entry.positions = party.contracts.iter().map(|(series, by, _)| (*series, *by)).collect();
		entry.lots = party.lots.clone();
		entry.rule = Rule::Trade { near_mark: is_near_mark(reader, &entry)? };
		entry.cash = price.checked_sub(fee).ok_or(Overflow)?;
		entry.premiums.extend(only.map(|underlying| (underlying, *price)));
		entries.push(entry);
		all_fees = all_fees.checked_add(*fee).ok_or(Overflow)?;
	}
	let mut journal = Journal::of(entries);
	let pots = fee_pots(&reader.params, all_fees)?;
	journal.pots.extend(pots.into_iter().filter(|(_, part)| *part != 0));
	Ok(journal)
}

/// The underlying of all that changes hands, if it is one. Then the price is its contracts' and no other's;
/// else there is no telling, and all change hands at their marks (ADR 33).
fn only_underlying(parties: &[Party]) -> Option<UnderlyingId> {
	let mut all = parties.iter().flat_map(|party| &party.contracts);
	let underlying = all.next()?.0.underlying;
	let others = all.any(|(series, ..)| series.underlying != underlying);
	let spot = parties.iter().any(|party| party.contracts.is_empty() || !party.lots.is_empty());
	(!others && !spot).then_some(underlying)
}

/// Whether an entry's cash is near the marks of its contracts: as near as each contract's may be, together.
/// Never with lots.
pub(super) fn is_near_mark<T: Config>(
	reader: &mut Reader<T>,
	entry: &Entry,
) -> Result<bool, DispatchError> {
	if !entry.lots.is_empty() {
		return Ok(false);
	}
	let (mut worth, mut tolerance) = (entry.cash, 0_i128);
	for (series, by) in &entry.positions {
		let Ok(mark) = reader.mark(series) else { return Ok(false) };
		let market = reader.market(series.underlying)?;
		let each = mark_tolerance(series, mark, reader.unit, &market, &reader.params);
		let each = each.and_then(|each| Cash::try_from(each).ok()).ok_or(Overflow)?;
		let part = book::value(*by, mark, Rounding::Nearest)?;
		worth = worth.checked_add(part).ok_or(Overflow)?;
		let amount = by.checked_abs().ok_or(Overflow)?;
		let part = book::value(amount, each, Rounding::Down)?;
		tolerance = tolerance.checked_add(part).ok_or(Overflow)?;
	}
	Ok(worth.checked_abs().is_some_and(|off| off <= tolerance))
}

/// What could leave each account that gives something.
fn free<T: Config>(
	reader: &mut Reader<T>,
	parties: &[Party],
) -> Result<Vec<Option<Money>>, Refused> {
	let one = |(nth, party): (usize, &Party)| {
		if !party.gives {
			return Ok(None);
		}
		let is = T::Ledger::assess_in(&mut reader.session, &party.account, Lens::Latest);
		let is = is.map_err(|error| Refused { error, entry: Some(nth) })?;
		Ok(Some(is.withdrawable()))
	};
	parties.iter().enumerate().map(one).collect()
}

/// What leaves could have been taken out, or is paid for: option value lends nobody tokens (RISK.md 1).
fn ensure_free<T: Config>(
	reader: &mut Reader<T>,
	parties: &[Party],
	before: &[Option<Money>],
) -> Result<(), Refused> {
	let after = free(reader, parties)?;
	for (nth, (before, after)) in before.iter().zip(after).enumerate() {
		let least = before.map(|before| before.min(Money::from_inner(0)));
		let error = Error::<T>::LeavesOnCredit.into();
		ensure!(after >= least, Refused { error, entry: Some(nth) });
	}
	Ok(())
}

/// Count what the trade opened, by expiry; what closes first, so that the order of series changes nothing.
fn count_open_interest<T: Config>(reader: &mut Reader<T>, parties: &[Party]) -> DispatchResult {
	let mut opened = BTreeMap::<(UnderlyingId, Moment), (Series, i128)>::new();
	for (series, by, held) in parties.iter().flat_map(|party| &party.contracts) {
		let (_, sum) = opened.entry((series.underlying, series.expiry)).or_insert((*series, 0));
		*sum = sum.checked_add(growth(*held, *by)?).ok_or(Overflow)?;
	}
	let mut opened = opened.into_values().collect::<Vec<_>>();
	opened.sort_unstable_by_key(|(_, by)| *by);
	for (series, by) in opened {
		let cap = reader.market(series.underlying)?.open_interest_cap;
		listing::add_open_interest::<T>(&series, by, cap)?;
	}
	Ok(())
}
