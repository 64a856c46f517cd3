// SPDX-License-Identifier: GPL-3.0-or-later

//! What the view functions answer.

use super::*;

pub(crate) fn order_book<T: Config>(series: Series, depth: u32) -> BookView {
	let side = |side| {
		let levels = book::all_levels::<T>(series, Shelf { side, pegged: false });
		levels.take(depth as usize).collect()
	};
	let mut view = BookView { bids: side(Side::Buy), asks: side(Side::Sell), ..Default::default() };
	let Some(market) = Markets::<T>::get(series.underlying) else { return view };
	let mut pricer = pegged::Pricer::<T>::new(series, market);
	let mut pegged = |side| {
		let shelf = Shelf { side, pegged: true };
		let levels = book::all_levels::<T>(series, shelf).take(depth as usize);
		let priced = |level: Level| {
			let price = pricer.price(&Slot { shelf, rate: level.price });
			PeggedView { level, price }
		};
		levels.map(priced).collect()
	};
	view.pegged_bids = pegged(Side::Buy);
	view.pegged_asks = pegged(Side::Sell);
	view
}

pub(crate) fn orders_of<T: Config>(account: MarginAccountId) -> Vec<OrderView> {
	let view = |(id, place): (OrderId, Place)| {
		let Order { remaining, reduce_only, terms, .. } =
			book::find::<T>(place.series, &Slot::from(&place), id)?;
		Some(OrderView { id, place, remaining, reduce_only, terms })
	};
	T::Ledger::orders(&account).into_iter().filter_map(view).collect()
}

pub(crate) fn quotes_of<T: Config>(
	account: MarginAccountId,
	underlying: UnderlyingId,
) -> Vec<(Series, Quoted, Quantity)> {
	let quotes = Quotes::<T>::iter_prefix((&account, underlying));
	let view = |((series, _), quoted): ((Series, Side), Quoted)| {
		let order = book::find::<T>(series, &quoted.slot, quoted.id)?;
		let stands = desk::dead::<T>(&series, &order).is_none();
		stands.then_some((series, quoted, order.remaining))
	};
	let mut all = quotes.filter_map(view).collect::<Vec<_>>();
	all.sort_unstable_by_key(|(series, quoted, _)| (*series, quoted.slot.shelf));
	all
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
	let mut pricer = pegged::Pricer::<T>::new(series, Markets::<T>::get(series.underlying)?);
	let mut best = |side| {
		let (slot, price) = pricer.best(&book, side)?;
		let level = book.best_of(slot.shelf)?;
		Some(Level { price, ..level })
	};
	Some(Quote { mark, state, bid: best(Side::Buy), ask: best(Side::Sell) })
}

pub(crate) fn greeks<T: Config>(series: Series) -> Option<GreeksView> {
	let listing = Listings::<T>::get((series.underlying, series.expiry))?;
	if !listing.contains(&series) {
		return None;
	}
	let inputs = pegged::Inputs::read::<T>(series)?;
	let greeks = inputs.greeks()?;
	let (forward, volatility) = inputs.readings();
	Some(GreeksView {
		delta: Money::from_inner(greeks.delta),
		gamma: Money::from_inner(greeks.gamma),
		vega: Money::from_inner(greeks.vega),
		theta: Money::from_inner(greeks.theta),
		forward: forward.price,
		volatility: volatility.price,
		state: forward.state.worst(volatility.state),
		age_ms: T::Time::now().saturating_sub(inputs.at),
	})
}

pub(crate) fn fee_tier<T: Config>(account: MarginAccountId) -> (u8, u64) {
	let (params, desk) = (Parameters::<T>::get(), Desks::<T>::get(&account));
	let volume = Volumes::<T>::get(&account).at(T::Time::now(), params.volume_days);
	let unit = matching::cash_unit::<T>().unwrap_or(i128::MAX);
	(desk::tier::<T>(&params, &account, &desk, unit), volume.sum())
}
