// SPDX-License-Identifier: GPL-3.0-or-later

//! What the view functions answer.

use super::*;

pub(crate) fn order_book<T: Config>(series: Series, depth: u32) -> BookView {
	let book = Books::<T>::get(series);
	let side = |levels: Levels| levels.into_iter().rev().take(depth as usize).collect();
	BookView { bids: side(book.bids), asks: side(book.asks) }
}

pub(crate) fn orders_of<T: Config>(account: MarginAccountId) -> Vec<OrderView> {
	let view = |(id, place)| {
		let order = book::find::<T>(&place, id)?;
		Some(OrderView { id, place, remaining: order.remaining, reduce_only: order.reduce_only })
	};
	T::Ledger::orders(&account).into_iter().filter_map(view).collect()
}

pub(crate) fn series_of<T: Config>(underlying: UnderlyingId) -> Vec<Series> {
	let mut series = Vec::new();
	for expiry in Expiries::<T>::get(underlying) {
		if let Some(listing) = Listings::<T>::get((underlying, expiry.at)) {
			series.extend(listing.series(underlying, expiry.at));
		}
	}
	series
}

pub(crate) fn quote<T: Config>(series: Series) -> Option<Quote> {
	let listing = Listings::<T>::get((series.underlying, series.expiry))?;
	if !listing.contains(&series) {
		return None;
	}
	let (mark, state) = match T::Ledger::mark(&series, Lens::Latest) {
		Ok((mark, state)) => {
			let unit = matching::cash_unit::<T>().ok();
			(unit.and_then(|unit| matching::mark_in_cash(mark, unit)), state)
		},
		Err(_) => (None, PriceState::NonPositive),
	};
	let book = Books::<T>::get(series);
	Some(Quote { mark, state, bid: book.best(Side::Buy), ask: book.best(Side::Sell) })
}
