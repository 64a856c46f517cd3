// SPDX-License-Identifier: GPL-3.0-or-later

//! From slices to surfaces.

use super::market::*;
use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Authorize, Hooks},
	weights::WeightMeter,
};
use proptest::prelude::*;
use sp_core::Pair;
use sp_runtime::Permill;
use straddle_math::black76::YEAR_MS;

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

proptest! {
	#![proptest_config(ProptestConfig::with_cases(60))]

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
}
