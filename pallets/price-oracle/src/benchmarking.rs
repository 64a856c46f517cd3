// SPDX-License-Identifier: GPL-3.0-or-later

//! Worst cases of every call and of each step of the block's work.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use crate::crypto::*;
use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect, Mutate, MutateHold},
	Authorize, Time,
};
use frame_system::RawOrigin;
use sp_application_crypto::RuntimeAppPublic;

/// A full list of feeders: the last one's key is in the keystore, the others are made up.
fn feeders<T: Config>(count: u32) -> Vec<AuthorityId> {
	let made_up = |n: u32| AuthorityId::from(sp_core::sr25519::Public::from_raw(bytes(n, 7)));
	let mut keys = (1..count).map(made_up).collect::<Vec<_>>();
	keys.push(AuthorityId::generate_pair(None));
	let seat = |key: &AuthorityId| Feeder {
		account: key_account(key),
		key: key.clone(),
		seat: Seat::Collator,
	};
	let feeders = keys.iter().map(seat).collect::<Vec<_>>();
	// Beside a full set of records of others, so that each round touches as much as it can.
	let others = (0..MAX_RECORDS.saturating_sub(count)).map(|n| AccountId32::new(bytes(n, 9)));
	let accounts = feeders.iter().map(|feeder| feeder.account.clone()).chain(others);
	let mut records = RecordsOf::new();
	for account in accounts {
		let _ = records.try_insert(account, Record::default());
	}
	Records::<T>::put(records);
	Feeders::<T>::put(BoundedVec::truncate_from(feeders));
	keys
}

fn bytes(n: u32, fill: u8) -> [u8; 32] {
	let mut raw = [fill; 32];
	raw[..4].copy_from_slice(&n.to_le_bytes());
	raw
}

fn key_account(key: &AuthorityId) -> AccountId32 {
	AccountId32::new(key.encode().try_into().unwrap_or([1; 32]))
}

/// An account with a bond and as much again, and the key of it.
fn bonded<T: Config>(key: &AuthorityId) -> AccountId32 {
	let who = key_account(key);
	let bond = Incentives::<T>::get().bond;
	let rich = bond.saturating_mul(4);
	T::Currency::set_balance(&who, rich);
	let _ = T::Currency::hold(&HoldReason::FeederBond.into(), &who, bond);
	Bonds::<T>::insert(&who, Bond { key: key.clone(), leaving: None, owed: 0 });
	who
}

/// A pot with something in it, all of which is owed to `who`.
fn owed<T: Config>(who: &AccountId32) {
	let amount = Incentives::<T>::get().bond;
	let more = amount.saturating_add(T::Currency::minimum_balance());
	T::Currency::set_balance(&Pallet::<T>::pot(), more);
	Pallet::<T>::owe(who, amount);
}

fn info(symbols: u32) -> FeedInfo {
	let symbol = |n: u32| Source {
		venue: Venue::Kraken,
		symbol: vec![b'A' + n as u8; MAX_SYMBOL as usize].try_into().expect("it fits"),
	};
	FeedInfo {
		description: vec![b'd'; MAX_DESCRIPTION as usize].try_into().expect("it fits"),
		kind: FeedKind::Price,
		min: Price::from_inner(1),
		max: MAX_PRICE,
		sources: (0..symbols).map(symbol).collect::<Vec<_>>().try_into().expect("they fit"),
		quote: None,
		slow: SlowPrice::Stable,
	}
}

/// So many feeds beyond those of genesis, each with three rounds and eleven minutes behind it.
fn feeds<T: Config>(count: u32) -> Vec<FeedId> {
	let now = T::Time::now();
	(0..count)
		.map(|n| {
			let feed = FeedId(2_000 + n as u16);
			Pallet::<T>::quote_for_benchmark(feed, FeedKind::Price, Price::from_u32(100));
			Feeds::<T>::insert(feed, info(MAX_SOURCES));
			let minutes = (0..=AVERAGE_MINUTES).map(|back| Minute {
				minute: (now / MINUTE_MS).saturating_sub(AVERAGE_MINUTES - back),
				quoted: Default::default(),
			});
			let minutes = BoundedVec::truncate_from(minutes.collect());
			let at = now.saturating_sub(REALISED_STEP_MS);
			let realised = Realised { price: Price::from_u32(99), at, ..Default::default() };
			Averages::<T>::insert(feed, PriceHistory { minutes, realised });
			Quotes::<T>::mutate(feed, |quote| {
				if let Some(quote) = quote {
					quote.stable = Some(Price::from_u32(100));
				}
			});
			Stables::<T>::mutate(feed, |stable| stable.push(Price::from_u32(100), 1));
			feed
		})
		.collect()
}

fn prices(count: u32) -> PriceList {
	let price = |n: u32| (FeedId(2_000 + n as u16), Price::from_u32(100 + n));
	BoundedVec::truncate_from((0..count).map(price).collect())
}

/// A batch of the last feeder for the present round, after the other rounds' worth of backlog.
fn batch<T: Config>(p: u32) -> (BatchOf<T>, AuthoritySignature) {
	let keys = feeders::<T>(MAX_FEEDERS);
	let round = Parameters::<T>::get().round(T::Time::now());
	LastFinished::<T>::kill();
	Pending::<T>::mutate(|pending| {
		for back in 1..u64::from(MAX_PENDING) {
			let waiting = Waiting { reports: 1, looked: 0 };
			let _ = pending.try_insert(round.saturating_add(back), waiting);
		}
	});
	let batch = Batch {
		feeder: (keys.len() - 1) as u16,
		genesis: Pallet::<T>::genesis_hash(),
		round,
		at_block: frame_system::Pallet::<T>::block_number(),
		prices: prices(p),
	};
	let signature = keys[keys.len() - 1].sign(&batch.payload()).expect("the key is there");
	(batch, signature)
}

/// The round before this one with so many reports, each of as many feeds as there can be: those of
/// [`feeds`] and others.
fn reported<T: Config>(r: u32) -> (u64, Vec<Feeder>) {
	let keys = feeders::<T>(r);
	let round = Parameters::<T>::get().round(T::Time::now()).saturating_sub(1);
	for key in &keys {
		Reports::<T>::insert(round, key, prices(MAX_FEEDS));
	}
	let waiting = Waiting { reports: r as u16, looked: 0 };
	Pending::<T>::mutate(|pending| pending.try_insert(round, waiting)).expect("there is room");
	let mut history = Vec::new();
	for back in 1..=u64::from(HISTORY) {
		let round = round.saturating_sub(back);
		history.insert(0, Decided { round, reports: r as u16, finished: false });
		for key in &keys {
			Reports::<T>::insert(round, key, prices(MAX_FEEDS));
		}
	}
	History::<T>::put(BoundedVec::truncate_from(history));
	(round, Feeders::<T>::get().into_inner())
}

/// A surface that has as many expiries as there can be.
fn surface<T: Config>() -> FeedId {
	let feed = FeedId(4_000);
	Pallet::<T>::surface_for_benchmark(feed, FixedU128::from_rational(6, 10));
	feed
}

/// So many slices that keep their rules, with wings.
fn slices(began: Moment, count: u32) -> Slices {
	let one = straddle_math::binary::Q56::ONE.bits();
	let slice = |n: u32| SliceReport {
		expiry: began.saturating_add(Moment::from(n + 1) * 30 * DAY_MS),
		carry: Price::from_u32(1),
		smile: [one / 100 * i64::from(n + 1), one / 10, -one / 4, one / 50, one / 5],
		confidence: sp_runtime::Permill::one(),
	};
	BoundedVec::truncate_from((0..count).map(slice).collect())
}

/// A batch of the last feeder for the present surface round, after a backlog of others.
fn surface_batch<T: Config>(count: u32) -> (SurfaceBatchOf<T>, AuthoritySignature) {
	let keys = feeders::<T>(MAX_FEEDERS);
	let params = Parameters::<T>::get();
	let round = params.surface_round(T::Time::now());
	let feed = surface::<T>();
	SurfacePending::<T>::mutate(|pending| {
		for back in 1..u64::from(MAX_SURFACES_PENDING) {
			let _ = pending.try_insert((round.saturating_add(back), feed), 1);
		}
	});
	let batch = SurfaceBatch {
		feeder: (keys.len() - 1) as u16,
		genesis: Pallet::<T>::genesis_hash(),
		feed,
		round,
		at_block: frame_system::Pallet::<T>::block_number(),
		slices: slices(params.surface_began(round), count),
	};
	let signature = keys[keys.len() - 1].sign(&batch.payload()).expect("the key is there");
	(batch, signature)
}

/// The last feeder, bonded, who left: his key among as many others, and as many equivocations in `round`.
fn left<T: Config>(round: u64) -> Result<(AuthorityId, AccountId32), BenchmarkError> {
	let feeders = Feeders::<T>::take();
	let key = feeders.last().map(|feeder| feeder.key.clone()).ok_or("there are feeders")?;
	let who = bonded::<T>(&key);
	let made_up = |n: u32| AuthorityId::from(sp_core::sr25519::Public::from_raw(bytes(n, 5)));
	let mut former = (1..MAX_FORMER_KEYS)
		.map(|n| (made_up(n), AccountId32::new(bytes(n, 5)), Moment::MAX))
		.collect::<Vec<_>>();
	former.insert(0, (key.clone(), who.clone(), Moment::MAX));
	FormerKeys::<T>::put(BoundedVec::truncate_from(former));
	Incentives::<T>::mutate(|incentives| incentives.max_strikes = 1);
	Equivocations::<T>::mutate(|known| {
		for n in 1..MAX_EQUIVOCATIONS {
			let _ = known.try_insert((round, Some(FeedId(0)), made_up(n)));
		}
	});
	Ok((key, who))
}

fn origin<T: Config>(
	made: Result<T::RuntimeOrigin, ()>,
) -> Result<T::RuntimeOrigin, BenchmarkError> {
	made.map_err(|()| BenchmarkError::Stop("no origin for this"))
}

fn risk<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	origin::<T>(T::RiskOrigin::try_successful_origin())
}

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

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build_with_keystore(),
		crate::mock::Test
	);
}
