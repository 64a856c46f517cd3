// SPDX-License-Identifier: GPL-3.0-or-later

//! Worst cases of every call and of each step of the block's work.

#![allow(clippy::arithmetic_side_effects)]

pub(crate) mod setup;

use super::*;
use crate::crypto::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::Mutate, Authorize, Time};
use frame_system::RawOrigin;
use setup::*;
use sp_application_crypto::RuntimeAppPublic;
use straddle_traits::{Restrictions, LAST_RESORT_MS};

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn report(p: Linear<1, MAX_FEEDS>) -> Result<(), BenchmarkError> {
		let (batch, signature) = batch::<T>(p);
		let round = batch.round;

		#[extrinsic_call]
		_(RawOrigin::Authorized, batch, signature);

		let stored = Reports::<T>::iter_prefix(round).next().map(|(_, prices)| prices.len() as u32);
		assert_eq!(stored, Some(p));
		Ok(())
	}

	#[benchmark]
	fn authorize_report(p: Linear<1, MAX_FEEDS>) -> Result<(), BenchmarkError> {
		let (batch, signature) = batch::<T>(p);
		let call = Call::<T>::report { batch, signature };

		#[block]
		{
			call.authorize(TransactionSource::External).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	/// Not a weight, but a figure to compare: a batch of somebody who is no feeder.
	#[benchmark(extra)]
	fn refuse_stranger(p: Linear<1, MAX_FEEDS>) -> Result<(), BenchmarkError> {
		let (mut batch, signature) = batch::<T>(p);
		batch.feeder = MAX_FEEDERS as u16;
		let call = Call::<T>::report { batch, signature };
		let refused;

		#[block]
		{
			refused = call.authorize(TransactionSource::External).ok_or("it can be authorized")?;
		}
		assert_eq!(refused.err(), Some(InvalidTransaction::BadSigner.into()));
		Ok(())
	}

	/// The dearest to refuse: all is right but the signature.
	#[benchmark(extra)]
	fn refuse_forgery(p: Linear<1, MAX_FEEDS>) -> Result<(), BenchmarkError> {
		let (mut batch, signature) = batch::<T>(p);
		batch.prices.iter_mut().for_each(|price| price.1 = Price::from_u32(1));
		let call = Call::<T>::report { batch, signature };
		let refused;

		#[block]
		{
			refused = call.authorize(TransactionSource::External).ok_or("it can be authorized")?;
		}
		assert_eq!(refused.err(), Some(InvalidTransaction::BadProof.into()));
		Ok(())
	}

	#[benchmark]
	fn set_feed() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let free = MAX_FEEDS - Feeds::<T>::count();
		let listed = feeds::<T>(free);
		let info = FeedInfo { quote: Some(listed[0]), ..info(MAX_SOURCES) };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, listed[1], info.clone());

		assert_eq!(Feeds::<T>::get(listed[1]), Some(info));
		Ok(())
	}

	#[benchmark]
	fn remove_feed() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let listed = feeds::<T>(MAX_FEEDS - Feeds::<T>::count());
		for n in 0..MAX_UNDERLYINGS - Underlyings::<T>::count() {
			let info = UnderlyingInfo { spot: listed[0], volatility: VolatilityPolicy::None };
			Underlyings::<T>::insert(UnderlyingId(2_000 + n as u16), info);
		}

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, listed[1]);

		assert!(!Feeds::<T>::contains_key(listed[1]));
		Ok(())
	}

	#[benchmark]
	fn set_underlying() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let spot = feeds::<T>(1)[0];
		let feed = FeedId(3_000);
		Pallet::<T>::quote_for_benchmark(feed, FeedKind::Volatility, Price::from_u32(1));
		let volatility = VolatilityPolicy::Proxy { feed, beta: FixedU128::from_u32(1) };
		let info = UnderlyingInfo { spot, volatility };
		// A change: all accounts have to be looked at again.
		let old = UnderlyingInfo { spot, volatility: VolatilityPolicy::None };
		Underlyings::<T>::insert(UnderlyingId(3_000), old);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, UnderlyingId(3_000), info);

		assert_eq!(Underlyings::<T>::get(UnderlyingId(3_000)), Some(info));
		Ok(())
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let params = Params { stale_rounds: 4, ..Parameters::<T>::get() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);

		assert_eq!(Parameters::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn halt_feed() -> Result<(), BenchmarkError> {
		let origin = origin::<T>(T::RestrictOrigin::try_successful_origin())?;
		let feed = feeds::<T>(1)[0];

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed);

		assert!(Quotes::<T>::get(feed).is_some_and(|quote| quote.halted));
		Ok(())
	}

	#[benchmark]
	fn resume_feed() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let feed = feeds::<T>(1)[0];
		Pallet::<T>::do_halt_feed(feed)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed);

		assert!(Quotes::<T>::get(feed).is_some_and(|quote| !quote.halted));
		Ok(())
	}

	#[benchmark]
	fn set_url() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let mut url = b"http://".to_vec();
		url.resize(MAX_URL as usize, b'a');
		let url = Some(BoundedVec::truncate_from(url));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Exchange::Kraken, url.clone());

		assert_eq!(Urls::<T>::get(Exchange::Kraken), url);
		Ok(())
	}

	/// A block with nothing to do but to look.
	#[benchmark]
	fn poll_base() {
		feeders::<T>(MAX_FEEDERS);
		let ahead = Parameters::<T>::get().surface_round(T::Time::now()).saturating_add(1);
		let pending = (0..MAX_SURFACES_PENDING).map(|n| ((ahead, FeedId(n as u16)), 1));
		SurfacePending::<T>::mutate(|waiting| {
			for (key, reports) in pending {
				let _ = waiting.try_insert(key, reports);
			}
		});
		let far = T::Time::now().saturating_add(DAY_MS * 30);
		let watched = (0..u64::from(MAX_WATCHED)).map(|n| (far + n, UnderlyingId(0)));
		Watched::<T>::put(BoundedVec::truncate_from(watched.collect()));

		#[block]
		{
			Pallet::<T>::poll(&mut frame_support::weights::WeightMeter::new());
		}
	}

	#[benchmark]
	fn look_at_round(r: Linear<3, MAX_FEEDERS>, f: Linear<1, MAX_FEEDS>) {
		feeds::<T>(f);
		let (round, keys) = reported::<T>(r);
		let params = Parameters::<T>::get();
		let tally;

		#[block]
		{
			tally = Pallet::<T>::tally(round, &keys, &params);
			Pallet::<T>::put_off(round);
		}

		assert!(tally.is_decided());
		assert_eq!(Pending::<T>::get().get(&round).map(|w| w.looked), Some(r as u16));
	}

	#[benchmark]
	fn finish_round(r: Linear<3, MAX_FEEDERS>, f: Linear<1, MAX_FEEDS>) {
		feeds::<T>(f);
		let (round, keys) = reported::<T>(r);
		let params = Parameters::<T>::get();
		let tally = Pallet::<T>::tally(round, &keys, &params);
		let now = T::Time::now();

		#[block]
		{
			Pallet::<T>::finish_round(round, tally, now, &keys, &params);
		}

		assert_eq!(LastFinished::<T>::get().map(|last| last.round), Some(round));
		assert_eq!(Quotes::<T>::get(FeedId(2_000)).map(|q| q.rounds[0].count), Some(r as u16));
	}

	/// The step that fixes the price, at the end of a full list.
	#[benchmark]
	fn settlement_step() {
		let feed = feeds::<T>(1)[0];
		let underlying = UnderlyingId(3_000);
		let info = UnderlyingInfo { spot: feed, volatility: VolatilityPolicy::None };
		Underlyings::<T>::insert(underlying, info);
		let params = Parameters::<T>::get();
		let now = T::Time::now().max(params.settlement_window_ms);
		let mut watch = Watch::new(now);
		for third in &mut watch.thirds {
			third.push(Price::from_u32(100), params.third_ms());
		}
		let watched =
			(1..u64::from(MAX_WATCHED)).map(|back| (now.saturating_sub(back), UnderlyingId(0)));
		let mut watched = watched.collect::<Vec<_>>();
		watched.push((now, underlying));
		Watched::<T>::put(BoundedVec::truncate_from(watched));
		Settlements::<T>::insert(underlying, now, Settlement::Watching(watch));

		#[block]
		{
			Pallet::<T>::step_settlement(underlying, now, now, &params);
		}

		let fixed = Settlements::<T>::get(underlying, now);
		assert!(matches!(fixed, Some(Settlement::Fixed { complete: true, .. })));
	}

	/// At the end of a full list. What time it is said to be is no part of it.
	#[benchmark]
	fn settle_by_last_price() -> Result<(), BenchmarkError> {
		let feed = feeds::<T>(1)[0];
		let underlying = UnderlyingId(3_000);
		let info = UnderlyingInfo { spot: feed, volatility: VolatilityPolicy::None };
		Underlyings::<T>::insert(underlying, info);
		Quotes::<T>::mutate(feed, |quote| {
			let last = Round {
				round: 0,
				at: 0,
				price: Price::from_u32(1),
				confidence: Default::default(),
				count: 4,
				feeders: 4,
			};
			let quote = quote.get_or_insert_with(Default::default);
			(quote.average, quote.rounds) = (last.price, BoundedVec::truncate_from(vec![last]));
		});
		T::Restrictions::wind_down_for_benchmark();
		let expiry = T::Time::now();
		let now = expiry.saturating_add(LAST_RESORT_MS);
		let watched = (0..u64::from(MAX_WATCHED)).map(|_| (expiry, underlying));
		Watched::<T>::put(BoundedVec::truncate_from(watched.collect()));
		Settlements::<T>::insert(underlying, expiry, Settlement::Watching(Watch::new(now)));

		#[block]
		{
			Pallet::<T>::do_settle_by_last_price(underlying, expiry, now)?;
		}

		let fixed = Settlements::<T>::get(underlying, expiry);
		assert!(matches!(fixed, Some(Settlement::Fixed { complete: false, .. })));
		Ok(())
	}

	#[benchmark]
	fn report_surface(s: Linear<1, MAX_SLICES>) -> Result<(), BenchmarkError> {
		let (batch, signature) = surface_batch::<T>(s);
		let key = (batch.feed, batch.round);

		#[extrinsic_call]
		_(RawOrigin::Authorized, batch, signature);

		let stored = SurfaceReports::<T>::iter_prefix(key).next().map(|(_, slices)| slices.len());
		assert_eq!(stored, Some(s as usize));
		Ok(())
	}

	#[benchmark]
	fn authorize_report_surface(s: Linear<1, MAX_SLICES>) -> Result<(), BenchmarkError> {
		let (batch, signature) = surface_batch::<T>(s);
		let call = Call::<T>::report_surface { batch, signature };

		#[block]
		{
			call.authorize(TransactionSource::External).ok_or("the call can be authorized")??;
		}
		Ok(())
	}

	#[benchmark]
	fn finish_surface(r: Linear<3, MAX_FEEDERS>, s: Linear<1, MAX_SLICES>) {
		let keys = feeders::<T>(r);
		let feed = surface::<T>();
		let params = Parameters::<T>::get();
		let now = T::Time::now();
		let round = params.surface_round(now);
		for key in &keys {
			SurfaceReports::<T>::insert((feed, round), key, slices(params.surface_began(round), s));
		}
		SurfacePending::<T>::mutate(|pending| pending.try_insert((round, feed), r as u16))
			.expect("there is room");
		let feeders = Feeders::<T>::get();

		#[block]
		{
			Pallet::<T>::finish_surface(round, feed, &feeders, now, &params);
		}

		let surface = Surfaces::<T>::get(feed);
		assert_eq!(surface.open, round + 1);
		assert_eq!(surface.rows.iter().filter(|row| u32::from(row.count) == r).count(), s as usize);
	}

	/// Half are paid, half are slashed and lose their seats, for the first time.
	#[benchmark]
	fn end_period(n: Linear<0, MAX_RECORDS>) {
		let params = Parameters::<T>::get();
		let incentives = IncentiveParams { max_strikes: 1, ..Incentives::<T>::get() };
		Incentives::<T>::put(incentives);
		let mut records = RecordsOf::new();
		for index in 0..n {
			let key = AuthorityId::from(sp_core::sr25519::Public::from_raw(bytes(index, 7)));
			let rounds = incentives.period_rounds;
			let right = Score { rounds, accepted: rounds, points: rounds, ..Default::default() };
			let wrong = Score { rounds, silent: rounds, ..Default::default() };
			let score = if index % 2 == 0 { right } else { wrong };
			let record = Record { score, ..Default::default() };
			let _ = records.try_insert(bonded::<T>(&key), record);
		}
		let pot = incentives.bond.saturating_mul(100);
		T::Currency::set_balance(&Pallet::<T>::pot(), pot);
		Records::<T>::put(records);
		let now = T::Time::now();
		let round = params.round(now);

		#[block]
		{
			let records = Records::<T>::get();
			Pallet::<T>::end_period(records, round, now, &params);
		}

		assert_eq!(TotalOwed::<T>::get() > 0, n > 0);
		let out = Records::<T>::get().values().filter(|record| record.excluded.is_some()).count();
		assert_eq!(out as u32, n / 2);
	}

	#[benchmark]
	fn admit_reporter() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let most = MAX_REPORTERS;
		Incentives::<T>::mutate(|incentives| incentives.max_reporters = most);
		let others = (1..most).map(|n| AccountId32::new(bytes(n, 9))).collect();
		Reporters::<T>::put(BoundedVec::truncate_from(others));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, AccountId32::new([9; 32]));

		assert_eq!(Reporters::<T>::get().len() as u32, most);
		Ok(())
	}

	#[benchmark]
	fn dismiss_reporter() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let all = (0..MAX_REPORTERS).map(|n| AccountId32::new(bytes(n, 9))).collect();
		Reporters::<T>::put(BoundedVec::truncate_from(all));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, AccountId32::new(bytes(0, 9)));

		assert_eq!(Reporters::<T>::get().len() as u32, MAX_REPORTERS - 1);
		Ok(())
	}

	/// A first bond of a feeder.
	#[benchmark]
	fn bond() -> Result<(), BenchmarkError> {
		let keys = feeders::<T>(MAX_FEEDERS);
		let key = keys[keys.len() - 1].clone();
		let who = key_account(&key);
		let amount = Incentives::<T>::get().bond;
		T::Currency::set_balance(&who, amount.saturating_mul(2));
		let proof = key.sign(&Pallet::<T>::bond_payload(&who)).ok_or("the key is there")?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), key, proof);

		assert_eq!(Pallet::<T>::held(&who), amount);
		Ok(())
	}

	#[benchmark]
	fn unbond() {
		let keys = feeders::<T>(1);
		let who = bonded::<T>(&keys[0]);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert!(Bonds::<T>::get(&who).is_some_and(|held| held.leaving.is_some()));
	}

	#[benchmark]
	fn withdraw_bond() {
		let keys = feeders::<T>(MAX_FEEDERS);
		let who = bonded::<T>(&keys[0]);
		owed::<T>(&who);
		Bonds::<T>::mutate(&who, |held| {
			if let Some(held) = held {
				held.leaving = Some(0);
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!((Pallet::<T>::held(&who), TotalOwed::<T>::get()), (0, 0));
	}

	#[benchmark]
	fn claim() {
		let keys = feeders::<T>(1);
		let who = bonded::<T>(&keys[0]);
		owed::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()));

		assert_eq!(TotalOwed::<T>::get(), 0);
	}

	#[benchmark]
	fn pardon() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let who = key_account(&feeders::<T>(MAX_FEEDERS)[0]);
		Records::<T>::mutate(|records| {
			if let Some(record) = records.get_mut(&who) {
				record.excluded = Some(Moment::MAX);
			}
		});

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, who.clone());

		assert_eq!(Pallet::<T>::record(who).map(|record| record.excluded), Some(None));
		Ok(())
	}

	#[benchmark]
	fn set_incentives() -> Result<(), BenchmarkError> {
		let origin = risk::<T>()?;
		let incentives = IncentiveParams { max_strikes: 5, ..Incentives::<T>::get() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, incentives);

		assert_eq!(Incentives::<T>::get(), incentives);
		Ok(())
	}

	/// By a key that left, in full lists, and it costs the seat.
	#[benchmark]
	fn report_equivocation() -> Result<(), BenchmarkError> {
		let (first, _) = batch::<T>(MAX_FEEDS);
		let (key, who) = left::<T>(first.round)?;
		let mut second = first.clone();
		second.prices[0].1 = Price::from_u32(1);
		let sign = |batch: &BatchOf<T>| key.sign(&batch.payload()).ok_or("the key is there");
		let (one, two) = (sign(&first)?, sign(&second)?);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), key, first, one, second, two);

		assert!(Pallet::<T>::record(who).is_some_and(|record| record.excluded.is_some()));
		Ok(())
	}

	#[benchmark]
	fn report_surface_equivocation() -> Result<(), BenchmarkError> {
		let (first, _) = surface_batch::<T>(MAX_SLICES);
		let round = Parameters::<T>::get().round(T::Time::now());
		let (key, who) = left::<T>(round)?;
		let mut second = first.clone();
		second.slices[0].carry = Price::from_u32(2);
		let sign = |batch: &SurfaceBatchOf<T>| key.sign(&batch.payload()).ok_or("the key is there");
		let (one, two) = (sign(&first)?, sign(&second)?);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), key, first, one, second, two);

		assert!(Pallet::<T>::record(who).is_some_and(|record| record.excluded.is_some()));
		Ok(())
	}

	/// As the bencher runs them: in a chain's first block, whose time is 0.
	#[cfg(test)]
	mod first_block {
		use crate::mock::*;
		use frame_support::assert_ok;

		macro_rules! first_block {
			($($name:ident)*) => {
				$(
					#[test]
					fn $name() {
						let builder = ExtBuilder::default().small_network();
						builder.build_with_keystore().execute_with(|| {
							Clock::set(0);
							crate::PeriodEnds::<Test>::kill();
							assert_ok!(Oracle::$name());
						});
					}
				)*
			};
		}

		first_block! {
			test_benchmark_report
			test_benchmark_authorize_report
			test_benchmark_refuse_stranger
			test_benchmark_refuse_forgery
			test_benchmark_set_feed
			test_benchmark_remove_feed
			test_benchmark_set_underlying
			test_benchmark_set_params
			test_benchmark_halt_feed
			test_benchmark_resume_feed
			test_benchmark_set_url
			test_benchmark_poll_base
			test_benchmark_look_at_round
			test_benchmark_finish_round
			test_benchmark_settlement_step
			test_benchmark_settle_by_last_price
			test_benchmark_report_surface
			test_benchmark_authorize_report_surface
			test_benchmark_finish_surface
			test_benchmark_end_period
			test_benchmark_admit_reporter
			test_benchmark_dismiss_reporter
			test_benchmark_bond
			test_benchmark_unbond
			test_benchmark_withdraw_bond
			test_benchmark_claim
			test_benchmark_pardon
			test_benchmark_set_incentives
			test_benchmark_report_equivocation
			test_benchmark_report_surface_equivocation
		}
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build_with_keystore(),
		crate::mock::Test
	);
}
