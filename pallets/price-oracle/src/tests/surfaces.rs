// SPDX-License-Identifier: GPL-3.0-or-later

//! From slices to surfaces, and what a surface says of a series.

use crate::{crypto::AuthoritySignature, mock::*, surface::Around, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Authorize, Hooks},
	weights::WeightMeter,
};
use proptest::prelude::*;
use sp_core::Pair;
use sp_runtime::Permill;
use straddle_math::{binary::Q56, black76::YEAR_MS, svi::Slice};

const SMILE: FeedId = FeedId(5);
const WEEK: Moment = 7 * DAY_MS;

fn q(x: f64) -> Q56 {
	Q56::from_bits((x * (1u64 << 56) as f64) as i64)
}

fn years(ms: Moment) -> f64 {
	ms as f64 / YEAR_MS as f64
}

fn price(x: f64) -> Price {
	Price::from_inner((x * 1e18) as u128)
}

/// A slice as a list of numbers: a, b, rho, m, sigma.
fn report_of(expiry: Moment, carry: f64, parts: [f64; 5]) -> SliceReport {
	let [a, b, rho, m, sigma] = parts.map(q);
	let slice = Slice { a, b, rho, m, sigma };
	SliceReport::new(expiry, price(carry), &slice, Permill::one())
}

/// The same volatility at every strike.
fn flat(expiry: Moment, volatility: f64) -> SliceReport {
	let variance = volatility * volatility * years(expiry - began());
	report_of(expiry, 1.0, [variance, 0.0, 0.0, 0.0, 0.1])
}

/// A skewed smile of about 60 % over so much time.
fn skewed(expiry: Moment, level: f64) -> SliceReport {
	let t = years(expiry - began());
	let root = t.sqrt();
	report_of(
		expiry,
		1.0 + 0.05 * t,
		[0.25 * level * level * t, 0.12 * root, -0.3, 0.02 * root, 0.4 * root],
	)
}

fn params() -> Params {
	Parameters::<Test>::get()
}

fn round() -> u64 {
	params().surface_round(now())
}

fn began() -> Moment {
	params().surface_began(round())
}

/// The feed of the market, and Bitcoin priced by it.
fn list() {
	let info = FeedInfo {
		kind: FeedKind::Surface,
		min: milli(50),
		max: usd(5),
		sources: vec![source(Venue::DeribitOptions, "BTC")].try_into().unwrap(),
		..feed_info()
	};
	assert_ok!(Oracle::do_set_feed(SMILE, info));
	// Round numbers serve better here.
	let cheap = Feeds::<Test>::get(BTC).map(|info| FeedInfo { min: milli(1), ..info }).unwrap();
	assert_ok!(Oracle::do_set_feed(BTC, cheap));
	let volatility = VolatilityPolicy::External(SMILE);
	assert_ok!(Oracle::do_set_underlying(BITCOIN, UnderlyingInfo { spot: BTC, volatility }));
}

/// To the beginning of the next surface round; a price is quoted on the way.
fn next_round() {
	let next = params().surface_began(round() + 1);
	quote(&[(BTC, usd(100)), (ETH, usd(100))]);
	advance(next - now());
}

fn surface_batch(n: u8, slices: &[SliceReport]) -> SurfaceBatchOf<Test> {
	SurfaceBatch {
		feeder: n.into(),
		genesis: GENESIS,
		feed: SMILE,
		round: round(),
		at_block: System::block_number(),
		slices: slices.to_vec().try_into().unwrap(),
	}
}

fn dispatch_surface(batch: SurfaceBatchOf<Test>) -> DispatchResult {
	let signature = AuthoritySignature::from(sp_core::sr25519::Signature::from_raw([0; 64]));
	Oracle::report_surface(frame_system::RawOrigin::Authorized.into(), batch, signature)
}

/// Each feeder says its own, and the next block makes a surface of it. Prices are quoted so that the spot is
/// fresh.
fn say_each(slices: &[Vec<SliceReport>]) {
	for (n, slices) in slices.iter().enumerate() {
		assert_ok!(dispatch_surface(surface_batch(n as u8, slices)));
	}
	quote(&[(BTC, usd(100)), (ETH, usd(100))]);
}

fn say(slices: &[SliceReport]) {
	say_each(&vec![slices.to_vec(); Feeders::<Test>::get().len()]);
}

fn row(expiry: Moment) -> Row {
	let rows = Surfaces::<Test>::get(SMILE).rows;
	rows.into_iter().find(|row| row.expiry == expiry).expect("there is a row")
}

fn series(expiry: Moment, strike: u64, kind: Kind) -> Series {
	Series { underlying: BITCOIN, expiry, strike: Strike::usd(strike), kind }
}

fn volatility(expiry: Moment, strike: u64) -> Reading {
	Oracle::volatility(series(expiry, strike, Kind::Call), Lens::Latest)
}

fn near(reading: Reading, wanted: f64, room: f64) {
	let is = reading.price.into_inner() as f64 / 1e18;
	assert!((is - wanted).abs() <= room, "{is}, not {wanted}");
}

fn test(then: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		list();
		next_round();
		System::reset_events();
		then();
	});
}

#[test]
fn what_a_quorum_says_becomes_a_row() {
	test(|| {
		let (first, second) = (now() + WEEK, now() + 4 * WEEK);
		let at = now() + ROUND;
		say_each(&[
			vec![flat(first, 0.60), flat(second, 0.7)],
			vec![flat(first, 0.61), flat(second, 0.7)],
			vec![flat(first, 0.62)],
			vec![flat(first, 0.63)],
		]);
		// Two of four are no quorum.
		let rows = Surfaces::<Test>::get(SMILE).rows;
		assert_eq!(rows.len(), 1);
		let row = row(first);
		assert_eq!((row.at, row.began, row.count, row.feeders), (at, at - ROUND, 4, 4));
		assert!(row.vols.iter().all(|vol| vol.abs_diff(615_000) <= 1), "{:?}", row.vols);
		// Half of .01 between the two in the middle.
		assert!(row.spread.abs_diff(8_131) <= 1, "{}", row.spread);
		assert_eq!(row.carry, usd(1));
		let finished =
			Event::SurfaceFinished { feed: SMILE, round: round(), reports: 4, expiries: 1 };
		assert!(oracle_events().contains(&finished));
		assert!(SurfaceReports::<Test>::iter().next().is_none());
		assert!(SurfacePending::<Test>::get().is_empty());
		near(volatility(first, 90), 0.615, 2e-6);
		assert_eq!(volatility(first, 90).state, PriceState::Valid);
	});
}

#[test]
fn a_surface_waits_for_everybody_or_for_half_of_its_round() {
	test(|| {
		let expiry = now() + WEEK;
		let over = params().surface_over(round());
		for n in 0..3 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		while now() + ROUND < over {
			tick();
			assert!(Surfaces::<Test>::get(SMILE).rows.is_empty());
		}
		tick();
		assert_eq!(row(expiry).count, 3);
		// The price's time is when its round was over, whenever the block came.
		assert_eq!(row(expiry).at, over);
		assert_noop!(
			dispatch_surface(surface_batch(3, &[flat(expiry, 0.6)])),
			Error::<Test>::Batch(BatchFault::RoundClosed)
		);
	});
}

#[test]
fn what_the_block_cannot_pay_for_waits() {
	test(|| {
		let expiry = now() + WEEK;
		for n in 0..4 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		let base = <() as crate::weights::WeightInfo>::poll_base();
		Oracle::on_poll(1, &mut WeightMeter::with_limit(base.saturating_mul(2)));
		assert_eq!(SurfacePending::<Test>::get().len(), 1);
		Oracle::on_poll(1, &mut WeightMeter::new());
		assert!(SurfacePending::<Test>::get().is_empty());
		assert_eq!(row(expiry).count, 4);
	});
}

#[test]
fn every_fault_of_a_batch_has_its_name() {
	test(|| {
		let expiry = now() + WEEK;
		let good = surface_batch(0, &[flat(expiry, 0.6), flat(expiry + WEEK, 0.6)]);
		let refused = |change: &dyn Fn(&mut SurfaceBatchOf<Test>), fault| {
			let mut batch = good.clone();
			change(&mut batch);
			assert_noop!(dispatch_surface(batch.clone()), Error::<Test>::Batch(fault));
			let call = Call::<Test>::report_surface { signature: sign_surface(0, &batch), batch };
			let said = call.authorize(TransactionSource::External).unwrap();
			assert_eq!(said.unwrap_err(), InvalidTransaction::from(fault).into());
		};
		refused(&|batch| batch.feeder = 4, BatchFault::NotAFeeder);
		refused(&|batch| batch.genesis = Default::default(), BatchFault::OtherChain);
		refused(&|batch| batch.round += 1, BatchFault::RoundAhead);
		refused(&|batch| batch.round -= 1, BatchFault::RoundClosed);
		refused(&|batch| batch.at_block += 1, BatchFault::BlockAhead);
		refused(&|batch| batch.slices = Default::default(), BatchFault::Order);
		refused(&|batch| batch.slices.as_mut().reverse(), BatchFault::Order);
		refused(&|batch| batch.feed = BTC, BatchFault::NotASurface);
		refused(&|batch| batch.feed = FeedId(99), BatchFault::NotASurface);
		SurfacePending::<Test>::mutate(|pending| {
			for n in 0..MAX_SURFACES_PENDING {
				pending.try_insert((round() + 1 + u64::from(n), SMILE), 1).unwrap();
			}
		});
		refused(&|_| {}, BatchFault::Backlog);
		SurfacePending::<Test>::kill();
		assert_ok!(dispatch_surface(good.clone()));
		refused(&|_| {}, BatchFault::Reported);
		System::set_block_number(System::block_number() + u64::from(BATCH_BLOCKS) + 1);
		refused(&|batch| batch.feeder = 1, BatchFault::BlockPast);
	});
}

fn sign_surface(n: u8, batch: &SurfaceBatchOf<Test>) -> AuthoritySignature {
	pair(n).sign(&batch.payload())
}

#[test]
fn only_the_feeders_own_signature_counts() {
	test(|| {
		let batch = surface_batch(0, &[flat(now() + WEEK, 0.6)]);
		let authorize = |batch: &SurfaceBatchOf<Test>, signature| {
			let call = Call::<Test>::report_surface { batch: batch.clone(), signature };
			call.authorize(TransactionSource::External).unwrap()
		};
		let (valid, _) = authorize(&batch, sign_surface(0, &batch)).unwrap();
		assert_eq!(valid.priority, BATCH_PRIORITY);
		assert!(valid.propagate);
		let bad = InvalidTransaction::BadProof.into();
		assert_eq!(authorize(&batch, sign_surface(1, &batch)).unwrap_err(), bad);
		let mut changed = batch.clone();
		changed.slices[0].carry = price(1.5);
		assert_eq!(authorize(&changed, sign_surface(0, &batch)).unwrap_err(), bad);
	});
}

#[test]
fn slices_that_make_no_sense_do_not_count() {
	test(|| {
		let expiry = now() + WEEK;
		let good = flat(expiry, 0.6);
		let spoilt: [&dyn Fn(&mut SliceReport); 6] = [
			&|slice| slice.carry = price(0.499),
			&|slice| slice.carry = price(2.001),
			&|slice| slice.confidence = Permill::zero(),
			// Steeper than 2.
			&|slice| slice.smile[1] = 3 << 56,
			// Below 5 % and above 500 %, the feed's bounds.
			&|slice| slice.smile[0] = q(0.049 * 0.049 * years(WEEK)).bits(),
			&|slice| slice.smile[0] = q(5.01 * 5.01 * years(WEEK)).bits(),
		];
		for change in spoilt {
			let mut bad = good.clone();
			change(&mut bad);
			let mut each = vec![vec![good.clone()]; 3];
			each.push(vec![bad.clone()]);
			say_each(&each);
			assert_eq!(row(expiry).count, 3, "{bad:?}");
			// Two of them leave no quorum: the row stays what it was.
			next_round();
			let before = row(expiry);
			say_each(&[vec![good.clone()], vec![good.clone()], vec![bad.clone()], vec![bad]]);
			assert_eq!(row(expiry), before);
			next_round();
		}
		// Within a minute of the beginning there is nothing to say, nor beyond ten years.
		let far = began() + 10 * YEAR_MS;
		say(&[flat(began() + MINUTE_MS - 1, 0.6), flat(far + 1, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 1);
		next_round();
		say(&[flat(began() + MINUTE_MS, 0.6), flat(began() + 10 * YEAR_MS, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 3);
	});
}

#[test]
fn a_surface_is_bounded_by_what_it_can_keep() {
	test(|| {
		let info = Feeds::<Test>::get(SMILE).unwrap();
		let with = |max| FeedInfo { max, ..info.clone() };
		let above = Price::from_inner(MAX_SURFACE_VOLATILITY.into_inner() + 1);
		let refused = Error::<Test>::Feed(FeedFault::Bounds);
		assert_noop!(Oracle::do_set_feed(SMILE, with(above)), refused);
		assert_ok!(Oracle::do_set_feed(SMILE, with(MAX_SURFACE_VOLATILITY)));
		let expiry = now() + WEEK;
		say(&[flat(expiry, 9.99)]);
		near(volatility(expiry, 100), 9.99, 2e-6);
	});
}

#[test]
fn a_volatility_stays_where_it_is_while_time_passes() {
	test(|| {
		let (first, second) = (now() + WEEK, now() + 3 * WEEK);
		say(&[skewed(first, 1.0), skewed(second, 1.0)]);
		let row = row(first);
		// The forward is 100·(1 + .05·T): at a point, the slice itself.
		let forward = Oracle::forward(BITCOIN, first, Lens::Latest).price;
		near(
			Reading { price: forward, ..Default::default() },
			100.0 * (1.0 + 0.05 * years(WEEK)),
			1e-9,
		);
		let t = years(WEEK);
		let at = |k: f64| {
			let (m, s) = (0.02 * t.sqrt(), 0.4 * t.sqrt());
			let w =
				0.25 * t + 0.12 * t.sqrt() * (-0.3 * (k - m) + ((k - m) * (k - m) + s * s).sqrt());
			(w / t).sqrt()
		};
		let width = f64::from(row.width) / 1e6;
		assert!((width - 0.6 * t.sqrt()).abs() < 1e-6);
		for (vol, z) in row.vols.iter().zip([-6.0, -3.5, -2.4, -1.7, -1.2, -0.8, -0.5, -0.25, 0.0])
		{
			assert!((f64::from(*vol) / 1e6 - at(z * width)).abs() < 2e-6, "at {z}");
		}
		// Between points it is within what lines leave of a smile, a quarter of a percent point near the
		// money.
		let k = (105.0_f64 / (100.0 * (1.0 + 0.05 * t))).ln();
		near(volatility(first, 105), at(k), 2.5e-3);
		let before = volatility(first, 105);
		Clock::set(now() + DAY_MS);
		assert!(
			volatility(first, 105).price.into_inner().abs_diff(before.price.into_inner()) < 1 << 50
		);
		assert_eq!(volatility(first, 105).state, PriceState::NoQuorum);
	});
}

#[test]
fn between_expiries_total_variance_is_a_line_in_time() {
	test(|| {
		let (first, second) = (now() + 2 * WEEK, now() + 4 * WEEK);
		say(&[flat(first, 0.8), flat(second, 0.6)]);
		let left = |expiry: Moment| years(expiry - now());
		let total = |vol: f64, expiry| vol * vol * left(expiry);
		let mid = now() + 3 * WEEK;
		let part = (left(mid) - left(first)) / (left(second) - left(first));
		let variance = total(0.8, first) + part * (total(0.6, second) - total(0.8, first));
		near(volatility(mid, 100), (variance / left(mid)).sqrt(), 2e-6);
		// Before the first and after the last it is theirs.
		near(volatility(now() + DAY_MS, 100), 0.8, 2e-6);
		near(volatility(now() + 40 * WEEK, 100), 0.6, 2e-6);
		near(volatility(first, 100), 0.8, 2e-6);
	});
}

#[test]
fn carry_is_a_line_in_time() {
	test(|| {
		let (first, second) = (now() + 10 * DAY_MS, now() + 20 * DAY_MS);
		let with = |expiry, carry| SliceReport { carry: price(carry), ..flat(expiry, 0.6) };
		say(&[with(first, 1.01), with(second, 1.03)]);
		let forward = |expiry| Oracle::forward(BITCOIN, expiry, Lens::Latest);
		near(forward(first), 101.0, 1e-9);
		near(forward(second), 103.0, 1e-9);
		let left = |days: f64| days - ROUND as f64 / DAY_MS as f64;
		let (a, b) = (1.01_f64.ln(), 1.03_f64.ln());
		near(forward(now() + 5 * DAY_MS), 100.0 * (a * 5.0 / left(10.0)).exp(), 1e-9);
		let mid = first + 5 * DAY_MS;
		near(forward(mid), 100.0 * ((a + b) / 2.0).exp(), 1e-9);
		// A year on, b·365/20; held at e at most.
		near(forward(now() + 365 * DAY_MS), 100.0 * (b * 365.0 / left(20.0)).exp(), 1e-6);
		assert_eq!(forward(first).state, PriceState::Valid);
		// Another underlying's forward is its spot.
		assert_eq!(Oracle::forward(ETHER, first, Lens::Latest).price, usd(100));
	});
}

#[test]
fn a_later_expiry_is_lifted_to_an_earlier_ones_variance() {
	test(|| {
		let (first, second) = (now() + 10 * DAY_MS, now() + 11 * DAY_MS);
		// .6²·10 against .57²·11: a little lower, noise. Against .5²·11: another market.
		say(&[flat(first, 0.6), flat(second, 0.57)]);
		let row_vol = row(second).vols[8];
		let left = |expiry: Moment| (expiry - now()) as f64;
		let least = 0.6 * (left(first) / left(second)).sqrt() * 1e6;
		assert!((f64::from(row_vol) - least).abs() < 3.0, "{row_vol} {least}");
		assert!(!row(second).lifted);
		assert_eq!(volatility(second, 100).state, PriceState::Valid);
		next_round();
		say(&[flat(first, 0.6), flat(second, 0.5)]);
		assert!(row(second).lifted);
		assert_eq!(volatility(second, 100).state, PriceState::Uncertain);
		assert_eq!(volatility(first, 100).state, PriceState::Valid);
	});
}

#[test]
fn states_of_a_row() {
	test(|| {
		let expiry = now() + 10 * WEEK;
		say(&[flat(expiry, 0.6)]);
		let state = || volatility(expiry, 100).state;
		assert_eq!(state(), PriceState::Valid);
		let (at, surface_ms) = (row(expiry).at, params().surface_ms());
		let quoted = |to: Moment| {
			Clock::set(to - ROUND);
			quote(&[(BTC, usd(100))]);
			assert_eq!(now(), to);
		};
		quoted(at + 3 * surface_ms);
		assert_eq!(state(), PriceState::Valid);
		quoted(at + 3 * surface_ms + ROUND);
		assert_eq!(state(), PriceState::Stale);
		// The forward is no better than its carry.
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).state, PriceState::Stale);
		assert_eq!(Oracle::price(BTC).state, PriceState::Valid);
		quoted(at + params().surface_dead_ms() + ROUND);
		assert_eq!(state(), PriceState::NoQuorum);
		// What is dead goes when something else comes.
		next_round();
		say(&[flat(expiry + WEEK, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 1);
		assert_eq!(volatility(expiry, 100).state, PriceState::Valid);
		// Halted.
		assert_ok!(Oracle::do_halt_feed(SMILE));
		assert_eq!(volatility(expiry, 100).state, PriceState::NoQuorum);
		assert_ok!(Oracle::do_resume_feed(SMILE));
		assert_eq!(volatility(expiry, 100), Reading::default());
	});
}

#[test]
fn what_makes_a_row_uncertain() {
	test(|| {
		let expiry = now() + 10 * WEEK;
		let state = || volatility(expiry, 100).state;
		// Feeders who rely on it half are believed, below that not.
		let with =
			|parts| SliceReport { confidence: Permill::from_parts(parts), ..flat(expiry, 0.6) };
		say(&[with(500_000)]);
		assert_eq!(state(), PriceState::Valid);
		assert_eq!(volatility(expiry, 100).confidence, FixedU128::from_rational(1, 2));
		next_round();
		say(&[with(499_999)]);
		assert_eq!(state(), PriceState::Uncertain);
		// Apart by more than 5 % each way.
		next_round();
		let apart = |a, b| {
			let (a, b) = (vec![flat(expiry, a)], vec![flat(expiry, b)]);
			say_each(&[a.clone(), a, b.clone(), b]);
			row(expiry).spread
		};
		assert!(apart(0.575, 0.625) < 50_000);
		assert_eq!(state(), PriceState::Valid);
		next_round();
		assert!(apart(0.565, 0.635) > 50_000);
		assert_eq!(state(), PriceState::Uncertain);
		// Moved by more than 10 % in a round, either way.
		next_round();
		say(&[flat(expiry, 0.655)]);
		assert_eq!(state(), PriceState::Valid);
		next_round();
		say(&[flat(expiry, 0.722)]);
		assert_eq!(state(), PriceState::Uncertain);
		next_round();
		say(&[flat(expiry, 0.722)]);
		assert_eq!(state(), PriceState::Valid);
		next_round();
		say(&[flat(expiry, 0.648)]);
		assert_eq!(state(), PriceState::Uncertain);
	});
	ExtBuilder::default().feeders(3).build_and_execute(|| {
		list();
		next_round();
		let expiry = now() + WEEK;
		say(&[flat(expiry, 0.6)]);
		assert_eq!(volatility(expiry, 100).state, PriceState::Uncertain);
	});
}

#[test]
fn feeders_who_agree_at_the_money_alone_do_not_agree() {
	test(|| {
		let expiry = now() + 4 * WEEK;
		let root = years(4 * WEEK).sqrt();
		// The same at the money, tilted either way: apart a deviation off.
		let tilted = |rho| report_of(expiry, 1.0, [0.01, 0.1 * root, rho, 0.0, 0.2 * root]);
		let (left, right) = (vec![tilted(-0.4)], vec![tilted(0.4)]);
		say_each(&[left.clone(), left, right.clone(), right]);
		let row = row(expiry);
		assert!(row.spread > 50_000, "{}", row.spread);
		assert_eq!(volatility(expiry, 100).state, PriceState::Uncertain);
	});
}

#[test]
fn a_row_goes_with_its_expiry() {
	test(|| {
		let (soon, later) = (began() + 3 * MINUTE_MS, began() + WEEK);
		say(&[flat(soon, 0.6), flat(later, 0.6)]);
		assert_eq!(Surfaces::<Test>::get(SMILE).rows.len(), 2);
		// Passed, but not dead of age: nothing is read from it, and the next round drops it.
		Clock::set(soon);
		next_round();
		assert!(now() - soon < params().surface_dead_ms());
		near(volatility(now() + DAY_MS, 100), 0.6, 2e-6);
		say(&[flat(later, 0.6)]);
		let rows = Surfaces::<Test>::get(SMILE).rows;
		assert_eq!(rows.into_iter().map(|row| row.expiry).collect::<Vec<_>>(), [later]);
	});
}

#[test]
fn a_wick_does_not_move_the_median_of_three() {
	test(|| {
		let expiry = now() + 10 * WEEK;
		let steady = || Oracle::volatility(series(expiry, 100, Kind::Put), Lens::MedianOfThree);
		say(&[flat(expiry, 0.6)]);
		near(steady(), 0.6, 2e-6);
		assert_eq!(steady().state, PriceState::Uncertain);
		for _ in 0..2 {
			next_round();
			say(&[flat(expiry, 0.6)]);
		}
		assert_eq!(steady().state, PriceState::Valid);
		next_round();
		say(&[flat(expiry, 1.8)]);
		near(volatility(expiry, 100), 1.8, 2e-6);
		near(steady(), 0.6, 2e-5);
		next_round();
		say(&[flat(expiry, 1.8)]);
		near(steady(), 1.8, 2e-6);
	});
}

#[test]
fn a_proxy_is_as_wild_at_as_many_deviations_and_no_calmer_than_its_price() {
	test(|| {
		let volatility_policy = VolatilityPolicy::Proxy { feed: SMILE, beta: milli(1_500) };
		let info = UnderlyingInfo { spot: ETH, volatility: volatility_policy };
		assert_ok!(Oracle::do_set_underlying(ETHER, info));
		let expiry = now() + 4 * WEEK;
		say(&[skewed(expiry, 1.0)]);
		let ether = |strike| {
			let series = Series { underlying: ETHER, ..series(expiry, strike, Kind::Call) };
			Oracle::volatility(series, Lens::Latest)
		};
		// ln(K/100) = 1.5·ln(K'/F'): the same number of deviations.
		let forward = 100.0 * (1.0 + 0.05 * years(4 * WEEK));
		let twin = |strike: f64| {
			let k = (strike / 100.0).ln() / 1.5;
			(forward * k.exp() * 1e8).round() as u64
		};
		for strike in [80, 100, 130] {
			let market =
				Series { strike: Strike(twin(strike as f64)), ..series(expiry, 1, Kind::Call) };
			let of_market =
				Oracle::volatility(market, Lens::Latest).price.into_inner() as f64 / 1e18;
			near(ether(strike), 1.5 * of_market, 1e-8);
		}
		// It realised 200 %: 1.25 times that counts.
		Averages::<Test>::mutate(ETH, |history| {
			history.realised.variance = usd(4);
			history.realised.seen_ms = HOUR_MS;
		});
		near(ether(100), 2.5, 1e-9);
		// Less than an hour of it is nothing.
		Averages::<Test>::mutate(ETH, |history| history.realised.seen_ms = HOUR_MS - 1);
		assert!(ether(100).price < usd(2));
	});
}

#[test]
fn realised_variance_is_that_of_the_moves() {
	let mut realised = Realised::default();
	let (mut at, mut price) = (START, 100.0_f64);
	// 1 % up and down every five minutes: .01²·365·288 a year.
	let mut up = true;
	for _ in 0..500 {
		realised.push(Price::from_inner((price * 1e18) as u128), at);
		at += REALISED_STEP_MS;
		price *= if up { 0.01_f64.exp() } else { (-0.01_f64).exp() };
		up = !up;
	}
	let wanted = (0.0001_f64 * 365.0 * 288.0).sqrt();
	let is = realised.volatility().unwrap().into_inner() as f64 / 1e18;
	assert!((is - wanted).abs() < 1e-6, "{is} {wanted}");
	assert_eq!(realised.seen_ms, REALISED_MEMORY_MS);
	// What comes within five minutes waits; then the whole move counts once.
	let before = realised;
	realised.push(usd(7), at - 1);
	assert_eq!(realised, before);
	// A day without a move halves it, about.
	let still = realised.price;
	for _ in 0..288 {
		at += REALISED_STEP_MS;
		realised.push(still, at);
	}
	let now = realised.volatility().unwrap().into_inner() as f64 / 1e18;
	assert!((now / wanted - (-1.0_f64).exp().sqrt()).abs() < 0.01, "{now}");
}

#[test]
fn futures_and_policies_without_a_surface_are_as_before() {
	test(|| {
		let expiry = now() + WEEK;
		// Nothing is known yet: no number.
		assert_eq!(volatility(expiry, 100), Reading::default());
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).state, PriceState::NonPositive);
		let future = Oracle::volatility(series(expiry, 100, Kind::Future), Lens::Latest);
		assert_eq!((future.state, future.price), (PriceState::Valid, usd(0)));
		// A number a year for all strikes.
		let volatility_policy = VolatilityPolicy::External(BTC_VOL);
		let info = UnderlyingInfo { spot: BTC, volatility: volatility_policy };
		assert_ok!(Oracle::do_set_underlying(BITCOIN, info));
		quote(&[(BTC, usd(100)), (BTC_VOL, milli(700))]);
		assert_eq!(volatility(expiry, 30).price, milli(700));
		assert_eq!(Oracle::forward(BITCOIN, expiry, Lens::Latest).price, usd(100));
	});
}

#[test]
fn a_surface_goes_with_its_feed() {
	test(|| {
		let expiry = now() + WEEK;
		say(&[flat(expiry, 0.6)]);
		next_round();
		assert_ok!(dispatch_surface(surface_batch(0, &[flat(expiry, 0.6)])));
		let info = UnderlyingInfo { spot: BTC, volatility: VolatilityPolicy::None };
		assert_ok!(Oracle::do_set_underlying(BITCOIN, info));
		assert_ok!(Oracle::do_remove_feed(SMILE));
		assert!(SurfaceReports::<Test>::iter().next().is_none());
		assert!(!Surfaces::<Test>::contains_key(SMILE));
		assert!(SurfacePending::<Test>::get().is_empty());
	});
}

#[test]
fn new_feeders_speak_for_themselves() {
	test(|| {
		let expiry = now() + WEEK;
		for n in 0..4 {
			assert_ok!(dispatch_surface(surface_batch(n, &[flat(expiry, 0.6)])));
		}
		// Three of them leave: one report of four present feeders is left.
		Oracle::set_feeders([0, 5, 6, 7].map(|n| pair(n).public()).into_iter());
		tick();
		assert!(Surfaces::<Test>::get(SMILE).rows.is_empty());
		let finished =
			Event::SurfaceFinished { feed: SMILE, round: round(), reports: 1, expiries: 0 };
		assert!(oracle_events().contains(&finished));
	});
}

#[test]
fn what_breaks_a_surface_is_seen() {
	let sees = |change: &dyn Fn(), message: &'static str| {
		ExtBuilder::default().build().execute_with(|| {
			list();
			next_round();
			say(&[flat(now() + WEEK, 0.6), flat(now() + 2 * WEEK, 0.6)]);
			next_round();
			assert_ok!(dispatch_surface(surface_batch(0, &[flat(now() + WEEK, 0.6)])));
			Oracle::do_try_state().unwrap();
			change();
			assert_eq!(Oracle::do_try_state(), Err(message.into()));
		});
	};
	let mutate = |change: fn(&mut Surface)| Surfaces::<Test>::mutate(SMILE, change);
	sees(&SurfacePending::<Test>::kill, "price-oracle: reports of slices and their counts differ");
	let insert = |slices: Vec<SliceReport>| {
		SurfaceReports::<Test>::insert(
			(SMILE, round()),
			pair(1).public(),
			Slices::truncate_from(slices),
		);
	};
	sees(&|| insert(vec![]), "price-oracle: a report of slices is empty");
	sees(
		&|| insert(vec![flat(now() + WEEK, 0.6); 2]),
		"price-oracle: a report of slices is not in order",
	);
	sees(
		&|| Surfaces::<Test>::mutate(SMILE, |surface| surface.open = round() + 1),
		"price-oracle: slices wait for a surface round that is closed",
	);
	sees(
		&|| Surfaces::<Test>::insert(BTC, Surface::default()),
		"price-oracle: a surface has no feed",
	);
	sees(
		&|| mutate(|surface| surface.rows = Default::default()),
		"price-oracle: a surface is empty",
	);
	sees(
		&|| mutate(|surface| surface.rows.as_mut().reverse()),
		"price-oracle: expiries are not in order",
	);
	sees(
		&|| Surfaces::<Test>::mutate(SMILE, |surface| surface.rows[0].at = now() + 1),
		"price-oracle: a row is from the future",
	);
	for change in [
		(|surface| surface.rows[0].vols[3] = 0) as fn(&mut Surface),
		|surface| surface.rows[0].centres[0] = 0,
		|surface| surface.rows[0].width += 1,
		|surface| surface.rows[0].began = surface.rows[0].expiry,
	] {
		sees(&|| mutate(change), "price-oracle: a row is no smile");
	}
	sees(
		&|| mutate(|surface| surface.rows[1].vols[0] = 400_000),
		"price-oracle: a later expiry has less total variance",
	);
}

/// Slices that keep their rules, of about a month.
fn any_slice() -> impl Strategy<Value = [f64; 5]> {
	(0.002..0.1, 0.0..0.5, -0.95..0.95, -0.3..0.3, 0.01..0.6)
		.prop_map(|(a, b, rho, m, sigma)| [a, b, rho, m, sigma])
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(60))]

	/// One liar in four, whatever it says, leaves every volatility within what the honest say at the places,
	/// and between the lines from place to place through their extremes.
	#[test]
	fn a_bent_slice_moves_nothing_beyond_the_honest(
		honest in proptest::array::uniform3(any_slice()),
		liar in any_slice(),
		carry in 0.5..2.0,
		z in -6.0..6.0,
	) {
		let (began, at) = (START, START + ROUND);
		let expiry = began + 30 * DAY_MS;
		let bounds = (1_000, 4_000_000_000);
		let of = |parts, carry| report_of(expiry, carry, parts);
		let all: Vec<_> = honest
			.iter()
			.map(|parts| of(*parts, 1.0))
			.chain([of(liar, carry)])
			.collect();
		let row = |reports: &[SliceReport]| {
			Row::from_reports(reports, began, at, bounds, 1, 4, None)
		};
		let alone: Option<Vec<_>> = all[..3].iter().map(|one| row(std::slice::from_ref(one))).collect();
		let Some(alone) = alone else { return Ok(()) };
		let joint = row(&all).unwrap();
		let k = q(z * f64::from(joint.width) / 1e6);
		let volatility = |row: &Row| {
			let known = [row.clone()];
			let around = Around::new(&known, expiry, at);
			let reading = around.volatility(k, expiry, &Params::default(), at, Lens::Latest);
			reading.price.into_inner()
		};
		// The least and the most that an honest one says at each place.
		let bound = |of: fn(u32, u32) -> u32| {
			let mut row = alone[0].clone();
			for other in &alone[1..] {
				row.vols.iter_mut().zip(other.vols).for_each(|(vol, next)| *vol = of(*vol, next));
			}
			volatility(&row)
		};
		let (low, high) = (bound(u32::min), bound(u32::max));
		let is = volatility(&joint);
		// A millionth for the rounding of points.
		let room = 3 * 10u128.pow(12);
		prop_assert!(low <= is + room && is <= high + room, "{} {} {}", low, is, high);
		prop_assert_eq!(joint.carry, usd(1));
	}

	/// Whatever feeders say, rounds go on, states are told and the invariants hold.
	#[test]
	fn any_reports_leave_a_surface_whole(
		rounds in proptest::collection::vec(
			proptest::collection::vec((0..4_u8, any_slice(), 0..6_u64, any::<bool>()), 0..8),
			1..6,
		),
	) {
		ExtBuilder::default().build_and_execute(|| {
			list();
			let start = now();
			for said in rounds {
				next_round();
				for (n, parts, weeks, second) in said {
					let expiry = start + (weeks + 1) * WEEK;
					let mut slices = vec![report_of(expiry, 1.0, parts)];
					if second {
						slices.push(report_of(expiry + DAY_MS, 1.1, parts));
					}
					let _ = dispatch_surface(surface_batch(n, &slices));
				}
				for _ in 0..6 {
					tick();
					Oracle::do_try_state().unwrap();
				}
				for weeks in 1..8 {
					let reading = volatility(start + weeks * WEEK, 90 + weeks);
					assert!(reading.state == PriceState::NonPositive || reading.price > usd(0));
				}
			}
		});
	}

	/// Of any two expiries the later one never has less total variance at the same strike, at and between
	/// rows, as long as they live.
	#[test]
	fn no_calendar_spread_is_worth_less_than_nothing(
		first in any_slice(), second in any_slice(), days in 1..30_u64, later in 0..5_u64,
		z in -8.0..8.0, part in 0.0..1.0,
	) {
		ExtBuilder::default().build_and_execute(|| {
			list();
			next_round();
			let (near, far) = (began() + 10 * DAY_MS, began() + (10 + days) * DAY_MS);
			say(&[report_of(near, 1.0, first), report_of(far, 1.0, second)]);
			let rows = Surfaces::<Test>::get(SMILE).rows;
			if rows.len() < 2 {
				return;
			}
			let at = now() + later * DAY_MS;
			let known = rows.into_inner();
			// At the points of the later row it is exact; between them two lines can cross a little.
			let places: Vec<f64> = vec![-6.0, -3.5, -2.4, -1.7, -1.2, -0.8, -0.5, -0.25, 0.0, 0.25, 0.5];
			let index = ((z + 8.0) / 16.0 * 10.0) as usize;
			let k = q(places[index] * f64::from(known[1].width) / 1e6);
			let total = |expiry: Moment| {
				let around = Around::new(&known, expiry, at);
				let vol = around.volatility(k, expiry, &Params::default(), at, Lens::Latest).price;
				let vol = vol.into_inner() as f64 / 1e18;
				vol * vol * years(expiry - at)
			};
			let span = (far - near) as f64;
			let (one, other) = (near + (span * part) as Moment, far);
			assert!(total(near) <= total(one) * (1.0 + 1e-5) + 1e-12);
			assert!(total(one) <= total(other) * (1.0 + 1e-5) + 1e-12);
			assert!(total(near - DAY_MS) <= total(near) * (1.0 + 1e-5));
			assert!(total(far) <= total(far + DAY_MS) * (1.0 + 1e-5));
		});
	}
}
