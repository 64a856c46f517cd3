// SPDX-License-Identifier: GPL-3.0-or-later

//! What governance can do, and every reason why not.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{BuildStorage, DispatchError, Permill};

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

fn guard() -> RuntimeOrigin {
	RuntimeOrigin::signed(Guard::get())
}

const NEW: FeedId = FeedId(50);

#[test]
fn a_feed_is_listed_and_changed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Oracle::set_feed(root(), NEW, feed_info()));
		assert_eq!(Feeds::<Test>::get(NEW), Some(feed_info()));
		assert_eq!(Feeds::<Test>::count(), 5);
		assert_eq!(oracle_events(), [Event::FeedSet { feed: NEW }]);
		quote(&[(NEW, usd(7))]);
		assert_eq!(Oracle::price(NEW).price, usd(7));
		// A change keeps the history.
		assert_ok!(Oracle::set_feed(root(), NEW, FeedInfo { max: usd(10), ..feed_info() }));
		assert_eq!(Oracle::price(NEW).price, usd(7));
		quote(&[(NEW, usd(11))]);
		assert_eq!(Oracle::price(NEW).price, usd(7));
	});
}

#[test]
fn a_feed_that_makes_no_sense_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |change: &dyn Fn(&mut FeedInfo)| {
			let mut info = feed_info();
			change(&mut info);
			info
		};
		let sources = |list: &[(Venue, &str)]| {
			let sources = list.iter().map(|(venue, symbol)| source(*venue, symbol));
			sources.collect::<Vec<_>>().try_into().unwrap()
		};
		for (info, fault) in [
			(with(&|i| i.min = usd(0)), FeedFault::Bounds),
			(with(&|i| i.min = i.max), FeedFault::Bounds),
			(with(&|i| i.max = MAX_PRICE + Price::from_inner(1)), FeedFault::Bounds),
			(with(&|i| i.sources = sources(&[])), FeedFault::NoSource),
			(
				with(&|i| i.sources = sources(&[(Venue::Kraken, "A"), (Venue::Kraken, "A")])),
				FeedFault::SourceTwice,
			),
			(with(&|i| i.sources = sources(&[(Venue::Kraken, "")])), FeedFault::Symbol),
			(with(&|i| i.sources = sources(&[(Venue::Kraken, "A&x=1")])), FeedFault::Symbol),
			(with(&|i| i.sources = sources(&[(Venue::Kraken, "A/../b")])), FeedFault::Symbol),
			(
				with(&|i| i.sources = sources(&[(Venue::DeribitVolatility, "A")])),
				FeedFault::SourceKind,
			),
			(with(&|i| i.kind = FeedKind::Volatility), FeedFault::SourceKind),
			(with(&|i| i.sources = sources(&[(Venue::Binance, "A")])), FeedFault::QuoteMissing),
		] {
			assert_noop!(Oracle::set_feed(root(), NEW, info), Error::<Test>::Feed(fault));
		}
		assert_ok!(Oracle::set_feed(root(), NEW, with(&|i| i.max = MAX_PRICE)));
	});
}

#[test]
fn a_feed_keeps_its_kind() {
	ExtBuilder::default().build_and_execute(|| {
		let info = Feeds::<Test>::get(BTC_VOL).unwrap();
		assert_noop!(Oracle::set_feed(root(), BTC, info), Error::<Test>::KindFixed);
	});
}

#[test]
fn a_quote_is_a_plain_feed_of_a_price() {
	ExtBuilder::default().build_and_execute(|| {
		let quoted = |quote| FeedInfo { quote: Some(quote), ..feed_info() };
		assert_noop!(Oracle::set_feed(root(), NEW, quoted(FeedId(99))), Error::<Test>::UnknownFeed);
		assert_noop!(Oracle::set_feed(root(), NEW, quoted(NEW)), Error::<Test>::UnknownFeed);
		assert_noop!(Oracle::set_feed(root(), NEW, quoted(BTC_VOL)), Error::<Test>::BadQuote);
		// Bitcoin has a quote itself, and a quote cannot get one later.
		assert_noop!(Oracle::set_feed(root(), NEW, quoted(BTC)), Error::<Test>::BadQuote);
		assert_noop!(Oracle::set_feed(root(), USDT, quoted(ETH)), Error::<Test>::BadQuote);
		assert_noop!(Oracle::set_feed(root(), ETH, quoted(ETH)), Error::<Test>::BadQuote);
		assert_ok!(Oracle::set_feed(root(), NEW, quoted(USDT)));
	});
}

#[test]
fn there_is_room_for_64_feeds_and_64_underlyings() {
	ExtBuilder::default().build_and_execute(|| {
		for n in 100..160 {
			assert_ok!(Oracle::set_feed(root(), FeedId(n), feed_info()));
		}
		assert_noop!(Oracle::set_feed(root(), NEW, feed_info()), Error::<Test>::TooManyFeeds);
		assert_ok!(Oracle::set_feed(root(), FeedId(100), feed_info()));
		let info = UnderlyingInfo { spot: ETH, volatility: VolatilityPolicy::None };
		for n in 100..161 {
			assert_ok!(Oracle::set_underlying(root(), UnderlyingId(n), info));
		}
		assert_noop!(
			Oracle::set_underlying(root(), UnderlyingId(99), info),
			Error::<Test>::TooManyUnderlyings
		);
		assert_ok!(Oracle::set_underlying(root(), UnderlyingId(100), info));
	});
}

#[test]
fn a_feed_is_removed_with_its_history() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Oracle::set_feed(root(), NEW, feed_info()));
		quote_for(2, NEW, usd(7));
		assert_ok!(Oracle::remove_feed(root(), NEW));
		assert_eq!(oracle_events().last(), Some(&Event::FeedRemoved { feed: NEW }));
		assert_eq!(Oracle::price(NEW), Reading::default());
		assert!(!Quotes::<Test>::contains_key(NEW) && !Averages::<Test>::contains_key(NEW));
		assert_noop!(Oracle::remove_feed(root(), NEW), Error::<Test>::UnknownFeed);
		// A spot, a volatility, a quote.
		for feed in [ETH, BTC_VOL, USDT] {
			assert_noop!(Oracle::remove_feed(root(), feed), Error::<Test>::FeedInUse);
		}
		let info = UnderlyingInfo { spot: ETH, volatility: VolatilityPolicy::None };
		assert_ok!(Oracle::set_underlying(root(), TETHER, info));
		// Still what Binance's Bitcoin is quoted in.
		assert_noop!(Oracle::remove_feed(root(), USDT), Error::<Test>::FeedInUse);
	});
}

#[test]
fn an_underlying_is_listed_and_changed() {
	ExtBuilder::default().build_and_execute(|| {
		let info = |spot, volatility| UnderlyingInfo { spot, volatility };
		let proxy = |beta| VolatilityPolicy::Proxy { feed: BTC_VOL, beta };
		let set = |info| Oracle::set_underlying(root(), BITCOIN, info);
		for policy in [
			VolatilityPolicy::None,
			VolatilityPolicy::External(BTC_VOL),
			proxy(MAX_BETA),
			proxy(milli(1)),
		] {
			assert_ok!(set(info(ETH, policy)));
			assert_eq!(Underlyings::<Test>::get(BITCOIN), Some(info(ETH, policy)));
			let event = Event::UnderlyingSet { underlying: BITCOIN, info: info(ETH, policy) };
			assert_eq!(oracle_events().last(), Some(&event));
		}
		let external = VolatilityPolicy::External;
		assert_noop!(set(info(NEW, external(BTC_VOL))), Error::<Test>::UnknownFeed);
		assert_noop!(set(info(BTC, external(NEW))), Error::<Test>::UnknownFeed);
		assert_noop!(set(info(BTC_VOL, external(BTC_VOL))), Error::<Test>::WrongKind);
		assert_noop!(set(info(BTC, external(ETH))), Error::<Test>::WrongKind);
		assert_noop!(set(info(BTC, proxy(milli(0)))), Error::<Test>::BadBeta);
		assert_noop!(set(info(BTC, proxy(MAX_BETA + milli(1)))), Error::<Test>::BadBeta);
	});
}

#[test]
fn parameters_are_changed() {
	ExtBuilder::default().build_and_execute(|| {
		let old = Params::default();
		let new = Params { stale_rounds: 5, ..old };
		assert_ok!(Oracle::set_params(root(), new));
		assert_eq!(Parameters::<Test>::get(), new);
		assert_eq!(oracle_events(), [Event::ParamsSet { old, new }]);
		let longer = Params { round_ms: 12_000, ..old };
		assert_noop!(Oracle::set_params(root(), longer), Error::<Test>::RoundLengthFixed);
	});
}

#[test]
fn parameters_that_make_no_sense_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |change: &dyn Fn(&mut Params)| {
			let mut params = Params::default();
			change(&mut params);
			params
		};
		let high = Permill::from_parts(500_001);
		for (params, fault) in [
			(with(&|p| p.round_ms = 0), ParamsFault::Round),
			(with(&|p| p.round_ms = 999), ParamsFault::Round),
			(with(&|p| p.round_ms = 600_001), ParamsFault::Round),
			(with(&|p| p.late_rounds = 0), ParamsFault::Late),
			(with(&|p| p.late_rounds = 9), ParamsFault::Late),
			(with(&|p| p.stale_rounds = 0), ParamsFault::Stale),
			(with(&|p| p.stale_rounds = 101), ParamsFault::Stale),
			(with(&|p| p.no_quorum_ms = 17_999), ParamsFault::NoQuorum),
			(with(&|p| p.no_quorum_ms = HOUR_MS + 1), ParamsFault::NoQuorum),
			(with(&|p| p.outlier = Permill::zero()), ParamsFault::Share),
			(with(&|p| p.outlier = high), ParamsFault::Share),
			(with(&|p| p.disagreement = Permill::zero()), ParamsFault::Share),
			(with(&|p| p.opening_band = high), ParamsFault::Share),
			(with(&|p| p.volatility_jump = Permill::zero()), ParamsFault::Share),
			(with(&|p| p.wild_factor = 1), ParamsFault::Wild),
			(with(&|p| p.wild_factor = 101), ParamsFault::Wild),
			(with(&|p| p.settlement_window_ms = 1_800_001), ParamsFault::Window),
			(with(&|p| p.settlement_window_ms = 6 * HOUR_MS + 3), ParamsFault::Window),
			(with(&|p| p.sample_max_ms = 5_999), ParamsFault::Sample),
			(with(&|p| p.sample_max_ms = 600_001), ParamsFault::Sample),
			(with(&|p| p.coverage = Permill::from_parts(499_999)), ParamsFault::Coverage),
			(with(&|p| p.settlement_cap_ms = 30 * MINUTE_MS - 1), ParamsFault::Cap),
			(with(&|p| p.settlement_cap_ms = 7 * DAY_MS + 1), ParamsFault::Cap),
		] {
			assert_noop!(Oracle::set_params(root(), params), Error::<Test>::Params(fault));
		}
	});
}

#[test]
fn a_feed_is_halted_by_one_role_and_resumed_by_another() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Oracle::halt_feed(root(), BTC), DispatchError::BadOrigin);
		assert_noop!(Oracle::halt_feed(guard(), NEW), Error::<Test>::UnknownFeed);
		assert_noop!(Oracle::resume_feed(root(), BTC), Error::<Test>::NotHalted);
		assert_ok!(Oracle::halt_feed(guard(), BTC));
		assert_eq!(oracle_events(), [Event::FeedHalted { feed: BTC }]);
		assert_noop!(Oracle::halt_feed(guard(), BTC), Error::<Test>::AlreadyHalted);
		assert_noop!(Oracle::resume_feed(guard(), BTC), DispatchError::BadOrigin);
		assert_noop!(Oracle::resume_feed(root(), NEW), Error::<Test>::UnknownFeed);
		// A change of the feed does not resume it.
		let info = Feeds::<Test>::get(BTC).unwrap();
		assert_ok!(Oracle::set_feed(root(), BTC, info));
		assert!(Quotes::<Test>::get(BTC).unwrap().halted);
		assert_ok!(Oracle::resume_feed(root(), BTC));
		assert_eq!(oracle_events().last(), Some(&Event::FeedResumed { feed: BTC }));
	});
}

#[test]
fn a_url_is_set_and_cleared() {
	ExtBuilder::default().build_and_execute(|| {
		let url = |text: &str| Some(Url::try_from(text.as_bytes().to_vec()).unwrap());
		let set = |url| Oracle::set_url(root(), Exchange::Kraken, url);
		assert_ok!(set(url("https://api.kraken.com")));
		assert_eq!(Urls::<Test>::get(Exchange::Kraken), url("https://api.kraken.com"));
		let event =
			Event::UrlSet { exchange: Exchange::Kraken, url: url("https://api.kraken.com") };
		assert_eq!(oracle_events(), [event]);
		for bad in
			["", "api.kraken.com", "ftp://x", "https://x/", "http://a b", "http://é", "http://a\nb"]
		{
			assert_noop!(set(url(bad)), Error::<Test>::BadUrl);
		}
		assert_ok!(set(None));
		assert_eq!(Urls::<Test>::get(Exchange::Kraken), None);
	});
}

#[test]
fn only_the_risk_origin_sets() {
	ExtBuilder::default().build_and_execute(|| {
		let bad = DispatchError::BadOrigin;
		for origin in [guard(), RuntimeOrigin::none(), frame_system::RawOrigin::Authorized.into()] {
			let origin = || origin.clone();
			assert_noop!(Oracle::set_feed(origin(), NEW, feed_info()), bad);
			assert_noop!(Oracle::remove_feed(origin(), BTC), bad);
			let info = UnderlyingInfo { spot: ETH, volatility: VolatilityPolicy::None };
			assert_noop!(Oracle::set_underlying(origin(), BITCOIN, info), bad);
			assert_noop!(Oracle::set_params(origin(), Params::default()), bad);
			assert_noop!(Oracle::set_url(origin(), Exchange::Kraken, None), bad);
		}
	});
}

#[test]
fn genesis_is_what_its_json_says() {
	ExtBuilder::default().build_and_execute(|| {
		let btc = Feeds::<Test>::get(BTC).unwrap();
		assert_eq!((btc.min, btc.max, btc.quote), (usd(1_000), usd(10_000_000), Some(USDT)));
		assert_eq!(btc.sources[2], source(Venue::Binance, "BTCUSDT"));
		assert_eq!(Quotes::<Test>::get(BTC_VOL).unwrap().kind, FeedKind::Volatility);
		let proxy = VolatilityPolicy::Proxy { feed: BTC_VOL, beta: milli(1_200) };
		assert_eq!(
			Underlyings::<Test>::get(ETHER),
			Some(UnderlyingInfo { spot: ETH, volatility: proxy })
		);
		let url = Urls::<Test>::get(Exchange::Deribit).unwrap();
		assert_eq!(url.into_inner(), b"http://127.0.0.1:18080/deribit");
		assert_eq!(Parameters::<Test>::get(), Params::default());
	});
}

#[test]
fn genesis_json_is_read_back_and_empty_genesis_is_the_defaults() {
	let config: GenesisConfig<Test> = serde_json::from_value(genesis_json()).unwrap();
	let text = serde_json::to_string(&config).unwrap();
	let again: GenesisConfig<Test> = serde_json::from_str(&text).unwrap();
	assert_eq!(again.feeds, config.feeds);
	assert_eq!(again.underlyings, config.underlyings);
	let default = serde_json::to_value(GenesisConfig::<Test>::default()).unwrap();
	assert_eq!(default["params"]["roundMs"], 6_000);
	assert_eq!(default["params"]["coverage"], 800_000);
	assert_eq!(default["params"]["smallNetwork"], false);
	// A misspelt parameter is not silently a default.
	let wrong = serde_json::json!({ "params": { "smalNetwork": true } });
	let mut all = default;
	all["params"] = wrong["params"].clone();
	assert!(serde_json::from_value::<GenesisConfig<Test>>(all).is_err());
}

fn build(change: impl FnOnce(&mut GenesisConfig<Test>)) {
	let mut config: GenesisConfig<Test> = serde_json::from_value(genesis_json()).unwrap();
	change(&mut config);
	config.build_storage().unwrap();
}

#[test]
#[should_panic(expected = "a feed is listed twice")]
fn genesis_with_a_feed_twice_is_no_genesis() {
	build(|config| config.feeds.push(config.feeds[0].clone()));
}

#[test]
#[should_panic(expected = "a feed is valid")]
fn genesis_with_a_feed_before_its_quote_is_no_genesis() {
	build(|config| config.feeds.reverse());
}

#[test]
#[should_panic(expected = "parameters are valid")]
fn genesis_with_bad_parameters_is_no_genesis() {
	build(|config| config.params.round_ms = 1);
}

#[test]
#[should_panic(expected = "a URL is valid")]
fn genesis_with_a_bad_url_is_no_genesis() {
	build(|config| config.urls.push((Exchange::Kraken, "kraken".into())));
}

#[test]
fn genesis_numbers_are_decimal_text() {
	let mut json = genesis_json();
	json["feeds"][0]["min"] = "0.25".into();
	json["feeds"][0]["max"] = "3".into();
	let config: GenesisConfig<Test> = serde_json::from_value(json.clone()).unwrap();
	assert_eq!((config.feeds[0].min, config.feeds[0].max), (milli(250), usd(3)));
	assert_eq!(serde_json::to_value(&config).unwrap()["feeds"][0]["max"], "3.000000000000000000");
	for bad in ["-1", "x", "1e30", ""] {
		json["feeds"][0]["max"] = bad.into();
		assert!(serde_json::from_value::<GenesisConfig<Test>>(json.clone()).is_err(), "{bad}");
	}
}

#[test]
fn at_the_beginning_of_time_a_round_is_open_too() {
	ExtBuilder::default().build_and_execute(|| {
		Clock::set(0);
		quote(&[(BTC, usd(60_000))]);
		assert_eq!(LastFinished::<Test>::get(), Some(Finished { round: 0, at: 6_000 }));
		assert_eq!(Oracle::feed_state(BTC), PriceState::Valid);
	});
}
