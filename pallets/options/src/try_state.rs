// SPDX-License-Identifier: GPL-3.0-or-later

//! What must hold of the market's storage, by the numbers of DESIGN.md 12.

use super::*;
use alloc::collections::{BTreeMap, BTreeSet};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Check all invariants.
	///
	/// # Errors
	/// The first that does not hold, by its number.
	pub fn do_try_state() -> Check {
		try_rules::<T>()?;
		try_listings::<T>()?;
		try_books::<T>()?;
		try_orders::<T>()?;
		try_sweeps::<T>()?;
		try_suspense::<T>()?;
		intents::try_state::check::<T>()?;
		try_open_interest::<T>()
	}
}

fn try_rules<T: Config>() -> Check {
	ensure!(Parameters::<T>::get().is_valid(), "rules: parameters make no sense");
	let named = Underlyings::<T>::get().into_iter().collect::<BTreeSet<_>>();
	let known = Markets::<T>::iter().collect::<BTreeMap<_, _>>();
	ensure!(named.len() == Underlyings::<T>::decode_len().unwrap_or(0), "rules: a market twice");
	ensure!(known.keys().eq(named.iter()), "rules: Underlyings differ from Markets");
	ensure!(known.values().all(|market| market.validate().is_ok()), "rules: a market is invalid");
	Ok(())
}

fn try_listings<T: Config>() -> Check {
	let mut listed = BTreeSet::new();
	for (underlying, expiries) in Expiries::<T>::iter() {
		ensure!(Markets::<T>::contains_key(underlying), "listing: an expiry without a market");
		ensure!(expiries.is_sorted_by(|a, b| a.at < b.at), "listing: expiries are not sorted");
		listed.extend(expiries.into_iter().map(|expiry| (underlying, expiry.at)));
	}
	let known = Listings::<T>::iter().collect::<BTreeMap<_, _>>();
	ensure!(known.keys().eq(listed.iter()), "listing: Expiries differ from Listings");
	for listing in known.into_values() {
		let sorted = listing.strikes.is_sorted_by(|a, b| a < b);
		let grid = |strike: &Strike| strike.0 > 0 && strike.0.checked_rem(listing.step) == Some(0);
		ensure!(sorted, "listing: strikes are not sorted");
		ensure!(listing.strikes.iter().all(grid), "listing: a strike is off the grid");
		ensure!(listing.future.0 > 0, "listing: a future without a reference price");
	}
	Ok(())
}

/// Invariant 6, the book's half: its levels are the sums of what rests.
fn try_books<T: Config>() -> Check {
	let mut queues = Queues::<T>::iter_keys().count();
	for (series, book) in Books::<T>::iter() {
		let listing = Listings::<T>::get((series.underlying, series.expiry));
		let listed = listing.is_some_and(|listing| listing.contains(&series));
		ensure!(listed, "invariant 9: orders rest in a series that is gone");
		let empty = book.bids.is_empty() && book.asks.is_empty();
		ensure!(!empty, "invariant 6: an empty book is stored");
		ensure!(book.bids.is_sorted_by(|a, b| a.price < b.price), "invariant 6: bids unsorted");
		ensure!(book.asks.is_sorted_by(|a, b| a.price > b.price), "invariant 6: asks unsorted");
		if let (Some(bid), Some(ask)) = (book.best(Side::Buy), book.best(Side::Sell)) {
			ensure!(bid.price < ask.price, "invariant 6: the book is crossed");
		}
		for side in [Side::Buy, Side::Sell] {
			ensure!(book.orders(side) <= MAX_SIDE_ORDERS, "invariant 6: a side is overfull");
			for level in book.levels(side) {
				let queue = Queues::<T>::get(series, (side, level.price));
				let total = queue.iter().map(|order| i128::from(order.remaining)).sum::<i128>();
				ensure!(total == level.total.into(), "invariant 6: a level is not its orders' sum");
				ensure!(queue.len() == usize::from(level.orders), "invariant 6: a level's count");
				ensure!(!queue.is_empty(), "invariant 6: a level without orders");
				let in_time = queue.is_sorted_by(|a, b| a.id < b.id);
				ensure!(in_time, "invariant 6: orders are not in time's order");
				queues = queues.saturating_sub(1);
			}
		}
	}
	ensure!(
		queues == 0
			&& Queues::<T>::iter_keys().all(|(series, (side, price))| {
				Books::<T>::get(series).levels(side).iter().any(|level| level.price == price)
			}),
		"invariant 6: orders at a price that has no level"
	);
	Ok(())
}

/// Invariant 6, the accounts' half: each order is known to its account, and no other.
fn try_orders<T: Config>() -> Check {
	let next = NextOrderId::<T>::get();
	let mut resting = BTreeMap::new();
	for (series, (side, price), queue) in Queues::<T>::iter() {
		for order in queue {
			ensure!(order.remaining > 0, "invariant 6: an order with nothing left");
			ensure!(order.id < next, "invariant 6: an order's number is not given out yet");
			let place = Place { series, side, price };
			let twice = resting.insert((order.account, order.id), place).is_some();
			ensure!(!twice, "invariant 6: an order twice");
		}
	}
	let mut known = BTreeMap::new();
	for (account, id, place) in T::Ledger::all_orders() {
		let twice = known.insert((account, id), place).is_some();
		ensure!(!twice, "invariant 6: an account knows an order twice");
	}
	ensure!(known == resting, "invariant 6: accounts and queues know different orders");
	Ok(())
}

/// Invariant 9: one price, never changed, and nothing rests once accounts are swept.
fn try_sweeps<T: Config>() -> Check {
	let now = T::Time::now();
	for ((underlying, expiry), sweep) in Settling::<T>::iter() {
		let listing = Listings::<T>::get((underlying, expiry));
		let listing = listing.ok_or("invariant 9: a sweep of an expiry that is not listed")?;
		ensure!(expiry <= now, "invariant 9: a sweep before its expiry");
		let cancelled = match sweep.phase {
			Phase::Orders { series } => usize::from(series),
			_ => usize::MAX,
		};
		let mut swept = listing.series(underlying, expiry).take(cancelled);
		let clean = swept.all(|series| !Books::<T>::contains_key(series));
		ensure!(clean, "invariant 9: orders rest in a series that was swept");
		let accounts = matches!(sweep.phase, Phase::Debtors | Phase::Creditors);
		ensure!(accounts == sweep.price.is_some(), "invariant 9: a sweep without its price");
		if let Some(price) = sweep.price {
			let fixed = T::Prices::settlement(underlying, expiry);
			ensure!(fixed == Some(price.underlying), "invariant 9: the price changed");
		}
	}
	Ok(())
}

/// Invariant 3, its money: suspense covers what all positions still on the books would receive.
fn try_suspense<T: Config>() -> Check {
	for (underlying, expiries) in Expiries::<T>::iter() {
		for expiry in expiries {
			let held = T::Ledger::pot(Pot::Suspense(underlying, expiry.at));
			let sweep = Settling::<T>::get((underlying, expiry.at));
			let Some(price) = sweep.and_then(|sweep| sweep.price) else {
				ensure!(held == 0, "invariant 3: suspense before the settlement");
				continue;
			};
			let mut owed: Cash = 0;
			for account in holders::<T>(underlying, expiry.at) {
				let (_, amount) =
					settlement::closing::<T>(underlying, expiry.at, &account, &price)?;
				owed = owed.saturating_add(amount);
			}
			ensure!(held >= 0 && owed <= held, "invariant 3: suspense does not cover what is owed");
		}
	}
	Ok(())
}

/// Open interest is never less than the longs that accounts hold.
fn try_open_interest<T: Config>() -> Check {
	for (underlying, expiries) in Expiries::<T>::iter() {
		for expiry in expiries {
			let mut longs: u128 = 0;
			for account in holders::<T>(underlying, expiry.at) {
				for (series, quantity) in T::Ledger::positions(&account) {
					if (series.underlying, series.expiry) == (underlying, expiry.at) {
						longs = longs.saturating_add(quantity.max(0).unsigned_abs().into());
					}
				}
			}
			ensure!(longs <= expiry.open_interest.into(), "open interest is below the longs held");
		}
	}
	Ok(())
}

fn holders<T: Config>(underlying: UnderlyingId, expiry: Moment) -> Vec<MarginAccountId> {
	let mut all = Vec::<MarginAccountId>::new();
	loop {
		let page = T::Ledger::holders(underlying, expiry, all.last(), 64);
		if page.is_empty() {
			return all;
		}
		all.extend(page);
	}
}
