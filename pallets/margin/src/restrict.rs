// SPDX-License-Identifier: GPL-3.0-or-later

//! What emergency levels leave of a trade (ADR 24). Bids are not asked: an auction must be able to end.

use super::*;
use straddle_traits::Level;

/// Whether the account must be safer after the trade than before it: a market takes nothing that adds
/// risk, and a position in it got larger.
///
/// # Errors
/// `Frozen`: nothing is traded in a market. `Restricted`: a position got larger, or orders could make it
/// so, where positions only get smaller.
pub(crate) fn must_get_safer<T: Config>(
	entry: &Entry,
	after: &MarginAccount,
) -> Result<bool, DispatchError> {
	let mut safer = false;
	for (series, by) in entry.positions.iter().filter(|(_, by)| *by != 0) {
		match T::Restrictions::market(series.underlying) {
			Level::Open => {},
			Level::Frozen => return Err(Error::<T>::Frozen.into()),
			_ if is_smaller(held(after, series), *by) => {},
			Level::NoNew => safer = true,
			Level::ReduceOnly => return Err(Error::<T>::Restricted.into()),
		}
	}
	for (series, _) in entry.orders.iter().filter(|(_, by)| by.buy > 0 || by.sell > 0) {
		match T::Restrictions::market(series.underlying) {
			Level::Open => {},
			Level::Frozen => return Err(Error::<T>::Frozen.into()),
			_ => ensure!(only_closes(after, series), Error::<T>::Restricted),
		}
	}
	Ok(safer)
}

fn held(account: &MarginAccount, series: &Series) -> Quantity {
	let place = account.positions.binary_search_by_key(series, |(held, _)| *held).ok();
	place.and_then(|nth| account.positions.get(nth)).map_or(0, |(_, quantity)| *quantity)
}

/// Whether a position that changed `by` so much to `now` is smaller than it was, and on the same side.
fn is_smaller(now: Quantity, by: Quantity) -> bool {
	let was = i128::from(now).saturating_sub(by.into());
	let now = i128::from(now);
	now.unsigned_abs() < was.unsigned_abs() && (now == 0 || now.signum() == was.signum())
}

/// Whether all resting orders of a series together could at most close its position.
fn only_closes(account: &MarginAccount, series: &Series) -> bool {
	let place = account.orders.binary_search_by_key(series, |(with, _)| *with).ok();
	let Some((_, orders)) = place.and_then(|nth| account.orders.get(nth)) else { return true };
	let position = held(account, series);
	let (long, short) = (position.max(0), position.min(0).saturating_neg());
	orders.sell <= long && orders.buy <= short
}
