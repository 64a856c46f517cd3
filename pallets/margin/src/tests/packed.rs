// SPDX-License-Identifier: GPL-3.0-or-later

//! Positions and orders as they are stored.

use crate::{mock::*, *};
use proptest::prelude::*;

type Plain = Vec<(Series, Quantity)>;
type Stored = Vec<PackedExpiry<Compact<u128>>>;

/// One position as it is stored: strike, kind, quantity.
type One = (u128, Kind, u128);

fn positions(list: Plain) -> Positions {
	list.try_into().expect("sorted, without zeros, and not too many")
}

fn at(underlying: u16, expiry: Moment, strike: u64, kind: Kind) -> Series {
	Series { underlying: UnderlyingId(underlying), expiry, strike: Strike(strike), kind }
}

/// Bytes of a list of expiries of market 0, each with these series.
fn bytes(expiries: &[(u128, &[One])]) -> Vec<u8> {
	let one = |(strike, kind, amount): &One| PackedSeries {
		strike: Compact(*strike),
		kind: *kind,
		amount: Compact(*amount),
	};
	let expiry = |(expiry, series): &(u128, &[One])| PackedExpiry {
		underlying: UnderlyingId(0),
		expiry: Compact(*expiry),
		series: series.iter().map(one).collect(),
	};
	expiries.iter().map(expiry).collect::<Stored>().encode()
}

fn decode(bytes: &[u8]) -> Result<Plain, codec::Error> {
	let mut rest = bytes;
	let list = Positions::decode(&mut rest)?;
	assert!(rest.is_empty());
	Ok(list.into_inner())
}

fn number() -> impl Strategy<Value = u64> {
	let rounded = |digits: u64, zeros: u32| digits.saturating_mul(10_u64.pow(zeros));
	prop_oneof![
		3 => (0..100_000_u64, 0..20_u32).prop_map(move |(d, z)| rounded(d, z)),
		1 => any::<u64>(),
		1 => prop_oneof![Just(0), Just(u64::MAX), Just(10_000_000_000_000_000_000)],
	]
}

fn quantity() -> impl Strategy<Value = Quantity> {
	let signed = |n: u64, negative: bool| {
		let n = i64::try_from(n).unwrap_or(i64::MAX);
		if negative {
			-n
		} else {
			n
		}
	};
	prop_oneof![
		9 => (number(), any::<bool>()).prop_map(move |(n, negative)| signed(n, negative)),
		1 => Just(i64::MIN),
	]
}

fn any_series() -> impl Strategy<Value = Series> {
	let kind = prop_oneof![Just(Kind::Future), Just(Kind::Call), Just(Kind::Put)];
	let expiry = prop_oneof![3 => (0..4_u64).prop_map(|n| EXPIRY + n * DAY_MS), 1 => number()];
	let underlying = prop_oneof![3 => 0..3_u16, 1 => any::<u16>()];
	(underlying, expiry, number(), kind).prop_map(|(u, e, s, k)| at(u, e, s, k))
}

fn totals() -> impl Strategy<Value = OrderTotals> {
	let money = || prop_oneof![3 => 0..1_i128 << 60, 1 => any::<i128>()];
	(quantity(), quantity(), money(), money()).prop_map(|(buy, sell, buy_cost, sell_proceeds)| {
		OrderTotals { buy, sell, buy_cost, sell_proceeds }
	})
}

/// Orders of a series that mean nothing to the ledger.
fn series_orders() -> impl Strategy<Value = SeriesOrders> {
	let resting = prop::collection::btree_map(number(), (any::<bool>(), quantity()), 0..3);
	(totals(), resting).prop_map(|(totals, resting)| {
		let orders = SeriesOrders { totals, ..Default::default() };
		resting.into_iter().fold(orders, |orders, (id, (sells, price))| {
			orders.with(id, &resting_at(sells, price.into())).expect("each once")
		})
	})
}

fn resting_at(sells: bool, price: Cash) -> Place {
	Place { series: call(1), side: if sells { Side::Sell } else { Side::Buy }, price }
}

/// Sorted and without zeros, as the ledger keeps lists.
fn tidy<A: Default + PartialEq>(mut list: Vec<(Series, A)>) -> Vec<(Series, A)> {
	list.sort_by_key(|(series, _)| *series);
	list.dedup_by_key(|(series, _)| *series);
	list.retain(|(_, amount)| *amount != A::default());
	list
}

proptest! {
	#![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

	#[test]
	fn what_is_stored_is_what_is_read(
		held in prop::collection::vec((any_series(), quantity()), 0..80),
		resting in prop::collection::vec((any_series(), series_orders()), 0..32),
	) {
		let (held, resting) = (tidy(held), tidy(resting));
		let stored = positions(held.clone()).encode();
		prop_assert!(stored.len() <= Positions::max_encoded_len());
		prop_assert_eq!(decode(&stored), Ok(held.clone()));
		// The metadata says what is there.
		let described = Stored::decode(&mut &stored[..]).expect("as described");
		prop_assert_eq!(described.encode(), stored);
		prop_assert_eq!(described.iter().map(|expiry| expiry.series.len()).sum::<usize>(), held.len());

		let orders = Orders::try_from(resting.clone()).expect("tidy");
		let stored = orders.encode();
		prop_assert!(stored.len() <= Orders::max_encoded_len());
		prop_assert_eq!(Orders::decode(&mut &stored[..]).map(Orders::into_inner), Ok(resting));
		let described = Vec::<PackedExpiry<PackedOrders>>::decode(&mut &stored[..]);
		prop_assert_eq!(described.expect("as described").encode(), stored);
	}

	/// Whatever lies in storage is read as a tidy list or not at all.
	#[test]
	fn what_is_read_is_tidy(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
		if let Ok(list) = Positions::decode(&mut &bytes[..]) {
			let list = list.into_inner();
			prop_assert_eq!(tidy(list.clone()), list);
		}
	}
}

#[test]
fn numbers_are_stored_without_their_zeros() {
	// 60,500 USD, on 25 December 2026 at 8:00, −2.5 contracts.
	let series = at(0, 1_798_185_600_000, 6_050_000_000_000, Kind::Put);
	let stored = positions(vec![(series, -2_500_000)]).encode();
	let put = (605 * 16 + 10, Kind::Put, 2 * (25 * 16 + 5) + 1);
	assert_eq!(stored, bytes(&[(17_981_856 * 16 + 5, &[put])]));
	assert_eq!(stored.len(), 1 + 2 + 4 + 1 + 2 + 1 + 2);
}

/// A position took 27 bytes as it lies in memory: sixteen took 433.
#[test]
fn sixteen_positions_take_so_many_bytes() {
	let expiry = 1_798_185_600_000;
	let bytes = |series: &dyn Fn(u64) -> Series, quantity: &dyn Fn(i64) -> Quantity| {
		let list = (0..16).map(|n| (series(n), quantity(n as i64))).collect();
		positions(list).encode().len()
	};
	// Strikes on a grid, quarters of contracts, both signs.
	let quarters = |n| (n % 7 - 3) * CONTRACT / 4 + CONTRACT / 100;
	let strikes = |n| at(0, expiry, Strike::usd(90_000 + 500 * n).0, Kind::Call);
	let expiries = |n| at(0, expiry + n * DAY_MS, Strike::usd(90_000).0, Kind::Put);
	assert_eq!((bytes(&strikes, &quarters), bytes(&expiries, &quarters)), (86, 191));
	// Quantities to the last millionth, as of the parts of an account in auction; whole contracts.
	assert_eq!(bytes(&strikes, &|n| 12_345_679 + 2 * n), 120);
	assert_eq!(bytes(&strikes, &|n| CONTRACT + n * CONTRACT), 86);
}

#[test]
fn the_bounds_are_met_and_not_exceeded() {
	let far = |n: u64| at(u16::MAX, u64::MAX - 10 * (512 - n), u64::MAX, Kind::Put);
	let held = (0..u64::from(MAX_POSITIONS)).map(|n| (far(n), i64::MIN)).collect::<Plain>();
	let stored = positions(held.clone()).encode();
	assert_eq!(stored.len(), Positions::max_encoded_len());
	assert_eq!(decode(&stored), Ok(held));
	let totals = OrderTotals {
		buy: i64::MIN,
		sell: i64::MIN,
		buy_cost: i128::MIN,
		sell_proceeds: i128::MAX,
	};
	let most = SeriesOrders { totals, ..Default::default() };
	let place = resting_at(true, i64::MIN.into());
	let order = |n: u64| most.clone().with(u64::MAX - n, &place).expect("the first");
	let resting = (0..u64::from(MAX_ORDERS)).map(|n| (far(n), order(n))).collect::<Vec<_>>();
	let stored = Orders::try_from(resting.clone()).expect("tidy").encode();
	// The count of a series' orders takes two bytes only where one series has all of them.
	assert_eq!(stored.len(), Orders::max_encoded_len() - MAX_ORDERS as usize);
	assert_eq!(Orders::decode(&mut &stored[..]).map(Orders::into_inner), Ok(resting));
}

#[test]
fn orders_are_bounded_over_all_series() {
	let orders = |from: u64, to: u64| {
		(from..to).fold(SeriesOrders::default(), |orders, id| {
			orders.with(id, &resting_at(id % 2 == 0, -5)).expect("each once")
		})
	};
	let list = vec![(call(1), orders(0, 40)), (call(2), orders(40, 64))];
	let stored = Orders::try_from(list.clone()).expect("64 orders").encode();
	assert_eq!(Orders::decode(&mut &stored[..]).map(Orders::into_inner), Ok(list));
	let list = vec![(call(1), orders(0, 40)), (call(2), orders(40, 65))];
	assert!(Orders::try_from(list.clone()).is_err());
	let packed = |(series, orders): &(Series, SeriesOrders)| PackedSeries {
		strike: Compact(u128::from(series.strike.0) * 16),
		kind: series.kind,
		amount: orders.pack(),
	};
	let expiry = |series: Vec<_>| {
		let expiry =
			PackedExpiry { underlying: BTC, expiry: Compact(u128::from(EXPIRY) * 16), series };
		Orders::decode(&mut &vec![expiry].encode()[..]).is_ok()
	};
	assert!(!expiry(list.iter().map(packed).collect()));
	assert!(expiry(list[..1].iter().map(packed).collect()));
	// Numbers unsorted or twice.
	let mut twice = packed(&list[0]);
	twice.amount.resting[1].id = twice.amount.resting[0].id;
	assert!(!expiry(vec![twice]));
}

#[test]
fn a_resting_order_takes_so_many_bytes() {
	let totals = OrderTotals { buy: 2 * CONTRACT, buy_cost: 2_510 * USD, ..Default::default() };
	let place = resting_at(false, 1_255 * USD);
	let one = SeriesOrders { totals, ..Default::default() }.with(70_000_000, &place);
	let two = one.clone().and_then(|one| one.with(70_000_001, &place));
	let bytes = |orders: Option<SeriesOrders>| {
		let list = vec![(
			at(0, 1_798_185_600_000, Strike::usd(90_500).0, Kind::Call),
			orders.expect("rests"),
		)];
		Orders::try_from(list).expect("tidy").encode().len()
	};
	// It took 67 in the account and 44 in an item of its own.
	assert_eq!((bytes(one), bytes(two)), (30, 38));
}

#[test]
fn what_is_not_tidy_is_not_read() {
	let call = |strike: u128| (strike * 16, Kind::Call, 2 * 16);
	assert!(decode(&bytes(&[(16, &[call(1), call(2)]), (32, &[call(1)])])).is_ok());
	// Series unsorted, twice, or of nothing.
	assert!(decode(&bytes(&[(16, &[call(2), call(1)])])).is_err());
	assert!(decode(&bytes(&[(16, &[call(1), call(1)])])).is_err());
	assert!(decode(&bytes(&[(16, &[(16, Kind::Call, 0)])])).is_err());
	assert!(decode(&bytes(&[(16, &[(16, Kind::Call, 1)])])).is_err());
	// The same strike written in another way, kinds the wrong way round.
	assert!(
		decode(&bytes(&[(16, &[(16 + 1, Kind::Call, 32), (10 * 16, Kind::Call, 32)])])).is_err()
	);
	assert!(decode(&bytes(&[(16, &[(16, Kind::Put, 32), (16, Kind::Call, 32)])])).is_err());
	// Expiries unsorted, twice, or without series.
	assert!(decode(&bytes(&[(32, &[call(1)]), (16, &[call(1)])])).is_err());
	assert!(decode(&bytes(&[(16, &[call(1)]), (16, &[call(2)])])).is_err());
	assert!(decode(&bytes(&[(16, &[])])).is_err());
	// Numbers that do not fit: of 64 bits, and with a sign.
	let most = u128::from(u64::MAX) * 16;
	assert!(decode(&bytes(&[(most, &[(most, Kind::Call, 2 * (16 << 62))])])).is_ok());
	assert!(decode(&bytes(&[(most + 16, &[call(1)])])).is_err());
	assert!(decode(&bytes(&[(most + 1, &[call(1)])])).is_err());
	assert!(decode(&bytes(&[(16, &[(16, Kind::Call, 2 * (16 << 63))])])).is_err());
	assert!(decode(&bytes(&[(16, &[(16, Kind::Call, 2 * (16 << 63) + 1)])])).is_ok());
	// One too many, and a count of what is not there.
	let calls = |count: u128| (1..=count).map(call).collect::<Vec<_>>();
	assert!(decode(&bytes(&[(16, &calls(512))])).is_ok());
	assert!(decode(&bytes(&[(16, &calls(513))])).is_err());
	assert!(decode(&bytes(&[(16, &calls(300)), (32, &calls(213))])).is_err());
	assert!(decode(&u32::MAX.to_le_bytes()).is_err());
}

#[test]
fn only_a_tidy_list_can_be_kept() {
	let (a, b) = (call(1), call(2));
	let kept = |list: Plain| Positions::try_from(list).is_ok();
	assert!(kept(vec![]) && kept(vec![(a, 1), (b, -1)]));
	assert!(!kept(vec![(b, 1), (a, 1)]) && !kept(vec![(a, 1), (a, 1)]) && !kept(vec![(a, 0)]));
	let many = |count: u64| (1..=count).map(|strike| (call(strike), 1)).collect::<Plain>();
	assert!(kept(many(512)) && !kept(many(513)));
}

#[test]
fn the_metadata_describes_expiries() {
	let mut registry = scale_info::Registry::new();
	registry.register_type(&scale_info::meta_type::<MarginAccount>());
	let types = scale_info::PortableRegistry::from(registry).types;
	let named = |name: &str| {
		types.iter().any(|one| one.ty.path.segments.last().is_some_and(|last| last == name))
	};
	for name in
		["MarginAccount", "PackedExpiry", "PackedSeries", "PackedOrders", "PackedOrder", "Kind"]
	{
		assert!(named(name), "{name}");
	}
	assert!(!named("BySeries") && !named("Series"));
}
