// SPDX-License-Identifier: GPL-3.0-or-later

//! Benchmarks of every call and of the block work.

#![allow(clippy::arithmetic_side_effects)]

use super::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungibles::Inspect, EnsureOrigin},
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{AccountId32, FixedU128, Permill};
use straddle_primitives::*;
use straddle_traits::Ledger;

/// What the runtime has to lend the benchmarks.
pub trait BenchmarkHelper<AssetId> {
	/// Make a token whose balance alone keeps an account alive. Different for each seed.
	fn make_asset(seed: u32) -> AssetId;

	/// The same, of a token that can go home: its reserve is known and a channel there is open.
	fn make_home_asset(seed: u32) -> AssetId;

	/// Mint it to an account.
	fn mint(asset: &AssetId, to: &AccountId32, amount: u128);

	/// Make this feed `Valid`, where the ledger needs it to let something out.
	fn make_price(_feed: FeedId) {}
}

const KIND: CollateralId = CollateralId(60_000);
const FEED: FeedId = FeedId(60_000);
const AMOUNT: u128 = 1_000_000_000_000;
/// Cash enough for the margin of every position.
const PURSE: Cash = 1_000_000_000_000_000;

fn listing() -> Listing {
	Listing {
		source: SourceId::LOCAL,
		reserve: SourceId::LOCAL,
		method: ProofMethod::Held,
		reference: FixedU128::from_u32(2),
		decimals: 10,
		feed: FEED,
		initial: Permill::from_percent(80),
		maintenance: Permill::from_percent(90),
		cap: MAX_CAP,
		min_deposit: AMOUNT / 4,
	}
}

fn listed<T: Config>() -> T::AssetId {
	let asset = T::BenchmarkHelper::make_asset(1);
	registry::insert::<T>(KIND, asset.clone(), listing()).expect("is new and valid");
	T::BenchmarkHelper::make_price(FEED);
	asset
}

/// [`straddle_traits::CollateralCredit::kinds_for_benchmark`].
pub(crate) fn kinds<T: Config>() -> Vec<CollateralId> {
	for n in Listed::<T>::get().len() as u32..MAX_KINDS {
		let id = 50_000 + n as u16;
		let asset = T::BenchmarkHelper::make_asset(id.into());
		let listing = Listing { feed: FeedId(id), ..listing() };
		registry::insert::<T>(CollateralId(id), asset, listing).expect("is new and valid");
		T::BenchmarkHelper::make_price(FeedId(id));
	}
	// What a lot counts is reckoned in cash.
	if let Some(cash) = Kinds::<T>::get(CASH) {
		T::BenchmarkHelper::make_price(cash.feed);
	}
	Listed::<T>::get().into_iter().filter(|kind| *kind != CASH).collect()
}

/// [`straddle_traits::RemoteLots::kind_for_benchmark`].
pub(crate) fn kind_on<T: Config>(source: SourceId) -> CollateralId {
	let kind = kinds::<T>().into_iter().next_back().expect("some are listed");
	Kinds::<T>::mutate(kind, |info| {
		let info = info.as_mut().expect("it is listed");
		(info.source, info.method) = (source, ProofMethod::RelayProof);
	});
	kind
}

fn listed_as<T: Config>(kind: CollateralId, asset: T::AssetId) {
	let decimals = if kind == CASH { 6 } else { 10 };
	let listing = Listing { decimals, ..listing() };
	registry::insert::<T>(kind, asset, listing).expect("is new and valid");
	T::BenchmarkHelper::make_price(FEED);
}

/// The stablecoin's token; it is listed if it was not.
fn stablecoin<T: Config>() -> T::AssetId {
	match Kinds::<T>::get(CASH) {
		Some(info) => {
			T::BenchmarkHelper::make_home_asset(9);
			T::BenchmarkHelper::make_price(info.feed);
			info.asset
		},
		None => {
			let asset = T::BenchmarkHelper::make_home_asset(9);
			listed_as::<T>(CASH, asset.clone());
			asset
		},
	}
}

fn opened<T: Config>() -> (AccountId32, MarginAccountId) {
	let owner: AccountId32 = whitelisted_caller();
	let account = T::Ledger::open_for_benchmark(&owner, 7, 0);
	(owner, account)
}

/// An account with cash that can be paid out, and so many positions.
fn rich<T: Config>(positions: u32) -> (AccountId32, MarginAccountId) {
	let (owner, account) = opened_with_cash::<T>();
	T::Ledger::fill_for_benchmark(&account, 0, positions, false);
	(owner, account)
}

/// An account with cash that can be paid out.
fn opened_with_cash<T: Config>() -> (AccountId32, MarginAccountId) {
	if !Kinds::<T>::contains_key(CASH) {
		let listing = Listing { feed: FEED, decimals: 6, ..listing() };
		registry::insert::<T>(CASH, T::BenchmarkHelper::make_asset(4), listing).expect("is valid");
	}
	let cash = Kinds::<T>::get(CASH).expect("is listed");
	T::BenchmarkHelper::make_price(cash.feed);
	let owner: AccountId32 = whitelisted_caller();
	let account = T::Ledger::open_for_benchmark(&owner, 7, PURSE);
	let purse = PURSE.unsigned_abs();
	T::BenchmarkHelper::mint(&cash.asset, &Pallet::<T>::clearing(), purse);
	Credited::<T>::mutate(CASH, |total| *total += purse);
	(owner, account)
}

/// As much as a request may be for.
fn asked<T: Config>() -> u128 {
	Kinds::<T>::get(CASH).map_or(0, |cash| cash.min_deposit * MIN_REQUEST * 4)
}

fn waits<T: Config>(owner: &AccountId32, account: &MarginAccountId) {
	let (asked, owner) = (asked::<T>(), owner.clone());
	let to = AccountId32::new([77; 32]);
	let request = Request { owner, to, asked, rest: asked, claim: asked, since: 0, round: 0 };
	Requests::<T>::insert(account, request);
	Queue::<T>::put(QueueState { waiting: asked, ..Default::default() });
}

/// Pay half of what waits.
fn hold_once<T: Config>() {
	let claims = asked::<T>();
	let stage = Stage::Paying { after: None, claims, paying: claims / 2 };
	Queue::<T>::mutate(|queue| queue.stage = stage);
	let mut queue = queue::OpenQueue::<T>::open();
	queue::hold::<T>(&mut queue, &mut WeightMeter::new());
	queue.store();
}

/// Count as much as was credited, without an account that has it.
fn credited<T: Config>() {
	let info = Kinds::<T>::get(KIND).expect("is listed");
	groups::count::<T>(KIND, &info, 0, AMOUNT).expect("fits");
	Credited::<T>::insert(KIND, AMOUNT);
}

fn uncredited<T: Config>() {
	let info = Kinds::<T>::get(KIND).expect("is listed");
	groups::count::<T>(KIND, &info, AMOUNT, 0).expect("was counted");
	Credited::<T>::remove(KIND);
}

fn curves(soft: u32) -> Curves {
	let ages = Ages { soft, hard: soft + 1_000 };
	Curves {
		initial: ages,
		maintenance: ages,
		reserve_initial: ages,
		reserve_maintenance: ages,
		omission: ages,
	}
}

fn risk<T: Config>() -> T::RuntimeOrigin {
	T::RiskOrigin::try_successful_origin().expect("someone may change the risk")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn deposit() {
		let asset = listed::<T>();
		let (owner, account) = opened::<T>();
		T::BenchmarkHelper::mint(&asset, &owner, AMOUNT);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account, KIND, AMOUNT);
		assert_eq!(Credited::<T>::get(KIND), AMOUNT);
	}

	#[benchmark]
	fn sweep() {
		let asset = listed::<T>();
		let (owner, account) = opened::<T>();
		T::BenchmarkHelper::mint(&asset, account.address(), AMOUNT);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account, KIND);
		assert_eq!(Credited::<T>::get(KIND), AMOUNT);
	}

	/// From an account with as many lots and positions as there may be.
	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let asset = listed::<T>();
		let owner: AccountId32 = whitelisted_caller();
		let account = T::Ledger::open_for_benchmark(&owner, 7, PURSE);
		T::Ledger::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		T::BenchmarkHelper::mint(&asset, &owner, AMOUNT);
		Pallet::<T>::do_deposit(owner.clone(), account.clone(), KIND, AMOUNT)?;
		let to = AccountId32::new([77; 32]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account, KIND, AMOUNT / 2, to.clone());
		assert_eq!(T::Fungibles::balance(asset, &to), AMOUNT / 2);
		Ok(())
	}

	#[benchmark]
	fn recover() {
		let asset = T::BenchmarkHelper::make_asset(2);
		let (owner, account) = opened::<T>();
		T::BenchmarkHelper::mint(&asset, account.address(), AMOUNT);
		let to = AccountId32::new([77; 32]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account, asset.clone(), to.clone());
		assert_eq!(T::Fungibles::balance(asset, &to), AMOUNT);
	}

	/// From an account with as many lots and positions as there may be.
	#[benchmark]
	fn withdraw_home() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::make_home_asset(1);
		listed_as::<T>(KIND, asset.clone());
		let owner: AccountId32 = whitelisted_caller();
		let account = T::Ledger::open_for_benchmark(&owner, 7, PURSE);
		T::Ledger::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		T::BenchmarkHelper::mint(&asset, &owner, AMOUNT);
		Pallet::<T>::do_deposit(owner.clone(), account.clone(), KIND, AMOUNT)?;
		let to = AccountId32::new([77; 32]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account, KIND, AMOUNT / 2, to, AMOUNT);
		assert_eq!(Credited::<T>::get(KIND), AMOUNT / 2);
		Ok(())
	}

	/// The same, with a token that lies at the address.
	#[benchmark]
	fn recover_home() -> Result<(), BenchmarkError> {
		let asset = T::BenchmarkHelper::make_home_asset(2);
		let cash = stablecoin::<T>();
		let owner: AccountId32 = whitelisted_caller();
		let account = T::Ledger::open_for_benchmark(&owner, 7, PURSE);
		T::Ledger::fill_for_benchmark(&account, 0, MAX_POSITIONS, false);
		T::BenchmarkHelper::mint(&cash, &Pallet::<T>::clearing(), 2 * AMOUNT);
		Credited::<T>::mutate(CASH, |total| *total += 2 * AMOUNT);
		T::BenchmarkHelper::mint(&asset, account.address(), AMOUNT);
		let to = AccountId32::new([77; 32]);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), asset.clone(), to, AMOUNT, AMOUNT);
		assert_eq!(T::Fungibles::balance(asset, account.address()), 0);
		Ok(())
	}

	#[benchmark]
	fn list_asset() {
		let asset = T::BenchmarkHelper::make_asset(3);
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, KIND, asset, listing());
		assert!(Kinds::<T>::contains_key(KIND));
	}

	#[benchmark]
	fn set_weights() {
		listed::<T>();
		let half = Permill::from_percent(50);
		let length = Schedule::<T>::get().minimum_ramp;
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, KIND, half, half, length);
		assert_eq!(Kinds::<T>::get(KIND).map(|info| info.maintenance.to), Some(half));
	}

	#[benchmark]
	fn set_cap() {
		listed::<T>();
		credited::<T>();
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, KIND, 5);
		assert_eq!(Kinds::<T>::get(KIND).map(|info| info.cap), Some(5));
		uncredited::<T>();
	}

	#[benchmark]
	fn pause() {
		listed::<T>();
		let guard = T::RestrictOrigin::try_successful_origin().expect("someone may pause");
		#[extrinsic_call]
		_(guard as T::RuntimeOrigin, KIND);
		assert_eq!(Kinds::<T>::get(KIND).map(|info| info.paused), Some(true));
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		listed::<T>();
		registry::pause::<T>(KIND)?;
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, KIND);
		assert_eq!(Kinds::<T>::get(KIND).map(|info| info.paused), Some(false));
		Ok(())
	}

	#[benchmark]
	fn set_source() -> Result<(), BenchmarkError> {
		let source = SourceId(60_000);
		sources::set::<T>(source, curves(100))?;
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, source, curves(50));
		assert_eq!(Sources::<T>::get(source).map(|info| info.curves), Some(curves(50)));
		Ok(())
	}

	#[benchmark]
	fn set_group_cap() {
		listed::<T>();
		credited::<T>();
		let group = Group::Method(ProofMethod::Held);
		let cap = Some(FixedU128::from_u32(1));
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, group, cap);
		assert_eq!(Groups::<T>::get(group).cap, cap);
		uncredited::<T>();
	}

	#[benchmark]
	fn set_reference() {
		listed::<T>();
		credited::<T>();
		let price = FixedU128::from_u32(3);
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, KIND, price);
		assert_eq!(Kinds::<T>::get(KIND).map(|info| info.reference), Some(price));
		uncredited::<T>();
	}

	/// Every kind is on a way down that gets longer.
	#[benchmark]
	fn set_times() -> Result<(), BenchmarkError> {
		kinds::<T>();
		let old = Schedule::<T>::get();
		let half = Permill::from_percent(50);
		for kind in Listed::<T>::get() {
			registry::set_weights::<T>(Role::Risk, kind, half, half, old.minimum_ramp)?;
		}
		let times = Times { minimum_ramp: old.minimum_ramp + 1, ..old };
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, times);
		assert_eq!(Schedule::<T>::get(), times);
		Ok(())
	}

	#[benchmark]
	fn delist() {
		kinds::<T>();
		let asset =
			Kinds::<T>::get(CollateralId(50_000 + MAX_KINDS as u16 - 1)).map(|info| info.asset);
		let kind = CollateralId(50_000 + MAX_KINDS as u16 - 1);
		#[extrinsic_call]
		_(risk::<T>() as T::RuntimeOrigin, kind);
		assert!(asset.is_some_and(|asset| !ByAsset::<T>::contains_key(asset)));
	}

	#[benchmark]
	fn pending_base() {
		let done = |n: u32| {
			let mut bytes = [0; 32];
			bytes[..4].copy_from_slice(&n.to_le_bytes());
			Arrival { account: MarginAccountId(AccountId32::new(bytes)), next: MAX_KINDS }
		};
		let queue: Vec<_> = (0..MAX_PENDING).map(done).collect();
		Pending::<T>::put(BoundedVec::truncate_from(queue));
		#[block]
		{
			tick::sweep_arrivals::<T>(Weight::MAX);
		}
		assert!(Pending::<T>::get().is_empty());
	}

	#[benchmark]
	fn pending_step() {
		Listed::<T>::kill();
		let asset = listed::<T>();
		let (_, account) = opened::<T>();
		T::BenchmarkHelper::mint(&asset, account.address(), AMOUNT);
		Pending::<T>::put(BoundedVec::truncate_from(vec![Arrival { account, next: 0 }]));
		#[block]
		{
			tick::sweep_arrivals::<T>(Weight::MAX);
		}
		assert_eq!(Credited::<T>::get(KIND), AMOUNT);
	}

	/// Of an account with as many lots and positions as there may be; half is paid, half waits.
	#[benchmark]
	fn request_withdrawal() {
		let (owner, account) = rich::<T>(MAX_POSITIONS);
		let amount = asked::<T>();
		let waiting = T::Ledger::payable_cash().unsigned_abs() - amount / 2;
		Queue::<T>::put(QueueState { waiting, ..Default::default() });
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone(), amount, AccountId32::new([77; 32]));
		assert_eq!(Requests::<T>::get(account).map(|request| request.rest), Some(amount / 2));
	}

	#[benchmark]
	fn cancel_withdrawal() {
		let (owner, account) = rich::<T>(MAX_POSITIONS);
		waits::<T>(&owner, &account);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone());
		assert!(!Requests::<T>::contains_key(account));
	}

	#[benchmark]
	fn queue_base() {
		#[block]
		{
			queue::poll::<T>(&mut WeightMeter::new());
		}
		assert_eq!(Queue::<T>::get(), QueueState::default());
	}

	/// The dearer of both steps, a claim is paid, of an account with cash alone.
	#[benchmark]
	fn queue_step() {
		let (owner, account) = opened_with_cash::<T>();
		waits::<T>(&owner, &account);
		#[block]
		{
			hold_once::<T>();
		}
		let rest = Requests::<T>::get(account).map(|request| request.rest);
		assert_eq!(rest, Some(asked::<T>() / 2));
	}

	/// The same of an account with lots and so many positions; `queue_step` is in it.
	#[benchmark]
	fn queue_value(s: Linear<1, MAX_POSITIONS>) {
		let (owner, account) = rich::<T>(s);
		waits::<T>(&owner, &account);
		#[block]
		{
			hold_once::<T>();
		}
		let rest = Requests::<T>::get(account).map(|request| request.rest);
		assert_eq!(rest, Some(asked::<T>() / 2));
	}

	/// With cash and `n` lots.
	#[benchmark]
	fn leave(n: Linear<0, { MAX_KINDS - 1 }>) -> Result<(), BenchmarkError> {
		let (owner, account) = opened_with_cash::<T>();
		// Those of genesis have minima and prices of their own.
		let made = |kind: &CollateralId| kind.0 >= 50_000;
		for kind in kinds::<T>().into_iter().filter(made).take(n as usize) {
			let info = Kinds::<T>::get(kind).ok_or("is not listed")?;
			T::BenchmarkHelper::mint(&info.asset, &owner, AMOUNT);
			Pallet::<T>::do_deposit(owner.clone(), account.clone(), kind, AMOUNT)?;
		}
		T::Ledger::close_for_benchmark();
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), account.clone());
		assert!(T::Ledger::lots(&account).is_empty() && T::Ledger::cash(&account) == 0);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::ExtBuilder.build(), crate::mock::Test);
}
