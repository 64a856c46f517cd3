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
	for (underlying, Reopening { to, .. }) in Reopenings::<T>::iter() {
		let halted = known.get(&underlying).is_some_and(|one| one.state == MarketState::Halted);
		ensure!(halted, "rules: a market that reopens is not halted");
		ensure!(to != MarketState::Halted, "rules: a market reopens to be halted");
	}
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
	let mut levels = BTreeSet::new();
	for (series, book) in Books::<T>::iter() {
		let listing = Listings::<T>::get((series.underlying, series.expiry));
		let listed = listing.is_some_and(|listing| listing.contains(&series));
		ensure!(listed, "invariant 9: orders rest in a series that is gone");
		ensure!(book != Book::default(), "invariant 6: an empty book is stored");
		if let (Some(bid), Some(ask)) = (book.best(Side::Buy), book.best(Side::Sell)) {
			let crosses = bid.price >= ask.price && !reopening::may_cross::<T>(&series);
			ensure!(!crosses, "invariant 6: the book is crossed");
		}
		for shelf in Shelf::ALL {
			try_shelf::<T>(series, &book, shelf)?;
			let of = book::all_levels::<T>(series, shelf);
			levels.extend(of.map(|level| (series, Slot { shelf, rate: level.price })));
		}
	}
	let queues = Queues::<T>::iter_keys().collect::<BTreeSet<_>>();
	ensure!(queues == levels, "invariant 6: orders at a price that has no level");
	let stray = |(series, shelf)| Books::<T>::get(series).deeper(shelf) == 0;
	ensure!(!Depths::<T>::iter_keys().any(stray), "invariant 6: levels lie deeper than none");
	Ok(())
}

fn try_shelf<T: Config>(series: Series, book: &Book, shelf: Shelf) -> Check {
	let falls = |a: &Level, b: &Level| book::compare(shelf.side, a.price, b.price).is_gt();
	let levels = book::all_levels::<T>(series, shelf).collect::<Vec<_>>();
	let sorted = levels.is_sorted_by(falls);
	ensure!(sorted || shelf.side == Side::Sell, "invariant 6: bids unsorted");
	ensure!(sorted, "invariant 6: asks unsorted");
	ensure!(book.orders(shelf) <= MAX_SIDE_ORDERS, "invariant 6: a side is overfull");
	let deeper = Depths::<T>::get(series, shelf);
	let orders = deeper.iter().map(|level| u16::from(level.orders)).sum::<u16>();
	ensure!(orders == book.deeper(shelf), "invariant 6: a count of what lies deeper");
	let hidden = book.levels(shelf).is_empty() && orders > 0;
	ensure!(!hidden, "invariant 6: all levels of a shelf lie deep");
	for level in levels {
		let queue = Queues::<T>::get(series, Slot { shelf, rate: level.price });
		let total = queue.iter().map(|order| i128::from(order.remaining)).sum::<i128>();
		ensure!(total == level.total.into(), "invariant 6: a level is not its orders' sum");
		ensure!(queue.len() == usize::from(level.orders), "invariant 6: a level's count");
		ensure!(!queue.is_empty(), "invariant 6: a level without orders");
		let in_time = queue.is_sorted_by(|a, b| a.id < b.id);
		ensure!(in_time, "invariant 6: orders are not in time's order");
		let pegged = shelf.pegged && queue.iter().any(|order| !order.terms.is_quote);
		ensure!(!pegged, "invariant 6: an order with a volatility is not a quote");
	}
	Ok(())
}

/// Invariant 6, the accounts' half: each order is known to its account, and no other; each quote to its desk.
fn try_orders<T: Config>() -> Check {
	let next = NextOrderId::<T>::get();
	let (mut resting, mut quotes) = (BTreeMap::new(), BTreeMap::new());
	let (mut tags, mut ends) = (BTreeMap::new(), BTreeMap::new());
	for (series, slot, queue) in Queues::<T>::iter() {
		for order in queue {
			let Order { id, account, remaining, terms, .. } = order;
			ensure!(remaining > 0, "invariant 6: an order with nothing left");
			ensure!(id < next, "invariant 6: an order's number is not given out yet");
			let twice = match terms.is_quote {
				true => {
					let key = (account.clone(), series, slot.shelf.side);
					quotes.insert(key, Quoted { id, slot }).is_some()
				},
				false => resting.insert((account.clone(), id), slot.place(series)).is_some(),
			};
			ensure!(!twice, "invariant 6: an order twice");
			if let Some(client) = terms.client {
				let twice = tags.insert((account.clone(), client), id).is_some();
				ensure!(!twice, "invariant 6: a trader's number twice");
			}
			if let Some(until) = terms.until {
				ends.insert((until.checked_div(MINUTE_MS).unwrap_or(0), id), account);
			}
		}
	}
	let mut known = BTreeMap::new();
	for (account, id, place) in T::Ledger::all_orders() {
		let twice = known.insert((account, id), place).is_some();
		ensure!(!twice, "invariant 6: an account knows an order twice");
	}
	ensure!(known == resting, "invariant 6: accounts and queues know different orders");
	let tagged = Tagged::<T>::iter().map(|(account, client, id)| ((account, client), id));
	ensure!(tagged.collect::<BTreeMap<_, _>>() == tags, "invariant 6: traders' numbers differ");
	let ending = Ending::<T>::iter().map(|(minute, id, account)| ((minute, id), account));
	let ending = ending.collect::<BTreeMap<_, _>>();
	ensure!(ending == ends, "invariant 6: orders' ends differ");
	let missed = ending.keys().next().is_some_and(|(first, _)| *first < EndCursor::<T>::get());
	ensure!(!missed, "invariant 6: an order's end is passed already");
	try_quotes::<T>(quotes)
}

/// Desks know their quotes and no others, and what is void is waiting to be taken away.
fn try_quotes<T: Config>(resting: BTreeMap<(MarginAccountId, Series, Side), Quoted>) -> Check {
	let (mut known, mut counts) = (BTreeMap::new(), BTreeMap::<_, (u32, u32)>::new());
	for ((account, underlying), (series, side), quoted) in Quotes::<T>::iter() {
		ensure!(series.underlying == underlying, "invariant 6: a quote in another market");
		let void_before = Desks::<T>::get(&account).stand(underlying).map(|one| one.void_before);
		let (all, void) = counts.entry((account.clone(), underlying)).or_default();
		*all = all.saturating_add(1);
		*void = void.saturating_add(void_before.is_some_and(|from| quoted.id < from).into());
		known.insert((account, series, side), quoted);
	}
	ensure!(known == resting, "invariant 6: desks and queues know different quotes");
	for (account, desk) in Desks::<T>::iter() {
		ensure!(usize::from(desk.tier) < MAX_TIERS, "desks: no such tier");
		ensure!(
			desk.stands.is_sorted_by(|a, b| a.underlying < b.underlying),
			"desks: stands are not sorted"
		);
		let numbers = desk.heartbeats.iter().map(|beat| beat.number);
		let sorted = numbers.is_sorted_by(|a, b| a < b);
		ensure!(sorted, "desks: numbers of heartbeats are not sorted");
		let named = |beat: &Heartbeat| {
			let known = desk.heartbeat(&beat.key).map(|known| known.number);
			(1..=HEARTBEAT_NUMBERS).contains(&beat.number) && known == Some(beat.number)
		};
		ensure!(desk.heartbeats.iter().all(named), "desks: a key has two heartbeats");
		for stand in desk.stands {
			let key = (account.clone(), stand.underlying);
			let counted = counts.remove(&key).unwrap_or_default();
			ensure!(counted == (stand.quotes, stand.voids), "desks: a count of quotes");
			let waits = Voided::<T>::contains_key(&account);
			ensure!(stand.voids == 0 || waits, "desks: void quotes that nobody takes away");
		}
	}
	ensure!(counts.is_empty(), "desks: quotes without a stand");
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
