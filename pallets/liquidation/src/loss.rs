// SPDX-License-Identifier: GPL-3.0-or-later

//! Owner of `Unborne`, `Sharing` and `LossCount`: losses beyond the pools (RISK.md 8, ADR 23).
//!
//! A deficit goes through four hands, each step bounded and taken by the block's own work:
//!
//! 1. It is *written off*: the account owes nothing any more, `Pot::Insolvency` is short by it, and it waits
//!    in `Unborne` for those who bear it: gains in the underlyings in which the account lost since the last
//!    daily mark, in the proportion of its losses; all cash where it lost by nothing that it traded.
//! 2. Losses in one underlying wait together. Their turn comes one underlying at a time: the ledger counts
//!    all gains in it as of one moment.
//! 3. Each gain is charged its part, down to an equity_MM of nothing. No position is closed.
//! 4. What is left the global pool pays if it has money again, and all positive cash bears the rest.

use crate::{
	bids::Session,
	costs::{each, fixed, Size, Step},
	*,
};
use alloc::vec::Vec;
use frame_support::{
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult};
use straddle_math::{
	fixed::{mul_div, Rounding},
	MathError,
};
use straddle_primitives::*;
use straddle_traits::{Charge, Entry, Journal, Ladder, Ledger, Losses, Prices, Risk, Rule, Tally};

/// Most deficits that one block writes off.
const WRITTEN_OFF_PER_BLOCK: u32 = 8;

/// Split a loss by what an account lost in each underlying, as magnitudes. The parts sum to the loss; the
/// largest bears what rounding leaves.
fn split(loss: Cash, losses: &[(UnderlyingId, Cash)]) -> Result<Vec<(Bearer, Cash)>, MathError> {
	let mut sum: Cash = 0;
	for (_, lost) in losses {
		sum = sum.checked_add(*lost).ok_or(MathError::Overflow)?;
	}
	let largest = losses.iter().max_by_key(|(_, lost)| *lost);
	let Some((largest, _)) = largest.filter(|_| sum > 0) else {
		return Ok(alloc::vec![(Bearer::Cash, loss)]);
	};
	let mut left = loss;
	let mut parts = Vec::with_capacity(losses.len());
	for (underlying, lost) in losses.iter().filter(|(underlying, _)| underlying != largest) {
		let part = mul_div(loss, *lost, sum, Rounding::Down)?;
		left = left.checked_sub(part).ok_or(MathError::Overflow)?;
		if part > 0 {
			parts.push((Bearer::Gains(*underlying), part));
		}
	}
	parts.push((Bearer::Gains(*largest), left));
	Ok(parts)
}

impl<T: Config> Pallet<T> {
	/// Share out losses within the budget.
	pub(crate) fn share_losses(budget: &mut WeightMeter) {
		if budget.try_consume(T::WeightInfo::look_at_losses()).is_err() {
			return;
		}
		Self::write_off_next(budget);
		if Sharing::<T>::exists() {
			Self::go_on_sharing(budget);
		} else if T::Ledger::pot(Pot::Insolvency) < 0
			&& Self::ensure_running(&Halt::<T>::get()).is_ok()
		{
			Self::share_next(budget);
		}
	}

	/// Do a step whole or not at all. Returns whether it was done.
	fn step(step: impl FnOnce() -> DispatchResult) -> bool {
		let done = with_storage_layer(step);
		if let Err(error) = done {
			// Numbers that do not fit: it is tried again, and the block goes on.
			Self::deposit_event(Event::StepFailed { error });
		}
		done.is_ok()
	}

	/// Write off some of the deficits that are recorded, in turn.
	fn write_off_next(budget: &mut WeightMeter) {
		if Deficit::<T>::get() == 0 {
			return;
		}
		for _ in 0..WRITTEN_OFF_PER_BLOCK {
			if budget.try_consume(T::WeightInfo::write_off()).is_err() {
				return;
			}
			let next = match DeficitCursor::<T>::get() {
				Some(last) => Deficits::<T>::iter_keys_from_key(last).next(),
				None => Deficits::<T>::iter_keys().next(),
			};
			DeficitCursor::<T>::set(next.clone());
			let Some(account) = next else { return };
			Self::step(|| Self::write_off(&account));
		}
	}

	/// Write off what the pool cannot pay of an account's bare debt. One that brought something since keeps
	/// its debt, and so does one to which a chain's pool owes as much. Of closed books nothing is written off: claims
	/// are what they are.
	pub(crate) fn write_off(account: &MarginAccountId) -> DispatchResult {
		if !Self::holds_nothing(account) || T::Ledger::is_closed() {
			Self::update_deficit(account)?;
			return Ok(());
		}
		if !Deficits::<T>::contains_key(account) {
			return Ok(());
		}
		let waits = Self::cover_debt(account)?;
		let recorded = Deficits::<T>::get(account).unwrap_or(0);
		let amount = recorded.saturating_sub(waits).max(0);
		if amount == 0 {
			return Ok(());
		}
		let entry = Entry::new(account.clone(), Rule::Credit).cash(amount);
		let short = amount.checked_neg().ok_or(Error::<T>::Overflow)?;
		T::Ledger::book(Journal::of(alloc::vec![entry]).pot(Pot::Insolvency, short))?;
		Self::record_deficit(account, recorded.saturating_sub(amount))?;
		let parts = split(amount, &T::Ledger::losses(account)).map_err(Error::<T>::from)?;
		for (bearer, part) in &parts {
			Self::add_unborne(*bearer, *part)?;
		}
		let parts = parts.try_into().map_err(|_| Error::<T>::Overflow)?;
		Self::deposit_event(Event::WrittenOff { account: account.clone(), amount, parts });
		Ok(())
	}

	fn add_unborne(bearer: Bearer, by: Cash) -> DispatchResult {
		Unborne::<T>::try_mutate_exists(bearer, |stored| {
			let sum = stored.unwrap_or(0).checked_add(by).ok_or(Error::<T>::Overflow)?;
			*stored = (sum > 0).then_some(sum);
			Ok(())
		})
	}

	/// Begin with the next loss of which somebody can bear something now.
	pub(crate) fn share_next(budget: &mut WeightMeter) {
		// Bounded: one of each underlying, and two more.
		if budget.try_consume(T::WeightInfo::share_next()).is_err() {
			return;
		}
		let can_bear = |bearer: &Bearer| match bearer {
			Bearer::Gains(underlying) => {
				T::Prices::spot(*underlying, Lens::Latest).state.allows(PriceUse::Flag)
			},
			Bearer::Cash => true,
			Bearer::Pool => T::Ledger::pot(Pot::GlobalPool) > 0,
		};
		let next = Unborne::<T>::iter().find(|(bearer, _)| can_bear(bearer));
		let Some((bearer, amount)) = next else { return };
		// What the last tally left may not be cleared yet: then the next block begins.
		let begun = with_storage_layer(|| Self::begin(bearer, amount));
		if begun.is_ok() && Sharing::<T>::exists() {
			Self::go_on_sharing(budget);
		}
	}

	fn begin(bearer: Bearer, amount: Cash) -> DispatchResult {
		Unborne::<T>::remove(bearer);
		let number = LossCount::<T>::get().checked_add(1).ok_or(Error::<T>::Overflow)?;
		LossCount::<T>::put(number);
		let mut loss = OpenLoss { number, bearer, amount, ..Default::default() };
		Self::let_pool_pay(&mut loss)?;
		Self::deposit_event(Event::LossOpened { loss: number, bearer, amount });
		match bearer {
			Bearer::Gains(underlying) if loss.left() > 0 => {
				T::Ledger::open_tally(underlying, loss.left())?;
				Sharing::<T>::put(loss);
				Ok(())
			},
			_ => Self::bear(loss),
		}
	}

	/// Count and charge within the budget.
	fn go_on_sharing(budget: &mut WeightMeter) {
		let Some(mut loss) = Sharing::<T>::get() else { return };
		let Some(tally) = T::Ledger::count(budget) else { return };
		if loss.tally.is_none() {
			let Tally { sum, accounts } = tally;
			loss.tally = Some((sum, accounts));
			Self::deposit_event(Event::GainsCounted { loss: loss.number, sum, accounts });
			Sharing::<T>::put(&loss);
		}
		if budget.try_consume(fixed(T::WeightInfo::charge_gain)).is_err() {
			return;
		}
		let mut session = T::Ledger::session();
		while budget.can_consume(Self::most_charge_weight()) {
			let goes_on = Self::metered(&mut session, budget, |session, _| {
				let mut over = false;
				let done = Self::step(|| {
					let Some(charge) = T::Ledger::next_charge() else {
						over = true;
						T::Ledger::close_tally()?;
						return Self::bear(loss.clone());
					};
					Self::collect_charge(session, &mut loss, charge)
				});
				(done && !over, Step::new(each(T::WeightInfo::charge_gain), 1, 1))
			});
			if !goes_on {
				return;
			}
		}
	}

	/// The most that charging a gain weighs.
	pub(crate) fn most_charge_weight() -> Weight {
		each(T::WeightInfo::charge_gain)
			.saturating_add(Self::value_weight(Size::MOST, 1))
			.saturating_add(Self::learn_weight(Size::MOST, 1))
			.saturating_add(<Self as Ladder>::weight(1))
	}

	/// Charge one gain, as far as the account has equity.
	pub(crate) fn collect_charge(
		session: &mut Session<T>,
		loss: &mut OpenLoss,
		charge: Charge,
	) -> DispatchResult {
		let Charge { account, gain, amount: charged } = charge;
		let mut collected = charged.min(Self::chargeable(session, &account));
		let entry = Entry::new(account.clone(), Rule::Forced).cash(collected.saturating_neg());
		let journal = Journal::of(alloc::vec![entry]).pot(Pot::Insolvency, collected);
		// One that cannot be booked must not keep the others waiting.
		if collected == 0 || T::Ledger::book_in(session, journal).is_err() {
			collected = 0;
		}
		loss.collected = loss.collected.checked_add(collected).ok_or(Error::<T>::Overflow)?;
		Sharing::<T>::put(&*loss);
		if charged == 0 {
			return Ok(());
		}
		let loss = loss.number;
		Self::deposit_event(Event::GainCharged { loss, account, gain, charged, collected });
		Ok(())
	}

	/// What can be collected of an account: down to an equity_MM of nothing. Nothing of one that cannot be
	/// valued, or is gone.
	fn chargeable(session: &mut Session<T>, account: &MarginAccountId) -> Cash {
		let Ok(is) = T::Ledger::assess_in(session, account, Lens::Latest) else { return 0 };
		let equity = is.equity_maintenance().into_inner();
		Self::to_cash(equity, Rounding::Down).unwrap_or(0).max(0)
	}

	/// Let the global pool pay what it can of a loss.
	fn let_pool_pay(loss: &mut OpenLoss) -> DispatchResult {
		let paid = loss.left().min(T::Ledger::pot(Pot::GlobalPool).max(0));
		if paid > 0 {
			let journal = Journal::default()
				.pot(Pot::GlobalPool, paid.saturating_neg())
				.pot(Pot::Insolvency, paid);
			T::Ledger::book(journal)?;
		}
		loss.from_pool = loss.from_pool.saturating_add(paid);
		Ok(())
	}

	/// Have a loss borne to the unit by what has not borne of it yet: the pool, then all positive cash.
	fn bear(mut loss: OpenLoss) -> DispatchResult {
		Self::let_pool_pay(&mut loss)?;
		let rest = loss.left();
		let scaled = match loss.bearer {
			// All cash bore of it what it could; what came since bears no old losses.
			Bearer::Pool => 0,
			_ => T::Ledger::scale_cash(rest, Pot::Insolvency)?,
		};
		let uncovered = rest.saturating_sub(scaled);
		if uncovered > 0 {
			Self::add_unborne(Bearer::Pool, uncovered)?;
		}
		Sharing::<T>::kill();
		let OpenLoss { number, bearer, amount, collected, from_pool, .. } = loss;
		Self::deposit_event(Event::LossBorne {
			loss: number,
			bearer,
			amount,
			collected,
			from_pool,
			scaled,
			uncovered,
		});
		Ok(())
	}

	/// A source chain did not deliver what was bought of it for so many smallest units: its pool pays, as far
	/// as it goes, and no other. Returns what it could not pay; the claim on that is the caller's to keep.
	///
	/// # Errors
	/// The account does not exist, or a number does not fit.
	pub fn pay_undelivered(
		source: SourceId,
		account: &MarginAccountId,
		amount: Cash,
	) -> Result<Cash, DispatchError> {
		let pool = Pot::ChainPool(source);
		let paid = if T::Ledger::is_closed() {
			T::Ledger::pay_claim(pool, account, amount)?
		} else {
			let paid = amount.min(T::Ledger::pot(pool)).max(0);
			let entry = Entry::new(account.clone(), Rule::Credit).cash(paid);
			T::Ledger::book(Journal::of(alloc::vec![entry]).pot(pool, paid.saturating_neg()))?;
			paid
		};
		let owed = amount.checked_sub(paid).ok_or(Error::<T>::Overflow)?;
		Self::deposit_event(Event::UndeliveredPaid {
			source,
			account: account.clone(),
			paid,
			owed,
		});
		Ok(owed)
	}

	/// What the view `losses` answers.
	pub(crate) fn view_losses() -> LossStatus {
		LossStatus {
			recorded: Deficit::<T>::get(),
			unborne: Unborne::<T>::iter().collect(),
			sharing: Sharing::<T>::get(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const BTC: UnderlyingId = UnderlyingId(0);
	const ETH: UnderlyingId = UnderlyingId(1);

	#[test]
	fn a_loss_is_split_to_the_unit_by_what_was_lost() {
		assert_eq!(split(100, &[]), Ok(alloc::vec![(Bearer::Cash, 100)]));
		assert_eq!(split(100, &[(BTC, 3)]), Ok(alloc::vec![(Bearer::Gains(BTC), 100)]));
		let parts = split(100, &[(BTC, 2), (ETH, 1)]);
		assert_eq!(parts, Ok(alloc::vec![(Bearer::Gains(ETH), 33), (Bearer::Gains(BTC), 67)]));
		let parts = split(1, &[(BTC, 2), (ETH, 7)]);
		assert_eq!(parts, Ok(alloc::vec![(Bearer::Gains(ETH), 1)]));
		assert_eq!(split(1, &[(BTC, Cash::MAX), (ETH, 1)]), Err(MathError::Overflow));
	}
}
