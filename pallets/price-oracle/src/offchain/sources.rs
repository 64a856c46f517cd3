// SPDX-License-Identifier: GPL-3.0-or-later

//! Where a source is asked, and what for: the chain says so, and a node may know better.

use super::{http, venues, BASE_KEY, SYMBOL_KEY, URL_KEY};
use crate::{types::*, *};
use alloc::{
	collections::BTreeMap,
	format,
	string::{String, ToString},
	vec::Vec,
};
use sp_core::offchain::StorageKind;

/// What a source said, and the symbol that it was asked for; else why it said nothing.
pub type Answer = Result<(String, Vec<u8>), String>;

/// Ask all `sources` at once, all of which have the same limits, and return their answers in the
/// same order.
pub fn ask<T: Config>(sources: &[Source], limits: http::Limits) -> Vec<Answer> {
	let wall = sp_io::offchain::timestamp().unix_millis();
	let mut bases = BTreeMap::<Exchange, Option<String>>::new();
	let mut urls = Vec::new();
	let symbols = sources
		.iter()
		.map(|source| {
			let exchange = source.venue.exchange();
			let base = bases.entry(exchange).or_insert_with(|| base::<T>(exchange));
			let base = base.as_ref().ok_or("no base URL is set")?;
			let symbol = symbol(source).ok_or("the symbol is no text")?;
			urls.push(venues::url(source.venue, base, &symbol, wall));
			Ok(symbol)
		})
		.collect::<Vec<Result<String, &str>>>();
	let mut fetched = http::fetch_all(&urls, limits).into_iter();
	let answer = |symbol: Result<String, &str>| {
		let symbol = symbol.map_err(ToString::to_string)?;
		// There is one for each URL.
		let body = fetched.next().unwrap_or(Err(http::FetchError::NotSent));
		body.map(|body| (symbol, body)).map_err(|error| format!("{error:?}"))
	};
	symbols.into_iter().map(answer).collect()
}

/// A source as a log names it.
pub fn name(source: &Source) -> String {
	format!("{:?} {}", source.venue, core::str::from_utf8(&source.symbol).unwrap_or("?"))
}

/// What the venue calls it: this node's own setting, else what the chain says.
fn symbol(source: &Source) -> Option<String> {
	let listed = core::str::from_utf8(&source.symbol).ok()?;
	let key = format!("{SYMBOL_KEY}{}::{listed}", venues::name(source.venue));
	let own = local(&key, is_symbol, "a symbol");
	Some(own.unwrap_or_else(|| listed.to_string()))
}

/// Where an exchange answers: this node's own setting for it, else this node's base for all, else
/// what the chain says.
fn base<T: Config>(exchange: Exchange) -> Option<String> {
	let name = exchange.name();
	let own = local(&format!("{URL_KEY}{name}"), is_url, "a URL");
	let all = || local(BASE_KEY, is_url, "a URL").map(|base| format!("{base}/{name}"));
	let chain = || {
		let url = Urls::<T>::get(exchange)?;
		core::str::from_utf8(&url).ok().map(ToString::to_string)
	};
	own.or_else(all).or_else(chain)
}

/// A text in the node's local storage.
fn local(key: &str, fits: fn(&[u8]) -> bool, what: &str) -> Option<String> {
	let bytes = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, key.as_bytes())?;
	if !fits(&bytes) {
		log::warn!(target: LOG_TARGET, "what is stored under {key} is not {what}");
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
