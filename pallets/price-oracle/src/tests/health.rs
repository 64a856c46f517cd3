// SPDX-License-Identifier: GPL-3.0-or-later

//! Sources that fail are left alone for a while, and no feed suffers for it.

use super::node::*;
use crate::{
	mock::*,
	offchain::health::{Failing, Health, HEALTH_KEY, LONGEST_PAUSE},
	*,
};
use sp_runtime::BoundedVec;

fn asked(net: &Net, prefix: &str) -> usize {
	net.0.lock().unwrap().asked.iter().filter(|url| url.starts_with(prefix)).count()
}

fn failing(venue: Venue, symbol: &str) -> Option<Failing> {
	Health::load().sources.get(&source(venue, symbol)).copied()
}

fn set(net: &Net, url: &str, reply: Reply) {
	net.0.lock().unwrap().replies.insert(url.into(), reply);
}

#[test]
fn pauses_double() {
	let pauses = [1, 2, 3, 4, 5, 6, 7, 63, 64, 65, u32::MAX]
		.map(|times| Failing { times, round: 0 }.pause());
	assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 32, 32, 32, 32, 32]);
	assert_eq!(LONGEST_PAUSE, 32);
}

#[test]
fn a_source_that_fails_is_asked_less_and_less() {
	let url = format!("{KRAKEN}XBTUSD");
	let node = Node::new(&[2]);
	node.reply(&url, Reply::Hangs);
	node.run(|net, pool| {
		let mut rounds = vec![];
		for round in 0..100 {
			let before = asked(net, &url);
			work();
			if asked(net, &url) > before {
				rounds.push(round);
			}
			// Nobody else waits, and the feed has its price.
			assert_eq!(asked(net, &format!("{COINBASE}BTC-USD")), round + 1);
			assert_eq!(pool.batches()[round].prices[0].0, BTC);
			tick();
		}
		assert_eq!(rounds, [0, 1, 3, 7, 15, 31, 63, 95]);
		let expected = Failing { times: 8, round: current_round() - 5 };
		assert_eq!(failing(Venue::Kraken, "XBTUSD"), Some(expected));
		// It is well again, which is seen after the pause, and then it is asked as before.
		set(net, &url, kraken("XXBTZUSD", "60000"));
		let before = asked(net, &url);
		for _ in 0..30 {
			work();
			tick();
		}
		// Round 127, and three rounds after it.
		assert_eq!(asked(net, &url), before + 3);
		assert_eq!(failing(Venue::Kraken, "XBTUSD"), None);
	});
}

#[test]
fn what_counts_as_a_failure() {
	let url = format!("{KRAKEN}XBTUSD");
	let bad = [
		Reply::Says(500, vec![]),
		Reply::ok("{"),
		kraken("XETHZUSD", "60000"),
		kraken("XXBTZUSD", "0"),
		// Out of the feed's bounds.
		kraken("XXBTZUSD", "999"),
	];
	for reply in bad {
		let node = Node::new(&[2]);
		node.reply(&url, reply.clone());
		node.run(|_, _| {
			work();
			let expected = Failing { times: 1, round: current_round() };
			assert_eq!(failing(Venue::Kraken, "XBTUSD"), Some(expected), "{reply:?}");
			assert_eq!(Health::load().sources.len(), 1);
		});
	}
	// To stand apart is none: it may be the others who are wrong. Nor is Binance at fault for USDT.
	let node = Node::new(&[2]);
	node.reply(&url, kraken("XXBTZUSD", "90000"));
	node.run(|_, _| {
		work();
		assert_eq!(Health::load(), Health::default());
	});
	// Without a URL nothing can be asked.
	Node::new(&[2]).run(|_, _| {
		Urls::<Test>::remove(Exchange::Binance);
		work();
		assert!(failing(Venue::Binance, "BTCUSDT").is_some());
	});
}

#[test]
fn a_feed_that_cannot_do_without_asks_anyway() {
	// Ether has two sources and needs both; the volatility has one.
	let node = Node::new(&[2]);
	let ether = format!("{COINBASE}ETH-USD");
	let volatility = format!("{DERIBIT}get_volatility_index_data?currency=BTC");
	node.reply(&ether, Reply::Hangs);
	node.reply(&volatility, Reply::Breaks);
	node.run(|net, pool| {
		for round in 1..=9 {
			work();
			assert_eq!((asked(net, &ether), asked(net, &volatility)), (round, round));
			// All in one go: those that must be asked anyway do not wait for the others.
			let last = net.0.lock().unwrap().asked.last().cloned();
			assert!(last.is_some_and(|last| last.starts_with(&volatility)));
			tick();
		}
		assert_eq!(failing(Venue::Coinbase, "ETH-USD").unwrap().times, 9);
		set(net, &ether, coinbase("ETH", "3001.00"));
		work();
		let feeds = pool.batches()[9].prices.iter().map(|(feed, _)| *feed).collect::<Vec<_>>();
		assert_eq!(feeds, [BTC, ETH, USDT]);
	});
}

#[test]
fn a_feed_left_without_a_price_asks_those_in_a_pause() {
	let (first, second) = (format!("{KRAKEN}XBTUSD"), format!("{COINBASE}BTC-USD"));
	let third = format!("{DERIBIT}get_index_price?index_name=btc_usd");
	let node = Node::new(&[2]);
	node.reply(&first, Reply::Breaks);
	node.run(|net, pool| {
		// Round 3 is the third failure: the next question is in round 7.
		for _ in 0..4 {
			work();
			tick();
		}
		assert_eq!(failing(Venue::Kraken, "XBTUSD").unwrap().times, 3);
		work();
		assert_eq!(asked(net, &first), 3);
		// Another one fails; Binance was asked in vain, because USDT has no price.
		set(net, &first, kraken("XXBTZUSD", "60000"));
		set(net, &second, Reply::Hangs);
		tick();
		work();
		assert_eq!(asked(net, &first), 4);
		assert_eq!(asked(net, &third), 6);
		let last = pool.batches().pop().unwrap();
		assert_eq!(last.prices[0], (BTC, milli(60_010_250)));
		assert_eq!(failing(Venue::Kraken, "XBTUSD"), None);
	});
}

#[test]
fn silent_feeds_are_counted() {
	let node = Node::new(&[2]);
	let url = format!("{DERIBIT}get_volatility_index_data?currency=BTC");
	node.reply(&url, Reply::Hangs);
	node.run(|net, _| {
		for rounds in 1..=4 {
			work();
			assert_eq!(Health::load().silent, [(BTC_VOL, rounds)].into());
			tick();
		}
		set(net, &url, candle("61.5"));
		work();
		assert_eq!(Health::load(), Health::default());
	});
}

#[test]
fn the_record_keeps_to_what_is_listed() {
	let node = Node::new(&[2]);
	node.net.0.lock().unwrap().replies.clear();
	node.run(|_, _| {
		// What cannot be read is nothing.
		set_local(core::str::from_utf8(HEALTH_KEY).unwrap(), &[0xff; 9]);
		work();
		assert_eq!(Health::load().sources.len(), 9);
		assert_eq!(Health::load().silent.len(), 4);
		let mut info = Feeds::<Test>::get(ETH).unwrap();
		info.sources = BoundedVec::truncate_from(vec![source(Venue::Kraken, "ETHUSD")]);
		Oracle::set_feed(RuntimeOrigin::root(), ETH, info).unwrap();
		tick();
		work();
		assert_eq!(Health::load().sources.len(), 8);
		// A chain that begins again has no pauses.
		let health = Health::load();
		assert!(health.sources.keys().all(|source| health.is_due(source, 7)));
		assert!(health.sources.keys().any(|source| !health.is_due(source, current_round())));
	});
}
