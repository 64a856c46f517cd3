// SPDX-License-Identifier: GPL-3.0-or-later

//! Each invariant, broken by hand, is seen.

use crate::{mock::*, *};
use sp_core::Pair;
use sp_runtime::{Permill, TryRuntimeError};
use straddle_traits::Prices;

/// A chain with quotes, a waiting report, a fixed and an unfixed settlement, broken by `damage`.
fn sees(damage: impl FnOnce(), message: &'static str) {
	let builder = ExtBuilder::default().params(|params| {
		params.settlement_window_ms = 36_000;
		params.sample_max_ms = 12_000;
		params.settlement_cap_ms = 60_000;
	});
	builder.build().execute_with(|| {
		<Oracle as Prices>::watch_settlement(ETHER, START + 60_000).unwrap();
		<Oracle as Prices>::watch_settlement(ETHER, START + 86_400_000).unwrap();
		quote_for(12, ETH, usd(3_000));
		report(0, &[(BTC, usd(60_000))]);
		assert_eq!(<Oracle as Prices>::settlement(ETHER, START + 60_000), Some(usd(3_000)));
		Oracle::do_try_state().unwrap();
		damage();
		assert_eq!(Oracle::do_try_state(), Err(TryRuntimeError::Other(message)));
	});
}

fn change_quote(feed: FeedId, change: impl FnOnce(&mut Quote)) {
	Quotes::<Test>::mutate(feed, |quote| change(quote.as_mut().unwrap()));
}

#[test]
fn invariant_9_a_changed_settlement_is_seen() {
	let message = "price-oracle: invariant 9: a fixed settlement was changed";
	let set = |price, at| {
		let fixed = Settlement::Fixed { price, at, complete: true };
		Settlements::<Test>::insert(ETHER, START + 60_000, fixed);
	};
	sees(|| set(usd(3_000) + Price::from_inner(1), START + 60_000), message);
	sees(|| set(usd(3_000), START + 66_000), message);
	sees(|| Settlements::<Test>::remove(ETHER, START + 60_000), message);
	sees(
		|| {
			let fixed = Settlements::<Test>::take(ETHER, START + 60_000).unwrap();
			Settlements::<Test>::insert(BITCOIN, START + 60_000, fixed);
		},
		message,
	);
	sees(
		|| {
			let fixed = Settlement::Fixed { price: usd(1), at: START, complete: true };
			Settlements::<Test>::insert(BITCOIN, START + 6_000, fixed);
		},
		message,
	);
	sees(Seal::<Test>::kill, message);
}

#[test]
fn invariant_9_a_settlement_at_zero_or_watched_again_is_seen() {
	sees(
		|| {
			let fixed = Settlement::Fixed { price: usd(0), at: START, complete: true };
			Settlements::<Test>::insert(ETHER, START + 60_000, fixed);
		},
		"price-oracle: invariant 9: settled at zero",
	);
	sees(
		|| Watched::<Test>::mutate(|list| list.try_insert(0, (START + 60_000, ETHER)).unwrap()),
		"price-oracle: invariant 9: a fixed settlement is watched",
	);
}

#[test]
fn a_settlement_that_nobody_watches_is_seen() {
	sees(Watched::<Test>::kill, "price-oracle: an unfixed settlement is not watched");
	sees(
		|| Settlements::<Test>::remove(ETHER, START + 86_400_000),
		"price-oracle: a watched expiry has no settlement",
	);
	sees(
		|| {
			let list = vec![(START + 86_400_000, ETHER), (START + 1, ETHER)];
			Watched::<Test>::put(BoundedVec::truncate_from(list));
		},
		"price-oracle: watched expiries are not in order",
	);
}

#[test]
fn feeders_twice_are_seen() {
	sees(
		|| Feeders::<Test>::mutate(|list| list.try_push(list[0].clone()).unwrap()),
		"price-oracle: a feeder is listed twice",
	);
}

#[test]
fn reports_that_are_not_counted_are_seen() {
	let message = "price-oracle: reports and their counts differ";
	let list = |prices: &[(FeedId, Price)]| PriceList::truncate_from(prices.to_vec());
	let insert = |n: u8, prices| Reports::<Test>::insert(current_round(), pair(n).public(), prices);
	sees(|| insert(1, list(&[(BTC, usd(1))])), message);
	sees(Pending::<Test>::kill, message);
	sees(|| insert(0, list(&[])), "price-oracle: a report is empty");
	sees(
		|| insert(0, list(&[(ETH, usd(1)), (BTC, usd(1))])),
		"price-oracle: a report is not in order",
	);
	sees(
		|| {
			Pending::<Test>::mutate(|pending| {
				pending.get_mut(&current_round()).unwrap().looked = 2;
			});
		},
		"price-oracle: more reports were looked at than there are",
	);
	sees(
		|| LastFinished::<Test>::mutate(|last| last.as_mut().unwrap().round = current_round()),
		"price-oracle: reports wait for a round that is closed",
	);
}

#[test]
fn a_feed_that_is_not_valid_or_has_no_quote_is_seen() {
	let change = |feed, change: &dyn Fn(&mut FeedInfo)| {
		Feeds::<Test>::mutate(feed, |info| change(info.as_mut().unwrap()));
	};
	sees(|| change(BTC, &|info| info.min = usd(0)), "price-oracle: a feed is not valid");
	let count = |count: u32| {
		let key = Feeds::<Test>::counter_storage_final_key();
		frame_support::storage::unhashed::put(&key, &count);
	};
	sees(|| count(3), "price-oracle: feeds are miscounted");
	sees(|| Quotes::<Test>::remove(BTC), "price-oracle: a feed has no quote");
	sees(
		|| change(ETH, &|info| info.quote = Some(BTC)),
		"price-oracle: a feed's quote is not a plain feed",
	);
	sees(
		|| change_quote(BTC, |quote| quote.kind = FeedKind::Volatility),
		"price-oracle: a quote has another kind than its feed",
	);
	sees(
		|| Quotes::<Test>::insert(FeedId(9), Quote::default()),
		"price-oracle: a quote has no feed",
	);
	sees(
		|| Averages::<Test>::insert(FeedId(9), PriceHistory::default()),
		"price-oracle: an average has no feed",
	);
	sees(
		|| Averages::<Test>::mutate(ETH, |list| list.minutes.as_mut().reverse()),
		"price-oracle: minutes are not in order",
	);
}

#[test]
fn slow_prices_of_another_kind_are_seen() {
	let stable = |at| Stable { at, ..Default::default() };
	sees(
		|| Stables::<Test>::insert(BTC, stable(now())),
		"price-oracle: a stable price is kept for nothing",
	);
	sees(
		|| {
			change_quote(BTC, |quote| quote.stable = Some(usd(1)));
			Stables::<Test>::insert(BTC, stable(now() + 1));
		},
		"price-oracle: a stable price is from the future",
	);
	sees(
		|| change_quote(BTC, |quote| quote.stable = Some(usd(1))),
		"price-oracle: a feed has another slow price than it names",
	);
}

#[test]
fn times_that_went_back_are_seen() {
	sees(
		|| change_quote(ETH, |quote| quote.rounds.as_mut().reverse()),
		"price-oracle: times went back",
	);
	sees(
		|| change_quote(ETH, |quote| quote.rounds[0].at = now() + 1),
		"price-oracle: a price is from the future",
	);
	sees(
		|| change_quote(ETH, |quote| quote.rounds[0].price = usd(0)),
		"price-oracle: a price is zero",
	);
	sees(
		|| LastFinished::<Test>::mutate(|last| last.as_mut().unwrap().at = now() + 1),
		"price-oracle: a round was finished in the future",
	);
}

#[test]
fn underlyings_without_feeds_are_seen() {
	let set = |info| Underlyings::<Test>::insert(BITCOIN, info);
	let external = VolatilityPolicy::External;
	let none = VolatilityPolicy::None;
	sees(
		|| set(UnderlyingInfo { spot: BTC_VOL, volatility: none }),
		"price-oracle: an underlying has no price",
	);
	sees(
		|| set(UnderlyingInfo { spot: FeedId(9), volatility: none }),
		"price-oracle: an underlying has no price",
	);
	sees(
		|| set(UnderlyingInfo { spot: BTC, volatility: external(ETH) }),
		"price-oracle: an underlying has no volatility",
	);
}

#[test]
fn parameters_that_are_not_valid_are_seen() {
	sees(
		|| Parameters::<Test>::mutate(|params| params.outlier = Permill::zero()),
		"price-oracle: the parameters are not valid",
	);
}
