// SPDX-License-Identifier: GPL-3.0-or-later

//! What orders and intents weigh (ADR 40).
//!
//! What an order or a set does besides valuing accounts is measured with the smallest accounts, each valued once.
//! What the ledger's session did beyond that is charged by its parts: by how large the accounts are that it valued,
//! how often, and by what it learnt of prices, once for all of a call's accounts.

use super::*;
use actions::{Cancelled, Met};
use quotes::Gone;
use reopening::Pair;
use straddle_traits::{each, fixed, Work, MAX_DRIVERS};

/// Once what was valued for an order weighs so much, it meets no more makers. Sixteen of some hundred positions each
/// come to less, five of 512 to more.
pub(crate) const MAX_VALUED: Weight = Weight::from_parts(60_000_000_000, 1_000_000);

/// The most that it comes to that so many accounts are valued, together so often.
pub(crate) fn most_work(accounts: u32, valuations: u32, filings: u32) -> Work {
	let valued = |most: u32| most.saturating_mul(valuations);
	let new = |most: u32, all: u32| most.saturating_mul(accounts).min(all);
	Work {
		valuations,
		underlyings: valued(MAX_MARKETS),
		expiries: valued(MAX_POSITIONS),
		positions: valued(MAX_POSITIONS),
		orders: valued(MAX_ORDERS),
		lots: valued(MAX_LOTS),
		new_underlyings: new(MAX_MARKETS, MAX_MARKETS),
		new_expiries: new(MAX_ACCOUNT_SERIES, MAX_MARKETS.saturating_mul(MAX_EXPIRIES)),
		// An array each, and a mark where orders rest or something is traded.
		new_series: new(MAX_ACCOUNT_SERIES.saturating_add(MAX_LEGS), u32::MAX),
		new_kinds: new(MAX_LOTS, MAX_LOTS),
		moved: MAX_DRIVERS.saturating_add(2).saturating_mul(filings),
	}
}

/// The work that the weight of coming to rest has in it.
fn rest_work() -> Work {
	Work { valuations: 1, orders: 1, ..Work::default() }
}

/// The work of the ledger's session that the own weight of an order that met so much has in it.
pub(crate) fn order_work(met: &Met) -> Work {
	let sides = met.trades().saturating_mul(2);
	let traded = Work {
		valuations: sides,
		underlyings: sides,
		expiries: sides,
		positions: sides,
		new_underlyings: 1,
		new_expiries: 1,
		new_series: 2,
		..Work::default()
	};
	if met.rested {
		traded.plus(&rest_work())
	} else {
		traded
	}
}

/// What trading with so many takes.
fn matching_weight<T: Config>(trades: u32) -> Weight {
	let each = each(T::WeightInfo::order_matching);
	fixed(T::WeightInfo::order_matching).saturating_add(each.saturating_mul(trades.into()))
}

/// Entries by which an order is found at most: one for its end, one for its client's number.
const MAX_TAGS: u32 = 2;

/// What it weighs that so many of these go: orders that are taken away are measured without.
pub(crate) fn tags_weight<T: Config>(tags: u32) -> Weight {
	T::DbWeight::get().writes(tags.into())
}

/// Weight of cancelling an order.
pub(crate) fn cancel_weight<T: Config>() -> Weight {
	T::WeightInfo::cancel_order().saturating_add(tags_weight::<T>(MAX_TAGS))
}

/// Weight of cancelling orders of one account and voiding its quotes.
pub(crate) fn cancel_all_weight<T: Config>(cancelled: Cancelled) -> Weight {
	T::WeightInfo::cancel_all(cancelled.orders)
		.saturating_add(T::WeightInfo::change_desk())
		.saturating_add(tags_weight::<T>(cancelled.unread))
}

/// The most that it weighs with so many orders.
pub(crate) fn most_cancel_all_weight<T: Config>(orders: u32) -> Weight {
	cancel_all_weight::<T>(Cancelled { orders, unread: orders.saturating_mul(MAX_TAGS) })
}

/// Weight of taking away an order of an expiry that settles.
pub(crate) fn settle_order_weight<T: Config>() -> Weight {
	T::WeightInfo::settle_order().saturating_add(tags_weight::<T>(MAX_TAGS))
}

/// What an order that met so much weighs, whatever was valued.
fn order_weight<T: Config>(met: &Met) -> Weight {
	let cancels = met.skips.saturating_add(met.evicted);
	let rests = T::WeightInfo::order_resting();
	let rests = rests.saturating_sub(matching_weight::<T>(0));
	// What trading begins with may be more than coming to rest takes.
	let rests = rests.max(T::Ledger::work_weight(&rest_work()));
	matching_weight::<T>(met.trades())
		.saturating_add(rests.saturating_mul(met.rested.into()))
		.saturating_add(cancel_weight::<T>().saturating_mul(cancels.into()))
		.saturating_add(T::WeightInfo::meet_quote().saturating_mul(met.quotes.into()))
		.saturating_add(tags_weight::<T>(met.tags))
}

/// Weight of an order that met so much.
pub(crate) fn place_weight<T: Config>(met: &Met) -> Weight {
	let beyond = met.work.beyond(&order_work(met));
	order_weight::<T>(met).saturating_add(T::Ledger::work_weight(&beyond))
}

/// Weight of a call with so many quotes, for which so much had to go.
pub(crate) fn mass_weight<T: Config>(quotes: u32, gone: &Gone) -> Weight {
	let cancels = gone.orders.saturating_add(gone.paid);
	let paying = T::WeightInfo::order_resting().saturating_mul(gone.paid.min(1).into());
	T::WeightInfo::mass_quote(quotes)
		.saturating_add(cancel_weight::<T>().saturating_mul(cancels.into()))
		.saturating_add(paying)
		.saturating_add(T::Ledger::work_weight(&gone.work.beyond(&rest_work())))
}

/// The most that it weighs.
pub(crate) fn most_mass_weight<T: Config>(quotes: u32) -> Weight {
	let work = most_work(1, 2, 1);
	mass_weight::<T>(quotes, &Gone { orders: MAX_SKIPS, paid: MAX_SKIPS, work })
}

/// The most that an order weighs.
pub(crate) fn most_place_weight<T: Config>() -> Weight {
	// The last maker is met below the limit, and the order's account is valued for its rest. Each is valued twice.
	let last = most_work(2, 6, 3);
	order_weight::<T>(&Met::most())
		.saturating_add(MAX_VALUED)
		.saturating_add(T::Ledger::work_weight(&last))
}

/// The work of the ledger's session that the own weight of a pair in an auction has in it.
fn pair_work() -> Work {
	Work { valuations: 2, underlyings: 2, expiries: 2, positions: 2, ..Work::default() }
}

/// Weight of what an auction did with two orders, by which so much was valued. Measured is a whole auction of a pair
/// that trades at once.
pub(crate) fn pair_weight<T: Config>(pair: &Pair, work: &Work) -> Weight {
	T::WeightInfo::uncross_pair()
		.saturating_add(tags_weight::<T>(MAX_TAGS.saturating_mul(2)))
		.saturating_mul(pair.tried.max(1).into())
		.saturating_add(cancel_weight::<T>().saturating_mul(pair.dropped.into()))
		.saturating_add(T::Ledger::work_weight(&work.beyond(&pair_work())))
}

/// The most that it weighs: each account is valued twice whenever a trade is tried.
pub(crate) fn most_pair_weight<T: Config>() -> Weight {
	pair_weight::<T>(&Pair::MOST, &most_work(2, 8, 4))
}

/// The work of the ledger's session that the own weight of so many intents has in it.
pub(crate) fn set_work(intents: u32, legs: u32) -> Work {
	Work {
		valuations: intents,
		underlyings: intents,
		expiries: intents,
		positions: legs,
		new_underlyings: 1,
		new_expiries: 1,
		new_series: legs.max(2),
		..Work::default()
	}
}

/// What a set of so many intents with so many legs weighs, whatever was valued. Measured are intents of one leg, and
/// a pair of as many each.
fn set_weight<T: Config>(intents: u32, legs: u32) -> Weight {
	// Beyond the most: with few a measured weight may stand at the least time that was seen.
	let beyond = |legs: u32| T::WeightInfo::settle_legs(MAX_LEGS.saturating_add(legs));
	let more = beyond(legs.saturating_sub(intents)).saturating_sub(beyond(0));
	T::WeightInfo::settle_set(intents).saturating_add(more.saturating_div(2))
}

/// Weight of a settlement of so many intents that met so much.
pub(crate) fn settle_weight<T: Config>(intents: u32, met: &intents::Met) -> Weight {
	let beyond = met.work.beyond(&set_work(intents, met.legs));
	set_weight::<T>(intents, met.legs).saturating_add(T::Ledger::work_weight(&beyond))
}

/// The most that settling these intents weighs: so many, with so many legs, of which so many give something.
pub(crate) fn most_settle_weight<T: Config>(intents: u32, legs: u32, give: u32) -> Weight {
	let valuations = intents.saturating_add(give).saturating_mul(2);
	let most = most_work(intents, valuations, intents);
	// So many are let in, those of whoever gives twice; each is valued twice, with the legs besides.
	let series = MAX_SET_SERIES.saturating_add(legs.saturating_mul(2));
	let within = Work {
		expiries: series.saturating_mul(2),
		positions: series.saturating_mul(2),
		new_expiries: series,
		new_series: series.saturating_add(legs),
		..most
	};
	let most = most.at_most(&within);
	set_weight::<T>(intents, legs).saturating_add(T::Ledger::work_weight(&most))
}

/// The most that settling these weighs.
pub(crate) fn most_of<'a, T: Config>(fills: impl IntoIterator<Item = &'a IntentFill>) -> Weight {
	let add = |[intents, legs, give]: [u32; 3], fill: &IntentFill| {
		let gives = u32::from(fill.intent.gives());
		let its = fill.intent.legs.len() as u32;
		[intents.saturating_add(1), legs.saturating_add(its), give.saturating_add(gives)]
	};
	let [intents, legs, give] = fills.into_iter().fold([0; 3], add);
	most_settle_weight::<T>(intents, legs, give)
}

/// The most that settling any so many intents weighs.
pub(crate) fn any_settle_weight<T: Config>(intents: u32) -> Weight {
	most_settle_weight::<T>(intents, intents.saturating_mul(MAX_LEGS), intents)
}

/// Of taking a quote: measured with a pair, so what is not that of a pair is what is beyond it.
pub(crate) fn accept_weight<T: Config>(settled: Weight) -> Weight {
	let more = settled.saturating_sub(T::WeightInfo::settle_set(2));
	T::WeightInfo::accept_quote().saturating_add(more)
}

/// Of answering a request: each quote that is tried is charged as a settlement of two intents.
pub(crate) fn quote_weight<T: Config>(tried: &[Work]) -> Weight {
	let trial = |work| {
		set_weight::<T>(2, MAX_LEGS.saturating_mul(2)).saturating_add(T::Ledger::work_weight(work))
	};
	let quote = T::WeightInfo::quote_request();
	tried.iter().fold(quote, |sum, work| sum.saturating_add(trial(work)))
}

/// The most that answering a request weighs.
pub(crate) fn most_quote_weight<T: Config>() -> Weight {
	// The worst of eight, and the one that comes.
	quote_weight::<T>(&[most_work(2, 4, 2); 2])
}

/// That whatever has to fit into a part of a block does.
pub(crate) fn check_weights<T: Config>() {
	use frame_support::traits::Get;
	let block = <T as frame_system::Config>::BlockWeights::get().max_block;
	let third = block.saturating_div(3);
	let calls = [
		most_place_weight::<T>(),
		any_settle_weight::<T>(MAX_INTENTS),
		accept_weight::<T>(any_settle_weight::<T>(2)),
		most_quote_weight::<T>(),
	];
	for weight in calls {
		assert!(weight.all_lte(third), "a trade needs too much of a block: {weight} of {third}");
	}
}
