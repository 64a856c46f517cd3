// SPDX-License-Identifier: GPL-3.0-or-later

//! The feeder's worker: ask the venues, sign, submit. Nothing it says is believed without a
//! signature and a quorum.

pub mod decimal;
pub mod http;
pub mod venues;

use crate::{crypto::AuthorityId, stats, types::*, *};
use alloc::{
	collections::BTreeMap,
	format,
	string::{String, ToString},
	vec::Vec,
};
use frame_support::traits::Time;
use frame_system::{offchain::SubmitTransaction, pallet_prelude::BlockNumberFor};
use sp_application_crypto::RuntimeAppPublic;
use sp_core::offchain::{Duration, StorageKind};
use sp_runtime::{
	offchain::{
		storage::{StorageRetrievalError, StorageValueRef},
		storage_lock::{StorageLock, Time as WallTime},
	},
	Permill,
};

/// Local storage: one exchange's base URL is under this and its name. Plain bytes of the URL.
pub const URL_KEY: &str = "straddle::oracle::url::";
/// Local storage: the base URL of all exchanges, each under a path of its name. Plain bytes.
pub const BASE_KEY: &str = "straddle::oracle::base";
/// Local storage: the last round that this node asked the venues for.
pub const ROUND_KEY: &[u8] = b"straddle::oracle::round";
/// Local storage: held while a worker runs.
pub const LOCK_KEY: &[u8] = b"straddle::oracle::lock";
/// How long a worker that died keeps the others out.
const LOCK_MS: u64 = 30_000;

/// Report this round's prices, if this node is a feeder and has not done so.
pub fn run<T: Config>(block: BlockNumberFor<T>) {
	let now = T::Time::now();
	if now == 0 {
		return;
	}
	let params = Parameters::<T>::get();
	let round = params.round(now);
	let keys = keys_to_report::<T>(round);
	if keys.is_empty() {
		return;
	}
	let mut lock = StorageLock::<WallTime>::with_deadline(LOCK_KEY, Duration::from_millis(LOCK_MS));
	let Ok(_guard) = lock.try_lock() else {
		log::debug!(target: LOG_TARGET, "round {round}: another worker is at it");
		return;
	};
	if !claim(round) {
		log::debug!(target: LOG_TARGET, "round {round}: the venues have been asked");
		return;
	}
	let prices = collect::<T>(&params);
	if prices.is_empty() {
		log::warn!(target: LOG_TARGET, "round {round}: no feed has a price, nothing is reported");
		return;
	}
	for (feeder, key) in keys {
		submit::<T>(feeder, &key, round, block, prices.clone());
	}
}

/// The feeders whose keys this node holds and that have not reported.
fn keys_to_report<T: Config>(round: u64) -> Vec<(u16, AuthorityId)> {
	let feeders = Pallet::<T>::feeder_keys();
	let finished = LastFinished::<T>::get().is_some_and(|last| round <= last.round);
	if feeders.is_empty() || finished {
		return Vec::new();
	}
	let held = AuthorityId::all();
	let mine = feeders.into_iter().enumerate().filter(|(_, feeder)| held.contains(feeder));
	mine.filter(|(_, feeder)| !Reports::<T>::contains_key(round, feeder))
		.map(|(index, feeder)| (index as u16, feeder))
		.collect()
}

/// Whether this worker is the first of its round. Forks and quick blocks ask only once.
fn claim(round: u64) -> bool {
	let stored = StorageValueRef::persistent(ROUND_KEY);
	let claimed = stored.mutate(|last: Result<Option<u64>, StorageRetrievalError>| match last {
		Ok(Some(last)) if last == round => Err(()),
		_ => Ok(round),
	});
	claimed.is_ok()
}

fn submit<T: Config>(
	feeder: u16,
	key: &AuthorityId,
	round: u64,
	at_block: BlockNumberFor<T>,
	prices: PriceList,
) {
	let count = prices.len();
	let batch = Batch { feeder, genesis: Pallet::<T>::genesis_hash(), round, at_block, prices };
	let Some(signature) = key.sign(&batch.payload()) else {
		log::warn!(target: LOG_TARGET, "round {round}: the keystore does not sign for feeder {feeder}");
		return;
	};
	let call = Call::<T>::report { batch, signature };
	let transaction = T::create_authorized_transaction(call.into());
	match SubmitTransaction::<T, Call<T>>::submit_transaction(transaction) {
		Ok(()) => {
			log::info!(target: LOG_TARGET, "round {round}: feeder {feeder} reported {count} prices");
		},
		Err(()) => {
			log::warn!(target: LOG_TARGET, "round {round}: the pool refused feeder {feeder}'s report");
		},
	}
}

/// The price of every feed for which enough sources agree, in ascending order of feeds.
fn collect<T: Config>(params: &Params) -> PriceList {
	let feeds = Feeds::<T>::iter().collect::<BTreeMap<_, _>>();
	let answers = ask::<T>(feeds.values());
	let mut prices = PriceList::new();
	for (feed, info) in feeds {
		let unit = info
			.quote
			.map(|quote| <Pallet<T> as straddle_traits::Prices>::reading(quote, Lens::Latest));
		let mut values = Vec::new();
		for source in &info.sources {
			let answer = answers.get(source).copied().flatten();
			let value = answer.and_then(|price| in_usd(price, source.venue, unit));
			if let Some(value) = value.filter(|value| info.admits(*value)) {
				values.push(value);
			} else if answer.is_some() {
				let name = name(source);
				log::warn!(
					target: LOG_TARGET,
					"feed {}: {name} does not count: out of bounds, or its quote is not usable",
					feed.0
				);
			}
		}
		let needed = info.sources.len().min(2);
		match combine(values, needed, params.outlier) {
			// There are at most as many feeds as places.
			Some(price) => {
				let _ = prices.try_push((feed, price));
			},
			None => {
				log::warn!(target: LOG_TARGET, "feed {}: fewer than {needed} sources agree", feed.0);
			},
		}
	}
	prices
}

/// Binance quotes in USDT: its prices count only while the feed of USDT is usable.
fn in_usd(price: Price, venue: Venue, unit: Option<Reading>) -> Option<Price> {
	if venue != Venue::Binance {
		return Some(price);
	}
	let unit = unit.filter(|unit| unit.state.allows(PriceUse::Flag))?;
	sp_runtime::FixedPointNumber::checked_mul_int(unit.price, price.into_inner())
		.map(Price::from_inner)
}

/// The median of the values that lie within `outlier` of the median of all, if there are `needed`.
pub fn combine(mut values: Vec<Price>, needed: usize, outlier: Permill) -> Option<Price> {
	values.sort_unstable();
	let middle = stats::median(&values)?;
	values.retain(|value| stats::within(*value, middle, outlier));
	if values.len() < needed {
		return None;
	}
	stats::median(&values)
}

/// Ask every source once, however many feeds share it.
fn ask<'a, T: Config>(
	feeds: impl Iterator<Item = &'a FeedInfo>,
) -> BTreeMap<Source, Option<Price>> {
	let wall = sp_io::offchain::timestamp().unix_millis();
	let mut bases = BTreeMap::<Exchange, Option<String>>::new();
	let mut answers = BTreeMap::<Source, Option<Price>>::new();
	let (mut sources, mut urls) = (Vec::new(), Vec::new());
	for source in feeds.flat_map(|info| info.sources.iter()) {
		let exchange = source.venue.exchange();
		let base = bases.entry(exchange).or_insert_with(|| base::<T>(exchange));
		if answers.contains_key(source) {
			continue;
		}
		answers.insert(source.clone(), None);
		if let (Some(base), Ok(symbol)) = (base, core::str::from_utf8(&source.symbol)) {
			urls.push(venues::url(source.venue, base, symbol, wall));
			sources.push((source.clone(), symbol));
		}
	}
	for ((source, symbol), fetched) in sources.into_iter().zip(http::fetch_all(&urls)) {
		let price = match fetched {
			Ok(body) => {
				venues::read(source.venue, symbol, &body).map_err(|error| format!("{error:?}"))
			},
			Err(error) => Err(format!("{error:?}")),
		};
		match price {
			Ok(price) => {
				answers.insert(source, Some(price));
			},
			Err(error) => {
				log::warn!(target: LOG_TARGET, "{} failed: {error}", name(&source));
			},
		}
	}
	answers
}

fn name(source: &Source) -> String {
	format!("{:?} {}", source.venue, core::str::from_utf8(&source.symbol).unwrap_or("?"))
}

/// Where an exchange answers: this node's own setting for it, else this node's base for all, else
/// what the chain says.
fn base<T: Config>(exchange: Exchange) -> Option<String> {
	let name = exchange.name();
	let own = local(&format!("{URL_KEY}{name}"));
	let all = || local(BASE_KEY).map(|base| format!("{base}/{name}"));
	let chain = || {
		let url = Urls::<T>::get(exchange)?;
		core::str::from_utf8(&url).ok().map(ToString::to_string)
	};
	let base = own.or_else(all).or_else(chain);
	if base.is_none() {
		log::warn!(target: LOG_TARGET, "{name}: no base URL is set");
	}
	base
}

/// A URL in the node's local storage.
fn local(key: &str) -> Option<String> {
	let bytes = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, key.as_bytes())?;
	if !is_url(&bytes) {
		log::warn!(target: LOG_TARGET, "what is stored under {key} is not a URL");
		return None;
	}
	String::from_utf8(bytes).ok()
}

/// Whether this can stand before a path.
pub fn is_url(bytes: &[u8]) -> bool {
	let scheme = bytes.starts_with(b"http://") || bytes.starts_with(b"https://");
	let plain = bytes.iter().all(u8::is_ascii_graphic) && bytes.len() <= MAX_URL as usize;
	scheme && plain && !bytes.ends_with(b"/")
}
