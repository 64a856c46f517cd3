// SPDX-License-Identifier: GPL-3.0-or-later

//! The summary of an option book as Deribit writes it. What is not understood is skipped, row by row;
//! only an answer that is no book at all is an error.

use super::venues::{is_record, number, AnswerError};
use alloc::vec::Vec;
use core::fmt;
use serde::{
	de::{SeqAccess, Visitor},
	Deserialize, Deserializer,
};
use serde_json::value::RawValue;
use sp_runtime::traits::Zero;
use straddle_primitives::*;

/// Options of one book that are kept: those behind them are not looked at.
pub const MAX_OPTIONS: usize = 4_096;
/// Expiries are at 08:00 UTC.
const EXPIRY_HOUR: Moment = 8;
const MONTHS: [&[u8]; 12] = [
	b"JAN", b"FEB", b"MAR", b"APR", b"MAY", b"JUN", b"JUL", b"AUG", b"SEP", b"OCT", b"NOV", b"DEC",
];

/// One listed option.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Listed {
	/// When it expires.
	pub expiry: Moment,
	/// Its strike in USD, above zero.
	pub strike: Price,
	/// A call; else a put.
	pub is_call: bool,
	/// The forward of its expiry in USD, above zero.
	pub forward: Price,
	/// The venue's own volatility per year, above zero.
	pub volatility: Price,
	/// What is bid for it, in units of the underlying.
	pub bid: Option<Price>,
	/// What it is offered for.
	pub ask: Option<Price>,
	/// The underlying's index, if the row says so.
	pub index: Option<Price>,
	/// When the row was written, if it says so.
	pub written: Option<Moment>,
}

/// The options of `currency` in a venue's answer.
///
/// # Errors
/// `Malformed` unless it is a book; `WrongPair` if it has other currencies' options only; `NoData` if it
/// has none that is understood.
pub fn read(currency: &str, body: &[u8]) -> Result<Vec<Listed>, AnswerError> {
	#[derive(Deserialize)]
	struct Answer<'a> {
		#[serde(borrow)]
		result: Rows<'a>,
	}
	is_record(body)?;
	let rows = serde_json::from_slice::<Answer>(body)?.result;
	let mine = rows.rows.iter().filter(|(of, _)| *of == currency).map(|(_, listed)| *listed);
	let mine = mine.collect::<Vec<_>>();
	match (mine.is_empty(), rows.rows.is_empty()) {
		(false, _) => Ok(mine),
		(true, false) => Err(AnswerError::WrongPair),
		(true, true) => Err(AnswerError::NoData),
	}
}

/// Options with their currencies. Rows are read one at a time: a megabyte of `{}` must not become a
/// list of all of them.
struct Rows<'a> {
	rows: Vec<(&'a str, Listed)>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Rows<'a> {
	fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
		struct Reader;
		impl<'de> Visitor<'de> for Reader {
			type Value = Rows<'de>;

			fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
				to.write_str("rows")
			}

			fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Rows<'de>, A::Error> {
				let mut rows = Vec::new();
				while let Some(row) = from.next_element::<Row<'de>>()? {
					if rows.len() < MAX_OPTIONS {
						rows.extend(row.listed());
					}
				}
				Ok(Rows { rows })
			}
		}
		from.deserialize_seq(Reader)
	}
}

/// A row, in which everything may be anything.
#[derive(Deserialize)]
struct Row<'a> {
	#[serde(borrow)]
	instrument_name: Option<&'a RawValue>,
	#[serde(borrow)]
	underlying_price: Option<&'a RawValue>,
	#[serde(borrow)]
	mark_iv: Option<&'a RawValue>,
	#[serde(borrow)]
	bid_price: Option<&'a RawValue>,
	#[serde(borrow)]
	ask_price: Option<&'a RawValue>,
	#[serde(borrow)]
	estimated_delivery_price: Option<&'a RawValue>,
	#[serde(borrow)]
	creation_timestamp: Option<&'a RawValue>,
}

impl<'a> Row<'a> {
	fn listed(&self) -> Option<(&'a str, Listed)> {
		let positive = |raw: Option<&RawValue>| number(raw?).ok().filter(|value| !value.is_zero());
		let name = self.instrument_name?.get().strip_prefix('"')?.strip_suffix('"')?;
		let (currency, expiry, strike, is_call) = instrument(name)?;
		let points = positive(self.mark_iv)?;
		let volatility = Price::from_inner(points.into_inner() / 100);
		let listed = Listed {
			expiry,
			strike,
			is_call,
			forward: positive(self.underlying_price)?,
			volatility: Some(volatility).filter(|volatility| !volatility.is_zero())?,
			bid: positive(self.bid_price),
			ask: positive(self.ask_price),
			index: positive(self.estimated_delivery_price),
			written: self.creation_timestamp.and_then(|raw| raw.get().parse().ok()),
		};
		Some((currency, listed))
	}
}

/// Currency, expiry, strike and whether it is a call, of `BTC-27MAR26-60000-C`.
pub fn instrument(name: &str) -> Option<(&str, Moment, Price, bool)> {
	let mut parts = name.split('-');
	let mut next = || parts.next();
	let (currency, date, strike, kind) = (next()?, next()?, next()?, next()?);
	let is_call = match (kind, next()) {
		("C", None) => true,
		("P", None) => false,
		_ => return None,
	};
	Some((currency, expiry(date)?, strike_of(strike)?, is_call))
}

/// `60000`, or `0d55` for 0.55.
fn strike_of(text: &str) -> Option<Price> {
	let digits = |text: &str| {
		(1..=18).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
	};
	let (whole, part) = text.split_once('d').unwrap_or((text, "0"));
	if !digits(whole) || !digits(part) {
		return None;
	}
	let whole = whole.parse::<u128>().ok()?;
	let zeros = 18u32.checked_sub(part.len() as u32)?;
	let part = part.parse::<u128>().ok()?.checked_mul(10u128.checked_pow(zeros)?)?;
	let inner = whole.checked_mul(10u128.pow(18))?.checked_add(part)?;
	Some(Price::from_inner(inner)).filter(|strike| !strike.is_zero())
}

/// 08:00 UTC of `27MAR26` or `5JUN26`, of this century.
pub fn expiry(date: &str) -> Option<Moment> {
	let date = date.as_bytes();
	let (day, rest) = date.split_at_checked(date.len().checked_sub(5)?)?;
	let (month, year) = rest.split_at_checked(3)?;
	if !(1..=2).contains(&day.len()) || day.first() == Some(&b'0') {
		return None;
	}
	let two = |digits: &[u8]| {
		let plain = digits.iter().all(u8::is_ascii_digit);
		plain.then(|| core::str::from_utf8(digits).ok()?.parse::<u64>().ok()).flatten()
	};
	let month = MONTHS.iter().position(|name| *name == month)?.checked_add(1)? as u64;
	let days = days(two(year)?.checked_add(2_000)?, month, two(day)?)?;
	days.checked_mul(DAY_MS)?.checked_add(EXPIRY_HOUR.checked_mul(HOUR_MS)?)
}

/// Days from 1970 to a date of the Gregorian calendar from 2000 on, if there is such a date.
pub fn days(year: u64, month: u64, day: u64) -> Option<u64> {
	/// Days before 2000.
	const BEFORE: u64 = 10_957;
	let every = |years: u64| year.checked_rem(years) == Some(0);
	let is_leap = every(4) && (!every(100) || every(400));
	let lengths = [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31u64];
	let length = *lengths.get(usize::try_from(month.checked_sub(1)?).ok()?)?;
	if !(1..=length).contains(&day) {
		return None;
	}
	let years = year.checked_sub(2_000)?;
	// Leap days before this year: 2000 is a leap year, and every fourth, without the centuries, with
	// every fourth of them.
	let past = years.checked_add(3)? / 4;
	let past = past.checked_sub(years.checked_add(99)? / 100)?;
	let past = past.checked_add(years.checked_add(399)? / 400)?;
	let months = lengths.iter().take(usize::try_from(month.checked_sub(1)?).ok()?).sum::<u64>();
	let whole = years.checked_mul(365)?.checked_add(past)?.checked_add(months)?;
	whole.checked_add(day)?.checked_sub(1)?.checked_add(BEFORE)
}
