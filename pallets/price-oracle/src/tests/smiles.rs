// SPDX-License-Identifier: GPL-3.0-or-later

//! The off-chain worker against option books that a test writes: smiles.

use super::node::*;
use crate::{
	crypto::AuthoritySignature,
	mock::*,
	offchain::{
		book::{self, Listed},
		http,
		smiles::{fit_book, merge, repeat, Kept, Poor, Scene, HOLD_MS, SMILE_KEY},
		SURFACE_LOCK_KEY,
	},
	*,
};
use codec::{Decode, Encode};
use frame_support::dispatch::GetDispatchInfo;
use proptest::prelude::*;
use sp_core::{
	offchain::{StorageKind, Timestamp},
	Pair,
};
use sp_runtime::{
	traits::{Applyable, Checkable},
	transaction_validity::TransactionSource,
	FixedPointNumber, Permill,
};
use std::collections::BTreeMap;
use straddle_math::{binary::Q56, black76, svi::Slice, Kind};

const SMILES: FeedId = FeedId(9);
const DATES: [&str; 3] = ["17NOV23", "24NOV23", "29DEC23"];
/// Chain time of a surface round.
const SURFACE_ROUND: Moment = 60_000;

fn url() -> String {
	format!("{DERIBIT}get_book_summary_by_currency?currency=BTC&kind=option")
}

fn q(x: f64) -> Q56 {
	Q56::from_bits((x * (1u64 << 56) as f64) as i64)
}

fn real(x: Q56) -> f64 {
	x.bits() as f64 / (1u64 << 56) as f64
}

fn years(date: &str) -> f64 {
	(book::expiry(date).unwrap() - START) as f64 / black76::YEAR_MS as f64
}

/// The market's slice: 60 % at the money, skewed.
fn served(date: &str) -> Slice {
	let years = years(date);
	let (level, wide) = (0.36 * years, 0.6 * years.sqrt());
	Slice { a: q(0.5 * level), b: q(0.5 * level / wide), rho: q(-0.3), m: q(0.0), sigma: q(wide) }
}

#[derive(Clone, Debug)]
struct Quoted {
	date: String,
	strike: u64,
	call: bool,
	forward: f64,
	/// Percent points, two decimals as Deribit writes them.
	iv: f64,
	bid: Option<f64>,
	ask: Option<f64>,
	written: Moment,
}

impl Quoted {
	/// Bid and ask around the price that a volatility gives.
	fn quote(&mut self, iv: f64) {
		let kind = if self.call { Kind::Call } else { Kind::Put };
		let wad = |x: f64| (x * 1e18) as i128;
		let left = book::expiry(&self.date).unwrap() - WALL;
		let price = black76::price(kind, wad(self.forward), wad(self.strike as f64), wad(iv), left);
		let price = price.unwrap() as f64 / 1e18 / self.forward;
		self.iv = (iv * 1e4).round() / 1e2;
		self.bid = Some(price * 0.98).filter(|bid| *bid > 1e-5);
		self.ask = Some(price * 1.02 + 1e-5);
	}

	fn text(&self) -> String {
		let Self { date, strike, call, forward, iv, bid, ask, written } = self;
		let kind = if *call { 'C' } else { 'P' };
		let price =
			|x: &Option<f64>| x.map_or("null".to_string(), |x| format!("{:.6}", x.max(1e-6)));
		format!(
			r#"{{"instrument_name":"BTC-{date}-{strike}-{kind}","underlying_price":{forward:.4},
			"mark_iv":{iv:.2},"bid_price":{},"ask_price":{},"creation_timestamp":{written},
			"estimated_delivery_price":60000.0}}"#,
			price(bid),
			price(ask)
		)
	}
}

/// Puts and calls at 25 strikes within three deviations.
fn market(date: &str) -> Vec<Quoted> {
	let (forward, wide) = (60_000.0 * (1.0 + 0.05 * years(date)), 0.6 * years(date).sqrt());
	let mut all = vec![];
	for step in -12..=12 {
		let strike = (forward * (f64::from(step) * wide / 4.0).exp()).round();
		let k = (strike / forward).ln();
		let iv = (real(served(date).variance(q(k)).unwrap()) / years(date)).sqrt();
		for call in [true, false] {
			let mut quoted = Quoted {
				date: date.into(),
				strike: strike as u64,
				call,
				forward,
				iv: 0.0,
				bid: None,
				ask: None,
				written: WALL,
			};
			quoted.quote(iv);
			all.push(quoted);
		}
	}
	all
}

fn whole() -> Vec<Quoted> {
	DATES.iter().flat_map(|date| market(date)).collect()
}

fn text(quotes: &[Quoted]) -> String {
	let rows = quotes.iter().map(Quoted::text).collect::<Vec<_>>().join(",");
	format!(r#"{{"jsonrpc":"2.0","result":[{rows}]}}"#)
}

fn node(body: impl Into<String>) -> Node {
	let node = Node::new(&[2]);
	node.reply(&url(), Reply::ok(body));
	node
}

fn list() {
	let info = FeedInfo {
		description: b"BTC smiles".to_vec().try_into().unwrap(),
		kind: FeedKind::Surface,
		min: milli(50),
		max: usd(5),
		sources: vec![source(Venue::DeribitOptions, "BTC")].try_into().unwrap(),
		quote: None,
		slow: SlowPrice::Average,
	};
	Oracle::set_feed(RuntimeOrigin::root(), SMILES, info).unwrap();
}

/// A node with the surface listed, and this book to begin with.
fn with_surface(body: impl Into<String>, test: impl FnOnce(&Net, &Pool)) {
	node(body).run(|net, pool| {
		list();
		test(net, pool);
	});
}

fn set(net: &Net, reply: Reply) {
	net.0.lock().unwrap().replies.insert(url(), reply);
}

fn books_asked(net: &Net) -> usize {
	net.0.lock().unwrap().asked.iter().filter(|asked| **asked == url()).count()
}

/// Largest distance from the served volatility over its quotes.
fn worst(report: &SliceReport, date: &str) -> f64 {
	let at = |quoted: &Quoted| {
		let k = q((quoted.strike as f64 / quoted.forward).ln());
		let said = (real(report.slice().variance(k).unwrap()) / years(date)).sqrt();
		(said - (real(served(date).variance(k).unwrap()) / years(date)).sqrt()).abs()
	};
	market(date).iter().map(at).fold(0.0, f64::max)
}

fn last(pool: &Pool) -> SurfaceBatchOf<Test> {
	pool.surfaces().pop().unwrap()
}

/// The last batch says what the first one did, of the same volatility and with less confidence.
fn assert_repeated(pool: &Pool, first: &[SliceReport], age: Moment) {
	let batch = last(pool);
	assert_eq!(batch.round, Parameters::<Test>::get().surface_round(now()));
	assert_eq!(batch.slices.len(), first.len());
	for (now, then) in batch.slices.iter().zip(first) {
		assert_eq!((now.expiry, now.carry), (then.expiry, then.carry));
		let left = (then.expiry - START - age) as f64 / (then.expiry - START) as f64;
		for k in [-0.5, -0.1, 0.0, 0.05, 0.4] {
			let at = |report: &SliceReport| real(report.slice().variance(q(k)).unwrap());
			assert!((at(now) / at(then) / left - 1.0).abs() < 1e-9);
		}
		let parts = u64::from(then.confidence.deconstruct()) * (HOLD_MS - age) / HOLD_MS;
		assert_eq!(now.confidence, Permill::from_parts(parts as u32));
	}
}

#[test]
fn a_good_book_goes_from_the_venue_into_the_chain() {
	with_surface(text(&whole()), |net, pool| {
		work();
		// Prices as ever, without the surface, and smiles on their own.
		let feeds = pool.prices().iter().map(|(feed, _)| *feed).collect::<Vec<_>>();
		assert_eq!(feeds, [BTC, ETH, USDT, BTC_VOL]);
		assert_eq!((net.asked(), books_asked(net)), (10, 1));
		assert_eq!(net.0.lock().unwrap().deadline, WALL + 4_000);
		let batch = last(pool);
		let round = Parameters::<Test>::get().surface_round(now());
		assert_eq!((batch.feeder, batch.feed, batch.round), (2, SMILES, round));
		assert_eq!((batch.genesis, batch.at_block), (GENESIS, System::block_number()));
		assert_eq!(batch.slices.len(), 3);
		for (report, date) in batch.slices.iter().zip(DATES) {
			assert_eq!(report.expiry, book::expiry(date).unwrap());
			assert!(worst(report, date) < 0.001, "{date}: {}", worst(report, date));
			// Two decimals of a percent are lost in the quotes.
			assert!(report.confidence > Permill::from_parts(995_000), "{report:?}");
			// Nobody's own volatility: the spot is the venue's, 60,000.
			let carry = report.carry.into_inner() as f64 / 1e18;
			assert!((carry - 1.0 - 0.05 * years(date)).abs() < 1e-6);
		}
		let taken = pool.taken.lock().unwrap()[1].clone();
		let transaction = UncheckedExtrinsic::decode(&mut &taken[..]).unwrap();
		let info = transaction.get_dispatch_info();
		let context = frame_system::ChainContext::<Test>::default();
		let checked = transaction.check(&context).unwrap();
		checked.validate::<Test>(TransactionSource::External, &info, taken.len()).unwrap();
		checked.apply::<Test>(&info, taken.len()).unwrap().unwrap();
		let key = (SMILES, round);
		assert_eq!(SurfaceReports::<Test>::get(key, pair(2).public()), Some(batch.slices));
		// Whoever is in may not come again, and asks nobody.
		System::set_block_number(2);
		work();
		assert_eq!((pool.surfaces().len(), books_asked(net)), (1, 1));
	});
}

#[test]
fn carry_is_over_the_spot_that_the_worker_reads_itself() {
	with_surface(text(&whole()), |_, pool| {
		let other = UnderlyingInfo {
			spot: ETH,
			volatility: VolatilityPolicy::Proxy { feed: SMILES, beta: usd(1) },
		};
		let own = UnderlyingInfo { spot: BTC, volatility: VolatilityPolicy::External(SMILES) };
		let before = Underlyings::<Test>::iter().collect::<Vec<_>>();
		Underlyings::<Test>::insert(BITCOIN, other);
		Underlyings::<Test>::insert(ETHER, own);
		work();
		for (underlying, info) in before {
			Underlyings::<Test>::insert(underlying, info);
		}
		let (batch, quoted) = (last(pool), market(DATES[2]));
		let forward = Price::from_inner((quoted[0].forward * 1e4).round() as u128 * 10u128.pow(14));
		let expected =
			Price::checked_from_rational(forward.into_inner(), pool.prices()[0].1.into_inner());
		assert_eq!(batch.slices[2].carry, expected.unwrap());
	});
}

#[test]
fn books_are_asked_for_once_a_surface_round_and_in_its_first_half() {
	with_surface(text(&whole()), |net, pool| {
		work();
		System::set_block_number(2);
		work();
		for asked in [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2] {
			tick();
			work();
			assert_eq!((books_asked(net), pool.surfaces().len()), (asked, asked));
		}
		assert_eq!(pool.batches().len(), 12);
		assert_eq!(last(pool).round, Parameters::<Test>::get().surface_round(now()));
		// Too late for this one: not asked even for the first time.
		Clock::set(START + 2 * SURFACE_ROUND + SURFACE_ROUND / 2);
		work();
		assert_eq!(books_asked(net), 2);
		Clock::set(START + 3 * SURFACE_ROUND + SURFACE_ROUND / 2 - 1);
		work();
		assert_eq!(books_asked(net), 3);
	});
}

#[test]
fn who_need_not_report_asks_nobody() {
	// A feeder that has, a round that is finished, a worker that is at it, a key that is not on the list.
	with_surface(text(&whole()), |net, _| {
		let round = Parameters::<Test>::get().surface_round(now());
		SurfaceReports::<Test>::insert((SMILES, round), pair(2).public(), Slices::default());
		SurfacePending::<Test>::mutate(|pending| pending.try_insert((round, SMILES), 1).unwrap());
		work();
		assert_eq!(books_asked(net), 0);
		let _ = SurfaceReports::<Test>::clear(9, None);
		SurfacePending::<Test>::kill();
		Surfaces::<Test>::mutate(SMILES, |surface| surface.open = round + 1);
		tick();
		work();
		assert_eq!(books_asked(net), 0);
		Surfaces::<Test>::remove(SMILES);
		let until = Timestamp::from_unix_millis(WALL + 1).encode();
		set_local(core::str::from_utf8(SURFACE_LOCK_KEY).unwrap(), &until);
		tick();
		work();
		assert_eq!(books_asked(net), 0);
		sp_io::offchain::local_storage_clear(StorageKind::PERSISTENT, SURFACE_LOCK_KEY);
		tick();
		work();
		assert_eq!(books_asked(net), 1);
	});
	let stranger = Node { keys: vec![40], ..node(text(&whole())) };
	stranger.run(|net, _| {
		list();
		work();
		assert_eq!(net.asked(), 0);
	});
}

#[test]
fn two_keys_report_the_same_book() {
	let node = Node { keys: vec![3, 1], ..node(text(&whole())) };
	node.run(|net, pool| {
		list();
		work();
		let feeders = pool.surfaces().iter().map(|batch| batch.feeder).collect::<Vec<_>>();
		assert_eq!((feeders, books_asked(net)), (vec![1, 3], 1));
		assert_eq!(pool.surfaces()[0].slices, pool.surfaces()[1].slices);
	});
}

/// Whatever happens to a book, it gives no slice.
fn spoiled() -> Vec<(&'static str, Reply)> {
	let all = whole();
	let good = text(&all);
	let change = |change: &dyn Fn(usize, &mut Quoted)| {
		let mut all = whole();
		for (place, quoted) in all.iter_mut().enumerate() {
			change(place, quoted);
		}
		Reply::ok(text(&all))
	};
	let thin = all.iter().filter(|quoted| quoted.strike % 7 == 0).cloned().collect::<Vec<_>>();
	let one_side = all.iter().filter(|quoted| quoted.strike < 60_000).cloned().collect::<Vec<_>>();
	vec![
		("fails", Reply::Says(500, vec![])),
		("throttles", Reply::Says(429, vec![])),
		("hangs", Reply::Hangs),
		("stalls", Reply::Stalls),
		("breaks", Reply::Breaks),
		("refuses", Reply::Refuses),
		("truncated", Reply::ok(&good[..good.len() / 2])),
		("garbage", Reply::ok("<!DOCTYPE html>")),
		("empty", Reply::ok(r#"{"result":[]}"#)),
		("huge", Reply::ok(format!("{}{}", good, " ".repeat(1024 * 1024)))),
		("other", Reply::ok(good.replace("BTC-", "ETH-"))),
		("thin", Reply::ok(text(&thin))),
		("one side", Reply::ok(text(&one_side))),
		("crossed", change(&|_, quoted| core::mem::swap(&mut quoted.bid, &mut quoted.ask))),
		("no bids", change(&|_, quoted| quoted.bid = None)),
		("no asks", change(&|_, quoted| quoted.ask = None)),
		("marks apart from quotes", change(&|_, quoted| quoted.iv *= 2.0)),
		("out of bounds", change(&|_, quoted| quoted.quote(5.5))),
		("old", change(&|_, quoted| quoted.written -= 120_001)),
		("forward is half", change(&|_, quoted| quoted.forward *= 0.49)),
		(
			"every fourth strike bent",
			change(&|place, quoted| {
				if place / 2 % 3 == 0 {
					quoted.quote(quoted.iv / 100.0 * 5.0);
				}
			}),
		),
		(
			"scattered",
			change(&|place, quoted| {
				let odd = place / 2 % 2 == 0;
				quoted.quote(quoted.iv / 100.0 * if odd { 1.25 } else { 0.95 });
			}),
		),
	]
}

#[test]
fn a_book_that_gives_no_slice_is_no_report() {
	for (name, reply) in spoiled() {
		with_surface("", |net, pool| {
			set(net, reply);
			work();
			assert_eq!(pool.surfaces().len(), 0, "{name}");
			assert_eq!(pool.prices().len(), 4, "{name}");
		});
	}
}

#[test]
fn after_it_the_last_good_slices_are_said_with_less_confidence_and_then_nothing() {
	for (name, reply) in spoiled() {
		with_surface(text(&whole()), |net, pool| {
			work();
			let first = last(pool).slices;
			set(net, reply);
			for rounds in [1, 2, 15, 29] {
				Clock::set(START + rounds * SURFACE_ROUND);
				work();
				assert!(last(pool).round > pool.surfaces()[0].round, "{name}");
				assert_repeated(pool, &first, rounds * SURFACE_ROUND);
			}
			let count = pool.surfaces().len();
			for rounds in [30, 31, 500] {
				Clock::set(START + rounds * SURFACE_ROUND);
				work();
				assert_eq!(pool.surfaces().len(), count, "{name}");
			}
		});
	}
}

#[test]
fn one_spoiled_expiry_takes_nothing_from_the_others() {
	with_surface(text(&whole()), |net, pool| {
		work();
		let first = last(pool).slices;
		let mut all = whole();
		all.retain(|quoted| quoted.date != DATES[0]);
		for quoted in all.iter_mut().filter(|quoted| quoted.date == DATES[1]) {
			quoted.bid = None;
		}
		set(net, Reply::ok(text(&all)));
		Clock::set(START + SURFACE_ROUND);
		work();
		let confidence = last(pool).slices.iter().map(|slice| slice.confidence).collect::<Vec<_>>();
		assert_eq!(confidence.len(), 3);
		assert!(
			confidence[0] < Permill::from_percent(97) && confidence[1] < Permill::from_percent(97)
		);
		assert!(confidence[2] > Permill::from_percent(99));
		// It comes back as good as new.
		set(net, Reply::ok(text(&whole())));
		Clock::set(START + 2 * SURFACE_ROUND);
		work();
		let back = last(pool).slices;
		assert!(back.iter().all(|slice| slice.confidence > Permill::from_percent(99)));
		assert_eq!(back.len(), first.len());
	});
}

#[test]
fn one_strike_that_is_bent_is_left_out() {
	for place in 0..25 {
		let mut all = whole();
		for quoted in all.chunks_mut(2).skip(place).step_by(25).flatten() {
			quoted.quote(quoted.iv / 100.0 * 5.0);
		}
		with_surface(text(&all), |_, pool| {
			work();
			let slices = last(pool).slices;
			for (report, date) in slices.iter().zip(DATES) {
				assert!(worst(report, date) < 0.003, "{place} {date}: {}", worst(report, date));
			}
			assert_eq!(slices.len(), 3);
		});
	}
}

#[test]
fn a_megabyte_is_read_and_no_more() {
	let good = text(&whole());
	for (more, reports) in [(0, 1), (1, 0)] {
		let padding = " ".repeat(1024 * 1024 - good.len() + more);
		with_surface(format!("{good}{padding}"), |_, pool| {
			work();
			assert_eq!(pool.surfaces().len(), reports);
		});
	}
	assert_eq!((http::BOOK.bytes, http::PRICE.bytes), (1024 * 1024, 64 * 1024));
}

#[test]
fn what_a_node_remembers_may_be_anything() {
	with_surface("", |net, pool| {
		set_local(&format!("{SMILE_KEY}9"), &[0xff; 100]);
		work();
		assert_eq!(pool.surfaces().len(), 0);
		set(net, Reply::ok(text(&whole())));
		Clock::set(START + SURFACE_ROUND);
		work();
		assert_eq!(last(pool).slices.len(), 3);
		// A chain that begins again does not repeat what is not yet.
		set(net, Reply::Hangs);
		Clock::set(START);
		work();
		assert_eq!(pool.surfaces().len(), 1);
	});
}

fn info() -> FeedInfo {
	FeedInfo { min: milli(50), max: usd(5), kind: FeedKind::Surface, ..feed_info() }
}

fn scene(age: Moment) -> Scene {
	Scene { began: START + age, now: START + age, wall: WALL, spot: None }
}

fn read(quotes: &[Quoted]) -> Vec<Listed> {
	book::read("BTC", text(quotes).as_bytes()).unwrap()
}

fn only(quotes: &[Quoted], kept: &[Kept], scene: &Scene) -> Result<Kept, Poor> {
	let mut all = fit_book(&info(), &read(quotes), kept, scene);
	assert_eq!(all.len(), 1);
	all.pop_first().unwrap().1
}

#[test]
fn each_reason_has_its_name() {
	let good = market(DATES[0]);
	let with = |change: &dyn Fn(usize, &mut Quoted)| {
		let mut all = good.clone();
		for (place, quoted) in all.iter_mut().enumerate() {
			change(place / 2, quoted);
		}
		only(&all, &[], &scene(0)).map(|_| ())
	};
	assert_eq!(with(&|_, _| ()), Ok(()));
	assert_eq!(
		with(&|place, quoted| quoted.bid = quoted.bid.filter(|_| place < 5)),
		Err(Poor::FewPoints)
	);
	// Twelve puts and one call, and then two.
	let calls = |calls: usize| {
		with(&|place, quoted| quoted.bid = quoted.bid.filter(|_| place < 12 + calls))
	};
	assert_eq!((calls(1), calls(2)), (Err(Poor::FewPoints), Ok(())));
	let bent = |place: usize, quoted: &mut Quoted| {
		if place % 3 == 1 {
			quoted.quote(quoted.iv / 100.0 * 5.0);
		}
	};
	assert_eq!(with(&bent), Err(Poor::Ragged));
	assert_eq!(with(&|_, quoted| quoted.forward *= 0.49), Err(Poor::FewPoints));
	let scattered = |place: usize, quoted: &mut Quoted| {
		quoted.quote(quoted.iv / 100.0 * if place.is_multiple_of(2) { 1.25 } else { 0.95 });
	};
	assert_eq!(with(&scattered), Err(Poor::BadFit));
	let far = Scene { spot: Some(usd(20_000)), ..scene(0) };
	assert_eq!(only(&good, &[], &far), Err(Poor::Carry));
	let far = Scene { spot: Some(usd(0)), ..scene(0) };
	assert_eq!(only(&good, &[], &far), Err(Poor::Carry));
	let mut book = read(&good);
	for listed in &mut book {
		listed.index = None;
	}
	let made = fit_book(&info(), &book, &[], &scene(0)).pop_first().unwrap().1;
	assert_eq!(made, Err(Poor::NoSpot));
}

#[test]
fn a_jump_on_fewer_points_does_not_count() {
	let kept = only(&market(DATES[1]), &[], &scene(0)).unwrap();
	let moved = |factor: f64, points: usize| {
		let mut all = market(DATES[1]);
		for (place, quoted) in all.iter_mut().enumerate() {
			quoted.quote(quoted.iv / 100.0 * factor);
			if place / 2 % (25 / points) != 0 {
				quoted.bid = None;
			}
		}
		only(&all, std::slice::from_ref(&kept), &scene(SURFACE_ROUND)).map(|_| ())
	};
	assert_eq!((moved(1.6, 12), moved(0.6, 12)), (Err(Poor::Jump), Err(Poor::Jump)));
	assert_eq!((moved(1.4, 12), moved(0.72, 12)), (Ok(()), Ok(())));
	// On as many it is the market's.
	assert_eq!((moved(1.6, 25), moved(1.4, 25)), (Ok(()), Ok(())));
	// And what was last said is forgotten after its time.
	let mut all = market(DATES[1]);
	all.retain(|quoted| quoted.strike % 2 == 0);
	all.iter_mut().for_each(|quoted| quoted.quote(quoted.iv / 100.0 * 1.6));
	assert!(only(&all, &[kept], &scene(HOLD_MS)).is_ok());
}

#[test]
fn sixteen_expiries_and_none_that_is_near() {
	let made = only(&market(DATES[0]), &[], &scene(0)).unwrap();
	let expiring = |at: Moment| {
		let mut kept = made.clone();
		kept.report.expiry = at;
		kept.time = at - START;
		(at, kept)
	};
	let fresh = (1..=20).map(|n| expiring(START + n * 60_000 + 1)).collect::<BTreeMap<_, _>>();
	let (kept, slices) = merge(fresh, vec![], &scene(0));
	assert_eq!((kept.len(), slices.len()), (16, 16));
	assert!(slices.windows(2).all(|pair| pair[0].expiry < pair[1].expiry));
	assert_eq!(slices[0].expiry, START + 60_001);
	// A minute later the first one is a minute away, and the last ones have room.
	let (kept, slices) = merge(BTreeMap::new(), kept, &scene(SURFACE_ROUND));
	assert_eq!((kept.len(), slices[0].expiry), (15, START + 120_001));
	// The book's own: an expiry within a minute is not looked at.
	let near = Scene { now: book::expiry(DATES[0]).unwrap() - 60_000, ..scene(0) };
	let near = Scene { began: near.now, wall: near.now, ..near };
	assert!(fit_book(&info(), &read(&market(DATES[0])), &[], &near).is_empty());
}

proptest! {
	#[test]
	fn a_repeated_slice_keeps_the_rules(
		bits in (
			0..1i64 << 58, 0..2i64 << 56, -(1i64 << 56)..1 << 56, -(1i64 << 58)..1 << 58,
			1..1i64 << 58,
		),
		time in 120_000..100_000_000_000u64, part in 0.0..1.0f64, low in any::<bool>(),
	) {
		let (a, b, rho, m, sigma) = bits;
		let mut slice = Slice {
			a: Q56::from_bits(a), b: Q56::from_bits(b), rho: Q56::from_bits(rho),
			m: Q56::from_bits(m), sigma: Q56::from_bits(sigma),
		};
		if low {
			// On the edge: the lowest a that is allowed, found by halving.
			let (mut under, mut over) = (-(1i64 << 61), 1i64 << 58);
			while over - under > 1 {
				let middle = under + (over - under) / 2;
				slice.a = Q56::from_bits(middle);
				if slice.check().is_ok() { over = middle } else { under = middle }
			}
			slice.a = Q56::from_bits(over);
		}
		prop_assume!(slice.check().is_ok());
		let report = SliceReport::new(START + time, usd(1), &slice, Permill::one());
		let kept = Kept { report, made: START, time, points: 9 };
		let age = ((HOLD_MS.min(time) - 1) as f64 * part) as u64;
		let again = repeat(&kept, &scene(age)).unwrap();
		prop_assert!(again.slice().check().is_ok());
		prop_assert_eq!(repeat(&kept, &scene(0)).unwrap(), kept.report.clone());
		prop_assert_eq!(repeat(&kept, &scene(HOLD_MS)), None);
	}

	#[test]
	fn no_book_panics(
		rows in prop::collection::vec(
			(0..3usize, any::<bool>(), prop::array::uniform5(any::<u128>())),
			0..60,
		),
		cut in prop::collection::vec(0..128u32, 5), spot in any::<u128>(),
	) {
		let price = |inner: u128, place: usize| Price::from_inner(inner >> cut[place]);
		let book = rows
			.into_iter()
			.map(|(date, is_call, [strike, forward, volatility, bid, ask])| Listed {
				expiry: book::expiry(DATES[date]).unwrap(),
				strike: price(strike, 0),
				is_call,
				forward: price(forward, 1),
				volatility: price(volatility, 2),
				bid: Some(price(bid, 3)),
				ask: Some(price(ask, 4)),
				index: Some(price(spot, 0)),
				written: None,
			})
			.collect::<Vec<_>>();
		for made in fit_book(&info(), &book, &[], &scene(0)).into_values().flatten() {
			prop_assert!(made.report.is_sane(START));
		}
	}
}

#[test]
fn a_surface_is_signed_as_a_surface() {
	with_surface(text(&whole()), |_, pool| {
		work();
		let taken = pool.taken.lock().unwrap()[1].clone();
		let transaction = UncheckedExtrinsic::decode(&mut &taken[..]).unwrap();
		let RuntimeCall::Oracle(Call::report_surface { batch, signature }) = transaction.function
		else {
			panic!("not a surface")
		};
		let verifies = |payload: &[u8], signature: &AuthoritySignature| {
			sp_application_crypto::RuntimeAppPublic::verify(&pair(2).public(), &payload, signature)
		};
		assert!(verifies(&batch.payload(), &signature));
		assert!(!verifies(&batch.encode(), &signature));
	});
}
