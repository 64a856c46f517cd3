// SPDX-License-Identifier: GPL-3.0-or-later

//! The off-chain worker against venues that a test scripts: prices.

use super::node::*;
use crate::{
	mock::*,
	offchain::{self, BASE_KEY, LOCK_KEY, ROUND_KEY, SYMBOL_KEY, URL_KEY},
	*,
};
use codec::{Decode, Encode};
use frame_support::dispatch::GetDispatchInfo;
use sp_core::offchain::{StorageKind, Timestamp};
use sp_runtime::{
	traits::{Applyable, Checkable},
	transaction_validity::TransactionSource,
	Permill,
};

/// Bitcoin as the default replies have it, without Binance: the median of three.
const BTC_PRICE: u128 = 60_010_000;

#[test]
fn a_report_goes_from_the_venues_into_the_chain() {
	Node::new(&[2]).run(|net, pool| {
		work();
		let taken = pool.taken.lock().unwrap()[0].clone();
		let transaction = UncheckedExtrinsic::decode(&mut &taken[..]).unwrap();
		let info = transaction.get_dispatch_info();
		let context = frame_system::ChainContext::<Test>::default();
		let checked = transaction.check(&context).unwrap();
		for source in
			[TransactionSource::Local, TransactionSource::External, TransactionSource::InBlock]
		{
			checked.validate::<Test>(source, &info, taken.len()).unwrap();
		}
		checked.apply::<Test>(&info, taken.len()).unwrap().unwrap();
		let batch = &pool.batches()[0];
		assert_eq!((batch.feeder, batch.genesis, batch.round), (2, GENESIS, current_round()));
		assert_eq!(batch.at_block, System::block_number());
		let expected = [
			(BTC, milli(BTC_PRICE)),
			(ETH, milli(3_000_500)),
			(USDT, usd(1)),
			(BTC_VOL, milli(615)),
		];
		assert_eq!(pool.prices(), expected);
		let stored = Reports::<Test>::iter().next().unwrap();
		assert_eq!(stored.2.into_inner(), expected);
		// Every source was asked once, and waited for no longer than two seconds.
		assert_eq!(net.asked(), 9);
		assert_eq!(net.0.lock().unwrap().deadline, WALL + 2_000);
	});
}

#[test]
fn binance_counts_once_its_quote_is_usable() {
	Node::new(&[2]).run(|_, pool| {
		quote(&[(USDT, milli(1_000))]);
		work();
		// 60,000; 60,010; 60,020.5; 60,030.
		assert_eq!(pool.prices()[0], (BTC, Price::from_inner(60_015_250_000_000_000_000_000)));
	});
	Node::new(&[2]).run(|_, pool| {
		// A dollar of USDT is worth less: 60,030 USDT are 59,969.97 USD.
		quote(&[(USDT, milli(999))]);
		work();
		assert_eq!(pool.prices()[0], (BTC, milli(60_005_000)));
	});
	Node::new(&[2]).run(|_, pool| {
		// 59,429.7 USD, a percent away from the others, who agree to a thirtieth of that.
		quote(&[(USDT, milli(990))]);
		work();
		assert_eq!(pool.prices()[0], (BTC, milli(BTC_PRICE)));
	});
	Node::new(&[2]).run(|_, pool| {
		quote(&[(USDT, milli(1_000))]);
		Clock::set(now() + 18_001);
		work();
		assert_eq!(pool.prices()[0], (BTC, milli(BTC_PRICE)));
	});
}

#[test]
fn one_venue_may_fail_in_any_way() {
	let faults = [
		Reply::Says(500, b"<html><h1>500 Internal Server Error</h1></html>".to_vec()),
		Reply::Says(429, br#"{"error":"Too Many Requests"}"#.to_vec()),
		// An error page with a price in it is still an error.
		Reply::Says(503, br#"{"error":[],"result":{"XXBTZUSD":{"c":["1","1"]}}}"#.to_vec()),
		Reply::Says(301, vec![]),
		Reply::Hangs,
		Reply::Stalls,
		Reply::Breaks,
		Reply::Refuses,
		Reply::ok(""),
		Reply::ok(r#"{"error":[],"result":{"XXBTZUSD":{"c":["60000."#),
		Reply::ok(format!("{}{}", "[".repeat(20_000), "]".repeat(20_000))),
		kraken("XXBTZUSD", "0"),
		kraken("XXBTZUSD", "-60000"),
		kraken("XXBTZUSD", "1e30"),
		kraken("XETHZUSD", "60000"),
		// Out of the feed's bounds, and ten times too much.
		kraken("XXBTZUSD", "999"),
		kraken("XXBTZUSD", "600000"),
		// Right, but longer than is read.
		Reply::ok(format!(
			r#"{{"error":[],"result":{{"XXBTZUSD":{{"c":["60000","1"]}}}},"x":"{}"}}"#,
			"y".repeat(64 * 1024)
		)),
	];
	for fault in faults {
		let node = Node::new(&[2]);
		node.reply(&format!("{KRAKEN}XBTUSD"), fault.clone());
		node.run(|_, pool| {
			work();
			// Half way between Coinbase and Deribit.
			assert_eq!(pool.prices()[0], (BTC, milli(60_015_250)), "{fault:?}");
			assert_eq!(pool.prices().len(), 4);
		});
	}
}

#[test]
fn the_longest_answer_that_is_read() {
	let node = Node::new(&[2]);
	let short = r#"{"error":[],"result":{"XXBTZUSD":{"c":["60000","1"]}},"x":""}"#;
	let padding = "y".repeat(64 * 1024 - short.len());
	let whole = short.replace(r#""x":"""#, &format!(r#""x":"{padding}""#));
	assert_eq!(whole.len(), 64 * 1024);
	node.reply(&format!("{KRAKEN}XBTUSD"), Reply::ok(whole));
	node.run(|_, pool| {
		work();
		assert_eq!(pool.prices()[0], (BTC, milli(BTC_PRICE)));
	});
}

#[test]
fn a_feed_without_two_sources_that_agree_is_left_out() {
	// Ether has two sources: one that fails or differs leaves none.
	for reply in [Reply::Hangs, coinbase("ETH", "3200.00")] {
		let node = Node::new(&[2]);
		node.reply(&format!("{COINBASE}ETH-USD"), reply);
		node.run(|_, pool| {
			work();
			let feeds = pool.prices().iter().map(|(feed, _)| *feed).collect::<Vec<_>>();
			assert_eq!(feeds, [BTC, USDT, BTC_VOL]);
		});
	}
	// The volatility has one source, which is enough; a fraction is out of bounds.
	let node = Node::new(&[2]);
	node.reply(&format!("{DERIBIT}get_volatility_index_data?currency=BTC"), candle("0.615"));
	node.run(|_, pool| {
		work();
		let feeds = pool.prices().iter().map(|(feed, _)| *feed).collect::<Vec<_>>();
		assert_eq!(feeds, [BTC, ETH, USDT]);
	});
}

#[test]
fn sources_are_combined_without_outliers() {
	let two = Permill::from_percent(2);
	let of = |values: &[u32]| values.iter().map(|value| usd(*value)).collect::<Vec<_>>();
	let combine = |values: &[u32], needed| offchain::combine(of(values), needed, two);
	assert_eq!(combine(&[], 1), None);
	assert_eq!(combine(&[100], 1), Some(usd(100)));
	assert_eq!(combine(&[100], 2), None);
	assert_eq!(combine(&[100, 102], 2), Some(usd(101)));
	// Each is 2.4 % away from halfway.
	assert_eq!(combine(&[100, 105], 2), None);
	// One that is ten times too high does not count; two are left.
	assert_eq!(combine(&[1_000, 100, 101], 2), Some(milli(100_500)));
	assert_eq!(combine(&[1_000, 101, 100, 102], 2), Some(usd(101)));
	assert_eq!(combine(&[1_000, 1, 100], 2), None);
}

#[test]
fn the_more_they_agree_the_sooner_one_is_an_outlier() {
	let combine = |values: &[u128]| {
		let values = values.iter().map(|value| milli(*value)).collect();
		offchain::combine(values, 2, Permill::from_percent(2))
	};
	// Median 10,000 and deviations of 1, of which 4.4478 are less than the floor: 2 % / 8 is 25.
	let near = [9_999, 10_000, 10_001, 10_001];
	assert_eq!(combine(&[&near[..], &[10_025]].concat()), Some(milli(10_001)));
	assert_eq!(combine(&[&[9_976][..], &near].concat()), Some(milli(10_000)));
	let without = combine(&near);
	assert_eq!(without, Some(Price::from_inner(100_005 * 10u128.pow(14))));
	assert_eq!(combine(&[&near[..], &[10_027]].concat()), without);
	// Three with deviations 30, 30 and 0: 133 is allowed.
	assert_eq!(combine(&[9_970, 10_000, 10_030]), Some(milli(10_000)));
	// Median 10,000, deviations 0, 20, 20, 60, 90: 88.956 is allowed and 90 is not.
	assert_eq!(combine(&[9_980, 10_000, 10_020, 10_060, 9_910]), Some(milli(10_010)));
	assert_eq!(combine(&[9_980, 10_000, 10_020, 10_060, 9_912]), Some(milli(10_000)));
	// Scattered as widely as they like, none counts beyond 2 %.
	assert_eq!(combine(&[9_000, 10_000, 11_000]), None);
	assert_eq!(combine(&[9_000, 9_900, 10_000, 10_100, 11_000]), Some(milli(10_000)));
	// Two that agree are enough, and one of two counts as little as the other.
	assert_eq!(combine(&[10_000, 10_200]), Some(milli(10_100)));
}

#[test]
fn the_venues_are_asked_once_a_round() {
	Node::new(&[2]).run(|net, pool| {
		work();
		assert_eq!((net.asked(), pool.batches().len()), (9, 1));
		// The same block again, a fork, a quick block: the same round.
		work();
		System::set_block_number(2);
		work();
		assert_eq!((net.asked(), pool.batches().len()), (9, 1));
		tick();
		work();
		assert_eq!((net.asked(), pool.batches().len()), (18, 2));
		assert_eq!(pool.batches()[1].round, current_round());
	});
}

#[test]
fn a_chain_that_begins_again_is_asked_for_again() {
	Node::new(&[2]).run(|net, _| {
		tick();
		work();
		Clock::set(START);
		work();
		assert_eq!(net.asked(), 18);
	});
}

#[test]
fn a_round_that_gave_nothing_is_not_tried_again() {
	let node = Node::new(&[2]);
	node.net.0.lock().unwrap().replies.clear();
	node.run(|net, pool| {
		work();
		work();
		assert_eq!((net.asked(), pool.batches().len()), (9, 0));
	});
}

#[test]
fn who_is_no_feeder_asks_nobody() {
	// No key at all, and a key that is not on the list.
	for keys in [&[][..], &[40]] {
		Node::new(keys).run(|net, pool| {
			work();
			assert_eq!((net.asked(), pool.batches().len()), (0, 0));
		});
	}
	let node = Node { builder: ExtBuilder::default().feeders(0), ..Node::new(&[0]) };
	node.run(|net, _| {
		work();
		assert_eq!(net.asked(), 0);
	});
}

#[test]
fn who_has_reported_asks_nobody() {
	Node::new(&[2]).run(|net, _| {
		report(2, &[(BTC, usd(60_000))]);
		work();
		assert_eq!(net.asked(), 0);
	});
	// Nor for a round that is finished, nor before there is a time.
	Node::new(&[2]).run(|net, _| {
		LastFinished::<Test>::put(Finished { round: current_round(), at: now() });
		work();
		Clock::set(0);
		LastFinished::<Test>::kill();
		work();
		assert_eq!(net.asked(), 0);
	});
}

#[test]
fn a_node_with_two_keys_reports_for_both_and_asks_once() {
	Node::new(&[3, 1]).run(|net, pool| {
		work();
		assert_eq!(net.asked(), 9);
		let feeders = pool.batches().iter().map(|batch| batch.feeder).collect::<Vec<_>>();
		assert_eq!(feeders, [1, 3]);
	});
}

#[test]
fn only_one_worker_runs_at_a_time() {
	Node::new(&[2]).run(|net, _| {
		// Another one's lock, good until later.
		let until = Timestamp::from_unix_millis(WALL + 1).encode();
		set_local(core::str::from_utf8(LOCK_KEY).unwrap(), &until);
		work();
		assert_eq!(net.asked(), 0);
		// One that died has lost it.
		let past = Timestamp::from_unix_millis(WALL - 1).encode();
		set_local(core::str::from_utf8(LOCK_KEY).unwrap(), &past);
		work();
		assert_eq!(net.asked(), 9);
		let held = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, LOCK_KEY);
		assert_eq!(held, None);
		let round = sp_io::offchain::local_storage_get(StorageKind::PERSISTENT, ROUND_KEY);
		assert_eq!(round, Some(current_round().encode()));
	});
}

#[test]
fn a_pool_that_refuses_harms_nothing() {
	let node = Node { pool: Pool { closed: true, ..Default::default() }, ..Node::new(&[2]) };
	node.run(|_, pool| {
		work();
		assert_eq!(pool.batches().len(), 0);
	});
}

#[test]
fn the_nodes_own_urls_come_first() {
	Node::new(&[2]).run(|net, _| {
		set_local(BASE_KEY, b"http://base");
		set_local(&format!("{URL_KEY}coinbase"), b"https://own/path");
		work();
		assert!(net.was_asked("http://base/kraken/0/public/Ticker?pair=XBTUSD"));
		assert!(net.was_asked("http://base/binance/api/v3/"));
		assert!(net.was_asked("http://base/deribit/api/v2/public/get_index_price"));
		assert!(net.was_asked("https://own/path/v2/prices/BTC-USD/spot"));
		assert!(!net.was_asked("http://127.0.0.1"));
	});
	// What is no URL does not count.
	Node::new(&[2]).run(|net, _| {
		set_local(BASE_KEY, b"file:///etc");
		set_local(&format!("{URL_KEY}kraken"), &[0xff; 40]);
		work();
		assert_eq!(net.asked(), 9);
		assert!(net.was_asked(KRAKEN));
	});
}

#[test]
fn an_exchange_without_a_url_is_left_out() {
	Node::new(&[2]).run(|net, pool| {
		Urls::<Test>::remove(Exchange::Coinbase);
		Urls::<Test>::remove(Exchange::Binance);
		work();
		assert_eq!(net.asked(), 5);
		// Kraken and Deribit agree on Bitcoin; Ether and USDT have one source left.
		assert_eq!(pool.prices(), [(BTC, milli(60_010_250)), (BTC_VOL, milli(615))]);
	});
}

#[test]
fn a_source_that_two_feeds_share_is_asked_once() {
	Node::new(&[2]).run(|net, pool| {
		let info = Feeds::<Test>::get(ETH).unwrap();
		Oracle::set_feed(RuntimeOrigin::root(), FeedId(60), info).unwrap();
		work();
		assert_eq!(net.asked(), 9);
		assert_eq!(pool.prices().last(), Some(&(FeedId(60), milli(3_000_500))));
	});
}

#[test]
fn many_sources_are_asked_in_turns() {
	Node::new(&[2]).run(|net, pool| {
		for n in 0..40u16 {
			let symbol = format!("S{n}");
			let mut info = feed_info();
			info.sources = vec![source(Venue::Kraken, &symbol)].try_into().unwrap();
			Oracle::set_feed(RuntimeOrigin::root(), FeedId(100 + n), info).unwrap();
			let mut script = net.0.lock().unwrap();
			script
				.replies
				.insert(format!("{KRAKEN}{symbol}"), kraken(&symbol, &format!("{}", n + 1)));
		}
		work();
		assert_eq!(net.asked(), 49);
		// Each answer went to its own question.
		let expected = (0..40).map(|n| (FeedId(100 + n), usd(u32::from(n) + 1)));
		assert_eq!(pool.prices()[4..], expected.collect::<Vec<_>>());
	});
}

#[test]
fn a_node_may_know_another_symbol() {
	Node::new(&[2]).run(|net, pool| {
		set_local(&format!("{SYMBOL_KEY}kraken::XBTUSD"), b"BTCUSD");
		set_local(&format!("{SYMBOL_KEY}coinbase::ETH-USD"), b"ETH-EUR");
		// Not a symbol, and not of this venue.
		set_local(&format!("{SYMBOL_KEY}kraken::ETHUSD"), b"ETH/USD");
		set_local(&format!("{SYMBOL_KEY}binance::USDTUSD"), b"NOPE");
		let mut script = net.0.lock().unwrap();
		script.replies.insert(format!("{KRAKEN}BTCUSD"), kraken("BTCUSD", "60000.00000"));
		script.replies.insert(format!("{COINBASE}ETH-EUR"), coinbase("ETH", "3001.00"));
		drop(script);
		work();
		assert!(
			net.was_asked(&format!("{KRAKEN}BTCUSD")) && net.was_asked(&format!("{KRAKEN}ETHUSD"))
		);
		assert!(!net.was_asked(&format!("{KRAKEN}XBTUSD")));
		assert_eq!(net.asked(), 9);
		// The answer must be about what was asked: dollars are not euros.
		let feeds = pool.prices().iter().map(|(feed, _)| *feed).collect::<Vec<_>>();
		assert_eq!(feeds, [BTC, USDT, BTC_VOL]);
		assert_eq!(pool.prices()[0], (BTC, milli(BTC_PRICE)));
	});
}

#[test]
fn a_node_signs_with_the_places_that_it_holds_and_no_other() {
	use straddle_traits::FeederKeys;
	Node::new(&[1, 3]).run(|_, _| {
		assert_eq!(<Oracle as FeederKeys<_>>::held(), [1, 3]);
		let signature = <Oracle as FeederKeys<_>>::sign(3, b"a message").unwrap();
		assert!(Oracle::verify(3, b"a message", &signature));
		assert!(<Oracle as FeederKeys<_>>::sign(2, b"a message").is_none());
		assert!(<Oracle as FeederKeys<_>>::sign(99, b"a message").is_none());
	});
}
