// SPDX-License-Identifier: GPL-3.0-or-later

//! How the summary of an option book is read.

use crate::{
	mock::*,
	offchain::{
		book::{days, expiry, instrument, read, Listed, MAX_OPTIONS},
		venues::{self, AnswerError},
	},
	*,
};
use proptest::prelude::*;

const ROW: &str = r#"{"volume":0.55,"underlying_price":61234.5678,"underlying_index":"SYN.BTC-27MAR26",
"quote_currency":"BTC","price_change":null,"open_interest":12.1,"mid_price":0.0215,"mark_price":0.0214,
"mark_iv":54.31,"low":null,"last":0.02,"interest_rate":0.0,"instrument_name":"BTC-27MAR26-60000-C",
"high":null,"creation_timestamp":1700000000123,"bid_price":0.021,"base_currency":"BTC",
"ask_price":0.022,"estimated_delivery_price":61000.25,"volume_usd":1.5}"#;

fn answer(rows: &str) -> String {
	format!(
		r#"{{"jsonrpc":"2.0","result":[{rows}],"usIn":1,"usOut":2,"usDiff":1,"testnet":false}}"#
	)
}

fn of(rows: &str) -> Result<Vec<Listed>, AnswerError> {
	read("BTC", answer(rows).as_bytes())
}

#[test]
fn a_row_as_deribit_writes_it() {
	let expected = Listed {
		expiry: 1_774_598_400_000,
		strike: usd(60_000),
		is_call: true,
		forward: Price::from_inner(61_234_567_800_000_000_000_000),
		volatility: Price::from_inner(543_100_000_000_000_000),
		bid: Some(milli(21)),
		ask: Some(milli(22)),
		index: Some(milli(61_000_250)),
		written: Some(1_700_000_000_123),
	};
	assert_eq!(of(ROW), Ok(vec![expected]));
	// No bid, no ask, no index and no time are still an option; zero is none.
	for (old, new) in [
		(r#""bid_price":0.021"#, r#""bid_price":null"#),
		(r#""ask_price":0.022"#, r#""ask_price":0.0"#),
		(r#""estimated_delivery_price":61000.25"#, r#""estimated_delivery_price":"?""#),
		(r#""creation_timestamp":1700000000123"#, r#""creation_timestamp":-1"#),
	] {
		assert!(ROW.contains(old));
		let listed = of(&ROW.replace(old, new)).unwrap()[0];
		let none = [listed.bid.is_none(), listed.ask.is_none(), listed.index.is_none()];
		let none = none.into_iter().chain([listed.written.is_none()]).filter(|none| *none);
		assert_eq!(none.count(), 1, "{new}");
	}
}

#[test]
fn rows_that_are_skipped() {
	for (old, new) in [
		(r#""mark_iv":54.31"#, r#""mark_iv":null"#),
		(r#""mark_iv":54.31"#, r#""mark_iv":0.0"#),
		(r#""mark_iv":54.31"#, r#""mark_iv":-54.31"#),
		(r#""mark_iv":54.31"#, r#""mark_iv":[54.31]"#),
		(r#""mark_iv":54.31"#, r#""mark_iv":1e40"#),
		(r#""mark_iv":54.31,"#, ""),
		(r#""underlying_price":61234.5678"#, r#""underlying_price":0"#),
		(r#""underlying_price":61234.5678"#, r#""underlying_price":null"#),
		("BTC-27MAR26-60000-C", "BTC-27MAR26-60000-X"),
		(r#""BTC-27MAR26-60000-C""#, "7"),
	] {
		assert!(ROW.contains(old));
		let odd = ROW.replace(old, new);
		assert_eq!(of(&odd), Err(AnswerError::NoData), "{new}");
		// It takes nothing from the others.
		assert_eq!(of(&format!("{odd},{ROW},{{}}")).unwrap().len(), 1);
	}
	// Those of other currencies are not looked for, and alone they are the wrong answer.
	let other = ROW.replace("BTC-27MAR26", "ETH-27MAR26");
	assert_eq!(of(&other), Err(AnswerError::WrongPair));
	assert_eq!(of(&format!("{other},{ROW}")).unwrap().len(), 1);
}

#[test]
fn what_is_no_book() {
	let whole = answer(ROW);
	let bodies = [
		"".to_string(),
		"[]".into(),
		"{}".into(),
		"null".into(),
		format!("[[{ROW}]]"),
		r#"{"result":null}"#.into(),
		r#"{"result":{}}"#.into(),
		r#"{"result":[[]]}"#.into(),
		r#"{"result":[1]}"#.into(),
		r#"{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params"}}"#.into(),
		format!("{}{}", r#"{"result":[{"mark_iv":"#, "[".repeat(50_000)),
		"<html><h1>502 Bad Gateway</h1></html>".into(),
		answer(&format!("{ROW}{ROW}")),
	];
	for body in bodies {
		assert_eq!(read("BTC", body.as_bytes()), Err(AnswerError::Malformed), "{body:.60}");
	}
	for cut in 0..whole.len() {
		assert_eq!(read("BTC", &whole.as_bytes()[..cut]), Err(AnswerError::Malformed), "{cut}");
	}
	assert_eq!(of(""), Err(AnswerError::NoData));
	// As a price it is nothing, and the other way round.
	assert_eq!(
		venues::read(Venue::DeribitOptions, "BTC", whole.as_bytes()),
		Err(AnswerError::NotAPrice)
	);
}

#[test]
fn a_long_book_is_cut() {
	let rows = vec![ROW; MAX_OPTIONS + 1].join(",");
	assert_eq!(of(&rows).unwrap().len(), MAX_OPTIONS);
	// A megabyte of empty rows is nothing.
	assert_eq!(of(&vec!["{}"; 340_000].join(",")), Err(AnswerError::NoData));
}

#[test]
fn instruments() {
	let (currency, at, strike, is_call) = instrument("BTC-5JAN24-42500-P").unwrap();
	assert_eq!((currency, at, strike, is_call), ("BTC", 1_704_441_600_000, usd(42_500), false));
	let (currency, _, strike, _) = instrument("XRP_USDC-30JUN23-0d485-C").unwrap();
	assert_eq!((currency, strike), ("XRP_USDC", milli(485)));
	for odd in [
		"",
		"BTC",
		"BTC-PERPETUAL",
		"BTC-27MAR26",
		"BTC-27MAR26-60000",
		"BTC-27MAR26-60000-c",
		"BTC-27MAR26-60000-C-",
		"BTC-27MAR26-60000-C-X",
		"BTC-27MAR26--C",
		"BTC-27MAR26-0-C",
		"BTC-27MAR26-0d0-C",
		"BTC-27MAR26-d5-C",
		"BTC-27MAR26-5d-C",
		"BTC-27MAR26-1d2d3-C",
		"BTC-27MAR26-6.5-C",
		"BTC-27MAR26-+5-C",
		"BTC-27MAR26-1e5-C",
		"BTC-27MAR26-9999999999999999999-C",
		"BTC-27MÄR26-60000-C",
	] {
		assert_eq!(instrument(odd), None, "{odd}");
	}
}

#[test]
fn dates() {
	// From `date -u -d '2026-03-27 08:00' +%s`.
	for (date, seconds) in [
		("27MAR26", 1_774_598_400),
		("1JAN00", 946_713_600),
		("29FEB00", 951_811_200),
		("1MAR00", 951_897_600),
		("29FEB24", 1_709_193_600),
		("28FEB25", 1_740_729_600),
		("1MAR25", 1_740_816_000),
		("31DEC99", 4_102_387_200),
		("5JAN24", 1_704_441_600),
		("05JAN24", 0),
	] {
		let expected = (seconds > 0).then_some(seconds * 1_000);
		assert_eq!(expiry(date), expected, "{date}");
	}
	for odd in
		["", "MAR26", "0MAR26", "00MAR26", "32MAR26", "29FEB26", "30FEB24", "31APR26", "31NOV26"]
	{
		assert_eq!(expiry(odd), None, "{odd}");
	}
	for odd in
		["127MAR26", "27mar26", "27MAI26", "27MAR2", "27MAR2026", "-7MAR26", "27MAR-6", "2 MAR26"]
	{
		assert_eq!(expiry(odd), None, "{odd}");
	}
	// Every day of four centuries follows the one before.
	let mut expected = 10_957;
	for year in 2_000..2_400 {
		for month in 1..=12 {
			for day in 1..=31 {
				if let Some(number) = days(year, month, day) {
					assert_eq!(number, expected, "{year}-{month}-{day}");
					expected += 1;
				}
			}
		}
	}
	assert_eq!(expected, 10_957 + 146_097);
	assert_eq!((days(1_999, 12, 31), days(2_000, 0, 1), days(2_000, 13, 1)), (None, None, None));
}

proptest! {
	#[test]
	fn no_name_panics(name in ".{0,40}", date in "[0-9A-Z-]{0,9}") {
		let _ = (instrument(&name), instrument(&format!("BTC-{date}-1-C")), expiry(&date));
	}

	#[test]
	fn no_body_panics(
		place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
		noise in prop::collection::vec(any::<u8>(), 0..200),
	) {
		let mut body = answer(&format!("{ROW},{ROW}")).into_bytes();
		let _ = read("BTC", &noise);
		let index = place.index(body.len());
		body[index] = byte;
		let _ = read("BTC", &body);
		let end = cut.index(body.len());
		let _ = read("BTC", &body[..end]);
		body.splice(end.., noise);
		let _ = read("BTC", &body);
	}
}
