// SPDX-License-Identifier: GPL-3.0-or-later

//! What each venue is asked and how its answer is read. Numbers stay text until our own parser.

use super::decimal::{self, DecimalError};
use crate::types::Venue;
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use serde::{de::IgnoredAny, Deserialize};
use serde_json::value::RawValue;
use sp_runtime::traits::Zero;
use straddle_primitives::{Moment, Price, MINUTE_MS};

/// How far back the volatility index is asked for.
const VOLATILITY_SPAN_MS: Moment = 10 * MINUTE_MS;

/// Why an answer gives no price.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AnswerError {
	/// It is not the JSON that this venue writes.
	Malformed,
	/// The venue says that something is wrong.
	Refused,
	/// It is about something else than what was asked.
	WrongPair,
	/// There is no number in it.
	NoData,
	/// The number is zero.
	Zero,
	/// What should be a number cannot be one.
	Number(DecimalError),
}

impl From<serde_json::Error> for AnswerError {
	fn from(_: serde_json::Error) -> Self {
		Self::Malformed
	}
}

/// The URL to ask for `symbol`; `now` is the node's own clock, which is the venues' too.
pub fn url(venue: Venue, base: &str, symbol: &str, now: Moment) -> String {
	match venue {
		Venue::Kraken => format!("{base}/0/public/Ticker?pair={symbol}"),
		Venue::Coinbase => format!("{base}/v2/prices/{symbol}/spot"),
		Venue::Binance => format!("{base}/api/v3/ticker/price?symbol={symbol}"),
		Venue::DeribitIndex => {
			format!("{base}/api/v2/public/get_index_price?index_name={symbol}")
		},
		Venue::DeribitVolatility => {
			let start = now.saturating_sub(VOLATILITY_SPAN_MS);
			format!(
				"{base}/api/v2/public/get_volatility_index_data?currency={symbol}\
				 &start_timestamp={start}&end_timestamp={now}&resolution=60"
			)
		},
		Venue::DeribitOptions => String::new(),
	}
}

/// The price in a venue's answer about `symbol`, above zero.
///
/// # Errors
/// See [`AnswerError`].
pub fn read(venue: Venue, symbol: &str, body: &[u8]) -> Result<Price, AnswerError> {
	// A derived reader would take an array for a record.
	if body.trim_ascii_start().first() != Some(&b'{') {
		return Err(AnswerError::Malformed);
	}
	let price = match venue {
		Venue::Kraken => kraken(symbol, body),
		Venue::Coinbase => coinbase(symbol, body),
		Venue::Binance => binance(symbol, body),
		Venue::DeribitIndex => deribit_index(body),
		Venue::DeribitVolatility => deribit_volatility(body),
		Venue::DeribitOptions => Err(AnswerError::Malformed),
	}?;
	if price.is_zero() {
		return Err(AnswerError::Zero);
	}
	Ok(price)
}

/// A JSON number, or a string that holds one.
fn number(raw: &RawValue) -> Result<Price, AnswerError> {
	let text = raw.get();
	let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
	decimal::parse(inner.unwrap_or(text)).map_err(AnswerError::Number)
}

fn kraken(symbol: &str, body: &[u8]) -> Result<Price, AnswerError> {
	#[derive(Deserialize)]
	struct Answer<'a> {
		error: Vec<IgnoredAny>,
		#[serde(borrow)]
		result: Option<BTreeMap<&'a str, Ticker<'a>>>,
	}
	/// `c` is the last trade: price and lot.
	#[derive(Deserialize)]
	struct Ticker<'a> {
		#[serde(borrow)]
		c: Vec<&'a RawValue>,
	}
	let answer = serde_json::from_slice::<Answer>(body)?;
	if !answer.error.is_empty() {
		return Err(AnswerError::Refused);
	}
	let result = answer.result.ok_or(AnswerError::NoData)?;
	let mut pairs = result.into_iter();
	let (Some((pair, ticker)), None) = (pairs.next(), pairs.next()) else {
		return Err(AnswerError::NoData);
	};
	if !is_kraken_name(pair, symbol) {
		return Err(AnswerError::WrongPair);
	}
	number(ticker.c.first().ok_or(AnswerError::NoData)?)
}

/// Kraken answers under its old names: `XBTUSD` is `XXBTZUSD`. They are the asked letters with an
/// `X` or a `Z` before either half.
fn is_kraken_name(name: &str, asked: &str) -> bool {
	let mut rest = asked.bytes().peekable();
	let mut added = 0u8;
	for byte in name.bytes() {
		if rest.peek() == Some(&byte) {
			rest.next();
		} else if byte == b'X' || byte == b'Z' {
			added = added.saturating_add(1);
		} else {
			return false;
		}
	}
	rest.peek().is_none() && added <= 2
}

fn coinbase(symbol: &str, body: &[u8]) -> Result<Price, AnswerError> {
	#[derive(Deserialize)]
	struct Answer<'a> {
		#[serde(borrow)]
		data: Data<'a>,
	}
	#[derive(Deserialize)]
	struct Data<'a> {
		#[serde(borrow)]
		amount: &'a RawValue,
		base: Option<&'a str>,
		currency: Option<&'a str>,
	}
	let data = serde_json::from_slice::<Answer>(body)?.data;
	let (base, currency) = symbol.split_once('-').ok_or(AnswerError::WrongPair)?;
	let fits = |said: Option<&str>, asked: &str| said.is_none_or(|said| said == asked);
	if !fits(data.base, base) || !fits(data.currency, currency) {
		return Err(AnswerError::WrongPair);
	}
	number(data.amount)
}

fn binance(symbol: &str, body: &[u8]) -> Result<Price, AnswerError> {
	#[derive(Deserialize)]
	struct Answer<'a> {
		symbol: &'a str,
		#[serde(borrow)]
		price: &'a RawValue,
	}
	let answer = serde_json::from_slice::<Answer>(body)?;
	if answer.symbol != symbol {
		return Err(AnswerError::WrongPair);
	}
	number(answer.price)
}

/// The answer does not say what it is about; a wrong one is an outlier among the sources.
fn deribit_index(body: &[u8]) -> Result<Price, AnswerError> {
	#[derive(Deserialize)]
	struct Answer<'a> {
		#[serde(borrow)]
		result: Index<'a>,
	}
	#[derive(Deserialize)]
	struct Index<'a> {
		#[serde(borrow)]
		index_price: &'a RawValue,
	}
	number(serde_json::from_slice::<Answer>(body)?.result.index_price)
}

/// Close of the newest candle. Deribit writes percent points: 61.3 is 0.613 a year. A server that
/// wrote a fraction would be far below any feed's bounds, and dropped.
fn deribit_volatility(body: &[u8]) -> Result<Price, AnswerError> {
	/// Time, open, high, low, close.
	type Candle<'a> = (u64, IgnoredAny, IgnoredAny, IgnoredAny, &'a RawValue);
	#[derive(Deserialize)]
	struct Answer<'a> {
		#[serde(borrow)]
		result: Candles<'a>,
	}
	#[derive(Deserialize)]
	struct Candles<'a> {
		#[serde(borrow)]
		data: Vec<Candle<'a>>,
	}
	let answer = serde_json::from_slice::<Answer>(body)?;
	let newest = answer.result.data.into_iter().max_by_key(|candle| candle.0);
	let points = number(newest.ok_or(AnswerError::NoData)?.4)?;
	Ok(Price::from_inner(points.into_inner() / 100))
}
