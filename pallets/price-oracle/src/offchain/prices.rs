// SPDX-License-Identifier: GPL-3.0-or-later

//! One price for every feed on which enough sources agree.

use super::{health::Health, http, once, sources, submit, venues, LOCK_KEY, ROUND_KEY};
use crate::{crypto::AuthorityId, stats, types::*, *};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	format,
	string::{String, ToString},
	vec::Vec,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_application_crypto::RuntimeAppPublic;
use sp_runtime::Permill;

/// What each source that was asked said.
type Answers = BTreeMap<Source, Result<Price, String>>;

/// Report this round's prices. What they are, if this worker asked for them.
pub fn run<T: Config>(block: BlockNumberFor<T>, now: Moment, params: &Params) -> PriceList {
	let round = params.round(now);
	let keys = keys::<T>(round);
	if keys.is_empty() {
		return PriceList::new();
	}
	let prices = once(round, LOCK_KEY, ROUND_KEY, || {
		let (prices, failed) = collect::<T>(round, params);
		if prices.is_empty() {
			log::warn!(target: LOG_TARGET, "round {round}: no feed has a price, {failed} sources failed");
			return prices;
		}
		for (feeder, key) in keys {
			report::<T>(feeder, &key, round, block, prices.clone());
		}
		let count = prices.len();
		log::info!(target: LOG_TARGET, "round {round}: reported {count} prices, {failed} sources failed");
		prices
	});
	prices.unwrap_or_default()
}

/// The feeders whose keys this node holds and that have not reported.
fn keys<T: Config>(round: u64) -> Vec<(u16, AuthorityId)> {
	if LastFinished::<T>::get().is_some_and(|last| round <= last.round) {
		return Vec::new();
	}
	let mut keys = super::held_keys::<T>();
	keys.retain(|(_, feeder)| !Reports::<T>::contains_key(round, feeder));
	keys
}

fn report<T: Config>(
	feeder: u16,
	key: &AuthorityId,
	round: u64,
	at_block: BlockNumberFor<T>,
	prices: PriceList,
) {
	let batch = Batch { feeder, genesis: Pallet::<T>::genesis_hash(), round, at_block, prices };
	let Some(signature) = key.sign(&batch.payload()) else {
		log::warn!(target: LOG_TARGET, "round {round}: the keystore does not sign for feeder {feeder}");
		return;
	};
	let what = format!("round {round}: report of feeder {feeder}");
	submit(Call::<T>::report { batch, signature }, &what);
}

/// The price of every feed for which enough sources agree, in ascending order of feeds, and how many
/// sources failed.
fn collect<T: Config>(round: u64, params: &Params) -> (PriceList, usize) {
	let mut feeds = Feeds::<T>::iter().collect::<BTreeMap<_, _>>();
	feeds.retain(|_, info| info.kind != FeedKind::Surface);
	let mut answers = Answers::new();
	ask::<T>(first_choice(&feeds, &Health::load(), round), &mut answers);
	let units = units::<T>(&feeds);
	let mut prices = combine_all(&feeds, &answers, &units, params.outlier);
	// A feed that would be left without a price asks those of its sources that are in a pause, too.
	let without = feeds.iter().filter(|(feed, _)| !prices.contains_key(feed));
	let more = without.flat_map(|(_, info)| info.sources.iter().cloned());
	let more = more.filter(|source| !answers.contains_key(source)).collect::<BTreeSet<_>>();
	if !more.is_empty() {
		ask::<T>(more, &mut answers);
		prices = combine_all(&feeds, &answers, &units, params.outlier);
	}
	// Anew: the other batch's worker may have written meanwhile.
	let mut health = Health::load();
	let mut failed = 0usize;
	for (source, answer) in &answers {
		let failure = match answer {
			Err(reason) => Some(reason.clone()),
			Ok(price) => out_of_bounds(source, *price, &feeds, &units),
		};
		failed = failed.saturating_add(failure.is_some().into());
		health.note(source, round, failure);
	}
	for feed in feeds.keys() {
		health.note_feed(*feed, round, prices.contains_key(feed));
	}
	health.store::<T>();
	// There are at most as many feeds as places.
	(BoundedVec::truncate_from(prices.into_iter().collect()), failed)
}

/// The sources that are not in a pause; of a feed that cannot do without, all.
fn first_choice(
	feeds: &BTreeMap<FeedId, FeedInfo>,
	health: &Health,
	round: u64,
) -> BTreeSet<Source> {
	let mut chosen = BTreeSet::new();
	for info in feeds.values() {
		let due = || info.sources.iter().filter(|source| health.is_due(source, round));
		if due().count() < needed(info) {
			chosen.extend(info.sources.iter().cloned());
		} else {
			chosen.extend(due().cloned());
		}
	}
	chosen
}

/// How many sources must agree: two, or the one there is.
fn needed(info: &FeedInfo) -> usize {
	info.sources.len().min(2)
}

/// Ask every source once, however many feeds share it.
fn ask<T: Config>(sources: BTreeSet<Source>, answers: &mut Answers) {
	let sources = sources.into_iter().collect::<Vec<_>>();
	let said = sources::ask::<T>(&sources, http::PRICE);
	for (source, answer) in sources.into_iter().zip(said) {
		let price = answer.and_then(|(symbol, body)| {
			venues::read(source.venue, &symbol, &body).map_err(|error| format!("{error:?}"))
		});
		answers.insert(source, price);
	}
}

/// Readings of the feeds in which Binance quotes.
fn units<T: Config>(feeds: &BTreeMap<FeedId, FeedInfo>) -> BTreeMap<FeedId, Reading> {
	let quotes = feeds.values().filter_map(|info| info.quote).collect::<BTreeSet<_>>();
	let reading = |quote| <Pallet<T> as straddle_traits::Prices>::reading(quote, Lens::Latest);
	quotes.into_iter().map(|quote| (quote, reading(quote))).collect()
}

fn combine_all(
	feeds: &BTreeMap<FeedId, FeedInfo>,
	answers: &Answers,
	units: &BTreeMap<FeedId, Reading>,
	outlier: Permill,
) -> BTreeMap<FeedId, Price> {
	let price = |info: &FeedInfo| {
		let values = info.sources.iter().filter_map(|source| {
			let said = *answers.get(source)?.as_ref().ok()?;
			in_usd(said, source.venue, info, units).filter(|value| info.admits(*value))
		});
		combine(values.collect(), needed(info), outlier)
	};
	feeds.iter().filter_map(|(feed, info)| Some((*feed, price(info)?))).collect()
}

/// Why a source's price cannot be true, if a feed says so. That it lies apart from the others is no
/// failure: nobody knows whose it is.
fn out_of_bounds(
	source: &Source,
	said: Price,
	feeds: &BTreeMap<FeedId, FeedInfo>,
	units: &BTreeMap<FeedId, Reading>,
) -> Option<String> {
	let users = feeds.values().filter(|info| info.sources.contains(source));
	let outside = users
		.filter_map(|info| Some((info, in_usd(said, source.venue, info, units)?)))
		.any(|(info, value)| !info.admits(value));
	outside.then(|| "out of bounds".to_string())
}

/// Binance quotes in USDT: its prices count only while the feed of USDT is usable.
fn in_usd(
	price: Price,
	venue: Venue,
	info: &FeedInfo,
	units: &BTreeMap<FeedId, Reading>,
) -> Option<Price> {
	if venue != Venue::Binance {
		return Some(price);
	}
	let unit = units.get(&info.quote?).filter(|unit| unit.state.allows(PriceUse::Flag))?;
	sp_runtime::FixedPointNumber::checked_mul_int(unit.price, price.into_inner())
		.map(Price::from_inner)
}

/// The median of the values that agree, if there are `needed`.
///
/// A value agrees if it lies within `outlier` of the median of all. Of three or more it must also
/// lie within 3 × 1.4826 median absolute deviations, which are three standard deviations of normal
/// noise, or within an eighth of `outlier`, below which nobody is called an outlier.
pub fn combine(mut values: Vec<Price>, needed: usize, outlier: Permill) -> Option<Price> {
	values.sort_unstable();
	let middle = stats::median(&values)?;
	let most = outlier.mul_floor(middle.into_inner());
	let room = if values.len() > 2 {
		let deviation = stats::median_absolute_deviation(&values, middle)?.into_inner();
		let deviations = deviation.saturating_mul(44_478).checked_div(10_000)?;
		deviations.max(most >> 3).min(most)
	} else {
		most
	};
	values.retain(|value| value.into_inner().abs_diff(middle.into_inner()) <= room);
	if values.len() < needed {
		return None;
	}
	stats::median(&values)
}
