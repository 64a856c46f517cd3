// SPDX-License-Identifier: GPL-3.0-or-later

use crate::{
	mock::{milli, usd},
	offchain::{
		decimal::DecimalError,
		venues::{read, url, AnswerError, AnswerError::*},
	},
	Venue,
};
use straddle_primitives::Price;

const KRAKEN: &str = r#"{"error":[],"result":{"XXBTZUSD":{"a":["30300.10000","1","1.000"],"b":["30300.00000","1","1.000"],"c":["30303.20000","0.00067643"],"v":["4083.67001100","4412.73601799"],"p":["30706.77771","30689.13205"],"t":[34619,38907],"l":["29868.30000","29868.30000"],"h":["31631.00000","31631.00000"],"o":"30502.80000"}}}"#;
const COINBASE: &str = r#"{"data":{"amount":"61250.00","base":"BTC","currency":"USD"}}"#;
const BINANCE: &str = r#"{"symbol":"BTCUSDT","price":"61249.50000000"}"#;
const INDEX: &str = r#"{"jsonrpc":"2.0","result":{"index_price":11628.81,"estimated_delivery_price":11628.81},"id":123}"#;
const CANDLES: &str = r#"{"jsonrpc":"2.0","id":5,"result":{"data":[[1598019300000,61.1,62.0,60.5,61.25],[1598019360000,61.25,61.9,61.0,61.5],[1598019240000,60.0,60.0,60.0,60.0]],"continuation":null}}"#;

/// Every venue with what it was asked and a good answer.
const GOOD: [(Venue, &str, &str); 5] = [
	(Venue::Kraken, "XBTUSD", KRAKEN),
	(Venue::Coinbase, "BTC-USD", COINBASE),
	(Venue::Binance, "BTCUSDT", BINANCE),
	(Venue::DeribitIndex, "btc_usd", INDEX),
	(Venue::DeribitVolatility, "BTC", CANDLES),
];

fn get(venue: Venue, symbol: &str, body: &str) -> Result<Price, AnswerError> {
	read(venue, symbol, body.as_bytes())
}

#[test]
fn each_venue_is_asked_in_its_own_way() {
	let base = "http://127.0.0.1:18080/x";
	let ask = |venue, symbol| url(venue, base, symbol, 1_700_000_600_000);
	assert_eq!(ask(Venue::Kraken, "XBTUSD"), format!("{base}/0/public/Ticker?pair=XBTUSD"));
	assert_eq!(ask(Venue::Coinbase, "BTC-USD"), format!("{base}/v2/prices/BTC-USD/spot"));
	assert_eq!(
		ask(Venue::Binance, "BTCUSDT"),
		format!("{base}/api/v3/ticker/price?symbol=BTCUSDT")
	);
	assert_eq!(
		ask(Venue::DeribitIndex, "btc_usd"),
		format!("{base}/api/v2/public/get_index_price?index_name=btc_usd")
	);
	assert_eq!(
		ask(Venue::DeribitVolatility, "BTC"),
		format!(
			"{base}/api/v2/public/get_volatility_index_data?currency=BTC\
			 &start_timestamp=1700000000000&end_timestamp=1700000600000&resolution=60"
		)
	);
}

#[test]
fn each_venue_is_read_in_its_own_way() {
	let expected =
		[milli(30_303_200), usd(61_250), milli(61_249_500), milli(11_628_810), milli(615)];
	for ((venue, symbol, body), expected) in GOOD.into_iter().zip(expected) {
		assert_eq!(get(venue, symbol, body), Ok(expected), "{venue:?}");
	}
}

#[test]
fn a_truncated_answer_is_never_a_price() {
	for (venue, symbol, body) in GOOD {
		for length in 0..body.len() {
			assert_eq!(
				read(venue, symbol, &body.as_bytes()[..length]),
				Err(Malformed),
				"{venue:?} {length}"
			);
		}
	}
}

#[test]
fn a_venue_that_answers_about_something_else_is_refused() {
	let other = KRAKEN.replace("XXBTZUSD", "XETHZUSD");
	assert_eq!(get(Venue::Kraken, "XBTUSD", &other), Err(WrongPair));
	let other = COINBASE.replace("BTC", "ETH");
	assert_eq!(get(Venue::Coinbase, "BTC-USD", &other), Err(WrongPair));
	let other = COINBASE.replace("USD", "EUR");
	assert_eq!(get(Venue::Coinbase, "BTC-USD", &other), Err(WrongPair));
	assert_eq!(get(Venue::Coinbase, "BTCUSD", COINBASE), Err(WrongPair));
	let other = BINANCE.replace("BTC", "ETH");
	assert_eq!(get(Venue::Binance, "BTCUSDT", &other), Err(WrongPair));
}

#[test]
fn krakens_old_and_new_names_are_known() {
	let answer = |name: &str| get(Venue::Kraken, "XBTUSD", &KRAKEN.replace("XXBTZUSD", name));
	for name in ["XXBTZUSD", "XBTUSD", "XBTZUSD"] {
		assert!(answer(name).is_ok(), "{name}");
	}
	for name in ["XXBTZEUR", "XXBTZUSDT", "XBT", "", "USDXBT", "ZZXXBTZZUSD", "XETHZUSD"] {
		assert_eq!(answer(name), Err(WrongPair), "{name}");
	}
	let tether = KRAKEN.replace("XXBTZUSD", "USDTZUSD");
	assert!(get(Venue::Kraken, "USDTUSD", &tether).is_ok());
}

#[test]
fn errors_of_the_venues_are_seen() {
	let unknown = r#"{"error":["EQuery:Unknown asset pair"]}"#;
	assert_eq!(get(Venue::Kraken, "XBTUSD", unknown), Err(Refused));
	let both = KRAKEN.replace("\"error\":[]", "\"error\":[\"EService:Busy\"]");
	assert_eq!(get(Venue::Kraken, "XBTUSD", &both), Err(Refused));
	assert_eq!(get(Venue::Kraken, "XBTUSD", r#"{"error":[],"result":{}}"#), Err(NoData));
	assert_eq!(get(Venue::Kraken, "XBTUSD", r#"{"error":[]}"#), Err(NoData));
	let two = r#"{"error":[],"result":{"XXBTZUSD":{"c":["1"]},"XETHZUSD":{"c":["2"]}}}"#;
	assert_eq!(get(Venue::Kraken, "XBTUSD", two), Err(NoData));
	let bare = r#"{"error":[],"result":{"XXBTZUSD":{"c":[]}}}"#;
	assert_eq!(get(Venue::Kraken, "XBTUSD", bare), Err(NoData));
	let invalid = r#"{"code":-1121,"msg":"Invalid symbol."}"#;
	assert_eq!(get(Venue::Binance, "BTCUSDT", invalid), Err(Malformed));
	let all = r#"[{"symbol":"BTCUSDT","price":"1"}]"#;
	assert_eq!(get(Venue::Binance, "BTCUSDT", all), Err(Malformed));
	let missing = r#"{"errors":[{"id":"not_found","message":"Not found"}]}"#;
	assert_eq!(get(Venue::Coinbase, "BTC-USD", missing), Err(Malformed));
	let refused = r#"{"jsonrpc":"2.0","error":{"message":"Invalid params","code":-32602}}"#;
	assert_eq!(get(Venue::DeribitIndex, "btc_usd", refused), Err(Malformed));
	let empty = r#"{"jsonrpc":"2.0","result":{"data":[],"continuation":null}}"#;
	assert_eq!(get(Venue::DeribitVolatility, "BTC", empty), Err(NoData));
}

/// The numbers of the good answers, replaced one venue at a time.
fn with_number(number: &str) -> [(Venue, &'static str, String); 5] {
	let quoted = format!("\"{number}\"");
	[
		(Venue::Kraken, "XBTUSD", KRAKEN.replace("\"30303.20000\"", &quoted)),
		(Venue::Coinbase, "BTC-USD", COINBASE.replace("\"61250.00\"", &quoted)),
		(Venue::Binance, "BTCUSDT", BINANCE.replace("\"61249.50000000\"", &quoted)),
		(Venue::DeribitIndex, "btc_usd", INDEX.replace("11628.81", number)),
		(Venue::DeribitVolatility, "BTC", CANDLES.replace("61.5]", &format!("{number}]"))),
	]
}

#[test]
fn hostile_numbers_are_errors_at_every_venue() {
	for (number, expected) in [
		("0", Zero),
		("0.000", Zero),
		("1e-30", Zero),
		("-5", Number(DecimalError::Negative)),
		("-0.1e9", Number(DecimalError::Negative)),
		("1e30", Number(DecimalError::TooLarge)),
		("1e+4000000000", Number(DecimalError::TooLarge)),
		("null", Number(DecimalError::NotANumber)),
		("true", Number(DecimalError::NotANumber)),
	] {
		for (venue, symbol, body) in with_number(number) {
			assert_eq!(get(venue, symbol, &body), Err(expected), "{venue:?} {number}");
		}
	}
}

#[test]
fn what_is_not_a_number_at_all_is_an_error() {
	for (value, expected) in [
		("null", Number(DecimalError::NotANumber)),
		("[1]", Number(DecimalError::NotANumber)),
		("{\"a\":1}", Number(DecimalError::NotANumber)),
		("\"\"", Number(DecimalError::NotANumber)),
		("\"NaN\"", Number(DecimalError::NotANumber)),
		("\"6\\u0031\"", Number(DecimalError::NotANumber)),
		("NaN", Malformed),
		("Infinity", Malformed),
		("01", Malformed),
		("1.", Malformed),
	] {
		let bodies = [
			(Venue::Coinbase, "BTC-USD", COINBASE.replace("\"61250.00\"", value)),
			(Venue::Binance, "BTCUSDT", BINANCE.replace("\"61249.50000000\"", value)),
			(Venue::DeribitIndex, "btc_usd", INDEX.replace("11628.81", value)),
		];
		for (venue, symbol, body) in bodies {
			assert_eq!(get(venue, symbol, &body), Err(expected), "{venue:?} {value}");
		}
	}
}

#[test]
fn the_volatility_index_is_in_percent_points() {
	let answer = |close: &str| {
		get(Venue::DeribitVolatility, "BTC", &CANDLES.replace("61.5]", &format!("{close}]")))
	};
	assert_eq!(answer("129.36"), Ok(Price::from_inner(1_293_600_000_000_000_000)));
	// A fraction is not guessed at: it is far below the bounds of any feed of volatility.
	assert_eq!(answer("0.615"), Ok(Price::from_inner(6_150_000_000_000_000)));
	// A candle without numbers only matters if it is the newest.
	let old = CANDLES.replace("60.0,60.0,60.0,60.0", "null,null,null,null");
	assert_eq!(get(Venue::DeribitVolatility, "BTC", &old), Ok(milli(615)));
	assert_eq!(answer("null"), Err(Number(DecimalError::NotANumber)));
	let short = r#"{"result":{"data":[[1598019300000,61.1]]}}"#;
	assert_eq!(get(Venue::DeribitVolatility, "BTC", short), Err(Malformed));
}

#[test]
fn deep_and_wide_json_is_read_without_harm() {
	let deep = "[".repeat(60_000);
	let wide = format!("[{}1]", "1,".repeat(30_000));
	let closed = format!("{}{}", "[".repeat(30_000), "]".repeat(30_000));
	let keys = (0..5_000).map(|n| format!("\"k{n}\":1,")).collect::<String>();
	for (venue, symbol, body) in GOOD {
		for bad in [&deep, &wide, &closed] {
			assert_eq!(get(venue, symbol, bad), Err(Malformed), "{venue:?}");
		}
		// The same inside a field that nobody asked for.
		let nested = body.replacen('{', &format!("{{\"x\":{closed},"), 1);
		assert_eq!(get(venue, symbol, &nested), get(venue, symbol, body), "{venue:?}");
		let many = body.replacen('{', &format!("{{{keys}"), 1);
		assert_eq!(get(venue, symbol, &many), get(venue, symbol, body), "{venue:?}");
		let unclosed = body.replacen('{', &format!("{{\"x\":{deep},"), 1);
		assert_eq!(get(venue, symbol, &unclosed), Err(Malformed), "{venue:?}");
	}
	let value = COINBASE.replace("\"61250.00\"", &closed);
	assert_eq!(get(Venue::Coinbase, "BTC-USD", &value), Err(Number(DecimalError::TooLong)));
}

#[test]
fn bytes_that_are_not_text_are_malformed() {
	for (venue, symbol, body) in GOOD {
		assert_eq!(read(venue, symbol, &[0xff; 100]), Err(Malformed));
		assert_eq!(
			get(venue, symbol, "<!DOCTYPE html>\u{0}\u{fffd} }{\"price\": NaN,,"),
			Err(Malformed)
		);
		assert_eq!(get(venue, symbol, &format!("{body}{body}")), Err(Malformed), "{venue:?}");
	}
	let twice = r#"{"symbol":"BTCUSDT","price":"1","price":"2"}"#;
	assert_eq!(get(Venue::Binance, "BTCUSDT", twice), Err(Malformed));
}
