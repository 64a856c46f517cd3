// SPDX-License-Identifier: GPL-3.0-or-later

//! What trades are charged follows from how large their accounts are (ADR 40).

use super::*;
use actions::Met;
use reopening::Pair;
use straddle_traits::{Work, MAX_DRIVERS};

/// A change of one number.
type Part<Of> = fn(&mut Of) -> &mut u32;

const PARTS: [Part<Work>; 11] = [
	|work| &mut work.valuations,
	|work| &mut work.underlyings,
	|work| &mut work.expiries,
	|work| &mut work.positions,
	|work| &mut work.orders,
	|work| &mut work.lots,
	|work| &mut work.new_underlyings,
	|work| &mut work.new_expiries,
	|work| &mut work.new_series,
	|work| &mut work.new_kinds,
	|work| &mut work.moved,
];

fn weigh(work: &Work) -> Weight {
	<Margin as Risk>::work_weight(work)
}

/// What an order met.
fn met(n: u8, side: Side, contracts: i64, usd: i128, kind: TimeInForce) -> Met {
	let (mut met, quantity) = (Met::default(), contracts * CONTRACT);
	let place = Place { series: call(), side, price: usd * USD };
	let order = NewOrder {
		account: id(n),
		place,
		quantity,
		time_in_force: kind,
		reduce_only: false,
		client: None,
	};
	assert_ok!(Options::do_place_order(&owner(n), order, &mut met));
	met
}

/// Let an account have enough for whatever it does.
fn enrich(n: u8) {
	let cash = 1_000_000 * USD;
	let entry = Entry::new(id(n), Rule::Credit).cash(cash);
	let deposit = Journal { cash_in: cash, ..Journal::of(vec![entry]) };
	assert_ok!(<Margin as Ledger<AccountId32>>::book(deposit));
}

/// Positions of 1 in these series, with 2 on their other side.
fn give(all: impl Iterator<Item = Series>) {
	let (mut own, mut other) = (Entry::new(id(1), Rule::Forced), Entry::new(id(2), Rule::Forced));
	for series in all {
		if series.underlying != U {
			MockPrices::set_spot(series.underlying, Price::from_u32(1_000));
			MockPrices::set_volatility(series.underlying, FixedU128::from_rational(1, 2));
		}
		own.positions.push((series, CONTRACT / 1_000));
		other.positions.push((series, -CONTRACT / 1_000));
	}
	own.positions.sort_unstable();
	other.positions.sort_unstable();
	assert_ok!(<Margin as Ledger<AccountId32>>::book(Journal::of(vec![own, other])));
}

/// In other underlyings, other expiries of them and more strikes.
fn others(underlyings: u64, expiries: u64, strikes: u64) -> impl Iterator<Item = Series> {
	let of = move |n| {
		let (underlying, n) = (n % underlyings, n / underlyings);
		let (expiry, strike) = (EXPIRY + n % expiries * DAY_MS, 900 + n / expiries);
		let underlying = UnderlyingId(U.0 + 1 + underlying as u16);
		Series { underlying, expiry, strike: Strike::usd(strike), kind: Kind::Call }
	};
	(0..underlyings * expiries * strikes).map(of)
}

/// What 1 is charged who buys a contract of 2.
fn bought(held: impl Iterator<Item = Series>) -> (Met, Weight) {
	let mut result = None;
	build().execute_with(|| {
		give(held);
		[1, 2].into_iter().for_each(enrich);
		assert_ok!(order(2, call(), Sell, 1, 80, GoodTilCancelled));
		let origin = RuntimeOrigin::signed(owner(1));
		let price = 80 * USD;
		let charged = frame_support::hypothetically!({
			Options::place_order(origin, id(1), call(), Buy, CONTRACT, price, FillOrKill, false)
				.unwrap()
				.actual_weight
		});
		result = Some((met(1, Buy, 1, 80, FillOrKill), charged.unwrap()));
		assert_sound();
	});
	result.unwrap()
}

#[test]
fn what_is_valued_is_counted_by_account_and_prices_once() {
	let (met, charged) = bought(others(2, 3, 4));
	let expected = Work {
		// Both are sound, so each is valued once.
		valuations: 2,
		underlyings: 2 * 3,
		expiries: 2 * 7,
		positions: 2 * 25,
		new_underlyings: 3,
		new_expiries: 7,
		new_series: 25,
		..Default::default()
	};
	assert_eq!(met.work, expected);
	assert_eq!((met.matches, met.rested), (1, false));
	assert_eq!(charged, costs::place_weight::<Chain>(&met));
}

#[test]
fn a_trade_is_charged_by_how_large_its_accounts_are() {
	let least = bought(others(0, 0, 0)).1;
	let in_one = bought(others(1, 1, 16)).1;
	let in_expiries = bought(others(1, 16, 1)).1;
	let in_underlyings = bought(others(16, 1, 1)).1;
	let more = bought(others(16, 1, 2)).1;
	let most = costs::most_place_weight::<Chain>();
	let all = [least, in_one, in_expiries, in_underlyings, more, most];
	assert!(all.is_sorted_by_key(|weight| weight.ref_time()), "{all:?}");
	assert!(all.iter().all(|weight| weight.all_lte(most)));
	// By all kinds of lots that there may be, and prices of which nothing is known, it was 12 ms and more.
	assert!(in_one.ref_time() < 6_000_000_000, "{in_one}");
}

#[test]
fn an_order_that_meets_many_is_charged_for_all_of_them() {
	build().execute_with(|| {
		give(others(1, 2, 4));
		(1..=4).for_each(enrich);
		for n in 0..2 * MAX_MATCHES {
			assert_ok!(order(2 + (n % 3) as u8, call(), Sell, 1, 80, GoodTilCancelled));
		}
		let many = met(1, Buy, 2 * i64::from(MAX_MATCHES), 80, GoodTilCancelled);
		assert_eq!((many.matches, many.work.valuations), (MAX_MATCHES, 2 * MAX_MATCHES));
		// What they learn of prices is the same as for one.
		assert_eq!((many.work.new_series, many.work.new_expiries), (9, 3));
		let charged = costs::place_weight::<Chain>(&many);
		let one = Met { matches: 1, ..many };
		assert!(charged.any_gt(costs::place_weight::<Chain>(&one)));
		assert!(charged.all_lte(costs::most_place_weight::<Chain>()));
	});
}

#[test]
fn who_is_refused_pays_for_what_was_valued() {
	build().execute_with(|| {
		assert_ok!(order(2, call(), Sell, 1, 80, GoodTilCancelled));
		let bad = Entry::new(id(1), Rule::Forced).cash(-999 * USD);
		let journal = Journal::of(vec![bad]).pot(Pot::Treasury, 999 * USD);
		assert_ok!(<Margin as Ledger<AccountId32>>::book(journal));
		let origin = RuntimeOrigin::signed(owner(1));
		let (quantity, price) = (CONTRACT, 80 * USD);
		let refused =
			Options::place_order(origin, id(1), call(), Buy, quantity, price, FillOrKill, false)
				.unwrap_err();
		let charged = refused.post_info.actual_weight.unwrap();
		let work = Work {
			valuations: 1,
			new_underlyings: 1,
			new_expiries: 1,
			new_series: 1,
			..Work::default()
		};
		let least = Met { refused: true, work, ..Met::default() };
		assert!(costs::place_weight::<Chain>(&least).all_lte(charged));
		assert!(charged.all_lte(costs::most_place_weight::<Chain>()));
	});
}

#[test]
fn a_pair_in_an_auction_is_charged_by_how_large_its_accounts_are() {
	let charged = |underlyings, expiries, strikes| {
		build().execute_with(|| {
			give(others(underlyings, expiries, strikes));
			[1, 2].into_iter().for_each(enrich);
			Markets::<Chain>::mutate_extant(U, |market| market.state = MarketState::Halted);
			let stage = Stage::Call { until: 0 };
			Reopenings::<Chain>::insert(U, Reopening { to: MarketState::Open, stage });
			for (n, side) in [(1, Buy), (2, Sell)] {
				assert_ok!(order(n, call(), side, 1, 80, GoodTilCancelled));
			}
			let mut meter = WeightMeter::new();
			reopening::advance::<Chain>(U, &mut meter);
			assert!(!Reopenings::<Chain>::contains_key(U));
			assert_eq!(<Margin as Ledger<AccountId32>>::position(&id(1), &call()).0, CONTRACT);
			assert_sound();
			meter.consumed()
		})
	};
	let beyond = Work {
		underlyings: 2 * 2,
		expiries: 2 * 6,
		positions: 2 * 24,
		new_underlyings: 2,
		new_expiries: 6,
		new_series: 24,
		..Work::default()
	};
	// Whatever is taken off of a pair is in the work of the smallest accounts.
	assert_eq!(charged(2, 3, 4), charged(0, 0, 0) + weigh(&beyond));
	let step = |tried, dropped| costs::pair_weight::<Chain>(&Pair { tried, dropped }, &beyond);
	let weights = [step(0, true), step(1, true), step(2, false), step(2, true)];
	assert!(weights.iter().all(|weight| weight.all_lte(costs::most_pair_weight::<Chain>())));
	assert!(weights.is_sorted_by_key(|weight| weight.ref_time()), "{weights:?}");
}

#[test]
fn weights_of_work_grow_with_each_part_and_are_sums() {
	let mut work = Work::default();
	for (n, part) in PARTS.iter().enumerate() {
		let before = work;
		*part(&mut work) += 3 + n as u32;
		assert!(weigh(&before).all_lte(weigh(&work)), "part {n}");
		let more = Work { moved: 5, positions: 7, underlyings: 2, ..Work::default() };
		assert_eq!(weigh(&work.plus(&more)), weigh(&work) + weigh(&more), "part {n}");
		let (small, large) =
			(Met { work: before, ..Met::default() }, Met { work, ..Met::default() });
		let weights = [small, large].map(|met| costs::place_weight::<Chain>(&met));
		assert!(weights[0].all_lte(weights[1]), "part {n}");
		let weights = [before, work].map(|work| {
			costs::settle_weight::<Chain>(3, &intents::Met { legs: 5, work, ..Default::default() })
		});
		assert!(weights[0].all_lte(weights[1]), "part {n}");
	}
}

#[test]
fn an_order_grows_with_all_that_it_meets() {
	let work = costs::most_work(2, 40, 1);
	let first = Met { work, ..Met::default() };
	let more: [fn(&mut Met); 6] = [
		|met| met.matches += 1,
		|met| met.skips += 1,
		|met| met.quotes += 1,
		|met| met.evicted = 1,
		|met| met.refused = true,
		|met| met.rested = true,
	];
	for (nth, more) in more.into_iter().enumerate() {
		let mut met = first;
		more(&mut met);
		let [before, after] = [first, met].map(|met| costs::place_weight::<Chain>(&met));
		// What a trade's own weight has of valuations is less than it.
		assert!(before.all_lte(after), "{nth}: {before} of {after}");
	}
}

#[test]
fn nothing_is_charged_more_than_is_declared() {
	let declared = costs::most_place_weight::<Chain>();
	let (last, mut work) = (costs::most_work(2, 6, 3), Work::default());
	let step = Work { valuations: 2, positions: 99, orders: 9, new_series: 50, ..Work::default() };
	while weigh(&work.plus(&step)).all_lt(costs::MAX_VALUED) {
		work = work.plus(&step);
	}
	assert!(work.valuations > 4);
	for work in [Work::default(), work, work.plus(&last)] {
		for most in [Met::default(), Met::most(), Met { rested: false, ..Met::most() }] {
			let charged = costs::place_weight::<Chain>(&Met { work, ..most });
			assert!(charged.all_lte(declared), "{charged} of {declared}");
		}
	}
	for intents in 2..=intents::MAX_INTENTS {
		let any = costs::any_settle_weight::<Chain>(intents);
		for (legs, give) in [(intents, 0), (intents, intents), (intents * intents::MAX_LEGS, 0)] {
			let most = costs::most_settle_weight::<Chain>(intents, legs, give);
			assert!(most.all_lte(any));
			let all = costs::most_work(intents, 2 * (intents + give), intents);
			let within = Work {
				expiries: 2 * MAX_SET_SERIES,
				positions: 2 * MAX_SET_SERIES,
				new_series: MAX_SET_SERIES,
				..all
			};
			let work = all.at_most(&within);
			let met = intents::Met { legs, work, ..Default::default() };
			let charged = costs::settle_weight::<Chain>(intents, &met);
			assert!(charged.all_lte(most), "{intents}, {legs}, {give}: {charged} of {most}");
		}
	}
}

#[test]
fn the_largest_account_is_as_large_as_the_ledger_lets_it_be() {
	let most = costs::most_work(1, 1, 1);
	assert_eq!((most.lots, most.new_kinds), (MAX_LOTS, MAX_LOTS));
	assert_eq!(most.moved, MAX_DRIVERS + 2);
	assert_eq!(most.positions + most.orders, pallet_margin::MAX_SERIES);
}
