// SPDX-License-Identifier: GPL-3.0-or-later

//! What the benchmarks begin with. Chain time may be 0, as in a chain's first block.

use crate::{crypto::*, *};
use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{
	fungible::{Inspect, Mutate, MutateHold},
	Time,
};
use sp_application_crypto::RuntimeAppPublic;

/// A full list of feeders: the last one's key is in the keystore, the others are made up.
pub(crate) fn feeders<T: Config>(count: u32) -> Vec<AuthorityId> {
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

pub(super) fn bytes(n: u32, fill: u8) -> [u8; 32] {
	let mut raw = [fill; 32];
	raw[..4].copy_from_slice(&n.to_le_bytes());
	raw
}

pub(super) fn key_account(key: &AuthorityId) -> AccountId32 {
	AccountId32::new(key.encode().try_into().unwrap_or([1; 32]))
}

/// An account with a bond and as much again, and the key of it.
pub(super) fn bonded<T: Config>(key: &AuthorityId) -> AccountId32 {
	let who = key_account(key);
	let bond = Incentives::<T>::get().bond;
	let rich = bond.saturating_mul(4);
	T::Currency::set_balance(&who, rich);
	let _ = T::Currency::hold(&HoldReason::FeederBond.into(), &who, bond);
	Bonds::<T>::insert(&who, Bond { key: key.clone(), leaving: None, owed: 0 });
	who
}

/// A pot with something in it, all of which is owed to `who`.
pub(super) fn owed<T: Config>(who: &AccountId32) {
	let amount = Incentives::<T>::get().bond;
	let more = amount.saturating_add(T::Currency::minimum_balance());
	T::Currency::set_balance(&Pallet::<T>::pot(), more);
	Pallet::<T>::owe(who, amount);
}

pub(super) fn info(symbols: u32) -> FeedInfo {
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

/// As much of a feed's past as there can be: eleven minutes, and a day of moves.
pub(crate) fn history<T: Config>() -> PriceHistory {
	let now = T::Time::now();
	let minutes = (0..=AVERAGE_MINUTES).map(|back| Minute {
		minute: (now / MINUTE_MS).saturating_sub(AVERAGE_MINUTES - back),
		quoted: Default::default(),
	});
	let realised = Realised {
		price: Price::from_u32(99),
		at: now.saturating_sub(REALISED_STEP_MS),
		variance: FixedU128::from_rational(1, 4),
		seen_ms: REALISED_MEMORY_MS,
	};
	PriceHistory { minutes: BoundedVec::truncate_from(minutes.collect()), realised }
}

/// So many feeds beyond those of genesis, each with three rounds and a past.
pub(super) fn feeds<T: Config>(count: u32) -> Vec<FeedId> {
	(0..count)
		.map(|n| {
			let feed = FeedId(2_000 + n as u16);
			Pallet::<T>::quote_for_benchmark(feed, FeedKind::Price, Price::from_u32(100));
			Feeds::<T>::insert(feed, info(MAX_SOURCES));
			Averages::<T>::insert(feed, history::<T>());
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

pub(super) fn prices(count: u32) -> PriceList {
	let price = |n: u32| (FeedId(2_000 + n as u16), Price::from_u32(100 + n));
	BoundedVec::truncate_from((0..count).map(price).collect())
}

/// A batch of the last feeder for the present round, after the other rounds' worth of backlog.
pub(super) fn batch<T: Config>(p: u32) -> (BatchOf<T>, AuthoritySignature) {
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
pub(super) fn reported<T: Config>(r: u32) -> (u64, Vec<Feeder>) {
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
pub(super) fn surface<T: Config>() -> FeedId {
	let feed = FeedId(4_000);
	Pallet::<T>::surface_for_benchmark(feed, FixedU128::from_rational(6, 10));
	feed
}

/// So many slices that keep their rules, with wings.
pub(super) fn slices(began: Moment, count: u32) -> Slices {
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
pub(super) fn surface_batch<T: Config>(count: u32) -> (SurfaceBatchOf<T>, AuthoritySignature) {
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
pub(super) fn left<T: Config>(round: u64) -> Result<(AuthorityId, AccountId32), BenchmarkError> {
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

pub(super) fn origin<T: Config>(
	made: Result<T::RuntimeOrigin, ()>,
) -> Result<T::RuntimeOrigin, BenchmarkError> {
	made.map_err(|()| BenchmarkError::Stop("no origin for this"))
}

pub(super) fn risk<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	origin::<T>(T::RiskOrigin::try_successful_origin())
}
