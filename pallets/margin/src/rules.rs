// SPDX-License-Identifier: GPL-3.0-or-later

//! What each [`Rule`] allows (RISK.md 1 and 3).

use super::*;
use risk::Valuation;
use sp_core::U256;
use sp_runtime::traits::Zero;

/// Before the change: the auction's gate, and that a credit takes nothing.
pub(crate) fn ensure_entry<T: Config>(entry: &Entry) -> DispatchResult {
	match entry.rule {
		Rule::Credit => ensure_credit::<T>(entry),
		Rule::Trade { .. } | Rule::Bid | Rule::Withdraw => {
			ensure!(!T::Auctions::in_auction(&entry.account), Error::<T>::InAuction);
			ensure!(!T::Restrictions::is_house_frozen(), Error::<T>::Frozen);
			Ok(())
		},
		Rule::Forced => Ok(()),
	}
}

/// After the change: that the account may stand so. Returns what it was valued at, if it was.
pub(crate) fn ensure_after<T: Config>(
	session: &mut Session<T>,
	entry: &Entry,
	before: Option<&MarginAccount>,
	after: &MarginAccount,
) -> Result<Option<Valuation>, DispatchError> {
	let valuation = match (entry.rule, before) {
		(Rule::Trade { near_mark }, Some(before)) => {
			let safer = restrict::must_get_safer::<T>(entry, after)?;
			let wanted = Wanted { price: PriceUse::Open, near_mark, safer };
			ensure_trade(session, entry, wanted, before, after)?
		},
		(Rule::Bid, Some(before)) => {
			let wanted = Wanted { price: PriceUse::Bid, near_mark: true, safer: false };
			// What he takes is open already, and an auction must be able to end.
			session.engine(Lens::Latest).ignores_crowds = true;
			let valuation = ensure_trade(session, entry, wanted, before, after);
			session.engine(Lens::Latest).ignores_crowds = false;
			valuation?
		},
		(Rule::Withdraw, _) if wind_down::may_leave::<T>(after) => return Ok(None),
		(Rule::Withdraw, _) => ensure_withdrawal(session, after)?,
		_ => return Ok(None),
	};
	Ok(Some(valuation))
}

/// A credit takes nothing out and moves no position; orders only shrink.
fn ensure_credit<T: Config>(entry: &Entry) -> DispatchResult {
	let adds = entry.cash >= 0 && entry.lots.iter().all(|(_, by)| *by >= 0);
	let still = entry.positions.iter().all(|(_, by)| *by == 0);
	ensure!(adds && still && orders_shrink(entry), Error::<T>::NotACredit);
	Ok(())
}

/// None comes, and no quantity grows, nor money but that of a future, whose price is signed.
fn orders_shrink(entry: &Entry) -> bool {
	entry.rests.is_empty()
		&& entry.orders.iter().all(|(series, by)| {
			let money = by.buy_cost <= 0 && by.sell_proceeds <= 0;
			by.buy <= 0 && by.sell <= 0 && (money || series.kind == Kind::Future)
		})
}

/// What the predicate is asked for.
struct Wanted {
	/// What the prices must allow.
	price: PriceUse,
	/// Whether the trade is near its mark.
	near_mark: bool,
	/// Whether a sound account, too, must be safer after it.
	safer: bool,
}

/// The one predicate of RISK.md 1.
fn ensure_trade<T: Config>(
	session: &mut Session<T>,
	entry: &Entry,
	wanted: Wanted,
	before: &MarginAccount,
	after: &MarginAccount,
) -> Result<Valuation, DispatchError> {
	let tolerance = session.params.peg_tolerance;
	let engine = session.engine(Lens::Latest);
	let valuation = match wanted.price {
		// It is filed without its exposure.
		PriceUse::Bid => engine.value(after)?,
		_ => engine.value_to_file(after)?,
	};
	let is = valuation.assessment;
	// The peg stops openings, not bids: an auction must be able to end (RISK.md 3).
	let pegged = wanted.price != PriceUse::Open || engine.is_pegged(tolerance);
	let sound = |account| ensure_sound::<T>(account, wanted.price, pegged);
	let refusal = match sound(&is) {
		Ok(()) if wanted.safer => {
			ensure!(reduces(&engine.assess(before)?, &is), Error::<T>::Restricted);
			return Ok(valuation);
		},
		Ok(()) => return Ok(valuation),
		Err(refusal) => refusal,
	};
	let was = engine.assess(before)?;
	if sound(&was).is_ok() {
		return Err(refusal.into());
	}
	// It was not sound before either: it may come closer to it.
	let usable = was.state.worst(is.state).allows(PriceUse::Reduce);
	ensure!(usable, Error::<T>::PriceUnusable);
	ensure!(was.equity_maintenance() >= Money::zero(), Error::<T>::Insolvent);
	let lots_stay = entry.lots.iter().all(|(_, by)| *by >= 0);
	let premium = entry.cash >= 0 || entry.positions.iter().any(|(_, by)| *by != 0);
	ensure!(lots_stay && premium && orders_shrink(entry), Error::<T>::SomethingLeaves);
	ensure!(wanted.near_mark, Error::<T>::FarFromMark);
	ensure!(reduces(&was, &is), Error::<T>::NotReducing);
	Ok(valuation)
}

/// Sound: `equity_IM ≥ IM`, and a debt is backed by lots, never by option value (RISK.md 3).
fn ensure_sound<T: Config>(
	account: &Assessment,
	wanted: PriceUse,
	pegged: bool,
) -> Result<(), Error<T>> {
	let state = account.state_with_orders();
	ensure!(pegged && state.allows(wanted), Error::<T>::PriceUnusable);
	ensure!(account.initial_excess() >= Money::zero(), Error::<T>::BelowInitialMargin);
	let backed = account.cash.into_inner().checked_add(account.lots.initial.into_inner());
	let owes = account.cash < Money::zero();
	ensure!(!owes || backed.is_some_and(|rest| rest >= 0), Error::<T>::UnbackedDebt);
	Ok(())
}

/// An account that has another rule or owner from now on is sound by that.
pub(crate) fn ensure_sound_anew<T: Config>(
	session: &mut Session<T>,
	after: &MarginAccount,
) -> Result<Valuation, DispatchError> {
	let tolerance = session.params.peg_tolerance;
	let engine = session.engine(Lens::Latest);
	let valuation = engine.value_to_file(after)?;
	// For an account with cash alone no price is asked, nor the peg.
	let pegged = after.is_cash() || engine.is_pegged(tolerance);
	ensure_sound::<T>(&valuation.assessment, PriceUse::Open, pegged)?;
	Ok(valuation)
}

/// MM falls and equity/MM does not.
fn reduces(was: &Assessment, is: &Assessment) -> bool {
	let (equity, margin) = (is.equity_maintenance(), is.maintenance);
	// With E ≥ 0 before and MM > 0 before, E'/MM' ≥ E/MM is E'·MM ≥ E·MM' and needs E' ≥ 0.
	margin < was.maintenance
		&& equity >= Money::zero()
		&& product(equity, was.maintenance) >= product(was.equity_maintenance(), margin)
}

/// Of two figures that are not negative.
fn product(a: Money, b: Money) -> U256 {
	let figure = |money: Money| U256::from(money.into_inner().max(0).unsigned_abs());
	// 127 bits times 127 bits.
	figure(a).saturating_mul(figure(b))
}

/// Something left: what stays carries the initial margin without any option value.
fn ensure_withdrawal<T: Config>(
	session: &mut Session<T>,
	after: &MarginAccount,
) -> Result<Valuation, DispatchError> {
	let valuation = session.engine(Lens::Latest).value_to_file(after)?;
	let is = valuation.assessment;
	ensure!(is.state_with_orders().allows(PriceUse::Withdraw), Error::<T>::PriceUnusable);
	ensure!(is.withdrawable() >= Money::zero(), Error::<T>::WithdrawalTooLarge);
	Ok(valuation)
}
